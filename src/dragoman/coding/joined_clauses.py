"""What the parser gets wrong where clauses meet: relative clauses, clauses in a row, tags of speech.

Like :mod:`dragoman.coding.repairs`, each function knows one construction by its shape and
changes the sentence in place.
"""

from __future__ import annotations

from dragoman.coding.grammar import in_which, verb_above
from dragoman.coding.noun_phrases import named_thing
from dragoman.coding.people import PERSON_NOUNS
from dragoman.coding.trees import FINITE, attach, rehang
from dragoman.language import Sentence


def doing_beside_object(s: Sentence) -> None:
    """ "Chad condemns raids and targeting nurses": what it condemns, and no deed of Chad."""
    for v in s.labelled("conj", 4):
        verb = s.heads[v]
        if s.tags[v] != "VBG" or s.tags[verb] not in ("VBZ", "VBP", "VBD") or s.words[v - 1] != "and":
            continue
        what = [o for o in s.kids(verb, "dobj") if verb < o < v]
        if not what or s.kids(v, "nsubj", "aux") or s.kids(verb, "advcl", "conj") != [v]:
            continue
        if s.words[v - 2] == "," or s.kids(verb, "aux"):
            continue
        attach(s, v, what[-1], "conj")
        attach(s, v - 1, what[-1], "cc")


def to_do_both(s: Sentence) -> None:
    """ "agreed last week to impose an embargo, and freeze assets": agreed to do both."""
    for v in s.labelled("conj", 4):
        verb = s.heads[v]
        bare = s.tags[v] in ("VB", "VBP") and s.words[v] == s.lemmas[v]
        if not bare or s.tags[verb] not in ("VBD", "VBN", "VBZ"):
            continue
        if s.kids(v, "nsubj", "nsubjpass", "aux", "auxpass", "neg"):
            continue
        aims = [x for x in s.kids(verb, "xcomp") if x < v and "to" in {s.lemmas[a] for a in s.kids(x, "aux")}]
        if aims:
            attach(s, v, aims[-1], "conj")


def renamed_then_told_of(s: Sentence) -> None:
    """ "ties with Syria, the main broker there, which broke with him": the broker is Syria."""
    for r in s.labelled("relcl", 5):
        noun = s.heads[r]
        if s.pos[noun] != "NOUN" or s.deps[noun] not in ("dobj", "conj", "npadvmod", "dep") or noun > r:
            continue
        first, last = min(s.subtree(noun)), [k for k in s.subtree(noun) if k < min(s.subtree(r))]
        name = first - 2
        closed = bool(last) and s.words[last[-1]] == "," and s.words[first - 1] == ","
        if name < 1 or not closed or s.words[first].lower() not in ("the", "a", "an"):
            continue
        if s.pos[name] == "PROPN" and s.deps[name] in ("pobj", "dobj") and s.heads[noun] < name:
            attach(s, noun, name, "appos")


def deeds_in_which(s: Sentence) -> None:
    """ "The army sent tanks after riots in which youths burned offices, looted shops": the youths looted."""
    for v in range(3, len(s)):
        verb = s.heads[v]
        joined = s.deps[v] in ("conj", "advcl") and s.tags[v] in ("VBD", "VBN") and bool(s.kids(v, "dobj"))
        if not joined or s.tags[verb] != "VBD" or s.kids(v, "nsubj", "aux", "mark", "advmod"):
            continue
        if s.words[v - 1] != "," and s.deps[v - 1] != "cc":
            continue
        inner = [r for r in range(verb + 1, v) if s.tags[r] in FINITE]
        if inner and s.deps[inner[-1]] == "relcl" and _in_which(s, inner[-1]):
            attach(s, v, inner[-1], "conj")
            s.tags[v] = "VBD"


_TITLES = frozenset(
    "mr mrs ms dr sir president minister chancellor premier king queen pope general gen secretary "
    "chairman".split()
)


