"""Nested content: what *agreed to*, *threatened to*, *denied*, *called for* make of an inner event.

The verbs are rows of ``lexicon/operators.tsv``; what each kind of operator does to the
inner event is here, one small function a kind, after PLOVER's rules.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dragoman.coding import content, pledges
from dragoman.coding import grammar as g
from dragoman.coding.antecedents import event_nouns
from dragoman.coding.drafts import (
    AGREE_CAMEO,
    COOPERATIVE,
    MATERIAL_CONFLICT,
    THREAT_CAMEO,
    YIELDING,
    Draft,
    draft_of,
    threat_mode,
)
from dragoman.coding.frames import Frame, done_by_others
from dragoman.coding.said import DEFAULT_CONFIDENCE, cleft, said
from dragoman.coding.senses import Sense
from dragoman.language import Sentence
from dragoman.records import Status

UNKNOWN = "content is no known event"
"""The step of a draft that rests on the operator's word alone; the disambiguator judges it."""
_ACCORD = frozenset({"030", "037", "057"})
"""Codes of agreements reached or sealed: to fail to reach one is REJECT."""
_REQUEST_MODE = {
    "AID": "assist", "COOPERATE": "assist", "SUPPORT": "assist", "CONSULT": "meet",
    "RETREAT": "yield", "CONCEDE": "yield", "AGREE": "change",
}  # fmt: skip
_ABOUT_DEEDS = frozenset({"deny", "dismiss", "plan", "reject"})
"""Operators that reach a deed through "involvement in", "reports that", "intention of"."""
_INTENTS = frozenset({"commit", "plan", "vow", "propose", "order", "decide", "announce"})
"""Operators whose negation is a refusal: "has no plans to lift", "is not ready to talk"."""
_REQUEST_CAMEO = {"assist": "101", "meet": "106", "yield": "105", "change": "104"}
_REJECT_CAMEO = {"assist": "121", "meet": "125", "yield": "124", "change": "123"}


def apply_operators(s: Sentence, drafts: list[Draft], operators: list[Frame]) -> list[Draft]:
    """Let every operator act on the drafts below it, innermost first."""
    drafts = [d for d in drafts if d.event_type != "REQUEST" or not _claims(s, d.frame)]
    operators = [f for f in operators if not _only_supposed(s, f)]
    depth = {f.trigger: sum(1 for _ in s.ancestors(f.trigger)) for f in operators}
    best: dict[int, Frame] = {}
    for f in operators:
        if f.trigger not in best or _rank(f) > _rank(best[f.trigger]):
            best[f.trigger] = f
    for f in sorted(best.values(), key=lambda f: -depth[f.trigger]):
        if f.sense.operator == "accuse":
            drafts = _without_means(s, f, drafts)
        tokens = _content(s, f)
        inner = [d for d in drafts if d.anchors & tokens and d.trigger != f.trigger]
        if f.sense.operator in ("deny", "dismiss", "reject"):  # the charge itself is not what is denied
            inner = [
                d for d in inner if d.event_type != "ACCUSE" or s.lemmas[d.trigger] not in content.TELLINGS
            ]
        if f.sense.operator == "dismiss":  # "dismissed an offer to hold talks": it was made
            offers = [d for d in inner if d.event_type == "AGREE" and s.pos[d.trigger] == "NOUN"]
            drafts, inner = [d for d in drafts if d not in offers], [d for d in inner if d not in offers]
        if not inner:  # "offered to send troops to help them": what it is for
            aim = {c for i in tokens for c in s.kids(i, "advcl", "xcomp") if s.tags[c] == "VB"}
            aim = {c for c in aim if not any(s.lemmas[m] in ("if", "unless") for m in s.kids(c, "mark"))}
            inner = [d for d in drafts if d.anchors & aim]
        if _is_signed(s, f, drafts):
            drafts = [d for d in drafts if d not in inner]
            continue
        kept = _kept_from(f, drafts) if f.sense.operator == "prevent" else _sent_off(f, drafts)
        if kept:
            aimed = s.tags[f.trigger] == "VB" and s.deps[f.trigger] in ("xcomp", "advcl", "acl")
            drafts = [d for d in drafts if d not in inner and not (aimed and d in kept)]
            continue
        made = _act(s, f, inner)
        if made is None:
            continue
        rivals = [d for d in drafts if d.trigger == f.trigger and not inner]
        if rivals and all(m.event_type == rivals[0].event_type for m in made):
            continue
        drafts = [d for d in drafts if d not in inner] + made
    for d in drafts:
        if d.event_type == "THREATEN" and not d.recipients:
            _name_the_threatened(s, d)
    return _with_gapped(s, drafts)


def _only_supposed(s: Sentence, f: Frame) -> bool:
    """ "He suggested that they might have had help", "that Iran had armed them": a claim, and no proposal."""
    clause = f.complement
    if s.lemmas[f.trigger] != "suggest" or clause is None or s.deps[clause] != "ccomp":
        return False
    helps = {s.words[a].lower() for a in s.kids(clause, "aux", "auxpass")}
    told = s.tags[clause] in ("VBD", "VBZ") and s.words[clause].lower() not in (
        "lay",
        "put",
        "set",
        "cut",
        "let",
    )
    return told or bool(helps & {"had", "has", "have", "was", "were", "may", "might"})


_SURE = 0.35
"""Confidence at least of a row that outdoes an operator."""
_SUFFERING = frozenset("face pay suffer regret bear lose burn die".split())


BEFALLING = frozenset(
    "break disperse treat regard consider shoot sink intercept board seize target hit arrest prosecute punish sack fire fine jail "
    "expel deport attack destroy crush evict disband detain confiscate impound close suspend".split()
)


def _name_the_threatened(s: Sentence, d: Draft) -> None:
    """ "warned that Ukraine would face consequences", "that Kyiv would answer any Russian provocation"."""
    clause = d.frame.complement
    if clause is None or s.pos[clause] != "VERB":
        return
    if s.lemmas[clause] in _SUFFERING:
        d.recipients = [t for t in g.surface_subjects(s, clause) if t not in d.actors and s.pos[t] != "PRON"]
        return
    ahead = {s.words[a].lower() for a in s.kids(clause, "aux")} & {"will", "would"}
    if g.is_passive(s, clause) and ahead and s.lemmas[clause] in BEFALLING:
        told = g.surface_subjects(s, clause)  # "warned that any Greek ship would be treated as hostile"
        d.recipients = [t for t in told if s.pos[t] == "PROPN"]
        d.owned = [] if d.recipients else told
        return
    if g.is_passive(s, clause):  # "warned of consequences if Taiwan was attacked": by whoever attacks it
        d.recipients = [t for t in g.agents(s, clause) if s.pos[t] == "PROPN"]
        return
    told = [t for t in g.objects(s, clause) if t not in d.actors]
    d.recipients = [t for t in told if s.pos[t] == "PROPN"]
    d.owned = [] if d.recipients else told


def _rank(f: Frame) -> tuple[float, bool]:
    """How well an operator's frame fits; of two alike the one that is an event by itself wins."""
    return f.specificity, f.sense.event_type is not None


