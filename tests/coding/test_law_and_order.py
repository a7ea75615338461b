"""Courts, crowds and rulers: what is had done, told of a law, left without its verb, or shouted in a headline."""

from __future__ import annotations

import datetime as dt
from functools import partial

import pytest

from dragoman.coding import Coder
from dragoman.language import stems
from dragoman.records import Document
from tests.coding.shown import coded
from tests.coding.shown import row as _row

REPORTED = dt.date(2015, 6, 17)
_coded = partial(coded, day=REPORTED)


SENTENCES = [
    # what becomes of somebody, and who had it done
    ("A dozen Algerian businessmen have had their passports confiscated.", "COERCE/seize - > DZA:BUS"),
    ("Prosecutors had the banker detained in Vilnius.", "COERCE/arrest LTU:JUD > LTU:BUS"),
    ("The protesters kept the airport in Lima closed for a week.", "PROTEST/obstruct PER:CVL > -"),
    ("A colonel proclaimed himself head of state in Ouagadougou.", "COERCE/seize BFA:MIL > BFA:GOV"),
    # passives that leave out their verb
    (
        "The editor was arrested, his house searched and his passport seized in Harare.",
        "COERCE/seize - > ZWE:JRN.MED",
    ),
    # deeds of laws
    ("The decree outlaws all opposition parties in Bissau.", "COERCE/restrict GNB:GOV > GNB:OPP"),
    ("Parliament in Budapest passed a law banning pride marches.", "COERCE/restrict HUN:LEG > -"),
    (
        "The sentence, passed by a judge in Lahore, bars the former premier from politics.",
        "COERCE/restrict PAK:JUD > PAK:ELI",
    ),
    # prison
    ("Three officers received life sentences in Buenos Aires.", "SANCTION/convict ARG:JUD > ARG:COP"),
    ("Three officers received life sentences in Buenos Aires.", "COERCE/arrest ARG:JUD > ARG:COP"),
    ("Spain's top court jailed the editor for sedition.", "COERCE/arrest ESP:JUD > ESP:JRN.MED"),
    # charges by law and by force
    ("Police charged 20 demonstrators with rioting in Belfast.", "ACCUSE/allege GBR:COP > GBR:CVL"),
    ("Riot police charged the crowd in Barcelona.", "ASSAULT/crowd-control ESP:COP > ESP:CVL"),
    # crowds
    ("Hundreds of thousands rallied in Seoul.", "PROTEST/demo KOR:CVL > -"),
    ("Protests flared in Nablus and Hebron.", "PROTEST/riot PSE:CVL > -"),
    ("The opposition in Lome pressed ahead with a march in spite of the ban.", "PROTEST/demo TGO:OPP > -"),
    ("The opposition in Dhaka cried foul.", "ACCUSE/allege BGD:OPP > -"),
    (
        "Amnesty International said Eritrean forces had tortured prisoners.",
        "ASSAULT/torture ERI:MIL > ERI:CVL",
    ),
]


@pytest.mark.parametrize(("text", "row"), SENTENCES)
def test_rows_of_sentences(coder: Coder, text: str, row: str) -> None:
    assert row in [_row(m) for m in _coded(coder, text)]


HEADLINES = [
    ("Cambodian court bars bail for opposition leader", "REJECT/yield KHM:JUD > KHM:OPP"),
    ("Ukraine's top court orders rerun", "REQUEST/change UKR:JUD > UKR:GOV"),
    ("Chile scraps fare rise after riots", "CONCEDE/ CHL:GOV > -"),
    ("Gabon's loser refuses to concede", "REJECT/change GAB:PTY > GAB:GOV"),
    ("US condemns Belarus crackdown", "ACCUSE/disapprove USA:GOV > BLR:GOV"),
    ("Students beaten in Tehran dormitory raid", "ASSAULT/beat - > IRN:EDU"),
    ("Myanmar generals grab power, detain Suu Kyi", "COERCE/arrest MMR:MIL > MMR:OPP.PTY"),
]


@pytest.mark.parametrize(("title", "row"), HEADLINES)
def test_rows_of_headlines(coder: Coder, title: str, row: str) -> None:
    assert row in [_row(m) for m in _coded(coder, "Nothing more was known.", title)]


def test_a_law_that_is_passed_is_what_it_does(coder: Coder) -> None:
    found = [
        _row(m) for m in _coded(coder, "The cabinet in Bissau issued a decree banning opposition parties.")
    ]
    assert found == ["COERCE/restrict GNB:GOV > GNB:OPP"]


