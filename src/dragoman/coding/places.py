"""Where it happened: the place of the event, not any place in the sentence."""

from __future__ import annotations

import re

from dragoman.coding import grammar as g
from dragoman.coding.actors import Cast
from dragoman.coding.drafts import Draft
from dragoman.knowledge import Knowledge, Place
from dragoman.language import Sentence
from dragoman.records import EventPlace, Span

_LOCATIVE = frozenset(
    "in at near outside inside around across within on throughout off along over above".split()
)
_MOTION = frozenset("to into toward towards for from through".split())
_PRECISION = {"city": "city", "region": "region", "country": "country"}


def event_place(s: Sentence, draft: Draft, cast: Cast, home: str | None = None) -> EventPlace | None:
    """The place of a draft's event, with coordinates where the knowledge base has them.

    ``home`` is the country that the parties share, used to choose among places of one name.
    """
    named: list[tuple[float, int, EventPlace]] = []
    for rank, token in _options(s, draft):
        found = None if _names_a_state(s, token, cast) else _look_up(s, token, cast.knowledge, home)
        if found:
            first, last = _name_tokens(s, token)
            named.append((rank, token, as_event_place(found, (s.starts[first], s.ends[last]))))
        else:
            country = _country(s, token, cast)
            if country:
                named.append((rank + 0.05, token, country))
    if not named:
        return None
    return min(named, key=lambda n: (n[0], _grain(n[2])))[2]


def _names_a_state(s: Sentence, token: int, cast: Cast) -> bool:
    """A state's own name is no town of that name elsewhere; a capital is a town though it also acts."""
    f = cast.filler(s, token)
    by = f.entity.resolved_by or ""
    return f.kind == "country" and f.head == token and not any(w in by for w in ("capital", "metonym"))


def _country(s: Sentence, token: int, cast: Cast) -> EventPlace | None:
    """A country as the place, also where a description names it ("flooded the country with …")."""
    f = cast.filler(s, token)
    if f.kind != "country" or not f.entity.country or s.deps[token] in ("nsubj", "nsubjpass", "poss", "amod"):
        return None
    if f.head != token or s.pos[token] not in ("PROPN", "NOUN", "PRON"):
        return None
    return EventPlace(f.entity.name, f.entity.country, span=f.entity.span, precision="country")


def as_event_place(place: Place, span: Span | None) -> EventPlace:
    """The record's form of a place of the knowledge base."""
    precision = _PRECISION.get(place.kind, "feature")
    return EventPlace(
        place.name, place.country, place.admin1, round(place.latitude, 4), round(place.longitude, 4),
        place.id, span, precision,  # type: ignore[arg-type]
    )  # fmt: skip


def _grain(place: EventPlace) -> int:
    return {"city": 0, "feature": 1, "region": 2, "country": 3}.get(place.precision or "", 1)


def _options(s: Sentence, draft: Draft) -> list[tuple[float, int]]:
    """(rank, token) of possible place names, the best rank first."""
    out: list[tuple[float, int]] = []
    anchors = [draft.trigger]
    if draft.frame.light is not None:
        anchors.append(draft.frame.light)
    anchors += [literal for literal in draft.frame.literals if s.pos[literal] == "NOUN"]
    out += [(0.2, p) for p in draft.frame.slots.get("P", [])]
    for anchor in anchors:
        for name, prep, o in g.prepositional(s, anchor):
            if name in _LOCATIVE:
                out.append((0.3 if s.heads[prep] == anchor else 0.6, o))
            elif name in _MOTION and draft.event_type in ("CONSULT", "MOBILIZE", "AGREE", "AID"):
                out.append((0.5, o))
    if draft.event_type in ("ASSAULT", "COERCE", "CONSULT", "MOBILIZE", "AID"):
        # a capital that acts is no place, one that is visited or hit is
        out += [(0.8, token) for token in draft.recipients]
    for token in (*draft.recipients, *draft.actors):
        out += [(0.9, o) for name, _, o in g.prepositional(s, token) if name in _LOCATIVE]
    out += _clause_places(s, draft)
    return out


