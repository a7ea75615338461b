from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading import ReadProblem, document_from_text, files_of, language_of, read, read_bytes
from dragoman.reading.chrome import credit_at_end, is_chrome
from dragoman.reading.datelines import byline, date_line, dateline
from dragoman.reading.files import LARGEST
from dragoman.reading.plain import read_plain
from dragoman.records import Document

BODY = (
    "Kenya's president met his Ugandan counterpart in Kampala on Sunday, officials said.\n\n"
    "The two leaders discussed a pipeline from the oil fields to the coast, and agreed to meet again "
    "in Nairobi before the end of the year, according to a statement that was published after the talks.\n\n"
    "Traders on both sides of the border welcomed the news."
)
TITLE = "Kenya and Uganda hold talks on pipeline"


def only(data: bytes | str, **known: object) -> Document:
    raw = data.encode() if isinstance(data, str) else data
    (found,) = read_bytes(raw, "report.txt", **known)  # type: ignore[arg-type]
    assert isinstance(found, Document), found
    return found


def problem(data: bytes) -> ReadProblem:
    (found,) = read_bytes(data, "report.txt")
    assert isinstance(found, ReadProblem), found
    return found


# --- title, date and body ----------------------------------------------------------------------


def test_title_date_and_body_are_found() -> None:
    d = only(f"{TITLE}\n\n3 May 2021\n\n{BODY}")
    assert (d.title, d.published, d.text, d.language) == (TITLE, dt.date(2021, 5, 3), BODY, "en")
    assert d.notes == ()


def test_furniture_goes_and_every_sentence_stays() -> None:
    head = [
        "Share",
        TITLE,
        "",
        TITLE,
        "Leaders of the two countries have met in the Ugandan capital to talk about oil, trade and the signi",
        "By Jane Roe and John Doe",
        "4 min read",
        "Published: 3 May, 2021 10:32 GMT",
        "Updated 3 hours ago",
        "The two presidents shook hands in front of State House [Getty]",
        "[Reuters]",
        "",
    ]
    tail = [
        "",
        "Advertisement",
        "Read more: What we know about the pipeline",
        "Reporting by Jane Roe; Editing by X Y",
    ]
    d = only("\n".join([*head, BODY, *tail, "© 2021 The Daily. All rights reserved."]))
    assert d.title == TITLE
    assert d.published == dt.date(2021, 5, 3)
    assert d.authors == ("Jane Roe", "John Doe")
    assert d.text == "The two presidents shook hands in front of State House\n\n" + BODY


def test_a_subhead_that_is_whole_is_text() -> None:
    subhead = "Leaders say that the route to the coast is settled"
    assert only(f"{TITLE}\n\n{subhead}\n\n{BODY}").text.startswith(subhead)


def test_a_known_title_and_date_win_and_the_titles_repeat_is_dropped() -> None:
    d = document_from_text(
        f"{TITLE}\n3 May 2021\n{BODY}", title=TITLE, published=dt.date(2021, 5, 4), outlet="The Daily"
    )
    assert (d.title, d.published, d.text, d.outlet) == (TITLE, dt.date(2021, 5, 4), BODY, "The Daily")


def test_a_known_title_that_is_a_sentence_does_not_become_text() -> None:
    d = document_from_text(BODY, title="Talks end. No deal was reached.")
    assert (d.title, d.text) == ("Talks end. No deal was reached.", BODY)


def test_a_bare_body_is_left_as_it_is() -> None:
    d = document_from_text(f"{TITLE}\n{BODY}", find_title=False)
    assert (d.title, d.text) == (None, f"{TITLE}\n{BODY}")


def test_one_sentence_is_a_body_and_no_title() -> None:
    d = only("Kenya's president met his Ugandan counterpart in Kampala")
    assert (d.title, d.text) == (None, "Kenya's president met his Ugandan counterpart in Kampala")


def test_the_sites_name_after_the_title_is_dropped_where_the_title_is_repeated() -> None:
    assert only(f"{TITLE} | The Daily\n\n{TITLE}\n\n{BODY}").title == TITLE
    assert only(f"{TITLE} | The Daily\n\n{BODY}").title == f"{TITLE} | The Daily"


def test_labels_and_a_source_line() -> None:
    d = only(f"Title: {TITLE}\nDate: 2021-05-03\nSource: The Daily Post\n\n{BODY}")
    assert (d.title, d.published, d.outlet, d.text) == (TITLE, dt.date(2021, 5, 3), "The Daily Post", BODY)


