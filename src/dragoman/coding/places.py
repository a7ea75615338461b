"""Where it happened: the place of the event, not any place in the sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dragoman.coding import grammar as g
from dragoman.coding.actors import Cast
from dragoman.coding.drafts import ON_THE_SPOT, Draft
from dragoman.coding.not_here import is_not_here
from dragoman.coding.place_names import (
    DIVISION,
    FACILITIES,
    OF_A_NAME,
    PARTS,
    POINTED_AT,
    QUARTERS,
    as_event_place,
    capital_of,
    country_meant,
    find_place,
    grain,
    is_country_name,
    land_before,
    lies_elsewhere,
    look_up,
    look_up_at,
    name_tokens,
    names_city,
    small_town,
    without_a_point,
)
from dragoman.coding.slots import is_calendar
from dragoman.knowledge import Knowledge, Place, names
from dragoman.language import Sentence
from dragoman.reading.datelines import Dateline
from dragoman.records import Entity, EventPlace

_LOCATIVE = frozenset(
    "in at near outside inside around across within on throughout off along over above".split()
)
_NOT_ON = frozenset(
    {"REQUEST", "ACCUSE", "SANCTION", "AGREE", "SUPPORT", "REJECT", "CONCEDE", "AID", "RETREAT"}
)
"""Types whose "on" leads whom it concerns: "called on Moscow", "sanctions on Mali"."""
_ISLANDS = frozenset("Island Islands Peninsula Atoll Street Avenue Road Boulevard Square River".split())
"""Last words of names that "on" leads as "in" leads towns: "freed hostages on Basilan Island"."""
_INSIDE = frozenset("in at near outside inside around".split())
_DIRECT = 0.85
"""Rank up to which a place belongs to the event's own words."""
_SCENE = 1.45
"""Rank up to which a place is that of the clause around: "In Kondele, they rioted before they were held"."""
_IN = frozenset({"in", "at"})
_THROUGH = frozenset({"into", "through"})
_MOTION = frozenset("to into toward towards for through".split())
_MOTIONS = {
    **dict.fromkeys(("CONSULT", "MOBILIZE", "AGREE", "AID"), _MOTION),
    "PROTEST": frozenset({"into", "through"}),
    "ASSAULT": frozenset({"into"}),
    "COERCE": frozenset({"into"}),
    "RETREAT": frozenset({"from"}),
    "CONCEDE": frozenset({"from"}),
}
"""Prepositions of movement whose object tells where events of a type happen."""
_ELSEWHERE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "AID", "RETREAT"})
"""Types that need not happen where they are told of."""
_JOURNEYS = frozenset("visit trip arrive travel fly".split())
_BESIDE = frozenset("outskirt outskirts suburb edge vicinity".split())
"""Parts that another name tells nearer: "at Nyanya, on the outskirts of Abuja"."""
_INNER = frozenset("prep pobj dobj conj appos attr nsubjpass nsubj agent acomp oprd dative npadvmod".split())


@dataclass(frozen=True, slots=True)
class Scene:
    """What places that are only pointed at can mean."""

    home: str | None = None
    """The country that the parties share, used to choose among places of one name."""
    land: str | None = None
    """The country in which a place that no table lists must lie, by who did it to whom."""
    before: EventPlace | None = None
    """The place of the event told last, which "the town" and "there" mean."""
    written: EventPlace | None = None
    """The place of the dateline, which "here" and "this town" mean."""


def land_of(d: Draft, actors: tuple[Entity, ...], recipients: tuple[Entity, ...]) -> str | None:
    """Where an unlisted place must lie: in the country of all parties, else of those who are attacked.

    What a state's forces hit ("Peruvian jets bombed Tiwintza") need not be in their own country.
    """
    if d.event_type == "ASSAULT":
        at_home = (a for a in actors if not {"MIL", "GOV"} & set(a.sectors))
        sides = recipients if any(r.country for r in recipients) else tuple(at_home)
    else:
        sides = (*actors, *recipients)
    countries = {e.country for e in sides if e.country}
    return next(iter(countries)) if len(countries) == 1 else None


def event_place(s: Sentence, draft: Draft, cast: Cast, scene: Scene) -> EventPlace | None:
    """The place of a draft's event, with coordinates where the knowledge base has them."""
    named: list[tuple[float, int, EventPlace]] = []
    returned = _on_return(s, draft.trigger)
    for rank, token in _options(s, draft):
        if returned and token not in s.subtree(draft.trigger):
            continue
        led_by = s.lemmas[s.heads[token]] if s.deps[token] == "pobj" else ""
        if _beyond_a_border(s, token, led_by) or (
            led_by == "of" and s.words[s.heads[s.heads[token]]] in OF_A_NAME
        ):
            continue
        concerned = led_by == "on" and draft.event_type in _NOT_ON and s.words[token] not in _ISLANDS
        if is_calendar(s, token) or led_by == "against" or concerned or _HOUR.match(s.words[token]):
            continue  # "chanted slogans against Paris", "lifted sanctions on Mali"
        if (
            led_by == "from"
            and s.pos[token] == "NOUN"
            and draft.event_type in ("SUPPORT", "AGREE", "CONSULT")
        ):
            continue  # "signed papers on the soldiers' withdrawal from the Baltic republic"
        if is_not_here(s, token, draft, led_by):
            continue
        if led_by == "in" and s.lemmas[s.heads[s.heads[token]]] in _PART_IN:
            continue  # "in protest against Lisbon's role in Angola"
        rank += 0.35 * (s.deps[token] == "conj" and s.pos[token] == "PROPN")  # "from Masisi and Sake"
        rank += 0.4 * (led_by == "near" and s.words[s.heads[token] - 1] == ",")  # "at Hirgigo, near Massawa"
        found = _named_at(s, token, rank, draft, cast, scene) or _pointed_at(s, token, rank, cast, scene)
        if found is not None:
            named.append((found[0], token, found[1]))
    if not named:
        return None
    best = _finest(sorted(named, key=lambda n: (n[0], grain(n[2]))))
    if best.country is None:
        return replace(best, country=next((p.country for *_, p in named if p.country), None))
    return best


_PART_IN = frozenset("involvement role intervention interference participation meddling stake".split())
"""Nouns of which "in" tells the matter, and not where the event was."""
_HOUR = re.compile(r"\d{1,2}(?:[.:]\d\d)?(?:[ap]\.?m\.?)?$", re.I)
"""A token that tells an hour: "came under fire at 7.20pm"."""


