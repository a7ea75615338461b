"""The country of a role ("police", "the governor"): from its words, from the report, or left open."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding import grammar as g
from dragoman.coding import grammar_of_pronouns, pronouns
from dragoman.coding.many_lands import (
    AMERICANS,
    MADE_AT_HOME,
    acting_together,
    from_many,
    of_a_longer_word,
    of_a_region,
    of_no_country,
    of_politics,
)
from dragoman.coding.mentions import at_sea, noun_natures
from dragoman.coding.people import FORCES, PEOPLE, PERSON_NOUNS, STATE_SIDE
from dragoman.knowledge.words import INTERNATIONAL
from dragoman.language import Sentence
from dragoman.records import Entity

if TYPE_CHECKING:
    from dragoman.coding.actors import Cast

_HEADS_OF_STATE = frozenset("leaders heads presidents ministers".split())
OTHERS = frozenset(
    "neighbour neighbor rival ally foe enemy adversary opponent host guest captor predecessor successor "
    "accuser attacker interlocutor".split()
)
_OF_SEVERAL = frozenset("creditor donor lender guarantor member lending partner neighbouring".split())
"""What makes governments and states several: "fifteen creditor governments"."""
_WHERE = frozenset({"in", "of", "from", "at", "on", "aboard", "onboard"})
_ANYBODYS = frozenset(
    "side party ally partner neighbour neighbor donor observer country nation power state world community "
    "mediator signatory creditor expert analyst reader".split()
)
"""People and bodies of many countries: the country of the report tells nothing of them."""
_SPEAKING_FOR = frozenset("spokesman spokeswoman spokesperson representative spokesmen".split())
_ANY = frozenset("any no every each another either neither".split())
_STATES = frozenset("country nation state power neighbour neighbor capital".split())


KOREAN = re.compile(r"Korea|Seoul|Pyongyang|Panmunjom|Kim Jong")
"""What a report speaks of in which "the North" is a state."""
_OF_EUROPE = frozenset(
    "government leader diplomat official minister power capital ally state envoy negotiator lawmaker".split()
)
"""Plurals that, being European, are the Union's: "criticised by European diplomats"."""


def modifier_country(cast: Cast, s: Sentence, h: int) -> str | None:
    """The country that the words before a noun tell: "Israeli", "Chad's", "its"."""
    for c in s.kids(h, "amod", "compound", "poss", "nmod"):
        if _owns_nothing(cast, s, c, h):
            continue
        if s.words[c] == "European" and s.tags[h] == "NNS" and s.lemmas[h] in _OF_EUROPE:
            return "EUR"
        half = s.words[c] in ("North", "South") and not KOREAN.search(cast.text)
        found = (
            () if half or of_a_region(s, c) or once_ruled(s, h) else cast.knowledge.nationality(_flag(s, c))
        )
        if s.deps[c] == "poss" and any(s.words[x][:1].isupper() for x in s.kids(c, "compound", "amod")):
            found = ()  # "Northern Ireland's largest party": the whole name tells
        first = _first_of_two(cast, s, c, h) if found else None
        if found:
            return first or found[0]
        if s.tags[c] == "WP$":  # "Mr Odinga, whose party boycotted the vote"
            noun = next((s.heads[a] for a in s.ancestors(h) if s.deps[a] == "relcl"), None)
            if noun is not None and s.deps[noun] == "appos" and s.pos[noun] in ("NUM", "DET", "PRON", "ADJ"):
                noun = s.heads[noun]  # "Chad, ten of whose soldiers were held"
            country = cast.filler(s, noun).entity.country if noun is not None and noun != h else None
            if country:
                return country
        if s.tags[c] == "PRP$":
            country = pronouns.pronoun(cast, s, c, (s.starts[c], s.ends[c])).entity.country
            if country:
                return country
        elif s.deps[c] == "poss" and c != h:
            f = cast.filler(s, c)
            if f.nature == "place" and f.kind != "country" and f.entity.country not in cast.where.countries():
                return cast.focus(s) or f.entity.country  # "Bor's mayor" in a report on South Sudan
            if f.entity.country:
                return f.entity.country
    return None


_FIRST_NAMES = frozenset({"Israel", "Salvador", "Chad", "Jordan", "Georgia"})
"""Countries that people are called after."""


def _owns_nothing(cast: Cast, s: Sentence, c: int, h: int) -> bool:
    """ "Chad closed the border with its neighbour": whose neighbour, not which land; "Salvador Hanobas"."""
    if (s.deps[c] == "poss" and s.lemmas[h] in OTHERS) or of_a_longer_word(s, c, h) or allied_to(s, c, h):
        return True
    return s.words[c] in _FIRST_NAMES and s.deps[c] == "compound" and h == c + 1 and _surname(cast, s, h)


def allied_to(s: Sentence, c: int, h: int) -> bool:
    """ "U.S. allies", "a Washington ally": with whom they are allied, and not whose they are."""
    if s.lemmas[h] != "ally" or s.pos[c] != "PROPN" or s.words[c].upper() == "NATO":
        return False  # "NATO allies" are its members
    return s.deps[c] in ("compound", "nmod", "poss")


def _surname(cast: Cast, s: Sentence, h: int) -> bool:
    """True for a capitalised word that is no word of bodies: "Ochoa", and not "Radio"."""
    word = s.words[h]
    if s.pos[h] != "PROPN" or not word[:1].isupper() or word.isupper():
        return False
    return cast.knowledge.role([word.lower()]) is None and word.lower() not in noun_natures()


def _flag(s: Sentence, c: int) -> str:
    """ "British-flagged", "Greek-owned": the word that tells whose a ship or a firm is."""
    joined = s.words[c].lower() in ("flagged", "owned", "registered") and c > 1 and s.words[c - 1] == "-"
    return s.words[c - 2] if joined else s.words[c]


def _first_of_two(cast: Cast, s: Sentence, c: int, h: int) -> str | None:
    """ "a British-Iranian aid worker": a Briton of Iranian descent; "Franco-German talks" are of both."""
    if c < 2 or s.words[c - 1] != "-" or s.words[c] in AMERICANS or s.pos[h] != "NOUN":
        return None
    role = cast.knowledge.role([s.words[h].lower()])
    person = PEOPLE.search(s.lemmas[h]) or (role is not None and role.kind == "person")
    return next(iter(cast.knowledge.nationality(s.words[c - 2])), None) if person else None


def _any_such(s: Sentence, h: int) -> bool:
    """ "It is not recognised by any country": by none that the report names."""
    return s.lemmas[h] in _STATES and any(s.lemmas[c] in _ANY for c in s.kids(h, "det"))


