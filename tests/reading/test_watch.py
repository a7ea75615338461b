"""Feeds and pages over the network, from a server that misbehaves in every way."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import os
import re
import signal
import subprocess
import sys
import time
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from dragoman.cli.app import app
from dragoman.cli.commands import register
from dragoman.reading import ReadProblem
from dragoman.reading.web import (
    FeedListError,
    Fetcher,
    FetchError,
    Watcher,
    WatchState,
    addresses_in,
    network,
)
from dragoman.reading.web.fetch import Limits
from dragoman.reading.web.network import is_public
from dragoman.records import Document
from dragoman.store import Store
from tests.reading.pages import paragraphs
from tests.reading.server import Handler, Site, answer, redirect, serving

if TYPE_CHECKING:
    from dragoman.coding import Coder

P = paragraphs()
PAGE = (
    "<html><head><title>Border talks end</title></head><body><h1>Border talks end</h1>"
    f"<p>{P['a']}</p><p>{P['b']}</p>"
)
WHOLE = f"<p>{P['e']}</p><p>{P['f']}</p>"
QUICK = Limits(seconds=2.0, silence=0.6, bytes=300_000, delay=0.0)


def rss(*items: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Valley Post</title>'
        f"<link>http://valley.example</link>{''.join(items)}</channel></rss>"
    ).encode()


def item(n: int, link: str = "", whole: str = "") -> str:
    text = f"<content:encoded><![CDATA[{whole}]]></content:encoded>" if whole else ""
    return (
        f"<item><guid>id-{n}</guid><title>Item {n}</title><link>{link}</link>"
        f"<pubDate>Mon, 03 May 2021 10:00:00 GMT</pubDate>"
        f"<description>A summary of item {n} …</description>{text}</item>"
    )


FEED = rss(item(1, whole=WHOLE), item(2, whole=WHOLE))


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as found:
        yield found


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    with Fetcher(allow_private=True, limits=QUICK) as found:
        yield found


def refusal(fetcher: Fetcher, url: str) -> FetchError:
    started = time.monotonic()
    with pytest.raises(FetchError) as caught:
        fetcher.get(url)
    assert time.monotonic() - started < 6, "the limits of time did not hold"
    return caught.value


def news(watcher: Watcher, url: str, *, done: bool = True) -> list[Document | ReadProblem]:
    found = []
    for new in watcher.poll(url):
        found.append(new.item)
        if done:
            new.done()
    return found


# --- answers that are no good ------------------------------------------------------------------


def write_slowly(handler: Handler) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(200):
        handler.wfile.write(b"x")
        time.sleep(0.1)


def head_slowly(handler: Handler) -> None:
    for byte in b"HTTP/1.1 200 OK\r\nX-Long: " + b"a" * 200:
        handler.wfile.write(bytes([byte]))
        time.sleep(0.1)


def write_endlessly(handler: Handler) -> None:
    handler.send_response(200)
    handler.end_headers()
    while True:
        handler.wfile.write(b"x" * 65536)


def stay_silent(handler: Handler) -> None:
    time.sleep(3)
    handler.close_connection = True


def end_early(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    handler.wfile.write(b"<rss>")
    handler.close_connection = True


def say_nonsense(handler: Handler) -> None:
    handler.wfile.write(b"\x16\x03\x01 this is no answer\r\n\r\n")
    handler.close_connection = True


BOMB = gzip.compress(bytes(100_000_000))


@pytest.mark.parametrize(
    ("behaviour", "reason"),
    [
        (write_slowly, "no whole answer came within 2 seconds"),
        (head_slowly, "no whole answer came within 2 seconds"),
        (stay_silent, "no byte came for 0.6 seconds"),
        (write_endlessly, "larger than 300,000 bytes"),
        (end_early, "connection failed"),
        (say_nonsense, "connection failed"),
        (answer(BOMB, Content_Encoding="gzip"), "larger than 300,000 bytes"),
        (answer(gzip.compress(os.urandom(5000))[:-100], Content_Encoding="gzip"), "cut off"),
        (answer(b"not packed at all", Content_Encoding="gzip"), "says that it is packed as gzip, but is not"),
        (answer(b"...", Content_Encoding="br"), "packed as br, which was not asked for"),
        (answer(b"", status=500), "answered 500"),
        (redirect("/here"), "a circle"),
        (redirect("file:///etc/hostname"), "only http and https"),
        (redirect("gopher://127.0.0.1/"), "only http and https"),
        (redirect("http://[bad/"), "no address"),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_answers_that_are_no_good(site: Site, fetcher: Fetcher, behaviour: object, reason: str) -> None:
    url = site.at("/here", behaviour)  # type: ignore[arg-type]
    assert re.search(reason, str(refusal(fetcher, url)))


def test_a_host_that_is_not_there(fetcher: Fetcher) -> None:
    assert "connection failed" in refusal(fetcher, "http://127.0.0.1:9/feed").reason
    assert "not known" in refusal(fetcher, "http://no-such-host.invalid/feed").reason


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "identity"])
def test_packed_answers_are_unpacked(site: Site, fetcher: Fetcher, encoding: str) -> None:
    data = {"gzip": gzip.compress(FEED), "deflate": zlib.compress(FEED), "identity": FEED}[encoding]
    assert fetcher.get(site.at("/feed", answer(data, Content_Encoding=encoding))).data == FEED
    bare = zlib.compressobj(wbits=-15)
    raw = bare.compress(FEED) + bare.flush()
    assert fetcher.get(site.at("/bare", answer(raw, Content_Encoding="deflate"))).data == FEED


def test_a_few_redirects_are_followed(site: Site, fetcher: Fetcher) -> None:
    site.at("/c", answer(b"here", "text/plain"))
    site.at("/b", redirect(site.root + "/c", 301))
    found = fetcher.get(site.at("/a", redirect("/b", 307)))
    assert (found.url, found.data) == (site.root + "/c", b"here")


# --- private addresses -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    [
        *"127.0.0.1 127.8.9.1 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0".split(),
        *"224.0.0.1 240.0.0.1 ::1 :: fe80::1 fe80::1%eth0 fc00::1 ff02::1".split(),
        *"::ffff:127.0.0.1 ::ffff:10.0.0.1 64:ff9b::7f00:1 2002:7f00:1::".split(),
    ],
)
def test_addresses_that_are_private(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "1.1.1.1", "2606:4700:4700::1111"])
def test_addresses_that_are_public(address: str) -> None:
    assert is_public(address)


def test_private_addresses_are_refused_unless_allowed(site: Site) -> None:
    url = site.at("/feed", answer(FEED))
    with Fetcher(limits=QUICK) as strict:
        error = refusal(strict, url)
        assert "127.0.0.1 is a private address; --allow-private would allow it" in error.reason
        assert error.lasting
        assert "private address" in refusal(strict, url.replace("127.0.0.1", "localhost")).reason
        assert "private address" in refusal(strict, "http://0x7f000001/").reason
    assert site.asked == []


@pytest.fixture
def outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let 127.0.0.1 stand for the public network, where the test's server is."""
    monkeypatch.setattr(network, "is_public", lambda address: address == "127.0.0.1" or is_public(address))


