from __future__ import annotations

import csv
import json
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyreadstat
import pytest
import stix2
from tools import export_reference
from typer.testing import CliRunner

from dragoman.cli import commands
from dragoman.cli.app import app
from dragoman.exporting.exports import EXPORTS, ExportError, export
from dragoman.exporting.flat import COLUMNS
from dragoman.exporting.gdelt import Gdelt1, Gdelt2, Gdelt2Mentions, quad_class
from dragoman.exporting.phoenix import Phoenix, penta_class
from dragoman.exporting.ucdp import UcdpGed, grid_cell
from dragoman.store import Store
from dragoman.store.filters import Filter
from tests.explorer.small import records


def names(columns: tuple[object, ...]) -> list[str]:
    return [c.name for c in columns]  # type: ignore[attr-defined]


# --- headerless tables ---------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "maker", "width"), [("gdelt1", Gdelt1, 58), ("gdelt2", Gdelt2, 61)])
def test_gdelt_events(store: Store, tmp_path: Path, name: str, maker: type[Gdelt1], width: int) -> None:
    path = tmp_path / "events.tsv"
    export(name, store, Filter(), path)
    columns = names(maker.columns)
    assert len(columns) == width
    rows = pd.read_csv(path, sep="\t", header=None, names=columns, dtype=str, keep_default_na=False)
    assert len(rows) == 6  # the talks give a row in each direction; what is denied is not there
    visit = rows.iloc[0]
    assert (visit.SQLDATE, visit.Actor1Name, visit.Actor2CountryCode) == ("20180826", "AMIR HATAMI", "SYR")
    assert (visit.EventCode, visit.EventRootCode, visit.ActionGeo_CountryCode) == ("040", "04", "SY")
    assert set(zip(rows.Actor1CountryCode[1:3], rows.Actor2CountryCode[1:3], strict=True)) == {
        ("IRN", "SYR"),
        ("SYR", "IRN"),
    }
    assert rows.GLOBALEVENTID.is_unique


def test_gdelt_mentions_name_the_rows_of_the_events(store: Store, tmp_path: Path) -> None:
    for events, tellings in ((False, 6), (True, 6)):
        export("gdelt2", store, Filter(), tmp_path / "e.tsv", events=events)
        export("gdelt2-mentions", store, Filter(), tmp_path / "m.tsv", events=events)
        held = pd.read_csv(tmp_path / "e.tsv", sep="\t", header=None)
        told = pd.read_csv(tmp_path / "m.tsv", sep="\t", header=None, names=names(Gdelt2Mentions.columns))
        assert len(Gdelt2Mentions.columns) == 16
        assert set(told.GLOBALEVENTID) == set(held[0])
        assert len(told) == tellings


def test_phoenix(store: Store, tmp_path: Path) -> None:
    export("phoenix", store, Filter(), tmp_path / "p.txt")
    rows = pl.read_csv(tmp_path / "p.txt", separator="\t", has_header=False, infer_schema_length=0)
    assert rows.width == len(Phoenix.columns) == 26
    assert rows.row(0)[5:9] == ("IRNGOVMIL", "IRN", "GOV", "MIL")


def test_classes_of_roots() -> None:
    assert [quad_class(c) for c in ("010", "057", "061", "140", "190")] == [1, 1, 2, 3, 4]
    assert [penta_class(c) for c in ("020", "036", "087", "090", "138", "140")] == [0, 1, 2, 3, 3, 4]


# --- tables with a header --------------------------------------------------------------------------


def test_icews(store: Store, tmp_path: Path) -> None:
    export("icews", store, Filter(), tmp_path / "i.tab")
    rows = pd.read_csv(tmp_path / "i.tab", sep="\t", dtype={"CAMEO Code": str})
    assert len(rows.columns) == 20
    assert list(rows["CAMEO Code"])[:1] == ["040"]
    assert rows["Event ID"].is_unique
    assert (rows["Source Country"][0], rows["Target Country"][0]) == ("Iran", "Syria")


def test_polecat_keeps_compounds_and_statuses(store: Store, tmp_path: Path) -> None:
    export("polecat", store, Filter(), tmp_path / "p.tsv")
    rows = pd.read_csv(tmp_path / "p.tsv", sep="\t", dtype=str, keep_default_na=False)
    assert (len(rows), len(rows.columns)) == (6, 40)
    talks = rows[rows["Actor Name"] == "Iran; Syria"].iloc[0]
    assert (talks["Actor Country"], talks["Actor COW"], talks["Recipient Name"]) == (
        "IRN; SYR",
        "630; 652",
        "None",
    )
    assert sorted(rows["Event Mode"])[-1] == "visit"
    assert "heavy-weapons; denied" in set(rows["Event Mode"])


def test_acled(store: Store, tmp_path: Path) -> None:
    counts = export("acled", store, Filter(), tmp_path / "a.csv")
    rows = pd.read_csv(tmp_path / "a.csv")
    assert (len(rows.columns), len(rows), counts.left_out) == (31, 3, 2)
    assert set(rows.sub_event_type) == {"Shelling/artillery/missile attack"}
    assert sorted(rows.fatalities.dropna()) == [12, 30]


