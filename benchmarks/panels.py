"""A country-month panel since 2000, and others, from a store of a million made-up events.

python benchmarks/panels.py [--events 1000000] [--store FILE]
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.explorer import make

from dragoman.exporting.panels import PanelSpec, write_panel
from dragoman.store import Store

SINCE = dt.date(2000, 1, 1)
PANELS = {
    "country-month since 2000": PanelSpec(since=SINCE),
    "country-month since 2000, mentions": PanelSpec(since=SINCE, weight="mentions"),
    "country-day": PanelSpec(by="day"),
    "dyad-month, active pairs": PanelSpec(unit="dyad"),
    "dyad-year since 2000, all pairs": PanelSpec(unit="dyad", by="year", since=SINCE, fill="all"),
    "actor-month": PanelSpec(unit="actor"),
    "cell-month": PanelSpec(unit="prio-grid"),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--store", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = arguments.store or Path(folder, "million.duckdb")
        if not path.exists():
            make(path, arguments.events)
        with Store.open(path, read_only=True) as store:
            for name, spec in PANELS.items():
                started = time.perf_counter()
                counts = write_panel(store, spec, Path(folder, "panel.parquet"))
                taken = time.perf_counter() - started
                print(f"{name:36}{taken:7.1f} s {counts.rows:>10,} rows {counts.counted:>10,} counted")


if __name__ == "__main__":
    main()