def _is_signed(s: Sentence, f: Frame, drafts: list[Draft]) -> bool:
    """ "signed an agreement to patrol the river": one event, told by the verb."""
    return s.pos[f.trigger] == "NOUN" and any(
        d.cameo in _ACCORD and f.trigger in d.frame.literals and d.trigger != f.trigger for d in drafts
    )


def _kept_from(f: Frame, drafts: list[Draft]) -> list[Draft]:
    """ "stopped her from travelling to the village": that is what was done, not a journey not made."""
    return [
        d
        for d in drafts
        if d.trigger == f.trigger and d.event_type == "COERCE" and f.complement in d.frame.literals
    ]


def _sent_off(f: Frame, drafts: list[Draft]) -> list[Draft]:
    """ "told the envoy to quit": a row that names whom and what tells more than a request does."""
    if f.sense.operator not in ("request", "order") or f.complement is None:
        return []
    return [
        d
        for d in drafts
        if d.trigger == f.trigger and d.event_type in ("SANCTION", "COERCE") and d.confidence >= _SURE
        if f.complement in d.frame.literals and len(d.frame.literals) > 1
    ]


def _without_means(s: Sentence, f: Frame, drafts: list[Draft]) -> list[Draft]:
    """ "accused the army of endangering them by blocking the road": all that hangs below is alleged as well."""
    content = _content(s, f)
    return [d for d in drafts if d.anchors & content or not _hangs_below(s, d.trigger, content)]


def _hangs_below(s: Sentence, i: int, tops: set[int]) -> bool:
    """True below one of the tops, but not where a clause with a subject of its own lies between."""
    while i not in tops and s.heads[i] != i:
        if s.deps[i] in ("relcl", "advcl", "conj") and s.kids(i, "nsubj", "nsubjpass"):
            return False
        i = s.heads[i]
    return i in tops


def _with_gapped(s: Sentence, drafts: list[Draft]) -> list[Draft]:
    """ "urged Moscow to stop the raids and Kyiv to open talks": a second one is asked something else."""
    out = list(drafts)
    for d in drafts:
        if d.event_type != "REQUEST" or d.frame.complement is None or not d.frame.slots.get("R"):
            continue
        for asked, verb in content.gapped(s, d.trigger, d.frame.complement):
            frame = replace(d.frame, trigger=verb, complement=verb, slots={**d.frame.slots, "R": [asked]})
            frame.literals = set()
            below = set(s.subtree(verb))
            modes = (content.mode_of(s, t) for t in (verb, *s.kids(verb, "dobj")))
            mode = next((m for m in modes if m), "change")
            out = [x for x in out if x.trigger not in below]
            twin = replace(d, frame=frame, recipients=[asked], mode=mode, cameo=_REQUEST_CAMEO[mode])
            twin.settled, twin.covers, twin.steps = (
                True,
                {verb},
                [*d.steps, f"asked in turn: {s.words[asked]}"],
            )
            out.append(twin)
    return out


def to_own_ministers(s: Sentence, draft: Draft) -> None:
    """ "The two leaders instructed their ministers to draw up a pact": what they agree on between them.

    So it is where one head of state has his own minister do something: his decision, and no demand.
    """
    asked = [t for t in draft.recipients if s.lemmas[t] in _SUBORDINATES]
    whose = {s.words[p].lower() for t in asked for p in s.kids(t, "poss")}
    theirs = bool(whose & {"their", "his", "her"})
    if draft.event_type != "REQUEST" or s.lemmas[draft.trigger] not in _ORDERING or not theirs:
        return
    several = len(draft.actors) > 1 or any(
        s.tags[a] == "NNS" or s.lemmas[a] in ("two", "pair") for a in draft.actors
    )
    if several or whose & {"his", "her"}:
        draft.event_type, draft.mode, draft.cameo, draft.recipients = "AGREE", None, "030", []
        draft.steps.append("told their own ministers → AGREE")


def name_mode(s: Sentence, draft: Draft) -> None:
    """What a demand, a refusal or a threat of the lexicon is about, where its row leaves that open."""
    if draft.mode is not None:
        return
    if draft.event_type in ("REQUEST", "REJECT"):
        about = content.asked_for(s, draft)
        mode = next((m for m in (content.mode_of(s, t) for t in about) if m), None)
        if mode:
            draft.mode, draft.cameo = mode, _mode_cameo(draft.event_type, mode)
            draft.steps.append(f"about {', '.join(s.words[t] for t in about)} → {mode}")
    elif draft.event_type == "THREATEN" and content.of_force(s, draft.frame.complement):
        draft.mode, draft.cameo = "violence", THREAT_CAMEO["violence"]


def _content(s: Sentence, f: Frame) -> set[int]:
    """The tokens of the operator's inner action: the complement, its conjuncts, what it carries."""
    if f.complement is None:
        return set()
    out = {f.complement}
    if s.lemmas[f.complement] == "be":  # "hoped that the junta would be ready to talk"
        out.update(s.kids(f.complement, "acomp", "attr"))
        out.update(cleft(s, f.complement)[1])
    if f.sense.operator in _ABOUT_DEEDS or content.disclaims(s, f.complement):
        out.update(content.deed_tokens(s, f.complement))
    stack = list(out)
    while stack:
        i = stack.pop()
        for c in s.kids(i, "conj"):
            if c not in out:
                out.add(c)
                stack.append(c)
    return out


def _act(s: Sentence, f: Frame, inner: list[Draft]) -> list[Draft] | None:
    kind = _kind(s, f)
    if kind == "say" or (kind == "concur" and not inner):  # "agreed that Serbia should hand him over"
        return said(s, f, inner)
    named = s.lemmas[f.trigger] == "call" and bool(s.kids(f.trigger, "oprd"))
    if named or kind == "silence" or (kind == "request" and _claims(s, f)) or _undecided(s, f):
        return None
    if kind == "accuse" and f.complement is not None and f.complement < f.trigger:
        return None  # "died at the hands of soldiers, relatives alleged": told of, as by any other source
    if own_forces(s, f) and (threat := _told_to_strike(s, f)):
        return threat
    if _tells_none(s, f, kind) or (own_forces(s, f) and (not inner or _not_to(s, f.complement))):
        return None  # "ordering his militia not to relent"
    if kind == "request" and own_forces(s, f):
        for d in inner:
            d.actors, d.seen_from = list(f.slots.get("A", [])), f.trigger
            d.steps.append(f"{f.sense.where}: an order to one's own forces is the deed")
        return inner
    if kind == "deny" and all(d.confidence < _SURE for d in inner) and (clear := _clears_itself(s, f)):
        return [clear]
    if not inner:
        return _default(s, f, kind)
    handler = _HANDLERS.get(kind)
    if handler is None:
        return None
    if f.sense.operator == "plan_passive":
        f.slots["A"] = _whose_plan(s, f, inner)
    made = [m for d in inner for m in handler(s, f, d)]
    for m in made:
        if m.seen_from == f.trigger and _finite(s, f.complement):
            m.seen_from = None
        m.steps.append(f"{f.sense.where}: {f.sense.pattern} ({kind}) → {m.event_type}, {m.status}")
    return made


