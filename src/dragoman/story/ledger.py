"""Event mentions → steps of agreements → agreements: pure functions.

A sentence says what became of an agreement where a row of ``steps.tsv`` matches it around
the words that the mention was coded from.  Steps that belong to one agreement are held
together as tellings of one event are: the clearest step (a signing, else the next best)
is the centre, and every other is held against the centres.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from dragoman.records import stable_id
from dragoman.story.events import entity_cells, united
from dragoman.story.settings import rows
from dragoman.story.tellings import Key, Party, Telling

STEPS = ("signed", "ratified", "in force", "announced", "suspended", "withdrawn", "denied")
"""From the one that says most about which agreement it is to the one that says least."""
_COURSE = ("denied", "announced", "signed", "ratified", "in force", "suspended", "withdrawn")
"""In the order in which they come about, should they bear one date."""
OTHER = "cooperation"
"""The kind of an agreement where no word says it."""
_NOUN = (
    r"(?:agreements?|accords?|pacts?|deals?|treat(?:y|ies)|memorand(?:um|a)(?: of understanding)?|MoUs?|"
    r"cease-?fires?|truces?|armistices?|conventions?|protocols?|charters?|concordats?|"
    r"settlements?|communiqu[eé]s?|framework documents?|cooperation documents?)"
)
_GAP = r"(?:[\w'’\"“”-]+ ){0,8}?(?:[\"“'‘])?"
"""Words between a verb and its noun; a comma begins another clause."""
_DAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d|January|February|March|April|May|June|July|August|"
    r"Sept|Oct|Nov|Dec)"
)
_SUBJECT = re.compile(
    rf"((?:[\w'’-]+ ){{0,5}})((?:{_NOUN} )*{_NOUN})\b"
    rf"((?: (?:on|for|to|about|of|under|over|against)(?! {_DAY})(?: [\w'’-]+){{1,5}})?)",
    re.IGNORECASE,
)
_BEFORE_SUBJECT = re.compile(
    r"(?:^|.*\b)(?:a|an|the|of|by|to|their|its|his|her|two|three|several|new|into|from|with|on|and the|that|"
    r"this|sign\w*|agree\w*|reach\w*|announc\w+|ratif\w+|approv\w+|suspend\w*|both|first|under|in|for|has|have|had|"
    r"was|were)\b ?",
    re.IGNORECASE,
)
_STOP = frozenset("with from that this their have been will would which after under between about".split())


@dataclass(frozen=True, slots=True)
class Step:
    """One mention that says what became of an agreement."""

    event_id: str
    key: Key
    step: str
    kind: str
    subject: str
    date: dt.date | None
    parties: tuple[str, ...]
    """Keys of those of the event, since one report may name whom another leaves out."""


@dataclass(frozen=True, slots=True)
class Detail:
    """What is shown of a step."""

    mention_id: str
    sentence: str
    according_to: str | None


@dataclass(frozen=True, slots=True)
class Scene:
    """Who takes part in the event of a step, and where it was."""

    parties: tuple[Party, ...] = ()
    place_name: str | None = None
    place_country: str | None = None


def party_key(p: Party) -> str:
    """What tells one party of an agreement from another: a state's minister signs for the state."""
    return p.state or p.actor_id or p.name.casefold()


# --- reading a sentence -------------------------------------------------------------------------


@cache
def _patterns() -> tuple[tuple[str, frozenset[str], re.Pattern[str]], ...]:
    out = []
    for r in rows("steps.tsv"):
        text = r["pattern"].replace("{G}", _GAP).replace("{N}", _NOUN)
        out.append((r["step"], frozenset(r["types"].split()), re.compile(rf"\b{text}\b", re.IGNORECASE)))
    return tuple(out)


@cache
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (r["kind"], re.compile(rf"\b(?:{'|'.join(r['words'].split(' | '))})\b", re.IGNORECASE))
        for r in rows("kinds.tsv")
    )


