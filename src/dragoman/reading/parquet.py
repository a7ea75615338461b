"""Parquet: one report a row, read one batch of rows at a time."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.reading.columns import MAP_ADVICE, columns_of, missing_columns, row_document
from dragoman.reading.drafts import Draft, problem_draft
from dragoman.reading.inputs import Input, seekable
from dragoman.reading.options import ReadOptions
from dragoman.reading.problems import ReadProblem

_BUFFER = 1024 * 1024
"""Bytes of a column that are held at once; else whole row groups would be."""
_BATCH = 256
"""Rows that are held at once."""


def drafts(opened: Input, options: ReadOptions) -> Iterator[Draft]:
    """Every row, with its number from 1 as offset; only the columns that are used are read."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    number = 0
    try:
        with pq.ParquetFile(seekable(opened.stream), buffer_size=_BUFFER, pre_buffer=False) as file:
            names = file.schema_arrow.names
            missing = missing_columns(names, options)
            if missing or not file.metadata.num_rows:
                reason = missing or "the table has columns and no rows"
                yield problem_draft(ReadProblem(opened.name, reason, MAP_ADVICE if missing else "fill it"))
                return
            columns = columns_of(names, options)
            for batch in file.iter_batches(_BATCH, columns=sorted(set(columns.values()))):
                for row in batch.to_pylist():
                    number += 1
                    arguments = (row, columns, opened.name, number, options)
                    yield Draft(opened.name, row_document, arguments, row=number)
    except (pa.ArrowException, OSError, ValueError, LookupError, TypeError) as error:
        told = (str(error).splitlines() or [type(error).__name__])[0][:200]
        reason = f"the Parquet file is damaged or cut off ({told})"
        advice = "the rows before were read; get a whole copy and run again"
        yield problem_draft(ReadProblem(opened.name, reason, advice, row=number + 1))