_STRIKING = frozenset({"hit", "strike", "fire", "shoot", "fight"})
_HITTING_BACK = frozenset("retaliate respond reply answer".split())


def _told_to_strike(s: Sentence, f: Frame) -> list[Draft]:
    """ "Ordered his generals to hit back at the first provocation": a threat to whoever dares."""
    deed = f.complement
    if deed is None:
        return []
    back = s.lemmas[deed] in _STRIKING and any(s.words[c].lower() == "back" for c in s.children[deed])
    if not back and s.lemmas[deed] not in _HITTING_BACK:
        return []
    whom = [o for n, _, o in g.prepositional(s, deed) if n in ("at", "against")]
    threat = Draft(f, "THREATEN", "violence", "138", (), list(f.slots.get("A", [])), whom, settled=True)
    threat.covers, threat.confidence = {deed}, DEFAULT_CONFIDENCE
    threat.steps.append(f"{f.sense.where}: own forces told to strike back → THREATEN")
    return [threat]


def _whose_plan(s: Sentence, f: Frame, inner: list[Draft]) -> list[int]:
    """Who is expected to do it: the subject, or the parties of the event that is the subject.

    "The premier is expected to sign it with Oman"; "Talks between the two are due to start".
    """
    own = f.slots.get("A", [])
    told = {t for d in inner for t in d.anchors | d.frame.literals}
    if own and not set(own) <= told:
        return own
    doers = [a for d in inner for a in d.actors]
    subjects = g.surface_subjects(s, f.trigger)
    named = [t for t in subjects if t in doers]
    return named or (doers if set(subjects) & told and all(d.two_sided for d in inner) else [])


_FOLLOWERS = frozenset("militia militiaman fighter guerrilla gunman men man rebel force".split())
_THEIRS = frozenset("his her its their".split())
_FORCES = frozenset(
    "soldier troop army military police force navy marine officer unit commander guard general gunner pilot "
    "captain admiral".split()
)
_OFFICES = frozenset("department ministry treasury".split())
_STANDING = frozenset(
    "standby security armed naval military regional joint ground special treasury interior foreign defence defense "
    "justice finance trade commerce state home".split()
)
_ORDERING = frozenset("order instruct direct command tell".split())


_SUBORDINATES = frozenset(
    "minister official aide negotiator diplomat delegation envoy expert team government adviser ministry".split()
)


_THINGS = frozenset(
    "support silence policy inaction decision failure stance attitude impunity success news progress step move measure "
    "law absence lack outcome result approach example precedent".split()
)


def _tells_none(s: Sentence, f: Frame, kind: str) -> bool:
    return (kind == "request" and _by_a_thing(s, f)) or (kind == "commit" and _told_before(s, f))


def _by_a_thing(s: Sentence, f: Frame) -> bool:
    """ "the support of Paris encourages him to go on": what a deed leads to, and nobody asks for it."""
    subjects = g.surface_subjects(s, f.trigger) if s.lemmas[f.trigger] == "encourage" else []
    return any(s.pos[t] == "NOUN" and s.lemmas[t] in _THINGS | event_nouns().keys() for t in subjects)


def _told_before(s: Sentence, f: Frame) -> bool:
    """ "complied with what it pledged to do", "had been ready to go": a promise pointed back to, not given now."""
    if f.sense.pos == "a":
        above = s.heads[f.trigger]
        if s.lemmas[above] in ("appear", "seem", "look"):
            return True  # "appeared ready to hit them hard"
        return s.words[above].lower() == "been" and any(
            s.words[a].lower() == "had" for a in s.kids(above, "aux")
        )
    said = [f.trigger, *([f.complement] if f.complement is not None else [])]
    return any(
        s.words[o].lower() == "what" and o < f.trigger for v in said for o in s.kids(v, "dobj", "pobj")
    )


def own_forces(s: Sentence, f: Frame) -> bool:
    """ "ordered soldiers to occupy the plants": soldiers without a country of their own."""
    asked = f.slots.get("R", [])
    if s.lemmas[f.trigger] not in _ORDERING or not asked or not f.slots.get("A"):
        return False
    own = f.slots.get("A", [])  # "ordering his militia not to relent"
    if all(
        s.lemmas[t] in _FOLLOWERS and any(s.words[c].lower() in _THEIRS for c in s.kids(t, "poss"))
        for t in asked
    ):
        return bool(own)
    return all(
        s.lemmas[t] in _FORCES | _OFFICES
        and all(
            s.deps[c] in ("det", "poss", "punct", "cc", "conj") or s.lemmas[c] in _STANDING
            for c in s.children[t]
        )
        for t in asked
    )


def _makes_pay(s: Sentence, clause: int | None) -> bool:
    """ "vowed to make the army pay for it"."""
    if clause is None or s.lemmas[clause] != "make":
        return False
    words = {s.lemmas[t] for t in s.kids(clause, "ccomp", "xcomp", "dobj")}
    return bool(words & {"pay", "regret", "suffer", "answer"})


def _kind(s: Sentence, f: Frame) -> str:
    """The kind of an operator as it is used here: negated, passive, or with a report as its object."""
    kind = f.sense.operator or ""
    if kind == "plan_passive" and not f.passive:
        return "wish"
    if kind == "say" and content.disclaims(s, f.complement):
        return "deny"  # "said it had played no role in the raid"
    if s.lemmas[f.trigger] == "hesitate" and _negated(s, f.trigger):
        return "vow"  # "would not hesitate to hit the bases"
    if kind in _INTENTS and _negated(s, f.trigger):
        return "unwilling"
    if f.sense.pos == "n" and s.lemmas[f.trigger] == "vow" and kind == "commit":
        return "vow"
    if kind == "plan" and f.sense.pos == "n" and s.lemmas[s.heads[f.trigger]] in _GIVING_UP:
        return "fail"  # "shelved its plans to annex the valley"
    if kind in _INTENTS and _not_to(s, f.complement):
        return "abstain"
    if kind == "reject":
        if s.lemmas[f.trigger] == "rule" and (_negated(s, f.trigger) or _refused(s, f.trigger)):
            return "wish"  # "refused to rule out sending troops"
        if f.complement is not None and s.lemmas[f.complement] in _NO_ANSWER:
            voted_on = s.lemmas[f.complement] == "confirm" and any(
                s.lemmas[o] in _NOMINEES for o in s.kids(f.complement, "dobj")
            )
            return kind if voted_on else "silence"
        if f.complement is not None and s.lemmas[f.complement] in content.TELLINGS:
            return "dismiss"
        if f.complement is not None and s.lemmas[f.complement] in _VIOLENT | {"use"}:
            return "fail"  # "refused to fire on the crowd": no harm done, and nothing refused to it
    return kind


_GIVING_UP = frozenset(
    "suspend shelve scrap drop abandon cancel postpone halt ditch freeze delay abort".split()
)
_VIOLENT = frozenset("fire shoot attack kill bomb shell beat fight storm torture harm crush".split())


