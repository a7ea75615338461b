"""Bodies that several countries have under one name: "Labor", "the Greens", "the Senate".

``bare_names.tsv`` holds the names.  Which bearer is meant the report tells: where it is at home in a
country and never speaks of the one whose body the name usually means, that country's own is meant.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman import tsv
from dragoman.coding.mentions import Mention, entity_of, name_key
from dragoman.knowledge import Candidate, names
from dragoman.knowledge.base import day_number
from dragoman.knowledge.words import INTERNATIONAL
from dragoman.language import Sentence
from dragoman.records import Entity, Span

if TYPE_CHECKING:
    from dragoman.coding.actors import Cast

_PARTY = "party"
_ELSEWHERE = frozenset("congress senate supreme-court house-of-representatives".split())
"""Names of American bodies that a report uses of its own country's even where it names America."""
_ABROAD_TOO = frozenset({"USA", "GBR"})
"""Countries whose parties a report from elsewhere calls by their bare names."""
_BEFORE_NAMES = re.compile(
    r"^(?:(?:the|his|her|its|their|our|ruling|opposition|governing|main)\s+)+", re.IGNORECASE
)


@cache
def _roles() -> dict[str, str]:
    """``bare_names.tsv``: the name without its article → the role."""
    return {r["name"]: r["role"] for r in tsv.rows(Path(__file__).parent / "bare_names.tsv")}


def _bare(text: str) -> str:
    return _BEFORE_NAMES.sub("", text).lower().replace("’", "'")


def is_bare(text: str) -> bool:
    """True for a name that bodies of several countries go by."""
    return _bare(text) in _roles()


_FIRST_HALF = re.compile(
    r"\b(?:Civic|Free|New|Popular|Progressive|Independent|Constitutional|Agrarian|Patriotic|European) $"
)


_PART_OF_AMERICA = re.compile(r"\b(?:Latin|Central|South|North|Spanish) $")


_OF_A_SPORT = re.compile(r"\b[A-Z][\w.-]* $")
"""A capital before "League" alone: "the G League", "the National Football League"."""


def half_a_name(text: str, span: Span) -> bool:
    """ "the Civic Democrats" are no Democrats of America, nor is "Latin America" the United States."""
    if text[span[0] : span[1]] == "America":
        return _PART_OF_AMERICA.search(text[max(0, span[0] - 9) : span[0]]) is not None
    if text[span[0] : span[1]] == "Guinea":  # "New Guinea's western half"
        return text[max(0, span[0] - 4) : span[0]] == "New "
    if text[span[0] : span[1]] == "League":
        return _OF_A_SPORT.search(text[max(0, span[0] - 24) : span[0]]) is not None
    plural = text[span[0] : span[1]] in (
        "Democrats",
        "Republicans",
        "Liberals",
        "Conservatives",
        "Socialists",
    )
    return plural and _FIRST_HALF.search(text[max(0, span[0] - 20) : span[0]]) is not None


def settle(cast: Cast, named: Sequence[tuple[str, Mention]]) -> None:
    """Give bare names that the report has logged for another country's body to the home country's.

    Persons elected to an office hold what the report calls them.
    """
    _elected(cast)
    likely = cast.home or (_likely_home(cast) if named else None)
    for text, m in named:
        old = m.entity.country
        if old is None or not anothers(cast, text, old):
            continue
        home = _summoning(cast, m, old, likely) if _roles()[_bare(text)] == "ministry" else likely
        meant = _at_home(cast, _bare(text), home) if home else []
        if meant and home:
            name = meant[0].name if meant[0].actor_id else text
            m.entity = replace(entity_of(meant[0], name, m.entity.span), country=home)
            cast.countries[old] -= 1
            cast.countries[home] += 1
            cast.by_name[name_key(text)] = (m.entity, "org")


