"""Domestic news: bodies that go by a bare name at home, ministries and parliaments, dismissals, relief."""

from __future__ import annotations

import datetime as dt
from functools import partial

import pytest

from dragoman.coding import Coder
from tests.coding.shown import coded
from tests.coding.shown import row as _row

REPORTED = dt.date(2021, 3, 10)
_coded = partial(coded, day=REPORTED)


def _sides(coder: Coder, text: str) -> set[str]:
    return {f"{e.name}|{e.country}" for m in _coded(coder, text) for e in (*m.actors, *m.recipients)}


def test_a_bare_party_name_is_that_of_the_home_country(coder: Coder) -> None:
    text = (
        "SYDNEY - Australia will cut its refugee intake, Canberra said. Labor condemned the plan. "
        "The Greens condemned it too, and police in Perth arrested nine. The House blamed Labor."
    )
    found = _sides(coder, text)
    assert {"Australian Labor Party|AUS", "Australian Greens|AUS", "House|AUS"} <= found


def test_a_body_introduced_in_brackets_is_at_home(coder: Coder) -> None:
    text = (
        "MANILA - The Philippines, police in Manila said, was calm. The National Orchid Commission (NOC) "
        "shut down a newspaper in Cebu. The NOC fined a radio station in Manila on Friday."
    )
    found = _sides(coder, text)
    assert {x for x in found if "Orchid" in x} == {"National Orchid Commission|PHL"}
    assert not [x for x in found if x.startswith("NOC")]


def test_a_body_of_the_home_country_is_known_without_its_country(coder: Coder) -> None:
    text = (
        "NAIROBI - Kenya will wait, the president of Kenya said. Kenyan police in Mombasa, Kenya, stayed away. "
        "The Ethics and Anti-Corruption Commission accused the governor of fraud in Kenya."
    )
    assert "Ethics and Anti-Corruption Commission of Kenya|KEN" in _sides(coder, text)