def test_ten_killed_and_twenty_wounded_are_one_happening(coder: Coder) -> None:
    found = _coded(coder, "Ten soldiers were killed and twenty wounded in an attack in Mali.")
    assert [m.event_type for m in found] == ["ASSAULT"]


def test_a_strike_before_a_town_is_one_of_workers(coder: Coder) -> None:
    assert {
        m.event_type for m in _coded(coder, "Nothing more was known.", "Rail strikes hit Lyon commuters")
    } == {"PROTEST"}


def test_coups_are_suffered_by_the_state(coder: Coder) -> None:
    text = "It was Fiji's fourth coup in two decades, diplomats said."
    assert [_row(m) for m in _coded(coder, text) if m.event_type == "COERCE"] == ["COERCE/seize - > FJI:GOV"]


@pytest.mark.parametrize(("word", "stem"), [("tried", "try"), ("cries", "cry"), ("forgot", "forget")])
def test_short_words_have_their_stems(word: str, stem: str) -> None:
    assert stem in stems(word)


MORE = [
    (
        "Ankara renewed its call on the United States to hand over the cleric.",
        "REQUEST/yield TUR:GOV > USA:GOV",
    ),
    (
        "Imran Khan was arrested within an hour of being sentenced to three years in prison in Lahore.",
        "SANCTION/convict PAK:JUD > PAK:OPP.PTY",
    ),
    (
        "The judge in Berlin sentenced a Lebanese, Abbas Rhayel, to life imprisonment.",
        "COERCE/arrest DEU:JUD > LBN:CVL",
    ),
    ("Police stormed a university dormitory in Tehran.", "COERCE/seize IRN:COP > IRN:EDU"),
    (
        "Armed men bundled two French journalists into a pick-up in Kidal.",
        "ASSAULT/abduct MLI:UAF > FRA:JRN.MED",
    ),
    (
        "New Zealand banned Fijian officers from entering its territory.",
        "SANCTION/discontinue NZL:GOV > FJI:COP",
    ),
    (
        "The White House spoke of the protesters, hundreds of whom were beaten by police in Kiev.",
        "ASSAULT/beat UKR:COP > UKR:CVL",
    ),
]


@pytest.mark.parametrize(("text", "row"), MORE)
def test_rows_of_longer_sentences(coder: Coder, text: str, row: str) -> None:
    assert row in [_row(m) for m in _coded(coder, text)]


def test_who_is_wanted_arrested_is_not(coder: Coder) -> None:
    found = _coded(coder, "Argentina wants the general arrested in Tehran.")
    assert {m.status for m in found if m.event_type == "COERCE"} <= {"hypothetical"}


JUDGED = [
    # what becomes of belongings, and who is shown out
    ("A Ugandan union had its bank accounts frozen.", "COERCE/seize - > UGA:LAB"),
    ("Nepal showed two Swiss diplomats the door.", "SANCTION/expel NPL:GOV > CHE:GOV"),
    ("Peru told a Danish diplomat to quit.", "SANCTION/expel PER:GOV > DNK:GOV"),
    ("Ottawa closed the Libyan consulate in Toronto.", "SANCTION/expel CAN:GOV > LBY:GOV"),
    ("Ottawa closed its consulate in Benghazi.", "SANCTION/discontinue CAN:GOV > LBY:"),
    ("Kenya recalled its envoy and froze ties with Somalia.", "SANCTION/discontinue KEN:GOV > SOM:GOV"),
    # a sentence carried out is the state's deed
    ("Three men were hanged in Botswana on Friday.", "ASSAULT/targeted BWA:GOV > BWA:CVL"),
    # what judges rule shall be done is done
    ("A judge in Ankara ruled that the editor must stay in jail.", "COERCE/arrest TUR:JUD > TUR:JRN.MED"),
    ("A court in Lusaka ordered that the editor be freed.", "CONCEDE/ ZMB:JUD > ZMB:JRN.MED"),
    # people of whom nothing but a name is told
    ("In Malawi, Chikondi Phiri was charged with fraud.", "ACCUSE/allege MWI:JUD > MWI:"),
    # whose saying it is behind a clause on the envoys
    (
        "Spain will expel two Iranian envoys whom it calls spies, the premier announced on Monday.",
        "THREATEN/expel ESP:GOV > IRN:GOV",
    ),
]