def _on_return(s: Sentence, trigger: int) -> bool:
    """ "was flown to Berlin and arrested on his return": not in Berlin."""
    below = [
        o
        for p in s.kids(trigger, "prep")
        if s.lemmas[p] in ("on", "upon", "after")
        for o in s.kids(p, "pobj")
    ]
    return any(s.lemmas[o] in ("return", "homecoming") for o in below)


def _beyond_a_border(s: Sentence, token: int, led_by: str) -> bool:
    """ "closed its frontier with Serbia": the country on the other side."""
    prep = s.heads[token]
    return led_by == "with" and bool({s.lemmas[s.heads[prep]], s.lemmas[prep - 1]} & _BORDERS)


_BORDERS = frozenset({"border", "frontier", "crossing"})


def _named_at(
    s: Sentence, token: int, rank: float, draft: Draft, cast: Cast, scene: Scene
) -> tuple[float, EventPlace] | None:
    """The place that a token names, and how well it suits."""
    country = country_meant(s, token, cast)
    led_by = s.lemmas[s.heads[token]] if s.deps[token] == "pobj" else ""
    if country and s.pos[token] == "PROPN" and is_country_name(s, token, country, cast.knowledge):
        return None if led_by == "near" else (rank + 0.05, country)  # "ambushed near Iraq": not in it
    if s.lemmas[token] in _BORDERS and led_by in ("at", "on"):
        whose = [
            c for c in s.kids(token, "amod", "compound", "nmod") if cast.knowledge.nationality(s.words[c])
        ]
        if whose:  # "held at the Tunisian border": on which side is not told
            return rank + 0.1, without_a_point(s, whose[0], token, cast.focus(s))
    found, at = look_up_at(s, token, cast, scene.home)
    if found:
        if found.kind == "seat" and led_by not in _LOCATIVE and s.lemmas[s.heads[token]] not in _VISITING:
            return None  # "telephoned the White House": those who govern from there
        first, last = name_tokens(s, at)
        if quarter := _quarter(s, token, found, cast):
            return rank, quarter
        beside = 0.35 if s.pos[token] == "NOUN" and s.lemmas[token] in _BESIDE else 0.0
        return rank + beside, as_event_place(found, (s.starts[first], s.ends[last]))
    land = land_before(s, token, cast)
    if land and (named := _unlisted(s, token, cast, land.country)):  # "the Kosovo village of Junik"
        return rank + 0.1, replace(named, country=land.country)
    country = country or land
    if country:
        return rank + 0.05, country
    near = rank <= _DIRECT or s.pos[token] == "NOUN" or (rank <= _SCENE and led_by in _IN)
    unknown = _named_by_the_frame(s, draft, token, cast, scene.land)
    stormed = unknown is not None
    unknown = unknown or (_unlisted(s, token, cast, scene.land) if near else None)
    if unknown is None:
        return None
    return rank + (0.1 if stormed or unknown.latitude is not None else 0.3), unknown


def _pointed_at(
    s: Sentence, token: int, rank: float, cast: Cast, scene: Scene
) -> tuple[float, EventPlace] | None:
    """The place that "the town", "there" or "here" means."""
    here = s.words[token].lower() == "here" or "this" in (s.words[c].lower() for c in s.kids(token, "det"))
    if rank >= 1:
        return None
    meant = (
        [scene.written] if here else [_told_in_front(s, token, cast, scene.home), scene.before, scene.written]
    )
    told = next((p for p in meant if p is not None and _means(s, token, p)), None)
    if told is None:
        return None
    return rank + 0.5, replace(told, span=(s.starts[token], s.ends[token]))


_CLOSE = 0.85
"""How much worse a rank may be of a town in the region or country that ranks best."""


def _finest(named: list[tuple[float, int, EventPlace]]) -> EventPlace:
    """The best place, or the town in it that the same words tell: "the school, Chibok, in Borno State"."""
    rank, at, best = named[0]
    if best.precision == "city":
        return _in_the_city(rank, at, best, named)
    if best.precision not in ("region", "country"):
        return best
    for other, _, place in named[1:]:
        if (
            place.latitude is None and place.precision == "feature"
        ):  # "the village of Korisa in southern Kosovo"
            place = replace(place, country=best.country, admin1=best.admin1)
        inside = place.country == best.country and best.admin1 in (None, place.admin1)
        if other <= min(rank + _CLOSE, 1.15) and inside and grain(place) < grain(best):
            return place
    return best


def _in_the_city(
    rank: float, at: int, city: EventPlace, named: list[tuple[float, int, EventPlace]]
) -> EventPlace:
    """The place that is named just before its city: "at the court in Bab Bnet, in the heart of Tunis"."""
    for other, token, place in named[1:]:
        unlisted = place.precision == "feature" and place.latitude is None
        if unlisted and at - _WORDS_BETWEEN <= token < at and other <= min(rank + _CLOSE + 0.1, 1.15):
            return in_town(place, city)
    return city


_WORDS_BETWEEN = 9
_HELD_BY_FORCE = frozenset(
    "abandon storm capture retake recapture overrun shell bomb besiege evacuate enter pound".split()
)
"""Verbs whose "it" is a town."""


def _told_in_front(s: Sentence, token: int, cast: Cast, home: str | None) -> EventPlace | None:
    """The last town that the sentence names before "the town"."""
    if s.lemmas[token] not in POINTED_AT | {"it", "there"}:
        return None
    for t in range(token - 1, -1, -1):
        named = s.pos[t] == "PROPN" and s.deps[t] not in ("compound", "nsubj")
        found = look_up(s, t, cast, home) if named else None
        if (
            found is not None
            and found.kind != "country"
            and (s.lemmas[token] != "island" or found.kind != "city")
        ):
            return as_event_place(found, None)
    return None


