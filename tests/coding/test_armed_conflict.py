"""News of war, police and protest: who did it where the sentence does not say, and parses put right."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder
from dragoman.records import Document, EventMention


def rows(coder: Coder, text: str) -> list[EventMention]:
    """Events of a sentence or two in a report of 2005."""
    return list(coder.code(Document("d", text, published=dt.date(2005, 5, 5))).event_mentions)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Commandos battled to reach a camp overrun by Tamil guerrillas last week.", "ASSAULT"),
        ("Militiamen razed three villages west of Nyala.", "ASSAULT"),
        ("Clashes in Aden left 27 dead on Sunday.", "ASSAULT"),
        ("Five bandits were also slain in Basilan.", "ASSAULT"),
        ("Ten Indonesian sailors were abducted off Tawi-Tawi on March 26.", "ASSAULT"),
        ("At least 300 soldiers are feared dead after the attack on the base.", "ASSAULT"),
        ("Two days of rioting in Clichy left 27 policemen hurt.", "PROTEST"),
        ("A general strike brought Athens to a standstill.", "PROTEST"),
        ("Israel closed the Kerem Shalom crossing after the rocket fire.", "COERCE"),
        ("Special forces raised their flag over the town hall in Stanley.", "COERCE"),
        ("Soldiers blocked the road to the parliament in Tbilisi.", "COERCE"),
        ("Some 400 marines disembarked at Mombasa on Monday.", "MOBILIZE"),
        ("The kidnappers handed the boy over to village elders near Baga.", "RETREAT"),
    ],
)
def test_words_of_war(coder: Coder, text: str, kind: str) -> None:
    assert kind in [m.event_type for m in rows(coder, text)]


def test_a_curfew_is_imposed_by_those_who_rule_the_place(coder: Coder) -> None:
    (m,) = rows(coder, "A curfew was imposed in Kathmandu on Friday.")
    assert (m.event_mode, [a.country for a in m.actors]) == ("curfew", ["NPL"])


def test_soldiers_who_died_were_killed_by_the_rebels_they_fought(coder: Coder) -> None:
    text = "Tuareg rebels attacked Malian soldiers near Kidal on Monday. At least 14 soldiers were killed."
    m = rows(coder, text)[-1]
    assert [(a.name, a.sectors[0]) for a in m.actors] == [
        ("National Movement for the Liberation of Azawad", "REB")
    ]


def test_rebels_capture_the_camp_of_those_they_fight(coder: Coder) -> None:
    text = "Tuareg rebels attacked Malian soldiers near Kidal on Monday. The rebels captured the camp."
    assert [r.country for r in rows(coder, text)[-1].recipients] == ["MLI"]


def test_a_vow_that_somebody_will_be_hit_threatens_him(coder: Coder) -> None:
    (m,) = rows(coder, "President Deby vowed that the rebels would be destroyed.")
    assert (m.event_type, [a.country for a in m.actors]) == ("THREATEN", ["TCD"])


def test_the_deported_are_not_of_the_country_they_are_sent_to(coder: Coder) -> None:
    (m,) = rows(coder, "Israel deported forty of the prisoners to Turkey and Qatar.")
    assert {"QAT", "TUR"}.isdisjoint(r.country for r in m.recipients)


def test_a_town_falls_and_not_its_people(coder: Coder) -> None:
    text = "Residents of Konna, which fell to the rebels on Thursday, saw helicopters over the river."
    assert [r.name for r in rows(coder, text)[0].recipients] == ["Konna"]


def test_what_was_since_done_is_done(coder: Coder) -> None:
    found = rows(coder, "The rebels seized Timbuktu in April. They have since arrested ten men.")
    assert [m.event_mode for m in found] == ["seize", "arrest"]


def test_a_missile_is_his_from_whose_jet_it_came(coder: Coder) -> None:
    (m,) = rows(coder, "A British frigate was hit by an Exocet missile fired from an Argentine jet.")
    assert [a.country for a in m.actors] == ["ARG"]


def test_the_airliner_that_was_hit_wounded_nobody(coder: Coder) -> None:
    found = rows(coder, "A Belgian airliner was hit by gunfire as it landed in Bujumbura, wounding two.")
    assert all("BEL" not in [a.country for a in m.actors] for m in found if m.event_type == "ASSAULT")


def test_gunmen_who_pour_into_the_streets_do_not_demonstrate(coder: Coder) -> None:
    (m,) = rows(coder, "Hundreds of gunmen poured into the streets of Culiacan.")
    assert m.event_type == "MOBILIZE"


def test_police_who_capture_a_suspect_arrest_him(coder: Coder) -> None:
    (m,) = rows(coder, "Mexican police captured two traffickers in Culiacan.")
    assert (m.event_type, m.event_mode) == ("COERCE", "arrest")


def test_an_embassy_threatens_no_citizens_of_its_own(coder: Coder) -> None:
    assert rows(coder, "The U.S. Embassy warned Americans to stay indoors.") == []


def test_two_deeds_joined_by_and_have_their_own_doers(coder: Coder) -> None:
    found = rows(coder, "The mayor of Lima declared a state of emergency and police detained 90 marchers.")
    assert [(m.event_mode, [a.sectors[0] for a in m.actors]) for m in found] == [
        ("martial-law", ["GOV"]),
        ("arrest", ["COP"]),
    ]


def test_warplanes_that_bomb_rebels_are_their_states_own(coder: Coder) -> None:
    (m,) = rows(coder, "Warplanes have since bombed 85 Colombian rebel camps in Caqueta.")
    assert [(a.country, a.sectors) for a in m.actors] == [("COL", ("MIL",))]


def test_one_of_a_people_is_no_government(coder: Coder) -> None:
    (m,) = rows(coder, "Two Canadians and a Norwegian were killed in Mali.")
    assert [(r.country, r.sectors) for r in m.recipients] == [("CAN", ("CVL",)), ("NOR", ("CVL",))]


def test_capitals_are_no_town_abroad(coder: Coder) -> None:
    (m,) = rows(coder, "Indian police fired tear gas shells at ITO and Nangloi in Delhi.")
    assert "JPN" not in [e.country for e in (*m.actors, *m.recipients)]


def test_people_arrested_in_brussels_are_there(coder: Coder) -> None:
    text = "French police fired tear gas in Paris. Belgian police arrested 400 people in Brussels, where marchers hurled stones at officers."
    assert [m.recipients[0].country for m in rows(coder, text)[1:]] == ["BEL", "BEL"]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        (
            "Rebels broke into a school, killed two men who resisted and took nine others hostage.",
            [None, 2, None],
        ),
        ("At least 300 soldiers are feared dead, and 241 guerrillas were killed.", [300, 241]),
        ("Gunmen opened fire and killed six worshippers.", [6]),
        ("A soldier and a policeman were killed in the gun battle.", [2]),
    ],
)
def test_the_dead_are_counted_with_their_killing(coder: Coder, text: str, killed: list[int | None]) -> None:
    assert [m.magnitude.killed for m in rows(coder, text)] == killed


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Policemen with automatic rifles fired into crowds of students in Soweto.", "Policemen"),
        ("Fighters loyal to the deposed President François Bozizé attacked Bangui.", "Fighters"),
    ],
)
def test_who_fired_and_who_attacked(coder: Coder, text: str, actor: str) -> None:
    (m,) = rows(coder, text)
    assert [a.name for a in m.actors] == [actor]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Nine people died in the Kabul bombing.", []),
        ("Two soldiers were killed in a Mindanao ambush.", []),
        ("Nine people were killed in a Moscow attack on Kherson.", ["RUS"]),
        ("Nine people were killed in an Israeli attack.", ["ISR"]),
    ],
)
def test_the_town_of_a_bombing_did_not_do_it(coder: Coder, text: str, actors: list[str]) -> None:
    (m,) = rows(coder, text)
    assert [a.country for a in m.actors] == actors
