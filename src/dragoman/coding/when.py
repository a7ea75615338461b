"""Which of a sentence's words of time date an event: those of its own clause and of clauses above it."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace

from dateutil.relativedelta import relativedelta

from dragoman.coding.dates import TimeWords
from dragoman.coding.not_here import answers_before
from dragoman.coding.people import PERSON_NOUNS
from dragoman.coding.slots import TIME_NOUNS
from dragoman.coding.time_patterns import COUNT
from dragoman.coding.time_words import number, step
from dragoman.coding.trees import WEEKDAYS
from dragoman.language import Sentence
from dragoman.records import Span

_SPEECH = frozenset(
    "say tell report add announce state note write claim quote confirm deny declare insist allege post "
    "indicate signal hint reveal explain warn suggest stress maintain argue disclose reiterate affirm".split()
)
_DURING = frozenset({"in", "during", "at", "since", "throughout"})


@dataclass(frozen=True, slots=True)
class Fit:
    """An expression that can date an event, and how far off its clause stands (0 in the clause itself)."""

    away: float
    words: TimeWords
    said: bool = False
    """It dates the saying of it."""


def fitting(s: Sentence, trigger: int, times: list[TimeWords]) -> list[Fit]:
    """Expressions that can date the event of ``trigger``.

    Left out are dates of other nouns ("after Tuesday's election"), ends ("until mid-July"), and
    dates of clauses below or beside the event's own ("…, and police raided offices in September").
    """
    own = clause_head(s, trigger)
    above = _clauses_above(s, own)
    out: list[Fit] = []
    for t in times:
        top = _top(s, t.span)
        if top is None:
            out.append(Fit(1.0, t))
            continue
        if _tells_no_time_of_it(s, top, trigger, t):
            continue
        if t.link != "since" and _since_then(s, top, trigger, own):
            out.append(Fit(0.5, replace(t, link="since", first_end=t.end)))
            continue
        if _when_clause(s, top, own) or _dates_the_head(s, top, own):
            out.append(Fit(0.0, replace(t, end=t.first_end, link="") if t.first_end else t))
            continue
        if _in_the_wake_of(s, top, trigger):
            out.append(Fit(0.5, t))
            continue
        if (
            _dates_another_noun(s, top, trigger)
            or _of_the_crime(s, top, trigger, t)
            or _of_that_deed(s, top, trigger)
        ):
            continue
        if top > trigger and _goes_on_now(s, own) and _YEAR.search(s.text, *(x - s.start for x in t.span)):
            continue
        clause = _clause_of(s, top)
        if (clause == own and _deep_in(s, top, own, trigger)) or _during_which(s, clause, own):
            out.append(Fit(0.5, t))
        elif clause == own or (s.pos[trigger] == "NOUN" and _of_the_noun_itself(s, top, trigger)):
            out.append(Fit(0.0, t))
        elif clause in above:
            said = _is_saying(s, clause, own)
            out.append(Fit((1.5 if said else 0.8) + 0.3 * above.index(clause), t, said))
        elif _carries(s, own, clause):
            out.append(Fit(0.8, t, True))
        elif _begun_with(s, clause, own) or (s.lemmas[own] in _DYING and _at_that_moment(s, clause, own)):
            out.append(Fit(0.9, t))
    return out


def _tells_no_time_of_it(s: Sentence, top: int, trigger: int, t: TimeWords) -> bool:
    """Ends, what is ahead, and what a superlative outdoes: "the first trip since Indira Gandhi's in 1981"."""
    if t.link == "until" or (t.link == "since" and _no_start(s, top, trigger)) or _ahead_of_it(s, top):
        return True
    if any(s.lemmas[a] == "since" and s.deps[a] == "prep" and _outdoes(s, a) for a in s.ancestors(top)):
        return True
    if not t.repeats and top > trigger and answers_before(s, trigger, top):
        return True
    return t.start != t.end and bool(_RANGE_BACK.match(t.text)) and _of_a_superlative(s, top)


def _no_start(s: Sentence, top: int, trigger: int) -> bool:
    return _outdoes(s, top) or _next_deed(s, top, trigger)


def _next_deed(s: Sentence, top: int, trigger: int) -> bool:
    """ "has waged war since 1978, but agreed to a truce in 1997": that was no lasting deed."""
    verb = next((v for v in (trigger, *s.ancestors(trigger)) if s.tags[v] == "VBD"), None)
    if verb is None or s.deps[verb] != "conj" or top > verb or verb in s.ancestors(top):
        return False
    turned = any(s.lemmas[c] == "but" for c in s.kids(s.heads[verb], "cc"))
    return turned and any(s.lemmas[a] == "have" for a in s.kids(s.heads[verb], "aux"))


def _ahead_of_it(s: Sentence, top: int) -> bool:
    """ "killed nine ahead of June elections", "before the vote on Friday": what is to come in June, on Friday."""
    above = (top, *s.ancestors(top)) if "ahead" in s.bag else ()
    if any(s.words[a] == "of" and s.lemmas[s.heads[a]] == "ahead" for a in above):
        return True
    noun = (s.heads[top] if s.deps[top] == "pobj" else top) - 1
    some_event = (
        noun > 0 and s.deps[noun] == "pobj" and s.pos[noun] == "NOUN" and s.lemmas[noun] not in _HOURS
    )
    link = s.heads[noun] if some_event else noun
    return link != noun and (s.lemmas[link] == "before" or s.lemmas[s.heads[link]] in ("ahead", "prior"))


_HOURS = frozenset("dawn daybreak sunrise sunset dusk nightfall noon midday midnight daylight".split())


def _goes_on_now(s: Sentence, own: int) -> bool:
    """ "A court jails ten men over the attack in the capital in 2024": told in the present, it was not in 2024."""
    tensed = [s.tags[a] for a in s.kids(own, "aux", "auxpass")] or [s.tags[own]]
    return bool(set(tensed) & {"VBZ", "VBP"}) and not any(s.lemmas[a] == "have" for a in s.kids(own, "aux"))


def _during_which(s: Sentence, clause: int, own: int) -> bool:
    """ "Were detained during a raid mounted on Tuesday": on that day as well."""
    noun = s.heads[clause]
    link = s.heads[noun]
    return (
        s.deps[clause] in ("acl", "relcl")
        and s.deps[noun] == "pobj"
        and s.lemmas[link] == "during"
        and s.heads[link] == own
    )


def is_told_of(s: Sentence, t: TimeWords, nouns: frozenset[int] | set[int]) -> bool:
    """ "claimed responsibility for Friday's raid": the day of that noun."""
    top = _top(s, t.span)
    return top is not None and s.heads[top] in nouns and s.deps[top] in ("poss", "compound", "nmod")


def _of_the_noun_itself(s: Sentence, top: int, noun: int) -> bool:
    """ "the release of girls who were kidnapped in April": a clause below dates what happens in it."""
    for a in s.ancestors(top):
        if a == noun:
            return True
        if s.deps[a] == "relcl" and s.heads[a] != noun:
            return False
    return False


_LASTING = frozenset("confine hold detain besiege encircle close shut block seal occupy control keep".split())


def _begun_with(s: Sentence, clause: int, own: int) -> bool:
    """ "Has been confined to his villa since guards turned on him on Friday": it began that day."""
    since = any(s.words[c].lower() == "since" for c in s.kids(clause, "mark", "prep"))
    perfect = any(s.lemmas[c] == "have" for c in s.kids(own, "aux"))
    return (
        s.lemmas[own] in _LASTING
        and since
        and perfect
        and s.heads[clause] == own
        and s.deps[clause] == "advcl"
    )


def _of_that_deed(s: Sentence, top: int, trigger: int) -> bool:
    """ "protested against the jailing on Monday of three students": they were jailed on it."""
    deed = s.heads[s.heads[top]]
    inside = (
        deed != trigger and s.deps[top] == "pobj" and s.kids(deed, "det") and trigger not in s.subtree(deed)
    )
    return bool(inside) and any(s.lemmas[p] == "of" and p > top for p in s.kids(deed, "prep"))


def _deep_in(s: Sentence, top: int, own: int, trigger: int) -> bool:
    """ "gave him a week to leave, in response to a killing near the border in June": the killing was in June."""
    nouns = 0
    for a in s.ancestors(top):
        if a in (own, trigger):
            return nouns > 1
        nouns += s.pos[a] == "NOUN" and s.lemmas[a] not in TIME_NOUNS
    return False


def _clause_of(s: Sentence, top: int) -> int:
    """The clause that an expression stands in; "said on Monday troops had …" was said on Monday."""
    clause = clause_head(s, top)
    first = min(s.subtree(top))
    while first > 0 and s.deps[first - 1] in ("prep", "advmod") and s.pos[first - 1] != "VERB":
        first -= 1
    said = first - 1
    noun = s.heads[clause]
    issued = s.deps[clause] == "acl" and s.lemmas[noun] in _SAYINGS and s.deps[noun] == "pobj"
    if issued and s.lemmas[s.heads[noun]] in ("in", "by", "with"):
        return clause_head(s, noun)  # "in a statement issued on Friday, it urged …"
    if said >= 0 and s.lemmas[said] in _SPEECH and s.deps[clause] == "ccomp" and s.heads[clause] == said:
        return said
    return clause


def _outdoes(s: Sentence, top: int) -> bool:
    """ "the bloodiest attack since 1999", "the first curfew since the war": no start of what is told."""
    best = ("first", "only", "iest")
    return any(s.tags[k] in ("JJS", "RBS") or s.words[k].lower().endswith(best) for k in range(top))


_RANGE_BACK = re.compile(r"(?:in|over|for|within|during) (?:the )?(?:recent|past|last|previous)\b", re.I)


def _of_a_superlative(s: Sentence, top: int) -> bool:
    """ "one of the boldest raids in recent years": what it outdoes, and not when it was."""
    before = max(0, (s.heads[top] if s.deps[top] == "pobj" else top) - 1)
    for a in (before, *s.ancestors(before)):
        if s.pos[a] in ("VERB", "AUX"):
            return False
        beside = [k for k in s.kids(a, "amod", "advmod") for k in (k, *s.kids(k, "advmod"))]
        if any(s.tags[k] in ("JJS", "RBS") or s.lemmas[k] in ("first", "only") for k in beside):
            return True
    return False


def _since_then(s: Sentence, top: int, trigger: int, own: int) -> bool:
    """ "Have marched daily since he was sworn in on Monday": from that day on."""
    if not any(s.lemmas[a] == "have" and s.tags[a] in ("VBP", "VBZ") for a in s.kids(own, "aux")):
        return False
    for a in (top, *s.ancestors(top)):
        led = s.deps[a] == "advcl" and any(s.lemmas[m] == "since" for m in s.kids(a, "mark"))
        if led or (s.lemmas[a] == "since" and s.deps[a] == "prep"):
            return clause_head(s, s.heads[a]) == own and trigger not in s.subtree(a)
    return False


_BEHIND = re.compile(r"\b(?:that|same|last|yesterday|ago|earlier|overnight|previous|today)\b", re.IGNORECASE)
_DUE = frozenset("expect due schedule set slate plan book invite".split())


def is_for_later(s: Sentence, trigger: int, t: TimeWords) -> bool:
    """True for the day of what is only agreed or asked: "agreed to meet on Friday", "is due on Tuesday"."""
    top = _top(s, t.span)
    if top is None or top < trigger or _BEHIND.search(s.text[t.span[0] - s.start : t.span[1] - s.start]):
        return False
    would = any(s.words[a].lower() in ("will", "would", "'ll") for a in s.kids(trigger, "aux"))
    if would or s.lemmas[trigger] in _DUE:
        return trigger in s.ancestors(top)
    while top != trigger and s.heads[top] != top:
        bare = s.tags[top] == "VB" and any(s.lemmas[a] == "to" for a in s.kids(top, "aux"))
        if (bare or s.deps[top] == "pcomp") and trigger in s.ancestors(top):
            return True
        top = s.heads[top]
    return False


def is_told_in_the_past(s: Sentence, trigger: int, t: TimeWords) -> bool:
    """ "Gunmen stormed the hall on 13 November", told in July: that of the year before."""
    top = _top(s, t.span)
    own = clause_head(s, trigger)
    if top is None or clause_head(s, top) != own:
        return False
    verb = next((a for a in s.ancestors(top) if s.pos[a] in ("VERB", "AUX")), top)
    past = s.tags[own] == "VBD" or any(s.tags[a] == "VBD" for a in s.kids(own, "aux", "auxpass"))
    return past and s.tags[verb] in ("VBD", "VBN") and s.heads[s.heads[top]] in (verb, s.heads[verb], trigger)


def may_come(s: Sentence, trigger: int) -> bool:
    """ "The ban could be lifted by April": by the April to come."""
    told = {s.words[a].lower() for a in s.kids(clause_head(s, trigger), "aux")}
    return not told.isdisjoint(("could", "may", "might", "can")) and "have" not in told


def is_pressed_ahead(s: Sentence, trigger: int) -> bool:
    """ "is pressing ahead with a stoppage on Monday": the Monday to come."""
    verb = clause_head(s, trigger)
    return s.tags[verb] == "VBG" and any(s.lemmas[c] == "ahead" for c in s.kids(verb, "advmod", "prt"))


_SAYINGS = frozenset(
    "statement letter speech interview address message broadcast briefing communique communiqué post tweet "
    "declaration decree order note resolution report ruling".split()
)


def _goes_with_above(s: Sentence, i: int) -> bool:
    """True for a verb of its head's clause: "is due to meet", "tried to flee", "fled, leaving"."""
    above = s.heads[i]
    if s.deps[i] == "xcomp" and s.deps[above] == "acomp":
        return True
    return s.pos[above] in ("VERB", "AUX") and (
        s.deps[i] in ("aux", "auxpass", "xcomp")
        or (s.deps[i] == "conj" and not s.kids(i, "nsubj", "nsubjpass") and not _is_planned(s, i))
        or (s.deps[i] == "advcl" and s.tags[i] == "VBG" and not s.kids(i, "nsubj", "mark"))
    )


