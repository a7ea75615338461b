"""Which words are no names where every word of a headline has a capital."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.coding.senses import Lexicon
from dragoman.knowledge import Knowledge
from dragoman.language import stems


def common_words(knowledge: Knowledge, lexicon: Lexicon) -> Callable[[str], bool]:
    """A test for words in small letters: they tell events, or stand in the list of common ones."""
    told = frozenset(lemma for pos, lemma in lexicon.by_head if pos in ("n", "v"))
    common = knowledge.store.common

    def is_common(word: str) -> bool:
        return any(
            common.get(x) in ("word", "adjective") or x in told for x in (*stems(word), *_manner(word))
        )

    return is_common


def _manner(word: str) -> tuple[str, ...]:
    """The adjective of an adverb: "briefly" → "brief", "heavily" → "heavy"."""
    if not word.endswith("ly") or len(word) <= len("xxxly"):
        return ()
    return (word[:-3] + "y",) if word.endswith("ily") else (word[:-2], word[:-1] + "e")
