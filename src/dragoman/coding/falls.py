"""Who falls is who held the office until then.

"Tunisian president flees", says the report of the day on which another has already been sworn in: an
office without a name, whose holder resigns, flees, is ousted, held or killed, means the one of a week before.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from dragoman.coding.actors import Cast
from dragoman.records import Entity, EventMention

_WEEK = dt.timedelta(days=8)
_SURE = 0.5
"""The score from which somebody did hold the office, and not only before or after."""
_FALLEN = {("COERCE", "seize"), ("COERCE", "arrest"), ("SANCTION", "expel"), ("ASSAULT", "targeted")}


def who_fell(cast: Cast, m: EventMention, words: str) -> EventMention:
    """The mention with the fallen holder of an office in the place of the new one.

    Args:
        cast: the people of the report.
        m: the mention.
        words: the field that the mention is from, for what the office is called there.
    """
    if cast.date is None or m.status != "asserted":
        return m
    if (m.event_type, m.event_mode) == ("RETREAT", "resign"):
        return replace(m, actors=tuple(_until_then(cast, e, words) for e in m.actors))
    if (m.event_type, m.event_mode) in _FALLEN:
        return replace(m, recipients=tuple(_until_then(cast, e, words) for e in m.recipients))
    return m


def _until_then(cast: Cast, e: Entity, words: str) -> Entity:
    """Whom an office without a name meant a week ago, where another holds it now."""
    by = e.resolved_by or ""
    unnamed = by.startswith("office") and "named" not in by
    if not unnamed or e.country is None or e.span is None or cast.date is None:
        return e
    title = words[e.span[0] : e.span[1]]
    if cast.knowledge.office_in(title, e.country) is None:
        return e
    held = [c for c in cast.knowledge.holders(e.country, title, cast.date - _WEEK) if c.score > _SURE]
    holds = {c.actor_id for c in cast.knowledge.holders(e.country, title, cast.date) if c.score > _SURE}
    if len(held) != 1 or holds == {held[0].actor_id}:
        return e
    then = held[0]
    return Entity(
        then.name, then.actor_id, then.country, then.sectors, then.office, e.span, "office; held until then"
    )