def many_who(s: Sentence) -> None:
    """ "three judges named by Mr Ada Nkosi, who have been accused": a plural verb is of no single person."""
    for v in s.labelled("relcl", 4):
        name = s.heads[v]
        who = [k for k in s.kids(v, "nsubj", "nsubjpass") if s.lemmas[k] == "who"]
        verb = next((a for a in s.kids(v, "aux", "auxpass")), v)
        plural = s.words[verb].lower() in ("have", "are", "were")
        if not who or not plural or s.tags[name] != "NNP" or s.kids(name, "conj") or name > v:
            continue
        titled = any(s.lemmas[c].rstrip(".") in _TITLES for c in s.kids(name, "compound"))
        described = s.deps[name] == "appos" and s.tags[s.heads[name]] in ("NN", "NNP")
        people = [a for a in s.ancestors(name) if s.tags[a] == "NNS" and a < name]
        if (titled or described) and people and s.deps[people[0]] != "appos":
            attach(s, v, people[0], "relcl")


def which_somebody_did(s: Sentence) -> None:
    """ "deliveries, which the group halted": a clause on the deliveries, and no halted group."""
    for w in range(2, len(s) - 2):
        if s.words[w].lower() != "which" or s.deps[w] not in ("appos", "dep") or s.heads[w] > w:
            continue
        thing = s.heads[w]
        for doer in s.kids(w, "nsubj"):
            done = [v for v in s.kids(doer, "acl") if s.tags[v] in ("VBN", "VBD") and v > doer]
            if done:
                attach(s, done[0], thing, "relcl")
                attach(s, doer, done[0], "nsubj")
                attach(s, w, done[0], "dobj")
                s.tags[done[0]] = "VBD"


def done_as_well(s: Sentence) -> None:
    """ "He was arrested while trying to leave and shot dead": no infinitive is joined to a past tense."""
    for v in range(3, len(s)):
        verb = s.heads[v]
        if s.deps[v] != "conj" or s.tags[v] not in ("VBD", "VBN") or s.tags[verb] not in ("VB", "VBG"):
            continue
        if s.kids(v, "nsubj", "nsubjpass", "aux", "auxpass"):
            continue
        gerund = (
            s.tags[v] == "VBD" and s.deps[verb] == "xcomp"
        )  # "ruled out stepping down and offered to talk"
        if not (s.kids(verb, "aux") if s.tags[verb] == "VB" else gerund):
            continue
        above = next(
            (u for u in s.ancestors(verb) if s.tags[u] in ("VBD", "VBN") and _has_subject(s, u)), None
        )
        perfect = above is not None and any(s.lemmas[a] == "have" for a in s.kids(above, "aux"))
        if above is not None and (s.kids(above, "auxpass") or s.tags[v] == "VBD" or perfect):
            attach(s, v, above, "conj")
            if s.kids(above, "auxpass") and not s.kids(v, "dobj"):
                s.tags[v] = "VBN"


def _has_subject(s: Sentence, v: int) -> bool:
    return bool(s.kids(v, "nsubj", "nsubjpass"))


def _in_which(s: Sentence, r: int) -> bool:
    """True for a clause "in which somebody did something", with a subject of its own."""
    own = [k for k in s.kids(r, "nsubj") if s.pos[k] in ("NOUN", "PROPN")]
    return bool(own) and bool(s.kids(r, "dobj")) and in_which(s, r)


_PEOPLE = frozenset("man woman boy girl suspect people gunman militant fighter rebel student".split())
_SAYING = frozenset("say believe suspect claim allege think fear report".split())