_NOMINEES = frozenset(
    "premier minister judge nominee president cabinet government ambassador appointment nomination justice "
    "governor chief".split()
)
"""Whom a parliament confirms in office: to refuse it is no mere silence."""
_NO_ANSWER = frozenset(
    "rule comment say answer elaborate confirm deny speculate name identify disclose reveal reply respond specify "
    "discuss clarify blame criticise criticize".split()
)
"""What is refused where nothing but an answer is: no event."""


def _negated(s: Sentence, i: int) -> bool:
    """ "no plans to", "does not intend to"."""
    return any(s.deps[c] == "neg" or (s.deps[c] == "det" and s.lemmas[c] == "no") for c in s.children[i])


def _not_to(s: Sentence, clause: int | None) -> bool:
    """ "promised not to attack", "vowed never to surrender"."""
    if (
        clause is None
        or s.tags[clause] != "VB"
        or not any(s.lemmas[a] == "to" for a in s.kids(clause, "aux"))
    ):
        return False
    return any(s.lemmas[c] in ("not", "never") for c in s.kids(clause, "neg", "advmod"))


def _refused(s: Sentence, i: int) -> bool:
    return s.deps[i] in ("xcomp", "ccomp") and s.lemmas[s.heads[i]] in ("refuse", "decline")


def _claims(s: Sentence, f: Frame) -> bool:
    """ "insisted he would not step down", "asked why it had closed": no demand on anybody."""
    clause = f.complement
    if clause is None or f.sense.complement != "that":
        return False
    if any(s.tags[c] in ("WRB", "WP", "WDT") or s.lemmas[c] in ("whether", "if") for c in s.children[clause]):
        return True
    words = {s.words[a].lower() for a in s.kids(clause, "aux", "auxpass")}
    return s.lemmas[f.trigger] == "insist" and (
        bool(
            words & {"will", "would", "wo", "'ll", "can", "could", "had", "has", "have", "was", "were", "is"}
        )
        or s.tags[clause] in ("VBZ", "VBD")
    )


def _undecided(s: Sentence, f: Frame) -> bool:
    """ "are to decide whether to open talks": nothing is promised yet."""
    clause = f.complement
    if clause is None or f.sense.operator not in _INTENTS:
        return False
    return any(
        s.lemmas[c] in ("whether", "if") for c in s.kids(clause, "mark", "advmod", "aux") if c < clause
    )


def _finite(s: Sentence, clause: int | None) -> bool:
    """True for a clause with a tense of its own ("announced that it will withdraw")."""
    if clause is None or s.pos[clause] not in ("VERB", "AUX"):
        return False
    return s.tags[clause] in ("VBZ", "VBP") or any(
        s.tags[a] in ("MD", "VBZ", "VBP", "VBD") for a in s.kids(clause, "aux", "auxpass")
    )


def stands_alone(sense: Sense) -> bool:
    """True for an operator that is an event whatever its content ("agreed to cut the fees")."""
    return bool(sense.operator and sense.event_type and sense.operator != "accuse")


def _not_willing(s: Sentence, f: Frame, clause: int) -> list[Draft] | None:
    """ "has no wish to disband" refuses; "has no intention of starting a war" only soothes."""
    if any(s.lemmas[t] in _HARMS | _HOSTILE for t in (clause, *s.kids(clause, "dobj"))):
        return None
    made = Draft(f, "REJECT", None, "120", (), list(f.slots.get("A", [])), [], settled=True)
    return _unknown(s, f, made)


def _default(s: Sentence, f: Frame, kind: str) -> list[Draft] | None:
    """An operator whose content is no known event still promises, demands or refuses."""
    if kind == "unwilling" and f.complement is not None and s.tags[f.complement] in ("VB", "VBG"):
        return _not_willing(s, f, f.complement)
    defies = kind == "vow" and f.complement is not None and s.lemmas[f.complement] in _DEFYING
    if defies or (
        kind == "abstain" and f.sense.operator == "vow" and s.lemmas[f.trigger] in ("vow", "swear")
    ):
        made = Draft(f, "REJECT", None, "120", (), list(f.slots.get("A", [])), [], settled=True)
        return _unknown(s, f, made)
    in_kind = f.complement is not None and any(
        s.lemmas[o] == "kind" for p in s.kids(f.complement, "prep") for o in s.kids(p, "pobj")
    )
    harms = kind == "vow" or (kind == "commit" and (in_kind or _to_justice(s, f.complement)))
    if kind == "vow" and _makes_peace(s, f.complement):
        made = Draft(f, "AGREE", None, "030", (), list(f.slots.get("A", [])), [], settled=True)
        return _unknown(s, f, made)
    harm = next((t for t in sorted(_content(s, f)) if s.lemmas[t] in _HARMS), None) if harms else None
    if harm is None and harms and (_makes_pay(s, f.complement) or _to_justice(s, f.complement)):
        harm = f.complement
    if kind == "vow" and _holds_out(s, f.complement) and harm in (None, f.complement):
        return None  # but "vowed to press on and to destroy them"
    terms = _terms(s, f) if kind == "vow" else None
    if harm is None and terms is not None:  # "vowed to shut the port if their leader was not freed"
        threat = Draft(f, "THREATEN", None, "130", (), list(f.slots.get("A", [])), [])
        threat.covers = set(s.subtree(terms))
        return _unknown(s, f, threat)
    if harm is not None:
        threat = Draft(f, "THREATEN", "violence", "138", (), list(f.slots.get("A", [])), [])
        return _unknown(s, f, threat, harm)
    if s.lemmas[f.trigger] == "insist" and f.sense.complement == "that":
        return said(s, f, [])  # "insisted that the rebels must disarm"
    if kind == "announce" and f.complement is not None:  # "announced that a vote would take place in May"
        polls = pledges.polls_to_come(s, f, f.complement)
        return [polls] if polls else None
    if not f.sense.event_type:
        return None
    if kind == "abstain" and f.sense.operator == "commit":  # "undertook not to hinder the vote"
        made = Draft(f, "AGREE", None, "030", (), list(f.slots.get("A", [])), [], settled=True)
        return _unknown(s, f, made)
    made = draft_of(f)
    answering = _answerers(s, f) if kind == "request" else []
    if answering and set(made.actors) - set(answering):
        made.actors = [t for t in made.actors if t not in answering]
        made.recipients = made.recipients or answering
        made.covers, made.settled = {f.complement} if f.complement is not None else set(), True
    if f.sense.operator == "accuse":
        made.confidence = 0.8
        return [made]
    return _unknown(s, f, made)


_HANDS = frozenset(
    "involved behind responsible implicated complicit linked party part role hand link tie connection knowledge "
    "complicity involvement responsibility".split()
)


def _clears_itself(s: Sentence, f: Frame) -> Draft | None:
    """ "Spain denied that it was involved in the plot": it brushes a charge aside."""
    if f.complement is None or not _had_a_hand(s, f.complement):
        return None
    made = Draft(f, "REJECT", None, "120", (), list(f.slots.get("A", [])), [], settled=True)
    made.covers, made.confidence = set(s.subtree(f.complement)), 0.7
    return made


