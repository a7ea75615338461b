"""Nouns of events that only name a subject: what is hoped of a visit, how large trade is, who is against what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding import daily_life, parties
from dragoman.coding.drafts import Draft
from dragoman.language import Sentence

if TYPE_CHECKING:
    from dragoman.coding.actors import Cast

_ASPECTS = frozenset(
    "potential prospect area field sphere level development future framework opportunity importance need state "
    "progress issue question tradition scope volume value total turnover share growth increase rise decline drop "
    "fall decrease slump balance surplus deficit imbalance figure pace history expansion barrier obstacle".split()
)
"""What is told of trade and cooperation when nobody trades or works together in the sentence."""
_LEVELS = frozenset(
    "be remain stay seem stand reach total amount exceed fall drop average hit account represent grow rise "
    "increase jump surge soar climb plunge slump shrink decline double triple quadruple top surpass lag hover "
    "match meet need deserve face benefit develop worth".split()
)
"""Verbs that say how trade and cooperation stand."""
_TRADE = frozenset({"trade", "commerce", "cooperation", "co-operation", "collaboration"})


def _how_it_stands(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "Cooperation between the two remains modest", "the volume of trade between them": no deed."""
    noun = d.trigger
    if s.pos[noun] != "NOUN" or s.lemmas[noun] not in _TRADE:
        return False
    above = s.heads[noun]
    if s.deps[noun] in ("nsubj", "nsubjpass"):
        return s.lemmas[above] in _LEVELS
    if s.deps[noun] == "pobj" and s.pos[s.heads[above]] == "NOUN":
        return s.lemmas[s.heads[above]] in _ASPECTS
    return s.deps[noun] in ("compound", "nmod") and s.lemmas[above] in _ASPECTS


_GROUNDWORK = frozenset(
    "groundwork ground term condition basis stage atmosphere climate agenda timetable venue readiness chance "
    "hope need appetite path way date mandate breakdown collapse failure prospect possibility lack absence".split()
)
_LEFT = frozenset(
    "abandon scrap trash boycott shun sour derail spoil overshadow torpedo jeopardise jeopardize imperil quit "
    "disrupt undermine".split()
)
"""What is done to talks that are to come, or that are over."""


