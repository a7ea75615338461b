"""Not possible: reading from elsewhere, writing from other sites, running what a report holds."""

from __future__ import annotations

import dataclasses
import re

import httpx
import pytest

from dragoman.explorer import Settings
from dragoman.explorer.security import safe_href, spreadsheet_safe, visible
from tests.explorer.conftest import TOKEN, Server

FORM = {"decision": "confirm", "document": "d1", "back": "/review"}


def _first(client: httpx.Client) -> str:
    page = client.get("/api/v1/reports/d1").json()
    return str(page["event_mentions"][0]["id"])


def _cookie(client: httpx.Client) -> None:
    client.get("/", params={"token": TOKEN})
    assert client.cookies.get("dragoman_token") == TOKEN


def test_the_token_leaves_the_address_for_a_cookie_that_no_script_reads(client: httpx.Client) -> None:
    answer = client.get("/", params={"token": TOKEN, "x": "1"})
    assert answer.status_code == 303
    assert TOKEN not in answer.headers["location"]
    assert "httponly" in answer.headers["set-cookie"].lower()
    assert client.get("/", params={"token": "wrong"}).status_code == 401


def test_a_write_needs_the_token(client: httpx.Client) -> None:
    answer = client.post("/review/decide", data=FORM, headers={"origin": str(client.base_url).rstrip("/")})
    assert answer.status_code == 403
    assert client.post("/api/v1/reviews", json={"reviewer": "A"}).status_code == 403


@pytest.mark.parametrize("origin", ["http://evil.example", "null", None])
def test_a_write_from_another_site_is_refused_even_with_the_cookie(
    client: httpx.Client, origin: str | None
) -> None:
    _cookie(client)
    headers = {"origin": origin} if origin else {}
    assert client.post("/review/decide", data=FORM, headers=headers).status_code == 403


def test_a_write_from_our_own_page_is_taken(client: httpx.Client) -> None:
    _cookie(client)
    own = {"origin": str(client.base_url).rstrip("/")}
    client.post("/review/name", data={"reviewer": "Ada", "back": "/review"}, headers=own)
    answer = client.post("/review/decide", data=FORM | {"mention": _first(client)}, headers=own)
    assert answer.status_code == 303
    assert client.get("/api/v1/reviews").json()["data"][0]["reviewer"] == "Ada"


@pytest.mark.parametrize(
    "target", ["//evil.example", "https://evil.example", "/\\evil.example", "/review\\..", "/events"]
)
def test_a_form_leads_back_to_the_review_only(client: httpx.Client, target: str) -> None:
    _cookie(client)
    own = {"origin": str(client.base_url).rstrip("/")}
    answer = client.post("/review/name", data={"reviewer": "Ada", "back": target}, headers=own)
    assert answer.headers["location"] == "/review"


def test_a_page_of_another_name_that_points_here_reads_nothing(client: httpx.Client) -> None:
    assert client.get("/events", headers={"host": "evil.example"}).status_code == 400
    assert client.get("/events", headers={"host": "localhost:80"}).status_code == 200


def test_a_server_open_to_other_machines_asks_for_the_token(store_path) -> None:  # type: ignore[no-untyped-def]
    server = Server(store_path, Settings(host="0.0.0.0", token=TOKEN))
    try:
        with server.client() as client:
            for path in ("/", "/events", "/api/v1/events", "/healthz"):
                answer = client.get(path)
                assert answer.status_code == 401, path
                assert answer.headers["www-authenticate"] == "Bearer"
            assert client.get("/events", headers={"authorization": "Bearer wrong"}).status_code == 401
            assert client.get("/events", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200
            _cookie(client)
            assert client.get("/events").status_code == 200
    finally:
        server.close()


def test_large_requests_are_refused(writer: httpx.Client) -> None:
    assert writer.post("/api/v1/reviews", content=b"x" * 70_000).status_code == 413

    def chunks():  # type: ignore[no-untyped-def]
        for _ in range(100):
            yield b"x" * 1000

    assert writer.post("/api/v1/reviews", content=chunks()).status_code == 413


def test_nothing_of_a_hostile_report_is_markup(client: httpx.Client) -> None:
    event = next(
        e["id"]
        for e in client.get("/api/v1/events", params={"limit": 50}).json()["data"]
        if any("Speaker" in s for s in e["asserted_by"]) or "<script>" in e["sentence"]
    )
    for path in (
        "/",
        "/events",
        "/reports",
        "/reports/d5",
        f"/events/{event}",
        "/review",
        "/review/reports/d5",
    ):
        page = client.get(path).text
        bare = re.sub(r'<script type="module" src="/(static|assets)/\w+\.js"></script>', "", page)
        assert "<script" not in bare, path
        assert "<img" not in bare, path
        assert not re.search(r"<[^>]*\son\w+\s*=", bare), path
        assert not re.search(r'(href|src|action)="\s*(javascript|data|vbscript):', bare, re.I), path
        assert "49" not in re.findall(r"7 \* 7[^<]*", bare), path
        assert "\u202e" not in page, path


def test_the_policy_allows_no_script_but_our_own(client: httpx.Client) -> None:
    policy = client.get("/").headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "script-src 'self'" in policy
    assert "base-uri 'none'" in policy
    for path in ("/", "/static/style.css", "/api/v1/events", "/nowhere"):
        assert client.get(path).headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " https://news.example",
        "data:text/html,x",
        "//news.example",
        "https://",
        "https://user:pass@news.example/",
        "https://news.example/\n",
        "http://[",
        "",
        None,
    ],
)
def test_only_plain_web_addresses_become_links(url: str | None) -> None:
    assert safe_href(url) is None


def test_plain_web_addresses_become_links() -> None:
    assert safe_href("https://news.example/a?b=c") == "https://news.example/a?b=c"


def test_cells_of_a_csv_file_are_no_formulas(client: httpx.Client) -> None:
    assert spreadsheet_safe("=1+1") == "'=1+1"
    assert visible("a\u202eb\x00c") == "abc"


def test_sql_in_a_filter_is_only_text(client: httpx.Client) -> None:
    for value in ("'; DROP TABLE events; --", '" OR 1=1', "%", "\\", "$f0", "{}"):
        for name in ("actor", "text", "place", "according_to", "outlet", "party", "cameo"):
            answer = client.get("/api/v1/events", params={name: value})
            assert answer.status_code == 200, (name, value)
    assert client.get("/api/v1/events").json()["total"] > 0


def test_a_slow_question_is_given_up(store_path) -> None:  # type: ignore[no-untyped-def]
    from dragoman.explorer.database import Database
    from dragoman.explorer.errors import TooSlow
    from dragoman.store import Store

    with Store.open(store_path) as store:
        db = Database(store, seconds=0.3)
        with pytest.raises(TooSlow):
            db.rows("SELECT sum(a.range * b.range) FROM range(10000000) a, range(100000) b")
        assert db.rows("SELECT 1 AS one") == [{"one": 1}]


def test_settings_know_a_loopback_address() -> None:
    assert all(Settings(host=h).loopback for h in ("127.0.0.1", "localhost", "::1", "127.8.8.8"))
    assert not any(
        dataclasses.replace(Settings(), host=h).loopback for h in ("0.0.0.0", "10.0.0.1", "::", "a.example")
    )
