"""Bring the story of a store up to date: near-duplicates, then events, then agreements."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.story import agreements, duplicates
from dragoman.story.blocks import blocks
from dragoman.story.duplicates import Sketch
from dragoman.story.events import event_rows
from dragoman.story.resolve import settle
from dragoman.story.shelf import Memory, Place, Row, Shelf, StoryStore, registered
from dragoman.story.tellings import Key

if TYPE_CHECKING:
    import pyarrow as pa

REBUILD_BATCH = 2000
"""Reports that a rebuild takes at a time."""
_MET = """
SELECT DISTINCT b.document_id, m.document_id FROM story_bands b JOIN mine m ON m.band = b.band
WHERE b.document_id != m.document_id AND """
_NEAR = "b.day BETWEEN $first::DATE - $days AND $last::DATE + $days AND abs(b.day - m.day) <= $days"
"""Of reports that are dated, those of about the same days, which the file holds together."""
_EVER = "b.day IS NULL"
"""Wide bands, and all those of reports without a date."""
_BESIDE = """
WITH gone AS MATERIALIZED (
  SELECT document_id, mention, central FROM event_members WHERE document_id IN (SELECT unnest($ids))
), shared AS MATERIALIZED (
  SELECT b.block, bool_or(g.central) AS central FROM story_blocks b
  JOIN gone g ON g.document_id = b.document_id AND g.mention = b.mention GROUP BY b.block
), beside AS MATERIALIZED (
  SELECT b.document_id, b.mention, bool_or(s.central) AS central FROM story_blocks b
  JOIN shared s ON s.block = b.block WHERE b.document_id NOT IN (SELECT unnest($ids)) GROUP BY ALL
)
SELECT b.document_id, b.mention, b.central, o.central FROM beside b
JOIN event_members o ON o.document_id = b.document_id AND o.mention = b.mention"""
"""The mentions of other reports that share a block with those of these reports: whether one of the latter
was central, and whether it is so itself."""
_PAIRS_AT_ONCE = 5000
"""Pairs of reports whose words are in memory together."""
TABLES = (
    "story_signatures",
    "story_bands",
    "story_blocks",
    "document_groups",
    "events",
    "event_members",
    "event_actors",
    "agreements",
    "agreement_parties",
    "agreement_steps",
    "story_steps",
)


@dataclass(frozen=True, slots=True)
class StoryChange:
    """What an update changed."""

    documents: int = 0
    events: int = 0
    """Events that were made or told anew."""

    def __add__(self, other: StoryChange) -> StoryChange:
        return StoryChange(self.documents + other.documents, self.events + other.events)


def update(store: StoryStore, document_ids: Iterable[str], memory: Memory | None = None) -> StoryChange:
    """Work reports that were just stored, replaced or removed into the story, all or nothing.

    Any order of calls, and any division of reports among them, gives the same story.

    Args:
        store: a store open for writing.
        document_ids: the ids of the reports; those that the store no longer has are taken out.
        memory: of the run that this is a part of, where there is one; it goes with the run when it fails.

    Raises:
        StoreUnwritable: the file can no longer be written; the story stands as it was.
    """
    ids = sorted(set(document_ids))
    if not ids:
        return StoryChange()
    memory = memory or Memory(0)
    try:
        with store.transaction():
            return _worked_in(store, ids, memory)
    except BaseException:
        memory.clear()
        raise


def _worked_in(store: StoryStore, ids: list[str], memory: Memory) -> StoryChange:
    moved = _update_groups(store, ids, memory)
    touched = _retell(store, sorted(moved.union(ids)), memory)
    return StoryChange(len(ids), len(touched))


def rebuild(store: StoryStore) -> Iterator[StoryChange]:
    """Forget the story and tell it again from all reports; yields after every batch of them.

    It is one transaction: until the last batch the old story stands.
    """
    memory = Memory()
    with store.transaction():
        for table in TABLES:
            store.connection.execute(f"DELETE FROM {table}")
        rows = store.connection.execute("SELECT id FROM documents ORDER BY published, id").fetchall()
        ids = [row[0] for row in rows]
        for start in range(0, len(ids), REBUILD_BATCH):
            yield _worked_in(store, ids[start : start + REBUILD_BATCH], memory)


def catch_up(store: StoryStore) -> StoryChange:
    """Work in every report that was stored, replaced or removed since the story was last told.

    One call after reports were added; should it be killed, the next one takes up what is left.
    """
    ids = missing(store)
    total = StoryChange()
    memory = Memory()
    for start in range(0, len(ids), REBUILD_BATCH):
        total += update(store, ids[start : start + REBUILD_BATCH], memory)
    return total


def missing(store: StoryStore) -> list[str]:
    """Ids of reports that the story does not know as they are stored now, earliest report first."""
    rows = store.connection.execute(
        "SELECT coalesce(d.id, s.document_id) FROM documents d "
        "FULL JOIN story_signatures s ON s.document_id = d.id "
        "WHERE d.digest IS DISTINCT FROM s.digest OR d.id IS NULL OR s.document_id IS NULL "
        "ORDER BY d.published, 1"
    ).fetchall()
    return [row[0] for row in rows]


# --- near-duplicates ----------------------------------------------------------------------------


def _update_groups(store: StoryStore, ids: list[str], memory: Memory) -> set[str]:
    """Sort reports into groups; gives the other reports whose group is another one now."""
    connection = store.connection
    again = _column(
        store,
        "SELECT document_id FROM document_groups WHERE group_id IN "
        "(SELECT group_id FROM document_groups WHERE document_id IN (SELECT unnest($ids)))",
        ids,
    )
    affected = sorted(set(again).union(ids))
    before = dict(
        connection.execute(
            "SELECT document_id, group_id FROM document_groups WHERE document_id IN (SELECT unnest($ids))",
            {"ids": affected},
        ).fetchall()
    )
    _write_sketches(store, ids)
    sketches = _sketches(store, affected)
    near = _sharing_a_band(store, sketches.values())
    known = _with_their_groups(store, set(near).difference(affected))
    known |= {document: document for document in sketches}
    sketches |= _sketches(store, sorted(known.keys() - sketches.keys()))
    pairs = _pairs(store, sketches, near)
    found = duplicates.groups(known, pairs, lambda d: (sketches[d].published or dt.date.max, d))
    before |= {d: g for d, g in known.items() if d not in affected}
    changed = {d for d, g in found.items() if before.get(d) != g} | set(affected)
    memory.forget(changed)
    _delete(store, "document_groups", "document_id", sorted(changed))
    rows = [
        {
            "document_id": d,
            "group_id": found[d],
            "similarity": 1.0
            if d == found[d]
            else round(duplicates.estimate(sketches[d].signature, sketches[found[d]].signature), 3),
        }
        for d in sorted(changed & found.keys())
    ]
    store.insert("document_groups", rows)
    return {d for d in changed if before.get(d) != found.get(d)}


def _write_sketches(store: StoryStore, ids: list[str]) -> None:
    for table in ("story_signatures", "story_bands"):
        _delete(store, table, "document_id", ids)
    texts = store.connection.execute(
        "SELECT id, published, digest, text, title FROM documents "
        "WHERE rowid IN (SELECT rowid FROM documents WHERE id IN (SELECT unnest($ids)))",
        {"ids": ids},
    ).fetchall()
    sketches, signatures = [], []
    for key, published, digest, text, title in texts:
        sketch = Sketch(key, published, duplicates.signature(_words(text, title)))
        sketches.append(sketch)
        signatures.append({"document_id": key, "signature": list(sketch.signature), "digest": digest})
    store.insert("story_signatures", signatures)
    with registered(store, "mine", _band_rows(sketches)):
        store.connection.execute("INSERT INTO story_bands SELECT band, document_id, day FROM mine")


def _band_rows(sketches: Collection[Sketch]) -> pa.Table:
    """The rows of ``story_bands`` for these reports, the wide ones, which have no day, last."""
    import pyarrow as pa

    narrow = [(b, s.document_id, s.published) for s in sketches for b in duplicates.bands(s.signature)]
    wide = [(b, s.document_id, None) for s in sketches for b in duplicates.wide_bands(s.signature)]
    band, document, day = zip(*narrow, *wide, strict=True) if narrow else ((), (), ())
    return pa.table(
        {
            "band": pa.array(band, pa.int64()),
            "document_id": pa.array(document, pa.string()),
            "day": pa.array(day, pa.date32()),
        }
    )


def _sketches(store: StoryStore, ids: list[str]) -> dict[str, Sketch]:
    rows = store.connection.sql(
        "WITH mine AS MATERIALIZED (SELECT document_id, signature FROM story_signatures WHERE rowid IN "
        "(SELECT rowid FROM story_signatures WHERE document_id IN (SELECT unnest($ids)))) "
        "SELECT s.document_id, d.published, s.signature FROM mine s JOIN documents d ON d.id = s.document_id",
        params={"ids": ids},
    ).to_arrow_table()
    lists = rows["signature"].combine_chunks()
    values, ends = lists.values.to_numpy(), lists.offsets.to_numpy()
    names, days = rows["document_id"].to_pylist(), rows["published"].to_pylist()
    return {
        name: Sketch(name, day, values[ends[n] : ends[n + 1]])
        for n, (name, day) in enumerate(zip(names, days, strict=True))
    }


def _sharing_a_band(store: StoryStore, sketches: Collection[Sketch]) -> dict[str, set[str]]:
    """Report → those of ``sketches`` that it is to be compared with."""
    days = [s.published for s in sketches if s.published is not None]
    questions: list[tuple[str, dict[str, object]]] = [(_EVER, {})]
    if days:
        questions.append((_NEAR, {"first": min(days), "last": max(days), "days": duplicates.DAYS}))
    if len(days) < len(sketches):
        questions.append(("m.day IS NULL", {}))
    out: dict[str, set[str]] = {}
    with registered(store, "mine", _band_rows(sketches)):
        for condition, values in questions:
            for other, mine in store.connection.execute(_MET + condition, values).fetchall():
                out.setdefault(other, set()).add(mine)
    return out


def _with_their_groups(store: StoryStore, ids: set[str]) -> dict[str, str]:
    rows = store.connection.execute(
        "SELECT document_id, group_id FROM document_groups WHERE group_id IN "
        "(SELECT group_id FROM document_groups WHERE document_id IN (SELECT unnest($ids)))",
        {"ids": sorted(ids)},
    ).fetchall()
    return dict(rows)


def _pairs(
    store: StoryStore, sketches: dict[str, Sketch], near: dict[str, set[str]]
) -> Iterator[tuple[str, str]]:
    candidates = {(min(a, b), max(a, b)) for a, mine in near.items() for b in mine}
    open_: list[tuple[str, str]] = []
    for one, other in sorted(candidates):
        verdict = duplicates.judge(sketches[one], sketches[other])
        if verdict:
            yield one, other
        elif verdict is None:
            open_.append((one, other))
    for start in range(0, len(open_), _PAIRS_AT_ONCE):
        batch = open_[start : start + _PAIRS_AT_ONCE]
        shingles = _shingles(store, {key for pair in batch for key in pair})
        for one, other in batch:
            if duplicates.are_duplicates(sketches[one], sketches[other], shingles[one], shingles[other]):
                yield one, other


def _shingles(store: StoryStore, ids: set[str]) -> dict[str, frozenset[str]]:
    rows = store.connection.execute(
        "SELECT id, text, title FROM documents "
        "WHERE rowid IN (SELECT rowid FROM documents WHERE id IN (SELECT unnest($ids)))",
        {"ids": sorted(ids)},
    ).fetchall()
    return {key: duplicates.shingles(_words(text, title)) for key, text, title in rows}


def _words(text: str, title: str | None) -> str:
    """The body, or with its title where the body alone is too short to compare."""
    return text if duplicates.shingles(text) else f"{title or ''} {text}"


# --- events -------------------------------------------------------------------------------------


def _retell(store: StoryStore, ids: list[str], memory: Memory) -> list[str]:
    """Tell events and agreements again as far as these reports change them; gives the ids of the events."""
    shelf = Shelf(store, memory)
    touched = _update_events(store, shelf, ids)
    agreements.update(shelf, touched)
    memory.keep(shelf.tellings, shelf.places)
    return touched


def _update_events(store: StoryStore, shelf: Shelf, ids: list[str]) -> list[str]:
    """Resolve the mentions of reports and all that this changes; gives the ids of events now and before."""
    stale, orphans, shaken = _take_out(store, ids)
    fresh = store.connection.execute(
        "SELECT document_id, position FROM event_mentions WHERE document_id IN (SELECT unnest($ids))",
        {"ids": ids},
    ).fetchall()
    shelf.read(fresh)
    _write_blocks(store, shelf, fresh)
    settled = settle(shelf, {*fresh, *orphans}, shaken)
    moved = {key: to for key, to in settled.centres.items() if shelf.centre(key) != to[0]}
    for key, (centre, _) in moved.items():
        stale |= {event for k in (key, centre) if (event := shelf.event(k)) is not None}
    members = shelf.members_of(stale) | moved
    shelf.read(members)
    together: dict[Key, list[tuple[Key, float]]] = {}
    for key, (centre, like) in members.items():
        together.setdefault(centre, []).append((key, like))
    rows: dict[str, list[Row]] = {"events": [], "event_members": [], "event_actors": []}
    for centre, found in sorted(together.items()):
        tellings = [(shelf.telling(key), like) for key, like in found]
        made = event_rows(shelf.telling(centre), tellings)
        for table, some in made.items():
            rows[table] += some
        shelf.places |= {key: Place(made["events"][0]["id"], centre) for key, _ in found}
    for table, column in (("events", "id"), ("event_members", "event_id"), ("event_actors", "event_id")):
        _delete(store, table, column, sorted(stale))
        store.insert(table, rows[table])
    return sorted(stale.union(row["id"] for row in rows["events"]))


def _take_out(store: StoryStore, ids: list[str]) -> tuple[set[str], set[Key], set[Key]]:
    """Forget what is known of the mentions of reports.

    Returns:
        The events that they belonged to; the mentions of other reports that were or could
        have been held against a central one among them; the central ones of other reports
        that share a block with any of them.
    """
    connection = store.connection
    events = set(
        _column(store, "SELECT event_id FROM event_members WHERE document_id IN (SELECT unnest($ids))", ids)
    )
    if not events:
        return events, set(), set()
    found = connection.execute(_BESIDE, {"ids": ids}).fetchall()
    for table in ("event_members", "story_blocks"):
        _delete(store, table, "document_id", ids)
    return events, {(d, n) for d, n, gone, _ in found if gone}, {(d, n) for d, n, _, own in found if own}


def _write_blocks(store: StoryStore, shelf: Shelf, keys: Iterable[Key]) -> None:
    rows = [
        {"block": b, "document_id": k[0], "mention": k[1]} for k in keys for b in blocks(shelf.telling(k))
    ]
    store.insert("story_blocks", rows)


def _delete(store: StoryStore, table: str, column: str, ids: list[str]) -> None:
    if ids:
        store.connection.execute(f"DELETE FROM {table} WHERE {column} IN (SELECT unnest($ids))", {"ids": ids})


def _column(store: StoryStore, sql: str, ids: list[str]) -> list[str]:
    return [row[0] for row in store.connection.execute(sql, {"ids": ids}).fetchall()]
