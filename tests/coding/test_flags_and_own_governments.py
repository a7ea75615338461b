"""Whose ship, whose rulers, at whom a threat at home is aimed; how a deed was done, where words were said."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder
from tests.coding.shown import coded, row

DAY = dt.date(2014, 5, 2)
CASES = [
    # whose ship it is
    ("Libyan gunboats boarded a Greek-owned freighter on Monday.", "COERCE/seize LBY:MIL > GRC:GOV"),
    ("Iranian commandos boarded a Maltese-flagged tanker at dawn.", "COERCE/seize IRN:MIL > MLT:GOV"),
    # rulers of a region act as an organisation of its states does
    ("Gulf foreign ministers condemned Yemen on Monday.", "ACCUSE/disapprove IGO:GOV > YEM:GOV"),
    ("East African leaders imposed sanctions on Burundi.", "SANCTION/discontinue IGO:GOV > BDI:GOV"),
    ("ASEAN envoys, who met in Hanoi on Monday, condemned Myanmar.", "CONSULT/multilateral IGO:GOV > -"),
    # a threat at home is aimed at whoever governs
    ("Peru's opposition threatened to boycott the vote.", "THREATEN/restrict PER:OPP > PER:GOV"),
    ("Ghanaian lawmakers vowed to block the nomination of a judge.", "THREATEN/relations GHA:LEG > GHA:GOV"),
    # force, fire and shots
    ("Niger threatened to use force against Benin.", "THREATEN/violence NER:GOV > BEN:GOV"),
    ("A Kenyan officer was hurt during a brief exchange of gunfire.",
     "ASSAULT/firearms - > KEN:COP"),
    ("A mortar bomb killed six Lebanese farmers.",
     "ASSAULT/heavy-weapons - > LBN:AGR"),
    # pacts are left or scrapped
    ("Bolivia abandoned the treaty with Chile.", "SANCTION/withdraw BOL:GOV > CHL:GOV"),
    # curbs that others should lift
    ("Seoul's envoys urged the removal of restrictions on Korean cars by India.",
     "REQUEST/yield KOR:GOV > IND:GOV"),
    # a fast is no refusal of aid, a call for a strike no strike
    ("Eritreans held in a camp in Malta refused food and water.", "PROTEST/hunger ERI:CVL > -"),
    ("The president of Peru called a general strike.", "REQUEST/change PER:GOV > -"),
    # those who wave flags clash, not the flags
    ("Students waving flags clashed with police in Quito.", "PROTEST/riot ECU:EDU > ECU:COP"),
    # all parties at home; an offer that somebody answers
    ("The president of Kenya offered talks with all parties.", "AGREE/ KEN:GOV > KEN:PTY"),
    # exile by air, withdrawals that are over
    ("Haitian soldiers flew the president of Haiti into exile.", "COERCE/deport HTI:MIL > HTI:GOV"),
    ("Moscow confirmed the completion of its pullout from Latvia.", "RETREAT/withdraw RUS:GOV > LVA:GOV"),
    # what an envoy is called is no other name of his
    ("Kenya's president called Britain's ambassador to Nairobi a complete fool.", "ACCUSE/disapprove KEN:GOV > GBR:GOV"),
    # attacks in words, and those of armed men who say something too
    ("Kenya's president made an unprecedented attack on the judges of Uganda.",
     "ACCUSE/disapprove KEN:GOV > UGA:JUD"),
    ("Rebels launched an attack on a barracks in Chad, saying they would take it.", "ASSAULT/ TCD:REB > TCD:MIL"),
    # words are withdrawn, and no troops; who backs a strike backs those who called it
    ("Teachers in Kenya went on strike. The doctors' union backed the strike.", "SUPPORT/ KEN:LAB > KEN:EDU"),
    ("Students in Lima carried banners that urged Chile to return the sea.", "PROTEST/demo PER:EDU > CHL:GOV"),
    # clerics ask their own government
    ("The Polish primate demanded an inquiry.", "REQUEST/ POL:REL > POL:GOV"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_reader_s_row_is_coded(coder: Coder, text: str, expected: str) -> None:
    found = [row(m) for m in coded(coder, text, day=DAY)]
    assert expected in found, found


def test_where_ministers_meet_is_where_they_speak(coder: Coder) -> None:
    (said,) = [m for m in coded(coder, "Arab ministers meeting in Tunis urged Iran to free the sailors.", day=DAY)
               if m.event_type == "REQUEST"]  # fmt: skip
    assert said.place is not None
    assert said.place.name == "Tunis"


def test_bodies_that_are_found_are_counted(coder: Coder) -> None:
    found = coded(
        coder, "The bodies of 31 herders, hacked with machetes, were found in Kaduna on Sunday.", day=DAY
    )
    assert [m.magnitude.killed for m in found] == [31]


def test_a_call_is_made_though_the_strike_lies_ahead(coder: Coder) -> None:
    (called,) = coded(coder, "The president of Peru called a general strike for Friday.", day=DAY)
    assert (called.event_type, called.status) == ("REQUEST", "asserted")


def test_words_are_withdrawn_and_no_troops(coder: Coder) -> None:
    assert not coded(
        coder, "The army in Chad withdrew an earlier claim that the hostages were free.", day=DAY
    )


def test_what_a_weapon_does_is_told_once_and_by_its_owner(coder: Coder) -> None:
    text = "A rocket fired by Palestinian militants killed a Thai worker in Israel."
    assert [row(m) for m in coded(coder, text, day=DAY)] == ["ASSAULT/heavy-weapons PSE:UAF > THA:LAB"]
