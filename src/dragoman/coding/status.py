"""Did it happen?  Negation, modality, tense and conditions around a trigger."""

from __future__ import annotations

import re

from dragoman.coding import content, forthcoming, polls, realised, unreal
from dragoman.coding import grammar as g
from dragoman.coding.drafts import (
    AGREE_CAMEO,
    COOPERATIVE,
    MATERIAL_CONFLICT,
    THREAT_CAMEO,
    YIELDING,
    Draft,
    as_blame,
    threat_mode,
)
from dragoman.coding.needs import high_time, needed_by
from dragoman.language import Sentence
from dragoman.records import Status

FUTURE = frozenset({"will", "shall", "'ll", "wo", "ll"})
_POSSIBLE = frozenset({"could", "may", "might", "can", "would", "should", "must", "ought"})
_CONDITIONS = frozenset({"if", "unless", "whether", "lest", "should"})
_NO = frozenset(
    {
        "no",
        "neither",
        "nor",
        "without",
        "never",
        "not",
        "n't",
        "hardly",
        "rarely",
        "seldom",
        "scarcely",
        "none",
        "nobody",
    }
)
_LIES_AHEAD = re.compile(r"\b(?:next (?:week|month|year)|tomorrow|in the coming (?:days|weeks|months))\b")
_PURPOSE = "purpose clause"
_CONTACT = frozenset(
    "call phone telephone ring write meet speak talk address message tweet visit travel fly arrive gather convene "
    "issue take sit".split()
)
"""Verbs of getting in touch: what they are done for is said or discussed at once."""
_FIGHTING = frozenset({"fight", "battle"})
_GOING_THERE = frozenset("fly travel return arrive come jet sail drive".split())
_SETTING_OUT = frozenset("head go journey rush hurry".split())
"""Verbs of those who are on their way: only in the past have they got there."""
_GATHERING = frozenset(
    "march rally gather demonstrate assemble turn take walk strike join throw hurl block burn flood pour fill".split()
)
_CALLS = frozenset("announce call plan schedule authorize authorise approve".split())
"""Verbs whose protest lies ahead."""
_UNDERTAKE = frozenset("launch mount begin start open conduct undertake carry stage initiate".split())
_FOUNDING = frozenset("set create establish launch open found".split())
_FUNDS = frozenset("fund facility airlift airbridge corridor account programme program".split())
_FORCE = frozenset("fire use burst lob resort shoot spray charge hurl throw swing".split())
_DISPATCH = frozenset("send dispatch deploy despatch fly assign appoint".split())


def _is_called(s: Sentence, verb: int) -> bool:
    """ "They called a strike" lies ahead; "the stoppage called by the guild", "which called the march" is on."""
    if s.lemmas[verb] not in _CALLS:
        return False
    dated = any(s.lemmas[p] in ("for", "from", "on", "next") for p in s.kids(verb, "prep"))
    known = s.lemmas[verb] == "call" and s.deps[verb] in ("acl", "relcl") and not s.kids(verb, "aux")
    return not known or dated


def status_of(s: Sentence, draft: Draft) -> tuple[Status, str]:
    """The status of a draft and the words that decided it; a decided status is kept."""
    if draft.status != "asserted" or draft.settled or realised.is_given(s, draft.trigger):
        return draft.status, "operator"
    trigger, verb = _asserting(s, draft)
    condition = unreal.inverted(s, verb)
    if condition:
        return "hypothetical", condition
    negation = _negation(s, trigger, verb, draft.frame.literals) or unreal.negated(s, trigger, verb)
    if negation and not _word_given(s, draft, verb):
        return "negated", negation
    asked = _open_question(s, trigger, verb)
    if asked:
        return "hypothetical", asked
    if _pleaded(s, verb):
        return "hypothetical", "imperative"
    if (
        bill := unreal.of_a_bill(s, trigger)
        or unreal.what_terms_include(s, trigger)
        or unreal.feared(s, trigger)
        or unreal.if_passed(s, trigger, verb)
        or forthcoming.wished(s, verb if verb is not None else trigger)
    ):
        return "hypothetical", bill
    term = unreal.terms(s, trigger, verb)
    if term:
        return "future", term
    if verb is not None:
        found = unreal.hoped_for(s, verb) or _modality_of(s, verb, draft)
        if found:
            return found
    condition = _condition(s, verb if verb is not None else trigger)
    if condition:
        return "hypothetical", condition
    if draft.event_type == "PROTEST" and verb is not None and _is_called(s, verb):
        return "future", s.words[verb]  # "announced a strike from Monday"
    found = unreal.imagined(s, trigger, verb) or polls.thought(s, trigger, draft.event_type)
    if found:
        return found
    if s.pos[trigger] == "NOUN":
        return unreal.by_means(s, trigger) or _ahead(s, trigger) or _noun_status(s, trigger)
    return "asserted", ""


_REDEEMING = frozenset("carry fulfil fulfill execute keep honour honor implement perform redeem".split())


def _word_given(s: Sentence, draft: Draft, verb: int | None) -> bool:
    """ "has not carried out its threat to bomb the port": the threat stands, and so does a promise."""
    given = draft.event_type in ("THREATEN", "AGREE") and s.pos[draft.trigger] == "NOUN"
    own = any(s.tags[c] in ("PRP$", "NN", "NNP", "DT") for c in s.kids(draft.trigger, "poss", "det"))
    return given and own and verb is not None and s.lemmas[verb] in _REDEEMING


def _modality_of(s: Sentence, verb: int, draft: Draft) -> tuple[Status, str] | None:
    """The modality of a verb; what is done at once with another one is as real as that one."""
    found = _modality(s, verb)
    if found and draft.event_type == "REQUEST" and realised.asks_by_trying(s, _first_of_row(s, verb)):
        return None
    if found and found[1] == _PURPOSE and _done_at_once(s, first := _first_of_row(s, verb), draft):
        return _modality(s, s.heads[first])  # "would meet every month to discuss it": no sooner
    return found


