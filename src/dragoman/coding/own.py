"""A coder that knows the triggers of a user's codebook, and whether their examples code as they should."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

from dragoman.coding.coder import Coder
from dragoman.coding.senses import PatternError, Sense, own_sense
from dragoman.ontology.codebook import Codebook, read_codebook
from dragoman.records import CoderVersion, Document, Record


class OwnCoder:
    """Codes with the lexicon and the codebook's triggers; records stay in PLOVER and CAMEO.

    A mention that such a trigger made names the row in ``rule``; ``Codebook.apply`` goes by that.
    The record's ``coder.ontology`` names the codebook.
    """

    def __init__(self, book: Codebook) -> None:
        senses, self.problems = senses_of(book)
        # which rows there are counts, not how types are laid over them
        digest = repr([(t.pattern, t.plover, t.mode, t.cameo, t.not_, t.where) for t in book.triggers])
        self.coder = Coder(own=senses, own_digest=digest if book.triggers else "")
        self.book = book
        made = f"{self.coder.version.ontology}+{book.name}-{book.version}@{book.digest}"
        self.version: CoderVersion = dataclasses.replace(self.coder.version, ontology=made)

    def code(self, document: Document) -> Record:
        """The record of one document, the codebook's types not laid over it."""
        return dataclasses.replace(self.coder.code(document), coder=self.version)


def own_coder(path: str) -> OwnCoder:
    """The coder of a codebook's file; worker processes make theirs so."""
    return OwnCoder(read_codebook(Path(path)))


def senses_of(book: Codebook) -> tuple[list[Sense], list[str]]:
    """The triggers as senses of the lexicon, and those whose pattern cannot be read, with file and line."""
    made, problems = [], []
    for t in book.triggers:
        row = {
            "pos": t.pos, "pattern": t.pattern, "type": t.plover, "mode": t.mode, "cameo": t.cameo,
            "contexts": "", "not": "|".join(t.not_), "example": t.example,
        }  # fmt: skip
        try:
            made.append(own_sense(row, Path(t.file), t.line))
        except PatternError as error:
            problems.append(f"{t.where}: {error}")
    return made, problems


def check_triggers(coder: OwnCoder) -> Iterator[str]:
    """What is wrong with the codebook's rows: those that cannot be used, examples that do not code."""
    yield from coder.book.problems
    yield from coder.problems
    unreadable = {problem.partition(": ")[0] for problem in coder.problems}
    for t in coder.book.triggers:
        if t.where in unreadable:
            continue
        record = coder.book.apply(coder.code(Document("example", t.example)))
        if not any(m.event_type == t.type for m in record.event_mentions):
            kinds = ", ".join(f"{m.event_type} ({m.rule})" for m in record.event_mentions) or "nothing"
            yield f"{t.where}: {t.pattern!r}: the example codes as {kinds}: {t.example}"
