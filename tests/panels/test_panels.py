from __future__ import annotations

import csv
import datetime as dt
import json
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from dragoman.cli import commands
from dragoman.cli.app import app
from dragoman.exporting.panels import PanelError, PanelSpec, panel, write_panel
from dragoman.exporting.panels.items import gid
from dragoman.records import EventPlace, Magnitude
from dragoman.store import Store, reviews
from dragoman.store.filters import Filter
from tests.panels.world import stored, told

JUBA = EventPlace("Juba", "SSD", "Central Equatoria", 4.85, 31.58, 373303, None, "city")
Row = dict[str, Any]


def rows(path: Path, spec: PanelSpec) -> list[Row]:
    with Store.open(path, read_only=True) as store, panel(store, spec) as made:
        return [dict(zip(made.columns, row, strict=True)) for row in made.fetchall()]


def run(*arguments: object) -> Any:
    commands.register(app)
    return CliRunner().invoke(app, [str(a) for a in arguments])


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return stored(
        tmp_path_factory.mktemp("panels") / "events.duckdb",
        [
            told("1", "2011-06-15", "SDN", "SSD", "ASSAULT"),
            told("2", "2011-07-20", "SDN", "SSD", "ASSAULT", place=JUBA, magnitude=Magnitude(12, 3)),
            told("3", "2011-08-02", "SSD UGA", outlet="The Daily"),
            told("4", "2003-05-05", "SRB", "USA", "ACCUSE"),
            told("5", "2010-05-05", "SRB", "USA", "ACCUSE", status="denied"),
            told("6", "2011-08-20", "PSE", "ISR", "REQUEST"),
            told("7", "2011-08-21", "USA", "USA", "PROTEST"),
        ],
    )


# --- births and ends of states ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("system", "code", "by", "first", "last"),
    [
        ("GW", 626, "month", "2011-07-01", None),  # South Sudan, 9 July 2011
        ("GW", 626, "day", "2011-07-09", None),
        ("COW", 626, "day", "2011-07-09", None),
        ("GW", 345, "month", None, "2006-06-01"),  # Yugoslavia, until 4 June 2006
        ("GW", 345, "day", None, "2006-06-04"),
        ("GW", 340, "day", "2006-06-05", None),  # Serbia
        ("GW", 860, "day", "2002-05-20", None),  # East Timor
    ],
)
def test_no_state_before_its_birth_or_after_its_end(
    store: Path, system: Any, code: int, by: Any, first: str | None, last: str | None
) -> None:
    spec = PanelSpec(
        by=by, system=system, since=dt.date(2002, 1, 1), until=dt.date(2012, 12, 31), measures=()
    )
    days = [r["period_start"] for r in rows(store, spec) if r[system.lower()] == code]
    assert days[0] == dt.date.fromisoformat(first or "2002-01-01")
    assert days[-1] == dt.date.fromisoformat(last or ("2012-12-01" if by == "month" else "2012-12-31"))
    step = PanelSpec(by=by, since=days[0], until=days[-1], measures=())
    assert len(days) == len({r["period_start"] for r in rows(store, step)}), "a gap"


def test_the_end_of_the_range_is_not_after_a_birth_in_the_same_month(store: Path) -> None:
    spec = PanelSpec(since=dt.date(2011, 7, 1), until=dt.date(2011, 7, 8), measures=())
    assert not [r for r in rows(store, spec) if r["iso3"] == "SSD"]


@pytest.mark.parametrize(
    ("year", "there", "gone"),
    [(1989, {"DDR", "YMD", "CSK"}, {"CZE", "UKR"}), (1995, {"CZE", "UKR", "ERI"}, {"DDR", "YMD", "CSK"})],
)
def test_the_states_of_a_year(store: Path, year: int, there: set[str], gone: set[str]) -> None:
    spec = PanelSpec(by="year", since=dt.date(year, 1, 1), until=dt.date(year, 12, 31), measures=())
    codes = [r["iso3"] for r in rows(store, spec)]
    assert there <= set(codes)
    assert not gone & set(codes)


def test_an_event_before_a_birth_does_not_count_for_the_unborn(store: Path) -> None:
    spec = PanelSpec(since=dt.date(2011, 6, 1), until=dt.date(2011, 8, 31))
    counted = {(r["iso3"], r["month"]): r["n"] for r in rows(store, spec)}
    assert counted["SDN", 6] == 1
    assert ("SSD", 6) not in counted
    assert counted["SSD", 7] == 1
    assert counted["SSD", 8] == 1
    assert counted["KEN", 7] == 0


