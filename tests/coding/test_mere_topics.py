"""Words of events that only name a subject, and deeds that a sentence tells twice; near by what is told."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder
from dragoman.coding.confidence import MINIMUM
from tests.coding.shown import coded, row

_DAY = dt.date(2015, 5, 20)


def _rows(coder: Coder, text: str) -> list[str]:
    told = coded(coder, text, day=_DAY)
    return [row(m) for m in told if m.status in ("asserted", "historical") and m.confidence >= MINIMUM]


@pytest.mark.parametrize(
    "text",
    [
        "The total volume of trade between Turkey and Georgia stood at two billion dollars last year.",
        "The ambassador noted that cooperation between Serbia and Angola remains modest.",
        "There has been talk of a rift between President Sata and Vice President Scott.",
        "Minister Schmidt achieved little on past visits to Sudan.",
        "Wang hoped that the Thai premier's visit will deepen trust between the two countries.",
        "Norway spent the winter laying the groundwork for talks with the Karen rebels.",
        "The spy row could sour the summit between India and Canada.",
        "The Serbs revoked their promise not to shoot at the planes.",
        "A Bolivian senator who defied the government was in La Paz.",
        "Senior counsel Amal Perera appeared in a Colombo court for the opposition leader of Sri Lanka.",
        "The president of Kenya instructed the authorities to give the wounded the best treatment.",
        "After a gun battle, Philippine troops recovered the bodies of six rebels.",
        "The Maoist rebels in Nepal fled into the forest, dragging four wounded comrades.",
        "A Ugandan militia notorious for abducting children has moved north.",
        "The town is home to many Burundians who had sought refuge there.",
        "Iran seeks the destruction of Israel.",
        "The trial of the former minister of Ghana was adjourned on Monday.",
        "Troops left their barracks in Maseru, Lesotho, at dawn and took to the streets.",
        "Brussels is in a fight to force President Bush to drop the tariffs.",
        "Incidents of the Turkish navy arresting Greek fishermen have become a regular occurrence.",
        "The Eritrean government has a long record of jailing journalists.",
        "The visit promoted mutual understanding between Thailand and Laos.",
        "Washington ended covert efforts to overthrow governments in Central America.",
        "Chinese ships patrolled off the islands, angering Japan.",
        "It emerged that the Chadian government had plans to legalise the militia.",
        "The king of Spain is defending Spain's interests.",
    ],
)
def test_only_a_subject(coder: Coder, text: str) -> None:
    assert _rows(coder, text) == []


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Trade between Eritrea and Ethiopia resumed when the border opened.", "COOPERATE/"),
        ("Police cooperation between Italy and Albania led to a haul of cocaine.", "COOPERATE/"),
        ("India opposes the construction of the Chinese dam.", "REJECT/change"),
        ("Prosecutors charged three Ghanaian soldiers over a brawl in a bar.", "ACCUSE/allege"),
        ("Soldiers dragged a student from a bus in Yangon and beat him.", "ASSAULT/beat"),
        ("London bus drivers struck over pay on Monday.", "PROTEST/strike"),
        ("The Burmese junta let Suu Kyi travel abroad.", "CONCEDE/"),
        ("Two Bolivian officers sought asylum in Peru on Monday.", "REQUEST/assist"),
        ("Soldiers in Fiji tried to overthrow the government on Friday.", "COERCE/seize"),
        ("Russia defended Syria at the Security Council.", "SUPPORT/"),
        ("French troops escorted Rwandan refugees to the border.", "AID/"),
        ("Thailand and Singapore held joint exercises off Phuket.", "COOPERATE/"),
    ],
)
def test_told_all_the_same(coder: Coder, text: str, first: str) -> None:
    assert _rows(coder, text)[0].startswith(first)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Gunmen ambushed a convoy of Malian soldiers near Gao and killed nine of them.", 1),
        ("Ethiopian jets bombed a rebel camp near Shilabo and killed dozens of fighters.", 1),
        ("The mayor of Mosul was killed by gunmen who fired at his car.", 1),
        ("Police arrested 40 students in Harare and took them to the central police station.", 1),
        ("President Kiir fired the finance minister on Tuesday and replaced him with a banker.", 1),
        ("Miners protesting against the pit closures blocked a highway outside Lima.", 1),
        ("Norway summoned the Russian ambassador and issued a protest over the flights.", 1),
        ("Tehran denounced the sanctions by Canada, calling them illegal.", 1),
        ("Bahrain must release all prisoners and drop the charges against the teachers, Amnesty said.", 1),
        ("China condemns South Korea-US joint military exercises.", 1),
        ("Rebels kidnapped three teachers in Jolo and beheaded them.", 2),
        ("Police arrested a journalist and expelled him from Uganda.", 2),
        ("Marines fatally shot three men who attacked their convoy near Tampico.", 2),
    ],
)
def test_told_once(coder: Coder, text: str, rows: int) -> None:
    assert len(_rows(coder, text)) == rows
