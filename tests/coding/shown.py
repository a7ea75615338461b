"""The rows of a text as the tests of this folder write them: "COERCE/arrest KEN:COP > KEN:CVL"."""

from __future__ import annotations

import datetime as dt

from dragoman.coding import Coder
from dragoman.records import Document, Entity, EventMention


def coded(coder: Coder, text: str, title: str | None = None, *, day: dt.date) -> tuple[EventMention, ...]:
    """The mentions of a report of that day."""
    return coder.code(Document("d", text, title=title, published=day)).event_mentions


def row(m: EventMention) -> str:
    """Type, mode and both sides of a mention."""
    return f"{m.event_type}/{m.event_mode or ''} {side(m.actors)} > {side(m.recipients)}"


def side(entities: tuple[Entity, ...]) -> str:
    """Countries and sectors of one side, ``-`` for nobody."""
    return " ".join(f"{e.country or '?'}:{'.'.join(e.sectors)}" for e in entities) or "-"
