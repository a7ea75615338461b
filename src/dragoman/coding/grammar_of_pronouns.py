"""Whom a pronoun means by the grammar of its own sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding import grammar as g
from dragoman.coding.mentions import Filler, Mention
from dragoman.coding.people import PERSON_NOUNS
from dragoman.language import Sentence
from dragoman.records import Span

if TYPE_CHECKING:
    from dragoman.coding.actors import Cast


SINGULAR_HE = frozenset("he him his himself she her hers herself".split())
THEY = frozenset("they them their theirs themselves".split())
IT = frozenset("it its itself".split())
LAW_ON_HIM = frozenset(
    "charge arrest detain sentence convict jail imprison indict fine suspend sack dismiss expel deport "
    "extradite replace release free question interrogate try acquit pardon".split()
)
"""What those in power do to somebody, and go on doing."""


def beside(s: Sentence, h: int, fits: list[Mention]) -> Mention | None:
    """ "Iran and its allies": whom "its" is joined with."""
    joined = _joined_with(s, h) if s.words[h].lower() in IT | THEY else None
    if joined is None:
        return None
    return next((m for m in fits if m.field == s.field and m.start <= joined < m.end), None)


def role_beside(cast: Cast, s: Sentence, h: int) -> Filler | None:
    """ "They shelled government troops and their Kenyan allies": the troops', nobody else's."""
    noun, word = s.heads[h], s.words[h].lower()
    first = s.heads[noun]
    if s.deps[h] != "poss" or s.deps[noun] != "conj" or s.pos[first] != "NOUN" or s.lemmas[noun] in _FACING:
        return None
    of_many = s.tags[first] == "NNS"
    if of_many != (word in THEY) or word not in IT | THEY | SINGULAR_HE:
        return None
    f = cast.filler(s, first)
    person = s.lemmas[first] in PERSON_NOUNS
    alike = person if word in SINGULAR_HE else of_many or not person
    return f if f.acts and f.kind in ("role", "group", "org", "office") and alike else None


_FACING = frozenset("counterpart colleague host guest opponent rival foe enemy".split())
"""Whoever stands opposite the one who acts: "met the king and his Dutch counterpart"."""


def told_by_grammar(
    cast: Cast, s: Sentence, h: int, here: list[Mention], kinds: tuple[str, ...]
) -> Mention | None:
    """Whom the construction itself tells: a governor's subject, the accused, those who are ordered."""
    found = (
        _as_the_owner(cast, s, h)
        or _governing(cast, s, h, here)
        or _accused(s, h, here)
        or _controller(s, h, here)
    )
    found = (
        found or _bidden(s, h, here) or _judged(s, h, here) or _punished(s, h, here) or _robbed(s, h, here)
    )
    found = found or _driven_out(s, h, here) or _who_is_told_of(s, h, here)
    found = found or _he_of_the_relative(cast, s, h)
    found = found or _done_to_next(s, h, here)
    found = found or _in_his_own_clause(s, h, here) or _ruled_at_home(s, h, here)
    return found or (None if here else _subject_ahead(cast, s, h, kinds))


def _governing(cast: Cast, s: Sentence, h: int, here: list[Mention]) -> Mention | None:
    """ "…, and Beijing denied that it sheltered him": the subject of the clause's own governor."""
    clause = s.heads[h]
    passive = s.deps[h] == "nsubjpass" and s.words[h].lower() in SINGULAR_HE  # "denied that he was held"
    if s.deps[h] not in ("nsubj", "nsubjpass") or s.deps[clause] != "ccomp" or passive:
        return None
    found = _named_by(s, [x for x in g.surface_subjects(s, s.heads[clause]) if x != h], here)
    return _body_of(cast, s, h, found) or found


