"""Who answers for what somebody complains of or asks for, where only its place or its victims are named.

"Amnesty voiced alarm at a wave of arrests in Belarus", "demanded an end to the trial of lawyers in Turkey":
arrests and trials are deeds of states, so the state there is meant.  Bodies and charities that watch over
others speak of the state that the report is about.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.drafts import Draft
from dragoman.coding.people import POWER
from dragoman.language import Sentence
from dragoman.records import Entity, EventMention

if TYPE_CHECKING:
    from dragoman.coding.actors import Cast

_OF_STATES = frozenset(
    "arrest detention imprisonment jailing incarceration custody trial retrial prosecution charge conviction "
    "sentence sentencing verdict indictment execution hanging flogging torture ill-treatment crackdown "
    "clampdown repression persecution harassment censorship expulsion deportation extradition eviction "
    "closure shutdown ban law decree bill legislation ordinance constitution election vote ballot poll "
    "referendum prisoner detainee prison jail police disappearance impunity curfew emergency treatment "
    "fate case authority government result outcome inquiry investigation reform amnesty "
    "clemency bullet round gas".split()
)
"""Nouns of what only a state does, allows, or has to look into."""
_OF_OTHERS = frozenset("inquiry investigation fate case treatment bullet round gas".split())
"""Of these the place must be named beside them."""
WATCHING = frozenset({"NGO", "UNO", "EUR", "IGO"})
"""Codes of those who speak of other states than their own."""


def named(s: Sentence, cast: Cast, kept: list[Draft], mentions: list[EventMention]) -> list[EventMention]:
    """Complaints and demands that are aimed at nobody, aimed at the state whose deeds they are about."""
    out = []
    for m in mentions:
        if m.event_type in ("ACCUSE", "REQUEST", "REJECT") and m.actors and not m.recipients:
            starts = m.evidence.trigger[0]
            d = next((d for d in kept if s.starts[d.trigger] == starts), None)
            state = None if d is None else _state(s, cast, d, m)
            m = m if state is None else replace(m, recipients=(state,))
        out.append(m)
    return out


def _state(s: Sentence, cast: Cast, d: Draft, m: EventMention) -> Entity | None:
    if d.mode in ("assist", "meet", "investigate") or d.two_sided:
        return None
    own = {a.country for a in m.actors}
    top = d.frame.complement if d.frame.complement is not None else d.trigger
    speakers = {t for a in d.actors for t in s.subtree(a)}
    told = [t for t in {*s.subtree(top), *s.subtree(d.trigger)} if t not in speakers]
    deeds = [t for t in told if s.lemmas[t] in _OF_STATES and s.pos[t] == "NOUN"]
    deeds = [
        t for t in deeds if s.lemmas[t] != "round" or s.tags[t] == "NNS"
    ]  # not "the latest round of talks"
    near = {x for t in deeds for x in (*s.subtree(t), *_below(s, s.heads[t]))}
    found = {c for t in near if (c := _country(s, cast, t)) and c not in own}
    if len(found) == 1:
        how = "description: the state whose deed it is"
        return replace(cast.country_entity(found.pop(), None), resolved_by=how)
    ruled = any(s.lemmas[t] in _OF_STATES - _OF_OTHERS for t in deeds)
    critics = all(e.sectors and POWER.isdisjoint(e.sectors) for e in m.actors)
    if ruled and not found and critics and len(own) == 1 and None not in own and not own <= WATCHING:
        home = {_country(s, cast, t) for t in near} - {None} or own
        if m.event_type == "ACCUSE" and home == own:  # "Press groups condemned the Zambian editor's arrest"
            how = "description: the critics' own state"
            mine = next(c for c in own if c is not None)
            return replace(cast.country_entity(mine, None), resolved_by=how)
    if found or not ruled or cast.short or not own or not own <= WATCHING or d.event_type == "REJECT":
        return None
    about = cast.focus(s)
    if about is None:
        return None
    return replace(cast.country_entity(about, None), resolved_by="description: the country from the report")


def _below(s: Sentence, t: int) -> list[int]:
    """What hangs on the noun above, or behind the verb: "the trial of lawyers | in Turkey"."""
    if s.pos[t] == "VERB":
        return [x for p in s.kids(t, "prep") for x in s.subtree(p)]
    above = s.heads[t] if s.pos[t] == "ADP" else t
    return s.subtree(above) if s.pos[above] == "NOUN" else []


def _country(s: Sentence, cast: Cast, t: int) -> str | None:
    """The country that a name, an adjective or a town among the words is of."""
    if s.pos[t] == "ADJ" or s.tags[t] == "JJ":
        found = cast.knowledge.nationality(s.words[t])
        return found[0] if found else None
    if s.pos[t] != "PROPN":
        return None
    f = cast.filler(s, t)
    if f.kind in ("country", "place") or f.nature == "place":
        return f.entity.country if f.entity.country and len(f.entity.country) == 3 else None
    return None
