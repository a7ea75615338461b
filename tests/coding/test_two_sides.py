"""Who met, clashed or is meant: visitors before their host, two sides of one clash, names that several bear."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder
from tests.coding.shown import coded, row

DAY = dt.date(2023, 6, 15)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Premier Li Qiang met visiting Thai Prime Minister Srettha Thavisin.", "CONSULT/visit THA:GOV > CHN:GOV"),
        (
            "Vietnam's president urged visiting Lao Prime Minister Sonexay Siphandone to speed up the projects.",
            "REQUEST/change VNM:GOV > LAO:GOV",
        ),
        (
            "The Thai foreign minister met his Lao counterpart, Bounma Keosavang, in Vientiane.",
            "CONSULT/ THA:GOV LAO:GOV > -",
        ),
        ("Working groups of Tajikistan and Kyrgyzstan met in Batken.", "CONSULT/ TJK:GOV KGZ:GOV > -"),
        ("The navies of India and Japan held joint drills.", "COOPERATE/ IND:MIL JPN:MIL > -"),
        ("Commanders of the Thai and Cambodian armies met in Trat.", "CONSULT/ THA:MIL KHM:MIL > -"),
        ("Clashes erupted between protesters and police in Dhaka.", "PROTEST/riot BGD:CVL BGD:COP > -"),
        ("Police and opposition activists clashed in the Nepali town of Birgunj.", "PROTEST/riot NPL:COP NPL:OPP > -"),
        (
            "Fighting broke out in a village in Kachin state in Myanmar between troops and rebels.",
            "ASSAULT/ MMR:MIL MMR:REB > -",
        ),
        (
            "As neighbours of Myanmar, India and China should work for peace there, Vietnam's foreign minister said.",
            "REQUEST/change VNM:GOV > IND:GOV CHN:GOV",
        ),
        ("Teachers voted to go on strike from Monday in Colombo.", "PROTEST/strike LKA:EDU > -"),
        ("India summoned a senior Nepalese embassy official over the map.", "ACCUSE/disapprove IND:GOV > NPL:GOV"),
        ("Cambodia's interior minister said the strikers would be arrested.", "THREATEN/arrest KHM:GOV > KHM:LAB"),
    ],
)  # fmt: skip
def test_who_stands_on_which_side(coder: Coder, text: str, due: str) -> None:
    assert due in [row(m) for m in coded(coder, text, day=DAY)]


def test_nobody_visits_his_visitor(coder: Coder) -> None:
    rows = coded(coder, "Xi Jinping met with visiting Lao President Thongloun Sisoulith.", day=DAY)
    assert [row(m) for m in rows] == ["CONSULT/visit LAO:GOV > CHN:GOV"]


def test_a_vote_to_strike_lies_ahead(coder: Coder) -> None:
    (m,) = coded(coder, "Dockers in Colombo decided to go on strike next week.", day=DAY)
    assert m.status == "future"


def test_an_acronym_waits_for_what_else_is_named(coder: Coder) -> None:
    text = "DHAKA: Police in Bangladesh detained three BNP leaders in Sylhet on Monday."
    (m,) = coded(coder, text, "BNP leaders held in Sylhet", day=DAY)[-1:]
    assert {e.country for e in m.recipients} == {"BGD"}


def test_those_who_kill_are_not_counted_among_the_dead(coder: Coder) -> None:
    text = "Seven rebels who killed soldiers were captured in Mindanao."
    assert all(m.magnitude.killed is None for m in coded(coder, text, day=DAY))


def test_people_are_called_by_their_given_names(coder: Coder) -> None:
    text = (
        "Police in Bangladesh arrested the student leader Nahid Islam on Monday. "
        "Nahid accused the officers of beating him."
    )
    (m,) = [m for m in coded(coder, text, day=DAY) if m.event_type == "ACCUSE"]
    assert m.actors[0].name == "Nahid Islam"


def test_an_allegation_is_of_no_visit(coder: Coder) -> None:
    text = (
        "Pakistan's foreign adviser will visit India in December. India accused Pakistan of shelling. "
        'Pakistan rejected the allegation as "baseless".'
    )
    assert all(m.event_type != "AGREE" or m.status != "denied" for m in coded(coder, text, day=DAY))


def test_no_deed_is_told_by_what_is_only_alleged(coder: Coder) -> None:
    text = "Pakistan summoned the Indian envoy to protest against alleged truce violations by Indian troops."
    assert {m.event_type for m in coded(coder, text, day=DAY)} == {"ACCUSE"}
