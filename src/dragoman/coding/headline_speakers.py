"""Who speaks in a headline, and whom he tells: "Zelensky: Russia must leave", "Kerry to Assad: step down".

A headline leaves out "said that" for a colon, a dash or a bare "says X" at its end; a parser makes
the speaker a subject, an object or a part of what is told.
"""

from __future__ import annotations

from collections.abc import Set

from dragoman.coding.people import PEOPLE, PERSON_NOUNS
from dragoman.coding.trees import DASHES, FINITE, attach, rehang
from dragoman.language import Sentence


def repair(s: Sentence, verbs: Set[str]) -> bool:
    """Mend where a speaker stands; true where nothing else is left to mend."""
    _said_behind_colon(s)
    _said_before_colon(s)
    _warned_by(s)
    return _bidden_first(s, verbs) or _bidden_last(s, verbs)


_LABELS = 7
"""Tokens before a colon that can be a speaker."""


def _said_behind_colon(s: Sentence) -> None:
    """ "Zelensky: Russia must leave", "Kerry to Assad: step down": the speaker is no subject and no head."""
    k = next((i for i in range(1, min(len(s) - 1, _LABELS)) if s.words[i] == ":"), None)
    if k is None or any(s.pos[i] in ("VERB", "AUX") for i in range(k)):
        return
    named = [i for i in range(k) if s.pos[i] == "PROPN" or s.tags[i] == "NN"]
    for v in range(k + 1, len(s)):
        if s.pos[v] not in ("VERB", "AUX") or not named:
            continue
        own = [c for c in s.kids(v, "nsubj", "nsubjpass") if c > k]
        if s.heads[v] < k and s.deps[v] in ("acl", "relcl", "appos", "dep") and own:
            top = s.heads[v]
            if s.heads[top] == top:
                attach(s, v, v, "ROOT")
                attach(s, top, v, "dep")
            return
        before = [c for c in s.kids(v, "nsubj") if c < k]
        if s.heads[v] == v and before and s.tags[v] == "VB" and "to" in s.words[:k]:
            s.deps[before[0]] = "dep"
            return


def _said_before_colon(s: Sentence) -> None:
    """ "Militants kill 12 in Niger: army": whose words they are, and no part of what was done."""
    k = teller_at_the_end(s)
    if k is None:
        return
    tail = range(k, len(s))
    verbs = [v for v in range(k) if s.pos[v] == "VERB"]
    if s.root >= k:
        top = next((v for v in verbs if s.heads[v] >= k), verbs[0])
        attach(s, top, top, "ROOT")
    for i in tail:
        if s.heads[i] < k:
            _leave_own_noun(s, i, k)
            attach(s, i, s.root, "dep")
    for i in range(k):
        if s.heads[i] >= k:
            attach(s, i, s.root, s.deps[i])
    if any(s.words[a].lower() in _MODALS for a in s.kids(s.root, "aux")):
        _say_for_mark(s, k)


_MODALS = frozenset({"must", "should", "will", "wo", "shall", "can", "ca"})


def _say_for_mark(s: Sentence, k: int) -> None:
    """ "Lukashenko must go: EU", "Rebels must disarm – Ruto": as "says Ruto", since he asks for it."""
    speakers = [i for i in range(k + 1, len(s)) if s.pos[i] in ("NOUN", "PROPN")]
    heads = [i for i in speakers if s.heads[i] not in speakers]
    if not heads:
        return
    root = s.root
    s.pos[k], s.tags[k], s.lemmas[k] = "VERB", "VBZ", "say"
    attach(s, k, k, "ROOT")
    attach(s, root, k, "ccomp")
    attach(s, heads[-1], k, "nsubj")
    s.bag |= {"say"}


def _leave_own_noun(s: Sentence, i: int, k: int) -> None:
    """ "Rebels shell the airport – ministry": the airport is shelled, which is no part of the ministry."""
    own = [
        c
        for c in s.children[i]
        if c < k and s.deps[c] in ("compound", "amod", "nmod", "det", "poss", "nummod")
    ]
    if own and own[-1] == k - 1 and s.pos[k - 1] in ("NOUN", "PROPN"):
        attach(s, k - 1, s.heads[i], s.deps[i])
        rehang(s, own[:-1], k - 1)


