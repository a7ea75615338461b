"""What lies ahead or is wished by the clause that it stands below: "will visit Oslo, signing a treaty"."""

from __future__ import annotations

from dragoman.coding import realised
from dragoman.language import Sentence, stems

_WISHES = frozenset("hope pray wish dream long yearn".split())
_SHOWING = frozenset("show prove demonstrate ensure guarantee".split())
_COMING = frozenset({"will", "'ll", "’ll", "shall"})


def wished(s: Sentence, i: int) -> str:
    """ "They prayed that she was among those freed", "hopes they will sit down, sharing power"."""
    if s.bag.isdisjoint(_WISHES | _SHOWING):
        return ""
    for k in (i, *s.ancestors(i)):
        above = s.heads[k]
        if k == above or realised.is_told_beside(s, k) or s.deps[k] in ("relcl", "parataxis"):
            return ""
        if s.deps[k] == "acl" and s.tags[k] == "VBN" and s.lemmas[above] not in ("those", "one"):
            return ""
        if s.deps[k] != "ccomp" or s.pos[above] not in ("VERB", "AUX"):
            continue
        if k > above and not _WISHES.isdisjoint({s.lemmas[above], *stems(s.words[above].lower())}):
            return s.words[above]
        if s.lemmas[above] in _SHOWING and s.tags[above] == "VB" and s.kids(above, "aux") and k > above:
            return s.words[above]  # "take steps to show they oppose it"
    return ""


def under_what_comes(s: Sentence, verb: int) -> str:
    """ "will visit Oslo, signing a treaty", "with the two calling a session": no sooner than that."""
    if s.tags[verb] != "VBG" or s.kids(verb, "aux", "mark"):
        return ""
    main = s.heads[verb]
    if s.deps[verb] == "pcomp" and s.lemmas[main] == "with":
        main = s.heads[main]
    elif s.deps[verb] != "advcl":
        return ""
    if (
        main > verb
        or s.pos[main] not in ("VERB", "AUX")
        or any(s.tags[k] == "VBD" for k in range(main, verb))
    ):
        return ""  # "will begin in May, the premier said, reversing his course"
    return next((s.words[a] for a in s.kids(main, "aux") if s.words[a].lower() in _COMING), "")


_MEETINGS = frozenset("meeting summit talk conference session negotiation dialogue".split())
_WANTING = frozenset("want seek demand need request offer propose suggest desire".split())
_OBTAINING = frozenset("gain secure win obtain achieve effect arrange negotiate broker ensure".split())
_TRYING = frozenset("try seek attempt hope want work negotiate aim plan struggle fight push strive".split())


def only_wanted(s: Sentence, noun: int) -> str:
    """ "wants talks with Lima", "is trying to secure their release": a noun whose event is only aimed at."""
    verb = s.heads[noun]
    if s.deps[noun] != "dobj" or s.pos[verb] != "VERB":
        return ""
    if s.lemmas[noun] in _MEETINGS and s.lemmas[verb] in _WANTING:
        return s.words[verb]
    to = any(s.words[a].lower() == "to" for a in s.kids(verb, "aux"))
    if s.lemmas[verb] not in _OBTAINING or s.tags[verb] != "VB" or not to:
        return ""
    above = s.heads[verb]
    aimed = s.deps[verb] in ("advcl", "acl") or (s.deps[verb] == "xcomp" and s.lemmas[above] in _TRYING)
    return s.words[above] if aimed and realised.told_by(s, verb) is None else ""
