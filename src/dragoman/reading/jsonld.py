"""The data that pages carry for search engines (schema.org in JSON-LD), as far as it tells of the report."""

from __future__ import annotations

import datetime as dt
import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from dragoman.reading.days import day_of

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review)$")
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Article:
    """What the data says of the page's own report; unknown is None or empty."""

    title: str | None = None
    published: dt.date | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    url: str | None = None
    body: str | None = None


def article_of(tree: HtmlElement) -> Article:
    """The first article that a page's data describes, completed by the page it stands on."""
    nodes = [node for script in tree.iter("script") for node in _nodes(script)]
    articles = [n for n in nodes if any(_ARTICLE.search(t) for t in _types(n))]
    main = articles[0] if articles else {}
    page = next((n for n in nodes if "WebPage" in _types(n) and n is not main), {})
    by_id = {n["@id"]: n for n in nodes if isinstance(n.get("@id"), str) and len(n) > 1}
    return Article(
        title=_text(main.get("headline")) or _text(main.get("name")),
        published=day_of(main.get("datePublished"))
        or day_of(page.get("datePublished"))
        or day_of(main.get("dateCreated")),
        authors=tuple(dict.fromkeys(_names(main.get("author") or main.get("creator"), by_id))),
        outlet=next(iter(_names(main.get("publisher") or page.get("publisher"), by_id)), None),
        url=_text(_address(main.get("mainEntityOfPage"))) or _text(main.get("url")),
        body=_text(main.get("articleBody")),
    )


def _nodes(script: HtmlElement) -> Iterator[dict[str, Any]]:
    if "ld+json" not in (script.get("type") or ""):
        return
    text = re.sub(
        r"^\s*(?://\s*)?(?:<!--|<!\[CDATA\[|/\*.*?\*/)|(?://\s*)?(?:-->|\]\]>)\s*$", "", script.text or ""
    )
    try:
        data = json.loads(text.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return
    yield from _flat(data)


def _flat(data: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Every node, outer ones first; what only lists other pages is passed over."""
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for item in data:
            yield from _flat(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "publisher", "author"):
            if isinstance(data.get(key), (dict, list)):
                yield from _flat(data[key], depth + 1)


def _types(node: dict[str, Any]) -> list[str]:
    found = node.get("@type")
    return [t for t in (found if isinstance(found, list) else [found]) if isinstance(t, str)]


def _names(value: Any, by_id: dict[str, dict[str, Any]]) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            node = item if item.get("name") else by_id.get(str(item.get("@id")), {})
            names = node.get("name")
            yield from filter(None, map(_text, names if isinstance(names, list) else [names]))
        elif name := _text(item):
            yield name


def _address(value: Any) -> Any:
    return value.get("@id") or value.get("url") if isinstance(value, dict) else value


def _text(value: Any) -> str | None:
    return html.unescape(value).strip() or None if isinstance(value, str) else None
