"""What each kind of operator makes of the event inside it: *agreed to*, *threatened*, *denied*."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dragoman.coding import content
from dragoman.coding import grammar as g
from dragoman.coding.drafts import (
    AGREE_CAMEO,
    COOPERATIVE,
    MATERIAL_CONFLICT,
    THREAT_CAMEO,
    YIELDING,
    Draft,
    threat_mode,
)
from dragoman.coding.noun_frames import done_by_others
from dragoman.coding.operator_content import (
    DEFYING,
    REJECT_CAMEO,
    REQUEST_CAMEO,
    answerers,
    asker_of,
    finite_clause,
    is_active_clause,
    others,
    outer,
)
from dragoman.coding.slots import Frame
from dragoman.coding.unknown_content import clears_itself
from dragoman.language import Sentence
from dragoman.records import Status

ACCORD = frozenset({"030", "037", "057"})
"""Codes of agreements reached or sealed: to fail to reach one is REJECT."""
_REQUEST_MODE = {
    "AID": "assist", "COOPERATE": "assist", "SUPPORT": "assist", "CONSULT": "meet",
    "RETREAT": "yield", "CONCEDE": "yield", "AGREE": "change",
}  # fmt: skip
_IN_KIND = frozenset("military financial economic material logistical humanitarian technical".split())
"""What support is of that is more than words."""
_TAKING_BACK = frozenset("revoke withdraw break renege scrap abandon retract rescind".split())


def _commit(s: Sentence, f: Frame, inner: Draft) -> list[Draft]:
    if s.pos[f.trigger] == "NOUN" and s.lemmas[s.heads[f.trigger]] in _TAKING_BACK:
        return [outer(s, f, inner, "REJECT", None, "120", others(f, inner))]  # "revoked its promise to help"
    if inner.event_type == "SUPPORT" and (
        s.pos[inner.trigger] == "NOUN" or s.lemmas[f.trigger] == "commitment"
    ):
        # "pledged support for": by the words it is given
        how = [a for c in s.kids(inner.trigger, "amod") for a in (c, *s.kids(c, "conj"))]
        if any(s.lemmas[a] in _IN_KIND for a in how):  # "pledged military backing"
            return [outer(s, f, inner, "AGREE", None, "033", others(f, inner))]
        return [outer(s, f, inner, "SUPPORT", None, "051", others(f, inner))]
    if inner.event_type in COOPERATIVE:
        made = outer(s, f, inner, "AGREE", None, AGREE_CAMEO[inner.event_type], others(f, inner))
        made.two_sided = inner.two_sided and not made.recipients
        return [made]
    if inner.event_type == "REQUEST" and inner.mode == "meet":  # "promised that observers would be invited"
        return [outer(s, f, inner, "AGREE", None, "036", others(f, inner))]
    if inner.mode == "investigate" and f.sense.operator == "commit":  # "offered to send investigators"
        return [outer(s, f, inner, "AGREE", None, "030", others(f, inner))]
    if inner.event_type in YIELDING:  # an expressed intent to yield is AGREE (CAMEO 035)
        return [outer(s, f, inner, "AGREE", None, "035", others(f, inner))]
    if inner.event_type == "MOBILIZE" and f.sense.operator == "commit":  # "agreed to send soldiers to Haiti"
        abroad = [p for p in inner.frame.slots.get("P", []) if s.pos[p] == "PROPN"]
        return [outer(s, f, inner, "AGREE", None, "0312", [*others(f, inner), *abroad])]
    if inner.event_type == "ASSAULT" and f.sense.operator == "commit" and s.lemmas[f.trigger] in _PLEDGES:
        return _threaten(s, f, inner)
    if inner.event_type == "SANCTION" and s.lemmas[f.trigger] in _PLEDGES | {"agree"} and _ceases(s, f):
        return [outer(s, f, inner, "AGREE", None, "035", [])]  # "promised to stop arming the rebels"
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
    """The model has learned that what stands inside another verb is seldom the event: made up for here."""
    likely = 0.2 if inner.event_type == "MOBILIZE" else 0.3
    return 0.4 + 0.55 * inner.confidence if inner.confidence >= likely else inner.confidence


def _vow(s: Sentence, f: Frame, inner: Draft) -> list[Draft]:
    if inner.event_type == "REJECT" and s.lemmas[inner.trigger] in DEFYING | _WITHSTANDING:
        return [outer(s, f, inner, "REJECT", inner.mode, inner.cameo or "128", others(f, inner))]
    if inner.event_type in MATERIAL_CONFLICT | {"REJECT"}:
        return _threaten(s, f, inner)
    return _commit(s, f, inner)


_WITHSTANDING = frozenset({"resist", "withstand", "reject", "rebuff"})
"""More of them, where what is withstood is known: "vowed to resist calls to resign"."""


def _threaten(s: Sentence, f: Frame, inner: Draft) -> list[Draft]:
    mode = threat_mode(inner.event_type, inner.mode)
    return [outer(s, f, inner, "THREATEN", mode, THREAT_CAMEO.get(mode or "", "130"), others(f, inner))]


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
        return [outer(s, f, inner, "THREATEN", mode, THREAT_CAMEO[mode], others(f, inner))]
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
        or not finite_clause(s, f.complement)
    ):
        return False
    own = any(s.tags[c] == "PRP$" for r in inner.recipients for c in s.kids(r, "poss"))
    return own or f.sense.operator != "deny"


def _deny(s: Sentence, f: Frame, inner: Draft) -> list[Draft]:
    if inner.event_type == "ACCUSE" and (cleared := clears_itself(s, f)):
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
        made = outer(
            s, f, inner, "AGREE", None, "030", [r for r in others(f, inner) if r in inner.recipients]
        )
        made.settled = True
        return [made]
    return [_with_status(f, inner, "negated")]


def _asked_mode(inner: Draft) -> str:
    """What a demand is about; to leave an office is a change, to leave a place means to yield."""
    return "change" if inner.mode == "resign" else _REQUEST_MODE.get(inner.event_type, "change")


def _request(s: Sentence, f: Frame, inner: Draft) -> list[Draft]:
    mode = _asked_mode(inner)
    answering = answerers(s, f)
    if answering:
        f = replace(f, slots={**f.slots, "A": [t for t in f.slots.get("A", []) if t not in answering]})
        f.slots["R"] = f.slots.get("R") or answering
        if not f.slots["A"]:
            return [inner]
        mode = content.mode_of(s, f.complement) or mode
        made = outer(s, f, inner, "REQUEST", mode, REQUEST_CAMEO[mode], f.slots["R"])
        made.settled = True  # it was asked, or nobody could turn it down
        return [made]
    asked = f.slots.get("R") or [x for x in inner.actors if x not in f.slots.get("A", [])]
    if not asked and f.complement is not None and is_active_clause(s, f.complement):
        asked = [t for t in g.surface_subjects(s, f.complement) if content.is_name(s, t)]
    if not asked and not (inner.frame.passive and inner.mode in _OF_OTHERS):
        asked = inner.recipients  # not "demanded that the prisoners be freed": they are not asked
    punished = inner.event_type == "SANCTION" and (inner.frame.passive or s.pos[inner.trigger] == "NOUN")
    if punished and asked == inner.recipients:
        asked = []  # "called for sanctions on Chad": nothing is asked of Chad
    return [outer(s, f, inner, "REQUEST", mode, REQUEST_CAMEO[mode], list(asked))]


_OF_OTHERS = frozenset({"release", "access", "arrest"})
"""Modes of deeds that are done to others than those who are asked for them."""


def _propose(s: Sentence, f: Frame, inner: Draft) -> list[Draft]:
    if f.complement is not None and s.deps[f.complement] == "ccomp":
        asked = [t for t in g.surface_subjects(s, f.complement) if content.is_name(s, t)]
        if asked and not set(asked) & set(f.slots.get("A", [])):  # "proposed that Egypt join as a mediator"
            mode = _asked_mode(inner)
            return [outer(s, f, inner, "REQUEST", mode, REQUEST_CAMEO[mode], asked)]
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
    asker = asker_of(s, f)
    recipients = others(f, inner) if asker is None else list(f.slots.get("R", []))
    if not recipients and asker is None and f.complement is not None and s.pos[f.complement] == "NOUN":
        recipients = content.told_parties(s, f.complement)
    made = outer(s, f, inner, "REJECT", mode, REJECT_CAMEO[mode], recipients)
    if asker is not None:
        made.owned = [asker]
        made.recipients = recipients
    return [made]


_CLOSING = frozenset("close shut shutter stop suspend halt cease vacate quit wind".split())
_WORKPLACES = frozenset(
    "office bureau branch operation work clinic activity broadcast programme program transmission school "
    "shop base flight service".split()
)
_EMBASSIES = frozenset("embassy consulate legation mission".split())


def _own_closed(s: Sentence, told: list[int], verb: int) -> list[int]:
    """What those who are told to close it have of their own: "ordered Oxfam to shut its clinics"."""
    things = [t for t in s.kids(verb, "dobj") if s.lemmas[verb] in _CLOSING]
    things = [
        t for t in things if s.lemmas[t] in _WORKPLACES | _EMBASSIES
    ]  # "to halt its offensive": a demand
    own = any(s.tags[c] == "PRP$" for t in things for c in s.kids(t, "poss"))
    followers = any(s.tags[c] == "PRP$" for t in told for c in s.kids(t, "poss"))  # "ordered his ministers"
    return things if told and own and not followers else []


def curb(s: Sentence, d: Draft) -> None:
    """ "instructed the BBC to shut its bureau": no request, but a curb on the BBC."""
    if d.event_type != "REQUEST" or s.lemmas[d.trigger] not in _COMMANDING or s.pos[d.trigger] != "VERB":
        return
    told = d.recipients
    things = [t for v in s.kids(d.trigger, "xcomp", "ccomp") for t in _own_closed(s, told, v)]
    if things and not any(s.lemmas[t] in _EMBASSIES for t in things):
        d.event_type, d.mode, d.cameo = "COERCE", "restrict", "172"
        d.confidence = 0.4 + 0.55 * d.confidence  # as of any order whose content is known
        d.steps.append("told to close what is theirs → COERCE/restrict")


_COMMANDING = frozenset("order instruct direct command".split())


def _to_close_its_own(s: Sentence, f: Frame, inner: Draft) -> Draft | None:
    """ "ordered Oxfam to shut its clinics": a curb on Oxfam, and nothing that Oxfam does to others."""
    told = f.slots.get("R", [])
    things = _own_closed(s, told, inner.trigger) if f.complement == inner.trigger else []
    if not things:
        return None
    if any(s.lemmas[t] in _EMBASSIES for t in things):
        return outer(s, f, inner, "SANCTION", "expel", "161", told)
    return outer(s, f, inner, "COERCE", "restrict", "172", told)


def _order(s: Sentence, f: Frame, inner: Draft) -> list[Draft]:
    closed = _to_close_its_own(s, f, inner)
    if closed is not None:
        return [closed]
    if inner.event_type in MATERIAL_CONFLICT:
        made = _with_status(f, inner, "future" if inner.event_type == "ASSAULT" else "asserted")
        ordered = [t for t in f.slots.get("R", []) if t not in made.recipients]
        made.actors = list(
            dict.fromkeys([*f.slots.get("A", []), *ordered, *[a for a in made.actors if a not in ordered]])
        )
        made.confidence = 0.4 + 0.55 * inner.confidence
        return [made]
    others_told = f.complement is not None and is_active_clause(s, f.complement) and bool(inner.actors)
    if f.slots.get("R") or others_told:  # "ordered that the police return the press"
        return _request(s, f, inner)
    if inner.event_type in YIELDING:
        return [outer(s, f, inner, "CONCEDE", None, "080", others(f, inner))]
    return _commit(s, f, inner)


def _decide(s: Sentence, f: Frame, inner: Draft) -> list[Draft]:
    if inner.event_type in YIELDING:
        return [outer(s, f, inner, "CONCEDE", None, "080", others(f, inner))]
    if inner.event_type in COOPERATIVE - {"SUPPORT"}:
        return _commit(s, f, inner)
    ahead = inner.event_type in ("ASSAULT", "PROTEST")  # "voted to go on strike": it has not begun
    return [_with_status(f, inner, "future" if ahead else inner.status)]


def _announce(s: Sentence, f: Frame, inner: Draft) -> list[Draft]:
    if inner.mode == "resign":  # who announces that he resigns has resigned
        return [_with_status(f, inner, inner.status, own=True)]
    if inner.trigger == f.complement and s.pos[inner.trigger] == "NOUN" and inner.event_type == "RETREAT":
        return [outer(s, f, inner, "CONCEDE", None, "080", others(f, inner))]
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
    if s.lemmas[f.trigger] == "seek" and inner.event_type in ("COERCE", "SANCTION"):
        return [_with_status(f, inner, "hypothetical")]  # "seeks to ban the party": not yet
    before = any(s.words[a].lower() == "had" for a in s.kids(f.trigger, "aux"))
    if before and inner.event_type != "ASSAULT":  # "was driven home; he had tried to join the march"
        return [_with_status(f, inner, "hypothetical")]
    asks = inner.event_type == "REQUEST" and s.lemmas[f.trigger] != "seek"  # who tries to persuade asks
    keeps = asks or (inner.event_type in MATERIAL_CONFLICT and not wished)
    return [_with_status(f, inner, inner.status if keeps else "hypothetical")]


def _fail(s: Sentence, f: Frame, inner: Draft) -> list[Draft]:
    promise = inner.frame.sense.operator == "commit"  # "stopped short of promising it"
    if s.lemmas[inner.trigger] == "become":  # "failed to become a member": it would have liked to
        return []
    accord = inner.two_sided or inner.cameo in ACCORD
    if inner.event_type in ("AGREE", "SUPPORT") and accord and not promise:
        made = outer(s, f, inner, "REJECT", "change", "120", others(f, inner))
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
        return [outer(s, f, inner, "CONCEDE", None, "080", others(f, inner))]
    return _commit(s, f, inner) if inner.event_type in COOPERATIVE else [_ahead(f, inner, "future")]


_KEEPING_ORDER = frozenset("police officer policeman gendarme troop soldier army authority force".split())


def _stop(s: Sentence, f: Frame, inner: Draft) -> list[Draft]:
    if inner.event_type in ("AID", "COOPERATE"):
        return [outer(s, f, inner, "SANCTION", "discontinue", "160", others(f, inner))]
    if inner.event_type == "CONSULT":
        return [outer(s, f, inner, "SANCTION", "withdraw", "164", others(f, inner))]
    own = any(s.tags[c] == "PRP$" for r in inner.recipients for c in s.kids(r, "poss"))
    if own and not inner.actors:  # "came to stop the massacre of our people": others are to stop it
        return [_with_status(f, inner, "hypothetical", own=False)]
    elsewhere = done_by_others(s, inner.trigger, f.slots.get("A", []))
    order = any(s.lemmas[t] in _KEEPING_ORDER for t in f.slots.get("A", []))
    if order and not elsewhere and inner.event_type == "PROTEST" and inner.mode != "strike":
        return [outer(s, f, inner, "COERCE", "restrict", "175", [])]  # "halted further rallies against him"
    if elsewhere and inner.event_type in ("ASSAULT", "PROTEST"):
        if inner.event_type == "PROTEST" and any(s.lemmas[t] in _KEEPING_ORDER for t in f.slots["A"]):
            return [outer(s, f, inner, "COERCE", "restrict", "175", elsewhere)]
        return [_with_status(f, inner, "hypothetical", own=False)]
    if inner.event_type in ("ASSAULT", "PROTEST", "MOBILIZE"):
        return [outer(s, f, inner, "RETREAT", None, "087", others(f, inner))]
    if inner.event_type == "COERCE" and any(s.lemmas[a] in _DUTY for a in s.kids(f.trigger, "aux")):
        return [outer(s, f, inner, "RETREAT", None, "080", others(f, inner))]  # "must stop jailing editors"
    return [_with_status(f, inner, "negated")]


_DUTY = frozenset({"must", "should", "ought"})


def _accuse(s: Sentence, f: Frame, inner: Draft) -> list[Draft]:
    accused = f.slots.get("R") or (
        inner.actors if s.lemmas[f.trigger] == "allege" or f.sense.operator == "charge" else []
    )
    made = outer(s, f, inner, "ACCUSE", "allege", "112", list(accused))
    made.alleged = inner
    others = [t for t in inner.actors if t not in f.slots.get("A", [])]  # who accuses did not do it
    inner.actors = others or list(made.recipients)
    return [made]


def _charge(s: Sentence, f: Frame, inner: Draft) -> list[Draft]:
    """ "Prosecutors said the colonel had ordered the killing": a charge against him, where he is on trial.

    Of bands that nobody has in the dock ("said gunmen killed two policemen") they only tell.
    """
    known = [t for t in inner.actors if _in_the_dock(s, t)]
    alleged = inner.event_type == "ASSAULT" and not s.kids(inner.trigger, "neg")
    if not alleged or not known or len(known) < len(inner.actors):
        return [inner]
    return _accuse(s, f, inner)


def _in_the_dock(s: Sentence, t: int) -> bool:
    """True for somebody named or spoken of before: "General Rojas", "the colonel", no "soldiers"."""
    if s.lemmas[t] in _NOBODY_ON_TRIAL or s.tags[t] not in ("NNP", "NN", "PRP"):
        return False
    definite = s.words[min(s.subtree(t))].lower() == "the" or bool(s.kids(t, "poss"))
    return s.tags[t] != "NN" or definite


_NOBODY_ON_TRIAL = frozenset(
    "police army force group militia band gang mob crowd state government unit patrol".split()
)


def _status(status: Status) -> Callable[[Sentence, Frame, Draft], list[Draft]]:
    return lambda s, f, inner: [_with_status(f, inner, status)]


def _help(s: Sentence, f: Frame, inner: Draft) -> list[Draft]:
    """ "helped Mozambique retake a port": AID to the one who did it, and what was done."""
    helped = f.slots.get("R", [])
    if not helped or inner.event_type not in MATERIAL_CONFLICT:
        return [_with_status(f, inner, inner.status)]
    aid = outer(s, f, inner, "AID", None, "072", list(helped))
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
        return [outer(s, f, inner, "RETREAT", "access", "0862", list(inner.actors))]
    return [_with_status(f, inner, inner.status, own=False)]


HANDLERS: dict[str, Callable[[Sentence, Frame, Draft], list[Draft]]] = {
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
    "charge": _charge,
    "wish": _status("hypothetical"),
    "fail": _fail,
    "prevent": _status("negated"),
    "exonerate": lambda s, f, inner: [],  # "acquitted him of ordering the raid": he did not
    "admit": _keep,
    "help": _help,
    "transparent": _keep,
    "transparent_object": _keep_object,
}
