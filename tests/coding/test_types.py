"""Which type a sentence has, or that it holds no event: headlines, figures of speech, plots, remarks in general."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.records import Document

if TYPE_CHECKING:
    from dragoman.coding import Coder

HEADLINES = [
    ("US sanctions drug lord", "SANCTION"),
    ("EU sanctions Georgian judges over trial", "SANCTION"),
    ("Rights body blasts Gulf emirate over wages", "ACCUSE"),
    ("ECOWAS calls on Togo to free teachers", "REQUEST"),
    ("Former minister charged with treason in Mbabane", "ACCUSE"),
    ("Former president held in Quito", "COERCE"),
    ("Warlord guilty of conscripting boys", "SANCTION"),
    ("Chad and Niger sign defence pact", "SUPPORT"),
    ("Tunisia voices support for Libya", "SUPPORT"),
    ("Kenya seals border with Ethiopia", "COERCE"),
    ("Rebels overrun barracks in Ituri", "ASSAULT"),
]
TEXTS = [
    ("North Korea test-fired three ballistic missiles off its east coast.", "MOBILIZE"),
    ("The tribunal found the colonel guilty of abduction.", "SANCTION"),
    ("Eighty fighters handed in their rifles in Bentiu.", "RETREAT"),
    ("The envoy of Norway pulled 90 Eritreans from a dinghy off Crete.", "AID"),
    ("A car bomb tore through a bus stop in Herat.", "ASSAULT"),
    ("Shops owned by Malians were looted in Bouake.", "ASSAULT"),
]
NO_EVENT = [
    "The novel follows a Serbian sniper who kills a general in Paris.",
    "The series shows how the FBI arrested a preacher.",
    "In the second act the colonel arrests his own brother.",
    "Arrests of reporters have become routine, press groups say.",
    "Attacks on nurses are a war crime.",
    "Romania took over the presidency of the union in January.",
    "Samoa took over the chairmanship of the forum.",
]


def types(coder: Coder, text: str, title: str | None = None) -> set[str]:
    return {m.event_type for m in coder.code(Document("t", text, title=title)).event_mentions}


@pytest.mark.parametrize(("title", "kind"), HEADLINES)
def test_a_headline_is_read(coder: Coder, title: str, kind: str) -> None:
    assert kind in types(coder, "", title)


@pytest.mark.parametrize(("text", "kind"), TEXTS)
def test_a_construction_that_the_parser_gets_wrong(coder: Coder, text: str, kind: str) -> None:
    assert kind in types(coder, text)


@pytest.mark.parametrize("text", NO_EVENT)
def test_no_event(coder: Coder, text: str) -> None:
    assert types(coder, text) == set()


def test_seldom_is_a_negation(coder: Coder) -> None:
    found = coder.code(Document("t", "Poland and Hungary seldom agreed on energy.")).event_mentions
    assert {m.status for m in found} <= {"negated"}


def test_a_date_is_nobody_to_be_called_upon(coder: Coder) -> None:
    found = coder.code(Document("t", "On Nov. 5, Mr Lavrov called Mr Barrot to discuss the embargo."))
    assert "REQUEST" not in {m.event_type for m in found.event_mentions}
