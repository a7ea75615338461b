"""Rows in the form that a client takes: JSON a page at a time, or CSV and Parquet in one piece."""

from __future__ import annotations

import base64
import binascii
import csv
import datetime as dt
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from dragoman.explorer.errors import BadRequest, NotAcceptable
from dragoman.explorer.security import spreadsheet_safe

JSON, CSV, PARQUET = "application/json", "text/csv", "application/vnd.apache.parquet"
FORMATS = {"json": JSON, "csv": CSV, "parquet": PARQUET}


def form_of(request: Request, named: str = "") -> str:
    """The media type to answer in: that of ``format`` in the address, or the best one of Accept.

    Raises:
        BadRequest: there is no such format.
        NotAcceptable: the client takes none of the three.
    """
    if named:
        if named not in FORMATS:
            raise BadRequest(f"'format' is one of {', '.join(FORMATS)}.")
        return FORMATS[named]
    best, weight = "", 0.0
    for media, quality in _ranges(request.headers.get("accept") or "*/*"):
        found = next((m for m in FORMATS.values() if _matches(m, media)), None)
        if found and quality > weight:
            best, weight = found, quality
    if not best:
        raise NotAcceptable(f"There are {', '.join(FORMATS.values())}.")
    return best


def _ranges(accept: str) -> Iterator[tuple[str, float]]:
    for part in accept.split(","):
        media, _, rest = part.partition(";")
        quality = 1.0
        for parameter in rest.split(";"):
            name, _, value = parameter.partition("=")
            if name.strip() == "q":
                try:
                    quality = float(value)
                except ValueError:
                    quality = 0.0
        yield media.strip().lower(), quality


def _matches(media: str, wanted: str) -> bool:
    return wanted in (media, "*/*", media.split("/")[0] + "/*") or (
        media == PARQUET and wanted in ("application/parquet", "application/x-parquet")
    )


# --- cursors --------------------------------------------------------------------------------------


def cursor(value: Any, key: str) -> str:
    """Where a page ends, for the next one to go on from; clients need not understand it."""
    plain = value.isoformat() if isinstance(value, dt.date) else value
    packed = json.dumps([plain, key], ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(packed.encode()).decode().rstrip("=")


def read_cursor(text: str, kind: type) -> tuple[Any, str] | None:
    """What :func:`cursor` packed; ``kind`` is str, float or date.

    Raises:
        BadRequest: it is no cursor of this list.
    """
    if not text:
        return None
    try:
        packed = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        value, key = json.loads(packed)
        if kind is dt.date:
            value = dt.date.fromisoformat(str(value))
        elif kind is float:
            value = float(value)
        else:
            value = str(value)
        key = str(key)
    except (ValueError, TypeError, binascii.Error, RecursionError):
        raise BadRequest("The cursor is none that this list gave; begin again without one.") from None
    return value, key


# --- answers --------------------------------------------------------------------------------------


def answer_json(body: Any, status: int = 200) -> Response:
    """A JSON answer with dates as ISO strings."""
    text = json.dumps(body, ensure_ascii=False, default=_plain)
    return Response(text.encode("utf-8", "replace"), status, media_type=JSON)


def _plain(value: Any) -> Any:
    if isinstance(value, dt.date | dt.datetime):
        return value.isoformat()
    if isinstance(value, tuple | set | frozenset):
        return list(value)
    raise TypeError(f"no JSON form for {type(value)}")


def flat(rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Rows whose lists are joined by ``;``, parties as their names, ids and countries."""
    out = []
    for row in rows:
        cells: dict[str, Any] = {}
        for name, value in row.items():
            if isinstance(value, list | tuple) and name in ("actors", "recipients", "parties"):
                for column in ("name", "actor_id", "country"):
                    cells[f"{name}_{column}"] = ";".join(str(p.get(column) or "") for p in value)
            elif isinstance(value, list | tuple):
                cells[name] = ";".join(map(str, value))
            else:
                cells[name] = value
        out.append(cells)
    return out


def answer_table(rows: Sequence[Mapping[str, Any]], media: str, name: str) -> Response:
    """Rows as a file to be kept."""
    cells = flat(rows)
    headers = {"content-disposition": f'attachment; filename="{name}.{"csv" if media == CSV else "parquet"}"'}
    if media == CSV:
        return StreamingResponse(_csv_lines(cells), media_type="text/csv; charset=utf-8", headers=headers)
    sink = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(cells), sink, compression="zstd")
    return Response(sink.getvalue(), media_type=PARQUET, headers=headers)


def _csv_lines(cells: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    if cells:
        writer.writerow(cells[0].keys())
    for row in cells:
        writer.writerow(spreadsheet_safe(v) if isinstance(v, str) else v for v in row.values())
        if buffer.tell() > 65536:
            yield buffer.getvalue()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue()
