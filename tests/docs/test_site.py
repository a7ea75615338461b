"""The site builds strictly and offline, the navigation holds every page, and nothing is fetched from elsewhere."""

from __future__ import annotations

import importlib
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.config import load_config
from tools import docs_cli, docs_python, docs_site

from dragoman import ontology
from tests.explorer.browser import Browser, chromium

ROOT = docs_site.ROOT


def build(configuration: Path, target: Path) -> subprocess.CompletedProcess[str]:
    """What ``make docs`` does; mkdocs runs by itself, since it changes logging and warnings for good."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)]
    return subprocess.run(
        [*command, "--config-file", str(configuration)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site."""
    target = tmp_path_factory.mktemp("site")
    done = build(ROOT / "mkdocs.yml", target)
    assert done.returncode == 0, done.stdout + done.stderr
    return target


def test_make_docs_is_as_strict_as_this() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    (line,) = re.findall(r"mkdocs build.*", makefile)
    assert "--strict" in line
    assert "--quiet" not in line, "a quiet build counts no warnings, and so lets broken links pass"


def test_a_broken_link_stops_the_build(tmp_path: Path) -> None:
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    validation = re.findall(r"^validation:\n(?:  .*\n)+", settings, re.MULTILINE)[0]
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("[x](none.md) and [y](#nowhere)\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(f"site_name: x\n{validation}", encoding="utf-8")
    done = build(tmp_path / "mkdocs.yml", tmp_path / "site")
    assert done.returncode == 1
    assert "Aborted with 2 warnings" in done.stdout + done.stderr


def test_the_navigation_holds_every_page() -> None:
    config = load_config(str(ROOT / "mkdocs.yml"))
    listed = set(re.findall(r"[\w/-]+\.md", json.dumps(config.nav)))
    written = {p.relative_to(ROOT / "docs").as_posix() for p in (ROOT / "docs").rglob("*.md")}
    assert listed == written | set(docs_site.PAGES)


def test_pages_fetch_nothing_from_elsewhere(site: Path) -> None:
    loads = re.compile(
        r'<(?:script|img|iframe|link rel="(?:stylesheet|preconnect|preload)")[^>]*(?:src|href)="(?:https?:)?//'
    )
    for page in site.rglob("*.html"):
        assert not loads.search(page.read_text(encoding="utf-8")), page
    for sheet in (site / "assets").rglob("*.css"):
        assert not re.search(r"url\(['\"]?(?:https?:)?//", sheet.read_text(encoding="utf-8")), sheet


def test_the_search_works_from_a_folder(site: Path) -> None:
    index = (site / "search" / "search_index.js").read_text(encoding="utf-8")
    entries = json.loads(index.removeprefix("var __index = "))["docs"]
    assert any("reproduce" in e["location"] for e in entries)
    assert "assets/iframe-worker.js" in (site / "index.html").read_text(encoding="utf-8")


def test_every_command_and_option_is_in_the_reference(site: Path) -> None:
    page = (site / "reference" / "cli.html").read_text(encoding="utf-8")
    for words, command in docs_cli.commands(docs_cli.command_tree()):
        assert f"dragoman {' '.join(words)}" in page
        for parameter in command.params:
            for option in parameter.opts:
                if option.startswith("--") and not parameter.hidden:
                    assert f"<code>{option}</code>" in page, (words, option)


def test_every_public_name_is_in_the_reference_with_a_docstring(site: Path) -> None:
    page = (site / "reference" / "python.html").read_text(encoding="utf-8")
    for module_name, _, names in docs_python.SECTIONS:
        module = importlib.import_module(module_name)
        for public in names:
            assert f'id="{module_name}.{public}"' in page
            assert getattr(module, public).__doc__, f"{module_name}.{public}"


def test_every_code_is_in_the_tables(site: Path) -> None:
    cameo = (site / "reference" / "cameo.html").read_text(encoding="utf-8")
    assert all(f"<code>{code}</code>" in cameo for code in ontology.cameo())
    plover = (site / "reference" / "plover.html").read_text(encoding="utf-8")
    assert all(f"<code>{mode}</code>" in plover for _, mode in ontology.modes())
    assert all(f"<code>{context}</code>" in plover for context in ontology.contexts())


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if chromium() is None:
        pytest.skip("Chromium is not installed")
    opened = Browser()
    yield opened
    opened.close()


def test_a_reader_can_search_in_pages_opened_from_a_folder(site: Path, browser: Browser) -> None:
    browser.window(1280)
    browser.goto(f"{(site / 'index.html').as_uri()}?q=codebook")
    found = "[...document.querySelectorAll('.md-search-result__link')].map((link) => link.href)"
    until = time.monotonic() + 30
    while not (links := browser.run(found)) and time.monotonic() < until:
        time.sleep(0.1)
    assert any("howto/own-codebook.html" in link for link in links)
    asked = [
        e["params"]["request"]["url"] for e in browser.events if e["method"] == "Network.requestWillBeSent"
    ]
    assert asked
    assert all(url.startswith(("file:", "data:")) for url in asked), asked


@pytest.mark.parametrize(
    "page", ["index", "tutorial", "exports", "store", "reference/cli", "reference/python"]
)
def test_a_page_is_no_wider_than_a_phone(site: Path, browser: Browser, page: str) -> None:
    browser.window(390)
    browser.goto((site / f"{page}.html").as_uri())
    assert browser.run("document.documentElement.scrollWidth") <= 390
