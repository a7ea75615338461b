"""Finding known names in a tokenised sentence: the longest stretch at every word, capitals respected."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from . import names, words
from .model import Candidate, NameMatch, ranked

if TYPE_CHECKING:
    from .base import Knowledge

_BARRIER = re.compile(r"[^\w\s'’.&-]|[–—]|--")
_SURNAME = 0.6
"""The score from which a bare surname is taken for a holder of high office."""
_TOWN = 0.61
"""The score from which a place is likelier than a namesake in office: some 400,000 people."""

_LEADER = 0.75
"""The score from which a surname that is also a word ("Bush") is taken for the leader of the day."""

Piece = tuple[str, int]
"""A folded piece of a word, and the word's position; -1 marks what no name can span."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence being searched."""

    words: Sequence[str]
    pieces: Sequence[Piece]
    shouting: bool
    """Whether it is a headline all in capitals."""
    day: int


class NameFinder:
    """Finds names in sentences on top of a :class:`Knowledge`."""

    def __init__(self, base: Knowledge) -> None:
        self.base = base
        self.store = base.store

    def names_in(self, sentence: Sequence[str], day: int) -> list[NameMatch]:
        """The longest known names, left to right."""
        here = _Sentence(sentence, _pieces(sentence), _shouting(sentence), day)
        found, position = [], 0
        while position < len(here.pieces):
            match = self._at(here, position)
            if match:
                found.append(match[0])
            position = match[1] if match else position + 1
        return found

    def _at(self, here: _Sentence, position: int) -> tuple[NameMatch, int] | None:
        """The longest name that begins at a piece, and the piece after it."""
        first, index = here.pieces[position]
        letter = here.words[index][0] if index >= 0 else ""
        capital = letter.isupper() or letter.isdigit()
        if not (capital or first in names.LOWER_STARTS) or (
            position and here.pieces[position - 1][1] == index
        ):
            return None
        if index < 0 or _modifier(here.words, index):
            return None
        longest = min(self.store.longest(first), len(here.pieces) - position)
        for count in range(longest, 0, -1):
            if _whole_words(here.pieces, position, count):
                found = self._stored(here, here.pieces[position : position + count])
                if found:
                    return NameMatch(index, here.pieces[position + count - 1][1] + 1, found), position + count
        return self._unstored(here, position) if capital else None

    def _stored(self, here: _Sentence, pieces: Sequence[Piece]) -> tuple[Candidate, ...]:
        """What a stretch of a sentence means as a stored name."""
        key = " ".join(p for p, _ in pieces)
        refs = self.store.refs(key)
        if not refs or not any(c.isalpha() for c in key):
            return ()
        index, last = pieces[0][1], pieces[-1][1]
        has_the = index > 0 and here.words[index - 1].lower() == "the"
        found = self.base.from_refs(refs, " ".join(here.words[index : last + 1]), has_the, here.day)
        if has_the and index > 1 and here.words[index - 1] == "the":
            found = [c for c in found if c.kind != "outlet" or c.score > 0.85]
        if index == last:
            found = self._plausible(here, index, key, found)
            found += self._namesakes(here, index, key, found)
        elif self.base.store.common.get(pieces[0][0]) == "month" or self._runs_on(here, last + 1):
            found = [replace(c, score=round(c.score * 0.6, 3)) if c.kind == "person" else c for c in found]
        else:
            found = self._whole(here, index, last, found)
        return ranked(self._elsewhere(here, last, found))

    def _whole(self, here: _Sentence, index: int, last: int, found: list[Candidate]) -> list[Candidate]:
        """Drop what is only the end of a longer name: "Mahamat | Idriss Deby"."""
        if not index or here.shouting:
            return found
        if self._unknown_capital(here, index - 1) or self._first_name(here, index - 1):
            found = [c for c in found if c.kind != "person"]
        if any(c.kind == "org" for c in found) and here.words[index - 1][:1].isupper():
            generic = self.store.role(names.phrase_key(" ".join(here.words[index : last + 1])))
            if generic:
                before = here.words[index - 1]
                owners = (*self.base.nationality(before), *(p.country for p in self.base.places(before)))
                found = [c for c in found if c.kind != "org" or c.country in owners]
        return found

    def _elsewhere(self, here: _Sentence, last: int, found: list[Candidate]) -> list[Candidate]:
        """Drop countries where a region behind a comma says that a namesake is meant: "Lima, Ohio"."""
        if last + 2 >= len(here.words) or here.words[last + 1] != ",":
            return found
        if not any(c.kind == "country" for c in found):
            return found
        for end in (last + 4, last + 3):
            regions = [
                p for p in self.base.places(" ".join(here.words[last + 2 : end])) if p.kind == "region"
            ]
            if regions:
                home = regions[0].country
                there = [c for c in found if c.kind == "place" and c.country == home]
                if there:
                    return [c for c in found if c.kind == "place" or c.country == home]
        return found

    def _runs_on(self, here: _Sentence, index: int) -> bool:
        """Whether a name seems to go on: "Ali Abdullah" before an unknown "Ayoub"."""
        return not here.shouting and self._unknown_capital(here, index)

    def _plausible(self, here: _Sentence, index: int, key: str, found: list[Candidate]) -> list[Candidate]:
        """Drop what a single word does not mean where it stands: "March", "Chad Smith", "Michael Jordan"."""
        kind = self.store.common.get(key)
        acronym = names.capitals(here.words[index]) and not here.shouting
        if kind == "adjective":
            found = [c for c in found if c.kind not in ("place", "person")]
        elif kind and kind != "first-name" and not acronym:
            if index == 0 or kind == "month" or (here.shouting and key != "us"):
                return []
            found = [c for c in found if c.kind not in ("place", "person")]
        elif kind == "first-name":
            if self._unknown_capital(here, index + 1) or self._surname_follows(here, index + 1):
                return []
            found = [c for c in found if c.kind != "place" or c.score > _TOWN]
        if index and not acronym and self._first_name(here, index - 1):
            return []
        return found

    def _namesakes(self, here: _Sentence, index: int, key: str, found: list[Candidate]) -> list[Candidate]:
        """Persons in high office with the name of a place; the larger the place, the less likely."""
        before = here.words[index - 1].lower() if index else ""
        if not found or before in words.LOCATING or key in self.store.common:
            return []
        persons = [c for c in self.base.by_surname(key, here.day) if c.score >= _SURNAME]
        large = any(c.kind != "place" or c.score > _TOWN for c in found)
        return [replace(c, score=round(c.score * 0.7, 3)) if large or c.score < 0.75 else c for c in persons]

    def _unstored(self, here: _Sentence, position: int) -> tuple[NameMatch, int] | None:
        """A name under its transliteration skeleton, or a bare surname of someone in high office."""
        index = here.pieces[position][1]
        for count in (3, 2, 1):
            pieces = here.pieces[position : position + count]
            if len(pieces) < count or not _whole_words(here.pieces, position, count):
                continue
            if not all(here.words[i][:1].isupper() for _, i in pieces):
                continue
            key = " ".join(p for p, _ in pieces)
            if count > 1:
                plain = len(key) >= 8 and pieces[0][0] not in self.store.common
                alike = self.base.alike(key, key.title(), here.day) if plain else []
                found = ranked(self._whole(here, index, pieces[-1][1], alike))
            else:
                found = self._surname(here, index, key)
            if found:
                return NameMatch(index, pieces[-1][1] + 1, found), position + count
        return None

    def _surname(self, here: _Sentence, index: int, key: str) -> tuple[Candidate, ...]:
        """Holders of high office whom a lone surname can mean; else an organisation in another spelling."""
        if key in self.store.common and not self._titled(here, index) and not self._leader(here, index, key):
            return ()
        if self._unknown_capital(here, index + 1) or (index and self._stranger(here, index - 1)):
            return ()
        found = tuple(c for c in self.base.by_surname(key, here.day) if c.score >= _SURNAME)
        found = tuple(c for c in found if self._bears(here, index, c))
        if not found and len(key) >= 7:
            found = ranked(c for c in self.base.alike(key, key.title(), here.day) if c.kind == "org")
        return found

    def _bears(self, here: _Sentence, index: int, c: Candidate) -> bool:
        """Whether a capitalised word before a surname can be the bearer's: "Ramon Diaz" is no Yolanda."""
        word = here.words[index - 1] if index else ""
        if here.shouting or not word[:1].isupper() or names.capitals(word) or len(word) < 3:
            return True
        key, phrase = names.key(word), names.phrase_key(word)
        kind = self.store.common.get(key)
        told = self.store.title_key(phrase, None) or self.store.role(phrase) or self.base.nationality(word)
        if told or (kind and kind != "first-name") or word.lower().rstrip(".") in words.HONORIFICS:
            return True
        return key in names.key(c.name).split() or not self.store.refs(key)

    def _first_name(self, here: _Sentence, index: int) -> bool:
        """Whether the word is a first name, so that what follows is a surname."""
        word = here.words[index]
        return word[:1].isupper() and self.store.common.get(names.key(word)) == "first-name"

    def _unknown_capital(self, here: _Sentence, index: int) -> bool:
        """Whether there is a capitalised word that is no known name, no title, no role and no common word."""
        if index >= len(here.words):
            return False
        word = here.words[index]
        if not word[:1].isupper() or names.capitals(word) or word.lower().rstrip(".") in words.HONORIFICS:
            return False
        key, phrase = names.key(word), names.phrase_key(word)
        known = self.store.refs(key) or self.store.title_key(phrase, None) or self.store.role(phrase)
        return not known and key not in self.store.common

    def _leader(self, here: _Sentence, index: int, key: str) -> bool:
        """Whether a surname that is also a word is written in mid-sentence as a great leader's."""
        if not index or here.shouting or self.store.common.get(key) != "word":
            return False
        before = here.words[index - 1]
        if not before.islower() or before in words.DETERMINERS or before in words.LOCATING:
            return False
        return any(
            c.score >= _LEADER and c.country in words.RENOWN for c in self.base.by_surname(key, here.day)
        )

    def _surname_follows(self, here: _Sentence, index: int) -> bool:
        """Whether a capitalised word, behind a first name, can only be a surname: "Georgia Hale"."""
        if index >= len(here.words) or here.shouting or not here.words[index][:1].isupper():
            return False
        word = here.words[index]
        phrase = names.phrase_key(word)
        if names.capitals(word) or self.store.title_key(phrase, None) or self.store.role(phrase):
            return False
        return not self.base.nationality(word) and names.key(word) not in self.store.common

    def _titled(self, here: _Sentence, index: int) -> bool:
        """Whether a title stands right before the word."""
        return index > 0 and self.store.title_key(names.phrase_key(here.words[index - 1]), None) is not None

    def _stranger(self, here: _Sentence, index: int) -> bool:
        """Whether the word before belongs to some other full name."""
        return self._first_name(here, index) or (index > 0 and self._unknown_capital(here, index))


