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
from dragoman.coding import homes, retold
from dragoman.coding.mentions import Filler, Mention, entity_of, name_key
from dragoman.coding.people import OUTLAWS, PERSON_NOUNS, title_words
from dragoman.knowledge.words import INTERNATIONAL
from dragoman.language import Sentence
from dragoman.records import Entity, Span

if TYPE_CHECKING:
    from dragoman.coding.actors import Cast

_DEFINITE = frozenset("the this that these those both".split())
_COUNTRY_NOUNS = frozenset(
    "country nation kingdom republic state neighbour neighbor homeland island emirate sultanate "
    "monarchy".split()
)
_SIDES = frozenset(
    "country nation side leader government neighbour neighbor ally party counterpart president minister "
    "state power capital man rival foe delegation official diplomat army military force team negotiator navy "
    "premier republic kingdom commander general".split()
)
_TWO_OF_A_KIND = frozenset("country nation side neighbour neighbor rival foe capital republic".split())
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
_PAIRS = frozenset({"pair", "duo"})
"""Two people told of before."""
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
_NEAR = frozenset({"neighbour", "neighbor", "ally"})
_OFTEN = 3
"""Mentions from which a country is surely what a report is about."""


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
        return _both(cast, s, h, text, span)
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
    several = plural and lemma in _SIDES and any(s.lemmas[c] in ("two", "both") for c in s.children[h])
    if several and not (nationality and lemma in _OF_A_NATION):
        return _both(cast, s, h, text, span)
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
    told = None if plural else retold.again(cast, s, h, text, span, nationality)
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
    the = any(s.lemmas[c] in _DEFINITE for c in s.kids(h, "det"))
    lands = s.lemmas[h] in _COUNTRY_NOUNS and s.tags[h] == "NN" and the and not s.kids(h, "appos")
    if not lands or not _of_the_region(s, h):
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
    return _its_neighbour(cast, s, h, span) if lemma in _NEAR and not plural else None


def _the_body(
    cast: Cast, s: Sentence, h: int, text: str, span: Span, nationality: str | None
) -> Filler | None:
    """ "the agency", "the Iranian news agency", "the movement": the body named before."""
    lemma = s.lemmas[h].lower()
    if lemma == "force" and s.kids(h, "compound"):  # "the air force", "the security forces"
        return None
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


def all_of_them(cast: Cast, s: Sentence, h: int, span: Span) -> Filler | None:
    """ "accused all three": the three told of before."""
    if s.tags[h] == "NNS" and s.lemmas[h] in ("country", "nation", "state", "government"):
        return _as_many_countries(cast, s, h, span)
    number = _AS_MANY.get(s.lemmas[h], s.words[h].lower())
    if s.lemmas[h] in _SIDES and s.kids(h, "nummod"):  # "the four countries"
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
    if lemma in _PAIRS and determiners == ["the"] and not s.kids(h, "prep", "amod", "compound"):
        return True
    if lemma == "side" and "each" in determiners:
        return True
    if determiners in _EITHER and lemma in _SIDES and s.tags[h] == "NN":  # "recognised neither republic"
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
        plural and alone and lemma in _TWO_OF_A_KIND
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
    before = cast.before(s, span[0])
    own = {
        m.entity.country
        for m in before
        if m.subject and m.field == s.field and m.start >= s.start and m.kind != "group"
    }
    own |= subject_countries(cast, s, h)
    once = {m.entity.country for m in cast.mentions if homes.once_ruled(s, h) and _within(m, s, span)}
    if kinds == ("country",) and s.deps[h] == "poss":  # "gangs overran the country's prisons"
        own = {*subject_countries(cast, s, h)} if _has_own_clause(s, h) else own
    elif kinds == ("country",) and INTERNATIONAL & (doers := subject_countries(cast, s, h)):
        own = {*doers}  # "Until Iraq yields, the UN will keep its sanctions on the country": on Iraq
    if any(s.lemmas[a] in _LEAVING for a in s.ancestors(h)):
        own = set()
    if kinds == ("country",) and not _of_the_region(s, h):
        owner = None if homes.once_ruled(s, h) else _subjects_owner(cast, s, h)
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
            before = sorted(before, key=lambda m: -min(cast.countries[m.entity.country or ""], _OFTEN))
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
        if m.kind == "org" and (_is_one_only(s, h, m.entity) or not _org_fits(s.lemmas[h], m.entity)):
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
    verb = next((a for a in s.ancestors(h) if s.pos[a] in ("VERB", "AUX")), None)
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
        found.sort(key=lambda m: -min(cast.countries[m.entity.country or ""], 2 * _OFTEN))
    if wanted in _FIRST_MEN and not country:  # not whom the report names in passing
        found.sort(key=lambda m: -min(cast.seen[m.entity.actor_id or ""], _OFTEN))
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
    """ "The Houthis captured much of the country": of the country that they are of."""
    share = s.heads[s.heads[h]]
    if s.deps[h] != "pobj" or s.lemmas[s.heads[h]] != "of" or s.lemmas[share] not in _SHARES:
        return None
    verb = next((a for a in s.ancestors(share) if s.pos[a] == "VERB"), None)
    takers = [] if verb is None else [cast.filler(s, t).entity for t in g.surface_subjects(s, verb)]
    own = {e.country for e in takers if e.country and OUTLAWS & set(e.sectors[:1])}
    return next(iter(own)) if len(own) == 1 else None


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
    return Filler(
        entity, "actor", "country", h
    )  # "Zambian police held the country's editors": no other named


