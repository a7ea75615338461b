"""Wordings of short news items: whose a plot is, who stands before a verb, what is no event at all."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder
from tests.coding.shown import coded, row

DAY = dt.date(2025, 6, 5)


def rows(coder: Coder, text: str) -> set[str]:
    """The rows of a text of that day."""
    return {row(m) for m in coded(coder, text, day=DAY)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Italian officers arrested ninety smugglers with arrest warrants from Palermo.",
            "COERCE/arrest ITA:COP > ITA:CRM",
        ),
        (
            "Canada imposed sanctions under its Magnitsky law on the Russian general Ivan Petrov.",
            "SANCTION/discontinue CAN:GOV > RUS:MIL",
        ),
        ("Britain imposed a raft of sanctions on Belarus.", "SANCTION/discontinue GBR:GOV > BLR:GOV"),
        (
            "India imposed tariffs on steel imported from Vietnam.",
            "SANCTION/discontinue IND:GOV > VNM:GOV",
        ),
        ("Denmark foiled an Iranian plot to bomb a church in Aarhus.", "ASSAULT/aerial IRN:GOV > DNK:REL"),
        ("Police in Lahore, Pakistan detained 20 people.", "COERCE/arrest PAK:COP > PAK:CVL"),
        ("Malian soldiers clashed with rebels near Gao.", "ASSAULT/ MLI:MIL > MLI:REB"),
        (
            "Riot police scuffled with demonstrators outside the parliament of Georgia.",
            "PROTEST/riot GEO:CVL > GEO:COP",
        ),
        ("Greenpeace Japan condemned Norway.", "ACCUSE/disapprove JPN:SOC > NOR:GOV"),
        ("Canada cancelled the Nigerian governor's visa.", "SANCTION/discontinue CAN:GOV > NGA:GOV"),
    ],
)
def test_who_did_what(coder: Coder, text: str, told: str) -> None:
    assert told in rows(coder, text)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Germany thwarted an Iranian plot to bomb a school in Bonn.", "ASSAULT/aerial DEU:GOV"),
        ("A firm founded by murdered premier Rafik Hariri opened in Beirut.", "ASSAULT"),
        ("Finland's premier said she would meet her fiscal rules.", "CONSULT"),
        ("The French minister dismissed the generals' charges as a load of nonsense.", "SANCTION"),
        ("Activists seeking to deliver medicine to Gaza met Turkish officials.", "REQUEST"),
    ],
)
def test_what_nobody_did(coder: Coder, text: str, never: str) -> None:
    assert not any(r.startswith(never) for r in rows(coder, text))


def test_a_region_keeps_its_direction(coder: Coder) -> None:
    """North Darfur is a state of Sudan, northern Mali is a part of Mali."""
    found = coded(
        coder, "Gunmen killed two drivers in North Darfur. Gunmen killed a nun in northern Mali.", day=DAY
    )
    assert [m.place.name for m in found if m.place] == ["North Darfur", "Mali"]


def test_what_is_fought_for_is_where(coder: Coder) -> None:
    """The place of a battle is the town that it is for."""
    found = coded(coder, "The battle for Aleppo killed 30 Syrian soldiers.", day=DAY)
    assert [m.place.name for m in found if m.place] == ["Aleppo"]


def test_a_report_on_sport_holds_what_courts_do(coder: Coder) -> None:
    """Teams that bear the names of states beat nobody; a tribunal that bans a coach does."""
    text = (
        "England beat France in the final of the Six Nations championship at a full stadium. "
        "The captain scored twice before half-time and the fans cheered every goal. "
        "The season ends with a match against Wales, the coach of the squad said. "
        "A tribunal in Athens jailed a striker for fraud."
    )
    assert {r.partition(" ")[2].partition(" >")[0] for r in rows(coder, text)} == {"GRC:JUD"}


def test_a_lower_case_word_names_no_country(coder: Coder) -> None:
    """The car of "a car attack" is no Central African Republic."""
    (m,) = coded(coder, "China executed the perpetrators of the Zhuhai car attack.", day=DAY)
    assert [e.country for e in m.recipients] == ["CHN"]


def test_one_state_is_told_once(coder: Coder) -> None:
    """Its missile and drone strikes make no two actors of a state."""
    (m,) = coded(coder, "Russian missile and drone strikes killed 24 people in Lviv, Ukraine.", day=DAY)
    assert [e.country for e in m.actors] == ["RUS"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "U.S. President Donald Trump's 25% tariffs on Mexican imports took effect.",
            "SANCTION/discontinue USA:GOV > MEX:GOV",
        ),
        (
            "Nine people were killed and 20 more injured by a Russian missile in Kyiv.",
            "ASSAULT/heavy-weapons RUS:GOV > UKR:CVL",
        ),
        ("Three Malian soldiers were killed in a rebel ambush near Gao.", "ASSAULT/ MLI:REB > MLI:MIL"),
        (
            "Two nurses in Sydney, New South Wales, Australia were suspended by the state government.",
            "SANCTION/expel AUS:GOV > AUS:MED.HLH",
        ),
    ],
)
def test_whose_deed_it_was(coder: Coder, text: str, told: str) -> None:
    assert told in rows(coder, text)


def test_an_order_that_targets_somebody_is_no_attack(coder: Coder) -> None:
    assert rows(coder, "President Trump signed an order targeting transgender soldiers.") == set()


def test_his_age_belongs_to_his_name(coder: Coder) -> None:
    (m,) = coded(coder, "A 14-year-old student was arrested in Manchester, England.", day=DAY)
    assert [e.name for e in m.recipients] == ["14-year-old student"]


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("The opposition and Norway have called the vote a sham election.", "AGREE"),
        ("A judge ruled that the Peruvian president can revoke the programme.", "SANCTION"),
    ],
)
def test_words_that_tell_another_thing(coder: Coder, text: str, never: str) -> None:
    assert not any(r.startswith(never) for r in rows(coder, text))


def test_what_a_deal_requires_has_not_happened(coder: Coder) -> None:
    text = "The Lebanese speaker said the deal does not require an Israeli withdrawal from Lebanon."
    assert all(m.status != "asserted" for m in coded(coder, text, day=DAY) if m.event_type == "RETREAT")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Six people were killed in Russian drone strikes on Kharkiv, Ukraine.",
            {"ASSAULT/drone RUS:GOV > UKR:CVL"},
            id="whose drones",
        ),
        pytest.param(
            "Nine people were wounded in Houthi-launched drone attacks on Eilat, Israel.",
            {"ASSAULT/drone YEM:REB > ISR:CVL"},
            id="whose, before a hyphen",
        ),
        pytest.param(
            "Ten people are reported killed in an Israeli airstrike on Tyre, Lebanon.",
            {"ASSAULT/aerial ISR:GOV > LBN:CVL"},
            id="reported killed",
        ),
        pytest.param(
            "Eight people were hurt in an airstrike carried out by Israel in Tyre, Lebanon.",
            {"ASSAULT/aerial ISR:GOV > LBN:CVL"},
            id="where it was carried out",
        ),
        pytest.param(
            "Two traders were shot dead by gunmen in an attack in Jos, Plateau State, Nigeria.",
            {"ASSAULT/firearms NGA:UAF > NGA:BUS"},
            id="one attack",
        ),
        pytest.param(
            "Clashes erupted in Aden, Yemen, between separatists and government troops.",
            {"ASSAULT/ YEM:REB YEM:MIL > -"},
            id="between, behind the place",
        ),
        pytest.param(
            "A tram derailed after hitting a digger in Tabas, Iran injuring 30 people.", set(), id="accident"
        ),
        pytest.param(
            "An air ambulance crashed in Ohio, United States, killing all six people on board.",
            set(),
            id="accident of a service",
        ),
        pytest.param(
            "A Moroccan court sentences human rights activist Salma Idrissi to two years in prison.",
            {"COERCE/arrest MAR:JUD > MAR:CVL", "SANCTION/convict MAR:JUD > MAR:CVL"},
            id="a verb within a name",
        ),
        pytest.param(
            "Nepal summons the chargé d'affaires at the Chinese embassy over the border.",
            {"ACCUSE/disapprove NPL:GOV > CHN:GOV"},
            id="summoned at an embassy",
        ),
        pytest.param(
            "Spain expelled Nicaragua's ambassador and his deputy.",
            {"SANCTION/expel ESP:GOV > NIC:GOV NIC:GOV"},
            id="an ambassador's deputy",
        ),
        pytest.param(
            "French-Algerian writer Karim Haddad was arrested in Turkey.",
            {"COERCE/arrest TUR:COP > FRA:CVL"},
            id="of two countries",
        ),
        pytest.param(
            "Thousands protested in Sofia and other Bulgarian cities against the government.",
            {"PROTEST/demo BGR:CVL > BGR:GOV"},
            id="against, behind the cities",
        ),
        pytest.param(
            "Poland scrambled jets as Russian missiles struck Lviv in Ukraine.",
            {"MOBILIZE/weapons POL:GOV > -", "ASSAULT/heavy-weapons RUS:GOV > UKR:"},
            id="scrambled against nobody named",
        ),
        pytest.param(
            "China cut Chinese tariffs on Canadian seeds and Chinese tariffs on Canadian peas.",
            None,
            id="what is lifted, twice",
        ),
        pytest.param(
            "A Swiss court dismissed the case against the Uzbek banker.", None, id="a case thrown out"
        ),
        pytest.param(
            "Cuba freed 51 prisoners, saying that the detainees had served most of their sentences.",
            None,
            id="time served",
        ),
    ],
)
def test_briefs_in_the_present_tense(coder: Coder, text: str, expected: set[str] | None) -> None:
    told = rows(coder, text)
    if expected is None:
        assert not any(r.startswith(("SANCTION", "ACCUSE")) for r in told)
    else:
        assert told == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Hard-working families will pay dearly, the British minister said.", id="who bear it"),
        pytest.param("The British plans would appeal to women too.", id="what pleases"),
        pytest.param("The Tories said the Lib Dems would make people pay more tax.", id="what it costs"),
        pytest.param("British ministers asked hard questions about the bill.", id="questions"),
        pytest.param("Police in Scotland are searching for an escaped prisoner.", id="a fugitive"),
        pytest.param(
            "The Liberal Democrats launched their campaign for the local elections.", id="a campaign"
        ),
        pytest.param('"Tell that to the nurses of Britain," Michael Howard said.', id="tell that"),
    ],
)
def test_domestic_talk_that_is_no_event(coder: Coder, text: str) -> None:
    assert rows(coder, text) == set()


def test_people_left_without_heat_are_not_dead(coder: Coder) -> None:
    text = "Russia shelled Mykolaiv in Ukraine, leaving 46,000 people without heat."
    assert [m.magnitude.killed for m in coded(coder, text, day=DAY)] == [None]


def test_who_is_hit_at_sea_is_of_no_country_guessed(coder: Coder) -> None:
    (m,) = coded(coder, "Three people were killed in a U.S. strike on a boat in the Pacific Ocean.", day=DAY)
    assert [e.country for e in m.recipients] == [None]


def test_a_surname_means_who_is_at_home(coder: Coder) -> None:
    text = (
        "Britain is voting. Mr Howard said Britain should hold an inquiry. Britain and the British wait. " * 3
    )
    told = coded(coder, text, day=dt.date(2005, 1, 20))
    assert {a.name for m in told for a in m.actors} == {"Michael Howard"}


def test_a_general_is_who_bore_the_rank_before(coder: Coder) -> None:
    text = "General Pervez Musharraf flew to London. Gen Musharraf met the Irish premier on Monday."
    (met,) = [m for m in coded(coder, text, day=dt.date(2005, 1, 20)) if m.event_mode != "visit"]
    assert "PAK" in {a.country for a in met.actors}


def test_a_small_town_begins_a_name(coder: Coder) -> None:
    (m,) = coded(coder, "The Balen Shah cabinet in Nepal arrested ten officials.", day=DAY)
    assert [a.country for a in m.actors] == ["NPL"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Rebels captured Kamanyola in South Kivu, Democratic Republic of the Congo.",
            {"ASSAULT/ COD:REB > COD:"},
            id="a village that no list holds",
        ),
        pytest.param(
            "Israel will reopen the crossing with Egypt for Palestinians to leave the Gaza Strip.",
            {"AGREE/ ISR:GOV > EGY:GOV"},
            id="people who go",
        ),
        pytest.param(
            "Israeli strikes killed 30 people, bringing the death toll in Gaza to 58,000.",
            {"ASSAULT/ ISR:GOV > PSE:CVL"},
            id="where the toll is",
        ),
        pytest.param(
            "A Russian military court jailed 19 people.",
            {"COERCE/arrest RUS:JUD.MIL > RUS:CVL"},
            id="no army",
        ),
    ],
)
def test_where_and_who_in_briefs(coder: Coder, text: str, expected: set[str]) -> None:
    assert rows(coder, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "An Indian national in his 30s is arrested in Derby, England.",
        "A Russian court jails 19 people for the attack on a hall in Moscow in 2016.",
    ],
)
def test_what_is_told_in_the_present_is_of_now(coder: Coder, text: str) -> None:
    told = coded(coder, text, day=DAY)
    assert {m.status for m in told if m.event_type in ("COERCE", "SANCTION")} == {"asserted"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Peruvian minister Carlos Ruiz and envoy Hugo de Zela resign over the purchase of fighter jets.",
            {"RETREAT/resign PER:GOV PER:GOV > -"},
            id="two persons, one bare verb",
        ),
        pytest.param(
            "A court in Belfast found a British soldier not guilty of murder.",
            {"CONCEDE/ GBR:JUD > GBR:MIL"},
            id="not guilty",
        ),
        pytest.param(
            "Rebels seized the town of Cadale in Somalia.", {"COERCE/seize SOM:REB > SOM:CVL"}, id="a town"
        ),
        pytest.param(
            "Two dozen Palestinians were killed from Israeli attacks across the Gaza Strip.",
            {"ASSAULT/ ISR:GOV > PSE:CVL"},
            id="killed from attacks",
        ),
        pytest.param("An American airline ceased operations.", set(), id="out of business"),
    ],
)
def test_more_briefs(coder: Coder, text: str, expected: set[str]) -> None:
    assert rows(coder, text) == expected


def test_potential_talks_have_not_been_held(coder: Coder) -> None:
    text = "Schools closed amid a potential second round of talks between Iran and the United States."
    assert {m.status for m in coded(coder, text, day=DAY)} == {"hypothetical"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The two ministers, Tony Blair and Gordon Brown, fight it out.", id="with words"),
        pytest.param(
            "The former mayor of Leeds clashed with British campaigner Neil Herron.", id="two persons"
        ),
        pytest.param("Residents of Leeds said an assembly would give people more of a say.", id="a say"),
    ],
)
def test_quarrels_in_words(coder: Coder, text: str) -> None:
    assert rows(coder, text) == set()


def test_the_north_is_no_korea_where_none_is_named(coder: Coder) -> None:
    text = "Graham Robb, spokesman for North East Says No, hit back at the mayor of London."
    (m,) = coded(coder, text, day=DAY)
    assert [a.country for a in m.actors] == ["GBR"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The army of the United States left the base in Syria, handing it over to the Syrian army.",
            "RETREAT/resign",
            id="a base is no office",
        ),
        pytest.param("Settlers in Israel killed three sheep, injuring four others.", "ASSAULT", id="animals"),
        pytest.param("A blockade of Bamako by rebels in Mali goes on.", "PROTEST", id="a blockade of rebels"),
    ],
)
def test_what_a_word_tells_elsewhere(coder: Coder, text: str, expected: str) -> None:
    assert not any(r.startswith(expected) for r in rows(coder, text))


def test_who_became_the_first_to_be_charged_was_charged(coder: Coder) -> None:
    text = "Netanyahu became the first Israeli premier to be charged with corruption."
    assert rows(coder, text) == {"ACCUSE/allege ISR:JUD > ISR:GOV"}


def test_killed_after_he_was_shot_is_one_row(coder: Coder) -> None:
    text = "A doctor in Sargodha, Pakistan, was killed after a gunman shot him in the back."
    assert rows(coder, text) == {"ASSAULT/firearms PAK:UAF > PAK:MED.HLH"}


@pytest.mark.parametrize(
    "text",
    [
        "France put the island of Mayotte on red alert as a cyclone came near.",
        "Ed Balls suggested that Gordon Brown would meet his golden economic rule in Britain.",
    ],
)
def test_alerts_of_weather_and_rules_met(coder: Coder, text: str) -> None:
    assert rows(coder, text) == set()


def test_who_is_deported_is_of_another_country(coder: Coder) -> None:
    (m,) = coded(coder, "Britain deported two drug dealers on Monday.", day=DAY)
    assert [e.country for e in m.recipients] == [None]
