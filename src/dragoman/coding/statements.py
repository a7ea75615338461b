"""Attribution chains and statements: who is quoted, and through whom it reached the page."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dragoman.coding import parties
from dragoman.coding.actors import Cast
from dragoman.coding.cues import speakers
from dragoman.coding.mentions import same_person
from dragoman.coding.quotes import Quotes, is_statement
from dragoman.coding.speech import SpeechAct, acts
from dragoman.language import Sentence
from dragoman.records import Entity, EventMention, Span, Statement, StatementKind, stable_id

_REPORTERS = ("agency", "outlet")
_HUMAN_PRONOUNS = frozenset(
    "i we he she they who it which that those some many most others other all both none few everyone "
    "everybody anyone anybody someone somebody nobody one several each half".split()
)
_EMPTY = frozenset("it that this which there what you".split())
_HUMAN_NOUN = re.compile(r"(?:[^aeiou]er|eer|tor|sor|ist|ian|man|woman|person|ant|ee)$")
_NOBODY = frozenset(
    "danger number matter order border paper power letter winter summer water river fear error terror sector factor "
    "corner offer answer murder laughter weather dinner computer poster quarter theatre center centre".split()
)
"""Nouns that end as those of people do."""
_ABSTRACT = re.compile(
    r"(?:[st]ion|ment|ness|ity|ism|[ae]nce|ing|ship|day|week|month|year|time|thing|fact|place)$"
)
_UNNAMED = re.compile(
    r"condition of anonymity|\banonymously\b|(?:not|n['’]t) (?:be(?:ing)? )?(?:named|identified|authori[sz]ed)|"
    r"(?:declined|refused|asked not) to be (?:named|identified)",
    re.IGNORECASE,
)
_NEXT_LINE = 5
"""Characters between a sentence and a quote in the paragraph that follows."""
_FREE_QUOTE = 30
"""Characters; a shorter quote without a speaker of its own is a mere word in quotation marks."""
_REACH = 700
"""Characters; how far back the speaker of a free quote may have been named."""


@dataclass(slots=True)
class _Voice:
    """A speech act with its sources resolved."""

    act: SpeechAct
    sentence: Sentence
    sources: tuple[Entity, ...]
    via: tuple[Entity, ...] = ()


class Attributor:
    """All acts of reporting in one document."""

    def __init__(self, cast: Cast, text: str, sentences: list[Sentence], outlet: Entity | None) -> None:
        self.cast = cast
        self.text = text
        self.outlet = outlet
        self.sentences = [s for s in sentences if s.field == "text"]
        self.quotes = cast.quotes or Quotes(text)
        self.voices: dict[tuple[str, int], list[_Voice]] = {}
        self._speakers: dict[tuple[str, int, int], Entity | None] = {}
        self.free: list[tuple[Span, _Voice]] = []
        """Quotes that no cue governs, with the voice that they continue."""
        self.titled = [s for s in sentences if s.field == "title" and is_statement(s.text)]
        found = {(s.field, s.start): self._acts(s) for s in sentences}
        for inner in (False, True):  # who speaks outside the quotes decides who "I" is inside them
            for s in sentences:
                voices = self.voices.setdefault((s.field, s.start), [])
                voices += [
                    v for a in found[s.field, s.start] if a.inner is inner and (v := self._voice(s, a))
                ]
            if not inner:
                self._assign_quotes()
                self._carry_speakers()
        for key, voices in self.voices.items():
            self.voices[key] = [v for v in voices if v.act.content]

    def _acts(self, s: Sentence) -> list[SpeechAct]:
        marks = self.quotes if s.field == "text" else Quotes(s.text, s.start)
        found = acts(s, lambda i, loosely: self.speaks(s, i, loosely), marks)
        if s.field == "text":
            for act in found:
                if self.text[act.cue[0]] == ":" and act.verb is None:
                    self._to_paragraph_end(s, act)
        return [a for a in found if (a.content or not a.inner) and not self._is_slug(s, a)]

    def _is_slug(self, s: Sentence, act: SpeechAct) -> bool:
        """ "Marawi: troops retake bridge": a town before the colon tells where, not who says so.

        In a text a country does so too: "Chad: Soldiers have shut the border".
        """
        if act.verb is not None or s.text[act.cue[0] - s.start :][:1] != ":":
            return False
        fillers = [self.cast.filler(s, t) for t in act.sources]
        if s.field == "title":
            return all(f.nature == "place" for f in fillers)
        label = all(f.nature == "place" or f.kind == "country" for f in fillers)
        return label and s.words[0] != s.words[0].upper() and self.quotes.at(act.cue[1] + 2) is None

    def _to_paragraph_end(self, s: Sentence, act: SpeechAct) -> None:
        """ "SMITH: …": a turn of a transcript runs to the end of its paragraph."""
        if s.start and self.text[s.start - 1] != "\n":
            act.content = []
            return
        end = self.text.find("\n", s.start)
        act.content = [(act.content[0][0], end if end > 0 else len(self.text))]

    # --- who can speak ------------------------------------------------------------------------

    def speaks(self, s: Sentence, i: int, loosely: bool = False) -> bool:
        """True where a token can be the source of a statement; asks no pronoun whom it means."""
        lemma, word = s.lemmas[i], s.words[i].lower()
        if s.pos[i] in ("PRON", "DET") or s.tags[i] in ("PRP", "PRP$", "WP", "WDT"):
            return word in _HUMAN_PRONOUNS or s.tags[i] == "PRP$"
        if lemma in speakers() or s.pos[i] == "NUM":
            return True
        if s.pos[i] == "ADJ":
            return word in _HUMAN_PRONOUNS or (word in ("old", "olds") and s.words[i - 1] == "-" and i > 3)
        f = self.cast.filler(s, i)
        if f.nature in ("hazard", "instrument") or (f.head != i and f.nature == "thing"):
            return False
        if f.acts or (f.nature == "place" and s.pos[i] == "PROPN"):
            return True
        if s.pos[i] != "NOUN":
            return False
        human = _HUMAN_NOUN.search(lemma) is not None and lemma not in _NOBODY
        return human or (loosely and _ABSTRACT.search(lemma) is None)

    def _voice(self, s: Sentence, act: SpeechAct) -> _Voice | None:
        out: list[Entity] = []
        for token in act.sources:
            entity = self.source(s, token, act)
            if entity is None or (act.data and entity.kind not in ("document", *_REPORTERS)):
                continue
            if act.named_by is not None:
                span = (s.starts[act.named_by], s.ends[act.named_by])
                entity = replace(entity, span=span, resolved_by="coreference: relative pronoun")
            out.append(entity)
        if not out:
            return None
        return _Voice(act, s, tuple(out), self._via(s, act, out))

    def source(self, s: Sentence, token: int, act: SpeechAct) -> Entity | None:
        """The speaker, agency, outlet or document behind a token, with its kind."""
        f = self.cast.filler(s, token)
        if f.nature in ("hazard", "instrument"):
            return None
        entity = f.entity
        if f.kind == "pronoun" and not entity.actor_id and entity.name.lower() in _EMPTY:
            return None
        lemma = s.lemmas[f.head]
        kind = speakers().get(lemma)
        if kind == "document" and s.pos[f.head] == "NOUN":
            owners = parties.responsible(self.cast, s, f.head)
            return replace(owners[0] if owners else entity, kind="document")
        if f.kind == "outlet":
            return replace(entity, kind=self._outlet_kind(entity, s, f.head))
        if "JRN" in entity.sectors:
            return replace(entity, kind="outlet")
        unnamed = kind == "anonymous" and not entity.actor_id and s.pos[f.head] == "NOUN"
        if (unnamed and not self._named(s, f.head)) or (
            f.kind == "role" and f.plural and not entity.actor_id
        ):
            return replace(entity, kind="anonymous")
        if not entity.actor_id and f.kind != "person" and _UNNAMED.search(s.text):
            return replace(entity, kind="anonymous")
        return replace(entity, kind="speaker")

    def _named(self, s: Sentence, head: int) -> bool:
        return any(s.pos[c] == "PROPN" for c in s.kids(head, "appos"))

    def _outlet_kind(self, entity: Entity, s: Sentence, head: int) -> str:
        words = f"{entity.name} {s.lemmas[head]} {entity.resolved_by or ''}".lower()
        entry = self.cast.knowledge.entry(entity.actor_id) if entity.actor_id else None
        agency = entry is not None and "agency" in str(entry.get("outlet_kind") or entry.get("kind") or "")
        return "agency" if agency or "agency" in words else "outlet"

    def _via(self, s: Sentence, act: SpeechAct, sources: list[Entity]) -> tuple[Entity, ...]:
        """Outlets named in the reporting clause: "told Reuters", "in a statement carried by state TV"."""
        if act.verb is None or s.pos[act.verb] != "VERB" or not act.words:
            return ()
        out: list[Entity] = []
        tokens = [i for i in s.subtree(act.verb) if s.deps[i] in ("dobj", "pobj", "dative", "conj", "appos")]
        for i in [*act.via, *tokens]:
            if s.pos[i] not in ("NOUN", "PROPN") or act.covers(s.starts[i]) or i in act.sources:
                continue
            if _is_medium(s, i):
                continue
            f = self.cast.filler(s, i)
            if f.kind != "outlet" and "JRN" not in f.entity.sectors and i not in act.via:
                continue
            if s.tags[i] == "NNS" and s.pos[i] == "NOUN" and f.kind == "role":
                continue  # "told reporters"
            entity = replace(f.entity, kind=self._outlet_kind(f.entity, s, f.head))
            if not any(same_person(entity, x) for x in (*out, *sources)):
                out.append(entity)
        return tuple(out)

    # --- quotes and their speakers --------------------------------------------------------------

    def _assign_quotes(self) -> None:
        """Give every quote to the voice that speaks it, over the borders of sentences."""
        starts = {s.start: s for s in self.sentences}
        by_start = sorted(starts)
        last: tuple[Span, _Voice] | None = None
        author = self._author()
        for quote in self.quotes.spans:
            voice = self._speaker_here(quote) or self._tag_behind(quote, starts) or self._lead(quote)
            if voice is not None:
                last = (quote, voice)
                continue
            if not self._is_free(quote) or self._own_sentence(quote, by_start, starts):
                continue
            near = self._same_as_last(quote, last) or self._in_paragraph(quote)
            if near is None and last is not None and quote[0] - last[0][1] < _REACH:
                near = last[1]
            near = near or self._paragraph_before(quote) or author
            if near is not None:
                self.free.append((quote, near))
                last = (quote, near)

    def _author(self) -> _Voice | None:
        """ "Statement by the Minister of Foreign Affairs on Sudan": whose words the whole text is."""
        for s in self.titled:
            noun = next((i for i in range(len(s)) if s.lemmas[i] in _PAPERS), len(s))
            for i in range(noun + 2, len(s)):
                if s.deps[i] != "compound" and self.speaks(s, i):
                    act = SpeechAct([i], (s.starts[noun], s.ends[noun]), [], noun)
                    return self._voice(s, act)
        return None

    def _same_as_last(self, quote: Span, last: tuple[Span, _Voice] | None) -> _Voice | None:
        """ "…," he said. "…": the speaker of the quote before, where nobody else speaks in between."""
        if last is None or "\n" in self.text[last[0][1] : quote[0]]:
            return None
        between = [s for s in self.sentences if last[0][1] < s.end and s.start < quote[0]]
        others = [v for s in between for v in self._outer(s) if v.act.kind == "say" and v.act.content]
        if any(not same_person(v.sources[0], last[1].sources[0]) for v in others):
            return None
        return last[1]

    def _outer(self, s: Sentence) -> list[_Voice]:
        return [v for v in self.voices[s.field, s.start] if v.act.words and v.act.kind != "plan"]

    def _speaker_here(self, quote: Span) -> _Voice | None:
        """The voice whose own sentence holds a part of the quote as its content."""
        best: tuple[int, _Voice] | None = None
        for s in self.sentences:
            if s.start < quote[1] and quote[0] < s.end:
                for v in self._outer(s):
                    if any(a < quote[1] and quote[0] < b for a, b in v.act.content):
                        distance = min(abs(v.act.cue[0] - quote[1]), abs(v.act.cue[0] - quote[0]))
                        if best is None or distance < best[0]:
                            best = (distance, v)
        return best[1] if best else None

    def _tag_behind(self, quote: Span, starts: dict[int, Sentence]) -> _Voice | None:
        """ "Who are they?" The mayor asked.: a reporting clause cut off as a sentence of its own."""
        for at in range(quote[1] + 1, quote[1] + 4):
            if "\n" in self.text[quote[1] : at]:
                return None
            for v in self._outer(starts[at]) if at in starts else ():
                if not v.act.content and v.act.kind in ("say", "ask"):
                    v.act.content = [quote]
                    return v
        return None

    def _lead(self, quote: Span) -> _Voice | None:
        """ "She went on:" before a quote, on the same line or the one before."""
        for s in self.sentences:
            if not 0 <= quote[0] - s.end <= 4:
                continue
            voices = [v for v in self.voices[s.field, s.start] if v.act.kind not in ("plan", "want")]
            waiting = [v for v in voices if not v.act.content]
            if s.text.rstrip().endswith((":", ",")) or (waiting and s.text.count(" ") < 12):
                for v in waiting or voices:
                    if not v.act.content:
                        v.act.content = [quote]
                    else:
                        self.free.append((quote, v))
                    return v
        return None

    def _own_sentence(self, quote: Span, by_start: list[int], starts: dict[int, Sentence]) -> bool:
        """A name or title in quotation marks inside somebody's sentence is no free quote."""
        for at in by_start:
            s = starts[at]
            if s.start < quote[0] - 2 and quote[1] + 2 < s.end:
                return True
        return False

    def _is_free(self, quote: Span) -> bool:
        """True for a quote that can stand alone: a whole sentence, or a long part of one."""
        before = self.text[self.text.rfind("\n", 0, quote[0]) + 1 : max(0, quote[0] - 1)].rstrip()
        if before and not before.endswith((".", "!", "?", "”", '"', ":", ",", "…")):
            return False  # a name in quotation marks inside a sentence
        words = self.text[quote[0] : quote[1]]
        whole = words[:1].isupper() and words.rstrip().endswith((".", "!", "?")) and words.count(" ") > 1
        return whole or len(words) >= _FREE_QUOTE

    def _in_paragraph(self, quote: Span) -> _Voice | None:
        first = self.text.rfind("\n", 0, quote[0]) + 1
        last = self.text.find("\n", quote[1])
        last = len(self.text) if last < 0 else last
        voices = [
            v
            for s in self.sentences
            if first <= s.start < last
            for v in self._outer(s)
            if v.act.kind == "say" and v.sources[0].kind != "document"
        ]
        return min(
            voices,
            key=lambda v: min(abs(v.act.cue[0] - quote[1]), abs(v.act.cue[0] - quote[0])),
            default=None,
        )

    def _paragraph_before(self, quote: Span) -> _Voice | None:
        """ "She told the radio that it was illegal." and then a paragraph of nothing but a quote: hers."""
        first = self.text.rfind("\n", 0, quote[0]) + 1
        end = self.text.find("\n", quote[1])
        alone = not self.text[first : quote[0] - 1].strip() and end - quote[1] <= 1
        if not alone or not first:
            return None
        before = [s for s in self.sentences if s.field == "text" and s.end <= first]
        tellers = [v for v in self._outer(before[-1]) if v.act.kind == "say"] if before else []
        near = before and quote[0] - before[-1].end <= _NEXT_LINE
        return tellers[0] if near and tellers and tellers[0].sources[0].kind != "document" else None

    def _carry_speakers(self) -> None:
        """Tell the cast who speaks in each quoted sentence, so that "we" is the speaker's side."""
        spoken: list[tuple[Span, _Voice]] = list(self.free)
        for voices in self.voices.values():
            for v in voices:
                if v.sentence.field == "text" and v.act.words:
                    spoken += [(q, v) for a, b in v.act.content for q in self.quotes.within(a, b)]
        for s in self.sentences:
            here = [v for (a, b), v in spoken if a < s.end and s.start < b]
            if here:  # "…," Karimi said, according to Reuters: Karimi
                own = [v for v in here if v.sources[0].kind not in _REPORTERS]
                self.cast.set_speaker(s, (own or here)[0].sources[0])

    # --- attribution of events --------------------------------------------------------------------

    def sources(self, s: Sentence, trigger: int) -> tuple[Entity, ...]:
        """The attribution chain of an event: nearest speaker first, the outlet last."""
        position = s.starts[trigger]
        covering = [
            v
            for v in self.voices.get((s.field, s.start), [])
            if (v.act.attributes and v.act.covers(position) and v.act.verb != trigger)
            or _vouches(s, v.act, trigger)
        ]
        covering.sort(key=lambda v: v.act.length)
        chain: list[Entity] = []
        for voice in covering:
            for e in (*voice.sources, *voice.via):
                if not any(same_person(e, x) for x in chain):
                    chain.append(e)
        chain += [e for e in self._spoken(s, position) if not any(same_person(e, x) for x in chain)]
        chain = chain or self._counting(s, trigger)
        if self.outlet is not None and not any(same_person(self.outlet, x) for x in chain):
            chain.append(self.outlet)
        return tuple(chain)

    def _counting(self, s: Sentence, trigger: int) -> list[Entity]:
        """ "A doctor put the number of dead at 117": who counts tells it."""
        for v in (trigger, *s.ancestors(trigger)):
            told = s.lemmas[v] == "put" and any(s.lemmas[p] == "at" for p in s.subtree(v) if p > v)
            if told and any(s.lemmas[o] in _TOLLS for o in s.kids(v, "dobj")):
                fillers = (self.cast.filler(s, t) for t in s.kids(v, "nsubj"))
                return [f.entity for f in fillers if f.kind not in ("noun", "unknown")]
        return []

    def speaker(self, s: Sentence, token: int) -> Entity | None:
        """Who says the words that a token stands in; no outlet, agency or document that only carries them."""
        key = (s.field, s.start, token)
        if key not in self._speakers:
            said = (e for e in self.sources(s, token) if e.kind not in ("document", *_REPORTERS))
            self._speakers[key] = next(said, None) if self.tells(s) else None
        return self._speakers[key]

    def tells(self, s: Sentence) -> bool:
        """True for a sentence with words that somebody says, in quotation marks or not."""
        quoted = s.field == "text" and bool(self.quotes.within(s.start, s.end))
        return quoted or any(v.act.attributes for v in self.voices.get((s.field, s.start), ()))

    def _spoken(self, s: Sentence, position: int) -> list[Entity]:
        """The speaker of a quote over several sentences whose cue stands in another one."""
        quote = self.quotes.at(position) if s.field == "text" else None
        if quote is None:
            return []
        for span, voice in self.free:
            if span == quote:
                return [*voice.sources[:1], *voice.via]
        for voices in self.voices.values():
            for v in voices:
                touches = any(a < quote[1] and quote[0] < b for a, b in v.act.content)
                if v.sentence is not s and touches and v.act.attributes and v.sentence.field == "text":
                    return [*v.sources[:1], *v.via]
        return []

    def reported_by(self, voice: _Voice) -> tuple[Entity, ...]:
        """Who passes this statement on: outlets in its own clause, acts that cover its cue, and the outlet."""
        out = list(voice.via)
        begin = min(a for a, _ in voice.act.content or [voice.act.cue])
        for other in self.voices[voice.sentence.field, voice.sentence.start]:
            if other is voice or not other.act.attributes:
                continue
            wider = other.act.length > voice.act.length and other.act.covers(begin)
            if other.act.covers(voice.act.cue[0]) or wider:
                out += [
                    e for e in other.sources if not any(same_person(e, x) for x in (*out, *voice.sources))
                ]
        if self.outlet is not None and not any(same_person(self.outlet, x) for x in out):
            out.append(self.outlet)
        return tuple(out)


