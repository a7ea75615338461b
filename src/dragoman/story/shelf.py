"""The rows of a store that the story is made from, read as they are needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING, Any, Protocol

import duckdb

from dragoman.story.tellings import Key, Telling, telling_of

if TYPE_CHECKING:
    import pyarrow as pa

Row = dict[str, Any]


class StoryStore(Protocol):
    """What the story needs of a store (``dragoman.store.Store`` is one)."""

    connection: duckdb.DuckDBPyConnection

    def transaction(self) -> AbstractContextManager[None]:
        """A block whose writes are all made, or none of them."""

    def insert(self, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """Put rows into a table."""


_PARTIES = """
  SELECT a.document_id, a.mention, list({'role': role, 'name': name, 'actor_id': actor_id, 'country': country,
    'sectors': sectors, 'office': office, 'kind': kind} ORDER BY role, position) AS parties
  FROM mention_actors a WHERE a.rowid IN (SELECT row FROM rows_of_actors) GROUP BY ALL"""
_OF_REPORTS = """
  SELECT d.id, d.published, d.outlet, d.url, g.group_id, first.published AS group_published
  FROM documents d LEFT JOIN document_groups g ON g.document_id = d.id
  LEFT JOIN documents first ON first.id = g.group_id WHERE d.id IN (SELECT d FROM wanted)"""
TELLINGS = f"""
WITH rows_of_mentions AS MATERIALIZED (
  SELECT m.rowid AS row FROM event_mentions m SEMI JOIN wanted w ON w.d = m.document_id AND w.n = m.position
), rows_of_actors AS MATERIALIZED (
  SELECT a.rowid AS row FROM mention_actors a SEMI JOIN wanted w ON w.d = a.document_id AND w.n = a.mention
), parties AS MATERIALIZED ({_PARTIES}
), mentions AS MATERIALIZED (
  SELECT m.* FROM event_mentions m WHERE m.rowid IN (SELECT row FROM rows_of_mentions)
), reports AS MATERIALIZED ({_OF_REPORTS})
SELECT m.*, p.parties, r.* EXCLUDE (id) FROM mentions m JOIN reports r ON r.id = m.document_id
LEFT JOIN parties p ON p.document_id = m.document_id AND p.mention = m.position"""
"""Rows are found by their keys alone and then fetched by number, so that the wide columns of all other
mentions, which a store grows by, are never unpacked."""
REVIEWED_TELLINGS = (
    TELLINGS.replace("event_mentions m", "numbered_event_mentions m")
    .replace("mention_actors a", "numbered_mention_actors a")
    .replace(".rowid", ".row_id")
    .replace("SELECT m.* FROM", "SELECT m.* EXCLUDE (row_id) FROM")
)
"""The same on a store as reviewers left it, whose tables are views that number their rows themselves."""
_BLOCKS = """
SELECT b.document_id, b.mention, b.block FROM story_blocks b
JOIN wanted w ON w.d = b.document_id AND w.n = b.mention"""
_MEMBERS = """
SELECT block, document_id, mention FROM story_blocks WHERE block IN (SELECT unnest($blocks))"""
_CENTRES = """
WITH mine AS MATERIALIZED (
  SELECT e.document_id, e.mention, e.event_id FROM event_members e
  SEMI JOIN wanted w ON w.d = e.document_id AND w.n = e.mention
), centres AS MATERIALIZED (
  SELECT c.event_id, c.document_id, c.mention FROM event_members c
  WHERE c.central AND c.event_id IN (SELECT event_id FROM mine)
)
SELECT e.document_id, e.mention, c.document_id, c.mention, e.event_id
FROM mine e LEFT JOIN centres c ON c.event_id = e.event_id"""
_EVENT_MEMBERS = """
SELECT e.document_id, e.mention, c.document_id, c.mention, e.similarity
FROM event_members e JOIN event_members c ON c.event_id = e.event_id AND c.central
WHERE e.event_id IN (SELECT unnest($ids))"""


class Shelf:
    """Tellings of a store, their neighbours and the events that they have belonged to."""

    def __init__(self, store: StoryStore) -> None:
        self.store = store
        self.tellings: dict[Key, Telling] = {}
        self.events: dict[Key, str] = {}
        self._blocks: dict[Key, list[int]] = {}
        self._members: dict[int, list[Key]] = {}
        self._centres: dict[Key, Key] = {}

    def load(self, keys: Iterable[Key]) -> None:
        """Read the neighbours of ``keys``, with their tellings and centres."""
        missing = [key for key in set(keys) if key not in self._blocks]
        if not missing:
            return
        found: dict[Key, list[int]] = {key: [] for key in missing}
        for d, n, block in self.rows_for(_BLOCKS, missing):
            found[d, n].append(block)
        self._blocks |= found
        blocks = {block for some in found.values() for block in some} - self._members.keys()
        members: dict[int, list[Key]] = {block: [] for block in blocks}
        for block, d, n in self.store.connection.execute(_MEMBERS, {"blocks": list(blocks)}).fetchall():
            members[block].append((d, n))
        self._members |= members
        self.read({*missing, *(m for some in members.values() for m in some)})

    def read(self, keys: Iterable[Key]) -> None:
        """Read tellings, and the centres that they have belonged to."""
        missing = [key for key in set(keys) if key not in self.tellings]
        if not missing:
            return
        self.read_tellings(missing)
        for d, n, centre, position, event in self.rows_for(_CENTRES, missing):
            self.events[d, n] = event
            if centre is not None:
                self._centres[d, n] = (centre, position)

    def read_tellings(self, keys: Iterable[Key]) -> None:
        """Read tellings and nothing else."""
        is_reviewed = getattr(self.store, "catalog", None) is not None
        for row in self.dicts_for(REVIEWED_TELLINGS if is_reviewed else TELLINGS, keys):
            telling = telling_of(row)
            self.tellings[telling.key] = telling

    def is_loaded(self, key: Key) -> bool:
        """True where its neighbours were read."""
        return key in self._blocks

    def telling(self, key: Key) -> Telling:
        """One telling that was read."""
        return self.tellings[key]

    def blocks(self, key: Key) -> list[int]:
        """The blocks of a telling that was loaded."""
        return self._blocks[key]

    def members(self, block: int) -> list[Key]:
        """All tellings of such a block."""
        return self._members[block]

    def centre(self, key: Key) -> Key | None:
        """The central telling that ``key`` has belonged to so far."""
        return self._centres.get(key)

    def members_of(self, events: Iterable[str]) -> dict[Key, tuple[Key, float]]:
        """The members of events as they are in the store: mention → its centre and how like it is."""
        rows = self.store.connection.execute(_EVENT_MEMBERS, {"ids": sorted(events)}).fetchall()
        return {(d, n): ((centre, position), like) for d, n, centre, position, like in rows}

    def rows_for(self, sql: str, keys: Iterable[Key]) -> list[tuple[Any, ...]]:
        """The rows of a query over the table ``wanted`` (d, n) of these mentions."""
        with wanted(self.store, keys):
            return self.store.connection.execute(sql).fetchall()

    def dicts_for(self, sql: str, keys: Iterable[Key]) -> list[Row]:
        """The same as dicts."""
        with wanted(self.store, keys):
            found = self.store.connection.execute(sql)
            names = [column[0] for column in found.description]
            return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


@contextmanager
def wanted(store: StoryStore, keys: Iterable[Key]) -> Iterator[None]:
    """Within the block, the table ``wanted`` holds these mentions: document ``d``, position ``n``."""
    import pyarrow as pa

    found = list(keys)
    documents = pa.array([d for d, _ in found], pa.string())
    positions = pa.array([n for _, n in found], pa.int32())
    with registered(store, "wanted", pa.table({"d": documents, "n": positions})):
        yield


@contextmanager
def registered(store: StoryStore, name: str, table: pa.Table) -> Iterator[None]:
    """Within the block, a table can be asked for under this name."""
    store.connection.register(name, table)
    try:
        yield
    finally:
        store.connection.unregister(name)
