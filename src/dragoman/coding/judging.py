"""What people call others' deeds: "described the law as a whitewash", "pronounced the vote far from fair".

Rows of the lexicon name the verdicts that are known; here any word that condemns will do
(``judgements.tsv``), so long as it is said of a deed or of somebody who does deeds.  Said of a charge or
of a report it rejects that.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman import tsv
from dragoman.coding import grammar as g
from dragoman.coding.antecedents import event_nouns
from dragoman.coding.content import TELLINGS
from dragoman.coding.drafts import Draft
from dragoman.coding.people import PEOPLE
from dragoman.coding.senses import Sense
from dragoman.coding.slots import Frame
from dragoman.language import Sentence

if TYPE_CHECKING:
    from dragoman.coding.actors import Cast

WHERE = "judging.py"
_NAMING = frozenset("call term label brand dub deem declare pronounce consider find rule".split())
"""Verbs that call somebody something: "termed the ban a relic"."""
_AS = frozenset(
    "describe portray depict paint characterise characterize brand label see view regard treat present "
    "perceive interpret read cast frame condemn denounce term call dub".split()
)
"""Verbs that liken by their "as", good or bad."""
_SCORNING = frozenset(
    "dismiss deride ridicule mock slam blast decry lambast lambaste scorn write brush wave laugh shrug pan "
    "savage belittle disparage rubbish pillory attack criticise criticize assail slate reject "
    "discount".split()
)
"""Verbs that condemn by themselves what they call something."""
_AWAY = frozenset({"off", "aside", "away"})
_AIMED = frozenset({"wave", "laugh", "brush", "write", "shrug"})
"""Of these only with "off", "aside" or "away"."""
_VERBS = _NAMING | _AS | _SCORNING | {"liken", "equate"}
_SHOW = frozenset("novel film book album match game player song play painting opera".split())
_SURE = 0.65


@cache
def words(kind: str) -> frozenset[str]:
    """The words of one kind in ``judgements.tsv``."""
    rows = tsv.rows(Path(__file__).parent / "judgements.tsv")
    return frozenset(w for row in rows if row["kind"] == kind for w in row["words"].split())


def gate_words() -> frozenset[str]:
    """Verbs one of which stands where somebody calls a deed something."""
    return _AS - {"see", "view", "treat", "present", "read", "cast", "frame"} | {
        "dismiss", "deride", "scorn", "laugh", "belittle", "label", "brand", "term", "pronounce", "declare",
        "liken",
    }  # fmt: skip


def condemns(s: Sentence, t: int, kind: str = "bad") -> bool:
    """True for a phrase that condemns: "a whitewash", "a crude stunt", "an act of vandalism", "not fair"."""
    told = [t, *s.kids(t, "conj")]
    return any(_is_bad(s, x, kind) for x in told)


def _is_bad(s: Sentence, t: int, kind: str) -> bool:
    denied = bool(s.kids(t, "neg")) or any(
        s.lemmas[c] in ("no", "neither", "nor", "not", "anything", "hardly", "far")
        for c in s.kids(t, "det", "preconj", "cc", "advmod")
    )
    if kind == "bad" and s.lemmas[t] in words("good"):
        return denied
    if s.lemmas[t] in ("area", "zone", "region") and any(
        s.lemmas[c] == "disaster" for c in s.kids(t, "compound")
    ):
        return False  # "declared the valley a disaster area"
    own = [t, *s.kids(t, "amod", "compound", "nmod")]
    if any(_one_of(s, x, kind) for x in own):
        return not denied
    below = [o for p in s.kids(t, "prep") for o in s.kids(p, "pobj", "pcomp")]
    if s.lemmas[t] in words("holder"):
        return not denied and any(_one_of(s, x, kind) for o in below for x in (o, *s.kids(o, "amod", "conj")))
    if s.lemmas[t] == "motivated":
        return any(s.lemmas[c] in _MOTIVES for c in s.kids(t, "advmod"))
    if s.lemmas[t] in ("tantamount", "akin"):
        return kind == "bad" and any(_one_of(s, x, kind) for o in below for x in s.subtree(o))
    away = s.lemmas[t] in ("far", "anything") or (s.lemmas[t] == "short" and bool(below))
    return away and any(s.lemmas[x] in words("good") for x in (*below, *s.kids(t, "acomp", "amod")))


def _one_of(s: Sentence, t: int, kind: str) -> bool:
    return s.lemmas[t] in words(kind) or s.words[t].lower() in words(kind)


_AMOUNTING = frozenset("be constitute represent remain amount border verge equal look sound".split())


def verdict(s: Sentence, v: int, kind: str = "bad") -> bool:
    """True for a clause that condemns its subject: "is a whitewash", "smacks of panic", "was not fair"."""
    if s.lemmas[v] == "fall":  # "fell short of the standards"
        return kind == "bad" and any(s.lemmas[c] == "short" for c in s.kids(v, "advmod", "acomp", "oprd"))
    if s.lemmas[v] in ("smack", "reek", "stink"):
        return kind == "bad"
    if s.lemmas[v] in _MADE_UP and g.is_passive(s, v):  # "the charges were trumped up"
        return not s.kids(v, "neg")
    if s.lemmas[v] not in _AMOUNTING:
        return False
    told = s.kids(v, "attr", "acomp", "oprd", "dobj")
    told = [t for t in told if t > v] + [
        o for p in s.kids(v, "prep") if s.lemmas[p] in _LEADING for o in s.kids(p, "pobj", "pcomp")
    ]
    if any(s.lemmas[c] in ("not", "n't", "never", "no", "hardly") for c in s.kids(v, "neg", "advmod")):
        good = kind == "bad" and s.lemmas[v] == "be"
        return good and any(s.lemmas[x] in words("good") for t in told for x in (t, *s.kids(t, "conj")))
    return any(condemns(s, t, kind) for t in told)


_MADE_UP = frozenset("trump fabricate concoct invent falsify rig stage-manage".split())
_LEADING = frozenset({"of", "to", "on", "like"})


def is_deed(s: Sentence, t: int) -> bool:
    """True for what somebody did or laid down: "the raid", "the decree", "the runoff"."""
    return s.lemmas[t] in words("deed") or s.lemmas[t] in event_nouns()


def _is_violence(s: Sentence, t: int) -> bool:
    return "ASSAULT" in event_nouns().get(s.lemmas[t], (frozenset(), False))[0]


def drafts(s: Sentence, cast: Cast, kept: list[Draft]) -> list[Draft]:
    """A draft for each deed or party that somebody calls bad, where no kept draft tells it."""
    told = {t for d in kept if d.event_type in ("ACCUSE", "REJECT") for t in d.frame.literals | {d.trigger}}
    told |= {d.trigger for d in kept if d.event_type in ("COERCE", "SANCTION")}  # "declared them terrorists"
    out = []
    for v in range(len(s)):
        if s.pos[v] != "VERB" or v in told or s.lemmas[v] not in _VERBS:
            continue
        beside = s.deps[v] == "conj" or (s.deps[v] == "advcl" and s.tags[v] == "VBG")
        if beside and s.heads[v] in told and not s.kids(v, "nsubj", "nsubjpass"):
            continue  # "protested and described the raid as aggression": one complaint
        made = _called(s, cast, v)
        if made is not None:
            out.append(made)
    taken = told | {t for d in kept for t in (d.trigger, *d.frame.literals)}
    verbs = [] if s.bag.isdisjoint(_ATTACKING) else [v for v in range(len(s)) if v not in taken]
    out += [made for v in verbs if (made := _attacked(s, cast, v)) is not None]
    spoken = out or any(d.event_type in ("ACCUSE", "REJECT", "SANCTION") for d in kept)
    verbless = _verbless(s) if s.field == "title" and not spoken else None
    return [*out, verbless] if verbless is not None else out


_ATTACKING = frozenset({"attack", "assail", "savage"})
_POLITICIANS = frozenset({"GOV", "PTY", "OPP", "LEG", "ELI"})
_WITH_ARMS = frozenset(
    "knife gun bomb stone kill wound injure rocket missile drone weapon blood hospital dead shoot beat stab "
    "troop tank rebel bodyguard artillery raid warplane airstrike ceasefire border".split()
)
"""Words beside which an attack is none in words."""


def _attacked(s: Sentence, cast: Cast, v: int) -> Draft | None:
    """ "Lula attacks the central bank after it lifts rates": one politician, and in words."""
    if s.lemmas[v] not in _ATTACKING or s.pos[v] != "VERB" or g.is_passive(s, v) or s.kids(v, "neg"):
        return None
    if any(s.lemmas[a] in _UNREAL for a in s.kids(v, "aux")) or not s.bag.isdisjoint(_WITH_ARMS):
        return None
    by = [cast.filler(s, t) for t in g.surface_subjects(s, v)]
    alone = by and all(f.acts and f.kind in ("person", "office") and not f.plural for f in by)
    if not alone or not all(_POLITICIANS & set(f.entity.sectors) for f in by):
        return None
    things = [t for t in s.kids(v, "dobj") if cast.filler(s, t).kind in _BODIES_AND_MEN]
    things = [
        t for t in things if cast.filler(s, t).acts and not _OUTLAWS & set(cast.filler(s, t).entity.sectors)
    ]
    if not things:
        return None
    made = _made(s, v, g.surface_subjects(s, v), things[0], "ACCUSE", "disapprove", "111")
    made.recipients = things
    made.steps[-1:] = ["attacked by one politician, in words → ACCUSE/disapprove"]
    return made


def under_fire(s: Sentence, cast: Cast, drafts: list[Draft]) -> None:
    """ "The premier, under fire from donors over graft": he is blamed, and nobody shoots at him."""
    for d in drafts:
        fire = next((t for t in range(1, len(s)) if s.lemmas[t] == "fire" and _is_under(s, t)), None)
        if d.event_type != "ASSAULT" or fire is None or d.trigger not in (fire, *s.ancestors(fire)):
            continue
        holders = [cast.filler(s, t) for t in d.recipients]
        talked_of = [cast.filler(s, t) for t in d.actors]
        office = bool(holders) and all(f.kind in ("person", "office") and not f.plural for f in holders)
        peaceful = not any(_ARMED & set(f.entity.sectors) for f in (*holders, *talked_of))
        topic = any(
            s.lemmas[p] in ("over", "for") for h in (fire, s.heads[s.heads[fire]]) for p in s.kids(h, "prep")
        )
        if not peaceful or not (office or topic) or not s.bag.isdisjoint(_WITH_ARMS | _GUNS):
            continue
        d.event_type, d.mode, d.cameo = "ACCUSE", "disapprove", "111"
        d.steps.append("under fire for what he did, in words → ACCUSE/disapprove")


def _is_under(s: Sentence, t: int) -> bool:
    return s.deps[t] == "pobj" and s.lemmas[s.heads[t]] == "under" and not s.kids(t, "amod", "compound")


_ARMED = frozenset({"MIL", "COP", "REB", "UAF", "PRM", "CRM"})
_GUNS = frozenset("sniper gunman militant soldier convoy patrol front gunfire shell mortar army".split())
_BODIES_AND_MEN = frozenset({"org", "outlet", "person", "office", "role"})
_OUTLAWS = frozenset({"REB", "UAF", "CRM", "PRM", "SEP"})
_MARKS = frozenset({"'", '"', "‘", "’", "“", "”", "``", "''"})
_COURTS = frozenset("court judge tribunal jury panel bench".split())


def _verbless(s: Sentence) -> Draft | None:
    """ "Raid on embassy 'illegal', says Mexico": a headline that calls a deed bad without a verb."""
    said = [v for v in range(3, len(s)) if s.lemmas[v] == "say" and s.tags[v] in ("VBZ", "VBP", "VBD")]
    commas = [k for k in range(2, said[0]) if s.words[k] == ","] if len(said) == 1 else []
    if not commas:
        return None
    v, comma = said[0], commas[-1]
    around = range(v + 1, len(s)) if comma == v - 1 else range(comma + 1, v)
    speakers = [k for k in around if s.pos[k] in ("NOUN", "PROPN")][-1:]
    marks = [k for k in range(comma) if s.words[k] in _MARKS]
    if not speakers or len(marks) < 2 or marks[-1] != comma - 1:
        return None
    opening = marks[-2]
    judged = [k for k in range(opening + 1, comma - 1) if _one_of(s, k, "bad")]
    near = opening - 2 if s.words[opening - 1].lower() in ("a", "an") else opening - 1
    noun = s.tags[near] == "VBP" and is_deed(s, near)  # "missile test 'a provocation'", taken for a verb
    outside = [
        k for k in range(opening) if s.tags[k] in ("VBZ", "VBP", "VBD", "MD") and (k != near or not noun)
    ]
    named = [near] if noun else [k for k in range(opening) if s.pos[k] in ("NOUN", "PROPN")]
    if not judged or outside or not named or named[-1] < opening - 2:
        return None
    thing = named[-1]
    while s.deps[thing] == "pobj" and s.heads[s.heads[thing]] < thing:
        thing = s.heads[s.heads[thing]]
    if not is_deed(s, thing):
        return None
    court = s.lemmas[speakers[0]].lower() in _COURTS
    kind = ("SANCTION", "convict", "116") if court else ("ACCUSE", "disapprove", "111")
    return _made(s, v, speakers, thing, *kind)


def _called(s: Sentence, cast: Cast, v: int) -> Draft | None:
    if s.kids(v, "neg") or any(s.lemmas[a] in _UNREAL for a in s.kids(v, "aux")):
        return None
    if s.lemmas[v] in _AIMED and not any(s.lemmas[p] in _AWAY for p in s.kids(v, "prt", "advmod", "prep")):
        return None
    passive = g.is_passive(s, v)
    judges = g.agents(s, v) if passive else g.surface_subjects(s, v)
    judges = [t for t in judges if s.pos[t] in ("NOUN", "PROPN", "PRON")]
    for told, verdict in _pairs(s, v, passive):
        thing = _meant(s, v, told)
        if thing in judges or not judges or s.lemmas[thing] in _SHOW:
            continue
        claim = s.lemmas[thing] in TELLINGS or s.lemmas[thing] in _SAYINGS
        pointing = s.words[thing].lower() in ("that", "this") and s.pos[thing] in ("PRON", "DET")
        claim = claim or (pointing and s.lemmas[v] in _AIMED | {"dismiss", "reject"})
        if claim and (s.lemmas[v] in _SCORNING or condemns(s, verdict, "untrue")):
            made = _made(s, v, judges, thing, "REJECT", None, "120")
            made.owned = [] if pointing else made.owned
            return made
        scorned = s.lemmas[v] in _SCORNING - {"reject"}
        if not (scorned or condemns(s, verdict)) or claim:
            continue
        if s.lemmas[verdict] in _MISFORTUNES and _is_violence(s, thing):
            continue  # "described the attack as a tragedy": nobody is blamed
        party = bool(cast.parties(s, thing, recipient=True))
        if party or is_deed(s, thing) or (s.lemmas[thing] in ("it", "this", "that") and not scorned):
            made = _made(s, v, judges, thing, "ACCUSE", "disapprove", "111")
            made.recipients = [thing] if party and not is_deed(s, thing) else []
            return made
    return None


def _meant(s: Sentence, v: int, thing: int) -> int:
    """ "discussed the claims and dismissed them as nonsense": the claims, which the first verb is about."""
    if s.words[thing].lower() not in ("it", "them") or s.deps[v] != "conj":
        return thing
    many = s.words[thing].lower() == "them"
    before = [t for t in s.kids(s.heads[v], "dobj") if s.pos[t] == "NOUN" and (s.tags[t] == "NNS") == many]
    return before[0] if before and not PEOPLE.search(s.lemmas[before[0]]) else thing


_MISFORTUNES = frozenset({"tragedy", "disaster", "catastrophe", "calamity", "nightmare"})
_MOTIVES = frozenset({"politically", "racially", "religiously", "ideologically", "ethnically"})
_UNREAL = frozenset({"could", "might", "may", "would", "should", "can"})
_SAYINGS = frozenset(
    "remark comment statement report story reports account talk figure toll version matter "
    "affair issue".split()
)


def _pairs(s: Sentence, v: int, passive: bool) -> list[tuple[int, int]]:
    """What a verb judges, and what it calls that."""
    things = s.kids(v, "dobj") if not passive else g.surface_subjects(s, v)
    if not things and s.lemmas[v] in _AIMED:  # "laughed off the statement"
        things = [o for p in s.kids(v, "prep", "prt") if s.lemmas[p] in _AWAY for o in s.kids(p, "pobj")]
    out: list[tuple[int, int]] = []
    if s.lemmas[v] in _NAMING:
        verdicts = s.kids(v, "oprd", "acomp", "attr")
        verdicts += [c for c in s.kids(v, "advcl") if s.pos[c] == "ADJ" and c > v]
        out += [(t, y) for t in things for y in verdicts]
        for c in s.kids(v, "ccomp", "xcomp"):  # "called the move absurd": a clause without a verb
            own = s.kids(c, "nsubj", "nsubjpass")
            if s.pos[c] in ("NOUN", "ADJ") or not s.kids(c, "mark", "aux"):
                told = [c] if s.lemmas[c] != "be" else s.kids(c, "attr", "acomp")
                out += [(t, y) for t in own or things for y in told]
    if s.lemmas[v] in ("liken", "equate"):
        told = [
            o for p in s.kids(v, "prep", "dative") if s.lemmas[p] in ("to", "with") for o in s.kids(p, "pobj")
        ]
        out += [(t, y) for t in things for y in told]
    if s.lemmas[v] in _AS | _SCORNING:
        leads = [p for h in (v, *things) for p in s.kids(h, "prep", "advmod", "mark") if s.lemmas[p] == "as"]
        told = [o for p in leads for o in s.kids(p, "pobj", "amod", "pcomp", "advmod", "acomp", "conj")]
        out += [(t, y) for t in things for y in told]
        if not things:  # "dismissed as racially motivated the charges against her"
            late = [c for c in s.kids(v, "advcl", "pcomp") if c > v and any(p < c for p in leads)]
            out += [(t, c) for c in late for t in s.kids(c, "dobj")]
        if s.lemmas[v] in _AIMED and not told:  # "laughed off the charge"
            out += [(t, v) for t in things if s.lemmas[t] in TELLINGS or s.lemmas[t] in _SAYINGS]
    return out


def _made(
    s: Sentence, v: int, judges: list[int], thing: int, event_type: str, mode: str | None, cameo: str
) -> Draft:
    sense = Sense(
        pos="v", pattern="called bad", heads=frozenset(), event_type=event_type, mode=mode, cameo=cameo,
        contexts=(), near_misses=(), example="", where=WHERE,
    )  # fmt: skip
    made = Draft(Frame(sense, v, literals={v}), event_type, mode, cameo, (), judges, [], owned=[thing])
    made.confidence, made.score = _SURE, 1.0
    made.steps.append(f"{s.words[thing]} is called bad → {event_type}")
    return made
