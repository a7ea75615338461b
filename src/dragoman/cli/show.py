"""``dragoman show``: everything that a store knows of one id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli.app import Exit, errors_reported, say
from dragoman.cli.filters import StoreOption

if TYPE_CHECKING:
    from rich.console import Console

    from dragoman.store import Store

Row = dict[str, Any]
_SHOWN = 20
"""Lines of a list, unless all are asked for."""


def show(
    key: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="Of an event, a mention, an agreement, a report or an actor (person:bashar-al-assad).",
        ),
    ],
    store: StoreOption,
    all_: Annotated[bool, typer.Option("--all", "-a", help="Every telling, however many there are.")] = False,
) -> None:
    """Show an event with all its tellings and where they differ, or whatever else has this id."""
    from dragoman.cli.tables import console
    from dragoman.store import Store, lookup

    with errors_reported(), Store.open(store, read_only=True) as held:
        try:
            kind, whole = lookup.find(held, key)
        except lookup.NotFound as error:
            say(str(error))
            raise typer.Exit(Exit.INPUT) from None
        _SHOW[kind](console(), held, whole, None if all_ else _SHOWN)
    raise typer.Exit(Exit.OK)


def _event(target: Console, store: Store, key: str, most: int | None) -> None:
    from dragoman.store import lookup

    row = lookup.event(store, key)
    told = lookup.tellings(store, key)
    _heading(target, f"event {key}", _sentence_of(row))
    _facts(target, row)
    counts = f"{_counted(row['n_mentions'], 'mention')} in {_counted(row['n_documents'], 'report')}"
    if row["n_reports"] != row["n_documents"]:
        counts += f" ({row['n_reports']} that are no copies)"
    _line(
        target,
        "told",
        f"{counts}, {row['n_outlets']} outlets, {_span(row, 'first_reported', 'last_reported')}",
    )
    for name in ("asserted by", "denied by"):
        _line(target, name, (row[name.replace(" ", "_")] or "").replace(";", ", "))
    for name in ("killed", "injured", "size"):
        low, high = row[f"{name}_min"], row[f"{name}_max"]
        _line(target, name, None if low is None else str(low) if low == high else f"{low} to {high}")
    _differences(target, lookup.differences(told))
    target.print(f"\n[bold]{_counted(len(told), 'telling')}[/]")
    for telling in told[:most]:
        _telling(target, telling)
    _more(target, len(told), most)


def _differences(target: Console, found: list[Any]) -> None:
    if not found:
        return
    target.print("\n[bold]where they differ[/]")
    for difference in found:
        values = " | ".join(f"{value} ({_few(who)})" for value, who in difference.values)
        _line(target, difference.what, values)


def _mention(target: Console, store: Store, key: str, most: int | None) -> None:
    from dragoman.store import lookup

    row = lookup.mention(store, key)
    _heading(target, f"mention {key}", _sentence_of(row))
    _facts(target, row)
    _line(target, "according to", " ← ".join(filter(None, (row["attribution_names"] or "").split(";"))))
    for name in ("killed", "injured", "size"):
        _line(target, name, row[name])
    _line(target, "confidence", f"{row['confidence']:.2f}, by {row['rule'] or 'no rule'}")
    _line(target, "evidence", f"“{row['sentence']}”")
    where = f"{row['field']} {row['sentence_start']} to {row['sentence_end']}"
    _line(target, "report", f"{row['document_id']}, {where}: {_report(row)}")
    _line(target, "address", row["url"])
    _line(target, "event", row["event_id"])
    _line(
        target, "coder", f"dragoman {row['dragoman']}, knowledge {row['knowledge']}, {row['configuration']}"
    )


def _agreement(target: Console, store: Store, key: str, most: int | None) -> None:
    from rich.text import Text

    from dragoman.store import lookup

    head, steps = lookup.agreement(store, key)
    parties = (head["parties"] or "unknown parties").replace(";", ", ")
    _heading(target, f"agreement {key}", f"{head['kind'] or ''} agreement of {parties}".strip())
    for name in ("subject", "status"):
        _line(target, name, head[name])
    _line(target, "place", _joined(head["place_name"], head["place_country"]))
    for name in ("announced", "signed", "in_force"):
        _line(target, name.replace("_", " "), head[name])
    target.print(f"\n[bold]{_counted(len(steps), 'step')}[/]")
    for step in steps[:most]:
        said = f" according to {step['according_to']}" if step["according_to"] else ""
        target.print(Text.assemble(f"  {step['date'] or 'no date'}  ", (step["step"], "bold"), said))
        _under(target, f"“{step['sentence']}”", f"{_report(step)}, mention {step['mention_id']}")
    _more(target, len(steps), most)


def _document(target: Console, store: Store, key: str, most: int | None) -> None:
    from dragoman.cli.tables import show_record
    from dragoman.store import lookup

    record = store.record(key)
    if record is None:
        return
    document = record.document
    _heading(target, f"report {key}", document.title or document.text[:70])
    _line(target, "from", _joined(document.source_file, document.source_offset))
    _line(target, "address", document.url)
    _line(target, "authors", ", ".join(document.authors))
    for note in document.notes:
        _line(target, "note", note)
    sql = """SELECT g.document_id, d.outlet, d.title, d.published, g.similarity FROM document_groups g
    JOIN documents d ON d.id = g.document_id WHERE g.document_id <> $key
    AND g.group_id = (SELECT group_id FROM document_groups WHERE document_id = $key) ORDER BY d.published"""
    for copy in lookup.rows(store, sql, key=key):
        _line(target, "copy", f"{copy['document_id']}: {_report(copy)}")
    target.print()
    show_record(target, record, evidence=True)


def _actor(target: Console, store: Store, key: str, most: int | None) -> None:
    from dragoman.cli.row_tables import mention_table
    from dragoman.store import lookup, queries
    from dragoman.store.filters import Filter

    found = lookup.actor(store, key)
    _heading(target, f"actor {key}", found["names"][0]["name"])
    for head in found["head"]:
        known = _joined(head["office"], head["country"], head["sectors"])
        _line(target, "as", f"{known}, {_counted(head['reports'], 'report')}, {_span(head, 'first', 'last')}")
    names = ", ".join(f"{row['name']} ({row['reports']})" for row in found["names"])
    _line(target, "named", names)
    for role in ("actor", "recipient"):
        counted = [f"{r['event_type']} {r['mentions']}" for r in found["types"] if r["role"] == role]
        _line(target, f"as {role}", ", ".join(counted))
    partners = ", ".join(f"{row['name']} ({row['mentions']})" for row in found["partners"])
    _line(target, "with", partners)
    latest = list(queries.mentions(store, Filter(parties=(key,)), limit=most, order="newest").dicts())
    if latest:
        target.print("\n[bold]latest mentions[/]")
        target.print(mention_table(latest))


_SHOW = {
    "event": _event,
    "mention": _mention,
    "agreement": _agreement,
    "document": _document,
    "actor": _actor,
}


# --- lines -------------------------------------------------------------------------------------


def _heading(target: Console, what: str, sentence: str) -> None:
    from rich.text import Text

    target.print(Text.assemble((sentence, "bold"), "\n", (what, "dim")))


def _line(target: Console, name: str, value: object) -> None:
    from rich.table import Table
    from rich.text import Text

    if value in (None, ""):
        return
    line = Table.grid()
    line.add_column(width=15)
    line.add_column(overflow="fold")
    line.add_row(Text(f"  {name}", style="dim"), Text(str(value)))
    target.print(line)


def _facts(target: Console, row: Row) -> None:
    scores = f"CAMEO {row['cameo']}, quad {row['quad_code']}, PLOVER {row['plover_score']}"
    kind = _joined(row["event_type"], row["event_mode"])
    _line(target, "what", f"{kind} ({scores}, Goldstein {row['goldstein']})")
    _line(target, "contexts", (row["contexts"] or "").replace(";", ", "))
    _line(target, "status", row["status"])
    _line(target, "when", _span(row, "date_start", "date_end"))
    _line(target, "where", _joined(row["place_name"], row["place_admin1"], row["place_country"]))
    for role in ("actor", "recipient"):
        names = (row[f"{role}_names"] or "").split(";")
        ids = (row[f"{role}_ids"] or "").split(";")
        for n, name in enumerate(names):
            _line(target, role, _joined(name, ids[n] if n < len(ids) else None))


def _telling(target: Console, row: Row) -> None:
    from rich.text import Text

    source = " ← ".join(filter(None, (row["attribution_names"] or "").split(";")))
    status = f"{row['status']}{f', according to {source}' if source else ''}"
    target.print(Text.assemble(f"  {row['published'] or 'no date'}  ", (status, "bold")))
    _under(
        target,
        f"“{row['sentence']}”",
        _report(row),
        f"mention {row['mention_id']} in report {row['document_id']}",
    )


def _under(target: Console, *lines: str) -> None:
    from rich.padding import Padding
    from rich.text import Text

    target.print(Padding(Text("\n".join(lines), style="dim"), (0, 0, 0, 6)))


def _sentence_of(row: Row) -> str:
    who = (row["actor_names"] or "somebody").replace(";", ", ")
    whom = (row["recipient_names"] or "").replace(";", ", ")
    return f"{who} · {row['event_type']}{f' · {whom}' if whom else ''}"


def _report(row: Row) -> str:
    return _joined(row["outlet"], row["title"], row["published"]) or "a report without a title"


def _joined(*parts: object) -> str:
    return ", ".join(str(part) for part in parts if part not in (None, ""))


def _span(row: Row, first: str, last: str) -> str:
    days = [str(day) for day in (row[first], row[last]) if day is not None]
    return " to ".join(dict.fromkeys(days)) or "no date"


def _few(names: tuple[str, ...]) -> str:
    return ", ".join(names[:4]) + (f" and {len(names) - 4} more" if len(names) > 4 else "")


def _counted(n: int, what: str) -> str:
    return f"{n} {what}{'' if n == 1 else 's'}"


def _more(target: Console, held: int, most: int | None) -> None:
    if most is not None and held > most:
        target.print(f"  … and {held - most} more; --all shows them", style="dim")
