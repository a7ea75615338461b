"""Texts that end in the middle of a sentence, as feeds and summaries cut them off."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder
from tests.coding.shown import coded, row

_DAY = dt.date(2012, 5, 5)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kenya on Monday accused the former Ugandan defence minister", ["ACCUSE/allege KEN:GOV > UGA:ELI"]),
        (
            "Police in Accra arrested two bankers on Monday at a firm founded by",
            ["COERCE/arrest GHA:COP > GHA:BUS"],
        ),
        ("Officers of the Lima garrison, however, denied", []),
        ("Turkey met the head of the Badr Organization of", []),
    ],
)
def test_what_is_told_up_to_there(coder: Coder, text: str, wanted: list[str]) -> None:
    assert [row(m) for m in coded(coder, text, day=_DAY)] == wanted
