"""Quoted words: where the quotation marks of a text open and close."""

from __future__ import annotations

import bisect
import re

from dragoman.records import Span

_MARK = re.compile(r"[\"“”″]|''|``|(?:(?<=[\s(])|^)[‘'](?=[A-Z])|(?<=[\w.,!?])['’](?=\s|$|[,.;:])")
_OPEN, _CLOSE = ("“", "``"), "”"
_EITHER = ('"', "″", "''", "'")
"""Marks that open and close alike."""


def quotes(text: str) -> list[Span]:
    """Spans of quoted words in a text, without the marks, quotes over several sentences included.

    A quote that a paragraph leaves open (the next paragraph opens again) ends with its paragraph.
    """
    out: list[Span] = []
    for paragraph in re.finditer(r"[^\n]+", text):
        out.extend(_paragraph_quotes(paragraph.group(), paragraph.start()))
    return out


def _paragraph_quotes(line: str, offset: int) -> list[Span]:
    out: list[Span] = []
    opened: int | None = None
    single = not any(c in line for c in '"“”″')  # a headline's 'marks'; elsewhere they stand inside others
    for m in _MARK.finditer(line):
        mark = m.group()
        if mark in ("'", "‘", "’") and not single:
            continue
        if mark in (*_OPEN, "‘") or (
            mark in ('"', "″", "''", "'") and opened is None and _opens(line, m.end())
        ):
            opened = m.end()
        elif opened is not None:
            out.append((offset + opened, offset + m.start()))
            opened = None
    if opened is not None and not single and len(line) - opened > 20:
        out.append((offset + opened, offset + len(line)))
    return out


def _opens(line: str, end: int) -> bool:
    """A straight mark before a blank or at the end opens nothing."""
    return end < len(line) and not line[end].isspace()


class Quotes:
    """The quotes of one field of a document, to be asked by position."""

    def __init__(self, text: str, offset: int = 0) -> None:
        self.spans = [(a + offset, b + offset) for a, b in quotes(text)]
        self._starts = [a for a, _ in self.spans]
        self._text, self._offset = text, offset

    def is_turn(self, word: str) -> bool:
        """True for a name in capitals that opens several turns of a transcript ("SMITH: …")."""
        if len(word) < 3 or not word.isupper():
            return False
        return len(re.findall(rf"(?:^|\n|\s\s){re.escape(word)}:", self._text)) > 1

    def paragraph_start(self, position: int) -> int:
        """Where the paragraph of a character begins."""
        return self._text.rfind("\n", 0, max(0, position - self._offset)) + 1 + self._offset

    def at(self, position: int) -> Span | None:
        """The quote that the character at ``position`` stands in."""
        i = bisect.bisect_right(self._starts, position) - 1
        return self.spans[i] if i >= 0 and position < self.spans[i][1] else None

    def within(self, start: int, end: int) -> list[Span]:
        """Quotes that touch a range, in order."""
        i = max(0, bisect.bisect_right(self._starts, start) - 1)
        out = []
        for a, b in self.spans[i:]:
            if a >= end:
                break
            if b > start:
                out.append((a, b))
        return out

    def ending_before(self, position: int, gap: int = 3) -> Span | None:
        """The quote whose closing mark stands at most ``gap`` characters before ``position``."""
        i = bisect.bisect_left(self._starts, position) - 1
        return self.spans[i] if i >= 0 and 0 <= position - self.spans[i][1] <= gap else None

    def starting_after(self, position: int, gap: int = 4) -> Span | None:
        """The quote that opens at most ``gap`` characters after ``position``."""
        i = bisect.bisect_left(self._starts, position)
        return self.spans[i] if i < len(self.spans) and self.spans[i][0] - position <= gap else None