def who_they_said(s: Sentence) -> None:
    """ "killed four men they said were planning raids", "a raid, which he said forced many to flee"."""
    for said in range(2, len(s) - 1) if not s.bag.isdisjoint(_SAYING) else ():
        if s.lemmas[said] not in _SAYING or s.deps[said] not in ("relcl", "parataxis", "ccomp", "acl"):
            continue
        speakers = s.kids(said, "nsubj")
        done = [v for v in s.kids(said, "ccomp") if v > said and not s.kids(v, "nsubj", "nsubjpass", "mark")]
        if len(done) != 1 or len(speakers) != 1 or not said - 1 <= speakers[0] + 1 <= said:
            continue
        first = min(s.subtree(speakers[0]))
        man = [c for c in s.kids(speakers[0], "compound") if s.lemmas[c] in PERSON_NOUNS | _PEOPLE]
        if man and s.words[speakers[0]].lower() in ("police", "officials", "prosecutors", "authorities"):
            attach(s, man[0], s.heads[said], "dobj")  # "a man police said was armed"
            rehang(s, [c for c in s.children[speakers[0]] if c < man[0]], man[0])
            first = man[0] + 1
        which = [c for c in range(first - 1, max(first - 2, 0), -1) if s.tags[c] in ("WDT", "WP")]
        noun = first - 1 - len(which) - (1 if which and s.words[first - 2] == "," else 0)
        finite = s.tags[done[0]] in FINITE or any(
            s.tags[a] in FINITE for a in s.kids(done[0], "aux", "auxpass")
        )
        if noun < 0 or s.pos[noun] not in ("NOUN", "PROPN", "PRON", "NUM") or not finite:
            continue
        attach(s, done[0], noun, "relcl")
        attach(s, said, done[0], "parataxis")
        for w in which:
            attach(s, w, done[0], "nsubjpass" if s.kids(done[0], "auxpass") else "nsubj")


def name_before_who(s: Sentence) -> None:
    """ "Onnoghen, who was chief justice, was charged": a name and the subject, no adverb."""
    for i in range(len(s) - 3):
        if s.deps[i] not in ("advmod", "npadvmod", "dep") or not s.words[i][:1].isupper():
            continue
        who = s.words[i + 1] == "," and s.words[i + 2].lower() in ("who", "whose")
        verb = s.heads[i]
        if who and verb > i and s.kids(i, "relcl") and not s.kids(verb, "nsubj", "nsubjpass"):
            s.pos[i], s.tags[i] = "PROPN", "NNP"
            s.deps[i] = "nsubjpass" if s.kids(verb, "auxpass") else "nsubj"


def relative_as_content(s: Sentence) -> None:
    """ "declared an emergency on Monday that suspends rights": the clause tells of the noun."""
    for c in s.labelled("ccomp"):
        v = s.heads[c]
        if v > c or s.kids(c, "mark"):
            continue
        subject = s.kids(c, "nsubj")
        if not subject or s.lemmas[subject[0]] != "that" or subject[0] > c or s.pos[subject[0]] != "PRON":
            continue
        things = [o for o in s.kids(v, "dobj") if v < o < subject[0] and s.pos[o] in ("NOUN", "PROPN")]
        if things and s.words[subject[0] - 1] != ":":
            attach(s, c, things[-1], "relcl")


def claims_in_a_row(s: Sentence) -> None:
    """ "demand that X close, that Y quit and that …": the second claim is not the main clause."""
    root = s.root
    for c in sorted({s.heads[m] for m in s.labelled("mark") if s.lemmas[m] == "that"}):
        that = [m for m in s.kids(c, "mark") if s.lemmas[m] == "that"]
        claimed = s.kids(c, "nsubj", "nsubjpass") and that
        if claimed and s.deps[c] == "ccomp" and s.pos[c] == "NOUN" and s.words[c] == s.lemmas[c]:
            s.pos[c], s.tags[c] = "VERB", "VB"
        listed = s.deps[c] in ("appos", "dep", "parataxis") or (
            s.deps[c] == "advcl" and bool(that) and s.words[that[0] - 1] in (",", "and")
        )
        if claimed and listed and s.deps[s.heads[c]] == "ccomp":
            s.deps[c] = "conj"
    marks = [m for m in s.kids(root, "mark", "dobj") if s.lemmas[m] == "that" and s.tags[m] == "IN"]
    if not marks or marks[0] > root:
        return
    for c in s.kids(root, "ccomp"):
        below = [i for i in s.subtree(c) if s.deps[i] == "ccomp" and s.kids(i, "mark") and i < root]
        if c < root and below:
            attach(s, c, c, "ROOT")
            attach(s, root, below[-1], "conj")
            return


