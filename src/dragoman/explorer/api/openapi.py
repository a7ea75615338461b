"""The OpenAPI document: what can be asked for, in which words, and what is answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, get_args

from dragoman import ontology
from dragoman.explorer.asking import FILTERS
from dragoman.explorer.charts.timeline import UNITS
from dragoman.explorer.events import ORDERS
from dragoman.explorer.settings import MAX_EXPORT, MAX_ROWS, MAX_TEXT, MAX_VALUES
from dragoman.store.filters import Reviewed
from dragoman.store.reviews import DECISIONS
from dragoman.version import __version__

Schema = dict[str, Any]


@dataclass(frozen=True, slots=True)
class List:
    """A call that gives a list: its parameters beside the filters', and what it lists."""

    summary: str
    parameters: tuple[str, ...]
    row: str
    filters: bool = False


_PAGED = ("limit", "cursor", "format")
LISTS = {
    "events": List("Events", (*_PAGED, "sort"), "Event", True),
    "reports": List("Reports, the newest first", (*_PAGED, "q"), "Report"),
    "statements": List("Statements, the newest first", (*_PAGED, "speaker", "document"), "Statement"),
    "agreements": List(
        "Agreements, those that moved last first", (*_PAGED, "party", "kind", "status"), "Agreement"
    ),
    "relations": List("Lasting ties between actors", (*_PAGED, "actor"), "Relation"),
    "actors": List("Known actors, the most active first", (*_PAGED, "q"), "Actor"),
    "places": List("Places with their numbers of events", _PAGED, "Place", True),
    "pairs": List("Who acts on whom", (*_PAGED, "level"), "Pair", True),
    "timeline": List("Events by time and quad class", (*_PAGED, "unit"), "Bucket", True),
    "reviews": List("Decisions of reviewers, in order of time", (*_PAGED, "document"), "Review"),
}

_TEXT: Schema = {"type": "string", "maxLength": MAX_TEXT}
_WHEN = r"^\d{4}(-\d{2}(-\d{2})?)?$"
_MANY = (
    "actor",
    "recipient",
    "party",
    "mode",
    "cameo",
    "place",
    "according_to",
    "outlet",
    "document",
    "event",
)
_FILTER_SCHEMAS: dict[str, Schema] = {
    **{name: {"type": "array", "items": _TEXT} for name in _MANY},
    "type": {"type": "array", "items": {"type": "string", "enum": list(ontology.types())}},
    "mode": {"type": "array", "items": {"type": "string", "enum": sorted({m for _, m in ontology.modes()})}},
    "context": {"type": "array", "items": {"type": "string", "enum": list(ontology.contexts())}},
    "quad": {"type": "array", "items": {"type": "integer", "minimum": 1, "maximum": 4}},
    "status": {"type": "array", "items": {"type": "string", "enum": [*ontology.statuses(), "contested"]}},
    "since": {"type": "string", "pattern": _WHEN, "description": "first day: 2018, 2018-08 or 2018-08-27"},
    "until": {"type": "string", "pattern": _WHEN, "description": "last day, itself included"},
    "box": {"type": "string", "description": "west,south,east,north in degrees"},
    "text": {"type": "string", "maxLength": MAX_TEXT, "description": "words that the evidence must hold"},
    "text_in": {"type": "string", "enum": ["evidence", "report"]},
    "reviewed": {
        "type": "string",
        "enum": list(get_args(Reviewed)),
        "description": "the coder's record, only what reviewers confirmed, or all that they did not reject; "
        "the last two with their corrections",
    },
    "min_confidence": {"type": "number", "minimum": 0, "maximum": 1},
}
_OTHER_SCHEMAS: dict[str, Schema] = {
    "limit": {
        "type": "integer",
        "minimum": 1,
        "maximum": MAX_ROWS,
        "description": f"rows of a page; up to {MAX_EXPORT} for CSV and Parquet",
    },
    "cursor": {"type": "string", "description": "next_cursor of the page before"},
    "format": {"type": "string", "enum": ["json", "csv", "parquet"], "description": "stronger than Accept"},
    "sort": {
        "type": "string",
        "enum": [sign + name for name in ORDERS for sign in ("", "-")],
        "description": "with - the greatest first",
    },
    "q": {**_TEXT, "description": "words of the report, or of the actor's name"},
    "speaker": {**_TEXT, "description": "an actor's id"},
    "document": {**_TEXT, "description": "a report's id"},
    "actor": {**_TEXT, "description": "an actor's id"},
    "party": {**_TEXT, "description": "a country code, an actor's id or a part of a name"},
    "kind": _TEXT,
    "status": _TEXT,
    "level": {"type": "string", "enum": ["country", "actor"]},
    "unit": {"type": "string", "enum": list(UNITS)},
}


