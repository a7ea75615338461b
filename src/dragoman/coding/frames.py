"""Filling the frames of the lexicon over a parsed sentence.

:func:`frames` tries every sense of every trigger in a sentence and gives those whose
required places are filled, each with the tokens that fill them.  Which of several
frames of one trigger is kept is decided later (``select.py``).
"""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import dataclass, field
from functools import lru_cache

from dragoman.coding import grammar as g
from dragoman.coding.senses import PARTICLES, Element, Entry, Lexicon, Phrase, Prepositional, Sense
from dragoman.language import Sentence, stems

ActorTest = Callable[[int], bool]
"""Tells whether the phrase headed by a token can act (a country, body, person, group)."""

CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december christmas easter ramadan today yesterday tomorrow jan. feb. aug. sept. oct. nov. dec.".split()
)
"""Names of days and months: never an actor or a recipient."""


def is_calendar(s: Sentence, i: int) -> bool:
    """True for the name of a day or month, but not for Theresa May."""
    if s.lemmas[i] in TIME_NOUNS:
        return any(s.lemmas[c] in CALENDAR for c in s.kids(i, "compound", "nmod", "npadvmod"))
    if s.lemmas[i] not in CALENDAR or s.words[i] in ("march", "marches"):
        return False
    return not any(s.pos[c] == "PROPN" and s.lemmas[c] not in CALENDAR for c in s.kids(i, "compound"))


TIME_NOUNS = frozenset(
    "day week month year decade night morning evening afternoon weekend hour minute season".split()
)
_COPULAS = frozenset("be become remain stay seem appear sound feel grow go stand".split())
_CONTEXT_PREPOSITIONS = frozenset(
    "after during in on at following for before ahead amid despite upon to over through".split()
)


_NO_PARTICLE = frozenset({"in", "on", "over", "through", "under", "to"})
"""With an object of their own these lead a phrase: "took them in a raid" is not *take in*."""


@dataclass(slots=True)
class Frame:
    """One sense filled in one sentence; slots map letters to the head tokens of their fillers."""

    sense: Sense
    trigger: int
    slots: dict[str, list[int]] = field(default_factory=dict)
    literals: set[int] = field(default_factory=set)
    literal_objects: set[int] = field(default_factory=set)
    """Fixed words in the place of the object, whose owner may be the recipient."""
    complement: int | None = None
    light: int | None = None
    passive: bool = False
    specificity: float = 0.0

    def put(self, slot: str, tokens: list[int]) -> None:
        """Add fillers to a slot, keeping order and dropping doubles."""
        have = self.slots.setdefault(slot, [])
        have.extend(t for t in tokens if t not in have)


@dataclass(frozen=True, slots=True)
class Miss:
    """A sense that was tried and did not fit, for ``explain``."""

    sense: Sense
    trigger: int
    reason: str


def frames(
    s: Sentence, lexicon: Lexicon, is_actor: ActorTest, misses: list[Miss] | None = None
) -> list[Frame]:
    """Every frame that the sentence fills; what failed goes to ``misses`` where given."""
    out: list[Frame] = []
    for i, (lemma, word) in enumerate(zip(s.lemmas, s.words, strict=True)):
        entries = lexicon.of_word(lemma, word.lower())
        for pos in _trigger_kinds(s, i) if entries else ():
            if pos not in entries:
                continue
            fitting = entries[pos].fitting(s.bag)
            for entry in fitting:
                found = _match(entry, s, i, is_actor)
                if isinstance(found, Frame):
                    out.append(found)
                elif misses is not None and found:
                    misses.append(Miss(entry.sense, i, found))
            if misses is not None:
                others = (entry.sense for entry in entries[pos].all if entry not in fitting)
                misses += [Miss(sense, i, "a fixed word is not in the sentence") for sense in others]
    return out


def _trigger_kinds(s: Sentence, i: int) -> tuple[str, ...]:
    pos, tag, dep = s.pos[i], s.tags[i], s.deps[i]
    if i in s.named or _names_a_month(s, i) or _inside_a_name(s, i) or _are_people(s, i):
        return ()
    if dep == "amod" and tag in ("VBN", "VBD", "VBG") and s.heads[i] > i:
        return ()  # "the ousted president", "rebel-held towns": background, not news
    if pos in ("VERB", "AUX") and dep not in ("aux", "auxpass"):
        return ("v", "a") if tag in ("VBN", "VBG", "JJ") else ("v",)
    if pos in ("NOUN", "PROPN"):
        return ("n", "a")
    if pos == "ADJ":
        return ("a", "v") if tag == "VBN" else ("a",)
    if pos in ("ADP", "ADV") and dep in ("acomp", "advmod", "prep", "prt"):
        return ("a",)
    return ()


_BEFORE_MONTHS = frozenset(
    "in on since of by until till from last early late mid next this during before after to and".split()
)


def _are_people(s: Sentence, i: int) -> bool:
    """ "80,000 Nicaraguan exiles": people, no banishment."""
    return s.lemmas[i] in ("exile",) and s.tags[i] == "NNS"


def _inside_a_name(s: Sentence, i: int) -> bool:
    """ "the Samyukt Kisan Morcha": a body's name, not what its last word says."""
    if s.field == "title" or s.tags[i] != "NNP" or not s.words[i][:1].isupper() or not i:
        return False
    before = [c for c in s.kids(i, "compound") if c < i]
    return len(before) > 1 and all(s.tags[c] == "NNP" and s.words[c][:1].isupper() for c in before)


def _names_a_month(s: Sentence, i: int) -> bool:
    """ "took power in March": a date, and nobody marched."""
    if not i or not s.words[i][:1].isupper() or not is_calendar(s, i):
        return False
    return s.words[i - 1].lower() in _BEFORE_MONTHS or s.words[i - 1].isdigit()


