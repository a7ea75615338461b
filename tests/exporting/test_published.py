"""The columns of each format are those that are published; ``published/`` has the lists with their sources."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from tools.export_reference import PUBLISHED, published

from dragoman.exporting.exports import EXPORTS, export
from dragoman.store import Store
from dragoman.store.filters import Filter

HEADERLESS = ("gdelt1", "gdelt2", "gdelt2-mentions", "phoenix")
TABULAR = (*HEADERLESS, "icews", "polecat", "acled", "ucdp-ged")


def test_every_list_belongs_to_a_format() -> None:
    assert {p.stem for p in PUBLISHED.glob("*.txt")} == {*TABULAR, "followthemoney"}


@pytest.mark.parametrize("name", TABULAR)
def test_columns_are_the_published_ones(store: Store, tmp_path: Path, name: str) -> None:
    source, columns = published(name)
    assert source
    export(name, store, Filter(), tmp_path / "out")
    delimiter = "," if name in ("acled", "ucdp-ged") else "\t"
    with (tmp_path / "out").open(encoding="utf-8", newline="") as stream:
        rows = list(
            csv.reader(stream, delimiter=delimiter, quoting=csv.QUOTE_NONE if delimiter == "\t" else 0)
        )
    assert {len(row) for row in rows} == {len(columns)}
    if name in HEADERLESS:
        assert [c.name for c in EXPORTS[name].load().columns] == columns  # type: ignore[attr-defined]
    else:
        assert rows[0] == columns


def test_followthemoney_uses_only_properties_that_there_are(store: Store, tmp_path: Path) -> None:
    _, properties = published("followthemoney")
    export("followthemoney", store, Filter(), tmp_path / "out")
    entities = [json.loads(line) for line in (tmp_path / "out").read_text(encoding="utf-8").splitlines()]
    used = {p for e in entities if e["schema"] == "Event" for p in e["properties"]}
    assert {"name", "startDate", "organizer"} <= used <= set(properties)


def test_values_follow_the_conventions(store: Store, tmp_path: Path) -> None:
    def rows(name: str) -> list[dict[str, str]]:
        export(name, store, Filter(), tmp_path / name)
        _, columns = published(name)
        delimiter = "," if name in ("acled", "ucdp-ged") else "\t"
        with (tmp_path / name).open(encoding="utf-8", newline="") as stream:
            found = csv.DictReader(stream, columns if name in HEADERLESS else None, delimiter=delimiter)
            return list(found)

    polecat = rows("polecat")
    assert {r["District"] for r in polecat} == {"None"}
    assert {r["Quad Code"] for r in polecat} <= {
        "VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT",
    }  # fmt: skip
    assert "Iran; Syria" in {r["Actor Name"] for r in polecat}
    assert {r["CAMEO Code"][:1] for r in rows("icews")} == {"0", "1"}
    gdelt = rows("gdelt2")
    assert {len(r["SQLDATE"]) for r in gdelt} == {8}
    assert {len(r["DATEADDED"]) for r in gdelt} == {14}
    assert {len(r["ActionGeo_CountryCode"]) for r in gdelt} <= {0, 2}
    acled = rows("acled")
    assert {r["disorder_type"] for r in acled} == {"Political violence"}
    assert {r["interaction"] for r in acled} == {"State forces-Rebel group"}
    ged = rows("ucdp-ged")
    assert {r["type_of_violence"] for r in ged} <= {"1", "2", "3"}
    assert all(int(r["low"]) <= int(r["best"]) <= int(r["high"]) for r in ged)
