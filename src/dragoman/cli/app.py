"""The ``dragoman`` command and what all its commands share: exit codes, errors, dates."""

from __future__ import annotations

import datetime as dt
import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from typing import Annotated

import typer

from dragoman.version import __version__


class Exit(IntEnum):
    """Exit codes, the same for every command."""

    OK = 0
    INPUT = 1
    USAGE = 2
    STORE = 3
    INTERRUPTED = 130


EXIT_CODES = (
    "Exit codes: 0 all done; 1 some input could not be read or coded; 2 the command line was wrong; "
    "3 a store or an output file could not be opened or written; 130 stopped with Ctrl-C."
)

app = typer.Typer(
    name="dragoman",
    help="Reads news reports and keeps a sourced record of political events: who did what to whom, "
    "when, where, and according to whom.\n\nStart with `dragoman demo`, then `dragoman code report.txt`.",
    epilog=EXIT_CODES,
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dragoman {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Options that stand before a command."""


def main() -> None:
    """Run the command line; Ctrl-C ends it with exit code 130 and no traceback."""
    from dragoman.cli import commands

    commands.register(app)
    try:
        app()
    except KeyboardInterrupt:
        say("stopped")
        sys.exit(Exit.INTERRUPTED)


def say(message: str) -> None:
    """A line on standard error."""
    typer.echo(f"dragoman: {message}", err=True)


def day(text: str) -> dt.date:
    """A date option: 2018-08-27."""
    try:
        return dt.date.fromisoformat(text.strip())
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no date; write year, month and day, like 2018-08-27") from None


@contextmanager
def errors_reported() -> Iterator[None]:
    """Turn the errors that a person can act on into a line and an exit code.

    With ``DRAGOMAN_DEBUG`` set they are raised as they are.
    """
    from dragoman.language import ParserNotFound
    from dragoman.store import StoreError

    try:
        yield
    except KeyboardInterrupt:
        say("stopped; what was written before stands")
        raise typer.Exit(Exit.INTERRUPTED) from None
    except (StoreError, OutputError) as error:
        if debugging():
            raise
        say(str(error))
        raise typer.Exit(Exit.STORE) from None
    except OSError as error:
        if debugging() or error.errno == errno.EPIPE:
            raise
        say(f"{error.filename or 'the output'}: cannot be written ({error.strerror}); check the disk's space")
        raise typer.Exit(Exit.STORE) from None
    except ParserNotFound as error:
        if debugging():
            raise
        say(str(error))
        raise typer.Exit(Exit.INPUT) from None


def debugging() -> bool:
    """True where ``DRAGOMAN_DEBUG`` asks for tracebacks."""
    return bool(os.environ.get("DRAGOMAN_DEBUG"))


class OutputError(Exception):
    """An output file that could not be opened or written."""

    def __init__(self, path: object, reason: object) -> None:
        super().__init__(f"{path}: cannot be written ({reason}); name another file with --output")
