"""What is no event yet, or never was, told far from its verb: terms of a deal, things averted or imagined.

Negation and modals on the verb itself are ``status``'s matter; here are words further off.
"""

from __future__ import annotations

from dragoman.coding import grammar as g
from dragoman.language import Sentence
from dragoman.records import Status

Found = tuple[Status, str]

_DEALS = frozenset(
    "deal plan agreement accord proposal truce ceasefire treaty pact roadmap map framework draft term arrangement "
    "settlement offer resolution bill package outline blueprint initiative scheme understanding amendment formula "
    "phase stage provision clause timetable protocol memorandum armistice compromise decree ruling order measure".split()
)
"""What sets terms."""
_SETTING = frozenset(
    "see require oblige commit bind call envisage envision foresee provide stipulate mandate entail involve include "
    "propose set allow permit ask demand seek specify contain outline offer expect let".split()
)
"""What such a paper does with an act still to come."""
_BINDING = frozenset("oblige commit require bind obligate".split())
"""What makes an act a duty, whoever says so."""
_AVERTING = frozenset(
    "prevent avert avoid foil thwart forestall abort cancel scrap shelve preempt pre-empt postpone deter disrupt "
    "call head delay stave ward suspend".split()
)
_WITH_PARTICLE = {"call": "off", "head": "off", "stave": "off", "ward": "off"}
_ONLY_PLANNED = frozenset(
    {"cancel", "scrap", "shelve", "postpone", "delay", "call", "suspend", "disrupt", "abort"}
)
"""Verbs that also end what is under way: only a *planned* strike is no strike when it is cancelled."""
_PLANNED = frozenset(
    "planned plan intended imminent proposed scheduled threatened looming impending attempted".split()
)
_SCHEDULED = frozenset({"plan", "schedule", "set", "due", "intend"})
_PROOF = frozenset(
    "evidence sign indication proof suggestion hint trace record confirmation reason report".split()
)
_IMAGINING = frozenset("imagine suppose pretend assume hypothesise hypothesize envision picture wish".split())
_DREADING = frozenset(
    "fear dread risk anticipate predict contemplate consider foresee ponder oppose resist".split()
)
_BRACING = frozenset("brace prepare plan wait hope push press argue lobby".split())
_SEEKING = frozenset({"search", "quest", "drive", "bid", "hope", "appetite"})
_POSSIBLE = frozenset(
    "talk rumour rumor speculation spectre specter prospect possibility risk fear threat hope idea chance danger "
    "likelihood scenario event case warning question option thought".split()
)
_ABSENCE = frozenset({"absence", "lack", "avoidance", "prevention"})
_BRINGING = frozenset(
    "lead trigger cause prompt provoke spark secure ensure enable pave result require hasten invite risk justify "
    "entail bring produce guarantee precipitate".split()
)
_INVERTED = frozenset({"have", "should", "be"})
_NOT_YET = frozenset({"until", "till", "before", "unless"})
_THEN = frozenset({"once", "when", "after", "as"})
_MODAL = frozenset(
    {"will", "would", "could", "may", "might", "can", "must", "should", "shall", "'ll", "wo", "to"}
)


def inverted(s: Sentence, verb: int | None) -> str:
    """ "Had Iraq not invaded Kuwait, …": a condition without an *if*."""
    if verb is None or s.deps[verb] != "advcl":
        return ""
    subjects = s.kids(verb, "nsubj", "nsubjpass")
    first = s.kids(verb, "aux", "auxpass")[:1]
    if subjects and first and first[0] < subjects[0] and s.lemmas[first[0]] in _INVERTED:
        return s.words[first[0]]
    return ""


def negated(s: Sentence, trigger: int, verb: int | None) -> str:
    """The words that say from further off that it did not happen."""
    i = verb if verb is not None else trigger
    return (
        _neither(s, verb) or yet_to(s, verb) or _instead(s, i) or _unproven(s, i) or _averted(s, trigger)
        or _given_up(s, verb) or _not_dared(s, verb) or _by_not_doing(s, verb) or _not_able(s, verb)
    )  # fmt: skip


_FAILING = frozenset("fail refuse neglect decline failure refusal inability unwillingness".split())


def _by_not_doing(s: Sentence, verb: int | None) -> str:
    """ "its failure to reach out by freeing them", "did not end it by freeing them": they are not free."""
    top = verb
    while top is not None and s.deps[top] == "conj" and s.tags[top] == "VBG":
        top = s.heads[top]
    if top is None or s.deps[top] != "pcomp" or s.lemmas[s.heads[top]] != "by":
        return ""
    main = s.heads[s.heads[top]]
    failing = s.deps[main] in ("xcomp", "acl") and s.lemmas[s.heads[main]] in _FAILING
    if failing:
        return s.words[s.heads[main]]
    return next((s.words[c] for c in s.kids(main, "neg")), "")