def clause_head(s: Sentence, i: int) -> int:
    """The verb of the clause that a token stands in; a coordinated verb with a subject is its own."""
    while s.heads[i] != i and (s.pos[i] not in ("VERB", "AUX") or _goes_with_above(s, i)):
        i = s.heads[i]
    return i


def _is_planned(s: Sentence, i: int) -> bool:
    """ "summoned the envoy and was to fly to Kiev on Sunday": what is planned has a day of its own."""
    if any(s.words[a].lower() in ("will", "would", "shall") for a in s.kids(i, "aux")):
        return True
    aims = [c for c in s.kids(i, "xcomp") if any(s.lemmas[a] == "to" for a in s.kids(c, "aux"))]
    return s.lemmas[i] == "be" and bool(aims)


def _clauses_above(s: Sentence, own: int) -> list[int]:
    """Heads of the clauses above one, nearest first."""
    out: list[int] = []
    for a in s.ancestors(own):
        c = clause_head(s, a)
        if c != own and c not in out:
            out.append(c)
    return out


def _is_saying(s: Sentence, clause: int, own: int) -> bool:
    """A saying's date tells less of what is said than the date of a clause that goes on."""
    return s.lemmas[clause] in _SPEECH and s.deps[own] in ("ccomp", "parataxis", "ROOT")


