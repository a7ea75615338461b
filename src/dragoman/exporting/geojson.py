"""GeoJSON (RFC 7946): a feature for each mention or event, a point where there are coordinates."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from dragoman.exporting.columns import Counts, Exporter, Work
from dragoman.exporting.flat_files import batches


class GeoJson(Exporter):
    """Properties are the columns of ``dragoman query``; what has no coordinates has a null geometry."""

    def export(self, work: Work) -> Counts:
        """Write the file, a feature a line."""
        counts = Counts()
        with work.path.open("w", encoding="utf-8", newline="") as stream:
            stream.write('{"type": "FeatureCollection", "features": [')
            for batch in batches(work):
                for row in batch.to_pylist():
                    stream.write(",\n" if counts.rows else "\n")
                    stream.write(json.dumps(_feature(row), ensure_ascii=False, default=dt.date.isoformat))
                    counts.rows += 1
            stream.write("\n]}\n")
        counts.items = counts.rows
        return counts


def _feature(row: dict[str, Any]) -> dict[str, Any]:
    latitude, longitude = row.pop("latitude"), row.pop("longitude")
    placed = latitude is not None and longitude is not None
    return {
        "type": "Feature",
        "id": row.get("mention_id") or row.get("event_id"),
        "geometry": {"type": "Point", "coordinates": [longitude, latitude]} if placed else None,
        "properties": row,
    }
