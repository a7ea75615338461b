"""Relief that comes in, places closed to people, what should never have been done, and threats of force."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder
from dragoman.records import Document
from tests.coding.shown import coded, row

_DAY = dt.date(2015, 6, 10)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A Jordanian aid convoy arrived in Homs.", ["AID/ JOR:GOV > SYR:"]),
        ("A plane carrying tents from Norway landed in Kathmandu.", ["AID/ NOR:GOV > NPL:GOV"]),
        ("A truck carrying fuel from Uganda overturned near Kigali.", []),
        ("Chinese police sealed off the monastery to pilgrims.", ["COERCE/restrict CHN:COP > CHN:CVL"]),
        ("Chadian troops moved in on Tuesday to restore order.", ["MOBILIZE/troops TCD:MIL > -"]),
        ("A clinic in Aden took a direct hit.", ["ASSAULT/heavy-weapons - > YEM:MED.HLH"]),
        ("Oslo pulled out of the fisheries accord with Moscow.", ["SANCTION/withdraw NOR:GOV > RUS:GOV"]),
        ("Peru declared Arequipa a disaster zone after the earthquake.", []),
        ("Gunners in Lebanon opened up again, sending families back to their cellars.", []),
    ],
)
def test_deeds(coder: Coder, text: str, expected: list[str]) -> None:
    assert [row(m) for m in coded(coder, text, day=_DAY)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Spain's prime minister said Morocco should not have opened the gates.",
            ["ACCUSE/disapprove ESP:GOV > MAR:GOV"],
        ),
        (
            "The Zambian miners' union said the ministry ought never to have sold the pits.",
            ["ACCUSE/disapprove ZMB:LAB > ZMB:GOV"],
        ),
        ("The EU said Serbia was not honouring the truce.", ["ACCUSE/disapprove EUR:GOV > SRB:GOV"]),
        ("No minister said that Turkey was to blame for the raid.", []),
        ("Kenya said that Somali spies had infiltrated the army.", ["ACCUSE/allege KEN:GOV > SOM:SPY"]),
        (
            "Hungary said that it would retake the island, by force if necessary.",
            ["THREATEN/violence HUN:GOV > -"],
        ),
        (
            "Ethiopia said it would go on shelling Assab until Eritrea withdrew.",
            ["THREATEN/violence ETH:GOV > ERI:"],
        ),
    ],
)
def test_words(coder: Coder, text: str, expected: list[str]) -> None:
    assert [row(m) for m in coded(coder, text, day=_DAY)] == expected


def test_who_brokered_it(coder: Coder) -> None:
    """ "A Qatari-brokered truce": who mediated, and between whom."""
    rows = coded(coder, "A Qatari-brokered truce between Hamas and Israel took hold on Friday.", day=_DAY)
    assert "CONSULT/third-party QAT:GOV > PSE:REB.PTY ISR:GOV" in [row(m) for m in rows]


def test_those_who_were_told_refuse(coder: Coder) -> None:
    text = "The mayor of La Paz ordered the miners to leave the square, but they refused to move."
    told = Coder(minimum_confidence=0.0).code(Document("d", text, published=_DAY)).event_mentions
    assert [a.name for m in told if m.event_type == "REJECT" for a in m.actors] == ["miners"]


def test_settlers_are_of_israel(coder: Coder) -> None:
    rows = coded(coder, "JENIN, West Bank: A settler shot dead a shepherd on Monday.", day=_DAY)
    assert [a.country for m in rows for a in m.actors] == ["ISR"]


def test_a_strike_that_hits_homes(coder: Coder) -> None:
    text = "A strike hit a convoy near Sirte, Libyan officials said."
    assert {m.event_type for m in coded(coder, text, day=_DAY)} == {"ASSAULT"}
    assert {m.event_type for m in coded(coder, "A strike hit Chilean mines.", day=_DAY)} == {"PROTEST"}
