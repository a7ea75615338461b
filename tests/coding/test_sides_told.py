"""Whose side somebody is on who is told by a role only, and what stands before a noun of violence."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from dragoman.reading.datelines import dateline
from tests.coding.shown import coded, row

if TYPE_CHECKING:
    from dragoman.coding import Coder

_DAY = dt.date(2016, 5, 10)


def _rows(coder: Coder, text: str, title: str | None = None) -> list[str]:
    return [row(m) for m in coded(coder, text, title, day=_DAY) if m.status != "hypothetical"]


SIDES = [
    ("Washington imposed sanctions on two Peruvian ministers and a bank.",
     "SANCTION/discontinue USA:GOV > PER:GOV PER:BUS"),
    ("France accused the Chadian government of fraud. The French government also criticised the government for "
     "jailing reporters.", "ACCUSE/disapprove FRA:GOV > TCD:GOV"),
    ("Peru summoned the Chilean ambassador, Ana Roa. Roa met with Deputy Foreign Minister Juan Paz.",
     "CONSULT/ CHL:GOV PER:GOV > -"),
    ("FARC guerrillas killed two police officers in an attack in Colombia. Talks go on in Havana.",
     "ASSAULT/ COL:REB > COL:COP"),
    ("Two policemen were shot and three more were wounded by the ELN in Colombia, a day after it called off its "
     "truce with the government.", "SANCTION/discontinue COL:REB > COL:GOV"),
    ("Editors in Minsk were called in, in an attempt by the authorities to intimidate them.",
     "COERCE/restrict BLR:GOV > BLR:JRN.MED"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SIDES, ids=[t[:40] for t, _ in SIDES])
def test_whose_side(coder: Coder, text: str, expected: str) -> None:
    assert expected in _rows(coder, text)


HIT = [
    ("Poland summoned the envoy over Polish embassy attacks in Minsk.", "ASSAULT/ - > POL:GOV"),
    ("The synagogue attack in Oslo shocked Norway.", "ASSAULT/ - > NOR:REL"),
]


@pytest.mark.parametrize(("text", "expected"), HIT)
def test_a_building_before_an_attack_is_what_was_hit(coder: Coder, text: str, expected: str) -> None:
    assert expected in _rows(coder, text)


TITLES = [
    ("Police in Belarus detain opposition activists", "COERCE/arrest BLR:COP > BLR:OPP"),
    ("Gunmen near Jos kill six", "ASSAULT/firearms NGA:UAF > NGA:CVL"),
    ("Chad jails opposition leader weeks before election", "COERCE/arrest TCD:GOV > TCD:OPP"),
]


@pytest.mark.parametrize(("title", "expected"), TITLES)
def test_headlines_with_a_place_or_a_time_inside(coder: Coder, title: str, expected: str) -> None:
    assert expected in _rows(coder, "", title)


NONE = [
    ("It was the third week in which demonstrations were held in Minsk under that name.", "COERCE"),
    ("The vote gave the president of Belarus a sixth presidential term.", "COERCE"),
    ("The arrests signal the determination of Minsk to stifle dissent.", "AGREE"),
    ("The senator has been touring the country with his deputy, the party in Peru said.", "CONSULT"),
    ("Together they got 101 votes in the parliament of Peru.", "CONSULT"),
    ("Mr Paz of Peru spoke of his efforts to oust President Ollanta Humala.", "SANCTION"),
    ("Peru issued a protest over the attack on its embassy in Chile.", "PROTEST"),
]


@pytest.mark.parametrize(("text", "kind"), NONE)
def test_what_is_no_such_event(coder: Coder, text: str, kind: str) -> None:
    assert kind not in {r.split("/")[0] for r in _rows(coder, text)}


def test_a_warning_of_charges_is_a_threat(coder: Coder) -> None:
    rows = _rows(coder, "The interior minister warned that strikers in Conakry could face terrorism charges.")
    assert rows == ["THREATEN/arrest GIN:GOV > GIN:LAB"]


FROM_COURTS = [
    ("Kenyan courts declared the levy unlawful.", None, "SANCTION/convict KEN:JUD > -"),
    ('"We will prosecute these smugglers," the justice minister of Peru said.', None,
     "THREATEN/arrest PER:GOV > PER:CRM"),
    ("Peruvian guerrillas revoked their promise to free the hostages.", None, "REJECT/yield PER:REB > ?:CVL"),
    ("", "Peruvian judge issues arrest warrant for Peruvian general", "COERCE/arrest PER:JUD > PER:MIL"),
    ("", "Turkish court sentences Washington Post reporter to prison", "COERCE/arrest TUR:JUD > USA:JRN.MED"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "expected"), FROM_COURTS)
def test_what_courts_and_prosecutors_do(coder: Coder, text: str, title: str | None, expected: str) -> None:
    assert expected in _rows(coder, text, title)


def test_who_comes_after_a_relative_clause_did_not_do_it(coder: Coder) -> None:
    text = "Ana Roa, who killed a judge in Lima, and two other gang figures were tried in Peru."
    killed = [m for m in coded(coder, text, day=_DAY) if m.event_type == "ASSAULT"]
    assert [e.name for m in killed for e in m.actors] == ["Ana Roa"]


def test_the_second_charge_of_a_headline_is_no_deed(coder: Coder) -> None:
    title = "Chadian ex-official charged with treason, spreading anti-government propaganda"
    assert {m.event_type for m in coded(coder, "", title, day=_DAY)} == {"ACCUSE"}


def test_a_dateline_that_ends_with_its_brackets() -> None:
    found = dateline(
        "Minsk, (APP - UrduPoint / Point News - 14th Jun, 2024) Belarus said it had freed two men."
    )
    assert found is not None
    assert found.place == "Minsk"


REPORTED = [
    ('"We are concerned about the arrests by Cuban authorities," Ana Roa, the director of the bureau of public '
     "affairs at the State Department, said.", "ACCUSE/disapprove USA:GOV > CUB:GOV"),
    ("Violence spread in Peru as supporters of the former president said that his ouster was illegal and have "
     "staged attacks against police stations.", "ASSAULT/ PER:CVL > PER:COP"),
    ("The Peruvian president was removed from office on Friday.", "SANCTION/expel - > PER:GOV"),
    ("Brussels warned Poland it could face fines if it did not comply with the ruling.", "THREATEN/ EUR:GOV > POL:GOV"),
    ("Thousands of protesters in Bolivia threw boulders on the road to protest a government plan.", "PROTEST/demo BOL:CVL > BOL:GOV"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), REPORTED, ids=[t[:40] for t, _ in REPORTED])
def test_in_reports(coder: Coder, text: str, expected: str) -> None:
    assert expected in _rows(coder, text)


UNDECIDED = [
    ("Union foreign ministers met on Monday to consider suspending a trade deal with Israel.", "SANCTION"),
    ("Chad said it was prepared to leave the bloc rather than reinstate the inspectors.", "AGREE"),
    ("The minister of Peru said he has not determined if a curfew will be imposed.", "COERCE"),
    (
        "Chad's president met the president of Niger in a bid to maintain the ceasefire with rebels.",
        "RETREAT",
    ),
    ("Poland's constitutional court ruled that the country did not have to obey such rulings.", "SANCTION"),
]


@pytest.mark.parametrize(("text", "kind"), UNDECIDED)
def test_what_is_only_aimed_at_or_left_open(coder: Coder, text: str, kind: str) -> None:
    assert kind not in {r.split("/")[0] for r in _rows(coder, text)}


OF_OTHERS = [
    ("Mexican police arrested four students after they tried to seize a bus.", "PROTEST/obstruct MEX:EDU > -"),
    ("Barack Obama spoke of Manuel Zelaya, who was arrested by Honduran soldiers who beat "
     "him.", "ASSAULT/beat HND:MIL > HND:ELI"),
    ("Spain declared three Venezuelan diplomats personae non gratae.", "SANCTION/expel ESP:GOV > VEN:GOV"),
    ("Ukraine vowed to resist pressure from Russia.", "REJECT/ UKR:GOV > RUS:GOV"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), OF_OTHERS, ids=[t[:40] for t, _ in OF_OTHERS])
def test_whose_deed_it_is(coder: Coder, text: str, expected: str) -> None:
    assert expected in _rows(coder, text)


VERBLESS = [
    ("Israeli raid a 'war crime', says Turkey", "ACCUSE/disapprove TUR:GOV > ISR:GOV"),
    ("Britain's deportation plan 'unlawful', says supreme court", "SANCTION/convict GBR:JUD > GBR:GOV"),
    ("Sanctions 'illegal', Moscow says", "ACCUSE/disapprove RUS:GOV > -"),
]


@pytest.mark.parametrize(("title", "expected"), VERBLESS)
def test_headlines_that_judge_without_a_verb(coder: Coder, title: str, expected: str) -> None:
    assert expected in _rows(coder, "", title)


def test_praise_without_a_verb_is_no_blame(coder: Coder) -> None:
    assert "ACCUSE" not in {
        r.split("/")[0] for r in _rows(coder, "", "Talks with Kremlin 'useful', says Paris")
    }
