"""At whom spoken words are aimed, where the sentence does not say."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from dragoman.coding import parties
from dragoman.coding.actors import Cast
from dragoman.coding.antecedents import Antecedents
from dragoman.coding.counterparts import aims_at_nobody
from dragoman.coding.drafts import THREAT_CAMEO, VERBAL_CONFLICT, Draft, threat_mode
from dragoman.coding.people import POWER
from dragoman.coding.status import FUTURE, is_going_to
from dragoman.coding.utterance_table import utterances
from dragoman.knowledge.words import INTERNATIONAL
from dragoman.language import Sentence
from dragoman.records import Entity, EventMention

_MOVEMENTS = tuple((x,) for x in ("OPP", "REB", "EDU", "LAB", "REL", "AGR", "SOC"))


def is_of_side(e: Entity, speaker: Entity) -> bool:
    """True for the speaker himself, and for his state where he speaks for it."""
    if e.actor_id and e.actor_id == speaker.actor_id:
        return True
    if e.name == speaker.name:
        return True
    of_his_kind = bool(e.country) and e.country == speaker.country and bool(speaker.sectors)
    if (
        of_his_kind
        and e.sectors[:1] == speaker.sectors[:1]
        and e.sectors[:1] in _MOVEMENTS
        and not e.actor_id
    ):
        return True  # "the students will not accept it", their leader said
    for_the_state = bool(POWER & set(speaker.sectors)) and "OPP" not in speaker.sectors
    same = bool(e.country) and e.country == speaker.country
    return same and for_the_state and set(e.sectors) <= POWER and bool(POWER & set(e.sectors))


def is_another(e: Entity, speaker: Entity) -> bool:
    """True for one other than the speaker whom he calls bad: "The premier said the judge was corrupt"."""
    if e.name == speaker.name or (e.actor_id and e.actor_id == speaker.actor_id):
        return False
    both = all(x.office or (x.actor_id or "").startswith("person") for x in (e, speaker))
    return both or e.sectors[:1] != speaker.sectors[:1]


_HARMS = frozenset({"SANCTION", "COERCE", "ASSAULT"})
_UNDOING = frozenset("wipe erase blot remove reconsider rethink reassess".split())


def announced(s: Sentence, cast: Cast, d: Draft, speaker: Entity | None) -> None:
    """ "China will punish the firms, its foreign ministry said": a threat, as the speaker's own side will."""
    if d.event_type == "THREATEN" and d.status == "future" and s.lemmas[d.trigger] in _UNDOING:
        d.status = "asserted"  # "Our aim is to wipe them off the map": threatened by saying so
    if speaker is None or d.event_type not in _HARMS or d.settled or not _to_come(s, d):
        return
    doers = parties.doers(cast, s, d)
    verbs = (d.trigger, *(a for a in s.ancestors(d.trigger) if s.pos[a] in ("VERB", "AUX")))
    will = any(s.words[a].lower() in FUTURE | {"would"} for v in verbs for a in s.kids(v, "aux"))
    will = will or any(is_going_to(s, v) for v in verbs)
    if will and doers and all(is_of_side(e, speaker) for e in doers):
        mode = threat_mode(d.event_type, d.mode)
        d.steps.append(f"announced by {speaker.name}: {d.event_type} → THREATEN/{mode}")
        d.event_type, d.mode, d.status = "THREATEN", mode, "asserted"
        d.cameo = THREAT_CAMEO.get(mode or "", "130")


def _to_come(s: Sentence, d: Draft) -> bool:
    """True for what lies ahead, be it on a condition: "if they cross, our forces will destroy them"."""
    if d.status != "hypothetical":
        return d.status == "future"
    marks = {s.lemmas[m] for c in s.kids(d.trigger, "advcl") for m in s.kids(c, "mark")}
    will = any(s.words[a].lower() in FUTURE for a in s.kids(d.trigger, "aux"))
    return will and bool(marks & {"if", "unless"}) and s.deps[d.trigger] != "advcl"


