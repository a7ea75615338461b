"""One document → record: its sentences in order, each through the row of steps.

gate → parse → triggers and frames → operators → status → selection → rows (:mod:`dragoman.coding.rows`) →
what was told before → confidence.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from dragoman.coding import (
    accountable,
    authors,
    captivity,
    chronology,
    confidence,
    content,
    counterparts,
    foes,
    frames,
    gapped,
    glued,
    hands,
    identities,
    implied,
    judging,
    operators,
    penalties,
    places,
    pledges,
    repeats,
    rulings,
    selection,
    sharing,
    status,
    terms,
    together,
    unknown_content,
)
from dragoman.coding import grammar as g
from dragoman.coding.actors import Cast
from dragoman.coding.aims import opposed_deed
from dragoman.coding.antecedents import event_nouns
from dragoman.coding.backpages import BackPages
from dragoman.coding.denials import Alleged, in_passing
from dragoman.coding.disambiguate import features
from dragoman.coding.drafts import DEALINGS, Draft, draft_of
from dragoman.coding.headline_verbs import read_again
from dragoman.coding.mentions import entity_of
from dragoman.coding.quotes import Quotes, is_statement
from dragoman.coding.relations import may_hold, relations
from dragoman.coding.repairs import repair
from dragoman.coding.row_features import ReportFeatures
from dragoman.coding.rows import RowMaker
from dragoman.coding.statements import Attributor, collect_statements, told_by_others
from dragoman.coding.timeline import Timeline
from dragoman.coding.utterances import Spoken
from dragoman.language import (
    Piece,
    Sentence,
    headline_spans,
    in_small_letters,
    sentence_spans,
    without_scene,
)
from dragoman.reading.datelines import dateline
from dragoman.records import (
    Actor,
    Document,
    Entity,
    EventMention,
    Field,
    Record,
    Relation,
    Span,
)

if TYPE_CHECKING:
    from dragoman.coding.coder import Coder


@dataclass(slots=True)
class SentenceTrace:
    """What happened to one sentence, for ``explain``."""

    text: str
    field: Field
    passed_gate: bool
    parse: Sentence | None = None
    drafts: list[Draft] = dataclasses.field(default_factory=list)
    rejected: list[str] = dataclasses.field(default_factory=list)
    mentions: list[EventMention] = dataclasses.field(default_factory=list)
    off_topic: bool = False
    """The gate would let it through, but its words tell of no politics."""
    reasons: dict[str, tuple[list[str], list[str]]] = dataclasses.field(default_factory=dict)
    """By the id of a mention, what speaks most for the row and what most against it."""
    OFF_TOPIC: ClassVar[str] = "its words and those of the whole report tell of no politics"

    def holds(self, m: EventMention) -> bool:
        """Whether a mention is told in this sentence."""
        return m.evidence.text == self.text and m.evidence.field == self.field

    def why_sure(self, m: EventMention) -> list[tuple[str, str]]:
        """What a row is surer and less sure for, in words, where anything is."""
        speaks_for, against = self.reasons.get(m.id, ([], []))
        told = (("surer for", "; ".join(speaks_for)), ("less sure for", "; ".join(against)))
        return [(what, names) for what, names in told if names]


_Span = tuple[Field, str, int, int]
"""A sentence: its field, its words, where they begin there, and its number."""


class DocumentCoding:
    """The coding of one document: what is to be parsed of it, and what comes of that."""

    def __init__(self, coder: Coder, document: Document, *, explain: bool = False) -> None:
        self.coder = coder
        self.document = document
        self.explain = explain
        self.traces: list[SentenceTrace] = []
        self.cast = Cast(coder.knowledge, document.published, document.place)
        self._spans: list[_Span] = []
        self.outlet = self._outlet()
        self.rows = RowMaker(document, self.cast, lambda: self.timeline)
        self.alleged = Alleged()
        self._leads: dict[int, str] = {}
        self._written: dt.date | None = None
        """The day of its dateline, where a report was published on another one."""
        self._entries = glued.entries(document.text)
        self.crowd: frozenset[str] = frozenset()
        self.bare: set[tuple[int, int]] = set()
        """Words that tell deaths without their cause."""
        self.trusted: set[str] = set()
        """Triggers of a user's own, whose rows are not rated."""
        self._queue: list[Piece] = []
        self._aside: list[Piece] = []
        """Sentences that hold no event, but may state a lasting tie."""
        if document.language in (None, "en"):  # the coder reads English; the record says so in its notes
            self._read()

    @cached_property
    def timeline(self) -> Timeline:
        """The days that the document speaks of; nobody asks where there is no event."""
        found = Timeline(self._written or self.document.published, leads=self._leads)
        for span in self._spans:
            found.read(*span)
        return found

    @cached_property
    def back(self) -> BackPages:
        """Which paragraphs are no news of politics; nobody asks where there is no event."""
        return BackPages.of(self.document.text)

    def _outlet(self) -> Entity | None:
        name = self.document.outlet
        if not name:
            return None
        found = [c for c in self.coder.knowledge.lookup(name, self.document.published) if c.kind == "outlet"]
        if found:
            return replace(entity_of(found[0], name, None), kind="outlet")
        return Entity(name, kind="outlet")

    @property
    def pieces(self) -> list[Piece]:
        """The sentences that are to be parsed."""
        return [*self._queue, *self._aside]

    def record(self) -> Record:
        """Run all steps."""
        return self.finish(self.coder.parser.parse(self.pieces))

    def finish(self, sentences: list[Sentence]) -> Record:
        """The record, from the sentences of ``pieces`` as they were parsed."""
        document = self.document
        if not sentences:
            return Record(document, (), (), self._actors([]), self.coder.version)
        parsed, aside = sentences[: len(self._queue)], sentences[len(self._queue) :]
        read_again(self.coder.parser, self._queue, parsed, self.coder.verbs)
        self._settle(parsed)
        identities.learn(self.cast, sorted([*parsed, *aside], key=lambda s: (s.field == "text", s.start)))
        for s in parsed:
            self.cast.note(s)
        attributor = Attributor(self.cast, document.text, parsed, self.outlet)
        mentions: list[EventMention] = []
        for s in parsed:
            mentions.extend(self._sentence(s, attributor))
        statements = collect_statements(attributor, document.id)
        mentions = authors.of_report(mentions, self.bare, unclaimed=authors.nobody_owns_up(document.text))
        mentions = captivity.let_go_by_captors(mentions)
        mentions = self._sure([foes.victims_beyond(m, self.cast.countries) for m in mentions], parsed)
        mentions = [told_by_others(m) for m in repeats.without_repeats(mentions)]
        self._settle(aside)
        ties = self._relations([*parsed, *aside])
        return Record(document, tuple(mentions), statements, self._actors(mentions), self.coder.version, ties)

    def _settle(self, sentences: list[Sentence]) -> None:
        for s in sentences:
            repair(s, self.coder.verbs)
            self.cast.settle(s)
            s.asked = {}

    def _relations(self, sentences: list[Sentence]) -> tuple[Relation, ...]:
        """The ties that the document states."""
        found = [
            r for s in sentences for r in relations(s, self.cast, self.document.id, self.document.published)
        ]
        return tuple(sorted(found, key=lambda r: (r.field != "title", r.span, r.id)))

    def _read(self) -> None:
        """Find the names and the sentences that are to be parsed."""
        fields: list[tuple[Field, str]] = [("title", self.document.title or ""), ("text", self.document.text)]
        self.cast.quotes = Quotes(self.document.text, statement=is_statement(self.document.title or ""))
        for name, text in fields:
            self.cast.read(text, name, more=name == "title")
        for name, text in fields:
            self._spans += self._sentences(name, text)
        texts = dict(fields)
        for number, off_topic in enumerate(self._off_topic()):
            self._sort_out(number, texts[self._spans[number][0]], off_topic)

    def _sentences(self, name: Field, text: str) -> list[_Span]:
        """A field's sentences, without its dateline."""
        skip = self._skip_dateline(text) if name == "text" and not chronology.lead(text)[1] else 0
        parts = headline_spans if name == "title" else sentence_spans
        out: list[_Span] = []
        for index, (a, b) in enumerate(parts(text[skip:])):
            start, end = a + skip, b + skip
            if 0 < index <= _HEADLINES and not skip and name == "text":
                start += self._skip_dateline(text[start:end])  # behind a headline that the text repeats
            if name == "text":
                start = self._behind_lead(text, start, end, index)
            if name == "title":
                out.append((name, text[start:end], start, index))
                continue
            for first, last in self._parts(text, start, end):
                out.append((name, text[first:last], first, index))
        return out

    def _parts(self, text: str, start: int, end: int) -> Iterator[Span]:
        """A sentence as the report prints it, cut where something else is run into it."""
        handed_over = self.cast.quotes.handed_over if self.cast.quotes is not None else []
        entries = self._entries
        cuts = [
            c for c in (*handed_over, *entries) if start < c < end
        ]  # "… issued this statement: We condemn …"
        for a, b in pairwise(sorted({start, *cuts, end})):
            for first, last in glued.parts(text, a, b):
                if first in entries:
                    first += self._note_lead(text[first:last], first)
                elif first > a and text[first : first + 3].isupper():  # behind the credit of a picture
                    first += self._skip_dateline(text[first:last], first=self.rows.dateline is None)
                yield first, last

    def _note_lead(self, sentence: str, start: int) -> int:
        """Note the date that leads a sentence in; how many characters it takes."""
        date, behind = chronology.lead(sentence)
        self._leads[start + behind] = date
        return behind

    def _behind_lead(self, text: str, start: int, end: int, index: int) -> int:
        """Where a sentence begins behind "July 2000 - " or a later "PARIS — " at a paragraph's head."""
        if start and not text[max(start - 3, 0) : start].rstrip(" \t").endswith("\n"):
            return start
        if index > _HEADLINES and text[start : start + 3].isupper():
            start += self._skip_dateline(text[start:end], first=self.rows.dateline is None)
        return start + self._note_lead(text[start:end], start)

    def _off_topic(self) -> list[bool]:
        """Which sentences tell of no politics by their words.

        Of a short text nobody can tell, and a report that names somebody whom the knowledge base knows is
        about public life even where nothing happens in it: what a candidate says of his rivals.
        """
        known = any(m.kind == "person" for m in self.cast.mentions)
        if self.coder.topic is None or self.cast.short or known:
            return [False] * len(self._spans)
        return self.coder.topic.surely_none([sentence for _, sentence, _, _ in self._spans])

    def _sort_out(self, number: int, text: str, off_topic: bool) -> None:
        """Put a sentence on the list of those that are to be parsed, or leave it."""
        name, sentence, start, index = self._spans[number]
        passed = self.coder.gate.passes(text if name == "title" else sentence) or (
            name == "text"
            and self._is_spoken(start, start + len(sentence))
            and self.coder.gate.passes_spoken(sentence)
        )
        if self.explain:
            self.traces.append(
                SentenceTrace(sentence, name, passed and not off_topic, off_topic=passed and off_topic)
            )
        if off_topic:
            return
        if passed or self._is_taken_up(text, number):
            self._queue.append(self._piece(sentence, start, name, index))
        elif may_hold(sentence):
            self._aside.append(self._piece(sentence, start, name, index))

    def _is_taken_up(self, text: str, number: int) -> bool:
        """True for a sentence that names somebody whom the next one speaks of as "she" or "it"."""
        name, sentence, start, _ = self._spans[number]
        if name == "title":
            return is_statement(sentence)
        field, after, following, _ = self._spans[min(number + 1, len(self._spans) - 1)]
        if field != name or following == start:
            return False
        end, stop = start + len(sentence), following + len(after)
        again = _PRONOUN_FIRST.match(text, following) or _PRONOUN_TAG.search(text, following, stop)
        quoted = self.cast.quotes is not None and self.cast.quotes.at(following) is not None
        if text[start:end].endswith(":") and (text[following] in _QUOTE_MARKS or (name == "text" and quoted)):
            return True  # "The minister issued a statement:"
        first = text[start:end].partition(" ")[0].lower()
        named = _NAMES_SOMEBODY.search(text, start, end) or first in self.cast.by_name
        return bool(again) and bool(named)

    def _is_spoken(self, start: int, end: int) -> bool:
        """True for a sentence that begins or ends inside a quotation."""
        quotes = self.cast.quotes
        return quotes is not None and (
            quotes.at(start + 1) is not None or quotes.at(max(start, end - 3)) is not None
        )

    def _piece(self, text: str, start: int, fld: Field, index: int) -> Piece:
        names = self.cast.names(fld, start, start + len(text))
        plain = in_small_letters(text, start, names, self.coder.is_common)
        plain = without_scene(plain, start, names)
        return Piece(text, start, fld, index, names, "" if plain == text else plain)

    def _skip_dateline(self, text: str, *, first: bool = True) -> int:
        """Where the first sentence begins behind "NAIROBI (AP) -"; its place is where the report is from."""
        blank = len(text) - len(text.lstrip())
        if blank:
            return blank + self._skip_dateline(text[blank:], first=first)
        line, _, rest = text.partition("\n")
        if line[:3].lower() == "by " and len(line) < _BYLINE and not line.rstrip().endswith((".", ",")):
            begin = len(text) - len(rest.lstrip())
            return begin + self._skip_dateline(text[begin:])
        found = dateline(text, lambda town: bool(self.coder.knowledge.places(town)), self._is_land)
        if found is None:
            return 0
        if not first:
            return found.end
        self._written = self._written or chronology.written_on(found, self.document.published)
        self.cast.place = self.cast.place or found.place
        if found.place:
            self.rows.dateline = places.of_dateline(found, text, self.coder.knowledge)
            if self.rows.dateline and self.rows.dateline.country:
                self.cast.where.write_in(found.place, self.rows.dateline.country, found.end, text)
                self.cast.forget_newsroom(found.end)
        return found.end

    def _is_land(self, name: str) -> bool:
        """Whether a name is that of a country or of a region within one."""
        found = self.coder.knowledge.lookup(name, None)
        return any(c.kind == "country" for c in found) or bool(self.coder.knowledge.places(name))

    # --- one sentence ---------------------------------------------------------------------

    def _sentence(self, s: Sentence, attributor: Attributor) -> list[EventMention]:
        trace = self._trace(s)
        misses: list[frames.Miss] | None = [] if trace else None
        rejected: list[str] = []
        drafts = self._drafts(s, misses, rejected)
        spoken = Spoken(s, self.cast, lambda t: attributor.speaker(s, t))
        aloud = frozenset(spoken.clauses())
        for draft in drafts:
            self._read_through(s, draft, aloud)
        kept, dropped = self._kept(s, drafts, spoken)
        mentions = self._no_doubles(s, self._rows(s, kept, attributor), dropped)
        mentions = [self.rows.answering(s, kept, m) for m in mentions]
        mentions = accountable.named(s, self.cast, kept, mentions)
        self._remember(mentions)
        self.trusted |= {d.frame.sense.where for d in kept if d.frame.sense.trusted}
        self.bare |= {
            (s.starts[d.trigger], s.ends[d.trigger])
            for d in kept
            if d.frame.sense.pattern in authors.BARE_DEATHS and not _in_a_fight(s, d.trigger)
        }
        if trace:
            trace.parse, trace.drafts = s, kept
            trace.rejected = [
                f"{s.words[m.trigger]}: {m.sense.where} {m.sense.pattern}: {m.reason}" for m in misses or []
            ]
            trace.rejected += rejected + dropped
        return mentions

    def _remember(self, mentions: list[EventMention]) -> None:
        """What a later sentence may tell again without its parties."""
        for m in mentions:
            self.cast.protested |= m.event_type == "PROTEST"
            both = (*m.actors, *m.recipients)
            if m.event_type == "CONSULT" and len({e.country for e in both if e.country}) == len(both) == 2:
                self.cast.talking = both

    def _drafts(self, s: Sentence, misses: list[frames.Miss] | None, rejected: list[str]) -> list[Draft]:
        """What the words of a sentence can tell, each word in its likeliest sense, operators applied."""
        s.crowd, self.crowd = self.crowd, frames.crowd_of(s)
        if s.crowd and "they" in s.bag:
            s.bag |= s.crowd
        found = frames.frames(s, self.coder.lexicon, lambda i: self.cast.is_actor(s, i), misses)
        drafts = [draft_of(f) for f in found if not f.sense.operator]
        drafts = selection.prefer_within_trigger(s, self.cast, drafts, self.coder.model, rejected)
        drafts = operators.apply_operators(s, drafts, [f for f in found if f.sense.operator])
        drafts = rulings.carry_out(s, drafts)
        rulings.made_to_pay(s, self.cast, drafts)
        penalties.backed(s, self.cast, drafts)
        judging.under_fire(s, self.cast, drafts)
        if self.coder.model:
            for draft in drafts:
                if unknown_content.UNKNOWN in draft.steps:
                    draft.confidence = self.coder.model.probability(features(s, self.cast, draft))
        return drafts

    def _read_through(self, s: Sentence, draft: Draft, aloud: frozenset[int]) -> None:
        """Change a draft in place by what stands around its words: who is meant, and in what status."""
        if not draft.recipients and not draft.two_sided:
            draft.recipients = g.purpose_objects(s, draft.trigger) or g.objects_below(
                s, draft.trigger, draft.frame.literals
            )
        together.as_visit(s, draft)
        together.by_telephone(s, draft)
        together.at_the_table(s, draft)
        content.sent_to_help(s, draft)
        content.whose_sanctions(s, draft)
        content.share_addressee(s, draft)
        content.whom_they_urge_next(s, draft)
        content.ask_the_doers(s, draft)
        content.blame_the_doers(s, draft)
        content.whom_it_threatens(s, draft)
        content.who_answers_it(s, draft)
        content.on_their_placards(s, draft)
        content.not_the_means(s, draft)
        content.own_ceasefire(s, draft)
        hands.struck(s, self.cast, draft)
        if not draft.recipients and draft.event_type in ("ASSAULT", "COERCE"):
            draft.recipients = g.dispersed(s, sorted(draft.anchors | draft.frame.literals))
        status.fold(s, draft, aloud)
        pledges.by_the_sayer(s, self.cast, draft)
        opposed_deed(s, self.cast, draft)
        if s.field == "title" and draft.trigger in aloud and _by_the_speaker(s, draft):
            draft.spoken, draft.actors = True, []  # "Maduro: We will not yield"
        content.whom_it_waits_for(s, draft)
        operators.to_own_ministers(s, draft)
        operators.name_mode(s, draft)

    def _kept(self, s: Sentence, drafts: list[Draft], spoken: Spoken) -> tuple[list[Draft], list[str]]:
        """The drafts that make rows, with what no word of its own tells; and why others make none."""
        drafts = [d for d in drafts if d.actors or (d.event_type, d.status) != ("THREATEN", "negated")]
        for draft in drafts:
            selection.jailed_by_court(s, draft)
            if draft.frame.sense.pattern in authors.BARE_DEATHS and not self.cast.short:
                draft.confidence = max(draft.confidence, _TOLD_BY_OTHERS)
        kept, dropped = selection.select(s, self.cast, drafts)
        kept = together.one_trip(s, self.cast, kept)
        kept += selection.sentences_served(s, kept)
        kept += gapped.givers(s, kept)
        kept += terms.drafts(s, self.cast, kept)
        kept += judging.drafts(s, self.cast, kept)
        acts = [*spoken.drafts(kept), *spoken.or_else(kept)]
        kept = [d for d in kept if d.trigger not in {a.trigger for a in acts}]
        return repeats.told_once(s, sorted([*kept, *acts], key=lambda d: d.trigger)), dropped

    def _rows(self, s: Sentence, kept: list[Draft], attributor: Attributor) -> list[EventMention]:
        """The rows of a sentence, with the parties that they lend each other, and what it denies."""
        mentions = self.rows.of_sentence(s, kept, attributor)
        mentions = sharing.one_country(sharing.recipients(sharing.agents(s, kept, mentions)))
        mentions = hands.not_who_was_hit(
            sharing.by_police_nearby(kept, implied.same_hands(s, kept, mentions))
        )
        mentions = [self.rows.by_whose_hand(s, d, m) for d, m in zip(kept, mentions, strict=True)]
        mentions = sharing.taken_from(kept, mentions)
        mentions = implied.doers(s, self.cast, kept, mentions)
        return self._with_denials(s, kept, mentions, attributor)

    def _no_doubles(
        self, s: Sentence, mentions: list[EventMention], dropped: list[str]
    ) -> list[EventMention]:
        """Rows that are news of politics between parties, and were not told before."""
        mentions = [
            m
            for found in mentions
            if (m := self.back.judge(found, present=_in_the_present(s, found))) is not None
        ]
        mentions = [
            m for m in mentions if not (_at_home_among_themselves(m) or _came_home(m) or _to_the_press(m))
        ]
        mentions = [m for m in mentions if m.actors or m.recipients or m.event_type not in _OF_SOMEBODY]
        mentions = counterparts.without_echoes(mentions)
        again = [m for m in mentions if self.rows.earlier.repeats(s, m)]
        dropped += [
            f"{s.text[slice(*(x - s.start for x in m.evidence.trigger))]}: told before" for m in again
        ]
        mentions = [m for m in mentions if m not in again]
        self.rows.earlier.told += [m for m in mentions if m.status in _TOLD]
        return mentions

    def _sure(self, mentions: list[EventMention], parsed: list[Sentence]) -> list[EventMention]:
        """The rows that are sure enough, once the whole report has said who did what."""
        report = ReportFeatures(mentions, self.cast.mentions, parsed)
        least = self._least()
        rated: list[EventMention] = []
        for m in mentions:
            if m.rule not in self.trusted:
                found = list(report.of(authors.as_in_the_text(m, mentions)))
                m = replace(m, confidence=self.coder.sure(m, found))
                if self.explain:
                    self._tell_why(m, found, least)
            rated.append(m)
        for trace in self.traces:
            trace.mentions = [m for m in rated if m.confidence >= least and trace.holds(m)]
        return [m for m in rated if m.confidence >= least]

    def _least(self) -> float:
        """How sure a row must be; all that a sentence or two without a headline tell is kept."""
        minimum = self.coder.minimum_confidence
        if not self.cast.short:
            return minimum
        brief = bool(self.document.title) and bool(self.document.text.strip())
        return min(minimum, confidence.OF_A_BRIEF) if brief else 0.0

    def _tell_why(self, m: EventMention, found: list[tuple[str, float]], least: float) -> None:
        """Why a row is as sure as it is, for ``explain``; and that it is left out, where it is."""
        reasons = confidence.reasons(found)
        for trace in self.traces:
            if trace.holds(m):
                trace.reasons[m.id] = reasons
                if m.confidence < least:
                    trace.rejected.append(
                        f"{m.event_type}: the row's confidence {m.confidence:.2f} is under {least}"
                    )

    def _with_denials(
        self, s: Sentence, kept: list[Draft], mentions: list[EventMention], attributor: Attributor
    ) -> list[EventMention]:
        """What the sentence denies of deeds told before, in place of a mere rejection of the charge."""
        mentions = in_passing(s, self.cast, mentions)
        charged = [d.alleged for d in kept if d.alleged is not None]
        claimed = [m for m in mentions if m.status == "asserted" and m.attribution]
        self.alleged.note(s, [self.rows.mention(s, d, attributor) for d in charged] + claimed)
        denied = self.alleged.denied(s, self.cast, self.document.id)
        self.alleged.note_blows(s, mentions)
        triggers = {m.evidence.trigger for m in denied}
        return [m for m in mentions if m.evidence.trigger not in triggers] + denied

    def _trace(self, s: Sentence) -> SentenceTrace | None:
        if not self.explain:
            return None
        return next(t for t in self.traces if t.text == s.text and t.field == s.field)

    # --- the actors of the document -----------------------------------------------------------

    def _actors(self, mentions: list[EventMention]) -> tuple[Actor, ...]:
        """Everybody named in the text, with every place that names them."""
        known: dict[str, Entity] = {}
        spans: dict[str, list[tuple[int, int]]] = {}
        entities = [(m.entity, m.start, m.end) for m in self.cast.mentions if m.field == "text"]
        for event in mentions:
            if event.evidence.field == "text":
                entities += [(e, *e.span) for e in (*event.actors, *event.recipients) if e.span]
        for entity, start, end in entities:
            key = entity.actor_id or (entity.name.lower() if entity.name[:1].isupper() else "")
            if not key:
                continue
            if key not in known or (entity.office and not known[key].office):
                known[key] = entity
            spans.setdefault(key, []).append((start, end))
        return tuple(
            Actor(
                e.name,
                e.actor_id,
                e.country,
                e.sectors,
                e.office,
                tuple(sorted(set(spans[k]))),
                e.resolved_by,
            )
            for k, e in known.items()
        )


