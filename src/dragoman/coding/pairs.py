"""Whom "both", "the two sides" and "the two countries" mean."""

from __future__ import annotations

import bisect
import itertools
import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding import grammar as g
from dragoman.coding.kin import home_of_kin
from dragoman.coding.mentions import Filler, Mention
from dragoman.coding.people import OUTLAWS
from dragoman.knowledge.words import INTERNATIONAL
from dragoman.language import Sentence
from dragoman.records import Entity, Field, Span

if TYPE_CHECKING:
    from dragoman.coding.actors import Cast


SIDES = frozenset(
    "country nation side leader government neighbour neighbor ally party counterpart president minister "
    "state power capital man rival foe delegation official diplomat army military force team negotiator navy "
    "premier republic kingdom commander general".split()
)
TWO_OF_A_KIND = frozenset("country nation side neighbour neighbor rival foe capital republic".split())
PAIRS = frozenset({"pair", "duo"})
"""Two people told of before."""
OFTEN = 3
"""Mentions from which a country is surely what a report is about."""


def note(cast: Cast, text: str, fld: Field) -> None:
    """Remember two parties of different countries that "and" joins, titles between them allowed."""
    here = [m for m in cast.mentions if m.field == fld and is_of_a_state(m)]
    for first, second in itertools.pairwise(here):
        between = text[first.end : second.start]
        a, b = first.entity.country, second.entity.country
        if a and b and a != b and _JOINED.fullmatch(between):
            cast.pairs.append((first, second))


_JOINED = re.compile(r"(?:\s*'s)?[\w\s'’-]{0,40}\band(?: [\w'’-]+){0,3}\s+")


def both(cast: Cast, s: Sentence, h: int, text: str, span: Span) -> Filler | None:
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
    pair = both_sides(cast, s, h) if s.lemmas[h] not in PAIRS else []
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


_BOTH_KOREAS = re.compile(r"(?:North and South|South and North) Koreas?$", re.I)


def both_koreas(cast: Cast, s: Sentence, h: int, text: str, span: Span) -> Filler | None:
    """ "North and South Korea": both of them."""
    if "Korea" not in text or not _BOTH_KOREAS.match(text):
        return None
    pair = [cast.country_entity(land, span) for land in ("PRK", "KOR")]
    cast.meant[s.field, span] = pair
    entity = replace(pair[0], span=span, resolved_by=f"description: {text}")
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
        nationals = m.entity.resolved_by == "demonym" and _are_two(cast, m)
        several = m.plural and m.kind not in ("country", "pair")
        if nationals or (several and "two" in m.entity.name.lower().split()):
            entity = replace(m.entity, span=span, resolved_by="description: two told of before")
            entity = replace(entity, sectors=("CVL",)) if nationals else entity
            return Filler(entity, "actor", m.kind, h, True)
    now = bisect.bisect_right(cast.starts[s.field], s.starts[h]) - 1
    if s.lemmas[h] == "two" and any(
        b.field == s.field and cast.sentence_of(b) >= now - 1 for _, b in cast.pairs
    ):
        return None  # "Chad and Sudan traded blame. The Union accused the two of …"
    people = Entity(text, None, cast.focus(s), ("CVL",), None, span, f"description: {text}")
    return Filler(people, "actor", "role", h, True)


_TWO = re.compile(r"\b(?:two|both|pair of)(?: [a-z]+)? $", re.IGNORECASE)


def _are_two(cast: Cast, m: Mention) -> bool:
    """ "Two Germans", "two young Swedes"."""
    return _TWO.search(cast.texts[m.field][max(0, m.start - 20) : m.start]) is not None


def _two_men(cast: Cast, s: Sentence, h: int, span: Span) -> Filler | None:
    """ "urged both men to talk": the two of whom most is told, where they are rivals of one country."""
    if s.lemmas[h] not in ("man", "woman", *PAIRS):
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


_BANDS = frozenset("group movement organisation organization militia faction insurgency".split())


