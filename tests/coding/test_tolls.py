"""How many were killed and hurt, with what, and when it was."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from dragoman.records import Document

if TYPE_CHECKING:
    from dragoman.coding import Coder
    from dragoman.records import EventMention


def _first(coder: Coder, text: str, title: str | None = None) -> EventMention:
    made = coder.code(Document("t", text, title=title, published=dt.date(2016, 4, 2))).event_mentions
    return next(m for m in made if m.event_type in ("ASSAULT", "PROTEST"))


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Gunmen killed the mayor of Gao and his wife.", 2, None),
        ("A number of gunmen were killed in the raid in Basra.", None, None),
        ("The army killed a group of about 30 rebels in Aleppo.", 30, None),
        ("Two government schools were blown up by militants in Karachi.", None, None),
        ("Gunmen in Lahore killed a shopkeeper, his son and two customers.", 4, None),
        ("Ahmed Bello, Musa Bello and Sani Isa were killed by soldiers in Kano.", 3, None),
        ("Two rebels and a sniper were killed by troops in Chad.", 3, None),
        ("Gunmen attacked a shop in Quetta, killing the baker and a customer.", 2, None),
        ("Two militants were killed along with three policemen in Mali.", 5, None),
        ("Rebels killed between 20 and 30 villagers in Ituri.", 20, None),
        ("Rebels killed 10 to 12 villagers in Ituri.", 10, None),
        ("Rebels attacked a post near Tamale, killing two soldiers and wounding another.", 2, 1),
        ("Troops wounded another 30 rebels in Chad.", None, 30),
        ("Reports spoke of an air raid on a wedding near Saada, which killed seven people.", 7, None),
        ("Nine woodcutters had their throats slit near Ain Defla.", 9, None),
        ("A policeman and his son were wounded by rebels in Chad.", None, 2),
        ("A woman was killed in Basra and two men were wounded.", 1, 2),
        ("At least 30 herders in Mopti were injured by soldiers.", None, 30),
        ("A mayor was found shot to death by gunmen in Sonora.", 1, None),
        ("The army killed 70 000 people in Chad.", 70_000, None),
        ("Soldiers in Peru said 17 troops and an unknown number of villagers were wounded.", None, 17),
        ("The army killed 40 rebels and the government said it would go on in Chad.", 40, None),
    ],
)
def test_how_many_were_hit(coder: Coder, text: str, killed: int | None, injured: int | None) -> None:
    m = _first(coder, text)
    assert (m.magnitude.killed, m.magnitude.injured) == (killed, injured)


def test_the_toll_of_one_deed_is_not_that_of_another(coder: Coder) -> None:
    text = "Police shot dead 12 men in Accra, and rebels wounded 5 soldiers in Tamale."
    made = coder.code(Document("t", text)).event_mentions
    assert [(m.magnitude.killed, m.magnitude.injured) for m in made] == [(12, None), (None, 5)]


def test_the_toll_at_the_end_of_a_headline(coder: Coder) -> None:
    made = coder.code(
        Document("t", "All was quiet.", title="Opposition march dispersed in Togo, 4 killed")
    ).event_mentions
    assert [m.magnitude.killed for m in made if m.event_type == "ASSAULT"] == [4]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("A suicide car bomb killed ten people in Lahore.", "suicide-attack"),
        ("Eight soldiers died when a bomb wrecked a military bus in Tyrone.", "explosives"),
        ("A brick thrown from the crowd struck a policewoman in Larne.", "primitive"),
        ("The Philippine army fired several rounds of mortar at rebel positions.", "heavy-weapons"),
        ("Border guards fought a gun battle with smugglers near Chaman.", "firearms"),
        ("Three soldiers and two gunmen were killed in clashes in Chad.", None),
        ("Rebels in Chad shot down a helicopter.", None),
        ("Rebels in Chad shot down a helicopter with a missile.", "heavy-weapons"),
    ],
)
def test_with_what_they_were_hit(coder: Coder, text: str, mode: str | None) -> None:
    assert _first(coder, text).event_mode == mode


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The rebels claimed responsibility for Thursday's shooting in Mardin.", dt.date(2016, 3, 31)),
        ("Sunday's march in Minsk drew 20,000 people.", dt.date(2016, 3, 27)),
    ],
)
def test_the_day_that_stands_before_the_noun(coder: Coder, text: str, day: dt.date) -> None:
    assert _first(coder, text).date.start == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Tuesday's blast in Kabul killed 12 people.", dt.date(2020, 1, 21)),
        ("A 2013 coup in Egypt toppled President Mohamed Morsi.", dt.date(2013, 1, 1)),
    ],
)
def test_when_the_blast_was_its_victims_died(coder: Coder, text: str, day: dt.date) -> None:
    record = coder.code(Document("d1", text, published=dt.date(2020, 1, 24)))
    assert {m.date.start for m in record.event_mentions} == {day}


def test_a_date_behind_an_accord_is_when_it_was_made(coder: Coder) -> None:
    text = "Chad and Libya agreed to a ceasefire last October, but it ended this month."
    record = coder.code(Document("d1", text, published=dt.date(2018, 1, 30)))
    assert record.event_mentions[0].date.start == dt.date(2017, 10, 1)


@pytest.mark.parametrize(
    "text",
    [
        "Police in Mopti attacked a camp in response to an ambush in which nine guards were killed.",
        "Students in Lahore marched during a strike called to protest a bombing that killed 40 pupils.",
        "Troops in Aceh shelled a ridge after a raid that killed six farmers.",
    ],
)
def test_the_dead_of_a_deed_that_is_answered_are_its_own(coder: Coder, text: str) -> None:
    assert _first(coder, text).magnitude.killed is None


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("In Lima, crowds blocked a bridge, and a rally shut the key 22 motorway in Los Alamos.", None),
        ("About 300 teachers protested in Lima on Monday.", 300),
    ],
)
def test_a_crowd_is_counted_by_those_who_march(coder: Coder, text: str, size: int | None) -> None:
    made = coder.code(Document("t", text, published=dt.date(2016, 4, 2))).event_mentions
    assert next(m for m in made if m.event_type == "PROTEST").magnitude.size == size
