"""Tables of this project: tab-separated, with a header, lines that begin with # left out."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a table, each by the names of its columns."""
    with path.open(encoding="utf-8", newline="") as stream:
        return parsed(stream)


def parsed(stream: Iterable[str]) -> list[dict[str, str]]:
    """The same, from the lines of a table, which may have been packed."""
    lines = (line for line in stream if not line.startswith("#"))
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