def test_ucdp(store: Store, tmp_path: Path) -> None:
    export("ucdp-ged", store, Filter(), tmp_path / "g.csv", events=True)
    rows = pd.read_csv(tmp_path / "g.csv")
    assert len(rows.columns) == len(UcdpGed.columns) == 49
    row = rows.iloc[0]
    assert (row.low, row.best, row.high, row.type_of_violence, row.gwnoa) == (12, 12, 30, 1, 652)
    assert row.priogrid_gid == grid_cell(33.51, 36.29) == 247 * 720 + 432 + 1


# --- one row a mention -----------------------------------------------------------------------------


def test_csv_parquet_and_feather_hold_the_same(store: Store, tmp_path: Path) -> None:
    for name in ("csv", "parquet", "feather"):
        export(name, store, Filter(), tmp_path / f"x.{name}")
    export("parquet", store, Filter(), tmp_path / "folder")
    whole = pl.read_parquet(tmp_path / "x.parquet")
    assert whole.columns == [c.name for c in COLUMNS]
    assert whole.equals(
        pl.from_pandas(pd.read_feather(tmp_path / "x.feather"), schema_overrides=whole.schema)
    )
    with (tmp_path / "x.csv").open(encoding="utf-8", newline="") as stream:
        assert [r["mention_id"] for r in csv.DictReader(stream)] == whole["mention_id"].to_list()
    files = f"{tmp_path}/folder/*/*.parquet"
    found = duckdb.sql(
        f"SELECT year, count(*) FROM read_parquet('{files}', hive_partitioning=true) GROUP BY 1"
    )
    assert found.fetchall() == [(2018, 6)]


@pytest.mark.parametrize("events", [False, True])
def test_stata_has_labels(store: Store, tmp_path: Path, events: bool) -> None:
    export("stata", store, Filter(), tmp_path / "x.dta", events=events)
    rows, meta = pyreadstat.read_dta(tmp_path / "x.dta", apply_value_formats=True)
    assert len(rows) == (2 if events else 6)
    assert meta.column_names_to_labels["event_type"] == "PLOVER type"
    assert set(rows.event_type) == {"CONSULT", "ASSAULT"}
    assert set(rows.quad_code) == {"verbal cooperation", "material conflict"}
    assert str(min(rows.date_start.dropna())).startswith("2018-08-26")
    assert any("killing 12" in text for text in rows.sentence)


