"""Part of speech and lemma of each token, worked out once for each word that a model has tagged alike.

spaCy goes over every token with some two hundred patterns and then with the rules for lemmas.  Both look
at nothing but the word, its tag and its label, so the outcome is kept under these three; the few
patterns that look at two words ("ain't", "gonna") send their sentence through spaCy's own steps.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from dragoman.language import embedding

STEPS = ("attribute_ruler", "lemmatizer")
"""The components of a model that are stood in for; they are its last but for the name finder."""
_KEPT = 100_000
_LOOKED_AT = frozenset({"TAG", "LOWER", "DEP", "IS_SPACE", "ORTH", "TEXT"})

Form = tuple[str, str]
"""Part of speech and lemma."""


class Names(dict[int, str]):
    """Strings by number, each asked of a model once."""

    def __init__(self, strings: Any) -> None:
        super().__init__()
        self._strings = strings

    def __missing__(self, number: int) -> str:
        name: str = self._strings[number]
        self[number] = name
        return name


class Forms:
    """The forms of the tokens of one loaded model."""

    def __init__(self, nlp: Any) -> None:
        self.nlp = nlp
        self.before = [
            embedding.of(proc) if name == "tok2vec" else proc
            for name, proc in nlp.pipeline
            if name not in STEPS
        ]
        """What tags and parses; it is asked for a whole batch at once."""
        self.steps = [proc for name, proc in nlp.pipeline if name in STEPS]
        self.longer = _longer_patterns(nlp)
        self._signs = _signs(nlp) if self.longer else (frozenset(), frozenset())
        self._known: dict[tuple[str, str, str], Form] = {}
        self.names = Names(nlp.vocab.strings)
        """Tags and labels by the numbers that the model's tables hold for them."""

    @cached_property
    def able(self) -> bool:
        """Whether the model's last steps are those that are known here, and look at single words."""
        names = [name for name, _ in self.nlp.pipeline]
        lemmatizer = dict(self.nlp.pipeline).get("lemmatizer")
        return (
            names[-2:] == list(STEPS)
            and getattr(lemmatizer, "mode", "") == "rule"
            and self.longer is not None
            and all(hasattr(proc, "predict") for proc in self.before)
        )

    def of(self, doc: Any, words: Sequence[str], tags: Sequence[str], deps: Sequence[str]) -> list[Form]:
        """The forms of a document that is tagged and parsed."""
        if self._looks_at_two(words, deps):
            for step in self.steps:
                doc = step(doc)
            return [(t.pos_, t.lemma_) for t in doc]
        known = self._known
        out = []
        for key in zip(words, tags, deps, strict=True):
            form = known.get(key)
            if form is None:
                if len(known) >= _KEPT:
                    known.clear()
                form = known[key] = self._made(doc, *key)
            out.append(form)
        return out

    def _made(self, doc: Any, word: str, tag: str, dep: str) -> Form:
        alone = type(doc)(doc.vocab, [word], [False], tags=[tag], deps=[dep], heads=[0])
        for step in self.steps:
            alone = step(alone)
        return alone[0].pos_, alone[0].lemma_

    def _looks_at_two(self, words: Sequence[str], deps: Sequence[str]) -> bool:
        """Whether a pattern over several words may match; never false where one does."""
        lower = {w.lower() for w in words}
        if self._signs[0].isdisjoint(lower) and self._signs[1].isdisjoint(deps):
            return False
        labels = set(deps)
        return any(all(test(lower, labels) for test in tests) for tests in self.longer or ())


Test = Callable[[Collection[str], Collection[str]], bool]


def _longer_patterns(nlp: Any) -> list[list[Test]] | None:
    """A test for each pattern over several words; None where a pattern looks at something unknown."""
    ruler = dict(nlp.pipeline).get("attribute_ruler")
    if ruler is None:
        return None
    out: list[list[Test]] = []
    for pattern in (p for entry in ruler.patterns for p in entry["patterns"]):
        if any(not _LOOKED_AT.issuperset(token) or "OP" in token for token in pattern):
            return None
        if len(pattern) > 1:
            tests = [test for token in pattern for test in _tests(token)]
            out.append([test for slow in (False, True) for test, is_slow in tests if is_slow is slow])
    return out


def _signs(nlp: Any) -> tuple[frozenset[str], frozenset[str]]:
    """The first word, or the label, that each pattern over several words names: quick to look for.

    A pattern that names neither is met with every label there is.
    """
    words: set[str] = set()
    labels: set[str] = set()
    for pattern in (p for entry in nlp.get_pipe("attribute_ruler").patterns for p in entry["patterns"]):
        if len(pattern) > 1:
            named = [
                (k, token[k]) for k in ("DEP", "LOWER") for token in pattern if isinstance(token.get(k), str)
            ]
            if named:
                (labels if named[0][0] == "DEP" else words).add(named[0][1])
            else:
                labels.update(nlp.get_pipe("parser").labels)
    return frozenset(words), frozenset(labels)


def _tests(token: Mapping[str, Any]) -> Iterable[tuple[Test, bool]]:
    """What a sentence must hold for one word of a pattern to match, and whether it takes long to find out."""
    lower, label = token.get("LOWER"), token.get("DEP")
    if isinstance(lower, str):
        yield (lambda words, labels: lower in words), False
    elif isinstance(lower, dict) and "IN" in lower:
        yield (lambda words, labels: any(w in words for w in lower["IN"])), False
    elif isinstance(lower, dict) and "REGEX" in lower:
        yield (lambda words, labels: any(re.search(lower["REGEX"], w) for w in words)), True
    if isinstance(label, str):
        yield (lambda words, labels: label in labels), False
