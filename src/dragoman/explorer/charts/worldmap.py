"""Places as circles on an Equal Earth map (Šavrič, Patterson and Jenny, 2018)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dragoman import tsv

WIDTH, HEIGHT = 960.0, 467.25
_A = (1.340264, -0.081106, 0.000893, 0.003796)
_ROOT = math.sqrt(3) / 2
_SCALE = 177.34230496646222
"""The scale at which the world is 960 wide; ``web/build.mjs`` draws the land at the same."""
_DISPUTED = Path(__file__).with_name("disputed.tsv")


@dataclass(frozen=True, slots=True)
class Circle:
    """A place with its events."""

    name: str
    country: str | None
    x: float
    y: float
    radius: float
    n: int
    quads: tuple[int, int, int, int]
    precision: str | None

    @property
    def quad(self) -> int:
        """The quad class that most events here are of."""
        return self.quads.index(max(self.quads)) + 1


@dataclass(frozen=True, slots=True)
class Disputed:
    """A territory whose status is disputed, with a sentence that takes no side."""

    name: str
    note: str
    x: float
    y: float


def project(longitude: float, latitude: float) -> tuple[float, float]:
    """Degrees → pixels of the map."""
    a1, a2, a3, a4 = _A
    theta = math.asin(_ROOT * math.sin(math.radians(latitude)))
    t2 = theta * theta
    t6 = t2 * t2 * t2
    x = math.radians(longitude) * math.cos(theta) / (_ROOT * (a1 + 3 * a2 * t2 + t6 * (7 * a3 + 9 * a4 * t2)))
    y = theta * (a1 + a2 * t2 + t6 * (a3 + a4 * t2))
    return round(WIDTH / 2 + _SCALE * x, 2), round(HEIGHT / 2 - _SCALE * y, 2)


def circles(rows: Iterable[Mapping[str, Any]]) -> list[Circle]:
    """The circles of places with ``n`` and ``q1`` to ``q4``, the largest first: small ones lie on top."""
    found = [r for r in rows if abs(r["latitude"]) <= 90 and abs(r["longitude"]) <= 180]
    most = max((r["n"] for r in found), default=1)
    out = []
    for r in found:
        x, y = project(r["longitude"], r["latitude"])
        radius = round(2.5 + 15.5 * math.sqrt(r["n"] / most) * min(1.0, 0.35 + most / 60), 2)
        quads = (r["q1"], r["q2"], r["q3"], r["q4"])
        out.append(Circle(r["name"], r["country"], x, y, radius, r["n"], quads, r["precision"]))
    return sorted(out, key=lambda c: -c.n)


@cache
def disputed() -> tuple[Disputed, ...]:
    """Territories whose status is disputed."""
    return tuple(
        Disputed(r["name"], r["note"], *project(float(r["longitude"]), float(r["latitude"])))
        for r in tsv.rows(_DISPUTED)
    )


@dataclass(frozen=True, slots=True)
class View:
    """The part of the map that holds all circles, as a viewBox; ``scale`` shrinks what is drawn to suit."""

    box: str
    scale: float


def view(drawn: Iterable[Circle], *, least: float = 200.0) -> View:
    """The part of the map to show first, at least ``least`` pixels wide and of the map's own shape."""
    points = [(c.x, c.y) for c in drawn]
    if not points:
        return View(f"0 0 {WIDTH:g} {HEIGHT:g}", 1.0)
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    north, south = min(y for _, y in points), max(y for _, y in points)
    width = max(least, (east - west) * 1.2, (south - north) * 1.25 * WIDTH / HEIGHT)
    width = min(width, WIDTH)
    height = width * HEIGHT / WIDTH
    x = min(max((west + east - width) / 2, 0.0), WIDTH - width)
    y = min(max((north + south - height) / 2, 0.0), HEIGHT - height)
    return View(f"{x:.1f} {y:.1f} {width:.1f} {height:.1f}", round(width / WIDTH, 4))


def labelled(drawn: Iterable[Circle], shown: View, *, most: int = 14) -> list[Circle]:
    """The circles whose names can be written without one lying on another."""
    out: list[Circle] = []
    boxes: list[tuple[float, float, float, float]] = []
    for c in drawn:
        if len(out) == most or c.precision == "country":
            continue
        half, y = len(c.name) * 3.4 * shown.scale, c.y - (c.radius + 3) * shown.scale
        box = (c.x - half, y - 12 * shown.scale, c.x + half, y + 2 * shown.scale)
        if all(box[0] > b[2] or box[2] < b[0] or box[1] > b[3] or box[3] < b[1] for b in boxes):
            boxes.append(box)
            out.append(c)
    return out


@cache
def graticule() -> str:
    """Meridians and parallels every thirty degrees, for where the land is not there to be drawn."""
    lines = [[project(lon, lat) for lat in range(-90, 91, 5)] for lon in range(-180, 181, 30)]
    lines += [[project(lon, lat) for lon in range(-180, 181, 5)] for lat in range(-60, 61, 30)]
    return "".join("M" + "L".join(f"{x:g} {y:g}" for x, y in line) for line in lines)