def with_country(
    cast: Cast, s: Sentence, h: int, entity: Entity, *, only_modifiers: bool = False, only_place: bool = False
) -> Entity:
    """Give a role ("police", "the government") the country that its words or the report tell."""
    country = None if only_place else modifier_country(cast, s, h)
    if country:
        return replace(entity, country=country, resolved_by=f"{entity.resolved_by}; country from a modifier")
    if only_modifiers or _any_such(s, h) or any(allied_to(s, c, h) for c in s.children[h]):
        return entity
    sent = _as_its_sender(cast, s, h, entity)
    if sent is not None:
        return sent
    told = _from_beyond_the_border(cast, s, h) or _whom_loyal_to(
        cast, s, h, official=bool({"JUD", "COP", "LEG"} & set(entity.sectors))
    )
    if told:
        how = f"country of {told[1]}" if told[0] else "perhaps of several countries"
        return replace(entity, country=told[0], resolved_by=f"{entity.resolved_by}; {how}")
    many = any(s.lemmas[c] in _OF_SEVERAL for c in s.kids(h, "amod", "compound")) or from_many(s, h)
    if s.tags[h] == "NNS" and many:
        return replace(entity, country=None, resolved_by=f"{entity.resolved_by}; of several countries")
    regional = any(of_a_region(s, c) for c in s.kids(h, "amod", "compound", "nmod"))
    if regional and (s.tags[h] in ("NNS", "NNPS") or s.lemmas[h] in ("force", "summit", "coalition")):
        how = f"{entity.resolved_by}; of several countries"
        return replace(entity, country=acting_together(s, h), resolved_by=how)
    abroad = any(s.words[c].lower() == "international" for c in s.kids(h, "amod"))
    placed = (
        None
        if abroad
        else _of_their_force(cast, s, h) or _where_it_is(cast, s, h) or _where_they_were_hit(cast, s, h)
    )
    if placed:
        land = cast.knowledge.state_on(cast.as_called(placed) or placed, cast.date)
        return replace(entity, country=land, resolved_by=f"{entity.resolved_by}; country from its place")
    stateless = None if _of_parties(s, h, entity) else of_no_country(cast, s, h)
    if stateless:
        country, how = stateless
        return replace(entity, country=country, resolved_by=f"{entity.resolved_by}; {how}")
    shared = (
        _beside_their_state(cast, s, h, entity)
        or _beside(cast, s, h, entity)
        or _against_government(cast, s, h, entity)
    )
    if shared:
        return replace(entity, country=shared, resolved_by=f"{entity.resolved_by}; country of those beside")
    again = _same_as_before(cast, s, h) or _body_before(cast, s, h) or _crew_of_ship(cast, s, h)
    if again:
        return replace(entity, country=again, resolved_by=f"{entity.resolved_by}; told of before")
    court = _court_before(cast, s, h) if entity.sectors == ("JUD",) else None
    if court:
        return replace(entity, country=court, resolved_by=f"{entity.resolved_by}; of the court named before")
    if s.lemmas[h] in _STATES and s.tags[h] == "NNS":
        return replace(entity, resolved_by=f"{entity.resolved_by}; of several countries")
    if only_place or (s.lemmas[h] in _ANYBODYS and not (of_politics(s, h) or _of_home_parties(cast, s, h))):
        return entity
    return _of_the_report(cast, s, h, entity)


_NAVIES = {
    "HMS": "GBR", "RFA": "GBR", "USS": "USA", "USNS": "USA", "USCGC": "USA", "HMAS": "AUS", "HMNZS": "NZL",
    "HMCS": "CAN", "INS": "IND", "PNS": "PAK", "BNS": "BGD", "SLNS": "LKA", "KRI": "IDN", "BRP": "PHL",
    "ROKS": "KOR", "HTMS": "THA", "HNLMS": "NLD", "HDMS": "DNK", "HSwMS": "SWE", "ORP": "POL", "TCG": "TUR",
    "ARA": "ARG", "BAP": "PER", "SAS": "ZAF",
}  # fmt: skip
"""Letters before the name of a warship."""


def of_a_ship(s: Sentence, h: int) -> str | None:
    """ "marines from HMS Cumberland", "the frigate HMAS Perth": of the navy whose ship it is."""
    near = {s.words[c] for n in (h, *s.kids(h, "appos")) for c in s.kids(n, "compound", "nmod")}
    for p in s.kids(h, "prep"):
        if s.lemmas[p] in ("from", "of", "on", "aboard"):
            near |= {s.words[c] for o in s.kids(p, "pobj") for c in (o, *s.kids(o, "compound", "nmod"))}
    return next((_NAVIES[w] for w in near if w in _NAVIES), None)


_BORDERS = frozenset("border frontier boundary".split())
_BORDER_WITH = re.compile(r"\b(?:border|frontier|boundary) with (?:neighbou?ring )?([A-Z][\w-]+)")


def _from_beyond_the_border(cast: Cast, s: Sentence, h: int) -> tuple[str | None, str] | None:
    """ "Militants from across the border attacked a Kenyan post": of the one other country that is named."""
    lines = [
        x
        for p in s.kids(h, "prep")
        if s.lemmas[p] == "from"
        for x in s.subtree(p)
        if s.lemmas[x] in _BORDERS
        and any(s.lemmas[i] in ("across", "side", "beyond", "over") for i in range(p, x))
    ]
    if not lines:
        return None
    verb = next((a for a in s.ancestors(h) if s.pos[a] == "VERB"), h)
    struck = (modifier_country(cast, s, o) for o in s.kids(verb, "dobj") if o != h)
    home = next((c for c in struck if c), None) or cast.where.written_in() or cast.focus(s)
    others = [c for c, n in cast.countries.items() if n and len(c) == 3 and c not in INTERNATIONAL | {home}]
    shared = {c for name in _BORDER_WITH.findall(cast.text) for c in cast.knowledge.nationality(name)[:1]} - {
        home
    }
    others = list(shared) if len(shared) == 1 else others
    return (others[0] if home and len(others) == 1 else None), "those beyond the border"


_ABROAD = frozenset({"embassy", "consulate", "legation"})
"""What is never of the state in which it stands."""


