"""Which of the drafts of a sentence become event mentions."""

from __future__ import annotations

import math
from dataclasses import replace

from dragoman.coding import grammar as g
from dragoman.coding import laws, parties, pledges
from dragoman.coding.actors import Cast
from dragoman.coding.disambiguate import Disambiguator, features
from dragoman.coding.drafts import MINIMUM_CONFIDENCE, Draft
from dragoman.coding.fitting import fit, is_kind, logit
from dragoman.coding.no_events import LOCATING, by_hazard, collective, is_lifted, no_event, toll_of_a_clash
from dragoman.coding.repeats import (
    deed_before_cause,
    deed_before_deaths,
    merge,
    of_two_states,
    same_event,
    so_called,
    verdict_before,
)
from dragoman.language import Sentence

_FLOOR = 0.2
"""A draft below it is not even looked at as the content of an operator."""
TRUSTED = 0.9
"""Confidence at least of a user's own trigger."""


def prefer_within_trigger(
    s: Sentence, cast: Cast, drafts: list[Draft], model: Disambiguator | None, rejected: list[str]
) -> list[Draft]:
    """Of several senses of one trigger keep the likeliest; a line in ``rejected`` for the others."""
    best: dict[int, Draft] = {}
    for d in drafts:
        value, reason = fit(s, cast, d)
        if reason:
            rejected.append(f"{s.words[d.trigger]}: {d.frame.sense.where} {d.frame.sense.pattern}: {reason}")
            continue
        d.confidence = (
            model.probability(features(s, cast, d)) if model else 1 / (1 + math.exp(-0.2 - 0.6 * value))
        )
        if d.frame.sense.trusted:
            d.confidence = max(d.confidence, TRUSTED)
        d.score = value + logit(d.confidence)
        d.steps.append(f"disambiguator: {d.confidence:.2f}")
        if d.confidence < _FLOOR:
            rejected.append(
                f"{s.words[d.trigger]}: {d.event_type} ({d.frame.sense.where}) is unlikely here: {d.confidence:.2f}"
            )
            continue
        if d.trigger not in best or _better(s, cast, d, best[d.trigger]):
            best[d.trigger] = d
    return list(best.values())


_ALIKE = 0.05
"""Senses of one type that differ less in confidence are as likely; the one that tells how is better."""


def _better(s: Sentence, cast: Cast, d: Draft, other: Draft) -> bool:
    """The likelier of two senses; one that names no party must be far likelier than one that does."""
    if d.event_type == other.event_type and min(d.confidence, other.confidence) > MINIMUM_CONFIDENCE:
        mine, theirs = ({*x.actors, *x.recipients, *x.frame.literals} for x in (d, other))
        if mine < theirs or theirs < mine:  # "met the leaders in Juba": whom, before where
            extra = (mine | theirs) - (mine & theirs)
            if all(_is_party(s, cast, t) for t in extra):
                return theirs < mine
    if d.event_type == other.event_type and d.has_sides != other.has_sides:
        nobody = other if d.has_sides else d  # "clashes erupted between students and police in Dhaka"
        where = nobody.frame.slots.get("R", [])
        if set(nobody.frame.slots.get("A", [])) <= nobody.frame.literals and all(
            is_kind(s, cast, t, "place") or s.lemmas[s.heads[t]] in LOCATING for t in where
        ):
            return d.has_sides
    alike = d.event_type == other.event_type and abs(d.confidence - other.confidence) < _ALIKE
    if alike and bool(d.mode) != bool(
        other.mode
    ):  # "a missile attack killed six": by missiles, before an attack
        return bool(d.mode)
    gap = d.score - other.score
    if abs(gap) < _NEARLY and (told := bool(_parties(s, cast, d))) != bool(_parties(s, cast, other)):
        return told
    return gap > 0


def _is_party(s: Sentence, cast: Cast, t: int) -> bool:
    named = s.pos[t] in ("NOUN", "PROPN") and s.lemmas[s.heads[t]] != "for"
    return named and bool(cast.parties(s, t, recipient=True))


