"""Commas of headlines: "US missiles hit Sudan, Afghanistan", "Army seizes power, detains Suu Kyi"."""

from __future__ import annotations

import itertools
import re

from dragoman.coding.people import PERSON_NOUNS
from dragoman.coding.trees import attach, rehang
from dragoman.language import Sentence

_NAMES = frozenset({"NOUN", "PROPN"})
_PRESENT = ("VBZ", "VBP")
_FIRING = frozenset("fire launch lob hurl throw rain aim shoot drop".split())
_AT = frozenset("at on into toward towards over across".split())


def repair(s: Sentence) -> None:
    """Mend what a headline joins by commas, and its "as"."""
    _noun_as_something_happens(s)
    _people_read_as_verb(s)
    _two_meanwhile(s)
    _verb_below_its_subject(s)
    _second_verb_read_as_first(s)
    _second_of_two_names(s)
    for v in range(1, len(s)):
        if s.pos[v] == "VERB" and s.tags[v] in _PRESENT:
            _object_read_as_subject(s, v)
            _verb_before_object(s, v)
            _name_before_object(s, v)
            _fired_at(s, v)
    _second_of_two_nouns(s)
    _meeting_put_off(s)
    _offices_side_by_side(s)
    _nations_side_by_side(s)


def _noun_as_something_happens(s: Sentence) -> None:
    """ "Protests as Alabama passes ban": a noun alone, and what is going on meanwhile."""
    for link in range(1, min(len(s) - 2, 8)):
        noun = link - 1
        while s.deps[noun] == "pobj" and s.heads[s.heads[noun]] < noun:  # "Clashes in Caracas as …"
            noun = s.heads[s.heads[noun]]
        after = s.kids(link, "pobj")
        v = s.root
        if s.words[link].lower() != "as" or s.deps[link] != "prep" or not after or s.pos[noun] != "NOUN":
            continue
        alone = s.deps[noun] == "nsubj" and s.heads[noun] == v and not s.kids(noun, "det", "poss")
        if not alone or s.tags[v] not in ("VBZ", "VBP", "VBD") or v < after[0] or s.pos[v] != "VERB":
            continue
        attach(s, noun, noun, "ROOT")
        attach(s, v, noun, "advcl")
        attach(s, link, v, "mark")
        attach(s, after[0], v, "nsubj")
        return


def _people_read_as_verb(s: Sentence) -> None:
    """ "Oman summons Iraqi, Syrian envoys over attack": the envoys whom it summons."""
    for noun in range(2, len(s)):
        v = s.heads[noun]
        if s.tags[noun] != "VBZ" or s.lemmas[noun] not in PERSON_NOUNS or v >= noun or s.pos[v] != "VERB":
            continue
        first = next(iter(s.kids(noun, "nsubj") or s.kids(v, "dobj")), None)
        if first is None or first < v or s.words[first + 1 : first + 2] != [","]:
            continue
        if not s.words[noun - 1][:1].isupper():
            continue
        s.pos[noun], s.tags[noun] = "NOUN", "NNS"
        attach(s, first, v, "dobj")
        attach(s, noun, first, "conj")
        attach(s, noun - 1, noun, "amod")
        rehang(s, s.kids(noun, "prep"), v)


def _two_meanwhile(s: Sentence) -> None:
    """ "Families flee Aden as army, rebels clash": both clash, and meanwhile the families flee."""
    for link in range(2, len(s) - 3):
        if s.words[link].lower() != "as" or s.deps[link] != "prep" or s.pos[s.heads[link]] != "VERB":
            continue
        first = next(iter(s.kids(link, "pobj")), None)
        if first is None or s.words[first + 1 : first + 2] != [","] or s.heads[link] > link:
            continue
        for second in s.labelled("nsubj"):
            w, before = s.heads[second], s.heads[link]
            if s.tags[w] != "VBP" or w < second or min(s.subtree(second)) != first + 2 or w == before:
                continue
            if s.heads[w] == w:
                attach(s, before, before, "ROOT")
            elif w in s.ancestors(before):
                attach(s, before, s.heads[w], s.deps[w])
            attach(s, w, before, "advcl")
            attach(s, link, w, "mark")
            attach(s, first, w, "nsubj")
            attach(s, second, first, "conj")
            return


def _verb_below_its_subject(s: Sentence) -> None:
    """ "Vast crowds march against bill": a finite verb is no participle of its subject."""
    noun = s.root
    for v in s.kids(noun, "acl", "relcl"):
        if v != noun + 1 or s.tags[v] not in _PRESENT or s.pos[noun] not in _NAMES or s.kids(v, "nsubj"):
            continue
        attach(s, v, v, "ROOT")
        attach(s, noun, v, "nsubj")
        rehang(s, [c for c in s.children[noun] if c > v], v)
        return


