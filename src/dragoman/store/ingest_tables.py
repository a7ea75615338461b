"""The tables of reading in: which inputs were read how far, and the index of the full-text search."""

from __future__ import annotations

from dragoman.store.columns import Column, Table

INGEST_TABLES = (
    Table(
        "sources",
        "Files that were read, and how far; ``dragoman ingest`` goes on where it stopped.",
        (
            Column("file", "VARCHAR", "", "PRIMARY KEY"),
            Column("fingerprint", "VARCHAR", "hash over the file's size and time, the options and the coder"),
            Column(
                "items", "BIGINT", "reports and rejected pieces that are in the store, and what was skipped"
            ),
            Column("documents", "BIGINT", "reports among them"),
            Column("rejected", "BIGINT", "pieces that could not be read"),
            Column("complete", "BOOLEAN", "read to its end"),
            Column("run", "INTEGER", "the run that read it last"),
            Column("at", "TIMESTAMP", "in UTC"),
        ),
    ),
    Table(
        "search_index",
        "How often each report (title and text) holds each word, endings taken off.",
        (
            Column("document_id", "VARCHAR"),
            Column("term", "VARCHAR"),
            Column("count", "INTEGER"),
        ),
    ),
    Table(
        "search_lengths",
        "How many words each report has, for the ranking.",
        (Column("document_id", "VARCHAR"), Column("length", "INTEGER")),
    ),
)
SEARCH_TABLES = ("search_index", "search_lengths")
