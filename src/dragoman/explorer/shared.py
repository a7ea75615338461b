"""A store that is shown while other programs write it.

DuckDB lets one program write a file, or several read it, never both.  So the explorer reads a copy
of its own, beside the store, and takes a new one when the store was changed and nobody is writing
it.  A long run is asked, once a minute at most, to let go of the store for that moment.  The explorer opens
the store itself only for a copy or a reviewer's decision.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb

from dragoman.explorer.database import Database
from dragoman.explorer.errors import Busy
from dragoman.explorer.state import Explorer
from dragoman.store import Store, StoreBusy, StoreUnwritable, turns

LOOK = 2.0
"""Seconds between looks at whether the store was changed."""
ASK = 60.0
"""Seconds that a copy is shown, at least, before a run that is writing is asked for a new one."""
SOON = 0.2
"""Seconds between looks while a run was asked."""
WAIT = 15.0
"""Seconds that a decision waits for another program to let go of the store."""
_KEPT = 60.0
"""Seconds for which an old copy stays, for requests that are still reading it."""
_CLONE = 0x40049409  # FICLONE: the copy shares its blocks, where the file system can do that


class Shared:
    """One store on disk, and the copies of it that are shown.

    Args:
        path: the store.
        seconds: how long a question may take.

    Raises:
        StoreError: the store cannot be opened, such as while another program is writing it.
        OSError: there is no room for a copy.
    """

    def __init__(self, path: Path, *, seconds: float) -> None:
        self.path = path
        self.seconds = seconds
        self._copies = 0
        self._signature: tuple[int, ...] | None = None
        self.writable = os.access(path, os.W_OK)
        self._asked_until = 0.0
        self._took = 0.0
        self._taken = time.monotonic()
        _clear(path)

    # --- copies -----------------------------------------------------------------------------------

    def database(self) -> Database:
        """The store as it is now, in a new copy."""
        began = time.monotonic()
        with Store.open(self.path, create=False, read_only=True):  # nobody writes it meanwhile
            self._no_longer_ask()
            signature = _signature(self.path)
            copy = self._copy()
        self._taken = time.monotonic()
        self._took = self._taken - began
        try:
            store = Store.open(copy, create=False)
        except BaseException:
            _remove(copy)
            raise
        store.path = self.path
        self._signature = signature
        self.taken = dt.datetime.now().astimezone()
        made = Database(store, seconds=self.seconds, original=self if self.writable else None)
        made.writable = self.writable
        made.copy = copy
        return made

    def _copy(self) -> Path:
        self._copies += 1
        name = f".{self.path.name}.shown-{os.getpid()}-{self._copies}"
        beside = os.access(self.path.parent, os.W_OK)
        copy = (self.path.parent if beside else Path(tempfile.gettempdir())) / name
        try:
            for ending in ("", ".wal"):
                source = Path(f"{self.path}{ending}")
                if source.exists():
                    _clone(source, Path(f"{copy}{ending}"))
        except BaseException:
            _remove(copy)
            raise
        return copy

    @property
    def changed(self) -> bool:
        """Whether the store is another one than that of the last copy."""
        return _signature(self.path) != self._signature

    def refresh(self, explorer: Explorer) -> bool:
        """Show the store as it is now if it was changed; False where it was not, or is being written."""
        if not self.changed:
            return False
        try:
            made = self.database()
        except StoreBusy:
            self._ask()
            return False  # it is being written: the next look is soon
        except (StoreUnwritable, OSError):
            return False
        old = explorer.db
        explorer.show(made)
        threading.Thread(target=_close_later, args=(old,), daemon=True).start()
        return True

    def watch(self, explorer: Explorer, stopped: threading.Event) -> None:
        """Refresh until ``stopped``."""
        while not stopped.wait(SOON if self._asked_until else LOOK):
            with contextlib.suppress(duckdb.Error):
                self.refresh(explorer)
        self._no_longer_ask()

    def _ask(self) -> None:
        """Ask a run for a turn, if the copy is old enough: the larger the store, the more seldom."""
        now = time.monotonic()
        if self._asked_until and now > self._asked_until:  # it is no run of ours that has it
            self._no_longer_ask()
            self._taken = now
        elif not self._asked_until and now - self._taken > max(ASK, 20 * self._took):
            turns.ask(self.path)
            self._asked_until = now + turns.ASKED

    def _no_longer_ask(self) -> None:
        if self._asked_until:
            turns.withdraw(self.path)
            self._asked_until = 0.0

    # --- decisions --------------------------------------------------------------------------------

    @contextlib.contextmanager
    def writing(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """The store itself, open to write for the moment of a decision.

        Raises:
            Busy: another program does not let go of it.
        """
        store = self._to_write()
        unseen = self.changed
        with store:
            yield store.connection
        if not unseen:  # what was written is in the copy too
            self._signature = _signature(self.path)

    def _to_write(self) -> Store:
        until = time.monotonic() + WAIT
        asked = False
        try:
            while True:
                try:
                    return Store.open(self.path, create=False)
                except StoreUnwritable as error:
                    if time.monotonic() > until:
                        raise Busy(
                            "Another program is writing the store, so the decision was not kept. "
                            "Try again when it is done; reading goes on meanwhile."
                        ) from error
                if not asked:
                    turns.ask(self.path)
                    asked = True
                time.sleep(0.1)
        finally:
            if asked:
                turns.withdraw(self.path)


def _signature(path: Path) -> tuple[int, ...]:
    """What changes when a file does; of the store and of what DuckDB has not yet worked into it."""
    out: list[int] = []
    for file in (path, Path(f"{path}.wal")):
        with contextlib.suppress(OSError):
            found = file.stat()
            out += [found.st_mtime_ns, found.st_size, found.st_ino]
    return tuple(out)


def _clone(source: Path, target: Path) -> None:
    """Copy a file, without taking room where the file system can share its blocks."""
    with source.open("rb") as a, target.open("wb") as b, contextlib.suppress(OSError, ImportError):
        import fcntl

        fcntl.ioctl(b.fileno(), _CLONE, a.fileno())
        return
    shutil.copyfile(source, target)


def _remove(copy: Path) -> None:
    for ending in ("", ".wal"):
        Path(f"{copy}{ending}").unlink(missing_ok=True)


def _clear(path: Path) -> None:
    """Remove the copies of servers that were killed."""
    for copy in path.parent.glob(f".{path.name}.shown-*"):
        number = copy.name.rpartition("shown-")[2].split("-")[0]
        if number.isdigit() and not Path(f"/proc/{number}").exists() and Path("/proc").is_dir():
            with contextlib.suppress(OSError):
                copy.unlink()


def close(database: Database) -> None:
    """Close a copy and remove it."""
    with contextlib.suppress(duckdb.Error):
        database.close()
    if database.copy is not None:
        _remove(database.copy)


def _close_later(old: Database) -> None:
    time.sleep(_KEPT)
    close(old)
