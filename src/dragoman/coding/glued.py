"""What a page has run into the sentences of a text: credits, captions without a stop, a chronology.

"AP:Associated Press Police hold a man" and "Image caption Rebels in Gao He said so" are no sentences;
:func:`parts` gives those that stand within, without the credits.
"""

from __future__ import annotations

import re
from itertools import pairwise

from dragoman.reading.datelines import MONTHS
from dragoman.records import Span

_PRESS = (
    r"AP|AFP|PA|EPA|REX|Reuters|REUTERS|Getty(?: Images)?|GETTY(?: IMAGES)?|Alamy|Shutterstock|Xinhua"
    r"|Anadolu(?: Agency)?|Associated Press|Agence France-Presse|European Press(?:photo)? Agency"
)
_NAME = r"[A-Z][\w.'’-]*"
_CREDIT = re.compile(
    r"(?:Skip Ad )?(?:Ad Loading\.{3} )?(?:x )?Embed x Share|(?:toggle|hide) caption"
    r"|Enlarge this image(?: toggle caption)?(?: (?P<twice>\S.{2,50}?) (?P=twice))?"
    r"|(?:Image|Photo) (?:copyright|source|credit):? "
    rf"(?:(?:{_PRESS})|{_NAME}(?: {_NAME}){{0,3}}?(?= (?:Image|Media) caption\b))"
    rf"|\b(?:{_PRESS}):(?:{_PRESS})|\b(?:{_PRESS}) - (?:Contributor|{_PRESS})"
    rf"|\b{_NAME}(?: {_NAME}){{0,2}} or licensors|\bHandout - (?:{_PRESS})"
    r"|\((?:File )?(?:Photo|Image|Picture|Photograph|Credit)s?(?: by|:| credit:?) [^()]{2,90}\)"
    rf"|\(AP Photo\b[^()]{{0,80}}\)|\({_NAME}[^()]{{1,50}}/ ?(?:{_PRESS})\b[^()]{{0,30}}\)"
    r"|\[(?:Graphic|Photo|Video|Watch|Read more|Read|Related|See also|Also read|More)s?: [^\[\]]{3,140}\]"
)
"""Words that are no part of any sentence, with those who are credited for a picture."""
_HINT = re.compile(
    r"caption|copyright|source|credit|licensors|Embed x|this image|[Pp]hoto|[Pp]icture|Handout|Contributor"
    r"| - |\[|:[A-Z]|\([A-Z]"
)
"""What a sentence with a credit holds."""
_CAPTION = re.compile(r"\b(?:Image|Media|Video|Photo) caption (?=[\"“A-Z\d])")
"""What leads in the words below a picture, which often end without a stop."""
_OPENER = r"(?:The|A|An|At|In|On|He|She|They|It|This|These|But|However)"
_PRESS_FIRST = re.compile(
    rf"(?:(?:{_PRESS})|[A-Z]{{3,}}(?: [A-Z]{{3,}}){{0,2}}) (?={_OPENER} (?!of\b)[\w\"“])"
)
"""A credit that opens a sentence: "Reuters The ferry sank", "LIMA POST The ferry sank"."""
_PRONOUN = re.compile(r"(?<=[a-z\d)] )(?:He|She|They) (?=[a-z])")
_NEW_SENTENCE = re.compile(
    r"(?<=[\w)] )(?:(?:A|An|The) (?=[a-z])|(?:He|She|They|It|However|Then|Meanwhile|Earlier|But|Asked)\b"
    r"|(?:In|On|At|Following|After) (?=[A-Z])|(?:Mr|Mrs|Ms)\.? (?=[A-Z]))"
)
"""With what a sentence begins behind a caption that has no stop."""
_LINKS = frozenset(
    "and or but as when while that if because though although since whom which who whose where before after "
    "until than of to in on at by for from with without under over against about into like said says say "
    "told asked added wrote claimed insisted thinks thought believes the a an is are was were be not only so "
    "nor yet premier minister president".split()
)
"""Words behind which a capital begins nothing new."""
_ENTRY = re.compile(
    rf"(?:(?:{MONTHS})\.? \d{{1,2}}, (?:19|20)\d\d|\d{{1,2}} (?:{MONTHS}) (?:19|20)\d\d"
    rf"|(?:{MONTHS}) (?:19|20)\d\d)(?=(?:: | [-–—] )[A-Z\"“])"
)
"""The date of an entry: "June 5, 2009: Police", "June 2009 - Police"."""
_FEW = 2
"""Entries at least of a chronology."""


def parts(text: str, start: int, end: int) -> list[Span]:
    """The sentences between two offsets, most often one.

    "Image copyright AFP Image caption Troops in Gao He denied it." gives "Troops in Gao" and "He denied it.".
    """
    cuts = {start, end}
    gaps: list[Span] = []
    if _HINT.search(text, start, end):
        gaps += [found.span() for found in _CREDIT.finditer(text, start, end)]
    first = _PRESS_FIRST.match(text, gaps[0][1] if gaps and gaps[0][0] == start else start, end)
    if first:
        gaps.append(first.span())
    captions = list(_CAPTION.finditer(text, start, end))
    for found in captions:
        gaps.append(found.span())
        new = _begins(_NEW_SENTENCE, text, found.end(), end)
        cuts |= {new} if new is not None else set()
    if not captions:
        new = _begins(_PRONOUN, text, start, end)
        cuts |= {new} if new is not None else set()
    return [span for a, b in _between(sorted(cuts), sorted(gaps)) if (span := _trimmed(text, a, b))]


def _begins(pattern: re.Pattern[str], text: str, start: int, end: int) -> int | None:
    """Where a new sentence begins without a stop before it: "… in Gao | He denied it"."""
    for found in pattern.finditer(text, start, end):
        before = text[start : found.start()].split()
        if len(before) <= _SHORTEST or before[-1].lower() in _LINKS:
            continue
        named = before[-1][:1].isupper() and before[-2].lower() not in _PREPOSITIONS  # "Minister He said"
        if pattern is _NEW_SENTENCE or not named:
            return found.start()
    return None


_SHORTEST = 2
_PREPOSITIONS = frozenset("in at near on of outside to from".split())


def _between(cuts: list[int], gaps: list[Span]) -> list[Span]:
    """The stretches between cuts, with the gaps left out."""
    edges = sorted({*cuts, *(x for gap in gaps for x in gap)})
    return [(a, b) for a, b in pairwise(edges) if not any(g <= a and b <= h for g, h in gaps)]


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and (text[start].isspace() or text[start] in "),"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if any(c.isalnum() for c in text[start:end]) else None


def entries(text: str) -> dict[int, str]:
    """Of a chronology that a page has run into one paragraph: where an entry begins → its date."""
    found: dict[int, str] = {}
    for paragraph in re.finditer(r"[^\n]+", text) if _ENTRY.search(text) else ():
        here = [
            m
            for m in _ENTRY.finditer(text, *paragraph.span())
            if _is_entry(text, paragraph.start(), m.start())
        ]
        if len(here) >= _FEW:
            found |= {m.start(): m.group() for m in here}
    return found


def _is_entry(text: str, start: int, at: int) -> bool:
    """False for a date that belongs to the words before it: "since June 5, 2009: …"."""
    before = text[start:at].split()[-1:]
    return not before or (before[0].lower() not in _LINKS and not before[0].endswith((",", "(")))
