"""Phrases that name no party: things, ships, slogans, newspapers, forms of rule and nobody in particular."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.coding.mentions import Filler, noun_natures
from dragoman.coding.slots import is_calendar
from dragoman.language import Sentence
from dragoman.records import Entity, Span

if TYPE_CHECKING:
    from dragoman.coding.actors import Cast


def of_a_ship(cast: Cast, s: Sentence, h: int) -> bool:
    """ "the captain of the Tampa": of no place."""
    if not cast.ships:
        return False
    return any((s.field, s.starts[o]) in cast.ships for p in s.kids(h, "prep") for o in s.kids(p, "pobj"))


def names_a_thing(cast: Cast, s: Sentence, h: int, text: str, span: Span) -> Filler | None:
    """ "a bomb tore her rented Peugeot apart", "boarded the Tampa": a car, a ship, no company and no town."""
    if (s.field, s.starts[h]) in cast.ships:
        return Filler(Entity(text, span=span), "thing", "noun", h)
    one = [c for c in s.kids(h, "det", "poss") if s.lemmas[c] in ("a", "an") or s.pos[c] == "PRON"]
    if s.tags[h] != "NNP" or not one or s.kids(h, "compound"):
        return None
    found = cast.knowledge.resolve(s.words[h], cast.date)
    made = bool(found) and "BUS" in found[0].sectors
    return Filler(Entity(text, span=span), "thing", "noun", h) if made else None


_SLOGAN = re.compile(r" (?:Out|First|Forever|Forward|Zindabad|Murdabad|Go Home|Go Back)\b")
"""What follows a nation in words that are shouted: "India Out"."""
_SHOUTED = tuple("\"'“”‘’")


def in_a_slogan(text: str, span: Span) -> bool:
    """True for the nation of a slogan in quotation marks: "the 'India Out' movement" is not India's."""
    return text[max(0, span[0] - 1) : span[0]] in _SHOUTED and bool(_SLOGAN.match(text, span[1]))


_JETS = frozenset("jet plane aircraft bomber pilot squadron wing".split())
_CELLS = frozenset("stem blood fuel cancer skin brain nerve".split())
_GOOD = frozenset("good bad big clean honest responsible open small".split())
_PAPERS = frozenset(
    "Act Bill Law Code Statute Declaration Treaty Convention Protocol Accord Accords Agreement Agreements "
    "Constitution Resolution Directive Memorandum Charter Manifesto".split()
)


def _how_one_governs(s: Sentence, h: int) -> bool:
    """ "got in the way of good government": nobody's."""
    return any(s.lemmas[c] in _GOOD for c in s.kids(h, "amod")) and not s.kids(h, "det", "poss")


