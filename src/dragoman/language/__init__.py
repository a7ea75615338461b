"""Document → sentences with tokens and dependencies; the only room that knows the parser."""

from dragoman.language.morphology import stems
from dragoman.language.parser import DEFAULT_MODEL, Parser, ParserNotFound, Sentence
from dragoman.language.sentences import paragraph_spans, sentence_spans

__all__ = [
    "DEFAULT_MODEL",
    "Parser",
    "ParserNotFound",
    "Sentence",
    "paragraph_spans",
    "sentence_spans",
    "stems",
]
