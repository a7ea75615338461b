"""By whom and to whom, where only another sentence of the report tells.

"Twelve worshippers were shot dead. … The rebels said they had carried out the attack."  What is read sentence
by sentence leaves such deeds without a party, for a later sentence names it or an earlier one did.  Once the
whole report is read, the one camp that it tells to attack is who attacked, and so is whoever claims the deed
or is blamed for it; where two camps fight each other, only those who attacked in the sentence before.  A toll
is that of the attack told last.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence, Set
from dataclasses import replace

from dragoman.coding.accountable import WATCHING
from dragoman.coding.antecedents import MODES_OF_NOUNS, of_an_attacker, stem_of, told_from
from dragoman.coding.foes import (
    STATE_CODE,
    are_several,
    camp_of,
    driven_from_elsewhere,
    is_a_tally,
    uncounted,
)
from dragoman.coding.kinds import by_their_kind
from dragoman.coding.people import ARMED, OUTLAWS
from dragoman.records import Entity, EventDate, EventMention

_Camp = tuple[str, bool]
_OF_STATES_ALONE = frozenset({"aerial", "crowd-control"})
_OF_OUTLAWS_ALONE = frozenset({"suicide-attack", "explosives", "abduct", "primitive"})
_OF_POLICE = frozenset({None, "firearms", "beat"})
_BLAMING = "suspic point blam respons behind attribut suspect claim accus finger".split()
"""Words of sentences that say whose a deed was."""
_VIOLENT = re.compile(
    "attack|bomb|kill|murder|blast|raid|shoot|shot|ambush|assassin|kidnap|abduct|seiz|captur|hostage|massacre|"
    "strike|rocket|explo|violen|death|deed|responsib|behind|it$"
)
"""What the charge must be of: "accused Hezbollah of sowing strife" is of no attack."""
_FAR = 3
"""Days between two deeds that are not the same."""
_YEAR = 365
_LATELY = 10
"""The same, where only one of them has a day of its own."""
_HOW = "coreference: who attacked, as the report tells"
_HIT = "coreference: who was attacked, as the report tells"
_AGAIN = "coreference: the same deed in the text"
_TAKEN = ("seiz", "captur", "snatch", "grabb", "abduct", "taken", "carried", "dragged", "held", "whisk")


BARE_DEATHS = frozenset(
    {
        "R die/perish",
        "R lose {life_n}",
        "R burn/choke to death",
        "X put number of dead/death/victim/fatality/casualty",
        "X put toll/death_toll",
        "X put dead",
        "dead/victim/casualty include R",
        "R be among dead/victim/casualty/slain/fallen",
        "R be find/discover dead (in/near/at/by P)",
        "R be confirm/declare/pronounce/presume/report dead (in/by/at/on X)",
        "R be dead",
        "R be report/presume/fear/believe/confirm kill/dead (in/by/at X)",
        "R be knock/put out of service/action/commission (by A)",
        "X recover/pull/retrieve/dig/haul/drag/count/collect body/corpse (of R) (from/in/under X)",
        "toll/death_toll/count/tally rise/climb/stand/reach/grow/jump/mount/pass/top/exceed (to/at/past X)",
        "{deadcount} rise/climb/stand/reach/grow/jump/mount/pass/top/exceed (to/at/past X)",
        "X count dead/killed/fatality/victim (and X)",
        "X put loss/casualty (of/among R) (at/as X)",
        "loss/casualty be heavy/high/severe/appalling (on/among R)",
        "R lie dead (in/on/at/by X)",
        "R:armed fall (in/at/near/under/during X)",
        "R lose {fallen_n} (in/to/during X)",
        "R be put out of action (by A)",
    }
)
"""Patterns that tell deaths without their cause, which another sentence tells."""


_UNCLAIMED = re.compile(
    r"\b(?:no ?body|no[- ]one|no (?:\w+ ){0,3}(?:groups?|organi[sz]ations?|party|faction)|none)"
    r" (?:has |had |have |in [A-Z]\w+ )?(?:so far |yet |immediately |as yet )*"
    r"(?:(?:claim|admit|accept|tak|took)\w* (?:the )?(?:responsib|credit)|claimed (?:it|the)|"
    r"said (?:that )?it)|"
    r"\bno (?:\w+ )?claims? of responsib|responsibility (?:\w+ )?(?:has|was) not\b",
    re.IGNORECASE,
)


def nobody_owns_up(text: str) -> bool:
    """ "No group has claimed responsibility": who attacked elsewhere in the report need not have done it."""
    return _UNCLAIMED.search(text) is not None


def of_report(
    mentions: Sequence[EventMention], bare: Set[tuple[int, int]] = frozenset(), *, unclaimed: bool = False
) -> list[EventMention]:
    """The mentions of a report, with the parties that other sentences tell.

    ``bare`` are the triggers of deaths without a cause; they are kept where an attack was told before.
    Where the deed is ``unclaimed``, only the sentence before tells who did it, or who is blamed.
    """
    mentions = [m for m in mentions if m.evidence.trigger not in bare or _after_an_attack(m, mentions, bare)]
    mentions = [_not_by_the_dead(m) if m.event_type == "ASSAULT" else m for m in mentions]
    mentions = [_not_by_their_own(m) if m.event_type == "ASSAULT" else m for m in mentions]
    told = [(m, _camps(m)) for m in mentions if m.event_type == "ASSAULT" and m.status == "asserted"]
    told += [(_turned(m), _camps(_turned(m))) for m, _ in told if _wards_off(m)]
    told = [
        (m, camps) for m, camps in told if camps and stem_of(m) != "retu" and not _wards_off(m)
    ]  # who returned fire began nothing
    blamed = [(m, _blamed(m)) for m in mentions]
    blamed = [(m, camps) for m, camps in blamed if len(camps) == 1]
    charges = [m for m in mentions if _charges_with_violence(m)]
    scene = _first_scene(mentions)
    out = (
        [
            _with_author(
                m,
                _but_accusers(m, _near_it(m, told) if unclaimed else _there(m, told, scene), charges),
                blamed,
            )
            for m in mentions
        ]
        if told or blamed
        else list(mentions)
    )
    out = [_of_the_known_camp(m, out) for m in out]
    out = [_of_those_attacked(m, out) for m in out]
    out = [_with_victims(m, out) for m in out]
    out = [_as_told_last(m, out) for m in out]
    out = [_whose_captives(m, out) for m in out]
    out = [_warned_by_others(m, out) for m in out]
    out = [_whose_deed(m, out, blamed) for m in out]
    return [m if _of_a_whole_war(m) else done for m, done in zip(mentions, out, strict=True)]


_WAR = re.compile(
    r"\b(?:wars?|conflicts?|insurgenc(?:y|ies)|uprisings?|rebellions?|revolts?|violence|unrest|strife|struggle)\b",
    re.IGNORECASE,
)
_OF_YEARS = 3_000
"""Dead from which on a toll is that of a war, and no single camp's deed."""


