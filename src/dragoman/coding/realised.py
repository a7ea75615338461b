"""What was done though an infinitive or a question tells it: "the first to be freed", "an honour to meet".

``status`` takes an infinitive for a wish or a purpose unless one of these shows that it was carried out.
"""

from __future__ import annotations

import re

from dragoman.coding import grammar as g
from dragoman.language import Sentence

_ORDINALS = frozenset("first second third fourth fifth last latest only".split())
_HONOURS = frozenset("honour honor privilege pleasure delight thrill relief".split())
"""What it is to have done a thing: "it was an honour to meet the king"."""
_HELD = frozenset("election vote round meeting summit talk trial poll step".split())
_MOVES = frozenset("move decision step vote ruling".split())
"""What was carried out where its day is told: "its decision in May to shut the border"."""
_PAST_TIME = re.compile(
    r"\b(?:last (?:week|month|year|night|spring|summer|autumn|fall|winter|\w+day)|earlier this|yesterday|ago"
    r"|in (?:\d{4}|january|february|march|april|may|june|july|august|september|october|november|december)"
    r"|on \w+day)\b",
    re.IGNORECASE,
)
_TRYING = frozenset("attempt effort bid campaign push drive quest struggle".split())
"""Nouns of trying: who tries to persuade somebody has asked him."""
_PAST = frozenset({"VBD", "VBN"})


def told_by(s: Sentence, verb: int) -> int | None:
    """The verb whose tense an infinitive shares because it tells what was done; none where it is an aim.

    "They were the first of forty miners to be freed": as real as *were*.
    """
    return _among_the_first(s, verb) or _used(s, verb) or _an_honour(s, verb) or _moved(s, verb)


def _among_the_first(s: Sentence, verb: int) -> int | None:
    """ "the first of forty miners held in the pit to be freed", "the second leader to resign said"."""
    if s.bag.isdisjoint(_ORDINALS) or s.deps[verb] not in ("acl", "relcl", "advcl") or s.kids(verb, "mark"):
        return None
    for a in s.ancestors(verb):
        if s.lemmas[a] in _ORDINALS and s.deps[a] in ("attr", "nsubj", "nsubjpass", "pobj", "appos", "dobj"):
            return _finite_above(s, a)
        counted = [c for c in s.kids(a, "amod") if s.lemmas[c] in _ORDINALS]
        if counted and s.pos[a] == "NOUN" and s.deps[a] in ("nsubj", "nsubjpass") and _of_people(s, a):
            return _finite_above(s, a)
        if s.deps[a] not in ("acl", "pobj", "prep"):
            return None
    return None


def _of_people(s: Sentence, noun: int) -> bool:
    """ "The first hostage to be freed", but not "the first elections to be held"."""
    return s.lemmas[noun] not in _HELD


def _finite_above(s: Sentence, i: int) -> int | None:
    """The finite verb that a phrase belongs to, where it is in the past or the present."""
    v = next((a for a in s.ancestors(i) if s.pos[a] in ("VERB", "AUX")), None)
    return v if v is not None and s.tags[v] in ("VBD", "VBZ", "VBP", "VBN") else None


def _used(s: Sentence, verb: int) -> int | None:
    """ "the lorry he used to ram the gate", "used its veto to block the text"."""
    use = s.heads[verb]
    if s.lemmas[use] != "use" or s.tags[use] not in _PAST or s.deps[verb] not in ("xcomp", "advcl"):
        return None
    return use


def _an_honour(s: Sentence, verb: int) -> int | None:
    """ "It was a great honour to meet the king": he met him."""
    head = s.heads[verb]
    be = head if s.lemmas[head] == "be" else s.heads[head]
    if s.bag.isdisjoint(_HONOURS) or s.lemmas[be] != "be":
        return None
    honours = [c for c in s.kids(be, "attr") if s.lemmas[c] in _HONOURS]
    return be if honours and honours[0] < verb and head in (be, *honours) else None


