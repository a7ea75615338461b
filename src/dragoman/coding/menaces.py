"""What bodes ill for others though no verb of it harms them: "The clock is ticking for Minsk"."""

from __future__ import annotations

from dragoman.coding import grammar as g
from dragoman.language import Sentence

_RUNNING = {
    "clock": frozenset({"tick", "run"}),
    "time": frozenset({"run"}),
    "patience": frozenset({"run", "wear", "exhaust", "end"}),
    "gate": frozenset({"open"}),
    "day": frozenset({"number", "count"}),
    "hour": frozenset({"number", "strike", "come"}),
    "reckoning": frozenset({"come", "near", "approach", "await"}),
}
"""What runs out, and how: "time is running out for the generals"."""
_FOLLOWING = frozenset("follow ensue await befall result".split())
_COSTS = frozenset(
    "consequence retaliation response reprisal punishment retribution sanction repercussion".split()
)
_MARKS = frozenset("legitimate justified military fair easy lawful".split())
_SUFFERED = frozenset(
    "seize revoke freeze confiscate cancel withdraw suspend impound close burn demolish cut block".split()
)


def menace(s: Sentence, v: int, *, ahead: bool) -> list[int] | None:
    """Whom a clause menaces, which may be nobody named; None where it menaces nobody."""
    subjects = g.surface_subjects(s, v)
    for read in (_runs_out, _is_marked, _under_no_illusion):
        found = read(s, v, subjects)
        if found is not None:
            return found
    if not ahead:
        return None
    if s.lemmas[v] in _FOLLOWING and any(s.lemmas[t] in _COSTS for t in subjects):
        return _behind(s, [v, *subjects], ("for", "against", "on")) + s.kids(v, "dobj")
    lost = [
        c for c in s.kids(v, "ccomp", "xcomp", "oprd") if s.lemmas[c] in _SUFFERED and not s.kids(c, "aux")
    ]
    lost += [c for o in s.kids(v, "dobj") for c in s.kids(o, "acl") if s.lemmas[c] in _SUFFERED]
    return list(subjects) if s.lemmas[v] == "have" and lost else None


def _behind(s: Sentence, heads: list[int], leads: tuple[str, ...]) -> list[int]:
    return [o for h in heads for p in s.kids(h, "prep") if s.lemmas[p] in leads for o in s.kids(p, "pobj")]


def _runs_out(s: Sentence, v: int, subjects: list[int]) -> list[int] | None:
    """ "The clock is ticking for Minsk", "His days are numbered", "The gates of hell are open"."""
    for t in subjects:
        if s.lemmas[v] not in _RUNNING.get(s.lemmas[t], frozenset()):
            continue
        if s.lemmas[t] == "gate" and "hell" not in [s.lemmas[o] for o in _behind(s, [t], ("of",))]:
            continue
        if s.lemmas[t] in ("time", "patience", "clock") and not _behind(s, [v, t], ("for", "with")):
            continue
        return _behind(s, [v, t], ("for", "with", "on")) or [*s.kids(t, "poss"), *_behind(s, [t], ("of",))]
    return None


def _is_marked(s: Sentence, v: int, subjects: list[int]) -> list[int] | None:
    """ "Their ships are legitimate targets", "All foreigners are fair game"."""
    told = [t for t in s.kids(v, "attr") if s.lemmas[t] in ("target", "game")]
    marked = any(s.lemmas[c] in _MARKS for t in told for c in s.kids(t, "amod"))
    return list(subjects) if s.lemmas[v] == "be" and marked and not s.kids(v, "neg") else None


def _under_no_illusion(s: Sentence, v: int, subjects: list[int]) -> list[int] | None:
    """ "Ankara should be under no illusion about our readiness to strike"."""
    told = _behind(s, [v], ("under", "in", "of"))
    none = any(s.lemmas[o] in ("illusion", "doubt") and s.kids(o, "det") for o in told)
    return list(subjects) if s.lemmas[v] == "be" and none else None