TYPES = frozenset(t for r in rows("steps.tsv") for t in r["types"].split())
"""Types of the mentions that can be steps."""


def step_of(t: Telling) -> tuple[str, str, str] | None:
    """(step, kind, subject) where the telling says what became of an agreement."""
    if (
        t.event_type not in TYPES
        or t.status == "hypothetical"
        or not re.search(_NOUN, t.sentence, re.IGNORECASE)
    ):
        return None
    trigger = t.where[2]
    for step, types, pattern in _patterns():
        if t.event_type not in types:
            continue
        for found in pattern.finditer(t.sentence):
            if found.start() - 1 <= trigger < found.end():
                nouns = list(re.finditer(_NOUN, found.group(), re.IGNORECASE))
                noun = nouns[-1] if found.group().endswith(nouns[-1].group()) else nouns[0]
                at = found.start() + noun.start()
                return (
                    _as_told(step, t.status),
                    _kind(t.sentence, at, at + len(noun.group())),
                    _subject(t.sentence, at),
                )
    return None


def _as_told(step: str, status: str) -> str:
    if status in ("denied", "negated"):
        return "denied"
    return "announced" if status == "future" else step


def _kind(sentence: str, start: int, end: int) -> str:
    """The kind whose word stands nearest to the noun, within fifty characters before or forty after."""
    best: tuple[int, int, str] | None = None
    for n, (kind, pattern) in enumerate(_kinds()):
        for m in pattern.finditer(sentence, max(0, start - 50), min(len(sentence), end + 40)):
            far = (
                0
                if m.end() > start and m.start() < end
                else start - m.end()
                if m.end() <= start
                else m.start() - end + 6
            )
            if best is None or (far, n) < best[:2]:
                best = (far, n, kind)
    return best[2] if best else OTHER


def _subject(sentence: str, start: int) -> str:
    for m in _SUBJECT.finditer(sentence):
        if m.start(2) <= start < m.end(2):
            before = _BEFORE_SUBJECT.sub("", m.group(1))
            return re.sub(r"\s+", " ", f"{before}{m.group(2)}{m.group(3)}").strip(" \"“”'").lower()
    return ""


def steps_of(event_id: str, told: Iterable[Telling], date: dt.date | None) -> list[Step]:
    """The steps that the tellings of one event report; ``date`` is the event's."""
    told = list(told)
    found = [(t, s) for t in told if (s := step_of(t)) is not None]
    if not found:
        return []
    parties = tuple(sorted({party_key(p) for p, _ in united([t.parties for t in told])}))
    return [
        Step(event_id, t.key, *said, t.told[0] if t.basis == "day" else date, parties) for t, said in found
    ]


# --- steps → agreements -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Unit:
    """All mentions of one step of one event, with what it is compared by."""

    event_id: str
    step: str
    steps: tuple[Step, ...]
    keys: frozenset[str]
    """Its parties."""
    kind: str
    """The kind that most of its mentions show."""
    date: dt.date | None
    """The day that most of its mentions give."""
    words: frozenset[str]
    """The words of its subject."""
    rank: tuple[Any, ...]
    """Which comes first: the clearest step, with the most parties, the earliest."""

    @property
    def name(self) -> tuple[str, str]:
        """What tells it from other units."""
        return (self.event_id, self.step)


def units(steps: Iterable[Step]) -> list[Unit]:
    """Steps by event and step, in the order of their ranks."""
    together: dict[tuple[str, str], list[Step]] = {}
    for s in steps:
        together.setdefault((s.event_id, s.step), []).append(s)
    return sorted((_unit(*name, found) for name, found in together.items()), key=lambda u: u.rank)


