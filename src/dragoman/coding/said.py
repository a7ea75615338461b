"""What the words of a speaker amount to where they tell no known event.

"said that Qatar must mediate" asks, "said the militia was behind the raid" and "called the raid an
act of piracy, he said" accuse, "said the accusations were false" rejects.
"""

from __future__ import annotations

from dragoman.coding import content, pledges
from dragoman.coding import grammar as g
from dragoman.coding.antecedents import event_nouns
from dragoman.coding.drafts import MATERIAL_CONFLICT, Draft
from dragoman.coding.senses import word_class
from dragoman.coding.slots import Frame, words_fit
from dragoman.language import Sentence

DEFAULT_CONFIDENCE = 0.6
"""That of an operator whose content is no known event ("agreed to cut the fees")."""
_DUTY = frozenset({"must", "should", "ought"})
_GUILT = frozenset("responsible guilty complicit culpable liable behind blame".split())


def said(s: Sentence, f: Frame, inner: list[Draft]) -> list[Draft] | None:
    """What somebody's words amount to, unless nobody says them."""
    clause = f.complement
    if clause is not None and (charge := _not_kept(s, f, clause)) is not None:
        return [*(d for d in inner if not d.anchors & {clause}), charge]
    if any(s.lemmas[c] == "no" for t in f.slots.get("A", []) for c in s.kids(t, "det")):
        return inner  # "Nobody said they had carried out the raid"
    return _said(s, f, inner)


def _said(s: Sentence, f: Frame, inner: list[Draft]) -> list[Draft] | None:
    """ "said that Qatar must mediate" asks; "said the militia was behind the raid" accuses."""
    clause = f.complement
    if (laid := _laid_to_others(s, f, inner)) is not None:
        return laid
    if clause is None or any(d.anchors & {clause} for d in inner):
        return None  # a known action: its own modality decides
    charge = _it_was_they(s, f, clause, inner)
    if charge is not None:
        return [*(d for d in inner if d.trigger not in charge.covers), charge]
    for made in (
        _untrue(s, f, clause),
        _reminded(s, f, clause),
        _without_right(s, f, clause),
        _damned(s, f, clause),
        _none_of_it(s, f, clause),
        _displeased(s, f, clause),
        _not_accepted(s, f, clause),
        _would_be_war(s, f, clause),
        _by_force(s, f, clause),
        pledges.polls_to_come(s, f, clause),
        pledges.stays_in_force(s, f, clause),
        pledges.helpful(s, f, clause),
    ):
        if made is not None:
            return [*inner, made]
    asked = g.surface_subjects(s, clause)
    speakers = f.slots.get("A", [])
    if speakers and any(s.lemmas[t] in _HOSTILITIES for t in asked) and _goes_on(s, clause):
        return [*inner, _made(s, f, "THREATEN", "violence", "138", [])]
    named = [
        t for t in asked if any(s.pos[k] == "PROPN" for k in s.subtree(t)) or s.lemmas[t] in content.BODIES
    ]
    # not "his country must"
    named = [t for t in named if not any(s.tags[k] == "PRP$" for k in s.kids(t, "poss"))]
    named = [t for t in named if s.lemmas[t].lower() != "leadership" or s.kids(t, "det", "poss", "amod")]
    if not named or not speakers or set(named) & set(speakers):
        return None
    duty = any(s.words[a].lower() in _DUTY for a in s.kids(clause, "aux")) or (
        s.lemmas[clause] == "need" and bool(s.kids(clause, "xcomp"))
    )
    blamed = s.lemmas[clause] == "be" and any(
        s.lemmas[k] in _GUILT for k in s.kids(clause, "acomp", "attr", "prep", "xcomp")
    )
    if not duty and (s.kids(clause, "neg") or not blamed):
        return None
    if duty and any(s.lemmas[a] == "have" for a in s.kids(clause, "aux")):
        # "said Delhi should have acted": blame, no demand
        return [*inner, _made(s, f, "ACCUSE", "disapprove", "111", named)]
    shame = {s.lemmas[k] for k in (clause, *s.kids(clause, "acomp", "dobj"))}
    if duty and shame & _ASHAMED and shame & {"be", "hang", "blush", "know"}:
        # "said the council should hang its head"
        return [*inner, _made(s, f, "ACCUSE", "disapprove", "111", named)]
    if duty and any(s.lemmas[o] in _PAID for o in s.kids(clause, "dobj")):
        return [*inner, _made(s, f, "THREATEN", None, "130", named)]  # "must bear the consequences"
    if duty:
        return [*inner, _made(s, f, "REQUEST", "change", "104", named)]
    blame = _made(s, f, "ACCUSE", "allege", "112", named)
    if not any(s.lemmas[t] in _JUDGING for t in speakers):  # "said they were guilty of it": no verdict
        blame.covers = set(s.kids(clause, "acomp", "attr"))
    return [*inner, blame]


