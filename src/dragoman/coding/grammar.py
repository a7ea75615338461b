"""Who is the subject, the object, the agent: questions put to a dependency parse.

Everything here undoes a construction of English (passive, relative clause, control,
coordination, nominalisation) so that frames need to be written in the active voice only.
Functions take a sentence and token indices and give token indices.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from functools import wraps
from typing import TypeVar

from dragoman.language import Sentence

T = TypeVar("T")
NOUN_POS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
OBJECT_CONTROL = frozenset(
    "urge ask order tell force allow permit persuade convince invite help instruct require enable encourage press "
    "push pressure direct command advise authorise authorize lead cause expect want beg implore request warn "
    "compel oblige challenge send let make appeal prompt spur commit bind obligate like prefer".split()
)
"""Verbs whose object, not subject, does what the clause below them says."""

_BINDING = frozenset("oblige commit require bind obligate compel".split())
"""Verbs of which an infinitive is never the purpose: "obliging Moscow to withdraw"."""
_QUANTITY = frozenset(
    "series number thousand thousands hundred hundreds dozen dozens score scores million millions group round "
    "rounds lot majority part most wave spate string team pair handful couple host crowd crowds batch column "
    "columns stream total percent half third quarter tens bulk rest remainder dozen member members some all many "
    "several few one two three four five each both any none kind type sort mob gang band platoon squad "
    "detachment posse salvo barrage volley hail outbreak bout upsurge spiral succession scattering rash "
    "set raft slew flurry array package tranche bundle trio clutch litany multitude assortment "
    "cloud plume boom crackle canister whiff puff".split()
)
_LIGHT = frozenset(
    "carry launch conduct stage mount make hold have give take issue perform execute undertake stag deliver wage "
    "begin start continue resume open lead commit perpetrate pay place put end stop organise organize do set send "
    "kick announce order step intensify escalate renew file bring declare offer lodge express sustain face "
    "complete conclude plan wrap initiate direct arrange exchange engage enter join attend keep "
    "level spring lay voice convey raise repeat reiterate extend receive win get reach strike seal "
    "ratchet sharpen harden amplify redouble".split()
)
_MIDDLE = frozenset({"engage", "involve", "embroil"})
"""Passive in form only: "were engaged in talks"."""
_PHASED = frozenset("complete begin launch start finish end conclude enter".split())
LIGHT_PREPOSITIONAL = frozenset("engage enter participate take join resort embark meet go begin be".split())


def kept(question: Callable[..., list[T]]) -> Callable[..., list[T]]:
    """Remember the answer to a question about a token, once the tree is settled; each gets a list of its own."""
    name = question.__name__

    @wraps(question)
    def ask(s: Sentence, i: int, depth: int = 0) -> list[T]:
        if s.asked is None or depth:
            return question(s, i, depth) if depth else question(s, i)
        found: list[T] | None = s.asked.get((name, i))
        if found is None:
            found = s.asked[name, i] = question(s, i)
        return found[:]

    return ask


_GIVEN = frozenset({"hand", "convey", "give", "tell", "inform", "serve"})
_CALLED_IN = frozenset({"summon", "call", "invite", "convoke"})
"""Of whom something is done behind "was": "the envoy was summoned and handed a note"."""
_ALWAYS_OF_SOMEBODY = frozenset(
    "sentence jail imprison convict charge fine arrest detain release free deport expel extradite sack remand "
    "injure wound hospitalise hospitalize execute acquit".split()
)
"""Verbs without an object behind another passive: "was convicted and sentenced to five years"."""


def is_passive(s: Sentence, v: int) -> bool:
    """True for a verb in the passive voice, reduced relatives ("backed by Iran") included."""
    if s.tags[v] not in ("VBN", "VBD"):
        return False
    if s.lemmas[v] in _MIDDLE and any(s.lemmas[p] == "in" for p in s.kids(v, "prep")):
        return False
    if s.kids(v, "nsubjpass", "auxpass", "csubjpass"):
        return True
    if s.deps[v] in ("acl", "amod") and s.tags[v] == "VBN" and not s.kids(v, "aux", "nsubj"):
        return not s.kids(v, "dobj") or bool(s.kids(v, "agent"))
    if s.deps[v] == "advcl" and s.tags[v] == "VBN" and not s.kids(v, "aux", "nsubj", "dobj"):
        return True
    if s.kids(v, "agent") and not s.kids(v, "dobj"):
        return True
    taken = s.tags[v] == "VBN" or s.lemmas[v] in _ALWAYS_OF_SOMEBODY
    if s.deps[v] == "conj" and s.lemmas[v] in _GIVEN and s.lemmas[s.heads[v]] in _CALLED_IN:
        return is_passive(s, s.heads[v]) and not s.kids(v, "nsubj", "aux")
    if s.deps[v] == "conj" and taken and not s.kids(v, "nsubj", "aux", "dobj", "ccomp"):
        head = s.heads[v]
        return s.pos[head] in ("VERB", "AUX") and is_passive(s, head)
    return False


def first_joined(s: Sentence, i: int, pos: str = "") -> int:
    """The first of the words that *and* joins with a word: "Washington" for "Washington and Brussels".

    Where ``pos`` is given, only over words of that part of speech.
    """
    while s.deps[i] == "conj" and s.heads[i] < i and (not pos or s.pos[s.heads[i]] == pos):
        i = s.heads[i]
    return i


_SUMS = frozenset(
    "series wave string spate week month day hour session phase number succession round".split()
)


def whole_of(s: Sentence, noun: int) -> int:
    """The first noun of "a second round of talks", "a wave of protests"."""
    above = s.heads[noun]
    while s.deps[noun] == "pobj" and s.lemmas[above] == "of" and s.lemmas[s.heads[above]] in _SUMS:
        noun = s.heads[above]
        above = s.heads[noun]
    return noun


def verb_above(s: Sentence, i: int, *, full: bool = False) -> int | None:
    """The nearest verb over a token; where ``full``, no auxiliary ("is a threat" has none)."""
    return next((a for a in s.ancestors(i) if s.pos[a] == "VERB" or (s.pos[a] == "AUX" and not full)), None)


@kept
def conjuncts(s: Sentence, i: int) -> list[int]:
    """``i`` and everything coordinated with it below it, in order."""
    out, stack = [], [i]
    while stack:
        j = stack.pop(0)
        out.append(j)
        named = [a for a in s.kids(j, "appos") if s.pos[j] == "NOUN" and s.pos[a] == "PROPN"]
        for k in (j, *named):  # "his counterpart Ayoub and President Assad": two people
            stack.extend(c for c in s.kids(k, "conj") if s.pos[c] in NOUN_POS)
    return sorted(out)


def content_head(s: Sentence, i: int) -> int:
    """Look through quantities: "thousands of foreign fighters" → ``fighters``."""
    seen = 0
    while seen < 3 and (
        s.lemmas[i] in _QUANTITY or _is_share(s, i) or _is_money(s, i) or _is_span(s, i) or _is_unit(s, i)
    ):
        if s.lemmas[i] == "member" and any(s.words[c][:1].isupper() for c in s.kids(i, "amod")):
            return i  # "Serb members of the commission"
        leads = ("of", "in", "worth") if _is_money(s, i) else ("of",)
        of = [c for c in s.kids(i, "prep") if s.lemmas[c] in leads]
        below = [o for p in of for o in s.kids(p, "pobj")]
        named = [a for a in s.kids(i, "appos") if s.pos[a] == "PROPN"] if s.lemmas[i] == "one" else []
        if named:
            return named[0]  # "one of us, Bazoum": he
        if not below:
            return i
        i, seen = below[0], seen + 1
    return i


_SPANS = frozenset("day week month hour".split())


def _is_span(s: Sentence, i: int) -> bool:
    """ "two days of talks": the talks."""
    return s.lemmas[i] in _SPANS and bool(s.kids(i, "nummod", "amod"))


def _is_unit(s: Sentence, i: int) -> bool:
    """ "a company of 120 British troops": the troops."""
    if s.lemmas[i] not in ("company", "battalion", "brigade"):
        return False
    of = [o for p in s.kids(i, "prep") if s.lemmas[p] == "of" for o in s.kids(p, "pobj")]
    return any(s.lemmas[o] in _MEN for o in of)


_MEN = frozenset("troop soldier man paratrooper marine infantryman guard policeman".split())


def _is_share(s: Sentence, i: int) -> bool:
    """ "forty of the prisoners", "the first of 477 captives"."""
    if s.lemmas[i] in ("first", "last", "latest"):
        return s.deps[i] in ("nsubj", "nsubjpass", "dobj", "pobj")
    return s.pos[i] == "NUM" and s.deps[i] != "nummod"


def _is_money(s: Sentence, i: int) -> bool:
    """ "$1.7 billion in humanitarian assistance": the sum only counts the assistance."""
    return (
        s.lemmas[i] in ("million", "billion", "dollar", "euro", "pound", "yen")
        or s.tags[i] == "$"
        or any(s.tags[c] == "$" for c in s.children[i])
    )


def _resolve_relative(s: Sentence, v: int, pronoun: int) -> int:
    """The noun that a relative pronoun under verb ``v`` stands for, or the pronoun itself."""
    counted = [o for p in s.kids(pronoun, "prep") if s.lemmas[p] == "of" for o in s.kids(p, "pobj")]
    if counted and s.tags[counted[0]] in ("WP", "WDT"):  # "protesters, hundreds of whom were beaten"
        pronoun = counted[0]
    if s.tags[pronoun] not in ("WP", "WDT", "WP$") and s.lemmas[pronoun] not in (
        "that",
        "who",
        "which",
        "whom",
    ):
        return pronoun
    for verb in (v, *s.ancestors(v)):
        if s.deps[verb] == "relcl":
            noun = _blow_there(s, verb, _renamed(s, s.heads[verb], pronoun), pronoun)
            return _people_at(s, noun) if s.lemmas[pronoun] == "who" else noun
        if s.deps[verb] not in ("conj", "xcomp", "ccomp", "advcl", "prep", "pobj", "pcomp"):
            break
    return pronoun


def _renamed(s: Sentence, noun: int, pronoun: int) -> int:
    """ "Syria, the main broker in Lebanon, which broke with him": Syria, and no broker of Lebanon."""
    inside = s.heads[s.heads[noun]]
    if s.deps[noun] == "pobj" and s.lemmas[s.heads[noun]] in ("in", "of") and s.deps[inside] == "appos":
        noun = inside if s.pos[s.heads[inside]] == "PROPN" else noun
    name = s.heads[noun]
    beside = s.deps[noun] == "appos" and s.pos[noun] == "NOUN" and s.pos[name] == "PROPN"
    return name if beside and pronoun > noun and s.words[pronoun - 1] == "," else noun


_BLOWS = frozenset(
    "attack assault raid strike airstrike bombing blast explosion ambush shelling bombardment clash battle "
    "massacre shooting bomb fire fighting crackdown operation incursion gunfight firefight violence".split()
)
_COSTING_LIVES = frozenset("kill wound injure claim leave maim".split())


def _blow_there(s: Sentence, verb: int, noun: int, pronoun: int) -> int:
    """ "An air strike on mourners near Sanaa, which killed seven": the strike did, and no town."""
    if s.lemmas[verb] not in _COSTING_LIVES or s.lemmas[pronoun] not in ("which", "that"):
        return noun
    if s.lemmas[noun] in _BLOWS or s.deps[noun] not in ("pobj", "dobj", "conj"):
        return noun
    harmless = s.pos[noun] == "PROPN" and s.lemmas[s.heads[noun]] in (
        "in",
        "at",
        "near",
        "on",
        "outside",
        "of",
    )
    struck = s.pos[noun] == "NOUN" and s.lemmas[noun] not in _BLOWS
    above = [a for a in s.ancestors(noun) if s.pos[a] == "NOUN" and s.lemmas[a] in _BLOWS and a < noun]
    return above[0] if above and (harmless or struck) else noun


_WORN_OR_RIDDEN = frozenset(
    "motorcycle motorbike truck car vehicle uniform mask boat horseback camel clothes pickup bicycle jeep van bus "
    "fatigue gun rifle machete".split()
)


def _people_at(s: Sentence, noun: int) -> int:
    """ "Youths in Niamey, who marched": places are no *who*, the people in them are."""
    prep = s.heads[noun]
    people = s.heads[prep]
    placed = s.deps[noun] == "pobj" and (
        (s.pos[noun] == "PROPN" and s.lemmas[prep] in ("in", "from", "at", "near"))
        or (s.lemmas[noun] in _WORN_OR_RIDDEN and s.lemmas[prep] in ("on", "in", "with"))
    )
    return people if placed and s.deps[prep] == "prep" and s.pos[people] == "NOUN" else noun


@kept
def subjects(s: Sentence, v: int, depth: int = 0) -> list[int]:
    """Who does ``v``: its logical subject(s), with passives, control and sharing undone."""
    if depth > 6:
        return []
    if is_passive(s, v):
        return agents(s, v)
    own = s.kids(v, "nsubj", "expl", *(["nsubjpass"] if s.lemmas[v] in _MIDDLE else []))
    own = [c for c in own if s.deps[c] != "expl"] or own
    own = [*(x for c in own for x in _headline_pair(s, c)), *own]
    if own:
        return _flat_relatives(s, v, _those_together(s, v, own))
    return _inherited_subjects(s, v, depth)


def _those_together(s: Sentence, v: int, own: list[int]) -> list[int]:
    """ "The president and the rebels shook hands as they signed": they are both."""
    if s.deps[v] != "advcl" or len(own) != 1 or s.words[own[0]].lower() != "they" or s.heads[v] > own[0]:
        return own
    together = [x for c in s.kids(s.heads[v], "nsubj") for x in conjuncts(s, c) if s.pos[x] != "PRON"]
    return together if len(together) > 1 else own


def _headline_pair(s: Sentence, subject: int) -> list[int]:
    """ "Russia, Belarus sign deal": in headlines a comma stands for *and*."""
    first = phrase(s, subject)[0]
    if s.pos[subject] != "PROPN" or first < 2 or s.words[first - 1] != "," or s.pos[first - 2] != "PROPN":
        return []
    opening = all(s.pos[k] in ("PROPN", "ADJ", "NOUN") or s.words[k] == "," for k in range(first))
    return [first - 2] if opening and s.deps[first - 2] != "conj" else []


def _joined_at_once(s: Sentence, v: int) -> bool:
    """True for a verb with *and* right behind it, or behind what it leads to: "shot dead and buried them"."""
    last = v + 1 if s.words[v + 1 : v + 2] in (["dead"], ["alive"]) else v
    return s.words[last + 1 : last + 2] in (["and"], ["or"])


def _led_by(s: Sentence, prepositions: list[int]) -> list[int]:
    led = [o for p in prepositions for o in s.kids(p, "pobj")]
    return [o for o in led if s.words[o] != "force" or s.kids(o, "compound", "amod", "det", "nmod")]


def agents(s: Sentence, v: int) -> list[int]:
    """The by-phrase of a passive, but for "by force"."""
    by = _led_by(s, s.kids(v, "agent")) or _led_by(s, [p for p in s.kids(v, "prep") if s.lemmas[p] == "by"])
    if not by and s.deps[v] in ("acl", "amod"):
        by = s.kids(v, "npadvmod")  # "Iran-backed militias"
    if not by and s.deps[v] == "conj" and s.pos[s.heads[v]] == "VERB":
        return []
    if not by:
        by = [
            o
            for c in _also_hurt(s, v) + _also_done(s, v)
            for a in s.kids(c, "agent")
            for o in s.kids(a, "pobj")
        ]
    return _flat(s, by or _in_a_blow_by(s, v))


def _in_a_blow_by(s: Sentence, v: int) -> list[int]:
    """ "A bank bombed in a 'revenge' attack by rebels": they bombed it."""
    blows = [o for p in s.kids(v, "prep") if s.lemmas[p] == "in" for o in s.kids(p, "pobj")]
    blows = [o for o in blows if s.lemmas[o] in _BLOWS and s.pos[o] == "NOUN"]
    return _led_by(s, [p for o in blows for p in s.kids(o, "prep") if s.lemmas[p] == "by"])


def _also_done(s: Sentence, v: int) -> list[int]:
    """ "The village was attacked and burned by youths": they did both."""
    if s.tags[v] != "VBN" or not s.kids(v, "auxpass") or not _joined_at_once(s, v):
        return []
    own = "nsubj", "nsubjpass", "aux", "auxpass"
    return [c for c in s.kids(v, "conj") if s.tags[c] == "VBN" and not s.kids(c, *own)]


def in_which(s: Sentence, v: int) -> bool:
    """True for a clause that "in which" leads."""
    leads = [p for p in s.kids(v, "prep") if s.lemmas[p] == "in" and p < v]
    return any(s.words[p + 1].lower() == "which" for p in leads)


def _also_hurt(s: Sentence, v: int) -> list[int]:
    """ "Eight were killed and 31 injured by a missile", "… in an ambush": one blow killed and injured them."""
    if s.lemmas[v] != "kill":
        return []
    return [c for c in s.kids(v, "conj") if s.lemmas[c] in ("injure", "wound", "hurt")]


def _inherited_subjects(s: Sentence, v: int, depth: int) -> list[int]:
    head, dep = s.heads[v], s.deps[v]
    if dep == "conj" and s.pos[head] in ("VERB", "AUX"):
        if is_passive(s, head):
            return surface_subjects(s, head, depth + 1)
        return subjects(s, head, depth + 1)
    if dep in ("xcomp", "ccomp") and s.pos[head] in ("VERB", "AUX", "ADJ"):
        controlled = s.kids(head, "dobj", "dative")
        if _is_felt(s, head) and s.deps[head] == "ccomp":
            return surface_subjects(s, s.heads[head], depth + 1)
        if controlled and s.lemmas[head] in OBJECT_CONTROL:
            return _flat(s, [content_head(s, c) for c in controlled])
        if s.lemmas[head] == "call" or s.lemmas[head] == "appeal":
            on = [
                o
                for p in s.kids(head, "prep")
                if s.lemmas[p] in ("on", "upon", "to", "for")
                for o in s.kids(p, "pobj")
            ]
            if on:
                return _flat(s, on)
        return surface_subjects(s, head, depth + 1)
    if dep == "advcl":
        return _advcl_subjects(s, v, head, depth)
    if dep == "acl":
        return _acl_subjects(s, v, head, depth)
    if (
        dep == "relcl"
        and s.tags[v] == "VB"
        and s.deps[head] == "attr"
        and any(s.lemmas[a] == "to" for a in s.kids(v, "aux"))
    ):
        return surface_subjects(s, s.heads[head], depth + 1)  # "became the first president to visit Armenia"
    if dep == "relcl":
        return _flat(s, [_people_at(s, head) if any(s.lemmas[c] == "who" for c in s.children[v]) else head])
    if dep == "pcomp":
        return _pcomp_subjects(s, head, depth)
    if dep == "pobj" and s.deps[head] == "prep":
        return _pcomp_subjects(s, head, depth)
    return []


_FELT = frozenset("honour honor pleasure privilege delight joy duty".split())


def _is_felt(s: Sentence, v: int) -> bool:
    """ "She said it was an honour to meet him": she met him, and no "it"."""
    it = any(s.words[x].lower() == "it" for x in s.kids(v, "nsubj"))
    return it and s.lemmas[v] == "be" and any(s.lemmas[c] in _FELT for c in s.kids(v, "attr"))


def _advcl_subjects(s: Sentence, v: int, head: int, depth: int) -> list[int]:
    bound = s.kids(head, "dobj") if s.lemmas[head] in _BINDING and s.tags[v] == "VB" else []
    if s.tags[v] == "VB" and any(s.lemmas[o] in _TOLD_TO for o in s.kids(head, "dobj")):
        to = (p for p in s.kids(head, "prep", "dative") if s.words[p] == "to" and p < v)
        bound = [o for p in to for o in s.kids(p, "pobj")]  # "sent a warning to the ruler to agree to talks"
    if s.lemmas[head] == "join" and s.tags[v] == "VB":  # "joined his colleague to sign the accord": both
        return surface_subjects(s, head, depth + 1) + _flat(s, s.kids(head, "dobj"))
    return _flat(s, bound) if bound else surface_subjects(s, head, depth + 1)


def surface_subjects(s: Sentence, v: int, depth: int = 0) -> list[int]:
    """The grammatical subject, also of a passive ("accused of bombing": the accused)."""
    own = s.kids(v, "nsubj", "nsubjpass")
    if own:
        return _flat(s, [_resolve_relative(s, v, c) for c in own])
    if s.deps[v] == "acl" and s.tags[v] in ("VBN", "VBG"):
        return _flat(s, [s.heads[v]])
    if is_passive(s, v) and s.deps[v] == "conj" and s.pos[s.heads[v]] == "VERB":
        return surface_subjects(s, s.heads[v], depth + 1) if depth < 6 else []
    if s.pos[v] in ("NOUN", "ADJ", "PROPN") and s.deps[v] in ("attr", "acomp"):
        return surface_subjects(s, s.heads[v], depth + 1) if depth < 6 else []
    return _inherited_subjects(s, v, depth + 1) if depth < 6 else []


_DOCUMENTS = frozenset(
    "statement letter communiqué communique declaration petition resolution note message strike rally protest "
    "demonstration march sit-in campaign boycott report motion bill tweet post email speech banner law "
    "decree ordinance edict act amendment legislation directive order".split()
)
"""What somebody writes or stages: "issued a statement calling on Moscow", "a strike demanding higher pay"."""


def _acl_subjects(s: Sentence, v: int, noun: int, depth: int) -> list[int]:
    if s.tags[v] == "VBG" and s.lemmas[noun] not in _DOCUMENTS:
        return _flat(s, [noun])
    if s.tags[v] == "VBN" and s.lemmas[v] in _MIDDLE and not is_passive(s, v):
        return _flat(s, [noun])  # "a militia engaged in talks with the government"
    owners = s.kids(noun, "poss")
    if s.lemmas[noun] in PLOTS and not any(
        s.lemmas[c] == "coup" for c in s.kids(noun, "compound")
    ):  # "a Russian plot to kill him", "a plot by rebels to kill him"
        owners += [c for c in s.kids(noun, "amod", "compound", "nmod") if s.words[c][:1].isupper()]
        owners += [o for p in s.kids(noun, "prep") if s.lemmas[p] == "by" for o in s.kids(p, "pobj")]
    owners = owners or _planners(s, v, noun)
    if owners:
        return _flat(s, owners)
    by = [o for p in s.kids(noun, "prep") if s.lemmas[p] == "by" and p < v for o in s.kids(p, "pobj")]
    if s.tags[v] == "VB" and s.lemmas[noun] in _TOLD_TO:
        by = by or [
            o for p in s.kids(noun, "prep") if s.words[p] == "to" and p < v for o in s.kids(p, "pobj")
        ]
    if by and s.tags[v] == "VB":
        return _flat(s, by)  # "banned in an attempt by the authorities to silence them"
    governor = s.heads[noun]
    if s.deps[noun] in ("dobj", "pobj", "attr") and s.tags[v] in ("VB", "VBG"):
        verb = governor if s.pos[governor] in ("VERB", "AUX") else s.heads[governor]
        if s.pos[verb] in ("VERB", "AUX") and s.lemmas[verb] not in _RECEIVING:
            return subjects(s, verb, depth + 1)
    return []


def _planners(s: Sentence, v: int, noun: int) -> list[int]:
    """ "Benin criticised a United Nations decision to impose curbs": the United Nations impose them."""
    verb = s.heads[noun]
    judged = s.deps[noun] == "dobj" and s.lemmas[verb] in _RECEIVING | _JUDGING_PLANS
    if s.tags[v] != "VB" or s.lemmas[noun] not in _PLANS or not (judged or s.deps[noun] == "nsubjpass"):
        return []
    before = [c for c in s.kids(noun, "amod", "compound", "nmod") if s.words[c][:1].isupper()]
    led = [p for p in s.kids(noun, "prep") if s.lemmas[p] in ("by", "of", "from") and p < v]
    return before or [o for p in led for o in s.kids(p, "pobj")]


_PLANS = frozenset(
    "decision plan bid offer proposal move attempt effort pledge promise threat vote push drive campaign "
    "request initiative demand".split()
)
"""What is somebody's before he does it: "an Irish bid to host the talks"."""
_JUDGING_PLANS = frozenset(
    "accept approve back endorse support veto shun spurn protest question attack rebuff".split()
)
"""What others do with a plan whose author stands beside it; one that has none may be their own."""
_TOLD_TO = frozenset(
    "warning ultimatum message appeal call order request demand instruction plea signal".split()
)
"""What somebody is told, and should then do: "issued a warning to the ruler to agree to talks"."""
_RECEIVING = frozenset(
    "act receive reject consider hear dismiss ignore answer grant discuss get read debate examine halt foil "
    "thwart stop prevent crush condemn denounce oppose suppress defeat block avert abort resist repel "
    "uncover discover detect unmask reveal expose bust smash disrupt unravel allege report frustrate "
    "criticise criticize welcome hail applaud deplore decry slam lambast blast assail praise".split()
)
"""What is done to a petition, a letter, a plan or a plot by others than those who make it."""
PLOTS = frozenset("plot conspiracy scheme intrigue".split())
"""What those plan who do not want to be found out, so seldom those who tell of it."""
_FOR_DEEDS = frozenset({"convict", "accuse", "acquit", "suspect"})
_RESULTING = frozenset({"result", "culminate", "end"})
"""What results in a deed does not do it: "mediation which resulted in reaching an accord"."""


