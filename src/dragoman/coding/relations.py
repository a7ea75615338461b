"""Sentences → lasting ties between actors: who backs, leads, hosts, operates, belongs to or fights whom.

Three ways of saying so are read, each from a table in ``ties/``: verbs and adjectives in
the template language of the lexicon, compounds ("Iran-backed militias"), and nouns beside
a name ("X, commander of Y").  What is denied, planned or asked for is no tie, and a tie
needs a named actor on at least one side.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import get_args

from dragoman import tsv
from dragoman.coding import frames, parties, senses, slots
from dragoman.coding import grammar as g
from dragoman.coding.actors import Cast
from dragoman.coding.gate import Gate
from dragoman.coding.mentions import Filler
from dragoman.coding.people import OF_THE_STATE
from dragoman.language import Sentence
from dragoman.records import Entity, Relation, RelationKind, stable_id

FOLDER = Path(__file__).parent / "ties"
_OTHER_TABLES = ("compounds.tsv", "nouns.tsv")
_COMPOUND_FIRST = r"([A-Z][\w.]*(?:[ -](?:and )?[A-Z][\w.]*)*)-"
_UNREAL = frozenset("could would may might should can if unless will shall must".split())
_PLAIN = frozenset(
    "supreme military political overall rebel top longtime long-time veteran powerful armed main".split()
)
"""Words before "leader" that leave it what it is; a "former leader" or a "policy chief" is another."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie as read, before it becomes a record's ``Relation``; ``first`` and ``last`` are tokens."""

    kind: RelationKind
    subject: Entity
    object: Entity
    first: int
    last: int


# --- the tables ---------------------------------------------------------------------------------


def _table(name: str) -> list[dict[str, str]]:
    return tsv.rows(FOLDER / name)


@cache
def lexicon() -> senses.Lexicon:
    """The patterns of ``ties/``; the name of a file is the kind of tie."""
    return senses.load(FOLDER, leave_out=_OTHER_TABLES)


@cache
def compounds() -> dict[str, tuple[RelationKind, bool]]:
    """Second part of a compound → the kind, and whether the noun is the subject."""
    return {r["word"]: (r["kind"], r["subject"] == "noun") for r in _table("compounds.tsv")}  # type: ignore[misc]


@cache
def nouns() -> dict[str, RelationKind]:
    """Nouns beside a name → the kind."""
    return {r["noun"]: r["kind"] for r in _table("nouns.tsv")}  # type: ignore[misc]


@cache
def _compound_pattern() -> re.Pattern[str]:
    return re.compile(_COMPOUND_FIRST + rf"({'|'.join(compounds())})\b")


@cache
def _noun_pattern() -> re.Pattern[str]:
    words = "|".join(re.escape(n) for n in nouns())
    return re.compile(
        rf"\b(?:{words})s? of (?:the |a |an )?(?:[\w'’-]+ ){{0,2}}[A-Z]"
        rf"|['’]s? (?:\w+ )?(?:{words})\b|[A-Z][\w'’-]+ (?:{words}) [A-Z]"
    )


@cache
def _gate() -> Gate:
    return Gate(lexicon())


def may_hold(sentence: str) -> bool:
    """A cheap test: False for sentences that state no tie."""
    return bool(_compound_pattern().search(sentence) or _noun_pattern().search(sentence)) or _gate().passes(
        sentence
    )


# --- one sentence -------------------------------------------------------------------------------


def relations(s: Sentence, cast: Cast, document_id: str, published: dt.date | None) -> Iterator[Relation]:
    """The ties that a parsed sentence states, each once."""
    seen: set[tuple[str, str, str]] = set()
    for tie in (*_by_frames(s, cast), *_by_compounds(s, cast), *_by_nouns(s, cast), *_by_possession(s, cast)):
        key = (tie.kind, _name(tie.subject), _name(tie.object))
        if key in seen or _name(tie.subject) == _name(tie.object) or not _worth(tie):
            continue
        seen.add(key)
        span = (s.starts[tie.first], s.ends[tie.last])
        yield Relation(
            stable_id(document_id, s.field, *span, *key), tie.kind, tie.subject, tie.object,
            published, published, s.field, span, s.text, s.start,
        )  # fmt: skip


def _name(e: Entity) -> str:
    return e.actor_id or e.name.casefold()


