"""Headlines whose verb looks like a noun are read with it."""

from __future__ import annotations

import pytest

from dragoman.coding import Coder
from dragoman.language.morphology import past
from dragoman.records import Document

READ = [
    ("Dozens killed as Taliban storm Kunduz", "ASSAULT", "Taliban"),
    ("US marines land in Haiti", "MOBILIZE", "US Marine Corps"),
    ("EU slaps travel bans on 21 Russians", "SANCTION", "European Union"),
    ("Nigerian army voids election", "COERCE", "Nigerian"),
    ("Half a million Hong Kong residents march over bill", "PROTEST", "Hong Kong"),
]
NOUNS = [
    "Militants march ends in clashes",
    "Geneva talks deadline passes",
    "Truck bombs tear into two embassies in Nairobi",
    "EU partners freeze ties with Austria",
]


def _verbs(coder: Coder, title: str) -> set[str]:
    _, traces = coder.explain(Document("d", "", title=title))
    return {
        s.words[i] for t in traces if (s := t.parse) is not None for i in range(len(s)) if s.kids(i, "nsubj")
    }


@pytest.mark.parametrize(("title", "kind", "actor"), READ)
def test_the_verb_is_found(coder: Coder, title: str, kind: str, actor: str) -> None:
    rows = coder.code(Document("d", "", title=title)).event_mentions
    assert any(m.event_type == kind and any(actor in a.name for a in m.actors) for m in rows)


@pytest.mark.parametrize("title", NOUNS)
def test_nouns_stay_nouns(coder: Coder, title: str) -> None:
    assert _verbs(coder, title).isdisjoint({"march", "strikes", "talks", "bombs", "partners"})


@pytest.mark.parametrize(
    ("base", "told"),
    [
        ("storm", "stormed"),
        ("void", "voided"),
        ("flee", "fled"),
        ("ban", "banned"),
        ("deny", "denied"),
        ("hit", "struck"),
    ],
)
def test_the_past_tense(base: str, told: str) -> None:
    assert past(base) == told