def _where_it_is(cast: Cast, s: Sentence, h: int) -> str | None:
    """ "police in Kano": the country of the place that stands behind a noun."""
    own = s.lemmas[h] in MADE_AT_HOME and s.tags[h] not in (
        "NNS",
        "NNPS",
    )  # "the foreign ministry in Moscow"
    away = ("exiled", "exile") if own else ("foreign", "exiled", "exile")
    if s.lemmas[h] in _ABROAD or any(s.lemmas[c] in away for c in s.kids(h, "amod")):
        return None
    for lead, _, o in g.prepositional(s, h):
        spoken_for = (
            lead == "for" and s.lemmas[h] in _SPEAKING_FOR
        )  # "a spokesman for its mission in Abidjan"
        if s.heads[s.heads[o]] == h and (spoken_for or s.lemmas[s.heads[o]] in _WHERE):
            where = cast.filler(s, o).entity
            if s.lemmas[h] in _STAFF and "BUS" in where.sectors:
                continue  # "workers at Toyota in Durban": no Japanese
            if lead == "of" and no_such_village(cast, s, h, o):
                continue
            if where.country and not at_sea(f"{s.words[o]} {where.name}"):
                return where.country
            if lead == "of" and s.lemmas[o] in _PARTS_OF_BODIES:  # "the director of the bureau at …"
                below = _where_it_is(cast, s, o)
                if below:
                    return below
    return (
        _told_of_a_place(cast, s, h) or _where_they_took_power(cast, s, h) or _where_all_are_from(cast, s, h)
    )


def _where_all_are_from(cast: Cast, s: Sentence, h: int) -> str | None:
    """ "a doctor and two nurses from Cuba": the doctor too."""
    joined = g.conjuncts(s, h) if s.kids(h, "conj") and not s.kids(h, "prep", "amod", "poss") else []
    last = joined[-1] if joined and all(s.pos[x] == "NOUN" for x in joined) else h
    if last == h:
        return None
    role = cast.knowledge.role([s.lemmas[h]])
    person = PEOPLE.search(s.lemmas[h]) or (role is not None and role.kind == "person")
    if not (person or s.lemmas[h] in ("man", "woman")):
        return None
    lands = (o for p in s.kids(last, "prep") if s.lemmas[p] == "from" for o in s.kids(p, "pobj"))
    return next((c for o in lands if (c := cast.filler(s, o).entity.country)), None)


_TO_POWER = frozenset({"seize", "take", "grab", "usurp", "assume", "hold", "rule", "govern"})


def _where_they_took_power(cast: Cast, s: Sentence, h: int) -> str | None:
    """ "the soldiers who seized power in Guinea", "the junta ruling Chad": of that country."""
    for v in s.kids(h, "relcl", "acl"):
        if s.lemmas[v] not in _TO_POWER or not (
            "power" in s.bag or "control" in s.bag or s.lemmas[v] in ("rule", "govern")
        ):
            continue
        there = [
            *s.kids(v, "dobj"),
            *(o for lead, _, o in g.prepositional(s, v) if lead in ("in", "of", "over")),
        ]
        lands = {f.entity.country for f in (cast.filler(s, o) for o in there) if f.kind == "country"}
        if len(lands) == 1:
            return lands.pop()
    return None


def no_such_village(cast: Cast, s: Sentence, h: int, name: int) -> bool:
    """ "The village of Santiago" in a report on Somalia is not the capital of Chile."""
    if s.lemmas[h] not in ("village", "hamlet"):
        return False
    towns = cast.knowledge.places(s.words[name])
    return bool(towns) and all(p.is_no_village and not cast.countries[p.country or ""] for p in towns)


_STAFF = frozenset("worker employee staff miner driver striker docker labourer laborer".split())


_FORCES_OF = frozenset(
    "force contingent army division brigade battalion unit convoy garrison fleet crew".split()
)


def _of_their_force(cast: Cast, s: Sentence, h: int) -> str | None:
    """ "an Indian force of 20,000 troops": troops of India."""
    of = s.heads[h]
    if s.deps[h] != "pobj" or s.lemmas[of] != "of" or s.lemmas[s.heads[of]] not in _FORCES_OF:
        return None
    return modifier_country(cast, s, s.heads[of])


def _where_they_were_hit(cast: Cast, s: Sentence, h: int) -> str | None:
    """ "Iran condemned bombings in Egyptian churches that killed worshippers": worshippers of Egypt."""
    counted = s.deps[h] == "pobj" and s.lemmas[s.heads[h]] == "of"  # "dozens of worshippers"
    hit = s.heads[s.heads[h]] if counted else h
    v = g.first_joined(s, s.heads[hit] if s.deps[hit] in ("dobj", "nsubjpass") else h)
    if s.deps[v] != "relcl" or s.lemmas[v] not in _HARMING:
        return None
    blow = s.heads[v]
    struck = [o for p in s.kids(blow, "prep") if s.lemmas[p] in ("in", "on", "at") for o in s.kids(p, "pobj")]
    lands = (modifier_country(cast, s, n) for n in (*struck, *([blow] if s.deps[blow] == "pobj" else [])))
    return next((land for land in lands if land and land not in INTERNATIONAL), None)


_HARMING = frozenset("kill wound injure hurt maim leave hit strike".split())


_PARTS_OF_BODIES = frozenset("bureau office department division section desk directorate branch".split())


def _told_of_a_place(cast: Cast, s: Sentence, h: int) -> str | None:
    """ "wanted in Spain, where a grand jury has charged them": a jury of Spain."""
    v = s.heads[h]
    if s.deps[h] not in ("nsubj", "nsubjpass") or s.deps[v] != "relcl" or h > v:
        return None
    if not any(s.words[c].lower() == "where" for c in s.kids(v, "advmod")):
        return None
    place = s.heads[v]
    if s.lemmas[place] in _ROOMS:  # "was called to the ministry in Ankara, where an official told him"
        return modifier_country(cast, s, place) or _where_it_is(cast, s, place)
    return cast.filler(s, place).entity.country if s.pos[place] == "PROPN" else None


_ROOMS = frozenset("ministry palace parliament headquarters residence court courtroom barracks".split())


def _sent_by(cast: Cast, s: Sentence, h: int) -> Entity | None:
    """ "a delegation from ECOWAS led by Goodluck Jonathan": of the body, not of his country."""
    if s.lemmas[h] not in ("delegation", "mission", "team", "envoy"):
        return None
    bodies = [
        cast.filler(s, o) for p in s.kids(h, "prep") if s.lemmas[p] == "from" for o in s.kids(p, "pobj")
    ]
    return next((b.entity for b in bodies if b.kind == "org" and b.entity.country), None)


