"""Frames of nouns: who stands behind an attack, a visit or a charge, by what stands around the noun."""

from __future__ import annotations

from dragoman.coding import grammar as g
from dragoman.coding.many_lands import begins_a_region
from dragoman.coding.slots import ENDING, HOURS, TIME_NOUNS, ActorTest, Frame, is_calendar, words_fit
from dragoman.language import Sentence

_CONTEXT_PREPOSITIONS = frozenset(
    "after during in on at following for before ahead amid despite upon to over through".split()
)
_JUDGED_AS = frozenset(
    "decry denounce condemn describe slam criticise criticize see view dismiss regard portray brand label "
    "call hail treat paint deride attack reject".split()
)


def _part_of_a_verdict(s: Sentence, n: int) -> bool:
    """ "Critics decried the trial as flawed and part of a crackdown on the party": how they see it."""
    k = n
    while k != s.heads[k]:
        above = s.heads[k]
        if s.deps[k] == "conj":
            k = above
        elif s.deps[k] == "pobj" and s.lemmas[above] == "of" and s.lemmas[s.heads[above]] in ("part", "form"):
            k = s.heads[above]
        else:
            as_what = s.deps[k] in ("pobj", "amod", "pcomp") and s.lemmas[above] == "as"
            return k != n and as_what and s.lemmas[s.heads[above]] in _JUDGED_AS
    return False


def fill_noun(frame: Frame, s: Sentence, is_actor: ActorTest) -> str:
    """Fill the slots of a noun's frame; returns why it does not fit, or an empty string."""
    sense, n = frame.sense, frame.trigger
    if s.deps[n] in ("compound", "nmod", "amod") and s.heads[n] > n:
        return "only a modifier of another noun"
    if (s.deps[n] == "pobj" and s.lemmas[s.heads[n]] == "as") or _part_of_a_verdict(s, n):
        return "only says what something is called or taken for"
    if _is_charge(s, n):
        return "is what somebody is charged with"
    if sense.particles:
        return _fill_led_noun(frame, s, is_actor)
    frame.light = g.light_verb(s, n)
    preps = g.prepositional(s, n)
    if frame.light is not None:
        preps = preps + [p for p in g.prepositional(s, frame.light) if p not in preps and p[2] != n]
    reason = _noun_prepositional(frame, s, preps)
    if reason:
        return reason
    for element in sense.objects:
        if (
            element.slot is None
            and not element.optional
            and not any(words_fit(s, k, element.words) for k in s.subtree(n))
        ):
            return "a fixed word is missing"
    _noun_owner(frame, s, preps, is_actor)
    if sense.complement:
        kind = sense.complement
        clauses = _clauses_of_noun(s, n, kind)
        found = clauses[0] if clauses and kind in ("to", "that", "bare") else None
        if found is None and kind not in ("that", "bare"):
            found = next((o for name, _, o in preps if name in kind.split("/")), None)
        if found is None and not sense.complement_optional:
            return f"no clause with '{kind}'"
        frame.complement = found
        frame.specificity += 1 if found is not None else 0
    return ""


_ASKING = frozenset("demand call insistence request appeal plea".split())


def _clauses_of_noun(s: Sentence, n: int, kind: str) -> list[int]:
    """ "its refusal to go", "its demand that the rebels leave": what a noun's clause tells."""
    clauses = s.kids(n, "acl", "relcl", "ccomp", "advcl")
    if kind == "that":
        marked = [c for c in clauses if any(s.lemmas[m] == "that" for m in s.kids(c, "mark"))]
        if s.lemmas[n] in _ASKING:  # "the union's demand they be paid"
            marked += [
                c for c in clauses if any(s.words[a].lower() == "be" for a in s.kids(c, "auxpass", "aux"))
                and s.kids(c, "nsubjpass") and not s.kids(c, "mark") and c not in marked
            ]  # fmt: skip
        return [c for c in marked if s.pos[c] in ("VERB", "AUX")]
    clauses = [c for c in clauses if s.tags[c] in ("VB", "VBG", "VBZ", "VBD")]
    if kind == "to":
        return [
            c for c in clauses if s.tags[c] == "VB" and any(s.lemmas[a] == "to" for a in s.kids(c, "aux"))
        ]
    return clauses


