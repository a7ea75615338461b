"""Who says so: speech verbs, *according to*, quotes, and the chains they form.

:func:`acts` finds the acts of reporting in a sentence with the characters that each
covers; the coder reads from them both the attribution of an event and the statements.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dragoman.coding import grammar as g
from dragoman.language import Sentence
from dragoman.records import Span

SPEECH = frozenset(
    "say tell report state announce add claim declare confirm note argue explain warn insist stress reveal disclose "
    "write tweet post comment remark reply respond quote cite believe think allege suggest maintain estimate predict "
    "acknowledge admit concede deny assert contend observe mention recall conclude point indicate show find read go "
    "emphasise emphasize underline underscore reiterate repeat caution promise pledge vow urge ask call agree testify "
    "complain joke lament boast recount relate advise inform assure hint imply predict forecast speculate hear learn "
    "describe affirm proclaim pronounce publish broadcast carry air relay document demand accuse answer continue chant "
    "shout tout summarise summarize opine exclaim retort counter joke quip declare brief know hope fear expect feel want "
    "consider see decide propose recommend request order".split()
)
PLAIN = frozenset(
    "say tell report state announce add claim declare confirm note argue explain warn insist stress reveal disclose write "
    "tweet comment remark reply respond quote cite allege suggest maintain estimate acknowledge admit assert contend "
    "observe mention recall conclude indicate emphasise emphasize underline underscore reiterate caution testify inform "
    "affirm proclaim publish broadcast read continue believe think show find deny predict complain counter".split()
)
_REPORTS = frozenset("report carry publish broadcast air relay quote cite reveal write announce".split())
_NOUNS_OF_SPEECH = frozenset("statement report communique tweet post letter website interview speech".split())


@dataclass(slots=True)
class SpeechAct:
    """One act of reporting: who, by which cue, and the characters of the content."""

    sources: list[int]
    cue: tuple[int, int]
    content: list[Span] = field(default_factory=list)
    verb: int | None = None
    reporting: bool = False
    """True where the source passes on what others said (agencies, papers)."""

    def covers(self, position: int) -> bool:
        """True when the character at ``position`` lies in the reported content."""
        return any(a <= position < b for a, b in self.content)


def acts(s: Sentence) -> list[SpeechAct]:
    """Every act of reporting in a sentence, outermost first."""
    found: list[SpeechAct] = []
    for v in range(len(s)):
        if s.pos[v] in ("VERB", "AUX") and s.lemmas[v] in SPEECH:
            act = _verb_act(s, v)
            if act is not None:
                found.append(act)
        elif s.lemmas[v] in ("accord", "according"):
            act = _according(s, v)
            if act is not None:
                found.append(act)
        elif s.lemmas[v] in ("citing", "cite", "quoting") and s.deps[v] in ("advcl", "prep", "acl"):
            act = _citing(s, v)
            if act is not None:
                found.append(act)
    return sorted(found, key=lambda a: -sum(b - x for x, b in a.content))


def _verb_act(s: Sentence, v: int) -> SpeechAct | None:
    if s.lemmas[v] in ("cite", "quote") and s.deps[v] == "advcl" and s.tags[v] == "VBG":
        return _citing(s, v)
    passive = g.is_passive(s, v)
    sources = g.agents(s, v) if passive else g.subjects(s, v)
    content = _content(s, v)
    trailing = False
    if not content:
        content, trailing = _before_comma(s, v), True
    if not content:
        content = _quoted_objects(s, v) or _after_colon(s, v)
    if not content and s.lemmas[v] not in PLAIN:
        return None
    if not content:
        return None
    if trailing and not sources:
        return None
    covered = {i for i in range(len(s)) if any(a <= s.starts[i] < b for a, b in content)}
    sources = [
        x for x in sources if x not in covered or (s.deps[x] in ("nsubj", "nsubjpass") and s.heads[x] == v)
    ]
    reporting = s.lemmas[v] in _REPORTS
    return SpeechAct(sources, (s.starts[v], s.ends[v]), content, v, reporting)


def _content(s: Sentence, v: int) -> list[Span]:
    """The clause that a speech verb governs, as character spans."""
    clauses = [
        c
        for c in s.kids(v, "ccomp", "parataxis")
        if c != v and s.pos[c] in ("VERB", "AUX", "NOUN", "ADJ", "PROPN")
    ]
    if s.lemmas[v] not in (
        "want",
        "expect",
        "ask",
        "urge",
        "order",
        "promise",
        "vow",
        "pledge",
        "agree",
        "demand",
        "propose",
        "request",
    ):
        clauses += [c for c in s.kids(v, "xcomp") if any(s.lemmas[m] == "that" for m in s.kids(c, "mark"))]
    spans = []
    for c in clauses:
        tokens = [i for i in s.subtree(c) if i != v]
        if s.deps[c] == "parataxis" and c > v and not s.kids(v, "ccomp"):
            continue
        spans.append((s.starts[tokens[0]], s.ends[tokens[-1]]))
    below = s.deps[v] in ("parataxis", "advcl", "ccomp") and s.heads[v] != v and not clauses
    if below and _inserted(s, v):
        spans = _around(s, v)
    return spans


def _inserted(s: Sentence, v: int) -> bool:
    """ "The army, officials said, has withdrawn": the speech verb stands between commas."""
    tokens = s.subtree(v)
    first, last = tokens[0], tokens[-1]
    before = first > 0 and s.words[first - 1] in (",", "-", "—", "–", '"', "”")
    after = last + 1 >= len(s) or s.words[last + 1] in (",", ".", "-", "—", "–", ";")
    return before and after and len(tokens) <= 14


def _around(s: Sentence, v: int) -> list[Span]:
    tokens = s.subtree(v)
    spans = []
    if tokens[0] > 0:
        spans.append((s.starts[0], s.ends[tokens[0] - 1]))
    if tokens[-1] + 1 < len(s):
        spans.append((s.starts[tokens[-1] + 1], s.ends[-1]))
    return spans


def _before_comma(s: Sentence, v: int) -> list[Span]:
    """ "…, Iranian media reported on Monday.": all before the comma, whatever the parse."""
    if s.lemmas[v] not in PLAIN:
        return []
    left = s.kids(v, "nsubj")
    edge = min([v, *[min(s.subtree(i)) for i in left]])
    if edge < 2 or not (s.words[edge - 1] in (",", '"', "”", "''") or s.words[edge - 1].endswith(('"', "”"))):
        return []
    if s.kids(v, "dobj") or edge - 1 < 3:
        return []
    tail = len([i for i in range(v, len(s)) if s.pos[i] != "PUNCT"])
    return [(s.starts[0], s.starts[edge - 1])] if tail <= 14 else []


def _quoted_objects(s: Sentence, v: int) -> list[Span]:
    """ "called the talks 'a waste of time'": a quoted part of what the verb governs."""
    out = []
    for m in re.finditer(r"[\"“][^\"“”]{3,}[\"”]", s.text):
        start = s.start + m.start()
        inside = [i for i in range(len(s)) if start <= s.starts[i] < s.start + m.end()]
        if inside and any(v in (i, *s.ancestors(i)) for i in inside[:3]):
            out.append((start + 1, s.start + m.end() - 1))
    return out


def _after_colon(s: Sentence, v: int) -> list[Span]:
    """ "He continued: “…”": what stands after the colon."""
    colon = next((i for i in range(v + 1, len(s) - 1) if s.words[i] == ":"), None)
    if colon is None or colon - v > 12:
        return []
    return [(s.starts[colon + 1], s.ends[-1])]


def _according(s: Sentence, i: int) -> SpeechAct | None:
    objects = [o for p in (i, *s.kids(i, "prep")) for o in s.kids(p, "pobj")]
    if not objects:
        return None
    tokens = s.subtree(i)
    spans = []
    if tokens[0] > 1:
        spans.append((s.starts[0], s.ends[tokens[0] - 1]))
    if tokens[-1] + 2 < len(s):
        spans.append((s.starts[tokens[-1] + 1], s.ends[-1]))
    return SpeechAct(
        g.conjuncts(s, objects[0]), (s.starts[i], s.ends[min(i + 1, len(s) - 1)]), spans, None, True
    )


def _citing(s: Sentence, i: int) -> SpeechAct | None:
    objects = s.kids(i, "dobj", "pobj")
    if not objects:
        return None
    return SpeechAct(
        g.conjuncts(s, objects[0]), (s.starts[i], s.ends[i]), [(s.starts[0], s.starts[i])], i, False
    )


# --- quotes ---------------------------------------------------------------------------------------

_OPEN, _CLOSE = "“", "”"


def quotes(text: str) -> list[Span]:
    """Spans of quoted words in a text, without the marks, quotes over several sentences included.

    A quote that a paragraph leaves open (the next paragraph opens again) ends with its paragraph.
    """
    out: list[Span] = []
    for paragraph in re.finditer(r"[^\n]+", text):
        out.extend(_paragraph_quotes(paragraph.group(), paragraph.start()))
    return out


def _paragraph_quotes(line: str, offset: int) -> list[Span]:
    out: list[Span] = []
    opened: int | None = None
    for m in re.finditer(r"[\"“”]|''|``|(?:(?<=\s)|^)['‘](?=\w)|(?<=[\w.,!?])['’](?=\s|$)", line):
        mark = m.group()
        if mark in ("'", "‘", "’"):
            continue
        if mark in (_OPEN, "``") or (mark in ('"', "''") and opened is None):
            opened = m.end()
        elif opened is not None:
            out.append((offset + opened, offset + m.start()))
            opened = None
    if opened is not None and len(line) - opened > 20:
        out.append((offset + opened, offset + len(line)))
    return out