def _worth(tie: Tie) -> bool:
    """Somebody known or named must be in it, and nobody may be a bare pronoun."""
    named = [bool(e.actor_id or (e.country and e.sectors)) for e in (tie.subject, tie.object)]
    loose = any((e.resolved_by or "").startswith("pronoun") for e in (tie.subject, tie.object))
    return any(named) and not loose


def _by_frames(s: Sentence, cast: Cast) -> Iterator[Tie]:
    if not _gate().passes(s.text):
        return
    for frame in frames.frames(s, lexicon(), lambda i: cast.is_actor(s, i)):
        if not _is_real(s, frame.trigger):
            continue
        kind = _kind_of(frame.sense)
        both = [f for t in frame.slots.get("B", []) for f in [cast.filler(s, t)] if f.acts]
        subjects = both[:1] or [f for t in frame.slots.get("A", []) for f in [cast.filler(s, t)] if f.acts]
        objects = both[1:] or [cast.filler(s, t) for t in _objects(frame)]
        if kind in ("backs", "is at war with"):
            objects = [f for f in objects if f.acts]
        for one in subjects:
            for other in objects:
                first, last = sorted((one.head, other.head))
                if kind == "backs" and frame.passive:
                    yield Tie("is backed by", other.entity, one.entity, first, last)
                    continue
                for subject in (one.entity, *_examples(s, cast, one)):
                    yield Tie(kind, subject, _owner(s, cast, kind, other), first, last)


def _objects(frame: slots.Frame) -> list[int]:
    return frame.slots.get("R", []) or sorted(frame.literal_objects)[:1]


def _kind_of(sense: senses.Sense) -> RelationKind:
    name = (sense.event_type or "").lower().replace("_", " ")
    return next(kind for kind in get_args(RelationKind) if kind == name)


def _owner(s: Sentence, cast: Cast, kind: str, f: Filler) -> Entity:
    """Of "hosts a Russian base" the object is the base, as Russia's."""
    if kind != "hosts" or s.pos[f.head] == "PROPN":
        return f.entity
    first, last = g.phrase(s, f.head)
    owners = parties.responsible(cast, s, f.head)
    countries = {o.country for o in owners}
    country = next(iter(countries)) if len(countries) == 1 else None
    return Entity(s.slice(first, last), None, country, span=(s.starts[first], s.ends[last]))


def _is_real(s: Sentence, trigger: int) -> bool:
    """Neither negated nor modal, conditional or a question."""
    verbs = [trigger, *(a for a in list(s.ancestors(trigger))[:1] if s.pos[a] in ("VERB", "AUX"))]
    for v in verbs:
        for c in s.children[v]:
            if s.deps[c] == "neg" or (s.deps[c] in ("aux", "mark") and s.lemmas[c] in _UNREAL):
                return False
    return not s.text.rstrip().endswith("?")


def _by_compounds(s: Sentence, cast: Cast) -> Iterator[Tie]:
    """ "Iran-backed militias, including Hizballah": the militias and those that are named."""
    for m in _compound_pattern().finditer(s.text):
        kind, noun_first = compounds()[m.group(2)]
        part = _token_at(s, s.start + m.start(2))
        first = _token_at(s, s.start + m.end(1) - 1)
        if part is None or first is None:
            continue
        head = _noun_after(s, part)
        if head is None:
            continue
        agent = _agent(s, cast, first)
        body = cast.filler(s, head)
        if agent is None or not body.acts:
            continue
        for entity in (_as_described(s, cast, body, head), *_examples(s, cast, body)):
            one, other = (entity, agent) if noun_first else (agent, entity)
            yield Tie(kind, one, other, first, head)


def _as_described(s: Sentence, cast: Cast, f: Filler, head: int) -> Entity:
    """ "the Saudi-led coalition" is what it is called, whatever it may refer back to."""
    if s.pos[head] == "PROPN" or f.kind == "role" or "name" in (f.entity.resolved_by or ""):
        return f.entity
    if any(cast.filler(s, c).entity.actor_id == f.entity.actor_id for c in s.kids(head, "compound", "nmod")):
        return f.entity  # "M23 rebels"
    first, last = g.phrase(s, head)
    span = (s.starts[first], s.ends[last])
    return Entity(s.slice(first, last), span=span, resolved_by="description")


def _token_at(s: Sentence, offset: int) -> int | None:
    return next((i for i in range(len(s)) if s.starts[i] <= offset < s.ends[i]), None)


