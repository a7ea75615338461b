"""The lexicon: triggers with their senses, read from ``lexicon/*.tsv``.

A row is a *sense*: an English template such as ``A impose {sanctions} on R`` with the
PLOVER type (the name of the file), mode, CAMEO code and contexts it stands for.
``docs/lexicon.md`` describes the template language.  Rows that cannot be read are
reported with file and line, and the rest is loaded all the same.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from dragoman.language import stems

FOLDER = Path(__file__).parent / "lexicon"
_KEPT = 50_000
"""Words whose senses are kept."""
COLUMNS = ("pos", "pattern", "mode", "cameo", "contexts", "not", "example")
OPERATOR_COLUMNS = ("pos", "pattern", "operator", "type", "mode", "cameo", "not", "example")

SLOTS = frozenset("ARBXPC")
KINDS = frozenset({"person", "state", "place", "armed", "actor"})
PREPOSITIONS = frozenset(
    "about above across after against along alongside amid among around as at before behind below "
    "beneath beside between beyond by concerning despite during for from in inside into like near of off "
    "on onto opposite out outside over past per regarding round since than through throughout till to "
    "toward towards under until up upon via with within without over".split()
)
PARTICLES = frozenset(
    "off up out down in on over back away through apart aside together along around ahead forward under".split()
)

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that could not be used: where it stands and what is wrong with it."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a frame: a slot letter, or the words that must stand there."""

    slot: str | None
    words: frozenset[Phrase] = frozenset()
    optional: bool = False
    kind: str | None = None
    """``R:person``: what the filler must be (person, group, state, place, armed)."""


@dataclass(frozen=True, slots=True)
class Prepositional:
    """``on R`` or ``into {agreement}``: the prepositions that may lead, and what follows."""

    prepositions: frozenset[str]
    element: Element


@dataclass(frozen=True, slots=True)
class Sense:
    """One way in which a trigger reports an event (or, with ``operator``, embeds one)."""

    pos: str
    pattern: str
    heads: frozenset[Phrase]
    event_type: str | None
    mode: str | None
    cameo: str | None
    contexts: tuple[str, ...]
    near_misses: tuple[Phrase, ...]
    example: str
    where: str
    operator: str | None = None
    subject: Element | None = None
    objects: tuple[Element, ...] = ()
    prepositional: tuple[Prepositional, ...] = ()
    particles: frozenset[str] = frozenset()
    optional_particles: frozenset[str] = frozenset()
    complement: str | None = None
    """How the inner action is joined: ``to``, ``that``, ``bare`` or a preposition (``from``)."""
    complement_optional: bool = False
    needs: tuple[frozenset[str], ...] = ()
    """Of each set at least one word must stand in the sentence: a cheap test before any matching."""
    trusted: bool = False
    """A user's own trigger: where it fits, the model is not asked."""
    passive_only: bool = False
    """``R be kill in {attack}``: holds only of a passive, whose subject is R."""
    slots: frozenset[str] = frozenset()
    """The slot letters that the pattern can fill."""

    @property
    def kinds(self) -> dict[str, str]:
        """What the filler of each slot must be, where the pattern says so."""
        elements = [*self.objects, *(p.element for p in self.prepositional)]
        elements += [self.subject] if self.subject else []
        return {e.slot: e.kind for e in elements if e.slot and e.kind}

    def may_lack(self, slot: str) -> bool:
        """True when every place of ``slot`` is one that the pattern can do without."""
        elements = [*self.objects, *(p.element for p in self.prepositional)]
        return all(e.optional for e in elements if e.slot == slot)


class Entry(NamedTuple):
    """A sense as it stands under a word."""

    sense: Sense
    needs: tuple[frozenset[str], ...]
    """Of each set at least one word must stand in the sentence."""
    alone: bool
    """Whether the word by itself is a head of the sense; else one of ``phrases`` must stand there."""
    phrases: tuple[Phrase, ...]


