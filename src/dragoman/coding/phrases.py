"""Who or what a phrase is: by a name told before, a description, the knowledge base or an apposition."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding import (
    coalitions,
    descriptions,
    homes,
    namesakes,
    naming,
    pairs,
    pronouns,
    seats,
    strangers,
    weapons,
)
from dragoman.coding import grammar as g
from dragoman.coding.antecedents import event_nouns
from dragoman.coding.mentions import QUOTE, THOSE_TAKEN, Filler, Mention, entity_of, name_key, noun_natures
from dragoman.coding.people import (
    MEN,
    OUTLAWS,
    PEOPLE,
    PERSON_NOUNS,
    TITLES,
    WOMEN,
    looks_personal,
    title_words,
)
from dragoman.coding.slots import is_calendar
from dragoman.knowledge import Candidate
from dragoman.knowledge.words import INTERNATIONAL
from dragoman.language import Sentence
from dragoman.records import Entity, Span

if TYPE_CHECKING:
    from dragoman.coding.actors import Cast
from dragoman.coding.creeds import (
    FOLLOWERS,
    NO_PEOPLE,
    bearing_arms,
    ethnic_group,
    followers,
    of_a_creed,
    of_a_creed_at_home,
    of_the_americas,
    of_the_other_taliban,
)
from dragoman.coding.no_parties import names_a_thing, names_nobody, of_a_ship
from dragoman.coding.whose_people import (
    KIN,
    by_their_owner,
    in_the_nearer_place,
    is_kin,
    lost_by_the_sayer,
    of_a_body,
    person_at,
    sectors_of_owner,
    spoken_of,
    titled_stranger,
)

_NUMBERED = re.compile(
    r"^(?:as many as|at least|up to|more than|fewer than|less than|about|around|nearly|almost|over|some|roughly|close to|"
    r"(?:an )?estimated|an additional|a further|another|between [\d,.]+ and)\s+"
    r"(?:[\d,.]+\s+|(?:two|three|four|five|six|seven|eight|nine|ten|a dozen|dozens of|scores of|hundreds of|thousands of)\s+)?",
    re.IGNORECASE,
)
_SHARED_OFFICES = frozenset(
    "envoy ambassador commander general judge spokesman spokeswoman spokesperson mayor governor director "
    "representative official diplomat deputy commissioner chief adviser advisor prosecutor warlord".split()
)
"""Offices of which a country or body has many, so that nobody is meant without a name."""
_HONORIFIC = re.compile(
    r"^(?:(?:mr|mrs|ms|miss|dr|sir|dame|lord|lady|herr|señor|monsieur|shri|smt|dato|h\.?e|h\.?h|h\.?r\.?h|hon|datuk|datin|tan sri|seri|tun(?= dr))\.? )+(?=\S)",
    re.IGNORECASE,
)
_MISTRESS = re.compile(r"^(?:Mrs|Ms|Miss)\.? ([A-Z][\w’'-]+)$")
_COUNT_ALONE = frozenset("hundred thousand dozen score ten million other several many".split())
_PORTFOLIO = "|".join(sorted(naming.PORTFOLIOS))
_FIRST_PORTFOLIO = re.compile(
    rf"^(?:{_PORTFOLIO}) and (?=(?:{_PORTFOLIO}) (?:Minister|Secretary|Commissioner)\b)"
)
_AGE_OR_SIZE = re.compile(
    r"\d{1,3}-year-old (?=[A-Z][\w'’-]+ [A-Z])|[\d,]+-(?:strong|member|nation|state|country) (?=[A-Z])"
)
"""Somebody's age before his name, or how many a body has: "15-member", "12,000-strong"."""
_OWNER_ONLY = 0.4
"""Score under which a capital only says where a thing is: "the Tunis bureau"."""


def _without_number(text: str, span: Span) -> tuple[str, Span]:
    """ "sentenced 80-year-old Omar Dini", "the 54-member African Union": the name alone."""
    counted = _AGE_OR_SIZE.match(text)
    return (text[counted.end() :], (span[0] + counted.end(), span[1])) if counted else (text, span)


def resolve(cast: Cast, s: Sentence, head: int) -> Filler:
    """Who or what the phrase headed by a token is, looked up afresh."""
    h = g.content_head(s, head)
    alone = g.of_is_the_verbs(s, h) or of_a_ship(cast, s, h) or _done_to(s, h)
    first, last = g.phrase(s, h, with_of=not alone)
    text, span = _without_number(s.slice(first, last), (s.starts[first], s.ends[last]))
    pointing = coalitions.of_armies(cast, s, h, text, span) or _pointing(cast, s, h, text, span)
    if pointing is not None:
        return pointing
    no_party = names_nobody(cast, s, h, text, span) or names_a_thing(cast, s, h, text, span)
    if no_party is not None:
        return no_party
    number = _others_of_them(cast, s, h, span) or _by_number(cast, s, h, text, span)
    if number is not None:
        return number
    plural = s.tags[h] in ("NNS", "NNPS") or bool(s.kids(h, "conj"))
    group = ethnic_group(cast, s, h, text, span)
    if group is not None:
        return group
    half = descriptions.other_half(cast, s, h, span) or descriptions.the_national(cast, s, h, text, span)
    half = half or pairs.both_koreas(cast, s, h, text, span)
    half = half or descriptions.former_or_latter(cast, s, h, span)
    half = half or descriptions.by_high_office(cast, s, h, text, span)
    half = half or descriptions.the_allies(cast, s, h, span)
    half = half or descriptions.of_its_region(cast, s, h, text, span)
    half = half or followers(cast, s, h, text, span) or _branch(cast, s, h, span)
    half = half or _whom_it_tells_of(cast, s, h, span)
    if half is not None:
        return half
    longer = _longer_name(cast, s, h, span)
    if longer is not None:
        return Filler(longer.entity, "actor", longer.kind, h, plural)
    known = cast.by_name.get(name_key(_without(_HONORIFIC, text))) or _the_officer(cast, text)
    sort = None if known else _of_such_a_kind(cast, s, h, text)
    known = known or sort
    if known and namesakes.anothers(cast, text, known[0].country):
        known = None
    if known and (other := _another_so_called(cast, s, h, text, span, known)):
        return other
    if known and (s.pos[h] != "NOUN" or sort or (s.words[h].isupper() and len(s.words[h]) > 2)):
        entity = strangers.introduced(cast, s, h, known[0])
        entity = replace(entity, span=span, resolved_by=_again(known[0], text))
        entity = _as_introduced(cast, s, h, entity) if known[1] == "person" and not entity.sectors else entity
        return Filler(entity, "actor", known[1], h, plural)
    part = _part_of_a_name(cast, s, h, span) or of_a_creed(cast, s, h, span, plural)
    if part is not None:
        return part
    counted = descriptions.all_of_them(cast, s, h, span) or descriptions.of_that_age(cast, s, h, text, span)
    if counted is not None:
        return counted
    described = pairs.two_groups(cast, s, h, span)
    described = described or descriptions.description(cast, s, h, text, span, plural)
    if described is not None:
        return described
    found = _of_an_age(h, text, span) or _known(cast, s, h, text, span, plural)
    if found is not None:
        return found
    return strangers.unknown(cast, s, h, text, span, plural)


