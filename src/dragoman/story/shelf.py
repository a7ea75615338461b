"""The rows of a store that the story is made from, read as they are needed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import duckdb

from dragoman.story.blocks import blocks as blocks_of
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


KEPT = 12_000
"""Tellings that a long run keeps from one batch of reports to the next, about 50 MB."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mention belongs in the story so far."""

    event: str
    centre: Key | None


class Memory:
    """What was read or made in the batches before, so that it need not be looked up in a store that has
    grown; for one run, while nobody else writes the store."""

    def __init__(self, kept: int = KEPT) -> None:
        self.kept = kept
        self._known: dict[Key, tuple[Telling, Place]] = {}

    def telling(self, key: Key) -> Telling | None:
        """A telling, where it is known."""
        found = self._known.get(key)
        return found[0] if found else None

    def place(self, key: Key) -> Place | None:
        """Where it belongs, where that is known."""
        found = self._known.get(key)
        return found[1] if found else None

    def keep(self, tellings: Mapping[Key, Telling], places: Mapping[Key, Place]) -> None:
        """Remember tellings; of too many those that were wanted longest ago go."""
        for key in tellings.keys() & places.keys():
            self._known.pop(key, None)
            self._known[key] = tellings[key], places[key]
        for key in list(self._known)[: max(0, len(self._known) - self.kept)]:
            del self._known[key]

    def forget(self, documents: Collection[str]) -> None:
        """Forget the tellings of reports that were written anew, or whose copies are others now."""
        gone = [key for key in self._known if key[0] in documents]
        for key in gone:
            del self._known[key]

    def clear(self) -> None:
        """Forget everything, such as what was written and then taken back."""
        self._known.clear()


class Shelf:
    """Tellings of a store, their neighbours and the events that they have belonged to."""

    def __init__(self, store: StoryStore, memory: Memory | None = None) -> None:
        self.store = store
        self.memory = memory or Memory(0)
        self.tellings: dict[Key, Telling] = {}
        self.places: dict[Key, Place] = {}
        self._blocks: dict[Key, list[int]] = {}
        self._members: dict[int, list[Key]] = {}

    def load(self, keys: Iterable[Key]) -> None:
        """Read the neighbours of ``keys``, with their tellings and centres."""
        missing = [key for key in set(keys) if key not in self._blocks]
        if not missing:
            return
        self.read(missing)
        found = {key: blocks_of(self.tellings[key]) for key in missing}
        self._blocks |= found
        blocks = {block for some in found.values() for block in some} - self._members.keys()
        members: dict[int, list[Key]] = {block: [] for block in blocks}
        for block, d, n in self.store.connection.execute(_MEMBERS, {"blocks": list(blocks)}).fetchall():
            members[block].append((d, n))
        self._members |= members
        self.read({m for some in members.values() for m in some})

    def read(self, keys: Iterable[Key]) -> None:
        """Read tellings, and the centres that they have belonged to."""
        missing = [key for key in set(keys) if key not in self.tellings]
        if not missing:
            return
        self.read_tellings(missing)
        known = {key: place for key in missing if (place := self.memory.place(key)) is not None}
        self.places |= known
        missing = [key for key in missing if key not in known]
        for d, n, centre, position, event in self.rows_for(_CENTRES, missing) if missing else ():
            self.places[d, n] = Place(event, (centre, position) if centre is not None else None)

    def read_tellings(self, keys: Collection[Key]) -> None:
        """Read tellings and nothing else."""
        known = {key: telling for key in keys if (telling := self.memory.telling(key)) is not None}
        self.tellings |= known
        missing = [key for key in keys if key not in known]
        if not missing:
            return
        is_reviewed = getattr(self.store, "catalog", None) is not None
        for row in self.dicts_for(REVIEWED_TELLINGS if is_reviewed else TELLINGS, missing):
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
        place = self.places.get(key)
        return place.centre if place else None

    def event(self, key: Key) -> str | None:
        """The event that ``key`` has belonged to so far."""
        place = self.places.get(key)
        return place.event if place else None

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
