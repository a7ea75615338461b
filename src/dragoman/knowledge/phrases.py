"""Cutting a noun phrase into segments: known names, titles, roles, unknown names, prepositions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from . import names, words
from .model import Candidate, Role, ranked

if TYPE_CHECKING:
    from .base import Knowledge

EDGE = ' \t"“”()[]{}:;!?«»*,'
"""Punctuation that is dropped from the edges of words."""
_LONGEST_PHRASE = 8
SURE_SURNAME = 0.6
"""The score from which a bare surname is taken for a holder of high office."""
SMALL_TOWN = 0.57
"""The score of a place of some 70,000 people, about."""
_BEGIN_BODIES = frozenset(["national", "general", "private", "major"])
"""People and titles whose words begin names of bodies too."""
_OFFICES = frozenset(["bureau", "office", "directorate", "service", "registry"])
_SURNAMES_TOO = frozenset(["shah", "king", "bishop", "prince", "pope", "marshal", "baron", "judge"])
"""Titles that are surnames as often, behind a first name."""
_SEVERAL = re.compile(r"[A-Z]{2,4}s['’]?")
"""Several of a kind ("MPs", "NGOs'"), no body of that name."""
_NOT_PLURAL = frozenset(["affairs", "sports", "forces", "corps", "states", "nations"])
_COMPOUND = re.compile(
    r"[A-Z][a-z]+-[a-z]*(?:ed|rich|poor|mighty|torn|hit|weary|run|led|prone|ridden|racked|stricken)$"
)
"""What describes a country at the start of a sentence: "War-torn", "Cash-strapped"."""
_LOOSE_PARTICLES = names.PARTICLES - {"e", "y", "as", "an", "at", "st", "of"}


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a phrase."""

    text: str
    parts: tuple[str, ...]
    capital: bool
    owns: bool
    """Whether it ends in a possessive."""

    @property
    def low(self) -> str:
        """The word in small letters."""
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a phrase with one meaning."""

    kind: str
    """``name``, ``office``, ``role``, ``unknown`` (capital), ``word`` (small), ``preposition`` or ``and``."""
    text: str
    owns: bool = False
    candidates: tuple[Candidate, ...] = ()
    office: str = ""
    """The folded title."""
    role: Role | None = None
    plural: bool = False

    @property
    def names_person(self) -> bool:
        """Whether a person's name may follow: a title, or a role that persons have."""
        if self.owns:
            return False
        return self.kind == "office" or (self.role is not None and self.role.kind != "institution")


Found = tuple[Segment, int]
"""A segment, and how many words it takes."""


def words_of(text: str) -> list[Word]:
    """The words of a phrase, punctuation at their edges dropped, "ex-" split off."""
    found: list[Word] = []
    for raw in text.replace(" 's", "'s").replace(" ’s", "’s").split():
        item = raw.strip(EDGE)
        if item.lower().startswith("ex-") and len(item) > 4:
            found.append(Word("former", ("former",), False, False))
            item = item[3:]
        parts = names.parts(item)
        if parts:
            owns = item.endswith(("'s", "’s", "s'", "s’"))
            capital = item[:1].isupper() or item[:1].isdigit() or _particled(item, parts)
            found.append(Word(item, parts, capital, owns))
    return found


def _particled(item: str, parts: Sequence[str]) -> bool:
    """Whether a word is a name behind a small particle ("al-Sadr")."""
    return len(parts) > 1 and parts[0] in names.LOWER_STARTS and any(c.isupper() for c in item)


def undetermined(phrase: list[Word]) -> tuple[list[Word], bool, bool]:
    """The phrase without articles, numbers and quantities, and whether "the" or "a" was there."""
    start = 0
    had_the = had_a = False
    while start < len(phrase) and _determines(phrase, start):
        low = phrase[start].low
        had_the = had_the or low == "the"
        had_a = had_a or low in words.INDEFINITE
        start += 1
    return phrase[start:], had_the, had_a


def _determines(phrase: Sequence[Word], index: int) -> bool:
    """Whether a word at the beginning of a phrase says nothing about who is named."""
    word, low = phrase[index], phrase[index].low
    number = words.NUMBERS.issuperset(word.parts) or bool(re.fullmatch(r"[\d.,]+", low))
    if word.capital and index and not low[:1].isdigit():
        return False
    if low in words.DETERMINERS or number:
        return True
    if low in words.IGNORED:
        return not word.capital or low in words.HONORIFICS
    if low == "of":
        return index > 0
    following = phrase[index + 1].low if index + 1 < len(phrase) else ""
    return following == "of" and low in ("group", "groups", "crowd", "number", "couple", "lot", "handful")


def bare(text: str) -> str:
    """A text without the possessive at its end."""
    return re.sub(r"(['’]s|(?<=s)['’])\Z", "", text)


def _joined(phrase: Sequence[Word]) -> str:
    """The words of a stretch as a text, its possessive dropped."""
    return bare(" ".join(w.text for w in phrase))


