"""A user's own ontology: one TOML file that says which codings are which of the user's types.

``docs/python.md`` describes the file.  Its types are laid over records after they were coded, so
two codebooks can be laid over one corpus.  Its triggers are rows for the lexicon and take part in
the coding itself; ``coding/own.py`` makes a coder with them.
"""

from __future__ import annotations

import dataclasses
import hashlib
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from dragoman import ontology
from dragoman.records import Entity, EventMention, Record

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_TOP = {"codebook", "actors", "type", "trigger"}
_HEAD = {"name", "version", "meaning", "others"}
_TYPE = {"name", "meaning", "score", "from", "words", "actors", "recipients", "status"}
_RULE = {"type", "mode", "context", "cameo"}
_WHO = {"country", "sector", "id"}
_TRIGGER = {"type", "pos", "pattern", "plover", "mode", "cameo", "not", "example"}
_ROW = re.compile(r"\s*\[\[\s*(type|trigger)\s*\]\]")


class CodebookError(ValueError):
    """A codebook that cannot be read; says the file and the place in it."""


@dataclass(frozen=True, slots=True)
class Crossing:
    """What a coding must be in PLOVER or CAMEO; all that is given must hold."""

    type: str | None = None
    mode: str | None = None
    context: str | None = None
    cameo: str | None = None
    """The beginning of a code."""

    def takes(self, m: EventMention) -> bool:
        """Whether the mention is one of these."""
        return (
            self.type in (None, m.event_type)
            and self.mode in (None, m.event_mode)
            and (self.context is None or self.context in m.contexts)
            and (self.cameo is None or (m.cameo or "").startswith(self.cameo))
        )


@dataclass(frozen=True, slots=True)
class Who:
    """Which actors are meant; all that is given must hold."""

    country: str | None = None
    sector: str | None = None
    id: str | None = None

    def takes(self, e: Entity) -> bool:
        """Whether the entity is one of these."""
        return (
            self.country in (None, e.country)
            and (self.sector is None or self.sector in e.sectors)
            and self.id in (None, e.actor_id)
        )


@dataclass(frozen=True, slots=True)
class OwnType:
    """One type of a codebook; a mention is of it where every part that is given holds."""

    name: str
    meaning: str
    crossings: tuple[Crossing, ...]
    """Any of them."""
    words: re.Pattern[str] | None
    """The sentence must hold any of them, as a whole word or phrase."""
    actors: tuple[Who, ...]
    recipients: tuple[Who, ...]
    statuses: tuple[str, ...]
    score: float | None

    def takes(self, m: EventMention) -> bool:
        """Whether the mention is of this type."""
        return (
            any(c.takes(m) for c in self.crossings)
            and (self.words is None or self.words.search(m.evidence.text) is not None)
            and self.suits(m)
        )

    def suits(self, m: EventMention) -> bool:
        """Whether status and parties are those of this type; a trigger of it needs no more."""
        return (
            (not self.statuses or m.status in self.statuses)
            and _among(self.actors, m.actors)
            and _among(self.recipients, m.recipients)
        )


@dataclass(frozen=True, slots=True)
class Trigger:
    """A row for the lexicon: an English template, and what it stands for."""

    type: str
    """The own type."""
    pos: str
    pattern: str
    plover: str
    """The PLOVER type that is coded; the own type is laid over it."""
    mode: str
    cameo: str
    not_: tuple[str, ...]
    """Phrases that rule it out."""
    example: str
    file: str
    line: int

    @property
    def where(self) -> str:
        """As it stands in the ``rule`` of a mention."""
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Codebook:
    """A user's own ontology."""

    name: str
    version: str
    types: tuple[OwnType, ...]
    actors: tuple[Who, ...]
    """Actors of interest: one of them must take part; none given means everybody."""
    keeps_others: bool
    digest: str
    triggers: tuple[Trigger, ...] = ()
    problems: tuple[str, ...] = ()
    """Rows that could not be used, with file and line; the others are."""
    path: Path | None = None

    def apply(self, record: Record) -> Record:
        """The record in the codebook's terms.

        A mention takes the name of the first type that it is of as ``event_type``; ``event_mode``
        is then the PLOVER type that it had, and its CAMEO code and quad class stay.  Mentions of
        no type go, or stay as they are where the codebook says ``others = "keep"``.
        """
        mentions = []
        for mention in record.event_mentions:
            found = self.find(mention)
            if found is not None:
                mentions.append(self._named(mention, found))
            elif self.keeps_others:
                mentions.append(mention)
        made = f"{record.coder.ontology}+{self.name}-{self.version}@{self.digest}"
        coder = dataclasses.replace(record.coder, ontology=made)
        return dataclasses.replace(record, event_mentions=tuple(mentions), coder=coder)

    def find(self, mention: EventMention) -> OwnType | None:
        """The first type that the mention is of."""
        if not _among(self.actors, (*mention.actors, *mention.recipients)):
            return None
        triggered = {t.type for t in self.triggers if t.where == mention.rule}
        if triggered:
            return next((own for own in self.types if own.name in triggered and own.suits(mention)), None)
        return next((own for own in self.types if own.takes(mention)), None)

    def _named(self, m: EventMention, own: OwnType) -> EventMention:
        score = m.plover_score if own.score is None else own.score
        return dataclasses.replace(m, event_type=own.name, event_mode=m.event_type, plover_score=score)