def led_to_do(s: Sentence) -> None:
    """ "Two were shot, leading the ministry in Kyiv to warn Minsk": the ministry warned it."""
    for v in s.labelled("advcl", 3):
        verb = s.heads[v]
        if s.tags[v] != "VB" or s.lemmas[verb] not in ("lead", "prompt", "cause", "force", "push", "drive"):
            continue
        moved = [o for o in s.kids(verb, "dobj") if verb < o < v]
        if moved and s.words[v - 1] == "to" and not s.kids(verb, "xcomp", "ccomp"):
            s.deps[v] = "xcomp"


_COMMENTS = frozenset(
    "ruling move decision step act measure charge claim verdict gesture sign blow escalation development "
    "setback demand position sentence allegation accusation recommendation proposal request warning pledge "
    "promise offer call appeal plea view".split()
)


def comment_at_the_end(s: Sentence) -> None:
    """ "sent him to prison, a ruling that stoked unrest": it speaks of it all and fills no place."""
    for n in range(3, len(s)) if not s.bag.isdisjoint(_COMMENTS) else ():
        if s.lemmas[n] not in _COMMENTS or s.deps[n] not in (
            "dobj",
            "appos",
            "conj",
            "npadvmod",
            "oprd",
            "attr",
        ):
            continue
        first = min(s.subtree(n))
        if s.words[first - 1] != "," or s.lemmas[first] != "a" or not s.kids(n, "relcl"):
            continue
        attach(s, n, s.root, "parataxis")


def what_it_called(s: Sentence) -> None:
    """ "condemned what it called a coup": the coup is condemned."""
    for c in range(2, len(s)):
        above = s.heads[c]
        if s.deps[c] not in ("ccomp", "pcomp", "dobj") or s.words[c - 2].lower() != "what" or above > c:
            continue
        noun = named_thing(s, c)
        if noun is None:
            continue
        dep = "pobj" if s.deps[c] == "pcomp" else "dobj"
        attach(s, noun, above, dep)
        attach(s, c, noun, "dep")


_CROWDED = frozenset(
    "try attempt seek demand protest march gather wait flee chant block throw hurl carry wave call shout "
    "oppose camp demonstrate rally besiege storm riot loot picket".split()
)


def people_doing(s: Sentence) -> None:
    """ "fired on demonstrators trying to storm parliament": it is they who try."""
    for v in s.labelled("advcl", 1):
        people = v - 1
        if s.tags[v] != "VBG" or s.lemmas[v] not in _CROWDED:
            continue
        if (
            s.tags[people] == "NNS"
            and s.deps[people] in ("pobj", "dobj", "nsubjpass")
            and not s.kids(v, "nsubj")
        ):
            attach(s, v, people, "acl")


_SOUGHT = frozenset(
    "want accuse suspect believe charge convict sentence arrest detain hold jail wound injure strand "
    "trap deploy post station assign attach gather assemble base shelter".split()
)
_NO_CLAUSE = frozenset(
    "kill wound injure arrest detain capture kidnap abduct seize attack ambush rescue evacuate free release "
    "deport expel jail behead execute murder".split()
)
"""Verbs that have an object and no clause."""


