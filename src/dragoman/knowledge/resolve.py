"""What a whole noun phrase can mean on a day.

The last segment before a preposition is what a phrase names; the others say whose it is: "Iran's |
Defence Minister | Amir Hatami", "police | in | Kano", "Turkish | riot police", "UN | chief".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from . import names, words
from .model import Candidate, Role, ranked
from .phrases import EDGE, SURE_SURNAME, Segment, Segmenter, Word, undetermined, words_of

if TYPE_CHECKING:
    from .base import Knowledge

_OF_A_REGION = re.compile(r"\b(?:Central|South|North|Latin) American\b(?= [a-z])|\bIndian(?= Ocean\b)")
"""Of several countries: "Central American presidents" are not the United States', the ocean not India's."""
_ORDER = re.compile(r"\bexecutive (?=(?:order|action|power|privilege|decree)s?\b)")
"""What an executive issues is no executive."""
_PLURAL_TITLE = re.compile(
    r"\b(Presidents|(?:Prime |Foreign |Defen[cs]e |Finance )?Ministers|Premiers|Chancellors|Kings|Generals|"
    r"Secretaries) (?=[A-Z])"
)
"""The title of several before the first of their names: "Presidents Obama and Castro"."""
_ARMED_TITLE = re.compile(
    r"(?:the )?(?:[A-Z][\w-]+ )?(?:rebel|guerrilla|insurgent) "
    r"(?:chief|leader|commander|boss|general|chieftain) [A-Z]"
)
_SURE = 0.8
"""The score from which a whole phrase is a known name and is not read any further."""
_FAINT = 0.4
"""Below this, a bare surname says nothing: its bearers are long out of office, or little known."""
_FITTING = 0.93
"""The score of a person whose title and surname agree."""
_POPULATED = frozenset(
    "town city village district province port suburb camp hamlet island region area".split()
)


@dataclass(slots=True)
class Context:
    """Whose the thing is that a phrase names."""

    country: str | None = None
    owner: Candidate | None = None
    former: bool = False
    how: str = ""
    sectors: tuple[str, ...] = ()
    """What the word before the head, or the role after its "of", says about its sector."""
    stranger: bool = False
    """Whether it is of something that the knowledge base does not know: "president of Real Sociedad"."""
    territory: str = ""
    """The part of a state that it is of, whose president is not the state's: Somaliland, Bavaria."""

    @property
    def org(self) -> Candidate | None:
        """The organisation that owns the thing."""
        return self.owner if self.owner and self.owner.kind == "org" else None

    def take(self, best: Candidate) -> None:
        """Let a name that stands before the head, or after its preposition, say whose it is."""
        if best.kind in ("org", "outlet") and self.owner is None:
            self.owner = best
        if self.country is None and best.country:
            self.country = best.country
            self.how = best.resolved_by.partition(" and ")[0]
            if best.actor_id.startswith("territory:") and best.country not in words.NO_STATE:
                self.territory = best.name


def _as_rebel(candidate: Candidate) -> Candidate:
    """ "rebel chief Laurent Kabila": what he is on that day, whatever office he came to hold."""
    if candidate.kind != "person" or "REB" in candidate.sectors:
        return candidate
    return replace(candidate, sectors=("REB",), office=None)


_RULING = ("head-of-state", "head-of-government", "supreme-leader", "junta-leader", "party-leader")
"""Offices of whom the papers call a country's leader."""


def _singular(title: str) -> str:
    """ "Presidents" → "President", "Secretaries" → "Secretary"."""
    return title[:-3] + "y" if title.endswith("ies") else title[:-1]


_THEN = re.compile(r"\b[Tt]hen[- ](?=\w)")
""" "the then premier", "then-President": whoever held the office in those days, no holder of today."""


