"""What a page has run into the sentences of a text: credits, captions without a stop, entries of a chronology."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from dragoman.coding import glued
from tests.coding.shown import coded, row

if TYPE_CHECKING:
    from dragoman.coding import Coder

DAY = dt.date(2019, 5, 15)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("AP:Associated Press Soldiers left Accra.", ["Soldiers left Accra."]),
        ("(Photo: Ama Owusu, AP) Soldiers left Accra.", ["Soldiers left Accra."]),
        ("Handout - Getty Soldiers left Accra.", ["Soldiers left Accra."]),
        ("Reuters The soldiers left Accra.", ["The soldiers left Accra."]),
        ("Enlarge this image toggle caption Ama Owusu/AP Ama Owusu/AP Soldiers left.", ["Soldiers left."]),
        (
            "Image copyright AFP Image caption Mothers wait outside the camp The army denied it.",
            ["Mothers wait outside the camp", "The army denied it."],
        ),
        ("Soldiers paraded in Accra He was not there.", ["Soldiers paraded in Accra", "He was not there."]),
        ("The minister said He who waits is lost.", ["The minister said He who waits is lost."]),
        ("Talks with Vice Minister He went on.", ["Talks with Vice Minister He went on."]),
        ("An AP reporter saw the soldiers leave.", ["An AP reporter saw the soldiers leave."]),
    ],
)
def test_parts(text: str, parts: list[str]) -> None:
    assert [text[a:b] for a, b in glued.parts(text, 0, len(text))] == parts


def test_parts_of_a_sentence_amid_a_text() -> None:
    text = "It rained. Media caption Ama Owusu speaks in Accra Then she left. It rained."
    assert [text[a:b] for a, b in glued.parts(text, 11, 65)] == [
        "Ama Owusu speaks in Accra",
        "Then she left.",
    ]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (
            "AP:Associated Press Police in Ghana detained four men in Tamale.",
            "COERCE/arrest GHA:COP > GHA:CVL",
        ),
        (
            "Image copyright Reuters Image caption Premier Ama Owusu of Ghana meets Togo's president in Lome "
            "She said the two would meet again.",
            "CONSULT/ GHA:GOV TGO:GOV > -",
        ),
        (
            "Reuters - Three Ghanaian nationals were abducted by gunmen in Lagos.",
            "ASSAULT/abduct NGA:UAF > GHA:CVL",
        ),
        ("EXAMPLE.com - Ghana sued Togo on Monday.", "ACCUSE/allege GHA:GOV > TGO:GOV"),
        ("Lome/Accra - United Nations peacekeepers detained four men.", "COERCE/arrest UNO:MIL > TGO:CVL"),
    ],
)
def test_rows_behind_what_is_glued(coder: Coder, text: str, first: str) -> None:
    assert row(coded(coder, text, day=DAY)[0]) == first


def test_entries_of_a_chronology_in_one_paragraph(coder: Coder) -> None:
    text = (
        "A LONG DISPUTE\nThe strike has a past. March 4, 2009: Police in Ghana detain four miners near Obuasi "
        "June 9, 2011: Ghana's army frees two hostages in Tamale. May 2, 2019: Miners kill a guard in Obuasi."
    )
    told = {text[slice(*m.evidence.trigger)]: m for m in coded(coder, text, day=DAY)}
    assert told["detain"].date.start == dt.date(2009, 3, 4)
    assert told["detain"].status == "historical"
    assert told["frees"].date.start == dt.date(2011, 6, 9)
    assert told["kill"].date.start == dt.date(2019, 5, 2)
    assert told["kill"].status == "asserted"


def test_a_date_in_a_sentence_opens_no_entry() -> None:
    assert (
        glued.entries("It was signed on May 4, 2009: Ghana got two ports, and since June 9, 2011: none.")
        == {}
    )


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ACCRA, May 12 (AP) - Police in Ghana detained four men on Saturday.", dt.date(2019, 5, 11)),
        ("ACCRA May 13, 2019 - Police in Ghana detained four men yesterday.", dt.date(2019, 5, 12)),
        (
            "ACCRA, 14 May 2019 (Reuters) - Police in Ghana detained four men on Tuesday.",
            dt.date(2019, 5, 14),
        ),
        ("ACCRA, March 2, 2004 (AP) - Police in Ghana detained four men yesterday.", dt.date(2019, 5, 14)),
    ],
)
def test_days_are_counted_from_the_dateline(coder: Coder, text: str, day: dt.date) -> None:
    (m,) = coded(coder, text, day=DAY)
    assert m.date.start == day
