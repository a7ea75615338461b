from __future__ import annotations

import re

from tools import store_reference

from dragoman.cli import commands
from dragoman.cli.app import app

TEXT = store_reference.DOCUMENT.read_text(encoding="utf-8")


def test_the_reference_is_what_the_schema_says() -> None:
    written = TEXT.split(store_reference.MARK)[1].strip()
    assert written == store_reference.reference().strip(), "run: python tools/store_reference.py --write"


def test_the_options_are_there() -> None:
    commands.register(app)
    query = next(c for c in app.registered_commands if c.callback and c.callback.__name__ == "query")
    assert query.callback is not None
    parameters = set(query.callback.__annotations__)
    for option in re.findall(
        r"`--([a-z-]+)", TEXT.split("## Asking in SQL")[0].split("## Asking by filters")[1]
    ):
        name = option.replace("-", "_")
        assert name in parameters or f"{name}_" in parameters, option
