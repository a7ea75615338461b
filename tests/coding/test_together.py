"""Who is meant where a sentence joins several parties, or two titles of one."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder
from tests.coding.shown import coded, row

DAY = dt.date(2023, 5, 10)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sweden and Denmark said they had expelled five Russian diplomats.",
            "SANCTION/expel SWE:GOV DNK:GOV > RUS:GOV",
        ),
        (
            "Gunmen fired on US, Polish and Danish soldiers in Basra.",
            "ASSAULT/firearms IRQ:UAF > USA:MIL POL:MIL DNK:MIL",
        ),
        (
            "Minsk expelled an employee of the Polish and Lithuanian embassies.",
            "SANCTION/expel BLR:GOV > POL:GOV LTU:GOV",
        ),
    ],
)
def test_all_who_are_joined(coder: Coder, text: str, expected: str) -> None:
    assert [row(m) for m in coded(coder, text, day=DAY)] == [expected]


def test_two_titles_are_one_person(coder: Coder) -> None:
    text = "Opposition leader and former wrestler Vitaly Klitschko met Angela Merkel in Berlin."
    (met,) = coded(coder, text, day=dt.date(2014, 2, 17))
    assert [a.country for a in met.actors] == ["UKR", "DEU"]


def test_the_two_who_are_held_are_people(coder: Coder) -> None:
    text = (
        "A court in Baku sentenced two bloggers on Monday. The two were arrested in May near the Caspian Sea."
    )
    rows = coded(coder, text, day=DAY)
    assert {r.country for m in rows for r in m.recipients} == {"AZE"}


def test_the_country_of_who_speaks_for_it(coder: Coder) -> None:
    text = "Norway's foreign ministry said the country was ready for talks with Iran."
    assert [row(m) for m in coded(coder, text, day=DAY)] == ["AGREE/ NOR:GOV > IRN:GOV"]


def test_who_is_released_was_held_by_those_who_took_him(coder: Coder) -> None:
    text = "Police detained the journalist Ada Holm in Minsk. Holm was released on Tuesday."
    held, freed = coded(coder, text, day=DAY)
    assert row(freed) == "RETREAT/release BLR:COP > BLR:JRN.MED"
    assert held.actors[0].sectors == freed.actors[0].sectors


def test_who_is_accused_beside_a_name(coder: Coder) -> None:
    """The ally is accused of treason, and his friend accuses nobody."""
    text = (
        "Riga arrested a former Latvian minister and friend of President Vladimir Putin accused of treason."
    )
    assert not [m for m in coded(coder, text, day=DAY) if any(a.country == "RUS" for a in m.actors)]


def test_a_lighter_sentence_is_a_concession(coder: Coder) -> None:
    text = "A court in Minsk replaced the journalist's jail term with a fine."
    assert [row(m) for m in coded(coder, text, day=DAY)] == ["CONCEDE/ BLR:JUD > BLR:JRN.MED"]


def test_albanians_near_pristina_are_of_kosovo(coder: Coder) -> None:
    text = "Serbian forces killed 40 Albanians in a village near Pristina."
    (told,) = coded(coder, text, day=dt.date(1999, 1, 20))
    assert [e.country for e in (*told.actors, *told.recipients)] == ["SRB", "XKX"]


@pytest.mark.parametrize(
    "text",
    [
        "Minsk expelled six diplomats of the Baltic states.",
        "Minsk expelled the three Baltic countries' envoys.",
    ],
)
def test_states_that_a_region_calls_together(coder: Coder, text: str) -> None:
    (told,) = coded(coder, text, day=DAY)
    assert [r.country for r in told.recipients] == ["EST", "LVA", "LTU"]


def test_losses_told_by_the_own_side(coder: Coder) -> None:
    """Who says that his army's losses were high did not inflict them."""
    text = (
        "Kyrgyz forces fired on three Tajik border villages on Friday, Dushanbe said. "
        "Kyrgyz defence minister Ada Sooronbay said military casualties had been high."
    )
    rows = coded(coder, text, day=dt.date(2022, 9, 16))
    assert not [m for m in rows if any("attacked, as the report" in (a.resolved_by or "") for a in m.actors)]