def _as_its_sender(cast: Cast, s: Sentence, h: int, entity: Entity) -> Entity | None:
    """ "two delegations from the Tigers": no government's; a warship's crew."""
    sender = _sent_by(cast, s, h)
    country = sender.country if sender else of_a_ship(s, h) or _whose_troops(cast, s, h)
    if country is None:
        return None
    rebels = sender is not None and _AGAINST_GOVERNMENT & set(sender.sectors) and entity.sectors == ("GOV",)
    sectors = sender.sectors if sender is not None and rebels else entity.sectors
    how = f"{entity.resolved_by}; of the body that sends it"
    return replace(entity, country=country, sectors=sectors, resolved_by=how)


_KEPT = frozenset("troop troops soldier force personnel marine peacekeeper paratrooper serviceman".split())
_KEEPING = frozenset("have keep maintain station base deploy".split())


def _whose_troops(cast: Cast, s: Sentence, h: int) -> str | None:
    """ "France has 4,000 troops fighting jihadists in Mali": of France, whose they are."""
    v = s.heads[h]
    if s.lemmas[h] not in _KEPT or s.deps[h] != "dobj" or s.lemmas[v] not in _KEEPING:
        return None
    keepers = [cast.filler(s, t) for t in g.surface_subjects(s, v) if s.pos[t] == "PROPN"]
    return next((k.entity.country for k in keepers if k.kind in ("country", "org")), None)


_REBELS = frozenset("rebel guerrilla insurgent militant separatist fighter terrorist gunman".split())


def _as_those_before(cast: Cast, s: Sentence, h: int) -> str | None:
    """ "South African troops raided a Namibian rebel base and killed 39 guerrillas": Namibian ones."""
    for t in range(h - 1, -1, -1):
        if s.lemmas[t] not in _REBELS:
            continue
        base = s.heads[t] if s.deps[t] == "compound" else t  # "a Namibian rebel base"
        if country := modifier_country(cast, s, t) or modifier_country(cast, s, base):
            return country
    return None


def _by_its_words(cast: Cast, s: Sentence, h: int, entity: Entity) -> tuple[str | None, str]:
    """The country that the words around a party tell, and how."""
    if _STATE & set(entity.sectors) and (told := _whom_they_command(cast, s, h)):
        return told, "of those who command them"
    if union := _of_the_union(cast, s, h):
        return union, "of the union"
    if federal := of_the_federation(cast, s, h):
        return federal, "of the federation"
    if not _AGAINST_GOVERNMENT & set(entity.sectors[:1]):
        return None, ""
    if named := _as_those_before(cast, s, h):
        return named, "as told before"
    return _where_they_are_fought(cast, s, h), "where foreign troops fight them"


def _of_the_report(cast: Cast, s: Sentence, h: int, entity: Entity) -> Entity:
    """The country that the report is about, or that it gave to the same people before."""
    abroad = _from_elsewhere(cast, s, h, entity)
    if abroad is not None:
        return abroad
    country, how = _by_its_words(cast, s, h, entity)
    if country:
        return replace(entity, country=country, resolved_by=f"{entity.resolved_by}; {how}")
    asked = s.deps[h] == "nsubj" and s.deps[s.heads[h]] == "ccomp"  # "urged that the putschists step down"
    ours = _STATE & set(entity.sectors) and not (asked and s.lemmas[h] in _OF_THE_STORY | {"plotter"})
    own = _of_the_subject(cast, s, h) if ours else None
    own = own or (_of_those_they_face(cast, s, h) if {"OPP"} & set(entity.sectors[:1]) else None)
    own = own or (_whose_opposition(cast) if s.lemmas[h] == "opposition" else None)
    if own and own not in INTERNATIONAL:  # the UN has no army of its own
        return replace(entity, country=own, resolved_by=f"{entity.resolved_by}; of the subject's country")
    fled = s.lemmas[h] in _OF_THE_STORY and cast.home is not None  # "In London, exiles … the junta"
    but = _sent_from(cast, s, h) | (_SETTLED if s.lemmas[h] in _OF_THE_STORY else frozenset())
    but |= _across_the_table(cast, s, h, entity)
    country = cast.focus(s, but, scenes=not fled)
    both = cast.countries["ISR"] and cast.countries["PSE"]
    guard = "presidential" in entity.name.lower()  # "the presidential guard" in Gaza is the Palestinians' own
    soldiers = both and country in (None, "PSE") and "MIL" in entity.sectors and not guard
    if soldiers or (country == "PSE" and s.lemmas[h] == "settler"):  # "settlers near Nablus"
        how = "the army there" if soldiers else "country of the settlers there"
        return replace(entity, country="ISR", resolved_by=f"{entity.resolved_by}; {how}")
    if country:
        sure = bool(_FIGHTING & set(entity.sectors[:1])) and country == _of_the_state_they_fight(cast, s, h)
        how = "of the state that they fight" if sure else "country from the report"
        return replace(entity, country=country, resolved_by=f"{entity.resolved_by}; {how}")
    before = _of_the_clause_before(cast, s, h) if entity.sectors[:1] == ("GOV",) else None
    if before:
        return replace(entity, country=before, resolved_by=f"{entity.resolved_by}; of the clause before")
    state = _of_the_state_they_fight(cast, s, h) if _FIGHTING & set(entity.sectors) else None
    if state:
        return replace(
            entity, country=state, resolved_by=f"{entity.resolved_by}; of the state that they fight"
        )
    here = bool(_ON_THE_SPOT & set(entity.sectors)) or (bool(entity.office) and "GOV" in entity.sectors)
    at_hand = cast.where.written_in() if here else None
    line = cast.where.dateline if entity.office and at_hand is None else None
    if here and line and cast.countries[line[1]]:
        at_hand = line[1]  # news of anywhere are written there, but these are of that country
    if at_hand and entity.office and at_hand in _countries_of_the_subject(cast, s, h):
        at_hand = cast.focus(s, frozenset({at_hand}))  # "the Pakistani met Prime Minister Rao": no Pakistani
    if at_hand:
        how = "country from the report's dateline"
        return replace(entity, country=at_hand, resolved_by=f"{entity.resolved_by}; {how}")
    told = _of_who_says_it(cast, s, h) if STATE_SIDE & set(entity.sectors[:1]) else None
    if told:
        return replace(entity, country=told, resolved_by=f"{entity.resolved_by}; of the one who tells it")
    before = _like_before(cast, s, h) if _AT_HOME & set(entity.sectors) else None
    if before:
        return replace(entity, country=before, resolved_by=f"{entity.resolved_by}; as told of before")
    return entity


