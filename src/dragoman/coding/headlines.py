"""Headlines: verbs that the parser takes for nouns, and subjects that it hangs elsewhere.

"Gunmen storm embassy", "Hungary seals border", "EU leaders back bid", "Kim, Trump to meet": a
headline has no articles, so a bare verb between two nouns looks like a part of a long noun.
"""

from __future__ import annotations

from collections.abc import Set

from dragoman.coding import headline_lists, headline_passives, headline_plurals, headline_speakers
from dragoman.coding.grammar import first_joined
from dragoman.coding.headline_speakers import LAST_WORDS
from dragoman.coding.slots import TIME_NOUNS, is_calendar
from dragoman.coding.trees import attach, rehang
from dragoman.language import Sentence, stems

UNINFLECTED = frozenset(
    "police people taliban militia troop crew staff houthi press navy army rebels militants insurgents "
    "troops soldiers protesters students workers gunmen farmers fighters leaders ministers lawmakers".split()
)
EVENT_NOUNS = frozenset(
    "talk strike protest attack clash raid sanction rebel force plan claim call fear tie aid deal trade "
    "vote poll election charge demand move threat rally riot crash blast death right work job price "
    "share sale result rule report probe trial march fight battle cut tax rate export import stock "
    "market game match goal troop arm resident leader minister official victim refugee migrant affair "
    "issue crime drug human warplane jet mortar shell rocket missile tank state nation".split()
)
"""Plurals that are nouns far more often than verbs in a headline ("Geneva talks deadline")."""


def repair(s: Sentence, verbs: Set[str]) -> None:
    """Mend a headline; ``verbs`` are the lemmas that can be its verb."""
    _former(s)
    _number_read_as_name(s)
    if headline_speakers.repair(s, verbs):
        return
    _topic(s)
    _back_in(s)
    if headline_plurals.repair(s, verbs):
        return
    _second_verb(s)
    _noun_behind_its_adjective(s)
    _aimed_at(s)
    if _ordered_done(s, verbs):
        return
    _call_read_as_verb(s, verbs)
    _verb_at_the_end(s)
    if _to_meet(s) or _acronym_read_as_verb(s, verbs) or _sanctioned(s) or headline_passives.participle(s):
        return
    if _found_guilty(s) or _joined_names(s, verbs) or _told_to(s):
        return
    if (
        _name_before_verb(s, verbs)
        or _plural_before_verb(s, verbs)
        or _misread_tag(s, verbs)
        or _misread_object(s, verbs)
    ):
        return
    _compound_verb(s, verbs)
    _object_read_as_verb(s, verbs)
    headline_plurals.objects(s, verbs)
    _two_objects(s)
    _subjects(s)
    _object_left_over(s)
    headline_lists.repair(s)
    headline_passives.repair(s)
    _particle_before_object(s)
    _fleeing_people(s)


_NUMBERS = {"Dozens": "dozen", "Hundreds": "hundred", "Thousands": "thousand", "Scores": "score"}


def _number_read_as_name(s: Sentence) -> None:
    """ "Kazakhstan: Dozens detained at rally": dozens of people, and nobody called so."""
    for i in range(len(s)):
        if s.words[i] in _NUMBERS and s.pos[i] == "PROPN":
            s.pos[i], s.tags[i], s.lemmas[i] = "NOUN", "NNS", _NUMBERS[s.words[i]]


TOPICS = frozenset(
    "protest clash strike attack raid riot trial talk unrest shooting bombing coup war crisis siege "
    "summit vote election referendum row dispute live blast earthquake conflict scandal probe".split()
)
"""Nouns before a colon that only say what a report is about: "Hong Kong protests: Police clear …"."""


def _topic(s: Sentence) -> None:
    for k in range(1, min(len(s) - 1, 6)):
        topic = k - 1
        if s.words[k] != ":" or s.root <= k or not any(t in TOPICS for t in stems(s.words[topic].lower())):
            continue
        if s.pos[topic] == "VERB":
            s.pos[topic], s.tags[topic], s.deps[topic] = "NOUN", "NNS", "dep"
            for c in s.kids(topic, "nsubj"):
                s.deps[c] = "compound"
        s.named.add(topic)
        if s.deps[topic] in ("nsubj", "nsubjpass"):  # "Guinea coup: president held"
            s.deps[topic] = "dep"


def _second_verb(s: Sentence) -> None:
    """ "Kim tests missile, threatens Seoul": two deeds of one subject, not his words about Seoul's."""
    v = s.root
    first = next((u for u in s.kids(v, "ccomp") if u < v and s.kids(u, "nsubj")), None)
    behind = [c for c in s.kids(v, "nsubj") if c > v]
    if first is None or not behind or s.words[v - 1] != "," or s.kids(v, "dobj"):
        return
    foretold = s.lemmas[v] == "warn" and any(s.tags[a] == "MD" for a in s.kids(first, "aux"))
    if s.lemmas[v] in LAST_WORDS - {"warn"} or foretold:  # "Kenya must free activists, says Amnesty"
        return
    attach(s, first, first, "ROOT")
    attach(s, v, first, "conj")
    attach(s, behind[0], v, "dobj")


