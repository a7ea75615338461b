"""The formats: how each is recognised, by content first and by name second, and who reads it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module

from dragoman.reading import containers
from dragoman.reading.drafts import Draft, problem_draft, reader_failed
from dragoman.reading.inputs import HEAD, Input, TooLarge
from dragoman.reading.options import ReadOptions
from dragoman.reading.problems import ReadProblem

Reader = Callable[[Input, ReadOptions], Iterator[Draft]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format with the suffixes that stand for it and the module that has its ``drafts``."""

    name: str
    meaning: str
    suffixes: tuple[str, ...]
    module: str
    is_single: bool = False
    """True where a file is one report."""

    @property
    def reader(self) -> Reader:
        """The function that reads it; its library is loaded only now."""
        reader: Reader = import_module(f"dragoman.reading.{self.module}").drafts
        return reader


FORMATS = {
    f.name: f
    for f in (
        Format("text", "plain text, one report a file", (".txt", ".text", ""), "texts", is_single=True),
        Format("markdown", "Markdown, one report a file", (".md", ".markdown"), "markdown", is_single=True),
        Format("html", "an HTML page", (".html", ".htm", ".xhtml", ".shtml"), "pages", is_single=True),
        Format("feed", "an RSS, Atom or JSON feed", (".rss", ".atom", ".rdf"), "feeds"),
        Format("jsonl", "JSON lines, one report a line", (".jsonl", ".ndjson"), "jsonlines"),
        Format("json", "a JSON file that holds a list of reports", (".json",), "jsonfile"),
        Format("csv", "a table with a header, any delimiter", (".csv", ".tsv", ".tab"), "delimited"),
        Format("parquet", "a Parquet file, one report a row", (".parquet", ".pq"), "parquet"),
        Format("eml", "a saved e-mail", (".eml", ".mhtml", ".mht"), "mail", is_single=True),
        Format("warc", "a web archive, one report a page", (".warc", ".wet"), "warc"),
    )
}
"""What ``--as`` can name."""
_OF_SUFFIX = {suffix: f.name for f in FORMATS.values() for suffix in f.suffixes}
IGNORED = frozenset(
    ".png .jpg .jpeg .gif .webp .avif .svg .ico .bmp .tif .tiff .css .js .mjs .map .woff .woff2 .ttf .otf "
    ".eot .mp3 .mp4 .m4a .ogg .wav .avi .mov .webm .duckdb .wal .sqlite .db .py .pyc .lock .log .sha256 .md5 "
    ".xls .xlsx .cdx .cdxj .idx".split()
)
"""Suffixes of what lies beside reports; files of a folder or archive that bear them are no input."""
_OTHER_KINDS = (
    (b"%PDF", "a PDF", "save its text as .txt"),
    (b"{\\rtf", "a rich-text document", "save it as .txt"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "save it as .txt"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "unpack it first"),
    (b"Rar!", "a RAR archive", "unpack it first"),
    (b"SQLite format 3", "an SQLite database", "export the table as .csv"),
)
_OFFICE = re.compile(rb"\[Content_Types\]\.xml|_rels/\.rels|mimetypeapplication/")
"""What the ZIP archives begin with that office programs write."""
_COMMENTS = rb"(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*"
_PAGE = re.compile(rb"\s*" + _COMMENTS + rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_FEED = re.compile(rb"\s*<(?:rss|(?:\w+:)?feed|rdf:RDF)\b", re.IGNORECASE)
_XML = re.compile(rb"\s*<\?xml\b", re.IGNORECASE)
_TAG = re.compile(rb"<(?:!doctype|html|head|body|article|div|p|h1|section|main|table)\b", re.IGNORECASE)
_MAIL = re.compile(rb"(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*){3,}")
_MAIL_FIELD = re.compile(
    rb"^(message-id|received|mime-version|from|date|subject):", re.IGNORECASE | re.MULTILINE
)
_JSON_OBJECT = re.compile(rb"\s*\{\s*[\"}]")
_JSON_LIST = re.compile(rb"\s*\[\s*[{\]]")
_JSON_FEED = re.compile(rb"\"version\"\s*:\s*\"https?:\\?/\\?/jsonfeed\.org", re.IGNORECASE)


def drafts_in(opened: Input, options: ReadOptions, depth: int = 0) -> Iterator[Draft]:
    """Every document in a stream, through whatever it is packed in; trouble ends as a problem."""
    try:
        yield from _drafts(opened, options, depth)
    except TooLarge as error:
        advice = "split it into one file for each report, or into smaller parts"
        yield problem_draft(ReadProblem(opened.name, str(error), advice))
    except containers.Broken as error:
        advice = "what came before was read; get a whole copy and run again"
        yield problem_draft(ReadProblem(opened.name, str(error), advice, error.offset))
    except OSError as error:
        reason = f"cannot be read to its end ({error.strerror or error})"
        yield problem_draft(ReadProblem(opened.name, reason, "what came before was read; run again"))
    except Exception as error:
        yield problem_draft(reader_failed(opened.name, error))


def _drafts(opened: Input, options: ReadOptions, depth: int) -> Iterator[Draft]:
    if not opened.head.strip() and len(opened.head) < HEAD:
        yield problem_draft(ReadProblem(opened.name, "the file is empty", "remove it or fill it"))
        return
    packing = containers.packing_of(opened)
    if opened.head.startswith(b"PK") and _OFFICE.search(opened.head[:300]):
        reason = "the file is an office document or an e-book"
        yield problem_draft(ReadProblem(opened.name, reason, "save it as .txt or .html"))
        return
    if packing is None or containers.is_packed_warc(opened, packing):
        name = options.format or recognised(opened)
        if isinstance(name, ReadProblem):
            yield problem_draft(name)
        else:
            yield from FORMATS[name].reader(opened, options)
        return
    if depth >= containers.DEEPEST:
        reason = f"{packing.meaning} is packed too deep in other archives"
        yield problem_draft(ReadProblem(opened.name, reason, "unpack the outer archive first"))
        return
    for item in packing.open(opened):
        if isinstance(item, ReadProblem):
            yield problem_draft(item)
        elif packing.is_archive and is_ignored(item.hint):
            continue
        else:
            yield from drafts_in(item, options, depth + 1)


def holds_one(opened: Input, options: ReadOptions) -> bool:
    """True where an input can be one report only; its stream is not read any further."""
    if containers.packing_of(opened) is not None:
        return False
    name = options.format or recognised(opened)
    return isinstance(name, ReadProblem) or FORMATS[name].is_single


def is_ignored(member: str) -> bool:
    """True for a member of an archive that is no input: hidden, or of a suffix in ``IGNORED``."""
    parts = member.replace("\\", "/").split("/")
    if any((part.startswith(".") and part not in (".", "..")) or part == "__MACOSX" for part in parts):
        return True
    return any(member.endswith(suffix) for suffix in IGNORED)


def recognised(opened: Input) -> str | ReadProblem:
    """The name of the format, or why it is none that is read."""
    head, by_name = opened.head, _OF_SUFFIX.get(opened.suffix)
    for magic, kind, advice in _OTHER_KINDS:
        if head.startswith(magic):
            return ReadProblem(opened.name, f"the file is {kind}", advice)
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith(b"WARC/") or containers.packing_of(opened) is not None:
        return "warc"
    text = head.removeprefix(b"\xef\xbb\xbf")
    return _by_text(text, by_name, opened.name) or by_name or _unknown(opened)


def _by_text(text: bytes, by_name: str | None, name: str) -> str | ReadProblem | None:
    """What the beginning of a text tells, against its name where it is sure."""
    if text[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = text.decode("utf-16", errors="ignore").encode()
    if by_name in ("csv", "jsonl"):
        return by_name
    first = re.sub(rb"<!--.*?(?:-->|\Z)|<\?.*?\?>|<!DOCTYPE rss.*?>", b"", text[:20_000], flags=re.DOTALL)
    if _FEED.match(first):
        return "feed"
    if _PAGE.match(text):
        return "html"
    if by_name == "eml" or _looks_like_mail(text):
        return "eml"
    if by_name in (None, "text", "json") and (found := _json_kind(text, by_name)):
        return found
    if _XML.match(text):
        return ReadProblem(name, "the file is XML, but no feed and no page", "save its text as .txt")
    if by_name == "html":
        return "html" if _TAG.search(text) else "text"
    return None


def _looks_like_mail(text: bytes) -> bool:
    fields = _MAIL.match(text.replace(b"\r\n", b"\n"))
    found = {f.lower() for f in _MAIL_FIELD.findall(fields.group())} if fields else set()
    return b"from" in found and bool(found & {b"message-id", b"received", b"mime-version"})


def _json_kind(text: bytes, by_name: str | None) -> str | None:
    """Which of the three that are JSON a text begins as, if any."""
    if _JSON_LIST.match(text):
        return "json"
    if not _JSON_OBJECT.match(text):
        return None
    if _JSON_FEED.search(text):
        return "feed"
    from dragoman.reading.jsonlines import looks_like_json_lines

    return "jsonl" if looks_like_json_lines(text, guess=by_name != "json") else "json"


def _unknown(opened: Input) -> ReadProblem:
    known = ", ".join(s for f in FORMATS.values() for s in f.suffixes if s)
    return ReadProblem(
        opened.name,
        f"files that end in {opened.suffix} are of no format that is known, and its beginning tells none",
        f"name the format with --as ({', '.join(FORMATS)}), or give it one of the ends {known}",
    )
