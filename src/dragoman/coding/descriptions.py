"""Descriptions that point back: "the two countries", "the minister", "his counterpart"."""

from __future__ import annotations

import bisect
import re
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman import tsv
from dragoman.coding import grammar as g
from dragoman.coding import homes, many_lands, retold, tellers
from dragoman.coding.mentions import Filler, Mention, entity_of, name_key
from dragoman.coding.people import OUTLAWS, PERSON_NOUNS, is_a_unit, title_words
from dragoman.knowledge.words import INTERNATIONAL
from dragoman.language import Sentence
from dragoman.records import Entity, Span

if TYPE_CHECKING:
    from dragoman.coding.actors import Cast
from dragoman.coding.pairs import OFTEN, PAIRS, SIDES, TWO_OF_A_KIND, both, subject_countries

_DEFINITE = frozenset("the this that these those both".split())
_COUNTRY_NOUNS = frozenset(
    "country nation kingdom republic state neighbour neighbor homeland island emirate sultanate "
    "monarchy".split()
)
_NEXT_DOOR = frozenset("neighbour neighbor rival foe".split())
"""Plurals that mean the two states that a report speaks of, though it never names them together."""
_EITHER = (["either"], ["neither"])
_GROUP_NOUNS = frozenset(
    "group movement organisation organization militia force faction party alliance coalition army outfit "
    "guerrilla bloc union body agency network company council front militant rebel insurgent fighter corps "
    "ministry firm newspaper outlet broadcaster network station channel magazine court commission mission "
    "watchdog league".split()
)
_AS_MANY = {"trio": "three", "threesome": "three", "quartet": "four", "foursome": "four", "quintet": "five"}
_PARTS_OF_A_CLAUSE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
_NUMBERS = {w: n for n, w in enumerate("three four five six seven eight nine ten".split(), 3)}
_YEAR = 4
"""Digits of a year, which counts nobody."""
_HALVES = {"North": {"KOR": "PRK", "PRK": "PRK"}, "South": {"PRK": "KOR", "KOR": "KOR", "SSD": "SSD"}}
_SUDANS = {"North": {"SSD": "SDN", "SDN": "SDN"}, "South": {"SDN": "SSD", "SSD": "SSD"}}
"""Which state "the North" and "the South" are in a report that names one of the two."""
_LEAVING = frozenset(
    "flee leave quit rock sweep grip run rule govern paralyse paralyze put place plunge lock control".split()
)
"""Verbs whose "the country" may be the subject's own."""
_PRESS = frozenset("newspaper outlet broadcaster network station channel magazine".split())
_OF_STATES = frozenset("army ministry court force corps commission body company firm".split())
"""With a nationality these say themselves which is meant: "the Indian army"."""
_OF_A_NATION = frozenset("man party official diplomat negotiator delegation".split())
"""With a nationality these are two of one country: "the two Sudanese men", "the two Kurdish parties"."""
_ARMED = frozenset(
    "guerrilla rebel opposition militant insurgent separatist resistance jihadist islamist".split()
)
_OF_ARMS = frozenset({"REB", "PRM", "UAF", "OPP", "PTY"})
_PARTNERS = frozenset("guest visitor host colleague homologue interlocutor".split())
"""Who, of another nation, is of the same rank as he of whom it is said."""
_NEAR = frozenset("neighbour neighbor ally backer patron rival foe enemy".split())


def other_half(cast: Cast, s: Sentence, h: int, span: Span) -> Filler | None:
    """ "Seoul said the North had fired": the other of two states of one name."""
    halves = _HALVES.get(s.words[h], {})
    if (cast.countries["SDN"] or cast.countries["SSD"]) and not cast.countries["PRK"]:
        halves = _SUDANS.get(s.words[h], halves)
    bare = s.field == "title" and s.deps[h] in ("nsubj", "dobj", "pobj")  # "North shells island"
    if not (s.kids(h, "det") or bare) or len(s.children[h]) > 1 or s.deps[h] in ("compound", "nmod", "amod"):
        return None
    for known, meant in halves.items():
        if cast.countries[known]:
            entity = replace(cast.country_entity(meant, span), resolved_by=f"the other of {known}")
            return Filler(entity, "actor", "country", h)
    return None


def description(cast: Cast, s: Sentence, h: int, text: str, span: Span, plural: bool) -> Filler | None:
    """ "the two countries", "the minister", "his counterpart", "the Iranian news agency"."""
    if _of_a_pair(cast, s, h, plural):
        return both(cast, s, h, text, span)
    titled = s.pos[h] == "PROPN" and [s.lemmas[c] for c in s.children[h] if c < h] == ["the"]
    office = retold.is_an_office(text)  # "The Director General urged"
    if s.pos[h] != "NOUN" and not (
        office or (titled and s.words[h].lower() in ("president", "premier", "minister"))
    ):
        return None
    lemma = s.lemmas[h].lower()
    determined = any(s.lemmas[c] in _DEFINITE for c in s.kids(h, "det", "predet"))
    owned = any(s.tags[c] == "PRP$" for c in s.kids(h, "poss"))
    if lemma == "counterpart" or (owned and (lemma in _PARTNERS or not determined)):
        found = _of_the_other_side(cast, s, h, span, plural)
        if found is not None or (owned and not determined):
            return found
    named = any(s.pos[c] == "PROPN" for c in s.kids(h, "compound")) and not office
    if not determined or named or (lemma == "state" and _is_one_of_many(cast, s, h)):
        return None
    if any(s.lemmas[p] == "of" for p in s.kids(h, "prep")) and not g.of_is_the_verbs(s, h):
        return None
    nationality = homes.modifier_country(cast, s, h)
    several = plural and lemma in SIDES and any(s.lemmas[c] in ("two", "both") for c in s.children[h])
    if several and not (nationality and lemma in _OF_A_NATION):
        return both(cast, s, h, text, span)
    home = _home_of_the_subject(cast, s, h) if lemma == "state" else None
    if home:  # "a court in Chad ordered the state to pay"
        entity = replace(cast.country_entity(home, span), resolved_by=f"description: {text}")
        return Filler(entity, "actor", "country", h)
    if (
        (lemma in _COUNTRY_NOUNS or lemma == "regime" or homes.once_ruled(s, h))
        and not nationality
        and not plural
    ):
        return _the_country(cast, s, h, text, span)
    told = tellers.same_source(cast, s, h, span) if lemma == "source" else None
    told = told or many_lands.the_fifteen(cast, s, h, span)
    told = told or (None if plural else retold.again(cast, s, h, text, span, nationality))
    if told is not None:
        return told
    if (lemma in PERSON_NOUNS or lemma == "amir") and not plural and not s.kids(h, "appos"):
        return _back_person(cast, s, h, span, text, nationality) or _who_goes_on(cast, s, h, span, text)
    if lemma == "network" and plural:
        return None  # of computers, most often
    if lemma in _GROUP_NOUNS and not s.kids(h, "appos"):
        return _the_body(cast, s, h, text, span, nationality)
    return None