_WAYS_OUT = frozenset("choice option alternative recourse".split())


def _pcomp_subjects(s: Sentence, prep: int, depth: int) -> list[int]:
    governor = s.heads[prep]
    noun = s.pos[governor] in ("NOUN", "PROPN")
    if noun:  # "has no intention of releasing them": who has it
        owners = s.kids(governor, "poss")
        if owners:
            return _flat(s, owners)
        if s.lemmas[prep] == "but" and s.lemmas[governor] in _WAYS_OUT:
            left = s.kids(s.heads[governor], "dative") or s.kids(s.heads[governor], "dobj")
            if left and left[0] != governor:
                return _flat(s, left[:1])  # "left him no choice but to resign"
        if (
            s.lemmas[prep] == "of"
            and s.deps[governor] == "dobj"
            and s.lemmas[s.heads[governor]] in _FOR_DEEDS
        ):
            return _flat(s, [content_head(s, governor)])  # "convicted twelve leaders of promoting secession"
        governor = s.heads[governor]
        while s.deps[governor] == "prep" and s.heads[governor] != governor:
            governor = s.heads[governor]  # "was led away within an hour of being sentenced"
    if s.pos[governor] not in ("VERB", "AUX", "ADJ") or s.lemmas[governor] in _RESULTING:
        return []
    if noun:
        return surface_subjects(s, governor, depth + 1)
    if s.lemmas[governor] == "join" and s.lemmas[prep] == "in":  # "joined Lesotho in denouncing it": both
        return surface_subjects(s, governor, depth + 1) + _flat(s, s.kids(governor, "dobj"))
    charged = s.lemmas[governor] == "charge" and s.lemmas[prep] == "with"  # "… them with staging a rally"
    if (charged or s.lemmas[prep] in ("of", "for", "from", "into", "against")) and s.kids(governor, "dobj"):
        return _flat(s, [content_head(s, o) for o in s.kids(governor, "dobj")])
    return surface_subjects(s, governor, depth + 1)


