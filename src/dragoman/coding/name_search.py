"""What is looked up as a name: the words of a text, bodies with their chapters, what brackets introduce."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from difflib import SequenceMatcher

from dragoman.knowledge import NameMatch
from dragoman.language import paragraph_spans

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|\w+(?:[-.'’]\w+)*|['’]s\b|[^\w\s]")


_HYPHEN_TAIL = re.compile(
    r"-(backed|led|based|held|controlled|run|born|aligned|sponsored|funded|supported|allied|brokered|"
    r"mediated|trained|made|owned|occupied|administered|imposed|bound|drafted|appointed|installed|linked|affiliated|"
    r"registered|flagged|educated|dominated|style|wide|friendly)$",
    re.IGNORECASE,
)


_ANYBODYS_WORD = frozenset({"congress", "senate", "parliament"})


PARTICLES = frozenset("de di da dos del von van".split())


_ARTICLED = frozenset({"rio de janeiro"})


_MILITARY = frozenset(
    "operation operations action actions campaign intervention presence aid help assistance exercise "
    "exercises base bases offensive build-up buildup support coup rule regime government junta court "
    "tribunal budget spending".split()
)
"""What is military without being the military."""


def cut_out(words: list[str], start: int, end: int) -> bool:
    """ "Congress" of "Rwanda National Congress" is no parliament."""
    if end < len(words) and words[end - 1] == "military" and words[end].lower() in _MILITARY:
        return True  # "Russia's military operation"
    particle = words[start - 1] if start else ""
    if end - start == 1 and particle.lower() in PARTICLES and words[start][:1].isupper():
        return f"{particle.lower()} {words[start].lower()}" not in _ARTICLED  # "De Lima was arrested"
    first = words[start].lower().replace("’", "'")
    anybodys = first in _ANYBODYS_WORD if end - start == 1 else first in ("people", "people's", "peoples")
    if not anybodys or start < 2 - (end - start > 1):
        return False
    before = words[start - 1]
    return before[:1].isupper() and before.isalpha() and before.lower() not in _BEFORE_A_BODY


_BEFORE_A_BODY = frozenset(
    "the us american argentine mexican brazilian indian in and but when while as if republican democratic "
    "french italian polish philippine nigerian spanish peruvian chilean colombian".split()
)


def paragraph_tokens(text: str) -> list[list[tuple[str, int, int]]]:
    """Words and marks of each paragraph, with where they stand: "Kyiv-backed" is two, "Mali's" too."""
    out = []
    for start, end in paragraph_spans(text):
        tokens: list[tuple[str, int, int]] = []
        for m in _TOKEN.finditer(text, start, end):
            word = m.group()
            if word.isalnum():
                tokens.append((word, *m.span()))
            else:
                tokens.extend(_token_parts(word, m.start()))
        if tokens:
            out.append(tokens)
    return out


def _token_parts(word: str, start: int) -> list[tuple[str, int, int]]:
    if word.endswith(("'s", "’s")) and len(word) > 2:
        cut = len(word) - 2
        return [*_token_parts(word[:cut], start), (word[cut:], start + cut, start + len(word))]
    tail = _HYPHEN_TAIL.search(word) if "-" in word else None
    if tail:
        return [
            (word[: tail.start()], start, start + tail.start()),
            (word[tail.start() + 1 :], start + tail.start() + 1, start + len(word)),
        ]
    return [(word, start, start + len(word))]


def with_chapters(found: Iterable[NameMatch]) -> list[NameMatch]:
    """ "Transparency International Georgia" is one name, the part of a world-wide body in a country."""
    out: list[NameMatch] = []
    for match in found:
        last = out[-1] if out else None
        if last and last.end == match.start and last.candidates and match.candidates:
            body, home = last.candidates[0], match.candidates[0]
            if body.kind == "org" and body.country == "NGO" and home.resolved_by == "name" and home.country:
                whole = replace(body, country=home.country, resolved_by="name and country")
                out[-1] = replace(last, end=match.end, candidates=(whole,))
                continue
        out.append(match)
    return out


_BRACKETED = re.compile(
    r"((?:[A-Z][\w'’-]+(?: (?:of|for|and|the|de|du|on|against|to)(?: the)?)? ){2,8})\(([A-Z]{2,8})\)"
)


_SHORTENED = re.compile(r"(?<=[a-z]) \(([A-Z]{2,6})s?\)")
_LOWER_WORDS = re.compile(r"(?:[a-z]+[ -]){1,5}[a-z]+$")
_BEFORE_BRACKET = 120
"""Characters that the words before a bracket may take."""


def common_nouns(text: str) -> list[tuple[str, str]]:
    """(acronym, words) of things that a text shortens: "armoured personnel carriers (APC)"."""
    out = []
    for match in _SHORTENED.finditer(text):
        before = _LOWER_WORDS.search(text[max(0, match.start() - _BEFORE_BRACKET) : match.start()])
        if before is None:
            continue
        short = match[1]
        own = re.split("[ -]", before.group())[-len(short) :]
        if "".join(w[0] for w in own) == short.lower():
            out.append((short, " ".join(own)))
    return out


def introduced(text: str) -> list[tuple[str, str, list[str]]]:
    """(acronym, name, words before it) of what a text introduces: "the National Liberation Front (NLF)"."""
    out = []
    for match in _BRACKETED.finditer(text):
        words, short = match.group(1).split(), match.group(2)
        begin = next((i for i, w in enumerate(words) if w[0] == short[0] and w != "The"), None)
        if begin is None or begin == len(words) - 1:
            begin = _in_another_order(words, short)
        if begin is not None and len(words) - begin > 1:
            out.append((short, " ".join(words[begin:]), words[:begin]))
    return out


def _in_another_order(words: list[str], short: str) -> int | None:
    """ "Popular Front of Belarus (BPF)": the letters are those of the words, the land's before the others."""
    capitals = [i for i, w in enumerate(words) if w[0].isupper()][-len(short) :]
    letters = sorted(words[i][0] for i in capitals)
    return capitals[0] if letters == sorted(short) else None


_ALIKE_LETTERS = 4
"""First letters by which two spellings of a given name are one: "Sergey", "Sergei"."""
_LIKENESS = 0.8


def spelt_alike(a: str, b: str) -> bool:
    """ "Sviatlana" and "Svyatlana", "Mohammad" and "Mohammed": one given name."""
    return a[:_ALIKE_LETTERS] == b[:_ALIKE_LETTERS] or SequenceMatcher(None, a, b).ratio() > _LIKENESS
