"""What is told but did not happen: plots of novels and films, and remarks about events of a kind."""

from __future__ import annotations

from dragoman.coding import grammar as g
from dragoman.language import Sentence

_WORKS = frozenset(
    "novel film movie play opera ballet drama comedy musical sequel prequel thriller series miniseries "
    "sitcom cartoon comic videogame fable fairytale folktale novella screenplay telenovela western "
    "melodrama satire".split()
)
"""Works that invent what they tell; a documentary, a book or a report may not."""
_PARTS = frozenset("chapter scene act episode finale season verse stanza level opening".split())
_GAMES = frozenset({"video", "computer", "board"})
_TELLING = frozenset(
    "follow tell show depict portray imagine open end begin start feature have see send let chronicle "
    "describe centre center revolve concern close climax narrate recount picture pit cast be set".split()
)
"""What a work does with its plot; "the film accuses the army" is no plot."""


def in_a_tale(s: Sentence, trigger: int) -> bool:
    """True where a token's clause is a work's plot: "the novel follows a sniper who kills a general"."""
    if _in_a_named_work(s, trigger):
        return True
    if s.bag.isdisjoint(_WORKS | _PARTS | {"game"}):
        return False
    below: int | None = None
    for verb in (trigger, *s.ancestors(trigger)):
        if s.pos[verb] not in ("VERB", "AUX"):
            continue
        if s.tags[verb] in ("VBZ", "VBP") and any(
            _is_work(s, o) for n, _, o in _fronted(s, verb) if n == "in"
        ):
            return True  # "in the opening scene a sheriff arrests …"
        if (
            below is not None
            and s.lemmas[verb] in _TELLING
            and s.tags[verb] in ("VBZ", "VBP")
            and any(_is_work(s, x) for x in g.subjects(s, verb))
        ):
            return True
        below = verb
    return False


def _in_a_named_work(s: Sentence, trigger: int) -> bool:
    """ "In "The Last Outpost", rebels besiege a fort": a title in quotation marks, and the present tense."""
    if len(s) < 4 or s.lemmas[0] != "in" or s.words[1] not in _QUOTES or not s.words[2][:1].isupper():
        return False
    close = next((k for k in range(3, min(len(s), 12)) if s.words[k] in _QUOTES or s.words[k] == "''"), None)
    if close is None or trigger < close:
        return False
    verbs = [v for v in (trigger, *s.ancestors(trigger)) if s.pos[v] in ("VERB", "AUX")]
    return bool(verbs) and any(s.tags[v] in ("VBZ", "VBP") for v in verbs)


_QUOTES = frozenset({'"', "“", "”", "``", "‘", "'", "’"})


def _fronted(s: Sentence, verb: int) -> list[tuple[str, int, int]]:
    return [p for p in g.prepositional(s, verb) if p[2] < verb]


def _is_work(s: Sentence, i: int) -> bool:
    """A work, a part of one ("the second act", not an act of parliament), or a video game."""
    lemma = s.lemmas[i]
    if lemma in _WORKS:
        return True
    if lemma == "game":
        return any(s.lemmas[c] in _GAMES for c in s.kids(i, "compound"))
    if lemma not in _PARTS:
        return False
    of = [o for p in s.kids(i, "prep") if s.lemmas[p] == "of" for o in s.kids(p, "pobj")]
    if of:
        return any(s.lemmas[o] in _WORKS for o in of)
    return not s.kids(i, "poss") or any(s.lemmas[p] in _WORKS for p in s.kids(i, "poss"))


_USUAL = frozenset(
    "routine common commonplace rare frequent widespread normal usual unusual rife regular infrequent scarce "
    "illegal unlawful forbidden punishable unacceptable inevitable daily endemic pervasive systematic".split()
)
_OF_A_KIND = frozenset(
    "crime norm routine fact feature rarity exception occurrence affair rule violation".split()
)


_ANYBODY = frozenset("those that anyone anybody whoever everyone everybody".split())


def in_general(s: Sentence, trigger: int) -> bool:
    """True for a remark about events of a kind: "arrests of reporters have become routine"."""
    if s.deps[trigger] == "relcl" and s.tags[trigger] in ("VBP", "VBZ"):  # "those who arm the rebels"
        return s.lemmas[s.heads[trigger]] in _ANYBODY
    if _any_of_its_kind(s, trigger) or _as_somebody_sees_it(s, trigger) or _how_many_is_unknown(s, trigger):
        return True
    if _would_be_a_crime(s, trigger):
        return True
    if s.tags[trigger] != "NNS" or s.deps[trigger] != "nsubj":
        return False
    verb = s.heads[trigger]
    if s.lemmas[verb] not in ("be", "become", "remain", "seem") or s.kids(trigger, "det", "nummod", "poss"):
        return False
    said = s.kids(verb, "acomp", "attr")
    return any(
        s.lemmas[c] in _USUAL or (s.lemmas[c] in _OF_A_KIND and s.deps[c] == "attr" and s.kids(c, "det"))
        for c in said
    )


