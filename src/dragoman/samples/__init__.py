"""Short reports about true events, written for the project: what ``dragoman demo`` codes."""

from __future__ import annotations

from importlib.resources import files

from dragoman.reading import read_bytes
from dragoman.records import Document


def samples() -> list[Document]:
    """The bundled reports, oldest event first."""
    found: list[Document] = []
    for entry in sorted(files(__name__).iterdir(), key=lambda e: e.name):
        if entry.name.endswith(".txt"):
            found += [d for d in read_bytes(entry.read_bytes(), entry.name) if isinstance(d, Document)]
    return sorted(found, key=lambda d: str(d.published))