def test_a_code_counts_for_the_member_that_it_was_part_of(store: Path) -> None:
    gw = {(r["gw"], r["year"]): r for r in rows(store, PanelSpec(by="year")) if r["n"]}
    assert gw[345, 2003]["n_accuse"] == 1
    assert gw[340, 2010]["n_accuse"] == 1
    cow = {(r["cow"], r["year"]): r for r in rows(store, PanelSpec(by="year", system="COW"))}
    assert cow[345, 2003]["n_accuse"] == cow[345, 2010]["n_accuse"] == 1
    assert (cow[345, 2003]["iso3"], cow[345, 2010]["iso3"], cow[345, 2010]["gw"]) == ("YUG", "SRB", 340)


# --- what is counted ----------------------------------------------------------------------------


def test_the_numbers_of_one_month(store: Path) -> None:
    spec = PanelSpec(since=dt.date(2011, 7, 1), until=dt.date(2011, 7, 31))
    (sudan,) = [r for r in rows(store, spec) if r["iso3"] == "SDN"]
    assert sudan["month_id"] == 379  # ViEWS: January 1980 is 1
    assert (sudan["n"], sudan["n_assault"], sudan["quad_4"], sudan["cameo_19"]) == (1, 1, 1, 1)
    assert (sudan["status_asserted"], sudan["status_denied"], sudan["n_outlets"]) == (1, 0, 1)
    assert (sudan["killed_min"], sudan["killed_max"], sudan["injured_max"], sudan["size_max"]) == (
        12,
        12,
        3,
        0,
    )
    assert sudan["plover_sum"] == sudan["plover_mean"] == -9
    (kenya,) = [r for r in rows(store, spec) if r["iso3"] == "KEN"]
    assert (kenya["n"], kenya["plover_sum"], kenya["plover_mean"]) == (0, 0, None)


def test_dyads_have_a_direction_and_meetings_have_both(store: Path) -> None:
    found = {
        (r["actor_iso3"], r["recipient_iso3"], r["month_id"]): r["n"]
        for r in rows(store, PanelSpec(unit="dyad", since=dt.date(2011, 6, 1)))
    }
    assert found["SDN", "SSD", 379] == 1
    assert ("SSD", "SDN", 379) not in found
    assert ("SDN", "SSD", 378) not in found
    assert found["SSD", "UGA", 380] == found["UGA", "SSD", 380] == 1
    assert found["SSD", "UGA", 379] == 0
    pairs = rows(store, PanelSpec(unit="undirected-dyad", since=dt.date(2011, 6, 1)))
    assert sum(r["n"] for r in pairs) == 2
    assert all(r["gw_1"] < r["gw_2"] for r in pairs)


def test_all_pairs_are_both_members(store: Path) -> None:
    days = {"since": dt.date(2011, 6, 1), "until": dt.date(2011, 7, 31), "measures": ()}
    states = [len([r for r in rows(store, PanelSpec(**days)) if r["month"] == m]) for m in (6, 7)]
    pairs = rows(store, PanelSpec(unit="dyad", fill="all", **days))
    assert len(pairs) == sum(n * (n - 1) for n in states)
    assert states[1] == states[0] + 1


def test_regions_cells_and_actors(store: Path) -> None:
    july = {"since": dt.date(2011, 7, 1), "until": dt.date(2011, 8, 31)}
    region = rows(store, PanelSpec(unit="admin1", **july))
    assert [(r["iso3"], r["admin1"], r["n"]) for r in region] == [
        ("SSD", "Central Equatoria", 1),
        ("SSD", "Central Equatoria", 0),
    ]
    cell = rows(store, PanelSpec(unit="prio-grid", **july))[0]
    assert (cell["gid"], cell["xcoord"], cell["ycoord"]) == (189 * 720 + 423 + 1, 31.75, 4.75)
    actors = rows(store, PanelSpec(unit="actor", side="recipient", fill="none", **july))
    assert {r["actor_id"] for r in actors} == {"country:SSD", "country:ISR", "country:USA"}


@pytest.mark.parametrize(
    ("latitude", "longitude", "cell"),
    [(-90, -180, 1), (-89.6, -179.4, 2), (-89.5, -180, 721), (90, 180, 259200), (0.31, 32.58, 130026)],
)
def test_prio_grid_cells(latitude: float, longitude: float, cell: int) -> None:
    assert duckdb.sql(f"SELECT {gid(str(latitude), str(longitude))}").fetchall() == [(cell,)]


