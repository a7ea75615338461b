"""Document → sentences with tokens and dependencies; the only room that knows the parser."""

from dragoman.language.capitals import in_small_letters, without_scene
from dragoman.language.morphology import stems
from dragoman.language.parser import DEFAULT_MODEL, Parser, ParserNotFound, Piece, Sentence
from dragoman.language.sentences import headline_spans, paragraph_spans, sentence_spans
from dragoman.language.stand_ins import Name

__all__ = [
    "DEFAULT_MODEL",
    "Name",
    "Parser",
    "ParserNotFound",
    "Piece",
    "Sentence",
    "headline_spans",
    "in_small_letters",
    "paragraph_spans",
    "sentence_spans",
    "stems",
    "without_scene",
]
