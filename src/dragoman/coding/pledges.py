"""What somebody in office says will be done, or not, where no word tells by whom: it is his to do.

"The president said the prisoners would be freed" promises it, "said the curfew would not be lifted"
and "said the embargo would stay in force" refuse it, "said elections would be held in May" promises them.
"""

from __future__ import annotations

from dragoman.coding import grammar as g
from dragoman.coding.actors import Cast
from dragoman.coding.drafts import MATERIAL_CONFLICT, YIELDING, Draft
from dragoman.coding.slots import Frame
from dragoman.language import Sentence

_SAYING = frozenset(
    "say tell insist stress declare state add reiterate confirm pledge promise inform".split()
)
_IN_OFFICE = frozenset({"GOV", "MIL", "REB", "PRM", "LEG", "JUD", "COP"})
_HELD_BY_OTHERS = frozenset("hostage captive".split())
"""Who are freed by those who hold them, whoever says so."""
_POLLS = frozenset("election vote poll referendum ballot plebiscite runoff by-election".split())
_MEASURES = frozenset(
    "sanction sanctions embargo blockade tariff ban curfew boycott siege restriction curb lockdown "
    "moratorium emergency closure duty".split()
)
_STAYING = frozenset("remain stay continue stand".split())
_KEPT = frozenset("keep maintain retain".split())
_SURE = 0.8
"""How likely the type is right: the form tells it."""
_NO_OFFICE = frozenset(
    "analyst expert observer source report paper newspaper witness resident critic economist agency".split()
)


_READY = frozenset("readiness willingness intention intent determination resolve preparedness".split())


def ready_for_harm(s: Sentence, d: Draft, kept: list[Draft]) -> bool:
    """ "voiced its readiness to impose sanctions on Oman": no promise, and the sanctions are told."""
    nouns = {d.trigger, *d.frame.literals}
    nouns = {t for t in nouns if s.lemmas[t] in _READY and s.pos[t] == "NOUN"}
    if d.event_type != "AGREE" or not nouns:
        return False
    harm = {k.trigger for k in kept if k.event_type in MATERIAL_CONFLICT}
    return any(t in nouns for h in harm for t in s.ancestors(h))


def by_the_sayer(s: Sentence, cast: Cast, draft: Draft) -> None:
    """Make an official the doer of what he says will be done, or will not, by nobody named."""
    verb = _first_clause(s, draft.trigger)
    ahead = draft.event_type in YIELDING and draft.status == "future"
    refused = draft.event_type == "REJECT" and draft.status == "asserted"
    if not (ahead or refused) or s.deps[verb] != "ccomp" or s.lemmas[s.heads[verb]] not in _SAYING:
        return
    sayers = [t for t in g.surface_subjects(s, s.heads[verb]) if _in_office(s, cast, t)]
    if not sayers:
        return
    if ahead and draft.actors and _of_his_state(s, cast, sayers[0], draft.actors):
        _promise(draft)
    elif not draft.actors and not draft.lent and draft.frame.passive and not g.agents(s, verb):
        if any(s.lemmas[t] in _HELD_BY_OTHERS for t in g.surface_subjects(s, verb)):
            return
        draft.actors, draft.confidence = sayers, max(draft.confidence, _SURE)
        if ahead:
            _promise(draft)
        draft.steps.append(f"{s.words[verb]}: it is the sayer's to do → {draft.event_type}")


def _first_clause(s: Sentence, verb: int) -> int:
    """ "said Chad would open its embassy and free the pilots": what is said, from its last verb."""
    while (
        s.deps[verb] == "conj" and s.pos[s.heads[verb]] == "VERB" and not s.kids(verb, "nsubj", "nsubjpass")
    ):
        verb = s.heads[verb]
    return verb


def _promise(draft: Draft) -> None:
    draft.event_type, draft.mode, draft.cameo, draft.status = "AGREE", None, "035", "asserted"