_TELLING = frozenset({"say", "announce", "report", "confirm"})


def _of_who_says_it(cast: Cast, s: Sentence, h: int) -> str | None:
    """ "Authorities held talks, said Nepal's spokesman": his own, where no other country is likelier."""
    clause = s.heads[h]
    verb = s.heads[clause]
    if s.deps[h] not in ("nsubj", "nsubjpass") or s.deps[clause] != "ccomp" or s.lemmas[verb] not in _TELLING:
        return None
    tellers = [cast.filler(s, t).entity for t in g.surface_subjects(s, verb) if t != h]
    lands = {e.country for e in tellers if STATE_SIDE & set(e.sectors[:1]) and e.country}
    return next(iter(lands)) if len(lands) == 1 and not lands & INTERNATIONAL else None


_OPPOSITION = re.compile(r"\b([A-Z][\w-]+)(?:['’]s)? (?:[a-z]+ ){0,2}[Oo]pposition\b")


def _whose_opposition(cast: Cast) -> str | None:
    """ "The opposition" of a report that speaks of "the Armenian opposition" alone: Armenia's."""
    found = {n for word in _OPPOSITION.findall(cast.text) for n in cast.knowledge.nationality(word)[:1]}
    return found.pop() if len(found) == 1 else None


_ENDED_FEDERATIONS = frozenset({"YUG", "SUN", "CSK"})
FEDERATIONS = frozenset(
    "RUS USA NGA MEX BRA ARG DEU ETH SOM PAK IND AUS CAN MYS VEN CHE BIH NPL SDN IRQ".split()
)
"""Countries that are made of states or provinces with governments of their own."""


def of_the_federation(cast: Cast, s: Sentence, h: int) -> str | None:
    """ "Federal tanks" in a report on Slovenia, Croatia and Yugoslavia: those of the one federation named."""
    if not any(s.lemmas[c] == "federal" for c in s.kids(h, "amod", "compound")):
        return None
    ended = [c for c in cast.countries if c in _ENDED_FEDERATIONS]
    named = ended or [c for c in cast.countries if c in FEDERATIONS]
    return named[0] if len(named) == 1 else None


_ON_THE_SPOT = frozenset({"COP", "CVL", "JUD", "LAB", "EDU", "OPP"})
"""Those who are at home where a report is written, whichever of two states it speaks more of; so are
ministers who are named without their country."""


def _countries_of_the_subject(cast: Cast, s: Sentence, h: int) -> set[str | None]:
    """Countries of those who do something to, or with, a noun that is no subject itself."""
    if s.deps[h] not in ("dobj", "pobj"):
        return set()
    verb = g.verb_above(s, h)
    subjects = [] if verb is None else [t for t in g.surface_subjects(s, verb) if t != h]
    return {cast.filler(s, t).entity.country for t in subjects}


_STATE = frozenset("GOV COP MIL JUD LEG".split())
_SUBJECTS = frozenset("LEG OPP PTY LAB EDU JUD".split())
"""Who speaks of the authorities of his own country."""


def _of_the_subject(cast: Cast, s: Sentence, h: int) -> str | None:
    """ "The opposition MDC criticised the authorities": those of the country that the MDC is of."""
    if s.tags[h] in ("NNP", "NNPS") or s.deps[h] not in ("dobj", "pobj") or s.kids(h, "nummod", "amod"):
        return None
    verb = g.verb_above(s, h)
    subjects = [] if verb is None else [t for t in g.surface_subjects(s, verb) if t != h]
    entities = [cast.filler(s, t).entity for t in subjects]
    own = {e.country for e in entities if e.actor_id and (not e.sectors or _SUBJECTS & set(e.sectors))}
    return next(iter(own)) if len(own) == 1 else None


def _of_those_they_face(cast: Cast, s: Sentence, h: int) -> str | None:
    """ "The foreign secretary was jeered by the opposition", "the opposition heckled him": his country's."""
    verb = g.verb_above(s, h)
    if verb is None or s.kids(h, "amod", "poss") or (s.deps[h] not in ("nsubj", "pobj")):
        return None
    faced = s.kids(verb, "nsubjpass") if s.lemmas[s.heads[h]] == "by" else s.kids(verb, "dobj")
    found = [cast.filler(s, t) for t in faced if t != h]
    states = {f.entity.country for f in found if f.kind == "person" and "GOV" in f.entity.sectors}
    return next(iter(states)) if len(states) == 1 else None


def _sent_from(cast: Cast, s: Sentence, h: int) -> frozenset[str]:
    """ "Pyongyang's ambassador accused the authorities": those of another country than the envoy's.

    "The Trump administration criticised the government" speaks of another one than itself as well.
    """
    if s.deps[h] not in ("dobj", "pobj", "dative"):
        return frozenset()
    verb = g.verb_above(s, h)
    subjects = [] if verb is None else [t for t in g.surface_subjects(s, verb) if t != h]
    ruling = s.deps[h] == "dobj" and s.lemmas[h] in _RULERS
    sent = [
        t
        for t in subjects
        if s.lemmas[t].lower() in _SENT or (ruling and cast.filler(s, t).kind == "country")
    ]
    return frozenset(c for t in sent if (c := cast.filler(s, t).entity.country) and len(c) == 3)


def _across_the_table(cast: Cast, s: Sentence, h: int, entity: Entity) -> frozenset[str]:
    """ "The premier received the Omani envoy", "said the Greek minister had lied": of another state."""
    verb = g.verb_above(s, h, full=True)
    if verb is None or entity.sectors[:1] != ("GOV",) or s.lemmas[verb] not in _DEALINGS:
        return frozenset()
    beside = set(g.conjuncts(s, h))
    there = [t for t in s.subtree(verb) if s.deps[t] in ("nsubj", "dobj", "pobj") and t not in beside]
    titles = [
        x for t in there for x in (t, *s.kids(t, "compound", "nmod")) if s.lemmas[x].lower() in _OFFICIALS
    ]
    found = {c for t in titles if (c := modifier_country(cast, s, t)) and len(c) == 3}
    return frozenset(found - {cast.where.written_in()})


_DEALINGS = frozenset(
    "meet receive hold visit discuss speak talk confer call phone telephone host welcome greet send get "
    "have say tell announce add declare claim accuse condemn blame warn urge stress".split()
)
"""What officials of two states do with each other, or say of each other."""
_OFFICIALS = frozenset(
    "minister president premier secretary ambassador envoy counterpart chancellor king emir delegation "
    "official sultan consul leader diplomat".split()
)
_RULERS = frozenset("government regime authority junta".split())
"""Who is another's where a state does something to them, not its own."""


