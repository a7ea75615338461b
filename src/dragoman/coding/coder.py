"""Document → record: the row of steps, in order.

sentence → gate → parse → triggers and frames → operators → status → attribution →
actors → place and date → event mention.  Each step is a function of its own room file;
this module only leads a document through them.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import ClassVar

from dragoman import ontology
from dragoman.coding import (
    accountable,
    authors,
    chronology,
    confidence,
    content,
    counterparts,
    cues,
    foes,
    frames,
    gapped,
    hands,
    identities,
    implied,
    judging,
    magnitudes,
    modes,
    operators,
    parties,
    places,
    pledges,
    prefixes,
    repeats,
    rulings,
    selection,
    senses,
    sharing,
    status,
    terms,
    together,
)
from dragoman.coding import contexts as ctx
from dragoman.coding import grammar as g
from dragoman.coding.actors import Cast
from dragoman.coding.antecedents import Antecedents, accord_meant, are_those_taken, event_nouns
from dragoman.coding.backpages import BackPages
from dragoman.coding.casing import common_words
from dragoman.coding.configuration import configuration
from dragoman.coding.denials import Alleged, in_passing
from dragoman.coding.disambiguate import Disambiguator, features
from dragoman.coding.drafts import MATERIAL_CONFLICT, Draft, draft_of
from dragoman.coding.falls import who_fell
from dragoman.coding.focus import SEATS
from dragoman.coding.gate import Gate
from dragoman.coding.headline_verbs import read_again
from dragoman.coding.mentions import at_sea
from dragoman.coding.quotes import Quotes, is_statement
from dragoman.coding.relations import may_hold, relations
from dragoman.coding.repairs import repair
from dragoman.coding.sharing import same
from dragoman.coding.statements import Attributor, collect_statements, told_by_others
from dragoman.coding.timeline import Timeline, status_then
from dragoman.coding.topic import Topic
from dragoman.coding.utterances import Spoken, aimed, announced, diplomatic, is_of_side
from dragoman.knowledge import Knowledge
from dragoman.knowledge.words import INTERNATIONAL, PEOPLES
from dragoman.language import (
    DEFAULT_MODEL,
    Parser,
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
    CoderVersion,
    Document,
    Entity,
    EventMention,
    EventPlace,
    Evidence,
    Field,
    Record,
    Relation,
    stable_id,
)
from dragoman.version import __version__


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
    OFF_TOPIC: ClassVar[str] = "its words and those of the whole report tell of no politics"


class Coder:
    """Codes documents; make one and use it for many.

    Args:
        knowledge: the knowledge base; the built-in one where left out.
        extra_knowledge: files of a user's own actors, which win over ours.
        model: the parsing model's package name.
        lexicon: the folder of the lexicon.
        minimum_confidence: rows of a report that are less sure are dropped; what is coded of a short text,
            a sentence or two that somebody asks about, is kept.
        own: a user's own triggers, which win over ours; ``own_digest`` goes into the version.
    """

    def __init__(
        self,
        knowledge: Knowledge | None = None,
        *,
        extra_knowledge: Iterable[Path] = (),
        model: str = DEFAULT_MODEL,
        lexicon: Path = senses.FOLDER,
        minimum_confidence: float = confidence.MINIMUM,
        own: Iterable[senses.Sense] = (),
        own_digest: str = "",
    ) -> None:
        self.extra = tuple(Path(p) for p in extra_knowledge)
        self.knowledge = knowledge or Knowledge.load(self.extra)
        triggers = tuple(own)
        self.lexicon = senses.load(lexicon).with_own(triggers) if triggers else senses.load(lexicon)
        self.gate = Gate(self.lexicon, cues.gate_words() | judging.gate_words())
        self.verbs = frozenset(lemma for pos, lemma in self.lexicon.by_head if pos == "v")
        self.is_common = common_words(self.knowledge, self.lexicon)
        self.parser = Parser(model)
        self.model = Disambiguator.load()
        self.topic = None if triggers else Topic.load()
        """None where a user has triggers of their own: nobody knows what news those are for."""
        self.minimum_confidence = minimum_confidence
        self.sure: Callable[[EventMention], float] = confidence.of_row
        self.own_digest = own_digest
        self.version = self._version(model, lexicon)

    def _version(self, model: str, lexicon: Path) -> CoderVersion:
        made = configuration(lexicon, [model, self.minimum_confidence], extra=self.extra, own=self.own_digest)
        return CoderVersion(__version__, self.knowledge.version, ontology.VERSION, made)

    def code(self, document: Document) -> Record:
        """Everything that can be coded in one document."""
        return DocumentCoding(self, document).record()

    def explain(self, document: Document) -> tuple[Record, list[SentenceTrace]]:
        """Like :meth:`code`, with a trace of every sentence."""
        coding = DocumentCoding(self, document, explain=True)
        return coding.record(), coding.traces

    def code_many(self, documents: Iterable[Document]) -> Iterator[Record]:
        """Records for many documents, in order.

        A few of them are read ahead and parsed together, which is quicker than one by one.
        """
        begun: list[DocumentCoding] = []
        for document in documents:
            begun.append(DocumentCoding(self, document))
            if sum(len(coding.pieces) for coding in begun) >= _TOGETHER:
                yield from self._finished(begun)
                begun = []
        yield from self._finished(begun)

    def _finished(self, begun: list[DocumentCoding]) -> Iterator[Record]:
        sentences = self.parser.parse(piece for coding in begun for piece in coding.pieces)
        for coding in begun:
            mine, sentences = sentences[: len(coding.pieces)], sentences[len(coding.pieces) :]
            yield coding.finish(mine)


_TOGETHER = 128
"""Sentences that are parsed together, about."""
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
        self.earlier = Antecedents()
        self.alleged = Alleged()
        self.dateline: EventPlace | None = None
        self._leads: dict[int, str] = {}
        self.crowd: frozenset[str] = frozenset()
        self.deeds: frozenset[int] = frozenset()
        """Triggers of the events of the sentence that is being coded."""
        self.bare: set[tuple[int, int]] = set()
        """Words that tell deaths without their cause."""
        self.trusted: set[str] = set()
        """Triggers of a user's own, whose rows are not rated."""
        self.homes: dict[str, str] = {}
        self._queue: list[Piece] = []
        self._aside: list[Piece] = []
        """Sentences that hold no event, but may state a lasting tie."""
        if document.language in (None, "en"):  # the coder reads English; the record says so in its notes
            self._read()

    @cached_property
    def timeline(self) -> Timeline:
        """The days that the document speaks of; nobody asks where there is no event."""
        found = Timeline(self.document.published, leads=self._leads)
        for span in self._spans:
            found.read(*span)
        return found

    @cached_property
    def back(self) -> BackPages:
        """Which paragraphs are no news of politics; nobody asks where there is no event."""
        return BackPages.of(self.document.text)

    @cached_property
    def about(self) -> dict[str, int]:
        """What the report speaks of, as PLOVER's contexts."""
        return ctx.found_in(f"{self.document.title or ''}\n{self.document.text}")

    def _outlet(self) -> Entity | None:
        name = self.document.outlet
        if not name:
            return None
        found = [c for c in self.coder.knowledge.lookup(name, self.document.published) if c.kind == "outlet"]
        if found:
            best = found[0]
            return Entity(
                best.name,
                best.actor_id,
                best.country,
                best.sectors,
                resolved_by=best.resolved_by,
                kind="outlet",
            )
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
        mentions = self._sure(authors.of_report(mentions, self.bare))
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
            cuts = self.cast.quotes.handed_over if name == "text" and self.cast.quotes is not None else []
            for cut in (c for c in cuts if start < c < end):  # "… issued this statement: We condemn …"
                out.append((name, text[start:cut].rstrip(), start, index))
                start = cut
            out.append((name, text[start:end], start, index))
        return out

    def _behind_lead(self, text: str, start: int, end: int, index: int) -> int:
        """Where a sentence begins behind "July 2000 - " or a later "PARIS — " at a paragraph's head."""
        if start and not text[max(start - 3, 0) : start].rstrip(" \t").endswith("\n"):
            return start
        if index > _HEADLINES and text[start : start + 3].isupper():
            start += self._skip_dateline(text[start:end], first=self.dateline is None)
        date, behind = chronology.lead(text[start:end])
        self._leads[start + behind] = date
        return start + behind

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
        line, _, rest = text.partition("\n")
        if line[:3].lower() == "by " and len(line) < _BYLINE and not line.rstrip().endswith((".", ",")):
            begin = len(text) - len(rest.lstrip())
            return begin + self._skip_dateline(text[begin:])
        found = dateline(text, lambda town: bool(self.coder.knowledge.places(town)))
        if found is None:
            return 0
        if not first:
            return found.end
        self.cast.place = self.cast.place or found.place
        if found.place:
            self.dateline = places.of_dateline(found, text, self.coder.knowledge)
            if self.dateline and self.dateline.country:
                self.cast.where.write_in(found.place, self.dateline.country, found.end)
        return found.end

    # --- one sentence ---------------------------------------------------------------------

    def _sentence(self, s: Sentence, attributor: Attributor) -> list[EventMention]:
        trace = self._trace(s)
        misses: list[frames.Miss] | None = [] if trace else None
        s.crowd, self.crowd = self.crowd, frames.crowd_of(s)
        if s.crowd and "they" in s.bag:
            s.bag |= s.crowd
        found = frames.frames(s, self.coder.lexicon, lambda i: self.cast.is_actor(s, i), misses)
        drafts = [draft_of(f) for f in found if not f.sense.operator]
        rejected: list[str] = []
        drafts = selection.prefer_within_trigger(s, self.cast, drafts, self.coder.model, rejected)
        drafts = operators.apply_operators(s, drafts, [f for f in found if f.sense.operator])
        drafts = rulings.carry_out(s, drafts)
        if self.coder.model:
            for draft in drafts:
                if operators.UNKNOWN in draft.steps:
                    draft.confidence = self.coder.model.probability(features(s, self.cast, draft))
        spoken = Spoken(s, self.cast, lambda t: attributor.speaker(s, t))
        aloud = frozenset(spoken.clauses())
        for draft in drafts:
            if not draft.recipients and not draft.two_sided:
                draft.recipients = g.purpose_objects(s, draft.trigger) or g.objects_below(
                    s, draft.trigger, draft.frame.literals
                )
            together.as_visit(s, draft)
            together.by_telephone(s, draft)
            content.sent_to_help(s, draft)
            content.whose_sanctions(s, draft)
            content.share_addressee(s, draft)
            content.whom_they_urge_next(s, draft)
            content.ask_the_doers(s, draft)
            content.blame_the_doers(s, draft)
            content.whom_it_threatens(s, draft)
            content.not_the_means(s, draft)
            content.own_ceasefire(s, draft)
            hands.struck(s, self.cast, draft)
            if not draft.recipients and draft.event_type in ("ASSAULT", "COERCE"):
                draft.recipients = g.dispersed(s, sorted(draft.anchors | draft.frame.literals))
            status.fold(s, draft, aloud)
            pledges.by_the_sayer(s, self.cast, draft)
            if s.field == "title" and draft.trigger in aloud and _by_the_speaker(s, draft):
                draft.spoken, draft.actors = True, []  # "Maduro: We will not yield"
            content.whom_it_waits_for(s, draft)
            operators.to_own_ministers(s, draft)
            operators.name_mode(s, draft)
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
        kept = sorted([*kept, *acts], key=lambda d: d.trigger)
        mentions = self._mentions(s, kept, attributor)
        mentions = sharing.one_country(sharing.recipients(sharing.agents(s, kept, mentions)))
        mentions = hands.not_who_was_hit(
            sharing.by_police_nearby(kept, implied.same_hands(s, kept, mentions))
        )
        mentions = [self._by_whose_hand(s, d, m) for d, m in zip(kept, mentions, strict=True)]
        mentions = implied.doers(s, self.cast, kept, mentions)
        mentions = self._with_denials(s, kept, mentions, attributor)
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
        again = [m for m in mentions if self.earlier.repeats(s, m)]
        dropped += [
            f"{s.text[slice(*(x - s.start for x in m.evidence.trigger))]}: told before" for m in again
        ]
        mentions = [m for m in mentions if m not in again]
        self.earlier.told += [m for m in mentions if m.status in _TOLD]
        mentions = [self._answering(s, kept, m) for m in mentions]
        mentions = accountable.named(s, self.cast, kept, mentions)
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

    def _sure(self, mentions: list[EventMention]) -> list[EventMention]:
        """The rows that are sure enough, once the whole report has said who did what."""
        rated = [
            m
            if m.rule in self.trusted
            else replace(m, confidence=self.coder.sure(authors.as_in_the_text(m, mentions)))
            for m in mentions
        ]
        least = 0.0 if self.cast.short else self.coder.minimum_confidence
        for trace in self.traces:
            own = [m for m in rated if m.evidence.text == trace.text and m.evidence.field == trace.field]
            trace.rejected += [f"{m.event_type}: the row's confidence {m.confidence:.2f} is under {least}"
                               for m in own if m.confidence < least]  # fmt: skip
            trace.mentions = [m for m in own if m.confidence >= least]
        return [m for m in rated if m.confidence >= least]

    def _by_whose_hand(self, s: Sentence, d: Draft, m: EventMention) -> EventMention:
        """A deed with the parties that earlier sentences, or other words of its own, tell."""
        m = hands.not_the_victims(hands.by_their_kind(hands.punished(m, self.earlier)), self.earlier)
        m = hands.with_the_crowd(hands.captors(d, m, self.earlier), self.earlier, self._state_there(m.place))
        m = hands.denied_as_told(m, self.earlier)
        m = hands.jailers(s, d, hands.taken_place(s, d, m, self.cast), self.cast)
        m = hands.by_the_hosts(s, d, m, self.cast)
        m = hands.by_his_office(s, d, hands.launched_by(s, d, m, self.cast), self.cast)
        home = self._state_there(m.place) or self.cast.focus(s)
        m = hands.implied(d, hands.vowed(s, d, m, self.cast), home)
        m = foes.not_of_its_own(hands.by_the_teller(m), self.earlier)
        m = foes.victims_of_the_teller(foes.victims_beyond(m, self.cast.countries), self.earlier)
        m = foes.foe(hands.told_again(m, self.earlier), self.earlier)
        m = foes.by_the_foe(hands.sent_elsewhere(s, d, m, self.cast), self.earlier)
        m = implied.of_this_country(s, self.cast, m)
        m = hands.by_the_announcer(implied.settle(s, self.cast, d, hands.by_their_kind(m)))
        m = implied.who_is_dismissed(s, self.cast, d, implied.who_eases(s, self.cast, d, m))
        m = implied.fled_from_elsewhere(
            s, self.cast, d, hands.who_drove_them(s, d, m, self.cast, self.earlier)
        )
        return implied.who_voted(s, self.cast, d, m)

    def _answering(self, s: Sentence, kept: list[Draft], m: EventMention) -> EventMention:
        """Recipients that the same sentence tells later: "hailed the verdict after a court convicted him"."""
        trigger = m.evidence.trigger[0]
        d = next((d for d in kept if s.starts[d.trigger] == trigger and d.event_type == m.event_type), None)
        charged = bool(m.recipients) and all(
            (r.resolved_by or "").endswith(_OF_A_CHARGE) for r in m.recipients
        )
        if d is None or d.two_sided or (m.recipients and not charged):
            return m  # "accused Turkey; Ankara rejected the accusation": by whom the sentence itself tells
        return replace(m, recipients=self._told_before(s, d, m.actors) or m.recipients)

    def _with_denials(
        self, s: Sentence, kept: list[Draft], mentions: list[EventMention], attributor: Attributor
    ) -> list[EventMention]:
        """What the sentence denies of deeds told before, in place of a mere rejection of the charge."""
        mentions = in_passing(s, self.cast, mentions)
        charged = [d.alleged for d in kept if d.alleged is not None]
        claimed = [m for m in mentions if m.status == "asserted" and m.attribution]
        self.alleged.note(s, [self._mention(s, d, attributor) for d in charged] + claimed)
        denied = self.alleged.denied(s, self.cast, self.document.id)
        triggers = {m.evidence.trigger for m in denied}
        return [m for m in mentions if m.evidence.trigger not in triggers] + denied

    def _trace(self, s: Sentence) -> SentenceTrace | None:
        if not self.explain:
            return None
        return next(t for t in self.traces if t.text == s.text and t.field == s.field)

    def _mentions(self, s: Sentence, kept: list[Draft], attributor: Attributor) -> list[EventMention]:
        """The mentions of a sentence in its order, each with those before it in view."""
        self.earlier.here = []
        self.deeds = frozenset(
            d.trigger for d in kept if d.frame.sense.pattern not in authors.BARE_DEATHS or len(kept) == 1
        )
        for d in kept:
            speaker = attributor.speaker(s, d.trigger)
            announced(s, self.cast, d, speaker)
            diplomatic(s, self.cast, d)
            told = who_fell(self.cast, self._mention(s, d, attributor), self._words_of(s))
            self.earlier.here.append(aimed(s, self.cast, d, told, speaker, self.earlier))
        made, self.earlier.here = self.earlier.here, []
        return made

    def _words_of(self, s: Sentence) -> str:
        """The field that a sentence is from."""
        return (self.document.title or "") if s.field == "title" else self.document.text

    def _doers(self, s: Sentence, d: Draft, attributor: Attributor) -> tuple[Entity, ...]:
        """Who does it: the speaker of what is said, who fills the place, or whom a fixed noun names."""
        speaker = attributor.speaker(s, d.trigger) if d.spoken else None
        if speaker is not None:
            return (replace(speaker, kind=None),)
        doers = [t for t in d.actors if not self._is_left(s, d, t)]
        found = self._entities(s, doers, d) or tuple(
            parties.lent_agents(self.cast, s, d.lent, d.owned if d.event_type == "MOBILIZE" else [])
        )
        if not found and d.frame.passive and d.cameo == _GIVEN_UP:
            return self._strikers(s, d)
        told = d.frame.passive and bool(s.kids(d.trigger, "auxpass", "aux"))  # not "when warned, they …"
        if not found and d.event_type in ("AGREE", "THREATEN") and told:
            speaker = attributor.speaker(s, d.trigger)  # "the ministry said ties would be expanded"
            if speaker is not None and _OFFICIAL & set(speaker.sectors):
                return (replace(speaker, kind=None),)
        return found

    def _strikers(self, s: Sentence, d: Draft) -> tuple[Entity, ...]:
        """ "The strike by teachers was called off", "the strike was suspended": by those who struck."""
        things = sorted(d.frame.literal_objects)
        own = [o for t in things for o in (*frames.done_by_others(s, t, [d.trigger]), *s.kids(t, "poss"))]
        found = self._entities(s, own, d)
        if found:
            d.owned = d.recipients = []
        here = self.cast.focus(s)
        return found or self.earlier.strikers({here} if here else set())

    def _fights_abroad(self, e: Entity) -> bool:
        """ "The military bombed camps in Iraq", where Turkish soldiers were told to fight before."""
        kind = e.sectors[:1]
        if e.country is None or kind not in (("MIL",), ("REB",)) or not _is_guess(e):
            return False
        sides = (
            x for m in self.earlier.told for x in (*m.actors, *m.recipients) if m.event_type == "ASSAULT"
        )
        return any(x.country == e.country and kind[0] in x.sectors and not _is_guess(x) for x in sides)

    def _is_left(self, s: Sentence, d: Draft, t: int) -> bool:
        """ "Armenians flee Karabakh": the land that people leave is not what drives them out."""
        return s.lemmas[d.trigger] == "flee" and self.cast.filler(s, t).kind in ("country", "place")

    def _done_to(self, s: Sentence, d: Draft, actors: tuple[Entity, ...]) -> tuple[Entity, ...]:
        """To whom it is done, as far as the places of the frame tell."""
        recipients = _without_things(self._entities(s, self._not_complained_to(s, d), d, recipient=True), d)
        if d.event_type == "PROTEST" or d.mode == "arrest":  # "a rally at Mtwapa"
            recipients = tuple(r for r in recipients if r.sectors or r.resolved_by != "place")
        if d.event_type not in counterparts.ANSWERS or not _means_a_deed(s, d):
            return recipients
        offered = self.earlier.offered(actors) if d.event_type == "REJECT" else ()
        return offered or self.earlier.deed(actors) or recipients

    def _by_a_state(self, s: Sentence, t: int) -> bool:
        """ "Israel's occupation", and not "her husband's arrest"."""
        return any(self.cast.filler(s, c).kind in ("country", "org") for c in s.kids(t, "poss"))

    def _concerned(self, s: Sentence, d: Draft, recipients: tuple[Entity, ...]) -> list[Entity]:
        """Who stands behind the things that it is about: "the arrests by the police drew protests"."""
        about = d.owned
        if d.event_type in counterparts.ANSWERS and not recipients:
            things = [t for t in d.recipients if not self.cast.filler(s, t).acts]
            about = about or d.frame.slots.get("X", []) or things
        if d.event_type == "PROTEST":  # "protested the arrest of the editor": not at him
            about = [t for t in about if s.lemmas[t] not in parties.DONE_TO or self._by_a_state(s, t)]
        if d.event_type == "PROTEST" and s.lemmas[d.trigger] == "lead":
            return []  # "led 2,000 demonstrators through Moscow": not against them
        harmed = d.event_type in MATERIAL_CONFLICT or d.cameo == _APOLOGY
        if d.mode == "arrest":  # "captured gang leader Wilson Pierre": him, and not whose leader he is
            heads = {s.heads[t] if s.deps[t] == "compound" else t for t in d.frame.literal_objects}
            caught = [self.cast.filler(s, t) for t in sorted(heads)]
            caught = [f for f in caught if f.acts and f.kind in ("person", "office", "role")]
            if caught and not d.recipients:
                return [f.entity for f in caught]
        found = [e for t in about for e in parties.owners(self.cast, s, t, harmed=harmed)]
        return [e for e in found if e.name != "justice"]  # "a miscarriage of justice"

    def _taken_by(self, s: Sentence, d: Draft, recipients: tuple[Entity, ...]) -> tuple[Entity, ...]:
        """Who arrested or tried somebody where nobody is named: as told before ("the arrest of Bazoum")."""
        if d.mode in _BY_POLICE and d.frame.passive:
            tried = s.lemmas[d.trigger] in _BY_COURTS
            countries = {r.country for r in recipients}
            captors = () if tried else self.earlier.captors(recipients)
            return captors or (self.earlier.court if tried else self.earlier.police)(countries)
        noun = d.event_type == "COERCE" and d.mode == "arrest" and s.pos[d.trigger] == "NOUN"
        return self.earlier.captors(recipients) if noun else ()

    def _mention(self, s: Sentence, d: Draft, attributor: Attributor) -> EventMention:
        actors = self._doers(s, d, attributor)
        recipients = self._done_to(s, d, actors)
        actors = actors or self.earlier.parties(s, [*d.actors, *d.lent, *_occasions(s, d)])
        if not actors and d.frame.sense.where == terms.WHERE:
            actors = self.earlier.sides(())
        if not any(a.country for a in actors):  # "the accord provides for the opening of consulates"
            actors = self.earlier.parties(s, _accords(s, d)) or actors
        owners = self._concerned(s, d, recipients)
        recipients = (*owners, *(r for r in recipients if not any(same(r, e) for e in owners)))
        recipients = _without_own_forces(d, actors, recipients)
        actors = counterparts.not_itself(self.cast, s, d, actors, recipients)
        recipients = counterparts.urged_it(self.cast, s, d, actors, recipients)
        recipients = tuple(
            r for r in recipients if not any(same(r, a) or _of_one_union(r, a) for a in actors)
        )
        actors = tuple(self.earlier.at_home(self._at_their_ruler(a, recipients, d)) for a in actors)
        actors = tuple(a for n, a in enumerate(actors) if not any(same(a, o) for o in actors[:n]))
        home = next((e.country for e in (*recipients, *actors) if e.country), None)
        scene = places.Scene(
            home, places.land_of(d, actors, recipients), self.earlier.last_place(), self.dateline
        )
        place = self._with_the_verb_above(s, d, places.event_place(s, d, self.cast, scene))
        place = self._in_the_dateline(s, d, place, actors, recipients)
        place = place or places.seat_of_power(s, d, scene.land, self.cast)
        land = None if place is None or at_sea(place.name) else self._state_there(place)
        dealing = d.event_type in _DEALINGS_ABROAD  # the place of talks is nobody's home
        words = d.event_type in _WORDS  # nor need a speaker be from where he speaks
        if (
            place is not None
            and land
            and (places.city(place).lower() not in SEATS or d.event_type in _ON_THE_SPOT)
            and not dealing
        ):
            actors, recipients = (
                tuple(
                    e if (e.country and words) or self._fights_abroad(e) else _at_home(e, land) for e in side
                )
                for side in (actors, recipients)
            )
        host = land if d.mode == "visit" and not recipients else None
        if place is not None and host and host not in {a.country for a in actors}:
            recipients = (self.cast.country_entity(host, place.span),)
        if d.event_type == "PROTEST" and actors and all(_on_duty(a) for a in actors):
            actors = self.earlier.faced_by(actors)
        if d.event_type == "PROTEST" and not actors and place is not None:
            actors = (Entity("protesters", None, land, ("CVL",), resolved_by="implied by the event"),)
        if not recipients and actors and terms.binds(s, d):
            recipients = terms.other_side(actors, self.earlier.sides(()))
        if not recipients:
            recipients = counterparts.brought_together(self.cast, s, d, actors) or self._told_before(
                s, d, actors
            )
        actors = actors or self._taken_by(s, d, recipients)
        actors = actors or self._let_go_by(d, recipients)
        if not recipients and not counterparts.aims_at_nobody(s, d):
            recipients = (
                prefixes.against(self.cast, s, d, actors)
                or self._of_the_same_things(s, d, actors)
                or self._where_done(s, d, actors, place)
                or counterparts.addressee(self.cast, s, d, actors)
                or counterparts.under_fire(self.cast, s, d, actors, self.earlier)
                or counterparts.adversary(s, d, actors, self.earlier)
                or counterparts.plotters(self.cast, s, d, actors)
                or counterparts.offerers(self.cast, s, d, actors)
                or counterparts.in_need(self.cast, s, d, actors)
                or counterparts.helped_before(d, actors, self.earlier)
                or counterparts.followed_suit(s, d, actors, self.earlier)
                or counterparts.own_government(self.cast, s, d, actors)
                or counterparts.silenced(self.cast, s, d)
                or counterparts.whose_fall(self.cast, s, d)
                or counterparts.boycotted(self.cast, s, d, actors)
            )
        recipients = counterparts.of_the_same_state(s, d, actors, recipients, self.earlier)
        recipients = _of_nobodys_land(d, place, actors, recipients)
        if d.event_type == "ASSAULT" and land:
            recipients = tuple(
                r if self._fights_abroad(r) else _at_home(r, land, things=True) for r in recipients
            )
        recipients = counterparts.beside_the_foreign(d, actors, recipients)
        recipients = tuple(_of_the_actors_country(r, actors, d.event_type, place, d.mode) for r in recipients)
        actors, recipients = self._across(s, d, actors, recipients)
        recipients = _each_once(
            counterparts.host(
                self.cast, s, d, counterparts.abroad(self.cast, s, actors, recipients), actors, place
            )
        )
        actors += counterparts.at_the_table(self.cast, s, d, actors, recipients, self.earlier.told)
        recipients = counterparts.not_among_themselves(d, actors, recipients)
        actors = counterparts.as_governments(s, d, actors)
        date = self.timeline.date(s, d)
        sources = attributor.sources(s, d.trigger)
        if d.denier:
            deniers = self._entities(s, d.denier, d)
            sources = (
                *(replace(e, kind="speaker") for e in deniers),
                *(x for x in sources if not any(same(x, e) for e in deniers)),
            )
        if _denies_his_own(s, d, actors, sources):
            d.status = "denied"  # "The army insisted that it had not fired"
        self._as_cyber(d, actors)
        self._as_words(s, d)
        d.mode = d.mode or modes.told_otherwise(s, d, self.earlier.here)
        kind = ontology.types()[d.event_type]
        cameo = d.cameo if d.cameo in ontology.cameo() else ontology.default_cameo(d.event_type)
        evidence = Evidence(s.field, s.text, s.start, s.end, (s.starts[d.trigger], s.ends[d.trigger]))
        return EventMention(
            id=stable_id(self.document.id, s.field, s.start, d.trigger, d.event_type, d.mode),
            event_type=d.event_type,
            event_mode=d.mode,
            contexts=ctx.contexts_of(d.contexts, s.text, self.about),
            cameo=cameo,
            quad_code=kind.quad_code,
            quad=kind.quad,
            plover_score=ontology.plover_score(d.event_type, d.mode),
            goldstein=ontology.goldstein(cameo),
            actors=actors,
            recipients=recipients,
            status=status_then(s, d.trigger, d.status, date, self.document.published),
            attribution=sources,
            date=date,
            place=place or self._of_the_headline(s, d),
            magnitude=magnitudes.magnitude(s, d, one_person=self._on_one_person(s, d), deeds=self.deeds),
            evidence=evidence,
            confidence=round(d.confidence, 3),
            rule=d.frame.sense.where,
        )

    def _not_complained_to(self, s: Sentence, d: Draft) -> list[int]:
        """Whom a complaint is about: not the court or world body that it is made to."""
        if d.event_type != "ACCUSE":
            return d.recipients
        heard = [t for t in d.recipients if s.deps[t] == "pobj" and s.lemmas[t] in _HEARING]
        if heard:  # "in a statement to the press"
            return [t for t in d.recipients if t not in heard]
        to = [t for t in d.recipients if s.deps[t] == "pobj" and s.lemmas[s.heads[t]] in _MADE_TO]
        bodies = [t for t in to if self._judges(s, t)]
        if not bodies:
            return d.recipients
        leads = [p for p in s.subtree(d.trigger) if s.lemmas[p] in ("against", "about")]
        about = [o for p in leads for o in s.kids(p, "pobj")]
        return [t for t in d.recipients if t not in bodies] or [o for o in about if o not in bodies]

    def _judges(self, s: Sentence, t: int) -> bool:
        """True for a body that hears complaints of states: a court or an international organisation."""
        e = self.cast.filler(s, t).entity
        return e.country in ("UNO", "IGO") or "JUD" in e.sectors

    def _as_cyber(self, d: Draft, actors: tuple[Entity, ...]) -> None:
        """What hackers attack is hit by no weapon: COERCE cyber."""
        if d.event_type == "ASSAULT" and actors and all(self._hackers(a) for a in actors):
            d.event_type, d.mode, d.cameo = "COERCE", "cyber", "175"
        by_law = bool(actors) and all(a.sectors[:1] in (("JUD",), ("COP",)) for a in actors)
        if d.frame.sense.pattern.startswith("A raid") and d.event_type == "ASSAULT" and by_law:
            d.event_type, d.mode, d.cameo = "COERCE", "seize", "171"  # prosecutors raid offices

    def _as_words(self, s: Sentence, d: Draft) -> None:
        """ "Lula attacked the judge who had convicted him": politicians attack people and papers in words."""
        if (
            d.mode == "seize"
            and s.lemmas[d.trigger] == "remove"
            and not d.actors
            and s.bag.isdisjoint(_COUPS)
        ):
            d.event_type, d.mode, d.cameo = "SANCTION", "expel", "166"  # "was removed from office"
        if d.event_type != "ASSAULT" or d.mode or s.lemmas[d.trigger] not in _ATTACKS or not d.recipients:
            return
        attackers = [self.cast.filler(s, t) for t in d.actors]
        attacked = [self.cast.filler(s, t) for t in d.recipients]
        politicians = bool(attackers) and all(
            f.kind == "person" and set(f.entity.sectors) <= _TALKERS for f in attackers
        )
        talked_of = all(f.kind in ("person", "outlet") or _TALKERS & set(f.entity.sectors) for f in attacked)
        bodies = any(f.kind == "country" for f in attacked)
        if politicians and talked_of and not bodies and s.bag.isdisjoint(_BLOODY):
            d.event_type, d.mode, d.cameo = "ACCUSE", "disapprove", "111"

    def _hackers(self, e: Entity) -> bool:
        """Who attacks computers, not people: hackers, and gangs in a report on cyber attacks."""
        named = _HACKING.search(e.name) is not None
        return named or ("cyber" in self.about and set(e.sectors) == {"CRM"})

    def _on_one_person(self, s: Sentence, d: Draft) -> bool:
        """True where a single person is the only one to whom it was done."""
        if len(d.recipients) != 1 or s.tags[d.recipients[0]] in ("NNS", "NNPS"):
            return False
        f = self.cast.filler(s, d.recipients[0])
        role = (
            f.kind == "role"
            and s.tags[f.head] in ("NN", "NNP")
            and not f.plural
            and s.lemmas[f.head] not in _SEVERAL
        )
        office = f.kind == "office" and s.tags[f.head] == "NN" and not f.plural
        return f.acts and (f.kind == "person" or role or office)

    def _with_the_verb_above(self, s: Sentence, d: Draft, own: EventPlace | None) -> EventPlace | None:
        """ "Attacked the town, beheading residents and burning shops": where the attack was."""
        if own is not None and own.precision not in ("region", "country"):
            return own
        above = places.verbs_above(s, d)
        there = {m.evidence.trigger[0]: m.place for m in self.earlier.here if m.place is not None}
        told = next((there[v] for v in above if v in there), None)
        if own is None or told is None:
            return own or told
        return told if told.country == own.country and places.grain(told) < places.grain(own) else own

    def _of_the_headline(self, s: Sentence, d: Draft) -> EventPlace | None:
        """ "Troops seize Kabul, ruler killed": two deeds of a headline happened in one place."""
        if s.field != "title" or d.event_type not in _ON_THE_SPOT:
            return None
        told = (m.place for m in self.earlier.here if m.place is not None)
        return next((p for p in told if p.precision != "country"), None)

    def _state_there(self, place: EventPlace | None) -> str | None:
        """The state that a place lay in when the report was written: Belgrade in 2000 in Yugoslavia."""
        if place is None or not place.country:
            return None
        return self.cast.as_called(place.country)

    def _in_the_dateline(
        self,
        s: Sentence,
        d: Draft,
        place: EventPlace | None,
        actors: tuple[Entity, ...],
        recipients: tuple[Entity, ...],
    ) -> EventPlace | None:
        """What a report tells first happened where it was written, unless it was done abroad."""
        if self.dateline is None or s.index or s.field != "text" or d.status != "asserted":
            return place
        if not _is_main(s, d.trigger) or (place is not None and place.precision != "country"):
            return place
        seat = place is None and places.is_capital(self.dateline, self.cast.knowledge)
        if d.event_type not in (_AT_THE_SEAT if seat else _ON_THE_SCENE):
            return place
        here = self.dateline.country
        if place is not None:
            return self.dateline if place.country == here else place
        sides = recipients if d.event_type in _DONE_TO_OTHERS and recipients else (*actors, *recipients)
        countries = {e.country for e in sides if e.country} or {e.country for e in actors if e.country}
        done = d.event_type in _DONE_TO_OTHERS and (
            recipients or places.is_capital(self.dateline, self.cast.knowledge)
        )
        there = countries == {here} if done else here in countries
        if d.event_type in _DEALINGS_ABROAD and len(countries) > 1:  # "GENEVA: Iran and the U.S. signed …"
            there = there or self.dateline.name.lower() in SEATS
        return self.dateline if there else place

    def _asked_of(self, s: Sentence, d: Draft, actors: tuple[Entity, ...]) -> tuple[Entity, ...]:
        """Of whom something is demanded: who took those that are to be freed, who does what is to end."""
        ended = _to_be_ended(s, d)
        found = counterparts.addressed(self.cast, s, d)
        found = found or tuple(e for t in ended for e in parties.owners(self.cast, s, t, harmed=False))
        found = found or self.earlier.parties(s, ended, actors)
        freed = None if found or ended else _to_be_freed(s, d)
        if freed is not None:
            held = tuple(self.cast.parties(s, t)[0] for t in freed if self.cast.parties(s, t))
            found = self.earlier.holders(held, actors) or self.earlier.takers(actors)
        imposed = any(s.lemmas[t] in _IMPOSED for t in ended)
        owed = any(s.lemmas[t] in _OWED and not s.kids(t, "poss") for t in counterparts.objects(s, d))
        if not found and (owed or imposed) and len(actors) == 1:
            found = self.earlier.opponent(actors[0])
            found = found or (counterparts.other_state(self.cast, s, actors) if imposed else ())
        return found

    def _told_before(self, s: Sentence, d: Draft, actors: tuple[Entity, ...]) -> tuple[Entity, ...]:
        """Recipients that only an earlier event names: who did what is condemned, whose envoy is summoned."""
        blamed = d.frame.slots.get("R", []) if d.mode == "allege" else []
        about = blamed or counterparts.objects(
            s, d
        )  # "blamed outsiders for the decision": not those who took it
        if d.event_type == "PROTEST":  # "the protests were organised by a banned party": by it, at nobody
            about = [t for t in about if s.lemmas[t] not in _CROWDED]
        found: tuple[Entity, ...] = ()
        if d.event_type in counterparts.ANSWERS:
            found = (
                counterparts.claimant(self.cast, s, about, actors)
                or self.earlier.parties(s, about, actors, d.event_type)
                or self.earlier.accuser(s, about, actors)
                or self.earlier.charger(s, d.trigger, about, actors)
                or self.earlier.just_told(s, d.trigger, actors)
            )
            if not found and d.event_type == "REJECT" and not about and s.lemmas[d.trigger] in _REFUSING:
                found = self.earlier.asker(actors)
        elif d.event_type == "REQUEST":
            found = self._asked_of(s, d, actors)
        elif d.mode == "crowd-control":
            found = self.earlier.crowd(actors)
        elif d.event_type == "CONSULT" and d.mode == "third-party" and s.lemmas[d.trigger] != "chair":
            found = self.earlier.sides(actors)
        elif d.event_type == "CONSULT" and s.lemmas[d.trigger] == "join" and len(actors) == 1:
            found = self.earlier.sides(actors)  # "Kikwete joined the talks" between the two
            d.mode = "third-party" if found else d.mode
        if found or not any(counterparts.is_envoy(s, t) for t in about):
            return found
        return tuple(
            replace(self.cast.country_entity(country, None), resolved_by="who acted against them before")
            for country in self.earlier.aggressors({a.country for a in actors})
        )

    def _not_of_the_other_side(self, s: Sentence, a: Entity, recipients: tuple[Entity, ...]) -> Entity:
        """ "The minister demanded that Peru stop" is no minister of Peru: a state is not asked by itself."""
        if not _is_guess(a) or not _STATES_OWN & set(a.sectors):
            return a
        theirs: frozenset[str] = frozenset(
            r.country for r in recipients if r.country and r.sectors[:1] == ("GOV",)
        )
        envoys = any(set(f"{r.office or ''} {r.name}".lower().split()) & _SENT for r in recipients)
        unknown = not a.country and "several" not in (a.resolved_by or "")
        if len(theirs) == 1 and (unknown or (envoys and a.country in theirs)):
            # "the foreign secretary called in the Indian envoy"
            other = self.cast.focus(s, theirs)
            return (
                replace(a, country=other, resolved_by=f"{a.resolved_by}, not of the other side")
                if other
                else a
            )
        if not a.country or not any(r.actor_id == f"country:{a.country}" for r in recipients):
            return a
        other = self.cast.focus(s, frozenset({a.country}))
        return replace(a, country=other, resolved_by=(a.resolved_by or "") + ", not of the other side")

    def _across(
        self, s: Sentence, d: Draft, actors: tuple[Entity, ...], recipients: tuple[Entity, ...]
    ) -> tuple[tuple[Entity, ...], tuple[Entity, ...]]:
        """Both sides of what is said or done between states, where they can hardly be of one state."""
        if d.event_type == "ACCUSE":  # now that it is known whom it is aimed at
            actors = counterparts.not_itself(self.cast, s, d, actors, recipients)
        if d.event_type in _ADDRESSED and s.lemmas[d.trigger] not in _WITHIN_A_STATE:
            actors = tuple(self._not_of_the_other_side(s, a, recipients) for a in actors)
        if d.event_type == "CONSULT" and len(actors) > 1 and d.two_sided:
            actors = self._of_two_countries(s, actors)
        if d.event_type == "SANCTION":
            recipients = counterparts.barred(self.cast, s, d, actors, recipients)
        if d.event_type == "REJECT" and actors and actors[0].sectors[:1] == ("GOV",):
            own = {a.country for a in actors}  # "China cancelled a visit by its negotiator"
            recipients = tuple(r for r in recipients if r.country not in own or r.sectors[:1] != ("GOV",))
        return actors, recipients

    def _is_envoy(self, a: Entity) -> bool:
        """True for an ambassador, also one who is called so elsewhere in the report only."""
        if set(f"{a.office or ''} {a.name}".lower().split()) & counterparts.ENVOYS:
            return True
        surname = re.escape(a.name.split()[-1])
        return bool(re.search(rf"\b[Aa]mbassador (?:[A-Z][\w'’.-]+ ){{0,2}}{surname}\b", self.cast.text))

    def _of_two_countries(self, s: Sentence, actors: tuple[Entity, ...]) -> tuple[Entity, ...]:
        """ "Beijing's ambassador met the defence chief": an ambassador meets those of another country."""
        envoys = [a for a in actors if self._is_envoy(a)]
        if len(envoys) != 1 or not envoys[0].country:
            return actors
        home = envoys[0].country
        other = self.cast.focus(s, frozenset({home}))
        return tuple(
            replace(a, country=other, resolved_by=(a.resolved_by or "") + ", not of the envoy's country")
            if a is not envoys[0] and a.country == home and _is_guess(a)
            else a
            for a in actors
        )

    def _at_their_ruler(self, a: Entity, recipients: tuple[Entity, ...], d: Draft) -> Entity:
        """ "The generals who overthrew President Bazoum" are of his country, here and later on."""
        if not _is_guess(a) or not a.sectors:
            return a
        rulers = {r.country for r in recipients if r.actor_id and r.country and _rules(r.office or "")}
        if d.event_type in _AGAINST_RULERS and len(rulers) == 1:
            self.homes.setdefault(a.name.lower(), next(iter(rulers)))
        country = self.homes.get(a.name.lower())
        if country is None or country == a.country:
            return a
        return _moved(a, country, "country of the ruler they are set against")

    def _let_go_by(self, d: Draft, recipients: tuple[Entity, ...]) -> tuple[Entity, ...]:
        """ "some of those detained had been let go": by those who took them."""
        pointed = d.mode == "release" and are_those_taken(recipients)
        return self.earlier.captors(recipients) if pointed else ()

    def _of_the_same_things(self, s: Sentence, d: Draft, actors: tuple[Entity, ...]) -> tuple[Entity, ...]:
        """ "will resume deliveries to Kiev, which it halted in June": to whom the same things go."""
        if s.deps[d.trigger] != "relcl" or d.event_type != "SANCTION":
            return ()
        verb = s.heads[s.heads[d.trigger]]
        own = {a.country for a in actors}
        there = [m for m in self.earlier.here if m.evidence.trigger[0] == s.starts[verb]]
        return tuple(r for m in there for r in m.recipients if r.country and r.country not in own)

    def _where_done(
        self, s: Sentence, d: Draft, actors: tuple[Entity, ...], place: EventPlace | None
    ) -> tuple[Entity, ...]:
        """ "Israel strengthened its forces in Lebanon": done to the country of the place alone."""
        at_home = {a.country for a in actors}
        pledged = d.event_type == "AGREE" and d.cameo == _PLEDGE  # "Israel said it would evacuate Gaza"
        if place is None or not place.country or not (pledged or d.event_type in _DONE_ABROAD):
            return ()
        if s.lemmas[d.trigger] == "scramble":  # "scrambled jets as missiles hit Lviv": to meet whoever comes
            return ()
        if at_sea(place.name):  # "sent a carrier to the Yellow Sea": nobody's
            return ()
        if d.event_type == "RETREAT" and d.mode != "withdraw":
            return ()
        if (
            not at_home - {None}
            or {place.country, self._state_there(place)} & at_home
            or d.two_sided
            or len(at_home) > 1
        ):
            return ()  # "in South Korea, where Beijing and Washington agreed to ease curbs": to each other
        entity = self.cast.country_entity(place.country, place.span)
        if d.event_type == "ASSAULT":  # a state that is only where it happened does not act there
            entity = replace(entity, sectors=())
        return (replace(entity, resolved_by="place of the event"),)

    def _entities(
        self, s: Sentence, tokens: list[int], d: Draft, *, recipient: bool = False
    ) -> tuple[Entity, ...]:
        out: list[Entity] = []
        violent = d.event_type in ("ASSAULT", "COERCE")
        for token in tokens:
            sides = hands.both_sides(s, token, self.earlier)
            for entity in sides or self.cast.parties(s, token, recipient=recipient, violent=violent):
                if not any(ch.isalnum() for ch in entity.name):
                    continue
                known = hands.assailants(s, token, entity, self.earlier)
                entity = known[0] if len(known) == 1 else entity
                bare = not (entity.actor_id or entity.country or entity.sectors)
                if not any(same(entity, e) or (bare and entity.name == e.name) for e in out):
                    out.append(entity)
        return tuple(out)

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


