"""Starts ``dragoman ingest`` again and again and kills it, ``kill -9``, at random moments.

usage: python -m tests.kill_ingest FOLDER KILLS

The runs are forked from this process, which has everything loaded, so that most of the time
goes into the work that is to be interrupted; one in twenty codes in a worker process.  After
every kill the store is looked at by another process: what was told to be committed must be
there, nothing may be there twice, and no document may be there by half.  Prints a line for
each kill, and leaves with 1 at the first fault.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import importlib
import json
import os
import random
import signal
import sys
import time
from pathlib import Path

from dragoman.cli import commands
from dragoman.cli.app import app
from dragoman.cli.app import main as dragoman_main
from dragoman.store import Store, ingest, workers
from tests.quick_coder import NAME

COMMITS = 1
"""A run is killed within about the time that so many commits take."""
PAUSE = "0.002"
"""Seconds that the coder takes for a report."""
ITEMS = "SELECT id FROM documents UNION ALL SELECT file FROM rejected"
HALVES = {
    "a document without its mention": "FROM documents d ANTI JOIN event_mentions m ON m.document_id = d.id",
    "a document without its words": "FROM documents d ANTI JOIN search_index i ON i.document_id = d.id",
    "a document without its group": "FROM documents d ANTI JOIN document_groups g ON g.document_id = d.id",
    "a mention without an event": "FROM event_mentions m ANTI JOIN event_members e ON e.mention_id = m.id",
    "a mention twice": "FROM event_mentions GROUP BY id HAVING count(*) > 1",
    "a word twice": "FROM search_index GROUP BY document_id, term HAVING count(*) > 1",
    "a rejected piece twice": 'FROM rejected GROUP BY file, "offset" HAVING count(*) > 1',
    "a mention in two events": "FROM event_members GROUP BY mention_id HAVING count(*) > 1",
    "a file with other numbers than its rows": (
        "FROM sources s WHERE s.items <> s.documents + s.rejected OR s.documents <> "
        "(SELECT count(*) FROM documents d WHERE s.file LIKE '%' || d.source_file)"
    ),
}

CONTENT = (
    "SELECT * EXCLUDE (run) FROM documents ORDER BY id",
    "FROM event_mentions ORDER BY id",
    "FROM mention_actors ORDER BY ALL",
    'SELECT file, "offset", reason FROM rejected ORDER BY ALL',
    "FROM search_index ORDER BY ALL",
    "SELECT file, items, documents, rejected, complete FROM sources ORDER BY ALL",
    "FROM events ORDER BY id",
    "FROM event_members ORDER BY ALL",
    "FROM document_groups ORDER BY ALL",
)
"""What must be the same, however often a run was killed."""


def corpus(folder: Path) -> int:
    """Write reports in several formats, some of them unreadable; gives how many items they are."""
    folder.mkdir()
    rows = []
    for n in range(60):
        text = f"Kenya and Uganda met for talk {n} on Monday.\nThe talks were about matter {n * n}."
        day = dt.date(2021, 5, 3) + dt.timedelta(n // 4 * 30)
        rows.append(json.dumps({"id": f"r{n}", "text": text, "published": day.isoformat()}))
        if n % 20 == 7:
            rows.append("{ this is no JSON")
    (folder / "rows.jsonl").write_text("\n".join(rows), encoding="utf-8")
    for n in range(24):
        body = f"Talks, part {n}\n\n3 May 2021\n\nKenya met Uganda for the {n}th time, a spokesman said.\n"
        (folder / f"report{n}.txt").write_text(body, encoding="utf-8")
    (folder / "empty.txt").touch()
    return 60 + 3 + 24 + 1


def run(folder: Path, store: Path, acknowledged: Path, processes: int) -> None:
    """In a child: the command line, with what it has committed written down as it goes."""
    os.setsid()
    workers.CODER = NAME
    ingest.BATCH = 12
    commit = ingest.Ingest._commit

    def committed(self: ingest.Ingest, *arguments: object) -> None:
        commit(self, *arguments)  # type: ignore[arg-type]
        held = self.store.connection.execute(f"SELECT count(*) FROM ({ITEMS})").fetchone() or (0,)
        with acknowledged.open("a") as stream:
            stream.write(f"{held[0]}\n")

    ingest.Ingest._commit = committed  # type: ignore[assignment]
    os.environ["DRAGOMAN_TEST_SLOW"] = PAUSE
    sys.argv = ["dragoman", "ingest", str(folder), "--store", str(store), "--workers", str(processes)]
    with Path(os.devnull).open("w") as nothing, contextlib.redirect_stderr(nothing):
        dragoman_main()


def faults(store: Path, least: int) -> list[str]:
    """What is wrong with a store that should hold at least so many items."""
    if not store.exists():
        return [] if least == 0 else ["the store is gone"]
    try:
        with Store.open(store) as opened:
            ask = opened.connection.execute
            found = [what for what, sql in HALVES.items() if ask(f"SELECT 1 {sql} LIMIT 1").fetchall()]
            rows = ask(ITEMS).fetchall()
    except Exception as error:
        return [f"the store cannot be opened: {error}"]
    short = [] if len(rows) >= least else [f"{len(rows)} items, {least} were committed"]
    return found + short


def child(work: object, *arguments: object) -> int:
    """Run a function in a fork; gives its process id."""
    pid = os.fork()
    if pid == 0:
        try:
            code = work(*arguments)  # type: ignore[operator]
        except SystemExit as ended:
            code = ended.code
        except BaseException as error:
            print(f"{type(error).__name__}: {error}", file=sys.stderr)
            code = 99
        sys.stderr.flush()
        os._exit(int(code or 0))
    return pid


def checked(store: Path, least: int) -> int:
    """In a child: tell the faults, and leave with 1 where there are any."""
    found = faults(store, least)
    for fault in found:
        print(f"FAULT: {fault}", flush=True)
    return int(bool(found))


def held(acknowledged: Path) -> int:
    """The items that the last run told to be committed."""
    lines = acknowledged.read_text().split() if acknowledged.exists() else []
    return int(lines[-1]) if lines else 0


def main() -> None:
    _load()
    folder, kills = Path(sys.argv[1]), int(sys.argv[2])
    chance = random.Random(int(os.environ.get("DRAGOMAN_TEST_SEED", "1")))
    reports, acknowledged = folder / "reports", folder / "acknowledged"
    folder.mkdir(parents=True, exist_ok=True)
    total = corpus(reports)
    whole = folder / "whole.duckdb"
    began = time.monotonic()
    commits = finish(reports, whole, total)
    commit = (time.monotonic() - began) / commits
    store, before, killed, stores, longest = folder / "killed-0.duckdb", 0, 0, 1, 0
    while killed < kills:
        processes = int(killed % 20 == 9)
        acknowledged.unlink(missing_ok=True)
        pid = child(run, reports, store, acknowledged, processes)
        time.sleep(chance.uniform(0, (COMMITS + 2 + 6 * processes) * commit))
        os.kill(pid, signal.SIGKILL)
        died = os.WIFSIGNALED(os.waitpid(pid, 0)[1])
        killed += died
        before = held(acknowledged) or before
        longest = max(longest, before)
        if os.waitpid(child(checked, store, before), 0)[1]:
            sys.exit(1)
        print(f"kill {killed}: {before} of {total} items in {store.name}", flush=True)
        if not died or before >= total:
            finish(reports, store, total)
            same(whole, store)
            store, before, stores = folder / f"killed-{stores}.duckdb", 0, stores + 1
    finish(reports, store, total)
    same(whole, store)
    print(f"{killed} kills, {stores} stores, {longest} items at most before a kill")


def _load() -> None:
    """Load before the first fork what every run would load; not on import, which every worker does."""
    from dragoman.reading import language_of

    for name in ("pandas", "pyarrow", "dragoman.cli.progress", "dragoman.story", "dragoman.store.pool"):
        importlib.import_module(name)
    commands.register(app)
    language_of("A sentence, for which the reader loads what it knows of languages.")


def same(whole: Path, store: Path) -> None:
    """See that a store that was made in spite of kills holds what one made at once holds."""
    if os.waitpid(child(compared, whole, store), 0)[1]:
        sys.exit(1)


def compared(whole: Path, store: Path) -> int:
    """In a child: leave with 1 where the two stores differ in what they hold."""
    held = []
    for path in (whole, store):
        with Store.open(path, read_only=True) as opened:
            held.append({sql: opened.connection.execute(sql).fetchall() for sql in CONTENT})
    for sql in CONTENT:
        if held[0][sql] != held[1][sql]:
            print(f"FAULT: {store.name} differs from {whole.name} in {sql}", flush=True)
    return int(held[0] != held[1])


def finish(reports: Path, store: Path, total: int) -> int:
    """Let a run come to its end, and see that everything is there; gives its number of commits."""
    acknowledged = store.with_suffix(".last")
    _, status = os.waitpid(child(run, reports, store, acknowledged, 0), 0)
    if os.waitstatus_to_exitcode(status) != 1:  # 1: some input could not be read
        sys.exit(f"FAULT: the last run ended with {status}")
    if os.waitpid(child(checked, store, total), 0)[1]:
        sys.exit(1)
    return len(acknowledged.read_text().split())


if __name__ == "__main__":
    main()
