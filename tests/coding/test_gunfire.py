"""Whose fire it was: the noun of fire that a parser takes for a verb, and raids that name no weapon."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder
from dragoman.records import Document, EventMention


def rows(coder: Coder, text: str) -> list[EventMention]:
    """Events of a sentence or two in a report of 2023."""
    return list(coder.code(Document("d", text, published=dt.date(2023, 3, 10))).event_mentions)


@pytest.mark.parametrize(
    ("text", "actor", "mode"),
    [
        ("At least nine people died in police firing in Rangpur.", "police", "firearms"),
        ("Four civilians were killed in Israeli shelling of Gaza.", "Israel", "heavy-weapons"),
        ("Syrian shelling hit a market in Idlib.", "Syria", "heavy-weapons"),
        ("Russian shelling killed four people in Kherson.", "Russia", "heavy-weapons"),
        ("Twelve villagers were killed in an army raid.", "army", None),
        ("A mother was killed in Russian strikes on Kharkiv.", "Russia", None),
    ],
)
def test_who_fired_stands_before_the_noun_of_fire(
    coder: Coder, text: str, actor: str, mode: str | None
) -> None:
    (m,) = [m for m in rows(coder, text) if m.event_type == "ASSAULT"]
    assert ([a.name for a in m.actors], m.event_mode) == ([actor], mode)


def test_police_who_were_able_to_arrest_somebody_did(coder: Coder) -> None:
    (m,) = rows(coder, "Police were able to arrest 39 men from the spot.")
    assert (m.event_mode, m.status) == ("arrest", "asserted")
