"""Paragraphs that turn to another country, plans that are given up, one noun of two nations."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from dragoman.records import Document, EventMention

if TYPE_CHECKING:
    from dragoman.coding import Coder

REPORT = """Lebanese Prime Minister Saad al-Hariri resigned on Tuesday after protests in Beirut. Lebanon's army
stayed in its barracks. Lebanese banks were closed for a second week.

In Iraq, gunmen opened fire on demonstrators in Kerbala. Amnesty International called on the government to
rein in the riot police."""


def test_a_paragraph_says_where_it_turns_to(coder: Coder) -> None:
    record = coder.code(Document("d", REPORT, published=dt.date(2019, 10, 31)))
    (call,) = [m for m in record.event_mentions if m.event_type == "REQUEST"]
    assert [r.country for r in call.recipients] == ["IRQ"]


def test_plans_that_are_given_up_are_not_carried_out(coder: Coder) -> None:
    text = "Israel suspended plans to annex the West Bank."
    found = coder.code(Document("d", text, published=dt.date(2020, 8, 13))).event_mentions
    assert {m.status for m in found if m.event_type == "COERCE"} == {"negated"}


def test_troops_of_two_nations(coder: Coder) -> None:
    text = "French and Malian troops killed ten fighters near Kidal."
    (m,) = coder.code(Document("d", text, published=dt.date(2015, 6, 9))).event_mentions
    assert [(a.country, a.sectors) for a in m.actors] == [("FRA", ("MIL",)), ("MLI", ("MIL",))]


def test_a_short_name_shares_the_noun(coder: Coder) -> None:
    text = "UN and Syrian officials agreed to evacuate the town."
    (m,) = coder.code(Document("d", text, published=dt.date(2015, 6, 9))).event_mentions
    assert [a.country for a in m.actors] == ["UNO", "SYR"]


def coded(coder: Coder, text: str, day: dt.date) -> list[EventMention]:
    """Events of a text in a report of a day."""
    return list(coder.code(Document("d", text, published=day)).event_mentions)


def test_he_is_the_subject_before_where_nobody_is_named(coder: Coder) -> None:
    text = "A suicide bomber killed nine policemen in Peshawar when he attacked a mosque."
    found = coded(coder, text, dt.date(2023, 1, 30))
    assert [[a.name.lower() for a in m.actors] for m in found] == [["suicide bomber"]] * len(found)


def test_both_sides_who_are_to_stop_fighting_are_those_who_fight(coder: Coder) -> None:
    text = (
        "The Rwandan Patriotic Front attacked Rwandan soldiers in Kigali. France and Belgium closed their "
        "embassies. Uganda appealed to both sides to stop fighting."
    )
    (call,) = [m for m in coded(coder, text, dt.date(1994, 4, 8)) if m.event_type == "REQUEST"]
    assert [r.country for r in call.recipients] == ["RWA", "RWA"]


def test_a_takeover_is_by_those_who_took_power(coder: Coder) -> None:
    text = "Egypt's army overthrew the president. Ten people died in clashes. Turkey condemned the takeover."
    (m,) = [m for m in coded(coder, text, dt.date(2013, 7, 4)) if m.event_type == "ACCUSE"]
    assert [r.sectors for r in m.recipients] == [("MIL",)]


def test_a_stranger_is_of_the_country_that_he_served(coder: Coder) -> None:
    text = (
        "Gary Cohn had resigned as the president's economic adviser. President Donald Trump signed an order."
    )
    (m,) = [m for m in coded(coder, text, dt.date(2018, 3, 9)) if m.event_mode == "resign"]
    assert [a.country for a in m.actors] == ["USA"]


DEAD = [
    ("A gunman murdered the mayor of Bogota.", 1),
    ("A policeman was stabbed to death in Marseille.", 1),
    ("An attack in Mopti cost the lives of 17 soldiers.", 17),
    ("More than 200 people were slaughtered in the village.", 200),
    ("At least a hundred people perished when militants attacked a theatre in Moscow.", 100),
]


@pytest.mark.parametrize(("text", "dead"), DEAD)
def test_the_dead_are_counted(coder: Coder, text: str, dead: int) -> None:
    found = coded(coder, text, dt.date(2020, 1, 5))
    assert dead in [m.magnitude.killed for m in found if m.event_type == "ASSAULT"]


def test_the_dead_of_a_protest(coder: Coder) -> None:
    found = coded(coder, "Protests in which 11 people were killed shook Dhaka.", dt.date(2020, 1, 5))
    assert [m.magnitude.killed for m in found if m.event_type == "PROTEST"] == [11]