def _of_a_whole_war(m: EventMention) -> bool:
    """ "A civil war that has claimed 65,000 lives": neither side killed them all."""
    toll = m.event_type == "ASSAULT" and (m.magnitude.killed or 0) >= _OF_YEARS
    return toll and not m.actors and _WAR.search(m.evidence.text) is not None


_WARDED = re.compile(
    r"(?:intercept|repel|repuls|foil|thwart|fend|downed|downing|shoot|shot|destroy|neutrali)\w*\b[^.;]{0,60}?"
    r"\b(?:drones?|missiles?|rockets?|projectiles?|UAVs?|attacks?|assaults?|raids?|offensives?)\b"
)


def _wards_off(m: EventMention) -> bool:
    """ "Saudi forces intercepted two missiles": whoever does so did not attack."""
    return _WARDED.match(m.evidence.text[m.evidence.trigger[0] - m.evidence.start :]) is not None


def _turned(m: EventMention) -> EventMention:
    """The attack that somebody warded off: by those whom it was warded off from."""
    return replace(m, actors=m.recipients, recipients=m.actors)


def _only_harm(o: EventMention) -> bool:
    """ "More than 600 were hurt": it may have been an accident."""
    return not o.actors and not o.event_mode and stem_of(o) in ("hurt", "inju", "woun", "kill", "over")


_THE_DEAD = frozenset({"dead", "victim", "victims", "casualties", "slain", "wounded"})


def _not_by_the_dead(m: EventMention) -> EventMention:
    """ "The dead included two policemen": they did nothing."""
    doers = tuple(
        a for a in m.actors if a.actor_id or a.name.lower().split()[-1:] not in [[w] for w in _THE_DEAD]
    )
    return replace(m, actors=doers) if len(doers) < len(m.actors) else m