def test_filters_and_reviews(store: Path, tmp_path: Path) -> None:
    asserted = rows(store, PanelSpec(by="year", filter=Filter(statuses=("asserted",))))
    assert sum(r["n"] for r in asserted if r["iso3"] == "SRB") == 0
    path = stored(tmp_path / "own.duckdb", [told("a", "2011-01-01"), told("b", "2011-01-02")])
    with Store.open(path) as opened:
        reviews.add(opened.connection, reviews.new_review("M. Reader", "da", "ma", "reject"))
        reviews.add(opened.connection, reviews.new_review("M. Reader", "db", "mb", "confirm"))
    for weight in ("events", "mentions"):
        counts = {
            how: sum(r["n"] for r in rows(path, PanelSpec(weight=weight, filter=Filter(reviewed=how))))
            for how in ("all", "confirmed", "unrejected")
        }
        assert counts["confirmed"] == counts["unrejected"] == 1
        assert counts["all"] >= 1
    with Store.open(path) as opened:
        put = {"event_type": "ACCUSE", "actors": [{"text": "Kenya", "code": "KEN"}]}
        reviews.add(opened.connection, reviews.new_review("M. Reader", "db", "mb", "correct", put=put))
    for weight in ("events", "mentions"):
        made = rows(path, PanelSpec(weight=weight, filter=Filter(reviewed="confirmed")))
        assert {r["iso3"]: r["n_accuse"] for r in made if r["n"]} == {"KEN": 1}


def test_a_panel_has_a_manifest_that_makes_it_again(store: Path, tmp_path: Path) -> None:
    for n, words in enumerate((
        ("--since", "2011", "--status", "asserted", "--licence", "CC0"),
        ("--unit", "dyad", "--by", "year", "--system", "COW", "--measure", "types,scores"),
        ("--weight", "mentions", "--unit", "actor", "--side", "actor", "--reviewed", "unrejected"),
    )):  # fmt: skip
        path = tmp_path / f"{n}.csv"
        assert run("panel", "--store", store, "--output", path, *words).exit_code == 0
        manifest = json.loads(path.with_name(f"{n}.csv.manifest.json").read_text(encoding="utf-8"))
        assert (manifest["format"], manifest["files"][0]["name"]) == ("panel", f"{n}.csv")
        assert manifest["counts"]["counted"] <= manifest["counts"][manifest["unit"]]
        again = run("reproduce", f"{path}.manifest.json")
        assert again.exit_code == 0, again.output
    assert "since" in json.loads((tmp_path / "0.csv.manifest.json").read_text(encoding="utf-8"))["filters"]
    path = tmp_path / "0.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("SSD", "SSX"), encoding="utf-8")
    said = run("reproduce", f"{path}.manifest.json")
    assert said.exit_code == 1
    assert "was changed after it was made" in said.output


# --- sums -----------------------------------------------------------------------------------------