def select(s: Sentence, cast: Cast, drafts: list[Draft]) -> tuple[list[Draft], list[str]]:
    """Drafts to keep, best first, and a line for each one let go."""
    kept: list[Draft] = []
    rejected: list[str] = []
    taken: set[int] = set()
    spoken_of = _content_nouns(s, drafts)
    violent = any(d.event_type == "ASSAULT" and d.confidence >= MINIMUM_CONFIDENCE for d in drafts)
    for d in drafts:
        laws.by_adopters(s, d)
    deed_before_deaths(s, drafts)
    deed_before_cause(s, drafts)
    for d in sorted(drafts, key=lambda d: (-len(d.covers), -d.score, d.trigger)):
        if d.trigger in taken and not _welcomed(s, d, kept):
            _lend_doers(s, d, kept)
            rejected.append(f"{s.words[d.trigger]}: part of another event")
            continue
        if any(_thwarts(s, o, d) for o in drafts) or (
            (d.trigger in spoken_of or _also_asked(s, d.trigger, drafts)) and not d.covers
        ):
            rejected.append(f"{s.words[d.trigger]}: only what is asked or refused")
            continue
        if violent and d.mode == "strike" and _maybe_of_weapons(s, d.trigger):
            rejected.append(f"{s.words[d.trigger]}: a strike of weapons, not of workers")
            continue
        if idle := _told_otherwise(s, cast, d, drafts):
            rejected.append(f"{s.words[d.trigger]}: {idle}")
            continue
        threat = d.spoken and d.event_type == "THREATEN"  # by whoever speaks
        if not _parties(s, cast, d) and not collective(s, cast, d) and not threat:
            rejected.append(f"{s.words[d.trigger]}: {d.event_type} without any party")
            continue
        unfit = no_event(s, cast, d)
        if unfit:
            rejected.append(f"{s.words[d.trigger]}: {unfit}")
            continue
        if d.confidence < MINIMUM_CONFIDENCE:
            rejected.append(
                f"{s.words[d.trigger]}: {d.event_type} confidence {d.confidence:.2f} is under {MINIMUM_CONFIDENCE}"
            )
            continue
        lifted = next((k for k in kept if is_lifted(s, k, d)), None)
        if lifted is not None:
            rejected.append(f"{s.words[d.trigger]}: what {s.words[lifted.trigger]} ends")
            continue
        carried = next(
            (k for k in kept if k.frame.light == d.trigger and k.trigger in d.frame.literals), None
        )
        if carried is not None:
            rejected.append(f"{s.words[d.trigger]}: carries {s.words[carried.trigger]}")
            continue
        twin = next((k for k in kept if same_event(s, k, d) and not of_two_states(s, cast, k, d)), None)
        if twin is not None and _jails_too(s, twin, d):
            d = replace(d, event_type="COERCE", mode="arrest", cameo="173")
            twin = next((k for k in kept if same_event(s, k, d)), None)
        if twin is not None:
            merge(s, twin, d)
            rejected.append(f"{s.words[d.trigger]}: told again by {s.words[twin.trigger]}")
            continue
        taken |= d.covers | d.frame.literals | {d.trigger}
        kept.append(d)
    kept = [d for d in kept if not laws.only_passed(s, d, kept) and not _aim_of_an_attack(s, d, kept)]
    kept = [d for d in kept if not pledges.ready_for_harm(s, d, kept)]
    _no_deeds_as_victims(s, kept)
    return sorted(kept, key=lambda d: d.trigger), rejected


def _lend_doers(s: Sentence, attack: Draft, kept: list[Draft]) -> None:
    """ "Rebels launched an attack that killed five": those who launched it killed them."""
    for k in kept:
        toll = k.event_type == attack.event_type == "ASSAULT" and set(k.actors) <= {attack.trigger}
        toll = toll and s.deps[k.trigger] == "relcl" and bool(attack.actors)
        if toll and attack.trigger in k.frame.literals and attack.trigger in s.ancestors(k.trigger):
            k.actors = [t for t in attack.actors if t not in k.recipients]


def _aim_of_an_attack(s: Sentence, d: Draft, kept: list[Draft]) -> bool:
    """ "began an offensive against the army to capture Goma": one attack, and what it is for."""
    purpose = s.pos[d.trigger] == "VERB" and any(s.lemmas[a] == "to" for a in s.kids(d.trigger, "aux"))
    if d.event_type != "ASSAULT" or not purpose or s.deps[d.trigger] not in ("advcl", "acl", "xcomp"):
        return False
    attacks = [k for k in kept if k.event_type == "ASSAULT" and k.trigger < d.trigger and k is not d]
    for a in list(s.ancestors(d.trigger))[:4]:
        if any(a == k.trigger or (a == k.frame.light and s.heads[k.trigger] == a) for k in attacks):
            return True
        if s.pos[a] == "VERB":
            return False
    return False


def _welcomed(s: Sentence, d: Draft, kept: list[Draft]) -> bool:
    """ "welcomed the release of six editors": they were released, and that is welcomed."""
    if d.mode != "release" or s.pos[d.trigger] != "NOUN" or not d.recipients:
        return False
    holders = [k for k in kept if d.trigger in k.frame.literals | k.covers | {k.trigger}]
    return bool(holders) and all(k.event_type == "SUPPORT" and k.trigger != d.trigger for k in holders)


_OF_WORKERS = frozenset(
    "general nationwide national countrywide indefinite sympathy hunger token wildcat".split()
)


