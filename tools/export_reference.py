"""Write the reference part of docs/exports.md from the columns of the formats.

python tools/export_reference.py --write
"""

from __future__ import annotations

import sys
from pathlib import Path

from dragoman.exporting.exports import EXPORTS

ROOT = Path(__file__).parents[1]
DOCUMENT = ROOT / "docs" / "exports.md"
PUBLISHED = ROOT / "tests" / "exporting" / "published"
"""The published column lists that the tests hold the formats to, each with its source."""
CHECKED = "November 2026"
"""When these lists were last compared with what is published."""
MARK = "<!-- from here on written by tools/export_reference.py -->"


def published(name: str) -> tuple[str, list[str]]:
    """Where the columns of a format are published, and their names in order."""
    source, *columns = (PUBLISHED / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return source.removeprefix("# "), columns


def reference() -> str:
    """The columns of every format that has columns of its own."""
    parts = []
    for name, known in EXPORTS.items():
        made = known.load()
        columns = getattr(made, "columns", ())
        if not columns:
            continue
        source, _ = published(name)
        head = f"{known.meaning[0].upper()}{known.meaning[1:]}."
        parts.append(f"### {name}\n\n{head} Columns checked in {CHECKED} against: {source}\n")
        parts.append("| | column | holds |\n| --- | --- | --- |")
        for n, column in enumerate(columns, 1):
            parts.append(f"| {n} | {column.name} | {column.meaning or 'stays empty: not known here'} |")
        parts.append("")
    return "\n".join(parts)


if __name__ == "__main__":
    if "--write" in sys.argv:
        kept = DOCUMENT.read_text(encoding="utf-8").split(MARK)[0]
        DOCUMENT.write_text(f"{kept}{MARK}\n\n{reference()}", encoding="utf-8")
    else:
        print(reference())