def _match(entry: Entry, s: Sentence, i: int, is_actor: ActorTest) -> Frame | str:
    sense = entry.sense
    words = max((len(h) for h in entry.phrases if _head_fits(s, i, h, sense.pos)), default=int(entry.alone))
    if not words:
        return ""
    near = next(
        (
            p
            for p in sense.near_misses
            if s.bag.issuperset(p) and _is_meant(s, i, p, sense) and _near(s, i, p)
        ),
        None,
    )
    if near:
        return f"near miss: {' '.join(near)}"
    frame = Frame(sense, i, specificity=0.4 * (words - 1))
    if sense.pos == "v":
        reason = "is what somebody is charged with" if _is_charged(s, i) else _fill_verb(frame, s)
    elif sense.pos == "n":
        reason = _fill_noun(frame, s, is_actor)
    else:
        reason = _fill_adjective(frame, s)
    far = [t for t in (*frame.literals, frame.complement or 0) if t > i + _FAR]
    if not reason and far:
        near = next((p for p in sense.near_misses for t in far if _near(s, t, p)), None)
        reason = f"near miss: {' '.join(near)}" if near else ""
    for fixed in (frame.literals, frame.literal_objects):  # "dozens of systems": the systems
        fixed |= {g.content_head(s, t) for t in fixed if s.pos[t] == "NOUN"}
    if not reason and s.lemmas[i] == "tell" and sense.event_type == "REQUEST":
        reason = _only_told(s, frame)
    return reason or frame


_FAR = 9
"""Tokens behind a trigger from which on its near misses are looked for around its clause as well."""


def _only_told(s: Sentence, frame: Frame) -> str:
    """ "told parliament that it had sent the files": a statement asks nothing of anybody."""
    finite = [t for t in frame.literals if s.deps[t] == "ccomp" and s.kids(t, "mark", "nsubj", "nsubjpass")]
    return "told, not asked" if finite else ""


def _head_fits(s: Sentence, i: int, head: Phrase, pos: str) -> bool:
    """True where a head of several words stands around its governing word."""
    if pos == "v":
        return all(_lemma_at(s, i + k, w) for k, w in enumerate(head))
    at = head.index("of") - 1 if "of" in head[1:] else len(head) - 1
    if not _lemma_at(s, i, head[at]):
        return False
    before = all(_lemma_at(s, i - at + k, head[k]) for k in range(at))
    after = " ".join(s.lemmas[i + 1 : i + 8])
    return before and all(w in after for w in head[at + 1 :])


def _lemma_at(s: Sentence, i: int, word: str) -> bool:
    return 0 <= i < len(s.words) and (s.lemmas[i] == word or word in stems(s.words[i].lower()))


def _is_meant(s: Sentence, i: int, phrase: Phrase, sense: Sense) -> bool:
    """ "talks after the news conference": what is no meeting is the conference, and not the talks."""
    return len(phrase) < 2 or (phrase[-1],) not in sense.heads or _lemma_at(s, i, phrase[-1])


def _near(s: Sentence, i: int, phrase: Phrase) -> bool:
    """True where a near miss stands around a token, and over it where it has the token's own word.

    "arrested 500 migrants with arrest warrants": the warrant is no reading of the verb.
    """
    over = i if len(phrase) > 1 and any(_lemma_at(s, i, w) for w in phrase) else None
    low, high = max(0, i - 7), min(len(s), i + 11)
    kept = [k for k in range(low, high) if s.pos[k] not in ("DET", "PUNCT") or s.lemmas[k] == "no"]
    bare = [k for k in kept if s.tags[k] != "PRP$"]  # "meet its obligations" is "meet obligation"
    return _in_a_row(s, kept, phrase, over) or (len(bare) < len(kept) and _in_a_row(s, bare, phrase, over))


def _in_a_row(s: Sentence, tokens: list[int], phrase: Phrase, over: int | None) -> bool:
    """True where tokens in a row are the phrase's words, among them the token ``over`` if one is given."""
    n = len(phrase)
    return any(
        (over is None or over in tokens[a : a + n])
        and all(_lemma_at(s, tokens[a + b], phrase[b]) for b in range(n))
        for a in range(len(tokens) - n + 1)
    )


@lru_cache(10_000)
def _by_length(words: frozenset[Phrase]) -> tuple[frozenset[str], tuple[Phrase, ...]]:
    """Single words, and phrases."""
    return frozenset(p[0] for p in words if len(p) == 1), tuple(p for p in words if len(p) > 1)


def words_fit(s: Sentence, token: int, words: frozenset[Phrase]) -> bool:
    """True when the phrase headed by ``token`` is one of ``words`` (lemmas)."""
    token = g.content_head(s, token) if (s.lemmas[token],) not in words else token
    single, longer = _by_length(words)
    return any(_is_one_of(s, t, single, longer) for t in (token, *_titles(s, token), *_judged_by(s, token)))


_EMPTY = frozenset(
    "one thing step move decision act deed deal gesture moment attempt statement choice course".split()
)


def _judged_by(s: Sentence, token: int) -> list[int]:
    """ "called the pact a dangerous one": the adjective says what it is."""
    article = any(s.lemmas[c] in ("a", "an") for c in s.kids(token, "det"))
    return s.kids(token, "amod") if article and s.lemmas[token] in _EMPTY else []


def _titles(s: Sentence, token: int) -> list[int]:
    """ "summoned High Commissioner Rajeet Mitter": the office before a name tells what he is."""
    if s.pos[token] != "PROPN":
        return []
    return [
        c for c in s.kids(token, "compound") if s.words[c][:1].isupper() and s.pos[c] in ("PROPN", "NOUN")
    ]


def _is_one_of(s: Sentence, token: int, single: frozenset[str], longer: tuple[Phrase, ...]) -> bool:
    lemma, word = s.lemmas[token], s.words[token].lower()
    if lemma in single or not single.isdisjoint(stems(word)):
        return True
    for phrase in longer:
        if lemma in phrase or word in phrase:
            near = {s.lemmas[k] for k in range(max(0, token - 4), min(len(s), token + 5))}
            near |= {s.words[k].lower() for k in range(max(0, token - 4), min(len(s), token + 5))}
            if all(w in near for w in phrase):
                return True
    return False


# --- verbs ------------------------------------------------------------------------------------


