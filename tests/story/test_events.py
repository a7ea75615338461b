"""One happening told many times is one event; two happenings are two."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

import pytest

from dragoman import story
from dragoman.records import Entity, EventMention, Record
from tests.story import small as s

NEXT_DAY = s.DAY + dt.timedelta(1)
WORDS = (
    "water border trade gas road railway school lake power court harvest bridge market port dam fish".split()
)


def resolved(*records: Record) -> list[dict[str, Any]]:
    """The events of these reports, those with most mentions first."""
    with s.new_store() as store:
        store.add_many(records)
        story.catch_up(store)
        return s.rows(store, "SELECT * FROM events ORDER BY n_mentions DESC, date_start, id")


def telling(n: int, *mentions: EventMention, **known: Any) -> Record:
    """A report of its own words."""
    filler = " ".join(f"{WORDS[(n * 7 + k) % 16]}{n * 31 + k}" for k in range(40))
    text = "\n".join([*(m.evidence.text for m in mentions), filler])
    return s.record(*mentions, text=text, key=f"r{n:03}", **{"outlet": f"Paper {n}", **known})


def attack(**known: Any) -> EventMention:
    known = {
        "actors": (s.REBELS,),
        "recipients": (s.VILLAGERS,),
        "place": s.NYALA,
        "mode": "firearms",
    } | known
    return s.mention("ASSAULT", known.pop("actors"), known.pop("recipients"), **known)


def test_one_meeting_told_150_times_is_one_event_with_150_mentions() -> None:
    told = [
        s.mention(actors=(s.KENYA, s.UGANDA), place=s.KAMPALA),
        s.mention(actors=(s.MINISTER, s.UGANDA)),
        s.mention(actors=(s.UGANDA, s.KENYA), day=NEXT_DAY, basis="published", place=s.KAMPALA),
    ]
    (event,) = resolved(*(telling(n, told[n % 3], published=NEXT_DAY) for n in range(150)))
    assert (event["n_mentions"], event["n_documents"], event["n_reports"], event["n_outlets"]) == (150,) * 4
    assert (event["date_start"], event["place_name"]) == (s.DAY, "Kampala")


def test_two_meetings_on_two_days_are_two_events() -> None:
    days = [s.DAY, NEXT_DAY]
    events = resolved(
        *(telling(n, s.mention(day=days[n % 2], place=s.KAMPALA), published=NEXT_DAY) for n in range(10))
    )
    assert [(e["date_start"], e["n_mentions"]) for e in events] == [(s.DAY, 5), (NEXT_DAY, 5)]


@pytest.mark.parametrize(
    "other",
    [
        s.mention("AGREE"),
        s.mention(actors=(s.KENYA, s.SUDAN)),
        s.mention(day=s.DAY - dt.timedelta(40)),
        s.mention(actors=(s.UGANDA, s.SUDAN)),
    ],
    ids=["another type", "another party", "another month", "one party in common"],
)
def test_what_differs_in_one_thing_is_another_event(other: EventMention) -> None:
    assert len(resolved(telling(1, s.mention()), telling(2, other))) == 2


def test_a_town_lies_in_its_region_and_country_but_not_in_another_town() -> None:
    fasher = dataclasses.replace(
        s.NYALA, name="El Fasher", admin1="North Darfur", latitude=13.63, geonames_id=373303
    )
    places = [s.NYALA, s.DARFUR, s.SOMEWHERE, None, fasher]
    events = resolved(*(telling(n, attack(place=p)) for n, p in enumerate(places)))
    assert [(e["place_name"], e["n_mentions"]) for e in events] == [("Nyala", 4), ("El Fasher", 1)]


def test_parties_are_the_same_by_state_office_and_likely_spelling() -> None:
    one = Entity("Lendu militia CODECO", None, "COD", ("UAF",))
    other = Entity("Codeco militia", None, "COD", ("UAF",))
    assert len(resolved(telling(1, attack(actors=(one,))), telling(2, attack(actors=(other,))))) == 1
    assert len(resolved(telling(1, attack(actors=(s.GUNMEN,))), telling(2, attack()))) == 1
    assert len(resolved(telling(1, attack(actors=())), telling(2, attack()))) == 1
    army = Entity("Sudanese army", None, "SDN", ("MIL",))
    assert len(resolved(telling(1, attack(actors=(army,))), telling(2, attack()))) == 2


def test_sources_that_disagree_are_kept_side_by_side() -> None:
    army = Entity("Sudanese army", None, "SDN", ("MIL",))
    (event,) = resolved(
        telling(1, attack(killed=12, source="Doctors"), published=s.DAY),
        telling(2, attack(killed=20, source="Witnesses"), published=NEXT_DAY),
        telling(3, attack(status="denied", source="The rebels"), published=NEXT_DAY),
        telling(4, attack(killed=12, actors=(army,), source="An opposition party"), published=NEXT_DAY),
    )
    assert event["status"] == "contested"
    assert set(event["asserted_by"]) == {"Doctors", "Witnesses", "An opposition party"}
    assert event["denied_by"] == ["The rebels"]
    assert (event["killed_min"], event["killed_max"]) == (12, 20)
    assert (event["first_reported"], event["last_reported"]) == (s.DAY, NEXT_DAY)


def test_who_is_said_to_have_done_it_is_listed_by_number_of_tellings() -> None:
    army = Entity("Sudanese army", None, "SDN", ("MIL",))
    told = [attack(source="A")] * 2 + [
        attack(actors=(army,), source="B"),
        attack(actors=(s.GUNMEN,), source="C"),
    ]
    with s.new_store() as store:
        store.add_many(telling(n, m) for n, m in enumerate(told))
        story.catch_up(store)
        actors = s.rows(
            store, "SELECT name, n_mentions FROM event_actors WHERE role = 'actor' ORDER BY position"
        )
    assert [a["name"] for a in actors][:2] == ["Sudanese rebels", "Sudanese army"]
    assert sum(a["n_mentions"] for a in actors) == 4


def test_a_denial_alone_is_denied_and_a_plan_gives_way_to_the_deed() -> None:
    (denied,) = resolved(telling(1, attack(status="denied")))
    assert denied["status"] == "denied"
    (event,) = resolved(
        telling(1, s.mention(day=NEXT_DAY, status="future")),
        telling(2, s.mention(day=NEXT_DAY), published=NEXT_DAY),
    )
    assert (event["status"], event["n_mentions"]) == ("asserted", 2)


def test_two_events_of_one_sentence_stay_two() -> None:
    told = attack(sentence="Rebels attacked the village in the morning and again in the evening.")
    report = s.record(told, told)
    first, second = report.event_mentions
    evidence = dataclasses.replace(first.evidence, trigger=(43, 48))
    report = dataclasses.replace(
        report, event_mentions=(first, dataclasses.replace(second, evidence=evidence))
    )
    assert [e["n_mentions"] for e in resolved(report)] == [1, 1]


def test_copies_count_as_one_report_but_as_many_documents() -> None:
    text = "\n".join(
        [s.mention().evidence.text, *(f"Line {n} of the agency's report on the lake." for n in range(9))]
    )
    copies = [s.record(s.mention(), text=text, key=f"c{n}", outlet=f"Paper {n}") for n in range(3)]
    (event,) = resolved(*copies, telling(7, s.mention()))
    assert (event["n_documents"], event["n_reports"], event["n_outlets"]) == (4, 2, 4)


def test_an_id_stays_when_later_reports_arrive_and_depends_on_nothing_else() -> None:
    reports = [
        telling(n, s.mention(place=s.KAMPALA if n else None), published=s.DAY + dt.timedelta(n))
        for n in range(2)
    ]
    with s.new_store() as store:
        seen = []
        for report in reports:
            store.add(report)
            story.catch_up(store)
            seen.append(s.rows(store, "SELECT id FROM events"))
    assert seen[0] == seen[1]
    assert [{"id": e["id"]} for e in resolved(*reversed(reports))] == seen[0]


def test_mentions_without_any_date_belong_together_only_within_a_report() -> None:
    undated = s.mention(day=None, basis="unknown")
    again = dataclasses.replace(
        undated, evidence=dataclasses.replace(undated.evidence, text="They met again, it said.")
    )
    assert len(resolved(s.record(undated, again, published=None))) == 1
    assert len(resolved(telling(1, undated, published=None), telling(2, undated, published=None))) == 2
