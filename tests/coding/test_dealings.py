"""Dealings of states told without their doers, in words between others, or waiting on somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.records import Document

if TYPE_CHECKING:
    from dragoman.coding import Coder
    from dragoman.records import EventMention


def _coded(coder: Coder, text: str, title: str | None = None) -> tuple[EventMention, ...]:
    return coder.code(Document("d", text, title=title)).event_mentions


def _sides_of(coder: Coder, text: str, kind: str) -> list[tuple[set[str | None], set[str | None]]]:
    """Countries of the actors and of the recipients of every event of a type."""
    found = [m for m in _coded(coder, text) if m.event_type == kind]
    return [({a.country for a in m.actors}, {r.country for r in m.recipients}) for m in found]


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        pytest.param(
            "A treaty between Zambia and Malawi on the river was signed on Monday.",
            "SUPPORT", {"ZMB", "MWI"}, set(), id="a treaty between two was signed",
        ),
        pytest.param(
            "Diplomatic relations between Peru and Honduras were restored on Monday.",
            "SUPPORT", {"PER", "HND"}, set(), id="relations between two were restored",
        ),
        pytest.param(
            "Denmark summoned Chinese Ambassador Feng Tie over the remarks.",
            "ACCUSE", {"DNK"}, {"CHN"}, id="the office before a name",
        ),
        pytest.param(
            "Georgia holds Russia responsible for the explosion.",
            "ACCUSE", {"GEO"}, {"RUS"}, id="held responsible",
        ),
        pytest.param(
            "Serbia accused Kosovo of arming gangs, a charge that the Kosovar interior ministry rejects.",
            "REJECT", {"XKX"}, {"SRB"}, id="a charge that a ministry rejects",
        ),
        pytest.param(
            "Norway's minister called the Icelandic decision a reckless step.",
            "ACCUSE", {"NOR"}, {"ISL"}, id="an adjective judges",
        ),
        pytest.param(
            "Chad's foreign minister said there would be no talks with the Libyan militia.",
            "REJECT", {"TCD"}, {"LBY"}, id="there would be no talks",
        ),
        pytest.param(
            "The Omani minister said he saw no reason for talks with Yemen.",
            "REJECT", {"OMN"}, {"YEM"}, id="no reason for talks",
        ),
        pytest.param(
            "Chile's foreign minister said he was dismayed by the Bolivian decision.",
            "ACCUSE", {"CHL"}, {"BOL"}, id="dismay at a decision",
        ),
        pytest.param(
            "Panama's foreign minister said her country did not recognise the Nicaraguan decree.",
            "REJECT", {"PAN"}, {"NIC"}, id="does not recognise",
        ),
        pytest.param(
            "Cuba said it would not return to the table while Spain kept up its pressure.",
            "REJECT", {"CUB"}, {"ESP"}, id="whom a refusal waits for",
        ),
        pytest.param(
            "Kenya warned that it would close the crossing unless Somalia withdrew its soldiers.",
            "THREATEN", {"KEN"}, {"SOM"}, id="whom a threat waits for",
        ),
        pytest.param(
            "Laos said its government would free the two Thai priests.",
            "AGREE", {"LAO"}, {"THA"}, id="what one's own government will do",
        ),
        pytest.param(
            "Sudan's president received the visiting Bulgarian premier and talked with him.",
            "CONSULT", {"BGR"}, {"SDN"}, id="the guest visits",
        ),
        pytest.param(
            "The Latvian president met the visiting Georgian foreign minister.",
            "CONSULT", {"GEO"}, {"LVA"}, id="a meeting with a guest is a visit",
        ),
        pytest.param(
            "The Angolan premier is expected in Lisbon next week.",
            "AGREE", {"AGO"}, {"PRT"}, id="expected in a capital",
        ),
    ],
)  # fmt: skip
def test_who_deals_with_whom(
    coder: Coder, text: str, kind: str, actors: set[str], recipients: set[str]
) -> None:
    assert (actors, recipients) in _sides_of(coder, text, kind)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Togo's ministers are to decide in June whether to open talks with Benin.", id="whether"
        ),
        pytest.param("The Gambian president vowed to stay in office.", id="to stay is no promise"),
        pytest.param(
            "The colonel insists that the mayor was removed lawfully.", id="what one only maintains"
        ),
        pytest.param("Peru's analyst said there would be no winners.", id="no winners are refused"),
    ],
)
def test_nothing_is_promised_or_asked(coder: Coder, text: str) -> None:
    assert not [m for m in _coded(coder, text) if m.event_type in ("AGREE", "REQUEST", "REJECT")]


def test_borders_between_two_are_no_dealing_of_theirs(coder: Coder) -> None:
    found = _coded(coder, "Nigeria said that the border between Niger and Chad was reopened.")
    assert "TCD" not in {a.country for m in found for a in m.actors}


def test_the_other_state_of_a_report(coder: Coder) -> None:
    text = "Peru and Ecuador quarrel over a river. On Monday Lima froze imports."
    (found,) = [m for m in _coded(coder, text) if m.event_type == "SANCTION"]
    assert {r.country for r in found.recipients} == {"ECU"}


def test_between_whom_somebody_mediates(coder: Coder) -> None:
    text = "Chad and Sudan agreed on a truce on Monday. Libya mediated the talks."
    (found,) = [m for m in _coded(coder, text) if m.event_mode == "third-party"]
    assert {r.country for r in found.recipients} == {"TCD", "SDN"}


def test_a_joint_statement_speaks_for_both(coder: Coder) -> None:
    text = "Iran and Oman signed an accord in Muscat. A joint statement thanked Iraq."
    (found,) = [m for m in _coded(coder, text) if {r.country for r in m.recipients} == {"IRQ"}]
    assert {a.country for a in found.actors} == {"IRN", "OMN"}


def test_each_others_capitals_are_nobody_else(coder: Coder) -> None:
    (found,) = _coded(coder, "Fiji and Tonga agreed to send ambassadors to each other's capital.")
    assert not found.recipients


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        pytest.param(
            "Tonga was offered two patrol boats by Australia.",
            "AGREE", {"AUS"}, {"TON"}, id="who was offered something",
        ),
        pytest.param(
            "The Maltese premier called the Tunisian decree an insult.",
            "ACCUSE", {"MLT"}, {"TUN"}, id="two nouns after a verb of naming",
        ),
        pytest.param(
            "Peru and Chile signed an accord. The navies of the two countries carried out joint drills.",
            "COOPERATE", {"PER", "CHL"}, set(), id="navies of both",
        ),
        pytest.param(
            "Ghana called in the Ivorian ambassador, Jean Kouassi, in Accra.",
            "ACCUSE", {"GHA"}, {"CIV"}, id="called in",
        ),
        pytest.param(
            "Canada has offered Spain a truce. Madrid turned it down.",
            "REJECT", {"ESP"}, {"CAN"}, id="it is what was offered",
        ),
        pytest.param(
            "Oslo has put on ice the signing of an accord with Minsk.",
            "REJECT", {"NOR"}, {"BLR"}, id="put on ice",
        ),
        pytest.param(
            "Madrid backed Rabat on Friday. Algeria fumed. It recalled its ambassador from Madrid.",
            "SANCTION", {"DZA"}, {"ESP"}, id="no state recalls from itself",
        ),
    ],
)  # fmt: skip
def test_what_it_and_both_stand_for(
    coder: Coder, text: str, kind: str, actors: set[str], recipients: set[str]
) -> None:
    assert (actors, recipients) in _sides_of(coder, text, kind)


def test_a_date_for_talks_is_no_talks(coder: Coder) -> None:
    found = _coded(coder, "The Omani and Yemeni premiers could not agree on a date for talks.")
    assert not [m for m in found if m.event_type == "CONSULT" and m.status == "asserted"]


def test_outsiders_blamed_for_a_decision_did_not_take_it(coder: Coder) -> None:
    text = "Togo's envoy cancelled the visit. Benin blamed outsiders for the decision."
    found = [m for m in _coded(coder, text) if m.event_type == "ACCUSE"]
    assert not [r for m in found for r in m.recipients if r.country == "TGO"]


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        pytest.param(
            "Kenya's opposition leader Raila Odinga demanded early elections.",
            "REQUEST", {"KEN"}, {"KEN"}, id="the opposition asks its government",
        ),
        pytest.param(
            "Ghanaian deputies accused the president of waste. The Ghanaian minister rejected the criticism.",
            "REJECT", {"GHA"}, {"GHA"}, id="criticism from the own parliament",
        ),
        pytest.param(
            "Algeria is to host the Malian president in May.",
            "AGREE", {"DZA"}, {"MLI"}, id="the host agrees to host",
        ),
        pytest.param(
            "Peru proposed that Chile join the talks as a mediator.",
            "REQUEST", {"PER"}, {"CHL"}, id="proposing that another do it",
        ),
    ],
)  # fmt: skip
def test_who_is_asked_and_who_agrees(
    coder: Coder, text: str, kind: str, actors: set[str], recipients: set[str]
) -> None:
    assert (actors, recipients) in _sides_of(coder, text, kind)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The king flew to Egypt as rebels overran his palace.", id="a ruler in flight"),
        pytest.param("French commandos flew to Gabon in the night.", id="troops visit nobody"),
    ],
)
def test_some_journeys_are_no_visits(coder: Coder, text: str) -> None:
    assert not [m for m in _coded(coder, text) if m.event_mode == "visit"]


def test_talks_with_one_party_are_the_other_states(coder: Coder) -> None:
    text = "Sri Lanka is out of dollars. Talks with the International Monetary Fund were held in Colombo."
    (found,) = [m for m in _coded(coder, text) if m.event_type == "CONSULT"]
    assert {a.country for a in found.actors} == {"IGO", "LKA"}


def test_what_a_call_is_made_of_is_not_told_twice(coder: Coder) -> None:
    text = "The Omani sultan received a call from the Iraqi president, during which the two discussed Yemen."
    assert len([m for m in _coded(coder, text) if m.event_type == "CONSULT"]) == 1


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        pytest.param(
            "France flew joint patrols with Gabon, a move that Chad's minister condemned as a provocation.",
            "ACCUSE", {"TCD"}, {"FRA", "GAB"}, id="a move that somebody condemned",
        ),
        pytest.param(
            "The Peruvian foreign minister met his Chilean counterpart in Tacna. The ministers signed an accord.",
            "SUPPORT", {"PER", "CHL"}, set(), id="the ministers who met",
        ),
        pytest.param(
            "Togo's president went to Benin. The Togolese president thanked his colleague.",
            "SUPPORT", {"TGO"}, {"BEN"}, id="a colleague abroad",
        ),
        pytest.param(
            "Oman lifted its tariffs on Yemen. Iraq had asked for quotas, but Yemen refused. Italy applauded the decision.",
            "SUPPORT", {"ITA"}, {"OMN"}, id="the decision that is applauded",
        ),
        pytest.param(
            "Guyana and Venezuela quarrel over a river. Guyana complained to the Security Council.",
            "ACCUSE", {"GUY"}, {"VEN"}, id="complained to a body",
        ),
        pytest.param(
            "Cuba's president thanked Mexico and called the accord with Spain a milestone.",
            "SUPPORT", {"CUB"}, {"MEX"}, id="thanks and praise are two",
        ),
    ],
)  # fmt: skip
def test_whose_part_the_report_tells(
    coder: Coder, text: str, kind: str, actors: set[str], recipients: set[str]
) -> None:
    assert (actors, recipients) in _sides_of(coder, text, kind)


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        pytest.param(
            "Peru and Chile agreed on a freeze. The accord provides for the opening of consulates.",
            "AGREE", {"PER", "CHL"}, id="what the accord provides for",
        ),
        pytest.param(
            "A package between Mali and Togo on transit was signed in Lome.",
            "SUPPORT", {"MLI", "TGO"}, id="a package is signed",
        ),
    ],
)  # fmt: skip
def test_whose_accord_it_is(coder: Coder, text: str, kind: str, actors: set[str]) -> None:
    found = _coded(coder, text)
    assert any(m.event_type == kind and {a.country for a in m.actors} == actors for m in found[-1:])


def test_an_accord_of_nobody_known_is_left_out(coder: Coder) -> None:
    assert not _coded(coder, "The accord provides for elections.")


def test_saying_that_one_would_oppose_it_rejects_it(coder: Coder) -> None:
    (found,) = _coded(coder, "India's Bharatiya Janata Party said it would oppose any amendment.")
    assert (found.event_type, found.status) == ("REJECT", "asserted")
    assert {r.country for r in found.recipients} == {"IND"}


def test_a_foreign_secretary_is_not_of_the_envoys_country(coder: Coder) -> None:
    text = (
        "Bangladesh and India quarrel over the Teesta. Foreign Secretary Mijarul Quayes called in "
        "Indian High Commissioner Rajeet Mitter."
    )
    (found,) = [
        m
        for m in _coded(coder, text)
        if m.event_type == "ACCUSE" and m.event_mode == "disapprove" and m.recipients
    ]
    assert {a.country for a in found.actors} == {"BGD"}
