"""Parties that a report told before the noun that points back to them."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder
from dragoman.records import Document, EventMention


def _coded(coder: Coder, text: str, title: str | None = None) -> tuple[EventMention, ...]:
    return coder.code(Document("d", text, title=title, published=dt.date(2019, 5, 6))).event_mentions


@pytest.mark.parametrize(
    ("text", "kind", "recipients"),
    [
        (
            "Turkish jets bombed Kurdish positions in Iraq on Sunday. France condemned the raid.",
            "ACCUSE",
            {"TUR"},
        ),
        (
            "The army seized power in Niger on Friday and arrested the president. Nigeria denounced the takeover.",
            "ACCUSE",
            {"NER"},
        ),
        (
            "Kenya and Somalia signed an accord on fishing on Monday. The United States welcomed the deal.",
            "SUPPORT",
            {"KEN", "SOM"},
        ),
    ],
)
def test_a_definite_noun_brings_the_parties_of_its_event(
    coder: Coder, text: str, kind: str, recipients: set[str]
) -> None:
    answers = [m for m in _coded(coder, text) if m.event_type == kind and m.recipients]
    assert [{r.country for r in m.recipients} for m in answers] == [recipients]
    assert all(r.span is not None for r in answers[0].recipients), "the noun that points back is the evidence"


def test_a_government_does_not_condemn_its_own_decision(coder: Coder) -> None:
    mentions = _coded(
        coder,
        "Australia cancelled a submarine contract with France on Wednesday. France recalled its ambassador to "
        "Canberra. The French foreign minister denounced the decision.",
    )
    accused = [r.country for m in mentions if m.event_type == "ACCUSE" for r in m.recipients]
    assert accused == ["AUS"]


def test_praise_of_an_accord_is_no_accord(coder: Coder) -> None:
    mentions = _coded(
        coder,
        "Peru and Ecuador signed an accord on Monday. Brazil praised the deal. Chile condemned the accord.",
    )
    accused = [{r.country for r in m.recipients} for m in mentions if m.event_type == "ACCUSE"]
    assert accused == [{"PER", "ECU"}]


def test_tear_gas_is_used_on_the_crowd_told_of_before(coder: Coder) -> None:
    mentions = _coded(coder, "Thousands of teachers marched in Lima. Riot police fired rubber bullets.")
    hit = [m for m in mentions if m.event_type == "ASSAULT"]
    assert [[r.country for r in m.recipients] for m in hit] == [["PER"]]
    assert hit[0].recipients[0].resolved_by == "the protest told of before"
