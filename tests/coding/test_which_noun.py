"""Which noun of a clause is the party: no place that a deed was in, people of a country, each of two owners."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder
from dragoman.reading.datelines import dateline
from tests.coding.shown import coded, row

DAY = dt.date(2006, 5, 10)


def _rows(coder: Coder, text: str, title: str | None = None) -> list[str]:
    return [row(m) for m in coded(coder, text, title, day=DAY)]


PLACES = [
    ("A bomb went off in northern Peru on Sunday, hurting three people.", "ASSAULT/explosives - > PER:CVL"),
    ("A loud blast was heard in downtown Nairobi on Sunday.", "ASSAULT/explosives - > KEN:"),
    ("Two car bombs rocked Algiers on Sunday.", "ASSAULT/explosives - > DZA:"),
    ("Gunfire broke out in a Kingston slum on Sunday.", "ASSAULT/firearms - > JAM:CVL"),
    ("Ethiopian troops invaded Somalia on Sunday.", "ASSAULT/ ETH:MIL > SOM:GOV"),
]


@pytest.mark.parametrize(("text", "expected"), PLACES, ids=[t[:30] for t, _ in PLACES])
def test_no_government_is_hit_where_a_deed_was(coder: Coder, text: str, expected: str) -> None:
    assert expected in _rows(coder, text)


HOMES = [
    ("Ethiopian soldiers burned Eritrean farms near Badme.", "ERI"),
    ("The army shelled Sudanese houses across the border.", "SDN"),
    ("Gunmen torched Malian shops on Sunday.", "MLI"),
]


@pytest.mark.parametrize(("text", "land"), HOMES)
def test_homes_and_farms_are_of_people(coder: Coder, text: str, land: str) -> None:
    (m,) = coded(coder, text, day=DAY)
    assert [(r.country, r.sectors[0]) for r in m.recipients] in ([(land, "CVL")], [(land, "BUS")])
    assert m.recipients[0].actor_id is None


SOMEBODY = [
    ("Gunmen kidnapped the Korean in Basra on Sunday.", "ASSAULT/abduct IRQ:UAF > KOR:CVL"),
    ("Police arrested a Belgian and three Danes in Lima.", "COERCE/arrest PER:COP > BEL:CVL DNK:CVL"),
    ("The rebels freed the Filipino on Sunday.", "RETREAT/release PHL:REB > PHL:CVL"),
]


@pytest.mark.parametrize(("text", "expected"), SOMEBODY)
def test_whom_one_kidnaps_is_no_government(coder: Coder, text: str, expected: str) -> None:
    assert expected in _rows(coder, text)


def test_a_nation_in_a_headline_that_is_shot_is_somebody(coder: Coder) -> None:
    (m,) = coded(coder, "Police looked for his killers.", "Briton stabbed in Nairobi", day=DAY)[:1]
    assert (m.recipients[0].country, m.recipients[0].sectors) == ("GBR", ("CVL",))


AGAINST = [
    ("An anti-Mugabe rally was held in Bulawayo on Sunday.", "PROTEST/demo ZWE:CVL > ZWE:GOV"),
    ("Anti-Musharraf activists held a protest in Lahore.", "PROTEST/demo PAK:CVL > PAK:GOV"),
    ("An anti-Tony Blair march was held in Leeds.", "PROTEST/demo GBR:CVL > GBR:GOV"),
]


@pytest.mark.parametrize(("text", "expected"), AGAINST)
def test_a_name_behind_anti_is_whom_it_is_against(coder: Coder, text: str, expected: str) -> None:
    assert expected in _rows(coder, text)


BOTH = [
    ("Chad's and Niger's envoys met the president of Benin on Sunday.", "CONSULT/ TCD:GOV NER:GOV BEN:GOV > -"),
    ("Kenya's and Uganda's armies attacked rebels near Lodwar.", "ASSAULT/ KEN:MIL UGA:MIL > KEN:REB"),
    ("Somali and US-led troops killed four soldiers in Mogadishu.", "ASSAULT/ SOM:MIL USA:MIL > SOM:MIL"),
    ("North Korean and Chinese officials met in Hanoi.", "CONSULT/ PRK:GOV CHN:GOV > -"),
    ("U.S. and South Korean officials met in Hanoi.", "CONSULT/ USA:GOV KOR:GOV > -"),
    ("Nurses along with teachers protested against the government in Lima.",
     "PROTEST/demo PER:MED.HLH PER:EDU > PER:GOV"),
    ("Police arrested an editor together with two lawyers in Minsk.",
     "COERCE/arrest BLR:COP > BLR:JRN.MED BLR:CVL"),
    ("Chile, together with Peru, condemned the bombing.", "ACCUSE/disapprove CHL:GOV PER:GOV > -"),
    ("Two soldiers were killed along with three villagers in Niger.", "ASSAULT/ - > NER:MIL NER:CVL"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BOTH, ids=[t[:30] for t, _ in BOTH])
def test_each_of_those_who_act_together(coder: Coder, text: str, expected: str) -> None:
    assert expected in _rows(coder, text)


def test_members_of_a_mans_militia_are_no_man(coder: Coder) -> None:
    found = coded(coder, "Members of warlord Ali Omar's militia attacked a village near Baidoa.", day=DAY)
    (m,) = found
    assert [a.sectors for a in m.actors] == [("REB",)]


ALLIES = [
    ("Rebels in Iraq put pressure on Washington's allies on Sunday.", "USA"),
    ("The kidnappers urged U.S. allies to leave Iraq.", "USA"),
    ("Paris's military allies condemned the raid.", "FRA"),
]


@pytest.mark.parametrize(("text", "land"), ALLIES)
def test_allies_are_not_of_the_land_they_are_allied_to(coder: Coder, text: str, land: str) -> None:
    parties = [
        e for m in coded(coder, text, day=DAY) for e in (*m.actors, *m.recipients) if "llies" in e.name
    ]
    assert all(e.country != land for e in parties)


@pytest.mark.parametrize("text", ["Reuters - Three miners", "AP - Police held", "SPACE.com -- A probe"])
def test_an_agency_before_a_dash_is_no_word_of_the_sentence(text: str) -> None:
    line = dateline(text)
    assert line is not None
    assert text[line.end :][0].isupper()
    assert line.agency == text.split()[0]


VICTIMS = [
    ("A suicide bomber rammed a truck into the Danish consulate in Lahore, killing four people.", "PAK"),
    ("Gunmen raided the Greek embassy in Algiers, killing two people.", "DZA"),
    ("Rebels attacked the Spanish consulate in Bamako, wounding six people.", "MLI"),
]


@pytest.mark.parametrize(("text", "land"), VICTIMS)
def test_who_dies_at_a_consulate_is_of_the_place(coder: Coder, text: str, land: str) -> None:
    found = [r for m in coded(coder, text, day=DAY) for r in m.recipients if r.sectors == ("CVL",)]
    assert found
    assert {r.country for r in found} == {land}


ON_THAT_DAY = [
    (dt.date(2000, 5, 1), ("GOV",)),
    (dt.date(2009, 5, 1), ("REB",)),
    (dt.date(2023, 5, 1), ("GOV",)),
]


@pytest.mark.parametrize(("day", "sectors"), ON_THAT_DAY)
def test_rebels_govern_while_they_are_in_power(coder: Coder, day: dt.date, sectors: tuple[str, ...]) -> None:
    (m,) = coded(coder, "The Taliban attacked a village near Kunduz.", day=day)
    assert m.actors[0].sectors == sectors


CALLED = [
    ("President-elect Barack Obama met Gordon Brown in London.", dt.date(2008, 12, 1), "President-elect"),
    ("Vice President-elect Joe Biden met Gordon Brown.", dt.date(2008, 12, 1), "Vice President-elect"),
    ("President-elect Obama met Brown on Sunday. Barack Obama praised him.", dt.date(2008, 12, 1), "President-elect"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day", "office"), CALLED)
def test_an_office_that_somebody_is_elected_to(coder: Coder, text: str, day: dt.date, office: str) -> None:
    for m in coded(coder, text, day=day):
        assert (m.actors[0].office, m.actors[0].sectors) == (office, ("GOV",))


NAMED = [
    ("A Chadian, Ali Oumarou, was jailed for murder.", "Ali Oumarou", "TCD"),
    ("Another Kenyan, Paul Kiptoo, met the president of Chad on Sunday.", "Paul Kiptoo", "KEN"),
    ("Bush met with another Democrat, Senator Robert Byrd, on Sunday.", "Robert Byrd", "USA"),
]


@pytest.mark.parametrize(("text", "name", "land"), NAMED)
def test_the_name_beside_one_of_a_people_or_party(coder: Coder, text: str, name: str, land: str) -> None:
    (m,) = coded(coder, text, day=DAY)
    assert (name, land) in [(e.name, e.country) for e in (*m.actors, *m.recipients)]


NOBODYS = [
    ("Flight from Lagos diverted to Malta", "NGA"),
    ("The regime threatened to fire two Musudan-2 missiles at Guam.", None),
    ("Plane from Lima seized in Quito", "PER"),
]


@pytest.mark.parametrize(("title", "land"), NOBODYS)
def test_where_a_flight_began_and_what_a_missile_is_called(
    coder: Coder, title: str, land: str | None
) -> None:
    recipients = [r for m in coded(coder, "", title, day=DAY) for r in m.recipients]
    assert all(r.country != land for r in recipients)


SPELT = [
    ("S. Koreans protested against the government in Busan.", ("KOR", "CVL")),
    ("N. Koreans attacked a post near the border.", ("PRK", "CVL")),
    ("UN peacekeepers shot two gunmen in Bukavu.", ("UNO", "MIL")),
    ("Sadr supporters marched in Basra.", ("IRQ", "CVL")),
]


@pytest.mark.parametrize(("text", "who"), SPELT)
def test_names_as_they_are_spelt(coder: Coder, text: str, who: tuple[str, str]) -> None:
    (m,) = coded(coder, text, day=DAY)
    assert (m.actors[0].country, m.actors[0].sectors[0]) == who