class Resolver:
    """Reads noun phrases on top of a :class:`Knowledge`."""

    def __init__(self, base: Knowledge) -> None:
        self.base = base
        self.store = base.store
        self.segmenter = Segmenter(base)

    def resolve(self, phrase: str, day: int) -> list[Candidate]:
        """What a noun phrase can mean on a day, best first."""
        if _THEN.search(phrase):
            found = self.resolve(_THEN.sub("", phrase), day)
            return [c for c in found if not (c.actor_id and c.resolved_by.startswith("office"))]
        phrase = _PLURAL_TITLE.sub(lambda m: _singular(m[1]) + " ", _OF_A_REGION.sub("regional", phrase))
        text = _ORDER.sub("", phrase).strip(EDGE)
        whole = words_of(text)
        bare, had_the, had_a = undetermined(whole)
        if not bare:
            return list(self.base.lookup_on(text, day))
        if bare[-1].text.lower().rstrip(".") in _HOURS:
            return []  # "about 4 p.m." is no prime minister
        if len(bare) == 1 and bare[0].text.lower().strip("-'’") in names.LOWER_STARTS - {"or", "van", "ben"}:
            return []  # the "al" of a name that was cut in two
        if not any(w.capital or w.parts[0] in names.LOWER_STARTS for w in bare):
            return self._read(bare, day)
        rest = ("the " if had_the else "") + " ".join(w.text for w in bare)
        found = [*self.base.lookup_on(text, day), *self.base.lookup_on(rest, day)]
        found = [_people_of(c, whole[-1], had_a) for c in found]
        if len(bare) == 1 and self.store.common.get(" ".join(bare[0].parts)) == "word":
            found = [c for c in found if c.kind != "place" and (c.kind != "person" or c.score > 0.7)]
        found = [c for c in found if c.resolved_by != "surname" or c.score >= _FAINT]
        if len(bare) == 1 and self.base.office_of(text) in words.RULERS:  # "Amir receives envoy"
            found = [c for c in found if c.resolved_by != "surname"]
        capitals = text.isupper() and len(text) <= _LETTERS  # "at ITO"
        if capitals:
            found = [c for c in found if c.kind != "place"]
        sure = any(c.score >= _SURE and (c.kind != "place" or len(bare) == 1) for c in found)
        if sure or (found and len(bare) == 1):
            return list(ranked(found))
        parts = [part for part in (p.strip() for p in text.split(",")) if part]
        read = self._apposition(parts, day) if len(parts) > 1 else self._read(bare, day)
        if capitals:
            read = [c for c in read if c.kind != "place"]
        if _ARMED_TITLE.match(text):
            read, found = ([_as_rebel(c) for c in side] for side in (read, found))
        return list(ranked([*read, *found]))

    # -- reading ---------------------------------------------------------------------------------

    def _apposition(self, parts: Sequence[str], day: int) -> list[Candidate]:
        """Read "NAME, TITLE", "TITLE, NAME" and "PLACE, COUNTRY"."""
        first, second = self._part(parts[0], day), self._part(parts[1], day)
        if not first or not second:
            return first or second
        one, other = first[0], second[0]
        titled = one.kind in ("office", "role") or one.resolved_by == "office"
        if titled and other.kind in ("person", "unknown"):
            return self._part(f"{parts[0]} {parts[1]}", day) or second
        if one.kind == "unknown":
            office = other.office or (parts[1] if other.kind in ("office", "person") else None)
            who = replace(one, kind="person", country=other.country, sectors=other.sectors, office=office)
            return [replace(who, resolved_by="title", score=0.6)]
        if other.kind == "country" and one.country is None:
            return [replace(c, country=c.country or other.country) for c in first]
        if other.actor_id and other.actor_id == one.actor_id:
            return [replace(one, score=1.0), *first[1:]]
        agreeing = [c for c in first if c.country and c.country == other.country]
        return [*agreeing, *(c for c in first if c not in agreeing)]

    def _part(self, text: str, day: int) -> list[Candidate]:
        """Read one part of an apposition."""
        bare, _, had_a = undetermined(words_of(text))
        sure = [c for c in self.base.lookup_on(text, day) if c.score >= _SURE]
        if sure and bare:
            return [_people_of(c, bare[-1], had_a) for c in sure]
        return self._read(bare, day) if bare else []

    def _read(self, phrase: Sequence[Word], day: int) -> list[Candidate]:
        """Read a phrase without determiner by its segments."""
        context = Context(former=any(w.low in words.FORMER for w in phrase))
        segments = _first_conjunct(self.segmenter.segments(phrase, day))
        return self._read_segments(segments, context, day)

    def _read_segments(self, segments: Sequence[Segment], context: Context, day: int) -> list[Candidate]:
        """Read the segments up to the first preposition, in the light of those after it."""
        cut = next((i for i, s in enumerate(segments) if s.kind == "preposition" and i), len(segments))
        head, tail = segments[:cut], segments[cut:]
        nucleus = next((s for s in reversed(head) if s.kind not in ("word", "and", "preposition")), None)
        if nucleus is None:
            return self._thing(head[-1], head[:-1], context) if self._qualified(head) else []
        before = head[: head.index(nucleus)]
        if _only_owns(nucleus, head[-1]) or _only_qualifies(nucleus, head[-1]):
            before, nucleus = [s for s in head[:-1] if not _only_qualifies(s, head[-1])], head[-1]
        placed = names.phrase_key(nucleus.text).split()[-1:] in _PLACE_NOUNS
        for segment in before:
            if not (placed and segment.kind == "unknown"):  # "Ma village" is nobody's called Ma
                self._take(context, segment, day)
        context.sectors = self._modifier(nucleus, before)
        if nucleus.kind == "office":
            self._take_inside(context, nucleus, day)
        elif nucleus.role:
            self._take_acronym(context, nucleus, day)
        chapter = _chapter(before, nucleus)
        if chapter is not None and not tail:
            return [chapter]
        named = _named_behind_state(nucleus, tail)
        if named is not None:
            context.take(tail[-2].candidates[0])
            return self._titled(named, nucleus, context, day)
        content = self._read_segments(tail[1:], Context(), day) if tail else []
        if content:
            if nucleus.role and tail[0].text == "of" and nucleus.role.phrase in words.CONTAINERS:
                return content
            speaks = tail[0].text == "for" and nucleus.text.lower().split()[-1] in words.SPEAKING_FOR
            if tail[0].text in words.PLACING_PREPOSITIONS or speaks:
                context.take(_owner(content))
            context.stranger = (
                tail[0].text == "of" and content[0].kind == "unknown" and not content[0].country
            )
            if tail[0].text in ("of", "for") and content[0].kind == "role" and not context.sectors:
                context.sectors = content[0].sectors
        if tail and nucleus.kind == "name" and self._only_begins(nucleus, tail[0], content):
            return self._role(nucleus.text, self.store.role(names.phrase_key(nucleus.text)), context)  # type: ignore[arg-type]
        return self._mean(nucleus, before, context, day)

    def _only_begins(self, nucleus: Segment, link: Segment, content: Sequence[Candidate]) -> bool:
        """Whether a body's name is the beginning of an unknown one: "Congress | of | Ethiopian Labour"."""
        best = nucleus.candidates[0]
        if (
            best.kind != "org"
            or link.text not in ("of", "for")
            or not self.store.role(names.phrase_key(nucleus.text))
        ):
            return False
        return (
            not content
            or content[0].kind in ("unknown", "role")
            or content[0].country not in (None, best.country)
        )

    def _qualified(self, head: Sequence[Segment]) -> bool:
        """Whether small words that are no role still tell a sector: "car theft syndicate"."""
        return bool(head) and head[-1].kind == "word" and bool(self._modifier(head[-1], head[:-1]))

    def _modifier(self, nucleus: Segment, before: Sequence[Segment]) -> tuple[str, ...]:
        """The sectors that a word before a noun for any group or person gives it."""
        last = names.phrase_key(nucleus.text).split()[-1:]
        if not last or last[0] not in words.GENERIC:
            return ()
        for segment in reversed(before):
            if segment.kind in ("office", "preposition", "and"):
                break
            found = self.store.modifiers.get(names.phrase_key(segment.text))
            if found:
                return found
            if segment.role and segment.role.sectors != ("UNK",):  # "a Kurdish rebel | group"
                return segment.role.sectors
        return ()

    def _take(self, context: Context, segment: Segment, day: int) -> None:
        """Let a segment before the head say whose the thing is."""
        if segment.kind == "office":
            self._take_inside(context, segment, day)
        elif segment.kind == "name":
            context.take(_owner(segment.candidates))
        elif segment.kind == "unknown":
            for candidate in self.base.by_surname(names.key(segment.text), day)[:1]:
                great = candidate.country in words.RENOWN and candidate.score >= _FAINT
                if great or candidate.score >= SURE_SURNAME:
                    context.take(candidate)

    def _take_inside(self, context: Context, title: Segment, day: int) -> None:
        """Let a name inside a title say whose it is: "CIA director", "head of Hamas"."""
        phrase = words_of(title.text)
        for position, word in enumerate(phrase):
            found = self.segmenter.name(phrase, position, day) if word.capital else None
            if not found:
                continue
            best = found[0].candidates[0]
            office = self.store.title_key(title.office, context.country)
            fits = context.country in (None, best.country) or best.country in words.INTERNATIONAL
            body = best.kind == "org" and fits and office not in words.NATIONAL_OFFICES
            local = best.kind == "place" and position and office in words.LOCAL_OFFICES
            if body or local or (best.kind == "country" and position == 0):
                context.take(best)

    def _take_acronym(self, context: Context, role: Segment, day: int) -> None:
        """Let the acronym of a body inside a role say whose it is: "UN mission"."""
        for position, word in enumerate(phrase := words_of(role.text)[:-1]):
            found = self.segmenter.name(phrase, position, day) if names.capitals(word.text) else None
            if found and found[0].candidates[0].kind == "org":
                context.take(found[0].candidates[0])

    # -- meanings --------------------------------------------------------------------------------

    def _mean(
        self, nucleus: Segment, before: Sequence[Segment], context: Context, day: int
    ) -> list[Candidate]:
        """What the head of a phrase means, given whose it is."""
        titles = [s for s in before if s.kind == "office" and not s.owns]
        role = next((s.role for s in reversed(before) if s.role and not s.owns), None)
        if nucleus.kind == "office":
            return self._office(nucleus, context, day)
        if nucleus.role:
            return self._role(nucleus.text, nucleus.role, context)
        if nucleus.kind == "word":
            return self._thing(nucleus, before, context)
        if titles:
            camps = [self._camp(title, before[: before.index(title)]) for title in titles]
            read = [
                self._titled(nucleus, title, context, day, camp)
                for title, camp in zip(titles, camps, strict=True)
            ]
            return max(read, key=lambda found: found[0].score if found else 0.0)
        if nucleus.kind == "name" and not (
            role and role.kind == "person" and _surname_of_firm(nucleus.candidates[0], nucleus)
        ):
            return self._named(nucleus, context)
        if before and _longer_name(before[-1]):
            return [replace(c, score=round(c.score * 0.85, 3)) for c in before[-1].candidates]
        return self._unknown(nucleus, role, context, day)

    def _named(self, nucleus: Segment, context: Context) -> list[Candidate]:
        """A known name without a title, in the country that owns it."""
        if context.country and self._alien_body(nucleus, context.country):
            role = self.store.role(names.phrase_key(nucleus.text))
            if role:
                return self._role(nucleus.text, role, replace(context, owner=None))
        nearest = [_of_here(c, context) for c in nucleus.candidates]
        found = _nearer(nearest, context.country)
        if words.plural(nucleus.text):
            found = [_people(c) if c.resolved_by == "demonym" else c for c in found]
        if context.country and all(c.kind == "place" and c.country != context.country for c in found):
            here = Candidate(
                "", nucleus.text, "unknown", context.country, (), None, None, None, "country", 0.4
            )
            return [here, *found]
        return found

    def _alien_body(self, nucleus: Segment, country: str) -> bool:
        """Whether a name is a body of another state's: "Chile's Defense Department" is not the Pentagon."""
        best = nucleus.candidates[0]
        return best.kind == "org" and best.country != country and best.country not in words.INTERNATIONAL

    def _camp(self, title: Segment, before: Sequence[Segment]) -> tuple[str, ...]:
        """Whose officer the words of a title say somebody is: "rebel spokesman", "chief union negotiator"."""
        return self._told_by_the_title(title) or self._modifier(title, before)

    def _titled(
        self, nucleus: Segment, title: Segment, context: Context, day: int, camp: tuple[str, ...] = ()
    ) -> list[Candidate]:
        """A name behind a title: the holder, someone of that name, or only what the title tells."""
        persons = [c for c in nucleus.candidates if c.kind == "person" and c.resolved_by != "surname"]
        persons = [c for c in persons if self._is_he(c, title, context)]
        persons = [self._agree(c, title, context, day) for c in persons]
        persons += [c for c in self._bearers(nucleus.text, title, context, day) if c.score > 0.35]
        if persons and context.former:
            persons = [_retired(c) for c in persons]
        if persons and max(c.score for c in persons) > 0.5:
            return list(ranked(persons))
        others = [c for c in nucleus.candidates if c.kind in ("org", "country", "outlet")]
        if others and not _surname_of_firm(others[0], nucleus):
            return list(ranked(others))
        if nucleus.text.lower().split()[-1] in _BODIES:  # "commander of the Army | Special Warfare Command"
            return self._office(title, context, day)
        key = self.store.title_key(title.office, context.country) or ""
        sectors, office = self.base.office_sectors(key), title.text
        private = (
            context.org is not None and context.org.sectors[:1] and context.org.sectors[0] in _BODIES_APART
        )
        if context.org and (self.base.office_rank(key) > 1 or private):
            sectors = context.org.sectors or sectors
        elif camp and (self.base.office_rank(key) > 2 or title.office in words.HEADS):
            sectors = camp
        elif title.office in words.HEADS and context.org and context.org.sectors == ("CVL",):
            sectors = ("CVL",)  # "Tamil leader S. Raman" leads a people, no state
        elif title.text.lower() in words.HEADS and not context.country:
            sectors = ()  # "Bedouin leader Ali Omar": of whom is not known
        elif title.office in words.HEADS and context.country and not context.sectors:
            sectors = ("GOV",)  # "Chadian leader Habré": no rebel for all that one knows
        if context.former:
            sectors, office = ("ELI",), ""
        home = (
            None if context.country == "IMG" else context.country
        )  # "Sunni leader": of the report's country
        told = Candidate("", nucleus.text, "person", home, sectors, office or None, None, None, "title", 0.6)
        return [told, *ranked(persons)]

    def _is_he(self, c: Candidate, title: Segment, context: Context) -> bool:
        """ "Army spokesman Abdul Karim" is no envoy whose full name holds that name."""
        if c.resolved_by != "short name" or context.country == c.country:
            return True
        key = self.store.title_key(title.office, c.country) or ""
        return self.base.as_holder(c.actor_id, key, title.office, 0) is not None

    def _agree(self, candidate: Candidate, title: Segment, context: Context, day: int) -> Candidate:
        """A person as the holder of the title; lower one who holds another, or in another country."""
        key = self.store.title_key(title.office, candidate.country) or ""
        alien = context.country not in (None, candidate.country)
        score = candidate.score * (0.6 if alien and context.country not in words.INTERNATIONAL else 1.0)
        once = self.base.as_holder(candidate.actor_id, key, title.office, 0)
        if context.former:
            return replace(candidate, score=round(max(score, _SURE) if once else score * 0.7, 3))
        held = self.base.as_holder(candidate.actor_id, key, title.office, day)
        if held and context.country in (None, held.country):
            return replace(held, score=max(candidate.score, _FITTING), resolved_by=candidate.resolved_by)
        if candidate.office is None and candidate.resolved_by != "surname":
            told = self.base.office_sectors(key) or candidate.sectors
            country = context.country if context.country in words.INTERNATIONAL else candidate.country
            candidate = replace(candidate, office=title.text, sectors=told, country=country)
        if once:
            if not day:  # of namesakes who held it, the better known
                return replace(once, score=round(max(score, 0.65) + 0.05 * candidate.score, 3))
            return replace(candidate, score=round(max(score, 0.65), 3))
        return replace(candidate, score=round(score * 0.85, 3))

    def _bearers(self, text: str, title: Segment, context: Context, day: int) -> list[Candidate]:
        """Persons with a surname: the holder of the title first, then others known by it."""
        key = names.key(text)
        found = []
        for candidate in self.base.by_surname(key, day):
            agreed = self._agree(candidate, title, context, day)
            if title.office in words.HEADS and self._rules(candidate, context, day):
                agreed = replace(candidate, score=_FITTING)
            how = "title and surname" if agreed.score >= _FITTING else "surname"
            found.append(replace(agreed, resolved_by=how))
        office = self.store.title_key(title.office, context.country)
        if context.country and office and not any(c.score >= _FITTING for c in found):
            holders = self.base.holders_on(context.country, office, title.office, day)
            found += [
                replace(holder, score=_FITTING, resolved_by="title and surname")
                for holder in holders
                if holder.score > 0.5 and _same_person(holder.name, key)
            ]
        return found

    def _rules(self, candidate: Candidate, context: Context, day: int) -> bool:
        """ "Soviet leader Gorbachev": head of the state or of the party that rules it, on that day."""
        if context.org is not None or candidate.country is None or candidate.country != context.country:
            return False
        title = names.phrase_key(candidate.office or "")
        held = (self.base.as_holder(candidate.actor_id, key, title, day) for key in _RULING)
        return any(h is not None and h.sectors[:1] == ("GOV",) for h in held)

    def _unknown(self, nucleus: Segment, role: Role | None, context: Context, day: int) -> list[Candidate]:
        """A name that is not stored: another spelling, or only what stands around it."""
        found = [c for c in self.base.lookup_on(nucleus.text, day) if c.kind != "place"]
        if role and role.kind == "person":
            found = [c for c in found if not _surname_of_firm(c, nucleus)]
        near = _nearer(found, context.country)
        if near and near[0].score > 0.3:
            return near
        ending = self.base.role(nucleus.text.split()) if context.owner is None and role is None else None
        if ending and ending.kind != "person" and ending.sectors[:1] != ("UNK",):
            role = ending  # "Home Affairs Department": what its last word says
        sectors = context.owner.sectors if context.owner else role.sectors if role else ()
        kind = "person" if role and role.kind == "person" else "unknown"
        how, score = ("role", 0.45) if role else ("country", 0.4) if context.country else ("unknown", 0.1)
        return [Candidate("", nucleus.text, kind, context.country, sectors, None, None, None, how, score)]

    def _office(self, nucleus: Segment, context: Context, day: int) -> list[Candidate]:
        """An office without a name: its holder, where the office has one holder, else what it is."""
        if context.country is None and context.owner is None:
            context.country = self.store.implied(nucleus.office)
        key = self.store.title_key(nucleus.office, context.country) or ""
        sectors = self.base.office_sectors(key)
        body = context.org.sectors if context.org else ()
        if key in _OF_THEIR_OWN:  # "a Kremlin critic": of no Kremlin
            pass
        elif body in (("CVL",), ("REL",)) and (rebels := self._told_by_the_title(nucleus)):
            sectors = rebels  # "a Tamil rebel leader"
        elif body and (self.base.office_rank(key) > 1 or body[0] not in words.OFFICIAL):
            sectors = body
        elif context.sectors and (
            nucleus.office in words.HEADS
            or self.base.office_rank(key) > 2
            or context.sectors[:1] in words.PRIVATE
        ):
            sectors = context.sectors
        elif context.stranger and not context.country and key in ("head-of-state", "secretary-general"):
            sectors = ()
        elif nucleus.office in words.HEADS:
            sectors = ("GOV",)
        elif nucleus.text in ("captain", "ship's captain"):
            sectors = ("CVL",)
        elif key in _SPOKEN_FOR and not nucleus.plural:
            sectors = self._told_by_the_title(nucleus) or sectors
        office = nucleus.text
        if context.former:
            sectors, office = ("ELI",), ""
        score = 0.55 if context.country else 0.4
        told = Candidate(
            "", nucleus.text, "office", context.country, sectors, office or None, None, None, "office", score
        )
        if nucleus.plural or context.former or context.sectors[:1] in words.PRIVATE:
            return [told]
        if nucleus.office in words.HEADS:
            found = self._leaders(nucleus.office, context, day)
        else:
            found = self._holders(nucleus.office, key, context, day)
        if context.territory:  # "Somaliland's president" is not Somalia's
            found = [c for c in found if context.territory in (c.office or "")]
        return [*found[:3], told]

    def _told_by_the_title(self, title: Segment) -> tuple[str, ...]:
        """ "military spokesman", "drug lord": what the other words of a title say he is."""
        role = self.base.role(title.text.lower().split()) if " " in title.text else None
        whole = role is not None and role.phrase.count(" ") == title.text.count(" ")
        return role.sectors if role is not None and whole else ()

    def _holders(self, title: str, key: str, context: Context, day: int) -> list[Candidate]:
        """The holders of an office that has one holder in a country or organisation."""
        org = context.org
        if org:
            found = self.base.holders_on(None, key, title, day, org.actor_id)
            private = org.sectors[:1] and org.sectors[0] not in words.OFFICIAL
            if found or private or org.country in words.INTERNATIONAL:
                return found
            title = f"{title} of the {names.phrase_key(org.name)}"
        if not context.country or self.base.office_rank(key) > 2:
            return []
        found = self.base.holders_on(context.country, key, title, day)
        if org and key in words.SERVICE_OFFICES:
            return [c for c in found if _names_body(c.office or "", org.name)]
        return found

    def _leaders(self, title: str, context: Context, day: int) -> list[Candidate]:
        """Who leads an organisation or a country."""
        if context.org:
            for key in words.ORGANISATION_OFFICES:
                found = self.base.holders_on(None, key, title, day, context.org.actor_id)
                if found:
                    return found
            tried = (self._holders(title, key, context, day) for key in words.SERVICE_OFFICES)
            return next((found for found in tried if found), [])
        if not context.country or title != "leader":
            return []
        order = ["head-of-state", "head-of-government"]
        if context.country in words.PARLIAMENTARY:
            order.reverse()
        for key in ("supreme-leader", "junta-leader", *order):
            found = self.base.holders_on(context.country, key, "", day)
            if found and found[0].score >= 0.7:
                return found
        return []

    def _role(self, text: str, role: Role, context: Context) -> list[Candidate]:
        """A common noun, with the country or organisation that it belongs to."""
        stored = self._institution(text, role, context)
        if stored:
            return stored
        key = names.phrase_key(role.phrase)
        if context.sectors and key in words.GENERIC:
            role = replace(role, sectors=context.sectors)
        if context.org:
            return [_part_of(context.org, role, key.split()[-1])]
        country = context.country
        if context.how == "surname" and not _POPULATED.isdisjoint(key.split()):
            country = None  # "the town of Goma" is none of Mr Goma's
        if country and context.how != "place" and key in words.STATE and role.kind != "person":
            name = self.base.country_name(country)
            how = "country and role"
            return [
                Candidate(
                    f"country:{country}", name, "country", country, role.sectors, None, None, None, how, 0.9
                )
            ]
        official = role.sectors[:1] in (("GOV",), ("LEG",), ("JUD",))
        sectors = ("ELI",) if context.former and official else role.sectors
        how = f"{context.how or 'country'} and role" if country else "role"
        return [Candidate("", text, "role", country, sectors, None, None, None, how, 0.8 if country else 0.5)]

    def _thing(self, nucleus: Segment, before: Sequence[Segment], context: Context) -> list[Candidate]:
        """A noun that is no known role: people by its ending, else some thing, and after it its owner."""
        sectors = context.sectors or self._modifier(nucleus, before)
        if not sectors and words.AGENTIVE.search(nucleus.text):
            sectors = ("CVL",)
        kind, score = ("role", 0.45) if sectors else ("unknown", 0.4)
        country = context.country
        how = f"{context.how or 'country'} and noun" if country else "role"
        told = Candidate("", nucleus.text, kind, country, sectors, None, None, None, how, score)
        owners = [c for s in reversed(before) for c in s.candidates[:1]]
        return [told, *(replace(c, score=round(c.score * 0.35, 3)) for c in owners[:1])]

    def _institution(self, text: str, role: Role, context: Context) -> list[Candidate]:
        """A ministry or service that is stored under its country's adjective or name."""
        if role.kind == "person" or not context.country or context.org or context.how == "place":
            return []
        found: list[Candidate] = []
        phrases = dict.fromkeys((names.key(text), names.key(role.phrase)))
        for word in self.store.words_for(context.country):
            for phrase in phrases:
                for key in (f"{word} {phrase}", f"{phrase} of {word}", f"{phrase} of the {word}"):
                    found += self.base.from_refs(self.store.refs(key), text, True, 0)
        kin = set(role.sectors)  # "the Cambodian party" is no armed group, though one was the "Party of …"
        own = ranked(
            c
            for c in found
            if c.country == context.country and c.kind == "org" and (not kin or kin & set(c.sectors))
        )
        return [replace(c, resolved_by="country and role", score=0.9) for c in own[:2]]