class Entries:
    """The senses of a word under one part of speech, each also under a word that its sentence must hold.

    A common verb has dozens of senses, of which a sentence has the fixed words of one or two.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.all = list(entries)
        self._free = [n for n, entry in enumerate(self.all) if not entry.needs]
        self._under: dict[str, list[int]] = {}
        for n, entry in enumerate(self.all):
            for word in min(entry.needs, key=_commonness, default=()):
                self._under.setdefault(word, []).append(n)
        self._words = frozenset(self._under)

    def fitting(self, words: Set[str]) -> list[Entry]:
        """The senses whose fixed words are among ``words``, the stems of a sentence, in order."""
        held = words & self._words
        numbers = sorted({*self._free, *(n for w in held for n in self._under[w])}) if held else self._free
        return [self.all[n] for n in numbers if fits(self.all[n].needs, words)]


def _commonness(need: frozenset[str]) -> tuple[bool, int]:
    """Prepositions stand nearly everywhere, and of many words likelier one than of few."""
    return not need.isdisjoint(PREPOSITIONS), len(need)


class PatternError(ValueError):
    """A pattern that is not of the template language."""


@dataclass(slots=True)
class Lexicon:
    """All senses, reachable by part of speech and head lemma, with what could not be read."""

    senses: list[Sense] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    by_head: dict[tuple[str, str], list[Sense]] = field(default_factory=dict)
    _of_words: dict[tuple[str, str], dict[str, Entries]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def add(self, sense: Sense) -> None:
        """Put a sense under each of its heads."""
        self.senses.append(sense)
        for lemma in {head_word(h, sense.pos) for h in sense.heads}:
            self.by_head.setdefault((sense.pos, lemma), []).append(sense)
        self._of_words.clear()

    def candidates(self, pos: str, lemma: str) -> list[Sense]:
        """Senses whose trigger head is ``lemma`` as ``v``, ``n`` or ``a``."""
        return self.by_head.get((pos, lemma), [])

    def of_word(self, lemma: str, word: str) -> Mapping[str, Entries]:
        """The entries of a word under ``v``, ``n`` and ``a``: of its lemma, or of a lemma that it could have."""
        key = (lemma, word)
        found = self._of_words.get(key)
        if found is None:
            lemmas = dict.fromkeys((lemma, *stems(word)))
            found = {}
            for pos in "vna":
                senses = {id(x): x for one in lemmas for x in self.candidates(pos, one)}
                if senses:
                    found[pos] = Entries(_entry(x, lemmas.keys()) for x in senses.values())
            if len(self._of_words) > _KEPT:
                self._of_words.clear()
            self._of_words[key] = found
        return found

    def with_own(self, senses: Iterable[Sense]) -> Lexicon:
        """This lexicon with a user's own senses beside its own, which win."""
        made = Lexicon(list(self.senses), list(self.problems), {k: list(v) for k, v in self.by_head.items()})
        for sense in senses:
            made.add(sense)
        return made

    @property
    def trigger_lemmas(self) -> frozenset[str]:
        """Every lemma that can head a trigger: what the gate looks for."""
        return frozenset(lemma for _, lemma in self.by_head)


def head_word(phrase: Phrase, pos: str) -> str:
    """The word of a trigger phrase that governs the others: first of "state of X", else last."""
    if pos == "v":
        return phrase[0]
    return phrase[phrase.index("of") - 1] if "of" in phrase[1:] else phrase[-1]


@cache
def load(folder: Path = FOLDER, leave_out: tuple[str, ...] = ()) -> Lexicon:
    """Read every ``*.tsv`` of ``folder``; rows in error go to ``Lexicon.problems``."""
    lexicon = Lexicon()
    classes = _read_classes(folder / "classes.tsv", lexicon.problems)
    for path in sorted(folder.glob("*.tsv")):
        if path.name in ("classes.tsv", *leave_out):
            continue
        columns = OPERATOR_COLUMNS if path.name == "operators.tsv" else COLUMNS
        for line, row in rows(path, columns, lexicon.problems):
            try:
                lexicon.add(_sense(row, path, line, classes))
            except PatternError as error:
                lexicon.problems.append(Problem(path.name, line, str(error)))
    return lexicon


