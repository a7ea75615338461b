from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from dragoman.cli import commands
from dragoman.cli.app import app
from dragoman.cli.progress import spelled
from dragoman.reading import ReadOptions, ReadProblem
from dragoman.records import Record
from dragoman.store import Store, ingest, workers
from dragoman.store.ingest import Ingest, Progress
from dragoman.store.pool import Job, Pool
from tests.quick_coder import NAME
from tests.reading.test_formats import RECORDS

ROOT = Path(__file__).parents[1]


def report(n: int, extra: str = "") -> str:
    body = f"Kenya met Uganda for talk {n}, a spokesman said on Monday. {extra}"
    return f"Talks, part {n}\n\n3 May 2021\n\n{body}\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Ten reports and a bad row in one file, five in files of their own, and an empty file."""
    folder = tmp_path / "reports"
    folder.mkdir()
    lines = [json.dumps({"id": f"r{n}", "text": report(n), "published": "2021-05-03"}) for n in range(10)]
    lines.insert(3, "{ no JSON")
    (folder / "rows.jsonl").write_text("\n".join(lines), encoding="utf-8")
    for n in range(5):
        (folder / f"report{n}.txt").write_text(report(100 + n), encoding="utf-8")
    (folder / "empty.txt").touch()
    return folder


def run(path: Path, *paths: Path, processes: int = 0, options: ReadOptions | None = None) -> Progress:
    with Store.open(path) as store:
        return Ingest(store, options, processes=processes, coder=NAME).run(list(paths))


def ask(path: Path, sql: str) -> list[tuple[object, ...]]:
    with Store.open(path, read_only=True) as store:
        return store.connection.execute(sql).fetchall()


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "events.duckdb"


# --- what is kept ------------------------------------------------------------------------------


@pytest.mark.parametrize("processes", [0, 2])
def test_reports_are_kept_and_what_cannot_be_read_is_in_a_table(
    corpus: Path, store: Path, processes: int
) -> None:
    progress = run(store, corpus, processes=processes)
    assert (progress.documents, progress.rejected, progress.result.added) == (15, 2, 15)
    assert (progress.sources, progress.size) == (7, progress.size_done)
    rows = ask(store, 'SELECT file, "offset", reason, run, "at" IS NOT NULL FROM rejected ORDER BY file')
    assert [(Path(str(r[0])).name, r[1], r[3:]) for r in rows] == [
        ("empty.txt", None, (1, True)),
        ("rows.jsonl", 4, (1, True)),
    ]
    assert "no JSON" in str(rows[1][2])
    assert ask(store, "SELECT sum(n_mentions) FROM events") == [(15,)]


def test_a_second_run_does_nothing_twice(corpus: Path, store: Path) -> None:
    run(store, corpus)
    before = ask(store, "FROM documents"), ask(store, "SELECT file FROM rejected ORDER BY 1")
    progress = run(store, corpus, corpus / "report1.txt")
    assert (progress.documents, progress.rejected, progress.known, progress.known_rejected) == (0, 1, 6, 1)
    assert (ask(store, "FROM documents"), ask(store, "SELECT file FROM rejected ORDER BY 1")) == before


def test_the_same_file_named_twice_counts_once(corpus: Path, store: Path) -> None:
    progress = run(store, corpus, corpus / "rows.jsonl", corpus)
    assert (progress.sources, progress.documents, progress.rejected) == (7, 15, 2)


def test_what_was_mended_is_read_and_no_longer_rejected(corpus: Path, store: Path) -> None:
    run(store, corpus)
    (corpus / "empty.txt").write_text(report(7), encoding="utf-8")
    lines = (corpus / "rows.jsonl").read_text(encoding="utf-8").splitlines()
    lines[3] = json.dumps({"id": "mended", "text": report(8)})
    (corpus / "rows.jsonl").write_text("\n".join(lines), encoding="utf-8")
    progress = run(store, corpus)
    assert (progress.result.added, progress.result.unchanged, progress.rejected) == (2, 10, 0)
    assert ask(store, "FROM rejected") == []


