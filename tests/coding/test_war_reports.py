"""War as agencies and armies report it: whose losses, whose weapons, whose word, and one row for one deed."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from dragoman.reading.datelines import dateline
from dragoman.records import EventMention
from tests.coding.shown import coded, row, side

if TYPE_CHECKING:
    from dragoman.coding import Coder

DAY = dt.date(2016, 8, 3)


def rows(coder: Coder, text: str, title: str | None = None) -> list[str]:
    return [row(m) for m in coded(coder, text, title, day=DAY)]


def attacks(coder: Coder, text: str, title: str | None = None) -> list[EventMention]:
    return [m for m in coded(coder, text, title, day=DAY) if m.event_type == "ASSAULT"]


ONE_DEED = [
    ("Six Malian soldiers died when gunmen stormed a post near Gao.", 6),
    ("Six Malian soldiers were killed early on Sunday after gunmen stormed a post near Gao.", 6),
    ("Eleven traders were killed as a result of a Saudi air strike on Saada in Yemen.", 11),
    ("Four miners were killed due to Ukrainian shelling of Horlivka.", 4),
    ("Four miners were killed following a Russian drone attack on Sumy.", 4),
]


@pytest.mark.parametrize(("text", "killed"), ONE_DEED)
def test_a_toll_and_the_attack_behind_it_are_one_row(coder: Coder, text: str, killed: int) -> None:
    (m,) = attacks(coder, text)
    assert m.actors
    assert m.magnitude.killed == killed


def test_those_who_attacked_did_not_kill_their_own(coder: Coder) -> None:
    first, second = attacks(coder, "Two militants were killed after gunmen attacked a camp in Kashmir.")
    assert not first.actors
    assert second.actors


def test_days_after_are_no_dead(coder: Coder) -> None:
    found = attacks(coder, "A nurse was killed two days after Israeli jets bombed a clinic in Gaza.")
    assert 2 not in {m.magnitude.killed for m in found}


TOLD_AT_THE_END = [
    ("Militants kill 12 in Niger: army", "army"),
    ("Taliban raid kills five policemen in Kunduz: officials", "officials"),
    ("CODECO attack kills seven in eastern Congo: UN", "United Nations"),
]


@pytest.mark.parametrize(("title", "source"), TOLD_AT_THE_END)
def test_who_tells_a_headline_behind_its_colon(coder: Coder, title: str, source: str) -> None:
    m = coded(coder, "It came at dawn.", title, day=DAY)[0]
    assert [a.name for a in m.attribution] == [source]
    assert source not in {e.name for e in (*m.actors, *m.recipients)}


WHOSE = [
    ("The general's detention at a camp by a group of soldiers shook Burkina Faso.", "COERCE/arrest BFA:MIL > BFA:MIL"),
    ("Ukrainian police are believed to have shot a gunman in Odesa.", "ASSAULT/firearms UKR:COP > UKR:UAF"),
    ("Air defenses in Kyiv shot down a Russian drone.", "ASSAULT/heavy-weapons UKR:MIL > RUS:MIL"),
    ("Pirates seized a Greek tanker hundreds of miles off Somalia.", "ASSAULT/abduct SOM:CRM > GRC:BUS"),
    ("The leftist Revolutionary Armed Forces of Colombia rebels shot two soldiers.", "ASSAULT/firearms COL:REB > COL:MIL"),
    ("India carried out strikes in Pakistan-controlled Kashmir.", "ASSAULT/ IND:GOV > PAK:GOV.PRE"),
    ("Soldiers in Madagascar have taken control after weeks of unrest.", "COERCE/seize MDG:MIL > -"),
    ("Mali and the rebels, building on months of talks, agreed on a ceasefire.", "AGREE/ MLI:GOV MLI:REB > -"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), WHOSE)
def test_whose_deed_it_was(coder: Coder, text: str, wanted: str) -> None:
    assert wanted in rows(coder, text)


def test_who_took_somebody_holds_him(coder: Coder) -> None:
    found = rows(
        coder,
        "President Mohamed Bazoum of Niger was detained by the presidential guard. The arrest of Bazoum alarmed France.",
    )
    assert found.count("COERCE/arrest NER:MIL > NER:GOV") == 2


def test_victims_are_no_actors(coder: Coder) -> None:
    found = attacks(
        coder,
        "Gunmen attacked a camp in Mali. Officials said the victims of the attack included an army officer.",
    )
    assert not any("victim" in a.name for m in found for a in m.actors)


def test_a_president_ousted_in_a_headline_ousts_nobody(coder: Coder) -> None:
    found = rows(coder, "It happened at night.", "Gabon army seizes power as premier ousted")
    assert found == ["COERCE/seize GAB:MIL > GAB:GOV"]


def test_the_dash_of_older_agency_copy() -> None:
    found = dateline("ZAGREB, Yugoslavia (AP) _ Fighting went on.")
    assert found is not None
    assert found.place == "Zagreb"


def test_each_side_of_a_clash_hurt_the_other(coder: Coder) -> None:
    found = rows(
        coder,
        "Five rebels were killed while two soldiers were wounded in a clash in Sulu, Philippine officials said.",
    )
    assert "ASSAULT/ PHL:MIL > PHL:REB" in found
    assert "ASSAULT/ PHL:REB > PHL:MIL" in found


def test_who_wards_off_an_attack_did_not_attack(coder: Coder) -> None:
    found = attacks(
        coder,
        "Saudi forces intercepted five drones launched by the Houthis. "
        "The missile on Wednesday left 26 civilians wounded at Abha airport.",
    )
    assert all("SAU" not in {a.country for a in m.actors} for m in found[1:])
    assert found[-1].magnitude.injured == 26


HARMLESS = [
    "Months of pressure led to an end to the fighting between Chad and the rebels.",
    "The attackers did not come in contact with Chadian soldiers.",
    "The minister suspended plans for cutting down troops in Chad.",
]


@pytest.mark.parametrize("text", HARMLESS)
def test_nothing_was_attacked(coder: Coder, text: str) -> None:
    assert not {m.event_type for m in coded(coder, text, day=DAY)} & {"ASSAULT", "CONSULT", "CONCEDE"}


PARTIES = [
    ("South African troops raided a Namibian rebel base and shot 39 guerrillas.", "ASSAULT/firearms ZAF:MIL > NAM:REB"),
    ("Libya backed the Chadian rebels in their war against Sudan.", "ASSAULT/ TCD:REB > SDN:GOV"),
    ("Two were shot dead, leading the interior ministry in Kyiv to warn Belarus.", "THREATEN/ UKR:GOV.COP > BLR:GOV"),
    ('"Khartoum started this war," the president of South Sudan said.', "ACCUSE/allege SSD:GOV > SDN:GOV"),
    ("Responsibility for the raid lies with Eritrea, the Ethiopian government said.", "ACCUSE/allege ETH:GOV > ERI:GOV"),
    ("Rebels continued to inflict casualties on Russian forces in Chechnya.", "ASSAULT/ RUS:REB > RUS:MIL"),
    ("Egyptian intelligence has contacted the leadership of Hamas.", "CONSULT/ EGY:SPY > PSE:REB.PTY"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), PARTIES)
def test_on_which_side_they_stand(coder: Coder, text: str, wanted: str) -> None:
    assert wanted in rows(coder, text)


def test_an_armenian_soldier_is_of_armenia(coder: Coder) -> None:
    found = rows(
        coder,
        "An Armenian serviceman was killed by Azerbaijani fire. The defence ministry condemned Azerbaijan's provocation.",
    )
    assert found == ["ASSAULT/firearms AZE:GOV > ARM:MIL", "ACCUSE/disapprove ARM:GOV.MIL > AZE:GOV"]


def test_the_avenged_are_not_those_killed(coder: Coder) -> None:
    (m,) = attacks(
        coder, "Hamas said it killed an informer in Gaza in revenge for the deaths of three commanders."
    )
    assert m.magnitude.killed == 1


SHELLED = [
    ("Mortar shelling by Indian troops on villages in Pakistan killed two residents.", "ASSAULT/heavy-weapons IND:MIL > PAK:CVL"),
    ("The Turkish army hit Kurdish rebels near Duhok.", "ASSAULT/ TUR:MIL > TUR:REB"),
    ("Chadian soldiers assaulted a Libyan army base.", "ASSAULT/ TCD:MIL > LBY:MIL"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), SHELLED)
def test_with_what_arms(coder: Coder, text: str, wanted: str) -> None:
    assert wanted in rows(coder, text)


HEADED = [
    ("Two killed in Israeli shelling", "heavy-weapons", "ISR"),
    ("Woman killed, 7 injured in Indian firing", "firearms", "IND"),
]


@pytest.mark.parametrize(("title", "mode", "actor"), HEADED)
def test_in_whose_fire_a_headline_says_they_fell(coder: Coder, title: str, mode: str, actor: str) -> None:
    (m,) = attacks(coder, "It happened on Monday.", title)
    assert (m.event_mode, [a.country for a in m.actors]) == (mode, [actor])


def test_a_jet_is_no_fighter(coder: Coder) -> None:
    (m,) = attacks(coder, "Two fighter jets bombed a village in Myanmar.")
    assert not any(a.name == "fighter" for a in m.actors)


def test_who_died_beyond_a_border(coder: Coder) -> None:
    (m,) = attacks(coder, "India shelled villages across the border with Pakistan, killing one woman.")
    assert {r.country for r in m.recipients} == {"PAK"}


def test_an_old_war_is_no_event(coder: Coder) -> None:
    found = rows(
        coder,
        "Turkish troops have been sent to Duhok, an escalation in the decades-long war between Turkey and the PKK.",
    )
    assert not [x for x in found if x.startswith("ASSAULT")]


def test_fighting_and_who_fought_are_one_row(coder: Coder) -> None:
    found = rows(coder, "Fighting was reported in Loikaw when rebels attacked an army post in Myanmar.")
    assert [x for x in found if x.startswith("ASSAULT")] == ["ASSAULT/ MMR:REB > MMR:MIL"]


def test_whoever_fights_each_other_fights_no_third(coder: Coder) -> None:
    found = attacks(
        coder,
        "Troops of Nicaragua and Honduras clashed on Saturday. Nicaraguan troops have battled rebels near Managua since May.",
    )
    assert not any("HND" in {r.country for r in m.recipients} for m in found[1:])


TOLD_TWICE = [
    "Six people were killed and at least 20 injured after explosives detonated outside a bank in Cali, Colombia.",
    "Fourteen policemen were killed when their truck was blown up by a rebel mine in Colombia.",
    "Somali pirates hijacked a Greek tanker, seizing the ship and its crew.",
]


@pytest.mark.parametrize("text", TOLD_TWICE)
def test_one_deed_told_twice_is_one_row(coder: Coder, text: str) -> None:
    (m,) = attacks(coder, text)
    assert m.event_mode in ("explosives", "abduct")


def test_an_hour_is_no_place(coder: Coder) -> None:
    (m,) = attacks(coder, "A convoy came under fire at 7.20pm near Sarajevo in Bosnia.")
    assert m.place is not None
    assert m.place.name == "Sarajevo"


def test_the_toll_is_that_of_the_second_deed(coder: Coder) -> None:
    first, second = attacks(
        coder,
        "The Karen National Union captured a post in Myanmar, and the army conducted an airstrike on a village, killing two people.",
    )
    assert (first.magnitude.killed, second.magnitude.killed) == (None, 2)


BEHIND_A_LINK = [
    ("Tensions rose after the military seized power in Myanmar.", "COERCE/seize MMR:MIL > MMR:GOV"),
    ("The army established control over the town of Palmyra in Syria.", "COERCE/seize SYR:MIL > SYR:CVL"),
]


@pytest.mark.parametrize(("text", "wanted"), BEHIND_A_LINK)
def test_who_took_power_or_ground(coder: Coder, text: str, wanted: str) -> None:
    assert wanted in rows(coder, text)


def test_what_bodes_ill_threatens_nobody(coder: Coder) -> None:
    assert not rows(coder, "It went on at night.", "Failed Bosnian ceasefire threatens peace")


def test_a_civil_war_is_not_waged_on_its_victims(coder: Coder) -> None:
    found = rows(coder, "The rebels were known in Sierra Leone's civil war for their attacks on civilians.")
    assert "ASSAULT/ SLE:GOV > SLE:CVL" not in found


def _rows(coder: Coder, text: str, day: dt.date) -> list[str]:
    return [row(m) for m in coded(coder, text, day=day) if m.event_type != "ACCUSE"]


def test_an_army_that_tells_of_its_foes_dead_in_a_raid_led_it(coder: Coder) -> None:
    """The home air force is not taken for the coalition's."""
    text = "The Saudi-led coalition said 40 Houthi rebels were killed in air strikes on Thursday."
    assert _rows(coder, text, dt.date(2021, 11, 2)) == ["ASSAULT/aerial SAU:MIL > YEM:REB"]


