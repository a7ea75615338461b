"""How many were taken, freed, driven out or sent, and how large a crowd was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.records import Document

if TYPE_CHECKING:
    from dragoman.coding import Coder


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("The Philippine navy detained 17 Vietnamese fishermen on Tuesday.", 17),
        ("The rebels freed two nurses and a driver on Monday.", 3),
        ("Somali pirates released a Greek tanker and the 25 sailors aboard it.", 25),
        ("A total of 516 people were detained in Uzbekistan.", 516),
        ("Some 680 workers were led away by federal agents.", 680),
        ("Britain expelled 23 Russian diplomats.", 23),
        ("Colombia sent in 1,500 troops.", 1500),
        ("Some 2,000 farmers blocked the road to Lima.", 2000),
        ("Several thousand teachers marched in Lima.", 3000),
        ("Half a million people marched in Hong Kong.", 500_000),
        ("Police in Lyon made 75 arrests.", 75),
        ("Between 2,000 and 3,000 students marched in Lima.", 2000),
        ("Police arrested a lawyer in Minsk.", None),
        ("Workers at several of Belarus's state factories went on strike on Monday.", None),
    ],
)
def test_people_taken_freed_sent_and_marching(coder: Coder, text: str, size: int | None) -> None:
    assert [m.magnitude.size for m in coder.code(Document("t", text)).event_mentions][:1] == [size]


def test_the_dead_of_two_participles(coder: Coder) -> None:
    text = (
        "Rebels attacked a base in Kenya, destroying two aircraft and killing a U.S. soldier and two guards."
    )
    killed = [m.magnitude.killed for m in coder.code(Document("t", text)).event_mentions]
    assert killed[0] == 3
    assert killed.count(None) == len(killed) - 2


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen tried to kill the governor of Basra.",
        "A plot to kill two Iraqi ministers was foiled.",
        "They failed to kill the Iraqi general.",
    ],
)
def test_nobody_died_where_somebody_was_to_be_killed(coder: Coder, text: str) -> None:
    assert {m.magnitude.killed for m in coder.code(Document("t", text)).event_mentions} <= {None}
