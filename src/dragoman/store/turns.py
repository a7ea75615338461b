"""Taking turns at one store: a program that writes it for hours lets others read it in between.

DuckDB lets one program write a file, or several read it, never both.  Who wants to read lays a note
beside the store; a run that finds it closes the store after the batch that is being made, waits until
the reader has it open, and takes it back when the reader is done.  Where nobody asks, nothing is closed.
"""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path

from dragoman.store.database import Store
from dragoman.store.errors import StoreBusy

ASKED = 20.0
"""Seconds that a reader waits for its turn: a batch of a run takes about ten."""
GIVEN = 3.0
"""Seconds for which a run waits for whoever asked; one that has died does not hold it up."""
BACK = 600.0
"""Seconds that a run waits for readers to be done."""
_LOOK = 0.1


def ask(path: Path) -> None:
    """Ask whoever writes the store for a turn; does nothing where no note can be left."""
    with contextlib.suppress(OSError):
        _note(path).write_text(str(os.getpid()), encoding="ascii")


def is_asked(path: Path) -> bool:
    """Whether somebody waits for a turn."""
    return _note(path).exists()


def withdraw(path: Path) -> None:
    """Nobody waits for a turn any longer."""
    with contextlib.suppress(OSError):
        _note(path).unlink(missing_ok=True)


def open_in_turn(path: Path, *, wait: float = ASKED) -> Store:
    """The store, open for reading, after asking a run that writes it for a turn.

    Raises:
        StoreBusy: nobody let go of it in time.
        StoreError: it cannot be opened for another reason.
    """
    until = time.monotonic() + wait
    asked = False
    try:
        while True:
            try:
                return Store.open(path, create=False, read_only=True)
            except StoreBusy:
                if time.monotonic() >= until:
                    raise
            if not asked:
                ask(path)
                asked = True
            time.sleep(_LOOK)
    finally:
        if asked:
            withdraw(path)


def give(store: Store) -> bool:
    """Let whoever asked have the store for a moment; true where it was closed and opened again.

    Raises:
        StoreBusy: it was not given back.
    """
    if not is_asked(store.path):
        return False
    store.close()
    until = time.monotonic() + GIVEN
    while is_asked(store.path) and time.monotonic() < until:
        time.sleep(_LOOK / 2)
    withdraw(store.path)
    store.reopen(wait=BACK)
    return True


def _note(path: Path) -> Path:
    return path.with_name(f".{path.name}.asked")