@pytest.mark.parametrize(("text", "row"), JUDGED)
def test_rows_of_judges_and_hosts(coder: Coder, text: str, row: str) -> None:
    assert row in [_row(m) for m in _coded(coder, text)]


def test_who_is_back_in_prison_in_a_headline(coder: Coder) -> None:
    found = _coded(coder, "", "Zambian opposition leader back in jail")
    assert [_row(m) for m in found] == ["COERCE/arrest - > ZMB:OPP"]


def test_an_arrest_that_a_noun_tells_is_that_of_the_state_that_the_report_is_about(coder: Coder) -> None:
    found = _coded(
        coder, "Amnesty International condemned the arrest of Zambian editor Fred Lungu on Monday."
    )
    assert [_row(m) for m in found] == [
        "ACCUSE/disapprove NGO:SOC > ZMB:COP",
        "COERCE/arrest ZMB:COP > ZMB:JRN.MED",
    ]


def test_officers_who_break_up_a_march_arrest_and_no_march_does(coder: Coder) -> None:
    text = "Officers broke up a women's protest march in Lusaka on Thursday arresting twelve demonstrators."
    found = [_row(m) for m in _coded(coder, text)]
    assert "COERCE/arrest ZMB:COP > ZMB:CVL" in found


def test_officials_wanted_abroad_are_led_away(coder: Coder) -> None:
    text = "Swiss officers led away four bankers wanted in Peru, where a judge has charged them with fraud."
    rows = {_row(m) for m in _coded(coder, text)}
    assert any(row.startswith("COERCE/arrest CHE:COP") for row in rows)
    assert any(row.startswith("ACCUSE/allege PER:JUD") for row in rows)


def test_militants_who_hold_foreigners_abduct_them(coder: Coder) -> None:
    found = _coded(coder, "Militants are holding sixty Canadians in a school in Bamako.")
    assert [(m.event_type, m.event_mode) for m in found] == [("ASSAULT", "abduct")]


BRIEFLY = [
    # what was done on a day, with a participle behind the main clause
    (
        "President Rousseff on Friday doubled duties on Chinese shoes and toys, sending shares into a slump.",
        "SANCTION/discontinue BRA:GOV > CHN:GOV",
    ),
    ("Kenya on Tuesday banned parties of the coast.", "COERCE/restrict KEN:GOV > KEN:PTY"),
    # by those who bear arms and are no state's
    ("Armed men dragged a lawyer from her home in Harare.", "ASSAULT/abduct ZWE:UAF > ZWE:CVL"),
    # of whom a move is denounced
    (
        "Peru put tariffs on Chilean wine, a move that Santiago denounced as bullying.",
        "ACCUSE/disapprove CHL:GOV > PER:GOV",
    ),
]


@pytest.mark.parametrize(("text", "row"), BRIEFLY)
def test_rows_of_dispatches(coder: Coder, text: str, row: str) -> None:
    assert row in [_row(m) for m in _coded(coder, text)]


def test_whoever_comes_home_visits_nobody(coder: Coder) -> None:
    assert _coded(coder, "Chile's former ruler flew home to Chile on Thursday.") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Marines seized drug lord Tomas Rojas in Sinaloa.", {"COERCE/arrest MEX:MIL > MEX:CRM"}),
        ("Police seized rifles from rebels in Mindanao.", {"COERCE/seize PHL:COP > PHL:REB"}),
        ("Police in Nairobi stopped a march by students.", {"COERCE/restrict KEN:COP > KEN:EDU"}),
        ("Nepal's transport union stopped its strike.", {"RETREAT/ NPL:LAB > -"}),
        ("Vietnam's crackdown on graft goes on.", set()),
        ("Egypt's crackdown on dissidents goes on.", {"COERCE/restrict EGY:GOV > EGY:OPP"}),
        (
            "Teachers in Lagos are calling on Governor Sanwo-Olu to pay them.",
            {"REQUEST/change NGA:EDU > NGA:GOV"},
        ),
        (
            "Police arrested a Kremlin critic in Perm.",
            {"COERCE/arrest RUS:COP > RUS:OPP"},
        ),
        ("Marchers in Minsk were met by riot police.", set()),
        ("Poachers in Kenya killed two elephants.", set()),
        ("The paper was targeted by the authorities in Managua.", set()),
        ("Malawi reversed its decision to expel the envoy.", {"CONCEDE/ MWI:GOV > -"}),
        (
            "The banker appeared in the Harare Magistrates Court on charges of fraud.",
            {"ACCUSE/allege ZWE:JUD > ZWE:BUS"},
        ),
        (
            "EU ministers agreed sanctions against Mali.",
            {"SANCTION/discontinue EUR:GOV > MLI:GOV"},
        ),
        ("London: Britain expelled two Russian diplomats.", {"SANCTION/expel GBR:GOV > RUS:GOV"}),
    ],
)
def test_what_police_and_unions_do(coder: Coder, text: str, expected: set[str]) -> None:
    """Whose strike ends, who is seized, and at whom a crackdown is aimed."""
    assert {_row(m) for m in _coded(coder, text)} == expected


