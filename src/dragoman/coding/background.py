"""Is it told as news, or as what had happened before?  Tense and teller decide.

"The group, which had attacked villages, …" tells of an earlier day that nobody names; "the
minister said troops had crossed the border" is the news of the day in reported speech.
"""

from __future__ import annotations

from enum import Enum

from dragoman.language import Sentence


class Told(Enum):
    """How a clause stands to the day of the report."""

    NEWS = "as news"
    NOW = "in the present"
    REPORTED = "as news, in reported speech"
    EARLIER = "as background"
    HISTORY = "as what a court or a historian deals with"

    @property
    def before(self) -> bool:
        """True for what had happened before the news."""
        return self in (Told.EARLIER, Told.HISTORY)


_SPEECH = frozenset(
    "say tell report add announce state note write claim quote confirm declare insist explain reveal disclose post "
    "tweet warn allege assert maintain suggest believe deny reject dismiss boast".split()
)
_RECORDS = frozenset(
    "judge court tribunal jury prosecutor prosecution indictment lawyer attorney historian report study inquiry "
    "investigation investigator commission author biographer biography book memoir witness testimony trial "
    "document documentary file diary researcher archive verdict ruling survivor panel dossier".split()
)
"""Tellers whose matter is what happened before."""
_OF_HISTORY = frozenset(
    "judge court tribunal jury prosecutor prosecution indictment lawyer historian biographer biography memoir "
    "testimony trial verdict".split()
)
"""Those of them whose matter is old as a rule."""
_RECALLING = frozenset(
    "testify recall remember recount learn hear find conclude rule admit confess acknowledge reveal discover "
    "establish regret apologise apologize forget know".split()
)
_TRYING = frozenset(
    "sentence jail convict imprison indict charge try extradite acquit fine prosecute condemn execute pardon".split()
)
"""Verbs of courts: what somebody is tried for was done before."""
_JUDGED = frozenset("sentence jail convict imprison extradite acquit execute pardon".split())
"""Those that come at the end, as a rule more than a year later."""
_HOLDING = frozenset("arrest detain hold suspect accuse want seek punish investigate question wanted".split())
_REMEMBERING = frozenset("mark commemorate remember mourn honour honor recall celebrate apologise".split())
_EVER = frozenset(
    "repeatedly long often frequently regularly routinely historically traditionally always".split()
)
_ONCE = frozenset("previously formerly historically once originally".split())
_NOT_PAST = frozenset({"MD", "VBZ", "VBP"})


def told_of(s: Sentence, trigger: int) -> Told:
    """How the clause of ``trigger`` is told."""
    verb = verb_of(s, trigger)
    if verb is None:
        return Told.NEWS
    return _tried_or_mourned(s, trigger, verb) or _clause(s, verb)


def verb_of(s: Sentence, i: int) -> int | None:
    """The nearest verb at or above a token."""
    while s.pos[i] not in ("VERB", "AUX"):
        if s.heads[i] == i:
            return None
        i = s.heads[i]
    return i


def _clause(s: Sentence, verb: int, depth: int = 0) -> Told:
    own = _auxiliaries(s, verb)
    if _is_past_perfect(s, verb, own):
        return _of_past_perfect(s, verb)
    if _is_long_known(s, verb, own):
        return Told.EARLIER
    above = s.heads[verb]
    shares = s.deps[verb] in ("xcomp", "conj") and not s.kids(verb, "nsubj", "nsubjpass")
    if any(s.tags[a] in _NOT_PAST for a in own) or (s.tags[verb] in ("VBZ", "VBP") and not own):
        perfect = any(s.lemmas[a] == "have" for a in own)
        return Told.NEWS if perfect or any(s.tags[a] == "MD" for a in own) else Told.NOW
    if own and not shares and s.deps[verb] != "relcl":
        return Told.NEWS
    below = s.deps[verb] in ("relcl", "acl", "advcl", "ccomp", "xcomp", "pcomp", "conj")
    governor = verb_of(s, above) if below and above != verb and depth < 6 else None
    if governor is None or (s.deps[verb] == "conj" and not shares):
        return Told.NEWS
    told = _clause(s, governor, depth + 1)
    return told if told.before or told is Told.REPORTED else Told.NEWS


