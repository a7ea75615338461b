from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_knowledge import compiled, write_tables

from dragoman.knowledge import tables
from dragoman.knowledge.check import check_data


def append(path: Path, line: str) -> int:
    text = path.read_text(encoding="utf-8")
    path.write_text(text + line + "\n", encoding="utf-8")
    return text.count("\n") + 1


GOOD = "person:x\tXavier Good\t\tFRA\tforeign-minister\tMinister\t2001\t2002\t\t\town"


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("person:x\ttoo few", "2 fields where the header has 11"),
        (GOOD.replace("2001", "20010"), "start: not a date"),
        (GOOD.replace("2001", "2001-13"), "start: no such day"),
        (GOOD.replace("2001", "2001-02-30"), "start: no such day"),
        (GOOD.replace("2001", "2001-02-29"), "start: no such day"),
        (GOOD.replace("2001", "2003"), "starts 2003 after it ends 2002"),
        (GOOD.replace("Xavier Good", ""), "no person"),
        (GOOD + "\t\t", "13 fields"),
    ],
)
def test_a_malformed_row_is_reported_and_the_rest_load(data: Path, row: str, message: str) -> None:
    line = append(data / "terms/europe.tsv", row)
    append(data / "terms/europe.tsv", GOOD.replace("person:x", "person:y").replace("Xavier", "Yves"))
    loaded = tables.read_all(data)
    assert [(p.file, p.line) for p in loaded.problems] == [("terms/europe.tsv", line)]
    assert message in loaded.problems[0].message
    assert len(loaded.rows["terms"]) == 6
    assert compiled(data).lookup("Yves Good", None)[0].actor_id == "person:y"


@pytest.mark.parametrize(
    ("file", "row", "message"),
    [
        (
            "places/cities.tsv",
            "3\tNowhere\t\tFRA\t\tnorth\t4.0\t10\tcity\town",
            "latitude: not a number: 'north'",
        ),
        (
            "places/cities.tsv",
            "3\tNowhere\t\tFRA\t\t4.0\t4.0\tmany\tcity\town",
            "population: not a number: 'many'",
        ),
        ("offices.tsv", "consul\tConsul\t\tGOV\tfirst\town", "rank: not a number: 'first'"),
    ],
)
def test_a_number_that_is_none_is_reported_and_the_rest_load(
    data: Path, file: str, row: str, message: str
) -> None:
    line = append(data / file, row)
    (problem,) = tables.read_all(data).problems
    assert (problem.file, problem.line, problem.message) == (file, line, message)
    assert compiled(data).places("Lyon")


def test_bytes_that_are_not_utf8_are_reported(data: Path) -> None:
    path = data / "roles.tsv"
    path.write_bytes(path.read_bytes() + b"caf\xe9\tCVL\tperson\town\n")
    (problem,) = tables.read_all(data).problems
    assert str(problem) == "roles.tsv:8: error: not UTF-8"


def test_a_header_without_a_column_is_one_problem(data: Path) -> None:
    (data / "roles.tsv").write_text("phrase\tkind\npolice\tgroup\n", encoding="utf-8")
    loaded = tables.read_all(data)
    assert [str(p) for p in loaded.problems] == ["roles.tsv:1: error: header lacks sectors, source"]


def test_comments_empty_lines_and_windows_line_ends_are_read_over(data: Path) -> None:
    path = data / "roles.tsv"
    path.write_bytes(
        b"\xef\xbb\xbf# source: theirs\r\n\r\n" + path.read_bytes().replace(b"\n", b"\r\n") + b"# end\r\n"
    )
    loaded = tables.read_all(data)
    assert not loaded.problems
    assert loaded.rows["roles"][0].line == 4
    assert {r["source"] for r in loaded.rows["roles"]} == {"own"}


def test_the_default_source_fills_empty_cells(data: Path) -> None:
    (data / "roles.tsv").write_text("# source: theirs\nphrase\tsectors\tkind\tsource\nimam\tREL\tperson\t\n")
    assert tables.read_all(data).rows["roles"][0]["source"] == "theirs"


