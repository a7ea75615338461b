"""Every view answers, shows what the store holds, and says plainly what is wrong with an address."""

from __future__ import annotations

import re

import httpx
import pytest

VIEWS = (
    "/ /events /map /timeline /timeline?unit=month /network /network?level=actor /pair?a=IRN&b=SYR /actors "
    "/actors/country:SYR /agreements /reports /reports/d1 /review /review/agreement /review/reports/d1 /help"
).split()


@pytest.mark.parametrize("path", VIEWS)
def test_every_view_answers(client: httpx.Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert "<h1" in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_the_overview_tells_what_is_contested(client: httpx.Client) -> None:
    page = client.get("/").text
    assert "contested" in page
    assert "denied by <bdi>spokesman" in page


def test_an_event_shows_all_its_tellings_and_where_they_differ(client: httpx.Client) -> None:
    found = client.get("/api/v1/events", params={"status": "contested"}).json()["data"]
    assert len(found) == 1
    page = client.get(f"/events/{found[0]['id']}").text
    assert page.count('class="telling"') == found[0]["n_mentions"] >= 3
    assert "12–30" in page
    assert re.search(r"<bdi>spokesman</bdi>.*?did not happen", page, re.S)
    assert 'class="m action q4"' in page
    assert 'class="m actor"' in page


@pytest.mark.parametrize(
    ("query", "holds", "lacks"),
    [
        ("actor=IRN", "visited", "shelled"),
        ("type=ASSAULT", "shelled", "visited"),
        ("text=killing", "shelled", "visited"),
        ("until=2018-08", "visited", "shelled"),
        ("according_to=Tasnim", "visited", "shelled"),
    ],
)
def test_the_table_filters(client: httpx.Client, query: str, holds: str, lacks: str) -> None:
    table = client.get(f"/events?{query}").text.split("<tbody>")[-1]
    assert holds in table
    assert lacks not in table


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/events?nonsense=1", 400),
        ("/events?type=DANCE", 400),
        ("/events?since=yesterday", 400),
        ("/events?sort=colour", 400),
        ("/events?page=0", 400),
        ("/events?page=999999", 400),
        ("/events?text=" + "a" * 201, 400),
        ("/events?" + "actor=a&" * 7, 400),
        ("/events?" + "text=a&" * 1000, 413),
        ("/pair?a=IRN", 400),
        ("/events/none", 404),
        ("/reports/none", 404),
        ("/actors/person:nobody-at-all", 404),
        ("/agreements/none", 404),
        ("/mentions/none", 404),
        ("/nowhere", 404),
    ],
)
def test_a_wrong_address_is_told_so(client: httpx.Client, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert "<h1>" in answer.text
    assert "Traceback" not in answer.text


def test_filters_stay_in_the_addresses_of_other_views(client: httpx.Client) -> None:
    page = client.get("/events?actor=IRN&since=2018").text
    for view in ("map", "timeline", "network"):
        assert f'href="/{view}?actor=IRN&amp;since=2018"' in page


def test_a_report_links_what_was_coded_in_it(client: httpx.Client) -> None:
    page = client.get("/reports/d1").text
    assert re.search(
        r'<a class="m [^"]*action q1" href="/events/\w+" title="event 1: CONSULT \(visit\)', page
    )
    assert 'href="/actors/person:amir-hatami"' in page
    assert 'rel="noopener noreferrer nofollow external"' in page


def test_a_store_without_a_story_shows_its_mentions(store_path, coded) -> None:  # type: ignore[no-untyped-def]
    from dragoman.store import Store
    from tests.explorer.conftest import Server

    with Store.open(store_path) as store:
        for table in ("events", "event_members", "event_actors"):
            store.connection.execute(f"DELETE FROM {table}")
    server = Server(store_path)
    try:
        with server.client() as client:
            for path in VIEWS:
                assert client.get(path).status_code == 200, path
            body = client.get("/api/v1/events", params={"type": "ASSAULT", "limit": 10}).json()
            assert body["total"] == sum(m.event_type == "ASSAULT" for r in coded for m in r.event_mentions)
            assert all(e["actors"] for e in body["data"])
    finally:
        server.close()


def test_an_empty_store_says_what_to_do(tmp_path) -> None:  # type: ignore[no-untyped-def]
    from dragoman.store import Store
    from tests.explorer.conftest import Server

    Store.open(tmp_path / "empty.duckdb").close()
    server = Server(tmp_path / "empty.duckdb")
    try:
        with server.client() as client:
            assert "dragoman code" in client.get("/").text
            for path in (
                "/events",
                "/map",
                "/timeline",
                "/network",
                "/actors",
                "/agreements",
                "/reports",
                "/review",
            ):
                assert client.get(path).status_code == 200, path
    finally:
        server.close()