def _not_by_their_own(m: EventMention) -> EventMention:
    """ "One of its soldiers was wounded in the firefight" of two camps: by the other one."""
    hit = {camp_of(r) for r in m.recipients if ARMED & set(r.sectors)}
    if len({camp_of(a) for a in m.actors}) < 2 or len(hit) != 1 or None in hit:
        return m
    others = tuple(a for a in m.actors if camp_of(a) not in hit)
    of_both = all("told of before" in (a.resolved_by or "") for a in m.actors)
    return replace(m, actors=others) if others and of_both else m


_IN_A_FIGHT = re.compile(
    r"^(?:lost|lose|losing)\b[^.;,]{0,40}\b(?:in|during|to)\b[^.;,]{0,40}\b"
    r"(?:fighting|clash(?:es)?|attacks?|ambush(?:es)?|battles?|raids?|offensive|combat|shelling|assault)\b"
)


def _after_an_attack(m: EventMention, mentions: Sequence[EventMention], bare: Set[tuple[int, int]]) -> bool:
    """ "Forty-five of them perished": in the attack of the sentences before, or of the headline."""
    attacks = [o for o in mentions if o.event_type == "ASSAULT" and o.status == "asserted"]
    attacks = [o for o in attacks if o.evidence.trigger not in bare and not _only_harm(o)]
    here = (m.evidence.field, m.evidence.start)
    if _IN_A_FIGHT.search(told_from(m)):
        return True
    if any((o.evidence.field, o.evidence.start) == here for o in attacks):
        return bool(m.actors)  # the sentence itself tells of what they died
    known = any(r.country for r in m.recipients)
    attacks = [o for o in attacks if not known or _in_one_conflict(m, o)]
    return any(
        o.evidence.field == "title" or 0 <= m.evidence.start - o.evidence.end <= _CLOSE for o in attacks
    )


_BLAMED_NEAR = 700
"""Characters behind a charge within which the deed is told again."""
_CLOSE = 400
"""Characters within which deaths are those of the attack told before."""


def _of_the_known_camp(m: EventMention, mentions: Sequence[EventMention]) -> EventMention:
    """ "A second bomber" in Israel, in a report on Hamas: of the one camp of outlaws that it names."""
    if m.event_type != "ASSAULT" or m.status != "asserted" or len(m.actors) != 1:
        return m
    who = m.actors[0]
    if who.sectors != ("UAF",) or who.actor_id or not _only_guessed(who):
        return m
    known = {
        a.country: a
        for o in mentions
        if o.event_type == "ASSAULT" and o.status == "asserted" and not _days_apart(m.date, o.date)
        for a in o.actors
        if OUTLAWS & set(a.sectors) and a.country and not _only_guessed(a)
    }
    hit = {r.country for o in mentions if o.event_type == "ASSAULT" for r in o.recipients if r.country}
    if len(known) != 1 or who.country in known or who.country not in hit:
        return m
    return replace(m, actors=(replace(who, country=next(iter(known)), resolved_by=_HOW),))


def _of_those_attacked(m: EventMention, mentions: Sequence[EventMention]) -> EventMention:
    """ "Ambushed an African Union convoy and killed 24 soldiers": the Union's, not the country's."""
    guessed = bool(m.recipients) and all(
        _only_guessed(r) and r.sectors[:1] == ("MIL",) and not _OF_THE_STATE.search(r.name)
        for r in m.recipients
    )
    camps = set(_camps(m))
    if (
        m.event_type != "ASSAULT"
        or m.status not in ("asserted", "historical")
        or not guessed
        or len(camps) != 1
    ):
        return m
    for o in reversed([o for o in mentions if _not_after(o, m)]):
        same = o is not m and o.event_type == "ASSAULT" and set(_camps(o)) == camps
        hit = {r.country for r in o.recipients if "MIL" in r.sectors and not _only_guessed(r)}
        if same and len(hit) == 1 and not _days_apart(m.date, o.date):
            how = "coreference: those attacked"
            recipients = (replace(r, country=next(iter(hit)), resolved_by=how) for r in m.recipients)
            return replace(m, recipients=tuple(recipients))
    return m


