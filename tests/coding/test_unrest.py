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
