"""Prose of ministries: statements printed without marks, countermeasures, complaints, meetings of many states."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from dragoman.coding.quotes import handed_over, is_statement, quotes
from dragoman.reading.datelines import dateline
from tests.coding.shown import coded, row

if TYPE_CHECKING:
    from dragoman.coding import Coder

_DAY = dt.date(2016, 4, 12)


def _rows(coder: Coder, text: str, title: str | None = None) -> list[str]:
    return [row(m) for m in coded(coder, text, title, day=_DAY) if m.status == "asserted"]


def test_a_statement_printed_without_marks_is_quoted_to_its_end() -> None:
    text = "The ministry issued the following statement:\nWe reject it.\nThe ministry added that talks go on."
    assert [text[a:b] for a, b in quotes(text)] == ["We reject it."]
    assert handed_over("It issued this statement: We reject it.") == [len("It issued this statement: ")]
    assert quotes("The ministry issued a statement on Monday.\nNobody was hurt.") == []


def test_a_text_may_be_one_statement() -> None:
    assert is_statement("Statement by the Foreign Minister on Sudan")
    assert not is_statement("Statement on Sudan angers Chad")
    assert quotes("We reject it.", statement=True) == [(0, len("We reject it."))]


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        pytest.param(
            "The foreign ministry of Chad issued the following statement:\nSudan must withdraw its troops.",
            None,
            "REQUEST/yield TCD:GOV > SDN:GOV",
            id="demand in a printed statement",
        ),
        pytest.param(
            "We strongly condemn the raids by Sudanese forces on Adre.",
            "Statement by the Ministry of Foreign Affairs of Chad",
            "ACCUSE/disapprove TCD:GOV > SDN:MIL",
            id="we in a text that is a statement",
        ),
        pytest.param(
            "Athens infringes upon the rights of the islanders, the Turkish foreign ministry said.",
            None,
            "ACCUSE/disapprove TUR:GOV > GRC:GOV",
            id="infringes",
        ),
        pytest.param(
            "Greek officials continue to engage in provocations, the Turkish foreign ministry said.",
            None,
            "ACCUSE/disapprove TUR:GOV > GRC:GOV",
            id="continue to engage in provocations",
        ),
        pytest.param(
            "France said it was ready to impose sanctions on Turkey.",
            None,
            "THREATEN/relations FRA:GOV > TUR:GOV",
            id="ready to punish",
        ),
        pytest.param(
            "China will impose tariffs on Chile, the Chinese foreign ministry said.",
            None,
            "THREATEN/relations CHN:GOV > CHL:GOV",
            id="announced by one's own ministry",
        ),
        pytest.param(
            "France and Germany agreed that Serbia should hand over the general.",
            None,
            "REQUEST/change FRA:GOV DEU:GOV > SRB:GOV",
            id="agreed that others should",
        ),
        pytest.param(
            "Kyiv requested sanctions against Belarus.",
            None,
            "REQUEST/change UKR:GOV > BLR:GOV",
            id="requested sanctions",
        ),
        pytest.param(
            "Japan's foreign minister met the Chinese ambassador to protest against Beijing's drills.",
            None,
            "ACCUSE/disapprove JPN:GOV > CHN:GOV",
            id="protest of a minister",
        ),
        pytest.param(
            "Xi Jinping, leader of China, and visiting Russian President Vladimir Putin signed a declaration.",
            None,
            "SUPPORT/ CHN:GOV RUS:GOV > -",
            id="and his visitor",
        ),
        pytest.param(
            "Pakistan described as 'unfortunate' the remarks made by India's prime minister.",
            None,
            "ACCUSE/disapprove PAK:GOV > IND:GOV",
            id="described as",
        ),
        pytest.param(
            "The high commissioner of Bangladesh was summoned to the Foreign Office in Islamabad on Monday.",
            None,
            "ACCUSE/disapprove PAK:GOV > BGD:GOV",
            id="summoned by the host",
        ),
        pytest.param(
            "Armenia's accusation is disinformation, the Azerbaijani foreign ministry said.",
            None,
            "REJECT/ AZE:GOV > ARM:GOV",
            id="disinformation",
        ),
        pytest.param(
            "The Serbian minister spoke to reporters following a meeting with Chad's president.",
            None,
            "CONSULT/ TCD:GOV SRB:GOV > -",
            id="following",
        ),
    ],
)
def test_is_told(coder: Coder, text: str, title: str | None, expected: str) -> None:
    assert expected in _rows(coder, text, title)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Algeria vows countermeasures to Malian sanctions", "THREATEN/ DZA:GOV > MLI:GOV"),
        ("Kenya lodges complaint against Uganda at court", "ACCUSE/allege KEN:GOV > UGA:GOV"),
        ("France stalls EU mission to Chad", "REJECT/change FRA:GOV > TCD:GOV"),
    ],
)
def test_headlines(coder: Coder, title: str, expected: str) -> None:
    assert expected in _rows(coder, "", title)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param(
            "Peru expressed the hope that Chile will give guarantees.", "AGREE", id="only hoped for"
        ),
        pytest.param("Malta torpedoed an EU plan to arm the coast guard.", "AGREE", id="thwarted plan"),
        pytest.param("Ghana had been ready to send monitors to Togo.", "AGREE", id="was ready before"),
        pytest.param(
            "Jordan condemned the raid that hit a camp, leaving six dead.", "ASSAULT JOR", id="leaving dead"
        ),
        pytest.param(
            "The treaty has not been approved by the Greek parliament.", "REJECT", id="not yet approved"
        ),
        pytest.param(
            "Iran demanded the withdrawal of all troops stationed in Iraq.", "MOBILIZE", id="stationed"
        ),
        pytest.param(
            "The king attended the exchange of an accord between Oman and Fiji.", "ASSAULT", id="exchange"
        ),
        pytest.param(
            "Cairo handed him a note over a plane having violated its airspace.",
            "MOBILIZE/weapons EGY",
            id="having",
        ),
        pytest.param(
            "China said it had targeted Australia's tariffs on its steel.", "ASSAULT", id="target tariffs"
        ),
    ],
)
def test_is_not_told(coder: Coder, text: str, kind: str) -> None:
    told, _, who = kind.partition(" ")
    assert not [r for r in _rows(coder, text) if r.startswith(told) and who in r.partition(" > ")[0]]


@pytest.mark.parametrize(
    "head", ["SEOUL, (Reuters) – ", "Damascus, SANA- ", "Tehran, IRNA – ", "MINSK, May 3. /TASS/. "]
)
def test_datelines_of_agencies(head: str) -> None:
    found = dateline(f"{head}The minister met Chad's envoy.")
    assert found is not None
    assert found.end == len(head)


def test_envoy_of_the_country_told_before(coder: Coder) -> None:
    text = "Turkey summoned the Greek ambassador on Friday. Ambassador Kostas Lazaridis regretted the delay and met Turkish officials."
    met = [m for m in coded(coder, text, day=_DAY) if m.event_type == "CONSULT"]
    assert all(e.country != "TUR" for m in met for e in m.actors if "Lazaridis" in e.name)


def test_summit_is_of_the_body_that_meets(coder: Coder) -> None:
    text = "ECOWAS leaders met in Abuja on Sunday. The summit announced immediate sanctions on Niger."
    found = [m for m in coded(coder, text, day=_DAY) if m.event_type == "SANCTION"]
    assert all(e.country == "IGO" for m in found for e in m.actors)
