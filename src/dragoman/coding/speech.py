"""Who says so: cue words, *according to*, quotes, headlines, and the chains they form.

:func:`acts` finds the acts of reporting in a sentence with the characters that each
covers; the coder reads from them both the attribution of an event and the statements.
The cue words and their frames are data (``cues.tsv``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from dragoman.coding import grammar as g
from dragoman.coding.cues import Cue, CueKind, cues
from dragoman.coding.headline_speakers import teller_at_the_end
from dragoman.coding.headlines import TOPICS
from dragoman.coding.quotes import Quotes
from dragoman.language import Sentence, stems
from dragoman.records import Span

_REPORTS = frozenset("report carry publish broadcast air relay quote cite reveal write announce".split())
_LIGHT = frozenset(
    "make issue voice express have raise repeat renew give offer deliver launch take reiterate file release send "
    "publish share hold show pose put place face draw announce deny reject dismiss withdraw keep lend throw pledge avoid feel show enjoy win draw lack need".split()
)
_VIEWS = frozenset("view opinion word account telling judgment judgement estimation reckoning".split())
_ASIDE = frozenset("as after while when amid following".split())
"""What leads in the report's own words behind a quotation."""
_PIECES = frozenset("report article editorial dispatch story".split())
_WORDS: frozenset[CueKind] = frozenset({"say", "think", "ask"})
_CUE_POS = frozenset({"VERB", "AUX", "NOUN", "ADJ"})
_ACCORDING = frozenset({"accord", "according", "per"})
_BEHIND = frozenset({"as", "for", "of", "over", "against", "with", "to"})
_MAX_TAG = 14
"""Words of a reporting clause ("the head of the agency told a news conference in Oslo on Friday")."""

Speaks = Callable[[int, bool], bool]
"""(token, loosely) → can it be a source?  Loosely: any noun that is no abstraction, as the subject of *say*."""


@dataclass(slots=True)
class SpeechAct:
    """One act of reporting: who, by which cue, and the characters of the content."""

    sources: list[int]
    cue: tuple[int, int]
    content: list[Span] = field(default_factory=list)
    verb: int | None = None
    reporting: bool = False
    """True where the source passes on what others said (agencies, papers)."""
    kind: CueKind = "say"
    words: bool = True
    """True where words are reported (a clause or a quote), False for a mere topic or aim."""
    inner: bool = False
    """True where the cue itself stands inside a quote."""
    named_by: int | None = None
    """The relative pronoun by which the source is named at the cue."""
    via: list[int] = field(default_factory=list)
    """Who passed the words on: "told Reuters", "quoted by"."""
    data: bool = False
    """True where only a document or a poll can be the source."""

    def covers(self, position: int) -> bool:
        """True when the character at ``position`` lies in the reported content."""
        return any(a <= position < b for a, b in self.content)

    @property
    def length(self) -> int:
        """Characters of content."""
        return sum(b - a for a, b in self.content)

    @property
    def attributes(self) -> bool:
        """True where an event inside the content is told by the source."""
        return self.words and self.kind == "say"


def acts(s: Sentence, speaks: Speaks, quoted: Quotes) -> list[SpeechAct]:
    """Every act of reporting in a sentence, outermost first.

    ``speaks`` tells whether a token can be a source.  An act of saying whose words stand in
    another sentence comes with an empty content.
    """
    reader = _Reader(s, speaks, quoted)
    may_be = (i for i in range(len(s)) if s.pos[i] in _CUE_POS or s.lemmas[i] in _ACCORDING)
    found = [act for i in may_be for act in reader.at(i)]
    found += reader.colon() + reader.lead(found)
    _nest(s, found)
    return sorted(found, key=lambda a: -a.length)


def _nest(s: Sentence, found: list[SpeechAct]) -> None:
    """ "X said the war was over, Tasnim reported": the last clause reports all before its comma."""
    for last in found:
        v = last.verb
        if v is None or not last.words or s.pos[v] != "VERB" or not last.sources:
            continue
        edge = min([v, *(min(s.subtree(x)) for x in s.kids(v, "nsubj"))])
        tail = sum(1 for i in range(v, len(s)) if s.pos[i] != "PUNCT")
        if edge < 4 or s.words[edge - 1] != "," or tail > 6:
            continue
        comma = s.starts[edge - 1]
        for act in found:
            holds = act is not last and act.verb is not None and act.verb < edge and act.covers(s.starts[v])
            if holds and act.words and act.attributes and last.attributes:
                act.content = [(a, min(b, comma)) for a, b in act.content if a < comma]
                last.content = [(s.starts[0], comma)]