_ENVOY = re.compile(
    r"\b([A-Z][\w-]+)(?:['’]s)? (?:[a-z]+ )?"
    r"(?:ambassador|envoy|charg[eé]|high commissioner|diplomat|consul|mission)\b|"
    r"\b(?:ambassador|envoy|d['’]affaires|high commissioner|consul) of ([A-Z][\w-]+)"
)
_SEATED_IN = re.compile(r" (?:in|at) ([A-Z][\w-]+)")


def _summoning(cast: Cast, m: Mention, old: str, likely: str | None) -> str | None:
    """ "The Afghan envoy was called to the Foreign Office": that of the state which he is sent to."""
    seat = _SEATED_IN.match(cast.texts[m.field], m.end)
    if seat and (there := cast.knowledge.nationality(seat[1])):
        return there[0]
    sent = {
        c for words in _ENVOY.findall(cast.text) for w in words for c in cast.knowledge.nationality(w)[:1]
    }
    known = [c for c in (likely, cast.where.written_in()) if c and c not in sent]
    return known[0] if known else cast.where.at(m.start, m.field, frozenset({old} | sent))


_MINISTRIES = re.compile(r"^(?:the |a |an )?((?:Foreign|Home) Office) (?=[a-z])")


def _of_its_ministry(cast: Cast, text: str, found: list[Candidate]) -> list[Candidate]:
    """ "A Foreign Office spokesman" where the report's Foreign Office is Pakistan's: his country too."""
    named = _MINISTRIES.match(text)
    known, _ = cast.by_name.get(name_key(named[1]), (None, "")) if named else (None, "")
    if known is None or known.actor_id or not known.country or not found or found[0].kind != "office":
        return found
    return [replace(c, country=known.country, actor_id="") for c in found if c.kind == "office"]


def _likely_home(cast: Cast) -> str | None:
    """The country that a short text is about: the only one, or named twice as often as any other."""
    named = Counter(
        m.entity.country
        for m in cast.mentions
        if m.kind in ("country", "person") or (m.kind == "org" and not is_bare(m.entity.name))
    )
    (first, often), (_, other) = ([*named.most_common(2), (None, 0), (None, 0)])[:2]
    alone = often > 1 or len(named) == 1
    return first if first and alone and often >= 2 * other and len(first) == 3 else None


def _at_home(cast: Cast, bare: str, country: str) -> list[Candidate]:
    """The body that goes by a bare name in a country, or what it is."""
    role = cast.knowledge.resolve(_roles()[bare], cast.date)
    return own_body(cast, bare, country) or [c for c in role if c.kind == "role"]


def anothers(cast: Cast, text: str, country: str | None) -> bool:
    """True where a bare name cannot mean the body of ``country`` that usually bears it."""
    bare = _bare(text)
    if bare not in _roles() or country is None:
        return False
    if bare.replace(" ", "-") in _ELSEWHERE:
        return not cast.speaks_of(country)
    spoken = any(m.entity.country == country and m.kind in ("country", "person") for m in cast.mentions)
    home = cast.home or _likely_home(cast)
    if home is None:  # "the Foreign Office" in a report on India and Pakistan
        others = {m.entity.country for m in cast.mentions if m.kind in ("country", "person")}
        return _roles()[bare] == "ministry" and not spoken and bool(others - {country, None})
    if home == country:
        return False
    if spoken and (country not in _ABROAD_TOO or (_roles()[bare] == "ministry" and country == "USA")):
        return not cast.speaks_of(country) and bool(own_body(cast, bare, home))
    return not spoken


def at_home(cast: Cast, s: Sentence, h: int, text: str, found: list[Candidate]) -> list[Candidate]:
    """What a bare name means in this report, given what it may mean anywhere."""
    bare = _bare(text)
    role = _roles().get(bare)
    if role is None and " Office " in text:
        return _of_its_ministry(cast, text, found)
    if role is None or (found and not anothers(cast, text, cast.choose(found).country)):
        return found
    if not found and not (cast.home and s.pos[h] == "PROPN" and s.words[h][:1].isupper()):
        return found
    country = (cast.home or _likely_home(cast)) if role == _PARTY else cast.focus(s)
    own = own_body(cast, bare, country) if country else []
    return own or [
        replace(c, name=bare, country=country if role == _PARTY else c.country)
        for c in cast.knowledge.resolve(role, cast.date)
        if c.kind == "role"
    ]


