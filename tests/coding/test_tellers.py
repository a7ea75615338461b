"""Who goes on speaking: tellers, statements, sources and those whom an agency quotes."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder
from tests.coding.shown import coded, row, side

_DAY = dt.date(2016, 5, 4)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Spokesman Karim Haddad of the Algerian Foreign Ministry said the foreign minister of Mali, Abdoulaye "
            "Diop, would travel to Algiers next week. He also called on Morocco to open its border.",
            "REQUEST/assist DZA:GOV > MAR:GOV",
        ),
        (
            "Premier Justin Trudeau said President Barack Obama had agreed to the plan. He accused Libya of hiding arms.",
            "ACCUSE/allege CAN:GOV > LBY:GOV",
        ),
        (
            "Human Rights Watch said Jordan must free the bloggers. It said the army must end its siege of Maan.",
            "REQUEST/yield NGO:SOC > JOR:MIL",
        ),
        (
            "Peru's foreign ministry issued a statement on the raid. The statement accused Chile of a violation of "
            "its border.",
            "ACCUSE/allege PER:GOV > CHL:GOV",
        ),
        (
            "An official source at the Syrian Foreign Ministry said that Damascus condemns the raid. The source "
            "urged Turkey to withdraw.",
            "REQUEST/yield SYR:GOV > TUR:GOV",
        ),
        (
            '"Turkey must withdraw its troops," Iraqi minister Hoshyar Zebari was quoted by Anadolu as saying.',
            "REQUEST/yield IRQ:GOV > TUR:GOV",
        ),
        (
            "Washington insisted South Korea must first accept inspections.",
            "REQUEST/change USA:GOV > KOR:GOV",
        ),
    ],
)
def test_whoever_told_of_others_goes_on_speaking(coder: Coder, text: str, wanted: str) -> None:
    assert wanted in [row(m) for m in coded(coder, text, day=_DAY)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "EU ministers said Russian soldiers had crossed the border. They urged Moscow to withdraw.",
            "REQUEST/yield EUR:GOV > RUS:GOV",
        ),
        (
            "Residents said Israeli soldiers had burned the house. They arrested two men.",
            "COERCE/arrest ISR:MIL > ISR:CVL",
        ),
    ],
)
def test_several_who_told_go_on_speaking_and_those_told_of_go_on_acting(
    coder: Coder, text: str, wanted: str
) -> None:
    assert row(coded(coder, text, day=_DAY)[-1]) == wanted


def test_whom_a_spokesman_tells_of_goes_on(coder: Coder) -> None:
    text = (
        "The spokesman said President Robert Mugabe had urged voters to be calm. "
        "He also warned the opposition against protests."
    )
    last = coded(coder, text, day=_DAY)[-1]
    assert [a.name for a in last.actors] == ["Robert Mugabe"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Iran rejects American interference in its affairs.", "ACCUSE/disapprove IRN:GOV > USA:GOV"),
        ("Russia strongly opposed the NATO strikes on Serbia.", "ACCUSE/disapprove RUS:GOV > IGO:MIL.GOV"),
        ("Russia opposed the sanctions on Iran.", "REJECT/change RUS:GOV > IRN:GOV"),
    ],
)
def test_deeds_of_others_are_complained_of_and_plans_refused(coder: Coder, text: str, wanted: str) -> None:
    assert [row(m) for m in coded(coder, text, day=_DAY)] == [wanted]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The sanctions followed Iraq's 1990 invasion of Kuwait.", "historical"),
        ("NATO's 1999 bombing of Yugoslavia still rankles in Belgrade.", "historical"),
        ("Kenya's 2000 soldiers attacked the camp of al-Shabaab on Monday.", "asserted"),
    ],
)
def test_years_beside_an_owner(coder: Coder, text: str, status: str) -> None:
    assert [m.status for m in coded(coder, text, day=_DAY) if m.event_type == "ASSAULT"] == [status]


def test_they_who_war_on_us_are_no_countrymen(coder: Coder) -> None:
    text = (
        "Hamas condemned the Israeli raid. "
        '"They are waging a war against our people in Gaza," Palestinian minister Riyad al-Maliki said.'
    )
    wars = [m for m in coded(coder, text, day=_DAY) if m.event_type == "ASSAULT"]
    assert [side(m.actors) for m in wars] == ["ISR:GOV"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "President Aliyev pardoned an editor who was jailed after he accused the army of theft.",
            "ACCUSE/allege AZE:JRN.MED > AZE:MIL",
        ),
        ("Ukraine said Russia was arming the separatists.", "ACCUSE/allege UKR:GOV > RUS:GOV"),
        (
            "Russia voiced alarm at reports that Turkey had armed the rebels.",
            "ACCUSE/disapprove RUS:GOV > TUR:GOV",
        ),
        (
            "His remarks came after Hamas launched a dawn raid on Israeli soil.",
            "ASSAULT/ PSE:REB.PTY > ISR:GOV",
        ),
        (
            "The warning was followed by two Israeli strikes against Damascus airport.",
            "ASSAULT/ ISR:GOV > SYR:GOV",
        ),
        (
            "Iran's strategy is to erase Israel from the map, the general said.",
            "THREATEN/violence IRN:GOV > ISR:GOV",
        ),
        ("Egypt called on Israel to work on lifting the siege of Gaza.", "REQUEST/yield EGY:GOV > ISR:GOV"),
    ],
)
def test_what_is_charged_feared_and_asked(coder: Coder, text: str, wanted: str) -> None:
    rows = [row(m) for m in coded(coder, text, day=_DAY)]
    assert wanted in rows
    assert not [r for r in rows if r.startswith(("RETREAT", "AID"))]


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("UN alarmed over Israeli demolitions in Hebron", "ACCUSE/disapprove UNO:GOV > ISR:GOV"),
        ("China concerned about Japanese visit to shrine", "ACCUSE/disapprove CHN:GOV > JPN:GOV"),
    ],
)
def test_states_of_mind_in_headlines(coder: Coder, title: str, wanted: str) -> None:
    assert [row(m) for m in coded(coder, "", title, day=_DAY)] == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "We are ready to deal with any Israeli aggression, Qassem said.",
        "He said Netanyahu's speech neither interests nor threatens Hezbollah.",
        "Prime Minister Koizumi of Japan has visited the Shinto shrine five times.",
    ],
)
def test_neither_promised_nor_done(coder: Coder, text: str) -> None:
    assert [row(m) for m in coded(coder, text, day=_DAY) if m.status == "asserted"] == []


def test_a_promise_is_of_the_day_on_which_it_is_hinted_at(coder: Coder) -> None:
    text = "Washington indicated on Friday it would welcome Iran's participation in talks."
    assert coded(coder, text, day=dt.date(1998, 11, 21))[0].date.start == dt.date(1998, 11, 20)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The minister denied that Kenya backs the rebels and called on Chad to prove its claim.",
            "REQUEST/change KEN:GOV > TCD:GOV",
        ),
        (
            "The Syrian minister said the raid exposed the true face of the Turkish regime.",
            "ACCUSE/disapprove SYR:GOV > TUR:GOV",
        ),
        ("Turkey reassessed its ties with Israel.", "THREATEN/relations TUR:GOV > ISR:GOV"),
        ("Russia halted its participation in NATO.", "SANCTION/withdraw RUS:GOV > IGO:MIL.GOV"),
        (
            "NATO warned Serbia that it had ten days to halt the crackdown in Kosovo.",
            "THREATEN/ IGO:MIL.GOV > SRB:GOV",
        ),
    ],
)
def test_who_says_what_against_whom(coder: Coder, text: str, wanted: str) -> None:
    assert [row(m) for m in coded(coder, text, day=_DAY) if m.status == "asserted"] == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "The minister criticised Chad's failure to calm its critics by releasing jailed leaders.",
        "The minister attacked a Senate vote that would allow sanctions on Venezuelan judges.",
    ],
)
def test_what_is_not_done_or_not_yet(coder: Coder, text: str) -> None:
    done = [m for m in coded(coder, text, day=_DAY) if m.status == "asserted"]
    assert {m.event_type for m in done} <= {"ACCUSE"}


def test_in_order_to_orders_nothing(coder: Coder) -> None:
    text = "NATO officials met with Russian envoys to the alliance in order to discuss Kosovo."
    assert [m.event_type for m in coded(coder, text, day=_DAY)] == ["CONSULT"]