def _would_be_a_crime(s: Sentence, trigger: int) -> bool:
    """ "An attack on peacekeepers is a war crime": any such attack, whoever makes it."""
    verb = s.heads[trigger]
    if s.tags[trigger] != "NN" or s.deps[trigger] != "nsubj" or s.lemmas[verb] not in ("be", "constitute"):
        return False
    bare = any(s.words[c].lower() in ("a", "an", "any") for c in s.kids(trigger, "det"))
    called = {s.lemmas[c] for c in s.kids(verb, "attr", "dobj")}
    now = s.tags[verb] in ("VBZ", "VBP", "VB")
    return (
        bare
        and now
        and bool(called & {"crime", "violation", "breach", "attack", "offence", "offense", "act"})
    )


def _any_of_its_kind(s: Sentence, trigger: int) -> bool:
    """ "condemned all attacks on churches", "rejects any raid and targeting women": none that was made."""
    first = g.first_joined(s, trigger)
    if s.deps[first] != "dobj" or s.lemmas[s.heads[first]] not in _JUDGING or s.kids(trigger, "relcl"):
        return False
    told = {s.words[c].lower() for c in s.kids(first, "det", "predet")}
    return bool(told & {"any", "every", "all"}) and told <= {"any", "every", "all"}


_JUDGING = frozenset("condemn denounce deplore oppose reject decry abhor renounce".split())


_NAMING = frozenset("call brand label describe denounce dub term".split())
_DISASTER = frozenset(
    "rescue rescuer survivor collapse collapsed rubble quake earthquake missing landslide".split()
)


def in_an_insult(s: Sentence, trigger: int) -> bool:
    """True for "calls him a fanatic who is bombing civilians": what somebody is said to be."""
    for i in (trigger, *s.ancestors(trigger)):
        if s.deps[i] == "relcl":
            noun = s.heads[i]
            above = s.heads[noun] if s.deps[noun] != "pobj" else s.heads[s.heads[noun]]
            return s.deps[noun] in ("oprd", "attr", "pobj", "ccomp") and s.lemmas[above] in _NAMING
    return False


_UNTOLD = frozenset("unclear unknown uncertain".split())


def _how_many_is_unknown(s: Sentence, trigger: int) -> bool:
    """True for "it is not yet known how many people have been arrested": perhaps none."""
    if not {"how", "many"} <= s.bag:
        return False
    v = g.first_joined(s, trigger)
    subject = next(iter(s.kids(v, "nsubj", "nsubjpass")), None)
    asked = subject is not None and any(s.lemmas[i] == "how" for i in s.subtree(subject))
    above = s.heads[v]
    untold = bool(s.kids(above, "neg")) or s.lemmas[above] in _UNTOLD
    return asked and above != v and (untold or any(s.lemmas[c] in _UNTOLD for c in s.kids(above, "acomp")))


_SEEING = frozenset("consider perceive see view regard deem believe think describe call term claim".split())


def _as_somebody_sees_it(s: Sentence, trigger: int) -> bool:
    """True for "angered by what they considered to be Turkish support for the group": so they say."""
    if s.pos[trigger] != "NOUN" or "what" not in s.bag:
        return False
    above = s.heads[trigger]
    seen = s.heads[above] if s.lemmas[above] in ("be", "as") else above
    if s.deps[trigger] not in ("attr", "pobj", "oprd", "ccomp") or s.lemmas[seen] not in _SEEING:
        return False
    return any(s.words[c].lower() == "what" for v in (seen, above) for c in s.kids(v, "dobj", "nsubj"))


def of_any_such(s: Sentence, trigger: int) -> bool:
    """True for "a government that locks people up": said of whoever does so."""
    noun = s.heads[trigger]
    if s.deps[trigger] != "relcl" or s.tags[trigger] not in ("VBZ", "VBP") or s.kids(trigger, "aux"):
        return False
    return any(s.lemmas[c] in ("a", "an", "any", "every") for c in s.kids(noun, "det"))


_CHARGING = frozenset("charge indict arraign prosecute".split())
_PUNISHING = frozenset(
    "convict sentence jail imprison fine try acquit detain arrest sack suspend expel ban bar punish uphold "
    "guilty".split()
)
_PENALTIES = frozenset("sentence term fine ban punishment conviction penalty verdict guilty".split())
_COUNTS = frozenset("charge count account offence offense crime indictment".split())


