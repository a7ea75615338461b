"""The tables of the story: near-duplicate reports, events, agreements.

All of them are made from the other tables by ``dragoman.story`` and can be made again with
``dragoman story rebuild``.  Those whose name begins with ``story_`` are its own notes.
"""

from __future__ import annotations

from dragoman.store.columns import COLUMNS_OF_ENTITY, HASHES, TEXTS, Column, Table

_ENTITY = tuple(
    column
    for column in COLUMNS_OF_ENTITY
    if column.name in ("name", "actor_id", "country", "sectors", "office")
)

_EVENTS = Table(
    "events",
    "What happened, told once, from all mentions of it in all reports.",
    (
        Column("id", "VARCHAR", "from the earliest mention; the same in any order of arrival"),
        Column("event_type", "VARCHAR", "PLOVER type"),
        Column("event_mode", "VARCHAR", "PLOVER mode"),
        Column("contexts", TEXTS, "PLOVER contexts of any mention"),
        Column("cameo", "VARCHAR", "CAMEO code"),
        Column("quad_code", "TINYINT", "1 to 4"),
        Column("quad", "VARCHAR"),
        Column("plover_score", "DOUBLE", "-10 to +10"),
        Column("goldstein", "DOUBLE", "-10 to +10"),
        Column(
            "status",
            "VARCHAR",
            "asserted, contested (some assert it, others deny it), denied, future, hypothetical, "
            "historical or negated",
        ),
        Column("date_start", "DATE", "the day or days that most mentions give"),
        Column("date_end", "DATE"),
        Column("place_name", "VARCHAR", "the closest place that most mentions give"),
        Column("place_country", "VARCHAR"),
        Column("place_admin1", "VARCHAR"),
        Column("latitude", "DOUBLE"),
        Column("longitude", "DOUBLE"),
        Column("geonames_id", "BIGINT"),
        Column("place_precision", "VARCHAR", "city, region, country or feature"),
        Column("n_mentions", "INTEGER", "tellings, several in one report counted each"),
        Column("n_documents", "INTEGER", "reports that tell of it"),
        Column("n_reports", "INTEGER", "the same, near-duplicates counted once"),
        Column("n_outlets", "INTEGER", "different outlets that are known by name or address"),
        Column("first_reported", "DATE", "publication of the earliest report"),
        Column("last_reported", "DATE"),
        Column("killed_min", "BIGINT", "the lowest number that a mention gives"),
        Column("killed_max", "BIGINT", "the highest"),
        Column("injured_min", "BIGINT"),
        Column("injured_max", "BIGINT"),
        Column("size_min", "BIGINT", "people taking part"),
        Column("size_max", "BIGINT"),
        Column("asserted_by", TEXTS, "nearest sources of the mentions that say it happened"),
        Column("denied_by", TEXTS, "nearest sources of the mentions that say it did not"),
        Column("confidence", "DOUBLE", "the highest of its mentions"),
        Column("sentence", "VARCHAR", "the sentence of its most telling mention"),
    ),
)

_AGREEMENTS = Table(
    "agreements",
    "Agreements with where they stand after the last step that is known.",
    (
        Column("id", "VARCHAR"),
        Column("kind", "VARCHAR", "defence, trade, ceasefire, peace, aid, energy …"),
        Column("subject", "VARCHAR", "the words that say what it is about"),
        Column("status", "VARCHAR", "the last step"),
        Column("place_name", "VARCHAR"),
        Column("place_country", "VARCHAR"),
        Column("announced", "DATE"),
        Column("signed", "DATE"),
        Column("in_force", "DATE"),
        Column("n_mentions", "INTEGER"),
    ),
)

STORY_TABLES = (
    _EVENTS,
    Table(
        "event_members",
        "Which mentions make an event; each mention belongs to one.",
        (
            Column("event_id", "VARCHAR"),
            Column("mention_id", "VARCHAR"),
            Column("document_id", "VARCHAR"),
            Column("mention", "INTEGER", "position of the mention in the document"),
            Column("central", "BOOLEAN", "true for the one that the others were held against"),
            Column("similarity", "DOUBLE", "to the central one, 0 to 1"),
        ),
    ),
    Table(
        "event_actors",
        "Who takes part in an event, by how many mentions name them.",
        (
            Column("event_id", "VARCHAR"),
            Column("role", "VARCHAR", "actor or recipient"),
            Column("position", "INTEGER", "from 0, named most often first"),
            *_ENTITY,
            Column("n_mentions", "INTEGER", "mentions of the event that name them"),
        ),
    ),
    Table(
        "document_groups",
        "Near-duplicate reports: every report belongs to one group, most are alone in theirs.",
        (
            Column("document_id", "VARCHAR"),
            Column("group_id", "VARCHAR", "id of the group's earliest report"),
            Column("similarity", "DOUBLE", "share of the words in a row that both have, 0 to 1"),
        ),
    ),
    _AGREEMENTS,
    Table(
        "agreement_parties",
        "Who made an agreement.",
        (Column("agreement_id", "VARCHAR"), Column("position", "INTEGER"), *_ENTITY),
    ),
    Table(
        "agreement_steps",
        "What became of an agreement, with the mention that says so.",
        (
            Column("agreement_id", "VARCHAR"),
            Column(
                "step",
                "VARCHAR",
                "announced, signed, ratified, in force, suspended, withdrawn or denied",
            ),
            Column("date", "DATE"),
            Column("event_id", "VARCHAR", "the event that the mention belongs to"),
            Column("mention_id", "VARCHAR"),
            Column("document_id", "VARCHAR"),
            Column("mention", "INTEGER", "position of the mention in the document"),
            Column("sentence", "VARCHAR"),
            Column("according_to", "VARCHAR", "the nearest source"),
        ),
    ),
    Table(
        "story_steps",
        "Mentions that say what became of an agreement, before it is known which one.",
        (
            Column("event_id", "VARCHAR"),
            Column("document_id", "VARCHAR"),
            Column("mention", "INTEGER"),
            Column("step", "VARCHAR"),
            Column("kind", "VARCHAR"),
            Column("subject", "VARCHAR"),
            Column("date", "DATE"),
            Column("parties", TEXTS, "countries, ids or names"),
        ),
    ),
    Table(
        "story_signatures",
        "The words of a report in brief, by which near-duplicates are found.",
        (
            Column("document_id", "VARCHAR"),
            Column("signature", HASHES),
            Column("digest", "VARCHAR", "of the record as the story knows it"),
        ),
    ),
    Table(
        "story_bands",
        "Pieces of signatures: reports that share one are compared.",
        (
            Column("band", "BIGINT"),
            Column("document_id", "VARCHAR"),
            Column("day", "DATE", "of publication; none where the day is of no account"),
        ),
    ),
    Table(
        "story_blocks",
        "Mentions that share one of these may tell of the same event.",
        (Column("block", "BIGINT"), Column("document_id", "VARCHAR"), Column("mention", "INTEGER")),
    ),
)