def _body_of(cast: Cast, s: Sentence, h: int, named: Mention | None) -> Mention | None:
    """ "Gambia's opposition said it would …": the opposition, where its country is named beside it."""
    if named is None or s.words[h].lower() not in IT:
        return None
    for x in g.surface_subjects(s, s.heads[s.heads[h]]):
        beside = s.tags[x] == "NN" and not named.start <= s.starts[x] < named.end
        f = cast.filler(s, x) if beside and s.lemmas[x] not in PERSON_NOUNS else None
        if f is None or not f.acts or f.kind != "role" or f.entity.country != named.entity.country:
            continue
        role = cast.knowledge.role([s.words[x].lower()])
        if s.lemmas[x] in _MOVEMENTS or (role is not None and role.kind != "person"):
            return Mention(s.starts[x], s.ends[x], s.field, f.entity, "org", False, True)
    return None


_MOVEMENTS = frozenset("movement group faction alliance coalition front party union army".split())
_CHARGES = frozenset("accusation charge allegation claim".split())


def _accused(s: Sentence, h: int, here: list[Mention]) -> Mention | None:
    """ "blamed the party for the raid, an accusation it rejects": the one who is blamed."""
    clause = s.heads[h]
    noun = s.heads[clause]
    if s.deps[h] != "nsubj" or s.deps[clause] != "relcl" or s.lemmas[noun] not in _CHARGES:
        return None
    return _named_by(s, [x for x in g.objects(s, s.root) if x != noun], here)


_JUDGING = frozenset(
    "accuse charge criticise criticize blame condemn denounce praise thank congratulate hail arrest "
    "detain jail sentence convict sack fire dismiss expel suspend sanction punish indict summon deport "
    "ban bar rebuke censure fine impeach pardon honour honor reward recall".split()
)
"""Verbs of which the one to whom it is done is the cause: what he did is what follows."""
_IMPOSING = frozenset({"impose", "slap", "clamp", "levy"})
_BECAUSE = frozenset("after because since for when as".split())
_FETCHING = frozenset("bring take drive escort accompany visit rescue treat".split())
_MEANWHILE = frozenset("before until while once if".split())


def _judged(s: Sentence, h: int, here: list[Mention]) -> Mention | None:
    """ "accused Abashidze of treason after he flew to Moscow": who is accused, not who accuses."""
    clause = s.heads[h]
    word = s.words[h].lower()
    if s.deps[h] not in ("nsubj", "nsubjpass") or s.deps[clause] != "advcl":
        return None
    if word not in SINGULAR_HE | IT | THEY:
        return None
    done_to = g.is_passive(s, clause) and s.lemmas[clause] in LAW_ON_HIM | HARMING
    if not any(
        s.lemmas[m] in _BECAUSE or (done_to and s.lemmas[m] in _MEANWHILE)
        for m in s.kids(clause, "mark", "advmod", "prep")
    ):
        return None
    hard = _JUDGING | _IMPOSING | (LAW_ON_HIM | HARMING | _FETCHING if done_to else frozenset())
    verb = next((a for a in list(s.ancestors(clause))[:3] if s.lemmas[a] in hard), None)
    if verb is None or g.is_passive(s, verb):
        return None
    struck = s.kids(verb, "dobj")
    if s.lemmas[verb] in _IMPOSING:  # "imposed sanctions on Chad after it fired rockets"
        below = [p for x in (verb, *struck) for p in s.kids(x, "prep") if s.lemmas[p] in ("on", "upon")]
        struck = [o for p in below for o in s.kids(p, "pobj")]
    whom = [x for x in struck if x < h and (word not in THEY or s.tags[x] in ("NNS", "NNPS"))]
    return _named_by(s, whom, here)


_DRIVING_OUT = frozenset("drive push expel force oust evict eject dislodge remove chase flush clear".split())
_HAD_TAKEN = frozenset("capture seize hold occupy take control overrun rule".split())


def _driven_out(s: Sentence, h: int, here: list[Mention]) -> Mention | None:
    """ "drove the rebels out of a town they had captured": the rebels had."""
    clause = s.heads[h]
    if s.deps[h] != "nsubj" or s.deps[clause] != "relcl" or s.lemmas[clause] not in _HAD_TAKEN:
        return None
    verb = next((a for a in s.ancestors(clause) if s.lemmas[a] in _DRIVING_OUT), None)
    whom = [] if verb is None else [x for x in s.kids(verb, "dobj", "nsubjpass") if x < h]
    return _named_by(s, whom, here)


