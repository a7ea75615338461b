"""Saved e-mails, and the web pages that browsers save in the same form (MHTML)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr

from dragoman.reading import pages, texts
from dragoman.reading.days import day_of
from dragoman.reading.documents import document_from_text
from dragoman.reading.drafts import Draft
from dragoman.reading.inputs import Input
from dragoman.reading.markup import plain
from dragoman.reading.options import ReadOptions
from dragoman.reading.problems import ReadProblem
from dragoman.records import Document

_FORWARDED = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr)\s*:\s*|\[[^\]]{1,40}\]\s*)+", re.IGNORECASE)
_SIGNATURE = re.compile(r"\n-- ?\n.*\Z", re.DOTALL)
_SHORT = 200
"""Characters; a plain part as short often says only that the mail is to be read as HTML."""


def drafts(opened: Input, options: ReadOptions) -> Iterator[Draft]:
    """The one report of a mail."""
    yield Draft(opened.name, document, (opened.whole(), opened.name, options))


def document(data: bytes, name: str, options: ReadOptions) -> Document | ReadProblem:
    """The report in a mail: subject, date, sender and text."""
    message = message_from_bytes(data.lstrip(b"\xef\xbb\xbf\r\n"), policy=policy.default)
    assert isinstance(message, EmailMessage)
    page = _saved_page(message)
    if page:
        address = _field(message, "Snapshot-Content-Location") or _field(page, "Content-Location")
        return pages.document(_bytes(page), pages.Origin(name, address, page.get_content_charset()), options)
    text = _SIGNATURE.sub("", _body(message)).strip()
    if not text:
        return ReadProblem(name, "the mail holds no text", texts.EMPTY)
    sender, address = parseaddr(_field(message, "From") or "")
    subject = _FORWARDED.sub("", _field(message, "Subject") or "").strip()
    return document_from_text(
        text,
        title=subject or None,
        published=options.published or day_of(_field(message, "Date")),
        outlet=options.outlet or sender.strip() or address.rpartition("@")[2] or None,
        source_id=_field(message, "Message-ID"),
        source_file=name,
        find_title=True,
        notes=_notes(message),
    )


def _saved_page(message: EmailMessage) -> EmailMessage | None:
    """The page in an MHTML file: one that a browser saved with all that belongs to it."""
    if message.get_content_type() != "multipart/related" or message["Message-ID"]:
        return None
    parts = (part for part in message.walk() if part.get_content_type() == "text/html")
    found = next(parts, None)
    return found if isinstance(found, EmailMessage) else None


def _body(message: EmailMessage) -> str:
    simple, rich = (_text(message.get_body((kind,))) for kind in ("plain", "html"))
    rich = plain(rich) if rich else ""
    return simple if len(simple) >= _SHORT or len(simple) >= len(rich) else rich


def _text(part: object) -> str:
    if not isinstance(part, EmailMessage):
        return ""
    data, charset = _bytes(part).replace(b"\r\n", b"\n"), part.get_content_charset() or "utf-8"
    for name in (charset, "utf-8", "cp1252"):
        try:
            return data.decode(name)
        except (LookupError, ValueError):
            continue
    return data.decode("utf-8", errors="replace")


def _bytes(part: EmailMessage) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _field(message: EmailMessage, name: str) -> str | None:
    """A field of the head on one line; one that is not well formed is None."""
    try:
        value = message[name]
    except (ValueError, IndexError, AttributeError, TypeError, LookupError):
        return None
    return " ".join(str(value).split()) or None if value is not None else None


def _notes(message: EmailMessage) -> tuple[str, ...]:
    names = [part.get_filename() or part.get_content_type() for part in message.iter_attachments()]
    return (f"not read, for they are attached to the mail: {', '.join(names)[:200]}",) if names else ()