_SEVERAL = frozenset("family crowd group unit patrol couple army force crew team clan tribe gang mob".split())
"""Nouns in the singular that mean several people."""
_OF_A_CHARGE = ("accusation told of before", "allegation told of before", "charge told of before")
_BYLINE = 80
"""Characters that a line with the author's name is shorter than."""
_TOLD = frozenset({"asserted", "historical", "future"})
"""Statuses of events that a later noun can point back to."""
_HEARING = frozenset({"press", "reporter", "journalist", "media", "newspaper"})
_MADE_TO = frozenset({"to", "with", "at", "before"})
_REFUSING = frozenset({"refuse", "decline"})
_OF_DEEDS = frozenset(
    "welcome hail condemn denounce deplore criticise criticize applaud praise defend call describe term "
    "brand label reject dismiss oppose turn decline refuse spurn".split()
)


def _means_a_deed(s: Sentence, d: Draft) -> bool:
    """ "condemned it": what was done, seldom a party."""
    about = [*d.recipients, *d.frame.slots.get("X", [])]
    about += sorted(d.frame.literal_objects)
    it = [t for t in about if s.words[t].lower() in ("it", "this", "that") and s.tags[t] not in ("WDT", "WP")]
    return bool(it) and s.lemmas[d.trigger] in _OF_DEEDS


