"""What an operator tells whose content is no known event: a promise, a demand, a refusal, a threat."""

from __future__ import annotations

from dragoman.coding import content, pledges
from dragoman.coding import grammar as g
from dragoman.coding.drafts import (
    Draft,
    draft_of,
)
from dragoman.coding.operator_content import (
    DEFYING,
    HARMS,
    answerers,
    asker_of,
    content_tokens,
    is_active_clause,
    mode_cameo,
)
from dragoman.coding.said import DEFAULT_CONFIDENCE, said
from dragoman.coding.slots import Frame
from dragoman.language import Sentence

UNKNOWN = "content is no known event"
"""The step of a draft that rests on the operator's word alone; the disambiguator judges it."""


def _makes_pay(s: Sentence, clause: int | None) -> bool:
    """ "vowed to make the army pay for it"."""
    if clause is None or s.lemmas[clause] != "make":
        return False
    words = {s.lemmas[t] for t in s.kids(clause, "ccomp", "xcomp", "dobj")}
    return bool(words & {"pay", "regret", "suffer", "answer"})


_GOOD = frozenset(
    "resume form set establish create boost expand strengthen deepen open reopen hold continue launch "
    "restore cooperate work convene meet build sign normalise normalize enhance develop revive".split()
)


def _decided_together(s: Sentence, f: Frame) -> list[Draft] | None:
    """ "India and Pakistan decided to resume the peace process": what several decide they agree on."""
    who = f.slots.get("A", [])
    named = [t for t in who if s.pos[t] == "PROPN"]
    both = len(named) > 1 or any(s.lemmas[t] in _STATES and s.tags[t] == "NNS" for t in who)
    if not both or f.complement is None or s.lemmas[f.complement] not in _GOOD:
        return None
    return _of_unknown(s, f, Draft(f, "AGREE", None, "030", (), list(who), [], settled=True))


_STATES = frozenset({"country", "side", "nation", "neighbour"})


_BY_FORCE = frozenset("force violence arm weapon firepower".split())
_BACK = frozenset("strike hit fire fight shoot".split())


_CONFRONTING = frozenset(
    "confront face counter repel rebuff resist deal respond thwart foil withstand defy combat fight".split()
)
_ONSETS = frozenset(
    "aggression attack threat invasion incursion provocation enemy aggressor plot conspiracy offensive "
    "invader hostility assault terrorism war".split()
)


def _confronts(s: Sentence, clause: int | None) -> bool:
    """ "is ready to confront any aggression": no promise."""
    if clause is None or s.lemmas[clause] not in _CONFRONTING:
        return False
    against = [
        *s.kids(clause, "dobj"),
        *(o for _, p, o in g.prepositional(s, clause) if s.heads[p] == clause),
    ]
    return any(s.lemmas[o] in _ONSETS for o in against)


def _by_force(s: Sentence, clause: int | None) -> bool:
    """ "is prepared to use force", "is ready to strike back": who is ready to threatens."""
    if clause is None:
        return False
    back = any(s.words[c].lower() == "back" and c == clause + 1 for c in s.children[clause])
    if s.lemmas[clause] in _BACK and back:
        return True
    used = s.kids(clause, "dobj") if s.lemmas[clause] in ("use", "employ", "deploy") else []
    used += [o for n, _, o in g.prepositional(s, clause) if n == "to"] if s.lemmas[clause] == "resort" else []
    return any(s.lemmas[o] in _BY_FORCE and not s.kids(o, "prep") for o in used)


def _not_willing(s: Sentence, f: Frame, clause: int) -> list[Draft] | None:
    """ "has no wish to disband" refuses; "has no intention of starting a war" only soothes."""
    if any(s.lemmas[t] in HARMS | _HOSTILE for t in (clause, *s.kids(clause, "dobj"))):
        return None
    made = Draft(f, "REJECT", None, "120", (), list(f.slots.get("A", [])), [], settled=True)
    return _of_unknown(s, f, made)