def _had_a_hand(s: Sentence, clause: int) -> bool:
    """ "denied that it was involved", "that it had any role in the plot": a charge that it rejects."""
    told = s.kids(clause, "acomp", "attr", "dobj", "prep", "advmod", "oprd")
    who = [t for x in s.kids(clause, "nsubj", "nsubjpass") for t in s.subtree(x)]
    if not any(s.tags[t] in ("PRP", "PRP$") for t in who):
        return False  # of somebody else
    if s.lemmas[clause] in ("involve", "implicate", "link"):
        return bool(s.kids(clause, "auxpass", "nsubjpass"))
    return s.lemmas[clause] in ("be", "have", "play", "bear") and any(s.lemmas[t] in _HANDS for t in told)


def _terms(s: Sentence, f: Frame) -> int | None:
    """The clause with "unless" or "if … not" on which what is vowed depends."""
    below = [v for v in (f.trigger, f.complement) if v is not None]
    for c in (c for v in below for c in s.kids(v, "advcl")):
        marks = {s.lemmas[m] for m in s.kids(c, "mark")}
        if "unless" in marks or ("if" in marks and s.kids(c, "neg")):
            return c
    return None


_HOLDING_OUT = frozenset(
    "defend continue carry press stay remain stand run win return go keep struggle live".split()
)
"""Verbs of which a vow promises nothing to anybody: "vowed to fight for his seat", "to stay in office"."""


_PEACE = frozenset(
    "peace stability calm reconciliation democracy war conflict fighting violence bloodshed hostility crisis "
    "feud standoff stand-off deadlock stalemate".split()
)
_BRINGING = frozenset("bring restore return end stop halt seek pursue resolve settle build establish".split())
_KEEPING = frozenset("cooperate co-operate respect honour honor uphold abide observe reconcile".split())


def _makes_peace(s: Sentence, clause: int | None) -> bool:
    """ "vowed to bring peace", "vowed to end the war", "vowed to respect the accord": a promise, no threat."""
    if clause is None:
        return False
    ends = s.lemmas[clause] in _BRINGING and any(s.lemmas[o] in _PEACE for o in s.kids(clause, "dobj"))
    return ends or s.lemmas[clause] in _KEEPING


def _holds_out(s: Sentence, clause: int | None) -> bool:
    if clause is None:
        return False
    for_it = s.lemmas[clause] == "fight" and any(s.lemmas[p] == "for" for p in s.kids(clause, "prep"))
    return s.lemmas[clause] in _HOLDING_OUT or for_it


def _to_justice(s: Sentence, clause: int | None) -> bool:
    """ "vowed to bring the bombers to justice"."""
    if clause is None or s.lemmas[clause] != "bring":
        return False
    return any(
        n == "to" and s.lemmas[o] in ("justice", "book", "account") for n, _, o in g.prepositional(s, clause)
    )


_HARMS = frozenset(
    "retaliate avenge bury crush destroy punish annihilate hit strike fight resist respond obliterate hunt defeat eradicate "
    "eliminate wipe smash crack reply".split()
)
"""Verbs of harm that are a threat when they are vowed."""
_HOSTILE = frozenset(
    "war attack invade bomb shoot kill assault occupy annex harm threaten invasion offensive conflict escalate intervene".split()
)
"""Words of harm that nobody is asked to do: to have no plan of it refuses nothing."""


def _unknown(s: Sentence, f: Frame, made: Draft, content_verb: int | None = None) -> list[Draft]:
    """A draft on the operator's word alone; whom the unknown deed names are its recipients."""
    deed = f.complement if content_verb is None else content_verb
    made.score -= 0.6
    made.confidence = DEFAULT_CONFIDENCE
    made.steps.append(UNKNOWN)
    if made.event_type in ("REQUEST", "REJECT") and made.mode is None:
        made.mode = content.mode_of(s, f.complement)
        made.cameo = _mode_cameo(made.event_type, made.mode) or made.cameo
    asker = _asker(s, f)
    if asker is not None and not made.recipients:
        made.owned = [asker]
    elif not made.recipients and f.complement is not None and s.pos[f.complement] == "NOUN":
        made.recipients = [t for t in content.partners(s, f.complement) if t not in made.actors]
        made.owned = [f.complement] if made.event_type == "REJECT" and not made.recipients else []
    elif not made.recipients and deed is not None:
        clause = made.event_type == "REQUEST" and _is_active_clause(s, deed)
        doers = [t for t in g.surface_subjects(s, deed) if content.is_name(s, t)] if clause else []
        told = doers or content.told_parties(s, deed, nouns=made.event_type == "THREATEN")
        made.recipients = [t for t in told if t not in made.actors]
    return [made]


def _is_active_clause(s: Sentence, verb: int) -> bool:
    """ "that Iraq withdraw", but not "that Bazoum be freed": whom it is done to is not asked."""
    return s.deps[verb] == "ccomp" and not s.kids(verb, "nsubjpass", "auxpass")


def _mode_cameo(event_type: str, mode: str | None) -> str | None:
    return (_REQUEST_CAMEO if event_type == "REQUEST" else _REJECT_CAMEO).get(mode or "")


def _outer(
    s: Sentence, f: Frame, inner: Draft, event_type: str, mode: str | None, cameo: str, recipients: list[int]
) -> Draft:
    """An event of the operator's own verb that takes the inner one in."""
    made = Draft(
        frame=f,
        event_type=event_type,
        mode=mode,
        cameo=cameo,
        contexts=inner.contexts,
        actors=list(f.slots.get("A", [])),
        recipients=[r for r in recipients if r not in f.slots.get("A", [])],
        covers=inner.covers | inner.anchors | inner.frame.literals,
        steps=list(inner.steps),
        score=f.specificity + inner.score + 1,
        confidence=0.45 + 0.5 * inner.confidence,
    )
    if not any(s.pos[r] != "PRON" for r in made.recipients):
        made.owned = list(inner.owned)
    if not made.recipients and not made.owned and s.pos[inner.trigger] == "NOUN":
        made.recipients = [t for t in content.partners(s, inner.trigger) if t not in made.actors]
        made.owned = [inner.trigger] if event_type == "REJECT" and not made.recipients else []
    if not made.actors:
        made.actors = [a for a in inner.actors if a not in made.recipients]
    return made


def _others(f: Frame, inner: Draft) -> list[int]:
    """Everybody of the inner event who is not the one that promises, asks or refuses."""
    own = set(f.slots.get("A", []))
    asked = f.slots.get("R", [])
    return list(dict.fromkeys([*asked, *[x for x in (*inner.recipients, *inner.actors) if x not in own]]))


def _asker(s: Sentence, f: Frame) -> int | None:
    """The noun of the offer or demand that an operator refuses: its owner is the one refused."""
    if f.complement is None:
        return None
    noun = f.complement if s.pos[f.complement] == "NOUN" else s.heads[f.complement]
    return noun if noun != f.trigger and s.lemmas[noun] in content.DEMANDS else None


_IN_KIND = frozenset("military financial economic material logistical humanitarian technical".split())
"""What support is of that is more than words."""
_TAKING_BACK = frozenset("revoke withdraw break renege scrap abandon retract rescind".split())