def _fill_led_noun(frame: Frame, s: Sentence, is_actor: ActorTest) -> str:
    """ "acted at Turkey's request": the owner asked, and who acts was asked."""
    n = frame.trigger
    lead = s.heads[n]
    if s.deps[n] != "pobj" or s.lemmas[lead] not in frame.sense.particles:
        return "not led by its preposition"
    _noun_owner(frame, s, g.prepositional(s, n), is_actor)
    if not frame.slots.get("A"):
        return "nobody owns it"
    above = s.heads[lead]
    if s.pos[above] in ("VERB", "AUX"):
        done_by = g.agents(s, above) if g.is_passive(s, above) else g.surface_subjects(s, above)
        frame.put("R", [t for t in done_by if t not in frame.slots["A"]])
    frame.specificity += 1
    return ""


_CHARGES = frozenset("charge suspicion accusation allegation count offence offense crime conviction".split())


def is_charged(s: Sentence, v: int) -> bool:
    """ "Official charged with treason, spreading propaganda": in a headline the second charge."""
    above = s.heads[v]
    if s.field != "title" or s.deps[v] != "advcl" or s.tags[v] != "VBG":
        return False
    charged = s.lemmas[above] in ("charge", "accuse", "convict", "indict") and s.tags[above] == "VBN"
    return charged and any(s.lemmas[p] in ("with", "of") and p < v for p in s.kids(above, "prep"))


def _is_charge(s: Sentence, n: int) -> bool:
    """ "on charges of rebellion", "arrested on suspicion of assault": a charge, not the deed."""
    if s.deps[n] != "pobj":
        return False
    lead = s.heads[n]
    if s.lemmas[n] == "suspicion":
        return s.lemmas[lead] == "on"
    above = s.heads[lead]
    return s.lemmas[lead] == "of" and s.lemmas[above] in _CHARGES and s.pos[above] == "NOUN"


def _noun_prepositional(frame: Frame, s: Sentence, preps: list[tuple[str, int, int]]) -> str:
    for wanted in frame.sense.prepositional:
        element = wanted.element
        hits = [o for name, _, o in preps if name in wanted.prepositions and s.deps[o] != "pcomp"]
        hits = [
            o for o in hits if not is_calendar(s, o) and not s.words[o].isdigit() and s.lemmas[o] not in HOURS
        ]
        if not element.slot:
            hits = [o for o in hits if words_fit(s, o, element.words)]
        if not hits:
            if element.optional or (
                element.slot and "between" in wanted.prepositions and frame.light is not None
            ):
                continue
            return f"no '{'/'.join(sorted(wanted.prepositions))}' phrase"
        if element.slot:
            frame.put(
                element.slot, [h for h in hits if s.heads[h] == s.heads[hits[0]] or s.deps[h] == "conj"]
            )
        else:
            frame.literals.update(hits)
            if frame.sense.event_type in _UPON_OTHERS and wanted.prepositions & {"of", "on", "at"}:
                frame.literal_objects.update(hits)  # "the downing of a Russian jet"
        frame.specificity += 0.8
    return ""


_UPON_OTHERS = frozenset({"ASSAULT", "COERCE", "ACCUSE", "SANCTION", "REJECT"})
"""Types of nouns whose fixed object is another's: "Britain's summoning of the Sudanese ambassador"."""
_WHILE = frozenset("after before during amid since following despite".split())


def _of_another_event(s: Sentence, p: int) -> bool:
    """ "began talks after a battle between troops and rebels": who fought, and not who talked."""
    noun = s.heads[p]
    return s.deps[noun] == "pobj" and s.lemmas[s.heads[noun]] in _WHILE


