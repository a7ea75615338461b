"""Who is told again by what he is: "the colonel", "the man who ruled", "the party that he founded"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding import grammar as g
from dragoman.coding.mentions import Filler, Mention
from dragoman.language import Sentence
from dragoman.records import Entity, Span

if TYPE_CHECKING:
    from dragoman.coding.actors import Cast

_LANDS = frozenset("country nation kingdom republic state island emirate".split())
_BODIES = frozenset(
    "group movement organisation organization militia force faction party alliance coalition agency network "
    "company council front ministry firm newspaper court commission mission union body fund charity".split()
)


def again(cast: Cast, s: Sentence, h: int, text: str, span: Span, country: str | None) -> Filler | None:
    """Whom a definite noun in the singular tells again, or None."""
    led = _the_one_led(cast, s, h, text, span)
    if led is None and s.lemmas[h].lower() in ("man", "woman", "politician"):
        led = _the_man_who_ruled(cast, s, h, span)
    if (
        led is None
        and s.lemmas[h].lower() in _HELD
        and any(s.lemmas[c] in _NO_MORE for c in s.kids(h, "amod"))
    ):
        led = _who_held_it(cast, s, h, span, text)
    titled = is_an_office(text)
    bare = titled or not s.kids(h, "compound")
    if led is None and (s.lemmas[h].lower() in _CALLED or titled) and bare and not s.kids(h, "appos", "poss"):
        led = _as_called_before(cast, s, h, span, text, country)
    return led


_LED = frozenset("head lead run found chair direct command represent serve rule govern".split())


def _the_one_led(cast: Cast, s: Sentence, h: int, text: str, span: Span) -> Filler | None:
    """ "the agency that he heads", "the party she founded": of the country or body of its head."""
    if s.lemmas[h] not in _BODIES | _LANDS:
        return None
    for v in s.kids(h, "relcl"):
        heads = [x for x in s.kids(v, "nsubj") if s.words[x].lower() not in ("who", "which", "that")]
        who = cast.filler(s, heads[0]) if s.lemmas[v] in _LED and heads else None
        if who is None or who.kind != "person" or not who.entity.country:
            continue
        if s.lemmas[h] in _LANDS:
            state = cast.country_entity(who.entity.country, span)
            return Filler(replace(state, resolved_by=f"description: {text}"), "actor", "country", h)
        body = Entity(
            text, None, who.entity.country, who.entity.sectors, None, span, "the body that they head"
        )
        return Filler(body, "actor", "role", h)
    return None


_CALLED = {
    "general": "general|gen", "colonel": "colonel|col", "captain": "captain|capt", "major": "major|maj",
    "admiral": "admiral|adm", "lieutenant": "lieutenant|lt", "brigadier": "brigadier|brig",
    "senator": "senator|sen", "professor": "professor|prof", "congressman": "congressman|rep",
    "pastor": "pastor|reverend|rev", "judge": "judge|justice", "governor": "governor|gov",
    "doctor": "doctor|dr",
} | {
    w: w for w in "commander cleric bishop archbishop cardinal priest monk imam sheikh lawyer activist "
    "journalist reporter editor blogger writer poet novelist businessman tycoon oligarch banker dissident "
    "lawmaker deputy mayor prosecutor ambassador envoy candidate magistrate physicist economist scientist "
    "singer trader warlord soldier officer diplomat consul".split()
}  # fmt: skip
"""Titles and callings by which somebody is told again: "the colonel", "the bishop", with short forms."""


_HELD = frozenset("president premier minister chancellor king leader dictator governor mayor ruler".split())
_NO_MORE = frozenset("former ex ousted deposed jailed detained toppled exiled".split())


def _who_held_it(cast: Cast, s: Sentence, h: int, span: Span, text: str) -> Filler | None:
    """ "police held former president Abdul Zaki … the arrest of the former president": him."""
    title = s.lemmas[h].lower()
    for m in cast.before(s, span[0]):
        if m.kind != "person" or m.field != "text" or not m.entity.name[:1].isupper():
            continue
        name = re.escape(re.sub(r"['’]s$", "", m.entity.name).split()[-1])
        told = rf"\b(?:former|ousted|deposed|ex-)[ -]?(?:[\w-]+ ){{0,2}}{title} (?:[\w.'’-]+ ){{0,3}}{name}\b"
        if re.search(told, cast.text, re.I):
            entity = replace(m.entity, span=span, resolved_by=f"description: {text}")
            return Filler(entity, "actor", "person", h)
    return None


def _plain(text: str) -> str:
    return " ".join(text.lower().removeprefix("the ").split())


def is_an_office(text: str) -> bool:
    """True for an office of two words by which somebody is told again."""
    return _plain(text) in _OFFICES


_OFFICES = frozenset(
    "director general|inspector general|police commissioner|police chief|police commander|district chief|"
    "deputy commissioner|chief magistrate|district magistrate|party chairman|party leader|union leader|"
    "student leader|opposition leader|rebel leader|army spokesman|police spokesman|military spokesman|"
    "provincial governor|village chief|chief minister|secretary general|secretary-general|"
    "president-elect|prime minister-designate|"
    "vice president-elect|vice-president-elect|republican nominee|democratic nominee|"
    "republican candidate|democratic candidate|presidential candidate|presidential nominee".split("|")
)
"""Offices of two words by which somebody is told again: "the police commissioner"."""


def _as_called_before(
    cast: Cast, s: Sentence, h: int, span: Span, text: str, country: str | None
) -> Filler | None:
    """ "Lt. Col. Ada Nkosi said … The colonel refused", "Omar Haddad, a Shiite cleric … the cleric"."""
    office = _plain(text)
    called = office.replace(" ", "[ -]") if office in _OFFICES else _CALLED[s.lemmas[h].lower()]
    for m in cast.before(s, span[0]):
        if m.kind != "person" or not m.entity.name[:1].isupper() or m.field != "text":
            continue
        name = re.escape(re.sub(r"['’]s$", "", m.entity.name).split()[-1])
        title = rf"\b(?:{called})\.?,? (?:\([^)]*\) )?(?:[\w.'’-]+ ){{0,3}}{name}\b"
        calling = rf"\b{name}(?: \([^)]*\))?, (?:an?|the) (?:[\w'’-]+ ){{0,4}}(?:{called})\b"
        if (country and m.entity.country != country) or not re.search(f"{title}|{calling}", cast.text, re.I):
            continue
        entity = replace(m.entity, span=span, resolved_by=f"description: {text}")
        return Filler(entity, "actor", "person", h)
    running = office in ("presidential candidate", "presidential nominee")  # of which party is not known
    return _who_runs(cast, s, h, span, text) if running else None


def _who_runs(cast: Cast, s: Sentence, h: int, span: Span, text: str) -> Filler | None:
    """ "Mary Jones rallied. The presidential candidate said …": the one whom the last sentence names."""
    running = [
        m
        for m in cast.before(s, s.start)
        if m.kind == "person" and m.field == "text" and "candidate" in (m.entity.office or "").lower()
    ]
    last = [m for m in running if cast.sentences_between(m, s) <= 1]
    if len({m.entity.actor_id or m.entity.name for m in last}) != 1 or not any(m.subject for m in last):
        return None
    entity = replace(last[0].entity, span=span, resolved_by=f"description: {text}")
    return Filler(entity, "actor", "person", h)


_GOVERNING = frozenset("govern rule lead run head dominate control steer command found chair preside".split())


def _the_man_who_ruled(cast: Cast, s: Sentence, h: int, span: Span) -> Filler | None:
    """ "Morales flew to Mexico. The man who had led Bolivia …": the last of whom that can be said."""
    what = [v for v in s.kids(h, "relcl") if s.lemmas[v] in _GOVERNING and s.kids(v, "nsubj")]
    if not what or any(s.words[x].lower() not in ("who", "that") for x in s.kids(what[0], "nsubj")):
        return None
    named = {cast.filler(s, o).entity.country for o in g.objects(s, what[0])} - {None}
    gender = "his" if s.lemmas[h] == "man" else "her" if s.lemmas[h] == "woman" else ""
    for m in cast.before(s, s.start):
        known = m.kind == "person" and m.entity.name[:1].isupper() and m.entity.country
        public = not {"CVL", "JRN", "MED", "BUS"} & set(m.entity.sectors[:1])
        fits = not named or m.entity.country in named
        if known and m.subject and not m.aside and public and fits and not told_otherwise(cast, gender, m):
            entity = replace(m.entity, span=span, resolved_by="description: who ruled")
            return Filler(entity, "actor", "person", h)
    return None


def told_otherwise(cast: Cast, pronoun: str, m: Mention) -> bool:
    """True for somebody whom the report has called "she" where a man is meant."""
    told = cast.gender.get(m.entity.actor_id or m.entity.name)
    return bool(pronoun) and told is not None and told != (pronoun == "his")