_DEPRIVING = frozenset(
    "burn torch loot steal seize take confiscate destroy ransack rob kill rape slaughter demolish "
    "plunder smash".split()
)


def _robbed(s: Sentence, h: int, here: list[Mention]) -> Mention | None:
    """ "threatened villagers and took their knives", "beat a priest and burned his house": the victims'."""
    verb = s.heads[s.heads[h]]
    if s.deps[h] != "poss" or s.deps[s.heads[h]] != "dobj" or s.lemmas[verb] not in _DEPRIVING:
        return None
    first = s.heads[verb]
    if s.deps[verb] != "conj" or s.kids(verb, "nsubj", "nsubjpass") or s.pos[first] != "VERB":
        return None
    own = "NNS" if s.words[h].lower() in THEY else "NN"
    return _named_by(s, [x for x in s.kids(first, "dobj") if s.tags[x] == own and x < verb], here)


def _done_to_next(s: Sentence, h: int, here: list[Mention]) -> Mention | None:
    """ "arrested three Pakistanis and accused them of spying": the same."""
    verb, word = s.heads[h], s.words[h].lower()
    first = s.heads[verb]
    if (
        s.deps[h] != "dobj"
        or s.deps[verb] != "conj"
        or first > verb
        or s.kids(verb, "nsubj", "nsubjpass", "mark")
    ):
        return None
    many = word == "them"
    if not (many or word in ("him", "her")) or g.is_passive(s, first):
        return None
    whom = [x for x in s.kids(first, "dobj") if x < verb and (s.tags[x] in ("NNS", "NNPS")) == many]
    return _named_by(s, whom, here)


def _in_his_own_clause(s: Sentence, h: int, here: list[Mention]) -> Mention | None:
    """ "Chad backed Deby, who was held by soldiers who stormed his home": of whom the outer clause tells."""
    if s.words[h].lower() not in SINGULAR_HE:
        return None
    outer = [s.heads[a] for a in s.ancestors(h) if s.deps[a] == "relcl"][1:]
    spans = [
        (s.starts[min([c for c in s.kids(x, "compound") if c < x], default=x)], s.ends[x]) for x in outer
    ]
    return next((m for a, b in spans for m in here if m.kind == "person" and a <= m.start < b), None)


_AT_HOME = frozenset(
    "protest demonstration rally unrest uprising revolt opposition critic dissent election vote coup "
    "strike".split()
)


def _ruled_at_home(s: Sentence, h: int, here: list[Mention]) -> Mention | None:
    """ "Kenya decried Uganda's crackdown on protests against its leader": whose unrest that is."""
    if s.deps[h] != "poss" or s.words[h].lower() not in IT or s.bag.isdisjoint(_AT_HOME):
        return None
    nouns: list[int] = []
    for a in s.ancestors(h):
        if s.pos[a] not in ("NOUN", "PROPN", "ADP"):
            break
        nouns.append(a)
    at_home = next((i for i, a in enumerate(nouns) if s.lemmas[a] in _AT_HOME), None)
    owners = [o for a in nouns[at_home:] for o in s.kids(a, "poss") if o < h] if at_home is not None else []
    return next((m for o in owners for m in here if m.start <= s.starts[o] < m.end), None)


_PENALTIES = frozenset("sanction embargo ban tariff penalty fine curb restriction criticism pressure".split())
_THANKS = frozenset("thank thanks gratitude appreciation praise tribute".split())


