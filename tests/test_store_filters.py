from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.records import (
    Document,
    Entity,
    EventDate,
    EventMention,
    EventPlace,
    Evidence,
    Magnitude,
    Record,
)
from dragoman.store import Store, search
from dragoman.store.filters import EVENTS, MENTIONS, Filter, FilterError, period, where

IRAN = Entity("Iran", "country:IRN", "IRN", ("GOV",))
HATAMI = Entity("Amir Hatami", "person:amir-hatami", "IRN", ("GOV", "MIL"), "Minister of Defence")
SYRIA = Entity("Syria", "country:SYR", "SYR", ("GOV",))
REBELS = Entity("the rebels", None, "SYR", ("REB",))
TASNIM = Entity("Tasnim", "outlet:tasnim", "IRN", kind="agency")
DAMASCUS = EventPlace("Damascus", "SYR", "Damascus", 33.51, 36.29, precision="city")


def mention(key: str, kind: str, sentence: str, **known: object) -> EventMention:
    base = EventMention(
        key, kind, None, (), "042", 1, "verbal cooperation", 1.0, 1.0, (), (), "asserted", (),
        EventDate(None, None), None, Magnitude(), Evidence("text", sentence, 0, len(sentence), (0, 1)), 0.9,
    )  # fmt: skip
    return replace(base, **known)  # type: ignore[arg-type]


VISIT = mention(
    "visit", "CONSULT", "Hatami met Syria's leaders in Damascus.",
    event_mode="visit", contexts=("military",), actors=(HATAMI,), recipients=(SYRIA,), attribution=(TASNIM,),
    date=EventDate(dt.date(2018, 8, 26), dt.date(2018, 8, 27)), place=DAMASCUS,
)  # fmt: skip
PACT = mention(
    "pact", "AGREE", "Iran and Syria signed agreements on defence.",
    cameo="057", quad_code=1, actors=(IRAN, SYRIA), confidence=0.6,
)  # fmt: skip
RAID = mention(
    "raid", "ASSAULT", "The rebels denied attacking the base in Évora.",
    cameo="190", quad_code=4, status="denied", actors=(REBELS,), recipients=(SYRIA,),
    date=EventDate(dt.date(2019, 1, 5), dt.date(2019, 1, 5)),
    place=EventPlace("Évora", "PRT", None, 38.6, -7.9),
)  # fmt: skip
FIRST = Document(
    "d1", "Hatami met Syria's leaders in Damascus. Iran and Syria signed agreements on defence.",
    title="Iranian minister ends visit", published=dt.date(2018, 8, 28), outlet="Al Jazeera",
)  # fmt: skip
SECOND = Document("d2", "The rebels denied attacking the base in Évora.", published=dt.date(2019, 1, 6))


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store(duckdb.connect(), Path("memory")) as made:
        made._make()
        made.add_many([Record(FIRST, (VISIT, PACT)), Record(SECOND, (RAID,))])
        made.connection.execute(
            """INSERT INTO events BY NAME SELECT 'e-' || id AS id, event_type, event_mode, contexts, cameo,
            quad_code, status, date_start, date_end, place_name, place_country, latitude, longitude,
            confidence, sentence FROM event_mentions"""
        )
        made.connection.execute(
            """INSERT INTO event_members BY NAME SELECT 'e-' || id AS event_id, id AS mention_id, document_id,
            position AS mention FROM event_mentions"""
        )
        made.connection.execute(
            """INSERT INTO event_actors BY NAME SELECT t.event_id, p.role, p.position, p.name, p.actor_id,
            p.country, p.sectors, p.office FROM mention_actors p JOIN event_members t
            ON t.document_id = p.document_id AND t.mention = p.mention WHERE p.role <> 'attribution'"""
        )
        yield made


