"""Filling the frames of the lexicon over a parsed sentence.

:func:`frames` tries every sense of every trigger in a sentence and gives those whose
required places are filled, each with the tokens that fill them.  Which of several
frames of one trigger is kept is decided later (``select.py``).
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from dragoman.coding import grammar as g
from dragoman.coding.noun_frames import fill_noun, is_charged
from dragoman.coding.senses import PARTICLES, Element, Entry, Lexicon, Phrase, Prepositional, Sense
from dragoman.coding.slots import HOURS, TIME_NOUNS, ActorTest, Frame, is_calendar, words_fit
from dragoman.language import Sentence, stems

_COPULAS = frozenset("be become remain stay seem appear sound feel grow go stand".split())
_NO_PARTICLE = frozenset({"in", "on", "over", "through", "under", "to"})
"""With an object of their own these lead a phrase: "took them in a raid" is not *take in*."""


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
    if dep == "amod" and tag in ("VBN", "VBD", "VBG") and s.heads[i] > i and not _brokered(s, i):
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


_PUT_OFF = frozenset("suspend cancel postpone abandon quit reject boycott end leave delay".split())


def _brokered(s: Sentence, i: int) -> bool:
    """ "UN-brokered talks" are news of the UN; "suspended the UN-brokered talks" is not."""
    if s.lemmas[i] not in ("broker", "mediate") or not s.kids(i, "npadvmod"):
        return False
    noun = s.heads[i]
    return s.deps[noun] != "dobj" or s.lemmas[s.heads[noun]] not in _PUT_OFF


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
        reason = "is what somebody is charged with" if is_charged(s, i) else _fill_verb(frame, s)
    elif sense.pos == "n":
        reason = fill_noun(frame, s, is_actor)
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
    reason = _objects(frame, s, g.objects(s, v))
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
    subjects = [*s.labelled("nsubj"), *s.labelled("nsubjpass")]
    told = [t for t in subjects if s.tags[t] in ("NNS", "CD")]
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


def _objects(frame: Frame, s: Sentence, found: list[int]) -> str:
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
        left = [t for t in left if not set(hits) & set(s.children[t])] or left  # "brand it a terrorist group"
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
        if not chosen and element.slot == "X" and s.lemmas[frame.trigger] in _OF_DEEDS:
            below = s.kids(frame.trigger, "xcomp", "ccomp", "advcl")
            chosen = [c for c in below if c > frame.trigger and not s.kids(c, "nsubj", "mark")]
        if not chosen:
            if element.optional:
                continue
            return "no object"
        frame.put(element.slot or "X", chosen)
        left = [t for t in left if t not in chosen]
        frame.specificity += 0.5
    return ""


_OF_DEEDS = frozenset({"discuss", "debate"})
"""Verbs whose object may be a clause: "discussed sending observers", "how to end the war"."""


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
    near = [
        k for k in near if abs(k - v) < 12 or s.deps[k] == "oprd" or (s.deps[k] == "xcomp" and k in below)
    ]
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
            options = [o for o in options if s.lemmas[o] not in TIME_NOUNS | HOURS or s.kids(o, "poss")]
            options = [
                o for o in options if s.words[o].lower() not in ("time", "times")
            ]  # "at times fired at them"
            options = [o for o in options if not _is_a_scene(s, o)]
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


_SCENES = frozenset("attack incident raid assault ambush operation clash blast episode".split())


def _is_a_scene(s: Sentence, o: int) -> bool:
    """ "In another attack, gunmen set off a bomb": what it was part of, and nothing that was hit."""
    return s.lemmas[s.heads[o]] == "in" and s.lemmas[g.content_head(s, o)] in _SCENES


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
        bidden = s.field == "title" and s.lemmas[v] in ("tell", "urge")  # "Free editors, UN tells Lima"
        if bidden or s.lemmas[v] in ("let", "help", "make"):
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
