from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.cli import commands
from dragoman.cli.app import app
from dragoman.coding import Coder
from dragoman.coding.own import OwnCoder, check_triggers, senses_of
from dragoman.ontology.codebook import CodebookError, read_codebook
from dragoman.records import Document
from dragoman.store import Store
from tests.panels.world import told

EXAMPLE = Path(__file__).parents[1] / "docs" / "codebooks" / "electoral-violence.toml"
HEAD = '[codebook]\nname = "own"\n'


def sentence(kind: str, words: str):
    record = told("1", "2020-01-05", "KEN", "UGA", kind)
    (m,) = record.event_mentions
    return replace(record, event_mentions=(replace(m, evidence=replace(m.evidence, text=words)),))


@pytest.mark.parametrize(
    ("kind", "words", "own"),
    [
        ("ASSAULT", "Gunmen burned ballot boxes in two towns.", "attack-on-vote"),
        ("ASSAULT", "A candidate was shot at a rally.", "attack-on-candidate"),
        ("COERCE", "Police arrested opposition leaders.", "repression"),
        ("PROTEST", "Crowds marched against the results.", "vote-protest"),
        ("ASSAULT", "Gunmen attacked a convoy.", None),
        ("PROTEST", "Devoted followers marched for wages.", None),
        ("AGREE", "Voters and candidates agreed on a code.", None),
    ],
)
def test_the_example(kind: str, words: str, own: str | None) -> None:
    made = read_codebook(EXAMPLE).apply(sentence(kind, words))
    assert [m.event_type for m in made.event_mentions] == ([own] if own else [])
    assert [m.event_mode for m in made.event_mentions] == ([kind] if own else [])
    assert "electoral-violence-1.0@" in made.coder.ontology


