"""Every format, how it is recognised, and what is broken in it."""

from __future__ import annotations

import codecs
import csv
import datetime as dt
import gzip
import io
import json
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dragoman.reading import FORMATS, ReadOptions, ReadProblem, columns_from, read_bytes
from dragoman.reading.days import day_of, is_ambiguous
from dragoman.reading.inputs import LARGEST
from dragoman.reading.markup import plain
from dragoman.records import Document
from tests.reading.pages import paragraphs

P = paragraphs()
DAY = dt.date(2021, 5, 3)
ROW = {
    "id": "r1",
    "text": P["a"],
    "title": "Border talks end",
    "published": "2021-05-03",
    "url": "https://daily.example/1",
    "outlet": "The Daily",
}
PAGE = (
    "<html><head><title>Border talks end</title><meta name=date content=2021-05-03></head>"
    f"<body><article><h1>Border talks end</h1><p>{P['a']}</p><p>{P['b']}</p></article></body></html>"
)


def items(data: bytes | str, name: str = "standard input", **options: object) -> list[Document | ReadProblem]:
    raw = data.encode() if isinstance(data, str) else data
    return list(read_bytes(raw, name, options=ReadOptions(**options)))  # type: ignore[arg-type]


def documents(data: bytes | str, name: str = "standard input", **options: object) -> list[Document]:
    found = items(data, name, **options)
    problems = [str(f) for f in found if isinstance(f, ReadProblem)]
    assert problems == []
    return [f for f in found if isinstance(f, Document)]


def problems(data: bytes | str, name: str = "standard input", **options: object) -> list[ReadProblem]:
    return [f for f in items(data, name, **options) if isinstance(f, ReadProblem)]


def table(rows: list[list[str]], **dialect: object) -> str:
    out = io.StringIO()
    csv.writer(out, **dialect).writerows(rows)  # type: ignore[arg-type]
    return out.getvalue()


def parquet(columns: dict[str, list[object]]) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out, row_group_size=2)
    return out.getvalue()


# --- one report in every format ----------------------------------------------------------------

RSS = (
    '<?xml version="1.0"?><rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/"><channel>'
    "<title>The Daily</title><item><title>Border talks end</title><guid>r1</guid><link>https://daily.example/1</link>"
    f"<pubDate>Mon, 03 May 2021 23:30:00 -0400</pubDate><description>Short …</description>"
    f"<c:encoded><![CDATA[<p>{P['a']}</p>]]></c:encoded></item></channel></rss>"
)
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>The Daily</title><entry><id>r1</id>'
    '<title>Border talks end</title><link href="https://daily.example/1"/><updated>2021-05-09T00:00:00Z</updated>'
    f"<published>2021-05-03T00:00:00Z</published><content>{P['a']}</content></entry></feed>"
)
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Daily",
        "items": [
            {
                "id": "r1",
                "url": "https://daily.example/1",
                "title": "Border talks end",
                "content_html": f"<p>{P['a']}</p>",
                "date_published": "2021-05-03T10:00:00+02:00",
            }
        ],
    },
    indent=1,
)
MAIL = (
    "Received: from a.example by b.example\r\nFrom: The Daily <news@daily.example>\r\n"
    "Subject: Fwd: =?utf-8?q?Border_talks_end?=\r\nDate: Mon, 3 May 2021 10:00:00 +0200\r\n"
    "Message-ID: r1\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
    f"{P['a']}\r\n-- \r\nThe Daily, 1 Main Street\r\n"
)
MARKDOWN = (
    "---\ntitle: 'Border talks end'\ndate: 2021-05-03\nsource: The Daily\n"
    "url: https://daily.example/1\nid: r1\n---\n\n"
    + P["a"].replace("foreign ministers", "**foreign** [ministers](https://x.example)")
)
TEXT = f"Border talks end\n\n3 May 2021\n\nSource: The Daily\n\n{P['a']}"
ONE = {
    "text": TEXT,
    "markdown": MARKDOWN,
    "html": PAGE.replace(f"<p>{P['b']}</p>", "").replace(
        "<head>",
        "<head><link rel=canonical href='https://daily.example/1'>"
        "<meta property='og:site_name' content='The Daily'>",
    ),
    "feed": RSS,
    "atom": ATOM,
    "json feed": JSON_FEED,
    "jsonl": json.dumps(ROW),
    "json": json.dumps([ROW], indent=1),
    "csv": table([list(ROW), list(ROW.values())]),
    "tsv": table([list(ROW), list(ROW.values())], delimiter="\t"),
    "semicolons": table([list(ROW), list(ROW.values())], delimiter=";", quoting=csv.QUOTE_ALL),
    "parquet": parquet({key: [value] for key, value in ROW.items()}),
    "eml": MAIL,
}
NAMES = {"text": "a.txt", "markdown": "a.md", "csv": "a.csv", "tsv": "a.tsv", "semicolons": "a.csv"}


