"""What people say that is an act by itself, though no word of it tells an event.

"They started this war," he said: ACCUSE.  "The blockade must end": REQUEST.  "We take no orders
from Moscow": REJECT.  "They will pay for it": THREATEN.  The words are data (``utterances.tsv``);
here are the forms of the clauses in which they do so, one small function a form.  The act is the
speaker's, whom another clause or another sentence names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Literal

from dragoman.coding import grammar as g
from dragoman.coding import judging, menaces, polls, wishes
from dragoman.coding.actors import Cast
from dragoman.coding.aims import is_another, is_of_side, is_public
from dragoman.coding.antecedents import event_nouns
from dragoman.coding.content import BODIES, TELLINGS, mode_of
from dragoman.coding.cues import cues
from dragoman.coding.drafts import Draft
from dragoman.coding.mere_topics import expected_by_then
from dragoman.coding.needs import high_time
from dragoman.coding.people import POWER
from dragoman.coding.senses import Sense
from dragoman.coding.slots import Frame, is_calendar
from dragoman.coding.status import FUTURE, addressed, imperative
from dragoman.coding.utterance_table import DUTY, Utterance, utterances
from dragoman.language import Sentence
from dragoman.records import Entity

Person = Literal["we", "they", "it", "nobody", "whoever", "there", "you"]
"""Of whom a clause speaks: the speaker's side, others, a deed, no one, anybody who."""
_WE = frozenset({"we", "i", "us"})
_OURS = frozenset({"our", "my"})
_SIDES = frozenset(
    "people government country nation army side movement party force team delegation state fighter soldier "
    "republic president minister union member".split()
)
"""Nouns that with "our" mean the speaker's own side."""
_IT = frozenset({"it", "this", "that", "these", "what", "such"})
_NOBODY = frozenset({"nobody", "none", "nothing"})
_WHOEVER = frozenset({"anyone", "anybody", "whoever", "those", "everyone", "everybody"})
_STATIVE = frozenset(
    "be have know feel think understand seem appear like love hope wonder see hear belong matter mean cost "
    "expect say note remember realise realize mention admit wait become take look get".split()
)
"""Verbs with which "must" and "should" ask nobody for anything ("they must be tired", "I must say")."""
_FREE_STATES = frozenset(
    "free able allowed accountable responsible ready willing quiet silent patient lifted".split()
)
_WITH_PHRASES = (
    "dobj",
    "pobj",
    "xcomp",
    "attr",
    "dative",
    "ccomp",
    "oprd",
    "acomp",
    "prt",
    "advmod",
    "conj",
    "amod",
)
_CLAUSES = frozenset({"ROOT", "ccomp", "conj", "parataxis"})
_THINKING = frozenset(
    "think believe know say tell hope fear repeat want mean insist promise assure feel see".split()
)


