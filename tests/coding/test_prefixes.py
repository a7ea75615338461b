""" "Anti-French riots": the country is what they are against, and does not act."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder
from tests.coding.shown import coded, row

DAY = dt.date(2015, 6, 10)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Anti-Israel protests were held in Jakarta on Friday.", ["PROTEST/demo IDN:CVL > ISR:GOV"]),
        (
            "Anti-government protests spread across Kazakhstan on Saturday.",
            ["PROTEST/demo KAZ:CVL > KAZ:GOV"],
        ),
        ("Police in Amman broke up an anti-American rally.", ["COERCE/restrict JOR:COP > JOR:CVL"]),
        ("Pro-Russian rallies were banned in Riga.", ["COERCE/restrict LVA:GOV > -"]),
    ],
)
def test_the_country_of_a_prefix_does_not_act(coder: Coder, text: str, rows: list[str]) -> None:
    assert [row(m) for m in coded(coder, text, day=DAY)] == rows


def test_no_riot_is_an_attack_of_those_it_is_against(coder: Coder) -> None:
    (m,) = coded(coder, "An anti-Chinese riot in Hanoi left two dead.", day=DAY)
    assert m.event_type == "PROTEST"
    assert m.actors[0].country == "VNM"
