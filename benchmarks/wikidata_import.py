"""How fast a Wikidata dump is read, on a made-up dump in the real one's shape.

usage: python benchmarks/wikidata_import.py [--entities 1000000] [--suffix .zst] [--keep FOLDER]

The made-up dump has some 1,000 bytes an entity and the real one's mix: most entities tell nothing
about actors, some 0.5 % are persons with offices.  Printed: its size, the time of a whole run, the
time of a run that is stopped half-way and goes on, whether both wrote the same tables, and the
most memory that was used.
"""

from __future__ import annotations

import argparse
import bz2
import gzip
import io
import resource
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

import zstandard

from dragoman.knowledge import Knowledge
from dragoman.knowledge.wikidata import read_dump, write_tables

_ITEM = '{"snaktype":"value","property":"%s","datavalue":{"value":{"entity-type":"item","numeric-id":%d,"id":"Q%d"},"type":"wikibase-entityid"},"datatype":"wikibase-item"}'
_TIME = '{"snaktype":"value","property":"%s","datavalue":{"value":{"time":"+%04d-%02d-%02dT00:00:00Z","timezone":0,"before":0,"after":0,"precision":11,"calendarmodel":"http://www.wikidata.org/entity/Q1985727"},"type":"time"},"datatype":"time"}'
_TITLES = ("Minister of Finance", "Minister of Foreign Affairs", "Minister of Defence", "Minister of Justice")
_COUNTRIES = [(20, "Norway", "NOR"), (29, "Spain", "ESP"), (805, "Yemen", "YEM"), (1033, "Nigeria", "NGA")]


def claim(name: str, *snaks: str, qualifiers: str = "") -> str:
    return f'"{name}":[' + ",".join(
        f'{{"mainsnak":{snak},"type":"statement","rank":"normal"{qualifiers}}}' for snak in snaks
    ) + "]"  # fmt: skip


def item(name: str, number: int) -> str:
    return _ITEM % (name, number, number)


def entity(number: int, label: str, *claims: str) -> str:
    labels = ",".join(
        f'"{code}":{{"language":"{code}","value":"{label}"}}' for code in ("en", "de", "fr", "nl")
    )
    head = f'{{"type":"item","id":"Q{number}","labels":{{{labels}}},"aliases":{{}}'
    return f'{head},"claims":{{{",".join(claims)}}}}}'


def lines(count: int) -> Iterator[str]:
    """The entities: four countries, sixteen positions, then the crowd."""
    for number, name, iso3 in _COUNTRIES:
        code = f'{{"snaktype":"value","property":"P298","datavalue":{{"value":"{iso3}","type":"string"}}}}'
        yield entity(number, name, claim("P31", item("P31", 3624078)), claim("P298", code))
    positions = []
    for i, (country, name, _) in enumerate(_COUNTRIES):
        for j, title in enumerate(_TITLES):
            number = 5_000 + 10 * i + j
            positions.append(number)
            yield entity(
                number,
                f"{title} of {name}",
                claim("P31", item("P31", 294414)),
                claim("P17", item("P17", country)),
            )
    for number in range(10_000, 10_000 + count - 20):
        if number % 200 == 0:
            year, month, day = 1950 + number // 200 % 70, 1 + number // 200 % 12, 1 + number // 200 % 28
            when = f',"qualifiers":{{"P580":[{_TIME % ("P580", year, month, day)}]}}'
            held = claim("P39", item("P39", positions[number // 200 % len(positions)]), qualifiers=when)
            yield entity(number, f"Madeup Person{number}", claim("P31", item("P31", 5)), held)
        else:
            yield entity(
                number, f"Thing number {number}", claim("P31", item("P31", 13442814)),
                claim("P50", item("P50", number % 977 + 60)), claim("P577", _TIME % ("P577", 2001, 2, 3)),
            )  # fmt: skip


def opened(path: Path) -> BinaryIO:
    if path.suffix == ".bz2":
        return cast(BinaryIO, bz2.open(path, "wb", 1))
    if path.suffix == ".gz":
        return cast(BinaryIO, gzip.open(path, "wb", 1))
    if path.suffix == ".zst":
        return cast(BinaryIO, zstandard.open(path, "wb", zstandard.ZstdCompressor(1)))
    return path.open("wb")


def make(path: Path, count: int) -> int:
    """Write a dump; the bytes of its content."""
    size = 0
    with opened(path) as raw, io.BufferedWriter(cast(io.RawIOBase, raw), 1 << 20) as file:
        size += file.write(b"[\n")
        for i, line in enumerate(lines(count)):
            size += file.write(((",\n" if i else "") + line).encode())
        size += file.write(b"\n]\n")
    return size


class Stop(Exception):
    """Half-way."""


def main() -> None:
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("--entities", type=int, default=1_000_000)
    arguments.add_argument("--suffix", default=".zst", choices=[".json", ".bz2", ".gz", ".zst"])
    arguments.add_argument("--keep", type=Path, help="write here and delete nothing")
    wanted = arguments.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = wanted.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        dump = folder / f"dump{wanted.suffix}"
        size = make(dump, wanted.entities)
        print(
            f"{wanted.entities:,} entities, {size / 1e6:,.0f} MB, {dump.stat().st_size / 1e6:,.0f} MB on disk"
        )
        base = Knowledge.load(own=False)
        started = time.perf_counter()
        found = read_dump(str(dump), folder / "whole")
        read = time.perf_counter() - started
        print(f"read: {read:.1f} s, {found.entities / read:,.0f} entities/s, {size / read / 1e6:.0f} MB/s")
        started = time.perf_counter()
        written = write_tables(found, base, folder / "whole")
        print(f"tables: {time.perf_counter() - started:.1f} s, {written.rows['terms.tsv']:,} terms")

        def half(progress: object) -> None:
            if getattr(progress, "entities", 0) > wanted.entities / 2:
                raise Stop

        started = time.perf_counter()
        try:
            read_dump(str(dump), folder / "parts", half)
        except Stop:
            first = time.perf_counter() - started
        again = read_dump(str(dump), folder / "parts")
        second = time.perf_counter() - started - first
        write_tables(again, base, folder / "parts")
        same = all(
            (folder / "whole" / name).read_bytes() == (folder / "parts" / name).read_bytes()
            for name in written.rows
        )
        print(
            f"stopped and gone on: {first:.1f} s + {second:.1f} s, the same tables: {'yes' if same else 'NO'}"
        )
        print(f"memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most")


if __name__ == "__main__":
    main()