def _auxiliaries(s: Sentence, verb: int) -> list[int]:
    return s.kids(verb, "aux", "auxpass")


def _is_past_perfect(s: Sentence, verb: int, auxiliaries: list[int]) -> bool:
    if s.tags[verb] not in ("VBN", "VBD", "VBG"):
        return False
    return any(s.lemmas[a] == "have" and s.words[a].lower() in ("had", "'d", "’d") for a in auxiliaries)


def _is_long_known(s: Sentence, verb: int, auxiliaries: list[int]) -> bool:
    """ "has repeatedly accused", "previously worked": over years, or once."""
    adverbs = {s.lemmas[a] for a in s.kids(verb, "advmod") if a < verb}
    perfect = any(s.lemmas[a] == "have" for a in auxiliaries)
    if perfect and any(
        s.lemmas[p] == "in"
        and any(s.lemmas[o] == "past" and not s.kids(o, "nummod") for o in s.kids(p, "pobj"))
        for p in s.kids(verb, "prep")
    ):
        return True
    return bool(adverbs & (_EVER | _ONCE if perfect else _ONCE)) and s.tags[verb] in ("VBN", "VBD")


def _of_past_perfect(s: Sentence, verb: int) -> Told:
    """Past perfect only because the saying is in the past ("said that troops had crossed"), or background."""
    above = s.heads[verb]
    if any(s.lemmas[p] == "accord" for p in s.kids(verb, "prep")):
        return Told.REPORTED
    if s.deps[verb] not in ("ccomp", "acl") or above == verb:
        return Told.EARLIER
    if s.pos[above] == "NOUN":
        return Told.REPORTED if s.lemmas[above] in _NEWS_NOUNS else Told.EARLIER
    tellers = s.kids(above, "nsubj", "nsubjpass")
    if any(_is_one_of(s, t, _OF_HISTORY) for t in tellers) and not _tells_of_itself(s, verb):
        return Told.HISTORY
    if s.lemmas[above] not in _SPEECH or s.lemmas[above] in _RECALLING or s.tags[above] in ("VBZ", "VBP"):
        return Told.EARLIER
    if _is_past_perfect(s, above, _auxiliaries(s, above)):
        return Told.EARLIER
    if any(_is_one_of(s, t, _RECORDS) for t in tellers) and not _tells_of_itself(s, verb):
        return Told.EARLIER
    return Told.REPORTED


_NEWS_NOUNS = frozenset("report claim rumour rumor news word announcement statement".split())


def _tells_of_itself(s: Sentence, verb: int) -> bool:
    """ "prosecutors said they had charged …", "the judge said he had been found guilty"."""
    return s.lemmas[verb] in _TRYING | _HOLDING | {"find", "hear", "rule", "clear"} or any(
        s.tags[t] == "PRP" for t in s.kids(verb, "nsubj")
    )


def _is_one_of(s: Sentence, teller: int, lemmas: frozenset[str]) -> bool:
    return bool(
        lemmas & {s.lemmas[teller], *(s.lemmas[c] for c in s.kids(teller, "compound", "appos", "amod"))}
    )


def _tried_or_mourned(s: Sentence, trigger: int, verb: int) -> Told | None:
    """ "jailed for killing two monks", "to mark the massacre": the deed is older than the news."""
    i = trigger
    while s.heads[i] != i and s.deps[i] not in ("ccomp", "parataxis"):
        head = s.heads[i]
        lemma = s.lemmas[head]
        judged = Told.HISTORY if lemma in _JUDGED else Told.EARLIER
        if s.deps[i] == "prep" and i != trigger and lemma in _TRYING | _HOLDING:
            links = ("for", "over", "of", "with", "after") if lemma in _TRYING else ("for", "over", "of")
            return judged if s.lemmas[i] in links and head != trigger else None
        if s.deps[i] == "advcl" and i == verb and lemma in _TRYING:
            return judged if any(s.lemmas[m] == "after" for m in s.kids(i, "mark")) else None
        if s.deps[i] == "dobj" and lemma in _REMEMBERING and s.pos[head] == "VERB":
            return Told.EARLIER if head != trigger else None
        i = head
    return None
