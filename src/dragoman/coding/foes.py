"""Whom a side fights, where a sentence leaves the other side out but the report has told of it.

"At least 300 soldiers were killed", "it had captured the camp", "jets bombed the bridge": by whom, of whom.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from dragoman.coding.antecedents import Antecedents, told_from
from dragoman.coding.people import ARMED, OUTLAWS, STATE_SIDE
from dragoman.knowledge.words import INTERNATIONAL
from dragoman.records import Entity, EventMention

_FIGHTING = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "THREATEN"})
STATE_CODE = 3
"""Letters of a country's code; those of bodies are longer or none."""


def foe(m: EventMention, earlier: Antecedents) -> EventMention:
    """Whose the bridge is that jets bombed, and whom a threat means: the side that they fought before."""
    own = {a.country for a in m.actors if a.country}
    nobody = not m.recipients or all(not r.country and not r.actor_id and not r.sectors for r in m.recipients)
    hitting = m.event_type == "ASSAULT" and m.recipients
    threat = m.event_type == "THREATEN" and m.event_mode == "violence" and not m.recipients
    if len(own) != 1 or not nobody or not (hitting or threat) or m.status != "asserted":
        return m
    if any("COP" in a.sectors for a in m.actors):
        return m
    other = _other_side(next(iter(own)), earlier, armed=threat)
    if other is None:
        return m
    how = "the side that they fought before"
    if threat:
        return replace(m, recipients=(replace(other, span=None, resolved_by=how),))
    recipients = (replace(r, country=other.country, resolved_by=how) for r in m.recipients)
    return replace(m, recipients=tuple(recipients))


def threatened_by_another(m: EventMention) -> EventMention:
    """ "The premier warned that his state would widen the offensive": it does not threaten itself."""
    if m.event_type != "THREATEN" or len(m.actors) != 1 or "GOV" not in m.actors[0].sectors:
        return m
    own = f"country:{(m.actors[0].country or '').lower()}"
    others = tuple(r for r in m.recipients if (r.actor_id or "").lower() != own)
    return replace(m, recipients=others) if len(others) < len(m.recipients) else m


_OVER_TIME = re.compile(
    r"^\w+ (?:[\w,-]+ ){0,8}?(?:since (?:the|it|its|their|they|\d{4}|last year)|so far this year|"
    r"this year alone|"
    r"(?:in|over|during) the (?:past|last) (?:[\w-]+ )?(?:weeks|months|years?|decades?))\b"
)
"""A tally of months or years: "Some 24 peacekeepers have died since the force was set up"."""


def is_a_tally(m: EventMention) -> bool:
    """True for the dead of months or years, whom no single attack killed."""
    return _OVER_TIME.search(told_from(m)) is not None


def _other_side(country: str | None, earlier: Antecedents, *, armed: bool) -> Entity | None:
    """The last party of another country that fought with one, where there is but one such country.

    ``armed`` asks for a state or its like, not for its people.
    """
    found: list[Entity] = []
    for m in earlier.told:
        sides = (m.actors, m.recipients) if m.event_type in _FIGHTING and m.status == "asserted" else ()
        for near, far in (sides, sides[::-1]) if sides else ():
            if any(e.country == country for e in near):
                found += [
                    e for e in far if e.country and e.country != country and len(e.country) == STATE_CODE
                ]
    if len({e.country for e in found}) != 1:
        return None
    found = [e for e in found if not armed or (ARMED | {"GOV"}) & set(e.sectors)]
    return found[-1] if found else None


def not_of_its_own(m: EventMention, earlier: Antecedents) -> EventMention:
    """ "The ministry condemned Azerbaijan's provocation": that of the state which Azerbaijan fights."""
    blames = m.event_type == "ACCUSE" and m.status == "asserted" and len(m.actors) == 1
    named = blames and len(m.recipients) == 1 and (m.recipients[0].actor_id or "").startswith("country:")
    if not named or m.actors[0].actor_id or m.actors[0].country != m.recipients[0].country:
        return m
    if not {"GOV", "MIL"} & set(m.actors[0].sectors) or OUTLAWS & set(m.actors[0].sectors):
        return m
    other = _other_side(m.recipients[0].country, earlier, armed=True)
    if other is None:
        return m
    how = f"{m.actors[0].resolved_by}; of the side that they fought before"
    return replace(m, actors=(replace(m.actors[0], country=other.country, resolved_by=how),))


_BEYOND = re.compile(
    r"cross-border|cross-LoC|across the (?:\w+ ){0,2}(?:border|boundary|frontier|line\b)", re.IGNORECASE
)


