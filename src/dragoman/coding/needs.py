"""What is said to be needed or due: "It is vital that Chad withdraw", "It is time for them to go"."""

from __future__ import annotations

from dragoman.language import Sentence

_NEEDFUL = frozenset(
    "vital essential crucial imperative indispensable necessary important critical urgent".split()
)
_NEEDS = frozenset({"importance", "urgency", "necessity"})


def high_time(s: Sentence, verb: int) -> int | None:
    """The verb of "It is time for him to go", "It is vital that he go", seen from *go*."""
    needed = needed_by(s, verb)
    if needed is not None or s.tags[verb] != "VB" or not s.kids(verb, "nsubj", "nsubjpass"):
        return needed
    above = s.heads[verb]
    if s.lemmas[above] == "time" and s.deps[above] in ("attr", "nsubj"):
        above = s.heads[above]
    if s.lemmas[above] == "come":
        return above if any(s.lemmas[t] == "time" for t in s.kids(above, "nsubj")) else None
    is_time = s.lemmas[above] == "be" and any(s.lemmas[t] == "time" for t in s.kids(above, "attr"))
    return above if is_time else None


def needed_by(s: Sentence, verb: int) -> int | None:
    """The verb of "It is essential that Poland respect the treaty", seen from *respect*."""
    above = s.heads[verb]
    if s.deps[above] == "acomp":
        above = s.heads[above]
    if s.lemmas[above] != "be" or s.tags[verb] not in ("VB", "VBP") or not s.kids(verb, "nsubj", "nsubjpass"):
        return None
    if s.kids(above, "neg") or [s.words[t].lower() for t in s.kids(above, "nsubj")] != ["it"]:
        return None
    lead = {s.lemmas[m] for m in s.kids(verb, "mark")} & {"that", "for"}
    held = [o for p in s.kids(above, "prep") if s.lemmas[p] == "of" for o in s.kids(p, "pobj")]
    held += s.kids(above, "acomp")
    return above if lead and any(s.lemmas[t] in _NEEDFUL | _NEEDS for t in held) else None
