"""What kind of deed it is by who did it and to whom: outlaws abduct whom the police would arrest."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman import ontology
from dragoman.coding.antecedents import NO_STATES, stem_of, told_from
from dragoman.coding.people import ARMED, OF_THE_STATE, OUTLAWS, STATE_SIDE, looks_personal
from dragoman.records import Entity, EventMention

POWERS = STATE_SIDE | {"JUD"}
"""Sectors of those who hold, try and punish people for a state."""


def _said_to_arm_rebels(m: EventMention) -> bool:
    """ "Khartoum said Juba had given the rebels arms": one state charges another with it."""
    if (
        m.event_type != "AID"
        or m.cameo != "072"
        or m.status != "asserted"
        or not (m.actors and m.attribution)
    ):
        return False
    accuser = m.attribution[0]
    outside = bool(accuser.country) and all(a.country and a.country != accuser.country for a in m.actors)
    official = bool(STATE_SIDE & set(accuser.sectors)) and accuser.kind == "speaker"
    return (
        outside
        and official
        and all(_OUTLAWED & set(r.sectors[:1]) for r in m.recipients)
        and bool(m.recipients)
    )


_OUTLAWED = frozenset({"REB", "UAF"})
_LAYS_SIEGE = frozenset({"MIL", "REB", "UAF"})
"""Whose blockade is no protest."""


def by_their_kind(m: EventMention) -> EventMention:
    """People whom outlaws seize or hold are abducted, and unarmed people who stone the police riot."""
    if (kind := _by_who_they_are(m) or _of_rulers_and_crowds(m)) is not None:
        called = kind[0] == "REQUEST" and m.status == "future"  # the strike lies ahead, the call does not
        return replace(retyped(m, *kind), status="asserted" if called else m.status)
    if _said_to_arm_rebels(m):
        accuser, *others = m.attribution
        charged = replace(retyped(m, "ACCUSE", "allege", "112"), actors=(accuser,), recipients=m.actors)
        return replace(charged, attribution=tuple(others))
    if _police_and_crowd(m):
        sides = [tuple(a for a in m.actors if ("COP" in a.sectors) is cop) for cop in (False, True)]
        return replace(retyped(m, "PROTEST", "riot", "145"), actors=sides[0], recipients=sides[1])
    if m.event_mode == "primitive" and m.actors and _stoned(m):
        return retyped(m, "PROTEST", "riot", "145")
    if m.event_mode == "explosives" and _from_the_air(m):
        return retyped(m, "ASSAULT", "aerial", "195")
    if _raided_by_police(m):
        return retyped(m, "COERCE", "seize", "171")
    if _caught_by_police(m) or _kept_at_home(m):
        return retyped(m, "COERCE", "arrest", "173")
    if m.event_type == "PROTEST" and m.event_mode == "demo" and _are_gunmen(m):
        return retyped(m, "MOBILIZE", "militia", "150")
    if m.event_mode == "obstruct" and m.actors and all(_LAYS_SIEGE & set(a.sectors[:1]) for a in m.actors):
        return retyped(m, "COERCE", "restrict", "191")
    if _guards_the_road(m) or _ends_a_protest(m):
        return retyped(m, "COERCE", "restrict", "172")
    if m.event_type == "AID" and m.actors and _gives_up_arms(m):
        return retyped(m, "RETREAT", "disarm", "0873")
    return _at_the_head_together(_as_taken(m))


def _at_the_head_together(m: EventMention) -> EventMention:
    """ "The Chadian and Libyan premiers co-chaired the talks": they met, and are no third party."""
    if m.event_mode != "third-party" or len({a.country for a in m.actors}) < _TWO:
        return m
    start = m.evidence.trigger[0] - m.evidence.start
    if "co-" not in m.evidence.text[max(0, start - len("co-")) : start + len("co-")].lower():
        return m
    return replace(retyped(m, "CONSULT", None, "046"), recipients=())


_TWO = 2
"""States at least that can chair talks together."""
_OF_ARMIES = frozenset({"aerial", "heavy-weapons", "drone"})


def officers_of_the_army(m: EventMention) -> EventMention:
    """ "A raid on Damascus killed three Iranian officers": no policemen, whom another state's forces hit."""
    if m.event_type != "ASSAULT" or not any(_is_only_an_officer(r) for r in m.recipients):
        return m
    foreign = any({"MIL", "GOV"} & set(a.sectors[:1]) for a in m.actors)
    foreign = foreign and not {a.country for a in m.actors} & {r.country for r in m.recipients}
    if not foreign and m.event_mode not in _OF_ARMIES:
        return m
    return replace(
        m,
        recipients=tuple(replace(r, sectors=("MIL",)) if _is_only_an_officer(r) else r for r in m.recipients),
    )