def _accords(s: Sentence, d: Draft) -> list[int]:
    """The accord that is spoken of where nobody is: "the treaty was signed", "the pact provides for"."""
    return accord_meant(s, d) if not d.recipients else []


def _occasions(s: Sentence, d: Draft) -> list[int]:
    """The event in which something was done: "seven were killed in the raid"."""
    if d.event_type not in ("ASSAULT", "COERCE"):
        return []
    times = [o for p in s.kids(d.trigger, "prep") if s.lemmas[p] in _DURING for o in s.kids(p, "pobj")]
    return [o for o in times if s.lemmas[o] not in _CROWDED]


def _on_duty(a: Entity) -> bool:
    """Police or soldiers whom only a pronoun makes the actors."""
    return (a.resolved_by or "").startswith("coreference") and bool({"COP", "MIL"} & set(a.sectors))


_DURING = frozenset({"in", "during", "by"})
_CROWDED = frozenset("protest demonstration rally march procession vigil sit-in".split())
"""What people are arrested or killed at, seldom by those who hold it."""
_ATTACKS = frozenset({"attack", "assail", "savage"})
_TALKERS = frozenset({"GOV", "ELI", "PTY", "OPP", "LEG", "JUD", "REL", "JRN", "MED", "CVL", "SOC", "EDU"})
_BLOODY = frozenset(
    "knife gun bomb stone kill wound injure troop soldier fire rocket missile drone weapon blood hospital "
    "rebel army force civilian dead shoot beat stab".split()
)
"""Words that tell an attack with more than words."""
_COUPS = frozenset(
    "army coup soldier junta troop military general mutineer rebel colonel putsch officer force".split()
)
"""Words that tell a fall by arms."""
_HACKING = re.compile(r"\b(?:hack\w*|ransomware|cyber\w*)\b", re.IGNORECASE)


