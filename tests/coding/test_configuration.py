"""Whatever changes what is coded changes the hash that stands in each record."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dragoman.coding import configuration as room
from dragoman.coding import senses
from dragoman.coding.configuration import configuration

FILES = sorted(p.relative_to(room.ROOM).as_posix() for p in room.ROOM.rglob("*.tsv"))


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The room's data files and the model, where they may be changed."""
    made = tmp_path / "coding"
    shutil.copytree(room.ROOM, made, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    monkeypatch.setattr(room, "ROOM", made)
    monkeypatch.setattr(room, "_LEXICON", made / "lexicon")
    monkeypatch.setattr(room, "MODEL_FILE", made / "model" / "disambiguator.npz")
    return made


def test_every_data_file_and_the_model_count(copied: Path) -> None:
    assert {"contexts.tsv", "cues.tsv", "nouns.tsv", "speakers.tsv", "country_places.tsv"} <= set(FILES)
    before = configuration(copied / "lexicon", ["m", 0.5])
    for name in (*FILES, "model/disambiguator.npz"):
        path = copied / name
        content = path.read_bytes()
        path.write_bytes(content + b"#\n")
        assert configuration(copied / "lexicon", ["m", 0.5]) != before, name
        path.write_bytes(content)
    assert configuration(copied / "lexicon", ["m", 0.5]) == before


def test_it_is_the_same_wherever_dragoman_lies(copied: Path) -> None:
    here = configuration(copied / "lexicon", ["m", 0.5])
    moved = shutil.copytree(copied / "lexicon", copied.parent / "elsewhere")
    assert configuration(moved, ["m", 0.5]) == here


def test_settings_own_actors_and_own_lexicons_count(tmp_path: Path) -> None:
    before = configuration(senses.FOLDER, ["m", 0.5])
    own = tmp_path / "actors.tsv"
    own.write_text("one\n")
    with_actors = configuration(senses.FOLDER, ["m", 0.5], extra=[own])
    own.write_text("two\n")
    others = {
        configuration(senses.FOLDER, ["other", 0.5]),
        configuration(senses.FOLDER, ["m", 0.6]),
        configuration(senses.FOLDER, ["m", 0.5], own="abc"),
        configuration(tmp_path, ["m", 0.5]),
        with_actors,
        configuration(senses.FOLDER, ["m", 0.5], extra=[own]),
    }
    assert before not in others
    assert len(others) == 6
