"""What a table of the store is made of: its columns, their DuckDB types and the shape of an entity."""

from __future__ import annotations

from dataclasses import dataclass

TEXTS = "VARCHAR[]"
HASHES = "UINTEGER[]"
SPANS = "STRUCT(start INTEGER, stop INTEGER)[]"
ENTITY_FIELDS = (
    ("name", "VARCHAR"),
    ("actor_id", "VARCHAR"),
    ("country", "VARCHAR"),
    ("sectors", TEXTS),
    ("office", "VARCHAR"),
    ("span_start", "INTEGER"),
    ("span_end", "INTEGER"),
    ("resolved_by", "VARCHAR"),
    ("kind", "VARCHAR"),
    ("candidates", TEXTS),
)
ENTITY = "STRUCT(" + ", ".join(f"{name} {kind}" for name, kind in ENTITY_FIELDS) + ")"


@dataclass(frozen=True, slots=True)
class Column:
    """A column with its DuckDB type and what it holds."""

    name: str
    type: str
    meaning: str = ""
    constraint: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its columns, in order."""

    name: str
    meaning: str
    columns: tuple[Column, ...]

    @property
    def ddl(self) -> str:
        """The statement that makes the table."""
        columns = ",\n  ".join(f'"{c.name}" {c.type} {c.constraint}'.rstrip() for c in self.columns)
        return f"CREATE TABLE IF NOT EXISTS {self.name} (\n  {columns}\n)"


COLUMNS_OF_ENTITY = tuple(Column(name, kind) for name, kind in ENTITY_FIELDS)