def the_allies(cast: Cast, s: Sentence, h: int, span: Span) -> Filler | None:
    """ "The allies dismissed the truce" in a report on what NATO does: NATO."""
    if s.words[h].lower() != "allies" or [s.lemmas[c] for c in s.children[h]] != ["the"]:
        return None
    known = next((m for m in cast.before(s, span[0]) if m.kind == "org" and m.entity.name == "NATO"), None)
    if known is None:
        return None
    return Filler(
        replace(known.entity, span=span, resolved_by="description: the allies"), "actor", "org", h, True
    )


def of_its_region(cast: Cast, s: Sentence, h: int, text: str, span: Span) -> Filler | None:
    """ "the South Pacific nation": the last state of that part of the world."""
    if s.lemmas[h] not in _COUNTRY_NOUNS or s.tags[h] != "NN" or s.kids(h, "appos"):
        return None
    if not any(s.lemmas[c] in _DEFINITE for c in s.kids(h, "det")) or not _of_the_region(s, h):
        return None
    return _back(cast, s, h, span, ("country",), None, text, skip_adjectives=False)


def by_high_office(cast: Cast, s: Sentence, h: int, text: str, span: Span) -> Filler | None:
    """ "They agreed," the Special Representative said": who spoke in the last sentence."""
    official = s.pos[h] == "PROPN" and s.words[h] in _HIGH_OFFICES and not s.kids(h, "appos", "prep")
    return _who_goes_on(cast, s, h, span, text) if official else None


def _of_the_other_side(cast: Cast, s: Sentence, h: int, span: Span, plural: bool) -> Filler | None:
    """ "his counterpart", "his Japanese guest", "his guest", "its neighbour"."""
    lemma = s.lemmas[h].lower()
    if lemma == "counterpart":
        return _counterpart(cast, s, h, span)
    if lemma in _PARTNERS and not plural:
        if _nationality_only(cast, s, h):
            return _counterpart(cast, s, h, span)  # "the premier and his Japanese guest"
        if not s.kids(h, "appos", "amod", "compound"):
            return _the_other_leader(cast, s, h, span)  # "thanked his guest"
    if lemma in _NEAR and not plural:
        return _named_beside_it(cast, s, h, span) or _its_neighbour(cast, s, h, span)
    return None


def _named_beside_it(cast: Cast, s: Sentence, h: int, span: Span) -> Filler | None:
    """ "Belarus and its ally, Russia": Russia."""
    for name in s.kids(h, "appos"):
        beside = cast.filler(s, name)
        if beside.kind == "country":
            return replace(beside, entity=replace(beside.entity, span=span), head=h)
    return None


def _the_body(
    cast: Cast, s: Sentence, h: int, text: str, span: Span, nationality: str | None
) -> Filler | None:
    """ "the agency", "the Iranian news agency", "the movement": the body named before."""
    lemma = s.lemmas[h].lower()
    of_a_state = s.kids(h, "compound") or any(s.words[c].lower() == "armed" for c in s.kids(h, "amod"))
    if lemma == "force" and of_a_state:  # "the air force", "the security forces", "the armed forces"
        return None
    if lemma == "bloc" and cast.knowledge.lookup(text, cast.date):  # "the Gulf bloc"
        return None
    if any(s.words[c].lower() in _SIDING and c > h for c in s.kids(h, "acl", "amod", "relcl")):
        return None  # "the militias allied to the government": not those told of before
    if (lemma in _PRESS or lemma in ("firm", "company")) and any(
        s.lemmas[c] in _PUBLIC for c in s.kids(h, "compound", "amod")
    ):
        return None  # "the state broadcaster": no foreign agency
    if (nationality and lemma in _OF_STATES) or any(
        s.lemmas[c] == "international" for c in s.kids(h, "amod")
    ):
        return None
    if any(s.tags[c] == "VBG" and s.words[c - 1] == "-" for c in s.kids(h, "amod")):
        return None  # "the tax-collecting agency": no police told of before
    if any(s.lemmas[c] in _ARMED for c in s.kids(h, "compound", "amod")):
        found = _back(cast, s, h, span, ("org",), nationality, text)
        fits = found is not None and not _OF_ARMS.isdisjoint(found.entity.sectors)
        return found if fits else None  # "the guerrilla alliance": not the United Nations
    press = "news agency" in text.lower() or lemma in _PRESS
    kinds = ("outlet", "org") if lemma == "network" else ("outlet",) if press else ("org",)
    return _back(cast, s, h, span, kinds, nationality, text)


_SIDING = frozenset("allied loyal linked affiliated aligned opposed faithful backed supported".split())


def all_of_them(cast: Cast, s: Sentence, h: int, span: Span) -> Filler | None:
    """ "accused all three": the three told of before."""
    if s.tags[h] == "NNS" and s.lemmas[h] in ("country", "nation", "state", "government"):
        return _as_many_countries(cast, s, h, span)
    number = _AS_MANY.get(s.lemmas[h], s.words[h].lower())
    if s.lemmas[h] in SIDES and s.kids(h, "nummod"):  # "the four countries"
        number = s.words[s.kids(h, "nummod")[0]].lower()
    told = number in _NUMBERS or (
        number.isdigit() and len(number) < _YEAR and s.deps[h] in _PARTS_OF_A_CLAUSE
    )
    if s.pos[h] not in ("NUM", "NOUN") or not told or s.kids(h, "prep"):
        return None
    if not any(s.lemmas[c] in ("all", "the", "these") for c in s.children[h]):
        return None
    counted = any(number in m.entity.name.lower().split() for m in cast.before(s, span[0]))
    for m in cast.before(s, span[0]):
        several = cast.meant.get((m.field, (m.start, m.end)), [])
        if counted and several and all("PTY" in e.sectors for e in several):
            continue  # "three people …": "the three" are these, and not three parties told of since
        if len(several) == _NUMBERS.get(number) or number in m.entity.name.lower().split():
            entity = replace(m.entity, span=span, resolved_by=f"description: {number} told of before")
            if several:
                cast.meant[s.field, span] = several
            return Filler(entity, "actor", "pair" if several else m.kind, h, True)
    return None