@cache
def _before_a_person() -> re.Pattern[str]:
    """Bare names of parties where they stand before a title: "Labour Party |leader Ann Otieno"."""
    parties = sorted((n for n, role in _roles().items() if role == _PARTY), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, parties))}) (?=[a-z]+ [A-Z])", re.IGNORECASE)


def of_some_party(cast: Cast, text: str) -> str:
    """ "Labour Party leader Ann Otieno" of Kenya: leader of a party, which is not Britain's."""
    found = _before_a_person().search(text)
    if found is None:
        return text
    name = found.group().strip()
    meant = cast.knowledge.resolve(name, cast.date)
    if not meant or not anothers(cast, name, cast.choose(meant).country):
        return text
    return text[: found.start()] + "party " + text[found.end() :]


_NAMED = re.compile(
    r"\b[A-Z][\w’'-]+(?: (?:(?:of|for|and|on|against) (?:the )?)?[A-Z][\w’'-]+){0,5}? "
    r"(?:Agency|Assembly|Authority|Bank|Board|Bureau|Commission|Committee|Council|Court|Department|"
    r"Directorate|Institute|Ministry|Office|Service|Society|Tribunal|Union)\b(?! (?:of|for) )"
)
_LONGEST_OWNER = 14
"""Letters of the longest word that may say whose a body is, about."""


def home_bodies(
    cast: Cast, text: str, known: Sequence[tuple[Span, tuple[Candidate, ...]]]
) -> Iterator[tuple[Span, tuple[Candidate, ...]]]:
    """The home country's bodies that a report names without it: "the Ethics Commission" in Kenya."""
    if cast.home is None:
        return
    for m in _NAMED.finditer(text):
        if _of_another_country(cast, text[max(0, m.start() - _LONGEST_OWNER) : m.start()]):
            continue
        parts = m.group().split()
        for k in range(len(parts) - 1):
            name = " ".join(parts[k:])
            span = (m.end() - len(name), m.end())
            if (
                not parts[k][:1].isupper()
                or parts[k] == "The"
                or any(a <= span[0] and b >= span[1] for (a, b), _ in known)
            ):
                continue
            found = own_body(cast, name, cast.home)
            if found:
                yield span, (replace(found[0], resolved_by="name at home"),)
                break


_ACRONYM = re.compile(r"\b[A-Z]{2,6}\b(?!\.)")


OF_MANY_PARTIES = frozenset(
    "party front movement union national people's peoples' democratic liberal alliance league".split()
)
"""Words of the names of parties the world over, which make two of them no one body."""
_LANDS_OF_A_NAME = 3
_OFTEN = 2
"""Mentions of a land after which a report is about it."""


def party_elsewhere(cast: Cast, c: Candidate) -> bool:
    """ "People's Democratic Party" in Indonesia: parties of six lands are called so, and none is meant."""
    if c.kind != "org" or "PTY" not in c.sectors:
        return False
    lands = {x.country for x in cast.knowledge.lookup(c.name, cast.date) if x.kind == "org"}
    if len(lands) < _LANDS_OF_A_NAME:
        return False
    named = Counter(m.entity.country for m in cast.mentions if m.entity.name != c.name)
    often = [land for land, n in named.items() if n >= _OFTEN and land not in (None, "USA", *INTERNATIONAL)]
    return bool(often) and not lands & set(named)


def acronyms_at_home(cast: Cast, text: str, home: str | None) -> dict[str, Candidate]:
    """Acronyms that mean a body of the report's country, and elsewhere another: "the NPP" in Sri Lanka."""
    found: dict[str, Candidate] = {}
    for short in sorted(set(_ACRONYM.findall(text)) - _EVERYWHERE) if home else ():
        body = own_body(cast, short, home or "")
        if body and body[0].kind == "org":
            found[short] = replace(body[0], resolved_by="acronym at home")
    return found


