"""Whom visitors meet, who heads which body, whose strike it was, and the day of a deed told within another."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.coding.shown import coded, row

if TYPE_CHECKING:
    from dragoman.coding import Coder

_DAY = dt.date(2020, 7, 20)


def _rows(coder: Coder, text: str, title: str | None = None) -> list[str]:
    return [row(m) for m in coded(coder, text, title, day=_DAY)]


VISITORS = [
    ("French Defence Minister Florence Parly arrived in Niger on Monday and met the country's top generals.",
     "CONSULT/ FRA:GOV.MIL NER:MIL > -"),
    ("The Egyptian foreign minister travelled to Sudan and held talks with the country's military rulers.",
     "CONSULT/ EGY:GOV SDN:GOV.MIL > -"),
    ("The talks come ahead of Japanese Prime Minister Shinzo Abe's visit to Tehran on Friday.",
     "AGREE/ JPN:GOV > IRN:GOV"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), VISITORS, ids=[t[:40] for t, _ in VISITORS])
def test_whom_a_visitor_meets(coder: Coder, text: str, expected: str) -> None:
    assert expected in _rows(coder, text)


def test_at_home_the_country_is_the_leaders_own(coder: Coder) -> None:
    text = "Zelensky met with the country's top generals after returning from a trip to Poland."
    assert "CONSULT/ UKR:GOV UKR:MIL > -" in _rows(coder, text)


def test_talks_in_another_country_are_with_its_state(coder: Coder) -> None:
    assert _rows(coder, "", "Lavrov holds talks in Turkey") == ["CONSULT/ RUS:GOV > TUR:GOV"]


def test_a_meeting_to_come_is_on_the_day_to_come(coder: Coder) -> None:
    text = "The Iraqi premier is due to meet President Sisi in Cairo on Friday."
    assert [m.date.start for m in coded(coder, text, day=_DAY)] == [dt.date(2020, 7, 24)]


HEADS = [
    ("The head of the Badr Organization Hadi al-Amiri condemned the American raid.", "Hadi al-Amiri"),
    ("Chief of Staff of the Pakistan Army General Qamar Javed Bajwa visited Kabul.", "Qamar Javed Bajwa"),
    ("Secretary of Iran's Supreme National Security Council Ali Shamkhani met Russian Defence Minister "
     "Sergei Shoigu.", "Ali Shamkhani"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), HEADS, ids=[n for _, n in HEADS])
def test_a_person_right_behind_what_he_heads(coder: Coder, text: str, name: str) -> None:
    assert name in [a.name for m in coded(coder, text, day=_DAY) for a in m.actors]


def test_an_acronym_in_another_order_is_the_reports_own(coder: Coder) -> None:
    text = (
        "Activists of the Democratic Party of Kazakhstan (KDP) were detained in Almaty. "
        "KDP activists marched through the city."
    )
    assert "PROTEST/demo KAZ:CVL > -" in _rows(coder, text)


STRIKES = [
    ("A bomb blamed on the PKK killed six policemen in Diyarbakir.", "ASSAULT/explosives TUR:REB > TUR:COP"),
    ("An air strike attributed to the junta killed at least 33 Thai soldiers in Myanmar.",
     "ASSAULT/aerial MMR:MIL > THA:MIL"),
    ("Gunmen dressed as monks killed ten teachers in Kano.", "ASSAULT/firearms NGA:UAF > NGA:EDU"),
    ("ELN rebels ambushed the armed forces near Cali.", "ASSAULT/ COL:REB > COL:MIL"),
    ("An Israeli raid killed three Iranian officers in Damascus.", "ASSAULT/ ISR:GOV > IRN:MIL"),
    ("Residents reported clashes between soldiers and rebels in Goma.", "ASSAULT/ COD:MIL COD:REB > -"),
    ("The Malian army shelled a Tuareg militia engaged in truce talks with the government.",
     "CONSULT/ MLI:UAF MLI:GOV > -"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), STRIKES, ids=[t[:40] for t, _ in STRIKES])
def test_whose_strike_it_was(coder: Coder, text: str, expected: str) -> None:
    assert expected in _rows(coder, text)


def test_those_who_bomb_hold_no_summit(coder: Coder) -> None:
    title = "Russian and Syrian jets pound Idlib after summit"
    assert [r.split("/")[0] for r in _rows(coder, "", title)] == ["ASSAULT"]


def test_jets_of_two_states_strike_again(coder: Coder) -> None:
    text = "Russian and Syrian warplanes pounded Idlib. Rescuers said air strikes hit two villages."
    assert _rows(coder, text)[-1] == "ASSAULT/aerial RUS:MIL SYR:MIL > SYR:CVL"


def test_the_day_of_a_deed_told_within_another(coder: Coder) -> None:
    text = "Students held a protest in Minsk against the jailing on July 2 of two of their teachers."
    days = {m.event_type: m.date.start for m in coded(coder, text, day=_DAY)}
    assert days == {"PROTEST": dt.date(2020, 7, 20), "COERCE": dt.date(2020, 7, 2)}


WORDS = [
    ("Iran will not sit idly by, General Salami said.", "THREATEN"),
    ("Colombia's president ordered his chief negotiator back to Bogota.", "SANCTION"),
    ("War broke out between Eritrea and Ethiopia in May.", "ASSAULT"),
]


@pytest.mark.parametrize(("text", "kind"), WORDS, ids=[t[:40] for t, _ in WORDS])
def test_what_the_words_tell(coder: Coder, text: str, kind: str) -> None:
    assert [m.event_type for m in coded(coder, text, day=_DAY)] == [kind]


def test_loyal_men_back_nobody_by_that(coder: Coder) -> None:
    text = "Turkish forces bombed regime forces and gunmen loyal to them in rural Aleppo."
    assert [m.event_type for m in coded(coder, text, day=_DAY)] == ["ASSAULT"]


SIDES = [
    ("EU foreign ministers met in Riga on Monday. The ministers condemned the coup in Mali.",
     "ACCUSE/disapprove EUR:GOV > MLI:MIL"),
    ("Washington criticised Nicaragua and its ally, Venezuela, on Monday.",
     "ACCUSE/disapprove USA:GOV > NIC:GOV VEN:GOV"),
    ("Serb members of the commission met Kosovo officials in Pristina.", "CONSULT/ SRB:GOV XKX:GOV > -"),
    ("BANGKOK, July 14 (TNA) - Foreign Minister Kasit Somboon said Cambodian Prime Minister Hun Sen had warned "
     "Thailand. Hun Sen met Mr. Kasit in Phnom Penh.", "CONSULT/ KHM:GOV THA:GOV > -"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SIDES, ids=[t[:40] for t, _ in SIDES])
def test_whose_side_they_are_on(coder: Coder, text: str, expected: str) -> None:
    assert expected in _rows(coder, text)


NOTHING = [
    "The court ruled that the islands belong to Kenya.",
    "The UN said it was concerned about the welfare of refugees in Sudan.",
    "The Thai government is concerned about the safety of the villagers.",
]


@pytest.mark.parametrize("text", NOTHING, ids=[t[:40] for t in NOTHING])
def test_what_accuses_nobody(coder: Coder, text: str) -> None:
    assert _rows(coder, text) == []


def test_who_backs_talks_need_not_sit_at_them(coder: Coder) -> None:
    assert "CONSULT" not in {m.event_type for m in coded(coder, "Egypt voiced support for talks.", day=_DAY)}


STATE_MEDIA = [
    ("Three Lebanese soldiers were killed in the Israeli aggression on Tyre.", "ASSAULT/ ISR:GOV > LBN:MIL"),
    ("The Saudi raid on Sanaa led to the martyrdom of two nurses.", "ASSAULT/ SAU:GOV > YEM:MED.HLH"),
    ("The rebels have taken heavy blows from the army in Mali.", "ASSAULT/ MLI:MIL > MLI:REB"),
    ("Iran criticised Kuwait and Oman's support for the blockade.", "ACCUSE/disapprove IRN:GOV > KWT:GOV OMN:GOV"),
    ("A Minsk court jailed two reporters on Monday. Their arrest last year was secret.",
     "COERCE/arrest BLR:COP > BLR:JRN.MED"),
    ("When Moon visited Tokyo, he and Abe said they were open to talks with North Korea.",
     "AGREE/ KOR:GOV JPN:GOV > PRK:GOV"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), STATE_MEDIA, ids=[t[:40] for t, _ in STATE_MEDIA])
def test_as_state_media_put_it(coder: Coder, text: str, expected: str) -> None:
    assert expected in _rows(coder, text)


TITLES = [
    ("Ankara Condemns Greek Government's Anti-Turkey Steps", ["ACCUSE/disapprove TUR:GOV > GRC:GOV"]),
    ("Korean minister voices hope for talks with Japan", []),
]


@pytest.mark.parametrize(("title", "expected"), TITLES, ids=[t[:40] for t, _ in TITLES])
def test_headlines(coder: Coder, title: str, expected: list[str]) -> None:
    assert _rows(coder, "", title) == expected


WHO = [
    ("The Humanitarian Coordinator for South Sudan, Ida Owusu, condemned Uganda.", "ACCUSE/disapprove UNO:GOV > UGA:GOV"),
    ('"Burundi must free the reporters," said Ida Roa, Central Africa director at Human Rights Watch.',
     "REQUEST/yield NGO:SOC > BDI:GOV"),
    ('"Egypt must free the reporters," said Ida Roa, Middle East and North Africa director at Amnesty International.',
     "REQUEST/yield NGO:SOC > EGY:GOV"),
    ("The UN urged all parties to the war in Yemen to let in food.", "REQUEST/assist UNO:GOV > YEM:UNK"),
    ("A Cairo court jailed five students. The National Security Agency arrested three of them in May.",
     "COERCE/arrest EGY:SPY.COP > EGY:EDU"),
    ("Roa says soldiers assaulted members of his team in Caracas.", "ASSAULT/beat VEN:MIL > VEN:CVL"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WHO, ids=[t[:40] for t, _ in WHO])
def test_who_speaks_and_who_acts(coder: Coder, text: str, expected: str) -> None:
    assert expected in _rows(coder, text)


@pytest.mark.parametrize("where", ["in South Sudan's capital", "in the capital of South Sudan"])
def test_the_capital_of_a_state_of_two_words(coder: Coder, where: str) -> None:
    (m,) = coded(coder, f"Gunmen shot dead two nurses {where} on Monday.", day=_DAY)
    assert m.place is not None
    assert m.place.name == "Juba"
