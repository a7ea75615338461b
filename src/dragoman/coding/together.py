"""Parties that a sentence puts together: who met whom, and who is joined by "and".

Later sentences speak of them as "they", "the two leaders", "both sides".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding import content
from dragoman.coding import grammar as g
from dragoman.coding.drafts import Draft
from dragoman.coding.mentions import Filler, Mention
from dragoman.language import Sentence
from dragoman.records import Entity

if TYPE_CHECKING:
    from dragoman.coding.actors import Cast

_MEETING = frozenset(
    "meet telephone phone call host receive visit greet welcome tell hold speak talk see".split()
)
"""Verbs that bring two parties together."""
_LISTENERS = frozenset(
    "reporter journalist newspaper agency television radio crowd parliament audience".split()
)
"""To whom one speaks without meeting them."""
_HEADS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative"})
_KINDS = frozenset({"person", "country", "org", "office", "role", "unknown"})
_BESIDE = frozenset({"advcl", "relcl", "acl", "pcomp"})


def note(cast: Cast, s: Sentence) -> None:
    """Log in ``cast`` what a sentence puts together."""
    for i in range(len(s)):
        if s.pos[i] == "VERB" and s.lemmas[i] in _MEETING and not g.is_passive(s, i):
            partners = g.objects(s, i) if s.lemmas[i] != "hold" else []  # who is held is no partner
            partners = partners or [o for n, _, o in g.prepositional(s, i) if n in ("with", "to")]
            partners = [o for o in partners if s.lemmas[o] not in _LISTENERS]
            sides = [x[0] for x in (g.subjects(s, i), partners) if len(x) == 1]
            if len(sides) == 2:
                _log(cast, s, sides, subject=True)
        elif s.deps[i] in _HEADS and s.kids(i, "conj"):
            joined = [c for c in g.conjuncts(s, i) if s.pos[c] in ("PROPN", "NOUN")]
            if len(joined) > 1:
                _log(cast, s, joined, subject=s.deps[i] in ("nsubj", "nsubjpass"))


def _log(cast: Cast, s: Sentence, tokens: list[int], *, subject: bool) -> None:
    fillers = [cast.filler(s, t) for t in tokens]
    if any(not f.acts or f.kind not in _KINDS or not f.entity.span for f in fillers):
        return
    mentions = sorted((_mention(s, f, subject) for f in fillers), key=lambda m: m.start)
    first, last = mentions[0], mentions[-1]
    entities = [m.entity for m in mentions]
    cast.meant[s.field, (first.start, last.end)] = entities
    both = Entity(" and ".join(e.name for e in entities))
    cast.mentions.append(Mention(first.start, last.end, s.field, both, "pair", True, subject))
    states = [m for m in mentions if m.kind in ("person", "country") and m.entity.country]
    if subject and len(mentions) == len(states) == len({m.entity.country for m in states}) == 2:
        cast.meetings.append((first, last))


def _mention(s: Sentence, f: Filler, subject: bool) -> Mention:
    start, end = f.entity.span or (s.starts[f.head], s.ends[f.head])
    return Mention(start, end, s.field, f.entity, f.kind, f.plural, subject)


_MEETINGS = frozenset({"040", "041", "042", "046"})
"""CAMEO codes of meetings and talks, which a guest's words may make a visit."""


def as_visit(s: Sentence, draft: Draft) -> None:
    """ "held talks with visiting Jordanian premier Khasawneh": the guest visits, the others receive him."""
    if draft.event_type != "CONSULT" or draft.mode is not None or not draft.two_sided:
        return
    guests = [t for t in draft.actors if _visits(s, t)]
    hosts = [t for t in draft.actors if t not in guests]
    if not guests or not hosts or draft.cameo not in _MEETINGS:
        return
    draft.actors, draft.recipients, draft.two_sided, draft.mode, draft.cameo = (
        guests,
        hosts,
        False,
        "visit",
        "042",
    )
    draft.steps.append(f"{s.words[guests[0]]} is visiting → visit")


