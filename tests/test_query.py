from __future__ import annotations

import csv
import datetime as dt
import io
import json
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from dragoman import story
from dragoman.cli import commands
from dragoman.cli.app import app
from dragoman.records import Actor, CoderVersion, Document, Entity, EventDate, Magnitude, Record
from dragoman.store import Store, lookup, queries
from dragoman.store.filters import Filter
from tests.test_store_filters import FIRST, IRAN, PACT, SECOND, VISIT, mention

Run = Callable[..., Result]
ARMY = Entity("the army", None, "SYR", ("MIL",))
TOWN = Entity("residents of Idlib", None, "SYR", ("CVL",))
REUTERS = Entity("Reuters", "outlet:reuters", "GBR", kind="agency")
SANA = Entity("SANA", "outlet:sana", "SYR", kind="agency")
DAY = EventDate(dt.date(2019, 1, 5), dt.date(2019, 1, 5))


def strike(key: str, sentence: str, **known: object) -> Record:
    told = mention(
        f"m-{key}", "ASSAULT", sentence, event_mode="aerial", quad_code=4, cameo="195", actors=(ARMY,),
        recipients=(TOWN,), date=DAY, **known,
    )  # fmt: skip
    document = Document(f"d-{key}", f"{sentence} Report {key} has words of its own.", f"Report {key}",
                        dt.date(2019, 1, 6), outlet=f"The {key.title()}")  # fmt: skip
    return Record(document, (told,), coder=CoderVersion("0.1.0", "k", "o", "c"))


