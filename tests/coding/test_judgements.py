"""What somebody calls the deeds of others, who answers for them, and what is asked of others in reported speech."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder

from .shown import coded, row

DAY = dt.date(2015, 6, 3)
CALLED = {
    "Portugal described the Angolan decree as a crude gimmick.": "ACCUSE/disapprove PRT:GOV > AGO:GOV",
    "The Senate of Chile pronounced the Nicaraguan ballot neither free nor fair.": "ACCUSE/disapprove CHL:LEG > NIC:GOV",
    "Tokyo laughed off the Chinese statement.": "REJECT/ JPN:GOV > CHN:GOV",
    "Rwanda wrote off the Belgian allegations as the ravings of a lost empire.": "REJECT/ RWA:GOV > BEL:GOV",
    "The Danish minister said the Russian overflight smacked of intimidation.": "ACCUSE/disapprove DNK:GOV > RUS:GOV",
    "The Peruvian minister said the Ecuadorean levy hurt the poor.": "ACCUSE/disapprove PER:GOV > ECU:GOV",
}
ANSWERABLE = {
    "Amnesty International demanded an end to the trial of nine monks in Vietnam.": "REQUEST/yield NGO:SOC > VNM:GOV",
    "The European Union voiced dismay at a spate of arrests of lawyers in Baku.": "ACCUSE/disapprove EUR:GOV > AZE:GOV",
    "The Finnish president said Russian troops had to leave the island.": "REQUEST/yield FIN:GOV > RUS:MIL",
    "Canada said India had no right to block the road.": "ACCUSE/disapprove CAN:GOV > IND:GOV",
    "Paris reminded Budapest that it was bound by the treaty.": "REQUEST/change FRA:GOV > HUN:GOV",
    "Athens would like Tirana to take down the fence.": "REQUEST/ GRC:GOV > ALB:GOV",
}
NOTHING = (
    "The Norwegian envoy described the talks in Oslo as difficult.",
    "The French minister said the cyclone was a disaster for Mayotte.",
    "The Kenyan minister described the humanitarian situation as catastrophic.",
    "The Chilean critic called the novel a shambles.",
)


@pytest.mark.parametrize("text", [*CALLED, *ANSWERABLE])
def test_what_is_called_bad_and_who_answers_for_it(coder: Coder, text: str) -> None:
    assert (CALLED | ANSWERABLE)[text] in [row(m) for m in coded(coder, text, day=DAY)]


@pytest.mark.parametrize("text", NOTHING)
def test_what_blames_nobody(coder: Coder, text: str) -> None:
    assert not [m for m in coded(coder, text, day=DAY) if m.event_type in ("ACCUSE", "REJECT")]
