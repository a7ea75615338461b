"""Prints the tables and views of a store as Markdown, for docs/store.md.

usage: python tools/store_reference.py --write    (puts it into docs/store.md; a test holds the two together)
"""

from __future__ import annotations

import sys
from pathlib import Path

import duckdb

from dragoman.store import Store
from dragoman.store.schema import TABLES, VIEWS

DOCUMENT = Path(__file__).parents[1] / "docs" / "store.md"
MARK = "<!-- from here on written by tools/store_reference.py -->\n"


def reference() -> str:
    """All tables with their columns, then the columns of the views."""
    parts = ["## Tables\n"]
    for table in TABLES:
        parts.append(f"### `{table.name}`\n\n{table.meaning}\n\n| column | type | |\n| --- | --- | --- |")
        parts += [f"| `{c.name}` | {_kind(c.type)} | {c.meaning.replace('|', '/')} |" for c in table.columns]
        parts.append("")
    parts.append("## Columns of the views\n")
    store = Store(duckdb.connect(), Path("memory"))
    store._make()
    for view in VIEWS:
        columns = store.connection.execute(f"DESCRIBE {view}").fetchall()
        listed = ", ".join(f"`{column[0]}`" for column in columns)
        parts.append(f"**`{view}`**: {listed}\n")
    return "\n".join(parts)


def _kind(sql: str) -> str:
    """A type in a word: the shape of an entity is described in docs/record.md."""
    if "office" in sql:
        return "entities" if sql.endswith("[]") else "entity"
    return sql.replace("VARCHAR", "text").lower()


def main() -> None:
    if "--write" not in sys.argv:
        print(reference())
        return
    head = DOCUMENT.read_text(encoding="utf-8").split(MARK)[0]
    DOCUMENT.write_text(head + MARK + "\n" + reference(), encoding="utf-8")


if __name__ == "__main__":
    main()
