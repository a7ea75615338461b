"""Text → Document: title, date, body and language found, trouble noted."""

from __future__ import annotations

import datetime as dt

from dragoman.reading.languages import language_of
from dragoman.reading.plain import PlainText, read_plain
from dragoman.records import Document, stable_id

NO_DATE = "no date found: words like 'Sunday' stay undated; give one with --published"


def document_from_text(
    text: str,
    *,
    title: str | None = None,
    published: dt.date | None = None,
    outlet: str | None = None,
    url: str | None = None,
    authors: tuple[str, ...] = (),
    language: str | None = None,
    source_id: str | None = None,
    source_file: str | None = None,
    source_offset: int | None = None,
    find_title: bool = True,
    notes: tuple[str, ...] = (),
) -> Document:
    """A document from text as a person saved it.

    Args:
        text: the report; title, date line and page chrome are found and parted from the body.
        title: known title; then only its repeats are dropped from the text.
        published: known date, which wins over one found in the text.
        outlet: known outlet, which wins over the agency of a dateline.
        url: its address.
        authors: known authors, who win over those of a byline.
        language: what the source calls its language; it counts where the text is too short to tell.
        source_id: the id that its source gave it.
        source_file: where it was read from.
        source_offset: row or byte in that file.
        find_title: False where ``text`` is a bare body whose first line is no headline.
        notes: what was noted before, kept at the head of the document's notes.
    """
    found = read_plain(text, title) if find_title else PlainText(title, text.strip())
    date = published or found.published
    language = language_of(f"{found.title or ''}\n{found.body}") or language
    if date is None:
        notes = (*notes, NO_DATE)
    if language not in (None, "en"):
        notes = (*notes, f"the text reads as {language!r}, not English: nothing is coded in it")
    return Document(
        id=stable_id(source_id or url or "", title, text),  # one text at two addresses is two reports
        text=found.body,
        title=found.title,
        published=date,
        outlet=outlet or found.agency,
        url=url,
        authors=authors or found.authors,
        language=language,
        source_id=source_id,
        source_file=source_file,
        source_offset=source_offset,
        place=found.place,
        notes=notes,
    )
