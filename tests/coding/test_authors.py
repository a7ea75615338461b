"""Whose attack it was, and how many it killed, where another sentence of the report says so."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder
from dragoman.records import Document, EventMention


def rows(coder: Coder, text: str, title: str | None = None) -> list[EventMention]:
    """Events of a report of 2004."""
    document = Document("d", text, title=title, published=dt.date(2004, 6, 16))
    return list(coder.code(document).event_mentions)


def countries(m: EventMention) -> tuple[set[str | None], set[str | None]]:
    return {a.country for a in m.actors}, {r.country for r in m.recipients}


def test_who_claims_the_deed_later_did_it(coder: Coder) -> None:
    text = (
        "Twelve worshippers were shot dead in a church in Jos, Nigeria, on Tuesday. "
        "Boko Haram said it had carried out the attack."
    )
    first = rows(coder, text)[0]
    assert countries(first) == ({"NGA"}, {"NGA"})
    assert first.actors[0].name == "Boko Haram"


def test_who_is_blamed_later_did_it(coder: Coder) -> None:
    text = "A bomb killed three policemen in Bilbao, Spain, on Monday. The interior minister blamed ETA for the blast."
    assault = next(m for m in rows(coder, text) if m.event_type == "ASSAULT")
    assert [a.name for a in assault.actors] == ["ETA"]


def test_soldiers_are_not_hit_by_their_own_side(coder: Coder) -> None:
    text = "Sri Lankan soldiers shelled rebel positions near Jaffna. Eleven soldiers were killed on Monday."
    last = rows(coder, text)[-1]
    assert all("MIL" not in a.sectors for a in last.actors)


def test_a_lone_gunman_did_only_what_is_told_with_him(coder: Coder) -> None:
    text = (
        "A gunman shot a judge in Lima, Peru, on Monday. Congress debated the budget. "
        "In Cuzco two tourists were killed by a bomb."
    )
    bomb = rows(coder, text)[-1]
    assert not bomb.actors


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Sixteen Nigerian herders were burned to death in their huts.", 16),
        ("A Honduran land activist was ambushed and killed.", 1),
        ("Gunmen cut down nine commuters on a train near Soweto, South Africa.", 9),
        ("The death toll from the bomb attack in Colombo, Sri Lanka, passed 61.", 61),
        (
            "Soldiers found 22 bodies in Maguindanao, bringing to 46 the number of villagers massacred by gunmen.",
            46,
        ),
        ("Three protesters were fatally shot in Mandalay, Myanmar.", 3),
    ],
)
def test_the_dead_are_counted_where_they_are_named(coder: Coder, text: str, killed: int) -> None:
    assert killed in [m.magnitude.killed for m in rows(coder, text) if m.event_type == "ASSAULT"]


@pytest.mark.parametrize(
    ("text", "kind", "country"),
    [
        ("Heavy shelling in the Somali capital killed nine civilians, medics said.", "ASSAULT", "SOM"),
        (
            "Chechen gunmen holed up in a hospital let nearly 200 Russian captives go on Sunday.",
            "RETREAT",
            "RUS",
        ),
        ("The Peruvian authorities attributed the bombing to Shining Path guerrillas.", "ACCUSE", "PER"),
        ("The Ethiopian fighters pressed on toward the port of Assab.", "MOBILIZE", "ETH"),
    ],
)
def test_words_of_fighting_that_the_parser_misreads(coder: Coder, text: str, kind: str, country: str) -> None:
    found = [m for m in rows(coder, text) if m.event_type == kind]
    assert any(country in side for m in found for side in countries(m))


def report(*sentences: str) -> str:
    """A text long enough to be taken for a report."""
    return " ".join((*sentences, "Parliament will debate the matter next week, officials said. " * 12))


def test_deaths_after_an_attack_are_its_own(coder: Coder) -> None:
    text = report(
        "Boko Haram gunmen attacked a market in Maiduguri, Nigeria, on Monday.",
        "Forty of the traders perished.",
    )
    died = next(m for m in rows(coder, text) if m.magnitude.killed == 40)
    assert countries(died) == ({"NGA"}, {"NGA"})


@pytest.mark.parametrize(
    "text",
    [
        "A ferry sank off Zanzibar on Monday. Sixty passengers died.",
        "An earthquake shook Durres in Albania. The dead included six children.",
        "A fire swept through a prison in Honduras. Officials put the dead at 350.",
    ],
)
def test_the_dead_of_accidents_were_not_attacked(coder: Coder, text: str) -> None:
    assert "ASSAULT" not in [m.event_type for m in rows(coder, report(text))]


def test_a_demand_for_release_is_made_of_those_who_hold_people(coder: Coder) -> None:
    text = "Rebels in Sierra Leone seized 300 UN soldiers. The UN secretary-general demanded their release."
    asked = next(m for m in rows(coder, text) if m.event_type == "REQUEST")
    assert countries(asked)[1] == {"SLE"}


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        ("A sniper shot dead a minister in Lima, Peru.", "ASSAULT", ({"PER"}, {"PER"})),
        ("Jihadists stormed the Turkish consulate in Mosul, Iraq.", "ASSAULT", ({"IRQ"}, {"TUR"})),
        ("The IRA admitted responsibility in a call to a Belfast newspaper.", "ASSAULT", ({"GBR"}, set())),
        (
            "Gunmen opened fire on Tzotzil Indians at prayer in Chiapas, Mexico.",
            "ASSAULT",
            ({"MEX"}, {"MEX"}),
        ),
        (
            "Rebels overpowered and disarmed 300 Kenyan soldiers in Sierra Leone.",
            "COERCE",
            ({"SLE"}, {"KEN"}),
        ),
    ],
)
def test_whose_deed_it_is(
    coder: Coder, text: str, kind: str, sides: tuple[set[str | None], set[str | None]]
) -> None:
    assert sides in [countries(m) for m in rows(coder, text) if m.event_type == kind]


@pytest.mark.parametrize(
    "toll",
    [
        "Nineteen clerks are dead.",
        "Twenty people have been confirmed dead.",
        "Rescuers pulled eleven bodies from the rubble.",
        "The toll stood at 31.",
        "The number of dead rose to 31.",
        "Hospitals counted 14 dead.",
    ],
)
def test_deaths_without_a_cause_are_of_the_attack_told_before(coder: Coder, toll: str) -> None:
    lead = "The street is known for its cafes and was full of people from the hills. " * 8
    text = f"{lead}Guerrillas set off a bomb outside a bank in Bogota. {toll}"
    found = [m for m in coder.code(Document("d", text)).event_mentions if m.event_type == "ASSAULT"]
    assert len(found) == 2
    assert found[1].recipients[0].country == "COL"
