"""Peoples of one state who live in others, of whom news of those speaks by their adjective alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.mentions import Filler, Mention
from dragoman.language import Sentence

if TYPE_CHECKING:
    from dragoman.coding.actors import Cast

KIN = {
    "ALB": frozenset({"XKX", "MKD"}),
    "SRB": frozenset({"BIH", "HRV", "XKX"}),
    "HRV": frozenset({"BIH"}),
    "ARM": frozenset({"AZE"}),
}
"""States whose people live in others as well."""


MINORITIES = {
    "ALB": frozenset({"SRB", "MNE", "GRC"}),
    "GRC": frozenset({"ALB"}),
    "HUN": frozenset({"ROU", "SVK", "SRB", "UKR"}),
    "KGZ": frozenset({"TJK", "UZB"}),
    "POL": frozenset({"LTU", "BLR"}),
    "RUS": frozenset({"EST", "LVA", "LTU", "MDA", "KAZ"}),
    "SRB": frozenset({"MNE", "MKD"}),
    "TJK": frozenset({"UZB", "KGZ"}),
    "TUR": frozenset({"BGR", "GRC", "MKD"}),
    "UZB": frozenset({"KGZ", "TJK", "KAZ"}),
}
"""States with a people of another state's name among their own citizens, told by where they live alone."""


def by_demonym(f: Filler) -> bool:
    """True for "Hungarians", who may be of another state, but not for "Hungary"."""
    return (f.entity.resolved_by or "").startswith("demonym")


def by_adjective(m: Mention) -> bool:
    """True for "Albanian" and "Albanians", which may be said of those who live elsewhere."""
    return m.adjective or (m.entity.resolved_by or "").startswith(("adjective", "demonym"))


def names_the_state(cast: Cast, own: str) -> bool:
    """True where the report speaks of a state, its people by name or its bodies, not of a people alone."""
    told = [m for m in cast.mentions if m.entity.country == own and m.kind in ("country", "person", "org")]
    return any(not by_adjective(m) and (m.entity.actor_id or "") not in _PEOPLES for m in told)


_PEOPLES = frozenset({"org:serbs", "org:croats", "org:albanians"})


def home_of_kin(cast: Cast, s: Sentence, own: str) -> str | None:
    """The state in which the report's Albanians or Serbs live, where it never names the one of their name."""
    if own not in KIN or names_the_state(cast, own):
        return None
    others = {c for c in KIN if c != own and not names_the_state(cast, c)}
    home = cast.focus(s, frozenset({own, *others})) or cast.focus(s, frozenset({own}))
    if home not in KIN[own] and own == "ALB":  # "Serbian troops killed 50 Albanians near Pristina"
        spoken = [c for c in sorted(KIN[own]) if cast.countries[c] or c in cast.where.countries()]
        home = spoken[0] if len(spoken) == 1 else None
    return home if home in KIN[own] else None
