"""Reports that are no news of politics are spared the parser, and no other is."""

from __future__ import annotations

from dragoman.coding import Coder
from dragoman.coding.topic import Topic
from dragoman.reading import document_from_text

MATCH = (
    "The visitors struck first when the winger fired a low shot past the goalkeeper after nine minutes.\n\n"
    "The home side attacked down both flanks and their captain hit the bar with a header before half time. "
    "The striker, who has scored twelve goals this season, beat two defenders and chipped the ball over the line.\n\n"
    "“We defended like a team that wanted to win the league,” the coach said after the final whistle. "
    "His midfielder was booked for a late tackle and will miss the derby on Saturday. "
    "The club signed a new left-back in the summer transfer window and the fans sang his name all evening. "
    "Both teams play again in the cup next week, when the winner meets the holders in the quarter-final."
)
SHELLING = (
    "Government troops shelled the rebel-held town of Harim on Monday, killing at least nine people.\n\n"
    "The foreign ministry in Ankara condemned the attack and called on Damascus to withdraw its forces. "
    "A spokesman for the rebels said their fighters had captured two tanks and taken eleven soldiers prisoner.\n\n"
    "The United Nations envoy met leaders of both sides in Geneva and urged them to sign a truce. "
    "Syria denied that its aircraft had bombed the town and accused the rebels of attacking a convoy. "
    "Turkey closed the border crossing on Sunday and sent two more battalions to the frontier. "
    "Aid workers said some 3,000 people had fled to villages in the north since the fighting began."
)


def test_a_match_report_is_not_parsed(coder: Coder) -> None:
    _, traces = coder.explain(document_from_text(MATCH))
    assert sum(t.off_topic for t in traces) >= 3
    assert all(t.parse is None for t in traces if t.off_topic)


def test_a_report_on_a_war_is_parsed_whole(coder: Coder) -> None:
    _, traces = coder.explain(document_from_text(SHELLING))
    assert not any(t.off_topic for t in traces)


def test_a_sentence_alone_is_always_read(coder: Coder) -> None:
    _, traces = coder.explain(document_from_text(MATCH.split(". ")[0] + "."))
    assert not any(t.off_topic for t in traces)


def test_the_company_that_a_sentence_keeps_decides() -> None:
    topic = Topic.load()
    attack = "The captain said they had attacked too late."
    sport, war = MATCH.replace("\n\n", " ").split(". "), SHELLING.replace("\n\n", " ").split(". ")
    assert topic.surely_none([*sport, attack])[-1]
    assert not topic.surely_none([*war, attack])[-1]


def test_words_that_nobody_knows_tell_nothing() -> None:
    assert Topic({}, 0.0).of("Xyzzy plugh") == 0.0
    assert Topic({}, 0.0).surely_none([]) == []
