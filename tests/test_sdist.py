"""What the tests import besides the package is in the source distribution."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_source_distribution_holds_what_the_tests_need() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    held = set(settings["tool"]["hatch"]["build"]["targets"]["sdist"]["include"])
    folders = {p.parent.name for p in ROOT.glob("*/*.py")} | {"docs", "training"}
    imported: set[str] = set()
    for path in (ROOT / "tests").rglob("*.py"):
        imported |= set(re.findall(r"^from (\w+)", path.read_text(encoding="utf-8"), re.MULTILINE))
    assert {"benchmarks", "tools"} <= imported & folders <= held
