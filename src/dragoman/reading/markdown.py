"""Markdown: its signs are taken away, its front matter gives title, date, author and address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from dragoman.reading import texts
from dragoman.reading.columns import NAMES
from dragoman.reading.days import day_of
from dragoman.reading.documents import document_from_text
from dragoman.reading.drafts import Draft, problem_draft
from dragoman.reading.inputs import Input
from dragoman.reading.options import ReadOptions
from dragoman.reading.problems import ReadProblem
from dragoman.records import Document

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_PAIR = re.compile(r"^([A-Za-z][\w -]*)[ \t]*:[ \t]*(\S.*)$", re.MULTILINE)
_FIELD_OF = {name: field for field, names in NAMES.items() for name in names}


def drafts(opened: Input, options: ReadOptions) -> Iterator[Draft]:
    """The one report of a Markdown file."""
    problem = texts.binary(opened.head, opened.name)
    if problem:
        yield problem_draft(problem)
    else:
        yield Draft(opened.name, document, (opened.whole(), opened.name, options))


def document(data: bytes, name: str, options: ReadOptions) -> Document | ReadProblem:
    """The report in a Markdown text."""
    decoded = texts.decode(data, name)
    if isinstance(decoded, ReadProblem):
        return decoded
    text, note = decoded
    text = re.sub(r"\r\n?", "\n", text)
    front = _FRONT.match(text)
    known = _front_matter(front[1]) if front else {}
    body = plain(text[front.end() :] if front else text)
    if not body:
        return ReadProblem(name, "the file holds no text", texts.EMPTY)
    authors = known.get("authors", "").strip("[]")
    return document_from_text(
        body,
        title=known.get("title"),
        published=options.published or day_of(known.get("published")),
        outlet=options.outlet or known.get("outlet"),
        url=known.get("url"),
        authors=tuple(a for part in re.split(r"[;,]", authors) if (a := part.strip(" '\""))),
        source_id=known.get("id"),
        source_file=name,
        notes=(note,) if note else (),
    )


def plain(text: str) -> str:
    """The text of a Markdown document, a block a paragraph, without its signs."""
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    blocks = (_block(token) for token in tokens)
    return "\n\n".join(block for block in blocks if block)


def _block(token: Token) -> str:
    if token.type == "inline":
        return "".join(map(_inline, token.children or [])).strip()
    return token.content.strip() if token.type in ("fence", "code_block") else ""


def _inline(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return "\n"
    return token.content if token.type in ("text", "code_inline") else ""


def _front_matter(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in _PAIR.findall(text):
        field = _FIELD_OF.get(re.sub(r"[\W_]+", "", key).lower())
        if field and field != "text":
            found.setdefault(field, value.strip().strip("'\""))
    return found