def _as_many_countries(cast: Cast, s: Sentence, h: int, span: Span) -> Filler | None:
    """ "recalled its envoys from the four countries": the four that the last sentences name."""
    many = next((_NUMBERS[w] for c in s.kids(h, "nummod") if (w := s.words[c].lower()) in _NUMBERS), None)
    if many is None or not any(s.lemmas[c] in ("the", "these", "all") for c in s.children[h]):
        return None
    for m in cast.before(s, span[0]):  # "A, B, C and D cut ties with E. The four states …"
        together = cast.meant.get((m.field, (m.start, m.end)), []) if m.kind == "pair" and m.subject else []
        if len(together) == many == len({e.country for e in together}):
            cast.meant[s.field, span] = together
            named = Entity(m.entity.name, span=span, resolved_by="description: as many as told together")
            return Filler(named, "actor", "pair", h, True)
    own = {m.entity.country for m in cast.before(s, span[0]) if m.subject and m.start >= s.start}
    told: dict[str, Mention] = {}
    last = bisect.bisect_right(cast.starts.get(s.field, []), s.start)
    for m in cast.before(s, span[0]):
        country = m.entity.country or ""
        near = last - cast.sentence_of(m) <= 1 and m.field == s.field
        state = len(country) == 3 and country not in INTERNATIONAL and country not in own
        if near and state and m.kind in ("country", "person"):
            told.setdefault(country, m)
    if len(told) != many:
        return None
    entities = [cast.country_entity(c, m.entity.span) for c, m in sorted(told.items())]
    cast.meant[s.field, span] = entities
    named = Entity(
        " and ".join(e.name for e in entities), span=span, resolved_by="description: as many as told"
    )
    return Filler(named, "actor", "pair", h, True)


def _of_a_pair(cast: Cast, s: Sentence, h: int, plural: bool) -> bool:
    """ "the two agreed", "each side accused the other", "the neighbours" of a pair named before."""
    lemma, determiners = s.lemmas[h], [s.lemmas[c] for c in s.kids(h, "det")]
    if lemma in ("two", "both") and s.pos[h] in ("NUM", "PRON", "DET", "NOUN"):
        return bool(determiners) or (lemma == "both" and s.deps[h] in _PARTS_OF_A_CLAUSE)
    if lemma in PAIRS and determiners == ["the"] and not s.kids(h, "prep", "amod", "compound"):
        return True
    if lemma == "side" and "each" in determiners:
        return True
    if determiners in _EITHER and lemma in SIDES and s.tags[h] == "NN":  # "recognised neither republic"
        return True
    if _just_met(cast, s, h):
        return True
    if "the" not in determiners or not (cast.pairs or lemma in _NEXT_DOOR):
        return False
    alone = all(
        s.lemmas[c] == "the" or (s.deps[c] == "amod" and (s.words[c].islower() or _once_of(s, c)))
        for c in s.children[h]
    )
    return (lemma == "other" and s.tags[h] != "NNS" and s.deps[h] in ("dobj", "pobj")) or (
        plural and alone and lemma in TWO_OF_A_KIND
    )


def _once_of(s: Sentence, c: int) -> bool:
    """ "former Soviet republics", "ex-Yugoslav states": which are no longer of that state."""
    before = s.words[c - 1].lower() if c else ""
    return before in ("former", "ex", "-") or s.words[c].lower().startswith("ex-")


_WHO_MEET = frozenset("president minister premier leader head negotiator diplomat delegation envoy".split())
_OF_TWO = frozenset("sign initial exchange".split())
"""What nobody does alone."""


def _just_met(cast: Cast, s: Sentence, h: int) -> bool:
    """ "X met Y of Z. The ministers signed", "the two Heads of State": those who met last."""
    if s.tags[h] not in ("NNS", "NNPS") or s.lemmas[h].lower() not in _WHO_MEET:
        return False
    before = [c for c in s.children[h] if c < h]
    of = [s.lemmas[o].lower() for p in s.kids(h, "prep") for o in s.kids(p, "pobj") if p > h]
    two = {s.lemmas[c] for c in before} & {"two", "both"}
    if two and of:
        return of[0] in ("state", "government")
    part = s.deps[h] == "pobj" and s.lemmas[s.heads[h]] == "of"  # "several of the ministers"
    if [s.lemmas[c] for c in before] != ["the"] or of or part or s.kids(h, "appos", "relcl", "acl"):
        return False
    here = bisect.bisect_right(cast.starts.get(s.field, []), s.starts[h]) - 1
    people = [p for p in cast.pairs if {m.kind for m in p} == {"person"}]  # "Presidents Ali and Maduro"
    told = [(second, here - 1) for _, second in cast.meetings] + [(second, here - 2) for _, second in people]
    if s.deps[h] == "nsubj" and s.lemmas[s.heads[h]] in _OF_TWO:  # "The ministers also signed a plan"
        told += [(second, 0) for _, second in cast.meetings]
    return any(m.field == s.field and m.end <= s.start and cast.sentence_of(m) >= since for m, since in told)


def _its_neighbour(cast: Cast, s: Sentence, h: int, span: Span) -> Filler | None:
    """ "Nigeria cut exports to its neighbour": the other country that the report speaks of most."""
    own = subject_countries(cast, s, h)
    before = [m for m in cast.before(s, span[0]) if m.kind == "country" and m.entity.country not in own]
    most = Counter(m.entity.country for m in before).most_common(1)
    if not own or not most or not most[0][0]:
        return None
    entity = replace(cast.country_entity(most[0][0], span), resolved_by=f"description: {s.words[h]}")
    return Filler(entity, "actor", "country", h)


def _lands(s: Sentence, h: int, before: list[Mention]) -> list[Mention]:
    """ "The republic" is no people who live in it (Armenians), nor the union that it belongs to.

    Nor is "the country", where a missile flew "over Japan", the one that it flew over.
    """
    before = [m for m in before if "demonym" not in (m.entity.resolved_by or "")] or before
    passed = [m for m in before if _only_passed(s, m)]
    acting = [m for m in before if m.kind == "country" and m not in passed and m.start >= s.start]
    before = [m for m in before if m not in passed] if passed and acting else before
    if s.lemmas[h] == "republic":
        before = [m for m in before if m.entity.country not in _FEDERATIONS]
    return before


