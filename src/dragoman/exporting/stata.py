"""Stata (.dta, format 118): the columns of ``dragoman query`` with variable and value labels.

Stata holds a data set in memory, and so does this.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd  # type: ignore[import-untyped]

from dragoman import ontology
from dragoman.exporting.columns import Counts, Exporter, Work
from dragoman.exporting.flat import COLUMNS
from dragoman.exporting.flat_files import batches
from dragoman.store.schema import BY_NAME

_CODED = ("event_type", "status")
"""Text with few values: numbers with labels in Stata."""
_RENAMED = {"quad": "quad_class"}
"""``quad`` is no name that Stata takes."""


class StataFile(Exporter):
    """Dates are Stata dates, types and statuses labelled numbers, long texts strL."""

    def export(self, work: Work) -> Counts:
        """Write the file; its time stamp is fixed, so that the same rows give the same bytes."""
        import pyarrow as pa

        table = pa.Table.from_batches(list(batches(work)))
        table = table.rename_columns([_RENAMED.get(name, name) for name in table.column_names])
        frame: Any = table.to_pandas()
        for field in table.schema:
            name = field.name
            if pa.types.is_date(field.type):
                frame[name] = pd.to_datetime(frame[name])
            elif pa.types.is_integer(field.type):
                frame[name] = frame[name].astype("float64" if field.type.bit_width > 32 else "Int32")
                frame[name] = frame[name].astype("float64")
            elif name in _CODED:
                frame[name] = pd.Categorical(frame[name], categories=_categories(name))
            elif pa.types.is_string(field.type):
                frame[name] = frame[name].fillna("").astype(str).str.replace("\0", "", regex=False)
        dates = {f.name: "td" for f in table.schema if pa.types.is_date(f.type)}
        quads = {t.quad_code: t.quad for t in ontology.types().values()}
        frame["quad_code"] = frame["quad_code"].astype("int8")
        frame.to_stata(
            work.path,
            write_index=False,
            version=118,
            time_stamp=dt.datetime(2000, 1, 1),
            data_label="dragoman: political events from news reports",
            convert_dates=dates,
            variable_labels={name: label[:80] for name, label in _labels().items() if name in frame},
            value_labels={"quad_code": quads},
            convert_strl=[n for n in frame if frame[n].dtype == object and frame[n].str.len().max() > 400],
        )
        return Counts(len(frame), len(frame))


def _categories(name: str) -> list[str]:
    return list(ontology.types()) if name == "event_type" else [*ontology.statuses(), "contested"]


def _labels() -> dict[str, str]:
    columns = {c.name: c.meaning or c.name for c in BY_NAME["events"].columns}
    return columns | {c.name: c.meaning for c in COLUMNS}
