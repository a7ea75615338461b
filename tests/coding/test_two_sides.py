"""Who met, clashed or is meant: visitors before their host, two sides of one clash, names that several bear."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder
from dragoman.records import Document
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


def test_nations_stand_side_by_side_in_a_headline(coder: Coder) -> None:
    (m,) = coded(
        coder, "Officials spoke in Bangkok.", "Thai, Lao troops meet at disputed border for talks", day=DAY
    )
    assert {e.country for e in m.actors} == {"THA", "LAO"}


def test_killed_and_wounded_are_one_telling(coder: Coder) -> None:
    text = "One policeman was killed and eight people received injuries in the attack in Quetta."
    assert len(coded(coder, text, day=DAY)) == 1


def test_the_former_president_is_whom_the_report_called_so(coder: Coder) -> None:
    text = (
        "Maldives police arrested former President Mohamed Nasheed. President Abdulla Yameen was abroad. "
        "India voiced concern over the arrest of the former president."
    )
    last = coded(coder, text, day=dt.date(2015, 2, 28))[-1]
    assert last.recipients[0].name == "Mohamed Nasheed"


def test_a_quote_in_a_paragraph_of_its_own_is_the_last_tellers(coder: Coder) -> None:
    text = (
        "Fiji's opposition leader Mick Beddoes told a radio station that he was shocked.\n\n"
        '"The removal of the vice president is illegal and unconstitutional."'
    )
    assert "Mick Beddoes" in {e.name for m in coded(coder, text, day=DAY) for e in m.actors}


@pytest.mark.parametrize(
    "text",
    [
        "It was the first suicide attack in Quetta this year.",
        "Philippine boats carried food supplies to Philippine troops at the shoal.",
        "Thailand's prime minister flew to the Cambodian border.",
        "The North Korean missile landed in waters off Japan.",
    ],
)
def test_no_event(coder: Coder, text: str) -> None:
    assert not coded(coder, text, day=DAY)


def test_the_nation_of_a_slogan_is_no_party(coder: Coder) -> None:
    text = "Police in the Maldives arrested two people for planning the 'India Out' movement."
    assert "IND" not in {e.country for m in coded(coder, text, day=DAY) for e in (*m.actors, *m.recipients)}


def test_an_acronym_means_the_body_of_the_country_that_a_report_is_about(coder: Coder) -> None:
    text = (
        "Sri Lankan police in Colombo arrested three NPP supporters on Monday. Police in Sri Lanka said the "
        "three had attacked a bus in Kandy."
    )
    (m,) = [m for m in coded(coder, text, day=DAY) if m.event_type == "COERCE"]
    assert m.recipients[0].country == "LKA"


def test_negotiators_of_government_and_rebels_are_two_sides(coder: Coder) -> None:
    text = "Philippine government and rebel negotiators ended their first round of talks in Kuala Lumpur."
    shown = [row(e) for e in coded(coder, text, day=DAY)]
    assert any("PHL:GOV PHL:REB" in r for r in shown), shown


def test_the_toll_of_a_clash_is_no_deed_of_one_side(coder: Coder) -> None:
    text = "Supporters of the Awami League clashed with police in Dhaka, injuring dozens of people."
    assert [e.event_type for e in coded(coder, text, day=DAY)] == ["PROTEST"]


def test_a_name_that_ends_like_a_preposition_stands_under_its_verb(coder: Coder) -> None:
    text = (
        "South Korean President Moon Jae-in and top DPRK leader Kim Jong Un signed the Panmunjom Declaration "
        "after their first summit in Panmunjom on April 27."
    )
    title = "S. Korea, DPRK start high-level talks at Panmunjom"
    rows = [row(m) for m in coded(coder, text, title, day=DAY)]
    assert any("KOR:GOV PRK:GOV" in r for r in rows), rows


def test_both_koreas_at_once(coder: Coder) -> None:
    record = coder.code(Document("d1", "North and South Korea exchanged fire on Monday."))
    assert [{e.country for e in m.actors} for m in record.event_mentions] == [{"PRK", "KOR"}]