def _fill_verb(frame: Frame, s: Sentence) -> str:
    sense, v = frame.sense, frame.trigger
    frame.passive = g.is_passive(s, v)
    if sense.passive_only and not frame.passive:
        return "only in the passive"
    reason = _particles(frame, s)
    if reason:
        return reason
    reason = _subject(frame, s, g.subjects(s, v))
    if reason:
        return reason
    preps = g.prepositional(s, v)
    if sense.subject is not None and sense.subject.slot is None:  # "flights between X and Y resumed"
        preps += [p for t in frame.literals for p in g.prepositional(s, t) if p not in preps]
    reason = _objects(frame, s, g.objects(s, v), preps)
    if reason:
        return reason
    below = [t for t in frame.literal_objects if s.pos[t] == "VERB"]  # "stopped issuing visas to X"
    preps += [p for t in below for p in g.prepositional(s, t) if p not in preps]
    reason = _prepositional(frame, s, preps)
    if reason:
        return reason
    _parties_between(frame, s)
    if not sense.objects and not frame.passive and _left_over(frame, s):
        if s.lemmas[v] == "call":  # "called the rescue a good moment for ties": no call for ties
            return "calls something else"
        if s.lemmas[v] in ("walk", "pull") and _takes_along(s, v):
            return "takes somebody along"
        frame.specificity -= _LEFT_OVER
    bare = s.lemmas[v] in _ALONE and not (sense.objects or sense.prepositional or sense.complement)
    if bare and (frame.passive or s.kids(v, "dobj", "xcomp", "ccomp", "oprd")):
        return "something is refused"
    return _complement(frame, s)


_LINES = frozenset(
    "border frontier road route line crossing bridge railway pipeline area zone corridor strait".split()
)
"""What lies between two countries and is no dealing of theirs."""
_SHARED = frozenset({"SUPPORT", "AGREE", "CONSULT", "COOPERATE", "SANCTION", "REJECT", "RETREAT"})


def _parties_between(frame: Frame, s: Sentence) -> None:
    """ "a treaty between X and Y was signed": nobody is told to do it, and both did."""
    slot = "B" if "B" in frame.sense.slots else "A"
    if not frame.passive or frame.sense.event_type not in _SHARED or frame.slots.get(slot):
        return
    taken = {t for tokens in frame.slots.values() for t in tokens}
    both = [
        o
        for t in (*sorted(frame.literal_objects), frame.trigger)
        if s.lemmas[t] not in _LINES
        for name, p, o in g.prepositional(s, t)
        if name in ("between", "among") and s.heads[p] == t and o not in taken and not is_calendar(s, o)
    ]
    frame.put(slot, both)


_ALONE = frozenset({"refuse", "decline"})
"""Verbs that a sense without any place means only where nothing follows: "Dakar refused"."""
_LEFT_OVER = 1.6
"""What a sense loses that has no place for the object: in "met rebels in Paris" nobody only met."""


_FORCES = frozenset("troop force soldier unit army tank fighter man gun team peacekeeper staff".split())


def _takes_along(s: Sentence, v: int) -> bool:
    """ "pulled marchers out of the crowd": they left, no withdrawal; but "pulled back troops"."""
    return any(s.tags[o] in ("NNS", "PRP") and s.lemmas[o] not in _FORCES for o in s.kids(v, "dobj"))


def _left_over(frame: Frame, s: Sentence) -> bool:
    """True where the verb has an object that the sense says nothing of."""
    taken = {t for tokens in frame.slots.values() for t in tokens} | frame.literals
    return any(
        t not in taken
        and s.lemmas[t] not in TIME_NOUNS
        and not is_calendar(s, t)
        and s.pos[t] in ("NOUN", "PROPN")
        for t in g.objects(s, frame.trigger)
    )


def _particles(frame: Frame, s: Sentence) -> str:
    sense, v = frame.sense, frame.trigger
    present = {
        s.lemmas[c]: c
        for c in s.kids(v, "prt")
        if not (s.lemmas[c] == "up" and s.lemmas[c + 1 : c + 2] == ["to"])
    }
    if sense.particles:
        near = {
            s.lemmas[c]: c
            for c in s.kids(v, "prt", "advmod", "prep", "npadvmod", "acomp")
            if not (s.deps[c] == "prep" and s.lemmas[c] in _NO_PARTICLE and s.kids(c, "pobj"))
        }
        hit = [near[p] for p in sense.particles if p in near]
        if not hit:
            return f"no particle {'/'.join(sorted(sense.particles))}"
        frame.literals.update(hit)
        frame.specificity += 1
        return ""
    allowed = {n for p in sense.prepositional for n in p.prepositions} | sense.optional_particles
    stray = [p for p in present if p not in allowed]
    return f"verb has the particle {stray[0]}" if stray else ""


def _subject(frame: Frame, s: Sentence, found: list[int]) -> str:
    element = frame.sense.subject
    if element is None:
        return ""
    found = [_what_lasted(s, t) for t in found]
    found = [t for t in found if not is_calendar(s, t) and s.lemmas[t] not in TIME_NOUNS]
    if element.slot:
        if not found and element.slot in ("R", "X", "P") and not frame.passive:
            return "no subject"
        frame.put(element.slot, found)
        return ""
    hits = [t for t in found if words_fit(s, t, element.words)]
    if not hits and ("protester",) in element.words:
        hits = [t for t in found if _meant(s, t) & {w[0] for w in element.words if len(w) == 1}]
    if not hits:
        return "" if element.optional else "subject is another word"
    frame.literals.update(hits)
    frame.specificity += 1
    if "A" not in frame.sense.slots and "B" not in frame.sense.slots:
        frame.put("A", [t for t in hits if s.lemmas[t] not in _SUFFERERS])
    return ""


_SUFFERERS = frozenset("victim casualty dead fatality".split())
"""Subjects of a deed that was done to them: "the victims of the raid included a nurse"."""


def crowd_of(s: Sentence) -> frozenset[str]:
    """Lemmas of the people of whom a sentence tells what they did: "thousands of miners"."""
    told = [t for t in range(len(s)) if s.deps[t] in ("nsubj", "nsubjpass") and s.tags[t] in ("NNS", "CD")]
    told += [o for t in told for p in s.kids(t, "prep") if s.lemmas[p] == "of" for o in s.kids(p, "pobj")]
    return frozenset(s.lemmas[t] for t in told if s.tags[t] == "NNS" and s.lemmas[t] not in TIME_NOUNS)


def _meant(s: Sentence, t: int) -> Set[str]:
    """Lemmas of the people whom "they" means: those named last in the sentence, or in the one before."""
    if s.words[t].lower() not in ("they", "some", "others", "many"):
        return frozenset()
    before = [
        i for i in range(t) if s.tags[i] == "NNS" and s.pos[i] == "NOUN" and s.lemmas[i] not in TIME_NOUNS
    ]
    return {s.lemmas[i] for i in before[-2:]} if before else s.crowd