@pytest.mark.usefixtures("outside")
@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.2/",
        "http://10.0.0.1/",
        "http://[::1]/x",
        "http://169.254.169.254/latest/",
        "http://[::ffff:127.0.0.2]/",
    ],
)
def test_redirects_to_private_addresses_are_refused(site: Site, target: str) -> None:
    with Fetcher(limits=QUICK) as strict:
        assert "private address" in refusal(strict, site.at("/a", redirect(target))).reason


@pytest.mark.usefixtures("outside")
def test_a_name_that_turns_private_is_refused(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([["127.0.0.1"], ["127.0.0.2"], ["127.0.0.2"]])
    monkeypatch.setattr(network, "_resolved", lambda host, port: next(answers))
    url = site.at("/a", answer(b"x")).replace("127.0.0.1", "rebinding.example")

    def close(handler: Handler) -> None:
        answer(b"", "text/plain", Connection="close")(handler)
        handler.close_connection = True

    site.at("/robots.txt", close)
    with Fetcher(limits=QUICK) as strict:
        assert "rebinding.example (127.0.0.2) is a private address" in refusal(strict, url).reason
    assert site.paths() == ["/robots.txt"]


# --- politeness --------------------------------------------------------------------------------


def test_robots_are_asked_once_and_obeyed(site: Site, fetcher: Fetcher) -> None:
    site.at("/robots.txt", answer(b"User-agent: dragoman\nDisallow: /no/\n", "text/plain"))
    site.at("/no/page", answer(b"x"))
    assert "robots.txt" in refusal(fetcher, site.root + "/no/page").reason
    assert fetcher.get(site.at("/yes", answer(b"x"))).status == 200
    assert site.paths() == ["/robots.txt", "/yes"]


def test_a_host_whose_robots_cannot_be_asked_is_left_alone(site: Site, fetcher: Fetcher) -> None:
    site.at("/robots.txt", answer(b"", status=503))
    error = refusal(fetcher, site.at("/page", answer(b"x")))
    assert (error.url, error.reason) == (site.root + "/robots.txt", "the server answered 503")
    assert site.paths() == ["/robots.txt"]


def test_hosts_are_spared(site: Site) -> None:
    slept: list[float] = []
    site.at("/robots.txt", answer(b"User-agent: *\nCrawl-delay: 7\n", "text/plain"))
    url = site.at("/page", answer(b"x"))
    with Fetcher(allow_private=True, limits=Limits(delay=1.5), sleep=slept.append) as fetcher:
        fetcher.get(url)
        fetcher.get(url)
    assert [round(s) for s in slept] == [7, 7]


def test_nothing_is_sent_again_that_did_not_change(site: Site, fetcher: Fetcher) -> None:
    url = site.at(
        "/feed",
        answer(FEED, "application/rss+xml", ETag='"v1"', Last_Modified="Mon, 03 May 2021 10:00:00 GMT"),
    )
    watcher = Watcher([url], fetcher, WatchState())
    assert len(news(watcher, url)) == 2
    site.at("/feed", answer(b"", status=304))
    assert news(watcher, url) == []
    headers = site.asked[-1][1]
    assert headers["if-none-match"] == '"v1"'
    assert headers["if-modified-since"] == "Mon, 03 May 2021 10:00:00 GMT"
    assert headers["user-agent"].startswith("dragoman/")


def test_a_feed_that_fails_is_asked_less_and_less_often(site: Site, fetcher: Fetcher) -> None:
    url = site.at("/feed", answer(b"", status=500))
    watcher = Watcher([url], fetcher, WatchState(), interval=100)
    pauses = []
    for _ in range(4):
        news(watcher, url)
        pauses.append(watcher.pause() or 0)
    assert all(150 < 100 * 2**n * 0.8 < pause < 100 * 2**n * 1.2 for n, pause in enumerate(pauses, start=1))
    assert watcher.due() == watcher.due(eager=True) == []
    site.at("/feed", answer(FEED))
    assert len(news(watcher, url)) == 2
    assert watcher.state.of(url).failures == 0


def test_a_server_that_asks_for_patience_or_is_gone(site: Site, fetcher: Fetcher) -> None:
    url = site.at("/feed", answer(b"", status=429, Retry_After="5000"))
    watcher = Watcher([url], fetcher, WatchState(), interval=10)
    news(watcher, url)
    assert 4900 < (watcher.pause() or 0) <= 5000
    site.at("/feed", answer(b"", status=410))
    (problem,) = news(watcher, url)
    assert "no longer watched" in str(problem)
    assert watcher.pause() is None


def test_a_server_that_says_how_long_nothing_changes(site: Site, fetcher: Fetcher) -> None:
    url = site.at("/feed", answer(FEED, Cache_Control="public, max-age=3600"))
    watcher = Watcher([url], fetcher, WatchState(), interval=10)
    news(watcher, url)
    assert 3500 < (watcher.pause() or 0) <= 3600


# --- what comes of a feed ----------------------------------------------------------------------


def test_items_that_are_whole_are_taken_as_they_are_oldest_first(site: Site, fetcher: Fetcher) -> None:
    url = site.at("/feed", answer(FEED, "application/rss+xml"))
    second, first = news(Watcher([url], fetcher, WatchState()), url)
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.source_id, second.source_id) == ("id-1", "id-2")
    assert first.text == f"{P['e']}\n\n{P['f']}"
    assert (first.title, first.published, first.outlet) == ("Item 1", dt.date(2021, 5, 3), "The Valley Post")
    assert first.source_file == url
    assert [p for p in site.paths() if p != "/robots.txt"] == ["/feed"]


