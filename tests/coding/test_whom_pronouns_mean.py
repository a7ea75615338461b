"""Whom "he", "it" and "they" mean, and where they mean nobody."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder
from dragoman.records import Document
from tests.coding.shown import coded, row

DAY = dt.date(2006, 12, 4)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Aid for Mogadishu was blocked by the warlords who held the city until they were routed by troops "
            "in June.",
            "ASSAULT/ SOM:MIL > SOM:UAF",
        ),
        (
            "The accord lets Japanese police question American soldiers before they are formally charged.",
            "ACCUSE/allege - > USA:MIL",
        ),
        (
            "Kenya said it hoped for calm, while Uganda, which shelters the leader, said it supported the "
            "Somali government.",
            "SUPPORT/ UGA:GOV > SOM:GOV",
        ),
        (
            'Israel backed the envoy. "The plan is a trap and we reject the offer of Cairo," Maariv quoted '
            "Foreign Minister Tzipi Livni as saying.",
            "REJECT/ ISR:GOV > EGY:GOV",
        ),
    ],
)
def test_who_is_told_by_the_clause(coder: Coder, text: str, told: str) -> None:
    assert told in [row(m) for m in coded(coder, text, day=DAY)]


@pytest.mark.parametrize(
    "text",
    [
        "The US military lost six soldiers on Monday. The bomb was so powerful that it destroyed ten shops in "
        "Baghdad.",
        "Kandahar is a base of US troops, where a plane crashed and the Taliban claimed to have shot it down.",
        "The former US envoy said it was premature to envisage changes to the UN plan.",
        "Police in Haifa opened an inquiry. Asked about the reports, Ehud Olmert dismissed them as gossip.",
    ],
)
def test_things_are_no_party(coder: Coder, text: str) -> None:
    found = [e for m in coded(coder, text, day=DAY) for e in (*m.actors, *m.recipients)]
    assert not [e for e in found if e.resolved_by == "coreference" and e.country in ("USA", "UNO", "ISR")]


def test_one_man_is_no_it(coder: Coder) -> None:
    text = "The man had planned bombings in Afghanistan, the statement said. The militant killed ten civilians, it said."
    assert not [
        a
        for m in coded(coder, text, day=DAY)
        for a in m.actors
        if a.name == "man" and m.event_type == "ACCUSE"
    ]


def test_him_is_not_whose_people_they_are(coder: Coder) -> None:
    text = "His overtures to Kabila's rebels were snubbed. They had warned him not to take office in Zaire."
    names = [r.name for m in coded(coder, text, day=DAY) for r in m.recipients if m.event_type == "THREATEN"]
    assert names
    assert not any("Kabila" in n for n in names)


def test_towns_do_nothing(coder: Coder) -> None:
    text = (
        "Kabila's alliance waited, with troops marching on the Zairean towns of Lubumbashi and Mbuji Mayi. "
        "Since they began their offensive they have seized a quarter of Zaire."
    )
    doers = [a.name for m in coded(coder, text, day=DAY) for a in m.actors]
    assert doers
    assert not any("towns" in n for n in doers)


def test_who_blames_others_did_not_do_it(coder: Coder) -> None:
    text = (
        "Hamas gunmen stormed a border post in Gaza on Friday. Later Hamas accused the presidential guard of "
        "attacking a convoy. A bodyguard of the premier was killed and his son was wounded."
    )
    killed = [m for m in coded(coder, text, day=DAY) if m.evidence.text.startswith("A bodyguard")]
    assert killed
    assert not any(a.name == "Hamas" for m in killed for a in m.actors)


def test_they_who_are_accused_are_those_just_condemned(coder: Coder) -> None:
    text = "Thirty people died in Colombia. The president condemned the ELN, accusing them of murder."
    record = coder.code(Document("d1", text))
    accused = [m for m in record.event_mentions if m.event_type == "ACCUSE"]
    assert [e.name for m in accused for e in m.recipients] == ["National Liberation Army"] * 2


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Ukraine's president, Petro Poroshenko, met reporters. Having promised to overturn Prime Minister "
            "Arseniy Yatsenyuk's budget, he said he would veto it.",
            "Petro Poroshenko",
        ),
        (
            "François Hollande arrived in Berlin. After denouncing Angela Merkel's plan, he said he would not sign the "
            "treaty.",
            "François Hollande",
        ),
        (
            "Ollanta Humala spoke in Lima. Asked about Alan Garcia's law, he promised to repeal it.",
            "Ollanta Humala",
        ),
    ],
)
def test_he_is_nobody_of_the_participle_in_front(coder: Coder, text: str, name: str) -> None:
    said = [m for m in coded(coder, text, day=DAY) if m.event_type in ("AGREE", "REJECT")]
    assert said
    assert {a.name for m in said for a in m.actors} == {name}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Officials in Seoul said North Korea fired a missile over Japan. Tokyo and Washington will raise the "
            "pressure on Friday, with the two governments seeking a session of the Security Council.",
            "JPN USA",
        ),
        (
            "India and Pakistan exchanged fire. Kenya and Uganda met in Nairobi, with the two countries agreeing to "
            "share power.",
            "KEN UGA",
        ),
        (
            "Chad and Niger closed their border. Ties between Peru and Chile cooled and the two countries agreed to "
            "hold talks.",
            "PER CHL",
        ),
    ],
)
def test_the_two_are_those_whom_their_sentence_names(coder: Coder, text: str, told: str) -> None:
    last = [m for m in coded(coder, text, day=DAY) if m.event_type in ("AGREE", "CONSULT")][-1]
    assert " ".join(a.country or "?" for a in last.actors) == told
