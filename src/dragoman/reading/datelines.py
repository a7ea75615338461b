"""Dates, bylines and datelines as they stand at the head of a report."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from dateutil import parser as date_parser

MONTHS = (
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    "|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = re.compile(
    rf"(?<!\w)(?:{_DAY}(?:\s+of)?\s+(?:{MONTHS})\.?,?\s+\d{{4}}"
    rf"|(?:{MONTHS})\.?\s+{_DAY},?\s+\d{{4}}"
    rf"|\d{{1,2}}[- ](?:{MONTHS})[- ]\d{{4}}"
    r"|(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])"
    r"|(?:0?[1-9]|[12]\d|3[01])[/.](?:0?[1-9]|1[0-2])[/.](?:19|20)\d\d"
    r"|(?:0?[1-9]|1[0-2])/(?:1[3-9]|2\d|3[01])/(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_BESIDE_A_DATE = re.compile(
    r"\b(?:published|updated|posted|last|modified|issued|filed|on|at|dates?|first|by|gmt|utc|bst|est|edt|pst|pdt|cet"
    r"|cest|eat|ist|am|pm|a\.m\.|p\.m\.|mon|tues?|wed|thu(?:rs)?|fri|sat|sun|monday|tuesday|wednesday|thursday"
    r"|friday|saturday|sunday|\d{1,2}[:.]\d\d(?:[:.]\d\d)?)\b|T\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?"
    r"|[+-]\d{1,2}(?::\d\d)?\b|[|/,:;·•()\-–—.]",
    re.IGNORECASE,
)
_WORD_OF_NAME = r"[A-Z][\w.'’-]+"
_BYLINE = re.compile(
    rf"(?i:by|written by|reported by|from)\s*:?\s+"
    rf"({_WORD_OF_NAME}(?:,?\s+(?:and\s+|de\s+|al-)?{_WORD_OF_NAME}){{0,8}})"
    r"(?:\s*[,|(–—-].{0,60}|\s+in\s+[A-Z].{0,40})?"
)
_JOB = re.compile(
    r"\b(?:editor|correspondent|reporter|writer|staff|analyst|producer|bureau)\b", re.IGNORECASE
)
_NAME_IN_PLACE = re.compile(
    rf"({_WORD_OF_NAME}(?:\s+{_WORD_OF_NAME}){{1,2}}(?:\s+and\s+{_WORD_OF_NAME}(?:\s+{_WORD_OF_NAME}){{1,2}})?),?"
    rf"\s+in\s+{_WORD_OF_NAME}(?:\s+{_WORD_OF_NAME})?(?:,.{{0,40}})?"
)
_PLACE = (
    rf"[A-Z][A-Z'’.\- ]{{2,30}}(?:,\s*(?!(?:{MONTHS})\b)[A-Z][\w.'’ ]{{1,25}})?"
    rf"|[A-Z][\w.'’-]+(?:[ /][A-Z][\w.'’-]+){{0,2}}(?:,\s*(?!(?:{MONTHS})\b)[A-Z][\w.'’ ]{{1,25}})?"
)
_STATES = dict(
    pair.split(":")
    for pair in (
        "ala:Alabama ariz:Arizona ark:Arkansas calif:California colo:Colorado conn:Connecticut del:Delaware "
        "fla:Florida ga:Georgia ill:Illinois ind:Indiana kan:Kansas ky:Kentucky la:Louisiana md:Maryland "
        "mass:Massachusetts mich:Michigan minn:Minnesota miss:Mississippi mo:Missouri mont:Montana "
        "neb:Nebraska nev:Nevada n.h:New_Hampshire n.j:New_Jersey n.m:New_Mexico n.y:New_York "
        "n.c:North_Carolina n.d:North_Dakota okla:Oklahoma ore:Oregon pa:Pennsylvania r.i:Rhode_Island "
        "s.c:South_Carolina s.d:South_Dakota tenn:Tennessee vt:Vermont va:Virginia wash:Washington "
        "w.va:West_Virginia wis:Wisconsin wyo:Wyoming"
    ).split()
)
"""American states as datelines shorten them."""
_SHORT_DATE = (
    rf"(?i:(?:{MONTHS})\.?\s+{_DAY}(?:,?\s+\d{{4}})?|{_DAY}\s+(?:{MONTHS})\.?(?:,?\s+\d{{4}})?)"
    r"|\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d"
)
_DASH = r"[.,]?(?:[–—]|--|[-_](?=\s)|(?<=\) )-(?=[A-Z][a-z])|:(?=\s))"
_NEAR = r"(?:(?:NEAR|Near|OUTSIDE|Outside)\s+)?"
_DATELINE = re.compile(
    rf"{_NEAR}(?P<place>(?:{_PLACE})(?<![ -]))(?:\s?/\s?[A-Z][\w'’.\- ]{{2,30}}?)?"
    rf"(?:[.,]?\s*\(?(?P<date>{_SHORT_DATE})\)?)?"
    rf"(?:,?\s*[(/](?P<agency>[A-Za-z][\w .,&/'’-]{{1,40}})[)/])?\s*{_DASH}\s*"
    rf"(?:(?P<behind>{_SHORT_DATE}):\s+)?(?=\S)"
)
_AGENCIES = (
    "SANA|IRNA|ISNA|TASS|ITAR-TASS|WAM|QNA|KUNA|SPA|BNA|MENA|MAP|TAP|APS|VNA|PTI|ANI|APA|AZERTAC|UNB|AVN|EFE|Trend"
    "|ARMENPRESS|Armenpress|ARMINFO|KAZINFORM|Kazinform|INTERFAX(?:-[A-Z]+)?|Interfax(?:-[A-Z][a-z]+)?|UKRINFORM"
    "|GNA|NAN|APP|BSS|PNA|CNA|AP|AFP|DPA|UPI|ANSA|Xinhua|Reuters"
    "|BELTA|AKIPRESS|YONHAP|KYODO|XINHUA|CNN Indonesia|KOMPAS\\.com|DFWatch"
)
"""Agencies that put their name into the dateline without brackets."""
_BY_AGENCY = re.compile(
    rf"(?P<place>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?(?:,\s*(?!(?i:{MONTHS})\b)[A-Z][\w'’ ]{{1,25}})?)"
    rf"[.,]\s*(?:(?P<date>{_SHORT_DATE})\.?,?\s*)?"
    rf"/?(?P<agency>{_AGENCIES})/?(?:[.:]\s*-?|\s*(?:--|[-–—:]))\s*(?=\S)"
)
"""A dateline with its agency behind a comma: "Damascus, SANA- Syria said", "MINSK, May 3. /TASS/. He"."""
_WITHOUT_DASH = re.compile(
    rf"(?P<place>[A-Z][A-Z'’.\- ]{{2,30}}),\s+(?P<date>(?:{MONTHS})\.?\s+\d{{1,2}})\s+(?=[A-Z\"“][\w'’]* )"
)
"""A dateline whose dash a page has lost: "LIMA, July 6 Peruvian police captured"."""
_TO_ITS_AGENCY = re.compile(
    rf"(?P<place>{_PLACE}),?\s+(?P<date>{_SHORT_DATE}),?\s+\((?P<agency>[A-Za-z][\w .&/'’-]{{1,30}})\)\s+"
    r"(?=[A-Z\"“])"
)
"""A dateline that ends with its agency: "Bogota, Jan 4 (EFE) The government"."""
_BEHIND_ITS_DATE = re.compile(
    rf"(?P<date>{_SHORT_DATE})\s+\((?P<place>[A-Z][A-Z'’.\- ]{{2,30}}(?:,\s*[A-Z][\w.'’ ]{{1,25}})?)\)"
    rf"\s*{_DASH}\s*(?=\S)"
)
"""A date first: "May 6, 2010 (KHARTOUM) – The army"."""
_IN_BRACKETS = re.compile(
    rf"(?P<place>{_PLACE}),?\s*\((?P<agency>[A-Z][^()\n]{{2,60}}?)\s*[-–—]\s*(?P<date>\d{{1,2}}(?:st|nd|rd|th)?"
    rf"\s+(?:{MONTHS})\.?,?\s+\d{{4}})\)\s*(?=[A-Z\"“])"
)
"""A dateline that ends with its brackets: "Minsk, (APP - 14th Jun, 2024) Belarus said"."""
_AGENCY_ONLY = re.compile(
    r"\((?P<agency>Reuters|AP|AFP|CNN|UPI|DPA|IRIN|TASS|BBC|ANI|PTI|IANS|EFE|Xinhua|Bloomberg|VOA|NPR|RFE/RL)\)"
    r"\s*(?:[–—]|--|-)?\s*(?=\S)"
)


_BEFORE_A_DASH = re.compile(
    rf"(?P<agency>{_AGENCIES}|CNN|BBC|BBC News|VOA|NPR|IANS|IRIN|Bloomberg|Associated Press|Canadian Press"
    r"|Agence France-Presse|[A-Za-z][\w-]*\.(?:com|org|net))\s(?:[–—]|--?)\s(?=[A-Z\"“'‘\d])"
)
"""An agency or a site that leads a report in without brackets: "Reuters - Police", "EXAMPLE.com - Police"."""


_PATTERNS = (_IN_BRACKETS, _BY_AGENCY, _DATELINE, _WITHOUT_DASH, _TO_ITS_AGENCY, _BEHIND_ITS_DATE)


@dataclass(frozen=True, slots=True)
class Dateline:
    """ "KABUL, 3 May (AP) —" in its parts; ``end`` is where the sentence begins."""

    end: int
    place: str | None = None
    agency: str | None = None
    date: dt.date | None = None
    day: str | None = None
    """The words of its date, with or without a year."""
    land: str | None = None
    """The country or state behind the place: "Kentucky" in "LONDON, Ky."."""


def date_line(line: str) -> dt.date | None:
    """The date of a line that holds little else."""
    match = _DATE.search(line)
    if not match or len(line) > 100:
        return None
    rest = _BESIDE_A_DATE.sub(" ", line[: match.start()] + " " + line[match.end() :])
    return _parse(match.group()) if len(rest.split()) <= 3 else None


def byline(line: str) -> tuple[str, ...]:
    """The authors that a byline names; empty where the line is none."""
    if len(line) > 120:
        return ()
    match = _BYLINE.fullmatch(line) or _NAME_IN_PLACE.fullmatch(line)
    if not match:
        return ()
    names = (name.strip(" ,") for name in re.split(r",|\band\b", match.group(1)))
    return tuple(name for name in names if name and not _JOB.search(name))


_LABELS = frozenset(
    "file photo video watch update updated breaking explainer analysis exclusive opinion timeline live "
    "corrected correction refile factbox profile interview editorial picture image graphic".split()
)
"""Words before a dash that are no place."""


def dateline(
    text: str, is_place: Callable[[str], bool] | None = None, is_land: Callable[[str], bool] | None = None
) -> Dateline | None:
    """The dateline that ``text`` begins with.

    ``is_place`` tells a town before a colon ("NEW DELHI: Farmers …") from a heading ("UPDATE: …"), and
    ``is_land`` what stands behind the town ("Juba, South Sudan - Soldiers …").
    """
    only = _AGENCY_ONLY.match(text) or _BEFORE_A_DASH.match(text)
    if only:
        return _behind_agency(only, text, is_place, is_land)
    match = next((m for m in (pattern.match(text) for pattern in _PATTERNS) if m), None)
    if not match:
        return None
    agency, before, behind = (match.groupdict().get(part) or "" for part in ("agency", "date", "behind"))
    written = before or behind
    city, _, last = (part.strip() for part in match["place"].partition(","))
    if "." not in city[:-1]:  # "MOSCOW. April 2", not "D.C."
        city = city.rstrip(".")
    land = _land(last)
    if city.lower() in _LABELS:  # "FILE - In this photo …"
        return None
    if not (city.isupper() or agency or written):
        mixed = is_place is not None and _is_town(city, is_place)  # "Calais: French police …"
        if not mixed or (land and not (is_land and is_land(land))) or not text[match.end()].isupper():
            return None
    colon = ":" in text[match.start() : match.end()] and not written and not agency
    if colon and not (is_place and is_place(city.title())):
        return None
    city = city.partition("/")[0]
    return Dateline(
        match.end(),
        city.title() if city.isupper() else city,
        agency or None,
        _parse(written) if re.search(r"\d{4}", written) else None,
        written or None,
        land,
    )


def _behind_agency(
    only: re.Match[str],
    text: str,
    is_place: Callable[[str], bool] | None,
    is_land: Callable[[str], bool] | None,
) -> Dateline:
    """The dateline of a report that its agency leads in; a town may follow: "AFP - LIMA (AFP) - Police"."""
    end = only.end()
    more = dateline(text[end : end + _LONGEST], is_place, is_land)
    if more is None or more.place is None:
        return Dateline(end, agency=only["agency"])
    return replace(more, end=end + more.end, agency=more.agency or only["agency"])


_LONGEST = 200
"""Characters that no dateline is longer than."""


def _is_town(name: str, is_place: Callable[[str], bool]) -> bool:
    """ "GUATEMALA CITY": known as a place with its last word or without; of "Goma/Kigali" the first."""
    name = name.partition("/")[0]
    return is_place(name) or is_place(name.removesuffix(" City"))


def _land(text: str) -> str | None:
    return _STATES.get(text.lower().rstrip("."), text).replace("_", " ") or None


def _parse(text: str) -> dt.date | None:
    numbers = [int(n) for n in re.findall(r"\d+", text)]
    month_first = "/" in text and len(numbers) == 3 and numbers[1] > 12
    year_first = bool(re.match(r"\d{4}", text))
    try:
        found = date_parser.parse(text, yearfirst=year_first, dayfirst=not (year_first or month_first))
    except (ValueError, OverflowError):
        return None
    return dt.date(found.year, found.month, found.day)
