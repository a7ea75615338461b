"""The command: what it refuses, and that it serves what it prints."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from dragoman.store import Store

COMMAND = [sys.executable, "-c", "from dragoman.cli import main; main()", "serve"]


@pytest.mark.parametrize(
    ("options", "code", "says"),
    [
        (["--host", "0.0.0.0"], 2, "token"),
        (["--token", "short"], 2, "16 characters"),
        (["--store", "missing.duckdb"], 3, "there is no such store"),
        (["--port", "99999"], 2, "port"),
    ],
)
def test_what_cannot_be_served_is_told(tmp_path: Path, options: list[str], code: int, says: str) -> None:
    done = subprocess.run([*COMMAND, *options], cwd=tmp_path, capture_output=True, text=True, timeout=120)
    assert done.returncode == code
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_the_printed_address_is_served(store_path: Path) -> None:
    server = subprocess.Popen(
        [*COMMAND, "--store", str(store_path), "--port", "0"], stderr=subprocess.PIPE, text=True
    )
    try:
        assert server.stderr is not None
        found = re.search(r"http://127\.0\.0\.1:\d+/\?token=\S+", server.stderr.readline())
        assert found
        with httpx.Client(timeout=60, follow_redirects=True) as client:
            page = client.get(found[0])
            assert page.status_code == 200
            assert "token" not in str(page.url)
            assert client.cookies.get("dragoman_token")
        with Store.open(store_path) as store:  # others may write while it is shown
            assert store.counts().documents
    finally:
        server.terminate()
        server.wait(20)
    assert [p.name for p in store_path.parent.iterdir()] == [store_path.name]