def names_nobody(cast: Cast, s: Sentence, h: int, text: str, span: Span) -> Filler | None:
    """Days, states of emergency, hazards ("Saturday's earthquake, of magnitude 7") and social media."""
    if is_calendar(s, h) or (s.lemmas[h] == "state" and (_state_of_emergency(s, h) or _of_state(s, h))):
        return Filler(Entity(text, span=span), "thing", "noun", h)
    if s.pos[h] == "NOUN" and noun_natures().get(s.lemmas[h]) == "hazard":
        return Filler(Entity(text, span=span), "hazard", "noun", h)
    if _SLOGAN.search(text) and s.text[max(0, span[0] - s.start - 1) : span[0] - s.start] in _SHOUTED:
        return Filler(Entity(text, span=span), "thing", "noun", h)
    lower = text.lower()
    if lower.removeprefix("the ").startswith(("prophet mohamm", "prophet muhamm")):
        return Filler(Entity(text, span=span), "thing", "noun", h)  # nobody of today
    if lower.endswith("social media"):
        return Filler(Entity(text, span=span), "instrument", "noun", h)
    if s.lemmas[h] == "fighter" and s.deps[h] in ("compound", "nmod") and s.lemmas[s.heads[h]] in _JETS:
        return Filler(Entity(text, span=span), "instrument", "noun", h)
    if s.lemmas[h] == "cell" and any(s.lemmas[c] in _CELLS for c in s.kids(h, "compound")):
        return Filler(Entity(text, span=span), "thing", "noun", h)
    if s.lemmas[h] == "government" and _how_one_governs(s, h):
        return Filler(Entity(text, span=span), "thing", "noun", h)
    if (
        s.words[h] in _PAPERS
        and s.kids(h, "compound", "amod", "nmod")
        and not cast.knowledge.lookup(text, cast.date)
    ):
        return Filler(Entity(text, span=span), "thing", "noun", h)  # "the Criminal Justice Bill"
    if s.lemmas[h] == "conference" and any(s.lemmas[c] in ("press", "news") for c in s.kids(h, "compound")):
        return Filler(Entity(text, span=span), "thing", "noun", h)
    if _no_body_at_all(s, h):
        return Filler(Entity(text, span=span), "thing", "noun", h)
    bare = not s.kids(h, "det", "poss", "compound")
    if (s.words[h] == "paper" and bare) or (s.lemmas[h] == "paper" and _is_a_sheet(s, h)):
        return Filler(Entity(text, span=span), "thing", "noun", h)  # "duties on steel and paper"
    return None


_MONEYED = frozenset(
    "public state federal campaign party government company taxpayer municipal council".split()
)


_OF_WAR = frozenset("military bombing air aerial bombardment terror".split())
_USING = frozenset({"use", "resort", "threat", "show", "display", "recourse", "threaten"})


def _no_body_at_all(s: Sentence, h: int) -> bool:
    """ "misuse of public funds", "freedom of movement", "doubts about the cost of the war": nobody acts."""
    if s.words[h].lower() == "force":  # "the use of force", "resorted to force"
        by_it = s.heads[s.heads[h]]
        return s.deps[h] == "pobj" and s.lemmas[by_it] in _USING and not s.kids(h, "compound", "poss", "det")
    if s.words[h].lower() == "funds":
        return any(s.lemmas[c] in _MONEYED for c in s.kids(h, "amod", "compound"))
    if s.words[h].lower() == "opposition" and any(s.lemmas[p] == "to" for p in s.kids(h, "prep")):
        return True  # "declared their opposition to the law"
    if s.words[h] == "campaign" and any(s.lemmas[c] in _OF_WAR for c in s.kids(h, "amod", "compound")):
        return True  # "to end its military campaign"
    if s.words[h] == "campaign" and s.deps[h] in ("pobj", "dobj"):
        named = any(s.words[c][:1].isupper() for c in s.kids(h, "compound", "amod", "nmod"))
        return not named and not s.kids(h, "poss")
    of = s.heads[h]
    return (
        s.lemmas[h] == "movement" and s.lemmas[of] == "of" and s.lemmas[s.heads[of]] in ("freedom", "right")
    )


_SHEETS = frozenset("ballot voting identity travel exam toilet white green working court newsprint".split())


def _is_a_sheet(s: Sentence, h: int) -> bool:
    """ "ballot papers": no newspapers."""
    return any(s.lemmas[c].lower() in _SHEETS for c in s.kids(h, "compound", "amod"))


def _state_of_emergency(s: Sentence, h: int) -> bool:
    below = [o for p in s.kids(h, "prep") if s.lemmas[p] == "of" for o in s.kids(p, "pobj")]
    return any(s.lemmas[o] in ("emergency", "siege", "war", "alert", "affair", "mind", "play") for o in below)


_IN_STATE = frozenset("visit trip tour funeral banquet dinner ceremony occasion secret".split())


def _of_state(s: Sentence, h: int) -> bool:
    """ "Xi's state visit to Hanoi", "a state funeral": of what kind it is, and no state's."""
    return s.deps[h] in ("compound", "nmod") and s.lemmas[s.heads[h]] in _IN_STATE
