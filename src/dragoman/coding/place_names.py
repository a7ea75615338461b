"""Which place a name means, and how a place is told: its entry, its country, its grain."""

from __future__ import annotations

import math
import re
from functools import cache
from pathlib import Path

from dragoman import tsv
from dragoman.coding import grammar as g
from dragoman.coding import ships
from dragoman.coding.actors import Cast
from dragoman.coding.focus import SEATS
from dragoman.coding.mentions import at_sea
from dragoman.knowledge import Knowledge, Place
from dragoman.language import Sentence
from dragoman.records import EventPlace, Span

_GENERIC = frozenset(
    "valley university river island mountain city airport hospital street square station district province "
    "region county state lake sea ocean bay gulf strait canal bridge road avenue park camp village town port "
    "base field market church mosque school hotel stadium border coast desert plain hill peninsula republic "
    "union centre center house hall palace court prison".split()
)
"""Words that are no name by themselves ("Neelum Valley" is not the town of The Valley)."""
_BUILDINGS = frozenset("church cathedral mosque temple synagogue school college university hospital".split())
DIVISION = frozenset(
    "province region district county city state town village governorate area airport port republic".split()
)
PARTS = DIVISION | frozenset(
    "capital suburb outskirt island centre center north south east west area neighbourhood neighborhood "
    "enclave stronghold part municipality commune hamlet hub side countryside heart coast shore outpost post "
    "base camp settlement township oasis crossing valley wood forest street streets".split()
)
"""What "of X" tells the place of; "the church of St. Peter" is in no town of that name."""
_LANDS = frozenset(
    "country nation kingdom republic state island territory soil land homeland mainland neighbour "
    "neighbor".split()
)
"""Nouns by which a description of a country is a place."""
_DIRECTION = re.compile(
    r"^(?:the\s+)?(?:(?:far\s+)?(?:north|south|east|west|northern|southern|eastern|western|central|upper|lower)"
    r"(?:[- ]?(?:eastern|western|east|west|central))?)\s+(?=[A-Z])",
    re.IGNORECASE,
)
_TOWN = 20_000
"""Inhabitants from which the only town of its name is meant where a town is spoken of."""
_WELL_KNOWN = 400_000
"""Inhabitants from which a place needs no other word of its country in the report."""
_PRECISION = {"city": "city", "region": "region", "country": "country"}
POINTED_AT = frozenset(
    "town city village camp base island district port suburb settlement neighbourhood neighborhood "
    "airport stronghold hamlet enclave township compound".split()
)
"""Nouns that mean the place told last, where nothing names another: "stormed the town"."""
FACILITIES = frozenset(
    "airbase base barrack barracks checkpoint prison jail camp airfield airport square bridge market station "
    "district island crossing refinery dam port stadium neighbourhood neighborhood valley forest mine plant "
    "headquarters monastery hotel hospital quarter township river lake mosque church school university "
    "cathedral temple shrine compound village town mall theatre club bar restaurant cafe clinic slum "
    "favela court roundabout".split()
)
"""Nouns that make a named place of the name before them: "the Okrestina jail"."""


def small_town(s: Sentence, first: int, last: int, cast: Cast, home: str | None) -> EventPlace | None:
    """A town or village of a country that the report speaks of, too small to be known by its name alone."""
    name = s.slice(first, last)
    found = towns_spoken_of(cast, name, _within(s, last, cast.knowledge), home, cast.focus(s))
    return as_event_place(found[0], (s.starts[first], s.ends[last])) if found else None


def towns_spoken_of(
    cast: Cast, name: str, inside: str | None, home: str | None, about: str | None
) -> list[Place]:
    """Small towns of that name in the first country that has one, if the report tells which is meant."""
    if name.lower() in _GENERIC:
        return []
    others = sorted(cast.where.countries() - {home, about})
    for country in dict.fromkeys((inside,) if inside else (home, about, cast.where.written_in(), *others)):
        found = cast.knowledge.towns(name, country) if country else []
        near = [p for p in found if (p.country, p.admin1) in cast.where.regions]
        if found:  # of several the one in a region that the report names, or none
            return near or (found if len({p.admin1 for p in found}) == 1 else [])
    return []


