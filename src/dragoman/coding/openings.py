"""Sentences that open with a circumstance: whose the subject is that the parser leaves inside it.

"After two days of talks in Cairo, Syria and Jordan restored ties": the small parser reads one list of
names, "Cairo, Syria and Jordan", and the verb is left without a subject.
"""

from __future__ import annotations

from dragoman.coding.trees import TENSED, attach, rehang
from dragoman.language import Sentence

_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_CIRCUMSTANCES = frozenset({"prep", "advcl", "npadvmod", "advmod"})
_LISTED = frozenset({"conj", "appos"})


def repair(s: Sentence) -> None:
    """Apply every repair of this module."""
    _next_door(s)
    _earlier(s)
    _as_what_they_are(s)
    _subject_left_behind(s)
    _capital_named(s)
    _what_they_did_there(s)


def _next_door(s: Sentence) -> None:
    """ "Neighbouring Chad shut two crossings": it is Chad that did, and no part of its name."""
    if s.words[0] in ("Neighbouring", "Neighboring") and s.deps[0] == "compound":
        s.tags[0], s.pos[0], s.deps[0] = "JJ", "ADJ", "amod"


_BEFOREHAND = frozenset(
    "earlier later meanwhile yesterday today afterwards separately previously elsewhere however then now "
    "still instead recently tonight overnight also".split()
)
"""Adverbs that open a sentence often without a comma."""


def _earlier(s: Sentence) -> None:
    """ "Earlier Ruto called the vote a sham": when he did, and no part of his name."""
    who = s.heads[0]
    if s.words[0].lower() not in _BEFOREHAND or s.deps[0] not in ("advmod", "compound", "amod", "nmod"):
        return
    if s.pos[who] == "PROPN" and s.deps[who] in ("nsubj", "nsubjpass") and not s.words[who].islower():
        s.pos[0], s.tags[0] = "ADV", "RB"
        attach(s, 0, s.heads[who], "advmod")


def _as_what_they_are(s: Sentence) -> None:
    """ "As members of the council, China and France should act": they should, who are members."""
    for lead in s.labelled("mark"):
        verb = s.heads[lead]
        told = s.kids(verb, "nsubj")
        if s.lemmas[lead] != "as" or s.deps[verb] not in ("ROOT", "ccomp") or len(told) != 1:
            continue
        listed = _after_the_comma(s, told[0], verb) if told[0] > lead else None
        if listed is None or s.pos[told[0]] != "NOUN":
            continue
        s.deps[lead], s.pos[lead] = "prep", "ADP"
        attach(s, told[0], lead, "pobj")
        _hand_over(s, listed, verb)
        return


def _what_they_did_there(s: Sentence) -> None:
    """ "Meeting in Oslo on Monday, Chad and Sudan agreed to …": those who agreed met, no meeting agreed."""
    if len(s) < 4 or s.tags[0] != "VBG" or s.deps[0] != "nsubj":
        return
    verb = s.heads[0]
    behind = max(s.subtree(0)) + 1
    others = [t for t in s.kids(verb, "nsubj") if t > behind]
    if others and any(s.words[c] == "," for c in range(behind, min(s.subtree(others[0])))):
        s.deps[0], s.pos[0] = "advcl", "VERB"


_TOWNS = frozenset("capital town city village port suburb district province region island state".split())


def _capital_named(s: Sentence) -> None:
    """ "In the capital, Naypyidaw, some students were held": it is the capital's name, they were held."""
    for name in range(3, len(s) - 2):
        if s.deps[name] not in ("nsubj", "nsubjpass") or s.pos[name] != "PROPN" or s.words[name - 1] != ",":
            continue
        town, verb = name - 2, s.heads[name]
        behind = [c for c in s.kids(name, "appos") if name < c < verb and s.pos[c] in _NOUNS]
        if s.lemmas[town] in _TOWNS and s.deps[town] == "pobj" and behind and s.words[name + 1] == ",":
            attach(s, behind[0], verb, s.deps[name])
            attach(s, name, town, "appos")


def _subject_left_behind(s: Sentence) -> None:
    """ "At a ceremony in Lusaka, Angola and UNITA signed a pact": they did, it was not held in them."""
    for v in range(3, len(s)):
        if s.pos[v] not in ("VERB", "AUX") or s.kids(v, "nsubj", "nsubjpass", "csubj", "expl", "auxpass"):
            continue
        if s.tags[v] not in TENSED and not any(s.tags[a] in (*TENSED, "MD") for a in s.kids(v, "aux")):
            continue
        if s.deps[v] not in ("ROOT", "ccomp") or s.heads[v] < v:
            continue
        opening = [c for c in s.children[v] if c < v and s.deps[c] in _CIRCUMSTANCES]
        for c in opening[:1]:
            subject = _after_the_comma(s, c, v)
            if subject is not None:
                _hand_over(s, subject, v)
                break


def _after_the_comma(s: Sentence, opening: int, verb: int) -> int | None:
    """The first of a list in the opening that stands behind the opening's only comma, no "and" before."""
    for i in s.subtree(opening):
        if s.deps[i] not in _LISTED or s.pos[i] not in _NOUNS or not opening < i < verb:
            continue
        first = min(s.subtree(i))
        head = s.heads[i]
        if (
            first == 0
            or s.words[first - 1] != ","
            or any(s.words[k] == "," for k in range(opening, first - 1))
        ):
            continue
        if any(k < i for k in s.kids(head, "cc")):
            continue
        return i
    return None


def _hand_over(s: Sentence, subject: int, verb: int) -> None:
    """Hang a subject under its verb, and whatever stands between the two."""
    above = [subject, *s.ancestors(subject)]
    for a in above:
        rehang(s, [c for c in s.kids(a, "prep", "npadvmod", "advmod") if subject < c < verb], verb)
    for c in [c for c in s.children[s.heads[subject]] if c > subject and s.deps[c] == "conj" and c < verb]:
        attach(s, c, subject, "conj")
    attach(s, subject, verb, "nsubjpass" if s.kids(verb, "auxpass") else "nsubj")
