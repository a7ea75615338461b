"""Plain text as people save it: find the title, the date and the body; drop page furniture.

What is dropped: the title's repeats, subheads that were cut off, reading times, photo
credits, share buttons, bylines (kept as authors) and the date line (kept as date).
Lines that were broken to fit a column are joined again.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from itertools import pairwise

from dragoman.reading.chrome import credit_at_end, is_chrome
from dragoman.reading.datelines import byline, date_line, dateline

_SPACES = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]")
_ZERO_WIDTH = re.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad]")
"""Signs that only lay out a page: a word search would stumble over them."""
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_END = re.compile(r"[.!?…:;]['\"”’)\]]*$")
_LABEL = re.compile(r"(?:title|headline)\s*:\s*", re.IGNORECASE)
_SOURCE = re.compile(r"(?:source|outlet|publisher)\s*:\s*(\S.{1,60})", re.IGNORECASE)
_SITE = re.compile(r"\s+(?:[|–—]|-)\s+([^|–—]{2,40})$")
_WIDEST_COLUMN = 100
"""Characters; text with longer lines was not broken to fit a column."""
_UNFINISHED = frozenset(
    "the a an of to in on at for with by and or as from that which who its their his her is are was".split()
)


@dataclass(slots=True)
class PlainText:
    """What was found in a text."""

    title: str | None
    body: str
    published: dt.date | None = None
    authors: tuple[str, ...] = ()
    place: str | None = None
    agency: str | None = None
    dropped: list[str] = field(default_factory=list)


def read_plain(text: str, title: str | None = None) -> PlainText:
    """Part a saved report into title, date and body; a known ``title`` is not looked for.

    Lines are judged from the top until running text begins; further down only lines that
    can be nothing but furniture are dropped, so no sentence of the report is lost.
    """
    lines = _lines(text)
    title, start = (title, 0) if title else _title(lines)
    found = PlainText(title, "")
    body: list[str] = []
    in_head = True
    for n in range(start, len(lines)):
        kept = _kept(lines[n], found, lines, n, in_head) if lines[n] else ""
        if kept is None:
            found.dropped.append(lines[n])
            continue
        in_head = in_head and not _is_running_text(kept)
        body.append(kept)
    found.body = re.sub(r"\n{3,}", "\n\n", "\n".join(body)).strip()
    _take_dateline(found)
    return found


def _lines(text: str) -> list[str]:
    text = _ZERO_WIDTH.sub("", _SPACES.sub(" ", _LINE_ENDS.sub("\n", text)))
    lines = [re.sub(r"^(?:#{1,6}|>)\s+", "", line.strip()) for line in text.split("\n")]
    return _joined(lines)


def _joined(lines: list[str]) -> list[str]:
    """Lines that were broken to fit a column, made whole again."""
    width = max(map(len, lines), default=0)
    pairs = [(a, b) for a, b in pairwise(lines) if a and b]
    forced = [a for a, b in pairs if _forced(a, b, width)]
    open_ended = [a for a in forced if not _END.search(a)]
    if not 40 <= width <= _WIDEST_COLUMN or len(forced) < 3 or len(open_ended) < len(forced) / 2:
        return lines
    out: list[str] = []
    previous = ""
    for line in lines:
        if out and previous and line and _forced(previous, line, width):
            out[-1] = f"{out[-1]} {line}"
        else:
            out.append(line)
        previous = line
    return out


def _forced(line: str, following: str, width: int) -> bool:
    """True when the next line's first word would not have fitted on this line."""
    return len(line) + 1 + len(following.split(" ", 1)[0]) > width - 4


# --- the title --------------------------------------------------------------------------------


def _title(lines: list[str]) -> tuple[str | None, int]:
    """The first line, when it reads like a headline and more text follows."""
    filled = [n for n, line in enumerate(lines) if line]
    for n in filled[:5]:
        line = _LABEL.sub("", lines[n], count=1) if _LABEL.match(lines[n]) else lines[n]
        if is_chrome(line) or date_line(line) or byline(line) or _SOURCE.fullmatch(line):
            continue
        if n != filled[-1] and _is_headline(line):
            return _without_site(line, lines, n), n + 1 if n == filled[0] else 0
        return None, 0
    return None, 0


def _is_headline(line: str) -> bool:
    if not 2 <= len(line.split()) <= 40 or len(line) > 200:
        return False
    return not re.search(r"[a-z]{2,}\.['\"”]?$", line) and not dateline(line)


def _without_site(title: str, lines: list[str], n: int) -> str:
    """ "Talks end in Oslo | The Daily" is the title "Talks end in Oslo", if that stands there too."""
    match = _SITE.search(title)
    if match and any(_folded(line) == _folded(title[: match.start()]) for line in lines[n + 1 : n + 8]):
        return title[: match.start()]
    return title


# --- one line ---------------------------------------------------------------------------------


def _kept(line: str, found: PlainText, lines: list[str], n: int, in_head: bool) -> str | None:
    """What of a line is text of the report, or None."""
    credit = credit_at_end(line)
    if credit is not None:
        found.dropped.append(line[credit:].strip())
        caption = line[:credit].rstrip()
        return caption if len(caption.split()) >= 6 else None
    if is_chrome(line) or (found.title and _repeats(line, found.title)):
        return None
    if in_head and (_is_heading(line, found) or _is_cut_off(line, lines, n)):
        return None
    return line


def _is_heading(line: str, found: PlainText) -> bool:
    """True for a date line, byline or source line, whose fact is kept in ``found``."""
    date, authors, source = date_line(line), byline(line), _SOURCE.fullmatch(line)
    if date:
        found.published = found.published or date
    elif authors:
        found.authors = found.authors or authors
    elif source:
        found.agency = found.agency or source.group(1).strip()
    return bool(date or authors or source)


def _repeats(line: str, title: str) -> bool:
    line = _LABEL.sub("", line, count=1)
    site = _SITE.search(line)
    return _folded(title) in (_folded(line), _folded(line[: site.start()]) if site else None)


def _folded(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()


def _is_running_text(line: str) -> bool:
    return len(line) > 60 and bool(_END.search(line))


def _is_cut_off(line: str, lines: list[str], n: int) -> bool:
    """A subhead that a page cut short: no end mark, and long, or ending as no sentence does."""
    if len(line) < 40 or (_END.search(line) and not line.endswith(("...", "…"))):
        return False
    if sum(len(x) + 1 for x in lines[n + 1 :] if x) < 200:
        return False
    last = re.findall(r"[\w'’-]+", line)[-1:] or [""]
    return line.endswith(("...", "…")) or len(line) >= 80 or last[0].lower() in _UNFINISHED


def _take_dateline(found: PlainText) -> None:
    """ "KABUL, 3 May (AP) — The …": the place and agency; the text keeps the sentence only."""
    start = dateline(found.body)
    if start:
        found.place = start.place
        found.agency = start.agency or found.agency
        found.published = found.published or start.date
        found.body = found.body[start.end :].lstrip()
