"""HTML and its bytes: which encoding, and the text of a fragment."""

from __future__ import annotations

import codecs
import html
import re

_META = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]+encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_ALIKE = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
}
"""What browsers take for what pages say."""
_TAG = re.compile(r"<[a-zA-Z!/][^>]*>")
_BLOCK_END = re.compile(r"<(?:br|/p|/div|/li|/h[1-6]|/tr|/blockquote|p|div)\b[^>]*>", re.IGNORECASE)


def page_text(data: bytes, charset: str | None = None) -> tuple[str, str | None]:
    """A page as text, with a note where what it says of its encoding is not so.

    Args:
        data: the page as it was sent or saved.
        charset: the encoding that the server named.
    """
    mark = next((name for bom, name in _MARKS if data.startswith(bom)), None)
    if mark:
        return data.decode(mark, errors="replace"), None
    said = charset or _said(data)
    readable = None if said and said.lower().startswith("utf-16") else said  # its name was read in ASCII
    for name in filter(None, (readable, "utf-8")):
        try:
            text = data.decode(_ALIKE.get(name.lower(), name))
        except (LookupError, UnicodeDecodeError, ValueError):
            continue
        wrong = said and name != said
        return text, f"the page says that it is {said}, but it is {name.upper()}" if wrong else None
    return data.decode(
        "cp1252", errors="replace"
    ), "neither UTF-8 nor what the page says: read as Windows-1252"


def plain(fragment: str) -> str:
    """The text of an HTML fragment, a block a paragraph; plain text stays as it is.

    Fragments of feeds and mails hold the report alone, so nothing is judged here.
    """
    if not _TAG.search(fragment):
        return html.unescape(fragment).strip()
    from lxml import etree
    from lxml import html as lxml_html

    try:
        tree = lxml_html.fromstring(f"<div>{_BLOCK_END.sub(lambda m: m[0] + chr(10) * 2, fragment)}</div>")
    except (etree.ParserError, ValueError):
        return html.unescape(_TAG.sub(" ", fragment)).strip()
    for element in tree.xpath(".//script|.//style|.//noscript|.//figcaption|.//head|.//template"):
        element.drop_tree()
    lines = (" ".join(line.split()) for line in tree.text_content().split("\n\n"))
    return "\n\n".join(line for line in lines if line)


def _said(data: bytes) -> str | None:
    found = _META.search(data[:4096]) or _XML.search(data[:256])
    return found[1].decode("ascii") if found else None
