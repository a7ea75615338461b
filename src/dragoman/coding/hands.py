"""Whose hand a deed was, where its sentence says so only by what the report told before.

"The attackers fled", "they shot at us", "the two had been kidnapped": the sentence names nobody,
but an earlier one did.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding import grammar as g
from dragoman.coding.antecedents import Antecedents, stem_of, told_from
from dragoman.coding.drafts import Draft
from dragoman.coding.foes import are_several, uncounted
from dragoman.coding.kinds import POWERS, retyped
from dragoman.coding.parties import responsible
from dragoman.coding.people import ARMED, OUTLAWS
from dragoman.knowledge.words import INTERNATIONAL
from dragoman.language import Sentence
from dragoman.records import Entity, EventMention

if TYPE_CHECKING:
    from dragoman.coding.actors import Cast

_ASSAILANTS = frozenset(
    "attacker assailant gunman raider bomber hijacker kidnapper captor abductor assassin".split()
)
"""Nouns that mean those who did what was told before."""
_CAPTURE = frozenset({"abduct", "arrest", "seize", "release"})
_AUTHORITY = frozenset({"COP", "GOV"})
_CROWDS = frozenset("demonstrator protester marcher rioter crowd demonstration rally".split())


def assailants(s: Sentence, token: int, entity: Entity, earlier: Antecedents) -> list[Entity]:
    """Who "the attackers" are: those who did what was told last, if the report knows them better."""
    head = g.content_head(s, token)
    if entity.actor_id or s.lemmas[head] not in _ASSAILANTS or s.tags[head] != "NNS":
        return []
    if [s.lemmas[c] for c in s.children[head] if s.deps[c] in ("det", "amod", "compound", "poss")] != ["the"]:
        return []
    for m in reversed(earlier.told):
        if m.event_type == "ASSAULT" and m.actors and OUTLAWS & set(m.actors[0].sectors):
            guess = "from the report" in (entity.resolved_by or "")
            known = [a for a in m.actors if a.actor_id or (guess and a.country)]
            return [replace(a, span=entity.span, resolved_by="coreference: who attacked") for a in known]
    return []


def struck(s: Sentence, cast: Cast, d: Draft) -> None:
    """ "A church bombing": what stands before a noun of violence and bears no arms is what was hit."""
    if d.event_type == "ASSAULT":
        d.actors = [t for t in d.actors if not _is_the_scene(s, cast, t)]
        if d.mode == "sexual":  # "gang rapes": by a gang, and nobody's gang was raped
            for side in (d.actors, d.recipients, d.lent):
                side[:] = [t for t in side if s.words[t].lower() != "gang"]
        d.lent = [t for t in d.lent if not _has_a_scene(s, cast, t)]
    hacked = d.mode == "cyber"
    if not (d.event_type == "ASSAULT" or hacked) or s.pos[d.trigger] != "NOUN" or d.recipients:
        return
    for t in list(d.actors):
        f = cast.filler(s, t)
        own = s.deps[t] in ("compound", "nmod") and s.heads[t] == d.trigger
        if hacked and own and f.kind == "org":  # "the Sony hack": what was hacked
            d.actors.remove(t)
            d.recipients.append(t)
            continue
        before = s.deps[t] in ("compound", "nmod") and s.heads[t] == d.trigger and s.pos[t] == "NOUN"
        if before and f.kind == "role" and not (ARMED | {"GOV"}) & set(f.entity.sectors):
            d.actors.remove(t)
            d.recipients.append(t)


_SCENES = frozenset(
    "bombing blast ambush explosion shooting shootout clash riot massacre killing siege attack stabbing "
    "fighting violence assault gunfight firefight battle".split()
)
"""Nouns of violence before which a town tells where it was."""


def _is_the_scene(s: Sentence, cast: Cast, t: int) -> bool:
    """ "Died in the Kabul bombing": there, and no government did it; but "a Moscow attack on Kherson"."""
    noun = s.heads[t]
    if s.pos[t] != "PROPN" or s.deps[t] not in ("compound", "nmod") or s.lemmas[noun] not in _SCENES:
        return False
    if any(s.lemmas[p] in ("on", "against") for p in s.kids(noun, "prep")):
        return False
    f = cast.filler(s, t)
    how = f.entity.resolved_by
    land = (f.entity.actor_id or "").startswith("country:")
    town = how in ("capital", "place") or (how == "name" and not land)
    return town and bool(cast.knowledge.places(s.words[t]))


def _has_a_scene(s: Sentence, cast: Cast, noun: int) -> bool:
    return any(_is_the_scene(s, cast, c) for c in s.kids(noun, "compound", "nmod"))


_LANDS = re.compile(r"(?:provinces?|towns?|cities|districts?|villages?|regions?|counties|states)$")


def no_lands(m: EventMention) -> EventMention:
    """ "attacks in three provinces that left ten dead": no provinces killed them."""
    if m.event_type != "ASSAULT" or not m.actors:
        return m
    kept = tuple(
        a
        for a in m.actors
        if not (_LANDS.search(a.name) and (a.resolved_by or "").startswith(("place and role", "role")))
    )
    return m if len(kept) == len(m.actors) else replace(m, actors=kept)


def not_the_victims(m: EventMention, earlier: Antecedents) -> EventMention:
    """ "They shot at us", "the men let her go": those who attacked before, not the unarmed."""
    meant = [a for a in m.actors if (a.resolved_by or "").startswith("coreference") or a.name == "men"]
    violent = m.event_type == "ASSAULT" or m.event_mode in ("release", "arrest", "violence")
    if not violent or not meant or len(meant) != len(m.actors):
        return m
    if any("the speaker" in (a.resolved_by or "") for a in meant):
        return m  # "We shall attack them", a sheikh said
    if any((ARMED | {"GOV"}) & set(a.sectors) or a.actor_id for a in meant):
        return m
    for before in reversed(earlier.told):
        armed = [a for a in before.actors if ARMED & set(a.sectors)]
        blamed = [r for r in before.recipients if ARMED & set(r.sectors)]
        if before.event_mode == "allege" and blamed:  # "accused commandos of killing nine. They shot them"
            actors = tuple(replace(r, span=None, resolved_by="coreference: who is blamed") for r in blamed)
            return replace(m, actors=actors)
        if any(a.sectors == r.sectors and a.country == r.country for a in armed for r in m.recipients):
            return m
        if before.event_type == "ASSAULT" and armed:
            actors = tuple(replace(a, span=None, resolved_by="coreference: who attacked") for a in armed)
            return replace(m, actors=actors)
    return m


_SUBDUED = ("shot", "kill", "gunned", "wound", "overpower", "injur", "subdu", "neutrali")


def shot_as_he_attacked(m: EventMention, earlier: Antecedents) -> EventMention:
    """ "A driver mowed down nine people. The premier spoke. He was shot dead by police": the driver was."""
    by_police = bool(m.actors) and all({"COP", "MIL"} & set(a.sectors[:1]) for a in m.actors)
    if m.event_type != "ASSAULT" or not by_police or not told_from(m).startswith(_SUBDUED):
        return m
    if len(m.recipients) != 1 or not _is_he_who_rules(m.recipients[0], {a.country for a in m.actors}):
        return m
    for before in reversed(earlier.told[-_LATELY:]):
        if before.event_type != "ASSAULT" or before.status != "asserted" or len(before.actors) != 1:
            continue
        who = before.actors[0]
        alone = not who.actor_id and not are_several(who) and bool(who.sectors)
        if alone and not POWERS & set(who.sectors):
            return replace(m, recipients=(replace(who, span=None, resolved_by="coreference: who attacked"),))
    return m


def _is_he_who_rules(r: Entity, police_of: set[str | None]) -> bool:
    """A pronoun that means nobody, or one of those for whom the police work."""
    if r.name.lower() in ("he", "she", "him", "her"):
        return True
    rules = bool({"GOV", "ELI", "LEG"} & set(r.sectors)) and r.country in police_of
    return rules and r.resolved_by == "coreference"


_CAUSING = frozenset("force drive compel cause prompt make push send lead".split())


def who_drove_them(s: Sentence, d: Draft, m: EventMention, cast: Cast, earlier: Antecedents) -> EventMention:
    """ "Rebels attacked, forcing residents to flee", "their raid forced thousands to flee": they did."""
    if m.event_type != "SANCTION" or m.event_mode != "expel" or m.actors or s.lemmas[d.trigger] != "flee":
        return m
    above = s.heads[d.trigger]
    if s.lemmas[above] not in _CAUSING or s.deps[d.trigger] not in ("xcomp", "ccomp", "advcl"):
        return m
    for t in g.surface_subjects(s, above):
        f = cast.filler(s, t)
        found: tuple[Entity, ...] = (f.entity,) if f.acts and ARMED & set(f.entity.sectors) else ()
        found = found or earlier.parties(s, [t], m.recipients) or tuple(cast.parties(s, t))
        if found:
            return replace(m, actors=tuple(e for e in found if e.country or e.sectors))
    return m


def punished(m: EventMention, earlier: Antecedents) -> EventMention:
    """ "The rulers executed nine men. They were hanged at noon": the men, not the rulers."""
    charged = not m.actors and stem_of(m) in ("char", "indi", "arra", "rele", "free", "bail", "accu", "susp")
    law = (m.event_type, m.event_mode) in _OF_THE_LAW or charged  # "They were charged with treason"
    meant = (
        law and bool(m.recipients) and all(_by_reference(r) and POWERS & set(r.sectors) for r in m.recipients)
    )
    if not meant:
        return m
    for before in reversed(earlier.told[-_RECENT:]):
        tellers = before.attribution if before.event_mode == "arrest" else ()  # "was held, a spokesman said"
        did = all(any(_same(r, a) for a in (*before.actors, *tellers)) for r in m.recipients)
        if did and before.recipients and before.event_type in ("ASSAULT", "COERCE", "SANCTION"):
            how = "coreference: to whom it was done"
            found = tuple(replace(r, span=None, resolved_by=how) for r in before.recipients)
            actors = m.actors or tuple(replace(a, span=None, resolved_by=how) for a in before.actors)
            return replace(m, recipients=found, actors=actors)
    return m


def by_investigators(m: EventMention, earlier: Antecedents) -> EventMention:
    """ "Police arrested two editors. They are accused of libel": by those who look into it."""
    if m.event_type != "ACCUSE" or m.actors or not m.recipients or stem_of(m) not in ("accu", "susp"):
        return m
    for before in reversed(earlier.told[-_RECENT:]):
        tried = (before.event_type, before.event_mode) in _OF_THE_LAW or stem_of(before) in (
            "char",
            "tria",
            "trie",
        )
        if tried and all(any(_same(r, b) for b in before.recipients) for r in m.recipients):
            lands = {e.country for e in before.actors or before.recipients}
            if len(lands) == 1 and None not in lands:
                who = Entity(
                    "investigators", None, lands.pop(), ("JUD",), None, None, "implied by the arrest"
                )
                return replace(m, actors=(who,))
    return m


_OF_THE_LAW = frozenset(
    {("ASSAULT", "targeted"), ("COERCE", "arrest"), ("SANCTION", "convict"), ("COERCE", "deport")}
)


def _by_reference(e: Entity) -> bool:
    return (e.resolved_by or "").startswith("coreference")


_AUTHORITIES_EASE = frozenset({"CONCEDE", "RETREAT"})


_HOLDING_PEOPLE = frozenset({"abduct", "kidnap", "capture", "seize", "snatch", "hold"})


def by_their_captors(
    s: Sentence, d: Draft, m: EventMention, cast: Cast, earlier: Antecedents
) -> EventMention:
    """ "The girls abducted by the rebels have been released": by the rebels, whoever announces it."""
    if m.event_mode != "release" or m.actors or not m.recipients or s.pos[d.trigger] != "VERB":
        return m
    taking = [v for t in d.recipients for v in s.subtree(t) if s.lemmas[v] in _HOLDING_PEOPLE and v != t]
    by = [p for v in taking for p in s.kids(v, "agent", "prep") if s.lemmas[p] == "by"]
    agents = [o for p in by for o in s.kids(p, "pobj")]
    found = tuple(e for o in agents for e in cast.parties(s, o) if OUTLAWS & set(e.sectors))
    found = found or _captors_told(m, earlier)
    how = "who took them, told of before"
    return replace(m, actors=tuple(replace(a, span=None, resolved_by=how) for a in found)) if found else m


def _captors_told(m: EventMention, earlier: Antecedents) -> tuple[Entity, ...]:
    """Outlaws who are told before to have taken people called alike."""
    let_go = {e.name.lower().split()[-1] for e in m.recipients}
    for o in reversed(earlier.told):
        outlaws = bool(o.actors) and all(OUTLAWS & set(a.sectors) for a in o.actors)
        if o.event_type != "ASSAULT" or not outlaws or not (o.event_mode == "abduct" or stem_of(o) == "capt"):
            continue
        held = {e.name.lower().split()[-1] for e in o.recipients}
        if any(a.endswith(b) or b.endswith(a) for a in held for b in let_go):
            return o.actors
    return ()


_DECREED = frozenset({"restrict", "curfew", "martial-law"})
"""What soldiers who take power announce: "said that the borders had been closed"."""


_HELD_BY = re.compile(r"\W*(?:hostages?|captives?)\b")


def not_their_captors(m: EventMention) -> EventMention:
    """ "Troops rescued three Abu Sayyaf hostages": those whom the group holds, and not the group."""
    if not m.recipients or not any(OUTLAWS & set(r.sectors) and r.actor_id and r.span for r in m.recipients):
        return m
    text, start = m.evidence.text, m.evidence.start
    held = [
        (
            r.span is not None
            and bool(OUTLAWS & set(r.sectors))
            and _HELD_BY.match(text[r.span[1] - start :] or "") is not None
        )
        or (r.span is not None and text[: r.span[1] - start].endswith(("hostages", "captives")))
        for r in m.recipients
    ]
    people = tuple(
        replace(r, name="hostages", actor_id=None, sectors=("CVL",), resolved_by="whom they hold") if h else r
        for r, h in zip(m.recipients, held, strict=True)
    )
    return replace(m, recipients=people)


def by_the_announcer(m: EventMention) -> EventMention:
    """ "The president announced that the prisoner would be released": by the state he speaks for."""
    if len(m.attribution) != 1:
        return m
    who = m.attribution[0]
    guessed = all((a.resolved_by or "").startswith("implied") for a in m.actors)
    if m.event_mode in _DECREED and guessed and who.country and who.sectors[:1] == ("MIL",):
        return replace(m, actors=(replace(who, kind=None, resolved_by="who announces it"),))
    eased = m.event_type in _AUTHORITIES_EASE or (m.event_type == "AGREE" and m.cameo == "035")
    if not eased or m.actors:
        return m
    home = {r.country for r in m.recipients if r.country} <= {who.country}
    if not who.country or who.country in INTERNATIONAL or who.sectors[:1] != ("GOV",) or not home:
        return m
    return replace(m, actors=(replace(who, kind=None, resolved_by="who announces it for the state"),))


def captors(d: Draft, m: EventMention, earlier: Antecedents) -> EventMention:
    """ "The two had been kidnapped": by those who held or freed them, as told before."""
    if m.actors or not m.recipients or not d.frame.passive or m.event_mode not in _CAPTURE - {"release"}:
        return m
    for before in reversed(earlier.told):
        taken = before.event_mode in _CAPTURE and before.event_type in ("ASSAULT", "COERCE", "RETREAT")
        fresh = any(ch.isdigit() for r in m.recipients for ch in r.name)  # "1,600 were abducted": not those
        if fresh:
            return m
        if taken and before.actors and "JUD" in before.actors[0].sectors[:1]:
            continue  # a judge who keeps somebody in prison did not arrest him
        if taken and before.actors and all(any(_same(r, x) for x in before.recipients) for r in m.recipients):
            if before.event_mode == "release" and not OUTLAWS & set(before.actors[0].sectors):
                return m  # the state that frees somebody from kidnappers did not kidnap him
            how = "coreference: who held them"
            return replace(m, actors=tuple(replace(a, span=None, resolved_by=how) for a in before.actors))
    return m


def not_outlaws(d: Draft, found: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """ "Suspects were arrested in the clashes" of troops and militants: by the troops."""
    if (d.event_type, d.mode) != ("COERCE", "arrest"):
        return found
    forces = (e for e in found if _AUTHORITY & set(e.sectors) or "MIL" in e.sectors)
    return tuple(e for e in forces if e.actor_id or (uncounted(e) == e.name and are_several(e)))  # no victims


def by_the_teller(m: EventMention) -> EventMention:
    """ "Responsibility lies with Baku," the minister said: it is he who lays it there."""
    laid = m.event_type == "ACCUSE" and told_from(m).startswith(("rest", "lie", "lay", "fall", "fell"))
    if not laid or m.actors or not m.recipients or len(m.attribution) != 1:
        return m
    return replace(m, actors=(replace(m.attribution[0], kind=None),))


def denied_as_told(m: EventMention, earlier: Antecedents) -> EventMention:
    """ "Jets bombed a village … Peru denied any raid": the raid that it denies was one of jets."""
    if (m.event_type, m.status) != ("ASSAULT", "denied") or m.event_mode or not m.actors:
        return m
    for before in reversed(earlier.told[-_RECENT:]):
        own = any(_same(a, b) for a in m.actors for b in before.actors)
        if own and before.event_type == "ASSAULT" and before.event_mode:
            return retyped(m, "ASSAULT", before.event_mode, before.cameo or "190")
    return m


def with_the_crowd(m: EventMention, earlier: Antecedents, home: str | None) -> EventMention:
    """Demonstrators without a country are those of the last protest, and the police are of theirs.

    ``home`` is the state that the event's place lay in.
    """
    named = (*m.actors, *m.recipients)
    policed = m.event_mode in ("crowd-control", "arrest") and any("COP" in a.sectors for a in m.actors)
    if not policed and not any(_in_a_crowd(e) for e in named):
        return m
    if any(_in_a_crowd(e) for e in named) and home:
        # "in Yerevan protesters demanded": of the town, also where they only speak
        return replace(
            m,
            actors=tuple(_moved(e, home) if _in_a_crowd(e) else e for e in m.actors),
            recipients=tuple(_moved(e, home) if _in_a_crowd(e) else e for e in m.recipients),
        )
    for before in reversed(earlier.told[-_RECENT:]):
        if before.event_type == "PROTEST" and before.actors and before.actors[0].country:
            country = before.actors[0].country
            sides = (
                tuple(
                    _moved(e, country) if _in_a_crowd(e) or _AUTHORITY & set(e.sectors) else e for e in side
                )
                for side in (m.actors, m.recipients)
            )
            actors, recipients = sides
            return replace(m, actors=actors, recipients=recipients)
    return m


_RECENT = 3
"""Mentions back among which the protest is that a crowd belongs to."""
_GUESS = "; country from the report"


def _in_a_crowd(e: Entity) -> bool:
    word = e.name.lower().split()[-1] if e.name else ""
    return not e.actor_id and word.removesuffix("s") in _CROWDS and (e.resolved_by or "").endswith(_GUESS)


def _moved(e: Entity, country: str) -> Entity:
    how = e.resolved_by or ""
    if e.actor_id or e.country == country or not how.endswith(_GUESS):
        return e
    return replace(e, country=country, resolved_by=f"{how.removesuffix(_GUESS)}; country of the protest")


def _same(a: Entity, b: Entity) -> bool:
    if a.actor_id and b.actor_id:
        return a.actor_id == b.actor_id
    alike = a.country == b.country and a.sectors == b.sectors
    return alike and a.name.lower().split()[-1:] == b.name.lower().split()[-1:]


_TAKING = frozenset("capture seize retake recapture overrun take occupy liberate recover lose".split())


def taken_place(s: Sentence, d: Draft, m: EventMention, cast: Cast) -> EventMention:
    """ "shelled the town of Shire before soldiers captured it": the town, no country."""
    it = [t for t in d.recipients if s.words[t].lower() == "it"]
    if not it or s.lemmas[d.trigger] not in _TAKING or m.event_type not in ("ASSAULT", "COERCE"):
        return m
    for i in range(it[0] - 1, -1, -1):
        f = cast.filler(s, i) if s.pos[i] == "PROPN" else None
        if f is not None and f.nature == "place" and f.entity.country:
            return replace(m, recipients=(replace(f.entity, resolved_by="coreference: what was taken"),))
    return replace(m, recipients=())


def told_again(m: EventMention, earlier: Antecedents) -> EventMention:
    """ "Togo lifts ban on X" in the headline, "lifted the ban on Sunday" below it: the same parties."""
    if bool(m.actors) == bool(m.recipients) or m.status != "asserted":
        return m
    stem = stem_of(m)
    for o in reversed(earlier.told):
        if o.event_type != m.event_type or stem_of(o) != stem or not (o.actors and o.recipients):
            continue
        how = "the same deed told before"
        if m.actors and any(_same(a, b) for a in m.actors for b in o.actors):
            return replace(m, recipients=tuple(replace(e, span=None, resolved_by=how) for e in o.recipients))
        if m.recipients and all(any(_same(a, b) for b in o.recipients) for a in m.recipients):
            return replace(m, actors=tuple(replace(e, span=None, resolved_by=how) for e in o.actors))
    return m


_CUSTODY = frozenset({"prison", "jail", "custody", "detention", "cell", "camp", "dungeon"})


def jailers(s: Sentence, d: Draft, m: EventMention, cast: Cast) -> EventMention:
    """ "Women detained in Israeli prisons", "freed from Israeli jails": by whose they are."""
    led = {"arrest": ("in", "at"), "release": ("from",)}.get(m.event_mode or "", ())
    if m.actors or m.event_type not in ("COERCE", "RETREAT"):
        return m
    for name, _, o in g.prepositional(s, d.trigger):
        if name in led and s.lemmas[o] in _CUSTODY:
            owners = responsible(cast, s, o)
            states = [e for e in owners if e.country and e.actor_id == f"country:{e.country}"]
            if states:
                return replace(m, actors=tuple(states))
    return m


DEALS = frozenset({"CONSULT", "AGREE", "SUPPORT", "COOPERATE", "RETREAT"})
"""Types whose parties deal with each other."""


def both_sides(s: Sentence, token: int, earlier: Antecedents) -> list[Entity]:
    """ "Both parties" to a truce or talks told before, where rebels are one of them."""
    head = g.content_head(s, token)
    two = any(s.lemmas[c] in _AGAINST_EACH_OTHER for c in s.children[head])
    if s.lemmas[head] not in ("side", "party", "faction") or s.tags[head] != "NNS" or not two:
        return []
    if any(s.words[c][:1].isupper() for c in s.kids(head, "amod")):
        return []  # "the two Iraqi Kurdish parties" are others than those of whom was told
    clashed = _who_clashed_at_home(earlier)
    if clashed:
        how = "description: who clashed with each other"
        return [replace(e, span=(s.starts[head], s.ends[head]), resolved_by=how) for e in clashed]
    fighters = _who_fight(earlier)
    outlaws = any(OUTLAWS & set(e.sectors) for e in fighters)
    if fighters and (outlaws or _FIGHT & set(s.lemmas)):
        how = "description: who fight each other"
        return [replace(e, span=(s.starts[head], s.ends[head]), resolved_by=how) for e in fighters]
    for m in reversed(earlier.told):
        sides = (*m.actors, *m.recipients) if m.event_type in DEALS else ()
        if len(m.actors) == 2 and any(OUTLAWS & set(e.sectors) for e in sides):
            how = "description: both sides of what was told before"
            return [replace(e, span=(s.starts[head], s.ends[head]), resolved_by=how) for e in m.actors]
    return []


_CLASHED = re.compile(r"\b(?:clashed|fought|battled|skirmished|scuffled)\b")
_CLASHING = ("clash", "battl", "fought", "fight", "skirmish", "brawl", "scuffl", "exchang", "trad")


def _who_clashed_at_home(earlier: Antecedents) -> tuple[Entity, ...]:
    """ "Police and miners clashed. Both sides blamed each other": these two, whoever else was hurt there."""
    for m in reversed(earlier.told[-_LATELY:]):
        if m.event_type == "ASSAULT" and m.status == "asserted" and len(m.actors) == 2:
            one, other = m.actors
            at_home = one.country == other.country is not None and one.sectors != other.sectors
            fight = told_from(m).startswith(_CLASHING) or _CLASHED.search(m.evidence.text)
            return m.actors if at_home and fight else ()
    return ()


def as_those_who_deal(cast: Cast, sides: list[Entity]) -> list[Entity]:
    """ "Troops fought the rebels. The two sides will talk": the government and they, no troops.

    Nor do "Azeri snipers" talk with Armenia: two states do.
    """
    apart = len({e.country for e in sides}) > 1 and not any("REB" in e.sectors for e in sides)
    own = (("MIL",), ("UAF",)) if apart else (("MIL",),)
    return [
        replace(cast.country_entity(e.country, e.span), resolved_by=e.resolved_by)
        if e.sectors in own and not e.actor_id and e.country
        else e
        for e in sides
    ]


_FIGHT = frozenset(
    "fight fighting ceasefire cease-fire truce hostility hostilities violence bloodshed shell".split()
)
"""What both sides are asked to end who fight each other."""


_AGAINST_EACH_OTHER = frozenset("both two warring opposing rival feuding".split())
_LATELY = 6
"""Mentions back among which the attacks of either side are."""


def _who_fight(earlier: Antecedents) -> list[Entity]:
    """Who attacked in turn, or the armed on both sides of the attack told last."""
    struck: dict[tuple[str | None, bool], Entity] = {}
    for m in reversed(earlier.told[-_LATELY:]):
        for a in m.actors[:1] if m.event_type == "ASSAULT" else ():
            if (ARMED | {"GOV"}) & set(a.sectors) and a.country:
                struck.setdefault((a.country, bool(OUTLAWS & set(a.sectors))), a)
    if len(struck) == 2:
        return list(struck.values())[::-1]
    for m in reversed(earlier.told):
        if m.event_type == "ASSAULT" and m.actors and m.recipients:
            ours, theirs = (
                [e for e in side if ARMED & set(e.sectors) and uncounted(e) == e.name and are_several(e)][:1]
                for side in (m.actors, m.recipients)
            )
            if ours and theirs and not _same(ours[0], theirs[0]):
                return [*ours, *theirs]
    return []


_RULED = frozenset({"curfew", "martial-law", "censor"})
"""Modes of COERCE that only those who rule a country can carry out."""


_BY_DECREE = frozenset(
    "ban outlaw prohibit dissolve suspend deregister disqualify annul revoke seal shut".split()
)
"""Verbs of senses that tell what only those who rule do: parties outlawed, borders shut."""


def by_those_who_rule(d: Draft) -> bool:
    """Curfews, emergencies, the press silenced, security made tighter: whose work goes without saying."""
    if d.event_type == "COERCE":
        by_law = d.mode == "restrict" and bool(_BY_DECREE & set(_words_of(d)))
        return d.mode in _RULED or by_law
    return d.event_type == "MOBILIZE" and d.mode == "police"


def _words_of(d: Draft) -> set[str]:
    """The verbs of a sense, as its pattern writes them."""
    words = d.frame.sense.pattern.split()
    return set(words[1].split("/")) if len(words) > 1 else set()


def implied(d: Draft, m: EventMention, home: str | None, told: Sequence[EventMention]) -> EventMention:
    """ "A curfew was imposed in Imphal": by the authorities of the place, which no word names."""
    if m.actors or home is None:
        return m
    if m.event_mode == "riot" and _UNREST.search(m.evidence.text) and _is_war(told):
        return retyped(m, "ASSAULT", None, "190")  # "the unrest has left 1,000 dead", where armies fight
    called = d.frame.passive and bool(d.frame.literal_objects)  # "rival rallies have been called"
    subject = d.frame.sense.subject
    fixed = subject is not None and subject.slot in (None, "X")  # "protests broke out", "sparked protests"
    if m.event_type == "PROTEST" and (d.frame.sense.pos == "n" or called or fixed):  # "six weeks of protests"
        crowd = Entity("protesters", None, home, ("CVL",), resolved_by="implied by the event")
        return replace(m, actors=(crowd,))
    if not by_those_who_rule(d) or not d.frame.passive:
        return m
    name, sector = ("police", "COP") if m.event_type == "MOBILIZE" else ("authorities", "GOV")
    return replace(m, actors=(Entity(name, None, home, (sector,), resolved_by="implied by the event"),))


_UNREST = re.compile(r"\b(?:unrest|violence|turmoil)\b", re.IGNORECASE)


def _is_war(told: Sequence[EventMention]) -> bool:
    """True where a report has told of soldiers or rebels who fought, and of no crowd."""
    crowds = any(m.event_type == "PROTEST" for m in told)
    return not crowds and any(
        m.event_type == "ASSAULT" and any({"MIL", "REB", "UAF"} & set(a.sectors) for a in m.actors)
        for m in told
    )


_VOWING = frozenset("vow swear pledge promise".split())


def vowed(s: Sentence, d: Draft, m: EventMention, cast: Cast) -> EventMention:
    """ "The president vowed that the bombers would be crushed": he threatens those who are to be hit."""
    if m.event_type not in ("ASSAULT", "COERCE") or m.status != "future" or m.actors or not d.frame.passive:
        return m
    i = g.first_joined(s, d.trigger)
    vow = s.heads[i]
    if s.deps[i] != "ccomp" or s.lemmas[vow] not in _VOWING:
        return m
    speakers = [e for t in g.surface_subjects(s, vow) for e in cast.parties(s, t)]
    if not speakers:
        return m
    mode, cameo = ("violence", "138") if m.event_type == "ASSAULT" else (None, "130")
    return replace(retyped(m, "THREATEN", mode, cameo), actors=tuple(speakers), status="asserted")


_GUESSED_HOME = re.compile(r"country from the report$|^not in the knowledge base$|country of the other side$")


def sent_elsewhere(s: Sentence, d: Draft, m: EventMention, cast: Cast) -> EventMention:
    """ "Forty of the prisoners were deported to Qatar": they are not of the country that they are sent to."""
    if m.event_mode != "deport" or not m.recipients:
        return m
    aims = {
        cast.filler(s, x).entity.country
        for name, _, o in g.prepositional(s, d.trigger)
        if name in ("to", "into")
        for x in g.conjuncts(s, o)
    } - {None}
    own = {a.country for a in m.actors}
    official = bool(m.actors) and all({"GOV", "COP"} & set(a.sectors) for a in m.actors)
    if not aims and not (official and s.lemmas[d.trigger] in ("deport", "deportation")):
        return m
    if not aims:  # "Israel deported two activists": of some other country
        unknown = tuple(
            replace(r, country=None, resolved_by="not of the country that deports them")
            if r.country in own and not r.actor_id and _GUESSED_HOME.search(r.resolved_by or "")
            else r
            for r in m.recipients
        )
        return replace(m, recipients=unknown)
    others = frozenset(c for c in aims if c)
    home = next((a.country for a in m.actors if a.country), None) or cast.focus(s, others)
    recipients = tuple(
        replace(r, country=home, resolved_by="not of the country that they are sent to")
        if r.country in aims and not r.actor_id and (r.resolved_by or "").endswith(_GUESS)
        else r
        for r in m.recipients
    )
    return replace(m, recipients=recipients)


def by_the_hosts(s: Sentence, d: Draft, m: EventMention, cast: Cast) -> EventMention:
    """ "Washington shut the Chinese consulate in Houston": done to China, not to its host."""
    if m.event_type != "SANCTION" or m.cameo != "161" or s.lemmas[d.trigger] not in _SHUTTING:
        return m
    home = {a.country for a in m.actors}
    owners = [
        cast.filler(s, c).entity
        for t in d.frame.literal_objects
        for c in s.kids(t, "amod", "poss", "compound", "nmod")
    ]
    foreign = [e for e in owners if e.country and e.country not in home]
    at_home = bool(m.recipients) and {r.country for r in m.recipients} <= home  # "the consulate in Seattle"
    if not (foreign or at_home) or not home - {None}:
        return m
    return replace(retyped(m, "SANCTION", "expel", "161"), recipients=tuple(foreign[:1]))


_SHUTTING = frozenset("shut close shutter seal closure shutdown order padlock".split())


def not_who_was_hit(mentions: list[EventMention]) -> list[EventMention]:
    """ "An airliner was hit as it landed, wounding two": the airliner wounded nobody."""
    hit = [m for m in mentions if m.event_type == "ASSAULT" and m.recipients]
    out = []
    for m in mentions:
        outcome = told_from(m).startswith(("wounding", "killing", "injuring", "hurting"))
        for o in hit if outcome and m.event_type == "ASSAULT" and m.actors else ():
            first = o.evidence.trigger[0] < m.evidence.trigger[0]
            if o is not m and first and all(any(_same(a, r) for r in o.recipients) for a in m.actors):
                m = replace(m, actors=o.actors)
                break
        out.append(m)
    return out


_LAUNCHED = frozenset("fire launch drop shoot".split())


def launched_by(s: Sentence, d: Draft, m: EventMention, cast: Cast) -> EventMention:
    """ "Hit by an Exocet missile fired from an Argentine jet": the jet is Argentina's."""
    if m.event_type != "ASSAULT" or any(a.country or a.actor_id for a in m.actors):
        return m
    weapons = [*d.actors, *(t for t in d.frame.literals if s.pos[t] in ("NOUN", "PROPN"))]
    for t in weapons:
        for c in s.kids(t, "acl"):
            if s.lemmas[c] not in _LAUNCHED:
                continue
            from_whom = [o for name, _, o in g.prepositional(s, c) if name in ("from", "by")] + g.agents(s, c)
            found = [e for o in from_whom for e in responsible(cast, s, o) if e.country]
            found = found or _across_the_line(cast, s, from_whom, m)
            if found:
                return replace(m, actors=tuple(found))
    return m


