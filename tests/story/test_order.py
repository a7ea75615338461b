"""The story is the same whatever the order of arrival, and the same when told again from scratch."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

from benchmarks.story_corpus import corpus
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman import story
from dragoman.records import EventMention, Record
from tests.story import small as s

_parties = st.sampled_from(
    [
        (),
        (s.KENYA,),
        (s.UGANDA,),
        (s.KENYA, s.UGANDA),
        (s.MINISTER, s.UGANDA),
        (s.GUNMEN,),
        (s.REBELS,),
        (s.SUDAN,),
    ]
)
_days = st.sampled_from([None, *(s.DAY + dt.timedelta(n) for n in (0, 0, 1, 2))])
_sentences = st.sampled_from(
    [None, "The two sides signed a defence agreement in the capital.", "They agreed a ceasefire deal."]
)
_WORDS = [
    "The meeting on the water of the lake was held behind closed doors and ended late in the evening",
    "The meeting on the water of the lake was held behind closed doors and ended at night without a result",
    "Rebels came at dawn and burnt the market of the town before the army of the province could reach it",
]


def _mentions() -> st.SearchStrategy[EventMention]:
    return st.builds(
        s.mention,
        st.sampled_from(["CONSULT", "ASSAULT", "AGREE", "SUPPORT"]),
        _parties,
        st.sampled_from([(), (s.VILLAGERS,), (s.UGANDA,)]),
        day=_days,
        basis=st.sampled_from(["text", "published"]),
        place=st.sampled_from([None, s.NYALA, s.DARFUR, s.SOMEWHERE, s.KAMPALA]),
        status=st.sampled_from(["asserted", "asserted", "denied", "future", "negated"]),
        mode=st.sampled_from([None, "firearms", "aerial"]),
        killed=st.sampled_from([None, 3, 5, 80]),
        sentence=_sentences,
    )


@st.composite
def _piles(draw: st.DrawFn) -> list[Record]:
    """A few reports that share happenings and words."""
    pile = []
    for n in range(draw(st.integers(2, 7))):
        mentions = draw(st.lists(_mentions(), max_size=3))
        text = draw(st.sampled_from(_WORDS)) + "\n".join(m.evidence.text for m in mentions)
        published = draw(st.sampled_from([None, s.DAY, s.DAY + dt.timedelta(1), s.DAY + dt.timedelta(40)]))
        pile.append(s.record(*mentions, key=f"d{n}", outlet=f"Paper {n % 3}", published=published, text=text))
    return pile


def _arriving(
    batches: list[list[Record]], memory: story.Memory | None = None
) -> dict[str, list[tuple[Any, ...]]]:
    with s.new_store() as store:
        for batch in batches:
            store.add_many(batch)
            story.update(store, [r.document.id for r in batch], memory)
        return s.told(store)


def _cut(data: st.DataObject, pile: list[Record]) -> list[list[Record]]:
    shuffled = data.draw(st.permutations(pile))
    cuts = sorted(data.draw(st.sets(st.integers(1, len(pile) - 1), max_size=3)))
    return [shuffled[a:b] for a, b in zip([0, *cuts], [*cuts, len(pile)], strict=True)]


SLOW = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SLOW
@given(_piles(), st.data())
def test_any_order_of_arrival_gives_the_same_story(pile: list[Record], data: st.DataObject) -> None:
    memory = story.Memory(data.draw(st.sampled_from([0, 3, 1000])))
    assert _arriving(_cut(data, pile), memory) == _arriving([pile])


@SLOW
@given(_piles(), st.data())
def test_a_rebuild_gives_the_same_story(pile: list[Record], data: st.DataObject) -> None:
    with s.new_store() as store:
        for batch in _cut(data, pile):
            store.add_many(batch)
            story.update(store, [r.document.id for r in batch])
        before = s.told(store)
        assert sum(change.documents for change in story.rebuild(store)) == len(pile)
        assert s.told(store) == before


@SLOW
@given(_piles(), _piles(), st.data())
def test_reports_that_are_coded_again_or_removed_leave_no_trace(
    pile: list[Record], other: list[Record], data: st.DataObject
) -> None:
    first = {r.document.id: r for r in other}
    with s.new_store() as store:
        store.add_many(first.values())
        story.update(store, first)
        store.add_many(pile)
        story.update(store, [r.document.id for r in pile])
        gone = first.keys() - {r.document.id for r in pile}
        for table, key in (
            ("event_mentions", "document_id"),
            ("mention_actors", "document_id"),
            ("documents", "id"),
        ):
            store.connection.execute(
                f"DELETE FROM {table} WHERE {key} IN (SELECT unnest($g))", {"g": list(gone)}
            )
        assert set(story.missing(store)) == gone
        story.update(store, gone)
        assert story.missing(store) == []
        assert s.told(store) == _arriving(_cut(data, pile))


def test_a_corpus_told_in_pieces_is_the_corpus_told_at_once() -> None:
    records = corpus(150, seed=3).records
    pieces = [records[n::4] for n in range(4)]
    assert _arriving(pieces) == _arriving([sorted(records, key=lambda r: r.document.id)])


def test_a_report_that_is_stored_twice_is_told_once() -> None:
    record = s.record(s.mention(), key="d1")
    renamed = dataclasses.replace(record, document=dataclasses.replace(record.document, outlet="Other"))
    with s.new_store() as store:
        for version in (record, record, renamed):
            store.add(version)
            story.update(store, ["d1"])
        assert s.rows(store, "SELECT n_mentions, n_documents, n_outlets FROM events") == [
            {"n_mentions": 1, "n_documents": 1, "n_outlets": 1}
        ]