@pytest.mark.parametrize("kind", ONE)
def test_one_report_reads_the_same_in_every_format(kind: str) -> None:
    (d,) = documents(ONE[kind], NAMES.get(kind, "standard input"))
    assert (d.text, d.title, d.published, d.language) == (P["a"], "Border talks end", DAY, "en")
    assert d.outlet == "The Daily"
    if kind not in ("text", "eml"):
        assert d.url == "https://daily.example/1"
    if kind not in ("text", "html"):
        assert d.source_id == "r1"


@pytest.mark.parametrize(
    "kind", ["text", "markdown", "html", "feed", "jsonl", "json", "csv", "parquet", "eml"]
)
def test_a_format_can_be_forced_whatever_the_name_says(kind: str) -> None:
    (d,) = documents(ONE[kind], "report.dat", format=kind)
    assert (d.text, d.published) == (P["a"], DAY)


def test_a_name_that_says_nothing_is_no_format() -> None:
    (problem,) = problems("col1,col2\n", "report.dat")
    assert "end in .dat" in problem.reason
    assert "--as" in problem.advice


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (PAGE, "saved.txt", "an HTML page under another name"),
        (RSS, "saved.xml", "a feed under another name"),
        (RSS, "saved.html", "a feed under another name"),
        ("\ufeff" + PAGE, "page", "a byte order mark"),
        ("<!-- saved -->\n" + PAGE, "page", "a comment first"),
        ('<?xml version="1.0"?>\n' + PAGE, "page", "an XML declaration first"),
        (MAIL, "mail.txt", "a mail under another name"),
        (parquet({"text": [P["a"]]}), "table.bin", "a Parquet file under another name"),
    ],
)
def test_content_tells_more_than_a_name(data: bytes | str, name: str, kind: str) -> None:
    assert all(P["a"] in d.text for d in documents(data, name)), kind


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7", "a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "office document"),
        (b"Rar!\x1a\x07", "RAR archive"),
        (b"PK\x03\x04" + bytes(26) + b"[Content_Types].xml", "office document"),
        (b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/epub+zip", "e-book"),
        (b"SQLite format 3\0" + bytes(100), "SQLite"),
        (b'<?xml version="1.0"?><book><p>text</p></book>', "no feed and no page"),
    ],
)
def test_other_kinds_of_files_are_named(data: bytes, reason: str) -> None:
    (problem,) = problems(data)
    assert reason in problem.reason


@settings(deadline=None)
@given(st.binary(max_size=200), st.sampled_from(sorted(FORMATS)))
def test_any_bytes_in_any_format_give_documents_or_problems(data: bytes, kind: str) -> None:
    for found in items(data, "x", format=kind):
        assert isinstance(found, (Document, ReadProblem))
        assert "the reader failed" not in str(found), found


@settings(deadline=None)
@given(st.integers(0, 2000), st.integers(0, 255), st.sampled_from(sorted(ONE)))
def test_one_damaged_byte_breaks_no_reader(place: int, byte: int, kind: str) -> None:
    data = ONE[kind]
    raw = bytearray(data.encode() if isinstance(data, str) else data)
    raw[place % len(raw)] = byte
    for found in items(bytes(raw), NAMES.get(kind, "x")):
        assert "the reader failed" not in str(found), found


# --- tables ------------------------------------------------------------------------------------


def test_columns_are_found_by_name() -> None:
    head = 'Article_ID,Headline,Body,"Publication Date",Author,Link'
    row = f'7,Talks,"{P["a"]}",3 May 2021,A B; C D,http://x.example'
    (d,) = documents(f"{head}\n{row}\n", "x.csv")
    assert (d.source_id, d.title, d.text, d.published) == ("7", "Talks", P["a"], DAY)
    assert (d.authors, d.url) == (("A B", "C D"), "http://x.example")