def if_passed(s: Sentence, trigger: int, verb: int | None) -> str:
    """ "a vote that would authorise sanctions targeting the junta", "allow sanctions on it": not imposed yet."""
    noun = trigger
    if verb is not None and s.deps[verb] == "acl" and s.tags[verb] == "VBG":
        noun = s.heads[verb]
    above = s.heads[noun]
    if s.pos[noun] != "NOUN" or s.deps[noun] != "dobj" or s.lemmas[above] not in _ENACTING:
        return ""
    return next((s.words[a] for a in s.kids(above, "aux") if s.tags[a] == "MD"), "")


_ENACTING = frozenset(
    "authorise authorize allow permit enable impose introduce bring order approve extend".split()
)


def _not_dared(s: Sentence, verb: int | None) -> str:
    """ "They do not dare fire a shot at us": they fire none."""
    if verb is None or s.deps[verb] not in ("xcomp", "ccomp") or s.lemmas[s.heads[verb]] != "dare":
        return ""
    return next(
        (s.words[c] for c in s.kids(s.heads[verb], "neg", "advmod") if s.lemmas[c] in ("not", "never")), ""
    )


def _not_able(s: Sentence, verb: int | None) -> str:
    """ "Police were not able to free them": they did not."""
    if verb is None or s.deps[verb] != "xcomp" or s.lemmas[s.heads[verb]] != "able":
        return ""
    able = s.heads[verb]
    return next((s.words[c] for c in (*s.kids(able, "neg"), *s.kids(s.heads[able], "neg"))), "")


_GIVING_UP = frozenset({"withdraw", "desist", "shrink", "retreat"})


def _given_up(s: Sentence, verb: int | None) -> str:
    """ "Berlin withdrew from defending its ally in court": it does so no more."""
    if verb is None or s.deps[verb] != "pcomp" or s.lemmas[s.heads[verb]] != "from":
        return ""
    above = s.heads[s.heads[verb]]
    return s.words[above] if s.lemmas[above] in _GIVING_UP else ""


def _neither(s: Sentence, verb: int | None) -> str:
    """ "Neither the police nor the army arrested …"."""
    if verb is None:
        return ""
    for subject in g.surface_subjects(s, verb):
        if s.lemmas[subject] == "neither" or any(s.lemmas[c] == "neither" for c in s.kids(subject, "advmod")):
            return s.words[subject]  # "neither is to use or threaten force"
    for subject in s.kids(verb, "nsubj", "nsubjpass"):
        for c in s.kids(subject, "preconj", "det", "cc"):
            if s.lemmas[c] == "neither":
                return s.words[c]
    return ""


def yet_to(s: Sentence, verb: int | None) -> str:
    """ "have yet to sign"."""
    if verb is None or s.deps[verb] != "xcomp":
        return ""
    head = s.heads[verb]
    yet = any(s.lemmas[a] == "yet" for k in (verb, head) for a in s.kids(k, "advmod"))
    return "yet to" if yet and s.lemmas[head] in ("have", "be") and s.kids(verb, "aux") else ""


def _instead(s: Sentence, i: int) -> str:
    """ "instead of arresting them"."""
    head = s.heads[i]
    if s.deps[i] != "pcomp" or s.lemmas[head] not in ("of", "than"):
        return ""
    words = {s.words[k].lower() for k in (*s.kids(head, "advmod", "pcomp"), s.heads[head], head - 1)}
    return "instead" if words & {"instead", "rather", "short"} else ""


def _unproven(s: Sentence, i: int) -> str:
    """ "no evidence that …", "it is not true that …", "no such thing as monks being jailed for it"."""
    if "thing" in s.bag and "such" in s.bag:
        words = [w.lower() for w in s.words[:i]]
        said = next((k for k in range(i - 3) if words[k : k + 4] == ["no", "such", "thing", "as"]), None)
        if said is not None and "," not in words[said:]:
            return "no such thing"
    for k in (i, *s.ancestors(i)):
        above = s.heads[k]
        if s.deps[k] not in ("acl", "ccomp", "relcl") or above == k:
            continue
        if s.lemmas[above] in _PROOF and s.deps[k] != "relcl":
            refused = any(s.lemmas[c] in ("no", "little", "any") for c in s.kids(above, "det", "amod"))
            return f"no {s.words[above]}" if refused and _is_denied_proof(s, above) else ""
        if s.lemmas[above] == "be" and s.kids(above, "neg"):
            told = [s.lemmas[c] for c in s.kids(above, "acomp", "attr")]
            return "not true" if {"true", "case"} & set(told) else ""
        return ""
    return ""