def _carries(s: Sentence, own: int, clause: int) -> bool:
    """ "Officials said on Monday …": a saying hung below what it says."""
    return s.heads[clause] == own and s.lemmas[clause] in _SPEECH and s.deps[clause] in ("parataxis", "advcl")


def _top(s: Sentence, span: Span) -> int | None:
    """The token of an expression whose head stands outside it."""
    inside = [i for i in range(len(s)) if s.starts[i] < span[1] and span[0] < s.ends[i]]
    tops = [i for i in inside if s.heads[i] not in inside or s.heads[i] == i]
    return next((i for i in tops if s.deps[i] != "det"), tops[0] if tops else None)


def _dates_another_noun(s: Sentence, top: int, trigger: int) -> bool:
    """ "Tuesday's election", "the 2016 coup": the date belongs to that noun.

    Not so where the noun says when: "killed in Tuesday's clashes", "fought in the 1982 war".
    """
    noun = s.heads[top]
    if s.lemmas[noun] in TIME_NOUNS or _by_its_harm(s, noun, trigger):  # "on Tuesday night"
        return False
    if not _belongs_to_a_noun(s, top) or noun == trigger or trigger in s.subtree(noun):
        return noun != trigger and trigger not in s.subtree(noun) and _of_another_noun(s, top, trigger)
    if s.tags[trigger] == "VB" and s.deps[trigger] == "advcl":
        return True  # "marched to protest against the beatings during Sunday's vote"
    link = s.heads[noun]
    when = s.deps[noun] == "pobj" and s.lemmas[link] in _DURING and s.pos[s.heads[link]] in ("VERB", "AUX")
    return not (when and clause_head(s, link) == clause_head(s, trigger))