def _open_question(s: Sentence, trigger: int, verb: int | None) -> str:
    """ "asked whether troops would be sent", "how voters will endorse the accord": nobody says so."""
    if _condition(s, verb if verb is not None else trigger) == "whether":
        return "whether"
    if verb is None or s.deps[verb] not in ("ccomp", "csubj", "advcl", "conj", "pcomp"):
        return ""
    if s.lemmas[s.heads[verb]] in _UNDECIDED and any(s.lemmas[m] == "if" for m in s.kids(verb, "mark")):
        return "if"  # "has not determined if a curfew will be imposed"
    whom = s.deps[verb] == "ccomp" and s.lemmas[s.heads[verb]] in _LEFT_OPEN
    if whom and any(s.tags[c] == "WP" and c < verb for c in s.kids(verb, "dobj", "nsubj")):
        return "who"  # "would not say whom he held responsible"
    degrees = [c for k in s.kids(trigger, "advmod") for c in s.kids(k, "advmod") if s.lemmas[c] == "how"]
    degrees += [c for k in s.kids(verb, "advmod") for c in s.kids(k, "advmod") if s.lemmas[c] == "how"]
    if degrees and s.pos[trigger] == "ADJ":
        return "how"  # "a test of how firmly they were prepared to resist"
    asked = [c for c in s.kids(verb, "advmod") if s.lemmas[c] in ("how", "why") and c < verb]
    ahead = any(s.words[a].lower() in FUTURE | _POSSIBLE for a in s.kids(verb, "aux"))
    return s.words[asked[0]] if asked and ahead else ""


_UNDECIDED = frozenset("determine know wonder ask decide discuss consider confirm".split())
_LEFT_OPEN = frozenset(
    "say ask know wonder determine investigate establish disclose reveal specify clarify explain".split()
)
"""Verbs whose question nobody answers there."""


def _asserting(s: Sentence, draft: Draft) -> tuple[int, int | None]:
    """The word that a draft is told by, and the verb that asserts it."""
    trigger, light = draft.trigger, draft.frame.light
    if draft.seen_from is not None:
        trigger, light = draft.seen_from, g.light_verb(s, draft.seen_from)
    verb = trigger if s.pos[trigger] in ("VERB", "AUX") else light
    if verb is None and draft.frame.sense.pos == "a" and s.deps[trigger] in ("acomp", "attr", "pobj"):
        up = s.heads[trigger] if s.deps[trigger] != "pobj" else s.heads[s.heads[trigger]]
        verb = up if s.pos[up] in ("VERB", "AUX") else None
    return trigger, verb


def _pleaded(s: Sentence, verb: int | None) -> bool:
    """ "Let my parent be free.", "Stop the bombing now": what is asked for in the imperative."""
    return verb is not None and s.field != "title" and s.heads[verb] == verb and imperative(s, verb)


def imperative(s: Sentence, verb: int) -> bool:
    """True for a verb that only a demand can have: without subject, auxiliary and ending."""
    if s.tags[verb] != "VB" or s.kids(verb, "nsubj", "nsubjpass", "aux", "auxpass", "expl"):
        return False
    return s.deps[verb] != "conj" or s.heads[verb] == verb or imperative(s, s.heads[verb])


def _negation(s: Sentence, trigger: int, verb: int | None, fixed: set[int]) -> str:
    """The word that denies; not one that belongs to the wording itself ("would have none of it")."""
    for i in {trigger, verb} - {None}:
        for c in s.children[i]:  # type: ignore[index]
            if c in fixed:
                continue
            if s.deps[c] == "neg" or (s.deps[c] in ("det", "preconj", "advmod", "cc") and s.lemmas[c] in _NO):
                return s.words[c]
            if s.deps[c] == "advmod" and any(s.lemmas[k] == "no" for k in s.children[c]):
                return f"no {s.words[c]}"  # "will no longer accept"
    if verb is not None:
        for c in s.kids(verb, "nsubj", "nsubjpass", "dobj"):
            nots = [k for k in s.kids(c, "det") if s.lemmas[k] in ("no", "neither") and k not in fixed]
            if any(s.words[k + 1].lower() != "confidence" for k in nots):
                return s.words[c]  # "no aid was sent", "made no concession"
            if c not in fixed and s.lemmas[c] in ("none", "nobody", "nothing", "neither"):
                return s.words[c]
        first = s.heads[verb] if s.deps[verb] == "conj" and s.tags[verb] == "VBG" else verb
        if s.deps[first] == "pcomp" and s.lemmas[s.heads[first]] == "without":
            return "without"  # "without launching missiles and conducting tests"
    if s.deps[trigger] == "pobj" and s.lemmas[s.heads[trigger]] == "without":
        return "without"
    return _never_or(s, verb) if verb is not None else ""


def _never_or(s: Sentence, verb: int) -> str:
    """ "has never bullied, oppressed or robbed anybody": none of it."""
    if s.deps[verb] == "conj" and any(s.lemmas[c] == "nor" and c < verb for c in s.kids(s.heads[verb], "cc")):
        return "nor"  # "neither interests nor threatens us"
    first = verb
    while s.deps[first] == "conj" and not s.kids(first, "nsubj", "nsubjpass", "aux", "auxpass"):
        first = s.heads[first]
    if first == verb or s.pos[first] not in ("VERB", "AUX"):
        return ""
    denied = [c for c in s.kids(first, "neg", "advmod") if s.lemmas[c] in ("never", "not")]
    joined = any(s.lemmas[c] in ("or", "nor") for v in range(first, verb + 1) for c in s.kids(v, "cc"))
    return s.words[denied[0]] if denied and joined else ""


def _auxiliaries(s: Sentence, verb: int) -> list[int]:
    own = s.kids(verb, "aux")
    if (
        not own
        and s.deps[verb] == "conj"
        and s.pos[s.heads[verb]] in ("VERB", "AUX")
        and s.tags[verb] not in ("VBD", "VBZ")
        and not s.kids(verb, "nsubj")
    ):
        return _auxiliaries(s, s.heads[verb])
    return own


def is_going_to(s: Sentence, verb: int) -> bool:
    """ "are going to sue": what lies ahead, by its leading verb."""
    return s.lemmas[verb] == "go" and s.tags[verb] == "VBG" and bool(s.kids(verb, "xcomp"))