def _unit(event_id: str, step: str, found: list[Step]) -> Unit:
    steps = tuple(sorted(found, key=lambda s: s.key))
    days = Counter(s.date for s in steps if s.date)
    date = min(days, key=lambda day: (-days[day], day)) if days else None
    keys = frozenset(steps[0].parties)
    words = frozenset(w for s in steps for w in re.findall(r"\w{4,}", s.subject)) - _STOP
    rank = (STEPS.index(step), -len(keys), date or dt.date.max, event_id)
    return Unit(event_id, step, steps, keys, _commonest_kind(s.kind for s in steps), date, words, rank)


def alike(a: Unit, b: Unit) -> float | None:
    """How likely two units are steps of one agreement, None where they cannot be; symmetric."""
    if not _kinds_fit(a.kind, b.kind):
        return None
    shared = a.keys & b.keys
    if len(shared) < min(2, len(a.keys), len(b.keys)) or not shared:
        return None
    near = _nearness(a, b)
    if near is None:
        return None
    parties = len(shared) / len(a.keys | b.keys)
    words = len(a.words & b.words) / max(1, min(len(a.words), len(b.words)))
    return parties + near + 0.5 * words + (0.5 if a.kind == b.kind else 0.0)


def _kinds_fit(a: str, b: str) -> bool:
    return (
        a == b
        or OTHER in (a, b)
        or {a, b} in ({"ceasefire", "peace"}, {"nuclear", "energy"}, {"trade", "investment"})
    )


_SPAN = {
    "announced": (120, 30), "signed": (3, 3), "ratified": (3, 1500), "in force": (3, 1500),
    "suspended": (0, 7300), "withdrawn": (0, 7300), "denied": (60, 60),
}  # fmt: skip
"""Days before and after the clearer step in which the other one may lie."""
_SPAN_OF_TRUCES = {"announced": (14, 3), "signed": (3, 3), "ratified": (3, 60), "in force": (3, 45),
                   "suspended": (0, 365), "withdrawn": (0, 365), "denied": (7, 30)}  # fmt: skip


def _nearness(a: Unit, b: Unit) -> float | None:
    """Up to 0.5 the nearer in time; None where the steps lie too far apart for one agreement."""
    clear, other = (a, b) if a.rank < b.rank else (b, a)
    if clear.date is None or other.date is None:
        return 0.0
    days = (other.date - clear.date).days
    spans = _SPAN_OF_TRUCES if "ceasefire" in (a.kind, b.kind) else _SPAN
    before, after = spans[other.step]
    if clear.step not in ("signed", "announced"):  # what came before a late step may be years back
        before = max(before, spans[clear.step][1])
    if clear.step == other.step and clear.step != "signed":
        before = after = 30
    if not -before <= days <= after:
        return None
    return 0.5 / (1 + abs(days) / 60)


def agreements(found: Sequence[Unit]) -> list[list[Unit]]:
    """Units that belong to one agreement, each list headed by its centre; ``found`` in order of rank."""
    near = Index()
    out: dict[tuple[str, str], list[Unit]] = {}
    loose: list[Unit] = []
    for u in found:
        if any(alike(u, c) is not None for c in near.sharing(u)):
            loose.append(u)
        else:
            near.add(u)
            out[u.name] = [u]
    for u in loose:
        fitting = [(-like, c.rank, c) for c in near.sharing(u) if (like := alike(u, c)) is not None]
        out[min(fitting, key=lambda one: one[:2])[2].name].append(u)
    return list(out.values())


class Index:
    """Units by their parties."""

    def __init__(self, found: Iterable[Unit] = ()) -> None:
        self._by_key: dict[str, dict[tuple[str, str], Unit]] = {}
        for u in found:
            self.add(u)

    def add(self, u: Unit) -> None:
        """Put a unit under each of its parties."""
        for key in u.keys:
            self._by_key.setdefault(key, {})[u.name] = u

    def sharing(self, u: Unit) -> list[Unit]:
        """The units that share a party with ``u``, each once."""
        out: dict[tuple[str, str], Unit] = {}
        for key in u.keys:
            out |= self._by_key.get(key, {})
        return list(out.values())