def _what_lasted(s: Sentence, t: int) -> int:
    """ "Two days of rioting left 27 hurt": the rioting did."""
    if s.lemmas[t] not in TIME_NOUNS or is_calendar(s, t):
        return t
    lasted = [o for p in s.kids(t, "prep") if s.lemmas[p] == "of" for o in s.kids(p, "pobj")]
    return lasted[0] if lasted else t


def _objects(frame: Frame, s: Sentence, found: list[int], preps: list[tuple[str, int, int]]) -> str:
    left = list(found)
    for element in frame.sense.objects:
        if element.slot:
            continue
        hits = [t for t in left if words_fit(s, t, element.words)]
        if not hits:
            hits = [t for t in _loose(frame, s, element) if not _names_the_object(frame, s, t, left)]
        if not hits:
            if element.optional:
                continue
            return "object is another word" if found else "no object"
        left = [t for t in left if t not in hits]
        frame.literals.update(hits)
        frame.literal_objects.update(hits)
        frame.specificity += 1.2
    slots = [e for e in frame.sense.objects if e.slot]
    if slots and not left and frame.literal_objects:
        left = _swallowed(frame, s)
    datives = [t for t in left if s.deps[t] == "dative"]
    if (
        frame.passive and len(slots) > 1 and any(s.deps[t] == "dobj" for t in left)
    ):  # "Fiji was promised boats"
        datives = datives or [t for t in left if s.deps[t] == "nsubjpass"]
    for n, element in enumerate(slots):
        chosen = datives if len(slots) > 1 and n == 0 and datives else left
        if not chosen:
            if element.optional:
                continue
            return "no object"
        frame.put(element.slot or "X", chosen)
        left = [t for t in left if t not in chosen]
        frame.specificity += 0.5
    return ""


def _names_the_object(frame: Frame, s: Sentence, t: int, found: list[int]) -> bool:
    """ "will consider terrorism charges": of what kind the object is, and not what it is called."""
    several = len(frame.sense.objects) > 1 and frame.sense.event_type == "ACCUSE"
    return several and s.deps[t] == "compound" and s.heads[t] in found and t == s.heads[t] - 1


def _swallowed(frame: Frame, s: Sentence) -> list[int]:
    """ "granted Kosovo formal recognition": the parser makes the receiver a part of the thing given.

    A common noun in the singular is one only of verbs that name ("called the pact treachery", not
    "waged a guerrilla war").
    """
    named = s.lemmas[frame.trigger] in _NAMING
    return [
        c
        for hit in frame.literal_objects
        for c in s.kids(hit, "compound", "nmod", "dative")
        if (s.pos[c] == "PROPN" or (s.pos[c] == "NOUN" and (named or s.tags[c] == "NNS" or s.children[c])))
        and c > frame.trigger
    ]


_NAMING = frozenset("call brand term label dub".split())


def _loose(frame: Frame, s: Sentence, element: Element) -> list[int]:
    """A fixed word further down: "found guilty", "took hostage", "talks were held"."""
    v = frame.trigger
    below = [c for c in s.children[v] if s.deps[c] not in ("nsubj", "advcl", "relcl", "conj", "agent")]
    if any(s.lemmas[t] in TIME_NOUNS for t in frame.literal_objects):  # "gave them 48 hours to leave"
        below += [c for c in s.kids(v, "advcl") if s.words[c - 1 : c] == ["to"]]
    below = [c for c in below if not _is_statement(s, c)]
    near = [
        k
        for c in below
        for k in (c, *s.kids(c, "compound", "amod", "nmod", "acomp", "oprd", "attr", "prep"), *_aims(s, c))
    ]
    near = [k for k in near if abs(k - v) < 12 or s.deps[k] == "oprd"]
    return [k for k in near if words_fit(s, k, element.words)][:1]


def _aims(s: Sentence, c: int) -> list[int]:
    """Infinitives below a noun: "gave them 48 hours to leave"."""
    return [k for k in s.kids(c, "acl", "relcl") if s.tags[k] == "VB"] if s.pos[c] == "NOUN" else []


def _is_statement(s: Sentence, c: int) -> bool:
    """A clause with a tense of its own: what "told the council that they used force" says, not what is asked."""
    if s.deps[c] != "ccomp" or s.pos[c] not in ("VERB", "AUX"):
        return False
    if s.tags[c] in ("VBD", "VBZ"):
        return True
    return any(s.tags[a] in ("VBD", "VBZ", "VBP") for a in s.kids(c, "aux", "auxpass"))


def _prepositional(frame: Frame, s: Sentence, preps: list[tuple[str, int, int]]) -> str:
    for wanted in frame.sense.prepositional:
        element = wanted.element
        options = [
            o
            for name, p, o in preps
            if name in wanted.prepositions and not (element.slot and s.deps[o] == "pcomp")
            if not (element.slot == "R" and _is_no_recipient(frame, s, p))
        ]
        if element.slot != "X" or "until" not in wanted.prepositions:
            options = [o for o in options if not is_calendar(s, o) and not s.words[o].isdigit()]
        if element.slot in ("R", "P"):
            options = [o for o in options if not _is_medium(s, o) and s.lemmas[o] not in _RANKS]
            options = [o for o in options if s.lemmas[o] not in TIME_NOUNS or s.kids(o, "poss")]
            options = [
                o for o in options if s.words[o].lower() not in ("time", "times")
            ]  # "at times fired at them"
        if element.slot:
            hits = options
            if not hits and "to" in wanted.prepositions:
                hits = [
                    t
                    for t in g.objects(s, frame.trigger)
                    if s.deps[t] == "dative" and t not in frame.literals
                ]
        else:
            hits = [o for o in options if words_fit(s, o, element.words)] or _behind_particle(
                frame, s, wanted
            )
        if not hits and element.slot:
            hits = _behind_particle(frame, s, wanted)
        if not hits:
            if element.optional:
                continue
            return f"no '{'/'.join(sorted(wanted.prepositions))}' phrase that fits"
        if element.slot:
            # "issued a warrant for X for his role": the object's own phrase goes before the verb's
            own = [h for h in hits if s.heads[s.heads[h]] in frame.literal_objects]
            nearest = (own or hits)[0]
            together = g.conjuncts(s, nearest)
            same = [h for h in hits if s.heads[h] == s.heads[nearest] or h in together]
            frame.put(element.slot, same)
            frame.specificity += 0.8
        else:
            frame.literals.update(hits)
            if "in" in wanted.prepositions and s.lemmas[frame.trigger] in ("call", "haul"):
                frame.literal_objects.update(hits)  # "called in the Canadian ambassador": Canada's
            frame.specificity += 1.2
    return ""