def _modality(s: Sentence, verb: int) -> tuple[Status, str] | None:
    auxiliaries = _auxiliaries(s, verb)
    for a in auxiliaries:
        word = s.words[a].lower()
        if word in FUTURE:
            return "future", s.words[a]
        if word == "would" and s.lemmas[verb] in ("like", "prefer"):
            continue  # "would like Beijing to leave": it asks for that
        if word in ("could", "can") and s.lemmas[verb] in ("hear", "see"):
            continue  # "gunfire could be heard": it was heard
        if word in _POSSIBLE:
            reported = word == "would" and (s.deps[verb] == "ccomp" or bool(_LIES_AHEAD.search(s.text)))
            return ("future", word) if reported else ("hypothetical", word)
    going = [
        c for c in (verb, *s.ancestors(verb)) if s.lemmas[c] == "go" and s.tags[c] == "VBG" and c != verb
    ]
    if (going and s.deps[verb] == "xcomp") or is_going_to(s, verb):
        return "future", "going to"
    if s.deps[verb] == "pcomp" and s.lemmas[s.heads[verb]] in ("before", "after"):
        main = s.heads[s.heads[verb]]  # "will meet the king before flying to Oman": both lie ahead
        found = _modality(s, main) if s.pos[main] in ("VERB", "AUX") and main != verb else None
        return found if found and found[0] == "future" else None
    if _scheduled(s, verb):
        return "future", "on a day to come"
    if coming := forthcoming.under_what_comes(s, verb):
        return "future", coming
    if s.deps[verb] == "pcomp" and s.lemmas[s.heads[s.heads[verb]]] in _PROCESS:
        found = _modality(s, s.heads[s.heads[s.heads[verb]]])  # "will begin the process of removing it"
        return found if found and found[0] == "future" else None
    return _led_by_to(s, verb, auxiliaries)


def _led_by_to(s: Sentence, verb: int, auxiliaries: list[int]) -> tuple[Status, str] | None:
    """An infinitive: a wish, a purpose, or what was done all the same ("the first to sign")."""
    top = _first_of_row(s, verb)
    to = [a for a in {*auxiliaries, *s.kids(top, "aux")} if s.lemmas[a] == "to"]
    teller = realised.told_by(s, top) if to else None
    if teller is not None:
        return _modality(s, teller) if s.pos[teller] in ("VERB", "AUX") and teller != verb else None
    if to and s.deps[top] in ("ROOT", "relcl", "acl", "xcomp", "ccomp") and _is_infinitive(s, top):
        return _infinitive(s, top)
    main = s.heads[top]
    became = bool(to) and s.deps[top] == "advcl" and s.lemmas[main] in ("become", "be")
    if became and any(_foremost(s, a) for a in s.kids(main, "attr")):
        return None
    if to and s.deps[top] == "advcl":
        if s.lemmas[verb] in _VOICING and s.lemmas[main] in _ADDRESSING:
            # "telephoned the two to urge restraint": said there and then; but "would meet to discuss it"
            return _modality(s, main) if s.kids(main, "aux") else None
        return "hypothetical", _PURPOSE
    return None


_ON_SCHEDULE = frozenset(
    "resume start begin open reopen fly leave arrive travel head visit depart convene meet hold".split()
)
_PROCESS = frozenset("process task work procedure".split())
_JOURNEYS = frozenset("fly travel head go move".split())
_DAYS_AND_MONTHS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
    "september october november december tomorrow".split()
)


def _scheduled(s: Sentence, verb: int) -> bool:
    """ "Flights between the two capitals resume on Friday": a present tense with a day is a timetable."""
    if s.field == "title" or s.tags[verb] not in ("VBP", "VBZ"):
        return False
    onward = s.lemmas[verb] in _JOURNEYS and s.words[verb + 1 : verb + 3] == ["on", "to"]
    if onward and s.deps[verb] in ("relcl", "ROOT", "conj", "ccomp"):
        return True  # "Rice, who flies on to Bucharest"
    if s.lemmas[verb] not in _ON_SCHEDULE or s.deps[verb] not in ("ROOT", "conj", "ccomp"):
        return False
    if s.kids(verb, "neg"):
        return False
    days = [o for p in s.kids(verb, "prep") if s.lemmas[p] in ("on", "in") for o in s.kids(p, "pobj")]
    days += s.kids(verb, "npadvmod")
    return any(s.words[o].lower() in _DAYS_AND_MONTHS for o in days)


def _first_of_row(s: Sentence, verb: int) -> int:
    """ "is to free the men and hand over the town": the first of the infinitives that one "to" leads."""
    if s.deps[verb] == "conj" and s.tags[verb] == "VB" and s.lemmas[s.heads[verb]] == "be":
        first = [c for c in s.kids(s.heads[verb], "xcomp") if c < verb and s.tags[c] == "VB"]
        return first[0] if first and not s.kids(verb, "aux", "nsubj") else verb
    while (
        s.deps[verb] == "conj"
        and s.tags[verb] == "VB"
        and s.pos[s.heads[verb]] in ("VERB", "AUX")
        and not s.kids(verb, "aux", "nsubj", "nsubjpass")
        and s.heads[verb] != verb
    ):
        verb = s.heads[verb]
        if s.tags[verb] == "VBG" and s.deps[verb] == "xcomp" and s.tags[s.heads[verb]] == "VB":
            verb = s.heads[verb]  # "are to begin moving and hand in their arms"
    return verb


def _is_infinitive(s: Sentence, verb: int) -> bool:
    """ "to free", "to be freed"; not "to have freed"."""
    if s.tags[verb] == "VB":
        return True
    return s.tags[verb] == "VBN" and any(s.words[a].lower() == "be" for a in s.kids(verb, "auxpass"))


_ADDRESSING = frozenset("call telephone phone summon write address meet tell ring speak visit".split())
_VOICING = frozenset(
    "urge plead implore beg reassure voice express lodge protest complain convey demand condemn thank congratulate appeal warn ask request "
    "denounce criticise criticize offer discuss raise press".split()
)


