"""Importing a Wikidata dump: what it tells, where it goes on, what it does with damage."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from small_dump import ENTITIES, dump, entity, item, said, when, write_dump
from typer.testing import CliRunner

from dragoman.cli.knowledge import app
from dragoman.knowledge import Knowledge
from dragoman.knowledge.check import check_rows
from dragoman.knowledge.tables import read_all, read_extra
from dragoman.knowledge.wikidata import DumpError, Progress, read_dump, write_tables
from dragoman.knowledge.wikidata import harvest as harvesting
from dragoman.knowledge.wikidata.entities import may_tell, parse
from dragoman.knowledge.wikidata.harvest import WORK
from dragoman.knowledge.wikidata.stream import DumpLines, Place

run = CliRunner()
SUFFIXES = [".json", ".bz2", ".gz", ".zst"]


def tables(folder: Path) -> dict[str, str]:
    return {p.name: p.read_text(encoding="utf-8") for p in sorted(folder.glob("*.tsv"))}


def terms(folder: Path) -> list[list[str]]:
    return [line.split("\t") for line in tables(folder)["terms.tsv"].splitlines()[3:]]


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("members", [1, 4])
def test_what_a_dump_tells(base: Knowledge, tmp_path: Path, suffix: str, members: int) -> None:
    source = write_dump(tmp_path / f"dump{suffix}", members)
    found = read_dump(str(source), tmp_path / "out")
    written = write_tables(found, base, tmp_path / "out")
    assert (found.entities, found.problems) == (len(ENTITIES), 0)
    rows = [[r[0], r[3], r[4], r[6], r[7]] for r in terms(tmp_path / "out")]
    assert rows == [
        ["person:ola-testnes", "NOR", "foreign-minister", "2031-02-03", "2033-10"],
        ["person:pilar-ensayo", "ESP", "defence-minister", "2027-01-01", "2030-05-06"],
        ["person:pilar-ensayo", "ESP", "mayor", "1950", "1951-07-08"],
        ["person:kari-prove", "NOR", "foreign-minister", "2034-01-01", ""],
        ["person:kari-prove", "NOR", "minister", "2020", "?"],
    ]
    assert written.left_out["terms whose position is not in the dump"] == 1
    assert written.left_out["bodies whose name means something else"] == 1
    assert (
        "Q503\tPresident of the Hillside Bowling Club\t1"
        in tables(tmp_path / "out")["positions-not-understood.tsv"]
    )
    assert "Q506\tKeeper of the Quaich\t1" in tables(tmp_path / "out")["positions-not-understood.tsv"]
    (party,) = tables(tmp_path / "out")["organisations.tsv"].splitlines()[3:]
    assert party.startswith("org:fjord-rescue-party\tFjord Rescue Party\tFRP of the fjords\tparty\tNOR\tPTY")
    assert "outlet:fjordposten" in tables(tmp_path / "out")["outlets.tsv"]


def test_what_is_written_passes_our_own_check(base: Knowledge, tmp_path: Path) -> None:
    found = read_dump(str(write_dump(tmp_path / "dump.gz")), tmp_path)
    write_tables(found, base, tmp_path)
    loaded = read_all()
    before = len(list(check_rows(loaded)))
    for name in ("terms.tsv", "organisations.tsv", "outlets.tsv"):
        extra = read_extra(tmp_path / name)
        assert not extra.problems
        for table, rows in extra.rows.items():
            loaded.rows[table] += rows
    assert [p for p in list(check_rows(loaded))[before:] if p.severity == "error"] == []


def test_since_leaves_out_what_ended_before(base: Knowledge, tmp_path: Path) -> None:
    found = read_dump(str(write_dump(tmp_path / "dump.json")), tmp_path)
    written = write_tables(found, base, tmp_path, since=2000)
    assert "mayor" not in [row[4] for row in terms(tmp_path)]
    assert written.left_out["terms that ended before 2000"] == 1


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("members", [1, 5])
def test_a_run_that_was_killed_goes_on(
    base: Knowledge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, members: int
) -> None:
    source = write_dump(tmp_path / f"dump{suffix}", members)
    write_tables(read_dump(str(source), tmp_path / "whole"), base, tmp_path / "whole")
    monkeypatch.setattr(harvesting, "_EVERY_SECONDS", -1.0)
    stopped = 0
    for last in range(1, 40):
        # every run dies a little further on, in the middle of its work, and keeps what it had committed
        seen = 0

        class Killed(Exception):
            pass

        def reading(line: bytes, last: int = last) -> bool:
            nonlocal seen
            seen += 1
            if seen > last:
                raise Killed
            return may_tell(line)

        monkeypatch.setattr(harvesting, "may_tell", reading)
        try:
            found = read_dump(str(source), tmp_path / "parts")
        except Killed:
            stopped += 1
            continue
        break
    assert stopped > 2
    assert found.entities == len(ENTITIES)
    write_tables(found, base, tmp_path / "parts")
    assert tables(tmp_path / "parts") == tables(tmp_path / "whole")


@pytest.mark.parametrize("suffix", SUFFIXES)
@given(data=st.binary(max_size=200), members=st.integers(1, 4), stop=st.integers(0, 20))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
def test_reading_goes_on_at_any_line(
    tmp_path: Path, suffix: str, data: bytes, members: int, stop: int
) -> None:
    assume(suffix != ".json" or not data.startswith((b"\x1f\x8b", b"\x28\xb5\x2f\xfd")))  # it is no text
    source = write_dump(tmp_path / f"any{suffix}", members, data + b"\nend")
    whole = list(DumpLines(str(source)))
    assert whole == (data + b"\nend").split(b"\n")
    reader = DumpLines(str(source))
    first = [line for _, line in zip(range(stop), reader, strict=False)]
    rest = list(DumpLines(str(source), reader.place))
    assert first + rest == whole


def test_a_line_may_begin_like_a_compressed_file(tmp_path: Path) -> None:
    source = write_dump(tmp_path / "any.json", 1, b"BZhang\nend")
    assert list(DumpLines(str(source))) == [b"BZhang", b"end"]


def test_many_members_are_entered_in_the_middle(tmp_path: Path) -> None:
    source = write_dump(tmp_path / "dump.bz2", members=6)
    reader = DumpLines(str(source))
    places = [reader.place for _ in reader]
    assert len({p.member for p in places}) > 3
    assert all(a.content < b.content for a, b in pairwise(places))
    again = DumpLines(str(source), places[-3])
    assert len(list(again)) == 2


@pytest.mark.parametrize("suffix", SUFFIXES[1:])
def test_a_dump_that_is_cut_short_is_reported_and_goes_on_when_it_is_whole(
    base: Knowledge, tmp_path: Path, suffix: str
) -> None:
    source = write_dump(tmp_path / f"dump{suffix}", members=3)
    whole = source.read_bytes()
    source.write_bytes(whole[: len(whole) * 2 // 3 + 20])
    with pytest.raises(DumpError, match="ends in the middle"):
        read_dump(str(source), tmp_path / "out")
    source.write_bytes(whole)
    assert read_dump(str(source), tmp_path / "out").entities == len(ENTITIES)


@pytest.mark.parametrize("suffix", SUFFIXES[1:])
def test_damage_is_reported_with_its_place(tmp_path: Path, suffix: str) -> None:
    source = write_dump(tmp_path / f"dump{suffix}", members=2)
    data = bytearray(source.read_bytes())
    data[len(data) // 4 : len(data) // 4 + 40] = b"\xff" * 40
    source.write_bytes(data)
    with pytest.raises(DumpError, match=r"(damaged near byte|ends in the middle, at byte) \d+"):
        read_dump(str(source), tmp_path / "out")


def test_unreadable_lines_are_reported_and_the_rest_is_read(tmp_path: Path) -> None:
    lines = [*ENTITIES[:3], '{"id": "Q9", "claims": {"P39": [', "<html>", *ENTITIES[3:]]
    source = write_dump(tmp_path / "dump.json", content=dump(lines))
    answer = run.invoke(app, ["import", "wikidata", str(source), "--output", str(tmp_path / "out")])
    assert answer.exit_code == 1
    assert f"{source}:5: not read" in answer.output
    assert f"{source}:6: not read: not a JSON object" in answer.output
    assert "5 rows" in answer.output
    assert not (tmp_path / "out" / WORK).exists()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "no entity in it"),
        (b"one\ntwo\n" * 900, "1000 lines and no entity"),
        (b"[\n]\n", "no entity in it"),
    ],
)
def test_a_file_that_is_no_dump(tmp_path: Path, content: bytes, message: str) -> None:
    source = tmp_path / "dump.json"
    source.write_bytes(content)
    answer = run.invoke(app, ["import", "wikidata", str(source), "--output", str(tmp_path / "out")])
    assert answer.exit_code == 1
    assert message in answer.output


def test_a_missing_dump(tmp_path: Path) -> None:
    answer = run.invoke(
        app, ["import", "wikidata", str(tmp_path / "no.bz2"), "--output", str(tmp_path / "o")]
    )
    assert answer.exit_code == 1
    assert "cannot be opened" in answer.output


@pytest.mark.parametrize("line", ENTITIES)
def test_the_look_at_the_bytes_misses_nothing(line: str) -> None:
    assert may_tell(line.encode()) or parse(line.encode()) is None


@given(st.text(max_size=60))
def test_no_line_stops_the_reading(text: str) -> None:
    try:
        parse(text.encode())
    except (ValueError, RecursionError):
        return


def test_times_are_as_sure_as_the_dump_says() -> None:
    line = entity(
        7, "A", P31=item(5), P39=[said(item(1), P580={"time": "+1900-01-01T00:00:00Z", "precision": 7})]
    )
    found = parse(line.encode())
    assert found is not None
    assert (found.held[0].start, found.held[0].end) == ("?", "?")
    line = entity(7, "A", P31=item(5), P39=[said(item(1), P580=when("1999-05"))])
    found = parse(line.encode())
    assert found is not None
    assert (found.held[0].start, found.held[0].end) == ("1999-05", "?")


def test_every_later_run_reads_what_was_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_KNOWLEDGE", str(tmp_path / "own"))
    source = write_dump(tmp_path / "dump.bz2")
    answer = run.invoke(app, ["import", "wikidata", str(source)])
    assert answer.exit_code == 0, answer.output
    (tmp_path / "own" / "mine.tsv").write_text(
        "name\tvariants\tkind\tcountry\tsectors\tstart\tend\nFjord Rescue Party\t\tparty\tSWE\tPTY\t\t\n"
    )
    base = Knowledge.load()
    day = dt.date(2032, 1, 1)
    assert base.resolve("Norwegian Foreign Minister Testnes", day)[0].actor_id == "person:ola-testnes"
    assert base.resolve("Hamas", dt.date(2014, 1, 1))[0].actor_id == "org:hamas"
    assert base.resolve("Norway", dt.date(2014, 1, 1))[0].actor_id == "country:NOR"
    assert base.resolve("Fjord Rescue Party", day)[0].country == "SWE"


def test_a_large_import_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_KNOWLEDGE", str(tmp_path / "own"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr("dragoman.knowledge.extend.SMALL", 0)
    run.invoke(app, ["import", "wikidata", str(write_dump(tmp_path / "dump.bz2"))])
    first = Knowledge.load()
    kept = list((tmp_path / "cache" / "dragoman").glob("extended-*"))
    second = Knowledge.load()
    assert len(kept) == 1
    assert list((tmp_path / "cache" / "dragoman").glob("extended-*")) == kept
    assert first.version == second.version != Knowledge.load(own=False).version
    assert (
        second.lookup("Ola Testnes", dt.date(2032, 1, 1))[0].office == "Minister of Foreign Affairs of Norway"
    )


def test_progress_names_share_and_rate(tmp_path: Path) -> None:
    reports: list[Progress] = []
    read_dump(str(write_dump(tmp_path / "dump.gz")), tmp_path / "out", reports.append)
    assert reports[-1].entities == len(ENTITIES)
    assert reports[-1].read == reports[-1].size


def test_another_dump_starts_anew(tmp_path: Path) -> None:
    one = write_dump(tmp_path / "one.json")
    other = write_dump(tmp_path / "other.json", content=dump(ENTITIES[:4]))
    read_dump(str(one), tmp_path / "out").connection.close()
    found = read_dump(str(other), tmp_path / "out")
    assert found.entities == 4
    assert Place() == Place(0, 0, 0, 0)
