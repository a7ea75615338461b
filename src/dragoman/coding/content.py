"""What an operator's content is about: the deed behind "involvement in", whom it names, what is asked.

The verb of a denial, a demand or a promise seldom governs the deed itself: "denied any role in the
raid", "rejected reports that it had shelled the town", "denied that it was behind the bombing".
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from dragoman.coding import grammar as g
from dragoman.language import Sentence

_PARTS = frozenset(
    "role involvement part hand participation complicity responsibility blame knowledge connection link "
    "intention intent plan wish".split()
)
"""Nouns that only say that somebody has to do with a deed."""
_PART_LEADS = frozenset({"in", "for", "behind", "to", "with", "of"})
TELLINGS = frozenset(
    "report claim allegation charge accusation suggestion rumour rumor story assertion insinuation assertion "
    "reports complaint finding".split()
)
"""Nouns of saying whose clause tells a deed."""
_TO_BLAME = frozenset("responsible guilty complicit culpable involved behind".split())
_CARRIERS = frozenset("play have take bear be involve implicate".split())
_CLAUSES = ("acl", "relcl", "ccomp")


@cache
def asked_modes() -> dict[str, str]:
    """``asked_modes.tsv``: verb → what a demand or refusal of it is about (assist, change, yield, meet)."""
    path = Path(__file__).parent / "asked_modes.tsv"
    with path.open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader((x for x in stream if not x.startswith("#")), delimiter="\t")
        return {verb: r["mode"] for r in rows for verb in r["verbs"].split()}


def deed_tokens(s: Sentence, i: int) -> list[int]:
    """``i`` and, through nouns of telling and of taking part, the deed that it speaks of."""
    out, here = [i], [i]
    for _ in range(4):
        here = [t for k in here for t in _one_step(s, k) if t not in out]
        out += here
    return out


def _one_step(s: Sentence, i: int) -> list[int]:
    lemma = s.lemmas[i]
    if s.pos[i] in ("VERB", "AUX") and lemma in _CARRIERS:
        below = s.kids(i, "dobj", "acomp", "attr", "oprd") + (s.kids(i, "prep") if lemma != "have" else [])
        found = [t for t in below if s.lemmas[t] in _PARTS | _TO_BLAME]
        found += [o for p in below if s.lemmas[p] in ("behind", "in") for o in s.kids(p, "pobj", "pcomp")]
        return found
    if lemma in _PARTS or (lemma in _TO_BLAME and s.pos[i] == "ADJ"):
        preps = [p for p in s.kids(i, "prep") if s.lemmas[p] in _PART_LEADS]
        return [o for p in preps for o in s.kids(p, "pobj", "pcomp")] + s.kids(i, "acl")
    if s.lemmas[i] in TELLINGS:
        clauses = [c for c in s.kids(i, *_CLAUSES) if _tells(s, c)]
        of = [o for p in s.kids(i, "prep") if s.lemmas[p] in ("of", "about") for o in s.kids(p, "pobj", "pcomp")]
        return clauses + of
    return []


def _tells(s: Sentence, clause: int) -> bool:
    """ "claims that it fired", not "claims made by Kyiv": a clause with a mark or a subject of its own."""
    return bool(s.kids(clause, "mark", "nsubj", "nsubjpass")) and s.tags[clause] != "VB"


def told_parties(s: Sentence, clause: int) -> list[int]:
    """Names and bodies that an unknown deed is done to or with: "cut the line with Seoul", "reopen Somalia's embassy"."""
    if s.pos[clause] not in ("VERB", "AUX"):
        return []
    named = [t for t in g.objects(s, clause) if _is_name(s, t)]
    preps = [(n, p, o) for n, p, o in g.prepositional(s, clause) if n in _TOWARDS and _is_name(s, o)]
    return list(dict.fromkeys([*named, *[o for _, _, o in preps]]))


_TOWARDS = frozenset("with against to between from toward towards for".split())


def _is_name(s: Sentence, t: int) -> bool:
    return s.pos[t] == "PROPN"


def mode_of(s: Sentence, content: int | None) -> str | None:
    """What is asked or refused where the content is no known event, by its verb; or None."""
    if content is None:
        return None
    return asked_modes().get(s.lemmas[content])
