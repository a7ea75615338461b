"""The store as its reviewers left it: a catalog in memory whose views stand before the store's tables.

Every table goes by its own name there, so that whatever reads a store (a filter, an export, a panel)
reads the reviewed one in the same way.  Only the rows that a decision touches are written, in memory;
the coder's own rows stay where they are.

- A mention that was rejected is gone; one that was corrected says what the reviewer put; one that was
  added is there.  With ``confirmed`` only those that were confirmed, corrected or added are left.
- An event is told anew where a decision touches one of its mentions: how often it is told follows from
  the mentions that are left, and what happened from those of them that were judged, if any was: they
  are of the type that the latest correction, or else confirmation, gives.  An event without a mention
  left is gone; a mention that was added is an event of its own.
- Where reviewers differ the latest decision holds.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import duckdb
import pyarrow as pa

from dragoman.store import reviews
from dragoman.store.database import Store
from dragoman.store.reviews import Review
from dragoman.store.rows import Row, rows_of
from dragoman.store.schema import VIEWS, arrow_schema
from dragoman.story.events import event_rows
from dragoman.story.shelf import Shelf
from dragoman.story.tellings import Key, Telling

_numbers = itertools.count(1)
_FIRST_NEW_ROW = 1 << 48
"""Numbers of rows that were told anew; those of the store's own tables are below."""
_CHANGED = ("event_mentions", "mention_actors", "events", "event_members", "event_actors")
_KEYS = {
    "event_mentions": "j.document_id = o.document_id AND j.position = o.position",
    "mention_actors": "j.document_id = o.document_id AND j.position = o.mention",
    "event_members": "j.document_id = o.document_id AND j.position = o.mention",
    "events": "j.event_id = o.id",
    "event_actors": "j.event_id = o.event_id",
}
"""How a row ``o`` of the store belongs to one ``j`` of ``judged``, or of ``retold``."""


@contextmanager
def as_reviewed(store: Store, which: str) -> Iterator[Store]:
    """The store itself for ``all``, and else the reviewed one; it is gone after the ``with`` block.

    Args:
        store: open to read or to write.
        which: ``all``, ``confirmed`` or ``unrejected``.
    """
    if which == "all":
        yield store
        return
    made = overlaid(store, which)
    try:
        yield made
    finally:
        drop(made)


def overlaid(store: Store, which: str) -> Store:
    """A store on the same connection whose tables are as reviewed; ``drop`` it at the end.

    Raises:
        ValueError: the store is a reviewed one already.
    """
    if store.catalog is not None:
        raise ValueError("the store is as its reviewers left it already; ask the one that was opened")
    catalog = f"dragoman_{which}_{next(_numbers)}"
    store.connection.execute(f"ATTACH ':memory:' AS {catalog} (READ_WRITE)")
    cursor = store.connection.cursor()
    cursor.execute(f"USE {catalog}")
    made = Store(cursor, store.path, catalog)
    try:
        _Overlay(store, made, which).make()
    except BaseException:
        drop(made)
        raise
    return made


def drop(store: Store) -> None:
    """Forget a store made by :func:`overlaid`; one that is still being read goes with its connection."""
    if store.catalog is None:
        return
    with suppress(duckdb.Error):
        home = store.connection.execute(
            "SELECT database_name FROM duckdb_databases() WHERE path IS NOT NULL AND NOT internal LIMIT 1"
        ).fetchall()
        if home:
            store.connection.execute(f"USE {_quoted(home[0][0])}")
            store.connection.execute(f"DETACH {store.catalog}")
    with suppress(duckdb.Error):
        store.connection.close()


@dataclass(slots=True)
class _Judged:
    """What the decisions that hold make of the mentions of the store."""

    decisions: dict[Key, str] = field(default_factory=dict)
    """Mention → confirm, correct or reject."""
    order: dict[Key, str] = field(default_factory=dict)
    """Mention → the id of the decision; ids are in order of time."""
    rows: dict[str, list[Row]] = field(default_factory=lambda: {"event_mentions": [], "mention_actors": []})
    """What corrected and added mentions are now."""
    added: list[Key] = field(default_factory=list)