def _only_passed(s: Sentence, m: Mention) -> bool:
    """ "over Japan", "near Guam", "off Libya": where something passes."""
    if m.field != s.field or m.start < s.start:
        return False
    t = next((i for i in range(len(s)) if s.starts[i] == m.start), None)
    return t is not None and s.deps[t] == "pobj" and s.lemmas[s.heads[t]] in ("over", "near", "off", "around")


_FEDERATIONS = frozenset({"SUN", "YUG"})
"""States that were made of republics."""


def _not_in_his_words(cast: Cast, s: Sentence, h: int, before: list[Mention]) -> list[Mention]:
    """ "We reject the claims made by Peru," the country's envoy said: of another country than Peru."""
    quotes = cast.quotes
    if s.field != "text" or s.deps[h] != "poss" or quotes is None or quotes.at(s.starts[h]) is not None:
        return before
    ours = any(s.words[i].lower() in ("we", "our", "us") for i in range(h))
    told = [m for m in before if m.field == "text" and m.start >= s.start and quotes.at(m.start) is not None]
    return [m for m in before if m not in told or m.subject] if ours else before


_DIPLOMATS = frozenset("ambassador envoy consul diplomat commissioner".split())


def _whom_it_deals_with(cast: Cast, s: Sentence, h: int) -> set[str | None]:
    """ "The country protested to Kabul", "summoned Togo's envoy": it is neither Afghanistan nor Togo."""
    verb = s.heads[h]
    if s.deps[h] != "nsubj":
        return set()
    named = [o for n, _, o in g.prepositional(s, verb) if n in ("with", "to", "against", "from")]
    named += s.kids(verb, "dobj")
    sent = [c for o in named if s.lemmas[o] in _DIPLOMATS for c in s.kids(o, "poss", "amod")]
    found = (cast.filler(s, x) for x in (*named, *sent) if s.pos[x] in ("PROPN", "ADJ"))
    return {f.entity.country for f in found if f.kind == "country"} - {None}


def _within(m: Mention, s: Sentence, span: Span) -> bool:
    return m.field == s.field and span[0] <= m.start < span[1]


def _back(
    cast: Cast,
    s: Sentence,
    h: int,
    span: Span,
    kinds: tuple[str, ...],
    country: str | None,
    text: str,
    *,
    skip_adjectives: bool = True,
) -> Filler | None:
    before = _not_in_his_words(cast, s, h, cast.before(s, span[0]))
    own = {
        m.entity.country
        for m in before
        if m.subject and m.field == s.field and m.start >= s.start and m.kind != "group"
    }
    own |= subject_countries(cast, s, h)
    own |= _whom_it_deals_with(cast, s, h) if kinds == ("country",) else set()
    once = {m.entity.country for m in cast.mentions if homes.once_ruled(s, h) and _within(m, s, span)}
    if kinds == ("country",) and s.deps[h] == "poss":  # "gangs overran the country's prisons"
        own = {*subject_countries(cast, s, h)} if _has_own_clause(s, h) else own
    elif kinds == ("country",) and INTERNATIONAL & (doers := subject_countries(cast, s, h)):
        own = {*doers}  # "Until Iraq yields, the UN will keep its sanctions on the country": on Iraq
    if any(s.lemmas[a] in _LEAVING for a in s.ancestors(h)):
        own = set()
    if kinds == ("country",) and not _of_the_region(s, h):
        elsewhere = homes.once_ruled(s, h) or _met_abroad(cast, s, h)
        owner = None if elsewhere else _subjects_owner(cast, s, h)
        if owner is not None:  # "Syria's regime controls much of the country": its own
            return Filler(
                replace(owner.entity, span=span, resolved_by=f"description: {text}"),
                "actor",
                "country",
                h,
            )
    if kinds == ("country",):
        here = [m for m in before if m.field == s.field and m.start >= s.start and m.kind == "country"]
        if not [m for m in here if m.entity.country not in own]:  # none in the sentence: whom all speak of
            before = sorted(before, key=lambda m: -min(cast.countries[m.entity.country or ""], OFTEN))
    if kinds == ("org",):
        before = [m for m in before if m.entity.actor_id or m.entity.name[:1].isupper()]
        named = [m for m in before if re.search(rf"\b{re.escape(s.lemmas[h])}\b", m.entity.name.lower())]
        named = [] if s.lemmas[h] == "party" else named  # parties seldom bear that word
        before = [m for m in named or before if _bears(m.entity.name, s, h)]
    states = _of_the_form(s.lemmas[h])
    region = _of_the_region(s, h) if kinds == ("country",) else frozenset()
    states = states & region if states and region else states or region
    own -= region  # "Fiji's commander seized control of the South Pacific nation": his own
    before = _lands(s, h, before) if kinds == ("country",) else before
    before = [m for m in before if not _only_backs(s, m)] if "-" in s.words else before
    for m in before:
        if m.kind not in kinds or (m.adjective and skip_adjectives):
            continue
        if kinds == ("country",) and m.entity.country in own | once:
            continue  # "Russia has sent warplanes to the country": not to itself
        if (states and m.entity.country not in states) or (country and m.entity.country != country):
            continue  # "the kingdom" is no republic
        sort = "bloc" if many_lands.of_states(s, h) and m.entity.country in INTERNATIONAL else s.lemmas[h]
        if m.kind == "org" and (_is_one_only(s, h, m.entity) or not _org_fits(sort, m.entity)):
            continue
        entity = replace(m.entity, span=span, resolved_by=f"description: {text}")
        return Filler(entity, "actor", m.kind, h, s.tags[h] in ("NNS", "NNPS"))
    return None


_BACKED = frozenset("backed aligned allied supported funded armed trained sponsored linked led".split())


def _only_backs(s: Sentence, m: Mention) -> bool:
    """ "Iran-backed rebels captured much of the country": no country that the sentence speaks of."""
    if m.field != s.field or m.start < s.start:
        return False
    after = next((t for t in range(len(s)) if s.starts[t] >= m.end), len(s))
    words = [w.lower() for w in s.words[after : after + 2]]
    return words[:1] == ["-"] and words[-1] in _BACKED


