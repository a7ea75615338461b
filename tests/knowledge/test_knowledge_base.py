from __future__ import annotations

import datetime as dt
import hashlib
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.knowledge import Knowledge, build
from dragoman.knowledge.build import compile_in_memory

DAY = dt.date(2006, 6, 1)
WORDS = st.sampled_from(
    [
        "The",
        "the",
        "French",
        "Army",
        "Red",
        "Hand",
        "Brigades",
        "of",
        "Anna",
        "Petrova",
        "Petrowa",
        "Lyon",
        "may",
        "May",
        "Michael",
        "Jordan",
        "Jordanian",
        "police",
        "Police",
        "U.S.",
        "US",
        "us",
        "-",
        "'s",
        ",",
        ".",
        "“",
        "TASS",
        "Kremlin",
        "Russian",
        "pro",
        "backed",
        "militants",
        "Omar",
        "al",
        "Masri",
        "al-Masri",
        "in",
        "40",
        "Zelenskyy",
    ]
)


def names_found(base: Knowledge, text: str, day: dt.date = DAY) -> dict[str, str]:
    words = text.split()
    return {" ".join(words[m.start : m.end]): m.candidates[0].actor_id for m in base.names_in(words, day)}


def test_holder_on_the_day(small: Knowledge) -> None:
    assert small.holders("RUS", "president", dt.date(2001, 1, 1))[0].actor_id == "person:anna-petrova"
    assert small.holders("RUS", "head-of-state", dt.date(2010, 1, 1))[0].actor_id == "person:boris-zelenski"
    assert small.holders("RUS", "president", dt.date(1999, 1, 1)) == []
    assert small.holders("RUS", "no such office", DAY) == []


def test_on_the_day_of_a_change_the_new_holder_comes_first(small: Knowledge) -> None:
    found = small.holders("RUS", "president", dt.date(2008, 5, 7))
    assert [c.actor_id for c in found] == ["person:boris-zelenski", "person:anna-petrova"]


def test_a_year_as_end_counts_to_its_last_day(small: Knowledge) -> None:
    assert small.holders("RUS", "president", dt.date(2012, 12, 31))[0].actor_id == "person:boris-zelenski"


def test_an_unknown_end_is_not_still_in_office(small: Knowledge) -> None:
    assert small.holders("FRA", "defence minister", dt.date(2006, 1, 1))[0].actor_id == "person:jean-le-grand"
    later = small.holders("FRA", "defence minister", dt.date(2008, 1, 1))
    assert [c.actor_id for c in later] == ["person:marie-dubois"]
    assert small.holders("FRA", "defence minister", dt.date(2030, 1, 1))[0].actor_id == "person:marie-dubois"


def test_former_holders_are_elites_without_office(small: Knowledge) -> None:
    (found,) = small.lookup("Anna Petrova", dt.date(2015, 1, 1))
    assert (found.sectors, found.office, found.country) == (("ELI",), None, "RUS")
    assert small.lookup("Omar al-Masri", dt.date(2003, 1, 1))[0].sectors == ("REB",)


def test_surnames_are_for_those_in_office(small: Knowledge) -> None:
    assert small.lookup("Petrova", DAY)[0].actor_id == "person:anna-petrova"
    assert small.lookup("Petrova", dt.date(1980, 1, 1)) == []
    assert small.lookup("Petrova", DAY)[0].score < small.lookup("Anna Petrova", DAY)[0].score


def test_spellings(small: Knowledge) -> None:
    for spelling in ("Boris Zelensky", "Boris Zelenskyy", "BORIS ZELENSKI", "boris zelenski"):
        assert small.lookup(spelling, dt.date(2009, 1, 1))[0].actor_id == "person:boris-zelenski"
    assert small.lookup("Jean-Luc Le Grand", DAY) == small.lookup("Jean Luc Le Grand", DAY)


def test_countries_by_date(small: Knowledge) -> None:
    assert small.lookup("Moscow", dt.date(1980, 1, 1))[0].actor_id == "country:RUS"
    assert small.lookup("USSR", dt.date(1980, 1, 1))[0].score > small.lookup("USSR", DAY)[0].score


def test_nationality(small: Knowledge) -> None:
    assert small.nationality("Frenchmen") == ("FRA",)
    assert small.nationality("France's") == ("FRA",)
    assert set(small.nationality("Moscow")) == {"RUS", "SUN"}
    assert small.nationality("Martian") == ()