def _only_owns(name: Segment, last: Segment) -> bool:
    """Whether a name stands before an unknown noun that it owns or qualifies: "Russian riflemen"."""
    if name.kind != "name" or last.kind != "word":
        return False
    return (
        name.owns
        or name.candidates[0].resolved_by in ("adjective", "capital")
        or names.phrase_key(last.text) in words.GENERIC
        or bool(words.AGENTIVE.search(last.text))
    )


def _chapter(before: Sequence[Segment], country: Segment) -> Candidate | None:
    """The part of a world-wide body in a country: "Transparency International Malaysia"."""
    if not before or country.kind != "name" or before[-1].kind != "name" or before[-1].owns:
        return None
    body, home = before[-1].candidates[0], country.candidates[0]
    if body.kind != "org" or body.country != "NGO" or home.kind != "country" or home.resolved_by != "name":
        return None
    return replace(body, country=home.country, resolved_by="name and country", score=0.9)


def _only_qualifies(office: Segment, last: Segment) -> bool:
    """Whether what may be an officer is an adjective: "a general strike", "a chief concern"."""
    return office.kind == "office" and last.kind == "word" and office.text.lower() in _ADJECTIVES


_PLACE_NOUNS = tuple(
    [noun]
    for noun in "village town city hamlet township district province settlement camp community neighbourhood "
    "neighborhood school hospital mosque church airport port prison island".split()
)
"""Nouns for places, before which an unknown word is a name of theirs."""
_BODIES = frozenset(
    "command corps brigade division directorate bureau agency department ministry committee council "
    "commission authority guard confederation federation".split()
)
"""Last words of names that no person bears."""
_BODIES_APART = frozenset({"LAB", "BUS", "SOC", "PTY", "OPP", "REL", "EDU", "MED", "JRN", "AGR"})
"""Sectors of bodies whose president is no head of state."""
_OF_THEIR_OWN = frozenset({"dissident", "crime-boss"})
"""Titles that tell all about who bears them, whatever state or body stands beside."""
_SPOKEN_FOR = frozenset({"spokesperson", "group-leader"})
"""Offices whose title may say for whom they are held."""
_ADJECTIVES = frozenset({"general", "major", "private", "chief"})


