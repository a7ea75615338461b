"""The cheap gate: only sentences that can hold an event or a statement go to the parser."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from dragoman.coding import utterance_table
from dragoman.coding.senses import Lexicon, fits, needs_at
from dragoman.coding.weapons import kinds_in, named
from dragoman.language import stems

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


class Gate:
    """Passes a sentence that holds a trigger or a speech verb in any inflection, or a quotation mark."""

    def __init__(self, lexicon: Lexicon, extra: Iterable[str] = ()) -> None:
        self.speech = (frozenset(extra) | {"according"}) - _TOO_COMMON
        needs: dict[str, set[tuple[frozenset[str], ...]]] = {}
        for (_, lemma), senses in lexicon.by_head.items():
            found = {needs_at(s, {lemma}) for s in senses if not s.operator or s.event_type}
            needs.setdefault(lemma, set()).update(found)
        self.needs = {lemma: sorted(found, key=len) for lemma, found in needs.items()}
        """Trigger → what a sentence must hold for one of its senses; the shortest list first."""
        self.lemmas = frozenset(self.needs)

    def passes(self, sentence: str) -> bool:
        """True when the sentence is worth parsing."""
        if len(sentence) < 8:
            return False
        count, bag = _words(sentence)
        if count < 2:
            return False
        if not bag.isdisjoint(self.speech) or " put it" in sentence or _TURN.match(sentence):
            return True
        if sentence.endswith(":"):  # "The union issued a statement:", and its words follow
            return True
        if count < 3:
            return False
        for lemma in bag & self.lemmas:
            for needs in self.needs[lemma]:
                if fits(needs, bag):
                    return True
        return False

    def passes_spoken(self, sentence: str) -> bool:
        """True for words of a quotation that can be an act by themselves ("They are liars")."""
        return not _words(sentence)[1].isdisjoint(utterance_table.gate_words())


@lru_cache(256)
def _words(sentence: str) -> tuple[int, frozenset[str]]:
    """How many words a sentence has, and their possible lemmas; two gates ask, one after the other."""
    words = _WORD.findall(sentence.lower().replace("’", "'"))
    bag = {part for w in words if "-" in w for part in w.split("-")}
    bag |= _MONEY if _SUM.search(sentence) else set()
    found = bag.union(*map(stems, words))
    weapons = named()
    return len(words), frozenset(
        found.union(kinds_in(sentence), (weapons[w] for w in found & weapons.keys()))
    )


_SUM = re.compile(r"[$£€¥₹₦₽]\s?\d[\d.,]*(?:bn|mn|m|tn)\b")
_MONEY = frozenset({"million", "billion", "trillion"})
"""What a sum in short stands for: "$3.8bn"."""
_TURN = re.compile(r"(?:[A-Z][\w.’'-]*\s+){0,4}[A-Z][\w.’'-]*:\s+[\"“‘'A-Z]")
"""A headline or a transcript that opens with its speaker: "Mayor: Bridge to stay shut"."""
_TOO_COMMON = frozenset({"be", "have", "do", "get", "go", "come", "s"})