def _maybe_of_weapons(s: Sentence, t: int) -> bool:
    """True for a noun "strike" that no word calls one of workers."""
    told = any(s.words[c].lower() in _OF_WORKERS for c in s.kids(t, "amod", "compound"))
    return s.pos[t] == "NOUN" and s.lemmas[t] == "strike" and not told


def _told_otherwise(s: Sentence, cast: Cast, d: Draft, drafts: list[Draft]) -> str:
    """Why a draft is the outcome of what is told, or of nobody's doing."""
    if verdict_before(s, d, drafts):
        return "the verdict of the sentence that is told"
    if toll_of_a_clash(s, d):
        return "the toll of a clash that is told"
    if any(o.event_type == d.event_type == "ACCUSE" and so_called(s, o.trigger, d.trigger) for o in drafts):
        return "the words of the complaint that is told"
    in_protest = s.lemmas[d.trigger] == "protest" and s.words[d.trigger - 1].lower() == "in"
    if in_protest and any(
        o.trigger in s.ancestors(d.trigger) for o in drafts if o.confidence >= MINIMUM_CONFIDENCE
    ):
        return "why the deed that is told was done"
    if _condemned_approval(s, d, drafts):
        return "what is condemned"
    if _way_it_was_done(s, d, drafts):
        return "how the deed that is told was done"
    return "a hazard did it, no actor" if d.event_type == "ASSAULT" and by_hazard(s, cast, d) else ""


def _condemned_approval(s: Sentence, d: Draft, drafts: list[Draft]) -> bool:
    """ "condemned Israel's approval of new flats": what is condemned, and no support of anybody."""
    if (
        d.event_type != "SUPPORT"
        or d.recipients
        or s.lemmas[d.trigger] not in ("approval", "adoption", "backing")
    ):
        return False
    above = set(s.ancestors(d.trigger))
    return any(o.event_type == "ACCUSE" and o.trigger in above for o in drafts)


def _way_it_was_done(s: Sentence, d: Draft, drafts: list[Draft]) -> bool:
    """ "Troops kill 12 in Darfur raid": the raid is that killing, and no search by Darfur."""
    link = s.heads[d.trigger]
    if d.event_type != "COERCE" or d.recipients or s.pos[d.trigger] != "NOUN" or s.deps[d.trigger] != "pobj":
        return False
    above = set(s.ancestors(link))
    return s.lemmas[link] in ("in", "during") and any(
        o.event_type in ("ASSAULT", "COERCE") and o.trigger in above and s.kids(o.trigger, "nsubj")
        for o in drafts
    )


def _no_deeds_as_victims(s: Sentence, kept: list[Draft]) -> None:
    """ "A campaign of bombings and shootings": neither was done to the other."""
    deeds = {d.trigger for d in kept if d.event_type == "ASSAULT" and s.pos[d.trigger] == "NOUN"}
    for d in kept if len(deeds) > 1 else ():
        if d.event_type == "ASSAULT":
            d.recipients = [t for t in d.recipients if t not in deeds]


def _thwarts(s: Sentence, refusal: Draft, d: Draft) -> bool:
    """ "derailed the bloc's plan to send monitors": the plan is what is refused, and nothing agreed."""
    sure = refusal.event_type == "REJECT" and refusal.confidence >= MINIMUM_CONFIDENCE
    return (
        d.event_type == "AGREE"
        and sure
        and refusal.trigger == s.heads[d.trigger]
        and d.trigger in refusal.frame.literals
    )


_DEFYING = frozenset("defy flout ignore break violate breach disregard disobey".split())
_OF_WORDS = frozenset({"REQUEST", "REJECT", "THREATEN"})


def _also_asked(s: Sentence, noun: int, drafts: list[Draft]) -> bool:
    """ "called for the departure of the troops and the disarmament of militias": asked for, both of them."""
    if s.deps[noun] == "pcomp" and s.tags[noun] == "VBG":
        return _worked_at(s, noun, drafts)
    if s.pos[noun] != "NOUN":
        return False
    charge = s.heads[s.heads[noun]]  # "charged the army with shelling villages"
    if s.lemmas[s.heads[noun]] == "with" and s.lemmas[charge] == "charge":
        return any(d.trigger == charge and d.event_type == "ACCUSE" for d in drafts)
    sure = [d for d in drafts if d.event_type in _OF_WORDS and d.confidence >= MINIMUM_CONFIDENCE]
    asking = {d.trigger for d in sure if d.trigger != noun}
    asked = set().union(*(d.covers | d.frame.literals for d in sure if d.trigger != noun))
    n = noun
    while s.deps[n] == "conj" and s.pos[s.heads[n]] == "NOUN":
        n = s.heads[n]
        if n in asked or n in asking:  # "its call for a truce and the rebels' withdrawal"
            return True
    lead = s.heads[n]
    while s.deps[lead] == "conj" and s.lemmas[lead] == s.lemmas[s.heads[lead]]:
        lead = s.heads[lead]
    further = (
        n != noun or lead != s.heads[n] or s.lemmas[s.heads[lead]] == "ask"
    )  # "asked them for sanctions"
    return further and s.deps[n] == "pobj" and s.lemmas[lead] == "for" and s.heads[lead] in asking