def test_columns_are_mapped() -> None:
    data = 'kop,inhoud,dag,text\nTalks,"The two sides met in Oslo.",2021-05-03,junk\n'
    columns = columns_from("text=inhoud, title=kop,published=dag")
    (d,) = documents(data, "x.csv", columns=columns)
    assert (d.title, d.text, d.published) == ("Talks", "The two sides met in Oslo.", DAY)
    line = json.dumps({"article": {"content": {"body": P["a"]}}, "meta": {"day": "2021-05-03"}})
    columns = columns_from("text=article.content.body,published=meta.day")
    (d,) = documents(line, "x.jsonl", columns=columns)
    assert (d.text, d.published) == (P["a"], DAY)
    (d,) = documents(parquet({"inhoud": [P["a"]]}), columns={"text": "inhoud"})
    assert d.text == P["a"]


@pytest.mark.parametrize("text", ["text", "text=", "body=text", "text=a,foo=b"])
def test_a_mapping_that_is_none(text: str) -> None:
    with pytest.raises(ValueError, match=r"FIELD=COLUMN|no field"):
        columns_from(text)


@pytest.mark.parametrize("data", ["a,b\n1,2\n", b"PAR1"])
def test_a_table_without_text(data: bytes | str) -> None:
    raw = parquet({"a": [1]}) if data == b"PAR1" else data
    (problem,) = problems(raw, "x.csv" if isinstance(raw, str) else "x.parquet")
    assert "no column 'text'; its columns are a" in problem.reason
    assert "--map text=COLUMN" in problem.advice
    (problem,) = problems(
        raw, "x", columns={"text": "z"}, format="csv" if isinstance(raw, str) else "parquet"
    )
    assert "no column 'z', which --map names" in problem.reason


def test_a_text_is_taken_to_the_character() -> None:
    text = '  "Quoted," he said;\n\tand\ttabs, commas \r\n and “signs” \u200b. '
    rows = [["id", "text"], ["1", text], ["2", "Another report of the day."]]
    for dialect in (
        {},
        {"delimiter": ";"},
        {"delimiter": "\t"},
        {"delimiter": "|"},
        {"quoting": csv.QUOTE_ALL},
    ):
        found = documents(table(rows, **dialect), "x.csv")
        assert [d.text for d in found] == [text, "Another report of the day."], dialect
    assert documents(json.dumps({"text": text}), "x.jsonl")[0].text == text


@settings(deadline=None)
@example(["0\t\n"])
@example(['"\t\n"\t'])
@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1), min_size=1, max_size=4
    )
)
def test_whatever_a_table_writer_wrote_is_read_back(texts: list[str]) -> None:
    texts = [t for t in texts if t.strip()] or ["x"]
    for delimiter in ",;\t":
        data = table(
            [["id", "text", "url"], *([str(n), t, "u"] for n, t in enumerate(texts))], delimiter=delimiter
        )
        found = items(data.encode(), "x.tsv" if delimiter == "\t" else "x.csv")
        assert [f.text if isinstance(f, Document) else str(f) for f in found] == texts


def test_broken_rows_are_set_apart_and_the_rest_is_read() -> None:
    data = (
        "id,text,url\n"
        "1,One report of the day,u\n"
        "2,too few\n"
        "3,one,too,many\n"
        '4,"never closed,u\n'
        "5,Five is a report,u\n"
        '6,"a "bad" quote",u\n'
        "7,,u\n"
        "8,Eight is a report,u\n"
    )
    found = items(data, "x.csv")
    assert [f.source_offset for f in found] == [2, 3, 4, 5, 6, 7, 8, 9]
    assert [type(f) for f in found] == [Document, *[ReadProblem] * 3, Document, *[ReadProblem] * 2, Document]
    reasons = [f.reason for f in found if isinstance(f, ReadProblem)]
    assert "fewer cells" in reasons[0]
    assert "more cells" in reasons[1]
    assert "quotes are broken" in reasons[2]
    assert reasons[4] == "the row has no text"
    assert str(found[1]).startswith("x.csv:3: ")