_ANSWERS = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
_HARM = frozenset(
    "killing murder massacre torture rape abduction detention arrest beating shooting bombing shelling persecution "
    "expulsion deportation execution imprisonment jailing kidnapping slaughter abuse sentencing conviction trial "
    "prosecution indictment treatment harassment hanging beheading flogging lynching stoning poisoning slaying "
    "assassination eviction disappearance dismissal sacking ouster overthrow".split()
)


def _is_no_recipient(frame: Frame, s: Sentence, p: int) -> bool:
    """ "rebuffed by": who rebuffs; "documented the killing of civilians": they are not who is blamed."""
    if frame.passive and s.deps[p] == "agent":
        return True
    if frame.sense.event_type not in _ANSWERS or s.lemmas[p] not in ("of", "in"):
        return False
    n = s.heads[p]
    while s.deps[n] == "pobj" and s.lemmas[s.heads[n]] == "of":
        n = s.heads[s.heads[n]]
    return s.lemmas[n] in _HARM


_RANKS = frozenset({"d'affaires", "level", "rank", "grade"})
"""To which a mission is downgraded: no recipient."""
_MEDIA = frozenset(
    "telegram twitter facebook youtube whatsapp instagram tiktok website webpage internet radio television phone "
    "telephone".split()
)


def _is_medium(s: Sentence, o: int) -> bool:
    """ "claimed the attack on Telegram", "on the social network X": where it was said, not what was hit."""
    around = {s.lemmas[o], *(s.lemmas[c] for c in s.kids(o, "amod", "compound", "appos"))}
    return s.lemmas[s.heads[o]] == "on" and (bool(around & _MEDIA) or {"social", "network"} <= around)


def _behind_particle(frame: Frame, s: Sentence, wanted: Prepositional) -> list[int]:
    """ "broke off relations": what reads as a preposition in the pattern is a particle in the parse."""
    v = frame.trigger
    particles = wanted.prepositions & PARTICLES
    if not particles or not any(s.lemmas[c] in particles for c in s.kids(v, "prt", "advmod")):
        return []
    left = [t for t in g.objects(s, v) if t not in frame.literals]
    if wanted.element.slot:
        return left
    hits = [t for t in left if words_fit(s, t, wanted.element.words)]
    frame.literal_objects.update(hits)
    return hits


def _complement(frame: Frame, s: Sentence) -> str:
    kind = frame.sense.complement
    if kind is None:
        return ""
    found = _complement_token(s, frame.trigger, kind)
    if found is None:
        return "" if frame.sense.complement_optional else f"no clause with '{kind}'"
    frame.complement = found
    frame.specificity += 1
    return ""


def _complement_token(s: Sentence, v: int, kind: str) -> int | None:
    clauses = s.kids(v, "xcomp", "ccomp", "acl", "advcl", "oprd", "pcomp")
    for noun in s.kids(v, "dobj", "nsubjpass", "dative", "attr"):
        clauses += s.kids(noun, "acl", "relcl")
    if kind == "to":
        infinitive = [
            c for c in clauses if s.tags[c] == "VB" and any(s.lemmas[k] == "to" for k in s.kids(c, "aux"))
        ]
        infinitive += [c for c in clauses if s.pos[c] in ("AUX", "VERB") and s.words[c - 1 : c] == ["to"]]
        infinitive += [c for c in clauses if _to_be_done(s, c)]
        if s.lemmas[v] in ("let", "help", "make"):
            infinitive += [c for c in s.kids(v, "ccomp", "xcomp") if s.tags[c] == "VB"]
        if s.lemmas[v] == "tell" and not infinitive:  # "told reporters during a visit to Paris"
            return None
        return infinitive[0] if infinitive else _prep_content(s, v, {"to"})
    if kind == "that":
        finite = [c for c in s.kids(v, "ccomp") if s.tags[c] != "VBG" or s.kids(c, "aux")]
        return finite[0] if finite else None
    if kind == "bare":
        gerund = [
            c for c in s.kids(v, "xcomp", "ccomp") if s.tags[c] in ("VBG", "VBN", "VBD", "VB", "VBZ", "VBP")
        ]
        nouns = [t for t in g.objects(s, v) if s.pos[t] in ("NOUN", "PROPN", "VERB")]
        return (gerund + nouns)[0] if gerund or nouns else None
    found = _prep_content(s, v, set(kind.split("/")))
    if found is None and "for" in kind.split("/"):  # "called for the ambassador to be recalled"
        clauses = [c for c in clauses if any(s.words[m].lower() == "for" for m in s.kids(c, "mark"))]
        found = next((c for c in clauses if s.kids(c, "nsubj", "nsubjpass") and s.kids(c, "aux")), None)
    return found


def _to_be_done(s: Sentence, c: int) -> bool:
    """ "asked not to be dragged into it": an infinitive of the passive."""
    aux = [s.words[a].lower() for a in s.kids(c, "aux", "auxpass")]
    return s.tags[c] in ("VBN", "VBD") and aux[:1] == ["to"] and "be" in aux


def _prep_content(s: Sentence, v: int, names: set[str]) -> int | None:
    found = [o for name, _, o in g.prepositional(s, v) if name in names]
    return found[0] if found else None


# --- nouns ------------------------------------------------------------------------------------


_JUDGED_AS = frozenset(
    "decry denounce condemn describe slam criticise criticize see view dismiss regard portray brand label "
    "call hail treat paint deride attack reject".split()
)