def _noun_owner(frame: Frame, s: Sentence, preps: list[tuple[str, int, int]], is_actor: ActorTest) -> None:
    """Link the agent: possessive, adjective, compound, by- or of-phrase, light verb's subject."""
    sense, n = frame.sense, frame.trigger
    subject = sense.subject.slot if sense.subject else ("B" if "B" in sense.slots else None)
    used = {name for p in sense.prepositional for name in p.prepositions}
    if subject is None:
        return
    owners = _helped_in(s, n) or [o for p in _owner_before(s, n) for o in g.conjuncts(s, p)]
    owners = [
        g._resolve_relative(s, next((a for a in s.ancestors(n) if s.deps[a] == "relcl"), n), o)
        for o in owners
    ]
    told = {w for h in sense.heads if len(h) > 1 and subject == "B" for w in h}  # "a prisoner exchange"
    told |= {"troop", "summit"}  # "their troop invasion", "summit talks": no party by itself
    before = [c for c in s.kids(n, "amod", "compound", "nmod") if s.lemmas[c] not in told and is_actor(c)]
    before = [c for c in before if not begins_a_region(s, c)]
    before = [k if (k := g.before_a_land(s, c)) is not None and is_actor(k) else c for c in before]
    if subject == "B" and any(name in ("between", "among") for name, _, _ in preps):
        before = []  # "the Gaza war between militants and Israel"
    if owners and subject == "A" and sense.mode == "visit":  # "Nkosi's Malawi visit": hers, and to Malawi
        frame.slots["R"], before = [c for c in before if s.pos[c] == "PROPN"], []
    hit = [c for c in before if g.is_hit(s, c)]
    if hit and "R" in sense.slots:
        frame.slots["R"] = hit
    before = [c for c in before if c not in hit]
    owners += [x for c in before for x in g.conjuncts(s, c) if x == c or is_actor(x)]
    if subject != "R" or "by" not in used:
        led = [o for name, _, o in preps if name == "by" and "by" not in used and subject != "R"]
        told_of = [o for o in frame.slots.get("R", []) if is_actor(o)]
        if (owners or frame.light is not None) and led and sense.event_type == "ACCUSE" and not told_of:
            frame.slots["R"], led = led, []  # "Malian claims of abuse by the troops": what they did
        if owners and _undergone(frame, s, [o for o in led if is_actor(g.content_head(s, o))]):
            frame.slots["R"], owners = owners, []
        owners += [x for o in led for x in (g.conjuncts(s, o) if s.deps[o] == "pobj" else [o])]
    if "of" not in used and not owners:
        owners += [
            x
            for name, _, o in preps
            if name == "of" and s.heads[s.heads[o]] == n and s.deps[o] != "pcomp"
            for x in g.conjuncts(s, o)
        ]
    if subject == "A" and not owners and "from" not in used and sense.event_type in _FROM_SOMEBODY:
        owners += [o for name, p, o in preps if name == "from" and s.heads[p] == n]
    if subject == "A" and not owners and sense.event_type in _DONE_BY_ORDER:
        owners += _of_the_shell(s, n)
    if "between" not in used and subject == "B":
        owners += [o for name, p, o in preps if name in ("between", "among") and not _of_another_event(s, p)]
    faced = frame.light is not None and s.lemmas[frame.light] == "face" and bool(owners)
    if frame.light is not None and subject in ("A", "B") and not faced:  # who faces a demand makes none
        owners += _light_subjects(s, frame.light, n)
    if subject in ("A", "B") and not [o for o in owners if o not in frame.slots.get("R", [])]:
        owners += _context_subjects(frame, s)
    owners = [o for o in owners if not is_calendar(s, o) and s.lemmas[o] not in TIME_NOUNS]
    frame.put(subject, [o for o in owners if o not in frame.slots.get("R", [])])


_HELPING = frozenset("support back help aid assist arm finance fund equip".split())