def victims_of_the_teller(m: EventMention, earlier: Antecedents) -> EventMention:
    """ "Pakistan's premier said that civilians had been killed": in a war with India those are Pakistani."""
    side = m.attribution[0].country if len(m.attribution) == 1 else None
    if m.event_type != "ASSAULT" or m.actors or not m.recipients or not side or len(side) != STATE_CODE:
        return m
    guessed = all(
        not r.actor_id and r.country != side and (r.resolved_by or "").endswith("country from the report")
        for r in m.recipients
    )
    foe = _other_side(side, earlier, armed=True) if guessed else None
    if foe is None or {r.country for r in m.recipients} != {foe.country}:
        return m
    how = "of the side that tells it"
    return replace(m, recipients=tuple(replace(r, country=side, resolved_by=how) for r in m.recipients))


def victims_of_two_states(m: EventMention) -> EventMention:
    """ "Ethiopian and Eritrean troops fought, killing ten soldiers": of which army is not told."""
    lands = {a.country for a in m.actors if a.country}
    if m.event_type != "ASSAULT" or len(lands) < 2 or any(OUTLAWS & set(a.sectors) for a in m.actors):
        return m
    if not _AT_EACH_OTHER.search(m.evidence.text):
        return m  # "Somali and Kenyan troops shot two men at a checkpoint"
    told = [
        replace(r, country=None, resolved_by=f"{r.resolved_by}, and not told whose")
        if not r.actor_id and r.country in lands and (r.resolved_by or "").endswith("country from the report")
        else r
        for r in m.recipients
    ]
    return replace(m, recipients=tuple(told))


_AT_EACH_OTHER = re.compile(
    r"\b(?:fought|fight(?:s|ing)?|clash\w*|exchang\w+|battl\w+|skirmish\w*|trad\w+|duel\w*|wars?|border|frontier)\b",
    re.IGNORECASE,
)


def victims_beyond(m: EventMention, countries: Counter[str]) -> EventMention:
    """ "India shelled across the boundary, killing one woman": a woman of the other country of the report."""
    own = {a.country for a in m.actors if a.country}
    guessed = bool(m.recipients) and all(
        not r.actor_id and r.country in own and (r.resolved_by or "").endswith("country from the report")
        for r in m.recipients
    )
    state = bool(m.actors) and all({"GOV", "MIL"} & set(a.sectors) and a.actor_id for a in m.actors)
    if m.event_type != "ASSAULT" or len(own) != 1 or not (guessed and state):
        return m
    if not _BEYOND.search(m.evidence.text):
        return m
    others = [c for c, _ in countries.most_common() if c not in own and len(c) == STATE_CODE]
    if not others:
        return m
    how = "beyond the border"
    return replace(m, recipients=tuple(replace(r, country=others[0], resolved_by=how) for r in m.recipients))


_WINGED = frozenset({"aerial"})


def by_the_foe(m: EventMention, earlier: Antecedents) -> EventMention:
    """The side that a sentence leaves out, where the report has told who fights whom.

    "At least 300 soldiers were killed": by the rebels. "It had captured the camp": the army's. Whom jets
    hit is hit by the one state that was told to fight.
    """
    fighting = m.event_type == "ASSAULT" or (m.event_type == "COERCE" and m.event_mode == "seize")
    if not fighting or m.status not in ("asserted", "denied"):
        return m
    how = "the side that they fought before"
    nobody = all(not r.country and not r.actor_id and not r.sectors for r in m.recipients)
    both = len({a.country for a in m.actors}) > 1  # "clashes between the police and Palestinian protesters"
    if m.actors and nobody and m.event_type == "ASSAULT" and told_from(m).startswith(_RETURNING):
        found = _who_fired_first(m, earlier)
        return replace(m, recipients=_as_meant(found, how)) if found else m
    both = both or (len(m.actors) > 1 and told_from(m).startswith(_EACH_OTHER))
    if m.event_type == "COERCE" and not told_from(m).startswith(_TAKING):
        return m  # "searched the village of Ber": of nobody who fights
    if m.actors and not both and nobody and (m.recipients or m.event_type == "ASSAULT"):
        found = _who_fought(_one_camp(m.actors), earlier)
        return replace(m, recipients=_as_meant(found, how)) if found else m
    if m.actors or not m.recipients or m.event_type != "ASSAULT":
        return m
    if told_from(m).startswith(("found dead", "discovered dead")):
        return m  # by whom, if by anybody, nobody knows
    if is_a_tally(m) and any(r.country in INTERNATIONAL for r in m.recipients):
        return m  # peacekeepers fight nobody: by several
    armed = all(ARMED & set(r.sectors) for r in m.recipients)  # no embassy's convoy
    camp = _one_camp(m.recipients)
    found = (_who_fought(camp, earlier) or _the_only_outlaws(camp, earlier)) if armed and camp else ()
    if found and driven_from_elsewhere(m, found):
        return m
    if not found and m.event_mode in _WINGED:
        found = _air_power(m, earlier) or _own_air_force(camp, earlier, m)
        found = () if all("COP" in e.sectors for e in found) else found  # no police bomb from the air
    return replace(m, actors=_as_meant(found, how)) if found else m