def teller_at_the_end(s: Sentence) -> int | None:
    """The colon or dash behind which a headline only says who tells it: "Two killed in blast: police"."""
    k = next((i for i in range(len(s) - 2, 2, -1) if s.words[i] == ":"), None) or _dash_before_name(s)
    if s.field != "title" or k is None or len(s) - k > _LABELS or not s.bag.isdisjoint(_TALLIES):
        return None
    if s.pos[k] == "VERB":
        return None  # read as "says" already
    tail = range(k + 1, len(s))
    plain = all(s.pos[i] in ("NOUN", "PROPN", "ADJ", "DET", "ADP", "PUNCT", "PART") for i in tail)
    told = any(s.pos[i] == "VERB" for i in range(k)) or s.lemmas[len(s) - 1].lower() in _SOURCES
    return k if plain and told and ":" not in s.words[:k] else None


_SOURCES = PERSON_NOUNS | frozenset(
    "police army military ministry government agency source medium report witness resident tv radio court "
    "rebel opposition party union un eu nato minister lawyer monitor group officer "
    "worker doctor medic".split()
)


def _dash_before_name(s: Sentence) -> int | None:
    """ "Truce to hold – Ruto", "Rebels shell port - army"; but not "Truce holds – for now"."""
    k = next((i for i in range(len(s) - 2, 2, -1) if s.words[i] in DASHES), None)
    if k is None or len(s) - k > _NAMED or s.ends[k - 1] == s.starts[k] or s.ends[k] == s.starts[k + 1]:
        return None
    tail = range(k + 1, len(s))
    named = all(
        s.pos[i] == "PROPN" or (s.pos[i] in ("NOUN", "ADJ") and s.deps[i] != "ROOT") for i in tail[:-1]
    )
    last = tail[-1]
    speaks = (
        s.pos[last] == "PROPN" or s.lemmas[last].lower() in _SOURCES or bool(PEOPLE.search(s.lemmas[last]))
    )
    return k if named and speaks else None


_NAMED = 5
"""Tokens at most of a dash and a name with its title."""


_TALLIES = frozenset({"score", "standings", "fixture", "preview"})


LAST_WORDS = frozenset({"warn", "say", "claim", "insist"})
"""Verbs with which a headline names at its end who says it."""


def _warned_by(s: Sentence) -> None:
    """ "Kenya must free activists, says Amnesty": who says so stands behind, and nobody is warned."""
    v = next((i for i in range(3, len(s) - 1) if s.tags[i] == "VBZ" and s.words[i - 1] == ","), None)
    if s.field != "title" or v is None or s.lemmas[v] not in LAST_WORDS:
        return
    after = [x for x in s.kids(v, "dobj", "attr", "nsubj") if x > v]
    if len(after) != 1 or max(s.subtree(after[0])) < len(s) - 2:
        return
    root = s.root
    if v == root:
        for x in [x for x in s.kids(v, "nsubj") if x < v]:
            s.deps[x] = "dep"
    elif s.heads[v] == root and s.pos[root] in ("VERB", "AUX") and s.deps[v] in ("conj", "parataxis", "dep"):
        attach(s, v, v, "ROOT")
        attach(s, root, v, "ccomp")
    else:
        return
    s.deps[after[0]] = "nsubj"


def _bidden_first(s: Sentence, verbs: Set[str]) -> bool:
    """ "Free the editors, UN tells Lima": he who speaks and he who is told stand behind what is asked."""
    v = s.root
    if s.field != "title" or s.lemmas[v] not in ("tell", "urge") or not s.kids(v, "dobj"):
        return False
    who = [
        t for t in s.kids(v, "nsubj") if s.words[min(s.subtree(t)) - 1] == "," and max(s.subtree(t)) == v - 1
    ]
    noun = s.heads[0]
    if not who or s.lemmas[0] not in verbs or s.words[0].lower() != s.lemmas[0].lower():
        return False
    if s.deps[0] in ("amod", "compound") and s.heads[noun] == v and noun < who[0]:
        s.pos[0] = "VERB"
        attach(s, noun, 0, "dobj")
    elif noun != v or s.pos[0] != "VERB":
        return False
    s.tags[0] = "VB"
    attach(s, 0, v, "xcomp")
    s.bag |= {"to"}  # as if it were there
    return True


