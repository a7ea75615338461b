"""Lines of a stream of any length, in UTF-8, numbered; none is held that no report needs."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO, cast

from dragoman.reading.inputs import LARGEST, Input

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def lines(opened: Input) -> Iterator[tuple[int, bytes | None]]:
    """Each line with its number from 1; None for one longer than ``LARGEST``, which is passed over."""
    stream = in_utf8(opened)
    number = 0
    while line := stream.readline(LARGEST + 1):
        number += 1
        if number == 1:
            line = line.removeprefix(codecs.BOM_UTF8)
        if len(line) <= LARGEST:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(LARGEST)
        yield number, None


def decoded(line: bytes) -> tuple[str, tuple[str, ...]]:
    """A line as text, with a note where it is not UTF-8."""
    try:
        return line.decode(), ()
    except UnicodeDecodeError as error:
        note = f"not UTF-8 at byte {error.start:,} of its line: read as Windows-1252"
        return line.decode("cp1252", errors="replace"), (note,)


def in_utf8(opened: Input) -> BinaryIO:
    """The stream in UTF-8, whichever Unicode encoding its first bytes mark, with line ends that are read."""
    encoding = next((name for mark, name in _MARKS if opened.head.startswith(mark)), None)
    if encoding is None and (b"\n" in opened.head or b"\r" not in opened.head):
        return opened.stream
    text = io.TextIOWrapper(opened.stream, encoding or "latin-1", errors="replace", newline=None)
    return cast(BinaryIO, io.BufferedReader(_Recoded(text, "utf-8" if encoding else "latin-1")))


class _Recoded(io.RawIOBase):
    """Text in another encoding, or with other line ends, as bytes."""

    def __init__(self, text: io.TextIOWrapper, encoding: str) -> None:
        self._text = text
        self._encoding = encoding
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        target = memoryview(buffer).cast("B")
        data = self._rest or self._text.read(16 * 1024).encode(self._encoding)
        size = min(len(data), len(target))
        target[:size] = data[:size]
        self._rest = data[size:]
        return size