def _part_of_a_verdict(s: Sentence, n: int) -> bool:
    """ "Critics decried the trial as flawed and part of a crackdown on the party": how they see it."""
    k = n
    while k != s.heads[k]:
        above = s.heads[k]
        if s.deps[k] == "conj":
            k = above
        elif s.deps[k] == "pobj" and s.lemmas[above] == "of" and s.lemmas[s.heads[above]] in ("part", "form"):
            k = s.heads[above]
        else:
            as_what = s.deps[k] in ("pobj", "amod", "pcomp") and s.lemmas[above] == "as"
            return k != n and as_what and s.lemmas[s.heads[above]] in _JUDGED_AS
    return False


def _fill_noun(frame: Frame, s: Sentence, is_actor: ActorTest) -> str:
    sense, n = frame.sense, frame.trigger
    if s.deps[n] in ("compound", "nmod", "amod") and s.heads[n] > n:
        return "only a modifier of another noun"
    if (s.deps[n] == "pobj" and s.lemmas[s.heads[n]] == "as") or _part_of_a_verdict(s, n):
        return "only says what something is called or taken for"
    if _is_charge(s, n):
        return "is what somebody is charged with"
    if sense.particles:
        return _fill_led_noun(frame, s, is_actor)
    frame.light = g.light_verb(s, n)
    preps = g.prepositional(s, n)
    if frame.light is not None:
        preps = preps + [p for p in g.prepositional(s, frame.light) if p not in preps and p[2] != n]
    reason = _noun_prepositional(frame, s, preps)
    if reason:
        return reason
    for element in sense.objects:
        if (
            element.slot is None
            and not element.optional
            and not any(words_fit(s, k, element.words) for k in s.subtree(n))
        ):
            return "a fixed word is missing"
    _noun_owner(frame, s, preps, is_actor)
    if sense.complement:
        kind = sense.complement
        clauses = _clauses_of_noun(s, n, kind)
        found = clauses[0] if clauses and kind in ("to", "that", "bare") else None
        if found is None and kind not in ("that", "bare"):
            found = next((o for name, _, o in preps if name in kind.split("/")), None)
        if found is None and not sense.complement_optional:
            return f"no clause with '{kind}'"
        frame.complement = found
        frame.specificity += 1 if found is not None else 0
    return ""


_ASKING = frozenset("demand call insistence request appeal plea".split())


def _clauses_of_noun(s: Sentence, n: int, kind: str) -> list[int]:
    """ "its refusal to go", "its demand that the rebels leave": what a noun's clause tells."""
    clauses = s.kids(n, "acl", "relcl", "ccomp", "advcl")
    if kind == "that":
        marked = [c for c in clauses if any(s.lemmas[m] == "that" for m in s.kids(c, "mark"))]
        if s.lemmas[n] in _ASKING:  # "prosecution demands they be held in custody"
            marked += [
                c for c in clauses if any(s.words[a].lower() == "be" for a in s.kids(c, "auxpass", "aux"))
                and s.kids(c, "nsubjpass") and not s.kids(c, "mark") and c not in marked
            ]  # fmt: skip
        return [c for c in marked if s.pos[c] in ("VERB", "AUX")]
    clauses = [c for c in clauses if s.tags[c] in ("VB", "VBG", "VBZ", "VBD")]
    if kind == "to":
        return [
            c for c in clauses if s.tags[c] == "VB" and any(s.lemmas[a] == "to" for a in s.kids(c, "aux"))
        ]
    return clauses


def _fill_led_noun(frame: Frame, s: Sentence, is_actor: ActorTest) -> str:
    """ "acted at Turkey's request": the owner asked, and who acts was asked."""
    n = frame.trigger
    lead = s.heads[n]
    if s.deps[n] != "pobj" or s.lemmas[lead] not in frame.sense.particles:
        return "not led by its preposition"
    _noun_owner(frame, s, g.prepositional(s, n), is_actor)
    if not frame.slots.get("A"):
        return "nobody owns it"
    above = s.heads[lead]
    if s.pos[above] in ("VERB", "AUX"):
        done_by = g.agents(s, above) if g.is_passive(s, above) else g.surface_subjects(s, above)
        frame.put("R", [t for t in done_by if t not in frame.slots["A"]])
    frame.specificity += 1
    return ""


_CHARGES = frozenset("charge suspicion accusation allegation count offence offense crime conviction".split())


def _is_charged(s: Sentence, v: int) -> bool:
    """ "Official charged with treason, spreading propaganda": in a headline the second charge."""
    above = s.heads[v]
    if s.field != "title" or s.deps[v] != "advcl" or s.tags[v] != "VBG":
        return False
    charged = s.lemmas[above] in ("charge", "accuse", "convict", "indict") and s.tags[above] == "VBN"
    return charged and any(s.lemmas[p] in ("with", "of") and p < v for p in s.kids(above, "prep"))


def _is_charge(s: Sentence, n: int) -> bool:
    """ "on charges of rebellion", "arrested on suspicion of assault": a charge, not the deed."""
    if s.deps[n] != "pobj":
        return False
    lead = s.heads[n]
    if s.lemmas[n] == "suspicion":
        return s.lemmas[lead] == "on"
    above = s.heads[lead]
    return s.lemmas[lead] == "of" and s.lemmas[above] in _CHARGES and s.pos[above] == "NOUN"


def _noun_prepositional(frame: Frame, s: Sentence, preps: list[tuple[str, int, int]]) -> str:
    for wanted in frame.sense.prepositional:
        element = wanted.element
        hits = [o for name, _, o in preps if name in wanted.prepositions and s.deps[o] != "pcomp"]
        hits = [o for o in hits if not is_calendar(s, o) and not s.words[o].isdigit()]
        if not element.slot:
            hits = [o for o in hits if words_fit(s, o, element.words)]
        if not hits:
            if element.optional or (
                element.slot and "between" in wanted.prepositions and frame.light is not None
            ):
                continue
            return f"no '{'/'.join(sorted(wanted.prepositions))}' phrase"
        if element.slot:
            frame.put(
                element.slot, [h for h in hits if s.heads[h] == s.heads[hits[0]] or s.deps[h] == "conj"]
            )
        else:
            frame.literals.update(hits)
            if frame.sense.event_type in _UPON_OTHERS and wanted.prepositions & {"of", "on", "at"}:
                frame.literal_objects.update(hits)  # "the downing of a Russian jet"
        frame.specificity += 0.8
    return ""


_UPON_OTHERS = frozenset({"ASSAULT", "COERCE", "ACCUSE", "SANCTION", "REJECT"})
"""Types of nouns whose fixed object is another's: "Britain's summoning of the Sudanese ambassador"."""


