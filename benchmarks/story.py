"""How well, and how fast, a made-up corpus with a known story is resolved.

usage: python benchmarks/story.py [--reports N] [--seed S] [--batch N]

Prints pairwise precision, recall and F1 of events, near-duplicates and agreements, and how
long the first and the last thousand reports took to be worked in.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Hashable, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.pairwise import PairScores, pairwise
from benchmarks.story_corpus import Corpus, corpus

from dragoman import story
from dragoman.store import Store


def scores(made: Corpus, store: Store) -> dict[str, PairScores]:
    """Pairwise scores of all that the story groups."""
    found = store.connection.execute("SELECT document_id, mention, event_id FROM event_members").fetchall()
    groups = store.connection.execute("SELECT document_id, group_id FROM document_groups").fetchall()
    steps = store.connection.execute(
        "SELECT document_id, mention, agreement_id FROM agreement_steps"
    ).fetchall()
    ledger = {(d, n): a for d, n, a in steps}
    alone = {key: ledger.get(key, f"no agreement: {key}") for key in made.agreements}
    return {
        "events": _pairwise(made.events, {(d, n): e for d, n, e in found}),
        "near-duplicates": _pairwise(made.groups, dict(groups)),
        "agreements": _pairwise(made.agreements, alone),
    }


def _pairwise(truth: Mapping[Hashable, str], found: Mapping[Hashable, str]) -> PairScores:
    return pairwise(truth, found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--batch", type=int, default=500, help="reports that arrive together")
    options = parser.parse_args()
    made = corpus(options.reports, options.seed)
    print(f"{len(made.records)} reports, {len(set(made.groups.values()))} of them no copies")
    print(f"{len(made.events)} mentions of {len(set(made.events.values()))} events")
    print(f"{len(made.agreements)} steps of {len(set(made.agreements.values()))} agreements")
    times: list[float] = []
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "story.duckdb") as store:
        records = sorted(made.records, key=lambda r: (r.document.published, r.document.id))
        for start in range(0, len(records), options.batch):
            store.add_many(records[start : start + options.batch])
            began = time.process_time()
            story.catch_up(store)
            times.append(time.process_time() - began)
        for name, score in scores(made, store).items():
            p, r, f = score
            print(f"{name:16} precision {p:.3f}  recall {r:.3f}  F1 {f:.3f}")
    n = max(1, 1000 // options.batch)
    first, last = sum(times[:n]), sum(times[len(times) - n :])
    print(f"{sum(times):.1f} s of CPU in all; first thousand {first:.1f} s, last thousand {last:.1f} s")


if __name__ == "__main__":
    main()
