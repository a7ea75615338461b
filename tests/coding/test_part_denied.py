"""Who denies a part in what the report has told, truces of those who fought, and provinces that stand alone."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder
from tests.coding.shown import coded, row

DAY = dt.date(2019, 5, 2)
DAILY = (
    " Traders came back to the stalls on Tuesday with rice, salt and soap. Rain fell in the hills, and the road to the "
    "market was muddy. The school reopened with forty pupils. The bus to the coast ran again for the first time in a "
    "week, and its driver said that the seats were full. A baker gave away loaves, and children flew kites by the river. "
    "The post office sold stamps from noon on, and two barbers cut hair under the old tree in front of the church. "
    "A new pump was set up at the well, so that nobody had to walk to the river for water."
)
"""Life as usual, so that a text is long enough for a report."""

DENIED = [
    (
        "Gunmen attacked a mosque in Kano on Monday. The Nigerian army denied that it had ordered the attack.",
        "ASSAULT/firearms NGA:MIL > NGA:REL",
    ),
    (
        "Two Ukrainian hospitals were hit by a cyberattack on Monday. The Kremlin denied that Russia had anything to do "
        "with the attack.",
        "COERCE/cyber RUS:GOV > UKR:MED.HLH",
    ),
    (
        "A drone hit a Saudi tanker on Monday. Tehran denied involvement in the attack.",
        "ASSAULT/drone IRN:GOV > SAU:BUS",
    ),
    (
        "The police beat dozens of students in Nairobi. The minister denied that he had ordered the assault.",
        "ASSAULT/beat KEN:GOV > KEN:EDU",
    ),
    (
        "A Rwandan journalist was murdered on Monday. The government denies that it was involved.",
        "ASSAULT/ RWA:GOV > RWA:JRN.MED",
    ),
    (
        "Armed men shot dead a judge in Tirana on Friday. The interior minister denied being involved in the killing.",
        "ASSAULT/firearms ALB:GOV > ALB:JUD",
    ),
]


@pytest.mark.parametrize(("text", "told"), DENIED)
def test_a_part_in_a_deed_is_denied(coder: Coder, text: str, told: str) -> None:
    assert told in [row(m) for m in coded(coder, text, day=DAY) if m.status == "denied"]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked a mosque in Kano on Monday. The Nigerian army denied carrying out any raid.",
        "Gunmen attacked a mosque in Kano on Monday. The mayor denied involvement in the budget affair.",
        "A bomb killed three guards in Quetta. India did not deny that it was behind the blast.",
    ],
)
def test_what_is_no_part_in_it(coder: Coder, text: str) -> None:
    """Any raid, an affair of money, and what nobody denies."""
    assert not [m for m in coded(coder, text, day=DAY) if m.status == "denied" and m.magnitude.killed]
    assert not [m for m in coded(coder, text, day=DAY) if m.status == "denied" and "REL" in row(m)]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Niger and Benin agreed on Monday to stop fighting. The ceasefire took effect at midnight.", "took"),
        (
            "Niger and Benin signed a truce on Friday. The truce came into force on Sunday, and trade went on.",
            "came",
        ),
        ("Troops of Niger and Benin clashed on the Mekrou. By night the shooting had stopped.", "stopped"),
    ],
)
def test_a_truce_is_between_those_of_whom_the_report_has_told(coder: Coder, text: str, trigger: str) -> None:
    found = [
        m
        for m in coded(coder, text + DAILY, day=DAY)
        if m.event_mode == "ceasefire" and m.status == "asserted"
    ]
    assert len(text + DAILY) > 600
    lands = {
        e.country
        for m in found
        if (text + DAILY)[slice(*m.evidence.trigger)] == trigger
        for e in (*m.actors, *m.recipients)
    }
    assert lands == {"NER", "BEN"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rebels hold most of Kandahar province. A mortar hit two villages in Kandahar on Monday.", "region"),
        (
            "Fighting spread in the province of Herat. Taliban fighters killed nine soldiers in Herat on Monday.",
            "region",
        ),
        (
            "The governor of Kandahar province spoke. A bomb killed a judge in Kandahar city on Monday.",
            "city",
        ),
        ("A bomb killed a judge in Kandahar on Monday.", "city"),
    ],
)
def test_a_province_that_stands_alone(coder: Coder, text: str, kind: str) -> None:
    places = [m.place for m in coded(coder, text, day=DAY) if m.event_type == "ASSAULT" and m.place]
    assert places
    assert {p.precision for p in places} == {kind}