_WHILE = frozenset("after before during amid since following despite".split())


def _of_another_event(s: Sentence, p: int) -> bool:
    """ "began talks after a battle between troops and rebels": who fought, and not who talked."""
    noun = s.heads[p]
    return s.deps[noun] == "pobj" and s.lemmas[s.heads[noun]] in _WHILE


def _noun_owner(frame: Frame, s: Sentence, preps: list[tuple[str, int, int]], is_actor: ActorTest) -> None:
    """Link the agent: possessive, adjective, compound, by- or of-phrase, light verb's subject."""
    sense, n = frame.sense, frame.trigger
    subject = sense.subject.slot if sense.subject else ("B" if "B" in sense.slots else None)
    used = {name for p in sense.prepositional for name in p.prepositions}
    if subject is None:
        return
    owners = _helped_in(s, n) or [o for p in _owner_before(s, n) for o in g.conjuncts(s, p)]
    owners = [
        g._resolve_relative(s, next((a for a in s.ancestors(n) if s.deps[a] == "relcl"), n), o)
        for o in owners
    ]
    told = {w for h in sense.heads if len(h) > 1 and subject == "B" for w in h}  # "a prisoner exchange"
    told |= {"troop", "summit"}  # "their troop invasion", "summit talks": no party by itself
    before = [c for c in s.kids(n, "amod", "compound", "nmod") if s.lemmas[c] not in told and is_actor(c)]
    if subject == "B" and any(name in ("between", "among") for name, _, _ in preps):
        before = []  # "the Gaza war between militants and Israel"
    hit = [c for c in before if g.is_hit(s, c)]
    if hit and "R" in sense.slots:
        frame.slots["R"] = hit
    before = [c for c in before if c not in hit]
    owners += [x for c in before for x in g.conjuncts(s, c) if x == c or is_actor(x)]
    if subject != "R" or "by" not in used:
        led = [o for name, _, o in preps if name == "by" and "by" not in used and subject != "R"]
        if owners and _undergone(frame, s, [o for o in led if is_actor(g.content_head(s, o))]):
            frame.slots["R"], owners = owners, []
        owners += [x for o in led for x in (g.conjuncts(s, o) if s.deps[o] == "pobj" else [o])]
    if "of" not in used and not owners:
        owners += [
            x
            for name, _, o in preps
            if name == "of" and s.heads[s.heads[o]] == n and s.deps[o] != "pcomp"
            for x in g.conjuncts(s, o)
        ]
    if subject == "A" and not owners and "from" not in used and sense.event_type in _FROM_SOMEBODY:
        owners += [o for name, p, o in preps if name == "from" and s.heads[p] == n]
    if subject == "A" and not owners and sense.event_type in _DONE_BY_ORDER:
        owners += _of_the_shell(s, n)
    if "between" not in used and subject == "B":
        owners += [o for name, p, o in preps if name in ("between", "among") and not _of_another_event(s, p)]
    faced = frame.light is not None and s.lemmas[frame.light] == "face" and bool(owners)
    if frame.light is not None and subject in ("A", "B") and not faced:  # who faces a demand makes none
        owners += _light_subjects(s, frame.light, n)
    if subject in ("A", "B") and not [o for o in owners if o not in frame.slots.get("R", [])]:
        owners += _context_subjects(frame, s)
    owners = [o for o in owners if not is_calendar(s, o) and s.lemmas[o] not in TIME_NOUNS]
    frame.put(subject, [o for o in owners if o not in frame.slots.get("R", [])])


_HELPING = frozenset("support back help aid assist arm finance fund equip".split())


def _helped_in(s: Sentence, n: int) -> list[int]:
    """ "Libya backs the rebels in their war against Chad": the rebels wage it, and not Libya."""
    if (
        s.deps[n] != "pobj"
        or s.lemmas[s.heads[n]] != "in"
        or not any(s.tags[p] == "PRP$" for p in s.kids(n, "poss"))
    ):
        return []
    verb = next((a for a in s.ancestors(n) if s.lemmas[a] in _HELPING and s.pos[a] == "VERB"), n)
    return [o for o in s.kids(verb, "dobj") if o < n]


def _undergone(frame: Frame, s: Sentence, doers: list[int]) -> bool:
    """True for "his detention at a camp by soldiers": the owner of a deed that others did suffers it."""
    if not any(p.element.slot == "R" and "of" in p.prepositions for p in frame.sense.prepositional):
        return False
    told = [t for t in frame.slots.get("R", []) if not any(d in s.ancestors(t) for d in doers)]
    return bool(doers) and not told  # "by a group of soldiers": no group is detained


_FROM_SOMEBODY = frozenset({"ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN", "AGREE"})
"""Types that come from somebody: "a sharp protest from Baghdad"."""


def _owner_before(s: Sentence, n: int) -> list[int]:
    """The possessive of a noun; of "Israel's invasion and its occupation of the south" the first one's."""
    own = s.kids(n, "poss")
    if s.deps[n] == "conj" and s.pos[s.heads[n]] == "NOUN" and any(s.tags[p] == "PRP$" for p in own):
        first = [p for p in s.kids(s.heads[n], "poss") if s.pos[p] == "PROPN"]
        return first or own
    return own


_DONE_BY_ORDER = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "AID", "RETREAT"})
_SHELLS = frozenset(
    "announcement imposition start launch beginning resumption introduction continuation order approval "
    "extension renewal vote campaign series wave use tightening easing".split()
)
"""Nouns whose owner does what their "of" tells: "the president's announcement of sanctions"."""


def _of_the_shell(s: Sentence, n: int) -> list[int]:
    lead = s.heads[n]
    shell = s.heads[lead]
    if s.deps[n] != "pobj" or s.lemmas[lead] not in ("of", "for") or s.lemmas[shell] not in _SHELLS:
        return []
    found = [o for p in s.kids(shell, "poss") for o in g.conjuncts(s, p)]
    by = [
        o
        for p in s.kids(shell, "prep")
        if s.lemmas[p] == "by"
        for c in s.kids(p, "pobj")
        for o in g.conjuncts(s, c)
    ]
    if s.lemmas[shell] == "vote":  # "a vote of the Council for sanctions"
        by += [
            o for p in s.kids(shell, "prep") if s.lemmas[p] == "of" and p != lead for o in s.kids(p, "pobj")
        ]
    return found or by