_UPHEAVALS = frozenset(
    "war coup uprising revolution invasion genocide partition collapse crackdown massacre revolt rebellion "
    "referendum election earthquake putsch insurrection".split()
)
_HARMFUL = _UPHEAVALS | frozenset(
    "attack blast bombing bomb explosion shooting raid strike airstrike ambush clash fighting shelling assault "
    "violence riot protest stampede battle offensive".split()
)
_HARMING = frozenset(
    "kill wound injure leave claim destroy damage hit target topple oust overthrow depose displace maim".split()
)


def _by_its_harm(s: Sentence, noun: int, trigger: int) -> bool:
    """ "Tuesday's blast killed twelve", "a 2013 coup ousted him": when the one was, the other was."""
    past = s.tags[trigger] in ("VBD", "VBN") and s.lemmas[trigger] in _HARMING
    return past and s.lemmas[noun] in _HARMFUL and s.deps[noun] == "nsubj" and s.heads[noun] == trigger


def _in_the_wake_of(s: Sentence, top: int, trigger: int) -> bool:
    """ "settlements built since Israel occupied it following the 1967 war": background of about that year."""
    noun = s.heads[top]
    link = s.heads[noun]
    if s.words[link].lower() not in ("after", "following") or not _YEAR.search(s.words[top]):
        return False
    clause = clause_head(s, trigger)
    return (
        s.lemmas[noun] in _UPHEAVALS
        and trigger < link
        and not any(s.pos[k] in ("VERB", "AUX") for k in range(trigger + 1, link))
        and s.deps[clause] in ("relcl", "advcl", "acl")
        and s.tags[clause] in ("VBD", "VBN")
        and not any(s.tags[a] in ("VBZ", "VBP") for a in s.kids(clause, "aux"))
    )


