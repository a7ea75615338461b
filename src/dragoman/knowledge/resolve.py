"""From words to actors: known names in a sentence, and what a whole noun phrase can mean.

A phrase is cut into segments (known names, office titles, roles, runs of unknown capitalised words,
prepositions); its last segment before a preposition is what it names, the others say whose it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from . import names
from .model import Candidate, NameMatch, Role, ranked

if TYPE_CHECKING:
    from .base import Knowledge

_DETERMINERS = frozenset(
    ["the", "a", "an", "this", "that", "these", "those", "some", "several", "many", "few", "any", "all", "both", "each", "every", "other", "another", "more", "most", "much", "such", "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty", "thirty", "forty", "fifty", "hundred", "thousand", "million", "about", "around", "nearly", "almost", "over", "approximately", "least", "than", "up", "to", "dozens", "hundreds", "thousands", "scores", "dozen", "half", "at", "his", "her", "its", "their", "our", "my", "your", "same", "first", "second", "third", "latest", "newly"]
)
_FORMER = frozenset(["former", "ex", "onetime", "erstwhile", "deposed", "ousted", "late"])
_IGNORED = frozenset(
    ["acting", "interim", "caretaker", "outgoing", "incoming", "then", "current", "new", "newly", "senior", "top", "veteran", "elect"]
)
_PREPOSITIONS = frozenset(["of", "in", "from", "for", "to", "at", "on", "by", "with", "inside", "across", "near", "against", "outside"])
_CUT = frozenset(
    ["who", "which", "that", "whose", "whom", "where", "when", "while", "after", "before", "during", "following", "amid", "because", "including", "said", "says", "who's", "was", "were", "is", "are", "has", "have", "had", "will", "would", "could", "as", "accused", "suspected", "loyal", "backed", "led", "believed", "killed", "wounded"]
)
_CONTAINERS = frozenset(
    ["group", "member", "crowd", "number", "majority", "team", "delegation", "handful", "pair", "part", "section", "unit", "column", "convoy", "wave", "band", "supporter", "contingent", "faction", "rest", "hundred", "thousand", "dozen", "score"]
)
_GENERIC = frozenset(
    ["official", "member", "spokesperson", "spokesman", "spokeswoman", "employee", "representative", "delegation", "team", "envoy", "source", "leader", "head", "chief", "staff", "leadership", "delegate", "negotiator", "side", "authority", "supporter", "cadre", "operative", "fighter", "militant", "gunman", "insurgent", "rebel", "militiaman", "militia", "terrorist", "commander", "force", "troop", "guerrilla", "faction", "cell", "group", "movement", "organisation", "party", "network", "man", "activist", "jihadist", "extremist", "branch", "wing"]
)
_STATE = frozenset(
    ["government", "regime", "authority", "state", "administration", "country", "nation", "republic", "kingdom", "leadership"]
)
_MADE_OF = re.compile(
    r"(?P<who>.+)-(?P<how>backed|led|based|linked|affiliated|born|aligned|inspired|allied|speaking|made|supported|funded|"
    r"trained|armed|owned|run|held|controlled|ruled|occupied|administered|dominated|sponsored|style|majority|registered|"
    r"flagged|bound)\Z",
    re.IGNORECASE,
)
_PLACING = frozenset(
    ["based", "run", "led", "ruled", "held", "controlled", "administered", "occupied", "owned", "registered", "flagged"]
)
_BARRIER = re.compile(r"[^\w\s'’.-]|[–—]|--")
_EDGE = ' \t"“”()[]{}:;!?«»*'
_PARLIAMENTARY = frozenset(
    ["GBR", "CAN", "AUS", "NZL", "IND", "PAK", "BGD", "JPN", "ISR", "DEU", "ITA", "ESP", "NLD", "BEL", "SWE", "NOR", "DNK", "FIN", "GRC", "IRQ", "LBN", "THA", "MYS", "SGP", "KHM", "NPL", "HUN", "POL", "CZE", "SVK", "SVN", "HRV", "BGR", "ALB", "MKD", "MNE", "EST", "LVA", "IRL", "ISL", "AUT", "LUX", "PNG", "FJI", "SLB", "VUT", "TTO", "JAM", "BRB", "ETH", "LSO", "ARM", "GEO", "KOS", "XKX", "MLT", "MUS", "KWT", "JOR", "MAR", "PRT", "BTN", "WSM", "TON"]
)


_HEAD_WORDS = frozenset(["leader", "chief", "head", "boss"])
_INTERNATIONAL = frozenset(["UNO", "EUR", "IGO", "NGO", "IMG", "MNC", "ISM"])
_ORGANISATION_OFFICES = (
    "secretary-general",
    "group-leader",
    "party-leader",
    "separatist-leader",
    "head-of-state",
    "religious-leader",
    "commissioner",
    "igo-official",
    "ngo-leader",
    "union-leader",
    "business-leader",
    "state-company-head",
)
"""The offices that lead organisations, in the order in which they are tried."""
_SERVICE_OFFICES = (
    "intelligence-chief",
    "police-chief",
    "army-chief",
    "air-force-chief",
    "navy-chief",
    "chief-of-staff",
    "military-commander",
    "border-guard-chief",
    "central-bank-governor",
    "agency-head",
    "election-chief",
)
"""The offices that lead bodies of a state; several bodies share one, so the printed title must name the body."""
_OPEN_OFFICES = frozenset(
    ["head-of-state", "head-of-government", "speaker-of-parliament", "foreign-minister", "defence-minister"]
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a phrase."""

    text: str
    parts: tuple[str, ...]
    capital: bool
    owns: bool
    """Whether it ends in a possessive."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a phrase with one meaning."""

    kind: str
    """``name``, ``office``, ``role``, ``unknown`` (capitalised), ``preposition``, ``and`` or ``word``."""
    text: str
    owns: bool = False
    candidates: tuple[Candidate, ...] = ()
    office: str = ""
    role: Role | None = None
    plural: bool = False