def people_wanted(s: Sentence) -> None:
    """ "led away seven officials wanted in Peru": they are led away, and wanted; nobody wanted anything."""
    for c in s.labelled("ccomp", 3) if not s.bag.isdisjoint(_PARTICIPLES) else ():
        v = s.heads[c]
        whom = [n for n in s.kids(c, "nsubj") if v < n == c - 1]
        if s.lemmas[c] not in _SOUGHT or s.tags[c] not in ("VBD", "VBN") or not whom or s.tags[v] == "VB":
            continue
        if s.kids(c, "dobj", "ccomp", "aux", "auxpass", "mark", "neg") or s.kids(v, "dobj", "mark"):
            continue
        hit = s.lemmas[v] in _NO_CLAUSE and s.pos[whom[0]] in (
            "NOUN",
            "PROPN",
        )  # "killed two soldiers posted there"
        if not hit and (not s.kids(v, "prt", "advmod") or s.tags[whom[0]] not in ("NNS", "NN")):
            continue
        s.tags[c] = "VBN"
        attach(s, whom[0], v, "dobj")
        attach(s, c, whom[0], "acl")


_PARTICIPLES = frozenset(
    "wanted accused suspected believed charged convicted sentenced arrested detained held jailed wounded "
    "injured stranded trapped deployed posted stationed assigned attached gathered assembled based "
    "sheltered".split()
)
_VOICED = frozenset("demand call chant shout accuse protest denounce urge warn vow".split())
_STAGED = frozenset(
    "besiege surround storm picket block occupy march rally gather blockade ring encircle barricade".split()
)


def with_people_doing(s: Sentence) -> None:
    """ "It was in uproar, with deputies, led by X, hurling eggs": the deputies hurl them, not "it"."""
    for v in s.labelled("advcl", 3) if "with" in s.bag else ():
        main = s.heads[v]
        if s.tags[v] != "VBG" or s.words[v - 1] != "," or s.kids(v, "nsubj", "mark"):
            continue
        for p in s.kids(main, "prep"):
            people = s.kids(p, "pobj")
            if s.words[p].lower() != "with" or not 0 < p < v or s.words[p - 1] != "," or not people:
                continue
            inside = [i for i in s.subtree(people[0]) if s.words[i] != ","]
            if s.tags[people[0]] in ("NNS", "NNPS") and max(inside) == v - 2:
                attach(s, v, people[0], "acl")


def crowd_demanding(s: Sentence) -> None:
    """ "Thousands besieged the party headquarters demanding weapons": the thousands do, no headquarters."""
    for v in s.labelled("acl", 3):
        thing = s.heads[v]
        verb = s.heads[thing] if s.deps[thing] == "dobj" else s.heads[s.heads[thing]]
        if s.tags[v] != "VBG" or s.lemmas[v] not in _VOICED or s.lemmas[verb] not in _STAGED:
            continue
        if s.tags[thing] != "NNS" or s.lemmas[thing] in ("headquarters", "barrack"):
            attach(s, v, verb, "advcl")
    for v in [*s.labelled("acl", 4), *s.labelled("pcomp", 4)]:  # "marched through Kinshasa demanding war"
        above = verb_above(s, v, full=True)
        names = [t for t in s.kids(v, "nsubj") if s.pos[t] == "PROPN" and s.deps[v] == "pcomp"]
        place = bool(names) or s.deps[s.heads[v]] == "pobj"
        if above is not None and place and s.tags[v] == "VBG" and s.lemmas[v] in _VOICED:
            people = any(s.tags[t] == "NNS" for t in s.kids(above, "nsubj"))
            if people and s.lemmas[above] in _THRONGING:
                for t in names:
                    attach(s, t, s.heads[v], "pobj")
                attach(s, v, above, "advcl")


_THRONGING = frozenset(
    "swarm pour march stream parade surge throng walk flood gather rally mass demonstrate".split()
)


def deeds_in_a_relative_clause(s: Sentence) -> None:
    """ "denied a role in the coup, in which soldiers bombed it, blocked roads and killed …": theirs."""
    for v in s.labelled("conj"):
        main = s.heads[v]
        if s.pos[v] != "VERB" or s.pos[main] != "VERB" or s.kids(v, "nsubj", "nsubjpass"):
            continue
        perfect = any(s.lemmas[a] == "have" for a in s.kids(main, "aux")) and s.tags[v] == "VBD"
        listed = s.words[v - 1] == "," and bool(s.kids(v, "conj"))
        inner = [
            r
            for r in range(main + 1, v)
            if s.deps[r] == "relcl" and s.tags[r] == "VBD" and s.kids(r, "nsubj") and main in s.ancestors(r)
        ]
        if perfect and listed and inner:
            attach(s, v, inner[-1], "conj")


