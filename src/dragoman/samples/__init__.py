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


def tutorial() -> dict[str, str]:
    """The reports of the documentation's tutorial: file names and texts, in order of time."""
    folder = files(__name__) / "tutorial"
    found = {e.name: e.read_text(encoding="utf-8") for e in folder.iterdir() if e.name.endswith(".md")}
    return dict(sorted(found.items()))
