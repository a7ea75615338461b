"""Words as the full-text search compares them, in SQL: lower case, no accents, no endings.

The same expression makes the index and takes a question apart, so the two cannot differ.
It knows the endings of English verbs and plurals and leaves all other words as they are.
"""

from __future__ import annotations

_ENDINGS = (
    (r"^(.{2,})ies$", r"\1y"),
    (r"^(.{2,}(?:s|x|z|ch|sh))es$", r"\1"),
    (r"^(.{2,}[^sui])s$", r"\1"),
    (r"^(.{2,})eed$", r"\1ee"),
    (r"^(.*[aeiouy].*.)(?:ed|ing)$", r"\1"),
    (r"^(.{3,})e$", r"\1"),
)
"""Endings and what is put for them, one after the other; at least three letters stay."""
_DOUBLED = "(?:bb|dd|gg|mm|nn|pp|rr|tt)$"


def folded(sql: str) -> str:
    """SQL for the text ``sql`` in lower case without accents."""
    return f"lower(strip_accents({sql}))"


def raw_words(sql: str) -> str:
    """SQL for the list of folded words of the text ``sql``."""
    return f"regexp_extract_all({folded(sql)}, '[\\p{{L}}\\p{{N}}]+')"


def terms(sql: str) -> str:
    """SQL for the list of search terms of the text ``sql``, in order, repeats kept."""
    return stemmed(raw_words(sql))


def stemmed(words: str) -> str:
    """SQL for the search terms of a list of folded words."""
    bare = "w"
    for pattern, put in _ENDINGS:
        bare = f"regexp_replace({bare}, '{pattern}', '{put}')"
    bare = f"list_transform({words}, lambda w: CASE WHEN length(w) > 3 THEN {bare} ELSE w END)"
    single = f"CASE WHEN length(w) > 3 AND regexp_matches(w, '{_DOUBLED}') THEN w[:-2] ELSE w END"
    return f"list_transform({bare}, lambda w: {single})"