def ordered_from_outside(s: Sentence, cast: Cast, d: Draft) -> None:
    """ "The bloc ordered the president's release": a body of many states asks for it."""
    told = d.frame.sense.operator == "order" and s.lemmas[d.trigger] in ("order", "direct", "instruct")
    if not told or d.event_type not in ("CONCEDE", "AGREE"):
        return
    doers = parties.doers(cast, s, d)
    if not doers or not all(e.country in INTERNATIONAL for e in doers):
        return
    d.steps.append("ordered by a body of many states → REQUEST/yield")
    mode = "yield" if d.event_type == "CONCEDE" else "change"
    d.event_type, d.mode, d.cameo = "REQUEST", mode, "105" if mode == "yield" else "104"
    d.owned, d.recipients = d.owned or d.recipients, []  # those held are asked for nothing


_DEEDS_OF_OTHERS = frozenset(
    "aggression attack strike airstrike raid incursion invasion offensive bombing bombardment shelling "
    "interference meddling violation occupation siege massacre killing provocation intrusion encroachment "
    "crackdown visit".split()
)


def opposed_deed(s: Sentence, cast: Cast, d: Draft) -> None:
    """ "Rejects Turkish aggression", "opposes the minister's visit": a complaint, and nothing refused."""
    if d.event_type != "REJECT" or s.lemmas[d.trigger] not in ("reject", "oppose", "rejection", "opposition"):
        return
    deeds = [o for o in s.kids(d.trigger, "dobj", "nsubjpass") if s.lemmas[o] in _DEEDS_OF_OTHERS]
    deeds += [
        o
        for p in s.kids(d.trigger, "prep")
        if s.pos[d.trigger] == "NOUN" and s.lemmas[p] in ("of", "to")
        for o in s.kids(p, "pobj")
        if s.lemmas[o] in _DEEDS_OF_OTHERS
    ]
    thought_of = [c for o in deeds for c in s.kids(o, "det") if s.lemmas[c] in ("a", "an", "any", "no")]
    if not deeds or thought_of:  # "opposed any attack on Iran": none there was
        return
    homes = {e.country for e in parties.doers(cast, s, d)}
    by = [e for o in deeds for e in parties.owners(cast, s, o, harmed=False) if e.country or e.actor_id]
    if by and not homes & {e.country for e in by}:
        d.steps.append(f"a {s.words[deeds[0]]} of others opposed: REJECT → ACCUSE/disapprove")
        d.event_type, d.mode, d.cameo = "ACCUSE", "disapprove", "111"
        d.recipients, d.owned = [], deeds


def diplomatic(s: Sentence, cast: Cast, d: Draft) -> None:
    """ "The minister met the envoy to protest over the raid", "summoned Cheng": complaints of states."""
    protest = d.event_type == "PROTEST" and s.lemmas[d.trigger] == "protest"
    summons = d.event_type == "REQUEST" and s.lemmas[d.trigger] == "summon"
    if not protest and not summons:
        return
    doers = parties.doers(cast, s, d)
    others = [e for t in (*d.recipients, *d.owned) for e in cast.parties(s, t, recipient=True)]
    if protest and (_in_words_of_office(s, cast, d) and all("GOV" in e.sectors[:1] for e in doers)):
        d.event_type, d.mode, d.cameo = "ACCUSE", "disapprove", "111"
        return
    others = [e for e in others if e.country or e.sectors] or others
    if not doers or not others:
        return
    official = all({"GOV", "ELI"} & set(e.sectors) and e.country for e in doers)
    abroad = all(e.country and e.country != doers[0].country for e in others)
    envoys = protest or all({"GOV", "ELI"} & set(e.sectors) for e in others)
    if official and abroad and envoys and not any(cast.filler(s, t).plural for t in d.actors):
        d.steps.append("a protest of officials to another state → ACCUSE/disapprove")
        d.event_type, d.mode, d.cameo = "ACCUSE", "disapprove", "111"