def _of_one_union(a: Entity, b: Entity) -> bool:
    """The European Union's Commission does not threaten the Union."""
    return a.country == b.country == "EUR"


def _in_the_present(s: Sentence, m: EventMention) -> bool:
    """True where an event's word, or the verb above it, stands in the present tense."""
    t = next((i for i in range(len(s)) if s.starts[i] == m.evidence.trigger[0]), None)
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
    """ "A bungled coup, in which more than 290 people died": the noun tells of what they died."""
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
    """The army helps the police of its country: no dealing between parties."""
    sides = (*m.actors, *m.recipients)
    if m.event_type != "AID" or not m.actors or not m.recipients or len({e.country for e in sides}) != 1:
        return False
    if (m.cameo or "").startswith("072") and all(not e.sectors or e.sectors[:1] == ("GOV",) for e in sides):
        return True  # "Brazil sent armoured cars to Boa Vista"
    return all(_SERVICES & set(e.sectors[:1]) for e in sides)


def _came_home(m: EventMention) -> bool:
    """ "The general flew home to Chile", "has been touring the country": at home one visits nobody."""
    own = {a.country for a in m.actors}
    lands = [
        r
        for r in m.recipients
        if r.country and (r.actor_id == f"country:{r.country}" or r.name.lower() in ("country", "nation"))
    ]
    return (
        m.event_mode == "visit"
        and len(own) == 1
        and len(lands) == len(m.recipients) > 0
        and ({r.country for r in lands} == own)
    )


