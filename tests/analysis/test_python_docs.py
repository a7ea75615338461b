"""Every snippet of docs/python.md runs; every column and option that docs/panels.md names is there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.cli import commands
from dragoman.cli.app import app
from dragoman.exporting.panels import PanelSpec
from dragoman.exporting.panels.measures import columns
from dragoman.integrations import spacy_component  # noqa: F401  (an installed package needs no import)
from tests.panels.world import stored, told

ROOT = Path(__file__).parents[2]
PYTHON = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
PANELS = (ROOT / "docs" / "panels.md").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").symlink_to(ROOT / "docs")
    stored(tmp_path / "events.duckdb", [told("1", "2020-01-05", "IRN", "SYR", "ACCUSE")])
    return tmp_path


@pytest.mark.parametrize("code", re.findall(r"```python\n(.*?)```", PYTHON, re.DOTALL))
def test_the_snippets_run(code: str) -> None:
    exec(compile(code, "docs/python.md", "exec"), {})


@pytest.mark.parametrize("line", re.findall(r"^\$ dragoman (.*)$", PANELS, re.MULTILINE))
def test_the_commands_run(line: str, folder: Path) -> None:
    commands.register(app)
    words = shlex.split(line)
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 0, result.output
    assert (folder / words[-1]).stat().st_size > 0


def test_the_columns_are_named() -> None:
    made = {c.name for weight in ("events", "mentions") for c in columns(PanelSpec(weight=weight))}
    table = PANELS.split("| `--measure` |")[1].split("\n\n")[0]
    named = set(re.findall(r"`([a-z]+(?:_[a-z0-9]+)*)`", table)) - {"measure"}
    measures = {"types", "quads", "roots", "statuses", "scores", "outlets", "magnitudes"}
    assert named - measures <= made
    spared = re.compile(r"n_(?!outlets)\w+|status_\w+|cameo_\d\d")
    assert {name for name in made if not spared.fullmatch(name)} <= named
