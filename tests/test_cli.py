from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow.parquet as pq
import pytest
from click.testing import Result
from typer.testing import CliRunner

import dragoman
from dragoman.cli import commands
from dragoman.cli.app import app
from dragoman.exporting import FORMATS, UnknownFormat, open_writer
from dragoman.exporting.flat import COLUMNS
from dragoman.store import Store

if TYPE_CHECKING:
    from dragoman.coding import Coder
    from dragoman.records import Document, Record

Run = Callable[..., Result]
REPORT = """Kenya and Uganda hold talks on pipeline

3 May 2021

Kenya's president met his Ugandan counterpart in Kampala on Sunday, officials said.

"We agreed on the route of the pipeline," a spokesman for the Ugandan government said after the talks.
"""


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, coder: Coder) -> Run:
    """Runs ``dragoman ARGUMENTS``; the coder is loaded once for all tests."""
    monkeypatch.setattr("dragoman.coding.Coder", lambda: coder)
    monkeypatch.setenv("COLUMNS", "120")
    commands.register(app)

    def runner(*arguments: object, text: bytes | None = None) -> Result:
        return CliRunner().invoke(app, [str(a) for a in arguments], input=text)

    return runner


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def assert_told(result: Result, code: int, *words: str) -> None:
    """It ended with ``code`` and said ``words`` on standard error, without a traceback."""
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.stderr
    for word in words:
        assert word in " ".join(result.stderr.split()), result.stderr


# --- the root command --------------------------------------------------------------------------


def test_version(run: Run) -> None:
    assert run("--version").output == f"dragoman {dragoman.__version__}\n"


@pytest.mark.parametrize("command", [(), ("code",), ("explain",), ("demo",), ("knowledge",)])
def test_help_names_the_exit_codes(run: Run, command: tuple[str, ...]) -> None:
    result = run(*command, "--help")
    assert result.exit_code == 0
    if command != ("knowledge",):
        assert "Exit codes" in result.output


def test_no_command_shows_the_help(run: Run) -> None:
    assert "dragoman demo" in run().output


def test_the_command_line_is_loaded_without_the_heavy_parts() -> None:
    script = (
        "import sys; from dragoman.cli import app, commands; commands.register(app);"
        "print([m for m in ('spacy', 'numpy', 'duckdb', 'pyarrow', 'py3langid') if m in sys.modules])"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "[]"


# --- code: formats -----------------------------------------------------------------------------


def test_json_is_one_record(run: Run, report: Path) -> None:
    result = run("code", report, "--format", "json")
    assert result.exit_code == 0, result.output
    data = json.loads(result.stdout)
    assert data["title"] == "Kenya and Uganda hold talks on pipeline"
    assert data["published"] == "2021-05-03"
    assert "CONSULT" in {m["event_type"] for m in data["event_mentions"]}
    for m in data["event_mentions"]:
        text = data[m["evidence"]["field"]]
        assert text[m["evidence"]["start"] : m["evidence"]["end"]] == m["evidence"]["text"]


def test_several_reports_are_a_list_in_json_and_lines_in_jsonl(run: Run, report: Path) -> None:
    (report.parent / "second.txt").write_text(REPORT.replace("Kenya", "Rwanda"), encoding="utf-8")
    listed = json.loads(run("code", report.parent, "-f", "json").stdout)
    lines = [json.loads(line) for line in run("code", report.parent, "-f", "jsonl").stdout.splitlines()]
    assert listed == lines
    assert [d["title"][:6] for d in lines] == ["Kenya ", "Rwanda"]


def test_standard_input(run: Run) -> None:
    data = json.loads(run("code", "-", "-f", "json", text=REPORT.encode()).stdout)
    assert data["published"] == "2021-05-03"


def test_a_given_date_and_outlet_win(run: Run, report: Path) -> None:
    data = json.loads(
        run("code", report, "-f", "json", "--published", "2022-01-10", "--outlet", "The Daily").stdout
    )
    assert (data["published"], data["outlet"]) == ("2022-01-10", "The Daily")


def test_the_table_and_its_evidence(run: Run, report: Path) -> None:
    table = run("code", report).stdout
    for word in ("who", "did what", "according to", "CONSULT", "Kampala", "asserted"):
        assert word in table
    assert "met his Ugandan counterpart" not in table
    assert "met his Ugandan counterpart" in run("code", report, "--evidence").stdout


def test_csv_and_parquet_hold_the_same_rows(run: Run, report: Path, tmp_path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("code", report, "-f", "csv").stdout)))
    output = tmp_path / "out.parquet"
    assert run("code", report, "-f", "parquet", "-o", output).exit_code == 0
    table = pq.read_table(output)
    assert table.column_names == list(rows[0]) == [c.name for c in COLUMNS]
    as_text = [{k: "" if v is None else str(v) for k, v in row.items()} for row in table.to_pylist()]
    assert as_text == rows
    assert rows[0]["cameo"].startswith("0")


