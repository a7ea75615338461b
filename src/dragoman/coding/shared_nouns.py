"""One noun for two nations: "US and British activists" are activists of both."""

from __future__ import annotations

from dragoman.coding.trees import attach, rehang
from dragoman.language import Sentence

_LIKE_ADJECTIVES = frozenset("US U.S. UK U.K. EU UN U.N. NATO Nato AU ECOWAS ASEAN".split())
"""Names that have no adjective and stand before a noun as one."""


_BETWEEN_TWO = frozenset("summit meeting talk talks call encounter handshake dialogue".split())


def repair(s: Sentence) -> None:
    """Apply every repair of this module."""
    _two_before_and(s)
    _two_by_comma(s)
    _several_before_and(s)
    _two_by_hyphen(s)
    _two_sides(s)
    _of_the_whole(s)
    _of_both_owners(s)
    _each_ones(s)
    _of_a_leader(s)


_OF_BOTH = frozenset(
    "support decision plan refusal role stance position effort policy response bid agreement deal accord "
    "border dispute relation tie war trade call demand proposal failure recognition".split()
)
"""What two states have or do, where the second alone bears the ending: "Iran and Iraq's border"."""


def _of_both_owners(s: Sentence) -> None:
    """ "condemned Kenya and Chad's support for the rebels": it is both states' support."""
    for owner in s.labelled("poss", 2):
        noun, first = s.heads[owner], owner - 2
        if s.words[owner - 1] != "and" or s.lemmas[noun] not in _OF_BOTH or s.deps[noun] != "conj":
            continue
        if (
            s.heads[noun] != first
            or s.pos[first] != "PROPN"
            or s.pos[owner] != "PROPN"
            or s.kids(first, "case")
        ):
            continue
        attach(s, noun, s.heads[first], s.deps[first])
        attach(s, first, noun, "poss")
        attach(s, owner, first, "conj")


def _each_ones(s: Sentence) -> None:
    """ "Chad's and Niger's envoys met": the envoys of both, and not Chad itself."""
    for owner in s.labelled("poss", 3) if "'s" in s.bag or "’s" in s.bag else ():
        noun, first = (
            s.heads[owner],
            next((i for i in (owner - 3, owner - 4) if i >= 0 and _marked(s, i)), None),
        )
        if first is None or s.words[owner - 1].lower() not in ("and", "or") or not s.kids(owner, "case"):
            continue
        beside = s.heads[noun] == first and s.deps[noun] == "conj"
        both = s.heads[noun] == s.heads[first] and s.deps[noun] == s.deps[first]
        if s.pos[first] != "PROPN" or s.deps[first] == "poss" or not (beside or both):
            continue
        if beside:
            attach(s, noun, s.heads[first], s.deps[first])
        attach(s, first, noun, "poss")
        attach(s, owner, first, "conj")


def _marked(s: Sentence, i: int) -> bool:
    """True for a word with its own "'s" right behind it."""
    return s.words[i + 1] in ("'s", "’s") and s.heads[i + 1] == i


_FOLLOWING = frozenset(
    "militia movement army group party faction supporter follower militant fighter loyalist bloc camp".split()
)
"""What people have who lead others."""


def _of_a_leader(s: Sentence) -> None:
    """ "Members of the cleric Ali Omar's militia": of the militia, which is his."""
    for owner in s.labelled("poss", 3):
        top, title = s.heads[owner], owner
        while title > 1 and s.heads[title - 1] == owner and s.deps[title - 1] == "compound":
            title -= 1
        title -= 1
        if s.lemmas[top] not in _FOLLOWING or s.pos[owner] != "PROPN" or s.deps[top] not in ("appos", "dobj"):
            continue
        if s.pos[title] != "NOUN" or s.deps[title] != "pobj" or s.lemmas[s.heads[title]] != "of":
            continue
        attach(s, top, s.heads[title], "pobj")
        attach(s, title, owner, "compound")


_CRAFT = frozenset("jet plane aircraft helicopter drone ship boat vessel tanker trawler".split())


def _of_the_whole(s: Sentence) -> None:
    """ "a Sudanese fighter jet": the jet is Sudanese, whatever the parser hangs the word on."""
    for c in s.labelled("amod"):
        inner = s.heads[c]
        whole = s.heads[inner]
        if c != inner - 1 or whole != inner + 1 or s.deps[inner] != "compound" or s.pos[inner] != "NOUN":
            continue
        if s.lemmas[whole] in _CRAFT and s.words[c][:1].isupper() and s.words[c].isalpha():
            attach(s, c, whole, "amod")


_SIDES = frozenset(
    "activist protester protestor demonstrator supporter student villager worker rebel militant fighter "
    "gunman insurgent guerrilla rioter striker follower loyalist resident farmer tribesman terrorist miner "
    "monk".split()
)
"""Heads of phrases that the police or troops are never a part of."""


