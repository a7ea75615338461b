"""Who is quoted or reported as saying what: one sentence of our own for every construction."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.coding.cues import cues
from dragoman.coding.quotes import Quotes, quotes
from dragoman.records import Document, Statement

if TYPE_CHECKING:
    from dragoman.coding import Coder


def statements(coder: Coder, text: str, title: str | None = None) -> tuple[Statement, ...]:
    return coder.code(Document("d", text, title=title)).statements


# text, speaker, words of the statement, kind
CONSTRUCTIONS = [
    ("The harbour master said that the storm would pass.", "harbour master", "the storm would pass", "indirect"),
    ("The bridge will stay closed, Mayor Anna Lindqvist told reporters.", "Lindqvist", "will stay closed", "indirect"),
    ("The army, officials said, has left the valley.", "officials", "has left the valley", "indirect"),
    ('"The harvest," the farmer said, "was lost to the frost."', "farmer", "was lost to the frost", "direct"),
    ('The captain went on: "No ship left the harbour."', "captain", "No ship left the harbour", "direct"),
    ('"Who gave that order?" The colonel asked.', "colonel", "Who gave that order", "direct"),
    ('He called the talks "a waste of time".', "He", "a waste of time", "mixed"),
    ("Residents are worried that the river will rise again.", "Residents", "the river will rise", "indirect"),
    ("Most voters think that taxes are too high.", "voters", "taxes are too high", "indirect"),
    ("The union's claim that police beat strikers was false.", "union", "police beat strikers", "indirect"),
    ("In the minister's view, the treaty is dead.", "minister", "the treaty is dead", "indirect"),
    ("As the pilot put it, nobody looks at the sky.", "pilot", "nobody looks at the sky", "indirect"),
    ("According to the ministry, the dam will hold.", "ministry", "the dam will hold", "indirect"),
    ("The report says the army burned villages.", "report", "the army burned villages", "indirect"),
    ("Only 30 percent of voters consider the mayor honest.", "voters", "the mayor honest", "indirect"),
    ("The prosecutor, who said the files were forged, left.", "prosecutor", "the files were forged", "indirect"),
    ("The senator criticised the plan to close the port.", "senator", "the plan to close the port", "attitude"),
    ("The plan was condemned by the opposition leader.", "opposition leader", "The plan", "attitude"),
    ("The president vowed to rebuild the port.", "president", "to rebuild the port", "attitude"),
    ("The union issued a call for a general strike.", "union", "a general strike", "attitude"),
    ("The bishop spoke about the long war in the hills.", "bishop", "the long war in the hills", "attitude"),
    ("The envoy described the talks as frank.", "envoy", "the talks as frank", "attitude"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "words", "kind"), CONSTRUCTIONS)
def test_construction(coder: Coder, text: str, speaker: str, words: str, kind: str) -> None:
    found = statements(coder, text)
    hits = [s for s in found if words in s.text and speaker in s.speaker.name]
    assert hits, [(s.speaker.name, s.text, s.kind) for s in found]
    assert hits[0].kind == kind
    assert text[hits[0].span[0] : hits[0].span[1]] == hits[0].text


NOTHING = [
    "The law is expected to pass in June.",
    "Fighters attacked the base, killing two soldiers.",
    "The film shows two brothers who sail to the island.",
    "Asked whether she would run, the mayor left the room.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_speaker_no_statement(coder: Coder, text: str) -> None:
    assert statements(coder, text) == ()


def test_speech_tag_before_colon_on_a_line_of_its_own(coder: Coder) -> None:
    text = "Foreign Minister Lena Holm issued a statement:\n\n“We will not pay. The debt is not ours.”"
    direct = [s for s in statements(coder, text) if s.kind == "direct"]
    assert [(s.speaker.name, s.text) for s in direct] == [
        ("Lena Holm", "We will not pay. The debt is not ours.")
    ]


def test_quote_continues_with_the_same_speaker(coder: Coder) -> None:
    text = (
        "Governor Omar Haddad met reporters in the capital. “We lost the road,” he said. "
        "“The army must come back and hold the bridge.”\n\n“Without it the town will starve.”"
    )
    direct = [s for s in statements(coder, text) if s.kind == "direct"]
    assert len(direct) == 3
    assert {s.speaker.name for s in direct} == {"Omar Haddad"}


def test_quote_over_several_sentences_is_one_statement(coder: Coder) -> None:
    text = "“The well is dry. The goats are dead. We are leaving,” herder Yusuf Idris said."
    (only,) = [s for s in statements(coder, text) if s.kind == "direct"]
    assert only.text == "The well is dry. The goats are dead. We are leaving,"
    assert only.speaker.name.endswith("Idris")


def test_headline_that_opens_with_its_speaker(coder: Coder) -> None:
    found = statements(coder, "The talks ended on Monday.", title="Minister: Talks with rebels have failed")
    assert [(s.speaker.name, s.text, s.field) for s in found] == [
        ("Minister", "Talks with rebels have failed", "title")
    ]


def test_pronouns_and_descriptions_are_resolved(coder: Coder) -> None:
    text = (
        "Prime Minister Lena Holm said the port would reopen. She accused the union of lying. "
        "The prime minister promised new ships."
    )
    assert {s.speaker.name for s in statements(coder, text)} == {"Lena Holm"}


def test_the_group_is_the_group_named_before(coder: Coder) -> None:
    text = "Boko Haram attacked the town on Friday. The group said it had captured 20 soldiers."
    (said,) = [s for s in statements(coder, text) if s.kind == "indirect"]
    assert said.speaker.actor_id == "org:boko-haram"
    assert said.speaker.resolved_by is not None


def test_an_order_of_two_speakers(coder: Coder) -> None:
    text = "The army said on Tuesday that rebels who claimed they had won were lying."
    found = {s.speaker.name: s for s in statements(coder, text)}
    assert [e.name for e in found["rebels"].reported_by] == ["army"]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("He said “yes” and “no”.", ["yes", "no"]),
        ('"One. Two." Three.', ["One. Two."]),
        ("“An open quote that runs to the end\nnext", ["An open quote that runs to the end"]),
        ("Cruz: 'We Will Win'", ["We Will Win"]),
        ("The soldiers' tents weren't there.", []),
    ],
)
def test_quotes(text: str, spans: list[str]) -> None:
    assert [text[a:b] for a, b in quotes(text)] == spans


def test_quotes_by_position() -> None:
    q = Quotes("A “bc” d “ef”.")
    assert q.at(3) == (3, 5)
    assert q.at(6) is None
    assert q.ending_before(7) == (3, 5)
    assert q.starting_after(8) == (10, 12)
    assert q.within(0, 20) == [(3, 5), (10, 12)]


def test_cue_table_is_sound() -> None:
    frames = {"clause", "ask", "np", "to", "data", "as"}
    kinds = {"say", "think", "ask", "want", "plan", "attitude", "topic"}
    for found in cues().values():
        for cue in found:
            assert cue.kind in kinds
            assert cue.frames & frames or cue.prepositions, cue.lemma
            assert cue.example.endswith("."), cue.lemma


def test_words_of_saying_inside_a_quotation_do_not_stop_the_coder(coder: Coder) -> None:
    said = (
        '"I told the envoy that we see no reason for it," Mr Tokayev was quoted as saying by Kazakh news agencies '
        "after a telephone conversation with the president."
    )
    assert any("no reason for it" in said[slice(*s.span)] for s in statements(coder, said))
