"""dragoman reads news reports and keeps a record of political events.

>>> import dragoman
>>> record = dragoman.code("Kenya's president met Uganda's president in Kampala.", published="2021-05-03")
>>> record.event_mentions[0].event_type
'CONSULT'
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING, Any

from dragoman.version import __version__

if TYPE_CHECKING:
    from pathlib import Path

    from dragoman.analysis import OpenedStore
    from dragoman.coding import Coder
    from dragoman.marking import Marked
    from dragoman.records import Record

__all__ = ["Coder", "__version__", "code", "display", "open"]


@cache
def _coder() -> Coder:
    from dragoman.coding import Coder

    return Coder()


def code(
    text: str,
    *,
    title: str | None = None,
    published: str | dt.date | None = None,
    outlet: str | None = None,
) -> Record:
    """Code one report.

    Args:
        text: the report; a title and a date line at its head are found by themselves.
        title: its headline, where known.
        published: its date, ISO text or a date; without one, words like "Sunday" stay undated.
        outlet: the paper, broadcaster or agency that it stands in.

    Raises:
        ValueError: ``published`` is no ISO date.
    """
    from dragoman.reading import document_from_text

    day = dt.date.fromisoformat(published) if isinstance(published, str) else published
    return _coder().code(document_from_text(text, title=title, published=day, outlet=outlet))


def open(path: Path | str) -> OpenedStore:
    """Open a store to read: its tables go to DuckDB, Arrow, polars and pandas.

    Raises:
        StoreError: there is no file, or it is no store of this version.
    """
    from dragoman.analysis import open_store

    return open_store(path)


def display(record: Record) -> Marked:
    """The report with actors, recipients, places and events marked, for a notebook.

    A record that stands last in a cell is drawn in the same way by itself.
    """
    from dragoman.marking import Marked

    return Marked(record)


def __getattr__(name: str) -> Any:
    """``dragoman.Coder`` without loading the parser on import."""
    if name == "Coder":
        from dragoman.coding import Coder

        return Coder
    raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