def _is_only_an_officer(r: Entity) -> bool:
    """True for an officer of whom is not told whether he is one of the police or of the army."""
    words = r.name.lower().split()
    bare = words[-1:] in (["officer"], ["officers"]) and not r.actor_id and r.sectors == ("COP",)
    return bare and not _POLICING & set(words)


_POLICING = frozenset("police prison security border customs law enforcement traffic patrol".split())


def _as_taken(m: EventMention) -> EventMention:
    """People whom outlaws take are abducted, those whom the law takes arrested; things are seized."""
    if m.event_type != "COERCE" or m.event_mode not in ("seize", "arrest") or not m.actors:
        return m
    if not told_from(m).startswith(_CAPTURING):
        return m
    if _holding_hostages(m):
        return retyped(m, "ASSAULT", "abduct", "181")
    people = bool(m.recipients) and all(_is_people(r) for r in m.recipients)
    seized = _SEIZED.match(told_from(m))
    people = people or (seized is not None and _FROM_THEM.search(seized.group()) is None)
    people = people and not _only_their_things(m)
    people = people and "control" not in told_from(m).split()[1:3]  # "took control of the town"
    if not _are_outlaws(m) or not people:
        if m.event_mode == "arrest" and _only_their_things(m):
            return retyped(m, "COERCE", "seize", "171")
        return retyped(m, "COERCE", "arrest", "173") if _holds_people(m) else m
    return retyped(m, "ASSAULT", "abduct", "181")


def _holding_hostages(m: EventMention) -> bool:
    """ "two hostages held by the group": whoever holds hostages has abducted them."""
    held = told_from(m).startswith(("held", "hold", "seiz", "taken", "captur"))
    named = bool(m.recipients) and all(
        r.name.lower().split()[-1:] in (["hostages"], ["hostage"]) for r in m.recipients
    )
    return held and named and not any(POWERS & set(a.sectors) for a in m.actors)


_WHOSE = frozenset("from of by belonging owned used power control".split())


def _holds_people(m: EventMention) -> bool:
    """ "Marines seized a drug lord": people are arrested, goods and ships are seized."""
    if m.event_mode != "seize" or not told_from(m).startswith(("seiz", "grab", "nabb", "snatch")):
        return False
    people = bool(m.recipients) and all(_is_people(r) or OUTLAWS & set(r.sectors) for r in m.recipients)
    bodies = any(
        (r.actor_id or "").startswith(("country:", "org:", "place:"))
        or r.name.lower().startswith(("his ", "her ", "their ", "its "))  # "his official cars"
        for r in m.recipients
    )
    owned = _only_theirs(m) or told_from(m).split()[1:2] in (["his"], ["her"], ["their"], ["its"])
    return people and not bodies and not owned and all(POWERS & set(a.sectors) for a in m.actors)


def _only_theirs(m: EventMention) -> bool:
    """ "seized weapons from rebels", "took control of the town": not those themselves."""
    return not _WHOSE.isdisjoint(_up_to_them(m).split())


