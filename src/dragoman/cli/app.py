"""The ``dragoman`` command and what all its commands share."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from dragoman.version import __version__

app = typer.Typer(
    name="dragoman",
    help="Reads news reports and keeps a sourced record of political events: who did what to whom, "
    "when, where, and according to whom.",
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
    from dragoman.cli import code as _code  # noqa: F401  (commands register themselves)

    try:
        app()
    except KeyboardInterrupt:
        typer.echo("stopped", err=True)
        sys.exit(130)
