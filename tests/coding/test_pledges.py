"""What an official says will be done or kept, things given and let in, and where news is received."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.coding.shown import coded, side

if TYPE_CHECKING:
    from dragoman.coding import Coder

DAY = dt.date(2015, 6, 15)


def _told(coder: Coder, text: str, title: str | None = None) -> list[str]:
    return [
        f"{m.event_type} {side(m.actors)[:3]} > {side(m.recipients)[:3]}"
        for m in coded(coder, text, title, day=DAY)
        if m.status not in ("negated", "hypothetical")
    ]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("President Juan Manuel Santos said the captured gunmen would be freed within a week.", "AGREE COL"),
        ("President Juan Manuel Santos said the embargo on Chad would not be lifted.", "REJECT COL > TCD"),
        ("President Barack Obama said the tariffs on Peru would remain in force.", "REJECT USA > PER"),
        ("Mali's junta said a referendum would take place in May.", "AGREE MLI"),
        ("Guinea's ruler announced that elections would be held in December.", "AGREE GIN"),
        ("Defence Minister Sergei Shoigu said Russia would withdraw its troops from Georgia.", "AGREE RUS > GEO"),
        ("Greece granted the jailed Turkish trawler captain a pardon.", "CONCEDE GRC > TUR"),
        ("Sweden put two aircraft with their pilots at the disposal of Greece.", "AID SWE > GRC"),
        ("Canada let the Saudi teenager in as a refugee.", "CONCEDE CAN > SAU"),
        ("Norway voiced concern over the arrests and urged Algeria to free the teachers.", "ACCUSE NOR > DZA"),
        ("The vote in the French senate was condemned in Ankara.", "ACCUSE TUR"),
        ("Italy apologised for the killing of two Indian fishermen.", "CONCEDE ITA > IND"),
        ("Norway set up a fund of 90 million dollars to rebuild Malawi.", "AID NOR > MWI"),
    ],
)  # fmt: skip
def test_told_by_its_form(coder: Coder, text: str, row: str) -> None:
    assert any(told.startswith(row) for told in _told(coder, text)), _told(coder, text)


@pytest.mark.parametrize(
    "text",
    [
        "Peru made no concession to the strikers.",
        "No aid was sent to Ethiopia by Cuba.",
        "No talks took place between Chad and Libya.",
        "Analysts said elections would be held in May.",
    ],
)
def test_no_such_thing(coder: Coder, text: str) -> None:
    assert not _told(coder, text)


def test_two_offices_side_by_side_in_a_headline(coder: Coder) -> None:
    both = coded(coder, "", "Armenian premier, Georgian leader meet in Batumi", day=DAY)
    assert [{a.country for a in m.actors} for m in both] == [{"ARM", "GEO"}]


def test_hostages_are_not_the_sayers_to_free(coder: Coder) -> None:
    told = _told(coder, "Prime Minister David Cameron said the hostages would be freed on Tuesday.")
    assert not any(row.startswith("AGREE") for row in told)


def test_a_name_that_ends_like_a_preposition(coder: Coder) -> None:
    text = "Kim Jong Un and Moon Jae-in held talks at Panmunjom on Friday."
    met = coded(coder, text, day=dt.date(2018, 4, 27))
    assert [{a.country for a in m.actors} for m in met] == [{"PRK", "KOR"}]


def test_a_minister_of_ones_own_is_asked_for_nothing(coder: Coder) -> None:
    told = _told(coder, "President Juan Orlando Hernandez instructed his foreign minister to draft the pact.")
    assert not any(row.startswith("REQUEST") for row in told)


def test_a_promise_is_no_threat_to_whom_it_is_made(coder: Coder) -> None:
    told = coded(
        coder,
        "Pakistan's premier rang President Francois Hollande and promised to hunt down the killers.",
        day=DAY,
    )
    assert not any(m.event_type == "THREATEN" and side(m.recipients).startswith("FRA") for m in told)


@pytest.mark.parametrize(
    ("title", "both"),
    [
        ("Xi in Astana on state visit", {"CHN", "KAZ"}),
    ],
)
def test_headlines_of_visits_and_summits(coder: Coder, title: str, both: set[str]) -> None:
    met = [m for m in coded(coder, "", title, day=dt.date(2022, 9, 14)) if m.event_type == "CONSULT"]
    assert [{e.country for e in (*m.actors, *m.recipients)} for m in met] == [both]


def test_a_meeting_that_a_headline_cancels(coder: Coder) -> None:
    told = coded(coder, "", "Bolsonaro cancels meeting with French minister", day=dt.date(2019, 8, 1))
    assert [m.event_type for m in told] == ["REJECT"]


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("Malian generals said they would respect the court's ruling.", "MLI", "MLI"),
        ("Hungary's government said it would abide by the court's verdict.", "HUN", "HUN"),
        ("Peru said it would keep its border with Chile open.", "PER", None),
        (
            "Russia will return to the grain deal once its demands are met, the Kremlin spokesman said.",
            "RUS",
            None,
        ),
        (
            "Egypt's foreign minister told reporters that Cairo would try to persuade Hamas to talk.",
            "EGY",
            "PSE",
        ),
        ("Denmark said it would double its aid to Niger.", "DNK", "NER"),
    ],
)
def test_what_is_said_to_be_done_in_good_will(
    coder: Coder, text: str, actor: str, recipient: str | None
) -> None:
    rows = coded(coder, text, day=DAY)
    found = [m for m in rows if m.event_type == "AGREE"]
    assert [{a.country for a in m.actors} for m in found] == [{actor}]
    assert recipient is None or [r.country for m in found for r in m.recipients] == [recipient]


@pytest.mark.parametrize(
    "text",
    [
        "Malian generals said they would not respect the court's ruling.",
        "Analysts said prices would return to the table of last year.",
        "Peru said its border with Chile would be open to questions.",
    ],
)
def test_what_is_no_good_will(coder: Coder, text: str) -> None:
    rows = coded(coder, text, day=DAY)
    assert not [m for m in rows if m.event_type == "AGREE"]