_OF_THE_STATE = re.compile(r"\b(?:government|army|national|loyalist|regime)\b", re.IGNORECASE)
"""Whose troops these are is told: "clashed with government troops" after peacekeepers were ambushed."""


def _not_after(o: EventMention, m: EventMention) -> bool:
    """True for what was told before a mention, or in its own sentence."""
    return o.evidence.field == m.evidence.field and o.evidence.start <= m.evidence.start


def _only_guessed(e: Entity) -> bool:
    """True for people whose country is only that of the report or of the place."""
    how = e.resolved_by or ""
    return not e.country or how.endswith(("country from the report", "country from the place of the event"))


def _camps(m: EventMention) -> dict[_Camp, Entity]:
    """The camps of the armed who did it, each with the best known of them."""
    found: dict[_Camp, Entity] = {}
    for e in m.actors:
        camp = camp_of(e)
        if camp is None and e.country and "demonym" in (e.resolved_by or ""):  # "the Americans raided it"
            found.setdefault((e.country, True), e)
        armed = bool(ARMED & set(e.sectors)) or (m.event_mode == "aerial" and "GOV" in e.sectors)
        if camp is not None and armed and (camp not in found or e.actor_id):
            found[camp] = e
    return found


_Told = list[tuple[EventMention, dict[_Camp, Entity]]]


def _charges_with_violence(m: EventMention) -> bool:
    """ "Hamas accused the guard of trying to kill him": whoever says so is not behind that attack."""
    told = m.evidence.text.lower()
    charge = m.event_type == "ACCUSE" and m.event_mode == "allege" and m.status == "asserted"
    return charge and any(x in told for x in _BLAMING) and bool(_VIOLENT.search(told))


def _but_accusers(m: EventMention, told: _Told, charges: list[EventMention]) -> _Told:
    """The attacks told, without those of outlaws who blame others for what is told close by."""
    near = [
        c
        for c in charges
        if c.evidence.field == m.evidence.field and 0 <= m.evidence.start - c.evidence.start <= _BLAMED_NEAR
    ]
    accusing = {camp for c in near for a in c.actors if (camp := camp_of(a)) and not camp[1]}
    return [(o, camps) for o, camps in told if not accusing & set(camps)] if accusing else told


def _first_scene(mentions: Sequence[EventMention]) -> str | None:
    """The town of the attack that a report is about: the first that it names."""
    places = (m.place for m in mentions if m.event_type == "ASSAULT" and m.place is not None)
    return next((p.name for p in places if p.precision not in ("country", "region")), None)


def _there(m: EventMention, told: _Told, scene: str | None) -> _Told:
    """The attacks told, but not those that nameless gunmen made later in the report in another town."""
    where = m.place.name if m.place and m.place.precision not in ("country", "region") else scene
    return [(o, camps) for o, camps in told if not _is_elsewhere(m, o, where)] if where else told


def _is_elsewhere(m: EventMention, o: EventMention, where: str) -> bool:
    later = o.evidence.field == m.evidence.field and o.evidence.start > m.evidence.end
    town = o.place.name if o.place and o.place.precision not in ("country", "region") else None
    named = any(a.actor_id or _is_pointed_to(o, a) for a in o.actors)
    return later and town not in (None, where) and not named


def _is_pointed_to(o: EventMention, a: Entity) -> bool:
    """ "The gunmen fled": those told of before."""
    if a.span is None:
        return True
    first = a.span[0] - o.evidence.start
    words = o.evidence.text[max(0, first - 4) : first + 4].lower()
    return "the " in words


def _near_it(m: EventMention, told: _Told) -> _Told:
    """Those of the attacks told that the same sentence or the one before tells."""
    return [(o, camps) for o, camps in told if _just_before(m, o)]


def _blamed(m: EventMention) -> dict[_Camp, Entity]:
    """Outlaws who are said to be behind an attack."""
    if not _charges_with_violence(m):
        return {}
    out = {}
    for e in m.recipients:
        camp = camp_of(e)
        if camp is not None and OUTLAWS & set(e.sectors):
            out[camp] = e
    return out