def rows(path: Path, columns: Iterable[str], problems: list[Problem]) -> Iterator[tuple[int, dict[str, str]]]:
    """Line number and cells of every row; comments and the header are left out."""
    wanted = tuple(columns)
    with path.open(encoding="utf-8", newline="") as stream:
        for line, cells in enumerate(csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE), start=1):
            if not cells or cells[0].startswith("#") or tuple(cells) == wanted:
                continue
            if len(cells) != len(wanted):
                message = f"{len(cells)} cells where {len(wanted)} are due ({', '.join(wanted)})"
                problems.append(Problem(path.name, line, message))
                continue
            yield line, {k: v.strip() for k, v in zip(wanted, cells, strict=True)}


def _read_classes(path: Path, problems: list[Problem]) -> dict[str, str]:
    """Words of each class; of two of one name the first holds, and the second is a problem."""
    classes: dict[str, str] = {}
    for line, row in rows(path, ("class", "words"), problems):
        if classes.setdefault(row["class"], row["words"]) is not row["words"]:
            problems.append(Problem(path.name, line, f"a class {row['class']!r} stands further up already"))
    return classes


@cache
def word_class(name: str, folder: Path = FOLDER) -> frozenset[Phrase]:
    """The words of a class of ``classes.tsv``, as lemma phrases."""
    return _phrases(_read_classes(folder / "classes.tsv", [])[name].replace(" ", "_"))


def own_sense(row: Mapping[str, str], path: Path, line: int, folder: Path = FOLDER) -> Sense:
    """The sense of a row that a user wrote; it has the cells of ``COLUMNS`` and ``type``.

    Raises:
        PatternError: the pattern is not of the template language.
    """
    return replace(_sense(row, path, line, _read_classes(folder / "classes.tsv", [])), trusted=True)


def _sense(row: Mapping[str, str], path: Path, line: int, classes: Mapping[str, str]) -> Sense:
    event_type = row["type"] if "type" in row else path.stem.upper()
    near = tuple(_bare(p) for p in row["not"].lower().split("|") if p.strip())
    shape = _shape(row["pos"], row["pattern"], classes)
    return Sense(
        pos=row["pos"],
        pattern=row["pattern"],
        event_type=event_type or None,
        mode=row["mode"] or None,
        cameo=row["cameo"] or None,
        contexts=tuple(c for c in row.get("contexts", "").split(";") if c),
        near_misses=near,
        example=row["example"],
        where=f"{path.name}:{line}",
        operator=row.get("operator") or None,
        needs=_needs(row["pos"], shape),
        slots=_slots(shape),
        **shape,  # type: ignore[arg-type]
    )


def _needs(pos: str, shape: Mapping[str, object]) -> tuple[frozenset[str], ...]:
    """The fixed words of a shape that may not be missing."""
    elements = [shape.get("subject"), *shape["objects"]]  # type: ignore[misc]
    out: list[frozenset[str]] = [shape["particles"]] if shape["particles"] else []  # type: ignore[list-item]
    for p in shape["prepositional"]:  # type: ignore[attr-defined]
        if not p.element.optional:
            elements.append(p.element)
            # English can do without some before a party: "gave Kyiv tanks", "the two held talks"
            if p.element.slot is None or ("between" if pos == "n" else "to") not in p.prepositions:
                out.append(p.prepositions)
    fixed = (e for e in elements if isinstance(e, Element) and e.words and not e.optional)
    out.extend(_one_of_each(e.words) for e in fixed)
    kind = shape["complement"]
    bare = kind == "to" and not _BARE_INFINITIVE.isdisjoint(shape["heads"])  # type: ignore[arg-type]
    if (
        isinstance(kind, str)
        and kind not in ("that", "bare")
        and not bare
        and not shape["complement_optional"]
    ):
        out.append(frozenset(kind.split("/")))
    return tuple(out)


def _slots(shape: Mapping[str, object]) -> frozenset[str]:
    """The slot letters of a shape."""
    elements = [shape.get("subject"), *shape["objects"], *(p.element for p in shape["prepositional"])]  # type: ignore[misc,attr-defined]
    return frozenset(e.slot for e in elements if isinstance(e, Element) and e.slot)


_BARE_INFINITIVE = frozenset({("let",), ("help",), ("make",)})
"""Verbs whose clause does without "to": "let them go"."""


