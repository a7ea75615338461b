"""Parties that a report told before the noun that points back to them."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder
from dragoman.records import Document, EventMention


def _coded(coder: Coder, text: str, title: str | None = None) -> tuple[EventMention, ...]:
    return coder.code(Document("d", text, title=title, published=dt.date(2019, 5, 6))).event_mentions


@pytest.mark.parametrize(
    ("text", "kind", "recipients"),
    [
        (
            "Turkish jets bombed Kurdish positions in Iraq on Sunday. France condemned the raid.",
            "ACCUSE",
            {"TUR"},
        ),
        (
            "The army seized power in Niger on Friday and arrested the president. Nigeria denounced the takeover.",
            "ACCUSE",
            {"NER"},
        ),
        (
            "Kenya and Somalia signed an accord on fishing on Monday. The United States welcomed the deal.",
            "SUPPORT",
            {"KEN", "SOM"},
        ),
    ],
)
def test_a_definite_noun_brings_the_parties_of_its_event(
    coder: Coder, text: str, kind: str, recipients: set[str]
) -> None:
    answers = [m for m in _coded(coder, text) if m.event_type == kind and m.recipients]
    assert [{r.country for r in m.recipients} for m in answers] == [recipients]
    assert all(r.span is not None for r in answers[0].recipients), "the noun that points back is the evidence"


def test_a_government_does_not_condemn_its_own_decision(coder: Coder) -> None:
    mentions = _coded(
        coder,
        "Australia cancelled a submarine contract with France on Wednesday. France recalled its ambassador to "
        "Canberra. The French foreign minister denounced the decision.",
    )
    accused = [r.country for m in mentions if m.event_type == "ACCUSE" for r in m.recipients]
    assert accused == ["AUS"]


def test_praise_of_an_accord_is_no_accord(coder: Coder) -> None:
    mentions = _coded(
        coder,
        "Peru and Ecuador signed an accord on Monday. Brazil praised the deal. Chile condemned the accord.",
    )
    accused = [{r.country for r in m.recipients} for m in mentions if m.event_type == "ACCUSE"]
    assert accused == [{"PER", "ECU"}]


def test_tear_gas_is_used_on_the_crowd_told_of_before(coder: Coder) -> None:
    mentions = _coded(coder, "Thousands of teachers marched in Lima. Riot police fired rubber bullets.")
    hit = [m for m in mentions if m.event_type == "ASSAULT"]
    assert [[r.country for r in m.recipients] for m in hit] == [["PER"]]
    assert hit[0].recipients[0].resolved_by == "the protest told of before"


@pytest.mark.parametrize(
    ("text", "event_type", "actors", "recipients"),
    [
        pytest.param(
            "Israeli commandos stormed the airport at Entebbe on Sunday. All seven hijackers were killed in the raid.",
            "ASSAULT", {"Israeli commandos"}, {"seven hijackers"}, id="killed in the raid",
        ),
        pytest.param(
            "Gunmen attacked a church in Kaduna on Sunday. Twelve people were killed in the attack and six were "
            "abducted.",
            "ASSAULT", {"Gunmen"}, {"six"}, id="by the same hands",
        ),
        pytest.param(
            "Riot police beat demonstrators in Minsk on Sunday. On Monday another 200 people were arrested.",
            "COERCE", {"Riot police"}, {"another 200 people"}, id="arrested by the police told of",
        ),
        pytest.param(
            "Turkish warplanes bombed Kurdish positions in northern Iraq on Monday. Baghdad summoned the ambassador.",
            "ACCUSE", {"Iraq"}, {"Turkey"}, id="the ambassador of the attacker",
        ),
        pytest.param(
            "Greek coastguards pushed back a dinghy with 40 Afghans, a rights group said. Athens rejected the "
            "accusation.",
            "REJECT", {"Greece"}, {"rights group"}, id="who made the accusation",
        ),
        pytest.param(
            "Medvedev telephoned Erdogan on Friday. They agreed to reopen the border.",
            "AGREE", {"Dmitry Medvedev", "Recep Tayyip Erdogan"}, set(), id="they are the two who spoke",
        ),
        pytest.param(
            "The generals who overthrew President Bazoum in July are holding him in his residence.",
            "COERCE", {"generals"}, {"Mohamed Bazoum"}, id="him in a subject's relative clause",
        ),
        pytest.param(
            "Kizza Besigye was arrested at his home on Thursday. His wife said police had used pepper spray on him.",
            "ASSAULT", {"police"}, {"Kizza Besigye"}, id="him is not his wife",
        ),
        pytest.param(
            "Youths in Niamey, who marched against sanctions, accused France of plotting.",
            "PROTEST", {"Youths"}, set(), id="places are no who",
        ),
        pytest.param(
            "Police fired tear gas at students in Harare. They threw stones and burned tyres.",
            "PROTEST", {"students"}, set(), id="the police do not protest",
        ),
        pytest.param(
            "Residents of Goma fled as rebels advanced. They accused the army of abandoning them.",
            "ACCUSE", {"Residents of Goma"}, {"army"}, id="the main clause goes on",
        ),
        pytest.param(
            "Kabila and Kagame met in Kigali at the invitation of Museveni. The two leaders said they would disarm "
            "the militias.",
            "AGREE", {"Joseph Kabila", "Paul Kagame"}, {"militias"}, id="the two who met, not who invited",
        ),
        pytest.param(
            "The minister said that aircraft had bombed the town and demanded that Peru stop the attacks.",
            "REQUEST", {"minister"}, {"Peru"}, id="the speaker goes on to demand",
        ),
        pytest.param(
            "The bishop condemned the timing, four days after a gunman killed 22 people in El Paso, and called on the "
            "administration to apologise.",
            "REQUEST", {"bishop"}, {"administration"}, id="not the gunman calls",
        ),
        pytest.param(
            "The Security Council demanded that the armed group withdraw at once, lay down its arms and release "
            "prisoners.",
            "REQUEST", {"UN Security Council"}, {"armed group"}, id="bare verbs stay in the demand",
        ),
        pytest.param(
            "South Korea said on Friday the North had fired two missiles into the sea.",
            "MOBILIZE", {"North Korea"}, set(), id="the other half",
        ),
    ],
)  # fmt: skip
def test_parties_that_another_sentence_names(
    coder: Coder, text: str, event_type: str, actors: set[str], recipients: set[str]
) -> None:
    *_, last = (m for m in _coded(coder, text) if m.event_type == event_type)
    assert {a.name for a in last.actors} == actors
    assert {r.name for r in last.recipients} == recipients


def test_followers_are_not_whom_they_follow(coder: Coder) -> None:
    text = "Niger's junta sacked a judge. Supporters of the junta rallied in Niamey against Paris."
    (rally,) = [m for m in coder.code(Document("d", text)).event_mentions if m.event_type == "PROTEST"]
    assert [(e.name, e.country, e.sectors) for e in rally.actors] == [
        ("Supporters of the junta", "NER", ("CVL",))
    ]
    assert rally.place is not None
    assert rally.place.country == "NER"


def test_who_took_somebody_holds_him(coder: Coder) -> None:
    text = "Rebels abducted Governor Omar Haddad in Chad. Police arrested a thief. Haddad was detained near Abeche."
    held = [m for m in coder.code(Document("d", text)).event_mentions if m.event_type == "COERCE"][-1]
    assert "Police" not in [e.name for e in held.actors]


@pytest.mark.parametrize(
    "again",
    [
        "Talks over the return of refugees were held on Tuesday.",
        "Two days of discussions were held at a hotel.",
        "The negotiations were held behind closed doors.",
    ],
)
def test_talks_without_parties_are_of_those_who_were_told_to_talk(coder: Coder, again: str) -> None:
    mentions = _coded(coder, f"Chad and Sudan began talks in Doha on Monday. {again}")
    met = [{a.country for a in m.actors} for m in mentions if m.event_type == "CONSULT"]
    assert met == [{"TCD", "SDN"}] * 2


def test_talks_of_others_are_theirs(coder: Coder) -> None:
    mentions = _coded(
        coder,
        "Greece and Turkey held talks in Athens. Talks between the unions and the government were held as well.",
    )
    assert [{a.country for a in m.actors} for m in mentions] == [{"GRC", "TUR"}, {"GRC"}]


def test_a_protest_told_of_before_needs_no_parties(coder: Coder) -> None:
    text = "Thousands demonstrated in Lima on Monday. Scuffles marked the opening of a nationwide strike on Tuesday."
    assert [m.event_mode for m in _coded(coder, text) if m.event_type == "PROTEST"] == ["demo", "strike"]
    alone = _coded(
        coder, "Shares fell in Lima on Monday. The loss came with the opening of a nationwide strike."
    )
    assert not [m for m in alone if m.event_type == "PROTEST" and not m.actors]


def test_whose_operation_is_backed_when_troops_only_moved(coder: Coder) -> None:
    text = "Ugandan troops crossed into Congo on Monday. Kenya backed the operation."
    backed = [m for m in _coded(coder, text) if m.event_type == "SUPPORT"]
    assert [{r.country for r in m.recipients} for m in backed] == [{"UGA"}]
