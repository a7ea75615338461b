"""The API gives what the pages show, a page at a time, in the form that is asked for."""

from __future__ import annotations

import contextlib
import csv
import io

import httpx
import pyarrow.parquet as pq
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.explorer.conftest import Server

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


def _all(client: httpx.Client, path: str, **parameters: object) -> list[dict]:  # type: ignore[type-arg]
    rows, cursor = [], None
    for _ in range(50):
        answer = client.get(path, params={**parameters, "limit": 2, **({"cursor": cursor} if cursor else {})})
        assert answer.status_code == 200, answer.text
        body = answer.json()
        rows += body["data"]
        assert len(body["data"]) <= 2
        cursor = body["next_cursor"]
        if cursor is None:
            return rows
        if path.endswith(("events", "reports")):
            assert 'rel="next"' in answer.headers["link"]
    raise AssertionError("the pages do not end")


@pytest.mark.parametrize(
    "sort", ["date", "-date", "-confidence", "place", "type", "-mentions", "score", "-killed"]
)
def test_pages_hold_every_event_once(client: httpx.Client, sort: str) -> None:
    whole = client.get("/api/v1/events", params={"limit": 100, "sort": sort}).json()
    paged = _all(client, "/api/v1/events", sort=sort)
    assert [e["id"] for e in paged] == [e["id"] for e in whole["data"]]
    assert len(paged) == whole["total"]


@pytest.mark.parametrize(
    "path", ["reports", "statements", "actors", "places", "pairs", "timeline", "reviews"]
)
def test_other_lists_page_too(client: httpx.Client, path: str) -> None:
    whole = client.get(f"/api/v1/{path}", params={"limit": 100}).json()["data"]
    assert _all(client, f"/api/v1/{path}") == whole


def test_the_accepted_form_is_given(client: httpx.Client) -> None:
    events = client.get("/api/v1/events", params={"limit": 100}).json()["data"]
    text = client.get("/api/v1/events", headers={"accept": "text/csv"})
    assert text.headers["content-type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(text.text)))
    assert [r["id"] for r in rows] == [e["id"] for e in events]
    assert rows[0]["actors_name"] == ";".join(a["name"] for a in events[0]["actors"])
    columns = client.get(
        "/api/v1/events", headers={"accept": "application/vnd.apache.parquet;q=0.9, text/csv;q=0.1"}
    )
    assert pq.read_table(io.BytesIO(columns.content)).num_rows == len(events)
    assert client.get("/api/v1/events", headers={"accept": "image/png"}).status_code == 406


def test_one_of_each_can_be_read(client: httpx.Client) -> None:
    event = client.get("/api/v1/events", params={"status": "contested"}).json()["data"][0]
    assert client.get(f"/api/v1/events/{event['id']}").json()["tellings"]
    assert client.get("/api/v1/reports/d1").json()["event_mentions"]
    assert client.get("/api/v1/actors/country:SYR").json()["knowledge"]["name"] == "Syria"
    facets = client.get("/api/v1/facets").json()
    assert sum(f["n"] for f in facets["facets"]["type"]) == facets["total"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/v1/events?limit=0", 400),
        ("/api/v1/events?limit=1001", 400),
        ("/api/v1/events?cursor=nonsense", 400),
        ("/api/v1/events?cursor=W10", 400),
        ("/api/v1/events?format=xml", 400),
        ("/api/v1/events?unknown=1", 400),
        ("/api/v1/events?box=1,2", 400),
        ("/api/v1/timeline?unit=decade", 400),
        ("/api/v1/reports/none", 404),
        ("/api/v1/nothing", 404),
    ],
)
def test_errors_are_problem_documents(client: httpx.Client, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    body = answer.json()
    assert body["status"] == status
    assert body["detail"]
    assert body["title"]


def test_a_decision_can_be_kept_and_taken_back(writer: httpx.Client) -> None:
    mention = writer.get("/api/v1/reports/d2").json()["event_mentions"][0]["id"]
    decision = {
        "reviewer": "Ada",
        "document": "d2",
        "mention": mention,
        "decision": "correct",
        "what": "COERCE/seize",
        "actors": "Syrian army (SYR)",
        "status": "asserted",
    }
    kept = writer.post("/api/v1/reviews", json=decision)
    assert kept.status_code == 201
    assert kept.json()["put"]["event_mode"] == "seize"
    assert writer.post("/api/v1/reviews", json=decision | {"what": "DANCE"}).status_code == 400
    assert writer.post("/api/v1/reviews", json=decision | {"mention": "none"}).status_code == 404
    undo = {"reviewer": "Ada", "document": "d2", "decision": "undo", "undoes": kept.json()["id"]}
    assert writer.post("/api/v1/reviews", json=undo).status_code == 204
    assert [r["decision"] for r in writer.get("/api/v1/reviews").json()["data"]] == ["correct", "undo"]
    assert writer.post("/api/v1/reviews", json=undo).status_code == 404


@pytest.mark.parametrize("mode", list(GenerationMode))
def test_generated_requests_are_answered_as_the_description_says(
    server: Server, mode: GenerationMode
) -> None:
    """Schemathesis makes requests from the OpenAPI document, right ones and wrong ones."""
    schema = schemathesis.openapi.from_url(f"{server.url}/api/v1/openapi.json")
    tried = 0
    for result in schema.get_all_operations():
        operation = result.ok()
        tried += 1
        if mode is GenerationMode.NEGATIVE and "{" in operation.path:
            continue  # any text is an id that may be asked for

        @given(case=operation.as_strategy(generation_mode=mode))
        @settings(max_examples=5, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        def call(case: schemathesis.Case) -> None:
            answer = case.call(timeout=20)
            case.validate_response(answer, checks=CHECKS)

        with contextlib.suppress(Unsatisfiable):  # a call without parameters cannot be asked wrongly
            call()
    assert tried >= 15