def test_json_lines_are_the_records(store: Store, tmp_path: Path) -> None:
    export("jsonl", store, Filter(), tmp_path / "x.jsonl")
    lines = (tmp_path / "x.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == [r.to_dict() for r in store.records()]
    export("jsonl", store, Filter(types=("ASSAULT",)), tmp_path / "e.jsonl", events=True)
    (event,) = [json.loads(line) for line in (tmp_path / "e.jsonl").read_text(encoding="utf-8").splitlines()]
    assert (event["killed_max"], len(event["mentions"]), event["actors"][0]["name"]) == (30, 4, "Syrian army")


def test_geojson(store: Store, tmp_path: Path) -> None:
    export("geojson", store, Filter(), tmp_path / "x.geojson")
    features = json.loads((tmp_path / "x.geojson").read_text(encoding="utf-8"))["features"]
    assert features[0]["geometry"] == {"type": "Point", "coordinates": [36.29, 33.51]}
    assert sum(f["geometry"] is None for f in features) == 1


def test_followthemoney(store: Store, tmp_path: Path) -> None:
    export("followthemoney", store, Filter(), tmp_path / "x.ftm")
    entities = [json.loads(line) for line in (tmp_path / "x.ftm").read_text(encoding="utf-8").splitlines()]
    ids = {e["id"] for e in entities}
    assert len(ids) == len(entities)
    visit = next(e for e in entities if e["schema"] == "Event")
    assert visit["properties"]["startDate"] == ["2018-08-26"]
    assert visit["properties"]["country"] == ["sy"]
    assert {*visit["properties"]["organizer"], *visit["properties"]["involved"]} <= ids
    assert not any("javascript" in u for e in entities for u in e["properties"].get("sourceUrl", []))


def test_stix(store: Store, tmp_path: Path) -> None:
    export("stix", store, Filter(), tmp_path / "x.json")
    bundle = stix2.parse((tmp_path / "x.json").read_text(encoding="utf-8"), allow_custom=False)
    kinds = [o.type for o in bundle.objects]
    assert kinds.count("incident") == 4  # the talks have no armed actor, the denial did not happen
    assert {o.name for o in bundle.objects if o.type == "identity"} >= {"Amir Hatami", "rebels"}
    ids = {o.id for o in bundle.objects}
    assert all({o.source_ref, o.target_ref} <= ids for o in bundle.objects if o.type == "relationship")


# --- the command -----------------------------------------------------------------------------------


def run(*words: object) -> tuple[int, str]:
    commands.register(app)
    result = CliRunner().invoke(app, [str(w) for w in words])
    return result.exit_code, " ".join(result.output.split())


@pytest.mark.parametrize("name", EXPORTS)
def test_a_manifest_makes_it_again(store: Store, tmp_path: Path, name: str) -> None:
    path = tmp_path / "out"
    words = ("export", name, "--store", store.path, "-o", path, "--type", "ASSAULT", "--licence", "CC0")
    assert run(*words)[0] == 0
    manifest = json.loads((tmp_path / "out.manifest.json").read_text(encoding="utf-8"))
    assert (manifest["format"], manifest["licence"], manifest["filters"]["type"]) == (
        name,
        "CC0",
        ["ASSAULT"],
    )
    assert manifest["coders"][0]["configuration"] == "sha256:0"
    assert run("reproduce", tmp_path / "out.manifest.json")[0] == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out", "out.manifest.json"]


def test_what_differs_is_said(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "i.tab"
    assert run("export", "icews", "-s", store.path, "-o", path)[0] == 0
    path.write_text(path.read_text(encoding="utf-8").replace("Iran", "Iraq"), encoding="utf-8")
    code, said = run("reproduce", f"{path}.manifest.json")
    assert (code, "was changed after it was made" in said) == (1, True)
    path.unlink()
    with Store.open(tmp_path / "less.duckdb") as less:
        less.add_many(records()[:2])
    code, said = run("reproduce", f"{path}.manifest.json", "-s", tmp_path / "less.duckdb")
    assert (code, "mentions: 5 then, 3 now" in said, "other content" in said) == (1, True, True)


def test_reproduce_finds_what_is_meant(store: Store, tmp_path: Path) -> None:
    own = tmp_path / "own.duckdb"
    own.write_bytes(store.path.read_bytes())
    assert run("export", "csv", "-s", own, "-o", tmp_path / "x.csv")[0] == 0
    assert run("reproduce", tmp_path / "x.csv")[0] == 0
    (tmp_path / "moved").mkdir()
    for path in list(tmp_path.glob("*.*")):
        path.rename(tmp_path / "moved" / path.name)
    assert run("reproduce", tmp_path / "moved" / "x.csv.manifest.json")[0] == 0
    (tmp_path / "moved" / "own.duckdb").unlink()
    code, said = run("reproduce", tmp_path / "moved" / "x.csv.manifest.json")
    assert (code, "name it with --store" in said) == (2, True)
    code, said = run("export", "cvs", "-s", store.path, "-o", tmp_path / "x.csv")
    assert (code, "did you mean csv?" in said) == (2, True)


def test_errors_say_what_to_do(store: Store, tmp_path: Path) -> None:
    base = ("--store", store.path, "--output")
    code, said = run("export", "spss", *base, tmp_path / "x")
    assert (code, "gdelt2-mentions" in said) == (2, True)
    code, said = run("export", "csv", *base, tmp_path / "x", "--actor", "KIR")
    assert (code, "nothing was written" in said) == (1, True)
    code, said = run("export", "icews", *base, tmp_path / "x", "--document", "d4")
    assert (code, "--status asks for others" in said) == (1, True)
    assert run("export", "csv", *base, tmp_path / "none" / "x.csv")[0] == 3
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("keep me")
    assert run("export", "parquet", *base, tmp_path / "mine")[0] == 2
    assert run("reproduce", tmp_path / "mine" / "notes.txt")[0] == 2
    assert [p.name for p in tmp_path.iterdir()] == ["mine"]


def test_a_failed_export_leaves_what_was_there(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.csv"
    path.write_text("before")
    monkeypatch.setattr("dragoman.exporting.flat_files.flat_sql", lambda *a: "SELECT 1 / x")
    with pytest.raises(duckdb.Error):
        export("csv", store, Filter(), path)
    assert path.read_text() == "before"
    assert [p.name for p in tmp_path.iterdir()] == ["x.csv"]


@pytest.mark.parametrize("name", ["csv", "parquet", "gdelt2", "gdelt2-mentions", "jsonl", "polecat", "stix"])
def test_parts_make_the_same_whole(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    for events in (False, True):
        here = tmp_path / str(events)
        here.mkdir()
        export(name, store, Filter(), here / "whole", events=events)
        monkeypatch.setattr("dragoman.exporting.selection.SLICE", 2)
        export(name, store, Filter(), here / "parts", events=events)
        monkeypatch.undo()
        whole, parts = (
            [p for p in sorted((here / n).rglob("*")) if p.is_file()] or [here / n]
            for n in ("whole", "parts")
        )
        if name == "parquet":  # groups of rows follow the parts; the rows are the same
            assert pl.read_parquet(whole).equals(pl.read_parquet(parts))
            continue
        assert [p.read_bytes() for p in parts] == [p.read_bytes() for p in whole]


def test_a_missing_library_is_named(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.delitem(sys.modules, "dragoman.exporting.stata", raising=False)
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ExportError, match=r"dragoman\[stata\]"):
        export("stata", store, Filter(), tmp_path / "x.dta")


def test_the_reference_is_what_the_code_says() -> None:
    written = export_reference.DOCUMENT.read_text(encoding="utf-8").split(export_reference.MARK)[1].strip()
    assert written == export_reference.reference().strip(), "run: python tools/export_reference.py --write"