def test_another_coder_and_other_options_code_it_anew(
    corpus: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(store, corpus)
    monkeypatch.setenv("DRAGOMAN_TEST_CODER", "another")
    assert run(store, corpus).result.replaced == 15
    assert run(store, corpus, options=ReadOptions(outlet="The Paper")).result.replaced == 15
    assert ask(store, "SELECT DISTINCT outlet, run FROM documents") == [("The Paper", 3)]
    assert len(ask(store, "FROM rejected")) == 2
    index = ask(store, "SELECT count(*), count(DISTINCT (document_id, term)) FROM search_index")
    assert index[0][0] == index[0][1]


def test_a_path_that_is_not_there_is_told_once_and_forgotten_when_it_comes(corpus: Path, store: Path) -> None:
    missing = corpus / "later.txt"
    for _ in range(2):
        assert run(store, corpus / "report0.txt", missing).rejected == 1
    assert len(ask(store, "FROM rejected")) == 1
    missing.write_text(report(9), encoding="utf-8")
    assert run(store, missing).rejected == 0
    assert ask(store, "FROM rejected") == []


def test_it_goes_on_inside_a_file(corpus: Path, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingest, "BATCH", 4)
    monkeypatch.setattr(ingest, "CHUNK", 2)
    coded: list[str] = []
    with Store.open(store) as opened:
        first = Ingest(
            opened, coder=NAME, processes=0, on_progress=lambda p: coded.append("") or first.stop()
        )
        assert first.run([corpus / "rows.jsonl"]).stopped
    held = ask(store, "SELECT items, complete FROM sources")
    assert held == [(2, False)]
    rest = run(store, corpus / "rows.jsonl")
    assert (rest.documents, rest.rejected) == (8, 1)
    assert ask(store, "SELECT items, documents, rejected, complete FROM sources") == [(11, 10, 1, True)]


# --- faults ------------------------------------------------------------------------------------


def test_a_report_that_fails_or_kills_its_worker_is_rejected_and_the_others_are_kept(
    corpus: Path, store: Path
) -> None:
    (corpus / "fail.txt").write_text(report(200, "FAIL"), encoding="utf-8")
    (corpus / "crash.txt").write_text(report(201, "CRASH"), encoding="utf-8")
    (corpus / "half.txt").write_bytes(report(202).encode() + b"\xff\xfe\xff")
    told: list[ReadProblem] = []
    with Store.open(store) as opened:
        progress = Ingest(opened, processes=2, coder=NAME, on_problem=told.append).run([corpus])
    reasons = dict(ask(store, "SELECT parse_filename(file), reason FROM rejected"))
    assert reasons["crash.txt"].startswith("the process that read it died, twice")
    assert reasons["fail.txt"].startswith("the coder failed (ZeroDivisionError: this report cannot be coded)")
    assert progress.documents == 16
    assert len(told) == 4
    assert run(store, corpus / "fail.txt").rejected == 1  # nothing of it was read: it is tried again
    assert len(ask(store, "FROM rejected")) == 4


def test_a_report_that_hangs_is_rejected_and_the_others_are_kept(corpus: Path, store: Path) -> None:
    (corpus / "hang.txt").write_text(report(203, "HANG"), encoding="utf-8")
    with Store.open(store) as opened:
        progress = Ingest(opened, processes=2, coder=NAME, seconds=1.5).run([corpus])
    reasons = dict(ask(store, "SELECT parse_filename(file), reason FROM rejected"))
    assert reasons["hang.txt"].startswith("it took longer than 1.5 s, twice")
    assert (progress.documents, progress.rejected) == (15, 3)


def test_what_is_no_page_in_a_web_archive_is_counted_and_no_fault(tmp_path: Path, store: Path) -> None:
    archive = tmp_path / "news.warc"
    archive.write_bytes(b"".join(RECORDS))
    progress = run(store, archive)
    assert (progress.documents, progress.skipped, progress.rejected) == (4, 2, 0)
    assert ask(store, "FROM rejected") == []
    assert run(store, archive).known == 1, "it is done, though not all of it was reports"


def test_half_a_character_keeps_nothing_from_being_stored(tmp_path: Path, store: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"id": "1", "text": "Kenya met \\ud800 Uganda."}\n{"id": "2", "text": "Kenya left."}')
    progress = run(store, rows)
    assert progress.documents == 2
    assert ask(store, "SELECT text FROM documents WHERE source_id = '1'") == [("Kenya met \ufffd Uganda.",)]


def test_workers_that_cannot_start_say_why(corpus: Path, store: Path) -> None:
    with Store.open(store) as opened, pytest.raises(ModuleNotFoundError, match="nowhere"):
        Ingest(opened, processes=1, coder="nowhere:Coder").run([corpus])


def test_a_batch_that_cannot_be_written_leaves_nothing_of_itself(
    corpus: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*arguments: object) -> None:
        raise RuntimeError("the story stumbled")

    with monkeypatch.context() as patch:
        patch.setattr("dragoman.story.update", broken)
        with pytest.raises(RuntimeError, match="stumbled"):
            run(store, corpus)
    for table in ("documents", "event_mentions", "rejected", "sources", "search_index", "runs"):
        assert ask(store, f"FROM {table}") == [], table
    assert run(store, corpus).documents == 15


# --- workers -----------------------------------------------------------------------------------


def test_workers_are_replaced_and_the_order_stays(corpus: Path) -> None:
    from dragoman.reading import drafts, iter_sources

    found = [d for s in iter_sources([corpus]) if not isinstance(s, ReadProblem) for d in drafts(s)]
    jobs = [Job(n, [draft]) for n, draft in enumerate(found * 2)]
    with Pool(2, NAME, recycle=4) as pool:
        done = list(pool.outcomes(jobs))
    assert [tag for tag, _ in done] == list(range(34))
    assert sum(isinstance(o, Record) for _, outcomes in done for o in outcomes) == 30


def test_the_real_coder_works_in_a_worker(corpus: Path, store: Path) -> None:
    with Store.open(store) as opened:
        progress = Ingest(opened, processes=1).run([corpus / "report0.txt"])
    assert progress.result.added == 1
    assert ask(store, "SELECT DISTINCT dragoman FROM runs") != [("none",)]


# --- the command -------------------------------------------------------------------------------

Run = Callable[..., Result]


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setattr(workers, "CODER", NAME)
    commands.register(app)
    return lambda *words: CliRunner().invoke(app, ["ingest", *map(str, words)])


def test_the_command_tells_what_it_did_and_its_code_says_whether_all_was_read(
    command: Run, corpus: Path, store: Path
) -> None:
    result = command(corpus, "--store", store, "--workers", 0)
    assert result.exit_code == 1
    assert "15 reports coded (15 added, 0 replaced, 0 unchanged), 2 rejected" in result.stderr
    assert "rows.jsonl:4" in result.stderr
    result = command(corpus / "rows.jsonl", "--store", store, "-w", 0)
    assert result.exit_code == 0
    assert "1 of 1 files were read by an earlier run, 1 pieces of them rejected then" in result.stderr


def test_a_web_archive_with_pictures_is_read_without_fault(command: Run, tmp_path: Path, store: Path) -> None:
    archive = tmp_path / "news.warc"
    archive.write_bytes(b"".join(RECORDS))
    result = command(archive, "--store", store, "--workers", 0)
    assert result.exit_code == 0, result.stderr
    assert "2 skipped, not pages" in result.stderr


def test_a_wrong_command_line(command: Run, corpus: Path, store: Path) -> None:
    for words in (["--as", "doc"], ["--map", "body"], ["--published", "May"], ["--workers", "-1"]):
        assert command(corpus, "--store", store, *words).exit_code == 2, words
    assert command(corpus, "--store", corpus / "empty.txt").exit_code == 3
    assert not store.exists()


def test_columns_can_be_named(command: Run, tmp_path: Path, store: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("body,day\nKenya met Uganda.,2021-05-03\n", encoding="utf-8")
    result = command(table, "-s", store, "-w", 0, "--map", "text=body,published=day", "--outlet", "Daily")
    assert result.exit_code == 0, result.stderr
    assert ask(store, "SELECT text, published::VARCHAR, outlet FROM documents") == [
        ("Kenya met Uganda.", "2021-05-03", "Daily")
    ]


def test_ctrl_c_stops_after_the_batch_and_the_next_run_goes_on(corpus: Path, store: Path) -> None:
    command = [sys.executable, "-m", "tests.quick_coder", "ingest", corpus, "--store", store, "-w", "1"]
    environment = {**os.environ, "DRAGOMAN_TEST_SLOW": "0.4", "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        assert process.stderr is not None
        first = process.stderr.readline()  # empty.txt is told before anything is coded
        os.killpg(process.pid, signal.SIGINT)
        rest = process.stderr.read()
    assert process.returncode == 130, first + rest
    assert "Traceback" not in rest
    assert "run the same command again to go on" in rest
    assert run(store, corpus).stopped is False
    assert ask(store, "SELECT count(*) FROM documents") == [(15,)]


def test_killed_at_fifty_random_moments_it_loses_and_doubles_nothing(tmp_path: Path) -> None:
    """See ``tests/kill_ingest.py``: real runs of the command, each ended by SIGKILL."""
    started = time.monotonic()
    ended = subprocess.run(
        [sys.executable, "-m", "tests.kill_ingest", tmp_path / "kills", "50"],
        cwd=ROOT, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    told = f"{ended.stdout}\n{ended.stderr}\nafter {time.monotonic() - started:.0f} s"
    assert ended.returncode == 0, told
    assert "FAULT" not in ended.stdout, told
    assert "50 kills" in ended.stdout, told


@pytest.mark.parametrize(("seconds", "words"), [(40, "40 s"), (300, "5 min"), (7800, "2 h 10 min")])
def test_times_are_spelled(seconds: float, words: str) -> None:
    assert spelled(seconds) == words