def _means(s: Sentence, token: int, before: EventPlace) -> bool:
    """ "There", "the town": the place of the event told last."""
    if before.precision not in ("city", "feature"):
        return False
    parts = {word.lower() for word in before.name.split()}
    if s.lemmas[token] in ("town", "city", "village") and parts & {w.lower() for w in _BUILT}:
        return False  # "the town" is no cave or hotel
    if s.words[token].lower() in ("here", "there"):
        return True
    if s.words[token].lower() == "it":  # "marched into Baidoa when the rebels abandoned it"
        return s.deps[token] == "dobj" and s.lemmas[s.heads[token]] in _HELD_BY_FORCE
    pointing = [
        s.lemmas[c]
        for c in s.children[token]
        if s.deps[c] not in ("prep", "punct", "case")
        and not (s.deps[c] in ("amod", "compound") and s.words[c].islower())
    ]
    plain = pointing in (["the"], ["that"], ["this"]) and not s.kids(token, "prep", "relcl", "appos", "acl")
    return s.tags[token] == "NN" and s.lemmas[token] in POINTED_AT and plain


_IN_SOMEBODY = frozenset(
    "confide believe trust find see invest place put vest result end delight rejoice call "
    "bring draw rein usher take".split()
)
_TOWN_WORDS = frozenset("village town township".split())


def _unlisted(s: Sentence, token: int, cast: Cast, home: str | None) -> EventPlace | None:
    """A named place that the gazetteer lacks ("in the village of Warabe"): its name without a point."""
    if s.pos[token] == "NOUN":
        named = [o for name, _, o in g.prepositional(s, token) if name == "of" and s.pos[o] == "PROPN"]
        if named and s.lemmas[token] in _TOWN_WORDS and _names_before(s, token, cast) < token:
            return _named_before(s, token, cast, home)  # "near Khor village of Yakkabog district"
        if named and s.lemmas[token] in PARTS | FACILITIES:
            token = named[0]
        elif s.lemmas[token] in FACILITIES | DIVISION and s.deps[token] != "nsubj":
            return _named_before(s, token, cast, home)
    prep = s.heads[token]
    first, last = name_tokens(s, token)
    street = s.words[token] in _STREETS and first < token
    street = street or (s.words[first] in _STREETS_BEFORE and first < token and s.deps[token] == "pobj")
    visited = s.deps[token] == "dobj" and s.lemmas[prep] in _VISITING
    road = s.lemmas[prep] in _ALONG and s.lemmas[s.heads[prep]] in _ROADS
    led = s.deps[token] == "pobj" and (road or s.lemmas[prep] in _INSIDE | {"of"})
    if s.pos[token] != "PROPN" or not (street or led or visited):
        return None
    f = cast.filler(s, token)
    nobody = f.kind in ("unknown", "place") or (f.kind == "person" and not f.entity.actor_id)
    if is_calendar(s, token) or not (nobody or street):
        return None
    arabic = "al-" in s.slice(first, last).lower()
    led_in = s.lemmas[prep] == "in" or (s.lemmas[prep] == "at" and arabic)
    happened = led_in and s.lemmas[s.heads[prep]] not in _IN_SOMEBODY
    somewhere = street or s.lemmas[prep] == "of" or s.pos[s.heads[prep]] == "NOUN" or happened
    if f.kind == "person" and not somewhere:  # "confided in Yadi", "fired at Yadi", but "held in Bab Souika"
        return None
    if f.kind != "place" and s.lemmas[prep] == "of" and s.lemmas[s.heads[prep]] in _DONE_TO_SOMEBODY:
        return None  # "the beating of Rodney King"
    first, last = name_tokens(s, token)
    if s.slice(first, last).isupper() or not _owned_by_a_place(s, token, cast):
        return None
    if beside := _beside_a_town(s, last, cast, home):
        place = small_town(s, first, last, cast, beside.country)
        return place or _at_point(
            without_a_point(s, first, last, beside.country), as_event_place(beside, None)
        )
    return small_town(s, first, last, cast, home) or without_a_point(s, first, last, home or cast.focus(s))


def _owned_by_a_place(s: Sentence, token: int, cast: Cast) -> bool:
    """ "Unity State's Guit County", "the capital's Kalka Park", and not "Smith's Corner"."""
    owners = s.kids(token, "poss")
    fillers = [cast.filler(s, t) for t in owners]
    return all(
        s.lemmas[t] in POINTED_AT | {"capital", "country"} or f.kind == "country" or f.nature == "place"
        for t, f in zip(owners, fillers, strict=True)
    )


_FAITHS = frozenset(
    "catholic protestant anglican orthodox coptic christian jewish muslim islamic sunni shiite shia "
    "shi'ite hindu sikh buddhist hilton marriott sheraton".split()
)


def _names_before(s: Sentence, noun: int, cast: Cast) -> int:
    """Where the names begin that stand right before a noun; the noun itself where there is none."""
    behind = noun  # of the names: "the Shetpe railway station"
    while behind > 1 and s.deps[behind - 1] == "compound" and s.words[behind - 1].islower():
        behind -= 1
    token = behind
    while token > 1 and s.deps[token - 1] in ("compound", "nmod", "amod"):
        word = s.words[token - 1]
        if s.pos[token - 1] != "PROPN" and not (word[:1].isupper() and word.isalpha()):
            break
        if cast.knowledge.nationality(word) or word.lower() in _FAITHS:
            break
        token -= 1
    return token if token < behind else noun


def _quarter(s: Sentence, token: int, town: Place, cast: Cast) -> EventPlace | None:
    """ "The Sadr neighbourhood of Baghdad": a part of a town, with the point of the town."""
    part_of = QUARTERS | FACILITIES | {"district"}
    if s.pos[token] != "NOUN" or s.lemmas[token] not in part_of or town.kind not in ("city", "region"):
        return None
    if s.lemmas[token] == "port" and s.words[token + 1 : token + 2] == ["of"]:
        return None  # "the Pacific port of Manta"
    if town.kind == "region" and s.lemmas[token] not in _TOWN_WORDS | {"district", "station"}:
        return None
    first = _names_before(s, token, cast)
    named = first < token and names.key(s.slice(first, token - 1))
    if not named or named == names.key(town.name) or cast.filler(s, first).kind == "country":
        return None
    part = without_a_point(s, first, token, town.country)
    if town.kind == "region":  # "Wama district in Nuristan", "Khor village of Baghlan province"
        listed = s.lemmas[token] in _TOWN_WORDS and small_town(s, first, token - 1, cast, town.country)
        return listed or replace(part, admin1=town.admin1)
    return in_town(part, as_event_place(town, None))