def _is_denied_proof(s: Sentence, noun: int) -> bool:
    """ "no evidence", "did not find any evidence", "without any proof"."""
    lemmas = {s.lemmas[c] for c in s.kids(noun, "det", "amod")}
    if lemmas & {"no", "little"}:
        return True
    head = s.heads[noun]
    return bool(s.kids(head, "neg")) or s.lemmas[head] == "without"


_TABLED = frozenset(
    "bid motion move attempt effort push proposal plan resolution petition request bill".split()
)
_TURNING_DOWN = frozenset(
    "reject rebuff defeat block dismiss oppose resist quash veto scotch spurn repel".split()
)


def _averted(s: Sentence, trigger: int) -> str:
    """ "prevented an attack", "a planned strike was called off": it was not to be."""
    i = trigger
    if s.pos[i] == "VERB" and s.deps[i] in ("acl", "advcl", "relcl") and s.tags[i] == "VB":
        i = s.heads[i]  # "a plot to attack the embassy"
        if (
            s.lemmas[i] in _TABLED
            and s.deps[i] in ("dobj", "nsubjpass")
            and s.lemmas[s.heads[i]] in _TURNING_DOWN
        ):
            return s.words[s.heads[i]]  # "rejected a motion to impeach the president"
    if s.pos[i] not in ("NOUN", "PROPN") or s.deps[i] not in ("dobj", "nsubjpass", "pobj"):
        return ""
    verb = s.heads[i]
    if s.deps[i] == "pobj":
        return (
            s.words[s.heads[verb]] if s.lemmas[verb] == "of" and s.lemmas[s.heads[verb]] in _ABSENCE else ""
        )
    lemma = s.lemmas[verb]
    particle = _WITH_PARTICLE.get(lemma)
    if lemma not in _AVERTING or (
        particle and not any(s.lemmas[p] == particle for p in s.kids(verb, "prt", "prep", "advmod"))
    ):
        return ""
    planned = any(
        s.lemmas[c] in _PLANNED or s.words[c].lower() in _PLANNED for c in s.kids(i, "amod", "compound")
    )
    planned = planned or any(s.lemmas[c] in _SCHEDULED for c in s.kids(i, "relcl", "acl"))
    return s.words[verb] if planned or lemma not in _ONLY_PLANNED or i != trigger else ""


_LAWS = frozenset("bill law legislation motion act amendment ordinance draft petition referendum".split())


_ENABLING = frozenset("allow permit enable empower let entitle authorise authorize".split())
_POWERS = frozenset(
    "measure decree emergency power powers rule regulation code constitution provision".split()
)


def of_a_bill(s: Sentence, trigger: int) -> str:
    """ "The bill would allow suspects to be handed over": what a law that is not passed would do."""
    for verb in (trigger, *s.ancestors(trigger)):
        if s.pos[verb] != "VERB":
            continue
        ahead = any(s.words[a].lower() in ("would", "could", "may", "might") for a in s.kids(verb, "aux"))
        if ahead and any(s.lemmas[t] in _LAWS for t in g.subjects(s, verb)):
            return s.words[verb]
        lets = verb != trigger and s.lemmas[verb] in _ENABLING and s.tags[verb] in ("VBZ", "VBP", "VBG")
        if lets and any(s.lemmas[t] in _LAWS | _POWERS for t in g.subjects(s, verb)):
            return s.words[verb]  # "a measure that allows the authorities to restrict movement"
        if s.deps[verb] not in ("xcomp", "ccomp", "conj"):
            return ""
    return ""


def terms(s: Sentence, trigger: int, verb: int | None) -> str:
    """ "Under the deal, X would …", "the plan calls for Y to …": what is set for later."""
    if verb is not None and any(s.words[a].lower() == "would" for a in s.kids(verb, "aux")):
        for k in (verb, s.heads[verb]):
            for p in s.kids(k, "prep"):
                if _of_a_deal(s, p):
                    return s.slice(p, min(p + 2, len(s) - 1))
    if s.lemmas[trigger] in _BINDING and (
        s.tags[trigger] == "VBG" or any(s.lemmas[t] in _DEALS for t in s.kids(trigger, "nsubj"))
    ):
        return s.words[trigger]  # "the treaty commits Sudan to withdraw its troops"
    if verb is not None and s.tags[verb] == "VBD" and trigger == verb:
        return ""
    swapped = _swapped(s, trigger)
    if swapped:
        return swapped
    i = trigger
    while s.deps[i] == "conj" and s.pos[i] == s.pos[s.heads[i]] == "NOUN":
        i = s.heads[i]  # "provides for the return of refugees and the withdrawal of troops"
    while s.heads[i] != i:
        head = s.heads[i]
        bound = s.lemmas[head] in _BINDING and s.tags[head] in ("VBG", "VBZ", "VBP")
        if bound and (s.deps[i] == "xcomp" or (s.deps[i] == "advcl" and s.tags[i] == "VB")):
            return s.words[head]  # "signed a document obliging Moscow to withdraw its troops"
        called = s.lemmas[head] == "call" and any(s.lemmas[m] == "for" for m in s.kids(i, "mark"))
        below = called or s.deps[i] not in ("nsubj", "nsubjpass", "advcl", "relcl", "conj")
        if s.pos[head] == "VERB" and s.lemmas[head] in _SETTING and below:
            subjects = s.kids(head, "nsubj")
            if any(s.lemmas[t] in _DEALS for t in subjects):
                return s.words[head]
            return ""
        if s.deps[i] not in ("pobj", "prep", "dobj", "ccomp", "xcomp", "advcl", "pcomp"):
            return ""
        i = head
    return ""