def test_a_header_with_a_line_end_in_a_name() -> None:
    (problem,) = problems("id,te\rxt\n1,A report of the day\n", "x.csv")
    assert "quotes are broken" in problem.reason or "no column 'text'" in problem.reason


def test_tabs_with_quotes_that_quote_nothing() -> None:
    data = (
        'id\ttext\turl\n1\t"We go," he said\tu\n2\t"We stay, she said\tu\n3\t"All quoted ""here"""\tu\n'
        '4\tHeight 5"\tu\n'
    )
    assert [d.text for d in documents(data, "x.tsv")] == [
        '"We go," he said',
        '"We stay, she said',
        'All quoted "here"',
        'Height 5"',
    ]


def test_rows_of_many_lines_have_the_number_of_their_first() -> None:
    data = table([["text"], ["one\ntwo\nthree"], ["four\nfive"], ["six"]])
    assert [d.source_offset for d in documents(data, "x.csv")] == [2, 5, 7]


def test_backslashes_that_escape_quotes() -> None:
    (d,) = documents('id,text\n1,"He said \\"no\\" to it, twice"\n', "x.csv")
    assert d.text == 'He said "no" to it, twice'


def test_a_table_that_names_its_delimiter() -> None:
    (d,) = documents(f"sep=;\nid;text\n1;{P['a'].replace(';', '')}\n", "x.csv")
    assert d.text == P["a"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32", "cp1252"])
@pytest.mark.parametrize("name", ["x.csv", "x.jsonl"])
def test_tables_in_other_encodings(encoding: str, name: str) -> None:
    text = "The café in Zürich – “neutral ground” – hosted the talks."
    data = (
        f'id,text\n1,"{text}"\n' if name == "x.csv" else json.dumps({"text": text}, ensure_ascii=False) + "\n"
    )
    mark = codecs.BOM_UTF16_BE if encoding == "utf-16-be" else b""
    (d,) = documents(mark + data.encode(encoding), name)
    assert d.text == text
    assert any("Windows-1252" in note for note in d.notes) == (encoding == "cp1252")


def test_old_line_ends() -> None:
    assert [d.text for d in documents("id,text\r1,One report\r2,Two reports\r", "x.csv")] == [
        "One report",
        "Two reports",
    ]


def test_lines_and_fields_that_are_too_long() -> None:
    long = "word " * (LARGEST // 5 + 10)
    found = items(json.dumps({"text": long}) + "\n" + json.dumps(ROW), "x.jsonl")
    assert [type(f) for f in found] == [ReadProblem, Document]
    assert "longer than 16 MB" in str(found[0])
    found = items(f'id,text\n1,"{long}"\n2,Two is a report\n', "x.csv")
    assert [type(f) for f in found] == [ReadProblem, Document]
    huge = "word " * 200_000
    (d,) = documents(f'id,text\n1,"{huge}"\n', "x.csv")
    assert d.text == huge


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{bad", "no JSON"),
        ("[1]", "no object"),
        ('{"id": 1}', "no field for the text"),
        ('{"text": 7}', "no text"),
        ('{"text": null}', "no text"),
        ("[" * 100_000, "JSON"),
    ],
)
def test_lines_that_are_no_report(line: str, reason: str) -> None:
    found = items(f"{json.dumps(ROW)}\n\n{line}\n{json.dumps(ROW)}\n", "x.jsonl")
    assert [type(f) for f in found] == [Document, ReadProblem, Document]
    assert reason in str(found[1])
    assert [f.source_offset for f in found] == [1, 3, 4]


LISTED = [ROW, ROW | {"text": P["b"]}, {"text": 7}, ROW | {"text": P["c"]}]


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("name", ["dump.json", "dump", "dump.txt"])
@pytest.mark.parametrize(
    "around",
    [
        lambda rows: rows,
        lambda rows: {"status": "ok", "totalResults": 4, "articles": rows},
        lambda rows: {"meta": {"tags": ["a", "b"], "data": 7}, "response": {"results": rows, "pages": 1}},
        lambda rows: {"took": 3, "hits": {"total": 4, "hits": rows}},
    ],
    ids=["list", "articles", "response.results", "hits.hits"],
)
def test_json_files_that_hold_a_list(
    around: Callable[[object], object], name: str, indent: int | None
) -> None:
    found = items(json.dumps(around(LISTED), indent=indent), name)
    assert [getattr(f, "text", None) for f in found] == [P["a"], P["b"], None, P["c"]]
    assert [f.source_offset for f in found] == [1, 2, 3, 4]
    assert "no text" in str(found[2])


def test_a_json_file_is_streamed_and_told_where_it_is_damaged() -> None:
    text = json.dumps({"articles": [ROW | {"text": f"Report {n}. {P['a']}"} for n in range(3000)]})
    assert len(text) > 1_000_000
    assert len(documents(text, "dump.json")) == 3000
    cut = text.index("Report 1999")
    found = items(text[:cut], "dump.json")
    assert [type(f) for f in found] == [Document] * 1999 + [ReadProblem]
    assert "the JSON is damaged" in str(found[-1])
    assert found[-1].source_offset == 2000
    found = items(text[:cut] + "\x00 [}, " + text[cut:], "dump.json")
    assert (len(found), found[-1].source_offset) == (2000, 2000)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ('{"a": 1}', "no list of reports"),
        ("[]", "no list of reports"),
        ('{"articles": []}', "no list of reports"),
        ("7", "no list and no object"),
        ("[1, 2]", "no object"),
        ("[" * 100_000, "nested too deep"),
        ('[{"text": "x"}] trailing', "no list and no object"),
        ('{"articles": [{"text": "x"} {"text": "y"}]}', "expected"),
    ],
)
def test_json_files_that_hold_none(data: str, reason: str) -> None:
    assert any(reason in str(p) for p in items(data, "dump.json")), items(data, "dump.json")