_AGED = re.compile(r"(?:[\w-]+ )?(?:\d{1,3}|[a-z]+)-year-olds?", re.IGNORECASE)


def _of_an_age(h: int, text: str, span: Span) -> Filler | None:
    """ "A 19-year-old was shot dead": somebody of whom no more is told."""
    if not _AGED.fullmatch(text):
        return None
    someone = Entity(text, None, None, ("CVL",), None, span, "role")
    return Filler(someone, "actor", "role", h, plural=text.endswith("s"))


def _done_to(s: Sentence, h: int) -> bool:
    """ "Russian shelling of a market": the shelling is Russian, and the market nobody who acts."""
    return s.pos[h] == "NOUN" and "ASSAULT" in event_nouns().get(s.lemmas[h], _NO_EVENT)[0]


_NO_EVENT: tuple[frozenset[str], bool] = (frozenset(), False)


def _branch(cast: Cast, s: Sentence, h: int, span: Span) -> Filler | None:
    """ "Amnesty International UK", "UNICEF Sudan": the organisation in that country, not its government."""
    first, last = g.phrase(s, h, with_of=False)
    home = cast.knowledge.nationality(s.words[h]) if last == h and first < h and s.pos[h] == "PROPN" else ()
    if not home or s.heads[h - 1] != h or s.deps[h - 1] not in ("compound", "nmod"):
        return None
    found = cast.knowledge.resolve(s.slice(first, h - 1), cast.date)
    if not found or found[0].kind != "org" or found[0].country not in ("NGO", "UNO"):
        return None
    country = home[0] if found[0].country == "NGO" else found[0].country
    body = entity_of(found[0], f"{found[0].name} {s.words[h]}", span)
    return Filler(replace(body, country=country, resolved_by="branch of an organisation"), "actor", "org", h)


def _as_introduced(cast: Cast, s: Sentence, h: int, entity: Entity) -> Entity:
    """A person who holds no office that day, as the report introduces him: "a spokesman for the Congress party"."""
    key = entity.actor_id or entity.name
    for c in s.kids(h, "appos"):
        first, _ = g.phrase(s, c, with_of=False)
        role = (
            cast.knowledge.role([s.words[i].lower() for i in range(first, c + 1)])
            if s.pos[c] == "NOUN"
            else None
        )
        if role is None or role.kind != "person" or key in cast.introduced:
            continue
        bodies = [
            cast.filler(s, o).entity for lead, _, o in g.prepositional(s, c) if lead in ("for", "of", "from")
        ]
        sectors = next(
            (e.sectors[:1] for e in bodies if e.sectors and e.actor_id != entity.actor_id), role.sectors
        )
        cast.introduced[key] = sectors
    return replace(entity, sectors=cast.introduced.get(key, ()))


def _whom_it_tells_of(cast: Cast, s: Sentence, h: int, span: Span) -> Filler | None:
    """ "Ada Nkosi, a Republican who was jailed": she was, no party."""
    if s.deps[h] != "appos" or s.pos[s.heads[h]] != "PROPN":
        return None
    if not any(s.words[c].lower() in ("a", "an") for c in s.kids(h, "det")):
        return None
    named = cast.filler(s, s.heads[h])
    return Filler(replace(named.entity, span=span), "actor", "person", h) if named.kind == "person" else None


def _part_of_a_name(cast: Cast, s: Sentence, h: int, span: Span) -> Filler | None:
    """ "the Tigers" in a report on the Liberation Tigers: one capitalised word of an armed group's name."""
    word = s.words[h]
    if s.pos[h] != "PROPN" or not word[:1].isupper() or len(word) < 4:
        return None
    if any(s.lemmas[c] != "the" for c in s.children[h] if s.deps[c] in ("det", "compound", "amod", "nmod")):
        return None
    if not s.kids(h, "det"):
        return None
    for m in cast.mentions:
        known = m.kind == "org" and m.entity.actor_id and OUTLAWS & set(m.entity.sectors)
        if known and word in m.entity.name.split() and " " in m.entity.name:
            entity = replace(m.entity, span=span, resolved_by="part of the name")
            return Filler(entity, "actor", "org", h, s.tags[h] == "NNPS")
    return None


def _spouse(cast: Cast, text: str) -> bool:
    """ "Mrs Sarney" where the report speaks of "Mr Sarney" too: another person."""
    found = _MISTRESS.match(text)
    return found is not None and bool(re.search(rf"\bMr\.? {re.escape(found[1])}\b", cast.text))


def _longer_name(cast: Cast, s: Sentence, h: int, span: Span) -> Mention | None:
    """The known body that a phrase is cut out of by its grammar: "League" of "League for Democracy"."""
    if s.pos[h] != "PROPN":
        return None
    return next(
        (
            m
            for m in cast.named
            if m.kind in ("org", "outlet")
            and m.field == s.field
            and m.start <= span[0]
            and span[1] < m.end
            and s.starts[h] < m.end
        ),
        None,
    )


