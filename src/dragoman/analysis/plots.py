"""Figures for print: the history of a pair, and who an actor has to do with."""

from __future__ import annotations

import math
from typing import Any, Literal

from dragoman.analysis.opened import OpenedStore, needed

Period = Literal["day", "week", "month", "year"]
_QUADS = {
    1: ("verbal cooperation", "#9ecae1"),
    2: ("material cooperation", "#2171b5"),
    3: ("verbal conflict", "#fdae6b"),
    4: ("material conflict", "#a63603"),
}
"""Names and colours of the quad classes; the colours differ in grey too."""


def dyad_history(store: OpenedStore, first: str, second: str, *, by: Period = "month", **asked: Any) -> Any:
    """A matplotlib figure of the events of a pair over time: cooperation above the line, conflict below.

    Args:
        store: an opened store.
        first: a party, given as in ``dragoman query``: ``IRN``, ``person:…``, a part of a name.
        second: the other.
        by: how long a bar lasts.
        asked: more filters, such as ``status="asserted"``.

    Raises:
        PackageMissing: matplotlib is not installed.
        FilterError: a filter cannot be.
    """
    figures = needed("matplotlib.figure")
    table = store.find(party=[first, second], **asked).relation
    rows = table.aggregate(
        f"date_trunc('{by}', coalesce(date_start, first_reported)) AS start, quad_code, count(*) AS n",
        f"date_trunc('{by}', coalesce(date_start, first_reported)), quad_code",
    ).fetchall()
    counted = {(start, quad): n for start, quad, n in rows if start is not None}
    starts = sorted({start for start, _ in counted})
    figure = figures.Figure(figsize=(7, 3), layout="constrained")
    axes = figure.subplots()
    width = {"day": 1, "week": 7, "month": 30, "year": 360}[by]
    for inner, outer, sign in ((1, 2, 1), (3, 4, -1)):
        base = [0] * len(starts)
        for quad in (inner, outer):
            heights = [sign * counted.get((start, quad), 0) for start in starts]
            name, colour = _QUADS[quad]
            axes.bar(starts, heights, width, bottom=base, color=colour, label=name)
            base = [b + h for b, h in zip(base, heights, strict=True)]
    axes.axhline(0, color="black", linewidth=0.6)
    axes.yaxis.set_major_formatter(lambda value, _: f"{abs(value):g}")
    axes.set_ylabel(f"events a {by}")
    axes.set_title(f"{first} and {second}", loc="left", fontsize=10)
    axes.spines[["top", "right"]].set_visible(False)
    if starts:
        axes.legend(frameon=False, fontsize=7, ncols=4, loc="upper center", bbox_to_anchor=(0.5, -0.12))
    else:
        axes.text(0.5, 0.5, "no events", transform=axes.transAxes, ha="center")
    return figure


def actor_network(store: OpenedStore, actor: str, *, most: int = 15, **asked: Any) -> Any:
    """A matplotlib figure of who takes part in events with an actor.

    A line is the wider the more events two share, blue where they cooperate, brown where they fight.

    Args:
        store: an opened store.
        actor: given as in ``dragoman query``.
        most: how many others, those with most events.
        asked: more filters.

    Raises:
        PackageMissing: matplotlib is not installed.
        FilterError: a filter cannot be.
    """
    figures = needed("matplotlib.figure")
    others = partners(store, actor, most, **asked)
    figure = figures.Figure(figsize=(5, 5), layout="constrained")
    axes = figure.subplots()
    axes.set_axis_off()
    axes.set_aspect("equal")
    axes.set(xlim=(-1.5, 1.5), ylim=(-1.4, 1.4))
    largest = max((n for _, n, _ in others), default=1)
    for place, (name, n, score) in enumerate(others):
        angle = 2 * math.pi * place / len(others)
        x, y = math.cos(angle), math.sin(angle)
        colour = _QUADS[2 if (score or 0) >= 0 else 4][1]
        axes.plot([0, x], [0, y], color=colour, linewidth=0.5 + 4 * n / largest, zorder=1)
        axes.text(1.1 * x, 1.1 * y, f"{name} ({n})", ha="center", va="center", fontsize=7)
    axes.scatter([0], [0], s=60, color="black", zorder=2)
    axes.text(0, -0.1, actor, ha="center", va="top", fontsize=9, weight="bold")
    return figure


def partners(store: OpenedStore, actor: str, most: int, **asked: Any) -> list[tuple[str, int, float | None]]:
    """Who shares events with the actor: country or name, number of events and mean PLOVER score."""
    store = store.reviewed(asked.pop("reviewed", "all"))
    ids = store.ids(party=actor, **asked)
    rows = store.cursor.execute(
        f"""SELECT coalesce(p.country, p.name) AS who, count(DISTINCT e.id) AS n, avg(e.plover_score)
        FROM events e JOIN event_actors p ON p.event_id = e.id
        WHERE e.id IN (SELECT id FROM {ids}) AND coalesce(p.country, p.name) <> $actor
          AND p.actor_id IS DISTINCT FROM $actor
        GROUP BY who ORDER BY n DESC, who LIMIT $most""",
        {"actor": actor, "most": most},
    ).fetchall()
    return [(str(who), int(n), score) for who, n, score in rows]
