"""What the label of a position means: "Minister of Defence of Norway" is an office of ours in NOR."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .. import names
from ..base import Knowledge

_OF = re.compile(r"\s*(?:,\s*)?(?:of|for|in|to)\s+(?:the\s+)?(?P<whose>.+)\Z", re.IGNORECASE)
_MEMBER = re.compile(
    r"member of (?:the )?.*(?:parliament|assembly|congress|senate|chamber|representatives|knesset|duma|rada|"
    r"bundestag|diet|legislat|council of state|sejm|riksdag|storting|folketing|eduskunta|cortes)",
    re.IGNORECASE,
)
_BODY_SCORE = 0.85


@dataclass(frozen=True, slots=True)
class Meaning:
    """An office, and whose it is where the label says so."""

    office: str
    country: str | None = None
    org: str | None = None
    sectors: str = ""


class Titles:
    """Reads the labels of positions on top of a :class:`Knowledge`."""

    def __init__(self, base: Knowledge) -> None:
        self.base = base
        self.store = base.store

    def meaning(self, label: str, country: str | None) -> Meaning | None:
        """What a label means for a position of a country; ``None`` where that is not sure.

        A title with one holder a state ("President") is only taken where what follows it is a
        country or an organisation that we know, or nothing: "President of Catalonia" is no head of
        the Spanish state.
        """
        if _MEMBER.match(label):
            return Meaning("lawmaker", country)
        words = label.split()
        owner = self._owner(words[0]) if len(words) > 1 else None
        if owner and (country in (None, owner)):
            found = self._split(words[1:], owner)
            if found:
                return found
        return self._split(words, country)

    def _owner(self, word: str) -> str | None:
        """The country that an adjective before a title names."""
        return next(iter(self.base.nationality(word)), None) if word[:1].isupper() else None

    def _split(self, words: list[str], country: str | None) -> Meaning | None:
        """The longest known title at the beginning, if what follows it fits."""
        for count in range(len(words), 0, -1):
            office = self.store.title_key(names.phrase_key(" ".join(words[:count])), country)
            if office is None:
                continue
            rest = " ".join(words[count:])
            if not rest:
                return Meaning(office, country)
            found = _OF.match(rest)
            if found:
                return self._whose(office, found["whose"], country)
        return None

    def _whose(self, office: str, whose: str, country: str | None) -> Meaning | None:
        """An office with what its label says it belongs to."""
        countries = self.base.nationality(whose)
        if countries:
            return Meaning(office, country if country in countries else countries[0])
        bodies = [c for c in self.base.lookup(whose, None) if c.kind == "org" and c.score >= _BODY_SCORE]
        if bodies:
            body = bodies[0]
            return Meaning(office, body.country, body.actor_id, "|".join(body.sectors))
        if self.base.office_rank(office) > 2:
            return Meaning(office, country)
        return None