def _any_holder(s: Sentence, h: int, best: Candidate, text: str, span: Span) -> Filler | None:
    """ "a leader of al-Qaeda", "a Chadian minister": some holder of the office, and not the one we know."""
    indefinite = any(s.lemmas[c] in ("a", "an") for c in s.kids(h, "det"))
    if not indefinite or s.pos[h] != "NOUN" or not (best.actor_id or "").startswith("person"):
        return None
    someone = Entity(text, None, best.country, best.sectors, None, span, "one of those in that office")
    return Filler(someone, "actor", "role", h)


def _known(cast: Cast, s: Sentence, h: int, text: str, span: Span, plural: bool) -> Filler | None:
    candidates = offered(cast, s, h, text)
    other = _stands_for(cast, s, h, text, span, plural)
    if other is not None:
        return other
    if not candidates:
        return _by_apposition(cast, s, h, span, plural)
    best = cast.choose(candidates)
    if best.kind == "place" and s.deps[h] == "nsubj":  # a capital that acts is its government
        capitals = [*candidates, *cast.knowledge.lookup(f"The {text}", cast.date)]
        best = next((c for c in capitals if c.resolved_by in ("capital", "metonym")), best)
    renamed = _any_holder(s, h, best, text, span) or _renamed(cast, s, h, best, span, plural)
    renamed = renamed or _of_the_report(cast, h, text, span, best)
    if renamed is not None:
        return renamed
    if best.kind == "person" and s.lemmas[h] in FOLLOWERS and s.pos[h] == "NOUN":
        people = Entity(text, None, best.country, ("CVL",), None, span, "followers of a person")
        return Filler(people, "actor", "role", h, plural)
    instrument = best.kind == "role" and noun_natures().get(s.lemmas[h]) == "instrument"
    if instrument and not best.country and not homes.of_the_federation(cast, s, h):
        return Filler(Entity(text, span=span), "instrument", "noun", h, plural)
    entity = entity_of(best, text, span, tuple(candidates))  # the words keep their count
    entity = namesakes.as_elected(cast, entity) if best.kind == "person" else entity
    if best.kind in ("role", "office"):
        entity = by_their_owner(cast, s, h, bearing_arms(cast, s, h, entity))
        entity = in_the_nearer_place(cast, s, h, entity)
    if best.kind == "person":
        entity = replace(entity, name=_full_name(cast, text, entity))
        if not entity.actor_id and is_kin(s, h):
            entity = replace(entity, sectors=("CVL",), office=None)
    if best.kind == "person" and best.resolved_by.startswith("office") and entity.actor_id:
        entity, best = _holder_in_report(cast, s, h, text, entity, best)
    entity = titled_stranger(cast, s, h, entity) if best.resolved_by == "title" else entity
    if not entity.country and not entity.actor_id and best.kind in ("role", "office", "person"):
        entity = homes.with_country(cast, s, h, entity)
    entity = of_the_other_taliban(cast, of_a_creed_at_home(cast, s, h, entity))
    if best.kind in ("person", "office"):
        cast.remember(text, entity, "person")
    if best.kind == "place":
        return Filler(entity, "place", "place", h, plural)
    return Filler(entity, "actor", best.kind, h, plural)


_ACCREDITED = frozenset(
    "ambassador envoy commissioner minister senator judge prosecutor lawmaker spokesman spokeswoman secretary "
    "diplomat general colonel admiral officer".split()
)
"""Offices that people hold in, and for, their own country."""


def _another_so_called(
    cast: Cast, s: Sentence, h: int, text: str, span: Span, known: tuple[Entity, str]
) -> Filler | None:
    """Kin of somebody named, namesakes, and who is one of a party or people and told by his own name."""
    nation = known[1] == "country" and bool(cast.knowledge.nationality(s.words[h]))
    one = _one_of(
        s, h, known[0].country, nation=nation, sectors=known[0].sectors if known[1] == "org" else ()
    )
    named = _by_apposition(cast, s, h, span, False, one) if one else None
    if named is not None:
        return named
    if _spouse(cast, text):
        kin = Entity(text, None, known[0].country, ("CVL",), None, span, "of the family of a person named")
        return Filler(kin, "actor", "person", h)
    return _namesake(cast, s, h, text, span, known[0]) if known[1] == "person" else None


def _namesake(cast: Cast, s: Sentence, h: int, text: str, span: Span, known: Entity) -> Filler | None:
    """ "Aziz Khan, a former Pakistani envoy" is no Aziz Khan of Bangladesh."""
    if not known.actor_id or " " not in text or known.country is None or known.country in INTERNATIONAL:
        return None
    for other in s.kids(h, "appos"):
        told = [n for c in s.kids(other, "amod") for n in cast.knowledge.nationality(s.words[c])[:1]]
        if s.lemmas[other] not in _ACCREDITED or len(told) != 1 or told[0] in (known.country, *INTERNATIONAL):
            continue
        role = cast.knowledge.role([s.lemmas[other]])
        sectors = role.sectors if role is not None else ("GOV",)
        entity = Entity(text, None, told[0], sectors, None, span, "apposition")
        cast.remember(text, entity, "person")
        _rename(cast, known.actor_id, entity)
        return Filler(entity, "actor", "person", h)
    return None


def _rename(cast: Cast, actor_id: str | None, other: Entity) -> None:
    """Let all names of somebody mean another of that name."""
    for key in [k for k, (e, _) in cast.by_name.items() if e.actor_id and e.actor_id == actor_id]:
        cast.by_name[key] = (other, "person")


_RANK = r"\b(?:Gen|General|Col|Colonel|Maj|Major|Lt|Lieutenant|Capt|Captain|Marshal|Brig|Brigadier|Adm|Admiral)\.? "
_OFFICER = re.compile(rf"(?:{_RANK})+([A-Z][\w’'-]+)")