_SPELT_OUT = re.compile(
    r"\b[A-Z][a-z’']+(?:[ -](?:(?:of|for|and|on|the|to|against|in) ){0,2}[A-Z][a-z’']+){1,5}\b"
)


def spelt_out(text: str, shorts: Iterable[str]) -> dict[str, str]:
    """Acronyms whose letters begin the words of a title: "Director of Public Prosecutions", "the DPP"."""
    wanted = {x for x in shorts if len(x) > 2} - _EVERYWHERE
    found: dict[str, str] = {}
    for m in _SPELT_OUT.finditer(text) if wanted else ():
        words = [w for w in re.split(r"[ -]", m.group()) if w[:1].isupper()]
        for k in range(len(words) - 1):
            for last in range(k + 2, len(words) + 1):
                short = "".join(w[0] for w in words[k:last])
                if short in wanted:
                    start = m.group().index(words[k])
                    end = m.group().index(words[last - 1], start) + len(words[last - 1])
                    found.setdefault(short, m.group()[start:end])
    return found


_EVERYWHERE = frozenset("UN EU US UK USA WHO NATO AU IMF BBC CNN AP AFP".split())


def _of_another_country(cast: Cast, before: str) -> bool:
    """ "Spain's |Constitutional Court" in a report on Kenya."""
    last = re.sub(r"['’]s?$", "", before.strip().split()[-1]) if before.strip() else ""
    found = cast.knowledge.nationality(last) if last[:1].isupper() else ()
    return bool(found) and found[0] != cast.home


def own_body(cast: Cast, bare: str, country: str) -> list[Candidate]:
    """The body that goes by a bare name in a country: "the Congress" of India is a party."""
    named = [f"{cast.knowledge.country_name(country)}'s {bare.title()}"]
    for word in cast.knowledge.store.words_for(country):
        named += [f"{word} {bare}", f"{word} {bare.removesuffix('s')} party"]
        named += [f"{bare} of {word}", f"{bare} of the {word}"]
    base = cast.knowledge
    day = day_number(cast.date)
    keys = dict.fromkeys(names.key(name) for name in named)
    found = (c for key in keys for c in base.from_refs(base.store.refs(key), bare, True, day))
    return [c for c in found if c.kind == "org" and c.country == country][:1]


_ELECT = re.compile(
    r"\b((?:Vice[ -])?(?:President|Chancellor|Governor|Mayor|Prime Minister|Premier)-[Ee]lect) "
    r"((?:[A-Z][\w.’'-]+ ){0,3}[A-Z][\w’-]+)"
)


def _elected(cast: Cast) -> None:
    """ "President-elect Ada Nkosi": what the report calls her, whatever she held or sought till then."""
    for title, name in _ELECT.findall(cast.text) if "-elect" in cast.text.lower() else ():
        told = (cast.by_name.get(name_key(n)) for n in (name, name.split()[-1]))
        known, kind = next((k for k in told if k is not None), (None, ""))
        if known is None or kind != "person" or "GOV" in known.sectors:
            continue
        what = {"office": title.replace("-Elect", "-elect"), "sectors": ("GOV",)}
        for key, (e, k) in cast.by_name.items():
            if (e.actor_id, e.name) == (known.actor_id, known.name):
                cast.by_name[key] = (replace(e, **what), k)
        for m in cast.mentions:
            if (m.entity.actor_id, m.entity.name) == (known.actor_id, known.name):
                m.entity = replace(m.entity, **what)


def as_elected(cast: Cast, e: Entity) -> Entity:
    """Somebody whom the report calls elected to an office, wherever it names him."""
    known, _ = cast.by_name.get(name_key(e.name), (None, ""))
    if known is None or known.actor_id != e.actor_id or not (known.office or "").endswith("-elect"):
        return e
    return replace(e, office=known.office, sectors=known.sectors)
