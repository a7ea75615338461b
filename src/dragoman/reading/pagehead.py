"""What a page says of itself: title, date, authors, outlet, address, language.

A page says it in up to five places: data for search engines (JSON-LD), tags in its head,
attributes of its elements, its visible headline and date line, and its address.  For each
fact the places are asked in the order in which they are most often right.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from dragoman.reading.datelines import byline
from dragoman.reading.jsonld import Article, article_of
from dragoman.reading.pagedays import around_headline, published_on
from dragoman.reading.pagetext import folded, plain_line, texts_at, values_of

_SAVED = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*|Mirrored from\s+)(\S+)",
    re.IGNORECASE,
)
_SITE_SIGN = re.compile(r"\s+(?:[|–—»·•:]|-|::)\s+|\s*\|\s*")
_TITLES = (
    "og:title twitter:title parsely-title sailthru.title dc.title dcterms.title headline citation_title title"
).split()
_AUTHORS = (
    "author article:author article:author_name parsely-author sailthru.author byl dc.creator dcterms.creator "
    "citation_author"
).split()
_OUTLETS = (
    "og:site_name application-name publisher dc.publisher article:publisher citation_journal_title".split()
)
_HEADLINE_CLASS = (
    "//*[(self::h1 or self::h2 or self::h3) and (contains(@class, 'entry-title')"
    " or contains(@class, 'post-title') or contains(@class, 'headline'))]"
)
_PRINT = re.compile(r"^print(?:able)?(?: version)?\s*[-–:|]\s*", re.IGNORECASE)
_NOT_A_NAME = re.compile(
    r"https?:|www\.|@|^(?:admin|administrator|editor|staff|news ?desk|web ?desk|webmaster|unknown|none)$",
    re.IGNORECASE,
)
_LONGEST_TITLE = 400
"""Characters of a title that are looked at."""


_NEAR_TITLE = 15
"""Pieces of text around the headline in which a byline is looked for."""


@dataclass(frozen=True, slots=True)
class Head:
    """What was found; unknown is None or empty."""

    title: str | None = None
    published: dt.date | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    body: str | None = None
    """The text of the report, where the page's data holds it."""


def head_of(tree: HtmlElement, text: str, url: str | None = None) -> Head:
    """What a page says of itself.

    Args:
        tree: the page, parsed; it is not changed.
        text: the page as text, for the address that a browser saved in a comment.
        url: where it was fetched, if that is known.
    """
    article = article_of(tree)
    tags = _tags(tree)
    address = _address(tree, tags, article, text, url)
    outlet = article.outlet or _first(tags, _OUTLETS) or _marked_outlet(tree)
    title = _title(tree, tags, article, outlet or _host(address))
    outlet = outlet or _site_after(title, _in_head(tree)) or _host(address)
    return Head(
        title=title,
        published=published_on(tree, tags, article, address),
        authors=_authors(tree, tags, article, outlet),
        outlet=outlet,
        url=address,
        language=(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "")[
            :2
        ].lower()
        or None,
        body=article.body,
    )


# --- what the head of the page holds -----------------------------------------------------------


def _tags(tree: HtmlElement) -> dict[str, list[str]]:
    """The content of the meta tags by their name in lower case."""
    found: dict[str, list[str]] = {}
    for tag in tree.iter("meta"):
        content = (tag.get("content") or "").strip()
        names = {(tag.get(a) or "").strip().lower() for a in ("name", "property", "itemprop", "http-equiv")}
        for name in names - {""}:
            if content:
                found.setdefault(name, []).append(content)
    return found


def _first(tags: dict[str, list[str]], names: list[str]) -> str | None:
    values = (plain_line(value) for name in names for value in tags.get(name, []))
    return next((v for v in values if v and not _NOT_A_NAME.search(v)), None)


def _address(
    tree: HtmlElement, tags: dict[str, list[str]], article: Article, text: str, fetched: str | None
) -> str | None:
    saved = _SAVED.search(text[:4000])
    base = fetched or (saved[1].rstrip("->") if saved else None)
    said = [
        *(
            link.get("href")
            for link in tree.iter("link")
            if "canonical" in (link.get("rel") or "").lower().split()
        ),
        *tags.get("og:url", []),
        article.url,
    ]
    for address in said:
        try:
            whole: str = urljoin(base or "", (address or "").strip())
            parts = urlsplit(whole)
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and (parts.path.strip("/") or parts.query):
            return whole
    return base


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


# --- the title ---------------------------------------------------------------------------------


