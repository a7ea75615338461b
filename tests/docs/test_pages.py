"""Every command and snippet of README.md, CONTRIBUTING.md and docs/ runs, and prints what the page shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tools import docs_blocks
from tools.docs_blocks import UNTESTED, BlockFailed, blocks, commands, is_like

PAGES = [p for p in docs_blocks.pages() if blocks(p.read_text(encoding="utf-8"))]
REASONS = 18
"""No more blocks than these may say that they are not tested."""


def name(path: Path) -> str:
    return path.relative_to(docs_blocks.ROOT).as_posix()


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return docs_blocks.make_store(tmp_path_factory.mktemp("store"))


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_what_the_page_shows_runs(path: Path, tmp_path: Path, store: Path) -> None:
    docs_blocks.run_page(path, tmp_path, store)


def test_few_blocks_are_left_out_and_each_says_why() -> None:
    left_out = [
        (name(p), b.title)
        for p in docs_blocks.pages()
        for b in blocks(p.read_text(encoding="utf-8"))
        if b.is_left_out
    ]
    assert len(left_out) <= REASONS, left_out
    assert all(len(title.removeprefix(UNTESTED).split()) >= 2 for _, title in left_out)


@pytest.mark.parametrize("path", docs_blocks.pages(), ids=name)
def test_no_command_hides_from_the_tests(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    outside = docs_blocks.FENCE.sub("", text)
    assert not re.findall(r"^ {4,}(?:\$ |dragoman |pip |import |make ).*", outside, re.MULTILINE)
    for block in blocks(text):
        run = block.language in ("console", "sh", "python", "sql")
        if not run and not block.is_left_out and not block.title.endswith((".sh", ".py", ".service", ".yml")):
            assert not re.search(r"^(?:\$ |dragoman \w|import )", block.body, re.MULTILINE), block


def test_blocks_are_found_with_language_title_and_line() -> None:
    found = blocks(
        'one\n\n```console\n$ dragoman\n```\n\n* a\n\n    ```toml title="a.toml"\n    x = 1\n    ```\n'
    )
    assert [(b.language, b.title, b.body, b.line) for b in found] == [
        ("console", "", "$ dragoman\n", 3),
        ("toml", "a.toml", "x = 1\n", 9),
    ]


def test_commands_go_on_over_lines() -> None:
    assert commands("$ a \\\n    --b\nout\n$ c\n") == [("a --b", "out\n"), ("c", "")]
    with pytest.raises(BlockFailed, match="begins with a command"):
        commands("no command\n")


@pytest.mark.parametrize(
    ("shown", "printed", "like"),
    [
        ("a\nb\n", "a  \nb\n\n", True),
        ("a\nb\n", "a\nc\n", False),
        ("a … d\n", "a b c d\n", True),
        ("a … d\n", "a b\nc d\n", False),
        ("a\n…\nd\n", "a\nb\nc\nd\n", True),
        ("a\n…\n", "a\n", True),
        ("sure .97\n", "sure .51\n", True),
        ("1.97\n", "1.51\n", False),
        ("", "something\n", False),
    ],
)
def test_shown_and_printed_are_compared(shown: str, printed: str, like: bool) -> None:
    assert is_like(shown, printed) is like


def test_a_block_that_fails_says_where(tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docs_blocks, "ROOT", tmp_path)
    (tmp_path / "docs").mkdir()
    page = tmp_path / "docs" / "tutorial.md"
    page.write_text("# t\n\n```console\n$ dragoman show --store none.duckdb abc\n```\n", encoding="utf-8")
    with pytest.raises(BlockFailed, match=r"docs/tutorial.md:3: (?s:.*)exit code 3"):
        docs_blocks.run_page(page, tmp_path, store)
    page.write_text("```sh\ndragoman show --store none.duckdb abc # exit code 3\n```\n", encoding="utf-8")
    docs_blocks.run_page(page, tmp_path, store)