def in_town(part: EventPlace, town: EventPlace) -> EventPlace:
    """An unlisted part of a town, with the town's name behind its own and the town's point."""
    return _at_point(replace(part, name=f"{part.name}, {town.name}"), town)


def _at_point(place: EventPlace, town: EventPlace) -> EventPlace:
    """An unlisted place where the town is that it lies in or close by."""
    return replace(
        place,
        country=town.country,
        admin1=town.admin1,
        latitude=town.latitude,
        longitude=town.longitude,
    )


def _named_before(s: Sentence, token: int, cast: Cast, home: str | None) -> EventPlace | None:
    """The place whose name stands before its noun: "the Okrestina jail", "off Pangasinan province"."""
    first = _names_before(s, token, cast)
    if first == token or cast.filler(s, first).kind not in ("unknown", "person", "place"):
        return None
    country = _owning_land(s, token, cast) or home or cast.focus(s)
    named = s.lemmas[token] in _TOWN_WORDS | _NAMED_BY_A_TOWN
    town = named and small_town(s, first, token - 1, cast, country)
    return town or without_a_point(s, first, token, country)


_NAMED_BY_A_TOWN = frozenset("checkpoint crossing airport airfield airbase barracks refinery market".split())
"""What is called by the town where it stands: "the Toribio checkpoint"."""
_STREETS_BEFORE = frozenset(
    "Avenue Rue Plaza Via Calle Place Boulevard Paseo Puerta Piazza Jalan Praça".split()
)
"""First words of the names of streets: "along Avenue Bourguiba"."""
_BUILT = frozenset(
    "cave church dome tomb temple mosque palace hotel prison jail barracks square school".split()
)
_STREETS = frozenset(
    "Street Square Avenue Road Plaza Bridge Park Boulevard Stadium Market Mosque Cathedral Palace Barracks "
    "Prison Jail Airport Airfield Airbase Camp Checkpoint Junction Roundabout Island Valley Hotel".split()
)
"""Last words of the names of places in a town."""


def _named_by_the_frame(
    s: Sentence, draft: Draft, token: int, cast: Cast, land: str | None
) -> EventPlace | None:
    """ "Tiwintza fell to the rebels": a name that can only be a place there."""
    stormed = (
        s.deps[token] == "dobj" and s.heads[token] == draft.trigger and s.lemmas[draft.trigger] in _STORMING
    )
    if s.pos[token] != "PROPN" or not (token in draft.frame.slots.get("P", []) or stormed):
        return None
    f = cast.filler(s, token)
    unknown = f.kind == "unknown" or (f.kind == "person" and stormed and s.lemmas[draft.trigger] != "bomb")
    if not unknown or f.entity.actor_id or s.deps[token] not in ("nsubj", "nsubjpass", "dobj"):
        return None
    first, last = name_tokens(s, token)
    return small_town(s, first, last, cast, land) or without_a_point(s, first, last, land)


_STORMING = frozenset("storm raid shell bomb overrun sack besiege recapture retake pound invade".split())
"""Verbs whose object, where it is a name unknown otherwise, is a town: "stormed Dinya and two villages"."""


def _owning_land(s: Sentence, token: int, cast: Cast) -> str | None:
    """The country of the town whose part it is: "Cairo's Abbasiya neighbourhood"."""
    towns = (look_up(s, t, cast, None) for t in s.kids(token, "poss"))
    return next((town.country for town in towns if town is not None), None)


_NEAR = re.compile(
    r",? (?:\(?(?:just |some |about |around |roughly )?(?:[\d.,]+|a few|\w+) ?(?:km|kilomet(?:re|er)s|miles)"
    r" (?:\(.{1,20}\) )?(?:(?:to the )?[a-z-]+ )?(?:of|from)|near|outside|not far from|close to"
    r"|(?:south|north|east|west) of) (?:the )?(?:[A-Za-z' -]{0,30}?(?:town|city|capital|port)(?: of)? )?"
    r"(?P<town>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)"
)


def _beside_a_town(s: Sentence, last: int, cast: Cast, home: str | None) -> Place | None:
    """The town that tells where an unlisted place is: "Tuwaitha, 10 miles southeast of Baghdad"."""
    found = _NEAR.match(s.text, s.ends[last] - s.start)
    if found is None:
        return None
    town = find_place(cast, found["town"], home, None) or find_place(
        cast, found["town"].split()[0], home, None
    )
    return town if town is not None and town.kind == "city" else None


def of_dateline(found: Dateline, text: str, knowledge: Knowledge) -> EventPlace | None:
    """The place that a dateline names ("NAIROBI (AP) -"); a town that is not listed has no point."""
    city = found.place or ""
    start = text.lower().find(city.lower())
    span = (start, start + len(city)) if start >= 0 else None
    country, region = None, None
    if found.land:
        country = next(iter(knowledge.nationality(found.land)), None)
        if country is None:
            region = next((p for p in knowledge.places(found.land) if p.kind == "region"), None)
            country = region.country if region else None
    listed = [
        p for p in knowledge.places(city, country) if region is None or p.admin1 in (None, region.admin1)
    ]
    if listed:
        return as_event_place(listed[0], span)
    towns = knowledge.towns(city, country)
    if country is None and len({t.country for t in towns}) != 1:
        return None  # a town of that name in several countries, or in none
    country = country or towns[0].country
    if towns:
        return as_event_place(
            next((t for t in towns if region and t.admin1 == region.admin1), towns[0]), span
        )
    return EventPlace(city, country, region.admin1 if region else None, None, None, None, span, "feature")


