"""The feeds to watch: addresses as they are, OPML files, and lists with an address a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree

_LARGEST = 16 * 1024 * 1024
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


class FeedListError(Exception):
    """A list of feeds that cannot be read."""


def addresses_in(named: Iterable[str]) -> list[str]:
    """The addresses of feeds, each once, in order.

    Args:
        named: http and https addresses, OPML files, and text files with an address a line
            (``#`` begins a remark).

    Raises:
        FeedListError: a file cannot be read, or names no feeds.
    """
    found: dict[str, None] = {}
    for name in named:
        addresses = [name] if _ADDRESS.fullmatch(name) else list(_in_file(name))
        found.update(dict.fromkeys(addresses))
    return list(found)


def _in_file(name: str) -> Iterator[str]:
    if re.match(r"[a-z][a-z0-9+.-]+://", name, re.IGNORECASE):
        raise FeedListError(f"{name}: only http and https addresses are fetched")
    path = Path(name)
    try:
        if path.stat().st_size > _LARGEST:
            raise FeedListError(f"{name}: the file is too large to be a list of feeds")
        data = path.read_bytes()
    except OSError as error:
        raise FeedListError(
            f"{name}: no such address or file ({error.strerror}); an address begins with http"
        ) from error
    addresses = (
        _in_opml(data, name) if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") else _in_lines(data)
    )
    if not addresses:
        raise FeedListError(f"{name}: the file names no feeds; OPML names them in xmlUrl, a list one a line")
    yield from addresses


def _in_opml(data: bytes, name: str) -> list[str]:
    try:
        tree = ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError) as error:
        raise FeedListError(f"{name}: the file is no OPML ({error})") from error
    named = (outline.get("xmlUrl") or outline.get("xmlurl") or "" for outline in tree.iter("outline"))
    return [address.strip() for address in named if _ADDRESS.fullmatch(address.strip())]


def _in_lines(data: bytes) -> list[str]:
    lines = (
        line.partition(" #")[0].strip() for line in data.decode("utf-8-sig", errors="replace").splitlines()
    )
    return [line for line in lines if _ADDRESS.fullmatch(line)]