def _who_complains(cast: Cast, s: Sentence, h: int, span: Span, text: str) -> Filler | None:
    """ "Iran condemned Washington for imposing sanctions on the oil-rich nation": its own."""
    named = [m for m in cast.before(s, span[0]) if m.field == s.field and m.start >= s.start]
    main = [m for m in named if m.subject and m.entity.country and not m.aside]
    clause = next((a for a in s.ancestors(h) if s.pos[a] == "VERB"), None)
    if clause is None or s.deps[clause] not in ("pcomp", "advcl") or len(main) != 1:
        return None
    country = main[0].entity.country or ""
    entity = replace(cast.country_entity(country, span), resolved_by=f"description: {text}")
    return Filler(entity, "actor", "country", h)


def _addressed_by_its_ruler(cast: Cast, s: Sentence, h: int) -> str | None:
    """ "President Habibie called on the nation to accept the vote": his own, no other."""
    if s.lemmas[h] != "nation" or s.kids(h, "amod", "compound"):
        return None
    verb = next((a for a in s.ancestors(h) if s.pos[a] == "VERB"), None)
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
    verb = next((a for a in s.ancestors(h) if s.pos[a] in ("VERB", "AUX")), None)
    subjects = [] if verb is None else [t for t in g.surface_subjects(s, verb) if h not in s.subtree(t)]
    own = {cast.filler(s, t).entity.country for t in subjects}
    return next(iter(own)) if len(own) == 1 and cast.focus(s) in own else None


def _is_one_of_many(cast: Cast, s: Sentence, h: int) -> bool:
    """ "The government banned social media in the state": one of the states of India, not India."""
    return s.lemmas[s.heads[h]] in _WITHIN and cast.focus(s) in homes.FEDERATIONS


def _home_of_the_subject(cast: Cast, s: Sentence, h: int) -> str | None:
    """ "Senators from the south called on the president": their own."""
    verb = next((a for a in s.ancestors(h) if s.pos[a] in ("VERB", "AUX")), None)
    if s.deps[h] in ("nsubj", "nsubjpass"):  # "the opposition said the prime minister had lied": its own
        verb = s.heads[verb] if verb is not None and s.deps[verb] == "ccomp" else None
    subjects = [] if verb is None else [t for t in g.surface_subjects(s, verb) if t != h]
    entities = [cast.filler(s, t).entity for t in subjects]
    own = {e.country for e in entities if _AT_HOME & set(e.sectors)}
    return next(iter(own)) if len(own) == 1 else None


