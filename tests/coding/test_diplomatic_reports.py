"""Diplomatic correspondence: who visits whom, who signs and mediates, what an accord lays down."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from dragoman.records import Document

if TYPE_CHECKING:
    from dragoman.coding import Coder
    from dragoman.records import EventMention

_DAY = dt.date(2010, 6, 15)


def _coded(coder: Coder, text: str) -> tuple[EventMention, ...]:
    return coder.code(Document("d", text, published=_DAY)).event_mentions


def _one(coder: Coder, text: str, kind: str) -> EventMention:
    return next(m for m in _coded(coder, text) if m.event_type == kind and m.status != "hypothetical")


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        pytest.param(
            "At a ceremony in Lusaka, Chad and Niger signed a protocol.",
            "SUPPORT", {"TCD", "NER"}, set(), id="a place before the subjects",
        ),
        pytest.param(
            "After two weeks of bargaining, Peru and Chile signed a treaty in Lima.",
            "SUPPORT", {"PER", "CHL"}, set(), id="an opening noun before the subjects",
        ),
        pytest.param(
            "The Chadian president is expected to sign a gas agreement with Niger.",
            "AGREE", {"TCD"}, {"NER"}, id="who is expected to sign",
        ),
        pytest.param(
            "Oman and Iran hammered out an accord after talks chaired by Senegal's foreign minister.",
            "CONSULT", {"SEN"}, {"OMN", "IRN"}, id="who mediates between the subjects",
        ),
        pytest.param(
            "The Kenyan president held talks with leaders including Chad's Mahamat Deby and Niger's Mahamadou Issoufou.",
            "CONSULT", {"KEN", "TCD", "NER"}, set(), id="leaders who are named",
        ),
        pytest.param(
            "Kenya offered to mediate between the Chadian government and northern rebels.",
            "AGREE", {"KEN"}, {"TCD"}, id="rebels beside their government",
        ),
        pytest.param(
            "Talks between the two Koreas will be held in Vienna in July.",
            "AGREE", {"PRK", "KOR"}, set(), id="two states of one name",
        ),
        pytest.param(
            "Flights between Chad and Niger resume on Friday.",
            "AGREE", {"TCD", "NER"}, set(), id="a present tense with a day to come",
        ),
        pytest.param(
            "Norway and Chad unveiled a treaty on fisheries on Monday.",
            "AGREE", {"NOR", "TCD"}, set(), id="a treaty unveiled",
        ),
        pytest.param(
            "The presidents of Chad and Niger conferred by telephone on the hostage crisis.",
            "CONSULT", {"TCD", "NER"}, set(), id="by telephone is no agent",
        ),
        pytest.param(
            "Chad and Kenya recognised each other on Monday.",
            "SUPPORT", {"TCD", "KEN"}, set(), id="each other is no third party",
        ),
        pytest.param(
            "Germany's chancellor promised the Polish premier that visitors would need no visas.",
            "AGREE", {"DEU"}, {"POL"}, id="who is promised something",
        ),
        pytest.param(
            "Denmark chipped in $5 million for the Somali police.",
            "AID", {"DNK"}, {"SOM"}, id="chip in",
        ),
        pytest.param(
            "The treaty commits Sudan to withdraw its soldiers from Chad.",
            "CONCEDE", {"SDN"}, {"TCD"}, id="what a treaty binds one to",
        ),
    ],
)  # fmt: skip
def test_who_and_to_whom(coder: Coder, text: str, kind: str, actors: set[str], recipients: set[str]) -> None:
    m = _one(coder, text, kind)
    assert {e.country for e in m.actors} == actors
    assert {e.country for e in m.recipients} == recipients


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        pytest.param(
            "Chad is to free the pilots and hand the border post to Niger.", "CONCEDE", "future",
            id="one to leads both infinitives",
        ),
        pytest.param("Niger was quick to congratulate Chad.", "SUPPORT", "asserted", id="was quick to"),
        pytest.param(
            "A survey showed that most Chadians opposed the treaty with Niger.", "REJECT", "hypothetical",
            id="an opinion poll",
        ),
        pytest.param(
            "Chad's president dropped his objection to sitting down with Niger's premier.", "CONSULT",
            "hypothetical", id="an objection to a deed",
        ),
    ],
)  # fmt: skip
def test_status(coder: Coder, text: str, kind: str, status: str) -> None:
    assert {m.status for m in _coded(coder, text) if m.event_type == kind} == {status}


def test_givers_in_a_row(coder: Coder) -> None:
    text = "Japan pledged $500 million, Germany $300 million and Norway $40 million for Chad."
    told = [m for m in _coded(coder, text) if m.event_type == "AGREE"]
    assert [{e.country for e in m.actors} for m in told] == [{"JPN"}, {"DEU"}, {"NOR"}]
    assert {e.country for m in told for e in m.recipients} == {"TCD"}


def test_a_telephone_conversation_has_its_mode(coder: Coder) -> None:
    m = _one(coder, "Chad's president had a long telephone conversation with Niger's premier.", "CONSULT")
    assert m.event_mode == "phone"


def test_own_ministers_are_told_what_the_leaders_agree_on(coder: Coder) -> None:
    text = "The presidents of Chad and Niger instructed their ministers to draw up a trade pact."
    assert {m.event_type for m in _coded(coder, text)} == {"AGREE"}


def test_a_host_named_without_his_country_is_at_home(coder: Coder) -> None:
    text = "NDJAMENA, June 15 - Norway's foreign minister met Prime Minister Abakar Moussa on Tuesday."
    m = _one(coder, text, "CONSULT")
    assert {e.country for e in m.actors} == {"NOR", "TCD"}


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        pytest.param(
            "Angela Merkel shook Muammar Gaddafi's hand.", "CONSULT", {"DEU", "LBY"}, set(), id="whose hand",
        ),
        pytest.param(
            "Israel's premier joined the foreign ministers of Chad and Bahrain to sign accords.",
            "SUPPORT", {"ISR", "TCD", "BHR"}, set(), id="who joins whom to sign",
        ),
        pytest.param(
            "Iran and Norway remain divided over the tariff despite two days of talks.",
            "CONSULT", {"IRN", "NOR"}, set(), id="talks in spite of which",
        ),
        pytest.param(
            "Niger freed a Chadian pilot after Omani mediation.",
            "CONSULT", {"OMN"}, {"NER", "TCD"}, id="between whom the mediation was",
        ),
        pytest.param(
            "President Adama Barrow announced that 20 Gambian prisoners would be released in May.",
            "CONCEDE", {"GMB"}, {"GMB"}, id="who announces it frees them",
        ),
        pytest.param(
            "The Chadian premier became the first leader of his country to visit Armenia.",
            "CONSULT", {"TCD"}, {"ARM"}, id="the first of his country to visit",
        ),
        pytest.param(
            "Israel acknowledged the PLO as the representative of the Palestinians.",
            "SUPPORT", {"ISR"}, {"PSE"}, id="acknowledged as representative",
        ),
    ],
)  # fmt: skip
def test_dealings_told_at_a_distance(
    coder: Coder, text: str, kind: str, actors: set[str], recipients: set[str]
) -> None:
    m = _one(coder, text, kind)
    assert {e.country for e in m.actors} == actors
    assert {e.country for e in m.recipients} == recipients


def test_what_is_yet_to_be_approved_is_not_refused(coder: Coder) -> None:
    told = _coded(coder, "Chad's parliament has yet to approve the treaty with Niger.")
    assert not [m for m in told if m.event_type == "REJECT"]


def test_what_an_accord_lays_down(coder: Coder) -> None:
    text = (
        "Chad and Niger signed an accord in Paris. Under the deal, Chad will repair the road to Zinder. "
        "Under the pact, prices will rise."
    )
    told = [m for m in _coded(coder, text) if m.event_type == "AGREE"]
    assert [({e.country for e in m.actors}, {e.country for e in m.recipients}) for m in told] == [
        ({"TCD"}, {"NER"})
    ]


@pytest.mark.parametrize(
    ("text", "agreed"),
    [
        ("Chad and Niger will name ambassadors and draft a common law on pastures.", True),
        ("Chad and Niger will suffer if the treaty is broken.", False),
    ],
)
def test_what_two_states_are_to_do_together(coder: Coder, text: str, agreed: bool) -> None:
    told = [m for m in _coded(coder, text) if m.event_type == "AGREE" and len(m.actors) > 1]
    assert bool(told) is agreed


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        pytest.param(
            "The Ghanaian president, who had put off the tour of Chad, flew home.",
            "REJECT", {"GHA"}, {"TCD"}, id="a tour put off",
        ),
        pytest.param(
            "The Norwegian premier, who flies on to Chad, met the king of Jordan.",
            "AGREE", {"NOR"}, {"TCD"}, id="an onward journey",
        ),
        pytest.param(
            "India rushed help to shattered Nepal.", "AID", {"IND"}, {"NPL"}, id="a participle is no infinitive",
        ),
        pytest.param(
            "The rebel chief Laurent Kabila accepted the truce with Kenya's government.",
            "AGREE", {"COD"}, {"KEN"}, id="a rebel chief",
        ),
    ],
)  # fmt: skip
def test_visits_and_gifts(coder: Coder, text: str, kind: str, actors: set[str], recipients: set[str]) -> None:
    m = _one(coder, text, kind)
    assert {e.country for e in m.actors} == actors
    assert {e.country for e in m.recipients} == recipients


def test_a_guest_without_a_nationality(coder: Coder) -> None:
    text = (
        "Angela Merkel received Kenya's President Mwai Kibaki in Berlin. She thanked her guest for his help."
    )
    m = _one(coder, text, "SUPPORT")
    assert {e.country for e in m.recipients} == {"KEN"}


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        pytest.param(
            "Chad agreed to join after talks hosted by Oman between Niger and Mali.",
            "CONSULT", {"OMN"}, {"NER", "MLI"}, id="who hosts the talks of others",
        ),
        pytest.param(
            "France will send 200 soldiers to train the Malian army.",
            "AGREE", {"FRA"}, {"MLI"}, id="soldiers who are to train others",
        ),
        pytest.param(
            "Norway lifted the sanctions imposed on Chad in May.",
            "RETREAT", {"NOR"}, {"TCD"}, id="on whom the sanctions were",
        ),
        pytest.param(
            "China's minister shook the hand of the Vietnamese premier.",
            "CONSULT", {"CHN", "VNM"}, set(), id="the hand of",
        ),
        pytest.param(
            "Chad's president freed 57 of the Nigerien rebels.", "RETREAT", {"TCD"}, {"NER"}, id="some of them",
        ),
        pytest.param(
            "Oil-rich Qatar expelled the Iranian ambassador.", "SANCTION", {"QAT"}, {"IRN"}, id="what it is like",
        ),
        pytest.param(
            "Wealthy Qatar expelled the Iranian ambassador.", "SANCTION", {"QAT"}, {"IRN"}, id="by an adjective",
        ),
        pytest.param(
            "Neighbouring Chad shut two crossings with Niger.", "COERCE", {"TCD"}, {"NER"}, id="next door",
        ),
        pytest.param(
            "Chad's minister, fresh from talks with Niger's premier, met reporters.",
            "CONSULT", {"TCD", "NER"}, set(), id="who is back from talks",
        ),
        pytest.param(
            "The president of Chad received the president of Niger. A banquet followed at the palace. The two men "
            "toured a mill. The ministers also signed a plan.",
            "SUPPORT", {"TCD", "NER"}, set(), id="ministers of those who met",
        ),
        pytest.param(
            "Turkey bombed camps in Iraq. France voiced unease at the length of the campaign.",
            "ACCUSE", {"FRA"}, {"TUR"}, id="a campaign that was told of",
        ),
        pytest.param(
            "Angola pledged military backing for Namibia.", "AGREE", {"AGO"}, {"NAM"}, id="backing in kind",
        ),
    ],
)  # fmt: skip
def test_whose_part_it_was(
    coder: Coder, text: str, kind: str, actors: set[str], recipients: set[str]
) -> None:
    m = _one(coder, text, kind)
    assert {e.country for e in m.actors} == actors
    assert {e.country for e in m.recipients} == recipients


def test_drills_that_are_to_be_stepped_up_lie_ahead(coder: Coder) -> None:
    told = _coded(coder, "Japan and Australia will step up joint drills with Norway.")
    assert {m.event_type for m in told} == {"AGREE"}


def test_what_is_only_discussed(coder: Coder) -> None:
    told = _coded(coder, "The premiers discussed Chad joining the African Union.")
    assert not [m for m in told if m.event_type == "SUPPORT" and m.status == "asserted"]


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("Turkey has no intention of attacking Greece, its minister said.", []),
        ("Iran has no plans to release the sailors, its minister said.", ["asserted"]),
    ],
)
def test_who_intends_no_harm_refuses_nothing(coder: Coder, text: str, refused: list[str]) -> None:
    told = [m for m in _coded(coder, text) if m.event_type in ("REJECT", "ASSAULT")]
    assert [m.status for m in told if m.status != "negated"] == refused


def test_what_had_been_tried_was_not_done(coder: Coder) -> None:
    told = _coded(coder, "Kim Dae-jung was driven home by police. He had tried to join a march in Seoul.")
    assert "asserted" not in {m.status for m in told if m.event_type == "PROTEST"}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Australia's premier praised the SAS. The SAS raided a house in Kabul, Canberra said.", "AUS"),
        ("The SAS shot dead three men in Gibraltar.", "GBR"),
    ],
)
def test_whose_special_air_service_it_is(coder: Coder, text: str, country: str) -> None:
    deeds = [m for m in _coded(coder, text) if m.event_type in ("ASSAULT", "COERCE")]
    assert {a.country for a in deeds[0].actors} == {country}


def test_complaints_are_of_those_who_did_it(coder: Coder) -> None:
    told = _coded(coder, "The camp was moved after complaints of ill-treatment by Turkish soldiers.")
    assert [e.country for m in told if m.event_type == "ACCUSE" for e in m.recipients] == ["TUR"]
    assert not [m for m in told if m.event_type == "ACCUSE" and m.actors]


def test_nobody_urges_his_own_state_by_it(coder: Coder) -> None:
    text = "China's foreign minister met the Indian side and urged it to pull back."
    asked = next(m for m in _coded(coder, f"India and China hold talks. {text}") if m.event_type == "REQUEST")
    assert [e.country for e in asked.recipients] in (["IND"], [])


def test_whose_claims_are_rejected(coder: Coder) -> None:
    text = "Pakistan condemned India. An Indian general claimed that a camp was hit, but Pakistan rejected the claim."
    refused = next(m for m in _coded(coder, text) if m.event_type == "REJECT")
    assert [e.country for e in refused.recipients] == ["IND"]
