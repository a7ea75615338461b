"""Records ↔ DuckDB: one file that any tool can open, written one whole document at a time."""

from dragoman.store.database import AddResult, Store, StoreCounts
from dragoman.store.errors import (
    NotAStore,
    StoreBusy,
    StoreError,
    StoreNotFound,
    StoreUnwritable,
    StoreVersionError,
)
from dragoman.store.schema import SCHEMA_VERSION

__all__ = [
    "SCHEMA_VERSION",
    "AddResult",
    "NotAStore",
    "Store",
    "StoreBusy",
    "StoreCounts",
    "StoreError",
    "StoreNotFound",
    "StoreUnwritable",
    "StoreVersionError",
]
