"""Paragraphs that turn to another country, plans that are given up, one noun of two nations."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from dragoman.records import Document

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
