"""JSON Lines: the whole record of each report, as docs/record.md describes it; or whole events."""

from __future__ import annotations

import datetime as dt
import json
from itertools import islice
from typing import Any

from dragoman.exporting.columns import Counts, Exporter, Work
from dragoman.exporting.selection import BATCH
from dragoman.store.filters import MENTIONS, where


class RecordLines(Exporter):
    """The one format that loses nothing.

    A report is written whole where a mention in it is asked for; without any filter every
    report is, also one without events.
    """

    def export(self, work: Work) -> Counts:
        """Write the file."""
        counts = Counts()
        with work.path.open("w", encoding="utf-8", errors="surrogatepass", newline="") as stream:
            for text in self._events(work) if work.events else self._reports(work):
                stream.write(text + "\n")
                counts.rows += 1
        counts.items = counts.rows
        return counts

    def _reports(self, work: Work) -> Any:
        clause = where(work.asked, MENTIONS)
        cursor = work.store.cursor()
        if work.asked.is_empty and work.asked.reviewed != "confirmed":
            cursor.execute("SELECT id FROM documents ORDER BY published, id")
        else:
            cursor.execute(
                f"SELECT d.id FROM {MENTIONS.source} WHERE {clause.sql} GROUP BY d.id, d.published "
                "ORDER BY d.published, d.id",
                clause.parameters,
            )
        ids = [key for (key,) in cursor.fetchall()]
        for done, record in enumerate(work.store.records_of(ids), 1):
            yield (work.codebook.apply(record) if work.codebook else record).to_json()
            work.progress(done)

    def _events(self, work: Work) -> Any:
        source = work.items()
        while batch := list(islice(source, BATCH)):
            told = _told(work, [item.id for item in batch])
            for item in batch:
                row = {name: value for name, value in item.row.items() if name not in ("day", "sources")}
                row["actors"] = [_without_role(p) for p in item.actors]
                row["recipients"] = [_without_role(p) for p in item.recipients]
                row["mentions"] = told[item.id]
                yield json.dumps(row, ensure_ascii=False, default=_plain)


def _told(work: Work, events: list[str]) -> dict[str, list[dict[str, str]]]:
    """The mentions of each event."""
    found = work.store.connection.execute(
        "SELECT event_id, mention_id, document_id FROM event_members "
        "WHERE event_id IN (SELECT unnest($ids)) ORDER BY ALL",
        {"ids": events},
    ).fetchall()
    told: dict[str, list[dict[str, str]]] = {key: [] for key in events}
    for event, mention, document in found:
        told[event].append({"mention_id": mention, "document_id": document})
    return told


def _without_role(party: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in party.items() if name != "role"}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else str(value)