def _nullable(kind: str, **more: Any) -> Schema:
    return {"type": [kind, "null"], **more}


_S, _I, _N = _nullable("string"), _nullable("integer"), _nullable("number")
_D = _nullable("string", format="date")
_LIST: Schema = {"type": ["array", "null"], "items": {"type": "string"}}
_ENTITIES: Schema = {"type": "array", "items": {"$ref": "#/components/schemas/Entity"}}
_QUADS = {f"q{q}": {"type": "integer"} for q in (1, 2, 3, 4)}


def _object(properties: dict[str, Schema], required: Iterable[str] = ()) -> Schema:
    return {"type": "object", "properties": properties, "required": list(required)}


SCHEMAS: dict[str, Schema] = {
    "Entity": _object({"name": _S, "actor_id": _S, "country": _S, "sectors": _LIST, "office": _S}, ["name"]),
    "Event": _object(
        {
            "id": {"type": "string"},
            "event_type": {"type": "string", "enum": list(ontology.types())},
            "event_mode": _S,
            "contexts": _LIST,
            "cameo": _S,
            "quad_code": {"type": "integer", "minimum": 1, "maximum": 4},
            "quad": _S,
            "plover_score": _N,
            "goldstein": _N,
            "status": {"type": "string"},
            **dict.fromkeys(("date_start", "date_end", "first_reported", "last_reported"), _D),
            **dict.fromkeys(("place_name", "place_country", "place_admin1", "place_precision"), _S),
            "latitude": _N,
            "longitude": _N,
            **dict.fromkeys(("geonames_id", "n_mentions", "n_documents", "n_reports", "n_outlets"), _I),
            **{f"{what}_{end}": _I for what in ("killed", "injured", "size") for end in ("min", "max")},
            "asserted_by": _LIST,
            "denied_by": _LIST,
            "confidence": _N,
            "sentence": _S,
            "actors": _ENTITIES,
            "recipients": _ENTITIES,
        },
        ["id", "event_type", "quad_code", "status", "actors", "recipients"],
    ),
    "Report": _object(
        {
            "id": {"type": "string"},
            "title": _S,
            "published": _D,
            "outlet": _S,
            "url": _S,
            "language": _S,
            "n_mentions": _I,
        },
        ["id"],
    ),
    "Statement": _object(
        {
            "id": {"type": "string"},
            "document_id": {"type": "string"},
            **dict.fromkeys(
                ("text", "kind", "speaker", "speaker_id", "speaker_country", "speaker_office", "title"), _S
            ),
            "reported_by": _LIST,
            "about": _LIST,
            "published": _D,
        },
        ["id", "document_id"],
    ),
    "Agreement": _object(
        {
            "id": {"type": "string"},
            **dict.fromkeys(("kind", "subject", "status", "place_name", "place_country"), _S),
            **dict.fromkeys(("announced", "signed", "in_force"), _D),
            "n_mentions": _I,
            "parties": _ENTITIES,
        },
        ["id", "parties"],
    ),
    "Relation": _object(
        {
            "id": {"type": "string"},
            **dict.fromkeys(
                ("kind", "subject", "subject_id", "object", "object_id", "sentence", "document_id"), _S
            ),
            "date_start": _D,
            "date_end": _D,
        },
        ["id"],
    ),
    "Actor": _object({"actor_id": {"type": "string"}, "name": _S, "country": _S, "n": _I}, ["actor_id"]),
    "Place": _object(
        {"name": _S, "country": _S, "precision": _S, "latitude": _N, "longitude": _N, "n": _I, **_QUADS},
        ["n"],
    ),
    "Pair": _object({"source": _S, "target": _S, "n": _I, **_QUADS, "score": _N}, ["source", "target", "n"]),
    "Bucket": _object({"bucket": _D, "quad_code": _I, "n": _I, "score": _N}, ["bucket", "quad_code", "n"]),
    "Review": _object(
        {
            "id": {"type": "string"},
            "at": {"type": "string"},
            "reviewer": {"type": "string"},
            "document_id": {"type": "string"},
            "mention_id": {"type": "string"},
            "decision": {"type": "string", "enum": list(DECISIONS)},
            "undoes": _S,
            "coded": _nullable("object"),
            "put": _nullable("object"),
            "note": _S,
        },
        ["id", "reviewer", "document_id", "mention_id", "decision"],
    ),
    "Decision": {
        **_object(
            {
                "reviewer": {"type": "string", "minLength": 1, "maxLength": 80},
                "document": {"type": "string"},
                "mention": {"type": "string"},
                "decision": {"type": "string", "enum": list(DECISIONS)},
                "undoes": {"type": "string", "description": "for undo: the id of the decision"},
                "what": {"type": "string", "description": "for correct and add: TYPE or TYPE/mode"},
                "status": {"type": "string", "enum": list(ontology.statuses())},
                "actors": {"type": "string", "description": "names with codes: Iran (IRN); rebels"},
                "recipients": {"type": "string"},
                "place": {"type": "string"},
                "date": {"type": "string"},
                "field": {"type": "string", "enum": ["text", "title"]},
                "start": {"type": "integer", "minimum": 0},
                "end": {"type": "integer", "minimum": 0},
                "words": {"type": "string"},
                "note": {"type": "string"},
            },
            ["reviewer", "document", "decision"],
        ),
    },
    "Problem": _object(
        {
            "type": {"type": "string"},
            "title": {"type": "string"},
            "status": {"type": "integer"},
            "detail": {"type": "string"},
            "instance": {"type": "string"},
        },
        ["title", "status", "detail"],
    ),
}


