"""What reports are packed in: compressed files and archives, streamed and never unpacked to a path."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, cast

from dragoman.reading.inputs import Allowance, Input, TooLarge, seekable
from dragoman.reading.problems import ReadProblem

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

DEEPEST = 4
"""Layers of packing that are opened: a ``.tar.gz`` inside a ``.tar.gz`` has four."""
MOST_MEMBERS = 5_000_000
"""Members of a ZIP archive, whose list is held in memory."""
BETWEEN = "::"
"""Stands between an archive and its member in ``source_file``."""
_ERRORS = (EOFError, OSError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, tarfile.TarError, RuntimeError)
_SUFFIXES = {".gz": "", ".zst": "", ".bz2": "", ".xz": "", ".tgz": ".tar", ".tzst": ".tar", ".gzip": ""}


class Broken(Exception):
    """A container that ends early or is damaged; ``str()`` says which and how."""

    def __init__(self, reason: str, offset: int | None = None) -> None:
        super().__init__(reason)
        self.offset = offset


@dataclass(frozen=True, slots=True)
class Packing:
    """A kind of container: how it begins and how its content is reached."""

    meaning: str
    magic: bytes
    at: int
    open: Callable[[Input], Iterator[Input | ReadProblem]]
    is_archive: bool = False


def packing_of(opened: Input) -> Packing | None:
    """What an input is packed in, told by its first bytes."""
    return next((p for p in PACKINGS if opened.head.startswith(p.magic, p.at)), None)


def is_packed_warc(opened: Input, packing: Packing) -> bool:
    """True for a compressed web archive, which its reader unpacks itself, record by record."""
    if packing.is_archive or packing.meaning not in ("a gzip file", "a zstd file"):
        return False
    if opened.suffix in (".warc", ".wet"):
        return True
    try:
        return _decompressed(packing, io.BytesIO(opened.head)).read(5) == b"WARC/"
    except _ERRORS:
        return False


# --- compressed files -------------------------------------------------------------------------


def _decompressed(packing: Packing, stream: BinaryIO) -> BinaryIO:
    return cast(BinaryIO, _STREAMS[packing.meaning](stream))


def _zstd(stream: BinaryIO) -> object:
    import pyarrow as pa

    return pa.CompressedInputStream(pa.PythonFile(stream, mode="r"), "zstd")


_STREAMS: dict[str, Callable[[BinaryIO], object]] = {
    "a gzip file": lambda stream: gzip.GzipFile(fileobj=stream),
    "a zstd file": _zstd,
    "a bzip2 file": bz2.BZ2File,
    "an xz file": lzma.LZMAFile,
}


def _open_compressed(opened: Input) -> Iterator[Input]:
    packing = packing_of(opened)
    assert packing is not None
    packed = cast(BinaryIO, io.BufferedReader(_Counted(opened.stream, opened.allowance)))
    limited = _Limited(_decompressed(packing, packed), packing.meaning, opened.allowance)
    yield opened.within(opened.name, limited.buffered(), _unpacked_name(opened.hint))


def _unpacked_name(name: str) -> str:
    for suffix, instead in _SUFFIXES.items():
        if name.endswith(suffix):
            return name.removesuffix(suffix) + instead
    return name


class _Counted(io.RawIOBase):
    """A stream that tells the allowance how much was taken from it."""

    def __init__(self, stream: BinaryIO, allowance: Allowance) -> None:
        self._stream = stream
        self._allowance = allowance

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        target = memoryview(buffer).cast("B")
        chunk = self._stream.read(len(target))
        target[: len(chunk)] = chunk
        self._allowance.taken += len(chunk)
        return len(chunk)


class _Limited(io.RawIOBase):
    """What comes out of a container: bombs are stopped, and damage is told in one way."""

    def __init__(self, stream: BinaryIO, meaning: str, allowance: Allowance | None) -> None:
        self._stream = stream
        self._meaning = meaning
        self._allowance = allowance

    def readable(self) -> bool:
        return True

    def buffered(self) -> BinaryIO:
        return cast(BinaryIO, io.BufferedReader(self, 64 * 1024))

    def readinto(self, buffer: WriteableBuffer) -> int:
        target = memoryview(buffer).cast("B")
        try:
            chunk = self._stream.read(len(target))
        except _ERRORS as error:
            raise Broken(f"{self._meaning} is damaged or cut off ({error})") from error
        target[: len(chunk)] = chunk
        if self._allowance:
            self._allowance.charge(len(chunk))
        return len(chunk)


# --- archives ---------------------------------------------------------------------------------


def _open_zip(opened: Input) -> Iterator[Input | ReadProblem]:
    stream = seekable(opened.stream)
    size = stream.seek(0, io.SEEK_END)
    if _members(stream, size) > MOST_MEMBERS:
        raise TooLarge(f"the ZIP archive has more than {MOST_MEMBERS:,} members")
    if opened.allowance.size is None:
        opened.allowance.taken = size
    try:
        archive = zipfile.ZipFile(stream)
    except _ERRORS as error:
        raise Broken(f"the ZIP archive is damaged or cut off ({error})") from error
    for member in archive.infolist():
        if member.is_dir():
            continue
        name = f"{opened.name}{BETWEEN}{_printable(member.filename)}"
        problem = _unfit(name, member.filename, stat.S_ISLNK(member.external_attr >> 16))
        if problem or member.flag_bits & 1:
            yield problem or ReadProblem(name, "the member is encrypted", "unpack it with its password first")
            continue
        try:
            raw = archive.open(member)
        except (*_ERRORS, NotImplementedError) as error:
            yield ReadProblem(
                name, f"the member cannot be opened ({error})", "get a whole copy of the archive"
            )
            continue
        with raw:
            limited = _Limited(cast(BinaryIO, raw), "the ZIP archive", opened.allowance)
            try:
                yield opened.within(name, limited.buffered(), member.filename)
            except Broken as error:
                yield ReadProblem(name, str(error), "it was left out; get a whole copy of the archive")


def _members(stream: BinaryIO, size: int) -> int:
    """The number of members that the end of a ZIP archive names; 0 where it names none."""
    stream.seek(max(0, size - 66_000))
    end = stream.read()
    stream.seek(0)
    large = end.rfind(b"PK\x06\x06")
    if large >= 0:
        return int.from_bytes(end[large + 32 : large + 40], "little")
    small = end.rfind(b"PK\x05\x06")
    return int.from_bytes(end[small + 10 : small + 12], "little") if small >= 0 else 0


def _open_tar(opened: Input) -> Iterator[Input | ReadProblem]:
    window = _Window(opened.stream)
    try:
        with tarfile.open(fileobj=cast(BinaryIO, window), mode="r|") as archive:
            for member in archive:
                archive.members.clear()  # type: ignore[attr-defined]
                if member.isdir():
                    continue
                name = f"{opened.name}{BETWEEN}{_printable(member.name)}"
                problem = _unfit(name, member.name, not member.isfile())
                raw = None if problem else archive.extractfile(member)
                if raw is None:
                    yield problem or ReadProblem(name, "the member is no file", "nothing was read of it")
                    continue
                limited = _Limited(cast(BinaryIO, raw), "the tar archive", None)
                yield opened.within(name, limited.buffered(), member.name)
            end = archive.offset
    except tarfile.TarError as error:
        raise Broken(f"the tar archive is damaged or cut off ({error})") from error
    if window.at(end, 512).strip(b"\0") or not window.at(end, 512):
        raise Broken("the tar archive is damaged or cut off", end)


class _Window:
    """A stream that remembers its last bytes, for a look at the place where reading ended."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._last = b""
        self._position = 0

    def read(self, size: int = -1) -> bytes:
        chunk = self._stream.read(size)
        if chunk:
            self._last = (self._last + chunk)[-64 * 1024 :]
            self._position += len(chunk)
        return chunk

    def at(self, offset: int, size: int) -> bytes:
        """Bytes from ``offset``, as far as they are remembered."""
        start = offset - (self._position - len(self._last))
        return self._last[start : start + size] if start >= 0 else b"\0"


def _unfit(name: str, member: str, is_link: bool) -> ReadProblem | None:
    parts = member.replace("\\", "/").split("/")
    if member.startswith(("/", "\\")) or ".." in parts or (len(member) > 1 and member[1] == ":"):
        reason = "the member's name leads out of the archive"
        return ReadProblem(name, reason, "it was left out; pack it again under a plain name")
    if is_link:
        return ReadProblem(name, "the member is a link or a device", "it was left out; pack the file itself")
    return None


def _printable(name: str) -> str:
    return "".join(c if c.isprintable() else "\ufffd" for c in name)


PACKINGS = (
    Packing("a gzip file", b"\x1f\x8b", 0, _open_compressed),
    Packing("a zstd file", b"\x28\xb5\x2f\xfd", 0, _open_compressed),
    Packing("a bzip2 file", b"BZh", 0, _open_compressed),
    Packing("an xz file", b"\xfd7zXZ\x00", 0, _open_compressed),
    Packing("a ZIP archive", b"PK\x03\x04", 0, _open_zip, is_archive=True),
    Packing("a ZIP archive", b"PK\x05\x06", 0, _open_zip, is_archive=True),
    Packing("a tar archive", b"ustar", 257, _open_tar, is_archive=True),
)
