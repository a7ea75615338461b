"""What is known of one phrase: a mention of somebody, and who or what fills a slot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.records import Entity, Field

Nature = Literal["actor", "place", "thing", "instrument", "hazard", "unknown"]


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
