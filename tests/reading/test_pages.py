"""What pages say of themselves, on pages in the markup of forty kinds of sites."""

from __future__ import annotations

import datetime as dt
import functools

import pytest

from dragoman.reading import ReadOptions, ReadProblem, read_bytes
from dragoman.records import Document
from tests.reading.pages import Page, pages, paragraphs

PAGES = pages()
FLOOR = 0.95
ARTICLE = "".join(f"<p>{text}</p>" for text in list(paragraphs().values())[:3])


@functools.cache
def read_page(page: Page) -> Document:
    (found,) = read_bytes(page.html, f"{page.name}.html")
    assert isinstance(found, Document), found
    return found


def page(html: str | bytes, **options: object) -> Document | ReadProblem:
    data = html.encode() if isinstance(html, str) else html
    (found,) = read_bytes(data, "page.html", options=ReadOptions(**options))  # type: ignore[arg-type]
    return found


def document(html: str | bytes, **options: object) -> Document:
    found = page(html, **options)
    assert isinstance(found, Document), found
    return found


def test_there_are_forty_pages() -> None:
    assert len({p.name for p in PAGES}) == len(PAGES) >= 40


@pytest.mark.parametrize("fact", ["title", "published", "authors", "outlet", "url"])
def test_facts_of_the_pages(fact: str) -> None:
    wrong = {
        p.name: getattr(read_page(p), fact) for p in PAGES if getattr(read_page(p), fact) != getattr(p, fact)
    }
    assert len(wrong) <= len(PAGES) * (1 - FLOOR), wrong


def test_bodies_of_the_pages() -> None:
    wrong = [p.name for p in PAGES if not all(text in read_page(p).text for text in p.paragraphs)]
    assert len(wrong) <= len(PAGES) * (1 - FLOOR), wrong


def test_nothing_of_other_pages_comes_in() -> None:
    wrong = [p.name for p in PAGES if "Elsewhere" in read_page(p).text or "cookies" in read_page(p).text]
    assert wrong == []


def test_all_are_english_whatever_the_page_says() -> None:
    assert {read_page(p).language for p in PAGES} == {"en"}


def test_a_given_date_and_outlet_win() -> None:
    html = (
        f"<html><head><meta name='date' content='2020-01-01'><title>Talks end</title></head><body>{ARTICLE}"
    )
    d = document(html, published=dt.date(2021, 5, 4), outlet="The Daily")
    assert (d.published, d.outlet) == (dt.date(2021, 5, 4), "The Daily")


def test_an_encoding_that_the_page_names_wrongly_is_noted() -> None:
    html = f"<html><head><meta charset='utf-16'><title>Café talks</title></head><body>{ARTICLE}</body></html>"
    d = document(html.encode())
    assert d.title == "Café talks"
    assert any("says that it is utf-16, but it is UTF-8" in note for note in d.notes)


def test_a_page_with_no_report() -> None:
    found = page("<html><head><title>Empty</title></head><body><script>run()</script></body></html>")
    assert isinstance(found, ReadProblem)
    assert "holds no text" in found.reason


def test_a_page_of_a_hundred_thousand_elements_is_refused_at_once() -> None:
    found = page("<html><body>" + "<a href=x>a link</a>" * 100_000)
    assert isinstance(found, ReadProblem)
    assert "elements, which no report has" in found.reason


@pytest.mark.parametrize(
    "html",
    [
        "<html><body>" + "<div>" * 20_000 + ARTICLE,
        "<html><head><title>" + " | ".join(["x"] * 50_000) + f"</title></head><body>{ARTICLE}",
        '<html><head><script type="application/ld+json">'
        + "[" * 100_000
        + f"</script></head><body>{ARTICLE}",
        '<html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":["a"],'
        f'"author":{{"name":7}},"datePublished":{{}},"publisher":[[]]}}</script></head><body>{ARTICLE}',
        f"<html><head><link rel=canonical href='http://[bad'></head><body>{ARTICLE}",
        f"<html><head><meta charset=klingon></head><body>\0\0{ARTICLE}",
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><html><body>&x;' + ARTICLE,
    ],
    ids=["deep", "title", "json", "wrong types", "address", "charset", "entity"],
)
def test_pages_that_are_meant_to_break_a_reader(html: str) -> None:
    found = page(html)
    assert "the reader failed" not in str(found)
    assert isinstance(found, Document) or "holds no text" in found.reason


def test_a_page_that_a_browser_saved_in_one_file() -> None:
    html = f"<html><head><title>Talks end in Oslo</title></head><body><h1>Talks end in Oslo</h1>{ARTICLE}"
    saved = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://daily.example/talks\r\n"
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; type=text/html; boundary=b\r\n\r\n"
        f"--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{html}\r\n--b--\r\n"
    )
    (d,) = read_bytes(saved.encode(), "page.mhtml")
    assert isinstance(d, Document)
    assert (d.title, d.url, d.outlet) == ("Talks end in Oslo", "https://daily.example/talks", "daily.example")