def test_every_format_can_be_written_with_nothing_in_it() -> None:
    for name in FORMATS:
        stream = io.BytesIO()
        open_writer(name, stream).close()
    assert json.loads(b"[]") == []
    with pytest.raises(UnknownFormat, match="formats are json"):
        open_writer("xml", io.BytesIO())


def test_an_output_file(run: Run, report: Path, tmp_path: Path) -> None:
    for name in ("table", "json"):
        target = tmp_path / name
        assert run("code", report, "-f", name, "-o", target).stdout == ""
        assert "CONSULT" in target.read_text(encoding="utf-8")


# --- code: the store ---------------------------------------------------------------------------


def test_the_same_report_twice_adds_nothing(run: Run, report: Path, tmp_path: Path) -> None:
    store = tmp_path / "events.duckdb"
    assert_told(run("code", report, "--store", store), 0, "1 added, 0 replaced, 0 unchanged")
    assert_told(run("code", report, "--store", store), 0, "0 added, 0 replaced, 1 unchanged")
    with Store.open(store) as opened:
        counts = opened.counts()
        assert (counts.documents, counts.runs) == (1, 1)
        assert [r.document.title for r in opened.records()] == ["Kenya and Uganda hold talks on pipeline"]


def test_another_date_replaces_what_was_coded_with_the_first(run: Run, report: Path, tmp_path: Path) -> None:
    store = tmp_path / "events.duckdb"
    run("code", report, "--store", store)
    result = run("code", report, "--store", store, "--published", "2022-01-10")
    assert_told(result, 0, "0 added, 1 replaced")


def test_a_store_and_a_format_together(run: Run, report: Path, tmp_path: Path) -> None:
    result = run("code", report, "--store", tmp_path / "events.duckdb", "-f", "jsonl")
    assert json.loads(result.stdout)["published"] == "2021-05-03"
    assert run("code", report, "--store", tmp_path / "events.duckdb").stdout == ""


# --- code: what goes wrong ---------------------------------------------------------------------


def test_a_missing_path(run: Run, tmp_path: Path) -> None:
    assert_told(
        run("code", tmp_path / "nowhere.txt"), 1, "nowhere.txt: there is no such file", "check the path"
    )


def test_a_bad_file_does_not_stop_the_others(run: Run, report: Path) -> None:
    (report.parent / "a-picture.txt").write_bytes(bytes(range(256)))
    result = run("code", report.parent, "-f", "jsonl")
    assert_told(result, 1, "a-picture.txt at byte 0: the file is binary")
    assert len(result.stdout.splitlines()) == 1


def test_nothing_is_coded_in_a_text_that_is_not_english(run: Run) -> None:
    text = "Le président français a rencontré le chancelier allemand à Berlin lundi, selon Reuters."
    result = run("code", "-", "-f", "json", text=text.encode())
    assert_told(result, 0, "reads as 'fr', not English")
    data = json.loads(result.stdout)
    assert (data["language"], data["event_mentions"], data["statements"]) == ("fr", [], [])


def test_no_date_is_said(run: Run) -> None:
    assert_told(
        run("code", "-", text=b"Kenya's president met his counterpart on Sunday."), 0, "no date found"
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("code",), ("Missing argument",)),
        (("code", "x", "--published", "27/8/2018"), ("'27/8/2018' is no date", "like 2018-08-27")),
        (("code", "x", "--published", "2018-02-30"), ("is no date",)),
        (("code", "x", "--format", "xml"), ("xml",)),
        (("code", "x", "--format", "json", "--evidence"), ("--evidence belongs to the table",)),
        (("code", "x", "--output", "same", "--store", "same"), ("name the same file",)),
        (("explain", "x", "--date", "yesterday"), ("is no date",)),
        (("paint",), ("No such command",)),
    ],
)
def test_a_wrong_command_line(run: Run, arguments: tuple[str, ...], words: tuple[str, ...]) -> None:
    assert_told(run(*arguments), 2, *words)


def test_stores_that_cannot_be_used(run: Run, report: Path, tmp_path: Path) -> None:
    assert_told(run("code", report, "-s", tmp_path), 3, "this is a folder")
    assert_told(run("code", report, "-s", tmp_path / "no" / "x.duckdb"), 3, "make the folder first")
    assert_told(run("code", report, "-s", report), 3, "not a DuckDB database")
    old = tmp_path / "old.duckdb"
    with Store.open(old) as store:
        store.connection.execute("UPDATE meta SET value = '0' WHERE key = 'schema_version'")
    assert_told(run("code", report, "-s", old), 3, "tables are of version 0", "into a new file")