def _of_his_state(s: Sentence, cast: Cast, sayer: int, doers: list[int]) -> bool:
    """ "the minister said Chad would free the pilots": Chad, whose minister he is."""
    own = cast.filler(s, sayer).entity.country
    return bool(own) and all(cast.filler(s, t).entity.country == own for t in doers)


def _in_office(s: Sentence, cast: Cast, t: int) -> bool:
    f = cast.filler(s, t)
    return f.acts and bool(_IN_OFFICE & set(f.entity.sectors)) and s.lemmas[t] not in _NO_OFFICE


def polls_to_come(s: Sentence, f: Frame, clause: int) -> Draft | None:
    """ "said a vote would take place in July": whoever can call it promises it."""
    polls = [t for t in s.kids(clause, "nsubj", "nsubjpass", "attr") if s.lemmas[t] in _POLLS]
    held = s.lemmas[clause] in ("hold", "organise", "organize", "call") and g.is_passive(s, clause)
    takes_place = s.lemmas[clause] == "take" and any(s.lemmas[o] == "place" for o in s.kids(clause, "dobj"))
    there = s.lemmas[clause] == "be" and bool(s.kids(clause, "expl"))
    speakers = _speakers(s, f)
    if not polls or not (held or takes_place or there) or not _will(s, clause) or not speakers:
        return None
    if s.kids(clause, "neg") or any(s.lemmas[c] == "no" for c in s.kids(polls[0], "det")):
        return None
    return _made(s, f, clause, "AGREE", None, "0341", speakers, [])


def stays_in_force(s: Sentence, f: Frame, clause: int) -> Draft | None:
    """ "said the embargo on Chad would stay in place": whoever keeps it will not lift it."""
    measures = [t for t in s.kids(clause, "nsubj", "nsubjpass") if s.lemmas[t] in _MEASURES]
    stays = s.lemmas[clause] in _STAYING and not g.is_passive(s, clause)
    kept = s.lemmas[clause] in _KEPT and g.is_passive(s, clause)
    speakers = _speakers(s, f)
    if not measures or not (stays or kept) or not _will(s, clause) or s.kids(clause, "neg") or not speakers:
        return None
    under = [
        o
        for t in measures
        for p in s.kids(t, "prep")
        if s.lemmas[p] in ("on", "against", "of")
        for o in s.kids(p, "pobj")
    ]
    made = _made(s, f, clause, "REJECT", "yield", "124", speakers, under)
    made.covers |= {x for t in measures for x in s.subtree(t)}
    return made


def helpful(s: Sentence, f: Frame, clause: int) -> Draft | None:
    """ "said it would respect the ruling", "would keep the crossing open", "try to persuade both sides".

    Deeds that no sense of the lexicon knows as events, but that are promised to somebody.
    """
    speakers = _speakers(s, f)
    if not _will(s, clause) or s.kids(clause, "neg") or not speakers:
        return None
    subjects = g.surface_subjects(s, clause)
    own = not subjects or all(s.pos[t] == "PRON" or s.kids(t, "poss") for t in subjects)
    deed = _led_to(s, clause)
    found = _honoured(s, deed) or _left_open(s, deed) or _more_of_it(s, deed) or _goodwill(s, deed)
    if not found or (not own and not any(s.pos[t] == "PROPN" for t in subjects)):
        return None
    towards = [t for o in found for t in (*s.kids(o, "poss"), *g.led(s, o, _TOWARDS)) if s.tags[t] != "PRP$"]
    towards += [t for t in found if s.lemmas[deed] in _PERSUADING]
    return _made(s, f, clause, "AGREE", None, "030", speakers if own else subjects, towards)


def _led_to(s: Sentence, clause: int) -> int:
    """ "try to persuade", "continue to support": what is tried or goes on."""
    inner = s.kids(clause, "xcomp")
    return inner[0] if s.lemmas[clause] in _TRYING and inner else clause


