"""The explorer over a store of a million made-up events: how long the first view and filters take.

    python benchmarks/explorer.py [--events 1000000] [--store FILE]

The store is made by SQL from numbers alone (nothing in it happened) and kept where ``--store`` names a
file.  Each page is asked for twice: first with nothing remembered, then again.
"""

from __future__ import annotations

import argparse
import socket
import tempfile
import threading
import time
from pathlib import Path

import duckdb
import httpx
import uvicorn

from dragoman import ontology
from dragoman.explorer import Settings, create_app
from dragoman.explorer.app import warm
from dragoman.store import Store
from dragoman.store.search import rebuild

PAGES = (
    ("overview", "/"),
    ("table, unfiltered", "/events"),
    ("table, page 400", "/events?page=400"),
    ("table, sorted by outlets", "/events?sort=-outlets"),
    ("one country", "/events?actor=IRN"),
    ("a pair since a day", "/events?actor=IRN&recipient=SYR&since=2019-05"),
    ("type and status", "/events?type=ASSAULT&status=denied"),
    ("words in the evidence", "/events?text=ceasefire+talks"),
    ("part of a name", "/events?party=minister"),
    ("according to", "/events?according_to=Agency+3"),
    ("map", "/map"),
    ("timeline", "/timeline"),
    ("network", "/network"),
    ("pair", "/pair?a=IRN&b=SYR"),
    ("API page", "/api/v1/events?limit=100"),
)
COUNTRIES = "IRN SYR USA RUS CHN TUR ISR EGY SAU IRQ FRA GBR DEU IND PAK UKR POL NGA ETH SDN".split()
WORDS = "ceasefire talks minister army border police market port aid convoy court election strike".split()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--store", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = arguments.store or Path(folder, "million.duckdb")
        if not path.exists():
            started = time.perf_counter()
            make(path, arguments.events)
            print(f"made {path} in {time.perf_counter() - started:.0f} s, {path.stat().st_size / 1e6:.0f} MB")
        measure(path)