def _up_to_them(m: EventMention) -> str:
    """What stands between the word of the deed and the first of those whom it was done to."""
    first = min((r.span[0] for r in m.recipients if r.span is not None), default=0)
    return m.evidence.text[m.evidence.trigger[1] - m.evidence.start : max(first - m.evidence.start, 0)]


_FROM_THEM = re.compile(r"\b(?:from|belonging)\b")


_THEIR_POST = re.compile(
    r"\s(?:[\w-]+ )?(?:outposts?|posts?|stations?|bases?|camps?|barracks|headquarters|checkpoints?|"
    r"garrisons?|positions?|vehicles?|trucks?|weapons|arms)\b"
)


_THINGS = re.compile(
    r"\b(?:tanks?|trucks?|vehicles?|weapons?|arms|rifles?|guns?|cannons?|jeeps?|boats?|ammunition|equipment|"
    r"helicopters?|supplies|missiles?|mortars?|launchers?|cars?|phones?|cash|money|belongings)$"
)


_OWNED_THING = re.compile(r"\w+ (?:away |off )?(?:[\w-]+ ){0,4}[\w-]+(?:s['’]|['’]s) (?:[\w-]+ )?([a-z]+)\b")


def _are_things(m: EventMention) -> bool:
    """ "captured six Eritrean tanks", "captured weapons": seized, and nobody is abducted."""
    named = all(_THINGS.search(r.name.lower()) for r in m.recipients)
    told = told_from(m)
    if not told.startswith(("captur", "seiz")):
        return False
    taken = _TAKEN_THING.match(told) if not m.recipients else None
    return bool(m.recipients and named) or (taken is not None and bool(_THINGS.search(taken[1])))


_TAKEN_THING = re.compile(
    r"(?:captur|seiz)\w+ (?:[\w-]+ ){0,4}?([\w-]+)(?= and\b| from\b| in\b| near\b| at\b|[,.;]|$)"
)


def _only_their_things(m: EventMention) -> bool:
    """ "seized four trucks from the army", "seized a police outpost": nobody is taken along."""
    behind = [m.evidence.text[r.span[1] - m.evidence.start :] for r in m.recipients if r.span]
    owned = _OWNED_THING.match(told_from(m))
    if owned is not None and _THINGS.search(owned[1]):
        return True  # "carried off the slain guards' rifles"
    named = [
        m.evidence.text[r.span[0] - m.evidence.start : r.span[1] - m.evidence.start]
        for r in m.recipients
        if r.span
    ]
    posts = any(_THEIR_POST.match(x) for x in behind) or any(_THEIR_POST.search(x) for x in named)
    return posts or _FROM_THEM.search(_up_to_them(m)) is not None


def _kept_at_home(m: EventMention) -> bool:
    """ "The premier has been confined to his home": house arrest of one person, no curfew."""
    one = len(m.recipients) == 1 and (
        (m.recipients[0].actor_id or "").startswith("person:") or _named_office(m)
    )
    return m.event_mode == "curfew" and one and told_from(m).startswith("confin")


def _named_office(m: EventMention) -> bool:
    return bool(m.recipients[0].office) or "ELI" in m.recipients[0].sectors


_SEIZED = re.compile(
    r"\w+ (?:[\w’'.-]+ ){0,5}(?:peacekeepers|soldiers|troops|diplomats|envoys|ministers|officials|policemen|"
    r"officers|"
    r"men|women|children|monitors|observers|hostages|workers|nationals|passengers|foreigners|civilians)\b"
)
"""People whom outlaws seize, whatever body they belong to."""


_CAPTURING = tuple(
    "seiz held hold captur grab snatch taken took take drag haul carr led lead march bundl whisk spirit "
    "pulled herd frogmarch cart truck".split()
)
"""How words begin that tell of people taken."""


