"""Pronouns: "he", "they", "its", and "we" in a quotation."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding import grammar as g
from dragoman.coding.mentions import Filler, Mention
from dragoman.language import Sentence
from dragoman.records import Entity, Span

if TYPE_CHECKING:
    from dragoman.coding.actors import Cast

_SINGULAR_HE = frozenset("he him his himself she her hers herself".split())
_MALE = frozenset("he him his himself".split())
_FEMALE = _SINGULAR_HE - _MALE
_WOMEN = frozenset(
    "wife mother daughter sister widow woman girl queen princess spokeswoman chairwoman congresswoman "
    "actress mrs ms lady businesswoman policewoman".split()
)
_MEN = frozenset(
    "husband father son brother widower man boy king prince spokesman chairman congressman actor mr sir "
    "businessman policeman".split()
)
_THEY = frozenset("they them their theirs themselves".split())
_IT = frozenset("it its itself".split())
_WE = frozenset("we us our ours i me my mine ourselves myself".split())


def pronoun(cast: Cast, s: Sentence, h: int, span: Span) -> Filler:
    """Whom a pronoun means; without an antecedent it keeps its word."""
    word = s.lemmas[h] if s.lemmas[h] != "-pron-" else s.words[h].lower()
    word = s.words[h].lower()
    if word in _WE:
        return _first_person(cast, s, h, span)
    kinds: tuple[str, ...] = ()
    if word in _SINGULAR_HE:
        kinds = ("person",)
    elif word in _IT:
        kinds = ("country", "org", "outlet", "group")
    elif word in _THEY:
        kinds = ("group", "pair", "org", "country", "person")
    elif word in ("who", "which", "that") and s.kids(h):
        kinds = ()
    if kinds:
        found = _antecedent(cast, s, h, span[0], kinds, plural=word in _THEY)
        if found is not None:
            entity = replace(found.entity, span=span, resolved_by="coreference")
            if found.kind == "pair":
                cast.meant[s.field, span] = cast.meant.get((found.field, (found.start, found.end)), [])
            return Filler(entity, "actor", found.kind, h, found.plural)
        if word in _SINGULAR_HE or word in _THEY:
            return Filler(
                Entity(s.words[h], span=span, resolved_by="pronoun without antecedent"),
                "actor",
                "pronoun",
                h,
            )
    return Filler(Entity(s.words[h], span=span), "unknown", "pronoun", h)


def _antecedent(
    cast: Cast, s: Sentence, h: int, position: int, kinds: tuple[str, ...], *, plural: bool
) -> Mention | None:
    before = cast.before(s, position)
    word = s.words[h].lower()
    own = _own_subject_spans(cast, s, h)
    fits = [
        m
        for m in before
        if m.kind in kinds
        and not m.adjective
        and (not plural or m.plural or m.kind in ("group", "org", "country"))
        and not (m.plural and word in _IT)
        and not any(a <= m.start < b and m.field == s.field for a, b in own)
        and not (word in _MALE | _FEMALE and _other_gender(word, m))
    ]
    here = [m for m in fits if m.field == s.field and m.start >= s.start]
    speaking = _governing(s, h, here)
    if speaking is not None:
        return speaking
    accused = _accused(s, h, here)
    if accused is not None:
        return accused
    controller = _controller(s, h, here)
    if controller is not None:
        return controller
    ahead = None if here else _subject_ahead(cast, s, h, kinds)
    if ahead is not None:
        return ahead
    subjects = [m for m in here if m.subject]
    if subjects:
        return _named_beside_a_role(subjects[-1], here, own) or subjects[-1]
    if here and (kinds == ("person",) or plural):
        return next((m for m in here if m.plural), here[0]) if plural else here[-1]
    earlier = [m for m in fits if m not in here]
    if plural:
        groups = [m for m in earlier[:8] if m.plural]
        near = [m for m in groups if cast.sentence_of(m) == cast.sentence_of(groups[0])]
        if groups:
            return next(iter(_foremost([m for m in near if m.subject])), groups[0])
    subjects = [m for m in earlier[:6] if m.subject]
    if (own or s.deps[h] in ("dobj", "dative", "pobj", "nsubjpass")) and earlier:
        last = cast.sentence_of(earlier[0])  # whom the last sentence named goes on being spoken of
        subjects = [m for m in subjects if cast.sentence_of(m) == last]
    if subjects:
        last = cast.sentence_of(subjects[0])
        return _foremost([m for m in subjects if cast.sentence_of(m) == last])[0]
    if here:
        return here[-1]
    if (
        kinds == ("person",) and earlier
    ):  # "Mexico extradited Guzman on the eve of Trump's inauguration. He …"
        last = cast.sentence_of(earlier[0])
        return [m for m in earlier if cast.sentence_of(m) == last][-1]
    return earlier[0] if earlier else None


def _governing(s: Sentence, h: int, here: list[Mention]) -> Mention | None:
    """ "…, and Beijing denied that it sheltered him": the subject of the clause's own governor."""
    clause = s.heads[h]
    passive = s.deps[h] == "nsubjpass" and s.words[h].lower() in _SINGULAR_HE  # "denied that he was held"
    if s.deps[h] not in ("nsubj", "nsubjpass") or s.deps[clause] != "ccomp" or passive:
        return None
    spans = [
        (s.starts[first], s.ends[last])
        for x in g.surface_subjects(s, s.heads[clause])
        if x != h
        for first, last in [g.phrase(s, x)]
    ]
    return next((m for m in here if any(a <= m.start < b for a, b in spans)), None)


