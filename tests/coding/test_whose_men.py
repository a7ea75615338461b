"""Whose men they are: allies, services of one state, officers of rebels and peoples who live in several states."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder
from dragoman.records import Document
from tests.coding.shown import coded, row

CASES = [
    # whom "their" is said of
    (2012, "MAPUTO - Rebels attacked government soldiers and their Zambian allies near Tete on Monday.",
     "ASSAULT/ MOZ:REB > MOZ:MIL ZMB:GOV"),
    (2012, "OSLO - Danish envoys met the rebel leader, Mr Kofi, and his deputy on Monday.",
     "CONSULT/ DNK:GOV NOR:REB NOR:REB > -"),
    # one adjective for both services
    (2005, "BAMAKO - Opposition leaders demanded the withdrawal of the Algerian army and intelligence service "
     "from Mali on Monday.", "REQUEST/change MLI:OPP > DZA:MIL DZA:SPY"),
    # officers of rebels and unions
    (2006, "LIMA - Guerrilla spokesman Ruy Paz accused the army of breaking the truce.",
     "ACCUSE/allege PER:REB > PER:MIL"),
    (2006, "LIMA - Union negotiator Ruy Paz accused the government of breaking its word.",
     "ACCUSE/allege PER:LAB > PER:GOV"),
    (2006, "LIMA - Army spokesman Ruy Paz accused the guerrillas of breaking the truce.",
     "ACCUSE/allege PER:MIL > PER:REB"),
    (2013, "COLOMBO - Tamil leader R. Kumar met the president on Monday.", "CONSULT/ LKA:CVL LKA:GOV > -"),
    (2013, "MOGADISHU - A spokesman for al-Shabaab said a senior commander, Omar Dini, was killed by Kenyan "
     "troops.", "ASSAULT/ KEN:MIL > SOM:REB"),
    # peoples of several states
    (2004, "PRIZREN, Kosovo - Albanians attacked Serb homes on Monday.", "ASSAULT/ XKX:CVL > XKX:CVL"),
    (2001, "SKOPJE - The truce was brokered by NATO and European Union envoys.",
     "CONSULT/third-party IGO:MIL.GOV EUR:GOV > -"),
]  # fmt: skip


@pytest.mark.parametrize(("year", "text", "due"), CASES)
def test_whose_men(coder: Coder, year: int, text: str, due: str) -> None:
    assert due in [row(m) for m in coded(coder, text, day=dt.date(year, 6, 15))]


def test_the_two_sides_of_a_war_at_home(coder: Coder) -> None:
    text = (
        "SKOPJE - Macedonian police and ethnic Albanian rebels exchanged fire near Tetovo on Monday. "
        "The two sides blamed each other for the fighting."
    )
    parties = [e.country for m in coded(coder, text, day=dt.date(2001, 7, 6)) for e in m.actors]
    assert set(parties) == {"MKD"}


def test_a_short_title_and_an_earlier_part_of_a_name(coder: Coder) -> None:
    text = "DHAKA - Opposition leader Rafiq Hasan Uddin Sarkar was freed on Monday. Mr Hasan accused the police of lying."
    assert "ACCUSE/allege BGD:OPP > BGD:COP" in [row(m) for m in coded(coder, text, day=dt.date(2011, 6, 28))]


def test_feasts_are_nobody(coder: Coder) -> None:
    text = "SAN SALVADOR - The guerrillas declared a ceasefire beginning on Good Friday."
    assert not [
        e for m in coded(coder, text, day=dt.date(1990, 3, 1)) for e in m.recipients if "Friday" in e.name
    ]


def test_a_king_is_not_called_by_his_land(coder: Coder) -> None:
    text = "BRUSSELS - King Philippe of Belgium received the envoys on Monday. Chad asked Belgium for help on Tuesday."
    asked = [m for m in coded(coder, text, day=dt.date(2018, 5, 14)) if "Tuesday" in m.evidence.text]
    assert [e.actor_id for m in asked for e in m.recipients] == ["country:BEL"]


def test_who_deals_after_fighting(coder: Coder) -> None:
    text = (
        "COLOMBO - Government troops killed ten Tamil Tigers on Monday. "
        "The two sides will meet in Oslo next week for talks."
    )
    assert "LKA:GOV LKA:REB > -" in " ".join(row(m) for m in coded(coder, text, day=dt.date(2006, 6, 5)))


def test_a_town_half_of_whose_name_is_known_elsewhere(coder: Coder) -> None:
    text = "COTABATO, Philippines - Rebels attacked Pisa Bango town on Monday, killing two civilians."
    assert {e.country for m in coded(coder, text, day=dt.date(2008, 9, 22)) for e in m.recipients} == {"PHL"}


@pytest.mark.parametrize(
    ("text", "due"),
    [
        (
            "YANGON - Two delegations from the Karen National Union met Burmese officials on Saturday.",
            "CONSULT/ MMR:REB MMR:GOV > -",
        ),
        (
            "KHARTOUM - The Rapid Support Forces offered a truce on Friday. The army rejected the offer.",
            "REJECT/ SDN:MIL > SDN:PRM.MIL.REB",
        ),
    ],
)
def test_whose_delegation_and_whose_army(coder: Coder, text: str, due: str) -> None:
    assert due in [row(m) for m in coded(coder, text, day=dt.date(2023, 6, 17))]


def test_soldiers_are_of_the_country_where_they_took_power(coder: Coder) -> None:
    text = "Mali held elections. The UN condemned the soldiers who seized power in Guinea last year."
    record = coder.code(Document("d1", text))
    condemned = next(m for m in record.event_mentions if m.event_type == "ACCUSE")
    assert [e.country for e in condemned.recipients] == ["GIN"]


def test_a_rebel_group_of_a_people_is_still_of_rebels(coder: Coder) -> None:
    record = coder.code(Document("d1", "The army raided a Kurdish rebel group in Iran."))
    assert [e.sectors for m in record.event_mentions for e in m.recipients] == [("REB",)]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Kenyan police arrested Labour Party leader Peter Otieno.", "KEN"),
        ("Kenya freed Democratic Party chairman Joe Mwangi.", "KEN"),
        ("Russia expelled British Labour Party leader Keir Starmer.", "GBR"),
    ],
)
def test_leaders_of_parties_whose_name_many_countries_know(coder: Coder, text: str, country: str) -> None:
    (m,) = coder.code(Document("d1", text, published=dt.date(2024, 9, 1))).event_mentions
    assert [e.country for e in m.recipients] == [country]
