"""Nouns in pairs that a parser takes for verbs, refusals of violence, troops that are sent."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from dragoman.records import Document, EventMention

if TYPE_CHECKING:
    from dragoman.coding import Coder


def rows(coder: Coder, text: str) -> list[EventMention]:
    """Events of a sentence in a report of 2023."""
    return list(coder.code(Document("d", text, published=dt.date(2023, 3, 10))).event_mentions)


def test_travel_bans_and_asset_freezes_are_imposed(coder: Coder) -> None:
    (m,) = rows(coder, "The European Union imposed travel bans and asset freezes on six Russian generals.")
    assert (m.event_type, [e.country for e in (*m.actors, *m.recipients)]) == ("SANCTION", ["EUR", "RUS"])


def test_warplanes_do_not_go_on_strike(coder: Coder) -> None:
    (m,) = rows(coder, "US warplanes have carried out dozens of strikes around Mosul since Monday.")
    assert (m.event_type, m.actors[0].country) == ("ASSAULT", "USA")


@pytest.mark.parametrize("deed", ["to use force against the demonstrators", "to shoot at the crowd"])
def test_violence_refused_was_not_done(coder: Coder, deed: str) -> None:
    assert {m.status for m in rows(coder, f"The army refused {deed}.")} == {"negated"}


def test_troops_are_not_sent_to_themselves(coder: Coder) -> None:
    (m,) = rows(coder, "India sent thousands of extra troops to the valley last week.")
    assert (m.event_type, m.recipients) == ("MOBILIZE", ())
