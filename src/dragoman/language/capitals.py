"""Headlines whose every word has a capital, or that have nothing but capitals, in the case of running text.

A parser takes "Iraq Invades Kuwait" for one long name, and "RUSSIA INVADES UKRAINE" too: it is shown
"Iraq invades Kuwait" instead.  Which words are names is known beforehand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from dragoman.language.stand_ins import Name

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’](?=[^\W\d_]))*")
_SMALL = frozenset(
    "a an and as at but by for from in into nor of off on onto or out over per so than that the to up "
    "upon via vs with after amid before is are its near under until his her their not no be was were "
    "will has had have who".split()
)
"""Words that have no capital in a headline of capitals either."""
_LONG = 3
"""Letters of a word at most that may stand in small ones without being one of those."""
_SHOUTED = 2
"""Words all in capitals at least, before a line is taken for one that has nothing else."""
_ENOUGH = 3
"""Words at least."""


def in_small_letters(text: str, start: int, names: Iterable[Name], common: Callable[[str], bool]) -> str:
    """``text``, letter for letter, with small letters where running text has them.

    It comes back as it is where its capitals are those of running text.

    Args:
        text: a headline, or a heading.
        start: where it begins in its field.
        names: the known names in it, counted as that.
        common: tells whether a word in small letters is a common one.
    """
    words = list(_WORD.finditer(text))
    shouted = text.upper() == text and sum(len(m.group()) > 1 for m in words) > _SHOUTED
    if not shouted and not _is_capitalised(words):
        return text
    spans = [(n.start - start, n.end - start) for n in names]
    out = list(text)
    first = True
    for m in words:
        first_letter, end = m.span()
        named = any(a <= first_letter < b for a, b in spans)
        out[first_letter:end] = _written(m.group(), common, named=named, shouted=shouted, first=first)
        first = text[end : end + 1] == ":"
    return "".join(out)


_SCENE = re.compile(r"[^\s:][^:]{1,28}: (?=\S+ \S+ \S)")


def without_scene(text: str, start: int, names: Iterable[Name]) -> str:
    """ "Uganda: police fire tear gas": without the country that it opens with, blanks in its place.

    Args:
        text: a headline, or a heading.
        start: where it begins in its field.
        names: the known names in it, counted as that.
    """
    m = _SCENE.match(text)
    if m is None or text.rstrip()[-1:] in '.!?"”':
        return text
    country = any(n.kind == "country" and n.start == start and n.end - start == m.end() - 2 for n in names)
    return " " * m.end() + text[m.end() :] if country else text


def _is_capitalised(words: list[re.Match[str]]) -> bool:
    """True where every word that is not small has a capital, and not all are names."""
    told = [m.group() for m in words if m.group().lower() not in _SMALL and not _is_ending(m)]
    if len(told) < _ENOUGH:
        return False
    return all(w[:1].isupper() or len(w) <= _LONG for w in told)


def _is_ending(m: re.Match[str]) -> bool:
    """The "s" of "Haiti's", the "led" of "Saudi-led"."""
    before = m.string[m.start() - 1 : m.start()]
    return before in ("'", "’", "-")


def _written(word: str, common: Callable[[str], bool], *, named: bool, shouted: bool, first: bool) -> str:
    lower = word.lower()
    bare = re.sub(r"['’]s$", "", lower)
    if named:
        return word if not shouted or len(word) <= _ACRONYM else _capitalised(word)
    if lower in _SMALL or common(bare):
        return _capitalised(word) if first else lower
    if shouted and len(word) > _ACRONYM:
        return _capitalised(word)
    return word


_ACRONYM = 4
"""Letters at most of a name that keeps its capitals: "NATO"."""


def _capitalised(word: str) -> str:
    return word[:1].upper() + word[1:].lower()
