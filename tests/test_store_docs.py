from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer
from tools import store_reference

from dragoman.cli import commands
from dragoman.cli.app import app
from dragoman.store import Store

TEXT = store_reference.DOCUMENT.read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(sql|python)\n(.*?)```", TEXT, re.DOTALL)


def test_the_reference_is_what_the_schema_says() -> None:
    written = TEXT.split(store_reference.MARK)[1].strip()
    assert written == store_reference.reference().strip(), "run: python tools/store_reference.py --write"


@pytest.mark.parametrize(("language", "code"), BLOCKS)
def test_the_examples_run(
    language: str,
    code: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    with Store.open("events.duckdb") as store:
        if language == "sql":
            for statement in code.split(";\n"):
                store.connection.execute(statement)
    if language == "python":
        exec(compile(code, "docs/store.md", "exec"), {})
    assert capsys.readouterr().err == ""


def test_the_options_are_there() -> None:
    commands.register(app)
    query = typer.main.get_command(app).commands["query"]  # type: ignore[attr-defined]
    options = {name for parameter in query.params for name in parameter.opts}
    for option in re.findall(
        r"`--([a-z-]+)", TEXT.split("## Asking in SQL")[0].split("## Asking by filters")[1]
    ):
        assert f"--{option}" in options, option
