"""Hypothesis strategies for whole records, as wild as the types allow."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import strategies as st

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
    Relation,
    Statement,
)

texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
maybe_text = st.none() | texts
offsets = st.integers(0, 2**31 - 1)
spans = st.tuples(offsets, offsets)
maybe_span = st.none() | spans
days = st.dates(dt.date(1000, 1, 1), dt.date(2100, 1, 1))
numbers = st.floats(allow_nan=False, allow_infinity=False)
counts = st.none() | st.integers(0, 2**62)


def tuples(of: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    """Short tuples."""
    return st.lists(of, max_size=most).map(tuple)


entities = st.builds(
    Entity,
    texts,
    maybe_text,
    maybe_text,
    tuples(texts),
    maybe_text,
    maybe_span,
    maybe_text,
    maybe_text,
    tuples(texts),
)
documents = st.builds(
    Document,
    id=st.text("0123456789abcdef", min_size=4, max_size=4),
    text=texts,
    title=maybe_text,
    published=st.none() | days,
    outlet=maybe_text,
    url=maybe_text,
    authors=tuples(texts),
    language=st.sampled_from([None, "en"]),
    source_id=maybe_text,
    source_file=maybe_text,
    source_offset=counts,
    place=maybe_text,
    notes=tuples(texts),
)
mentions = st.builds(
    EventMention,
    id=texts,
    event_type=st.sampled_from(["AGREE", "ASSAULT"]),
    event_mode=maybe_text,
    contexts=tuples(texts),
    cameo=maybe_text,
    quad_code=st.integers(1, 4),
    quad=texts,
    plover_score=st.none() | numbers,
    goldstein=st.none() | numbers,
    actors=tuples(entities),
    recipients=tuples(entities),
    status=st.sampled_from(["asserted", "denied"]),
    attribution=tuples(entities),
    date=st.builds(EventDate, st.none() | days, st.none() | days, maybe_text),
    place=st.none()
    | st.builds(
        EventPlace,
        texts,
        maybe_text,
        maybe_text,
        st.none() | numbers,
        st.none() | numbers,
        counts,
        maybe_span,
        st.none() | st.just("city"),
    ),
    magnitude=st.builds(Magnitude, counts, counts, counts, tuples(st.tuples(texts, spans))),
    evidence=st.builds(Evidence, st.sampled_from(["text", "title"]), texts, offsets, offsets, spans),
    confidence=numbers,
    rule=maybe_text,
)
statements = st.builds(
    Statement,
    id=texts,
    text=texts,
    kind=st.just("direct"),
    span=spans,
    speaker=entities,
    reported_by=tuples(entities),
    about=tuples(texts),
    cue=maybe_span,
    field=st.sampled_from(["text", "title"]),
)
actors = st.builds(Actor, texts, maybe_text, maybe_text, tuples(texts), maybe_text, tuples(spans), maybe_text)
relations = st.builds(
    Relation,
    texts,
    st.sampled_from(["backs", "leads"]),
    entities,
    entities,
    st.none() | days,
    st.none() | days,
    st.sampled_from(["text", "title"]),
    spans,
    texts,
    offsets,
)
records = st.builds(
    Record,
    documents,
    tuples(mentions),
    tuples(statements),
    tuples(actors),
    st.builds(CoderVersion, texts, texts, texts, texts),
    tuples(relations),
)
