"""Decisions are kept beside the record, can be taken back, and make a gold set."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.evaluation import read_gold
from dragoman.records import Record
from dragoman.store import Store
from dragoman.store import reviews as kept
from dragoman.store.reviews import kappa, new_review, reviewed, sentence_around, standing
from tests.explorer.conftest import Server


def _decide(record: Record, n: int, decision: str, who: str = "Ada", **more: object) -> kept.Review:
    mention = record.event_mentions[n]
    coded = {"event_type": mention.event_type}
    return new_review(who, record.document.id, mention.id, decision, coded=coded, **more)  # type: ignore[arg-type]


def test_the_record_as_reviewed(coded: list[Record]) -> None:
    record = coded[0]
    put = {
        "event_type": "AGREE",
        "event_mode": None,
        "status": "future",
        "actors": [{"text": "Iran", "code": "IRN"}],
        "recipients": [{"text": "Amir Hatami", "code": ""}],
        "date": "2018-08-25",
    }
    span = [record.document.text.index("held"), record.document.text.index("held") + 4]
    missed = {
        "event_type": "AID",
        "span": span,
        "field": "text",
        "actors": [{"text": "somebody", "code": ""}],
    }
    decisions = [
        _decide(record, 0, "reject"),
        _decide(record, 1, "correct", put=put),
        new_review("Ada", "d1", "added-1", "add", put=missed),
    ]
    out = reviewed(record, decisions).event_mentions
    assert [m.event_type for m in out] == ["AGREE", "AID"]
    assert (out[0].quad_code, out[0].status, out[0].date.start.isoformat()) == (1, "future", "2018-08-25")  # type: ignore[union-attr]
    assert out[0].recipients[0].actor_id == "person:amir-hatami"
    assert out[1].evidence.text == "Iran and Syria held talks on reconstruction."
    assert record.event_mentions[0].event_type == "CONSULT"


def test_a_decision_taken_back_no_longer_stands(coded: list[Record]) -> None:
    first = _decide(coded[1], 0, "confirm")
    second = _decide(coded[1], 0, "reject")
    back = new_review("Ada", "d2", second.mention_id, "undo", undoes=second.id)
    assert next(iter(standing([first, second]).values())).decision == "reject"
    assert next(iter(standing([first, second, back]).values())).decision == "confirm"


@pytest.mark.parametrize(
    "put",
    [
        {},
        {"event_type": "DANCE"},
        {"event_type": "AID", "event_mode": "visit"},
        {"event_type": "AID", "date": "soon"},
    ],
)
def test_what_the_ontology_lacks_cannot_be_put(put: dict[str, str]) -> None:
    with pytest.raises(kept.ReviewError):
        new_review("Ada", "d1", "m", "correct", put=put)
    with pytest.raises(kept.ReviewError):
        new_review(" ", "d1", "m", "confirm")


def test_gold_holds_the_reports_that_are_judged_in_full(coded: list[Record], tmp_path: Path) -> None:
    half = [_decide(coded[0], 0, "confirm")]
    assert list(kept.gold(coded, half)) == []
    decisions = [*half, _decide(coded[0], 1, "reject"), _decide(coded[1], 0, "confirm")]
    rows = list(kept.gold(coded, decisions))
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(json.dumps(r) + "\n" for r in rows))
    found = read_gold(path)
    assert [g.id for g in found] == ["d1", "d2"]
    assert [[e.root for e in g.events] for g in found] == [["CONSULT"], ["ASSAULT"]]
    assert found[1].events[0].sources[0].country == "SYR"


def test_kappa_is_cohens() -> None:
    # the textbook table: 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no
    pairs = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    assert kappa(pairs) == pytest.approx(0.4)
    assert kappa([]) is None
    assert kappa([("y", "y")]) is None
    assert kappa([("y", "n"), ("n", "y")]) == -1


def test_two_reviewers_are_compared(coded: list[Record]) -> None:
    decisions = [
        _decide(coded[0], 0, "confirm"),
        _decide(coded[0], 1, "reject"),
        _decide(coded[0], 0, "confirm", "Ben"),
        _decide(coded[0], 1, "correct", "Ben", put={"event_type": "AGREE"}),
    ]
    (found,) = kept.agreements_of_reviewers(decisions)
    assert (found.judged, found.same_verdict, found.same_type) == (2, 2, 1)
    assert found.kappa_verdict == 1


def test_decisions_outlive_the_server_and_touch_no_coding(store_path: Path, coded: list[Record]) -> None:
    server = Server(store_path)
    mention = coded[1].event_mentions[0].id
    try:
        own = {"authorization": f"Bearer {server.settings.token}"}
        with server.client(headers=own) as client:
            client.post("/review/name", data={"reviewer": "Ada", "back": "/review"})
            form = {"document": "d2", "mention": mention, "decision": "reject", "back": "/review"}
            assert client.post("/review/decide", data=form).status_code == 303
            assert client.post("/review/undo", data={"back": "/review"}).status_code == 303
            assert client.post("/review/decide", data=form | {"decision": "confirm"}).status_code == 303
            page = client.get("/review/agreement").text
            assert page.count("no longer stands") == 1
            gold = client.get("/review/gold.jsonl").text.splitlines()
            assert [json.loads(line)["id"] for line in gold] == ["d2"]
            assert client.post("/review/decide", data=form | {"decision": "undo"}).status_code == 400
            assert client.post("/review/decide", data=form | {"mention": "none"}).status_code == 404
    finally:
        server.close()
    with Store.open(store_path) as store:
        assert [r.decision for r in kept.all_reviews(store.connection)] == ["reject", "undo", "confirm"]
        assert store.record("d2") == coded[1]


def test_pages_and_api_show_the_reviewed_record_on_request(store_path: Path, coded: list[Record]) -> None:
    server = Server(store_path)
    own = {"authorization": f"Bearer {server.settings.token}"}
    try:
        with server.client(headers=own) as client:

            def asked(which: str, path: str = "/api/v1/events") -> dict[str, int]:
                rows = client.get(path, params={"reviewed": which}).json()["data"]
                return {row["event_type"]: row["n_mentions"] for row in rows}

            client.post("/review/name", data={"reviewer": "Ada", "back": "/review"})
            assert asked("confirmed") == {}
            form = {"document": "d2", "mention": coded[1].event_mentions[0].id, "decision": "correct"}
            put = {"what": "THREATEN/", "actors": "Kenya (KEN)", "place": "Mombasa"}
            assert client.post("/review/decide", data=form | put).status_code == 303
            assert (asked("all"), asked("confirmed")) == ({"ASSAULT": 4, "CONSULT": 2}, {"THREATEN": 1})
            assert asked("unrejected") == {"THREATEN": 4, "CONSULT": 2}
            form = {"document": "d1", "decision": "add", "what": "AID/", "words": "held talks"}
            assert client.post("/review/decide", data=form).status_code == 303
            assert asked("confirmed") == {"THREATEN": 1, "AID": 1}
            rows = client.get("/api/v1/events", params={"reviewed": "confirmed", "type": "AID"}).json()[
                "data"
            ]
            page = client.get(f"/events/{rows[0]['id']}")
            assert page.status_code == 200
            assert "held talks" in page.text
            table = client.get("/events", params={"reviewed": "confirmed", "actor": "KEN"}).text
            assert "Mombasa" in table
            csv = client.get("/api/v1/events?reviewed=confirmed&format=csv").text
            assert csv.count("THREATEN") == 1
            for path in ("/map", "/timeline", "/network", "/api/v1/facets", "/api/v1/pairs"):
                assert client.get(path, params={"reviewed": "unrejected"}).status_code == 200
            assert client.get("/review", params={"reviewed": "confirmed"}).status_code == 400
            assert client.get("/events", params={"reviewed": "mine"}).status_code == 400
    finally:
        server.close()


def test_a_store_that_is_only_read_takes_no_decisions(store_path: Path, coded: list[Record]) -> None:
    from dragoman.explorer import Settings
    from dragoman.explorer.database import Database
    from dragoman.explorer.errors import ReadOnly
    from dragoman.explorer.pages.review import keep
    from dragoman.explorer.state import Explorer

    with Store.open(store_path, create=False, read_only=True) as store:
        explorer = Explorer(Database(store, seconds=10), Settings(token="t" * 20))
        assert not explorer.db.writable
        form = {"document": "d2", "mention": coded[1].event_mentions[0].id, "decision": "confirm"}
        with pytest.raises(ReadOnly):
            keep(explorer, "Ada", form)


def test_the_sentence_around_words() -> None:
    text = "One is here. Two is there! Three\nFour"
    assert text[slice(*sentence_around(text, (13, 16)))] == "Two is there!"
    assert text[slice(*sentence_around(text, (0, 3)))] == "One is here."
    assert text[slice(*sentence_around(text, (33, 37)))] == "Four"


def test_parties_are_read_with_their_codes() -> None:
    from dragoman.explorer.pages.review import parties_of

    assert parties_of("Iran (IRN); rebels; the group (known as X);") == [
        {"text": "Iran", "code": "IRN"},
        {"text": "rebels", "code": ""},
        {"text": "the group (known as X)", "code": ""},
    ]