def _options(s: Sentence, draft: Draft) -> list[tuple[float, int]]:
    """(rank, token) of possible place names, the best rank first."""
    out: list[tuple[float, int]] = []
    anchors = [draft.trigger]
    if draft.frame.light is not None:
        anchors.append(draft.frame.light)
    anchors += [literal for literal in draft.frame.literals if s.pos[literal] == "NOUN"]
    sent_off = _AIMS if draft.mode in _SENDING_OFF else frozenset[str]()
    out += [(0.2, p) for p in draft.frame.slots.get("P", []) if _led_by(s, p) not in sent_off]
    for anchor in anchors:
        for name, prep, o in g.prepositional(s, anchor):
            if name in _LOCATIVE:
                out.append((0.3 if s.heads[prep] == anchor else 0.6, o))
                out += _on_the_road(s, o)
            elif name in _MOTIONS.get(draft.event_type, ()):
                out.append((0.5, o))
                of = [x for p in s.kids(o, "prep") if s.lemmas[p] == "of" for x in s.kids(p, "pobj")]
                out += [(0.55, x) for x in of if s.pos[x] == "PROPN"]  # "towards the airport of Pristina"
        deepest = 8 if draft.event_type in _ELSEWHERE else 4
        out += [(0.7 + 0.05 * depth, o) for depth, o in _locatives(s, anchor) if depth <= deepest]
    out += _where(s, draft.trigger)
    out += _where_it_took_place(s, anchors)
    out += _beside_names(s, anchors) if draft.event_type == "CONSULT" else []
    out += _on_a_visit(s, draft) if draft.mode == "visit" else []
    if draft.event_type in ("ASSAULT", "COERCE", "CONSULT", "MOBILIZE", "AID"):
        # a capital that acts is no place, one that is visited or hit is
        out += [(0.8, token) for token in draft.recipients]
        out += [(0.85, token) for token in g.objects(s, draft.trigger)]  # "captured the town of Konna"
        # "burned much of the town"
        shares = [t for t in g.objects(s, draft.trigger) if s.lemmas[t] in _SHARES]
        out += [(0.85, o) for t in shares for name, _, o in g.prepositional(s, t) if name == "of"]
    if draft.event_type in ("RETREAT", "PROTEST") or draft.mode == "expel":  # "left the capital"
        slots = "PX" if s.lemmas[draft.trigger] in _SHOUTING else "PXR"  # "chanted death to America"
        out += [(0.85, token) for slot in slots for token in draft.frame.slots.get(slot, [])]
    seated = draft.event_type in _SAID  # "the government in Bamako promised"
    for token in (*draft.recipients, *(() if seated else draft.actors)):
        out += [(0.9, o) for name, _, o in g.prepositional(s, token) if name in _LOCATIVE]
        out += [(0.9, o) for o in s.kids(token, "appos") if s.pos[token] == s.pos[o] == "PROPN"]
        if s.lemmas[token].lower() in _TOWNSPEOPLE and draft.event_type in ON_THE_SPOT:
            out += [(1.1, c) for c in s.kids(token, "compound", "nmod", "nsubj") if s.pos[c] == "PROPN"]
        gathered = _gathered(s, token) if token in draft.recipients else []
        out += [(0.95 + 0.02 * depth, o) for v in gathered for depth, o in _locatives(s, v)]
    out += _here_and_there(s, draft)
    out += _of_the_deed(s, draft)
    if s.field == "title" and draft.event_type in ("ASSAULT", "COERCE", "PROTEST"):
        nouns = {*draft.frame.literals, *draft.recipients, *(o for _, o in out)}
        before = [c for n in nouns for c in s.kids(n, "compound", "nmod") if s.pos[n] == "NOUN"]
        out += [(1.2, c) for c in before if s.pos[c] == "PROPN"]  # "Students beaten in Tehran dormitory raid"
        out += _at_its_end(s, draft.trigger)
    if draft.event_type in _SAID or draft.event_type == "CONSULT":
        out += _where_they_speak(s, draft)
    if draft.event_type in _SAID:
        out += _where_they_are_told(s, draft.trigger)
    if draft.event_type in ("AGREE", "ASSAULT"):
        out += _of_what_is_meant(s, draft)
    out += _fought_for(s, draft, anchors)
    out += _clause_places(s, draft)
    return out


def _on_a_visit(s: Sentence, draft: Draft) -> list[tuple[float, int]]:
    """ "Is to come to Dhaka on a visit": where the verb above the noun leads."""
    lead = s.heads[draft.trigger]
    if s.deps[draft.trigger] != "pobj" or s.lemmas[lead] not in ("on", "for"):
        return []
    return [(0.55, o) for name, _, o in g.prepositional(s, s.heads[lead]) if name in ("to", "in", "into")]


def _at_its_end(s: Sentence, trigger: int) -> list[tuple[float, int]]:
    """ "Rebels kill soldier, police chief in Kengwo": the place with which a headline ends."""
    last = max((t for t in range(len(s)) if s.pos[t] != "PUNCT"), default=0)
    led = s.deps[last] == "pobj" and s.lemmas[s.heads[last]] in _IN and s.pos[last] == "PROPN"
    apart = any(s.lemmas[t] in _OTHER_TIMES | {"over", "as", "for"} for t in range(trigger, last))
    return [(1.1, last)] if led and trigger < last and not apart else []


def _fought_for(s: Sentence, draft: Draft, anchors: list[int]) -> list[tuple[float, int]]:
    """ "The battle for Aleppo", "fighting for control of the crossing": what is fought for is where."""
    if draft.event_type != "ASSAULT":
        return []
    aims = [o for anchor in anchors for name, _, o in g.prepositional(s, anchor) if name == "for"]
    held = [
        o
        for a in aims
        if s.lemmas[a] in ("control", "possession")
        for p in s.kids(a, "prep")
        for o in s.kids(p, "pobj")
    ]
    return [(0.6, o) for o in (*held, *aims) if s.pos[o] == "PROPN" or s.words[o - 1][:1].isupper()]


def _here_and_there(s: Sentence, draft: Draft) -> list[tuple[float, int]]:
    """ "Died here", "told parliament here that it wanted peace, and demanded a withdrawal"."""
    out = [(0.4, c) for c in s.kids(draft.trigger, "advmod") if s.words[c].lower() in ("here", "there")]
    if s.pos[draft.trigger] == "NOUN":  # "arrived here at the start of a visit"
        verb = next((k for k in s.ancestors(draft.trigger) if s.pos[k] == "VERB"), None)
        beside = s.kids(verb, "advmod") if verb is not None and s.lemmas[verb] in _JOURNEYS else []
        out += [(0.95, c) for c in beside if s.words[c].lower() in ("here", "there")]
    if draft.event_type in _SAID and s.deps[draft.trigger] == "conj":
        beside = s.kids(s.heads[draft.trigger], "advmod")
        out += [(0.95, c) for c in beside if s.words[c].lower() == "here"]
    return out


def _gathered(s: Sentence, token: int) -> list[int]:
    """Participles that tell of people where they were: "demonstrators gathered in the square"."""
    after = token + 1
    bare = after < len(s) and s.tags[after] in ("VBD", "VBN") and s.deps[after] == "advcl"
    return s.kids(token, "acl") + ([after] if bare and not s.kids(after, "nsubj", "nsubjpass") else [])


