"""The tables of a store as they are needed: nothing is read before rows are asked for."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from duckdb import DuckDBPyConnection, DuckDBPyRelation

from dragoman.exporting.panels import PanelSpec
from dragoman.exporting.panels.make import prepared
from dragoman.store import Store
from dragoman.store.filters import EVENTS, MENTIONS, NAMES, Filter, where
from dragoman.store.reviewed import overlaid
from dragoman.store.schema import mentions_flat
from dragoman.store.views import events_resolved


class PackageMissing(ImportError):
    """A package that only some of this needs is not installed."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"this needs the package {name}; install it with: pip install 'dragoman[analysis]'", name=name
        )


def needed(name: str) -> Any:
    """The module ``name``, or ``PackageMissing`` which says how to install it."""
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise PackageMissing(name.partition(".")[0]) from error


class TableView:
    """One table, lazy: it is read by :meth:`arrow`, :meth:`polars`, :meth:`pandas` or DuckDB itself.

    Arrow and polars take over DuckDB's buffers as they come, with no pass over the rows in Python.
    """

    def __init__(self, relation: DuckDBPyRelation) -> None:
        self.relation = relation

    @property
    def columns(self) -> list[str]:
        """Names of the columns, in order."""
        return list(self.relation.columns)

    def __len__(self) -> int:
        return int(self.relation.aggregate("count(*)").fetchall()[0][0])

    def where(self, condition: str) -> TableView:
        """The rows under a condition in SQL, such as ``"event_type = 'AGREE'"``."""
        return TableView(self.relation.filter(condition))

    def select(self, columns: str) -> TableView:
        """The columns, or expressions in SQL, separated by commas."""
        return TableView(self.relation.project(columns))

    def duckdb(self) -> DuckDBPyRelation:
        """The DuckDB relation, to go on with in SQL."""
        return self.relation

    def arrow(self) -> Any:
        """A ``pyarrow.Table``."""
        return self.relation.to_arrow_table()

    def polars(self) -> Any:
        """A ``polars.DataFrame``.

        Raises:
            PackageMissing: polars is not installed.
        """
        return needed("polars").from_arrow(self.arrow())

    def pandas(self) -> Any:
        """A ``pandas.DataFrame``.

        Raises:
            PackageMissing: pandas is not installed.
        """
        needed("pandas")
        return self.relation.df()

    def __repr__(self) -> str:
        return f"TableView({', '.join(self.columns)})"


class OpenedStore:
    """A store to read; use it as a context manager, or close it."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.cursor = store.cursor()
        self._panels: list[DuckDBPyConnection] = []
        self._reviewed: dict[str, OpenedStore] = {}
        self._asked = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; its tables can be read no more."""
        for other in self._reviewed.values():
            other.close()
        for cursor in (*self._panels, self.cursor):
            cursor.close()
        self.store.close()

    def reviewed(self, which: str) -> OpenedStore:
        """The same store as its reviewers left it; it is closed with this one.

        Args:
            which: ``confirmed`` (only what they confirmed, corrected or added), ``unrejected`` (all
                that they did not reject, with their corrections), or ``all`` for the coder's record.

        Raises:
            FilterError: it is none of these.
        """
        if Filter.of({"reviewed": which}).reviewed == "all":
            return self
        if which not in self._reviewed:
            self._reviewed[which] = OpenedStore(overlaid(self.store, which))
        return self._reviewed[which]

    @property
    def mentions(self) -> TableView:
        """Event mentions, one a row, with the columns of ``events_flat``."""
        return self.sql(mentions_flat())

    @property
    def events(self) -> TableView:
        """Events, each from all its mentions, with the columns of ``events_resolved``."""
        return self.sql(events_resolved())

    @property
    def statements(self) -> TableView:
        """Who said what, and through whom it reached the page."""
        return self.sql("FROM statements_flat")

    @property
    def agreements(self) -> TableView:
        """Agreements with parties and status."""
        return self.sql("FROM agreements_flat")

    @property
    def documents(self) -> TableView:
        """Reports as read."""
        return self.sql("FROM documents")

    @property
    def relations(self) -> TableView:
        """Lasting ties between actors."""
        return self.sql("FROM relations_flat")

    def sql(self, query: str) -> TableView:
        """Any SELECT over the store's tables; ``docs/store.md`` lists them."""
        return TableView(self.cursor.sql(query))

    def find(self, *, events: bool = True, **asked: str | list[str]) -> TableView:
        """Events, or mentions, by the filters of ``dragoman query``.

        Args:
            events: false for mentions.
            asked: such as ``party=["IRN", "SYR"]``, ``type="AGREE"``, ``since="2018"``.

        Raises:
            FilterError: a filter cannot be.
            TypeError: there is no such filter.
        """
        if "reviewed" in asked:
            which = str(asked.pop("reviewed"))
            return self.reviewed(which).find(events=events, **asked)
        ids = self.ids(events=events, **asked)
        rows, column = (events_resolved(), "event_id") if events else (mentions_flat(), "mention_id")
        return self.sql(f"FROM ({rows}) WHERE {column} IN (SELECT id FROM {ids})")

    def ids(self, *, events: bool = True, **asked: str | list[str]) -> str:
        """The name of a temporary table with the ``id`` of all that :meth:`find` gives, for use in SQL."""
        unknown = sorted(set(asked) - set(NAMES))
        if unknown:
            raise TypeError(f"there is no filter {unknown[0]!r}; there are {', '.join(NAMES)}")
        if "reviewed" in asked:
            raise TypeError("a reviewed store has tables of its own: store.reviewed(...).ids(...)")
        target = EVENTS if events else MENTIONS
        clause = where(Filter.of(asked), target)
        self._asked += 1
        name = f"asked_{self._asked}"
        self.cursor.execute(
            f"CREATE TEMP TABLE {name} AS SELECT {target.alias}.id AS id FROM {target.source} "
            f"WHERE {clause.sql}",
            clause.parameters,
        )
        return name

    def panel(self, spec: PanelSpec | None = None, **parts: Any) -> TableView:
        """A panel, as ``dragoman panel`` makes it: ``panel(unit="dyad", by="year")``.

        Raises:
            PanelError: the parts do not go together.
        """
        cursor, query = prepared(self.store, spec or PanelSpec(**parts))
        self._panels.append(cursor)
        return TableView(cursor.sql(query))

    def __repr__(self) -> str:
        return f"OpenedStore({str(self.store.path)!r})"


def open_store(path: Path | str) -> OpenedStore:
    """Open a store to read.

    Raises:
        StoreError: there is no file, or it is no store of this version.
    """
    return OpenedStore(Store.open(path, create=False, read_only=True))