def _swapped(s: Sentence, noun: int) -> str:
    """ "the deal includes a release in exchange for the release of others": as much a term as the first."""
    price = s.heads[s.heads[noun]]
    if (
        s.deps[noun] != "pobj"
        or s.lemmas[s.heads[noun]] != "for"
        or s.lemmas[price] not in ("exchange", "return")
    ):
        return ""
    for v in s.ancestors(price):
        if s.lemmas[v] in _SETTING and any(s.lemmas[t] in _DEALS for t in s.kids(v, "nsubj")):
            return s.words[v]
    return ""


_ACCORDS = frozenset(
    "deal agreement accord truce ceasefire treaty pact term settlement understanding protocol memorandum armistice "
    "compromise formula arrangement roadmap".split()
)
"""What two sides conclude."""


def deals_below(s: Sentence, p: int) -> list[int]:
    """The accord of "under the deal", "as part of the pact", "under its terms"."""
    below = [
        k for b in s.kids(p, "pobj") for k in s.subtree(b) if s.lemmas[k] in _ACCORDS and s.pos[k] == "NOUN"
    ]
    under = s.lemmas[p] in ("under", "per") or (
        s.lemmas[p] == "as" and any(s.lemmas[b] == "part" for b in s.kids(p, "pobj"))
    )
    return below if under else []


def _of_a_deal(s: Sentence, p: int) -> bool:
    words = s.lemmas[p]
    below = s.kids(p, "pobj")
    if words in ("under", "per", "by") or (words == "as" and any(s.lemmas[b] == "part" for b in below)):
        return any(s.lemmas[k] in _DEALS for b in below for k in s.subtree(b))
    return words == "in" and any(
        s.lemmas[b] in ("exchange", "return", "phase", "stage", "step") for b in below
    )


def imagined(s: Sentence, trigger: int, verb: int | None) -> Found | None:
    """Conditions, dreams and fears: "imagine that …", "on condition that …", "until Israel frees …"."""
    i = verb if verb is not None else trigger
    return (
        _suspected(s, i)
        or _was_to_have(s, i)
        or _or_else(s, i)
        or _aimed_at(s, i)
        or _to_be_done(s, i)
        or _only_thereafter(s, trigger)
        or _at_risk(s, trigger)
        or _among_terms(s, trigger)
        or _goaded(s, i)
        or _absurd_to_claim(s, i)
        or _still_to_come(s, verb)
        or _polled(s, i)
        or _never_was(s, trigger)
        or _whichever(s, i)
        or _thought(s, i)
        or (_dreaded(s, trigger) if s.pos[trigger] == "NOUN" else None)
    )


def _was_to_have(s: Sentence, i: int) -> Found | None:
    """ "The two were to have met on Monday": it was planned, and came to nothing."""
    be = s.heads[i]
    planned = s.lemmas[be] == "be" and s.words[be].lower() in ("was", "were") and s.deps[i] == "xcomp"
    if planned and {s.lemmas[a] for a in s.kids(i, "aux")} >= {"to", "have"}:
        return "hypothetical", "was to have"
    return None


def _or_else(s: Sentence, i: int) -> Found | None:
    """ "Gave them a week to surrender or be crushed": what befalls those who do not obey."""
    above = s.heads[i]
    if s.deps[i] != "conj" or s.tags[above] != "VB" or s.tags[i] not in ("VB", "VBN"):
        return None
    led = any(s.words[c].lower() == "or" and above < c < i for c in (*s.kids(above, "cc"), *s.kids(i, "cc")))
    commanded = any(s.words[a].lower() == "to" for a in s.kids(above, "aux"))
    return ("hypothetical", "or") if led and commanded and s.kids(i, "auxpass") else None


def _whichever(s: Sentence, i: int) -> Found | None:
    """ "Any deal accepted by the rebels will be honoured": none was accepted yet."""
    noun = s.heads[i]
    which = s.deps[i] in ("acl", "relcl") and any(
        s.lemmas[c] in ("any", "whatever") for c in s.kids(noun, "det")
    )
    return ("hypothetical", "any") if which and s.deps[noun] in ("nsubj", "nsubjpass") else None