def city(place: EventPlace) -> str:
    """The name of a place, or of the town that it is a part of."""
    return place.name.rpartition(", ")[2]


def without_a_point(s: Sentence, first: int, last: int, country: str | None) -> EventPlace:
    """A place that the gazetteer lacks, by its words alone."""
    span = (s.starts[first], s.ends[last])
    return EventPlace(s.slice(first, last), country, None, None, None, None, span, "feature")


def country_meant(s: Sentence, token: int, cast: Cast) -> EventPlace | None:
    """A country as the place, also where a description names it ("flooded the country with …")."""
    f = cast.filler(s, token)
    if f.kind != "country" or not f.entity.country or s.deps[token] in ("nsubj", "nsubjpass", "poss", "amod"):
        return None
    if f.head != token or s.pos[token] not in ("PROPN", "NOUN", "PRON"):
        return None
    if f.entity.resolved_by in ("adjective", "demonym"):
        return None  # "detained six Egyptians": people, no place
    if s.pos[token] == "NOUN" and s.lemmas[token] not in _LANDS:
        return None  # "on an American aircraft"
    return country_place(f.entity.name, f.entity.country, f.entity.span)


def land_before(s: Sentence, token: int, cast: Cast) -> EventPlace | None:
    """ "Sixteen slain in Algeria village": the country that stands before a noun of a place."""
    if s.pos[token] != "NOUN" or s.lemmas[token] not in POINTED_AT | PARTS | FACILITIES:
        return None
    for c in s.kids(token, "compound", "nmod"):
        f = cast.filler(s, c)
        if (
            s.pos[c] == "PROPN"
            and f.kind == "country"
            and f.entity.resolved_by not in ("adjective", "demonym")
        ):
            return country_place(f.entity.name, f.entity.country or "", f.entity.span)
    return None


def country_place(name: str, country: str, span: Span | None) -> EventPlace:
    """A whole country as the place of an event, with a point for the map where one is known."""
    number, latitude, longitude = _country_points().get(country, (None, None, None))
    return EventPlace(name, country, None, latitude, longitude, number, span, "country")


@cache
def _country_points() -> dict[str, tuple[int | None, float | None, float | None]]:
    rows = tsv.rows(Path(__file__).parent / "country_places.tsv")
    return {
        r["country"]: (
            int(r["geonames_id"]),
            float(r["latitude"]) if r["latitude"] else None,
            float(r["longitude"]) if r["longitude"] else None,
        )
        for r in rows
    }


def is_country_name(s: Sentence, token: int, country: EventPlace, knowledge: Knowledge) -> bool:
    """True for "Mali", which is also a town in China; False for a capital that stands for its state."""
    texts = {s.slice(*name_tokens(s, token)), s.words[token]}
    if country.span is not None and s.text:
        texts.add(s.text[country.span[0] - s.start : country.span[1] - s.start])
    own = (knowledge.country_name(country.country or "") or "").lower()
    if own in {text.lower() for text in texts}:
        return True
    lands = _lands_today(country.country)
    return not any(p.country in lands for text in texts if text for p in knowledge.places(text))


def _lands_today(country: str | None) -> frozenset[str]:
    """In what countries the towns of a state lie: those of the Soviet Union in Russia, Ukraine and others."""
    return frozenset({country, *_LANDS_TODAY.get(country, ())}) if country else frozenset()


_LANDS_TODAY = {
    "SUN": "RUS UKR BLR MDA EST LVA LTU GEO ARM AZE KAZ UZB TKM KGZ TJK".split(),
    "YUG": "SRB MNE XKX HRV SVN BIH MKD".split(),
    "SCG": "SRB MNE XKX".split(),
    "CSK": ["CZE", "SVK"],
    "DDR": ["DEU"],
    "YMD": ["YEM"],
    "RVN": ["VNM"],
    "VDR": ["VNM"],
}
"""States that are no more, and those of today that have their towns."""


_OPEN_WATERS = frozenset({"sea", "ocean"})
"""Kinds of places that lie in no country."""