def _commonest_kind(kinds: Iterable[str]) -> str:
    """The kind that most show; of several the one higher up in ``kinds.tsv``."""
    found = Counter(k for k in kinds if k != OTHER)
    order = [name for name, _ in _kinds()]
    return min(found, key=lambda k: (-found[k], order.index(k))) if found else OTHER


def ledger_rows(
    members: Sequence[Unit], details: Mapping[Key, Detail], scenes: Mapping[str, Scene]
) -> dict[str, list[dict[str, Any]]]:
    """The rows of one agreement in ``agreements``, ``agreement_parties`` and ``agreement_steps``.

    Args:
        members: its units, the centre first.
        details: what is shown of each step, by mention.
        scenes: parties and place of each event.
    """
    members = sorted(members, key=lambda u: u.rank)
    steps = sorted((s for u in members for s in u.steps), key=_when)
    first = min(members, key=lambda u: (u.date or dt.date.max, _COURSE.index(u.step), u.event_id))
    key = stable_id("agreement", first.event_id, first.step)
    events = list(dict.fromkeys(u.event_id for u in members))
    return {
        "agreements": [_agreement(key, members, steps, [scenes[e] for e in events])],
        "agreement_parties": [
            {"agreement_id": key, "position": n, **entity_cells(p)}
            for n, p in enumerate(signatories(scenes[e].parties for e in events))
        ],
        "agreement_steps": [
            {
                "agreement_id": key,
                "step": s.step,
                "date": s.date,
                "event_id": s.event_id,
                "mention_id": details[s.key].mention_id,
                "document_id": s.key[0],
                "mention": s.key[1],
                "sentence": details[s.key].sentence,
                "according_to": details[s.key].according_to,
            }
            for s in steps
        ],
    }


def _agreement(
    key: str, members: Sequence[Unit], steps: Sequence[Step], scenes: Sequence[Scene]
) -> dict[str, Any]:
    place = next((s for s in scenes if s.place_name), Scene())
    subjects = Counter(s.subject for u in members for s in u.steps if s.subject)
    row: dict[str, Any] = {
        "id": key,
        "kind": _commonest_kind(s.kind for s in steps),
        "subject": min(subjects, key=lambda x: (-len(x), x), default=None),
        "status": status_of(s.step for s in steps),
        "place_name": place.place_name,
        "place_country": place.place_country,
        "n_mentions": len({s.key for s in steps}),
    }
    for step in ("announced", "signed", "in force"):
        days = [u.date for u in members if u.step == step and u.date]
        row[step.replace(" ", "_")] = min(days, default=None)
    return row


def signatories(sides: Iterable[Sequence[Party]]) -> list[Party]:
    """One party a state, body or name, most often named first: the state where it is named itself."""
    found = Counter(p for side in sides for p in side)
    best: dict[str, Party] = {}
    total: Counter[str] = Counter()
    for p, n in sorted(found.items(), key=lambda item: (_personal(item[0]), -item[1], item[0].name)):
        best.setdefault(party_key(p), p)
        total[party_key(p)] += n
    return [best[key] for key in sorted(best, key=lambda key: (-total[key], key))]


def _personal(p: Party) -> int:
    return 0 if (p.actor_id or "").startswith("country:") else 1 if p.actor_id else 2


def status_of(steps: Iterable[str]) -> str:
    """Where an agreement stands after steps in the order of their days.

    What is announced late was signed before all the same; a setback holds until a later
    step forward; a denial counts where nothing else is known.
    """
    stands = "denied"
    for step in steps:
        if step in ("suspended", "withdrawn") or stands == "denied":
            stands = step
        elif stands in ("suspended", "withdrawn"):
            stands = step if step not in ("denied", "announced") else stands
        elif step != "denied" and _COURSE.index(step) > _COURSE.index(stands):
            stands = step
    return stands


def _when(s: Step) -> tuple[Any, ...]:
    return (s.date or dt.date.min, _COURSE.index(s.step), s.key)