def test_verbs_joined_at_once_share_their_parties(coder: Coder) -> None:
    """ "shot dead and captured two rebels", "was looted and burned by youths"."""
    rows = _rows(coder, "Colombian soldiers shot dead and captured two rebels in Cauca.", dt.date(2010, 3, 1))
    assert "ASSAULT/firearms COL:MIL > COL:REB" in rows
    rows = _rows(coder, "A church in Nigeria was attacked and burned by youths.", dt.date(2010, 3, 1))
    assert rows
    assert all("NGA:CVL >" in r for r in rows)


def test_a_state_is_not_threatened_by_its_own_premier(coder: Coder) -> None:
    """ "warned that Israel would widen the offensive": not a threat to Israel."""
    text = "Israeli Prime Minister Ehud Olmert warned that Israel would widen its offensive in Gaza."
    threats = [r for r in _rows(coder, text, dt.date(2009, 1, 5)) if r.startswith("THREATEN")]
    assert threats
    assert not any("> ISR" in r for r in threats)


def test_one_of_a_wave_of_attacks_is_told_once(coder: Coder) -> None:
    """ "the latest in a string of attacks on the force" is the ambush told before."""
    text = "Gunmen ambushed Ghanaian peacekeepers in Liberia, the latest in a string of attacks on the force."
    assert [r.split("/")[0] for r in _rows(coder, text, dt.date(1996, 5, 1))] == ["ASSAULT"]