_AIMED_AT = frozenset("at on against upon".split())


def by_whose_missile(s: Sentence, d: Draft, m: EventMention, cast: Cast) -> EventMention:
    """ "Chad's missile was fired from a base in the north": fired by Chad, and not at it."""
    fired = d.frame.passive and s.lemmas[d.trigger] in ("fire", "launch", "test-fire", "shoot")
    told = m.event_type == "ASSAULT" or (m.event_type, m.event_mode) == ("MOBILIZE", "weapons")
    if not (fired and told) or m.actors or m.magnitude.killed or m.magnitude.injured:
        return m
    sites = _launching_sites(s, d)
    hit = [t for t in d.recipients if t not in sites and cast.filler(s, t).acts]
    led = [o for name, _, o in g.prepositional(s, d.trigger) if name in _AIMED_AT]
    if hit or any(cast.filler(s, o).acts or cast.filler(s, o).nature == "place" for o in led):
        return m
    owners = [e for t in d.owned if t not in sites for e in responsible(cast, s, t) if e.country]
    owners = owners or _of_the_site(s, d, m, cast)
    if not owners:
        return m
    aims = m.recipients if m.event_type == "MOBILIZE" else ()
    abroad = tuple(r for r in aims if r.country not in (owners[0].country, None))
    return replace(retyped(m, "MOBILIZE", "weapons", "152"), actors=tuple(owners), recipients=abroad)


