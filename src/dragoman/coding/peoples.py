"""Peoples, faiths and churches that live in many countries: of the one that the report speaks of."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding import grammar as g
from dragoman.coding import homes
from dragoman.coding.kin import KIN, MINORITIES, by_adjective, by_demonym, home_of_kin
from dragoman.coding.mentions import Filler, name_key
from dragoman.coding.trees import QUARTERS
from dragoman.knowledge.words import INTERNATIONAL
from dragoman.language import Sentence
from dragoman.records import Entity

if TYPE_CHECKING:
    from dragoman.coding.actors import Cast

_PEOPLES = frozenset({"ethnic", "religious"})
_WITH_KIN = KIN.keys() | MINORITIES.keys()
_IN = frozenset({"in", "inside", "across"})


def at_home(cast: Cast, s: Sentence, f: Filler) -> Filler:
    """A people or church as the part of it that lives in the country of its phrase, or of the report."""
    if f.entity.name == "White House" or (f.entity.resolved_by or "").startswith("metonym"):
        return _seat(cast, s, f)
    if f.entity.country in _WITH_KIN and f.kind != "org":
        return _kin(cast, s, f)
    if f.kind != "org" or not f.entity.actor_id:
        return f
    if f.entity.country == "NGO" and "REL" in f.entity.sectors and f.entity.name.endswith("Church"):
        return _church(cast, s, f)
    if "name and role" in (f.entity.resolved_by or "") and f.entity.sectors[-1:] == ("BUS",):
        # "Shell workers in Nigeria", "two Nigerian workers of Shell"
        there = _where_they_live(cast, s, f.head) or homes.modifier_country(cast, s, f.head)
        return replace(f, entity=replace(f.entity, country=there or f.entity.country))
    other = _as_it_is_called(cast, s, f) or _of_another_owner(cast, s, f)
    if other is not None:
        return other
    entry = cast.knowledge.entry(f.entity.actor_id) or {}
    if entry.get("kind") not in _PEOPLES or "REF" in f.entity.sectors:
        return f
    home = _where_they_live(cast, s, f.head) or _of_the_report(cast, s, f)
    if home is None or home == f.entity.country:
        return f
    moved = replace(f.entity, country=home, resolved_by=f"{f.entity.resolved_by}; where they live")
    for m in cast.mentions:
        if moved.span and m.field == s.field and (m.start, m.end) == moved.span:
            m.entity = moved
    return replace(f, entity=moved)


_PLAIN = frozenset(
    "popular national people's people patriotic democratic republican socialist communist liberal united "
    "union unity front party movement league congress council assembly alliance coalition army committee "
    "commission liberation progressive christian islamic workers labour labor the of and for social "
    "new".split()
)
"""Words of which names are made that bodies of many countries bear."""


_SHORT = re.compile(r" \(([A-Z]{2,8})\)")


def _as_it_is_called(cast: Cast, s: Sentence, f: Filler) -> Filler | None:
    """ "The National Resistance Front, a rebel group in Chad": no front of that name elsewhere."""
    own = f.entity.country
    if not own or own in INTERNATIONAL or s.pos[f.head] != "PROPN":
        return None
    for c in s.kids(f.head, "appos"):
        role = cast.knowledge.role([s.words[c].lower()]) if s.pos[c] == "NOUN" else None
        if role is None or role.kind == "person":
            continue
        first, _ = g.phrase(s, c, with_of=False)
        called = cast.knowledge.role([s.words[i].lower() for i in range(first, c + 1)]) or role
        home = homes.modifier_country(cast, s, c) or _where_they_live(cast, s, c)
        if home and home != own and len(home) == 3 and home not in INTERNATIONAL:
            name = s.slice(*g.phrase(s, f.head, with_of=False))
            sectors = called.sectors if called.sectors != ("UNK",) else f.entity.sectors
            moved = replace(f.entity, name=name, country=home, actor_id=None, sectors=sectors,
                            resolved_by="as the report calls it")  # fmt: skip
            short = _SHORT.match(s.text, s.ends[f.head] - s.start)
            for known in (name, *((short[1],) if short else ())):
                cast.by_name[name_key(known)] = (moved, "org")
            _move_mentions(cast, f, moved)
            return replace(f, entity=moved)
    return None


def _of_another_owner(cast: Cast, s: Sentence, f: Filler) -> Filler | None:
    """ "the republic's Popular Front": its own, no body of that name in a country never spoken of."""
    own = f.entity.country
    plain = all(w in _PLAIN for w in f.entity.name.lower().split()) and not s.words[f.head].isupper()
    if not plain or not own or own in INTERNATIONAL or s.pos[f.head] != "PROPN":
        return None
    if any(m.entity.country == own and m.entity.actor_id != f.entity.actor_id for m in cast.mentions):
        return None
    home = homes.modifier_country(cast, s, f.head) or cast.focus(s, frozenset({own}))
    if home is None or home == own or len(home) != 3:
        return None
    moved = replace(f.entity, country=home, actor_id=None, resolved_by="of the country of the report")
    _move_mentions(cast, f, moved)
    return replace(f, entity=moved)


def _move_mentions(cast: Cast, f: Filler, moved: Entity) -> None:
    for m in cast.mentions:
        if m.entity.actor_id == f.entity.actor_id:
            m.entity = replace(moved, span=m.entity.span)


_SEATS = frozenset({"State House", "Government House", "White House"})
"""Seats of government of which several countries have one."""


def _seat(cast: Cast, s: Sentence, f: Filler) -> Filler:
    """ "State House" in a report on Zambia that never speaks of Kenya: Zambia's."""
    own = f.entity.country
    if not any(s.slice(max(0, f.head - 1), f.head) == seat for seat in _SEATS):
        return f
    named = [m for m in cast.mentions if m.entity.country == own and m.entity.name != f.entity.name]
    home = cast.focus(s, frozenset({own} if own else ()))
    if named or home is None or (own == "USA" and not (home in _WHITE_HOUSES and _is_taken(s, f.head))):
        return f
    moved = replace(cast.country_entity(home, f.entity.span), resolved_by="seat of the home government")
    for m in cast.mentions:
        if m.field == s.field and (m.start, m.end) == f.entity.span:
            m.entity = moved
    return replace(f, entity=moved, kind="country")


