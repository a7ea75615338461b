"""Phrases of a report → entities: names, titles, descriptions and pronouns.

One :class:`Cast` belongs to one document.  It first reads the whole document for known
names (so that "Ayoub" in a headline is the "Ali Abdullah Ayoub" of the third paragraph),
then answers, phrase by phrase, who or what is meant.  What the knowledge base does not
know keeps its name and span with ``actor_id`` None.
"""

from __future__ import annotations

import bisect
import csv
import datetime as dt
import itertools
import re
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from dragoman.coding import grammar as g
from dragoman.coding import naming, seats, together
from dragoman.coding.focus import SEATS, Focus
from dragoman.coding.frames import CALENDAR, is_calendar
from dragoman.coding.mentions import Filler, Mention
from dragoman.knowledge import Candidate, Knowledge
from dragoman.knowledge.words import INTERNATIONAL, RENOWN
from dragoman.language import Sentence, paragraph_spans
from dragoman.records import Entity, Field, Span

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|\w+(?:[-.'’]\w+)*|['’]s\b|[^\w\s]")
_HYPHEN_TAIL = re.compile(
    r"-(backed|led|based|held|controlled|run|born|aligned|sponsored|funded|supported|allied|brokered|mediated|"
    r"trained|made|owned|occupied|administered|imposed|bound|drafted|appointed|installed|linked|affiliated|registered|"
    r"flagged|educated|dominated|style|wide|friendly)$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"^(?:as many as|at least|up to|more than|fewer than|less than|about|around|nearly|almost|over|some|an estimated|another)\s+"
    r"(?:[\d,.]+\s+|(?:two|three|four|five|six|seven|eight|nine|ten|a dozen|dozens of|scores of|hundreds of|thousands of)\s+)?",
    re.IGNORECASE,
)
_SINGULAR_HE = frozenset("he him his himself she her hers herself".split())
_MALE = frozenset("he him his himself".split())
_FEMALE = _SINGULAR_HE - _MALE
_WOMEN = frozenset(
    "wife mother daughter sister widow woman girl queen princess spokeswoman chairwoman congresswoman actress mrs ms "
    "lady businesswoman policewoman".split()
)
_MEN = frozenset(
    "husband father son brother widower man boy king prince spokesman chairman congressman actor mr sir "
    "businessman policeman".split()
)
_THEY = frozenset("they them their theirs themselves".split())
_IT = frozenset("it its itself".split())
_WE = frozenset("we us our ours i me my mine ourselves myself".split())
_DEFINITE = frozenset("the this that these those both".split())
_COUNTRY_NOUNS = frozenset("country nation kingdom republic state neighbour neighbor homeland island".split())
_SIDES = frozenset(
    "country nation side leader government neighbour neighbor ally party counterpart president minister state power "
    "capital man rival foe delegation official diplomat army military force team negotiator premier".split()
)
_TWO_OF_A_KIND = frozenset("country nation side neighbour neighbor rival foe".split())
_GROUP_NOUNS = frozenset(
    "group movement organisation organization militia force faction party alliance coalition army outfit "
    "guerrilla bloc union body agency network company council front militant rebel insurgent fighter corps "
    "ministry firm newspaper outlet broadcaster network station channel magazine court commission watchdog league".split()
)
_VEHICLES = frozenset(
    "boat dinghy ship vessel ferry bus minibus train van truck lorry car plane aircraft helicopter convoy raft "
    "airliner jet coach flotilla".split()
)
_NUMBERS = {"three": 3, "four": 4, "five": 5, "six": 6}
_HEADS_OF_STATE = frozenset("leaders heads presidents ministers".split())
_HALVES = {"North": {"KOR": "PRK", "PRK": "PRK"}, "South": {"PRK": "KOR", "KOR": "KOR", "SSD": "SSD"}}
"""Which state "the North" and "the South" are in a report that names one of the two."""
_PRESS = frozenset("newspaper outlet broadcaster network station channel magazine".split())
_PUT_FORWARD = frozenset("make level bring raise issue voice table put".split())
"""Participles that only say whose a claim is: "the claims made by Kyiv"."""
_WORLDWIDE = frozenset("world global international multinational foreign western regional".split())
"""Modifiers of people who are of no single country: "world powers"."""
_OF_STATES = frozenset("army ministry court force corps commission body company firm".split())
"""With a nationality these say themselves which is meant: "the Indian army"."""
_OTHERS = frozenset(
    "neighbour neighbor rival ally foe enemy adversary opponent host guest captor predecessor successor accuser "
    "attacker interlocutor".split()
)
_NEAR = frozenset({"neighbour", "neighbor"})
_PERSON_NOUNS = frozenset(
    "president minister leader premier chancellor king queen emir sultan spokesman spokeswoman spokesperson "
    "official general commander chief envoy ambassador secretary governor senator lawmaker politician activist "
    "diplomat mayor judge prosecutor cleric head director chairman chairwoman prince politician candidate dictator "
    "strongman pontiff pope ruler statesman incumbent journalist lawyer".split()
)


_PEOPLE = re.compile(
    r"(?:ologist|[a-z]{3}ician|[a-z]{3}ographer|worker|workman|women|woman|[a-z]{2}men|[a-z]{2}man|boy|girl|national|goer|seeker|"
    r"keeper|singer|writer|trader|dealer|smuggler|trafficker|tourist|pilgrim|traveller|traveler|hiker|climber|driver|"
    r"rider|player|[a-z]{4}ist|wright|smith|herder|villager|holder|mate|passenger|worshipper|shopper|bystander)$"
)
"""Nouns that mean people whoever they are, beside those that the knowledge base knows."""
_PLACING = frozenset("in at near outside around to from into across of toward towards".split())
_NAME_PARTICLES = frozenset("al el bin ibn abu de da di dos la le van von der den ter ould".split())
_CHARITIES = frozenset("agency charity organisation organization group".split())
_RELIEF = frozenset("aid relief humanitarian charity nongovernmental non-governmental".split())
_UNITS = frozenset("division regiment battalion brigade squadron flotilla corps battery legion".split())
_FORCES = frozenset({"MIL", "COP", "REB", "PRM", "UAF", "GOV"})
_CAPTIVES = frozenset("prisoner hostage captive detainee inmate internee".split())
_KIN = frozenset(
    "brother sister son daughter wife husband father mother uncle aunt nephew niece cousin widow widower grandson "
    "granddaughter grandfather grandmother fiance fiancee spouse sibling parent child".split()
)
"""Relatives of the powerful, who hold no office for that; "brother" is no monk here."""
_ANYBODYS = frozenset(
    "side party ally partner neighbour neighbor donor observer country nation power state world community mediator "
    "signatory creditor expert analyst reader".split()
)
"""People and bodies of many countries: the country of the report tells nothing of them."""
_FOREIGN = frozenset("embassy consulate peacekeeper helmet coalition ambassador diplomat envoy".split())
"""Never of the country where they are found."""
_FROM_ANYWHERE = frozenset(
    "hostage captive foreigner expatriate tourist holidaymaker evacuee mercenary".split()
)
"""People who are as likely as not from another country than the one that they are in."""
_OFTEN = 3
"""Mentions from which a country is surely what a report is about."""
_SHORT = 600
"""Characters up to which a text is too short to tell who fits it."""
_NO_GIVEN_NAMES = frozenset(
    "the a an in on at but and or if when while after before as for by with from to of mr mrs ms dr sir sen gov rep "
    "prof gen col lt capt sgt rev pope king queen prince princess lord lady former new vice says said that this he "
    "she they it former rival ally democrat republican candidate incumbent brother president prime".split()
)
_RANKS = frozenset(
    "general colonel major captain lieutenant sergeant brigadier admiral commander corporal".split()
)
_TITLES = _RANKS | frozenset(
    "minister president premier chancellor secretary spokesman spokeswoman spokesperson governor mayor ambassador "
    "senator judge prosecutor chief director commissioner leader envoy chairman chairwoman deputy lawmaker "
    "representative coordinator speaker".split()
)
_SHARED_OFFICES = frozenset(
    "envoy ambassador commander general judge spokesman spokeswoman spokesperson mayor governor director "
    "representative official diplomat deputy commissioner chief adviser advisor prosecutor".split()
)
"""Offices of which a country or body has many, so that nobody is meant without a name."""
_DONE_TO = frozenset(
    "killing murder assassination slaying massacre execution arrest detention kidnapping abduction abducting bombing "
    "shelling beating torture persecution imprisonment jailing release expulsion deportation poisoning shooting "
    "beheading rape abuse use invasion occupation annexation destruction seizure siege blockade capture trial "
    "treatment oppression".split()
)
"""Nouns whose *of* names whom it was done to."""
_FOLLOWERS = frozenset("supporter follower loyalist backer opponent critic fan ally aide relative".split())
_BARE_BODIES = {
    "congress": "parliament",
    "senate": "parliament",
    "house of representatives": "parliament",
    "supreme court": "court",
}
"""Bodies that many countries have under the name of the American ones, and the role that they are."""
_HONORIFIC = re.compile(
    r"^(?:(?:mr|mrs|ms|miss|dr|sir|dame|lord|lady|herr|señor|monsieur|shri|smt|dato|h\.?e|h\.?h|h\.?r\.?h|hon)\.? )+(?=\S)",
    re.IGNORECASE,
)
_MISTRESS = re.compile(r"^(?:Mrs|Ms|Miss)\.? ([A-Z][\w’'-]+)$")
_COUNT_ALONE = frozenset("hundred thousand dozen score ten million other several many".split())


def _counted_people(s: Sentence, h: int) -> bool:
    """ "hundreds marched", "killed 19", "two were abducted": people told by their number only."""
    if s.deps[h] not in ("nsubj", "nsubjpass", "dobj", "conj") or s.pos[h] not in ("NOUN", "NUM", "ADJ"):
        return False
    if any(s.lemmas[c] in ("the", "these", "those") for c in s.kids(h, "det")):
        return False
    if any(s.deps[c] in ("prep", "nmod", "compound", "amod", "poss", "relcl") and s.lemmas[c] not in _COUNT_ALONE
           and s.words[c].lower() not in ("at", "more", "other", "people") for c in s.children[h]):  # fmt: skip
        return False
    if any(s.words[c] in ("$", "%", "€", "£") for c in s.children[h]):
        return False
    if s.pos[h] == "NUM":
        number = s.words[h].replace(",", "")
        after = s.words[h + 1].lower() if h + 1 < len(s) else ""
        return after not in ("percent", "%", "per", "million", "billion", "-") and not (
            number.isdigit() and (1900 <= int(number) <= 2100 or int(number) > 100_000)
        )
    return s.lemmas[h] in _COUNT_ALONE and s.tags[h] in ("NNS", "JJ", "NN")


def _of_is_the_verbs(s: Sentence, h: int) -> bool:
    """ "accused the government of weakness": the *of* belongs to the verb, not to the name."""
    verb = s.heads[h]
    return s.deps[h] in ("dobj", "nsubjpass") and s.lemmas[verb] in _OF_VERBS


_OF_VERBS = frozenset("accuse convict acquit suspect strip rob deprive clear relieve warn inform".split())


def _state_of_emergency(s: Sentence, h: int) -> bool:
    below = [o for p in s.kids(h, "prep") if s.lemmas[p] == "of" for o in s.kids(p, "pobj")]
    return any(s.lemmas[o] in ("emergency", "siege", "war", "alert", "affair", "mind", "play") for o in below)


def _split_title(name: str) -> tuple[str, str]:
    """ "Foreign and Expatriates Minister Fayssal Mikdad" → the title and the name, else ("", name)."""
    words = name.split()
    for i in range(len(words) - 2, -1, -1):
        if words[i].lower().split("-")[0].strip(",") in _TITLES:
            rest = words[i + 1 :]
            if all(w[:1].isupper() or w.lower() in ("al", "el", "de", "van", "bin", "von") for w in rest):
                return " ".join(words[: i + 1]), " ".join(rest)
            return "", name
    return "", name


@cache
def noun_natures() -> dict[str, str]:
    """``nouns.tsv``: what a bare common noun is (instrument, hazard)."""
    path = Path(__file__).parent / "nouns.tsv"
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.reader(
            (x for x in stream if not x.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE
        )
        return {r[0]: r[1] for r in reader if len(r) == 2}


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
    _quoted_speaker: dict[int, Entity] = field(default_factory=dict)
    _text: str = ""
    _new: set[str] = field(default_factory=set)
    """Acronyms that the report itself introduces for bodies which the knowledge base lacks."""
    _surnames: list[tuple[str, Span, Field, tuple[Candidate, ...]]] = field(default_factory=list)

    # --- reading the whole document for names ---------------------------------------------

    def read(self, text: str, fld: Field, *, more: bool = False) -> None:
        """Log every known name in ``text`` and remember full names for later surnames.

        Bare surnames wait until all is read (``more`` says that another text follows): whether
        "Christie" is a prime minister of the Bahamas depends on whether the report speaks of them.
        """
        self._text += f"{text}\n"
        self._new.update(short for short, name in _introduced(text) if self._stranger(short, name))
        for tokens in _paragraph_tokens(text):
            words = [w for w, _, _ in tokens]
            for match in self.knowledge.names_in(words, self.date):
                if not match.candidates or " ".join(words[match.start : match.end]).lower() in CALENDAR:
                    continue
                start, end = tokens[match.start][1], tokens[match.end - 1][2]
                if text[start:end] in self._new:
                    continue
                self._log(" ".join(text[start:end].split()), (start, end), fld, match.candidates)
        self._note_pairs(text, fld)
        self._acronyms(text)
        if more:
            return
        for found in self._surnames:
            if self._fits_report(found[0], self.choose(found[3])):
                self._enter(*found)
        self._surnames.clear()
        self.mentions.sort(key=lambda m: (m.field == "text", m.start))

    def _fits_report(self, text: str, c: Candidate) -> bool:
        """False for a bare surname whose bearer nothing else in a longer report points to."""
        if c.kind != "person" or c.resolved_by != "surname" or len(self._text) < _SHORT:
            return True
        if c.country in self.countries or (c.country in RENOWN and c.score >= 0.75):
            return not self._another(text, c)
        return False

    def _another(self, text: str, c: Candidate) -> bool:
        """True where the report gives the surname to somebody with another first name."""
        surname = re.sub(r"['’]s$", "", text).split()[-1]
        given = {w.lower() for w in c.name.split()}
        for m in re.finditer(rf"\b([A-Z][\w'’-]+) {re.escape(surname)}\b", self._text):
            word = m.group(1).lower()
            known = word in given or word in _TITLES or word in _NO_GIVEN_NAMES
            if not known and not self.knowledge.nationality(m.group(1)) and len(word) > 2:
                return True
        return False

    def _speaks_of(self, country: str | None) -> bool:
        """True where the report names a country by more than its bodies, or names none at all."""
        named = {m.entity.country for m in self.mentions if m.kind in ("country", "person")}
        return not named or country in named

    def _note_pairs(self, text: str, fld: Field) -> None:
        """Remember two parties of different countries that "and" joins, titles between them allowed."""
        here = [m for m in self.mentions if m.field == fld and m.kind in ("country", "person")]
        for first, second in itertools.pairwise(here):
            between = text[first.end : second.start]
            a, b = first.entity.country, second.entity.country
            if (
                a
                and b
                and a != b
                and re.fullmatch(r"(?:\s*'s)?[\w\s'’-]{0,40}\band(?: [\w'’-]+){0,3}\s+", between)
            ):
                self.pairs.append((first, second))

    def _log(self, text: str, span: Span, fld: Field, candidates: tuple[Candidate, ...]) -> None:
        best = self.choose(candidates)
        if best.kind == "person" and best.resolved_by == "surname":
            self._surnames.append((text, span, fld, candidates))
            return
        self._enter(text, span, fld, candidates)

    def _enter(self, text: str, span: Span, fld: Field, candidates: tuple[Candidate, ...]) -> None:
        best = self.choose(candidates)
        if best.kind == "place" or best.score < 0.5:
            if best.kind == "place" and best.score > 0.55 and text[:1].isupper():
                elsewhere = any(c.kind == "place" and c.country != best.country for c in candidates)
                self.where.add(best.country, span[0], fld, 0.5 if elsewhere else 0.8)
            return
        if best.kind == "person" and len(text) == 2 and text.isupper():
            return  # "OH" is Ohio, not Mr Oh
        entity = self._as_reported(entity_of(best, text, span, candidates), text, best.kind)
        adjective = best.kind == "country" and "adjective" in best.resolved_by
        mention = Mention(span[0], span[1], fld, entity, best.kind, adjective=adjective)
        self.mentions.append(mention)
        if " " in text:
            self.named.append(mention)
        if best.country and len(best.country) == 3:
            self.countries[best.country] += 1
            if best.country not in INTERNATIONAL:
                weight = 0.6 if adjective or best.kind != "country" else 1.0
                weight *= 0.4 if text.lower() in SEATS else 1.0
                self.where.add(best.country, span[0], fld, weight)
        if best.actor_id:
            self.seen[best.actor_id] += 1
        self.remember(text, entity, best.kind)

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
        key = _key(text)
        if kind in ("person", "office"):
            words = re.sub(r"['’]s$", "", text.split(" of ")[0]).split()  # "Hage Geingob of Namibia"
            full = [w for w in words if w[:1].isupper() or w.lower().startswith(("al-", "el-", "bin", "ibn"))]
            if len(full) >= 2:
                self.by_name.setdefault(_key(" ".join(full)), (entity, kind))
                for tail in (full[-1], full[-1].split("-")[-1], " ".join(full[-2:])):
                    self.by_name.setdefault(_key(tail), (entity, kind))
            name_parts = entity.name.split()
            if len(name_parts) >= 2 and entity.actor_id:
                self.by_name.setdefault(_key(name_parts[-1]), (entity, kind))
                self.by_name.setdefault(_key(name_parts[-1].split("-")[-1]), (entity, kind))
        elif kind in ("org", "outlet") and key:
            self.by_name.setdefault(key, (entity, kind))

    def _acronyms(self, text: str) -> None:
        """Acronyms introduced in brackets: "the National Liberation Front (NLF)"."""
        for short, name in _introduced(text):
            found = self.knowledge.lookup(name, self.date)
            if found:
                self.by_name[_key(short)] = (entity_of(found[0], name, None), found[0].kind)
            elif self._stranger(short, name):
                self.by_name[_key(short)] = (Entity(name, resolved_by="introduced in brackets"), "org")

    def _stranger(self, short: str, name: str) -> bool:
        """True where a report means another body by an acronym than the knowledge base does."""
        said = {w.lower() for w in name.split()}
        for c in self.knowledge.lookup(short, self.date)[:3]:
            meant = [w.lower() for w in c.name.split() if w[:1].isupper()]
            if meant and sum(w in said for w in meant) * 2 > len(meant):
                return False
        return True

    def choose(self, candidates: tuple[Candidate, ...] | list[Candidate]) -> Candidate:
        """The candidate that fits the report best; a tie goes to the earlier one."""

        def fit(c: Candidate) -> float:
            bonus = 0.15 if c.actor_id and self.seen[c.actor_id] else 0.0
            bonus += 0.1 if c.country and self.countries[c.country] else 0.0
            return c.score + bonus

        return max(candidates, key=fit)

    # --- phrases --------------------------------------------------------------------------

    def settle(self, s: Sentence) -> None:
        """Hold together the names of a sentence that has just been parsed."""
        here = [m for m in self.named if m.field == s.field and s.start <= m.start < s.end]
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
        if key not in self._cache:
            # a phrase that is asked for while it is being resolved answers with its bare words
            self._cache[key] = Filler(
                Entity(s.words[head], span=(s.starts[head], s.ends[head])), "unknown", "noun", head
            )
            self._cache[key] = self._resolve(s, head)
        return self._cache[key]

    def is_actor(self, s: Sentence, i: int) -> bool:
        """True when a modifier can be the agent of its noun ("Israeli", "Taliban", "police")."""
        if s.pos[i] == "ADJ" or s.tags[i] == "JJ":
            return bool(self.knowledge.nationality(s.words[i]))
        if noun_natures().get(s.lemmas[i]) == "instrument":
            return False  # "a drone strike"
        return self.filler(s, i).acts and s.pos[i] in ("PROPN", "NOUN")

    def _resolve(self, s: Sentence, head: int) -> Filler:
        h = g.content_head(s, head)
        first, last = g.phrase(s, h, with_of=not _of_is_the_verbs(s, h))
        span = (s.starts[first], s.ends[last])
        if s.pos[h] == "PRON" or s.tags[h] in ("PRP", "PRP$"):
            return self._pronoun(s, h, span)
        text = s.slice(first, last)
        if is_calendar(s, h) or (s.lemmas[h] == "state" and _state_of_emergency(s, h)):
            return Filler(Entity(text, span=span), "thing", "noun", h)
        if _counted_people(s, h):
            people = Entity(text, None, None, ("CVL",), None, span, "counted people")
            return Filler(self._with_country(s, h, people), "actor", "role", h, True)
        plural = s.tags[h] in ("NNS", "NNPS") or bool(s.kids(h, "conj"))
        half = self._other_half(s, h, span)
        if half is not None:
            return half
        longer = self._longer_name(s, h, span)
        if longer is not None:
            return Filler(longer.entity, "actor", longer.kind, h, plural)
        known = self.by_name.get(_key(_HONORIFIC.sub("", text)))
        if known and self._spouse(text):
            other = Entity(
                text, None, known[0].country, ("CVL",), None, span, "of the family of a person named"
            )
            return Filler(other, "actor", "person", h)
        if known and s.pos[h] != "NOUN":
            entity = replace(known[0], span=span, resolved_by=_again(known[0], text))
            return Filler(entity, "actor", known[1], h, plural)
        counted = self._all_of_them(s, h, span)
        if counted is not None:
            return counted
        described = self._description(s, h, text, span, plural)
        if described is not None:
            return described
        found = self._known(s, h, text, span, plural)
        if found is not None:
            return found
        return self._unknown(s, h, text, span, plural)

    def _spouse(self, text: str) -> bool:
        """ "Mrs Sarney" where the report speaks of "Mr Sarney" too: another person."""
        found = _MISTRESS.match(text)
        return found is not None and bool(re.search(rf"\bMr\.? {re.escape(found[1])}\b", self._text))

    def _longer_name(self, s: Sentence, h: int, span: Span) -> Mention | None:
        """The known body that a phrase is cut out of by its grammar: "League" of "League for Democracy"."""
        if s.pos[h] != "PROPN":
            return None
        return next(
            (
                m
                for m in self.named
                if m.kind in ("org", "outlet")
                and m.field == s.field
                and m.start <= span[0]
                and span[1] < m.end
                and s.starts[h] < m.end
            ),
            None,
        )

    def _known(self, s: Sentence, h: int, text: str, span: Span, plural: bool) -> Filler | None:
        candidates = self._candidates(s, h, text)
        other = self._stands_for(s, h, text, span, plural)
        if other is not None:
            return other
        if not candidates:
            return self._by_apposition(s, h, span, plural)
        best = self.choose(candidates)
        if best.kind == "place" and s.deps[h] == "nsubj":  # a capital that acts is its government
            best = next((c for c in candidates if c.resolved_by in ("capital", "metonym")), best)
        renamed = self._renamed(s, h, best, span, plural)
        if renamed is not None:
            return renamed
        if best.kind == "person" and s.lemmas[h] in _FOLLOWERS and s.pos[h] == "NOUN":
            people = Entity(text, None, best.country, ("CVL",), None, span, "followers of a person")
            return Filler(people, "actor", "role", h, plural)
        if best.kind == "role" and noun_natures().get(s.lemmas[h]) == "instrument" and not best.country:
            return Filler(Entity(text, span=span), "instrument", "noun", h, plural)
        entity = entity_of(best, text, span, tuple(candidates))  # the words keep their count
        if best.kind in ("role", "office"):
            entity = self._by_their_owner(s, h, entity)
        if best.kind == "person":
            entity = replace(entity, name=self._full_name(text, entity))
        if best.kind == "person" and best.resolved_by.startswith("office") and entity.actor_id:
            entity, best = self._holder_in_report(s, h, text, entity, best)
        if not entity.country and not entity.actor_id and best.kind in ("role", "office", "person"):
            entity = self._with_country(s, h, entity)
        if best.kind in ("person", "office"):
            self.remember(text, entity, "person")
        if best.kind == "place":
            return Filler(entity, "place", "place", h, plural)
        return Filler(entity, "actor", best.kind, h, plural)

    def _stands_for(self, s: Sentence, h: int, text: str, span: Span, plural: bool) -> Filler | None:
        """An ethnic group, or a town in the place of the body that sits there."""
        if any(s.lemmas[c] == "ethnic" for c in s.kids(h, "amod", "nmod")):
            people = Entity(text, None, None, ("CVL",), None, span, "ethnic group")
            people = self._with_country(s, h, people, only_place=True)
            return Filler(people, "actor", "role", h, plural)
        seat = seats.body_at(s, h, text, self._spoken_of) if s.pos[h] == "PROPN" else None
        bodies = [c for c in self.knowledge.lookup(seat, self.date) if c.kind == "org"] if seat else []
        if bodies:
            entity = replace(entity_of(bodies[0], text, span), resolved_by="seat of the body")
            return Filler(entity, "actor", "org", h)
        return None

    def _renamed(self, s: Sentence, h: int, best: Candidate, span: Span, plural: bool) -> Filler | None:
        """Whom a description means that stands beside, or before, a name."""
        if best.kind in ("role", "office") and (named := self._person_at(s, h)):
            return Filler(replace(named.entity, span=span), "actor", "person", h, plural)
        part = best.resolved_by.endswith("name and role") and s.lemmas[h] in _PERSON_NOUNS
        if best.kind in ("role", "office") or best.resolved_by == "office" or part:
            return self._by_apposition(s, h, span, plural) or self._named_beside(s, h, best, plural)
        return None

    def _by_their_owner(self, s: Sentence, h: int, entity: Entity) -> Entity:
        """Kin hold no office, and "his men" of a commander are what he is."""
        if s.lemmas[h] in _KIN and s.pos[h] == "NOUN":
            return replace(entity, sectors=("CVL",), office=None)
        return self._armed_men(s, h, entity)

    def _armed_men(self, s: Sentence, h: int, entity: Entity) -> Entity:
        """ "The commander said his men …": they are what he is."""
        owners = [c for c in s.kids(h, "poss") if s.tags[c] == "PRP$"]
        if s.lemmas[h] != "man" or not owners:
            return entity
        owner = self._pronoun(s, owners[0], (s.starts[owners[0]], s.ends[owners[0]])).entity
        arms = tuple(x for x in owner.sectors if x in _FORCES and x != "GOV")
        return replace(entity, sectors=arms or entity.sectors)

    def _spoken_of(self, what: str) -> bool:
        """True where the report names a body, or (by its code) a country other than by its capital."""
        if len(what) == 3 and what.isupper():
            return any(m.entity.country == what and m.entity.resolved_by != "capital" for m in self.mentions)
        return any(m.entity.name == what for m in self.mentions)

    def _person_at(self, s: Sentence, h: int) -> Mention | None:
        """The known person whose name ends in a token: "Minister for Women Ada Nkosi"."""
        if s.pos[h] != "PROPN":
            return None
        return next(
            (m for m in self.named if m.kind == "person" and m.field == s.field
             and m.start < s.starts[h] and s.ends[h] == m.end), None,
        )  # fmt: skip

    def _full_name(self, text: str, entity: Entity) -> str:
        """A known person as the report spells it; of an unknown one the first name too ("Governor Omar Haddad")."""
        if entity.actor_id:
            return self.spelling.get(entity.actor_id, entity.name)
        words = text.split()
        if " " in entity.name or len(words) < 3 or words[-1] != entity.name or not words[-2].isalpha():
            return entity.name
        first = words[-2]
        title = first.lower() in _PERSON_NOUNS or self.knowledge.role([first.lower()])
        return entity.name if title or not first[:1].isupper() else f"{first} {entity.name}"

    def _candidates(self, s: Sentence, h: int, text: str) -> list[Candidate]:
        """What the knowledge base offers for a phrase, less what its grammar rules out."""
        phrase = text
        if h == 0 and " " not in text and self.knowledge.role([text.lower()]):
            text = text.lower()  # a role that only begins the sentence: "Police have arrested"
        text = _COUNTED.sub("", text) or text
        text = _HONORIFIC.sub("", text)
        if text == "Secretary-General" and self.countries["UNO"]:
            text = "UN Secretary-General"
        found = [c for c in self.knowledge.resolve(text, self.date) if c.kind != "unknown"]
        found = [c for c in found if self._fits_report(text, c)]
        bare = text.lower().removeprefix("the ")
        if bare in _BARE_BODIES and found and not self._speaks_of(found[0].country):
            found = [c for c in self.knowledge.resolve(_BARE_BODIES[bare], self.date) if c.kind == "role"]
        if (s.pos[h] == "NOUN" and s.words[h].islower()) or _HONORIFIC.match(text):
            found = [c for c in found if c.kind != "place"]
        if self.date and found and found[0].kind == "person" and not found[0].actor_id and " " in text:
            # "President Obama" in a report with another date: somebody held that title at some time
            ever = [
                c
                for c in self.knowledge.resolve(text, None)
                if c.kind == "person" and c.actor_id and c.score > 0.85
            ]
            found = [
                replace(c, resolved_by=f"{c.resolved_by}; not in office on the day") for c in ever[:1]
            ] + found
        if s.pos[h] == "NOUN" and any(c.kind == "role" and c.country for c in found):
            found = [c for c in found if not (c.kind == "country" and c.resolved_by == "adjective")]
        head = (s.lemmas[h], s.words[h].lower())
        found = [c for c in found if c.kind != "role" or any(w in c.name.lower() for w in head)]
        if phrase == phrase.lower():  # a common noun is no name: "a ban" is not Ban Ki-moon
            found = [c for c in found if c.kind in ("role", "office")]
        if " " not in phrase and s.kids(h, "det"):  # "the West" is no person
            found = [c for c in found if c.kind != "person"]
        return found

    def _by_apposition(self, s: Sentence, h: int, span: Span, plural: bool) -> Filler | None:
        for other in g.appositions(s, h):
            if s.pos[other] != "PROPN":
                continue
            first, last = g.phrase(s, other)
            text = s.slice(first, last)
            known = self.by_name.get(_key(text))
            if known and known[1] == "person":
                entity, kind = known
            else:
                found = [
                    c
                    for c in self.knowledge.resolve(text, self.date)
                    if c.kind in ("person", "org", "outlet")
                ]
                if not found:
                    continue
                best = self.choose(found)
                entity, kind = entity_of(best, text, span, tuple(found)), best.kind
            entity = replace(entity, span=span, resolved_by="apposition")
            if not entity.country:
                entity = self._with_country(s, h, entity, only_modifiers=True)
            self.remember(text, entity, kind)
            return Filler(entity, "actor", kind, h, plural)
        return None

    def _named_beside(self, s: Sentence, h: int, role: Candidate, plural: bool) -> Filler | None:
        """ "its director, Katherine Archuleta", "a civic group, the Catalan Assembly": the name as given."""
        if plural or role.sectors == ("UNK",):
            return None
        for other in s.kids(h, "appos"):
            if s.pos[other] != "PROPN" or is_calendar(s, other):
                continue
            first, last = g.phrase(s, other)
            name = s.slice(first, last).strip("\"'“”‘’ ")
            person = (
                role.kind in ("office", "person")
                or s.lemmas[h] in _PERSON_NOUNS
                or _PEOPLE.search(s.lemmas[h])
            )
            if person and not _looks_personal(s, other, name):
                continue
            sectors, office = (("CVL",), None) if s.lemmas[h] in _KIN else (role.sectors, role.office)
            entity = Entity(name, None, role.country, sectors, office, (s.starts[first], s.ends[last]),
                            "apposition")  # fmt: skip
            if not entity.country:
                entity = self._with_country(s, h, entity)
            self.remember(name, entity, "person" if person else "org")
            return Filler(entity, "actor", "person" if person else "org", h)
        return None

    def _holder_in_report(
        self, s: Sentence, h: int, text: str, entity: Entity, best: Candidate
    ) -> tuple[Entity, Candidate]:
        """An office without a name: whom the report calls so, else its holder if it has but one."""
        if self.seen[best.actor_id]:
            return entity, best
        wanted = _title_words(text)
        for m in self._before(s, s.starts[h]):
            named = m.kind == "person" and m.entity.country == best.country and m.entity.name != entity.name
            if (
                named
                and wanted
                and (wanted & {"president", "minister", "premier", "chancellor", "leader"})
                and (
                    wanted <= _title_words(m.entity.office or "")
                    or _title_words(m.entity.office or "") & {"president"} & wanted
                )
            ):
                return replace(m.entity, span=entity.span, resolved_by="office; named in the report"), best
        if s.lemmas[h] in _SHARED_OFFICES:
            told = replace(best, actor_id="", kind="office")
            return Entity(text, None, best.country, best.sectors, None, entity.span, "office"), told
        return entity, best

    def _unknown(self, s: Sentence, h: int, text: str, span: Span, plural: bool) -> Filler:
        nature = noun_natures().get(s.lemmas[h])
        nature = None if nature == "act" else nature
        if s.pos[h] == "NUM" or is_calendar(s, h):
            return Filler(Entity(text, span=span), "thing", "noun", h, plural)
        name = text.strip("\"'“”‘’ ")
        before = [noun_natures().get(s.lemmas[c]) for c in s.kids(h, "compound") if c < h]
        if s.pos[h] == "PROPN" and "hazard" in before[:1]:  # "Hurricane Mitch"
            return Filler(Entity(name, span=span), "hazard", "noun", h, plural)
        if s.pos[h] == "PROPN" and nature is None:
            return self._unknown_name(s, h, name, span, plural)
        owner = self._modifier_country(s, h)
        numbered = any(
            s.pos[c] in ("PROPN", "NUM", "ADJ") and s.words[c][:1].isupper() for c in s.kids(h, "compound")
        )
        if s.lemmas[h] in _UNITS and (numbered or any(s.words[c][:1].isdigit() for c in s.kids(h, "amod"))):
            unit = Entity(name, None, owner, ("MIL",), None, span, "unit of an army")
            return Filler(self._with_country(s, h, unit), "actor", "role", h, plural)
        if nature is None and _PEOPLE.search(s.lemmas[h]) and s.pos[h] == "NOUN":
            people = Entity(name, None, owner, ("CVL",), None, span, "noun for people")
            return Filler(self._with_country(s, h, people), "actor", "role", h, plural)
        entity = Entity(name, country=owner, span=span, resolved_by="adjective" if owner else None)
        return Filler(entity, nature or "thing", "noun", h, plural)  # type: ignore[arg-type]

    def _unknown_name(self, s: Sentence, h: int, name: str, span: Span, plural: bool) -> Filler:
        """A proper name that the knowledge base lacks, with what its title or apposition tells."""
        entity = Entity(name, span=span, resolved_by="not in the knowledge base")
        if s.tags[h] == "NNPS" and len(name.split()) == 1 and s.deps[h] != "pobj":  # "Muscovites"
            people = replace(entity, sectors=("CVL",))
            return Filler(self._with_country(s, h, people), "actor", "role", h, True)
        entity = self._with_country(s, h, entity, only_modifiers=True)
        title, bare = _split_title(name)
        if title:
            sectors = ("MIL",) if title.split()[-1].lower() in _RANKS else ("GOV",)
            cut = span[0] + len(s.slice(*g.phrase(s, h))) - len(bare)
            entity = replace(entity, name=bare, office=title, sectors=sectors, span=(cut, span[1]))
            told = self._told_by_apposition(s, h, entity)
            entity = replace(entity, country=told.country, resolved_by="title")
            entity = entity if entity.country else self._with_country(s, h, entity)
        elif not entity.sectors:
            entity = self._told_by_apposition(s, h, entity)
        kind = "person" if title or entity.office or _looks_personal(s, h, name) else "unknown"
        if kind == "person":
            self.remember(entity.name, entity, "person")
        return Filler(entity, "actor", kind, h, plural)

    def _told_by_apposition(self, s: Sentence, h: int, entity: Entity) -> Entity:
        """ "Alexander Efimov, the Russian ambassador": country and sectors from the words beside a name."""
        for other in g.appositions(s, h):
            if s.pos[other] != "NOUN":
                continue
            found = [c for c in self._candidates(s, other, s.slice(*g.phrase(s, other)))
                     if c.kind in ("role", "office", "person")]  # fmt: skip
            if found:
                best = found[0]
                told = replace(entity, country=entity.country or best.country, sectors=best.sectors,
                               resolved_by="apposition")  # fmt: skip
                return told if told.country else self._with_country(s, other, told)
        return entity

    def _modifier_country(self, s: Sentence, h: int) -> str | None:
        for c in s.kids(h, "amod", "compound", "poss", "nmod"):
            if s.deps[c] == "poss" and s.lemmas[h] in _OTHERS:
                continue  # "Chad closed the border with its neighbour": whose neighbour, not which country
            found = self.knowledge.nationality(s.words[c])
            if found:
                return found[0]
            if s.tags[c] == "WP$":  # "Mr Odinga, whose party boycotted the vote"
                noun = next((s.heads[a] for a in s.ancestors(h) if s.deps[a] == "relcl"), None)
                country = self.filler(s, noun).entity.country if noun is not None and noun != h else None
                if country:
                    return country
            if s.tags[c] == "PRP$":
                country = self._pronoun(s, c, (s.starts[c], s.ends[c])).entity.country
                if country:
                    return country
            elif s.deps[c] == "poss" and c != h:
                country = self.filler(s, c).entity.country
                if country:
                    return country
        return None

    def _with_country(
        self, s: Sentence, h: int, entity: Entity, *, only_modifiers: bool = False, only_place: bool = False
    ) -> Entity:
        """Give a role ("police", "the government") the country that its words or the report tell."""
        country = None if only_place else self._modifier_country(s, h)
        if country:
            return replace(
                entity, country=country, resolved_by=f"{entity.resolved_by}; country from a modifier"
            )
        if only_modifiers:
            return entity
        country = self._whom_loyal_to(s, h)
        if country:
            how = f"{entity.resolved_by}; country of whom it is loyal to"
            return replace(entity, country=country, resolved_by=how)
        for _, _, o in g.prepositional(s, h):
            if s.heads[s.heads[o]] == h and s.lemmas[s.heads[o]] in ("in", "of", "from", "at"):
                f = self.filler(s, o)
                if f.entity.country:
                    return replace(
                        entity,
                        country=f.entity.country,
                        resolved_by=f"{entity.resolved_by}; country from its place",
                    )
        if s.lemmas[h] in ("peacekeeper", "helmet") and self.countries["UNO"]:
            return replace(entity, country="UNO", resolved_by=f"{entity.resolved_by}; of the United Nations")
        if _of_many(s, h) or s.lemmas[h] in _FOREIGN:
            return replace(entity, resolved_by=f"{entity.resolved_by}; of several countries")
        again = self._same_as_before(s, h)
        if again:
            return replace(entity, country=again, resolved_by=f"{entity.resolved_by}; told of before")
        court = self._court_before(s, h) if entity.sectors == ("JUD",) else None
        if court:
            return replace(
                entity, country=court, resolved_by=f"{entity.resolved_by}; of the court named before"
            )
        if (
            s.tags[h] == "NNS"
            and s.lemmas[h] in _CHARITIES
            and any(s.lemmas[c] in _RELIEF for c in s.kids(h, "compound", "amod"))
        ):
            return replace(entity, country="NGO", resolved_by=f"{entity.resolved_by}; of no country")
        if s.lemmas[h] in _FROM_ANYWHERE:
            return replace(entity, resolved_by=f"{entity.resolved_by}; perhaps of several countries")
        if s.lemmas[h] == "power" or any(s.lemmas[c] in _WORLDWIDE for c in s.kids(h, "amod", "compound")):
            return replace(entity, resolved_by=f"{entity.resolved_by}; of several countries")
        country = None if only_place or s.lemmas[h] in _ANYBODYS else self.focus(s)
        if country:
            return replace(
                entity, country=country, resolved_by=f"{entity.resolved_by}; country from the report"
            )
        return entity

    def _same_as_before(self, s: Sentence, h: int) -> str | None:
        """ "American marines landed. The marines fired": the same ones."""
        if [s.lemmas[c] for c in s.children[h] if s.deps[c] != "punct"] != ["the"]:
            return None
        word = s.words[h].lower()
        for m in self._before(s, s.starts[h]):
            name = m.entity.name.lower().split()
            bloc = word in _HEADS_OF_STATE and m.entity.country == "IGO" and _HEADS_OF_STATE & set(name)
            if bloc or (name and name[-1] == word and len(name) > 1):
                guessed = "from the report" in (m.entity.resolved_by or "")
                return None if guessed else m.entity.country
        return None

    def _whom_loyal_to(self, s: Sentence, h: int) -> str | None:
        """ "forces loyal to Khalifa Haftar"."""
        for loyal in s.kids(h, "amod", "acl", "relcl"):
            for name, _, o in g.prepositional(s, loyal):
                if s.lemmas[loyal] in ("loyal", "allied", "aligned") and name in ("to", "with"):
                    country = self.filler(s, o).entity.country
                    if country:
                        return country
        return None

    def _court_before(self, s: Sentence, h: int) -> str | None:
        """ "The judges had convicted Taylor" are those of the court that the report spoke of last."""
        courts = (m for m in self._before(s, s.starts[h]) if m.kind == "org" and "JUD" in m.entity.sectors)
        return next((m.entity.country for m in courts if m.entity.country), None)

    def focus(self, s: Sentence, but: frozenset[str] = frozenset()) -> str | None:
        """The country that the report is about where the sentence stands, or None where that is open.

        ``but`` are countries that cannot be meant.
        """
        if self.place and self.where.dateline is None:
            found = self.knowledge.places(self.place)
            if found and found[0].country:
                self.where.dateline = (self.place, found[0].country)
        country = self.where.at(s.start, s.field, but)
        return self.knowledge.state_on(country, self.date) if country else None

    def _other_half(self, s: Sentence, h: int, span: Span) -> Filler | None:
        """ "Seoul said the North had fired": the other of two states of one name."""
        halves = _HALVES.get(s.words[h], {})
        if not s.kids(h, "det") or len(s.children[h]) > 1:
            return None
        for known, meant in halves.items():
            if self.countries[known]:
                entity = replace(self.country_entity(meant, span), resolved_by=f"the other of {known}")
                return Filler(entity, "actor", "country", h)
        return None

    # --- descriptions and pronouns --------------------------------------------------------

    def _description(self, s: Sentence, h: int, text: str, span: Span, plural: bool) -> Filler | None:
        """ "the two countries", "the minister", "his counterpart", "the Iranian news agency"."""
        if self._of_a_pair(s, h, plural):
            return self._both(s, h, text, span)
        if s.pos[h] != "NOUN":
            return None
        lemma = s.lemmas[h]
        determined = any(s.lemmas[c] in _DEFINITE for c in s.kids(h, "det", "predet"))
        owned = [c for c in s.kids(h, "poss") if s.tags[c] == "PRP$"]
        if lemma == "counterpart":
            return self._counterpart(s, h, span)
        if owned and not determined:
            return self._its_neighbour(s, h, span) if lemma in _NEAR and not plural else None
        if not determined or (
            s.kids(h, "compound") and any(s.pos[c] == "PROPN" for c in s.kids(h, "compound"))
        ):
            return None
        if any(s.lemmas[p] == "of" for p in s.kids(h, "prep")):
            return None
        nationality = self._modifier_country(s, h)
        if plural and lemma in _SIDES and any(s.lemmas[c] in ("two", "both") for c in s.children[h]):
            return self._both(s, h, text, span)
        if lemma in _COUNTRY_NOUNS and not nationality and not plural:
            return self._back(s, h, span, ("country",), None, text, skip_adjectives=False)
        if lemma in _PERSON_NOUNS and not plural and not s.kids(h, "appos"):
            return self._back_person(s, h, span, text, nationality)
        if lemma in _GROUP_NOUNS and not s.kids(h, "appos"):
            if nationality and lemma in _OF_STATES:
                return None
            press = "news agency" in text.lower() or lemma in _PRESS
            kinds = ("outlet", "org") if lemma == "network" else ("outlet",) if press else ("org",)
            return self._back(s, h, span, kinds, nationality, text)
        return None

    def _all_of_them(self, s: Sentence, h: int, span: Span) -> Filler | None:
        """ "accused all three": the three told of before."""
        number = s.words[h].lower()
        if s.pos[h] not in ("NUM", "NOUN") or number not in _NUMBERS or s.kids(h, "prep"):
            return None
        if not any(s.lemmas[c] in ("all", "the", "these") for c in s.children[h]):
            return None
        for m in self._before(s, span[0]):
            several = self.meant.get((m.field, (m.start, m.end)), [])
            if len(several) == _NUMBERS[number] or number in m.entity.name.lower().split():
                entity = replace(m.entity, span=span, resolved_by=f"description: {number} told of before")
                if several:
                    self.meant[s.field, span] = several
                return Filler(entity, "actor", "pair" if several else m.kind, h, True)
        return None

    def _of_a_pair(self, s: Sentence, h: int, plural: bool) -> bool:
        """ "the two agreed", "each side accused the other", "the neighbours" of a pair named before."""
        lemma, determiners = s.lemmas[h], [s.lemmas[c] for c in s.kids(h, "det")]
        if lemma in ("two", "both") and s.pos[h] in ("NUM", "PRON", "DET", "NOUN"):
            return bool(determiners)
        if lemma == "side" and "each" in determiners:
            return True
        if not self.pairs or "the" not in determiners:
            return False
        alone = len(s.children[h]) == 1
        return (lemma == "other" and s.deps[h] in ("dobj", "pobj")) or (
            plural and alone and lemma in _TWO_OF_A_KIND
        )

    def _its_neighbour(self, s: Sentence, h: int, span: Span) -> Filler | None:
        """ "Nigeria cut exports to its neighbour": the other country that the report speaks of most."""
        own = self._subject_countries(s, h)
        before = [m for m in self._before(s, span[0]) if m.kind == "country" and m.entity.country not in own]
        most = Counter(m.entity.country for m in before).most_common(1)
        if not own or not most or not most[0][0]:
            return None
        entity = replace(self.country_entity(most[0][0], span), resolved_by=f"description: {s.words[h]}")
        return Filler(entity, "actor", "country", h)

    def _before(self, s: Sentence, position: int) -> list[Mention]:
        """Mentions that stand before a place, nearest first; the title counts as earliest."""
        if s.field == "title":
            return [m for m in reversed(self.mentions) if m.field == "title" and m.end <= position]
        body = [m for m in self.mentions if m.field == "text" and m.end <= position]
        title = [m for m in self.mentions if m.field == "title"]
        body.sort(key=lambda m: m.start, reverse=True)
        return body + title

    def _back(
        self,
        s: Sentence,
        h: int,
        span: Span,
        kinds: tuple[str, ...],
        country: str | None,
        text: str,
        *,
        skip_adjectives: bool = True,
    ) -> Filler | None:
        before = self._before(s, span[0])
        own = {m.entity.country for m in before if m.subject and m.field == s.field and m.start >= s.start}
        if kinds == ("country",):
            owner = self._subjects_owner(s, h)
            if owner is not None:  # "Syria's regime controls much of the country": its own
                return Filler(
                    replace(owner.entity, span=span, resolved_by=f"description: {text}"),
                    "actor",
                    "country",
                    h,
                )
        if kinds == ("country",):
            here = [m for m in before if m.field == s.field and m.start >= s.start and m.kind == "country"]
            if not [
                m for m in here if m.entity.country not in own
            ]:  # none in the sentence: whom all speak of
                before = sorted(before, key=lambda m: -min(self.countries[m.entity.country or ""], _OFTEN))
        if kinds == ("org",):
            before = [m for m in before if m.entity.actor_id or m.entity.name[:1].isupper()]
            named = [m for m in before if re.search(rf"\b{re.escape(s.lemmas[h])}\b", m.entity.name.lower())]
            before = named or before
        for m in before:
            if m.kind not in kinds or (m.adjective and skip_adjectives):
                continue
            if kinds == ("country",) and m.entity.country in own:
                continue  # "Russia has sent warplanes to the country": not to itself
            if country and m.entity.country != country:
                continue
            if m.kind == "org" and not _org_fits(s.lemmas[h], m.entity):
                continue
            entity = replace(m.entity, span=span, resolved_by=f"description: {text}")
            return Filler(entity, "actor", m.kind, h, s.tags[h] in ("NNS", "NNPS"))
        return None

    def _subjects_owner(self, s: Sentence, h: int) -> Mention | None:
        """The country that owns the subject above a phrase: "Syria" in "Syria's regime … the country"."""
        verbs = [v for v in s.ancestors(h) if s.pos[v] in ("VERB", "AUX")]
        owners = [o for v in verbs[:1] for x in g.surface_subjects(s, v) for o in s.kids(x, "poss", "amod")]
        for o in owners:
            for m in self.mentions:
                if m.kind == "country" and m.field == s.field and m.start <= s.starts[o] < m.end:
                    return m
        return None

    def _back_person(self, s: Sentence, h: int, span: Span, text: str, country: str | None) -> Filler | None:
        wanted = _title_words(text)
        for m in self._before(s, span[0]):
            if m.kind != "person" or (country and m.entity.country != country):
                continue
            if wanted <= _title_words(m.entity.office or "") or (
                wanted <= {"leader"} and "GOV" in m.entity.sectors
            ):
                return Filler(
                    replace(m.entity, span=span, resolved_by=f"description: {text}"), "actor", "person", h
                )
        return None

    def _both(self, s: Sentence, h: int, text: str, span: Span) -> Filler | None:
        """The last two distinct parties; the entity names both and carries the first's country."""
        pair = self.last_two(s, span[0], self._subject_countries(s, h))
        if len(pair) < 2:
            return None
        name = " and ".join(e.name for e in pair)
        entity = Entity(
            name,
            span=span,
            resolved_by=f"description: {text}",
            candidates=tuple(e.actor_id or "" for e in pair),
        )
        return Filler(entity, "actor", "pair", h, True)

    def _subject_countries(self, s: Sentence, h: int) -> frozenset[str]:
        """Countries of the clause's subject where the phrase is not part of it: "the US urged both sides"."""
        if s.deps[h] in ("nsubj", "nsubjpass"):
            return frozenset()
        verb = next((a for a in s.ancestors(h) if s.pos[a] in ("VERB", "AUX")), None)
        subjects = [] if verb is None else g.surface_subjects(s, verb)
        return frozenset(c for t in subjects if t != h and (c := self.filler(s, t).entity.country))

    def last_two(self, s: Sentence, position: int, but: frozenset[str] = frozenset()) -> list[Entity]:
        """The two countries meant before a place by "the two", in the order of the text.

        Two that one sentence names together ("Egypt and Israel") win, unless the report speaks more
        of two others; those of ``but`` are not meant ("Carter praised the two leaders").
        """
        for first, second in reversed(self.meetings):
            near = self._sentence_of(second) >= bisect.bisect_right(self.starts[s.field], position) - 1
            if second.field == s.field and second.end <= position and near:
                if not but & {first.entity.country, second.entity.country}:
                    return [first.entity, second.entity]
                break
        before = self._before(s, position)
        told = [
            (first, second)
            for first, second in self.pairs
            if (first.field == "title" or (second.field == s.field and second.end <= position))
            and not but & {first.entity.country, second.entity.country}
        ]
        pair: tuple[Mention, ...] = max(told[::-1], key=self._headlined) if told else ()
        latest: dict[str, Mention] = {}
        for m in before:
            country = m.entity.country or ""
            if m.kind in ("country", "person") and len(country) == 3 and country not in but:
                latest.setdefault(country, m)
        spoken_of = sorted(
            latest.values(), key=lambda m: -min(self.countries[m.entity.country or ""], _OFTEN)
        )
        most = tuple(sorted(spoken_of[:2], key=lambda m: (m.field == "text", m.start)))
        # not "Canadian and Dutch peacekeepers" in a report on two others
        if not pair or (len(most) == 2 and self._how_often(most) > self._how_often(pair)):
            pair = most
        return [self.country_entity(str(m.entity.country), m.entity.span) for m in pair]

    def _headlined(self, pair: tuple[Mention, ...]) -> tuple[int, bool]:
        """How much a report speaks of a pair: how often, then whether its headline names both."""
        title = {m.entity.country for m in self.mentions if m.field == "title"}
        return self._how_often(pair), all(m.entity.country in title for m in pair)

    def _how_often(self, pair: tuple[Mention, ...]) -> int:
        """How often the report names the rarer country of a pair, up to a few times."""
        return min(min(self.countries[m.entity.country or ""] for m in pair), _OFTEN)

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

    def _counterpart(self, s: Sentence, h: int, span: Span) -> Filler | None:
        for other in g.appositions(s, h):
            first, last = g.phrase(s, other)
            text = s.slice(first, last)
            known = self.by_name.get(_key(text))
            if known:
                return Filler(
                    replace(
                        known[0],
                        span=(s.starts[first], s.ends[last]),
                        resolved_by="apposition of counterpart",
                    ),
                    "actor",
                    "person",
                    h,
                )
            found = self.knowledge.resolve(text, self.date)
            if found:
                best = self.choose(found)
                entity = entity_of(best, text, (s.starts[first], s.ends[last]), tuple(found))
                self.remember(text, entity, "person")
                return Filler(entity, "actor", best.kind, h)
            return Filler(
                Entity(text, span=span, resolved_by="apposition of counterpart"), "actor", "person", h
            )
        country = self._nationality_only(s, h)
        office = self._last_office(s, span[0], country)
        if country and office:
            found = self.knowledge.holders(country, office, self.date)
            if found:
                return Filler(entity_of(found[0], found[0].name, span), "actor", "person", h)
        if country:
            return Filler(
                replace(
                    self.country_entity(country, span),
                    name=s.slice(*g.phrase(s, h)),
                    actor_id=None,
                    office=office,
                    resolved_by="counterpart: country from a modifier",
                ),
                "actor",
                "role",
                h,
            )
        return Filler(
            Entity(s.slice(*g.phrase(s, h)), span=span, resolved_by="counterpart"), "actor", "role", h
        )

    def _nationality_only(self, s: Sentence, h: int) -> str | None:
        for c in s.kids(h, "amod", "compound"):
            found = self.knowledge.nationality(s.words[c])
            if found:
                return found[0]
        return None

    def _last_office(self, s: Sentence, position: int, country: str | None) -> str | None:
        for m in self._before(s, position):
            if m.kind == "person" and m.entity.office and m.entity.country != country:
                return m.entity.office
        return None

    def _pronoun(self, s: Sentence, h: int, span: Span) -> Filler:
        word = s.lemmas[h] if s.lemmas[h] != "-pron-" else s.words[h].lower()
        word = s.words[h].lower()
        if word in _WE:
            return self._first_person(s, h, span)
        kinds: tuple[str, ...] = ()
        if word in _SINGULAR_HE:
            kinds = ("person",)
        elif word in _IT:
            kinds = ("country", "org", "outlet", "group")
        elif word in _THEY:
            kinds = ("group", "pair", "org", "country", "person")
        elif word in ("who", "which", "that") and s.kids(h):
            kinds = ()
        if kinds:
            found = self._antecedent(s, h, span[0], kinds, plural=word in _THEY)
            if found is not None:
                entity = replace(found.entity, span=span, resolved_by="coreference")
                if found.kind == "pair":
                    self.meant[s.field, span] = self.meant.get((found.field, (found.start, found.end)), [])
                return Filler(entity, "actor", found.kind, h, found.plural)
            if word in _SINGULAR_HE or word in _THEY:
                return Filler(
                    Entity(s.words[h], span=span, resolved_by="pronoun without antecedent"),
                    "actor",
                    "pronoun",
                    h,
                )
        return Filler(Entity(s.words[h], span=span), "unknown", "pronoun", h)

    def _antecedent(
        self, s: Sentence, h: int, position: int, kinds: tuple[str, ...], *, plural: bool
    ) -> Mention | None:
        before = self._before(s, position)
        word = s.words[h].lower()
        own = self._own_subject_spans(s, h)
        fits = [
            m
            for m in before
            if m.kind in kinds
            and not m.adjective
            and (not plural or m.plural or m.kind in ("group", "org", "country"))
            and not (m.plural and word in _IT)
            and not any(a <= m.start < b and m.field == s.field for a, b in own)
            and not (word in _MALE | _FEMALE and _other_gender(word, m))
        ]
        here = [m for m in fits if m.field == s.field and m.start >= s.start]
        subjects = [m for m in here if m.subject]
        if subjects:
            return subjects[-1]
        if here and (kinds == ("person",) or plural):
            return next((m for m in here if m.plural), here[0]) if plural else here[-1]
        earlier = [m for m in fits if m not in here]
        if plural:
            groups = [m for m in earlier[:8] if m.plural]
            near = [m for m in groups if self._sentence_of(m) == self._sentence_of(groups[0])]
            if groups:
                return next(iter(_foremost([m for m in near if m.subject])), groups[0])
        subjects = [m for m in earlier[:6] if m.subject]
        if (own or s.deps[h] in ("dobj", "dative", "pobj", "nsubjpass")) and earlier:
            last = self._sentence_of(earlier[0])  # whom the last sentence named goes on being spoken of
            subjects = [m for m in subjects if self._sentence_of(m) == last]
        if subjects:
            last = self._sentence_of(subjects[0])
            return _foremost([m for m in subjects if self._sentence_of(m) == last])[0]
        if here:
            return here[-1]
        return earlier[0] if earlier else None

    def _own_subject_spans(self, s: Sentence, h: int) -> list[Span]:
        """Characters of the subject of a verb whose object the pronoun is: "they detained him"."""
        objective = s.words[h].lower() in ("him", "her", "them") and s.tags[h] == "PRP"
        if s.deps[h] not in ("dobj", "dative", "pobj") and not objective:
            return []
        verb = next((a for a in s.ancestors(h) if s.pos[a] in ("VERB", "AUX")), None)
        subjects = g.surface_subjects(s, verb) if verb is not None else []
        subjects = [x for x in subjects if x != h]
        spans = [g.phrase(s, x) for x in subjects]  # not "Bazoum" in "the men who overthrew Bazoum hold him"
        return [(s.starts[first], s.ends[last]) for first, last in spans]

    def _sentence_of(self, m: Mention) -> int:
        """A number for the sentence that a mention stands in."""
        return bisect.bisect_right(self.starts.get(m.field, []), m.start)

    def _first_person(self, s: Sentence, h: int, span: Span) -> Filler:
        speaker = self._quoted_speaker.get(s.start)
        if speaker is None:
            return Filler(Entity(s.words[h], span=span), "unknown", "pronoun", h)
        guessed = "from the report" in (speaker.resolved_by or "")
        ours = s.words[h].lower() in ("we", "us", "our", "ours")
        if ours and speaker.country and not guessed and "GOV" in speaker.sectors:
            entity = replace(
                self.country_entity(speaker.country, span), resolved_by="coreference: the speaker's side"
            )
            return Filler(entity, "actor", "country", h)
        return Filler(
            replace(speaker, span=span, resolved_by="coreference: the speaker"), "actor", "person", h
        )

    def set_speaker(self, s: Sentence, speaker: Entity) -> None:
        """Tell who speaks in a quoted sentence, so that "we" is the speaker's side."""
        self._quoted_speaker[s.start] = speaker

    # --- parties of an event ----------------------------------------------------------------

    def parties(
        self, s: Sentence, token: int, *, recipient: bool = False, violent: bool = False
    ) -> list[Entity]:
        """The entities that stand behind a slot's phrase: itself, both of a pair, or its owner."""
        f = self.filler(s, token)
        if f.kind == "pair":
            meant = self.meant.get((s.field, f.entity.span)) if f.entity.span else None
            return meant or self.last_two(s, s.starts[f.head], self._subject_countries(s, token))
        several = self._several_nations(s, f)
        if several:
            return several
        if f.acts:
            return [f.entity, *self._examples(s, f)]
        if f.nature == "place":
            return [f.entity] if recipient else []
        aboard = self._aboard(s, f) if recipient else []
        if aboard:
            return aboard
        owners = self.responsible(s, f.head)
        hit = recipient and violent and f.nature in ("thing", "instrument")
        if owners and not (hit and all(_only_called(e) for e in owners)):
            return owners
        if hit:
            return [f.entity]
        return []

    def _aboard(self, s: Sentence, f: Filler) -> list[Entity]:
        """ "a dinghy with 40 Afghans", "a bus carrying pilgrims": the people in it."""
        if s.lemmas[f.head] not in _VEHICLES:
            return []
        held = [o for p in s.kids(f.head, "prep") if s.lemmas[p] in ("with", "of") for o in s.kids(p, "pobj")]
        held += [
            o
            for c in s.kids(f.head, "acl", "relcl")
            if s.lemmas[c] in ("carry", "take", "transport", "ferry")
            for o in g.objects(s, c)
        ]
        people = [self.filler(s, o) for o in held]
        return [p.entity for p in people if p.acts and p.kind not in ("org", "outlet", "pair")]

    def _examples(self, s: Sentence, f: Filler) -> list[Entity]:
        """ "militias, including Hizballah": the ones that are named."""
        if f.kind != "role":
            return []
        out: list[Entity] = []
        for p in s.kids(f.head, "prep"):
            if s.lemmas[p] in ("including", "include", "like") or s.words[p].lower() == "including":
                for o in s.kids(p, "pobj"):
                    named = [self.filler(s, x) for x in g.conjuncts(s, o)]
                    out += [n.entity for n in named if n.acts and n.entity.actor_id]
        return out

    def _several_nations(self, s: Sentence, f: Filler) -> list[Entity]:
        """ "Turkish and Greek sides", "U.S.-Soviet": one phrase, two countries."""
        token = f.head
        parts = s.words[token].split("-")
        if len(parts) == 2 and all(self.knowledge.nationality(p) for p in parts):
            return [self.country_entity(self.knowledge.nationality(p)[0], f.entity.span) for p in parts]
        if s.pos[token] not in ("NOUN", "PROPN"):
            return []
        if f.plural and f.kind in ("role", "office"):
            homes = [
                self.filler(s, o)
                for n, p, o in g.prepositional(s, token)
                if n == "of" and s.heads[p] == token
            ]
            if len(homes) > 1 and all(h.kind == "country" for h in homes):  # "the leaders of Chad and Niger"
                return [
                    replace(f.entity, name=f"{s.words[token]} of {h.entity.name}", actor_id=None, office=None,
                            country=h.entity.country, span=h.entity.span, resolved_by="coordinated countries")
                    for h in homes
                ]  # fmt: skip
        for c in s.kids(token, "poss"):  # "Rabin met Arafat. Their aides signed": of both
            two = self.parties(s, c) if s.tags[c] == "PRP$" and self.filler(s, c).kind == "pair" else []
            if f.kind == "role" and len(two) == 2:
                return [
                    replace(f.entity, name=f"{s.words[token]} of {e.name}", actor_id=None, country=e.country,
                            resolved_by="coreference: of both")
                    for e in two
                ]  # fmt: skip
        for c in s.kids(token, "amod", "compound", "nmod"):
            joined = [k for x in g.conjuncts(s, c) for k in (x, *s.kids(x, "amod", "npadvmod", "compound"))]
            also = [k for k in joined if k != c and self.knowledge.nationality(s.words[k])]
            if also and self.knowledge.nationality(s.words[c]):
                noun = s.words[token]
                return [
                    replace(f.entity, name=f"{s.words[k]} {noun}", actor_id=None, office=None,
                            country=self.knowledge.nationality(s.words[k])[0], span=(s.starts[k], s.ends[k]),
                            resolved_by="coordinated adjectives")
                    for k in sorted([c, *also])
                ]  # fmt: skip
        return []

    def lent_agents(self, s: Sentence, nouns: list[int], moved: list[int]) -> list[Entity]:
        """The agent that a fixed noun names ("clashes with PKK militants", "a NATO airstrike"), or the
        forces themselves where nobody moves them ("troops were deployed")."""
        out: list[Entity] = []
        for n in nouns:
            if s.pos[n] not in ("NOUN", "PROPN") and s.deps[n] not in ("pobj", "pcomp"):
                continue  # "killed in police firing": the parser takes the noun for a gerund
            partners = [
                o
                for name, p, o in g.prepositional(s, n)
                if name in ("with", "by", "between") and s.heads[p] == n
            ]
            out += [e for o in partners for e in self.parties(s, o)] or self.responsible(s, n)
        return out or [self.filler(s, t).entity for t in moved if self.filler(s, t).acts]

    def owners(self, s: Sentence, token: int, *, harmed: bool) -> list[Entity]:
        """Whom a fixed object concerns: its owner, or in "an invasion of X" whom it is done to."""
        if harmed and s.lemmas[token] in _DONE_TO:
            done_to = [o for name, p, o in g.prepositional(s, token) if name == "of" and s.heads[p] == token]
            return [e for o in done_to for e in self.parties(s, o, recipient=True)]
        if self._people(s, token):  # "released 13 Israeli hostages and four Thais"
            return [x for c in g.conjuncts(s, token) for x in self.parties(s, c, recipient=True)]
        return self.responsible(s, token)

    def _people(self, s: Sentence, token: int) -> bool:
        """True for people who are a party themselves, not forces that somebody moves."""
        f = self.filler(s, token)
        if not f.acts or f.kind != "role" or s.pos[f.head] != "NOUN":
            return False
        if s.lemmas[f.head] in _CAPTIVES:
            return True
        role = self.knowledge.role([s.words[f.head].lower()])
        ending = _PEOPLE.search(s.lemmas[f.head])
        person = role.kind == "person" if role is not None else bool(ending)
        return person and not _FORCES & set(f.entity.sectors)

    def responsible(self, s: Sentence, token: int, depth: int = 0) -> list[Entity]:
        """Whose thing it is: "Israel's strike", "a Russian-made law", "the killing of X by Y" → its agent."""
        if s.pos[token] == "PRON" or depth > 2:
            return []
        by = [o for name, p, o in g.prepositional(s, token) if name == "by" and s.heads[p] == token]
        verb = s.heads[token]
        if not by and s.deps[token] == "dobj" and not g.is_passive(s, verb):  # "broke up a rally by the MDC"
            late = [
                o
                for p in s.kids(verb, "prep")
                if s.lemmas[p] == "by" and p > token
                for o in s.kids(p, "pobj")
            ]
            by = [o for o in late if self.filler(s, o).acts]
        by += [o for v in s.kids(token, "acl") if s.lemmas[v] in _PUT_FORWARD for o in g.agents(s, v)]
        owners = (
            by
            or s.kids(token, "poss")
            or [
                c
                for c in s.kids(token, "amod", "compound", "nmod")
                if self.is_actor(s, c) and s.words[c] != "state"
            ]
        )
        for lead in ("of", "from"):
            if lead == "of" and s.lemmas[token] in _DONE_TO:
                continue  # "the killing of aid workers" is theirs who did it
            if not owners:
                owners = [
                    o for name, p, o in g.prepositional(s, token) if name == lead and s.heads[p] == token
                ]
        out: list[Entity] = []
        for o in owners:
            iso = self.knowledge.nationality(s.words[o]) if s.pos[o] == "ADJ" else ()
            f = self.filler(s, o)
            if iso:
                out.append(self.country_entity(iso[0], (s.starts[o], s.ends[o])))
            elif f.acts:
                out.extend(self.parties(s, o))
            elif f.nature == "place" and f.entity.country:
                out.append(f.entity)
            else:
                out.extend(self.responsible(s, o, depth + 1))
        return out

    # --- a sentence has been parsed --------------------------------------------------------

    def note(self, s: Sentence) -> None:
        """Log the people, groups and bodies that a parsed sentence speaks of, with their roles."""
        self.starts.setdefault(s.field, []).append(s.start)
        logged = {
            (m.start, m.end): m for m in self.mentions if m.field == s.field and s.start <= m.start < s.end
        }
        for i in range(len(s)):
            if s.pos[i] not in ("NOUN", "PROPN", "NUM") or s.deps[i] not in (
                "nsubj",
                "nsubjpass",
                "dobj",
                "pobj",
                "conj",
                "appos",
                "ROOT",
                "attr",
                "dative",
            ):
                continue
            subject = s.deps[i] in ("nsubj", "nsubjpass") or (
                s.deps[i] == "conj" and s.deps[s.heads[i]] in ("nsubj", "nsubjpass")
            )
            inside = [m for m in logged.values() if s.starts[i] >= m.start and s.ends[i] <= m.end]
            aside = subject and together.is_aside(s, i)
            for m in inside:
                m.subject, m.aside = m.subject or subject, m.aside or aside
            if inside:
                continue
            f = self.filler(s, i)
            if not f.acts or f.kind in ("pronoun", "noun") or (s.pos[i] == "NUM" and f.kind != "pair"):
                continue
            if f.kind == "pair" and f.entity.span:
                self.meant[s.field, f.entity.span] = self.parties(s, i)
            if f.kind == "unknown" and s.deps[i] == "pobj" and s.lemmas[s.heads[i]] in _PLACING:
                continue  # "the depot in Hollingdean" is more likely a place
            kind = "group" if f.kind == "role" and f.plural else f.kind
            if f.kind == "role" and not f.plural:
                kind = "person" if s.lemmas[i] in _PERSON_NOUNS or f.entity.name[:1].isupper() else "org"
            if f.kind in ("office", "unknown"):
                kind = "person" if f.kind == "office" else "org"
            span = f.entity.span or (s.starts[i], s.ends[i])
            plural = f.plural and (
                s.pos[i] == "NOUN" or s.tags[i] == "NNPS"
            )  # "A and B": told together below
            self.mentions.append(
                Mention(span[0], span[1], s.field, f.entity, kind, plural, subject, aside=aside)
            )
        together.note(self, s)


def _of_no_country(s: Sentence, h: int) -> tuple[str | None, str] | None:
    """A country code or none, and why, for those who belong to no country that a report tells."""
    relief = any(s.lemmas[c] in _RELIEF for c in s.kids(h, "compound", "amod"))
    if s.tags[h] == "NNS" and s.lemmas[h] in _CHARITIES and relief:
        return "NGO", "of no country"
    if s.lemmas[h] in _FROM_ANYWHERE:
        return None, "perhaps of several countries"
    return None


def _only_called(e: Entity) -> bool:
    """True for an unknown name before a thing: "the Chashma barrage" is not Chashma's."""
    return e.resolved_by == "not in the knowledge base" and not e.country


def entity_of(c: Candidate, text: str, span: Span | None, others: tuple[Candidate, ...] = ()) -> Entity:
    """The entity that a knowledge candidate makes of a phrase."""
    described = c.kind in ("role", "office") or not c.name
    name = re.sub(r"['’]s$", "", text.strip("\"“”' ")) if described else c.name
    rest = tuple(o.actor_id for o in others if o.actor_id and o.actor_id != c.actor_id)[:5]
    sectors = c.sectors or (("GOV",) if c.kind == "country" else ())
    return Entity(
        name, c.actor_id or None, c.country, sectors, c.office, span, c.resolved_by, candidates=rest
    )


def _paragraph_tokens(text: str) -> list[list[tuple[str, int, int]]]:
    out = []
    for start, end in paragraph_spans(text):
        tokens: list[tuple[str, int, int]] = []
        for m in _TOKEN.finditer(text, start, end):
            tokens.extend(_token_parts(m.group(), m.start()))
        if tokens:
            out.append(tokens)
    return out


def _token_parts(word: str, start: int) -> list[tuple[str, int, int]]:
    possessive = re.search(r"['’]s$", word)
    if possessive and len(word) > 2:
        cut = possessive.start()
        return [*_token_parts(word[:cut], start), (word[cut:], start + cut, start + len(word))]
    tail = _HYPHEN_TAIL.search(word)
    if tail:
        return [
            (word[: tail.start()], start, start + tail.start()),
            (word[tail.start() + 1 :], start + tail.start() + 1, start + len(word)),
        ]
    return [(word, start, start + len(word))]


_BRACKETED = re.compile(
    r"((?:[A-Z][\w'’-]+(?: (?:of|for|and|the|de|du|on|against|to)(?: the)?)? ){2,8})\(([A-Z]{2,8})\)"
)


def _introduced(text: str) -> list[tuple[str, str]]:
    """(acronym, name) of what a text introduces: "the National Liberation Front (NLF)"."""
    out = []
    for match in _BRACKETED.finditer(text):
        words, short = match.group(1).split(), match.group(2)
        begin = next((i for i, w in enumerate(words) if w[0] == short[0] and w != "The"), None)
        if begin is not None and len(words) - begin > 1:
            out.append((short, " ".join(words[begin:])))
    return out


def _key(text: str) -> str:
    return re.sub(r"['’]s$", "", text.strip("\"“”' ")).lower()


def _again(entity: Entity, text: str) -> str:
    return (
        entity.resolved_by or "name" if _key(text) == entity.name.lower() else "surname after the full name"
    )


def _of_many(s: Sentence, h: int) -> bool:
    """ "envoys from 14 Western nations", "leaders of several countries"."""
    return any(
        s.lemmas[o] in ("nation", "country", "state", "government", "capital") and s.tags[o] == "NNS"
        for p in s.kids(h, "prep")
        if s.lemmas[p] in ("from", "of", "for")
        for o in s.kids(p, "pobj")
    )


def _foremost(found: list[Mention]) -> list[Mention]:
    """Subjects of main clauses before those of subordinate ones, nearest first."""
    return sorted(found, key=lambda m: m.aside)


def _other_gender(word: str, m: Mention) -> bool:
    """ "His wife … him": not the wife; "the spokesman … she": not he."""
    words = set(re.findall(r"[a-z]+", f"{m.entity.name} {m.entity.office or ''}".lower()))
    return bool(words & (_WOMEN if word in _MALE else _MEN))


def _looks_personal(s: Sentence, h: int, text: str) -> bool:
    words = text.split()
    return (
        2 <= len(words) <= 4
        and words[-1][:1].isupper() | words[-1].lower().startswith(("al-", "el-"))
        and all(
            w[:1].isupper() or w.lower() in _NAME_PARTICLES or w.lower().startswith(("al-", "el-"))
            for w in words
        )
        and not any(w.isupper() and len(w) > 2 for w in words)
    )


def _title_words(text: str) -> set[str]:
    words = {w.lower().replace("defense", "defence") for w in re.findall(r"[A-Za-z]+", text)}
    return words - {"the", "of", "a", "an", "for", "and", "s", "former", "new"} - {"iranian"}


def _org_fits(lemma: str, entity: Entity) -> bool:
    if lemma in ("militia", "militant", "rebel", "insurgent", "fighter", "guerrilla"):
        return bool({"REB", "PRM", "UAF"} & set(entity.sectors))
    if lemma in ("force", "army", "corps"):
        return bool({"MIL", "REB", "PRM", "UAF", "COP"} & set(entity.sectors))
    if lemma == "party":
        return "PTY" in entity.sectors
    if lemma == "union":
        return "LAB" in entity.sectors or "union" in entity.name.lower() or entity.country in INTERNATIONAL
    if lemma in ("agency", "ministry", "commission", "watchdog", "council"):
        return lemma in entity.name.lower() or (
            lemma == "agency" and bool({"GOV", "SPY", "COP", "REF"} & set(entity.sectors))
        )
    if lemma in ("bloc", "alliance"):
        return entity.country in INTERNATIONAL or "PTY" in entity.sectors
    if lemma == "body":
        return entity.country in INTERNATIONAL
    if lemma in (
        "group",
        "organisation",
        "organization",
        "movement",
        "faction",
        "network",
        "front",
        "outfit",
    ):
        return not {"GOV", "MIL", "COP", "JUD", "LEG", "SPY"} & set(entity.sectors)
    if lemma in ("company", "firm"):
        return "BUS" in entity.sectors
    if lemma == "court":
        return "JUD" in entity.sectors
    return True
