"""One address fetched: redirects followed one by one, sizes and times limited, hosts spared."""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime
from typing import Self
from urllib.parse import urljoin, urlsplit

import httpcore
import httpx

from dragoman.reading.web.network import Clock, Refused, Transport
from dragoman.reading.web.robots import Robots
from dragoman.version import __version__

AGENT = "dragoman"
_USER_AGENT = f"{AGENT}/{__version__} (feed reader for research)"
_MOST_REDIRECTS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_LONGEST_DELAY = 60.0
"""Seconds; a host that asks for more between two requests gets this much."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one answer may take."""

    seconds: float = 60.0
    """For the whole answer, from its first connection to its last byte."""
    silence: float = 15.0
    """Seconds without a byte."""
    bytes: int = 8 * 1024 * 1024
    """Of the answer, as sent and as unpacked."""
    delay: float = 2.0
    """Seconds between two requests to one host."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address answered."""

    url: str
    """The address after all redirects."""
    status: int
    type: str
    """Media type in lower case, without parameters."""
    charset: str | None
    data: bytes
    etag: str | None = None
    modified: str | None = None
    fresh_for: float = 0.0
    """Seconds for which the server says that nothing changes."""


class FetchError(Exception):
    """An address that could not be fetched: why, for how long, and when to come again."""

    def __init__(
        self,
        url: str,
        reason: str,
        *,
        lasting: bool = False,
        wait: float | None = None,
        status: int | None = None,
    ) -> None:
        super().__init__(f"{url}: {reason}")
        self.url = url
        self.reason = reason
        self.lasting = lasting
        """True where another try is not expected to do better."""
        self.wait = wait
        """Seconds that the server asks to be left alone."""
        self.status = status
        """What the server answered, if it did."""


