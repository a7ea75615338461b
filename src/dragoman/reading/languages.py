"""Which language a text is in: English is coded, others are recognised and said so."""

from __future__ import annotations

import re

_SAMPLE = 4000
"""Characters that are looked at; the rest of a report does not change its language."""
_COMMON = frozenset(
    "the of and to in a that on for with by from at said has have had was were is are be been as it its an "
    "after will would not his her their he she they which who this over into".split()
)
_LETTERS = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str | None:
    """ISO 639-1 code of the text's language, or None where it is too short to tell."""
    sample = text[:_SAMPLE]
    words = _LETTERS.findall(sample)
    if len(words) < 4 and len("".join(words)) < 20:
        return None
    if _share_of_english(words) >= 0.25:
        return "en"
    import py3langid

    code, _ = py3langid.classify(sample)
    if code != "en" and sample.isascii() and len(words) < 40 and _share_of_english(words) > 0.05:
        return "en"
    return str(code)


def _share_of_english(words: list[str]) -> float:
    """The share of English function words, which no other language comes near."""
    return sum(word.lower() in _COMMON for word in words) / max(1, len(words))