def by_force(s: Sentence, v: int) -> bool:
    """ "the camp would be cleared, by force if necessary"."""
    return any(
        s.words[x].lower() == "by" and s.words[x + 1 : x + 2] == ["force"] for x in s.subtree(v) if x > v
    )


@kept
def objects(s: Sentence, v: int, depth: int = 0) -> list[int]:
    """What ``v`` is done to: direct object, subject of a passive, or relative antecedent."""
    if is_passive(s, v):
        own = s.kids(v, "nsubjpass")
        if own:
            return _flat_relatives(s, v, own) + _flat(s, s.kids(v, "dobj", "oprd"))
        if s.deps[v] in ("acl", "amod"):
            found = those_named(s, s.heads[v]) or [s.heads[v]]
        elif s.deps[v] in ("conj", "advcl", "xcomp", "pcomp"):
            found = surface_subjects(s, v)
        else:
            found = []
        return _flat(s, found) + _flat(s, s.kids(v, "dobj", "oprd"))
    own = s.kids(v, "dobj", "dative")
    own = [c for c in own if s.pos[c] != "ADP"]
    if own:
        return _flat(s, [_resolve_relative(s, v, c) for c in own])
    if s.lemmas[v] in OBJECT_CONTROL:  # "allowed women to drive": the parser puts the object below
        bare = ("VB", "VBP") if s.lemmas[v] == "let" else ("VB",)
        below = [c for c in s.kids(v, "ccomp") if s.tags[c] in bare and c > v and not s.kids(c, "mark")]
        below = [c for c in below if not any(s.tags[a] == "MD" for a in s.kids(c, "aux"))]
        raised = [x for c in below for x in s.kids(c, "nsubj", "nsubjpass")]
        if raised:
            return _flat(s, raised)
    if s.kids(v, "prt"):  # "rounded up activists headed for the shrine": no clause, a reduced relative
        below = [
            c for c in s.kids(v, "ccomp") if s.tags[c] in ("VBD", "VBN") and not s.kids(c, "aux", "mark")
        ]
        raised = [x for c in below for x in s.kids(c, "nsubj") if x < c]
        if raised:
            return _flat(s, raised)
    if s.deps[v] == "relcl" and s.kids(v, "nsubj"):
        subject = s.kids(v, "nsubj")[0]
        placed = any(
            s.tags[c] == "WRB" for c in s.kids(v, "advmod")
        )  # "the square where soldiers shot at them"
        if (
            s.lemmas[subject] not in ("who", "which", "that")
            and not placed
            and not s.kids(v, "ccomp", "xcomp")
        ):
            return [s.heads[v]]
    if s.deps[v] == "conj" and s.pos[s.heads[v]] == "VERB" and depth < 3:
        return []
    follower = [c for c in s.kids(v, "conj") if s.pos[c] == "VERB" and not s.kids(c, "nsubj")]
    thrown = any(s.lemmas[c] in _THROWING for c in follower)  # "shooting and throwing grenades": not at these
    alone = not thrown and not s.kids(v, "prep", "ccomp", "xcomp", "advcl")
    if follower and alone and depth < 3 and _joined_at_once(s, v):
        return objects(s, follower[0], depth + 1)  # "condemned and rejected the plan"
    return []


