"""Every column that docs/panels.md names is there, and every column is named."""

from __future__ import annotations

import re
from pathlib import Path

from dragoman.exporting.panels import PanelSpec
from dragoman.exporting.panels.measures import columns

PANELS = (Path(__file__).parents[2] / "docs" / "panels.md").read_text(encoding="utf-8")


def test_the_columns_are_named() -> None:
    made = {c.name for weight in ("events", "mentions") for c in columns(PanelSpec(weight=weight))}
    table = PANELS.split("| `--measure` |")[1].split("\n\n")[0]
    named = set(re.findall(r"`([a-z]+(?:_[a-z0-9]+)*)`", table)) - {"measure"}
    measures = {"types", "quads", "roots", "statuses", "scores", "outlets", "magnitudes"}
    assert named - measures <= made
    spared = re.compile(r"n_(?!outlets)\w+|status_\w+|cameo_\d\d")
    assert {name for name in made if not spared.fullmatch(name)} <= named