def _done_at_once(s: Sentence, verb: int, draft: Draft) -> bool:
    """ "called her to congratulate her", "launched an operation to arrest them": the purpose is under way."""
    head = s.heads[verb]
    above = s.lemmas[s.heads[head]] if s.deps[verb] in ("acl", "relcl") else s.lemmas[head]
    if draft.event_type == "PROTEST" and above in _GATHERING:
        return True  # "marched to protest against the pact"
    if draft.event_type == "REQUEST" and above in _GATHERING and s.lemmas[verb] in _VOICING:
        return True  # "marched to the embassy to plead for troops"
    if above == "be" and draft.event_type in ("CONSULT", "SUPPORT"):  # "was in Bamako to see the colonels"
        return any(s.lemmas[p] == "in" for p in s.kids(head, "prep"))
    there = above in _SETTING_OUT and _has_gone(s, head)
    if above in _CONTACT | _GOING_THERE or there:
        pleads = draft.event_type == "REQUEST" and s.lemmas[verb] in _VOICING
        return pleads or draft.event_type in ("SUPPORT", "CONSULT") or draft.mode == "disapprove"
    if above in _UNDERTAKE:
        return draft.event_type in MATERIAL_CONFLICT | {"CONSULT", "AID"} or draft.mode == "investigate"
    if above in _FOUNDING and any(s.lemmas[o] in _FUNDS for o in s.kids(head, "dobj")):
        return draft.event_type == "AID"  # "set up a fund to rebuild Chad"
    if above in _FORCE:
        return draft.event_type in ("COERCE", "ASSAULT")
    if above in _FIGHTING:
        return draft.event_type == "ASSAULT"  # "fought to retake the town"
    return above in _DISPATCH and draft.mode in ("investigate", "third-party")


def _has_gone(s: Sentence, verb: int) -> bool:
    """ "headed to Lima", "by heading to Lima" beside what was done: who set out has got there."""
    if s.tags[verb] == "VBG" and s.deps[verb] == "pcomp" and s.lemmas[s.heads[verb]] in ("by", "before"):
        verb = s.heads[s.heads[verb]]
    return s.tags[verb] in ("VBD", "VBN") and not any(s.tags[a] == "MD" for a in s.kids(verb, "aux"))


_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth")


def _foremost(s: Sentence, noun: int) -> bool:
    """ "the first premier", "the most senior official", "the first leader of his country": who did it."""
    if s.deps[noun] == "pobj" and s.lemmas[s.heads[noun]] == "of" and s.pos[s.heads[s.heads[noun]]] == "NOUN":
        noun = s.heads[s.heads[noun]]
    if s.deps[noun] not in ("attr", "appos"):
        return False
    traits = s.kids(noun, "amod", "advmod")
    most = any(s.lemmas[m] == "most" for c in traits for m in s.kids(c, "advmod"))
    return most or any(
        s.lemmas[c] in ("first", "last", "only", "latest")
        or s.tags[c] == "JJS"
        or _ORDINAL.fullmatch(s.words[c])  # "the 110th country to recognise it"
        for c in traits
    )


_AT_ONCE = frozenset("able quick swift fast prompt slow".split())
"""What somebody was to do that he did."""


def _infinitive(s: Sentence, verb: int) -> tuple[Status, str] | None:
    """ "Kim, Trump to meet" lies ahead; "plan to attack" is only wished; "the first to sign" happened."""
    head = s.heads[verb]
    if s.lemmas[verb] in _VOICING and s.lemmas[head] in _ADDRESSING:
        return None
    if s.deps[verb] == "ROOT" or (s.deps[verb] in ("relcl", "acl") and s.pos[head] == "PROPN"):
        return "future", "headline infinitive"
    if s.deps[verb] == "xcomp" and s.lemmas[head] == "have" and s.tags[head] == "VBD":
        return (
            ("hypothetical", "had to") if _is_told_to(s, head, verb) else None
        )  # "had to open fire": it did
    if s.lemmas[head] in _AT_ONCE and s.tags[s.heads[head]] == "VBD":
        return None  # "were able to arrest two men", "was quick to welcome it": they did
    if s.lemmas[head] == "hasten" and s.tags[head] in ("VBD", "VBN"):
        return None
    if s.deps[verb] == "xcomp" and s.lemmas[head] in ("be", "have", "need", "want"):
        if s.words[head].lower() == "been":
            return None  # "has been to see the emir": she was there
        return ("future", "is to") if s.lemmas[head] == "be" else ("hypothetical", s.lemmas[head])
    if s.deps[verb] == "xcomp" and s.lemmas[head] in _GOING_THERE | _FIGHTING:
        return "hypothetical", _PURPOSE
    if s.lemmas[head] == "become" and any(_foremost(s, a) for a in s.kids(head, "attr")):
        return None
    if s.deps[verb] in ("acl", "relcl") and _foremost(s, head):
        return None  # "became the first president to visit Armenia"
    if s.deps[verb] in ("acl", "relcl") and s.lemmas[head] not in ("first", "last", "one", "only"):
        if s.lemmas[s.heads[head]] in _UNDERTAKE:
            return "hypothetical", _PURPOSE
        return "hypothetical", f"{s.words[head]} to"
    if s.deps[verb] in ("xcomp", "ccomp") and s.pos[head] in ("VERB", "ADJ", "AUX", "NOUN"):
        return "hypothetical", f"{s.words[head]} to"
    return None


def _is_told_to(s: Sentence, head: int, verb: int) -> bool:
    """ "said the troops had to leave": what a speaker asks of others, not what they once were forced to do."""
    asked = g.surface_subjects(s, head)
    said = s.deps[head] == "ccomp" and s.lemmas[s.heads[head]] in _SAYS
    named = any(
        s.pos[k] == "PROPN" or s.lemmas[k] in content.BODIES | _ASKED for t in asked for k in s.subtree(t)
    )
    return said and named and s.lemmas[verb] not in _SUFFERED and not s.kids(verb, "advcl")


_ASKED = frozenset(
    "troop soldier fighter blockade fighting bombing shelling violence killing raid war".split()
)
_SUFFERED = frozenset("flee wait open fire shoot pay sell queue live sleep walk cancel postpone".split())


def _condition(s: Sentence, i: int) -> str:
    for k in (i, *s.ancestors(i)):
        if realised.is_told_beside(s, k):
            break
        if s.deps[k] in ("advcl", "ccomp", "pcomp"):
            for c in s.kids(k, "mark", "advmod"):
                if s.lemmas[c] == "whether" and realised.only_where(s, k):
                    return ""
                if s.lemmas[c] in _CONDITIONS:
                    return s.words[c]
                if s.lemmas[c] in ("before", "until") and s.tags[k] in ("VBP", "VBZ") and s.field == "text":
                    return s.words[c]  # "no talks before the troops leave"
        if s.deps[k] in ("relcl", "conj"):
            continue
        if s.deps[k] == "ROOT":
            break
    if s.text.rstrip("\"”' ").endswith("?"):
        return "question"
    return ""