def test_plans_to_withdraw_that_are_dropped_are_no_concession(coder: Coder) -> None:
    """What is given up there is the yielding itself."""
    rows = _rows(coder, "Russia dropped plans for a withdrawal of its troops.", dt.date(2002, 11, 4))
    assert [r.split()[0] for r in rows] == ["REJECT/yield"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mozambique faces weekly attacks from Islamist insurgents.", "ASSAULT/ MOZ:REB > MOZ:GOV"),
        ("Villages in Mali have suffered attacks by Tuareg rebels.", "ASSAULT/ MLI:REB > MLI:CVL"),
        (
            "A raid on a Nigerien army post by Boko Haram killed nine Nigerien soldiers.",
            "ASSAULT/ NGA:REB > NER:MIL",
        ),
        ("Thai soldiers fired back at the Cambodian troops.", "ASSAULT/firearms THA:MIL > KHM:MIL"),
        ("The rebels seized two trucks from the Peruvian army.", "COERCE/seize PER:REB > PER:MIL"),
        (
            "Kyiv accused the Russian army and allied militias of killing two farmers.",
            "ACCUSE/allege UKR:GOV > RUS:MIL RUS:UAF",
        ),
        ("Police in Peru arrested two men for stabbing a priest.", "COERCE/arrest PER:COP > PER:CVL"),
        (
            "The Ethiopian army began an operation against the rebels to retake Dessie.",
            "ASSAULT/ ETH:MIL > ETH:REB",
        ),
    ],
)
def test_attacks_told_by_nouns(coder: Coder, text: str, expected: str) -> None:
    """One row each, with whom the noun names, and none of what a deed is for or somebody is held for."""
    assert rows(coder, text) == [expected]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("31 Tamil Tigers killed in air strikes", "ASSAULT/aerial LKA:REB"),
        ("Three soldiers dead after ambush in Mali", "ASSAULT/ MLI:MIL"),
        ("Seven dead in Peru convoy attack", "ASSAULT/ PER:CVL"),
        ("UN peacekeepers killed in Mali ambush", "ASSAULT/ UNO:"),
    ],
)
def test_dead_of_headlines(coder: Coder, title: str, expected: str) -> None:
    """Those counted are the dead, and a country before the noun is where it was."""
    kind, hit = expected.split(" ")
    (m,) = attacks(coder, "No more was known.", title)
    assert row(m).startswith(kind)
    assert side(m.recipients).startswith(hit)