def _noun_behind_its_adjective(s: Sentence) -> None:
    """ "Turkish drive into Iraq stalls": a drive, which is the subject of the verb behind it."""
    for n in range(1, len(s) - 2):
        own = s.kids(n, "nsubj")
        if (
            s.tags[n] not in ("VBP", "VB")
            or own != [n - 1]
            or s.tags[n - 1] != "JJ"
            or s.kids(n, "dobj", "aux")
        ):
            continue
        verb = next((u for u in range(n + 1, len(s)) if s.tags[u] == "VBZ" and s.pos[u] == "VERB"), None)
        if verb is None or s.kids(verb, "nsubj"):
            return
        s.pos[n], s.tags[n], s.lemmas[n] = "NOUN", "NN", s.words[n].lower()
        attach(s, n - 1, n, "amod")
        attach(s, n, verb, "nsubj")
        return


_AIMED = frozenset("fire launch throw hurl lob shoot aim unleash".split())


def _aimed_at(s: Sentence) -> None:
    """ "Iran fires drones, missiles at Israel": all of them at it, not the last alone."""
    for p in range(3, len(s)):
        thing = s.heads[p]
        first = s.heads[thing] if s.deps[thing] in ("conj", "appos") else thing
        if s.words[p] in ("at", "into", "towards") and first != thing and s.lemmas[s.heads[first]] in _AIMED:
            attach(s, p, s.heads[first], "prep")


_ALONE = frozenset("flee resign quit surrender die return arrive leave escape retreat withdraw step".split())
"""Verbs that end a headline without an object."""


def _verb_at_the_end(s: Sentence) -> None:
    """ "Coup in Gambia, president flees": a verb that the parser takes for a plural."""
    v = len(s) - 1
    subject = v - 1
    if v < 1 or s.tags[v] != "NNS" or s.deps[v] not in ("ROOT", "dobj", "appos", "conj"):
        return
    base = next((x for x in stems(s.words[v].lower()) if x in _ALONE and x != s.words[v].lower()), None)
    if base is None or s.pos[subject] not in (*_PERSONS, "PUNCT"):
        return
    if s.pos[subject] == "PUNCT":  # "Aristide resigns, flees"
        if s.deps[v] == "dobj" and s.words[subject] == ",":
            _make_verb(s, v)
            s.lemmas[v] = base
            s.deps[v] = "conj"
        return
    if s.heads[subject] == v and s.deps[subject] == "compound":
        _make_verb(s, v)
        s.lemmas[v] = base
        attach(s, subject, v, "nsubj")


_CALLS = frozenset({"call", "calls", "demand", "demands", "appeal", "appeals", "plea", "pleas"})


def _call_read_as_verb(s: Sentence, verbs: Set[str]) -> None:
    """ "Minister rejects calls to quit": the verb before it, which is taken for its subject."""
    c = s.root
    v = c - 1
    if s.words[c].lower() not in _CALLS or v < 1 or s.deps[v] != "nsubj" or s.heads[v] != c:
        return
    bases = {x for x in stems(s.words[v].lower()) if x != s.words[v].lower() and x in verbs}
    if not bases or s.pos[v - 1] not in _PERSONS:
        return
    _make_verb(s, v)
    s.lemmas[v] = min(bases, key=len)
    s.pos[c], s.tags[c] = "NOUN", "NNS" if s.words[c].endswith("s") else "NN"
    attach(s, v, v, "ROOT")
    attach(s, v - 1, v, "nsubj")
    for x in [x for x in s.children[v] if x < v - 1]:
        attach(s, x, v - 1, "compound")
    attach(s, c, v, "dobj")
    for x in s.kids(c, "xcomp"):
        attach(s, x, c, "acl")


_WANTING = frozenset({"order", "want", "demand", "seek"})


def _ordered_done(s: Sentence, verbs: Set[str]) -> bool:
    """ "Court orders minister jailed": what is wanted, and who wants it."""
    done = s.root
    if s.tags[done] not in ("VBN", "VBD") or s.kids(done, "dobj", "aux", "auxpass"):
        return False
    for v in range(1, done):
        base = next((x for x in stems(s.words[v].lower()) if x in _WANTING & verbs), None)
        if base is None or s.tags[v] not in ("NNS", "VBZ") or s.tags[v - 1] not in ("NN", "NNP"):
            continue
        people = [c for c in s.kids(done, "nsubj", "nsubjpass") if c > v]
        if not people:
            continue
        _make_verb(s, v)
        s.lemmas[v] = base
        left = [c for c in range(v) if s.heads[c] >= v]
        attach(s, v, v, "ROOT")
        attach(s, v - 1, v, "nsubj")
        for c in [c for c in left if c != v - 1] + [c for c in s.children[v] if c < v - 1]:
            attach(s, c, v - 1, "compound")
        for c in [c for c in s.children[v] if c > v]:
            attach(s, c, people[0], "amod")
        attach(s, done, v, "ccomp")
        attach(s, people[0], done, "nsubjpass")
        s.tags[done] = "VBN"
        return True
    return False


