"""What is said is an act by itself: blame, demands, refusals and threats in quotations, and whom they mean."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder
from dragoman.coding.utterance_table import gate_words, utterances
from dragoman.records import Document, Entity, EventMention

REPORTED = dt.date(2012, 5, 7)
MINISTER = (
    "Israel bombed a Turkish ship on Sunday, killing nine. Turkish Foreign Minister Ahmet Davutoglu spoke to "
    'reporters in Ankara on Monday. "The world is watching," he said. "{}"'
)


def _coded(coder: Coder, text: str, day: dt.date = REPORTED) -> tuple[EventMention, ...]:
    return coder.code(Document("d", text, published=day)).event_mentions


def _row(m: EventMention) -> str:
    return f"{m.event_type}/{m.event_mode or ''} {_side(m.actors)} > {_side(m.recipients)}"


def _side(entities: tuple[Entity, ...]) -> str:
    return " ".join(sorted({e.country or "?" for e in entities})) or "-"


SAID = [
    # blame
    ("Israel started this war.", "ACCUSE/allege TUR > ISR"),
    ("They have broken their word.", "ACCUSE/disapprove TUR > ISR"),
    ("They are liars.", "ACCUSE/disapprove TUR > ISR"),
    ("They are trying to destroy our country.", "ACCUSE/allege TUR > ISR"),
    ("Israel is playing with fire.", "ACCUSE/disapprove TUR > ISR"),
    ("This was an act of piracy.", "ACCUSE/disapprove TUR > ISR"),
    ("What they did is a shame.", "ACCUSE/disapprove TUR > ISR"),
    ("It is they who started this war.", "ACCUSE/allege TUR > ISR"),
    # demands
    ("They must apologise.", "REQUEST/yield TUR > ISR"),
    ("The blockade must end.", "REQUEST/yield TUR > ISR"),
    ("Stop the bombing.", "REQUEST/yield TUR > ISR"),
    ("Israel has to decide.", "REQUEST/ TUR > ISR"),
    ("Let them withdraw.", "REQUEST/yield TUR > ISR"),
    # refusals
    ("We do not take orders from Israel.", "REJECT/ TUR > ISR"),
    ("We will no longer accept it.", "REJECT/change TUR > ISR"),
    ("There will be no negotiations.", "REJECT/meet TUR > ISR"),
    ("Nobody will make us leave.", "REJECT/ TUR > ISR"),
    ("We will not be bullied by Israel.", "REJECT/ TUR > ISR"),
    ("This ruling is null and void.", "REJECT/ TUR > ISR"),
    # threats
    ("They will pay for this crime.", "THREATEN/ TUR > ISR"),
    ("Israel will regret this.", "THREATEN/ TUR > ISR"),
    ("There will be consequences.", "THREATEN/ TUR > ISR"),
    ("We will respond with force.", "THREATEN/ TUR > ISR"),
    ("All options are on the table.", "THREATEN/violence TUR > ISR"),
    ("If they come back we will be waiting for them.", "THREATEN/violence TUR > ISR"),
]


@pytest.mark.parametrize(("words", "row"), SAID, ids=[words for words, _ in SAID])
def test_words_of_a_quotation_whose_speaker_another_sentence_names(
    coder: Coder, words: str, row: str
) -> None:
    found = [m for m in _coded(coder, MINISTER.format(words)) if m.event_type != "ASSAULT"]
    assert [_row(m) for m in found] == [row]
    assert found[0].status == "asserted"
    if (found[0].rule or "").startswith("utterances"):
        assert not any(e.kind == "speaker" for e in found[0].attribution)  # who speaks acts


NO_ACTS = [
    "They must be tired.",
    "It must be said that the weather was bad.",
    "We will not forget the victims.",
    "Should they have waited for us?",
    "If they had lied to us, we would know.",
    "It is a lovely morning.",
    "We did not start this race.",
    "They are sailors.",
]


@pytest.mark.parametrize("words", NO_ACTS)
def test_words_that_are_no_act(coder: Coder, words: str) -> None:
    assert [_row(m) for m in _coded(coder, MINISTER.format(words)) if m.event_type != "ASSAULT"] == []


REPORTED_SPEECH = [
    ("Egypt's foreign minister, Sameh Shoukry, said Ethiopia had acted in bad faith.", "ACCUSE/disapprove EGY > ETH"),
    ("Honduran leader Roberto Micheletti said Brazil would be held responsible for any bloodshed.",
     "ACCUSE/allege HND > BRA"),
    ("Negotiators of Ethiopia complained that the Americans had abandoned their role.", "ACCUSE/disapprove ETH > USA"),
    ("Kenya's labour minister said teachers would be sacked if they did not return by Monday.",
     "THREATEN/expel KEN > KEN"),
    ("The Nigerian president said that no option was off the table in Niger.", "THREATEN/violence NGA > NER"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "row"), REPORTED_SPEECH, ids=[row for _, row in REPORTED_SPEECH])
def test_reported_speech(coder: Coder, text: str, row: str) -> None:
    assert row in [_row(m) for m in _coded(coder, text)]


def test_they_in_a_quotation_are_not_those_who_listen(coder: Coder) -> None:
    text = (
        "Ethiopia's government said on Monday that rebels had shelled the town of Mekelle. "
        '"They killed our children and they will regret it," spokesman Legesse Tulu told reporters.'
    )
    harm = [m for m in _coded(coder, text) if "killed" in m.evidence.text]
    assert [e.name for e in harm[0].actors] == ["rebels"]
    assert [_row(m) for m in harm[1:]] == ["THREATEN/ ETH > ETH"]


def test_he_in_a_quotation_is_not_the_speaker(coder: Coder) -> None:
    text = (
        "Opposition leader Raila Odinga attacked President Uhuru Kenyatta in Nairobi on Monday. "
        '"He has betrayed the people," he told a rally.'
    )
    blamed = [m for m in _coded(coder, text, dt.date(2016, 5, 7)) if "betrayed" in m.evidence.text]
    assert [(m.actors[0].name, m.recipients[0].name) for m in blamed] == [("Raila Odinga", "Uhuru Kenyatta")]


def test_whom_the_last_sentence_told_of_goes_on_in_the_quotation(coder: Coder) -> None:
    text = (
        "Milorad Dodik, the president of Bosnia's Serb Republic, said the UN tribunal in The Hague was biased. "
        '"They have lied to us for years," he told reporters in Banja Luka.'
    )
    lied = [m for m in _coded(coder, text) if "lied" in m.evidence.text]
    assert "Tribunal" in lied[0].recipients[0].name


def test_the_paragraph_of_somebody_else_does_not_speak(coder: Coder) -> None:
    text = (
        'Ecuador\'s defence minister, Jose Gallardo, was angry. "They lied to us," he told reporters. '
        '"We will strike back at Peru."\n\nPeru denied the charge.'
    )
    threat = [m for m in _coded(coder, text, dt.date(1995, 2, 15)) if m.event_type == "THREATEN"]
    assert [m.actors[0].country for m in threat] == ["ECU"]


def test_every_row_has_an_example_and_a_word_of_the_gate() -> None:
    for (_, lemma), rows in utterances().items():
        assert lemma in gate_words()
        assert all(row.sense.example.startswith('"') for row in rows)


AFTER_ANOTHER = [
    # who speaks in the tag, and who is meant in his words
    ("Opposition leader Matthew Wale said in Honiara that Prime Minister Manasseh Sogavare had sold the country. "
     '"He has lied to the people from the start," he told AFP.', "lied", "Matthew Wale", "Manasseh Sogavare"),
    ('Agustin Rossi of Argentina blamed the security minister, Patricia Bullrich. "She has betrayed the people," '
     "he said.", "betrayed", "Agustin Rossi", "Patricia Bullrich"),
    ("The Chinese embassy in Honiara rejected the charge. "
     '"Australia has behaved like a bully," a spokesman said.', "behaved", "spokesman", "Australia"),
    ('Bruno Le Maire of France resigned because of Francois Fillon. "He has broken his word," the former minister '
     "said.", "broken", "Bruno Le Maire", "François Fillon"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "speaker", "meant"), AFTER_ANOTHER)
def test_who_speaks_and_who_is_meant(coder: Coder, text: str, word: str, speaker: str, meant: str) -> None:
    found = [m for m in _coded(coder, text, dt.date(2018, 5, 7)) if f"{word}" in m.evidence.text]
    plain = [
        (m.actors[0].name.replace("í", "i"), m.recipients[0].name) for m in found if m.event_type == "ACCUSE"
    ]
    assert (speaker, meant) in plain or (speaker, meant.replace("ç", "c")) in plain


def test_or_else_is_a_threat_of_who_asks(coder: Coder) -> None:
    text = "The African Union told Guinea to set a date for elections by the end of May or face sanctions."
    rows = [_row(m) for m in _coded(coder, text)]
    assert "THREATEN/ IGO > GIN" in rows


def test_both_men_are_the_two_rivals(coder: Coder) -> None:
    text = (
        "Ousted President Manuel Zelaya of Honduras is still in the embassy. Roberto Micheletti of Honduras "
        "rules from the palace. Zelaya and Micheletti have not met. Brazil sent food. The United States urged "
        "both men to talk."
    )
    asked = [m for m in _coded(coder, text, dt.date(2009, 9, 23)) if "urged" in m.evidence.text]
    assert {r.country for r in asked[0].recipients} == {"HND"}


def test_she_is_nobody_of_whom_the_report_said_he(coder: Coder) -> None:
    text = (
        "President Ferdinand Marcos Jr told reporters in Manila that he had kept his word. Vice President Sara "
        "Duterte of the Philippines said she would sue. Marcos was calm. The lower house impeached her in February."
    )
    found = [m for m in _coded(coder, text, dt.date(2025, 3, 12)) if "impeached" in m.evidence.text]
    assert [e.name for e in found[0].recipients] == ["Sara Duterte"]


def test_what_others_do_in_a_speakers_words_is_not_aimed_at_his_foes(coder: Coder) -> None:
    text = (
        "Police arrested former president Rodrigo Duterte in Manila on Tuesday. "
        '"Interpol asked for help and we obliged," President Ferdinand Marcos Jr said.'
    )
    asked = [m for m in _coded(coder, text, dt.date(2025, 3, 12)) if m.event_type == "REQUEST"]
    assert all(not m.recipients or m.recipients[0].name != "Rodrigo Duterte" for m in asked)


def test_the_two_sides_of_a_civil_war(coder: Coder) -> None:
    text = (
        "Rebels in Myanmar attacked an army post in Shan state on Monday. The army shelled Laukkai. Myanmar's "
        "military rulers blamed the rebels. India asked the two sides to stop firing."
    )
    asked = [m for m in _coded(coder, text, dt.date(2023, 11, 9)) if "two sides" in m.evidence.text]
    assert [e.country for e in asked[0].recipients] == ["MMR", "MMR"]


def test_a_german_who_speaks_is_not_germany(coder: Coder) -> None:
    text = (
        "Everton manager Sean Dyche blamed the referee at Anfield on Saturday. Liverpool coach Jürgen Klopp laughed. "
        '"He should calm down," the German said. "They surrendered."'
    )
    assert not [m for m in _coded(coder, text, dt.date(2023, 10, 21)) for a in m.actors if a.country == "DEU"]


def test_what_is_denied_is_no_verdict(coder: Coder) -> None:
    text = "Kremlin spokesman Dmitry Peskov denied that the pullout of Russia from Kherson was a humiliation."
    assert not [m for m in _coded(coder, text, dt.date(2022, 11, 11)) if m.event_type == "ACCUSE"]
