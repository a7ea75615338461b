"""Row by row: which coded mention counts as the event that a reader marked."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from dragoman.coding import Coder
from dragoman.evaluation import read_gold
from dragoman.evaluation.rows import RowScores
from dragoman.evaluation.tasks import code_row


def _side(country: str) -> list[dict[str, str]]:
    return [{"text": "x", "code": country, "sector": ""}]


def _scores(
    coder: Coder, folder: Path, text: str, source: str, target: str, place: str | None = None
) -> RowScores:
    event = {
        "source": _side(source),
        "target": _side(target),
        "plover_root": "CONSULT",
        "mode": None,
        "status": "asserted",
        "place": place,
        "evidence": text,
        "symmetric": False,
    }
    row = {
        "id": "r",
        "split": "dev",
        "lang": "en",
        "date": str(dt.date(1987, 3, 2)),
        "title": None,
        "text": text,
        "outlet": None,
        "events": [event],
    }
    path = folder / "gold.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    out = RowScores()
    for gold in read_gold(path, "dev"):
        out.add(gold, code_row(coder, gold))
    return out


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("Peru's president met rebel leaders from the Peruvian highlands in Lima on Monday.", "PER", "PER"),
        ("Peru's president met his Chilean counterpart in Lima on Monday.", "PER", "CHL"),
    ],
)
def test_talks_are_right_with_both_sides_among_the_actors(
    coder: Coder, tmp_path: Path, text: str, source: str, target: str
) -> None:
    scores = _scores(coder, tmp_path, text, source, target)
    assert (scores.coded, scores.met, scores.right) == (1, 1, 1)


def test_talks_with_somebody_else_are_not(coder: Coder, tmp_path: Path) -> None:
    text = "Peru's president met rebel leaders from the Peruvian highlands in Lima on Monday."
    scores = _scores(coder, tmp_path, text, "PER", "COL")
    assert (scores.coded, scores.met, scores.right) == (1, 1, 0)


@pytest.mark.parametrize(("place", "found"), [("Chilean capital", 1), ("Santiago", 1), ("Arica", 0)])
def test_a_place_is_right_by_its_name_or_by_the_words_that_told_it(
    coder: Coder, tmp_path: Path, place: str, found: int
) -> None:
    text = "Peru's president met his Chilean counterpart in the Chilean capital on Monday."
    assert _scores(coder, tmp_path, text, "PER", "CHL", place).facets["place"] == [found, 1]