def test_actors_of_interest_and_what_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(
        '[codebook]\nname = "own"\nothers = "keep"\n[actors]\nof_interest = [{ country = "KEN", sector = "GOV" }]\n'
        '[[type]]\nname = "blame"\nfrom = [{ type = "ACCUSE" }]\nrecipients = [{ id = "country:UGA" }]\nscore = -3\n'
    )
    book = read_codebook(path)
    (mention,) = book.apply(told("1", "2020-01-05", "KEN", "UGA", "ACCUSE")).event_mentions
    assert (mention.event_type, mention.plover_score, mention.cameo) == ("blame", -3.0, "110")
    (other,) = book.apply(told("1", "2020-01-05", "USA", "UGA", "ACCUSE")).event_mentions
    assert other.event_type == "ACCUSE"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("name = ", "not TOML"),
        ('[[type]]\nname = "x"', "[codebook]"),
        (HEAD, "no [[type]]"),
        (
            HEAD + '[[type]]\nname = "x"\nfrom = [{ type = "DANCE" }]',
            "type x: there is no event type 'DANCE'",
        ),
        (HEAD + '[[type]]\nname = "x"\nfrom = [{}]', "everything"),
        (HEAD + '[[type]]\nname = "x"\nfrom = [{ cameo = "99" }]', "99"),
        (HEAD + '[[type]]\nname = "ASSAULT"\nfrom = [{ cameo = "18" }]', "PLOVER type"),
        (HEAD + '[[type]]\nname = "x"\nfrom = [{ cameo = "18" }]\ncolour = 1', "colour"),
        (HEAD + '[[type]]\nname = "x"', "add a [[trigger]]"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "own.toml"
    path.write_text(text)
    with pytest.raises(CodebookError) as caught:
        read_codebook(path)
    assert str(path) in str(caught.value)
    assert words in str(caught.value)


TRIGGERS = (
    HEAD
    + """
[[type]]
name = "tampering"

[[type]]
name = "broken"
from = [{ type = "DANCE" }]

[[type]]
name = "tampering"
from = [{ cameo = "18" }]

[[trigger]]
type = "tampering"
pattern = "A snatch box"
plover = "COERCE"
example = "Youths snatched ballot boxes in Lokoja, Nigeria."

[[trigger]]
type = "tampering"
pattern = "A snatch box"
plover = "COERCE"
mode = "dance"
example = "x"

[[trigger]]
type = "nothing"
pattern = "A stuff box"
plover = "COERCE"
example = "x"

[[trigger]]
type = "tampering"
pattern = "A"
plover = "COERCE"
example = "x"
"""
)


def test_a_row_in_error_is_told_with_its_line_and_the_others_are_used(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(TRIGGERS)
    book = read_codebook(path)
    assert [own.name for own in book.types] == ["tampering"]
    assert [t.where for t in book.triggers] == ["own.toml:15", "own.toml:34"]
    told = [problem.removeprefix(f"{path}:") for problem in book.problems]
    assert [int(line.partition(":")[0]) for line in told] == [7, 11, 21, 28]
    for line, words in zip(told, ("DANCE", "twice", "COERCE has no mode 'dance'", "'nothing'"), strict=True):
        assert words in line
    senses, problems = senses_of(book)
    assert len(senses) == 1
    assert problems[0].startswith("own.toml:34: ")


def test_every_example_of_the_worked_codebook_codes() -> None:
    coder = OwnCoder(read_codebook(EXAMPLE))
    assert len(coder.book.triggers) >= 3
    assert list(check_triggers(coder)) == []
    # without its triggers nothing of the kind is found
    bare = replace(coder.book, triggers=())
    kinds = {
        m.event_type
        for t in coder.book.triggers
        for m in bare.apply(Coder().code(Document("x", t.example))).event_mentions
    }
    assert "tampering" not in kinds
    assert coder.version.configuration != Coder().version.configuration


def test_coded_at_ingest_and_written_in_its_terms(tmp_path: Path) -> None:
    commands.register(app)
    run = CliRunner().invoke
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "1.txt").write_text(
        "LOKOJA, Nigeria, Feb 25, 2023\n\nArmed youths snatched ballot boxes from three polling stations in Lokoja on "
        "Saturday. Nigeria's president met Ghana's president in Accra on Friday.\n"
    )
    store, path = tmp_path / "e.duckdb", tmp_path / "own.csv"
    words = [
        "ingest",
        str(tmp_path / "reports"),
        "--store",
        str(store),
        "--workers",
        "0",
        "--ontology",
        str(EXAMPLE),
    ]
    result = run(app, words)
    assert result.exit_code == 0, result.output
    with Store.open(store, read_only=True) as held:
        found = held.connection.execute("SELECT event_type, rule FROM event_mentions ORDER BY 1").fetchall()
        ontologies = held.connection.execute("SELECT ontology FROM runs").fetchall()
    assert [kind for kind, _ in found] == ["COERCE", "CONSULT"]
    assert found[0][1].startswith("electoral-violence.toml:")
    assert "electoral-violence-1.0@" in ontologies[0][0]
    words = ["export", "csv", "--store", str(store), "--ontology", str(EXAMPLE), "-o", str(path)]
    result = run(app, words)
    assert result.exit_code == 0, result.output
    (row,) = csv.DictReader(path.open(encoding="utf-8"))
    assert (row["event_type"], row["event_mode"], row["plover_score"]) == ("tampering", "COERCE", "-7.0")
    assert run(app, ["reproduce", f"{path}.manifest.json"]).exit_code == 0
    records = tmp_path / "own.jsonl"
    assert run(app, ["export", "jsonl", *words[2:-1], str(records)]).exit_code == 0
    assert '"event_type": "tampering"' in records.read_text(encoding="utf-8")
    refused = run(app, ["export", "icews", *words[2:-1], str(tmp_path / "x")])
    assert refused.exit_code == 2
    assert "icews has types of its own" in refused.output


def test_the_command(tmp_path: Path) -> None:
    commands.register(app)
    report = tmp_path / "report.txt"
    report.write_text(
        "Gunmen attacked voters in Nairobi, Kenya, on Sunday. Kenya's president met Uganda's president."
    )
    run = CliRunner().invoke
    result = run(app, ["code", str(report), "--ontology", str(EXAMPLE), "--format", "csv"])
    assert result.exit_code == 0, result.output
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [(r["event_type"], r["event_mode"]) for r in rows] == [("attack-on-vote", "ASSAULT")]
    assert run(app, ["code", str(report), "--ontology", str(tmp_path / "none.toml")]).exit_code == 2
    refused = run(
        app, ["code", str(report), "--ontology", str(EXAMPLE), "--store", str(tmp_path / "x.duckdb")]
    )
    assert refused.exit_code == 2