_HEADLINES = 2
"""Sentences of a text that can stand before its dateline."""
_PRONOUN_FIRST = re.compile(r"[\"“(]?(?:He|She|They|It|His|Her|Their|Its)\b")
_QUOTE_MARKS = frozenset('"“')
_PRONOUN_TAG = re.compile(r"[\"”] (?:he|she|they) \w+")
"""The tag of a quotation: "…," he told a newspaper."""
_NAMES_SOMEBODY = re.compile(r" [A-Z][\w'’-]+")
_BYLINE = 80
"""Characters that a line with the author's name is shorter than."""
_TOLD = frozenset({"asserted", "historical", "future"})
"""Statuses of events that a later noun can point back to."""


def _in_the_present(s: Sentence, m: EventMention) -> bool:
    """True where an event's word, or the verb above it, stands in the present tense."""
    t = s.at(m.evidence.trigger[0])
    if t is None:
        return False
    verb = next((i for i in (t, *s.ancestors(t)) if s.pos[i] in ("VERB", "AUX") and s.tags[i] != "VB"), None)
    return verb is not None and s.tags[verb] in ("VBZ", "VBP")


def _to_the_press(m: EventMention) -> bool:
    """ "Said in a call to a radio station": a statement, no talks."""
    press = bool(m.recipients) and all({"JRN", "MED"} & set(r.sectors) and not r.office for r in m.recipients)
    return m.event_type == "CONSULT" and m.event_mode == "phone" and press


