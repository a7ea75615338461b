"""What a worker process of a long run does: make documents from drafts and code them.

Only names and plain data go in and out, so the process that hands out the work never loads
the parser, and what a worker's libraries keep in memory goes when it is replaced.
"""

from __future__ import annotations

import faulthandler
import importlib
import os
import re
import signal
import threading
from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from multiprocessing import connection, parent_process
from typing import Any, Protocol

from dragoman.reading import Draft, ReadProblem
from dragoman.records import CoderVersion, Document, Record

CODER = "dragoman.coding:Coder"
"""Module and name of what makes the coder, called without arguments."""
Outcome = Record | ReadProblem
SECONDS = 120.0
"""After which a worker gives a report up by ending itself; few take as many tenths of a second."""
_HALF = re.compile("[\ud800-\udfff]")
_HALVES = "halves of characters (surrogates) were read as U+FFFD"


class Codes(Protocol):
    """A coder, as far as a worker needs one."""

    version: CoderVersion

    def code(self, document: Document) -> Record:
        """The record of one document."""


_coder: Codes | Exception = RuntimeError("start() was not called in this process")
_seconds = SECONDS
_nowhere: int | None = None
"""Where the alarm writes what the process was doing; it cannot be told to write nothing."""


def start(name: str, seconds: float = SECONDS) -> None:
    """Make the coder of this process; Ctrl-C is the parent's business, and its end is this one's too.

    Args:
        name: the coder, as ``coder_of`` takes it.
        seconds: how long one report may take before the process ends itself.
    """
    global _coder, _nowhere, _seconds
    _seconds, _nowhere = seconds, os.open(os.devnull, os.O_WRONLY)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_leave_with, args=(parent.sentinel,), daemon=True).start()
    try:
        _coder = coder_of(name)
    except Exception as error:
        _coder = error  # told by version(), where somebody hears it


def coder_of(name: str) -> Codes:
    """The coder that ``"module:name"`` makes, or ``"module:name|argument"`` from a word such as a path."""
    maker, given, argument = name.partition("|")
    module, _, attribute = maker.partition(":")
    make: Callable[..., Codes] = getattr(importlib.import_module(module), attribute)
    return make(argument) if given else make()


def version() -> CoderVersion:
    """What the coder of this process is; raises what kept it from being made."""
    return _started().version


def work(drafts: Sequence[Draft]) -> list[Outcome]:
    """The record or the problem of each draft, in order."""
    coder = _started()
    return [_timed(coder, draft) for draft in drafts]


def _timed(coder: Codes, draft: Draft) -> Outcome:
    """The outcome of a draft; the process ends where it takes too long.

    The alarm is a thread of C that needs nothing of Python, so a loop inside a library or a
    regular expression does not hold it up.
    """
    if _nowhere is None:
        return outcome(coder, draft)
    faulthandler.dump_traceback_later(_seconds, exit=True, file=_nowhere)
    try:
        return outcome(coder, draft)
    finally:
        faulthandler.cancel_dump_traceback_later()


def outcome(coder: Codes, draft: Draft) -> Outcome:
    """The record of a draft, or why there is none.  Never raises."""
    made = draft.make()
    if isinstance(made, ReadProblem):
        return made
    try:
        return coder.code(sound(made))
    except Exception as error:
        reason = f"the coder failed ({type(error).__name__}: {str(error)[:200]})"
        return ReadProblem(draft.file, reason, "please report it with the text", draft.offset, draft.row)


def sound(document: Document) -> Document:
    """The document without halves of characters, which JSON can spell and no file can hold."""
    changed: dict[str, Any] = {}
    for part in fields(document):
        value = getattr(document, part.name)
        if isinstance(value, str) and not value.isascii():
            whole = _HALF.sub("\ufffd", value)
            if whole != value:
                changed[part.name] = whole
    if not changed:
        return document
    return replace(document, **changed, notes=(*document.notes, _HALVES))


def _started() -> Codes:
    if isinstance(_coder, Exception):
        raise _coder
    return _coder


def _leave_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
