"""Words by which people are told: nouns for persons, titles, ranks and the shape of a name."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from dragoman import tsv
from dragoman.knowledge.words import FAMILY_FIRST
from dragoman.language import Sentence
from dragoman.records import Entity

RANKS = frozenset(
    "general colonel major captain lieutenant sergeant brigadier admiral commander corporal".split()
)
TITLES = RANKS | frozenset(
    "minister president premier chancellor secretary spokesman spokeswoman spokesperson governor mayor "
    "ambassador senator judge prosecutor chief director commissioner leader envoy chairman chairwoman chairperson "
    "deputy lawmaker representative coordinator speaker".split()
)
PERSON_NOUNS = frozenset(
    "president minister leader premier chancellor king queen emir sultan spokesman spokeswoman spokesperson "
    "official general commander chief envoy ambassador secretary governor senator lawmaker politician "
    "activist diplomat boss founder mayor judge prosecutor cleric head director chairman chairwoman chairperson prince "
    "politician candidate dictator strongman pontiff pope ruler statesman incumbent journalist lawyer "
    "successor predecessor challenger".split()
)
PEOPLE = re.compile(
    r"(?:ologist|^couple|^trio|[a-z]{3}agent|[a-z]{3}ician|[a-z]{3}ographer|worker|workman|women|woman|[a-z]{2}men|[a-z]{2}man|boy|girl|national|goer|seeker|"
    r"keeper|singer|writer|trader|dealer|smuggler|trafficker|tourist|pilgrim|traveller|traveler|hiker|climber|driver|"
    r"rider|player|[a-z]{4}ist|wright|smith|herder|villager|holder|mate|passenger|worshipper|shopper|bystander)$"
)
"""Nouns that mean people whoever they are, beside those that the knowledge base knows."""
FORCES = frozenset({"MIL", "COP", "REB", "PRM", "UAF", "GOV"})
_ADDRESSES = frozenset(
    "Street Road Square Avenue Boulevard Park Palace Hall Bridge Airport Station Hospital Stadium River Island Bay "
    "Lane Plaza Gate Harbour Harbor Valley Mountains Hotel Prison Barracks Cathedral Mosque Church Crossing "
    "Cup Award Awards Festival Championship Championships Games Trophy Prize Show Series Tour Olympics Arena "
    "Theatre Theater Gallery Museum Library Centre Center".split()
)
"""Last words of the names of places, contests and shows."""
_NAME_PARTICLES = frozenset("al el bin ibn abu de da di dos la le van von der den ter ould".split())


WOMEN = frozenset(
    "wife mother daughter sister widow woman girl queen princess spokeswoman chairwoman congresswoman "
    "actress mrs ms lady businesswoman policewoman".split()
)
MEN = frozenset(
    "husband father son brother widower man boy king prince spokesman chairman congressman actor mr sir "
    "businessman policeman".split()
)
"""Words that tell whether somebody is a woman or a man."""


@cache
def _given_names() -> dict[str, bool]:
    """``given_names.tsv``: a name → whether only men bear it; else only women do."""
    rows = tsv.rows(Path(__file__).parent / "given_names.tsv")
    return {name: r["gender"] == "man" for r in rows for name in r["names"].split("/")}


def is_a_man(e: Entity) -> bool | None:
    """True for "Saddam Hussein", False for "Ilhan Omar", None where the name does not tell."""
    first, *others = e.name.split() or [""]
    if not others or e.country in FAMILY_FIRST:
        return None
    return _given_names().get(first)


def looks_personal(s: Sentence | None, h: int, text: str) -> bool:
    """True for a name of the shape of a person's: two to four capitalised words, particles allowed."""
    words = text.split()
    return (
        2 <= len(words) <= 4
        and words[-1] not in _ADDRESSES
        and words[-1][:1].isupper() | words[-1].lower().startswith(("al-", "el-"))
        and all(
            w[:1].isupper() or w.lower() in _NAME_PARTICLES or w.lower().startswith(("al-", "el-"))
            for w in words
        )
        and not any(w.isupper() and len(w) > 2 for w in words)
        and not any(w.endswith(("'s", "’s")) for w in words[:-1])  # "Kim's New Year"
    )


def title_words(text: str) -> set[str]:
    """The words of a title that matter: {"foreign", "minister"}."""
    words = {w.lower().replace("defense", "defence") for w in re.findall(r"[A-Za-z]+", text)}
    return words - {"the", "of", "a", "an", "for", "and", "s", "former", "new"} - {"iranian"}


OUTLAWS = frozenset({"REB", "PRM", "UAF", "CRM"})
"""Sectors of those who bear arms against a state or outside its law."""
ARMED = OUTLAWS | {"MIL", "COP", "SPY"}
"""Sectors of those who bear arms."""
STATE_SIDE = frozenset({"GOV", "MIL", "COP", "SPY"})
"""Sectors of a state's rulers and services."""
OF_THE_STATE = STATE_SIDE | {"PRM"}
"""The same, with the militias that fight for it."""
POWER = OF_THE_STATE | {"JUD"}
"""Sectors of those who have power in a state: against them its critics speak."""


UNITS = frozenset("division regiment battalion brigade squadron flotilla corps battery legion".split())


def is_a_unit(name: str) -> bool:
    """ "Hamza Brigade", "Jenin Battalion": a part of some force, and not "the army" told of later."""
    return any(word.rstrip("s") in UNITS for word in name.lower().split()[-1:])