def _commit(s: Sentence, f: Frame, inner: Draft) -> list[Draft]:
    if s.pos[f.trigger] == "NOUN" and s.lemmas[s.heads[f.trigger]] in _TAKING_BACK:
        return [
            _outer(s, f, inner, "REJECT", None, "120", _others(f, inner))
        ]  # "revoked its promise to help"
    if inner.event_type == "SUPPORT" and (
        s.pos[inner.trigger] == "NOUN" or s.lemmas[f.trigger] == "commitment"
    ):
        # "pledged support for": by the words it is given
        how = [a for c in s.kids(inner.trigger, "amod") for a in (c, *s.kids(c, "conj"))]
        if any(s.lemmas[a] in _IN_KIND for a in how):  # "pledged military backing"
            return [_outer(s, f, inner, "AGREE", None, "033", _others(f, inner))]
        return [_outer(s, f, inner, "SUPPORT", None, "051", _others(f, inner))]
    if inner.event_type in COOPERATIVE:
        made = _outer(s, f, inner, "AGREE", None, AGREE_CAMEO[inner.event_type], _others(f, inner))
        made.two_sided = inner.two_sided and not made.recipients
        return [made]
    if inner.event_type == "REQUEST" and inner.mode == "meet":  # "promised that observers would be invited"
        return [_outer(s, f, inner, "AGREE", None, "036", _others(f, inner))]
    if inner.mode == "investigate" and f.sense.operator == "commit":  # "offered to send investigators"
        return [_outer(s, f, inner, "AGREE", None, "030", _others(f, inner))]
    if inner.event_type in YIELDING:  # an expressed intent to yield is AGREE (CAMEO 035)
        return [_outer(s, f, inner, "AGREE", None, "035", _others(f, inner))]
    if inner.event_type == "MOBILIZE" and f.sense.operator == "commit":  # "agreed to send soldiers to Haiti"
        abroad = [p for p in inner.frame.slots.get("P", []) if s.pos[p] == "PROPN"]
        return [_outer(s, f, inner, "AGREE", None, "0312", [*_others(f, inner), *abroad])]
    if inner.event_type == "ASSAULT" and f.sense.operator == "commit" and s.lemmas[f.trigger] in _PLEDGES:
        return _threaten(s, f, inner)
    if inner.event_type == "SANCTION" and s.lemmas[f.trigger] in _PLEDGES | {"agree"} and _ceases(s, f):
        return [_outer(s, f, inner, "AGREE", None, "035", [])]  # "promised to stop arming the rebels"
    if inner.event_type in MATERIAL_CONFLICT and f.sense.pos == "a" and inner.event_type != "PROTEST":
        return _threaten(s, f, inner)  # "is ready to slap tariffs on China"
    return [_with_status(f, inner, "future")]


_PLEDGES = frozenset("promise pledge swear vow undertake".split())


def _ceases(s: Sentence, f: Frame) -> bool:
    v = f.complement
    aiding = [c for c in s.kids(v, "xcomp", "dobj") if s.lemmas[c] in _AIDING] if v is not None else []
    return v is not None and s.lemmas[v] in ("cease", "stop", "end", "halt", "quit") and bool(aiding)


_AIDING = frozenset(
    "assist arm aid help support supply fund finance back train shelter harbour harbor".split()
)


def _ahead(f: Frame, inner: Draft, status: Status) -> Draft:
    """What is planned, told by the operator as well as by its own words."""
    made = _with_status(f, inner, status)
    if inner.status == "asserted":
        made.confidence = _told_twice(inner)
    return made


def _told_twice(inner: Draft) -> float:
    """The model has learned that what stands inside another verb is seldom the event: the operator makes up for it."""
    likely = 0.2 if inner.event_type == "MOBILIZE" else 0.3
    return 0.4 + 0.55 * inner.confidence if inner.confidence >= likely else inner.confidence


def _vow(s: Sentence, f: Frame, inner: Draft) -> list[Draft]:
    if inner.event_type == "REJECT" and s.lemmas[inner.trigger] in _DEFYING | _WITHSTANDING:
        return [_outer(s, f, inner, "REJECT", inner.mode, inner.cameo or "128", _others(f, inner))]
    if inner.event_type in MATERIAL_CONFLICT | {"REJECT"}:
        return _threaten(s, f, inner)
    return _commit(s, f, inner)


_DEFYING = frozenset("ignore defy disobey flout disregard violate break".split())
"""Verbs of which a vow is a refusal, no threat."""
_WITHSTANDING = frozenset({"resist", "withstand", "reject", "rebuff"})
"""More of them, where what is withstood is known: "vowed to resist calls to resign"."""


def _threaten(s: Sentence, f: Frame, inner: Draft) -> list[Draft]:
    mode = threat_mode(inner.event_type, inner.mode)
    return [_outer(s, f, inner, "THREATEN", mode, THREAT_CAMEO.get(mode or "", "130"), _others(f, inner))]


def _warn(s: Sentence, f: Frame, inner: Draft) -> list[Draft]:
    """A warning is a threat when the one who warns would do it; else it is a fear."""
    own = set(f.slots.get("A", []))
    pronoun = any(s.words[a].lower() in ("it", "they", "he", "she", "we") for a in inner.actors)
    if inner.event_type in MATERIAL_CONFLICT and (own & set(inner.actors) or pronoun or not inner.actors):
        made = _threaten(s, f, inner)
        told = s.kids(f.trigger, "dobj", "dative") if s.pos[f.trigger] == "VERB" else []
        for m in made if told and not g.is_passive(s, f.trigger) else ():
            m.recipients = [t for t in told if t not in m.actors]  # "warned Israel that it would be hit"
        return made
    if inner.mode == "allege" and not inner.actors and s.lemmas[inner.trigger] in ("face", "risk"):
        mode = "arrest"  # "warned that the organisers could face charges"
        return [_outer(s, f, inner, "THREATEN", mode, THREAT_CAMEO[mode], _others(f, inner))]
    return [_with_status(f, inner, "hypothetical")]


def _with_status(f: Frame, inner: Draft, status: Status, *, own: bool = True) -> Draft:
    actors = inner.actors or (list(f.slots.get("A", [])) if own else [])
    return replace(
        inner,
        status=status,
        actors=actors,
        steps=list(inner.steps),
        covers=inner.covers | {f.trigger},
        seen_from=f.trigger,
    )


def _suffered(s: Sentence, f: Frame, inner: Draft) -> bool:
    """ "denied that its bases were hit", "announced that ten men had been freed": he does not say by whom."""
    if (
        not inner.frame.passive
        or inner.actors
        or f.complement != inner.trigger
        or not _finite(s, f.complement)
    ):
        return False
    own = any(s.tags[c] == "PRP$" for r in inner.recipients for c in s.kids(r, "poss"))
    return own or f.sense.operator != "deny"


