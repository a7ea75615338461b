"""Names as keys: folding, transliteration skeletons, and the shorter forms of a person's name.

``key`` is what names are stored and looked up by: case, accents, hyphens, apostrophes and full
stops do not count.  ``skeleton`` goes further and maps the common transliterations of one foreign
spelling to one string; it is only asked when ``key`` finds nothing.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SPECIAL = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ə": "a",
        "ŋ": "n",
        "ħ": "h",
        "ŧ": "t",
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "ʻ": "'",
        "ʿ": "'",
        "ʾ": "'",
        "`": "'",
        "´": "'",
        "′": "'",
        "&": " and ",
        "‐": "-",
        "‑": "-",
        "İ": "i",
    }
)
_POSSESSIVE = re.compile(r"'s(?![a-z0-9])")
_INITIALS = re.compile(r"(?<![a-z0-9])((?:[a-z]\.)+[a-z]?)(?![a-z0-9])")
_WORD = re.compile(r"[^\W_]+")
_ALIKE = {"saint": "st", "sainte": "st", "ste": "st"}

PARTICLES = frozenset(
    ["al", "el", "ul", "ud", "ed", "ad", "as", "ash", "ar", "an", "at", "az", "bin", "ben", "ibn", "bint", "abu", "de", "da", "di", "do", "dos", "das", "del", "della", "della", "la", "le", "van", "von", "der", "den", "ter", "ten", "du", "ould", "st", "of", "y", "e"]
)
"""Words that belong to the surname after them ("al-Assad", "de Gaulle", "bin Salman")."""
LOWER_STARTS = frozenset(["al", "el", "ad", "as", "ash", "ar", "an", "at", "az", "bin", "ben", "ibn", "abu", "de", "da", "di", "van", "von", "der", "ould", "ul"])
"""Lower-case words with which a name may begin ("al-Qaeda", "de Gaulle")."""
FAMILY_FIRST = frozenset(["CHN", "TWN", "HKG", "MAC", "KOR", "PRK", "SGP"])
"""Countries in whose names the family name comes first."""
GIVEN_USED = frozenset(["THA", "ETH", "ERI", "MMR", "MYS", "VNM", "IDN", "KHM", "LAO", "ISL", "SOM", "DJI", "BTN", "MNG", "LKA"])
"""Countries whose people are also called by their first or last name alone."""
GREAT = frozenset(
    ["USA", "RUS", "SUN", "CHN", "GBR", "FRA", "DEU", "JPN", "IND", "ISR", "IRN", "IRQ", "SYR", "TUR", "PAK", "UKR", "SAU", "EGY", "BRA", "ZAF", "PRK", "KOR"]
)
"""Countries whose leaders need no introduction in English news."""
_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])


@lru_cache(maxsize=1 << 17)
def parts(word: str) -> tuple[str, ...]:
    """The folded pieces of one word: ``al-Assad's`` gives ``("al", "assad")``."""
    text = word.translate(_SPECIAL)
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
        text = text.translate(_SPECIAL)
    text = text.casefold().translate(_SPECIAL)
    text = _POSSESSIVE.sub("", text)
    if "." in text:
        text = _INITIALS.sub(lambda m: m.group(1).replace(".", ""), text)
    text = text.replace("'", "")
    return tuple(_ALIKE.get(p, p) for p in _WORD.findall(text))


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


def capitals(text: str) -> bool:
    """Whether every letter of ``text`` (its possessive aside) is a capital."""
    bare = text.translate(_SPECIAL)
    bare = bare[:-2] if bare.endswith(("'s", "'S")) else bare
    letters = [c for c in bare if c.isalpha()]
    return bool(letters) and all(c.isupper() for c in letters)


_GIVEN = {
    alike: first
    for first, others in {
        "muhammad": "mohammed mohamed mohammad mohamad muhammed mohamud mahomed muhamed mohammadi mohd muhamad mehmed",
        "ahmad": "ahmed achmed akhmed",
        "mahmud": "mahmoud mahmood mehmood",
        "yusuf": "yousef yousuf youssef yusef yousif youssouf yussuf yussef",
        "abdal": "abdul abdel abdol abdoul",
        "husain": "hussein hussain husayn hossein hosein husein hussien hoessein",
        "hasan": "hassan hasson",
        "aleksandr": "alexander aleksander alexandr oleksandr aliaksandr alyaksandr aleksandar alexandre",
        "sergei": "sergey sergej serhiy serhii siarhei siarhiej",
        "nikolai": "nikolay nicolai mykola nikolaj",
        "vladimir": "volodymyr uladzimir wladimir",
        "dmitri": "dmitry dmitriy dmytro dmitrij",
        "viktor": "victor",
        "yuri": "yury yuriy yurii jurij juri iurii",
        "andrei": "andrey andrej andriy andrii",
        "aleksei": "alexei alexey aleksey oleksiy oleksii",
        "evgeni": "yevgeny evgeny yevgeni yevgeniy evgenij",
        "mikhail": "mikhael mykhailo mykhaylo",
        "ibrahim": "ebrahim ibraheem",
        "ismail": "ismael esmail ismaeel",
        "khalid": "khaled khaleed",
        "said": "saeed saied sayeed",
        "rashid": "rasheed rachid",
        "karim": "kareem",
        "salih": "saleh",
        "usman": "osman othman uthman ousmane",
        "umar": "omar",
        "sulaiman": "suleiman sulayman soleiman suleyman solaiman",
        "mustafa": "mostafa moustafa moustapha",
        "abdallah": "abdullah abdulla abdellah abdoulaye",
    }.items()
    for alike in others.split()
}
_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"(skyy|skyj|skij|skiy|skii|skyi|sky|ski|skey)(?= |$)", "ski"),
        (r"(?<=[aeiouy])(ff|w)(?= |$)", "v"),
        (r"tch|tsch|tsh", "ch"),
        (r"kh|ch(?=[aou])", "h"),
        (r"gh", "g"),
        (r"dh|dj|zh", "d"),
        (r"th", "t"),
        (r"ph", "f"),
        (r"sch|sz|sh", "s"),
        (r"ck|q|c(?=[aoukqlrt])", "k"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"ou|oo|o|u", "u"),
        (r"y[aeiou]?y?|ij|j(?=[aeou])", lambda m: "i" + m.group(0)[1:].replace("y", "")),
        (r"ai|ei|ay|ey|ee|ie|i+", "i"),
        (r"e", "i"),
        (r"i+", "i"),
        (r"([a-z])\1+", r"\1"),
    )
    if isinstance(to, str)
)