def _any_such(s: Sentence, noun: int) -> str:
    """ "An attack on Niger would be an attack on us": none that took place."""
    verb = s.heads[noun]
    indefinite = any(s.lemmas[c] in ("a", "an", "any") for c in s.kids(noun, "det"))
    would = [a for a in s.kids(verb, "aux") if s.words[a].lower() in ("would", "could", "might", "will")]
    backed = s.deps[noun] == "dobj" and s.lemmas[verb] in _FAVOURING  # "would not support an attack on Iran"
    subject = s.deps[noun] == "nsubj" and any(s.words[a].lower() != "will" for a in would)
    return s.words[would[0]] if indefinite and would and (backed or subject) else ""


_FAVOURING = frozenset("support back oppose favour favor endorse condone accept allow join tolerate".split())


_LAYING_DOWN = frozenset("require envisage envision foresee stipulate mandate entail".split())
"""What a paper does with a deed that is to come of it."""


def _of_what_is_done_to_it(s: Sentence, verb: int) -> tuple[Status, str] | None:
    """ "The deal does not require an Israeli withdrawal", "will step up joint drills": none yet."""
    if s.lemmas[verb] in _LAYING_DOWN:
        return "hypothetical", s.words[verb]
    coming = _modality(s, verb) if s.lemmas[verb] in _SWELLING else None
    return coming if coming and coming[0] == "future" else None


_COMING = frozenset("week month year spring summer autumn winter".split())


def _next_year(s: Sentence, noun: int) -> bool:
    """ "after the withdrawal of NATO forces next year": it lies ahead."""
    end = max(s.subtree(noun))
    for k in range(noun + 1, min(end + 2, len(s) - 1)):
        if s.pos[k] in ("VERB", "AUX"):
            return False
        if s.words[k].lower() == "next" and s.lemmas[k + 1].lower() in _COMING:
            return s.words[k - 1].lower() not in ("the", "of")
    return False


def _beside_what_is_wished(s: Sentence, noun: int) -> bool:
    """ "a deal to free hostages in exchange for a truce and the release of prisoners": all of it is wished."""
    first = g.first_joined(s, noun)
    verb = s.heads[first]
    if (
        first == noun
        or s.deps[first] != "dobj"
        or s.tags[verb] != "VB"
        or s.deps[verb] not in ("acl", "advcl")
    ):
        return False
    between = {s.lemmas[k] for k in range(first, noun)}
    return "exchange" in between and any(s.lemmas[a] == "to" for a in s.kids(verb, "aux"))


def _ahead(s: Sentence, noun: int) -> tuple[Status, str] | None:
    """What a noun tells that lies ahead, by the time or the wish beside it."""
    if _next_year(s, noun):
        return "future", "next"
    return ("hypothetical", _PURPOSE) if _beside_what_is_wished(s, noun) else None


def _noun_status(s: Sentence, noun: int) -> tuple[Status, str]:
    whole = s.heads[s.heads[noun]] if s.deps[noun] == "pobj" and s.lemmas[s.heads[noun]] == "of" else noun
    whole = whole if s.lemmas[whole] in ("round", "series", "set") else noun
    for c in (*s.kids(noun, "amod", "compound", "advmod"), *(s.kids(whole, "amod") if whole != noun else ())):
        word = s.lemmas[c]
        if word in (
            "possible",
            "potential",
            "hypothetical",
            "feared",
            "fear",
            "likely",
            "threatened",
            "further",
            "eventual",
        ):
            return "hypothetical", s.words[c]
        if word in (
            "future",
            "planned",
            "upcoming",
            "proposed",
            "scheduled",
            "plan",
            "forthcoming",
            "looming",
            "impending",
        ):
            return "future", s.words[c]
        if word in ("alleged", "failed", "foiled"):
            return "asserted", s.words[c]
    if word := _any_such(s, noun) or unreal.only_possible(s, noun) or forthcoming.only_wanted(s, noun):
        return "hypothetical", word
    head = s.heads[noun]
    if s.deps[noun] in ("nsubj", "nsubjpass"):
        below = s.kids(head, "xcomp") if s.lemmas[head] in ("be", "set") else [head]
        ahead = [_modality(s, v) for v in below if s.lemmas[v] in _TAKING_PLACE]
        if ahead and ahead[0] and ahead[0][0] == "future":
            return ahead[0]  # "talks between the two are to be held in May"
    if s.deps[noun] == "dobj" and (coming := _of_what_is_done_to_it(s, head)):
        return coming
    if coming := _yet_to_be_held(s, noun):
        return coming
    if s.deps[noun] == "pobj" and s.lemmas[head] in ("before", "ahead", "for", "until", "of"):
        above = s.heads[head]
        heralded = [above, *s.kids(above, "dobj")] if s.lemmas[above] in ("set", "pave") else [above]
        if s.lemmas[head] == "for" and any(s.lemmas[o] in _YET_TO_COME for o in heralded):
            return "hypothetical", s.words[above]  # "set the stage for a clash"
        told = s.kids(noun, "poss") and s.tags[above] in ("VBD", "VBN")  # "led it before his arrest"
        ahead_of = s.lemmas[above] == "ahead" or s.lemmas[head] == "ahead"
        if ahead_of or (s.lemmas[head] == "before" and not (told and s.lemmas[noun] in _WITH_AN_OWNER)):
            return "future", s.words[head]
        if s.lemmas[above] in (
            "possibility",
            "prospect",
            "risk",
            "fear",
            "threat",
            "hope",
            "idea",
            "chance",
            "danger",
        ):
            return "hypothetical", s.words[above]
    return "asserted", ""


_SWELLING = frozenset("step boost expand increase intensify deepen extend widen broaden enhance".split())
_TAKING_PLACE = frozenset(
    "hold take begin start open resume kick go convene follow continue occur happen".split()
)
"""What an event does that its noun tells: "the talks will begin on Monday"."""
_GATHERINGS = frozenset("meeting summit talk conference session encounter visit trip".split())