def _second_verb_read_as_first(s: Sentence) -> None:
    """ "Putin orders call-up, threatens West": the second verb without a subject follows the first."""
    v = s.root
    if s.tags[v] not in _PRESENT or s.words[v - 1] != "," or s.kids(v, "nsubj", "nsubjpass"):
        return
    for first in s.kids(v, "ccomp"):
        if first < v and s.tags[first] in _PRESENT and s.kids(first, "nsubj"):
            attach(s, first, first, "ROOT")
            attach(s, v, first, "conj")
            return


def _second_of_two_names(s: Sentence) -> None:
    """ "… hit Sudan, Afghanistan": two names without a comma behind them are a list, no gloss."""
    for c in range(2, len(s)):
        x = s.heads[c]
        if s.deps[c] != "appos" or x != c - 2 or s.words[c - 1] != "," or s.pos[x] != "PROPN" != s.pos[c]:
            continue
        if s.pos[c] == "PROPN" and s.deps[x] in ("dobj", "pobj") and s.words[c + 1 : c + 2] != [","]:
            attach(s, c, x, "conj")


def _second_of_two_nouns(s: Sentence) -> None:
    """ "hit Sudan plant, Afghan camps", "detain president, prime minister": a list, no gloss and no time."""
    for c in range(3, len(s)):
        first = min(s.subtree(c))
        if s.pos[c] not in _NAMES or first < 2 or s.words[first - 1] != "," or max(s.subtree(c)) != c:
            continue
        x = s.heads[c]
        if s.deps[c] in ("npadvmod", "dep") and s.pos[x] == "VERB":
            objects = [o for o in s.kids(x, "dobj") if max(s.subtree(o)) in (first - 2, first - 1)]
            behind = objects and s.words[c + 1 : c + 2] != [","] and s.tags[c] in ("NN", "NNS")
            if behind and s.lemmas[c] not in _TIMES:
                attach(s, c, objects[-1], "conj")
        elif s.deps[c] == "appos" and s.deps[x] == "dobj" and s.tags[x] == s.tags[c] == "NN":
            offices = {s.lemmas[x], s.lemmas[c]} <= PERSON_NOUNS and s.lemmas[x] != s.lemmas[c]
            if offices and not s.kids(c, "amod", "det"):
                attach(s, c, x, "conj")


_TIMES = frozenset("day week month year hour minute night morning time today yesterday".split())


def _object_read_as_subject(s: Sentence, v: int) -> None:
    """ "… , detains Suu Kyi": what stands behind a verb that has no object."""
    behind = [c for c in s.kids(v, "nsubj") if c > v]
    if not behind or s.kids(v, "dobj", "ccomp") or s.deps[v] not in ("conj", "ROOT"):
        return
    if s.lemmas[v] in ("say", "claim", "insist") or (s.lemmas[v] == "warn" and s.kids(v, "dep")):
        return  # '"unacceptable", warns UN agency': who warns
    if s.words[v - 1] in (",", "and") and s.subtree(behind[0])[0] == v + 1:
        attach(s, behind[0], v, "dobj")


def _verb_before_object(s: Sentence, v: int) -> None:
    """ "…, arrests blogger": a verb taken for a part of the noun behind it."""
    noun = s.heads[v]
    if s.deps[v] not in ("compound", "amod", "nmod") or noun != v + 1 or s.words[v - 1] not in (",", "and"):
        return
    above = s.heads[noun]
    if above >= v or s.pos[above] != "VERB":
        return
    attach(s, v, above, "conj")
    attach(s, noun, v, "dobj")
    rehang(s, [c for c in s.children[noun] if c < v], above)


def _name_before_object(s: Sentence, v: int) -> None:
    """ "kills Guards chief": two objects side by side are one, the first a part of the second."""
    things = s.kids(v, "dobj")
    for c, x in itertools.pairwise(things):
        if x == c + 1 and s.pos[c] in _NAMES and s.pos[x] == "NOUN":
            attach(s, c, x, "compound")


def _fired_at(s: Sentence, v: int) -> None:
    """ "fires drones, missiles at Israel": all of them, not the last kind only."""
    if s.lemmas[v] not in _FIRING:
        return
    for thing in s.kids(v, "dobj"):
        for c in s.kids(thing, "conj", "appos"):
            for p in s.kids(c, "prep"):
                if s.lemmas[p] in _AT:
                    attach(s, p, v, "prep")