def _on_the_road(s: Sentence, token: int) -> list[tuple[float, int]]:
    """ "On the road between Tame and Fortul": the town named first."""
    if s.lemmas[token] not in _ROADS:
        return []
    return [(0.7, x) for name, _, x in g.prepositional(s, token) if name in _ALONG]


_ALONG = frozenset({"between", "from", "to"})
_ROADS = frozenset("road highway motorway stretch railway".split())
_SHARES = frozenset({"much", "part", "most", "half", "rest", "all", "third"})


def _of_the_deed(s: Sentence, draft: Draft) -> list[tuple[float, int]]:
    """Places told with a second verb, with how people died, what was filled or whence people were taken."""
    out: list[tuple[float, int]] = []
    alone = not s.kids(draft.trigger, "dobj")
    joined = [
        c
        for c in s.kids(draft.trigger, "conj")
        if s.pos[c] == "VERB" and not (s.kids(c, "nsubj", "nsubjpass") if alone else g.surface_subjects(s, c))
    ]
    out += [(1.05, o) for v in joined for name, _, o in g.prepositional(s, v) if name in _LOCATIVE]
    if draft.event_type == "ASSAULT" and s.lemmas[draft.trigger] in _DYING:
        died = _how_they_died(s, draft.trigger)
        out += [(1.5, o) for v in died for _, o in _locatives(s, v)]
        out += [(1.5, o) for v in died if s.lemmas[v] in _STORMING for o in s.kids(v, "dobj")]
    if draft.event_type == "ASSAULT":  # "killed in a raid carried out by Israel in Tyre"
        tolls = [v for v in s.kids(draft.trigger, "advcl") if s.lemmas[v] in _RAISING]
        out += [(1.5, o) for v in tolls for t in s.kids(v, "dobj") for _, o in _locatives(s, t)]
        blows = [t for t in (draft.trigger, *draft.frame.literals) if s.pos[t] == "NOUN"]
        told = [v for t in blows for v in s.kids(t, "acl") if s.tags[v] in ("VBN", "VBG")]
        out += [(0.95 + 0.02 * depth, o) for v in told for depth, o in _locatives(s, v)]
    if draft.event_type == "PROTEST":  # "took to the streets, blocking a road in Puno"
        beside = [v for v in s.kids(draft.trigger, "advcl") if s.tags[v] == "VBG" and not s.kids(v, "nsubj")]
        out += [(1.1 + 0.02 * depth, o) for v in beside if v > draft.trigger for depth, o in _locatives(s, v)]
    if draft.event_type == "PROTEST":  # "filled Taksim Square"
        out += [(0.65, t) for t in draft.frame.literals if s.deps[t] in ("dobj", "pobj", "nsubjpass")]
    if s.lemmas[draft.trigger] in _TAKING_OUT or draft.mode in ("deport", "expel"):
        out += [(0.15, o) for name, _, o in g.prepositional(s, draft.trigger) if name == "from"]
        out += [(0.2, o) for r in draft.recipients for n, _, o in g.prepositional(s, r) if n == "from"]
    return out


_RAISING = frozenset({"bring", "raise", "push", "take"})
"""Verbs of what a blow adds to a toll: "bringing the toll in Gaza to 58,000"."""
_TOWNSPEOPLE = frozenset(
    "crowd mob resident student worker police court protester demonstrator youth trader rioter".split()
)
"""Who is at home in the town whose name stands before: "Belgrade crowd storms parliament"."""


def _at_that_time(s: Sentence, verb: int) -> bool:
    """ "Killed 29 before the crowd beat him to death": in the same place."""
    led = any(s.lemmas[c] in ("before", "as", "while", "until") for c in s.kids(verb, "mark"))
    return s.deps[verb] == "advcl" and led


def verbs_above(s: Sentence, draft: Draft) -> list[int]:
    """Where the verbs begin, nearest first, whose doer does this, too: "raided the camp before fleeing"."""
    verb = draft.trigger
    out: list[int] = []
    while True:
        same = s.deps[verb] == "conj" and not s.kids(verb, "nsubj", "nsubjpass")
        if (
            s.tags[verb] == "VBG"
            and s.deps[verb] == "pcomp"
            and s.lemmas[s.heads[verb]] in ("before", "after")
        ):
            verb = s.heads[verb]
        elif not (
            (s.tags[verb] == "VBG" and s.deps[verb] in ("advcl", "conj"))
            or (out and s.tags[verb] in ("VBG", "VB") and s.deps[verb] in ("xcomp", "ccomp", "acl"))
            or (same and draft.event_type in _ELSEWHERE)
            or (draft.event_type in ON_THE_SPOT and _at_that_time(s, verb))
        ):
            return out
        verb = s.heads[verb]
        if s.pos[verb] != "VERB" or s.starts[verb] in out:
            return out
        out.append(s.starts[verb])


_DYING = frozenset("die kill wound injure hurt perish lose assassinate murder shoot ambush gun".split())


def _how_they_died(s: Sentence, trigger: int) -> list[int]:
    """ "Nine officers died when a bomb crashed into the station in Newry"."""
    return [
        v
        for v in s.kids(trigger, "advcl")
        if any(s.lemmas[c] in ("when", "as") for c in s.kids(v, "advmod", "mark"))
    ]


_TAKING_OUT = frozenset("evacuate evacuation rescue airlift".split())


def _led_by(s: Sentence, token: int) -> str:
    """The preposition before a name, or before the first of several."""
    while s.deps[token] in ("conj", "appos"):
        token = s.heads[token]
    return s.lemmas[s.heads[token]]


