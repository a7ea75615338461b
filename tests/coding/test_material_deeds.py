"""Deeds by the words that tell them, nouns of deeds with a place of their own, and words taken for deeds."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.coding.shown import coded, row

if TYPE_CHECKING:
    from dragoman.coding import Coder

DAY = dt.date(2015, 6, 9)


def _rows(coder: Coder, text: str, title: str | None = None) -> list[str]:
    return [row(m) for m in coded(coder, text, title, day=DAY)]


TOLD = [
    # people taken
    ("Sixty novices were taken from a boarding school near Zaria in May.", "ASSAULT/abduct - > NGA:"),
    (
        "Gunmen took as many as thirty passengers hostage on a ferry near Cotabato.",
        "ASSAULT/abduct PHL:UAF > PHL:CVL",
    ),
    ("Insurgents holding hostage two Swiss nuns in Mali set a deadline.", "ASSAULT/abduct MLI:REB > CHE:REL"),
    ("Tuareg rebels handed over nine drivers to the Malian army.", "RETREAT/release MLI:REB > MLI:"),
    # with vehicles, teeth, bullets
    ("A van ploughed into worshippers in Bradford, killing two.", "ASSAULT/primitive - > GBR:"),
    ("A man in a lorry mowed down shoppers in Malmo.", "ASSAULT/primitive SWE:CVL > SWE:CVL"),
    ("Gunmen mowed down shoppers at a market in Kano.", "ASSAULT/firearms NGA:UAF > NGA:CVL"),
    ("Policemen pumped thirty rounds into a minibus in Lagos.", "ASSAULT/firearms NGA:COP > NGA:"),
    ("Two students in Algiers bit a gendarme.", "ASSAULT/beat DZA:EDU > DZA:COP"),
    # courts
    ("Norway issued a deportation order against an Iraqi preacher.", "COERCE/deport NOR:GOV > IRQ:REL"),
    ("A judge in Lima ordered the former minister to stand trial.", "ACCUSE/allege PER:JUD > PER:ELI"),
    ("A judge in Lima ordered the editor to pay damages to a bishop.", "SANCTION/convict PER:JUD > PER:JRN.MED"),
    ("A judge in Lima reduced the charges against the editor.", "CONCEDE/ PER:JUD > PER:JRN.MED"),
    ("A 19-year-old was shot dead by soldiers in Lima.", "ASSAULT/firearms PER:MIL > PER:CVL"),
    ("The Security Council banned travel by three generals from Mali.", "SANCTION/discontinue UNO:GOV > MLI:MIL"),
    # missiles and drills
    ("An Iranian missile flew over Oman on Monday.", "MOBILIZE/weapons IRN:GOV > OMN:GOV"),
    ("Four Danish jets bombed a firing range in Jutland.", "MOBILIZE/weapons DNK:MIL > -"),
    ("Indian surgical strikes went on in Kashmir.", "ASSAULT/aerial IND:GOV > "),
    ("Police in Baku disallowed protesters from entering the square.", "COERCE/restrict AZE:COP > AZE:CVL"),
    ("The colonel led the emir's overthrow in Qatar.", "COERCE/seize QAT:MIL > QAT:GOV"),
    ("The Uzbek editor is under surveillance by the police.", "COERCE/restrict UZB:COP > UZB:JRN.MED"),
    ("Gunmen took a dozen villagers near Kano.", "ASSAULT/abduct NGA:UAF > NGA:CVL"),
    ("Two Korean hostages held by a group in Mali are ill.", "ASSAULT/abduct MLI:UNK > KOR:CVL"),
    ("Omani troops suppressed an attack by tribesmen.", "ASSAULT/ OMN:MIL > OMN:"),
    ("Some 900 marchers headed for the palace in Lima.", "PROTEST/demo PER:CVL > -"),
    ("The shooting death of a Haitian reporter in Miami is unsolved.", "ASSAULT/ - > HTI:JRN.MED"),
    # by what means
    ("A Hamas commander was killed when his car exploded in Tyre.", "ASSAULT/explosives - > PSE:REB"),
    ("Nine people were killed when rebels attacked with a suicide car bomb in Kabul.", "ASSAULT/suicide-attack - > AFG:CVL"),
    ("A deputy was killed when a motorcycle exploded in Basra.", "ASSAULT/explosives - > IRQ:LEG"),
    # money
    ("The Danish cabinet approved a transfer of $9 million in aid for Malawi.", "AID/ DNK:GOV > MWI:GOV"),
    # a deed told on the way, with a place of its own
    ("The rebels called it a reprisal for air strikes in Idlib.", "ASSAULT/aerial - > SYR:"),
    ("Convoys were halted after shelling near Sumy.", "ASSAULT/heavy-weapons - > UKR:"),
    ("Schools were closed after a shooting in Malmo.", "ASSAULT/firearms - > SWE:"),
    ("The envoy flew home after clashes in the south of Chad.", "ASSAULT/ - > TCD:GOV"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_it_is_told(coder: Coder, text: str, expected: str) -> None:
    assert any(r.startswith(expected) for r in _rows(coder, text)), _rows(coder, text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Finnish premier received some advice last month from a banker.", "AID"),
        ("The Finnish premier, in Rome, received some good advice last month.", "SANCTION"),
        ("The candidate in Ohio spent a million dollars of her own money.", "AID"),
        ("Deputies in Kyiv fought over a pension reform.", "ASSAULT"),
        ("A plane of KLM heading from Accra to Amsterdam was diverted to an airport in Spain.", "COERCE"),
        ("A plane of KLM heading from Accra to Amsterdam landed at an airport in Spain.", "MOBILIZE"),
        ("The widows were shunned by their villages in Chad.", "PROTEST"),
        ("Danish troops have been based in Mali for years.", "MOBILIZE"),
        ("Indian surgical strikes went on in Kashmir.", "PROTEST"),
        ("Four Danish jets bombed a firing range in Jutland.", "ASSAULT"),
        ("Rebels took the girls to school in Goma.", "ASSAULT"),
        ("Iran is ready to test a new missile.", "AGREE"),
        ("Wounded Polish soldiers left the helicopter.", "RETREAT"),
        ("China is the economic lifeline of Laos.", "AID"),
        ("The Iranian missile fell into the Indian Ocean.", "ASSAULT"),
    ],
)
def test_it_is_none(coder: Coder, text: str, kind: str) -> None:
    assert kind not in [m.event_type for m in coded(coder, text, day=DAY)]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Fourteen dead in Kashmir violence", "ASSAULT/ - > IND:CVL"),
        ("Three dead in Gaza clashes", "ASSAULT/ - > PSE:CVL"),
        ("Twelve dead after attack in Lima", "ASSAULT/ - > PER:CVL"),
        ("14 hurt in Manila bombing", "ASSAULT/explosives - > PHL:CVL"),
        ("Five shot in Oakland", "ASSAULT/firearms - > USA:CVL"),
        ("Bombings at two Lima banks kill nine", "ASSAULT/explosives - > PER:CVL"),
    ],
)
def test_headlines_that_count_the_dead(coder: Coder, title: str, expected: str) -> None:
    told = _rows(coder, "Police said so.", title)
    assert any(r.startswith(expected) for r in told), told


def test_a_bomber_who_kills_is_no_aircraft(coder: Coder) -> None:
    told = _rows(coder, "Police in Quetta said so.", "Bomber kills nine in Quetta")
    assert any(r.startswith("ASSAULT/suicide-attack") for r in told), told