class _Reader:
    """Reads the acts of one sentence."""

    def __init__(self, s: Sentence, speaks: Speaks, quoted: Quotes) -> None:
        self.s, self.speaks, self.quoted = s, speaks, quoted

    def at(self, i: int) -> list[SpeechAct]:
        """The act that a token is the cue of, if any."""
        s, act = self.s, None
        lemma = s.lemmas[i]
        named = lemma in ("accord", "according") and s.words[i].lower().startswith("according")
        if named or (lemma == "per" and s.tags[i] == "IN"):
            act = self.according(i)
        elif s.pos[i] in ("VERB", "AUX"):
            act = self.citing(i) if lemma in ("cite", "quote") and s.tags[i] == "VBG" else None
            act = act or self.verb(i)
        elif s.pos[i] == "NOUN":
            act = self.noun(i) or self.view(i)
        elif s.pos[i] == "ADJ":
            act = self.adjective(i, lemma)
        if act is None:
            return []
        act.inner = self.quoted.at(act.cue[0]) is not None
        return [act]

    # --- verbs ----------------------------------------------------------------------------

    def verb(self, v: int) -> SpeechAct | None:
        s = self.s
        cue = _verb_cue(s, v)
        if cue is None and ("a", s.words[v].lower()) not in cues():
            return None
        passive = g.is_passive(s, v) and not _perfect(s, v)
        if passive and ("a", s.words[v].lower()) in cues() and not g.agents(s, v):
            return self.adjective(v, s.words[v].lower())
        if cue is None or (s.deps[v] == "amod" and not g.agents(s, v)) or _no_reporting(s, v):
            return None
        if passive and s.lemmas[v] == "cite" and s.deps[v] == "acl":
            return None  # "the raids cited by the rebels": who reports them is another matter
        content = [self._to_the_mark(a, b) for a, b in _clauses(s, v, cue)]
        words = bool(content) and (cue.kind in _WORDS or not {"to", "np", "as"} & cue.frames)
        data = False
        if not words:
            content, words, data = self._object_or_quote(v, cue, passive, content)
        loosely = (words or (not content and cue.kind in ("say", "ask"))) and bool(s.kids(v, "nsubj"))
        sources, via = self._sources(v, passive, content, loosely)
        if not content and (cue.kind not in ("say", "ask") or "clause" not in cue.frames or not sources):
            return None
        if not sources:
            return None
        return SpeechAct(
            sources,
            (s.starts[v], s.ends[v]),
            content,
            v,
            s.lemmas[v] in _REPORTS,
            cue.kind,
            words or not content,
            named_by=_relative(s, v, sources),
            via=via,
            data=data,
        )

    def _to_the_mark(self, start: int, end: int) -> Span:
        """ "said "we won" as jets bombed the port": only what stands between the marks is said."""
        quote = self.quoted.at(start + 1)
        if quote is None or start < quote[0] - 2 or quote[1] + 2 >= end:
            return start, end
        s = self.s
        behind = next((i for i in range(len(s)) if s.starts[i] >= quote[1] and s.words[i][0].isalpha()), None)
        aside = behind is not None and s.words[behind].lower() in _ASIDE
        return (start, quote[1]) if aside else (start, end)

    def _object_or_quote(
        self, v: int, cue: Cue, passive: bool, clauses: list[Span]
    ) -> tuple[list[Span], bool, bool]:
        """Content where no clause reports words: a quote, all before a comma, or a topic."""
        s = self.s
        quotable = cue.kind not in ("plan", "topic") and not (s.kids(v, "xcomp") and "clause" in cue.frames)
        spoken = self._quotes_of(v, clauses) if quotable else []
        topic, data = (clauses, False) if clauses else _topic(s, v, cue, passive)
        if any(s.lemmas[p] == "as" and s.kids(p, "pcomp") for p in s.kids(v, "prep")):
            return [], False, False  # "quoted the general as saying": the words are below *saying*
        if spoken and topic and not all(_in(topic, a) for a, _ in spoken):
            return spoken, True, False
        if topic:  # "called the talks 'a waste of time'" keeps its object
            return topic, bool(spoken), data
        if spoken:
            return spoken, True, False
        before = _before_comma(s, v) if cue.kind == "say" else []
        return before, bool(before), False

    def _sources(
        self, v: int, passive: bool, content: list[Span], loosely: bool
    ) -> tuple[list[int], list[int]]:
        """Who speaks, and who passes it on."""
        s = self.s
        head = s.heads[v]
        via: list[int] = []
        if s.deps[v] == "pcomp" and s.lemmas[head] == "as" and s.pos[s.heads[head]] == "VERB":
            above = s.heads[head]  # "state TV quoted the general as saying"
            if s.lemmas[above] in ("quote", "cite"):
                return g.objects(s, above), g.subjects(s, above)
        quoting = bool(content) and s.lemmas[v] in ("quote", "cite")
        if quoting and any(s.lemmas[p] == "as" for p in s.kids(v, "prep")):
            if passive:  # ""We oppose it," he was quoted by Interfax as saying"
                return s.kids(v, "nsubjpass"), g.agents(s, v)
            if s.kids(v, "dobj"):  # ""We oppose it," Interfax quoted him as saying"
                return g.objects(s, v), g.subjects(s, v)
        found = g.agents(s, v) if passive else s.kids(v, "nsubjpass") or g.subjects(s, v)
        own = s.kids(v, "nsubj")
        outside = self.quoted.at(s.starts[v]) is None
        if outside and any(s.words[x].lower() in ("we", "i") and x in own for x in found) and _as_told(s, v):
            return [], via  # "as we have reported"
        good = [
            x
            for x in found
            if self.speaks(x, loosely)
            and ((x in own and x < v) or not _in(content, s.starts[x]))
            and not (outside and self.quoted.at(s.starts[x]) is not None)
        ]
        if not good and not passive:
            good = [x for x in _misplaced_subjects(s, v) if self.speaks(x, loosely)]
        if not good and outside and not passive:
            good = self._beside(v)
        return good, via

    def _beside(self, v: int) -> list[int]:
        """The name next to a speech verb where the parse lost it: before it, else behind it."""
        s = self.s
        if s.kids(v, "nsubj") and all(self.quoted.at(s.starts[x]) is None for x in s.kids(v, "nsubj")):
            return []
        near = s.ends[v - 1] if v else 0
        quote_before = self.quoted.ending_before(s.starts[v], 60)
        quote_after = self.quoted.starting_after(near, 60)
        if quote_before is None and quote_after is None:
            return []
        for step, last in ((-1, -1), (1, len(s))):
            first = _before_the_aside(s, v) if step < 0 else v
            for i in range(first + step, last, step):
                stop = s.pos[i] in ("VERB", "SCONJ") or s.words[i] in (",", ":", ";", "—")
                if stop or self.quoted.at(s.starts[i]) is not None or s.words[i] in ('"', "“", "”"):
                    break
                hyphened = i + 1 < len(s) and s.words[i + 1] == "-"  # "said matter-of-factly"
                object_of = s.heads[i] == v and s.deps[i] == "dobj" and s.tags[v] == "VBG"
                if (
                    s.pos[i] in ("PROPN", "PRON", "NOUN")
                    and not hyphened
                    and not object_of
                    and self.speaks(i, False)
                ):
                    return [i]
        return []

    def _quotes_of(self, v: int, content: list[Span]) -> list[Span]:
        """Quoted words of a reporting verb that the parse did not put below it."""
        s = self.s
        if content or self.quoted.at(s.starts[v]) is not None:
            return []
        here = [q for q in self.quoted.within(s.start, s.end) if q[1] - q[0] > 8]
        out: list[Span] = []
        for a, b in here:
            inside = [i for i in range(len(s)) if a <= s.starts[i] < b]
            if not inside:
                continue
            below = any(self._governor(i) == v for i in inside[:3])
            before = inside[-1] < v and v - inside[-1] <= _MAX_TAG and self._free(inside[-1] + 1, v)
            after = inside[0] > v and inside[0] - v <= _MAX_TAG and self._free(v + 1, inside[0])
            if below or before or after:
                out.append((max(a, s.start), min(b, s.end)))
        cue = _verb_cue(s, v)
        return out or (_after_colon(s, v) if cue is not None and cue.kind in ("say", "ask") else [])

    def _governor(self, i: int) -> int | None:
        """The nearest cue verb outside quotes above a quoted token."""
        s = self.s
        for j in s.ancestors(i):
            if s.pos[j] == "VERB" and self.quoted.at(s.starts[j]) is None and _verb_cue(s, j) is not None:
                return j
        return None

    def _free(self, first: int, last: int) -> bool:
        """No other verb between a quote and its tag."""
        return not any(self.s.pos[i] == "VERB" for i in range(first, last))

    # --- nouns, adjectives, prepositions ------------------------------------------------------

    def noun(self, i: int) -> SpeechAct | None:
        """ "the envoy's claim that …", "issued a call for …", "criticism of X by Y"."""
        s = self.s
        cue = next(iter(cues().get(("n", s.lemmas[i]), ())), None)
        if cue is None:
            return None
        parts = [
            c
            for c in s.kids(i, "acl", "ccomp", "relcl")
            if ("clause" in cue.frames and any(s.lemmas[m] in ("that", "whether") for m in s.kids(c, "mark")))
            or ("to" in cue.frames and s.tags[c] == "VB" and s.deps[c] == "acl")
        ]
        words = bool(parts) and cue.kind in _WORDS
        spans = [_span(s, s.subtree(c)) for c in parts]
        if not spans:
            spans = _prepositional(s, i, cue)
        if not spans:
            return None
        owners = s.kids(i, "poss") or [
            o for name, p, o in g.prepositional(s, i) if name in ("by", "from", "among") and s.heads[p] == i
        ]
        if not owners and s.deps[i] in ("dobj", "nsubjpass") and s.lemmas[s.heads[i]] in _LIGHT:
            above = s.heads[i]
            owners = g.agents(s, above) if g.is_passive(s, above) else g.subjects(s, above)
        owners = owners or [c for c in s.kids(i, "compound", "nmod") if s.pos[c] == "PROPN"]
        if not owners and cue.kind in ("plan", "want", "think") and s.deps[i] == "pobj":
            lead = s.heads[i]  # "is making its largest purchase, with plans to spend more"
            above = s.heads[lead]
            if s.lemmas[lead] in ("with", "in") and s.pos[above] == "VERB" and s.lemmas[above] not in _LIGHT:
                owners = g.subjects(s, above)
        sources = [o for o in owners if self.speaks(o, False) and not _in(spans, s.starts[o])]
        if not sources:
            return None
        return SpeechAct(sources, (s.starts[i], s.ends[i]), spans, i, False, cue.kind, words)

    def adjective(self, i: int, lemma: str) -> SpeechAct | None:
        """ "The engineer is confident that …", "residents are worried about …"."""
        s = self.s
        cue = next(iter(cues().get(("a", lemma), ())), None)
        if cue is None or s.deps[i] == "amod":
            return None
        verb = i if s.kids(i, "nsubjpass", "nsubj") else s.heads[i]
        subjects = s.kids(i, "nsubjpass", "nsubj") or (
            g.surface_subjects(s, verb) if s.deps[i] in ("acomp", "conj", "oprd") else []
        )
        parts = [
            c
            for c in s.kids(i, "ccomp", "xcomp", "advcl")
            if ("clause" in cue.frames and s.deps[c] == "ccomp")
            or ("to" in cue.frames and s.deps[c] == "xcomp")
            or ("ask" in cue.frames and any(s.lemmas[m] in ("whether", "if") for m in s.kids(c, "mark")))
        ]
        spans = [_span(s, s.subtree(c)) for c in parts] or _prepositional(s, i, cue)
        sources = [x for x in subjects if self.speaks(x, False) and not _in(spans, s.starts[x])]
        if not spans or not sources:
            return None
        return SpeechAct(
            sources,
            (s.starts[i], s.ends[i]),
            spans,
            i,
            False,
            cue.kind,
            bool(parts) and cue.kind in _WORDS,
            named_by=_relative(s, verb, sources),
        )

    def according(self, i: int) -> SpeechAct | None:
        """ "according to X", "per X": all the rest of the sentence."""
        s = self.s
        objects = [o for p in (i, *s.kids(i, "prep")) for o in s.kids(p, "pobj")]
        if not objects:
            return None
        content = _around(s, i)
        if s.deps[i] == "acl" or (s.lemmas[i] == "per" and not self.speaks(objects[0], False)):
            return None
        last = next((j for j in range(i + 1, min(i + 3, len(s))) if s.lemmas[j] == "to"), i)
        return SpeechAct(g.conjuncts(s, objects[0]), (s.starts[i], s.ends[last]), content, None, True)

    def view(self, i: int) -> SpeechAct | None:
        """ "in the minister's view", "in the words of the mayor"."""
        s = self.s
        if s.lemmas[i] in _PIECES and s.deps[i] == "pobj" and s.lemmas[s.heads[i]] == "in":
            return self._in_a_report(i)
        if s.lemmas[i] not in _VIEWS or (
            s.kids(i, "amod", "compound", "conj", "cc", "det") and not s.kids(i, "prep")
        ):
            return None
        if s.deps[i] != "pobj" or s.lemmas[s.heads[i]] not in ("in", "by", "to"):
            return None
        owners = s.kids(i, "poss") or [
            o for p in s.kids(i, "prep") if s.lemmas[p] == "of" for o in s.kids(p, "pobj")
        ]
        sources = [o for o in owners if self.speaks(o, False)]
        content = _around(s, s.heads[i])
        if not sources or not content:
            return None
        return SpeechAct(sources, (s.starts[s.heads[i]], s.ends[i]), content, None)

    def _in_a_report(self, i: int) -> SpeechAct | None:
        """ "In an article in the Lima Times, troops are said to have fled": the paper tells it."""
        s = self.s
        lead = s.heads[i]
        own = [c for c in s.children[i] if s.deps[c] == "prep" and s.lemmas[c] in ("in", "by", "from", "of")]
        papers = [o for p in own for o in s.kids(p, "pobj") if s.pos[o] == "PROPN" and self.speaks(o, False)]
        content = _around(s, lead)
        if lead != 0 or not papers or not content:
            return None
        return SpeechAct(papers[:1], (s.starts[lead], s.ends[i]), content, None, True)

    def citing(self, i: int) -> SpeechAct | None:
        """ "…, the paper reported, citing two officials": the officials are nearer."""
        s = self.s
        objects = s.kids(i, "dobj", "pobj")
        if s.deps[i] not in ("advcl", "prep", "acl") or not objects or not self.speaks(objects[0], False):
            return None
        head = s.heads[i]
        content: list[Span] = []
        if s.pos[head] == "VERB" and _verb_cue(s, head) is not None:
            content = _clauses(s, head, _verb_cue(s, head)) or _before_comma(s, head)
        content = [(a, min(b, s.starts[i])) if a < s.starts[i] < b else (a, b) for a, b in content]
        if not content:
            edge = next((j for j in range(1, i) if s.lemmas[j] in ("accord", "according")), i)
            content = [(s.starts[0], s.starts[edge])] if i > 1 else []
        via = g.subjects(s, head) if s.pos[head] == "VERB" else []
        return SpeechAct(g.conjuncts(s, objects[0]), (s.starts[i], s.ends[i]), content, i, via=via)

    def colon(self) -> list[SpeechAct]:
        """ "Minister: Talks have failed", "Exports to fall: bank": headlines and transcripts."""
        s = self.s
        k = next((i for i in range(1, min(len(s) - 1, 12)) if s.words[i] == ":"), None)
        if k is not None and not any(s.pos[i] in ("VERB", "AUX") for i in range(k)):
            turn = k == 1 and self.quoted.is_turn(s.words[0])
            heads = [i for i in range(k) if s.pos[i] in ("PROPN", "NOUN") and (turn or self.speaks(i, False))]
            named = [i for i in heads if s.heads[i] >= k or s.heads[i] == i or s.deps[i] != "compound"]
            to = next((i for i in range(1, k) if s.words[i] == "to" and i + 1 < k), None)
            if to is not None:  # "Kerry to Assad: step down"
                named = [i for i in named if i < to]
            begins = (
                to is not None or s.words[k + 1][:1].isupper() or s.words[k + 1] in ('"', "“", "‘", "'", "``")
            )
            listed = any(s.pos[i] == "NUM" or s.words[i] in (",", ";") for i in range(k))
            if (
                named
                and heads[-1] == k - 1
                and not TOPICS.intersection(stems(s.words[k - 1].lower()))
                and begins
                and not listed
                and len(s) - k > (2 if to is not None else 3)
            ):
                content = [(s.starts[k + 1], s.ends[-1])]
                return [SpeechAct(named[-1:], (s.starts[k], s.ends[k]), content, None, inner=self._in(k))]
        behind = teller_at_the_end(s)
        if behind is not None:
            heads = [
                i for i in range(behind + 1, len(s)) if s.deps[i] != "compound" and self.speaks(i, False)
            ]
            content = [(s.starts[0], s.starts[behind])]
            return [SpeechAct(heads[:1], (s.starts[behind], s.ends[behind]), content)] if heads else []
        return []

    def lead(self, found: list[SpeechAct]) -> list[SpeechAct]:
        """ "She let fly:", "The union issued a statement:": whatever the verb, the words follow the colon."""
        s = self.s
        if not s.words or s.words[-1] != ":" or s.pos[s.root] not in ("VERB", "AUX") or self._in(s.root):
            return []
        if any(not a.inner and (not a.content or a.verb == s.root) for a in found):
            return []
        sources = [x for x in g.subjects(s, s.root) if self.speaks(x, False)]
        cue = (s.starts[s.root], s.ends[s.root])
        return [SpeechAct(sources, cue, [], s.root)] if sources else []

    def _in(self, i: int) -> bool:
        return self.quoted.at(self.s.starts[i]) is not None


