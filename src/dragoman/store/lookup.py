"""An id → what it is the id of, with everything that the store knows of it.

Ids of mentions, events, agreements and reports may be cut short as long as they stay unique;
reports are also found by their own id and address, actors by their id.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from dragoman.store.database import Store
from dragoman.store.filters import EVENTS, MENTIONS, Filter
from dragoman.store.queries import flat_query

Row = dict[str, Any]
Kind = Literal["event", "mention", "agreement", "document", "actor"]
SHORTEST = 4
"""Signs of an id that must at least be given."""
_TABLES: tuple[tuple[Kind, str], ...] = (
    ("event", "events"),
    ("mention", "event_mentions"),
    ("agreement", "agreements"),
    ("document", "documents"),
)
COMPARED = {
    "status": "status",
    "mode": "event_mode",
    "killed": "killed",
    "injured": "injured",
    "people": "size",
    "day": "date_start",
    "last day": "date_end",
    "place": "place_name",
    "actors": "actor_names",
    "recipients": "recipient_names",
}
"""What tellings of one event may differ in, and its column in ``events_flat``."""


class NotFound(LookupError):
    """Nothing, or more than one thing, goes by an id; the message says which."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that tellings of one event do not agree on."""

    what: str
    values: tuple[tuple[Any, tuple[str, ...]], ...]
    """Each value with those who give it, the value that most give first."""


def find(store: Store, key: str) -> tuple[Kind, str]:
    """What ``key`` is the id of, and the whole id.

    Raises:
        NotFound: it is nothing's id, or the beginning of several.
    """
    found = [(kind, table, key) for kind, table in _TABLES if _column(store, table, "id = $key", key)]
    if found:
        return found[0][0], key
    if _column(store, "actors", "actor_id = $key", key, "actor_id"):
        return "actor", key
    documents = _column(store, "documents", "$key IN (source_id, url)", key)
    begun = [(kind, name) for kind, table in _TABLES for name in _begun(store, table, key)]
    candidates = [("document", name) for name in documents] or begun
    if len(candidates) == 1:
        kind, name = candidates[0]
        return kind, name  # type: ignore[return-value]
    if not candidates:
        raise NotFound(
            f"nothing in the store has the id {key!r}; ids are in the first column of `dragoman query`"
        )
    listed = ", ".join(f"{kind} {name}" for kind, name in candidates[:5])
    raise NotFound(f"{key!r} could be {listed}{' …' if len(candidates) > 5 else ''}; give more of it")


def event(store: Store, key: str) -> Row:
    """An event, as a row of ``events_resolved``."""
    return _flat(store, Filter(events=(key,)), EVENTS)[0]


def tellings(store: Store, key: str) -> list[Row]:
    """The mentions of an event as rows of ``events_flat``, earliest report first."""
    return sorted(
        _flat(store, Filter(events=(key,)), MENTIONS),
        key=lambda r: (r["published"] is None, r["published"], r["document_id"], r["sentence_start"]),
    )


def mention(store: Store, key: str) -> Row:
    """A mention as a row of ``events_flat``, with the id of its event as ``event_id``."""
    row = _one(store, "SELECT document_id FROM event_mentions WHERE id = $key", key)
    rows = _flat(store, Filter(documents=(row["document_id"],)), MENTIONS)
    found = next(r for r in rows if r["mention_id"] == key)
    events = _column(store, "event_members", "mention_id = $key", key, "event_id")
    return found | {"event_id": events[0] if events else None}


def differences(rows: Iterable[Row]) -> list[Difference]:
    """Where tellings differ; one that gives no value differs from none."""
    told = list(rows)
    out = []
    for what, column in COMPARED.items():
        by_value: dict[Any, list[str]] = {}
        for row in told:
            if row[column] is not None:
                value = _unordered(row[column])
                by_value.setdefault(value, []).append(teller(row))
        if len(by_value) > 1:
            most = sorted(by_value.items(), key=lambda item: (-len(item[1]), str(item[0])))
            out.append(Difference(what, tuple((value, tuple(dict.fromkeys(who))) for value, who in most)))
    return out


def teller(row: Mapping[str, Any]) -> str:
    """Who tells it: the nearest source that is named, else the outlet, else the report."""
    names = [name for name in (row["attribution_names"] or "").split(";") if name]
    return (names[0] if names else None) or row["outlet"] or row["title"] or f"report {row['document_id']}"


def agreement(store: Store, key: str) -> tuple[Row, list[Row]]:
    """An agreement as a row of ``agreements_flat``, and its steps in order of time."""
    head = _one(store, "SELECT * FROM agreements_flat WHERE agreement_id = $key", key)
    steps = """SELECT s.*, d.outlet, d.title, d.published FROM agreement_steps s
    LEFT JOIN documents d ON d.id = s.document_id
    WHERE s.agreement_id = $key ORDER BY coalesce(s.date, d.published), s.document_id"""
    return head, rows(store, steps, key=key)


def actor(store: Store, key: str) -> dict[str, list[Row]]:
    """An actor: ``names`` with how often, ``types`` of events by role, ``partners``, offices as ``head``."""
    party = "FROM mention_actors p JOIN event_mentions m ON m.document_id = p.document_id"
    mine = "m.position = p.mention WHERE p.actor_id = $key AND p.role IN ('actor', 'recipient')"
    return {
        "head": rows(
            store,
            """SELECT country, array_to_string(sectors, '+') AS sectors, office, min(d.published) AS first,
            max(d.published) AS last, count(DISTINCT d.id) AS reports
            FROM actors a JOIN documents d ON d.id = a.document_id WHERE actor_id = $key
            GROUP BY ALL ORDER BY reports DESC LIMIT 8""",
            key=key,
        ),
        "names": rows(
            store,
            "SELECT name, count(*) AS reports FROM actors WHERE actor_id = $key "
            "GROUP BY name ORDER BY reports DESC, name LIMIT 8",
            key=key,
        ),
        "types": rows(
            store,
            f"SELECT p.role, m.event_type, count(*) AS mentions {party} AND {mine} "
            "GROUP BY ALL ORDER BY mentions DESC, event_type",
            key=key,
        ),
        "partners": rows(
            store,
            f"""SELECT o.name, o.actor_id, count(*) AS mentions {party}
            JOIN mention_actors o ON o.document_id = p.document_id AND o.mention = p.mention AND {mine}
            AND o.role IN ('actor', 'recipient') AND o.actor_id IS DISTINCT FROM $key
            GROUP BY ALL ORDER BY mentions DESC, o.name LIMIT 10""",
            key=key,
        ),
    }


def rows(store: Store, sql: str, **parameters: object) -> list[Row]:
    """Rows of a query as dicts."""
    found = store.connection.execute(sql, parameters)
    names = [column[0] for column in found.description or ()]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def _unordered(value: Any) -> Any:
    """Names in a list count the same in any order."""
    return "; ".join(sorted(value.split(";"))) if isinstance(value, str) and ";" in value else value


def _flat(store: Store, asked: Filter, target: Any) -> list[Row]:
    sql, parameters = flat_query(asked, target)
    return rows(store, sql, **parameters)


def _one(store: Store, sql: str, key: str) -> Row:
    return rows(store, sql, key=key)[0]


def _column(store: Store, table: str, where: str, key: str, column: str = "id") -> list[str]:
    return [r[column] for r in rows(store, f"SELECT {column} FROM {table} WHERE {where} LIMIT 9", key=key)]


def _begun(store: Store, table: str, key: str) -> list[str]:
    return _column(store, table, "starts_with(id, $key)", key) if len(key) >= SHORTEST else []
