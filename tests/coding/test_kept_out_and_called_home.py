"""Who is kept out or called home, answers to stones, strikes that shut things down; and words that tell no deed."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder
from dragoman.coding.confidence import MINIMUM
from tests.coding.shown import coded, row

_DAY = dt.date(2015, 5, 20)


def _rows(coder: Coder, text: str, title: str | None = None) -> list[str]:
    told = coded(coder, text, title, day=_DAY)
    return [row(m) for m in told if m.status in ("asserted", "historical") and m.confidence >= MINIMUM]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Paramilitaries hindered the return of Tamils to Jaffna.", "COERCE/restrict LKA:PRM > LKA:CVL"),
        ("Soldiers in Nablus kept an ambulance from reaching the old town.", "COERCE/restrict"),
        ("Swedish envoys to Harare were called home after a row with Zimbabwe.", "SANCTION/discontinue SWE:GOV > ZWE:GOV"),
        ("The Greek ambassador was recalled over a quarrel with Albania.", "SANCTION/discontinue GRC:GOV > ALB:GOV"),
        ("Six Guinean ministers are banned from travelling to EU countries.", "SANCTION/discontinue EUR:GOV > GIN:GOV"),
        ("Two Syrian generals were barred from flying to Norway.", "SANCTION/discontinue NOR:GOV > SYR:MIL"),
        ("A Vietnamese poet was banned from travelling to Norway by a court in Hanoi.", "COERCE/restrict VNM:JUD >"),
        ("Cairo introduced a 40 percent levy on steel imported from Ukraine.", "SANCTION/discontinue EGY:GOV > UKR:GOV"),
        ("Bolivia told the envoy of the European Union and the Danish consul to leave the country.", "SANCTION/expel BOL"),
        ("Gendarmes in Lome answered with rubber bullets.", "ASSAULT/crowd-control TGO:COP"),
        ("Clouds of gas fired by officers drifted over a square in Quito.", "ASSAULT/crowd-control ECU:COP"),
        ("The strike shut down banks and ministries in Tunis.", "PROTEST/strike TUN:CVL >"),
        ("Dockers clashed with police in Antwerp during a general strike.", "PROTEST/strike BEL:"),
        ("Firefighters saved nine people in Rimini.", "AID/"),
        ("The port of Aden came under rocket attack by Houthi rebels.", "ASSAULT/heavy-weapons YEM:REB > YEM:"),
        ("The town of Raqqa was under aerial bombardment on Monday.", "ASSAULT/aerial - > SYR:"),
        ("The first thing the Fijian junta did was to arrest the premier.", "COERCE/arrest FJI:MIL > FJI:GOV"),
        ("All that Chad and Sudan achieved was to sign a protocol on grazing.", "SUPPORT/ TCD:GOV SDN:GOV > -"),
        ("What the rebels in Kidal did was attack a Malian convoy.", "ASSAULT/ MLI:REB"),
        ("The five were shot by soldiers in Juba on Monday.", "ASSAULT/firearms SSD:MIL > SSD:CVL"),
    ],
)  # fmt: skip
def test_kept_out_called_home_and_answered(coder: Coder, text: str, expected: str) -> None:
    assert any(r.startswith(expected) for r in _rows(coder, text)), _rows(coder, text)


@pytest.mark.parametrize(
    "text",
    [
        "Snow prevented the return of the Peruvian climbers to Cusco.",
        "The firm sells shoes imported from Portugal.",
        "A lightning strike shut down the airport of Belgrade.",
        "The vaccine saved a million Indians.",
        "Albania failed to become a member of the club.",
        "The deputy chief of the EU delegation to Moldova gave an interview.",
        "The resumption of talks with Armenia will depend on Yerevan, the Turkish minister said.",
        "The issue of resuming flights between Cyprus and Turkey remains open.",
        "On returning the prisoners to Eritrea, the Ethiopian minister said it was too early.",
        "The thing that the Czech premier did not do was to resign.",
    ],
)
def test_words_without_a_deed(coder: Coder, text: str) -> None:
    assert _rows(coder, text) == []


def test_ties_are_what_one_speaks_of(coder: Coder) -> None:
    title = "Slovak premier speaks of ties with Hungary"
    assert not any("CONSULT" in r for r in _rows(coder, "He gave an interview to a weekly.", title))


def test_a_toll_and_the_attack_that_was_launched_are_one(coder: Coder) -> None:
    text = "Seven people were killed in Taiz after Saudi jets launched air strikes on the town."
    assert [r.split()[0] for r in _rows(coder, text)] == ["ASSAULT/aerial"]


def test_a_report_calls_them_ethnic(coder: Coder) -> None:
    text = "Two ethnic Serbs were held in Pristina on Monday. The Serbian government met in Belgrade."
    assert any(
        r == "COERCE/arrest XKX:COP > XKX:CVL" for r in _rows(coder, text, "Kosovo Police Hold Two Serbs")
    )


def test_the_two_are_those_told_of_before(coder: Coder) -> None:
    text = "Pirates seized two Finns off Aden. The two were released on Sunday."
    assert not any("YEM:CVL" in r for r in _rows(coder, text) if r.startswith("RETREAT"))


def test_envoys_to_the_union(coder: Coder) -> None:
    text = "Burundi withdrew its ambassador from Brussels on Monday. The European Union had cut its aid."
    assert "SANCTION/discontinue BDI:GOV > EUR:GOV" in _rows(coder, text)