def test_an_output_that_cannot_be_written(run: Run, report: Path, tmp_path: Path) -> None:
    result = run("code", report, "-f", "json", "-o", tmp_path / "no" / "x.json")
    assert_told(result, 3, "cannot be written", "--output")


def test_a_failing_coder_is_told_and_the_rest_is_coded(
    run: Run, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (report.parent / "second.txt").write_text(REPORT.replace("Kenya", "Rwanda"), encoding="utf-8")
    break_on(monkeypatch, "Kenya", ZeroDivisionError("oops"))
    result = run("code", report.parent, "-f", "jsonl")
    assert_told(result, 1, "report.txt: the coder failed (ZeroDivisionError: oops); please report it")
    assert [json.loads(line)["title"][:6] for line in result.stdout.splitlines()] == ["Rwanda"]
    monkeypatch.setenv("DRAGOMAN_DEBUG", "1")
    assert isinstance(run("code", report.parent, "-f", "jsonl").exception, ZeroDivisionError)


def test_ctrl_c_keeps_whole_records_and_ends_with_130(
    run: Run, report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (report.parent / "second.txt").write_text(REPORT.replace("Kenya", "Rwanda"), encoding="utf-8")
    break_on(monkeypatch, "Rwanda", KeyboardInterrupt())
    store = tmp_path / "events.duckdb"
    result = run("code", report.parent, "-f", "json", "--store", store)
    assert_told(result, 130, "stopped; what was written before stands")
    assert [d["title"][:5] for d in json.loads(result.stdout)] == ["Kenya"]
    with Store.open(store) as opened:
        assert opened.counts().documents == 1


def break_on(monkeypatch: pytest.MonkeyPatch, word: str, error: BaseException) -> None:
    """Let the coder fail on reports whose title begins with ``word``."""
    from dragoman.cli import code as command

    real = command.code_one

    def failing(coder: Coder, document: Document) -> Record:
        if (document.title or "").startswith(word):
            raise error
        return real(coder, document)

    monkeypatch.setattr(command, "code_one", failing)


# --- explain and demo --------------------------------------------------------------------------


def test_explain_shows_every_step(run: Run) -> None:
    sentence = "Kenya's president met his Ugandan counterpart in Kampala on Sunday, officials said."
    result = run("explain", sentence, "--date", "2021-05-03")
    assert result.exit_code == 0, result.output
    for word in (
        "gate", "parse", "nsubj", "triggers", "frames", "rejected", "event mentions", "CONSULT", "asserted",
        "actor", "according to", "2021-05-02", "Kampala", "statements",
    ):  # fmt: skip
        assert word in result.output, word
    assert len(run("explain", sentence, "--all").output) > len(result.output)


def test_explain_says_why_nothing_is_coded(run: Run) -> None:
    assert "not parsed, nothing coded" in run("explain", "The sky is blue today.").output
    assert "none" in run("explain", "She met the deadline easily.").output


def test_the_demo_shows_keeps_and_tells_what_to_try_next(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("demo")
    assert result.exit_code == 0, result.output
    for word in ("Camp David", "did what", "dragoman-demo.duckdb", "Try next", "dragoman explain"):
        assert word in result.output
    with Store.open("dragoman-demo.duckdb", create=False) as store:
        before = store.counts()
    assert before.documents == len(list(reports()))
    assert before.event_mentions > 5 * before.documents
    run("demo", "--evidence")
    with Store.open("dragoman-demo.duckdb") as store:
        assert store.counts() == before


def reports() -> Iterator[Document]:
    from dragoman.samples import samples

    yield from samples()


def test_the_samples_are_whole_reports() -> None:
    for document in reports():
        assert document.title
        assert document.published
        assert document.language == "en"
        assert 120 <= len(document.text.split()) <= 220, document.title
        assert document.notes == ()


# --- story -------------------------------------------------------------------------------------


def test_code_keeps_the_story_and_a_rebuild_tells_the_same(run: Run, report: Path) -> None:
    store = report.parent / "events.duckdb"
    assert run("code", report, "--store", store).exit_code == 0

    def events() -> list[tuple[object, ...]]:
        with Store.open(store, read_only=True) as opened:
            return opened.connection.execute("SELECT * FROM events ORDER BY id").fetchall()

    before = events()
    assert before
    result = run("story", "rebuild", "--store", store)
    assert_told(result, 0, "1 documents, 1 documents that are no copies", f"{len(before)} events")
    assert events() == before


def test_a_story_needs_a_store(run: Run, tmp_path: Path) -> None:
    assert_told(run("story", "rebuild", "--store", tmp_path / "nowhere.duckdb"), 3, "no such store")