def _punished(s: Sentence, h: int, here: list[Mention]) -> Mention | None:
    """ "imposed sanctions on the DPRK for its rockets", "condemned Iran for its raids": on whom it falls."""
    noun = s.heads[h]
    prep = s.heads[noun]
    if s.deps[h] != "poss" or s.deps[noun] != "pobj" or s.lemmas[prep] not in ("over", "for"):
        return None
    above = g.verb_above(s, prep, full=True)
    if above is None:
        return None
    what = s.kids(above, "dobj")
    by_noun = [t for t in what if s.lemmas[t] in _PENALTIES]
    on = [p for t in (above, *what) for p in s.kids(t, "prep") if s.lemmas[p] in ("on", "against")]
    whom = [o for p in on for o in s.kids(p, "pobj")] if by_noun else []
    given = [t for t in what if s.lemmas[t] in _THANKS]  # "extended thanks to Qatar for its help"
    to = [p for t in (above, *given) for p in s.kids(t, "prep", "dative") if s.lemmas[p] == "to"]
    whom += [o for p in to for o in s.kids(p, "pobj")] if given else []
    whom += what if s.lemmas[above] in _JUDGING else []
    return _named_by(s, [x for x in whom if x < prep], here)


def _controller(s: Sentence, h: int, here: list[Mention]) -> Mention | None:
    """ "ordered the military to heighten its readiness": those who are told to do it."""
    clause = g.verb_above(s, h)
    theirs = s.deps[h] == "poss"
    if clause is not None and s.words[h].lower() in THEY and s.deps[h] in ("nsubj", "nsubjpass"):
        theirs = s.deps[clause] == "advcl"  # "urged people to vote, even if they …"
        clause = s.heads[clause]
    if not theirs or clause is None or s.deps[clause] != "xcomp":
        return None
    if s.lemmas[s.heads[clause]] not in g.OBJECT_CONTROL:
        return None
    return _named_by(s, s.kids(s.heads[clause], "dobj", "dative"), here)


_BIDDING = frozenset("order tell ask urge instruct command warn request summon".split())
_DISOBEYING = frozenset("refuse decline obey comply disobey budge balk baulk ignore".split())


def _bidden(s: Sentence, h: int, here: list[Mention]) -> Mention | None:
    """ "The judge told the squatters to go, but they refused": those who were told."""
    if s.words[h].lower() not in THEY or s.deps[h] != "nsubj" or s.lemmas[s.heads[h]] not in _DISOBEYING:
        return None
    bidding = [v for v in range(h) if s.lemmas[v] in _BIDDING and s.pos[v] == "VERB"]
    told = s.kids(bidding[-1], "dobj", "dative", "nsubjpass") if bidding else []
    told = told or [t for v in bidding[-1:] for c in s.kids(v, "ccomp", "xcomp") for t in s.kids(c, "nsubj")]
    return _named_by(s, told, here)


def _named_by(s: Sentence, tokens: list[int], here: list[Mention]) -> Mention | None:
    """The first of the mentions that begins in the phrase of one of ``tokens``."""
    spans = [(s.starts[first], s.ends[last]) for t in tokens for first, last in [g.phrase(s, t)]]
    return next((m for m in here if any(a <= m.start < b for a, b in spans)), None)


def _subject_ahead(cast: Cast, s: Sentence, h: int, kinds: tuple[str, ...]) -> Mention | None:
    """ "Since it took power, Law and Justice has …": the subject of the main clause behind it."""
    clause = g.verb_above(s, h)
    lead = _leading_phrase(s, h)
    if lead is not None:
        opening, main = lead, s.heads[lead]
    elif clause is not None and s.deps[clause] == "advcl" and s.heads[clause] > clause:
        opening, main = clause, s.heads[clause]
    else:
        return None
    if s.starts[min(s.subtree(opening))] - s.start > _OPENING:
        return None
    for x in s.kids(main, "nsubj", "nsubjpass"):
        span = (s.starts[g.phrase(s, x)[0]], s.ends[g.phrase(s, x)[1]])
        for m in cast.mentions:
            one = (
                m.kind == "person" and not m.plural and s.words[h].lower() in THEY
            )  # "When they came, he said"
            named = m.field == s.field and span[0] <= m.start < span[1] and m.kind in kinds
            if named and not one and not m.adjective:
                return m
    return None