def _in_words_of_office(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The foreign secretary protested at the arrests": one who holds office walks in no march."""
    one = bool(d.actors) and all(
        cast.filler(s, t).kind in ("person", "office") and not cast.filler(s, t).plural for t in d.actors
    )
    what = {s.lemmas[p] for p in s.kids(d.trigger, "prep")} or (
        {"at"} if s.kids(d.trigger, "dobj") else set()
    )
    return one and bool(what) and what <= {"at", "over", "about", "against", "to", "in", "on"}


def _not_of_its_own(s: Sentence, m: EventMention) -> EventMention:
    """A complaint without those of the complainer's own state whom only another sentence names."""
    homes = {a.country for a in m.actors}
    if m.event_type != "ACCUSE" or len(homes) != 1 or None in homes:
        return m
    if not all("GOV" in a.sectors for a in m.actors):
        return m  # the opposition accuses its own government
    kept = tuple(
        r
        for r in m.recipients
        if r.country not in homes
        or "GOV" not in r.sectors
        or (r.span is not None and s.start <= r.span[0] < s.end)
    )
    return replace(m, recipients=kept)


def aimed(
    s: Sentence, cast: Cast, d: Draft, m: EventMention, speaker: Entity | None, earlier: Antecedents
) -> EventMention:
    """A verbal act with those whom it is aimed at; where it names none, those whom the report has told of."""
    m = _not_of_its_own(s, m)
    own = d.spoken or (speaker is not None and all(is_of_side(a, speaker) for a in m.actors))
    if speaker is None or m.event_type not in VERBAL_CONFLICT or not own:
        return m  # what somebody else asks or refuses in his words
    if d.spoken:
        m = _of_one_country(m)
        judged = m.event_type == "ACCUSE" and s.lemmas[d.trigger] == "be"
        told = tuple(
            e
            for e in m.recipients
            if (not is_of_side(e, speaker) or (judged and is_another(e, speaker)))
            and not _LISTENERS & set(e.sectors[:1])
        )
        m = replace(
            m,
            recipients=tuple(
                e
                for e in told
                if e.country or e.actor_id or e.name.lower() not in ("you", "they", "them", "it")
            ),
            attribution=tuple(
                e for e in m.attribution if e.name != speaker.name or e.actor_id != speaker.actor_id
            ),
        )
    epithet = d.spoken and all(
        e.name.lower().split()[-1] in _epithets() and not e.actor_id for e in m.recipients
    )
    if m.event_type == "ACCUSE":  # "We condemn these statements": not those of the speaker's own ministry
        own_words = {r for r in m.recipients if (r.resolved_by or "").startswith("coreference")}
        m = replace(
            m, recipients=tuple(r for r in m.recipients if r not in own_words or not is_of_side(r, speaker))
        )
    if m.event_type == "THREATEN":  # "warned that Beijing could declare an air defence zone": not its own
        m = replace(m, recipients=tuple(r for r in m.recipients if not is_of_side(r, speaker)))
    if (m.recipients and not epithet) or aims_at_nobody(s, d) or m.event_mode == "investigate":
        return m
    if m.recipients:
        return replace(m, recipients=earlier.opponent(speaker) or m.recipients)
    verdict = d.spoken and m.event_type == "ACCUSE"
    found = (earlier.parties(s, d.owned, m.actors) or earlier.deed(m.actors)) if verdict else ()
    found = tuple(e for e in found if e.name != speaker.name and f"country:{speaker.country}" != e.actor_id)
    abroad = tuple(e for e in earlier.opponent(speaker) if e.country != speaker.country) if verdict else ()
    found = found or earlier.opponent(speaker, hit_us=verdict) or abroad or _other_state(s, cast, m, speaker)
    return replace(m, recipients=found or _own_government(s, cast, m, speaker))


_TOWARDS = frozenset("near at on toward towards into against off over around within".split())
_WATERS = frozenset("sea water waters coast shore direction territory island airspace area vicinity".split())


_SHOOTING = frozenset("fire launch shoot use lob hurl send drop".split())
"""Verbs whose object strikes, and is not struck."""


def blow(s: Sentence, cast: Cast, d: Draft) -> None:
    """ "threatened to fire missiles into the sea near Guam": whoever is where the blow would fall."""
    shot = all(s.deps[t] == "dobj" and s.lemmas[s.heads[t]] in _SHOOTING for t in d.recipients)
    if d.event_type != "THREATEN" or not shot or not d.actors or s.pos[d.trigger] != "VERB":
        return
    own = {e.country for e in parties.doers(cast, s, d)}
    for t in [t for v in s.kids(d.trigger, "xcomp") for t in _goals(s, v)]:
        f = cast.filler(s, t)
        land = f.nature == "place" or f.kind == "country"
        if land and f.entity.country and f.entity.country not in own:
            d.steps.append(f"{s.words[t]} is where the blow would fall")
            d.recipients, d.owned = [t], []
            return


def _goals(s: Sentence, verb: int) -> list[int]:
    """What a blow is aimed at, near or into, through the seas and coasts between."""
    out: list[int] = []
    heads = [verb, *s.kids(verb, "dobj")]
    for h in heads:
        for p in s.kids(h, "prep"):
            of = s.lemmas[p] == "of" and s.lemmas[h] in _WATERS
            for o in s.kids(p, "pobj") if of or s.lemmas[p] in _TOWARDS else ():
                out.append(o)
                if s.lemmas[o] in _WATERS:
                    heads.append(o)
    return out


_GOVERNED = frozenset({"OPP", "LAB", "CVL", "EDU", "REL", "AGR", "SOC", "REB"})
_RECENTLY = 3
"""Sentences back in which a government must have been named that a speaker's words are aimed at."""


def _own_government(s: Sentence, cast: Cast, m: EventMention, speaker: Entity) -> tuple[Entity, ...]:
    """Whom strikers, students and the opposition refuse and threaten: the government named last."""
    if m.event_type not in ("REJECT", "THREATEN") or not _GOVERNED & set(speaker.sectors[:1]):
        return ()
    for other in cast.before(s, s.start):
        if other.field != "text" or cast.sentences_between(other, s) > _RECENTLY:
            return ()
        e = other.entity
        if e.sectors[:1] == ("GOV",) and e.country == speaker.country and e.country:
            return (replace(e, span=None, resolved_by="description: the government named last"),)
    return ()


def _of_one_country(m: EventMention) -> EventMention:
    """ "The government is robbing us," says a man of whom no country is told: his own government."""
    home = {r.country for r in m.recipients}
    own = bool(m.recipients) and all(
        (r.resolved_by or "").startswith("role; country from the report") for r in m.recipients
    )
    if not own or len(home) != 1 or None in home:
        return m
    actors = tuple(
        a
        if a.country or a.actor_id
        else replace(a, country=next(iter(home)), resolved_by=f"{a.resolved_by}; of those he speaks of")
        for a in m.actors
    )
    return replace(m, actors=actors)


def _other_state(s: Sentence, cast: Cast, m: EventMention, speaker: Entity) -> tuple[Entity, ...]:
    """The one other state of which a report speaks, where a government refuses or threatens."""
    if (
        m.event_type not in ("REJECT", "THREATEN")
        or not POWER & set(speaker.sectors[:1])
        or not speaker.country
    ):
        return ()
    country = cast.focus(s, frozenset({speaker.country}))
    home = cast.focus(s)
    if country is None or home not in (None, country):
        return ()
    entity = cast.country_entity(country, None)
    return (replace(entity, resolved_by="description: the other country from the report"),)


@cache
def _epithets() -> frozenset[str]:
    """Nouns by which a speaker means his adversary: "the tyrant hides his failure"."""
    return frozenset(
        lemma
        for (form, lemma), rows in utterances().items()
        if form == "they_be" and rows[0].sense.event_type == "ACCUSE"
    )


_LISTENERS = frozenset({"JRN", "MED"})
"""Reporters, to whom words are only said."""


def is_public(e: Entity) -> bool:
    """True for those whose words are politics: states, parties, forces, bodies, movements."""
    known = (e.actor_id or "").startswith("person") and not e.sectors
    return known or bool(_PUBLIC & set(e.sectors)) or e.country in ("UNO", "EUR", "IGO", "NGO")


_PUBLIC = POWER | frozenset(
    {
        "LEG",
        "OPP",
        "PTY",
        "REB",
        "IGO",
        "NGO",
        "ELI",
        "PRE",
        "INS",
        "SEP",
        "LAB",
        "REL",
        "HRI",
        "SOC",
        "REF",
        "UAF",
    }
)
