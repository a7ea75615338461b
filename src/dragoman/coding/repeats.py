"""One event that a sentence, or a report, tells twice: which telling stays and what it takes from the other."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.coding import grammar as g
from dragoman.coding.actors import Cast
from dragoman.coding.combat import HURT
from dragoman.coding.drafts import MATERIAL_CONFLICT, MINIMUM_CONFIDENCE, Draft
from dragoman.language import Sentence
from dragoman.records import EventMention

_TAKEN_AND_KILLED = (
    {"abduct", "firearms"},
    {"abduct", "targeted"},
    {"abduct", "primitive"},
    {"abduct", None},
)


def same_event(s: Sentence, a: Draft, b: Draft) -> bool:
    """One happening told by two words of a sentence ("killed … in an attack")."""
    first, second = sorted((a.trigger, b.trigger))
    if a.event_type == b.event_type and (_and_goes_on(s, first, second) or _given_notice(s, first, second)):
        return True
    if a.event_type != b.event_type or a.status != b.status:
        return False
    if a.trigger in b.actors or b.trigger in a.actors:
        return True  # "the attack killed twelve"
    if a.event_type == "ASSAULT" and any(_in_what_was_hit(s, x, y) for x, y in ((a, b), (b, a))):
        return True
    if _once_more(s, a, b):
        return True
    if a.event_type == "ASSAULT" and _inside_the_other(s, a, b):
        return True
    if a.mode != b.mode and a.event_type != "ASSAULT" and ((a.mode and b.mode) or a.event_type == "CONSULT"):
        return False
    if _two_deeds(s, a, b) or _days_apart(s, a, b) or _beside_a_war(s, a, b):
        return False
    if not (a.has_sides or b.has_sides) and (
        set(a.actors) & set(b.recipients) or set(b.actors) & set(a.recipients)
    ):
        return False  # "surrendered and were disarmed": the one's doers are the other's receivers
    for d, whole in ((a, b), (b, a)):  # "claimed responsibility for a blast that killed ten"
        told = {t for t in whole.frame.literals if s.deps[t] == "pobj"}
        if a.event_type == "ASSAULT" and d.actors and set(d.actors) <= told:
            return True
        own_subject = any(s.tags[c] not in ("WDT", "WP") for c in s.kids(d.trigger, "nsubj"))
        behind = s.deps[d.trigger] in ("relcl", "acl") and not own_subject
        shell = s.heads[d.trigger] if behind else None
        if a.event_type == "ASSAULT" and shell is not None and shell in whole.frame.literals - told:
            return True  # "a missile that hit a school killed ten", "rockets fired by rebels killed six"
    actors_agree = not a.actors or not b.actors or bool(set(a.actors) & set(b.actors))
    if a.event_type == "ASSAULT" and actors_agree and _one_attack(s, a, b):
        return True
    recipients_agree = not a.recipients or not b.recipients or bool(set(a.recipients) & set(b.recipients))
    return actors_agree and recipients_agree and abs(a.trigger - b.trigger) < 25


_RAIDING = frozenset(
    "attack ambush raid storm bomb shell strafe pound rampage invade overrun open fire target hit strike "
    "shoot bombard assault".split()
)
_AND_KILLED = frozenset("kill wound injure massacre slaughter murder shoot".split())


def _raided_and_killed(s: Sentence, a: Draft, b: Draft) -> bool:
    """ "ambushed a convoy and killed nine soldiers", "was killed by men who fired at him": one attack."""
    first, second = a.trigger, b.trigger
    if s.deps[second] == "conj" and s.heads[second] == first:
        own = s.kids(second, "nsubj", "nsubjpass", "auxpass") or s.kids(first, "auxpass")
        return not own and s.lemmas[first] in _RAIDING and s.lemmas[second] in _AND_KILLED
    by = s.heads[s.heads[second]]
    whose = s.deps[second] == "relcl" and s.deps[by] == "agent" and s.heads[by] == first
    who = any(s.tags[c] in ("WP", "WDT") for c in s.kids(second, "nsubj"))
    return whose and who and s.lemmas[first] in _AND_KILLED and s.lemmas[second] in _RAIDING


_DUBBING = frozenset("call term brand label describe dub".split())


def so_called(s: Sentence, first: int, second: int) -> bool:
    """ "condemned the raid, calling it a crime", "accused Chad and called it a rogue": one complaint."""
    if s.lemmas[second] not in _DUBBING or s.deps[second] not in ("advcl", "conj"):
        return False
    near = [*s.children[second], *(x for c in s.children[second] for x in s.kids(c, "nsubj"))]
    it = any(s.lemmas[x] in _THEM and x > second for x in near)
    return it and s.heads[second] == first and not s.kids(second, "nsubj")


def _and_called_it(s: Sentence, a: Draft, b: Draft) -> bool:
    """ "condemned the raid, calling it a crime": told once."""
    return so_called(s, a.trigger, b.trigger)


def _called_in_to_hear_it(s: Sentence, a: Draft, b: Draft) -> bool:
    """ "summoned the envoy and handed him a protest", "… to lodge a protest": one complaint."""
    below = s.heads[b.trigger] == a.trigger and s.deps[b.trigger] in ("conj", "advcl", "xcomp")
    return below and s.lemmas[a.trigger] == "summon" and not s.kids(b.trigger, "nsubj")


def _and_did_so_to_him(s: Sentence, a: Draft, b: Draft) -> bool:
    """ "arrested 40 students and took them to a jail", "sacked the minister and replaced him": one deed."""
    v = b.trigger
    if a.mode != b.mode or s.deps[v] != "conj" or s.heads[v] != a.trigger or s.kids(v, "nsubj"):
        return False
    done_to = s.kids(v, "dobj")
    return bool(done_to) and all(s.lemmas[o] in _THEM for o in done_to)


def _one_demand(s: Sentence, a: Draft, b: Draft) -> bool:
    """ "must free the men, drop the charges and lift the ban": one demand, of three parts."""
    first = b.trigger
    while s.deps[first] == "conj" and s.pos[first] == "VERB" and first != a.trigger:
        if s.kids(first, "nsubj", "nsubjpass", "aux"):
            return False
        first = s.heads[first]
    if s.lemmas[first] in ("stop", "halt", "cease", "end"):
        return False  # "must stop their offensive and pull out of Goma": two
    return first == a.trigger and any(s.lemmas[x] in ("must", "should") for x in s.kids(first, "aux"))


def _why_they_did(s: Sentence, a: Draft, b: Draft) -> bool:
    """ "Miners protesting the closures blocked a road", "clashed with police while protesting": one protest."""
    return any(_what_for(s, why.trigger, deed) for why, deed in ((a, b), (b, a)))


def _what_for(s: Sentence, why: int, deed: Draft) -> bool:
    """True for the "protesting" of those who do a deed."""
    if s.lemmas[why] != "protest" or s.tags[why] != "VBG":
        return False
    if s.deps[why] == "acl":
        return s.heads[why] in deed.actors
    return s.deps[why] == "advcl" and s.heads[why] == deed.trigger and not s.kids(why, "nsubj")


def deed_before_cause(s: Sentence, drafts: list[Draft]) -> None:
    """ "Miners protesting the closures blocked a road": they blocked it, and that is why."""
    for why in drafts:
        if why.event_type == "PROTEST" and s.lemmas[why.trigger] == "protest":
            deeds = [o for o in drafts if o.event_type == "PROTEST" and _what_for(s, why.trigger, o)]
            for o in deeds:
                if o.confidence >= MINIMUM_CONFIDENCE:
                    why.score = min(why.score, o.score - 0.1)


_RETELLING: dict[str, tuple[Callable[[Sentence, Draft, Draft], bool], ...]] = {
    "ASSAULT": (_raided_and_killed,),
    "ACCUSE": (_and_called_it, _called_in_to_hear_it),
    "COERCE": (_and_did_so_to_him,),
    "SANCTION": (_and_did_so_to_him,),
    "REQUEST": (_one_demand,),
    "PROTEST": (_why_they_did,),
}
"""By type, what the second of two words of a sentence tells once more."""


def _retold(s: Sentence, a: Draft, b: Draft) -> bool:
    """ "stormed a village and killed six": the second of them is no event of its own."""
    return a.event_type == b.event_type and any(again(s, a, b) for again in _RETELLING.get(a.event_type, ()))


def _once_more(s: Sentence, a: Draft, b: Draft) -> bool:
    """As :func:`_retold`, whichever of the two comes first."""
    first, second = sorted((a, b), key=lambda d: d.trigger)
    return _retold(s, first, second) or _told_again(s, a, b) or _told_again(s, b, a)


def told_once(s: Sentence, drafts: list[Draft]) -> list[Draft]:
    """Drafts of all that a sentence says, in its order, without what the words of another tell once more."""
    return [d for i, d in enumerate(drafts) if not any(_retold(s, a, d) for a in drafts[:i])]


def _inside_the_other(s: Sentence, a: Draft, b: Draft) -> bool:
    """True for an attack that a clause of another one tells again."""
    for d, whole in ((a, b), (b, a)):  # "responded with an invasion in which 400 people died"
        shell = s.heads[d.trigger] in {whole.trigger, *whole.frame.literals} and s.deps[d.trigger] == "relcl"
        if (shell and g.in_which(s, d.trigger)) or _launched_in_it(s, d, whole):
            return True
    return a.mode == b.mode == "abduct" and _taking_it(s, *sorted((a.trigger, b.trigger)))


_HIT = frozenset(
    "embassy consulate section mission building compound hospital school mosque church house home base convoy "
    "camp market bus village town city area district suburb".split()
)


_SETTLED = frozenset("village town city area district suburb market street neighbourhood".split())


def _in_what_was_hit(s: Sentence, hit: Draft, toll: Draft) -> bool:
    """ "hit the consulate with missiles, that killed seven people": no consulate killed them."""
    what = s.heads[toll.trigger]
    if (
        s.deps[what] == "pobj" and s.lemmas[s.heads[what]] == "of"
    ):  # "the town of Baidoa, where 20 were killed"
        what = s.heads[s.heads[what]]
    if (
        s.deps[toll.trigger] != "relcl"
        or s.lemmas[what] not in _HIT
        or s.lemmas[toll.trigger] not in _CASUALTIES
    ):
        return False
    which = any(s.tags[c] == "WDT" for c in s.kids(toll.trigger, "nsubj"))
    where = any(s.lemmas[c] == "where" for c in s.kids(toll.trigger, "advmod"))  # "where 20 were killed"
    return (which or where) and what in {
        t for r in (*hit.recipients, *hit.owned) for t in (r, s.heads[s.heads[r]])
    }


def _and_goes_on(s: Sentence, first: int, second: int) -> bool:
    """ "We will strike them and go on to strike them": one deed."""
    on = s.heads[second]
    same = s.deps[second] == "xcomp" and s.lemmas[second] == s.lemmas[first]
    return same and s.lemmas[on] in ("continue", "keep") and s.deps[on] == "conj" and s.heads[on] == first


def _told_again(s: Sentence, told: Draft, again: Draft) -> bool:
    """True where one word only comes back to what another has told."""
    if told.event_type == "PROTEST":
        return _ranked(s, again.trigger) or _done_in_protest(s, told, again)
    return told.event_type == "CONSULT" and _points_back(s, told, again)


def _points_back(s: Sentence, told: Draft, again: Draft) -> bool:
    """ "held a summit and issued a statement after the summit": the one just told."""
    noun = again.trigger
    if s.pos[noun] != "NOUN" or s.deps[noun] != "pobj" or noun < told.trigger:
        return False
    bare = [s.lemmas[c] for c in s.children[noun]] == ["the"]
    return bare and any(s.lemmas[t] == s.lemmas[noun] for t in (told.trigger, *told.frame.literals))


def _done_in_protest(s: Sentence, deed: Draft, why: Draft) -> bool:
    """ "threw stones at the embassy in protest against the war": what for, and no second protest."""
    noun = why.trigger
    if s.lemmas[noun] != "protest" or s.deps[noun] != "pobj" or s.lemmas[s.heads[noun]] != "in":
        return False
    return deed.trigger in s.ancestors(noun)


def _ranked(s: Sentence, t: int) -> bool:
    """ "began a strike, the biggest protest in years", "…, the latest in a series of rallies": the one just told."""
    if s.pos[t] != "NOUN" or s.deps[t] == "pobj":
        return False
    rank = next((c for c in s.kids(t, "amod") if s.tags[c] == "JJS" or s.lemmas[c] == "latest"), None)
    the = next((c for c in s.kids(t, "det") if s.words[c] == "the"), None)
    return rank is not None and the is not None and the > 1 and s.words[the - 1] in (",", "—", "–", "-")


def _given_notice(s: Sentence, first: int, second: int) -> bool:
    """ "expelled the envoy, giving him two days to leave": how he was expelled."""
    if s.lemmas[first] not in ("expel", "order", "declare", "eject"):
        return False
    return s.lemmas[second] == "give" and s.deps[second] in ("advcl", "conj") and s.heads[second] == first


def _taking_it(s: Sentence, first: int, second: int) -> bool:
    """ "Pirates hijacked a tanker, seizing the ship and its crew": one deed, told twice."""
    return s.deps[second] == "advcl" and s.tags[second] == "VBG" and s.heads[second] == first


def _launched_in_it(s: Sentence, d: Draft, whole: Draft) -> bool:
    """ "Iran captured Faw in an offensive it launched in February": one campaign."""
    noun = s.heads[d.trigger]
    led = (
        s.deps[d.trigger] == "relcl"
        and s.deps[noun] == "pobj"
        and s.lemmas[s.heads[noun]] in ("in", "during")
    )
    return led and s.heads[s.heads[noun]] == whole.trigger


def of_two_states(s: Sentence, cast: Cast, a: Draft, b: Draft) -> bool:
    """ "An Iraqi jet was shot down after raids on Ahvaz": one side's loss and then the other's."""
    first, second = sorted((a.trigger, b.trigger))
    above = s.heads[second]
    after = s.deps[second] == "pobj" and s.lemmas[above] in ("after", "before", "following")
    beside = s.deps[second] == "conj" and above == first and bool(s.kids(second, "nsubjpass"))
    if a.event_type != "ASSAULT" or not (beside or (after and s.heads[above] == first)):
        return False
    hit = [
        {e.country for t in (*d.recipients, *d.owned) for e in cast.parties(s, t, recipient=True)} - {None}
        for d in (a, b)
    ]
    return bool(hit[0]) and bool(hit[1]) and not hit[0] & hit[1]


_TWO_DEEDS = frozenset({"SUPPORT", "ACCUSE", "SANCTION", "COERCE"})


def _two_deeds(s: Sentence, a: Draft, b: Draft) -> bool:
    """True for what the sentence tells as one thing after or beside another."""
    if a.event_type == "REQUEST" and _asked_twice(s, a, b):
        return True
    if a.event_type in _TWO_DEEDS and _of_two_things(s, a, b):
        return True
    if {a.mode, b.mode} in _TAKEN_AND_KILLED and s.deps[max(a.trigger, b.trigger)] == "conj":
        return True  # "were kidnapped and shot dead"
    if a.event_type in _SEPARATE and _in_turn(s, a, b):
        return True
    if a.event_type == "ASSAULT" and a.mode != b.mode and _of_two_things(s, a, b) and not _deadly(s, a, b):
        return True  # "shot down two jets and captured a pilot"
    # "shots were fired, and officers returned fire"
    return len({s.lemmas[d.trigger] in _ANSWERING for d in (a, b)}) > 1


_SEPARATE = frozenset({"ACCUSE", "SANCTION", "COERCE", "REJECT", "SUPPORT", "PROTEST"})
_IN_TURN = frozenset({"after", "before", "since", "when"})


def _in_turn(s: Sentence, a: Draft, b: Draft) -> bool:
    """ "He was charged after prosecutors alleged …": one came after the other, by somebody of its own."""
    first, second = sorted((a.trigger, b.trigger))
    if s.deps[second] != "advcl" or s.heads[second] != first or s.pos[second] != "VERB":
        return False
    linked = any(s.lemmas[m] in _IN_TURN for m in s.kids(second, "mark", "advmod"))
    return linked and bool(s.kids(second, "nsubj", "nsubjpass"))


def verdict_before(s: Sentence, d: Draft, drafts: list[Draft]) -> bool:
    """ "A judge jailed the trader after a jury found him guilty": one conviction, told with its verdict."""
    him = bool(d.recipients) and all(s.pos[t] == "PRON" for t in d.recipients)
    if d.event_type != "SANCTION" or d.mode != "convict" or not him:
        return False
    clause = next((k for k in (d.trigger, *s.ancestors(d.trigger)) if s.deps[k] == "advcl"), None)
    above = s.heads[clause] if clause is not None else None
    return any(o.trigger == above and o.mode in ("convict", "arrest") for o in drafts)


def _beside_a_war(s: Sentence, a: Draft, b: Draft) -> bool:
    """ "was killed after the ceasefire that ended the war between the two": not by the whole of that war."""
    first, second = sorted((a.trigger, b.trigger))
    if s.lemmas[second].lower() not in ("war", "conflict") or s.pos[first] != "VERB":
        return False
    return not (
        s.deps[second] == "pobj" and first in (s.heads[s.heads[second]], s.heads[s.heads[s.heads[second]]])
    )


_SPANS_OF_TIME = frozenset("minute hour day night week month year decade".split())


def _days_apart(s: Sentence, a: Draft, b: Draft) -> bool:
    """ "His jet was shot down, a day after Indian planes struck a camp": two deeds with a time between them."""
    first, second = sorted((a.trigger, b.trigger))
    link = next((k for k in (second, *s.ancestors(second)) if s.deps[k] == "advcl"), None)
    if link is None or link <= first or s.heads[link] not in (first, s.heads[first]):
        return False
    marks = [m for m in s.kids(link, "mark", "advmod", "prep") if s.lemmas[m] in ("after", "before")]
    return any(m and s.lemmas[m - 1] in _SPANS_OF_TIME for m in marks)


def _asked_twice(s: Sentence, a: Draft, b: Draft) -> bool:
    """ "appealed for restraint and urged the government to let them assemble": two demands."""
    first, second = sorted((a.trigger, b.trigger))
    joined = s.deps[second] == "conj" and s.heads[second] == first
    if any(s.lemmas[a] in ("must", "should", "ought") for a in s.kids(first, "aux")):
        return False  # "must free the men and drop the charges": one demand
    return joined and s.pos[first] == s.pos[second] == "VERB" and s.lemmas[first] != s.lemmas[second]


def _of_two_things(s: Sentence, a: Draft, b: Draft) -> bool:
    """ "thanked the bloc and called the accord a milestone": each verb with an object of its own."""
    own = [set(g.objects(s, d.trigger)) for d in (a, b)]
    return _asked_twice(s, a, b) and bool(own[0]) and bool(own[1]) and not own[0] & own[1]


_ANSWERING = frozenset({"return", "retaliate", "respond", "answer", "reply"})
_CASUALTIES = HURT | {"kill"}
_BLOWS = frozenset(
    "kidnap abduct shoot stab hack gun behead execute murder slay slaughter massacre destroy damage torch".split()
)
"""What else is done in an attack: "were shot dead by gunmen in an attack in Jos"."""
_DYING = frozenset({"die", "perish"})
_RECEIVING = frozenset("receive sustain suffer get".split())
_INJURIES = frozenset("injury wound burn".split())


def _deadly(s: Sentence, a: Draft, b: Draft) -> bool:
    told = (a.trigger, b.trigger)
    return not {s.lemmas[t] for t in told}.isdisjoint(_CASUALTIES | _DYING) or any(
        _of_a_clash(s, t) for t in told
    )


def _one_attack(s: Sentence, a: Draft, b: Draft) -> bool:
    """ "opened fire on traders, killing 11 and wounding 20": one happening, told with its outcome."""
    leaves = "leave" in (s.lemmas[a.trigger], s.lemmas[b.trigger])
    first, second = sorted((a, b), key=lambda d: d.trigger)
    v = second.trigger
    if _how_attacked(s, first.trigger, v) or _others_hurt(s, first, second):
        return True
    if not (leaves or _deadly(s, a, b) or s.lemmas[first.trigger] in _BLOWS):
        return False
    if _killed_when(s, first.trigger, v) or _hurt_by_crowd_control(s, first, second):
        return True
    above = _harmed_through(s, v)
    if above is not None:  # "killed 46 civilians in an attack on a village"
        verb = s.heads[above] if s.lemmas[above] in _INJURIES else above  # "sustained injuries in an attack"
        return first.trigger in (above, verb, s.heads[verb])
    if not (leaves or _deadly(s, a, b)):
        return False
    injured = s.lemmas[v] in _RECEIVING and any(s.lemmas[o] in _INJURIES for o in s.kids(v, "dobj"))
    if injured and s.deps[v] == "conj":  # "one was killed and eight people received injuries"
        return s.heads[v] == first.trigger
    if s.lemmas[v] == "leave" and s.deps[v] == "conj" and s.heads[v] in (first.trigger, first.frame.light):
        return True  # "carried out raids on two camps and left nine dead"
    if "result" in s.bag and _as_a_result(s, first.trigger, v):
        return True
    left = s.lemmas[v] == "leave" and (s.tags[v] == "VBG" or s.heads[v] == first.trigger)
    if s.lemmas[v] not in _CASUALTIES and not left:
        return False  # but "killing four and leaving six wounded", "killed four and left six wounded"
    if any(s.tags[c] != "WDT" for c in s.kids(v, "nsubj")):
        return False
    passive = bool(s.kids(v, "nsubjpass"))
    while s.deps[v] == "conj" and v != first.trigger and s.lemmas[s.heads[v]] in _CASUALTIES | _DYING:
        v = s.heads[v]
    if v == first.trigger:
        return not passive or s.lemmas[v] in _CASUALTIES | _DYING
    return s.deps[v] == "advcl" and s.tags[v] == "VBG" and (s.heads[v] in (first.trigger, first.frame.light))


def _others_hurt(s: Sentence, first: Draft, second: Draft) -> bool:
    """ "2 soldiers killed, 6 others hurt in ambush", "Blast leaves nine dead, 12 others hurt": one happening."""
    hurt = second.trigger
    people = [t for t in second.recipients if s.lemmas[t] in ("other", "more") or s.pos[t] == "NUM"]
    harm = {s.lemmas[first.trigger], s.lemmas[hurt]} <= _CASUALTIES | {"leave"} and s.lemmas[hurt] != "leave"
    listed = any(s.words[k] == "," for k in range(first.trigger + 1, hurt))
    return s.field == "title" and harm and listed and bool(people) and len(people) == len(second.recipients)


def _as_a_result(s: Sentence, first: int, v: int) -> bool:
    """ "fired at a patrol, as a result of which one soldier died": of that fire."""
    return any(s.words[r : r + 3] == ["result", "of", "which"] for r in range(first, v))


def _how_attacked(s: Sentence, first: int, v: int) -> bool:
    """ "attacked the marchers, beating them with clubs": one attack, and how it was done."""
    if s.lemmas[first] not in ("attack", "assault", "charge") or s.heads[v] != first or s.deps[v] != "advcl":
        return False
    return s.tags[v] == "VBG" and any(s.lemmas[o] in _THEM for o in s.kids(v, "dobj"))


_THEM = frozenset("they them he him she her it".split())


def _hurt_by_crowd_control(s: Sentence, a: Draft, b: Draft) -> bool:
    """ "used batons on marchers, leaving dozens wounded", "were hurt as police fired tear gas": one happening."""
    if "crowd-control" not in (a.mode, b.mode) or a.mode == b.mode:
        return False
    toll, other = (a, b) if b.mode == "crowd-control" else (b, a)
    hurt = toll.trigger
    if s.lemmas[hurt] == "leave":
        return True
    left = s.deps[hurt] in ("xcomp", "ccomp", "acl", "oprd") and s.lemmas[s.heads[hurt]] == "leave"
    linked = s.deps[other.trigger] == "advcl" and s.heads[other.trigger] == hurt
    return s.lemmas[hurt] in _CASUALTIES and (left or linked)


_OUTCOMES = frozenset({"result", "wake", "aftermath", "consequence", "course"})


def _harmed_through(s: Sentence, noun: int) -> int | None:
    """The verb in whose course an attack came: "killed in a raid", "hurt due to", "died after a raid"."""
    p = s.heads[noun]
    if s.pos[noun] == "NOUN" and s.deps[noun] == "advcl":  # "due to shelling", whose noun is read as a verb
        first = min(s.subtree(noun))
        return p if s.lemmas[max(0, first - 2) : first] == ["due", "to"] else None
    if s.pos[noun] != "NOUN" or s.deps[noun] not in ("pobj", "dobj") or s.deps[p] not in ("prep", "pcomp"):
        return None
    before, above = s.lemmas[p - 1], s.heads[p]
    if s.lemmas[p] in ("in", "during"):
        return above
    if s.lemmas[p] in ("because", "due"):
        return above
    if (s.lemmas[p], before) in (("to", "due"), ("of", "because")):
        return s.heads[p - 1] if above == p - 1 else above
    if s.lemmas[p] == "of" and s.lemmas[above] in _OUTCOMES and s.deps[above] == "pobj":
        return s.heads[s.heads[above]]
    if s.words[p].lower() in ("after", "following") and not s.kids(p, "npadvmod", "advmod"):
        alone = not s.kids(above, "agent", "dobj") and s.lemmas[above] in _CASUALTIES
        return above if alone and p > above else None
    return None


def deed_before_deaths(s: Sentence, drafts: list[Draft]) -> None:
    """ "Five died when rebels attacked a camp": the attack is the event, and those who died its toll."""
    none = s.bag.isdisjoint(_DYING) and s.bag.isdisjoint(_CLASH_NOUNS)
    for d in drafts if not none else ():
        bare = s.lemmas[d.trigger] in _DYING or _of_a_clash(s, d.trigger)
        if d.event_type != "ASSAULT" or not bare:
            continue
        deeds = [o for o in drafts if o.event_type == "ASSAULT" and _killed_when(s, d.trigger, o.trigger)]
        for o in deeds:
            if o.confidence >= MINIMUM_CONFIDENCE:
                d.score = min(d.score, o.score - 0.1)


def _of_a_clash(s: Sentence, v: int) -> bool:
    """ "Fighting was reported in Loikaw when rebels attacked a post": the clause tells who fought."""
    return any(s.lemmas[t] in _CLASH_NOUNS for t in s.kids(v, "nsubj", "nsubjpass"))


_CLASH_NOUNS = frozenset(
    "fighting clash battle firefight gunbattle shootout skirmish encounter combat".split()
)


def _told_together(s: Sentence, killed: int) -> list[int]:
    """ "Twelve died and 16 were wounded": both."""
    also = [v for v in s.kids(killed, "conj") if s.lemmas[v] in _CASUALTIES | _DYING]
    return [killed, *also]


_LAUNCHING = frozenset("launch conduct stage stag mount unleash open perpetrate carry".split())


def _killed_when(s: Sentence, killed: int, done: int) -> bool:
    """ "Twelve were killed when a bomber blew himself up": one happening, told by its toll first."""
    first = s.heads[killed] if s.deps[killed] == "conj" else killed  # "six were killed and 20 injured after"
    along = s.lemmas[first] in _CASUALTIES | _DYING and s.kids(first, "nsubj", "nsubjpass")
    hit = s.lemmas[killed] in _CASUALTIES and (s.kids(killed, "nsubjpass") or along)
    if not hit and s.lemmas[killed] not in _DYING and not _of_a_clash(s, killed):
        return False
    if s.deps[done] == "dobj" and s.lemmas[s.heads[done]] in _LAUNCHING:
        done = s.heads[done]  # "were killed after the army launched rocket strikes"
    if s.pos[done] != "VERB":
        return False
    if s.kids(killed, "agent") or s.deps[done] != "advcl" or s.heads[done] not in _told_together(s, first):
        return False
    who = s.kids(done, "nsubj", "nsubjpass")
    links = {s.lemmas[m] for m in s.kids(done, "advmod", "mark")}
    if "when" in links or not links & {"after", "as"}:
        return bool(who) and "when" in links
    him = "after" in links and any(s.tags[o] == "PRP" for o in s.kids(done, "dobj"))
    if him:  # "killed after a gunman shot him"
        return bool(who)
    strangers = bool(who) and s.pos[who[0]] != "PRON" and s.lemmas[done] in _ATTACKING | _LAUNCHING
    fallen = {s.lemmas[g.content_head(s, t)] for t in s.kids(killed, "nsubj", "nsubjpass")}
    later = any(s.kids(m, "npadvmod", "advmod") for m in s.kids(done, "mark")) or s.kids(done, "npadvmod")
    return strangers and fallen.isdisjoint(_ATTACKERS) and not later


_ATTACKING = frozenset(
    "attack storm ambush bomb shell raid strike target hit open detonate explode blow".split()
)
_ATTACKERS = frozenset(
    "attacker militant gunman terrorist bomber assailant rebel insurgent guerrilla fighter raider bandit "
    "intruder infiltrator extremist jihadi jihadist suspect".split()
)
"""Who may have been killed after *they* attacked."""


def merge(s: Sentence, into: Draft, other: Draft) -> None:
    """Take the other telling in; of "killed 46 people in an attack on a village" the killed are the recipients."""
    harming = _CASUALTIES | _BLOWS
    if s.pos[other.trigger] == "NOUN" and s.lemmas[into.trigger] in harming and into.recipients:
        other.recipients = []
    elif (
        s.pos[into.trigger] == "NOUN"
        and s.lemmas[other.trigger] in harming
        and other.recipients
        and not _killed_when(s, other.trigger, into.trigger)  # "… died as they launched strikes on the town"
    ):
        into.recipients = []
    if _of_a_clash(s, other.trigger):
        other.recipients = []  # where they fought
    raid, toll = sorted((into, other), key=lambda d: d.trigger)
    if _raided_and_killed(s, raid, toll) and raid.recipients and toll.recipients:
        place = all(s.lemmas[t] in _SETTLED for t in raid.recipients)
        (raid if place else toll).recipients = []  # "stormed a village and killed six": the six
    if _how_attacked(s, *sorted((into.trigger, other.trigger))):
        told = [t for t in (*into.recipients, *other.recipients) if s.lemmas[t] not in _THEM]
        into.recipients, other.recipients = told or into.recipients, []
    if s.deps[other.trigger] == "acl" and s.heads[other.trigger] in into.actors:
        other.actors, other.recipients = [], []  # "soldiers fighting rebels killed six": not the rebels
    if _done_in_protest(s, into, other) and into.recipients:
        other.recipients, other.owned = [], []
    if (
        s.lemmas[other.trigger] in _CASUALTIES and into.recipients
    ):  # "fired at villagers, killing two": of them
        other.recipients = [t for t in other.recipients if s.pos[t] != "NUM"]
    if _killed_when(s, *sorted((into.trigger, other.trigger))) and (into.recipients and other.recipients):
        within = [t for t in into.recipients if s.lemmas[s.heads[t]] not in ("in", "near", "outside", "at")]
        into.recipients = within  # "killed when a bomber blew himself up in Kandahar": those killed
    into.actors += [t for t in other.actors if t not in into.actors and t not in into.recipients]
    into.recipients += [t for t in other.recipients if t not in into.recipients and t not in into.actors]
    if (
        into.event_type not in MATERIAL_CONFLICT
    ):  # "backed Assad's troops, helping them": whose the troops are
        into.owned += [t for t in other.owned if t not in into.owned]
    into.lent += [t for t in other.lent if t not in into.lent]
    into.mode = into.mode or other.mode
    into.covers |= other.covers
    if s.lemmas[other.trigger] in _DYING:
        into.covers.add(other.trigger)


def without_repeats(mentions: list[EventMention]) -> list[EventMention]:
    """Drop what a headline and the text's repeat of it would double word for word."""
    seen: set[tuple[str, str, str | None]] = set()
    out = []
    for m in mentions:
        key = (
            m.evidence.text,
            m.event_type,
            m.evidence.text[m.evidence.trigger[0] - m.evidence.start :][:12],
        )
        if key not in seen:
            seen.add(key)
            out.append(m)
    return out