def _by_who_they_are(m: EventMention) -> tuple[str, str | None, str] | None:
    """Type, mode and code of what outlaws and armed men do, where the unarmed would concede or riot."""
    if m.event_mode == "abduct" and m.event_type == "ASSAULT" and _are_things(m):
        return "COERCE", "seize", "171"
    if _owns_up(m) or (m.event_mode == "beat" and _with_arms(m)):
        return "ASSAULT", None, "190"
    if m.event_mode in ("aerial", "suicide-attack") and m.actors and _are_bombers(m):
        return "ASSAULT", "suicide-attack", "183"
    if m.event_type == "PROTEST" and m.event_mode in _VIOLENT_PROTESTS and m.actors:
        rebels = any(_OUTLAWED & set(a.sectors[:1]) for a in m.actors)  # "clashes of rebels and farmers"
        if _bears_arms(m) or (rebels and "clash" in m.evidence.text.lower()):
            return "ASSAULT", None, "190"
    torn = told_from(m).startswith(("tore into", "tear into", "ripped into", "tearing into", "slammed into"))
    if m.event_type == "ACCUSE" and ((torn and _are_outlaws(m)) or _shoots_back(m)):
        return "ASSAULT", None, "190"
    states = all({"GOV", "MIL"} & set(a.sectors[:1]) and a.country for a in m.actors)
    if m.event_mode == "suicide-attack" and m.actors and states:
        return "ASSAULT", "aerial", "195"  # "U.S. bombers hit the compound"
    disarming = m.event_type == "RETREAT" and m.event_mode == "disarm" and bool(m.recipients)
    armed_by = bool(m.actors) and all({"MIL", "COP"} & set(a.sectors) for a in m.actors)
    if disarming and (_are_outlaws(m) or armed_by) and told_from(m).startswith("disarm"):
        return "COERCE", "seize", "171"
    return None


_ONE_BOMBER = re.compile(r"(?:an? |the |one |lone |female |woman |teenage )*bomber", re.IGNORECASE)


def _are_bombers(m: EventMention) -> bool:
    """ "Militant bombers hit the mosque", "Bomber kills nine": people with bombs on them, no aircraft."""
    named = all("bomber" in a.name.lower() for a in m.actors)
    alone = all(_ONE_BOMBER.fullmatch(a.name) and not a.actor_id for a in m.actors)
    return named and (_are_outlaws(m) or (alone and told_from(m).startswith(_OF_ONE_BOMBER)))


_OF_ONE_BOMBER = ("kill", "wound", "injur", "hit", "strike", "struck", "attack", "target")


_VIOLENT_PROTESTS = frozenset({"riot", "vandalize"})


def _are_outlaws(m: EventMention) -> bool:
    return bool(m.actors) and all(OUTLAWS & set(a.sectors) and "GOV" not in a.sectors for a in m.actors)


def _bears_arms(m: EventMention) -> bool:
    """ "The jihadists stormed the consulate", "mutinous police clashed with troops": no demonstrators."""
    armed = {"REB", "UAF", "PRM", "MIL", "COP"}
    return all(armed & set(a.sectors) and not {"CVL", "PTY", "GOV"} & set(a.sectors) for a in m.actors)


def _owns_up(m: EventMention) -> bool:
    """ "The IRA admitted responsibility in a call to a radio station": outlaws claim, they do not concede."""
    told = told_from(m)
    claimed = told.startswith(("admit", "accept", "claim", "took", "take", "taking", "acknowledg"))
    return m.event_type == "CONCEDE" and claimed and "responsib" in told[:40] and _are_outlaws(m)


_IN_WORDS = re.compile(r"\b(?:claim|accus|critic|statement|report|charge|alleg|remark|comment)")


def _shoots_back(m: EventMention) -> bool:
    """ "The marines fired back at the guerrillas": men in arms at others, and not in words."""
    told = told_from(m)
    back = told.startswith(("fired back", "firing back", "fire back", "hit back", "hitting back"))
    both = bool(m.actors) and bool(m.recipients) and all(ARMED & set(r.sectors) for r in m.recipients)
    return back and both and _bears_arms(m) and not _IN_WORDS.search(told[:80])