class _Overlay:
    """Makes the views of one reviewed store."""

    def __init__(self, base: Store, made: Store, which: str) -> None:
        self.made, self.which = made, which
        # a connection of its own: another thread may ask the store's at the same time
        self.base = Store(base.connection.cursor(), base.path)
        (name,) = self.base.connection.execute("SELECT current_database()").fetchall()[0]
        self.home = f"{_quoted(name)}.main"

    def make(self) -> None:
        found = self.base.connection.execute(
            "SELECT table_name FROM duckdb_tables() WHERE NOT internal AND NOT temporary "
            "AND database_name = current_database()"
        ).fetchall()
        for (table,) in found:
            if table not in _CHANGED:
                self._execute(f"CREATE VIEW {_quoted(table)} AS FROM {self.home}.{_quoted(table)}")
        judged = self._judged()
        self._table("judged", _JUDGED, [
            {"document_id": d, "position": n, "decision": decision}
            for (d, n), decision in judged.decisions.items()
        ])  # fmt: skip
        self._told_by("event_mentions", judged.rows["event_mentions"])
        self._told_by("mention_actors", judged.rows["mention_actors"])
        self._make_events(judged)
        for view in VIEWS.values():
            self._execute(view)

    # --- mentions ---------------------------------------------------------------------------------

    def _judged(self) -> _Judged:
        """The decisions that hold, on mentions that the store still has."""
        by_document: dict[str, list[Review]] = defaultdict(list)
        for review in reviews.latest(reviews.all_reviews(self.base.connection)).values():
            by_document[review.document_id].append(review)
        out = _Judged()
        for document, decided in by_document.items():
            positions = dict(self.base.connection.execute(
                "SELECT id, position FROM event_mentions WHERE document_id = ?", [document]
            ).fetchall())  # fmt: skip
            for review in decided:
                if review.decision != "add" and review.mention_id in positions:
                    key = (document, positions[review.mention_id])
                    out.decisions[key], out.order[key] = review.decision, review.id
            self._change(out, document, decided, positions)
        return out

    def _change(self, out: _Judged, key: str, decided: Iterable[Review], positions: dict[str, int]) -> None:
        """Add the rows of a report's mentions that were corrected or added."""
        changed = {r.mention_id: r.decision for r in decided if r.decision in ("correct", "add")}
        record = self.base.record(key) if changed else None
        if record is None:
            return
        record = reviews.reviewed(record, decided)
        behind = itertools.count(max(positions.values(), default=-1) + 1)
        wanted = {}
        for n, mention in enumerate(record.event_mentions):
            if changed.get(mention.id) == "correct" and mention.id in positions:
                wanted[n] = positions[mention.id]
            elif changed.get(mention.id) == "add" and mention.id not in positions:
                wanted[n] = next(behind)
                out.added.append((key, wanted[n]))
        rows = rows_of(record, 0, "")
        for table, column in (("event_mentions", "position"), ("mention_actors", "mention")):
            out.rows[table] += [r | {column: wanted[r[column]]} for r in rows[table] if r[column] in wanted]

    # --- events -----------------------------------------------------------------------------------

    def _make_events(self, judged: _Judged) -> None:
        """Tell the events anew that a decision touches."""
        decided = "('reject', 'correct')" if self.which == "unrejected" else "('confirm', 'correct')"
        members = self.base.connection.execute(
            f"""SELECT e.* FROM event_members e WHERE e.event_id IN (
              SELECT t.event_id FROM event_members t JOIN {self.made.catalog}.judged j
              ON j.document_id = t.document_id AND j.position = t.mention AND j.decision IN {decided}
            )"""
        )
        names = [column[0] for column in members.description]
        by_event: dict[str, list[Row]] = defaultdict(list)
        for values in members.fetchall():
            row = dict(zip(names, values, strict=True))
            by_event[row["event_id"]].append(row)
        told = self._tellings(by_event, judged)
        rows: dict[str, list[Row]] = {"events": [], "event_members": [], "event_actors": []}
        for key, of_event in by_event.items():
            left = [m for m in of_event if (m["document_id"], m["mention"]) in told]
            for table, found in _retold(key, left, told, judged).items():
                rows[table] += found
        for key_of_added in judged.added:
            if key_of_added in told:
                for table, found in event_rows(told[key_of_added], [(told[key_of_added], 1.0)]).items():
                    rows[table] += found
        self._table("retold", pa.schema([("event_id", pa.string())]), [{"event_id": e} for e in by_event])
        for table in ("events", "event_members", "event_actors"):
            self._told_by(table, rows[table])

    def _tellings(self, by_event: Mapping[str, list[Row]], judged: _Judged) -> dict[Key, Telling]:
        """The mentions that are left, as the story looks at them."""
        keys = {(m["document_id"], m["mention"]) for found in by_event.values() for m in found}
        keys = {key for key in keys if self._stays(judged.decisions.get(key))}
        shelf = Shelf(self.made)
        shelf.read_tellings({*keys, *judged.added})
        return shelf.tellings

    def _stays(self, decision: str | None) -> bool:
        if self.which == "unrejected":
            return decision != "reject"
        return decision in ("confirm", "correct")

    # --- views ------------------------------------------------------------------------------------

    def _told_by(self, table: str, rows: list[Row]) -> None:
        """The view that stands before a table: its own rows that stay, and those that are new."""
        self._table(f"new_{table}", arrow_schema(table), rows)
        numbered = "o.*, o.rowid AS row_id"
        own = f"SELECT {numbered} FROM {self.home}.{table} o"
        if table in ("event_mentions", "mention_actors"):
            gone = "j.decision IN ('reject', 'correct')"
            kept = f"{own} ANTI JOIN judged j ON {_KEYS[table]} AND {gone}"
            if self.which == "confirmed":
                kept = f"{own} SEMI JOIN judged j ON {_KEYS[table]} AND j.decision = 'confirm'"
        else:
            key = "o.id" if table == "events" else "o.event_id"
            kept = f"{own} ANTI JOIN retold j ON j.event_id = {key}"
            if self.which == "confirmed":
                kept = f"{own} WHERE false"
        new = f"SELECT n.*, {_FIRST_NEW_ROW} + n.rowid AS row_id FROM new_{table} n"
        self._execute(f"CREATE VIEW numbered_{table} AS {kept} UNION ALL BY NAME {new}")
        self._execute(f"CREATE VIEW {table} AS SELECT * EXCLUDE (row_id) FROM numbered_{table}")

    def _table(self, name: str, schema: pa.Schema, rows: list[Row]) -> None:
        self.made.connection.register("incoming", pa.Table.from_pylist(rows, schema=schema))
        try:
            self._execute(f"CREATE TABLE {name} AS FROM incoming")
        finally:
            self.made.connection.unregister("incoming")

    def _execute(self, sql: str) -> None:
        self.made.connection.execute(sql)