_KEPT = frozenset("cooperate comply honour honor implement respect fulfil fulfill obey".split())


def _not_kept(s: Sentence, f: Frame, clause: int) -> Draft | None:
    """ "reported that Syria had not cooperated with the inspectors": a reproach."""
    modal = any(s.tags[a] == "MD" for a in s.kids(clause, "aux"))
    if s.lemmas[clause] not in _KEPT or not s.kids(clause, "neg") or modal or g.is_passive(s, clause):
        return None
    blamed = [
        t for t in g.surface_subjects(s, clause) if s.pos[t] == "PROPN" or s.lemmas[t] in content.BODIES
    ]
    if not blamed or set(blamed) & set(f.slots.get("A", [])) or not f.slots.get("A"):
        return None
    return _made(s, f, "ACCUSE", "disapprove", "111", blamed)


_BOUND = frozenset("bind oblige require obligate commit".split())
_DUTIES = frozenset("obligation duty responsibility commitment promise pledge debt".split())
_RIGHTS = frozenset("right business authority mandate justification excuse jurisdiction standing".split())


def _reminded(s: Sentence, f: Frame, clause: int) -> Draft | None:
    """ "reminded Chad that it was bound by the ruling": asked to keep to it."""
    told = [t for t in s.kids(f.trigger, "dobj", "dative") if s.pos[t] in ("NOUN", "PROPN")]
    bound = s.lemmas[clause] in _BOUND or bool({s.words[a].lower() for a in s.kids(clause, "aux")} & _DUTY)
    bound = bound or any(s.lemmas[o] in _DUTIES for o in s.kids(clause, "dobj", "attr"))
    if s.lemmas[f.trigger] != "remind" or not (told and bound and f.slots.get("A")):
        return None
    return _made(s, f, "REQUEST", "change", "104", told)


def _without_right(s: Sentence, f: Frame, clause: int) -> Draft | None:
    """ "said Beijing had no right to hold them": it is blamed for doing so."""
    rights = [o for o in s.kids(clause, "dobj") if s.lemmas[o] in _RIGHTS]
    rights = [o for o in rights if s.kids(o, "acl", "relcl", "prep")]
    none = [o for o in rights if any(s.lemmas[c] == "no" for c in s.kids(o, "det")) or s.kids(clause, "neg")]
    blamed = [t for t in g.surface_subjects(s, clause) if s.pos[t] in ("NOUN", "PROPN")]
    if s.lemmas[clause] != "have" or not (none and blamed and f.slots.get("A")):
        return None
    return _made(s, f, "ACCUSE", "disapprove", "111", blamed)


_ASHAMED = frozenset("ashamed head blush better".split())
_PAID = frozenset("consequence price cost punishment".split())
_JUDGING = frozenset("court tribunal jury judge panel bench magistrate chamber".split())


def _laid_to_others(s: Sentence, f: Frame, inner: list[Draft]) -> list[Draft] | None:
    """What is said or believed of others' attacks, as the charge that it is."""
    clause = f.complement
    if clause is not None and (begun := _began_it(s, f, clause)) is not None:
        return [*(d for d in inner if not d.anchors & {clause}), begun]
    return _thought_to_have(s, f, inner)


