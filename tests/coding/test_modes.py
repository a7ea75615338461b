"""Modes that no sense tells: what is asked for or refused, and with what people were hit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.records import Document

if TYPE_CHECKING:
    from dragoman.coding import Coder


@pytest.mark.parametrize(
    ("text", "kind", "mode"),
    [
        ("Malawi's government appealed for tents.", "REQUEST", "assist"),
        ("Church leaders appealed to Mr Odinga to call off the ceremony.", "REQUEST", "yield"),
        ("The United Nations appealed to all parties in Yemen for restraint.", "REQUEST", "yield"),
        ("Australia turned down a request by Fiji to send troops.", "REJECT", "assist"),
        ("In Mogadishu a truck bomb left 81 people dead.", "ASSAULT", "explosives"),
        ("Three Venezuelan soldiers were wounded by gunmen near the border.", "ASSAULT", "firearms"),
        ("Two police officers were hurt by a home-made mortar in Colombia.", "ASSAULT", "heavy-weapons"),
        (
            "Six people died in Mykolaiv when a Russian missile hit a block of flats.",
            "ASSAULT",
            "heavy-weapons",
        ),
    ],
)
def test_the_mode_by_what_is_asked_and_by_the_weapon(coder: Coder, text: str, kind: str, mode: str) -> None:
    found = [m.event_mode for m in coder.code(Document("t", text)).event_mentions if m.event_type == kind]
    assert mode in found


def test_gunmen_who_take_a_town_need_not_shoot(coder: Coder) -> None:
    text = "Gunmen overpowered the guards of a Nigerian school."
    assert "firearms" not in [m.event_mode for m in coder.code(Document("t", text)).event_mentions]