def _misplaced_subjects(s: Sentence, v: int) -> list[int]:
    """Who speaks where the parse hung them elsewhere.

    "About 4 in 10 say", "voters going to the polls said", "the share of voters saying".
    """
    if s.kids(v, "nsubj", "nsubjpass"):
        return []
    counted = [c for c in s.kids(v, "nummod") if c < v]
    going = [x for c in s.kids(v, "csubj") for x in s.kids(c, "nsubj") if x < c]
    if counted or going:
        return (counted or going)[:1]
    if s.deps[v] == "acl" and s.tags[v] == "VBG":
        return [
            o
            for p in s.kids(s.heads[v], "prep")
            if s.lemmas[p] == "of" and p < v
            for o in s.kids(p, "pobj")
            if o == v - 1
        ]
    return []


def _before_the_aside(s: Sentence, v: int) -> int:
    """ "Ramos, 58, told AFP", "Eastland, wearing a hat, said": where the aside before the verb begins."""
    if v < 3 or s.words[v - 1] != ",":
        return v
    comma = next((i for i in range(v - 2, max(-1, v - _MAX_TAG), -1) if s.words[i] == ","), None)
    finite = comma is not None and any(s.tags[i] in ("VBD", "VBZ", "VBP", "MD") for i in range(comma, v - 1))
    return v if comma is None or finite or s.pos[comma - 1] not in ("PROPN", "NOUN") else comma


