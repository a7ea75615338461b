"""Which of a sentence's words of time date an event: those of its own clause and of clauses above it."""

from __future__ import annotations

from dragoman.coding.dates import TimeWords
from dragoman.coding.frames import TIME_NOUNS
from dragoman.language import Sentence
from dragoman.records import Span

_UNTIL = frozenset({"until", "till", "by", "pending"})
_SPEECH = frozenset("say tell report add announce state note write claim quote confirm".split())


def fitting(s: Sentence, trigger: int, times: list[TimeWords]) -> list[tuple[float, TimeWords]]:
    """Expressions that can date the event of ``trigger``, each with how far off its clause stands.

    Left out are dates of other nouns ("after Tuesday's election"), ends ("until mid-July"), and
    dates of clauses below or beside the event's own ("…, and police raided offices in September").
    """
    own = clause_head(s, trigger)
    above = _clauses_above(s, own)
    out: list[tuple[float, TimeWords]] = []
    for t in times:
        top = _top(s, t.span)
        if top is None:
            out.append((1.0, t))
            continue
        if _dates_another_noun(s, top, trigger) or _is_end(s, top):
            continue
        clause = clause_head(s, top)
        if _when_clause(s, top, own):
            since = t.text.lower().startswith("since") and t.start.replace(day=1) == t.start
            out.append((0.0, _first_month(t) if since else t))
        elif clause == own or (s.pos[trigger] == "NOUN" and top in s.subtree(trigger)):
            out.append((0.0, t))
        elif clause in above:
            out.append((_distance(s, own, clause, above), t))
        elif _carries(s, own, clause):
            out.append((0.8, t))
    return out


def clause_head(s: Sentence, i: int) -> int:
    """The verb of the clause that a token stands in; a coordinated verb with a subject is its own."""
    while s.pos[i] not in ("VERB", "AUX") and s.heads[i] != i:
        i = s.heads[i]
    while s.pos[s.heads[i]] in ("VERB", "AUX") and (
        s.deps[i] in ("aux", "auxpass", "xcomp")
        or (s.deps[i] == "conj" and not s.kids(i, "nsubj", "nsubjpass"))
        or (s.deps[i] == "advcl" and s.tags[i] == "VBG" and not s.kids(i, "nsubj", "mark"))
    ):
        i = s.heads[i]
    return i


def _clauses_above(s: Sentence, own: int) -> list[int]:
    """Heads of the clauses above one, nearest first."""
    out: list[int] = []
    for a in s.ancestors(own):
        c = clause_head(s, a)
        if c != own and c not in out:
            out.append(c)
    return out


def _distance(s: Sentence, own: int, clause: int, above: list[int]) -> float:
    """A saying's date tells less of what is said than the date of a clause that goes on."""
    said = s.lemmas[clause] in _SPEECH and s.deps[own] in ("ccomp", "parataxis", "ROOT")
    return (1.5 if said else 0.8) + 0.3 * above.index(clause)


def _carries(s: Sentence, own: int, clause: int) -> bool:
    """ "Officials said on Monday …": a saying hung below what it says."""
    return s.heads[clause] == own and s.lemmas[clause] in _SPEECH and s.deps[clause] in ("parataxis", "advcl")


def _top(s: Sentence, span: Span) -> int | None:
    """The token of an expression whose head stands outside it."""
    inside = [i for i in range(len(s)) if s.starts[i] < span[1] and span[0] < s.ends[i]]
    tops = [i for i in inside if s.heads[i] not in inside or s.heads[i] == i]
    return tops[0] if tops else None


def _dates_another_noun(s: Sentence, top: int, trigger: int) -> bool:
    """ "Tuesday's election", "the 2016 coup": the date belongs to that noun."""
    noun = s.heads[top]
    if s.lemmas[noun] in TIME_NOUNS:  # "on Tuesday night"
        return False
    if s.deps[top] not in ("poss", "compound", "nmod", "nummod", "npadvmod") or s.pos[noun] not in (
        "NOUN",
        "PROPN",
    ):
        return False
    return noun != trigger and trigger not in s.subtree(noun)


def _is_end(s: Sentence, top: int) -> bool:
    return s.deps[top] == "pobj" and s.lemmas[s.heads[top]] in _UNTIL


def _when_clause(s: Sentence, top: int, own: int) -> bool:
    """ "since September, when gunmen stormed a camp": the clause tells what happened at that time."""
    return s.deps[own] == "relcl" and s.heads[own] == top


def _first_month(t: TimeWords) -> TimeWords:
    """Of "since September" the month itself."""
    last = t.start.replace(day=28)
    while True:
        try:
            last = last.replace(day=last.day + 1)
        except ValueError:
            break
    return TimeWords(t.start, last, t.text, t.span, t.future, t.duration)