def as_event_place(place: Place, span: Span | None) -> EventPlace:
    """The record's form of a place of the knowledge base."""
    precision = _PRECISION.get(place.kind, "feature")
    country = None if place.kind in _OPEN_WATERS else place.country
    return EventPlace(
        place.name, country, place.admin1, round(place.latitude, 4), round(place.longitude, 4),
        place.id, span, precision,  # type: ignore[arg-type]
    )  # fmt: skip


def grain(place: EventPlace) -> int:
    """How coarse a place is."""
    return {"city": 0, "feature": 1, "region": 2, "country": 3}.get(place.precision or "", 1)


_ACRONYM = 4
"""Capitals up to which a word in capitals alone is no town."""
QUARTERS = frozenset("neighbourhood neighborhood quarter suburb district slum barrio ward".split())


def name_tokens(s: Sentence, token: int) -> tuple[int, int]:
    """The first and the last token of a name."""
    first = last = token
    for c in s.kids(token, "compound", "nmod"):
        if s.pos[c] == "PROPN" and c < token:
            first = min(first, c, *s.subtree(c))
    if s.pos[token] == "NOUN" and first < token and s.words[token][:1].islower():
        return first, token - 1
    if s.words[token] in OF_A_NAME and token + 2 < len(s) and s.words[token + 1] == "of":
        own = [o for p in s.kids(token, "prep") if p == token + 1 for o in s.kids(p, "pobj")]
        last = next((o for o in own if s.pos[o] == "PROPN"), last)  # "the Strait of Hormuz"
    return first, last


OF_A_NAME = frozenset(
    "Strait Straits Gulf Bay Sea Horn Bight Cape Isle Cave Church Dome Tomb Temple Mount Mosque".split()
)
"""First words of names with "of", which are no name without it."""


def look_up(s: Sentence, token: int, cast: Cast, home: str | None) -> Place | None:
    """The entry that the name at a token means; ``home`` is the country that is likeliest."""
    return look_up_at(s, token, cast, home)[0]


def look_up_at(s: Sentence, token: int, cast: Cast, home: str | None) -> tuple[Place | None, int]:
    """The place that a phrase names, and the head of its name: "Karak" in "a patrol in Karak"."""
    if s.pos[token] == "NOUN" and not _is_a_name(s, token, cast):
        return _inside_noun(s, token, cast, home)
    return _look_up_name(s, token, cast, home), token


def _is_a_name(s: Sentence, token: int, cast: Cast) -> bool:
    """ "Stormed Khorog", which the parser takes for a noun."""
    led = s.deps[token] == "pobj" and s.lemmas[s.heads[token]] in ("in", "near", "at")
    written = (s.field == "text" or led) and token > 0 and s.words[token].istitle()
    plain = written and not s.kids(token, "det", "amod")
    return plain and cast.filler(s, token).kind == "place"


def _look_up_name(s: Sentence, token: int, cast: Cast, home: str | None) -> Place | None:
    if s.pos[token] not in ("PROPN", "NOUN") or cast.filler(s, token).kind == "person":
        return None
    if any(s.lemmas[c].lower() in _BUILDINGS for c in g.conjuncts(s, token)[1:]):
        return None  # "the Saint Peter and Saint Paul Church"
    first, last = name_tokens(s, token)
    if s.words[first] in ships.PREFIXES or (s.field, s.starts[token]) in cast.ships:
        return None  # "HMS Sheffield", "the Tampa"
    state = country_meant(s, token, cast)
    if state is not None and is_country_name(s, token, state, cast.knowledge):
        return None  # "an attack in Colombia" is in no town of that name in Cuba
    named = s.slice(first, last)
    text = _DIRECTION.sub("", named)
    if at_sea(text) and (waters := cast.knowledge.places(text)):
        return waters[0]  # whose parties need not be from its shores
    inside = _within(s, token, cast.knowledge)
    town = s.deps[token] == "pobj" and s.lemmas[s.heads[token]] == "of"
    sure = town and s.lemmas[s.heads[s.heads[token]]] in ("town", "city", "village", "port")
    found = (
        find_place(cast, named, home, inside) if text != named else None
    )  # "North Darfur", not "northern Mali"
    found = found or find_place(cast, text, home, inside, sure=sure)
    if found is None and first < last and s.lemmas[last].lower() not in _GENERIC:
        found = find_place(cast, s.words[last], home, inside)
    if found is None and first < last and s.lemmas[last].lower() in DIVISION:
        found = find_place(cast, s.slice(first, last - 1), home, inside)
    if found is not None and town and s.lemmas[s.heads[s.heads[token]]] in _VILLAGES and found.is_no_village:
        return None
    if found is not None:
        found = _its_province(cast, text, found)
    after = min(last + 1, len(s) - 1)
    if found is not None and s.words[after].islower() and _is_another(s, after, found):
        return None if found.country not in {home, cast.focus(s), None} else found
    return found