def test_pages_are_fetched_where_the_feed_holds_a_summary(site: Site, fetcher: Fetcher) -> None:
    page = site.at("/page", answer(PAGE.encode()))
    url = site.at("/feed", answer(rss(item(1, page))))
    (found,) = news(Watcher([url], fetcher, WatchState()), url)
    assert isinstance(found, Document)
    assert found.text == f"{P['a']}\n{P['b']}"
    assert (found.title, found.published, found.url) == ("Border talks end", dt.date(2021, 5, 3), page)
    assert found.source_id == "id-1"
    assert not any("no date" in note for note in found.notes)


@pytest.mark.parametrize(
    ("behaviour", "reason"),
    [
        (answer(b"%PDF-1.7", "application/pdf"), "of type application/pdf"),
        (answer(b"", status=404), "answered 404"),
        (answer(b"<html><body><script>x</script>"), "holds no text"),
        (redirect("http://127.0.0.1:1/"), None),
        (answer(b"", status=503), None),
    ],
    ids=["pdf", "404", "empty", "unreachable", "503"],
)
def test_a_page_that_cannot_be_read_gives_way_to_the_summary(
    site: Site, fetcher: Fetcher, behaviour: object, reason: str | None
) -> None:
    url = site.at("/feed", answer(rss(item(1, site.at("/page", behaviour))), ETag='"v1"'))  # type: ignore[arg-type]
    watcher = Watcher([url], fetcher, WatchState())
    if reason is None:  # what may pass is tried three times before
        assert news(watcher, url) == []
        assert watcher.state.of(url).etag is None
        assert news(watcher, url) == []
    (found,) = news(watcher, url)
    assert isinstance(found, Document)
    assert found.text == "A summary of item 1 …"
    assert any("page could not be read" in note and (reason or "") in note for note in found.notes)
    assert news(watcher, url) == []