def _of_such_a_kind(cast: Cast, s: Sentence, h: int, text: str) -> tuple[Entity, str] | None:
    """ "the divisive Morsi" is the Morsi of the report, no town of that name."""
    before, _, name = text.rpartition(" ")
    if not before or not name[:1].isupper() or name != s.words[h] or not before.islower():
        return None
    words = before.split()
    if any(s.deps[h - k] not in ("amod", "det", "advmod") for k in range(1, len(words) + 1) if h - k >= 0):
        return None
    known = cast.by_name.get(name_key(name))
    return known if known is not None and known[1] == "person" and " " in known[0].name else None


def _of_the_report(cast: Cast, h: int, text: str, span: Span, best: Candidate) -> Filler | None:
    """ "Defence minister Kim" of Seoul, whom the report has named in full, is no minister Kim of Pyongyang."""
    known, kind = cast.by_name.get(name_key(text.split()[-1]), (None, ""))
    if best.resolved_by != "title and surname" or known is None or kind != "person":
        return None
    if " " not in known.name or known.country in (None, best.country) or best.name in cast.text:
        return None
    entity = replace(known, span=span, resolved_by="surname after the full name")
    return Filler(entity, "actor", "person", h)


def _the_officer(cast: Cast, text: str) -> tuple[Entity, str] | None:
    """ "Gen Musharraf" is the Gen Pervez Musharraf of the report, whatever office he holds."""
    ranked = _OFFICER.fullmatch(text)
    known = cast.by_name.get(name_key(ranked[1])) if ranked else None
    if known is None or known[1] != "person" or " " not in known[0].name:
        return None
    return known if re.search(rf"{_RANK}{re.escape(known[0].name)}\b", cast.text) else None


def _stands_for(cast: Cast, s: Sentence, h: int, text: str, span: Span, plural: bool) -> Filler | None:
    """An ethnic group, or a town in the place of the body that sits there."""
    if s.words[h] == "Indians" and (home := of_the_americas(cast, s)):
        people = Entity(text, None, home, ("CVL",), None, span, "native people")
        return Filler(people, "actor", "role", h, plural)
    if s.words[h] == "Centre" and not s.kids(h, "compound", "amod", "prep") and cast.home == "IND":
        centre = replace(cast.country_entity("IND", span), resolved_by="the Union's government")
        return Filler(centre, "actor", "country", h)  # "Farm unions reject the Centre's draft"
    if (
        "ethnic" in s.bag
        and s.lemmas[h] not in NO_PEOPLE
        and any(s.lemmas[c] == "ethnic" for c in s.kids(h, "amod", "nmod"))
    ):
        named = ethnic_group(cast, s, h, text[max(0, text.lower().find("ethnic ")) :], span)
        if named is not None:  # "separatist ethnic Albanian rebels"
            return replace(named, entity=replace(named.entity, name=text), plural=plural)
        people = Entity(text, None, None, ("CVL",), None, span, "ethnic group")
        people = homes.with_country(cast, s, h, people, only_place=True)
        return Filler(people, "actor", "role", h, plural)
    if text == "Europe" and s.deps[h] in ("nsubj", "nsubjpass", "poss") and cast.countries["EUR"]:
        union = cast.knowledge.lookup("European Union", cast.date)
        if union:
            return Filler(
                replace(entity_of(union[0], text, span), resolved_by="Europe as a union"), "actor", "org", h
            )
    seat = seats.body_at(s, h, text, lambda what: spoken_of(cast, what)) if s.pos[h] == "PROPN" else None
    bodies = [c for c in cast.knowledge.lookup(seat, cast.date) if c.kind == "org"] if seat else []
    if bodies:
        entity = replace(entity_of(bodies[0], text, span), resolved_by="seat of the body")
        return Filler(entity, "actor", "org", h)
    return None


def _renamed(cast: Cast, s: Sentence, h: int, best: Candidate, span: Span, plural: bool) -> Filler | None:
    """Whom a description means that stands beside, or before, a name."""
    if best.kind in ("role", "office") and (named := person_at(cast, s, h)):
        return Filler(replace(named.entity, span=span), "actor", "person", h, plural)
    part = best.resolved_by.endswith("name and role") and s.lemmas[h] in PERSON_NOUNS
    nation = best.kind == "country" and best.resolved_by in ("adjective", "demonym")
    if one := _one_of(s, h, best.country, nation=nation, sectors=best.sectors if best.kind == "org" else ()):
        return _by_apposition(cast, s, h, span, plural, one)
    if best.kind in ("role", "office") or best.resolved_by == "office" or part:
        return _by_apposition(cast, s, h, span, plural, best) or _named_beside(cast, s, h, best, plural)
    return None


def _one_of(
    s: Sentence, h: int, land: str | None, *, nation: bool, sectors: tuple[str, ...]
) -> Candidate | None:
    """ "Another Republican, Senator Ada Nkosi", "a Dane, Ole Holm": one of a party or a people, and his name."""
    if not s.kids(h, "appos") or not any(s.lemmas[c] in ("a", "an", "another") for c in s.kids(h, "det")):
        return None
    if not nation and "PTY" not in sectors:
        return None
    what = ("CVL",) if nation else ("PTY",)
    return Candidate("", s.words[h], "role", land, what, None, None, None, "one of them", 0.6)


def _full_name(cast: Cast, text: str, entity: Entity) -> str:
    """A known person as the report spells it; of an unknown one the first name too ("Governor Omar Haddad")."""
    if entity.actor_id:
        return cast.spelling.get(entity.actor_id, entity.name)
    words = text.split()
    if " " in entity.name or len(words) < 3 or words[-1] != entity.name or not words[-2].isalpha():
        return entity.name
    first = words[-2]
    title = first.lower() in PERSON_NOUNS or cast.knowledge.role([first.lower()])
    return entity.name if title or not first[:1].isupper() else f"{first} {entity.name}"