def _with_author(m: EventMention, told: _Told, blamed: _Told) -> EventMention:
    """An attack, or people seized by nobody who is named, with those who did it."""
    seized = (
        m.event_type == "COERCE" and m.event_mode in ("seize", "arrest") and told_from(m).startswith(_TAKEN)
    )
    if not (m.event_type == "ASSAULT" or seized) or m.status != "asserted" or not m.recipients:
        return m
    if told_from(m).startswith(_NOBODYS_ATTACK) or _in_a_war(m) or is_a_tally(m):
        return m  # it may have been an accident, or either side, or many deeds
    implied = seized and all((a.resolved_by or "").startswith("implied") for a in m.actors)
    known = any(a.country or a.actor_id for a in m.actors) or not all(_is_nobody(a) for a in m.actors)
    if known and not implied:
        return m
    suits = [(o, camp, e) for o, camps in told for camp, e in _against(camps, m) if _could_be(m, o, camp)]
    suits += [(o, camp, e) for o, camps in blamed for camp, e in camps.items() if _suits(m, camp)]
    if _answers(m) and (before := [o for o, _ in told if o.evidence.start < m.evidence.start]):
        last = set(_camps(before[-1]))  # "The ambush triggered shelling": not by those who lay in ambush
        suits = [(o, camp, e) for o, camp, e in suits if camp not in last]
    if m.event_mode in _OF_ONE_SIDE:
        suits = [x for x in suits if x[0].event_mode == m.event_mode] or suits
    if seized:
        suits = [(o, camp, e) for o, camp, e in suits if OUTLAWS & set(e.sectors) and not camp[1]]
    camps = {camp for _, camp, _ in suits}
    if len(camps) > 1:
        suits = [(o, camp, e) for o, camp, e in suits if _just_before(m, o)]
        camps = {camp for _, camp, _ in suits}
    if len(camps) != 1:
        return m
    best = next((e for _, _, e in suits if e.actor_id), suits[-1][2])
    if any(_called_alike(best, r) for r in m.recipients) or driven_from_elsewhere(m, (best,)):
        return m  # "four Muslims and two Hindus were shot": not by those who had burned a temple
    return by_their_kind(replace(m, actors=(replace(best, span=None, resolved_by=_HOW),)))


def _called_alike(a: Entity, b: Entity) -> bool:
    """True for "Muslims" and "four Muslims", who are people, no force."""
    names = [e.name.lower().split()[-1:] for e in (a, b)]
    return names[0] == names[1] and {"CVL", "REL"} >= {*a.sectors}


_IN_WAR = re.compile(
    r"^\w+ (?:[\w-]+ ){0,4}in (?:[\w’'-]+ ){0,3}(?:wars?|conflict|battles|fighting|clashes)\b"
)
_UNREST_TOLL = re.compile(r"\b(?:unrest|violence|war|conflict|turmoil|clashes) (?:(?:has|have|had|also) )*$")
_WAR_IN_WHICH = re.compile(r"\b(?:war|conflict|fighting|insurgency)\b[^.;]{0,60}\bin which\b[^.;]{0,60}$")


def _in_a_war(m: EventMention) -> bool:
    """ "100 died in battles", "a war in which 350,000 died": by neither side alone."""
    if m.recipients and all(camp_of(r) for r in m.recipients):
        return False  # "thirteen soldiers died in battles": by those whom they fought
    before = m.evidence.text[: m.evidence.trigger[0] - m.evidence.start].lower()
    return bool(_IN_WAR.search(told_from(m)) or _WAR_IN_WHICH.search(before) or _UNREST_TOLL.search(before))


_NOBODYS_ATTACK = ("found dead", "discovered dead", "execution", "executed")
"""First words of deaths that are of no attack told before: by accident, or by order of a court."""
_OF_ONE_SIDE = frozenset({"heavy-weapons", "aerial", "suicide-attack", "drone"})
"""Ways of fighting of which a report that told them before tells the side."""
_ANSWERED = re.compile(
    r"\b(?:attacks?|ambush(?:es)?|bombings?|raids?|killings?|blasts?|strikes?|assaults?|shooting|fire|it|this)\b"
    r"[^.;]*\b(?:trigger(?:ed|ing)|prompt(?:ed|ing)|provok(?:ed|ing)|spark(?:ed|ing)|dr[ea]w|brought)"
    r"\b[^.;,]{0,50}$"
)


def _answers(m: EventMention) -> bool:
    """True for shelling that an attack "triggered": done by those whom it struck."""
    return bool(_ANSWERED.search(m.evidence.text[: m.evidence.trigger[0] - m.evidence.start].lower()))