def _parameter(name: str, schema: Schema) -> Schema:
    out: Schema = {"name": name, "in": "query", "required": False, "schema": dict(schema)}
    if "description" in schema:
        out["description"] = out["schema"].pop("description")
    if schema.get("type") == "array":
        out |= {"style": "form", "explode": True}
        out["schema"]["maxItems"] = MAX_VALUES
    return out


def _problems(*statuses: int) -> dict[str, Schema]:
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    meanings = {
        400: "a parameter that does not exist or has a value that it cannot have",
        401: "a token is needed",
        403: "a write without the token or from another site",
        404: "nothing by that id",
        406: "no form that the client takes",
        409: "the store cannot be written",
        413: "the request is too large",
        503: "the store did not answer in time",
    }
    return {str(s): {"description": meanings[s], "content": content} for s in statuses}


def _listed(call: List) -> Schema:
    filters = [_parameter(name, _FILTER_SCHEMAS[name]) for name in FILTERS] if call.filters else []
    own = [
        _parameter(name, _OTHER_SCHEMAS[name])
        for name in call.parameters
        if not (call.filters and name in FILTERS)
    ]
    body = _object(
        {
            "data": {"type": "array", "items": {"$ref": f"#/components/schemas/{call.row}"}},
            "next_cursor": _S,
            "total": {"type": "integer"},
        },
        ["data", "next_cursor"],
    )
    binary = {"schema": {"type": "string", "format": "binary"}}
    content = {
        "application/json": {"schema": body},
        "text/csv": {"schema": {"type": "string"}},
        "application/vnd.apache.parquet": binary,
    }
    return {
        "summary": call.summary,
        "parameters": [*filters, *own],
        "responses": {
            "200": {"description": "a page of rows", "content": content},
            **_problems(400, 401, 406, 413, 503),
        },
    }


def _single(summary: str, name: str, schema: Schema) -> Schema:
    return {
        "summary": summary,
        "parameters": [
            {"name": name, "in": "path", "required": True, "schema": {"type": "string", "minLength": 1}}
        ],
        "responses": {
            "200": {"description": summary, "content": {"application/json": {"schema": schema}}},
            **_problems(400, 401, 404, 413, 503),
        },
    }


def document(has_story: bool) -> Schema:
    """The OpenAPI 3.1 document of this server."""
    paths: dict[str, Schema] = {f"/api/v1/{name}": {"get": _listed(call)} for name, call in LISTS.items()}
    paths["/api/v1/events/{event_id}"] = {
        "get": _single("An event with its tellings", "event_id", {"$ref": "#/components/schemas/Event"})
    }
    anything = {"type": "object"}
    for path, summary in (
        ("reports/{document_id}", "A report as `dragoman code` prints it"),
        ("agreements/{agreement_id}", "An agreement with its parties and steps"),
        ("actors/{actor_id}", "An actor as the store and the knowledge base know it"),
    ):
        name = path.partition("{")[2].rstrip("}")
        paths[f"/api/v1/{path}"] = {"get": _single(summary, name, anything)}
    paths["/api/v1/facets"] = {
        "get": {
            "summary": "The commonest values of each facet",
            "parameters": [_parameter(n, _FILTER_SCHEMAS[n]) for n in FILTERS],
            "responses": {
                "200": {"description": "facets", "content": {"application/json": {"schema": anything}}},
                **_problems(400, 401, 413, 503),
            },
        }
    }
    paths["/api/v1/reviews"]["post"] = {
        "summary": "Keep a decision, or take one back",
        "security": [{"token": []}],
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Decision"}}},
        },
        "responses": {
            "201": {
                "description": "kept",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Review"}}},
            },
            "204": {"description": "taken back"},
            **_problems(400, 401, 403, 404, 409, 413),
        },
    }
    about = (
        "Events resolved from many tellings." if has_story else "Each mention stands for an event of its own."
    )
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "dragoman",
            "version": __version__,
            "description": f"Who did what to whom, when, where, and according to whom. {about}",
        },
        "paths": paths,
        "components": {
            "schemas": SCHEMAS,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }
