"""Floors on a corpus with a known story; the large one is a benchmark (docs/story.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from benchmarks.pairwise import pairwise
from benchmarks.story import scores
from benchmarks.story_corpus import Corpus, corpus

from dragoman import story
from tests.story import small as s

if TYPE_CHECKING:
    from dragoman.coding import Coder


def test_floors_on_a_thousand_reports() -> None:
    made = corpus(1000, seed=1)
    with s.new_store() as store:
        store.add_many(made.records)
        story.catch_up(store)
        found = scores(made, store)
    assert found["events"].f1 >= 0.90
    assert found["near-duplicates"].f1 >= 0.97
    assert found["agreements"].f1 >= 0.95


def test_a_corpus_is_the_same_for_the_same_seed() -> None:
    one, other = corpus(50, seed=4), corpus(50, seed=4)
    assert (one.records, one.events, one.groups) == (other.records, other.events, other.groups)
    assert corpus(50, seed=5).records != one.records


def test_pairwise_scores() -> None:
    truth = {1: "a", 2: "a", 3: "a", 4: "b"}
    assert pairwise(truth, truth) == (1.0, 1.0, 1.0)
    assert pairwise(truth, {1: "x", 2: "x", 3: "y", 4: "y"}) == pytest.approx((1 / 2, 1 / 3, 0.4))
    assert pairwise(truth, {n: n for n in truth}).f1 == 0.0
    with pytest.raises(ValueError, match="1 items"):
        pairwise(truth, {1: "a", 2: "a", 3: "a"})


def coded(coder: Coder, made: Corpus) -> tuple[dict[tuple[str, int], str], Corpus]:
    """The corpus read from its text alone; truth for the mentions that came out with the right type."""
    out = Corpus(groups=made.groups)
    for record in made.records:
        truth = {
            (m.evidence.start, m.event_type): made.events[record.document.id, n]
            for n, m in enumerate(record.event_mentions)
        }
        again = coder.code(record.document)
        out.records.append(again)
        for n, m in enumerate(again.event_mentions):
            event = truth.get((m.evidence.start, m.event_type))
            if event:
                out.events[record.document.id, n] = event
    return out.events, out


def test_from_text_through_the_coder(coder: Coder) -> None:
    made = corpus(120, seed=2, most=6)
    truth, again = coded(coder, made)
    assert len(truth) >= 0.5 * len(made.events)
    with s.new_store() as store:
        store.add_many(again.records)
        story.catch_up(store)
        rows = store.connection.execute("SELECT document_id, mention, event_id FROM event_members").fetchall()
    found = {(d, n): event for d, n, event in rows if (d, n) in truth}
    assert pairwise(truth, found).f1 >= 0.8