class Spoken:
    """The clauses of one sentence that somebody speaks, and what acts they are."""

    def __init__(self, s: Sentence, cast: Cast, said_by: Callable[[int], Entity | None]) -> None:
        self.s, self.cast, self.said_by = s, cast, said_by
        self.quoted = s.field == "text" and cast.quotes is not None
        self.taken: set[int] = set()
        first = range(1, min(len(s), 9)) if s.field == "title" else ()
        self.colon = next((i for i in first if s.words[i] == ":"), None)

    def drafts(self, kept: Iterable[Draft]) -> list[Draft]:
        """The acts of the spoken clauses that tell no event which was kept."""
        told = [d for d in kept if d.status != "negated"]
        taken = {t for d in told for t in (*d.anchors, *d.covers, *d.frame.literals)}
        taken |= {d.frame.complement for d in told if d.frame.complement is not None}
        self.taken = taken
        asked = {t for d in told if d.event_type == "REQUEST" for t in (*d.anchors, *d.covers)}
        out: list[Draft] = []
        for v in self.clauses():
            s = self.s
            if s.deps[v] == "conj" and s.heads[v] in taken and s.lemmas[v] in _PENALTIES:
                continue  # "must disarm or face the consequences": no second demand
            if s.deps[v] == "conj" and s.heads[v] in asked and not s.kids(v, "aux", "nsubj"):
                continue  # "must stop jailing editors and free the poet": one demand
            if (
                v in taken
                or taken & set(self.s.kids(v, "attr", "acomp", "xcomp"))
                or self._led_to_it(v, told)
            ):
                continue
            made = self._act(v)
            if made is not None and polls.of_a_share(s, v, made.event_type):
                continue
            row = self._joined_to(v)
            first = next((d for d in out if d.trigger in row), None)
            again = made is not None and first is not None and self._says_again(v, made, first)
            if made is not None and not again and self._is_politics(v, made):
                out.append(made)
        return out + [
            d for d in self._exclaimed() if d.trigger not in taken and self._is_politics(d.trigger, d)
        ]

    def _exclaimed(self) -> Iterator[Draft]:
        """ "Judicial murder," he said of the executions: a verdict without a verb."""
        s = self.s
        for v in range(len(s)) if self.quoted else ():
            if ("v", s.lemmas[v]) not in cues() or s.deps[v] not in ("ROOT", "conj"):
                continue
            told = s.kids(v, "npadvmod", "dep", "advcl", "ccomp", "dobj", "intj", "amod", "acomp")
            told = [c for c in told if self._in_quotes(c) and not self._in_quotes(v) and self._is_verbless(c)]
            about = [
                o
                for h in (v, *s.kids(v, "nsubj"))
                for p in s.kids(h, "prep")
                if p > v and s.lemmas[p] in ("of", "about")
                for o in s.kids(p, "pobj")
                if h == v or s.lemmas[o] in TELLINGS or s.lemmas[o] in event_nouns()
            ]
            charged = any(s.lemmas[o] in TELLINGS for o in about)
            for c in told[:1]:
                words = [c, *s.kids(c, "amod", "conj", "compound"), *self._of_what(c)]
                made = self._first(c, "untrue", words, []) if charged else None
                made = made or self._first(c, "it_be", words, [])
                if made is not None:
                    made.owned = about or [t for t in (c,) if s.kids(t, "poss")]
                    yield made

    def _is_verbless(self, c: int) -> bool:
        s = self.s
        finite = any(s.tags[k] in ("VBZ", "VBP", "MD") for k in s.subtree(c))
        return s.pos[c] in ("NOUN", "ADJ", "PROPN") and not finite and not s.kids(c, "nsubj", "neg")

    def _of_what(self, c: int) -> list[int]:
        """ "an act of barbarism": what it is an act of."""
        s = self.s
        return [o for p in s.kids(c, "prep") if s.lemmas[p] == "of" for o in s.kids(p, "pobj")]

    def _joined_to(self, v: int) -> set[int]:
        """The verbs that a verb is joined to: "they lie, cheat and steal"."""
        s, out = self.s, set[int]()
        while s.deps[v] == "conj" and s.heads[v] != v:
            v = s.heads[v]
            out.add(v)
        return out

    def _says_again(self, v: int, made: Draft, first: Draft) -> bool:
        """ "They should pay for it or be quiet", "it broke the law and hurt us": one demand, one charge."""
        if made.event_type != first.event_type or self.s.kids(v, "nsubj", "nsubjpass"):
            return False
        same = made.frame.sense.pattern == first.frame.sense.pattern and not self.s.kids(v, "dobj")
        return same or made.event_type == "ACCUSE"

    def _is_politics(self, v: int, made: Draft) -> bool:
        """True where the speaker, somebody whom he speaks of, or what he speaks of is of public life."""
        speaker = self.said_by(v)
        named = (
            e for t in (*made.recipients, *made.owned) for e in self.cast.parties(self.s, t, recipient=True)
        )
        by_power = any(self.s.lemmas[t] in judging.words("power") for t in made.owned)
        by_power = by_power and speaker is not None and not {"MED", "JRN"} & set(speaker.sectors)
        return by_power or (speaker is not None and is_public(speaker)) or any(is_public(e) for e in named)

    def clauses(self) -> list[int]:
        """Verbs of main clauses of what is said, in order."""
        s = self.s
        found = [v for v in range(len(s)) if s.pos[v] in ("VERB", "AUX") and self._is_spoken(v)]
        cleft = [r for v in found for r in self._cleft(v)]
        return sorted({*found, *cleft})

    def _cleft(self, v: int) -> list[int]:
        """ "It is they who must disarm", "they are the ones who started it": the verb that is meant."""
        s = self.s
        if s.lemmas[v] != "be" or self._not(v):
            return []
        told = s.kids(v, "attr", "nsubj")
        below = [c for c in s.kids(v, "ccomp") if s.kids(v, "attr")]
        cleft = self.person(v) == "it" or any(s.words[x].lower() == "it" for x in s.kids(v, "nsubj"))
        return [
            r
            for t in told
            for r in (*s.kids(t, "relcl"), *below)
            if r > v
            and any(s.words[x].lower() in ("who", "that") for x in s.kids(r, "nsubj", "nsubjpass"))
            and (cleft or s.lemmas[t] in _THE_ONES)
        ]

    def _is_spoken(self, v: int) -> bool:
        s = self.s
        if (
            s.deps[v] not in _CLAUSES
            or (s.tags[v] == "VBG" and not s.kids(v, "aux"))
            or self.said_by(v) is None
        ):
            return False
        head = s.heads[v]
        if s.deps[v] == "conj":
            return s.pos[head] in ("VERB", "AUX") and self._is_spoken(head)
        if s.deps[v] == "ROOT" or head == v:
            return self._in_quotes(v)
        if s.deps[v] == "parataxis":
            return self._in_quotes(v) or head == s.root
        if ("v", s.lemmas[head]) not in cues() or (
            s.kids(v, "mark") and s.lemmas[s.kids(v, "mark")[0]] in _DOUBTS
        ):
            return False
        if s.lemmas[head] in _DISPUTING:
            return False  # "denied that the pullout was a humiliation"
        own = self._in_quotes(head)  # "I believe they lied", she said
        first = any(s.words[t].lower() in _WE for t in s.kids(head, "nsubj"))
        return (first and s.lemmas[head] in _THINKING) if own else not s.kids(head, "neg")

    def _in_quotes(self, v: int) -> bool:
        if self.colon is not None:  # "Putin: West is playing with fire"
            return v > self.colon and self.said_by(v) is not None
        return (
            self.quoted and self.cast.quotes is not None and self.cast.quotes.at(self.s.starts[v]) is not None
        )

    # --- who is spoken of ---------------------------------------------------------------------

    def subjects(self, v: int) -> list[int]:
        """The grammatical subjects of a clause."""
        s = self.s
        if s.deps[v] == "relcl":
            one = s.heads[v]
            return (
                self.subjects(s.heads[one]) if s.lemmas[one] in _THE_ONES and s.deps[one] == "attr" else [one]
            )
        own = s.kids(v, "nsubj", "nsubjpass", "expl", "csubj")
        if s.deps[v] == "ccomp" and any(s.tags[x] == "WP" for x in own) and s.kids(s.heads[v], "attr"):
            return s.kids(s.heads[v], "attr")  # "it is they who started it"
        if own:
            return g.surface_subjects(s, v) or own
        return self.subjects(s.heads[v]) if s.deps[v] == "conj" and s.heads[v] != v else []

    def person(self, v: int) -> Person:
        """Of whom a clause speaks."""
        s = self.s
        if s.kids(v, "csubj") and not s.kids(v, "nsubj"):
            return "it"  # "What they did was a farce"
        if any(s.words[c].lower() == "there" for c in s.kids(v, "expl")):
            return "there"
        found = self.subjects(v)
        if not found:
            return "you"
        t = found[0]
        word = s.words[t].lower()
        denied = any(s.lemmas[c] == "no" for c in s.kids(t, "det"))
        if s.deps[t] == "expl" or word == "there":
            return "there"
        if word in _NOBODY or (
            denied and s.lemmas[t] in ("one", "power", "force", "country", "threat", "state")
        ):
            return "nobody"
        if word in _WHOEVER:
            return "whoever"
        if word in _IT and not (word == "it" and self._of_a_party(t)):
            return "it"
        return "we" if self.is_own(t) else "they"

    def _of_a_party(self, t: int) -> bool:
        return self.cast.filler(self.s, t).acts

    def is_own(self, t: int) -> bool:
        """True for the speaker's own side: "we", "our government", he himself, his country."""
        s = self.s
        if s.words[t].lower() in _WE:
            return True
        if any(s.words[c].lower() in _OURS for c in s.kids(t, "poss")) and s.lemmas[t] in _SIDES:
            return True
        speaker, f = self.said_by(t), self.cast.filler(s, t)
        if speaker is None or not f.acts:
            return False
        nation = (
            f.entity.country == speaker.country
            and s.lemmas[t] in ("people", "nation")
            and bool(speaker.country)
        )
        return is_of_side(f.entity, speaker) or (nation and bool(POWER & set(speaker.sectors)))

    def _calls_another(self, v: int) -> bool:
        """ "Park had been dishonest", the chief prosecutor said: she is of his state and not of his side."""
        speaker, subjects = self.said_by(v), self.subjects(v)
        if speaker is None or self.s.lemmas[v] != "be" or any(self.s.tags[t] == "PRP" for t in subjects):
            return False
        fillers = [self.cast.filler(self.s, t) for t in subjects]
        return bool(fillers) and all(f.acts and is_another(f.entity, speaker) for f in fillers)

    def others(self, v: int) -> list[int]:
        """Subjects that are parties."""
        return [t for t in self.subjects(v) if self._can_be_meant(t)]

    def _can_be_meant(self, t: int) -> bool:
        s = self.s
        if is_calendar(s, t) or s.words[t].lower() in _IT - {"it"}:
            return False
        if s.tags[t] in ("PRP", "DT", "WP"):
            return True
        return bool(self.cast.parties(s, t, recipient=True)) or s.lemmas[t] in BODIES

    # --- the acts --------------------------------------------------------------------------------

    def _act(self, v: int) -> Draft | None:
        s = self.s
        if s.text.rstrip("\"”' ").endswith("?") or any(s.lemmas[m] in _DOUBTS for m in s.kids(v, "mark")):
            return None
        who = self.person(v)
        for read in (
            self._menace,
            self._advice,
            self._demand,
            self._refusal,
            self._threat,
            self._warning,
            self._verdict,
            self._praise,
        ):
            made = read(v, who)
            if made is not None:
                return made
        return self._blame(v, who) or self._condemned(v, who)

    def _rows(self, form: str, *tokens: int) -> Iterator[tuple[Utterance, int]]:
        """Rows of a form whose word is one of the tokens and whose needed words stand by."""
        s = self.s
        for t in tokens:
            for row in utterances().get((form, s.lemmas[t]), ()):
                if not row.needed or row.needed & self._company(t):
                    yield row, t

    def _company(self, t: int) -> set[str]:
        """Lemmas that a word governs: its objects, what stands behind its prepositions, its particles."""
        s, out, stack = self.s, set(), [t]
        while stack:
            i = stack.pop()
            for c in s.children[i]:
                if s.deps[c] == "prep":
                    out.add(s.lemmas[c])
                    stack.append(c)
                elif s.deps[c] in _WITH_PHRASES and c > t:
                    out.add(s.lemmas[c])
                    if s.deps[c] not in ("ccomp", "conj"):
                        stack.append(c)
                elif i == t and s.deps[c] == "nsubjpass":
                    out.add(s.lemmas[c])
                elif s.deps[c] == "aux" and s.lemmas[c] == "to" and i != t:
                    out.add("to")
        return out

    def _first(self, v: int, form: str, tokens: Iterable[int], recipients: list[int]) -> Draft | None:
        for row, t in self._rows(form, *tokens):
            return self._draft(v, row, t, recipients)
        return None

    def _draft(self, v: int, row: Utterance, word: int, recipients: list[int]) -> Draft:
        made = self._made(v, row.sense, recipients, row.sure)
        made.steps.append(f"{row.sense.where}: {row.form}: {self.s.words[word]} → {row.sense.event_type}")
        return made

    def _made(self, v: int, sense: Sense, recipients: list[int], sure: float) -> Draft:
        frame = Frame(sense, v, literals={v})
        made = Draft(frame, sense.event_type or "", sense.mode, sense.cameo, (), [], recipients, spoken=True)
        made.settled, made.confidence, made.score = True, sure, 1.0
        return made

    def _not(self, v: int) -> bool:
        s = self.s
        told = s.kids(v, "advmod", "preconj", "cc", "det")
        told += [k for c in told for k in s.kids(c, "advmod", "det", "neg")]  # "no longer"
        denied = any(s.lemmas[c] in ("never", "no", "neither", "nor") for c in told)
        return bool(s.kids(v, "neg")) or denied or any(
            s.lemmas[c] == "no" for o in s.kids(v, "dobj", "attr") for c in s.kids(o, "det")
        )  # fmt: skip

    def _auxiliaries(self, v: int) -> set[str]:
        s = self.s
        own = {s.words[a].lower() for a in s.kids(v, "aux")}
        shares = s.deps[v] == "conj" and not own and not s.kids(v, "nsubj", "nsubjpass")
        return self._auxiliaries(s.heads[v]) if shares and s.heads[v] != v else own

    def _lies_ahead(self, v: int) -> bool:
        reported = not self._in_quotes(v)
        going = self.s.lemmas[v] == "go" and bool(self.s.kids(v, "xcomp"))
        return bool(self._auxiliaries(v) & (FUTURE | ({"would"} if reported else set()))) or going

    def _depends(self, v: int) -> bool:
        """ "If the fighting comes to the town, it would be a disaster": said of what has not happened."""
        s = self.s
        marks = {s.lemmas[x] for c in s.kids(v, "advcl") for x in s.kids(c, "mark")}
        return bool(marks & {"if", "unless"}) and bool(self._auxiliaries(v) & (FUTURE | {"would"}))

    def _main(self, v: int) -> int:
        """The verb that tells what is done: "are going to *strike*", "have to *stop*"."""
        s = self.s
        below = s.kids(v, "xcomp")
        own = s.lemmas[v] == "have" and bool(s.kids(v, "dobj"))  # "had only itself to blame"
        led = s.lemmas[v] in _LEADING and bool(below) and not own
        led = led and any(s.lemmas[a] == "to" for a in s.kids(below[0], "aux"))
        return below[0] if led and s.tags[below[0]] in ("VB", "VBN") else v

    def _demand(self, v: int, who: Person) -> Draft | None:
        """ "They must leave", "The blockade must end", "Stop the bombing", "It is time for them to go"."""
        s = self.s
        if who == "you":
            if self._forbids(v):
                return self._made(v, _sense("REQUEST", None, "100", "do not"), [], 0.6)
            if (
                not imperative(s, v)
                or s.kids(v, "neg")
                or not self._in_quotes(v)
                or _lets_us(s, v)
                or _tell_that(s, v)
            ):
                return None
            asked = [t for t in s.kids(v, "npadvmod", "vocative") if self._can_be_meant(t)]
            if s.lemmas[v] == "let":
                below = s.kids(v, "ccomp", "xcomp")
                asked = [t for b in below for t in s.kids(b, "nsubj")] or s.kids(v, "dobj")
                if any(s.words[t].lower() in _WE for b in below for t in s.kids(b, "dobj", "nsubj")):
                    return None  # "let them arrest us": a dare
            return self._first(v, "do", [v], asked)
        due = next((c for c in s.subtree(v) if high_time(s, c) == v), None)
        if due is not None:
            asked = [t for t in s.kids(due, "nsubj") if self._can_be_meant(t) and not self.is_own(t)]
            mode = mode_of(s, due)
            return (
                self._made(v, _sense("REQUEST", mode, _CAMEO.get(mode or "", "100"), "time to"), asked, 0.7)
                if asked and due not in self.taken
                else None
            )
        main = self._main(v)
        duty = bool(self._auxiliaries(v) & DUTY) or (main != v and s.lemmas[v] in _LEADING - {"go"})
        if (
            not duty
            or who in ("we", "there", "nobody")
            or _if_so(s, v)
            or (self._auxiliaries(v) | self._auxiliaries(main)) & {"have", "might", "may", "could"}
        ):
            return None
        if who == "it" or not self.others(v):
            ended = self._first(v, "must_end", [main], [])
            if ended is not None:
                ended.owned = [t for t in self.subjects(v) if s.pos[t] == "NOUN"]
                ended.recipients = self._told(v)
                return ended
        if who == "it" or self._not(v) or not self._is_asked(main):
            return None
        if pays(s, main):  # "they must bear the consequences", "they will have to answer for it"
            return self._made(v, _sense("THREATEN", None, "130", "must pay"), self.others(v), 0.7)
        mode = mode_of(s, main)
        passive = g.is_passive(s, main)
        asked = [] if passive else self.others(v)
        asked = asked or addressed(s)
        if not asked and not (passive and s.lemmas[main] in _OWED):
            return None
        made = self._made(v, _sense("REQUEST", mode, _CAMEO.get(mode or "", "100"), "must"), asked, 0.7)
        made.owned = self.subjects(v) if passive else []
        if not asked:
            made.recipients = self._told(v)
        made.steps.append(f"{s.words[main]} is what they must do → REQUEST")
        return made

    def _menace(self, v: int, who: Person) -> Draft | None:
        """ "The clock is ticking for them", "Their ships are legitimate targets": threats of who says so."""
        speaker = self.said_by(v)
        if who == "we" or speaker is None or not _MENACING & set(speaker.sectors):
            return None
        found = menaces.menace(self.s, v, ahead=self._lies_ahead(v))
        if found is None:
            return None
        told = [t for t in found if self._can_be_meant(t) and not self.is_own(t)]
        made = self._made(v, _sense("THREATEN", None, "130", "bodes ill"), told, 0.65)
        made.owned = [] if told else [t for t in found if self.s.pos[t] == "NOUN"]
        return made

    def _advice(self, v: int, who: Person) -> Draft | None:
        """ "They had better listen", "What we expect from Ankara is an apology"."""
        s = self.s
        expected = self._expected_of(v)
        if expected:
            return self._made(v, _sense("REQUEST", None, "100", "what we expect"), expected, 0.7)
        wished = wishes.wished_of(s, v) if who == "we" else None
        if wished is not None:
            asked = [t for t in wished if self._can_be_meant(t) and not self.is_own(t)]
            if asked or not wished:
                return self._made(v, _sense("REQUEST", None, "100", "what we wish to see"), asked, 0.6)
        better = any(s.words[c].lower() == "better" for c in s.kids(v, "advmod"))
        if who != "they" or not better or not {"had", "'d"} & self._auxiliaries(v) or not self.others(v):
            return None
        return self._made(v, _sense("REQUEST", mode_of(s, v), "100", "had better"), self.others(v), 0.65)

    def _told(self, v: int) -> list[int]:
        """ "told the Chadian envoy that the raids must stop": who is to see to it."""
        s = self.s
        verb = s.heads[v]
        heard = s.kids(verb, "dobj", "dative") if s.lemmas[verb] in _TELLING and s.deps[v] == "ccomp" else []
        return [t for t in heard if self._can_be_meant(t) and not self.is_own(t)]

    def _expected_of(self, v: int) -> list[int]:
        """ "What we expect from Ankara is an apology": of whom it is asked."""
        s = self.s
        if s.lemmas[v] != "be":
            return []
        wanted = [c for c in s.kids(v, "csubj", "nsubj") if s.lemmas[c] in _EXPECTING]
        wanted += [c for t in s.kids(v, "nsubj") for c in s.kids(t, "relcl") if s.lemmas[c] in _EXPECTING]
        ours = [c for c in wanted if any(s.words[t].lower() in _WE for t in s.kids(c, "nsubj"))]
        leads = [p for c in ours for p in s.kids(c, "prep") if s.lemmas[p] in ("from", "of")]
        return [o for p in leads for o in s.kids(p, "pobj") if self._can_be_meant(o) and not self.is_own(o)]

    def _forbids(self, v: int) -> bool:
        """ "Do not turn the sea into a cradle of war"."""
        s = self.s
        no = bool(s.kids(v, "neg")) and [s.lemmas[a] for a in s.kids(v, "aux")] == ["do"]
        said = no and s.tags[v] == "VB" and self._in_quotes(v) and s.lemmas[v] not in _STATIVE | _MUSED
        return said and bool(s.kids(v, "dobj", "xcomp", "prep"))

    def _is_asked(self, main: int) -> bool:
        """False for states of mind and body, and for what is expected: "they must be tired"."""
        s = self.s
        if any(s.words[a].lower() == "should" for a in s.kids(main, "aux")) and expected_by_then(s, main):
            return False
        if s.lemmas[main] == "be":
            return any(s.lemmas[c] in _FREE_STATES for c in s.kids(main, "acomp"))
        return s.lemmas[main] not in _STATIVE or (s.lemmas[main] == "take" and bool(s.kids(main, "dobj")))

    def _refusal(self, v: int, who: Person) -> Draft | None:
        """ "We will not yield", "Nobody will make us leave", "There will be no talks"."""
        s = self.s
        main = self._main(v)
        if who == "there" or (s.lemmas[v] == "be" and who == "it"):
            nouns = s.kids(v, "attr", "nsubj", "dobj")
            none = [t for t in nouns if any(s.lemmas[c] in ("no", "never") for c in s.kids(t, "det"))]
            ahead = (
                self._lies_ahead(v) or self._auxiliaries(v) & {"can", "could", "must"} or s.lemmas[v] == "be"
            )
            made = self._first(v, "no_such", none, []) if ahead else None
            if made is not None and made.event_type == "REJECT":
                made = self._unless(v) or made
            if made is None and who == "it" and "question" in self._company(v) and "out" in self._company(v):
                return self._made(v, _sense("REJECT", None, "120", "out of the question"), [], 0.75)
            return made
        if who == "nobody":
            able = self._auxiliaries(v) & (FUTURE | {"can", "could", "would"})
            return self._first(v, "not_they", [main], []) if able else None
        if who != "we" or not self._not(v):
            return None
        if g.is_passive(s, main):
            agents = [t for t in g.agents(s, main) if self._can_be_meant(t)]
            return (
                self._first(v, "not_us", [main], agents)
                if self._lies_ahead(v) or self._lies_ahead(main)
                else None
            )
        willed = self._lies_ahead(v) or bool(self._auxiliaries(v) & {"can", "ca", "could", "would"})
        now = s.lemmas[main] in _NEVER_DONE and s.tags[main] in ("VB", "VBP", "VBZ")
        if not willed and not now:
            return None
        return self._first(v, "not_we", [main], [t for t in self._objects(main) if not self.is_own(t)])

    def _unless(self, v: int) -> Draft | None:
        """ "There will be no poll unless the commission is replaced": what is asked for."""
        s = self.s
        asked = [c for c in s.kids(v, "advcl") if any(s.lemmas[m] == "unless" for m in s.kids(c, "mark"))]
        if not asked:
            return None
        mode = mode_of(s, asked[0])
        made = self._made(v, _sense("REQUEST", mode, _CAMEO.get(mode or "", "100"), "unless"), [], 0.6)
        made.owned = self.subjects(asked[0])
        return made

    def _objects(self, v: int) -> list[int]:
        """Parties that a verb is done to or done with."""
        s = self.s
        found = [*s.kids(v, "dobj", "dative"), *(o for p in s.kids(v, "prep") for o in s.kids(p, "pobj"))]
        return [t for t in found if s.words[t].lower() not in _WE | _IT and self._can_be_meant(t)]

    def _threat(self, v: int, who: Person) -> Draft | None:
        """ "They will pay", "Anyone who crosses will be shot", "We will strike back"."""
        s = self.s
        main = self._main(v)
        options = [t for t in self.subjects(v) if s.lemmas[t] == "option"]
        if options and s.lemmas[v] in ("be", "remain") and "table" in self._company(v):
            return self._made(v, _sense("THREATEN", "violence", "138", "on the table"), [], 0.75)
        if not self._lies_ahead(v):
            return None
        if who == "there":
            told = [
                t
                for t in s.kids(v, "attr", "nsubj", "dobj")
                if not any(s.lemmas[c] == "no" for c in s.kids(t, "det"))
            ]
            return self._first(v, "there_will", told, [])
        negated = self._not(v)
        if who == "we":
            if negated and s.lemmas[main] != "hesitate":
                return None
            return self._first(v, "we_will", [main], self._objects(main) or self._on_whom_it_hangs(v))
        if negated:
            return None
        penalty = self._penalty(v, main, who)
        if penalty is not None:
            return penalty
        if who == "whoever" or (who == "they" and self._whoever(v)):
            return self._first(v, "whoever", [main], [])
        burdened = all(s.lemmas[t] in _WHO_BEAR_IT for t in self.subjects(v))
        return self._first(v, "they_will", [main], self.others(v)) if who == "they" and not burdened else None

    def _on_whom_it_hangs(self, v: int) -> list[int]:
        """ "We will respond strongly if Minsk goes on with it": whose deed would bring it on."""
        s = self.s
        hostile = [
            c for c in s.kids(v, "advcl") if any(s.lemmas[m] in ("if", "unless") for m in s.kids(c, "mark"))
        ]
        return [t for c in hostile if not self._we_do(c) for t in self.others(c)]

    def _penalty(self, v: int, main: int, who: Person) -> Draft | None:
        """ "If they do not return by Monday they will be sacked": said by one who has the power."""
        s = self.s
        conditions = [
            c for c in s.kids(v, "advcl") if any(s.lemmas[m] in ("if", "unless") for m in s.kids(c, "mark"))
        ]
        ours = any(s.words[c].lower() in _OURS for t in self.subjects(v) for c in s.kids(t, "poss"))
        if (
            who != "they"
            or not conditions
            or ours
            or not self.others(v)
            or not g.is_passive(s, main)
            or g.agents(s, main)
        ):
            return None
        speaker = self.said_by(v)
        ruling = speaker is not None and bool(POWER & set(speaker.sectors))
        return self._first(v, "whoever", [main], self.others(v)) if ruling else None

    def _whoever(self, v: int) -> bool:
        """ "Any ship that enters", "whoever harbours them"."""
        s = self.s
        return any(
            s.lemmas[c] in ("any", "every") and s.deps[c] == "det"
            for t in self.subjects(v)
            for c in s.children[t]
        ) or any(s.deps[t] == "csubj" for t in s.kids(v, "csubj"))

    def _warning(self, v: int, who: Person) -> Draft | None:
        """ "If they come we will be waiting for them": what follows is left to them."""
        s = self.s
        conditions = [c for c in s.kids(v, "advcl") if any(s.lemmas[m] == "if" for m in s.kids(c, "mark"))]
        hostile = [c for c in conditions if s.lemmas[c] in _COMING and not self._we_do(c)]
        if who != "we" or not hostile or self._not(v):
            return None
        if self._lies_ahead(v) and s.lemmas[self._main(v)] in _MEETING:
            return self._made(
                v, _sense("THREATEN", "violence", "138", "if they"), self.others(hostile[0]), 0.7
            )
        return None

    def _we_do(self, v: int) -> bool:
        return any(self.is_own(t) for t in self.subjects(v))

    def _verdict(self, v: int, who: Person) -> Draft | None:
        """ "This is a crime", "It is a lie": said of a deed, or of a charge."""
        s = self.s
        if s.lemmas[v] not in ("be", "constitute", "represent", "remain", "amount") or self._not(v):
            return None
        if self._auxiliaries(v) & (FUTURE | {"would", "could", "might", "may", "can"}):
            return None
        if any(self.cast.filler(s, t).nature == "hazard" for t in self.subjects(v)):
            return None  # "the cyclone was a disaster"
        told = [t for t in s.kids(v, "attr", "acomp", "dobj", "nsubj") if t > v]
        if s.lemmas[v] == "amount":  # "it amounts to a violation of the truce"
            told = [o for p in s.kids(v, "prep") if s.lemmas[p] == "to" for o in s.kids(p, "pobj")]
        told += [c for t in told for c in s.kids(t, "conj", "amod")]
        void = self._first(v, "it_void", told, [])
        if void is not None:
            void.owned = [t for t in self.subjects(v) if s.pos[t] == "NOUN"]
            return void
        it = any(s.words[t].lower() == "it" for t in self.subjects(v))
        aims = [c for c in s.kids(v, "xcomp") if s.tags[c] == "VB" and not s.kids(c, "nsubj")]
        if it and aims and not self._to_say_so(v, told):  # "It is inappropriate to speculate": said of nobody
            told = [t for t in told if s.pos[t] != "ADJ"]
        deed = who == "it" or it or (who == "they" and not self.others(v))
        if not deed:
            return None
        about = self.subjects(v)
        charged = any(s.lemmas[t] in _SAYINGS or _so_called(s, t) for t in about)
        charged = charged or (it and self._to_say_so(v, told))
        if charged or (self._in_quotes(v) and who == "it"):
            made = self._first(v, "untrue", told, [])
            if made is not None:
                made.owned = [t for t in about if s.lemmas[t] in TELLINGS]
                return made
        if charged:
            return None
        by = [o for t in told for p in s.kids(t, "prep") if s.lemmas[p] == "by" for o in s.kids(p, "pobj")]
        made = self._first(v, "it_be", told, [o for o in by if self._can_be_meant(o)])
        if made is not None and not made.recipients:
            made.owned = [t for t in about if s.pos[t] == "NOUN"]
        return made

    def or_else(self, kept: Iterable[Draft]) -> list[Draft]:
        """ "told the junta to step down or face sanctions": the second is a threat of who asks the first."""
        s, out = self.s, []
        for d in kept:
            if d.event_type != "REQUEST":
                continue
            asked = d.frame.complement if d.frame.complement is not None else d.trigger
            for c in {*s.kids(asked, "conj"), *s.kids(d.trigger, "conj")}:
                if any(s.lemmas[k] == "or" for k in s.kids(s.heads[c], "cc")) and self._is_penalty(c):
                    made = self._made(c, _sense("THREATEN", None, "130", "or else"), list(d.recipients), 0.75)
                    made.actors, made.spoken = list(d.actors), d.spoken
                    out.append(made)
        return out

    def _to_say_so(self, v: int, told: list[int]) -> bool:
        """ "It is absurd to suggest that we shelled the school": what others say is untrue."""
        s = self.s
        below = [c for t in (v, *told) for c in s.kids(t, "xcomp", "ccomp", "advcl", "acl", "relcl", "csubj")]
        return any(s.lemmas[c] in _CLAIMING and s.tags[c] == "VB" for c in below)

    def _is_penalty(self, c: int) -> bool:
        s = self.s
        return s.lemmas[c] in _PENALTIES or (g.is_passive(s, c) and ("whoever", s.lemmas[c]) in utterances())

    def _of_those_in_power(self, v: int) -> bool:
        """ "The government has surrendered our citizen", says a vice-president: not she herself."""
        s = self.s
        return any(
            s.pos[t] == "NOUN"
            and not s.kids(t, "poss")
            and any(s.lemmas[c] in ("the", "this") for c in s.kids(t, "det"))
            for t in self.subjects(v)
        )

    def _praise(self, v: int, who: Person) -> Draft | None:
        """ "He has done his duty", "They deserve our thanks"."""
        if (
            who != "they"
            or self._not(v)
            or self._lies_ahead(v)
            or self._auxiliaries(v) & {"would", "could", "should"}
        ):
            return None
        return self._first(v, "we_thank", [v], self.others(v))

    def _led_to_it(self, v: int, told: list[Draft]) -> bool:
        """ "Rebels launched raids, killing nine, officials said": they report a deed, and blame nobody."""
        s = self.s
        if s.lemmas[v] not in _STARTING:
            return False
        below = set(s.subtree(v))
        return any(
            d.event_type == "ASSAULT" and d.trigger in below and s.lemmas[d.trigger] != "war" for d in told
        )

    def _breach(self, v: int) -> Draft | None:
        """ "The launch violates UN resolutions": said of a deed, of those who did it."""
        s = self.s
        deeds = [t for t in self.subjects(v) if s.lemmas[t] in event_nouns() and not self.is_own(t)]
        if not deeds or s.lemmas[v] not in _BREACHING:
            return None
        made = self._first(v, "they_verb", [v], [])
        if made is not None:
            made.owned = deeds
        return made

    def _condemned(self, v: int, who: Person) -> Draft | None:
        """ "The decree is a whitewash", "The ban smacks of panic", "The bill would muzzle the press"."""
        s = self.s
        if who == "we" and self._calls_another(v):
            who = "they"
        deeds = [t for t in self.subjects(v) if judging.is_deed(s, t) and not self.is_own(t)]
        others = [t for t in self.others(v) if t not in deeds] if who == "they" else []
        if not (deeds or others) or self._auxiliaries(v) & {"might", "may", "can", "must", "to"}:
            return None
        charged = any(s.lemmas[t] in TELLINGS for t in deeds)
        critics = [t for t in deeds if s.lemmas[t] == "criticism"]
        if critics and judging.verdict(s, v):  # "Criticism of Kenya is unfair": said against who voices it
            made = self._made(v, _sense("REJECT", None, "120", "it is unfair"), [], 0.65)
            deeds = [
                t for t in critics if any(s.lemmas[p] in ("by", "from") for p in s.kids(t, "prep", "agent"))
            ]
        elif charged and judging.verdict(s, v, "untrue"):
            made = self._made(v, _sense("REJECT", None, "120", "it is untrue"), [], 0.65)
        elif not charged and judging.verdict(s, v) and not (self._lies_ahead(v) or self._depends(v)):
            made = self._made(v, _sense("ACCUSE", "disapprove", "111", "it is bad"), others, 0.65)
        else:
            harm = self._first(v, "deed_not" if self._not(v) else "deed_verb", [v], []) if deeds else None
            if harm is None or charged:
                return None
            made = harm
            deeds = [o for o in s.kids(v, "dobj") if s.lemmas[v] in _BARING and self._has_owner(o)] or deeds
        made.owned = deeds
        return made

    def _has_owner(self, noun: int) -> bool:
        """ "Mugabe's lack of sincerity", "the hypocrisy of the generals": whose it is."""
        s = self.s
        of = [o for n, p, o in g.prepositional(s, noun) if n == "of" and s.heads[p] == noun]
        return bool(s.kids(noun, "poss", "amod") or of)

    def _blame(self, v: int, who: Person) -> Draft | None:
        """ "They started this war", "He has broken his word", "They are liars"."""
        s = self.s
        others = self.others(v)
        if who == "we" and g.is_passive(s, v) and not self._not(v) and not self._lies_ahead(v):
            agents = [t for t in g.agents(s, v) if self._can_be_meant(t) and not self.is_own(t)]
            return self._first(v, "they_verb", [v], agents)  # "We have been cheated"
        if who == "we" and (self._of_those_in_power(v) or self._calls_another(v)):
            who = "they"
        if (
            who == "they"
            and others
            and "have" in self._auxiliaries(self._main(v))
            and {s.lemmas[v], *self._auxiliaries(v)} & {"should", "ought"}
        ):
            return self._made(v, _sense("ACCUSE", "disapprove", "111", "should have"), others, 0.65)
        if who == "they" and not others and not self._not(v) and not self._auxiliaries(v):
            return self._breach(v)
        unreal = self._auxiliaries(v) & {"would", "could", "might", "may", "can", "should", "must", "to"}
        if (
            who not in ("they", "whoever")
            or who == "whoever"
            or not others
            or self._not(v)
            or unreal
            or self._lies_ahead(v)
        ):
            return None
        if any(s.lemmas[m] in ("if", "unless") for m in s.kids(v, "mark")):
            return None
        if s.lemmas[v] == "be":
            told = [t for t in s.kids(v, "attr", "acomp", "prep", "xcomp") if t > v]
            told += [c for t in told for c in s.kids(t, "conj")]
            return self._first(v, "they_be", told, others)
        if g.is_passive(s, v):
            agents = [t for t in g.agents(s, v) if self._can_be_meant(t) and not self.is_own(t)]
            return self._first(v, "they_verb", [v], agents) if agents else None
        if s.lemmas[v] in _GOING_ON and s.kids(v, "xcomp"):  # "They continue to engage in provocations"
            return self._first(v, "they_verb", s.kids(v, "xcomp")[:1], others)
        return self._first(v, "they_verb", [v], others)


