"""Domestic news: bodies that go by a bare name at home, ministries and parliaments, dismissals, relief."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder
from dragoman.records import Document, Entity, EventMention

REPORTED = dt.date(2021, 3, 10)


def _coded(coder: Coder, text: str, title: str | None = None) -> tuple[EventMention, ...]:
    return coder.code(Document("d", text, title=title, published=REPORTED)).event_mentions


def _row(m: EventMention) -> str:
    return f"{m.event_type}/{m.event_mode or ''} {_side(m.actors)} > {_side(m.recipients)}"


def _side(entities: tuple[Entity, ...]) -> str:
    return " ".join(f"{e.country or '?'}:{'.'.join(e.sectors)}" for e in entities) or "-"


def _sides(coder: Coder, text: str) -> set[str]:
    return {f"{e.name}|{e.country}" for m in _coded(coder, text) for e in (*m.actors, *m.recipients)}


def test_a_bare_party_name_is_that_of_the_home_country(coder: Coder) -> None:
    text = (
        "SYDNEY - Australia will cut its refugee intake, Canberra said. Labor condemned the plan. "
        "The Greens condemned it too, and police in Perth arrested nine. The House blamed Labor."
    )
    found = _sides(coder, text)
    assert {"Australian Labor Party|AUS", "Australian Greens|AUS", "House|AUS"} <= found


def test_a_body_introduced_in_brackets_is_at_home(coder: Coder) -> None:
    text = (
        "MANILA - The Philippines, police in Manila said, was calm. The National Orchid Commission (NOC) "
        "shut down a newspaper in Cebu. The NOC fined a radio station in Manila on Friday."
    )
    found = _sides(coder, text)
    assert {x for x in found if "Orchid" in x} == {"National Orchid Commission|PHL"}
    assert not [x for x in found if x.startswith("NOC")]
