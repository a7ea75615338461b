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

    def __str__(self) -> str:
        where = self.file if self.offset is None else f"{self.file} at byte {self.offset:,}"
        return f"{where}: {self.reason}; {self.advice}"
