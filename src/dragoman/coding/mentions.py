"""What is known of one phrase: a mention of somebody, and who or what fills a slot."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Literal

from dragoman.knowledge import Candidate
from dragoman.records import Entity, Field, Span

Nature = Literal["actor", "place", "thing", "instrument", "hazard", "unknown"]
VEHICLES = frozenset(
    "boat dinghy ship vessel ferry bus minibus train van truck lorry car plane aircraft helicopter convoy "
    "raft airliner jet coach flotilla vehicle motorcade ambulance trawler tram lorry jeep tanker barge "
    "freighter yacht canoe".split()
)
"""What carries people: who is hit is in it, and it pays no visits."""


_COUNT = re.compile(
    r"\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|dozens of|hundreds of|"
    r"thousands of|several|many|some|both|few) (?:[a-z]+ )?$",
    re.IGNORECASE,
)


_ONE = re.compile(r"\b(?:an?|another) (?:[a-z-]+ )?$", re.IGNORECASE)


_OTHERS = re.compile(r"(?:,|,? and) (?:an?|one|two|three|four|five|six|\d+) ")


def some_of_a_nation(entity: Entity, how: str, before: str, behind: str) -> tuple[Entity, bool]:
    """ "three Pakistanis", "a young Swede": people, no government; and whether "they" may be they alone.

    Of "four Syrians and a Tunisian" none are.
    """
    if not how.startswith("demonym"):
        return entity, False
    counted = _COUNT.search(before[-30:]) is not None
    several = counted and not _OTHERS.match(behind[:16])
    people = counted or _ONE.search(before[-24:]) is not None
    return (replace(entity, sectors=("CVL",)) if people else entity), several


@dataclass(slots=True)
class Mention:
    """One place of the document that names or describes somebody."""

    start: int
    end: int
    field: Field
    entity: Entity
    kind: str
    plural: bool = False
    subject: bool = False
    adjective: bool = False
    aside: bool = False
    """The subject of a subordinate clause ("as rebels advanced"), of which less is spoken."""
    teller: bool = False
    """Whoever tells what others do: "Blair" in "Blair said Bush had agreed"."""


@dataclass(frozen=True, slots=True)
class Filler:
    """Who or what a phrase is: its entity and whether that can act."""

    entity: Entity
    nature: Nature
    kind: str
    head: int
    plural: bool = False

    @property
    def acts(self) -> bool:
        """True for states, bodies, persons and groups."""
        return self.nature == "actor"


QUOTE = re.compile(r"[\"“”″]")
_OWN = re.compile(r"['’]s$")


def entity_of(c: Candidate, text: str, span: Span | None, others: tuple[Candidate, ...] = ()) -> Entity:
    """The entity that a knowledge candidate makes of a phrase."""
    described = c.kind in ("role", "office") or not c.name
    name = QUOTE.sub("", _OWN.sub("", text.strip("\"“”' "))) if described else c.name
    rest = tuple(o.actor_id for o in others if o.actor_id and o.actor_id != c.actor_id)[:5]
    sectors = c.sectors or (("GOV",) if c.kind == "country" else ())
    return Entity(
        name, c.actor_id or None, c.country, sectors, c.office, span, c.resolved_by, candidates=rest
    )


WATERS = frozenset({"Sea", "Ocean", "Gulf", "Strait", "Straits", "Bay", "Channel", "Bight"})


_SEAS = frozenset({"Caribbean", "Pacific", "Atlantic", "Mediterranean", "Aegean", "Adriatic"})


def at_sea(name: str) -> bool:
    """True for the name of a sea, a gulf or a strait: nobody's land."""
    return not WATERS.isdisjoint(name.split()) or name in _SEAS


THOSE_TAKEN = "those taken"
"""How people are found whom a phrase tells by what was done to them ("those detained")."""


PAPERS = frozenset(
    "law act bill treaty accord agreement charter protocol constitution convention declaration resolution "
    "code amendment pact ordinance decree covenant memorandum manifesto".split()
)
"""Last words of names of papers, which do nothing and to which nothing is done."""


def name_key(text: str) -> str:
    """A name as it is looked up: lower case, without quotation marks and possessive."""
    return _OWN.sub("", text.strip("\"“”' ")).lower()


@cache
def noun_natures() -> dict[str, str]:
    """``nouns.tsv``: what a bare common noun is (instrument, hazard)."""
    path = Path(__file__).parent / "nouns.tsv"
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.reader(
            (x for x in stream if not x.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE
        )
        return {r[0]: r[1] for r in reader if len(r) == 2}


def same_person(a: Entity, b: Entity) -> bool:
    """True for one party, by its id or else by its name alone."""
    return a.actor_id == b.actor_id if a.actor_id and b.actor_id else a.name == b.name
