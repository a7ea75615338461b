"""Quoted words: where the quotation marks of a text open and close."""

from __future__ import annotations

import bisect
import re

from dragoman.records import Span

_MARK = re.compile(r"[\"“”″]|''|``|(?:(?<=[\s(])|^)[‘'](?=[A-Z])|(?<=[\w.,!?])['’](?=\s|$|[,.;:])")
_OPEN, _CLOSE = ("“", "``"), "”"
_EITHER = ('"', "″", "''", "'")
"""Marks that open and close alike."""
_MARKS = frozenset("\"“‘'`″")


_ISSUED = re.compile(
    r"\b(?:the following|this)\s(?:[\w-]+\s){0,3}(?:statement|declaration|communiqu[eé]|answer|reply|"
    r"response|message|remarks?|comments?|commentary|talk|letter|appeal|note)\b[^:\n]{0,250}:\s*(?=\S|$)|"
    r"\b(?:states?|stated|declares?|declared|reads?|says?|said|answered|replied)\s"
    r"(?:as follows|the following)\b[^:.\n]{0,160}:\s*(?=\S|$)"
)
"""The words with which a report hands over to a statement that it prints as it stands."""
_BY_WHOM = re.compile(
    r"(?:[\w-]+\s){0,2}(?:[Ss]tatement|[Dd]eclaration|[Cc]ommuniqu[eé]|STATEMENT)\s"
    r"(?:by|of|from|issued by|BY|OF)\s"
)
_TOLD_AGAIN = re.compile(
    r"\b(?:statement|spokes(?:man|woman|person)|ministry|communiqu[eé]|declaration|minister|official)\s(?:also\s)?"
    r"(?:said|added|says|adds|concluded|concludes|stressed|noted|continued)\b|\b(?:he|she)\s(?:said|added)\b[,.]"
)
"""A paragraph in which the report speaks for itself again."""


def handed_over(text: str) -> list[int]:
    """Where, within a line, a statement begins that the report prints without marks."""
    found = ((m.end(), text[m.end() : m.end() + 1]) for m in _ISSUED.finditer(text))
    return [end for end, mark in found if mark not in _MARKS and "\n" not in text[end - 2 : end]]


def is_statement(title: str) -> bool:
    """True for the title of a text that is all one statement: "Statement by the Minister on Sudan"."""
    return _BY_WHOM.match(title) is not None


def quotes(text: str, statement: bool = False) -> list[Span]:
    """Spans of quoted words in a text, without the marks, quotes over several sentences included.

    A quote that a paragraph leaves open (the next paragraph opens again) ends with its paragraph.
    A statement that a report prints without marks ("… issued the following statement:") is quoted too;
    ``statement``: the whole text is one.
    """
    out: list[Span] = []
    printed = statement and not _TOLD_AGAIN.search(text) and not _ISSUED.search(text)
    for paragraph in re.finditer(r"[^\n]+", text):
        line, first = paragraph.group(), paragraph.start()
        printed = printed and not _TOLD_AGAIN.search(line) and line.lstrip()[:1] not in _MARKS
        if printed:
            out.append((first, first + len(line)))
            continue
        issued = _ISSUED.search(line)
        printed = issued is not None and line[issued.end() : issued.end() + 1] not in _MARKS
        if issued is not None and printed and issued.end() < len(line):
            out.extend(_paragraph_quotes(line[: issued.end()], first))
            out.append((first + issued.end(), first + len(line)))
        else:
            out.extend(_paragraph_quotes(line, first))
    return out


def _paragraph_quotes(line: str, offset: int) -> list[Span]:
    out: list[Span] = []
    opened: int | None = None
    single = not any(c in line for c in '"“”″')  # a headline's 'marks'; elsewhere they stand inside others
    for m in _MARK.finditer(line):
        mark = m.group()
        if mark in ("'", "‘", "’") and not single:
            continue
        if mark in (*_OPEN, "‘") or (mark in _EITHER and opened is None and _opens(line, m.end())):
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

    def __init__(self, text: str, offset: int = 0, statement: bool = False) -> None:
        self.spans = [(a + offset, b + offset) for a, b in quotes(text, statement)]
        self.handed_over = handed_over(text) if ":" in text else []
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