def _both(cast: Cast, s: Sentence, h: int, text: str, span: Span) -> Filler | None:
    """The last two distinct parties; the entity names both and carries the first's country."""
    people = _two_people(cast, s, h, span) or _two_men(cast, s, h, span)
    if people is not None:
        return people
    named = _two_named_together(cast, s, h)
    if named is not None:
        cast.meant[s.field, span] = cast.meant[named.field, (named.start, named.end)]
        entity = replace(named.entity, span=span, resolved_by=f"description: {text}")
        return Filler(entity, "actor", "pair", h, True)
    if held := _two_held(cast, s, h, text, span):
        return held
    pair = both_sides(cast, s, h) if s.lemmas[h] not in _PAIRS else []
    if len(pair) < 2:  # two of one country, in a report that speaks of no second one
        home = cast.focus(s, frozenset(c for c in subject_countries(cast, s, h) if c))
        entity = Entity(text, None, home, ("UNK",), None, span, f"description: {text}")
        return Filler(entity, "actor", "role", h, True) if home and s.lemmas[h] == "side" else None
    name = " and ".join(e.name for e in pair)
    entity = Entity(
        name,
        span=span,
        resolved_by=f"description: {text}",
        candidates=tuple(e.actor_id or "" for e in pair),
    )
    return Filler(entity, "actor", "pair", h, True)


_PEOPLE = frozenset(
    "man woman leader president minister premier politician official general commander two pair duo".split()
)


def _two_named_together(cast: Cast, s: Sentence, h: int) -> Mention | None:
    """ "the two men": the two persons whom one of the last sentences named together."""
    if s.lemmas[h] not in _PEOPLE or subject_countries(cast, s, h):
        return None
    here = bisect.bisect_right(cast.starts[s.field], s.starts[h]) - 1
    for m in cast.before(s, s.starts[h]):
        if m.field != s.field or cast.sentence_of(m) < here - 1:
            return None
        meant = cast.meant.get((m.field, (m.start, m.end)), [])
        if m.kind == "pair" and m.subject and len(meant) == 2 and all(_is_person(e) for e in meant):
            return m
    return None


_LAW_ON_THEM = frozenset(
    "hold detain arrest charge sentence convict jail imprison indict release free question try acquit fine "
    "deport extradite remand accuse kidnap".split()
)


def _two_held(cast: Cast, s: Sentence, h: int, text: str, span: Span) -> Filler | None:
    """ "The two were arrested in May": two people, whom the report has told of, and no two states."""
    taken = s.deps[h] in ("nsubjpass", "dobj") and s.lemmas[s.heads[h]] in _LAW_ON_THEM
    if s.lemmas[h] not in _PEOPLE or not taken:
        return None
    for m in cast.before(s, span[0]):
        if m.plural and "two" in m.entity.name.lower().split() and m.kind not in ("country", "pair"):
            entity = replace(m.entity, span=span, resolved_by="description: two told of before")
            return Filler(entity, "actor", m.kind, h, True)
    people = Entity(text, None, cast.focus(s), ("CVL",), None, span, f"description: {text}")
    return Filler(people, "actor", "role", h, True)


def _two_men(cast: Cast, s: Sentence, h: int, span: Span) -> Filler | None:
    """ "urged both men to talk": the two of whom most is told, where they are rivals of one country."""
    if s.lemmas[h] not in ("man", "woman", *_PAIRS):
        return None
    told: Counter[str] = Counter()
    persons: dict[str, Entity] = {}
    for m in cast.before(s, span[0]):
        known = m.kind == "person" and m.entity.country and m.entity.name[:1].isupper()
        if known and not (m.field == "text" and m.start >= s.start):
            key = m.entity.actor_id or m.entity.name
            told[key] += 1
            persons.setdefault(key, m.entity)
    rivals = [persons[key] for key, _ in told.most_common(2)]
    if len(rivals) < 2 or rivals[0].country != rivals[1].country:
        return None
    cast.meant[s.field, span] = rivals[::-1]
    name = " and ".join(e.name for e in rivals[::-1])
    entity = Entity(name, None, rivals[0].country, (), None, span, "description: the two men told of")
    return Filler(entity, "actor", "pair", h, True)


def _is_person(e: Entity) -> bool:
    return e.office is not None or (e.actor_id or "").startswith("person")


