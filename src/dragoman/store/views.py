"""Views of the store beside ``events_flat`` and ``statements_flat``; docs/store.md describes all of them."""

from __future__ import annotations


def _joined(column: str, role: str, name: str) -> str:
    listed = f"string_agg({column}, ';' ORDER BY position) FILTER (role = '{role}')"
    return f"nullif({listed}, '') AS {role}_{name}"


def events_resolved(events: str = "events", parties: str = "event_actors") -> str:
    """SQL for ``events`` with their actors and recipients from ``parties`` as flat cells."""
    cells = ",\n    ".join(
        _joined(column, role, name)
        for role in ("actor", "recipient")
        for column, name in (
            ("name", "names"),
            ("coalesce(actor_id, '')", "ids"),
            ("coalesce(country, '')", "countries"),
            ("array_to_string(sectors, '+')", "sectors"),
        )
    )
    return f"""WITH who AS (
  SELECT event_id,
    {cells}
  FROM {parties} GROUP BY event_id
)
SELECT e.id AS event_id, e.event_type, e.event_mode, nullif(array_to_string(e.contexts, ';'), '') AS contexts,
  e.cameo, e.quad_code, e.quad, e.plover_score, e.goldstein, e.status, e.confidence,
  w.* EXCLUDE (event_id),
  e.date_start, e.date_end, e.place_name, e.place_country, e.place_admin1, e.latitude, e.longitude,
  e.geonames_id, e.place_precision,
  e.n_mentions, e.n_documents, e.n_reports, e.n_outlets, e.first_reported, e.last_reported,
  e.killed_min, e.killed_max, e.injured_min, e.injured_max, e.size_min, e.size_max,
  nullif(array_to_string(e.asserted_by, ';'), '') AS asserted_by,
  nullif(array_to_string(e.denied_by, ';'), '') AS denied_by, e.sentence
FROM {events} e LEFT JOIN who w ON w.event_id = e.id"""


MORE_VIEWS = {
    "events_resolved": f"""
CREATE OR REPLACE VIEW events_resolved AS
{events_resolved()}
ORDER BY coalesce(e.date_start, e.first_reported), e.id""",
    "tellings": """
CREATE OR REPLACE VIEW tellings AS
SELECT t.event_id, f.*
FROM event_members t JOIN events_flat f ON f.mention_id = t.mention_id AND f.document_id = t.document_id""",
    "agreements_flat": """
CREATE OR REPLACE VIEW agreements_flat AS
SELECT a.id AS agreement_id, a.kind, a.subject, a.status, p.parties, p.party_ids, p.party_countries,
  a.place_name, a.place_country, a.announced, a.signed, a.in_force, a.n_mentions
FROM agreements a LEFT JOIN (
  SELECT agreement_id, string_agg(name, ';' ORDER BY position) AS parties,
    string_agg(coalesce(actor_id, ''), ';' ORDER BY position) AS party_ids,
    string_agg(coalesce(country, ''), ';' ORDER BY position) AS party_countries
  FROM agreement_parties GROUP BY agreement_id
) p ON p.agreement_id = a.id
ORDER BY coalesce(a.signed, a.announced, a.in_force), a.id""",
    "relations_flat": """
CREATE OR REPLACE VIEW relations_flat AS
SELECT r.id AS relation_id, r.document_id, d.published, d.outlet, r.kind,
  r.subject.name AS subject, r.subject.actor_id AS subject_id, r.subject.country AS subject_country,
  r."object".name AS "object", r."object".actor_id AS object_id, r."object".country AS object_country,
  r.date_start, r.date_end, r.sentence
FROM relations r JOIN documents d ON d.id = r.document_id
ORDER BY d.published, r.document_id, r.position""",
}
