"""CSV and Parquet: one event mention a row, with the columns of :mod:`dragoman.exporting.flat`."""

from __future__ import annotations

import csv
import io
from typing import Any, BinaryIO

from dragoman.exporting.base import Writer
from dragoman.exporting.flat import COLUMNS, flat_rows
from dragoman.records import Record

_GROUP = 10_000
"""Rows that are held before Parquet writes a group."""


class CsvWriter(Writer):
    """Comma-separated UTF-8 with a header line; unknown is an empty cell."""

    def __init__(self, stream: BinaryIO, *, many: bool = True) -> None:
        super().__init__(stream, many=many)
        self._put([column.name for column in COLUMNS])

    def write(self, record: Record) -> None:
        """Write the rows of one record together."""
        self._put(*(list(row.values()) for row in flat_rows(record)))

    def _put(self, *rows: list[Any]) -> None:
        text = io.StringIO(newline="")
        csv.writer(text, lineterminator="\n").writerows(rows)
        self.stream.write(text.getvalue().encode("utf-8"))


class ParquetWriter(Writer):
    """Typed columns, compressed; the file is whole only after :meth:`close`."""

    def __init__(self, stream: BinaryIO, *, many: bool = True) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        super().__init__(stream, many=many)
        types = {"text": pa.string(), "integer": pa.int64(), "number": pa.float64(), "date": pa.date32()}
        self.schema = pa.schema(
            [pa.field(c.name, types[c.kind], metadata={"meaning": c.meaning}) for c in COLUMNS]
        )
        self.rows: list[dict[str, Any]] = []
        self.file = pq.ParquetWriter(stream, self.schema, compression="zstd")

    def write(self, record: Record) -> None:
        """Hold the record's rows until there are enough for a group."""
        self.rows.extend(flat_rows(record))
        if len(self.rows) >= _GROUP:
            self._flush()

    def close(self) -> None:
        """Write what is held, and the file's foot."""
        self._flush()
        self.file.close()
        super().close()

    def _flush(self) -> None:
        import pyarrow as pa

        if self.rows:
            self.file.write_table(pa.Table.from_pylist(self.rows, schema=self.schema))
            self.rows = []