_STARTING = frozenset({"launch", "start", "begin", "unleash"})
_SAYINGS = TELLINGS | {"statement", "article", "comment", "remark", "broadcast"}


def _so_called(s: Sentence, t: int) -> bool:
    """ "the so-called genocide": what others say that it is."""
    return any(s.words[c].lower() in ("called", "so-called", "alleged") for c in s.kids(t, "amod"))


def pays(s: Sentence, verb: int) -> bool:
    """True for what is a threat to whoever must do it: to bear consequences, to answer for it."""
    objects = [*s.kids(verb, "dobj"), *(o for p in s.kids(verb, "prep") for o in s.kids(p, "pobj"))]
    if s.lemmas[verb] in ("bear", "face", "suffer", "take", "pay", "live"):
        return any(s.lemmas[o] in ("consequence", "price", "cost", "punishment", "wrath") for o in objects)
    return s.lemmas[verb] in ("answer", "account") and any(s.lemmas[p] == "for" for p in s.kids(verb, "prep"))


_PENALTIES = frozenset({"face", "risk", "suffer"})
_BREACHING = frozenset(
    "violate breach contravene infringe flout undermine endanger jeopardise jeopardize".split()
)
_MUSED = frozenset("forget worry misunderstand ask let underestimate doubt panic".split())
_THE_ONES = frozenset({"one", "ones", "man", "woman", "people", "party", "side"})
_GOING_ON = frozenset({"continue", "keep", "persist"})
_DISPUTING = frozenset("deny dispute refute rebut contradict doubt debunk".split())
_DOUBTS = frozenset({"if", "whether", "unless"})
_LEADING = frozenset({"go", "have", "need", "ought"})
_TELLING = frozenset("tell warn remind inform advise notify".split())
_EXPECTING = frozenset("expect want demand ask need require".split())
_OWED = frozenset(
    "lift release end stop punish prosecute try hold bring free withdraw return suspend cancel ban "
    "dissolve drop scrap repeal quash annul overturn reverse revise review halt abolish investigate "
    "compensate dismantle close shut sack dismiss remove replace disarm disband respect uphold protect "
    "guarantee restore unblock reopen rescind revoke amend rewrite rerun repeat recount postpone shelve "
    "acquit exonerate recognise recognize acknowledge honour honor heed".split()
)
"""Verbs of which the passive asks those who can do it: "the killers must be punished"."""
_CAMEO = {"assist": "101", "meet": "106", "yield": "105", "change": "104"}
_NEVER_DONE = frozenset("need ask beg accept recognise recognize negotiate take bow talk surrender".split())
"""What is refused in the present tense too: "we do not negotiate with terrorists"."""
_COMING = frozenset(
    "come attack want cross try enter return touch invade strike fire harm threaten choose move start".split()
)
_MEETING = frozenset("wait fight be meet respond defend resist ready".split())
_CLAIMING = frozenset("say suggest claim accuse allege assert think believe imply insinuate pretend".split())


