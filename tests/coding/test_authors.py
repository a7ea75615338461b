"""Whose attack it was, and how many it killed, where another sentence of the report says so."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder
from dragoman.records import Document, EventMention


def rows(coder: Coder, text: str, title: str | None = None) -> list[EventMention]:
    """Events of a report of 2004."""
    document = Document("d", text, title=title, published=dt.date(2004, 6, 16))
    return list(coder.code(document).event_mentions)


def countries(m: EventMention) -> tuple[set[str | None], set[str | None]]:
    return {a.country for a in m.actors}, {r.country for r in m.recipients}


def test_who_claims_the_deed_later_did_it(coder: Coder) -> None:
    text = (
        "Twelve worshippers were shot dead in a church in Jos, Nigeria, on Tuesday. "
        "Boko Haram said it had carried out the attack."
    )
    first = rows(coder, text)[0]
    assert countries(first) == ({"NGA"}, {"NGA"})
    assert first.actors[0].name == "Boko Haram"


def test_who_is_blamed_later_did_it(coder: Coder) -> None:
    text = "A bomb killed three policemen in Bilbao, Spain, on Monday. The interior minister blamed ETA for the blast."
    assault = next(m for m in rows(coder, text) if m.event_type == "ASSAULT")
    assert [a.name for a in assault.actors] == ["ETA"]


def test_soldiers_are_not_hit_by_their_own_side(coder: Coder) -> None:
    text = "Sri Lankan soldiers shelled rebel positions near Jaffna. Eleven soldiers were killed on Monday."
    last = rows(coder, text)[-1]
    assert all("MIL" not in a.sectors for a in last.actors)


def test_a_lone_gunman_did_only_what_is_told_with_him(coder: Coder) -> None:
    text = (
        "A gunman shot a judge in Lima, Peru, on Monday. Congress debated the budget. "
        "In Cuzco two tourists were killed by a bomb."
    )
    bomb = rows(coder, text)[-1]
    assert not bomb.actors


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Sixteen Nigerian herders were burned to death in their huts.", 16),
        ("A Honduran land activist was ambushed and killed.", 1),
        ("Gunmen cut down nine commuters on a train near Soweto, South Africa.", 9),
        ("The death toll from the bomb attack in Colombo, Sri Lanka, passed 61.", 61),
        (
            "Soldiers found 22 bodies in Maguindanao, bringing to 46 the number of villagers massacred by gunmen.",
            46,
        ),
        ("Three protesters were fatally shot in Mandalay, Myanmar.", 3),
    ],
)
def test_the_dead_are_counted_where_they_are_named(coder: Coder, text: str, killed: int) -> None:
    assert killed in [m.magnitude.killed for m in rows(coder, text) if m.event_type == "ASSAULT"]


@pytest.mark.parametrize(
    ("text", "kind", "country"),
    [
        ("Heavy shelling in the Somali capital killed nine civilians, medics said.", "ASSAULT", "SOM"),
        (
            "Chechen gunmen holed up in a hospital let nearly 200 Russian captives go on Sunday.",
            "RETREAT",
            "RUS",
        ),
        ("The Peruvian authorities attributed the bombing to Shining Path guerrillas.", "ACCUSE", "PER"),
        ("The Ethiopian fighters pressed on toward the port of Assab.", "MOBILIZE", "ETH"),
    ],
)
def test_words_of_fighting_that_the_parser_misreads(coder: Coder, text: str, kind: str, country: str) -> None:
    found = [m for m in rows(coder, text) if m.event_type == kind]
    assert any(country in side for m in found for side in countries(m))
