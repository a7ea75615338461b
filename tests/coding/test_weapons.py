"""Weapons called by their names, and what fighting turns places and people into."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder
from dragoman.coding.weapons import common_noun
from tests.coding.shown import coded, row


def test_names_of_weapons_are_read_in_capitals_only() -> None:
    assert [common_noun(w) for w in ("Scuds", "F-16s", "Su-34", "mirage", "Grad", "G-20")] == [
        "missile",
        "jet",
        "jet",
        None,
        "rocket",
        None,
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Iraqi Scuds hit Haifa on Friday.", ("heavy-weapons", "IRQ", "ISR")),
        ("Two Moroccan Mirages bombed a camp in Algeria.", ("aerial", "MAR", "DZA")),
        ("Sudanese bombers reduced a school in Ethiopia to rubble.", ("aerial", "SDN", "ETH")),
        ("Ethiopian jets set a fuel depot in Assab ablaze.", ("destroy", "ETH", "ERI")),
    ],
)
def test_what_weapons_did(coder: Coder, text: str, wanted: tuple[str, str, str]) -> None:
    (m,) = [m for m in coded(coder, text, day=dt.date(1999, 2, 10)) if m.event_type == "ASSAULT"]
    assert (m.event_mode, m.actors[0].country, m.recipients[0].country) == wanted


def test_people_who_sleep_are_attacked(coder: Coder) -> None:
    (m,) = coded(coder, "Ugandan raiders fell upon sleeping villagers in Kenya.", day=dt.date(1999, 2, 10))
    assert row(m) == "ASSAULT/ UGA:UAF > KEN:CVL"


def test_confined_since_a_deed_is_confined_from_that_day(coder: Coder) -> None:
    text = (
        "The president of Niger has been confined to his residence since guards turned on him last Wednesday."
    )
    arrest = [m for m in coded(coder, text, day=dt.date(2023, 7, 30)) if m.event_mode == "arrest"]
    assert [(m.actors[0].country, str(m.date.start)) for m in arrest if m.date] == [("NER", "2023-07-26")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Georgia alleged that Russian jets were bombing its ports.", "ACCUSE/allege GEO:GOV > RUS:MIL"),
        ("The Seychelles navy said pirates would be hunted down.", "THREATEN/violence SYC:MIL > SYC:CRM"),
        (
            "Colombia would not hesitate to bomb rebel camps in Ecuador, it said.",
            "THREATEN/violence COL:GOV > COL:REB",
        ),
        ("Kenyan police suspect men loyal to al-Shabaab.", "ACCUSE/allege KEN:COP > SOM:CVL"),
        (
            "The colonel said there would be no prisoner swap with the guerrillas.",
            "REJECT/yield ?:MIL > ?:REB",
        ),
    ],
)
def test_what_is_said_of_force(coder: Coder, text: str, wanted: str) -> None:
    assert wanted in [row(m) for m in coded(coder, text, day=dt.date(2009, 4, 10))]


def test_what_befalls_those_who_do_not_obey_has_not_happened(coder: Coder) -> None:
    found = coded(
        coder, "The junta gave Karen rebels a week to disarm or be crushed.", day=dt.date(1999, 2, 10)
    )
    assert "ASSAULT" not in [m.event_type for m in found if m.status == "asserted"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A rocket fired from Gaza hit a flat in Israel.", ("ASSAULT", "PSE", "ISR")),
        (
            "Officials in India believe Lashkar-e-Taiba planned the assault on a hotel.",
            ("ACCUSE", "IND", "PAK"),
        ),
        ("Burmese soldiers disarmed 40 Shan guerrillas.", ("COERCE", "MMR", "MMR")),
        ("India and Pakistan were locked in heavy fighting at Kargil.", ("ASSAULT", "IND", None)),
    ],
)
def test_who_did_it_to_whom(coder: Coder, text: str, wanted: tuple[str, str, str | None]) -> None:
    found = [
        (m.event_type, m.actors[0].country, m.recipients[0].country if m.recipients else None)
        for m in coded(coder, text, day=dt.date(2009, 4, 10))
        if m.actors
    ]
    assert wanted in found


def test_federal_forces_are_of_the_federation_that_the_report_names(coder: Coder) -> None:
    text = "Federal jets bombed a road in Slovenia. The government of Yugoslavia said it was in control."
    found = [m for m in coded(coder, text, day=dt.date(1991, 6, 29)) if m.event_type == "ASSAULT"]
    assert [a.country for m in found for a in m.actors] == ["YUG"]