def test_what_nobody_claims_is_not_the_rebels(coder: Coder) -> None:
    """Where no group owns up, who attacked elsewhere in the report is not who planted the bomb."""
    text = (
        "A bomb killed five traders in a market in Jolo on Monday. No group has claimed responsibility.\n\n"
        "The town was calm on Tuesday, the mayor said. Shops stayed shut.\n\n"
        "Abu Sayyaf rebels ambushed a Philippine army patrol on Basilan on Sunday."
    )
    blasts = [m for m in attacks(coder, text) if m.event_mode == "explosives"]
    assert blasts
    assert not any(m.actors for m in blasts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels took away the dead Thai soldiers' rifles.", "COERCE/seize THA:REB > THA:MIL"),
        ("Ethiopian troops captured six Eritrean tanks.", "COERCE/seize ETH:MIL > ERI:MIL"),
        ("Gunmen seized nine pupils from a school in Nigeria.", "ASSAULT/abduct NGA:UAF > NGA:EDU"),
        ("Philippine troops rescued two Abu Sayyaf hostages.", "AID/ PHL:MIL > PHL:CVL"),
        ("Chad's army freed nine hostages near Bol in western Chad.", "AID/ TCD:MIL > TCD:CVL"),
        (
            "Nepalese officials suspect that Maoist rebels were behind the attack.",
            "ACCUSE/allege NPL:GOV > NPL:REB",
        ),
        (
            "Washington declared the Haqqani network a terrorist group.",
            "COERCE/restrict USA:GOV > AFG:REB",
        ),
        ("Israeli tanks advanced into the Gaza Strip.", "MOBILIZE/weapons ISR:MIL > PSE:GOV"),
    ],
)
def test_things_taken_and_people_held(coder: Coder, text: str, expected: str) -> None:
    """Who is taken, what is only seized, and who holds whom."""
    assert rows(coder, text) == [expected]


def test_in_another_attack_hits_no_attack(coder: Coder) -> None:
    """What a deed was part of is nobody who was hit."""
    text = "In another attack, insurgents set off a bomb near Yala in Thailand."
    assert not any(r.name.endswith("attack") for m in attacks(coder, text) for r in m.recipients)


def test_militias_allied_to_another(coder: Coder) -> None:
    """Militias who are told by whom they side with are not those told of before."""
    text = (
        "The Libyan National Army shelled Tripoli. "
        "The militias allied to the government also shelled Haftar's forces."
    )
    (m,) = attacks(coder, text)[1:]
    assert "REB" not in m.actors[0].sectors


def test_rebels_do_not_condemn_their_own_attack(coder: Coder) -> None:
    text = "Rebels ambushed a convoy in Sudan. The rebels' spokesman condemned the attack."
    accused = [m for m in coded(coder, text, day=DAY) if m.event_type == "ACCUSE"]
    assert not any(m.recipients for m in accused)


def test_calls_unanswered_are_no_talks(coder: Coder) -> None:
    assert rows(coder, "Calls to the Burmese army spokesman by Radio Free Asia went unanswered.") == []
