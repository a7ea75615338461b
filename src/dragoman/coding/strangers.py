"""Phrases that the knowledge base lacks: unknown names, units of armies, people, things."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding import grammar as g
from dragoman.coding import homes, namesakes, phrases, whose_people
from dragoman.coding.mentions import PAPERS, Filler, entity_of, noun_natures
from dragoman.coding.noun_phrases import is_sum
from dragoman.coding.people import ARMED, PEOPLE, RANKS, TITLES, UNITS, looks_personal
from dragoman.coding.slots import is_calendar
from dragoman.knowledge.words import INTERNATIONAL
from dragoman.language import Sentence
from dragoman.records import Entity, Span

if TYPE_CHECKING:
    from dragoman.coding.actors import Cast

_NATIONAL_BODIES = frozenset(
    "movement party front coalition alliance bloc league congress commission committee brigade ministry "
    "authority directorate council bureau board agency department court tribunal union association "
    "federation confederation society assembly chamber institute secretariat inspectorate office service "
    "forum congress".split()
)
"""Last words of names of bodies that most often are of the country which a report is about."""
_OF_THE_WORLD = frozenset(
    "international world global intergovernmental inter-american pan-african african european asian arab "
    "american africa asia europe americas islamic latin caribbean pacific nordic transnational interpol "
    "united commonwealth".split()
)
"""Words in the names of bodies that are of no single country."""


def unknown(cast: Cast, s: Sentence, h: int, text: str, span: Span, plural: bool) -> Filler:
    """What a phrase is that the knowledge base lacks: a name, a unit, people or a thing."""
    nature = noun_natures().get(s.lemmas[h])
    nature = None if nature == "act" else nature
    if s.pos[h] == "NUM" or is_calendar(s, h) or is_sum(s.words[h]):
        return Filler(Entity(text, span=span), "thing", "noun", h, plural)
    name = text.strip("\"'“”‘’ ")
    before = [noun_natures().get(s.lemmas[c]) for c in s.kids(h, "compound") if c < h]
    if s.pos[h] == "PROPN" and "hazard" in before[:1]:  # "Hurricane Mitch"
        return Filler(Entity(name, span=span), "hazard", "noun", h, plural)
    if s.pos[h] == "PROPN" and s.lemmas[h].lower() in PAPERS and s.kids(h, "compound", "amod"):
        return Filler(Entity(name, span=span), "thing", "noun", h, plural)  # "the Settlement Regulation Law"
    navy = homes.of_a_ship(s, h) if s.pos[h] == "PROPN" else None
    if navy:
        return Filler(Entity(name, None, navy, ("MIL",), None, span, "ship of a navy"), "actor", "role", h)
    if s.pos[h] == "PROPN" and nature is None and name == name.lower() and name.isalpha():
        return Filler(Entity(text, span=span), "thing", "noun", h, plural)  # "quango plans"
    land = _taken_village(cast, s, h, name) if s.pos[h] == "PROPN" else None
    if land:
        return Filler(Entity(name, None, land, span=span, resolved_by="place"), "place", "place", h)
    if s.pos[h] == "PROPN" and nature is None:
        return _unknown_name(cast, s, h, name, span, plural)
    owner = homes.modifier_country(cast, s, h)
    numbered = any(
        s.pos[c] in ("PROPN", "NUM", "ADJ") and s.words[c][:1].isupper() for c in s.kids(h, "compound")
    )
    if s.lemmas[h] in UNITS and (numbered or any(s.words[c][:1].isdigit() for c in s.kids(h, "amod"))):
        unit = Entity(name, None, owner, ("MIL",), None, span, "unit of an army")
        return Filler(homes.with_country(cast, s, h, unit), "actor", "role", h, plural)
    if nature is None and PEOPLE.search(s.lemmas[h]) and s.pos[h] == "NOUN":
        people = Entity(name, None, owner, ("CVL",), None, span, "noun for people")
        several = plural or s.lemmas[h] in ("couple", "trio")
        return Filler(homes.with_country(cast, s, h, people), "actor", "role", h, several)
    entity = Entity(name, country=owner, span=span, resolved_by="adjective" if owner else None)
    return Filler(entity, nature or "thing", "noun", h, plural)  # type: ignore[arg-type]


_CALLED = {
    "opposition": "OPP",
    "ruling": "PTY",
    "governing": "PTY",
    "party": "PTY",
    "rebel": "REB",
    "union": "LAB",
}
"""What an unknown name is by the word before it: "the ruling RPT"."""


_BY_LAST_WORD = {
    "Court": ("JUD",),
    "Tribunal": ("JUD",),
    "Police": ("COP",),
    "Constabulary": ("COP",),
    "Assembly": ("LEG",),
    "University": ("EDU",),
    "College": ("EDU",),
    "School": ("EDU",),
    "Hospital": ("MED", "HLH"),
    "Union": ("LAB",),
    "Party": ("PTY",),
    "Newspaper": ("JRN", "MED"),
    "Radio": ("JRN", "MED"),
    "Church": ("REL",),
}
"""What an unknown body is by the last word of its name: "the Phnom Penh Municipal Court"."""


_TAKING = frozenset("capture recapture retake overrun seize take recover liberate".split())


def _taken_village(cast: Cast, s: Sentence, h: int, name: str) -> str | None:
    """ "Rebels captured Kamanyola in South Kivu": the country of a village that no list holds."""
    verb = s.heads[h]
    taken = s.deps[h] in ("dobj", "nsubjpass") and s.lemmas[verb] in _TAKING
    if not taken or " " in name or not name[:1].isupper() or s.kids(h, "det", "amod", "compound", "appos"):
        return None
    if not any(ARMED & set(cast.filler(s, t).entity.sectors) for t in g.surface_subjects(s, verb)):
        return None
    where = [o for n, _, o in g.prepositional(s, h) if n in ("in", "near", "of") and s.pos[o] == "PROPN"]
    where += [
        o for n, p, o in g.prepositional(s, verb) if n in ("in", "near") and s.heads[p] == verb and p == h + 1
    ]
    lands = (cast.filler(s, o) for o in where)
    return next((f.entity.country for f in lands if f.nature == "place" or f.kind == "country"), None)


def _unknown_name(cast: Cast, s: Sentence, h: int, name: str, span: Span, plural: bool) -> Filler:
    """A proper name that the knowledge base lacks, with what its title or apposition tells."""
    name, home = _of_a_country(cast, s, h, name)
    entity = Entity(name, country=home, span=span, resolved_by="not in the knowledge base")
    entity = entity if home else _of_a_party(cast, s, h, entity)
    own = cast.identities.get(name.rpartition(" ")[2]) if not entity.country and s.pos[h] == "PROPN" else None
    if own is not None:
        entity = replace(entity, country=own[0], sectors=own[1], resolved_by="what the report tells of him")
    called = [
        _CALLED[w] for c in s.kids(h, "compound", "amod", "nmod") if (w := s.words[c].lower()) in _CALLED
    ]
    if called and not entity.sectors:
        entity = replace(entity, sectors=(called[0],))
        entity = entity if home else homes.with_country(cast, s, h, entity)
    if s.tags[h] == "NNPS" and len(name.split()) == 1 and s.deps[h] != "pobj":  # "Muscovites"
        nation = cast.knowledge.nationality(s.words[h])[:1]  # "Armenian-Americans"
        people = replace(entity, sectors=("CVL",), country=nation[0] if nation else None)
        people = people if nation else homes.with_country(cast, s, h, people)
        return Filler(people, "actor", "role", h, True)
    national = s.lemmas[h] in _NATIONAL_BODIES and " " in name
    if not home:
        entity = homes.with_country(cast, s, h, entity, only_modifiers=not national)
    title, bare = _split_title(name)
    if title:
        sectors = ("MIL",) if title.split()[-1].lower() in RANKS else ("GOV",)
        cut = span[0] + len(s.slice(*g.phrase(s, h))) - len(bare)
        entity = replace(entity, name=bare, office=title, sectors=sectors, span=(cut, span[1]))
        told = told_by_apposition(cast, s, h, entity)
        entity = replace(entity, country=told.country, resolved_by="title")
        entity = entity if entity.country else homes.with_country(cast, s, h, entity)
    elif not entity.sectors:
        entity = told_by_apposition(cast, s, h, entity)
    body = _BY_LAST_WORD.get(name.split()[-1]) if " " in name and not (title or entity.sectors) else None
    if body:
        entity, national = replace(entity, sectors=body), True
    kind = "person" if title or entity.office or looks_personal(s, h, entity.name) else "unknown"
    kind = "org" if national and not title else kind
    if kind == "person" and not entity.country and _all_at_home(cast):
        entity = replace(
            entity, country=cast.home, resolved_by="not in the knowledge base; of the report's country"
        )
    if kind == "person":
        cast.remember(entity.name, entity, "person")
    return Filler(entity, "actor", kind, h, plural)


def introduced(cast: Cast, s: Sentence, h: int, entity: Entity) -> Entity:
    """What a body is that a report names in full once: "the National Water Board (NWB)"."""
    if entity.resolved_by != "introduced in brackets" or entity.country or entity.sectors:
        return entity
    own = namesakes.own_body(cast, entity.name, cast.home) if cast.home else []
    if own:
        return replace(entity_of(own[0], own[0].name, entity.span), resolved_by=entity.resolved_by)
    found = [c for c in cast.knowledge.resolve(entity.name, cast.date) if c.sectors and c.kind != "person"]
    if found:
        entity = replace(entity, sectors=found[0].sectors, country=found[0].country)
    words = entity.name.lower().split()
    body = found or not _NATIONAL_BODIES.isdisjoint(words)
    if not entity.country and body and _OF_THE_WORLD.isdisjoint(words):
        entity = homes.with_country(cast, s, h, replace(entity, country=cast.home))
    return entity


def _of_a_country(cast: Cast, s: Sentence, h: int, name: str) -> tuple[str, str | None]:
    """ "Ana Bravo of Chile": her name, and whose she is."""
    bare, _, home = name.partition(" of ")
    found = cast.knowledge.nationality(home) if home and looks_personal(s, h, bare) else ()
    return (bare, found[0]) if found else (name, None)


def _of_a_party(cast: Cast, s: Sentence, h: int, entity: Entity) -> Entity:
    """ "Ana Bravo of the Christian Democrats": her name, and what they are."""
    bare, _, _ = entity.name.partition(" of ")
    below = [o for p in s.kids(h, "prep") if s.lemmas[p] == "of" for o in s.kids(p, "pobj")]
    if bare == entity.name or not below or not looks_personal(s, h, bare):
        return entity
    body = cast.filler(s, below[0])
    if body.kind not in ("org", "role") or not {"PTY", "OPP", "LAB"} & set(body.entity.sectors):
        return entity
    return replace(entity, name=bare, country=body.entity.country, sectors=body.entity.sectors)


_TITLES = frozenset(
    "spokesman spokeswoman spokesperson minister ambassador director chairman chairwoman commissioner "
    "governor mayor envoy secretary commander chief".split()
)


def told_by_apposition(cast: Cast, s: Sentence, h: int, entity: Entity) -> Entity:
    """ "Alexander Efimov, the Russian ambassador": country and sectors from the words beside a name."""
    for other in g.appositions(s, h):
        titled = s.lemmas[other] in _TITLES and bool(s.kids(other, "det"))  # "the Foreign Ministry Spokesman"
        if s.pos[other] != "NOUN" and not titled:
            continue
        staff = whose_people.of_a_body(cast, s, other, entity)
        if staff.sectors and staff is not entity:  # "Ida Paz, Africa director at Human Rights Watch"
            return replace(staff, resolved_by="apposition")
        found = [c for c in phrases.offered(cast, s, other, s.slice(*g.phrase(s, other)))
                 if c.kind in ("role", "office", "person")]  # fmt: skip
        if found:
            best = found[0]
            told = replace(entity, country=entity.country or best.country, sectors=best.sectors,
                           resolved_by="apposition")  # fmt: skip
            return told if told.country else homes.with_country(cast, s, other, told)
    return _someone_at_home(cast, s, h, entity)


_ABROAD = 0.15
"""Share of the countries named beside the home country up to which a report tells of home affairs."""


def _all_at_home(cast: Cast) -> bool:
    """True of a longer report on one country's own affairs: a person unknown in it is at home there."""
    if cast.home is None or cast.short:
        return False
    others = sum(
        n for c, n in cast.countries.items() if c != cast.home and len(c) == 3 and c not in INTERNATIONAL
    )
    return others <= _ABROAD * cast.countries[cast.home]


