"""Reports of courts and police: who is meant, and what only says why somebody was held."""

from __future__ import annotations

import datetime as dt

from dragoman.coding import Coder
from dragoman.records import Document
from tests.coding.shown import coded, row

DAY = dt.date(2015, 6, 10)


def test_an_acronym_is_the_title_that_the_report_spells_out(coder: Coder) -> None:
    text = (
        "The Director of Public Prosecutions in Nairobi took over the case on Monday. "
        "The DPP ordered police to release the two activists."
    )
    asked = [m for m in coded(coder, text, day=DAY) if m.event_type == "REQUEST"]
    assert [row(m) for m in asked] == ["REQUEST/yield KEN:JUD > KEN:COP"]


def test_those_who_see_it_do_not_do_it(coder: Coder) -> None:
    text = (
        "Police in Almaty sealed off the square on Sunday. Reuters reporters saw them detain some 40 people."
    )
    arrests = [m for m in coded(coder, text, day=DAY) if m.event_mode == "arrest"]
    assert [row(m) for m in arrests] == ["COERCE/arrest KAZ:COP > KAZ:CVL"]


def test_what_somebody_is_charged_with_is_no_deed_of_the_police(coder: Coder) -> None:
    text = "Police in Kampala charged the bishop with inciting violence and taking part in a riot."
    assert [row(m) for m in coded(coder, text, day=DAY)] == ["ACCUSE/allege UGA:COP > UGA:REL"]


def test_a_day_between_the_auxiliary_and_its_verb(coder: Coder) -> None:
    text = "Ama Boateng, Kofi Mensah and Yaw Owusu were on Monday charged with unlawful assembly in Accra."
    (m,) = coded(coder, text, day=DAY)
    assert [r.name for r in m.recipients] == ["Ama Boateng", "Kofi Mensah", "Yaw Owusu"]
    assert {r.country for r in m.recipients} == {"GHA"}


def test_a_rank_tells_the_same_strike_again(coder: Coder) -> None:
    text = "Italian unions began a two-day strike on Monday, the largest protest in a decade."
    assert len(coded(coder, text, day=DAY)) == 1


def test_dozens_behind_a_label_are_people_of_its_country(coder: Coder) -> None:
    text = "Authorities detained dozens of people in Almaty on Monday."
    title = "Kazakhstan: Dozens detained at rally"
    told = [m for m in coded(coder, text, title, day=DAY) if m.evidence.field == "title"]
    assert [row(m) for m in told if m.event_mode == "arrest"] == ["COERCE/arrest KAZ:COP > KAZ:CVL"]


def test_three_people_and_not_three_parties(coder: Coder) -> None:
    text = (
        "Three people were arrested at a rally in Male. The alliance is made up of the Maldivian Democratic Party, "
        "the Adhaalath Party and the Jumhooree Party. Police said the three would be taken to court on Monday."
    )
    last = [m for m in coded(coder, text, day=DAY) if "would be taken" in m.evidence.text]
    assert all(r.sectors == ("CVL",) for m in last for r in m.recipients)


def test_police_custody_tells_by_whom(coder: Coder) -> None:
    text = "The detainees were beaten and tortured while in police custody in Harare."
    assert [row(m) for m in coded(coder, text, day=DAY)] == ["ASSAULT/torture ZWE:COP > ZWE:CVL"]


def test_those_whom_a_state_holds_are_freed_by_it(coder: Coder) -> None:
    text = "Three of the defendants in Ankara were released pending appeal."
    assert [row(m) for m in coded(coder, text, day=DAY)] == ["RETREAT/release TUR:GOV > TUR:CRM"]


def test_what_a_verdict_is_part_of_is_how_critics_see_it(coder: Coder) -> None:
    text = (
        "Critics decried the trial as unfair and part of a wider government crackdown on the party in Turkey."
    )
    assert "COERCE" not in {m.event_type for m in coded(coder, text, day=DAY)}


def test_staff_are_of_the_country_where_they_strike(coder: Coder) -> None:
    (m,) = coded(coder, "Workers at Toyota went on strike in Durban.", day=DAY)
    assert [a.country for a in m.actors] == ["ZAF"]


def test_wounded_as_tear_gas_was_fired_is_one_happening(coder: Coder) -> None:
    text = "At least three dozen activists were wounded in Lahore as police fired tear gas into the crowd."
    (m,) = coded(coder, text, day=DAY)
    assert m.event_mode == "crowd-control"


def test_a_capital_before_a_protest_is_where_it_was(coder: Coder) -> None:
    (m,) = coded(coder, "Riot police broke up a Prague demonstration.", day=DAY)
    assert row(m) == "COERCE/restrict CZE:COP > CZE:CVL"


