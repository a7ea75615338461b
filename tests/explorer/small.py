"""A few reports with records written by hand: no coder is needed, and every span is known."""

from __future__ import annotations

import datetime as dt

from dragoman import ontology
from dragoman.records import (
    Actor,
    CoderVersion,
    Document,
    Entity,
    EventDate,
    EventMention,
    EventPlace,
    Evidence,
    Magnitude,
    Record,
    Span,
    Statement,
    Status,
    stable_id,
)

IRAN = Entity("Iran", "country:IRN", "IRN", ("GOV",), resolved_by="name")
SYRIA = Entity("Syria", "country:SYR", "SYR", ("GOV",), resolved_by="name")
HATAMI = Entity(
    "Amir Hatami", "person:amir-hatami", "IRN", ("GOV", "MIL"), "Minister of Defence", resolved_by="name"
)
REBELS = Entity("rebels", None, "SYR", ("REB",), resolved_by="role")
ARMY = Entity("Syrian army", "org:syrian-army", "SYR", ("MIL",), resolved_by="name")
DAMASCUS = EventPlace("Damascus", "SYR", "Damascus", 33.51, 36.29, 170654, None, "city")
TASNIM = Entity("Tasnim", "outlet:tasnim", "IRN", ("MED",), resolved_by="name", kind="agency")

VISIT = "Amir Hatami visited Damascus on Sunday, Tasnim reported."
TALKS = "Iran and Syria held talks on reconstruction."
SHELLED = "The Syrian army shelled the rebels in Damascus, killing 12 people, doctors said."
SHELLED_MORE = "The Syrian army shelled the rebels in Damascus, killing 30 people, witnesses said."
DENIED = "A spokesman denied that the Syrian army had shelled the rebels in Damascus."

HOSTILE = '<script>document.title="owned"</script><img src=x onerror="document.title=\'owned\'">'
HOSTILE_TEXT = (
    f'The Syrian army {HOSTILE} shelled the rebels in Damascus, "javascript:alert(1)" said. '
    "{{ 7 * 7 }} ${7*7} \u202eesrever\u202c </span></p></main><svg onload=alert(1)> "
)


def _span(text: str, words: str) -> Span:
    at = text.index(words)
    return at, at + len(words)


def _at(entity: Entity, text: str, words: str | None = None) -> Entity:
    import dataclasses

    return dataclasses.replace(entity, span=_span(text, words or entity.name))


def mention(
    document: Document,
    sentence: str,
    trigger: str,
    what: tuple[str, str | None],
    actors: tuple[Entity, ...],
    recipients: tuple[Entity, ...] = (),
    *,
    status: Status = "asserted",
    sources: tuple[Entity, ...] = (),
    place: EventPlace | None = None,
    day: dt.date | None = None,
    killed: int | None = None,
    confidence: float = 0.9,
) -> EventMention:
    """A mention in ``document.text``."""
    start = document.text.index(sentence)
    at = document.text.index(trigger, start)
    kind = ontology.types()[what[0]]
    cameo = ontology.default_cameo(what[0])
    return EventMention(
        stable_id(document.id, at, what[0]),
        what[0],
        what[1],
        ("military",),
        cameo,
        kind.quad_code,
        kind.quad,
        ontology.plover_score(*what),
        ontology.goldstein(cameo),
        actors,
        recipients,
        status,
        sources,
        EventDate(day, day, None, "text" if day else "unknown"),
        place,
        Magnitude(killed=killed, spans=(("killed", _span(document.text, str(killed))),) if killed else ()),
        Evidence("text", sentence, start, start + len(sentence), (at, at + len(trigger))),
        confidence,
        "assault.tsv:1",
    )


def _record(document: Document, *mentions: EventMention, statements: tuple[Statement, ...] = ()) -> Record:
    known = {e.actor_id: e for m in mentions for e in (*m.actors, *m.recipients) if e.actor_id and e.span}
    actors = tuple(
        Actor(e.name, e.actor_id, e.country, e.sectors, e.office, (e.span,), e.resolved_by)
        for e in known.values()
        if e.span
    )
    return Record(document, mentions, statements, actors, CoderVersion("0", "0", "0", "sha256:0"))


def records() -> list[Record]:
    """Five reports: a visit with talks, a shelling told twice and denied once, and a hostile one."""
    sunday, shelled = dt.date(2018, 8, 26), dt.date(2018, 9, 3)
    one = Document(
        "d1",
        f"{VISIT}\n{TALKS}",
        "Minister visits Damascus",
        dt.date(2018, 8, 27),
        "The Daily Ledger",
        "https://news.example/1",
        language="en",
    )
    two = Document("d2", SHELLED, "Twelve killed", dt.date(2018, 9, 3), "Harbour News", language="en")
    three = Document(
        "d3", SHELLED_MORE, "Thirty killed", dt.date(2018, 9, 4), "The Daily Ledger", language="en"
    )
    four = Document("d4", DENIED, "Army denies it", dt.date(2018, 9, 4), "Example Wire", language="en")
    bad = Document(
        "d5",
        HOSTILE_TEXT,
        HOSTILE,
        dt.date(2018, 9, 5),
        f"Outlet {HOSTILE}",
        "javascript:document.title='owned'",
        authors=(HOSTILE,),
        language="en",
        notes=(HOSTILE,),
    )
    said = Statement("s1", VISIT[:19], "indirect", (0, 19), _at(HATAMI, one.text), (TASNIM,))
    doctors, witnesses = Entity("doctors", kind="speaker"), Entity("witnesses", kind="speaker")
    spokesman = Entity("spokesman", kind="speaker")

    def shelling(d: Document, sentence: str, **more: object) -> EventMention:
        trigger = "shelled"
        return mention(
            d,
            sentence,
            trigger,
            ("ASSAULT", "heavy-weapons"),
            (_at(ARMY, d.text),),
            (_at(REBELS, d.text),),
            place=DAMASCUS,
            day=shelled,
            **more,  # type: ignore[arg-type]
        )

    hostile_name = Entity(f"Speaker {HOSTILE}", None, None, (), HOSTILE, kind="speaker")
    return [
        _record(
            one,
            mention(
                one,
                VISIT,
                "visited",
                ("CONSULT", "visit"),
                (_at(HATAMI, one.text),),
                (SYRIA,),
                sources=(_at(TASNIM, one.text),),
                place=DAMASCUS,
                day=sunday,
            ),
            mention(
                one,
                TALKS,
                "held",
                ("CONSULT", None),
                (_at(IRAN, one.text), _at(SYRIA, one.text)),
                confidence=0.6,
            ),
            statements=(said,),
        ),
        _record(two, shelling(two, SHELLED, sources=(doctors,), killed=12)),
        _record(three, shelling(three, SHELLED_MORE, sources=(witnesses,), killed=30)),
        _record(four, shelling(four, DENIED, status="denied", sources=(spokesman,))),
        _record(bad, shelling(bad, HOSTILE_TEXT, sources=(hostile_name,), confidence=0.4)),
    ]