def _one_of_each(phrases: Iterable[Phrase]) -> frozenset[str]:
    """The longest, hence likely the rarest, word of each phrase: where a phrase stands, it stands too."""
    return frozenset(max(phrase, key=len) for phrase in phrases)


def _entry(sense: Sense, lemmas: Set[str]) -> Entry:
    """A sense under a word that can have these lemmas."""
    heads = [h for h in sense.heads if head_word(h, sense.pos) in lemmas]
    phrases = tuple(h for h in heads if len(h) > 1)
    return Entry(sense, needs_at(sense, lemmas), len(phrases) < len(heads), phrases)


def needs_at(sense: Sense, lemmas: Set[str]) -> tuple[frozenset[str], ...]:
    """What the sentence must hold for a sense to be tried at a word that can have these lemmas."""
    rest = []
    for head in sense.heads:
        if head_word(head, sense.pos) in lemmas:
            others = [w for w in head if w not in lemmas]
            if not others:
                return sense.needs
            rest.append(tuple(others))
    return (*sense.needs, _one_of_each(rest))


def fits(needs: Iterable[frozenset[str]], words: Set[str]) -> bool:
    """False when a word that must be there stands nowhere among ``words`` (stems of a sentence)."""
    for need in needs:  # noqa: SIM110  (asked more often than anything else: all() takes twice as long)
        if need.isdisjoint(words):
            return False
    return True


def _bare(phrase: str) -> Phrase:
    """A near miss without articles, which matching passes over."""
    words = tuple(w for w in phrase.split() if w not in ("a", "an", "the"))
    return words or tuple(phrase.split())


# --- the template language -------------------------------------------------------------------

_ITEM = re.compile(r"\(|\)|[^\s()]+")


@dataclass(slots=True)
class _Item:
    text: str
    optional: bool

    @property
    def slot(self) -> str | None:
        bare = self.text.removesuffix("'s").partition(":")[0]
        return bare if bare in SLOTS else None

    @property
    def kind(self) -> str | None:
        kind = self.text.removesuffix("'s").partition(":")[2]
        if kind and kind not in KINDS:
            raise PatternError(f"unknown kind of filler {kind!r}; kinds are {', '.join(sorted(KINDS))}")
        return kind or None

    @property
    def possessive(self) -> bool:
        return self.text.endswith("'s")


def _shape(pos: str, pattern: str, classes: Mapping[str, str]) -> dict[str, object]:
    items = _items(pattern, classes)
    if pos == "v":
        return _verb_shape(items)
    if pos == "n":
        return _noun_shape(items)
    if pos == "a":
        return _adjective_shape(items)
    raise PatternError(f"part of speech {pos!r} is none of v, n, a")


def _items(pattern: str, classes: Mapping[str, str]) -> list[_Item]:
    pattern = re.sub(r"\{([^}]*)\}", lambda m: m.group(0).replace(" ", "_"), pattern)
    depth, items = 0, []
    for token in _ITEM.findall(pattern):
        if token == "(":
            depth += 1
        elif token == ")":
            depth -= 1
        else:
            items.append(_Item(_expand(token, classes), depth > 0))
    if depth != 0:
        raise PatternError(f"unbalanced brackets in {pattern!r}")
    if not items:
        raise PatternError("empty pattern")
    return items


def _expand(token: str, classes: Mapping[str, str]) -> str:
    def words(match: re.Match[str]) -> str:
        name = match.group(1)
        if name not in classes:
            raise PatternError(f"unknown class {{{name}}}")
        return classes[name].replace(" ", "_")

    return re.sub(r"\{([^}]*)\}", words, token)


def _phrases(text: str) -> frozenset[Phrase]:
    return frozenset(tuple(w.lower().replace("_", " ").split()) for w in text.split("/") if w)


def _element(item: _Item) -> Element:
    return (
        Element(item.slot, optional=item.optional, kind=item.kind)
        if item.slot
        else Element(None, _phrases(item.text), item.optional)
    )