def _back_in(s: Sentence) -> None:
    """ "Opposition leader back in jail": where the leader is, no back of his."""
    for b in range(1, len(s) - 2) if "back" in s.bag else ():
        prep, noun = b + 1, b - 1
        if s.words[b].lower() != "back" or s.lemmas[prep] not in ("in", "behind", "inside"):
            continue
        if s.pos[noun] in ("NOUN", "PROPN") and s.pos[b] == "ADV" and s.kids(prep, "pobj"):
            attach(s, prep, noun, "prep")


def _former(s: Sentence) -> None:
    """ "Ex-president held": one word, not a subject "Ex" with another one behind it."""
    for i in range(len(s) - 2):
        if s.words[i].lower() == "ex" and s.words[i + 1] == "-" and s.pos[i + 2] in _PERSONS:
            noun = i + 2
            head, dep = (noun, "ROOT") if s.heads[i] == i else (s.heads[i], s.deps[i])
            if head in (i + 1, noun):
                continue
            attach(s, noun, head, dep)
            for part in (i, i + 1):
                attach(s, part, noun, "amod" if part == i else "punct")


_PARTICLES = frozenset("back out off up in down away".split())


def _particle_before_object(s: Sentence) -> None:
    """ "Seoul pulls back ships": the verb's particle, not a part of what follows."""
    v = _finite_root(s)
    p = None if v is None else v + 1
    if p is None or p + 1 >= len(s) or s.words[p].lower() not in _PARTICLES:
        return
    if s.deps[p] in ("amod", "advmod", "compound") and s.pos[s.heads[p]] in _PERSONS and s.heads[p] > p:
        s.pos[p], s.tags[p] = "ADP", "RP"
        attach(s, p, s.root, "prt")


def _fleeing_people(s: Sentence) -> None:
    """ "Bangladesh takes in fleeing Rohingya": a participle before the object, no deed of the subject."""
    for v in range(2, len(s) - 1):
        verb, people = s.heads[v], v + 1
        if s.tags[v] != "VBG" or s.deps[v] != "xcomp" or s.deps[v - 1] != "prt" or s.heads[v - 1] != verb:
            continue
        if s.heads[people] == v and s.deps[people] == "dobj" and not s.kids(verb, "dobj"):
            attach(s, people, verb, "dobj")
            attach(s, v, people, "amod")
            s.pos[v] = "ADJ"


def _acronym_read_as_verb(s: Sentence, verbs: Set[str]) -> bool:
    """ "ECOWAS calls on Guinea to hold elections": a name in capitals taken for an imperative."""
    if len(s) < 4 or s.root != 0 or s.tags[0] not in ("VB", "VBP", "NNP") or not s.words[0].isupper():
        return False
    if s.deps[1] not in ("dobj", "npadvmod", "attr") or s.tags[1] != "NNS" or len(s.words[0]) < 2:
        return False
    bases = {x for x in (s.lemmas[1], *stems(s.words[1].lower())) if x != s.words[1].lower() and x in verbs}
    if not bases or s.tags[2] not in ("IN", "TO", "RP", "DT", "PRP$", "NNP"):
        return False
    _make_verb(s, 1)
    s.lemmas[1] = min(bases, key=len)
    s.pos[0], s.tags[0] = "PROPN", "NNP"
    attach(s, 1, 1, "ROOT")
    attach(s, 0, 1, "nsubj")
    rehang(s, [c for c in s.children[0] if c > 1], 1)
    return True


_UPSET = frozenset(
    "concerned alarmed worried troubled outraged appalled angry furious dismayed incensed unhappy disappointed "
    "displeased critical wary".split()
)
_PREDICATES = _UPSET | frozenset(
    "guilty liable ready due willing open keen eager unwilling reluctant optimistic".split()
)