_VOUCHING = frozenset({"confirm", "report"})


def _vouches(s: Sentence, act: SpeechAct, trigger: int) -> bool:
    """ "Residents reported a blast", "the army confirmed the killing of two men": who tells of it."""
    verb = act.verb
    if verb is None or act.words or s.lemmas[verb] not in _VOUCHING:
        return False
    if verb == trigger:
        return s.lemmas[verb] == "report"
    return s.pos[trigger] == "NOUN" and s.heads[trigger] == verb and s.deps[trigger] in ("dobj", "nsubjpass")


_MEDIA = frozenset("television tv radio broadcast interview video air".split())


def _is_medium(s: Sentence, i: int) -> bool:
    """ "speaking on national television": where he spoke, and nobody who passes it on."""
    lead = s.heads[i]
    named = any(s.pos[c] == "PROPN" for c in s.subtree(i))
    return s.deps[i] == "pobj" and s.lemmas[lead] in ("on", "in") and s.lemmas[i] in _MEDIA and not named


_PAPERS = frozenset("statement declaration communique communiqué".split())
_TOLLS = frozenset("number toll dead death figure count total tally loss casualty wounded injured".split())
_UTTERED = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
"""Types that are done by saying so."""


def told_by_others(m: EventMention) -> EventMention:
    """A mention without its own actor among those who tell it, where it is done by words.

    Who says that he will withdraw has promised it: nobody else's word stands between.
    """
    if m.event_type not in _UTTERED or m.status == "denied":
        return m
    others = tuple(e for e in m.attribution if not any(same_person(e, a) for a in m.actors))
    return m if len(others) == len(m.attribution) else replace(m, attribution=others)