def _without_own_forces(
    d: Draft, actors: tuple[Entity, ...], recipients: tuple[Entity, ...]
) -> tuple[Entity, ...]:
    """ "India sent extra troops to the valley": not to its troops."""
    if d.event_type != "MOBILIZE":
        return recipients
    own = {a.country for a in actors}

    def sent(r: Entity) -> bool:
        itself = len(own) == 1 and r.actor_id == f"country:{next(iter(own))}"
        return itself or (
            bool({"MIL", "SPY"} & set(r.sectors))
            and (r.country in own or (r.resolved_by or "").startswith("role"))
        )

    return tuple(r for r in recipients if not sent(r))


def _by_the_speaker(s: Sentence, d: Draft) -> bool:
    return bool(d.actors) and all(s.words[t].lower() in ("we", "i") for t in d.actors)


_DENIABLE = MATERIAL_CONFLICT | {"AID", "SUPPORT"}


def _denies_his_own(s: Sentence, d: Draft, actors: tuple[Entity, ...], sources: tuple[Entity, ...]) -> bool:
    """True where those of whom a deed is told say themselves that they did not do it."""
    speakers = [e for e in sources if e.kind == "speaker"]
    if d.status != "negated" or d.event_type not in _DENIABLE or not actors or not speakers:
        return False
    done = {s.words[a].lower() for a in s.kids(d.trigger, "aux")} & {"did", "had", "has", "have"}
    return bool(done) and all(any(is_of_side(a, x) for x in speakers) for a in actors)


