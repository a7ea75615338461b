"""The ledger of agreements."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from dragoman import story
from dragoman.records import EventMention, Record
from dragoman.story.ledger import status_of, step_of
from dragoman.story.shelf import Shelf
from tests.story import small as s


def said(sentence: str, event_type: str = "SUPPORT", verb: str = "", **known: Any) -> Record:
    """A report of one sentence, coded from the word ``verb``."""
    mention = s.mention(event_type, sentence=sentence, **known)
    other = "".join(sorted(sentence))  # words of its own, so that no two reports are near-duplicates
    record = s.record(mention, text=f"{sentence}\n{other}", published=known.get("day", s.DAY))
    at = sentence.index(verb) if verb else 0
    return _with_trigger(record, at, at + max(1, len(verb)))


def _with_trigger(record: Record, start: int, end: int) -> Record:
    import dataclasses

    (m,) = record.event_mentions
    evidence = dataclasses.replace(m.evidence, trigger=(m.evidence.start + start, m.evidence.start + end))
    return dataclasses.replace(record, event_mentions=(dataclasses.replace(m, evidence=evidence),))


def ledger(*records: Record) -> list[dict[str, Any]]:
    with s.new_store() as store:
        for record in records:
            store.add(record)
            story.catch_up(store)
        found = s.rows(store, "SELECT * FROM agreements ORDER BY signed, announced, id")
        for a in found:
            a["steps"] = s.rows(
                store, f"SELECT * FROM agreement_steps WHERE agreement_id = '{a['id']}' ORDER BY date, step"
            )
            a["parties"] = s.rows(
                store, f"SELECT * FROM agreement_parties WHERE agreement_id = '{a['id']}' ORDER BY position"
            )
        return found


def day(n: int) -> dt.date:
    return s.DAY + dt.timedelta(n)


COURSE = [
    said("Kenya and Uganda agreed a gas deal.", "AGREE", "agreed", day=day(-20), source="State radio"),
    said(
        "Kenya and Uganda signed an agreement on a gas pipeline in Kampala.",
        "SUPPORT",
        "signed",
        place=s.KAMPALA,
    ),
    said("Uganda ratified the gas agreement with Kenya.", "SUPPORT", "ratified", day=day(60)),
    said(
        "The gas agreement between Kenya and Uganda entered into force.", "COOPERATE", "entered", day=day(90)
    ),
    said("Kenya withdrew from the gas agreement with Uganda.", "SANCTION", "withdrew", day=day(700)),
]


def test_later_reports_move_an_agreement_along() -> None:
    expected = ["announced", "signed", "ratified", "in force", "withdrawn"]
    for n in range(1, len(COURSE) + 1):
        (a,) = ledger(*COURSE[:n])
        assert a["status"] == expected[n - 1]
        assert [step["step"] for step in a["steps"]] == expected[:n]
    assert (a["kind"], a["announced"], a["signed"], a["in_force"]) == ("energy", day(-20), day(0), day(90))
    assert (a["place_name"], a["place_country"], a["n_mentions"]) == ("Kampala", "UGA", 5)
    assert {p["actor_id"] for p in a["parties"]} == {"country:KEN", "country:UGA"}
    assert a["subject"] == "agreement on a gas pipeline in kampala"
    assert a["steps"][0]["according_to"] == "State radio"
    assert all(step["sentence"] and step["mention_id"] and step["document_id"] for step in a["steps"])


def test_the_order_of_arrival_does_not_matter() -> None:
    assert ledger(*reversed(COURSE)) == ledger(*COURSE)


def test_other_parties_another_matter_or_another_signing_are_other_agreements() -> None:
    first = COURSE[1]
    for other in (
        said(
            "Kenya and Sudan signed an agreement on a gas pipeline.", verb="signed", actors=(s.KENYA, s.SUDAN)
        ),
        said("Kenya and Uganda signed an extradition treaty.", verb="signed", day=day(1)),
        said("Kenya and Uganda signed an agreement on gas.", verb="signed", day=day(400)),
    ):
        assert len(ledger(first, other)) == 2


def test_a_denial_is_kept_beside_what_is_claimed() -> None:
    claim = said("Kenya and Uganda signed a defence pact.", verb="signed", source="A newspaper")
    denial = said(
        "Kenya denied that it signed a defence pact with Uganda.",
        verb="signed",
        status="denied",
        source="Kenya",
    )
    (a,) = ledger(claim, denial)
    assert a["status"] == "signed"
    assert {(step["step"], step["according_to"]) for step in a["steps"]} == {
        ("signed", "A newspaper"),
        ("denied", "Kenya"),
    }
    (alone,) = ledger(denial)
    assert alone["status"] == "denied"


@pytest.mark.parametrize(
    ("steps", "status"),
    [
        (["signed", "announced"], "signed"),
        (["signed", "suspended", "in force"], "in force"),
        (["in force", "withdrawn", "announced"], "withdrawn"),
        (["denied", "announced", "denied"], "announced"),
        (["denied"], "denied"),
    ],
)
def test_where_an_agreement_stands(steps: list[str], status: str) -> None:
    assert status_of(steps) == status


def read(mention: EventMention, verb: str) -> tuple[str, str, str] | None:
    with s.new_store() as store:
        record = said(mention.evidence.text, mention.event_type, verb, status=mention.status)
        store.add(record)
        shelf = Shelf(store)
        shelf.read_tellings([(record.document.id, 0)])
        return step_of(shelf.telling((record.document.id, 0)))


SENTENCES = """
AGREE|reached|The two sides reached a ceasefire agreement late on Sunday.|announced|ceasefire|ceasefire agreement
SUPPORT|signed|They signed a memorandum of understanding on fisheries.|signed|water|memorandum of understanding on fisheries
SUPPORT|ratified|The parliament ratified the military pact.|ratified|defence|military pact
RETREAT|came|The truce came into effect at midnight.|in force|ceasefire|truce
SANCTION|suspended|Ankara suspended its trade deal with the bloc.|suspended|trade|trade deal
REJECT|pulled|The president pulled out of the nuclear deal.|withdrawn|nuclear|nuclear deal
SUPPORT|praised|The minister praised the trade deal signed in March.
CONSULT|met|They met to discuss the deal.
SUPPORT|signed|He signed the visitors' book.
"""


@pytest.mark.parametrize("line", SENTENCES.strip().splitlines())
def test_what_a_sentence_says_became_of_an_agreement(line: str) -> None:
    event_type, verb, sentence, *expected = line.split("|")
    assert read(s.mention(event_type, sentence=sentence), verb) == (tuple(expected) or None)


def test_what_will_be_signed_is_announced() -> None:
    plan = s.mention("AGREE", sentence="They will sign a peace treaty next week.", status="future")
    found = read(plan, "sign")
    assert found is not None
    assert found[:2] == ("announced", "peace")
