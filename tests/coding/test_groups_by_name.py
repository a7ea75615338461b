"""Armed groups and parties by the name that follows them, and the two named last; places in a row; what is expected."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder
from tests.coding.shown import coded, row

DAY = dt.date(2015, 6, 10)


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("A party known as UNITA accused the Angolan government of rigging the poll.", ["UNITA"]),
        ("An Islamist group called Ansar Dine destroyed tombs in Timbuktu.", ["Ansar Dine"]),
        (
            "FARC fighters left the zone. The smaller group known as the ELN attacked a patrol in Arauca.",
            ["National Liberation Army"],
        ),
        (
            "Boko Haram and ISWAP hold camps on Lake Chad. Both groups attacked soldiers in Nigeria on Monday.",
            ["Boko Haram", "Islamic State West Africa Province"],
        ),
    ],
)
def test_a_group_is_known_by_its_name(coder: Coder, text: str, doers: list[str]) -> None:
    found = coded(coder, text, day=DAY)
    assert [a.name for a in found[-1].actors] == doers, [row(m) for m in found]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed nine traders in Katsina and Sokoto states on Monday.",
        "Rebels killed two soldiers in Ituri, North Kivu and South Kivu provinces.",
    ],
)
def test_provinces_in_a_row_are_where_it_happened(coder: Coder, text: str) -> None:
    found = coded(coder, text, day=DAY)
    assert [len(m.recipients) for m in found] == [1], [row(m) for m in found]


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("The United Nations said the food convoy should reach Juba in three days.", False),
        ("President Ruto said the Kenyan officers should arrive in Haiti within two weeks.", False),
        ("The United Nations said Sudan should stop the raids within two weeks.", True),
    ],
)
def test_what_should_be_there_by_then_is_expected(coder: Coder, text: str, *, asks: bool) -> None:
    assert ("REQUEST" in [m.event_type for m in coded(coder, text, day=DAY)]) is asks


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("The Zambian minister said Malawi is critical to the peace of the region.", []),
        ("Ghana's foreign minister met her counterpart from Togo in Accra.", ["CONSULT"]),
    ],
)
def test_no_deed_of_its_own(coder: Coder, text: str, rows: list[str]) -> None:
    found = coded(coder, text, day=DAY)
    assert [m.event_type for m in found] == rows, [row(m) for m in found]


def test_a_group_is_no_man_named_before(coder: Coder) -> None:
    found = coded(coder, "The FARC released a miner, Juan Rios. The group also freed two others.", day=DAY)
    assert [a.name for a in found[-1].actors] == ["Revolutionary Armed Forces of Colombia"]


def test_what_is_demanded_next_is_no_deed(coder: Coder) -> None:
    text = "The Honduran government demanded the FPN renounce kidnapping and free a prominent lawyer."
    assert "RETREAT" not in [m.event_type for m in coded(coder, text, day=DAY)]


def test_a_counterpart_is_of_where_he_comes_from(coder: Coder) -> None:
    (met,) = coded(coder, "Ghana's foreign minister met her counterpart from Togo in Accra.", day=DAY)
    assert {a.country for a in met.actors} == {"GHA", "TGO"}


def test_nobody_is_blamed_for_events_in_another_land(coder: Coder) -> None:
    found = coded(
        coder,
        "President Kufuor cancelled an official visit to Spain and an audience with the king. Spain had invited "
        'him in May. ECOWAS called the events in Lome "very regrettable".',
        day=DAY,
    )
    assert all(r.country != "ESP" for m in found if m.event_type == "ACCUSE" for r in m.recipients)
