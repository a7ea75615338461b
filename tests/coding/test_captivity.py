"""Who let captives go: those who held them, whoever announces, secures or welcomes it."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder
from tests.coding.shown import coded, row

DAY = dt.date(2014, 6, 3)
TAKEN = "Al-Shabaab kidnapped 30 nurses last year. "


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            TAKEN
            + "The Somali government announced on Monday that it had secured the release of twelve nurses.",
            "RETREAT/release SOM:REB > SOM:MED.HLH",
        ),
        (
            TAKEN + "President Hassan Sheikh Mohamud said he welcomed the release of the nurses.",
            "RETREAT/release SOM:REB > SOM:MED.HLH",
        ),
        (
            "Fighters of Al-Shabaab handed over 12 aid workers to elders on Tuesday. "
            "A driver also was released, officials said.",
            "RETREAT/release SOM:REB > SOM:CVL",
        ),
        (
            "FARC rebels seized a judge and two surveyors in Cauca. The release of the hostages took place at dawn.",
            "RETREAT/release COL:REB > COL:CVL",
        ),
    ],
)
def test_captives_are_released_by_their_captors(coder: Coder, text: str, told: str) -> None:
    last = [row(m) for m in coded(coder, text, day=DAY) if m.event_mode == "release"]
    assert last[-1:] == [told]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (TAKEN + "Somali troops freed the nurses on Monday.", ["SOM"]),
        ("Police arrested 30 nurses in Harare. A court freed the nurses on Monday.", ["ZWE"]),
    ],
)
def test_who_frees_people_himself_stays(coder: Coder, text: str, actors: list[str]) -> None:
    freed = [a for m in coded(coder, text, day=DAY) if m.event_mode == "release" for a in m.actors]
    assert [a.country for a in freed] == actors
    assert not any("REB" in a.sectors for a in freed)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Rebels killed 12 soldiers last week in Mali.", "ASSAULT/ MLI:REB > MLI:MIL"),
        ("Al-Shabaab kidnapped 30 nurses last year.", "ASSAULT/abduct SOM:REB > SOM:MED.HLH"),
        ("Kenyan police detained 40 students last night in Kisumu.", "COERCE/arrest KEN:COP > KEN:EDU"),
    ],
)
def test_people_counted_before_a_time(coder: Coder, text: str, told: str) -> None:
    assert told in [row(m) for m in coded(coder, text, day=DAY)]
