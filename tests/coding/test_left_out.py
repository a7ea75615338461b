"""Deeds and parties that a sentence tells in passing: in a clause behind another, by number, by one side only."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder
from tests.coding.shown import coded, row

SENTENCES = [
    # people whom others hold to be something
    (
        "Six men believed to be deserters were shot dead by the army in Gonder.",
        "ASSAULT/firearms ETH:MIL > ETH:CVL",
    ),
    ("Two Danes thought to be spies have been arrested by Polish police.", "COERCE/arrest POL:COP > DNK:CVL"),
    ("A man said to have planted the device was killed by police in Lahore.", "ASSAULT/ PAK:COP > PAK:CVL"),
    # the others of a number
    (
        "The other nine, who live abroad, were convicted in absentia by a Rabat court.",
        "SANCTION/convict MAR:JUD > MAR:CVL",
    ),
    ("Three rebels died and four were captured by Ugandan troops.", "ASSAULT/abduct UGA:MIL > UGA:REB"),
    # truces
    ("The Nigerien army reached a truce with rebels in Agadez.", "SUPPORT/ NER:MIL > NER:REB"),
    ("Rebels in Burundi walked out of peace talks on Friday.", "REJECT/meet BDI:REB > BDI:GOV"),
    # fire that meets somebody
    (
        "The Chadian army column was met with heavy fire from rebels near Adre.",
        "ASSAULT/firearms TCD:REB > TCD:MIL",
    ),
    # who does it in a with-clause
    (
        "The Kosovo assembly was in uproar, with deputies of the opposition, led by two sisters, throwing stones "
        "at ministers.",
        "PROTEST/riot XKX:OPP > XKX:GOV",
    ),
    # the sayer goes on
    (
        "Peru said Chile's conduct was a hostile act that could harm trade and called on Chile to free the crew.",
        "REQUEST/yield PER:GOV > CHL:GOV",
    ),
    ("Vietnam condemned Chinese drilling near the islands.", "ACCUSE/disapprove VNM:GOV > CHN:GOV"),
    ("The Swedish and Danish ministers met face to face in Malmo.", "CONSULT/ SWE:GOV DNK:GOV > -"),
    ("Ghanaian and Togolese ministers discussed opening the border.", "CONSULT/ GHA:GOV TGO:GOV > -"),
    ("Scores of marchers were wrestled into police vans in Baku.", "COERCE/arrest AZE:COP > AZE:CVL"),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_what_is_told_in_passing(coder: Coder, text: str, expected: str) -> None:
    assert expected in {row(m) for m in coded(coder, text, day=dt.date(2013, 4, 9))}


@pytest.mark.parametrize(
    "text",
    [
        "The minister said to be honest he had no news from Quito.",
        "The proposal was met with heavy fire from critics in Vienna.",
        "The company came face to face with its rivals in Milan.",
    ],
)
def test_no_events(coder: Coder, text: str) -> None:
    assert not coded(coder, text, day=dt.date(2013, 4, 9))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The president of Niger was toppled in a military coup.", "COERCE/seize NER:MIL > NER:GOV"),
        ("Rebels launched an insurgency in Burundi.", "ASSAULT/ BDI:REB > BDI:GOV"),
        ("Police dispersed a rally in Lusaka.", "COERCE/restrict ZMB:COP > ZMB:CVL"),
        (
            "Two Somali gunmen blew up the gate of a hotel before others stormed it, killing two waiters.",
            "ASSAULT/ SOM:UAF > SOM:LAB SOM:BUS",
        ),
        (
            "The captain said its gunmen killed at least 20 Malians deployed with a UN mission at Aguelhok.",
            "ASSAULT/firearms MLI:UAF > MLI:CVL",
        ),
    ],
)
def test_sides_that_are_understood(coder: Coder, text: str, expected: str) -> None:
    assert expected in {row(m) for m in coded(coder, text, day=dt.date(2013, 4, 9))}


def test_a_ban_is_at_nobody(coder: Coder) -> None:
    (m,) = coded(coder, "Rallies were banned in Lusaka.", day=dt.date(2013, 4, 9))
    assert row(m) == "COERCE/restrict ZMB:GOV > -"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("US tariffs imposed on Brazil last year remain in force.", "SANCTION/discontinue USA:GOV > BRA:GOV"),
        (
            "Gunmen stormed a Malian army camp, killing nine soldiers and seizing weapons.",
            "COERCE/seize MLI:UAF > MLI:UNK.MIL MLI:MIL",
        ),
        ("Paraguay refused to talk to Bolivia.", "REJECT/meet PRY:GOV > BOL:GOV"),
        ("Paraguay scoffed at Bolivia's offer.", "REJECT/ PRY:GOV > BOL:GOV"),
    ],
)
def test_the_other_side(coder: Coder, text: str, expected: str) -> None:
    assert expected in {row(m) for m in coded(coder, text, day=dt.date(2013, 4, 9))}