def _yet_to_be_held(s: Sentence, noun: int) -> tuple[Status, str] | None:
    """ "During their meeting they are expected to …", "the summit, to be held on Thursday": still to come."""
    if s.lemmas[noun] not in _GATHERINGS:
        return None
    for c in s.subtree(noun):  # "a summit set for Monday but postponed since"
        if c > noun and s.tags[c] == "VBN" and s.lemmas[c] in _PUT_OFF and s.deps[c] in ("acl", "conj"):
            return "hypothetical", s.words[c]
    for c in s.kids(noun, "acl", "relcl"):
        if s.lemmas[c] in ("hold", "begin", "open", "start") and s.tags[c] in ("VBN", "VB"):
            to = [a for a in s.kids(c, "aux") if s.lemmas[a] == "to"]
            if to and not any(s.lemmas[a] == "have" for a in s.kids(c, "aux")):
                return "future", s.words[to[0]]
    lead, verb = s.heads[noun], s.heads[s.heads[noun]]
    if s.deps[noun] == "pobj" and s.lemmas[lead] in ("during", "at") and s.deps[lead] == "prep":
        expected = s.lemmas[verb] in ("expect", "schedule", "due") and bool(s.kids(verb, "xcomp"))
        found = _modality(s, verb) if s.pos[verb] in ("VERB", "AUX") else None
        if expected or (found and found[0] == "future"):
            return "hypothetical", s.words[verb]
    return None


_PUT_OFF = frozenset({"postpone", "cancel", "scrap", "shelve"})
_WITH_AN_OWNER = frozenset(
    "arrest detention resignation conviction dismissal ouster overthrow removal expulsion deportation killing "
    "assassination abduction kidnapping capture".split()
)
"""What befell somebody, and is told by "before" as done."""
_YET_TO_COME = frozenset(
    "date time venue agenda timetable condition ground room hope need call proposal preparation deadline stage "
    "scene way".split()
)
"""Nouns whose event is still to be had: "could not agree on a date for talks"."""
_REFUSED_MODE = {
    "AID": "assist",
    "COOPERATE": "assist",
    "SUPPORT": "assist",
    "CONSULT": "meet",
    "RETREAT": "yield",
    "CONCEDE": "yield",
}
_ASKED_MODE = {**_REFUSED_MODE, "AGREE": "change"}
_MODE_CAMEO = {"REQUEST": {"assist": "101", "meet": "106", "yield": "105", "change": "104"},
               "REJECT": {"assist": "121", "meet": "125", "yield": "124", "change": "123"}}  # fmt: skip
_REFUSABLE = COOPERATIVE | YIELDING | {"MOBILIZE"}
"""Types whose denial for the future is a refusal ("will not send soldiers")."""
_PERMITS = frozenset("allow permit let grant accept approve recognise recognize authorise authorize".split())
"""Verbs whose denial is itself a refusal, in any tense."""
_SAYS = frozenset(
    "say tell insist stress declare argue state add warn believe maintain announce reiterate think write repeat "
    "reaffirm underline underscore emphasise emphasize note remind reply respond retort counter contend claim "
    "suggest caution assert affirm comment post tweet rejoin feel hold".split()
)


def fold(s: Sentence, draft: Draft, spoken: frozenset[int] = frozenset()) -> None:
    """Decide a draft's status and what PLOVER makes of its type in that light.

    ``spoken`` are the verbs of main clauses of direct speech.
    """
    draft.status, why = status_of(s, draft)
    if (
        draft.trigger in spoken
        and draft.status == "asserted"
        and not draft.settled
        and imperative(s, draft.trigger)
    ):
        draft.status, why = "hypothetical", "imperative"
    if (
        draft.trigger in spoken
        and draft.status == "future"
        and draft.mode == "allege"
        and draft.frame.passive
    ):
        draft.spoken, draft.status = not draft.actors, "asserted"  # "said Oslo would be held responsible"
    if draft.event_type == "REJECT" and draft.status != "asserted" and _refuses_by_its_words(s, draft):
        draft.status, why = "asserted", ""
    if draft.trigger in spoken and _is_said_to_come(draft):
        draft.spoken, draft.status = True, "asserted"  # "They will pay a price", he said
    if why:
        draft.steps.append(f"status {draft.status}: {why}")
    before = draft.event_type
    folded = fold_refusal(s, draft) or fold_demand(s, draft, spoken) or fold_threat(s, draft, spoken)
    if not folded:
        fold_future(s, draft)
    if draft.event_type != before:  # the words of refusing, asking, promising speak for it too
        draft.confidence = 0.42 + 0.55 * draft.confidence


def _refuses_by_its_words(s: Sentence, draft: Draft) -> bool:
    """ "would not budge", "will have none of it": a refusal that is told by its "not"."""
    verb = draft.trigger
    denied = any(s.deps[t] == "neg" or s.lemmas[t] in ("no", "none") for t in draft.frame.literals)
    ahead = {s.words[a].lower() for a in s.kids(verb, "aux")} & (FUTURE | {"would"})
    return denied and bool(ahead) and not _condition(s, verb)


def _is_said_to_come(draft: Draft) -> bool:
    """A harm that befalls those whom a sense names, or that is to be done by nobody named: a threat."""
    subject = draft.frame.sense.subject
    without_doer = (subject is not None and subject.slot == "R") or draft.frame.passive
    ahead = draft.status in ("future", "hypothetical")
    return draft.event_type == "THREATEN" and ahead and without_doer and not draft.actors


def fold_refusal(s: Sentence, draft: Draft) -> bool:
    """ "said he will not lift the embargo" is a refusal: REJECT; True when it was one."""
    verb = _governing_verb(s, draft)
    if draft.status != "negated" or verb is None or draft.event_type not in _REFUSABLE:
        return False
    if unreal.yet_to(s, verb):
        return False  # "has yet to approve the deal": it may
    if _never_has(s, verb):
        return False
    if g.is_passive(s, verb) and any(s.lemmas[a] == "have" for a in s.kids(verb, "aux")):
        return False  # "has not been approved by the council": nobody has refused it
    if s.lemmas[verb] in _PERMITS and (draft.actors or s.kids(verb, "nsubj")):
        return _refuse(s, draft, verb)  # "did not allow the rally"
    words = {s.words[a].lower() for a in _auxiliaries(s, verb)}
    own = {w for a in s.children[verb] if s.deps[a] == "aux" for w in (s.words[a].lower(),)}
    if not (words | own) & (FUTURE | {"would"}):
        return False
    return _refuse(s, draft, verb)


def _never_has(s: Sentence, verb: int) -> bool:
    """ "have never accepted the border": how they have always thought of it, and no refusal of the day."""
    never = any(s.lemmas[c] == "never" for c in s.kids(verb, "neg", "advmod"))
    return never and any(s.lemmas[a] == "have" for a in s.kids(verb, "aux"))


