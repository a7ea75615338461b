"""The address of a page or an API call → what is asked for, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from dragoman.explorer.errors import BadRequest
from dragoman.explorer.events import ORDERS, Sort
from dragoman.explorer.settings import MAX_ALL_VALUES, MAX_PAGE, MAX_TEXT, MAX_VALUES
from dragoman.store.filters import NAMES, Filter, FilterError

FILTERS = tuple(NAMES)
"""The names of all filters, as ``dragoman query`` has them."""
COSTLY = frozenset({"actor", "recipient", "party", "according_to", "place", "outlet"})
"""Filters each value of which makes the query longer to plan."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for: the filter, and the parameters beside it as words."""

    filter: Filter
    words: Mapping[str, list[str]]
    """The filter's parameters as they stand in the address."""
    other: Mapping[str, str]

    def address(self, path: str, **changes: Any) -> str:
        """The address of ``path`` with the same filter and these parameters changed; None takes one away."""
        values: dict[str, Any] = {**self.words}
        for name, value in changes.items():
            if value is None:
                values.pop(name, None)
            else:
                values[name] = value if isinstance(value, list) else [value]
        return f"{path}?{urlencode(values, doseq=True)}" if values else path

    def with_value(self, path: str, name: str, value: Any) -> str:
        """The address with one more value of a filter, or without it where it is there."""
        held = list(self.words.get(name, ()))
        value = str(value)
        held = [v for v in held if v != value] if value in held else [*held, value]
        return self.address(path, **{name: held or None})

    def has(self, name: str, value: Any) -> bool:
        """Whether a filter holds a value."""
        return str(value) in self.words.get(name, ())

    @property
    def chips(self) -> list[tuple[str, str]]:
        """Every value of the filter with its name, as they are shown above a table."""
        return [(name, value) for name, values in self.words.items() for value in values]


def asked(query: QueryParams, allowed: Iterable[str] = (), *, filters: bool = True) -> Asked:
    """Read an address.

    Raises:
        BadRequest: it has a parameter that is not known, or a value that cannot be.
    """
    names = {*(FILTERS if filters else ()), *allowed}
    words: dict[str, list[str]] = {}
    other: dict[str, str] = {}
    for name, value in query.multi_items():
        if name not in names:
            raise BadRequest(f"There is no parameter {name!r} here; there are {', '.join(sorted(names))}.")
        if len(value) > MAX_TEXT:
            raise BadRequest(f"The value of {name!r} is longer than {MAX_TEXT} characters.")
        if "\x00" in value:
            raise BadRequest(f"The value of {name!r} holds a NUL character.")
        if filters and name in FILTERS:
            if value.strip():
                words.setdefault(name, []).append(value.strip())
        else:
            other[name] = value.strip()
    _check_number(words)
    try:
        found = Filter.of(words)
    except FilterError as error:
        raise BadRequest(_sentence(error)) from error
    return Asked(found, words, other)


def _check_number(words: Mapping[str, list[str]]) -> None:
    for name, values in words.items():
        if name in COSTLY and len(values) > MAX_VALUES:
            raise BadRequest(f"{name!r} takes at most {MAX_VALUES} values; there are {len(values)}.")
    if sum(map(len, words.values())) > MAX_ALL_VALUES:
        raise BadRequest(f"All filters together take at most {MAX_ALL_VALUES} values.")


def _sentence(error: Exception) -> str:
    text = str(error)
    return text[:1].upper() + text[1:] + "."


def number(asked: Asked, name: str, usual: int, least: int, most: int) -> int:
    """A whole number of the address.

    Raises:
        BadRequest: it is none, or outside ``least`` to ``most``.
    """
    text = asked.other.get(name)
    if text is None or text == "":
        return usual
    if not text.isascii() or not text.isdigit() or not least <= int(text[:9]) <= most or len(text) > 9:
        raise BadRequest(f"{name!r} is a whole number from {least} to {most}.")
    return int(text)


def page_number(asked: Asked) -> int:
    """The page of a table, from 1."""
    return number(asked, "page", 1, 1, MAX_PAGE)


def sort_of(asked: Asked, usual: str = "-date") -> Sort:
    """The order of a table.

    Raises:
        BadRequest: there is no such order.
    """
    text = asked.other.get("sort") or usual
    name = text.removeprefix("-")
    if name not in ORDERS:
        raise BadRequest(
            f"There is no order {name!r}; there are {', '.join(ORDERS)}, each with or without '-'."
        )
    return Sort(name, text.startswith("-"))


def choice(asked: Asked, name: str, values: Iterable[str], usual: str) -> str:
    """One of a few words.

    Raises:
        BadRequest: it is none of them.
    """
    known = list(values)
    text = asked.other.get(name) or usual
    if text not in known:
        raise BadRequest(f"{name!r} is one of {', '.join(known)}.")
    return text
