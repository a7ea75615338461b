"""According to whom an event is told: the chain from the nearest speaker to the outlet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.records import Document

if TYPE_CHECKING:
    from dragoman.coding import Coder

# text, trigger word, (name, kind) of the chain
CHAINS = [
    (
        "State media reported that the president had told ministers that rebels killed 12 soldiers.",
        "killed", [("president", "speaker"), ("State media", "outlet")],
    ),
    ("Police shot dead two protesters, a source told Reuters.", "shot", [("source", "anonymous"), ("Reuters", "agency")]),
    (
        "The spokesman said that Turkish jets bombed the village, Anadolu reported on Sunday.",
        "bombed", [("spokesman", "speaker"), ("Anadolu Agency", "agency")],
    ),
    (
        "Iranian state TV quoted the commander as saying that troops had captured the town.",
        "captured", [("commander", "speaker"), ("Iranian state TV", "outlet")],
    ),
    (
        "Troops captured the town, according to the Interfax news agency, citing the governor.",
        "captured", [("governor", "speaker"), ("Interfax", "agency")],
    ),
    (
        "Rebels attacked the base, officials said on condition of anonymity.",
        "attacked", [("officials", "anonymous")],
    ),
    (
        "In a statement carried by SANA, the ministry said militants attacked the convoy.",
        "attacked", [("ministry", "speaker"), ("Syrian Arab News Agency", "agency")],
    ),
    ("A report by Amnesty International said police tortured detainees.", "tortured", [("Amnesty International", "document")]),
    (
        "Ghanaian and Togolese officials have confirmed a new rocket test by North Korea.",
        "test", [("Ghanaian and Togolese officials", "anonymous")],
    ),
    ("Residents reported heavy fighting between Mali's army and rebels in Gao.", "reported", [("Residents", "anonymous")]),
    (
        "In an article in The Japan Times, troops in Chad are said to have killed four rebels.",
        "killed", [("The Japan Times", "outlet")],
    ),
    ("Speaking on state television, the governor said troops had attacked the port.", "attacked", [("governor", "speaker")]),
    ("Earlier Ruto declared \"we know the truth\" after rebels attacked a base in Kenya.", "attacked", []),
    ("The mayor added \"this must end\" as Chadian jets bombed the village.", "bombed", []),
    ("Ruto's party insisted all was well, and many senators accused Kenya's police of fraud.", "accused", []),
    ("As we have reported, rebels killed four policemen in Kano last year.", "killed", []),
    ("Chad: Soldiers killed two rebels near Abeche.", "killed", []),
    ("Soldiers killed four villagers on Monday.", "killed", []),
    ("The mayor wants the army to attack the camp after rebels killed two guards.", "killed", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "chain"), CHAINS)
def test_chain(coder: Coder, text: str, trigger: str, chain: list[tuple[str, str]]) -> None:
    mentions = coder.code(Document("d", text, outlet="The Daily Lantern")).event_mentions
    told = [m for m in mentions if text[slice(*m.evidence.trigger)] == trigger]
    assert told, [text[slice(*m.evidence.trigger)] for m in mentions]
    assert [(e.name, e.kind) for e in told[0].attribution] == [*chain, ("The Daily Lantern", "outlet")]


@pytest.mark.parametrize(
    ("title", "teller"),
    [
        ("Sudan rebels clash with army in Darfur - aid worker", "aid worker"),
        ("Rebels kill four police in Darfur - Army Officer", "Army Officer"),
        ("Chad rebels kill nine soldiers – police", "police"),
    ],
)
def test_who_tells_a_headline_behind_its_dash(coder: Coder, title: str, teller: str) -> None:
    (m,) = coder.code(Document("d", "", title=title)).event_mentions
    assert [e.name for e in m.attribution] == [teller]


def test_an_event_in_a_quote_of_several_sentences(coder: Coder) -> None:
    text = "“The road is cut. The rebels killed two guards on Monday. We buried them,” Governor Omar Haddad said."
    (m,) = [m for m in coder.code(Document("d", text)).event_mentions if m.event_type == "ASSAULT"]
    assert [e.name for e in m.attribution] == ["Omar Haddad"]


def test_we_is_the_side_of_the_speaker(coder: Coder) -> None:
    text = "“We will strike Iran if it crosses the line,” Israeli Defence Minister Benny Gantz said."
    (m,) = coder.code(Document("d", text)).event_mentions
    assert [a.country for a in m.actors] == ["ISR"]
    assert [e.name for e in m.attribution] == ["Benny Gantz"]


def test_who_said_it_and_who_reported_that(coder: Coder) -> None:
    text = '"Chad is leaving the old camp behind," said Chad\'s Defence Minister Amir Bako, Alwihda news agency reported.'
    (statement,) = [s for s in coder.code(Document("d", text)).statements if s.kind == "direct"]
    assert statement.speaker.name == "Amir Bako"
