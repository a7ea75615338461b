"""What courts order and charge, what lies ahead of a deed, what is said before the press, and words cut short."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.coding.shown import coded, row

if TYPE_CHECKING:
    from dragoman.coding import Coder

DAY = dt.date(2014, 3, 5)


def _rows(coder: Coder, text: str, title: str | None = None) -> list[str]:
    """The rows of a report, without what nobody did."""
    told = coded(coder, text, title, day=DAY)
    return [row(m) for m in told if m.status not in ("negated", "hypothetical")]


TOLD = [
    # a participle that looks like an adjective
    ("A judge in Lusaka ordered the accounts of the union frozen.", "SANCTION/discontinue ZMB:JUD > ZMB:LAB"),
    ("A judge in Lusaka ordered that the union's accounts be frozen.", "COERCE/seize ZMB:JUD > ZMB:LAB"),
    # charges that prosecutors put as what they say
    ("Prosecutors in Lima said the general had ordered the killing of two nuns.", "ACCUSE/allege PER:JUD > PER:MIL"),
    ("The prosecution in Zagreb argued that Ivo Maric had tortured prisoners.", "ACCUSE/allege HRV:JUD > HRV:"),
    # said before the press
    ("Speaking at a news conference, the Danish minister agreed to free the sailors.", "AGREE/ DNK:GOV > DNK:"),
    ("At a press briefing in Oslo, Norway promised aid to Chad.", "AGREE/ NOR:GOV > TCD:GOV"),
    # readiness, told with a noun
    ("Ghana signalled interest in working with Norway on fish.", "AGREE/ GHA:GOV > NOR:GOV"),
    # steps that are thought of
    ("The European Union is pondering further steps against Belarus.", "THREATEN/ EUR:GOV > BLR:GOV"),
    # who is under threat, held, or hunted
    ("Christian families are under threat from jihadists in Iraq.", "THREATEN/ IRQ:UAF > IRQ:REL"),
    ("The rebels hold prisoner nine Colombian policemen.", "ASSAULT/abduct COL:REB > COL:COP"),
    # the first of two surnames, which a town of another land bears too
    (
        "LIMA - Colonel Juan Ovalle Ruiz appeared in court on Monday. Police in Lima arrested Ovalle last year.",
        "COERCE/arrest PER:COP > PER:MIL",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_it_is_told(coder: Coder, text: str, expected: str) -> None:
    assert any(r.startswith(expected) for r in _rows(coder, text)), _rows(coder, text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The hotel in Lusaka ordered frozen fish.", "COERCE"),
        ("Prosecutors in Lyon said police arrested five suspects.", "ACCUSE"),
        ("Prosecutors in Lima said gunmen killed two policemen.", "ACCUSE"),
        ("Prosecutors in Lima said the driver had not attacked the minister.", "ACCUSE"),
        ("The minister in Lima agreed to speak at a press conference.", "AGREE"),
        ("Canada wants to wait before imposing sanctions on Cuba.", "SANCTION"),
        ("Norway would ask the council before sending troops to Libya.", "MOBILIZE"),
        ("The health minister in Rome is considering steps against the virus.", "THREATEN"),
        ("The police in Leeds launched a drive against drunk drivers.", "ASSAULT"),
        ("The rebel lawmakers in Nairobi withdrew after a row.", "RETREAT"),
    ],
)
def test_it_is_not_told(coder: Coder, text: str, kind: str) -> None:
    assert not [r for r in _rows(coder, text) if r.startswith(kind)]


def test_a_deed_before_which_another_was_done_is_told(coder: Coder) -> None:
    assert "ASSAULT/aerial FRA:MIL > MLI:REB" in _rows(
        coder, "French jets circled twice before bombing the rebel base in Mali."
    )


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Govt bans opposition newspaper", "COERCE/censor ZMB:GOV"),
        ("Gov't bans opposition newspaper", "COERCE/censor ZMB:GOV"),
        ("Zambian Govt bans opposition newspaper", "COERCE/censor ZMB:GOV"),
        ("Oppn urges Govt to free editor", "REQUEST/yield ZMB:OPP > ZMB:GOV"),
        ("State Dept slams Zambian junta", "ACCUSE/disapprove USA:GOV > ZMB:"),
    ],
)
def test_words_cut_short(coder: Coder, title: str, expected: str) -> None:
    rows = _rows(coder, "LUSAKA - Officials of Zambia gave no details.", title)
    assert any(r.startswith(expected) for r in rows), rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'The envoy of Italy told reporters after meeting President Joaquim dos Anjos: "We agree."',
            "CONSULT/ ITA:GOV ?:GOV > -",
        ),
        ("Syrian-Turkish talks were held in Geneva.", "CONSULT/ SYR:GOV TUR:GOV > -"),
        ("Sino-Indian talks on the border resumed in Delhi.", "CONSULT/ CHN:GOV IND:GOV > -"),
        ("Police in Dili arrested Nuno das Dores, a union leader.", "COERCE/arrest TLS:COP > TLS:LAB"),
        ("The Treasury targeted three Syrian generals for shipping arms.", "SANCTION/discontinue"),
    ],
)
def test_small_words_of_names_and_ministries(coder: Coder, text: str, expected: str) -> None:
    assert any(r.startswith(expected) for r in _rows(coder, text)), _rows(coder, text)


@pytest.mark.parametrize(
    "text",
    [
        "Officials in Lima spoke of the Ibero-American summit.",
        "Some 3 million Malians are due to vote on Sunday to choose a parliament.",
    ],
)
def test_no_party_and_no_promise(coder: Coder, text: str) -> None:
    assert not [r for r in _rows(coder, text) if r.startswith(("CONSULT", "AGREE"))]