CODES = ["USA", "RUS", "SRB", "SSD", "SDN", "DDR", "PSE", "IGO", "YMD"]
who = st.lists(st.sampled_from(CODES), max_size=3).map(" ".join)
reports = st.lists(
    st.tuples(
        st.dates(dt.date(1985, 1, 1), dt.date(2015, 1, 1)),
        who,
        who,
        st.sampled_from(["ASSAULT", "AGREE", "CONSULT"]),
        st.sampled_from([None, "A", "B"]),
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(reports, st.sampled_from(["month", "year"]), st.sampled_from(["either", "actor", "recipient"]))
def test_sums_are_those_of_sql_over_the_store(
    tmp_path_factory: pytest.TempPathFactory, made: list[Any], by: Any, side: Any
) -> None:
    records = [
        told(str(n), day, actors, recipients, kind, outlet=outlet)
        for n, (day, actors, recipients, kind, outlet) in enumerate(made)
    ]
    path = stored(tmp_path_factory.mktemp("sums") / "events.duckdb", records, events=False)
    spec = PanelSpec(by=by, side=side, weight="mentions")
    found = {(r["iso3"], r["period_start"]): r for r in rows(path, spec)}
    sides = {"either": "('actor', 'recipient')"}.get(side, f"('{side}')")
    with duckdb.connect(str(path), read_only=True) as c:
        for code, start, stop in (
            ("USA", "1816-01-01", "9999-01-01"),
            ("SSD", "2011-07-09", "9999-01-01"),
            ("DDR", "1949-10-05", "1990-10-02"),
            ("YMD", "1967-11-30", "1990-05-21"),
        ):
            expected = c.execute(
                f"""SELECT date_trunc('{by}', m.date_start)::DATE, count(*), sum(m.goldstein),
                  count(*) FILTER (m.event_type = 'ASSAULT'), count(DISTINCT d.outlet)
                FROM event_mentions m JOIN documents d ON d.id = m.document_id
                WHERE m.date_start BETWEEN DATE '{start}' AND DATE '{stop}' AND EXISTS (
                  FROM mention_actors p WHERE p.document_id = m.document_id AND p.mention = m.position
                    AND p.role IN {sides} AND p.country = '{code}')
                GROUP BY ALL"""
            ).fetchall()
            for day, n, score, assaults, outlets in expected:
                row = found[code, day]
                assert (row["n"], row["n_assault"], row["n_outlets"]) == (n, assaults, outlets)
                assert row["goldstein_sum"] == pytest.approx(score)
            assert sum(r["n"] for (iso, _), r in found.items() if iso == code) == sum(e[1] for e in expected)
    for row in found.values():
        assert row["n"] == sum(row[f"quad_{q}"] for q in (1, 2, 3, 4))
        assert row["n"] == sum(v for k, v in row.items() if k.startswith("status_"))


# --- files and the command --------------------------------------------------------------------------


def test_the_command_writes_both_formats_with_the_same_rows(store: Path, tmp_path: Path) -> None:
    for name in ("panel.csv", "panel.parquet"):
        result = run("panel", "-s", store, "-o", tmp_path / name, "--since", "2011-06", "--until", "2011-08")
        assert result.exit_code == 0, result.output
        assert "no member of GW on the day: PSE 1, SSD 1" in result.output
    table = pq.read_table(tmp_path / "panel.parquet")
    with (tmp_path / "panel.csv").open(newline="") as stream:
        written = list(csv.DictReader(stream))
    assert [r["iso3"] or None for r in written] == table["iso3"].to_pylist()
    assert [int(r["n_assault"]) for r in written] == table["n_assault"].to_pylist()
    assert json.loads(table.schema.metadata[b"panel"])["since"] == "2011-06-01"
    manifests = ["panel.csv.manifest.json", "panel.parquet.manifest.json"]
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(["panel.csv", "panel.parquet", *manifests])


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--type", "DANCE"], 2, "DANCE"),
        (["--measure", "hearts"], 2, "hearts"),
        (["--unit", "actor", "--fill", "all"], 2, "active"),
        (["--unit", "dyad", "--side", "actor"], 2, "side"),
        (["--since", "2012", "--until", "2011"], 2, "later"),
        (["--since", "yesterday"], 2, "yesterday"),
        (["--unit", "dyad", "--by", "day", "--since", "1900", "--until", "2020", "--fill", "all"], 2, "rows"),
    ],
)
def test_what_cannot_be_is_said(
    store: Path, tmp_path: Path, arguments: list[str], code: int, words: str
) -> None:
    result = run("panel", "-s", store, "-o", tmp_path / "x.csv", *arguments)
    assert result.exit_code == code
    assert words in result.output
    assert "Traceback" not in result.output
    assert not list(tmp_path.iterdir())


def test_files_that_cannot_be_written_or_read(store: Path, tmp_path: Path) -> None:
    assert run("panel", "-s", store, "-o", tmp_path / "x.xlsx").exit_code == 2
    assert run("panel", "-s", store, "-o", tmp_path / "no" / "x.csv").exit_code == 3
    assert run("panel", "-s", tmp_path / "none.duckdb", "-o", tmp_path / "x.csv").exit_code == 3


def test_an_empty_store_gives_an_empty_panel_or_zeros(tmp_path: Path) -> None:
    path = stored(tmp_path / "empty.duckdb", [])
    assert rows(path, PanelSpec()) == []
    zeros = rows(path, PanelSpec(since=dt.date(2020, 1, 1), until=dt.date(2020, 1, 31)))
    assert len(zeros) > 190
    assert {r["n"] for r in zeros} == {0}
    with Store.open(path, read_only=True) as opened, pytest.raises(PanelError, match=r"\.csv or \.parquet"):
        write_panel(opened, PanelSpec(), tmp_path / "x.dta")