def _helped_in(s: Sentence, n: int) -> list[int]:
    """ "Libya backs the rebels in their war against Chad": the rebels wage it, and not Libya."""
    if (
        s.deps[n] != "pobj"
        or s.lemmas[s.heads[n]] != "in"
        or not any(s.tags[p] == "PRP$" for p in s.kids(n, "poss"))
    ):
        return []
    verb = next((a for a in s.ancestors(n) if s.lemmas[a] in _HELPING and s.pos[a] == "VERB"), n)
    return [o for o in s.kids(verb, "dobj") if o < n]


def _undergone(frame: Frame, s: Sentence, doers: list[int]) -> bool:
    """True for "his detention at a camp by soldiers": the owner of a deed that others did suffers it."""
    if not any(p.element.slot == "R" and "of" in p.prepositions for p in frame.sense.prepositional):
        return False
    told = [t for t in frame.slots.get("R", []) if not any(d in s.ancestors(t) for d in doers)]
    return bool(doers) and not told  # "by a group of soldiers": no group is detained


_FROM_SOMEBODY = frozenset({"ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN", "AGREE"})
"""Types that come from somebody: "a sharp protest from Baghdad"."""


def _owner_before(s: Sentence, n: int) -> list[int]:
    """The possessive of a noun; of "Israel's invasion and its occupation of the south" the first one's."""
    own = s.kids(n, "poss")
    if s.deps[n] == "conj" and s.pos[s.heads[n]] == "NOUN" and any(s.tags[p] == "PRP$" for p in own):
        first = [p for p in s.kids(s.heads[n], "poss") if s.pos[p] == "PROPN"]
        return first or own
    return own


_DONE_BY_ORDER = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "AID", "RETREAT"})
_SHELLS = frozenset(
    "announcement imposition start launch beginning resumption introduction continuation order approval "
    "extension renewal vote campaign series wave use tightening easing".split()
)
"""Nouns whose owner does what their "of" tells: "the president's announcement of sanctions"."""


def _of_the_shell(s: Sentence, n: int) -> list[int]:
    lead = s.heads[n]
    shell = s.heads[lead]
    if s.deps[n] != "pobj" or s.lemmas[lead] not in ("of", "for") or s.lemmas[shell] not in _SHELLS:
        return []
    found = [o for p in s.kids(shell, "poss") for o in g.conjuncts(s, p)]
    by = [
        o
        for p in s.kids(shell, "prep")
        if s.lemmas[p] == "by"
        for c in s.kids(p, "pobj")
        for o in g.conjuncts(s, c)
    ]
    if s.lemmas[shell] == "vote":  # "a vote of the Council for sanctions"
        by += [
            o for p in s.kids(shell, "prep") if s.lemmas[p] == "of" and p != lead for o in s.kids(p, "pobj")
        ]
    return found or by


_OF_ALL_SIDES = frozenset("bloodshed war fighting violence conflict hostility hostilities carnage".split())


def done_by_others(s: Sentence, noun: int, subjects: list[int]) -> list[int]:
    """ "Police stopped a march by nurses": whose deed a noun tells, where it is not the subject's own.

    "ended a strike by its members" is the union's own.
    """
    leads = s.kids(noun, "prep", "agent")
    if s.deps[noun] == "dobj":  # the parser hangs "by nurses" from the verb
        leads += [p for p in s.kids(s.heads[noun], "prep", "agent") if p > noun]
    by = [o for p in leads if s.lemmas[p] == "by" for o in s.kids(p, "pobj")]
    others = [
        o
        for o in [c for o in by for c in g.conjuncts(s, o)]
        if s.pos[o] in ("NOUN", "PROPN") and o not in subjects
    ]
    others = [o for o in others if s.lemmas[o] not in TIME_NOUNS | HOURS and not is_calendar(s, o)]
    own = any(s.tags[c] == "PRP$" for o in others for c in s.kids(o, "poss"))
    return others if subjects and not own else []


