"""Parties in reports on several countries: soldiers abroad, people from beyond the border, the taken, "the two"."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder
from tests.coding.shown import coded, row

CASES = [
    # soldiers told to be abroad say little of where the report is at home
    ("Danish troops in Chad shot at a car on Monday. The Danish commander, a Danish officer said, saw a gun. "
     "Two gunmen were wounded by Danish troops, the Danish military said.",
     "ASSAULT/ DNK:MIL > TCD:UAF"),
    # those who kill peacekeepers or nurses need not be of their country
    ("Nairobi condemned rebels who killed six Nepalese peacekeepers in eastern Congo.",
     "ASSAULT/ COD:REB > NPL:MIL"),
    # a worker's own country, not the firm's
    ("Gunmen shot dead two Filipino engineers of Hyundai in Warri on Monday.",
     "ASSAULT/firearms NGA:UAF > PHL:CVL.BUS"),
    ("A doctor and two nurses from Cuba were kidnapped by gunmen near Mandera in Kenya.",
     "ASSAULT/abduct KEN:UAF > CUB:MED.HLH CUB:MED.HLH"),
    # across the border, aboard a ship
    ("Gunmen from across the border raided a Kenyan village on Monday. Somalia said it was looking into it.",
     "ASSAULT/ SOM:UAF > KEN:CVL"),
    ("Nine Vietnamese fishermen were beaten by men aboard Chinese vessels near the Paracels on Sunday.",
     "ASSAULT/beat CHN:CVL > VNM:AGR"),
    # parts of the world are of no one country
    ("The French president begins a visit to the Caucasus on Monday.", "AGREE/ FRA:GOV > ?:"),
    # two people, two states
    ("The rebels seized two Swedes in Kashmir. The two were later released.",
     "RETREAT/release IND:REB > SWE:CVL"),
    ("Chad and Sudan traded blame on Monday. The African Union accused the two of breaking the truce.",
     "ACCUSE/allege IGO:GOV > TCD:GOV SDN:GOV"),
    # whom they seized is freed
    ("Militants abducted two Chinese engineers in Balochistan. They were released on Monday.",
     "RETREAT/release PAK:UAF > CHN:CVL"),
    # whose Foreign Office
    ("Pakistan protested against firing by Afghan forces. The Afghan envoy was summoned to the Foreign Office "
     "on Monday.", "ACCUSE/disapprove PAK:GOV > AFG:GOV"),
    # a dateline in a land that is named nowhere else
    ("KIEV - Belarussian police on Monday arrested 20 activists in Minsk. The opposition said police had beaten "
     "protesters.", "ASSAULT/beat BLR:COP > BLR:CVL"),
    ("TEHRAN - The foreign minister met his Iraqi counterpart in Baghdad on Monday. The minister urged the Iraqi "
     "authorities to close the border.", "REQUEST/change IRN:GOV > IRQ:GOV"),
    # sent to a land, and called so
    ("Iran recalled its ambassador to Azerbaijan Ali Reza Bahrami on Monday.",
     "SANCTION/discontinue IRN:GOV > AZE:GOV"),
    # whose envoy speaks, and which country deals with another
    ("Peru accused Chile of sending troops. Chile said they were at home. \"We reject the claims made by Peru,\" "
     "the country's ambassador, Denis Paz, said.", "REJECT/ CHL:GOV > PER:GOV"),
    ("Ghana's army said Togolese soldiers had crossed the border. The country summoned Togo's ambassador.",
     "ACCUSE/disapprove GHA:GOV > TGO:GOV"),
    # one adjective for both services, the crew of a ship, who tells it, the border with another land
    ("Militants fought a gun battle with the Kenyan police and army near Garissa. Somalia offered help.",
     "ASSAULT/firearms KEN:UAF > KEN:COP KEN:MIL"),
    ("The navy seized a Chinese trawler near Ishigaki in Japan on Monday. Police arrested the crew.",
     "COERCE/arrest JPN:COP > CHN:CVL"),
    ("Police had arrested twelve men on the border with Thailand, said a Cambodian police spokesman. Vietnam "
     "praised the arrests.", "SUPPORT/ VNM:GOV > KHM:COP"),
    # who clashed at home, whoever else was hurt
    ("Police and miners fought near Oruro on Monday. A Chilean reporter was hurt. Both sides accused each other "
     "of firing first.", "ACCUSE/allege BOL:COP BOL:LAB > -"),
    # some of a nation are people, no government, and "they" are those to whom something was done
    ("Gunmen attacked a convoy. India arrested three Pakistanis on Monday and accused them of spying.",
     "ACCUSE/allege IND:GOV > PAK:CVL"),
    ("Iran jailed a Swede after convicting her of spying. Rebels fled.", "COERCE/arrest IRN:GOV > SWE:CVL"),
    # of which army those are who fell
    ("Indian and Chinese troops clashed in Ladakh, killing three soldiers.", "ASSAULT/ IND:MIL CHN:MIL > ?:MIL"),
    # rebels in another land than that of those who lead a force
    ("The Ugandan-led force killed ten rebels in Somalia on Monday.", "ASSAULT/ UGA:MIL > SOM:REB"),
    # what followed the deed that is protested against
    ("Kenya protested against an attack by Somali gunmen on a police post near Mandera, wounding three officers.",
     "ASSAULT/ SOM:UAF > KEN:COP"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "due"), CASES)
def test_whose_they_are(coder: Coder, text: str, due: str) -> None:
    assert due in [row(m) for m in coded(coder, text, day=dt.date(2008, 6, 15))]


NOT_DUE = [
    # driven out of another land than that of those who fight them now
    ("Ugandan rebels killed ten villagers in northern Congo. Congolese vigilantes attacked the rebels on Sunday. "
     "Driven out of Uganda in 2005, the rebels roam the forest.", "ASSAULT", "driven"),
    # long ago, and of both sides
    ("Azeri snipers shot two guards dead on Monday. A truce came in 1994 after thousands of people had "
     "been killed.", "ASSAULT", "killed in 1994"),
    # the envoy is handed the note, and hands none
    ("The Indian envoy was called to the Foreign Ministry in Dhaka and handed a protest note.", "ACCUSE", "IND"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "what"), NOT_DUE)
def test_who_did_not(coder: Coder, text: str, kind: str, what: str) -> None:
    rows = [m for m in coded(coder, text, day=dt.date(2008, 6, 15)) if m.event_type == kind]
    if what == "IND":
        assert all(a.country != "IND" for m in rows for a in m.actors)
    else:
        late = [
            m for m in rows if m.evidence.text[m.evidence.trigger[0] - m.evidence.start :].startswith(what)
        ]
        late += [m for m in rows if "1994" in m.evidence.text]
        assert not [a for m in late for a in m.actors if a.country]


def test_both_states_whose_snipers_shoot(coder: Coder) -> None:
    text = (
        "Armenia blamed Azerbaijan, saying Azeri snipers had killed a sentry. "
        "The two sides found no common ground at talks in June."
    )
    met = [m for m in coded(coder, text, day=dt.date(2011, 10, 6)) if m.event_type == "CONSULT"]
    assert met
    assert {a.actor_id for a in met[0].actors} == {"country:ARM", "country:AZE"}
