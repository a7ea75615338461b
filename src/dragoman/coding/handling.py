"""Parses of what is given, put, let in and wanted away: objects that the parser reads as something else."""

from __future__ import annotations

from dragoman.coding.trees import attach
from dragoman.language import Sentence

_LETTING = frozenset({"let", "allow", "permit", "want"})
_WAYS_IN = frozenset({"in", "into", "out", "through", "back", "home"})
_PUT = frozenset({"put", "place", "lay"})
_WHERE_PUT = frozenset("disposal service table ice hold".split())
"""What things are put at or on: "at the disposal of", "on the table"."""


def repair(s: Sentence) -> None:
    """Apply every repair of this module."""
    _what_was_given(s)
    _put_where(s)
    _let_in(s)
    _wanted_gone(s)
    _verb_joined_to_preposition(s)


def _what_was_given(s: Sentence) -> None:
    """ "granted the jailed Turkish cleric a pardon": a person and a gift, not two words for one."""
    for gift in s.labelled("appos", 3):
        person = s.heads[gift]
        verb = s.heads[person]
        if s.deps[person] != "dative" or not verb < person < gift or s.kids(verb, "dobj"):
            continue
        if "," not in s.words[person:gift]:
            attach(s, gift, verb, "dobj")


def _put_where(s: Sentence) -> None:
    """ "put two ships with their crews at the disposal of Chad": put there, no crews there."""
    for place in s.labelled("pobj", 3):
        lead = s.heads[place]
        if s.lemmas[place] not in _WHERE_PUT or s.lemmas[lead] not in ("at", "on"):
            continue
        above = s.heads[lead]
        while s.pos[above] not in ("VERB", "AUX") and s.heads[above] != above:
            above = s.heads[above]
        if above != s.heads[lead] and s.lemmas[above] in _PUT:
            attach(s, lead, above, "prep")


def _let_in(s: Sentence) -> None:
    """ "let the boy in as a refugee": a person and a way, no clause with a verb."""
    for way in s.labelled("ccomp", 2):
        verb = s.heads[way]
        people = s.kids(way, "nsubj")
        if s.lemmas[verb] not in _LETTING or s.words[way].lower() not in _WAYS_IN or not people:
            continue
        if s.pos[way] in ("VERB", "AUX") or s.kids(way, "cop"):
            continue
        attach(s, people[0], verb, "dobj")
        attach(s, way, verb, "prt")
        for c in s.kids(way, "prep"):
            attach(s, c, verb, "prep")


def _wanted_gone(s: Sentence) -> None:
    """ "want the premier gone": whom they want away."""
    for away in s.labelled("ccomp", 2):
        verb = s.heads[away]
        people = s.kids(away, "nsubj", "nsubjpass")
        bare = s.words[away].lower() == "gone" and not s.kids(away, "aux", "auxpass", "mark")
        if s.lemmas[verb] == "want" and bare and people:
            attach(s, people[0], verb, "dobj")
            attach(s, away, verb, "oprd")
            s.pos[away] = "ADJ"


def _verb_joined_to_preposition(s: Sentence) -> None:
    """ "voiced dismay at the raid and called on Chad to talk": two deeds of one, joined to no noun."""
    for v in s.labelled("conj", 4):
        lead = s.heads[v]
        bare = not s.kids(v, "nsubj", "nsubjpass", "aux", "auxpass") and s.words[v - 1].lower() == "and"
        if s.tags[v] not in ("VBD", "VBZ") or not bare or s.pos[lead] not in ("ADP", "NOUN", "PROPN"):
            continue
        if s.deps[lead] not in ("prep", "dobj", "pobj"):
            continue
        above = s.heads[lead]
        while s.pos[above] not in ("VERB", "AUX") and s.heads[above] != above:
            above = s.heads[above]
        if s.tags[above] == s.tags[v] and above < lead:
            attach(s, v, above, "conj")