def _found_guilty(s: Sentence) -> bool:
    """ "Warlord guilty of murder": what a headline says of somebody without its "is"."""
    root = s.root
    if s.words[root] == "ready" and s.kids(root, "nsubj") and not s.kids(root, "dobj", "aux"):
        s.pos[root], s.tags[root] = "ADJ", "JJ"  # "Mali ready to talk": no verb
        return True
    upset = s.words[root].lower() in _UPSET and s.kids(root, "nsubj") and s.kids(root, "prep")
    if upset and not s.kids(root, "dobj", "aux"):
        s.pos[root], s.tags[root], s.lemmas[root] = "ADJ", "JJ", s.words[root].lower()
        return True  # "UN alarmed over demolitions": nobody whom it alarmed
    if s.pos[root] not in ("NOUN", "PROPN"):
        return False
    for a in s.kids(root, "amod", "acl"):
        told = s.lemmas[a] in _PREDICATES or s.words[a].lower() in _UPSET
        if a == root + 1 and told and s.kids(a, "prep", "xcomp"):
            s.lemmas[a] = s.words[a].lower()
            s.pos[a] = "ADJ"
            attach(s, a, a, "ROOT")
            attach(s, root, a, "nsubj")
            return True
    return False


def _joined_names(s: Sentence, verbs: Set[str]) -> bool:
    """ "Mali and Niger sign defence pact": a verb taken for one more noun of a list of names."""
    noun = s.root
    if s.pos[noun] != "NOUN":
        return False
    for v in range(2, noun):
        if s.deps[v] == "conj" and s.heads[v] < v and s.pos[v] == "NOUN" and _may_be_verb(s, v, verbs):
            _split(s, v, noun)
            return True
    return False


def _two_objects(s: Sentence) -> None:
    """ "Kenya hands terror suspect to US", "India voices support": the last noun taken for a verb."""
    v = _finite_root(s)
    if v is None:
        return
    things = [c for c in s.kids(v, "dobj") if c > v]
    if not things or s.tags[things[-1]] not in ("VB", "VBP") or s.kids(things[-1], "nsubj", "dobj", "aux"):
        return
    last = things[-1]
    s.pos[last], s.tags[last] = "NOUN", "NN"
    for c in things[:-1]:
        if c == last - 1:
            attach(s, c, last, "compound")


_SANCTIONED = frozenset(
    "warlord general minister official oligarch firm company bank leader commander network trader judge "
    "businessman tycoon militia group settler hacker chief president spy refinery tanker shipper entity "
    "aide family lawmaker politician rebel governor airline insurer broker trafficker smuggler cartel "
    "lord chieftain senator deputy premier envoy mayor gang".split()
)


_FIRED = frozenset("missile rocket shell mortar shot torpedo projectile".split())
_FORCE = {
    "sanctions": ("sanction", _SANCTIONED | {f"{x}s" for x in _SANCTIONED}),
    "fire": ("fire", _FIRED),
    "fires": ("fire", _FIRED),
    "voices": (
        "voice",
        frozenset(
            "hope concern support alarm fear regret dismay optimism confidence doubt opposition solidarity "
            "readiness outrage satisfaction anger condemnation displeasure".split()
        ),
    ),
    "shells": (
        "shell",
        frozenset("town village city market hospital school camp island position border".split()),
    ),
}
"""Headline words that are verbs where one of these nouns stands behind them."""


def _sanctioned(s: Sentence) -> bool:
    """ "US sanctions warlord", "Houthis fire missile at ship": the verb, by what stands behind it."""
    for v in range(1, len(s) - 1):
        force = _FORCE.get(s.words[v].lower())
        if (
            force is None
            or s.pos[v] not in ("NOUN", "PROPN", "ADJ")
            or s.pos[v - 1] not in (*_PERSONS, "ADJ", "PUNCT")
        ):
            continue
        noun = v
        while noun + 1 < len(s) and s.pos[noun + 1] in ("NOUN", "PROPN", "ADJ", "NUM", "SYM", "VERB"):
            noun += 1
            if s.lemmas[noun] in force[1]:
                break
        subject = v - 3 if s.words[v - 1] == "-" and s.words[v - 2].lower() == "test" else v - 1
        if noun == v or s.lemmas[noun] not in force[1] or subject < 0:
            continue
        _rebuild(s, subject, v, noun)
        s.lemmas[v] = force[0]
        return True
    return False


def _rebuild(s: Sentence, subject: int, v: int, noun: int) -> None:
    """Make the words of a headline subject, verb and object, with what follows below the verb."""
    root = s.root
    _make_verb(s, v)
    for c in range(v + 1, noun):
        attach(s, c, noun, "compound" if s.pos[c] != "NUM" else "nummod")
    for c in range(subject):
        if s.heads[c] >= subject:
            attach(s, c, subject, "compound")
    attach(s, v, v, "ROOT")
    rehang(s, [c for i in {root, v, noun, subject} for c in s.children[i] if c > noun], v)
    for c in range(subject + 1, v):
        attach(s, c, v, "compound" if s.words[c] != "-" else "punct")
    attach(s, subject, v, "nsubj")
    attach(s, noun, v, "dobj")
    s.pos[subject] = "PROPN" if s.pos[subject] == "ADJ" else s.pos[subject]
    s.pos[noun] = "NOUN" if s.pos[noun] == "VERB" else s.pos[noun]


