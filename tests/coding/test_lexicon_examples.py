"""Every sense of the lexicon carries an example; all of them are coded here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.lexicon_check import check_examples

if TYPE_CHECKING:
    from dragoman.coding import Coder

SHARE_THAT_CODES = 0.97
"""Only ever raised.  ``dragoman lexicon check`` lists the rest."""


def test_every_sense_has_an_example(coder: Coder) -> None:
    assert [s.where for s in coder.lexicon.senses if not s.example] == []
    assert coder.lexicon.problems == []


def test_examples_code_as_their_rows_say(coder: Coder) -> None:
    verdicts = list(check_examples(coder))
    wrong = [str(finding) for _, finding in verdicts if finding is not None]
    assert len(verdicts) > 3000
    assert 1 - len(wrong) / len(verdicts) >= SHARE_THAT_CODES, "\n".join(wrong)
