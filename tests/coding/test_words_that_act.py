"""What words do: blame and names that are called, demands, threats, refusals, promises and praise."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder

from .shown import coded, row

DAY = dt.date(2019, 5, 10)
CALLED_BAD = {
    "Senators in Peru called the president a sore loser.": "ACCUSE/disapprove PER:LEG > PER:GOV",
    "Iran called the naval exercises by Oman and Bahrain a rehearsal for war.": (
        "ACCUSE/disapprove IRN:GOV > OMN:GOV BHR:GOV"
    ),
    "The senator called Nicolas Maduro unfit to govern Venezuela.": "ACCUSE/disapprove VEN:LEG > VEN:GOV",
    "Opposition leaders in Brazil called Jair Bolsonaro the worst president since the junta.": (
        "ACCUSE/disapprove BRA:OPP > BRA:GOV"
    ),
    # one of the same state is called so, and not the speaker himself
    "The Kenyan court said the electoral commission had been negligent.": (
        "ACCUSE/disapprove KEN:JUD > KEN:GOV"
    ),
    "The Korean prosecutor said President Moon Jae-in was dishonest.": "ACCUSE/disapprove KOR:JUD > KOR:GOV",
}
ATTACKED_IN_WORDS = {
    "Jair Bolsonaro attacks the Supreme Court over ruling": "ACCUSE/disapprove BRA:GOV > BRA:JUD",
    "Imran Khan attacks the army after it clears his rival.": "ACCUSE/disapprove PAK:GOV > PAK:MIL",
    "Silvio Berlusconi attacked the judges in a broadcast from Milan.": "ACCUSE/disapprove ITA:PTY > ITA:JUD",
    "Viktor Orban opened his campaign with a series of sharp attacks on the European Union.": (
        "ACCUSE/disapprove HUN:GOV > EUR:GOV"
    ),
}
NEEDED = {
    "Merkel said it was essential that Poland respect the treaty.": "REQUEST/ DEU:GOV > POL:GOV",
    "The Security Council said it was of vital importance that Sudan withdraw its troops.": (
        "REQUEST/yield UNO:GOV > SDN:GOV"
    ),
    '"It is imperative that Hungary release the funds," Macron said.': "REQUEST/yield FRA:GOV > HUN:GOV",
    "The Kenyan foreign minister said it was urgent for Somalia to hold elections.": (
        "REQUEST/change KEN:GOV > SOM:GOV"
    ),
}
NO_ACCUSATION = (
    "The Taliban called it a revenge attack for the raid in Helmand.",
    "A movement called Pegida marched in Dresden.",
    "Bashar al-Assad attacked rebels in Idlib with artillery.",
    "President Kenyatta said he was not corrupt.",
)
NO_DEMAND = (
    "Modi said it was not necessary for Pakistan to answer.",
    "The minister said it was important that Chile was represented.",
    "The premier said it was vital for us to win in Lisbon.",
)


def _rows(coder: Coder, text: str) -> list[str]:
    return [row(m) for m in coded(coder, text, day=DAY)]


ACTS = CALLED_BAD | ATTACKED_IN_WORDS | NEEDED


@pytest.mark.parametrize("text", ACTS)
def test_words_that_act(coder: Coder, text: str) -> None:
    assert ACTS[text] in _rows(coder, text)


@pytest.mark.parametrize("text", NO_ACCUSATION)
def test_words_that_blame_nobody(coder: Coder, text: str) -> None:
    assert not [r for r in _rows(coder, text) if r.startswith("ACCUSE")]


@pytest.mark.parametrize("text", NO_DEMAND)
def test_words_that_ask_for_nothing(coder: Coder, text: str) -> None:
    assert not [r for r in _rows(coder, text) if r.startswith("REQUEST")]


def test_words_are_an_act_on_the_day_they_are_said(coder: Coder) -> None:
    said = coded(coder, "The Turkish minister said on Monday that Greece had been cruel.", day=DAY)
    assert [(row(m), m.date.start, m.date.end) for m in said] == [
        ("ACCUSE/disapprove TUR:GOV > GRC:GOV", dt.date(2019, 5, 6), dt.date(2019, 5, 6))
    ]