def _noun_after(s: Sentence, i: int) -> int | None:
    """The noun that a compound adjective belongs to: above it, or else the last noun of the run behind it."""
    for up in (i, *s.ancestors(i)):
        if up > i and s.pos[up] in ("NOUN", "PROPN"):
            return up
    run = None
    for j in range(i + 1, min(i + 5, len(s))):
        if s.pos[j] in ("NOUN", "PROPN"):
            run = j
        elif s.pos[j] != "ADJ":
            break
    return run


def _agent(s: Sentence, cast: Cast, i: int) -> Entity | None:
    """Who the first part names: a nationality is its state ("Saudi-led")."""
    country = cast.knowledge.nationality(s.words[i])
    if country:
        return cast.country_entity(country[0], (s.starts[i], s.ends[i]))
    known = [
        c
        for c in cast.knowledge.resolve(s.words[i], cast.date)
        if c.actor_id and c.kind in ("country", "org", "person")
    ]
    if known:
        best = known[0]
        return Entity(
            best.name,
            best.actor_id,
            best.country,
            best.sectors,
            best.office,
            (s.starts[i], s.ends[i]),
            best.resolved_by,
        )
    return None


def _examples(s: Sentence, cast: Cast, f: Filler) -> list[Entity]:
    """ "militias, including X": those that are named."""
    return (
        [e for e in cast.parties(s, f.head) if e.actor_id and e.actor_id != f.entity.actor_id]
        if f.kind == "role"
        else []
    )


# --- nouns beside a name ------------------------------------------------------------------------


def _by_nouns(s: Sentence, cast: Cast) -> Iterator[Tie]:
    for i in range(len(s)):
        kind = nouns().get(s.lemmas[i])
        if kind is None or s.pos[i] not in ("NOUN", "PROPN") or not _is_plain(s, i):
            continue
        body = _body_of(s, cast, i)
        holder = _holder_of(s, cast, i, kind)
        if body is not None and holder is not None and _is_real(s, i):
            first, last = sorted((i, holder.head))
            yield Tie(kind, holder.entity, body, first, last)


def _is_plain(s: Sentence, i: int) -> bool:
    return all(
        s.pos[c] == "PROPN" or s.lemmas[c] in _PLAIN for c in s.kids(i, "amod", "compound", "nmod") if c < i
    )


def _body_of(s: Sentence, cast: Cast, i: int) -> Entity | None:
    """The body of "leader of Y", "Y's leader", "Y leader": one that the knowledge base has, no state."""
    options = [o for name, p, o in g.prepositional(s, i) if name == "of" and s.heads[p] == i]
    options += s.kids(i, "poss", "compound", "nmod")
    options += [i - 1] if i and s.deps[i] in ("compound", "nmod") and s.pos[i - 1] == "PROPN" else []
    for o in options:
        f = cast.filler(s, o)
        e = f.entity
        if f.acts and f.kind in ("org", "group", "outlet") and e.actor_id and not _is_person(e):
            return e
    return None


def _holder_of(s: Sentence, cast: Cast, i: int, kind: str) -> Filler | None:
    """Who the noun describes: an apposition, the name that it stands before, or the subject of "is"."""
    near = g.appositions(s, i)
    near += [s.heads[i]] if s.deps[i] in ("compound", "nmod") and s.pos[s.heads[i]] == "PROPN" else []
    if s.deps[i] == "attr" and s.lemmas[s.heads[i]] == "be":
        near += g.subjects(s, s.heads[i])
    for o in near:
        f = cast.filler(s, o)
        if (
            f.acts
            and s.pos[o] == "PROPN"
            and (_is_person(f.entity) or f.kind == "person") == (kind == "leads")
        ):
            return f
    return None


def _is_person(e: Entity) -> bool:
    return (e.actor_id or "").startswith("person:")


def _by_possession(s: Sentence, cast: Cast) -> Iterator[Tie]:
    """ "Iran's Revolutionary Guard": a known body of a state named with its state."""
    for i in range(len(s)):
        if s.pos[i] != "PROPN":
            continue
        for o in s.kids(i, "poss"):
            owner, body = _agent(s, cast, o), cast.filler(s, i).entity
            if (
                owner is not None
                and (owner.actor_id or "").startswith("country:")
                and (body.actor_id or "").startswith("org:")
                and body.country == owner.country
                and OF_THE_STATE.intersection(body.sectors)
            ):
                yield Tie("is part of", body, owner, o, i)
