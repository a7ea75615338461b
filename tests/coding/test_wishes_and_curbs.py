"""Wishes that ask, orders that curb, raids by police, arms aimed at others, lands brought under control."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder
from tests.coding.shown import coded, row

DAY = dt.date(2013, 5, 20)

TOLD = [
    ('"We want to see deeds from Accra," the Togolese minister said.', "REQUEST/ TGO:GOV > GHA:GOV"),
    ('"We hope that Benin will keep its word," a Nigerian official said.', "REQUEST/ NGA:GOV > BEN:GOV"),
    ("Chad ordered Oxfam to shut its clinics.", "COERCE/restrict TCD:GOV > NGO:SOC"),
    ("Lesotho instructed Oxfam to cease its operations.", "COERCE/restrict LSO:GOV > NGO:SOC"),
    ("Oslo ordered Iran to close its embassy.", "SANCTION/expel NOR:GOV > IRN:GOV"),
    ("Rebels fired mortar rounds aimed at a Chadian post.", "ASSAULT/heavy-weapons TCD:REB > TCD:GOV"),
    ("Two rockets aimed at an Omani base were launched by Hezbollah.", "ASSAULT/heavy-weapons LBN:REB.PTY > OMN:GOV"),
    ("Bamako vowed to bring Gao back under its control.", "THREATEN/territory MLI:GOV > MLI:"),
    ("Laos passed a law that Thailand has criticised.", "ACCUSE/disapprove THA:GOV > LAO:GOV"),
    ("Peru replied with a warning to Chile.", "THREATEN/ PER:GOV > CHL:GOV"),
    ("Kenya put its army on a higher level of alert.", "MOBILIZE/troops KEN:GOV > -"),
    ("Officers staged a raid on the home of a Togolese lawyer.", "COERCE/seize TGO:COP > TGO:CVL"),
    ("The ballot is not recognised by Moldova.", "REJECT/ MDA:GOV > -"),
    ("A Togolese court handed down prison terms on six Ghanaian miners.", "SANCTION/convict TGO:JUD > GHA:LAB"),
    ("Norway said the levy does not serve the cause of peace.", "ACCUSE/disapprove NOR:GOV > -"),
    ("A Togolese court ordered the union leader to pay a fine of 90 euros.", "SANCTION/convict TGO:JUD > TGO:LAB"),
    ("Togo's court found two Ghanaian miners, both 40, and a Beninese nurse, 28, guilty of spying.", "SANCTION/convict TGO:JUD > GHA:LAB BEN:MED.HLH"),
    ("The Chadian rebels were disarmed by the army and told to leave Bol.", "REQUEST/yield - > TCD:REB"),
    ("Ada Nkosi, the Zambian Foreign Ministry Spokeswoman, praised Chile.", "SUPPORT/ ZMB:GOV > CHL:GOV"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line"), TOLD)
def test_what_is_told(coder: Coder, text: str, line: str) -> None:
    assert line in [row(m) for m in coded(coder, text, day=DAY)]


NOT_TOLD = [
    ('"We hope the talks will succeed," the Togolese minister said.', "REQUEST"),
    ('"I want to see my son," a Ghanaian nurse said.', "REQUEST"),
    ("The world court ordered Chad to halt its offensive.", "COERCE"),
    ("The president of Peru ordered his ministers to halt their work.", "COERCE"),
    ("Peruvian officials said they would deploy 900 policemen throughout the city.", "THREATEN"),
    ("Ghana's firemen vowed to bring the blaze in Tema under control.", "THREATEN"),
    ("Bandits staged raids on houses near Zaria.", "COERCE"),
]


@pytest.mark.parametrize(("text", "kind"), NOT_TOLD)
def test_what_is_not(coder: Coder, text: str, kind: str) -> None:
    assert not [r for m in coded(coder, text, day=DAY) if (r := row(m)).startswith(kind)]


def test_a_party_of_many_lands_is_the_report_s_own(coder: Coder) -> None:
    text = (
        "Police in Rangoon arrested members of the People's Democratic Party. The Burmese junta was silent."
    )
    held = [m for m in coded(coder, text, day=DAY) if m.event_type == "COERCE"]
    assert [r.country for m in held for r in m.recipients] == ["MMR"]
