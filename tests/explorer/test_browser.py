"""Each view as a person uses it, in a real Chromium: on a phone and a desk, light and dark."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dragoman.explorer.state import ASSETS
from tests.explorer.browser import Browser
from tests.explorer.conftest import TOKEN, Server

AXE = Path(__file__).parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
SHOTS = os.environ.get("DRAGOMAN_SHOTS")
VIEWS = {
    "overview": "/",
    "events": "/events",
    "map": "/map",
    "timeline": "/timeline",
    "network": "/network",
    "pair": "/pair?a=IRN&b=SYR",
    "actors": "/actors",
    "actor": "/actors/country:SYR",
    "agreements": "/agreements",
    "reports": "/reports",
    "report": "/reports/d1",
    "hostile": "/reports/d5",
    "review": "/review",
    "review-report": "/review/reports/d1",
    "decisions": "/review/agreement",
    "help": "/help",
}
needs_assets = pytest.mark.skipif(not (ASSETS / "charts.js").exists(), reason="make assets has not been run")
needs_axe = pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed; make assets brings it")


@pytest.fixture
def signed(browser: Browser, server: Server) -> Browser:
    """A browser that has opened the printed address."""
    browser.window(1440)
    browser.goto(f"{server.url}/?token={TOKEN}")
    assert browser.run("location.search") == ""
    return browser


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize(("width", "dark"), [(390, False), (1440, True)])
def test_every_view_fits_and_the_browser_complains_of_nothing(
    signed: Browser, server: Server, view: str, width: int, dark: bool
) -> None:
    signed.window(width, dark=dark)
    signed.goto(server.url + VIEWS[view])
    assert signed.complaints() == []
    assert signed.run("document.documentElement.scrollWidth") <= width
    assert signed.run("document.title") != "owned"
    assert all(url.startswith((server.url, "data:")) for url in signed.requests())
    if SHOTS:
        signed.picture(Path(SHOTS, f"{view}-{width}-{'dark' if dark else 'light'}.png"))


@pytest.mark.parametrize(
    "path", ["/", "/events", "/reports", "/reports/d5", "/review", "/review/reports/d5", "/map"]
)
def test_a_hostile_report_runs_nothing(signed: Browser, server: Server, path: str) -> None:
    signed.goto(server.url + path)
    signed.settle()
    assert signed.run("document.title").endswith("· dragoman")
    assert not [c for c in signed.complaints() if c.startswith("dialog")]
    assert signed.run("document.querySelectorAll('script').length") <= 2
    assert signed.run(
        "[...document.querySelectorAll('a')].map(a => new URL(a.href.baseVal ?? a.href, location).protocol)"
        ".every(p => ['http:', 'https:'].includes(p))"
    )
    if path == "/reports/d5":
        assert "<script>" in signed.run("document.querySelector('h1').textContent")


@needs_axe
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing_serious(signed: Browser, server: Server, view: str, dark: bool) -> None:
    signed.window(1440, dark=dark)
    signed.goto(server.url + VIEWS[view])
    signed.run(AXE.read_text(encoding="utf-8") + ";0")
    found = signed.run(
        "axe.run(document, {resultTypes: ['violations']}).then(r => r.violations"
        ".filter(v => ['serious', 'critical'].includes(v.impact))"
        ".map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html + ' ' + n.failureSummary).join(' | ')))"
    )
    assert found == []


def test_the_back_button_goes_back_through_filters(signed: Browser, server: Server) -> None:
    signed.goto(f"{server.url}/events")
    before = signed.run("document.querySelectorAll('tr.row').length")
    signed.run("document.querySelector('.facet a[href*=\"type=ASSAULT\"]').click()")
    signed.settle()
    assert "type=ASSAULT" in signed.run("location.search")
    assert 0 < signed.run("document.querySelectorAll('tr.row').length") < before
    signed.run("history.back()")
    signed.settle()
    assert signed.run("document.querySelectorAll('tr.row').length") == before


def test_slash_searches(signed: Browser, server: Server) -> None:
    signed.goto(f"{server.url}/")
    signed.press("/")
    signed.type("killing")
    signed.press("Enter")
    signed.settle()
    assert signed.run("location.pathname + location.search") == "/events?text=killing"
    assert "shelled" in signed.run("document.querySelector('table.events').textContent")


@needs_assets
def test_dragging_over_the_timeline_chooses_a_time(signed: Browser, server: Server) -> None:
    signed.goto(f"{server.url}/timeline")
    box = signed.run(
        "(r => [r.left, r.top, r.width, r.height])(document.querySelector('.wide').getBoundingClientRect())"
    )
    middle = box[1] + box[3] / 3
    signed.drag((box[0] + box[2] * 0.5, middle), (box[0] + box[2] * 0.98, middle))
    signed.settle()
    assert "since=2018" in signed.run("location.search")
    assert "until=2018" in signed.run("location.search")


@needs_assets
def test_the_map_zooms_and_draws_the_land(signed: Browser, server: Server) -> None:
    signed.goto(f"{server.url}/map")
    scale = "document.querySelector('[data-zoom]').transform.baseVal.consolidate().matrix.a"
    first = signed.run(scale)
    signed.run("document.querySelector('[data-zoom-world]').click()")
    assert signed.run(scale) == 1 < first
    signed.run("document.querySelector('[data-zoom-by]').click()")
    assert signed.run(scale) > 1
    assert signed.run("document.querySelector('use.land').getBBox().width") > 1000
    assert signed.run("document.querySelectorAll('.place').length") >= 1


def test_reviewing_by_keyboard_alone(signed: Browser, server: Server) -> None:
    signed.goto(f"{server.url}/review?order=report")
    signed.run("document.querySelector('[name=reviewer]').focus()")
    signed.type("Ada")
    signed.press("Enter")
    signed.settle()
    decisions = "fetch('/api/v1/reviews').then(r => r.json()).then(r => r.data.map(d => d.decision))"
    before = len(signed.run(decisions))
    signed.press("c")
    signed.settle()
    signed.press("x")
    signed.settle()
    signed.press("u")
    signed.settle()
    signed.press("e")
    assert signed.run("document.activeElement.name") == "what"
    signed.run("document.activeElement.value = 'AID'")
    signed.press("Enter", ctrl=True)
    signed.settle()
    assert signed.run(decisions)[before:] == ["confirm", "reject", "undo", "correct"]


def test_adding_a_missed_event_by_keyboard_alone(signed: Browser, server: Server) -> None:
    signed.goto(f"{server.url}/review")
    if not signed.run("document.querySelector('[name=reviewer]').value"):
        signed.run("document.querySelector('[name=reviewer]').focus()")
        signed.type("Ada")
        signed.press("Enter")
        signed.settle()
    signed.goto(f"{server.url}/review/reports/d1")
    signed.press("m")
    signed.press("ArrowRight", shift=True)
    signed.press("w")
    assert signed.run("document.querySelector('[name=actors]').value") == "Amir Hatami"
    signed.press("ArrowRight")
    assert signed.run("getSelection().toString().trim()") == "visited"
    signed.press("a")
    assert signed.run("document.querySelector('[name=words]').value") == "visited"
    assert signed.run("document.querySelector('[name=start]').value") == "12"
    assert signed.run("document.activeElement.name") == "what"
    signed.run("document.activeElement.value = 'COOPERATE'")
    signed.press("Enter", ctrl=True)
    signed.settle()
    put = signed.run("fetch('/api/v1/reviews').then(r => r.json()).then(r => r.data.at(-1))")
    assert put["decision"] == "add"
    assert put["put"]["span"] == [12, 19]
    assert put["put"]["actors"] == [{"text": "Amir Hatami", "code": ""}]
    assert "Added by you" in signed.run("document.body.textContent")
