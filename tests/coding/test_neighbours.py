"""Minorities by where they live, months that are no places, and what is called after those it is aimed at."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.coding.shown import coded, row, side

if TYPE_CHECKING:
    from dragoman.coding import Coder

DAY = dt.date(2016, 12, 12)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Hungary's premier spoke. Hungarians in Slovakia protested against the language law.", "SVK"),
        ("Russians in Estonia held a rally in Narva on Monday.", "EST"),
        (
            "Serbia sent a note. Serbs in the north of Kosovo felled trees across two roads on Saturday.",
            "XKX",
        ),
        ("Russians in Ukraine shelled Kharkiv on Monday.", "RUS"),
    ],
)
def test_a_minority_is_of_the_state_where_it_lives(coder: Coder, text: str, country: str) -> None:
    assert [m.actors[0].country for m in coded(coder, text, day=DAY)] == [country]


def test_a_month_is_no_place(coder: Coder) -> None:
    (event,) = coded(coder, "The prime minister of Moldova resigned in mid-November.", day=DAY)
    assert event.place is None


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("EU backs new Syria sanctions", "SANCTION/discontinue EUR:GOV > SYR:GOV"),
        ("EU approves new Russia sanctions", "SANCTION/discontinue EUR:GOV > RUS:GOV"),
    ],
)
def test_sanctions_called_after_their_target(coder: Coder, title: str, expected: str) -> None:
    events = [m for m in coded(coder, "It rained.", title, day=DAY) if m.evidence.field == "title"]
    assert [row(m) for m in events] == [expected]


def test_two_nations_that_them_means(coder: Coder) -> None:
    text = (
        "Mogherini was in daily contact with the Kosovar and Serbian presidents, urging them to calm tempers."
    )
    urged = [m for m in coded(coder, text, day=DAY) if m.event_type == "REQUEST"]
    assert [side(m.recipients) for m in urged] == ["XKX:GOV SRB:GOV"]


@pytest.mark.parametrize(
    "text",
    [
        "Villagers in Tajikistan hung national flags ahead of the visit.",
        "The EU envoy for the Belgrade-Pristina Dialogue said winter would be hard.",
        "Prayers were held in Grozny on Monday.",
        "Ivanishvili wants to return to rule Georgia.",
    ],
)
def test_no_event(coder: Coder, text: str) -> None:
    assert not coded(coder, text, day=DAY)
