"""Deeds of daily life, and parties that a longer report easily takes for others."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder
from dragoman.coding.confidence import MINIMUM
from tests.coding.shown import coded, row

_DAY = dt.date(2016, 11, 10)


def _rows(coder: Coder, text: str, day: dt.date = _DAY) -> list[str]:
    told = coded(coder, text, day=day)
    return [row(m) for m in told if m.status != "hypothetical" and m.confidence >= MINIMUM]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The bank's economists cut their estimate for Chile.", id="a figure that is cut"),
        pytest.param("Hundreds gathered at a clinic in Lima on Sunday to mourn the singer.", id="to mourn"),
        pytest.param("Nobody buys it, President Duterte said at a rally in Cebu.", id="where he spoke"),
        pytest.param("Police in Oslo advised visitors to keep their bags closed.", id="advice"),
        pytest.param("Officials in Beijing warned people to keep away from rats.", id="a warning to people"),
        pytest.param("Norwegian prosecutors released their final estimates.", id="what is published"),
        pytest.param("Women were harassed in a square in Cologne.", id="by men unknown"),
        pytest.param("NASA recruited SpaceX to join its programme.", id="a firm that is hired"),
        pytest.param("Beijing assured the public that the risk was low.", id="to the public"),
        pytest.param(
            "The shopkeeper in Iowa was impressed by President Obama.", id="what one of many thinks"
        ),
        pytest.param("Iran's council passed a motion, allowing Iraq to evade censure.", id="what follows"),
        pytest.param("Oslo braces for a human rights clash with Hungary.", id="a clash of views"),
        pytest.param(
            "President Abdullahi Yusuf Ahmed of Somalia pitched camp in Jowhar.", id="where he settled"
        ),
        pytest.param("The opposition took control of the US Congress in the elections.", id="by votes"),
        pytest.param("The UN has given Chile three months.", id="time that is given"),
        pytest.param("Tony Blair is heading the mission to Albania.", id="what he leads"),
        pytest.param("Prime Minister Koizumi paid a visit to a shrine in October.", id="a sight"),
        pytest.param("The pacts are awaiting approval from the cabinet of Malta.", id="not given yet"),
        pytest.param("It needs ten million U.S. dollars to feed 4,000 people in Mozambique.", id="money"),
        pytest.param("The wounded officer was rushed to hospital in Yala.", id="to be treated"),
        pytest.param("AIDS has killed 25 million people in Africa.", id="an illness"),
        pytest.param(
            "The inquiry found no proof for claims that Russian soldiers killed villagers in Georgia.",
            id="a claim without proof",
        ),
        pytest.param(
            "Fiji needs martial law in order to disarm the militias, its premier said.", id="in order to"
        ),
    ],
)
def test_daily_life_tells_no_event(coder: Coder, text: str) -> None:
    assert _rows(coder, text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "Hundreds gathered outside a ministry in Lima to demand his release.",
            "PROTEST/demo PER:CVL > PER:GOV",
            id="a crowd with a demand",
        ),
        pytest.param(
            "Russia questioned Britain's motives.",
            "ACCUSE/disapprove RUS:GOV > GBR:GOV",
            id="a doubt is no inquiry",
        ),
        pytest.param(
            "North Korea's firing of a long-range missile over Japan drew anger.",
            "MOBILIZE/weapons PRK:GOV > JPN:GOV",
            id="a missile that flies over",
        ),
        pytest.param(
            "Fourteen women abducted by Boko Haram have been freed, the Nigerian president said.",
            "RETREAT/release NGA:REB > NGA:CVL",
            id="freed by their captors, whoever tells it",
        ),
    ],
)
def test_what_is_told(coder: Coder, text: str, told: str) -> None:
    assert told in _rows(coder, text)


def test_the_bare_name_is_his_who_governs(coder: Coder) -> None:
    text = (
        "President Obama met President-elect Donald Trump on Thursday. First lady Michelle Obama showed the "
        "guests around. Obama had denounced Trump."
    )
    blamed = next(m for m in coded(coder, text, day=_DAY) if m.event_type == "ACCUSE")
    assert blamed.actors[0].name == "Barack Obama"


def test_the_president_is_no_vice_president(coder: Coder) -> None:
    text = "Barack Obama spoke on Monday. Mike Pence met Vice President Biden. The president praised Angela Merkel."
    praised = next(m for m in coded(coder, text, day=_DAY) if m.event_type == "SUPPORT")
    assert praised.actors[0].name == "Barack Obama"


def test_his_in_front_points_ahead(coder: Coder) -> None:
    text = "President Petro Poroshenko denied any fault. Before his arrest on Monday, Ivan Kolesnik led the agency."
    arrest = next(m for m in coded(coder, text, day=_DAY) if m.event_mode == "arrest")
    assert (arrest.recipients[0].name, arrest.status) == ("Ivan Kolesnik", "asserted")


def test_the_outrage_is_not_what_the_police_did(coder: Coder) -> None:
    text = (
        "A driver fired a gun into a crowd in Nice, killing ten people. Police shot the driver. "
        "The United Nations condemned the attack."
    )
    blamed = next(m for m in coded(coder, text, day=_DAY) if m.event_type == "ACCUSE")
    assert not any("COP" in e.sectors for e in blamed.recipients)


def test_a_coup_of_a_year_is_history(coder: Coder) -> None:
    told = coded(coder, "Augusto Pinochet came to power in a 1973 military coup.", day=dt.date(2006, 12, 3))
    assert [m.status for m in told] == ["historical"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "Saddam Hussein was ousted by invading US-led troops.",
            "COERCE/seize USA:MIL > IRQ:GOV",
            id="by invading troops",
        ),
        pytest.param(
            "UN forces in Congo have driven rebel soldiers out of a town they had captured.",
            "ASSAULT/ UNO:MIL > COD:REB",
            id="driven out of what they had taken",
        ),
    ],
)
def test_whose_deed_it_is(coder: Coder, text: str, told: str) -> None:
    assert told in _rows(coder, text, dt.date(2002, 5, 1))


def test_a_name_tells_whether_it_is_she(coder: Coder) -> None:
    text = "Ilhan Omar met Tony Blair in London. Germany condemned him on Tuesday."
    blamed = next(m for m in coded(coder, text, day=_DAY) if m.event_type == "ACCUSE")
    assert [e.name for e in blamed.recipients] == ["Tony Blair"]


def test_the_country_is_his_who_complains(coder: Coder) -> None:
    text = "Iran condemned Washington for imposing sanctions on the oil-rich nation."
    assert "SANCTION/discontinue USA:GOV > IRN:GOV" in _rows(coder, text)


def test_sanctions_fall_on_him_who_fired(coder: Coder) -> None:
    text = "The UN Security Council imposed sanctions on North Korea after it tested two missiles in July."
    tested = [r for r in _rows(coder, text) if r.startswith("MOBILIZE")]
    assert tested == ["MOBILIZE/weapons PRK:GOV > -"]


def test_who_has_to_do_with_the_deed_accuses_nobody(coder: Coder) -> None:
    told = coded(coder, "Chinese ships were suspected of trading with North Korea.", day=_DAY)
    assert not any(e.country == "PRK" for m in told if m.event_type == "ACCUSE" for e in m.actors)
