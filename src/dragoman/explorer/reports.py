"""Reports, actors, agreements and statements as the pages and the API show them."""

from __future__ import annotations

from typing import Any

from dragoman.explorer.database import Database, Row
from dragoman.store.filters import documents_holding

_HEAD = "d.id, d.title, d.published, d.outlet, d.url, d.language"


def overview_counts(db: Database) -> Row:
    """How much the store holds, and from when to when it was published."""
    counts = {
        "reports": "SELECT count(*) FROM documents",
        "mentions": "SELECT count(*) FROM event_mentions",
        "events": "SELECT count(*) FROM x.events",
        "statements": "SELECT count(*) FROM statements",
    }
    if "agreements" in db.tables:
        counts["agreements"] = "SELECT count(*) FROM agreements"
    columns = ", ".join(f"({sql}) AS {name}" for name, sql in counts.items())
    sql = f"SELECT {columns}, min(published) AS first, max(published) AS last FROM documents"
    return db.kept_rows(sql)[0]


# --- tellings -------------------------------------------------------------------------------------


def tellings(db: Database, event_id: str, *, most: int = 200) -> list[Row]:
    """The mentions of an event with the reports that they stand in, the earliest report first."""
    return db.rows(
        f"""SELECT t.mention_id, t.document_id, t.mention, {_HEAD} FROM x.members t
        JOIN documents d ON d.id = t.document_id WHERE t.event_id = $id
        ORDER BY d.published, d.id, t.mention LIMIT {int(most)}""",
        {"id": event_id},
    )


def event_of(db: Database, mention_id: str) -> str | None:
    """The event that a mention belongs to."""
    sql = "SELECT event_id FROM x.members WHERE mention_id = $id LIMIT 1"
    row = db.row(sql, {"id": mention_id})
    return str(row["event_id"]) if row else None


def events_of(db: Database, document_id: str) -> dict[int, str]:
    """The event of each mention of a report, by the mention's position."""
    sql = "SELECT mention, event_id FROM x.members WHERE document_id = $id"
    return {row["mention"]: row["event_id"] for row in db.rows(sql, {"id": document_id})}


# --- reports --------------------------------------------------------------------------------------


def reports(
    db: Database, *, text: str = "", limit: int, offset: int = 0, after: tuple[Any, str] | None = None
) -> list[Row]:
    """Reports that hold all the words of ``text``, the newest first, with how many mentions each holds."""
    conditions: list[str] = ["true"]
    parameters: dict[str, Any] = {}
    day = "coalesce(d.published, DATE '0001-01-01')"
    if after is not None:
        at = "CAST($at_value AS DATE)"
        conditions.append(f"({day} < {at} OR ({day} = {at} AND d.id > $at_id))")
        parameters |= {"at_value": after[0], "at_id": after[1]}
    if text:
        conditions.append(f"d.id IN ({documents_holding('$words')})")
        parameters["words"] = text
    return db.rows(
        f"""WITH page AS (SELECT {_HEAD}, {day} AS sort_value FROM documents d
          WHERE {" AND ".join(conditions)} ORDER BY {day} DESC, d.id LIMIT {int(limit)} OFFSET {int(offset)})
        SELECT page.*, (SELECT count(*) FROM event_mentions m WHERE m.document_id = page.id) AS n_mentions
        FROM page ORDER BY sort_value DESC, id""",
        parameters,
    )


def near_duplicates(db: Database, document_id: str) -> list[Row]:
    """The other reports of a report's near-duplicate group."""
    if "document_groups" not in db.tables:
        return []
    return db.rows(
        f"""SELECT {_HEAD}, g.similarity FROM document_groups g JOIN documents d ON d.id = g.document_id
        WHERE g.group_id = (SELECT group_id FROM document_groups WHERE document_id = $id LIMIT 1)
          AND g.document_id <> $id ORDER BY d.published, d.id LIMIT 50""",
        {"id": document_id},
    )


# --- actors ---------------------------------------------------------------------------------------


def actors(db: Database, *, text: str = "", limit: int, offset: int = 0) -> list[Row]:
    """Known actors with how many events name them, the most active first."""
    named = "AND contains(lower(strip_accents(p.name)), lower(strip_accents($text)))" if text else ""
    return db.kept_rows(
        f"""SELECT p.actor_id, mode(p.name) AS name, mode(p.country) AS country,
          count(DISTINCT p.event_id) AS n
        FROM x.parties p WHERE p.actor_id IS NOT NULL {named}
        GROUP BY p.actor_id ORDER BY n DESC, p.actor_id LIMIT {int(limit)} OFFSET {int(offset)}""",
        {"text": text} if text else {},
    )