def test_one_report_over_several_lines_and_several_after_each_other() -> None:
    one = json.dumps(ROW, indent=2)
    assert [d.text for d in documents(one, "r1.json")] == [P["a"]]
    assert [d.text for d in documents(one + "\n" + one.replace("r1", "r2"), "r.json")] == [P["a"], P["a"]]
    row = {"article": {"body": P["a"]}}
    assert documents(json.dumps([row]), "x.json", columns={"text": "article.body"})[0].text == P["a"]
    assert documents(json.dumps([ROW], ensure_ascii=False).encode("utf-16"), "x.json")[0].text == P["a"]


def test_halves_of_characters_are_replaced_and_noted() -> None:
    (d,) = documents('{"text": "The talks \\ud83d ended in the town.", "title": "A \\udc00 b"}', "x.jsonl")
    assert (d.text, d.title) == ("The talks \ufffd ended in the town.", "A \ufffd b")
    assert any("halves of characters" in note for note in d.notes)


def test_parquet_keeps_types_and_rows() -> None:
    data = parquet(
        {
            "id": [1, 2, 3],
            "text": [P["a"], None, P["b"]],
            "date": [dt.date(2021, 5, 3), None, dt.date(2021, 5, 4)],
            "authors": [["A B", "C D"], [], None],
        }
    )
    found = items(data, "x.parquet")
    assert [f.source_offset for f in found] == [1, 2, 3]
    first, second, third = found
    assert isinstance(first, Document)
    assert isinstance(third, Document)
    assert (first.source_id, first.published, first.authors) == ("1", DAY, ("A B", "C D"))
    assert "no text" in str(second)
    assert third.text == P["b"]


def test_parquet_that_is_cut_off() -> None:
    data = parquet({"text": [P["a"]] * 10})
    (problem,) = problems(data[:-20], "x.parquet")
    assert "damaged or cut off" in problem.reason


# --- dates -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "value",
    [
        "2021-05-03",
        "2021-05-03T23:59:59-11:00",
        "2021-5-3 10:00",
        "20210503",
        "20210503T101500Z",
        "2021/05/03",
        "3 May 2021",
        "May 3, 2021 4:05 p.m. ET",
        "Mon, 03 May 2021 10:00:00 GMT",
        "Monday, 3rd of May, 2021",
        "03/05/2021",
        "03.05.2021",
        "1620036000",
        "1620036000000",
        1620036000,
        1620036000123,
        dt.datetime(2021, 5, 3, 23),
        DAY,
    ],
)
def test_days(value: object) -> None:
    assert day_of(value) == DAY


@pytest.mark.parametrize(
    "value",
    ["", "soon", "May 2021", "2021", "Sunday", "2021-13-45", "99/99/2021", 7, None, True, [], "x" * 500],
)
def test_what_names_no_day(value: object) -> None:
    assert day_of(value) is None


