from __future__ import annotations

import re

import typer
from tools import store_reference

from dragoman.cli import commands
from dragoman.cli.app import app

TEXT = store_reference.DOCUMENT.read_text(encoding="utf-8")


def test_the_reference_is_what_the_schema_says() -> None:
    written = TEXT.split(store_reference.MARK)[1].strip()
    assert written == store_reference.reference().strip(), "run: python tools/store_reference.py --write"


def test_the_options_are_there() -> None:
    commands.register(app)
    query = typer.main.get_command(app).commands["query"]  # type: ignore[attr-defined]
    options = {name for parameter in query.params for name in parameter.opts}
    for option in re.findall(
        r"`--([a-z-]+)", TEXT.split("## Asking in SQL")[0].split("## Asking by filters")[1]
    ):
        assert f"--{option}" in options, option