def test_no_date_is_said() -> None:
    d = only(f"{TITLE}\n\n{BODY}")
    assert d.published is None
    assert any("--published" in note for note in d.notes)


def test_lines_broken_to_fit_a_column_are_joined() -> None:
    import textwrap

    wrapped = "\n\n".join(textwrap.fill(p, 72) for p in BODY.split("\n\n"))
    d = only(f"{TITLE}\n\n3 May 2021\n\n{wrapped}")
    assert (d.title, d.text) == (TITLE, BODY)


def test_short_lines_that_are_not_broken_stay_apart() -> None:
    lines = (
        "Kenya's president met Uganda's.\nThey agreed on a pipeline.\nTraders welcomed the news.\nTalks go."
    )
    assert only(f"{TITLE}\n\n{lines}").text == lines


def test_line_ends_and_layout_signs_of_other_systems() -> None:
    d = only(
        f"{TITLE}\r\n\r\n3\u00a0May 2021\r\n\r\n"
        + BODY.replace("\n", "\r\n").replace("Kenya's", "Ke\u00adnya's")
    )
    assert (d.published, d.text) == (dt.date(2021, 5, 3), BODY)


def test_a_dateline_gives_place_agency_and_date() -> None:
    d = only(f"{TITLE}\n\nKAMPALA, May 3, 2021 (AFP) - {BODY}")
    assert (d.place, d.outlet, d.published, d.text) == ("Kampala", "AFP", dt.date(2021, 5, 3), BODY)


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    found = read_plain(text)
    assert found.body == found.body.strip()


@given(st.lists(st.sampled_from(BODY.replace("\n", " ").split()), min_size=12, max_size=60))
def test_reading_the_body_again_changes_nothing(words: list[str]) -> None:
    body = only(f"{TITLE}\n\n3 May 2021\n\n" + " ".join(words) + ", officials said in the capital.").text
    assert read_plain(body).body == body


# --- pieces ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("27 August, 2018", (2018, 8, 27)),
        ("Monday, August 27, 2018 4:05 PM EDT", (2018, 8, 27)),
        ("Published: 27th of August 2018 | Updated 10:15", (2018, 8, 27)),
        ("2018-08-27T10:20:00Z", (2018, 8, 27)),
        ("2018-08-27 10:20:00+03:00", (2018, 8, 27)),
        ("27/08/2018", (2018, 8, 27)),
        ("08/27/2018", (2018, 8, 27)),
        ("Sept. 5, 2018", (2018, 9, 5)),
        ("05 Sep 2018 16:04 GMT", (2018, 9, 5)),
        ("First published on Wed 5 Sep 2018 16.04 BST", (2018, 9, 5)),
    ],
)
def test_date_lines(line: str, day: tuple[int, int, int]) -> None:
    assert date_line(line) == dt.date(*day)


@pytest.mark.parametrize(
    "line",
    [
        "On 27 August 2018 the ministers of both countries signed a treaty.",
        "The war of 1998",
        "31/02/2018 is no day",
        "45 May 2018",
        "2018",
    ],
)
def test_lines_that_are_no_date_lines(line: str) -> None:
    assert date_line(line) is None


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Jane Roe", ("Jane Roe",)),
        ("by Jane Roe and John O'Dowd, Foreign Editor", ("Jane Roe", "John O'Dowd")),
        ("BY JANE ROE", ("JANE ROE",)),
        ("By Jane Roe | Reuters", ("Jane Roe",)),
        ("Jane Roe in Nairobi", ("Jane Roe",)),
        ("From our correspondent", ()),
        ("By Sunday the army had taken the town.", ()),
    ],
)
def test_bylines(line: str, authors: tuple[str, ...]) -> None:
    assert byline(line) == authors


