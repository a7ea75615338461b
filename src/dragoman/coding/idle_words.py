"""Words of a deed that tell none: an award of a court, an own membership, what somebody does all the time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding import polls
from dragoman.coding.drafts import Draft
from dragoman.language import Sentence

if TYPE_CHECKING:
    from dragoman.coding.actors import Cast


def why_none(s: Sentence, cast: Cast, d: Draft) -> str:
    """Why a draft is no event, or nothing."""
    if d.status != "hypothetical" and polls.of_a_share(s, d.trigger, d.event_type):
        return "what part of a people thinks"
    if _lasting(s, d):
        return "how it is, and no news"
    if d.event_type == "ACCUSE" and any(s.words[t].lower().endswith(("self", "selves")) for t in d.actors):
        return "self-reproach"
    if d.event_type == "SANCTION" and _own_membership(s, cast, d):
        return "its own membership"
    if d.event_type == "AID" and _awarded(s, cast, d):
        return "what a court awards"
    if d.event_type == "REQUEST" and _in_the_courtroom(s, cast, d):
        return "said in a courtroom"
    return ""


_LASTING_STATES = frozenset({"AID", "COOPERATE", "MOBILIZE", "RETREAT"})
"""Types that a clause in the present tense tells as what somebody does all the time."""


def _lasting(s: Sentence, d: Draft) -> bool:
    """ "Pakistan, which shelters 400,000 Afghans, said …": what it does all the time."""
    present = s.deps[d.trigger] == "relcl" and s.tags[d.trigger] in ("VBZ", "VBP")
    return d.event_type in _LASTING_STATES and present and not s.kids(d.trigger, "aux", "auxpass")


def _own_membership(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The chancellor suspended Britain's membership of the mechanism": his own country's."""
    if not any(s.lemmas[t] in ("membership", "participation") for t in s.kids(d.trigger, "dobj")):
        return False
    mine = {e.country for t in d.actors for e in cast.parties(s, t)}
    theirs = {e.country for t in (*d.recipients, *d.owned) for e in cast.parties(s, t, recipient=True)}
    return bool(mine & theirs)


def _awarded(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The islet was given to Benin by the court at The Hague": a ruling, and no aid."""
    givers = [e for t in d.actors for e in cast.parties(s, t)]
    return bool(givers) and all("JUD" in e.sectors for e in givers)


def _in_the_courtroom(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The chief justice told the lawyers to be brief": how a hearing is led, and no demand."""
    by = [e for t in d.actors for e in cast.parties(s, t)]
    at_bar = bool(d.recipients) and all(s.lemmas[t] in _AT_THE_BAR for t in d.recipients)
    return at_bar and bool(by) and all("JUD" in e.sectors for e in by)


_AT_THE_BAR = frozenset(
    "lawyer attorney barrister counsel advocate witness juror jury defendant clerk".split()
)
