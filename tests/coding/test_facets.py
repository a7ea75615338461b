"""Who tells an event, where and when it happened, and how many it hit."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from dragoman.records import Document, EventMention

if TYPE_CHECKING:
    from dragoman.coding import Coder

SATURDAY = dt.date(2022, 7, 9)


def _coded(coder: Coder, text: str) -> dict[str, EventMention]:
    """Trigger word → mention."""
    found = coder.code(Document("d", text, published=SATURDAY)).event_mentions
    return {text[slice(*m.evidence.trigger)]: m for m in found}


TOLD_BY = [
    ("Chile said it would not send weapons to Kyiv.", "send", []),
    ("Chile said its troops had left the base at Cobija.", "left", ["Chile"]),
    ("Police beat the students, former prisoners say, and some 700 people were arrested.", "arrested", []),
    ("Soldiers shot two men; rebels burned a school, teachers said.", "shot", []),
    ("A Russian missile attack on a residential block in Mykolaiv has killed six people, the regional governor, Vitaliy Kim, says.", "killed", ["Vitaliy Kim"]),
    ("Crowds rallied in Minsk on Sunday, a week after the president claimed victory in the vote.", "rallied", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "names"), TOLD_BY)
def test_who_tells_it(coder: Coder, text: str, trigger: str, names: list[str]) -> None:
    assert [e.name for e in _coded(coder, text)[trigger].attribution] == names


PLACES = [
    ("In Kondele, youths blocked the road before they were dispersed with tear gas by police.", "dispersed", "Kondele"),
    ("Rebels pulled out of Aleppo's eastern districts on Friday.", "pulled", "Aleppo"),
    ("A bomb ripped through a market at Nyanya, on the outskirts of Abuja, killing 75 people.", "ripped", "Nyanya"),
    ("Tiwintza fell to Peruvian troops on Monday.", "fell", "Tiwintza"),
    ("Ugandan commandos killed a rebel leader in a raid a mile inside Sudan.", "killed", "Sudan"),
    ("About 10,000 people marched through Quito after dark, chanting slogans against Peru.", "chanting", "Quito"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "place"), PLACES)
def test_where(coder: Coder, text: str, trigger: str, place: str) -> None:
    found = _coded(coder, text)[trigger].place
    assert found is not None
    assert found.name == place


def test_a_town_with_an_adjective_points_back(coder: Coder) -> None:
    text = "Gunmen killed six people in Kisumu on Friday. Soldiers later sealed off the lakeside town."
    place = _coded(coder, text)["sealed"].place
    assert place is not None
    assert place.name == "Kisumu"


def test_a_deal_of_others_is_struck_where_the_report_is_from(coder: Coder) -> None:
    text = "GENEVA, July 9 - The United States and North Korea signed an accord on Friday."
    place = _coded(coder, text)["signed"].place
    assert place is not None
    assert place.name == "Geneva"


DAYS = [
    ("Ghana's president is expected in Abidjan on Tuesday.", "expected", "2022-07-12"),
    ("The speaker says that President Rajapaksa has told him he will step down on Wednesday.", "step", "2022-07-13"),
    ("Kenya urged Sudan on Friday to return to the talks in December.", "urged", "2022-07-08"),
    ("India announced on Thursday that it would raise duties on almonds from August.", "raise", "2022-07-07"),
    ("Thailand on Friday imposed the first curfew in Bangkok since 1992.", "imposed", "2022-07-08"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "day"), DAYS)
def test_when(coder: Coder, text: str, trigger: str, day: str) -> None:
    assert str(_coded(coder, text)[trigger].date.start) == day


def test_within_hours_of_what_was_told(coder: Coder) -> None:
    text = "Ivorian jets bombed a French camp on Thursday. French troops destroyed the jets within hours."
    assert str(_coded(coder, text)["destroyed"].date.start) == "2022-07-07"


@pytest.mark.parametrize(
    "when", ["A day later", "Earlier that morning", "By nightfall", "The following night"]
)
def test_a_leading_time_is_no_part_of_who_did_it(coder: Coder, when: str) -> None:
    (m,) = _coded(coder, f"{when} rebels attacked the barracks in Gao.").values()
    assert [a.name for a in m.actors] == ["rebels"]


STATUSES = [
    ("Turkey's decision to expel the Dutch ambassador angered The Hague.", "expel", "asserted"),
    ("General Deby flew in on Friday to meet President Bazoum.", "meet", "asserted"),
    ("Abdullah Gul became the first Turkish head of state to visit Armenia.", "visit", "asserted"),
]


@pytest.mark.parametrize(("text", "trigger", "status"), STATUSES)
def test_status(coder: Coder, text: str, trigger: str, status: str) -> None:
    assert _coded(coder, text)[trigger].status == status


DEAD = [
    ("Jets bombed a French camp in Bouake, killing nine soldiers and an American aid worker.", "bombed", 10),
    ("Two policemen and three protesters were killed in Dhaka on Friday.", "killed", 5),
    ("A mortar bomb killed five civilians, three of them children.", "killed", 5),
]


@pytest.mark.parametrize(("text", "trigger", "killed"), DEAD)
def test_killed(coder: Coder, text: str, trigger: str, killed: int) -> None:
    assert _coded(coder, text)[trigger].magnitude.killed == killed


DENIED = [
    ("Indian jets shot down a Pakistani aircraft, Delhi said, which Islamabad denied.", "shot", "Pakistan"),
    (
        "The army of Myanmar has burned dozens of villages, something the government has denied.",
        "burned",
        "government",
    ),
    ("Sudan denied any role in the bombing of the American embassy in Nairobi.", "bombing", "Sudan"),
]


@pytest.mark.parametrize(("text", "trigger", "denier"), DENIED)
def test_denied_in_passing(coder: Coder, text: str, trigger: str, denier: str) -> None:
    found = _coded(coder, text)[trigger]
    assert (found.status, [e.name for e in found.attribution]) == ("denied", [denier])


def test_a_bare_denial_of_a_part_in_what_somebody_is_accused_of(coder: Coder) -> None:
    text = "Prosecutors in Argentina accuse Tehran of ordering the bombing of a Jewish centre. Iran denies any involvement."
    denied = _coded(coder, text)["denies"]
    assert (denied.event_type, denied.status) == ("ASSAULT", "denied")


def test_what_was_thrown_and_hit_is_not_done_by_who_answers(coder: Coder) -> None:
    text = (
        "Turkey's artillery pounded targets inside Syria on Thursday after a mortar bomb fired from across the "
        "border killed five civilians in the town of Akcakale."
    )
    assert _coded(coder, text)["killed"].actors == ()


def test_two_deeds_of_one_type_and_two_modes(coder: Coder) -> None:
    found = _coded(coder, "Pakistan shot down two Indian jets on Wednesday and captured one pilot.")
    assert (found["shot"].event_mode, found["captured"].event_mode) == (None, "abduct")


def test_what_an_official_says_will_be_done_he_promises(coder: Coder) -> None:
    (m,) = _coded(coder, "Iran's envoy said the embassy in Riyadh would be reopened soon.").values()
    assert ([a.country for a in m.actors], m.event_type) == (["IRN"], "AGREE")


def test_a_dateline_where_all_news_are_written_tells_no_country(coder: Coder) -> None:
    text = (
        "JOHANNESBURG, July 9 - Mozambique's military fought on Friday to regain the town of Palma, days after "
        "insurgents killed six people there. Guests of a hotel fled on foot."
    )
    assert [a.country for a in _coded(coder, text)["killed"].actors] == ["MOZ"]


def test_a_small_capital_that_shares_its_name_with_a_greater_town(coder: Coder) -> None:
    at_home = _coded(coder, "Police in Plymouth detained two men on Friday.")["detained"]
    assert {a.country for a in at_home.actors} == {"GBR"}
    abroad = _coded(coder, "Montserrat's police detained two men in Plymouth on Friday.")["detained"]
    assert {a.country for a in abroad.actors} == {"MSR"}


def test_in_a_capital_where_an_official_speaks_of_others(coder: Coder) -> None:
    text = (
        "Haiti's army ousted President Jean-Bertrand Aristide on Thursday. Soldiers patrolled Port-au-Prince.\n\n"
        "In Washington, Secretary of State James Baker said the United States would not recognise the junta."
    )
    refused = coder.code(Document("d", text, published=dt.date(1991, 10, 4))).event_mentions[-1]
    assert [r.country for r in refused.recipients] == ["HTI"]


def test_envoys_are_recalled_from_the_country_of_the_report(coder: Coder) -> None:
    text = "Nepal's King Gyanendra sacked the government on Friday. Britain and India have recalled their ambassadors."
    assert [r.country for r in _coded(coder, text)["recalled"].recipients] == ["NPL"]


def test_a_crowd_is_of_the_state_that_its_town_lay_in(coder: Coder) -> None:
    text = "Protesters in Belgrade demanded the resignation of the interior minister on Thursday."
    (m,) = coder.code(Document("d", text, published=dt.date(2000, 10, 6))).event_mentions
    assert {a.country for a in m.actors} == {"YUG"}


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("Students marched through central Quito on Friday.", "marched", "Quito"),
        ("The general was detained in London at Spain's request.", "detained", "London"),
        ("The two presidents agreed to meet in Astana next month.", "agreed", "Astana"),
        ("Soldiers fought rebels on Friday to regain control of Goma.", "fought", "Goma"),
        ("Aid workers evacuated 200 patients from Zakho to Diyarbakir.", "evacuated", "Zakho"),
        ("On Friday Lagos students marched against higher fees.", "marched", "Lagos"),
    ],
)
def test_the_town_rather_than_its_country(coder: Coder, text: str, trigger: str, place: str) -> None:
    title = not text.endswith(".")
    document = Document("d", "" if title else text, title=text if title else None, published=SATURDAY)
    found = {text[slice(*m.evidence.trigger)]: m for m in coder.code(document).event_mentions}[trigger].place
    assert found is not None
    assert found.name == place


def test_a_town_of_a_country_that_the_report_does_not_name(coder: Coder) -> None:
    text = (
        "Two French reporters were kidnapped and shot dead on Friday in the desert town of Kidal, Paris said."
    )
    found = _coded(coder, text)
    assert {m.place.name for m in found.values() if m.place} == {"Kidal"}


def test_what_goes_with_a_deed_is_done_in_its_place(coder: Coder) -> None:
    text = (
        "Mozambique's army fought on Friday to regain control of Palma, five days after insurgents attacked the "
        "northern town, beheading residents."
    )
    places = {t: m.place.name for t, m in _coded(coder, text).items() if m.place}
    assert set(places.values()) == {"Palma"}
    assert "attacked" in places


def test_here_and_this_town_are_the_datelines(coder: Coder) -> None:
    text = (
        "BUNIA, Congo, July 9 - Rebels killed six traders in this northeastern town on Friday. Aid workers treated "
        "40 people here."
    )
    assert {m.place.name for m in _coded(coder, text).values() if m.place} == {"Bunia"}


def test_who_counts_the_dead_tells_of_them(coder: Coder) -> None:
    record = coder.code(
        Document("d", "A doctor in Zawiya put the number of people killed in the fighting at 30.")
    )
    assert [[a.name for a in m.attribution] for m in record.event_mentions] == [["doctor"]]


def test_what_is_done_beside_a_denial_is_not_denied(coder: Coder) -> None:
    text = "Vladimir Putin denied that Moscow had played any part in the uprising and telephoned Roza Otunbayeva."
    status = {m.event_type: m.status for m in coder.code(Document("d", text)).event_mentions}
    assert status.get("CONSULT") == "asserted"
