"""Are two names, written by two outlets, the same one?"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

_TOKEN = re.compile(r"[^\W_]+")
_EMPTY = frozenset(
    "the a an of and for in on al el de la le du di von van bin ibn abu mr mrs ms dr sir gen col".split()
)
_SAME = 0.82
"""Share of letters in order that two spellings of one name have at the least."""


@lru_cache(20_000)
def tokens(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from others, in lower case and without accents."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c)).replace("'", "").replace("’", "")
    found = _TOKEN.findall(plain)
    return tuple(w for w in found if w not in _EMPTY) or tuple(found)


def is_name(name: str) -> bool:
    """True for a proper name, false for a description such as "gunmen" or "12 soldiers"."""
    words = [w for w in name.split() if w[:1].isalpha()]
    return bool(words) and all(w[0].isupper() or w.casefold() in _EMPTY for w in words)


def similar(a: str, b: str) -> bool:
    """True when both are likely spellings, shorter forms or abbreviations of one name."""
    return _similar(*sorted((a, b)))


@lru_cache(20_000)
def _similar(a: str, b: str) -> bool:
    x, y = tokens(a), tokens(b)
    if not x or not y:
        return a.casefold() == b.casefold()
    if x == y or _initials(x, y) or _initials(y, x):
        return True
    short, long = (x, y) if len(x) <= len(y) else (y, x)
    if len(short) == 1:
        return len(short[0]) > 2 and any(_alike(short[0], w) for w in (long[0], long[-1]))
    return all(any(_alike(w, v) for v in long) for w in short)


def _alike(a: str, b: str) -> bool:
    if a == b:
        return True
    if min(len(a), len(b)) < 4 or abs(len(a) - len(b)) > 3 or a[0] != b[0]:
        return False
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= _SAME


def _initials(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """ "PKK" and "Kurdistan Workers' Party" do not match, "NLF" and "National Liberation Front" do."""
    return len(short) == 1 and len(long) > 1 and short[0] == "".join(w[0] for w in long)