def offered(cast: Cast, s: Sentence, h: int, text: str) -> list[Candidate]:
    """What the knowledge base offers for a phrase, less what its grammar rules out."""
    text = phrase = weapons.plain(s, h, text)
    for short, full in cast.namesakes.items():
        if short in text and short != text:  # "Nasa supporters" in Kenya
            text = re.sub(rf"\b{re.escape(short)}\b", full, text)
    text = _FIRST_PORTFOLIO.sub("", text)
    for short, full in cast.titles.items():
        if short in text:
            text = re.sub(rf"\b{re.escape(short)}\b", full, text)
    if h == 0 and " " not in text and cast.knowledge.role([text.lower()]):
        text = text.lower()  # a role that only begins the sentence: "Police have arrested"
    text = _without(_NUMBERED, text) or text
    text = namesakes.of_some_party(cast, _without(_HONORIFIC, text))
    text = _surname_of_one_named(cast, text)
    if text == "Secretary-General" and cast.countries["UNO"]:
        text = "UN Secretary-General"
    if text.removeprefix("the ") == "Court of Justice" and cast.countries["EUR"]:
        text = "European Court of Justice"
    text = s.words[h] if QUOTE.search(text) and s.pos[h] == "PROPN" else text  # "the "Cedars" militia"
    known = cast.without_far_capital(text, tuple(cast.knowledge.resolve(text, cast.date)))
    found = [c for c in known if c.kind != "unknown" and not (c.country == "PRK" and _NO_KOREA.search(text))]
    found = [c for c in found if cast.fits_report(text, c) and not _of_another_name(cast, text, c)]
    found = _of_the_person_named(cast, s, h, found)
    if text.removeprefix("the ") in cast.alien:
        found = [Candidate("", text, "role", cast.home, (), None, None, None, "acronym at home", 0.5)]
    found = namesakes.at_home(cast, s, h, text, found)
    if (s.pos[h] == "NOUN" and s.words[h].islower()) or _HONORIFIC.match(text):
        found = [c for c in found if c.kind != "place"]
    if cast.date and found and found[0].kind == "person" and not found[0].actor_id and " " in text:
        # "President Obama" in a report with another date: somebody held that title at some time
        ever = [
            c
            for c in cast.knowledge.resolve(text, None)
            if c.kind == "person" and c.actor_id and c.score > 0.85
        ]
        found = [
            replace(c, resolved_by=f"{c.resolved_by}; not in office on the day") for c in ever[:1]
        ] + found
    told = s.pos[h] == "NOUN" and any(c.kind == "role" and c.country for c in found)
    if told or homes.once_ruled(s, h):  # "the former Portuguese colony"
        found = [c for c in found if not (c.kind == "country" and c.resolved_by == "adjective")]
    found = [_of_no_land(c) if any(homes.allied_to(s, i, h) for i in s.children[h]) else c for c in found]
    anothers = s.lemmas[h] in homes.OTHERS and s.kids(h, "poss")  # "Indonesia's neighbour": not Indonesia
    of_its_own = cast.own_acronyms & set(
        text.split()
    )  # "KDP activists", of a party that only the report names
    found = [c for c in found if not ((anothers or of_its_own) and c.resolved_by == "name and role")]
    found = [c for c in found if c.resolved_by != "capital" or c.score >= _OWNER_ONLY]
    head = (s.lemmas[h], s.words[h].lower())
    owned = s.kids(h, "poss") and s.words[h].islower() and not cast.knowledge.role([s.lemmas[h]])
    thing = owned or s.lemmas[h] in _UTTERED  # "the leader's arrest", "the minister's remarks": nobody
    found = [
        c
        for c in found
        if (c.kind != "role" or any(w in c.name.lower() for w in head))
        and not (thing and (c.kind == "office" or (c.kind == "role" and s.lemmas[h] in _UTTERED)))
    ]
    if phrase == phrase.lower():  # a common noun is no name: "a ban" is not Ban Ki-moon
        found = [c for c in found if c.kind in ("role", "office")]
    if " " not in phrase and s.kids(h, "det"):  # "the West" is no person
        found = [c for c in found if c.kind != "person"]
    return _parties_to(s, h, [_of_many_such(cast, c, text) for c in found])


def _of_no_land(c: Candidate) -> Candidate:
    """ "Paris's allies", "U.S. allies": a role of people of other lands."""
    other = (
        c.kind in ("role", "office") and c.resolved_by.endswith("and role") and c.country not in INTERNATIONAL
    )
    return replace(c, country=None, resolved_by="role") if other else c


_GENERIC = frozenset({"Leader", "Crime boss", "Dissident", "Activist", "Cleric"})


def _of_many_such(cast: Cast, c: Candidate, text: str) -> Candidate:
    """ "The Afghan militia leader": the one known is meant only where the report names him."""
    one = c.kind == "person" and c.resolved_by == "office" and c.office in _GENERIC and c.actor_id
    return replace(c, actor_id="", name=text) if one and not cast.seen[c.actor_id] else c


_CONFLICTS = frozenset(
    "conflict war dispute fighting hostility hostilities crisis agreement accord treaty truce ceasefire talk "
    "negotiation convention deal pact".split()
)


def _parties_to(s: Sentence, h: int, found: list[Candidate]) -> list[Candidate]:
    """ "The parties to the war", "the conflict parties": no political ones."""
    if s.lemmas[h] != "party":
        return found
    to = range(h + 2, min(h + 5, len(s))) if s.words[h + 1 : h + 2] == ["to"] else ()
    if not any(s.lemmas[o] in _CONFLICTS for o in (*to, *s.kids(h, "compound"))):
        return found
    return [replace(c, sectors=("UNK",)) for c in found if c.kind == "role"]


_HEADS = re.compile(r"^(?:President|Premier|Chairman|Chancellor|Leader|Prime Minister) ([A-Z][\w’'-]+)$")


def _surname_of_one_named(cast: Cast, text: str) -> str:
    """ "President Kim" where the report has named Kim Jong-un: he, and no namesake in a like office."""
    said = _HEADS.match(text)
    known = cast.by_name.get(name_key(said[1])) if said else None
    same = known is not None and known[1] == "person" and "GOV" in known[0].sectors and known[0].actor_id
    return known[0].name if known and same else text