@dataclass(slots=True)
class Context:
    """Whose the thing is that a phrase names."""

    country: str | None = None
    org: Candidate | None = None
    former: bool = False
    how: str = ""

    def take(self, best: Candidate) -> None:
        """Let a name that stands before the head, or after its preposition, say whose it is."""
        if best.kind in ("org", "outlet") and self.org is None:
            self.org = best
        if self.country is None and best.country:
            self.country = best.country
            self.how = best.resolved_by


class Resolver:
    """Finds names in sentences and reads noun phrases, on top of a :class:`Knowledge`."""

    def __init__(self, base: Knowledge) -> None:
        self.base = base

    # -- sentences -------------------------------------------------------------------------------

    def names_in(self, words: Sequence[str], day: int) -> list[NameMatch]:
        """The longest known names in a tokenised sentence, left to right."""
        pieces = _pieces(words)
        shouting = _shouting(words)
        found, position = [], 0
        while position < len(pieces):
            match = self._name_at(words, pieces, position, day, shouting)
            if match is None:
                position += 1
                continue
            found.append(match[0])
            position = match[1]
        return found

    def _name_at(
        self, words: Sequence[str], pieces: list[tuple[str, int]], position: int, day: int, shouting: bool
    ) -> tuple[NameMatch, int] | None:
        """The longest name that begins at a piece, and the piece after it."""
        first, index = pieces[position]
        if index < 0 or (position and pieces[position - 1][1] == index):
            return None
        if not (words[index][:1].isupper() or words[index][:1].isdigit() or first in names.LOWER_STARTS):
            return None
        if _modifier(words, index):
            return None
        longest = min(self.base._longest(first), len(pieces) - position)
        for count in range(longest, 0, -1):
            if not _whole_words(pieces, position, count):
                continue
            last = pieces[position + count - 1][1]
            found = self._candidates_at(words, pieces[position : position + count], day, shouting)
            if found:
                return NameMatch(index, last + 1, found), position + count
        return self._single_at(words, pieces, position, day)

    def _candidates_at(
        self, words: Sequence[str], pieces: list[tuple[str, int]], day: int, shouting: bool
    ) -> tuple[Candidate, ...]:
        """What a stretch of a sentence means as a stored name."""
        index, last = pieces[0][1], pieces[-1][1]
        key = " ".join(p for p, _ in pieces)
        refs = self.base._refs(key)
        if not refs:
            return ()
        surface = " ".join(words[index : last + 1])
        has_the = index > 0 and words[index - 1].lower() == "the"
        found = self.base._from_refs(refs, surface, has_the, day)
        if len(pieces) == 1:
            found = self._plausible(words, index, key, found, shouting)
            if found:
                found += [c for c in self.base._by_surname(key, day) if c.score >= 0.6]
        return ranked(found)

    def _plausible(
        self, words: Sequence[str], index: int, key: str, found: list[Candidate], shouting: bool
    ) -> list[Candidate]:
        """Drop what a single word does not mean where it stands: "March", "Chad Smith", "Michael Jordan"."""
        kind = self.base._common.get(key)
        if kind in ("word", "month") and not names.capitals(words[index]):
            found = [c for c in found if c.kind not in ("place", "person")]
            if index == 0 or kind == "month":
                found = []
        elif kind == "word" and shouting and key != "us":
            return []
        elif kind == "first-name":
            found = [c for c in found if c.kind != "place" or c.score > 0.62]
            if self._unknown_capital(words, index + 1):
                return []
        if index and self._first_name(words, index - 1) and not (kind is None and _is_code(words[index])):
            return []
        return found

    def _first_name(self, words: Sequence[str], index: int) -> bool:
        """Whether the word is a first name, so that what follows is a surname."""
        word = words[index]
        return word[:1].isupper() and self.base._common.get(names.key(word)) == "first-name"

    def _unknown_capital(self, words: Sequence[str], index: int) -> bool:
        """Whether there is a capitalised word that is neither a known name nor a title nor a role."""
        if index >= len(words) or not words[index][:1].isupper() or names.capitals(words[index]):
            return False
        key = names.key(words[index])
        singular = names.phrase_key(words[index])
        known = self.base._refs(key) or self.base.title_key(singular, None) or self.base.role_key(singular)
        return not known and key not in self.base._common

    def _single_at(
        self, words: Sequence[str], pieces: list[tuple[str, int]], position: int, day: int
    ) -> tuple[NameMatch, int] | None:
        """A bare surname of someone in high office, or a name under its transliteration skeleton."""
        index = pieces[position][1]
        if not words[index][:1].isupper():
            return None
        for count in (3, 2, 1):
            if position + count > len(pieces) or not _whole_words(pieces, position, count):
                continue
            last = pieces[position + count - 1][1]
            if any(not words[i][:1].isupper() for i in {i for _, i in pieces[position : position + count]}):
                continue
            key = " ".join(p for p, _ in pieces[position : position + count])
            found = self._alike(key, count, day) if count > 1 else self._surname_here(words, index, key, day)
            if found:
                return NameMatch(index, last + 1, found), position + count
        return None

    def _alike(self, key: str, count: int, day: int) -> tuple[Candidate, ...]:
        """Names with the same transliteration skeleton."""
        if len(key) < 8:
            return ()
        refs = self.base._refs(names.skeleton(key), "skeleton")
        found = self.base._from_refs([r for r in refs if not r.the], key.title(), True, day)
        return ranked(replace(c, score=round(c.score * 0.8, 3), resolved_by="transliteration") for c in found)

    def _surname_here(self, words: Sequence[str], index: int, key: str, day: int) -> tuple[Candidate, ...]:
        """Holders of high office whom this lone surname can mean."""
        kind = self.base._common.get(key)
        if kind is not None and not self._titled(words, index):
            return ()
        if self._unknown_capital(words, index + 1) or (index and self._stranger(words, index - 1)):
            return ()
        found = [c for c in self.base._by_surname(key, day) if c.score >= 0.6]
        if not found and len(key) >= 7:
            return tuple(c for c in self._alike(key, 1, day) if c.kind == "org")
        return tuple(found)

    def _titled(self, words: Sequence[str], index: int) -> bool:
        """Whether a title stands right before the word."""
        return index > 0 and self.base.title_key(names.phrase_key(words[index - 1]), None) is not None

    def _stranger(self, words: Sequence[str], index: int) -> bool:
        """Whether the word before belongs to some other full name."""
        if self._first_name(words, index):
            return True
        return index > 0 and self._unknown_capital(words, index)

    # -- phrases ---------------------------------------------------------------------------------

    def resolve(self, phrase: str, day: int) -> list[Candidate]:
        """What a noun phrase can mean on a day, best first."""
        text = phrase.strip(_EDGE + ",")
        words = _words(text)
        bare, had_the, had_a = _undetermined(words)
        if not bare:
            return list(self.base._lookup(text, day))
        if not _may_be_name(bare):
            return self._read(bare, day) or list(self.base._lookup(text, day))
        rest = " ".join(w.text for w in bare)
        found = [*self.base._lookup(text, day), *self.base._lookup(f"the {rest}" if had_the else rest, day)]
        found = [self._people_of(c, words[-1], had_a) for c in found]
        commas = [part for part in (p.strip() for p in text.split(",")) if part]
        if max((c.score for c in found if c.kind != "place" or len(bare) == 1), default=0.0) >= 0.8:
            read = []
        elif len(commas) > 1:
            read = self._apposition(commas, day)
        elif len(bare) > 1 or not found:
            read = self._read(bare, day)
        else:
            read = []
        return list(ranked([*read, *found]))

    def _people_of(self, candidate: Candidate, last: Word, had_a: bool) -> Candidate:
        """A demonym in the plural, or after "a", means people of the country, not its government."""
        if candidate.kind != "country" or candidate.resolved_by not in ("demonym", "adjective", "variant"):
            return candidate
        plural = bool(last.parts) and last.parts[-1].endswith("s") and candidate.resolved_by == "demonym"
        if plural or (had_a and candidate.resolved_by in ("demonym", "adjective")):
            return replace(candidate, sectors=("CVL",), resolved_by="demonym")
        return candidate

    def _apposition(self, parts: list[str], day: int) -> list[Candidate]:
        """ "NAME, TITLE", "TITLE, NAME" and "PLACE, COUNTRY"."""
        first, second = self._read_text(parts[0], day), self._read_text(parts[1], day)
        if not first:
            return second
        if not second:
            return first
        one, other = first[0], second[0]
        if (
            (other.kind == "person"
            and one.kind in ("office", "role"))
            or (one.kind == "office"
            and other.actor_id == "")
        ):
            joined = self._read_text(f"{parts[0]} {parts[1]}", day)
            return joined or second
        if other.kind == "country" and one.country not in (None, other.country):
            same = [c for c in first if c.country == other.country]
            return same or first
        if one.kind == "unknown":
            return [
                replace(
                    one,
                    kind="person",
                    country=other.country,
                    sectors=other.sectors,
                    office=other.office or parts[1],
                    resolved_by="title",
                    score=0.6,
                )
            ]
        if other.kind == "country" and one.country is None:
            return [replace(c, country=other.country) for c in first]
        if other.actor_id and other.actor_id == one.actor_id:
            return [replace(one, score=1.0), *first[1:]]
        agreeing = [c for c in first if c.country and c.country == other.country]
        return _stable(agreeing, first)

    def _read_text(self, text: str, day: int) -> list[Candidate]:
        """Read a part of a phrase."""
        whole = [c for c in self.base._lookup(text, day) if c.score >= 0.8]
        bare, _, had_a = _undetermined(_words(text))
        if whole and bare:
            return [self._people_of(c, bare[-1], had_a) for c in whole]
        return whole or (self._read(bare, day) if bare else [])

    def _read(self, words: Sequence[Word], day: int) -> list[Candidate]:
        """Read a phrase without determiner by its segments."""
        former = any(w.text.lower() in _FORMER or w.parts[:1] == ("ex",) for w in words)
        segments = self._segments(words, day)
        segments = _first_conjunct(segments)
        cut = next((i for i, s in enumerate(segments) if s.kind == "preposition" and i), len(segments))
        head, tail = segments[:cut], segments[cut:]
        context = Context(former=former)
        if not head:
            return []
        nucleus = _nucleus(head)
        if nucleus is None:
            return []
        for segment in head:
            if segment is nucleus:
                break
            self._take(context, segment, day)
        if nucleus.kind == "office":
            self._take_inside(context, nucleus, day)
        if tail:
            replaced = self._take_tail(context, nucleus, tail, day)
            if replaced:
                return replaced
        before = [s for s in head[: head.index(nucleus)]]
        return self._mean(nucleus, before, context, day)

    def _take_inside(self, context: Context, title: Segment, day: int) -> None:
        """Let a name inside a title say whose it is: "CIA director", "head of Hamas"."""
        words = _words(title.text)
        for position, word in enumerate(words):
            if not (word.capital and (found := self._name_segment(words, position, day))):
                continue
            for best in found[0].candidates[:1]:
                office = self.base.title_key(title.office, context.country)
                fits = context.country in (None, best.country) or best.country in _INTERNATIONAL
                if (
                    (best.kind == "country"
                    and position == 0)
                    or (best.kind == "org"
                    and fits
                    and office not in _OPEN_OFFICES)
                ):
                    context.take(best)

    def _take(self, context: Context, segment: Segment, day: int) -> None:
        """Let a segment before the head say whose the thing is."""
        if segment.kind == "office":
            self._take_inside(context, segment, day)
        if segment.kind == "name":
            best = _whose(segment.candidates)
            if best:
                context.take(best)
        elif segment.kind == "unknown":
            for candidate in self.base._by_surname(names.key(segment.text), day)[:1]:
                context.take(candidate)

    def _take_tail(
        self, context: Context, nucleus: Segment, tail: list[Segment], day: int
    ) -> list[Candidate]:
        """Read what follows the first preposition; a container ("members of Hamas") stands for its content."""
        preposition = tail[0].text.lower()
        rest = tail[1:]
        stop = next((i for i, s in enumerate(rest) if s.kind == "preposition" and i), len(rest))
        inner_head = _nucleus(rest[:stop])
        if inner_head is None:
            return []
        inner = Context()
        for segment in rest[: rest.index(inner_head)]:
            self._take(inner, segment, day)
        if rest[stop:]:
            self._take_tail(inner, inner_head, rest[stop:], day)
        found = self._mean(inner_head, rest[: rest.index(inner_head)], inner, day)
        if not found:
            return []
        if nucleus.role and preposition == "of" and nucleus.role.phrase in _CONTAINERS:
            return found
        if preposition in ("of", "in", "from", "at", "inside", "across", "near", "outside"):
            keep = context.country
            context.take(_whose(tuple(found)) or found[0])
            if keep is None and found[0].kind == "place":
                context.how = "place"
        return []

    # -- segments --------------------------------------------------------------------------------

    def _segments(self, words: Sequence[Word], day: int) -> list[Segment]:
        """Cut a phrase into segments, the longest known stretch first at every word."""
        found: list[Segment] = []
        position = 0
        while position < len(words):
            word = words[position]
            low = word.text.lower()
            if low in _CUT and position:
                break
            after_title = (
                bool(found)
                and not found[-1].owns
                and (
                    found[-1].kind == "office"
                    or (found[-1].role is not None and found[-1].role.kind != "institution")
                )
            )
            segment, used = self._segment_at(words, position, day, after_title)
            if segment:
                found.append(segment)
            position += used
        return found

    def _segment_at(
        self, words: Sequence[Word], position: int, day: int, after_title: bool
    ) -> tuple[Segment | None, int]:
        """The segment that begins at a word, and how many words it takes."""
        word = words[position]
        low = word.text.lower()
        if low in ("and", "or", "&"):
            return Segment("and", low), 1
        made = _MADE_OF.match(word.text)
        if made and not self.base._refs(" ".join(word.parts)):
            return self._made_of(made["who"], made["how"].lower(), day), 1
        if low.startswith(("pro-", "anti-", "non-")):
            return None, 1
        run = _capital_run(words, position)
        if after_title and run and (named := self._named_run(words, position, run, day)):
            return named
        options = [
            self._name_segment(words, position, day),
            self._office_segment(words, position),
            self._role_segment(words, position),
        ]
        segment, used = max((o for o in options if o), key=lambda o: o[1], default=(None, 0))
        if segment:
            return segment, used
        if low in _PREPOSITIONS:
            return Segment("preposition", low), 1
        if run:
            text = " ".join(w.text for w in words[position : position + run])
            return Segment("unknown", _bare(text), words[position + run - 1].owns), run
        return None, 1

    def _made_of(self, who: str, how: str, day: int) -> Segment | None:
        """The first half of "Gaza-based": a place that counts, or ("Iran-backed") one that does not."""
        if how not in _PLACING:
            return None
        found = self.base._lookup(who, day)
        return Segment("name", who, candidates=found) if found else None

    def _named_run(
        self, words: Sequence[Word], position: int, run: int, day: int
    ) -> tuple[Segment, int] | None:
        """After a title, a run of capitalised words is one person's name, known or not."""
        for count in range(run, 0, -1):
            text = _bare(" ".join(w.text for w in words[position : position + count]))
            found = self.base._lookup(text, day)
            if count == 1 and run == 1:
                found = tuple(c for c in found if c.kind != "place")
            if found and (count == run or found[0].kind == "person"):
                return Segment("name", text, words[position + count - 1].owns, found), count
            if self._office_segment(words, position) or self._role_segment(words, position):
                return None
        text = _bare(" ".join(w.text for w in words[position : position + run]))
        return Segment("unknown", text, words[position + run - 1].owns), run

    def _name_segment(self, words: Sequence[Word], position: int, day: int) -> tuple[Segment, int] | None:
        """The longest stored name at a word."""
        word = words[position]
        if not word.parts or not (word.capital or word.parts[0] in names.LOWER_STARTS):
            return None
        longest = self.base._longest(word.parts[0])
        has_the = position > 0 and words[position - 1].text.lower() == "the"
        best: tuple[Segment, int] | None = None
        pieces: list[str] = []
        for count, other in enumerate(words[position:], start=1):
            pieces += other.parts
            if len(pieces) > longest:
                break
            refs = self.base._refs(" ".join(pieces))
            surface = " ".join(w.text for w in words[position : position + count])
            found = ranked(self.base._from_refs(refs, surface, has_the, day)) if refs else ()
            if count == 1 and self.base._common.get(" ".join(pieces)) in ("word", "month"):
                found = tuple(c for c in found if c.kind != "place")
            if found:
                best = Segment("name", surface, other.owns, found), count
            if other.owns and count > 1 and best:
                break
        if best is None and word.capital:
            found = tuple(c for c in self.base._by_surname(" ".join(word.parts), day) if c.score >= 0.5)
            if found and not (
                position + 1 < len(words)
                and words[position + 1].capital
                and not word.owns
                and not self._office_segment(words, position + 1)
                and not self._role_segment(words, position + 1)
            ):
                return Segment("name", _bare(word.text), word.owns, found), 1
        return best

    def _office_segment(self, words: Sequence[Word], position: int) -> tuple[Segment, int] | None:
        """The longest office title at a word."""
        return self._longest_phrase(words, position, "office")

    def _role_segment(self, words: Sequence[Word], position: int) -> tuple[Segment, int] | None:
        """The longest role at a word."""
        return self._longest_phrase(words, position, "role")

    def _longest_phrase(self, words: Sequence[Word], position: int, kind: str) -> tuple[Segment, int] | None:
        """The longest stretch from a word that is a title or a role."""
        best: tuple[Segment, int] | None = None
        pieces: list[str] = []
        for count, word in enumerate(words[position : position + 7], start=1):
            pieces += [names.singular(p) for p in word.parts]
            key = " ".join(pieces)
            text = _bare(" ".join(w.text for w in words[position : position + count]))
            if kind == "office":
                office = self.base.title_key(key, None) if key else None
                if office:
                    best = (
                        Segment(
                            "office",
                            text,
                            word.owns,
                            office=key,
                            plural=_plural(words[position : position + count]),
                        ),
                        count,
                    )
            else:
                role = self.base.role_key(key) if key else None
                if role:
                    best = Segment("role", text, word.owns, role=role), count
            if word.owns:
                break
        return best

    # -- meanings --------------------------------------------------------------------------------

    def _mean(
        self, nucleus: Segment, before: Sequence[Segment], context: Context, day: int
    ) -> list[Candidate]:
        """What the head of a phrase means, given whose it is."""
        title = next((s for s in reversed(before) if s.kind == "office" and not s.owns), None)
        role = next((s.role for s in reversed(before) if s.role and not s.owns), None)
        if nucleus.kind == "office":
            return self._office_meaning(nucleus, context, day)
        if nucleus.kind == "role" and nucleus.role:
            return self._role_meaning(nucleus.text, nucleus.role, context)
        if nucleus.kind == "unknown":
            return self._unknown_meaning(nucleus, title, role, context, day)
        if nucleus.kind == "name":
            return self._name_meaning(nucleus, title, context, day)
        return []

    def _name_meaning(
        self, nucleus: Segment, title: Segment | None, context: Context, day: int
    ) -> list[Candidate]:
        """A known name, preferring what agrees with its title and country."""
        found = list(nucleus.candidates)
        if title:
            persons = [c for c in found if c.kind == "person"]
            persons += [
                c
                for c in self._by_title(nucleus.text, title, context, day)
                if c.actor_id not in {p.actor_id for p in persons}
            ]
            if persons:
                found = [self._agree(c, title, context) for c in persons]
            else:
                return (
                    self._unknown_meaning(replace(nucleus, kind="unknown"), title, None, context, day)
                    if title and not any(c.kind in ("org", "country") for c in found)
                    else found
                )
        elif context.country:
            found = [
                c if c.country in (context.country, None) else replace(c, score=round(c.score * 0.6, 3))
                for c in found
            ]
        if context.former:
            found = [
                replace(c, sectors=("ELI",), office=None) if c.kind == "person" and c.office and title else c
                for c in found
            ]
        return list(ranked(found))

    def _agree(self, candidate: Candidate, title: Segment, context: Context) -> Candidate:
        """Lower a person who holds another office, or one in another country."""
        score = candidate.score
        if context.country and candidate.country != context.country:
            score *= 0.6
        if candidate.office and not context.former:
            asked = self.base.title_key(title.office, candidate.country)
            holds = self.base.office_in(candidate.office, candidate.country)
            score *= 1.0 if asked == holds else 0.92
        return replace(candidate, score=round(min(score, 1.0), 3))

    def _by_title(self, text: str, title: Segment, context: Context, day: int) -> list[Candidate]:
        """Holders of the titled office who bear this surname."""
        key = names.key(text)
        found = []
        for candidate in self.base._by_surname(key, day):
            asked = self.base.title_key(title.office, candidate.country)
            holds = self.base.office_in(candidate.office, candidate.country) if candidate.office else None
            fits = asked == holds and context.country in (None, candidate.country)
            found.append(
                replace(
                    candidate,
                    score=0.93 if fits else round(candidate.score * 0.8, 3),
                    resolved_by="title and surname" if fits else "surname",
                )
            )
        if context.country and not any(c.score > 0.9 for c in found):
            office = self.base.title_key(title.office, context.country)
            for holder in (
                self.base.holders_of(context.country, office or "", title.office, day) if office else []
            ):
                if key.split()[-1:] == names.key(holder.name).split()[-1:]:
                    found.append(replace(holder, score=0.93, resolved_by="title and surname"))
        return found

    def _unknown_meaning(
        self, nucleus: Segment, title: Segment | None, role: Role | None, context: Context, day: int
    ) -> list[Candidate]:
        """A name that is not stored: a surname of someone in office, a spelling variant, or only what the title tells."""
        if title:
            found = [c for c in self._by_title(nucleus.text, title, context, day) if c.score > 0.6]
            if found:
                return list(ranked(found))
        else:
            found = [c for c in self.base._lookup(nucleus.text, day) if c.kind != "place"]
            if context.country:
                found = [
                    c if c.country == context.country else replace(c, score=round(c.score * 0.6, 3))
                    for c in found
                ]
            if found and found[0].score > 0.3:
                return list(ranked(found))
        sectors: tuple[str, ...] = ()
        office = None
        if title:
            key = self.base.title_key(title.office, context.country)
            sectors, office = self.base.office_sectors(key or ""), title.text
        elif role:
            sectors = role.sectors
        if context.org:
            sectors = sectors if sectors and context.org.kind != "org" else context.org.sectors or sectors
        if context.former and title:
            sectors, office = ("ELI",), None
        kind = "person" if title or (role and role.kind == "person") else "unknown"
        how = "title" if title else "role" if role else "unknown"
        score = 0.6 if title else 0.45 if role or context.country else 0.1
        return [Candidate("", nucleus.text, kind, context.country, sectors, office, None, None, how, score)]

    def _office_meaning(self, nucleus: Segment, context: Context, day: int) -> list[Candidate]:
        """An office without a name: its holder, where the office has one holder, else what it is."""
        key = self.base.title_key(nucleus.office, context.country) or ""
        generic = self._generic_office(nucleus, key, context)
        if nucleus.plural or context.former:
            return [generic]
        if nucleus.office in _HEAD_WORDS:
            found = self._leaders(nucleus.office, context, day)
        else:
            found = self._holders(nucleus.office, key, context, day)
        return [*(replace(c, resolved_by="office") for c in found[:3]), generic]

    def _holders(self, title: str, key: str, context: Context, day: int) -> list[Candidate]:
        """The holders of an office that has one holder in a country or organisation."""
        org = context.org if context.org and context.org.kind == "org" else None
        if org:
            found = self.base.holders_of(None, key, title, day, org.actor_id)
            if found or org.country in _INTERNATIONAL:
                return found
            title = f"{title} of the {names.phrase_key(org.name)}"
        if not context.country or self.base.office_rank(key) > 2:
            return []
        found = self.base.holders_of(context.country, key, title, day)
        if org and key in _SERVICE_OFFICES:
            return [c for c in found if _shares_name(c.office or "", org.name)]
        return found

    def _generic_office(self, nucleus: Segment, key: str, context: Context) -> Candidate:
        """An office whose holder is not known."""
        sectors = self.base.office_sectors(key)
        if context.org and context.org.sectors and self.base.office_rank(key) > 1:
            sectors = context.org.sectors
        if context.former:
            sectors = ("ELI",)
        office = None if context.former else nucleus.text
        score = 0.55 if context.country else 0.4
        return Candidate(
            "", nucleus.text, "office", context.country, sectors, office, None, None, "office", score
        )

    def _leaders(self, title: str, context: Context, day: int) -> list[Candidate]:
        """Who leads an organisation or a country."""
        org = context.org if context.org and context.org.kind == "org" else None
        if org:
            for key in _ORGANISATION_OFFICES:
                found = self.base.holders_of(None, key, title, day, org.actor_id)
                if found:
                    return found
            for key in _SERVICE_OFFICES:
                found = self._holders(title, key, context, day)
                if found:
                    return found
            return []
        if not context.country or title != "leader":
            return []
        ceremonial = context.country in _PARLIAMENTARY
        order = (
            ("head-of-government", "head-of-state") if ceremonial else ("head-of-state", "head-of-government")
        )
        for key in ("supreme-leader", "junta-leader", *order):
            found = self.base.holders_of(context.country, key, "", day)
            if found and found[0].score >= 0.7:
                return found
        return []

    def _role_meaning(self, text: str, role: Role, context: Context) -> list[Candidate]:
        """A common noun, with the country or organisation that it belongs to."""
        org = context.org
        stored = self._stored_institution(text, role, context)
        if stored:
            return stored
        if org and org.kind == "org":
            last = names.phrase_key(role.phrase).split()[-1]
            if last in _GENERIC and org.sectors:
                return [replace(org, resolved_by="name and role", score=round(org.score * 0.9, 3))]
            merged = (
                tuple(dict.fromkeys([*role.sectors, *org.sectors]))
                if org.country not in ("UNO", "IGO", "EUR")
                else role.sectors
            )
            return [
                replace(org, sectors=merged, resolved_by="name and role", score=round(org.score * 0.85, 3))
            ]
        country = context.country
        if country and names.phrase_key(role.phrase) in _STATE and role.kind != "person":
            return [
                Candidate(
                    f"country:{country}",
                    self.base.country_name(country),
                    "country",
                    country,
                    role.sectors,
                    None,
                    None,
                    None,
                    "country and role",
                    0.9,
                )
            ]
        sectors = (
            ("ELI",)
            if context.former and role.sectors[:1] in (("GOV",), ("LEG",), ("MIL",))
            else role.sectors
        )
        how = f"{context.how or 'country'} and role" if country else "role"
        return [Candidate("", text, "role", country, sectors, None, None, None, how, 0.8 if country else 0.5)]

    def _stored_institution(self, text: str, role: Role, context: Context) -> list[Candidate]:
        """A ministry or service that is stored under its country's adjective or name."""
        if role.kind == "person" or not context.country:
            return []
        country = context.country
        found: list[Candidate] = []
        for word in self.base.words_for(country):
            for phrase in dict.fromkeys((names.key(text), names.key(role.phrase))):
                for key in (f"{word} {phrase}", f"{phrase} of {word}", f"{phrase} of the {word}"):
                    found += self.base._from_refs(self.base._refs(key), text, True, 0)
        own = [c for c in found if c.country == country and c.kind == "org"]
        return [replace(c, resolved_by="country and role", score=0.9) for c in ranked(own)[:2]]