@cache
def _sense(event_type: str, mode: str | None, cameo: str, form: str) -> Sense:
    return Sense(
        pos="v", pattern=form, heads=frozenset(), event_type=event_type, mode=mode, cameo=cameo, contexts=(),
        near_misses=(), example="", where=f"utterances.py:{form}",
    )  # fmt: skip


def _lets_us(s: Sentence, v: int) -> bool:
    """ "Let us go", "Let's talk": a proposal, no demand."""
    return s.lemmas[v] == "let" and any(
        s.words[i].lower() in ("us", "'s", "’s", "me") for i in range(v + 1, min(v + 3, len(s)))
    )


_MENACING = frozenset({"GOV", "MIL", "COP", "SPY", "PRM", "REB", "UAF", "SEP", "OPP", "LAB", "IGO"})
"""Sectors of those who can make good a threat: what an analyst says bodes ill is a forecast."""


def _tell_that(s: Sentence, v: int) -> bool:
    """ "Tell that to the nurses": they would not believe it, and nobody is asked."""
    return s.lemmas[v] == "tell" and any(s.words[t].lower() == "that" for t in s.kids(v, "dobj"))


_WHO_BEAR_IT = frozenset(
    "family taxpayer consumer child patient pensioner customer household motorist commuter pupil parent "
    "woman tenant ratepayer".split()
)
"""Of whom "they will pay dearly" is a complaint on their behalf, and no threat."""


_BARING = frozenset("show reflect expose reveal betray demonstrate prove illustrate".split())
"""What deeds do to the vices of those who do them."""


def _if_so(s: Sentence, v: int) -> bool:
    """ "He may run if the judges decide he should stay free": what somebody may come to decide."""
    above = [a for a in s.ancestors(v) if s.pos[a] in ("VERB", "AUX")]
    led = above and s.deps[v] == "ccomp" and s.heads[v] == above[0]
    return bool(led) and any(s.lemmas[m] in ("if", "whether", "unless") for m in s.kids(above[0], "mark"))