def _worked_at(s: Sentence, deed: int, drafts: list[Draft]) -> bool:
    """ "urged the council to focus on ending the war", "promised to work on freeing them": not done yet."""
    work = s.heads[s.heads[deed]]
    if s.deps[work] not in ("xcomp", "ccomp") or s.tags[work] != "VB":
        return False
    asking = {d.trigger for d in drafts if d.event_type in ("REQUEST", "AGREE")}
    return s.heads[work] in asking


def _content_nouns(s: Sentence, drafts: list[Draft]) -> set[int]:
    """Nouns that a verb of asking, refusing or threatening has as its own: "asked for an urgent meeting"."""
    return {
        t
        for d in drafts
        if d.event_type in _OF_WORDS and s.pos[d.trigger] == "VERB" and d.confidence >= MINIMUM_CONFIDENCE
        if s.lemmas[d.trigger] not in _DEFYING  # "defied a ban": the ban is a deed
        for t in d.frame.literals
        if s.pos[t] == "NOUN"
    }


def _parties(s: Sentence, cast: Cast, d: Draft) -> bool:
    return (
        any(cast.parties(s, t) for t in d.actors)
        or any(cast.parties(s, t, recipient=True) for t in d.recipients)
        or any(parties.owners(cast, s, t, harmed=False) for t in d.owned)
        or (d.event_type in _OF_FORCES and bool(parties.lent_agents(cast, s, d.lent, [])))
    )


_OF_FORCES = frozenset({"RETREAT"})
"""Types whose fixed noun may name who does it: "the redeployment of Syrian troops"."""
_NEARLY = 2.0
"""How far a sense without a party must be ahead, in log odds, of one with a party."""
_TERMS = frozenset("year month prison jail imprisonment life bar custody labour labor arrest".split())
_METED_OUT = frozenset("sentence give hand receive get draw award mete impose serve".split())
_NO_PRISON = frozenset("suspend death fine community probation limitation".split())


def sentences_served(s: Sentence, kept: list[Draft]) -> list[Draft]:
    """ "sentenced him to four years in prison" convicts and imprisons: the other one of the two."""
    convicted = any(d.mode == "convict" and s.lemmas[d.trigger] not in _METED_OUT for d in kept)
    jailed = any(d.mode == "arrest" and s.lemmas[d.trigger] not in _METED_OUT for d in kept)
    out: list[Draft] = []
    for d in kept:
        if s.lemmas[d.trigger] not in _METED_OUT or s.pos[d.trigger] != "VERB":
            continue
        if d.status != "asserted" or not _goes_to_prison(s, d):
            continue
        if d.mode == "convict" and not jailed:
            out.append(replace(d, event_type="COERCE", mode="arrest", cameo="173"))
        elif d.mode == "arrest" and not convicted and s.lemmas[d.trigger] != "serve":
            out.append(replace(d, event_type="SANCTION", mode="convict", cameo="116"))
    return out


def _jails_too(s: Sentence, verdict: Draft, d: Draft) -> bool:
    """ "was convicted and sentenced to prison": the sentence behind the verdict is what imprisons."""
    return (
        d.event_type == verdict.event_type == "SANCTION"
        and d.mode == verdict.mode == "convict"
        and s.lemmas[d.trigger] == "sentence"
        and s.pos[d.trigger] == "VERB"
        and s.lemmas[verdict.trigger] in ("convict", "find")
        and d.status == "asserted"
        and _goes_to_prison(s, d)
    )


def _goes_to_prison(s: Sentence, d: Draft) -> bool:
    """True where the sentence that is told is one of prison."""
    told = [o for _, _, o in g.prepositional(s, d.trigger)] + sorted(d.frame.literals - {d.trigger})
    near = {s.lemmas[k] for t in told for k in (t, *s.kids(t, "compound", "amod", "nummod", "nmod"))}
    near |= {s.lemmas[o] for t in told for p in s.kids(t, "prep") for o in s.kids(p, "pobj")}
    near |= {part for w in near for part in w.split("-")}
    return not near.isdisjoint(_TERMS) and near.isdisjoint(_NO_PRISON)


def jailed_by_court(s: Sentence, d: Draft) -> None:
    """ "The court jailed the editor": the verdict is told by where it sends him."""
    if d.event_type == "SANCTION" and d.mode == "convict" and s.lemmas[d.trigger] in ("jail", "imprison"):
        d.event_type, d.mode, d.cameo = "COERCE", "arrest", "173"
