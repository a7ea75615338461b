"""Write the reference part of docs/exports.md from the columns of the formats.

python tools/export_reference.py --write
"""

from __future__ import annotations

import sys
from pathlib import Path

from dragoman.exporting.exports import EXPORTS

DOCUMENT = Path(__file__).parents[1] / "docs" / "exports.md"
MARK = "<!-- from here on written by tools/export_reference.py -->"


def reference() -> str:
    """The columns of every format that has columns of its own."""
    parts = []
    for name, known in EXPORTS.items():
        made = known.load()
        columns = getattr(made, "columns", ())
        if not columns:
            continue
        source = sys.modules[type(made).__module__].__doc__ or ""
        cited = " ".join(source.split("Source", 1)[-1].lstrip("s:").split())
        parts.append(f"### {name}\n\n{known.meaning[0].upper()}{known.meaning[1:]}. Columns as in {cited}\n")
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