ENDING = frozenset("stop halt end cease suspend interrupt".split())


_OF_ALL_SIDES = frozenset("bloodshed war fighting violence conflict hostility hostilities carnage".split())
_HOURS = frozenset("noon midday midnight dawn dusk sunset sunrise nightfall deadline".split())


def done_by_others(s: Sentence, noun: int, subjects: list[int]) -> list[int]:
    """ "Police stopped a march by nurses": whose deed a noun tells, where it is not the subject's own.

    "ended a strike by its members" is the union's own.
    """
    leads = s.kids(noun, "prep", "agent")
    if s.deps[noun] == "dobj":  # the parser hangs "by nurses" from the verb
        leads += [p for p in s.kids(s.heads[noun], "prep", "agent") if p > noun]
    by = [o for p in leads if s.lemmas[p] == "by" for o in s.kids(p, "pobj")]
    others = [
        o
        for o in [c for o in by for c in g.conjuncts(s, o)]
        if s.pos[o] in ("NOUN", "PROPN") and o not in subjects
    ]
    others = [o for o in others if s.lemmas[o] not in TIME_NOUNS | _HOURS and not is_calendar(s, o)]
    own = any(s.tags[c] == "PRP$" for o in others for c in s.kids(o, "poss"))
    return others if subjects and not own else []


def _light_subjects(s: Sentence, light: int, noun: int) -> list[int]:
    if noun in s.kids(light, "nsubjpass"):
        return g.agents(s, light)
    if s.deps[light] in ("acl", "relcl") and s.heads[light] == noun and g.is_passive(s, light):
        return g.agents(s, light)
    found = [x for x in g.subjects(s, light) if x != noun]
    if s.lemmas[light] in ENDING and s.lemmas[noun] in _OF_ALL_SIDES:
        return []  # "a step toward ending the bloodshed": whose ever it is
    return [] if s.lemmas[light] in ENDING and done_by_others(s, noun, found) else found


def _context_subjects(frame: Frame, s: Sentence) -> list[int]:
    """ "after talks with Putin, Erdogan said": the subject of the clause took part."""
    n = frame.trigger
    prep = s.heads[n]
    if (
        frame.sense.event_type == "ASSAULT"
    ):  # "came under fire during a raid on militants": the raid was theirs
        verb = s.heads[prep]
        raiding = s.lemmas[prep] == "during" and s.lemmas[verb] == "come" and bool(frame.slots.get("R"))
        return g.surface_subjects(s, verb) if raiding else []
    named = [o for p in s.kids(n, "prep") if s.lemmas[p] == "between" for o in s.kids(p, "pobj")]
    if frame.sense.event_type != "CONSULT" or any(s.kids(o, "conj") for o in named):
        return []  # "freed after talks between the rebels and the state": the freed did not talk
    hops = 0
    while s.deps[n] == "pobj" and s.lemmas[prep] == "of" and hops < 3:  # "on the second day of a visit"
        if s.lemmas[s.heads[prep]] == "eve":
            return []
        n, prep, hops = s.heads[prep], s.heads[s.heads[prep]], hops + 1
    back = s.deps[n] == "pobj" and s.lemmas[prep] == "from" and s.lemmas[s.heads[prep]] in _BACK_FROM
    if back and s.pos[s.heads[s.heads[prep]]] in ("NOUN", "PROPN"):
        return [s.heads[s.heads[prep]]]  # "Juppe, fresh from talks with Ciller"
    if s.deps[n] != "pobj" or (s.lemmas[prep] not in _CONTEXT_PREPOSITIONS and not back):
        return []
    beside = _name_beside(s, prep)
    if beside is not None:
        return [beside]
    verb = s.heads[prep]
    while s.pos[verb] not in ("VERB", "AUX") and s.heads[verb] != verb:
        verb = s.heads[verb]
    return g.surface_subjects(s, verb) if s.pos[verb] in ("VERB", "AUX") else []


_BACK_FROM = frozenset("fresh back straight home emerge return hand".split())
"""Who is so, or does so, from talks has held them: "fresh from talks", "emerged empty-handed from talks"."""


def _name_beside(s: Sentence, prep: int) -> int | None:
    """ "officials of Netanyahu, on a visit to Rome, blamed": the visitor is named right before the comma."""
    k = prep - 2
    if k < 0 or s.lemmas[prep] != "on" or s.words[prep - 1] != "," or s.pos[k] != "PROPN":
        return None
    while s.deps[k] in ("compound", "nmod") and s.heads[k] > k:
        k = s.heads[k]
    return k if k < prep else None


# --- adjectives -------------------------------------------------------------------------------


def _fill_adjective(frame: Frame, s: Sentence) -> str:
    sense, a = frame.sense, frame.trigger
    lead, governor = None, s.heads[a]
    if sense.particles:
        lead = s.heads[a]
        if s.deps[a] != "pobj" or s.lemmas[lead] not in sense.particles:
            return "not led by its preposition"
        governor = s.heads[lead]
    elif s.deps[a] not in ("acomp", "attr", "oprd", "ROOT", "conj", "ccomp", "relcl", "advcl", "xcomp"):
        return "not a predicate"
    elif s.kids(a, "prt"):
        return "a verb with its particle"  # "has set up a fund to …" is not "set to …"
    if s.pos[governor] in ("VERB", "AUX") and s.lemmas[governor] in _COPULAS:
        found = g.surface_subjects(s, governor)
    elif s.kids(a, "nsubj", "nsubjpass"):
        found = g.surface_subjects(s, a)
    elif lead is not None and s.pos[governor] in ("NOUN", "PROPN"):
        found = [governor]
    elif s.deps[a] == "conj" or (
        s.pos[governor] == "VERB" and lead is None and s.deps[a] in ("acomp", "oprd")
    ):
        found = g.surface_subjects(s, governor)
    else:
        return "no subject"
    reason = _subject(frame, s, found)
    if reason:
        return reason
    preps = g.prepositional(s, a)
    if s.pos[governor] in ("VERB", "AUX"):
        preps += [p for p in g.prepositional(s, governor) if p not in preps and p[2] != a]
    return _prepositional(frame, s, preps) or _complement(frame, s)
