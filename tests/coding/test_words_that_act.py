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
    "Viktor Orban opened his campaign with a string of sharp attacks on the European Union.": (
        "ACCUSE/disapprove HUN:GOV > EUR:GOV"
    ),
}
NEEDED = {
    "Merkel said it was essential that Poland respect the treaty.": "REQUEST/ DEU:GOV > POL:GOV",
    "The African Union said it was of vital importance that Sudan pull back its troops.": (
        "REQUEST/yield IGO:GOV > SDN:GOV"
    ),
    '"It is imperative that Hungary release the funds," Macron said.': "REQUEST/yield FRA:GOV > HUN:GOV",
    "The Kenyan foreign minister said it was urgent for Somalia to hold elections.": (
        "REQUEST/change KEN:GOV > SOM:GOV"
    ),
}
NO_ACCUSATION = (
    "Al-Shabaab called it a revenge attack for the raid in Baidoa.",
    "A movement called Pegida marched in Dresden.",
    "Bashar al-Assad attacked rebels in Idlib with artillery.",
    "President Kenyatta said he was not corrupt.",
    "A strike of the pilots raised fears over supply from Nigeria.",
)
NO_DEMAND = (
    "Modi said it was not necessary for Pakistan to answer.",
    "The minister said it was important that Chile was represented.",
    "The premier said it was vital for us to win in Lisbon.",
)


def _rows(coder: Coder, text: str) -> list[str]:
    return [row(m) for m in coded(coder, text, day=DAY)]


THREATS = {
    'Macron said Serbia would face "fire and fury" if it crossed the river.': "THREATEN/ FRA:GOV > SRB:GOV",
    "Uganda's president said the rebels would face the full force of the army if they came back.": (
        "THREATEN/ UGA:GOV > UGA:REB"
    ),
    '"We will respond strongly if Azerbaijan goes on shelling the road," the Armenian minister said.': (
        "THREATEN/ ARM:GOV > AZE:GOV"
    ),
    "Hamas threatened to fire rockets near Tel Aviv.": "THREATEN/violence PSE:REB.PTY > ISR:GOV",
    "Iran threatened to launch two missiles into the waters off Bahrain.": (
        "THREATEN/violence IRN:GOV > BHR:GOV"
    ),
    "Vladimir Putin ratcheted up his warnings to Ukraine.": "THREATEN/ RUS:GOV > UKR:GOV",
    '"If Sudan moves, our forces will destroy its bases," a South Sudanese general warned.': (
        "THREATEN/violence SSD:MIL > SDN:GOV"
    ),
}
PENALTIES = {
    "A Kenyan court ordered five editors to pay two million shillings each to the judges.": (
        "SANCTION/convict KEN:JUD > KEN:JRN.MED"
    ),
    "A Nigerian court ordered Shell to compensate the fishermen.": "SANCTION/convict NGA:JUD > GBR:BUS",
    "A Peruvian court ordered Alberto Fujimori to stand trial for murder.": "ACCUSE/allege PER:JUD > PER:ELI",
    "Kenya and Uganda backed fresh U.N. sanctions aimed at Eritrea's arms trade.": (
        "SANCTION/discontinue KEN:GOV UGA:GOV > ERI:GOV"
    ),
    "Turkey supported a fresh set of sanctions against Libya.": ("SANCTION/discontinue TUR:GOV > LBY:GOV"),
    "Norway supported new sanctions targeting Libya's oil exports.": (
        "SANCTION/discontinue NOR:GOV > LBY:GOV"
    ),
}
UNDER_FIRE = {
    "Malawi's president, under fire from donors over graft, flew home.": "ACCUSE/disapprove ?:GOV > MWI:GOV",
    "Prime Minister Imran Khan came under fire from the opposition over prices.": (
        "ACCUSE/disapprove PAK:OPP > PAK:GOV"
    ),
    "The patrol came under fire from rebels in Goma.": "ASSAULT/firearms COD:REB > COD:MIL",
}
ACTS = CALLED_BAD | ATTACKED_IN_WORDS | NEEDED | THREATS | PENALTIES | UNDER_FIRE


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


@pytest.mark.parametrize(
    "text", ["Haiti faced the threat of epidemics after the flood.", "Niger faces the threat of a famine."]
)
def test_what_no_one_threatens(coder: Coder, text: str) -> None:
    assert not [r for r in _rows(coder, text) if r.startswith("THREATEN")]


def test_a_threat_that_is_not_carried_out_stands(coder: Coder) -> None:
    told = coded(coder, "Somalia's army has not carried out its threat to bomb Las Anod.", day=DAY)
    assert [(m.event_type, m.status) for m in told] == [("THREATEN", "asserted")]


@pytest.mark.parametrize(
    "text",
    [
        "President Moon was encouraged by the premier's interest in reform.",
        "Zambians voted on Thursday for a new president.",
        "Paul Kagame and Yoweri Museveni addressed the press in brief.",
    ],
)
def test_words_that_deal_with_nobody(coder: Coder, text: str) -> None:
    assert not [r for r in _rows(coder, text) if r.startswith(("SUPPORT", "CONSULT"))]
