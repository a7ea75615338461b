"""A record as HTML for a notebook: the words of the report, with what was coded marked in them.

All text of the report is escaped; the page needs no script, style sheet or network.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import pairwise
from typing import Any

Mark = tuple[int, int, str, str]
"""Start, end, kind and the words that stand beside it."""

_COLOURS = {
    "event": "#f7d77a",
    "actor": "#a9d3f5",
    "recipient": "#f5b8a9",
    "place": "#bfe3b4",
    "source": "#d9c7ee",
}
_BOX = "font-family:sans-serif;line-height:1.8;max-width:60em"
_CELL = "text-align:left;padding:.1em .8em .1em 0"


class Marked:
    """A record to look at."""

    def __init__(self, record: Any) -> None:
        self.record = record

    def _repr_html_(self) -> str:
        return html_of(self.record)

    def __str__(self) -> str:
        return html_of(self.record)


def html_of(record: Any) -> str:
    """The report and a table of its event mentions, as one element of HTML."""
    document = record.document
    title = document.title or ""
    head = f"<h3>{marked(title, _marks(record, 'title'))}</h3>" if title else ""
    said = (document.outlet, document.published and document.published.isoformat())
    where = " · ".join(escape(str(part)) for part in said if part)
    body = marked(document.text, _marks(record, "text")).replace("\n", "<br>")
    kinds = " ".join(
        f'<span style="background:{colour};padding:0 .3em">{kind}</span>' for kind, colour in _COLOURS.items()
    )
    return (
        f'<div style="{_BOX}">{head}<p><small>{where}</small></p><p>{body}</p>'
        f"<p><small>{kinds}</small></p>{_table(record)}</div>"
    )


def marked(text: str, marks: Iterable[Mark]) -> str:
    """``text`` escaped, with its marks; where marks lie over each other the shorter one shows."""
    inside = [m for m in marks if 0 <= m[0] < m[1] <= len(text)]
    edges = sorted({0, len(text), *(m[0] for m in inside), *(m[1] for m in inside)})
    out = []
    for start, end in pairwise(edges):
        over = [m for m in inside if m[0] <= start and end <= m[1]]
        words = escape(text[start:end])
        if over:
            kind = min(over, key=lambda m: m[1] - m[0])[2]
            told = escape("; ".join(dict.fromkeys(m[3] for m in over)), quote=True)
            words = f'<mark style="background:{_COLOURS[kind]}" title="{told}">{words}</mark>'
        out.append(words)
    return "".join(out)


def _marks(record: Any, field: str) -> Iterator[Mark]:
    for mention in record.event_mentions:
        if mention.evidence.field != field:
            continue
        start, end = mention.evidence.trigger
        yield start, end, "event", f"{mention.event_type} ({mention.status})"
        for kind, entities in (
            ("actor", mention.actors),
            ("recipient", mention.recipients),
            ("source", mention.attribution),
        ):
            for entity in entities:
                if entity.span:
                    yield *entity.span, kind, f"{kind}: {entity.name} {entity.country or ''}".strip()
        if mention.place and mention.place.span:
            yield *mention.place.span, "place", f"place: {mention.place.name}"


def _table(record: Any) -> str:
    if not record.event_mentions:
        return "<p><small>no event mentions</small></p>"
    heads = ("who", "did", "to whom", "when", "where", "status", "according to")
    head = "".join(f'<th style="{_CELL}">{name}</th>' for name in heads)
    rows = []
    for m in record.event_mentions:
        cells = (
            _names(m.actors),
            " ".join(filter(None, (m.event_type, m.event_mode))),
            _names(m.recipients),
            m.date.start.isoformat() if m.date.start else "",
            m.place.name if m.place else "",
            m.status,
            " ← ".join(entity.name for entity in m.attribution),
        )
        rows.append("".join(f'<td style="{_CELL}">{escape(cell)}</td>' for cell in cells))
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _names(entities: Iterable[Any]) -> str:
    return ", ".join(entity.name for entity in entities)
