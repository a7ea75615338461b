"""Sentence → event mentions and statements: lexicon, frames and the steps after them."""

from dragoman.coding.coder import Coder, SentenceTrace

__all__ = ["Coder", "SentenceTrace"]
