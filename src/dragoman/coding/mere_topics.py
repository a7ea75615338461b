"""Words of events that only name a subject: what is hoped of a visit, how trade stands, who opposes what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding import daily_life, parties
from dragoman.coding import grammar as g
from dragoman.coding.drafts import Draft
from dragoman.coding.trees import UNITS_OF_TIME, WEEKDAYS
from dragoman.knowledge.words import INTERNATIONAL
from dragoman.language import Sentence

if TYPE_CHECKING:
    from dragoman.coding.actors import Cast

_ASPECTS = frozenset(
    "potential prospect area field sphere level development future framework opportunity importance "
    "need state progress issue question tradition scope volume value total turnover share growth "
    "increase rise decline drop fall decrease slump balance surplus deficit imbalance figure pace "
    "history expansion barrier obstacle".split()
)
"""What is told of trade and cooperation when nobody trades or works together in the sentence."""
_LEVELS = frozenset(
    "be remain stay seem stand reach total amount exceed fall drop average hit account represent grow "
    "rise increase jump surge soar climb plunge slump shrink decline double triple quadruple top "
    "surpass lag hover match meet need deserve face benefit develop worth".split()
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
    "groundwork ground term condition basis stage atmosphere climate agenda timetable venue readiness "
    "chance hope need appetite path way date mandate breakdown collapse failure prospect possibility "
    "lack absence".split()
)
_LEFT = frozenset(
    "abandon scrap trash boycott shun sour derail spoil overshadow torpedo jeopardise jeopardize "
    "imperil quit disrupt undermine".split()
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


def _of_relations(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The premier speaks of ties with Romania": it is what he speaks of, and with nobody."""
    if s.pos[d.trigger] != "VERB" or s.lemmas[d.trigger] not in ("speak", "talk"):
        return False
    led = g.prepositional(s, d.trigger)
    topics = [o for name, p, o in led if name in ("of", "about", "on") and s.heads[p] == d.trigger]
    if any(name in ("with", "to") and s.heads[p] == d.trigger for name, p, _ in led):
        return False
    beside = [o for t in topics for name, _, o in g.prepositional(s, t) if name == "with"]
    return any(cast.filler(s, o).kind == "country" for o in beside)


_MISSIONS = frozenset({"delegation", "mission"})
_STAFF = frozenset("head chief member spokesman spokeswoman spokesperson staff ambassador official".split())


