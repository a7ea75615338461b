"""Phrases of a report → entities: names, titles, descriptions and pronouns.

One :class:`Cast` belongs to one document.  It first reads the whole document for known
names (so that "Ayoub" in a headline is the "Ali Abdullah Ayoub" of the third paragraph),
then answers, phrase by phrase, who or what is meant.  What the knowledge base does not
know keeps its name and span with ``actor_id`` None.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Literal

from dragoman.coding import grammar as g
from dragoman.coding.frames import CALENDAR
from dragoman.knowledge import Candidate, Knowledge
from dragoman.language import Sentence
from dragoman.records import Entity, Field, Span

Nature = Literal["actor", "place", "thing", "instrument", "hazard", "unknown"]

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
_THEY = frozenset("they them their theirs themselves".split())
_IT = frozenset("it its itself".split())
_WE = frozenset("we us our ours i me my mine ourselves myself".split())
_DEFINITE = frozenset("the this that these those both".split())
_COUNTRY_NOUNS = frozenset("country nation kingdom republic state neighbour neighbor homeland island".split())
_SIDES = frozenset(
    "country nation side leader government neighbour neighbor ally party counterpart president minister state power "
    "capital man rival foe delegation official diplomat".split()
)
_GROUP_NOUNS = frozenset(
    "group movement organisation organization militia force faction party alliance coalition army outfit "
    "guerrilla bloc union body agency network company council front militant rebel insurgent fighter corps "
    "ministry firm newspaper outlet broadcaster court commission court watchdog league".split()
)
_PERSON_NOUNS = frozenset(
    "president minister leader premier chancellor king queen emir sultan spokesman spokeswoman spokesperson "
    "official general commander chief envoy ambassador secretary governor senator lawmaker politician activist "
    "diplomat mayor judge prosecutor cleric head director chairman chairwoman prince politician candidate dictator "
    "strongman pontiff pope ruler statesman incumbent journalist lawyer".split()
)


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
class Mention:
    """One place of the document that names or describes somebody."""

    start: int
    end: int
    field: Field
    entity: Entity
    kind: str
    plural: bool = False
    subject: bool = False
    adjective: bool = False


@dataclass(frozen=True, slots=True)
class Filler:
    """Who or what a phrase is: its entity and whether that can act."""

    entity: Entity
    nature: Nature
    kind: str
    head: int
    plural: bool = False

    @property
    def acts(self) -> bool:
        """True for states, bodies, persons and groups."""
        return self.nature == "actor"


@dataclass(slots=True)
class Cast:
    """Everybody who appears in one document, and the answers given so far."""

    knowledge: Knowledge
    date: dt.date | None
    place: str | None = None
    mentions: list[Mention] = field(default_factory=list)
    by_name: dict[str, tuple[Entity, str]] = field(default_factory=dict)
    countries: Counter[str] = field(default_factory=Counter)
    seen: Counter[str] = field(default_factory=Counter)
    spelling: dict[str, str] = field(default_factory=dict)
    _cache: dict[tuple[Field, int, int], Filler] = field(default_factory=dict)
    _quoted_speaker: dict[int, Entity] = field(default_factory=dict)

    # --- reading the whole document for names ---------------------------------------------

    def read(self, text: str, fld: Field) -> None:
        """Log every known name in ``text`` and remember full names for later surnames."""
        for tokens in _paragraph_tokens(text):
            words = [w for w, _, _ in tokens]
            for match in self.knowledge.names_in(words, self.date):
                if not match.candidates or " ".join(words[match.start : match.end]).lower() in CALENDAR:
                    continue
                start, end = tokens[match.start][1], tokens[match.end - 1][2]
                self._log(text[start:end], (start, end), fld, match.candidates)
        self._acronyms(text)

    def _log(self, text: str, span: Span, fld: Field, candidates: tuple[Candidate, ...]) -> None:
        best = self.choose(candidates)
        if best.kind == "place" or best.score < 0.5:
            return
        entity = self._as_reported(entity_of(best, text, span, candidates), text, best.kind)
        adjective = best.kind == "country" and "adjective" in best.resolved_by
        self.mentions.append(Mention(span[0], span[1], fld, entity, best.kind, adjective=adjective))
        if best.country and len(best.country) == 3:
            self.countries[best.country] += 1
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
            words = re.sub(r"['’]s$", "", text).split()
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
        for match in re.finditer(
            r"((?:[A-Z][\w'’-]+(?: (?:of|for|and|the|de|du))? ){2,7})\(([A-Z]{2,8})\)", text
        ):
            name, short = match.group(1).strip(), match.group(2)
            found = self.knowledge.lookup(name, self.date)
            if found:
                self.by_name[_key(short)] = (entity_of(found[0], name, None), found[0].kind)
            else:
                self.by_name.setdefault(
                    _key(short), (Entity(name, resolved_by="introduced in brackets"), "org")
                )

    def choose(self, candidates: tuple[Candidate, ...] | list[Candidate]) -> Candidate:
        """The candidate that fits the report best; a tie goes to the earlier one."""

        def fit(c: Candidate) -> float:
            bonus = 0.15 if c.actor_id and self.seen[c.actor_id] else 0.0
            bonus += 0.1 if c.country and self.countries[c.country] else 0.0
            return c.score + bonus

        return max(candidates, key=fit)

    # --- phrases --------------------------------------------------------------------------

    def filler(self, s: Sentence, head: int) -> Filler:
        """Who or what the phrase headed by token ``head`` is."""
        key = (s.field, s.start, head)
        if key not in self._cache:
            self._cache[key] = self._resolve(s, head)
        return self._cache[key]

    def is_actor(self, s: Sentence, i: int) -> bool:
        """True when a modifier can be the agent of its noun ("Israeli", "Taliban", "police")."""
        if s.pos[i] == "ADJ" or s.tags[i] == "JJ":
            return bool(self.knowledge.nationality(s.words[i]))
        return self.filler(s, i).acts and s.pos[i] in ("PROPN", "NOUN")

    def _resolve(self, s: Sentence, head: int) -> Filler:
        h = g.content_head(s, head)
        first, last = g.phrase(s, h)
        span = (s.starts[first], s.ends[last])
        if s.pos[h] == "PRON" or s.tags[h] in ("PRP", "PRP$"):
            return self._pronoun(s, h, span)
        text = s.slice(first, last)
        if first == last and s.lemmas[h] in CALENDAR:
            return Filler(Entity(text, span=span), "thing", "noun", h)
        plural = s.tags[h] in ("NNS", "NNPS") or bool(s.kids(h, "conj"))
        known = self.by_name.get(_key(text))
        if known and s.pos[h] != "NOUN":
            entity = replace(known[0], span=span, resolved_by=_again(known[0], text))
            return Filler(entity, "actor", known[1], h, plural)
        described = self._description(s, h, text, span, plural)
        if described is not None:
            return described
        found = self._known(s, h, text, span, plural)
        if found is not None:
            return found
        return self._unknown(s, h, text, span, plural)

    def _known(self, s: Sentence, h: int, text: str, span: Span, plural: bool) -> Filler | None:
        candidates = self._candidates(s, h, text)
        if text == text.lower():  # a common noun is no name: "a ban" is not Ban Ki-moon
            candidates = [c for c in candidates if c.kind in ("role", "office")]
        if " " not in text and s.kids(h, "det"):  # "the West" is no person
            candidates = [c for c in candidates if c.kind != "person"]
        if any(s.lemmas[c] == "ethnic" for c in s.kids(h, "amod", "nmod")):
            people = self._with_country(
                s, h, Entity(text, None, None, ("CVL",), None, span, "ethnic group"), only_place=True
            )
            return Filler(people, "actor", "role", h, plural)
        if not candidates:
            return self._by_apposition(s, h, span, plural)
        best = self.choose(candidates)
        if best.kind == "role":
            renamed = self._by_apposition(s, h, span, plural)
            if renamed is not None:
                return renamed
        entity = entity_of(best, text, span, tuple(candidates))  # the words keep their count
        if best.kind == "person" and entity.actor_id in self.spelling:
            entity = replace(entity, name=self.spelling[entity.actor_id])
        if best.kind in ("role", "office") and not entity.country:
            entity = self._with_country(s, h, entity)
        if best.kind in ("person", "office"):
            self.remember(text, entity, "person")
        if best.kind == "place":
            return Filler(entity, "place", "place", h, plural)
        return Filler(entity, "actor", best.kind, h, plural)

    def _candidates(self, s: Sentence, h: int, text: str) -> list[Candidate]:
        """What the knowledge base offers for a phrase, less what its grammar rules out."""
        if h == 0 and " " not in text and self.knowledge.role([text.lower()]):
            text = text.lower()  # a role that only begins the sentence: "Police have arrested"
        text = _COUNTED.sub("", text) or text
        found = [c for c in self.knowledge.resolve(text, self.date) if c.kind != "unknown"]
        if s.pos[h] == "NOUN" and s.words[h].islower():
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
        head = (s.lemmas[h], s.words[h].lower())
        return [c for c in found if c.kind != "role" or any(w in c.name.lower() for w in head)]

    def _by_apposition(self, s: Sentence, h: int, span: Span, plural: bool) -> Filler | None:
        for other in g.appositions(s, h):
            if s.pos[other] != "PROPN":
                continue
            first, last = g.phrase(s, other)
            text = s.slice(first, last)
            known = self.by_name.get(_key(text))
            if known and known[1] == "person":
                return Filler(
                    replace(known[0], span=span, resolved_by="apposition"), "actor", "person", h, plural
                )
            found = [
                c for c in self.knowledge.resolve(text, self.date) if c.kind in ("person", "org", "outlet")
            ]
            if found:
                best = self.choose(found)
                entity = replace(entity_of(best, text, span, tuple(found)), resolved_by="apposition")
                self.remember(text, entity, best.kind)
                return Filler(entity, "actor", best.kind, h, plural)
        return None

    def _unknown(self, s: Sentence, h: int, text: str, span: Span, plural: bool) -> Filler:
        nature = noun_natures().get(s.lemmas[h])
        if s.pos[h] == "NUM" or s.lemmas[h] in CALENDAR:
            return Filler(Entity(text, span=span), "thing", "noun", h, plural)
        name = text.strip("\"'“”‘’ ")
        if s.pos[h] == "PROPN" and nature is None:
            kind = "person" if _looks_personal(s, h, text) else "unknown"
            entity = Entity(name, span=span, resolved_by="not in the knowledge base")
            entity = self._with_country(s, h, entity, only_modifiers=True)
            if kind == "person":
                self.remember(text, entity, "person")
            return Filler(entity, "actor", kind, h, plural)
        owner = self._modifier_country(s, h)
        entity = Entity(name, country=owner, span=span, resolved_by="adjective" if owner else None)
        return Filler(entity, nature or "thing", "noun", h, plural)  # type: ignore[arg-type]

    def _modifier_country(self, s: Sentence, h: int) -> str | None:
        for c in s.kids(h, "amod", "compound", "poss", "nmod"):
            found = self.knowledge.nationality(s.words[c])
            if found:
                return found[0]
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
        for loyal in s.kids(h, "amod", "acl", "relcl"):  # "forces loyal to Khalifa Haftar"
            for name, _, o in g.prepositional(s, loyal):
                if s.lemmas[loyal] in ("loyal", "allied", "aligned") and name in ("to", "with"):
                    country = self.filler(s, o).entity.country
                    if country:
                        return replace(
                            entity,
                            country=country,
                            resolved_by=f"{entity.resolved_by}; country of whom it is loyal to",
                        )
        for _, _, o in g.prepositional(s, h):
            if s.heads[s.heads[o]] == h and s.lemmas[s.heads[o]] in ("in", "of", "from", "at"):
                f = self.filler(s, o)
                if f.entity.country:
                    return replace(
                        entity,
                        country=f.entity.country,
                        resolved_by=f"{entity.resolved_by}; country from its place",
                    )
        country = None if only_place else self.focus(s)
        if country:
            return replace(
                entity, country=country, resolved_by=f"{entity.resolved_by}; country from the report"
            )
        return entity

    def focus(self, s: Sentence | None = None) -> str | None:
        """The country that the report is about: of its dateline, else the one named most, else None."""
        if self.place:
            found = self.knowledge.places(self.place)
            if found and found[0].country:
                return found[0].country
        if not self.countries:
            return None
        ranked = self.countries.most_common(2)
        if len(ranked) == 1 or ranked[0][1] >= 1.5 * ranked[1][1]:
            return ranked[0][0]
        titled = [
            m.entity.country for m in self.mentions if m.field == "title" and m.entity.country in dict(ranked)
        ]
        return titled[0] if len(set(titled)) == 1 else None

    # --- descriptions and pronouns --------------------------------------------------------

    def _description(self, s: Sentence, h: int, text: str, span: Span, plural: bool) -> Filler | None:
        """ "the two countries", "the minister", "his counterpart", "the Iranian news agency"."""
        if s.pos[h] != "NOUN":
            return None
        lemma = s.lemmas[h]
        determined = any(s.lemmas[c] in _DEFINITE for c in s.kids(h, "det", "predet"))
        owned = [c for c in s.kids(h, "poss") if s.tags[c] == "PRP$"]
        if lemma == "counterpart":
            return self._counterpart(s, h, span)
        if owned and not determined:
            return None
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
            return self._back(
                s,
                h,
                span,
                ("outlet",) if "agency" in text or "newspaper" in text else ("org",),
                nationality,
                text,
            )
        return None

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
            return Filler(entity, "actor", m.kind, h)
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
        pair = self.last_two(s, span[0])
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

    def last_two(self, s: Sentence, position: int) -> list[Entity]:
        """The two countries mentioned last before a place, in the order of the text."""
        found: list[Entity] = []
        for m in self._before(s, position):
            country = m.entity.country
            if m.kind not in ("country", "person") or not country or country in {e.country for e in found}:
                continue
            found.append(self.country_entity(country, m.entity.span))
            if len(found) == 2:
                break
        return found[::-1]

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
            found = self._antecedent(s, span[0], kinds, plural=word in _THEY)
            if found is not None:
                entity = replace(found.entity, span=span, resolved_by="coreference")
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
        self, s: Sentence, position: int, kinds: tuple[str, ...], *, plural: bool
    ) -> Mention | None:
        before = self._before(s, position)
        here = [m for m in before if m.field == s.field and m.start >= s.start]
        earlier = [m for m in before if m not in here]
        fits = [
            m
            for m in here
            if m.kind in kinds
            and not m.adjective
            and (not plural or m.plural or m.kind in ("group", "org", "country"))
        ]
        subjects = [m for m in fits if m.subject]
        if subjects:
            return subjects[-1]
        if fits and (kinds == ("person",) or plural):
            return fits[0] if plural else fits[-1]
        if plural:
            group = next((m for m in earlier[:8] if m.plural), None)
            if group:
                return group
        near = [m for m in earlier if m.kind in kinds and not m.adjective]
        nearest = near[:6]
        subjects = [m for m in nearest if m.subject]
        if subjects:
            return subjects[0]
        if fits:
            return fits[-1]
        return nearest[0] if nearest else None

    def _first_person(self, s: Sentence, h: int, span: Span) -> Filler:
        speaker = self._quoted_speaker.get(s.start)
        if speaker is None:
            return Filler(Entity(s.words[h], span=span), "unknown", "pronoun", h)
        if s.words[h].lower() in ("we", "us", "our", "ours") and speaker.country and "GOV" in speaker.sectors:
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
            return self.last_two(s, s.starts[token])
        several = self._several_nations(s, f)
        if several:
            return several
        if f.acts:
            return [f.entity, *self._examples(s, f)]
        if f.nature == "place":
            return [f.entity] if recipient else []
        owners = self.responsible(s, f.head)
        if owners:
            return owners
        if recipient and violent and f.nature in ("thing", "instrument"):
            return [f.entity]
        return []

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
        for c in s.kids(token, "amod", "compound", "nmod"):
            also = [
                k
                for k in s.kids(c, "conj", "amod", "npadvmod", "compound")
                if self.knowledge.nationality(s.words[k])
            ]
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

    def responsible(self, s: Sentence, token: int, depth: int = 0) -> list[Entity]:
        """Whose thing it is: "Israel's strike", "a Russian-made law", "the killing of X by Y" → its agent."""
        if s.pos[token] == "PRON" or depth > 2:
            return []
        by = [o for name, p, o in g.prepositional(s, token) if name == "by" and s.heads[p] == token]
        owners = (
            by
            or s.kids(token, "poss")
            or [c for c in s.kids(token, "amod", "compound", "nmod") if self.is_actor(s, c)]
        )
        for lead in ("of", "from"):
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
        logged = {
            (m.start, m.end): m for m in self.mentions if m.field == s.field and s.start <= m.start < s.end
        }
        for i in range(len(s)):
            if s.pos[i] not in ("NOUN", "PROPN") or s.deps[i] not in (
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
            for m in inside:
                m.subject = m.subject or subject
            if inside:
                continue
            f = self.filler(s, i)
            if not f.acts or f.kind in ("pronoun", "noun"):
                continue
            kind = "group" if f.kind == "role" and f.plural else f.kind
            if f.kind == "role" and not f.plural:
                kind = "person" if s.lemmas[i] in _PERSON_NOUNS or f.entity.name[:1].isupper() else "org"
            if f.kind in ("office", "unknown"):
                kind = "person" if f.kind == "office" else "org"
            span = f.entity.span or (s.starts[i], s.ends[i])
            self.mentions.append(Mention(span[0], span[1], s.field, f.entity, kind, f.plural, subject))


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
    for paragraph in re.finditer(r"[^\n]+", text):
        tokens: list[tuple[str, int, int]] = []
        for m in _TOKEN.finditer(paragraph.group()):
            tokens.extend(_token_parts(m.group(), paragraph.start() + m.start()))
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


def _key(text: str) -> str:
    return re.sub(r"['’]s$", "", text.strip("\"“”' ")).lower()


def _again(entity: Entity, text: str) -> str:
    return (
        entity.resolved_by or "name" if _key(text) == entity.name.lower() else "surname after the full name"
    )


def _looks_personal(s: Sentence, h: int, text: str) -> bool:
    words = text.split()
    return (
        2 <= len(words) <= 4
        and all(w[:1].isupper() for w in words)
        and not any(w.isupper() and len(w) > 2 for w in words)
    )


def _title_words(text: str) -> set[str]:
    words = {w.lower().replace("defense", "defence") for w in re.findall(r"[A-Za-z]+", text)}
    return words - {"the", "of", "a", "an", "for", "and", "s", "former", "new"} - {"iranian"}


def _org_fits(lemma: str, entity: Entity) -> bool:
    armed = {"MIL", "REB", "PRM", "UAF", "COP"}
    if lemma in (
        "militia",
        "force",
        "army",
        "militant",
        "rebel",
        "insurgent",
        "fighter",
        "guerrilla",
        "corps",
    ):
        return bool(armed & set(entity.sectors))
    if lemma == "party":
        return "PTY" in entity.sectors
    if lemma in ("company", "firm"):
        return "BUS" in entity.sectors
    if lemma == "court":
        return "JUD" in entity.sectors
    return True
