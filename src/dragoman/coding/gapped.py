"""Givers in a row, of whom only the first has a verb: "Japan pledged $500 million, Germany $300 million"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.drafts import Draft
from dragoman.coding.noun_phrases import is_sum
from dragoman.language import Sentence

_GIFTS = frozenset({"033", "0331", "0332", "0333", "070", "071", "072", "073"})
_AMOUNTS = frozenset("million billion trillion tonne ton dollar euro pound yen crore".split())
_GIVERS = frozenset({"PROPN", "NOUN"})


def givers(s: Sentence, kept: list[Draft]) -> list[Draft]:
    """A draft for each giver who has a sum of his own behind that of the verb's subject."""
    out = []
    for d in kept:
        if d.event_type not in ("AID", "AGREE") or d.cameo not in _GIFTS or s.pos[d.trigger] != "VERB":
            continue
        row = _row(s, d.trigger)
        named = {who for who, _ in row}
        if row:
            led = [t for t in d.recipients if t not in named and s.deps[t] == "pobj"]
            d.recipients = led or _for_whom(s, row[-1][1])
        for who, amount in row:
            frame = replace(d.frame, trigger=amount, literals=set(), light=None)
            steps = [*d.steps, f"{s.words[who]} gave as well"]
            out.append(
                replace(d, frame=frame, actors=[who], covers={amount}, steps=steps, owned=list(d.owned))
            )
    return out


def _for_whom(s: Sentence, last: int) -> list[int]:
    """Who stands behind "for" or "to" at the end of the row."""
    leads = [p for p in range(last + 1, min(last + 6, len(s))) if s.lemmas[p] in ("for", "to")]
    return [o for p in leads[:1] for o in s.kids(p, "pobj")]


def _row(s: Sentence, verb: int) -> list[tuple[int, int]]:
    """Givers and their sums: names that stand between a comma or "and" and a sum."""
    out: list[tuple[int, int]] = []
    first = next((i for i in range(verb + 1, min(verb + 9, len(s))) if _is_amount(s, i)), None)
    if first is None:
        return out
    for i in range(first + 1, len(s)):
        if s.pos[i] == "VERB" and s.tags[i] != "VBN" and s.deps[i] != "relcl":
            break
        begins = s.words[i] in (",", "and", ";")
        if not begins:
            continue
        start = i + 1
        while start < len(s) and s.words[start].lower() in ("and", "the", "while"):
            start += 1
        end = start
        while (
            end < len(s) and s.pos[end] in _GIVERS and s.words[end][:1].isupper() and not _is_amount(s, end)
        ):
            end += 1
        if end == start or end >= len(s):
            continue
        amount = next((k for k in range(end, min(end + 5, len(s))) if _is_amount(s, k)), None)
        if amount is None or any(
            s.pos[k] not in ("NUM", "SYM", "NOUN", "ADV", "ADP") for k in range(end, amount)
        ):
            continue
        out.append((end - 1, amount))
    return out


def _is_amount(s: Sentence, i: int) -> bool:
    """ "$1.6 billion", "£20m", "500 tonnes": the last word of a sum."""
    number = i > 0 and (s.pos[i - 1] == "NUM" or s.tags[i - 1] == "$" or s.words[i - 1][:1].isdigit())
    return (s.lemmas[i] in _AMOUNTS and number) or is_sum(s.words[i])