def _pieces(sentence: Sequence[str]) -> list[Piece]:
    """The folded pieces of a sentence, with barriers where punctuation stands."""
    found: list[Piece] = []
    for index, word in enumerate(sentence):
        pieces = names.parts(word)
        if pieces:
            found += [(p, index) for p in pieces]
        elif _BARRIER.search(word):
            found.append(("", -1))
    return found


def _whole_words(pieces: Sequence[Piece], position: int, count: int) -> bool:
    """Whether a stretch of pieces ends where a word ends and spans no barrier."""
    end = position + count
    if end < len(pieces) and pieces[end][1] == pieces[end - 1][1]:
        return False
    for _, index in pieces[position:end]:  # noqa: SIM110  (asked of every word: all() takes twice as long)
        if index < 0:
            return False
    return True


def _modifier(sentence: Sequence[str], index: int) -> bool:
    """Whether a word only qualifies, in a compound that was split ("pro-Russian", "Iran-backed")."""
    if index >= 2 and sentence[index - 1] == "-" and sentence[index - 2].lower() in ("pro", "anti", "non"):
        return True
    if index + 2 < len(sentence) and sentence[index + 1] == "-":
        made = words.MADE_OF.match(f"x-{sentence[index + 2]}")
        return made is not None and made["how"].lower() not in words.PLACING
    return False


def _shouting(sentence: Sequence[str]) -> bool:
    """Whether a headline is set in capitals throughout."""
    letters = [w for w in sentence if w[:1].isalpha()]
    return len(letters) > 3 and sum(w.isupper() for w in letters) > 0.8 * len(letters)
