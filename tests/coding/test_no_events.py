"""What looks like an event and is none, and near by what is one."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder
from dragoman.coding.confidence import MINIMUM
from tests.coding.shown import coded, row

_DAY = dt.date(2018, 5, 14)
_HAPPENED = frozenset({"asserted", "historical", "future", "denied"})


def _rows(coder: Coder, text: str) -> list[str]:
    told = coded(coder, text, day=_DAY)
    return [row(m) for m in told if m.status in _HAPPENED and m.confidence >= MINIMUM]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Two in three Danes reject the pact with Poland.", id="a share of a people"),
        pytest.param("A third of those asked blamed Chad for the raid, a poll found.", id="a poll"),
        pytest.param("Most Norwegians say that Oslo must apologise to Chile.", id="what most people say"),
        pytest.param('"We just want somebody to help us," a farmer in Peru said.', id="wanted of anybody"),
        pytest.param("Guinea has never recognised Taiwan.", id="how it has always been"),
        pytest.param("The islet was given to Benin by the court in The Hague.", id="awarded by a court"),
        pytest.param("The premier was blamed, not least by himself, for the defeat.", id="self-reproach"),
        pytest.param(
            "Chad, which shelters 40,000 Sudanese, has asked the world for patience.",
            id="what somebody does always",
        ),
        pytest.param("The chief justice of Kenya told the lawyers to be brief.", id="in a courtroom"),
        pytest.param(
            "Helicopters took sixty diplomats from Juba to Nairobi.", id="taken there, not captured"
        ),
        pytest.param("Reporters are often threatened in Honduras.", id="as a habit"),
        pytest.param("Mali's premier suspended Mali's membership of the bloc.", id="its own membership"),
    ],
)
def test_nothing_happened(coder: Coder, text: str) -> None:
    types = {r.partition(" ")[0] for r in _rows(coder, text)}
    assert types <= {"REQUEST/"} if "asked the world" in text else not types


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Most of the deputies in Oslo voted against the pact with Poland.", "REJECT", id="deputies vote"
        ),
        pytest.param("Dozens of Danes protested in Aarhus.", "PROTEST", id="dozens of people act"),
        pytest.param("The rebels took Juba from the army on Monday.", "ASSAULT", id="a town is taken"),
        pytest.param(
            "The court in Dakar ordered Senegal to pay the teachers.", "REQUEST", id="a court orders"
        ),
        pytest.param("The African Union suspended Mali's membership.", "SANCTION", id="a bloc suspends"),
    ],
)
def test_something_happened(coder: Coder, text: str, expected: str) -> None:
    assert expected in {r.partition("/")[0] for r in _rows(coder, text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The premier of Chad flew to Paris to meet the French president.",
            ["CONSULT/visit TCD:GOV > FRA:GOV"],
            id="a trip to meet somebody there",
        ),
        pytest.param(
            "Marines from HMS Argyll arrested six pirates off Somalia.",
            ["COERCE/arrest GBR:MIL > SOM:CRM"],
            id="whose ship",
        ),
        pytest.param(
            "Chad sent its ambassador back to Khartoum on Monday.",
            ["SUPPORT/ TCD:GOV > SDN:GOV"],
            id="its own ambassador sent back",
        ),
        pytest.param(
            "Peru blocked a statement that Chile had drafted.",
            ["REJECT/change PER:GOV > CHL:GOV"],
            id="who drafted it",
        ),
        pytest.param(
            "Norway condemned the coup in Niger.",
            ["ACCUSE/disapprove NOR:GOV > NER:MIL"],
            id="whose coup",
        ),
    ],
)
def test_one_row_and_its_parties(coder: Coder, text: str, expected: list[str]) -> None:
    assert _rows(coder, text) == expected


def test_deeds_days_apart_are_two(coder: Coder) -> None:
    text = "Two policemen were shot dead in Diyarbakir, hours after Turkish jets bombed camps in Iraq."
    assert [r for r in _rows(coder, text) if r.startswith("ASSAULT/aerial")]
    assert [r for r in _rows(coder, text) if r.startswith("ASSAULT/firearms - ")]


def test_things_are_no_party_afterwards(coder: Coder) -> None:
    text = "The tariffs will hit mills in Japan and Brazil. They will spare Canada."
    assert not [r for r in _rows(coder, text) if r.startswith("AGREE")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "LONDON - The foreign ministry in Moscow condemned Britain.",
            ["ACCUSE/disapprove RUS:GOV > GBR:GOV"],
            id="a foreign ministry is of the state that it stands in",
        ),
        pytest.param(
            "OSLO - The rebels who shot at a Ukrainian jet on Monday fled.",
            ["ASSAULT/firearms UKR:REB > UKR:MIL"],
            id="rebels are of the state that they hit",
        ),
        pytest.param(
            "The premier of Chad accepted an invitation to come to Oslo.",
            ["AGREE/ TCD:GOV > NOR:GOV"],
            id="where he is invited to",
        ),
        pytest.param(
            "The premier of Chad accepted an offer of asylum from Nigeria.",
            ["AGREE/ TCD:GOV > NGA:GOV", "AGREE/ NGA:GOV > TCD:GOV"],
            id="whose offer",
        ),
        pytest.param("Norway says that it must extradite the Chadian general.", [], id="its own duty"),
        pytest.param(
            "Lavrov insists that Turkish officers will not enter Abkhazia.", [], id="foretold of others"
        ),
        pytest.param("The king of Norway stood beside the premier of Chad.", [], id="where they stood"),
        pytest.param("The premier of Chad left for France to see his doctors.", [], id="to see a doctor"),
        pytest.param(
            "Britain stands beside Ukraine, the prime minister said.",
            ["SUPPORT/ GBR:GOV > UKR:GOV"],
            id="by its side",
        ),
    ],
)
def test_of_whom_it_is_said(coder: Coder, text: str, expected: list[str]) -> None:
    assert _rows(coder, text) == expected


def test_a_leader_is_not_the_leader(coder: Coder) -> None:
    for text, known in (
        ("Police in Mali arrested a leader of al-Qaeda.", False),
        ("Police in Mali arrested the leader of al-Qaeda.", True),
    ):
        held = [r for m in coded(coder, text, day=_DAY) for r in m.recipients]
        assert [bool(r.actor_id) for r in held] == [known]


def test_words_that_somebody_is_tried_for(coder: Coder) -> None:
    """What he said or stood up for is why he was sentenced, and no news of its own."""
    text = "A court in Minsk gave two students suspended sentences for supporting the opposition."
    assert not [m for m in coded(coder, text, day=_DAY) if m.event_type == "SUPPORT"]


def test_talks_that_time_is_given_for(coder: Coder) -> None:
    text = "Turkey called off the drill to leave room for talks with Greece."
    assert not [m for m in coded(coder, text, day=_DAY) if m.event_type == "CONSULT"]


def test_a_denied_charge_is_no_denied_sentence(coder: Coder) -> None:
    text = "A court in Minsk sentenced the editor to six years in prison for fraud, a charge she has denied."
    assert {m.status for m in coded(coder, text, day=_DAY)} == {"asserted"}


def test_a_plea_without_ground_is_turned_down(coder: Coder) -> None:
    text = "Turkey's Constitutional Court ruled that the Kurdish party's complaint was unfounded."
    assert [m.event_type for m in coded(coder, text, day=_DAY)] == ["REJECT"]


def test_aid_that_is_vetoed_is_not_given(coder: Coder) -> None:
    text = "Budapest vetoed 50 million euros in EU aid for Ukraine."
    assert not [m for m in coded(coder, text, day=_DAY) if m.event_type == "AID"]