_THROWING = frozenset("throw hurl lob toss fling".split())


def those_named(s: Sentence, those: int) -> list[int]:
    """ "Those detained include Ada Nkosi", "among those held was …": who they are."""
    if s.lemmas[those] not in ("those", "the"):
        return []
    verb = s.heads[those]
    if s.deps[those] == "nsubj" and s.lemmas[verb] == "include":
        return s.kids(verb, "dobj")
    above = s.heads[verb]
    if s.deps[those] == "pobj" and s.lemmas[verb] in ("among", "amongst") and s.lemmas[above] == "be":
        return s.kids(above, "nsubj", "attr")
    return []


_ADDRESSING = frozenset("call telephone phone summon ring address write".split())
_ADDRESSED = frozenset(
    "urge voice express lodge convey demand protest complain congratulate thank warn offer request".split()
)


def purpose_objects(s: Sentence, verb: int) -> list[int]:
    """Whom a speech in a purpose clause is for: "telephoned the two ministers to urge restraint"."""
    head = s.heads[verb]
    if s.deps[verb] not in ("advcl", "xcomp") or s.lemmas[verb] not in _ADDRESSED:
        return []
    if s.lemmas[head] not in _ADDRESSING or not any(s.lemmas[a] == "to" for a in s.kids(verb, "aux")):
        return []
    return objects(s, head)