def _each_once(parties_: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """Parties without those that two words of the sentence name alike ("the group ETA")."""
    out: list[Entity] = []
    for e in parties_:
        if not any(same(e, x) and e.sectors == x.sectors for x in out):
            out.append(e)
    return tuple(out)


def _without_things(found: tuple[Entity, ...], d: Draft) -> tuple[Entity, ...]:
    """Parties only, where some of what an act is done to are parties and some are things.

    A square that a crowd fills and a road that it blocks are no party at all.
    """
    acting = tuple(e for e in found if e.actor_id or e.sectors or e.country)
    if d.cameo == "170" and not acting:
        return ()  # "seized power in a coup": of whom is not told
    return acting if acting or d.event_type == "PROTEST" else found


_BY_POLICE = frozenset({"arrest", "crowd-control"})
_BY_COURTS = frozenset({"sentence", "jail", "imprison", "condemn", "convict", "remand"})
"""Verbs of what a court does, and no policeman."""


_SENT = frozenset({"ambassador", "envoy", "commissioner", "consul", "diplomat", "chargé"})


def _to_be_ended(s: Sentence, d: Draft) -> list[int]:
    """What a demand wants stopped: "called for an end to the attacks"."""
    ends = [t for t in counterparts.objects(s, d) if s.lemmas[t] in ("end", "halt", "stop")]
    return [o for t in ends for p in s.kids(t, "prep") if s.lemmas[p] == "to" for o in s.kids(p, "pobj")]


_OWED = frozenset("apology explanation compensation redress answer reparation".split())
"""What is asked of the adversary."""
_IMPOSED = frozenset("embargo blockade occupation boycott aggression siege invasion bombardment".split())
"""What is ended by the adversary."""
_FREEDOM = frozenset({"release", "freedom", "freeing", "liberation", "return", "handover"})


def _to_be_freed(s: Sentence, d: Draft) -> list[int] | None:
    """Whom a demand wants freed ("demanded his release", "that the two be freed"); None where nobody."""
    for i in s.subtree(d.trigger):
        if s.lemmas[i] in _FREEDOM and s.pos[i] == "NOUN":
            of = [o for p in s.kids(i, "prep") if s.lemmas[p] == "of" for o in s.kids(p, "pobj")]
            return [*s.kids(i, "poss"), *of]
        let_go = s.lemmas[i] in ("free", "release") and s.tags[i] in ("VBN", "VB")
        let_go = let_go or (s.lemmas[i] == "set" and any(s.lemmas[c] == "free" for c in s.children[i]))
        if let_go and i != d.trigger:
            return [*s.kids(i, "nsubjpass", "dobj")]
    return None


_DONE_TO_OTHERS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "AID", "RETREAT", "CONCEDE"})
"""Types that happen where those are to whom they are done."""


