"""The lines of a dump, plain or compressed, with places from which reading can go on.

A compressed file can only be entered where one of its members (gzip), streams (bzip2) or frames
(Zstandard) begins; the parallel compressors write many of them.  A :class:`Place` therefore names
the member and how many bytes of its content were done with.
"""

from __future__ import annotations

import bz2
import io
import re
import sys
import zlib
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

import zstandard

_CHUNK = 1 << 20
LONGEST = 1 << 27
"""Bytes; the largest entities of Wikidata take some 5 MB a line."""


class DumpError(Exception):
    """A dump that cannot be read, or not to its end; the message says where and what to do."""


class _Decoder(Protocol):
    """What the three decompressors have in common."""

    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, /) -> bytes: ...


_MAKERS: dict[re.Pattern[bytes], Callable[[], _Decoder]] = {
    # with the mark of the first block or of an end: a line of text may begin with "BZh"
    re.compile(rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)"): bz2.BZ2Decompressor,
    re.compile(rb"\x1f\x8b"): lambda: zlib.decompressobj(31),
    re.compile(rb"\x28\xb5\x2f\xfd"): lambda: zstandard.ZstdDecompressor().decompressobj(),
}


@dataclass(frozen=True, slots=True)
class Place:
    """How far a dump was read: all counts are from its beginning except ``skip``."""

    member: int = 0
    """Byte of the file at which the compressed member begins."""
    skip: int = 0
    """Bytes of the member's content that were done with."""
    content: int = 0
    """Bytes of the whole content that were done with."""
    lines: int = 0


class DumpLines:
    """Iterates the lines of a dump without their line ends; :attr:`place` is behind the last one.

    ``-`` reads standard input, which is read over from its beginning where reading goes on.

    Raises:
        DumpError: the file cannot be opened, is damaged or ends too early.
    """

    def __init__(self, source: str, start: Place = Place()) -> None:
        self.source = source
        self.size = Path(source).stat().st_size if source != "-" and Path(source).is_file() else None
        """Bytes of the file, where that is known."""
        self.read = 0
        """Bytes of the file read so far."""
        self._file = _opened(source)
        self._make = next((m for magic, m in _MAKERS.items() if _begins(self._file, magic)), None)
        if source == "-":
            start = Place(0, start.content, start.content, start.lines)
        self._start = start
        self._content, self._lines = start.content, start.lines
        self._members = deque([(start.member, start.content - start.skip)])

    @property
    def place(self) -> Place:
        """Where reading can go on."""
        while len(self._members) > 1 and self._members[1][1] <= self._content:
            self._members.popleft()
        member, begins = self._members[0]
        return Place(member, self._content - begins, self._content, self._lines)

    def __iter__(self) -> Iterator[bytes]:
        pending: list[bytes] = []
        waiting = 0
        for chunk in self._skipped():
            first, *others = chunk.split(b"\n")
            pending.append(first)
            waiting += len(first)
            if waiting > LONGEST:
                raise DumpError(
                    f"{self.source}: a line of more than {LONGEST >> 20} MB after line {self._lines}; "
                    "a dump has one entity a line"
                )
            if not others:
                continue
            for line in (b"".join(pending), *others[:-1]):
                self._content += len(line) + 1
                self._lines += 1
                yield line
            pending, waiting = [others[-1]], len(others[-1])
        if waiting:
            self._content += waiting
            self._lines += 1
            yield b"".join(pending)

    def _skipped(self) -> Iterator[bytes]:
        """The content from the start on."""
        skip = self._start.skip
        with self._file:
            for chunk in self._plain() if self._make is None else self._decoded(self._make):
                if skip >= len(chunk):
                    skip -= len(chunk)
                    continue
                yield chunk[skip:] if skip else chunk
                skip = 0

    def _plain(self) -> Iterator[bytes]:
        """The content of a file that is not compressed, entered anywhere."""
        self._go_to(self._start.member)
        while chunk := self._file.read(_CHUNK):
            self.read += len(chunk)
            yield chunk
            self._members.append((self.read, self._members[-1][1] + len(chunk)))

    def _decoded(self, make: Callable[[], _Decoder]) -> Iterator[bytes]:
        """The content of a compressed file, member after member."""
        self._go_to(self._start.member)
        decoder, begun, content = make(), False, self._members[-1][1]
        while raw := self._file.read(_CHUNK):
            self.read += len(raw)
            while raw.strip(b"\0") if not begun else raw:
                try:
                    out = decoder.decompress(raw)
                except (OSError, zlib.error, zstandard.ZstdError, EOFError) as error:
                    raise DumpError(
                        f"{self.source}: damaged near byte {self.read - len(raw)} ({error}); what was read "
                        "before stands: fetch the file again and run the same command to go on"
                    ) from None
                content += len(out)
                if out:
                    yield out
                begun = not decoder.eof
                raw = decoder.unused_data if decoder.eof else b""
                if decoder.eof:
                    decoder = make()
                    self._members.append((self.read - len(raw), content))
        if begun:
            raise DumpError(
                f"{self.source}: ends in the middle, at byte {self.read}; what was read before stands: "
                "fetch the rest and run the same command to go on"
            )

    def _go_to(self, offset: int) -> None:
        """Enter the file at a byte."""
        if offset:
            self._file.seek(offset)
        self.read = offset


def _opened(source: str) -> BinaryIO:
    """The file, or standard input, so that its first bytes can be looked at."""
    if source == "-":
        return sys.stdin.buffer
    try:
        return Path(source).open("rb", buffering=io.DEFAULT_BUFFER_SIZE)
    except OSError as error:
        raise DumpError(f"{source}: cannot be opened ({error.strerror}); name a dump file, or -") from None


_LONGEST = 10
"""Bytes of the longest mark by which a compressed file is known."""


def _begins(file: BinaryIO, magic: re.Pattern[bytes]) -> bool:
    """Whether a file begins with the mark of a format; it is not moved."""
    peek = getattr(file, "peek", None)
    if peek is not None:
        return magic.match(peek(_LONGEST)) is not None
    here = file.tell()
    first = file.read(_LONGEST)
    file.seek(here)
    return magic.match(first) is not None