def _deny(s: Sentence, f: Frame, inner: Draft) -> list[Draft]:
    if inner.event_type == "ACCUSE" and (cleared := _clears_itself(s, f)):
        return [cleared]  # "denied that it was behind the plot"
    subjects = s.kids(f.trigger, "nsubj")
    if subjects and any(s.lemmas[a] == "have" and a < subjects[0] for a in s.kids(f.trigger, "aux")):
        return [inner]  # "would have been longer had he denied it"
    made = _with_status(f, inner, "denied", own=not _suffered(s, f, inner))
    made.denier = list(f.slots.get("A", []))
    made.confidence = _told_twice(inner)
    return [made]


def _dismiss(s: Sentence, f: Frame, inner: Draft) -> list[Draft]:
    """ "rejected a claim that it had fired": the rejecting is an event of its own, and the deed is denied."""
    made = _deny(s, f, inner)
    for m in made:
        m.covers -= {f.trigger}
    return made


def _unwilling(s: Sentence, f: Frame, inner: Draft) -> list[Draft]:
    """ "has no plans to lift the ban" refuses; "has no plans to attack" only does not."""
    if inner.event_type in COOPERATIVE | YIELDING:
        made = _reject(s, f, inner)
        for m in made:
            m.settled = True
        return made
    return [_with_status(f, inner, "negated")]


def _abstain(s: Sentence, f: Frame, inner: Draft) -> list[Draft]:
    """ "vowed never to hand over power" refuses; "promised not to attack the convoy" agrees."""
    if inner.event_type in COOPERATIVE | YIELDING:
        return _unwilling(s, f, inner)
    if inner.event_type in MATERIAL_CONFLICT and f.sense.operator in ("commit", "vow"):
        made = _outer(
            s, f, inner, "AGREE", None, "030", [r for r in _others(f, inner) if r in inner.recipients]
        )
        made.settled = True
        return [made]
    return [_with_status(f, inner, "negated")]


def _asked_mode(inner: Draft) -> str:
    """What a demand is about; to leave an office is a change, to leave a place means to yield."""
    return "change" if inner.mode == "resign" else _REQUEST_MODE.get(inner.event_type, "change")


_ANSWERING = frozenset(
    "reject refuse decline turn rebuff spurn snub ignore dismiss deny grant accept approve heed answer shrug brush "
    "resist defy".split()
)


def _answerers(s: Sentence, f: Frame) -> list[int]:
    """Who answers what a noun asks: "Jakarta turned down Manila's request to send troops"."""
    verb = s.heads[f.trigger]
    answered = s.pos[f.trigger] == "NOUN" and s.deps[f.trigger] in ("dobj", "pobj", "nsubjpass")
    verb = s.heads[verb] if s.deps[f.trigger] == "pobj" else verb
    if not answered or s.pos[verb] != "VERB" or s.lemmas[verb] not in _ANSWERING:
        return []
    return g.subjects(s, verb)


def _request(s: Sentence, f: Frame, inner: Draft) -> list[Draft]:
    mode = _asked_mode(inner)
    answering = _answerers(s, f)
    if answering:
        f = replace(f, slots={**f.slots, "A": [t for t in f.slots.get("A", []) if t not in answering]})
        f.slots["R"] = f.slots.get("R") or answering
        if not f.slots["A"]:
            return [inner]
        mode = content.mode_of(s, f.complement) or mode
        made = _outer(s, f, inner, "REQUEST", mode, _REQUEST_CAMEO[mode], f.slots["R"])
        made.settled = True  # it was asked, or nobody could turn it down
        return [made]
    asked = f.slots.get("R") or [x for x in inner.actors if x not in f.slots.get("A", [])]
    if not asked and f.complement is not None and _is_active_clause(s, f.complement):
        asked = [t for t in g.surface_subjects(s, f.complement) if content.is_name(s, t)]
    if not asked and not (inner.frame.passive and inner.mode in _OF_OTHERS):
        asked = inner.recipients  # not "demanded that the prisoners be freed": they are not asked
    return [_outer(s, f, inner, "REQUEST", mode, _REQUEST_CAMEO[mode], list(asked))]


_OF_OTHERS = frozenset({"release", "access", "arrest"})
"""Modes of deeds that are done to others than those who are asked for them."""


def _propose(s: Sentence, f: Frame, inner: Draft) -> list[Draft]:
    if f.complement is not None and s.deps[f.complement] == "ccomp":
        asked = [t for t in g.surface_subjects(s, f.complement) if content.is_name(s, t)]
        if asked and not set(asked) & set(f.slots.get("A", [])):  # "proposed that Egypt join as a mediator"
            mode = _asked_mode(inner)
            return [_outer(s, f, inner, "REQUEST", mode, _REQUEST_CAMEO[mode], asked)]
    return (
        _commit(s, f, inner)
        if inner.event_type in COOPERATIVE | YIELDING
        else [_with_status(f, inner, "hypothetical")]
    )


def _reject(s: Sentence, f: Frame, inner: Draft) -> list[Draft]:
    if inner.event_type in ("ACCUSE", "REJECT"):
        return [inner]
    mode = _asked_mode(inner)
    if inner.event_type == "REQUEST":
        mode = inner.mode or content.mode_of(s, inner.frame.complement) or mode
    asker = _asker(s, f)
    recipients = _others(f, inner) if asker is None else list(f.slots.get("R", []))
    if not recipients and asker is None and f.complement is not None and s.pos[f.complement] == "NOUN":
        recipients = content.told_parties(s, f.complement)
    made = _outer(s, f, inner, "REJECT", mode, _REJECT_CAMEO[mode], recipients)
    if asker is not None:
        made.owned = [asker]
        made.recipients = recipients
    return [made]


def _order(s: Sentence, f: Frame, inner: Draft) -> list[Draft]:
    if inner.event_type in MATERIAL_CONFLICT:
        made = _with_status(f, inner, "future" if inner.event_type == "ASSAULT" else "asserted")
        ordered = [t for t in f.slots.get("R", []) if t not in made.recipients]
        made.actors = list(
            dict.fromkeys([*f.slots.get("A", []), *ordered, *[a for a in made.actors if a not in ordered]])
        )
        made.confidence = 0.4 + 0.55 * inner.confidence
        return [made]
    if f.slots.get("R"):
        return _request(s, f, inner)
    if inner.event_type in YIELDING:
        return [_outer(s, f, inner, "CONCEDE", None, "080", _others(f, inner))]
    return _commit(s, f, inner)


def _decide(s: Sentence, f: Frame, inner: Draft) -> list[Draft]:
    if inner.event_type in YIELDING:
        return [_outer(s, f, inner, "CONCEDE", None, "080", _others(f, inner))]
    if inner.event_type in COOPERATIVE - {"SUPPORT"}:
        return _commit(s, f, inner)
    ahead = inner.event_type in ("ASSAULT", "PROTEST")  # "voted to go on strike": it has not begun
    return [_with_status(f, inner, "future" if ahead else inner.status)]