_DEPARTMENTS = frozenset({"ministry", "department", "court", "commission", "council", "committee"})
_OF_ANY_KIND = frozenset(
    "top high higher highest same main national federal state local powerful influential independent new "
    "country world global whole full international regional".split()
)
"""What tells not which court or council is meant."""


def _bears(name: str, s: Sentence, h: int) -> bool:
    """ "the finance ministry" is no health ministry that was named before."""
    if s.lemmas[h] not in _DEPARTMENTS:
        return True
    about = [s.words[c] for c in s.kids(h, "compound", "amod") if s.words[c].islower()]
    about = [w for w in about if w not in _OF_ANY_KIND and w.isalpha()]
    known = name.lower().replace("defense", "defence")
    return all(w.replace("defense", "defence") in known for w in about)


@cache
def _forms() -> dict[str, frozenset[str]]:
    """``state_forms.tsv``: what a state may be called ("kingdom", "emirate", "island") → which ones are."""
    rows = tsv.rows(Path(__file__).parent / "state_forms.tsv")
    return {r["noun"]: frozenset(r["states"].split()) for r in rows}


def _of_the_form(noun: str) -> frozenset[str]:
    return _forms().get(noun, frozenset())


def _of_the_region(s: Sentence, h: int) -> frozenset[str]:
    """ "the North African country", "the Gulf state": the states of that part of the world."""
    for c in s.kids(h, "amod", "compound", "nmod"):
        before = s.words[c - 1].lower() if c and s.words[c - 1] != "-" else ""
        if states := _of_the_form(f"{before} {s.words[c].lower()}") or _of_the_form(s.words[c].lower()):
            return states if s.words[c][:1].isupper() else frozenset()
    return frozenset()


def _has_own_clause(s: Sentence, h: int) -> bool:
    """True inside a subordinate clause that has a subject of its own."""
    verb = g.verb_above(s, h)
    return verb is not None and s.deps[verb] in ("advcl", "relcl", "ccomp") and bool(s.kids(verb, "nsubj"))


def _subjects_owner(cast: Cast, s: Sentence, h: int) -> Mention | None:
    """The country that owns the subject above a phrase: "Syria" in "Syria's regime … the country"."""
    verbs = [v for v in s.ancestors(h) if s.pos[v] in ("VERB", "AUX")]
    owners = [o for v in verbs[:1] for x in g.surface_subjects(s, v) for o in s.kids(x, "poss", "amod")]
    for o in owners:
        for m in cast.mentions:
            if m.kind == "country" and m.field == s.field and m.start <= s.starts[o] < m.end:
                return m
    return None


_CHIEFS = frozenset("leader chief boss commander".split())
_THEIRS = {
    "rebel": "REB", "guerrilla": "REB", "separatist": "REB", "insurgent": "REB", "militant": "REB",
    "opposition": "OPP", "union": "LAB", "militia": "PRM", "warlord": "REB",
}  # fmt: skip
"""What a leader is by the noun before him."""


def _sectors_told(title: set[str]) -> set[str]:
    """ "the guerrilla chief": the sector of a rebel."""
    return {_THEIRS[w] for w in title if w in _THEIRS}


_FIRST_MEN = ({"president"}, {"prime", "minister"}, {"premier"}, {"chancellor"})
"""Titles of which a report may name several holders."""
_WHO_RULE = frozenset("leader incumbent ruler strongman dictator autocrat statesman".split())
"""Who these are is known of whoever governs, whatever his office."""


def _can_rule(e: Entity) -> bool:
    """False for a minister and an envoy, whom nobody calls the country's leader."""
    office = title_words(e.office or "")
    lower = office & {"minister", "ambassador", "spokesman", "envoy"} and not office & {"prime", "president"}
    lower = lower or (
        "secretary" in office and office & {"affairs", "state", "foreign", "defence", "interior"}
    )
    return "GOV" in e.sectors and e.name[:1].isupper() and not lower


_DEPUTIES = frozenset({"vice", "deputy", "assistant"})


def _bears_the_title(wanted: set[str], e: Entity) -> bool:
    """ "the president" is no Vice President Mensah: his title has all the words, and one more."""
    told = title_words(e.office or "")
    return wanted <= told and not (told & _DEPUTIES) - wanted


def _back_person(
    cast: Cast, s: Sentence, h: int, span: Span, text: str, country: str | None
) -> Filler | None:
    wanted = title_words(text)
    found = [
        m
        for m in cast.before(s, span[0])
        if m.kind == "person"
        and not (country and m.entity.country != country)
        and (
            _bears_the_title(wanted, m.entity)
            or (wanted <= _WHO_RULE and _can_rule(m.entity))
            or (
                m.entity.name[:1].isupper()
                and wanted & _CHIEFS
                and _sectors_told(wanted) & set(m.entity.sectors)
            )
        )
    ]
    home = _home_of_the_subject(cast, s, h)
    spoken = _home_of_the_speaker(cast, s, h) if not country else None
    if spoken:  # "The prime minister has failed us", an opposition leader said: his own
        found = [m for m in found if m.entity.country == spoken]
        if not found and wanted & {"president", "minister", "premier", "chancellor"}:
            office = Entity(text, None, spoken, ("GOV",), None, span, "role; country of the speaker")
            return Filler(office, "actor", "person", h)
    found = [m for m in found if home and m.entity.country == home] or found
    if wanted <= _WHO_RULE and not country:  # of the country of which the report speaks most
        found.sort(key=lambda m: -min(cast.countries[m.entity.country or ""], 2 * OFTEN))
    if wanted in _FIRST_MEN and not country:  # not whom the report names in passing
        found.sort(key=lambda m: -min(cast.seen[m.entity.actor_id or ""], OFTEN))
    if not found:
        return None
    who = _host_before_guest(cast, found)
    return Filler(replace(who.entity, span=span, resolved_by=f"description: {text}"), "actor", "person", h)


def _host_before_guest(cast: Cast, found: list[Mention]) -> Mention:
    """ "Cavusoglu met his counterpart Szijjarto. The foreign minister …": of whom the sentence tells."""
    last = found[0]
    if last.subject:
        return last
    beside = [m for m in found if m.field == last.field and cast.sentence_of(m) == cast.sentence_of(last)]
    return next((m for m in beside if m.subject and m.entity.country != last.entity.country), last)


_SAYING = frozenset("say tell add warn insist reply continue argue note stress claim declare ask".split())