def _never_was(s: Sentence, noun: int) -> Found | None:
    """ "The meeting on Friday would have been the first in a year": it is off."""
    be = s.heads[noun]
    if s.pos[noun] != "NOUN" or s.deps[noun] != "nsubj" or s.lemmas[be] != "be":
        return None
    off = {"would", "have"} <= {s.words[a].lower() for a in s.kids(be, "aux")}
    return ("hypothetical", "would have been") if off else None


_AIMS = frozenset(
    "talk negotiation bid hope prospect aim goal chance idea referendum vote question ambition dream wish path "
    "condition interest plan proposal timetable roadmap blueprint scheme programme formula unity consensus "
    "discussion debate dispute deadlock intent bent keen insistent".split()
)
_ON_PAPER = frozenset("plan proposal timetable roadmap blueprint schedule formula scenario".split())
"""Papers that lay down what is not done: "draft a plan for the pull-out"."""
_TALKED_OVER = frozenset(
    "discuss debate favour favor suggest propose contemplate envisage mull weigh".split()
)
_DISSUADING = frozenset("warn caution advise counsel decide argue vote guard campaign lobby".split())
"""Verbs before "against" of which the deed is not done."""
_AGAINST_IT = frozenset(
    "objection opposition resistance alternative obstacle step prelude key approach aversion".split()
)
"""Nouns before "to" of which the deed is not done."""


def _only_thereafter(s: Sentence, noun: int) -> Found | None:
    """ "Any pullout would come only after talks with the rebels": none were held yet."""
    prep = s.heads[noun]
    verb = s.heads[prep]
    if (
        s.pos[noun] != "NOUN"
        or s.deps[noun] != "pobj"
        or s.lemmas[prep] not in ("after", "without", "through")
    ):
        return None
    would = any(s.words[a].lower() in ("would", "could", "can") for a in s.kids(verb, "aux"))
    only = any(s.lemmas[c] == "only" for c in (*s.kids(verb, "advmod"), *s.kids(prep, "advmod")))
    return ("hypothetical", "would only") if would and only else None


def _to_be_done(s: Sentence, i: int) -> Found | None:
    """ "Among their demands was that they be reinstated": asked for, not done."""
    bare = [a for a in s.kids(i, "auxpass") if s.words[a] == "be"]
    return ("hypothetical", "be") if bare and s.kids(i, "nsubjpass") and not s.kids(i, "aux") else None


_STILL_TO_DO = frozenset(
    "want plan hope intend seek prefer expect aim propose need wish mean like agree promise pledge vow decide".split()
)


def _yet_to_come(s: Sentence, v: int) -> int | None:
    """The verb by which another lies ahead: "wants to wait", "should consult"; none where it was done."""
    if any(
        s.lemmas[a] in ("will", "would", "should", "must", "may", "might", "shall") for a in s.kids(v, "aux")
    ):
        return v
    above = s.heads[v]
    to = any(s.words[a].lower() == "to" for a in s.kids(v, "aux"))
    return above if to and s.deps[v] in ("xcomp", "ccomp") and s.lemmas[above] in _STILL_TO_DO else None


def _aimed_at(s: Sentence, i: int) -> Found | None:
    """ "talks on joining the union", "the hope of winning aid": what is only aimed at."""
    prep = s.heads[i]
    if s.deps[i] in ("ccomp", "xcomp") and s.tags[i] == "VBG" and s.lemmas[prep] in _TALKED_OVER:
        return "hypothetical", s.words[prep]  # "discussed Ukraine joining the union"
    if s.deps[i] == "pobj" and s.pos[i] == "NOUN" and s.lemmas[prep] in ("for", "on"):
        plan = s.heads[prep]
        return ("hypothetical", s.words[plan]) if s.lemmas[plan] in _ON_PAPER else None
    if s.deps[i] != "pcomp" or s.tags[i] != "VBG":
        return None
    agreed = (prep - 1, s.heads[prep], *s.kids(s.heads[prep], "dobj"))
    if s.lemmas[prep] == "on" and any(s.lemmas[n] in _ACCORDS for n in agreed):
        return "future", s.words[prep]  # "reached an agreement on lifting the tariffs"
    if s.lemmas[prep] == "at" and s.lemmas[s.heads[prep]] == "aim":
        return "hypothetical", s.words[s.heads[prep]]  # "a strike aimed at toppling him"
    if s.lemmas[prep] == "to" and s.lemmas[prep - 1] in _AGAINST_IT:
        return "hypothetical", s.words[prep - 1]  # "dropped its objection to sitting down with him"
    if s.lemmas[prep] == "against" and s.lemmas[s.heads[prep]] in _DISSUADING:
        return "hypothetical", s.words[s.heads[prep]]  # "warned Ankara against recognising the republic"
    if s.lemmas[prep] == "before" and (head := _yet_to_come(s, s.heads[prep])):
        return "hypothetical", s.words[head]  # "wants to ask its allies before sending troops"
    if s.lemmas[prep] not in ("on", "of", "about", "for"):
        return None
    over = (
        prep - 1 if s.lemmas[prep - 1] in _AIMS and prep else s.heads[prep]
    )  # "broke their unity on arming it"
    return ("hypothetical", s.words[over]) if s.lemmas[over] in _AIMS else None