_FIGHTS = frozenset(
    "coup putsch riot unrest turmoil uprising revolt crackdown war fighting violence clash battle".split()
)


def _in_a_fight(s: Sentence, death: int) -> bool:
    """ "A failed putsch, in which sixty guards died": the noun tells of what they died."""
    noun = s.heads[death]
    within = any(s.words[p].lower() == "in" for p in s.kids(death, "prep"))
    violent = s.lemmas[noun] in _FIGHTS or (
        s.lemmas[noun] in event_nouns() and "ASSAULT" in event_nouns()[s.lemmas[noun]][0]
    )
    return s.deps[death] == "relcl" and within and violent


_TOLD_BY_OTHERS = 0.6
"""Confidence at least of a death whose cause other sentences of a report must tell."""
_SERVICES = frozenset({"MIL", "COP", "PRM", "SPY"})


def _at_home_among_themselves(m: EventMention) -> bool:
    """The army helps its country's police, a premier defends his government: no dealing between parties."""
    sides = (*m.actors, *m.recipients)
    if len(sides) < _PAIR or len({e.country for e in sides}) != 1:
        return False
    if m.event_type in DEALINGS:
        rulers = all(e.sectors[:1] == ("GOV",) for e in sides)
        return rulers and any(e.name.lower().startswith(_THEIR_OWN) for e in sides)
    if m.event_type != "AID" or not m.actors or not m.recipients:
        return False
    if (m.cameo or "").startswith("072") and all(not e.sectors or e.sectors[:1] == ("GOV",) for e in sides):
        return True  # "Brazil sent armoured cars to Boa Vista"
    return all(_SERVICES & set(e.sectors[:1]) for e in sides)


