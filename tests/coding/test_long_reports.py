"""Whole articles: background and its dates, clauses far from their nouns, who is meant where."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.coding.shown import coded, row

if TYPE_CHECKING:
    from dragoman.coding import Coder

DAY = dt.date(2016, 10, 13)

TOLD = [
    (
        "Police stopped a column of buses in Lusaka. Two of the strikers were arrested.",
        "COERCE/arrest ZMB:COP > ZMB:LAB",
    ),
    ("Soldiers blocked the former president at a gate in Lusaka.", "COERCE/restrict ZMB:MIL > ZMB:ELI"),
    (
        "A navy patrol craft was sunk off Trincomalee by Tamil Tigers.",
        "ASSAULT/heavy-weapons LKA:REB > LKA:MIL",
    ),
    (
        "Serbia backed away from signing a trade deal with the European Union.",
        "REJECT/assist SRB:GOV > EUR:GOV",
    ),
    ("Hungary came under pressure from Poland to open its archives.", "REQUEST/yield POL:GOV > HUN:GOV"),
    (
        "Nepal protested over unprovoked firing by Indian border police.",
        "ACCUSE/disapprove NPL:GOV > IND:COP",
    ),
    ("Russian shelling of a market killed ten people in Kherson.", "ASSAULT/heavy-weapons RUS:GOV > UKR:CVL"),
    ("Malian troops battled rebels near Gao.", "ASSAULT/ MLI:MIL > MLI:REB"),
    (
        "The army denounced NATO airstrikes on a village near Kunduz in which 30 people were killed.",
        "ASSAULT/aerial IGO:MIL.GOV > AFG:CVL",
    ),
    ("French warplanes carried out strikes in Kidal.", "ASSAULT/aerial FRA:MIL > MLI:"),
    ("Witnesses reported heavy gunfire near the German embassy in Kabul.", "ASSAULT/firearms - > DEU:GOV"),
    (
        "Troops fought rebels in Mali. The French president called on the nation to remain calm.",
        "REQUEST/yield FRA:GOV > FRA:GOV",
    ),
    (
        "The European Parliament adopted a resolution that condemned the arrests in Turkey.",
        "ACCUSE/disapprove EUR:LEG > TUR:GOV",
    ),
    (
        "The Polish senate voted for a resolution that calls on Germany to pay reparations.",
        "REQUEST/change POL:LEG > DEU:GOV",
    ),
    (
        "Rebels took two towns in Angola. The UN called on the former Portuguese colony to hold talks with them.",
        "REQUEST/meet UNO:GOV > AGO:GOV",
    ),
]


WHO = [
    (
        "Seoul urged the North's allies, China and Russia, to condemn it.",
        "REQUEST/change KOR:GOV > CHN:GOV RUS:GOV",
    ),
    (
        "Three countries, France, Spain and Italy, condemned the raid.",
        "ACCUSE/disapprove FRA:GOV ESP:GOV ITA:GOV > -",
    ),
    (
        "The Malian president and rebel leaders shook hands in Algiers as they signed a treaty.",
        "SUPPORT/ MLI:GOV MLI:REB > -",
    ),
    (
        "Zuhdi and UN adviser General Ada Maria Bako met President Macron in Paris.",
        "CONSULT/ ?: UNO:GOV FRA:ELI > -",
    ),
    (
        "The South Korean president has said the visit will ensure safety and proposed that Japan host the talks.",
        "REQUEST/meet KOR:GOV > JPN:GOV",
    ),
    (
        "The girls were freed after negotiations between Boko Haram and the Nigerian government.",
        "CONSULT/ NGA:REB NGA:GOV > -",
    ),
    ("The Ghanaian and Togolese leaders exchanged insults.", "ACCUSE/disapprove GHA:GOV TGO:GOV > -"),
    (
        "Ugandan police arrested two senators. They were charged with treason.",
        "ACCUSE/allege UGA:COP > UGA:LEG",
    ),
    (
        'Ada Nkosi was arrested in Kenya. Her husband, Peter Nkosi, said: "We condemn the police for this."',
        "ACCUSE/disapprove KEN:CVL > KEN:COP",
    ),
    (
        "File - In this Dec. 28 photo, a girl is led away. \n\nRAMALLAH, West Bank — An Israeli court on Monday "
        "indicted a Palestinian girl.",
        "ACCUSE/allege ISR:JUD > PSE:CVL",
    ),
    (
        "An Israeli court indicted a Palestinian girl on Monday.\n\nThe court indicted Amal Zuhdi on two counts.",
        "ACCUSE/allege ISR:JUD > PSE:CVL",
    ),
    (
        "Zuhdi is a senior member of the Popular Front for the Liberation of Palestine. Israel jailed Zuhdi in May.",
        "COERCE/arrest ISR:GOV > PSE:REB.PTY",
    ),
]


@pytest.mark.parametrize(("text", "line"), TOLD + WHO)
def test_whose_deed_it_was_and_who_is_meant(coder: Coder, text: str, line: str) -> None:
    assert line in [row(m) for m in coded(coder, text, day=DAY)]


def test_a_sayer_at_the_end_of_a_headline_did_nothing(coder: Coder) -> None:
    found = coded(coder, "It came.", title="Iran Test-Fires Two Missiles Toward Oman, Muscat Says", day=DAY)
    assert [row(m) for m in found] == ["MOBILIZE/weapons IRN:GOV > OMN:GOV"]


def test_entries_of_a_chronology_have_their_own_dates(coder: Coder) -> None:
    text = (
        "1989 - The Liberian army attacks the rebels.\n\nJuly 2000: Liberian police arrest two senators. They are "
        "charged with treason.\n\n2003 - In August, Ghana sends 500 soldiers to Liberia.\n\nLiberia thanked Ghana."
    )
    dates = [(m.date.start, m.date.end) for m in coded(coder, text, day=DAY)]
    year, month, august = dt.date(1989, 1, 1), dt.date(2000, 7, 1), dt.date(2003, 8, 1)
    assert [d[0] for d in dates] == [year, month, month, august, DAY]


NOT_TOLD = [
    ("The militants are threatening Kunduz.", "THREATEN"),
    ("The rebels were threatening the capital, officials in Bangui said.", "THREATEN"),
    ("Transnistria is not recognised by any country, Moscow said.", "REJECT"),
    ("The ANC leader told a rally in Cape Town that the struggle would go on.", "PROTEST"),
    ("A Turkish court jailed a singer for insulting the president.", "ACCUSE"),
    ("The US envoy dismissed Seoul's offer to hold talks with the North.", "AGREE"),
    ("Rwanda's government backed the truce as a step toward ending mass bloodshed.", "ASSAULT"),
    ("The jirgas will be held in Peshawar from Friday.", "COERCE"),
    ("The UN passed a resolution slashing North Korea's imports by half.", "ASSAULT"),
    ("A court in Nablus indicted him on several counts including attacking soldiers.", "ASSAULT"),
    ("The president suggested that they might have had the backing of the United States.", "AGREE"),
    ("It is in both China's and America's interest to avoid conflict, he said.", "AGREE"),
    ("It was in revenge for American air strikes near Kunduz, the Taliban said.", "ASSAULT/aerial AFG"),
]


@pytest.mark.parametrize(("text", "line"), NOT_TOLD)
def test_what_nobody_did(coder: Coder, text: str, line: str) -> None:
    assert not [r for m in coded(coder, text, day=DAY) if (r := row(m)).startswith(line)]


DATED = [
    ("Nigeria said it had won the release of girls who were abducted in April 2014.", "RETREAT", 2016),
    (
        "The settlers live in houses built since Israel occupied the West Bank following the 1967 war.",
        "COERCE",
        1967,
    ),
]


@pytest.mark.parametrize(("text", "type_", "year"), DATED)
def test_background_keeps_its_year(coder: Coder, text: str, type_: str, year: int) -> None:
    dates = [m.date for m in coded(coder, text, day=DAY) if m.event_type == type_]
    assert dates
    assert all(d.end and d.end.year == year for d in dates)


UNREAL = [
    ("Without launching missiles and conducting a nuclear test, North Korea would be forgotten.", "MOBILIZE"),
    ("Regional leaders set Tuesday as a deadline for talks between South Sudan and its rebels.", "CONSULT"),
]


@pytest.mark.parametrize(("text", "type_"), UNREAL)
def test_what_has_not_happened(coder: Coder, text: str, type_: str) -> None:
    found = [m for m in coded(coder, text, day=DAY) if m.event_type == type_]
    assert all(m.status in ("negated", "hypothetical", "future") for m in found)


def test_what_was_to_have_been_was_not(coder: Coder) -> None:
    found = coded(coder, "The Thai premier was to have met the Malaysian king on Monday.", day=DAY)
    assert all(m.status == "hypothetical" for m in found)


def test_a_mark_of_quotation_read_as_a_name_stops_no_report(coder: Coder) -> None:
    text = (
        "The rally was held after police held two men on suspicion of running the ‘Chad Out’ movement – banned with "
        "a presidential decree in May."
    )
    assert "COERCE" in {m.event_type for m in coded(coder, text, day=DAY)}


WHO_TO_WHOM = [
    # an envoy called to the ministry, and whose concern an official voices there
    ("The Danish ambassador was called to the foreign ministry in Tunis.", "ACCUSE TUN > DNK"),
    ("Norway's envoy was called in by the ministry in Algiers, where an official voiced Algeria's concerns.", "ACCUSE DZA > NOR"),
    # enemies are never those whose enemies they are
    ("Sudan's rulers blamed the riots on their enemies, including Chad and Eritrea.", "ACCUSE SDN > ERI TCD"),
    # troops are of the state that has them
    ("Italy has 1,100 soldiers fighting insurgents in Somalia.", "ASSAULT ITA > SOM"),
    # "the country" of rebels, and not of who backs them
    ("Rwandan-backed M23 rebels captured much of the country.", "ASSAULT COD > COD"),
    # ready to use force
    ("Eritrea is prepared to use force, its president said.", "THREATEN ERI > "),
    # of whom the last sentence told, and not his guest
    (
        "Jordan's Foreign Minister Ayman Safadi met his Belgian counterpart Maxime Prevot in Amman. "
        "The foreign minister criticised Israel.",
        "ACCUSE JOR > ISR",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WHO_TO_WHOM)
def test_who_to_whom(coder: Coder, text: str, expected: str) -> None:
    found = set()
    for m in coded(coder, text, day=DAY):
        sides = (" ".join(sorted({e.country or "?" for e in side})) for side in (m.actors, m.recipients))
        found.add(f"{m.event_type} {' > '.join(sides)}")
    assert expected in found


def test_unrest_that_flares_in_a_headline_is_no_complaint(coder: Coder) -> None:
    found = coded(coder, " ", "Jordan protests resume after arrests", day=DAY)
    assert "PROTEST" in {m.event_type for m in found}
    assert "ACCUSE" not in {m.event_type for m in found}


NO_VISITS = [
    "The Malian rebels have received Libyan air support.",
    "Djibouti hosts the Japanese fleet.",
    "Kenya's president called on Friday for election monitoring in Uganda.",
]


@pytest.mark.parametrize("text", NO_VISITS)
def test_what_is_no_visit(coder: Coder, text: str) -> None:
    assert "CONSULT" not in {m.event_type for m in coded(coder, text, day=DAY)}


def test_a_meeting_that_is_promised_has_not_been_held(coder: Coder) -> None:
    text = "Chad and Niger promised France that they would meet every month to discuss the border."
    assert {m.event_type for m in coded(coder, text, day=DAY) if m.status == "asserted"} == {"AGREE"}


UNDER_ANOTHER_LIGHT = [
    # what a list of demands holds has not been done
    ("The demands included Eritrea closing the base and cutting ties with Yemen.", "SANCTION", False),
    # soldiers who run withdraw; nobody is driven out of his home
    ("The Malian army fled from the rebels at Kidal.", "RETREAT", True),
    ("The Malian army fled from the rebels at Kidal.", "SANCTION", False),
    # caught by surprise, and not by the police
    ("The revolt caught the Guinean army off guard.", "COERCE", False),
    # no telephone
    ("Malta's prime minister faces calls to resign.", "CONSULT", False),
    ("Malta's prime minister faces calls to resign.", "REQUEST", True),
    ("Sudanese authorities slapped curbs on social media.", "COERCE", True),
    ("Kenya's president said looters would be dealt with firmly.", "THREATEN", True),
    ("Harare dismissed the remarks of the British minister.", "REJECT", True),
]


@pytest.mark.parametrize(("text", "type_", "told"), UNDER_ANOTHER_LIGHT)
def test_words_that_another_word_turns(coder: Coder, text: str, type_: str, told: bool) -> None:
    sure = [m for m in coded(coder, text, day=DAY) if m.status in ("asserted", "future")]
    assert (type_ in {m.event_type for m in sure}) is told


def test_headlines_in_a_row_are_parted_by_dashes(coder: Coder) -> None:
    title = "Kenya arrests three opposition lawmakers - Chad and Niger sign border accord - Mali expels French envoy over raid"
    assert {m.event_type for m in coded(coder, " ", title, day=DAY)} == {"COERCE", "SUPPORT", "SANCTION"}


OF_BOTH = [
    ("Iraqi-Turkish talks resumed in Ankara.", "CONSULT", {"IRQ", "TUR"}),
    ("Ethiopian-Eritrean border clashes killed nine.", "ASSAULT", {"ETH", "ERI"}),
    ("Chad and Libya decided to reopen the border post.", "AGREE", {"TCD", "LBY"}),
]


@pytest.mark.parametrize(("text", "type_", "lands"), OF_BOTH)
def test_of_both(coder: Coder, text: str, type_: str, lands: set[str]) -> None:
    found = [m for m in coded(coder, text, day=DAY) if m.event_type == type_]
    assert [{e.country for e in m.actors} for m in found] == [lands]


NOT_DONE = [
    # a deal that is gone, what a recommendation asks for, what lies a year ahead, what is asked for first
    ("A similar deal between Chad and Libya collapsed in 2011.", "AGREE"),
    ("Kabila rejected the council's recommendation that he sign the accord with Rwanda.", "SUPPORT"),
    ("Thousands of French soldiers may stay after the withdrawal of UN forces next year.", "RETREAT"),
    ("The rebels demanded an end to the siege of Bouake before French hostages are released.", "RETREAT"),
]


@pytest.mark.parametrize(("text", "type_"), NOT_DONE)
def test_what_is_not_done(coder: Coder, text: str, type_: str) -> None:
    assert all(m.status == "hypothetical" for m in coded(coder, text, day=DAY) if m.event_type == type_)


def test_who_is_warned_is_not_who_was_hit(coder: Coder) -> None:
    text = "Chad warned the Sudanese regime of consequences following the raid on Chad's consulate in Nyala."
    threats = [m for m in coded(coder, text, day=DAY) if m.event_type == "THREATEN"]
    assert [row(m) for m in threats] == ["THREATEN/ TCD:GOV > SDN:GOV"]


def test_a_night_raid_is_no_deed_of_insurgents(coder: Coder) -> None:
    text = "A night raid killed two brothers in Nangarhar. The US said armed insurgents had opened fire."
    (raid,) = [m for m in coded(coder, text, day=DAY) if m.event_type == "ASSAULT" and m.recipients]
    assert "REB" not in {x for a in raid.actors for x in a.sectors}


LATE = [
    ("Angola and Zambia promised to help the Congolese weather the crisis.", "AGREE", True),
    ("The Burundian army dismantled most of the militia's weapons depots.", "RETREAT", False),
    ("Students have blocked access to the port of Douala in Cameroon.", "PROTEST", True),
    ("Residents fled the suburbs of Khartoum.", "SANCTION", True),
]


@pytest.mark.parametrize(("text", "type_", "told"), LATE)
def test_more_words_that_another_word_turns(coder: Coder, text: str, type_: str, told: bool) -> None:
    assert (type_ in {m.event_type for m in coded(coder, text, day=DAY)}) is told


def test_a_town_where_people_were_killed_is_one_attack(coder: Coder) -> None:
    text = "Ethiopian troops struck the town of Baidoa, where 20 Somalis were killed."
    assert [m.event_type for m in coded(coder, text, day=DAY)] == ["ASSAULT"]