_LEADS = frozenset("head lead chair run represent coordinate direct own found preside speak".split())


def _someone_at_home(cast: Cast, s: Sentence, h: int, entity: Entity) -> Entity:
    """ "Juan Paz, a sportscaster", "Ana Roa, who leads the weavers": a person of the report's country."""
    if entity.country or not looks_personal(s, h, entity.name):
        return entity
    for other in g.appositions(s, h):
        singular = s.tags[other] == "NN" and s.kids(other, "det", "poss")
        if singular and noun_natures().get(s.lemmas[other]) is None:
            someone = replace(entity, sectors=entity.sectors or ("CVL",), resolved_by="apposition")
            someone = homes.with_country(cast, s, other, someone)
            return someone if someone.country else entity
    for led in s.kids(h, "relcl"):
        if s.lemmas[led] not in _LEADS or not any(s.tags[w] == "WP" for w in s.kids(led, "nsubj")):
            continue
        of = [*s.kids(led, "dobj"), *(o for p in s.kids(led, "prep") for o in s.kids(p, "pobj"))]
        body = cast.filler(s, of[0]) if of else None
        if body is not None and body.acts:
            return replace(
                entity, country=body.entity.country, sectors=body.entity.sectors, resolved_by="apposition"
            )
    return entity


_GIVEN_TOO = frozenset({"amir", "emir", "sultan"})
"""Titles that are given names behind another title: "Minister Amir Bako"."""


def _split_title(name: str) -> tuple[str, str]:
    """ "Foreign and Expatriates Minister Fayssal Mikdad" → the title and the name, else ("", name)."""
    words = name.split()
    for i in range(len(words) - 2, -1, -1):
        if i and words[i].lower() in _GIVEN_TOO and words[i - 1].lower() in TITLES:
            continue
        if words[i].lower().split("-")[0].strip(",") in TITLES:
            rest = words[i + 1 :]
            if rest[0][:1].isalpha() and all(
                w[:1].isupper() or w.lower() in ("al", "el", "de", "van", "bin", "von") for w in rest
            ):
                return " ".join(words[: i + 1]), " ".join(rest)
            return "", name
    return "", name