_JUDGED = pa.schema([("document_id", pa.string()), ("position", pa.int32()), ("decision", pa.string())])
_COUNTED = (
    "n_mentions n_documents n_reports n_outlets first_reported last_reported asserted_by denied_by "
    "killed_min killed_max injured_min injured_max size_min size_max"
).split()
"""What every mention of an event adds to, judged or not."""


def _retold(key: str, left: list[Row], told: Mapping[Key, Telling], judged: _Judged) -> dict[str, list[Row]]:
    """The rows of an event from the mentions that are left; none where there is none."""
    if not left:
        return {}
    likeness = {(m["document_id"], m["mention"]): m["similarity"] for m in left}
    central = next((k for m in left if m["central"] and (k := _key(m)) in likeness), _key(left[0]))
    sure = [k for k in likeness if judged.decisions.get(k) in ("confirm", "correct")]
    every = event_rows(told[central], [(told[k], like) for k, like in likeness.items()])
    if sure:
        first = max(sure, key=lambda k: (judged.decisions[k] == "correct", judged.order[k]))
        alike = [k for k in sure if told[k].event_type == told[first].event_type]
        rows = event_rows(told[first], [(told[k], likeness[k]) for k in alike])
        (event,), (whole,) = rows["events"], every["events"]
        every["events"] = [event | {name: whole[name] for name in _COUNTED}]
        every["event_actors"] = rows["event_actors"]
    for row in every["events"]:
        row["id"] = key
    for row in (*every["event_members"], *every["event_actors"]):
        row["event_id"] = key
    return every


def _key(member: Row) -> Key:
    return member["document_id"], member["mention"]


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def about(store: Store, asked_for: str) -> dict[str, Any] | None:
    """What a manifest says of the decisions that it rests on; None where none were asked for."""
    if asked_for == "all":
        return None
    found = reviews.all_reviews(store.connection)
    held = reviews.latest(found)
    return {
        "decisions": len(held),
        "reviewers": sorted({r.reviewer for r in held.values()}),
        "last": max((r.id for r in found), default=None),
    }