_VILLAGES = frozenset({"village", "hamlet"})
_DIVISIONS = "province|governorate|region|oblast|prefecture|department"


def _its_province(cast: Cast, name: str, town: Place) -> Place:
    """The province of a town's name, where the report speaks of that province and not of the town.

    "Two villages in Idlib" of a report on "Idlib province" are not in the city of Idlib.
    """
    if town.kind != "city" or town.name != name:
        return town
    called = re.escape(name)
    texts = cast.texts.values()
    provinces = rf"\b{called} (?:{_DIVISIONS})\b|\b(?:{_DIVISIONS}) of {called}\b"
    province = next((m for t in texts if (m := re.search(provinces, t))), None)
    cities = rf"\b{called} (?:city|town)\b|\b(?:city|town|capital) of {called}\b|\bnear {called}\b"
    if province is None or any(re.search(cities, t) for t in texts):
        return town
    called_so = (province[0], f"{name} Province", f"{name} Governorate", f"{name} Region")
    regions = (p for n in called_so for p in cast.knowledge.places(n, town.country) if p.kind == "region")
    return next((p for p in regions if p.admin1 == town.admin1), town)


def _inside_noun(s: Sentence, token: int, cast: Cast, home: str | None) -> tuple[Place | None, int]:
    """ "the city of Aleppo", "Idlib province", "the Syrian capital", "a village near Homs"."""
    told = [c for c in s.kids(token, "appos") if s.pos[c] == "PROPN"]
    for p in s.kids(token, "prep"):
        if s.lemmas[p] in ("in", "near", "outside") or (s.lemmas[p] == "of" and s.lemmas[token] in PARTS):
            told += s.kids(p, "pobj")
    if s.lemmas[token] in PARTS | FACILITIES:  # "Aleppo's eastern districts"
        told += [c for c in s.kids(token, "poss") if s.pos[c] == "PROPN"]
    for t in told:
        place, at = look_up_at(s, t, cast, home)
        if place is not None:
            return place, at
    names = [c for c in s.kids(token, "compound", "nmod") if s.pos[c] == "PROPN"]
    if names:
        first, _ = name_tokens(s, token)
        last = next(t for t in range(token - 1, first - 1, -1) if s.pos[t] == "PROPN" or t == first)
        whole, bare = s.slice(first, token), _DIRECTION.sub("", s.slice(first, last))  # "Jenin refugee camp"
        found = find_place(cast, whole, home, None) or find_place(cast, bare, home, None)
        spoken_of = {home, cast.focus(s)} - {None}
        if found and spoken_of and found.country not in spoken_of and _is_another(s, token, found):
            return None, token  # "the Tres Ríos neighbourhood" is in no town of that name abroad
        return found, token
    if s.lemmas[token] == "capital":
        of = [o for p in s.kids(token, "prep") if s.lemmas[p] == "of" for o in s.kids(p, "pobj")]
        for c in (*s.kids(token, "amod", "poss"), *of):  # "South Sudan's capital" is not Sudan's
            whole = s.slice(name_tokens(s, c)[0], c)
            for iso in cast.knowledge.nationality(whole) or cast.knowledge.nationality(s.words[c]):
                return capital_of(cast.knowledge, iso), token
        if any(s.lemmas[c] == "the" for c in s.kids(token, "det")) and not s.kids(token, "prep"):
            about = cast.focus(s)
            return (capital_of(cast.knowledge, about) if about else None), token
    return None, token


def _is_another(s: Sentence, noun: int, found: Place) -> bool:
    """ "Pearl roundabout" is not in Pearl, Mississippi; "Kandahar airfield" is in Kandahar."""
    small = found.population < _SOME_RENOWN and s.lemmas[noun] in _NAMED_AFTER_ANYTHING
    return small or s.lemmas[noun] in QUARTERS


