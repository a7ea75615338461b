"""Which country a stretch of a report is about, for people who are named by their role only.

Every country, demonym, person of a country and known town that the report names is a
sighting.  Those near to the words in question weigh most, places more than adjectives
("Russian jets hit the town": the residents are the town's), the dateline and the headline
a little everywhere.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dragoman.records import Field

if TYPE_CHECKING:
    from dragoman.knowledge import Knowledge

_REACH = 350.0
"""Characters after which a sighting weighs half."""
_DATELINE = 0.9
_TITLE = 0.8
_ANYWHERE = 0.12
"""What a sighting weighs wherever it stands: the country that the whole report keeps naming."""
_SCENE = re.compile(r"\b(?:in|near|at|outside|around|across) (?:the )?(?:[a-z]+ )?(?:of )?$")
"""What stands before a place where something happened."""
_AT_HOME = re.compile(
    r"[A-Z][\w-]+(?:['’]s)? (?:[a-z]+ )?"
    r"(?:police|authorities|court|opposition|protesters|demonstrators|rebels|"
    r"gunmen|militants|insurgents|prosecutors|parliament|lawmakers|security forces|troops|soldiers|activists|"
    r"villagers|voters|government forces)\b"
)
"""Those who act at home, behind the adjective of their country."""
_SURE = 0.8
"""Weight of a sighting by a name that means one country only."""
_LEAD = 1.25
"""How far the first country must be ahead of the second; else none is given."""
SEATS = frozenset(
    {"brussels", "geneva", "vienna", "strasbourg", "luxembourg", "the hague", "new york", "addis ababa"}
)
"""Seats of international bodies: to name one tells little of its country."""
NEWSROOMS = frozenset(
    "brussels geneva vienna luxembourg strasbourg washington paris london berlin cairo doha dubai beirut "
    "amman nairobi johannesburg dakar addis beijing moscow tokyo bangkok singapore jerusalem "
    "leidschendam arusha".split()
) | frozenset({"new york", "the hague", "united nations", "addis ababa", "hong kong"})
"""Where news of other countries is written, so that the dateline tells little."""


_FORCES = (
    r"(?:troops|soldiers|marines|paratroopers|forces|commandos|contingents?|jets|warplanes|army|military)"
)
_SENT = re.compile(
    rf"\b([A-Z][\w.]*\w\.?) (?:(?:peacekeepers|peacekeeping|blue helmets)|(?:[a-z]+ )?{_FORCES} "
    r"(?:(?:stationed|based|serving|deployed|fighting) )?(?:in|inside|to) "
    r"(?:(?:north|south|east|west)\w* |neighbou?ring |the )?([A-Z][\w-]+(?: [A-Z][\w-]+)?))\b"
)
"""Soldiers in another land than their own: "French troops in Chad", "Dutch peacekeepers"."""
_OF_FORCES = re.compile(
    rf"[\s-]+(?:[a-z]+ )?(?:{_FORCES}|soldier|marine|peacekeepers?|commanders?|officers?|generals?|"
    r"(?:Maj|Lt|Col|Gen|Sgt|Capt|Major|Lieutenant|Colonel|General|Sergeant|Captain)\b\.?)"
)
_NEAR = 40
"""Characters behind a name that are read."""
_AS_GUESTS = 0.3
"""What the adjective of such soldiers weighs of another: it tells little of where a report is at home."""


def forces_abroad(knowledge: Knowledge, text: str) -> frozenset[str]:
    """States whose soldiers a text tells to be abroad: "French troops in Chad", "Dutch peacekeepers"."""
    found: set[str] = set()
    for m in _SENT.finditer(text):
        own = knowledge.nationality(m[1])[:1]
        lands = set(knowledge.nationality(m[2])) if m[2] else set()
        lands |= {p.country for p in knowledge.places(m[2])[:1] if p.country} if m[2] and not lands else set()
        found |= {c for c in own if not m[2] or (lands and c not in lands)}
    return frozenset(found)


def weight_of(name: str, kind: str, *, adjective: bool, guests: bool, behind: str) -> float:
    """How much the name of a country, or of one of its people or bodies, tells of where a report is at home.

    ``guests``: its soldiers are told to be in another land; ``behind`` is the text after the name.
    """
    weight = 0.6 if adjective or kind != "country" else 1.0
    weight *= 0.4 if name.lower() in SEATS else 1.0
    called, _, body = name.partition(" ") if kind == "org" else (name if kind == "country" else "", "", "")
    sent = guests and bool(called) and _OF_FORCES.match(f" {body}" if body else behind[:_NEAR])
    return weight * (_AS_GUESTS if sent else 1.0)


@dataclass(frozen=True, slots=True)
class Sighting:
    """A country that some words of the report point to."""

    country: str
    start: int
    field: Field
    weight: float


@dataclass(slots=True)
class Focus:
    """All sightings of one report."""

    sightings: list[Sighting] = field(default_factory=list)
    dateline: tuple[str, str] | None = None
    """Name and country of the place that the report was written in."""
    of_elsewhere: bool = False
    """The report is of another country than that in which it was written."""
    regions: set[tuple[str, str]] = field(default_factory=set)
    """(country, first-level region) of the towns and regions named that bear their names alone."""
    scenes: list[tuple[str, int, int, Field]] = field(default_factory=list)
    """Countries that a paragraph says it turns to ("In Iraq, gunmen …"), with where that begins and ends."""

    doubtful: list[tuple[str, int, Field]] = field(default_factory=list)
    """Sightings by a town's name that is a surname too."""

    def without_doubtful(self, named: set[str]) -> None:
        """Make less of towns with the names of people in countries that the report does not name at all.

        "The town of Solano" in a report on Colombia is not the one in the Philippines.
        """
        unsure = {found for found in self.doubtful if found[0] not in named}
        self.sightings = [
            replace(s, weight=0.5) if (s.country, s.start, s.field) in unsure else s for s in self.sightings
        ]

    def add(self, country: str | None, start: int, fld: Field, weight: float) -> None:
        """Log a sighting; codes that are no country's ("IGO", "UNO") are left out by the caller."""
        if country and len(country) == 3:
            self.sightings.append(Sighting(country, start, fld, weight))

    def write_in(self, town: str, country: str, end: int, text: str) -> None:
        """Note the dateline, which ends at ``end``: no sighting where news of anywhere are written."""
        self.dateline = (town, country)
        self.of_elsewhere = self._is_of_elsewhere(country, end, text)
        if self.far:
            self.sightings = [s for s in self.sightings if s.field != "text" or s.start >= end]

    @property
    def far(self) -> bool:
        """True where the dateline tells little of where the report is at home."""
        return self.of_elsewhere or (self.dateline is not None and self.dateline[0].lower() in NEWSROOMS)

    def _is_of_elsewhere(self, country: str, end: int, text: str) -> bool:
        """ "KIEV - Belarussian police held 20 people in Minsk": the report names Ukraine nowhere else."""
        later = [s for s in self.sightings if s.field == "title" or s.start >= end]
        scenes = {
            s.country
            for s in later
            if s.field == "text"
            and s.weight >= _SURE
            and _SCENE.search(text[max(0, s.start - _NEAR) : s.start])
        }
        at_home = {s.country for s in later if _AT_HOME.match(text[s.start : s.start + _NEAR])}
        often = Counter(s.country for s in later)
        return not often[country] and any(often[c] > 1 for c in scenes & at_home)

    def countries(self) -> set[str]:
        """Countries that a name in the report points to for sure, be it of a country or a town."""
        return {s.country for s in self.sightings if s.weight >= _SURE}

    def written_in(self) -> str | None:
        """The country of the dateline, unless news of anywhere are written there."""
        if self.dateline is None or self.far:
            return None
        return self.dateline[1]

    def at(
        self, start: int, fld: Field, but: frozenset[str] = frozenset(), *, scenes: bool = True
    ) -> str | None:
        """The country that the report is about around a character, or None where it is not clear.

        ``but`` are countries that cannot be meant; without ``scenes`` it does not matter where a
        paragraph says that it turns to.
        """
        here = scenes and [
            c for c, a, b, where in self.scenes if where == fld and a <= start < b and c not in but
        ]
        if here:
            return here[-1]
        score: dict[str, float] = defaultdict(float)
        for s in self.sightings:
            if s.field == "text" and fld == "title":
                score[s.country] += s.weight / (1 + s.start / _REACH)
            elif s.field == "title" and fld == "text":
                score[s.country] += _TITLE * s.weight
            elif s.field == fld:
                gap = abs(start - s.start)
                late = 0.7 if s.start > start else 1.0
                score[s.country] += s.weight * (late / (1 + gap / _REACH) + _ANYWHERE)
        if self.dateline:
            score[self.dateline[1]] += _DATELINE * (0.3 if self.far else 1.0)
        possible = [item for item in score.items() if item[0] not in but]
        ranked = sorted(possible, key=lambda item: (-item[1], item[0]))[:2]
        if not ranked:
            return None
        if len(ranked) == 2 and ranked[0][1] < _LEAD * ranked[1][1]:
            return None
        return ranked[0][0]