_UTTERED = frozenset(
    "remark comment statement speech warning threat announcement decision visit trip refusal claim accusation "
    "pledge promise tweet interview letter message demand offer proposal plan criticism call".split()
)
_NO_KOREA = re.compile(
    r"\bNorth (?:East|West|Eastern|Western|Says|Sea|African|American|Atlantic|European|Macedonian|Asian|Caucasian)\b"
)
"""The north of something else than Korea."""


def _without(beginning: re.Pattern[str], text: str) -> str:
    """A text without what a pattern finds at its beginning."""
    found = beginning.match(text)
    return text[found.end() :] if found else text


def _of_the_person_named(cast: Cast, s: Sentence, h: int, found: list[Candidate]) -> list[Candidate]:
    """ "Abbott's spokeswoman" where the report names Greg Abbott: of his country, not of a namesake's."""
    for c in s.kids(h, "poss"):
        known = cast.by_name.get(name_key(s.words[c])) if s.pos[c] == "PROPN" else None
        if known and known[1] == "person" and known[0].country:
            home = known[0].country
            return [
                replace(x, country=home) if x.kind in ("role", "office") else x
                for x in found
                if x.kind in ("role", "office") or x.country == home
            ]
    return found


def _of_another_name(cast: Cast, text: str, c: Candidate) -> bool:
    """ "Ramon Diaz" is no Yolanda Díaz, whose surname alone he bears."""
    first, _, rest = text.partition(" ")
    if c.resolved_by != "surname" or not rest or not rest[:1].isupper() or first.lower() in TITLES:
        return False
    known = first.lower() in c.name.lower() or cast.knowledge.role([first.lower()])
    own = cast.knowledge.nationality(first)  # "Chad Smith" is no Smith of Britain
    return first[:1].isupper() and first.isalpha() and not known and c.country not in own


def _of_another_country(cast: Cast, s: Sentence, h: int, entity: Entity, text: str) -> Entity:
    """ "Ecuador's defence minister, Jose Gallardo" is no Gallardo of Chile who holds no office."""
    home = homes.modifier_country(cast, s, h) if {*entity.sectors} <= {"ELI"} else None
    first, last = g.phrase(s, h, with_of=False)
    role = cast.knowledge.role([s.words[i].lower() for i in range(first, last + 1)]) if home else None
    if not home or len(home) != 3 or home == entity.country or role is None or not entity.country:
        return entity
    other = Entity(text, None, home, role.sectors, None, entity.span, "apposition")
    _rename(cast, entity.actor_id, other)
    return other


def _by_apposition(
    cast: Cast, s: Sentence, h: int, span: Span, plural: bool, role: Candidate | None = None
) -> Filler | None:
    """Who a phrase is by the name beside it; of an unknown person ``role`` tells what he is and whose."""
    for other in g.appositions(s, h):
        if s.pos[other] != "PROPN":
            continue
        first, last = g.phrase(s, other)
        text = s.slice(first, last)
        known = cast.by_name.get(name_key(text))
        if _short_for_it(known):
            continue
        if known and known[1] == "person":
            entity, kind = known
        else:
            meant = cast.knowledge.resolve(text, cast.date)
            if meant and meant[0].kind == "country":
                continue  # "Belgium, the former colonial power": no Mrs Belgium
            found = [
                c
                for c in meant
                if c.kind in ("person", "org", "outlet")
                and cast.fits_report(text, c)
                and not _of_another_name(cast, text, c)
                and (c.resolved_by != "short name" or _spoken_of_besides(cast, c))
            ]
            if not found:
                continue
            best = cast.choose(found)
            if best.kind == "org" and _acronym_of_another(cast, s, h, text, best):
                continue
            home = homes.modifier_country(cast, s, h)
            own = [c for c in found if c.country == home]
            of_states = best.country in INTERNATIONAL - {
                "NGO"
            }  # "the Community of … States (Ecowas)": no state's
            foreign = home and len(home) == 3 and best.country and best.country != home
            if foreign and best.kind == "org" and not of_states:
                sectors = role.sectors if role is not None and role.sectors != ("UNK",) else best.sectors
                unknown = replace(best, actor_id="", country=home, name=text, sectors=sectors)
                best = own[0] if own else unknown  # "his party, the …"
            entity, kind = entity_of(best, text, span, tuple(found)), best.kind
            name = s.slice(*g.phrase(s, h))
            if kind == "org" and "PTY" in best.sectors and looks_personal(s, h, name):
                entity = replace(entity, name=name, actor_id=None)  # "Ada Nkosi, the Democrat who chairs it"
                kind, text = "person", name
        entity = replace(entity, span=span, resolved_by="apposition")
        entity = _of_another_country(cast, s, h, entity, text) if kind == "person" else entity
        if role is not None and kind == "person" and not entity.sectors and role.sectors != ("UNK",):
            entity = replace(entity, sectors=role.sectors)
        if not entity.country and role is not None and role.country and kind == "person":
            entity = replace(entity, country=role.country)
        if not entity.country:
            stranger = role is not None and kind == "person" and not entity.actor_id
            entity = homes.with_country(cast, s, h, entity, only_modifiers=not stranger)
        cast.remember(text, entity, kind)
        return Filler(entity, "actor", kind, h, plural)
    return None


def _spoken_of_besides(cast: Cast, c: Candidate) -> bool:
    """ "A rebel spokesman, Juan Perez": nobody of a country of whom nothing else in the report is."""
    return any(m.entity.country == c.country and m.entity.actor_id != c.actor_id for m in cast.mentions)


def _acronym_of_another(cast: Cast, s: Sentence, h: int, text: str, best: Candidate) -> bool:
    """ "the Supreme Electoral Tribunal (TSE)" of Guatemala is not the body of Brazil with those letters."""
    if not text.isupper() or s.pos[h] != "PROPN" or best.country is None or best.country in INTERNATIONAL:
        return False
    return not any(
        m.entity.country == best.country and m.kind in ("country", "person") for m in cast.mentions
    )


def _short_for_it(known: tuple[Entity, str] | None) -> bool:
    """ "the National Water Board (NWB)": an acronym that the report introduces names nobody else."""
    return known is not None and known[0].resolved_by == "introduced in brackets"


