"""Politics at home: whose court, party and congress it is, who asks what of whom, and what is no event."""

from __future__ import annotations

import datetime as dt
from functools import partial

import pytest

from dragoman.coding import Coder
from dragoman.coding.backpages import BackPages
from dragoman.coding.noun_phrases import is_sum
from dragoman.language import sentence_spans
from dragoman.reading.datelines import dateline
from dragoman.records import Document
from tests.coding.shown import coded
from tests.coding.shown import row as _row

REPORTED = dt.date(2022, 6, 15)
_coded = partial(coded, day=REPORTED)


ROWS = [
    # clauses that hang at the wrong word
    ("President Daniel Noboa declared a state of emergency in Ecuador on Tuesday that suspends the right to gather.",
     ["COERCE/martial-law ECU:GOV > ECU:GOV"]),
    ("Marchers in Quito demanded that President Lasso resign, that Congress close and that elections be held at once.",
     ["REQUEST/change ECU:CVL > ECU:GOV"]),
    ("Late on Monday police used rubber bullets against students in Santiago, Chile.",
     ["ASSAULT/crowd-control CHL:COP > CHL:EDU"]),
    ("Nurses in Accra downed tools on Monday.", ["PROTEST/strike GHA:MED.HLH > -"]),
    ("The government of Poland would not yield to pressure from the unions.",
     ["REJECT/yield POL:GOV > POL:LAB"]),
    ("Human Rights Watch condemned what it called a crackdown by Ugandan police.",
     ["ACCUSE/disapprove NGO:SOC > UGA:COP"]),
    ("Police in Nairobi fired on students trying to storm the parliament of Kenya.",
     ["ASSAULT/firearms KEN:COP > KEN:EDU", "PROTEST/riot KEN:EDU > KEN:LEG"]),
    ("In Zambia the junta took power in March after the president resigned.",
     ["COERCE/seize ZMB:MIL > ZMB:GOV", "RETREAT/resign ZMB:GOV > -"]),
    # names, titles and sums
    ("A court in Nairobi fined Senator Okoth Obado KSh500,000 for contempt.",
     ["SANCTION/convict KEN:JUD > KEN:LEG"]),
    ("In Ecuador, police arrested the head of the customs guard, Rafael Ortiz.",
     ["COERCE/arrest ECU:COP > ECU:UNK"]),
    ("Ramon Diaz of Peru and Ana Bravo of Chile signed an accord in Tacna.", ["SUPPORT/ PER: CHL: > -"]),
    ("Amnesty International Nigeria accused the army of torture.", ["ACCUSE/allege NGA:SOC > NGA:MIL"]),
    ("Police raided the Harare office of Al Jazeera on Friday.", ["COERCE/seize ZWE:COP > QAT:JRN.MED"]),
    ("The General Confederation of Workers of Guinea called a strike.", ["PROTEST/strike GIN:LAB > -"]),
    # who did it, to whom
    ("Police in Kampala stopped Bobi Wine from travelling to Gulu.", ["COERCE/restrict UGA:COP > UGA:OPP"]),
    ("Prosecutors in Bolivia have refused to recognise Luis Arce.", ["REJECT/ BOL:JUD > BOL:GOV"]),
    ("The raid on its embassy in Quito prompted Mexico to expel the ambassador of Ecuador.",
     ["SANCTION/expel MEX:GOV > ECU:GOV"]),
    ("Those detained by Nicaraguan police include a bishop.", ["COERCE/arrest NIC:COP > NIC:REL"]),
    ("Opposition leaders in Uganda alleged that soldiers had beaten a lawyer, a charge that the army denied.",
     ["ACCUSE/allege UGA:OPP > UGA:MIL", "ASSAULT/beat UGA:MIL > UGA:CVL"]),
    ("The Law Society of Kenya demanded that the police commissioner explain the raid.",
     ["REQUEST/change KEN:CVL > KEN:COP"]),
    ("Opposition deputies in Warsaw occupied the rostrum of the chamber for a week.",
     ["PROTEST/obstruct POL:LEG > POL:LEG"]),
    ("Hackers shut down the computers of the Danish parliament.", ["COERCE/cyber ?:CRM > DNK:LEG"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rows"), ROWS)
def test_rows_of_politics_at_home(coder: Coder, text: str, rows: list[str]) -> None:
    assert [_row(m) for m in _coded(coder, text)] == rows


def test_a_verdict_and_its_sentence_are_two_rows_and_no_deed_of_the_police(coder: Coder) -> None:
    text = "Police detained Ada Nkosi in Harare. Nkosi was convicted of fraud and sentenced to six years in prison."
    found = _coded(coder, text)
    assert [m.event_type for m in found] == ["COERCE", "SANCTION", "COERCE"]
    assert not found[2].actors


def test_a_sentence_to_prison_convicts_and_imprisons(coder: Coder) -> None:
    found = _coded(
        coder, "Spain's supreme court has sentenced two mayors to nine years in prison over a vote in 2017."
    )
    assert {m.event_mode for m in found} == {"convict", "arrest"}
    assert {m.status for m in found} == {"asserted"}  # the year is that of the vote


def test_politicians_attack_in_words(coder: Coder) -> None:
    found = _coded(coder, "Former Brazilian president Luiz Inacio Lula da Silva attacked Judge Sergio Moro.")
    assert [m.event_type for m in found] == ["ACCUSE"]
    found = _coded(coder, "Saddam Hussein attacked Kuwait in 1990.")
    assert [m.event_type for m in found] == ["ASSAULT"]


def test_a_person_goes_by_one_of_his_names(coder: Coder) -> None:
    text = "Luiz Inacio Lula da Silva was jailed by a court in Brazil. Evo Morales expressed solidarity with Lula."
    praise = next(m for m in _coded(coder, text) if m.event_type == "SUPPORT")
    assert [r.country for r in praise.recipients] == ["BRA"]


def test_as_many_countries_as_told(coder: Coder) -> None:
    text = (
        "Mexico, Bolivia and Colombia condemned the arrest of Pedro Castillo. "
        "Peru recalled its ambassadors from the three countries."
    )
    recall = next(m for m in _coded(coder, text) if m.event_type == "SANCTION")
    assert sorted(r.country or "" for r in recall.recipients) == ["BOL", "COL", "MEX"]


def test_an_acronym_of_another_country_is_not_meant(coder: Coder) -> None:
    text = (
        "In Barcelona, Spain's police arrested two teachers. Spain's prime minister, Pedro Sánchez, met Catalan "
        "mayors in Madrid. The ANC has called a general strike for Friday."
    )
    strike = next(m for m in _coded(coder, text) if m.event_type == "PROTEST")
    assert [(a.name, a.country) for a in strike.actors] == [("ANC", "ESP")]


def test_what_is_only_told_asks_nothing(coder: Coder) -> None:
    text = "Turkey's prime minister told parliament that the government had sent Washington the files."
    assert "REQUEST" not in [m.event_type for m in _coded(coder, text)]


def test_a_shout_does_not_end_the_sentence() -> None:
    text = 'Workers at a plant near the capital chanted "Go away!" at the president on Monday. He left.'
    assert len(sentence_spans(text)) == 2


NAMESAKES = [
    ("The Congress rejected the bill. In Lima, Peru's president urged the Congress to think again.", "PER"),
    ("The party met in New Delhi. India's prime minister accused the Congress of lying.", "IND"),
    ("The US president met senators in Washington. The Congress rejected the bill.", "USA"),
]


@pytest.mark.parametrize(("text", "country"), NAMESAKES)
def test_a_bare_body_is_the_report_s_own(coder: Coder, text: str, country: str) -> None:
    parties = [e for m in _coded(coder, text) for e in (*m.actors, *m.recipients)]
    assert any("LEG" in e.sectors or "PTY" in e.sectors for e in parties if e.country == country)
    assert not any(e.country == "USA" for e in parties if country != "USA")


def test_an_acronym_means_the_body_of_the_country_that_the_report_is_at_home_in(coder: Coder) -> None:
    text = (
        "In Nairobi, Kenya's electoral commission met Raila Odinga. Police in Kisumu fired on Nasa supporters. "
        "William Ruto accused Kenya's judges in Mombasa. Kenya's courts are closed."
    )
    shot = next(m for m in _coded(coder, text) if m.event_type == "ASSAULT")
    assert [e.country for e in shot.recipients] == ["KEN"]


PRONOUNS = [
    ("Chad asked Niger to arrest a rebel, and Libya denied that it was arming the rebel.", "AID", "LBY"),
    ("The United States met rebels. Since it took power in 2015, Poland's Law and Justice has raised wages.",
     "COERCE", "POL"),
    ("Transparency International blamed Georgian Dream for the raids, an accusation it rejects.", "REJECT",
     "GEO"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "country"), PRONOUNS)
def test_whom_it_means(coder: Coder, text: str, kind: str, country: str) -> None:
    found = next(m for m in _coded(coder, text) if m.event_type == kind)
    assert [a.country for a in found.actors] == [country]


NOTHING = [
    "Striker Paul Hill scored a hat-trick in the derby. Coach Ian Brook accused the referee of robbing his team.",
    "A man was jailed for two years for burglary in Leeds on Monday. Police arrested his brother.",
    'In "The Long Siege", rebels attack a fort and shoot its commander.',
]


@pytest.mark.parametrize("text", NOTHING)
def test_the_back_pages_hold_no_event(coder: Coder, text: str) -> None:
    assert not _coded(coder, text)


def test_a_plot_told_on_a_film_page_is_no_event(coder: Coder) -> None:
    text = (
        "Review: a bruising feature film, by our film critic. The director and the cast are superb, and the script is "
        "sharp.\n\nSoldiers burn a village in Angola and a colonel kidnaps a priest. Four stars, in cinemas now."
    )
    assert not _coded(coder, text)


def test_a_clause_before_a_semicolon_has_its_own_subject(coder: Coder) -> None:
    text = (
        "Six Afghans drowned near Lesbos on Monday while they tried to land; Greek agents arrested 16 others."
    )
    arrest = next(m for m in _coded(coder, text) if m.event_mode == "arrest")
    assert [a.country for a in arrest.actors] == ["GRC"]


def test_what_the_back_pages_tell_of_the_state_stays(coder: Coder) -> None:
    text = "The striker and the goalkeeper left the derby as police in Cairo arrested a minister."
    assert [m.event_type for m in _coded(coder, text)] == ["COERCE"]


def test_an_obituary_tells_of_the_past(coder: Coder) -> None:
    text = "Carlo Bruni, who has died aged 91, was captured by Egyptian troops in the desert."
    assert {m.status for m in _coded(coder, text)} <= {"historical"}
    assert BackPages.of(text).at(5) == {"obituary"}


def test_what_a_bill_would_do_is_hypothetical(coder: Coder) -> None:
    found = _coded(coder, "The bill would allow Hungary to deport asylum seekers.")
    assert {m.status for m in found} == {"hypothetical"}


HOME = [
    ("Two former ministers of Algeria were convicted and sentenced to prison for bribery.",
     ["SANCTION/convict DZA:JUD > DZA:ELI", "COERCE/arrest DZA:JUD > DZA:ELI"]),
    ("Two former ministers of Algeria were convicted and sentenced to pay fines.",
     ["SANCTION/convict DZA:JUD > DZA:ELI"]),
    ("Riot police broke up groups of youths in Dakar.", ["COERCE/restrict SEN:COP > SEN:CVL"]),
    ("President Maduro – who is 61 – urged the protesters to end their occupation.",
     ["REQUEST/yield VEN:GOV > VEN:CVL"]),
    ("In Guinea it appears that Alpha Conde will beat Cellou Diallo.", []),
    ("Bangladesh arrests punish dissent.", []),
    ("Police in Harare attacked the marchers, beating them with sticks.", ["ASSAULT/beat ZWE:COP > ZWE:CVL"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rows"), HOME)
def test_verdicts_crowds_and_races(coder: Coder, text: str, rows: list[str]) -> None:
    assert [_row(m) for m in _coded(coder, text)] == rows


def test_what_is_feared_or_aimed_at_is_hypothetical(coder: Coder) -> None:
    for text in (
        "People in Bangladesh fear that they will be arrested.",
        "A strike aimed at toppling President Gnassingbe paralysed Togo.",
    ):
        statuses = {m.status for m in _coded(coder, text) if m.event_type == "COERCE"}
        assert statuses <= {"hypothetical"}


def test_who_is_left_no_choice_is_who_resigns(coder: Coder) -> None:
    found = _coded(coder, "The Malian mutineers left President Keita no choice but to resign.")
    assert "mutineers" not in {a.name for m in found if m.event_type == "RETREAT" for a in m.actors}


def test_a_topic_before_a_colon_is_neither_speaker_nor_event(coder: Coder) -> None:
    found = _coded(coder, "", "Hong Kong protests: Police arrest five students")
    assert [m.event_mode for m in found] == ["arrest"]
    assert not found[0].attribution


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("NEW DELHI: Farmers met.", "New Delhi"),
        ("UPDATE: Farmers met.", None),
        ("San José, May 9 – Rain.", "San José"),
    ],
)
def test_a_town_before_a_colon(text: str, place: str | None) -> None:
    found = dateline(text, lambda town: town == "New Delhi")
    assert (found.place if found else None) == place


def test_sums_in_one_word() -> None:
    assert is_sum("RM210")
    assert is_sum("US$3.9")
    assert not is_sum("M23")
    assert not is_sum("G20")


WHOLE_NAMES = [
    # the name behind "Minister of …" is known by its last word in what follows
    ("Police in Lusaka detained Minister of Mines Paul Kabanda in May. Kabanda was charged with graft.",
     ["COERCE/arrest ZMB:COP > ZMB:GOV", "ACCUSE/allege ZMB:JUD > ZMB:GOV"]),
    ("Police held Kenyan lawyer Peter Mwangi last week. Mwangi was beaten by policemen.",
     ["COERCE/arrest KEN:COP > KEN:CVL", "ASSAULT/beat KEN:COP > KEN:CVL"]),
    # who asks, and who only rules
    ("The African Union ordered the release of a Malian senator.", ["REQUEST/yield IGO:GOV > MLI:LEG"]),
    ("A court in Bamako ordered the release of two editors.", ["CONCEDE/ MLI:JUD > MLI:JRN.MED"]),
    # votes of no confidence
    ("Ninety deputies in Lusaka voted for the no-confidence motion.", ["ACCUSE/disapprove ZMB:LEG > ZMB:GOV"]),
    # what was done, told the wrong way round
    ("Also detained in Lusaka was a monk.", ["COERCE/arrest ZMB:COP > ZMB:REL"]),
    # accused by those who hold them
    ("Police in Accra arrested two editors on Monday. They are accused of libel.",
     ["COERCE/arrest GHA:COP > GHA:JRN.MED", "ACCUSE/allege GHA:COP > GHA:JRN.MED"]),
    # a trial is politics, whoever judges it
    ("Relatives said the trial in Tashkent was politically motivated.", ["ACCUSE/disapprove UZB:CVL > UZB:GOV"]),
    # protests of the whole country
    ("The Zambian president was sworn in amid mass protests.", ["PROTEST/demo ZMB:CVL > -"]),
    ("The union in Lusaka organised a general strike after the murder of a deputy.",
     ["PROTEST/strike ZMB:LAB > -", "ASSAULT/ - > ZMB:LEG"]),
    # what must stop, and whose arrest it is
    ('"Zambia must stop jailing editors and free the poet," an Amnesty official said.',
     ["REQUEST/yield NGO:SOC > ZMB:GOV"]),
    ("Press groups condemned the Zambian editor's arrest.",
     ["ACCUSE/disapprove ZMB:JRN.MED > ZMB:GOV", "COERCE/arrest ZMB:COP > ZMB:JRN.MED"]),
    ("A newspaper in Lusaka was forced to close by the government.",
     ["COERCE/censor ZMB:GOV > ZMB:JRN.MED"]),
    ("The EU welcomed the release of six Belarusian opposition figures.",
     ["SUPPORT/ EUR:GOV > BLR:OPP", "RETREAT/release BLR:GOV > BLR:OPP"]),
    ("The Zambian senator is wanted by authorities on charges that she organised violent protests.",
     ["ACCUSE/allege ZMB:GOV > ZMB:LEG"]),
    # no event
    ("Three editors in Lusaka formed a club, according to a copy of the indictment against Mr Phiri.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rows"), WHOLE_NAMES)
def test_who_is_held_and_who_asks(coder: Coder, text: str, rows: list[str]) -> None:
    assert [_row(m) for m in _coded(coder, text)] == rows


def test_there_is_no_such_thing(coder: Coder) -> None:
    found = _coded(
        coder, "There is no such thing as monks being arrested for their views in Zambia, she said."
    )
    assert {m.status for m in found} <= {"negated"}


def test_letters_of_things_are_no_party(coder: Coder) -> None:
    text = "Youths in Dhaka attacked police with bars. They also burned an armoured personnel carrier (APC)."
    parties = {e.name for m in _coded(coder, text) for e in (*m.actors, *m.recipients)}
    assert "All Progressives Congress" not in parties


def test_an_agency_behind_a_comma() -> None:
    found = dateline("Accra, Sept. 5, GNA - The bloc met.", lambda town: town == "Accra")
    assert found
    assert found.agency == "GNA"


def test_a_protest_at_an_arrest_is_not_against_who_was_arrested(coder: Coder) -> None:
    text = "Thousands protested on Monday against Kizza Besigye's arrest in Kampala."
    record = coder.code(Document("d1", text))
    protest = next(m for m in record.event_mentions if m.event_type == "PROTEST")
    assert not any("Besigye" in e.name for e in protest.recipients)
