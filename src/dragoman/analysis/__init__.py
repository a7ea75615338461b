"""A store in Python: lazy tables for DuckDB, Arrow, polars and pandas, and plots for print."""

from dragoman.analysis.opened import OpenedStore, PackageMissing, TableView, open_store

__all__ = ["OpenedStore", "PackageMissing", "TableView", "open_store"]