def test_days_whose_order_cannot_be_told_are_noted() -> None:
    assert is_ambiguous("3/4/2021")
    assert not is_ambiguous("3/3/2021")
    assert not is_ambiguous("13/4/2021")
    (d,) = documents('{"text": "A report of the day.", "date": "3/4/2021"}', "x.jsonl")
    assert d.published == dt.date(2021, 4, 3)
    assert any("day/month/year" in note for note in d.notes)


@settings(deadline=None)
@given(st.text(max_size=40))
def test_any_text_can_be_asked_for_its_day(text: str) -> None:
    assert day_of(text) is None or isinstance(day_of(text), dt.date)


# --- feeds, mails, Markdown --------------------------------------------------------------------


def test_every_item_of_a_feed_is_a_report_or_a_problem() -> None:
    more = f"<item><title>Short</title><description>{P['e']}</description></item>"
    more += "<item><title>Bare</title></item>"
    whole, short, bare = items(RSS.replace("</channel>", more + "</channel>"), "feed.xml")
    assert isinstance(whole, Document)
    assert isinstance(short, Document)
    assert not any("summary" in note for note in whole.notes)
    assert any("summary only" in note for note in short.notes)
    assert "only a headline" in str(bare)
    assert [whole.source_offset, short.source_offset, bare.source_offset] == [1, 2, 3]


def test_a_feed_that_is_cut_off() -> None:
    twice = RSS.replace(
        "<item>", "<item><title>First</title><description>" + P["e"] + "</description></item><item>"
    )
    found = items(twice[:-60], "feed.xml")
    assert [type(f) for f in found] == [Document, ReadProblem]
    assert "cut off" in str(found[1])


def test_entities_of_a_feed_are_not_followed() -> None:
    outside = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    data = RSS.replace("?><rss", f"?>{outside}<rss").replace("Border talks end", "Border &x; talks end")
    (d,) = documents(data, format="feed")
    assert d.title == "Border talks end"
    nested = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE rss [<!ENTITY l0 "lol">{nested}]>'
    data = RSS.replace("?><rss", f"?>{bomb}<rss").replace("Border talks end", "&l11;")
    assert all(len(str(f)) < 1000 for f in items(data, format="feed"))


def test_a_mail_with_a_poor_plain_part_and_an_attachment() -> None:
    mail = (
        "From: news@daily.example\r\nSubject: Border talks end\r\nDate: Mon, 3 May 2021 10:00:00 +0200\r\n"
        "Message-ID: <1@daily.example>\r\nMIME-Version: 1.0\r\n"
        "Content-Type: multipart/mixed; boundary=m\r\n\r\n"
        "--m\r\nContent-Type: multipart/alternative; boundary=a\r\n\r\n--a\r\n"
        "Content-Type: text/plain\r\n\r\nSee HTML.\r\n"
        f"--a\r\nContent-Type: text/html; charset=klingon\r\n\r\n<p>{P['a']}</p><p>{P['b']}</p>\r\n--a--\r\n"
        "--m\r\nContent-Type: application/pdf\r\n"
        "Content-Disposition: attachment; filename=map.pdf\r\n\r\n%PDF\r\n--m--\r\n"
    )
    (d,) = documents(mail, "x.eml")
    assert (d.text, d.outlet) == (f"{P['a']}\n\n{P['b']}", "daily.example")
    assert any("map.pdf" in note for note in d.notes)


def test_a_mail_whose_encoding_is_no_name() -> None:
    (d,) = documents(MAIL.replace("charset=utf-8", 'charset="u\0tf"'), "x.eml")
    assert d.text == P["a"]


def test_signs_of_markdown_go() -> None:
    data = (
        f"# Border talks end\n\n*3 May 2021*\n\n> {P['a']}\n\n![A map](m.png)\n\n- {P['b']}\n\n## More\n\n"
        f"| Place | Count |\n|---|---|\n| Town | 4 |\n\n{P['c'].replace('Traders', '**Traders**')}\n"
    )
    (d,) = documents(data, "x.md")
    assert (d.title, d.published) == ("Border talks end", DAY)
    for letter in "abc":
        assert P[letter] in d.text
    assert "map" not in d.text
    assert "*" not in d.text


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("plain &amp; simple", "plain & simple"),
        ("5 < 6 and 7 > 2", "5 < 6 and 7 > 2"),
        ("<p>one</p><p>two <b>bold</b></p>", "one\n\ntwo bold"),
        ("one<br>two<br/>three", "one\n\ntwo\n\nthree"),
        ("<ul><li>a</li><li>b</li></ul>", "a\n\nb"),
        ("a<script>alert(1)</script>b", "ab"),
        ("", ""),
        ("<>", "<>"),
        ("<!-- -->", ""),
    ],
)
def test_text_of_fragments(fragment: str, text: str) -> None:
    assert plain(fragment) == text