def _is_main(s: Sentence, trigger: int) -> bool:
    """True for the main verb of a sentence and for verbs and nouns that it is joined with or governs."""
    i = trigger
    while s.deps[i] in ("conj", "dobj", "xcomp", "ccomp") and s.heads[i] != i:
        i = s.heads[i]
    return s.heads[i] == i or s.deps[i] == "ROOT"


_DONE_ABROAD = frozenset({"MOBILIZE", "ASSAULT", "AID", "RETREAT", "CONCEDE", "COERCE"})
"""Types whose recipient, where none is named, is the country that they are done in."""


def _rules(office: str) -> bool:
    return bool(
        set(office.lower().split()) & {"president", "premier", "king", "emir", "sultan", "chancellor"}
    ) or ("prime minister" in office.lower())


_AGAINST_RULERS = frozenset({"COERCE", "ASSAULT", "PROTEST"})


_GUESS = "; country from the report"


def _moved(entity: Entity, country: str, why: str) -> Entity:
    """An entity in another country than was guessed, with the reason in place of the guess."""
    how = (entity.resolved_by or "").removesuffix(_GUESS)
    return replace(entity, country=country, resolved_by=f"{how}; {why}")


def _is_guess(entity: Entity) -> bool:
    """True where nothing but the drift of the report, or nothing at all, tells the country."""
    guessed = (entity.resolved_by or "").endswith(_GUESS)
    return (guessed or not entity.country) and not entity.actor_id


