"""Plain text → sentence spans, before any parsing.

Headline, dateline and body fuse into one sentence unless lines are split first, so
lines are hard boundaries here; within a line the splitter of the ``blingfire`` package
decides, except that a sentence never ends inside an open pair of brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import blingfire

from dragoman.records import Span

_PARAGRAPH = re.compile(r"[^\n]+")
_MAX_SENTENCE = 1500
"""Characters; what is longer is no sentence (tables, minified code) and is cut at spaces."""


def sentence_spans(text: str) -> list[Span]:
    """Start and end offsets of the sentences of ``text``, in order, without blank edges."""
    spans: list[Span] = []
    for paragraph in _PARAGRAPH.finditer(text):
        offset = paragraph.start()
        for start, end in _merged(paragraph.group(), _split(paragraph.group())):
            spans.extend(_cut(text, offset + start, offset + end))
    return spans


def _split(line: str) -> list[Span]:
    if len(line) < 40:
        return [(0, len(line))]
    _, offsets = blingfire.text_to_sentences_and_offsets(line)
    return [(int(a), int(b)) for a, b in offsets]


def _merged(line: str, spans: list[Span]) -> Iterator[Span]:
    """Join pieces that the splitter cut inside brackets or before a lower-case word."""
    held: Span | None = None
    for start, end in spans:
        if held is not None:
            start = held[0]
        piece = line[start:end]
        if piece.count("(") > piece.count(")") and len(piece) < 400:
            held = (start, end)
            continue
        held = None
        yield start, end
    if held is not None:
        yield held


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > _MAX_SENTENCE:
        cut = text.rfind(" ", start, start + _MAX_SENTENCE)
        cut = cut if cut > start else start + _MAX_SENTENCE
        yield start, cut
        start = cut + 1 if cut < end and text[cut] == " " else cut
    if end > start:
        yield start, end