def make(path: Path, events: int) -> None:
    """A store of ``events`` events, a fifth of them told twice, in a fifth as many reports."""
    with Store.open(path) as store:
        c = store.connection
        kinds = [(t.name, t.quad_code, t.quad, t.plover_score) for t in ontology.types().values()]
        c.execute("CREATE TEMP TABLE kinds (name VARCHAR, quad_code TINYINT, quad VARCHAR, score DOUBLE)")
        c.executemany("INSERT INTO kinds VALUES (?, ?, ?, ?)", kinds)
        c.execute("CREATE TEMP TABLE kind AS SELECT row_number() OVER () - 1 AS n, * FROM kinds")
        c.execute(f"CREATE TEMP MACRO country(n) AS {COUNTRIES!r}[1 + (n % {len(COUNTRIES)})::INT]")
        c.execute(f"CREATE TEMP MACRO word(n) AS coalesce({WORDS!r}[1 + (n % 500)::INT], 'topic' || n % 500)")
        c.execute("CREATE TEMP MACRO draw(i, salt) AS (hash(i * 31 + salt) % 1000003)::BIGINT")
        c.execute("INSERT INTO runs VALUES (1, '0', '0', '0', '0', now()::TIMESTAMP, now()::TIMESTAMP, 0)")
        _documents(c, max(1, events // 5))
        _events(c, events)
        _parties(c, events)
        rebuild(c)


def _documents(c: duckdb.DuckDBPyConnection, n: int) -> None:
    c.execute(
        f"""INSERT INTO documents BY NAME SELECT 'd' || i AS id,
          'Report ' || i || ' on the ' || word(i) AS title,
          DATE '2010-01-01' + (i * 5000 // {n})::INT AS published, 'Outlet ' || draw(i, 1) % 300 AS outlet,
          'en' AS language, 'The ' || word(draw(i, 2)) || ' and the ' || word(draw(i, 3)) || ' at place '
          || draw(i, 4) % 900 AS text, []::VARCHAR[] AS authors, []::VARCHAR[] AS notes, 1 AS run,
          'x' || i AS digest FROM range({n}) t(i)"""
    )


def _events(c: duckdb.DuckDBPyConnection, n: int) -> None:
    reports = max(1, n // 5)
    c.execute(
        f"""CREATE TEMP TABLE happened AS SELECT i, 'e' || lpad(i::VARCHAR, 8, '0') AS id,
          k.name AS event_type, NULL AS event_mode, ['military'] AS contexts, '010' AS cameo,
          k.quad_code, k.quad,
          k.score AS plover_score, k.score AS goldstein,
          ['asserted', 'asserted', 'asserted', 'denied', 'future', 'contested'][1 + draw(i, 5) % 6] AS status,
          DATE '2010-01-01' + (i * 5000 // {n})::INT AS date_start, 'Town ' || draw(i, 6) % 900 AS place_name,
          country(draw(i, 6)) AS place_country, -40 + (draw(i, 6) % 900) / 9.0 AS latitude,
          -150 + (draw(i, 6) * 7 % 900) / 3.0 AS longitude, draw(i, 6) % 900 AS geonames_id,
          'city' AS place_precision, 1 + (i % 5 = 0)::INT AS n_mentions,
          draw(i, 7) % 100 / 100.0 AS confidence, i * {reports} // {n} AS report,
          'The ' || word(draw(i, 8)) || ' of ' || country(draw(i, 9)) || ' spoke of the ' || word(draw(i, 10))
          || ' and the ' || word(draw(i, 11)) AS sentence
        FROM range({n}) t(i) JOIN kind k ON k.n = draw(i, 12) % 16"""
    )
    c.execute(
        """INSERT INTO events BY NAME SELECT * EXCLUDE (i, report), date_start AS date_end,
          n_mentions AS n_documents, n_mentions AS n_reports, n_mentions AS n_outlets,
          date_start AS first_reported, date_start AS last_reported,
          ['Agency ' || draw(i, 13) % 50] AS asserted_by, []::VARCHAR[] AS denied_by
        FROM happened ORDER BY i"""
    )
    c.execute(
        """CREATE TEMP TABLE told AS SELECT h.*, r.n AS telling, 'd' || (report + r.n) AS document_id
        FROM happened h, range(n_mentions) r(n) WHERE 'd' || (report + r.n) IN (SELECT id FROM documents)"""
    )
    c.execute(
        """CREATE TEMP TABLE placed AS SELECT *, id || '-' || telling AS mention_id,
          (row_number() OVER (PARTITION BY document_id ORDER BY i, telling) - 1)::INT AS position FROM told"""
    )
    c.execute(
        """INSERT INTO event_mentions BY NAME SELECT document_id, position, mention_id AS id, event_type,
          event_mode, contexts, cameo, quad_code, quad, plover_score, goldstein, status, confidence,
          date_start, date_start AS date_end, 'text' AS date_basis, place_name, place_country,
          latitude, longitude,
          geonames_id, place_precision, [] AS magnitude_spans, 'text' AS field, sentence,
          0 AS sentence_start, 3 AS sentence_end, 0 AS trigger_start, 3 AS trigger_end
        FROM placed ORDER BY document_id, position"""
    )
    c.execute(
        "INSERT INTO event_members BY NAME SELECT id AS event_id, mention_id, document_id, "
        "position AS mention, telling = 0 AS central, 1.0 AS similarity FROM placed ORDER BY i"
    )


def _parties(c: duckdb.DuckDBPyConnection, n: int) -> None:
    for role, salt in (("actor", 20), ("recipient", 30)):
        entity = f"""'The minister ' || draw(i, {salt}) % 4000 AS name,
          'person:p' || draw(i, {salt}) % 4000 AS actor_id, country(draw(i, {salt})) AS country,
          ['GOV'] AS sectors, NULL AS office"""
        c.execute(
            f"INSERT INTO event_actors BY NAME SELECT id AS event_id, '{role}' AS role, "
            f"0 AS position, {entity} FROM happened ORDER BY i"
        )
        c.execute(
            f"INSERT INTO mention_actors BY NAME SELECT document_id, placed.position AS mention, "
            f"'{role}' AS role, 0 AS position, {entity}, [] AS candidates "
            "FROM placed ORDER BY document_id, mention"
        )
    c.execute(
        "INSERT INTO mention_actors BY NAME SELECT document_id, placed.position AS mention, "
        "'attribution' AS role, 0 AS position, 'Agency ' || draw(i, 13) % 50 AS name, [] AS sectors, "
        "[] AS candidates FROM placed "
        "ORDER BY document_id, mention"
    )


def measure(path: Path) -> None:
    """Serve the store and ask for each page twice."""
    listening = socket.create_server(("127.0.0.1", 0))
    started = time.perf_counter()
    app = create_app(path, Settings(port=listening.getsockname()[1], token="x" * 20))
    print(f"opened in {time.perf_counter() - started:.2f} s")
    started = time.perf_counter()
    warm(app.state.explorer)
    print(f"warm after {time.perf_counter() - started:.2f} s (it answers meanwhile)")
    server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    print(f"{'page':28}{'first':>9}{'again':>9}{'size':>10}")
    with httpx.Client(base_url=f"http://127.0.0.1:{listening.getsockname()[1]}", timeout=120) as client:
        for name, address in PAGES:
            times = []
            for _ in range(2):
                asked = time.perf_counter()
                answer = client.get(address)
                times.append(time.perf_counter() - asked)
            answer.raise_for_status()
            size = int(answer.headers.get("content-length", 0)) or len(answer.content)
            print(f"{name:28}{times[0]:8.2f}s{times[1]:8.2f}s{size / 1000:8.0f}kB")
    server.should_exit = True
    thread.join(10)


if __name__ == "__main__":
    main()
