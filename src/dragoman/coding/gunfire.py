"""Fire that the parser takes for a verb: "killed in police firing", "Israeli shelling hit a market"."""

from __future__ import annotations

from dragoman.coding.trees import attach, rehang
from dragoman.language import Sentence

_FIRE = frozenset("firing shelling bombing shooting strafing bombings shootings".split())
_LED_BY = frozenset({"in", "by", "from", "during", "after", "of", "under", "with"})


def repair(s: Sentence) -> None:
    """The word of fire is the noun, and who fires stands before it as its owner."""
    for i in range(1, len(s)):
        if s.words[i].lower() not in _FIRE or not s.tags[i].startswith(("VBG", "NN")):
            continue
        who = i - 1
        if s.kids(i, "dobj", "nsubj", "auxpass") or s.kids(who, "det", "prep", "relcl", "conj"):
            continue  # "police shelling the town"
        if _is_led(s, who, i):
            _as_noun(s, who, i, s.heads[who], "pobj")
        elif _is_subject(s, who, i):
            _as_noun(s, who, i, s.heads[who], s.deps[who])


def _is_led(s: Sentence, who: int, fire: int) -> bool:
    led = s.deps[who] == "pobj" and s.lemmas[s.heads[who]] in _LED_BY
    return led and s.deps[fire] in ("acl", "advcl", "pcomp", "amod")


def _is_subject(s: Sentence, who: int, fire: int) -> bool:
    verb = s.heads[who]
    fired = (s.deps[fire] == "aux" and s.heads[fire] == verb) or (
        s.deps[fire] == "acl" and s.heads[fire] == who and fire + 1 == verb
    )
    return s.deps[who] in ("nsubj", "nsubjpass") and fired


def _as_noun(s: Sentence, who: int, fire: int, head: int, dep: str) -> None:
    attach(s, fire, head, dep)
    attach(s, who, fire, "amod" if s.pos[who] == "ADJ" else "compound")
    rehang(s, s.kids(who, "amod", "compound", "nmod", "nummod"), fire)
    s.pos[fire], s.tags[fire], s.lemmas[fire] = "NOUN", "NN", s.words[fire].lower()
