"""Phrases of a report → entities: names, titles, descriptions and pronouns.

One :class:`Cast` belongs to one document.  It first reads the whole document for known
names (so that "Ayoub" in a headline is the "Ali Abdullah Ayoub" of the third paragraph),
then answers, phrase by phrase, who or what is meant.  What the knowledge base does not
know keeps its name and span with ``actor_id`` None.
"""

from __future__ import annotations

import bisect
import datetime as dt
import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from dragoman.coding import grammar as g
from dragoman.coding import (
    homes,
    many_lands,
    namesakes,
    naming,
    no_parties,
    pairs,
    peoples,
    phrases,
    prefixes,
    ships,
    tellers,
    together,
)
from dragoman.coding.focus import NEWSROOMS, SEATS, Focus, forces_abroad, weight_of
from dragoman.coding.grammar_of_pronouns import LAW_ON_HIM
from dragoman.coding.mentions import Filler, Mention, entity_of, name_key, noun_natures, some_of_a_nation
from dragoman.coding.name_search import (
    PARTICLES,
    common_nouns,
    cut_out,
    introduced,
    paragraph_tokens,
    spelt_alike,
    with_chapters,
)
from dragoman.coding.parties import behind
from dragoman.coding.people import PERSON_NOUNS, TITLES
from dragoman.coding.quotes import Quotes
from dragoman.coding.slots import CALENDAR
from dragoman.knowledge import Candidate, Knowledge
from dragoman.knowledge.words import FAMILY_FIRST, FAMILY_NAMES, INTERNATIONAL, RENOWN
from dragoman.language import Name, Sentence
from dragoman.records import Entity, Field, Span

_CALLED_AFTER = re.compile(
    r"\b[A-Z][a-z]+(?= (?:[Pp]eace |[Cc]limate |[Pp]olitical )?(?:[Aa]greements?|[Aa]ccords?|"
    r"[Pp]rotocols?|[Dd]eclaration|[Cc]onvention|[Cc]ommuniqu[eé])\b)"
)
_PLACING = frozenset("in at near outside around to from into across of toward towards".split())
_SHORT = 600
"""Characters up to which a text is too short to tell who fits it."""
_SCENE = 700
"""Characters for which the words that open a paragraph tell where it is."""
_TOWN = 100_000
"""Inhabitants of a town that sets a scene."""
_TURNS_TO = re.compile(
    r"(?:^|(?<=\n)|(?<=[.!?”\"] ))(?:Meanwhile,? |And |Elsewhere,? )?[Ii]n (?:the )?"
    r"(?:(?:[A-Za-z]+ ){0,2}(?:capital|city|town|port|province|region|district|village)(?: of|,) )?((?:[A-Z][\w'’-]+ ?){1,3})"
    r"(?:,|(?<= )(?=(?:the|an?|about|some|at|more|hundreds|thousands|dozens|scores|police|troops|soldiers|gunmen|"
    r"rebels|protesters|demonstrators|students|workers|two|three|four|five|six|seven|eight|nine|ten|\d+) ))"
)
_SPEAKS_THERE = re.compile(
    r"\s(?:[\w.'’-]+,? ){0,5}?(?:[Pp]resident|[Mm]inister|[Mm]inistry|[Ss]ecretary|[Ss]pokes(?:man|woman|person)|"
    r"[Aa]mbassador|[Cc]hancellor|[Pp]remier|[Oo]fficials?|White House|State Department|Pentagon|Kremlin)\b"
)
"""Who speaks in a capital of what happens abroad: "In Washington, Secretary of State James Baker told …"."""
_HEAD_OF_STATE = re.compile(
    r"(?<![Ff]ormer )(?<![Vv]ice )\b(President|Prime Minister|Chancellor|Premier) ([A-Z][\w’'-]+)\b(?! [A-Z])"
)
"""Who governs, called by title and surname alone."""
_ANSWERS_THERE = re.compile(r"\s(?:[\w.'’-]+,? ){0,5}?(?:[Gg]overnment|newspaper|daily|news agency|radio)\b")
"""The same of governments and papers: "In Lima, however, the government recognised …"."""
_NEARLY_SURE = 0.6
_ACRONYM_LETTERS = 6
_NO_OTHER = 2
_AT_HOME = 4
"""Names from which, and twice as many as of any other country, a report is at home in a country."""
_NO_GIVEN_NAMES = frozenset(
    "the a an in on at but and or if when while after before as for by with from to of mr mrs ms dr sir sen "
    "gov rep prof gen col lt capt sgt rev pope king queen prince princess lord lady former new vice says "
    "said that this he she they it former rival ally democrat republican candidate incumbent brother "
    "president prime".split()
)


_GIVEN = 4
"""Letters at least of a given name that a report calls somebody by."""
_HONOURED = frozenset(
    "syed sayed sheikh shaikh shaykh haji hajji maulana mullah moulana ustad ustaz imam muhammad mohammad mohammed "
    "mohamed muhammed abdul abdel begum saint abu tengku tunku datuk dato raja pandit swami guru".split()
)
"""First words of names that many people bear, or that honour them."""
_CAPITALS = 3
"""Capitals up to which a word in capitals alone is no town: "at ITO"."""
_HALF_A_COUNTRY = frozenset({"the North", "the South", "The North", "The South", "North", "South"})
"""Names that are Korea's half where the report speaks of Korea."""
_MISTER = frozenset({"mr", "mrs", "ms", "dr", "gen", "col", "capt", "maj", "lt"})
_AT_A_PLACE = frozenset("in near outside around inside at towards".split())
_HOURS = frozenset({"p.m.", "p.m", "a.m.", "a.m"})
"""What stands behind an hour, and is no prime minister."""


_TAGGED_AS_TRAITS = frozenset({"rebel", "militant", "insurgent", "guerrilla", "separatist", "jihadist"})