def both_sides(cast: Cast, s: Sentence, h: int) -> list[Entity]:
    """The two countries meant by "both sides": without the subject's, if the report has two others."""
    position = s.starts[h]
    at_war = _government_and_rebels(cast, s, h)
    if at_war:
        return at_war
    people = s.lemmas[h] in _PEOPLE
    pair = last_two(cast, s, position, subject_countries(cast, s, h), people=people)
    # a Korean banker "called on both sides" in a report on Korea and Japan
    return pair if len(pair) == 2 else last_two(cast, s, position)


def _government_and_rebels(cast: Cast, s: Sentence, h: int) -> list[Entity]:
    """ "India asked the two sides to stop firing" in a report on the rebels of Myanmar: those of that war."""
    if s.lemmas[h] not in ("side", "party", "camp"):
        return []
    country = cast.focus(s, subject_countries(cast, s, h))
    told = [m for m in cast.pairs if m[0].entity.country and m[1].entity.country]
    rebels = next(
        (
            m
            for m in cast.before(s, s.starts[h])
            if m.kind in ("org", "group") and m.entity.sectors[:1] == ("REB",) and m.entity.country
        ),
        None,
    )
    if rebels is None or country is None or rebels.entity.country != country:
        return []
    others = {m.entity.country for pair in told for m in pair} - {country}
    if others and country in {m.entity.country for pair in told for m in pair}:
        return []  # two states are at odds as well
    return [cast.country_entity(country, None), rebels.entity]


_WITHIN = frozenset({"in", "across", "throughout", "within", "around"})
_PUBLIC = frozenset({"state", "national", "public", "official"})
_PARTIES_TO_DEALS = _SIDES - {"man"}
_STILL_SPOKEN_OF = 2
"""Sentences back in which two people can be told of whom "the two" means."""


def _two_people(cast: Cast, s: Sentence, h: int, span: Span) -> Filler | None:
    """ "freed two reporters … The two had been kidnapped": the same people, no two countries."""
    word = s.lemmas[h]
    if word in _PARTIES_TO_DEALS or word in _TWO_OF_A_KIND or word == "other":
        return None
    now = bisect.bisect_right(cast.starts.get(s.field, []), span[0])
    for m in cast.before(s, span[0]):
        far = 3 * _STILL_SPOKEN_OF if s.pos[h] == "NOUN" else _STILL_SPOKEN_OF  # "both men" lasts longer
        if m.field == s.field and now - cast.sentence_of(m) > far:
            return None
        states = [x for x in cast.meant.get((m.field, (m.start, m.end)), []) if x.actor_id]
        if m.kind == "pair" and states:
            return None  # two who are known: their countries may be meant
        if m.kind == "group" and re.match(
            r"(?:the |these )?(?:two|both)\b(?! (?:sides|count))", m.entity.name.lower()
        ):
            entity = replace(m.entity, span=span, resolved_by="description: two told of before")
            return Filler(entity, "actor", "role", h, True)
    return None


def subject_countries(cast: Cast, s: Sentence, h: int) -> frozenset[str]:
    """Countries of the clause's subject where the phrase is not part of it: "the US urged both sides"."""
    if s.deps[h] in ("nsubj", "nsubjpass"):
        return frozenset()
    verb = next((a for a in s.ancestors(h) if s.pos[a] in ("VERB", "AUX")), None)
    subjects = [] if verb is None else g.surface_subjects(s, verb)
    fillers = [cast.filler(s, t).entity for t in subjects if t != h]
    return frozenset(
        e.country
        for e in fillers
        if e.country  # of "militants seized the north of the country" it is told where they are of
        and not (OUTLAWS & set(e.sectors[:1]) and (e.resolved_by or "").endswith("country from the report"))
    )