def _pieces(words: Sequence[str]) -> list[tuple[str, int]]:
    """The folded pieces of a sentence with the word that each is of; -1 marks what no name can span."""
    found: list[tuple[str, int]] = []
    for index, word in enumerate(words):
        pieces = names.parts(word)
        if pieces:
            found += [(p, index) for p in pieces]
        elif _BARRIER.search(word) and word != "&":
            found.append(("", -1))
    return found


def _whole_words(pieces: list[tuple[str, int]], position: int, count: int) -> bool:
    """Whether a stretch of pieces ends where a word ends and spans no barrier."""
    end = position + count
    if end < len(pieces) and pieces[end][1] == pieces[end - 1][1]:
        return False
    return all(index >= 0 for _, index in pieces[position:end])


def _modifier(words: Sequence[str], index: int) -> bool:
    """Whether the word only qualifies ("pro-Russian", "Iran-backed"), split by the tokeniser or not."""
    if index >= 2 and words[index - 1] == "-" and words[index - 2].lower() in ("pro", "anti", "non"):
        return True
    if index + 2 < len(words) and words[index + 1] == "-":
        made = _MADE_OF.match(f"x-{words[index + 2]}")
        return made is not None and made["how"].lower() not in _PLACING
    return False


def _shouting(words: Sequence[str]) -> bool:
    """Whether a headline is set in capitals throughout."""
    letters = [w for w in words if any(c.isalpha() for c in w)]
    return len(letters) > 3 and sum(names.capitals(w) for w in letters) > 0.8 * len(letters)