def _no_talks_told(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "laid the groundwork for talks with the rebels", "pulled out of talks", "could sour the summit"."""
    noun = d.trigger
    if s.pos[noun] != "NOUN":
        return False
    above = s.heads[noun]
    if s.deps[noun] in ("dobj", "nsubjpass"):
        return s.lemmas[above] in _LEFT
    if s.deps[noun] != "pobj":
        return False
    over = s.heads[above]
    out_of = s.lemmas[above] == "of" and s.words[over].lower() == "out" and s.deps[over] in ("prep", "advmod")
    if out_of and s.lemmas[s.heads[over]] in ("pull", "walk", "storm", "drop", "back"):
        return True
    if s.lemmas[above] == "from" and s.lemmas[over] in ("withdraw", "retire", "walk"):
        return True
    return s.lemmas[above] in ("for", "of") and s.pos[over] == "NOUN" and s.lemmas[over] in _GROUNDWORK


_PAST = frozenset({"past", "previous", "earlier", "prior", "former"})


def _former_ones(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "had achieved results on past visits", "as in previous talks": none of them is told."""
    if s.tags[d.trigger] != "NNS" or s.kids(d.trigger, "det"):
        return False
    whose = any(s.lemmas[p] in ("with", "to", "between") for p in s.kids(d.trigger, "prep"))
    if whose and s.lemmas[d.trigger] not in ("visit", "trip", "tour"):
        return False  # "after his earlier calls to the premier"
    return any(s.words[c].lower() in _PAST for c in s.kids(d.trigger, "amod"))


def _talk_of_something(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "There was talk of a rift between the king and the premier": a rumour, and they did not talk."""
    if s.tags[d.trigger] != "NN" or s.lemmas[d.trigger] != "talk" or s.kids(d.trigger, "det"):
        return False
    return any(s.lemmas[p] == "of" for p in s.kids(d.trigger, "prep"))


_WILL = frozenset({"will", "would", "could", "may", "might", "should", "can", "must", "'ll"})
_GOING_ON = frozenset(
    "begin start resume take continue open hold last focus cover include involve address centre center "
    "concentrate deal happen occur proceed go discuss last end conclude be".split()
)


def _what_it_will_do(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "hopes that the king's visit will deepen trust": what is expected of it."""
    noun, verb = d.trigger, s.heads[d.trigger]
    if s.pos[noun] != "NOUN" or s.deps[noun] != "nsubj" or s.lemmas[verb] in _GOING_ON:
        return False
    return any(s.lemmas[a] in _WILL for a in s.kids(verb, "aux"))


_BARGAINING = frozenset(
    "contact negotiation talk discussion deal bargaining effort campaign pressure hope plea prayer wait "
    "negotiate talk press pressure push appeal campaign plead work lobby pray hope wait ask bargain".split()
)


def _release_asked(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "contacts on the release of the girls", "negotiating for the release of his son": nobody is free yet."""
    noun = d.trigger
    if s.pos[noun] != "NOUN" or s.deps[noun] != "pobj":
        return False
    prep = s.heads[noun]
    return s.lemmas[prep] in ("for", "on", "over", "about") and s.lemmas[s.heads[prep]] in _BARGAINING


_GONE_BACK_ON = frozenset(
    "revoke withdraw break breach violate renege rescind retract abandon ignore forget flout betray recall".split()
)


def _given_before(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "revoked its promise not to shoot", "elected for his pledge to end the war": given some time before."""
    noun = d.trigger
    if s.pos[noun] != "NOUN":
        return False
    above = s.heads[noun]
    if any(s.words[c].lower() in _PAST for c in s.kids(noun, "amod")):
        return True
    if s.deps[noun] in ("dobj", "nsubjpass"):
        return s.lemmas[above] in _GONE_BACK_ON
    over = s.heads[above]
    return s.deps[noun] == "pobj" and s.lemmas[above] == "for" and s.lemmas[over] in ("elect", "know", "vote")


def _only_against(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "a group opposing the accord", "an officer who defied the junta": whom the sentence speaks of."""
    if s.lemmas[d.trigger] not in ("oppose", "resist", "defy"):
        return False
    if s.deps[d.trigger] == "acl":
        return s.tags[d.trigger] == "VBG"
    who = any(s.tags[c] in ("WP", "WDT") for c in s.kids(d.trigger, "nsubj"))
    return s.deps[d.trigger] == "relcl" and who


_AT_THE_BAR = frozenset(
    "lawyer attorney barrister counsel advocate solicitor prosecutor witness juror petitioner".split()
)


def _for_a_client(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "Senior counsel appeared in court for the petitioner": nobody is charged."""
    came = s.kids(d.trigger, "nsubj") if s.lemmas[d.trigger] == "appear" else []
    with_title = [c for t in came for c in (t, *s.kids(t, "compound", "appos"))]
    how = {s.lemmas[o] for p in s.kids(d.trigger, "prep") if s.lemmas[p] == "as" for o in s.kids(p, "pobj")}
    return bool(how & _AT_THE_BAR) or any(s.lemmas[t].lower() in _AT_THE_BAR for t in with_title)


_HEADING = frozenset({"GOV", "LEG", "PTY", "JUD"})
_UNDER_THEM = frozenset(
    "government cabinet ministry minister authority official secretary department agency official ministry "
    "bureaucrat administration staff commissioner supporter activist member party aide adviser advisor "
    "commander chief governor".split()
)


def _to_ones_own_people(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The president instructed the authorities to treat the wounded": how a state is run, no demand."""
    if s.lemmas[d.trigger] not in ("order", "instruct", "direct", "command", "task") or not d.recipients:
        return False
    if any(s.lemmas[t] not in _UNDER_THEM or s.kids(t, "amod") for t in d.recipients):
        return False
    by, to = parties.doers(cast, s, d), parties.done_to(cast, s, d)
    if any("JUD" in e.sectors for e in by) or not all(_HEADING & set(e.sectors) for e in by):
        return False
    return bool(by) and bool(to) and {e.country for e in to} <= {e.country for e in by}


def _a_free_hand(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "Let Cuba live", "we must not let them win": words, and nobody is allowed anything."""
    if s.lemmas[d.trigger] != "let" or d.status == "negated":
        return s.lemmas[d.trigger] == "let" and any(s.lemmas[a] == "must" for a in s.kids(d.trigger, "aux"))
    return s.tags[d.trigger] == "VB" and not s.kids(d.trigger, "nsubj", "aux")


def _ones_own_council(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "a meeting of the party's leaders chaired by its president": of one's own, and no mediation."""
    if s.lemmas[d.trigger] not in ("chair", "co-chair", "head", "preside"):
        return False
    by, to = parties.doers(cast, s, d), parties.done_to(cast, s, d)
    home = {e.country for e in by}
    return bool(to) and len(home) == 1 and bool(home - {None}) and {e.country for e in to} <= home


def _bodies_of_foes(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "Troops recovered the bodies of six rebels": what the fight that is told left behind."""
    bodies = [o for o in s.kids(d.trigger, "dobj", "nsubjpass") if s.lemmas[o] in ("body", "corpse")]
    if not bodies:
        return False
    dead = parties.done_to(cast, s, d)
    found = [t for t in s.kids(d.trigger, "nsubj")] + [
        o for p in s.kids(d.trigger, "agent") for o in s.kids(p)
    ]
    troops = any({"MIL", "COP"} & set(e.sectors) for t in found for e in cast.parties(s, t))
    return troops and bool(dead) and all({"REB", "UAF", "CRM"} & set(e.sectors) for e in dead)


_HURT = frozenset("comrade colleague wounded dead body corpse casualty".split())


def _carries_off_his_own(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The rebels fled, dragging four comrades": out of harm's way."""
    if s.lemmas[d.trigger] not in ("drag", "haul", "pull"):
        return False
    taken = [c for o in s.kids(d.trigger, "dobj") for c in (o, *s.kids(o, "amod"))]
    return any(s.lemmas[t] in _HURT or s.words[t].lower() == "wounded" for t in taken)


_STRIKERS = frozenset(
    "bomber gunman militant rebel guerrilla insurgent terrorist attacker assailant jet warplane plane drone "
    "missile rocket shell raider commando".split()
)


def _strikes_with_arms(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "when a bomber struck in Kabul": no walkout."""
    return s.lemmas[d.trigger] == "strike" and any(s.lemmas[t] in _STRIKERS for t in d.actors)


_SPANS = frozenset("year month week day decade spell period wave".split())


def _years_of_it(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "after years of unrest": what went before."""
    noun = d.trigger
    if s.lemmas[noun] != "unrest" or s.deps[noun] != "pobj" or s.lemmas[s.heads[noun]] != "of":
        return False
    span = s.heads[s.heads[noun]]
    return s.lemmas[span] in _SPANS and s.tags[span] == "NNS"


IDLE: dict[str, tuple[tuple[daily_life.Test, str], ...]] = {
    "CONSULT": (
        (_no_talks_told, "talks of which none is told"),
        (_former_ones, "what went before"),
        (_talk_of_something, "a rumour"),
        (_what_it_will_do, "what is expected of it"),
        (_ones_own_council, "a meeting of its own"),
    ),
    "COOPERATE": ((_how_it_stands, "how trade or cooperation stands"),),
    "RETREAT": ((_release_asked, "a release that is asked for"),),
    "AGREE": ((_given_before, "a promise given before"),),
    "REJECT": ((_only_against, "whom the sentence speaks of"),),
    "ACCUSE": ((_for_a_client, "who pleads in court"),),
    "REQUEST": ((_to_ones_own_people, "an order to its own officials"),),
    "CONCEDE": ((_a_free_hand, "words, and no permission"),),
    "ASSAULT": (
        (_bodies_of_foes, "what a fight left behind"),
        (_carries_off_his_own, "helps his own"),
    ),
    "PROTEST": ((_strikes_with_arms, "a strike with arms"), (_years_of_it, "what went before")),
}
"""By type, what makes its words a mere subject, and the reason that the trace gives."""