_BELIEVING = frozenset({"believe", "suspect", "think"})


def _thought_to_have(s: Sentence, f: Frame, inner: list[Draft]) -> list[Draft] | None:
    """ "Officials believe the sect planned the assault": they blame it."""
    done = [d for d in inner if d.event_type == "ASSAULT" and d.actors and d.status in ("asserted", "future")]
    speakers = f.slots.get("A", [])
    if s.lemmas[f.trigger] not in _BELIEVING or not done or not speakers or s.kids(f.trigger, "neg"):
        return None
    if any(s.lemmas[t] in ("analyst", "expert", "observer", "many", "people") for t in speakers):
        return None
    made = _made(s, f, "ACCUSE", "allege", "112", [t for t in done[0].actors if t not in speakers])
    made.covers = {d.trigger for d in done}
    return [*(d for d in inner if d not in done), made] if made.recipients else None


_OPENING = frozenset({"fire", "shoot", "attack", "strike", "open", "start", "provoke"})


def _began_it(s: Sentence, f: Frame, clause: int) -> Draft | None:
    """ "said the South had fired first": whoever says so blames the others."""
    first = any(s.words[c].lower() == "first" and c > clause for c in s.kids(clause, "advmod", "npadvmod"))
    speakers, who = f.slots.get("A", []), g.surface_subjects(s, clause)
    own = any(s.pos[t] == "PRON" or any(s.tags[k] == "PRP$" for k in s.kids(t, "poss")) for t in who)
    if not first or s.lemmas[clause] not in _OPENING or not speakers or not who or own:
        return None
    if s.kids(clause, "neg") or set(who) & set(speakers):
        return None
    made = _made(s, f, "ACCUSE", "allege", "112", who)
    made.covers = {clause}
    return made


def _made(
    s: Sentence, f: Frame, event_type: str, mode: str | None, cameo: str, recipients: list[int]
) -> Draft:
    made = Draft(f, event_type, mode, cameo, (), list(f.slots.get("A", [])), recipients)
    made.score, made.confidence = f.specificity, DEFAULT_CONFIDENCE
    said_of = f.complement if f.complement is not None else f.trigger
    made.steps.append(f"{f.sense.where}: {f.sense.pattern}: {s.words[said_of]} → {event_type}")
    return made


_GOING_ON = frozenset("continue go resume intensify follow come expand escalate widen spread".split())
_HOSTILITIES = frozenset(
    "fighting war struggle offensive attack strike bombardment campaign operation airstrike assault".split()
)


def _goes_on(s: Sentence, clause: int) -> bool:
    """ "said the offensive would go on": whoever says so will fight on."""
    ahead = {s.words[a].lower() for a in s.kids(clause, "aux")} & {"will", "would", "'ll"}
    return bool(ahead) and s.lemmas[clause] in _GOING_ON and not s.kids(clause, "neg")


FALSE = frozenset(
    "false untrue baseless unfounded groundless absurd ridiculous fabricated nonsense lie fiction "
    "fabrication unsubstantiated preposterous invention slander".split()
)


def _untrue(s: Sentence, f: Frame, clause: int) -> Draft | None:
    """ "said Kyiv's accusations were false": the charge is rejected."""
    said = [t for t in s.kids(clause, "nsubj") if s.lemmas[t] in content.TELLINGS]
    verdict = any(s.lemmas[k] in FALSE for k in s.kids(clause, "acomp", "attr"))
    if s.lemmas[clause] != "be" or not said or not verdict or s.kids(clause, "neg") or not f.slots.get("A"):
        return None
    made = Draft(f, "REJECT", None, "120", (), list(f.slots["A"]), [], owned=said)
    made.covers = set(said)
    made.score, made.confidence = f.specificity, 0.7
    made.steps.append(f"{f.sense.where}: {s.words[said[0]]} said to be untrue → REJECT")
    return made