_HOURS = frozenset({"p.m", "a.m"})
_LETTERS = 3
"""Capitals up to which a word in capitals alone is no town."""


def _people_of(candidate: Candidate, last: Word, had_a: bool) -> Candidate:
    """A demonym in the plural, or after "a", means people of the country, not its government."""
    if candidate.kind != "country" or candidate.resolved_by not in ("demonym", "adjective"):
        return candidate
    plural = words.plural(last.parts[-1]) and candidate.resolved_by == "demonym"
    return _people(candidate) if plural or had_a else candidate


def _people(candidate: Candidate) -> Candidate:
    """A country's people rather than its government."""
    return replace(candidate, sectors=("CVL",), resolved_by="demonym")


def _part_of(org: Candidate, role: Role, last: str) -> Candidate:
    """What a role behind an organisation's name means: its members, or some service of it."""
    people = org.sectors[:1] in (("CVL",), ("REL",), ("REF",)) and role.sectors[:1] not in (
        ("UNK",),
        ("GOV",),
    )
    if people and last in words.MEMBERS:
        return replace(
            org, sectors=role.sectors, resolved_by="name and role", score=round(org.score * 0.9, 3)
        )
    soldiers = role.sectors[:1] == ("MIL",) and org.country in words.INTERNATIONAL
    if last in words.MEMBERS and org.sectors and not (soldiers and org.sectors[:1] in (("ELI",), ("GOV",))):
        return replace(org, resolved_by="name and role", score=round(org.score * 0.9, 3))
    if role.sectors[:1] == ("JUD",) and org.sectors[:1] == ("MIL",):  # "a Russian military court" is no army
        bench = (*role.sectors, *org.sectors)
        return replace(org, name="", actor_id="", sectors=bench, resolved_by="name and role", score=0.8)
    sectors = role.sectors if role.sectors != ("UNK",) or not org.sectors else org.sectors
    if org.sectors[:1] == ("PTY",) and role.sectors == ("LAB",) and last in ("worker", "workers"):
        return replace(org, resolved_by="name and role", score=round(org.score * 0.85, 3))  # "BJP workers"
    if role.sectors == ("UAF",) and org.sectors[:1] in (("MIL",), ("COP",), ("SPY",), ("REB",)):
        return replace(org, resolved_by="name and role", score=round(org.score * 0.85, 3))  # Navy snipers
    if org.country not in words.INTERNATIONAL:
        sectors = tuple(dict.fromkeys([*role.sectors, *org.sectors]))
    return replace(org, sectors=sectors, resolved_by="name and role", score=round(org.score * 0.85, 3))


