"""Councils and their papers, who is told to do what, what lies ahead, and what no army has done."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.coding.shown import coded, row

if TYPE_CHECKING:
    from dragoman.coding import Coder

DAY = dt.date(2015, 6, 10)

TOLD = [
    ("The UN Security Council met on Tuesday. The 15-nation body called on Mali to hold elections.",
     "REQUEST/change UNO:GOV > MLI:GOV"),
    ("The UN Security Council met. The 15-member council urged Sudan to stop the fighting.",
     "REQUEST/yield UNO:GOV > SDN:GOV"),
    ("The EU met in Brussels. The 15-nation body imposed sanctions on Serbia.",
     "SANCTION/discontinue EUR:GOV > SRB:GOV"),
    ("The Security Council renewed its mission in Haiti. The resolution also called on Haiti to hold elections.",
     "REQUEST/change UNO:GOV > HTI:GOV"),
    ("The Kenyan parliament debated the war. The resolution calls on Somalia to release the hostages.",
     "REQUEST/yield KEN:LEG > SOM:GOV"),
    ("The resolution, which was approved by the Security Council, condemned Eritrea.",
     "ACCUSE/disapprove UNO:GOV > ERI:GOV"),
    ("Ban Ki-moon urged the Security Council to send troops to Mali.", "REQUEST/change UNO:GOV > UNO:GOV"),
    ("France issued a final warning to the Ivorian leader to agree to talks with the rebels.",
     "AGREE/ CIV:GOV > CIV:REB"),
    ("Five Cuban officials were denied visas by the United States.", "REJECT/ USA:GOV > CUB:GOV"),
    ("Zimbabwe was denied loans by the World Bank.", "REJECT/assist IGO:BUS.GOV > ZWE:GOV"),
    ("The Haitian senator was hurt in a murder attempt by two policemen.", "ASSAULT/targeted HTI:COP > HTI:LEG"),
]  # fmt: skip

NOT_TOLD = [
    ("Honduras is recovering from floods in the capital that killed 30 people.", "ASSAULT"),
    ("Rebels fired on an army post in Burundi.", "PROTEST"),
    ("The Security Council voiced its intention to weigh sanctions against rebels in Mali.", "AGREE"),
]

DATED = [
    ("Rebels could strike Goma in July.", "ASSAULT", dt.date(2015, 7, 1)),
    ("The rebels may have killed a Kenyan priest in April.", "ASSAULT", dt.date(2015, 4, 1)),
    ("The rebels have waged war since 2002, but signed a peace accord with Manila in 2011.", "SUPPORT",
     dt.date(2011, 1, 1)),
    ("The rebels have fought Manila since 1978, but agreed to a truce with it in 1997.", "ASSAULT",
     dt.date(1978, 1, 1)),
    ("The rebels have fought Manila since 1978, but agreed to hold talks with it in 1997.", "AGREE",
     dt.date(1997, 1, 1)),
]  # fmt: skip

STATUS = [
    ("Talks between India and Pakistan are still possible, the minister said.", "hypothetical"),
    ("Talks between India and Pakistan are impossible, the minister said.", "hypothetical"),
    ("Talks between India and Pakistan are under way, the minister said.", "asserted"),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_told(coder: Coder, text: str, told: str) -> None:
    assert told in [row(m) for m in coded(coder, text, day=DAY)]


@pytest.mark.parametrize(("text", "kind"), NOT_TOLD)
def test_not_told(coder: Coder, text: str, kind: str) -> None:
    assert kind not in [m.event_type for m in coded(coder, text, day=DAY)]


@pytest.mark.parametrize(("text", "kind", "start"), DATED)
def test_dated(coder: Coder, text: str, kind: str, start: dt.date) -> None:
    assert [m.date.start for m in coded(coder, text, day=DAY) if m.event_type == kind] == [start]


@pytest.mark.parametrize(("text", "status"), STATUS)
def test_status(coder: Coder, text: str, status: str) -> None:
    assert [m.status for m in coded(coder, text, day=DAY) if m.event_type == "CONSULT"] == [status]
