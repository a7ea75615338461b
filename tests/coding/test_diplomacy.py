"""Words between governments: who asks, refuses, names and warns whom, and what is no event of theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.records import Document

if TYPE_CHECKING:
    from dragoman.coding import Coder
    from dragoman.records import EventMention


def _coded(coder: Coder, text: str) -> tuple[EventMention, ...]:
    return coder.code(Document("d", text)).event_mentions


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        pytest.param(
            "Chad invited the Sudanese rebels to a meeting in Abeche.",
            "REQUEST", {"TCD"}, {"SDN"}, id="inviting is asking",
        ),
        pytest.param(
            "The Sudanese general came to Ankara at the invitation of the Turkish president.",
            "REQUEST", {"TUR"}, {"SDN"}, id="at the invitation of",
        ),
        pytest.param(
            "NATO ambassadors met on Tuesday at Ankara's request.",
            "REQUEST", {"TUR"}, {"IGO"}, id="at the request of",
        ),
        pytest.param(
            "The Security Council demanded that the Serbs leave the valley.",
            "REQUEST", {"UNO"}, {"SRB"}, id="who is to do what is demanded",
        ),
        pytest.param(
            "Senegal said that Mali must not close the road to Dakar.",
            "REQUEST", {"SEN"}, {"MLI"}, id="must not",
        ),
        pytest.param(
            "Peru's negotiator asked for an end to the Chilean embargo.",
            "REQUEST", {"PER"}, {"CHL"}, id="whose the thing is that is to end",
        ),
        pytest.param(
            "Managua asked for an urgent meeting of the Security Council.",
            "REQUEST", {"NIC"}, {"UNO"}, id="a meeting of a body",
        ),
        pytest.param(
            "Belgium asked Senegal for the fugitive; Dakar refused.",
            "REJECT", {"SEN"}, {"BEL"}, id="a bare refusal refuses who asked",
        ),
        pytest.param(
            "The Sudanese junta vowed never to hand over power.",
            "REJECT", {"SDN"}, set(), id="vowed never to",
        ),
        pytest.param(
            "The Finnish premier decided not to attend the summit with the Russian president.",
            "REJECT", {"FIN"}, set(), id="decided not to",
        ),
        pytest.param(
            "Qatar's coastguard promised not to attack the Iranian boats.",
            "AGREE", {"QAT"}, {"IRN"}, id="a promise of peace is no threat",
        ),
        pytest.param(
            "The Taliban spokesman promised that there would be no revenge.",
            "AGREE", {"AFG"}, set(), id="a promise of nothing known",
        ),
        pytest.param(
            "Kenya's president described Mr Museveni's remarks as reckless.",
            "ACCUSE", {"KEN"}, {"UGA"}, id="described as, behind what is described",
        ),
        pytest.param(
            "The Sudanese army branded the RSF a rebel group.",
            "ACCUSE", {"SDN"}, {"SDN"}, id="branded X a Y",
        ),
        pytest.param(
            '"Israel\'s attack on the port is despicable," said the Irish foreign minister.',
            "ACCUSE", {"IRL"}, {"ISR"}, id="a verdict that is only said",
        ),
        pytest.param(
            "Seoul filed a complaint with the World Trade Organization against Tokyo.",
            "ACCUSE", {"KOR"}, {"JPN"}, id="not the body that hears the complaint",
        ),
        pytest.param(
            "Wang Qishan of China visited Zimbabwe this month and signed five agreements on farming.",
            "SUPPORT", {"CHN"}, {"ZWE"}, id="signed where one visits",
        ),
        pytest.param(
            "Barack Obama called Angela Merkel to congratulate her.",
            "SUPPORT", {"USA"}, {"DEU"}, id="who telephones congratulates",
        ),
        pytest.param(
            "The Tunisian minister was told to shut the channel, close a base and free the Libyan pilots.",
            "REQUEST", set(), {"TUN"}, id="bare verbs go on with what is asked",
        ),
    ],
)  # fmt: skip
def test_what_is_said_to_whom(
    coder: Coder, text: str, kind: str, actors: set[str], recipients: set[str]
) -> None:
    found = [m for m in _coded(coder, text) if m.event_type == kind]
    assert found, [m.event_type for m in _coded(coder, text)]
    assert {a.country for a in found[-1].actors} == actors
    assert {r.country for r in found[-1].recipients} == recipients


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Germany's president expressed his condolences over the flood in Libya.", "SUPPORT"),
        ("The minister assured them that Ukraine would meet its obligations on transit in full.", "CONSULT"),
        ("A pact with the rebels threatens Morocco's security.", "THREATEN"),
        ("The Emirati minister warned that rebuilding trust would take time.", "THREATEN"),
        (
            "Qatar's minister told a newspaper that his country would change its relations with Iran.",
            "REQUEST",
        ),
        ("The envoy hoped that both parliaments would ratify the treaty soon.", "AGREE"),
        ("Kuwait's minister said on the eve of the summit that the border would reopen.", "CONSULT"),
    ],
)
def test_what_is_no_event_of_that_type(coder: Coder, text: str, kind: str) -> None:
    assert kind not in {m.event_type for m in _coded(coder, text) if m.status == "asserted"}


def test_a_second_demand_has_its_own_record(coder: Coder) -> None:
    text = "Senators demanded that the cabinet submit the pact to them and called on the bishops to mediate."
    assert [m.event_type for m in _coded(coder, text)] == ["REQUEST", "REQUEST"]


def test_a_warning_of_harm_is_a_threat(coder: Coder) -> None:
    text = "Mali and Burkina Faso have warned that an attack on Niger would be an attack on them."
    rows = [(m.event_type, m.status) for m in _coded(coder, text)]
    assert ("THREATEN", "asserted") in rows
    assert ("ASSAULT", "asserted") not in rows


def test_to_march_in_protest_is_one_protest(coder: Coder) -> None:
    text = "In Yerevan, thousands marched on Friday to protest against the pact."
    assert [(m.event_type, m.status) for m in _coded(coder, text)] == [("PROTEST", "asserted")]


def test_who_speaks_is_not_the_he_of_his_words(coder: Coder) -> None:
    text = (
        "The opposition's spokesman, Douglas Mwonzora, attacked Robert Mugabe. "
        '"He signed an accord with us last year," he said.'
    )
    signed = [m for m in _coded(coder, text) if m.event_type == "SUPPORT"]
    assert [a.name for m in signed for a in m.actors] == ["Robert Mugabe"]


def test_a_tag_names_nobody_of_what_it_tells(coder: Coder) -> None:
    text = (
        "Moroccan Foreign Minister Nasser Bourita spoke on Tuesday in Rabat. "
        "Morocco will expel the Iranian ambassador, he said."
    )
    *_, expelled = _coded(coder, text)
    assert [e.name for e in expelled.attribution] == ["Nasser Bourita"]


def test_we_of_a_press_release_are_who_writes_it(coder: Coder) -> None:
    text = "The arrests in Cairo are an outrage, our organisation said today. We call on the Egyptian authorities to free them."
    *_, asked = _coded(coder, text)
    assert asked.event_type == "REQUEST"
    assert [a.country for a in asked.actors] == ["NGO"]


def test_both_sides_when_one_of_them_speaks(coder: Coder) -> None:
    text = (
        "Japan tightened controls on exports to South Korea. "
        "A South Korean trade official called on both sides to return to the table."
    )
    *_, asked = _coded(coder, text)
    assert {r.country for r in asked.recipients} == {"JPN", "KOR"}


def test_the_kingdom_is_no_republic(coder: Coder) -> None:
    text = "Morocco cut ties with Iran on Tuesday. The Polisario accused the kingdom of stalling."
    *_, accused = _coded(coder, text)
    assert [r.country for r in accused.recipients] == ["MAR"]


def test_leaders_of_a_region_act_as_its_organisation_does(coder: Coder) -> None:
    text = "Southern African leaders meeting in Mauritius told Zimbabwe to hold a vote."
    asked = next(m for m in _coded(coder, text) if m.event_type == "REQUEST")
    assert [a.country for a in asked.actors] == ["IGO"]


def test_a_spokesman_is_what_his_party_is(coder: Coder) -> None:
    text = (
        "The Movement for Democratic Change boycotted the poll in Zimbabwe. "
        "Its spokesman, Douglas Mwonzora, accused the president of fraud."
    )
    *_, accused = _coded(coder, text)
    assert "PTY" in accused.actors[0].sectors


def test_it_is_none_of_them(coder: Coder) -> None:
    text = (
        "Saudi Arabia, Bahrain and Egypt cut ties with Qatar. "
        "They closed their airspace to its planes and accused it of financing terrorism."
    )
    *_, accused = _coded(coder, text)
    assert [r.country for r in accused.recipients] == ["QAT"]


def test_a_demand_told_as_a_noun(coder: Coder) -> None:
    (row,) = _coded(coder, "Niger renewed its demand that French soldiers leave Agadez.")
    assert (row.event_type, [a.country for a in row.actors]) == ("REQUEST", ["NER"])
    assert [r.country for r in row.recipients] == ["FRA"]


def test_how_much_is_traded_is_no_event(coder: Coder) -> None:
    assert not _coded(coder, "Trade between Ankara and Moscow reached 30 billion dollars.")
    assert [m.event_type for m in _coded(coder, "Trade between Ankara and Moscow resumed.")] == ["COOPERATE"]