def _capital_run(phrase: Sequence[Word], position: int) -> int:
    """How many capitalised words, with name particles between, stand from here on."""
    count = 0
    for number, word in enumerate(phrase[position:], start=1):
        if word.capital:
            count = number
        if (word.capital and word.owns) or not (word.capital or word.low in _LOOSE_PARTICLES):
            break
    return count


def _plural(phrase: Sequence[Word]) -> bool:
    """Whether a title stands in the plural ("foreign ministers", "heads of state")."""
    for word in phrase:
        if word.low in ("of", "for"):
            break
        last = word.parts[-1]
        if names.singular(last) != last and last.endswith(("s", "men", "women")) and not word.owns:
            return last not in _NOT_PLURAL
    return False


class Segmenter:
    """Cuts phrases into segments on top of a :class:`Knowledge`."""

    def __init__(self, base: Knowledge) -> None:
        self.base = base
        self.store = base.store

    def segments(self, phrase: Sequence[Word], day: int) -> list[Segment]:
        """The segments of a phrase, the longest known stretch first at every word."""
        found: list[Segment] = []
        position = 0
        while position < len(phrase) and not (position and phrase[position].low in words.CUT):
            titled = bool(found) and found[-1].names_person
            segment, used = self._at(phrase, position, day, titled)
            if segment:
                found.append(segment)
            position += used
        return found

    def _at(
        self, phrase: Sequence[Word], position: int, day: int, titled: bool
    ) -> tuple[Segment | None, int]:
        """The segment that begins at a word, and how many words it takes."""
        word = phrase[position]
        if word.low in ("and", "or", "&"):
            return Segment("and", word.low), 1
        made = words.MADE_OF.match(word.text)
        if made and not self.store.refs(" ".join(word.parts)):
            return self._placed(made["who"], made["how"].lower(), day), 1
        two = words.TWO_NATIONS.fullmatch(word.text)
        if two and any(w.capital for w in phrase[position + 2 :]) and (own := self._of_two(two, day)):
            return own, 1
        if word.low.startswith(("pro-", "anti-", "non-")):
            return self._role(phrase, position) or (None, 1)
        run = _capital_run(phrase, position)
        if (
            titled
            and run > 1
            and word.low.rstrip(".") in words.HONORIFICS
            and not self._known_whole(phrase, position, run, day)
        ):
            return None, 1
        if titled and run:
            whole = self._stored(phrase, position, day)  # "leftist Army | of | National Liberation rebels"
            if whole and whole[1] > run and whole[0].candidates[0].kind == "org":
                return whole
            if named := self._person(phrase, position, run, day):
                return named
        options = [
            self.name(phrase, position, day),
            self.office(phrase, position),
            self._role(phrase, position),
        ]
        if options[1] and options[2] and options[1][0].plural and options[1][1] == options[2][1]:
            del options[1]  # "gang leaders" are a role: there is no holder to look for
        known = max((o for o in options if o), key=lambda o: o[1], default=None)
        if known:
            return known
        if word.low in words.PREPOSITIONS:
            return Segment("preposition", word.low), 1
        if run and not (position == 0 and self._opens(word)):
            return Segment(
                "unknown", _joined(phrase[position : position + run]), phrase[position + run - 1].owns
            ), run
        return Segment("word", bare(word.text), word.owns), 1

    def _opens(self, word: Word) -> bool:
        """ "Wealthy Qatar", "Oil-rich Chad": a word that has its capital from the start of the sentence."""
        return self.store.common.get(" ".join(word.parts)) == "word" or bool(_COMPOUND.match(word.text))

    def _known_whole(self, phrase: Sequence[Word], position: int, run: int, day: int) -> bool:
        """Whether an honorific belongs to a stored name ("Sheikh Hasina")."""
        return bool(self.base.lookup_on(_joined(phrase[position : position + run]), day))

    def _placed(self, who: str, how: str, day: int) -> Segment | None:
        """The first half of "Gaza-based", which counts; that of "Iran-backed" does not."""
        found = self.base.lookup_on(who, day) if how in words.PLACING else ()
        return Segment("name", who, candidates=found) if found else None

    def _of_two(self, two: re.Match[str], day: int) -> Segment | None:
        """ "the Franco-Algerian writer Ada Nkosi": of the first country; an "Iranian-American" of America."""
        first, second = words.HALVES.get(two["first"], two["first"]), two["second"]
        if not (self.base.nationality(first) and self.base.nationality(second)):
            return None
        mine = second if second == "American" and first != "Israeli" else first
        return Segment("name", mine, candidates=self.base.lookup_on(mine, day))

    def _person(self, phrase: Sequence[Word], position: int, run: int, day: int) -> Found | None:
        """After a title, a run of capitalised words is one person's name, known or not."""
        body = self._body(phrase, position, run)
        if body:
            return body
        for count in range(run, 0, -1):
            text = _joined(phrase[position : position + count])
            found = self.base.lookup_on(text, day)
            if count == run == 1:
                found = tuple(c for c in found if c.kind != "place")
            if found and (count == run or (found[0].kind == "person" and " " in text)):
                return Segment("name", text, phrase[position + count - 1].owns, found), count
            if self.office(phrase, position) or self._role(phrase, position):
                return None
        last = phrase[position + run - 1]
        return Segment("unknown", _joined(phrase[position : position + run]), last.owns), run

    def _body(self, phrase: Sequence[Word], position: int, run: int) -> Found | None:
        """A run that is a body's name: "National | Telecommunications Commission" is no national's."""
        if run < 2 or phrase[position - 1].low not in _BEGIN_BODIES:
            return None
        last = phrase[position + run - 1]
        ending = names.singular(last.parts[-1])
        role = Role(ending, ("GOV",), "institution", 1) if ending in _OFFICES else self.store.role(ending)
        if role is None or role.kind == "person":
            return None
        return Segment("role", _joined(phrase[position : position + run]), last.owns, role=role), run

    def name(self, phrase: Sequence[Word], position: int, day: int) -> Found | None:
        """The longest stored name at a word, or the surname of someone in office."""
        word = phrase[position]
        if not (word.capital or word.parts[0] in names.LOWER_STARTS) or _SEVERAL.fullmatch(word.text):
            return None
        best = self._stored(phrase, position, day)
        if best and best[1] == 1 and all(c.kind == "place" for c in best[0].candidates):
            if self._begins_a_name(phrase, position, best[0]):
                return None
            known = [c for c in self.base.by_surname(" ".join(word.parts), day) if c.score >= SURE_SURNAME]
            best = replace(best[0], candidates=(*known, *best[0].candidates)), 1
        if best or not word.capital or self._behind_name(phrase, position):
            return best
        follower = phrase[position + 1 : position + 2]
        stranger = (
            bool(follower)
            and follower[0].capital
            and not (word.owns or self.office(phrase, position + 1) or self._role(phrase, position + 1))
        )
        key = " ".join(word.parts)
        bearers = [] if key in self.store.common else self.base.by_surname(key, day)
        found = tuple(c for c in bearers if c.score >= SURE_SURNAME)
        return (Segment("name", bare(word.text), word.owns, found), 1) if found and not stranger else None

    def _begins_a_name(self, phrase: Sequence[Word], position: int, town: Segment) -> bool:
        """ "the Balen Shah cabinet": a small town's name before an unknown one is a person's first name."""
        follower = phrase[position + 1 : position + 2]
        small = all(c.score < SMALL_TOWN for c in town.candidates)
        if not small or town.owns or not follower or not follower[0].capital:
            return False
        if follower[0].low in _SURNAMES_TOO:
            return True
        return not (self.office(phrase, position + 1) or self._role(phrase, position + 1))

    def _behind_name(self, phrase: Sequence[Word], position: int) -> bool:
        """Whether a first name or an unknown capitalised word stands right before: "Graham | Gibson"."""
        if not position or not phrase[position - 1].capital or phrase[position - 1].owns:
            return False
        key = " ".join(phrase[position - 1].parts)
        known = self.store.refs(key) or self.store.title_key(names.phrase_key(key), None)
        return self.store.common.get(key) == "first-name" or not (
            known or self.store.role(names.phrase_key(key)) or key in self.store.common
        )

    def _stored(self, phrase: Sequence[Word], position: int, day: int) -> Found | None:
        """The longest stored name at a word."""
        longest = self.store.longest(phrase[position].parts[0])
        has_the = position > 0 and phrase[position - 1].low == "the"
        best: Found | None = None
        pieces: list[str] = []
        for count, word in enumerate(phrase[position:], start=1):
            pieces += word.parts
            if len(pieces) > longest or (best and phrase[position + count - 2].owns and not word.capital):
                break
            key = " ".join(pieces)
            surface = " ".join(w.text for w in phrase[position : position + count])
            found = ranked(self.base.from_refs(self.store.refs(key), surface, has_the, day))
            if count == 1 and self.store.common.get(key, "first-name") != "first-name":
                found = tuple(c for c in found if c.kind != "place")
            if found:
                best = Segment("name", surface, word.owns, found), count
        return best

    def office(self, phrase: Sequence[Word], position: int) -> Found | None:
        """The longest office title at a word."""
        best: Found | None = None
        for count, key in _keys(phrase, position):
            if self.store.title_key(key, None):
                stretch = phrase[position : position + count]
                owns = stretch[-1].owns
                best = Segment("office", _joined(stretch), owns, office=key, plural=_plural(stretch)), count
        return best

    def _role(self, phrase: Sequence[Word], position: int) -> Found | None:
        """The longest role at a word."""
        best: Found | None = None
        for count, key in _keys(phrase, position):
            role = self.store.role(key)
            if role and not (key == "national" and phrase[position].text == "National"):  # "National Palace"
                stretch = phrase[position : position + count]
                best = Segment("role", _joined(stretch), stretch[-1].owns, role=role), count
        return best


def _keys(phrase: Sequence[Word], position: int) -> list[tuple[int, str]]:
    """The folded common-noun phrases that begin at a word, each with its number of words."""
    found: list[tuple[int, str]] = []
    pieces: list[str] = []
    for count, word in enumerate(phrase[position : position + _LONGEST_PHRASE], start=1):
        pieces += [names.singular(p) for p in word.parts]
        found.append((count, " ".join(pieces)))
        if word.owns and word.capital:
            break
    return found