def _verb_cue(s: Sentence, v: int) -> Cue | None:
    for cue in cues().get(("v", s.lemmas[v]), ()):
        if cue.particle is None or cue.particle in (
            x for j in range(v + 1, min(v + 3, len(s))) for x in (s.words[j].lower(), s.lemmas[j])
        ):
            return cue
    return None


def _no_reporting(s: Sentence, v: int) -> bool:
    """ "Asked whether …, she …": the asked one answers; "half said yes": the words are not told."""
    asked = s.lemmas[v] == "ask" and s.tags[v] in ("VBN", "VBD") and not s.kids(v, "nsubj")
    return (asked and s.deps[v] in ("advcl", "acl", "csubj")) or (
        s.lemmas[v] == "say" and v + 1 < len(s) and s.words[v + 1].lower() in ("yes", "no", "so")
    )


def _perfect(s: Sentence, v: int) -> bool:
    """ "She's predicted two wins": a perfect that the parser takes for a passive."""
    aux = s.kids(v, "auxpass")
    return bool(aux) and s.words[aux[0]] in ("'s", "’s", "'d", "’d") and bool(s.kids(v, "dobj", "ccomp"))


def _in(spans: Iterable[Span], position: int) -> bool:
    return any(a <= position < b for a, b in spans)


def _span(s: Sentence, tokens: list[int]) -> Span:
    return s.starts[tokens[0]], s.ends[tokens[-1]]