def _refuse(s: Sentence, draft: Draft, verb: int | None) -> bool:
    mode = _REFUSED_MODE.get(draft.event_type, "change")
    if draft.event_type == "MOBILIZE":  # "will not pull its troops back", "will not send soldiers"
        back = verb is not None and {n for n, _, _ in g.prepositional(s, verb)} & {"from", "out", "back"}
        mode = "yield" if back else "assist"
    draft.steps.append(f"refused {draft.event_type} → REJECT/{mode}")
    if draft.two_sided and verb is not None:  # "will not negotiate with the rebels": one refuses the others
        who = g.surface_subjects(s, verb)
        refused = [t for t in draft.actors if t not in who]
        if refused and len(refused) < len(draft.actors):
            draft.actors, draft.recipients = [t for t in draft.actors if t in who], refused
        draft.two_sided = False
    draft.event_type, draft.mode, draft.cameo, draft.status = (
        "REJECT",
        mode,
        _MODE_CAMEO["REJECT"][mode],
        "asserted",
    )
    return True


def fold_demand(s: Sentence, draft: Draft, spoken: frozenset[int] = frozenset()) -> bool:
    """ "Russia says Israel must end its raids" is a demand: REQUEST by the speaker."""
    verb = _governing_verb(s, draft)
    if verb is not None and draft.status == "asserted" and needed_by(s, verb) in spoken:
        return _demand(s, draft, [], g.surface_subjects(s, verb))  # "It is vital that Chad withdraw"
    if draft.status not in ("hypothetical", "negated") or verb is None:
        return False
    if verb in spoken and draft.status == "hypothetical" and imperative(s, verb):
        return _demand(s, draft, [], draft.recipients if draft.mode not in _OF_HOLDERS else [])
    if draft.status == "hypothetical" and high_time(s, verb) in spoken:
        return _demand(s, draft, [], g.surface_subjects(s, verb))
    harm = draft.event_type in MATERIAL_CONFLICT and g.is_passive(s, verb) and not g.agents(s, verb)
    perfect = any(s.lemmas[a] == "have" for a in _auxiliaries(s, verb))
    if s.deps[verb] == "xcomp" and s.lemmas[s.heads[verb]] in ("need", "have", "ought"):
        verb = s.heads[verb]
        if any(s.words[a].lower() in ("might", "may", "could", "would", "will") for a in s.kids(verb, "aux")):
            return False  # "China might have to teach Vietnam a lesson"
    elif not any(s.words[a].lower() in ("must", "should", "ought") for a in _auxiliaries(s, verb)):
        return False
    first = _first_of_row(s, verb)  # "they must free him and drop the charges"
    speech = s.heads[first]
    asked = g.surface_subjects(s, verb)
    if g.is_passive(s, verb):  # "must be removed by the settlers"
        asked = g.agents(s, verb) or asked
    if any(s.words[a].lower() in ("we", "i", "nobody", "none") for a in asked):
        return False
    if s.deps[first] != "ccomp" or s.lemmas[speech] not in _SAYS | {"agree"}:
        return not perfect and verb in spoken and bool(asked) and _demand(s, draft, [], [] if harm else asked)
    speakers = g.subjects(s, speech)
    if not speakers or set(speakers) & set(asked):
        return False
    if not any(s.pos[k] == "PROPN" or s.lemmas[k] in content.BODIES for t in asked for k in s.subtree(t)):
        told = s.kids(speech, "dobj", "dative") if s.lemmas[speech] in ("tell", "remind", "warn") else []
        asked = [
            t for t in told if s.pos[t] in ("NOUN", "PROPN")
        ] or asked  # "told the envoy the raids must stop"
    if perfect:  # "said Kigali should never have signed", not "said the ferry should have sailed at noon"
        return s.lemmas[draft.trigger] not in _DUE and as_blame(draft, speakers, [] if harm else asked)
    return _demand(s, draft, speakers, [] if harm else asked)  # "they must be punished": asked of whom?


_DUE = frozenset("arrive sail depart land dock begin start reach come return".split())
_OF_HOLDERS = frozenset({"release"})
"""Modes of which the recipients are those to be freed, not those who are asked."""


def _demand(s: Sentence, draft: Draft, speakers: list[int], asked: list[int]) -> bool:
    """Make a draft the demand of its speakers; where another sentence names them, of whoever speaks."""
    draft.spoken = not speakers
    opened = s.lemmas[draft.trigger] in ("open", "reopen")  # a border, a road: to ease what was shut
    mode = "yield" if opened else _ASKED_MODE.get(draft.event_type, "change")
    mode = "change" if draft.mode == "resign" else mode
    draft.steps.append(f"{draft.event_type} that somebody says must be → REQUEST/{mode}")
    draft.event_type, draft.mode, draft.cameo, draft.status = (
        "REQUEST",
        mode,
        _MODE_CAMEO["REQUEST"][mode],
        "asserted",
    )
    draft.actors, draft.recipients, draft.two_sided = list(speakers), list(asked) or addressed(s), False
    if asked and not draft.frame.passive:
        draft.owned = []  # "the army must end its siege": asked of the army, whosesoever the siege
    elif asked and not draft.owned:
        draft.owned = list(asked)  # "the charges against Niger's editor must be dropped"
    return True


def addressed(s: Sentence) -> list[int]:
    """Assad in the headline "Kerry to Assad: step down"."""
    colon = next((i for i in range(3, min(len(s), 9)) if s.words[i] == ":"), None)
    if s.field != "title" or colon is None:
        return []
    return [o for p in range(1, colon) if s.words[p] == "to" for o in s.kids(p, "pobj") if o < colon]


