"""Leads and headlines: what officials only report, who is merely described, and on which day it was."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder
from dragoman.records import EventMention
from tests.coding.shown import coded, row

REPORTED = dt.date(2016, 5, 2)


def _rows(coder: Coder, text: str, title: str | None = None) -> list[str]:
    return [row(m) for m in coded(coder, text, title, day=REPORTED)]


def _days(found: tuple[EventMention, ...]) -> list[dt.date | None]:
    return [m.date.start for m in found]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Chad summons Libyan, Sudanese, Egyptian envoys over raid",
         ["ACCUSE/disapprove TCD:GOV > LBY:GOV SDN:GOV EGY:GOV"]),
        ("3 soldiers killed, 5 others wounded in rebel ambush in Casamance",
         ["ASSAULT/ SEN:REB > SEN:MIL SEN:CVL"]),
        ("S. Sudan rebels accuse army of looting", ["ACCUSE/allege SSD:REB > SSD:MIL"]),
    ],
)  # fmt: skip
def test_lists_of_headlines(coder: Coder, title: str, expected: list[str]) -> None:
    assert [sorted(x.split()) for x in _rows(coder, "", title)] == [sorted(x.split()) for x in expected]


@pytest.mark.parametrize(
    "text",
    [
        "Omar Said attacked the Tunisian government, saying it had betrayed the farmers.",
        "Rebels launched raids in Casamance on Sunday, killing nine soldiers, officials said.",
    ],
)
def test_words_are_no_blows_and_reports_no_charges(coder: Coder, text: str) -> None:
    types = {x.split("/")[0] for x in _rows(coder, text)}
    assert types in ({"ACCUSE"}, set()) if "attacked" in text else types == {"ASSAULT"}


@pytest.mark.parametrize(
    "text",
    [
        "Militiamen allied with the Syrian army shelled a village near Hama.",
        "Relief Now, a charity that brings food to refugees in Chad, said its trucks were shelled by rebels.",
    ],
)
def test_who_somebody_is_no_event(coder: Coder, text: str) -> None:
    assert {x.split("/")[0] for x in _rows(coder, text)} <= {"ASSAULT"}


def test_a_day_behind_people_is_the_day_of_the_deed(coder: Coder) -> None:
    text = "Gunmen shot dead a Nigerian editor and two others Friday ahead of June elections, police said."
    assert _days(coded(coder, text, day=REPORTED)) == [dt.date(2016, 4, 29)]


def test_a_day_before_the_teller_is_the_day_of_the_meeting(coder: Coder) -> None:
    text = "The Chadian premier will meet the Libyan envoy on Friday, the agency quoted his office as saying."
    assert _days(coded(coder, text, day=REPORTED)) == [dt.date(2016, 5, 6)]
