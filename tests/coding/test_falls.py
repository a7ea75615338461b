"""Who flees, resigns, is ousted or held is the holder of the office until then, not the one sworn in since."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder
from dragoman.records import Document

FALLS = [
    ("2011-01-15", "Tunisian president flees as unrest grows", "Zine El Abidine Ben Ali"),
    ("2003-11-24", "Georgian president bows out", "Eduard Shevardnadze"),
    ("2020-08-19", "Mutinous soldiers arrest Mali's president", "Ibrahim Boubacar Keïta"),
    ("2010-02-10", "Kyrgyz president arrests rival", "Kurmanbek Bakiyev"),
]


@pytest.mark.parametrize(("day", "title", "name"), FALLS)
def test_the_fallen_holder(coder: Coder, day: str, title: str, name: str) -> None:
    rows = coder.code(Document("d", "", title=title, published=dt.date.fromisoformat(day))).event_mentions
    assert name in {e.name for m in rows for e in (*m.actors, *m.recipients)}


@pytest.mark.parametrize(
    ("title", "kind", "actor", "recipient"),
    [
        ("Pakistan army topples Sharif", "COERCE", "PAK", "PAK"),
        ("Russia seizes Ukrainian navy vessels", "COERCE", "RUS", "UKR"),
        ("Bangladesh takes in fleeing Rohingya", "AID", "BGD", "MMR"),
        ("Ukraine MPs vote to oust Yanukovych", "SANCTION", "UKR", "UKR"),
        ("EU agrees plan to send troops to Mali", "AGREE", "EUR", "MLI"),
    ],
)
def test_headlines_of_falls_and_flights(
    coder: Coder, title: str, kind: str, actor: str, recipient: str
) -> None:
    day = dt.date(1999, 10, 13) if "Sharif" in title else dt.date(2014, 2, 23)
    rows = coder.code(Document("d", "", title=title, published=day)).event_mentions
    told = [
        ([e.country for e in m.actors], [e.country for e in m.recipients])
        for m in rows
        if m.event_type == kind
    ]
    assert ([actor], [recipient]) in told


def test_the_land_that_people_flee_drives_nobody_out(coder: Coder) -> None:
    rows = coder.code(Document("d", "", title="Armenians flee Karabakh")).event_mentions
    assert [m.actors for m in rows] == [()]