class Fetcher:
    """Fetches addresses one at a time; use it as a context manager, or close it."""

    def __init__(
        self,
        *,
        allow_private: bool = False,
        limits: Limits | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.limits = limits or Limits()
        self._clock = Clock()
        self._sleep = sleep
        self._last: dict[str, float] = {}
        self._robots = Robots(AGENT, self._get_robots)
        self._client = httpx.Client(
            transport=Transport(self._clock, allow_private=allow_private),
            headers={
                "User-Agent": _USER_AGENT,
                "Accept-Encoding": "gzip, deflate",
                "Accept": "application/rss+xml, application/atom+xml, text/html, */*;q=0.5",
            },
            timeout=self.limits.silence,
            trust_env=False,
            follow_redirects=False,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._client.close()

    def get(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Answer:
        """What an address answers, with status 200, or 304 where nothing changed.

        Args:
            url: an http or https address.
            etag: of the answer that is known already.
            modified: Last-Modified of that answer.

        Raises:
            FetchError: the address may not be fetched, or no whole answer came.
        """
        headers = {"If-None-Match": etag, "If-Modified-Since": modified}
        known = {name: value for name, value in headers.items() if value}
        for _ in range(_MOST_REDIRECTS + 1):
            self._check(url)
            answer = self._get_one(url, known)
            if isinstance(answer, Answer):
                return answer
            url = answer
        raise FetchError(url, f"more than {_MOST_REDIRECTS} redirects, which is a circle", lasting=True)

    def _check(self, url: str) -> None:
        try:
            parts = urlsplit(url)
            host = parts.hostname
            _ = parts.port
        except ValueError as error:
            raise FetchError(url, f"it is no address ({error})", lasting=True) from error
        if parts.scheme not in ("http", "https") or not host:
            raise FetchError(url, "only http and https addresses are fetched", lasting=True)
        if not self._robots.allows(url):
            raise FetchError(url, "the host's robots.txt asks not to fetch it", lasting=True)

    def _get_one(self, url: str, headers: dict[str, str]) -> Answer | str:
        """The answer, or the address that it points on to."""
        self._wait_for(url, self._robots.delay(url))
        self._clock.deadline = time.monotonic() + self.limits.seconds
        try:
            with self._client.stream("GET", url, headers=headers) as response:
                if response.status_code in _REDIRECTS and "location" in response.headers:
                    return urljoin(url, response.headers["location"])
                return self._answer(url, response)
        except (httpcore.TimeoutException, httpx.TimeoutException) as error:
            raise FetchError(url, self._too_slow()) from error
        except Refused as error:
            raise FetchError(url, str(error), lasting=True) from error
        except (httpcore.NetworkError, httpcore.ProtocolError, httpx.HTTPError) as error:
            raise FetchError(url, f"the connection failed ({error})") from error
        except (httpx.InvalidURL, UnicodeError, ValueError) as error:
            raise FetchError(url, f"it is no address ({error})", lasting=True) from error
        finally:
            self._last[urlsplit(url).netloc] = time.monotonic()

    def _too_slow(self) -> str:
        if time.monotonic() >= self._clock.deadline - 0.01:
            return f"no whole answer came within {self.limits.seconds:g} seconds"
        return f"no byte came for {self.limits.silence:g} seconds"

    def _answer(self, url: str, response: httpx.Response) -> Answer:
        status = response.status_code
        if status not in (200, 304):
            lasting = 400 <= status < 500 and status not in (408, 425, 429)
            wait = _retry_after(response)
            raise FetchError(url, f"the server answered {status}", lasting=lasting, wait=wait, status=status)
        kind, _, _ = response.headers.get("content-type", "").partition(";")
        answer = Answer(
            url=url,
            status=status,
            type=kind.strip().lower(),
            charset=response.charset_encoding,
            data=b"",
            etag=response.headers.get("etag"),
            modified=response.headers.get("last-modified"),
            fresh_for=_fresh_for(response),
        )
        return answer if status == 304 else replace(answer, data=self._data(url, response))

    def _data(self, url: str, response: httpx.Response) -> bytes:
        encoding = response.headers.get("content-encoding", "").strip().lower()
        if encoding not in ("", "identity", "gzip", "x-gzip", "deflate"):
            raise FetchError(
                url, f"the answer is packed as {encoding}, which was not asked for", lasting=True
            )
        packed = self._limited(url, response.iter_raw())
        parts = (
            packed if encoding in ("", "identity") else self._limited(url, _unpacked(url, packed, encoding))
        )
        return b"".join(parts)

    def _limited(self, url: str, parts: Iterator[bytes]) -> Iterator[bytes]:
        size = 0
        for part in parts:
            size += len(part)
            if size > self.limits.bytes:
                raise FetchError(url, f"the answer is larger than {self.limits.bytes:,} bytes", lasting=True)
            yield part

    def _wait_for(self, url: str, asked: float | None) -> None:
        """Leave a host alone for as long as it asks, or as is polite."""
        pause = min(max(self.limits.delay, asked or 0.0), max(_LONGEST_DELAY, self.limits.delay))
        last = self._last.get(urlsplit(url).netloc)
        left = 0.0 if last is None else last + pause - time.monotonic()
        if left > 0:
            self._sleep(left)

    def _get_robots(self, url: str) -> str:
        """The text of a robots.txt, or nothing where there is none.

        Raises:
            FetchError: the host cannot say now, so nothing of it may be fetched.
        """
        for _ in range(_MOST_REDIRECTS + 1):
            try:
                answer = self._get_one(url, {})
            except FetchError as error:
                if error.status is None or error.status >= 500 or error.status == 429:
                    raise
                return ""
            if isinstance(answer, Answer):
                return answer.data[:512_000].decode("utf-8", errors="replace")
            if urlsplit(answer).scheme not in ("http", "https"):
                return ""
            url = answer
        return ""


def _unpacked(url: str, parts: Iterator[bytes], encoding: str) -> Iterator[bytes]:
    """The bytes of a packed answer, never many at a time, whatever a bomb holds."""
    unpacker = zlib.decompressobj(47) if encoding != "deflate" else None
    started = False
    try:
        for part in parts:
            if unpacker is None:  # some servers send bare deflate data, others with the header of zlib
                unpacker = zlib.decompressobj(15 if part[:1] == b"\x78" else -15)
            rest = part
            while rest:
                yield unpacker.decompress(rest, 256 * 1024)
                rest = unpacker.unconsumed_tail
            started = True
    except zlib.error as error:
        raise FetchError(
            url, f"the answer says that it is packed as {encoding}, but is not ({error})"
        ) from error
    if started and unpacker is not None and not unpacker.eof:
        raise FetchError(url, "the packed answer is cut off")


def _retry_after(response: httpx.Response) -> float | None:
    value = response.headers.get("retry-after", "").strip()
    if value.isdigit():
        return float(min(int(value), 86_400))
    try:
        return max(0.0, min(parsedate_to_datetime(value).timestamp() - time.time(), 86_400.0))
    except (ValueError, TypeError):
        return None


def _fresh_for(response: httpx.Response) -> float:
    for part in response.headers.get("cache-control", "").split(","):
        name, _, value = part.strip().partition("=")
        if name.lower() == "max-age" and value.strip().isdigit():
            return float(min(int(value), 6 * 3600))
    return 0.0