def clause_before_semicolon(s: Sentence) -> None:
    """ "Eight people drowned in the river; agents saved 37 others": two clauses with a subject each."""
    for v in range(len(s)) if ";" in s.words else ():
        own = s.kids(v, "nsubj")
        if len(own) < 2 or s.pos[v] != "VERB":
            continue
        first, second = own[0], own[-1]
        between = [k for k in range(first, second) if s.words[k] == ";"]
        verbs = [
            w for w in s.kids(first, "acl") if s.tags[w] in ("VBN", "VBD") and between and w < between[0]
        ]
        if verbs and not s.kids(verbs[0], "agent"):
            s.tags[verbs[0]] = "VBD"
            attach(s, verbs[0], v, "parataxis")
            attach(s, first, verbs[0], "nsubj")


def said_is_no_subject(s: Sentence) -> None:
    """ "promised that abuses would be investigated": the promise is the main verb, and no subject."""
    for v in range(len(s) - 2):
        r = s.heads[v]
        if s.deps[v] not in ("csubj", "csubjpass") or s.tags[v] not in ("VBD", "VBZ") or r < v:
            continue
        if not s.kids(v, "nsubj") or s.words[v + 1].lower() != "that":
            continue
        head, dep = (v, "ROOT") if s.heads[r] == r else (s.heads[r], s.deps[r])
        subject = [o for o in s.kids(v, "dobj", "nsubj") if v < o < r]
        attach(s, v, head, dep)
        attach(s, r, v, "ccomp")
        if subject:
            attach(s, subject[0], r, "nsubjpass" if s.kids(r, "auxpass") else "nsubj")
        for c in [c for c in s.kids(r, "conj") if s.tags[c] == "VBD" and not s.kids(c, "nsubj", "nsubjpass")]:
            attach(s, c, v, "conj")


_THINGS = frozenset(
    "bill law plan deal budget decree reform measure proposal agreement accord treaty vote result "
    "report charge allegation accusation decision ruling economy price figure talk sanction tariff step "
    "policy project move strike protest rally election referendum process system situation crisis raid "
    "attack arrest claim remark comment statement letter document list programme program aid money fund "
    "tax inquiry investigation case verdict sentence evidence operation ban curfew order rule amendment "
    "constitution dispatch conduct activity behaviour behavior action threat test launch presence war "
    "conflict violence truce ceasefire blockade killing death".split()
)
_OF_PERSONS = frozenset(
    "offer vow pledge promise accuse urge ask call warn demand threaten order appeal invite criticise "
    "criticize condemn reject deny denounce refuse blame insist announce declare apologise apologize "
    "resign agree propose challenge summon thank praise welcome instruct".split()
)
"""What no bill and no budget does."""


def _is_a_deed(noun: str) -> bool:
    """True for a noun of what is done or decided: "drilling", "dispatch", "bill"."""
    return noun in _THINGS or (noun.endswith("ing") and noun not in ("meeting", "gathering", "king"))


def deed_of_the_sayer(s: Sentence) -> None:
    """ "denied that the bill singled out a school and offered talks": the minister offered them."""
    for c in range(3, len(s)):
        v = s.heads[c]
        if s.deps[c] != "conj" or s.lemmas[c] not in _OF_PERSONS or s.tags[c] not in ("VBD", "VBZ", "VBN"):
            continue
        r = s.heads[v]
        subject = s.kids(v, "nsubj", "nsubjpass")
        same = s.tags[r] == s.tags[c] or (s.tags[c] == "VBN" and s.tags[r] == "VBD")
        if s.deps[v] != "ccomp" or r > v or not same or s.kids(c, "nsubj", "nsubjpass", "auxpass"):
            continue
        thing = subject and s.pos[subject[0]] == "NOUN" and _is_a_deed(s.lemmas[subject[0]])
        undergone = bool(s.kids(v, "auxpass")) and bool(s.kids(c, "dobj")) and bool(s.kids(v, "aux"))
        if (thing or undergone) and s.kids(r, "nsubj"):
            attach(s, c, r, "conj")  # "said aides had been warned and accused Chad": he did