def cleft(s: Sentence, clause: int) -> tuple[list[int], set[int]]:
    """ "it was the army that burned the village": who it was, and the tokens of what they did."""
    if s.lemmas[clause] != "be" or not any(s.words[t].lower() == "it" for t in s.kids(clause, "nsubj")):
        return [], set()
    who = [t for t in s.kids(clause, "attr") if s.kids(t, "relcl")]
    deeds = {r for t in who for r in s.kids(t, "relcl")}
    return who, deeds | {o for r in deeds for o in s.kids(r, "dobj")}


def _it_was_they(s: Sentence, f: Frame, clause: int, inner: list[Draft]) -> Draft | None:
    """ "said it was the army that had burned the village": the army is blamed for it."""
    blamed, told = cleft(s, clause)
    deeds = [d for d in inner if d.trigger in told and d.event_type in MATERIAL_CONFLICT]
    if not deeds or s.kids(clause, "neg") or not f.slots.get("A"):
        return None
    made = _made(s, f, "ACCUSE", "allege", "112", blamed)
    made.covers = {d.trigger for d in deeds}
    made.confidence = 0.7
    return made


_REFUSED = {
    "meet": frozenset(
        "talk talks negotiation meeting dialogue summit contact discussion mediation return".split()
    ),
    "yield": frozenset(
        "ceasefire truce withdrawal retreat release pardon amnesty concession surrender lifting pullout "
        "pause compromise apology swap exchange amnesty let-up letup leniency mercy".split()
    ),
    "assist": frozenset(
        "deal agreement recognition aid loan bailout extradition handover cooperation".split()
    ),
    "change": frozenset("change reform election referendum resignation renegotiation vote".split()),
}
_REFUSED_CAMEO = {"meet": "125", "yield": "124", "assist": "121", "change": "123"}


def _none_of_it(s: Sentence, f: Frame, clause: int) -> Draft | None:
    """ "said there would be no ceasefire until they are freed": whoever could grant it refuses it."""
    ahead = {s.words[a].lower() for a in s.kids(clause, "aux")} & {"will", "would", "can", "could", "'ll"}
    speakers = f.slots.get("A", [])
    if not speakers or (s.lemmas[clause] != "be" and s.lemmas[clause] not in _SEEING):
        return None
    refused = [
        t
        for t in s.kids(clause, "attr", "nsubj", "dobj")
        if any(s.lemmas[c] == "no" for c in s.kids(t, "det"))
    ]
    for t in [x for r in refused for x in _room_for(s, r)] or (
        refused if ahead and s.kids(clause, "expl") else []
    ):
        mode = next((m for m, nouns in _REFUSED.items() if s.lemmas[t] in nouns), None)
        if mode is None:
            continue
        made = Draft(f, "REJECT", mode, _REFUSED_CAMEO[mode], (), list(speakers), content.partners(s, t))
        made.covers, made.settled = set(s.subtree(t)) | {t, s.heads[t]} - {clause}, True
        made.score, made.confidence = f.specificity, DEFAULT_CONFIDENCE
        made.steps.append(f"{f.sense.where}: no {s.words[t]} to be had → REJECT/{mode}")
        return made
    return None


_SEEING = frozenset({"see", "have"})
_ROOM = frozenset("question reason need point chance room place case basis ground grounds sense".split())


def _room_for(s: Sentence, noun: int) -> list[int]:
    """ "saw no reason for talks", "there was no question of a truce": what there is no room for."""
    if s.lemmas[noun] not in _ROOM:
        return []
    near = [*s.kids(noun, "prep"), *(p for p in s.kids(s.heads[noun], "prep") if p == noun + 1)]
    leads = [p for p in near if s.lemmas[p] in ("for", "of", "in")]
    below = [o for p in leads for o in s.kids(p, "pobj", "pcomp")]  # "no point in resuming talks"
    return [x for o in below for x in ((o,) if s.pos[o] == "NOUN" else s.kids(o, "dobj"))]


_ACCEPTING = frozenset("recognise recognize accept acknowledge".split())