_AGREEING = frozenset("agree sign reach conclude ratify approve adopt".split())


def _belongs_to_a_noun(s: Sentence, top: int) -> bool:
    noun = s.heads[top]
    behind = s.deps[top] == "npadvmod" and noun < top  # "agreed to a ceasefire last October"
    if behind and any(s.lemmas[v] in _AGREEING for v in itertools.islice(s.ancestors(noun), 2)):
        return False
    if behind and s.lemmas[top] in WEEKDAYS and s.lemmas[noun] in _UNDATED:
        return False  # "shot dead an editor and two others Friday": the day on which they were shot
    return s.deps[top] in ("poss", "compound", "nmod", "nummod", "npadvmod", "amod") and s.pos[
        s.heads[top]
    ] in (
        "NOUN",
        "PROPN",
    )


_UNDATED = PERSON_NOUNS | frozenset(
    "other people person man woman child soldier policeman officer trooper troop rebel guerrilla militant gunman "
    "fighter protester demonstrator student worker villager civilian hostage prisoner detainee refugee camp base "
    "post outpost convoy patrol bus village town city police army government".split()
)
"""Nouns of people and places, which have no day of their own."""
_DATED_NOUNS = frozenset(
    "election vote poll summit war coup agreement deal accord pact treaty uprising revolution law report speech "
    "letter order ruling resolution constitution massacre attack bombing census referendum genocide invasion".split()
)


def _of_another_noun(s: Sentence, top: int, trigger: int) -> bool:
    """ "the coup of 2016", "the accord of May 3": dates of a noun by a preposition."""
    link = s.heads[top]
    if s.deps[top] != "pobj" or s.lemmas[link] != "of" or s.deps[link] != "prep":
        return False
    noun = s.heads[link]
    return s.lemmas[noun] in _DATED_NOUNS and noun != trigger and trigger not in s.subtree(noun)


_TRYING = frozenset(
    "sentence jail convict imprison indict charge try extradite acquit fine prosecute arrest detain accuse "
    "sanction sack dismiss expel blame criticise criticize condemn question investigate hold remand".split()
)


def _of_the_crime(s: Sentence, top: int, trigger: int, t: TimeWords) -> bool:
    """ "jailed for their part in the rising in 2017": the year is that of the deed, not of the sentence."""
    text = s.text[t.span[0] - s.start : t.span[1] - s.start]
    if s.lemmas[trigger] not in _TRYING or not _YEAR.search(text):
        return False
    if any(s.tags[a] in ("VBZ", "VBP") and s.lemmas[a] == "have" for a in s.kids(trigger, "aux")):
        return t.link != "since"  # "has sentenced nine leaders": now
    chain = [top, *s.ancestors(top)]
    charged = [p for p in s.kids(trigger, "prep") if s.lemmas[p] in ("for", "over", "of", "about", "with")]
    return any(p in chain and s.heads[s.heads[top]] != trigger for p in charged)


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