# --- web archives ------------------------------------------------------------------------------


def record(kind: str, url: str, block: bytes, type: str = "application/http;msgtype=response") -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:0>\r\n"
        "WARC-Date: 2021-05-04T00:00:00Z\r\n"
        + (f"WARC-Target-URI: {url}\r\n" if url else "")
        + f"Content-Type: {type}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def http(
    body: bytes, type: str = "text/html; charset=utf-8", status: str = "200 OK", extra: str = ""
) -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {type}\r\n{extra}Content-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


RECORDS = [
    record("warcinfo", "", b"software: test\r\n", "application/warc-fields"),
    record("request", "http://a.example/1", b"GET /1 HTTP/1.1\r\n\r\n", "application/http;msgtype=request"),
    record("response", "http://a.example/1", http(PAGE.encode())),
    record("response", "http://a.example/gone", http(b"", status="404 Not Found")),
    record(
        "response",
        "http://a.example/2",
        http(gzip.compress(PAGE.encode()), extra="Content-Encoding: gzip\r\n"),
    ),
    record("response", "http://a.example/3.png", http(b"\x89PNG", type="image/png")),
    record(
        "response",
        "http://a.example/4",
        http(PAGE.replace("Border", "Café").encode("cp1252"), type="text/html; charset=cp1252"),
    ),
    record("conversion", "http://a.example/5", TEXT.encode(), "text/plain"),
]


@pytest.mark.parametrize("packed", ["warc", "warc.gz", "warc.zst"])
def test_web_archives(packed: str) -> None:
    pack = {"warc": bytes, "warc.gz": gzip.compress, "warc.zst": zstandard.compress}[packed]
    parts = [pack(r) for r in RECORDS]
    starts = [sum(map(len, parts[:n])) for n in range(len(parts))]
    found = items(b"".join(parts), f"news.{packed}")
    assert [f.source_offset for f in found] == starts[2:]
    first, gone, second, picture, third, text = found
    for d, url in ((first, "1"), (second, "2"), (third, "4"), (text, "5")):
        assert isinstance(d, Document), d
        assert d.url == f"http://a.example/{url}"
        assert d.published == DAY
        assert P["a"] in d.text
    assert isinstance(gone, ReadProblem)
    assert isinstance(picture, ReadProblem)
    assert not gone.fault
    assert not picture.fault
    assert "answered 404" in str(gone)
    assert "image/png" in str(picture)
    assert isinstance(third, Document)
    assert third.title == "Café talks end"
    whole = items(b"".join(parts), "standard input")
    assert len(whole) == len(found), "the format must be known without a name"


@pytest.mark.parametrize("packed", [False, True])
def test_a_web_archive_that_is_cut_anywhere(packed: bool) -> None:
    parts = [gzip.compress(r) if packed else r for r in RECORDS]
    data = b"".join(parts)
    start = sum(map(len, parts[:4]))
    for cut in range(start + 20, start + len(parts[4]) - 30, 37):
        found = items(data[:cut], "news.warc.gz" if packed else "news.warc")
        assert isinstance(found[0], Document)
        assert "cut off" in str(found[-1]), (cut, found[-1])
        assert len(found) <= 4


def test_what_is_no_web_archive() -> None:
    assert "no pages" in str(problems(b"WARC/1.0\r\nnothing\r\n\r\n", "x.warc")[0])
    assert "no pages" in str(problems(RECORDS[0], "x.warc")[0])


def test_the_name_stays_the_documents_place(tmp_path: Path) -> None:
    (d,) = documents(json.dumps(ROW), str(tmp_path / "x.jsonl"))
    assert (d.source_file, d.source_offset) == (str(tmp_path / "x.jsonl"), 1)