def _offices_side_by_side(s: Sentence) -> None:
    """ "Chadian premier, Libyan leader meet": two who act, though the verb stands with the second alone."""
    for second in s.labelled("nsubj", 3):
        v = s.heads[second]
        bare = s.tags[v] == "VBP" or (s.tags[v] == "VB" and not s.kids(v, "aux"))
        if not bare or s.tags[second] not in ("NN", "NNP") or s.kids(second, "conj"):
            continue
        comma = min(s.subtree(second)) - 1
        first = comma - 1
        if first < 0 or s.words[comma] != "," or s.heads[first] != v or first != max(s.subtree(first)):
            continue
        if s.deps[first] in ("npadvmod", "dep", "nsubj", "nmod") and s.pos[first] in _NAMES:
            attach(s, first, v, "nsubj")
            attach(s, second, first, "conj")


_PEOPLES = re.compile(
    r"[A-Z][a-z]+(?:an|ese|ish)|Thai|Lao|Greek|Turk|Czech|Swiss|Dutch|French|Arab|Serb|Tajik|Uzbek|Kazakh|Kyrgyz|"
    r"Croat|Pakistani|Iraqi|Israeli|Saudi|Yemeni|Kuwaiti|Qatari|Omani|Emirati|Somali|Bangladeshi|Nepali|Azeri|"
    r"Azerbaijani|Kosovar|Turkmen|Uzbekistani|Kazakhstani|Cypriot|Burundi|Maldivian|Bahraini"
)
"""Adjectives of peoples, by their shape."""


def _nations_side_by_side(s: Sentence) -> None:
    """ "Chadian, Libyan ministers meet", "Thai, Lao troops clash": ministers and troops of both."""
    for i in range(len(s) - 3):
        noun, other = s.heads[i], i + 2
        if s.words[i + 1] != "," or not s.words[i][:1].isupper() or not s.words[other][:1].isupper():
            continue
        near = s.heads[other] == noun or s.heads[s.heads[other]] == noun  # "Croatian foreign ministers"
        if near and s.deps[i] == s.deps[other] == "amod" and s.tags[noun] == "NNS":
            attach(s, other, i, "conj")
            continue
        noun = s.heads[other]
        behind = s.deps[other] in ("amod", "compound", "nmod") and other < noun < other + 4
        peoples = _PEOPLES.fullmatch(s.words[i]) and _PEOPLES.fullmatch(s.words[other])
        states = s.pos[i] == s.pos[other] == "PROPN" and s.lemmas[noun] in _MINISTERS and s.deps[i] != "nsubj"
        if not behind or not (peoples or states) or s.tags[noun] != "NNS":
            continue
        if s.heads[i] == i:  # "Kenyan, Somali ministers to meet"
            _to_be_done(s, i, noun)
        if s.heads[i] != i and not s.children[i]:
            attach(s, i, other, "conj")  # the second stays with its noun, which may be a name with it


_MINISTERS = PERSON_NOUNS | {"fm", "pm", "cm"}


def _to_be_done(s: Sentence, root: int, doer: int) -> None:
    """The infinitive of a headline whose first word was taken for its root, and who is to do it."""
    v = next((x for x in s.kids(root, "xcomp", "acl", "relcl") if s.tags[x] == "VB" and x > doer), None)
    if v is not None and s.words[v - 1] == "to":
        attach(s, v, v, "ROOT")
        attach(s, doer, v, "nsubj")
        rehang(s, list(s.children[root]), v)
        attach(s, root, doer, "amod")


_PUTTING_OFF = {
    "cancels": "cancel", "scraps": "scrap", "skips": "skip", "postpones": "postpone", "shelves": "shelve",
    "delays": "delay", "snubs": "snub", "boycotts": "boycott", "seeks": "seek", "requests": "request",
    "demands": "demand", "proposes": "propose", "plans": "plan", "rejects": "reject", "adjourns": "adjourn",
}  # fmt: skip


def _meeting_put_off(s: Sentence) -> None:
    """ "Tito cancels meeting with envoy": a verb and its object, no noun that meets."""
    for meeting in range(2, len(s)):
        v = meeting - 1
        lemma = _PUTTING_OFF.get(s.words[v].lower())
        if lemma is None or s.words[meeting].lower() != "meeting" or s.tags[meeting] != "VBG":
            continue
        above = s.heads[meeting]
        if above in (meeting, v):
            attach(s, v, v, "ROOT")
        else:
            attach(s, v, above, s.deps[meeting])
        attach(s, meeting, v, "dobj")
        who = v - 1
        before = [c for c in s.children[v] if c < v]
        if s.pos[who] in _NAMES and (who in before or s.heads[who] in (v, meeting)):
            attach(s, who, v, "nsubj")
            for c in before:
                if c != who and s.heads[c] == v:
                    attach(s, c, who, s.deps[c])
        s.pos[v], s.tags[v], s.lemmas[v] = "VERB", "VBZ", lemma
        s.pos[meeting], s.tags[meeting], s.lemmas[meeting] = "NOUN", "NN", "meeting"
        return
