"""The pages of ``data/pages.txt``, in the markup of many kinds of sites, with what is true of them.

Each begins with a line ``@@ name`` and the true values; ``{a}`` stands for the paragraph
``a`` of ``data/paragraphs.txt``.  Whatever is no part of the report says "Elsewhere".
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Page:
    name: str
    html: bytes
    title: str
    published: dt.date
    authors: tuple[str, ...]
    outlet: str | None
    url: str | None
    paragraphs: tuple[str, ...]
    others: tuple[str, ...]
    """Paragraphs that do not stand on the page."""


def paragraphs() -> dict[str, str]:
    lines = (DATA / "paragraphs.txt").read_text(encoding="utf-8").splitlines()
    return {line[0]: line[2:] for line in lines}


def pages() -> list[Page]:
    text = (DATA / "pages.txt").read_text(encoding="utf-8")
    return [_page(part) for part in re.split(r"^@@ ", text, flags=re.MULTILINE)[1:]]


def _page(part: str) -> Page:
    bank = paragraphs()
    head, start, html = part.partition("<")
    name, *lines = head.strip().splitlines()
    true = {key: value.strip() for key, _, value in (line.partition(":") for line in lines)}
    for letter, paragraph in bank.items():
        html = html.replace("{" + letter + "}", paragraph)
    shown = true["paragraphs"].split()
    return Page(
        name=name,
        html=(start + html).encode(true.get("encoding", "utf-8")),
        title=true["title"],
        published=dt.date.fromisoformat(true["published"]),
        authors=tuple(filter(None, true["authors"].split("; "))),
        outlet=true["outlet"] or None,
        url=true["url"] or None,
        paragraphs=tuple(bank[letter] for letter in shown),
        others=tuple(p for letter, p in bank.items() if letter not in shown),
    )