_PERSONS = frozenset({"NOUN", "PROPN"})


def _object_read_as_verb(s: Sentence, verbs: Set[str]) -> None:
    """ "Watchdog slams Gulf emirate over deaths": a noun behind the verb taken for a clause's verb."""
    v = _finite_root(s)
    if v is None or s.tags[v] not in ("VBZ", "VBP", "VBD") or s.kids(v, "dobj"):
        return
    for c in s.kids(v, "ccomp"):
        own = s.kids(c, "nsubj")
        if s.tags[c] not in ("VB", "VBP") or not own or own[0] != c - 1 or own[0] <= v:
            continue
        if s.lemmas[c] in verbs or s.kids(c, "dobj", "aux", "mark", "xcomp", "ccomp"):
            continue
        s.pos[c], s.tags[c] = "NOUN", "NN"
        attach(s, c, v, "dobj")
        attach(s, own[0], c, "compound")
        for p in s.kids(c, "prep"):
            if s.lemmas[p] in ("over", "for", "on", "after", "in", "at", "amid", "against"):
                attach(s, p, v, "prep")
        return


def _finite_root(s: Sentence) -> int | None:
    return s.root if s.pos[s.root] in ("VERB", "AUX") else None


def _to_meet(s: Sentence) -> bool:
    """ "Kim, Trump to meet", "Swiss envoy to visit Malta": the subjects and what they are going to do."""
    root = s.root
    ahead = s.field == "title" and s.tags[root] == "VB" and s.words[root - 1] == "to" and root > 1
    if ahead and s.deps[root - 2] == "dep" and s.heads[root - 2] == root and not s.kids(root, "nsubj"):
        s.deps[root - 2] = "nsubj"  # "PM to hold talks"
        return False
    office = s.lemmas[root].lower() in _BODIES | _OFFICES and not _FIRST.intersection(
        s.words[c].lower() for c in s.kids(root, "amod", "det")
    )
    if s.pos[root] != "PROPN" and not (s.field == "title" and office):
        return False
    for v in s.kids(root, "relcl", "acl"):
        if s.tags[v] == "VB" and s.words[v - 1] == "to" and not s.kids(v, "nsubj"):
            partners = [c for c in s.kids(root, "appos", "conj") if s.pos[c] == "PROPN" and c < v]
            attach(s, v, v, "ROOT")
            for subject in (root, *partners):
                attach(s, subject, v, "nsubj")
            return True
    return False


_OFFICES = frozenset(
    "minister president premier envoy chief leader king emir sultan pope delegation team secretary ambassador "
    "fm pm chancellor official diplomat mediator mission court parliament lawmaker rebel".split()
)
_FIRST = frozenset({"first", "last", "only", "latest", "next"})
"""What makes an infinitive tell what somebody did: "first minister to visit Malta"."""


_NOUNS_READ_AS_VERBS = frozenset(
    "ban aid bid offer veto visit probe trial cut plan exit vote claim support".split()
)
_PARTICIPLES = frozenset("wounded injured jailed detained displaced stranded trapped exiled captured".split())


def _misread_object(s: Sentence, verbs: Set[str]) -> bool:
    """ "Ethiopia lifts ban", "Turkey evacuates wounded Gazans": a verb taken for a plural noun."""
    root = s.root
    v = root - 1
    if v < 1 or s.deps[v] != "nsubj" or s.heads[v] != root or s.tags[v] != "NNS" or s.pos[v - 1] != "PROPN":
        return False
    word = s.words[root].lower()
    taken = s.kids(root, "dobj")
    bare = s.pos[root] == "NOUN" and s.tags[root] in (
        "NN",
        "NNS",
    )  # a noun has no subject: "Bolivia severs ties"
    if not (bare or word in _NOUNS_READ_AS_VERBS or (word in _PARTICIPLES and taken and taken[0] > root)):
        return False
    bases = {x for x in (s.lemmas[v], *stems(s.words[v].lower())) if x != s.words[v].lower() and x in verbs}
    if not bases or bases & EVENT_NOUNS:
        return False
    _make_verb(s, v)
    s.lemmas[v] = sorted(bases)[0]
    subject = v - 1
    attach(s, v, v, "ROOT")
    for c in [c for c in s.children[v] if c < v]:
        attach(s, c, v, "nsubj" if c == subject else "dep")
    thing = taken[0] if word in _PARTICIPLES and taken else root
    for c in [c for c in s.children[root] if c not in (v, thing)]:
        if thing != root or s.words[c].lower() not in ("on", "of", "for", "against", "over"):
            attach(s, c, v, s.deps[c])
    if thing != root:
        attach(s, thing, v, "dobj")
        attach(s, root, thing, "amod")
        s.pos[root] = "ADJ"
    else:
        attach(s, root, v, "dobj")
        s.pos[root], s.tags[root], s.lemmas[root] = "NOUN", "NN", word
    return True


