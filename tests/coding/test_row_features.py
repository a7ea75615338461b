"""How sure a row is: what is read off it, and that the surer telling is rated higher."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder, confidence
from dragoman.coding.row_features import ReportFeatures
from dragoman.records import Document, EventMention

DAY = dt.date(2014, 5, 2)


def told(coder: Coder, text: str) -> list[tuple[EventMention, dict[str, float]]]:
    """The rows of a text, each with what speaks for and against it."""
    record, traces = coder.explain(Document("d", text, published=DAY))
    parsed = [t.parse for t in traces if t.parse is not None]
    report = ReportFeatures(record.event_mentions, [], parsed)
    return [(m, dict(report.of(m))) for m in record.event_mentions]


def test_features_tell_type_parties_and_the_way_to_them(coder: Coder) -> None:
    ((m, found),) = told(coder, "Kenya expelled the ambassador of Peru on Monday.")
    assert (m.event_type, m.event_mode) == ("SANCTION", "expel")
    assert found["type SANCTION"] == found["mode expel of SANCTION"] == found["status asserted"] == 1.0
    assert found["actor known by name"] == found["actor in the knowledge base"] == 1.0
    assert found["word expel"] == found["word as ROOT"] == found["actor below the word as nsubj"] == 1.0
    assert found["steps from the word to the actor"] == 1.0
    assert found["number of actors"] == 1.0
    assert "one country on both sides" not in found
    assert found["told alike elsewhere"] == 0.0


def test_a_deed_told_again_and_a_quarrel_at_home_are_marked(coder: Coder) -> None:
    rows = told(
        coder,
        "Kenya accused Peru of spying. Lima was accused of theft by Kenya. Kenyan police shot Kenyan miners.",
    )
    alike = [found["told alike elsewhere"] for m, found in rows if m.event_type == "ACCUSE"]
    assert alike == [1.0, 1.0]
    home = [found for m, found in rows if m.event_type == "ASSAULT"]
    assert home[0]["one country on both sides of ASSAULT"] == 1.0


def test_no_side_that_is_not_told_has_features(coder: Coder) -> None:
    ((_, found),) = told(coder, "Protesters marched through Lima on Monday.")
    assert found["recipient not told of a protest"] == found["no recipient of PROTEST"] == 1.0
    assert not any(name.startswith("recipient below") for name in found)


@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        ("Kenya expelled the ambassador of Peru.", "It expelled the ambassador of Peru."),
        ("Peru accused Chile of spying.", "Peru accused a firm of spying."),
        ("Chadian soldiers killed four rebels.", "Four rebels were killed."),
    ],
)
def test_a_row_with_known_parties_is_surer(coder: Coder, surer: str, less_sure: str) -> None:
    rows = [coder.code(Document("d", text, published=DAY)).event_mentions for text in (surer, less_sure)]
    assert rows[0][0].confidence > max((m.confidence for m in rows[1]), default=0.0)
    assert rows[0][0].confidence > 0.5


def test_reasons_are_the_strongest_and_leave_out_the_bias() -> None:
    speaks_for, against = confidence.reasons([
        ("bias", 1.0), ("actor not told", 1.0), ("type is right (log odds)", 5.0), ("unheard of", 9.0),
    ])  # fmt: skip
    assert speaks_for == ["type is right (log odds)"]
    assert against == ["actor not told"]


def test_explain_says_why_a_row_is_as_sure_as_it_is(coder: Coder) -> None:
    record, traces = coder.explain(Document("d", "Kenya expelled the ambassador of Peru.", published=DAY))
    (m,) = record.event_mentions
    (reasons,) = [t.reasons[m.id] for t in traces if m.id in t.reasons]
    assert "type is right (log odds)" in reasons[0]


@pytest.mark.parametrize(
    ("title", "sure", "kept"), [("Arrest in Nairobi", 0.1, 0), ("Arrest in Nairobi", 0.3, 1), (None, 0.1, 1)]
)
def test_rows_of_a_brief_must_be_half_as_sure(
    coder: Coder, monkeypatch: pytest.MonkeyPatch, title: str | None, sure: float, kept: int
) -> None:
    monkeypatch.setattr(coder, "sure", lambda m, found: sure)
    rows = coder.code(Document("d", "Police arrested an editor in Nairobi.", title=title)).event_mentions
    assert len([m for m in rows if m.evidence.field == "text"]) == kept
