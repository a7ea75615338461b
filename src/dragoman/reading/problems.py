"""What could not be read, said so that a person can act on it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadProblem:
    """Something that could not be read: what, where, why, and what to do."""

    file: str
    reason: str
    advice: str
    offset: int | None = None
    """Byte, where one is known."""
    row: int | None = None
    """Line or row from 1, where the file is a table."""
    fault: bool = True
    """False for what is no report and was never meant to be one, such as a picture in a web archive."""

    @property
    def source_offset(self) -> int | None:
        """The place in ``file``, counted as ``Document.source_offset`` is: a row or a byte."""
        return self.offset if self.row is None else self.row

    def __str__(self) -> str:
        where = self.file if self.row is None else f"{self.file}:{self.row}"
        if self.offset is not None:
            where += f" at byte {self.offset:,}"
        return f"{where}: {self.reason}; {self.advice}"
