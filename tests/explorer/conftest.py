"""A small store whose reports are the tests' own, and a client and a server over it."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import uvicorn

from dragoman.explorer import Settings, create_app
from dragoman.records import Record
from dragoman.store import Store
from dragoman.story import rebuild
from tests.explorer.browser import Browser, chromium
from tests.explorer.small import records

TOKEN = "a-token-for-the-tests"


@pytest.fixture(scope="session")
def coded() -> list[Record]:
    """The reports of ``small.py``, coded once."""
    return records()


@pytest.fixture(scope="session")
def whole_store(tmp_path_factory: pytest.TempPathFactory, coded: list[Record]) -> Path:
    """A store of these reports, with its story told; tests take a copy of it."""
    path = tmp_path_factory.mktemp("explorer") / "whole.duckdb"
    with Store.open(path) as store:
        store.add_many(coded)
        for _ in rebuild(store):
            pass
    return path


@pytest.fixture
def store_path(tmp_path: Path, whole_store: Path) -> Path:
    """A store that a test may change."""
    return Path(shutil.copy(whole_store, tmp_path / "small.duckdb"))


class Server:
    """An explorer that listens on this machine."""

    def __init__(self, path: Path, settings: Settings | None = None) -> None:
        listening = socket.create_server(("127.0.0.1", 0))
        self.port = listening.getsockname()[1]
        self.settings = settings or Settings(port=self.port, token=TOKEN)
        self.url = f"http://127.0.0.1:{self.port}"
        self.app = create_app(path, self.settings)
        self.server = uvicorn.Server(uvicorn.Config(self.app, log_level="error", lifespan="off"))
        self.thread = threading.Thread(target=self.server.run, kwargs={"sockets": [listening]}, daemon=True)
        self.thread.start()
        while not self.server.started:
            time.sleep(0.02)

    def close(self) -> None:
        """Stop, and close the store."""
        self.server.should_exit = True
        self.thread.join(10)
        self.app.state.explorer.db.close()

    def client(self, **options: object) -> httpx.Client:
        """A client that reads; give it ``headers`` to write."""
        return httpx.Client(base_url=self.url, timeout=30, **options)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def server(whole_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server for all tests of a file, over a store of their own."""
    found = Server(Path(shutil.copy(whole_store, tmp_path_factory.mktemp("served") / "small.duckdb")))
    yield found
    found.close()


@pytest.fixture
def client(server: Server) -> Iterator[httpx.Client]:
    """Somebody who reads."""
    with server.client() as found:
        yield found


@pytest.fixture
def writer(server: Server) -> Iterator[httpx.Client]:
    """A program that may write."""
    with server.client(headers={"authorization": f"Bearer {TOKEN}"}) as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests; they are skipped where there is none."""
    if chromium() is None:
        pytest.skip("Chromium is not installed")
    found = Browser()
    yield found
    found.close()
