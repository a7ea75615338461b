"""Who let captives go, where the report knows their captors: no minister who announces or welcomes it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.kinds import retyped
from dragoman.coding.people import ARMED, OUTLAWS
from dragoman.records import Entity, EventMention

_HOW = "who held them, as the report tells"
_CAPTIVES = frozenset("hostage hostages captive captives kidnapped abducted abductees".split())
_GUESSES = (
    "implied",
    "the police told of",
    "who announces it",
    "who took them",
    "the same deed told before",
    "coreference: the same deed",
)
"""How a row was given an actor whom its own clause does not name."""
_AS_WELL = re.compile(r"\b(?:also|too|as well|in addition|along with|besides)\b", re.IGNORECASE)
_OWNED = re.compile(r"(?:['’]s?|s['’]) (?:\w+ ){0,2}$")
_BY = re.compile(r"^\w+\b[^.;,]{0,60}\bby\b")


def let_go_by_captors(mentions: Sequence[EventMention]) -> list[EventMention]:
    """The mentions of a report, captives let go by the one camp of outlaws that it tells to have held them.

    "Raiders took 30 nurses … Mali secured the release of twelve nurses": the raiders released them.
    """
    held_by = _captors(mentions)
    if held_by is None:
        return list(mentions)
    captors, called, home = held_by
    out: list[EventMention] = []
    for m in mentions:
        freed = _is_freed(m, called) or _as_well(m, out)
        if freed and _of_nobody_who_acts(m):
            m = replace(m, actors=captors, recipients=tuple(_from_there(r, home) for r in m.recipients))
        elif _is_held(m, called):
            m = replace(retyped(m, "ASSAULT", "abduct", "181"), actors=captors)
        out.append(m)
    return out


def _from_there(r: Entity, home: str | None) -> Entity:
    """ "hostages": of the country of those whom the report tells to have been taken."""
    nowhere = not r.country and not r.actor_id and home is not None
    return replace(r, country=home, resolved_by=_HOW) if nowhere else r


def _captors(
    mentions: Sequence[EventMention],
) -> tuple[tuple[Entity, ...], set[str], str | None] | None:
    """The one camp of outlaws that a report tells to hold or free people, what and of where these are."""
    told = [m for m in mentions if _taking(m) and m.status in ("asserted", "historical", "future")]
    camps = {tuple(sorted(a.actor_id or a.name.lower() for a in m.actors)) for m in told}
    if len(camps) != 1:
        return None
    called = {word for m in told for r in m.recipients if (word := _word_for(r))}
    actors = tuple(replace(a, span=None, resolved_by=_HOW) for a in told[0].actors)
    homes = {r.country for m in told for r in m.recipients if r.country}
    return (actors, called, homes.pop() if len(homes) == 1 else None) if called else None


def _taking(m: EventMention) -> bool:
    """True for outlaws who abduct people, or let unarmed people go."""
    outlaws = bool(m.actors) and all(OUTLAWS & set(a.sectors) and a.actor_id for a in m.actors)
    harmless = bool(m.recipients) and not any(ARMED & set(r.sectors) for r in m.recipients)
    deed = (m.event_type, m.event_mode)
    return outlaws and harmless and deed in (("ASSAULT", "abduct"), ("RETREAT", "release"))


def _word_for(e: Entity) -> str:
    return e.name.lower().split()[-1] if e.name and not e.actor_id else ""


def _alike(m: EventMention, called: set[str]) -> bool:
    words = [_word_for(r) for r in m.recipients if not ARMED & set(r.sectors)]
    return any(
        w in _CAPTIVES or any(w.endswith(c) or c.endswith(w) for c in called) for w in words if len(w) > 2
    )


def _is_freed(m: EventMention, called: set[str]) -> bool:
    return (m.event_type, m.event_mode) == ("RETREAT", "release") and _alike(m, called)


def _as_well(m: EventMention, before: list[EventMention]) -> bool:
    """ "A driver also was released": as the others were, right before."""
    if (m.event_type, m.event_mode) != ("RETREAT", "release") or not before:
        return False
    last = before[-1]
    unarmed = bool(m.recipients) and not any(ARMED & set(r.sectors) for r in m.recipients)
    again = (last.event_type, last.event_mode) == ("RETREAT", "release") and last.evidence.field == "text"
    return unarmed and again and _AS_WELL.search(m.evidence.text) is not None


def _is_held(m: EventMention, called: set[str]) -> bool:
    """ "It was unclear where the nurses were being held": by no police."""
    if (m.event_type, m.event_mode) != ("COERCE", "arrest") or not _told(m).startswith("held"):
        return False
    return _alike(m, called) and _only_guessed(m)


def _only_guessed(m: EventMention) -> bool:
    return all((a.resolved_by or "").startswith(_GUESSES) for a in m.actors)


def _of_nobody_who_acts(m: EventMention) -> bool:
    """True where nobody who could have let them go stands at the verb or the noun.

    "secured", "welcomed" or "announced the release" is said of others than those who release.
    """
    if not m.actors or _only_guessed(m):
        return True
    if any(OUTLAWS & set(a.sectors) for a in m.actors):
        return False
    words = _told(m)
    before = m.evidence.text[: m.evidence.trigger[0] - m.evidence.start]
    noun = words.startswith(("release of", "freedom", "release,", "release from", "release "))
    return noun and not _OWNED.search(before) and not _BY.match(words)


def _told(m: EventMention) -> str:
    """The words of a mention from its trigger on."""
    return m.evidence.text[m.evidence.trigger[0] - m.evidence.start :].lower()