_OF_THE_STORY = frozenset(
    "junta regime rebel guerrilla guerilla insurgent separatist putschist mutineer".split()
)
"""Who are those of the country that the whole report is about, wherever a paragraph turns to."""
_SETTLED = frozenset(
    "USA GBR FRA DEU CAN AUS NZL ISR CHE AUT BEL NLD LUX DNK NOR SWE FIN ISL IRL ITA JPN".split()
)
"""States without juntas and rebels of their own in the years of which news is coded."""
_MEETINGS = frozenset({"summit", "conference", "meeting", "gathering"})


_OF_A_PARTY = frozenset({"PTY", "OPP", "LEG"})


def _whom_they_oppose(cast: Cast, s: Sentence, h: int) -> str | None:
    """ "Labour's spokesman called on the Government to act": his own, whatever the report is about."""
    verb = g.verb_above(s, h, full=True)
    if verb is None or s.lemmas[h] != "government" or s.kids(h, "amod", "compound", "poss", "prep"):
        return None
    doers = (cast.filler(s, t).entity for t in g.surface_subjects(s, verb) if t != h)
    known = (e.country for e in doers if _OF_A_PARTY & set(e.sectors[:1]) and e.country)
    return next((c for c in known if len(c) == 3 and c not in INTERNATIONAL), None)


def _from_elsewhere(cast: Cast, s: Sentence, h: int, entity: Entity) -> Entity | None:
    """Envoys, meetings of many states, governments opposed at home: not of whom the report is about."""
    opposed = _whom_they_oppose(cast, s, h)
    if opposed:
        return replace(entity, country=opposed, resolved_by=f"{entity.resolved_by}; of the subject's country")
    if s.tags[h] == "NNP" and any(s.lemmas[c] in _ACCREDITED for c in s.kids(h, "compound")):
        return _envoy_before(cast, s, h, entity)
    meeting = s.lemmas[h] in _MEETINGS and s.pos[h] == "NOUN"
    return _of_whose_summit(cast, s, h, entity) if meeting else None


def _of_whose_summit(cast: Cast, s: Sentence, h: int, entity: Entity) -> Entity:
    """ "The summit imposed sanctions on Niger": the body of many states that met, and nobody of Niger."""
    for m in cast.before(s, s.starts[h]):
        if m.kind == "org" and m.entity.country in INTERNATIONAL:
            how = f"{entity.resolved_by}; of the body that meets"
            return replace(entity, country=m.entity.country, resolved_by=how)
    return entity


_ACCREDITED = frozenset({"ambassador", "consul"})


def _envoy_before(cast: Cast, s: Sentence, h: int, entity: Entity) -> Entity | None:
    """ "Ambassador Kostas Lazaridis": of the country whose ambassador was told of before."""
    for m in cast.before(s, s.starts[h]):
        if m.entity.country and _ACCREDITED.intersection(m.entity.name.lower().split()):
            how = f"{entity.resolved_by}; as told of before"
            return replace(entity, country=m.entity.country, resolved_by=how)
    return None


_SENT = frozenset("ambassador envoy consul embassy consulate mission diplomat".split())


def _of_the_clause_before(cast: Cast, s: Sentence, h: int) -> str | None:
    """ "Ankara summoned the consul, and the foreign minister demanded an apology": Ankara's."""
    verb = s.heads[h]
    if s.deps[h] not in ("nsubj", "nsubjpass") or s.deps[verb] != "conj":
        return None
    told = [cast.filler(s, x) for x in s.kids(s.heads[verb], "nsubj", "nsubjpass") if x < h]
    states = {f.entity.country for f in told if f.kind == "country" and f.entity.country}
    return next(iter(states)) if len(states) == 1 else None


_NEAR_BY = 20
"""Characters behind a union's name within which its ministers are told of: "EU finance ministers"."""


def _of_the_union(cast: Cast, s: Sentence, h: int) -> str | None:
    """ "The EU's Solana convened ministers", "ASEAN foreign ministers met. The ministers …": of the Union."""
    if s.tags[h] != "NNS" or s.lemmas[h] not in ("minister", "ambassador", "leader"):
        return None
    if [s.words[c].lower() for c in s.children[h] if c < h] in ([], ["the"]) and not s.kids(h, "prep"):
        for m in cast.before(s, s.starts[h]):
            behind = cast.texts[m.field][m.start : m.end + _NEAR_BY]
            if m.entity.country in INTERNATIONAL and re.search(rf"\b{s.lemmas[h]}s\b", behind):
                return m.entity.country
    if s.deps[h] != "dobj":
        return None
    bosses = [cast.filler(s, t).entity for t in g.surface_subjects(s, s.heads[h]) if t != h]
    return "EUR" if bosses and all(e.country == "EUR" for e in bosses) else None


_COMMANDING = frozenset(
    "put order deploy send instruct direct mobilise mobilize dispatch place command authorise authorize "
    "reinforce withdraw redeploy address inspect rally".split()
)


def _whom_they_command(cast: Cast, s: Sentence, h: int) -> str | None:
    """ "Liberia, whose president put the authorities on alert": Liberia's, whatever else is told."""
    verb = s.heads[h]
    told = s.lemmas[verb] == "tell" and s.lemmas[h] in ("troop", "soldier")  # a general his troops
    if s.deps[h] != "dobj" or not (told or s.lemmas[verb] in _COMMANDING):
        return None
    bosses = [cast.filler(s, t).entity for t in g.surface_subjects(s, verb) if t != h]
    states = {e.country for e in bosses if e.country and {"GOV", "MIL", "COP"} & set(e.sectors[:1])}
    return next(iter(states)) if len(states) == 1 and not states & INTERNATIONAL else None


_FIGHTING = frozenset({"REB", "OPP"})


def _of_the_state_they_fight(cast: Cast, s: Sentence, h: int) -> str | None:
    """ "Kyiv's forces attacked separatists", where a report speaks of two states: those of Ukraine."""
    if s.deps[h] not in ("dobj", "pobj"):
        return None
    verb = g.verb_above(s, h)
    if verb is None or s.lemmas[verb] in _SPEAKING_OF_THEM:
        return None
    entities = [cast.filler(s, t).entity for t in g.surface_subjects(s, verb) if t != h]
    if any("-led " in e.name for e in entities):  # "the Ugandan-led force killed ten rebels in Somalia"
        return None
    own = {e.country for e in entities if e.country and {"GOV", "MIL", "COP"} & set(e.sectors)}
    return next(iter(own)) if len(own) == 1 and not own & (INTERNATIONAL | cast.guests) else None


