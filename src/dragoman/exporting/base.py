"""What every format offers."""

from __future__ import annotations

import importlib
from abc import ABC, abstractmethod
from dataclasses import dataclass
from types import TracebackType
from typing import BinaryIO, Self

from dragoman.records import Record


class UnknownFormat(ValueError):
    """A format that is not one of ``FORMATS``."""


class Writer(ABC):
    """Writes records to a stream, a whole record at a time."""

    def __init__(self, stream: BinaryIO, *, many: bool = True) -> None:
        self.stream = stream
        self.many = many

    @abstractmethod
    def write(self, record: Record) -> None:
        """Write one record."""

    def close(self) -> None:
        """Write what must stand at the end; the stream stays open."""
        self.stream.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


@dataclass(frozen=True, slots=True)
class FormatInfo:
    """Where a format's writer is, and what it gives."""

    module: str
    name: str
    meaning: str
    suffix: str
    binary: bool = False

    def load(self) -> type[Writer]:
        """The writer's class, imported now."""
        found: type[Writer] = getattr(importlib.import_module(self.module), self.name)
        return found