def test_pages_in_other_encodings(site: Site, fetcher: Fetcher) -> None:
    text = PAGE.replace("Border talks", "Café talks – “first step”")
    right = site.at("/right", answer(text.encode("cp1252"), "text/html; charset=windows-1252"))
    wrong = site.at("/wrong", answer(text.encode("utf-8"), "text/html; charset=klingon"))
    url = site.at("/feed", answer(rss(item(1, right), item(2, wrong))))
    found = news(Watcher([url], fetcher, WatchState()), url)
    assert [d.title for d in found if isinstance(d, Document)] == ["Café talks – “first step” end"] * 2


@pytest.mark.parametrize("type", ["text/html", "image/png", "application/octet-stream", ""])
def test_a_feed_of_the_wrong_type_is_read(site: Site, fetcher: Fetcher, type: str) -> None:
    url = site.at("/feed", answer(FEED, type))
    assert len(news(Watcher([url], fetcher, WatchState()), url)) == 2


def test_a_feed_in_another_encoding_than_it_says(site: Site, fetcher: Fetcher) -> None:
    data = rss(item(1, whole=f"<p>The café – {P['e']}</p>")).decode().encode("cp1252", errors="replace")
    (found,) = news(Watcher([url := site.at("/feed", answer(data))], fetcher, WatchState()), url)
    assert isinstance(found, Document)
    assert found.text.startswith("The café – The army")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (PAGE.encode(), "it is a page and no feed"),
        (b"\x89PNG\r\n" + bytes(500), "no feed that can be read"),
        (b"{}", "no feed that can be read"),
        (b"", "no feed that can be read"),
    ],
)
def test_what_is_no_feed(site: Site, fetcher: Fetcher, data: bytes, reason: str) -> None:
    url = site.at("/feed", answer(data))
    (found,) = news(Watcher([url], fetcher, WatchState()), url)
    assert isinstance(found, ReadProblem)
    assert reason in found.reason


def test_the_items_of_a_damaged_feed_are_read(site: Site, fetcher: Fetcher) -> None:
    url = site.at("/feed", answer(FEED[:-40], ETag='"v1"'))
    watcher = Watcher([url], fetcher, WatchState())
    found = news(watcher, url)
    assert [type(f) for f in found] == [ReadProblem, Document]
    assert watcher.state.of(url).etag is None, "the last item, which may be cut off, must come again"
    site.at("/feed", answer(FEED, ETag='"v1"'))
    assert len(news(watcher, url)) == 1


# --- memory ------------------------------------------------------------------------------------