def _who_goes_on(cast: Cast, s: Sentence, h: int, span: Span, text: str) -> Filler | None:
    """ "Le Maire resigned. "He lied," the former minister said": the subject of the last sentence."""
    if (
        s.deps[h] != "nsubj"
        or s.lemmas[s.heads[h]] not in _SAYING
        or s.field != "text"
        or cast.quotes is None
    ):
        return None
    if not cast.quotes.within(s.start, s.end) or any(
        cast.knowledge.nationality(s.words[c]) for c in s.kids(h, "amod")
    ):
        return None
    here = bisect.bisect_right(cast.starts.get("text", []), s.start)
    for m in cast.before(s, s.start):
        if m.field != "text" or here - cast.sentence_of(m) > 1:
            return None
        named = m.kind == "person" and m.entity.name[:1].isupper()
        if named and m.subject and not m.aside and cast.quotes.at(m.start) is None:
            return Filler(
                replace(m.entity, span=span, resolved_by=f"description: {text}"), "actor", "person", h
            )
    return None


_HIGH_OFFICES = frozenset(
    "Representative Commissioner Envoy Rapporteur Coordinator Secretary General Director Ambassador Minister "
    "President Chair Speaker".split()
)
"""Capitalised titles of which bulletins speak: "the Special Representative said"."""
_ONE_OF_THEM = re.compile(r"(?:[aei]n|i|ek|ede|ole|urk|ane|inn|ech|iot|man|aniard|Scot)$")
"""A person of a country, not all of them: "the German", not "the British"."""


def former_or_latter(cast: Cast, s: Sentence, h: int, span: Span) -> Filler | None:
    """ "X received Y. The former refused; the latter threatened": the first and the second of the two."""
    word = s.words[h].lower()
    if word not in ("former", "latter") or [s.lemmas[c] for c in s.children[h] if c < h] != ["the"]:
        return None
    told = [m for m in cast.before(s, span[0]) if m.field == s.field and m.kind != "pair" and not m.adjective]
    here = [m for m in told if m.start >= s.start] if s.field == "text" else told
    sentences = [
        here,
        *([m for m in told if cast.sentence_of(m) == n] for n in _last_sentences(cast, s, told)),
    ]
    for mentions in sentences:
        two: dict[str, Mention] = {}
        for m in mentions[::-1]:
            if m.kind == "person" or (m.kind in ("country", "org") and m.entity.name[:1].isupper()):
                two.setdefault(m.entity.actor_id or m.entity.name, m)
        found = list(two.values())
        alike = [[m for m in found if m.kind == kind] for kind in ("person", "country", "org")]
        found = next((same for same in alike if len(same) > 1), found)
        if len(found) > 1:
            meant = found[0] if word == "former" else found[1]
            entity = replace(meant.entity, span=span, resolved_by=f"description: the {word}")
            return Filler(entity, "actor", meant.kind, h)
    return None


def _last_sentences(cast: Cast, s: Sentence, told: list[Mention]) -> list[int]:
    """The last two sentences that name anybody, before the one in hand."""
    numbers = [cast.sentence_of(m) for m in told if m.start < s.start]
    return sorted(set(numbers), reverse=True)[:2]


def the_national(cast: Cast, s: Sentence, h: int, text: str, span: Span) -> Filler | None:
    """ "He should calm down," the German said: a person of that country, who was named before."""
    alone = [s.lemmas[c] for c in s.children[h] if s.deps[c] != "punct"] == ["the"]
    if not alone or not _ONE_OF_THEM.search(s.words[h]):
        return None
    found = cast.knowledge.nationality(s.words[h])
    if found and s.deps[h] in ("nsubj", "nsubjpass", "dobj", "pobj"):
        told = [m for m in cast.before(s, s.start) if m.kind == "person" and m.entity.country == found[0]]
        named = next(
            (m for m in told if m.entity.name[:1].isupper() and (m.field == "text" or len(told) == 1)), None
        )
        if named is not None:
            meant = replace(named.entity, span=span, resolved_by=f"description: {text}")
            return Filler(meant, "actor", "person", h)
    if s.deps[h] != "nsubj" or s.lemmas[s.heads[h]] not in _SAYING:
        return None
    if not found or cast.quotes is None or not cast.quotes.within(s.start, s.end):
        return None
    home = found[0]
    for m in cast.before(s, s.start):
        if m.kind == "person" and m.subject and m.entity.name[:1].isupper():
            meant = replace(m.entity, span=span, resolved_by=f"description: {text}")
            return Filler(meant, "actor", "person", h)
    return Filler(Entity(text, None, home, (), None, span, "a person of that country"), "actor", "person", h)


_AGED = re.compile(r"(?:the )?\d{1,3}-year-old", re.IGNORECASE)


def of_that_age(cast: Cast, s: Sentence, h: int, text: str, span: Span) -> Filler | None:
    """ "Prosecutors accuse the 67-year-old": the person of whom the report speaks."""
    if not _AGED.fullmatch(text) or not any(s.lemmas[c] == "the" for c in s.kids(h, "det")):
        return None
    before = [m for m in cast.before(s, span[0]) if m.field == "title" or m.start < s.start]
    persons = [m for m in before if m.kind == "person" and m.entity.name[:1].isupper()]
    subjects = [m for m in persons if m.subject and (cast.quotes is None or cast.quotes.at(m.start) is None)]
    known = next((m for m in subjects if m.entity.country), None)
    if known is None:
        return None
    return Filler(replace(known.entity, span=span, resolved_by=f"description: {text}"), "actor", "person", h)


def _is_one_only(s: Sentence, h: int, org: Entity) -> bool:
    """ "The unions" are not the Union of Islamic Courts."""
    name = org.name.lower().split()
    return s.tags[h] == "NNS" and s.lemmas[h] in name and s.words[h].lower() not in name


_AT_HOME = frozenset("LEG OPP PTY CVL LAB EDU REL COP JUD SOC AGR".split())


def _home_of_the_speaker(cast: Cast, s: Sentence, h: int) -> str | None:
    """The country of those at home there in whose words a phrase stands."""
    if s.field != "text" or cast.quotes is None or cast.quotes.at(s.starts[h]) is None:
        return None
    speaker = cast.speakers.get(s.start)
    if speaker is None or not speaker.country or speaker.country in INTERNATIONAL:
        return None
    abroad = {"GOV", "MIL", "JRN", "MED", "NGO"} & set(speaker.sectors) or "from the report" in (
        speaker.resolved_by or ""
    )
    return None if abroad else speaker.country