def _name_before_verb(s: Sentence, verbs: Set[str]) -> bool:
    """ "Lula surrenders to police": a verb without an object, taken for a plural noun."""
    v = s.root
    if v != 1 or s.tags[v] != "NNS" or len(s) < 4 or not s.words[0][:1].isupper() or s.tags[0] == "NNS":
        return False
    if s.words[2].lower() not in ("to", "in", "from", "after", "over", "at", "as", "for", "with"):
        return False
    word = s.words[v].lower()
    bases = {x for x in (s.lemmas[v], *stems(word)) if x != word and x in verbs}
    if not bases or bases & EVENT_NOUNS or bases & TOPICS or s.words[0].isupper():
        return False
    _make_verb(s, v)
    s.lemmas[v] = min(bases, key=len)
    s.pos[0], s.tags[0] = "PROPN", "NNP"
    attach(s, 0, v, "nsubj")
    return True


def _plural_before_verb(s: Sentence, verbs: Set[str]) -> bool:
    """ "Refugees storm trains": the verb taken for a noun, and its object for the verb."""
    thing, v = s.root, s.root - 1
    if v < 1 or s.tags[thing] != "VBZ" or s.kids(thing, "dobj") or s.tags[v] != "NN" or s.heads[v] != thing:
        return False
    if s.tags[v - 1] != "NNS" or s.heads[v - 1] != v or s.words[v].lower() not in verbs:
        return False
    _make_verb(s, v)
    s.pos[thing], s.tags[thing] = "NOUN", "NNS"
    attach(s, v, v, "ROOT")
    attach(s, v - 1, v, "nsubj")
    rehang(s, [c for c in s.children[v] if c < v - 1], v - 1)
    rehang(s, [c for c in s.children[thing] if c > thing], v)
    attach(s, thing, v, "dobj")
    return True


def _misread_tag(s: Sentence, verbs: Set[str]) -> bool:
    """ "EU leaders back bid", "Commandos free hostages": a preposition or adjective that has a subject."""
    for v in range(1, min(len(s) - 1, 8)):
        own = s.kids(v, "nsubj")
        beside = s.pos[v] == "ADV" and (s.heads[v] == v - 1 or v - 1 in own) and _plural(s, v - 1)
        if beside and s.lemmas[v] in verbs and s.root > v and _bare(s, s.root):  # "leaders back Moldova bid"
            noun = s.root
            _make_verb(s, v)
            s.pos[noun], s.tags[noun] = "NOUN", "NN"
            for c in [c for c in (*s.children[v - 1], *s.children[v]) if v < c < noun]:
                attach(s, c, noun, "compound")
            attach(s, v, v, "ROOT")
            attach(s, v - 1, v, "nsubj")
            attach(s, noun, v, "dobj")
            return True
        if s.pos[v] not in ("ADP", "ADJ") or s.lemmas[v] not in verbs or not own or own[0] > v:
            continue
        taken = s.kids(v, "pobj", "dobj")
        noun = s.heads[v] if s.heads[v] > v else taken[0] if taken else v
        _make_verb(s, v)
        inner = [c for c in s.kids(v, "dobj", "pobj") if c != noun]
        attach(s, v, v, "ROOT")
        if noun != v:
            attach(s, noun, v, "dobj")
            for c in inner:
                attach(s, c, noun, "compound")
        return True
    return False


def _bare(s: Sentence, root: int) -> bool:
    """True for a root that is a noun, or a verb of no subject that stands last: "bid" after "Moldova"."""
    return s.pos[root] == "NOUN" or (root == len(s) - 1 and not s.kids(root, "nsubj", "nsubjpass", "aux"))


def _compound_verb(s: Sentence, verbs: Set[str]) -> None:
    root = _finite_root(s)
    if root is not None and not (root > 1 and s.words[root - 1] == ","):
        return
    for v in range(1, min(len(s) - 1, 8)):
        if s.words[v] != s.words[v].lower() or not _may_be_verb(s, v, verbs):
            continue
        if s.deps[v] in ("compound", "amod", "nmod") and s.heads[v] > v:
            _split(s, v, s.heads[v])
            return
        if s.deps[v] == "ROOT" and s.pos[v] == "NOUN" and not s.kids(v, "det"):
            _make_verb(s, v)
            subject = v - 1
            attach(s, subject, v, "nsubj")
            rehang(
                s,
                [c for c in s.children[v] if c < subject and s.deps[c] in ("compound", "amod", "nmod")],
                subject,
            )
            for c in s.kids(v, "appos"):
                if c > v:
                    attach(s, c, v, "dobj")
            return