def _is_code(word: str) -> bool:
    """Whether a word is an acronym."""
    return names.is_acronym(word)


def _may_be_name(words: Sequence[Word]) -> bool:
    """Whether any word is written as a name is."""
    return any(w.capital or (w.parts and w.parts[0] in names.LOWER_STARTS) for w in words)


def _shares_name(title: str, name: str) -> bool:
    """Whether a printed title names the body: "Director of the CIA" and the Central Intelligence Agency."""
    said, meant = (
        set(names.key(title).split()),
        [w for w in names.key(name).split() if w not in ("of", "the", "and", "for")],
    )
    initials = "".join(w[0] for w in meant)
    return initials in said or sum(w in said for w in meant) * 2 > len(meant)


def _words(text: str) -> list[Word]:
    """The words of a phrase, punctuation at their edges dropped, "ex-" split off."""
    found: list[Word] = []
    for raw in text.replace(" 's", "'s").replace(" ’s", "’s").split():
        item = raw.strip(_EDGE + ",")
        if item.lower().startswith("ex-") and len(item) > 4:
            found.append(Word("former", ("former",), False, False))
            item = item[3:]
        parts = names.parts(item)
        if parts or item == "&":
            owns = item.endswith(("'s", "’s", "s'", "s’"))
            found.append(Word(item, parts or ("and",), item[:1].isupper() or item[:1].isdigit(), owns))
    return found