def _leading_phrase(s: Sentence, h: int) -> int | None:
    """ "Until his resignation, Fonseca had advised the president": the phrase in front of the subject."""
    noun = s.heads[h]
    lead = s.heads[noun]
    if s.tags[h] != "PRP$" or s.deps[noun] != "pobj" or s.lemmas[lead] not in _IN_FRONT:
        return None
    main = s.heads[lead]
    subjects = s.kids(main, "nsubj", "nsubjpass")
    named = [x for x in subjects if x > h and s.pos[x] == "PROPN"]
    others = any(s.pos[k] == "PRON" and s.words[k].lower() in HE_OR_SHE for k in s.subtree(main) if k > h)
    return lead if named and not others else None


_IN_FRONT = frozenset("until before since after in at during with despite following upon through".split())
HE_OR_SHE = frozenset("he him she her".split())
_OPENING = 12
"""Characters from the start of a sentence within which its opening clause begins."""


def named_beside_a_role(subject: Mention, here: list[Mention], own: list[Span]) -> Mention | None:
    """ "A judge ordered Castillo to stay in prison while prosecutors question him": not the judge."""
    if not own or subject.entity.actor_id or not subject.entity.name.islower():
        return None
    return next((m for m in here if not m.subject and m.kind == "person" and m.entity.name != "" and
                 m.entity.name[:1].isupper()), None)  # fmt: skip


HARMING = frozenset(
    "attack fire shoot bomb bombard shell strike hit raid storm kill wound kidnap abduct seize capture "
    "arrest detain burn destroy target ambush ransack loot invade blockade besiege cut threaten".split()
)
"""What nobody does to himself: "jets bombed its outpost" is not the outpost of the jets."""


def of_the_clause_above(s: Sentence, h: int, subjects: list[Mention]) -> Mention | None:
    """The subject of the nearest clause around a pronoun ("students marched and police beat them")."""
    single = s.words[h].lower() not in THEY
    verbs = [a for a in s.ancestors(h) if s.pos[a] in ("VERB", "AUX")]
    if verbs and s.lemmas[verbs[0]] in HARMING:
        verbs = [v for v in verbs[1:] if s.lemmas[v] not in ("deny", "threaten")]
    for v in verbs:
        own = [i for i in s.kids(v, "nsubj", "nsubjpass") if i != h and h not in s.subtree(i)]
        own = [g.content_head(s, i) for i in own if not (single and s.kids(i, "conj"))]
        found = [m for m in subjects for i in own if m.start <= s.starts[i] < m.end]
        if found:
            return found[0]
    return None


def _who_is_told_of(s: Sentence, h: int, here: list[Mention]) -> Mention | None:
    """ "The warlords who held it until they fled", "a group with its own guns": who holds and owns."""
    word = s.words[h].lower()
    noun = s.heads[h]
    if s.deps[h] == "poss" and word in IT and any(s.lemmas[c] == "own" for c in s.kids(noun, "amod")):
        owner = s.heads[s.heads[noun]]
        with_it = s.deps[noun] == "pobj" and s.lemmas[s.heads[noun]] == "with" and s.tags[owner] == "NN"
        return next((m for m in here if with_it and m.start <= s.starts[owner] < m.end), None)
    if s.deps[h] not in ("nsubj", "nsubjpass") or word not in THEY or s.deps[noun] != "advcl":
        return None
    v = s.heads[noun]
    whose = [x for x in s.kids(v, "nsubj", "nsubjpass") if s.tags[x] in ("WP", "WDT") and x < h]
    if s.deps[v] != "relcl" or not whose or s.tags[s.heads[v]] not in ("NNS", "NNPS"):
        return None
    return next((m for m in here if m.start <= s.starts[s.heads[v]] < m.end), None)


def _he_of_the_relative(cast: Cast, s: Sentence, h: int) -> Mention | None:
    """ "Aliyev freed an editor who was jailed after he accused the army": the editor did."""
    clause = s.heads[h]
    if s.deps[h] not in ("nsubj", "nsubjpass") or s.words[h].lower() not in ("he", "she"):
        return None
    v = s.heads[clause]
    who = s.heads[v]
    whose = [x for x in s.kids(v, "nsubj", "nsubjpass") if s.tags[x] in ("WP", "WDT") and x < h]
    participle = s.deps[v] == "acl" and s.tags[v] == "VBN"
    if s.deps[clause] != "advcl" or not (participle or (s.deps[v] == "relcl" and whose)):
        return None
    f = cast.filler(s, who) if s.tags[who] in ("NN", "NNP") and who < h else None
    if f is None or not f.acts or f.plural or f.kind not in ("person", "role", "office", "unknown"):
        return None
    return Mention(s.starts[who], s.ends[who], s.field, f.entity, "person", False, True)


