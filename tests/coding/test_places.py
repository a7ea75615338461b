"""Where an event happened: towns that no gazetteer lists, "the town" told before, seats abroad."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from dragoman.records import Document

if TYPE_CHECKING:
    from dragoman.coding import Coder


def place(coder: Coder, text: str, number: int = 0) -> tuple[str | None, str | None]:
    """Name and country of the place of one event of a text."""
    found = coder.code(Document("d", text, published=dt.date(2012, 3, 10))).event_mentions[number].place
    return (found.name, found.country) if found else (None, None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rebels captured the town of Toulepleu on Sunday.", "Toulepleu"),
        ("Riot police beat detainees with truncheons in the Okrestina jail last week.", "Okrestina jail"),
        ("Three officers were arrested at Merowe airbase.", "Merowe airbase"),
        ("The army wrested the northern city of Jaffna from the rebels.", "Jaffna"),
        ("Gunmen on Monday invaded the Girls Secondary School, Chibok, in Borno State.", "Chibok"),
    ],
)
def test_the_finest_place_that_the_words_name(coder: Coder, text: str, name: str) -> None:
    assert place(coder, text)[0] == name


def test_the_town_is_the_one_told_last(coder: Coder) -> None:
    text = "Police arrested him in Mopti on Monday. Soldiers stormed the town two days later."
    assert place(coder, text, 1) == ("Mopti", "MLI")


def test_whom_a_call_or_a_sanction_concerns_is_no_place(coder: Coder) -> None:
    assert place(coder, "The two leaders called on Moscow to resume the talks.") == (None, None)
    assert place(coder, "The bloc lifted its sanctions on Mali.") == (None, None)


def test_a_seat_of_the_united_nations_is_no_village_of_that_name(coder: Coder) -> None:
    text = "The United States was sceptical. In Geneva, Swiss police arrested two bankers."
    assert place(coder, text) == ("Geneva", "CHE")