@pytest.mark.parametrize(
    ("text", "place", "agency"),
    [
        ("KABUL, Afghanistan (AP) — The Taliban said", "Kabul", "AP"),
        ("BEIJING, Aug. 27 (Xinhua) -- China's", "Beijing", "Xinhua"),
        ("GENEVA – Talks", "Geneva", None),
        ("New York (CNN) - The council", "New York", "CNN"),
        ("(Reuters) - The council", None, "Reuters"),
        ("SAN JOSE, Costa Rica -- Voters", "San Jose", None),
        ("MOSCOW. April 2 (Interfax) - Russia", "Moscow", "Interfax"),
        ("GENEVA (3 May 2013) – Experts", "Geneva", None),
        ("Bogota, Jan 4 (EFE) The government", "Bogota", "EFE"),
        ("YEREVAN, MAY 6, ARMENPRESS. The premier", "Yerevan", "ARMENPRESS"),
        ("NUR-SULTAN. KAZINFORM – The president", "Nur-Sultan", "KAZINFORM"),
        ("ABU DHABI, 6th May, 2019 (WAM) -- The prince", "Abu Dhabi", "WAM"),
        ("Ciudad Juarez, Mexico, Jan 4 (EFE).- Gunmen", "Ciudad Juarez", "EFE"),
        ("RAMALLAH (Ma'an) -- Troops", "Ramallah", "Ma'an"),
        ("CAIRO – 6 May 2019: The president", "Cairo", None),
        ("May 6, 2010 (JUBA, South Sudan) - The army", "Juba", None),
        ("NEAR MOSUL, Iraq — Troops", "Mosul", None),
        ("BISHKEK (Reuters) -Kyrgyzstan said", "Bishkek", "Reuters"),
        ("AFP - Soldiers fled.", None, "AFP"),
        ("EXAMPLE.com - Soldiers fled.", None, "EXAMPLE.com"),
        ("Canadian Press - OTTAWA (CP) - Soldiers fled.", "Ottawa", "CP"),
    ],
)
def test_datelines(text: str, place: str | None, agency: str | None) -> None:
    found = dateline(text)
    assert found is not None
    assert (found.place, found.agency) == (place, agency)


def test_a_town_in_small_letters_before_its_country() -> None:
    is_land = {"South Sudan", "Philippines"}.__contains__
    found = dateline("Juba, South Sudan - Soldiers fled.", {"Juba"}.__contains__, is_land)
    assert found is not None
    assert (found.place, found.land) == ("Juba", "South Sudan")
    found = dateline("Cotabato City, Philippines - Eight men fled.", {"Cotabato"}.__contains__, is_land)
    assert found is not None
    assert found.place == "Cotabato City"
    assert dateline("Juba, Friday - Soldiers fled.", {"Juba"}.__contains__, is_land) is None


@pytest.mark.parametrize(
    "text",
    [
        "Talks - the third round this year - ended.",
        "Iran: the deal is off",
        "UN: civilians killed in Mali",
        "The army said on Sunday",
        "Russia and China - both members of the council - voted against.",
        "(NAN) – The senate met.",
        "Moscow. The army said",
    ],
)
def test_beginnings_that_are_no_dateline(text: str) -> None:
    assert dateline(text) is None


@pytest.mark.parametrize(
    "line", ["2 min read", "Share", "Image caption Troops near Goma", "ADVERTISEMENT", "***", "5 hours ago"]
)
def test_furniture(line: str) -> None:
    assert is_chrome(line)


@pytest.mark.parametrize(
    "line",
    [
        "Related attacks killed three people in Mosul.",
        "Save the Children suspended its work in Sudan.",
        "Video showed police beating protesters.",
        "World leaders met in New York.",
        "Watch groups accused the army of torture.",
        "Sources said that the talks had failed.",
        "Live fire was used against protesters in Yangon.",
    ],
)
def test_sentences_are_no_furniture(line: str) -> None:
    assert not is_chrome(line)


def test_credits_at_the_end_of_captions() -> None:
    caption = "Troops near Goma"
    for credit in (
        "[Getty]",
        "(Reuters)",
        "[File: Jane Roe/AFP]",
        "(Photo: Jane Roe)",
        "[Courtesy of the UN]",
    ):
        assert credit_at_end(f"{caption} {credit}") == len(caption), credit
    assert credit_at_end("The party (PKK) denied it") is None
    assert credit_at_end("He leads the party (PKK)") is None