_DRIVEN = ("driven", "drove", "ousted", "expelled", "forced", "pushed", "chased", "flushed")


def driven_from_elsewhere(m: EventMention, found: tuple[Entity, ...]) -> bool:
    """ "Driven out of Uganda, they roam Congo": no Congolese whom they fight now drove them out."""
    land = m.place.country if m.place else None
    return bool(land) and told_from(m).startswith(_DRIVEN) and land not in {e.country for e in found}


_TAKING = (
    "seiz",
    "captur",
    "took",
    "tak",
    "retak",
    "retook",
    "recaptur",
    "overran",
    "overrun",
    "gain",
    "wrest",
)
_EACH_OTHER = ("battl", "clash", "fought", "fight", "exchang", "trad", "skirmish")
"""Verbs of two sides, who stand beside each other as actors: "troops battled the Contras"."""
_RETURNING = ("returned fire", "returning fire", "return fire", "fired back", "shot back", "retaliat")


def _who_fired_first(m: EventMention, earlier: Antecedents) -> tuple[Entity, ...]:
    """ "The escorts returned fire": on the outlaws who attacked last, whoever they attacked."""
    own = {a.country for a in m.actors}
    for o in reversed([*earlier.told, *earlier.here]):
        if o.event_type != "ASSAULT" or o.status != "asserted" or told_from(o).startswith(_RETURNING):
            continue
        return tuple(
            a
            for a in o.actors
            if ARMED & set(a.sectors) and (a.country not in own or OUTLAWS & set(a.sectors))
        )
    return ()


def _as_meant(found: tuple[Entity, ...], how: str) -> tuple[Entity, ...]:
    return tuple(replace(e, name=uncounted(e), span=None, resolved_by=how) for e in found)


_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve dozens hundreds thousands at least "
    "more than about some nearly over".split()
)


def uncounted(e: Entity) -> str:
    """ "four soldiers", told to have been hit, are the soldiers who are hit again."""
    words = e.name.split()
    while len(words) > 1 and not e.actor_id and (words[0].lower() in _NUMBERS or words[0][:1].isdigit()):
        del words[0]
    return " ".join(words)


def _one_camp(side: tuple[Entity, ...]) -> tuple[str, bool] | None:
    camps = {camp_of(e) for e in side} - {None}
    return next(iter(camps)) if len(camps) == 1 else None


def camp_of(e: Entity) -> tuple[str, bool] | None:
    """The country of armed people and whether they serve its state."""
    if not e.country or not (ARMED | {"GOV"}) & set(e.sectors):
        return None
    loyal = bool(_PRO_STATE.match(e.name))
    return e.country, loyal or (bool(STATE_SIDE & set(e.sectors)) and not OUTLAWS & set(e.sectors))


_PRO_STATE = re.compile(
    r"(?:\w+ ){0,2}(?:pro-government|government|state|loyalist) (?:\w+ )?militia", re.IGNORECASE
)
"""Militias that serve the state they are of: "a government militia"."""


def _who_fought(camp: tuple[str, bool] | None, earlier: Antecedents) -> tuple[Entity, ...]:
    """The armed people told last to fight those of a camp, or to be fought by them."""
    if camp is None:
        return ()
    for m in reversed([*earlier.told, *earlier.here]):
        if m.event_type != "ASSAULT" or m.status not in ("asserted", "historical"):
            continue
        if told_from(m).startswith(_RETURNING):
            continue
        sides = (m.actors, m.recipients) if m.recipients else (m.actors[:1], m.actors[1:])
        for near, far in (sides, sides[::-1]):
            if any(camp_of(e) == camp for e in near):
                other = tuple(e for e in far if (own := camp_of(e)) and own != camp and are_several(e))
                other = tuple(e for e in other if not _PRO_STATE.match(e.name))  # they only lend a hand
                if far is m.recipients and any(e.country in INTERNATIONAL for e in far):
                    continue  # peacekeepers who were attacked fight nobody
                if other:
                    return other
    return ()