def _of_nobodys_land(
    d: Draft, place: EventPlace | None, actors: tuple[Entity, ...], hit: tuple[Entity, ...]
) -> tuple[Entity, ...]:
    """Who was hit at sea is not of the attacker's country because the report names no other."""
    if d.event_type != "ASSAULT" or place is None or not at_sea(place.name):
        return hit
    own = {a.country for a in actors}
    return tuple(
        replace(e, country=None, resolved_by=f"{e.resolved_by}, and not at sea")
        if e.country in own and (e.resolved_by or "").endswith("country from the report")
        else e
        for e in hit
    )


def _at_home(entity: Entity, country: str, *, things: bool = False) -> Entity:
    """People without a name or a nationality ("soldiers", "residents") are of the place of the event."""
    if entity.country == "IMG" and entity.sectors[:1] in PEOPLES:  # "Shiite pilgrims were killed in Karbala"
        return _moved(entity, country, "country from the place of the event")
    if not _is_guess(entity) or entity.country == country or country in INTERNATIONAL:
        return entity
    if "several" in (entity.resolved_by or ""):
        return entity
    if not entity.sectors and not things:
        return entity
    return _moved(entity, country, "country from the place of the event")


_ON_THE_SPOT = frozenset({"ASSAULT", "COERCE", "PROTEST"})
"""Types that happen to people where they are, be it Brussels or Geneva."""
_AT_THE_SEAT = frozenset({"CONSULT", "SUPPORT", "COERCE", "MOBILIZE"})
"""Types that mostly happen where a report from a capital is written; of battles it is only told there."""
_ON_THE_SCENE = _AT_THE_SEAT | {"ASSAULT", "PROTEST", "RETREAT", "AID"}
"""The same of a report from another town."""
_DEALINGS_ABROAD = frozenset({"CONSULT", "AGREE", "SUPPORT", "COOPERATE"})
_WORDS = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN"})
_ADDRESSED = frozenset({"ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN", "CONSULT", "SANCTION"})
_WITHIN_A_STATE = frozenset("desert ditch oust sack dismiss fire impeach topple depose overthrow".split())
"""What is done to one's own leaders: "deserted by the allies who had kept him in power"."""
_STATES_OWN = frozenset({"GOV", "MIL", "SPY"})
_FORCES = frozenset({"MIL", "COP"})
_HOME_POWERS = frozenset({"COP", "JUD", "GOV", "MIL"})
_HOME_VOICES = frozenset({"OPP", "PTY", "CVL", "LAB", "LEG", "EDU"})
_OVER_PEOPLE = frozenset({"COERCE", "SANCTION", "ASSAULT", "RETREAT", "CONCEDE"})


def _of_the_actors_country(
    r: Entity, actors: tuple[Entity, ...], kind: str, place: EventPlace | None, mode: str | None
) -> Entity:
    """Whom the police arrest, and which government the opposition speaks to, where nothing else is told."""
    countries = {a.country for a in actors if a.country}
    owned = r.name.lower().startswith(("our ", "my ", "their ", "its ", "his ", "her "))
    sectors = {x for a in actors for x in a.sectors}
    ruler = any(_rules(a.office or "") for a in actors)
    own = kind in ("REQUEST", "SUPPORT") and ruler and bool(_FORCES & set(r.sectors))
    if own and _is_guess(r) and len(countries) == 1 and r.country != next(iter(countries)):
        return _moved(r, next(iter(countries)), "forces of the ruler who speaks of them")
    held = mode == "arrest" and _is_guess(r) and "GOV" in sectors
    put_down = kind == "COERCE" and r.resolved_by == "those who gathered" and place is None
    if put_down and len(countries) == 1 and _HOME_POWERS & sectors and not countries & INTERNATIONAL:
        return replace(r, country=next(iter(countries)))  # "cracked down on protests": on those at home
    if held and len(countries) == 1 and r.country not in countries and not owned and place is None:
        return _moved(r, next(iter(countries)), "of the state that holds them")
    if r.country or r.actor_id or len(countries) > 1 or owned or "several" in (r.resolved_by or ""):
        return r
    named = not r.sectors and len(r.name.split()) >= 2 and all(w[:1].isupper() for w in r.name.split()[:2])
    if kind == "RETREAT" and named and not r.sectors:
        return r  # those who are freed are often from elsewhere
    if kind in _OVER_PEOPLE and (named or r.sectors):
        powers = bool(_HOME_POWERS & sectors) and kind != "ASSAULT"
        country = (
            place.country if place and place.country else next(iter(countries), None) if powers else None
        )
        country = None if place and at_sea(place.name) else country
    elif r.sectors[:1] == ("GOV",) and _HOME_VOICES & sectors:
        country = next(iter(countries), None)
    else:
        return r
    if country is None:
        return r
    return replace(r, country=country, resolved_by=f"{r.resolved_by}; country of the other side")


_OF_SOMEBODY = frozenset({"AGREE", "SUPPORT", "CONCEDE"})
_GIVEN_UP = "082"
"""CAMEO's code for protests that those who held them give up."""
_APOLOGY = "055"
_PLEDGE = "035"
"""CAMEO code of a promise to give in: to free, to lift, to withdraw."""
_OFFICIAL = frozenset({"GOV", "MIL", "REB", "PRM"})
"""Who promises or threatens by saying what will be done."""