def _standing_mission(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The deputy of the EU delegation in Kyiv", "the delegation to the UN": it is there all the time."""
    noun = d.trigger
    if s.pos[noun] != "NOUN" or s.lemmas[noun] not in _MISSIONS:
        return False
    over = s.heads[s.heads[noun]]
    staff = s.deps[noun] == "pobj" and s.lemmas[s.heads[noun]] in ("of", "for") and s.lemmas[over] in _STAFF
    to = [o for name, p, o in g.prepositional(s, noun) if name == "to" and s.heads[p] == noun]
    bodies = [cast.filler(s, o) for o in to]
    return staff or any(f.kind == "org" or f.entity.country in INTERNATIONAL for f in bodies)


_ONSETS = frozenset("resumption restart start return renewal continuation launch relaunch revival".split())
_HANGING = frozenset("depend hinge rest hang".split())


def _hangs_on_it(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The resumption of talks with Tehran will depend on its conduct": none have resumed."""
    noun = d.trigger
    above = s.heads[s.heads[noun]]
    if s.deps[noun] == "pobj" and s.lemmas[s.heads[noun]] in ("of", "to") and s.lemmas[above] in _ONSETS:
        noun = above
    return s.deps[noun] == "nsubj" and s.lemmas[s.heads[noun]] in _HANGING


_MATTERS = frozenset("issue question matter problem topic subject".split())
_FRIENDLY = frozenset({"COOPERATE", "RETREAT", "CONSULT", "SUPPORT", "AID", "AGREE", "CONCEDE"})


def _a_question_of(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The issue of resuming flights may be solved", "raised the question of their release": a topic."""
    of = s.heads[d.trigger]
    gerund = s.tags[d.trigger] == "VBG" and s.deps[d.trigger] == "pcomp"
    noun = s.pos[d.trigger] == "NOUN" and s.deps[d.trigger] == "pobj" and d.event_type in _FRIENDLY
    return (gerund or noun) and s.lemmas[of] == "of" and s.lemmas[s.heads[of]] in _MATTERS


_TELLING = frozenset("say tell add note stress explain answer reply insist remark".split())
_COMING = frozenset("arrive meet visit leave enter reach see learn hear become take".split())


def _on_the_subject(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "On returning the islands to Japan, the minister said …": what he speaks of."""
    on = s.heads[d.trigger]
    if s.tags[d.trigger] != "VBG" or s.deps[d.trigger] != "pcomp" or s.words[on] != "On":
        return False
    return s.lemmas[d.trigger] not in _COMING and s.lemmas[s.heads[on]] in _TELLING


_WILL = frozenset({"will", "would", "could", "may", "might", "should", "can", "must", "'ll"})
_GOING_ON = frozenset(
    "begin start resume take continue open hold last focus cover include involve address centre center "
    "concentrate deal happen occur proceed go discuss end conclude be".split()
)


def _what_it_will_do(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "hopes that the king's visit will deepen trust": what is expected of it."""
    noun, verb = d.trigger, s.heads[d.trigger]
    if s.pos[noun] != "NOUN" or s.deps[noun] != "nsubj" or s.lemmas[verb] in _GOING_ON:
        return False
    return any(s.lemmas[a] in _WILL for a in s.kids(verb, "aux"))


_BARGAINING = frozenset(
    "contact negotiation talk discussion deal bargaining effort campaign pressure hope plea prayer wait "
    "negotiate press push appeal plead work lobby pray ask bargain".split()
)


def _release_asked(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "contacts on the release of the girls", "negotiating for his son's release": nobody is free yet."""
    noun = d.trigger
    if s.pos[noun] != "NOUN" or s.deps[noun] != "pobj":
        return False
    prep = s.heads[noun]
    return s.lemmas[prep] in ("for", "on", "over", "about") and s.lemmas[s.heads[prep]] in _BARGAINING


_GONE_BACK_ON = frozenset(
    "revoke withdraw break breach violate renege rescind retract abandon ignore forget flout betray "
    "recall".split()
)


def _given_before(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "revoked its promise not to shoot", "elected for his pledge to end the war": given before."""
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
    "government cabinet ministry minister authority official secretary department bureaucrat "
    "administration staff commissioner supporter activist member party aide adviser advisor commander "
    "chief governor".split()
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
    if s.lemmas[d.trigger] != "let":
        return False
    if d.status == "negated":
        return any(s.lemmas[a] == "must" for a in s.kids(d.trigger, "aux"))
    return s.tags[d.trigger] == "VB" and not s.kids(d.trigger, "nsubj", "aux")


def _ones_own_council(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "a meeting of the party's leaders chaired by its president": of one's own, and no mediation."""
    if s.lemmas[d.trigger] not in ("chair", "co-chair", "head", "preside"):
        return False
    by, to = parties.doers(cast, s, d), parties.done_to(cast, s, d)
    home = {e.country for e in by}
    return len(home - {None}) == 1 and bool(to) and {e.country for e in to} <= home


def _bodies_of_foes(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "Troops recovered the bodies of six rebels": what the fight that is told left behind."""
    bodies = [o for o in s.kids(d.trigger, "dobj", "nsubjpass") if s.lemmas[o] in ("body", "corpse")]
    if not bodies:
        return False
    dead = parties.done_to(cast, s, d)
    by = [o for p in s.kids(d.trigger, "agent") for o in s.kids(p, "pobj")]
    found = [*s.kids(d.trigger, "nsubj"), *by]
    troops = any({"MIL", "COP"} & set(e.sectors) for t in found for e in cast.parties(s, t))
    return troops and bool(dead) and all({"REB", "UAF", "CRM"} & set(e.sectors) for e in dead)


_HURT = frozenset("comrade colleague wounded".split())


def _carries_off_his_own(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The rebels fled, dragging four comrades": out of harm's way."""
    if s.lemmas[d.trigger] not in ("drag", "haul", "pull"):
        return False
    taken = [c for o in s.kids(d.trigger, "dobj") for c in (o, *s.kids(o, "amod"))]
    return any(s.lemmas[t] in _HURT or s.words[t].lower() == "wounded" for t in taken)


_STRIKERS = frozenset(
    "bomber gunman militant rebel guerrilla insurgent terrorist attacker assailant jet warplane plane "
    "drone missile rocket shell raider commando".split()
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


_ANY = frozenset({"all", "any", "every", "anyone", "everyone", "anybody", "everybody"})
_DETAINED = frozenset("hold detain convict jail imprison arrest sentence try charge".split())


def _any_such_prisoner(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "free all those convicted or held for their views": whoever they are, and on no day told."""
    v = d.trigger
    while s.deps[v] == "conj" and s.tags[s.heads[v]] == "VBN":
        v = s.heads[v]
    if s.deps[v] != "acl" or s.tags[v] != "VBN" or s.lemmas[v] not in _DETAINED:
        return False
    who = s.heads[v]
    any_such = s.words[who].lower() in _ANY or any(
        s.words[c].lower() in _ANY for c in s.kids(who, "det", "predet")
    )
    return any_such and not any(s.words[t].lower() in WEEKDAYS for t in s.subtree(v))


def _still_holding(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "the group holding the tourists has moved north": who they are; "holding them hostage" is a deed."""
    v = d.trigger
    if any(s.lemmas[o] in ("hostage", "captive") for o in s.kids(v, "oprd", "dobj")):
        return False
    return s.lemmas[v] == "hold" and s.deps[v] == "acl" and s.tags[v] == "VBG"


_FAMED = frozenset("notorious known famous infamous renowned know reputation notoriety".split())


def _known_for_it(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "a militia notorious for abducting children": what it is known for."""
    v = g.first_joined(s, d.trigger)
    return s.deps[v] == "pcomp" and s.lemmas[s.heads[v]] == "for" and s.lemmas[s.heads[s.heads[v]]] in _FAMED


_KEEPING = frozenset("ban bar prevent stop prohibit block keep deter forbid restrain".split())


def _kept_from_it(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "banned the party from holding a rally": there was none."""
    verb = s.heads[d.trigger]
    held = s.pos[d.trigger] == "NOUN" and s.deps[d.trigger] == "dobj" and s.deps[verb] == "pcomp"
    from_what = s.heads[verb]
    return held and s.lemmas[from_what] == "from" and s.lemmas[s.heads[from_what]] in _KEEPING


_CHARGING = frozenset(
    "arrest detain charge jail sentence convict accuse try sack fine suspend expel fire".split()
)


def _allegedly_said(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "was detained after he allegedly called the king a liar": what he is charged with."""
    if not any(s.words[c].lower() in ("allegedly", "reportedly") for c in s.kids(d.trigger, "advmod")):
        return False
    return any(s.lemmas[a] in _CHARGING and a < d.trigger for a in s.ancestors(d.trigger))


def _refugees_of_then(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "the Hazaras who had sought refuge in Iran": where they live."""
    refuge = any(s.lemmas[o] in ("refuge", "shelter", "sanctuary") for o in s.kids(d.trigger, "dobj"))
    return s.lemmas[d.trigger] == "seek" and refuge and s.deps[d.trigger] == "relcl"


_DOOM = frozenset("destruction annihilation overthrow elimination extermination downfall demise".split())


def _wants_them_gone(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "a party that seeks the destruction of the state": an aim, and nothing is asked of anybody."""
    return s.lemmas[d.trigger] == "seek" and any(s.lemmas[o] in _DOOM for o in s.kids(d.trigger, "dobj"))


_PUT_OFF = frozenset("adjourn postpone delay reschedule schedule set fix defer resume continue".split())


def _when_it_sits(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The trial of the editor was adjourned to Friday": when the court sits, and no new charge."""
    noun = d.trigger
    timed = s.deps[noun] in ("nsubj", "nsubjpass") and s.lemmas[s.heads[noun]] in _PUT_OFF
    return timed and s.lemmas[noun] in ("trial", "hearing", "case")


def _for_oil(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "condemned the Chinese drilling": for oil."""
    return s.words[d.trigger].lower() == "drilling"


_SOLDIERS = frozenset("troop soldier tank army military armour armor paratrooper marine".split())


def _soldiers_out(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "Troops took to the streets of the capital": to hold it, and against nobody's policy."""
    if s.lemmas[d.trigger] not in ("take", "flood", "pour", "fill") or not d.actors:
        return False
    pay = {"pay", "wage", "demand", "mutiny", "protest", "salary", "strike"}
    return all(s.lemmas[t] in _SOLDIERS for t in d.actors) and s.bag.isdisjoint(pay)


def _helps_the_law(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "counsel who had assisted the court": with pleading."""
    helped = parties.done_to(cast, s, d)
    return (
        s.lemmas[d.trigger] in ("assist", "help") and bool(helped) and all("JUD" in e.sectors for e in helped)
    )


_ANGER = frozenset("anger infuriate enrage incense irk rile antagonise antagonize outrage".split())


def _only_angry(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "supporters angered by the verdict", "sailed past, angering Japan": what they felt, and not said."""
    finite = s.tags[d.trigger] in ("VBD", "VBZ", "VBP") and s.deps[d.trigger] not in ("acl", "amod")
    return s.lemmas[d.trigger] in _ANGER and (d.frame.passive or not finite)


_SCOLDED = frozenset(
    "condemn denounce criticise criticize slam blast decry deplore protest oppose warn lambast assail "
    "denunciation condemnation protest criticism anger warning complaint opposition".split()
)


def _scolded_drill(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "condemned the joint drills of the two allies": told by who condemns them."""
    noun, above = d.trigger, s.heads[d.trigger]
    if s.pos[noun] != "NOUN" or s.deps[noun] not in ("dobj", "pobj", "nsubjpass"):
        return False
    return s.lemmas[above] in _SCOLDED or s.lemmas[s.heads[above]] in _SCOLDED


_SHOWING = frozenset(
    "unveil announce outline present reveal confirm draw hatch submit publish disclose detail make".split()
)


def _a_plan_that_is(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "despite government plans to grant them a parliament": what is known of it, and not announced here."""
    noun = d.trigger
    none = any(s.lemmas[c] == "no" for c in s.kids(noun, "det"))  # "has no plans to free them"
    if s.pos[noun] != "NOUN" or s.lemmas[noun] != "plan" or none:
        return False
    return s.deps[noun] != "nsubjpass" and s.lemmas[s.heads[noun]] not in _SHOWING


def _at_home(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "Naval craft escorted a troop ship to the north": a state's own."""
    from_whom = any(s.lemmas[p] == "from" for p in s.kids(d.trigger, "prep"))
    if s.lemmas[d.trigger] not in ("escort", "guard", "protect") or from_whom:
        return False
    by, to = parties.doers(cast, s, d), parties.done_to(cast, s, d)
    home = {e.country for e in by}
    return bool(to) and len(home) == 1 and {e.country for e in to} <= home


_HIS_OWN = frozenset(
    "sovereignty interest right territory homeland independence record border security integrity land soil "
    "nation country".split()
)


def _defends_his_own(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "The king defends his country's interests": what every state does."""
    if s.lemmas[d.trigger] != "defend" or not any(s.lemmas[o] in _HIS_OWN for o in s.kids(d.trigger, "dobj")):
        return False
    by, to = parties.doers(cast, s, d), parties.done_to(cast, s, d)
    return bool(by) and {e.country for e in to} <= {e.country for e in by}


def _out_of_barracks(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "Soldiers left their barracks at dawn": they come out, and do not withdraw."""
    return any(s.lemmas[o] in ("barrack", "barracks", "garrison") for o in s.kids(d.trigger, "dobj"))


_WITH_ARMS = frozenset(
    "retake take capture recapture seize hold defend control oust drive regain liberate free expel repel "
    "dislodge wrest clear overrun topple overthrow destroy".split()
)


def _fights_for_it(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "won its fight to force him to drop the duties": a dispute; but "the fight to retake Mosul"."""
    if s.pos[d.trigger] != "NOUN" or s.lemmas[d.trigger] not in ("fight", "battle", "struggle", "campaign"):
        return False
    what_for = [v for v in s.kids(d.trigger, "acl", "relcl") if s.tags[v] == "VB"]
    return bool(what_for) and all(s.lemmas[v] not in _WITH_ARMS for v in what_for)


_PRACTICES = frozenset(
    "incident instance practice habit policy history record pattern risk danger prospect possibility idea "
    "cost art tradition culture business".split()
)


def _as_a_practice(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "a record of jailing editors", "incidents of soldiers harassing farmers": of such deeds at large."""
    v = g.first_joined(s, d.trigger, "VERB")
    of = s.heads[v]
    if s.tags[v] != "VBG" or s.deps[v] not in ("pcomp", "pobj", "acl"):
        return False
    if s.deps[v] == "acl":  # "incidents of soldiers harassing farmers"
        of = s.heads[of] if s.deps[of] == "pobj" else of
    return s.lemmas[of] == "of" and s.lemmas[s.heads[of]] in _PRACTICES


def _how_to(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "have failed to agree on how to share the river", "debated whether to send troops": open as yet."""
    v = g.first_joined(s, d.trigger, "VERB")
    to = any(s.lemmas[x] == "to" for x in s.kids(v, "aux"))
    asked = {s.lemmas[c] for c in s.kids(v, "advmod", "mark")}
    return to and ("how" in asked or ("whether" in asked and d.status != "hypothetical"))


def _what_it_was_for(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "has ended covert efforts to overthrow governments", "efforts to crush the rebels": what it is for."""
    if s.tags[d.trigger] != "VB" or s.deps[d.trigger] not in ("acl", "relcl"):
        return False
    return s.lemmas[s.heads[d.trigger]] == "effort" and d.event_type in ("COERCE", "ASSAULT", "SANCTION")


def _mutual(s: Sentence, cast: Cast, d: Draft) -> bool:
    """ "promoted mutual understanding between the peoples": a feeling, and no accord."""
    return s.lemmas[d.trigger] == "understanding" and any(
        s.lemmas[c] in ("mutual", "better", "good", "deep", "well") for c in s.kids(d.trigger, "amod")
    )


ALWAYS: tuple[tuple[daily_life.Test, str], ...] = (
    (_known_for_it, "what somebody is known for"),
    (_kept_from_it, "what somebody is kept from"),
    (_allegedly_said, "what somebody is charged with"),
    (_a_plan_that_is, "a plan that is known"),
    (_as_a_practice, "what somebody does at large"),
    (_how_to, "what is open as yet"),
    (_what_it_was_for, "what it is for"),
    (_a_question_of, "a matter that is talked of"),
    (_on_the_subject, "what somebody speaks of"),
)
"""What makes words of every type idle."""

IDLE: dict[str, tuple[tuple[daily_life.Test, str], ...]] = {
    "CONSULT": (
        (_no_talks_told, "talks of which none is told"),
        (_former_ones, "what went before"),
        (_talk_of_something, "a rumour"),
        (_what_it_will_do, "what is expected of it"),
        (_ones_own_council, "a meeting of its own"),
        (_of_relations, "what somebody speaks of"),
        (_standing_mission, "a mission that is there all the time"),
        (_hangs_on_it, "what hangs on something"),
    ),
    "COOPERATE": (
        (_how_it_stands, "how trade or cooperation stands"),
        (_scolded_drill, "what somebody condemns"),
        (_hangs_on_it, "what hangs on something"),
        (_what_it_will_do, "what is expected of it"),
    ),
    "SUPPORT": ((_defends_his_own, "its own"),),
    "RETREAT": (
        (_release_asked, "a release that is asked for"),
        (_out_of_barracks, "comes out of barracks"),
    ),
    "AGREE": ((_given_before, "a promise given before"), (_mutual, "a feeling")),
    "REJECT": ((_only_against, "whom the sentence speaks of"),),
    "ACCUSE": (
        (_for_a_client, "who pleads in court"),
        (_when_it_sits, "when a court sits"),
        (_only_angry, "what somebody feels"),
    ),
    "REQUEST": (
        (_to_ones_own_people, "an order to its own officials"),
        (_refugees_of_then, "where they live"),
        (_wants_them_gone, "an aim"),
    ),
    "COERCE": ((_any_such_prisoner, "whoever is held"), (_still_holding, "who they are")),
    "SANCTION": ((_any_such_prisoner, "whoever is held"),),
    "AID": ((_helps_the_law, "pleads in court"), (_at_home, "at home")),
    "MOBILIZE": ((_for_oil, "drills for oil"),),
    "CONCEDE": ((_a_free_hand, "words, and no permission"),),
    "ASSAULT": (
        (_bodies_of_foes, "what a fight left behind"),
        (_carries_off_his_own, "helps his own"),
        (_still_holding, "who they are"),
        (_fights_for_it, "a dispute"),
    ),
    "PROTEST": (
        (_strikes_with_arms, "a strike with arms"),
        (_years_of_it, "what went before"),
        (_soldiers_out, "soldiers who hold a town"),
    ),
}
"""By type, what makes its words a mere subject, and the reason that the trace gives."""


def expected_by_then(s: Sentence, t: int) -> bool:
    """ "should reach Juba in three days", "should be ready next week"."""
    below = {s.lemmas[x] for c in s.kids(t, "acomp", "prep", "advmod") for x in s.subtree(c)}
    there = s.lemmas[t] in _ARRIVING and all(s.pos[o] == "PROPN" for o in s.kids(t, "dobj"))
    if not there and not (s.lemmas[t] == "be" and below & _THERE):
        return False  # "should reach an agreement by May"
    told = {s.lemmas[o] for _, _, o in g.prepositional(s, t)} | {s.lemmas[o] for o in s.kids(t, "npadvmod")}
    return bool(told & UNITS_OF_TIME) or bool(below & _SOON)


_ARRIVING = frozenset("arrive reach land dock".split())
_THERE = frozenset("place ready operational available complete there".split())
_SOON = frozenset("soon shortly tomorrow".split())
