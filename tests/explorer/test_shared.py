"""Other programs write the store while the explorer shows it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from dragoman import story
from dragoman.explorer import Settings
from dragoman.explorer.shared import Shared, close
from dragoman.records import Record
from dragoman.store import Store, StoreError, turns
from dragoman.store import reviews as kept
from dragoman.store.errors import StoreBusy
from tests.explorer.conftest import TOKEN, Server

HOLD = """
import sys
from dragoman.store import Store
with Store.open(sys.argv[1]):
    print("open", flush=True)
    sys.stdin.read()
"""

RUN = """
import sys
from pathlib import Path
from dragoman.store import Store, ingest
from tests.quick_coder import NAME
ingest.BATCH = ingest.CHUNK
said = []
def stored(progress):
    if progress.committed and not said:
        said.append(print("stored", flush=True))
with Store.open(sys.argv[1]) as store:
    run = ingest.Ingest(store, processes=0, coder=NAME, on_progress=stored)
    print(run.run([Path(sys.argv[2])]).documents, flush=True)
"""


@pytest.fixture
def shared(store_path: Path) -> Shared:
    return Shared(store_path, seconds=30)


@pytest.fixture
def server(shared: Shared) -> Iterator[Server]:
    found = Server(shared.database(), Settings(token=TOKEN))  # type: ignore[arg-type]
    yield found
    found.server.should_exit = True
    found.thread.join(10)
    close(found.app.state.explorer.db)


@pytest.fixture
def writer(store_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another program that has the store open to write."""
    program = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(store_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None
    assert program.stdout.readline() == "open\n"
    yield program
    program.communicate()


def decide(client: httpx.Client, record: Record, decision: str = "confirm") -> httpx.Response:
    mention = record.event_mentions[0].id
    form = {"document": record.document.id, "mention": mention, "decision": decision, "back": "/review"}
    return client.post("/review/decide", data=form)


def test_the_store_can_be_written_and_is_then_shown(
    server: Server, shared: Shared, store_path: Path, coded: list[Record]
) -> None:
    explorer = server.app.state.explorer
    with server.client() as client:
        reports = len(client.get("/api/v1/reports").json()["data"])
        assert not shared.refresh(explorer)
        with Store.open(store_path) as store:
            store.add(replace(coded[0], document=replace(coded[0].document, id="new")))
            story.catch_up(store)
        assert len(client.get("/api/v1/reports").json()["data"]) == reports
        old = explorer.db
        assert shared.refresh(explorer)
        assert len(client.get("/api/v1/reports").json()["data"]) == reports + 1
        close(old)
        assert not shared.refresh(explorer)
        assert client.get("/").status_code == 200
    assert len(list(store_path.parent.glob(".*.shown-*"))) == 1


def test_decisions_go_into_the_store_itself(
    server: Server, shared: Shared, store_path: Path, coded: list[Record]
) -> None:
    with server.client(headers={"authorization": f"Bearer {TOKEN}"}) as client:
        client.post("/review/name", data={"reviewer": "Ada", "back": "/review"})
        assert decide(client, coded[1]).status_code == 303
        assert [r["decision"] for r in client.get("/api/v1/reviews").json()["data"]] == ["confirm"]
        assert client.get("/api/v1/events", params={"reviewed": "confirmed"}).json()["total"] == 1
    assert not shared.changed  # what was written stands in the copy too
    with Store.open(store_path) as store:
        assert [r.reviewer for r in kept.all_reviews(store.connection)] == ["Ada"]


def test_while_another_program_writes_reading_goes_on_and_decisions_wait(
    server: Server,
    shared: Shared,
    writer: subprocess.Popen[str],
    coded: list[Record],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("dragoman.explorer.shared.WAIT", 0.2)
    with server.client(headers={"authorization": f"Bearer {TOKEN}"}) as client:
        client.post("/review/name", data={"reviewer": "Ada", "back": "/review"})
        assert client.get("/events").status_code == 200
        refused = decide(client, coded[1])
        assert refused.status_code == 503
        assert "Another program is writing the store" in refused.text
        assert client.get("/api/v1/reviews").json()["data"] == []
        shared._signature = None  # as if the writer had changed it
        assert not shared.refresh(server.app.state.explorer)
        writer.communicate()
        assert decide(client, coded[1]).status_code == 303


def test_a_long_run_lets_the_explorer_see_what_it_has_stored(
    server: Server, shared: Shared, store_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dragoman.explorer.shared.ASK", 0.0)
    lines = (json.dumps({"id": f"n{n}", "text": f"Kenya met Uganda, talk {n}."}) for n in range(60))
    (tmp_path / "news.jsonl").write_text("\n".join(lines), encoding="utf-8")
    program = subprocess.Popen(
        [sys.executable, "-c", RUN, str(store_path), str(tmp_path / "news.jsonl")],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"DRAGOMAN_TEST_SLOW": "0.1"},
    )
    assert program.stdout is not None
    assert program.stdout.readline() == "stored\n"
    explorer = server.app.state.explorer
    stopped = threading.Event()
    watching = threading.Thread(target=shared.watch, args=(explorer, stopped))
    watching.start()
    with server.client() as client:
        seen = len(client.get("/api/v1/reports", params={"limit": 100}).json()["data"])
        until = time.monotonic() + 30
        while program.poll() is None and time.monotonic() < until:
            now = len(client.get("/api/v1/reports", params={"limit": 100}).json()["data"])
            if now > seen:
                break
            time.sleep(0.05)
    assert program.poll() is None
    assert now > seen
    stopped.set()
    watching.join()
    assert program.communicate()[0] == "60\n"
    assert not list(store_path.parent.glob("*.asked"))


def test_a_reader_waits_for_its_turn_and_a_note_of_a_dead_one_holds_nobody_up(
    store_path: Path, writer: subprocess.Popen[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(StoreBusy):
        turns.open_in_turn(store_path, wait=0.3)
    assert not turns.is_asked(store_path)
    writer.communicate()
    monkeypatch.setattr(turns, "GIVEN", 0.2)
    with Store.open(store_path) as store:
        assert not turns.give(store)
        turns.ask(store_path)
        assert turns.give(store)
        assert store.counts().documents
    assert not turns.is_asked(store_path)


def test_who_has_the_store_open_is_said(store_path: Path, writer: subprocess.Popen[str]) -> None:
    with pytest.raises(StoreBusy, match=f"process {writer.pid}"):
        Store.open(store_path)
    with pytest.raises(StoreError):
        Shared(store_path, seconds=1).database()


def test_copies_of_servers_that_were_killed_are_removed(store_path: Path) -> None:
    left = store_path.with_name(f".{store_path.name}.shown-999999999-1")
    left.write_bytes(b"")
    Shared(store_path, seconds=1)
    assert not left.exists()
