"""What was done though an infinitive or a question tells it, and what is not though it looks so."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.coding.shown import coded

if TYPE_CHECKING:
    from dragoman.coding import Coder

DAY = dt.date(2019, 5, 15)

# text, trigger, status
DONE = [
    ("Kenya's minister headed to Kampala to meet Uganda's premier.", "meet"),
    ("Togo's envoy ended the week by heading to Accra to meet Ghana's president.", "meet"),
    ("Benin's president went to Lome on Sunday to meet the president of Togo.", "meet"),
    ("Ghana's president said it was an honour to meet President Alassane Ouattara of Ivory Coast.", "meet"),
    ("It was a great privilege to meet Nigeria's president, Ghana's premier said.", "meet"),
    ("Kenyan police found the lorry he used to kill nine traders in Garissa.", "kill"),
    ("Ghana defended its decision earlier this year to suspend imports from Togo.", "suspend"),
    ("The foreign minister of Mali was in Lome to sign a treaty with Togo.", "sign"),
    ("Ghana's elders managed to secure the release of two Togolese miners from the rebels.", "release"),
    ("Mali's army has not decided whether to punish officers who attacked a village in Gao.", "attacked"),
    ("Chad's police want to know if the man who killed two priests in Abeche was alone.", "killed"),
    ("It is unclear whether the envoy was shot inside or outside Mali's embassy in Lome.", "shot"),
    ("Mali fears Ghana's attempts to press Togo over the border.", "press"),
    ("Ghana backs the plan, which calls for Togo to withdraw its troops.", "calls"),
]
NOT_DONE = [
    ("Kenya's minister heads to Kampala to meet Uganda's premier.", "meet"),
    ("It would be an honour for Ghana's premier to meet President Alassane Ouattara of Ivory Coast.", "meet"),
    ("The law could be used by Kenyan police to arrest Somali traders in Garissa.", "arrest"),
    ("Mali's army wants to know whether rebels attacked a village in Gao.", "attacked"),
    ("Parents in Ghana prayed that their sons were among those freed by the rebels.", "freed"),
    ("Mali's premier hopes Togo and Ghana will reconcile while cooperating with Benin.", "cooperating"),
    ("Ghana's mayor spoke of the eventual release of the hostages by Togo's rebels.", "release"),
    ("Ghana's elders are trying to secure the release of two Togolese miners held by rebels.", "release"),
    ("Ghana's president wants a meeting with Togo's premier.", "meeting"),
    ("Benin's envoys met the rebels to win the release of nine Togolese miners.", "release"),
    ("Ghana asked Togo to take action to show it opposes the coup in Mali.", "opposes"),
]  # fmt: skip


def _status(coder: Coder, text: str, trigger: str) -> set[str]:
    found = coded(coder, text, day=DAY)
    return {m.status for m in found if text[slice(*m.evidence.trigger)] == trigger}


@pytest.mark.parametrize(("text", "trigger"), DONE)
def test_told_as_done(coder: Coder, text: str, trigger: str) -> None:
    assert _status(coder, text, trigger) == {"asserted"}


@pytest.mark.parametrize(("text", "trigger"), NOT_DONE)
def test_only_thought_of(coder: Coder, text: str, trigger: str) -> None:
    assert _status(coder, text, trigger) == {"hypothetical"}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's police were not able to arrest the rebels in Garissa.",
        "The Ghanaian army was not able to arrest the two officers.",
        "Nigerian police have not been able to arrest the bishop's killers.",
    ],
)
def test_what_nobody_was_able_to_do(coder: Coder, text: str) -> None:
    assert _status(coder, text, "arrest") == {"negated"}


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("Togo's premier will visit Accra on Sunday, ending the boycott of Ghana.", "ending", "CONCEDE"),
        ("Ghana and Togo reached an agreement on lifting the sanctions against Benin.", "lifting", "CONCEDE"),
        ("Togo and Ghana will press Mali, with the two states calling a session of the UN Security Council.",
         "calling", "AGREE"),
    ],
)  # fmt: skip
def test_still_to_come(coder: Coder, text: str, trigger: str, kind: str) -> None:
    told = [m for m in coded(coder, text, day=DAY) if text[slice(*m.evidence.trigger)] == trigger]
    assert [m.event_type for m in told] == [kind]


def test_the_first_of_those_held_to_be_freed(coder: Coder) -> None:
    text = "They were the first of nine Ghanaian miners taken hostage in Obuasi in April 2014 to be freed by rebels."
    (freed,) = [m for m in coded(coder, text, day=DAY) if m.event_type == "RETREAT"]
    assert freed.status == "asserted"
    assert freed.date.start == DAY