_TELLING = frozenset("tell urge order ask warn".split())
_ASKED = PERSON_NOUNS | frozenset(
    "police army military government junta militia navy court opposition parliament party union church "
    "press".split()
)
"""Who can be told to do something, besides those called by name."""


def _bidden_last(s: Sentence, verbs: Set[str]) -> bool:
    """ "UN to Lima: Free the editors", "Junta tells crowd: Go home": what those told are to do."""
    k = next((i for i in range(2, min(len(s) - 1, _LABELS + 2)) if s.words[i] == ":"), None)
    if s.field != "title" or k is None:
        return False
    deed = k + 2 if s.words[k + 1] in _QUOTES else k + 1
    if deed >= len(s) or s.words[deed].lower() not in verbs or not _imperative(s, deed):
        return False
    v, told = _telling(s, k)
    if v is None:
        return False
    noun = s.heads[deed]
    bare = s.deps[deed] in ("amod", "compound", "nmod") and noun > deed
    s.pos[deed], s.tags[deed], s.lemmas[deed] = "VERB", "VB", s.words[deed].lower()
    attach(s, v, v, "ROOT")
    attach(s, told, v, "dobj")
    attach(s, deed, v, "xcomp")
    if bare:  # "Free journalists": not those who are free
        attach(s, noun, deed, "dobj")
    rehang(s, [x for x in range(deed + 1, len(s)) if s.heads[x] < deed], deed)
    s.bag |= {"to", s.lemmas[v]}  # as if it were there
    return True


_QUOTES = frozenset({'"', "'", "“", "‘", "``"})


def _imperative(s: Sentence, deed: int) -> bool:
    """Whether a clause begins with its bare verb: "Free the editors", but not "Free editors return"."""
    if any(s.tags[x] in FINITE for x in range(deed + 1, len(s))):
        return False
    return s.tags[deed] == "VB" or s.pos[deed] in ("VERB", "NOUN", "PROPN", "ADJ")


def _telling(s: Sentence, k: int) -> tuple[int | None, int]:
    """The verb before the colon, or the "to" that stands for one, and whom it tells."""
    last = k - 1
    for v in range(1, last):
        if s.lemmas[v] in _TELLING and s.tags[v] in ("VBZ", "VBP", "VBD") and s.kids(v, "nsubj"):
            things = [x for x in s.kids(v, "dobj", "dative", "nsubj") if x > v]
            return v, (things or [last])[0]
    to = next((i for i in range(1, last) if s.words[i] == "to"), None)
    if to is None or any(s.pos[i] in ("VERB", "AUX") for i in range(k)):
        return None, last
    speaker = to - 1
    if not all(s.pos[x] == "PROPN" or s.lemmas[x] in _ASKED for x in (speaker, last)):
        return None, last
    s.pos[to], s.tags[to], s.lemmas[to] = "VERB", "VBZ", "tell"
    attach(s, to, to, "ROOT")
    attach(s, speaker, to, "nsubj")
    return to, last


def sayer_at_the_end(s: Sentence) -> None:
    """ "North Korea fires missiles toward Japan, Seoul says": Seoul says it, and fired nothing."""
    for v in s.labelled("ROOT", 4):
        who = v - 1
        verb = s.heads[who]
        if s.lemmas[v] not in _SAYING or s.tags[v] not in ("VBZ", "VBP") or s.kids(v, "nsubj") or verb >= who:
            continue
        first = min(s.subtree(who))
        if s.deps[who] in ("nsubj", "dobj", "conj", "appos") and s.words[first - 1] == ",":
            attach(s, who, v, "nsubj")
            if s.deps[verb] == "ROOT" and verb != v:
                attach(s, verb, v, "ccomp")


_SAYING = frozenset("say claim warn report confirm announce".split())
