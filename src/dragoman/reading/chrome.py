"""What page furniture looks like in saved text: lines that are no part of a report.

Every pattern matches a whole line.  A pattern that could match a sentence of a report
does not belong here: to leave some furniture in costs little, to lose a sentence costs
an event.
"""

from __future__ import annotations

import re

_BUTTONS = (
    r"share(?: this(?: article| story)?)?|tweet|email|print|save|listen|comments?(?: \(?\d+\)?)?",
    r"\d+ comments?|advertisement|sponsored|copy link|whatsapp|facebook|twitter|linkedin|telegram|instagram",
    r"pinterest|bookmark",
    r"more on this story|most read|recommended|skip advert|getty images|live|breaking(?: news)?|exclusive",
    r"top stories|latest news|world|politics|news|analysis|homepage|back to top|menu|search|sign in|log in",
    r"follow us.{0,60}|sign up.{0,80}|subscribe.{0,80}|click here.{0,80}|download our app.{0,60}",
    r"all rights reserved.{0,80}|©.{0,120}|\(c\) ?\d{4}.{0,80}|copyright ©?.{0,100}",
    r"image caption.{0,120}|image source.{0,80}|file photo.{0,20}|file picture.{0,20}",
    r"(?:read more|related|also read|see also|read also|recommended|watch|listen)\s*:.{0,140}|read more",
    r"(?:photo|image|picture|photograph|video|credit|caption|photo by|photo credit)\s*[:|/].{0,160}",
    r"(?:last )?(?:updated|modified|published|posted)\s*:?\s*(?:an?|\d+) \w+ ago",
    r"(?:an?|\d+) (?:min(?:ute)?|hour|day|week|month)s? ago",
    r"\d+\s*[-–]?\s*min(?:ute)?s?\s*(?:read|to read)?\.?",
    r"(?:estimated )?(?:reading|read) time\b.{0,30}",
    r"\(?(?:additional )?(?:reporting|writing|editing|compiled|edited|written) by [^.]{3,200}"
    r"(?:[;.].{0,200})?\)?",
    r"printed from https?://.{0,200}",
    r"our standards:.{0,80}",
    r"\(?with (?:inputs?|reporting|files|additional reporting) from [^.]{2,60}\.?\)?",
    r".{3,80} contributed to this (?:report|story|article)\.",
    r"[-*_=~•·#\s]{3,}",
)
_CHROME = [re.compile(rf"(?:{pattern})", re.IGNORECASE) for pattern in _BUTTONS]

_CREDITED = (
    r"getty(?: images)?|reuters|afp|ap|ap photo|epa|epa-efe|dpa|file|file photo|anadolu(?: agency)?|aa"
    r"|shutterstock|xinhua|bbc|twitter|social media|screengrab|screenshot|handout|supplied|courtesy[^\])]*"
    r"|via [^\])]{2,30}|(?:photo|image|picture)s?(?: by|:)[^)\]]*"
    r"|[^\])]{0,40}/\s*(?:getty|reuters|afp|ap|epa|anadolu)[^\])]{0,30}"
)
_CREDIT = re.compile(
    rf"\s*[\[(](?:photo|image|picture|credit)?s?(?: by|:)?\s*(?:{_CREDITED})[\])]\.?", re.IGNORECASE
)


def is_chrome(line: str) -> bool:
    """True for a line that can be nothing but page furniture."""
    return any(pattern.fullmatch(line) for pattern in _CHROME)


def credit_at_end(line: str) -> int | None:
    """Where a photo credit at the end of a caption begins; the caption before it is text."""
    for match in re.finditer(r"\s*[\[(]", line):
        if _CREDIT.fullmatch(line, match.start()):
            return match.start()
    return None