def _is_nobody(a: Entity) -> bool:
    return not a.sectors and not a.country and not a.actor_id


def _against(camps: dict[_Camp, Entity], m: EventMention) -> list[tuple[_Camp, Entity]]:
    """Who of those that did a deed together, or fought each other, can have hit others."""
    if len(camps) == 1:
        return list(camps.items())
    hit = {c for c in (camp_of(r) for r in m.recipients) if c in camps}
    return [(c, e) for c, e in camps.items() if c not in hit] if hit else []


def _could_be(m: EventMention, o: EventMention, camp: _Camp) -> bool:
    if o is m or not _suits(m, camp) or _days_apart(m.date, o.date) or not _in_one_conflict(m, o):
        return False
    if _told_before_it(m, o) or _outlaws_on_their_like(m, o, camp) or _of_neither_side(m, o):
        return False
    lone = not any(are_several(a) for a in o.actors)
    police = all("COP" in a.sectors for a in o.actors)
    if police and m.event_mode not in _OF_POLICE:
        return False
    return _just_before(m, o) or not (lone or police or camp[0] in WATCHING)


def _of_neither_side(m: EventMention, o: EventMention) -> bool:
    """ "Police and miners clashed. A Chilean reporter was hurt": by either, for all that is told."""
    sides = {(a.country, a.sectors) for a in o.actors}
    fight = len(sides) > 1 and not o.recipients
    return fight and not any(
        r.country == country and set(r.sectors) & set(sectors)
        for r in m.recipients
        for country, sectors in sides
    )


def _outlaws_on_their_like(m: EventMention, o: EventMention, camp: _Camp) -> bool:
    """ "Nine rebels were killed" where militants attacked a post: not by the militants."""
    hit, before = ([c for r in x.recipients if (c := camp_of(r)) and not c[1]] for x in (m, o))
    return not camp[1] and bool(hit) and not before


def _told_before_it(m: EventMention, o: EventMention) -> bool:
    """ "Twenty were hacked to death before commandos stormed the cafe": not by the commandos."""
    if (o.evidence.field, o.evidence.start) != (m.evidence.field, m.evidence.start):
        return False
    first, last = m.evidence.trigger[1] - m.evidence.start, o.evidence.trigger[0] - m.evidence.start
    return bool(re.search(r"\b(?:before|until)\b", m.evidence.text[first:last])) if first < last else False


_RAIDS_OF_STATES = re.compile(
    r"\b(?:night|house|commando|police|helicopter|special forces) raids?\b|"
    r"\b(?:military|army|government|air force) (?:air ?)?(?:strikes?|raids?|shelling|operations?)\b"
)
"""Raids that no outlaws carry out: "a night raid that killed two brothers", "an army strike on a camp"."""


def _suits(m: EventMention, camp: _Camp) -> bool:
    """True where those of a camp can have done it: not to their own, and with such arms."""
    hit = {c for c in (camp_of(r) for r in m.recipients) if c is not None}
    hit |= {(r.country, True) for r in m.recipients if r.country and r.name.lower().endswith(" side")}
    if len(lands := {c for c, _ in hit}) > 1 and camp[0] in lands:
        return False  # "two Azeri soldiers and one Armenian": by neither side alone
    if camp in hit:
        return False  # nor did Azeri soldiers inflict losses on "the Azerbaijani side"
    state = camp[1]
    if not state and _RAIDS_OF_STATES.search(m.evidence.text):
        return False
    return (m.event_mode or "") not in (_OF_OUTLAWS_ALONE if state else _OF_STATES_ALONE)


def _days_apart(a: EventDate, b: EventDate) -> bool:
    first, last = sorted((a, b), key=lambda d: d.end or d.start or dt.date.max)
    if first.end and last.start and (last.start - first.end).days > _YEAR:
        return True  # "Snipers killed two. A truce was reached in 1994 after 30,000 had been killed"
    if "text" not in (a.basis, b.basis) or not (a.start and a.end and b.start and b.end):
        return False
    far = _FAR if a.basis == b.basis else _LATELY
    return (a.start - b.end).days > far or (b.start - a.end).days > far


