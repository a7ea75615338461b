"""PLOVER's 37 contexts from the words of the event's sentence and of the report around it."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

_DOCUMENT_MINIMUM = 3
"""A context that the sentence does not show must be named this often in the report."""


@cache
def _patterns() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    """One pattern for all words, and word → contexts."""
    path = Path(__file__).parent / "contexts.tsv"
    by_word: dict[str, tuple[str, ...]] = {}
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.reader(
            (x for x in stream if not x.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE
        )
        for cells in reader:
            if len(cells) == 2 and cells[0] != "context":
                for word in cells[1].split("/"):
                    by_word[word] = (*by_word.get(word, ()), cells[0])
    longest_first = sorted(by_word, key=len, reverse=True)
    return re.compile(r"\b(" + "|".join(map(re.escape, longest_first)) + r")\b", re.IGNORECASE), by_word


def found_in(text: str) -> dict[str, int]:
    """How often each context is named in ``text``."""
    pattern, by_word = _patterns()
    counts: dict[str, int] = {}
    for m in pattern.finditer(text.replace("’", "'")):
        for context in by_word[m.group().lower()]:
            counts[context] = counts.get(context, 0) + 1
    return counts


def contexts_of(sense: tuple[str, ...], sentence: str, document: dict[str, int]) -> tuple[str, ...]:
    """Contexts of an event: of its sense, its sentence, and what the whole report is about."""
    here = found_in(sentence)
    ranked = sorted(here, key=lambda c: -here[c])
    top = sorted(document, key=lambda c: (-document[c], c))[:2]
    about = [c for c in top if document[c] >= _DOCUMENT_MINIMUM]
    return tuple(dict.fromkeys([*sense, *ranked, *about]))
