"""A document that is found but not made yet.

Readers yield drafts, in an order that depends only on the bytes read.  To pass over the
first *n* of a source costs no parsing of their text, and a draft can be pickled and made
in another process.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dragoman.reading.problems import ReadProblem
from dragoman.records import Document


@dataclass(frozen=True, slots=True)
class Draft:
    """One document or problem to be; ``make`` is a function of a module, called with ``arguments``."""

    file: str
    maker: Callable[..., Document | ReadProblem]
    arguments: tuple[Any, ...] = ()
    offset: int | None = None
    row: int | None = None

    @property
    def source_offset(self) -> int | None:
        """The place in ``file``, counted as ``Document.source_offset`` is."""
        return self.offset if self.row is None else self.row

    def make(self) -> Document | ReadProblem:
        """The document, or why there is none.  Never raises."""
        try:
            return self.maker(*self.arguments)
        except Exception as error:
            return reader_failed(self.file, error, self.offset, self.row)


def problem_draft(problem: ReadProblem) -> Draft:
    """A draft of what is a problem already."""
    return Draft(problem.file, _same, (problem,), problem.offset, problem.row)


def reader_failed(
    name: str, error: Exception, offset: int | None = None, row: int | None = None
) -> ReadProblem:
    """The problem that an error of a library makes."""
    reason = f"the reader failed ({type(error).__name__}: {str(error)[:200]})"
    return ReadProblem(name, reason, "it was left out; please report it with the file", offset, row)


def _same(problem: ReadProblem) -> ReadProblem:
    return problem
