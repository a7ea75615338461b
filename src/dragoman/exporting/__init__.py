"""Records out: one file a format, each a :class:`Writer` under its name in ``FORMATS``."""

from __future__ import annotations

from typing import BinaryIO

from dragoman.exporting.base import FormatInfo, UnknownFormat, Writer

__all__ = ["FORMATS", "FormatInfo", "UnknownFormat", "Writer", "open_writer"]

FORMATS = {
    "json": FormatInfo(
        "dragoman.exporting.json_text", "JsonWriter", "an object for one report, a list for several", ".json"
    ),
    "jsonl": FormatInfo("dragoman.exporting.json_text", "JsonLinesWriter", "one report a line", ".jsonl"),
    "csv": FormatInfo("dragoman.exporting.tables", "CsvWriter", "one event mention a row", ".csv"),
    "parquet": FormatInfo(
        "dragoman.exporting.tables", "ParquetWriter", "one event mention a row", ".parquet", binary=True
    ),
}
"""Every format, by the name that ``--format`` takes; its module is imported when it is used."""


def open_writer(name: str, stream: BinaryIO, *, many: bool = True) -> Writer:
    """A writer of the format ``name``.

    Args:
        name: a key of ``FORMATS``.
        stream: where the bytes go; it is flushed, never closed, by the writer.
        many: whether more than one record may come (a JSON list rather than one object).

    Raises:
        UnknownFormat: there is no such format.
    """
    if name not in FORMATS:
        raise UnknownFormat(f"no format {name!r}; formats are {', '.join(FORMATS)}")
    return FORMATS[name].load()(stream, many=many)
