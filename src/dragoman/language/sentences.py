"""Plain text → sentence spans, before any parsing.

Headline, dateline and body fuse into one sentence unless lines are split first, so
lines are hard boundaries here, unless they were broken to fit a column; within a paragraph
the splitter of the ``blingfire`` package decides, except that a sentence never ends inside an
open pair of brackets.
"""

from __future__ import annotations

import ctypes
import itertools
import re
from collections.abc import Iterator

import blingfire

from dragoman.records import Span

_splitter = blingfire.blingfire.TextToSentencesWithOffsets
_LINE = re.compile(r"[^\n]+")
_CLOSED = re.compile(r"[.!?:;][\"'”’)\]]*\s*$")
_ACRONYM_BEGINS = re.compile(r"[a-z]{4,}[.!?][\"”’)]* (?=(?:[A-Z]\.){2,} [A-Z]?[a-z])")
_ENDS_IN_TITLE = re.compile(
    r"(?:^|\s|[\"“(])(?:Mr|Mrs|Ms|Dr|Gen|Sen|Gov|Rep|Lt|Col|Prof|Sgt|Capt|Rev|Maj|Adm)\.\s*$"
)
_SPACES = str.maketrans("\n\r\t", "   ")
_MAX_SENTENCE = 1500
"""Characters; what is longer is no sentence (tables, minified code) and is cut at spaces."""


def sentence_spans(text: str) -> list[Span]:
    """Start and end offsets of the sentences of ``text``, in order, without blank edges."""
    spans: list[Span] = []
    for offset, stop in paragraph_spans(text):
        paragraph = _flat(text[offset:stop])
        for start, end in _merged(paragraph, _split(paragraph)):
            spans.extend(_cut(text, offset + start, offset + end))
    return spans


_SEMICOLON = re.compile(r";\s+(?=[^\s;]+\s+[^\s;])")


_DASHES = re.compile(r"(?:;|\s[-–—])\s+(?=[^\s;]+\s+[^\s;])")
_WORDS_OF_A_HEADLINE = 4


def _joint(text: str) -> re.Pattern[str]:
    """ "A calls B for talks - C to meet D in E - F skips G of H": headlines in a row are parted by dashes."""
    parts = _DASHES.split(text)
    several = len(parts) > 2 and all(len(p.split()) >= _WORDS_OF_A_HEADLINE for p in parts)
    return _DASHES if several else _SEMICOLON


def headline_spans(text: str) -> list[Span]:
    """The parts of a headline: what stands between semicolons ("Tanks roll in; rebels flee")."""
    spans: list[Span] = []
    for start, end in sentence_spans(text):
        for m in _joint(text[start:end]).finditer(text, start, end):
            if " " in text[start : m.start()].strip():
                spans.append((start, m.start()))
                start = m.end()
        spans.append((start, end))
    return spans


def paragraph_spans(text: str) -> list[Span]:
    """Start and end offsets of the paragraphs of ``text``: lines, or runs of lines broken to fit a column."""
    lines = [m.span() for m in _LINE.finditer(text) if not m.group().isspace()]
    breaks = list(itertools.pairwise(lines))
    inside = [_runs_on(text, a, b) for a, b in breaks]
    # where many lines run on, a full line is broken before a capital letter too ("police in / Ankara")
    column = 0.75 * max((b - a for a, b in lines), default=0) if 3 * sum(inside) >= len(breaks) > 2 else None
    spans: list[Span] = []
    for k, line in enumerate(lines):
        open_end = k > 0 and text.count("\n", lines[k - 1][1], line[0]) == 1
        full = column is not None and k > 0 and lines[k - 1][1] - lines[k - 1][0] >= column
        closed = k > 0 and _CLOSED.search(text[lines[k - 1][0] : lines[k - 1][1]])
        if k > 0 and (inside[k - 1] or (open_end and full and not closed)):
            spans[-1] = (spans[-1][0], line[1])
        else:
            spans.append(line)
    return spans


def _runs_on(text: str, line: Span, following: Span) -> bool:
    """True where a line ends amid a sentence: the next one begins in lower case."""
    head = text[following[0] : following[1]].lstrip()
    return (
        head[:1].islower()
        and text.count("\n", line[1], following[0]) == 1
        and not _CLOSED.search(text[line[0] : line[1]])
    )


def _flat(text: str) -> str:
    """The text with line breaks and tabs as spaces, offsets unchanged."""
    return text.translate(_SPACES)


def _split(line: str) -> list[Span]:
    if len(line) < 40:
        return [(0, len(line))]
    return [x for a, b in _offsets(line) for x in _before_acronyms(line, a, b)]


def _offsets(line: str) -> list[Span]:
    """Where the splitter's library sees sentences; its own wrapper looks at every byte in Python."""
    data = line.encode()
    room = 1 << (2 * len(data)).bit_length()  # ctypes makes a type for every size: let there be few
    out, starts, ends = ctypes.create_string_buffer(room), (ctypes.c_int * room)(), (ctypes.c_int * room)()
    if not 0 <= _splitter(data, len(data), out, starts, ends, room) <= room:
        return []
    count = out.value.count(b"\n") + 1
    spans = [(a, b + 1) for a, b in zip(starts[:count], ends[:count], strict=True)]
    if len(line) == len(data):
        return spans
    return [(len(data[:a].decode()), len(data[:b].decode(errors="ignore"))) for a, b in spans]


def _before_acronyms(line: str, start: int, end: int) -> list[Span]:
    """ "… last week. U.S. officials …": the splitter takes no acronym for the beginning of a sentence."""
    cuts = [m.end() for m in _ACRONYM_BEGINS.finditer(line, start, end)]
    return list(itertools.pairwise([start, *cuts, end]))


def _merged(line: str, spans: list[Span]) -> Iterator[Span]:
    """Join pieces that the splitter cut inside brackets or behind a title ("Mr.")."""
    held: Span | None = None
    for start, end in spans:
        if held is not None:
            start = held[0]
        piece = line[start:end]
        open_ended = piece.count("(") > piece.count(")") or _goes_on(piece, line[end : end + 4])
        if (open_ended and len(piece) < 400) or _ENDS_IN_TITLE.search(piece):
            held = (start, end)
            continue
        held = None
        yield start, end
    if held is not None:
        yield held


def _goes_on(piece: str, rest: str) -> bool:
    """ "chanted "Go away!" at the president": a shout in the middle of a sentence."""
    return rest.lstrip()[:1].islower() and _SHOUT.search(piece) is not None


_SHOUT = re.compile(r"[!?][\"'”’]\s*$")


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
