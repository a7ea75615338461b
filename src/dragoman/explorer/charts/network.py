"""Who acts on whom, as arcs between names on a circle; those with most to do with each other stand near."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Node:
    """A party at its place on the circle; its label stands outside, turned by ``angle`` degrees."""

    key: str
    x: float
    y: float
    radius: float
    label_x: float
    label_y: float
    anchor: str
    angle: float
    n: int


@dataclass(frozen=True, slots=True)
class Edge:
    """What two parties have to do with each other, in both directions together."""

    first: str
    second: str
    path: str
    width: float
    n: int
    cooperation: int
    conflict: int
    score: float

    @property
    def kind(self) -> str:
        """``cooperation``, ``conflict`` or ``mixed``, by which events are at least two thirds."""
        share = self.conflict / max(1, self.n)
        return "conflict" if share >= 2 / 3 else "cooperation" if share <= 1 / 3 else "mixed"


@dataclass(frozen=True, slots=True)
class Network:
    """A square drawing of ``size`` pixels."""

    size: int
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def network(rows: Sequence[Mapping[str, Any]], *, size: int = 640, most: int = 24) -> Network:
    """The drawing of pairs (``source``, ``target``, ``n``, ``q1`` to ``q4``, ``score``) of some parties."""
    weights: dict[str, int] = defaultdict(int)
    for r in rows:
        weights[r["source"]] += r["n"]
        weights[r["target"]] += r["n"]
    kept = sorted(weights, key=lambda k: (-weights[k], k))[:most]
    links = _joined([r for r in rows if r["source"] in kept and r["target"] in kept])
    kept = [k for k in kept if any(k in pair for pair in links)]
    order = _around(kept, links)
    nodes = _nodes(order, weights, size)
    return Network(size, tuple(nodes.values()), tuple(_edges(links, nodes, size)))


_Link = tuple[int, int, int, float]
"""Events, cooperative ones, conflictual ones, sum of scores."""


def _joined(rows: Sequence[Mapping[str, Any]]) -> dict[tuple[str, str], _Link]:
    links: dict[tuple[str, str], _Link] = {}
    for r in rows:
        pair = (min(r["source"], r["target"]), max(r["source"], r["target"]))
        n, up, down, total = links.get(pair, (0, 0, 0, 0.0))
        links[pair] = (
            n + r["n"],
            up + r["q1"] + r["q2"],
            down + r["q3"] + r["q4"],
            total + (r["score"] or 0.0) * r["n"],
        )
    return links


def _around(keys: Sequence[str], links: Mapping[tuple[str, str], _Link]) -> list[str]:
    """An order in which each stands at that end of the row to which it is tied the more."""
    if not keys:
        return []

    def tie(a: str, b: str) -> int:
        return links.get((min(a, b), max(a, b)), (0, 0, 0, 0.0))[0]

    left = list(keys[1:])
    row = [keys[0]]
    while left:
        key, end = max(
            ((k, e) for k in left for e in (0, -1)),
            key=lambda ke: (tie(ke[0], row[ke[1]]), -left.index(ke[0])),
        )
        left.remove(key)
        row.insert(0 if end == 0 else len(row), key)
    return row


def _nodes(order: Sequence[str], weights: Mapping[str, int], size: int) -> dict[str, Node]:
    most = max((weights[k] for k in order), default=1)
    middle, circle = size / 2, size / 2 - (130 if size > 500 else 104)
    out = {}
    for n, key in enumerate(order):
        turn = 2 * math.pi * n / len(order) - math.pi / 2
        cos, sin = math.cos(turn), math.sin(turn)
        radius = 4 + 8 * math.sqrt(weights[key] / most)
        degrees = math.degrees(turn)
        right = cos >= -1e-9
        out[key] = Node(
            key,
            round(middle + circle * cos, 2),
            round(middle + circle * sin, 2),
            round(radius, 2),
            round(middle + (circle + radius + 5) * cos, 2),
            round(middle + (circle + radius + 5) * sin, 2),
            "start" if right else "end",
            round(degrees if right else degrees + 180, 2),
            weights[key],
        )
    return out


def _edges(links: Mapping[tuple[str, str], _Link], nodes: Mapping[str, Node], size: int) -> list[Edge]:
    most = max((link[0] for link in links.values()), default=1)
    middle = size / 2
    out = []
    for (first, second), (n, up, down, total) in sorted(links.items(), key=lambda item: item[1][0]):
        a, b = nodes[first], nodes[second]
        near = 1 - math.dist((a.x, a.y), (b.x, b.y)) / size
        pull = 0.05 + 0.6 * near * near
        bend_x = middle + ((a.x + b.x) / 2 - middle) * pull
        bend_y = middle + ((a.y + b.y) / 2 - middle) * pull
        path = f"M{a.x} {a.y}Q{bend_x:.1f} {bend_y:.1f} {b.x} {b.y}"
        out.append(
            Edge(first, second, path, round(1 + 7 * math.sqrt(n / most), 2), n, up, down, round(total / n, 1))
        )
    return out
