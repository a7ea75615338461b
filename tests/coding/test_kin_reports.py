"""Three reports of the kind of the first one, with other countries, names, order and voice.

Each row names what a careful reader is sure of; the coder must yield a mention that shows
all of it.  None of the rows is known to the code.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dragoman.reading import read
from dragoman.records import Document, EventMention, Record

if TYPE_CHECKING:
    from dragoman.coding import Coder

REPORTS = Path(__file__).parents[1] / "reports"


@dataclass(frozen=True)
class Row:
    evidence: str
    types: str
    actors: str = ""
    recipients: str = ""
    place: str | None = None
    according_to: str | None = None
    status: str = "asserted"
    start: str | None = None
    mode: str | None = None

    def shown_by(self, m: EventMention) -> bool:
        actors = {a.country for a in m.actors}
        recipients = {r.country for r in m.recipients}
        return (
            self.evidence in m.evidence.text
            and m.event_type in self.types.split("|")
            and set(self.actors.split()) <= actors
            and set(self.recipients.split()) <= recipients
            and (self.place is None or (m.place is not None and m.place.name == self.place))
            and (self.according_to is None or any(self.according_to in a.name for a in m.attribution))
            and m.status == self.status
            and (self.start is None or str(m.date.start) == self.start)
            and (self.mode is None or m.event_mode == self.mode)
        )


EXPECTED = {
    "russia-belarus-2021-09-10.txt": [
        Row("Russia, Belarus sign", "SUPPORT|AGREE", "RUS BLR"),
        Row(
            "signed an agreement on military",
            "SUPPORT|AGREE",
            "RUS BLR",
            according_to="Belarusian state media",
        ),
        Row("two-day visit to Minsk", "CONSULT", "RUS", "BLR", "Minsk", mode="visit", start="2021-09-09"),
        Row("lengthy talks", "CONSULT", "RUS BLR", place="Minsk", according_to="B"),
        Row("brotherly support", "SUPPORT", "BLR", "RUS", start="2021-09-09"),
        Row("financial and military backing", "SUPPORT|AID", "RUS", "BLR"),
        Row("sent warplanes", "MOBILIZE|AID", "RUS", start="2021-09-10"),
        Row("condemned the agreement", "ACCUSE", "BLR", mode="disapprove"),
    ],
    "turkey-libya-2019-12-15.txt": [
        Row("visited Istanbul", "CONSULT", "LBY", "TUR", "Istanbul", mode="visit", start="2019-12-15"),
        Row("The two leaders met", "CONSULT", "TUR LBY", according_to="Anadolu"),
        Row("signed a security", "SUPPORT|AGREE", "TUR LBY", start="2019-11-27"),
        Row("expelled the Libyan ambassador", "SANCTION", "GRC", "LBY", mode="expel"),
        Row("have attacked Tripoli", "ASSAULT", "LBY", "LBY", "Tripoli", start="2019-04-01"),
        Row(
            "Airstrikes by Haftar",
            "ASSAULT",
            "LBY",
            mode="aerial",
            start="2019-12-14",
            according_to="official",
        ),
        Row("violating the arms embargo", "ACCUSE", "UNO", "TUR JOR ARE"),
        Row("denied sending weapons", "AID", "TUR", "LBY", status="denied", according_to="Turkey"),
    ],
    "ethiopia-sudan-2020-08-25.txt": [
        Row("arrived in Khartoum", "CONSULT", "ETH", "SDN", "Khartoum", "Sudan News Agency", mode="visit"),
        Row("Abiy met", "CONSULT", "ETH SDN"),
        Row("the two countries agreed to resume", "AGREE", "ETH SDN"),
        Row("rejected the proposal", "REJECT", "EGY"),
        Row("attacked Sudanese farmers", "ASSAULT", "ETH", "SDN", start="2020-05-01", according_to="Sudan"),
        Row("called for an investigation", "REQUEST", "ETH"),
        Row("arrested 21 protesters", "COERCE", "SDN", mode="arrest", according_to="lawyer"),
        Row("demanded the release", "REQUEST", mode="yield"),
    ],
}
SPEAKERS = {
    "russia-belarus-2021-09-10.txt": [
        ("period of tension", "Shoigu"),
        ("does not speak for our people", "Tsikhanouskaya"),
    ],
    "turkey-libya-2019-12-15.txt": [("Libyan brothers", "Erdogan")],
    "ethiopia-sudan-2020-08-25.txt": [("brothers do not go to war", "Burhan")],
}


@pytest.fixture(scope="module")
def records(coder: Coder) -> dict[str, Record]:
    out = {}
    for name in EXPECTED:
        (document,) = read(REPORTS / name)
        assert isinstance(document, Document)
        out[name] = coder.code(document)
    return out


@pytest.mark.parametrize(("name", "row"), [(n, r) for n, rows in EXPECTED.items() for r in rows], ids=str)
def test_event_is_coded(records: dict[str, Record], name: str, row: Row) -> None:
    coded = [m for m in records[name].event_mentions if row.evidence in m.evidence.text]
    assert any(row.shown_by(m) for m in coded), coded


@pytest.mark.parametrize(
    ("name", "quote", "speaker"), [(n, q, s) for n, rows in SPEAKERS.items() for q, s in rows]
)
def test_quote_has_its_speaker(records: dict[str, Record], name: str, quote: str, speaker: str) -> None:
    said = [s for s in records[name].statements if quote in s.text]
    assert any(speaker in s.speaker.name for s in said), said


@pytest.mark.parametrize("name", EXPECTED)
def test_evidence_stands_in_the_text(records: dict[str, Record], name: str) -> None:
    document = records[name].document
    for m in records[name].event_mentions:
        field = document.title if m.evidence.field == "title" else document.text
        assert field is not None
        assert field[m.evidence.start : m.evidence.end] == m.evidence.text
        assert m.evidence.start <= m.evidence.trigger[0] < m.evidence.trigger[1] <= m.evidence.end


@pytest.mark.parametrize("name", EXPECTED)
def test_few_events_beside_the_expected(records: dict[str, Record], name: str) -> None:
    mentions = [m for m in records[name].event_mentions if m.status == "asserted"]
    unexpected = [m for m in mentions if not any(r.evidence in m.evidence.text for r in EXPECTED[name])]
    assert len(unexpected) <= len(EXPECTED[name]) // 2, [(m.event_type, m.evidence.text) for m in unexpected]