_SPEAKING_OF_THEM = frozenset(
    "condemn denounce deplore criticise criticize slam praise back support recognise recognize".split()
)
"""What a state does about the rebels of another as well."""


_FOUGHT_ABROAD = frozenset(
    "guerrilla guerilla insurgent militant gunman fighter extremist jihadist militiaman".split()
)


def _where_they_are_fought(cast: Cast, s: Sentence, h: int) -> str | None:
    """ "Israeli troops killed four guerrillas in south Lebanon": of Lebanon, and no Israelis."""
    if s.lemmas[h] not in _FOUGHT_ABROAD or s.deps[h] not in ("dobj", "pobj"):
        return None
    verb = g.verb_above(s, h)
    subjects = [] if verb is None else [t for t in g.surface_subjects(s, verb) if t != h]
    states = {
        e.country for t in subjects if {"GOV", "MIL", "COP"} & set((e := cast.filler(s, t).entity).sectors)
    }
    if verb is None or len(states) != 1 or states & INTERNATIONAL:
        return None
    places = (o for p in s.subtree(verb) if s.lemmas[p] in ("in", "inside") for o in s.kids(p, "pobj"))
    lands = {cast.filler(s, o).entity.country for o in places if s.pos[o] == "PROPN"} - {None}
    return next(iter(lands)) if len(lands) == 1 and not lands & states else None


_ONCE_RULED = frozenset(
    "colony protectorate possession dependency mandate dominion republic satellite".split()
)


def once_ruled(s: Sentence, h: int) -> bool:
    """ "the former Spanish colony", "the former Soviet republic": whose it was tells not whose it is."""
    return s.lemmas[h] in _ONCE_RULED and any(
        s.lemmas[c] in ("former", "ex", "erstwhile", "one-time") for c in s.kids(h, "amod", "advmod")
    )


def _of_parties(s: Sentence, h: int, entity: Entity) -> bool:
    """A coalition of parties, which is at home, not one of armies."""
    return s.lemmas[h] == "coalition" and "PTY" in entity.sectors


_AT_HOME = frozenset({"COP", "JUD", "LEG", "GOV", "OPP", "PTY"})


_IN_ARMS = frozenset({"REB", "PRM", "UAF", "INS"})


def _of_home_parties(cast: Cast, s: Sentence, h: int) -> bool:
    """ "accused the two parties" where a report speaks of the parties of one country, and of no war.

    "The state dropped the charges" is that of the home country as well.
    """
    if s.lemmas[h] == "state" and s.tags[h] == "NN" and cast.home is not None:
        return [s.lemmas[c] for c in s.kids(h, "det")] == ["the"] and s.deps[h] in ("nsubj", "nsubjpass")
    if s.lemmas[h] != "party" or cast.home is None:
        return False
    bodies = [m.entity for m in cast.mentions if m.kind == "org" and m.entity.sectors]
    named = {e.name for e in bodies if e.country == cast.home and {"PTY", "OPP"} & set(e.sectors)}
    return len(named) > 1 and not any(_IN_ARMS & set(e.sectors) for e in bodies)


def _like_before(cast: Cast, s: Sentence, h: int) -> str | None:
    """The country that the report gave to the last people of the same noun."""
    word = s.lemmas[h]
    if any(_is_court(m.entity) and m.entity.actor_id and not m.entity.country for m in cast.mentions):
        return None  # judges of a court of several countries
    for m in cast.before(s, s.starts[h]):
        name = m.entity.name.lower().split()
        if name and word in (name[-1], name[-1].removesuffix("s")) and m.kind in ("group", "org"):
            return m.entity.country
    return None


_ARMED = FORCES - {"GOV"}


def _beside(cast: Cast, s: Sentence, h: int, entity: Entity) -> str | None:
    """ "Turkish pilgrims and drivers": one adjective for both, unless one side bears arms."""
    if s.deps[h] == "conj" and (state := _services_of_one_state(cast, s, h, entity)):
        return state
    if s.deps[h] != "conj" or any(s.deps[c] not in ("cc", "conj", "punct", "nummod") for c in s.children[h]):
        return None
    first = g.first_joined(s, s.heads[h])
    if s.tags[first] != s.tags[h] or _ARMED & set(entity.sectors):
        return None
    adjectives = [c for c in s.kids(first, "amod") if cast.knowledge.nationality(s.words[c])]
    beside = cast.filler(s, first).entity
    if not adjectives or _ARMED & set(beside.sectors):
        return None
    return beside.country or cast.knowledge.nationality(s.words[adjectives[0]])[0]


def _services_of_one_state(cast: Cast, s: Sentence, h: int, entity: Entity) -> str | None:
    """ "the Serbian army and police", "Chad's air force and special forces": both bodies are that state's."""
    first = s.heads[h]
    words = [s.lemmas[c] for c in s.children[first]]
    own = [c for c in s.children[h] if s.deps[c] in ("det", "poss", "nummod") or s.words[c][:1].isupper()]
    bodies = s.tags[first] == "NN" or s.lemmas[first] in ("police", "military")
    if own or not bodies or s.lemmas[first] in PERSON_NOUNS:
        return None
    if not ("the" in words or s.kids(first, "poss")):
        return None
    both = (entity.sectors, cast.filler(s, first).entity.sectors)
    if not all(sectors and set(sectors) <= STATE_SIDE for sectors in both):
        return None
    return modifier_country(cast, s, first)


def _beside_their_state(cast: Cast, s: Sentence, h: int, entity: Entity) -> str | None:
    """ "Mali and the rebels signed": the rebels of Mali, whoever else the sentence names."""
    if s.deps[h] != "conj" or not {"REB", "INS"} & set(entity.sectors[:1]) or s.tags[h] != "NNS":
        return None
    state = cast.filler(s, s.heads[h])
    alone = [s.words[c].lower() for c in s.children[h] if s.deps[c] != "punct"] in (["the"], [])
    return state.entity.country if alone and state.kind == "country" else None


_AGAINST_GOVERNMENT = frozenset({"REB", "OPP", "INS", "PRM", "UAF"})
_RULING = frozenset({"GOV", "MIL"})