def objects_below(s: Sentence, verb: int, fixed: Iterable[int]) -> list[int]:
    """Objects of a fixed verb below another one: "refused to recognise Kosovo"."""
    below = [t for t in fixed if t != verb and s.pos[t] == "VERB" and s.heads[t] == verb]
    return [o for t in below if s.deps[t] in ("xcomp", "ccomp") for o in objects(s, t)]


_DISPELLING = frozenset(
    "disperse scatter repel clear drive break quell push hold force stop remove evict subdue keep contain".split()
)


def dispersed(s: Sentence, anchors: Iterable[int]) -> list[int]:
    """Whom force is used on: "fired tear gas to disperse them", "used batons to break up the march"."""
    for verb in anchors:
        for c in s.kids(verb, "xcomp", "advcl", "acl"):
            if s.tags[c] == "VB" and s.lemmas[c] in _DISPELLING:
                return objects(s, c)
        for n in s.kids(verb, "dobj"):
            for c in s.kids(n, "acl", "relcl"):
                if s.tags[c] == "VB" and s.lemmas[c] in _DISPELLING:
                    return objects(s, c)
    return []


_GOT = frozenset("import buy purchase ship originate come".split())
"""Participles behind goods whose "from" tells whose they are: "tariffs on cars imported from Japan"."""


