"""Every sense of the lexicon carries an example; all of them are coded here."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.coding import senses
from dragoman.coding.lexicon_check import check_examples, check_rows

if TYPE_CHECKING:
    from dragoman.coding import Coder

SHARE_THAT_CODES = 0.97
"""Only ever raised.  ``dragoman lexicon check`` lists the rest."""


def test_every_sense_has_an_example(coder: Coder) -> None:
    assert [s.where for s in coder.lexicon.senses if not s.example] == []
    assert coder.lexicon.problems == []


def test_no_sense_is_out_of_reach(coder: Coder) -> None:
    assert [
        str(f) for f in check_rows(coder.lexicon) if "near miss" in f.message or "no verb" in f.message
    ] == []


def test_senses_out_of_reach_are_named(tmp_path: Path) -> None:
    shutil.copytree(senses.FOLDER, tmp_path / "lexicon")
    own = tmp_path / "lexicon" / "coerce.tsv"
    lines = own.read_text(encoding="utf-8").rstrip("\n").split("\n")
    barred = "v\tA bar R\trestrict\t172\t\tbar|pub\tPeru barred two Chilean ministers."
    in_force = "v\tban be in force\trestrict\t172\t\t\tA ban was in force in Quito."
    own.write_text("\n".join([*lines, barred, in_force]) + "\n", encoding="utf-8")
    found = {f.where: f.message for f in check_rows(senses.load(tmp_path / "lexicon"))}
    assert "'bar' is a word of the sense itself" in found[f"coerce.tsv:{len(lines) + 1}"]
    assert "no verb is found in it" in found[f"coerce.tsv:{len(lines) + 2}"]


def test_examples_code_as_their_rows_say(coder: Coder) -> None:
    verdicts = list(check_examples(coder))
    wrong = [str(finding) for _, finding in verdicts if finding is not None]
    assert len(verdicts) > 3000
    assert 1 - len(wrong) / len(verdicts) >= SHARE_THAT_CODES, "\n".join(wrong)


def test_two_classes_of_one_name_are_told(tmp_path: Path) -> None:
    """The second would silently take the words of every pattern that means the first."""
    shutil.copytree(senses.FOLDER, tmp_path / "lexicon")
    table = tmp_path / "lexicon" / "classes.tsv"
    lines = table.read_text(encoding="utf-8").rstrip("\n").split("\n")
    table.write_text("\n".join([*lines, "talks\tchat/gossip"]) + "\n", encoding="utf-8")
    found = {f.where: f.message for f in check_rows(senses.load(tmp_path / "lexicon"))}
    assert found == {f"classes.tsv:{len(lines) + 1}": "a class 'talks' stands further up already"} | {
        k: v for k, v in found.items() if not k.startswith("classes.tsv")
    }