_OTHER_TIMES = frozenset({"after", "before", "since", "until", "following", "despite", "ahead"})
_DONE_TO_SOMEBODY = frozenset(
    "beating killing murder death arrest trial release kidnapping abduction assassination detention shooting "
    "torture jailing execution lynching rape stabbing poisoning disappearance deportation extradition "
    "imprisonment conviction sentencing hanging beheading slaying mother father son daughter wife brother "
    "body".split()
)
"""Nouns of what is done to a person, or of his kin: "of X" is no place."""
_SHOUTING = frozenset("chant shout scream yell protest burn boycott wave throw hurl".split())
_SENDING_OFF = frozenset({"deport", "expel", "release"})
"""Modes of what is done to people who are then elsewhere: "deported them to Qatar"."""
_AIMS = frozenset({"to", "into", "toward", "towards"})
_SAID = frozenset({"ACCUSE", "REQUEST", "REJECT", "AGREE", "THREATEN", "SUPPORT"})
"""Types that are words, said where the speaker is."""
_BEING_SOMEWHERE = frozenset(
    "speak campaign talk stand tour address attend testify write rally arrive land stay stop travel meet "
    "gather convene".split()
)
_VISITING = frozenset({"visit", "tour"})


def _where(s: Sentence, trigger: int) -> list[tuple[float, int]]:
    """ "arrested 400 people in Brussels, where marchers hurled stones": there."""
    i = trigger
    while s.heads[i] != i and (s.deps[i] == "conj" or s.pos[i] not in ("VERB", "AUX")):
        i = s.heads[i]
    told = s.deps[i] == "relcl" and any(s.lemmas[c] == "where" for c in s.kids(i, "advmod"))
    if told:
        return [(0.4, s.heads[i])]
    above = s.heads[i]
    when = s.deps[i] == "advcl" and any(s.lemmas[c] == "when" for c in s.kids(i, "advmod", "mark"))
    town = s.heads[above]  # "Gwoza, a town that was razed when gunmen set off bombs"
    if when and s.deps[above] == "relcl" and s.lemmas[town] in _TOWN_WORDS | {"city"}:
        return [(0.4, s.heads[town] if s.deps[town] == "appos" else town)]
    return []


def _beside_names(s: Sentence, anchors: list[int]) -> list[tuple[float, int]]:
    """ "A meeting with the minister for works, Peter Kora, in Lae": people are in no place, meetings are."""
    out = []
    for t in {x for a in anchors for x in s.subtree(a)}:
        named = (
            s.pos[t] == "PROPN" and s.deps[t] in ("appos", "conj") and s.lemmas[s.heads[t]] not in _LOCATIVE
        )
        out += [(0.95, o) for n, _, o in g.prepositional(s, t) if named and n in _IN]
    return out


def _where_it_took_place(s: Sentence, nouns: list[int]) -> list[tuple[float, int]]:
    """ "A meeting that took place in Batumi", "clashes that broke out in Osh"."""
    told = [
        v
        for t in nouns
        if s.pos[t] == "NOUN"
        for v in s.kids(t, "relcl", "acl")
        if s.lemmas[v] in _BREAKING_OUT | {"hold", "happen", "begin", "open", "convene"}
    ]
    if "place" in s.bag:  # "a meeting of envoys that took place in Batumi"
        told += [
            v
            for t in nouns
            for v in s.subtree(t)
            if s.deps[v] in ("relcl", "acl") and s.lemmas[v] == "take" and v not in told
            if any(s.lemmas[o] == "place" for o in s.kids(v, "dobj"))
        ]
    return [(0.6 + 0.02 * depth, o) for v in told for depth, o in _locatives(s, v)]


def _of_what_is_meant(s: Sentence, draft: Draft) -> list[tuple[float, int]]:
    """ "agreed to meet in Astana", "is due to travel to Jeddah", "fought to regain control of Palma"."""
    out: list[tuple[float, int]] = []
    aims = s.kids(draft.trigger, "xcomp", "advcl", "acl") if s.pos[draft.trigger] != "NOUN" else []
    for v in aims:
        if s.tags[v] != "VB" or not any(s.lemmas[a] == "to" for a in s.kids(v, "aux")):
            continue
        if draft.event_type == "ASSAULT":  # what is fought for
            held = s.kids(v, "dobj") if s.lemmas[v] in _WINNING else []
            out += [
                (0.8, x) for o in held for x in (o, *(k for n, _, k in g.prepositional(s, o) if n == "of"))
            ]
            continue
        out += [(0.8 + 0.05 * depth, o) for depth, o in _locatives(s, v)]
        out += [(0.9, o) for n, p, o in g.prepositional(s, v) if n == "to" and s.lemmas[v] in _JOURNEYS]
    return out


_WINNING = frozenset("regain retake recapture take capture hold defend seize win keep secure recover".split())


def _where_they_speak(s: Sentence, draft: Draft) -> list[tuple[float, int]]:
    """ "The minister, speaking in Konya, accused Athens": where the words are said."""
    doing = [c for t in draft.actors for c in s.kids(t, "acl", "relcl")] + s.kids(draft.trigger, "advcl")
    doing = [c for c in doing if s.deps[c] == "relcl" or s.tags[c] == "VBG"]
    out = [
        (1.1, o)
        for c in doing
        if s.lemmas[c] in _BEING_SOMEWHERE
        for n, _, o in g.prepositional(s, c)
        if n in ("in", "at") or (n == "from" and s.deps[c] != "relcl")
    ]
    beside = [
        o
        for c in doing
        if s.lemmas[c] in _BEING_SOMEWHERE
        for p in s.kids(c, "prep")
        for o in s.kids(p, "pobj")
    ]
    out += [
        (1.15, o) for b in beside for p in s.kids(b, "prep") if s.lemmas[p] == "in" for o in s.kids(p, "pobj")
    ]
    spoken = [o for name, _, o in g.prepositional(s, draft.trigger) if name in ("in", "at", "during")]
    out += [  # "in a televised address from Madrid"
        (0.9, x)
        for o in spoken
        if s.lemmas[o] in _SPEECHES
        for n, _, x in g.prepositional(s, o)
        if n in ("in", "at", "from")
    ]
    sent = [v for o in spoken if s.lemmas[o] in _SPEECHES for v in s.kids(o, "acl")]
    out += [(0.9, x) for v in sent for n, _, x in g.prepositional(s, v) if n in ("in", "at", "from")]
    return out + [(1.1, o) for c in doing if s.lemmas[c] in _VISITING for o in s.kids(c, "dobj")]


_SPEECHES = frozenset("address speech interview broadcast conference briefing message sermon rally".split())