_PAIR = 2
_THEIR_OWN = ("his ", "her ", "its ", "their ", "our ", "my ")


def _came_home(m: EventMention) -> bool:
    """ "The general flew home to Chile", "toured the country", "visited Iowa": at home one visits nobody."""
    own = {a.country for a in m.actors}
    told = m.evidence.text[m.evidence.trigger[1] - m.evidence.start :]
    on_business = _TO_DEAL.search(told) is not None  # "had gone to Riga to win their consent"
    lands = [r for r in m.recipients if r.country and (_is_its_land(r) or (not on_business and _no_host(r)))]
    return (
        m.event_mode == "visit"
        and len(own) == 1
        and len(lands) == len(m.recipients) > 0
        and ({r.country for r in lands} == own)
    )


def _is_its_land(r: Entity) -> bool:
    return r.actor_id == f"country:{r.country}" or r.name.lower() in ("country", "nation")


def _no_host(r: Entity) -> bool:
    """A place, a hospital or a conference: nobody whose visit there is politics."""
    place = r.resolved_by == "place" and not r.sectors
    return place or (not r.actor_id and bool(r.sectors) and set(r.sectors) <= _NO_HOSTS)


_TO_DEAL = re.compile(
    r"\bto (?:meet|secure|persuade|win|discuss|hold|mediate|negotiate|broker|convince|see|talk|confer)\b"
)
_NO_HOSTS = frozenset({"UNK", "MED", "HLH", "EDU", "BUS"})


def _by_the_speaker(s: Sentence, d: Draft) -> bool:
    return bool(d.actors) and all(s.words[t].lower() in ("we", "i") for t in d.actors)


_OF_SOMEBODY = frozenset({"AGREE", "SUPPORT", "CONCEDE"})
