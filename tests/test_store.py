from __future__ import annotations

import dataclasses
import datetime as dt
import uuid
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.exporting.flat import COLUMNS, flat_rows
from dragoman.records import CoderVersion, Document, Record
from dragoman.store import (
    AddResult,
    NotAStore,
    Store,
    StoreCounts,
    StoreNotFound,
    StoreUnwritable,
    StoreVersionError,
)
from dragoman.store.story_tables import STORY_TABLES
from tests.records_strategy import records

OLD, NEW = CoderVersion("0.1.0", "k1", "o", "c"), CoderVersion("0.2.0", "k2", "o", "c")


def report(key: str = "d1", text: str = "Some text.", coder: CoderVersion = OLD) -> Record:
    return Record(Document(key, text, published=dt.date(2020, 1, 2)), coder=coder)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "events.duckdb"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.open(path) as opened:
        yield opened


# --- adding and reading back -------------------------------------------------------------------


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(record=records)
def test_a_record_comes_back_as_it_was_added(store: Store, record: Record) -> None:
    # an id of its own: a report that differs in its file name alone counts as known and stays as it was
    document = dataclasses.replace(record.document, id=uuid.uuid4().hex)
    record = dataclasses.replace(record, document=document)
    store.add(record)
    assert store.record(document.id) == record


def test_adding_the_same_record_twice_adds_nothing(store: Store) -> None:
    assert store.add(report()) == AddResult(added=1)
    before = store.counts()
    assert store.add(report()) == AddResult(unchanged=1)
    assert store.counts() == before == StoreCounts(1, 0, 0, 0, 1)


def test_it_adds_nothing_in_a_later_session_either(path: Path) -> None:
    for expected in (AddResult(added=1), AddResult(unchanged=1)):
        with Store.open(path) as store:
            assert store.add(report()) == expected
    with Store.open(path) as store:
        assert store.counts().runs == 1


def test_another_coder_replaces_what_it_held_and_the_run_tells(store: Store) -> None:
    store.add(report(coder=OLD))
    assert store.add(report(coder=NEW)) == AddResult(replaced=1)
    assert store.counts().documents == 1
    runs = store.connection.execute("SELECT id, dragoman, documents FROM runs ORDER BY id").fetchall()
    assert runs == [(1, "0.1.0", 1), (2, "0.2.0", 1)]
    assert store.connection.execute("SELECT run FROM documents").fetchall() == [(2,)]


@settings(max_examples=30, deadline=None)
@given(first=records, second=records)
def test_replacing_leaves_no_row_of_the_old_record(first: Record, second: Record) -> None:
    second = dataclasses.replace(second, document=dataclasses.replace(second.document, id=first.document.id))
    with Store(duckdb.connect(), Path("memory")) as store:
        store._make()
        store.add(first)
        store.add(second)
        assert store.record(first.document.id) == second
        counts = store.counts()
        assert (counts.documents, counts.event_mentions) == (1, len(second.event_mentions))
        parties = sum(len(m.actors + m.recipients + m.attribution) for m in second.event_mentions)
        held = store.connection.execute("SELECT count(*) FROM mention_actors").fetchone()
        assert held == (parties,)


def test_many_are_added_in_batches_and_the_last_of_two_with_one_id_counts(store: Store) -> None:
    many = [report(f"d{n}") for n in range(150)]
    assert store.add_many(many, batch=64) == AddResult(added=150)
    assert store.add_many([report("x", "one"), report("x", "two")]) == AddResult(added=1, unchanged=1)
    found = store.record("x")
    assert found is not None
    assert found.document.text == "two"
    assert len(list(store.records())) == 151


def test_a_batch_that_fails_leaves_the_earlier_ones_and_nothing_of_its_own(path: Path) -> None:
    broken = report("bad", text="\ud800")
    with Store.open(path) as store:
        store.add(report("good"))
        with pytest.raises(UnicodeEncodeError):
            store.add_many([report("also good"), broken])
        assert [r.document.id for r in store.records()] == ["good"]
        assert store.add(report("after")) == AddResult(added=1)
    with Store.open(path) as store:
        assert store.counts().documents == 2


def test_an_unknown_document_is_none(store: Store) -> None:
    assert store.record("nobody") is None


# --- views -------------------------------------------------------------------------------------


@settings(max_examples=30, deadline=None)
@given(record=records)
def test_the_flat_view_holds_what_csv_and_parquet_hold(record: Record) -> None:
    with Store(duckdb.connect(), Path("memory")) as store:
        store._make()
        store.add(record)
        found = store.connection.execute("SELECT * FROM events_flat")
        assert [column[0] for column in found.description] == [column.name for column in COLUMNS]
        names = [column.name for column in COLUMNS]
        rows = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
        assert rows == list(flat_rows(record))


