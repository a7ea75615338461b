"""What hosts ask of robots (robots.txt), asked once a day for each host."""

from __future__ import annotations

import time
from collections.abc import Callable
from urllib.parse import urlsplit

from protego import Protego

_KEPT = 24 * 3600.0
"""Seconds for which an answer holds."""
_KEPT_UNKNOWN = 15 * 60.0
"""Seconds until a host that could not say is asked again."""


class Robots:
    """The rules of every host that was asked."""

    def __init__(self, agent: str, get: Callable[[str], str]) -> None:
        """Ask through ``get``: it gives the text at an address, and raises where the host cannot say."""
        self._agent = agent
        self._get = get
        self._rules: dict[str, tuple[Protego | Exception, float]] = {}

    def allows(self, url: str) -> bool:
        """True where the host lets this address be fetched.

        Raises:
            Exception: what ``get`` raised: a host that cannot say now lets nothing be fetched.
        """
        host = _host(url)
        rules, until = self._rules.get(host, (None, 0.0))
        if rules is None or time.monotonic() >= until:
            rules = self._ask(host)
        if isinstance(rules, Exception):
            raise rules
        return bool(rules.can_fetch(url, self._agent))

    def delay(self, url: str) -> float | None:
        """Seconds that the host asks for between two requests, as far as it was asked already."""
        rules, _ = self._rules.get(_host(url), (None, 0.0))
        found = rules.crawl_delay(self._agent) if isinstance(rules, Protego) else None
        return float(found) if found else None

    def _ask(self, host: str) -> Protego | Exception:
        found: Protego | Exception
        try:
            found, kept = Protego.parse(self._get(f"{host}/robots.txt")), _KEPT
        except Exception as error:
            found, kept = error, _KEPT_UNKNOWN
        self._rules[host] = (found, time.monotonic() + kept)
        return found


def _host(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