def read_codebook(path: Path | str) -> Codebook:
    """Read a codebook.

    A row that cannot be used is left out and stands in ``problems``.

    Raises:
        CodebookError: the file cannot be read, or no type in it can be used.
    """
    path = Path(path)
    try:
        content = path.read_bytes()
        found = tomllib.loads(content.decode("utf-8"))
    except OSError as error:
        raise CodebookError(f"{path}: cannot be read ({error.strerror}); check the path") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CodebookError(f"{path}: is not TOML in UTF-8: {error}") from error
    return _Reading(path, content.decode("utf-8")).codebook(found, hashlib.sha256(content).hexdigest()[:12])


class _Reading:
    """Reads one file; every error names it and the place."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.problems: list[str] = []
        self.lines: dict[str, list[int]] = {"type": [], "trigger": []}
        for number, line in enumerate(text.splitlines(), 1):
            if found := _ROW.match(line):
                self.lines[found[1]].append(number)

    def codebook(self, found: Mapping[str, Any], digest: str) -> Codebook:
        self._known(found, _TOP, "the file")
        head = self._table(found.get("codebook"), "[codebook]")
        self._known(head, _HEAD, "[codebook]")
        others = head.get("others", "drop")
        if others not in ("drop", "keep"):
            self._fail("[codebook]", f'others is "drop" or "keep", not {others!r}')
        rows = found.get("type")
        if not isinstance(rows, list) or not rows:
            self._fail("the file", "there is no [[type]]")
        wanted = found.get("trigger", [])
        if not isinstance(wanted, list):
            self._fail("the file", "a trigger is a row of its own, [[trigger]]")
        triggered = {str(row["type"]) for row in wanted if isinstance(row, dict) and "type" in row}
        interest = self._table(found.get("actors", {}), "[actors]")
        self._known(interest, {"of_interest"}, "[actors]")
        types: list[OwnType] = []
        for n, row in enumerate(rows):
            with self._row("type", n):
                types.append(self._type(row, n + 1, {own.name for own in types}, triggered))
        if not types:
            raise CodebookError("\n".join(self.problems))
        triggers: list[Trigger] = []
        for n, row in enumerate(wanted):
            with self._row("trigger", n):
                triggers.append(self._trigger(row, n, {own.name for own in types}))
        return Codebook(
            self._name(head, "[codebook]"),
            str(head.get("version", "1")),
            tuple(types),
            self._whos(interest.get("of_interest", []), "[actors]"),
            others == "keep",
            digest,
            tuple(triggers),
            tuple(self.problems),
            self.path,
        )

    @contextmanager
    def _row(self, kind: str, n: int) -> Iterator[None]:
        """A row that cannot be used is told with its line, and the next one is read."""
        try:
            yield
        except CodebookError as error:
            reason = str(error).removeprefix(f"{self.path}: ")
            self.problems.append(f"{self.path}:{self._line(kind, n)}: {reason}")

    def _line(self, kind: str, n: int) -> int:
        """The line of the n-th row, from 0; 0 where the rows are not written as [[type]]."""
        return self.lines[kind][n] if n < len(self.lines[kind]) else 0

    def _trigger(self, row: Any, n: int, types: set[str]) -> Trigger:
        where = f"[[trigger]] {n + 1}"
        row = self._table(row, where)
        self._known(row, _TRIGGER, where)
        for key in ("type", "pattern", "plover", "example"):
            if not isinstance(row.get(key), str) or not row[key].strip():
                self._fail(where, f"{key} is missing; a trigger has type, pattern, plover and example")
        self._is(where, "type of this codebook", row["type"], types)
        self._is(where, "event type", row["plover"], ontology.types())
        self._is(where, "pos", str(row.get("pos", "v")), ("v", "n", "a"))
        mode = str(row.get("mode", ""))
        if mode and (row["plover"], mode) not in ontology.modes():
            self._fail(where, f"{row['plover']} has no mode {mode!r}")
        cameo = str(row.get("cameo") or ontology.default_cameo(row["plover"]))
        self._is(where, "CAMEO code", cameo, ontology.cameo())
        return Trigger(
            row["type"],
            str(row.get("pos", "v")),
            row["pattern"],
            row["plover"],
            mode,
            cameo,
            tuple(str(p) for p in self._list(row.get("not", []), where, "not")),
            row["example"],
            self.path.name,
            self._line("trigger", n),
        )

    def _type(self, row: Any, n: int, taken: set[str], triggered: set[str]) -> OwnType:
        row = self._table(row, f"[[type]] {n}")
        name = self._name(row, f"[[type]] {n}")
        where = f"type {name}"
        self._known(row, _TYPE, where)
        if name in ontology.types():
            self._fail(where, "that is a PLOVER type; give yours another name")
        if name in taken:
            self._fail(where, "the name stands twice")
        rules = [self._crossing(rule, where) for rule in self._list(row.get("from", []), where, "from")]
        if not rules and name not in triggered:
            self._fail(
                where, 'say what it is made from, such as from = [{ type = "ASSAULT" }], or add a [[trigger]]'
            )
        words = [str(word) for word in self._list(row.get("words", []), where, "words")]
        statuses = tuple(map(str, self._list(row.get("status", []), where, "status")))
        for status in statuses:
            self._is(where, "status", status, ontology.statuses())
        score = row.get("score")
        if score is not None and (isinstance(score, bool) or not isinstance(score, int | float)):
            self._fail(where, f"score is a number, not {score!r}")
        return OwnType(
            name,
            str(row.get("meaning", "")),
            tuple(rules),
            re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)
            if words
            else None,
            self._whos(row.get("actors", []), where),
            self._whos(row.get("recipients", []), where),
            statuses,
            None if score is None else float(score),
        )

    def _crossing(self, rule: Any, where: str) -> Crossing:
        rule = self._table(rule, where)
        self._known(rule, _RULE, where)
        if not rule:
            self._fail(where, "an empty rule in from would take everything")
        cells = {key: str(value) for key, value in rule.items()}
        if "type" in cells:
            self._is(where, "event type", cells["type"], ontology.types())
        if "mode" in cells:
            self._is(where, "event mode", cells["mode"], {mode for _, mode in ontology.modes()})
        if "context" in cells:
            self._is(where, "context", cells["context"], ontology.contexts())
        if "cameo" in cells and not any(code.startswith(cells["cameo"]) for code in ontology.cameo()):
            self._fail(where, f"no CAMEO code begins with {cells['cameo']!r}")
        return Crossing(**cells)

    def _whos(self, rows: Any, where: str) -> tuple[Who, ...]:
        out = []
        for row in self._list(rows, where, "actors"):
            row = self._table(row, where)
            self._known(row, _WHO, where)
            if not row:
                self._fail(where, "an empty actor would be everybody")
            if "sector" in row:
                self._is(where, "sector", str(row["sector"]), ontology.sectors())
            out.append(Who(**{key: str(value) for key, value in row.items()}))
        return tuple(out)

    def _name(self, row: Mapping[str, Any], where: str) -> str:
        name = row.get("name")
        if not isinstance(name, str) or not _NAME.fullmatch(name):
            self._fail(where, f"name is a word of letters, digits, - and _, not {name!r}")
        return name

    def _table(self, value: Any, where: str) -> Mapping[str, Any]:
        if not isinstance(value, dict):
            self._fail(where, "is missing, or is no table")
        found: Mapping[str, Any] = value
        return found

    def _list(self, value: Any, where: str, key: str) -> list[Any]:
        if not isinstance(value, list):
            self._fail(where, f"{key} is a list, in [ ]")
        found: list[Any] = value
        return found

    def _known(self, row: Mapping[str, Any], known: Iterable[str], where: str) -> None:
        for key in row:
            self._is(where, "key", key, known)

    def _is(self, where: str, what: str, value: str, known: Iterable[str]) -> None:
        if value not in set(known):
            self._fail(where, f"there is no {what} {value!r}; there are {', '.join(sorted(known))}")

    def _fail(self, where: str, reason: str) -> NoReturn:
        raise CodebookError(f"{self.path}: {where}: {reason}")


def _among(wanted: tuple[Who, ...], entities: Iterable[Entity]) -> bool:
    """True where nobody is wanted, or one of them is there."""
    return not wanted or any(who.takes(entity) for entity in entities for who in wanted)