def test_everyday_crime_is_no_politics(coder: Coder) -> None:
    """A stabbing among acquaintances tells nothing of public life; one word of it and the rows stay."""
    text = (
        "A man was stabbed in an argument outside a pub in Hull.\n\nPolice arrested a man of 30. "
        "The two were known to each other, a detective said. He will face Hull magistrates' court."
    )
    assert _coded(coder, text) == ()
    assert _coded(coder, text + " The man had joined a protest.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The prosecutor in Lima named the former mayor as a suspect.", {"ACCUSE/allege PER:JUD > PER:ELI"}),
        ("A deal was signed between the government of Chad and Libya.", {"SUPPORT/ TCD:GOV LBY:GOV > -"}),
        (
            "Kizza Besigye was once a doctor in Kampala. He described Yoweri Museveni as a dictator.",
            {"ACCUSE/disapprove UGA:OPP > UGA:GOV"},
        ),
        (
            "The rebels accused the army of abuses including looting, burning homes and killing ten farmers in Chad.",
            {"ACCUSE/allege TCD:REB > TCD:MIL"},
        ),
        (
            "A court in Ankara banned his party.",
            {"COERCE/restrict TUR:JUD > TUR:PTY"},
        ),
        (
            "A court in Jakarta found the speaker guilty and sentenced him to prison.",
            {"SANCTION/convict IDN:JUD > IDN:LEG", "COERCE/arrest IDN:JUD > IDN:LEG"},
        ),
    ],
)
def test_what_courts_and_accusers_do(coder: Coder, text: str, expected: set[str]) -> None:
    """Charges are of the accuser, one verdict is one conviction, and a party that is banned is the party."""
    assert {_row(m) for m in _coded(coder, text)} == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Kenya must free activists, says Amnesty", {"REQUEST/yield NGO:SOC > KEN:GOV"}),
        ('Asylum plan of Britain "unacceptable", warns UN agency', set()),
        ("Ugandan opposition leader arrested campaigning", {"COERCE/arrest - > UGA:OPP"}),
    ],
)
def test_who_stands_behind_the_verb(coder: Coder, title: str, expected: set[str]) -> None:
    """Who says so at the end of a headline is nobody's object, and nobody arrests a campaign."""
    assert {
        _row(m) for m in coder.code(Document("h", "", title=title, published=REPORTED)).event_mentions
    } == expected


def test_said_at_the_end_of_a_long_demand(coder: Coder) -> None:
    """What a group says ought to be done, with names in a row before it."""
    text = (
        "The Vietnamese government should drop all charges and release activists Vu Quang Thuan, "
        "Nguyen Van Dien, and Tran Hoang Phuc, Human Rights Watch said on Monday."
    )
    assert {_row(m) for m in _coded(coder, text)} == {"REQUEST/yield NGO:SOC > VNM:GOV"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Marchers in Lome were met with tear gas from the gendarmes.",
            {"ASSAULT/crowd-control TGO:COP > TGO:CVL"},
        ),
        (
            "Police in Dhaka have been conducting raids in student districts.",
            {"COERCE/seize BGD:COP > BGD:EDU"},
        ),
        ("Authorities in Dhaka are tracking social media accounts.", set()),
        ("The judge in Texas ruled that the accord did not affect the plan.", set()),
    ],
)
def test_what_police_do_to_crowds(coder: Coder, text: str, expected: set[str]) -> None:
    assert {_row(m) for m in _coded(coder, text)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The US lowered its tariffs on Chinese imports.", {"RETREAT/ USA:GOV > CHN:GOV"}),
        ("A Philippine Red Cross team delivered food in Cebu.", {"AID/ PHL:MED.HLH.SOC > PHL:"}),
    ],
)
def test_duties_lowered_and_societies_of_a_nation(coder: Coder, text: str, expected: set[str]) -> None:
    assert {_row(m) for m in _coded(coder, text)} == expected