STRIKES = (
    strike("one", "Army jets killed 3 residents of Idlib.", magnitude=Magnitude(3), attribution=(REUTERS,)),
    strike("two", "Army jets killed 5 residents of Idlib.", magnitude=Magnitude(5)),
    strike("three", "The army denied bombing residents of Idlib.", status="denied", attribution=(SANA,)),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six mentions in five reports; three of them are tellings of one air strike."""
    path = tmp_path_factory.mktemp("query") / "events.duckdb"
    iran = Actor("Iran", "country:IRN", "IRN", ("GOV",), None, ((0, 4),))
    signed = PACT.evidence.text.index("signed")
    pact = replace(PACT, evidence=replace(PACT.evidence, trigger=(signed, signed + 6)))
    known = Record(FIRST, (VISIT, pact), actors=(iran,))
    raid = mention("raid", "PROTEST", "Farmers blocked [all] roads.", quad_code=3, actors=(IRAN,))
    with Store.open(path) as opened:
        opened.add_many([known, Record(replace(SECOND, url="https://example.org/a"), (raid,)), *STRIKES])
        story.catch_up(opened)
    return path


@pytest.fixture
def run(store: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    commands.register(app)
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setenv("DRAGOMAN_STORE", str(store))
    return lambda *words: CliRunner().invoke(app, [str(w) for w in words])


def asked(result: Result) -> list[str]:
    assert result.exit_code == 0, result.output
    return sorted(row["mention_id"] for row in json.loads(result.stdout))


# --- query -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("--actor IRN --recipient SYR", "pact visit"),
        ("--actor IRN --type AGREE,CONSULT --since 2018-08 --until 2018-08", "pact visit"),
        ("--according-to tasnim --status asserted", "visit"),
        ("--type assault --min-confidence 0.9", "m-one m-three m-two"),
        ("--party IRN --party SYR --mode visit", "visit"),
        ("--quad 3,4 --outlet one", "m-one"),
        ("--document d-two", "m-two"),
        ("--place SYR --box 30,30,40,40", "visit"),
        ("--text bomb", "m-three"),
        ("--text report --report", "m-one m-three m-two"),
        ("--text minister", ""),
    ],
)
def test_filters(run: Run, words: str, expected: str) -> None:
    assert asked(run("query", "-f", "json", *words.split())) == expected.split()


def test_events_are_counted_with_what_their_tellings_differ_in(run: Run) -> None:
    rows = [
        json.loads(line)
        for line in run("query", "--events", "--type", "ASSAULT", "-f", "jsonl").stdout.split("\n")
        if line
    ]
    assert len(rows) == 1
    row = rows[0]
    assert (row["n_mentions"], row["killed_min"], row["killed_max"], row["status"]) == (3, 3, 5, "contested")
    assert (row["actor_names"], row["actor_sectors"], row["date_start"]) == ("the army", "MIL", "2019-01-05")
    assert asked(run("query", "--event", row["event_id"], "-f", "json")) == ["m-one", "m-three", "m-two"]
    assert run("query", "--events", "--according-to", "SANA", "-f", "jsonl").stdout.count("\n") == 1


def test_csv_has_the_columns_of_the_view(run: Run, store: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("query", "-f", "csv").stdout)))
    with Store.open(store, read_only=True) as opened:
        view = opened.connection.execute("SELECT * FROM events_flat")
        assert list(rows[0]) == [column[0] for column in view.description]
        assert len(rows) == len(view.fetchall())


def test_a_table_is_cut_and_says_so(run: Run) -> None:
    result = run("query", "--limit", 2, "--sort", "surest")
    assert result.exit_code == 0
    assert "2 of 6 mentions; --limit 0 gives all" in result.stderr
    assert "AGREE" not in result.stdout  # the least sure of all
    assert "ASSAULT" in run("query", "--events").stdout
    assert run("query", "--sort", "newest", "-n", 1, "-f", "jsonl").stdout.count('"raid"') == 1


def test_what_fits_the_words_best_comes_first(run: Run) -> None:
    rows = json.loads(run("query", "--text", "army residents", "-f", "json").stdout)
    assert {row["document_id"] for row in rows} == {"d-one", "d-two", "d-three"}
    assert run("query", "--sort", "closest").exit_code == 2
    assert "ASSAULT" in run("query", "--events", "--text", "army").stdout


def test_nothing_found_is_no_error(run: Run) -> None:
    result = run("query", "--actor", "KIR")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no mentions" in result.stderr
    assert run("query", "--actor", "KIR", "-f", "json").stdout == "[]\n"


def test_output_to_a_file(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "rows.csv"
    assert run("query", "-f", "csv", "-o", target).exit_code == 0
    assert target.read_text(encoding="utf-8").startswith("mention_id,")
    assert run("query", "-f", "csv", "-o", tmp_path / "none" / "rows.csv").exit_code == 3


def test_a_question_that_makes_no_sense(run: Run) -> None:
    for words in (["--type", "MEET"], ["--since", "soon"], ["--sql", "FROM events", "--actor", "IRN"]):
        result = run("query", *words)
        assert result.exit_code == 2, words
        assert "Traceback" not in result.output
    assert run("query", "--store", "nowhere.duckdb").exit_code == 3


# --- SQL ---------------------------------------------------------------------------------------


def test_any_select(run: Run) -> None:
    result = run(
        "query", "--sql", "SELECT status, count(*) AS n FROM event_mentions GROUP BY 1", "-f", "json"
    )
    assert {row["status"]: row["n"] for row in json.loads(result.stdout)} == {"asserted": 5, "denied": 1}
    assert "contested" in run("query", "--sql", "FROM events SELECT status").stdout
    assert run("query", "--sql", "SELECT 1 WHERE false", "-f", "csv").stdout == "1\n"
    lists = run(
        "query", "--sql", "SELECT contexts, mentions FROM event_mentions, actors LIMIT 1", "-f", "csv"
    )
    assert '"[{""start"": 0' in lists.stdout
    assert run("query", "--sql", "FROM range(500)").stderr.count("the first 100 rows") == 1


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM documents",
        "SELECT 1; SELECT 2",
        "CREATE TABLE x AS SELECT 1",
        "COPY documents TO 'stolen.csv'",
        "ATTACH 'other.duckdb'",
        "INSTALL httpfs",
        "SET memory_limit = '9GB'",
        "PRAGMA database_list",
        "CHECKPOINT",
        "FROM read_csv('/etc/hostname')",
        "FROM read_text('/etc/hostname')",
        "FROM glob('/etc/*')",
        "FROM '/etc/hostname.csv'",
        "SELECT * FROM read_blob('https://example.org/')",
        "SELECT * FROM secret_rows",
        "SELECT nonsense FROM",
        "",
    ],
)
def test_sql_can_change_nothing_and_reach_nothing(run: Run, store: Path, sql: str) -> None:
    secret_rows = [{"password": 1}]
    assert secret_rows
    before = store.read_bytes()
    result = run("query", "--sql", sql)
    assert result.exit_code == 2, result.output
    assert "Traceback" not in result.stderr
    assert result.stderr.startswith("dragoman: ")
    assert store.read_bytes() == before
    assert not Path("stolen.csv").exists()


def test_a_query_that_takes_too_long_is_broken_off(store: Path, run: Run) -> None:
    with pytest.raises(queries.QueryError, match=r"longer than 0.2 s"):
        queries.select(
            store, "SELECT sum(a.range * b.range) FROM range(1000000) a, range(1000000) b", seconds=0.2
        )
    result = run(
        "query",
        "--sql",
        "SELECT sum(a.range + b.range) FROM range(9999999) a, range(99999) b",
        "--seconds",
        0.2,
    )
    assert result.exit_code == 2
    assert "longer than 0.2 s" in result.stderr


def test_rows_go_on_while_the_store_is_written(tmp_path: Path) -> None:
    with Store.open(tmp_path / "events.duckdb") as opened:
        opened.add_many(strike(f"n{n}", f"Army jets killed {n} residents of Idlib.") for n in range(2500))
        with queries.mentions(opened, Filter(types=("ASSAULT",))) as found:
            seen = [next(found.values)[0]]
            opened.add(strike("late", "Army jets killed 9 residents of Idlib."))
            opened.counts()
            seen += [row[0] for row in found.values]
        assert len(set(seen)) == 2500
        with queries.mentions(opened, Filter(types=("ASSAULT",))) as again:
            assert sum(1 for _ in again.values) == 2501


def test_the_time_limit_counts_the_work_of_the_store_alone(store: Path) -> None:
    with queries.select(store, "SELECT range FROM range(5000)", seconds=0.3) as found:
        next(found.values)
        time.sleep(0.5)
        assert sum(1 for _ in found.values) == 4999


# --- show --------------------------------------------------------------------------------------


def test_an_event_with_its_tellings_and_where_they_differ(run: Run, store: Path) -> None:
    with Store.open(store, read_only=True) as opened:
        (row,) = queries.events(opened, Filter(types=("ASSAULT",))).dicts()
    text = " ".join(run("show", row["event_id"]).stdout.split())
    for words in (
        "the army · ASSAULT · residents of Idlib", "3 mentions in 3 reports, 3 outlets", "asserted by",
        "denied by SANA", "killed 3 to 5", "where they differ", "killed 3 (Reuters) | 5 (The Two)",
        "status asserted (Reuters, The Two) | denied (SANA)", "3 tellings", "“Army jets killed 5 residents",
    ):  # fmt: skip
        assert words in text, words
    assert run("show", row["event_id"][:6]).stdout == run("show", row["event_id"]).stdout


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("m-two", "evidence “Army jets killed 5 residents of Idlib.”"),
        ("m-two", "report d-two, text 0 to 38: The Two, Report two, 2019-01-06"),
        ("raid", "“Farmers blocked [all] roads.”"),
        ("visit", "according to Tasnim"),
        ("d-one", "report d-one"),
        ("https://example.org/a", "report d2"),
        ("country:IRN", "as actor"),
        ("country:IRN", "AGREE 1"),
        ("country:IRN", "with Syria (1)"),
    ],
)
def test_whatever_has_an_id(run: Run, key: str, words: str) -> None:
    result = run("show", key)
    assert result.exit_code == 0, result.output
    assert words in " ".join(result.stdout.split())


def test_an_agreement_with_its_ledger(run: Run, store: Path) -> None:
    with Store.open(store, read_only=True) as opened:
        agreements = lookup.rows(opened, "FROM agreements_flat")
    assert len(agreements) == 1
    text = " ".join(run("show", agreements[0]["agreement_id"]).stdout.split())
    assert "agreement of Iran, Syria" in text
    assert "“Iran and Syria signed agreements on defence.”" in text
    assert "1 step" in text


def test_an_id_that_says_too_little(run: Run) -> None:
    for key, words in (("nothing", "nothing in the store has the id"), ("d-t", "nothing"), ("d-th", "")):
        result = run("show", key)
        assert result.exit_code == (1 if words else 0)
        assert words in result.stderr
    with pytest.raises(lookup.NotFound, match="could be"):
        lookup.find(_Twins(), "same")  # type: ignore[arg-type]


class _Twins:
    """A store in which two ids begin alike."""

    class connection:
        description = (("id",),)

        @classmethod
        def execute(cls, sql: str, parameters: object) -> type[_Twins.connection]:
            cls.found = [("same-1",), ("same-2",)] if "starts_with" in sql and " events " in sql else []
            return cls

        @classmethod
        def fetchall(cls) -> list[tuple[str]]:
            return cls.found
