"""Keep the ledger of agreements of a store up to date with its events.

What the steps of changed events can belong to is found by going from step to step that may
be of one agreement; only the agreements met on the way are told anew.
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.story.ledger import (
    TYPES,
    Detail,
    Index,
    Scene,
    Step,
    Unit,
    agreements,
    alike,
    ledger_rows,
    steps_of,
    units,
)
from dragoman.story.shelf import Row, Shelf, StoryStore
from dragoman.story.tellings import Key, Party

_MEMBERS = """
SELECT e.id, e.date_start, x.document_id, x.mention FROM events e JOIN event_members x ON x.event_id = e.id
WHERE e.id IN (SELECT unnest($ids)) AND e.event_type IN (SELECT unnest($types)) ORDER BY ALL"""
_STEPS = "SELECT event_id, document_id, mention, step, kind, subject, date, parties FROM story_steps WHERE "
_DETAILS = """
SELECT m.document_id, m.position, m.id, m.sentence, coalesce(a.name, d.outlet)
FROM event_mentions m JOIN wanted w ON w.d = m.document_id AND w.n = m.position
JOIN documents d ON d.id = m.document_id
LEFT JOIN mention_actors a ON a.document_id = m.document_id AND a.mention = m.position
  AND a.role = 'attribution' AND a.position = 0"""
_SCENES = """
SELECT e.id, any_value(e.place_name), any_value(e.place_country),
  list({'name': a.name, 'actor_id': a.actor_id, 'country': a.country, 'sectors': a.sectors,
    'office': a.office} ORDER BY x.document_id, x.mention, a.role, a.position) FILTER (a.name IS NOT NULL)
FROM events e JOIN event_members x ON x.event_id = e.id
LEFT JOIN mention_actors a ON a.document_id = x.document_id AND a.mention = x.mention
  AND a.role != 'attribution'
WHERE e.id IN (SELECT unnest($ids)) GROUP BY e.id"""
_STALE = """
SELECT DISTINCT s.agreement_id FROM agreement_steps s
JOIN (SELECT unnest($events) AS event_id, unnest($steps) AS step) u USING (event_id, step)"""


def update(shelf: Shelf, events: Iterable[str]) -> None:
    """Work events that were told anew, or are no more, into the ledger.

    Args:
        shelf: of the store, with whatever tellings of these events were read already.
        events: their ids.
    """
    store = shelf.store
    ids = sorted(set(events))
    if not ids:
        return
    old = units(_steps(store, "event_id IN (SELECT unnest($ids))", ids=ids))
    if old:
        store.connection.execute(
            "DELETE FROM story_steps WHERE event_id IN (SELECT unnest($ids))", {"ids": ids}
        )
    fresh = _fresh_steps(shelf, ids)
    store.insert("story_steps", [_step_row(s) for s in fresh])
    if old or fresh:
        _retell(store, old, units(fresh))


def _fresh_steps(shelf: Shelf, ids: list[str]) -> list[Step]:
    """The steps that these events tell of."""
    rows = shelf.store.connection.execute(_MEMBERS, {"ids": ids, "types": sorted(TYPES)}).fetchall()
    shelf.read((d, n) for _, _, d, n in rows)
    by_event: dict[str, tuple[object, list[Key]]] = {}
    for event, date, d, n in rows:
        by_event.setdefault(event, (date, []))[1].append((d, n))
    return [
        step
        for event, (date, keys) in by_event.items()
        for step in steps_of(event, map(shelf.telling, keys), date)  # type: ignore[arg-type]
    ]


def _step_row(s: Step) -> Row:
    return {
        "event_id": s.event_id,
        "document_id": s.key[0],
        "mention": s.key[1],
        "step": s.step,
        "kind": s.kind,
        "subject": s.subject,
        "date": s.date,
        "parties": list(s.parties),
    }


def _steps(store: StoryStore, condition: str, **values: list[str]) -> list[Step]:
    rows = store.connection.execute(_STEPS + condition, values).fetchall()
    return [
        Step(e, (d, n), step, kind, subject, date, tuple(p)) for e, d, n, step, kind, subject, date, p in rows
    ]


def _retell(store: StoryStore, old: list[Unit], fresh: list[Unit]) -> None:
    """Make anew every agreement that these units belonged to or can belong to now."""
    met = _reached(store, [*old, *fresh])
    names = {u.name for u in (*met, *old)}
    pairs = sorted(names)
    stale = store.connection.execute(
        _STALE, {"events": [e for e, _ in pairs], "steps": [step for _, step in pairs]}
    ).fetchall()
    for table, column in (
        ("agreements", "id"),
        ("agreement_parties", "agreement_id"),
        ("agreement_steps", "agreement_id"),
    ):
        store.connection.execute(
            f"DELETE FROM {table} WHERE {column} IN (SELECT unnest($ids))", {"ids": [key for (key,) in stale]}
        )
    made = agreements(met)
    details = _details(store, [s.key for u in met for s in u.steps])
    scenes = _scenes(store, sorted({u.event_id for u in met}))
    rows: dict[str, list[Row]] = {"agreements": [], "agreement_parties": [], "agreement_steps": []}
    for members in made:
        for table, some in ledger_rows(members, details, scenes).items():
            rows[table] += some
    for table, some in rows.items():
        store.insert(table, some)


def _reached(store: StoryStore, start: list[Unit]) -> list[Unit]:
    """The units in the store that can be of one agreement with ``start``, or with such a one, and so on."""
    known: set[str] = set()
    pool = Index()
    met: dict[tuple[str, str], Unit] = {}
    begun = {u.name for u in start}
    frontier = start
    while frontier:
        keys = {key for u in frontier for key in u.keys} - known
        if keys:
            known |= keys
            for unit in units(_steps(store, "list_has_any(parties, $keys)", keys=sorted(keys))):
                pool.add(unit)
        near = {
            u.name: u
            for f in frontier
            for u in pool.sharing(f)
            if u.name not in met and (u.name in begun or alike(u, f) is not None)
        }
        met |= near
        frontier = list(near.values())
    return sorted(met.values(), key=lambda u: u.rank)


def _details(store: StoryStore, keys: list[Key]) -> dict[Key, Detail]:
    rows = Shelf(store).rows_for(_DETAILS, set(keys))
    return {(d, n): Detail(key, sentence, source) for d, n, key, sentence, source in rows}


def _scenes(store: StoryStore, ids: list[str]) -> dict[str, Scene]:
    rows = store.connection.execute(_SCENES, {"ids": ids}).fetchall()
    return {
        key: Scene(
            tuple(
                Party(p["name"], p["actor_id"], p["country"], tuple(p["sectors"]), p["office"])
                for p in parties or ()
            ),
            name,
            country,
        )
        for key, name, country, parties in rows
    }
