"""Many ask at once, and each gets the same answer as alone."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from tests.explorer.conftest import Server


def test_many_can_ask_at_once(server: Server) -> None:
    paths = [
        "/",
        "/events?actor=SYR",
        "/network",
        "/api/v1/facets?type=ASSAULT",
        "/map",
        "/review",
        "/reports/d2",
    ]
    with server.client() as client, ThreadPoolExecutor(12) as pool:
        answers = list(pool.map(client.get, paths * 8))
    assert [a.status_code for a in answers] == [200] * len(answers)
    for n, path in enumerate(paths):
        assert len({a.text for a in answers[n :: len(paths)]}) == 1, path
