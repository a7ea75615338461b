"""Near-duplicate reports."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from dragoman import story
from dragoman.records import Document, Record
from dragoman.story.duplicates import PERMUTATIONS, bands, estimate, groups, shingles, signature
from tests.story import small as s

_WORDS = [a + b for a in "ba de fi go lu ma ne pi ro su".split() for b in "ker lan mor tis vel dra".split()]


def article(seed: int, words: int = 150) -> str:
    rng = random.Random(seed)
    return " ".join(rng.choice(_WORDS) for _ in range(words))


def grouped(*reports: tuple[str, str, dt.date | None]) -> list[set[str]]:
    with s.new_store() as store:
        store.add_many(Record(Document(key, text, published=day)) for key, text, day in reports)
        story.catch_up(store)
        rows = s.rows(
            store, "SELECT group_id, list(document_id) AS ids FROM document_groups GROUP BY ALL ORDER BY 1"
        )
    assert all(row["group_id"] in row["ids"] for row in rows)
    return [set(row["ids"]) for row in rows]


def changed(text: str, every: int) -> str:
    words = text.split()
    words[::every] = ["altered"] * len(words[::every])
    return " ".join(words)


@pytest.mark.parametrize(
    "copy",
    [
        article(1),
        article(1).upper(),
        f"By our own staff\n\n{article(1)}\n\n(With agency reports)",
        article(1)[: len(article(1)) * 2 // 3],
        f"{article(1)} {article(9, 40)}",
        changed(article(1), 25),
    ],
    ids=["verbatim", "in capitals", "with a header", "cut", "updated", "edited"],
)
def test_the_same_text_in_two_outlets_is_one_group(copy: str) -> None:
    assert grouped(("a", article(1), s.DAY), ("b", copy, s.DAY), ("c", article(2), s.DAY)) == [
        {"a", "b"},
        {"c"},
    ]


@pytest.mark.parametrize(
    "other",
    [article(3), changed(article(1), 3), f"{article(1, 30)} {article(5)}"],
    ids=["other", "rewritten", "quoting"],
)
def test_texts_that_share_little_are_two(other: str) -> None:
    assert len(grouped(("a", article(1), s.DAY), ("b", other, s.DAY))) == 2


def test_a_group_is_named_for_its_earliest_report_whatever_comes_first() -> None:
    late, early = ("a", article(1), s.DAY), ("b", article(1), s.DAY - dt.timedelta(2))
    with s.new_store() as store:
        for key, text, day in (late, early):
            store.add(Record(Document(key, text, published=day)))
            story.catch_up(store)
        rows = s.rows(store, "SELECT * FROM document_groups ORDER BY document_id")
    assert [(r["document_id"], r["group_id"], r["similarity"]) for r in rows] == [
        ("a", "b", 1.0),
        ("b", "b", 1.0),
    ]


def test_months_apart_only_the_very_same_text_is_a_copy() -> None:
    later = s.DAY + dt.timedelta(90)
    assert grouped(("a", article(1), s.DAY), ("b", article(1), later)) == [{"a", "b"}]
    assert len(grouped(("a", article(1), s.DAY), ("b", changed(article(1), 25), later))) == 2


def test_a_text_of_a_few_words_is_alone() -> None:
    assert len(grouped(("a", "Talks fail", s.DAY), ("b", "Talks fail", s.DAY), ("c", "", s.DAY))) == 3
    assert shingles("Talks fail") == frozenset()
    assert signature("Talks fail").size == 0
    assert bands(signature("")) == []


def test_an_estimate_is_near_the_truth_and_a_signature_always_the_same() -> None:
    one, other = article(1), changed(article(1), 10)
    a, b = shingles(one), shingles(other)
    assert estimate(signature(one), signature(other)) == pytest.approx(len(a & b) / len(a | b), abs=0.15)
    assert list(signature(one)) == list(signature(one))
    assert signature(one).size == PERMUTATIONS
    assert estimate(signature(one), signature("")) == 0.0


def test_groups_are_all_that_is_connected() -> None:
    known = {"a": "a", "b": "b", "c": "a", "d": "d"}
    assert groups(known, [("b", "c")], str) == {"a": "a", "b": "a", "c": "a", "d": "d"}