def _out_of(s: Sentence, p: int) -> list[int]:
    """ "pulled out of the accord with Oslo": the accord, behind two prepositions."""
    return [o for q in s.kids(p, "prep") for o in s.kids(q, "pobj")] if s.lemmas[p] == "out" else []


def led(s: Sentence, head: int, leads: Container[str]) -> list[int]:
    """What the given prepositions lead directly below a word: "a part *in the raid*"."""
    return [o for p in s.kids(head, "prep") if s.lemmas[p] in leads for o in s.kids(p, "pobj")]


@kept
def prepositional(s: Sentence, i: int) -> list[tuple[str, int, int]]:
    """(preposition, its token, its object) below ``i`` and below its object or complement.

    "to/from/on X" attaches to noun or verb alike, so those under the direct object count too.
    """
    out: list[tuple[str, int, int]] = []
    anchors = [i]
    anchors += [
        c
        for c in s.kids(i, "dobj", "attr", "nsubjpass", "acomp", "oprd", "prt", "advmod", "ccomp", "npadvmod")
        if s.pos[c] in ("NOUN", "ADP", "ADV", "PROPN", "ADJ", "NUM")
    ]
    # "fired 36 missiles and dozens of drones at towns": "at towns" hangs from the last of them
    anchors += [x for c in s.kids(i, "dobj") for x in conjuncts(s, c) if x != c and s.pos[x] == "NOUN"]
    anchors += _also_hurt(s, i)
    anchors += [x for c in s.kids(i, "dobj") if (x := content_head(s, c)) != c]  # "a set of tariffs on X"
    for anchor in list(anchors):
        anchors += [
            o
            for p in s.kids(anchor, "prep")
            for o in [*s.kids(p, "pobj"), *_out_of(s, p)]
            if s.pos[o] == "NOUN" or s.lemmas[p] == "under"  # "sanctions under the Magnitsky Act on X"
        ]
    anchors += [c for a in anchors[1:] for c in s.kids(a, "acl") if s.lemmas[c] in _GOT]
    for anchor in dict.fromkeys(anchors):
        lead = s.lemmas[s.heads[anchor]] if s.deps[anchor] == "pobj" else ""
        for p in s.kids(anchor, "prep", "dative", "agent"):
            if s.pos[p] not in ("ADP", "SCONJ", "PART", "ADV", "VERB"):
                continue
            if s.lemmas[p] == "of" and lead in _OF_ITS_OWN and anchor != i:
                continue  # "took control after weeks of unrest": weeks of it, no control of it
            out.extend(_prep_objects(s, p))
    for p in s.kids(i, "advmod", "prt"):
        out.extend(_prep_objects(s, p))
    if s.deps[i] == "relcl":  # "the country on which it imposed sanctions"
        out = [(name, p, _resolve_relative(s, i, o)) for name, p, o in out]
    return out