def two_groups(cast: Cast, s: Sentence, h: int, span: Span) -> Filler | None:
    """ "Both groups have attacked villages": the two bodies named last, where no third one is near."""
    counted = {s.lemmas[c] for c in s.kids(h, "det", "predet", "nummod")}
    if (
        s.lemmas[h] not in _BANDS
        or s.tags[h] != "NNS"
        or not ("both" in counted or {"the", "two"} <= counted)
    ):
        return None
    if s.kids(h, "prep", "relcl", "acl", "compound", "appos"):
        return None
    now = bisect.bisect_right(cast.starts.get(s.field, []), span[0])
    named: dict[str, Entity] = {}
    for m in cast.before(s, span[0]):
        if m.field != s.field or now - cast.sentence_of(m) > _STILL_SPOKEN_OF:
            break
        if m.kind == "org" and m.entity.actor_id and (OUTLAWS | {"PTY"}) & set(m.entity.sectors):
            named.setdefault(m.entity.actor_id, m.entity)
    if len(named) != len(("one", "the other")):
        return None
    two = [*named.values()][::-1]
    cast.meant[s.field, span] = two
    country = two[0].country if two[0].country == two[1].country else None
    name = " and ".join(e.name for e in two)
    sectors = two[0].sectors[:1]
    entity = Entity(name, None, country, sectors, None, span, "description: the two groups told of")
    return Filler(entity, "actor", "pair", h, True)


def _is_person(e: Entity) -> bool:
    return e.office is not None or (e.actor_id or "").startswith("person")


def both_sides(cast: Cast, s: Sentence, h: int) -> list[Entity]:
    """The two countries meant by "both sides": without the subject's, if the report has two others."""
    position = s.starts[h]
    at_war = _between_whom(cast, s, h) or _government_and_rebels(cast, s, h)
    if at_war:
        return at_war
    people = s.lemmas[h] in _PEOPLE
    pair = last_two(cast, s, position, subject_countries(cast, s, h), people=people)
    # a Korean banker "called on both sides" in a report on Korea and Japan
    pair = pair if len(pair) == 2 else last_two(cast, s, position)
    pair = [] if any(home_of_kin(cast, s, e.country or "") for e in pair) else pair
    return pair if len(pair) == 2 else _state_and_its_rebels(cast, s, h)


def _between_whom(cast: Cast, s: Sentence, h: int) -> list[Entity]:
    """ "The truce between state and rebels has frayed amid clashes between the two sides": those two."""
    two = any(s.lemmas[c] in ("two", "both") for c in s.children[h])
    if s.lemmas[h] not in ("side", "party", "camp") or s.deps[h] != "pobj" or not two:
        return []
    for p in range(h - 1, -1, -1):
        first = [o for o in s.kids(p, "pobj") if o != h and o < h] if s.lemmas[p] == "between" else []
        joined = g.conjuncts(s, first[0]) if first else []
        if len(joined) == 2 and max(joined) < h:
            fillers = [cast.filler(s, t) for t in joined]
            if all(f.acts for f in fillers) and any(f.entity.country for f in fillers):
                return [f.entity for f in fillers]
    return []


_IN_ARMS = re.compile(r"\b(rebels|guerrillas|insurgents|separatists)\b", re.IGNORECASE)
_OF_THE_STATE = re.compile(r"\b(?:government|army|troops|soldiers|police|security forces)\b")


def _state_and_its_rebels(cast: Cast, s: Sentence, h: int) -> list[Entity]:
    """ "Each side blamed the other" where a report tells of one country's army and rebels without a name."""
    if s.lemmas[h] not in ("side", "party", "camp", "other"):
        return []
    told = cast.text[: s.start] if s.field == "text" else ""
    rebels = _IN_ARMS.search(told)
    country = cast.focus(s) if rebels and _OF_THE_STATE.search(told) else None
    if rebels is None or country is None or len(country) != 3 or country in INTERNATIONAL:
        return []
    armed = Entity(rebels[1].lower(), None, country, ("REB",), None, None, "description")
    return [cast.country_entity(country, None), armed]


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


