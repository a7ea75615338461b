"""What an operator's content is about: the deed behind "involvement in", whom it names, what is asked.

The verb of a denial, a demand or a promise seldom governs the deed itself: "denied any role in the
raid", "rejected reports that it had shelled the town", "denied that it was behind the bombing".
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from dragoman import tsv
from dragoman.coding import grammar as g
from dragoman.coding.drafts import Draft
from dragoman.language import Sentence

PARTS = frozenset(
    "role involvement part hand participation complicity responsibility blame knowledge connection link "
    "intention intent plan wish".split()
)
"""Nouns that only say that somebody has to do with a deed."""
_PART_LEADS = frozenset({"in", "for", "behind", "to", "with", "of"})
TELLINGS = frozenset(
    "report claim allegation charge accusation suggestion rumour rumor story assertion insinuation assertion "
    "reports complaint finding argument contention notion".split()
)
"""Nouns of saying whose clause tells a deed."""
BODIES = frozenset(
    "government army military authority rebel party side regime police opposition junta state country "
    "minister president militant leader community peacekeeper troop envoy ambassador monitor observer inspector settler "
    "militia faction agency neighbour neighbor ally donor bloc leadership mission junta council parliament force company union nation court general "
    "chief commissioner governor mayor prosecutor judge commission committee ministry congress bank "
    "premier chancellor king emir monarch rebel gunman kidnapper paramilitary soldier official lawmaker "
    "leadership administration coalition".split()
)
"""Nouns for bodies and officers of whom something can be asked."""
DEMANDS = frozenset(
    "request demand call appeal plea offer proposal invitation bid application ultimatum petition "
    "overture".split()
)
"""Nouns of asking and offering, whose content is what is refused."""
_TO_BLAME = frozenset("responsible guilty complicit culpable involved behind".split())
_CARRIERS = frozenset("play have take bear be involve implicate".split())
_CLAUSES = ("acl", "relcl", "ccomp")


@cache
def asked_modes() -> dict[str, str]:
    """``asked_modes.tsv``: verb → what a demand or refusal of it is about (assist, change, yield, meet)."""
    rows = tsv.rows(Path(__file__).parent / "asked_modes.tsv")
    return {verb: r["mode"] for r in rows for verb in r["verbs"].split()}


def deed_tokens(s: Sentence, i: int) -> list[int]:
    """``i`` and, through nouns of telling and of taking part, the deed that it speaks of."""
    out, here = [i], [i]
    for _ in range(4):
        here = [t for k in here for t in _one_step(s, k) if t not in out]
        out += here
    return out


def _one_step(s: Sentence, i: int) -> list[int]:
    lemma = s.lemmas[i]
    if s.pos[i] in ("VERB", "AUX") and lemma in _CARRIERS:
        below = s.kids(i, "dobj", "acomp", "attr", "oprd") + (s.kids(i, "prep") if lemma != "have" else [])
        found = [t for t in below if s.lemmas[t] in PARTS | _TO_BLAME | {"nothing"}]
        found += [o for p in below if s.lemmas[p] in ("behind", "in") for o in s.kids(p, "pobj", "pcomp")]
        return found
    if lemma == "nothing":  # "had nothing to do with the raid"
        does = [c for c in s.kids(i, "relcl", "acl") if s.lemmas[c] == "do"]
        return [o for c in does for p in s.kids(c, "prep") for o in s.kids(p, "pobj", "pcomp")]
    if lemma in PARTS or (lemma in _TO_BLAME and s.pos[i] == "ADJ"):
        preps = [p for p in s.kids(i, "prep") if s.lemmas[p] in _PART_LEADS]
        if not preps and s.deps[i] == "dobj":  # "denied any role in the bombing", hung on the verb
            preps = [p for p in s.kids(s.heads[i], "prep") if p == i + 1 and s.lemmas[p] in _PART_LEADS]
        return [o for p in preps for o in s.kids(p, "pobj", "pcomp")] + s.kids(i, "acl")
    if lemma in DEMANDS and s.pos[i] == "NOUN":
        leads = [p for p in s.kids(i, "prep") if s.lemmas[p] in ("for", "of", "to")]
        return [o for p in leads for o in s.kids(p, "pobj")] + [
            c for c in s.kids(i, "acl") if s.tags[c] == "VB"
        ]
    if s.lemmas[i] in TELLINGS:
        clauses = [c for c in s.kids(i, *_CLAUSES) if _tells(s, c)]
        of = [
            o for p in s.kids(i, "prep") if s.lemmas[p] in ("of", "about") for o in s.kids(p, "pobj", "pcomp")
        ]
        return clauses + of
    return []


_INTENT_NOUNS = frozenset("intention intent plan wish desire interest need reason".split())
"""To have none of these is to refuse or to leave it, not to deny a deed."""


def disclaims(s: Sentence, clause: int | None) -> bool:
    """ "had played no role in it", "had nothing to do with it", "was not behind it": no deed of theirs."""
    if clause is None or s.pos[clause] not in ("VERB", "AUX") or s.lemmas[clause] not in _CARRIERS:
        return False
    if any(s.words[a].lower() in ("will", "would", "'ll") for a in s.kids(clause, "aux")):
        return False  # "said it would not take part in the vote": that is still to come
    denied = bool(s.kids(clause, "neg")) or any(
        s.lemmas[o] == "nothing"
        or (s.lemmas[o] not in _INTENT_NOUNS and any(s.lemmas[c] == "no" for c in s.kids(o, "det")))
        for o in s.kids(clause, "dobj", "attr")
    )
    return denied and len(deed_tokens(s, clause)) > 1


def _tells(s: Sentence, clause: int) -> bool:
    """ "claims that it fired", not "claims made by Kyiv": a clause with a mark or a subject of its own."""
    return bool(s.kids(clause, "mark", "nsubj", "nsubjpass")) and s.tags[clause] != "VB"


def told_parties(s: Sentence, clause: int, *, nouns: bool = False) -> list[int]:
    """Names and bodies that an unknown deed is done to or with: "cut the line with Seoul"."""
    if s.pos[clause] == "NOUN":  # "ruled out any talks with the opposition"
        return [
            o
            for n, p, o in g.prepositional(s, clause)
            if n in ("with", "against") and (is_name(s, o) or s.lemmas[o] in BODIES)
        ]
    if s.pos[clause] not in ("VERB", "AUX"):
        return []
    named = [t for t in g.objects(s, clause) if is_name(s, t) or (nouns and s.pos[t] == "NOUN")]
    named += [t for t in s.kids(clause, "dobj") if s.words[t].lower() in _PRONOUNS]
    preps = [(n, p, o) for n, p, o in g.prepositional(s, clause) if n in _TOWARDS and is_name(s, o)]
    return list(dict.fromkeys([*named, *[o for _, _, o in preps]]))


def partners(s: Sentence, noun: int) -> list[int]:
    """With whom what a noun names is to be done: "ruled out talks with the opposition"."""
    with_whom = [
        o
        for p in s.kids(noun, "prep")
        if s.lemmas[p] in ("with", "against", "between")
        for o in s.kids(p, "pobj")
    ]
    return [c for o in with_whom for c in g.conjuncts(s, o)]


_TOWARDS = frozenset("with against to between from toward towards for".split())


def is_name(s: Sentence, t: int) -> bool:
    """True for a proper name."""
    return s.pos[t] == "PROPN"


def mode_of(s: Sentence, content: int | None) -> str | None:
    """What is asked or refused where the content is no known event, by its verb; or None."""
    if content is None:
        return None
    if s.lemmas[content] in _GOING and any(s.lemmas[t] in _RULERS for t in _who_is_to(s, content)):
        return "change"  # "want the premier to go"
    if s.lemmas[content] in ("go", "quit") and not s.kids(content, "prep", "dobj", "advmod", "prt"):
        return "change"  # "called on him to go": nowhere, but out of office
    return asked_modes().get(s.lemmas[content])


_GOING = frozenset({"go", "leave", "quit", "depart"})
_RULERS = frozenset(
    "president premier minister ruler king chancellor governor dictator government cabinet junta regime "
    "mayor strongman".split()
)


def _who_is_to(s: Sentence, verb: int) -> list[int]:
    """Who is to do what is asked: the subject of the clause, or the object of the asking."""
    own = s.kids(verb, "nsubj")
    asked = s.heads[verb]
    return own or (s.kids(asked, "dobj") if s.deps[verb] in ("xcomp", "ccomp") else [])


def asked_for(s: Sentence, d: Draft) -> list[int]:
    """The words that tell what is asked or refused: "to leave", "an end to …", "met at his request"."""
    if d.frame.complement is not None:
        return [d.frame.complement]
    if d.frame.sense.pos == "n" and d.frame.sense.particles:
        return [s.heads[s.heads[d.trigger]]]
    return [t for t in (*d.frame.slots.get("X", []), *sorted(d.frame.literal_objects)) if s.pos[t] == "NOUN"]


_FORCE = frozenset("attack war strike hit destroy kill crush retaliate avenge bomb fire shoot invade".split())


def of_force(s: Sentence, clause: int | None) -> bool:
    """True where a threat speaks of an attack ("would be an attack on them")."""
    if clause is None:
        return False
    return any(s.lemmas[t] in _FORCE for t in (clause, *s.kids(clause, "attr", "dobj")))


def _asked_too(s: Sentence, verb: int) -> int | None:
    """The police in "called on the army to go and on the police to stay"."""
    for p in range(verb - 3, 1, -1):
        if s.lemmas[p] in ("on", "upon") and s.words[p - 1].lower() in ("and", ","):
            asked = [o for o in s.kids(p, "pobj") if o < verb]
            return asked[0] if asked and max(s.subtree(asked[0])) >= verb - 2 else None
    return None


def gapped(s: Sentence, trigger: int, complement: int) -> list[tuple[int, int]]:
    """Whom else a verb asks, and for what: (Kyiv, open) in "urged Moscow to stop and Kyiv to open talks"."""
    out = []
    for verb in range(complement + 3, len(s)):
        asked = verb - 2
        if s.tags[verb] != "VB" or s.words[verb - 1] != "to":
            continue
        again = _asked_too(s, verb) if s.lemmas[trigger] == "call" else None
        if again is not None:
            out.append((again, verb))
            continue
        if s.pos[asked] != "PROPN":
            continue
        first = g.phrase(s, asked)[0]
        if first <= complement or s.words[first - 1].lower() not in ("and", ","):
            continue
        above = s.heads[asked]
        apart = (
            s.deps[asked] == "conj" and s.pos[above] not in ("PROPN", "VERB") and not s.kids(above, "poss")
        )
        if trigger in s.ancestors(verb) and ((s.deps[asked] == "nsubj" and above == verb) or apart):
            out.append((asked, verb))
    return out


_CONTACT = frozenset(
    "hold telephone phone call ring meet summon visit contact tell see receive write speak talk address".split()
)
"""Verbs of getting in touch: what is said next is said to whom they name."""
_SIGNED = "057"
"""CAMEO code of agreements that are signed."""
_PROMISING = frozenset("promise pledge assure vow".split())
_SAID_TO_ALL = frozenset({"AGREE", "REQUEST", "THREATEN", "REJECT"})
_PRONOUNS = frozenset({"them", "him", "her"})
_ARMED = frozenset("troop troops soldier force tank army".split())


_HELPING = frozenset("train help assist advise support protect aid teach rebuild evacuate rescue".split())
_SENDING = frozenset("send deploy dispatch despatch fly commit contribute".split())


_IMPOSING = frozenset("impose slap place clamp level lay put introduce".split())


def whose_sanctions(s: Sentence, draft: Draft) -> None:
    """ "lifted the embargo imposed on Chad": Chad's."""
    if draft.event_type not in ("RETREAT", "CONCEDE", "AGREE") or draft.recipients:
        return
    for o in sorted({*draft.frame.literal_objects, *draft.frame.literals}):
        for c in s.kids(o, "acl", "relcl"):
            if s.lemmas[c] in _IMPOSING:
                draft.recipients = [
                    x
                    for p in s.kids(c, "prep")
                    if s.lemmas[p] in ("on", "against")
                    for x in s.kids(p, "pobj")
                ]
                return


