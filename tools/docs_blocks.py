"""Runs the blocks of code in README.md, CONTRIBUTING.md and docs/, each page in a folder of its own.

What a fenced block is for goes by its language:

* ``console``: lines that begin with ``$`` are run, what stands under them must be what they print; ``…``
  stands for anything in a line, alone on a line for any lines.  Confidences (``.97``) and ids may differ.
  ``# exit code 1`` behind a command says that it ends so.
* ``sh``: every line is run and must end well.
* ``python``: run by itself; a block ``text`` with the title ``prints`` below it holds what it prints.
* ``sql``: every statement is run on ``events.duckdb``.
* any with a file's name as its title is written to that file, and not run.
* one whose title begins with ``Not tested:`` is left out, and says why to the reader.

``python -m tools.docs_blocks --write [PAGE...]`` puts what is printed now in the place of what was.
"""

from __future__ import annotations

import contextlib
import functools
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest import mock

ROOT = Path(__file__).parents[1]
FENCE = re.compile(
    r"^(?P<indent> *)```(?P<info>[^\n`]*)\n(?P<body>.*?)^(?P=indent)```$", re.MULTILINE | re.DOTALL
)
TITLE = re.compile(r'title="([^"]*)"')
UNTESTED = "Not tested: "
EMPTY = ("docs/tutorial.md",)
"""Pages whose folder is empty at first; others have ``reports/``, ``report.txt`` and ``events.duckdb``."""
WIDTH = "100"


class BlockFailed(AssertionError):
    """A block did not do what its page says."""


@dataclass(frozen=True)
class Block:
    """One fenced block of a page."""

    language: str
    title: str
    body: str
    line: int
    start: int
    """Where ``body`` begins in the page."""

    @property
    def is_left_out(self) -> bool:
        return self.title.startswith(UNTESTED)