def in_a_charge(s: Sentence, trigger: int, *, of_words: bool = False, violent: bool = False) -> bool:
    """True for what somebody is charged with: "indicted on counts including attacking soldiers".

    ``of_words`` asks for words for which somebody is punished as well: "jailed for insulting the king";
    ``violent`` for attacks for which he is held, and not yet tried: "arrested for stabbing a guard".
    """
    charging = _CHARGING | _PUNISHING if of_words else _CHARGING
    charging = charging | _HELD if violent else charging
    if _on_charges_that(s, trigger):
        return True
    if s.bag.isdisjoint(charging | _HELD):
        return False
    below = trigger
    for i in s.ancestors(trigger):
        led = s.deps[below] in ("pobj", "pcomp") and s.deps[i] == "prep"
        above = s.heads[i]
        if led and s.lemmas[i] in ("with", "for", "over", "of", "include") and above != trigger:
            named = s.lemmas[above] in ("charge", "count") and s.pos[above] == "NOUN"
            named = named or (
                s.lemmas[above] in _COUNTS and any(s.lemmas[a] in charging for a in s.ancestors(above))
            )
            if of_words and s.lemmas[above] in _PENALTIES:
                return True  # "were given suspended sentences for praising him"
            if s.deps[above] in ("dobj", "nsubjpass"):  # "jailed a singer for insulting the king"
                above = s.heads[above]
            if named or (s.lemmas[above] in charging and s.pos[above] == "VERB"):
                return True
        aimed = s.tags[i] == "VBG" and s.lemmas[i] in _PLOTTING and s.deps[below] == "dobj"
        if aimed and s.lemmas[above] == "for" and not s.bag.isdisjoint(_PUNISHING | _HELD):
            return True  # "arrested for planning riots"
        below = i
    return False


def _on_charges_that(s: Sentence, trigger: int) -> bool:
    """ "Held on charges that he led a riot", "wanted on suspicion that she plotted a coup"."""
    for i in (trigger, *s.ancestors(trigger)) if not s.bag.isdisjoint(_GROUNDS) else ():
        noun = s.heads[i]
        led = s.deps[noun] == "pobj" and s.lemmas[s.heads[noun]] == "on"
        if s.deps[i] in ("acl", "ccomp") and s.lemmas[noun] in _GROUNDS and led and i > noun:
            return True
    return False


_GROUNDS = frozenset({"charge", "suspicion", "count", "allegation"})


_SCOLDING = frozenset(
    "condemn denounce criticise criticize rebuke censure chide lambast slam blast castigate berate reprimand "
    "scold deplore attack accuse".split()
)


def blamed_for(s: Sentence, trigger: int) -> bool:
    """True for what somebody is scolded for: "condemned Oman for selling arms to the rebels"."""
    if "for" not in s.bag or s.bag.isdisjoint(_SCOLDING):
        return False
    below = trigger
    while s.deps[below] in ("dobj", "pobj", "prep", "conj", "xcomp") and s.heads[below] != below:
        below = s.heads[below]
    lead = s.heads[below]
    if s.deps[below] != "pcomp" or s.lemmas[lead] != "for" or s.tags[below] != "VBG":
        return False
    verb = s.heads[lead]
    if s.deps[verb] in ("dobj", "nsubjpass"):
        verb = s.heads[verb]
    return s.pos[verb] == "VERB" and s.lemmas[verb] in _SCOLDING


_UNPROVEN = frozenset("evidence proof basis truth substance support".split())
_CLAIMED = frozenset("charge claim allegation accusation report rumour rumor suggestion".split())
_LACKING = frozenset("no insufficient little without lack scant not".split())


def in_an_unproven_claim(s: Sentence, trigger: int) -> bool:
    """ "Found insufficient proof to back charges that soldiers raped women": nobody is told to have."""
    if s.bag.isdisjoint(_UNPROVEN) or s.bag.isdisjoint(_CLAIMED) or s.bag.isdisjoint(_LACKING):
        return False
    return any(
        s.deps[a] in ("ccomp", "acl", "relcl") and s.lemmas[s.heads[a]] in _CLAIMED
        for a in (trigger, *s.ancestors(trigger))
    )


_PLOTTING = frozenset("plan plot prepare organise organize incite instigate foment".split())
_HELD = frozenset({"arrest", "detain", "hold"})


def looks_for_survivors(s: Sentence, trigger: int) -> bool:
    """True for a search after a disaster, which is no police matter."""
    return s.lemmas[trigger] == "search" and not s.bag.isdisjoint(_DISASTER)