def _announce(s: Sentence, f: Frame, inner: Draft) -> list[Draft]:
    if inner.mode == "resign":  # who announces that he resigns has resigned
        return [_with_status(f, inner, inner.status, own=True)]
    if inner.trigger == f.complement and s.pos[inner.trigger] == "NOUN" and inner.event_type == "RETREAT":
        return [_outer(s, f, inner, "CONCEDE", None, "080", _others(f, inner))]
    if (
        s.pos[inner.trigger] == "NOUN"
        and inner.event_type in ("AID", "CONSULT", "COOPERATE")
        and not inner.actors
    ):
        return _commit(s, f, inner)
    return [_with_status(f, inner, inner.status, own=not _suffered(s, f, inner))]


def _attempt(s: Sentence, f: Frame, inner: Draft) -> list[Draft]:
    wished = (
        s.pos[f.trigger] == "NOUN" and inner.event_type == "SANCTION"
    )  # "his efforts to oust the president"
    before = any(s.words[a].lower() == "had" for a in s.kids(f.trigger, "aux"))
    if before and inner.event_type != "ASSAULT":  # "was driven home; he had tried to join the march"
        return [_with_status(f, inner, "hypothetical")]
    keeps = inner.event_type in MATERIAL_CONFLICT and not wished
    return [_with_status(f, inner, inner.status if keeps else "hypothetical")]


def _fail(s: Sentence, f: Frame, inner: Draft) -> list[Draft]:
    promise = inner.frame.sense.operator == "commit"  # "stopped short of promising it"
    accord = inner.two_sided or inner.cameo in _ACCORD
    if inner.event_type in ("AGREE", "SUPPORT") and accord and not promise:
        made = _outer(s, f, inner, "REJECT", "change", "120", _others(f, inner))
        return [made]
    return [_with_status(f, inner, "negated")]


_WEIGHING = frozenset("consider weigh mull contemplate discuss".split())


_SWAYING = frozenset("persuade convince induce pressure coax cajole compel".split())


def _plan(s: Sentence, f: Frame, inner: Draft) -> list[Draft]:
    aim = s.lemmas[f.trigger] == "bid" and s.deps[f.trigger] == "pobj" and inner.event_type in YIELDING
    if aim:  # "met in a bid to keep the ceasefire"
        return [_with_status(f, inner, "hypothetical")]
    if f.complement is not None and s.lemmas[f.complement] in _SWAYING:
        return [_with_status(f, inner, "hypothetical")]  # "aims to persuade him to release them"
    weighs = s.lemmas[f.trigger] in _WEIGHING and s.deps[f.trigger] == "advcl"
    if weighs and s.tags[f.trigger] == "VB":  # "met to consider suspending Honduras"
        return [_with_status(f, inner, "hypothetical")]
    if inner.event_type in YIELDING and f.passive:  # "is expected to resign": others expect it
        return [_ahead(f, inner, "future")]
    if inner.event_type in YIELDING:
        return [_outer(s, f, inner, "CONCEDE", None, "080", _others(f, inner))]
    return _commit(s, f, inner) if inner.event_type in COOPERATIVE else [_ahead(f, inner, "future")]


_KEEPING_ORDER = frozenset("police officer policeman gendarme troop soldier army authority force".split())


def _stop(s: Sentence, f: Frame, inner: Draft) -> list[Draft]:
    if inner.event_type in ("AID", "COOPERATE"):
        return [_outer(s, f, inner, "SANCTION", "discontinue", "160", _others(f, inner))]
    if inner.event_type == "CONSULT":
        return [_outer(s, f, inner, "SANCTION", "withdraw", "164", _others(f, inner))]
    own = any(s.tags[c] == "PRP$" for r in inner.recipients for c in s.kids(r, "poss"))
    if own and not inner.actors:  # "came to stop the massacre of our people": others are to stop it
        return [_with_status(f, inner, "hypothetical", own=False)]
    others = done_by_others(s, inner.trigger, f.slots.get("A", []))
    if others and inner.event_type in ("ASSAULT", "PROTEST"):
        if inner.event_type == "PROTEST" and any(s.lemmas[t] in _KEEPING_ORDER for t in f.slots["A"]):
            return [_outer(s, f, inner, "COERCE", "restrict", "175", others)]
        return [_with_status(f, inner, "hypothetical", own=False)]
    if inner.event_type in ("ASSAULT", "PROTEST", "MOBILIZE"):
        return [_outer(s, f, inner, "RETREAT", None, "087", _others(f, inner))]
    return [_with_status(f, inner, "negated")]


def _accuse(s: Sentence, f: Frame, inner: Draft) -> list[Draft]:
    accused = f.slots.get("R") or (inner.actors if s.lemmas[f.trigger] == "allege" else [])
    made = _outer(s, f, inner, "ACCUSE", "allege", "112", list(accused))
    made.alleged = inner
    others = [t for t in inner.actors if t not in f.slots.get("A", [])]  # who accuses did not do it
    inner.actors = others or list(made.recipients)
    return [made]


def _status(status: Status) -> Callable[[Sentence, Frame, Draft], list[Draft]]:
    return lambda s, f, inner: [_with_status(f, inner, status)]


def _help(s: Sentence, f: Frame, inner: Draft) -> list[Draft]:
    """ "helped Mozambique retake a port": AID to the one who did it, and what was done."""
    helped = f.slots.get("R", [])
    if not helped or inner.event_type not in MATERIAL_CONFLICT:
        return [_with_status(f, inner, inner.status)]
    aid = _outer(s, f, inner, "AID", None, "072", list(helped))
    aid.covers = {f.trigger}
    return [aid, _with_status(f, inner, inner.status, own=False)]


def _keep(s: Sentence, f: Frame, inner: Draft) -> list[Draft]:
    return [_with_status(f, inner, inner.status)]


_LETTING = frozenset("allow permit let".split())
_INSPECTORS = frozenset(
    "inspector observer monitor investigator rapporteur expert delegate team agency".split()
)


def _keep_object(s: Sentence, f: Frame, inner: Draft) -> list[Draft]:
    let_in = inner.mode == "investigate" or (
        inner.mode == "visit" and any(s.lemmas[t] in _INSPECTORS for t in inner.actors)
    )
    if s.lemmas[f.trigger] in _LETTING and let_in:  # "let experts inspect its plants"
        return [_outer(s, f, inner, "RETREAT", "access", "0862", list(inner.actors))]
    return [_with_status(f, inner, inner.status, own=False)]


_HANDLERS: dict[str, Callable[[Sentence, Frame, Draft], list[Draft]]] = {
    "commit": _commit,
    "vow": _vow,
    "threaten": _threaten,
    "warn": _warn,
    "deny": _deny,
    "dismiss": _dismiss,
    "unwilling": _unwilling,
    "abstain": _abstain,
    "request": _request,
    "propose": _propose,
    "reject": _reject,
    "order": _order,
    "decide": _decide,
    "announce": _announce,
    "attempt": _attempt,
    "plan": _plan,
    "plan_passive": _plan,
    "stop": _stop,
    "accuse": _accuse,
    "wish": _status("hypothetical"),
    "fail": _fail,
    "prevent": _status("negated"),
    "exonerate": lambda s, f, inner: [],  # "acquitted him of ordering the raid": he did not
    "admit": _keep,
    "help": _help,
    "transparent": _keep,
    "transparent_object": _keep_object,
}