def _relative(s: Sentence, v: int, sources: list[int]) -> int | None:
    """The *who* by which a speaker is named at a verb or at the verb it is joined to."""
    while True:
        for c in s.kids(v, "nsubj", "nsubjpass"):
            return c if s.tags[c] in ("WP", "WDT") and c not in sources else None
        if s.deps[v] not in ("conj", "xcomp") or s.heads[v] == v:
            return None
        v = s.heads[v]


def _without_others(s: Sentence, v: int, clause: int) -> list[int]:
    """A clause without another main clause that the parse joins to it, in which somebody else speaks.

    "The firm insisted all was well, and many traders accused it of fraud": they did, whoever insists.
    """
    tokens = s.subtree(clause)
    if clause < v:
        return tokens
    for c in s.kids(clause, "conj"):
        subjects = s.kids(c, "nsubj")
        first = min(s.subtree(c)[0], *s.subtree(subjects[0])) if subjects else 0
        comma = (
            subjects and s.words[first - 1].lower() in ("and", "but", "while") and s.words[first - 2] == ","
        )
        speaks = (
            s.tags[c] in ("VBD", "VBZ", "VBP") and s.lemmas[c] in _SPOKEN and not s.kids(c, "mark", "aux")
        )
        if comma and speaks and s.tags[subjects[0]] not in ("PRP", "WP", "WDT"):
            return [i for i in tokens if i < first - 2]
    return tokens