def _in_one_conflict(m: EventMention, o: EventMention) -> bool:
    """True where those hit, or the place, are of a country that the other deed has to do with."""
    here, there = (x.place.country if x.place else None for x in (m, o))
    if _elsewhere(m, o):
        return False
    if m.recipients and all("MIL" in r.sectors for r in m.recipients):
        return True  # "thirteen South African soldiers died": in a war abroad
    ours = {here, *(r.country for r in m.recipients)} - {None}
    theirs = {there, *(e.country for e in (*o.actors, *o.recipients))} - {None}
    return bool(ours & theirs)


def _just_before(m: EventMention, o: EventMention) -> bool:
    """True for what the sentence before, or the same one, tells."""
    if o.evidence.field != m.evidence.field:
        return False
    return 0 <= m.evidence.start - o.evidence.end <= _GAP or o.evidence.start == m.evidence.start


_GAP = 1
"""Characters between two sentences of a paragraph."""


def _with_victims(m: EventMention, mentions: Sequence[EventMention]) -> EventMention:
    """ "They shot at everything that moved": at those whom the same camp hit elsewhere in the report."""
    if m.event_type != "ASSAULT" or m.status != "asserted" or not m.actors:
        return m
    if any(r.country or r.actor_id for r in m.recipients) or len(camps := _camps(m)) != 1:
        return m
    camp = next(iter(camps))
    hit: list[Entity] = []
    for o in mentions:
        same = (
            o is not m and o.event_type == "ASSAULT" and o.status == "asserted" and set(_camps(o)) == {camp}
        )
        if same and not _days_apart(m.date, o.date):
            hit += [r for r in o.recipients if r.country and len(r.country) == STATE_CODE]
    if len({r.country for r in hit}) != 1 or (m.place and m.place.country not in (None, hit[0].country)):
        return m
    if m.recipients:
        recipients = (replace(r, country=hit[0].country, resolved_by=_HIT) for r in m.recipients)
        return replace(m, recipients=tuple(recipients))
    if m.event_mode == "destroy" or not told_from(m).startswith(_AIMED):
        return m
    return replace(m, recipients=(replace(hit[-1], name=uncounted(hit[-1]), span=None, resolved_by=_HIT),))


_AIMED = tuple("shot fir attack carr str hit shell bomb drove storm launch kill raid".split())
"""How words begin that tell what is aimed at somebody."""


def _whose_captives(m: EventMention, mentions: Sequence[EventMention]) -> EventMention:
    """ "The gunmen let 200 captives go": of the country of those whom the report tells them to have taken."""
    freed = m.event_type == "RETREAT" and m.event_mode == "release" and m.status == "asserted"
    if not freed or not m.recipients or any(r.country or r.actor_id for r in m.recipients):
        return m
    own = set(_camps(m))
    hit = [
        r.country
        for o in mentions
        if o.event_type == "ASSAULT" and o.status == "asserted" and own & set(_camps(o))
        for r in o.recipients
        if r.country and len(r.country) == STATE_CODE
    ]
    if len(set(hit)) != 1:
        return m
    return replace(m, recipients=tuple(replace(r, country=hit[0], resolved_by=_HIT) for r in m.recipients))


_OUTRAGES = re.compile(
    r"\b(?:attacks?|bombings?|blasts?|explosions?|killings?|massacres?|murders?|shootings?|raids?|slaughter|carnage|"
    r"ambush(?:es)?|atrocit(?:y|ies)|assassinations?|kidnappings?|abductions?|shelling|bloodshed|outrage|beheadings?)\b"
)


def _whose_deed(m: EventMention, mentions: Sequence[EventMention], blamed: _Told) -> EventMention:
    """ "Adams condemned the bombing": of those whom the report tells to have done it."""
    if m.event_type != "ACCUSE" or m.event_mode != "disapprove" or m.status != "asserted" or m.recipients:
        return m
    deed = _OUTRAGES.search(told_from(m))
    if deed is None or not m.actors:
        return m
    before = [o for o in mentions if o.event_type == "ASSAULT" and o.status == "asserted" and _earlier(o, m)]
    before = [o for o in before if not of_an_attacker(o, before)]
    modes = MODES_OF_NOUNS.get(deed.group().rstrip("s"), frozenset())
    before = [o for o in before if o.event_mode in modes] or before  # "the bombing": no kidnapping
    found = {c: e for o in before if not _days_apart(m.date, o.date) for c, e in _camps(o).items()}
    found |= {c: e for o, camps in blamed if _earlier(o, m) for c, e in camps.items()}
    own = {camp_of(a) for a in m.actors}
    if len(found) != 1 or set(found) & own:
        return m
    return replace(m, recipients=(replace(next(iter(found.values())), span=None, resolved_by=_HOW),))