def sent_to_help(s: Sentence, draft: Draft) -> None:
    """ "will send 60 soldiers to train the Malian army": help, and no show of force."""
    if draft.event_type != "MOBILIZE" or s.lemmas[draft.trigger] not in _SENDING:
        return
    below = s.kids(draft.trigger, "xcomp", "advcl", "ccomp")
    below += [c for o in s.kids(draft.trigger, "dobj") for c in s.kids(o, "acl", "relcl")]
    for c in below:
        if s.tags[c] != "VB" or s.lemmas[c] not in _HELPING:
            continue
        raised = [x for k in s.kids(c, "ccomp", "xcomp") for x in s.kids(k, "nsubj")]
        helped = [o for o in g.objects(s, c) or raised if s.tags[o] != "PRP" and not _is_own(s, o)]
        if helped:
            draft.event_type, draft.mode, draft.cameo, draft.recipients = "AID", None, "072", helped
            draft.owned = []
            draft.covers |= {c}
            draft.steps.append(f"sent to {s.lemmas[c]} → AID")
            return


def _is_own(s: Sentence, noun: int) -> bool:
    """ "to protect its border", "to help police": no other side is helped."""
    return any(s.tags[p] == "PRP$" for p in s.kids(noun, "poss")) or s.lemmas[noun] in (
        "police",
        "firefighter",
    )


