"""Who is who: offices without a country, peoples at home, pairs and what points back, and whom a demand is put to."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder
from dragoman.records import Document
from tests.coding.shown import side as _side


def _rows(coder: Coder, day: str, text: str) -> list[str]:
    title, _, body = text.rpartition(" || ")
    document = Document("d", body, title=title or None, published=dt.date.fromisoformat(day))
    mentions = coder.code(document).event_mentions
    return [f"{m.event_type} {_side(m.actors)} > {_side(m.recipients)}" for m in mentions]


ROLES = [
    # offices and bodies without a country
    ("NAIROBI - The foreign minister condemned the raid.", "ACCUSE KEN:GOV > -"),
    ("NAIROBI - A military spokesman condemned the raid.", "ACCUSE KEN:MIL > -"),
    ("NAIROBI - The president's chief of staff condemned the raid.", "ACCUSE KEN:GOV > -"),
    ("NAIROBI - The army's chief of staff condemned the raid.", "ACCUSE KEN:MIL > -"),
    ("NAIROBI - The students' union condemned the raid.", "ACCUSE KEN:EDU > -"),
    ("NAIROBI - East African leaders condemned the raid.", "ACCUSE IGO:GOV > -"),
    ("HONIARA - The police commissioner, Ada Nkosi, accused the prime minister of bribery.",
     "ACCUSE SLB:COP > SLB:GOV"),
    ("LIMA - The vice-president accused President Alberto Fujimori of a coup.", "ACCUSE PER:GOV > PER:GOV"),
    # peoples, faiths and churches where they live
    ("The Catholic Church in Poland condemned the raid.", "ACCUSE POL:REL > -"),
    ("ATHENS - The Orthodox Church condemned the raid.", "ACCUSE GRC:REL > -"),
    ("Hutu rebels in Burundi condemned the raid.", "ACCUSE BDI:REB > -"),
    ("COLOMBO - Muslims condemned the raid.", "ACCUSE LKA:REL > -"),
    ("Iranian-Americans condemned the raid.", "ACCUSE USA:CVL > -"),
    ("An Iranian-American group condemned the raid.", "ACCUSE USA:UNK > -"),
    # verbs that the parser does not see
    ("South Sudan's army accused rebels led by Riek Machar of shelling Malakal.", "ACCUSE SSD:MIL > SSD:REB"),
    ("ISLAMABAD - Police arrested lawyers and the Supreme Court rejected the order.",
     "COERCE PAK:COP > PAK:CVL"),
    ("Palestinian gunmen demanded that Israel free women prisoners.", "REQUEST PSE:UAF > ISR:GOV"),
    ("KYIV - Ukrainian officials accused separatists armed by Moscow of shooting down the plane.",
     "ACCUSE UKR:GOV > UKR:REB"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ROLES, ids=[text[:50] for text, _ in ROLES])
def test_who_a_phrase_is(coder: Coder, text: str, expected: str) -> None:
    assert expected in _rows(coder, "2015-03-10", text)


POINTING_BACK = [
    ("2019-06-13", "Shinzo Abe met Hassan Rouhani in Tehran. The latter warned the United States against war.",
     "THREATEN IRN:GOV > USA:GOV"),
    ("1996-01-05", "Athens accused Ankara of provocation; the latter dismissed the charge.",
     "REJECT TUR:GOV > GRC:GOV"),
    ("1991-07-02", "Croatia and Slovenia declared independence. Washington refused to recognise either republic.",
     "REJECT USA:GOV > HRV:GOV SVN:GOV"),
    ("2020-09-28", "Azerbaijan and Armenia traded fire. The Kremlin urged the two ex-Soviet republics to cease fire.",
     "REQUEST RUS:GOV > AZE:GOV ARM:GOV"),
    ("1998-06-05", "Eritrean jets bombed Mekele. Ethiopia struck the airport of Asmara. The Organisation of African "
     "Unity urged the neighbours to halt the raids.", "REQUEST IGO:GOV > ETH:GOV ERI:GOV"),
    ("2001-02-06", "Ugandan troops fought Rwandan troops in Kisangani. The two countries agreed to withdraw.",
     "AGREE UGA:GOV RWA:GOV > -"),
    ("2017-06-05", "Saudi Arabia, Egypt, Bahrain and the UAE cut ties with Qatar. The four states accused Doha of "
     "backing terrorism.", "ACCUSE SAU:GOV EGY:GOV BHR:GOV ARE:GOV > QAT:GOV"),
    ("2009-01-12", "Hamas fired rockets at Beersheba. Israeli tanks shelled Gaza City. The UN urged both sides to stop.",
     "REQUEST UNO:GOV > PSE:REB.PTY ISR:MIL"),
    ("2012-04-10", "Sudan bombed oil fields in the South. Juba sent its army into Heglig.",
     "ASSAULT SDN:GOV > SSD:"),
    ("1986-02-23", "Two French journalists were kidnapped in Mali. Gunmen bundled the pair into a truck.",
     "ASSAULT MLI:UAF > FRA:JRN.MED"),
    ("2007-12-30", "Kenya's commission declared President Mwai Kibaki the winner. The State Department congratulated "
     "the incumbent.", "SUPPORT USA:GOV > KEN:GOV"),
    ("2012-06-22", "Syria shot down a Turkish jet. Ankara summoned the Syrian consul, and the foreign minister "
     "demanded an apology.", "REQUEST TUR:GOV > SYR:GOV"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "text", "expected"), POINTING_BACK, ids=[t[:50] for _, t, _ in POINTING_BACK]
)
def test_what_points_back(coder: Coder, day: str, text: str, expected: str) -> None:
    assert expected in _rows(coder, day, text)


OF_WHOM = [
    # a demand for somebody's release is put to who took him
    ("2019-02-27", "ISLAMABAD - Pakistan's army captured an Indian pilot. India demanded his release.",
     "REQUEST IND:GOV > PAK:MIL"),
    ("2007-03-23", "Iranian forces captured 15 Britons in the Gulf. London demanded their release.",
     "REQUEST GBR:GOV > IRN:MIL"),
    ("2023-07-28", "Soldiers in Niger detained President Mohamed Bazoum. France demanded that Mr Bazoum be set free.",
     "REQUEST FRA:GOV > NER:MIL"),
    ("2014-12-18", "Barack Obama restored ties with Cuba. Raul Castro asked for an end to the embargo.",
     "REQUEST CUB:GOV > USA:GOV"),
    ("2024-01-18", "Pakistan struck hideouts in Iran's Sistan-Baluchestan province. Tehran summoned its charge d'affaires.",
     "ACCUSE IRN:GOV > PAK:GOV"),
    ("2013-07-06", "Juba accuses Khartoum of arming rebels. Sudan's ambassador rejected that.",
     "REJECT SDN:GOV > SSD:GOV"),
    ("2017-02-13", "Malaysian police arrested two women in Kuala Lumpur over the killing of Kim Jong-nam. Pyongyang's "
     "ambassador accused the authorities of a plot.", "ACCUSE PRK:GOV > MYS:GOV"),
    ("1987-12-10", "JERUSALEM - Israeli soldiers shot dead a Palestinian in the Jabalya camp in Gaza. The army arrested "
     "20 Palestinians in Gaza.", "COERCE ISR:MIL > PSE:CVL"),
    # by letter, by warning, and what the law goes on doing
    ("1988-09-20", "Opposition leaders sent the Burmese junta a letter demanding free elections.",
     "REQUEST MMR:OPP > MMR:GOV.MIL"),
    ("2010-12-22", "Iran warned Israel that it would be wiped out.", "THREATEN IRN:GOV > ISR:GOV"),
    ("2013-10-16", "President Robert Mugabe sacked his deputy, Joice Mujuru. Police arrested her on Monday.",
     "COERCE ZWE:COP > ZWE:GOV"),
    # main verbs behind clauses, and who is hit on the way
    ("2010-12-22", "Libya, whose former ambassador brokered the deal, promised to fund projects in the Philippines.",
     "AGREE LBY:GOV > PHL:GOV"),
    ("2010-12-22", "Supporters of Imran Khan, jailed for three years on Saturday, blocked roads in Lahore.",
     "COERCE PAK:JUD > PAK:OPP.PTY"),
    ("2006-07-12", "Gunmen killed three Pakistani policemen and wounded five in Quetta.",
     "ASSAULT PAK:UAF > PAK:COP"),
    ("2012-11-20", "Joseph Kabila met Paul Kagame in Kampala. Both called on the M23 rebels to leave Goma.",
     "REQUEST COD:GOV RWA:GOV > COD:REB"),
    # headlines that list
    ("2020-08-18", "Mali mutineers detain president, prime minister || BAMAKO - Nothing else was known.",
     "COERCE MLI:MIL > MLI:GOV MLI:GOV"),
    ("1998-08-20", "US missiles hit Sudan plant, Afghan camps || WASHINGTON - Nothing else was known.",
     "ASSAULT USA:GOV > SDN:BUS AFG:UNK"),
]  # fmt: skip


@pytest.mark.parametrize(("day", "text", "expected"), OF_WHOM, ids=[t[:50] for _, t, _ in OF_WHOM])
def test_to_whom(coder: Coder, day: str, text: str, expected: str) -> None:
    assert expected in _rows(coder, day, text)


BODIES = [
    # bodies that the report itself tells of, whatever else bears their name
    ("The National Resistance Front (NRF), a rebel group in Chad, shelled the town of Adre. Troops in Chad attacked "
     "the NRF.", "ASSAULT TCD:MIL > TCD:REB"),
    ("PAPEETE - The pro-independence party Tavini condemned France.", "ACCUSE PYF:PTY > FRA:GOV"),
    ("LUSAKA - Zambian unions picketed State House over wages.", "PROTEST ZMB:LAB > ZMB:GOV"),
    ("Two Chadian lawmakers, Ada Nkosi and Omar Haddad, condemned the raid.", "ACCUSE TCD:LEG TCD:LEG > -"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BODIES, ids=[text[:50] for text, _ in BODIES])
def test_bodies_and_names_unknown(coder: Coder, text: str, expected: str) -> None:
    assert expected in _rows(coder, "2011-10-24", text)


def test_a_surname_that_comes_first_means_whom_the_report_named(coder: Coder) -> None:
    text = (
        "Chen Bao was sentenced to nine years in prison in China on Friday. "
        "Chen wrote essays in which he criticized the Chinese government."
    )
    found = [m for m in coder.code(Document("d", text)).event_mentions if m.event_type == "ACCUSE"]
    assert [(e.name, e.country, e.actor_id) for m in found for e in m.actors] == [("Chen Bao", "CHN", None)]


def test_a_ship_is_no_town_of_her_name(coder: Coder) -> None:
    text = "Commandos boarded the Tampa off Java. The captain of the Tampa asked Australia for help."
    told = coder.code(Document("d", text, published=dt.date(2001, 8, 29))).event_mentions
    assert "USA" not in {e.country for m in told for e in (*m.actors, *m.recipients)}
    assert not [m for m in told if m.place is not None and m.place.name == "Tampa"]


def test_the_country_that_seized_a_ship_is_no_name_of_hers(coder: Coder) -> None:
    told = _rows(coder, "2019-07-20", "The tanker Iran seized in May was freed by Oman.")
    assert "COERCE IRN:GOV > -" in told