def fold_threat(s: Sentence, draft: Draft, spoken: frozenset[int] = frozenset()) -> bool:
    """A harm that its own author announces ("said it will strike"), or a step "unless …", is a threat."""
    verb = _governing_verb(s, draft)
    hinted = draft.status == "hypothetical" and verb is not None and s.lemmas[s.heads[verb]] in _HINTING
    if (draft.status != "future" and not hinted) or verb is None:
        return False
    ultimatum = any(
        s.lemmas[m] == "unless" or (s.lemmas[m] == "if" and s.kids(c, "neg"))
        for c in s.kids(verb, "advcl")
        for m in s.kids(c, "mark")
    )
    trial = draft.mode == "allege" and s.lemmas[draft.trigger] in _TRYING
    guards = draft.event_type == "MOBILIZE" and draft.mode == "police"  # "said it would post officers"
    harm = trial or (draft.event_type in MATERIAL_CONFLICT and not guards)
    announced = harm and (_announced_by_self(s, verb) or _decreed(s, draft, verb))
    own = verb in spoken and any(s.words[t].lower() in ("we", "i") for t in g.surface_subjects(s, verb))
    conditional = any(s.lemmas[m] == "if" for c in s.kids(verb, "advcl") for m in s.kids(c, "mark"))
    penal = draft.event_type in ("COERCE", "SANCTION") and draft.frame.passive and not draft.actors
    reported = s.deps[verb] == "ccomp" and s.lemmas[s.heads[verb]] in _SAYS
    by_force = reported and g.by_force(s, verb)
    ultimatum = ultimatum or by_force or (conditional and penal and reported)  # "would be shut if it went on"
    if not ultimatum and not announced and not (own and harm):
        return False
    mode = "arrest" if trial else threat_mode("ASSAULT" if by_force else draft.event_type, draft.mode)
    said = s.heads[verb]
    if not draft.actors and s.deps[verb] == "ccomp" and s.lemmas[said] in _SAYS:
        draft.actors = g.surface_subjects(s, said)  # "the minister said teachers would be sacked unless …"
    draft.steps.append(f"announced {draft.event_type} → THREATEN/{mode}")
    draft.event_type, draft.mode, draft.cameo, draft.status = (
        "THREATEN",
        mode,
        THREAT_CAMEO.get(mode or "", "130"),
        "asserted",
    )
    return True


_TRYING = frozenset({"prosecute", "indict"})
"""What a state says it will do to criminals: "We will prosecute them"."""
_HINTING = frozenset("hint threaten signal intimate insinuate".split())


def _announced_by_self(s: Sentence, verb: int) -> bool:
    speech = s.heads[verb]
    if s.deps[verb] != "ccomp" or s.lemmas[speech] not in _SAYS | _HINTING | {
        "confirm",
        "inform",
        "notify",
        "declare",
        "vow",
        "warn",
        "promise",
    }:
        return False
    said_by, done_by = g.subjects(s, speech), g.surface_subjects(s, verb)
    return (
        bool(set(said_by) & set(done_by))
        or _spokesman_of(s, said_by, done_by)
        or any(
            s.words[t].lower() in ("it", "he", "she", "they", "we", "i") or _own_side(s, t) for t in done_by
        )
    )


def _spokesman_of(s: Sentence, said_by: list[int], done_by: list[int]) -> bool:
    """ ""Malta will close its ports," said Ada Nkosi, a spokeswoman for Malta's premier": his own state."""
    told = [x for t in said_by for x in s.subtree(t)]
    speaks = any(s.lemmas[x] in ("spokesman", "spokeswoman", "spokesperson") for x in told)
    return speaks and any(s.pos[t] == "PROPN" and s.words[t] in {s.words[x] for x in told} for t in done_by)


_DECREED = frozenset(
    "hunt crush punish destroy eliminate disarm pursue shoot expel deport liquidate flatten wipe smash bomb raid "
    "execute behead kill arrest detain jail imprison blacklist prosecute evict".split()
)
"""Deeds that those who announce them will do or have done."""
_FORESEEING = frozenset(
    "analyst expert observer report group agency monitor source diplomat un media witness resident commentator "
    "historian critic lawyer family relative newspaper paper magazine".split()
)


def _decreed(s: Sentence, draft: Draft, verb: int) -> bool:
    """ "The navy said pirates would be hunted down at sea": by those who say so."""
    speech = s.heads[verb]
    if not draft.frame.passive or draft.actors or s.deps[verb] != "ccomp" or s.lemmas[verb] not in _DECREED:
        return False
    said_by = g.subjects(s, speech) if s.lemmas[speech] in _SAYS else []
    own = {e for t in draft.recipients for e in s.kids(t, "poss") if s.tags[e] == "PRP$"}
    return bool(said_by) and not own and not any(s.lemmas[t] in _FORESEEING for t in said_by)


_OWN_SIDE = frozenset("government country army nation administration side movement party cabinet".split())


def _own_side(s: Sentence, t: int) -> bool:
    """ "said his government would let inspectors in": he speaks for it."""
    return s.lemmas[t] in _OWN_SIDE and any(s.tags[k] == "PRP$" for k in s.kids(t, "poss"))


def _governing_verb(s: Sentence, draft: Draft) -> int | None:
    if s.pos[draft.trigger] in ("VERB", "AUX"):
        return draft.trigger
    return draft.frame.light


def fold_future(s: Sentence, draft: Draft) -> None:
    """What only lies ahead.

    PLOVER: a CONSULT, SUPPORT, COOPERATE or AID to come is AGREE; a RETREAT to come is CONCEDE,
    or AGREE (CAMEO 035, intent to yield) where the one who will yield says so.
    """
    if draft.status != "future":
        return
    verb = _governing_verb(s, draft)
    if draft.event_type in COOPERATIVE:
        if (
            draft.mode == "visit"
            and verb is not None
            and set(g.surface_subjects(s, verb)) & set(draft.recipients)
        ):
            draft.actors, draft.recipients = (
                draft.recipients,
                draft.actors,
            )  # "is to host the premier": he agrees
        draft.steps.append(f"future {draft.event_type} → AGREE")
        draft.cameo = AGREE_CAMEO[draft.event_type]
        draft.event_type, draft.mode, draft.status = "AGREE", None, "asserted"
    elif draft.event_type in YIELDING and verb is not None and _announced_by_self(s, verb):
        draft.steps.append(f"announced {draft.event_type} → AGREE")
        draft.event_type, draft.mode, draft.cameo, draft.status = "AGREE", None, "035", "asserted"
    elif draft.event_type == "REJECT" and verb is not None and _announced_by_self(s, verb):
        draft.steps.append(
            "announced REJECT → asserted"
        )  # "said it would oppose the bill": it does by saying so
        draft.status = "asserted"
    elif draft.event_type == "RETREAT" and draft.mode != "resign":
        draft.steps.append("future RETREAT → CONCEDE")  # nobody says so of himself: it is still to come
        draft.event_type, draft.mode, draft.cameo = "CONCEDE", None, "080"