def pages() -> list[Path]:
    """All pages with blocks, README first."""
    return [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


def blocks(text: str) -> list[Block]:
    """The fenced blocks of a page, in order."""
    found = []
    for match in FENCE.finditer(text):
        info = match["info"].strip()
        title = TITLE.search(info)
        body = match["body"]
        if match["indent"]:
            body = re.sub(rf"^{match['indent']}", "", body, flags=re.MULTILINE)
        line = text.count("\n", 0, match.start()) + 1
        found.append(Block(info.split(" ")[0], title[1] if title else "", body, line, match.start("body")))
    return found


def commands(body: str) -> list[tuple[str, str]]:
    """The commands of a ``console`` block with what stands under each; a ``\\`` at the end goes on."""
    found: list[list[str]] = []
    goes_on = False
    for line in body.splitlines(keepends=True):
        if goes_on:
            found[-1][0] += line.strip("\n").lstrip("> ")
        elif line.startswith("$ "):
            found.append([line[2:].strip("\n"), ""])
        elif found:
            found[-1][1] += line
            continue
        else:
            raise BlockFailed(f"a console block begins with a command behind '$ ', not with {line!r}")
        goes_on = found[-1][0].endswith("\\")
        if goes_on:
            found[-1][0] = found[-1][0][:-1]
    return [(command, output) for command, output in found]


def is_like(expected: str, printed: str) -> bool:
    """Whether ``printed`` is what the page shows."""
    pattern = ""
    for line in _plain(expected).splitlines():
        if line.strip() == "…":
            pattern += r"(?:.*\n)*?"
        else:
            pattern += ".*?".join(re.escape(part) for part in line.split("…")) + r"\n"
    return re.fullmatch(pattern, _plain(printed)) is not None


_VARIES = re.compile(r"(?P<sure>(?<!\d)\.\d\d\b|(?<=confidence )0\.\d\d)|\b[0-9a-f]{16}\b")
"""Confidences, which change with every training, and ids, which hang on what was coded."""


def _plain(text: str) -> str:
    """Without spaces at ends of lines, and with all confidences alike, and all ids."""
    alike = _VARIES.sub(lambda m: ".00" if m["sure"] else "0" * 16, text)
    lines = [line.rstrip() for line in alike.splitlines()]
    while lines and not lines[-1]:
        lines.pop()
    return "\n".join(lines) + "\n" if lines else ""


@functools.cache
def _coder_for(state: tuple[tuple[str, int], ...]) -> Any:
    """One coder for all pages, and another for each set of a user's own actors."""
    from dragoman.coding.coder import Coder

    return Coder()


def coder(*arguments: Any, **named: Any) -> Any:
    """In the place of ``Coder``: the one under the user's knowledge as it is now, or one as asked for."""
    if arguments or named:
        from dragoman.coding.coder import Coder

        return Coder(*arguments, **named)
    return _coder_for(_knowledge_now())


_with_triggers: dict[tuple[str, tuple[tuple[str, int], ...]], Any] = {}


def coder_with(own: list[Any], own_digest: str) -> Any:
    """In the place of ``Coder`` for codebooks: one for each set of triggers."""
    from dragoman.coding.coder import Coder

    if not own:
        return coder()
    key = (own_digest, _knowledge_now())
    if key not in _with_triggers:
        _with_triggers[key] = Coder(own=own, own_digest=own_digest)
    return _with_triggers[key]


def _knowledge_now() -> tuple[tuple[str, int], ...]:
    """What the user has added to the knowledge base: files and when they changed."""
    own = Path(os.environ.get("DRAGOMAN_KNOWLEDGE", "none"))
    return tuple((p.name, p.stat().st_mtime_ns) for p in sorted(own.glob("*")) if p.is_file())


@contextlib.contextmanager
def in_folder(folder: Path) -> Iterator[None]:
    """Work in ``folder`` with nothing of this machine's user, and with one coder for every command."""
    import dragoman

    before = Path.cwd()
    settings = {
        "COLUMNS": WIDTH, "NO_COLOR": "1", "TERM": "dumb", "MPLBACKEND": "Agg", "HOME": str(folder),
        "DRAGOMAN_KNOWLEDGE": str(folder / ".knowledge"), "PYTHONPATH": str(ROOT / "src"),
    }  # fmt: skip
    os.chdir(folder)
    try:
        with (
            mock.patch.dict(os.environ, settings),
            mock.patch("dragoman.coding.Coder", coder),
            mock.patch("dragoman.coding.own.Coder", coder_with),
            mock.patch.object(dragoman, "_coder", coder),
            mock.patch("dragoman.cli.ingest._cpus", return_value=0),
        ):
            yield
    finally:
        os.chdir(before)


def furnish(folder: Path, store: Path | None = None) -> None:
    """What the how-to pages take for granted: a folder of reports, one report, a store."""
    from dragoman import samples

    bundled = Path(samples.__file__).parent
    shutil.copytree(bundled / "tutorial", folder / "reports")
    shutil.copy(bundled / "2023-sudan-fighting.txt", folder / "report.txt")
    if store is not None:
        shutil.copy(store, folder / "events.duckdb")
    (folder / "docs").symlink_to(ROOT / "docs")


def make_store(folder: Path) -> Path:
    """The store of the tutorial's reports."""
    furnish(folder)
    with in_folder(folder):
        printed, code = run_command("dragoman ingest reports --store events.duckdb")
    if code:
        raise BlockFailed(printed)
    return folder / "events.duckdb"


def run_command(line: str) -> tuple[str, int]:
    """Run a line with pipes and ``> FILE``: what it prints on both streams, and its exit code."""
    lexer = shlex.shlex(line, posix=True, punctuation_chars="|<>;&")
    lexer.whitespace_split = True
    lexer.commenters = "#"
    words = list(lexer)
    target = source = None
    stages: list[list[str]] = [[]]
    while words:
        word = words.pop(0)
        if word == "|":
            stages.append([])
        elif word == ">":
            target = Path(words.pop(0))
        elif word == "<":
            source = Path(words.pop(0)).read_bytes()
        elif set(word) & set(";&<>") and word in (";", "&&", "&", "||", ">>", "<<"):
            raise BlockFailed(f"one command a line, please: {line}")
        else:
            stages[-1].append(word)
    data, told, code = source, "", 0
    for stage in stages:
        data, shown, code = _run(stage, data)
        told = shown if stage is stages[-1] else told
    if target is not None:
        target.write_bytes(data or b"")
        told = told.removeprefix((data or b"").decode(errors="replace"))
    return told, code


def _run(words: list[str], data: bytes | None) -> tuple[bytes, str, int]:
    """One command: its standard output, both streams as they came, its exit code."""
    if words[0] == "dragoman" and words[2:3] == ["check"]:
        return _check(tuple(words[1:]), _knowledge_now() if words[1] == "knowledge" else ())
    if words[0] == "dragoman":
        return _dragoman(words[1:], data)
    if words[0] == "make":
        made = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
        missing = [w for w in words[1:] if w not in made]
        return b"", f"no target {missing}" if missing else "", int(bool(missing))
    words = [sys.executable if words[0] == "python" else words[0], *words[1:]]
    done = subprocess.run(words, input=data, capture_output=True, check=False)
    return done.stdout, (done.stdout + done.stderr).decode(), done.returncode


@functools.cache
def _check(words: tuple[str, ...], state: tuple[tuple[str, int], ...]) -> tuple[bytes, str, int]:
    """The checks take seconds and several pages show them: each is run once."""
    return _dragoman(list(words), None)


def _dragoman(words: list[str], data: bytes | None) -> tuple[bytes, str, int]:
    from typer.testing import CliRunner

    from dragoman.cli import commands as listed
    from dragoman.cli.app import app

    listed.register(app)
    result = CliRunner().invoke(app, words, input=data)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.stdout_bytes, result.output, result.exit_code


@dataclass
class Page:
    """A page as it is run; ``changes`` are the outputs that differ from what it shows."""

    path: Path
    mends: bool = False
    changes: list[tuple[str, str, str]] = field(default_factory=list)
    printed: str = ""

    def run(self) -> None:
        """Run every block in order, in the folder that is current.

        Raises:
            BlockFailed: with page, line, and what was expected and printed.
        """
        for block in blocks(self.path.read_text(encoding="utf-8")):
            if block.is_left_out:
                continue
            try:
                self._run(block)
            except Exception as error:
                where = f"{self.path.relative_to(ROOT)}:{block.line}"
                kind = "" if isinstance(error, BlockFailed) else f"{type(error).__name__}: "
                raise BlockFailed(f"{where}: {kind}{error}") from error

    def _run(self, block: Block) -> None:
        if re.fullmatch(r"[\w./-]+\.\w+", block.title):
            Path(block.title).parent.mkdir(parents=True, exist_ok=True)
            Path(block.title).write_text(block.body, encoding="utf-8")
        elif block.language == "console":
            for command, expected in commands(block.body):
                self._command(command, expected)
        elif block.language == "sh":
            for line in block.body.replace("\\\n", " ").splitlines():
                if line.strip() and not line.startswith("#"):
                    self._command(line, None)
        elif block.language == "python":
            captured = io.StringIO()
            with contextlib.redirect_stdout(captured):
                exec(compile(block.body, str(self.path), "exec"), {"__name__": "page"})
            self.printed = captured.getvalue()
        elif block.language == "sql":
            _sql(block.body)
        elif block.language == "text" and block.title == "prints":
            self._compare(block.body, self.printed, "the Python above")

    def _command(self, line: str, expected: str | None) -> None:
        wanted = re.search(r"# exit code (\d+)$", line)
        printed, code = run_command(line)
        if code != (int(wanted[1]) if wanted else 0):
            raise BlockFailed(f"{line}\nended with exit code {code}:\n{printed}")
        if expected is not None:
            self._compare(expected, printed, line)

    def _compare(self, expected: str, printed: str, what: str) -> None:
        if is_like(expected, printed):
            return
        if not self.mends:
            mend = f"python -m tools.docs_blocks --write {self.path.relative_to(ROOT)}"
            raise BlockFailed(
                f"{what}\nshould print\n{expected}\nbut printed\n{printed}\n"
                f"If that is right, put it into the page: {mend}"
            )
        now = "".join(f"{line.rstrip()}\n" for line in printed.rstrip("\n").splitlines())
        self.changes.append((what, expected, now))


def _sql(body: str) -> None:
    import duckdb

    with duckdb.connect("events.duckdb", read_only=True) as connection:
        for statement in re.split(r";\s*(?:\n|$)", body):
            if re.sub(r"--[^\n]*", "", statement).strip():
                connection.execute(statement).fetchall()


def run_page(path: Path, folder: Path, store: Path, *, mends: bool = False) -> Page:
    """Run a page in ``folder``, furnished from ``store``."""
    if path.relative_to(ROOT).as_posix() not in EMPTY:
        furnish(folder, store)
    page = Page(path, mends)
    with in_folder(folder):
        page.run()
    return page


def _mend(page: Page) -> None:
    text = page.path.read_text(encoding="utf-8")
    reached = 0
    for what, old, new in page.changes:
        head = what if what != "the Python above" else ""
        place = text.find(f"{head}\n{old}" if head else old, reached)
        if place < 0:
            print(f"{page.path}: by hand, please: {what}")
            continue
        at = place + (len(head) + 1 if head else 0)
        text = text[:at] + new + text[at + len(old) :]
        reached = at + len(new)
        print(f"{page.path.relative_to(ROOT)}: {what}")
    page.path.write_text(text, encoding="utf-8")


def main(arguments: list[str]) -> None:
    """Run the pages named, or all, and with ``--write`` mend what they show."""
    wanted = [Path(a).resolve() for a in arguments if a != "--write"] or pages()
    with tempfile.TemporaryDirectory() as scratch:
        home = Path(scratch, "store")
        home.mkdir()
        store = make_store(home)
        for n, path in enumerate(wanted):
            folder = Path(scratch, f"page{n}")
            folder.mkdir()
            try:
                page = run_page(path, folder, store, mends="--write" in arguments)
            except BlockFailed as error:
                print(error)
                continue
            _mend(page)


if __name__ == "__main__":
    main(sys.argv[1:])
