from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.cli import commands
from dragoman.cli.app import app
from dragoman.ontology.codebook import CodebookError, read_codebook
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
        (HEAD + '[[type]]\nname = "x"\nfrom = [{ cameo = "18" }]\n' * 2, "twice"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "own.toml"
    path.write_text(text)
    with pytest.raises(CodebookError) as caught:
        read_codebook(path)
    assert str(path) in str(caught.value)
    assert words in str(caught.value)


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