def _undetermined(words: list[Word]) -> tuple[list[Word], bool, bool]:
    """The phrase without articles, numbers and quantities, and whether "the" or "a" was there."""
    start = 0
    had_the = had_a = False
    while start < len(words):
        low = words[start].text.lower()
        if words[start].capital and (start or low not in ("the", "a", "an")) and low in _IGNORED:
            break
        number = bool(low[:1].isdigit() and re.fullmatch(r"[\d.,]+", low))
        after_number = start > 0 and low == "of"
        if not (
            low in _DETERMINERS
            or number
            or after_number
            or low in _IGNORED
            or (low in ("group", "crowd", "number")
            and start + 1 < len(words)
            and words[start + 1].text.lower() == "of")
        ):
            break
        had_the = had_the or low == "the"
        had_a = had_a or low in ("a", "an", "one", "two", "three", "several", "some")
        start += 1
    return words[start:], had_the, had_a


def _capital_run(words: Sequence[Word], position: int) -> int:
    """How many capitalised words, with name particles between, stand from here on."""
    count = 0
    for i, word in enumerate(words[position:]):
        if word.capital:
            count = i + 1
        elif not (
            word.text.lower() in names.PARTICLES
            and word.text.lower() not in ("e", "y", "as", "an", "at", "st", "of")
        ):
            break
        if word.capital and word.owns:
            break
    if (
        not count
        and words[position].parts[:1]
        and words[position].parts[0] in names.LOWER_STARTS
        and "-" in words[position].text
    ):
        return 1
    return count


