"""Plain text as people save it: find the title, the date line and the body; drop page chrome.

What is dropped: the title's repeats, subheads that were cut off, reading times, photo
credits, share buttons, bylines (kept as authors) and the date line (kept as date).
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field

from dateutil import parser as date_parser

_MONTHS = "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
_DATE = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?\s+(?:{_MONTHS})\.?,?\s+\d{{4}}|(?:{_MONTHS})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    r"|(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])[/.](?:0?[1-9]|1[0-2])[/.](?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_DATE_LINE_WORDS = re.compile(
    r"\b(published|updated|posted|last|modified|on|at|date|first|by|gmt|utc|bst|est|edt|cet|am|pm|ist|mon|tue|wed|thu|fri|sat|sun"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|\d{1,2}[:.]\d\d)\b|[|,:;·•()\-–—]",
    re.IGNORECASE,
)
_CHROME = [
    re.compile(p, re.IGNORECASE)
    for p in (
        r"^\d+\s*(?:-|–)?\s*min(?:ute)?s?\s*(?:read|to read)?\.?$",
        r"^(?:reading time|read time|estimated reading time)\b.{0,30}$",
        r"^(?:share|tweet|email|print|save|comments?|listen|advertisement|sponsored|copy link|whatsapp|facebook|twitter|linkedin|telegram|bookmark|follow us.{0,60}|sign up.{0,80}|subscribe.{0,80}|read more:?.{0,120}|related:?.{0,120}|also read:?.{0,120}|see also:?.{0,120}|more on this story|image caption.{0,120}|image source.{0,80}|getty images|file photo.{0,20}|skip advert|most read|recommended|click here.{0,80}|all rights reserved.{0,80}|©.{0,120}|\(c\) ?\d{4}.{0,80})$",
        r"^(?:photo|image|picture|photograph|video|credit|caption|source)\s*[:|/].{0,160}$",
    )
]
_CREDIT = re.compile(
    r"\s*[\[(](?:photo|image|picture|credit)?s?(?: by|:)?\s*(?:getty(?: images)?|reuters|afp|ap|ap photo|epa|file|file photo|anadolu|aa|"
    r"shutterstock|xinhua|bbc|twitter|social media|screengrab|handout|courtesy[^\])]*|(?:photo|image|picture)s?(?: by|:)[^)\]]*|"
    r"[^\])]{0,40}/(?:getty|reuters|afp|ap|epa|anadolu)[^\])]{0,30}|getty/[^\])]*)[\])]\.?$",
    re.IGNORECASE,
)
"""A photo credit at the end of a caption; the caption itself is text."""
_BYLINE = re.compile(r"^(?:by|written by|reported by|from)\s+((?:[A-Z][\w.'’-]+)(?:\s+(?:and\s+)?[A-Z][\w.'’,-]+){0,8})(?:\s*[,|].{0,60})?$", re.IGNORECASE)
_DATELINE = re.compile(
    r"^(?P<place>[A-Z][A-Z'’.\- ]{2,30}(?:,\s*[A-Z][\w.'’ ]{1,25})?|[A-Z][\w.'’-]+(?:[ /][A-Z][\w.'’-]+){0,2}(?:,\s*[A-Z][\w.'’ ]{1,25})?)"
    r"(?:,?\s*(?P<date>(?:(?:" + _MONTHS + r")\.?\s+\d{1,2}(?:,?\s+\d{4})?|\d{1,2}\s+(?:" + _MONTHS + r")\.?(?:\s+\d{4})?)))?"
    r"\s*(?:\((?P<agency>[A-Z][\w .&/-]{1,30})\))?\s*(?:[–—]|--|-(?=\s))\s*(?=\S)"
)
_SPACES = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]")
_ZERO_WIDTH = re.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad]")
"""Signs that only lay out a page: a word search would stumble over them."""
_END = re.compile(r"[.!?…:;]['\"”’)\]]*$")


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


def read_plain(text: str) -> PlainText:
    """Part a saved report into title, date and body.

    Lines are judged from the top until running text begins; further down only lines that
    can be nothing but chrome are dropped, so no sentence of the report is lost.
    """
    text = _ZERO_WIDTH.sub("", _SPACES.sub(" ", text))
    lines = [line.strip().lstrip("\ufeff") for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    lines = _without_markdown(lines)
    title, start = _title(lines)
    found = PlainText(title, "")
    body: list[str] = []
    in_head = True
    for n in range(start, len(lines)):
        line = lines[n]
        if not line:
            body.append("")
            continue
        credit = _CREDIT.search(line)
        if credit:
            found.dropped.append(credit.group().strip())
            line = line[: credit.start()].rstrip()
            if len(line.split()) >= 6:
                body.append(line)
            continue
        verdict = _judge(line, found, lines, n, in_head)
        if verdict == "drop":
            found.dropped.append(line)
            continue
        in_head = in_head and not _is_running_text(line)
        body.append(line)
    found.body = re.sub(r"\n{3,}", "\n\n", "\n".join(body)).strip()
    _take_dateline(found)
    return found


def _without_markdown(lines: list[str]) -> list[str]:
    return [re.sub(r"^#{1,6}\s+", "", line) for line in lines]


def _title(lines: list[str]) -> tuple[str | None, int]:
    """The first line, when it reads like a headline and more text follows."""
    filled = [n for n, line in enumerate(lines) if line]
    if not filled:
        return None, 0
    for n in filled[:4]:
        line = lines[n]
        if _is_chrome(line) or _date_of(line, alone=True) or _BYLINE.match(line):
            continue
        rest = any(lines[m] for m in filled if m > n)
        headline = len(line) <= 200 and len(line.split()) >= 2 and not re.search(r"[a-z]{2,}\.['\"”]?$", line)
        if rest and headline and not _DATELINE.match(line):
            return line, n + 1
        return None, n
    return None, filled[0]


def _judge(line: str, found: PlainText, lines: list[str], n: int, in_head: bool) -> str:
    if _is_chrome(line):
        return "drop"
    if found.title and _folded(line) == _folded(found.title):
        return "drop"
    if not in_head:
        return "keep"
    date = _date_of(line, alone=True)
    if date is not None:
        found.published = found.published or date
        return "drop"
    byline = _BYLINE.match(line)
    if byline and len(line) < 120:
        if not found.authors:
            names = re.split(r",|\band\b", byline.group(1))
            found.authors = tuple(x.strip() for x in names if x.strip())
        return "drop"
    if not _is_running_text(line) and _is_cut_off(line, lines, n):
        return "drop"
    return "keep"


def _folded(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()


def _is_chrome(line: str) -> bool:
    return any(p.match(line) for p in _CHROME)


def _date_of(line: str, *, alone: bool) -> dt.date | None:
    """The date of a line that holds little else."""
    match = _DATE.search(line)
    if not match or (alone and len(line) > 90):
        return None
    rest = _DATE_LINE_WORDS.sub(" ", line.replace(match.group(), " "))
    if alone and len(rest.split()) > 3:
        return None
    return _parse(match.group())


def _parse(text: str) -> dt.date | None:
    try:
        if re.match(r"\d{4}", text):
            return date_parser.parse(text, yearfirst=True).date()
        return date_parser.parse(text, dayfirst=True).date()
    except (ValueError, OverflowError):
        return None


def _is_running_text(line: str) -> bool:
    return len(line) > 60 and bool(_END.search(line))


def _is_cut_off(line: str, lines: list[str], n: int) -> bool:
    """A subhead that a page cut short: no end mark, ends in a word that cannot end a sentence or mid-word."""
    if _END.search(line) or len(line) < 40:
        return False
    rest = " ".join(x for x in lines[n + 1 :] if x)
    if len(rest) < 200:
        return False
    last = re.findall(r"[\w'’-]+", line)[-1:] or [""]
    return line.endswith(("...", "…")) or len(line) >= 80 or last[0].lower() in _UNFINISHED


_UNFINISHED = frozenset("the a an of to in on at for with by and or as from that which who its their his her is are was were signi".split())


def _take_dateline(found: PlainText) -> None:
    """ "KABUL, 3 May (AP) — The …": the place and agency; the text keeps the sentence only."""
    match = _DATELINE.match(found.body)
    if not match:
        return
    place = match["place"]
    shouting = place.split(",")[0].isupper()
    if not (shouting or match["agency"] or match["date"]):
        return
    found.place = place.title() if shouting and place.isupper() else place.split(",")[0].title() if shouting else place
    found.agency = match["agency"]
    found.body = found.body[match.end() :].lstrip()
    if match["date"] and found.published is None and re.search(r"\d{4}", match["date"]):
        found.published = _parse(match["date"])