_NAMED_AFTER_ANYTHING = frozenset(
    "roundabout hotel hospital square school church university cathedral theatre mall club bar restaurant "
    "cafe clinic bridge".split()
)
_SOME_RENOWN = 100_000


def _within(s: Sentence, token: int, knowledge: Knowledge) -> str | None:
    """The country named right after a place: "Hebron, in the West Bank", "Tripoli, Libya"."""
    for k in range(token + 1, min(token + 5, len(s))):
        owner = s.deps[k] == "poss" or (s.deps[k] == "compound" and s.words[k - 1] == ",")
        if owner or s.deps[k] in ("nsubj", "nsubjpass"):
            return None  # "in the town of Kidal, Paris said", "…, France's foreign ministry said"
        if s.pos[k] == "PROPN":
            last = next(t for t in range(k, len(s)) if t + 1 == len(s) or s.pos[t + 1] != "PROPN")
            found = knowledge.nationality(s.slice(k, last)) or knowledge.nationality(s.words[k])
            return found[0] if found else _of_a_region(s, token, k, knowledge)
        if s.words[k] not in (",", "in", "the", "(") and s.pos[k] != "ADJ":
            return None
    return None


def _of_a_region(s: Sentence, town: int, at: int, knowledge: Knowledge) -> str | None:
    """ "San Lorenzo, Esmeraldas": the country of the region that stands behind a town's name."""
    if s.words[at - 1] not in (",", "(") or at != town + 2:
        return None
    last = next((t for t in range(at, len(s)) if t + 1 == len(s) or s.pos[t + 1] != "PROPN"), at)
    regions = [p.country for p in knowledge.places(s.slice(at, last)) if p.kind == "region"]
    return regions[0] if len(set(regions)) == 1 else None


def find_place(
    cast: Cast, name: str, home: str | None, inside: str | None, *, sure: bool = False
) -> Place | None:
    """The place of that name that the report means: in the country told, else one that the report is on.

    ``sure`` says that the name can be that of a place only: "the desert town of Kidal".

    A small place of a country that the report does not speak of is taken for another name.
    """
    if name.isupper() and len(name) <= _ACRONYM:
        return None  # "fired tear gas at ITO"
    found = cast.knowledge.places(name) if name[:1].isupper() and name.lower() not in _GENERIC else []
    if not found:
        return None
    spoken_of = {c for c, n in cast.countries.items() if n} | cast.where.countries()
    if cast.where.dateline:
        spoken_of.add(cast.where.dateline[1])
        if cast.where.dateline[0].lower() == name.lower():
            found = [p for p in found if p.country == cast.where.dateline[1]]
    spoken_of = {land for c in spoken_of for land in _lands_today(c)}
    if inside:
        found = [p for p in found if p.country in _lands_today(inside)]
    if not found:
        return None

    if name.lower() in SEATS and not inside:
        return max(found, key=lambda p: p.population)  # "Geneva" is not the one in Illinois

    def fit(p: Place) -> float:
        told = 10.0 * (p.country in within) + 1.2 * (p.country in at_home) + 2.5 * (p.country in spoken_of)
        return _size(p) + told - 0.01 * found.index(p)

    at_home, within = _lands_today(home), _lands_today(inside)
    best = max(found, key=fit)
    lands = (land for land in cast.knowledge.nationality(name) if cast.knowledge.country_name(land) == name)
    if not inside and any(cast.countries[land] and land != best.country for land in lands):
        return None  # "Georgia" in a report on the Caucasus: the country
    if not inside and best.population < _WELL_KNOWN and (nearer := _nearer_home(cast, name, best, home)):
        return nearer
    spoken_of |= at_home | within
    if best.country not in spoken_of:
        best = _in_a_region_named(cast, name, found) or best
    one = sure and len({p.country for p in found}) == 1 and best.population > _TOWN
    one = one and bool(cast.countries[best.country or ""] or not cast.is_surname(name))
    one = one or (len(found) == 1 and " " in name and name.split()[-1] in FACILITIES)  # "Jenin refugee camp"
    near = (best.country, best.admin1) in cast.where.regions
    known = one or near or best.country in spoken_of
    if home and not known and len({p.country for p in found}) > 1 and best.name != _capital_name(cast, best):
        # "gunmen near San Antonio shot three Venezuelan soldiers": not in Texas
        return best if _towers_over(cast, name, best, found, at_home) else None
    return best if known or best.population >= _WELL_KNOWN else None