def _joined_with(s: Sentence, h: int) -> int | None:
    """Where the name stands that "and its members" is joined with: its members are that body's."""
    noun = s.heads[h]
    if s.deps[h] != "poss" or s.deps[noun] != "conj" or s.pos[s.heads[noun]] != "PROPN":
        return None
    return s.starts[s.heads[noun]]


def others_in_front(s: Sentence, h: int) -> list[Span]:
    """ "Having vowed to scrap Deby's law, he …": he is somebody else, whom the sentence before named."""
    main = s.heads[h]
    if s.deps[h] not in ("nsubj", "nsubjpass"):
        return []
    while s.deps[main] == "ccomp" and s.heads[main] != main and _says_so_himself(s, h, s.heads[main]):
        main = s.heads[main]
    clauses = [c for c in s.kids(main, "advcl") if c < h]
    clauses += [c for p in s.kids(main, "prep") if p < h for c in s.kids(p, "pcomp")]
    bare = [c for c in clauses if _is_participle(s, c) and not s.kids(c, "nsubj", "nsubjpass", "csubj")]
    return [(s.starts[min(s.subtree(c))], s.ends[max(s.subtree(c))]) for c in bare]


def _says_so_himself(s: Sentence, h: int, verb: int) -> bool:
    """ "he says he is ready"."""
    return any(s.words[x].lower() == s.words[h].lower() for x in s.kids(verb, "nsubj") if x < h)


def _is_participle(s: Sentence, v: int) -> bool:
    """ "Asked", "leaving", "having left"."""
    return s.tags[v] in ("VBG", "VBN") or any(s.words[a].lower() == "having" for a in s.kids(v, "aux"))


_ANSWERING_PLANS = frozenset(
    "reject dismiss denounce criticise criticize condemn accept approve oppose veto welcome spurn refuse "
    "decline rebuff endorse grant ignore".split()
)
_PLANS = frozenset(
    "plan drive proposal offer request call demand bid resignation apology appeal application invitation "
    "claim argument criticism remark comment petition motion complaint suggestion decision".split()
)


def whose_plan_is_judged(s: Sentence, h: int) -> list[Span]:
    """ "A minister left after the king rejected his plan": the minister's, and not the king's own."""
    noun = s.heads[h]
    verb = s.heads[noun]
    mine = s.deps[h] == "poss" and s.deps[noun] == "dobj" and s.tags[h] == "PRP$"
    if not mine or s.lemmas[noun] not in _PLANS or s.lemmas[verb] not in _ANSWERING_PLANS:
        return []
    return [(s.starts[a], s.ends[b]) for a, b in (g.phrase(s, x) for x in g.surface_subjects(s, verb))]


def _as_the_owner(cast: Cast, s: Sentence, h: int) -> Mention | None:
    """ "rejected his plan to close aid groups he accused of theft": he whose plan it was."""
    clause = s.heads[h]
    if s.deps[h] != "nsubj" or s.deps[clause] != "relcl" or s.words[h].lower() not in ("he", "she"):
        return None
    alike = ("his", "him") if s.words[h].lower() == "he" else ("her",)
    for a in s.ancestors(clause):
        if s.kids(a, "nsubj", "nsubjpass"):
            return None
        for t in s.kids(a, "poss"):
            if s.words[t].lower() in alike:
                f = cast.filler(s, t)
                known = f.acts and f.kind != "pronoun"
                return (
                    Mention(s.starts[t], s.ends[t], s.field, f.entity, f.kind, f.plural, True)
                    if known
                    else None
                )
    return None