@pytest.mark.parametrize(
    ("file", "row", "message"),
    [
        ("terms/europe.tsv", GOOD[:-3], "no source"),
        ("terms/europe.tsv", GOOD.replace("FRA", "FRX"), "no such country: FRX"),
        ("terms/europe.tsv", GOOD.replace("foreign-minister", "bishop-of-rome"), "office bishop-of-rome is not defined"),
        ("terms/europe.tsv", GOOD.replace("\t\town", "\torg:gone\town"), "organisation org:gone is not defined"),
        ("organisations/groups.tsv", "org:red-hand\tOther\t\tparty\tFRA\tPTY\t\t\t\t\town", "id org:red-hand is already at"),
        ("organisations/groups.tsv", "org:x\tX Party\t\tparty\tFRA\tPXY\t\t\t\t\town", "no such sector: PXY"),
        ("organisations/groups.tsv", "org:x\tX Party\t\tparty\tFRA\tPTY\torg:gone\t\t\t\town", "parent org:gone is not defined"),
        ("organisations/groups.tsv", "org:x\tX Party\t\tparty\tFRA\tPTY\torg:x\t\t\t\town", "is its own parent"),
        ("organisations/groups.tsv", "org:x\tX Party\tRHB\tparty\tFRA\tPTY\t\t\t\t\town", "'rhb' also names org:red-hand"),
        ("organisations/groups.tsv", "org:x\tPolice\t\tparty\tFRA\tPTY\t\t\t\t\town", "'Police' is a common word"),
        ("terms/europe.tsv", "person:x\tX Usurper\t\tRUS\thead-of-state\tPresident\t2003\t2006\t\t\town", "overlaps Anna Petrova"),
        ("terms/europe.tsv", "person:anna-petrova\tJohn Smith\t\tRUS\tspokesperson\tSpokesman\t1999\t1999\t\t\town", "person:anna-petrova is"),
        ("roles.tsv", "Armies\tMIL\tgroup\town", "phrase 'Armies' is already at line"),
    ],
)  # fmt: skip
def test_check_reports_with_file_and_line(data: Path, file: str, row: str, message: str) -> None:
    (data / "states.tsv").write_text(
        (data / "states.tsv").read_text().replace("country:RUS\town\n", "\town\n", 1)
    )
    before = set(check_data(data))
    line = append(data / file, row)
    found = [p for p in check_data(data) if p not in before]
    assert any(message in p.message and (p.file, p.line) == (file, line) for p in found), found


def test_a_parent_cycle_of_two_is_found(data: Path) -> None:
    append(data / "organisations/groups.tsv", "org:a\tAlpha Front\t\tparty\tFRA\tPTY\torg:b\t\t\t\town")
    append(data / "organisations/groups.tsv", "org:b\tBeta Front\t\tparty\tFRA\tPTY\torg:a\t\t\t\town")
    found = [p.message for p in check_data(data) if "own parent" in p.message]
    assert found == ["is its own parent: org:a > org:b > org:a", "is its own parent: org:b > org:a > org:b"]


@given(st.lists(st.text(st.characters(exclude_characters="\r\n", codec="utf-8"), max_size=30), max_size=20))
def test_no_file_stops_the_reading(tmp_path_factory: pytest.TempPathFactory, lines: list[str]) -> None:
    folder = write_tables(tmp_path_factory.mktemp("data"))
    path = folder / "roles.tsv"
    path.write_text(path.read_text() + "\n".join(lines), encoding="utf-8")
    loaded = tables.read_all(folder)
    assert len(loaded.rows["roles"]) >= 6
    assert len(loaded.rows["states"]) == 5


@pytest.mark.parametrize(("text", "first", "last"), [("2001", 20010101, 20011231), ("2001-02", 20010201, 20010231),
                                                    ("2001-02-03", 20010203, 20010203), ("", 0, 99999999),
                                                    ("?", 0, 99999999)])  # fmt: skip
def test_days(text: str, first: int, last: int) -> None:
    assert (tables.first_day(text), tables.last_day(text)) == (first, last)