def test_what_was_not_dealt_with_comes_again(site: Site, fetcher: Fetcher, tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    url = site.at("/feed", answer(FEED, ETag='"v1"'))
    state = WatchState(path)
    assert len(news(Watcher([url], fetcher, state), url, done=False)) == 2
    state.save()
    assert WatchState(path).of(url).etag is None
    state = WatchState(path)
    assert len(news(Watcher([url], fetcher, state), url)) == 2
    state.save()
    again = WatchState(path)
    assert again.feeds == state.feeds
    assert again.of(url).etag == '"v1"'
    assert news(Watcher([url], fetcher, again), url) == []


@pytest.mark.parametrize("text", ["", "{", "[]", '{"feeds": {"x": []}}', '{"feeds": {"x": {"due": "soon"}}}'])
def test_a_broken_memory_is_put_aside(tmp_path: Path, text: str) -> None:
    path = tmp_path / "state.json"
    path.write_text(text)
    state = WatchState(path)
    assert state.feeds == {}
    assert "put aside as state.json.broken" in (state.trouble or "")
    assert (tmp_path / "state.json.broken").read_text() == text


# --- lists of feeds ----------------------------------------------------------------------------


def test_lists_of_feeds(tmp_path: Path) -> None:
    opml = tmp_path / "feeds.opml"
    opml.write_text(
        '<?xml version="1.0"?><opml version="2.0"><body><outline text="Africa"><outline type="rss" '
        'xmlUrl="http://a.example/feed"/><outline xmlUrl="https://b.example/rss?x=1&amp;y=2"/></outline>'
        '<outline text="no feed"/><outline xmlUrl="file:///etc/passwd"/></body></opml>'
    )
    lines = tmp_path / "feeds.txt"
    lines.write_text("# mine\nhttp://c.example/feed # daily\n\nhttp://a.example/feed\n")
    found = addresses_in(["http://d.example/", str(opml), str(lines)])
    assert found == [
        "http://d.example/",
        "http://a.example/feed",
        "https://b.example/rss?x=1&y=2",
        "http://c.example/feed",
    ]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("nowhere.opml", None, "no such address or file"),
        ("bad.opml", "<opml><body>", "no OPML"),
        ("empty.opml", "<opml/>", "names no feeds"),
        ("ftp://a.example/feed", None, "only http and https"),
    ],
)
def test_lists_that_cannot_be_read(tmp_path: Path, name: str, content: str | None, reason: str) -> None:
    path = name if "://" in name else str(tmp_path / name)
    if content is not None:
        Path(path).write_text(content)
    with pytest.raises(FeedListError, match=reason):
        addresses_in([path])


# --- the command -------------------------------------------------------------------------------


def test_the_command_keeps_what_is_new_and_goes_on_through_failures(
    site: Site, tmp_path: Path, coder: Coder, monkeypatch: pytest.MonkeyPatch
) -> None:
    register(app)
    monkeypatch.setattr("dragoman.coding.Coder", lambda: coder)
    monkeypatch.setattr("dragoman.reading.web.fetch.Limits", lambda: QUICK)
    good = site.at("/feed", answer(FEED, ETag='"v1"'))
    bad = site.at("/bad", answer(b"", status=500))
    store = tmp_path / "events.duckdb"
    command = ["watch", bad, good, "--once", "--allow-private", "--store", str(store), "--format", "jsonl"]
    result = CliRunner().invoke(app, command)
    assert result.exit_code == 1, result.output
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [r["source_id"] for r in records] == ["id-2", "id-1"]
    assert "answered 500" in result.stderr
    assert "2 coded, 1 not" in result.stderr
    with Store.open(store, read_only=True) as opened:
        assert opened.counts().documents == 2
        ask = opened.connection.execute
        assert ask("SELECT count(DISTINCT document_id) FROM document_groups").fetchall() == [(2,)]
        ((file, reason),) = ask("SELECT file, reason FROM rejected").fetchall()
        assert (file, "answered 500" in reason) == (bad, True)
    result = CliRunner().invoke(app, command)
    assert (result.exit_code, result.stdout) == (0, ""), "the feed that failed must be left alone for a while"
    memory = tmp_path / "events.duckdb.watch.json"
    memory.write_text(re.sub(r'("due": )[^,}]+', r"\g<1>0", memory.read_text()))
    site.at("/bad", answer(FEED))
    result = CliRunner().invoke(app, command)
    assert result.exit_code == 0, result.output
    with Store.open(store, read_only=True) as opened:
        assert opened.connection.execute("FROM rejected").fetchall() == [], "the feed answers again"


def test_the_command_line_can_be_wrong(tmp_path: Path) -> None:
    register(app)
    for arguments in (
        ["nowhere.opml"],
        ["http://a.example/", "--interval", "1s"],
        ["http://a.example/", "--interval", "soon"],
    ):
        assert CliRunner().invoke(app, ["watch", *arguments, "--once"]).exit_code == 2


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_stops_cleanly(site: Site, tmp_path: Path, number: signal.Signals) -> None:
    url = site.at("/feed", answer(rss(), "application/rss+xml"))
    store = tmp_path / "events.duckdb"
    command = [sys.executable, "-c", "from dragoman.cli import main; main()"]
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job ignores it
    process = subprocess.Popen(
        [*command, "watch", url, "--allow-private", "--store", str(store)], stderr=subprocess.PIPE, text=True
    )
    signal.signal(signal.SIGINT, before)
    until = time.monotonic() + 120
    while "/feed" not in site.paths() and time.monotonic() < until:
        time.sleep(0.05)
    time.sleep(0.5)
    process.send_signal(number)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130, errors
    assert "stopped" in errors
    assert "Traceback" not in errors
    assert url in json.loads(Path(f"{store}.watch.json").read_text())["feeds"]
