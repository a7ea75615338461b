"""Deeds told of a law, a decree or a ruling: "the decree bans rallies", "the verdict bars him"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding import grammar as g
from dragoman.coding.actors import Cast
from dragoman.coding.drafts import Draft
from dragoman.language import Sentence
from dragoman.records import Entity

_ACTS = frozenset(
    "law bill act decree ordinance edict order ruling verdict sentence judgment judgement decision "
    "amendment regulation directive injunction ban legislation measure rule circular warrant statute "
    "proclamation fatwa referendum executive_order crackdown clampdown curfew".split()
)
"""What those who rule and judge give out, and what then does the deed in their place."""
_PAPERS = frozenset(
    "resolution motion declaration communique statement text document draft bill petition letter".split()
)
"""What a body says in its own name: who adopts it demands and condemns what it demands and condemns."""
_LASTING = frozenset(
    "islamic sharia shariah religious canon international moral divine biblical natural".split()
)
"""Laws that nobody has just made."""
_PASSING = frozenset(
    "pass approve adopt sign issue enact promulgate introduce back endorse ratify push vote decree "
    "publish unveil announce draft propose invoke submit table circulate sponsor send release".split()
)
_TYPES = frozenset({"COERCE", "SANCTION", "CONCEDE"})
DONE_BY_LAW = "told of a law"


def drop(s: Sentence, cast: Cast, d: Draft) -> None:
    """Let a law that nobody's name stands behind fill no place: it is whoever rules there that acts."""
    tokens = d.frame.slots.get("A", [])
    by_adopters(s, d)
    if d.event_type not in _TYPES or d.frame.passive or not tokens or s.pos[d.trigger] != "VERB":
        return
    if not all(is_an_act(s, t) and not cast.parties(s, t) for t in tokens) or set(tokens) & d.frame.literals:
        return
    makers = [m for t in tokens for m in _makers(s, t)]
    d.actors = [*makers, *(t for t in d.actors if t not in tokens)]
    d.frame.slots["A"] = makers
    d.steps.append(DONE_BY_LAW)


def by_adopters(s: Sentence, d: Draft) -> None:
    """ "The council adopted Resolution 598, which demands a truce": the council demands it."""
    tokens = d.frame.slots.get("A", [])
    if d.event_type not in ("REQUEST", "ACCUSE") or d.frame.passive or len(tokens) != 1:
        return
    paper = tokens[0]
    numbered = s.pos[paper] in ("PROPN", "NUM") and s.words[paper - 1].lower() in _PAPERS
    if s.pos[d.trigger] != "VERB" or not (numbered or s.lemmas[paper].lower() in _PAPERS):
        return
    makers = _makers(s, paper)
    if makers:
        d.actors = [*makers, *(t for t in d.actors if t not in tokens)]
        d.frame.slots["A"] = makers


def _makers(s: Sentence, law: int) -> list[int]:
    """ "Lawmakers passed a bill that bans …": those who passed it."""
    for made in s.kids(law, "acl", "relcl"):  # "the sentence, passed by a judge in Lahore, bars him"
        if s.lemmas[made] in _PASSING | {"hand", "impose"} and g.is_passive(s, made):
            return g.agents(s, made)
    verb = s.heads[law]
    if s.deps[law] == "pobj" and s.lemmas[verb] == "for" and s.lemmas[s.heads[verb]] == "vote":
        return g.subjects(s, s.heads[verb])  # "voted for a resolution that calls on Israel"
    if s.pos[verb] != "VERB" or s.lemmas[verb] not in _PASSING:
        return []
    if s.deps[law] in ("dobj", "nsubjpass"):
        return g.subjects(s, verb)
    return []


def of_the_resolution(s: Sentence, cast: Cast, d: Draft) -> tuple[Entity, ...]:
    """ "The council met. The resolution urges Oman to …": the council or the parliament named last."""
    subjects = d.frame.slots.get("A", [])
    if d.event_type not in ("REQUEST", "ACCUSE") or len(subjects) != 1 or s.field != "text":
        return ()
    paper = subjects[0]
    the = any(s.lemmas[c] in ("the", "this") for c in s.kids(paper, "det"))
    if (
        s.lemmas[paper] != "resolution"
        or not the
        or s.kids(paper, "poss", "prep", "amod", "compound", "nummod")
    ):
        return ()
    named = (m for m in cast.before(s, s.starts[paper]) if m.kind == "org")
    body = next((m.entity for m in named if m.entity.name in _ADOPTING or "LEG" in m.entity.sectors), None)
    if body is None:
        return ()
    span = (s.starts[paper], s.ends[paper])
    return (replace(body, span=span, resolved_by="coreference: who passes resolutions"),)


_ADOPTING = frozenset({"UN Security Council", "UN General Assembly", "UN Human Rights Council"})


def only_passed(s: Sentence, d: Draft, kept: list[Draft]) -> bool:
    """ "passed a law banning rallies": the ban tells it all."""
    if d.event_type != "SUPPORT" or s.lemmas[d.trigger] not in _PASSING:
        return False
    laws = [t for t in d.frame.literals if s.lemmas[t].lower() in _ACTS | _PAPERS]
    laws += [t + 1 for t in laws if t + 1 < len(s) and s.words[t + 1].isdigit()]  # "Resolution 598"
    return any(
        k.event_type in _TYPES | {"REQUEST", "ACCUSE"}
        and s.heads[k.trigger] in laws
        and s.deps[k.trigger] in ("acl", "relcl")
        for k in kept
    )


def is_an_act(s: Sentence, t: int) -> bool:
    """True for "the decree" and "a new law", but not for law as such or one of old."""
    if s.lemmas[t] not in _ACTS or s.pos[t] != "NOUN":
        return False
    before = [c for c in s.children[t] if c < t]
    if any(s.lemmas[c] in _LASTING for c in before):
        return False
    return any(s.deps[c] in ("det", "poss", "amod", "nummod") for c in before) or s.tags[t] == "NNS"


def by_law(d: Draft) -> bool:
    """True for a deed that a law does."""
    return DONE_BY_LAW in d.steps