_RISKS = frozenset("risk fear danger possibility likelihood prospect".split())


def feared(s: Sentence, i: int) -> str:
    """ "Monks live in fear that troops will jail them": what is only feared."""
    if (
        s.pos[i] != "VERB"
        or s.deps[i] not in ("acl", "ccomp")
        or s.lemmas[s.heads[i]] not in ("fear", "afraid")
    ):
        return ""
    return s.words[s.heads[i]] if s.kids(i, "aux") else ""


def _at_risk(s: Sentence, i: int) -> Found | None:
    """ "the risk that the envoys might become embroiled in the war between the clans": a war that may come."""
    if s.pos[i] != "NOUN" or s.bag.isdisjoint(_RISKS):
        return None
    for v in s.ancestors(i):
        if s.deps[v] in ("acl", "ccomp") and s.lemmas[s.heads[v]] in _RISKS:
            may = any(s.lemmas[a] in ("might", "may", "could", "would") for a in s.kids(v, "aux"))
            return ("hypothetical", s.words[s.heads[v]]) if may else None
    return None


_TERMS = frozenset("condition precondition demand term requirement".split())


def what_terms_include(s: Sentence, i: int) -> str:
    """ "The demands included Doha closing the base": what is asked for."""
    if s.bag.isdisjoint(_TERMS) or "include" not in s.bag:
        return ""
    for v in s.ancestors(i):
        if s.lemmas[v] == "include" and any(s.lemmas[t] in _TERMS for t in s.kids(v, "nsubj")):
            return s.words[s.kids(v, "nsubj")[0]]
    return ""


def _among_terms(s: Sentence, i: int) -> Found | None:
    """ "laid out conditions including a withdrawal of the rebels": what is asked for."""
    if s.pos[i] != "NOUN" or s.bag.isdisjoint(_TERMS) or "include" not in s.bag:
        return None
    lead = next((k for k in range(i) if s.words[k].lower() == "including"), None)
    if lead is None or any(s.tags[k] in ("VBD", "VBZ", "VBP") for k in range(lead, i)):
        return None
    terms = [k for k in range(max(0, lead - 9), lead) if s.lemmas[k] in _TERMS and s.tags[k] == "NNS"]
    return ("hypothetical", s.words[terms[-1]]) if terms else None


_MEANS = frozenset("mediation auspices sponsorship facilitation".split())


def by_means(s: Sentence, i: int) -> Found | None:
    """ "a meeting which will be held through the mediation of the OSCE": no mediation yet."""
    lead = s.heads[i]
    if s.lemmas[i] not in _MEANS or s.deps[i] != "pobj" or s.lemmas[lead] not in ("through", "under", "with"):
        return None
    ahead = [a for a in s.kids(s.heads[lead], "aux") if s.words[a].lower() in ("will", "would")]
    return ("future", s.words[ahead[0]]) if ahead else None


_HOPES = frozenset(
    "hope wish desire expectation confidence belief optimism recommendation suggestion proposal".split()
)


def hoped_for(s: Sentence, i: int) -> Found | None:
    """ "expressed the hope that Moscow will give guarantees": no promise of Moscow's."""
    for v in (i, *s.ancestors(i)):
        above = s.heads[v]
        if s.pos[v] not in ("VERB", "AUX") or s.deps[v] not in ("acl", "ccomp", "relcl"):
            continue
        if s.deps[v] == "relcl" and any(
            s.words[c].lower() == "which" for c in s.kids(v, "nsubj", "nsubjpass")
        ):
            continue  # "the proposal, which calls for a truce": what it does
        hopes = [
            n
            for n in (above, *s.kids(above, "dobj"))
            if s.pos[n] == "NOUN" and s.lemmas[n] in _HOPES and n < v
        ]
        return ("hypothetical", s.words[hopes[0]]) if hopes else None
    return None


_GOADING = frozenset("provoke goad lure bait incite tempt drag draw trick force push entice".split())


def _goaded(s: Sentence, i: int) -> Found | None:
    """ "a ploy to provoke the Serbs into shelling the town, forcing NATO to hit back": what somebody is out for."""
    for k in (i, *s.ancestors(i)):
        prep = s.heads[k]
        if (
            s.deps[k] in ("pcomp", "pobj")
            and s.lemmas[prep] == "into"
            and s.lemmas[s.heads[prep]] in _GOADING
        ):
            bait = s.heads[prep]
            return ("hypothetical", s.words[bait]) if s.tags[bait] == "VB" else None
    return None


