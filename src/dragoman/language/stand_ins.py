"""Names that the parser knows in the place of names that it does not.

A small parsing model takes "ECOWAS" for a verb, "Zelaya" for an adverb and a minister of five names
for a clause of its own.  Which words are names is known before anything is parsed, from the
knowledge base; so the parser is shown a name of the same kind and length that it has seen a
thousand times, and the words of the report are put back into the tree.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_COUNTRY, _ADJECTIVE, _BODY = "China", "Chinese", "NATO"
_FIRST, _MIDDLE, _LAST = "John", "Paul", "Clinton"


@dataclass(frozen=True, slots=True)
class Name:
    """A known name: its characters in a field of the document, and what it names.

    ``kind`` is ``person``, ``country``, ``adjective`` (of a country), ``org`` or ``outlet``; names of other
    kinds are left as they are.
    """

    start: int
    end: int
    kind: str


def stand_ins(words: Sequence[str], starts: Sequence[int], names: Iterable[Name]) -> dict[int, str]:
    """The words that names are parsed as, by the number of their token.

    Args:
        words: the tokens of a sentence.
        starts: where each begins, counted as the names are.
        names: known names of that sentence.
    """
    out: dict[int, str] = {}
    for name in names:
        inside = [i for i, a in enumerate(starts) if name.start <= a and a + len(words[i]) <= name.end]
        if all(words[i][:1].isupper() for i in inside):
            out.update(zip(inside, _like(name.kind, len(inside)), strict=False))
    return out


def _like(kind: str, length: int) -> list[str]:
    """A name of a kind in so many words; none where longer ones parse well as they are."""
    if kind == "person" and length > 1:
        return [_FIRST, *[_MIDDLE] * (length - 2), _LAST]
    single = {"person": _LAST, "country": _COUNTRY, "adjective": _ADJECTIVE, "org": _BODY, "outlet": _BODY}
    return [single[kind]] if length == 1 and kind in single else []


CUT_SHORT = {
    "govt": "government", "govts": "government", "dept": "department", "depts": "department",
    "parlt": "parliament", "oppn": "opposition",
}  # fmt: skip
"""Words that headlines cut short, with their lemmas."""


def particles(words: Sequence[str]) -> dict[int, str]:
    """ "Joaquim dos Anjos": to a parser that knows Spanish names better, "Joaquim de Anjos", and no verb."""
    inside = range(1, len(words) - 1) if "dos" in words or "das" in words else ()
    return {
        i: "de"
        for i in inside
        if words[i] in ("dos", "das") and words[i - 1][:1].isupper() and words[i + 1][:1].isupper()
    }


def in_full(word: str) -> str:
    """ "Govt": "Government", which a parser knows for no name."""
    full = CUT_SHORT[word.lower()] + ("s" if word.lower().endswith("s") else "")
    return full.capitalize() if word[:1].isupper() else full
