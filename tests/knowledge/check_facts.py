"""Ask the shipped base about every dated office in a table of facts, and the questions that it can settle.

usage: python tests/knowledge/check_facts.py OFFICEHOLDERS.tsv [--show N]

The table has the columns person, variants, country, office, start, end; a row counts where its
office is one that a state has one holder of and both dates are known. The base is asked who held
the office half-way, and whether the questions of this folder whose answer is a person agree with
a row of that person that spans their day.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
from collections import Counter, defaultdict
from pathlib import Path

from dragoman.knowledge import Knowledge, names
from dragoman.knowledge.tables import first_day, last_day

ASKED = ("head-of-state", "head-of-government", "foreign-minister", "defence-minister", "interior-minister",
         "finance-minister")  # fmt: skip
QUESTIONS = Path(__file__).with_name("questions.tsv")


def day(number: int) -> dt.date:
    return dt.date(number // 10000, number // 100 % 100, min(number % 100, 28))


def same(found: str, row: dict[str, str]) -> bool:
    """Whether two names are one person's: the surname or the first name and one more agree, however spelt."""
    one = {names.skeleton(p) for p in names.key(found).split()}
    listed = [row["person"], *row["variants"].split("|")]
    return any(
        len(one & {names.skeleton(p) for p in names.key(n).split()}) >= min(2, len(one)) for n in listed
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("facts", type=Path)
    parser.add_argument("--show", type=int, default=20, help="disagreements to print for each office")
    wanted = parser.parse_args()
    base = Knowledge.load(own=False)
    right: Counter[str] = Counter()
    silent: Counter[str] = Counter()
    wrong: dict[str, list[str]] = defaultdict(list)
    by_person: dict[str, list[dict[str, str]]] = defaultdict(list)
    with wanted.facts.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            by_person[names.key(row["person"])].append(row)
            start, end = first_day(row["start"]), last_day(row["end"]) if row["end"] else 0
            office = base.office_in(row["office"], row["country"])
            if office not in ASKED or not start or not end or end > 20300000 or end <= start:
                continue
            middle = day(start) + (day(end) - day(start)) / 2
            found = base.holders(row["country"], office, middle)
            if any(same(c.name, row) for c in found):
                right[office] += 1
            elif not found:
                silent[office] += 1
            else:
                wrong[office].append(
                    f"{row['country']} {middle} {row['office']}: {row['person']}, base: {found[0].name}"
                )
    for office in ASKED:
        total = right[office] + silent[office] + len(wrong[office])
        print(
            f"{office}: {total} rows, {right[office] / max(total, 1):.1%} agree, {silent[office]} not known"
        )
        for line in wrong[office][: wanted.show]:
            print(f"  {line}")
    settled(by_person)


def settled(by_person: dict[str, list[dict[str, str]]]) -> None:
    """Say how many questions about persons the facts confirm, and which they deny."""
    known = confirmed = 0
    for line in QUESTIONS.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) != 3 or not cells[2].startswith("person:"):
            continue
        answers = [a.removeprefix("person:").replace("-", " ") for a in cells[2].split("|")]
        rows = [r for a in answers for r in by_person.get(a, ())]
        if not rows:
            continue
        known += 1
        asked = int(cells[1].replace("-", ""))
        spans = any(first_day(r["start"]) <= asked <= last_day(r["end"] or "?") for r in rows)
        confirmed += spans
        if not spans:
            print(f"  no row of {answers[0]} spans {cells[1]}: {cells[0]}")
    print(
        f"questions about persons in the facts: {known}, of whom {confirmed} held an office on the day asked"
    )


if __name__ == "__main__":
    main()