_ABSURD = frozenset(
    "absurd nonsense ridiculous false untrue wrong ludicrous preposterous outrageous laughable lie nonsensical".split()
)


def _absurd_to_claim(s: Sentence, i: int) -> Found | None:
    """ "It is absurd to suggest that Iran armed them": the speaker says that it did not."""
    claim = s.heads[i]
    if (
        s.deps[i] != "ccomp"
        or s.tags[claim] != "VB"
        or s.deps[claim] not in ("xcomp", "advcl", "acl", "ccomp", "relcl")
    ):
        return None
    above = s.heads[claim]
    words = [above, *s.kids(above, "acomp", "attr")]
    return next((("hypothetical", s.words[w]) for w in words if s.lemmas[w] in _ABSURD), None)


_TIPS = frozenset({"information", "clue", "tip", "detail", "intelligence"})
_RUMOURS = frozenset("report allegation claim accusation charge rumour rumor suggestion complaint".split())
_SIGNS = frozenset(
    "sign evidence proof indication signal allegation accusation insinuation suggestion".split()
)
_TAKEN_FOR = frozenset(
    "portray see describe regard view cast interpret take read present cite depict hail".split()
)
_LOOKING_INTO = frozenset("investigate probe examine check verify study look inquire pursue".split())


def _suspected(s: Sentence, i: int) -> Found | None:
    """ "arrested on suspicion of having attacked officials": that they did is only thought."""
    told = s.heads[i]
    for k in (i, *s.ancestors(i)):  # "could not confirm reports that soldiers had beaten them"
        report, verb = s.heads[k], s.heads[s.heads[k]]
        if s.deps[k] in ("acl", "ccomp") and s.lemmas[report] in _SIGNS and _only_thought(s, report, k):
            return "hypothetical", s.words[report]
        reported = s.deps[k] in ("acl", "ccomp") and s.lemmas[report] in _RUMOURS
        if reported and s.lemmas[verb] in ("confirm", "deny", "verify") and s.kids(verb, "neg"):
            return "hypothetical", s.words[report]
    if (
        s.deps[i] in ("acl", "ccomp")
        and s.lemmas[told] in _RUMOURS
        and s.lemmas[s.heads[told]] in _LOOKING_INTO
    ):
        return "hypothetical", s.words[told]  # "investigate reports that soldiers had beaten them"
    lead = s.heads[s.heads[i]]
    if s.deps[i] == "pobj" and s.lemmas[lead] == "lead" and s.lemmas[s.heads[lead]] in _TIPS:
        return "hypothetical", s.words[lead]  # "information leading to the arrest"
    prep = s.heads[i]
    of = s.deps[i] == "pcomp" and s.lemmas[prep] == "of" and s.lemmas[s.heads[prep]] == "suspicion"
    return ("hypothetical", "suspicion") if of else None


def _only_thought(s: Sentence, noun: int, clause: int) -> bool:
    """ "portrayed it as a sign that he is ready to yield", "allegations that he armed them": what somebody makes of it."""
    if not any(s.lemmas[m] == "that" for m in s.kids(clause, "mark")):
        return False
    as_such = s.heads[noun]
    taken = s.deps[noun] == "pobj" and s.lemmas[as_such] == "as" and s.lemmas[s.heads[as_such]] in _TAKEN_FOR
    return taken or s.lemmas[noun] in ("allegation", "accusation", "insinuation", "suggestion")


_ASKING_ROUND = frozenset("survey poll pollster questionnaire".split())


def _polled(s: Sentence, i: int) -> Found | None:
    """ "A survey showed that most Chadians opposed the move": an opinion, and no act."""
    for k in (i, *s.ancestors(i)):
        if s.deps[k] == "ccomp" and any(s.lemmas[t] in _ASKING_ROUND for t in s.kids(s.heads[k], "nsubj")):
            return "hypothetical", s.words[s.heads[k]]
    return None


_DEMANDING = frozenset("demand want seek urge ask require insist request expect".split())


def _still_to_come(s: Sentence, verb: int | None) -> Found | None:
    """A present tense behind "until" or "once", where the main clause lies ahead."""
    if verb is not None and _awaited(s, verb):
        return "hypothetical", "until"
    if verb is None or s.deps[verb] != "advcl" or s.tags[verb] not in ("VBZ", "VBP", "VBN"):
        return None
    if s.tags[verb] == "VBN" and not any(s.tags[a] in ("VBZ", "VBP") for a in s.kids(verb, "aux", "auxpass")):
        return None
    links = {s.lemmas[c] for c in s.kids(verb, "mark", "advmod")}
    head = s.heads[verb]
    ahead = any(s.words[a].lower() in _MODAL for a in s.kids(head, "aux"))
    if not ahead and "before" in links and s.lemmas[head] in _DEMANDING:
        return "hypothetical", "before"  # "demanded an end to the war before hostages are freed"
    if not ahead:
        return None
    if links & _NOT_YET:
        return "hypothetical", next(iter(links & _NOT_YET))
    return ("future", next(iter(links & _THEN))) if links & _THEN else None