def default_rows(s: Sentence, f: Frame, kind: str) -> list[Draft] | None:
    """An operator whose content is no known event still promises, demands or refuses."""
    if kind == "unwilling" and f.complement is not None and s.tags[f.complement] in ("VB", "VBG"):
        return _not_willing(s, f, f.complement)
    defies = kind == "vow" and f.complement is not None and s.lemmas[f.complement] in DEFYING
    if defies or (
        kind == "abstain" and f.sense.operator == "vow" and s.lemmas[f.trigger] in ("vow", "swear")
    ):
        made = Draft(f, "REJECT", None, "120", (), list(f.slots.get("A", [])), [], settled=True)
        return _of_unknown(s, f, made)
    in_kind = f.complement is not None and any(
        s.lemmas[o] == "kind" for p in s.kids(f.complement, "prep") for o in s.kids(p, "pobj")
    )
    forced = kind == "commit" and _by_force(s, f.complement)
    harms = kind == "vow" or forced or (kind == "commit" and (in_kind or _to_justice(s, f.complement)))
    if kind == "vow" and _makes_peace(s, f.complement):
        made = Draft(f, "AGREE", None, "030", (), list(f.slots.get("A", [])), [], settled=True)
        return _of_unknown(s, f, made)
    harm = next((t for t in sorted(content_tokens(s, f)) if s.lemmas[t] in HARMS), None) if harms else None
    if harm is None and harms and (forced or _makes_pay(s, f.complement) or _to_justice(s, f.complement)):
        harm = f.complement
    if kind == "vow" and _holds_out(s, f.complement) and harm in (None, f.complement):
        return None  # but "vowed to press on and to destroy them"
    terms = _terms(s, f) if kind == "vow" else None
    if harm is None and terms is not None:  # "vowed to shut the port if their leader was not freed"
        threat = Draft(f, "THREATEN", None, "130", (), list(f.slots.get("A", [])), [])
        threat.covers = set(s.subtree(terms))
        return _of_unknown(s, f, threat)
    if harm is not None:
        threat = Draft(f, "THREATEN", "violence", "138", (), list(f.slots.get("A", [])), [])
        return _of_unknown(s, f, threat, harm)
    if s.lemmas[f.trigger] == "insist" and f.sense.complement == "that":
        return said(s, f, [])  # "insisted that the rebels must disarm"
    if kind == "announce" and f.complement is not None:  # "announced that a vote would take place in May"
        polls = pledges.polls_to_come(s, f, f.complement)
        return [polls] if polls else None
    if not f.sense.event_type or (kind == "commit" and _confronts(s, f.complement)):
        return _decided_together(s, f) if kind == "decide" else None
    if kind == "abstain" and f.sense.operator == "commit":  # "undertook not to hinder the vote"
        made = Draft(f, "AGREE", None, "030", (), list(f.slots.get("A", [])), [], settled=True)
        return _of_unknown(s, f, made)
    made = draft_of(f)
    answering = answerers(s, f) if kind == "request" else []
    if answering and set(made.actors) - set(answering):
        made.actors = [t for t in made.actors if t not in answering]
        made.recipients = made.recipients or answering
        made.covers, made.settled = {f.complement} if f.complement is not None else set(), True
    if f.sense.operator == "accuse":
        made.confidence = 0.8
        return [made]
    return _of_unknown(s, f, made)


_HANDS = frozenset(
    "involved behind responsible implicated complicit linked party part role hand link tie connection "
    "knowledge complicity involvement responsibility".split()
)


def clears_itself(s: Sentence, f: Frame) -> Draft | None:
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
    """ "vowed to bring peace", "vowed to end the war", "vowed to respect the accord": no threat."""
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


_HOSTILE = frozenset(
    "war attack invade bomb shoot kill assault occupy annex harm threaten invasion offensive conflict "
    "escalate intervene".split()
)
"""Words of harm that nobody is asked to do: to have no plan of it refuses nothing."""


def _of_unknown(s: Sentence, f: Frame, made: Draft, content_verb: int | None = None) -> list[Draft]:
    """A draft on the operator's word alone; whom the unknown deed names are its recipients."""
    deed = f.complement if content_verb is None else content_verb
    made.score -= 0.6
    made.confidence = DEFAULT_CONFIDENCE
    made.steps.append(UNKNOWN)
    if made.event_type in ("REQUEST", "REJECT") and made.mode is None:
        made.mode = content.mode_of(s, f.complement)
        made.cameo = mode_cameo(made.event_type, made.mode) or made.cameo
    asker = asker_of(s, f)
    if asker is not None and not made.recipients:
        made.owned = [asker]
    elif not made.recipients and f.complement is not None and s.pos[f.complement] == "NOUN":
        made.recipients = [t for t in content.partners(s, f.complement) if t not in made.actors]
        made.owned = [f.complement] if made.event_type == "REJECT" and not made.recipients else []
    elif not made.recipients and deed is not None:
        clause = made.event_type == "REQUEST" and is_active_clause(s, deed)
        doers = [t for t in g.surface_subjects(s, deed) if content.is_name(s, t)] if clause else []
        told = doers or content.told_parties(s, deed, nouns=made.event_type == "THREATEN")
        made.recipients = [t for t in told if t not in made.actors]
    return [made]