def _objects(s: Sentence, verb: int, leads: frozenset[str] = frozenset()) -> list[int]:
    return [*s.kids(verb, "dobj"), *g.led(s, verb, leads)]


def _honoured(s: Sentence, verb: int) -> list[int]:
    """ "abide by the ruling", "honour its word", "return to the deal"."""
    leads = _KEEPING.get(s.lemmas[verb])
    if leads is None:
        return []
    return [o for o in _objects(s, verb, leads) if s.lemmas[o] in _BINDING]


def _left_open(s: Sentence, verb: int) -> list[int]:
    """ "keep its border open"."""
    ways = [
        o for t in (verb, *s.kids(verb, "ccomp")) for o in s.kids(t, "dobj", "nsubj") if s.lemmas[o] in _WAYS
    ]
    free = any(s.lemmas[t] == "open" for t in s.subtree(verb))
    return ways if s.lemmas[verb] in ("keep", "leave") and free else []


def _more_of_it(s: Sentence, verb: int) -> list[int]:
    """ "double its aid", "raise its contribution"."""
    more = s.lemmas[verb] in (
        "raise",
        "increase",
        "double",
        "triple",
        "boost",
        "expand",
        "extend",
        "maintain",
    )
    return [o for o in s.kids(verb, "dobj") if more and s.lemmas[o] in _GIFTS]


def _goodwill(s: Sentence, verb: int) -> list[int]:
    """ "persuade both sides to talk", "play a constructive role"."""
    role = [
        o
        for o in s.kids(verb, "dobj")
        if s.lemmas[o] == "role" and any(s.lemmas[a] in _KINDLY for a in s.kids(o, "amod"))
    ]
    if s.lemmas[verb] == "play":
        return role
    return s.kids(verb, "dobj", "nsubj") if s.lemmas[verb] in _PERSUADING else []


_TRYING = frozenset("try continue seek endeavour strive work keep".split())
_PERSUADING = frozenset({"persuade", "convince", "encourage"})
_TO = frozenset({"to"})
_TOWARDS = frozenset({"with", "to", "for"})
_KEEPING: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        "respect honour honor uphold obey heed accept recognise recognize observe rejoin".split(), frozenset()
    ),
    **dict.fromkeys("return stick adhere".split(), _TO),
    "abide": frozenset({"by"}),
    "comply": frozenset({"with"}),
}
"""Verbs of keeping to what was settled, with the words that lead to it."""
_BINDING = frozenset(
    "ruling verdict decision judgment judgement agreement treaty deal accord pact result outcome commitment "
    "obligation word truce ceasefire cease-fire talk talks negotiation negotiations table resolution "
    "order".split()
)
_WAYS = frozenset(
    "border crossing embassy door channel port airspace consulate route corridor frontier road".split()
)
_GIFTS = frozenset("aid assistance support contribution funding help donation grant".split())
_KINDLY = frozenset("constructive positive helpful active useful".split())


def _will(s: Sentence, clause: int) -> bool:
    """ "would stay", "will stay", "is to stay"."""
    return bool({s.words[a].lower() for a in s.kids(clause, "aux")} & {"will", "would", "shall", "'ll"})


def _speakers(s: Sentence, f: Frame) -> list[int]:
    return [t for t in f.slots.get("A", []) if s.lemmas[t] not in _NO_OFFICE]


def _made(
    s: Sentence,
    f: Frame,
    clause: int,
    event_type: str,
    mode: str | None,
    cameo: str,
    actors: list[int],
    recipients: list[int],
) -> Draft:
    made = Draft(f, event_type, mode, cameo, (), actors, recipients, settled=True)
    made.covers = {clause, *s.kids(clause, "dobj", "attr")}
    made.score, made.confidence = f.specificity, _SURE
    made.steps.append(f"{f.sense.where}: {s.words[clause]} as said by those who decide → {event_type}")
    return made