def test_statements_can_be_read_flat(store: Store) -> None:
    found = store.connection.execute("SELECT speaker, reported_by, text FROM statements_flat")
    assert found.fetchall() == []


# --- files that cannot be used -----------------------------------------------------------------


def test_a_store_is_made_where_there_is_none_unless_told_otherwise(path: Path) -> None:
    with pytest.raises(StoreNotFound, match="no such store"):
        Store.open(path, create=False)
    with pytest.raises(StoreNotFound):
        Store.open(path, read_only=True)
    Store.open(path).close()
    Store.open(path, create=False).close()


def test_a_store_of_another_version_is_told_apart(path: Path) -> None:
    with Store.open(path) as store:
        store.connection.execute("UPDATE meta SET value = '99' WHERE key = 'schema_version'")
    with pytest.raises(StoreVersionError, match=r"version 99.*code the reports into a new file"):
        Store.open(path)


def test_a_store_of_version_1_gets_the_tables_that_came_later_and_loses_nothing(path: Path) -> None:
    with Store.open(path) as store:
        store.add(report())
        for table in STORY_TABLES:
            store.connection.execute(f"DROP TABLE {table.name}")
        store.connection.execute("DROP TABLE relations")
        store.connection.execute("UPDATE meta SET value = '1' WHERE key = 'schema_version'")
    with pytest.raises(StoreVersionError, match="dragoman story rebuild"):
        Store.open(path, read_only=True)
    with Store.open(path) as store:
        assert store.record("d1") == report()
        assert store.connection.execute("SELECT count(*) FROM events").fetchone() == (0,)
    Store.open(path, read_only=True).close()


@pytest.mark.parametrize(
    "content", [b"", b"hello, this is a letter\n" * 200, b"PAR1" + bytes(400), bytes(20_000)]
)
def test_a_file_that_is_no_store_is_left_alone(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(NotAStore, match="name another file"):
        Store.open(path)
    assert path.read_bytes() == content


def test_somebody_elses_database_is_left_alone(path: Path) -> None:
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE mine (x INTEGER)")
    with pytest.raises(NotAStore, match="not a store of dragoman"):
        Store.open(path)
    with duckdb.connect(str(path)) as connection:
        assert connection.execute("SHOW TABLES").fetchall() == [("mine",)]


def test_an_empty_database_becomes_a_store(path: Path) -> None:
    duckdb.connect(str(path)).close()
    with Store.open(path) as store:
        assert store.add(report()) == AddResult(added=1)


@pytest.mark.parametrize("name", ["events.csv", "events.parquet", "events.json"])
def test_a_name_that_duckdb_would_read_as_something_else_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotAStore, match=r"events\.duckdb"):
        Store.open(tmp_path / name)


def test_a_folder_and_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(NotAStore, match="a folder"):
        Store.open(tmp_path)
    with pytest.raises(StoreUnwritable, match="make the folder first"):
        Store.open(tmp_path / "nowhere" / "events.duckdb")


def test_a_file_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreUnwritable):
        Store.open(tmp_path / "file" / "events.duckdb")
    with pytest.raises(StoreUnwritable, match="cannot be opened"):
        Store.open(Path("/proc") / "events.duckdb")


def test_a_write_that_fails_says_what_stands(path: Path) -> None:
    Store.open(path).close()
    with (
        Store.open(path, read_only=True) as store,
        pytest.raises(StoreUnwritable, match="what was stored before stands"),
    ):
        store.add(report())


def test_a_store_that_another_program_holds_open(path: Path, tmp_path: Path) -> None:
    import subprocess
    import sys

    with Store.open(path):
        script = f"from dragoman.store import Store; Store.open({str(path)!r})"
        ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert "StoreBusy" in ended.stderr
    assert "has the store open" in ended.stderr


@settings(max_examples=10, deadline=None)
@given(st.binary(min_size=1, max_size=60))
def test_a_damaged_store_never_escapes_as_a_bare_database_error(
    tmp_path_factory: pytest.TempPathFactory, junk: bytes
) -> None:
    path = tmp_path_factory.mktemp("damaged") / "events.duckdb"
    path.write_bytes(bytes(8) + b"DUCK" + junk * 100)
    with pytest.raises((NotAStore, StoreVersionError, StoreUnwritable)):
        Store.open(path)