def last_two(
    cast: Cast, s: Sentence, position: int, but: frozenset[str] = frozenset(), *, people: bool = False
) -> list[Entity]:
    """The two countries meant before a place by "the two", in the order of the text.

    Two that one sentence names together ("Egypt and Israel") win, unless the report speaks more
    of two others; those of ``but`` are not meant ("Carter praised the two leaders").
    """
    for first, second in reversed(cast.meetings):
        near = cast.sentence_of(second) >= bisect.bisect_right(cast.starts[s.field], position) - 1
        if second.field == s.field and second.end <= position and near:
            if not but & {first.entity.country, second.entity.country}:
                return [first.entity, second.entity]
            break
    before = cast.before(s, position)
    met = _officials_here(cast, s, before, but, back=int(people))
    if met:
        return met
    told = [
        (first, second)
        for first, second in cast.pairs
        if (first.field == "title" or (second.field == s.field and second.end <= position))
        and not but & {first.entity.country, second.entity.country}
    ]
    pair: tuple[Mention, ...] = max(told[::-1], key=lambda p: _headlined(cast, p)) if told else ()
    latest: dict[str, Mention] = {}
    for m in before:
        country = m.entity.country or ""
        if is_of_a_state(m) and len(country) == 3 and country not in but | INTERNATIONAL | _DEPENDENCIES:
            latest.setdefault(country, m)
    title = _of_the_title(cast)
    spoken_of = sorted(
        latest.values(),
        key=lambda m: (-min(cast.countries[m.entity.country or ""], _OFTEN), m.entity.country not in title),
    )
    most = tuple(sorted(spoken_of[:2], key=lambda m: (m.field == "text", m.start)))
    # not "Canadian and Dutch peacekeepers" in a report on two others
    if not pair or (len(most) == 2 and _headlined(cast, most) > _headlined(cast, pair)):
        here = bisect.bisect_right(cast.starts.get(s.field, []), position) - 1
        near = all(m.field == s.field and cast.sentence_of(m) >= here - 1 for m in most)
        pair = most if near or pair or len(most) < 2 or _how_often(cast, most) > 1 else ()
    return [cast.country_entity(str(m.entity.country), m.entity.span) for m in pair]


_DEPENDENCIES = frozenset(
    "ABW AIA ASM ATF BES BLM BMU COK CUW CYM FLK FRO GGY GIB GLP GRL GUF GUM IMN IOT JEY MAF MNP MSR MTQ MYT "
    "NCL NFK NIU PCN PRI PYF REU SGS SHN SJM SPM SXM TCA TKL VGB VIR WLF".split()
)
"""Lands of other states, over which "the two countries" may quarrel: the Falklands are neither."""
_OF_STATE = frozenset({"GOV", "ELI", "SPY", "MIL"})


def _officials_here(
    cast: Cast, s: Sentence, before: list[Mention], but: frozenset[str], *, back: int
) -> list[Entity]:
    """ "Ruto was received by Samia, and the two countries' ministers met": the countries of these two."""
    homes: dict[str, Mention] = {}
    for m in before:
        if m.field != s.field or cast.sentences_between(m, s) > back:
            break
        if m.kind == "person" and len(m.entity.country or "") == 3 and _OF_STATE & set(m.entity.sectors):
            homes.setdefault(m.entity.country or "", m)
    if len(homes) != 2 or homes.keys() & (but | INTERNATIONAL):
        return []
    pair = sorted(homes.values(), key=lambda m: m.start)
    return [cast.country_entity(str(m.entity.country), m.entity.span) for m in pair]


def is_of_a_state(m: Mention) -> bool:
    """A state, one of its people by name, or its forces: who "the two countries" can point back to."""
    if m.kind in ("org", "group"):
        return bool({"MIL", "GOV", "COP"} & set(m.entity.sectors[:1]))
    return m.kind in ("country", "person")


def _headlined(cast: Cast, pair: tuple[Mention, ...]) -> tuple[int, bool]:
    """How much a report speaks of a pair: how often, then whether its headline names both."""
    return _how_often(cast, pair), all(m.entity.country in _of_the_title(cast) for m in pair)


def _of_the_title(cast: Cast) -> set[str | None]:
    return {m.entity.country for m in cast.mentions if m.field == "title"}


def _how_often(cast: Cast, pair: tuple[Mention, ...]) -> int:
    """How often the report names the rarer country of a pair, up to a few times."""
    return min(min(cast.countries[m.entity.country or ""] for m in pair), _OFTEN)


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
    owners = (cast.filler(s, c) for c in s.kids(h, "poss") if s.pos[c] == "PROPN")
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
        return "MIL" in entity.sectors and entity.country not in INTERNATIONAL
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
