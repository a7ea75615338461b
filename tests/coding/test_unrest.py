"""Unrest and votes at home: tools put down, shops that stay shut, clauses behind an aside, bills voted on."""

from __future__ import annotations

import datetime as dt
from functools import partial

import pytest

from dragoman.coding import Coder
from tests.coding.shown import coded
from tests.coding.shown import row as _row

REPORTED = dt.date(2016, 4, 12)
_coded = partial(coded, day=REPORTED)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Workers at a Honduran shirt factory downed tools on Monday.", "PROTEST/strike HND:LAB > -"),
        ("Pharmacies and banks in Togo stayed shut during a strike on Monday.", "PROTEST/strike TGO:"),
        ("Villagers parked tractors across the road to the Albanian port.", "PROTEST/obstruct ALB:CVL > -"),
        ("Nuns knelt in the path of Bolivian army trucks.", "PROTEST/obstruct BOL:REL > BOL:MIL"),
        ("A Zambian game warden shot dead a poacher who was skinning an elephant.", "ASSAULT/firearms ZMB:"),
    ],
)
def test_what_crowds_and_warders_do(coder: Coder, text: str, expected: str) -> None:
    assert any(_row(m).startswith(expected) for m in _coded(coder, text))


def test_the_subject_stands_before_an_aside(coder: Coder) -> None:
    text = "Police in Peru moved in after the court, citing a lack of proof, refused to free the miners."
    assert "REJECT PER:JUD" in " ".join(
        _row(m).replace("/yield", "").replace("/", "") for m in _coded(coder, text)
    )


def test_a_past_tense_is_not_joined_to_a_gerund(coder: Coder) -> None:
    text = "President Lenin Moreno of Ecuador ruled out stepping down and offered to meet the indigenous leaders."
    assert any(_row(m).startswith("AGREE/ ") for m in _coded(coder, text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KIEV - Ukraine is calm. The bill was defeated by two votes in Ukraine.", "REJECT/change UKR:LEG"),
        ("A motion tabled by the Maltese opposition was voted down, 40 to 31.", "REJECT/change MLT:LEG"),
    ],
)
def test_a_bill_is_voted_on_by_a_parliament(coder: Coder, text: str, expected: str) -> None:
    assert any(_row(m).startswith(expected) for m in _coded(coder, text))


def test_what_there_is_no_excuse_for_is_blamed(coder: Coder) -> None:
    text = 'The Danish opposition leader said there was no excuse for the decree. "It is a bad law."'
    assert any(_row(m).startswith("ACCUSE/disapprove DNK") for m in _coded(coder, text))


def test_no_vote_unless_is_a_demand(coder: Coder) -> None:
    text = (
        "Kenyan opposition leader Raila Odinga said there would be no poll unless the rules were rewritten."
    )
    assert any(_row(m).startswith("REQUEST/change KEN") for m in _coded(coder, text))


@pytest.mark.parametrize("they", ["They set fire to a bus.", "They broke into the town hall."])
def test_they_are_the_crowd_of_the_sentence_before(coder: Coder, they: str) -> None:
    text = f"LIMA - Hundreds of students marched through Lima on Monday. {they}"
    assert any(_row(m).startswith("PROTEST/riot PER:EDU") for m in _coded(coder, text))


@pytest.mark.parametrize(
    "text",
    [
        "BOGOTA - Colombia waited. Ana Roa, a sportscaster, accused the electoral council of fraud.",
        "BOGOTA - Colombia waited. Ana Roa, who leads the weavers' union, accused the government of fraud.",
    ],
)
def test_a_person_who_is_told_of_by_a_trade_is_at_home(coder: Coder, text: str) -> None:
    assert any(m.actors and m.actors[0].country == "COL" for m in _coded(coder, text))


@pytest.mark.parametrize(
    "who", ["The premier of Saxony", "The Spanish tribunal's president", "The leader of Kenya's opposition"]
)
def test_a_lesser_head_is_not_that_of_the_state(coder: Coder, who: str) -> None:
    (m,) = _coded(coder, f"{who} praised the police.")
    assert m.actors[0].actor_id is None


def test_a_party_beaten_at_the_polls_is_not_struck(coder: Coder) -> None:
    text = "Germany's Social Democrats will govern after narrowly beating the conservatives."
    assert not [m for m in _coded(coder, text) if m.event_type == "ASSAULT"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Mwai Kibaki of Kenya dismissed his entire cabinet.", "SANCTION/expel KEN:GOV > KEN:GOV"),
        ("A Nairobi court blocked the deportation of a Turkish teacher.", "REJECT/change KEN:JUD > TUR:EDU"),
        ("UNHCR built a third camp for Sudanese refugees in Chad.", "AID/ UNO:GOV > SDN:REF"),
    ],
)
def test_who_is_hit_and_helped_at_home(coder: Coder, text: str, expected: str) -> None:
    assert expected in [_row(m) for m in _coded(coder, text)]


def test_people_are_no_place_that_is_taken(coder: Coder) -> None:
    text = "Tanzanian troops rounded up Burundian refugees and took them to the border."
    assert not [m for m in _coded(coder, text) if m.event_type == "ASSAULT"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Fijian Labour group left the chamber in protest.", "PROTEST/boycott FJI"),
        ("Islanders lay down across the road in Albania.", "PROTEST/obstruct ALB:CVL > -"),
        ("Some 4,000 Georgian villagers took refuge in a monastery.", "SANCTION/expel - > GEO:CVL"),
        ("The Maltese coastguard brought ashore 40 Eritreans on Sunday.", "AID/ MLT:"),
    ],
)
def test_more_that_happens_at_home(coder: Coder, text: str, expected: str) -> None:
    assert any(_row(m).startswith(expected) for m in _coded(coder, text)), [
        _row(m) for m in _coded(coder, text)
    ]