def _launching_sites(s: Sentence, d: Draft) -> list[int]:
    """The places of "from Shahrud", "from near the capital, Tehran"."""
    froms = [p for p in s.kids(d.trigger, "prep") if s.lemmas[p] == "from"]
    below = [x for p in froms for x in (p, *s.kids(p, "prep", "pcomp"))]
    return [x for p in below for o in s.kids(p, "pobj") for x in s.subtree(o) if s.pos[x] == "PROPN"]


def _of_the_site(s: Sentence, d: Draft, m: EventMention, cast: Cast) -> list[Entity]:
    """ "The missile was launched from a pad near Shahrud": by the state that the site is in."""
    missile = any(s.lemmas[t] in _LONG_RANGE for t in s.subtree(d.trigger) if s.deps[t] == "nsubjpass")
    sites = _launching_sites(s, d)
    lands = [cast.filler(s, o).entity.country for o in sites]
    lands += [m.place.country] if sites and m.place is not None else []
    return [
        cast.country_entity(c, None) for c in [x for x in lands if x][:1] if missile and c and len(c) == 3
    ]


_LONG_RANGE = frozenset("missile rocket icbm".split())


def _across_the_line(cast: Cast, s: Sentence, places: list[int], m: EventMention) -> list[Entity]:
    """ "A rocket fired from Gaza hit a flat in Israel": by somebody there, if it flew abroad."""
    hit = {r.country for r in m.recipients if r.country}
    for o in places:
        f = cast.filler(s, o)
        there = f.entity.country if f.nature == "place" or f.kind == "country" else None
        if there and hit and there not in hit and s.pos[o] == "PROPN":
            return [
                Entity(
                    f.entity.name, None, there, (), span=f.entity.span, resolved_by="where it was fired from"
                )
            ]
    return []


def by_his_office(s: Sentence, d: Draft, m: EventMention, cast: Cast) -> EventMention:
    """ "Cohn resigned as the president's adviser": a stranger is of the country that he served."""
    if m.event_mode != "resign" or len(m.actors) != 1 or m.actors[0].country:
        return m
    for name, _, o in g.prepositional(s, d.trigger):
        office = cast.filler(s, o).entity if name == "as" else None
        if office is not None and office.country:
            sectors = m.actors[0].sectors or office.sectors
            how = "the office that he leaves"
            served = replace(m.actors[0], country=office.country, sectors=sectors, resolved_by=how)
            return replace(m, actors=(served,))
    return m
