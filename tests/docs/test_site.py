"""The site builds strictly and offline, the navigation holds every page, and nothing is fetched from elsewhere."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.config import load_config
from tools import docs_cli, docs_python, docs_site

ROOT = docs_site.ROOT


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site; mkdocs runs by itself, since it changes logging and warnings for good."""
    target = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(target)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return target


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
    import importlib

    for module_name, _, names in docs_python.SECTIONS:
        module = importlib.import_module(module_name)
        for public in names:
            assert f'id="{module_name}.{public}"' in page
            assert getattr(module, public).__doc__, f"{module_name}.{public}"


def test_every_code_is_in_the_tables(site: Path) -> None:
    from dragoman import ontology

    cameo = (site / "reference" / "cameo.html").read_text(encoding="utf-8")
    assert all(f"<code>{code}</code>" in cameo for code in ontology.cameo())
    plover = (site / "reference" / "plover.html").read_text(encoding="utf-8")
    assert all(f"<code>{mode}</code>" in plover for _, mode in ontology.modes())
    assert all(f"<code>{context}</code>" in plover for context in ontology.contexts())
