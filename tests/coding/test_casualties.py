"""Dead and wounded of one deed, whoever shot them, and what was launched from where."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder
from tests.coding.shown import coded, row

DAY = dt.date(2014, 6, 3)

ROWS = [
    # the other verb's victims
    (
        "Two Tunisian policemen were killed and four others were wounded in fighting with militants near Kasserine.",
        "ASSAULT/ TUN:UAF > TUN:COP TUN:COP",
    ),
    (
        "Two soldiers were killed and five others wounded in an attack by rebels in Mali.",
        "ASSAULT/ MLI:REB > MLI:MIL MLI:MIL",
    ),
    (
        "Two soldiers were killed and five civilians were wounded in an attack by rebels in Mali.",
        "ASSAULT/ MLI:REB > MLI:MIL MLI:CVL",
    ),
    # fighting in which people were hurt
    (
        "A Kenyan officer was killed and four villagers were injured in fighting with Al-Shabaab near Garissa.",
        "ASSAULT/ SOM:REB > KEN:COP KEN:CVL",
    ),
    ("Two boys were wounded in shooting by Israeli troops in Hebron.", "ASSAULT/firearms ISR:MIL > PSE:CVL"),
    ("Nine Turkish soldiers died in fighting with PKK rebels.", "ASSAULT/ TUR:REB > TUR:MIL"),
    # who attacked is who is shot
    (
        "A driver rammed a lorry into a crowd in Lyon on Monday, killing nine people. President Nicolas Sarkozy called "
        "it an outrage. He was shot dead by the police.",
        "ASSAULT/firearms FRA:COP > FRA:CVL",
    ),
    (
        "A gunman opened fire in a mall in Oslo, killing four people, Prime Minister Erna Solberg said. He was killed "
        "by police.",
        "ASSAULT/ NOR:COP > NOR:UAF",
    ),
    (
        "A bomber attacked a base in Kabul. President Hamid Karzai condemned the attack. He was assassinated on Friday "
        "by gunmen.",
        "ASSAULT/targeted AFG:UAF > AFG:GOV",
    ),
    # who makes arrests in a fight
    (
        "Tunisian troops fought militants near Kasserine on Monday. Several suspects were arrested in the battles.",
        "COERCE/arrest TUN:MIL > TUN:CRM",
    ),
    # weapons launched from somewhere
    (
        "The missile was launched from a pad near Pyongyang, the Japanese army said.",
        "MOBILIZE/weapons PRK:GOV > -",
    ),
    ("A ballistic missile was launched from Karachi on Sunday.", "MOBILIZE/weapons PAK:GOV > -"),
    (
        "A rocket was fired from Lebanon into northern Israel on Sunday.",
        "ASSAULT/heavy-weapons - > ISR:GOV",
    ),
]


@pytest.mark.parametrize(("text", "told"), ROWS)
def test_whom_it_befell(coder: Coder, text: str, told: str) -> None:
    assert told in [row(m) for m in coded(coder, text, day=DAY)]


def test_those_who_were_freed_are_no_hospital(coder: Coder) -> None:
    title = "12 Nurses Kidnapped From Garissa Hospital Released by Al-Shabaab, Kenya Says"
    freed = [m for m in coded(coder, "", title, day=DAY) if m.event_mode == "release"]
    assert [[r.name for r in m.recipients] for m in freed] == [["12 Nurses"]]