def _the_only_outlaws(camp: tuple[str, bool], earlier: Antecedents) -> tuple[Entity, ...]:
    """Rebels or gunmen of the country of soldiers that died, or the soldiers of that of the rebels."""
    country, state = camp
    for m in reversed(earlier.told):
        violent = m.event_type == "ASSAULT" and m.status == "asserted" and m.event_mode != "suicide-attack"
        found = tuple(a for a in m.actors if camp_of(a) == (country, not state) and are_several(a))
        if violent and found:
            return found
    return ()


def are_several(e: Entity) -> bool:
    """True for a known body and for people in the plural: one bomber fights no war."""
    return bool(e.actor_id) or e.name.lower().endswith(_MANY)


_MANY = tuple("s men troops army police military group militia movement junta faction".split())
"""How words end that call many: "the guerrilla group"."""


def _air_power(m: EventMention, earlier: Antecedents) -> tuple[Entity, ...]:
    """Those who bombed together, else the state whose forces were told to fight; of two, the one not hit."""
    for o in reversed(earlier.told):
        if o.event_type == "ASSAULT" and o.event_mode in _WINGED and o.status == "asserted" and o.recipients:
            together = {camp for a in o.actors if (camp := camp_of(a)) and camp[1]}
            if len(together) > 1:  # "Russian and Syrian jets pounded the town"
                return o.actors
            break
    states: dict[str, Entity] = {}
    for o in earlier.told:
        for e in o.actors if o.event_type == "ASSAULT" and o.status == "asserted" else ():
            camp = camp_of(e)
            if camp and camp[1]:
                states[camp[0]] = e
    hit = {r.country for r in m.recipients}
    others = {c: e for c, e in states.items() if c not in hit} if len(states) > 1 else states
    return tuple(others.values()) if len(others) == 1 else ()


_ALLIED = re.compile(r"\b(?:coalition|alliance|allied|[A-Z][\w.]*-led)\b")
_RAIDED = re.compile(
    r"\b(?:air ?strikes?|air ?raids?|raids?|operations?|offensive|sweep|bombardment|shelling|strikes)\b",
    re.IGNORECASE,
)
"""What an army that tells of its foes' dead has itself led."""


def by_the_army_that_tells(m: EventMention) -> EventMention:
    """ "The coalition said 60 rebels were killed in air strikes": in its own."""
    told = m.event_type == "ASSAULT" and m.status == "asserted" and len(m.attribution) == 1
    if not told or not m.recipients or m.event_mode in ("suicide-attack", "abduct", "drone"):
        return m
    teller = m.attribution[0]
    guessed = all(
        (a.resolved_by or "").startswith(("the side that they", "coreference: who")) for a in m.actors
    )
    if not guessed or "MIL" not in teller.sectors or not teller.country or OUTLAWS & set(teller.sectors):
        return m
    outlaws = all(OUTLAWS & set(r.sectors) for r in m.recipients)
    behind = m.evidence.text[m.evidence.trigger[0] - m.evidence.start :]
    if not outlaws or not _RAIDED.search(behind) or " by " in behind:
        return m
    return replace(
        m, actors=(replace(teller, span=None, kind=None, resolved_by="coreference: the army that tells it"),)
    )


_WITHOUT_WINGS = frozenset({"PSE", "XKX", "SOM", "HTI"})
"""Lands without aircraft for strikes."""


def _own_air_force(
    camp: tuple[str, bool] | None, earlier: Antecedents, m: EventMention
) -> tuple[Entity, ...]:
    """ "Warplanes bombed 85 rebel camps": of the rebels' own state, where no other state is told to fight."""
    if camp is None or camp[1] or camp[0] in _WITHOUT_WINGS:
        return ()
    fighting = {
        a.country
        for m in earlier.told
        if m.event_type in _FIGHTING
        for a in m.actors
        if STATE_SIDE & set(a.sectors)
    }
    if fighting - {camp[0], None}:
        return ()
    tellers = {e.country for e in m.attribution if "MIL" in e.sectors}
    if tellers - {camp[0], None}:  # "the Israeli army said that he was killed in an air strike"
        return ()
    if _ALLIED.search(m.evidence.text):  # "the coalition said it had bombed a camp of theirs"
        return ()
    return (Entity("air force", None, camp[0], ("MIL",), resolved_by="implied by the event"),)