@dataclass(slots=True)
class Cast:
    """Everybody who appears in one document, and the answers given so far."""

    knowledge: Knowledge
    date: dt.date | None
    place: str | None = None
    mentions: list[Mention] = field(default_factory=list)
    by_name: dict[str, tuple[Entity, str]] = field(default_factory=dict)
    countries: Counter[str] = field(default_factory=Counter)
    where: Focus = field(default_factory=Focus)
    starts: dict[Field, list[int]] = field(default_factory=dict)
    """Where each parsed sentence begins, in order."""
    seen: Counter[str] = field(default_factory=Counter)
    spelling: dict[str, str] = field(default_factory=dict)
    pairs: list[tuple[Mention, Mention]] = field(default_factory=list)
    """Two countries, or people of two countries, named side by side: "Egypt and Israel"."""
    meetings: list[tuple[Mention, Mention]] = field(default_factory=list)
    """Two parties of different countries who met or spoke: "Chirac met Schröder"."""
    named: list[Mention] = field(default_factory=list)
    """Known names of several words."""
    meant: dict[tuple[Field, Span], list[Entity]] = field(default_factory=dict)
    """Who stands behind a phrase that means several ("they", "the two"), by where it stands."""
    _cache: dict[tuple[Field, int, int], Filler] = field(default_factory=dict)
    _asked: set[tuple[Field, int, int]] = field(default_factory=set)
    quotes: Quotes | None = None
    """Where the text of the document quotes somebody."""
    speakers: dict[int, Entity] = field(default_factory=dict)
    stern: set[tuple[Field, int]] = field(default_factory=set)
    """Sentences in which somebody is arrested, sacked, tried …, by their number."""
    things: set[tuple[Field, int]] = field(default_factory=set)
    """Sentences whose main subject is several things: "they" are these afterwards."""
    accords: set[tuple[Field, int]] = field(default_factory=set)
    """Sentences whose main subject is an accord: "it" calls for things and provides for them afterwards."""
    they: list[Mention] = field(default_factory=list)
    """Whom "they" and "them" meant in quoted words so far, where they stand."""
    papers: list[tuple[int, Entity]] = field(default_factory=list)
    """Who issued a statement, by where the sentence begins that tells so."""
    protested: bool = False
    """A protest has been told of."""
    talking: tuple[Entity, ...] = ()
    """The parties of two countries whose talks were told of last."""
    gender: dict[str, bool] = field(default_factory=dict)
    """Of whom the report has said "he" (true) or "she", by id or name."""
    identities: dict[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)
    """Country and sectors of persons of whom only another sentence tells them, by surname."""
    introduced: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Sectors of persons who hold no office that day, by what the report calls them."""
    text: str = ""
    alien: frozenset[str] = frozenset()
    """Acronyms that cannot mean here what the knowledge base holds."""
    ships: set[tuple[Field, int]] = field(default_factory=set)
    """Where a word of a ship's name begins."""
    signed_there: set[tuple[Field, int]] = field(default_factory=set)
    """Where a town is named that an accord is called after: "the Lusaka protocol" is nobody's of Zambia."""
    namesakes: dict[str, str] = field(default_factory=dict)
    """Names that mean another body here than they mean elsewhere, and its full name."""
    titles: dict[str, str] = field(default_factory=dict)
    """Acronyms of titles that the report spells out: "the DPP", the Director of Public Prosecutions."""
    home: str | None = None
    """The country that the report names far more often than any other: of namesakes its own is meant."""
    texts: dict[Field, str] = field(default_factory=dict)
    guests: frozenset[str] = frozenset()
    """States whose soldiers are told to be in another land."""
    _unread: list[tuple[str, Field, list[tuple[Span, tuple[Candidate, ...]]]]] = field(default_factory=list)
    own_acronyms: set[str] = field(default_factory=set)
    """Acronyms that the report itself introduces for bodies which the knowledge base lacks."""
    _surnames: list[tuple[str, Span, Field, tuple[Candidate, ...]]] = field(default_factory=list)
    _bare: list[tuple[str, Mention]] = field(default_factory=list)
    """Names that bodies of many countries bear: "the Left Party"."""

    # --- reading the whole document for names ---------------------------------------------

    def read(self, text: str, fld: Field, *, more: bool = False) -> None:
        """Log every known name in ``text`` and remember full names for later surnames.

        Bare surnames wait until all is read (``more`` says that another text follows): whether
        "Christie" is a prime minister of the Bahamas depends on whether the report speaks of them.
        """
        self.text += f"{text}\n"
        self.texts[fld] = text
        self.ships |= {
            (fld, at) for at in ships.positions(text, lambda n: bool(self.knowledge.nationality(n)))
        }
        self.signed_there |= {(fld, m.start()) for m in _CALLED_AFTER.finditer(text)}
        self.own_acronyms.update(short for short, name, _ in introduced(text) if self._stranger(short, name))
        self._unread.append((text, fld, self._matches(text)))
        if more:
            return
        self.home = self._home()
        self.guests = forces_abroad(self.knowledge, self.text)
        for read, where, _ in self._unread:
            self.where.scenes += [(c, a, b, where) for a, b, c in self._scenes(read)]
        self.alien = self._aliens()
        unsure: list[tuple[str, Span, Field, tuple[Candidate, ...]]] = []
        own = namesakes.acronyms_at_home(self, self.text, self.home or self._home(_NO_OTHER))
        own = {short: c for short, c in own.items() if short not in self.own_acronyms}
        self.namesakes |= {short: c.name for short, c in own.items()}
        self.alien -= own.keys()
        self._titles_spelt_out(own)
        for read, where, matches in self._unread:
            for span, candidates in (*matches, *namesakes.home_bodies(self, read, matches)):
                words = read[span[0] : span[1]]
                candidates = (own[words],) if words in own else candidates
                other = words in self.own_acronyms | self.alien | _HOURS or (where, span[0]) in self.ships
                if not other and not self._is_part_of_another(read, span, candidates[0]):
                    name = (" ".join(words.split()), span, where, candidates)
                    if _of_several(candidates):
                        unsure.append(name)
                    else:
                        self._log(*name)
            self._acronyms(read)
        for name in unsure:
            self._log(*name)
        self.mentions.sort(key=lambda m: (m.field == "text", m.start))
        for where in dict.fromkeys(fld for _, fld, _ in self._unread):
            pairs.note(self, self.texts[where], where)
        self._unread.clear()
        for found in self._surnames:
            if self.fits_report(found[0], self.choose(found[3])):
                self._enter(*found)
        self._surnames.clear()
        self._heads_of_state(text)
        self.where.without_doubtful({c for c, n in self.countries.items() if n})
        namesakes.settle(self, self._bare)
        self.mentions.sort(key=lambda m: (m.field == "text", m.start))
        self._short_names(text)

    def _heads_of_state(self, text: str) -> None:
        """ "President Obama … Michelle Obama … Obama said": the bare name is his who is called by it first."""
        for m in _HEAD_OF_STATE.finditer(text):
            known, kind = self.by_name.get(name_key(m[2]), (None, ""))
            if known is None or kind != "person" or "GOV" in known.sectors or known.office == m[1]:
                continue
            found = self.knowledge.resolve(f"{m[1]} {m[2]}", self.date)[:1]
            same = found and found[0].actor_id == known.actor_id
            if found and not same and found[0].resolved_by == "title and surname":
                entity = entity_of(found[0], found[0].name, None)
                self.by_name[name_key(m[2])] = (self._as_reported(entity, entity.name, "person"), "person")

    def _titles_spelt_out(self, own: Mapping[str, Candidate]) -> None:
        """ "The DPP" of a report on Kenya's Director of Public Prosecutions is no party of Taiwan."""
        shorts = {
            read[a:b]
            for read, _, matches in self._unread
            for (a, b), candidates in matches
            if read[a:b].isupper() and self.choose(candidates).kind == "org"
        }
        for short, name in namesakes.spelt_out(self.text, shorts - own.keys() - self.own_acronyms).items():
            if self._stranger(short, name):
                self.titles[short] = name
                self.own_acronyms.add(short)

    def forget_newsroom(self, end: int) -> None:
        """ "LONDON -- Zambian police held the country's editors": where that was written is not "the country"."""
        if self.where.far:
            self.mentions = [m for m in self.mentions if m.field != "text" or m.start >= end]

    def _scenes(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Where a paragraph turns to a country or a town of it, up to its end: "In Iraq, gunmen …"."""
        found = list(_TURNS_TO.finditer(text))
        for m, after in itertools.zip_longest(found, found[1:]):
            end = text.find("\n", m.end())
            end = min(
                end if end >= 0 else len(text), after.start() if after else len(text), m.start() + _SCENE
            )
            name = m[1].strip()
            states = [c for c in self.knowledge.lookup(name, self.date) if c.kind == "country"]
            country = states[0].country if states else next(iter(self.knowledge.nationality(name)), None)
            if country is None:
                towns = sorted(self.knowledge.places(name), key=lambda p: -p.population)
                country = towns[0].country if towns and towns[0].population > _TOWN else None
            room = name.lower() in NEWSROOMS
            far = room and _SPEAKS_THERE.match(text, m.end())
            far = far or ((room or self.home not in (None, country)) and _ANSWERS_THERE.match(text, m.end()))
            if country and name.lower() not in SEATS and not far:
                yield m.start(), end, country

    def _matches(self, text: str) -> list[tuple[Span, tuple[Candidate, ...]]]:
        """The known names of a text and where they stand."""
        out: list[tuple[Span, tuple[Candidate, ...]]] = []
        for tokens in paragraph_tokens(text):
            words = [w for w, _, _ in tokens]
            for match in with_chapters(self.knowledge.names_in(words, self.date)):
                named = " ".join(words[match.start : match.end]).lower() not in CALENDAR
                named = named and not _PLURAL_ACRONYM.fullmatch(" ".join(words[match.start : match.end]))
                if match.candidates and named and not cut_out(words, match.start, match.end):
                    span = (tokens[match.start][1], tokens[match.end - 1][2])
                    out.append((span, tuple(map(self._of_the_day, match.candidates))))
        return out

    def _of_the_day(self, c: Candidate) -> Candidate:
        """ "TASS", "the Kremlin" in 1981: of the Soviet Union, and not of Russia, which was no state then."""
        if c.kind != "outlet" and not (c.kind == "org" and c.country in _PART_OF_THE_WHOLE):
            return c
        state = self.knowledge.state_on(c.country or "", self.date)
        return c if state == (c.country or "") else replace(c, country=state)

    def _home(self, least: int = _AT_HOME) -> str | None:
        """The country that a report names far more often than any other, by names that mean one only."""
        named: Counter[str] = Counter()
        for _, _, matches in self._unread:
            for _, candidates in matches:
                meant = {c.country for c in candidates if c.country and c.score > _NEARLY_SURE}
                if len(meant) == 1:
                    named.update(meant)
        (first, often), (_, other) = ([*named.most_common(2), ("", 0), ("", 0)])[:2]
        return first if often >= least and often >= 2 * other and len(first) == 3 else None

    def _aliens(self) -> frozenset[str]:
        """Acronyms of bodies of countries that a report at home elsewhere never speaks of: "ANC" in Catalonia."""
        if self.home is None:
            return frozenset()
        found: dict[str, Candidate] = {}
        named: set[str | None] = set()
        for read, _, matches in self._unread:
            for (start, end), candidates in matches:
                best = self.choose(candidates)
                if best.kind == "org" and read[start:end].isupper() and end - start <= _ACRONYM_LETTERS:
                    found[read[start:end]] = best
                else:
                    named.update(c.country for c in candidates)
        return frozenset(
            short
            for short, c in found.items()
            if c.country not in {None, self.home, "USA", *named} and c.country not in INTERNATIONAL
        )

    def fits_report(self, text: str, c: Candidate) -> bool:
        """False for a bare or misspelt name whose bearer nothing else in a longer report points to."""
        if self._namesake_abroad(c) or namesakes.party_elsewhere(self, c):
            return False
        if c.resolved_by == "transliteration" and self._of_another_nation(text, c):
            return False
        if c.kind == "person" and c.resolved_by == "short name":  # "Juan Perez": many are called so
            return self.short or not self.countries or c.country in self.countries or c.country in RENOWN
        if c.kind != "person" or c.resolved_by not in ("surname", "transliteration"):
            return True
        if self._means_a_town(text):
            return False
        if self.short:
            return not self._another(text, c)
        if c.country in self.countries or (c.country in RENOWN and c.score >= 0.75):
            return not self._another(text, c)
        return False

    def _of_another_nation(self, text: str, c: Candidate) -> bool:
        """A bare likeness: "Polish envoy Jan Nowak" is no Czech, and "Rushan" no firm of a state never named."""
        if c.kind == "org":
            far = c.country not in self.countries and c.country not in INTERNATIONAL
            return far and c.country is not None and not self.short
        before = (
            re.findall(rf"((?:[\w'’-]+ ){{1,5}}){re.escape(text)}\b", self.text) if c.kind == "person" else []
        )
        told = [self.knowledge.nationality(w) for words in before for w in words.split() if w[:1].isupper()]
        return any(told) and not any(c.country in n for n in told)

    def _namesake_abroad(self, c: Candidate) -> bool:
        """True in a British report that names no Canada for a Canadian who holds no office by then."""
        plain = c.kind == "person" and c.resolved_by == "name" and not c.sectors and self.home is not None
        return plain and c.country not in (None, self.home) and not self.countries[c.country or ""]

    def _means_a_town(self, text: str) -> bool:
        """True for "Goma" in Congo, though a premier bore that name: a city, or what only stands behind "in" here."""
        towns = self.knowledge.places(text)
        if not towns:
            return False
        named = [w.lower() for w in re.findall(rf"([\w.]+) {re.escape(text)}\b", self.text)]
        city = max(t.population for t in towns) > _TOWN and not any(
            w.rstrip(".") in TITLES | _MISTER for w in named
        )
        return city or (bool(named) and all(w in _AT_A_PLACE for w in named))

    def _another(self, text: str, c: Candidate) -> bool:
        """True where the report gives the surname to somebody with another first name."""
        surname = re.sub(r"['’]s$", "", text).split()[-1]
        given = {w.lower() for w in c.name.split()}
        if c.country in FAMILY_FIRST:
            after = re.findall(rf"\b{re.escape(surname)} ([A-Z][a-z]+(?:-[a-z]+)?)\b", self.text)
            heads = {part[:3] for w in given for part in w.split("-")}
            if after and not any(part[:3] in heads for w in after for part in w.lower().split("-")):
                return True  # "Chen Wei wrote … Chen was arrested": not General Chen Bingde
        for m in re.finditer(rf"\b([A-Z][\w'’-]+) {re.escape(surname)}\b", self.text):
            word = m.group(1).lower()
            known = word in given or word in TITLES or word in _NO_GIVEN_NAMES
            known = known or any(len(x) > 3 and spelt_alike(x, word) for x in given)
            if not known and not self.knowledge.nationality(m.group(1)) and len(word) > 2:
                return True
        return False

    def speaks_of(self, country: str | None) -> bool:
        """True where the report names a country by more than its bodies, and not only in passing, or names none."""
        named = Counter(m.entity.country for m in self.mentions if m.kind in ("country", "person"))
        return not named or 2 * named[country] >= max(named.values())

    def without_far_capital(self, text: str, found: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
        """The candidates without a capital that a greater town shares its name with, unless the report names its state.

        "Plymouth" is not that of Montserrat, nor "Victoria" that of the Seychelles, in a report on neither.
        """
        capital = next((c for c in found if c.kind == "country" and c.resolved_by == "capital"), None)
        if capital is None or capital.country is None:
            return found
        towns = self.knowledge.places(text)
        if not towns or capital.country in (
            towns[0].country,
            self.knowledge.state_on(towns[0].country or "", self.date),
        ):
            return found
        entry = self.knowledge.entry(f"country:{capital.country}") or {}
        names = [str(entry.get("name") or ""), *str(entry.get("adjectives") or "").split("|")]
        named = any(name and name in self.text for name in names)
        return found if named else tuple(c for c in found if c is not capital)

    def _log(self, text: str, span: Span, fld: Field, candidates: tuple[Candidate, ...]) -> None:
        candidates = self.without_far_capital(text, candidates)
        if not candidates:
            return
        best = self.choose(candidates)
        if best.kind == "person" and best.resolved_by in ("surname", "short name"):
            self._surnames.append((text, span, fld, candidates))
            return
        self._enter(text, span, fld, candidates)

    def _enter(self, text: str, span: Span, fld: Field, candidates: tuple[Candidate, ...]) -> None:
        best = self.choose(candidates)
        if best.kind == "place" and self._is_somebodys(text):
            return
        if best.kind == "place" or best.score < 0.5:
            if best.kind == "place" and best.score > 0.55 and text[:1].isupper():
                elsewhere = any(c.kind == "place" and c.country != best.country for c in candidates)
                self.where.add(best.country, span[0], fld, 0.5 if elsewhere else 0.8)
                if not elsewhere and best.country and self.is_surname(text):
                    self.where.doubtful.append((best.country, span[0], fld))
                if not elsewhere:
                    self.where.regions |= {
                        (p.country, p.admin1) for p in self.knowledge.places(text) if p.country and p.admin1
                    }
            return
        if best.kind == "person" and len(text) == 2 and text.isupper():
            return  # "OH" is Ohio, not Mr Oh
        if self._namesake_abroad(best):
            return
        if best.kind == "org" and best.actor_id != candidates[0].actor_id:
            self.namesakes[text] = best.name
        entity = self._as_reported(entity_of(best, text, span, candidates), text, best.kind)
        adjective = best.kind == "country" and "adjective" in best.resolved_by
        before, behind = self.texts[fld][: span[0]], self.texts[fld][span[1] :]
        entity, counted = some_of_a_nation(entity, best.resolved_by, before, behind)
        mention = Mention(span[0], span[1], fld, entity, best.kind, counted, adjective=adjective)
        self.mentions.append(mention)
        if namesakes.is_bare(text):
            self._bare.append((text, mention))
        if " " in text or "-" in text:
            self.named.append(mention)
        if best.country and len(best.country) == 3:
            self.countries[best.country] += 1
            if best.country not in INTERNATIONAL:
                guests = best.country in self.guests
                weight = weight_of(text, best.kind, adjective=adjective, guests=guests, behind=behind)
                weight *= 0.5 if counted else 1.0  # "detained five Germans": in another land than theirs
                self.where.add(best.country, span[0], fld, weight)
        if best.actor_id:
            self.seen[best.actor_id] += 1
        self.remember(text, entity, best.kind)

    def _is_part_of_another(self, text: str, span: Span, best: Candidate) -> bool:
        """True for words that name nobody here: half a name, a slogan, letters, a given name, a portfolio."""
        words = text[span[0] : span[1]]
        return (
            (words.isupper() and len(words) <= _CAPITALS and best.kind == "place")
            or (words in _HALF_A_COUNTRY and not homes.KOREAN.search(self.text))
            or namesakes.half_a_name(text, span)
            or no_parties.in_a_slogan(text, span)
            or self._is_a_given_name(text, span, best)
            or (words in naming.PORTFOLIOS and _OF_TWO_PORTFOLIOS.match(text, span[1]) is not None)
        )

    def _is_a_given_name(self, text: str, span: Span, best: Candidate) -> bool:
        """ "Ama Boateng" is a woman, and points to no small town of Japan."""
        name = text[span[0] : span[1]]
        if best.kind != "place" or not name.isalpha() or not name.istitle():
            return False
        after = _SURNAME.match(text, span[1])
        if after is None or _AT.search(text, max(0, span[0] - 9), span[0]):
            return False
        if after[1].lower() in _OF_TOWNS or self.knowledge.role([after[1].lower()]) is not None:
            return False
        return not self._is_of_note(name)

    def _is_somebodys(self, text: str) -> bool:
        """ "Commander Umbra Kato", later "Kato": the name of no small town of Japan."""
        if not text.istitle() or self._is_of_note(text):
            return False
        name = re.escape(re.sub(r"['’]s$", "", text))
        before = re.findall(rf"\b(\w+)\.? ([A-Z][\w'’-]+ )?[A-Z][\w'’-]+ {name}\b", self.text)
        called = {word.strip().lower() for words in before for word in words}
        return not called.isdisjoint(TITLES | _MISTER)

    def _is_of_note(self, town: str) -> bool:
        """True for the name of a large town."""
        towns = self.knowledge.places(town)
        return bool(towns) and towns[0].population >= _TOWN_OF_NOTE

    def is_surname(self, text: str) -> bool:
        """True for a name that people bear too: "Solano" is a town of the Philippines, and elsewhere others."""
        return any(c.kind == "person" for c in self.knowledge.lookup(text, self.date))

    def _as_reported(self, entity: Entity, text: str, kind: str) -> Entity:
        """A person keeps the spelling in which the report gives the full name."""
        if kind != "person" or not entity.actor_id:
            return entity
        full = re.sub(r"['’]s$", "", text)
        if len(full.split()) >= 2 and entity.actor_id not in self.spelling:
            self.spelling[entity.actor_id] = full
        return replace(entity, name=self.spelling.get(entity.actor_id, entity.name))

    def remember(self, text: str, entity: Entity, kind: str) -> None:
        """Let later, shorter forms of a name point back to ``entity``."""
        key = name_key(text)
        if kind in ("person", "office") and re.search(r"['’]s? ", text):
            return  # "Turkey's Envoy" of a headline: nobody called "Turkey" or "Envoy"
        if kind in ("person", "office"):
            before, _, behind = text.partition(" of ")  # "Hage Geingob of Namibia"
            titled = behind.endswith(entity.name) and " " in entity.name  # "Minister of Culture Ali Bako"
            words = re.sub(r"['’]s$", "", entity.name if titled else before).split()
            club = len(words) > 1 and words[0].isupper() and TITLES.isdisjoint(w.lower() for w in words)
            if club and not entity.actor_id and self.knowledge.places(words[-1])[:1]:
                return  # "FC Barcelona" is nobody called Barcelona
            full = [w for w in words if w[:1].isupper() or w.lower().startswith(("al-", "el-", "bin", "ibn"))]
            if len(full) >= 2:
                self.by_name.setdefault(name_key(" ".join(full)), (entity, kind))
                tails = [full[-1], full[-1].split("-")[-1], " ".join(full[-2:])]
                name = entity.name.split()
                if entity.country in FAMILY_FIRST and 2 <= len(name) <= 3 and name[-1] == full[-1]:
                    full = full[-len(name) :]  # "Chinese Vice Foreign Minister Wu Dawei": "Wu", not "Chinese"
                family_first = entity.country in FAMILY_FIRST or full[0] in FAMILY_NAMES
                if family_first or re.match(r"[A-Z][a-z]+-[a-z]", full[-1]):
                    tails.append(full[0])  # "Fu" of Fu Kun-chi
                elif kind == "person":
                    tails += [part for part in full[:-1] if self._called_alone(part, full)]
                if words[-2].lower() in PARTICLES:
                    tails.append(" ".join(words[-2:]))  # "De Lima" of Leila de Lima
                for tail in tails:
                    self.by_name.setdefault(name_key(tail), (entity, kind))
            name_parts = entity.name.split(" of ")[0].split()  # "Gyanendra of Nepal" is not called "Nepal"
            if len(name_parts) >= 2 and entity.actor_id:
                self.by_name.setdefault(name_key(name_parts[-1]), (entity, kind))
                self.by_name.setdefault(name_key(name_parts[-1].split("-")[-1]), (entity, kind))
                for part in [*name_parts[:-1], *full[:-1]] if kind == "person" else ():
                    if name_key(part) not in self.by_name and self._goes_by(part, entity):
                        self.by_name.setdefault(name_key(part), (entity, kind))
        elif kind in ("org", "outlet") and key:
            self.by_name.setdefault(key, (entity, kind))

    def _called_alone(self, part: str, full: list[str]) -> bool:
        """True where the report goes on with an earlier part of a name: "Panupong" of Panupong Jadnok."""
        if len(part) < _GIVEN or part.lower() in _NO_GIVEN_NAMES | _HONOURED | TITLES | PERSON_NOUNS:
            return False
        alone = rf"(?<![A-Z][\w’'-] )(?<![\w’'-])(?<!of ){re.escape(part)}(?!-)\b(?! [A-Z])"
        called = rf"\b(?:Mr|Mrs|Ms|Dr)\.? {re.escape(part)}\b(?! [A-Z]|-)"  # "Dr Ibad" of Ishratul Ibad Khan
        if not re.search(f"{alone}|{called}", self.text):
            return False
        after = set(re.findall(rf"\b{re.escape(part)} ([A-Z][\w’'-]+)", self.text))
        if after - set(full) or self.knowledge.nationality(part):
            return False
        found = self.knowledge.lookup(part, self.date)[:1]
        return (
            not found or found[0].kind == "person" or (found[0].kind == "place" and self._is_somebodys(part))
        )

    def _goes_by(self, given: str, entity: Entity) -> bool:
        """True where people are called by the first of their names: "Najib" of Najib Razak."""
        if len(given) < 4 or not re.search(rf"\b{re.escape(given)}(?! [A-Z])\b", self.text):
            return False
        found = self.knowledge.resolve(given, self.date)[:1]
        return bool(found) and found[0].kind == "person" and found[0].actor_id == entity.actor_id

    def _acronyms(self, text: str) -> None:
        """Acronyms introduced in brackets: "the National Liberation Front (NLF)"."""
        for short, name, before in introduced(text):
            wider = (
                self.knowledge.lookup(" ".join((*before[i:], name)), self.date) for i in range(len(before))
            )
            found = next((c for c in wider if c and c[0].kind == "org"), None)  # "Revolutionary" for "FARC"
            found = found or self.knowledge.lookup(name, self.date)
            if found:
                self.by_name[name_key(short)] = (entity_of(found[0], name, None), found[0].kind)
            elif self._stranger(short, name):
                self.by_name[name_key(short)] = (Entity(name, resolved_by="introduced in brackets"), "org")
        for short, name in common_nouns(text):
            if self._stranger(short, name):
                self.by_name[name_key(short)] = (Entity(name, resolved_by="introduced in brackets"), "thing")

    def _short_names(self, text: str) -> None:
        """ "The Union" where the report named the European Union, "the Council" of a council."""
        named = [m for m in self.mentions if m.kind == "org" and " " in m.entity.name]
        known = {m.entity.actor_id for m in named}
        spans = sorted((m.start, m.end) for m in self.mentions if m.field == "text")
        new: list[Mention] = []
        for found in _SHORT_NAME.finditer(text):
            start, end = found.span(1)
            if any(a <= start < b for a, b in spans):
                continue
            word = found.group(1)
            meant = [m.entity for m in named if word in m.entity.name.split()]
            most = self.countries.most_common(1)
            if word == "Commission" and self.countries["EUR"] and (not meant or most[0][0] == "EUR"):
                meant = [
                    entity_of(c, word, None)
                    for c in self.knowledge.lookup("European Commission", self.date)[:1]
                ]
            if meant and (word != "Union" or meant[0].actor_id in known):
                entity = replace(meant[0], span=(start, end), resolved_by="short for a name in the report")
                self.by_name.setdefault(name_key(word), (entity, "org"))
                new.append(Mention(start, end, "text", entity, "org"))
        self.mentions += new
        self.mentions.sort(key=lambda m: (m.field == "text", m.start))

    def _note_acronym(self, s: Sentence, f: Filler) -> None:
        """What was told of "the Renewal Front (RF)" is known of "the RF" from here on."""
        span = f.entity.span
        follows = _ACRONYM.match(s.text, span[1] - s.start) if span and s.start <= span[0] else None
        if follows and follows[1] in self.own_acronyms and f.acts and f.kind != "person":
            self.by_name[name_key(follows[1])] = (f.entity, "org")

    def _stranger(self, short: str, name: str) -> bool:
        """True where a report means another body by an acronym than the knowledge base does."""
        said = {w.lower() for w in name.split()}
        spelt_out = {c.actor_id for c in self.knowledge.lookup(name, self.date)[:3]}
        lands = [
            c for c in self.knowledge.lookup(name.rpartition(" of ")[2], self.date)[:1] if c.kind == "country"
        ]
        for c in self.knowledge.lookup(short, self.date)[:3]:
            if lands and c.country != lands[0].country:  # "the Democratic Party of Kazakhstan (KDP)"
                continue
            meant = [w.lower() for w in c.name.split() if w[:1].isupper()]
            meant = [w for w in meant if w not in namesakes.OF_MANY_PARTIES] or meant
            if c.actor_id in spelt_out or (meant and sum(w in said for w in meant) * 2 >= len(meant)):
                return False
        return True

    def choose(self, candidates: tuple[Candidate, ...] | list[Candidate]) -> Candidate:
        """The candidate that fits the report best; a tie goes to the earlier one."""

        def fit(c: Candidate) -> float:
            bonus = 0.15 if c.actor_id and self.seen[c.actor_id] else 0.0
            bonus += 0.1 if c.country and self.countries[c.country] else 0.0
            bonus += 0.12 if c.country and c.country == self.home else 0.0
            bonus += 0.3 if c.resolved_by == "surname" and c.country == self.home else 0.0
            short = len(candidates) > 1 and c.kind == "org" and c.resolved_by == "variant"
            spelt_out = short and " " in c.name and c.name in self.text
            bonus += 0.2 if spelt_out else 0.0  # "ADF" in a report on the Allied Democratic Forces
            return c.score + bonus

        return max(candidates, key=fit)

    @property
    def short(self) -> bool:
        """True for a text that is too short to tell who fits it: a sentence or a few."""
        return len(self.text) < _SHORT

    def names(self, fld: Field, start: int, end: int) -> tuple[Name, ...]:
        """The known names between two characters of a field, for the parser."""
        return tuple(
            Name(m.start, m.end, "adjective" if m.adjective else m.kind)
            for m in self.mentions
            if m.field == fld and start <= m.start and m.end <= end
        )

    # --- phrases --------------------------------------------------------------------------

    def settle(self, s: Sentence) -> None:
        """Hold together the names of a sentence that has just been parsed."""
        here = [m for m in self.named if m.field == s.field and s.start <= m.start < s.end]
        here = [m for m in here if not _place_and_subject(s, m)]
        bodies = [(m.start, m.end) for m in here if m.kind in ("org", "outlet", "country")]
        persons = [(m.start, m.end) for m in here if m.kind == "person"]
        naming.settle(s, bodies, persons, self._is_name)

    def _is_name(self, text: str) -> bool:
        """True for the name of a country, place, body or person that the knowledge base holds."""
        found = self.knowledge.lookup(text, self.date)
        return any(c.kind in ("country", "org", "outlet", "person", "place") and c.score > 0.5 for c in found)

    def filler(self, s: Sentence, head: int) -> Filler:
        """Who or what the phrase headed by token ``head`` is."""
        key = (s.field, s.start, head)
        found = self._cache.get(key)
        if found is None:
            if key in self._asked:  # while it is being resolved a phrase answers with its bare words
                bare = Entity(s.words[head], span=(s.starts[head], s.ends[head]))
                return Filler(bare, "unknown", "noun", head)
            self._asked.add(key)
            found = many_lands.of_a_part_of_the_world(s, phrases.resolve(self, s, head))
            found = self._of_its_day(peoples.at_home(self, s, found))
            found = self._cache[key] = self._one_of_a_people(s, found)
            self._asked.remove(key)
            self._note_acronym(s, found)
        return found

    def _of_its_day(self, f: Filler) -> Filler:
        """ "Izvestia" in 1988, "the Russians" in 1980: of the Soviet Union, and not of Russia."""
        country = f.entity.country
        if not country or len(country) != 3 or not self.date:
            return f
        whole = self.date < _PART_OF_THE_WHOLE.get(country, self.date)
        if not whole and (f.kind != "outlet" or not f.entity.actor_id):
            return f
        state = self.knowledge.state_on(country, self.date) if whole else self.as_called(country)
        if state == country:
            return f
        if f.entity.actor_id == f"country:{country}":
            name = self.knowledge.country_name(state) or state
            return replace(f, entity=replace(f.entity, name=name, actor_id=f"country:{state}", country=state))
        return replace(f, entity=replace(f.entity, country=state))

    def _one_of_a_people(self, s: Sentence, f: Filler) -> Filler:
        """ "A Norwegian", "a 26-year-old Ecuadorean": somebody of that country, not its government."""
        h = f.head
        if f.kind not in ("country", "unknown") or s.deps[h] in ("amod", "compound", "nmod"):
            return f
        if not any(s.lemmas[c] in ("a", "an", "another") for c in s.kids(h, "det")):
            return f
        home = self.knowledge.nationality(s.words[h])
        if len(home) != 1 or f.entity.country not in (None, *home) or f.entity.sectors not in ((), ("GOV",)):
            return f
        entity = replace(f.entity, country=home[0], sectors=("CVL",), resolved_by="demonym")
        return replace(f, entity=entity)

    def is_actor(self, s: Sentence, i: int) -> bool:
        """True when a modifier can be the agent of its noun ("Israeli", "Taliban", "police")."""
        if prefixes.takes_a_side(s, i):
            return False  # "an anti-Chinese riot"
        if s.pos[i] == "ADJ" or s.tags[i] == "JJ":  # "a rebel ambush": the tagger takes people for a trait
            return bool(self.knowledge.nationality(s.words[i])) or s.lemmas[i] in _TAGGED_AS_TRAITS
        if noun_natures().get(s.lemmas[i]) == "instrument" or s.words[i].lower() in ("mass", "national", "%"):
            return False  # "a drone strike", "mass protests", "the National Guard"
        return self.filler(s, i).acts and s.pos[i] in ("PROPN", "NOUN")

    def focus(self, s: Sentence, but: frozenset[str] = frozenset(), *, scenes: bool = True) -> str | None:
        """The country that the report is about where the sentence stands, or None where that is open.

        ``but`` are countries that cannot be meant; ``scenes`` as in :meth:`Focus.at`.
        """
        if self.place and self.where.dateline is None:
            found = self.knowledge.places(self.place)
            if found and found[0].country:
                self.where.dateline = (self.place, found[0].country)
        country = self.where.at(s.start, s.field, but, scenes=scenes)
        if not country:
            return None
        return self.as_called(country)

    def as_called(self, country: str) -> str:
        """The state that a country of today belonged to on the day, unless the report calls it by its own name."""
        state = self.knowledge.state_on(country, self.date)
        return country if self.countries[country] and not self.countries[state] else state

    # --- descriptions and pronouns --------------------------------------------------------

    def before(self, s: Sentence, position: int) -> list[Mention]:
        """Mentions that stand before a place, nearest first; the title counts as earliest."""
        told = self.mentions
        if self.signed_there:
            told = [m for m in told if (m.field, m.start) not in self.signed_there]
        if s.field == "title":
            return [m for m in reversed(told) if m.field == "title" and m.end <= position]
        body = [m for m in told if m.field == "text" and m.end <= position]
        title = [m for m in told if m.field == "title"]
        body.sort(key=lambda m: m.start, reverse=True)
        return body + title

    def country_entity(self, iso3: str, span: Span | None) -> Entity:
        """A state as an actor."""
        return Entity(
            self.knowledge.country_name(iso3) or iso3,
            f"country:{iso3}",
            iso3,
            ("GOV",),
            None,
            span,
            "description",
        )

    def sentence_of(self, m: Mention) -> int:
        """A number for the sentence that a mention stands in."""
        return bisect.bisect_right(self.starts.get(m.field, []), m.start)

    def sentences_between(self, m: Mention, s: Sentence) -> int:
        """How many sentences back a mention stands."""
        return bisect.bisect_right(self.starts.get(s.field, []), s.start) - self.sentence_of(m)

    def set_speaker(self, s: Sentence, speaker: Entity) -> None:
        """Tell who speaks in a quoted sentence, so that "we" is the speaker's side."""
        self.speakers[s.start] = speaker
        for key in [k for k in self._cache if k[0] == s.field and k[1] == s.start]:
            del self._cache[key]  # "he" and "they" of his words may have been asked for before
        for at in [k for k in self.meant if k[0] == s.field and s.start <= k[1][0] < s.end]:
            if at[1][1] - at[1][0] <= len("their"):
                del self.meant[at]

    # --- parties of an event ----------------------------------------------------------------

    def parties(
        self, s: Sentence, token: int, *, recipient: bool = False, violent: bool = False
    ) -> list[Entity]:
        """The entities that stand behind a slot's phrase: itself, both of a pair, or its owner."""
        return behind(self, s, token, recipient=recipient, violent=violent)

    def _named_person(self, name: str) -> bool:
        """True for a role told with a name; "the National Assembly" is a body for all its capitals."""
        role = self.knowledge.role(name.split())
        return name[:1].isupper() and (role is None or role.kind == "person")

    # --- a sentence has been parsed --------------------------------------------------------

    def _tells_of_things(self, s: Sentence) -> bool:
        """ "The tariffs will hit mills in Japan": its main subject is several things, and nobody who acts."""
        subjects = s.kids(s.root, "nsubj", "nsubjpass")
        return bool(subjects) and all(
            s.tags[i] == "NNS" and s.pos[i] == "NOUN" and not self.filler(s, i).acts for i in subjects
        )

    def _tells_of_an_accord(self, s: Sentence) -> bool:
        """ "The accord, signed in Accra, ends a war": what it calls for is nobody's demand."""
        return any(
            s.lemmas[i] in _ACCORDS and s.tags[i] == "NN" for i in s.kids(s.root, "nsubj", "nsubjpass")
        )

    def _may_be_meant(self, s: Sentence, i: int) -> bool:
        """True for a word in a place where a party stands, and for "since Mr Taylor's resignation"."""
        if s.deps[i] in _OWN_PLACES:
            return True
        return s.deps[i] == "poss" and s.pos[i] == "PROPN" and self.filler(s, i).kind == "person"

    def _note_what_it_tells(self, s: Sentence, number: tuple[Field, int]) -> None:
        """Log whether a sentence is hard on somebody, or tells of things or of an accord."""
        if any(s.lemmas[s.heads[o]] in LAW_ON_HIM for o in s.labelled("dobj")):
            self.stern.add(number)
        if self._tells_of_things(s):
            self.things.add(number)
        if self._tells_of_an_accord(s):
            self.accords.add(number)

    def note(self, s: Sentence) -> None:
        """Log the people, groups and bodies that a parsed sentence speaks of, with their roles."""
        self.starts.setdefault(s.field, []).append(s.start)
        self._note_what_it_tells(s, (s.field, len(self.starts[s.field])))
        logged = {
            (m.start, m.end): m for m in self.mentions if m.field == s.field and s.start <= m.start < s.end
        }
        for i in range(len(s)):
            if s.pos[i] not in ("NOUN", "PROPN", "NUM") or not self._may_be_meant(s, i):
                continue
            subject = _is_subject(s, i)
            inside = [m for m in logged.values() if s.starts[i] >= m.start and s.ends[i] <= m.end]
            aside = subject and (together.is_aside(s, i) or together.is_teller_at_the_end(s, i))
            for m in inside:
                m.subject, m.aside = m.subject or subject, m.aside or aside
                m.plural = m.plural or (s.tags[i] == "NNS" and s.ends[i] == m.end and m.kind == "org")
            if inside:
                continue
            if _is_nobody(s, i):
                continue
            f = self.filler(s, i)
            two = (f.entity.resolved_by or "").startswith("description: two")
            if (
                not f.acts
                or f.kind in ("pronoun", "noun")
                or (s.pos[i] == "NUM" and f.kind != "pair" and not two and not (subject and _counted(f)))
            ):
                continue
            if f.kind == "pair" and f.entity.span:
                self.meant[s.field, f.entity.span] = self.parties(s, i)
            if f.kind == "unknown" and s.deps[i] == "pobj" and s.lemmas[s.heads[i]] in _PLACING:
                continue  # "the depot in Hollingdean" is more likely a place
            kind = "group" if f.kind == "role" and f.plural else _or_its_head(s, i, f.kind)
            if f.kind == "role" and not f.plural:
                kind = "person" if s.lemmas[i] in PERSON_NOUNS or self._named_person(f.entity.name) else "org"
            if f.kind in ("office", "unknown"):
                kind = "person" if f.kind == "office" else "org"
            if kind == "person" and f.entity.name.isupper() and " " not in f.entity.name:
                kind = "org"  # "the centrist UDI"
            span = f.entity.span or (s.starts[i], s.ends[i])
            plural = f.plural and (
                s.pos[i] == "NOUN" or s.tags[i] == "NNPS" or two
            )  # "A and B": told together below
            plural = plural or (s.pos[i] == "NUM" and s.words[i].lower() not in ("one", "1"))
            self.mentions.append(
                Mention(span[0], span[1], s.field, f.entity, kind, plural, subject, aside=aside)
            )
        self._note_pronouns(s)
        tellers.note(self, s)
        together.note(self, s)

    def _note_pronouns(self, s: Sentence) -> None:
        """Log whom a subject "he", "she" or "they" means: they go on being spoken of."""
        for i in range(len(s)):
            subject = s.deps[i] in ("nsubj", "nsubjpass") and s.words[i].lower() in ("he", "she")
            if not subject:
                continue
            if s.field == "text" and self.quotes is not None and self.quotes.at(s.starts[i]) is not None:
                continue
            f = self.filler(s, i)
            if f.kind == "person":
                aside = together.is_aside(s, i)
                self.mentions.append(
                    Mention(s.starts[i], s.ends[i], s.field, f.entity, "person", False, True, aside=aside)
                )


_PART_OF_THE_WHOLE = {"RUS": dt.date(1990, 3, 1), "CZE": dt.date(1990, 1, 1)}
"""Until when "Russia" and "the Czechs" meant the union that they led; later the republics spoke for themselves."""


_ACCORDS = frozenset(
    "accord agreement deal pact treaty truce ceasefire memorandum protocol resolution draft".split()
)
_OWN_PLACES = frozenset("nsubj nsubjpass dobj pobj conj appos ROOT attr dative".split())


def _of_several(candidates: tuple[Candidate, ...]) -> bool:
    """True for a name that bodies of several countries go by, which wait for what else the report names: "BNP"."""
    bodies = {c.country for c in candidates if c.kind in ("org", "outlet") and c.score > _NEARLY_SURE}
    return len(bodies) > 1


def _place_and_subject(s: Sentence, m: Mention) -> bool:
    """ "In Jordan police arrested 20": the place, and who did it, though "Jordan police" is a name."""
    if s.words[0] != "In":
        return False
    last = next((i for i in range(len(s)) if s.ends[i] == m.end), 0)
    return s.starts[1:2] == [m.start] and s.words[last].islower() and s.deps[last] in ("nsubj", "nsubjpass")


def _or_its_head(s: Sentence, i: int, kind: str) -> str:
    """ "The PKK chief" is told by his body, and goes on as "he"."""
    return "person" if kind == "org" and s.tags[i] == "NN" and s.lemmas[i] in PERSON_NOUNS else kind


def _is_nobody(s: Sentence, i: int) -> bool:
    """ "No minister would attend", "the secretary of state", "in exile": nobody who is spoken of again."""
    of_state = s.lemmas[i] == "state" and s.deps[i] == "pobj" and s.lemmas[i - 1] == "of"
    away = s.words[i] == "exile" and s.lemmas[i - 1] in ("into", "in", "from", "to") and s.deps[i] == "pobj"
    return of_state or away or any(s.lemmas[c] == "no" for c in s.kids(i, "det"))


def _counted(f: Filler) -> bool:
    """ "About 3,000 had reached the border": people told by their number, of whom "they" can speak."""
    return (f.entity.resolved_by or "").startswith("counted people")


_SHORT_NAME = re.compile(
    r"\b(?:[Tt]he (?:\d+-(?:member|nation|state|strong) )?|(?<![\w’'] )(?=\w+ (?:members|diplomats|delegates)\b))"
    r"(Union|Commission|Council|League|Fund|Bank|Tribunal|Front|Movement|Alliance|Federation|Assembly)"
    r"(?=\b(?! (?:of|for|on|[A-Z])))"
)
_PLURAL_ACRONYM = re.compile(r"[A-Z]{2,4}s")
"""Several of a kind ("MPs", "NGOs"), no body of that name."""


def _is_subject(s: Sentence, i: int) -> bool:
    """True for a subject, one of several, or what a quantity counts ("several of its troops died")."""
    if s.deps[i] == "pobj" and s.lemmas[s.heads[i]] == "of" and g.content_head(s, s.heads[s.heads[i]]) == i:
        i = s.heads[s.heads[i]]
    if s.deps[i] == "conj":
        i = s.heads[i]
    return s.deps[i] in ("nsubj", "nsubjpass")


_OF_TWO_PORTFOLIOS = re.compile(
    rf" and (?:{'|'.join(sorted(naming.PORTFOLIOS))}) (?:Ministers?|Secretary|Ministry|Commissioner)\b"
)
"""What stands behind the "Labour" of "the Labour and Employment Minister", which is no party."""
_SURNAME = re.compile(r" ([A-Z][a-z’']+)\b")
_AT = re.compile(r"\b(?:in|at|near|from|of|to|outside|around|for|and|the)\s$", re.IGNORECASE)
_OF_TOWNS = frozenset(
    "city state province district county airport university road street region hospital high court police bridge "
    "port bay island park square avenue river valley town village governorate prison station beach lake mount "
    "heights camp base church mosque municipality council club united north south east west central".split()
)
"""Words in capitals behind the name of a town that are no surname."""
_TOWN_OF_NOTE = 200_000
_ACRONYM = re.compile(r" \(([A-Z]{2,8})\)")