def _clause_places(s: Sentence, draft: Draft) -> list[tuple[float, int]]:
    """Locative phrases of the clauses above the trigger ("During a visit to X, he held talks")."""
    out = []
    for up, k in enumerate(s.ancestors(draft.trigger)):
        if up > 3:
            break
        if s.pos[k] in ("VERB", "AUX", "NOUN"):
            for p in s.kids(k, "prep"):
                if s.lemmas[p] in _LOCATIVE or (
                    s.lemmas[p] == "to" and s.lemmas[k] in ("visit", "trip", "arrive", "travel", "fly")
                ):
                    out += [(1.2 + 0.2 * up, o) for o in s.kids(p, "pobj")]
            for p in s.kids(k, "prep"):
                if s.lemmas[p] in ("during", "after", "on"):
                    for o in s.kids(p, "pobj"):
                        out += [(1.6 + 0.2 * up, x) for n, _, x in g.prepositional(s, o) if n in ("to", "in")]
    return out


def _name_tokens(s: Sentence, token: int) -> tuple[int, int]:
    first = last = token
    for c in s.kids(token, "compound", "nmod"):
        if s.pos[c] == "PROPN" and c < token:
            first = min(first, c, *s.subtree(c))
    if s.pos[token] == "NOUN" and first < token and s.words[token][:1].islower():
        return first, token - 1
    return first, last


def _look_up(s: Sentence, token: int, knowledge: Knowledge, home: str | None) -> Place | None:
    if s.pos[token] == "NOUN":
        return _inside_noun(s, token, knowledge, home)
    if s.pos[token] != "PROPN":
        return None
    first, last = _name_tokens(s, token)
    text = re.sub(
        r"^(northern|southern|eastern|western|central|north|south|east|west)\s+", "", s.slice(first, last)
    )
    found = _find(knowledge, text, home, _within(s, token, knowledge))
    if found is None and first < last:
        found = _find(knowledge, s.words[last], home, None)
    return found


def _inside_noun(s: Sentence, token: int, knowledge: Knowledge, home: str | None) -> Place | None:
    """ "the city of Aleppo", "Idlib province", "the Syrian capital", "a village near Homs"."""
    for p in s.kids(token, "prep"):
        if s.lemmas[p] in ("of", "in", "near", "outside"):
            for o in s.kids(p, "pobj"):
                found = _look_up(s, o, knowledge, home) if s.pos[o] == "PROPN" else None
                if found:
                    return found
    for c in s.kids(token, "appos"):
        found = _look_up(s, c, knowledge, home) if s.pos[c] == "PROPN" else None
        if found:
            return found
    names = [c for c in s.kids(token, "compound", "nmod") if s.pos[c] == "PROPN"]
    if names:
        first, _ = _name_tokens(s, token)
        whole = s.slice(first, token)
        return _find(knowledge, whole, home, None) or _find(knowledge, s.slice(first, token - 1), home, None)
    if s.lemmas[token] == "capital":
        for c in s.kids(token, "amod", "poss"):
            for iso in knowledge.nationality(s.words[c]):
                return _capital(knowledge, iso)
    return None


def _within(s: Sentence, token: int, knowledge: Knowledge) -> str | None:
    """The country named right after a place: "Hebron, in the West Bank", "Tripoli, Libya"."""
    for k in range(token + 1, min(token + 5, len(s))):
        if s.pos[k] == "PROPN":
            found = knowledge.nationality(s.words[k])
            return found[0] if found else None
    return None


def _find(knowledge: Knowledge, name: str, home: str | None, inside: str | None) -> Place | None:
    for country in (inside, home):
        if country:
            found = knowledge.places(name, country)
            if found:
                return found[0]
    found = knowledge.places(name)
    return found[0] if found else None


def _capital(knowledge: Knowledge, iso: str) -> Place | None:
    entry = knowledge.entry(f"country:{iso}")
    name = (entry or {}).get("capital")
    found = knowledge.places(name, iso) if name else []
    return found[0] if found else None