@lru_cache(maxsize=1 << 15)
def skeleton(folded: str) -> str:
    """The transliteration skeleton of a ``key``; the same for the usual spellings of one foreign name."""
    words = [_GIVEN.get(w, w) for w in folded.split()]
    if len(words) > 1:
        words = [w for w in words if w not in ("al", "el", "ul", "ad", "as", "ash", "ar", "an")] or words
    text = " ".join(words).replace("y", "i").replace("j", "i" if "ji" not in folded else "j")
    for pattern, to in _RULES:
        text = pattern.sub(to, text)
    return text.replace(" ", "")


def plain_person(folded: str) -> str:
    """A person's key without middle initials and without "Jr", "II"."""
    pieces = folded.split()
    kept = [p for i, p in enumerate(pieces) if not (i and len(p) == 1) and not (i and p in _SUFFIXES)]
    return " ".join(kept)


def surnames(name: str, country: str = "") -> list[str]:
    """The keys by which a second mention calls the person: surname, with and without its particle."""
    pieces = plain_person(key(name)).split()
    if len(pieces) < 2:
        return []
    found: list[str] = []
    if country in FAMILY_FIRST:
        found.append(pieces[0])
    else:
        start = len(pieces) - 1
        while start > 1 and pieces[start - 1] in PARTICLES:
            start -= 1
        found.append(" ".join(pieces[start:]))
        if start < len(pieces) - 1:
            found.append(pieces[-1])
        if start > 1 and start == len(pieces) - 1 and len(pieces) > 2:
            found.append(" ".join(pieces[-2:]))
    if country in GIVEN_USED:
        found.append(pieces[0])
        found.append(pieces[-1])
    return [s for i, s in enumerate(found) if s not in found[:i] and len(s) > 1]


def short_forms(name: str, country: str = "") -> list[str]:
    """Keys of shorter full names: without middle names, initials and suffixes."""
    folded = key(name)
    pieces = plain_person(folded).split()
    forms = [" ".join(pieces)]
    if len(pieces) >= 3 and country not in FAMILY_FIRST:
        start = len(pieces) - 1
        while start > 1 and pieces[start - 1] in PARTICLES:
            start -= 1
        forms.append(" ".join([pieces[0], *pieces[start:]]))
        forms.append(" ".join([pieces[0], pieces[-1]]))
        if start > 1:
            forms.append(" ".join(pieces[1:]))
    return [f for i, f in enumerate(forms) if f != folded and " " in f and f not in forms[:i]]


_IRREGULAR = {
    "men": "man",
    "women": "woman",
    "people": "person",
    "children": "child",
    "wives": "wife",
    "thieves": "thief",
    "militiamen": "militiaman",
    "clergy": "clergy",
    "police": "police",
    "media": "media",
    "press": "press",
    "congress": "congress",
    "business": "business",
    "series": "series",
    "forces": "force",
    "troops": "troop",
    "affairs": "affairs",
    "politics": "politics",
    "intelligence": "intelligence",
    "news": "news",
    "gas": "gas",
    "foreign": "foreign",
    "mass": "mass",
    "boss": "boss",
    "actress": "actress",
    "princess": "princess",
    "los": "los",
    "corps": "corps",
    "chassis": "chassis",
    "defense": "defence",
    "labor": "labour",
    "emergencies": "emergency",
    "guerrillas": "guerrilla",
    "guerillas": "guerrilla",
    "guerilla": "guerrilla",
    "adviser": "adviser",
    "advisor": "adviser",
    "advisors": "adviser",
    "protestor": "protester",
    "protestors": "protester",
    "organization": "organisation",
    "organizations": "organisation",
    "center": "centre",
}


@lru_cache(maxsize=1 << 15)
def singular(word: str) -> str:
    """The singular, British form of a folded English noun, by rule."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("women") or word.endswith("men"):
        return word[:-2] + "an"
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def phrase_key(phrase: str) -> str:
    """The key of a common-noun phrase: every word folded and singular."""
    return " ".join(singular(p) for word in phrase.split() for p in parts(word))