def share_addressee(s: Sentence, draft: Draft) -> None:
    """ "phoned Chavez and offered to mediate", "met both and urged them to vote": said to whom one met."""
    if draft.two_sided or s.pos[draft.trigger] not in ("VERB", "AUX"):
        return
    if draft.event_type == "THREATEN" and s.lemmas[draft.trigger] in _PROMISING:
        return  # "rang Chirac and promised to hunt down the killers": no threat to Chirac
    pronoun = bool(draft.recipients) and all(s.words[t].lower() in _PRONOUNS for t in draft.recipients)
    troops = draft.event_type == "REQUEST" and all(s.lemmas[t] in _ARMED for t in draft.recipients)
    if (
        not pronoun
        and draft.cameo != _SIGNED
        and not (draft.event_type in _SAID_TO_ALL and (not draft.recipients or troops))
    ):
        return
    if draft.event_type == "SUPPORT" and draft.cameo == _SIGNED and not draft.recipients:
        found = [
            t for t in _addressed(s, draft.trigger) if t not in draft.actors
        ]  # "visited Harare and signed"
        draft.recipients, draft.owned = found or draft.recipients, [] if found else draft.owned
        return
    if draft.recipients and not pronoun and any(s.kids(t, "poss", "amod") for t in draft.recipients):
        return
    addressed = _addressed(s, draft.trigger) or ([] if pronoun else _written_to(s, draft.trigger))
    found = [t for t in addressed if t not in draft.actors and s.pos[t] != "PRON"]
    if found:
        draft.recipients, draft.owned = found, []