def _not_accepted(s: Sentence, f: Frame, clause: int) -> Draft | None:
    """ "said her country did not recognise the decision": a refusal, where it is the speaker's own."""
    speakers = f.slots.get("A", [])
    if s.lemmas[clause] not in _ACCEPTING or not s.kids(clause, "neg") or not speakers:
        return None
    subjects = s.kids(clause, "nsubj")
    if not any(s.pos[t] == "PRON" or any(s.tags[k] == "PRP$" for k in s.kids(t, "poss")) for t in subjects):
        return None
    refused = s.kids(clause, "dobj")
    named = [t for t in refused if content.is_name(s, t)]
    made = Draft(f, "REJECT", None, "120", (), list(speakers), named, owned=[] if named else refused)
    made.covers, made.settled = {clause}, True
    made.score, made.confidence = f.specificity, DEFAULT_CONFIDENCE
    made.steps.append(f"{f.sense.where}: not {s.words[clause]} → REJECT")
    return made


def _would_be_war(s: Sentence, f: Frame, clause: int) -> Draft | None:
    """ "said any intervention would be a declaration of war": a threat to whoever tries it."""
    speakers = f.slots.get("A", [])
    would = {s.words[a].lower() for a in s.kids(clause, "aux")} & {"would", "will"}
    hostile = [t for t in s.kids(clause, "nsubj") if s.lemmas[t] in event_nouns() or s.lemmas[t] in _TRIED]
    named = [o for t in s.kids(clause, "attr", "dobj") for p in s.kids(t, "prep") for o in s.kids(p, "pobj")]
    called = [*s.kids(clause, "attr", "dobj"), *named]
    called += [o for p in s.kids(clause, "prep") for o in s.kids(p, "pobj")]
    brings = s.lemmas[clause] in _BRINGING_ON
    if s.lemmas[clause] not in {"be"} | _MAKING_UP | _BRINGING_ON or not (would and hostile and speakers):
        return None
    bad = any(_is_reprisal(s, t) if brings else s.lemmas[t] in ("war", "belli", "line") for t in called)
    if s.kids(clause, "neg") or not bad:
        return None
    made = Draft(f, "THREATEN", None, "130", (), list(speakers), [])
    made.score, made.confidence = f.specificity, DEFAULT_CONFIDENCE
    made.covers = set(hostile)
    made.steps.append(f"{f.sense.where}: {s.words[hostile[0]]} would be war → THREATEN")
    return made


def _by_force(s: Sentence, f: Frame, clause: int) -> Draft | None:
    """ "said the order would be enforced, by arms if need be": a threat of force."""
    ahead = {s.words[a].lower() for a in s.kids(clause, "aux")} & {"will", "would", "shall", "wo"}
    if not ahead or s.kids(clause, "neg") or not f.slots.get("A") or not g.by_force(s, clause):
        return None
    aimed = g.objects(s, clause) if not s.kids(clause, "prep") else []
    aimed += [o for n, _, o in g.prepositional(s, clause) if n in ("with", "against", "from")]
    aimed = [t for t in aimed if s.pos[t] == "PROPN" or s.lemmas[t] in content.BODIES]
    return _made(s, f, "THREATEN", "violence", "138", aimed)


_BRINGING_ON = frozenset("result lead trigger provoke bring draw prompt invite meet".split())
_REPRISALS = frozenset("retaliation response reprisal retribution war counterattack force strike".split())


def _is_reprisal(s: Sentence, noun: int) -> bool:
    """ "would result in military action", "would draw a crushing response"."""
    military = any(s.lemmas[c] == "military" for c in s.kids(noun, "amod"))
    return s.lemmas[noun] in _REPRISALS or (military and s.lemmas[noun] in ("action", "intervention"))


_TRIED = frozenset(
    "move attempt intervention crossing violation provocation closure blockade step obstruction aggression "
    "interference incursion mistake act action threat hostility encroachment".split()
)
_UPSET = frozenset(
    "disappointed dismayed appalled outraged alarmed shocked concerned disturbed furious unhappy incensed "
    "disgusted indignant worried troubled".split()
)


