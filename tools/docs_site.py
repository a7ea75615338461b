"""Hooks of mkdocs: pages that are made from the code and the data, so that they cannot drift.

mkdocs calls ``on_files`` when it builds (``make docs``).  ``python tools/docs_site.py PAGE`` prints one page,
such as ``reference/cli.md``.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]  # mkdocs loads hooks by file, with nothing of ours in reach

from tools import docs_cli, docs_codes, docs_python  # noqa: E402

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


def _of_the_project(name: str) -> str:
    """A page from a file at the root of the checkout, whose links count from there."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return re.sub(r"\]\(docs/", "](", text)


PAGES: dict[str, Callable[[], str]] = {
    "reference/cli.md": docs_cli.page,
    "reference/python.md": docs_python.page,
    "reference/plover.md": docs_codes.plover,
    "reference/cameo.md": docs_codes.cameo,
    "changelog.md": lambda: _of_the_project("CHANGELOG.md"),
    "contributing.md": lambda: _of_the_project("CONTRIBUTING.md"),
}
"""Pages that stand in no file, by the path that the navigation has."""


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that are made here."""
    from mkdocs.structure.files import File

    for path, make in PAGES.items():
        files.append(File.generated(config, path, content=make()))
    return files


if __name__ == "__main__":
    print(PAGES[sys.argv[1]]())
