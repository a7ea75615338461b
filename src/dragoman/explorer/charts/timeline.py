"""Cooperation above a line and conflict below it, one bar for each day, week, month or year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

UNITS = ("day", "week", "month", "year")
_MOST = {"day": 75, "week": 75 * 7, "month": 75 * 31}
"""Up to how many days a time is drawn in a unit."""


@dataclass(frozen=True, slots=True)
class Block:
    """One coloured piece of a bar."""

    quad: int
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Bar:
    """One bucket of time with its counts of the quad classes 1 to 4."""

    first: dt.date
    last: dt.date
    label: str
    x: float
    width: float
    counts: tuple[int, int, int, int]
    blocks: tuple[Block, ...]

    @property
    def total(self) -> int:
        """All events of the bucket."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Timeline:
    """A drawing ``width`` by ``height`` with its middle line at ``zero``."""

    width: int
    height: int
    left: int
    zero: float
    unit: str
    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, str], ...]
    levels: tuple[tuple[float, int], ...]


def unit_for(first: dt.date, last: dt.date) -> str:
    """The unit in which a time fits a drawing."""
    days = (last - first).days + 1
    return next((unit for unit, most in _MOST.items() if days <= most), "year")


def timeline(
    rows: Sequence[Mapping[str, Any]], unit: str, *, width: int = 1100, height: int = 220, most: int = 120
) -> Timeline | None:
    """The drawing of rows of ``bucket``, ``quad_code`` and ``n``; None where there are none.

    Only the last ``most`` buckets are drawn.
    """
    counts: dict[dt.date, list[int]] = {}
    for row in rows:
        counts.setdefault(row["bucket"], [0, 0, 0, 0])[int(row["quad_code"]) - 1] += int(row["n"])
    if not counts:
        return None
    buckets = list(_buckets(min(counts), max(counts), unit))[-most:]
    values = [tuple(counts.get(b, (0, 0, 0, 0))) for b in buckets]
    up = max(max(v[0] + v[1] for v in values), 1)
    down = max(max(v[2] + v[3] for v in values), 1)
    left, top, bottom = 34, 8, 22
    room = height - top - bottom
    scale = room / (up + down)
    zero = top + up * scale
    step = (width - left - 4) / len(buckets)
    bars = []
    for n, (bucket, value) in enumerate(zip(buckets, values, strict=True)):
        gap = min(1.5, step * 0.15)
        bars.append(
            Bar(
                bucket,
                _next(bucket, unit) - dt.timedelta(days=1),
                label_of(bucket, unit),
                round(left + n * step + gap / 2, 2),
                round(max(min(step - gap, 40), 0.5), 2),
                (value[0], value[1], value[2], value[3]),
                tuple(_blocks(value, zero, scale)),
            )
        )
    levels = [(round(zero - up * scale, 1), up), (round(zero, 1), 0), (round(zero + down * scale, 1), down)]
    return Timeline(
        width, height, left, round(zero, 2), unit, tuple(bars), _ticks(bars, width), tuple(levels)
    )


def _blocks(value: Sequence[int], zero: float, scale: float) -> Iterator[Block]:
    """Material classes next to the line, verbal ones outside."""
    above = below = zero
    for quad in (2, 1):
        height = value[quad - 1] * scale
        above -= height
        if height:
            yield Block(quad, round(above, 2), round(height, 2))
    for quad in (4, 3):
        height = value[quad - 1] * scale
        if height:
            yield Block(quad, round(below, 2), round(height, 2))
        below += height


def _ticks(bars: Sequence[Bar], width: int) -> tuple[tuple[float, str], ...]:
    every = max(1, -(-len(bars) * 80 // width))
    return tuple((bar.x, bar.label) for n, bar in enumerate(bars) if n % every == 0 and bar.x < width - 45)


def _buckets(first: dt.date, last: dt.date, unit: str) -> Iterator[dt.date]:
    at = first
    while at <= last:
        yield at
        at = _next(at, unit)


def _next(day: dt.date, unit: str) -> dt.date:
    if unit == "day":
        return day + dt.timedelta(days=1)
    if unit == "week":
        return day + dt.timedelta(days=7)
    if unit == "month":
        return dt.date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return dt.date(day.year + 1, 1, 1)


def label_of(day: dt.date, unit: str) -> str:
    """A bucket in a few characters: ``2018``, ``Aug 2018``, ``27 Aug``."""
    if unit == "year":
        return f"{day.year}"
    if unit == "month":
        return f"{day:%b} {day.year}"
    return f"{day.day} {day:%b}" + (f" {day:%y}" if unit == "week" else "")
