"""Sentence → event mentions and statements: lexicon, frames and the steps after them."""

from dragoman.coding.coder import Coder
from dragoman.coding.document import SentenceTrace

__all__ = ["Coder", "SentenceTrace"]
