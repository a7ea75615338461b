"""Where an event happened: towns that no gazetteer lists, "the town" told before, seats abroad."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from dragoman.records import Document

if TYPE_CHECKING:
    from dragoman.coding import Coder


def place(coder: Coder, text: str, number: int = 0) -> tuple[str | None, str | None]:
    """Name and country of the place of one event of a text."""
    found = coder.code(Document("d", text, published=dt.date(2012, 3, 10))).event_mentions[number].place
    return (found.name, found.country) if found else (None, None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rebels captured the town of Toulepleu on Sunday.", "Toulepleu"),
        ("Riot police beat detainees with truncheons in the Okrestina jail last week.", "Okrestina jail"),
        ("Three officers were arrested at Merowe airbase.", "Merowe airbase"),
        ("The army wrested the northern city of Jaffna from the rebels.", "Jaffna"),
        ("Gunmen on Monday invaded the Girls Secondary School, Chibok, in Borno State.", "Chibok"),
    ],
)
def test_the_finest_place_that_the_words_name(coder: Coder, text: str, name: str) -> None:
    assert place(coder, text)[0] == name


def test_the_town_is_the_one_told_last(coder: Coder) -> None:
    text = "Police arrested him in Mopti on Monday. Soldiers stormed the town two days later."
    assert place(coder, text, 1) == ("Mopti", "MLI")


def test_whom_a_call_or_a_sanction_concerns_is_no_place(coder: Coder) -> None:
    assert place(coder, "The two leaders called on Moscow to resume the talks.") == (None, None)
    assert place(coder, "The bloc lifted its sanctions on Mali.") == (None, None)


def test_a_seat_of_the_united_nations_is_no_village_of_that_name(coder: Coder) -> None:
    text = "The United States was sceptical. In Geneva, Swiss police arrested two bankers."
    assert place(coder, text) == ("Geneva", "CHE")


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Shells fell on the Kosovo village of Junik as Yugoslav artillery bombarded it.", "Junik", "XKX"),
        ("Serbian police raided the Kosovo village of Likosane on Monday.", "Likosane", "XKX"),
        ("Riot police beat students outside the court in Bab Souika, in the heart of Tunis.", "Bab Souika, Tunis", "TUN"),
        ("Two policemen were shot dead in the Karrada neighbourhood of Baghdad.", "Karrada neighbourhood, Baghdad", "IRQ"),
        ("Nigerian gunmen stormed Unguwan Dabo and burned its mosque.", "Unguwan Dabo", "NGA"),
        ("Moro rebels freed three Filipino nurses on Tuayan Island.", "Tuayan Island", "PHL"),
        ("Imran Khan told a rally in Mianwali that he would not resign.", "Mianwali", "PAK"),
        ("Manuel Valls, speaking from Rabat, condemned the raid on the hotel.", "Rabat", "MAR"),
        ("Joko Widodo, visiting Cebu, offered the Philippines more rice.", "Cebu City", "PHL"),
    ],
)  # fmt: skip
def test_parts_of_towns_small_places_and_where_somebody_speaks(
    coder: Coder, text: str, name: str, country: str
) -> None:
    record = coder.code(Document("t", text))
    found = {(m.place.name, m.place.country) for m in record.event_mentions if m.place}
    assert (name, country) in found


def test_a_town_of_a_well_known_name_near_others_of_the_report(coder: Coder) -> None:
    text = (
        "Police in Cairns are worried. Youths attacked officers in Edmonton, a suburb of the Queensland city."
    )
    places = [m.place for m in coder.code(Document("t", text)).event_mentions]
    assert [p.country for p in places if p and p.name == "Edmonton"] == ["AUS"]


def test_who_speaks_after_a_place_does_not_tell_its_country(coder: Coder) -> None:
    text = "Two reporters were shot dead in the town of Kidal in Mali, France's foreign ministry said."
    places = [m.place for m in coder.code(Document("t", text)).event_mentions]
    assert [p.name for p in places if p] == ["Kidal"]


def test_the_seat_of_a_state_stands_in_its_capital(coder: Coder) -> None:
    text = "Thousands marched in Tbilisi. Georgian protesters later stormed the parliament."
    places = [m.place for m in coder.code(Document("t", text)).event_mentions]
    assert [p.name for p in places if p] == ["Tbilisi", "Tbilisi"]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Israeli warplanes hit a reactor at Tuwaitha, 10 miles southeast of Baghdad.", "Tuwaitha", "IRQ"),
        ("Luis Carlos Restrepo said from Bogota that the government would not hold talks.", "Bogota", "COL"),
        ("King Felipe, in a televised address from Madrid, accused Catalan leaders.", "Madrid", "ESP"),
        ("A car bomb in Karachi killed seven shoppers earlier in the day.", "Karachi", "PAK"),
    ],
)
def test_a_town_nearby_and_speeches(coder: Coder, text: str, name: str, country: str) -> None:
    places = [m.place for m in coder.code(Document("t", text)).event_mentions]
    assert (name, country) in [(p.name, p.country) for p in places if p]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In the capital, Naypyidaw, some 20 students were arrested.", "Naypyidaw"),
        ("Egypt said two bombs killed six people at Ras al-Batan, near Nuweiba.", "Ras al-Batan"),
        ("A settler shot dead 29 Palestinians in Hebron before the crowd beat him to death.", "Hebron"),
        ("Nouri al-Maliki, in a speech broadcast from Baghdad, accused Saudi Arabia of backing rebels.", "Baghdad"),
        ("At least nine Palestinians were shot dead by soldiers in riots that broke out in Gaza.", "Gaza City"),
    ],
)  # fmt: skip
def test_where_several_things_of_a_sentence_happened(coder: Coder, text: str, name: str) -> None:
    places = [m.place.name if m.place else None for m in coder.code(Document("t", text)).event_mentions]
    assert places
    assert set(places) <= {name, "Gaza Strip"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Antony Blinken, travelling in Mexico, urged Israel to free the prisoners.", "Mexico"),
        ("Soldiers arrested two men at the Kassai barracks in Bangui.", "Kassai barracks, Bangui"),
        ("Taliban fighters attacked Waygal district in Nuristan.", "Waygal district"),
    ],
)
def test_named_parts_of_a_town_or_province(coder: Coder, text: str, name: str) -> None:
    places = [m.place.name for m in coder.code(Document("t", text)).event_mentions if m.place]
    assert name in places


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Raiders killed nine herders in Kenya's Kuti village near Isiolo.", "Kuti", "KEN"),
        ("Ethiopian jets hit the village of Santiago in Somalia.", "Somalia", "SOM"),
        ("American soldiers shot two men at Kandahar airfield, officials said.", "Kandahar", "AFG"),
        ("Gunmen shot a policeman in Rotorua, New Zealand.", "Rotorua", "NZL"),
        ("Police fired on strikers in Marikana in South Africa, killing nine.", "Marikana", "ZAF"),
        ("Israeli jets bombed the Jenin refugee camp.", "Jenin refugee camp", "PSE"),
        ("Rebels attacked an army post in Antioquia, Colombia said.", "Antioquia department", "COL"),
        ("Youths clashed with police at the Kulandy railway station in Kazakhstan.", "Kulandy", "KAZ"),
        ("Mali has had no troops in Kidal since rebels killed thirty guards there in 2014.", "Kidal", "MLI"),
        ("Police in Mexico arrested two teachers in Chilapa on Friday.", "Chilapa de Álvarez", "MEX"),
        ("ACCRA: Gunmen killed 12 farmers in northern Ghana at the weekend, police said.", "Ghana", "GHA"),
        (
            "Two ministers held a meeting that took place in the town of Balykchy, Kyrgyzstan.",
            "Balykchy",
            "KGZ",
        ),
    ],
)
def test_which_of_several_places_of_one_name(coder: Coder, text: str, name: str, country: str) -> None:
    found, land = place(coder, text)
    assert land == country
    assert name in (found or "")


@pytest.mark.parametrize(
    ("text", "number", "name"),
    [
        ("Gunmen raided a post in Garissa, Kenya. Two officers were killed in the attack.", 1, "Garissa"),
        ("Gunmen attacked a bus near Chitral in Pakistan. Five people died.", 1, "Chitral"),
        ("Gunmen raided a shop in Garissa, Kenya. The attackers also looted a bank.", 1, "Garissa"),
        ("Rebels attacked Gao in Mali. A hundred people were killed last year.", 1, None),
        ("Crowds rallied in Gyumri, Armenia, on Monday. On Friday two officers were killed.", 1, None),
        ("In Naryn, police arrested people who were protesting against the Kyrgyz government.", 1, "Naryn"),
        ("Peruvian farmers marched on Monday, blocking a road in Juliaca.", 0, "Juliaca"),
    ],
)
def test_where_what_is_told_again_was(coder: Coder, text: str, number: int, name: str | None) -> None:
    assert place(coder, text, number)[0] == name


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Kenya's president met Donald Trump at the White House on Monday.", "White House", "USA"),
        ("Rajoy and Obama held talks in the Oval Office.", "White House", "USA"),
        ("Police arrested ten demonstrators outside Downing Street.", "Downing Street", "GBR"),
        ("Abbas telephoned the White House on Monday.", None, None),
        ("Israeli tanks entered northern Gaza on Monday.", "Gaza Strip", "PSE"),
        ("Gunmen killed two traders in Gaza City.", "Gaza City", "PSE"),
        ("Pirates seized a French trawler in the Arabian Sea.", "Arabian Sea", None),
        ("North Korea fired two missiles into the Pacific Ocean.", "Pacific Ocean", None),
    ],
)
def test_houses_of_rulers_the_strip_and_seas_of_no_country(
    coder: Coder, text: str, name: str | None, country: str | None
) -> None:
    assert place(coder, text) == (name, country)


@pytest.mark.parametrize(
    "text",
    [
        "Paris condemned a raid on a convoy in Mali.",
        "Norway called on the rebels to free the nurses held in Libya.",
        "Brazil rebuffed Portugal over the deaths of two sailors in Angola.",
        "Kenya denounced the firing of rockets over Somalia.",
        "The Kenyan and Ugandan presidents held talks on the war in Yemen.",
        "Peru made an overture to Chile.",
        "Rebels freed 21 Bama girls on Thursday.",
        "Jets bombed a ridge in retaliation for an ambush last week in Kidal.",
        "A teacher was arrested amid an uproar in Peru.",
    ],
)
def test_what_is_spoken_of_answered_or_offered_is_elsewhere(coder: Coder, text: str) -> None:
    assert place(coder, text) == (None, None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In Geneva, Norway condemned a raid on a convoy.", "Geneva"),
        ("Museveni told reporters in Kampala that Kenya must free the nurses.", "Kampala"),
        ("Six Cubans sought asylum in Lima.", "Lima"),
        ("On Tahrir Square in Cairo, thousands of people protested against the president.", "Tahrir Square"),
        ("The Kenyan and Ugandan presidents held talks on the sidelines of a summit in Doha.", "Doha"),
        (
            "The Ghanaian minister is on the last day of a three-day visit to Lima, during which he held talks with his "
            "Peruvian counterpart.",
            "Lima",
        ),
        ("Police charged ten monks in Mandalay.", "Mandalay"),
    ],
)
def test_where_words_are_said_is_their_place(coder: Coder, text: str, name: str) -> None:
    assert place(coder, text)[0] == name


@pytest.mark.parametrize(
    ("title", "text", "name"),
    [
        ("Bomb in Kirkuk kills ten", "A car bomb killed ten people on Tuesday, police said.", "Kirkuk"),
        ("Gunmen attack bank in Cebu", "KIDAPAWAN (Reuters) - Three guards were killed by gunmen on Monday.", "Cebu City"),
        ("Police fire on protesters in Mombasa", "Police opened fire on protesters on Monday, killing two.", "Mombasa"),
        ("Bomb in Kirkuk kills ten", "Gunmen killed two policemen in Mosul on Tuesday.", "Mosul"),
    ],
)  # fmt: skip
def test_a_lead_is_where_the_title_says(coder: Coder, title: str, text: str, name: str) -> None:
    found = coder.code(Document("d", text, title=title, published=dt.date(2012, 3, 10))).event_mentions
    assert [m.place and m.place.name for m in found if m.evidence.field == "text"][:1] == [name]