def _is_taken(s: Sentence, h: int) -> bool:
    verb = g.verb_above(s, h, full=True)
    return s.deps[h] in ("dobj", "nsubjpass", "pobj") and verb is not None and s.lemmas[verb] in _TAKING


_TAKING = frozenset("storm overrun seize occupy surround shell enter capture ransack loot besiege".split())
_WHITE_HOUSES = frozenset({"RUS", "SUN", "KGZ"})


def _kin(cast: Cast, s: Sentence, f: Filler) -> Filler:
    """ "Albanian guerrillas" in a report on Macedonia that never names Albania: those of Macedonia."""
    own = str(f.entity.country)
    how = (f.entity.resolved_by or "").partition(" ")[0]
    if how not in ("adjective", "demonym") or f.kind == "person" or _of_its_army(f):
        return f
    home = _of_a_minority(cast, s, f) or home_of_kin(cast, s, own)
    if home is None or (own == "SRB" and home == "XKX" and {"MIL", "COP", "GOV"} & set(f.entity.sectors)):
        return f  # "Serbian forces" in Kosovo were Serbia's
    entity = replace(f.entity, country=home, resolved_by=f"{f.entity.resolved_by}; where they live")
    if f.kind == "country":
        name = s.text[entity.span[0] - s.start : entity.span[1] - s.start] if entity.span else f.entity.name
        entity = replace(entity, actor_id=None, name=name, sectors=("CVL",))
        return replace(f, entity=entity, kind="role", plural=True)
    return replace(f, entity=entity)


def _of_a_minority(cast: Cast, s: Sentence, f: Filler) -> str | None:
    """ "Serbs in the north of Kosovo", "local Hungarians": citizens of where they live."""
    own = f.entity.country or ""
    if f.kind != "country" or s.tags[f.head] not in ("NNPS", "NNS", "NNP") or not by_demonym(f):
        return None
    lands = KIN.get(own, frozenset()) | MINORITIES.get(own, frozenset())
    there = _where_they_live(cast, s, f.head)
    local = any(s.lemmas[c] in _OF_THE_PLACE for c in s.kids(f.head, "amod"))
    if there is None and (local or _called_ethnic(cast, s.words[f.head])):
        there = cast.focus(s, frozenset({own}))
    return there if there in lands else None


_OF_THE_PLACE = frozenset({"local", "ethnic"})


def _called_ethnic(cast: Cast, people: str) -> bool:
    """ "Police Detain Four Serbs" over a report on "three ethnic Serbs": the same people."""
    return f"ethnic {people.removesuffix('s')}" in cast.text


def _of_its_army(f: Filler) -> bool:
    """ "An Armenian serviceman was killed on the border": Armenia has an army that fights there itself."""
    return f.entity.country == "ARM" and f.entity.sectors[:1] == ("MIL",)


