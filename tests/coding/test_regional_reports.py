"""Whose it is and what happened, in sentences as agencies of Asia and the Americas write them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.coding.shown import coded, row, side

if TYPE_CHECKING:
    from dragoman.coding import Coder

DAY = dt.date(2015, 6, 1)

TOLD = [
    (
        "Moldova held a vote. The former Soviet republic accused Russia of lying.",
        "ACCUSE/allege MDA:GOV > RUS:GOV",
    ),
    (
        "Zambia spoke up. The former British colony expelled two Russian envoys.",
        "SANCTION/expel ZMB:GOV > RUS:GOV",
    ),
    (
        "The premier of Spain attended the inter-American summit in Lima.",
        "CONSULT/multilateral ESP:GOV > PER:GOV",
    ),
    (
        "International truce observers in Nepal began talks with Maoist rebels.",
        "CONSULT/ NPL:REB ?:GOV > -",
    ),
    (
        '"They [the rebels] shelled our base," an Angolan colonel said.',
        "ASSAULT/heavy-weapons AGO:REB > AGO:MIL",
    ),
    ("President Maduro alleged a U.S.-backed plot to topple him.", "ACCUSE/allege VEN:GOV > USA:GOV"),
    ("China lodged solemn representations to Japan over the raid.", "ACCUSE/disapprove CHN:GOV > JPN:GOV"),
    ("Police in Peru began a crackdown on striking miners.", "COERCE/restrict PER:COP > PER:LAB"),
    ("The premier of Chile recalled his country's envoy in Lima.", "SANCTION/discontinue CHL:GOV > PER:GOV"),
    ("Russia spoke of clashes between Kurds and Syrian troops.", "ASSAULT/ SYR:CVL SYR:MIL > -"),
    ("Chad will go ahead with talks with Sudan.", "AGREE/ TCD:GOV SDN:GOV > -"),
    (
        "Norwegian monitors began talks with Tamil rebels after a battle between troops and rebels in Sri Lanka.",
        "CONSULT/ LKA:REB NOR:GOV > -",
    ),
    (
        "Vladimir Putin and Xi Jinping in a meeting on the fringes of a forum in Lima agreed to talk.",
        "CONSULT/ RUS:GOV CHN:GOV > -",
    ),
    ("China protested to Japan after it arrested five Chinese sailors.", "COERCE/arrest JPN:GOV > CHN:MIL"),
    ("Some 80 people rallied at the Russian embassy in Lima.", "PROTEST/demo PER:CVL > RUS:GOV"),
    ("Police in Laos halted a rally against the president.", "COERCE/restrict LAO:COP > LAO:GOV"),
    ("A police crackdown on miners that killed ten people shocked Bolivia.", "ASSAULT/ BOL:COP > BOL:CVL"),
    ("A court in Suva jailed 81-year-old Jone Waqa for treason.", "COERCE/arrest FJI:JUD > FJI:"),
    ("Bandits in Peru shot dead Israel Ochoa.", "ASSAULT/firearms PER:CRM > PER:"),
    (
        "Students in Lima threw stones at the Chilean embassy in protest against Chile's role in Bolivia.",
        "PROTEST/riot PER:EDU > CHL:GOV",
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[text[:50] for text, _ in TOLD])
def test_whose_it_is(coder: Coder, text: str, expected: str) -> None:
    rows = [row(m) for m in coded(coder, text, day=DAY)]
    assert expected in rows, rows


@pytest.mark.parametrize(
    "text",
    [
        "The raid came a week after a new government took power in Nepal.",
        "Delhi was caught off guard by the general's move.",
        "Delhi awaited a response from Islamabad.",
        "The Indian prime minister added that India must keep its word.",
        "The missiles are the subject of broken-off talks with Washington.",
        "China tightened its grip, raising fears in Hong Kong.",
        "The governor of Lima extended the shutdown by two days.",
        "Villagers in Peru saw the headless bodies of the hostages.",
    ],
)
def test_what_tells_no_event(coder: Coder, text: str) -> None:
    assert [row(m) for m in coded(coder, text, day=DAY)] == []


def test_a_protest_is_told_once_with_what_it_was_for(coder: Coder) -> None:
    text = "Students in Lima threw stones at the Chilean embassy in protest against Chile's role in Bolivia."
    assert [m.event_type for m in coded(coder, text, day=DAY)] == ["PROTEST"]


def test_talks_are_broken_off_with_the_rebels_and_not_with_the_hosts(coder: Coder) -> None:
    text = (
        "Colombian President Juan Manuel Santos accused the FARC of taking a general. "
        "Santos suspended the talks before a round that was to begin in Havana."
    )
    (m,) = [m for m in coded(coder, text, day=DAY) if m.event_type == "SANCTION"]
    assert [r.country for r in m.recipients] == ["COL"]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("A farmer, 85, was killed by a shell in Sudan.", 1),
        ("Gunmen in Mexico shot dead a woman, 43, on Friday.", 1),
        ("Gunmen in Mexico killed two guards (31 and 40).", 2),
        ("Junta troops raided a base in Myanmar, killing a woman.", 1),
        ("In Iraq, 12 people, including three soldiers, were killed by a bomb.", 12),
    ],
)
def test_ages_are_no_tolls(coder: Coder, text: str, killed: int) -> None:
    (m,) = coded(coder, text, day=DAY)
    assert m.magnitude.killed == killed


def test_headlines_of_unrest_and_of_raids(coder: Coder) -> None:
    for title, expected in (
        ("Bolivia protests leave five dead", "ASSAULT/ - > BOL:CVL"),
        ("Peru captures rebels in jungle raid", "COERCE/arrest PER:GOV > PER:REB"),
    ):
        assert expected in [row(m) for m in coded(coder, "It was the second in a week.", title, day=DAY)]


def test_a_summit_is_told_once(coder: Coder) -> None:
    text = "The leaders of Japan and Chile held a summit in Lima and issued a statement after the summit."
    assert [m.event_type for m in coded(coder, text, day=DAY)] == ["CONSULT"]


def test_who_made_the_remarks_spoke(coder: Coder) -> None:
    text = (
        'The United States met Japan on Monday. "We firmly oppose any strike on Syria. We condemn the raid," '
        "Chinese foreign ministry spokesperson Lin Mei made these remarks at a briefing."
    )
    (m,) = [m for m in coded(coder, text, day=DAY) if m.event_type == "ACCUSE"]
    assert [a.country for a in m.actors] == ["CHN"]


def test_a_city_and_a_day_without_a_dash_are_a_dateline(coder: Coder) -> None:
    (m,) = coded(coder, "LIMA, May 9 Peruvian police captured seven Shining Path rebels.", day=DAY)
    assert row(m) == "COERCE/arrest PER:COP > PER:REB"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army killed three rebels and injured many others in Daraa.", "SYR:REB SYR:REB"),
        ("A bomb killed six soldiers and wounded at least 20 others in Kunduz.", "AFG:MIL AFG:MIL"),
        ("A bomb killed a judge and wounded four others in Kunduz.", "AFG:JUD AFG:CVL"),
        ("Gunmen killed six people and kidnapped several others in Zamfara.", "NGA:CVL"),
    ],
)
def test_others_are_of_the_same_kind(coder: Coder, text: str, expected: str) -> None:
    assert expected in [side(m.recipients) for m in coded(coder, text, day=DAY)]


def test_they_who_add_something_have_told_the_rest(coder: Coder) -> None:
    text = "Witnesses said troops opened fire on a crowd in Hama. Two men were killed, they added."
    assert [[a.name for a in m.attribution] for m in coded(coder, text, day=DAY)] == [["Witnesses"]] * 2


def test_a_brigade_is_not_the_army(coder: Coder) -> None:
    text = (
        "The Israeli army raided Tulkarm on Monday. The Nablus Brigade, an armed group, said it fought back. "
        "The group reported that the army fired rockets at a house."
    )
    assert [a.country for a in coded(coder, text, day=DAY)[-1].actors] == ["ISR"]


def test_who_is_accused_does_what_is_told_of_them(coder: Coder) -> None:
    text = "Kyiv accused the troops occupying Crimea of torturing prisoners."
    rows = {m.event_type: m for m in coded(coder, text, day=DAY)}
    assert set(rows) == {"ACCUSE", "COERCE"}


def test_a_part_of_a_land_does_not_raid_itself(coder: Coder) -> None:
    (m,) = coded(coder, "At least six people were killed during an Israeli West Bank raid.", day=DAY)
    assert row(m) == "ASSAULT/ ISR:GOV > PSE:CVL"


def test_what_is_thrown_is_not_shot(coder: Coder) -> None:
    text = "Protesters were shooting and throwing grenades at Israeli troops in Nablus."
    assert [row(m) for m in coded(coder, text, day=DAY)] == ["ASSAULT/explosives PSE:CVL > ISR:MIL"]