_DYING = frozenset({"die", "perish"})


def _at_that_moment(s: Sentence, clause: int, own: int) -> bool:
    """ "died when a shell hit his post on Saturday": then he died."""
    led = any(s.lemmas[m] == "when" for m in s.kids(clause, "advmod", "mark"))
    return s.deps[clause] == "advcl" and s.heads[clause] == own and led


def _when_clause(s: Sentence, top: int, own: int) -> bool:
    """ "since September, when gunmen stormed a camp": the clause tells what happened at that time."""
    if s.deps[own] == "relcl" and top in (s.heads[own], s.heads[s.heads[own]]):
        return True
    first = min(s.subtree(own))
    when = s.words[first].lower() == "when" and s.heads[first] == own and s.tags[own] == "VBD"
    before = first - 1 - (s.words[first - 1] == ",")
    return when and first > 1 and before == top


def _dates_the_head(s: Sentence, top: int, own: int) -> bool:
    """ "the 1974 coup in which officers …", "Sunday's raid, which killed …": what happened in it, or by it."""
    noun = s.heads[own]
    if s.deps[own] != "relcl" or s.pos[noun] != "NOUN" or s.tags[own] not in ("VBD", "VBN"):
        return False
    if not (s.heads[top] == noun and _belongs_to_a_noun(s, top)) and not (
        s.deps[top] == "pobj" and s.heads[s.heads[top]] == noun
    ):
        return False
    if any(s.lemmas[a] in ("have", "will") for a in s.kids(own, "aux")):
        return False
    subjects = s.kids(own, "nsubj", "nsubjpass")
    if any(s.lemmas[t] in ("which", "that") for t in subjects):
        return True
    return any(s.words[k].lower() in ("when", "which", "where") for k in s.subtree(own) if k < own)


# --- "a day after …" ------------------------------------------------------------------------------

_UNITS = r"(?P<unit>hour|minute|moment|day|week|month|year|decade)s?"
_APART = re.compile(
    rf"\b(?:(?P<few>several|a few) |{COUNT} )?{_UNITS} (?:to the (?:day|week|month) )?(?P<way>after|before|since)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Apart:
    """ "two days after they overran the town": how far two happenings of a sentence lie apart."""

    main: int
    """The verb that the phrase hangs on."""
    other: int
    """The verb or noun behind "after" or "before"."""
    shift: relativedelta
    """From the main happening to the other one."""
    unit: str
    span: Span
    from_now: bool = False
    """ "two years since …": counted from the report."""


def apart(s: Sentence) -> list[Apart]:
    """All such phrases of a sentence."""
    out: list[Apart] = []
    for m in _APART.finditer(s.text):
        count = 3 if m["few"] else number(m["count"]) if m["count"] else None
        unit = m["unit"].lower()
        if count is None and unit not in ("hour", "minute", "moment"):
            continue
        found = _joined(s, s.start + m.end())
        if found is None:
            continue
        distance = step(unit, count or 0)
        way = m["way"].lower()
        span = (s.start + m.start(), s.start + m.end())
        out.append(Apart(*found, distance if way == "before" else -distance, unit, span, way == "since"))
    return out


def _joined(s: Sentence, end: int) -> tuple[int, int] | None:
    """The main verb and what "after" leads in, for an "after" that ends at a character."""
    link = next((i for i in range(len(s)) if s.ends[i] == end), None)
    if link is None:
        return None
    if s.deps[link] == "mark":
        other = s.heads[link]
        return (s.heads[other], other) if s.heads[other] != other else None
    below = s.kids(link, "pobj", "pcomp")
    if not below or s.heads[link] == link:
        return None
    return s.heads[link], below[0]


def inside(s: Sentence, a: Apart, trigger: int) -> bool:
    """True where the event of ``trigger`` is what "after" leads in."""
    if s.pos[a.other] in ("VERB", "AUX"):
        return clause_head(s, trigger) == clause_head(s, a.other) and trigger in s.subtree(a.other)
    return trigger == a.other or (s.heads[trigger] == a.other and s.deps[trigger] == "conj")