_SPOKEN = frozenset(
    "say accuse deny reject dismiss condemn denounce warn demand criticise criticize urge blame call insist "
    "announce declare claim praise welcome".split()
)
"""Verbs by which it is told what another one says."""


def _as_told(s: Sentence, v: int) -> bool:
    """ "As we reported": a clause that leads in what was told before."""
    return s.deps[v] == "advcl" and any(s.lemmas[m] == "as" for m in s.kids(v, "mark", "advmod", "prep"))


def _clauses(s: Sentence, v: int, cue: Cue | None) -> list[Span]:
    """The clauses that a cue verb governs, as character spans."""
    if cue is None:
        return []
    takes = cue.frames & {"clause", "ask"}
    clauses = []
    if takes:
        clauses += [
            c
            for c in s.kids(v, "ccomp")
            if s.pos[c] in ("VERB", "AUX", "NOUN", "ADJ", "PROPN", "INTJ", "NUM", "ADV", "PRON", "ADP")
        ]
        clauses += [c for c in s.kids(v, "xcomp") if any(s.lemmas[m] == "that" for m in s.kids(c, "mark"))]
        clauses += [c for c in s.kids(v, "parataxis") if c < v or s.kids(v, "ccomp")]
    if "ask" in cue.frames:
        clauses += [
            c
            for c in s.kids(v, "advcl")
            if any(s.lemmas[m] in ("whether", "if") for m in s.kids(c, "mark")) and c > v
        ]
    own = _behind_semicolon(s, v)
    spans = [
        _span(s, told)
        for c in clauses
        if (told := [i for i in _without_others(s, v, c) if i >= own and i != v])
    ]
    if not spans and takes and cue.kind in _WORDS and s.heads[v] != v:
        below = s.deps[v] in ("parataxis", "advcl", "ccomp")
        as_clause = (
            cue.kind == "say"
            and s.deps[v] == "advcl"
            and any(s.lemmas[m] == "as" for m in s.kids(v, "mark", "advmod", "prep"))
        )
        if (
            (below and s.tags[v] != "VBG" and _inserted(s, v) and not _has_its_own_words(s, v, cue))
            or (as_clause and s.kids(v, "nsubj") and not s.kids(v, "dobj", "xcomp"))
            or (as_clause and cue.particle == "it")
        ):
            spans = _around(s, v)
    return spans


