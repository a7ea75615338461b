"""Reports of earlier decades and official bulletins: states that are no more, papers that a body adopts, wire style."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.coding import Coder
from tests.coding.shown import coded, row

COLD_WAR = dt.date(1981, 1, 30)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tass accused the Polish union of sabotage.", "ACCUSE/allege SUN:JRN.MED > POL:LAB"),
        ("Moscow accused Norway of spying.", "ACCUSE/allege SUN:GOV > NOR:GOV"),
        ("The Kremlin accused Norway of spying.", "ACCUSE/allege SUN:GOV > NOR:GOV"),
        ("A Russian submarine fired on a Swedish boat.", "ASSAULT/heavy-weapons SUN:MIL > SWE:GOV"),
        ("Prague expelled two Austrian diplomats.", "SANCTION/expel CSK:GOV > AUT:GOV"),
        ("Czech police arrested ten dissidents.", "COERCE/arrest CSK:COP > CSK:OPP"),
        ("Belgrade accused Albania of spying.", "ACCUSE/allege YUG:GOV > ALB:GOV"),
    ],
)
def test_states_of_their_day(coder: Coder, text: str, expected: str) -> None:
    assert [row(m) for m in coded(coder, text, day=COLD_WAR)] == [expected]


def test_a_republic_speaks_for_itself_later(coder: Coder) -> None:
    (m,) = coded(coder, "Russia accused Georgia of spying.", day=dt.date(1992, 5, 1))
    assert row(m) == "ACCUSE/allege RUS:GOV > GEO:GOV"


@pytest.mark.parametrize(
    ("text", "day", "place"),
    [
        ("Police in Moscow arrested two dissidents.", dt.date(1985, 5, 1), "Moscow"),
        ("NATO bombed Belgrade.", dt.date(1999, 5, 1), "Belgrade"),
        ("Police in Prague arrested two dissidents.", dt.date(1979, 5, 1), "Prague"),
    ],
)
def test_towns_of_states_that_are_no_more(coder: Coder, text: str, day: dt.date, place: str) -> None:
    (m,) = coded(coder, text, day=day)
    assert (m.place.name if m.place else None) == place


def test_an_officer_is_of_the_force_he_leads(coder: Coder) -> None:
    text = (
        "The commander of the UN force in Liberia, General Tor Vik, accused the government of lying. "
        "General Vik urged rebels to leave Monrovia."
    )
    rows = [row(m) for m in coded(coder, text, day=dt.date(1994, 9, 20))]
    assert rows == ["ACCUSE/allege UNO:MIL > LBR:GOV", "REQUEST/yield UNO:MIL > LBR:REB"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Security Council adopted Resolution 598, which demands a truce.",
            ["REQUEST/yield UNO:GOV > -"],
        ),
        (
            "The General Assembly adopted a resolution which calls on Vietnam to withdraw from Cambodia.",
            ["REQUEST/yield UNO:GOV > VNM:GOV"],
        ),
        ("The resolution demands that Iraq withdraw from Kuwait.", ["REQUEST/yield - > IRQ:GOV"]),
        (
            "Pravda published a long attack on the Polish leadership.",
            ["ACCUSE/disapprove SUN:JRN.MED > POL:GOV"],
        ),
        (
            "Pakistan condemns all attacks on mosques and targeting children.",
            ["ACCUSE/disapprove PAK:GOV > -"],
        ),
        (
            "Iran condemned a bombing in a Pakistani market that killed 20 shoppers.",
            ["ACCUSE/disapprove IRN:GOV > -", "ASSAULT/explosives - > PAK:CVL"],
        ),
        (
            "An Iraqi plane was shot down after air raids on Ahvaz in Iran.",
            ["ASSAULT/ - > IRQ:GOV", "ASSAULT/aerial - > IRN:"],
        ),
        (
            "Canada imposed visa restrictions on 14 people, the minister said in a statement on Iran.",
            ["SANCTION/discontinue CAN:GOV > IRN:CVL"],
        ),
    ],
)
def test_papers_and_bulletins(coder: Coder, text: str, expected: list[str]) -> None:
    assert [row(m) for m in coded(coder, text, day=dt.date(1987, 7, 20))] == expected


def test_members_of_the_council_named_before(coder: Coder) -> None:
    text = "The Security Council met on Mali. The council members called on the government of Chad to help."
    assert row(coded(coder, text, day=dt.date(2020, 7, 20))[-1]).startswith("REQUEST/assist UNO:GOV > TCD")


def test_deeds_in_a_row_are_theirs_who_did_the_first(coder: Coder) -> None:
    text = "Tass said that Afghan rebels crossed the river, attacked Soviet guards and fled."
    assert "ASSAULT/ AFG:REB > SUN:UNK" in [row(m) for m in coded(coder, text, day=COLD_WAR)]


def test_stationed_there_they_rounded_them_up(coder: Coder) -> None:
    text = "This came as police deployed at the gates of the mosque rounded up two Kenyan guards."
    assert "COERCE/arrest KEN:COP > KEN:UNK" in [row(m) for m in coded(coder, text, day=dt.date(2020, 7, 20))]


def test_absurd_to_claim(coder: Coder) -> None:
    text = "The Iranian minister said it was ridiculous to claim that Tehran had shelled the town."
    statuses = {m.event_type: m.status for m in coded(coder, text, day=dt.date(2020, 7, 20))}
    assert statuses == {"REJECT": "asserted", "ASSAULT": "hypothetical"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Soviet troops seized the exchange, officials said. They also arrested two Lithuanian deputies.",
            "COERCE/arrest SUN:MIL > LTU:LEG",
        ),
        (
            "Soviet troops took the exchange in Vilnius. The soldiers then shot two Lithuanian guards.",
            "ASSAULT/firearms SUN:MIL > LTU:UNK",
        ),
        (
            "He praised Syria, the main power in Lebanon, which expelled two Kenyan diplomats.",
            "SANCTION/expel SYR:GOV > KEN:GOV",
        ),
        ("The arrest of two Spaniards and a Czech by Chadian police drew anger.", "COERCE/arrest TCD:COP"),
        (
            "The UN imposed sanctions on North Korea over its nuclear test in May.",
            "MOBILIZE/weapons PRK:GOV > -",
        ),
        ("Spain denied that it was behind the plot in Chad.", "REJECT/ ESP:GOV > -"),
        ("Rwanda denied that its army was involved in the fighting.", "REJECT/ RWA:GOV > -"),
        ("Kidnapers released two Kenyan nurses in Beirut.", "RETREAT/release LBN:UAF > KEN"),
        ("The kidnaping of two Kenyan nurses shocked Beirut.", "ASSAULT/abduct - > KEN"),
        ("Kenya and Uganda shook hands on a deal to share water.", "AGREE/ KEN:GOV UGA:GOV > -"),
        (
            "Kenyan police said rebels threatened villagers and burned their huts.",
            "ASSAULT/destroy KEN:REB > KEN:CVL",
        ),
        ("The accord committed Chad to withdraw its troops from Niger.", "CONCEDE/ TCD:GOV > NER:GOV"),
        ("Students swarmed through the streets of Kinshasa demanding war.", "PROTEST/demo COD:EDU"),
        ("Ethnic violence in Kenya killed 120 people.", "ASSAULT/ - > KEN:CVL"),
        ("Moscow will unveil retaliatory measures against Norway.", "THREATEN/ SUN:GOV > NOR:GOV"),
        ("Chinese envoy Wu Dawei flew home. Wu met Kenyan officials.", "CONSULT/ CHN:GOV KEN:GOV > -"),
    ],
)
def test_who_it_was(coder: Coder, text: str, expected: str) -> None:
    rows = [row(m) for m in coded(coder, text, day=dt.date(1991, 1, 12))]
    assert any(r.startswith(expected) for r in rows), rows


@pytest.mark.parametrize(
    "text",
    [
        "The six-party talks, which involve China and Japan, have been stalled since May.",
        "PKK fighters often use Iraq to plan attacks in Turkey.",
        "The PKK is listed as a terrorist group by Turkey and Canada.",
        "The talks took place amid threats of another Ethiopian famine.",
        "The council members expressed their condolences to the government of Senegal.",
        "Nobody in Minsk was standing in the way of the reforms.",
    ],
)
def test_no_deed(coder: Coder, text: str) -> None:
    assert coded(coder, text, day=dt.date(2020, 1, 12)) == ()


def test_what_officials_cannot_confirm(coder: Coder) -> None:
    text = "Officials could not confirm reports that rebels had shot two Kenyan soldiers."
    assert [m.status for m in coded(coder, text, day=dt.date(2020, 1, 12))] == ["hypothetical"]


def test_the_secretary_general_is_who_was_named(coder: Coder) -> None:
    text = (
        "NATO Secretary General Javier Solana warned Chad. Tony Blair met the secretary general in Brussels."
    )
    rows = [row(m) for m in coded(coder, text, day=dt.date(1999, 4, 30))]
    assert "CONSULT/ GBR:GOV IGO:GOV > -" in rows
