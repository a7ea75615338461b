"""Bodies that states have made, told of as "the bloc", and names that stand behind a number or a rank."""

import datetime as dt

import pytest

from dragoman.coding import Coder
from dragoman.records import Document


def sides(coder: Coder, text: str) -> list[str]:
    """Type, actors and recipients of every row: "SANCTION ECOWAS > Niger"."""
    record = coder.code(Document("d1", text, published=dt.date(2022, 2, 24)))
    return [
        f"{m.event_type} {', '.join(e.name for e in m.actors)} > {', '.join(e.name for e in m.recipients)}"
        for m in record.event_mentions
    ]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The West African bloc imposed sanctions on Niger.", "SANCTION ECOWAS > Niger"),
        ("The Gulf bloc condemned Iran.", "ACCUSE Gulf Cooperation Council > Iran"),
        (
            "ASEAN foreign ministers met over Laos. The 10-member group condemned Myanmar.",
            "ACCUSE ASEAN > Myanmar",
        ),
        ("The 54-member African Union suspended Sudan.", "SANCTION African Union > Sudan"),
        (
            "The 9,000-strong Moro Islamic Liberation Front attacked police.",
            "ASSAULT Moro Islamic Liberation Front > police",
        ),
    ],
)
def test_bodies_of_states_by_what_they_are_called(coder: Coder, text: str, row: str) -> None:
    assert row in sides(coder, text)


def test_a_bloc_that_nothing_names_is_of_no_country(coder: Coder) -> None:
    record = coder.code(Document("d1", "Mali held elections. The regional bloc suspended Mali on Friday."))
    assert [e.country for m in record.event_mentions for e in m.actors] == ["IGO"]


def test_a_surname_behind_a_rank_is_no_town_of_that_name(coder: Coder) -> None:
    found = sides(coder, "MILF commander Umbra Kato attacked a village. Philippine police arrested Kato.")
    assert any(row.startswith("COERCE") and row.endswith("> Umbra Kato") for row in found)


def test_soldiers_are_of_the_country_where_they_took_power(coder: Coder) -> None:
    text = "Mali held elections. The UN condemned the soldiers who seized power in Guinea last year."
    record = coder.code(Document("d1", text))
    condemned = next(m for m in record.event_mentions if m.event_type == "ACCUSE")
    assert [e.country for e in condemned.recipients] == ["GIN"]


def test_what_is_discussed_on_a_day_is_a_plan_and_nobodys_promise(coder: Coder) -> None:
    text = "The presidents of Chad and Sudan discussed on Monday plans to sign a treaty."
    assert [m.event_type for m in coder.code(Document("d1", text)).event_mentions] == ["CONSULT"]


def test_who_accuse_each_other_are_both_actors_and_sure(coder: Coder) -> None:
    record = coder.code(Document("d1", "Chad and Libya accused each other of breaking the truce."))
    (m,) = record.event_mentions
    assert {e.country for e in m.actors} == {"TCD", "LBY"}
    assert m.confidence > 0.8


def test_a_rebel_group_of_a_people_is_still_of_rebels(coder: Coder) -> None:
    record = coder.code(Document("d1", "The army raided a Kurdish rebel group in Iran."))
    assert [e.sectors for m in record.event_mentions for e in m.recipients] == [("REB",)]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Kenyan police arrested Labour Party leader Peter Otieno.", "KEN"),
        ("Kenya freed Democratic Party chairman Joe Mwangi.", "KEN"),
        ("Russia expelled British Labour Party leader Keir Starmer.", "GBR"),
    ],
)
def test_leaders_of_parties_whose_name_many_countries_know(coder: Coder, text: str, country: str) -> None:
    (m,) = coder.code(Document("d1", text, published=dt.date(2024, 9, 1))).event_mentions
    assert [e.country for e in m.recipients] == [country]


def test_a_country_is_no_state_of_america_of_the_same_name(coder: Coder) -> None:
    text = "Georgia police arrested several protesters on Sunday. The EU condemned Georgia's government."
    arrest = coder.code(Document("d1", text)).event_mentions[0]
    assert [e.country for e in (*arrest.actors, *arrest.recipients)] == ["GEO", "GEO"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Tuesday's blast in Kabul killed 12 people.", dt.date(2020, 1, 21)),
        ("A 2013 coup in Egypt toppled President Mohamed Morsi.", dt.date(2013, 1, 1)),
    ],
)
def test_when_the_blast_was_its_victims_died(coder: Coder, text: str, day: dt.date) -> None:
    record = coder.code(Document("d1", text, published=dt.date(2020, 1, 24)))
    assert {m.date.start for m in record.event_mentions} == {day}


def test_both_koreas_at_once(coder: Coder) -> None:
    record = coder.code(Document("d1", "North and South Korea exchanged fire on Monday."))
    assert [{e.country for e in m.actors} for m in record.event_mentions] == [{"PRK", "KOR"}]


def test_a_president_is_the_one_whom_the_report_has_named(coder: Coder) -> None:
    text = "North Korean leader Kim Jong-un offered talks. President Kim condemned Japan."
    record = coder.code(Document("d1", text, published=dt.date(2015, 1, 1)))
    condemned = next(m for m in record.event_mentions if m.event_type == "ACCUSE")
    assert [e.name for e in condemned.actors] == ["Kim Jong-un"]


def test_sanctions_on_banks_are_on_nobodys_ambassador(coder: Coder) -> None:
    text = "Venezuela expelled the German ambassador. The United States will impose sanctions on banks."
    record = coder.code(Document("d1", text))
    assert not any(
        e.country == "DEU"
        for m in record.event_mentions
        for e in m.recipients
        if {a.country for a in m.actors} == {"USA"}
    )


def test_a_protest_at_an_arrest_is_not_against_who_was_arrested(coder: Coder) -> None:
    text = "Thousands protested on Monday against Kizza Besigye's arrest in Kampala."
    record = coder.code(Document("d1", text))
    protest = next(m for m in record.event_mentions if m.event_type == "PROTEST")
    assert not any("Besigye" in e.name for e in protest.recipients)


def test_the_words_of_a_title_are_no_parties(coder: Coder) -> None:
    text = "Pakistan on Wednesday summoned Indian Deputy High Commissioner to protest against firing."
    record = coder.code(Document("d1", text))
    assert {e.country for m in record.event_mentions for e in m.recipients} == {"IND"}


def test_they_who_are_accused_are_those_just_condemned(coder: Coder) -> None:
    text = "Thirty people died in Colombia. The president condemned the ELN, accusing them of murder."
    record = coder.code(Document("d1", text))
    accused = [m for m in record.event_mentions if m.event_type == "ACCUSE"]
    assert [e.name for m in accused for e in m.recipients] == ["National Liberation Army"] * 2


def test_a_date_behind_an_accord_is_when_it_was_made(coder: Coder) -> None:
    text = "Chad and Libya agreed to a ceasefire last October, but it ended this month."
    record = coder.code(Document("d1", text, published=dt.date(2018, 1, 30)))
    assert record.event_mentions[0].date.start == dt.date(2017, 10, 1)