_TOLLS = tuple(
    "admit accept took fir went explod deton land slam fell fighting violence clash battle toll put dead "
    "claim cost bring died begun began resum continu intensif count recover pull retriev dug dig haul drag "
    "collect lay lie rise rose climb stood stand reach grew jump mount pass top heavy high severe losing "
    "lost".split()
)
"""How words begin that may tell no party, for the report has told of them."""


def _as_told_last(m: EventMention, mentions: Sequence[EventMention]) -> EventMention:
    """ "The toll rose to 117", "the fighting began on Wednesday": of the attack told before."""
    if m.event_type != "ASSAULT" or m.status != "asserted" or not told_from(m).startswith(_TOLLS):
        return m
    if any(e.country or e.actor_id for e in (*m.actors, *m.recipients)):
        return m
    before = [
        o
        for o in mentions
        if o.event_type == "ASSAULT" and o.status == "asserted" and o is not m and _earlier(o, m)
    ]
    before = [o for o in before if o.actors or any(r.country for r in o.recipients)]
    before = [o for o in before if not _days_apart(m.date, o.date) and not _elsewhere(m, o)]
    own = {camp_of(a) for a in m.attribution} - {None}  # who says "our losses are high" did not inflict them
    before = [o for o in before if not own & {camp_of(a) for a in o.actors}]
    if not before:
        return m
    deed = before[-1]
    found = [o for o in before if _camps(o) == _camps(deed) and o.recipients] or [deed]
    deed = found[-1]
    actors = tuple(replace(a, span=None, resolved_by=_HOW) for a in deed.actors)
    return replace(
        m,
        actors=actors,
        recipients=tuple(replace(r, name=uncounted(r), span=None, resolved_by=_HIT) for r in deed.recipients),
    )


def _elsewhere(m: EventMention, o: EventMention) -> bool:
    here, there = (x.place.country if x.place else None for x in (m, o))
    return bool(here and there and here != there)


def _earlier(o: EventMention, m: EventMention) -> bool:
    if o.evidence.field != m.evidence.field:
        return o.evidence.field == "title"
    return o.evidence.trigger[0] < m.evidence.trigger[0]


def as_in_the_text(m: EventMention, mentions: Sequence[EventMention]) -> EventMention:
    """A headline's deed with the party that only the text names: what the text tells again is surer."""
    if m.evidence.field != "title" or bool(_known(m.actors)) == bool(_known(m.recipients)):
        return m
    told = [
        o
        for o in mentions
        if o.evidence.field != "title" and o.event_type == m.event_type and o.status == m.status
    ]
    for o in told:
        again = m.event_mode == o.event_mode if m.event_mode else stem_of(m) == stem_of(o)
        if not (_known(o.actors) and _known(o.recipients)) or not again:
            continue
        if _known(m.actors) & _known(o.actors):
            return replace(
                m, recipients=tuple(replace(e, span=None, resolved_by=_AGAIN) for e in o.recipients)
            )
        if _known(m.recipients) & _known(o.recipients) and not m.actors:
            return replace(m, actors=tuple(replace(e, span=None, resolved_by=_AGAIN) for e in o.actors))
    return m


def _warned_by_others(m: EventMention, mentions: Sequence[EventMention]) -> EventMention:
    """ "Guinea warned of sanctions": it was warned, where the text tells who threatened it."""
    if m.event_type != "THREATEN" or m.evidence.field != "title" or not told_from(m).startswith("warned of"):
        return m
    if m.actors and m.recipients:
        return m
    warned = m.actors or m.recipients
    for o in mentions:
        threat = o.event_type == "THREATEN" and o.evidence.field != "title" and o.actors
        if threat and _known(o.recipients) & _known(warned) and not _known(o.actors) & _known(warned):
            actors = tuple(replace(a, span=None, resolved_by=_AGAIN) for a in o.actors)
            return replace(m, actors=actors, recipients=warned)
    return m


def _known(side: tuple[Entity, ...]) -> set[str]:
    return {e.country for e in side if e.country}
