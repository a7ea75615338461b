"""What can go wrong with a store; every message says what, where and what to do."""

from __future__ import annotations

from pathlib import Path


class StoreError(Exception):
    """The root of all errors of this room; ``path`` is the file that it is about."""

    def __init__(self, path: Path, reason: str, advice: str) -> None:
        self.path = path
        self.reason = reason
        self.advice = advice
        super().__init__(f"{path}: {reason}; {advice}")


class StoreNotFound(StoreError):
    """There is no file, and none was to be made."""


class NotAStore(StoreError):
    """The file is there, but it is not one that dragoman made."""


class StoreVersionError(StoreError):
    """The store was made by a dragoman (or a DuckDB) whose tables are laid out in another way."""


class StoreUnwritable(StoreError):
    """The file cannot be opened, made or written."""


class StoreBusy(StoreUnwritable):
    """Another program has the file open, so that it cannot be opened here now."""