def test_offices(small: Knowledge) -> None:
    assert small.office_of("Defense Minister") == "defence-minister"
    assert small.office_of("the Minister of Foreign Affairs and Trade") == "foreign-minister"
    assert small.office_of("US Secretary of State") == "foreign-minister"
    assert small.office_of("gardener") is None
    assert [c.office for c in small.titles("person:anna-petrova", DAY)] == ["President"]
    assert small.titles("person:nobody", DAY) == []


def test_role_is_the_longest_suffix(small: Knowledge) -> None:
    role = small.role(["twenty", "riot", "police", "officers"])
    assert role is not None
    assert (role.phrase, role.sectors, role.words) == ("riot police officer", ("COP",), 3)
    assert small.role(["Land", "Forces"]) == small.role(["land-forces"]) or small.role(["land", "forces"])
    assert small.role(["gardens"]) is None


@pytest.mark.parametrize(
    ("phrase", "country", "sectors"),
    [
        ("a congressional panel", None, ("LEG",)),
        ("a French smuggling ring", "FRA", ("CRM",)),
        ("a car smuggling ring", None, ("CRM",)),
        ("Jordanian protesters", "JOR", ("CVL",)),
    ],
)
def test_a_word_before_a_noun_for_any_group_tells_the_sector(
    small: Knowledge, phrase: str, country: str | None, sectors: tuple[str, ...]
) -> None:
    best = small.resolve(phrase, DAY)[0]
    assert (best.country, best.sectors) == (country, sectors)


def test_places(small: Knowledge) -> None:
    assert [p.name for p in small.places("Lyons")] == ["Lyon"]
    assert small.places("Lyon", "RUS") == []
    assert small.entry("geonames:1") is not None


def test_entry_has_file_and_line(small: Knowledge) -> None:
    entry = small.entry("person:anna-petrova")
    assert entry is not None
    assert (entry["file"], entry["line"]) == ("terms/europe.tsv", 2)
    assert entry["terms"][0]["title"] == "President"
    assert small.entry("org:nothing") is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Anna Petrova met Jordanian police",
            {"Anna Petrova": "person:anna-petrova", "Jordanian": "country:JOR"},
        ),
        ("The French Army left Lyon", {"French Army": "org:french-army", "Lyon": "geonames:1"}),
        ("in Jordan , Petrova said", {"Jordan": "country:JOR", "Petrova": "person:anna-petrova"}),
        ("Michael Jordan scored", {}),
        ("Zorba Boris Zelenski spoke", {}),
        ("Michael Anna Petrova spoke", {}),
        ("Jordan Smithers scored", {}),
        ("Police fired", {}),
        ("they told us about it", {}),
        ("the US and the U.S. agreed", {"US": "country:USA", "U.S.": "country:USA"}),
        ("pro - Russian and Soviet - backed crowds", {}),
        ("the Red Hand Brigades", {"Red Hand Brigades": "org:red-hand"}),
        ("Omar al - Masri spoke", {"Omar al - Masri": "person:omar-al-masri"}),
        ("it is of national interest to the nation", {}),
        ("The Nation reported", {"Nation": "outlet:the-nation"}),
        ("RUSSIA WARNS US OVER POLICE", {"RUSSIA": "country:RUS", "US": "country:USA"}),
        ("Anna , Petrova", {"Petrova": "person:anna-petrova"}),
        ("", {}),
    ],
)
def test_names_in(small: Knowledge, text: str, found: dict[str, str]) -> None:
    assert names_found(small, text) == found


@given(st.lists(WORDS, max_size=25))
def test_matches_are_in_order_inside_the_sentence_and_the_same_each_time(
    small: Knowledge, words: list[str]
) -> None:
    found = small.names_in(words, DAY)
    edges = [edge for m in found for edge in (m.start, m.end)]
    assert edges == sorted(edges)
    assert all(0 <= m.start < m.end <= len(words) and m.candidates for m in found)
    assert found == small.names_in(tuple(words), DAY)
    for match in found:
        scores = [c.score for c in match.candidates]
        assert scores == sorted(scores, reverse=True)
        assert all(0 < score <= 1 for score in scores)