def _church(cast: Cast, s: Sentence, f: Filler) -> Filler:
    """ "the Catholic Church in Poland", "the Orthodox Church": that of the country, not that of the world."""
    own = homes.with_country(cast, s, f.head, replace(f.entity, country=None, actor_id=None))
    if not own.country or len(own.country) != 3 or own.country in INTERNATIONAL:
        return f
    return replace(f, entity=own)


def _where_they_live(cast: Cast, s: Sentence, h: int) -> str | None:
    """ "Hutu rebels in Burundi": of the country behind them."""
    for lead, _, o in g.prepositional(s, h):
        if lead in _IN and s.heads[s.heads[o]] == h:
            part = s.lemmas[o].lower() in QUARTERS
            of = [b for lead, _, b in g.prepositional(s, o) if part and lead == "of"]
            country = cast.filler(s, of[0] if of else o).entity.country
            if country and country not in INTERNATIONAL:
                return country
    return None


_OF_SEVERAL = frozenset(
    "Hutus Hutu Tutsis Tutsi Kurds Kurdish Tuareg Tuaregs Fulani Peul Hausa Jews Muslims Christians Hindus "
    "Sikhs Druze Serbs Croats Bosniaks Albanians Roma Pashtuns Baloch Baluch Tajiks Uzbeks Berbers Arabs "
    "Somalis Bedouin Luo Toubou Nuer Afars Chaldeans Assyrians Shiites Sunnis Buddhists Turkmens Masai "
    "Maasai San Lunda".split()
)
"""Peoples who live in several countries, in none of them as guests."""


def _of_the_report(cast: Cast, s: Sentence, f: Filler) -> str | None:
    """The country that the report is about, where it never names the one of which they are most often."""
    own = f.entity.country
    if own != "IMG" and not _OF_SEVERAL & set(f.entity.name.split()):
        return None  # "fleeing Rohingya" are Myanmar's wherever they flee
    if among := _LANDS.get(f.entity.name.split()[-1]):
        spoken = {m.entity.country for m in cast.mentions if m.kind in ("country", "person")}
        told = sorted((c for c in among if c in spoken), key=lambda c: -cast.countries[c])
        if told and own not in spoken:
            return told[0]
    if f.entity.name.split()[-1] in _KURDS:
        return _where_kurds_live(cast, s, f)
    others = [m for m in cast.mentions if m.entity.actor_id != f.entity.actor_id]
    others = [
        m for m in others if not _OF_SEVERAL & set(m.entity.name.split())
    ]  # "Hutu" says no more than "Tutsi"
    named = {m.entity.country for m in others if own not in KIN or not by_adjective(m)}
    adjective = homes.modifier_country(cast, s, f.head)
    named -= {"IMG"}  # one creed tells no more of a country than another
    if own in KIN and (near := _among_neighbours(cast, s, own)):
        return near
    if own in KIN and adjective == own:
        adjective = None  # "Serb homes" tells no more than "Serbs"
    if own in named or adjective:
        return None
    if own in KIN and (there := home_of_kin(cast, s, own)):
        return there
    home = cast.focus(s, frozenset({own} if own else ()))
    return home if home and len(home) == 3 and home in named | cast.where.countries() else None


def _among_neighbours(cast: Cast, s: Sentence, own: str) -> str | None:
    """ "Kosovo Albanians attacked two Serbs": Serbs of Kosovo, though the report names Serbia."""
    here = [m for m in cast.mentions if m.field == s.field and s.start <= m.start < s.start + len(s.text)]
    homes_here = {m.entity.country for m in here if m.kind == "org" and m.entity.sectors == ("CVL",)}
    return next((c for c in sorted(KIN[own]) if c in homes_here), None)


_KURDS = frozenset({"Kurds", "Kurd", "Kurdish"})
_KURDISTAN = ("TUR", "IRQ", "SYR", "IRN")


def _where_kurds_live(cast: Cast, s: Sentence, f: Filler) -> str | None:
    """ "Moscow spoke of clashes between Kurds and Syrian troops": of Syria, and in no report of Russia."""
    others = [m for m in cast.mentions if m.entity.actor_id != f.entity.actor_id]
    others = [m for m in others if m.entity.country in _KURDISTAN]
    here = [m for m in others if m.field == s.field and s.start <= m.start < s.start + len(s.text)]
    if here:
        return min(here, key=lambda m: abs(m.start - s.starts[f.head])).entity.country
    spoken = Counter(m.entity.country for m in others)
    return spoken.most_common(1)[0][0] if spoken else None


_LANDS = dict.fromkeys(("Hutus", "Tutsis", "Hutu", "Tutsi"), ("BDI", "COD", "UGA", "TZA"))
"""Where a people lives beside the country of which it is most often."""