# --- languages ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (BODY, "en"),
        ("Taliban kill 12 in Kabul", "en"),
        ("Le président français a rencontré le chancelier allemand à Berlin lundi.", "fr"),
        ("El presidente de México viajó a Washington para reunirse con empresarios.", "es"),
        ("Президент России встретился с министром обороны Турции в Анкаре.", "ru"),
        ("التقى الرئيس السوري وزير الدفاع الإيراني في دمشق يوم الأحد", "ar"),
        ("Rais wa Kenya alikutana na rais wa Uganda mjini Kampala siku ya Jumapili.", "sw"),
        ("Der Bundeskanzler traf sich mit dem Präsidenten in Paris zu Gesprächen über die Lage.", "de"),
        ("Hello", None),
        ("", None),
    ],
)
def test_languages(text: str, language: str | None) -> None:
    assert language_of(text) == language


def test_a_text_that_is_not_english_is_recognised_and_said() -> None:
    d = only("Le président français a rencontré le chancelier allemand à Berlin lundi.")
    assert d.language == "fr"
    assert any("'fr', not English: nothing is coded" in note for note in d.notes)


# --- input that cannot be read -----------------------------------------------------------------


@pytest.mark.parametrize("data", [b"", b"  \n\n\t ", b"\xef\xbb\xbf\n", "\u00a0\u3000\n".encode()])
def test_an_empty_file(data: bytes) -> None:
    assert "empty" in problem(data).reason


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x7fELF\x02\x01\x01" + bytes(60), "binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "binary"),
        (bytes(range(1, 32)) * 40, "binary"),
        (b"%PDF-1.7\n...", "PDF"),
        (b"PK\x03\x04....", "ZIP"),
        (b"  <!DOCTYPE HTML><html><body><script>x()</script>", "HTML"),
        (b"\x1f\x8b\x08....", "gzip"),
        ("utf-16 without a mark".encode("utf-16-le"), "binary"),
    ],
)
def test_a_file_that_is_no_text(data: bytes, kind: str) -> None:
    assert kind in problem(data).reason


def test_other_encodings_are_read_and_noted() -> None:
    text = (
        f"{TITLE}\n\nThe café in Zürich – “neutral ground” – hosted the talks between both sides on Sunday."
    )
    d = only(text.encode("cp1252"))
    assert d.text == text.split("\n\n")[1]
    assert any("not UTF-8 at byte" in note and "Windows-1252" in note for note in d.notes)
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        assert only(text.encode(encoding)).text == d.text


def test_an_encoding_that_cannot_be_guessed() -> None:
    assert "encoding is unknown" in problem(bytes([0x81, 0x8D, 0x8F, 0x90, 0x41]) * 50).reason
    assert "encoding is unknown" in problem(b"\xff\xfe" + b"\x00\xd8" * 20).reason


def test_a_line_of_fifty_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"word " * 10_000_000)
    (found,) = read(path)
    assert isinstance(found, ReadProblem)
    assert f"larger than {LARGEST // 1024**2} MB" in found.reason
    (found,) = read_bytes(b"word " * 1_000_000, "standard input")
    assert isinstance(found, ReadProblem)
    assert "a line of 5,000,000 characters" in found.reason


def test_missing_and_unreadable_paths(tmp_path: Path) -> None:
    (found,) = read(tmp_path / "nowhere.txt")
    assert str(found) == f"{tmp_path}/nowhere.txt: there is no such file or folder; check the path"
    (tmp_path / "empty").mkdir()
    (found,) = read(tmp_path / "empty")
    assert isinstance(found, ReadProblem)
    assert "no files that are read" in found.reason
    (found,) = read(tmp_path / ("x" * 5000))
    assert isinstance(found, ReadProblem)


def test_a_folder_is_read_in_order_and_a_bad_file_does_not_stop_it(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name, content in (
        ("b.txt", b""),
        ("a.txt", BODY.encode()),
        ("sub/c.md", BODY.encode()),
        (".hidden", b"x"),
    ):
        (tmp_path / name).write_bytes(content)
    (tmp_path / "picture.png").write_bytes(b"x")
    assert [p.name for p in files_of(tmp_path)] == ["a.txt", "b.txt", "c.md"]
    assert [type(x) for x in read(tmp_path)] == [Document, ReadProblem, Document]


@given(st.binary(max_size=400))
def test_any_bytes_give_a_document_or_a_problem(data: bytes) -> None:
    (found,) = read_bytes(data, "x")
    assert isinstance(found, (Document, ReadProblem))
    assert str(found)


def test_a_problem_says_where() -> None:
    assert (
        str(ReadProblem("x.txt", "is binary", "give text", 1234))
        == "x.txt at byte 1,234: is binary; give text"
    )