# --- statements -------------------------------------------------------------------------------------


def collect_statements(attributor: Attributor, document_id: str) -> tuple[Statement, ...]:
    """Every quoted or reported statement of the document with its speaker."""
    out: list[Statement] = []
    for voices in attributor.voices.values():
        for voice in voices:
            out.extend(_of_voice(attributor, voice, document_id))
    inner = {v.act.cue for voices in attributor.voices.values() for v in voices if v.act.inner}
    taken = [s.span for s in out if s.field == "text" and s.kind != "attitude" and s.cue not in inner]
    for (start, end), voice in attributor.free:
        if not any(a < end and start < b for a, b in taken):
            out.append(_statement(attributor, voice, (start, end), "direct", document_id, None))
    out.sort(key=lambda s: (s.field == "text", s.span))
    return tuple(_outermost(out))


def _statement(
    attributor: Attributor, voice: _Voice, span: Span, kind: StatementKind, document_id: str, cue: Span | None
) -> Statement:
    s, speaker = voice.sentence, voice.sources[0]
    if s.field == "text":
        text = attributor.text[span[0] : span[1]]
    else:
        text = s.text[span[0] - s.start : span[1] - s.start]
    return Statement(
        stable_id(
            document_id, s.field, span[0], span[1], speaker.name, *([kind] if kind == "attitude" else [])
        ),
        text,
        kind,
        span,
        speaker,
        attributor.reported_by(voice),
        _about(attributor.cast, s, span, speaker),
        cue,
        s.field,
    )


