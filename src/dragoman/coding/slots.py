"""A sense fitted to a sentence: the slots that tokens fill, and the tests of words that all frames share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from dragoman.coding import grammar as g
from dragoman.coding.senses import Phrase, Sense
from dragoman.language import Sentence, stems

ActorTest = Callable[[int], bool]
"""Tells whether the phrase headed by a token can act (a country, body, person, group)."""
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december christmas easter ramadan eid nowruz "
    "passover diwali ashura today yesterday tomorrow "
    "jan. feb. aug. sept. oct. nov. dec.".split()
)
"""Names of days and months: never an actor or a recipient."""


_FEASTS = frozenset(
    "good ash maundy palm holy easter christmas new year independence labour labor victory republic national "
    "liberation constitution unity army boxing".split()
)
"""Words before "Day", "Eve" or "Friday" in the names of feasts: "Good Friday", "Independence Day"."""


def is_calendar(s: Sentence, i: int) -> bool:
    """True for the name of a day, feast or month, but not for Theresa May."""
    feast = s.words[i] in ("Day", "Eve", "Friday", "Sunday", "Wednesday", "Thursday", "Week")
    if feast and any(s.lemmas[c].lower() in _FEASTS for c in s.kids(i, "compound", "amod", "poss", "nmod")):
        return True
    if s.lemmas[i] in TIME_NOUNS:
        return any(s.lemmas[c] in CALENDAR for c in s.kids(i, "compound", "nmod", "npadvmod"))
    if s.lemmas[i].removeprefix("mid-") not in CALENDAR or s.words[i] in ("march", "marches"):
        return False
    return all(s.pos[c] != "PROPN" or s.lemmas[c] in _BEFORE_A_DAY for c in s.kids(i, "compound"))


_BEFORE_A_DAY = CALENDAR | {"mid", "early", "late"}
TIME_NOUNS = frozenset(
    "day week month year decade night morning evening afternoon weekend hour minute season".split()
)
HOURS = frozenset("noon midday midnight dawn dusk sunset sunrise daybreak nightfall deadline".split())
"""Times at which things are done: "drone attacks on Kassala at dawn" hit nobody called so."""


@dataclass(slots=True)
class Frame:
    """One sense filled in one sentence; slots map letters to the head tokens of their fillers."""

    sense: Sense
    trigger: int
    slots: dict[str, list[int]] = field(default_factory=dict)
    literals: set[int] = field(default_factory=set)
    literal_objects: set[int] = field(default_factory=set)
    """Fixed words in the place of the object, whose owner may be the recipient."""
    complement: int | None = None
    light: int | None = None
    passive: bool = False
    specificity: float = 0.0

    def put(self, slot: str, tokens: list[int]) -> None:
        """Add fillers to a slot, keeping order and dropping doubles."""
        have = self.slots.setdefault(slot, [])
        have.extend(t for t in tokens if t not in have)


@lru_cache(10_000)
def _by_length(words: frozenset[Phrase]) -> tuple[frozenset[str], tuple[Phrase, ...]]:
    """Single words, and phrases."""
    return frozenset(p[0] for p in words if len(p) == 1), tuple(p for p in words if len(p) > 1)


def words_fit(s: Sentence, token: int, words: frozenset[Phrase]) -> bool:
    """True when the phrase headed by ``token`` is one of ``words`` (lemmas)."""
    token = g.content_head(s, token) if (s.lemmas[token],) not in words else token
    single, longer = _by_length(words)
    return any(_is_one_of(s, t, single, longer) for t in (token, *_titles(s, token), *_judged_by(s, token)))


_EMPTY = frozenset(
    "one thing step move decision act deed deal gesture moment attempt statement choice course".split()
)


def _judged_by(s: Sentence, token: int) -> list[int]:
    """ "called the pact a dangerous one": the adjective says what it is."""
    article = any(s.lemmas[c] in ("a", "an") for c in s.kids(token, "det"))
    return s.kids(token, "amod") if article and s.lemmas[token] in _EMPTY else []


def _titles(s: Sentence, token: int) -> list[int]:
    """ "summoned High Commissioner Rajeet Mitter": the office before a name tells what he is."""
    if s.pos[token] != "PROPN":
        return []
    return [
        c for c in s.kids(token, "compound") if s.words[c][:1].isupper() and s.pos[c] in ("PROPN", "NOUN")
    ]


def _is_one_of(s: Sentence, token: int, single: frozenset[str], longer: tuple[Phrase, ...]) -> bool:
    lemma, word = s.lemmas[token], s.words[token].lower()
    if lemma in single or not single.isdisjoint(stems(word)):
        return True
    for phrase in longer:
        if lemma in phrase or word in phrase:
            near = {s.lemmas[k] for k in range(max(0, token - 4), min(len(s), token + 5))}
            near |= {s.words[k].lower() for k in range(max(0, token - 4), min(len(s), token + 5))}
            if all(w in near for w in phrase):
                return True
    return False


ENDING = frozenset("stop halt end cease suspend interrupt".split())
