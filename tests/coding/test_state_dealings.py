"""Dealings of states as agencies and ministries tell them: votes, envoys, trips, what is asked in headlines."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder
from dragoman.records import Document
from tests.coding.shown import coded, row, side

DAY = dt.date(2018, 3, 2)
ELSE = "A statement was read out."


def _told(coder: Coder, text: str, title: str | None = None) -> list[str]:
    return [row(m) for m in coded(coder, text, title, day=DAY)]


VOTES = [
    ("Moscow vetoed a Canadian-drafted resolution on Mali.", "REJECT/change RUS:GOV > CAN:GOV"),
    ("Togo voted against a motion tabled by Norway.", "REJECT/change TGO:GOV > NOR:GOV"),
    ("Oman voted in favour of the Jordanian text.", "SUPPORT/ OMN:GOV > JOR:GOV"),
    ("Russia vetoed a resolution on Haiti.", "REJECT/change RUS:GOV > -"),
]


@pytest.mark.parametrize(("text", "wanted"), VOTES)
def test_a_vote_is_for_or_against_those_whose_text_it_is(coder: Coder, text: str, wanted: str) -> None:
    assert _told(coder, text) == [wanted]


BIDDEN = [
    ("Stop arming militias, Gabon tells Angola", "REQUEST/change GAB:GOV > AGO:GOV"),
    ("Free fishermen, Lima urges Quito", "REQUEST/yield PER:GOV > ECU:GOV"),
    ("Leave our waters, Manila tells Hanoi", "REQUEST/yield PHL:GOV > VNM:GOV"),
    ("Swiss envoy to visit Malta as ties improve", "AGREE/ CHE:GOV > MLT:GOV"),
    ("Chad-Togo Talks Remain Inconclusive", "CONSULT/ TCD:GOV TGO:GOV > -"),
    ("Mali ready to talk to Niger", "AGREE/ MLI:GOV > NER:GOV"),
    ("Serbia open to talks with Kosovo", "AGREE/ SRB:GOV > XKX:GOV"),
    ("Meeting between foreign ministers of Chile and Peru", "CONSULT/ CHL:GOV PER:GOV > -"),
    ("Maltese, Libyan foreign ministers agree on talks", "AGREE/ MLT:GOV LBY:GOV > -"),
]


@pytest.mark.parametrize(("title", "wanted"), BIDDEN)
def test_headlines_without_their_small_words(coder: Coder, title: str, wanted: str) -> None:
    assert wanted in _told(coder, ELSE, title)


def test_a_headline_that_ends_with_who_was_told_something_asks_nothing(coder: Coder) -> None:
    assert not _told(coder, ELSE, "Talks failed, envoy tells Security Council")


TRIPS = [
    ("The Maltese premier left on Sunday for talks in Algiers.", "CONSULT/visit MLT:GOV > DZA:GOV"),
    ("A Swiss delegation left for Harare on Monday.", "CONSULT/visit CHE:GOV > ZWE:GOV"),
    ("The note was written during Modi's Japan trip.", "CONSULT/visit IND:GOV > JPN:GOV"),
    ("The Tongan premier received an invitation from Fiji.", "REQUEST/meet FJI:GOV > TON:GOV"),
]


@pytest.mark.parametrize(("text", "wanted"), TRIPS)
def test_who_goes_where(coder: Coder, text: str, wanted: str) -> None:
    assert _told(coder, text) == [wanted]


PARTIES = [
    ("Malawi called for sanctions on Zambia over its dams.", "REQUEST/change MWI:GOV > -"),
    ("Oman called for a halt to Greek drilling.", "REQUEST/yield OMN:GOV > GRC:GOV"),
    ("Peru called for an end to Chilean tariffs on wine.", "REQUEST/yield PER:GOV > CHL:GOV"),
    ("The Swiss envoy was told to leave Harare within a week.", "SANCTION/expel ZWE:GOV > CHE:GOV"),
    ("Togo offered its good offices to Mali and the rebels.", "AGREE/ TGO:GOV > MLI:GOV MLI:REB"),
    (
        "Malta rejected remarks from the Greek minister on the use of force.",
        "REJECT/change MLT:GOV > GRC:GOV",
    ),
    ("In his talks with Kenyan officials, the Somali premier asked for aid.", "CONSULT/ KEN:GOV SOM:GOV > -"),
    ("Malian allegations of meddling by Togo were repeated.", "ACCUSE/allege MLI:GOV > TGO:GOV"),
    ("Chile's criticism of the ban by Peru was muted.", "ACCUSE/disapprove CHL:GOV > PER:GOV"),
    ("The presidents of Kenya, Uganda met in Kisumu.", "CONSULT/ KEN:GOV UGA:GOV > -"),
    (
        "Malawi said it was ready to consider sanctions against Zambia.",
        "THREATEN/relations MWI:GOV > ZMB:GOV",
    ),
]


@pytest.mark.parametrize(("text", "wanted"), PARTIES)
def test_both_sides_are_found(coder: Coder, text: str, wanted: str) -> None:
    assert wanted in _told(coder, text)


BARRED = [
    (
        "Kenya barred three Ugandan judges from entering the country.",
        "SANCTION/discontinue KEN:GOV > UGA:JUD",
    ),
    (
        "Kuwait prohibited an Omani minister from entering its territory.",
        "SANCTION/discontinue KWT:GOV > OMN:GOV",
    ),
    ("Fiji suspended its participation in the fisheries treaty.", "SANCTION/withdraw FJI:GOV > -"),
    ("Peru ended its membership in the Andean Community.", "SANCTION/withdraw PER:GOV > -"),
    ("A curfew was in force in Sokodé on Monday.", "COERCE/curfew TGO:GOV > TGO:"),
    ("A night curfew is in place across Kano.", "COERCE/curfew NGA:GOV > NGA:"),
]


@pytest.mark.parametrize(("text", "wanted"), BARRED)
def test_who_is_kept_out_or_withdraws_and_what_is_in_force(coder: Coder, text: str, wanted: str) -> None:
    assert wanted in _told(coder, text)


NONE = [
    ("Oman criticised Malta for signing a pact with Libya.", "SUPPORT"),
    ("Oman slammed Malta for hosting the rebels' leader.", "CONSULT"),
    ("Malta questioned Libya's commitment to the talks.", "AGREE"),
    ("The premier held talks in Oslo with his host, in the first such visit since May.", "CONSULT/visit"),
    ("In the meeting, the Syrian minister criticised the stances of France.", "CONSULT"),
    ("The paper wrote of Peru's alleged role in backing the rebels.", "SUPPORT"),
]


@pytest.mark.parametrize(("text", "kind"), NONE)
def test_what_tells_no_event_of_its_own(coder: Coder, text: str, kind: str) -> None:
    assert not [r for r in _told(coder, text) if r.startswith(kind)]


def test_the_office_is_his_whose_name_stands_behind_the_state(coder: Coder) -> None:
    (visit,) = coded(coder, "The foreign minister of Kenya John Mwangi visited Cairo.", day=DAY)
    assert [e.name for e in visit.actors] == ["John Mwangi"]
    assert side(visit.actors) == "KEN:GOV"


def test_the_then_premier_is_not_the_one_of_today(coder: Coder) -> None:
    (met,) = coded(coder, "The then prime minister of Italy met Chad's president in Rome.", day=DAY)
    assert not next(e for e in met.actors if e.country == "ITA").actor_id


def test_an_accord_of_a_capital_has_not_its_state_as_a_side(coder: Coder) -> None:
    rows = _told(coder, "Mali accused Niger. Under the Lusaka protocol, both sides promised to disarm.")
    assert "AGREE/ MLI:GOV NER:GOV > -" in rows


def test_who_is_at_home_is_not_of_the_state_of_his_guest(coder: Coder) -> None:
    text = "AMMAN: Prime Minister Ali Mansour met on Tuesday with the Iraqi ambassador."
    met = "CONSULT/ JOR:GOV IRQ:GOV > -"
    assert _told(coder, text, "PM meets Iraqi ambassador") == [met, met]


def test_no_state_lends_to_its_own_bank(coder: Coder) -> None:
    rows = _told(coder, "Qatar's emir visited Malawi and lent money to its central bank.")
    assert any(r.startswith("AID/ QAT:GOV > MWI:") for r in rows)


def test_what_is_discussed_on_a_day_is_a_plan_and_nobodys_promise(coder: Coder) -> None:
    text = "The presidents of Chad and Sudan discussed on Monday plans to sign a treaty."
    assert [m.event_type for m in coder.code(Document("d1", text)).event_mentions] == ["CONSULT"]


def test_who_accuse_each_other_are_both_actors_and_sure(coder: Coder) -> None:
    record = coder.code(Document("d1", "Chad and Libya accused each other of breaking the truce."))
    (m,) = record.event_mentions
    assert {e.country for e in m.actors} == {"TCD", "LBY"}
    assert m.confidence > 0.8


def test_sanctions_on_banks_are_on_nobodys_ambassador(coder: Coder) -> None:
    text = "Venezuela expelled the German ambassador. The United States will impose sanctions on banks."
    record = coder.code(Document("d1", text))
    assert not any(
        e.country == "DEU"
        for m in record.event_mentions
        for e in m.recipients
        if {a.country for a in m.actors} == {"USA"}
    )


def test_the_words_of_a_title_are_no_parties(coder: Coder) -> None:
    text = "Pakistan summoned Indian Deputy High Commissioner on Friday to protest against firing."
    record = coder.code(Document("d1", text))
    assert {e.country for m in record.event_mentions for e in m.recipients} == {"IND"}
