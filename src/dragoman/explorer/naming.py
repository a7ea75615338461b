"""Codes in words: countries, quad classes, statuses, days."""

from __future__ import annotations

import datetime as dt
import threading
from functools import cache
from typing import Any

from dragoman import ontology
from dragoman.knowledge import Knowledge

QUADS = {
    1: "verbal cooperation",
    2: "material cooperation",
    3: "verbal conflict",
    4: "material conflict",
}


class Names:
    """Country names and what the knowledge base holds on an actor."""

    def __init__(self) -> None:
        self._asking = threading.Lock()

    @property
    def knowledge(self) -> Knowledge:
        """The knowledge base, loaded at the first question."""
        with _LOADING:
            return _knowledge()

    def country(self, code: str | None) -> str:
        """A country code in words; an unknown one stands for itself."""
        if not code:
            return ""
        return ontology.nonstate().get(code) or self.knowledge.country_name(code)

    def entry(self, actor_id: str) -> dict[str, Any] | None:
        """What the knowledge base holds on an actor."""
        knowledge = self.knowledge
        with self._asking:
            try:
                return knowledge.entry(actor_id)
            except (KeyError, ValueError, OverflowError):
                return None


_LOADING = threading.Lock()


@cache
def _knowledge() -> Knowledge:
    return Knowledge.load()


def days(start: dt.date | None, end: dt.date | None) -> str:
    """ "26 Aug 2018", "26–27 Aug 2018", or nothing where it is unknown."""
    if start is None or end is None or start == end:
        known = start or end
        return day(known) if known else ""
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end)}"
    if start.year == end.year:
        return f"{start.day} {start:%b} – {day(end)}"
    return f"{day(start)} – {day(end)}"


def day(value: dt.date) -> str:
    """ "26 Aug 2018"."""
    return f"{value.day} {value:%b} {value.year}"


def span_of_numbers(least: int | None, most: int | None) -> str:
    """ "12", "12–30", or nothing."""
    if least is None or most is None:
        return "" if least is None and most is None else f"{least if most is None else most:,}"
    return f"{least:,}" if least == most else f"{least:,}–{most:,}"
