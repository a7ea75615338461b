"""The day on which a page says that its report was first published."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from dragoman.reading.datelines import date_line
from dragoman.reading.days import day_of
from dragoman.reading.jsonld import Article
from dragoman.reading.pagetext import plain_line, values_of

_PUBLISHED = (
    "article:published_time article:published og:published_time og:article:published_time og:pubdate "
    "datepublished dc.date.issued dcterms.issued dcterms.created dc.date.created dcterms.date dc.date "
    "parsely-pub-date sailthru.date publishdate publish-date publish_date published_date published_time "
    "published pubdate publication_date date_published article_date_original article.published "
    "article.created originalpublicationdate citation_publication_date citation_date displaydate "
    "cxenseparse:recs:publishtime rnews:datepublished bt:pubdate ptime date created datecreated"
).split()
_URL_DAY = re.compile(r"(?:^|[/_-])((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)")
_DATE_CLASS = re.compile(r"date|time|publish|posted|stamp|dateline|meta|byline|info", re.IGNORECASE)
_AFTER_TITLE = 60
"""Pieces of text after the headline in which a visible date line is looked for."""
_BEFORE_TITLE = 15
"""Pieces before it."""
_RUNNING = 150
"""Characters; a longer piece is text of the report."""


def published_on(
    tree: HtmlElement, tags: dict[str, list[str]], article: Article, url: str | None
) -> dt.date | None:
    """The day, from whichever place names it; the surest is asked first.

    Args:
        tree: the page, parsed.
        tags: the content of its meta tags by their name in lower case.
        article: what its JSON-LD says.
        url: its address.
    """
    return (
        article.published
        or next(filter(None, map(day_of, values_of(tags, _PUBLISHED))), None)
        or next(filter(None, _marked_days(tree)), None)
        or _visible_day(tree)
        or _day_of_address(url)
        or _guessed(tree, url)
    )


def _marked_days(tree: HtmlElement) -> Iterator[dt.date | None]:
    """Days that an element of the page is marked as, the surest marks first."""
    for path in (
        "//*[contains(concat(' ', @itemprop, ' '), ' datePublished ')]",
        "//*[@property='datePublished' or @property='schema:datePublished' or @property='dc:date']",
        "//time[@pubdate]|//*[contains(@class, 'dt-published')]|//abbr[contains(@class, 'published')]",
        "//article//time[not(ancestor::aside or ancestor::footer or ancestor::nav)]",
        "//time[not(ancestor::aside or ancestor::footer or ancestor::nav or ancestor::ul)]",
    ):
        for element in tree.xpath(path):
            said = (element.get(a) for a in ("content", "datetime", "title", "data-timestamp"))
            day = next(filter(None, map(day_of, said)), None)
            yield day or date_line(plain_line(element.text_content())[:100])


def _visible_day(tree: HtmlElement) -> dt.date | None:
    """The day of a date line near the headline, or of an element whose class says that it is one."""
    for piece in around_headline(tree):
        if day := date_line(piece):
            return day
    for element in tree.xpath("//body//*[@class or @id]"):
        if _DATE_CLASS.search(f"{element.get('class')} {element.get('id')}"):
            line = plain_line(element.text_content()) if len(element) < 12 else ""
            if day := date_line(line):
                return day
    return None


def around_headline(tree: HtmlElement) -> list[str]:
    """Short pieces of text near the headline: after it, then before it from the nearest on."""
    headings = tree.xpath("//article//h1|//main//h1") or tree.xpath("//h1") or tree.xpath("//h2")
    if not headings:
        return _pieces(tree, "//body//text()")[:_AFTER_TITLE]
    after = _pieces(headings[0], "following::text()")[:_AFTER_TITLE]
    before = _pieces(headings[0], "preceding::text()")[-_BEFORE_TITLE:]
    running = next((n for n, piece in enumerate(after) if len(piece) > _RUNNING), len(after))
    return [*after[:running], *reversed(before), *after[running:]]


def _pieces(element: HtmlElement, axis: str) -> list[str]:
    condition = "[normalize-space() and not(ancestor::script or ancestor::style or ancestor::head)]"
    return [" ".join(piece.split()) for piece in element.xpath(axis + condition)]


def _day_of_address(url: str | None) -> dt.date | None:
    match = _URL_DAY.search(urlsplit(url).path) if url else None
    return day_of("-".join(match.groups())) if match else None


def _guessed(tree: HtmlElement, url: str | None) -> dt.date | None:
    from htmldate import find_date

    try:
        found = find_date(tree, extensive_search=False, original_date=True, url=url)
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None
    return day_of(found)
