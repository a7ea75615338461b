"""What commands that read reports share: ``--as`` and ``--map``."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from dragoman.reading import ReadOptions


def format_name(text: str) -> str:
    """A format option: one of the names in ``reading.FORMATS``; ``tsv`` and ``txt`` are understood."""
    from dragoman.reading import FORMATS

    name = text.strip().lower().lstrip(".")
    name = {"tsv": "csv", "txt": "text", "md": "markdown", "rss": "feed", "atom": "feed"}.get(name, name)
    if name not in FORMATS:
        raise typer.BadParameter(f"{text!r} is no format that is read; name one of {', '.join(FORMATS)}")
    return name


def read_options(
    format: str | None, columns: str, published: dt.date | None = None, outlet: str | None = None
) -> ReadOptions:
    """The options of a command line as the readers take them."""
    from dragoman.reading import ReadOptions, columns_from

    try:
        mapped = columns_from(columns)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--map") from None
    return ReadOptions(format, mapped, published, outlet)
