"""Weapons called by their names: "Iraqi Scuds", "two Mirages", "F-16s of the air force".

No list of common nouns holds them, and a parser takes them for persons or firms.  Where one stands for the
thing, it gets the lemma of the thing ("Scuds": missile), and the rows of the lexicon do the rest.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from dragoman import tsv
from dragoman.language import Sentence

_NUMBERED = re.compile(
    r"(?:(?P<jet>(?:F|Su|MiG|Mig|FA|JF|J|EA)-?\d{1,3}[A-Z]{0,2})|(?P<bomber>(?:B|Tu|H)-\d{1,3}[A-Z]{0,2})"
    r"|(?P<helicopter>(?:Mi|Ka|AH|UH|CH)-\d{1,3}[A-Z]?)|(?P<drone>(?:MQ|RQ|TB)-?\d{1,2})"
    r"|(?P<tank>T-\d\d[A-Z]?)|(?P<missile>(?:S|SS|SA|SM|KN|DF)-\d{1,3}))s?"
)
"""Letters and a number: what kind of thing they name."""
_NUMBERED_WORD = re.compile(rf"\b{_NUMBERED.pattern}\b")


@cache
def named() -> dict[str, str]:
    """``weapons.tsv``: a name in lower case and the common noun that it stands for."""
    return {row["name"].lower(): row["noun"] for row in tsv.rows(Path(__file__).parent / "weapons.tsv")}


@cache
def common_noun(word: str) -> str | None:
    """The common noun for a weapon's name as it is written: "Scuds" is a missile; "mirage" is none."""
    if not word[:1].isupper():
        return None
    low = word.lower()
    found = named().get(low) or (named().get(low[:-1]) if low.endswith("s") else None)
    if found or not any(c.isdigit() for c in word):
        return found
    numbered = _NUMBERED.fullmatch(word)
    return numbered.lastgroup if numbered else None


def kinds_in(text: str) -> set[str]:
    """Kinds of the weapons that a text names by letters and a number: for "F-16s were scrambled", jet."""
    found = (m.lastgroup for m in _NUMBERED_WORD.finditer(text)) if "-" in text else ()
    return {kind for kind in found if kind}


def call_by_kind(s: Sentence) -> None:
    """Give the names of weapons the lemma of what they are, where they are no part of another name."""
    for i, word in enumerate(s.words):
        noun = common_noun(word)
        if noun is None or _in_a_name(s, i):
            continue
        plural = word.endswith("s") and word.lower() not in named()
        s.lemmas[i], s.pos[i], s.tags[i] = noun, "NOUN", "NNS" if plural else "NN"
        s.bag |= {noun}


def _in_a_name(s: Sentence, i: int) -> bool:
    """ "Apache County", "Captain Harrier", "Agni Airport": part of a name."""
    if s.deps[i] == "compound" and s.words[s.heads[i]][:1].isupper():
        return common_noun(s.words[s.heads[i]]) is None
    return False


def plain(s: Sentence, h: int, text: str) -> str:
    """A phrase with its head, a weapon's name, as a common noun: "Sudanese Antonovs" are Sudanese planes."""
    noun = common_noun(s.words[h])
    if noun is None or s.lemmas[h] != noun or s.pos[h] != "NOUN":
        return text
    return text.replace(s.words[h], f"{noun}s" if s.tags[h] == "NNS" else noun)