def _may_be_verb(s: Sentence, v: int, verbs: Set[str]) -> bool:
    before = v - 1
    word = s.words[v].lower()
    if s.pos[v] not in ("NOUN", "ADP", "ADJ", "PROPN", "VERB") or s.pos[before] not in ("NOUN", "PROPN"):
        return False
    following = s.pos[v + 1] if v + 1 < len(s) else ""
    if word.endswith("s") and not word.endswith("ss"):  # "Hungary seals border"
        bases = {x for x in (s.lemmas[v], *stems(word)) if x != word and x in verbs}
        singular = s.tags[before] in ("NN", "NNP") and s.words[before].lower() not in UNINFLECTED
        object_follows = following in ("NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON") or (
            following == "VERB" and s.heads[v + 1] == v and s.deps[v + 1] == "dobj"
        )
        return bool(bases) and not bases & EVENT_NOUNS and singular and object_follows
    return word in verbs and s.lemmas[v] == word and _plural(s, before)


def _plural(s: Sentence, b: int) -> bool:
    """True where ``b`` can be the subject of a bare verb: a plural, or the last of two names."""
    plural = s.tags[b] in ("NNS", "NNPS") or s.lemmas[b] in UNINFLECTED or s.words[b].lower() in UNINFLECTED
    first = b  # of a name of several words: "Sudan, South Sudan sign deal"
    while first > 0 and s.pos[first - 1] == "PROPN" and s.deps[first - 1] == "compound":
        first -= 1
    joined = first >= 2 and s.words[first - 1] in (",", "and", "&")
    paired = joined and s.pos[b] == "PROPN" and s.pos[first - 2] == "PROPN"
    return plural or paired


def _make_verb(s: Sentence, v: int) -> None:
    s.pos[v] = "VERB"
    s.tags[v] = "VBZ" if s.words[v].endswith("s") else "VBP"
    if s.words[v].endswith("s") and s.lemmas[v] == s.words[v]:
        s.lemmas[v] = s.words[v][:-1]


def _split(s: Sentence, v: int, noun: int) -> None:
    """Make ``v`` a verb between what stands before it and the noun that swallowed both."""
    head, dep = s.heads[noun], s.deps[noun]
    _make_verb(s, v)
    subject = first_joined(s, v - 1)  # "Armenia and Azerbaijan sign truce"
    rehang(s, [c for c in s.children[noun] if c < subject], subject)
    rehang(s, [c for c in s.children[v] if v < c < noun], noun)
    rehang(s, [c for c in s.children[v] if c < subject], subject)
    if dep == "nsubj" and head > noun:  # "attack checkpoint, kill 12 soldiers"
        above = s.heads[head]
        attach(s, v, v if above == head else above, "ROOT" if above == head else s.deps[head])
        attach(s, head, v, "conj")
    elif dep in ("conj", "appos") and head < subject:  # "Pakistan, India trade fire"
        first, above = head, s.heads[head]
        attach(s, v, v, "ROOT")
        attach(s, first, v, "nsubj")
        if above not in (first, v):
            attach(s, above, v, "parataxis")
    elif dep == "ROOT":
        attach(s, v, v, "ROOT")
    elif head == subject:  # "Israeli commandos free hostages": taken for the object of the commandos
        above = s.heads[subject]
        attach(s, v, v if above == subject else above, s.deps[subject])
        rehang(s, [c for c in s.children[subject] if c > v], v)
    else:
        attach(s, v, head, dep)
    attach(s, subject, v, "nsubj")
    attach(s, noun, v, "dobj")


_BODIES = frozenset("army police government junta militia navy opposition military regime coalition".split())
_TELLING_TO = frozenset("order ask tell urge force want".split())


def _told_to(s: Sentence) -> bool:
    """ "Sadr orders militia to stop fighting": a verb that is taken for a part of the name before it."""
    root = s.root
    for v in range(1, min(len(s) - 3, 8)):
        asked = s.heads[v]
        base = next((x for x in stems(s.words[v].lower()) if x in _TELLING_TO and x != s.words[v]), None)
        if base is None or s.deps[v] not in ("compound", "nsubj") or s.pos[v] not in _PERSONS or asked < v:
            continue
        if (
            s.deps[asked] != "nsubj"
            or s.heads[asked] != root
            or s.words[root - 1] != "to"
            or s.tags[root] != "VB"
        ):
            continue
        subject = v - 1
        _make_verb(s, v)
        s.lemmas[v] = base
        attach(s, v, v, "ROOT")
        for c in [c for c in s.children[asked] if c < v]:
            attach(s, c, v if c == subject else subject, "nsubj" if c == subject else "compound")
        if s.heads[subject] != v:
            attach(s, subject, v, "nsubj")
        attach(s, asked, v, "dobj")
        attach(s, root, v, "xcomp")
        return True
    return False