def test_two_portfolios_are_one_minister(coder: Coder) -> None:
    text = "Labour and Employment Minister Chris Bello of Nigeria threatened the doctors with dismissal."
    (m,) = coded(coder, text, day=DAY)
    assert [(a.name, a.country) for a in m.actors] == [("Chris Bello", "NGA")]


def test_leaders_of_a_party_are_arrested_at_home(coder: Coder) -> None:
    text = "Police in Dhaka, Bangladesh, arrested opposition leaders on Monday."
    told = coded(coder, text, "154 BNP leaders arrested", day=DAY)
    assert [row(m) for m in told if m.evidence.field == "title"] == ["COERCE/arrest BGD:COP > BGD:PTY"]


def test_hurt_in_clashes_of_strikers_and_police(coder: Coder) -> None:
    text = "A man was killed and 20 people were injured in clashes between strikers and police in Chittagong."
    (m,) = coded(coder, text, day=DAY)
    assert row(m) == "PROTEST/riot BGD:LAB > BGD:COP"


def test_the_toll_of_a_clash_is_no_attack(coder: Coder) -> None:
    text = (
        "One person was killed and nearly 100 injured in Dhaka as opposition activists clashed with police."
    )
    assert [m.event_type for m in coded(coder, text, day=DAY)] == ["PROTEST"]


def test_a_protest_at_an_arrest_is_not_at_the_victim(coder: Coder) -> None:
    text = "Lawyers in Dakar protested the arrest of the opposition leader."
    (m,) = [m for m in coded(coder, text, day=DAY) if m.event_type == "PROTEST"]
    assert row(m) == "PROTEST/demo SEN:CVL > SEN:COP"


def test_nine_of_them_are_those_convicted(coder: Coder) -> None:
    text = (
        "Riot police in Barcelona fought protesters after Spain's Supreme Court convicted 12 separatist leaders "
        "of promoting secession and sentenced nine of them to prison."
    )
    (jailed,) = [m for m in coded(coder, text, day=DAY) if m.event_mode == "arrest"]
    assert row(jailed) == "COERCE/arrest ESP:JUD > ESP:REB"


def test_what_a_law_allows_is_not_done(coder: Coder) -> None:
    told = coded(coder, "The law allows police in Hong Kong to arrest protesters.", day=DAY)
    assert {m.status for m in told} <= {"hypothetical"}


def test_an_unknown_number_may_be_none(coder: Coder) -> None:
    text = "It is not yet known how many people have been arrested or injured in the protests in Chile."
    assert not {"COERCE", "ASSAULT"} & {m.event_type for m in coded(coder, text, day=DAY)}


def test_the_prison_where_somebody_is_held(coder: Coder) -> None:
    text = (
        "Thousands marched in Cape Town on Wednesday. Riot police kept them from marching on the prison where "
        "Nelson Mandela is held."
    )
    assert "arrest" not in {m.event_mode for m in coded(coder, text, day=DAY)}


def test_plans_denounced_are_not_what_was_told(coder: Coder) -> None:
    text = (
        "Police in Havana took away 12 activists. Cuba's government denounced the plans for the poetry event."
    )
    (m,) = [m for m in coded(coder, text, day=DAY) if m.event_type == "ACCUSE"]
    assert row(m) == "ACCUSE/disapprove CUB:GOV > -"


def test_a_critic_in_the_headline_is_held_by_the_police_of_the_report(coder: Coder) -> None:
    text = "LUSAKA - A senator who is a critic of the Zambian president was arrested on Friday."
    told = coded(coder, text, "Outspoken critic of Zambian leader arrested on fraud charges", day=DAY)
    assert [row(m) for m in told if m.evidence.field == "title"] == ["COERCE/arrest ZMB:COP > ZMB:OPP"]


def test_who_asks_for_prisoners_does_not_imprison_them(coder: Coder) -> None:
    text = (
        "Front Line Defenders calls upon Belarusian authorities to drop the charges and release imprisoned human "
        "rights defenders."
    )
    assert [row(m) for m in coded(coder, text, day=DAY)] == ["REQUEST/yield NGO:SOC > BLR:GOV"]


def test_a_sit_in_that_is_ended_goes_on_no_longer(coder: Coder) -> None:
    text = "The royalist alliance ended a three-month sit-in at the prime minister's offices in Bangkok."
    assert "PROTEST" not in {m.event_type for m in coded(coder, text, day=DAY)}


def test_a_country_is_no_state_of_america_of_the_same_name(coder: Coder) -> None:
    text = "Georgia police arrested several protesters on Sunday. The EU condemned Georgia's government."
    arrest = coder.code(Document("d1", text)).event_mentions[0]
    assert [e.country for e in (*arrest.actors, *arrest.recipients)] == ["GEO", "GEO"]