def _topic(s: Sentence, v: int, cue: Cue, passive: bool) -> tuple[list[Span], bool]:
    """What a cue verb is about where it governs no clause: object, infinitive, prepositional object."""
    tokens: list[int] = []
    data = False
    takes_object = bool(cue.frames & {"np", "data"}) or ("as" in cue.frames and _predicated(s, v))
    for c in s.children[v]:
        dep, word = s.deps[c], s.words[c].lower()
        if dep in ("dobj", "oprd") and takes_object:
            tokens += s.subtree(c)
            data = not cue.frames & {"np", "as"}
        elif passive and dep in ("nsubjpass", "csubjpass") and takes_object:
            tokens += s.subtree(c)
            data = not cue.frames & {"np", "as"}
            break
        elif dep in ("xcomp", "ccomp") and cue.frames & {"to", "np", "as"}:
            tokens += s.subtree(c)
        elif dep in ("advcl", "xcomp", "ccomp") and "for" in cue.prepositions and _for_them_to(s, c):
            tokens += [i for i in s.subtree(c) if i not in s.kids(c, "mark")]
        elif dep in ("prep", "dative") and word in cue.prepositions and c > v:
            tokens += [i for i in s.subtree(c) if i != c]
    if not tokens and passive and takes_object and s.deps[v] == "acl" and g.agents(s, v):
        first, last = g.phrase(s, s.heads[v])  # "an option seen by the organisers as a lifeboat"
        return [(s.starts[first], s.ends[last])], not cue.frames & {"np", "as"}
    if not tokens and takes_object and s.deps[v] == "relcl" and not passive and s.kids(v, "nsubj"):
        antecedent = s.heads[v]
        if not any(s.tags[c] in ("WP", "WDT") for c in s.kids(v, "nsubj")):
            first, last = g.phrase(s, antecedent)
            return [(s.starts[first], s.ends[last])], not cue.frames & {"np", "as"}
    tokens = [i for i in tokens if passive or i > v]
    if not tokens:
        return [], False
    if not passive:  # "described the talks as frank", "thanked her for coming": what belongs to the object
        behind = [p for p in s.kids(v, "prep") if s.lemmas[p] in _BEHIND and p > v]
        tokens += [i for p in behind for i in s.subtree(p)]
    return [(s.starts[min(tokens)], s.ends[max(tokens)])], data