@given(st.lists(WORDS, max_size=12), st.dates(dt.date(1945, 1, 1), dt.date(2030, 1, 1)))
def test_resolve_answers_anything_the_same_way_twice(
    small: Knowledge, words: list[str], day: dt.date
) -> None:
    phrase = " ".join(words)
    found = small.resolve(phrase, day)
    assert found == small.resolve(phrase, day)
    assert all(0 < c.score <= 1 for c in found)


@given(st.text(max_size=60), st.none() | st.dates())
def test_no_text_breaks_it(small: Knowledge, text: str, day: dt.date | None) -> None:
    small.resolve(text, day)
    small.lookup(text, day)
    small.names_in(text.split(), day)
    small.nationality(text)
    small.role(text.split())
    small.office_of(text)


def test_the_same_tables_give_the_same_bytes(data: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        build.compile_data(tmp_path / name, data)
    digests = [hashlib.sha256((tmp_path / name).read_bytes()).hexdigest() for name in ("one", "two")]
    assert digests[0] == digests[1]


def test_own_actors_win(tmp_path: Path) -> None:
    own = tmp_path / "own.tsv"
    own.write_text(
        "id\tname\tvariants\tkind\tcountry\tsectors\toffice\tstart\tend\n"
        "\tHezbollah\tPutin\tarmed-group\tFRA\tREB\t\t\t\n"
        "person:my-mayor\tMichel Destot\t\tperson\tFRA\tGOV\tmayor\t1995\t2014\n"
        "broken\n",
        encoding="utf-8",
    )
    base = Knowledge.load(extra=[own], own=False)
    assert base.lookup("Hezbollah", DAY)[0].actor_id == "org:hezbollah"
    assert base.lookup("Hezbollah", DAY)[0].country == "FRA"
    assert base.lookup("Putin", DAY)[0].actor_id == "org:hezbollah"
    assert base.resolve("Michel Destot", dt.date(2012, 1, 1))[0].office == "mayor"
    assert [(p.file, p.line) for p in base.problems] == [("own.tsv", 4)]
    assert base.version.startswith(Knowledge.load(own=False).version + "+")


def test_own_tables_in_our_formats_are_told_by_their_header(tmp_path: Path) -> None:
    own = tmp_path / "roles.tsv"
    own.write_text("phrase\tsectors\tkind\tsource\nfrobnicator\tLAB\tperson\town\n", encoding="utf-8")
    role = Knowledge.load(extra=[own], own=False).role(["frobnicators"])
    assert role is not None
    assert role.sectors == ("LAB",)


def test_where_the_package_cannot_be_written_a_cache_is(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "a file, not a folder"
    blocked.write_text("")
    compile_data = build.compile_data
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(build, "COMPILED", blocked / "knowledge.sqlite")
    monkeypatch.setattr(build, "compile_data", lambda target: compile_data(target, data))
    monkeypatch.setattr(build, "compile_in_memory", lambda: compile_in_memory(data))
    for _ in range(2):
        assert Knowledge.load(own=False).country_name("FRA") == "France"
    (cached,) = (tmp_path / "cache" / "dragoman").iterdir()
    assert cached.name.startswith("knowledge-")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    assert Knowledge.load(own=False).country_name("FRA") == "France"


def test_threads_can_share_a_base(small: Knowledge) -> None:
    names = ["Anna Petrova", "Lyon", "Red Hand", "French police", "Zelenskyy", "TASS"] * 20
    expected = [small.resolve(name, DAY) for name in names]
    fresh = Knowledge(small.store)
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda name: fresh.resolve(name, DAY), names)) == expected


def test_loads_in_under_a_second_without_other_packages() -> None:
    # processor seconds of the whole process, so that a busy machine does not count
    code = (
        "import time; from dragoman.knowledge import Knowledge; Knowledge.load();"
        "import sys; assert not {'spacy', 'numpy', 'typer'} & set(sys.modules); print(time.process_time())"
    )
    Knowledge.load()
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert float(out.stdout) < 1.0


def test_answers_from_memory_are_fast(base: Knowledge) -> None:
    phrases = [
        "Turkish police",
        "Iran's Defence Minister Amir Hatami",
        "the Kremlin",
        "protesters in Hong Kong",
    ]
    for phrase in phrases:
        base.resolve(phrase, DAY)
    start = time.perf_counter()
    for _ in range(250):
        for phrase in phrases:
            base.resolve(phrase, DAY)
    assert (time.perf_counter() - start) / 1000 < 100e-6
