"""What longer reports of diplomacy only think, fear or have called off, and who is meant in them."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder
from tests.coding.shown import coded, row

DAY = dt.date(2019, 5, 14)


def _told(coder: Coder, text: str, title: str | None = None) -> list[str]:
    counted = ("asserted", "future", "historical", "denied")
    return [row(m) for m in coded(coder, text, title, day=DAY) if m.status in counted]


NOT_TOLD = [
    ("Greece warned Turkey against recognising the island's breakaway state.", "SUPPORT"),
    ("Zambia cautioned Malawi against invading its neighbour.", "ASSAULT"),
    ("Critics saw the visit as a sign that Peru is ready to help Chile.", "AGREE"),
    (
        "The meeting of the Kenyan and Ugandan foreign ministers would have been the first in a year.",
        "CONSULT",
    ),
    ("Any agreement accepted by Hamas will be honoured.", "AGREE"),
    ("The bloc's special representative for the Georgia-Abkhazia talks flew home.", "CONSULT"),
    ("The commission is charged with monitoring Iraq's weapons.", "ACCUSE"),
]


@pytest.mark.parametrize(("text", "kind"), NOT_TOLD)
def test_what_is_only_thought_feared_or_off_is_not_told(coder: Coder, text: str, kind: str) -> None:
    assert not [r for r in _told(coder, text) if r.startswith(kind)]


def test_those_who_agreed_met_and_no_meeting_agreed(coder: Coder) -> None:
    rows = _told(coder, "Meeting in Oslo late on Monday, Chad and Sudan agreed to set up a commission.")
    assert rows == ["CONSULT/ TCD:GOV SDN:GOV > -", "AGREE/ TCD:GOV SDN:GOV > -"]


def test_sanctions_on_the_country_are_not_on_the_body_that_has_them(coder: Coder) -> None:
    text = "Until the U.N. is sure that Iraq has no such arms, it has imposed an arms embargo on the country."
    assert _told(coder, text) == ["SANCTION/discontinue UNO:GOV > IRQ:GOV"]


def test_washington_and_brussels_are_two_powers(coder: Coder) -> None:
    rows = _told(coder, "Both Washington and Brussels imposed sanctions on Russia.")
    assert rows == ["SANCTION/discontinue USA:GOV EUR:GOV > RUS:GOV"]


def test_a_jet_is_of_the_nation_named_before_it(coder: Coder) -> None:
    assert "SDN:GOV" in _told(coder, "Chad's army shot down a Sudanese fighter jet near the border.")[0]


def test_one_man_of_two_offices_is_one(coder: Coder) -> None:
    text = "Former Kenyan Prime Minister and current African Union mediator Raila Odinga met President Salva Kiir."
    assert len(coded(coder, text, day=DAY)[0].actors) == 2


def test_an_envoy_is_of_the_nation_that_the_report_gives_him(coder: Coder) -> None:
    rows = _told(coder, "Salman Dar, a former Pakistani high commissioner, urged India to resume talks.")
    assert rows
    assert rows[0].split()[1].startswith("PAK")


def test_a_headline_names_nobody_called_turkey(coder: Coder) -> None:
    text = "Ada Nkosi, the minister, met the envoy on Monday. Greece later filed a protest against Turkey."
    found = coded(coder, text, "Greece Summons Turkey's Envoy Over Sea Dispute", day=DAY)
    assert all(e.name == "Turkey" for m in found for e in m.recipients if e.country == "TUR")
