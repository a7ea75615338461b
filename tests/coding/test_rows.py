"""Constructions of whole articles, one by one: headlines, lists, role-only people, places, dates, counts."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from dragoman.coding.dates import find
from dragoman.coding.focus import Focus
from dragoman.coding.magnitudes import _INJURED, _KILLED, _SIZE, number
from dragoman.records import Document, EventMention

if TYPE_CHECKING:
    from dragoman.coding import Coder

REPORTED = dt.date(2019, 6, 12)  # a Wednesday


def coded(coder: Coder, text: str, title: str | None = None) -> tuple[EventMention, ...]:
    document = Document("t", text, title=title, published=REPORTED, language="en")
    return coder.code(document).event_mentions


@dataclass(frozen=True)
class Want:
    """One event that must be among the rows: countries are those of all actors or recipients."""

    text: str
    kind: str
    actors: str = ""
    recipients: str = ""
    title: str | None = None
    place: str | None = None
    start: str | None = None
    status: str = "asserted"

    def shown_by(self, m: EventMention) -> bool:
        return (
            m.event_type in self.kind.split("|")
            and set(self.actors.split()) == {a.country for a in m.actors}
            and set(self.recipients.split()) == {r.country for r in m.recipients}
            and (self.place is None or (m.place is not None and m.place.name == self.place))
            and (self.start is None or str(m.date.start) == self.start)
            and m.status == self.status
        )


BODY = "The two sides gave no details."
HEADLINES = [
    Want(BODY, "PROTEST|ASSAULT", "IRN", "GBR", "Iranian students storm British embassy"),
    Want(BODY, "COERCE", "AUT", "", "Austria seals border"),
    Want(BODY, "SUPPORT|AGREE", "PER CHL", "", "Peru, Chile sign accord"),
    Want(BODY, "AGREE", "FRA RUS", "", "Macron, Putin to meet"),
    Want(BODY, "SUPPORT", "EUR", "MDA", "EU leaders back Moldova bid"),
    Want(BODY, "COOPERATE", "GHA TGO", "", "Ghana, Togo reopen border"),
    Want(BODY, "ASSAULT", "IND CHN", "", "India, China troops clash on border"),
    Want(BODY, "CONCEDE", "ETH", "", "Ethiopia lifts ban on rallies"),
    Want(BODY, "AID", "TUR", "PSE", "Turkey evacuates wounded Gazans to Adana"),
]
SENTENCES = [
    # three names in a row are three actors
    Want(
        "Norway, the European Union and Canada voiced concern about the trial.",
        "ACCUSE",
        "NOR EUR CAN",
    ),
    # a past tense that the parser takes for a participle
    Want(
        "Chad's military seized power on Monday and detained the prime minister, Albert Pahimi Padacke.",
        "COERCE",
        "TCD",
        "TCD",
    ),
    # an apposition between the subject and its verb
    Want(
        "Japan, a neighbour with close ties to the generals, called on South Korea to hold talks.",
        "REQUEST",
        "JPN",
        "KOR",
    ),
    # speakers at the end are no victims
    Want(
        "Bandits on horses opened fire on farmers near Zaria, killing nine people and wounding 14 others, "
        "a police spokesman and a nurse said.",
        "ASSAULT",
        "NGA",
        "NGA",
        place="Zaria",
    ),
    # numbers alone are people
    Want("In Lima, thousands marched through the centre on Tuesday.", "PROTEST", "PER", place="Lima"),
    # the place decides whose people they are, not the dateline
    Want(
        "GENEVA (AP) - Soldiers shot dead two protesters in the Sudanese town of Kassala on Tuesday.",
        "ASSAULT",
        "SDN",
        "SDN",
        place="Kassala",
    ),
    # a nationality does not make a state of a person
    Want("Rebels in Colombia kidnapped a Swedish geologist.", "ASSAULT", "COL", "SWE"),
    # what is done abroad is done to the country of the place
    Want("Turkey strengthened its forces in Syria on Sunday.", "MOBILIZE", "TUR", "SYR", start="2019-06-09"),
    # two steps of one government against one other
    Want(
        "Ecuador recalled its ambassador and cancelled a naval exercise with Peru.",
        "SANCTION",
        "ECU",
        "PER",
    ),
    # the killing of somebody is not theirs who were killed
    Want("Ireland condemned the killing of two nurses in Kabul.", "ACCUSE", "IRL"),
    # a date of another noun, and a day to come
    Want(
        "Kenyan police killed a student in Kisumu after Tuesday's election, a doctor said.",
        "ASSAULT",
        "KEN",
        "KEN",
        start="2019-06-12",
    ),
    Want(
        "Greek Prime Minister Alexis Tsipras will travel to Sofia on Friday for talks on gas.",
        "AGREE",
        "GRC",
        "BGR",
        start="2019-06-14",
    ),
    # a name that is also a month
    Want(
        "British Prime Minister Theresa May congratulated Ghana.", "SUPPORT", "GBR", "GHA", start="2019-06-12"
    ),
    # said in a purpose clause, and said all the same
    Want("Austria summoned the Turkish ambassador to protest at the raid.", "ACCUSE", "AUT", "TUR"),
    # one clause's denial is not another's
    Want(
        "Bolivia arrested a Chilean pilot, whom it accuses of spying; he denies it.", "COERCE", "BOL", "CHL"
    ),
]


@pytest.mark.parametrize("want", HEADLINES + SENTENCES, ids=lambda w: (w.title or w.text)[:40])
def test_row_is_coded(coder: Coder, want: Want) -> None:
    rows = coded(coder, want.text, want.title)
    assert any(want.shown_by(m) for m in rows), [
        (m.event_type, m.status, [(a.name, a.country) for a in m.actors],
         [(r.name, r.country) for r in m.recipients], m.place and m.place.name, m.date.start)
        for m in rows
    ]  # fmt: skip


NOTHING = [
    "He was arrested on suspicion of rebellion and held on charges of riot.",
    "The old church of St. Peter will be restored, the council said.",
    "Denmark beat Peru in the final after two goals in the second half.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_charged_or_played_did_not_happen(coder: Coder, text: str) -> None:
    assert {m.event_type for m in coded(coder, text)} <= {"COERCE"}


PRIVATE = [
    "The bakery's owner promised to plant sixty trees.",
    "Santander agreed to buy a stake in a Polish insurer last month.",
]


@pytest.mark.parametrize("text", PRIVATE)
def test_private_dealings_are_no_rows(coder: Coder, text: str) -> None:
    assert not coded(coder, text)


def test_one_attack_is_one_row_with_all_its_victims(coder: Coder) -> None:
    text = "Gunmen attacked a bus near Herat on Monday, killing six passengers and wounding two children."
    rows = [m for m in coded(coder, text) if m.event_type == "ASSAULT"]
    assert len(rows) == 1
    assert {"six passengers", "two children"} <= {r.name for r in rows[0].recipients}
    assert (rows[0].magnitude.killed, rows[0].magnitude.injured) == (6, 2)


def test_pronoun_object_is_whom_the_last_sentence_named(coder: Coder) -> None:
    text = (
        "Russia's foreign minister, Sergei Lavrov, met his Indian counterpart in Delhi on Sunday. "
        "Iraqi troops captured the former governor of Mosul, Atheel al-Nujaifi, the army said. "
        "A militia had detained him a week earlier."
    )
    rows = [m for m in coded(coder, text) if m.event_type == "COERCE" and "militia" in m.evidence.text]
    assert [r.name for m in rows for r in m.recipients] == ["Atheel al-Nujaifi"]


def test_bare_surname_needs_its_country_in_a_longer_report(coder: Coder) -> None:
    filler = "The city budget was debated for hours in the old hall by the river. " * 12
    first = "Alberto Carvalho, the head of the schools, praised Canada on Monday."
    text = f"{first} {filler}Carvalho thanked Canada again."
    named = [a.name for m in coded(coder, text) for a in m.actors]
    assert named
    assert set(named) == {"Alberto Carvalho"}


@pytest.mark.parametrize(
    ("text", "killed", "injured", "size"),
    [
        ("At least 12 people, including three children, were killed and 30 wounded.", 12, 30, None),
        ("A mortar shell hit a bus, killing nine people and injuring 11.", 9, 11, None),
        ("Raiders killed a soldier and wounded two others.", 1, 2, None),
        ("A bombing on a tram killed 20 people.", 20, None, None),
        ("The blast left 14 dead and 60 people wounded.", 14, 60, None),
        ("Hundreds marched through the capital.", None, None, 200),
        ("Five were killed, among them a child, and seven injured.", 5, 7, None),
    ],
)
def test_counts(text: str, killed: int | None, injured: int | None, size: int | None) -> None:
    def first(patterns: list) -> int | None:  # type: ignore[type-arg]
        hits = (number(m["n"]) for p in patterns for m in p.finditer(text))
        return next((n for n in hits if n is not None), None)

    assert (first(_KILLED), first(_INJURED)) == (killed, injured)
    if size:
        assert first(_SIZE) == size


def test_may_is_a_month_only_behind_a_word_of_time() -> None:
    assert [t.text for t in find("Theresa May spoke. She came in May.", 0, REPORTED)] == ["in May"]


def test_focus_follows_the_text_and_not_the_dateline() -> None:
    focus = Focus(dateline=("Brussels", "BEL"))
    focus.add("UKR", 200, "text", 1.0)
    focus.add("POL", 2000, "text", 1.0)
    assert focus.at(180, "text") == "UKR"
    assert focus.at(2010, "text") == "POL"
    assert Focus().at(0, "text") is None


def test_police_arrest_people_of_their_own_country_unless_told(coder: Coder) -> None:
    text = "Bolivian police detained a former lawmaker, Carlos Quispe Mamani, over the march."
    rows = [m for m in coded(coder, text) if m.event_type == "COERCE"]
    assert [r.country for m in rows for r in m.recipients] == ["BOL"]


def test_a_country_has_a_point_on_the_map(coder: Coder) -> None:
    rows = coded(coder, "Rebels attacked a convoy in Mali on Tuesday.")
    places = [m.place for m in rows if m.place is not None]
    assert [(p.country, p.geonames_id, p.precision) for p in places] == [("MLI", 2453866, "country")]
