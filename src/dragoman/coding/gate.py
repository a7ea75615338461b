"""The cheap gate: only sentences that can hold an event or a statement go to the parser."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dragoman.coding import utterances
from dragoman.coding.senses import Lexicon, Sense, could_fit
from dragoman.language import stems

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


class Gate:
    """Passes a sentence that holds a trigger or a speech verb in any inflection, or a quotation mark."""

    def __init__(self, lexicon: Lexicon, extra: Iterable[str] = ()) -> None:
        self.speech = (frozenset(extra) | {"according"}) - _TOO_COMMON
        self.senses: dict[str, list[Sense]] = {}
        for (_, lemma), senses in lexicon.by_head.items():
            self.senses.setdefault(lemma, []).extend(s for s in senses if not s.operator or s.event_type)
        self.lemmas = frozenset(self.senses)

    def passes(self, sentence: str) -> bool:
        """True when the sentence is worth parsing."""
        if len(sentence) < 8:
            return False
        words = _WORD.findall(sentence)
        if len(words) < 2:
            return False
        bag = _stems(words)
        bag |= frozenset(part for w in words if "-" in w for part in w.lower().split("-"))
        if not bag.isdisjoint(self.speech) or " put it" in sentence or _TURN.match(sentence):
            return True
        if len(words) < 3:
            return False
        return any(could_fit(sense, bag) for lemma in bag & self.lemmas for sense in self.senses[lemma])

    def passes_spoken(self, sentence: str) -> bool:
        """True for words of a quotation that can be an act by themselves ("They are liars")."""
        return not _stems(_WORD.findall(sentence)).isdisjoint(utterances.gate_words())


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(stem for w in words for stem in stems(w.lower().replace("’", "'")))


_TURN = re.compile(r"(?:[A-Z][\w.’'-]*\s+){0,4}[A-Z][\w.’'-]*:\s+[\"“‘'A-Z]")
"""A headline or a transcript that opens with its speaker: "Mayor: Bridge to stay shut"."""
_TOO_COMMON = frozenset({"be", "have", "do", "get", "go", "come", "s"})
