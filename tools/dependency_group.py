"""Print a dependency group of pyproject.toml, one requirement a line, for ``make lock``."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path


def requirements(group: str, pyproject: Path = Path("pyproject.toml")) -> list[str]:
    """The requirements of one group, in the order of the file."""
    found: list[str] = tomllib.loads(pyproject.read_text(encoding="utf-8"))["dependency-groups"][group]
    return found


if __name__ == "__main__":
    print("\n".join(requirements(sys.argv[1])))