def _from_the_air(m: EventMention) -> bool:
    """ "Britain bombed Houthi sites": states bomb from aircraft; what somebody lays is an explosive."""
    bombed = re.match(r"bomb(?:s|ed|ing|ings)?\b", told_from(m)) is not None
    states = all(set(a.sectors[:1]) & {"GOV", "MIL"} and a.country for a in m.actors)
    return bombed and bool(m.actors) and states and "car bomb" not in m.evidence.text.lower()


_ARMS = ("weapon", "arms", "rifle", "gun", "ammunition", "explosives")


def _gives_up_arms(m: EventMention) -> bool:
    """ "The rebels handed over their weapons": outlaws disarm, they help nobody with arms."""
    told = told_from(m)
    return _are_outlaws(m) and told.startswith("hand") and any(x in told for x in _ARMS)


def _stoned(m: EventMention) -> bool:
    """Unarmed people who stone the police riot."""
    thrown = told_from(m).startswith(("ston", "pelt", "hurl", "threw", "throw"))
    crowd = thrown and all("CVL" in a.sectors or "EDU" in a.sectors for a in m.actors)
    return crowd and any({"COP", "MIL", "GOV"} & set(r.sectors) for r in m.recipients)


def retyped(m: EventMention, event_type: str, mode: str | None, cameo: str) -> EventMention:
    """A mention as one of another type, with the codes and scores that go with it."""
    kind = ontology.types()[event_type]
    return replace(
        m,
        event_type=event_type,
        event_mode=mode,
        cameo=cameo,
        quad_code=kind.quad_code,
        quad=kind.quad,
        plover_score=ontology.plover_score(event_type, mode),
        goldstein=ontology.goldstein(cameo),
    )


_PERSONS = frozenset("CVL EDU JRN MED REL LAB AGR REF HLH MIL COP LEG JUD".split())


_BUILDINGS = frozenset(
    "hospital school university college station prison office hotel building embassy church mosque clinic "
    "theatre headquarters palace airport".split()
)


_TOWN_OF = re.compile(
    r"(?:[\w-]+ )?(?:town|city|village|port|district|province|region|capital|island)s? of ", re.IGNORECASE
)
"""A place that is called by what it is: "the town of Cadale"."""


_STATIONS = frozenset("radio television tv broadcaster channel newspaper daily".split())


def _is_people(r: Entity) -> bool:
    last = r.name.lower().split()[-1:]
    if not (_BUILDINGS | _STATIONS).isdisjoint(last) or _TOWN_OF.match(r.name):
        return False
    if (r.actor_id or "").startswith("person:") or r.office:
        return True
    if r.sectors == ("CVL",) and (r.actor_id or "").startswith("country:"):  # "held sixty Americans"
        return True
    if r.actor_id is None and r.name[:1].isupper() and looks_personal(None, 0, r.name):
        return True
    return bool(_PERSONS & set(r.sectors)) and not (r.actor_id or "").startswith(("country:", "place:"))


def _with_arms(m: EventMention) -> bool:
    """ "The rebels hit Turkish forces", "troops assaulted a base": not with their fists."""
    fierce = told_from(m).lower().startswith(("hit", "assault", "attack"))
    armed = bool(m.actors) and all({"MIL", *OUTLAWS} & set(a.sectors) for a in m.actors)
    return fierce and armed and not any("CVL" in r.sectors for r in m.recipients)


def _guards_the_road(m: EventMention) -> bool:
    """ "Troops blocked the road to parliament": soldiers and policemen close a road, they do not protest."""
    duty = bool(m.actors) and all({"MIL", "COP"} & set(a.sectors) for a in m.actors)
    return duty and m.event_type == "PROTEST" and m.event_mode == "obstruct"


def _called_for_by_a_ruler(m: EventMention) -> bool:
    """ "Yeltsin calls a general strike": he asks for one, and strikes no more than any ruler."""
    ruling = bool(m.actors) and all(
        "GOV" in a.sectors and not {"OPP", "PTY"} & set(a.sectors) for a in m.actors
    )
    return m.event_type == "PROTEST" and ruling and told_from(m).startswith("call")


