"""Who flees, resigns, is ousted or held is the holder of the office until then, not the one sworn in since."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder
from dragoman.records import Document

FALLS = [
    ("2011-01-15", "Tunisian president flees as unrest grows", "Zine El Abidine Ben Ali"),
    ("2003-11-24", "Georgian president bows out", "Eduard Shevardnadze"),
    ("2020-08-19", "Mutinous soldiers arrest Mali's president", "Ibrahim Boubacar Keïta"),
    ("2010-02-10", "Kyrgyz president arrests rival", "Kurmanbek Bakiyev"),
]


@pytest.mark.parametrize(("day", "title", "name"), FALLS)
def test_the_fallen_holder(coder: Coder, day: str, title: str, name: str) -> None:
    rows = coder.code(Document("d", "", title=title, published=dt.date.fromisoformat(day))).event_mentions
    assert name in {e.name for m in rows for e in (*m.actors, *m.recipients)}


@pytest.mark.parametrize(
    ("title", "kind", "actor", "recipient"),
    [
        ("Pakistan army topples Sharif", "COERCE", "PAK", "PAK"),
        ("Russia seizes Ukrainian navy vessels", "COERCE", "RUS", "UKR"),
        ("Bangladesh takes in fleeing Rohingya", "AID", "BGD", "MMR"),
        ("Ukraine MPs vote to oust Yanukovych", "SANCTION", "UKR", "UKR"),
        ("EU agrees plan to send troops to Mali", "AGREE", "EUR", "MLI"),
    ],
)
def test_headlines_of_falls_and_flights(
    coder: Coder, title: str, kind: str, actor: str, recipient: str
) -> None:
    day = dt.date(1999, 10, 13) if "Sharif" in title else dt.date(2014, 2, 23)
    rows = coder.code(Document("d", "", title=title, published=day)).event_mentions
    told = [
        ([e.country for e in m.actors], [e.country for e in m.recipients])
        for m in rows
        if m.event_type == kind
    ]
    assert ([actor], [recipient]) in told


def test_the_land_that_people_flee_drives_nobody_out(coder: Coder) -> None:
    rows = coder.code(Document("d", "", title="Armenians flee Karabakh")).event_mentions
    assert [m.actors for m in rows] == [()]


def test_after_a_coup_the_soldiers_hold_the_ministers(coder: Coder) -> None:
    text = "Mutinous soldiers toppled Mali's President Amadou Toumani Toure on Thursday. Two ministers were arrested."
    rows = coder.code(Document("d", text, published=dt.date(2012, 3, 23))).event_mentions
    assert [e.name for m in rows if m.event_mode == "arrest" for e in m.actors] == ["Mutinous soldiers"]


def test_deeds_in_which(coder: Coder) -> None:
    text = (
        "The Algerian army sent tanks into the capital on Thursday after a third day of rioting over price rises "
        "in which youths burned government offices, looted shops and stoned buses."
    )
    rows = coder.code(Document("d", text, published=dt.date(1988, 10, 7))).event_mentions
    assert [e.name for m in rows if m.evidence.trigger[0] == text.index("looted") for e in m.actors] == [
        "youths"
    ]
    assert ("MOBILIZE", "weapons") in {(m.event_type, m.event_mode) for m in rows}


def test_an_acronym_stands_for_the_longest_name_before_it(coder: Coder) -> None:
    text = (
        "Congress ratified an accord with the Revolutionary Armed Forces of Colombia (FARC). "
        "Washington condemned the FARC on Friday."
    )
    rows = coder.code(Document("d", text, published=dt.date(2016, 11, 30))).event_mentions
    assert [e.sectors for m in rows if m.event_type == "ACCUSE" for e in m.recipients] == [("REB",)]


def test_states_bomb_from_the_air(coder: Coder) -> None:
    rows = coder.code(Document("d", "Britain bombed Houthi sites in Yemen.")).event_mentions
    assert [m.event_mode for m in rows] == ["aerial"]


def test_a_past_tense_is_joined_to_no_infinitive(coder: Coder) -> None:
    text = "Soldiers were ordered to advance and killed four villagers in Ituri on Monday, the UN said."
    rows = coder.code(Document("d", text, published=dt.date(2021, 3, 5))).event_mentions
    assert [e.name for m in rows if m.event_type == "ASSAULT" for e in m.actors] == ["Soldiers"]


def test_a_party_is_no_armed_group_of_the_country(coder: Coder) -> None:
    found = coder.knowledge.resolve("Ranariddh's party", dt.date(1997, 7, 8))
    assert [c.sectors for c in found[:1]] == [("PTY",)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Georgia's interim president accused Aslan Abashidze of treason after he flew to Moscow.",
            "Aslan Abashidze",
        ),
        ("Vladimir Putin praised Pervez Musharraf when he visited Moscow.", "Pervez Musharraf"),
    ],
)
def test_who_is_judged_did_it(coder: Coder, text: str, name: str) -> None:
    rows = coder.code(Document("d", text, published=dt.date(2003, 12, 2))).event_mentions
    assert [e.name for m in rows if m.event_type == "CONSULT" for e in m.actors] == [name]


@pytest.mark.parametrize("phrase", ["Somaliland president", "Bavarian premier", "Nagorno-Karabakh president"])
def test_the_president_of_a_part_is_not_the_states(coder: Coder, phrase: str) -> None:
    assert all(c.kind != "person" for c in coder.knowledge.resolve(phrase, dt.date(2012, 12, 2)))


def test_what_is_planned_has_a_day_of_its_own(coder: Coder) -> None:
    text = "William Hague summoned the Russian ambassador and was to fly to Kiev on Sunday."
    rows = coder.code(Document("d", text, published=dt.date(2014, 3, 1))).event_mentions
    days = {m.event_type: m.date.start for m in rows}
    assert days == {"ACCUSE": dt.date(2014, 3, 1), "AGREE": dt.date(2014, 3, 2)}


def test_two_sides_that_clash_fight_each_other(coder: Coder) -> None:
    text = (
        "Israel carried out air strikes in Gaza on Monday, as Hamas fired rockets at Tel Aviv. "
        "The violence followed clashes between Israeli police and Palestinian protesters near Al-Aqsa Mosque."
    )
    rows = coder.code(Document("d", text, published=dt.date(2021, 5, 12))).event_mentions
    assert [m.recipients for m in rows if "clashes" in m.evidence.text] == [()]


def test_a_plot_is_not_theirs_who_foil_it(coder: Coder) -> None:
    text = "Soldiers foiled an attempt to overthrow the government of Niger on Monday."
    rows = coder.code(Document("d", text, published=dt.date(2021, 3, 31))).event_mentions
    assert not any(m.event_mode == "seize" and m.actors and m.status == "asserted" for m in rows)


def test_a_crowd_demands_not_the_office_it_besieges(coder: Coder) -> None:
    text = "In Yerevan, thousands besieged the party headquarters demanding weapons to defend their kinsmen."
    rows = coder.code(Document("d", text, published=dt.date(1990, 1, 15))).event_mentions
    assert [e.name for m in rows if m.event_type == "REQUEST" for e in m.actors] == ["thousands"]


def test_a_charge_of_strife_makes_nobody_a_kidnapper(coder: Coder) -> None:
    text = (
        "Lebanon believes Saad al-Hariri is being held in Saudi Arabia. "
        "Hariri accused Iran and Hezbollah of sowing strife in the Arab world."
    )
    rows = coder.code(
        Document("d", text, title="Lebanon says PM Hariri held", published=dt.date(2017, 11, 10))
    )
    assert not any("Hezbollah" in e.name for m in rows.event_mentions for e in m.actors)


def test_an_apology_is_asked_of_the_adversary(coder: Coder) -> None:
    text = (
        "South Korea accused North Korea on Thursday of torpedoing one of its warships, killing 46 sailors. "
        "China urged both sides to show calm. Relatives of the dead sailors demanded an apology."
    )
    rows = coder.code(Document("d", text, published=dt.date(2010, 5, 21))).event_mentions
    asked = [m for m in rows if m.evidence.trigger[0] == text.index("demanded")]
    assert "CHN" not in {e.country for m in asked for e in m.recipients}


def test_what_happens_at_sea_happens_on_nobodys_land(coder: Coder) -> None:
    text = "Somali pirates hijacked a freighter in the Gulf of Aden on Friday."
    rows = coder.code(Document("d", text, published=dt.date(2009, 7, 20))).event_mentions
    assert [m.place.name for m in rows if m.place] == ["Gulf of Aden"]
    assert "YEM" not in {e.country for m in rows for e in m.recipients}


def test_sums_in_short(coder: Coder) -> None:
    rows = coder.code(Document("d", "Britain lent Chad £20m on Monday.", published=dt.date(2022, 7, 9)))
    told = [(m.event_type, [e.country for e in (*m.actors, *m.recipients)]) for m in rows.event_mentions]
    assert told == [("AID", ["GBR", "TCD"])]


def test_what_the_same_things_were_kept_from(coder: Coder) -> None:
    text = "Moscow will resume deliveries to Kiev, which the state-owned group halted on June 16."
    rows = coder.code(Document("d", text, published=dt.date(2014, 10, 31))).event_mentions
    assert "UKR" in {e.country for m in rows if m.event_type == "SANCTION" for e in m.recipients}


def test_those_detained_are_let_go_by_who_took_them(coder: Coder) -> None:
    text = (
        "The agency raided seven plants in Mississippi on Wednesday and detained 680 workers. "
        "By Thursday about 300 of those detained had been let go with notices to appear before a judge."
    )
    rows = coder.code(Document("d", text, published=dt.date(2019, 8, 9))).event_mentions
    assert [e.name for m in rows if m.event_mode == "release" for e in m.actors] == ["agency"]


def test_what_an_accord_provides_for_is_agreed_with_the_other_side(coder: Coder) -> None:
    text = (
        "Turkey and Qatar signed a military agreement in Doha on Monday. "
        "The agreement provides for the continued presence of Turkey in Qatar, the minister said."
    )
    rows = coder.code(Document("d", text, published=dt.date(2017, 6, 7))).event_mentions
    laid_down = [m for m in rows if "provides" in m.evidence.text]
    assert [[e.country for e in (*m.actors, *m.recipients)] for m in laid_down] == [["TUR", "QAT"]]