def _of_whom_they_hit(cast: Cast, s: Sentence, h: int) -> str | None:
    """ "Rebels who shot down a Ukrainian jet": those of that state, wherever the report is written."""
    struck = [v for v in s.kids(h, "relcl", "acl") if s.lemmas[v] in grammar_of_pronouns.HARMING]
    things = [o for v in struck for k in (v, *s.kids(v, "prep")) for o in s.kids(k, "dobj", "pobj")]
    things = [o for o in things if not _may_be_abroad(cast, s, o)]
    hit = [c for o in things for c in s.kids(o, "amod", "poss")]
    lands = {found[0] for c in hit if (found := cast.knowledge.nationality(s.words[c]))}
    return next(iter(lands)) if len(lands) == 1 else None


_SENT_OUT = frozenset("peacekeeper helmet observer monitor ambassador diplomat envoy consul embassy".split())


def _may_be_abroad(cast: Cast, s: Sentence, o: int) -> bool:
    """ "Rebels who killed six Nepalese peacekeepers", "two Swiss nurses": who are met with in any land."""
    return s.lemmas[o] in _SENT_OUT or "CVL" in cast.filler(s, o).entity.sectors[:1]


def _against_government(cast: Cast, s: Sentence, h: int, entity: Entity) -> str | None:
    """ "the Tajik government and the Islamic opposition": the rebels and opponents of that government."""
    if entity.sectors[:1] == ("REB",) and (state := _of_whom_they_hit(cast, s, h)):
        return state
    if s.deps[h] != "conj" or not _AGAINST_GOVERNMENT & set(entity.sectors):
        return None
    first = g.first_joined(s, s.heads[h])
    beside = cast.filler(s, first).entity
    ruling = bool(_RULING & set(beside.sectors[:1])) and s.pos[first] == "NOUN"
    return beside.country if ruling and beside.country not in INTERNATIONAL else None


def _same_as_before(cast: Cast, s: Sentence, h: int) -> str | None:
    """ "American marines landed. The marines fired": the same ones."""
    if [s.lemmas[c] for c in s.children[h] if s.deps[c] not in ("punct", "nummod")] != ["the"]:
        return None
    word = s.words[h].lower()
    for m in cast.before(s, s.starts[h]):
        name = m.entity.name.lower().split()
        bloc = word in _HEADS_OF_STATE and m.entity.country == "IGO" and _HEADS_OF_STATE & set(name)
        if bloc or (name and name[-1] == word and len(name) > 1):
            guessed = "from the report" in (m.entity.resolved_by or "")
            return None if guessed else m.entity.country
    return _the_only_army(cast, s, h) if word in _TROOPS else None


_SHIPS = re.compile(
    r"\b([A-Z][\w-]+?)(?:-(?:flagged|registered|owned))? (?:[a-z-]+ ){0,2}"
    r"(?:vessels?|boats?|ships?|trawlers?|tankers?|freighters?|ferry|ferries|yachts?)\b"
)


def _crew_of_ship(cast: Cast, s: Sentence, h: int) -> str | None:
    """ "A Croatian trawler entered the bay. Police warned the crew": of the ship that was told of last."""
    bare = [s.lemmas[c] for c in s.children[h] if s.deps[c] not in ("punct", "nummod")] in (["the"], [])
    if s.lemmas[h] not in ("crew", "skipper", "crewman", "sailor", "captain", "seaman") or not bare:
        return None
    told = cast.texts["text"][: s.starts[h]] if s.field == "text" else ""
    lands = [c for name in _SHIPS.findall(told) for c in cast.knowledge.nationality(name)[:1]]
    return lands[-1] if lands else None


_TROOPS = frozenset({"soldiers", "troops", "forces"})


def _the_only_army(cast: Cast, s: Sentence, h: int) -> str | None:
    """ "Soviet troops took the exchange. The soldiers …": of the one army that has been told of."""
    told = {
        m.entity.country
        for m in cast.before(s, s.starts[h])
        if m.entity.name.lower().split()[-1:] and m.entity.name.lower().split()[-1] in _TROOPS
        if m.kind == "group" and m.entity.country and "MIL" in m.entity.sectors
        if (m.entity.resolved_by or "").startswith("adjective")
    }
    return next(iter(told)) if len(told) == 1 else None


def _whom_loyal_to(
    cast: Cast, s: Sentence, h: int, *, official: bool = False
) -> tuple[str | None, str] | None:
    """ "forces loyal to Khalifa Haftar", "a delegation led by Ada Nkosi": a country, and of whom."""
    for below in s.kids(h, "amod", "acl", "relcl"):
        if s.lemmas[below] in ("loyal", "allied", "aligned"):
            whom = [o for name, _, o in g.prepositional(s, below) if name in ("to", "with")]
            how = "whom it is loyal to"
        elif s.lemmas[below] in ("lead", "head") and s.tags[below] == "VBN":
            whom, how = g.agents(s, below), "who leads it"
        else:
            continue
        for o in whom:
            f = cast.filler(s, o)
            named = any(s.pos[c] == "PROPN" for c in s.kids(o, "compound", "poss"))  # "the LNA commander"
            if f.entity.country and (named or f.kind in ("person", "country", "org")):
                return f.entity.country, how
            if how == "who leads it" and f.kind in ("person", "unknown") and not official:
                return None, how  # whoever that is: not the country that the report is about
    return None


def _body_before(cast: Cast, s: Sentence, h: int) -> str | None:
    """ "The embassy rejected it. "…," a spokesman said": the one of the embassy."""
    office = s.lemmas[h] == "ministry"  # "a spokeswoman of the ministry of foreign affairs"
    bare = all(
        s.lemmas[c] in ("a", "the", "its", "foreign", "defence", "defense", "interior")
        or s.deps[c] == "punct"
        or (office and s.lemmas[c] == "of")
        for c in s.children[h]
    )
    if not (office or s.lemmas[h] in _SPEAKING_FOR) or not bare or s.field != "text":
        return None
    for m in cast.before(s, s.start):
        if m.field != "text" or cast.sentences_between(m, s) > 1:
            return None
        quoted = cast.quotes is not None and cast.quotes.at(m.start) is not None
        if m.subject and not m.aside and not quoted and m.kind in ("org", "country") and m.entity.country:
            return m.entity.country
    return None


def _court_before(cast: Cast, s: Sentence, h: int) -> str | None:
    """ "The judges had convicted Taylor" are those of the court that the report spoke of last."""
    courts = (m for m in cast.before(s, s.starts[h]) if m.kind == "org" and _is_court(m.entity))
    return next((m.entity.country for m in courts if m.entity.country), None)


def _is_court(e: Entity) -> bool:
    return "JUD" in e.sectors and (e.sectors[0] == "JUD" or "court" in e.name.lower())