def actor(db: Database, actor_id: str) -> Row | None:
    """What the store's reports call an actor, its offices as they give them, and its statements' number."""
    found = db.row(
        """SELECT mode(name) AS name, mode(country) AS country, list(DISTINCT name) AS names,
          count(DISTINCT document_id) AS n_reports, min(d.published) AS first, max(d.published) AS last
        FROM actors a JOIN documents d ON d.id = a.document_id WHERE a.actor_id = $id""",
        {"id": actor_id},
    )
    if found is None or found["name"] is None:
        found = db.row(
            """SELECT mode(name) AS name, mode(country) AS country, list(DISTINCT name) AS names,
              count(DISTINCT document_id) AS n_reports, min(d.published) AS first, max(d.published) AS last
            FROM mention_actors a JOIN documents d ON d.id = a.document_id WHERE a.actor_id = $id""",
            {"id": actor_id},
        )
    if found is None or found["name"] is None:
        return None
    found["offices"] = db.rows(
        """SELECT office, min(d.published) AS first, max(d.published) AS last, count(DISTINCT d.id) AS n
        FROM (SELECT document_id, office, actor_id FROM actors
              UNION ALL SELECT document_id, office, actor_id FROM mention_actors) a
        JOIN documents d ON d.id = a.document_id WHERE a.actor_id = $id AND office IS NOT NULL
        GROUP BY office ORDER BY first, office""",
        {"id": actor_id},
    )
    return found


def statements(
    db: Database, *, speaker: str | None = None, document: str | None = None, limit: int = 50, offset: int = 0
) -> list[Row]:
    """Statements of a speaker (an actor's id), or of a report."""
    conditions = ["true"]
    parameters: dict[str, Any] = {}
    if speaker:
        conditions.append("s.speaker.actor_id = $speaker")
        parameters["speaker"] = speaker
    if document:
        conditions.append("s.document_id = $document")
        parameters["document"] = document
    return db.rows(
        f"""SELECT s.id, s.document_id, s.text, s.kind, s.field, s.span_start, s.span_end,
          s.speaker.name AS speaker, s.speaker.actor_id AS speaker_id, s.speaker.country AS speaker_country,
          s.speaker.office AS speaker_office,
          list_transform(s.reported_by, lambda e: e.name) AS reported_by, s.about,
          d.title, d.published, d.outlet, d.url
        FROM statements s JOIN documents d ON d.id = s.document_id WHERE {" AND ".join(conditions)}
        ORDER BY d.published DESC, s.document_id, s.position LIMIT {int(limit)} OFFSET {int(offset)}""",
        parameters,
    )


def relations(
    db: Database, *, actor_id: str | None = None, document: str | None = None, limit: int = 100
) -> list[Row]:
    """Lasting ties between actors, as reports state them."""
    if "relations" not in db.tables:
        return []
    conditions, parameters = ["true"], {}
    if actor_id:
        conditions.append("(r.subject.actor_id = $actor OR r.object.actor_id = $actor)")
        parameters["actor"] = actor_id
    if document:
        conditions.append("r.document_id = $document")
        parameters["document"] = document
    return db.rows(
        f"""SELECT r.id, r.kind, r.subject.name AS subject, r.subject.actor_id AS subject_id,
          r.object.name AS object, r.object.actor_id AS object_id, r.date_start, r.date_end, r.sentence,
          r.document_id,
          d.published, d.outlet, d.title
        FROM relations r JOIN documents d ON d.id = r.document_id WHERE {" AND ".join(conditions)}
        ORDER BY r.date_start DESC, r.id LIMIT {int(limit)}""",
        parameters,
    )


# --- agreements -----------------------------------------------------------------------------------


def agreements(
    db: Database, *, party: str = "", kind: str = "", status: str = "", limit: int = 50, offset: int = 0
) -> list[Row]:
    """Agreements with their parties, those that moved last first."""
    if "agreements" not in db.tables:
        return []
    conditions, parameters = ["true"], {}
    if party:
        conditions.append(
            """EXISTS (FROM agreement_parties p WHERE p.agreement_id = a.id AND (p.country = $party
            OR p.actor_id = $party OR contains(lower(p.name), lower($party))))"""
        )
        parameters["party"] = party
    for column, value in (("kind", kind), ("status", status)):
        if value:
            conditions.append(f"a.{column} = ${column}")
            parameters[column] = value
    rows = db.rows(
        f"""SELECT a.*, s.moved FROM agreements a LEFT JOIN
          (SELECT agreement_id, max(date) AS moved FROM agreement_steps GROUP BY agreement_id) s
          ON s.agreement_id = a.id
        WHERE {" AND ".join(conditions)}
        ORDER BY s.moved DESC NULLS LAST, a.id LIMIT {int(limit)} OFFSET {int(offset)}""",
        parameters,
    )
    return [{**row, "parties": agreement_parties(db, row["id"])} for row in rows]


def agreement_parties(db: Database, agreement_id: str) -> list[Row]:
    """Who made an agreement."""
    return db.rows(
        "SELECT name, actor_id, country, sectors, office FROM agreement_parties WHERE agreement_id = $id "
        "ORDER BY position",
        {"id": agreement_id},
    )


def agreement(db: Database, agreement_id: str) -> Row | None:
    """An agreement with its parties and all its steps, in order of time."""
    if "agreements" not in db.tables:
        return None
    row = db.row("SELECT * FROM agreements WHERE id = $id", {"id": agreement_id})
    if row is None:
        return None
    row["parties"] = agreement_parties(db, agreement_id)
    row["steps"] = db.rows(
        f"""SELECT s.step, s.date, s.mention_id, s.document_id, s.sentence, s.according_to,
          {_HEAD.replace("d.id, ", "")}
        FROM agreement_steps s JOIN documents d ON d.id = s.document_id WHERE s.agreement_id = $id
        ORDER BY s.date NULLS LAST, d.published, s.mention_id""",
        {"id": agreement_id},
    )
    return row