_BEARING_ARMS = frozenset({"MIL", "REB", "UAF", "CRM", "PRM", "COP"})


def _raided_by_the_state(m: EventMention) -> bool:
    """ "Police stormed the dormitory", "soldiers stormed the court": a raid, no battle."""
    if m.event_type != "ASSAULT" or m.event_mode or not m.actors or not m.recipients:
        return False
    theirs = all(a.sectors and set(a.sectors) <= OF_THE_STATE for a in m.actors)
    at_home = {a.country for a in m.actors} >= {r.country for r in m.recipients}
    unarmed = all(r.sectors and not set(r.sectors) & _BEARING_ARMS for r in m.recipients)
    told = told_from(m).startswith("storm")
    theirs = theirs and not all("PRM" in a.sectors for a in m.actors)
    return told and theirs and at_home and unarmed and m.magnitude.killed is None


def _shut_out(m: EventMention) -> bool:
    """ "New Zealand banned Fijian officers from entering": what one state does to those of another."""
    told = told_from(m)
    travel = told.startswith("restrict") and "travel" in told[:40]  # "restricted travel by the generals"
    if (
        m.event_type != "COERCE"
        or m.event_mode != "restrict"
        or not (travel or told.startswith(("ban", "bar")))
    ):
        return False
    states = bool(m.actors) and all(a.country and "GOV" in a.sectors for a in m.actors)
    others = bool(m.recipients) and all(r.country and r.country not in NO_STATES for r in m.recipients)
    abroad = not {a.country for a in m.actors} & {r.country for r in m.recipients}
    return (
        states
        and others
        and abroad
        and (travel or any(w in told for w in ("enter", "entry", "visit", "territory", "soil")))
    )


def _of_rulers_and_crowds(m: EventMention) -> tuple[str, str | None, str] | None:
    """What a deed is by who does it: crowds besiege, rulers call, forces raid, states bar."""
    if _besieged_by_a_crowd(m):
        return "PROTEST", "obstruct", "144"
    if _called_for_by_a_ruler(m):
        return "REQUEST", "change", "102"
    if _raided_by_the_state(m):
        return "COERCE", "seize", "171"
    if (ordered := _ordered_in_court(m)) is not None:
        return ordered
    if _saved_at_sea(m):
        return "AID", None, "074"
    return ("SANCTION", "discontinue", "163") if _shut_out(m) or _banned_by_a_body(m) else None


def _banned_by_a_body(m: EventMention) -> bool:
    """ "Sales of crude are banned by the United Nations": a sanction; it has no police of its own."""
    body = bool(m.actors) and all(a.country in NO_STATES and "GOV" in a.sectors for a in m.actors)
    banned = told_from(m).startswith(("ban", "prohibit", "outlaw")) and not told_from(m).startswith("band")
    return m.event_type == "COERCE" and m.event_mode == "restrict" and body and banned


_TO_PAY = re.compile(r"order(?:s|ed|ing)? (?:(?!that |but ).){0,80}?\bto pay\b")
_TO_THE_DOCK = re.compile(r"order(?:s|ed|ing)? (?:(?!that |but ).){0,60}?\bto (?:stand|face) trial\b")


def _ordered_in_court(m: EventMention) -> tuple[str, str | None, str] | None:
    """ "The court ordered the editor to pay damages": a verdict; "ordered to stand trial": charged."""
    if m.event_type != "REQUEST" or not all("JUD" in a.sectors for a in m.actors):
        return None
    told = told_from(m)
    states = any((r.actor_id or "").startswith("country:") for r in m.recipients)
    if m.actors and not states and _TO_PAY.match(told):  # what a court orders a state to do it asks for
        return "SANCTION", "convict", "116"
    return ("ACCUSE", "allege", "115") if _TO_THE_DOCK.match(told) else None


