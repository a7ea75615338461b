"""Questions for words in the evidence of many events, as ``where`` asks them and asked plainly.

    python benchmarks/words.py STORE          # a store that benchmarks/explorer.py made, say

Both ways are asked in turn, in one process, and must find the same; the time is that of the count.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from dragoman.store import Store
from dragoman.store.filters import MENTIONS, Clause, Filter, documents_holding, where
from dragoman.store.words import terms

QUESTIONS = ("ceasefire talks", "minister army border", "topic17", "ceasefire")
TURNS = 3


def plain(words: str) -> Clause:
    """One condition that leaves it to the planner what to look at first."""
    held = f"m.document_id IN ({documents_holding('$f0')})"
    return Clause(f"{held} AND list_has_all({terms('m.sentence')}, {terms('$f0')})", {"f0": words})


def main() -> None:
    with Store.open(Path(sys.argv[1]), read_only=True) as store:
        print(f"{'words':24}{'mentions':>10}{'plain':>9}{'where()':>9}")
        for words in QUESTIONS:
            found: dict[str, set[int]] = {}
            best = {"plain": float("inf"), "where": float("inf")}
            for _ in range(TURNS):
                for name, clause in (("plain", plain(words)), ("where", where(Filter(text=words)))):
                    began = time.perf_counter()
                    sql = f"SELECT count(*) FROM {MENTIONS.source} WHERE {clause.sql}"
                    (n,) = store.connection.execute(sql, clause.parameters).fetchall()[0]
                    best[name] = min(best[name], time.perf_counter() - began)
                    found.setdefault(words, set()).add(n)
            (n,) = found[words]
            print(f"{words:24}{n:10,}{best['plain']:8.2f}s{best['where']:8.2f}s")


if __name__ == "__main__":
    main()