ROWS = [
    # clauses and phrases that hang at the wrong word
    ("The education minister of Hungary denied that the bill singled out any school and offered talks to Austria.",
     ["AGREE/ HUN:GOV.EDU > AUT:GOV"]),
    ("France criticised the Malian army, as did Germany.", ["ACCUSE/disapprove FRA:GOV DEU:GOV > MLI:MIL"]),
    ("Lawmakers in Lima voted 101-6, with ten abstentions, to impeach the president of Peru.",
     ["SANCTION/expel PER:LEG > PER:GOV"]),
    ("A court in Kinshasa found the general guilty of murder.", ["SANCTION/convict COD:JUD > COD:MIL"]),
    ("The governor of Lagos was relieved of his duties by presidential decree.",
     ["SANCTION/expel - > NGA:GOV"]),
    # whose authorities, whose officials
    ("Rain fell on Maputo and Beira in Mozambique. The MDC criticised the authorities.",
     ["ACCUSE/disapprove ZWE:PTY > ZWE:GOV"]),
    ("Washington imposed sanctions on three North Korean agencies and ten officials.",
     ["SANCTION/discontinue USA:GOV > PRK:GOV PRK:GOV"]),
    ("Norway complained to the International Maritime Organisation about Liberia.",
     ["ACCUSE/disapprove NOR:GOV > LBR:GOV"]),
    ("Russia expelled diplomats from Sweden and Poland.", ["SANCTION/expel RUS:GOV > SWE:GOV POL:GOV"]),
    ("Sudan has expelled 13 foreign aid organisations.", ["SANCTION/expel SDN:GOV > NGO:SOC"]),
    ("A judge in Kampala indicted the two Sudanese men.", ["ACCUSE/allege UGA:JUD > SDN:CVL"]),
    ("His brother Oleg was arrested in Moscow.", ["COERCE/arrest RUS:COP > RUS:CVL"]),
    # courts that annul, sentences by their length
    ("Malawi's Constitutional Court annulled the presidential election.", ["SANCTION/convict MWI:JUD > -"]),
    ("The bank accounts of the opposition party in Minsk were frozen on Monday.",
     ["COERCE/seize - > BLR:OPP"]),
    ("In Kazakhstan nine militants were killed and 3,800 people detained.",
     ["ASSAULT/ - > KAZ:UAF", "COERCE/arrest KAZ:COP > KAZ:CVL"]),
    ("Kazakhstan is calm. An exiled banker in Paris urged strikers in Kazakhstan to hold on.",
     ["REQUEST/change KAZ:BUS > KAZ:LAB"]),
    ("The European Commission is patient. Poland accused Brussels of meddling.",
     ["ACCUSE/allege POL:GOV > EUR:GOV"]),
    ("The IMF approved a three-year arrangement for Zambia.", ["AID/ IGO:BUS.GOV > ZMB:GOV"]),
    # done again, sent by a body, creeds at home
    ("Okello was re-arrested on Tuesday in Kampala by Ugandan police.", ["COERCE/arrest UGA:COP > ?:"]),
    ("A delegation from ECOWAS led by former Nigerian president Goodluck Jonathan accused Mali.",
     ["ACCUSE/allege IGO:GOV > MLI:GOV"]),
    ("Bahrain stripped a leading Shiite cleric in Manama of his citizenship.",
     ["COERCE/deport BHR:GOV > BHR:REL"]),
    # wars of tariffs
    ("Australia has imposed duties on Chinese steel and paper.", ["SANCTION/discontinue AUS:GOV > CHN:GOV"]),
    ("Brussels hit bourbon and motorcycles with duties.", ["SANCTION/discontinue EUR:GOV > -"]),
    ("Beijing retaliated with duties on American pork.", ["SANCTION/discontinue CHN:GOV > USA:GOV"]),
    ("Washington exempted Australia from the steel tariffs.", ["CONCEDE/ USA:GOV > AUS:GOV"]),
    # falls by a vote, relief
    ("The Bulgarian prime minister lost a vote of confidence.", ["SANCTION/expel - > BGR:GOV"]),
    ("Britain has flown in 7,500 shelter kits to Mozambique.", ["AID/ GBR:GOV > MOZ:GOV"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rows"), ROWS)
def test_rows_of_domestic_news(coder: Coder, text: str, rows: list[str]) -> None:
    assert [_row(m) for m in _coded(coder, text)] == rows


MORE = [
    ("Onnoghen, who was chief justice of Nigeria, was arrested in Abuja.", ["COERCE/arrest NGA:COP > ?:"]),
    ("The president of Costa Rica said aides had been warned of the plot and accused Chile of a lie.",
     ["ACCUSE/allege CRI:GOV > CHL:GOV"]),
    ("In Buenos Aires shopkeepers armed themselves against looters.", []),
    # whom names and descriptions mean
    ("The governor of Lagos fled Nigeria. His successor, Ada Nkosi of the United Front, accused Chad.",
     ["ACCUSE/allege NGA:GOV > TCD:GOV"]),
    ("George Ryan, a Republican now serving six years in a federal prison in Illinois, apologised.",
     ["CONCEDE/ USA:ELI > -"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rows"), MORE)
def test_names_before_who_and_deeds_of_the_sayer(coder: Coder, text: str, rows: list[str]) -> None:
    found = [_row(m) for m in _coded(coder, text)]
    assert [r for r in found if r in rows] == rows
    assert rows or not found


def test_the_left_party_of_a_report_on_sweden_is_swedish(coder: Coder) -> None:
    text = (
        "STOCKHOLM - Sweden has a government, the prime minister of Sweden said. The Left Party abstained, "
        "but its leader, Jonas Berg, accused Sweden's police of spying. Swedish police in Stockholm were silent."
    )
    assert "Jonas Berg|SWE" in _sides(coder, text)


def test_a_hazard_with_a_day_kills_nobody_on_purpose(coder: Coder) -> None:
    assert not _coded(
        coder, "Saturday's earthquake, of magnitude 7.8, killed more than 5,200 people in Nepal."
    )


def test_who_orders_a_body_dissolved_brands_it(coder: Coder) -> None:
    text = "The army of Sudan has ordered the RSF dissolved and branded it a rebel group."
    assert [_row(m) for m in _coded(coder, text)] == ["ACCUSE/disapprove SDN:MIL > SDN:PRM.MIL.REB"]


def test_a_family_name_comes_first_in_taiwan(coder: Coder) -> None:
    text = (
        "TAIPEI - Taiwan passed a law on Tuesday, lawmakers in Taipei said. The Kuomintang's caucus leader, Fu "
        "Kun-chi, accused the cabinet of Taiwan of misleading the young. Fu condemned China in April."
    )
    assert "Fu Kun-chi|TWN" in _sides(coder, text)
    assert not [x for x in _sides(coder, text) if x.startswith("Fu Cong")]


def test_another_court_is_not_the_one_named_before(coder: Coder) -> None:
    text = (
        "BRASILIA - Brazil's Supreme Court freed the former president of Brazil on Monday. "
        "The senator urged the electoral court to ban the party."
    )
    assert "electoral court|BRA" in _sides(coder, text)


def test_the_state_that_drops_charges_is_that_of_the_home_country(coder: Coder) -> None:
    text = (
        "LUSAKA - Zambia has voted, the president of Zambia said. Zambian police in Ndola, Zambia, were calm. "
        "The state charged a bishop with treason on Friday."
    )
    assert _row(_coded(coder, text)[-1]) == "ACCUSE/allege ZMB:GOV > ZMB:REL"
