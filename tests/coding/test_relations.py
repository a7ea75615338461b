"""Lasting ties between actors, as sentences state them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from dragoman.coding.relations import compounds, lexicon, nouns
from dragoman.reading import document_from_text, read
from dragoman.records import RelationKind

if TYPE_CHECKING:
    from pathlib import Path

    from dragoman.coding import Coder

DAY = dt.date(2019, 6, 3)


def ties(coder: Coder, text: str) -> set[tuple[str, str, str]]:
    document = document_from_text(text, find_title=False, published=DAY)
    record = coder.code(document)
    for r in record.relations:
        assert (r.start, r.end) == (DAY, DAY)
        assert record.document.text[r.sentence_start :].startswith(r.sentence)
        assert r.sentence_start <= r.span[0] < r.span[1] <= r.sentence_start + len(r.sentence)
    return {(r.subject.name, r.kind, r.object.name) for r in record.relations}


EXAMPLES = """
The Houthis are backed by Iran.|Houthis|is backed by|Iran
Iran funds Hamas and has done so since the nineties.|Iran|backs|Hamas
Hezbollah leader Hassan Nasrallah spoke on Friday.|Hassan Nasrallah|leads|Hezbollah
David Trimble, leader of the Ulster Unionist Party, backed it.|David Trimble|leads|Ulster Unionist Party
The Saudi-led coalition bombed a market in Sanaa.|Saudi Arabia|leads|Saudi-led coalition
Rwanda-backed M23 rebels took the town of Bunagana.|March 23 Movement|is backed by|Rwanda
Ukraine is at war with Russia.|Ukraine|is at war with|Russia
Russia's Wagner Group runs mines in Mali.|Wagner Group|operates|mines
The Izz ad-Din al-Qassam Brigades, an arm of Hamas, rose.|Izz ad-Din al-Qassam Brigades|is part of|Hamas
"""


@pytest.mark.parametrize("line", EXAMPLES.strip().splitlines())
def test_a_tie_is_read(coder: Coder, line: str) -> None:
    text, *expected = line.split("|")
    assert tuple(expected) in ties(coder, text)


@pytest.mark.parametrize(
    "text",
    [
        "Pakistan did not back the Taliban.",
        "Turkey may back the rebels in the north.",
        "The United States backed a motion in the council on Tuesday.",
        "The European Union's foreign policy chief Federica Mogherini spoke in Brussels.",
        "A former leader of the Liberal Party, he died in June.",
        "They hosted a dinner for the diplomats of many countries.",
        "Would Algeria arm the Polisario Front?",
    ],
)
def test_what_is_denied_planned_or_something_else_is_no_tie(coder: Coder, text: str) -> None:
    assert ties(coder, text) == set()


def test_the_first_report_holds_its_ties(coder: Coder, shared: Path) -> None:
    (document,) = read(shared / "reports" / "iran-syria-2018-08-27.txt")
    found = {(r.subject.actor_id, r.kind, r.object.actor_id) for r in coder.code(document).relations}  # type: ignore[arg-type]
    assert {
        ("country:IRN", "backs", "person:bashar-al-assad"),
        ("org:hezbollah", "is backed by", "country:IRN"),
        ("org:islamic-revolutionary-guard-corps", "is part of", "country:IRN"),
    } <= found


def test_the_tables_can_be_read_and_use_known_kinds() -> None:
    from typing import get_args

    assert lexicon().problems == []
    kinds = set(get_args(RelationKind))
    assert {kind for kind, _ in compounds().values()} | set(nouns().values()) <= kinds
    assert {(s.event_type or "").lower().replace("_", " ") for s in lexicon().senses} <= kinds