def _title(tree: HtmlElement, tags: dict[str, list[str]], article: Article, outlet: str | None) -> str | None:
    """The headline that readers see, where the page says elsewhere that it is one."""
    written = (article.title, *values_of(tags, _TITLES), _in_head(tree))
    said = [t for t in (_without_site(w, outlet) for w in written if w) if not _is_name_of(t, outlet)]
    headlines = texts_at(tree, "//*[@itemprop='headline' and not(self::meta)]") or texts_at(
        tree, _HEADLINE_CLASS
    )
    headings = texts_at(tree, "//article//h1|//main//h1") or texts_at(tree, "//h1")
    headings = [t for t in headings if not _is_name_of(t, outlet)]
    for seen in (*headlines[:1], *headings):
        alone = not said and len(headings) == 1
        if len(seen) > 5 and (alone or any(_alike(seen, other) for other in said)):
            return _without_site(seen, outlet)
    found: str | None = next(iter(said), None) or next(iter(headings), None)
    return found


def _in_head(tree: HtmlElement) -> str | None:
    found = [plain_line(e.text_content()) for e in tree.xpath("//head/title|/html/title|//title")]
    return _PRINT.sub("", found[0]) if found else None


def _is_name_of(title: str, outlet: str | None) -> bool:
    """True where what looks like a title is the name of the site or of its host."""
    name, known = folded(title).replace(" ", ""), folded(outlet or "").replace(" ", "")
    return bool(known) and (name == known or (known.startswith(name) and "." in (outlet or "")))


def _site_after(title: str | None, in_head: str | None) -> str | None:
    """ "The Daily", from the title "Talks end in Oslo | The Daily" of a page on the talks."""
    parts = _SITE_SIGN.split((in_head or "")[:_LONGEST_TITLE])
    if not title or len(parts) < 2 or not 1 <= len(parts[-1].split()) <= 4:
        return None
    return parts[-1].strip() if folded(title) == folded(" ".join(parts[:-1])) else None


def _marked_outlet(tree: HtmlElement) -> str | None:
    return next(iter(texts_at(tree, "//*[@itemprop='publisher']//*[@itemprop='name']")), None)


def _without_site(title: str, outlet: str | None) -> str:
    """ "Talks end in Oslo | World | The Daily" → "Talks end in Oslo"."""
    title = title[:_LONGEST_TITLE]
    parts = _SITE_SIGN.split(title)
    signs = _SITE_SIGN.findall(title)
    end = len(parts)
    while end > 1 and _is_site(parts[end - 1], signs[end - 2], outlet, " ".join(parts[: end - 1])):
        end -= 1
    start = 1 if end > 1 and outlet and folded(parts[0]) == folded(outlet) else 0
    kept = parts[start:end]
    return "".join(p + s for p, s in zip(kept, [*signs[start : end - 1], ""], strict=True)).strip()


def _is_site(part: str, sign: str, outlet: str | None, before: str) -> bool:
    name, known = folded(part), folded(outlet or "")
    if known and (name in known or known in name or name.replace(" ", "") in known.replace(" ", "")):
        return True
    return sign.strip() in ("|", "»", "·", "•", "::") and len(part.split()) <= 5 and len(before.split()) >= 3


def _alike(one: str, other: str) -> bool:
    """True where most words of the shorter stand in the longer."""
    a, b = set(folded(one).split()), set(folded(other).split())
    return len(a & b) >= 0.6 * max(1, min(len(a), len(b)))


# --- the authors -------------------------------------------------------------------------------


def _authors(
    tree: HtmlElement, tags: dict[str, list[str]], article: Article, outlet: str | None
) -> tuple[str, ...]:
    for found in (
        article.authors,
        tuple(values_of(tags, _AUTHORS)),
        tuple(texts_at(tree, "//*[@itemprop='author']//*[@itemprop='name']")),
        tuple(texts_at(tree, "//*[@itemprop='author' or @rel='author']")),
        tuple(texts_at(tree, "//*[contains(@class, 'byline') or contains(@class, 'author')]"))[:5],
        tuple(piece for piece in around_headline(tree)[:_NEAR_TITLE] if byline(piece)),
    ):
        names = [
            name for value in found for name in _people(value) if not outlet or folded(name) != folded(outlet)
        ]
        if names:
            return tuple(dict.fromkeys(names))
    return ()


def _people(value: str) -> Iterator[str]:
    """The names in "By Jane Roe and John Doe, Foreign Editor"."""
    if _NOT_A_NAME.search(value) or len(value) > 120:
        return
    value = re.sub(r"^(?:posted|written|reported) by\b", "By", value, flags=re.IGNORECASE)
    if re.match(r"by\b", value, re.IGNORECASE):
        yield from byline(value)
        return
    for name in re.split(r"\s*[;,&]\s*|\s+and\s+", value):
        if 2 <= len(name.split()) <= 5 and not any(c.isdigit() for c in name):
            yield name
