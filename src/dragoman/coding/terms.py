"""What an accord lays down and no row of the lexicon tells: "Under the deal, Chad will repair the road".

Whoever is bound by an accord agrees to what it asks of him; where the clause names nobody ("elections
will be held"), all who concluded the accord do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding import grammar as g
from dragoman.coding import unreal
from dragoman.coding.drafts import Draft
from dragoman.coding.senses import Sense
from dragoman.coding.slots import Frame
from dragoman.language import Sentence
from dragoman.records import Entity

if TYPE_CHECKING:
    from dragoman.coding.actors import Cast

WHERE = "terms.py"
_BOUND = frozenset({"will", "would", "'ll", "shall", "must"})
_STATES = frozenset(
    "be remain have become receive get stay include cover last expire apply cost run need seem see mean "
    "total amount enjoy know benefit gain lose face fall rise grow come take make allow enable let".split()
)
"""Verbs that tell what will be the case, and no undertaking."""
_OPEN = frozenset(
    "hold form create establish set build open scrap abolish dismantle disband merge free release lift "
    "absorb integrate demobilise demobilize resettle withdraw "
    "remove share exchange repair restore disarm return reunite protect guarantee".split()
)
"""What will be done where nobody is named that does it."""
_PARTIES = frozenset({"GOV", "MIL", "REB", "PTY", "OPP", "PRM", "UAF", "LEG", "PRE", "LAB"})
_SURE = 0.6


def drafts(s: Sentence, cast: Cast, kept: list[Draft]) -> list[Draft]:
    """A draft for each clause that an accord sets and that no kept draft tells."""
    told = {t for d in kept for t in d.covers | d.frame.literals | {d.trigger}}
    out = []
    for v in range(1, len(s)):
        if s.pos[v] != "VERB" or s.tags[v] not in ("VB", "VBN") or v in told or s.field == "title":
            continue
        if s.lemmas[v] in _STATES or _within(s, v, told) or _bound(s, v) is None:
            continue
        accord = _accord_of(s, v)
        made = _undertaken(s, cast, v, accord) if accord is not None else _of_the_two(s, cast, v)
        if made is not None:
            out.append(made)
    return out


def _of_the_two(s: Sentence, cast: Cast, v: int) -> Draft | None:
    """ "The two are to name ambassadors", "Chad and Niger will dig a canal": they have agreed on it."""
    if g.is_passive(s, v) or s.lemmas[v] in _RIVALRY or not s.kids(v, "dobj", "prep", "ccomp", "xcomp"):
        return None
    would = any(s.words[a].lower() in _NOT_AGREED for a in s.kids(v, "aux"))
    doers = g.surface_subjects(s, v)
    sides = [e for t in doers for e in cast.parties(s, t)]
    if (
        would
        or len({e.country for e in sides if e.country}) < 2
        or any(e.sectors[:1] != ("GOV",) for e in sides)
    ):
        return None
    own = {e.country for e in sides}
    others = [
        o
        for lead, _, o in g.prepositional(s, v)
        if lead in ("to", "with")
        and any(e.country and e.country not in own for e in cast.parties(s, o, recipient=True))
    ]
    made = _made(v, list(doers), others)
    made.steps.append("what two states are to do together → AGREE")
    return made


_NOT_AGREED = frozenset("would must should ought may might could can".split())
"""Auxiliaries of what others think or ask: "Paris and Rome must realise it, an academic says"."""
_RIVALRY = frozenset(
    "face play suffer clash compete fight struggle decide vie contest know think feel want hope remember die "
    "watch wait continue keep try speak vote survive struggle bear pay learn respond react retaliate".split()
)
"""What two states may be about to do on which they have not agreed."""


def _made(v: int, doers: list[int], others: list[int]) -> Draft:
    sense = Sense(
        pos="v", pattern="under an accord", heads=frozenset(), event_type="AGREE", mode=None, cameo="030",
        contexts=(), near_misses=(), example="", where=WHERE,
    )  # fmt: skip
    made = Draft(Frame(sense, v, literals={v}), "AGREE", None, "030", (), doers, others)
    made.settled, made.confidence, made.score = True, _SURE, 1.0
    made.two_sided = not others
    return made


def binds(s: Sentence, d: Draft) -> bool:
    """True for what one party alone undertakes under an accord."""
    if d.event_type not in ("AGREE", "CONCEDE") or s.pos[d.trigger] != "VERB" or d.recipients:
        return False
    laid_down = s.lemmas[d.trigger] in _LAYING_DOWN and any(
        s.lemmas[n] in _ACCORDS for n in s.kids(d.trigger, "nsubj")
    )  # "the agreement provides for the presence of Iran in Syria": Syria agrees
    return laid_down or _accord_of(s, d.trigger) is not None


_LAYING_DOWN = frozenset({"provide", "call", "stipulate", "foresee", "envisage"})
_ACCORDS = frozenset("agreement accord pact treaty deal memorandum protocol document text".split())


def other_side(actors: tuple[Entity, ...], sides: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """With whom the accord was concluded: of those who did, whoever is not the one who is bound."""
    bound = {(a.country, a.sectors[:1]) for a in actors}
    own = {a.country for a in actors}
    others = tuple(e for e in sides if e.country and e.country not in own)
    if not others:
        others = tuple(e for e in sides if e.country and (e.country, e.sectors[:1]) not in bound)
    return others if len(others) < len(sides) else ()


def _within(s: Sentence, v: int, told: set[int]) -> bool:
    """True for a verb whose object or content tells the event already."""
    return any(t in told for c in s.kids(v, "dobj", "xcomp", "ccomp") for t in (c, *s.children[c]))


def _undertaken(s: Sentence, cast: Cast, v: int, accord: int) -> Draft | None:
    passive = g.is_passive(s, v)
    doers = g.agents(s, v) if passive else g.surface_subjects(s, v)
    parties = [e for t in doers for e in cast.parties(s, t)]
    bound = [e for e in parties if e.country and (not e.sectors or _PARTIES & set(e.sectors))]
    if parties and not bound:
        return None
    if not bound and not (passive and s.lemmas[v] in _OPEN):
        return None
    objects = [] if passive else g.objects(s, v)
    own = {e.country for e in bound}
    others = [
        o
        for o in objects
        if any(e.country not in own for e in cast.parties(s, o, recipient=True) if e.country)
    ]
    made = _made(v, list(doers) if bound else [], others)
    made.lent = [] if bound else [accord]
    made.steps.append(f"what the {s.words[accord]} lays down → AGREE")
    return made


def _bound(s: Sentence, v: int) -> tuple[int, int] | None:
    """The first of a row of verbs and its clause, where it is something still to be done."""
    top = v
    while (
        s.deps[top] == "conj"
        and s.pos[s.heads[top]] == "VERB"
        and not s.kids(top, "aux", "nsubj", "nsubjpass")
    ):
        top = s.heads[top]
    if any(s.words[a].lower() in _BOUND for a in s.kids(top, "aux")):
        return top, top
    to = any(s.lemmas[a] == "to" for a in s.kids(top, "aux"))
    if to and s.deps[top] == "xcomp" and s.lemmas[s.heads[top]] == "be":
        return top, s.heads[top]
    return None


def _accord_of(s: Sentence, v: int) -> int | None:
    """The accord that a clause stands under, and None where it is not to be done or no accord's."""
    found = _bound(s, v)
    if found is None:
        return None
    top, clause = found
    for _ in range(3):
        for k in (top, clause):
            for p in s.kids(k, "prep"):
                deals = unreal.deals_below(s, p)
                if deals:
                    return deals[0]
        if s.deps[clause] != "conj" or s.heads[clause] == clause:
            return None
        top = clause = s.heads[clause]
    return None