def _where_they_are_told(s: Sentence, trigger: int) -> list[tuple[float, int]]:
    """ "Ruiz told a radio station in Tuxtepec that he would not step down": where the words are said."""
    out: list[tuple[float, int]] = []
    below = trigger
    for k in s.ancestors(trigger):
        if s.deps[below] not in ("ccomp", "xcomp", "conj"):
            break
        if s.lemmas[k] in _TELLING and s.deps[below] == "ccomp":
            heard = s.kids(k, "dobj", "dative")
            heard += [
                o for p in s.kids(k, "prep", "dative") if s.lemmas[p] == "to" for o in s.kids(p, "pobj")
            ]
            out += [(1.25, o) for t in heard for n, _, o in g.prepositional(s, t) if n in ("in", "at")]
            out += [(1.25, o) for n, _, o in g.prepositional(s, k) if n == "from"]  # "said from Bogota that"
        below = k
    return out


_TELLING = frozenset({"tell", "say", "announce", "inform", "warn", "assure"})


def _locatives(s: Sentence, top: int) -> list[tuple[int, int]]:
    """(depth, token) of the locative phrases inside a clause, however deep: "a market in the town of X"."""
    out: list[tuple[int, int]] = []
    stack = [(top, 0)]
    while stack:
        i, depth = stack.pop()
        for c in s.children[i]:
            if s.deps[c] not in _INNER or s.pos[c] in ("VERB", "AUX") or depth > 7:
                continue
            if s.deps[c] == "prep" and s.lemmas[c] in _OTHER_TIMES:
                continue  # "seized the north after a coup in Bamako"
            if s.deps[c] == "prep" and s.lemmas[c] == "over" and s.lemmas[top] in _HELD_FOR:
                continue  # "arrested four people over the shooting at the museum"
            front = s.lemmas[c] == "of" and s.lemmas[s.heads[c]] == "front"  # "in front of the embassy"
            if s.deps[c] == "prep" and (s.lemmas[c] in _LOCATIVE or front):
                out += [(depth, x) for o in s.kids(c, "pobj") for x in g.conjuncts(s, o)[:1]]
                broke = [
                    v for o in s.kids(c, "pobj") for v in s.kids(o, "relcl") if s.lemmas[v] in _BREAKING_OUT
                ]
                out += [
                    (depth + 1, o) for v in broke for n, _, o in g.prepositional(s, v) if n in ("in", "at")
                ]
            stack.append((c, depth + 1))
    return out


_HELD_FOR = frozenset(
    "arrest detain charge jail sentence hold try convict question sack dismiss summon".split()
)
_BREAKING_OUT = frozenset({"break", "erupt", "spread", "take", "occur", "rage"})


def _clause_places(s: Sentence, draft: Draft) -> list[tuple[float, int]]:
    """Locative phrases of the clauses above the trigger ("During a visit to X, he held talks")."""
    out: list[tuple[float, int]] = []
    below = draft.trigger
    for up, k in enumerate(s.ancestors(draft.trigger)):
        apart = s.deps[below] in ("relcl", "ccomp") and draft.event_type in _ELSEWHERE
        if up > 3 or (apart and not _at_it(s, below, k)):
            break  # "said in Cairo that rebels had shot": not in Cairo
        scene = s.deps[below] == "advcl" and bool(g.surface_subjects(s, below))
        if scene and s.lemmas[min(s.subtree(below))] in ("as", "while"):
            # "shops across Saudi Arabia have cleared their shelves as a boycott spreads"
            out += [(2.2, o) for t in g.surface_subjects(s, k) for _, o in _locatives(s, t)]
        below = k
        if s.pos[k] in ("VERB", "AUX", "NOUN"):
            for p in s.kids(k, "prep"):
                if (
                    s.lemmas[p] in _LOCATIVE
                    or (not scene and s.lemmas[p] == "to" and s.lemmas[k] in _JOURNEYS)
                    or (s.lemmas[p] in _THROUGH and s.lemmas[p] in _MOTIONS.get(draft.event_type, ()))
                ):
                    out += [(1.2 + 0.2 * up, o) for o in s.kids(p, "pobj")]
            for p in s.kids(k, "prep"):
                if s.lemmas[p] in ("during", "after", "on"):
                    for o in s.kids(p, "pobj"):
                        out += [(1.6 + 0.2 * up, x) for n, _, x in g.prepositional(s, o) if n in ("to", "in")]
            if s.deps[draft.trigger] in ("advcl", "conj", "xcomp", "pcomp", "acl") and s.pos[k] == "VERB":
                out += [(1.9 + 0.2 * up + 0.02 * depth, o) for depth, o in _locatives(s, k)]
    return out


def _at_it(s: Sentence, verb: int, noun: int) -> bool:
    """ "In Naryn, police arrested people who were marching": where they marched."""
    while s.deps[noun] == "pobj" and s.lemmas[s.heads[noun]] == "of":  # "dozens of people who"
        noun = s.heads[s.heads[noun]]
    going_on = s.tags[verb] == "VBG" and any(s.lemmas[a] == "be" for a in s.kids(verb, "aux"))
    met = s.deps[noun] in ("dobj", "nsubjpass") and s.lemmas[s.heads[noun]] in _MET_THERE
    return going_on and met and s.deps[verb] == "relcl"


_MET_THERE = frozenset(
    "arrest detain disperse attack beat shoot kill wound injure clash confront charge chase teargas".split()
)


def seat_of_power(s: Sentence, draft: Draft, land: str | None, cast: Cast) -> EventPlace | None:
    """ "Crowds looted the premier's residence": in the capital, where the report names it."""
    if land is None or draft.event_type not in ("ASSAULT", "COERCE", "PROTEST"):
        return None
    places = [token for rank, token in _options(s, draft) if rank <= _DIRECT and s.pos[token] == "NOUN"]
    seats = (t for t in places if s.lemmas[t] in _POWER or s.slice(*name_tokens(s, t)).lower() in _POWER)
    seat = next((t for t in seats if not lies_elsewhere(s, t)), None)
    capital = capital_of(cast.knowledge, land) if seat is not None else None
    if seat is None or capital is None or not names_city(cast.text, capital.name):
        return None
    return as_event_place(capital, (s.starts[seat], s.ends[seat]))


_POWER = frozenset("parliament palace legislature presidency premiership chancellery senate".split()) | {
    "parliament building", "government house", "government headquarters", "premier's residence",
    "presidential palace", "supreme court", "foreign ministry", "interior ministry", "defence ministry",
}  # fmt: skip
"""Seats of a state's power, which stand in its capital."""
