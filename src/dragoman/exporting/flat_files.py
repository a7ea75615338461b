"""CSV, Parquet and Feather: the columns of ``dragoman query``, with every status."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Any

from dragoman.exporting.columns import Counts, Exporter, Work
from dragoman.exporting.selection import BATCH, slices, target_of
from dragoman.store.queries import flat_sql


def batches(work: Work) -> Iterator[Any]:
    """The rows of ``events_flat`` or ``events_resolved`` as Arrow record batches, oldest first."""
    target, cursor, done = target_of(work.events), work.store.cursor(), 0
    for source, condition in slices(cursor, work.asked, target):
        relation: Any = cursor.sql(flat_sql(target, source, condition, "k.rank"))
        older = not hasattr(relation, "to_arrow_reader")  # DuckDB before 1.5
        reader = relation.fetch_record_batch(BATCH) if older else relation.to_arrow_reader(BATCH)
        for batch in reader:
            done += batch.num_rows
            yield _in_own_terms(work, batch) if work.codebook else batch
            work.progress(done)


def _in_own_terms(work: Work, batch: Any) -> Any:
    """The rows with the types of the codebook; those of none go, unless it keeps them."""
    import pyarrow as pa

    rows = batch.to_pylist()
    records = work.store.records_of(list(dict.fromkeys(row["document_id"] for row in rows)))
    named = {m.id: m for r in records for m in work.codebook.apply(r).event_mentions}  # type: ignore[union-attr]
    kept = [row for row in rows if row["mention_id"] in named]
    for row in kept:
        mention = named[row["mention_id"]]
        row |= {name: getattr(mention, name) for name in ("event_type", "event_mode", "plover_score")}
    return pa.RecordBatch.from_pylist(kept, schema=batch.schema)


class CsvFile(Exporter):
    """Comma-separated UTF-8 with a header; unknown is an empty cell."""

    def export(self, work: Work) -> Counts:
        """Write the file."""
        counts = Counts()
        with work.path.open("w", encoding="utf-8", newline="") as stream:
            out = csv.writer(stream, lineterminator="\n")
            for batch in batches(work):
                if stream.tell() == 0:
                    out.writerow(batch.schema.names)
                out.writerows(zip(*(column.to_pylist() for column in batch.columns), strict=True))
                counts.rows += batch.num_rows
        counts.items = counts.rows
        return counts


class FeatherFile(Exporter):
    """Feather 2, which is Arrow's own file format; ``arrow::read_feather`` opens it in R."""

    def export(self, work: Work) -> Counts:
        """Write the file."""
        import pyarrow as pa

        counts, out = Counts(), None
        options = pa.ipc.IpcWriteOptions(compression="zstd")
        for batch in batches(work):
            out = out or pa.ipc.new_file(str(work.path), batch.schema, options=options)
            # made anew: what lies in memory under a null would be written as it is, another each time
            out.write_batch(pa.RecordBatch.from_pylist(batch.to_pylist(), schema=batch.schema))
            counts.rows += batch.num_rows
        if out:
            out.close()
        counts.items = counts.rows
        return counts


class ParquetFiles(Exporter):
    """One file where the name ends in ``.parquet``, else a folder with one for each ``year=``."""

    def export(self, work: Work) -> Counts:
        """Write the file or the folder."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        counts, open_files = Counts(), dict[Any, Any]()
        whole = work.path.suffix == ".parquet"
        try:
            for batch in batches(work):
                for year, part in [(None, batch)] if whole else _by_year(batch):
                    if year not in open_files:
                        path = work.path if whole else work.path / f"year={year}" / "part-0.parquet"
                        path.parent.mkdir(parents=True, exist_ok=True)
                        open_files[year] = pq.ParquetWriter(path, batch.schema, compression="zstd")
                    open_files[year].write_table(pa.Table.from_batches([part]))
                counts.rows += batch.num_rows
        finally:
            for file in open_files.values():
                file.close()
        counts.items = counts.rows
        return counts


def _by_year(batch: Any) -> Iterator[tuple[Any, Any]]:
    """A batch in parts by the year of its first day, else that of its report."""
    import pyarrow as pa
    import pyarrow.compute as pc

    reported = "published" if "published" in batch.schema.names else "first_reported"
    day = pc.coalesce(*(batch.column(name) for name in ("date_start", "date_end", reported)))
    years = [d.year if d else "__HIVE_DEFAULT_PARTITION__" for d in day.to_pylist()]
    for year in dict.fromkeys(years):
        yield year, batch.filter(pa.array([y == year for y in years]))