def _bare(text: str) -> str:
    """A text without the possessive at its end."""
    return re.sub(r"(['’]s|(?<=s)['’])\Z", "", text)


def _plural(words: Sequence[Word]) -> bool:
    """Whether a title stands in the plural ("foreign ministers", "heads of state")."""
    for word in words:
        if word.text.lower() in ("of", "for"):
            break
        last = word.parts[-1] if word.parts else ""
        if (
            last.endswith("s")
            and names.singular(last) != last
            and not word.owns
            and last not in ("affairs", "sports")
        ):
            return True
    return False


def _first_conjunct(segments: list[Segment]) -> list[Segment]:
    """Cut "A and B" after A, unless only adjectives stand before the "and" ("Afghan and US officials")."""
    for i, segment in enumerate(segments):
        if segment.kind != "and" or not i:
            continue
        left = segments[:i]
        later = [s for s in segments[i + 1 :] if s.kind in ("role", "office")]
        if later and all(s.kind == "name" and _adjectival(s) for s in left):
            return [s for s in segments if s.kind != "and"]
        return left
    return segments


def _adjectival(segment: Segment) -> bool:
    """Whether a name stands as an adjective does."""
    return any(c.kind in ("country", "org", "place") for c in segment.candidates)


def _nucleus(segments: Sequence[Segment]) -> Segment | None:
    """The last segment that names something."""
    for segment in reversed(segments):
        if segment.kind in ("name", "office", "role", "unknown"):
            return segment
    return None


def _whose(candidates: Sequence[Candidate]) -> Candidate | None:
    """Among meanings, the one that can own something: a country before a place."""
    return next((c for c in candidates if c.country), None) or (candidates[0] if candidates else None)


def _stable(first: Sequence[Candidate], rest: Sequence[Candidate]) -> list[Candidate]:
    """``first`` and then what else there is."""
    return [*first, *(c for c in rest if c not in first)]
