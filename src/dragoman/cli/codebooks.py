"""``--ontology``: a user's own codebook, for every command that takes one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.app import say

if TYPE_CHECKING:
    from dragoman.ontology.codebook import Codebook

OntologyOption = Annotated[
    Path | None,
    typer.Option("--ontology", metavar="FILE", help="Your own codebook; docs/python.md describes it."),
]


def codebook_of(path: Path | None) -> Codebook | None:
    """The codebook at ``path``; rows of it that cannot be used are told, and the others are used."""
    from dragoman.ontology.codebook import CodebookError, read_codebook

    if path is None:
        return None
    try:
        book = read_codebook(path)
    except CodebookError as error:
        raise typer.BadParameter(str(error), param_hint="--ontology") from None
    problems = list(book.problems)
    if book.triggers:
        from dragoman.coding.own import senses_of

        problems += senses_of(book)[1]
    for problem in problems:
        say(f"{problem}; the other rows are used")
    return book