def one_trip(s: Sentence, cast: Cast, kept: list[Draft]) -> list[Draft]:
    """ "flew to Kampala to meet Museveni" is one visit; "flew to Geneva to meet Lavrov" one meeting."""
    dropped: list[Draft] = []
    for trip in kept:
        told = trip.frame.sense  # "will fly to Kampala": by now an AGREE
        if told.event_type != "CONSULT" or told.mode != "visit" or s.pos[trip.trigger] != "VERB":
            continue
        aims = [d for d in kept if d.frame.sense.event_type == "CONSULT" and _is_aim(s, trip, d)]
        aims = [d for d in aims if d.frame.sense.mode is None]
        for aim in aims:
            met = {cast.filler(s, t).entity.country for t in (*aim.actors, *aim.recipients)}
            met -= {cast.filler(s, t).entity.country for t in trip.actors}
            there = [*trip.recipients, *trip.frame.slots.get("P", []), *trip.frame.slots.get("R", [])]
            hosts = {cast.filler(s, t).entity.country for t in there}
            elsewhere = bool(met - {None}) and not met & hosts
            dropped.append(trip if elsewhere and trip.event_type == "CONSULT" else aim)
    return [d for d in kept if d not in dropped]


def _is_aim(s: Sentence, trip: Draft, d: Draft) -> bool:
    to = any(s.words[a].lower() == "to" for a in s.kids(d.trigger, "aux"))
    return to and s.deps[d.trigger] in ("advcl", "xcomp") and s.heads[d.trigger] == trip.trigger


_LINES = frozenset("telephone phone video online virtual".split())


_MARGINS = frozenset({"sideline", "margin", "fringe"})


def at_the_table(s: Sentence, draft: Draft) -> None:
    """Who met: not the body "on the sidelines" of whose summit; "ahead with talks with Chad": Chad."""
    if not draft.two_sided:
        return
    met: list[int] = []
    for t in draft.actors:
        if any(s.lemmas[a] in _MARGINS for a in s.ancestors(t)):
            continue
        talks = t in draft.frame.literals and s.deps[t] == "pobj" and s.pos[t] == "NOUN"
        met += content.partners(s, t) if talks else [t]
    draft.actors = list(dict.fromkeys(met)) or draft.actors


def by_telephone(s: Sentence, draft: Draft) -> None:
    """ "had a long telephone conversation with the emir": told by the words before the noun."""
    if draft.event_type != "CONSULT" or draft.mode is not None:
        return
    nouns = [t for t in {draft.trigger, *draft.frame.literals} if s.pos[t] == "NOUN"]
    lines = [c for t in nouns for c in s.kids(t, "compound", "amod") if s.lemmas[c] in _LINES]
    if lines:
        draft.mode, draft.cameo = "phone", "041"
        draft.steps.append(f"{s.words[lines[0]]} → phone")


def _visits(s: Sentence, t: int) -> bool:
    """ "the visiting premier"; "Visiting premier Khasawneh met", which the parser takes for a clause."""
    first = min(s.subtree(t))
    before = first - 1 if first and s.words[first].lower() != "visiting" else first
    return s.words[before].lower() == "visiting" or any(
        s.words[c].lower() == "visiting" for c in s.kids(t, "amod")
    )


_TELLERS = frozenset("say report tell add confirm announce claim recall testify acknowledge".split())


def is_teller_at_the_end(s: Sentence, subject: int) -> bool:
    """ "Troops seized the exchange, officials said. They also …": the troops, and no officials."""
    v = s.heads[subject]
    bare = s.tags[subject] == "NNS" and s.pos[subject] == "NOUN" and s.deps[subject] == "nsubj"
    if not bare or s.lemmas[v] not in _TELLERS:
        return False
    return any(c < subject and s.kids(c, "nsubj", "nsubjpass") for c in s.kids(v, "ccomp"))


def is_aside(s: Sentence, subject: int) -> bool:
    """True for the subject of a clause that only stands beside the main one."""
    head = s.heads[subject]
    if s.deps[head] == "ccomp" and s.pos[head] in ("NOUN", "ADJ") and not s.kids(head, "cop"):
        return True  # "the West considers Hamas a terrorist organisation": of whom it is thought
    for a in s.ancestors(subject):
        if s.pos[a] in ("VERB", "AUX"):
            if s.deps[a] in _BESIDE:
                return True
            if s.deps[a] not in ("conj", "xcomp"):
                return False
    return False