_VOICED = frozenset("voice express convey register declare be".split())
_URGING = frozenset("urge call ask press appeal tell warn demand beg implore remind".split())


def whom_they_urge_next(s: Sentence, draft: Draft) -> None:
    """ "voiced concern over the arrests and urged Chad to free them": Chad is complained of."""
    if draft.event_type != "ACCUSE" or draft.mode != "disapprove" or draft.recipients:
        return
    verb = draft.trigger if s.pos[draft.trigger] == "VERB" else draft.frame.light
    if verb is None or g.is_passive(s, verb) or s.lemmas[verb] not in _VOICED:
        return
    for c in s.kids(verb, "conj"):
        if s.lemmas[c] not in _URGING or s.kids(c, "nsubj", "neg"):
            continue
        urged = s.kids(c, "dobj") or [
            o for name, _, o in g.prepositional(s, c) if name in ("on", "to", "upon", "with")
        ]
        named = [o for o in urged if s.pos[o] == "PROPN" or s.lemmas[o] in BODIES]
        if named:
            draft.recipients, draft.owned = named, []
            return


_WRITINGS = frozenset("letter message note telegram cable memo memorandum email".split())


def _written_to(s: Sentence, verb: int) -> list[int]:
    """ "in a letter to the coalition, turned down the demand": to whom somebody writes."""
    heads = [verb, *s.kids(verb, "nsubj")]
    papers = [o for h in heads for p in s.kids(h, "prep") if s.lemmas[p] == "in" for o in s.kids(p, "pobj")]
    papers = [o for o in papers if s.lemmas[o] in _WRITINGS]
    return [t for o in papers for p in s.kids(o, "prep") if s.lemmas[p] == "to" for t in s.kids(p, "pobj")]


def _clause_for_a_recipient(draft: Draft, event_type: str) -> int | None:
    """The "that" clause of a draft of a type which names no recipient outside it."""
    if draft.event_type != event_type or draft.recipients or draft.frame.sense.complement != "that":
        return None
    return draft.frame.complement