def _surname_of_firm(candidate: Candidate, nucleus: Segment) -> bool:
    """Whether, behind a title, a firm's one-word name is rather a surname: "Inspector Sikorsky"."""
    bare = " " not in nucleus.text and not names.capitals(nucleus.text)
    return candidate.kind == "org" and candidate.sectors == ("BUS",) and bare


def _same_person(name: str, key: str) -> bool:
    """Whether a key is the surname of a name, with no other first name before it."""
    one, other = names.key(name).split(), key.split()
    if one[-1] != other[-1]:
        return False
    return len(other) == 1 or names.skeleton(one[0])[:1] == names.skeleton(other[0])[:1]


def _longer_name(segment: Segment) -> bool:
    """Whether an unknown word behind it can only be one more name of a person: "Jam Kamal Khan Alyani"."""
    best = segment.candidates[:1]
    return bool(best) and best[0].kind == "person" and not segment.owns and segment.text.count(" ") >= 2


def _retired(candidate: Candidate) -> Candidate:
    """A person whom a report calls a former holder; a rebel or a cleric stays one."""
    if candidate.office or not candidate.sectors or candidate.sectors[0] in words.OFFICIAL:
        return replace(candidate, sectors=("ELI",), office=None)
    return candidate


def _of_here(candidate: Candidate, context: Context) -> Candidate:
    """A people or faith of many countries as the part of it that lives where the phrase says."""
    if candidate.kind == "org" and candidate.country == "IMG" and candidate.sectors[:1] in words.PEOPLES:
        return replace(candidate, country=context.country or candidate.country)
    return candidate


