"""Bytes on their way to a reader: named, looked into without loss, limited."""

from __future__ import annotations

import io
import tempfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, cast

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

HEAD = 64 * 1024
"""Bytes that a format is recognised by."""
LARGEST = 16 * 1024 * 1024
"""Bytes; no single report is larger, and a larger one is refused before it is decoded."""
LARGEST_COPY = 2 * 1024 * 1024 * 1024
"""Bytes of a part of an archive that has to be copied to disk before it can be read."""
_IN_MEMORY = 8 * 1024 * 1024


LARGEST_RATIO = 250
"""Bytes out for each byte in; text shrinks ten to thirty times, bombs a thousand times and more."""
ALWAYS_ALLOWED = 64 * 1024 * 1024
"""Bytes that any input may unpack to."""


class TooLarge(Exception):
    """More bytes than a limit allows; ``str()`` says which."""


@dataclass(slots=True)
class Allowance:
    """How much an outermost input may unpack to, over all that is packed in it."""

    size: int | None
    """Bytes of the outermost input, or None for a stream whose end is not known."""
    taken: int = 0
    """Bytes that were taken from such a stream."""
    given: int = 0
    """Bytes that were unpacked."""

    def charge(self, given: int) -> None:
        """Count bytes that were unpacked.

        Raises:
            TooLarge: they are too many for what they were unpacked from.
        """
        self.given += given
        packed = self.taken if self.size is None else self.size
        if self.given > max(ALWAYS_ALLOWED, LARGEST_RATIO * packed):
            raise TooLarge(f"it unpacks to more than {LARGEST_RATIO} times its size, as bombs do")


@dataclass(frozen=True, slots=True)
class Input:
    """A stream with the name by which its documents are found again."""

    name: str
    """What ``source_file`` will be: a path, or ``archive.zip::member``."""
    stream: BinaryIO
    head: bytes
    """The first bytes, up to ``HEAD``; they are still in the stream."""
    hint: str
    """The file name that tells the format, without the suffix of a compression."""
    allowance: Allowance

    @classmethod
    def of(cls, name: str, stream: BinaryIO) -> Input:
        """An outermost input, from the place where ``stream`` stands."""
        head, stream = peeked(stream)
        return cls(name, stream, head, name.lower(), Allowance(_size(stream)))

    def within(self, name: str, stream: BinaryIO, hint: str) -> Input:
        """An input that is packed in this one."""
        head, stream = peeked(stream)
        return Input(name, stream, head, hint.lower(), self.allowance)

    @property
    def suffix(self) -> str:
        """The suffix of the hint with its dot, or nothing."""
        return suffix_of(self.hint)

    def whole(self, limit: int = LARGEST) -> bytes:
        """Everything that is left.

        Raises:
            TooLarge: more than ``limit`` bytes came.
        """
        data = self.stream.read(limit + 1)
        if len(data) > limit:
            raise TooLarge(f"the file is larger than {limit // 1024**2} MB, which no report is")
        return data


def suffix_of(name: str) -> str:
    """``.html`` of ``a/page.html``, in lower case."""
    base = name.replace("\\", "/").rsplit("/", 1)[-1].rsplit("::", 1)[-1]
    stem, dot, end = base.rpartition(".")
    return f".{end.lower()}" if dot and stem else ""


def peeked(stream: BinaryIO, size: int = HEAD) -> tuple[bytes, BinaryIO]:
    """The first bytes of a stream, and a stream that still has them."""
    head = _read_fully(stream, size)
    if stream.seekable():
        stream.seek(-len(head), io.SEEK_CUR)
        return head, stream
    return head, cast(BinaryIO, io.BufferedReader(_Joined(head, stream), HEAD))


def seekable(stream: BinaryIO) -> BinaryIO:
    """The stream itself, or a copy on disk that can be sought in.

    Raises:
        TooLarge: the copy would be larger than ``LARGEST_COPY``.
    """
    if stream.seekable():
        return stream
    copy = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - the reader holds it
    size = 0
    while chunk := stream.read(1024 * 1024):
        size += len(chunk)
        if size > LARGEST_COPY:
            copy.close()
            raise TooLarge(f"the part is larger than {LARGEST_COPY // 1024**2} MB")
        copy.write(chunk)
    copy.seek(0)
    return cast(BinaryIO, copy)


def _size(stream: BinaryIO) -> int | None:
    if not stream.seekable():
        return None
    here = stream.tell()
    size = stream.seek(0, io.SEEK_END)
    stream.seek(here)
    return size


def _read_fully(stream: BinaryIO, size: int) -> bytes:
    parts: list[bytes] = []
    while size > 0 and (chunk := stream.read(size)):
        parts.append(chunk)
        size -= len(chunk)
    return b"".join(parts)


class _Joined(io.RawIOBase):
    """Bytes that were read already, then the rest of their stream."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = memoryview(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        target = memoryview(buffer).cast("B")
        if self._head:
            size = min(len(target), len(self._head))
            target[:size] = self._head[:size]
            self._head = self._head[size:]
            return size
        chunk = self._rest.read(len(target))
        target[: len(chunk)] = chunk
        return len(chunk)
