"""Named actors in sentences: how many are resolved, and how few wrongly."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from dragoman.knowledge import Candidate, Knowledge, NameMatch

SENTENCES = Path(__file__).with_name("sentences.tsv")
_TOKEN = re.compile(
    r"\[|\]|!\{|\}|(?:[A-Z]\.)+[A-Z]?|[A-Za-z\u00c0-\u02ff0-9]+(?:[-'’][A-Za-z\u00c0-\u02ff0-9]+)*|[^\sA-Za-z0-9]"
)


@dataclass
class Outcome:
    named: int = 0
    right: int = 0
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)


def marked(text: str) -> tuple[list[str], list[tuple[int, int]], list[tuple[int, int]]]:
    """The words of a sentence, the spans of its actors, and the spans that name none."""
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    others: list[tuple[int, int]] = []
    start = 0
    for token in _TOKEN.findall(text):
        if token in ("[", "!{"):
            start = len(words)
        elif token == "]":
            spans.append((start, len(words)))
        elif token == "}":
            others.append((start, len(words)))
        else:
            words.append(token)
    return words, spans, others


def right(found: Candidate, expected: str) -> bool:
    for answer in expected.split("|"):
        country, slash, sector = answer.partition("/")
        if answer in (found.actor_id, found.country):
            return True
        if slash and (found.country or "-") == country and sector in found.sectors:
            return True
    return False


def over(matches: list[NameMatch], span: tuple[int, int]) -> Candidate | None:
    """The first actor found that shares a word with a span."""
    hits = (m.candidates[0] for m in matches if m.start < span[1] and span[0] < m.end)
    return next((c for c in hits if c.kind != "place"), None)


@pytest.fixture(scope="module")
def outcome(base: Knowledge) -> Outcome:
    found = Outcome()
    lines = SENTENCES.read_text(encoding="utf-8").splitlines()
    for line in [x for x in lines if x and not x.startswith("#")][1:]:
        day, text, answers = (line + "\t").split("\t")[:3]
        words, spans, others = marked(text)
        matches = base.names_in(words, dt.date.fromisoformat(day))
        expected = [a for a in answers.split(";") if a]
        for span, answer in zip(spans, expected, strict=True):
            if answer == "?":
                continue
            found.named += 1
            actor = over(matches, span)
            said = f"{day} {' '.join(words[span[0] : span[1]])}: {answer}, got {actor}"
            if actor is None:
                found.missed.append(said)
            elif right(actor, answer):
                found.right += 1
            else:
                found.wrong.append(said)
        for span in others:
            actor = over(matches, span)
            if actor is not None:
                found.invented.append(f"{day} {' '.join(words[span[0] : span[1]])}: got {actor}")
    return found


def test_named_actors_are_resolved(outcome: Outcome) -> None:
    assert outcome.named >= 240
    assert outcome.right / outcome.named >= 0.97, "\n".join(outcome.missed)


def test_fewer_than_two_in_a_hundred_are_wrong(outcome: Outcome) -> None:
    wrong = [*outcome.wrong, *outcome.invented]
    assert len(wrong) / (outcome.named + len(outcome.invented)) < 0.02, "\n".join(wrong)
