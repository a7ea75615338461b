"""Nested content: what *agreed to*, *threatened to*, *denied*, *called for* make of an inner event.

The verbs are rows of ``lexicon/operators.tsv``; what each kind of operator does to the
inner event is here, one small function a kind, after PLOVER's rules.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding import content
from dragoman.coding import grammar as g
from dragoman.coding.antecedents import event_nouns
from dragoman.coding.drafts import (
    THREAT_CAMEO,
    Draft,
)
from dragoman.coding.operator_content import REQUEST_CAMEO, content_tokens, finite_clause, mode_cameo
from dragoman.coding.operator_kinds import ACCORD, HANDLERS, curb
from dragoman.coding.said import DEFAULT_CONFIDENCE, said
from dragoman.coding.senses import Sense
from dragoman.coding.slots import Frame
from dragoman.coding.unknown_content import clears_itself, default_rows
from dragoman.language import Sentence

_INTENTS = frozenset({"commit", "plan", "vow", "propose", "order", "decide", "announce"})
"""Operators whose negation is a refusal: "has no plans to lift", "is not ready to talk"."""


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
        tokens = content_tokens(s, f)
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
        d.cameo in ACCORD and f.trigger in d.frame.literals and d.trigger != f.trigger for d in drafts
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
    content = content_tokens(s, f)
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
            twin = replace(d, frame=frame, recipients=[asked], mode=mode, cameo=REQUEST_CAMEO[mode])
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
    curb(s, draft)
    if draft.mode is not None:
        return
    if draft.event_type in ("REQUEST", "REJECT"):
        about = content.asked_for(s, draft)
        mode = next((m for m in (content.mode_of(s, t) for t in about) if m), None)
        if mode:
            draft.mode, draft.cameo = mode, mode_cameo(draft.event_type, mode)
            draft.steps.append(f"about {', '.join(s.words[t] for t in about)} → {mode}")
    elif draft.event_type == "THREATEN" and content.of_force(s, draft.frame.complement):
        draft.mode, draft.cameo = "violence", THREAT_CAMEO["violence"]


def _act(s: Sentence, f: Frame, inner: list[Draft]) -> list[Draft] | None:
    kind = _kind(s, f)
    if kind == "say" or (kind == "concur" and not inner):  # "agreed that Serbia should hand him over"
        return said(s, f, inner)
    named = s.lemmas[f.trigger] == "call" and bool(s.kids(f.trigger, "oprd"))
    if named or kind == "silence" or (kind == "request" and _claims(s, f)) or _undecided(s, f):
        return None
    if kind in ("accuse", "charge") and f.complement is not None and f.complement < f.trigger:
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
    if kind == "deny" and all(d.confidence < _SURE for d in inner) and (clear := clears_itself(s, f)):
        return [clear]
    if not inner:
        return default_rows(s, f, kind)
    handler = HANDLERS.get(kind)
    if handler is None:
        return None
    if f.sense.operator == "plan_passive":
        f.slots["A"] = _whose_plan(s, f, inner)
    made = [m for d in inner for m in handler(s, f, d)]
    for m in made:
        if m.seen_from == f.trigger and finite_clause(s, f.complement):
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


def stands_alone(sense: Sense) -> bool:
    """True for an operator that is an event whatever its content ("agreed to cut the fees"); ``training/`` asks."""
    return bool(sense.operator and sense.event_type and sense.operator != "accuse")
