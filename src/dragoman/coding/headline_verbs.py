"""Verbs of headlines that the parser takes for nouns: "US marines land in Haiti", "Army voids election".

News is written in the past tense, headlines in the present, whose forms are those of nouns.  Where a
headline was parsed without a verb that stands in it by all signs, it is parsed once more with the
past tense of that verb in its place ("marines landed in Haiti"), which no parser mistakes.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from dragoman.coding.headlines import EVENT_NOUNS, TOPICS, UNINFLECTED
from dragoman.coding.people import PERSON_NOUNS
from dragoman.coding.trees import FINITE
from dragoman.language import Parser, Piece, Sentence, stems

_MODIFIERS = frozenset(
    "arms sanctions elections talks rights sports affairs operations services systems communications "
    "savings sales goods news series means headquarters barracks customs logistics economics politics "
    "works weapons drugs human women's".split()
)
"""Plurals that stand before another noun: "sanctions plan"."""
_ALONE = frozenset("march rally protest strike clash fight battle riot vote move talk".split())
"""Verbs of crowds, troops and envoys, nouns as often, that need no object: "Bulgarians march over prices"."""
_STRIKES = frozenset("attacks raids shells bombs ambushes storms".split())
_ONE_BAND = frozenset("group gang gunman bomber militia mob army rebel militant band attacker navy".split())
"""One band that does what else would be its deeds: "Armed group attacks town"."""
_OF_DEEDS = frozenset(
    "toll claim claims death deaths victim victims threat fears plan plans suspect case".split()
)
"""What follows deeds that are nouns: "army raids toll"."""
_OPENS = frozenset("the a an his her its their our no all some two three four five six hundreds".split())
_HELD = ("NOUN", "PROPN", "ADJ", "ADP", "ADV", "VERB", "NUM", "X", "INTJ")
_SWALLOWED = ("compound", "amod", "poss", "pobj", "npadvmod", "nummod", "appos")
"""What a verb is to the noun that a parser makes it part of."""
_LIKE_NAMES = ("PROPN", "NUM", "DET", "PRON")


def read_again(parser: Parser, pieces: Sequence[Piece], sentences: list[Sentence], verbs: Set[str]) -> None:
    """Put a better parse in the place of headlines whose verb was taken for a noun.

    Args:
        parser: reads the sentences that need it once more.
        pieces: what was parsed.
        sentences: what came of it, in the same order; changed in place.
        verbs: the lemmas that can tell an event.
    """
    found = {i: told for i, s in enumerate(sentences) if _verbless(s) and (told := misread(s, verbs))}
    if not found:
        return
    again = parser.parse(replace(pieces[i], acts=tuple(told)) for i, told in found.items())
    for (i, told), s in zip(found.items(), again, strict=True):
        at = [s.starts.index(start) for start, _ in told if start in s.starts]
        if all(s.kids(v, "nsubj") or s.deps[v] == "conj" for v in at):
            sentences[i] = s


def _verbless(s: Sentence) -> bool:
    """A headline, or a sentence of a brief told in the present tense: "The court |jails activist Li Wei."."""
    return s.field == "title" or (len(s) > 0 and s.pos[s.root] not in ("VERB", "AUX"))


def misread(s: Sentence, verbs: Set[str]) -> list[tuple[int, str]]:
    """Where the words begin that must be verbs but were not taken for one, with their lemmas."""
    for v in range(1, len(s)):
        base = _base(s, v, verbs)
        if base:  # the first one makes sense of the rest, or nothing does
            fits = _follows(s, v, base) and not _in_a_subject(s, v, base) and not _has_verb(s, v, verbs)
            return [(s.starts[v], base)] if fits else []
    return []


def _base(s: Sentence, v: int, verbs: Set[str]) -> str | None:
    """The lemma that a word has as the verb of what stands before it, None where it can be none."""
    word = s.words[v]
    if not word.islower() or not word.isalpha() or s.pos[v] not in _HELD or s.kids(v, "det", "aux"):
        return None
    if s.pos[v] == "ADP" and (word in _IN or word == "of"):
        return None
    taken = s.pos[v] == "VERB" and (s.kids(v, "nsubj") or s.deps[v] in ("conj", "advcl", "ccomp", "xcomp"))
    misread_too = s.deps[v - 1] in _SWALLOWED or (s.tags[v - 1] in ("VBP", "VB") and s.deps[v] in _SWALLOWED)
    before = s.pos[v - 1] in ("NOUN", "PROPN", "ADJ", "NUM") or misread_too
    if taken or not before:
        return None
    if word.endswith("s") and not word.endswith("ss"):
        bases = [x for x in stems(word) if x != word and x in verbs]
        one = not _plural(s, v - 1) or s.words[v - 1].lower() in UNINFLECTED
        return min(bases, key=len) if bases and one and s.tags[v] in ("NNS", "NN") else None
    several = (
        _plural(s, v - 1) or _plural_in_a_place(s, v - 1) or _two_named(s, v - 1) or _two_offices(s, v - 1)
    )
    return word if word in verbs and several else None


def _two_named(s: Sentence, b: int) -> bool:
    """ "Minister Ana Ruiz and envoy Luis Paz |resign over …": two persons are several."""
    if s.pos[b] != "PROPN":
        return False
    link = next((k for k in range(b - 1, max(0, b - _FEW - 3), -1) if s.words[k] == "and"), 0)
    return link > 1 and s.pos[link - 1] == "PROPN" and s.words[b][:1].isupper()


def _two_offices(s: Sentence, b: int) -> bool:
    """ "Omani minister, UN envoy |review truce": two who hold an office, with a comma between them."""
    if s.lemmas[b] not in PERSON_NOUNS:
        return False
    comma = next((k for k in range(b - 1, max(0, b - _FEW), -1) if s.words[k] == ","), 0)
    return comma > 0 and s.lemmas[comma - 1] in PERSON_NOUNS and "," not in s.words[:comma]


_IN = frozenset({"in", "from", "at", "near", "outside"})


def _plural_in_a_place(s: Sentence, b: int) -> bool:
    """ "Police in Belarus |detain activists", "Guards of the Duma |strike": a subject told with its place."""
    at = b
    while at > 0 and s.words[at][:1].isupper() and s.words[at].isalpha():
        at -= 1
    at -= at > 0 and s.words[at] == "the"
    return 0 < at < b and s.words[at] in (*_IN, "of") and at <= _FEW and _plural(s, at - 1)


_FEW = 4
"""Words that the subject of a headline has before its place, at most."""


def _plural(s: Sentence, b: int) -> bool:
    word = s.words[b].lower()
    if word in UNINFLECTED:
        return True
    if s.words[b][:-1].isupper() and s.words[b].endswith("s") and len(word) > len("xx"):  # "MPs"
        return True
    ends = word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in _MODIFIERS
    small = not s.words[b][:1].isupper()
    many = small or s.tags[b] in ("NNS", "NNPS", "VBZ") or word.endswith("ians")
    return ends and len(word) > len("xxx") and many


_FIRST_NOUNS = frozenset("arrest search travel trade release strike".split())
"""Nouns before another noun that a parser takes for verbs: "arrest warrant", "travel ban"."""


_SAID_OF_DEEDS = frozenset(
    "intensified increased renewed reported alleged continued repeated planned proposed expanded unprovoked "
    "escalated stepped-up targeted armed organised organized sustained prolonged".split()
)
"""Participles before a noun that a parser takes for the verb of a headline."""


def _starts_a_noun(s: Sentence, i: int) -> bool:
    """ "arrest warrant", "travel ban": a noun before a noun, taken for a verb."""
    return s.words[i].lower() in _FIRST_NOUNS and s.pos[i] == "VERB" and s.pos[i + 1 : i + 2] == ["NOUN"]


def _follows(s: Sentence, v: int, base: str) -> bool:
    """True where what comes after can be a verb's object or tells where."""
    if v + 1 == len(s):
        return False
    following, word = s.pos[v + 1], s.words[v + 1].lower()
    if _starts_a_noun(s, v + 1):
        return True  # "judge issues arrest warrant"
    if base in EVENT_NOUNS or base in TOPICS:  # "Taliban attack Kunduz"; but "rebels attack claim"
        alone = s.words[v].lower() in _ALONE and (word == "to" or (following == "ADP" and word != "of"))
        by_one = (
            s.words[v].lower() in _STRIKES and s.lemmas[v - 1] in _ONE_BAND and following in ("NOUN", "ADJ")
        )
        by_one = by_one and word not in _OF_DEEDS
        return following in _LIKE_NAMES or word in _OPENS or alone or by_one
    if word in _SAID_OF_DEEDS and s.tags[v] == "NNS":
        return True  # "Nigeria blasts renewed raids"
    swallowed = s.deps[v + 1] in _SWALLOWED  # "slaps travel bans"; but "Truck bombs tear into embassy"
    return (following == "VERB" and (s.words[v] == base or swallowed)) or following in (
        *_LIKE_NAMES,
        "NOUN",
        "ADJ",
        "ADP",
        "ADV",
        "PART",
    )


def _in_a_subject(s: Sentence, v: int, base: str) -> bool:
    """True inside a later verb's subject, for a word that is a noun as often: "Russia strikes kill ten"."""
    return (base in EVENT_NOUNS or base in TOPICS) and any(
        s.tags[u] in FINITE
        and not _starts_a_noun(s, u)
        and any(v in s.subtree(k) for k in s.kids(u, "nsubj", "nsubjpass"))
        for u in range(v + 1, len(s))
    )


def _has_verb(s: Sentence, v: int, verbs: Set[str]) -> bool:
    """True where the clause has a verb with a subject before the word."""
    for u in range(v - 1, -1, -1):
        if s.words[u] in (",", ";", ":") or s.words[u].lower() in (
            "as",
            "after",
            "while",
            "but",
            "and",
            "when",
        ):
            return False
        if s.words[u] in _IN or (
            u == 0 and s.tags[u] == "VB" and s.lemmas[u] not in verbs
        ):  # "Zambia police"
            continue
        if s.tags[u] in (*FINITE, "VB", "VBN", "VBG", "TO") and u < v - 1:
            return True
    return False