def _verb_shape(items: list[_Item]) -> dict[str, object]:
    if len(items) < 2:
        raise PatternError("a verb pattern needs a subject and a verb")
    subject, at = _element(items[0]), 1
    if items[0].possessive:
        subject, at = Element(None, _phrases(items[1].text)), 2
    verb = items[at]
    if verb.slot:
        raise PatternError(f"a verb is expected after the subject, not the slot {verb.text}")
    if verb.text in ("be", "get") and len(items) > at + 1:
        shape = _tail(items[at + 2 :])
        objects = (subject, *shape["objects"])  # type: ignore[misc]
        heads = _phrases(items[at + 1].text)
        return {**shape, "heads": heads, "subject": Element("A"), "objects": objects, "passive_only": True}
    return {"heads": _phrases(verb.text), "subject": subject, **_tail(items[at + 1 :])}


def _adjective_shape(items: list[_Item]) -> dict[str, object]:
    if len(items) < 3 or items[1].text.split("/")[0] != "be":
        raise PatternError("an adjective pattern reads: A be ADJECTIVE [preposition R]")
    rest = items[2:]
    if rest[0].text in PREPOSITIONS and len(rest) > 1 and not rest[1].slot:
        # "be on strike": the noun is the head, the preposition must lead to it
        heads = _phrases(rest[1].text)
        lead = frozenset(rest[0].text.split("/"))
        return {"heads": heads, "subject": _element(items[0]), **_tail(rest[2:]), "particles": lead}
    return {"heads": _phrases(rest[0].text), "subject": _element(items[0]), **_tail(rest[1:])}


def _noun_shape(items: list[_Item]) -> dict[str, object]:
    subject, at = None, 0
    lead: frozenset[str] = frozenset()
    if _is_preposition(items[0]):  # "at A's request": the preposition must lead to the noun
        lead, at = frozenset(items[0].text.split("/")), 1
    if len(items) > at and (items[at].possessive or items[at].slot):
        subject, at = _element(items[at]), at + 1
    words: list[str] = []
    while (
        at < len(items) and not items[at].slot and not _is_preposition(items[at]) and items[at].text != "that"
    ):
        words.append(items[at].text)
        at += 1
    if not words:
        raise PatternError("a noun pattern needs its noun before the first preposition")
    heads = _phrases(words[-1])
    if len(words) > 1:
        before = " ".join(w.replace("_", " ") for w in words[:-1])
        heads = frozenset((*first.split(), *h) for h in heads for first in before.split("/"))
    tail = _tail(items[at:])
    return {"heads": heads, "subject": subject, **tail, "particles": lead or tail["particles"]}


def _is_preposition(item: _Item) -> bool:
    return set(item.text.split("/")) <= PREPOSITIONS


def _tail(items: list[_Item]) -> dict[str, object]:
    objects: list[Element] = []
    prepositional: list[Prepositional] = []
    particles: set[str] = set()
    optional_particles: set[str] = set()
    complement, complement_optional = None, False
    i = 0
    while i < len(items):
        item, following = items[i], items[i + 1] if i + 1 < len(items) else None
        if item.text in ("that", "to") and following and following.slot == "C":
            complement, complement_optional, i = item.text, item.optional, i + 2
        elif item.slot == "C":
            complement, complement_optional, i = "bare", item.optional, i + 1
        elif (
            item.optional and following and not following.optional and set(item.text.split("/")) <= PARTICLES
        ):
            optional_particles.update(item.text.split("/"))
            i += 1
        elif _is_preposition(item) and following and not _is_preposition(following):
            names = frozenset(item.text.split("/"))
            if following.slot == "C":
                complement, complement_optional = "/".join(sorted(names)), item.optional
            else:
                element = _element(following)
                if item.optional and not following.optional:
                    raise PatternError(f"({item.text}) may be missing before what may not: write two rows")
                prepositional.append(Prepositional(names, element))
            i += 2
        elif set(item.text.split("/")) <= PARTICLES | PREPOSITIONS:
            (optional_particles if item.optional else particles).update(item.text.split("/"))
            i += 1
        else:
            objects.append(_element(item))
            i += 1
    if len(objects) > 3:
        raise PatternError("more than three bare objects: is a preposition missing?")
    return {
        "objects": tuple(objects),
        "prepositional": tuple(prepositional),
        "particles": frozenset(particles),
        "optional_particles": frozenset(optional_particles),
        "complement": complement,
        "complement_optional": complement_optional,
    }