_SHARES = frozenset("much most half third quarter swath swathe bulk rest".split())


def _taken_by_its_rebels(cast: Cast, s: Sentence, h: int) -> str | None:
    """ "The Houthis took much of the country", "killed ten across the country": of the one they are of."""
    lead = s.heads[h]
    share = s.heads[lead]
    of = s.lemmas[lead] == "of" and s.lemmas[share] in _SHARES
    if s.deps[h] != "pobj" or not (of or s.lemmas[lead] in ("across", "throughout")):
        return None
    verb = g.verb_above(s, lead, full=True)
    takers = [] if verb is None else [cast.filler(s, t).entity for t in g.surface_subjects(s, verb)]
    own = {e.country for e in takers if e.country and OUTLAWS & set(e.sectors[:1])}
    named = [m for m in cast.before(s, s.starts[h]) if m.kind == "country" and m.start >= s.start]
    named = [] if of else named  # whoever backs them: "Rwandan-backed rebels took half of the country"
    return own.pop() if len(own) == 1 and not {m.entity.country for m in named} - own else None


def _the_country(cast: Cast, s: Sentence, h: int, text: str, span: Span) -> Filler | None:
    """ "the country", "the island": the one that acts if the report is about it, else the last one named."""
    own = _spoken_of_and_acting(cast, s, h) if s.deps[h] == "poss" else _addressed_by_its_ruler(cast, s, h)
    own = own or _taken_by_its_rebels(cast, s, h) or _of_its_spokesman(cast, s, h)
    if own:
        entity = replace(cast.country_entity(own, span), resolved_by=f"description: {text}")
        return Filler(entity, "actor", "country", h)
    told = _back(cast, s, h, span, ("country",), None, text, skip_adjectives=False)
    if told is not None or s.deps[h] != "poss":
        return told or _who_complains(cast, s, h, span, text)
    owners = {c for c in subject_countries(cast, s, h) if c and c not in INTERNATIONAL}
    if len(owners) != 1:
        return None
    entity = replace(cast.country_entity(owners.pop(), span), resolved_by=f"description: {text}")
    return Filler(entity, "actor", "country", h)  # "Zambian police held the country's editors"


def _who_complains(cast: Cast, s: Sentence, h: int, span: Span, text: str) -> Filler | None:
    """ "Iran condemned Washington for imposing sanctions on the oil-rich nation": its own."""
    named = [m for m in cast.before(s, span[0]) if m.field == s.field and m.start >= s.start]
    main = [m for m in named if m.subject and m.entity.country and not m.aside]
    clause = g.verb_above(s, h, full=True)
    if clause is None or s.deps[clause] not in ("pcomp", "advcl") or len(main) != 1:
        return None
    country = main[0].entity.country or ""
    entity = replace(cast.country_entity(country, span), resolved_by=f"description: {text}")
    return Filler(entity, "actor", "country", h)


def _addressed_by_its_ruler(cast: Cast, s: Sentence, h: int) -> str | None:
    """ "President Habibie called on the nation to accept the vote": his own, no other."""
    if s.lemmas[h] != "nation" or s.kids(h, "amod", "compound"):
        return None
    verb = g.verb_above(s, h, full=True)
    if verb is None or s.lemmas[verb] not in _ADDRESSING:
        return None
    rulers = [cast.filler(s, t).entity for t in g.surface_subjects(s, verb)]
    own = {e.country for e in rulers if {"GOV", "ELI", "MIL"} & set(e.sectors)}
    return next(iter(own)) if len(own) == 1 else None


_ADDRESSING = frozenset(
    "call urge appeal ask tell address exhort implore assure warn thank lead plead".split()
)


def _of_its_spokesman(cast: Cast, s: Sentence, h: int) -> str | None:
    """ "Norway's foreign ministry said the country would send ships": Norway, in its officials' words."""
    clause = s.heads[h]
    alone = s.lemmas[h] in ("country", "nation") and not s.kids(h, "amod", "compound", "prep")
    if s.deps[h] not in ("nsubj", "nsubjpass") or s.deps[clause] != "ccomp" or not alone:
        return None
    speakers = [cast.filler(s, t).entity for t in g.surface_subjects(s, s.heads[clause])]
    own = {e.country for e in speakers if {"GOV", "MIL"} & set(e.sectors)} - {None}
    home = next(iter(own)) if len(own) == 1 else None
    return home if home and len(home) == 3 and home not in INTERNATIONAL else None


def _spoken_of_and_acting(cast: Cast, s: Sentence, h: int) -> str | None:
    """ "Syrian troops attacked the country's last rebel town": Syria's, where the report is about Syria."""
    verb = g.verb_above(s, h)
    subjects = [] if verb is None else [t for t in g.surface_subjects(s, verb) if h not in s.subtree(t)]
    own = {cast.filler(s, t).entity.country for t in subjects}
    if _met_abroad(cast, s, h):
        return None
    return next(iter(own)) if len(own) == 1 and cast.focus(s) in own else None


_SEES = frozenset("meet see hold receive greet confer consult discuss".split())


def _met_abroad(cast: Cast, s: Sentence, h: int) -> bool:
    """ "The minister, who is visiting Niger, met the country's generals": another state is where he is."""
    verb = g.verb_above(s, h)
    if s.deps[h] != "poss" or verb is None or s.lemmas[verb] not in _SEES:
        return False
    own = subject_countries(cast, s, h)
    for m in cast.before(s, s.starts[h]):
        if m.field != s.field or m.start < s.start or m.kind != "country" or m.adjective:
            continue
        t = next((i for i in range(len(s)) if s.starts[i] == m.start), None)
        if t is None or m.entity.country in own:
            continue
        where = s.deps[t] == "pobj" and s.lemmas[s.heads[t]] in ("in", "to")
        if where or (s.deps[t] == "dobj" and s.lemmas[s.heads[t]] in ("visit", "tour")):
            return True
    return False


def _is_one_of_many(cast: Cast, s: Sentence, h: int) -> bool:
    """ "The government banned social media in the state": one of the states of India, not India."""
    return s.lemmas[s.heads[h]] in _WITHIN and cast.focus(s) in homes.FEDERATIONS


