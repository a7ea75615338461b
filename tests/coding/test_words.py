"""Words between states as wires print them: who asks, refuses, breaks with and blames whom."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dragoman import coding
from dragoman.records import Document

if TYPE_CHECKING:
    from dragoman.coding import Coder
    from dragoman.records import Entity


def _side(entities: tuple[Entity, ...]) -> str:
    return " ".join(sorted({e.country or "?" for e in entities})) or "-"


def _rows(coder: Coder, text: str) -> list[str]:
    found = coder.code(Document("d", text)).event_mentions
    return [
        f"{m.event_type}/{m.event_mode or ''} {m.status} {_side(m.actors)} > {_side(m.recipients)}"
        for m in found
    ]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Togo gave Iranian diplomats two days to get out.", "SANCTION/expel asserted TGO > IRN"),
        ("Togo gave the UN observers 48 hours to leave the country.", "SANCTION/expel asserted TGO > UNO"),
        ("Four Chadian diplomats were sent packing by Sofia.", "SANCTION/expel asserted BGR > TCD"),
        ("Peru brought its ambassador to Quito home.", "SANCTION/discontinue asserted PER > ECU"),
        ("Norway put its aid to Malawi on hold.", "SANCTION/discontinue asserted NOR > MWI"),
        ("Cuba held the Haitian authorities answerable.", "ACCUSE/allege asserted CUB > HTI"),
        ("Greece blocked the start of accession talks with Macedonia.", "REJECT/meet asserted GRC > MKD"),
        ("Oslo made it plain that it would not follow suit.", "REJECT/ asserted NOR > -"),
        ("The Thai army called on Laos not to be drawn into the row.", "REQUEST/yield asserted THA > LAO"),
        ('"Laos will pay a price," the Thai premier said.', "THREATEN/ asserted THA > LAO"),
        ('"The time has come for Laos to act," the Thai premier said.', "REQUEST/ asserted THA > LAO"),
    ],
)
def test_a_wording_has_its_row(coder: Coder, text: str, row: str) -> None:
    assert row in _rows(coder, text)


def test_who_is_quoted_as_urging_urges(coder: Coder) -> None:
    text = "The Interfax agency quoted President Nazarbayev as urging Georgia to lift its ban."
    assert _rows(coder, text) == ["REQUEST/yield asserted KAZ > GEO"]


def test_a_name_of_several_words_is_one_party(coder: Coder) -> None:
    found = coder.code(Document("d", "Peru quit the Organization of American States.")).event_mentions
    assert [r.name for m in found for r in m.recipients] == ["Organization of American States"]


def test_a_state_that_all_others_answer_is_meant(coder: Coder) -> None:
    text = "France exploded a nuclear device on Tuesday. Chile recalled its ambassador. Japan was appalled."
    assert "SANCTION/discontinue asserted CHL > FRA" in _rows(coder, text)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Laos said it had nothing to do with the poisoning of the Thai envoy.",
            "ASSAULT/unconventional denied LAO > THA",
        ),
        ("The Thai army insisted it had not fired on the Lao post.", "ASSAULT/firearms denied THA > LAO"),
        (
            "Laos accused Peru of shelling a ship. Peru called that a lie.",
            "ASSAULT/heavy-weapons denied PER > PER",
        ),
        ('"Nonsense," the Chinese spokesman said of the Thai claim.', "REJECT/ asserted CHN > THA"),
        ('"A shameful day," the Thai premier said of the Lao raid.', "ACCUSE/disapprove asserted THA > LAO"),
    ],
)
def test_denials_and_verdicts(coder: Coder, text: str, row: str) -> None:
    assert row in _rows(coder, text)


def test_a_plea_of_not_guilty_concedes_nothing(coder: Coder) -> None:
    assert _rows(coder, "The former Chadian president pleaded not guilty to war crimes.") == []


def test_headlines_with_a_colon_are_words_of_the_speaker(coder: Coder) -> None:
    def rows(title: str) -> list[str]:
        found = coder.code(Document("d", "", title=title)).event_mentions
        return [
            f"{m.event_type}/{m.event_mode or ''} {_side(m.actors)} > {_side(m.recipients)}" for m in found
        ]

    assert rows("Modi to Xi: pull back your troops") == ["REQUEST/yield IND > CHN"]
    assert rows("Maduro: We will not yield to Peru") == ["REJECT/yield VEN > PER"]
    assert rows("Sweden: Police arrest three over plot") == ["COERCE/arrest SWE > SWE"]


def test_what_an_ultimatum_asks_for_is_no_event(coder: Coder) -> None:
    text = "The Arab League gave Syria three days to admit monitors."
    assert _rows(coder, text) == ["THREATEN/ asserted IGO > SYR"]
    text = "The Guatemalan judge was accused by the president of meddling in the poll."
    assert _rows(coder, text) == ["ACCUSE/allege asserted GTM > GTM"]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Merkel told Erdogan in a call that the arrests were unacceptable.",
            "ACCUSE/disapprove asserted DEU > TUR",
        ),
        ("Peru told Chile that it would not yield.", "REJECT/ asserted PER > CHL"),
        ("North Korea said it would turn Guam into a sea of flames.", "THREATEN/violence asserted PRK > GUM"),
        ('"Japan must bear all the consequences," a Chinese minister said.', "THREATEN/ asserted CHN > JPN"),
        ("Laos said any intervention would be a declaration of war.", "THREATEN/ asserted LAO > -"),
        ("Barak held Yasser Arafat personally responsible for the raid.", "ACCUSE/allege asserted ISR > PSE"),
        ("Indonesia ignored an appeal by Australia to spare the men.", "REQUEST/yield asserted AUS > IDN"),
        ("Seoul said the launch violated UN resolutions.", "ACCUSE/disapprove asserted KOR > -"),
    ],
)
def test_what_is_said_to_another_government(coder: Coder, text: str, row: str) -> None:
    assert row in _rows(coder, text)


def test_no_module_gives_one_name_to_two_lists() -> None:
    """The second would take the place of the first, and no tool else would say so."""
    for path in sorted(Path(coding.__file__).parent.glob("*.py")):
        body = ast.parse(path.read_text(encoding="utf-8")).body
        names = [
            t.id for n in body if isinstance(n, ast.Assign) for t in n.targets if isinstance(t, ast.Name)
        ]
        assert [n for n in names if names.count(n) > 1] == [], path.name
