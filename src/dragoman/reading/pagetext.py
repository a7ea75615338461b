"""Text of the elements of a page, on one line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from dragoman.reading.markup import plain


def values_of(tags: dict[str, list[str]], names: list[str]) -> Iterator[str]:
    """The content of the meta tags of these names, the first name first."""
    for name in names:
        yield from map(plain_line, tags.get(name, []))


def texts_at(tree: HtmlElement, path: str) -> list[str]:
    """The text of the elements at an XPath, empty ones left out."""
    found = (plain_line(e.text_content() or e.get("content") or "") for e in tree.xpath(path))
    return [text for text in found if text]


def plain_line(text: str) -> str:
    """Text on one line, without the tags that some pages put where none belong."""
    return " ".join(plain(text).split()) if "<" in text else " ".join(text.split())


def folded(text: str) -> str:
    """Text as it is compared: words in lower case, without signs."""
    return re.sub(r"\W+", " ", text).strip().lower()