def _named_beside(cast: Cast, s: Sentence, h: int, role: Candidate, plural: bool) -> Filler | None:
    """ "its director, Katherine Archuleta", "a civic group, the Catalan Assembly": the name as given."""
    if plural or (role.sectors == ("UNK",) and s.lemmas[h] not in PERSON_NOUNS):
        return None
    person = role.kind in ("office", "person") or s.lemmas[h] in PERSON_NOUNS | KIN
    person = person or bool(PEOPLE.search(s.lemmas[h])) or _by_his_trade(s, h, role)
    for other in s.kids(h, "appos"):
        if s.pos[other] != "PROPN" or is_calendar(s, other):
            continue
        first, last = g.phrase(s, other, with_of=not person)
        name = s.slice(first, last).strip("\"'“”‘’ ")
        if _short_for_it(cast.by_name.get(name_key(name))):
            continue
        if person and not looks_personal(s, other, name):
            continue
        sectors, office = (("CVL",), None) if s.lemmas[h] in KIN else (role.sectors, role.office)
        sectors = sectors_of_owner(cast, s, h) or sectors
        ours = lost_by_the_sayer(cast, s, h)
        if ours is not None:
            role, sectors, office = replace(role, country=ours.country), ours.sectors, None
        entity = Entity(name, None, role.country, sectors, office, (s.starts[first], s.ends[last]),
                        "apposition")  # fmt: skip
        entity = of_a_body(cast, s, h, entity) if person else entity
        if not entity.country:
            entity = homes.with_country(cast, s, h, entity)
        cast.remember(name, entity, "person" if person else "org")
        if s.lemmas[h] in MEN | WOMEN:  # "her husband, Omar Haddad": "he" is not she
            cast.gender.setdefault(name, s.lemmas[h] in MEN)
        return Filler(entity, "actor", "person" if person else "org", h)
    return None


def _by_his_trade(s: Sentence, h: int, role: Candidate) -> bool:
    """ "a farmer, Omar Haddad": a man, whom no "group" of a later sentence means."""
    at_work = role.sectors[:1] in (("AGR",), ("LAB",)) and s.tags[h] == "NN"
    return at_work and s.lemmas[h].endswith(("er", "or", "man"))


def _holder_in_report(
    cast: Cast, s: Sentence, h: int, text: str, entity: Entity, best: Candidate
) -> tuple[Entity, Candidate]:
    """An office without a name: whom the report calls so, else its holder if it has but one."""
    if _of_a_lesser_body(cast, s, h):
        told = replace(best, actor_id="", kind="office")
        return Entity(text, None, best.country, best.sectors, None, entity.span, "office"), told
    if cast.seen[best.actor_id]:
        return entity, best
    wanted = title_words(text)
    for m in cast.before(s, s.starts[h]):
        named = m.kind == "person" and m.entity.country == best.country and m.entity.name != entity.name
        if (
            named
            and wanted
            and (wanted & {"president", "minister", "premier", "chancellor", "leader"})
            and (
                wanted <= title_words(m.entity.office or "")
                or title_words(m.entity.office or "") & {"president"} & wanted
            )
        ):
            return replace(m.entity, span=entity.span, resolved_by="office; named in the report"), best
    if s.lemmas[h] in _SHARED_OFFICES:
        told = replace(best, actor_id="", kind="office")
        return Entity(text, None, best.country, best.sectors, None, entity.span, "office"), told
    return entity, best


_BODIES_WITH_PRESIDENTS = frozenset(
    "tribunal court conference congress federation confederation association union council senate assembly "
    "parliament chamber committee commission club board party bar society institute academy university bank "
    "company region province district house synod opposition movement group minority majority coalition camp "
    "faction community".split()
)
_AGAINST_STATE = frozenset({"rebel", "opposition", "guerrilla", "insurgent", "separatist", "militant"})


def _of_a_lesser_body(cast: Cast, s: Sentence, h: int) -> bool:
    """ "The tribunal's president", "the premier of Saxony": not who is at the head of the state."""
    if s.lemmas[h] not in ("president", "premier", "chancellor", "leader"):
        return False
    of = [o for p in s.kids(h, "prep") if s.lemmas[p] == "of" for o in s.kids(p, "pobj")]
    owners = [*of, *s.kids(h, "poss", "compound")]
    if any(s.lemmas[o] in _BODIES_WITH_PRESIDENTS for o in owners):
        return True
    if any(s.lemmas[c] in _AGAINST_STATE for o in of for c in s.kids(o, "amod", "compound", "nmod")):
        return True  # "leader of the rebel Congolese Rally"
    return any(s.pos[o] == "PROPN" and cast.filler(s, o).kind == "place" for o in of)


def _by_number(cast: Cast, s: Sentence, h: int, text: str, span: Span) -> Filler | None:
    """ "Nine were held": people told by their number only, of the kind that was counted before or of none."""
    if not _counted_people(s, h):
        return None
    if s.kids(h, "det") and s.words[h].lower() in cast.texts[s.field][: span[0]].lower().split():
        return None  # "freed two reporters; the two had been kidnapped": those
    people = Entity(text, None, None, ("CVL",), None, span, "counted people")
    again = _more_of_them(cast, s, h, span)
    return again or Filler(homes.with_country(cast, s, h, people), "actor", "role", h, True)


def _more_of_them(cast: Cast, s: Sentence, h: int, span: Span) -> Filler | None:
    """ "seized two Israeli soldiers and killed eight", "Two rebels died and six were held": more of the same."""
    verb = s.heads[h]
    if s.pos[h] != "NUM" or s.deps[h] not in ("dobj", "nsubjpass") or s.deps[verb] != "conj":
        return None
    before = s.kids(s.heads[verb], "dobj", "nsubjpass", *(["nsubj"] if s.deps[h] == "nsubjpass" else []))
    before = [o for o in before if s.kids(o, "nummod") and o < verb]
    if not before or s.tags[before[-1]] != "NNS" or [t for t in s.kids(verb, "nsubj", "nsubjpass") if t != h]:
        return None
    f = cast.filler(s, before[-1])
    if not f.acts or f.kind != "role":
        return None
    entity = replace(
        f.entity, name=s.words[h], span=span, resolved_by=f"{f.entity.resolved_by}; more of them"
    )
    return replace(f, entity=entity, kind="role", head=h, plural=True)