def found(store: Store, asked: Filter) -> str:
    """Ids of the mentions asked for, having seen that the events asked for are theirs."""
    out = []
    for target in (MENTIONS, EVENTS):
        clause = where(asked, target)
        sql = f"SELECT {target.alias}.id FROM {target.source} WHERE {clause.sql} ORDER BY 1"
        out.append([str(row[0]) for row in store.connection.execute(sql, clause.parameters).fetchall()])
    undated = asked.since or asked.until
    if not undated:  # the events of this test have no dates of reports to fall back on
        assert out[1] == [f"e-{key}" for key in out[0]]
    return " ".join(out[0])


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (Filter(), "pact raid visit"),
        (Filter(actors=("IRN",)), "pact visit"),
        (Filter(actors=("IRN+MIL",)), "visit"),
        (Filter(actors=("MIL", "REB")), "raid visit"),
        (Filter(actors=("person:amir-hatami",)), "visit"),
        (Filter(actors=("hatami",)), "visit"),
        (Filter(actors=("amir hatami",)), "visit"),
        (Filter(actors=("IRN",), recipients=("SYR",)), "pact visit"),
        (Filter(recipients=("REB",)), ""),
        (Filter(parties=("SYR", "IRN")), "pact visit"),
        (Filter(parties=("SYR", "REB")), "raid"),
        (Filter(types=("AGREE", "ASSAULT")), "pact raid"),
        (Filter(modes=("visit",)), "visit"),
        (Filter(contexts=("military", "cyber")), "visit"),
        (Filter(cameo=("04", "190")), "raid visit"),
        (Filter(quads=(4,)), "raid"),
        (Filter(statuses=("denied",)), "raid"),
        (Filter(until=dt.date(2018, 8, 26)), "visit"),
        (Filter(since=dt.date(2018, 8, 28), until=dt.date(2018, 12, 31)), "pact"),
        (Filter(since=dt.date(2018, 8, 27)), "pact raid visit"),
        (Filter(places=("SYR",)), "visit"),
        (Filter(places=("evora",)), "raid"),
        (Filter(box=(30, 30, 40, 40)), "visit"),
        (Filter(box=(170, 30, -5, 40)), "raid"),
        (Filter(according_to=("tasnim",)), "visit"),
        (Filter(outlets=("jazeera",)), "pact visit"),
        (Filter(text="agreement defence"), "pact"),
        (Filter(text="sign agreement"), "pact"),
        (Filter(text="EVORA attacked"), "raid"),
        (Filter(text='"agreements on defence"'), "pact"),
        (Filter(text='"defence agreements"'), ""),
        (Filter(text="minister defence"), ""),
        (Filter(text="minister defence", text_in="report"), "pact visit"),
        (Filter(min_confidence=0.7), "raid visit"),
        (Filter(documents=("d2",)), "raid"),
        (Filter(events=("e-pact", "e-raid")), "pact raid"),
        (Filter(actors=("IRN",), types=("CONSULT",), text="met"), "visit"),
    ],
)
def test_a_filter_finds_mentions_and_their_events(store: Store, asked: Filter, expected: str) -> None:
    assert found(store, asked) == expected


def test_what_cannot_be_asked_is_said_so() -> None:
    with pytest.raises(FilterError, match="no event type 'MEET'; there are ACCUSE, AGREE"):
        Filter(types=("MEET",))
    with pytest.raises(FilterError, match="no status 'true'"):
        Filter(statuses=("true",))
    with pytest.raises(FilterError, match="later than until"):
        Filter(since=dt.date(2020, 1, 2), until=dt.date(2020, 1, 1))
    for words in ({"since": "yesterday"}, {"box": "1,2,3"}, {"min_confidence": "high"}, {"quad": "7"}):
        with pytest.raises(FilterError):
            Filter.of(words)


def test_words_become_a_filter() -> None:
    asked = Filter.of(
        {"type": "agree", "since": "2018-02", "until": ["2018-02"], "actor": ["IRN", ""], "page": "3",
         "text": ["prisoner", "swap"], "box": "1,2,3,4", "quad": "1"}
    )  # fmt: skip
    assert asked == Filter(
        actors=("IRN",), types=("AGREE",), since=dt.date(2018, 2, 1), until=dt.date(2018, 2, 28),
        text="prisoner swap", box=(1.0, 2.0, 3.0, 4.0), quads=(1,),
    )  # fmt: skip
    assert Filter.of({}).is_empty
    assert not asked.is_empty


names = st.lists(st.text("abcIRN:'\"%+-é ", min_size=1, max_size=6).map(str.strip).filter(bool), max_size=2)
many = names.map(tuple)
filters = st.builds(
    Filter, many, many, many,
    types=st.sampled_from([(), ("AGREE",), ("AGREE", "COERCE")]), cameo=many, places=many,
    since=st.none() | st.dates(dt.date(1990, 1, 1)), according_to=many, outlets=many,
    text=st.none() | st.text("ab'\"$% ", min_size=1, max_size=9).map(str.strip).filter(bool),
    text_in=st.sampled_from(["evidence", "report"]), min_confidence=st.none() | st.floats(0, 1),
    box=st.none() | st.tuples(*[st.floats(-180, 180)] * 4), documents=many, events=many,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(asked=filters)
def test_a_filter_can_be_written_as_words_and_is_always_valid_sql(store: Store, asked: Filter) -> None:
    assert Filter.of(asked.words()) == asked
    found(store, asked)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2018", "2018-01-01", "2018-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        (" 2018-08-27 ", "2018-08-27", "2018-08-27"),
    ],
)
def test_periods(text: str, first: str, last: str) -> None:
    assert period(text) == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))


def test_the_search_ranks_and_follows_changes(store: Store) -> None:
    for key, text in (
        ("s1", "A ceasefire. A ceasefire, again a ceasefire."),
        ("s2", "A ceasefire " + "x " * 90),
    ):
        store.add(Record(Document(key, text)))
    assert [f.document_id for f in search.search(store.connection, "ceasefires")] == ["s1", "s2"]
    assert search.search(store.connection, "") == search.search(store.connection, "unheard") == []
    store.add(Record(Document("s1", "The truce.")))
    assert [f.document_id for f in search.search(store.connection, "ceasefire")] == ["s2"]
    before = store.connection.execute("FROM search_index ORDER BY ALL").fetchall()
    search.rebuild(store.connection)
    assert store.connection.execute("FROM search_index ORDER BY ALL").fetchall() == before
