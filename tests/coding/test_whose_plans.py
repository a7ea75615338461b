"""Whose plan, offer or weapon it is, and to whom an answer goes."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder
from tests.coding.shown import coded, row

DAY = dt.date(2014, 6, 3)

ROWS = [
    # what others mean to do, and somebody judges
    (
        "President Robert Mugabe's supporters deplored a European Union decision to impose a ban on arms sales to "
        "Zimbabwe, but opposition leaders praised the move.",
        "SANCTION/discontinue EUR:GOV > ZWE:GOV",
    ),
    (
        "President Robert Mugabe's supporters deplored a European Union decision to impose a ban on arms sales to "
        "Zimbabwe, but opposition leaders praised the move.",
        "SUPPORT/ ZWE:OPP > EUR:GOV",
    ),
    ("Norway backed a French bid to impose sanctions on Belarus.", "SANCTION/discontinue FRA:GOV > BLR:GOV"),
    (
        "Benin deplored a decision by the African Union to impose sanctions on Mali.",
        "SANCTION/discontinue IGO:GOV > MLI:GOV",
    ),
    # the blow that a deed was part of
    (
        "French consulate in Mali bombed in 'revenge' attack by Ansar Dine",
        "ASSAULT/explosives MLI:REB > FRA:GOV",
    ),
    (
        "Nine Kenyan soldiers were wounded in an overnight ambush by Al-Shabaab near Dhobley.",
        "ASSAULT/ SOM:REB > KEN:MIL",
    ),
    # weapons as the subject
    (
        "Pakistan's latest missile was fired from a base near Karachi, the Indian military said.",
        "MOBILIZE/weapons PAK:GOV > -",
    ),
    # whom somebody tells, and whom he answers
    (
        "In promising emergency aid, President Widodo told Prime Minister John Key that Indonesia would send ships.",
        "AGREE/ IDN:GOV > NZL:GOV",
    ),
    (
        "Juba demanded talks on Monday. Khartoum responded with an offer of talks.",
        "AGREE/ SDN:GOV > SSD:GOV",
    ),
    # a plan turned down at home
    (
        "A Kenyan minister resigned on Monday after President Uhuru Kenyatta rejected his plan to close aid groups "
        "he accused of stealing food.",
        "ACCUSE/allege KEN:GOV > NGO:SOC",
    ),
]


@pytest.mark.parametrize(("text", "told"), ROWS)
def test_whose_it_is(coder: Coder, text: str, told: str) -> None:
    assert told in [row(m) for m in coded(coder, text, day=DAY)]


def test_a_plan_turned_down_at_home(coder: Coder) -> None:
    text = (
        "A Kenyan minister resigned on Monday after President Uhuru Kenyatta rejected his plan to close aid groups "
        "he accused of stealing food."
    )
    rows = {m.event_type: m for m in coded(coder, text, day=DAY)}
    assert [r.name for r in rows["REJECT"].recipients] == ["Kenyan minister"]
    assert [a.name for a in rows["ACCUSE"].actors] == ["Kenyan minister"]


@pytest.mark.parametrize(
    "text",
    [
        "Iran criticised a plan to send troops to Syria.",
        "Togo welcomed a proposal to impose sanctions on Mali.",
        "The Chilean opposition deplored an attempt to close two ports in Peru.",
    ],
)
def test_who_judges_a_plan_need_not_have_made_it(coder: Coder, text: str) -> None:
    made = [m for m in coded(coder, text, day=DAY) if m.event_type in ("MOBILIZE", "SANCTION", "COERCE")]
    assert not any(a.country in ("IRN", "TGO", "CHL") for m in made for a in m.actors)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ahmed Saleh is serving a six-year term in Cairo for joining a sit-in.", "JUD"),
        ("Last spring Ahmed Saleh was handed a nine-year term in Sanaa.", "JUD"),
        ("The editor Omar Khan was given a nine-year jail term in Lahore.", "JUD"),
    ],
)
def test_sentences_are_passed_by_courts(coder: Coder, text: str, told: str) -> None:
    held = [a for m in coded(coder, text, day=DAY) if m.event_mode == "arrest" for a in m.actors]
    assert held
    assert all(told in a.sectors for a in held)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # offices told again
        (
            "Donald Trump, the Republican nominee, rallied in Ohio. The Republican nominee accused Hillary Clinton of fraud.",
            "Donald Trump",
        ),
        (
            "Chile's president-elect, Sebastian Pinera, met the ministers. The president-elect promised to cut taxes.",
            "Sebastian Pinera",
        ),
        (
            "Prime Minister-designate Ana Brnabic said it was a pleasure to meet Angela Merkel.",
            "Ana Brnabić",
        ),
    ],
)
def test_who_is_told_again_by_his_office(coder: Coder, text: str, told: str) -> None:
    last = coded(coder, text, day=DAY)[-1]
    assert last.actors[0].name == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The US said it would help. Al-Shabaab has killed 300 people in bombings throughout the country.",
            "ASSAULT/ SOM:REB > SOM:CVL",
        ),
        (
            "The Dutch army will help Nigeria and the Dutch. Boko Haram has killed 5,000 villagers in raids across the "
            "country.",
            "ASSAULT/ NGA:REB > NGA:CVL",
        ),
        (
            "Boko Haram crossed into Cameroon and killed 20 people in raids across the country.",
            "ASSAULT/ NGA:REB > CMR:CVL",
        ),
        # gunmen of another town did not do it
        (
            "At least 60 people were killed after a lorry ploughed into a crowd in Nice. The attack comes months after "
            "gunmen attacked the Bataclan hall in Paris, killing 90 people.",
            "ASSAULT/ - > FRA:CVL",
        ),
    ],
)
def test_where_outlaws_strike(coder: Coder, text: str, told: str) -> None:
    assert told in [row(m) for m in coded(coder, text, day=DAY)]