def _nearer(found: Sequence[Candidate], country: str | None) -> list[Candidate]:
    """Candidates with those of another country lowered."""
    if country is None:
        return list(ranked(found))
    return list(
        ranked(
            c if c.country in (country, None) else replace(c, score=round(c.score * 0.6, 3)) for c in found
        )
    )


def _names_body(title: str, body: str) -> bool:
    """Whether a printed title names the body: "Director of the CIA", the Central Intelligence Agency."""
    said = set(names.key(title).split())
    meant = [w for w in names.key(body).split() if w not in ("of", "the", "and", "for")]
    return "".join(w[0] for w in meant) in said or sum(w in said for w in meant) * 2 > len(meant)


def _named_behind_state(title: Segment, tail: Sequence[Segment]) -> Segment | None:
    """ "the foreign minister of Malawi | Ada Nkosi": the name is the minister's, whoever held the office."""
    kinds = [s.kind for s in tail if s.text.lower() != "the"]
    if title.kind != "office" or kinds not in (
        ["preposition", "name", "name"],
        ["preposition", "name", "unknown"],
    ):
        return None
    state, name = tail[-2:]
    if tail[0].text != "of" or state.candidates[0].kind != "country" or state.owns or name.owns:
        return None
    known = name.kind == "name" and name.candidates[0].kind == "person"
    return name if known or (name.kind == "unknown" and " " in name.text) else None


def _first_conjunct(segments: Sequence[Segment]) -> list[Segment]:
    """Cut "A and B" after A, unless only adjectives stand before the "and" ("Afghan and US officials")."""
    for i, segment in enumerate(segments):
        if segment.kind != "and" or not i:
            continue
        later = any(s.kind in ("role", "office") for s in segments[i + 1 :])
        adjectives = all(
            s.kind == "name" and any(c.kind in ("country", "org", "place") for c in s.candidates)
            for s in segments[:i]
        )
        if later and adjectives:
            return [s for s in segments if s.kind != "and"]
        return list(segments[:i])
    return list(segments)


def _owner(candidates: Sequence[Candidate]) -> Candidate:
    """Among meanings, the one that can own something."""
    return next((c for c in candidates if c.country), candidates[0])