def _of_voice(attributor: Attributor, voice: _Voice, document_id: str) -> list[Statement]:
    s, made = voice.sentence, []
    siblings = attributor.voices[s.field, s.start]
    told = any(v is not voice and v.act.words and voice.act.covers(v.act.cue[0]) for v in siblings)
    if told and voice.act.reporting and voice.sources[0].kind in _REPORTERS:
        return []
    for start, end in voice.act.content:
        start, end = _trim(attributor, s, start, end)
        if not voice.act.words:
            if end - start >= 3 and not _pronoun(s, start, end):
                made.append(
                    _statement(attributor, voice, (start, end), "attitude", document_id, voice.act.cue)
                )
            continue
        if end - start < 3 or _pronoun(s, start, end):
            continue
        span = _widen(attributor, s, (start, end), voice.act.cue)
        marks = attributor.quotes.spans if s.field == "text" else Quotes(s.text, s.start).spans
        cue = voice.act.cue[0]  # what stands in somebody else's quote is no quote of this speaker's
        marks = [(a, b) for a, b in marks if not a <= cue < b]
        made.append(_statement(attributor, voice, span, _kind(marks, span), document_id, voice.act.cue))
    return made


def _pronoun(s: Sentence, start: int, end: int) -> bool:
    """True for a content that is one word without meaning of its own ("it", "so", "them")."""
    inside = [i for i in range(len(s)) if start <= s.starts[i] < end]
    return len(inside) == 1 and (s.pos[inside[0]] in ("PRON", "DET", "ADV", "PART", "SCONJ"))


