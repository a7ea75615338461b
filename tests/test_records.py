from __future__ import annotations

import dataclasses
import datetime as dt
import json

import pytest
from hypothesis import given

from dragoman.records import Document, Entity, Record, stable_id
from tests.records_strategy import records


def test_a_stable_id_depends_on_every_part_and_on_nothing_else() -> None:
    assert stable_id("a", 1, None) == stable_id("a", 1, None)
    assert len({stable_id("a", "b"), stable_id("ab"), stable_id("b", "a"), stable_id("a", "b", "c")}) == 4
    assert len(stable_id("x")) == 16


@given(records)
def test_json_has_the_same_fields_whatever_is_known(record: Record) -> None:
    data = json.loads(record.to_json())
    assert list(data) == [
        "id", "source_id", "title", "published", "outlet", "url", "authors", "language", "text",
        "event_mentions", "statements", "actors", "relations", "coder", "notes",
    ]  # fmt: skip
    assert len(data["event_mentions"]) == len(record.event_mentions)
    for mention in data["event_mentions"]:
        assert {"event_type", "actors", "recipients", "status", "date", "place", "evidence"} <= set(mention)
        assert isinstance(mention["evidence"]["trigger"], list)
    for statement in data["statements"]:
        assert set(statement["speaker"]) >= {"name", "actor_id", "country", "sectors", "office", "span"}


@given(records)
def test_json_on_one_line_and_indented_say_the_same(record: Record) -> None:
    assert "\n" not in record.to_json()
    assert json.loads(record.to_json()) == json.loads(record.to_json(indent=1))


def test_unknown_is_null_or_empty_never_a_sentinel() -> None:
    data = Record(Document("x", "text")).to_dict()
    assert data["published"] is None
    assert data["authors"] == []


def test_records_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Document("x", "text").text = "y"  # type: ignore[misc]


def test_dates_are_iso_and_the_kind_of_an_actor_is_left_out() -> None:
    document = Document("x", "text", published=dt.date(2018, 8, 27))
    assert Record(document).to_dict()["published"] == "2018-08-27"
    from dragoman.records import _plain

    assert "kind" not in _plain(Entity("Iran"))
    assert _plain(Entity("Tasnim", kind="agency"))["kind"] == "agency"