def _moved(s: Sentence, verb: int) -> int | None:
    """ "Chad's move last year to shut the border", "defended its decision in May to shut it": it is shut."""
    if s.bag.isdisjoint(_MOVES):
        return None
    head = s.heads[verb]
    if s.deps[verb] in ("acl", "relcl"):
        nouns = [head]
    else:
        own = [o for o in s.kids(head, "dobj") if any(s.tags[c] == "PRP$" for c in s.kids(o, "poss"))]
        nouns = own if s.deps[verb] in ("advcl", "xcomp") else []
    told = [n for n in nouns if s.lemmas[n] in _MOVES and n + 1 < verb]
    return told[0] if told and _PAST_TIME.search(s.slice(told[0] + 1, verb - 1)) else None


def asks_by_trying(s: Sentence, verb: int) -> bool:
    """ "her attempts to persuade Lima": who tries to persuade asks."""
    noun = s.heads[verb]
    return s.deps[verb] in ("acl", "relcl") and s.lemmas[noun] in _TRYING


def is_told_beside(s: Sentence, clause: int) -> bool:
    """A relative clause or a participle that tells a fact inside whatever is asked, feared or hoped.

    "whether to punish soldiers who refused to fight", "terms set by the council".
    """
    if s.deps[clause] == "relcl":
        auxiliaries = s.kids(clause, "aux", "auxpass")
        if any(s.tags[a] == "MD" for a in auxiliaries):
            return False
        return s.tags[clause] == "VBD" or any(
            s.words[a].lower() in ("was", "were", "had", "has") for a in auxiliaries
        )
    return (
        s.deps[clause] == "acl"
        and s.tags[clause] == "VBN"
        and bool(g.agents(s, clause))
        and _definite(s, clause)
    )


def _definite(s: Sentence, clause: int) -> bool:
    noun = s.heads[clause]
    return bool(s.kids(noun, "poss")) or any(
        s.lemmas[c] in ("the", "these", "those") for c in s.kids(noun, "det")
    )


def only_where(s: Sentence, verb: int) -> bool:
    """ "unclear whether she was shot in front of or behind the bank": that she was shot is clear."""
    if s.tags[verb] not in _PAST or s.kids(verb, "conj"):
        return False
    for c in s.children[verb]:
        either = [k for x in (c, *s.kids(c, "pobj", "advmod", "prep")) for k in s.kids(x, "cc")]
        if c > verb and s.deps[c] in ("prep", "advmod", "agent") and any(s.lemmas[k] == "or" for k in either):
            return True
    return False


_PRESUPPOSING = frozenset(
    "end stop halt avenge condemn punish mourn mark commemorate investigate probe".split()
)
"""Verbs whose object goes on or has been done: "a deal to end the shelling of the town"."""
_OF_VIOLENCE = frozenset(
    "killing massacre murder execution bombing shelling siege slaughter assassination attack "
    "bloodshed".split()
)


_UNDER_WAY = frozenset(
    "protest demonstration sit-in strike occupation blockade riot unrest vigil walkout".split()
)
_ENDING = frozenset("end quell suppress crush disperse break clear quash subdue".split())


def is_given(s: Sentence, noun: int) -> bool:
    """ "To avenge the execution of the cleric", "to end the shelling of the town": it has happened.

    So has a protest: "stormed the campus to end a sit-in by students".
    """
    if s.lemmas[noun] in _UNDER_WAY and s.deps[noun] == "dobj" and s.lemmas[s.heads[noun]] in _ENDING:
        ending = s.heads[noun]
        return s.deps[ending] == "advcl" and any(s.lemmas[c] == "to" for c in s.kids(ending, "aux"))
    if s.pos[noun] != "NOUN" or s.lemmas[noun] not in _OF_VIOLENCE or s.deps[noun] != "dobj":
        return False
    definite = any(s.words[c].lower() in ("the", "this", "these") for c in s.kids(noun, "det"))
    verb = s.heads[noun]
    to = any(s.words[c].lower() == "to" for c in s.kids(verb, "aux"))
    return definite and to and s.lemmas[verb] in _PRESUPPOSING and bool(s.kids(noun, "prep"))