def _two_sides(s: Sentence) -> None:
    """ "Police and opposition activists clashed": two sides, no activists of the police."""
    for i in s.labelled("nmod"):
        head = s.heads[i]
        many = s.tags[i] in ("NNS", "NNPS") or s.lemmas[i] == "police"
        if not many or s.lemmas[head] not in _SIDES or s.tags[head] != "NNS":
            continue
        inner = [c for c in s.kids(i, "conj") if i < c < head and s.tags[c] not in ("NNS", "NNPS")]
        if len(inner) != 1 or not any(
            s.deps[c] == "cc" and s.words[c].lower() == "and" for c in s.children[i]
        ):
            continue
        above, dep = s.heads[head], s.deps[head]
        rehang(s, [c for c in s.children[head] if c < i], i)
        attach(s, i, i if above == head else above, dep)
        attach(s, head, i, "conj")
        attach(s, inner[0], head, "compound")


def _two_by_hyphen(s: Sentence) -> None:
    """ "the Reagan-Gorbachev summit": one of the two with the other."""
    for second in s.labelled("compound", 2):
        noun, first = s.heads[second], second - 2
        if s.lemmas[noun].lower() not in _BETWEEN_TWO or s.words[second - 1] != "-":
            continue
        if s.heads[first] not in (second, noun) or s.deps[first] != "compound":
            continue
        if s.words[first][:1].isupper() and s.words[second][:1].isupper() and s.pos[second] == "PROPN":
            attach(s, first, noun, "compound")
            attach(s, second, first, "conj")
            s.pos[first], s.tags[first] = "PROPN", "NNP"


_OFFICES = frozenset(
    "minister president premier leader chief official army government ambassador envoy".split()
)


def _two_by_comma(s: Sentence) -> None:
    """ "Maltese, Libyan foreign ministers agree", "the presidents of Kenya, Uganda met": those of both."""
    for comma in range(1, len(s) - 2):
        first, second = comma - 1, comma + 1
        if s.words[comma] != "," or not s.words[first][:1].isupper() or not s.words[second][:1].isupper():
            continue
        noun = s.heads[second]
        apart = s.deps[second] == s.deps[first] == "amod" and s.heads[first] != noun > second
        if apart and s.lemmas[noun] in _OFFICES and s.tags[noun] in ("NNS", "NNPS"):
            attach(s, first, second, "conj")
        of = s.heads[first]
        if s.deps[second] != "appos" or noun != first or s.lemmas[of] != "of" or s.deps[first] != "pobj":
            continue
        whose = s.heads[of]
        plural = s.lemmas[whose] in _OFFICES and s.tags[whose] in ("NNS", "NNPS")
        if plural and s.words[max(s.subtree(second)) + 1 : max(s.subtree(second)) + 2] != [","]:
            s.deps[second] = "conj"


def _two_before_and(s: Sentence) -> None:
    """A short name that the parser joins to the noun behind "and" qualifies that noun."""
    for i in range(len(s) - 3):
        if s.words[i] not in _LIKE_ADJECTIVES or (s.children[i] and s.children[i][0] < i):
            continue
        if s.words[i + 1].lower() not in ("and", "or") or s.deps[i] in ("compound", "amod"):
            continue
        noun = next((c for c in s.kids(i, "conj") if s.tags[c] in ("NNS", "NNPS")), None)
        amods = s.kids(noun, "amod") if noun is not None else []
        nation = next((c for c in amods if min(s.subtree(c)) == i + 2), None)  # "South Korean" too
        if noun is None or nation is None or not s.words[nation][:1].isupper():
            continue
        below = [c for c in s.children[i] if c not in (noun, i + 1)]
        attach(s, noun, s.heads[i] if s.heads[i] != i else noun, s.deps[i])
        attach(s, i, noun, "amod")
        attach(s, nation, i, "conj")
        rehang(s, below, noun)


def _several_before_and(s: Sentence) -> None:
    """ "fired at US, British and Iraqi troops", "on United States and German forces": troops of all."""
    for i in range(len(s) - 4):
        own = s.words[i] in _LIKE_ADJECTIVES
        two = s.words[i] in ("States", "Nations") and i > 0 and s.words[i - 1] == "United"
        first = i - two
        if not (own or two) or s.deps[i] not in ("pobj", "dobj") or s.words[i + 1] not in (",", "and"):
            continue
        if any(c < first for c in s.children[i]) or not s.words[i + 2][:1].isupper():
            continue
        nation = i + 2
        noun = s.heads[nation]
        joined = s.words[i + 1] == "and" or any(s.lemmas[c] == "and" for c in s.kids(nation, "cc"))
        if s.deps[nation] != "amod" or noun < nation or s.tags[noun] != "NNS" or not joined:
            continue
        head, dep = s.heads[i], s.deps[i]
        below = [c for c in s.children[i] if c > i and c != noun]
        attach(s, noun, head, dep)
        attach(s, i, noun, "amod")
        attach(s, nation, i, "conj")
        for c in below:
            attach(s, c, i if c < nation else noun, s.deps[c])
