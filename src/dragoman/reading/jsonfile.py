"""A JSON file: a list of reports, or an object that holds one, under whatever it is packed in.

The file is read piece by piece and its reports one after the other, so memory does not grow
with it.  Fields are matched as in JSON lines.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Generator, Iterator
from typing import Any, BinaryIO

from dragoman.reading.columns import ADVICE, columns_of
from dragoman.reading.drafts import Draft, problem_draft
from dragoman.reading.inputs import LARGEST, Input
from dragoman.reading.jsonlines import row_report
from dragoman.reading.lines import in_utf8
from dragoman.reading.options import ReadOptions
from dragoman.reading.problems import ReadProblem

LISTS = (
    "articles", "results", "items", "documents", "docs", "data", "hits", "entries", "news", "stories",
    "posts", "reports", "records", "rows",
)  # fmt: skip
"""Fields whose list is taken for that of the reports, at any depth of objects in objects."""
_CHUNK = 256 * 1024
_SPACE = re.compile(r"[ \t\r\n]*")
_DEEPEST = 8


class _Damaged(Exception):
    """The text is no JSON from some place on; ``str()`` says why."""


def drafts(opened: Input, options: ReadOptions) -> Iterator[Draft]:
    """Every report, with its number in the list from 1 as offset."""
    text = _Text(in_utf8(opened))
    number = 0
    try:
        for number, item in enumerate(_reports(text, options), start=1):
            yield Draft(opened.name, _report, (item, opened.name, number, options, text.notes), row=number)
    except (_Damaged, RecursionError) as error:
        reason = "it is nested too deep" if isinstance(error, RecursionError) else str(error)
        before = "the reports before were read; " if number else ""
        advice = f"{before}get a whole copy and run again"
        yield problem_draft(
            ReadProblem(opened.name, f"the JSON is damaged ({reason})", advice, row=number + 1)
        )
        return
    if not number:
        reason = "the JSON holds no list of reports that is known"
        advice = f"its list must be all of it or stand under one of {', '.join(LISTS)}"
        yield problem_draft(ReadProblem(opened.name, reason, advice))


def _report(item: Any, name: str, number: int, options: ReadOptions, notes: tuple[str, ...]) -> Any:
    if not isinstance(item, dict):
        return ReadProblem(name, "the item of the list is no object", ADVICE, row=number)
    return row_report(item, name, number, options, notes, called="item")


def _reports(text: _Text, options: ReadOptions) -> Iterator[Any]:
    """The items of the first list that can be one of reports, or the objects that the file is made of."""
    if text.peek() == "[":
        yield from _items(text)
    first = True
    while text.peek() == "{":
        row: dict[str, Any] = {}
        if (yield from _fields(text, row, 0)):
            return  # what stands behind the list tells no more reports
        if "text" in columns_of(row, options) or not first or text.peek() == "{":
            yield row
        first = False
    if text.peek():
        raise _Damaged(f"no list and no object begins at character {text.taken + 1:,}")


def _fields(text: _Text, row: dict[str, Any], depth: int) -> Generator[Any, None, bool]:
    """Go through an object to the list of reports; gives whether there was one.

    Args:
        text: stands before the object.
        row: is filled with the fields that lead to no list.
        depth: objects around this one.
    """
    text.take("{")
    size = 0
    while text.peek() != "}":
        key = text.value()
        if not isinstance(key, str):
            raise _Damaged("the name of a field is no text")
        text.take(":")
        first = text.peek()
        if first == "[" and key.casefold() in LISTS:
            yield from _items(text)
            return True
        if first == "{" and depth < _DEEPEST:
            inner: dict[str, Any] = {}
            if (yield from _fields(text, inner, depth + 1)):
                return True
            row[key] = inner
        else:
            began = text.taken
            row[key] = text.value()
            size += text.taken - began
            if size > LARGEST:
                raise _Damaged(f"it holds more than {LARGEST // 1024**2} MB beside any list of reports")
        if text.peek() != ",":
            break
        text.take(",")
    text.take("}")
    return False


def _items(text: _Text) -> Iterator[Any]:
    text.take("[")
    while text.peek() != "]":
        yield text.value()
        if text.peek() != ",":
            break
        text.take(",")
    text.take("]")


class _Text:
    """JSON from a stream, of which only the piece that is being read is in memory."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._decode = codecs.getincrementaldecoder("utf-8-sig")("replace").decode
        self._json = json.JSONDecoder()
        self._held = ""
        self._at = 0
        self._ended = False
        self._before = 0
        self.notes: tuple[str, ...] = ()

    @property
    def taken(self) -> int:
        """Characters that were read so far."""
        return self._before + self._at

    def peek(self) -> str:
        """The next character that is no space; nothing at the end."""
        while True:
            found = _SPACE.match(self._held, self._at)
            self._at = found.end() if found else self._at
            if self._at < len(self._held) or not self._more(_CHUNK):
                return self._held[self._at : self._at + 1]

    def take(self, sign: str) -> None:
        """Pass over one sign that must come now."""
        found = self.peek()
        if found != sign:
            what = repr(found) if found else "the end of the file"
            raise _Damaged(f"{sign!r} was expected at character {self.taken + 1:,}, and there is {what}")
        self._at += 1

    def value(self) -> Any:
        """The next value, whole."""
        self.peek()
        size = _CHUNK
        while True:
            try:
                value, end = self._json.raw_decode(self._held, self._at)
            except ValueError as error:
                if not self._more(size):
                    place = self._before + (error.pos if isinstance(error, json.JSONDecodeError) else 0)
                    problem = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
                    raise _Damaged(f"{problem} at character {place + 1:,}") from None
            else:
                if end < len(self._held) or not self._more(_CHUNK):
                    self._at = end
                    return value
            if len(self._held) - self._at > LARGEST:
                raise _Damaged(
                    f"no value ends within {LARGEST // 1024**2} MB from character {self.taken + 1:,} on"
                )
            size *= 2  # what is decoded again and again stays in proportion

    def _more(self, size: int) -> bool:
        """Read on; False at the end."""
        if self._ended:
            return False
        data = self._stream.read(size)
        self._ended = not data
        more = self._decode(data, self._ended)
        if "\ufffd" in more and not self.notes:
            self.notes = ("the file is not all UTF-8: what is not was read as U+FFFD",)
        self._before += self._at
        self._held = self._held[self._at :] + more
        self._at = 0
        return bool(more) or not self._ended
