"""A draft is an event mention in the making: one filled frame with what later steps add."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.coding.slots import Frame
from dragoman.records import Status

COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID"})
DEALINGS = COOPERATIVE - {"AID"}
"""Types of two parties who deal with each other."""
YIELDING = frozenset({"CONCEDE", "RETREAT"})
VERBAL_CONFLICT = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})
MATERIAL_CONFLICT = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
ON_THE_SPOT = frozenset({"ASSAULT", "COERCE", "PROTEST"})
"""Types that happen to people where they are, be it Brussels or Geneva."""
AGREE_CAMEO = {"CONSULT": "036", "SUPPORT": "032", "COOPERATE": "031", "AID": "033", "AGREE": "030"}
"""CAMEO codes of what is only promised or still to come."""
THREAT_CAMEO = {
    "violence": "138",
    "relations": "131",
    "expel": "136",
    "restrict": "131",
    "arrest": "132",
    "territory": "1382",
}


def threat_mode(event_type: str, mode: str | None) -> str | None:
    """PLOVER's mode of a threat: what is threatened."""
    if event_type in ("ASSAULT", "MOBILIZE"):
        return "violence"
    if event_type == "COERCE":
        return {"arrest": "arrest", "deport": "expel", "seize": "territory"}.get(mode or "", "restrict")
    if event_type == "SANCTION":
        return "expel" if mode == "expel" else "relations"
    if event_type == "PROTEST":
        return "restrict"
    return "relations" if event_type in ("REJECT", "RETREAT", "CONCEDE") else None


MINIMUM_CONFIDENCE = 0.35
"""Of the type.  Near misses are commoner in training than in the news: a little under even."""


@dataclass(slots=True)
class Draft:
    """An event in the making; ``actors`` and ``recipients`` are head tokens of the sentence."""

    frame: Frame
    event_type: str
    mode: str | None
    cameo: str | None
    contexts: tuple[str, ...]
    actors: list[int]
    recipients: list[int]
    owned: list[int] = field(default_factory=list)
    """Objects whose owner is the recipient where none is named ("rejected a Senegalese plan")."""
    lent: list[int] = field(default_factory=list)
    """Fixed nouns whose agent is the actor where none is named ("killed in clashes with X")."""
    two_sided: bool = False
    status: Status = "asserted"
    denier: list[int] = field(default_factory=list)
    spoken: bool = False
    """The act of whoever says these words, whom another clause or sentence names."""
    settled: bool = False
    """The operator has taken its own negation in ("has no plans to lift"): the status stays."""
    seen_from: int | None = None
    """The verb through which it is told ("began to shell"): its tense and modality count.
    None for a finite clause ("announced that it will"), which has its own."""
    alleged: Draft | None = None
    """The deed of which an accusation accuses."""
    covers: set[int] = field(default_factory=set)
    """Trigger tokens of drafts that this one has taken in."""
    steps: list[str] = field(default_factory=list)
    """What each step decided, in words, for ``explain``."""
    score: float = 0.0
    confidence: float = 0.0

    @property
    def has_sides(self) -> bool:
        """True for a sense that tells who was on either side, not only where."""
        return bool(self.frame.slots.get("B"))

    @property
    def trigger(self) -> int:
        """The token that reports the event."""
        return self.frame.trigger

    @property
    def anchors(self) -> set[int]:
        """Tokens by which an operator can reach this draft: trigger and light verb."""
        light = self.frame.light
        return {self.trigger} if light is None else {self.trigger, light}


_SAID_OF = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
"""Types that are said of what somebody did or has: the owner of any object is who is meant."""


def concerned(frame: Frame) -> list[int]:
    """The objects of a frame whose owner is concerned where no recipient is named."""
    apology = frame.sense.cameo == "055"  # "apologised for the killing of two Chadian herders"
    said_of = frame.slots.get("X", []) if frame.sense.event_type in _SAID_OF or apology else []
    if frame.sense.pattern.startswith("A inflict "):
        return []  # casualties are nobody's before they are inflicted
    voted_on = (
        frame.literals if frame.sense.pattern.startswith(("A vote ", "A scoff/")) else set()
    )  # "voted against a French motion"
    return sorted({*frame.literal_objects, *said_of, *voted_on} - {frame.trigger})


def _demanded(frame: Frame) -> set[int]:
    """What an ultimatum asks for ("gave them a week to disarm"): it has not been done, and is no event."""
    ultimatum = frame.sense.event_type == "THREATEN" and frame.sense.complement == "to"
    return {frame.complement} if ultimatum and frame.complement is not None else set()


def _fighters(frame: Frame) -> tuple[list[int], list[int]]:
    """Both parties of a two-sided event; of a fight, whom the verb tells of behind those who fight them.

    "Troops battled rebels" is done by the troops to the rebels; where "troops and rebels clashed", by both.
    """
    both = frame.slots.get("B", [])
    if frame.sense.event_type != "ASSAULT" or frame.sense.pos != "v" or frame.passive:
        return both, []
    first = [b for b in both if b < frame.trigger]
    then = [b for b in both if b > frame.trigger]
    return (first, then) if first and then else (both, [])


def _held_by_none(frame: Frame) -> bool:
    """True for a passive of what two sides do together that names neither behind its verb."""
    together = frame.sense.event_type == "CONSULT" and frame.sense.pattern.startswith("B ")
    return together and frame.passive and not any(frame.slots.get(k) for k in "ABR")


def draft_of(frame: Frame) -> Draft:
    """The draft that a filled (non-operator) frame makes."""
    sense = frame.sense
    both, fought = _fighters(frame)
    recipients = [*frame.slots.get("R", []), *fought]
    if set(recipients) <= set(frame.slots.get("A", [])):  # "a ban by the army on rallies": nobody else's
        recipients = []
    if not both and _held_by_none(frame):
        both = sorted(frame.literal_objects)  # "Israeli-Syrian talks were held": whose they are held them
    own = [t for t in frame.slots.get("A", []) if t not in frame.literals]  # not the "clashes" that kill
    if not recipients and not both and sense.event_type == "ASSAULT":
        recipients = list(frame.slots.get("P", []))  # what is hit where only a place is named
    return Draft(
        frame=frame,
        event_type=sense.event_type or "",
        mode=sense.mode,
        cameo=sense.cameo,
        contexts=sense.contexts,
        actors=list(frame.slots.get("A", [])) + [b for b in both if b not in frame.slots.get("A", [])],
        recipients=recipients,
        lent=[] if own or both else sorted(frame.literals - frame.literal_objects),
        owned=[] if recipients or both else concerned(frame),
        two_sided=bool(both) and not fought and "R" not in frame.slots,
        score=frame.specificity,
        covers=_demanded(frame),
        steps=[
            f"{sense.where}: {sense.pattern} → {sense.event_type}{'/' + sense.mode if sense.mode else ''}"
        ],
    )


def as_blame(draft: Draft, speakers: list[int], blamed: list[int]) -> bool:
    """ "said that Kigali should never have signed the accord": its speakers find fault with whoever did."""
    draft.steps.append(f"{draft.event_type} that somebody says should or should not have been → ACCUSE")
    draft.event_type, draft.mode, draft.cameo = "ACCUSE", "disapprove", "111"
    draft.status, draft.two_sided = "asserted", False
    draft.actors, draft.recipients = list(speakers), list(blamed)
    if blamed and not draft.frame.passive:
        draft.owned = []
    return True