def _light_subjects(s: Sentence, light: int, noun: int) -> list[int]:
    if noun in s.kids(light, "nsubjpass"):
        return g.agents(s, light)
    if s.deps[light] in ("acl", "relcl") and s.heads[light] == noun and g.is_passive(s, light):
        return g.agents(s, light)
    found = [x for x in g.subjects(s, light) if x != noun]
    if s.lemmas[light] in ENDING and s.lemmas[noun] in _OF_ALL_SIDES:
        return []  # "a step toward ending the bloodshed": whose ever it is
    return [] if s.lemmas[light] in ENDING and done_by_others(s, noun, found) else found


def _context_subjects(frame: Frame, s: Sentence) -> list[int]:
    """ "after talks with Putin, Erdogan said": the subject of the clause took part."""
    n = frame.trigger
    prep = s.heads[n]
    if (
        frame.sense.event_type == "ASSAULT"
    ):  # "came under fire during a raid on militants": the raid was theirs
        verb = s.heads[prep]
        raiding = s.lemmas[prep] == "during" and s.lemmas[verb] == "come" and bool(frame.slots.get("R"))
        return g.surface_subjects(s, verb) if raiding else []
    if frame.sense.event_type in _SPEECH_ACTS:
        return _who_opens_with(s, n)
    named = [o for p in s.kids(n, "prep") if s.lemmas[p] == "between" for o in s.kids(p, "pobj")]
    if frame.sense.event_type != "CONSULT" or any(s.kids(o, "conj") for o in named):
        return []  # "freed after talks between the rebels and the state": the freed did not talk
    hops = 0
    while s.deps[n] == "pobj" and s.lemmas[prep] == "of" and hops < 3:  # "on the second day of a visit"
        if s.lemmas[s.heads[prep]] == "eve":
            return []
        n, prep, hops = s.heads[prep], s.heads[s.heads[prep]], hops + 1
    back = s.deps[n] == "pobj" and s.lemmas[prep] == "from" and s.lemmas[s.heads[prep]] in _BACK_FROM
    if back and s.pos[s.heads[s.heads[prep]]] in ("NOUN", "PROPN"):
        return [s.heads[s.heads[prep]]]  # "Juppe, fresh from talks with Ciller"
    if s.deps[n] != "pobj" or (s.lemmas[prep] not in _CONTEXT_PREPOSITIONS and not back):
        return []
    beside = _name_beside(s, prep)
    if beside is not None:
        return [beside]
    verb = s.heads[prep]
    while s.pos[verb] not in ("VERB", "AUX") and s.heads[verb] != verb:
        verb = s.heads[verb]
    return g.surface_subjects(s, verb) if s.pos[verb] in ("VERB", "AUX") else []


_SPEECH_ACTS = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "AGREE", "SUPPORT"})
_OPENING = frozenset(
    "open begin start lead close end conclude follow respond reply answer react come".split()
)
_SEVERAL = frozenset("series string volley flurry number".split())


def _who_opens_with(s: Sentence, n: int) -> list[int]:
    """ "opened his campaign with a string of sharp attacks on the king": whoever opened it."""
    prep = s.heads[n]
    if s.lemmas[prep] == "of" and s.lemmas[s.heads[prep]] in _SEVERAL:
        prep = s.heads[s.heads[prep]]
    verb = s.heads[prep]
    led = s.lemmas[prep] == "with" and s.lemmas[verb] in _OPENING and s.pos[verb] == "VERB"
    return g.surface_subjects(s, verb) if led and not g.is_passive(s, verb) else []


_BACK_FROM = frozenset("fresh back straight home emerge return hand".split())
"""Who is so, or does so, from talks has held them: "fresh from talks", "emerged empty-handed from talks"."""


def _name_beside(s: Sentence, prep: int) -> int | None:
    """ "officials of Netanyahu, on a visit to Rome, blamed": the visitor is named right before the comma."""
    k = prep - 2
    if k < 0 or s.lemmas[prep] != "on" or s.words[prep - 1] != "," or s.pos[k] != "PROPN":
        return None
    while s.deps[k] in ("compound", "nmod") and s.heads[k] > k:
        k = s.heads[k]
    return k if k < prep else None
