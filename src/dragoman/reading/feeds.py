"""RSS, Atom and JSON feeds, saved or just fetched: one report an item."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from dragoman.reading.days import day_of
from dragoman.reading.documents import document_from_text
from dragoman.reading.drafts import Draft, problem_draft
from dragoman.reading.inputs import Input
from dragoman.reading.markup import plain
from dragoman.reading.options import ReadOptions
from dragoman.reading.problems import ReadProblem
from dragoman.records import Document

SUMMARY = "the feed holds a summary only"
_WHOLE = 1500
"""Characters; a description as long is the report itself."""
_CUT = re.compile(
    r"(?:\[?(?:\u2026|\.\.\.)\]?|(?:read (?:the )?(?:more|full\b.*|rest\b.*)|continue reading\b.*)\W*)$",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\n*^The post\b[^\n]*\bappeared first on\b[^\n]*$|\n*^(?:read more|continue reading)\b.{0,80}$",
    re.I | re.M,
)


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a feed; unknown is None or empty."""

    id: str | None
    title: str | None
    text: str
    """As plain text."""
    is_summary: bool
    """True where the report itself stands only on its page."""
    url: str | None = None
    published: dt.date | None = None
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed with its items in its own order."""

    title: str | None
    language: str | None
    items: tuple[Item, ...]
    damage: str | None = None
    """Why it could not be read to its end."""

    @property
    def whole(self) -> tuple[Item, ...]:
        """The items but for the last of a damaged feed, which may be cut off."""
        return self.items[:-1] if self.damage else self.items


def drafts(opened: Input, options: ReadOptions) -> Iterator[Draft]:
    """Every item, with its number from 1 as offset."""
    feed = parse(opened.whole())
    for number, item in enumerate(feed.whole, start=1):
        yield Draft(
            opened.name, document, (item, feed.title, feed.language, opened.name, number, options), row=number
        )
    if feed.damage:
        reason = f"the feed is damaged or cut off in this item or before it ({feed.damage})"
        advice = "the items before were read; get a whole copy" if feed.whole else "get a whole copy"
        yield problem_draft(ReadProblem(opened.name, reason, advice, row=len(feed.whole) + 1))
    elif not feed.items:
        yield problem_draft(ReadProblem(opened.name, "the feed has no items", "nothing was coded"))


def document(
    item: Item, outlet: str | None, language: str | None, name: str, number: int | None, options: ReadOptions
) -> Document | ReadProblem:
    """The report that an item holds."""
    if not item.text:
        reason = "the item has no text, only a headline" if item.title else "the item has no text"
        return ReadProblem(name, reason, "get the page that it points to", row=number)
    return document_from_text(
        item.text,
        title=item.title,
        published=options.published or item.published,
        outlet=options.outlet or outlet,
        url=item.url,
        authors=item.authors,
        language=language,
        source_id=item.id,
        source_file=name,
        source_offset=number,
        find_title=item.title is not None,
        notes=(SUMMARY,) if item.is_summary else (),
    )


def parse(data: bytes, headers: dict[str, str] | None = None) -> Feed:
    """The feed in ``data``; one that cannot be read has no items and says why in ``damage``.

    Args:
        data: RSS, Atom or JSON feed.
        headers: of the answer that it came in, which may name its encoding.
    """
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return _json_feed(data)
    import feedparser

    found = feedparser.parse(io.BytesIO(data), response_headers=headers or {})
    damage = found.get("bozo_exception") if found.get("bozo") else None
    if type(damage).__name__ in ("CharacterEncodingOverride", "NonXMLContentType"):
        damage = None
    about = found.get("feed", {})
    return Feed(
        title=_line(about.get("title")) or _host(about.get("link")),
        language=(about.get("language") or "")[:2].lower() or None,
        items=tuple(map(_entry, found.get("entries", []))),
        damage=" ".join(str(damage).split())[:200] if damage else None,
    )


def _entry(entry: Any) -> Item:
    contents = [c.get("value") or "" for c in entry.get("content", [])]
    summary = _tidied(plain(entry.get("summary") or ""))
    whole = _tidied(plain(max(contents, key=len, default="")))
    text = whole if len(whole) >= len(summary) else summary
    return Item(
        id=_line(entry.get("id")),
        title=_line(entry.get("title")),
        text=text,
        is_summary=_is_summary(text, marked_whole=bool(whole) and len(whole) >= len(summary)),
        url=_line(entry.get("link")),
        published=_day(entry),
        authors=tuple(filter(None, (_line(a.get("name")) for a in entry.get("authors", [])))),
    )


def _day(entry: Any) -> dt.date | None:
    for key in ("published", "updated", "created"):
        parsed = entry.get(f"{key}_parsed")
        if day := day_of(entry.get(key)) or (dt.date(*parsed[:3]) if parsed else None):
            return day
    return None


def _is_summary(text: str, *, marked_whole: bool) -> bool:
    return not text or bool(_CUT.search(text)) or (not marked_whole and len(text) < _WHOLE)


def _json_feed(data: bytes) -> Feed:
    try:
        found = json.loads(data.decode("utf-8-sig", errors="replace"))
    except (ValueError, RecursionError) as error:
        return Feed(None, None, (), str(error))
    listed = found.get("items") if isinstance(found, dict) else None
    if not isinstance(listed, list):
        return Feed(None, None, (), "it has no list of items")
    items = tuple(_json_item(item) for item in listed if isinstance(item, dict))
    return Feed(_line(found.get("title")), (_line(found.get("language")) or "")[:2].lower() or None, items)


def _json_item(item: dict[str, Any]) -> Item:
    whole = _tidied(plain(_words(item.get("content_html"))) or _words(item.get("content_text")))
    text = whole or _words(item.get("summary"))
    listed = item.get("authors")
    people = listed if isinstance(listed, list) else [item.get("author")]
    return Item(
        id=_line(item.get("id")),
        title=_line(item.get("title")),
        text=text,
        is_summary=_is_summary(text, marked_whole=bool(whole)),
        url=_line(item.get("url")) or _line(item.get("external_url")),
        published=day_of(item.get("date_published")) or day_of(item.get("date_modified")),
        authors=tuple(filter(None, (_line(p.get("name")) for p in people if isinstance(p, dict)))),
    )


def _tidied(text: str) -> str:
    return _TAIL.sub("", text).strip()


def _words(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _line(value: object) -> str | None:
    if not isinstance(value, (str, int, float)):
        return None
    return " ".join(plain(str(value)).split()) or None


def _host(url: object) -> str | None:
    try:
        host = urlsplit(url).hostname if isinstance(url, str) else None
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