_CHARGES = frozenset("accusation charge allegation claim".split())


def _accused(s: Sentence, h: int, here: list[Mention]) -> Mention | None:
    """ "blamed the party for the raid, an accusation it rejects": the one who is blamed."""
    clause = s.heads[h]
    noun = s.heads[clause]
    if s.deps[h] != "nsubj" or s.deps[clause] != "relcl" or s.lemmas[noun] not in _CHARGES:
        return None
    spans = [
        (s.starts[first], s.ends[last])
        for x in g.objects(s, s.root)
        if x != noun
        for first, last in [g.phrase(s, x)]
    ]
    return next((m for m in here if any(a <= m.start < b for a, b in spans)), None)


def _controller(s: Sentence, h: int, here: list[Mention]) -> Mention | None:
    """ "ordered the military to heighten its readiness": those who are told to do it."""
    clause = next((a for a in s.ancestors(h) if s.pos[a] in ("VERB", "AUX")), None)
    if s.deps[h] != "poss" or clause is None or s.deps[clause] != "xcomp":
        return None
    if s.lemmas[s.heads[clause]] not in g.OBJECT_CONTROL:
        return None
    spans = [
        (s.starts[first], s.ends[last])
        for x in s.kids(s.heads[clause], "dobj", "dative")
        for first, last in [g.phrase(s, x)]
    ]
    return next((m for m in here if any(a <= m.start < b for a, b in spans)), None)


def _subject_ahead(cast: Cast, s: Sentence, h: int, kinds: tuple[str, ...]) -> Mention | None:
    """ "Since it took power, Law and Justice has …": the subject of the main clause behind it."""
    clause = next((a for a in s.ancestors(h) if s.pos[a] in ("VERB", "AUX")), None)
    if clause is None or s.deps[clause] != "advcl" or s.heads[clause] < clause:
        return None
    if s.starts[min(s.subtree(clause))] - s.start > _OPENING:
        return None
    for x in s.kids(s.heads[clause], "nsubj", "nsubjpass"):
        span = (s.starts[g.phrase(s, x)[0]], s.ends[g.phrase(s, x)[1]])
        for m in cast.mentions:
            if m.field == s.field and span[0] <= m.start < span[1] and m.kind in kinds and not m.adjective:
                return m
    return None


_OPENING = 12
"""Characters from the start of a sentence within which its opening clause begins."""


def _named_beside_a_role(subject: Mention, here: list[Mention], own: list[Span]) -> Mention | None:
    """ "A judge ordered Castillo to stay in prison while prosecutors question him": not the judge."""
    if not own or subject.entity.actor_id or not subject.entity.name.islower():
        return None
    return next((m for m in here if not m.subject and m.kind == "person" and m.entity.name != "" and
                 m.entity.name[:1].isupper()), None)  # fmt: skip


def _own_subject_spans(cast: Cast, s: Sentence, h: int) -> list[Span]:
    """Characters of the subject of a verb whose object the pronoun is: "they detained him"."""
    objective = s.words[h].lower() in ("him", "her", "them") and s.tags[h] == "PRP"
    if s.deps[h] not in ("dobj", "dative", "pobj") and not objective:
        return []
    verb = next((a for a in s.ancestors(h) if s.pos[a] in ("VERB", "AUX")), None)
    subjects = g.surface_subjects(s, verb) if verb is not None else []
    subjects = [x for x in subjects if x != h]
    spans = [g.phrase(s, x) for x in subjects]  # not "Bazoum" in "the men who overthrew Bazoum hold him"
    return [(s.starts[first], s.ends[last]) for first, last in spans]


def _first_person(cast: Cast, s: Sentence, h: int, span: Span) -> Filler:
    speaker = cast.speakers.get(s.start)
    if speaker is None:
        return Filler(Entity(s.words[h], span=span), "unknown", "pronoun", h)
    guessed = "from the report" in (speaker.resolved_by or "")
    ours = s.words[h].lower() in ("we", "us", "our", "ours")
    if ours and speaker.country and not guessed and "GOV" in speaker.sectors:
        entity = replace(
            cast.country_entity(speaker.country, span), resolved_by="coreference: the speaker's side"
        )
        return Filler(entity, "actor", "country", h)
    return Filler(replace(speaker, span=span, resolved_by="coreference: the speaker"), "actor", "person", h)


def _foremost(found: list[Mention]) -> list[Mention]:
    """Subjects of main clauses before those of subordinate ones, nearest first."""
    return sorted(found, key=lambda m: m.aside)


def _other_gender(word: str, m: Mention) -> bool:
    """ "His wife … him": not the wife; "the spokesman … she": not he."""
    words = set(re.findall(r"[a-z]+", f"{m.entity.name} {m.entity.office or ''}".lower()))
    return bool(words & (_WOMEN if word in _MALE else _MEN))