def _saved_at_sea(m: EventMention) -> bool:
    """ "The sailors were picked up by a destroyer": saved, not arrested."""
    told = told_from(m).startswith("pick") and m.event_mode == "arrest" and bool(m.recipients)
    return told and all(_SEAFARERS & set(r.name.lower().split()) for r in m.recipients)


_SCUFFLING = ("clash", "scuffl", "skirmish", "injur", "wound", "hurt")


_SCUFFLE = re.compile(r"\b(?:clash|scuffle|skirmish)", re.IGNORECASE)


_OF_CROWDS = frozenset({"CVL", "LAB", "EDU", "OPP", "PTY"})


def _police_and_crowd(m: EventMention) -> bool:
    """ "Injured in clashes between strikers and police": a riot, and no fighting of two armies."""
    police = [a for a in m.actors if "COP" in a.sectors]
    crowd = [a for a in m.actors if _OF_CROWDS & set(a.sectors)]
    two = len(m.actors) == len(police) + len(crowd) and bool(police) and bool(crowd)
    two = two and len({a.country for a in m.actors}) == 1
    scuffle = told_from(m).startswith(_SCUFFLING) and bool(_SCUFFLE.search(m.evidence.text))
    return m.event_type == "ASSAULT" and not m.event_mode and two and scuffle


_SEAFARERS = frozenset("sailor sailors crew survivor survivors seaman seamen castaways passengers".split())


_UNARMED = frozenset({"CVL", "EDU", "LAB", "AGR", "REL"})


_SIEGES = ("besieg", "surround", "encircl", "blockad", "block")


def _besieged_by_a_crowd(m: EventMention) -> bool:
    """ "The palace was besieged by students": they protest, and rule nobody."""
    unarmed = bool(m.actors) and all(a.sectors and set(a.sectors) <= _UNARMED for a in m.actors)
    told = told_from(m).startswith(_SIEGES)
    return m.event_type == "COERCE" and m.event_mode == "restrict" and unarmed and told


def _ends_a_protest(m: EventMention) -> bool:
    """ "Troops stormed the camp, ending the occupation by protesters": they concede nothing."""
    duty = bool(m.actors) and all({"MIL", "COP"} & set(a.sectors) for a in m.actors)
    crowd = bool(m.recipients) and all("CVL" in r.sectors for r in m.recipients)
    told = told_from(m)
    sat = any(
        w in told[:60] for w in ("siege", "occupation", "sit-in", "blockade", "protest", "demonstration")
    )
    yields = m.event_type == "CONCEDE" and crowd
    yields = yields or (
        m.event_type == "RETREAT" and m.event_mode == "withdraw" and sat
    )  # "end red-shirt siege"
    return yields and duty and told.startswith("end")


def _raided_by_police(m: EventMention) -> bool:
    """ "Police have been conducting raids in residential areas": they search, and hurt nobody."""
    police = bool(m.actors) and all("COP" in a.sectors for a in m.actors)
    return m.event_type == "ASSAULT" and not m.event_mode and police and told_from(m).startswith("raid")


def _caught_by_police(m: EventMention) -> bool:
    """ "Police captured the drug lord's son": an arrest, no town taken."""
    police = bool(m.actors) and all("COP" in a.sectors for a in m.actors)
    people = bool(m.recipients) and all(_is_people(r) or OUTLAWS & set(r.sectors) for r in m.recipients)
    caught = told_from(m).startswith(("captur", "recaptur", "bundl"))
    return m.event_type == "ASSAULT" and caught and police and people


def _are_gunmen(m: EventMention) -> bool:
    """ "Hundreds of cartel gunmen poured into the streets": no demonstration."""
    if stem_of(m).startswith(("prot", "demo", "stri", "vigi")):
        return False  # "The Maoists have protested for months": what they call it themselves
    return bool(m.actors) and all(
        {"CRM", "UAF", "REB"} & set(a.sectors) and "PTY" not in a.sectors for a in m.actors
    )
