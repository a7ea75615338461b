"""Which mentions are held against each other: those that share a block.

A block is a type, four days, and a party's country or name or the country of the place.
Its number begins with the days, so that a store keeps neighbours in time together.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache

from dragoman.story.names import is_name, tokens
from dragoman.story.tellings import Party, Telling

_DAYS = 4
_BITS = 40


def blocks(t: Telling) -> list[int]:
    """The numbers of the blocks of a telling, in order."""
    names = {name for p in t.parties for name in _names(p)}
    if t.place is not None:
        names.add(f"@{t.place.country or t.place.name.casefold()}")
    return sorted({_number(when, t.event_type, name) for when in _times(t) for name in names or {"?"}})


def _names(p: Party) -> list[str]:
    """A party under its country; without one under its id, its name, or as nobody in particular."""
    if p.state:
        return [p.state]
    if p.actor_id:
        return [p.actor_id]
    found = tokens(p.name) if is_name(p.name) else ()
    return [f"~{found[-1][:4]}", f"~{found[0][:4]}"] if found else []


def _times(t: Telling) -> list[int]:
    """Numbers of the stretches of four days that it may lie in, a day wide of each end.

    Stretches of months or years are compared with the like of their year only, and what
    has no date with what is in the same report.
    """
    if t.start is None or t.end is None:
        return [_small(f"undated {t.group}")]
    if t.basis == "vague":
        return [-year for year in range(t.start.year, t.end.year + 1)][:60]
    first, last = (d.toordinal() for d in (t.start, t.end))
    return list(range((first - 1) // _DAYS, (last + 1) // _DAYS + 1))


@lru_cache(20_000)
def _number(when: int, event_type: str, name: str) -> int:
    digest = hashlib.blake2b(f"{event_type}\x1f{name}".encode(), digest_size=_BITS // 8).digest()
    return (when << _BITS) | int.from_bytes(digest)


def _small(text: str) -> int:
    """A number for a text, far from those of any day."""
    return 2**21 + int.from_bytes(hashlib.blake2b(text.encode(), digest_size=2).digest())
