"""``dragoman story``: look after events, agreements and near-duplicates of a store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.app import EXIT_CODES, errors_reported, say

if TYPE_CHECKING:
    from dragoman.store import Store

app = typer.Typer(
    help="Events, agreements and near-duplicates, made from the reports of a store.", no_args_is_help=True
)


@app.callback()
def _story() -> None:
    """Commands on the story of a store."""


@app.command(epilog=EXIT_CODES)
def rebuild(
    store: Annotated[
        Path, typer.Option("--store", "-s", metavar="FILE", help="The store whose story is told again.")
    ],
) -> None:
    """Tell the story of a store again from all its reports.

    The outcome is the one that arriving reports have built; run it after a change of the
    settings, or on a store that was made by an older dragoman. Until it ends the old story stands.
    """
    with errors_reported():
        from dragoman import story
        from dragoman.store import Store

        with Store.open(store, create=False) as opened:
            total, done = opened.counts().documents, 0
            for change in story.rebuild(opened):
                done += change.documents
                if done < total:
                    say(f"{done} of {total} reports told")
            say(f"{store}: {_summary(opened)}")


def _summary(opened: Store) -> str:
    names = ("documents", "documents that are no copies", "mentions", "events", "agreements")
    sql = (
        "SELECT (SELECT count(*) FROM document_groups), "
        "(SELECT count(DISTINCT group_id) FROM document_groups), "
        "(SELECT count(*) FROM event_members), (SELECT count(*) FROM events), "
        "(SELECT count(*) FROM agreements)"
    )
    row = opened.connection.execute(sql).fetchone() or (0,) * len(names)
    return ", ".join(f"{n} {name}" for n, name in zip(row, names, strict=True))
