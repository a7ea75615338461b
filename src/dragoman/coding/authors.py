"""By whom, where only another sentence of the report tells: "Twelve worshippers were shot dead. … The rebels
said they had carried out the attack."

What is read sentence by sentence leaves such deeds without an actor, for a later sentence names him or an
earlier one did.  Once the whole report is read, the one camp that it tells to attack is who attacked, and so
is whoever claims the deed or is blamed for it; where two camps fight each other, only those who attacked in
the sentence before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.foes import are_several, camp_of
from dragoman.coding.people import ARMED, OUTLAWS
from dragoman.records import Entity, EventDate, EventMention

_Camp = tuple[str, bool]
_OF_STATES_ALONE = frozenset({"aerial", "crowd-control"})
_OF_OUTLAWS_ALONE = frozenset({"suicide-attack", "explosives", "abduct"})
_BLAMING = ("blam", "respons", "behind", "attribut", "suspect", "claim", "work of", "accus", "finger", "hand of")
"""Words of sentences that say whose a deed was."""
_OF_POLICE = frozenset({None, "firearms", "beat"})
_BODIES = frozenset({"UNO", "IGO", "NGO", "EUR"})
_FAR = 3
"""Days between two deeds that are not the same."""
_LATELY = 10
"""The same, where only one of them has a day of its own."""
_HOW = "coreference: who attacked, as the report tells"


def of_report(mentions: Sequence[EventMention]) -> list[EventMention]:
    """The mentions of a report, attacks with the actors that other sentences tell."""
    told = [(m, _camps(m)) for m in mentions if m.event_type == "ASSAULT" and m.status == "asserted"]
    told = [(m, camps) for m, camps in told if len(camps) == 1]
    blamed = [(m, _blamed(m)) for m in mentions]
    blamed = [(m, camps) for m, camps in blamed if len(camps) == 1]
    if not told and not blamed:
        return list(mentions)
    return [_with_author(m, told, blamed) for m in mentions]


def _camps(m: EventMention) -> dict[_Camp, Entity]:
    """The camps of the armed who did it, each with the best known of them."""
    found: dict[_Camp, Entity] = {}
    for e in m.actors:
        camp = camp_of(e)
        if camp is not None and ARMED & set(e.sectors) and (camp not in found or e.actor_id):
            found[camp] = e
    return found


def _blamed(m: EventMention) -> dict[_Camp, Entity]:
    """Outlaws who are said to be behind an attack."""
    told = m.evidence.text.lower()
    charge = m.event_type == "ACCUSE" and m.event_mode == "allege" and m.status == "asserted"
    if not charge or not any(x in told for x in _BLAMING):
        return {}
    out = {}
    for e in m.recipients:
        camp = camp_of(e)
        if camp is not None and OUTLAWS & set(e.sectors):
            out[camp] = e
    return out


_Told = list[tuple[EventMention, dict[_Camp, Entity]]]


def _with_author(m: EventMention, told: _Told, blamed: _Told) -> EventMention:
    if m.event_type != "ASSAULT" or m.status != "asserted" or any(a.country or a.actor_id for a in m.actors):
        return m
    if m.actors or not m.recipients:
        return m
    suits = [(o, camp, e) for o, camps in told for camp, e in camps.items() if _could_be(m, o, camp)]
    suits += [(o, camp, e) for o, camps in blamed for camp, e in camps.items() if _suits(m, camp)]
    camps = {camp for _, camp, _ in suits}
    if len(camps) > 1:
        suits = [(o, camp, e) for o, camp, e in suits if _just_before(m, o)]
        camps = {camp for _, camp, _ in suits}
    if len(camps) != 1:
        return m
    best = next((e for _, _, e in suits if e.actor_id), suits[-1][2])
    return replace(m, actors=(replace(best, span=None, resolved_by=_HOW),))


def _could_be(m: EventMention, o: EventMention, camp: _Camp) -> bool:
    if o is m or not _suits(m, camp) or _days_apart(m.date, o.date) or not _in_one_conflict(m, o):
        return False
    lone = not any(are_several(a) for a in o.actors)
    police = all("COP" in a.sectors for a in o.actors)
    if police and m.event_mode not in _OF_POLICE:
        return False
    return _just_before(m, o) or not (lone or police or camp[0] in _BODIES)


def _suits(m: EventMention, camp: _Camp) -> bool:
    """True where those of a camp can have done it: not to their own, and with such arms."""
    hit = {c for c in (camp_of(r) for r in m.recipients) if c is not None}
    if camp in hit:
        return False
    state = camp[1]
    return (m.event_mode or "") not in (_OF_OUTLAWS_ALONE if state else _OF_STATES_ALONE)


def _days_apart(a: EventDate, b: EventDate) -> bool:
    if "text" not in (a.basis, b.basis) or not (a.start and a.end and b.start and b.end):
        return False
    far = _FAR if a.basis == b.basis else _LATELY
    return (a.start - b.end).days > far or (b.start - a.end).days > far


def _in_one_conflict(m: EventMention, o: EventMention) -> bool:
    """True where those hit, or the place, are of a country that the other deed has to do with."""
    here, there = (x.place.country if x.place else None for x in (m, o))
    if here and there and here != there:
        return False
    if all("MIL" in r.sectors for r in m.recipients):  # "thirteen South African soldiers died": in a war abroad
        return True
    ours = {here, *(r.country for r in m.recipients)} - {None}
    theirs = {there, *(e.country for e in (*o.actors, *o.recipients))} - {None}
    return bool(ours & theirs)


def _just_before(m: EventMention, o: EventMention) -> bool:
    """True for what the sentence before, or the same one, tells."""
    if o.evidence.field != m.evidence.field:
        return False
    return 0 <= m.evidence.start - o.evidence.end <= _GAP or o.evidence.start == m.evidence.start


_GAP = 3
"""Characters between two sentences."""