def _about(cast: Cast, s: Sentence, span: Span, speaker: Entity) -> tuple[str, ...]:
    """Ids of the actors that are named inside a statement, its speaker left out."""
    inside = (m.entity.actor_id for m in cast.mentions if m.field == s.field and span[0] <= m.start < span[1])
    return tuple(dict.fromkeys(i for i in inside if i and i != speaker.actor_id))


def _trim(attributor: Attributor, s: Sentence, start: int, end: int) -> Span:
    text = attributor.text[start:end] if s.field == "text" else s.text[start - s.start : end - s.start]
    left = len(text) - len(text.lstrip(" ,\"“”'’:;-–—`"))
    right = len(text) - len(text.rstrip(" ,\"“”'‘:;-–—`"))
    return start + left, max(end - right, start + left)


def _widen(attributor: Attributor, s: Sentence, span: Span, cue: Span) -> Span:
    """A quote over several sentences belongs to the statement as a whole."""
    if s.field != "text":
        return span
    for start, end in attributor.quotes.within(span[0] - 2, span[1] + 2):
        if start <= cue[0] < end:
            continue  # the cue stands in the same quote: its content ends with its clause
        inside = start <= span[0] + 2 and span[1] - 2 <= end
        if inside or (start < span[1] <= end and start >= span[0] - 2 and end > s.end):
            return min(start, span[0]) if not inside else start, end
    return span


def _kind(quoted: list[Span], span: Span) -> StatementKind:
    covered = sum(max(0, min(b, span[1]) - max(a, span[0])) for a, b in quoted)
    share = covered / max(1, span[1] - span[0])
    return "direct" if share > 0.85 else "mixed" if share > 0.08 else "indirect"


def _outermost(statements: list[Statement]) -> list[Statement]:
    """Drop a statement that the same speaker's longer one of its kind holds."""
    out: list[Statement] = []
    for s in statements:
        held = any(
            o is not s
            and o.field == s.field
            and (o.kind == "attitude") == (s.kind == "attitude")
            and o.span[0] <= s.span[0]
            and s.span[1] <= o.span[1]
            and same_person(o.speaker, s.speaker)
            for o in out
        )
        if not held:
            out.append(s)
    return out