_PARTIES_TO_DEALS = SIDES - {"man"}
_STILL_SPOKEN_OF = 2
"""Sentences back in which two people can be told of whom "the two" means."""


def _two_people(cast: Cast, s: Sentence, h: int, span: Span) -> Filler | None:
    """ "freed two reporters … The two had been kidnapped": the same people, no two countries."""
    word = s.lemmas[h]
    if word in _PARTIES_TO_DEALS or word in TWO_OF_A_KIND or word == "other":
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
    goes_along = s.deps[h] == "pobj" and s.lemmas[s.heads[h]] == "with" and s.tags[h + 1 : h + 2] == ["VBG"]
    if s.deps[h] in ("nsubj", "nsubjpass") or goes_along:  # "Oslo and Rome met, with both states agreeing"
        return frozenset()
    verb = g.verb_above(s, h)
    subjects = [] if verb is None else g.surface_subjects(s, verb)
    fillers = [cast.filler(s, t).entity for t in subjects if t != h]
    return frozenset(
        e.country
        for e in fillers
        if e.country  # of "rebels took the south of the country" it is told where they are of
        and not (OUTLAWS & set(e.sectors[:1]) and (e.resolved_by or "").endswith("country from the report"))
    )


def _both_states(pair: tuple[Mention, ...]) -> bool:
    """True for two states by their names, and not by adjectives ("Thai and Lao officers")."""
    return all(m.kind == "country" and m.entity.resolved_by == "name" for m in pair)


def last_two(
    cast: Cast, s: Sentence, position: int, but: frozenset[str] = frozenset(), *, people: bool = False
) -> list[Entity]:
    """The two countries meant before a place by "the two", in the order of the text.

    Two that one sentence names together ("Egypt and Israel") win, unless the report speaks more
    of two others; those of ``but`` are not meant ("Carter praised the two leaders").
    """
    told = [
        (first, second)
        for first, second in cast.pairs
        if (first.field == "title" or (second.field == s.field and second.end <= position))
        and not but & {first.entity.country, second.entity.country}
    ]
    here_named = [p for p in told if p[0].start >= s.start and _both_states(p)]
    if len(here_named) == 1:  # "ties between Peru and Chile cooled after a clash of the two armies"
        return [m.entity for m in here_named[0]]
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
    pair: tuple[Mention, ...] = max(told[::-1], key=lambda p: _headlined(cast, p)) if told else ()
    latest: dict[str, Mention] = {}
    for m in before:
        country = m.entity.country or ""
        if is_of_a_state(m) and len(country) == 3 and country not in but | INTERNATIONAL | _DEPENDENCIES:
            latest.setdefault(country, m)
    title = _of_the_title(cast)
    spoken_of = sorted(
        latest.values(),
        key=lambda m: (-min(cast.countries[m.entity.country or ""], OFTEN), m.entity.country not in title),
    )
    most = tuple(sorted(spoken_of[:2], key=lambda m: (m.field == "text", m.start)))
    # not "Canadian and Dutch peacekeepers" in a report on two others
    both = bool(pair) and _are_both(cast, s, position, pair)
    if not pair or (len(most) == 2 and not both and _headlined(cast, most) > _headlined(cast, pair)):
        here = bisect.bisect_right(cast.starts.get(s.field, []), position) - 1
        near = all(m.field == s.field and cast.sentence_of(m) >= here - 1 for m in most)
        pair = most if near or pair or len(most) < 2 or _how_often(cast, most) > 1 else ()
    return [cast.country_entity(str(m.entity.country), m.entity.span) for m in pair]


def _are_both(cast: Cast, s: Sentence, position: int, pair: tuple[Mention, ...]) -> bool:
    """ "Peru and Chile must act. He urged both states to do so": the two whom the last sentence joins."""
    text, (first, second) = cast.texts[s.field], pair
    if first.field != s.field or not text[:position].lower().endswith("both ") or not _both_states(pair):
        return False
    return text[first.end : second.start] == " and " and cast.sentences_between(second, s) == 1


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
    return min(min(cast.countries[m.entity.country or ""] for m in pair), OFTEN)
