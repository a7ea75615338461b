"""Bodies that states have made, told of as "the bloc", and names behind a number, a rank or a title."""

import datetime as dt

import pytest

from dragoman.coding import Coder
from dragoman.records import Document


def sides(coder: Coder, text: str) -> list[str]:
    """Type, actors and recipients of every row: "SANCTION ECOWAS > Niger"."""
    record = coder.code(Document("d1", text, published=dt.date(2022, 2, 24)))
    return [
        f"{m.event_type} {', '.join(e.name for e in m.actors)} > {', '.join(e.name for e in m.recipients)}"
        for m in record.event_mentions
    ]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The West African bloc imposed sanctions on Niger.", "SANCTION ECOWAS > Niger"),
        ("The Gulf bloc condemned Iran.", "ACCUSE Gulf Cooperation Council > Iran"),
        (
            "ASEAN foreign ministers met over Laos. The 10-member group condemned Myanmar.",
            "ACCUSE ASEAN > Myanmar",
        ),
        ("The 54-member African Union suspended Sudan.", "SANCTION African Union > Sudan"),
        (
            "The 9,000-strong Moro Islamic Liberation Front attacked police.",
            "ASSAULT Moro Islamic Liberation Front > police",
        ),
    ],
)
def test_bodies_of_states_by_what_they_are_called(coder: Coder, text: str, row: str) -> None:
    assert row in sides(coder, text)


def test_a_bloc_that_nothing_names_is_of_no_country(coder: Coder) -> None:
    record = coder.code(Document("d1", "Mali held elections. The regional bloc suspended Mali on Friday."))
    assert [e.country for m in record.event_mentions for e in m.actors] == ["IGO"]


def test_a_surname_behind_a_rank_is_no_town_of_that_name(coder: Coder) -> None:
    found = sides(coder, "MILF commander Umbra Kato attacked a village. Philippine police arrested Kato.")
    assert any(row.startswith("COERCE") and row.endswith("> Umbra Kato") for row in found)


def test_a_president_is_the_one_whom_the_report_has_named(coder: Coder) -> None:
    text = "North Korean leader Kim Jong-un offered talks. President Kim condemned Japan."
    record = coder.code(Document("d1", text, published=dt.date(2015, 1, 1)))
    condemned = next(m for m in record.event_mentions if m.event_type == "ACCUSE")
    assert [e.name for e in condemned.actors] == ["Kim Jong-un"]