def ask_the_doers(s: Sentence, draft: Draft) -> None:
    """ "demanded that the force leave": the force is asked."""
    clause = _clause_for_a_recipient(draft, "REQUEST")
    if clause is None:
        return
    doers = [] if g.is_passive(s, clause) else g.surface_subjects(s, clause)
    asked = [t for t in doers if s.pos[t] in ("NOUN", "PROPN") or s.words[t].lower() in ("he", "she", "they")]
    asked = [t for t in asked if t not in draft.actors]
    draft.recipients = [t for t in asked if not any(s.tags[k] == "PRP$" for k in s.kids(t, "poss"))]


_WAITING = frozenset("unless until while if".split())


def whom_it_waits_for(s: Sentence, draft: Draft) -> None:
    """ "would not talk while Washington kept its sanctions", "will close it unless Armenia withdraws"."""
    told = [k for t in (*draft.recipients, *draft.owned) for k in s.subtree(t)]
    offered = draft.event_type == "AGREE" and not draft.recipients and not draft.two_sided
    if not offered and draft.event_type not in ("REJECT", "THREATEN"):
        return
    if any(s.pos[k] == "PROPN" for k in told):
        return
    verbs = [v for v in (draft.trigger, draft.frame.complement, draft.frame.light) if v is not None]
    verbs += [
        c for c in s.kids(draft.trigger, "xcomp") if offered
    ]  # "offered to disarm if Ankara opened talks"
    for c in (c for v in verbs for c in s.kids(v, "advcl")):
        marks = {s.lemmas[m] for m in s.kids(c, "mark", "advmod")}
        if not marks & _WAITING or (draft.event_type == "REJECT" and "if" in marks):
            continue
        who = g.agents(s, c) if g.is_passive(s, c) else g.surface_subjects(s, c)
        named = [t for t in who if is_name(s, t) and t not in draft.actors]
        if named:
            draft.recipients, draft.owned = named, []
            return


def blame_the_doers(s: Sentence, draft: Draft) -> None:
    """ "complained that the Americans had sided with Cairo": those who did it are complained of."""
    ruled = draft.event_type == "SANCTION" and draft.mode == "convict"  # "ruled that Tehran had ordered it"
    clause = _clause_for_a_recipient(draft, "SANCTION" if ruled else "ACCUSE")
    if clause is None:
        return
    if s.lemmas[clause] in _PROVING:  # "alleged that documents proved that Caracas had paid them"
        clause = next(iter(s.kids(clause, "ccomp")), clause)
    blamed = g.agents(s, clause) if g.is_passive(s, clause) else g.surface_subjects(s, clause)
    if (
        s.lemmas[clause] in _MADE_TO and s.tags[clause] == "VB"
    ):  # "went to court to stop the state from selling it"
        blamed = s.kids(clause, "dobj")
    named = [t for t in blamed if s.pos[t] in ("NOUN", "PROPN") or (ruled and s.words[t].lower() in _THIRD)]
    draft.recipients = [t for t in named if t not in draft.actors]


_MADE_TO = frozenset("stop force compel prevent block bar oblige restrain".split())
_PROVING = frozenset("prove show suggest indicate reveal confirm establish".split())
_THIRD = frozenset({"he", "she", "they"})


_SHOWN = frozenset("placard banner sign poster leaflet".split())
_DEMANDING = frozenset("demand urge tell ask accuse denounce condemn call".split())


def on_their_placards(s: Sentence, draft: Draft) -> None:
    """ "held placards that demanded Ankara recognise it": of whom the placards demand it."""
    if draft.event_type != "PROTEST" or draft.recipients or s.bag.isdisjoint(_SHOWN):
        return
    shown = [t for t in (*g.objects(s, draft.trigger), *draft.frame.literals) if s.lemmas[t] in _SHOWN]
    verbs = [v for t in shown for v in s.kids(t, "relcl", "acl") if s.lemmas[v] in _DEMANDING]
    told = [t for v in verbs for c in s.kids(v, "ccomp", "xcomp") for t in s.kids(c, "nsubj")]
    told += [t for v in verbs for t in s.kids(v, "dobj")]
    draft.recipients = [t for t in told if s.pos[t] == "PROPN"]


_ANSWERING = frozenset("rebuff reject accept spurn decline refuse dismiss welcome snub".split())


def who_answers_it(s: Sentence, draft: Draft) -> None:
    """ "An offer of talks was rebuffed by the army": whom it was made to."""
    verb = s.heads[draft.trigger]
    offered = draft.event_type == "AGREE" and s.pos[draft.trigger] == "NOUN" and not draft.recipients
    if offered and s.deps[draft.trigger] == "nsubjpass" and s.lemmas[verb] in _ANSWERING:
        draft.recipients = [o for a in s.kids(verb, "agent") for o in s.kids(a, "pobj")]


