"""Full-text search: an index that grows with the store, and the ranking of what it finds.

DuckDB's own extension for this is a download, and makes its index anew for every change; this
one is two plain tables.  Reports are ranked by BM25.
"""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

from dragoman.store.filters import documents_holding
from dragoman.store.ingest_tables import SEARCH_TABLES
from dragoman.store.words import raw_words, stemmed, terms

K1, B = 1.2, 0.75
"""BM25's usual settings: how soon repeats stop counting, how much length counts."""


@dataclass(frozen=True, slots=True)
class Found:
    """A report with its score; higher is closer to what was asked."""

    document_id: str
    score: float


def index(connection: duckdb.DuckDBPyConnection, source: str) -> None:
    """Add the reports of ``source`` (a table or view with ``id``, ``title`` and ``text``) to the index."""
    words = raw_words("concat_ws(' ', title, text)")
    connection.execute(
        f"""INSERT INTO search_index
        WITH words AS (
          SELECT id, word, count(*) AS count
          FROM (SELECT id, unnest({words}) AS word FROM {source}) GROUP BY id, word
        ), stems AS (
          SELECT word, {stemmed("[word]")}[1] AS term FROM (SELECT DISTINCT word FROM words)
        )
        SELECT id, term, sum(count) FROM words JOIN stems USING (word) GROUP BY id, term ORDER BY id, term"""
    )
    connection.execute(f"INSERT INTO search_lengths SELECT id, len({words}) FROM {source}")


def forget(connection: duckdb.DuckDBPyConnection, documents: list[str]) -> None:
    """Take reports out of the index."""
    for table in SEARCH_TABLES:
        connection.execute(f"DELETE FROM {table} WHERE document_id IN (SELECT unnest($1))", [documents])


def rebuild(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the index anew from the documents."""
    for table in SEARCH_TABLES:
        connection.execute(f"DELETE FROM {table}")
    index(connection, "documents")


def ranked(words: str) -> str:
    """SQL for ``document_id, score`` of the reports that hold all words of the SQL text ``words``."""
    return f"""SELECT i.document_id,
      sum(ln(1 + (n.documents - f.held + 0.5) / (f.held + 0.5))
          * i.count * {K1 + 1} / (i.count + {K1} * ({1 - B} + {B} * l.length / n.length))) AS score
    FROM search_index i
    JOIN (SELECT term, count(*) AS held FROM search_index
          WHERE list_contains({terms(words)}, term) GROUP BY term) f USING (term)
    JOIN search_lengths l USING (document_id),
      (SELECT count(*) AS documents, greatest(avg(length), 1) AS length FROM search_lengths) n
    WHERE i.document_id IN ({documents_holding(words)})
    GROUP BY i.document_id"""


def search(connection: duckdb.DuckDBPyConnection, words: str, *, limit: int = 50) -> list[Found]:
    """The reports that hold all of ``words``, best first, at most ``limit`` of them."""
    sql = f"SELECT * FROM ({ranked('$words')}) ORDER BY score DESC, document_id LIMIT $limit"
    rows = connection.execute(sql, {"words": words, "limit": limit}).fetchall()
    return [Found(*row) for row in rows]
