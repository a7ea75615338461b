"""The coder: what it needs to know, loaded once, and the documents that it leads through the steps.

What happens to one document stands in :mod:`dragoman.coding.document`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from dragoman import ontology
from dragoman.coding import (
    confidence,
    cues,
    judging,
    senses,
)
from dragoman.coding.casing import common_words
from dragoman.coding.configuration import configuration
from dragoman.coding.disambiguate import Disambiguator
from dragoman.coding.document import DocumentCoding, SentenceTrace
from dragoman.coding.gate import Gate
from dragoman.coding.topic import Topic
from dragoman.knowledge import Knowledge
from dragoman.language import (
    DEFAULT_MODEL,
    Parser,
)
from dragoman.records import (
    CoderVersion,
    Document,
    EventMention,
    Record,
)
from dragoman.version import __version__


class Coder:
    """Codes documents; make one and use it for many.

    Args:
        knowledge: the knowledge base; the built-in one where left out.
        extra_knowledge: files of a user's own actors, which win over ours.
        model: the parsing model's package name.
        lexicon: the folder of the lexicon.
        minimum_confidence: rows of a report that are less sure are dropped, those of a headline with a
            sentence or two from ``confidence.OF_A_BRIEF`` on; what is coded of a sentence or two without a
            headline, which somebody asks about, is kept.
        own: a user's own triggers, which win over ours; ``own_digest`` goes into the version.
    """

    def __init__(
        self,
        knowledge: Knowledge | None = None,
        *,
        extra_knowledge: Iterable[Path] = (),
        model: str = DEFAULT_MODEL,
        lexicon: Path = senses.FOLDER,
        minimum_confidence: float = confidence.MINIMUM,
        own: Iterable[senses.Sense] = (),
        own_digest: str = "",
    ) -> None:
        self.extra = tuple(Path(p) for p in extra_knowledge)
        self.knowledge = knowledge or Knowledge.load(self.extra)
        triggers = tuple(own)
        self.lexicon = senses.load(lexicon).with_own(triggers) if triggers else senses.load(lexicon)
        self.gate = Gate(self.lexicon, cues.gate_words() | judging.gate_words())
        self.verbs = frozenset(lemma for pos, lemma in self.lexicon.by_head if pos == "v")
        self.is_common = common_words(self.knowledge, self.lexicon)
        self.parser = Parser(model)
        self.model = Disambiguator.load()
        self.topic = None if triggers else Topic.load()
        """None where a user has triggers of their own: nobody knows what news those are for."""
        self.minimum_confidence = minimum_confidence
        self.sure: Callable[[EventMention, confidence.Features], float] = _sure
        """Rates a row by what speaks for and against it; training puts a recorder in its place."""
        self.own_digest = own_digest
        self.version = self._version(model, lexicon)

    def _version(self, model: str, lexicon: Path) -> CoderVersion:
        made = configuration(lexicon, [model, self.minimum_confidence], extra=self.extra, own=self.own_digest)
        return CoderVersion(__version__, self.knowledge.version, ontology.VERSION, made)

    def code(self, document: Document) -> Record:
        """Everything that can be coded in one document."""
        return DocumentCoding(self, document).record()

    def explain(self, document: Document) -> tuple[Record, list[SentenceTrace]]:
        """Like :meth:`code`, with a trace of every sentence."""
        coding = DocumentCoding(self, document, explain=True)
        return coding.record(), coding.traces

    def code_many(self, documents: Iterable[Document]) -> Iterator[Record]:
        """Records for many documents, in order.

        A few of them are read ahead and parsed together, which is quicker than one by one.
        """
        begun: list[DocumentCoding] = []
        for document in documents:
            begun.append(DocumentCoding(self, document))
            if sum(len(coding.pieces) for coding in begun) >= _TOGETHER:
                yield from self._finished(begun)
                begun = []
        yield from self._finished(begun)

    def _finished(self, begun: list[DocumentCoding]) -> Iterator[Record]:
        sentences = self.parser.parse(piece for coding in begun for piece in coding.pieces)
        for coding in begun:
            mine, sentences = sentences[: len(coding.pieces)], sentences[len(coding.pieces) :]
            yield coding.finish(mine)


def _sure(_: EventMention, features: confidence.Features) -> float:
    return confidence.of_row(features)


_TOGETHER = 128
"""Sentences that are parsed together, about."""