def _for_them_to(s: Sentence, c: int) -> bool:
    """ "called for the rivals to drop out"."""
    led = any(s.lemmas[m] == "for" for m in s.kids(c, "mark"))
    return led and s.tags[c] in ("VB", "VBN") and bool(s.kids(c, "nsubj", "nsubjpass"))


def _predicated(s: Sentence, v: int) -> bool:
    """True where something is said of the object: "cast himself as an outsider", "deemed the law void"."""
    return bool(s.kids(v, "oprd", "ccomp")) or any(s.lemmas[p] == "as" for p in s.kids(v, "prep"))


def _prepositional(s: Sentence, i: int, cue: Cue) -> list[Span]:
    """The objects of the prepositions that a noun or adjective takes."""
    for p in s.kids(i, "prep"):
        tokens = [j for j in s.subtree(p) if j != p]
        if s.words[p].lower() in cue.prepositions and tokens and p > i:
            return [_span(s, tokens)]
    return []


def _inserted(s: Sentence, v: int) -> bool:
    """ "The army, officials said, has withdrawn": the speech verb stands between commas."""
    tokens = s.subtree(v)
    first, last = tokens[0], tokens[-1]
    marks = (",", "-", "—", "–", '"', "”")
    before = s.words[first] in marks or (first > 0 and s.words[first - 1] in marks)
    ends = (",", ".", "-", "—", "–", ";")
    after = s.words[last] in ends or last + 1 >= len(s) or s.words[last + 1] in ends
    return before and after and len(tokens) <= _MAX_TAG


_LINKS = frozenset("after before when while since until though although because".split())


def _has_its_own_words(s: Sentence, v: int, cue: Cue) -> bool:
    """ "…, aid groups warn of hunger", "…, a week after he claimed the seat": what is said stands behind it."""
    led = any(s.lemmas[m] in _LINKS for m in s.kids(v, "mark", "advmod"))
    about = any(s.words[p].lower() in cue.prepositions for p in s.kids(v, "prep") if p > v)
    return led or (about and s.deps[v] != "ROOT")


def _around(s: Sentence, v: int) -> list[Span]:
    """What stands before and behind the part of the sentence below ``v``, up to a semicolon.

    "Police beat the men, ex-prisoners say, and hundreds were held": a clause that is added behind is not told by them.
    """
    tokens = s.subtree(v)
    first, last = tokens[0], tokens[-1]
    begin = _behind_semicolon(s, first)
    end = next((i for i in range(last + 1, len(s)) if s.words[i] == ";"), len(s))
    above = s.heads[v]
    added = [c for c in s.kids(above, "conj") if c > last and g.surface_subjects(s, c)] if above < v else []
    end = min([end, *(min(s.subtree(c)) for c in added)])
    inside = next((a for a in s.ancestors(v) if s.deps[a] in ("relcl", "acl", "appos")), None)
    if inside is not None:  # "killed 26, most of them, medics said, students"
        begin, end = max(begin, min(s.subtree(inside))), min(end, max(s.subtree(inside)) + 1)
    spans = []
    if first > begin + 1:
        spans.append((s.starts[begin], s.ends[first - 1]))
    if last + 2 < end:
        spans.append((s.starts[last + 1], s.ends[end - 1]))
    return spans


def _before_comma(s: Sentence, v: int) -> list[Span]:
    """ "…, Iranian media reported on Monday.": all before the comma, whatever the parse."""
    left = s.kids(v, "nsubj")
    edge = min([v, *[min(s.subtree(i)) for i in left]])
    if edge < 2 or not (s.words[edge - 1] in (",", '"', "”", "''") or s.words[edge - 1].endswith(('"', "”"))):
        return []
    if s.kids(v, "dobj") or edge - 1 < 3 or not left:
        return []
    stop = next((i for i in range(v, len(s)) if s.words[i] == ","), len(s))
    tail = len([i for i in range(v, stop) if s.pos[i] != "PUNCT"])
    begin = _behind_semicolon(s, edge)
    return [(s.starts[begin], s.starts[edge - 1])] if tail <= _MAX_TAG and edge - 1 - begin >= 3 else []


def _behind_semicolon(s: Sentence, i: int) -> int:
    """Where the part of a sentence begins that a token stands in: behind the last semicolon before it."""
    return max((k + 1 for k in range(i) if s.words[k] == ";"), default=0)


def _after_colon(s: Sentence, v: int) -> list[Span]:
    """ "He continued: “…”": what stands after the colon."""
    colon = next((i for i in range(v + 1, len(s) - 1) if s.words[i] == ":"), None)
    if colon is None or colon - v > 12:
        return []
    return [(s.starts[colon + 1], s.ends[-1])]
