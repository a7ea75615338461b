"""Wordings of short news items: whose a plot is, who stands before a verb, what is no event at all."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder
from tests.coding.shown import coded, row

DAY = dt.date(2025, 6, 5)


def rows(coder: Coder, text: str) -> set[str]:
    """The rows of a text of that day."""
    return {row(m) for m in coded(coder, text, day=DAY)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Italian officers arrested ninety smugglers with arrest warrants from Palermo.",
            "COERCE/arrest ITA:COP > ITA:CRM",
        ),
        (
            "Canada imposed sanctions under its Magnitsky law on the Russian general Ivan Petrov.",
            "SANCTION/discontinue CAN:GOV > RUS:MIL",
        ),
        ("Britain imposed a raft of sanctions on Belarus.", "SANCTION/discontinue GBR:GOV > BLR:GOV"),
        (
            "India imposed tariffs on steel imported from Vietnam.",
            "SANCTION/discontinue IND:GOV > VNM:GOV",
        ),
        ("Denmark foiled an Iranian plot to bomb a church in Aarhus.", "ASSAULT/aerial IRN:GOV > DNK:REL"),
        ("Police in Lahore, Pakistan detained 20 people.", "COERCE/arrest PAK:COP > PAK:CVL"),
        ("Malian soldiers clashed with rebels near Gao.", "ASSAULT/ MLI:MIL MLI:REB > -"),
        (
            "Riot police scuffled with demonstrators outside the parliament of Georgia.",
            "PROTEST/riot GEO:CVL > GEO:COP",
        ),
        ("Greenpeace Japan condemned Norway.", "ACCUSE/disapprove JPN:SOC > NOR:GOV"),
        ("Canada cancelled the Nigerian governor's visa.", "SANCTION/discontinue CAN:GOV > NGA:GOV"),
    ],
)
def test_who_did_what(coder: Coder, text: str, told: str) -> None:
    assert told in rows(coder, text)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Germany thwarted an Iranian plot to bomb a school in Bonn.", "ASSAULT/aerial DEU:GOV"),
        ("A firm founded by murdered premier Rafik Hariri opened in Beirut.", "ASSAULT"),
        ("Finland's premier said she would meet her fiscal rules.", "CONSULT"),
        ("The French minister dismissed the generals' charges as a load of nonsense.", "SANCTION"),
        ("Activists seeking to deliver medicine to Gaza met Turkish officials.", "REQUEST"),
    ],
)
def test_what_nobody_did(coder: Coder, text: str, never: str) -> None:
    assert not any(r.startswith(never) for r in rows(coder, text))


def test_a_region_keeps_its_direction(coder: Coder) -> None:
    """North Darfur is a state of Sudan, northern Mali is a part of Mali."""
    found = coded(
        coder, "Gunmen killed two drivers in North Darfur. Gunmen killed a nun in northern Mali.", day=DAY
    )
    assert [m.place.name for m in found if m.place] == ["North Darfur", "Mali"]


def test_what_is_fought_for_is_where(coder: Coder) -> None:
    """The place of a battle is the town that it is for."""
    found = coded(coder, "The battle for Aleppo killed 30 Syrian soldiers.", day=DAY)
    assert [m.place.name for m in found if m.place] == ["Aleppo"]


def test_a_report_on_sport_holds_what_courts_do(coder: Coder) -> None:
    """Teams that bear the names of states beat nobody; a tribunal that bans a coach does."""
    text = (
        "England beat France in the final of the Six Nations championship at a full stadium. "
        "The captain scored twice before half-time and the fans cheered every goal. "
        "The season ends with a match against Wales, the coach of the squad said. "
        "A tribunal in Athens jailed a striker for fraud."
    )
    assert {r.partition(" ")[2].partition(" >")[0] for r in rows(coder, text)} == {"GRC:JUD"}


def test_a_lower_case_word_names_no_country(coder: Coder) -> None:
    """The car of "a car attack" is no Central African Republic."""
    (m,) = coded(coder, "China executed the perpetrators of the Zhuhai car attack.", day=DAY)
    assert [e.country for e in m.recipients] == ["CHN"]


def test_one_state_is_told_once(coder: Coder) -> None:
    """Its missile and drone strikes make no two actors of a state."""
    (m,) = coded(coder, "Russian missile and drone strikes killed 24 people in Lviv, Ukraine.", day=DAY)
    assert [e.country for e in m.actors] == ["RUS"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "U.S. President Donald Trump's 25% tariffs on Mexican imports took effect.",
            "SANCTION/discontinue USA:GOV > MEX:GOV",
        ),
        (
            "Nine people were killed and 20 more injured by a Russian missile in Kyiv.",
            "ASSAULT/heavy-weapons RUS:GOV > UKR:CVL",
        ),
        ("Three Malian soldiers were killed in a rebel ambush near Gao.", "ASSAULT/ MLI:REB > MLI:MIL"),
        (
            "Two nurses in Sydney, New South Wales, Australia were suspended by the state government.",
            "SANCTION/expel AUS:GOV > AUS:MED.HLH",
        ),
    ],
)
def test_whose_deed_it_was(coder: Coder, text: str, told: str) -> None:
    assert told in rows(coder, text)


def test_an_order_that_targets_somebody_is_no_attack(coder: Coder) -> None:
    assert rows(coder, "President Trump signed an order targeting transgender soldiers.") == set()


def test_his_age_belongs_to_his_name(coder: Coder) -> None:
    (m,) = coded(coder, "A 14-year-old student was arrested in Manchester, England.", day=DAY)
    assert [e.name for e in m.recipients] == ["14-year-old student"]


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("The opposition and Norway have called the vote a sham election.", "AGREE"),
        ("A judge ruled that the Peruvian president can revoke the programme.", "SANCTION"),
    ],
)
def test_words_that_tell_another_thing(coder: Coder, text: str, never: str) -> None:
    assert not any(r.startswith(never) for r in rows(coder, text))


def test_what_a_deal_requires_has_not_happened(coder: Coder) -> None:
    text = "The Lebanese speaker said the deal does not require an Israeli withdrawal from Lebanon."
    assert all(m.status != "asserted" for m in coded(coder, text, day=DAY) if m.event_type == "RETREAT")
