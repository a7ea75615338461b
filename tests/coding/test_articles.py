"""Who is meant over the paragraphs of an article: ranks and callings, those who ruled, clefts, parts of the world."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder
from tests.coding.shown import coded, row

MEANT = [
    # told again by rank, calling or nationality
    ("2003-05-02", "KIGALI - Colonel Omar Haddad of the Rwandan army met aid workers on Monday. Rebels burned two "
     "villages that night. The colonel accused Uganda of arming the rebels.", "ACCUSE/allege RWA:MIL > UGA:GOV"),
    ("2008-09-02", "Nicolas Sarkozy arrived in Moscow on Monday. The Kremlin set out six principles. The Frenchman then "
     "flew to Georgia.", "CONSULT/visit FRA:GOV > GEO:GOV"),
    ("2019-11-13", "Evo Morales left La Paz on Monday. The man who had governed Bolivia for 14 years accused Peru of "
     "plotting against him.", "ACCUSE/allege BOL:OPP > PER:GOV"),
    ("2017-11-30", "Niger's president summoned the Libyan ambassador on Monday. Burkina Faso recalled its ambassador "
     "from the North African country.", "SANCTION/discontinue BFA:GOV > LBY:GOV"),
    ("2006-12-06", "Fiji's military commander seized control of the South Pacific nation on Tuesday.",
     "COERCE/seize FJI:MIL > FJI:GOV"),
    ("1999-04-08", "NATO bombed Belgrade on Monday. Cyprus's president left Athens for Belgrade. Russia froze its ties "
     "with the alliance.", "SANCTION/discontinue RUS:GOV > IGO:MIL.GOV"),
    # who does it
    ("2019-11-13", "The junta's first act was to arrest the Bolivian premier.",
     "COERCE/arrest BOL:MIL > BOL:GOV"),
    ("2012-04-03", "BAMAKO - Aid workers condemned the rebels.", "ACCUSE/disapprove MLI:CVL > MLI:REB"),
    ("2012-04-03", "The rebels in Mali said it was government soldiers who burned the market in Gao.",
     "ACCUSE/allege MLI:REB > MLI:MIL"),
    ("2020-12-09", "NEW DELHI - Leaders of the farm unions camping at the gates of Delhi turned down a proposal from the "
     "Indian government.", "REJECT/change IND:LAB > IND:GOV"),
    ("2021-05-24", "European Union leaders met on Monday. At a summit that had been called to discuss Russia, they "
     "condemned Belarus.", "ACCUSE/disapprove EUR:GOV > BLR:GOV"),
    # at whom
    ("2021-05-24", "Lithuania opened an inquiry into the hijacking. Its ambassador was called in by the Belarusian foreign "
     "ministry.", "ACCUSE/disapprove BLR:GOV > LTU:GOV"),
    ("2016-01-04", "Saudi Arabia expelled Iranian diplomats on Sunday. Sudan expelled the ambassador as well.",
     "SANCTION/expel SDN:GOV > IRN:GOV"),
    ("2016-01-04", "Bahrain gave the Iranian envoys two days to leave.", "SANCTION/expel BHR:GOV > IRN:GOV"),
    ("2023-08-01", "Soldiers in Niger arrested President Mohamed Bazoum on Monday. ECOWAS condemned what it called an "
     "attempted coup.", "ACCUSE/disapprove IGO:GOV > NER:MIL"),
    ("2022-11-11", "Washington praised Ukraine on Friday. It announced a further $400m in military aid.",
     "AGREE/ USA:GOV > UKR:GOV"),
]  # fmt: skip


@pytest.mark.parametrize(("day", "text", "expected"), MEANT, ids=[t[:50] for _, t, _ in MEANT])
def test_who_is_meant(coder: Coder, day: str, text: str, expected: str) -> None:
    assert expected in [row(m) for m in coded(coder, text, day=dt.date.fromisoformat(day))]


def test_conditions_that_nobody_set_are_none(coder: Coder) -> None:
    assert [m.status for m in coded(coder, "Tehran set no conditions.", day=dt.date(2015, 3, 2))] == [
        "negated"
    ]
