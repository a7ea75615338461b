"""``dragoman demo``: the bundled samples, coded, shown and kept."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.app import Exit, OutputError, errors_reported, say

DEFAULT_STORE = Path("dragoman-demo.duckdb")


def demo(
    store: Annotated[
        Path, typer.Option("--store", "-s", metavar="FILE", help="Where to keep the record.")
    ] = DEFAULT_STORE,
    evidence: Annotated[
        bool, typer.Option("--evidence", "-e", help="Print the sentence under each row.")
    ] = False,
    reports: Annotated[
        Path | None,
        typer.Option(
            "--reports", metavar="FOLDER", help="Only put the reports of the tutorial into this folder."
        ),
    ] = None,
) -> None:
    """Code a few bundled reports about true events, and say what to try next."""
    with errors_reported():
        if reports is not None:
            _unpack(reports)
        else:
            _run(store, evidence=evidence)


def _unpack(folder: Path) -> None:
    """Write the tutorial's reports; files of other names that are there stay."""
    from dragoman.samples import tutorial

    texts = tutorial()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            (folder / name).write_text(text, encoding="utf-8")
    except OSError as error:
        raise OutputError(folder, error.strerror) from None
    say(f"{len(texts)} short reports are in {folder}: the tutorial's own words on true events")


def _run(path: Path, *, evidence: bool) -> None:
    from dragoman import story
    from dragoman.cli.tables import console, show_record
    from dragoman.coding import Coder
    from dragoman.samples import samples
    from dragoman.store import Store

    target = console()
    with Store.open(path) as store:
        coder = Coder()
        records = [coder.code(document) for document in samples()]
        for record in records:
            show_record(target, record, evidence=evidence)
        store.add_many(records)
        story.catch_up(store)
        counts = store.counts()
    target.print(
        f"[bold]The record is in {path}[/]: {counts.documents} reports, {counts.event_mentions} event "
        f"mentions, {counts.statements} statements. A second run adds nothing."
    )
    target.print(_next(path, has_evidence=evidence))
    raise typer.Exit(Exit.OK)


def _next(path: Path, *, has_evidence: bool) -> str:
    tries = [
        ("dragoman demo --evidence", "the sentence under each row"),
        (
            'dragoman explain "Kenya\'s president met his Ugandan counterpart in Kampala."',
            "every step of the coding",
        ),
        ("dragoman code report.txt --format json", "your own report, the whole record"),
        (f"dragoman code FOLDER --store {path}", "a folder of reports, kept"),
        ('dragoman knowledge find "Iran\'s foreign minister" --date 2015-07-14', "who is who, on the day"),
        (
            f"python -c \"import duckdb; print(duckdb.connect('{path}').table('events_flat'))\"",
            "the record in Python",
        ),
    ]
    lines = [f"  [cyan]{command}[/]\n      {meaning}" for command, meaning in tries[has_evidence:]]
    return "Try next:\n" + "\n".join(lines)