def _nearer_home(cast: Cast, name: str, best: Place, home: str | None) -> Place | None:
    """ "Chala" in a report on Peru is the village there, and no town of a country that nothing else names."""
    named = {c for c, n in cast.countries.items() if n}
    lands = {land for c in (*named, home, cast.where.written_in()) for land in _lands_today(c)}
    if best.country in lands or not named or best.name == _capital_name(cast, best):
        return None
    found = [p for c in sorted(named & lands) for p in cast.knowledge.towns(name, c)]
    near = [p for p in found if (p.country, p.admin1) in cast.where.regions] or found
    return near[0] if len({(p.country, p.admin1) for p in near}) == 1 else None


def _towers_over(cast: Cast, name: str, best: Place, found: list[Place], at_home: frozenset[str]) -> bool:
    """ "American soldiers at Kandahar": the one that everybody knows, where there is none at home."""
    others = [p.population for p in found if p.country != best.country]
    here = any(p.country in at_home for p in found) or any(cast.knowledge.towns(name, c) for c in at_home)
    return best.kind == "city" and best.population > max(_SOME_RENOWN, 10 * max(others)) and not here


def _in_a_region_named(cast: Cast, name: str, found: list[Place]) -> Place | None:
    """Of a name that is better known elsewhere the town near others of the report: Edmonton beside Cairns."""
    regions = cast.where.regions
    near = [p for p in found if (p.country, p.admin1) in regions]
    for country in sorted({country for country, _ in regions}) if not near else ():
        near += [p for p in cast.knowledge.towns(name, country) if (country, p.admin1) in regions]
    return next(iter(near), None)


def _size(place: Place) -> float:
    return math.log10(place.population + 1) if place.population else 5.0


def names_city(text: str, city: str) -> bool:
    """True where a report names a city, be it in the capitals of a dateline."""
    return re.search(rf"\b{re.escape(city)}\b", text, re.IGNORECASE) is not None


def lies_elsewhere(s: Sentence, token: int) -> bool:
    """ "The regional parliament", "the parliament of Catalonia": not the capital's."""
    named = [c for c in s.kids(token, "amod", "compound", "poss", "nmod") if s.lemmas[c] in _OF_A_REGION]
    return bool(named) or any(name in ("of", "in") for name, _, _ in g.prepositional(s, token))


_OF_A_REGION = frozenset(
    "regional provincial state local governor city municipal district county summer island mayor".split()
)


def is_capital(place: EventPlace, knowledge: Knowledge) -> bool:
    """True for the seat of a country's government."""
    seat = capital_of(knowledge, place.country) if place.country else None
    return seat is not None and seat.name == place.name


def _capital_name(cast: Cast, place: Place) -> str | None:
    capital = capital_of(cast.knowledge, place.country) if place.country else None
    return capital.name if capital else None


def capital_of(knowledge: Knowledge, iso: str) -> Place | None:
    """The entry of a country's capital."""
    entry = knowledge.entry(f"country:{iso}")
    name = (entry or {}).get("capital")
    found = (
        (knowledge.places(name, iso) or knowledge.places(name)) if name else []
    )  # Prague was Czechoslovakia's
    return found[0] if found else None


_PART = re.compile(
    r"(?:(?:\b(?:far|remote)\s)?\b(?:north|south|east|west|central)\S*(?:\s+of)?(?:\s+the)?|"
    r"\b(?:rural|across|throughout|over)(?:\s+the)?)\s*$",
    re.IGNORECASE,
)


def in_a_part(s: Sentence, place: EventPlace) -> bool:
    """ "Killed in northern Ghana", "arrested across the country": elsewhere than in its capital."""
    start = place.span[0] if place.span else -1
    return s.start <= start and _PART.search(s.text[: start - s.start]) is not None