def _object_left_over(s: Sentence) -> None:
    """ "Junta expels French ambassador", "Fighters leave Bakhmut": what stands last is what it is done to."""
    v = _finite_root(s)
    if (
        v is None
        or s.field != "title"
        or s.kids(v, "dobj", "attr", "ccomp", "xcomp")
        or not s.kids(v, "nsubj")
    ):
        return
    for c in s.kids(v, "npadvmod", "advmod"):
        name = s.words[c][:1].isupper() or s.pos[c] == "NOUN"
        if c > v and name and s.lemmas[c] not in TIME_NOUNS and not is_calendar(s, c) and s.tags[c] != "WRB":
            s.pos[c] = s.pos[c] if s.pos[c] in _PERSONS else "PROPN"
            attach(s, c, v, "dobj")
            return


def _subjects(s: Sentence) -> None:
    """ "Turkey shells positions", "Russia, Belarus sign deal": names before the verb are its subjects."""
    _two_before_a_verb(s)
    for v in range(1, len(s)):
        meanwhile = s.deps[v] == "advcl" and s.field == "title"  # "… as Kyiv, Moscow sign deal"
        if s.pos[v] in ("VERB", "AUX") and (v == s.root or meanwhile) and s.tags[v] in ("VBZ", "VBP", "VBD"):
            _subjects_of(s, v)


def _subjects_of(s: Sentence, v: int) -> None:
    last = v - 1
    for p in [p for x in s.kids(v, "nsubj") for p in s.kids(x, "prep") if s.words[p] == "of"]:
        if not s.kids(p, "pobj") and s.heads[last] == v and s.deps[last] in ("compound", "nmod", "dep"):
            rehang(s, [c for c in s.children[v] if p < c < last], last)
            attach(s, last, p, "pobj")  # "Thousands of Karen villagers flee"
    loose = [c for c in s.kids(v, "compound", "dep", "npadvmod", "nmod") if c < v]
    for c in loose:
        after = s.words[c + 1] if c + 1 < len(s) else ""
        listed = after == "," and (s.pos[c] == "PROPN" or s.tags[c] == "NNS" or s.lemmas[c] in _BODIES)
        alone = s.pos[c] == "NOUN" and s.tags[v] == "VBZ" and not s.kids(v, "nsubj", "nsubjpass")
        if listed or (c == v - 1 and (s.pos[c] == "PROPN" or alone)):  # "Pakistan army topples Sharif"
            attach(s, c, v, "nsubj")
            if alone:
                rehang(s, [x for x in s.kids(v, "amod", "compound", "nmod", "poss") if x < c], c)
    for x in s.kids(v, "nsubj"):  # "Kim, Putin sign pact"
        for c in s.kids(x, "dep"):  # "Philippine army, Moro rebels trade blame"
            if c < x and s.words[c + 1] == "," and (s.lemmas[c] in _BODIES or s.tags[c] == "NNS"):
                attach(s, c, v, "nsubj")
        for c in s.kids(x, "nmod", "compound", "appos"):
            if c == x - 2 and s.words[c + 1] == "," and s.pos[c] == s.pos[x] == "PROPN":
                attach(s, c, v, "nsubj")


_OFFICES_SHORT = frozenset({"FMs", "PMs", "CMs", "MPs", "DefMins"})


def _to_be_done_by(s: Sentence, office: int) -> None:
    """ "Chad, Niger PMs to meet": the abbreviation of an office taken for a verb."""
    for v in s.kids(office, "xcomp"):
        if s.tags[v] != "VB" or s.words[office + 1] != "to":
            continue
        states = s.kids(office, "nsubj")
        s.pos[office], s.tags[office] = "NOUN", "NNS"
        attach(s, v, v, "ROOT")
        attach(s, office, v, "nsubj")
        for x in states:
            attach(s, x, office if x == states[0] else states[0], "compound" if x == states[0] else "conj")
        return


def _two_before_a_verb(s: Sentence) -> None:
    """ "Macron, Putin to meet": two subjects, where no comma closes an apposition."""
    if s.words[s.root] in _OFFICES_SHORT:  # "Chad, Niger FMs to meet"
        _to_be_done_by(s, s.root)
    for c in range(2, len(s) - 1):
        x = s.heads[c]
        if s.deps[c] == "nsubj" and s.words[c - 1] == "," and s.deps[c - 2] == "pobj" and s.subtree(c) == [c]:
            whose = s.heads[s.heads[c - 2]]  # "ministers of Chad, Niger meet"
            if s.deps[whose] == "nsubj" and s.heads[whose] == x and s.tags[whose] == "NNS":
                attach(s, c, c - 2, "conj")
                continue
        if s.deps[c] != "appos" or s.deps[x] != "nsubj" or x > c or s.words[c - 1] != ",":
            continue
        if s.pos[x] == s.pos[c] == "PROPN" and s.words[c + 1] != "," and s.subtree(c) == [c]:
            attach(s, c, x, "conj")
