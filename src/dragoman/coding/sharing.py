"""What the events of one sentence share: the hands that did them and whom they are aimed at."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding import authors
from dragoman.coding.drafts import Draft
from dragoman.coding.foes import uncounted
from dragoman.coding.people import OUTLAWS
from dragoman.language import Sentence
from dragoman.records import Entity, EventMention

_GOES_ON = frozenset({"SANCTION", "THREATEN", "ACCUSE"})
"""Types of a second step against those who are named with the first."""
_AGAINST = frozenset({"SANCTION", "COERCE", "REJECT", "ACCUSE", "THREATEN"})
_HELPERS = frozenset({"UNO", "IGO", "NGO"})
"""Bodies of many states: no state that a second step is against."""


def agents(s: Sentence, drafts: list[Draft], mentions: list[EventMention]) -> list[EventMention]:
    """ "Twelve were killed in the attack and six were abducted": by the same hands."""
    both = list(zip(drafts, mentions, strict=True))
    known = {d.trigger: m.actors for d, m in both if d.frame.passive}
    out = []
    for d, m in both:
        suffered = d.trigger in known or d.frame.sense.pattern.startswith(
            "R "
        )  # "nine died when a shell hit"
        alike = suffered and m.event_type in ("ASSAULT", "COERCE") and not m.actors
        found: tuple[Entity, ...] = ()
        if alike and s.deps[d.trigger] == "conj":
            found = known.get(s.heads[d.trigger], ())
            if not found and d.frame.sense.pattern in authors.BARE_DEATHS:  # "hurled a grenade, and six died"
                deeds = (o for e, o in both if e.trigger == s.heads[d.trigger] and o.event_type == "ASSAULT")
                found = next((o.actors for o in deeds), ())
        elif alike and m.event_type == "ASSAULT":
            found = next((o.actors for e, o in both if _then(s, d, e) and o.actors), ())
            found = () if _outlaws(m.recipients) and _outlaws(found) else found
        out.append(
            replace(m, actors=tuple(a for a in found if not any(same(a, r) for r in m.recipients)))
            if found
            else m
        )
    return _complained_of(s, drafts, _driven_out(s, drafts, _each_by_the_other(s, drafts, out)))


def _complained_of(s: Sentence, drafts: list[Draft], mentions: list[EventMention]) -> list[EventMention]:
    """ "Chinese ships enter lagoon as Manila protests": against those whose doing it is."""
    out = list(mentions)
    for n, (d, m) in enumerate(zip(drafts, mentions, strict=True)):
        if (
            m.event_type != "ACCUSE"
            or m.recipients
            or s.lemmas[d.trigger] not in ("protest", "complain", "object")
        ):
            continue
        for e, o in zip(drafts, mentions, strict=True):
            below, above = (d, e) if d.trigger > e.trigger else (e, d)
            meanwhile = s.deps[below.trigger] == "advcl" and above.trigger in s.ancestors(below.trigger)
            marked = any(s.lemmas[c] in ("as", "while") for c in s.kids(below.trigger, "mark", "advmod"))
            alien = {a.country for a in o.actors} - {a.country for a in m.actors} - {None}
            if o is not m and meanwhile and marked and alien:
                out[n] = replace(m, recipients=o.actors)
                break
    return out


_CAUSES = frozenset("after following amid over from since during".split())


def _driven_out(s: Sentence, drafts: list[Draft], mentions: list[EventMention]) -> list[EventMention]:
    """ "Villagers fled after shelling by the army", "… as jets bombed Loikaw": who did it drove them out."""
    out = list(mentions)
    for n, (d, m) in enumerate(zip(drafts, mentions, strict=True)):
        if m.event_type != "SANCTION" or m.event_mode != "expel" or m.actors or not m.recipients:
            continue
        led = [
            p for p in s.kids(d.trigger, "prep") if s.lemmas[p] in _CAUSES or s.words[p].lower() in _CAUSES
        ]
        behind = {x for p in led for x in s.subtree(p)}
        for e, o in zip(drafts, mentions, strict=True):
            if o.event_type == "ASSAULT" and o.actors and (e.trigger in behind or _then(s, d, e)):
                who = tuple(a for a in o.actors if not any(same(a, r) for r in m.recipients))
                out[n] = replace(m, actors=who)
                break
    return out


_CLASHES = frozenset(
    "clash fighting battle gunbattle gunfight firefight encounter skirmish shootout combat".split()
)


def _each_by_the_other(s: Sentence, drafts: list[Draft], mentions: list[EventMention]) -> list[EventMention]:
    """ "Five rebels were killed while two soldiers were wounded in a clash": each side by the other."""
    hurt = [
        n
        for n, (d, m) in enumerate(zip(drafts, mentions, strict=True))
        if m.event_type == "ASSAULT" and not m.actors and m.recipients and d.frame.passive
    ]
    if len(hurt) != 2 or s.bag.isdisjoint(_CLASHES):
        return mentions
    sides = [mentions[n].recipients for n in hurt]
    outlaws, soldiers = (
        [_outlaws(x) for x in sides],
        [all(_STATE & set(e.sectors) for e in x) for x in sides],
    )
    if outlaws not in ([True, False], [False, True]) or soldiers != [not x for x in outlaws]:
        return mentions
    out = list(mentions)
    for n, other in zip(hurt, sides[::-1], strict=True):
        out[n] = replace(mentions[n], actors=tuple(
            replace(e, name=uncounted(e), span=None, resolved_by="the other side of the clash") for e in other
        ))  # fmt: skip
    return out


_STATE = frozenset({"MIL", "COP"})


def _outlaws(side: tuple[Entity, ...]) -> bool:
    """ "Two militants were killed after gunmen stormed a base": not by the gunmen."""
    return bool(side) and all(OUTLAWS & set(e.sectors) for e in side)


def by_police_nearby(drafts: list[Draft], mentions: list[EventMention]) -> list[EventMention]:
    """ "Riot police beat detainees, and 6,700 people were arrested": by the same police."""
    police = next((m.actors for m in mentions if any("COP" in a.sectors for a in m.actors)), ())
    return [
        replace(m, actors=police)
        if police and not m.actors and m.event_mode == "arrest" and d.frame.passive
        and "sentence" not in d.frame.sense.pattern
        and {r.country for r in m.recipients} <= {police[0].country, None}
        else m
        for d, m in zip(drafts, mentions, strict=True)
    ]  # fmt: skip


def _then(s: Sentence, killed: Draft, deed: Draft) -> bool:
    """True for what people were killed by or in: "were shot dead after police opened fire"."""
    clause = deed.trigger
    while s.deps[clause] in ("conj", "xcomp", "dobj") and s.heads[clause] != clause:
        clause = s.heads[clause]
    when = any(
        s.lemmas[c] in ("after", "when", "as", "while") for c in s.kids(clause, "mark", "advmod", "prep")
    ) and not s.kids(clause, "npadvmod")  # "four days after a bomber killed forty": other hands
    above = s.heads[clause]
    if s.deps[clause] == "relcl" and s.deps[above] == "pobj":  # "were killed before dawn when a missile hit"
        above = s.heads[s.heads[above]]
    return (
        deed.event_type == "ASSAULT"
        and s.deps[clause] in ("advcl", "relcl")
        and above in (killed.trigger, *s.kids(killed.trigger, "conj"))
        and when
    )


def recipients(mentions: list[EventMention]) -> list[EventMention]:
    """ "Turkey withdrew its envoy and cancelled exercises with Israel": both steps are against Israel."""
    out = []
    for m in mentions:
        trigger = m.evidence.text[slice(*(x - m.evidence.start for x in m.evidence.trigger))]
        goes_on = m.event_type in _GOES_ON or (m.event_type == "REQUEST" and trigger.startswith("demand"))
        if goes_on and not m.recipients and m.actors:
            other = next(
                (o for o in mentions if o.actors == m.actors and o.recipients and o.event_type in _AGAINST),
                None,
            )
            states = (r.country for r in other.recipients) if other else ()
            countries = {c for c in states if c not in _HELPERS}
            if other and len(countries) == 1 and not countries & {m.actors[0].country, None}:
                m = replace(m, recipients=other.recipients)
        out.append(m)
    return out


def taken_from(drafts: list[Draft], mentions: list[EventMention]) -> list[EventMention]:
    """ "Rebels overran a post and seized weapons": from those whom they attacked."""
    out = []
    for d, m in zip(drafts, mentions, strict=True):
        if m.event_type == "COERCE" and m.event_mode == "seize" and not m.recipients and _outlaws(m.actors):
            hit = [
                o
                for e, o in zip(drafts, mentions, strict=True)
                if e.trigger < d.trigger
                and o.event_type == "ASSAULT"
                and o.actors == m.actors
                and o.recipients
            ]
            if hit:
                m = replace(m, recipients=tuple(_before(r) for r in hit[-1].recipients))
        out.append(m)
    return out


def _before(e: Entity) -> Entity:
    return replace(e, name=uncounted(e), span=None, resolved_by="those who were attacked")


def one_country(mentions: list[EventMention]) -> list[EventMention]:
    """ "Police in Guyana held Ali Khan, whom Americans accuse": one man, of the country where he was held."""
    there = {
        e.name: e.country
        for m in mentions
        for e in (*m.actors, *m.recipients)
        if not e.actor_id and e.country and all(w[:1].isupper() for w in e.name.split())
        if (e.resolved_by or "").endswith("country from the place of the event")
    }
    if not there or len(mentions) == 1:
        return mentions

    def settled(side: tuple[Entity, ...]) -> tuple[Entity, ...]:
        return tuple(
            replace(e, country=there[e.name])
            if e.name in there and not e.actor_id and e.country != there[e.name] and " " in e.name
            else e
            for e in side
        )

    return [replace(m, actors=settled(m.actors), recipients=settled(m.recipients)) for m in mentions]


def same(a: Entity, b: Entity) -> bool:
    """True for one party, by its id or else by its name."""
    return (
        a.actor_id == b.actor_id if a.actor_id and b.actor_id else (a.name, a.country) == (b.name, b.country)
    )