def as_did_others(s: Sentence) -> None:
    """ "Chad condemned the coup, as did Niger and Mali": they did it too."""
    for d in range(3, len(s) - 1):
        verb = s.heads[d]
        if (
            s.deps[d] != "advcl"
            or s.words[d] not in _DID
            or [s.words[c] for c in s.kids(d, "mark")] != ["as"]
        ):
            continue
        others = [c for c in s.kids(d, "nsubj") if c > d]
        first = s.kids(verb, "nsubj", "nsubjpass")
        if others and first and verb < d and not s.kids(d, "ccomp", "xcomp", "attr", "acomp", "dobj"):
            attach(s, others[0], first[-1], "conj")
            s.deps[d] = "dep"


_DID = frozenset("did does do has have had is are was were".split())
_COUNTS = frozenset("abstention vote majority margin ballot".split())


def voted_to(s: Sentence) -> None:
    """ "voted 55-3, with nine abstentions, to sack him": what they voted to do."""
    for c in range(3, len(s)):
        n = s.heads[c]
        if s.tags[c] != "VB" or s.deps[c] not in ("relcl", "acl") or s.lemmas[n] not in _COUNTS:
            continue
        verb = verb_above(s, n, full=True)
        if verb is not None and verb < n and s.lemmas[verb] == "vote" and s.words[c - 1] == "to":
            attach(s, c, verb, "xcomp")


_WANTING = frozenset("order want need see".split())


def wanted_done(s: Sentence) -> None:
    """ "ordered the militia dissolved and branded it a gang": done to the militia; the orderer branded it."""
    for c in range(2, len(s)):
        v = s.heads[c]
        if s.deps[c] != "ccomp" or s.tags[c] not in ("VBN", "VBD") or s.lemmas[v] not in _WANTING or c < v:
            continue
        subject = s.kids(c, "nsubj", "nsubjpass")
        if not subject or s.kids(c, "aux", "auxpass", "mark", "dobj") or subject[0] < v:
            continue
        s.tags[c], s.deps[subject[0]] = "VBN", "nsubjpass"
        for k in [k for k in s.kids(c, "conj") if s.tags[k] in ("VBD", "VBN") and s.kids(k, "dobj", "ccomp")]:
            if not s.kids(k, "nsubj", "nsubjpass"):
                attach(s, k, v, "conj")
                s.tags[k] = s.tags[v]


_DONE = frozenset(
    "detain arrest kill loot burn torch destroy damage deport dismiss sack suspend release free expel close "
    "shut ban seize confiscate displace sentence convict charge indict execute abduct kidnap rescue evacuate "
    "ransack overturn jail imprison fine bar block search raid impound freeze cancel postpone annul exile "
    "behead torture beat rape shell bomb".split()
)
"""What is done to several; the wounded are counted with the dead."""


def done_too(s: Sentence) -> None:
    """ "had been killed and 3,800 people detained": they were detained, too."""
    for c in range(2, len(s)):
        v = s.heads[c]
        if s.deps[c] != "conj" or s.tags[c] not in ("VBD", "VBN") or s.lemmas[c] not in _DONE:
            continue
        counted = [n for n in s.kids(c, "npadvmod") if s.pos[n] == "NUM" and n < c]  # "and six more detained"
        subject = s.kids(c, "nsubj") or counted
        if not subject or subject[0] > c or not s.kids(v, "auxpass"):
            continue
        if not s.kids(c, "aux", "auxpass", "dobj", "mark", "ccomp", "xcomp", "prt"):
            s.deps[subject[0]], s.tags[c] = "nsubjpass", "VBN"
