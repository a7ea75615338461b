"""Names as keys: folding, transliteration skeletons, and the shorter forms of a person's name.

``key`` is what names are stored and looked up by: case, accents, hyphens, apostrophes and full
stops do not count.  ``skeleton`` goes further and maps the common transliterations of one foreign
spelling to one string; it is only asked when ``key`` finds nothing.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from .words import FAMILY_FIRST, GIVEN_NAMES, GIVEN_USED, IRREGULAR_PLURALS, LOWER_STARTS, PARTICLES

_LETTERS = (
    "ø>o ł>l đ>d ð>d þ>th ß>ss æ>ae œ>oe ı>i ə>a ŋ>n ħ>h ŧ>t İ>i ’>' ‘>' ʼ>' ʻ>' ʿ>' ʾ>' `>' ´>' ′>' ‐>- ‑>-"
)
_SPECIAL = str.maketrans({**dict(pair.split(">") for pair in _LETTERS.split(" ")), "&": " and "})
_POSSESSIVE = re.compile(r"'s(?![a-z0-9])")
_INITIALS = re.compile(r"(?<![a-z0-9])((?:[a-z]\.)+[a-z]?)(?![a-z0-9])")
_WORD = re.compile(r"[^\W_]+")
_ALIKE = {
    "saint": "st",
    "sainte": "st",
    "ste": "st",
    "organization": "organisation",
    "organizations": "organisations",
    "defense": "defence",
    "defenses": "defences",
    "center": "centre",
    "centers": "centres",
    "govt": "government",
    "govts": "governments",
    "dept": "department",
    "depts": "departments",
    "parlt": "parliament",
    "oppn": "opposition",
}
"""Spellings that are one, and what headlines cut short ("Govt bans paper")."""
_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
_ARTICLES = frozenset(["al", "el", "ul", "ad", "as", "ash", "ar", "an", "at", "az", "ed", "ud"])
_RULES = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"(?:skyy|skyj|skij|skiy|skii|skyi|sky|skey)\b", "ski"),
        (r"(?<=[oe])(?:ff|w)\b", "v"),
        (r"enko\b", "enka"),
        (r"(?<=ch)ov\b", "ev"),
        (r"(?:eh|ah|e)\b", "a"),
        (r"tsch|tch|cz", "ch"),
        (r"dzh|dj|zh", "j"),
        (r"sch|sh|sz", "s"),
        (r"kh", "h"),
        (r"gh", "g"),
        (r"dh", "d"),
        (r"th", "t"),
        (r"ph", "f"),
        (r"ck|q|c(?=[aoukqlrt])", "k"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"ou|oo|o", "u"),
        (r"[ae]?[iy]+|e+", "i"),
        (r"(\w)\1+", r"\1"),
        (r" ", ""),
    )
)


@lru_cache(maxsize=1 << 17)
def parts(word: str) -> tuple[str, ...]:
    """The folded pieces of one word: ``al-Assad's`` gives ``("al", "assad")``."""
    text = word.translate(_SPECIAL)
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    text = _POSSESSIVE.sub("", text.casefold().translate(_SPECIAL))
    if "." in text:
        text = _INITIALS.sub(lambda found: found.group(1).replace(".", ""), text)
    return tuple(_ALIKE.get(p, p) for p in _WORD.findall(text.replace("'", "")))


def key(name: str) -> str:
    """The form that ``name`` is stored under; a leading "the" is dropped."""
    pieces = [p for word in name.split() for p in parts(word)]
    if len(pieces) > 1 and pieces[0] == "the":
        pieces = pieces[1:]
    return " ".join(pieces)


def is_acronym(name: str) -> bool:
    """Whether ``name`` is written in capitals only, so that case tells it from a word ("US", "WHO")."""
    letters = [c for c in name if c.isalpha()]
    return 1 < len(letters) <= 7 and " " not in name and all(c.isupper() for c in letters)


@lru_cache(maxsize=1 << 15)
def capitals(text: str) -> bool:
    """Whether every letter of ``text`` (its possessive aside) is a capital."""
    bare = text.translate(_SPECIAL)
    bare = bare[:-2] if bare.endswith(("'s", "'S")) else bare
    letters = [c for c in bare if c.isalpha()]
    return bool(letters) and all(c.isupper() for c in letters)


@lru_cache(maxsize=1 << 15)
def skeleton(folded: str) -> str:
    """The transliteration skeleton of a ``key``; the same for the usual spellings of one foreign name."""
    pieces = [GIVEN_NAMES.get(p, p) for p in folded.split()]
    text = " ".join([p for p in pieces if p not in _ARTICLES] or pieces)
    for pattern, to in _RULES:
        text = pattern.sub(to, text)
    return text


def plain_person(folded: str) -> str:
    """A person's key without middle initials and without "Jr", "II"."""
    pieces = folded.split()
    return " ".join(p for i, p in enumerate(pieces) if not i or (len(p) > 1 and p not in _SUFFIXES))


def _surname_start(pieces: list[str]) -> int:
    """Where the surname begins in a name in western order: its last word with the particles before it."""
    start = len(pieces) - 1
    while start > 1 and pieces[start - 1] in PARTICLES:
        start -= 1
    return start


def surnames(name: str, country: str = "") -> list[str]:
    """The keys by which a second mention calls the person: surname, with and without its particle."""
    if " of " in key(name):
        return []  # "Philippe of Belgium" is not called "Belgium"
    pieces = plain_person(key(name)).split()
    if len(pieces) < 2:
        return []
    if country in FAMILY_FIRST:
        found = [pieces[0]]
    else:
        start = _surname_start(pieces)
        found = [" ".join(pieces[start:]), pieces[-1]]
        if start > 1 and start == len(pieces) - 1:
            found.append(" ".join(pieces[-2:]))
    if country in GIVEN_USED:
        found += [pieces[0], pieces[-1]]
    return [surname for surname in dict.fromkeys(found) if len(surname) > 1]


def short_forms(name: str, country: str = "") -> list[str]:
    """Keys of shorter full names: without middle names, initials and suffixes."""
    folded = key(name)
    pieces = plain_person(folded).split()
    forms = [" ".join(pieces)]
    if len(pieces) >= 3 and country not in FAMILY_FIRST:
        start = _surname_start(pieces)
        forms += [" ".join([pieces[0], *pieces[start:]]), f"{pieces[0]} {pieces[-1]}"]
        if start > 1:
            forms.append(" ".join(pieces[1:]))
    return [form for form in dict.fromkeys(forms) if form != folded and " " in form]


@lru_cache(maxsize=1 << 15)
def singular(word: str) -> str:
    """The singular, British form of a folded English noun, by rule."""
    if word in IRREGULAR_PLURALS:
        return IRREGULAR_PLURALS[word]
    if word.endswith("men"):
        return word[:-2] + "an"
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "sis", "xis", "ris")):
        return word[:-1]
    return word


def phrase_key(phrase: str) -> str:
    """The key of a common-noun phrase: every word folded and singular."""
    return " ".join(singular(p) for word in phrase.split() for p in parts(word))


__all__ = [
    "LOWER_STARTS", "PARTICLES", "capitals", "is_acronym", "key", "parts", "phrase_key", "plain_person",
    "short_forms", "singular", "skeleton", "surnames",
]  # fmt: skip
