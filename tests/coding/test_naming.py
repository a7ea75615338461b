"""Whose name a party bears, what it is, and what can be none: names cut at small words, titles, kin, seats."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder
from dragoman.records import Document, Entity, EventMention

REPORTED = dt.date(2023, 5, 5)


def _coded(coder: Coder, text: str) -> tuple[EventMention, ...]:
    return coder.code(Document("d", text, published=REPORTED)).event_mentions


def _told(entities: tuple[Entity, ...]) -> list[str]:
    """Name, country and sectors, as the rows below write them."""
    return [f"{e.name}|{e.country or ''}|{'.'.join(e.sectors)}" for e in entities]


SIDES = [
    # bodies and states whose names have small words in them
    ("ACCUSE", "Doctors Without Borders accused the army of shelling its clinic.",
     "Médecins Sans Frontières|NGO|MED.HLH.SOC", None),
    ("ACCUSE", "Save the Children accused Ethiopia of blocking food.", "Save the Children|NGO|SOC", None),
    ("SUPPORT", "Bosnia and Herzegovina signed a border treaty with Montenegro.",
     "Bosnia and Herzegovina|BIH|GOV", "Montenegro|MNE|GOV"),
    ("AGREE", "The Qatar Fund for Education pledged 40 million dollars to Somalia on Monday.",
     "Qatar Fund for Education|QAT|BUS", "Somalia|SOM|GOV"),
    ("ASSAULT", 'The "Sons of the Cedar" militia abducted four teachers in Tripoli, Lebanon.',
     "Sons of the Cedar militia|LBN|UAF", None),
    ("REJECT", "The Congress of Rural Labour rejected the budget of Senegal.",
     "Congress of Rural Labour|SEN|LEG", None),
    # titles before a name, and the name behind a comma
    ("ACCUSE", "Under-Secretary-General for Humanitarian Affairs Martin Griffiths condemned the Syrian army.",
     "Martin Griffiths|UNO|GOV", None),
    ("SANCTION", "Deputy head of mission Zana Kone was expelled from Bamako.", None, "Zana Kone|MLI|GOV"),
    ("ACCUSE", "The secretary general of the Istiqlal Party, Driss Bouzid, accused Algeria of lying.",
     "Driss Bouzid|MAR|PTY", "Algeria|DZA|GOV"),
    ("REJECT", "The envoy to Chad of the African Union, Jean Toure, rejected the plan.",
     "Jean Toure||GOV", None),
    ("REJECT", "The Deputy Premier and Justice Minister, Anna Bello, rejected the plan.",
     "Anna Bello||GOV", None),
    ("THREATEN", "A spokesman for the FARC, Rodrigo Granda, threatened to break off talks with Colombia.",
     "Rodrigo Granda|COL|REB", "Colombia|COL|GOV"),
    # kin, men of a commander, captives, people of many countries
    ("COERCE", "The Libyan finance minister's brother, Karim Sahel, was detained in Tunis.", None,
     "Karim Sahel|LBY|CVL"),
    ("COERCE", "Police commander Peter Okello said his men had arrested 14 traders in Gulu.",
     "his men|UGA|COP", "14 traders|UGA|BUS"),
    ("RETREAT", "Hamas released 13 Israeli hostages and four Thais.", None,
     "13 Israeli hostages|ISR|CVL Thailand|THA|CVL"),
    ("AID", "The hostages were freed by Nigerian troops.", None, "hostages||CVL"),
    ("ACCUSE", "Aid agencies accused Ethiopia of blocking food to Tigray.", "Aid agencies|NGO|SOC", None),
    ("ASSAULT", "Ethnic Albanians attacked a police post near Tetovo in Macedonia.",
     "Ethnic Albanians|MKD|CVL", None),
    # seats, missions, things
    ("SANCTION", "The Hague convicted a Serb general of genocide.", "International Criminal Court|IGO|JUD", None),
    ("SANCTION", "The Hague expelled 17 Russian diplomats.", "Netherlands|NLD|GOV", None),
    ("SANCTION", "Brussels fined Hungary over its asylum law.", "European Union|EUR|GOV", "Hungary|HUN|GOV"),
    ("ACCUSE", "The UN mission accused Rwanda of sending soldiers to Goma.", "United Nations|UNO|GOV",
     "Rwanda|RWA|GOV"),
    ("ASSAULT", "Militants attacked the Kharif barrage.", None, "Kharif barrage||"),
    ("CONSULT", "Moussa Faki met rebels in Benghazi.", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "actors", "recipients"), SIDES)
def test_a_party_bears_its_whole_name_and_its_own_sector(
    coder: Coder, kind: str, text: str, actors: str | None, recipients: str | None
) -> None:
    found = [m for m in _coded(coder, text) if m.event_type == kind]
    assert found, "no such event"
    if actors is not None:
        assert " ".join(_told(found[0].actors)) == actors
    if recipients is not None:
        assert " ".join(_told(found[0].recipients)) == recipients


def test_an_acronym_means_what_the_report_introduces_by_it(coder: Coder) -> None:
    text = (
        "The Savanna Renewal Movement (SRM) rejected the vote in Togo on Friday. "
        "The SRM accused the army of fraud."
    )
    accused = next(m for m in _coded(coder, text) if m.event_type == "ACCUSE")
    assert [(a.name, a.country) for a in accused.actors] == [("Savanna Renewal Movement", "TGO")]


def test_a_wife_is_not_her_husband(coder: Coder) -> None:
    text = (
        "President Jose Sarney met bankers in Recife. Mr Sarney dismissed the claims. "
        "Mrs Sarney paid an official visit to Argentina."
    )
    visit = next(m for m in _coded(coder, text) if m.event_mode == "visit")
    assert [(a.name, a.actor_id) for a in visit.actors] == [("Mrs Sarney", None)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Supreme State Security Prosecution ordered the detention of two bloggers in Cairo.", "ACCUSE"),
        ("Hurricane Mitch killed 300 people in Honduras.", "ASSAULT"),
        ("American troops met stiff resistance from Cuban workers at the airfield.", "CONSULT"),
    ],
)
def test_names_and_storms_tell_no_event(coder: Coder, text: str, kind: str) -> None:
    assert kind not in {m.event_type for m in _coded(coder, text)}


def test_who_is_met_is_a_party_too(coder: Coder) -> None:
    (met,) = _coded(coder, "The former foreign minister of Libya met Norwegian diplomats in Oslo.")
    assert {a.country for a in met.actors} == {"LBY", "NOR"}