_OF_ITS_OWN = frozenset("after before amid by since following until".split())


def _prep_objects(s: Sentence, p: int) -> list[tuple[str, int, int]]:
    name = s.lemmas[p]
    out: list[tuple[str, int, int]] = []
    for o in s.kids(p, "pobj", "pcomp"):
        out.extend((name, p, x) for x in conjuncts(s, o))
        if name == "between" and not s.kids(o, "conj"):  # "between the government of Chad and the bank"
            below = [x for q in s.kids(o, "prep") if s.lemmas[q] == "of" for x in s.kids(q, "pobj")]
            out.extend((name, p, c) for x in below for c in s.kids(x, "conj"))
    for inner in s.kids(p, "prep"):  # "out of", "ahead of", "because of"
        if s.lemmas[inner] == "to" and s.words[p].lower() in _NO_GOAL:
            continue
        out.extend((s.lemmas[inner], inner, x) for o in s.kids(inner, "pobj") for x in conjuncts(s, o))
    for other in s.kids(p, "conj"):
        if s.pos[other] == "ADP":
            out.extend(_prep_objects(s, other))
    return out


_NO_GOAL = frozenset("according due owing thanks prior contrary pursuant compared".split())
"""Words whose "to" tells neither whom nor where: "denied entry to the priest, according to a report"."""


def light_verb(s: Sentence, noun: int) -> int | None:
    """The verb that only carries the noun's meaning: "launched" in "launched an attack"."""
    head = s.heads[noun]
    ended = s.lemmas[head] in ("put", "break") and any(
        s.lemmas[p] in ("down", "up") for p in s.kids(head, "prt")
    )
    if s.deps[noun] in ("dobj", "nsubjpass") and s.lemmas[head] in _LIGHT and not ended:
        return head
    if s.deps[noun] == "pobj" and s.deps[head] == "prep":
        above = s.heads[head]
        other = s.lemmas[above] == "begin" and s.kids(above, "dobj")  # "begun an inquiry into the beating"
        light = s.lemmas[above] in LIGHT_PREPOSITIONAL and not other
        light = light and not _in_answer_to(s, above)
        if light and s.lemmas[head] in ("in", "into", "on", "to", "for"):
            return above
        if s.lemmas[head] == "include":  # "announced a package of steps, including a ban"
            listed = (x for x in s.ancestors(head) if s.deps[x] == "dobj")
            return next((s.heads[x] for x in listed if s.lemmas[s.heads[x]] in _MEASURING), None)
        if s.lemmas[above] in _ANSWERING and s.lemmas[head] == "with":  # "answered with a call for a strike"
            return above
        if s.lemmas[above] in ("phase", "stage") and s.lemmas[s.heads[above]] in _PHASED:
            return s.heads[above]  # "completed the first phase of a crackdown"
        if s.lemmas[above] in _QUANTITY or s.lemmas[above] in ("series", "round", "wave", "campaign"):
            return light_verb(s, above)
    if s.deps[noun] == "conj":
        return light_verb(s, head)
    if s.deps[noun] in ("relcl",):
        return None
    for rel in s.kids(noun, "relcl", "acl"):  # "the attack that rebels launched", "an attack carried out by"
        aimed = s.tags[rel] == "VB" and bool(s.kids(rel, "aux"))  # "the refusal to step down"
        if s.lemmas[rel] in _LIGHT and not aimed:
            return rel
    return None