def _home_of_the_subject(cast: Cast, s: Sentence, h: int) -> str | None:
    """ "Senators from the south called on the president": their own."""
    verb = g.verb_above(s, h)
    if s.deps[h] in ("nsubj", "nsubjpass"):  # "the opposition said the prime minister had lied": its own
        verb = s.heads[verb] if verb is not None and s.deps[verb] == "ccomp" else None
    subjects = [] if verb is None else [t for t in g.surface_subjects(s, verb) if t != h]
    entities = [cast.filler(s, t).entity for t in subjects]
    own = {e.country for e in entities if _AT_HOME & set(e.sectors)}
    return next(iter(own)) if len(own) == 1 else None


_WITHIN = frozenset({"in", "across", "throughout", "within", "around"})
_PUBLIC = frozenset({"state", "national", "public", "official"})


def _counterpart(cast: Cast, s: Sentence, h: int, span: Span) -> Filler | None:
    for other in g.appositions(s, h):
        first, last = g.phrase(s, other)
        text = s.slice(first, last)
        known = cast.by_name.get(name_key(text))
        if known:
            own = known[0]
            if not own.sectors and not own.actor_id:  # "his Tuvaluan counterpart, Kausea Natano"
                own = replace(own, sectors=("GOV",), country=own.country or _nationality_only(cast, s, h))
            return Filler(
                replace(
                    own,
                    span=(s.starts[first], s.ends[last]),
                    resolved_by="apposition of counterpart",
                ),
                "actor",
                "person",
                h,
            )
        home = _nationality_only(cast, s, h)
        found = [c for c in cast.knowledge.resolve(text, cast.date) if c.kind != "unknown"]
        found = [c for c in found if home in (None, c.country)]  # no namesake from elsewhere
        if found:
            best = cast.choose(found)
            entity = entity_of(best, text, (s.starts[first], s.ends[last]), tuple(found))
            cast.remember(text, entity, "person")
            return Filler(entity, "actor", best.kind, h)
        entity = Entity(text, None, home, ("GOV",), None, span, "apposition of counterpart")
        cast.remember(text, entity, "person")
        return Filler(entity, "actor", "person", h)
    country = _nationality_only(cast, s, h)
    office = _last_office(cast, s, span[0], country)
    if country and office:
        found = cast.knowledge.holders(country, office, cast.date)
        if found:
            return Filler(entity_of(found[0], found[0].name, span), "actor", "person", h)
    if country:
        return Filler(
            replace(
                cast.country_entity(country, span),
                name=s.slice(*g.phrase(s, h)),
                actor_id=None,
                office=office,
                resolved_by="counterpart: country from a modifier",
            ),
            "actor",
            "role",
            h,
        )
    return Filler(Entity(s.slice(*g.phrase(s, h)), span=span, resolved_by="counterpart"), "actor", "role", h)


def _the_other_leader(cast: Cast, s: Sentence, h: int, span: Span) -> Filler | None:
    """ "his guest": the last official of another country than the one whose guest it is."""
    own = subject_countries(cast, s, h)
    if len(own) != 1:
        return None
    for m in cast.before(s, span[0]):
        e = m.entity
        if m.field == "title" or cast.sentences_between(m, s) > 3:
            return None
        if m.kind == "person" and "GOV" in e.sectors and e.country and e.country not in own:
            return Filler(replace(e, span=span, resolved_by="coreference: his guest"), "actor", "person", h)
    return None


def _nationality_only(cast: Cast, s: Sentence, h: int) -> str | None:
    for c in s.kids(h, "amod", "compound"):
        found = cast.knowledge.nationality(s.words[c])
        if found:
            return found[0]
    names = [c for c in s.kids(h, "poss") if s.pos[c] == "PROPN"]
    behind = h + 1 if s.lemmas[h + 1 : h + 2] == ["from"] else h  # "his counterpart from Zambia"
    names += s.kids(behind, "pobj")
    owners = (cast.filler(s, c) for c in names)
    return next((f.entity.country for f in owners if f.kind == "country"), None)  # "Serbia's counterpart"


def _last_office(cast: Cast, s: Sentence, position: int, country: str | None) -> str | None:
    for m in cast.before(s, position):
        if m.kind == "person" and m.entity.office and m.entity.country != country:
            return m.entity.office
    return None


def _org_fits(lemma: str, entity: Entity) -> bool:
    if lemma in ("militia", "militant", "rebel", "insurgent", "fighter", "guerrilla"):
        state = lemma not in ("militia", "fighter") and bool({"COP", "MIL", "GOV"} & set(entity.sectors))
        irregular = {"REB", "UAF"} if state else {"REB", "PRM", "UAF"}  # no border guards are "the militants"
        return bool(irregular & set(entity.sectors))
    if lemma == "army":  # rebels may have "army" in their name: the army is the state's
        apart = entity.sectors[:1] in (("PRM",), ("REB",)) or is_a_unit(entity.name)  # nor who once served it
        return "MIL" in entity.sectors and not apart and entity.country not in INTERNATIONAL
    if lemma in ("force", "corps"):
        return "GOV" not in entity.sectors and bool({"MIL", "REB", "PRM", "UAF", "COP"} & set(entity.sectors))
    if lemma == "party":
        return "PTY" in entity.sectors
    if lemma == "union":
        return "LAB" in entity.sectors or "union" in entity.name.lower() or entity.country in INTERNATIONAL
    if lemma in ("agency", "ministry", "commission", "watchdog", "council"):
        return lemma in entity.name.lower() or (
            lemma == "agency"
            and (bool({"GOV", "SPY", "COP", "REF"} & set(entity.sectors)) or entity.country in INTERNATIONAL)
        )
    if lemma in ("bloc", "alliance"):
        return entity.country in ("IGO", "EUR") or ("PTY" in entity.sectors and "REB" not in entity.sectors)
    if lemma == "coalition":
        fronts = {"coalition", "alliance", "front", "union"} & set(entity.name.lower().split())
        return bool({"PTY", "OPP", "MIL"} & set(entity.sectors)) or ("REB" in entity.sectors and bool(fronts))
    if lemma in ("body", "mission"):
        return entity.country in INTERNATIONAL and entity.country != "NGO"
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
        named_so = entity.country in INTERNATIONAL and lemma.replace("s", "z") in entity.name.lower().replace(
            "s", "z"
        )  # "the organization": of American States, though states made it
        return named_so or not {"GOV", "MIL", "COP", "JUD", "LEG", "SPY"} & set(entity.sectors)
    if lemma in ("company", "firm"):
        return "BUS" in entity.sectors
    if lemma == "court":
        return "JUD" in entity.sectors
    return True