_REFUSING = frozenset({"refuse", "reject", "decline", "withhold", "resist"})


def _awaited(s: Sentence, verb: int) -> bool:
    """ "refused to talk until the rebels gave up their arms": what was waited for."""
    while s.deps[verb] in ("xcomp", "conj") and s.heads[verb] != verb:
        verb = s.heads[verb]
    if s.deps[verb] != "advcl" or not any(s.lemmas[c] in ("until", "unless") for c in s.kids(verb, "mark")):
        return False
    above = (s.heads[verb], *s.ancestors(s.heads[verb]))
    if any(s.words[a].lower() in _MODAL - {"to"} for a in s.kids(s.heads[verb], "aux")):
        return True  # "would keep it on the list until it renounced violence"
    return any(s.lemmas[a] in _REFUSING or s.kids(a, "neg") for a in above if s.pos[a] in ("VERB", "AUX"))


_WANTING = frozenset({"want", "like", "need", "prefer"})


def _thought(s: Sentence, i: int) -> Found | None:
    for k in (i, *s.ancestors(i)):
        above = s.heads[k]
        if s.lemmas[above] in _WANTING and s.deps[k] in ("ccomp", "xcomp") and s.tags[k] == "VBN":
            return "hypothetical", s.words[above]  # "wants him arrested"
        if s.deps[k] in ("ccomp", "acl", "xcomp") and above != k:
            if s.lemmas[above] in _IMAGINING and (
                s.tags[above] in ("VB", "VBG") or s.lemmas[above] in ("imagine", "suppose")
            ):
                return "hypothetical", s.words[above]
            agreed_with = (
                s.deps[k] == "acl" and s.tags[k] == "VBN" and not s.kids(k, "mark")
            )  # "conditions set"
            if s.lemmas[above] == "condition" and s.deps[above] == "pobj" and not agreed_with:
                return "hypothetical", "on condition"
        if s.deps[k] in ("relcl", "conj", "advcl"):
            return None
    return None


def _dreaded(s: Sentence, noun: int) -> Found | None:
    """ "any attack", "fears an attack", "bracing for a strike", "could trigger a raid", "talk of a coup"."""
    head = s.heads[noun]
    if any(s.lemmas[c] == "any" for c in s.kids(noun, "det")):
        return "hypothetical", "any"
    if s.deps[noun] == "dobj" and s.lemmas[head] in _DREADING and not _is_definite(s, noun):
        return "hypothetical", s.words[head]
    if s.deps[noun] in ("pobj", "dobj"):
        link, verb = (head, s.heads[head]) if s.deps[noun] == "pobj" else (None, head)
        if link is not None and s.lemmas[link] in ("of", "about") and s.lemmas[verb] in _POSSIBLE:
            return "hypothetical", s.words[verb]
        if (
            link is not None
            and s.lemmas[link] in ("for", "against")
            and s.lemmas[verb] in _BRACING | _SEEKING | {"warn", "guard"}
        ):
            return None if _is_definite(s, noun) else ("hypothetical", s.words[verb])
        if s.pos[verb] == "VERB" and s.lemmas[verb] in _BRINGING:
            modal = [
                s.words[a].lower()
                for a in s.kids(verb, "aux")
                if s.words[a].lower() in _MODAL - {"to", "will", "'ll"}
            ]
            return ("hypothetical", modal[0]) if modal else None
    return None


def _is_definite(s: Sentence, noun: int) -> bool:
    return any(
        s.lemmas[c] in ("the", "this", "that", "these", "those") or s.deps[c] == "poss"
        for c in s.kids(noun, "det", "poss")
    )


_ONLY_POSSIBLE = frozenset(
    "possible impossible unlikely likely unthinkable conceivable inconceivable imaginable improbable inevitable "
    "imminent necessary premature".split()
)


def only_possible(s: Sentence, noun: int) -> str | None:
    """ "Talks with Malta are still possible", "a deal remains unlikely": the word by which none is told yet."""
    verb = s.heads[noun]
    if s.deps[noun] != "nsubj" or s.lemmas[verb] not in ("be", "remain", "seem", "look", "appear", "become"):
        return None
    return next((s.words[a] for a in s.kids(verb, "acomp", "oprd") if s.lemmas[a] in _ONLY_POSSIBLE), None)
