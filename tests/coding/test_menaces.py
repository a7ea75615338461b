"""Threats of whose words none harms anybody, idioms of blame and refusal, and the parses that they need."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder

from .shown import coded, row

DAY = dt.date(2015, 6, 3)
ROWS = {
    '"The clock is ticking for Minsk," the Latvian foreign minister said.': "THREATEN/ LVA:GOV > BLR:GOV",
    "The Eritrean army said Ethiopian convoys were legitimate targets.": "THREATEN/ ERI:MIL > ETH:MIL",
    "The Malian junta said French firms would have their assets seized.": "THREATEN/ MLI:MIL.GOV > FRA:BUS",
    "The Danish premier said Greenland had only itself to blame.": "ACCUSE/disapprove DNK:GOV > GRL:GOV",
    "Ecuador's foreign minister said that Peru was bent on stealing the river.": "ACCUSE/allege ECU:GOV > PER:GOV",
    '"The ministry has led us up the garden path," said the leader of the teachers\' union in Lima.': (
        "ACCUSE/disapprove PER:LAB > PER:GOV"
    ),
    "The Omani minister denied that the law touched the herders and appealed to Yemen to help.": (
        "REQUEST/assist OMN:GOV > YEM:GOV"
    ),
    "Fiji rejected as too little, too late an offer by Australia.": "REJECT/ FJI:GOV > AUS:GOV",
    "Baku gave the Russian proposal short shrift.": "REJECT/ AZE:GOV > RUS:GOV",
    "Ghana told the government in Lome to free the crew.": "REQUEST/yield GHA:GOV > TGO:GOV",
}


@pytest.mark.parametrize("text", ROWS)
def test_what_words_amount_to(coder: Coder, text: str) -> None:
    assert ROWS[text] in [row(m) for m in coded(coder, text, day=DAY)]


def test_what_an_analyst_says_is_no_threat(coder: Coder) -> None:
    text = '"The clock is ticking for Minsk," said Janis Ozols, an analyst in Riga.'
    assert not [m for m in coded(coder, text, day=DAY) if m.event_type == "THREATEN"]
