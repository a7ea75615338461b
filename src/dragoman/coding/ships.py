"""Names of ships: "the Tampa" is no town in Florida where a report tells of a freighter of that name.

A report names a ship once with what she is ("the freighter Tampa", "MV Tampa", "aboard the Tampa") and
by her name with an article from then on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from dragoman.coding.slots import CALENDAR

PREFIXES = frozenset({"HMS", "USS", "INS", "HMAS", "ARA", "MV", "USNS", "RFA", "HMCS", "KRI", "BRP"})
"""Letters that stand before the name of a ship."""
_PREFIX = "|".join(sorted(PREFIXES))
_KIND = (
    r"(?:freighter|tanker|trawler|ferry|frigate|cruiser|destroyer|corvette|yacht|liner|schooner|steamer|"
    r"bulk carrier|(?:cargo|container|supply|hospital|cruise) ship|fishing boat|gunboat|warship|submarine|"
    r"vessel)"
)
_NAME = r"(?P<name>[A-Z][a-z'’-]+(?: [A-Z][a-z'’-]+)?)"
_GOES_ON = (
    r"(?=[,.;:\"”]|$| (?:as|in|off|on|at|to|and|after|before|when|near|from|for|with|by|during|was|is|had|"
    r"has)\b)"
)
_CALLED = (
    re.compile(rf"\b(?:{_PREFIX}) [\"“‘']?{_NAME}"),
    re.compile(rf"\b{_KIND},? (?:the )?[\"“‘']?{_NAME}{_GOES_ON}"),
    re.compile(rf"\b(?:[Aa]board|[Bb]oard(?:s|ed|ing)?) the {_NAME}{_GOES_ON}"),
)
_BEFORE = re.compile(rf"(?:\b[Tt]he|{_KIND},?|\b(?:{_PREFIX})) [\"“‘']?$")
_FAR = 24


def positions(text: str, is_country: Callable[[str], bool]) -> Iterator[int]:
    """Where each word of a ship's name begins in a text, wherever she is named as a ship is.

    "The tanker Iran seized" is no ship of that name: ``is_country`` tells what is none.
    """
    names = {m["name"].removesuffix("'s").removesuffix("’s") for p in _CALLED for m in p.finditer(text)}
    for name in names:
        if name.lower() in CALENDAR or is_country(name):
            continue
        for m in re.finditer(rf"\b{re.escape(name)}\b", text):
            if _BEFORE.search(text, max(0, m.start() - _FAR), m.start()):
                yield from (m.start() + w.start() for w in re.finditer(r"\S+", name))