def _others_of_them(cast: Cast, s: Sentence, h: int, span: Span) -> Filler | None:
    """ "Some marchers threw stones while others burned cars", "killed two rebels and hurt many others": of them."""
    counted = [c for c in s.children[h] if s.deps[c] == "nummod" or s.lemmas[c] in _SOME_OF_THEM]
    objects = s.deps[h] == "dobj" and s.deps[s.heads[h]] in ("conj", "advcl")
    if s.words[h] != "others" or counted != s.children[h] or not (objects or s.deps[h] in _DOING_OR_DONE_TO):
        return None
    for t in range(h - 1, -1, -1):
        counts = s.lemmas[t] == "number"
        told = [o for name, _, o in g.prepositional(s, t) if name == "of"] if counts else [t]
        one = (
            bool(told) and s.tags[told[0]] == "NN" and any(s.lemmas[c] == "one" for c in s.kids(t, "nummod"))
        )
        if not told or not (s.tags[told[0]] == "NNS" or one) or s.words[t] == "others":
            continue
        if s.deps[t] not in (("dobj", "nsubjpass") if objects else _DOING_OR_DONE_TO):
            continue
        some = counts or any(s.lemmas[c] in _SOME_OF_THEM for c in s.kids(t, "det", "amod"))
        f = cast.filler(s, told[0]) if some or s.kids(t, "nummod") else None
        if f is None or not f.acts or f.kind != "role":
            return None
        how = f"{f.entity.resolved_by}; more of them"
        text = s.slice(min(s.subtree(h)), h)
        return replace(
            f, entity=replace(f.entity, name=text, span=span, resolved_by=how), head=h, plural=True
        )
    return None


_SOME_OF_THEM = frozenset("some many most several".split())
_DOING_OR_DONE_TO = ("nsubj", "nsubjpass")
_FURTHER = frozenset("other remaining further additional".split())
_BESIDE_A_COUNT = _FURTHER | {"at", "more", "people", "including"}


def _who(s: Sentence, r: int) -> bool:
    """True for a clause with "who": what it hangs on are people."""
    return s.deps[r] == "relcl" and any(s.lemmas[c] == "who" for c in s.kids(r, "nsubj", "nsubjpass"))


def _counted_people(s: Sentence, h: int) -> bool:
    """ "hundreds marched", "killed 19", "two were abducted": people told by their number only."""
    top = h
    if s.deps[h] == "pobj" and s.lemmas[h] in _COUNT_ALONE and s.lemmas[s.heads[h]] == "of":
        top = s.heads[s.heads[h]]  # "hundreds of thousands rallied"
        if s.lemmas[top] not in _COUNT_ALONE:
            return False
    if s.deps[top] not in ("nsubj", "nsubjpass", "dobj", "conj") or s.pos[h] not in ("NOUN", "NUM", "ADJ"):
        return False
    more = any(s.words[c].lower() in _FURTHER for c in s.children[h])  # "the other 12, who are abroad"
    suffer = s.deps[h] in ("nsubjpass", "dobj") and s.lemmas[s.heads[h]] in _DONE_TO_THEM
    if not more and not suffer and any(s.lemmas[c] in ("the", "these", "those") for c in s.kids(h, "det")):
        return False  # but "the five were freed"
    if any(s.deps[c] in ("prep", "nmod", "compound", "amod", "poss", "relcl") and s.lemmas[c] not in _COUNT_ALONE
           and s.words[c].lower() not in _BESIDE_A_COUNT and not (more and _who(s, c)) for c in s.children[h]):  # fmt: skip
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


def _pointing(cast: Cast, s: Sentence, h: int, text: str, span: Span) -> Filler | None:
    """Whom "they", "both" or "those detained" mean."""
    if _those_taken(s, h):
        people = Entity(text, None, None, ("CVL",), None, span, THOSE_TAKEN)
        return Filler(homes.with_country(cast, s, h, people), "actor", "role", h, True)
    if s.words[h].lower() == "those" and s.deps[h] == "pobj" and s.lemmas[s.heads[h]] == "among":
        return _one_of_them(cast, s, h)
    if s.pos[h] != "PRON" and s.tags[h] not in ("PRP", "PRP$"):
        return None
    both = descriptions.description(cast, s, h, text, span, True) if text in ("Both", "both") else None
    return both or pronouns.pronoun(cast, s, h, span)


_DONE_TO_THEM = frozenset(
    "arrest detain jail imprison kill shoot wound injure abduct kidnap free release beat expel deport execute "
    "murder torture extradite pardon".split()
)
_DONE_TO_PEOPLE = frozenset(
    "detain arrest hold jail kill wound injure evacuate displace abduct kidnap".split()
)


def _those_taken(s: Sentence, t: int) -> bool:
    """ "those detained", "some of those killed"."""
    return s.words[t].lower() == "those" and any(
        s.lemmas[c] in _DONE_TO_PEOPLE and (s.deps[c] == "acl" or bool(s.kids(c, "nsubjpass")))
        for c in s.kids(t, "acl", "relcl")
    )


def _one_of_them(cast: Cast, s: Sentence, h: int) -> Filler | None:
    """ "A Turkish adviser was among those who killed him": the adviser."""
    verb = s.heads[s.heads[h]]
    named = [t for t in s.kids(verb, "nsubj") if t < h] if s.lemmas[verb] == "be" else []
    doing = any(s.kids(c, "nsubj") and not s.kids(c, "auxpass") for c in s.kids(h, "relcl"))
    return cast.filler(s, named[0]) if named and doing else None


def _again(entity: Entity, text: str) -> str:
    return (
        entity.resolved_by or "name"
        if name_key(text) == entity.name.lower()
        else "surname after the full name"
    )
