"""PLOVER's 37 contexts from the words of the event's sentence and of the report around it."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

_DOCUMENT_MINIMUM = 3
"""A context that the sentence does not show must be named this often in the report."""


_TOKEN = re.compile(r"\w+|[^\w\s]")
Phrase = tuple[str, ...]


@cache
def _phrases() -> dict[str, list[tuple[Phrase, tuple[str, ...]]]]:
    """First token → the phrases that begin with it, the longest first, each with its contexts."""
    path = Path(__file__).parent / "contexts.tsv"
    by_phrase: dict[Phrase, tuple[str, ...]] = {}
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.reader(
            (x for x in stream if not x.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE
        )
        for cells in reader:
            if len(cells) == 2 and cells[0] != "context":
                for word in cells[1].split("/"):
                    phrase = tuple(_TOKEN.findall(word.lower()))
                    by_phrase[phrase] = (*by_phrase.get(phrase, ()), cells[0])
    by_first: dict[str, list[tuple[Phrase, tuple[str, ...]]]] = {}
    for phrase, contexts in sorted(by_phrase.items(), key=lambda item: -len(item[0])):
        by_first.setdefault(phrase[0], []).append((phrase, contexts))
    return by_first


def found_in(text: str) -> dict[str, int]:
    """How often each context is named in ``text``."""
    tokens = _TOKEN.findall(text.replace("’", "'").lower())
    phrases = _phrases()
    counts: dict[str, int] = {}
    behind = 0
    for i, token in enumerate(tokens):
        if token not in phrases or i < behind:
            continue
        for phrase, contexts in phrases[token]:
            if tuple(tokens[i : i + len(phrase)]) == phrase:
                for context in contexts:
                    counts[context] = counts.get(context, 0) + 1
                behind = i + len(phrase)
                break
    return counts


def contexts_of(sense: tuple[str, ...], sentence: str, document: dict[str, int]) -> tuple[str, ...]:
    """Contexts of an event: of its sense, its sentence, and what the whole report is about."""
    here = found_in(sentence)
    ranked = sorted(here, key=lambda c: -here[c])
    top = sorted(document, key=lambda c: (-document[c], c))[:2]
    about = [c for c in top if document[c] >= _DOCUMENT_MINIMUM]
    return tuple(dict.fromkeys([*sense, *ranked, *about]))