def _in_answer_to(s: Sentence, verb: int) -> bool:
    """ "It was in revenge for air strikes": no strikes of those who say so."""
    led = [o for p in s.kids(verb, "prep") if s.lemmas[p] == "in" for o in s.kids(p, "pobj")]
    return any(
        s.lemmas[o] in ("revenge", "retaliation", "response", "reprisal", "return", "reply") for o in led
    )


_MEASURING = frozenset("announce unveil impose adopt order approve introduce take launch declare".split())
"""What is done to measures, of which one is told behind "including"."""
_ANSWERING = frozenset("answer respond react retaliate reply counter".split())


def _flat(s: Sentence, found: list[int]) -> list[int]:
    out: list[int] = []
    for i in found:
        for c in conjuncts(s, i):
            if c not in out:
                out.append(c)
    return out


def _flat_relatives(s: Sentence, v: int, found: list[int]) -> list[int]:
    """Parties of a verb, relative pronouns resolved: of "Cruz, who ordered it, and two aides" only Cruz."""
    out: list[int] = []
    for i in found:
        noun = _resolve_relative(s, v, i)
        out += [c for c in _flat(s, [noun]) if c not in out and (noun == i or c < v)]
    return out


def phrase(s: Sentence, head: int, *, with_of: bool = True) -> tuple[int, int]:
    """First and last token of the name-like phrase around ``head``.

    Determiners, relative clauses, appositions set off by commas, coordinated parts and
    prepositional phrases other than *of/in* that belong to the name are left out.
    """
    first = last = head
    for c in s.children[head]:
        dep = s.deps[c]
        if dep in (
            "det",
            "predet",
            "punct",
            "cc",
            "conj",
            "preconj",
            "relcl",
            "advcl",
            "case",
            "neg",
            "mark",
            "aux",
        ):
            continue
        if c < head and dep in (
            "compound",
            "amod",
            "nmod",
            "poss",
            "nummod",
            "npadvmod",
            "advmod",
            "quantmod",
            "appos",
        ):
            first = min(first, min(_name_part(s, c)))
        elif c > head and dep == "prep" and with_of and _belongs(s, head, c):
            for o in s.kids(c, "pobj"):
                last = max(last, phrase(s, o, with_of=False)[1])
        elif (c > head and dep in ("compound", "nmod", "nummod")) or (
            c > head and dep == "appos" and c <= head + 4 and not _apart(s, head, c)
        ):
            last = max(last, c)
    while first < last and (
        s.deps[first] in ("det", "punct", "case") or s.lemmas[first] in ("the", "a", "an")
    ):
        first += 1
    return first, last


_SPEAKERS = frozenset("spokesman spokeswoman spokesperson negotiator lawyer attorney campaigner".split())


def of_is_the_verbs(s: Sentence, h: int) -> bool:
    """ "accused the government of weakness": the *of* belongs to the verb, not to the name."""
    h = first_joined(s, h)
    verb = s.heads[h]
    return s.deps[h] in ("dobj", "nsubjpass") and s.lemmas[verb] in _OF_VERBS


_OF_VERBS = frozenset("accuse convict acquit suspect strip rob deprive clear relieve warn inform".split())


def _belongs(s: Sentence, head: int, prep: int) -> bool:
    """True for the *of* of a name, and for whom somebody speaks."""
    return s.lemmas[prep] == "of" or (s.lemmas[prep] == "for" and s.lemmas[head] in _SPEAKERS)


def _name_part(s: Sentence, c: int) -> list[int]:
    return [j for j in s.subtree(c) if s.deps[j] not in ("relcl", "acl")] or [c]


def _comma_between(s: Sentence, a: int, b: int) -> bool:
    return any(s.words[k] in (",", "(", "-", "--", "–", "—", ";") for k in range(min(a, b), max(a, b)))


def _apart(s: Sentence, head: int, name: int) -> bool:
    """True for a name behind a comma, or behind "known as"."""
    return _comma_between(s, head, name) or any(s.tags[k] == "VBN" for k in range(head + 1, name))


def appositions(s: Sentence, head: int) -> list[int]:
    """Heads that rename ``head``: appositions on it, and what it is itself an apposition of."""
    out = list(s.kids(head, "appos"))
    if s.deps[head] == "appos":
        out.append(s.heads[head])
    return out


BUILT = frozenset(
    "embassy consulate mosque church synagogue temple cathedral shrine hospital clinic school hotel nightclub "
    "restaurant cafe airport station theatre market mall kindergarten bridge building pipeline".split()
)
_HITTING = frozenset("attack bombing shooting blast explosion siege massacre stabbing raid shelling".split())


_ABUSING = frozenset("abuse rape killing murder trafficking molestation exploitation".split())


def is_hit(s: Sentence, c: int) -> bool:
    """ "the mosque attacks", "a Russian embassy bombing": a building before such a noun is what was hit."""
    if s.deps[c] != "compound":
        return False
    if s.lemmas[c] in ("child", "infant", "baby") and s.lemmas[s.heads[c]] in _ABUSING:  # "child abuse"
        return True
    return s.lemmas[c].lower() in BUILT and s.lemmas[s.heads[c]] in _HITTING


_PARTS_OF_LANDS = frozenset("bank strip heights peninsula valley province region island desert delta".split())


def before_a_land(s: Sentence, c: int) -> int | None:
    """ "An Israeli West Bank raid", "a Syrian Homs province strike": the first word tells who does it there."""
    if s.lemmas[c].lower() not in _PARTS_OF_LANDS or s.pos[c] != "PROPN":
        return None
    before = s.kids(c, "compound", "amod", "nmod")
    return before[0] if len(before) > 1 else None  # "the West Bank raid" alone
