"""Wires on wars, coups and courts far from the newsroom: who "him" and "the country" are, and who did nothing."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.coding.shown import coded, row

if TYPE_CHECKING:
    from dragoman.coding import Coder

DAY = dt.date(2015, 5, 7)

TOLD = [
    (
        "President Robert Mugabe will run again in Zimbabwe. Mugabe's opponents accuse him of breaking the law.",
        "ACCUSE/allege ZWE:OPP > ZWE:GOV",
    ),
    (
        "LONDON -- Zambian police arrested the country's best-known editor on Tuesday.",
        "COERCE/arrest ZMB:COP > ZMB:JRN.MED",
    ),
    ("The Economic Community of West African States (Ecowas) has suspended Guinea's membership.",
     "SANCTION/expel IGO:GOV > GIN:GOV"),
    ("Soldiers hunting rebels in Chad killed nine villagers on Monday.", "ASSAULT/ TCD:MIL > TCD:CVL"),
    (
        'In a raid near Buea in Cameroon, soldiers hunting separatists in the hills "killed two boys," HRW said.',
        "ASSAULT/ CMR:MIL > CMR:CVL",
    ),
    ("Ugandan soldiers were involved in a firefight with rebel forces in Somalia.",
     "ASSAULT/ UGA:MIL > SOM:REB"),
    ("Armed farmers fought alongside police in Nigeria against Boko Haram.", "ASSAULT/ NGA:AGR > NGA:REB"),
    ("Tuareg rebels in Mali took control of the town.", "COERCE/seize MLI:REB > MLI:CVL"),
    ("The SPLA attacked rebels near Malakal.", "ASSAULT/ SSD:MIL > SSD:REB"),
    (
        "The US government has restricted travel to America by members of the junta in Guinea.",
        "SANCTION/discontinue USA:GOV > GIN:MIL",
    ),
    ("The Tamil Tigers declared the truce null and void.", "SANCTION/discontinue LKA:REB > LKA:GOV"),
    ("Chad voiced concern over neighbouring Sudan's raids.", "ACCUSE/disapprove TCD:GOV > SDN:GOV"),
]  # fmt: skip

NOT_TOLD = [
    (
        "Sudan's army chief is engaged in a power struggle with the head of the Rapid Support Forces.",
        "CONSULT",
    ),
    ("Tensions rose between Chad and Sudan with military exercises by both sides.", "COOPERATE"),
    ("Peacekeepers in Chad will fulfil their mandate to protect refugees.", "AID"),
    ("Opposition leaders in Togo complained that nobody had asked them to the talks.", "COERCE"),
    ("Rebels in South Sudan claimed to have taken Nasir -- a claim the army denied.", "REJECT"),
    ("Zambia's foreign minister protested against the detention of an editor in Malawi.", "PROTEST"),
    ("Besigye was arrested in Kampala for planning riots, police in Uganda said.", "PROTEST"),
    (
        "Gunmen shot peacekeepers in Darfur. Ban Ki-moon said any raid on them constitutes a crime.",
        "THREATEN",
    ),
    (
        "Ugandan police arrested a candidate. On the campaign's last day he had planned rallies in Kampala.",
        "PROTEST",
    ),
    ("Congo's army raided a village. The ministry did not react to an AFP request for comment.", "REQUEST"),
    ("Togo's rebels and ministers signed an accord. The accord ends a war. It calls for a vote.", "REQUEST"),
    ("South Sudan's army is fighting rebels in Malakal. The unrest has left 300 people dead.", "PROTEST"),
]


@pytest.mark.parametrize(("text", "want"), TOLD)
def test_what_is_told(coder: Coder, text: str, want: str) -> None:
    rows = [row(m) for m in coded(coder, text, day=DAY)]
    assert want in rows


@pytest.mark.parametrize(("text", "kind"), NOT_TOLD)
def test_what_is_not(coder: Coder, text: str, kind: str) -> None:
    assert kind not in {m.event_type for m in coded(coder, text, day=DAY)}


def test_the_dead_of_a_war_are_of_no_one_side(coder: Coder) -> None:
    text = (
        "Government forces in Angola shelled UNITA strongholds on Sunday. The accords were to end a civil war "
        "in which at least 300,000 people died."
    )
    died = [m for m in coded(coder, text, day=dt.date(1992, 11, 2)) if m.magnitude.killed == 300000]
    assert [m.actors for m in died] == [()]


def test_a_movement_is_not_the_state_in_its_name(coder: Coder) -> None:
    text = "The Democratic Republic of Congo's rebel movement said it had reached a deal with the government."
    assert [row(m).split()[1] for m in coded(coder, text, day=DAY)] == ["COD:REB"]


def test_what_is_agreed_lies_ahead(coder: Coder) -> None:
    text = "The EU agreed on Monday to impose an embargo on Guinea, and freeze the assets of its rulers."
    assert {m.status for m in coded(coder, text, day=DAY)} == {"future"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The team will draft a plan for the withdrawal of Angolan troops from Congo.", "RETREAT"),
        (
            "Among the rebels' demands in Sierra Leone was that their leader be pardoned by the court.",
            "CONCEDE",
        ),
    ],
)
def test_what_is_only_on_paper(coder: Coder, text: str, kind: str) -> None:
    assert all(m.status == "hypothetical" for m in coded(coder, text, day=DAY) if m.event_type == kind)


def test_a_claim_denied_behind_a_dash(coder: Coder) -> None:
    text = "Rebels in South Sudan claimed to have taken Nasir -- a claim the army denied."
    assert [m.status for m in coded(coder, text, day=DAY) if m.event_type == "ASSAULT"] == ["denied"]


def test_who_is_warned_as_the_text_tells(coder: Coder) -> None:
    text = "The African Union threatened Guinea's rulers with sanctions on Tuesday."
    told = coded(coder, text, "Guinea warned of sanctions as toll in capital rises", day=dt.date(2009, 9, 29))
    assert [row(m) for m in told if m.evidence.field == "title"] == ["THREATEN/restrict IGO:GOV > GIN:GOV"]