WELFARE = frozenset("safety welfare wellbeing well-being health fate plight".split())
"""What people fear for who blame nobody."""


def _displeased(s: Sentence, f: Frame, clause: int) -> Draft | None:
    """ "said they were deeply disappointed by the pact": a complaint, where somebody's deed is its cause."""
    speakers = f.slots.get("A", [])
    if s.lemmas[clause] != "be" or s.kids(clause, "neg") or not speakers:
        return None
    subjects = s.kids(clause, "nsubj", "nsubjpass")
    own = any(s.pos[t] == "PRON" or any(s.tags[k] == "PRP$" for k in s.kids(t, "poss")) for t in subjects)
    told = [k for k in s.kids(clause, "acomp", "attr") if s.lemmas[k] in _UPSET or s.words[k] in _UPSET]
    told = [k for k in told if not any(s.lemmas[c] in ("neither", "hardly", "not") for c in s.children[k])]
    if not own or not told or (s.words[subjects[0]].lower() == "it" and s.kids(clause, "ccomp")):
        return None
    cause = [
        o
        for p in s.kids(told[0], "prep")
        if s.lemmas[p] in ("by", "at", "over", "about", "with")
        for o in s.kids(p, "pobj")
    ]
    if cause and (not any(_is_deed(s, o) for o in cause) or any(s.lemmas[o] in WELFARE for o in cause)):
        return None  # "worried about the weather", "concerned about the safety of the refugees"
    made = Draft(f, "ACCUSE", "disapprove", "111", (), list(speakers), [], owned=cause)
    made.covers = set(told)
    made.score, made.confidence = f.specificity, DEFAULT_CONFIDENCE
    made.steps.append(f"{f.sense.where}: {s.words[told[0]]} → ACCUSE")
    return made


def _is_deed(s: Sentence, t: int) -> bool:
    """True for what somebody did, or somebody: "the raid", "Iran's decision", "the pact with Beijing"."""
    return s.lemmas[t] in event_nouns() or any(s.pos[k] == "PROPN" for k in s.subtree(t))


_MAKING_UP = frozenset("constitute represent amount".split())


def _damned(s: Sentence, f: Frame, clause: int) -> Draft | None:
    """ "said the raid was an act of piracy": said of somebody's deed, it is a complaint."""
    speakers = f.slots.get("A", [])
    if not speakers or s.kids(clause, "neg", "expl") or s.kids(clause, "aux"):
        return None
    told = s.kids(clause, "attr", "acomp") if s.lemmas[clause] == "be" else []
    if s.lemmas[clause] in _MAKING_UP:
        told = [*s.kids(clause, "dobj"), *(o for p in s.kids(clause, "prep") for o in s.kids(p, "pobj"))]
    bad = word_class("verdict_bad") | word_class("slur")
    subjects = [t for t in s.kids(clause, "nsubj") if t not in speakers and s.pos[t] != "PRON"]
    if not subjects or not any(words_fit(s, t, bad) for t in told):
        return None
    if s.lemmas[subjects[0]] in content.TELLINGS or any(
        s.lemmas[c] == "no" for t in told for c in s.kids(t, "det")
    ):
        return None
    if s.lemmas[subjects[0]] in ("criticism", "condemnation"):  # "said criticism of the court was unfair"
        made = Draft(f, "REJECT", None, "120", (), list(speakers), [])
        made.covers, made.score, made.confidence = {subjects[0]}, f.specificity, DEFAULT_CONFIDENCE
        return made
    deed = s.lemmas[subjects[0]] in event_nouns() or content.is_name(s, subjects[0])
    if not deed:
        return None
    parties = subjects if content.is_name(s, subjects[0]) else []
    made = Draft(
        f, "ACCUSE", "disapprove", "111", (), list(speakers), parties, owned=[] if parties else subjects
    )
    made.score, made.confidence = f.specificity, DEFAULT_CONFIDENCE
    made.steps.append(f"{f.sense.where}: {f.sense.pattern}: {s.words[subjects[0]]} is called bad → ACCUSE")
    return made
