"""On which days events were: stamps that lag, holidays, presidencies, days of another clause."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.coding.shown import coded

if TYPE_CHECKING:
    from dragoman.coding import Coder

MONDAY = dt.date(2017, 8, 28)


def days(coder: Coder, text: str, day: dt.date = MONDAY, title: str | None = None) -> list[str]:
    """The days of the events of a text, "2017-08-26..2017-08-27" where there are several."""
    spans = [(m.date.start, m.date.end) for m in coded(coder, text, title, day=day)]
    return [str(a) if a == b else f"{a or ''}..{b or ''}" for a, b in spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pirates seized a Greek tanker early on Tuesday, the navy said. Police arrested two men on Monday.", ["2017-08-29", "2017-08-28"]),
        ("Troops fired on protesters in Dakar Tuesday, killing three. Crowds burned a bank on Sunday.", ["2017-08-29", "2017-08-27"]),
        ("Peru expelled the Venezuelan ambassador on Tuesday. Caracas condemned the move.", ["2017-08-29", "2017-08-28"]),
        ("Peru expelled the Venezuelan ambassador last Tuesday.", ["2017-08-22"]),
        ("Peru expelled the Venezuelan ambassador on Sunday. Troops fired on protesters in Lima on Tuesday.", ["2017-08-27", "2017-08-22"]),
        ("Kenyan police arrested ten men before the vote on Tuesday.", ["2017-08-28"]),
    ],
)  # fmt: skip
def test_a_lead_of_tomorrows_weekday_shows_that_the_stamp_lags(
    coder: Coder, text: str, expected: list[str]
) -> None:
    assert days(coder, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels attacked a village in Mali on Christmas Day, residents said.", "2016-12-25"),
        ("Peru and Chile signed a treaty on New Year's Eve 2014.", "2014-12-31"),
        ("Gunmen shot dead two policemen in Karachi on Easter Monday.", "2017-04-17"),
        ("Police arrested nine students in Athens on May Day.", "2017-05-01"),
        ("Soldiers shot a farmer in Kentucky on Thanksgiving.", "2016-11-24"),
        ("The minister signed the agreement during the Reagan administration.", "1981-01-01..1989-12-31"),
        ("Washington sent troops to Chad during the second Bush presidency.", "2001-01-01..2009-12-31"),
    ],
)  # fmt: skip
def test_holidays_and_presidencies_are_days(coder: Coder, text: str, expected: str) -> None:
    assert days(coder, text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen stormed a hotel in Bamako on 20 November and killed nine guests.", "2016-11-20"),
        ("Almost nine months ago the rebels killed 12 monks in Bago on Nov. 13.", "2016-11-13"),
        ("Police arrested the general in Lima on the 3rd of December.", "2016-12-03"),
        ("Peru and Chile agreed to sign a treaty in Lima on 20 November.", "2017-11-20"),
    ],
)  # fmt: skip
def test_a_day_without_a_year_is_behind_what_is_told_in_the_past(
    coder: Coder, text: str, expected: str
) -> None:
    found = days(coder, text)[0]
    assert found == expected or (expected > "2017-08-28" and found == "2017-08-28")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Students have held daily protests in Lima since the premier was sworn in on Wednesday.", "2017-08-23..2017-08-28"),
        ("Rebels have shelled Goma since a raid on their camp in mid-May.", "2017-05-11..2017-08-28"),
        ("Police have arrested 300 monks since they began their march on 12 August.", "2017-08-12..2017-08-28"),
        ("The army carried out one of its boldest raids on the rebels in Mali in recent years.", "2017-08-28"),
        ("Gunmen carried out the deadliest attack in Lahore in the past two years.", "2017-08-28"),
    ],
)  # fmt: skip
def test_since_leads_a_span_and_what_is_outdone_is_no_time(coder: Coder, text: str, expected: str) -> None:
    assert days(coder, text)[0] == expected
