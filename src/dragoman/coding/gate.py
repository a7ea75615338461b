"""The cheap gate: only sentences that can hold an event or a statement go to the parser."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dragoman.coding.senses import Lexicon
from dragoman.language import stems

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


class Gate:
    """Passes a sentence that holds a trigger or a speech verb in any inflection, or a quotation mark."""

    def __init__(self, lexicon: Lexicon, extra: Iterable[str] = ()) -> None:
        self.lemmas = (lexicon.trigger_lemmas | frozenset(extra) | {"according"}) - _TOO_COMMON

    def passes(self, sentence: str) -> bool:
        """True when the sentence is worth parsing."""
        if len(sentence) < 8:
            return False
        words = _WORD.findall(sentence)
        if len(words) < 3:
            return False
        return any(stem in self.lemmas for w in words for stem in stems(w.lower().replace("’", "'")))


_TOO_COMMON = frozenset({"be", "have", "do", "get", "go", "come", "s"})