_BLOWS = frozenset("strike attack hit retaliate respond bomb shell fire destroy crush fight".split())


def whom_it_threatens(s: Sentence, draft: Draft) -> None:
    """ "threatened to sell the girls", "to review its aid to Kigali": whom the threatened deed is done to."""
    clause = draft.frame.complement
    if draft.event_type != "THREATEN":
        return
    draft.recipients = [t for t in draft.recipients if not _to_be_appointed(s, t)]
    draft.owned = [t for t in draft.owned if not _to_be_appointed(s, t)]
    if draft.recipients or clause is None:
        return
    kind = draft.frame.sense.complement
    if kind == "that" and draft.mode is None and s.lemmas[clause] in _BLOWS:
        draft.mode, draft.cameo = "violence", "138"  # "warned that it would strike"
    if kind != "to":
        return
    if (
        draft.mode is None
        and s.lemmas[clause] == "use"
        and any(s.lemmas[o] in _MEANS_OF_FORCE for o in s.kids(clause, "dobj"))
    ):
        draft.mode, draft.cameo = "violence", "138"
    found = [
        t for t in told_parties(s, clause, nouns=s.lemmas[clause] not in _EMPLOYING) if t not in draft.actors
    ]
    draft.recipients = [t for t in found if s.lemmas[t] not in _MEANS_OF_FORCE and not _to_be_appointed(s, t)]


def _to_be_appointed(s: Sentence, t: int) -> bool:
    """ "Threatened to veto an envoy's nomination": aimed at who appoints."""
    named = s.heads[s.heads[t]] if s.lemmas[s.heads[t]] == "of" else t
    return s.lemmas[named] in _APPOINTING


_APPOINTING = frozenset("appointment nomination confirmation promotion".split())
_MEANS_OF_FORCE = frozenset({"force", "violence", "power"})


def not_the_means(s: Sentence, draft: Draft) -> None:
    """ "warned that a million men could be mobilised": those with whom it is threatened, and not whom."""
    if draft.event_type == "THREATEN":
        means = {
            t
            for t in (*draft.recipients, *draft.owned)
            if s.lemmas[s.heads[t]] in _EMPLOYING and s.deps[t] in ("dobj", "nsubjpass")
        }
        draft.recipients = [t for t in draft.recipients if t not in means]
        draft.owned = [t for t in draft.owned if t not in means]


_STANDING_DOWN = frozenset({"stop", "cease", "halt"})


def own_ceasefire(s: Sentence, draft: Draft) -> None:
    """ "ordered its fighters to stop": no demand of anybody else, but a truce."""
    clause = draft.frame.complement
    below = [] if clause is None else [clause]
    below += [c for c in s.kids(draft.trigger, "xcomp", "ccomp") if s.tags[c] == "VB"]
    own = [t for t in draft.recipients if any(s.tags[c] == "PRP$" for c in s.kids(t, "poss"))]
    own = [
        t for t in own if s.lemmas[t] in ("fighter", "troop", "force", "guerrilla", "soldier", "army", "man")
    ]
    if draft.event_type != "REQUEST" or s.lemmas[draft.trigger] not in (
        "order",
        "tell",
        "instruct",
        "command",
    ):
        return
    if own and any(s.lemmas[c] in _STANDING_DOWN for c in below):
        draft.event_type, draft.mode, draft.cameo, draft.recipients = "CONCEDE", None, "0871", []
        draft.confidence = max(draft.confidence, 0.6)


_EMPLOYING = frozenset(
    "use deploy employ send mobilise mobilize summon invoke call quit leave resign withdraw raise".split()
)
"""Verbs whose object is a means, and not whom it is threatened with."""


def _addressed(s: Sentence, verb: int) -> list[int]:
    head = s.heads[verb]
    joined = s.deps[verb] == "conj" and not s.kids(verb, "nsubj", "nsubjpass")
    purpose = s.deps[verb] == "advcl" and any(s.lemmas[a] == "to" for a in s.kids(verb, "aux"))
    if not (joined or purpose) or s.lemmas[head] not in _CONTACT or s.pos[head] != "VERB":
        return []
    with_whom = [
        o for name, p, o in g.prepositional(s, head) if name in ("with", "to") and s.heads[p] == head
    ]
    return g.objects(s, head) or with_whom
