"""JSON and JSON Lines: the whole record, as ``docs/record.md`` describes it."""

from __future__ import annotations

from dragoman.exporting.base import Writer
from dragoman.records import Record


class JsonLinesWriter(Writer):
    """One record a line; a line is written at once, so that a reader never sees half of one."""

    def write(self, record: Record) -> None:
        """Write one line."""
        self.stream.write(record.to_json().encode("utf-8") + b"\n")
        self.stream.flush()


class JsonWriter(Writer):
    """One object for one report; a list where several may come."""

    count = 0

    def write(self, record: Record) -> None:
        """Write one object, in its place in the list."""
        lead = b"" if not self.many else b"[\n" if self.count == 0 else b",\n"
        self.stream.write(lead + record.to_json(indent=1).encode("utf-8"))
        self.count += 1

    def close(self) -> None:
        """End the list."""
        if self.many:
            self.stream.write(b"\n]\n" if self.count else b"[]\n")
        elif self.count:
            self.stream.write(b"\n")
        super().close()
