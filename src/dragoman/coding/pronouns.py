"""Pronouns: "he", "they", "its", and "we" in a quotation."""

from __future__ import annotations

import bisect
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding import grammar as g
from dragoman.coding.mentions import Filler, Mention, same_person
from dragoman.coding.people import ARMED, MEN, OUTLAWS, PEOPLE, PERSON_NOUNS, STATE_SIDE, WOMEN, is_a_man
from dragoman.knowledge.words import INTERNATIONAL
from dragoman.language import Sentence
from dragoman.records import Entity, Span

if TYPE_CHECKING:
    from dragoman.coding.actors import Cast
from dragoman.coding.grammar_of_pronouns import (
    HARMING,
    HE_OR_SHE,
    IT,
    LAW_ON_HIM,
    SINGULAR_HE,
    THEY,
    beside,
    named_beside_a_role,
    of_the_clause_above,
    others_in_front,
    role_beside,
    told_by_grammar,
    whose_plan_is_judged,
)
from dragoman.coding.tellers import who_goes_on

_MALE = frozenset("he him his himself".split())
_FEMALE = SINGULAR_HE - _MALE
_WE = frozenset("we us our ours i me my mine ourselves myself".split())


def pronoun(cast: Cast, s: Sentence, h: int, span: Span) -> Filler:
    """Whom a pronoun means; without an antecedent it keeps its word."""
    word = s.words[h].lower()
    if word in _WE:
        return _first_person(cast, s, h, span)
    glossed = _glossed(s, h)
    if glossed is not None:
        f = cast.filler(s, glossed)
        how = "coreference: as the report glosses it"
        return Filler(replace(f.entity, span=span, resolved_by=how), f.nature, f.kind, h, f.plural)
    empty = word == "it" and (_is_empty(s, h) or _thing_that_it_is(cast, s, h))
    if empty or (word == "them" and _words_that_they_are(s, h)):
        return Filler(Entity(s.words[h], span=span), "unknown", "pronoun", h)
    near = role_beside(cast, s, h)
    if near is not None:
        entity = replace(near.entity, span=span, resolved_by="coreference")
        return Filler(entity, near.nature, near.kind, h, near.plural)
    town = _town_that_it_is(cast, s, h) if word == "it" else None
    return town or _by_what_was_told(cast, s, h, span, word)


_SAID_OF_DEEDS = frozenset(
    "premature important necessary vital essential crucial clear possible impossible difficult hard easy "
    "wrong unacceptable regrettable unfortunate time imperative inconceivable strange natural normal obvious "
    "evident true early late sad urgent unfair inappropriate reasonable unthinkable unlikely unclear".split()
)
"""What deeds are rather than states: "it was premature to criticise the plan"."""


def _is_empty(s: Sentence, h: int) -> bool:
    """ "It was premature to envisage changes", "it is clear that they lied": an "it" that means nobody."""
    v = s.heads[h]
    if s.deps[h] != "nsubj" or s.lemmas[v] != "be":
        return False
    told = [c for c in s.kids(v, "acomp", "attr") if s.lemmas[c] in _SAID_OF_DEEDS]
    clauses = [c for x in (v, *told) for c in s.kids(x, "xcomp", "ccomp", "advcl") if c > v]
    return bool(told) and any(
        s.lemmas[k] in ("to", "that") and (s.deps[k] == "aux" or s.deps[k] == "mark")
        for c in clauses
        for k in s.kids(c, "aux", "mark")
    )


_ANSWERING = frozenset("dismiss deny reject refute confirm describe brand call withdraw".split())
_WORDS_OR_PLANS = frozenset(
    "report claim allegation charge accusation rumour rumor suggestion proposal plan demand remark comment "
    "statement fear talk".split()
)


def _words_that_they_are(s: Sentence, h: int) -> bool:
    """ "Asked about the reports, the minister dismissed them": the reports."""
    if s.deps[h] != "dobj" or s.lemmas[s.heads[h]] not in _ANSWERING:
        return False
    return any(s.tags[t] == "NNS" and s.lemmas[t] in _WORDS_OR_PLANS for t in range(h))


_CRAFT = frozenset(
    "plane aircraft airplane airliner helicopter jet drone balloon missile rocket glider warplane".split()
)
"""What is shot down."""


def _thing_that_it_is(cast: Cast, s: Sentence, h: int) -> bool:
    """ "The bomb was so strong that it destroyed a bridge", "a plane crashed; they had shot it down"."""
    v = s.heads[h]
    if s.deps[h] == "dobj" and s.lemmas[v] in ("shoot", "down", "bring", "gun"):
        return any(s.lemmas[t] in _CRAFT for t in range(h))
    above = s.heads[v]
    so = s.deps[h] in ("nsubj", "nsubjpass") and any(s.lemmas[m] == "that" for m in s.kids(v, "mark"))
    if not so or not any(s.lemmas[t] in ("so", "such") for t in range(v) if s.heads[t] != v):
        return False
    while s.pos[above] == "ADJ" and s.heads[above] != above:
        above = s.heads[above]
    subjects = [x for x in s.kids(above, "nsubj", "nsubjpass") if x < h]
    return bool(subjects) and all(s.tags[x] == "NN" and not cast.filler(s, x).acts for x in subjects)


_BRACKETS = {"(": ")", "[": "]"}
_GLOSS = 6
"""Words at most that tell in brackets whom a pronoun means."""


def _glossed(s: Sentence, h: int) -> int | None:
    """ "They beat him (the officer) with sticks": whom the report says in brackets that a pronoun means."""
    if s.words[h + 1 : h + 2] not in (["("], ["["]) or s.tags[h] == "PRP$":
        return None
    last = s.words[h + 2 : h + 2 + _GLOSS]
    close = _BRACKETS[s.words[h + 1]]
    if close not in last:
        return None
    inside = range(h + 2, h + 2 + last.index(close))
    nouns = [i for i in inside if s.pos[i] in ("NOUN", "PROPN")]
    return nouns[-1] if nouns else None


_PLACE_WORD = re.compile(r"\b(?:on|at|in|from|near|through|along|via|towards?|into)\s$")


def _behind_a_place_word(cast: Cast, m: Mention) -> bool:
    """ "The march set out from Clara Zetkin. He …": a name of nobody known, told as a place, is no "he"."""
    known = m.entity.actor_id or m.entity.sectors
    return not known and bool(_PLACE_WORD.search(cast.texts[m.field][max(0, m.start - 12) : m.start]))


def _kinds_meant(word: str) -> tuple[str, ...]:
    """What a pronoun may stand for, the likeliest kinds first."""
    if word in SINGULAR_HE:
        return ("person",)
    if word in IT:
        return ("country", "org", "outlet", "group")
    return ("group", "pair", "org", "country", "person") if word in THEY else ()


def _by_what_was_told(cast: Cast, s: Sentence, h: int, span: Span, word: str) -> Filler:
    """Whom "he", "they" or "it" means by what the report told of people."""
    hit = _hit_as_it_fled(s, h)
    if hit is not None:
        struck = cast.filler(s, hit)
        if not struck.acts:
            return Filler(Entity(s.words[h], span=span), "unknown", "pronoun", h)
        entity = replace(struck.entity, span=span, resolved_by="coreference: who was hit")
        return Filler(entity, "actor", struck.kind, h, struck.plural)
    speaking = _those_who_say(cast, s, h) if word == "they" else []
    if speaking:
        return _all_of_them(cast, s, h, span, speaking)
    kinds = _kinds_meant(word)
    if kinds and not _things_go_on(cast, s, h):
        stranger = word in SINGULAR_HE and _stranger_who_says(cast, s, h) is not None
        found = None if stranger else _antecedent(cast, s, h, span[0], kinds, plural=word in THEY)
        if found is not None:
            together = _joined_with_it(cast, s, h, found) if word in THEY else []
            if together:
                return _all_of_them(cast, s, h, span, together)
            _note_gender(cast, s, h, found.entity)
            entity = replace(found.entity, span=span, resolved_by="coreference")
            if word in THEY and _speaker_of_quote(cast, s, h) is not None:
                doing = s.deps[h] in ("nsubj", "nsubjpass")
                cast.they.append(replace(found, start=span[0], end=span[1], field=s.field, subject=doing))
            if found.kind == "pair":
                cast.meant[s.field, span] = cast.meant.get((found.field, (found.start, found.end)), [])
            return Filler(entity, "actor", found.kind, h, found.plural)
        role = (
            _stranger_who_says(cast, s, h) or _role_of_the_clause(cast, s, h) or _subject_to_come(cast, s, h)
            if word in SINGULAR_HE
            else None
        )
        if role is not None:
            entity = replace(role.entity, span=span, resolved_by="coreference: the subject before")
            return Filler(entity, "actor", "role", h)
        if word in SINGULAR_HE or word in THEY:
            return Filler(
                Entity(s.words[h], span=span, resolved_by="pronoun without antecedent"),
                "actor",
                "pronoun",
                h,
            )
    return Filler(Entity(s.words[h], span=span), "unknown", "pronoun", h)


def _those_who_say(cast: Cast, s: Sentence, h: int) -> list[Entity]:
    """ "He and Trump said they were open to talks": the two of them."""
    clause = s.heads[h]
    speakers = s.kids(s.heads[clause], "nsubj") if s.deps[clause] == "ccomp" else []
    joined = [x for t in speakers[:1] for x in g.conjuncts(s, t) if t < clause]
    if len(joined) < 2 or s.tags[joined[0]] != "PRP":
        return []
    fillers = [cast.filler(s, x) for x in joined]
    return [f.entity for f in fillers] if all(f.acts and f.entity.country for f in fillers) else []


def _joined_with_it(cast: Cast, s: Sentence, h: int, found: Mention) -> list[Entity]:
    """ "Mali and Niger said they would leave": both, where the one found is one party among others."""
    heads = [i for i in range(len(s)) if found.start <= s.starts[i] and s.ends[i] <= found.end]
    heads = [i for i in heads if s.heads[i] not in heads or s.heads[i] == i]
    if len(heads) != 1 or found.field != s.field:
        return []
    top = g.first_joined(s, heads[0])
    own_words = s.deps[s.heads[h]] == "ccomp" and s.heads[s.heads[h]] == s.heads[top]
    if found.plural if not own_words else found.kind == "pair":
        return []
    joined = g.conjuncts(s, top) if s.deps[top] in ("nsubj", "nsubjpass") else []
    fillers = [cast.filler(s, x) for x in joined] if heads[0] in joined and len(joined) > 1 else []
    alike = [f for f in fillers if f.acts and (f.kind == found.kind or own_words)]
    return [f.entity for f in alike] if len(alike) == len(fillers) else []


def _all_of_them(cast: Cast, s: Sentence, h: int, span: Span, together: list[Entity]) -> Filler:
    """Several parties whom one "they" means."""
    cast.meant[s.field, span] = together
    name = " and ".join(e.name for e in together)
    return Filler(Entity(name, span=span, resolved_by="coreference"), "actor", "pair", h, True)


_TAKEN_OR_SHELLED = frozenset(
    "seize capture shell bomb bombard retake recapture overrun besiege occupy storm pound liberate".split()
)
_TOWNS = frozenset("town city village base camp area island airport stronghold bridge region port".split())


def _town_that_it_is(cast: Cast, s: Sentence, h: int) -> Filler | None:
    """ "retook Kamango, hours after it was seized", "left Huambo after it was shelled": the town is "it"."""
    v = s.heads[h]
    if s.deps[h] not in ("nsubjpass", "dobj") or s.lemmas[v] not in _TAKEN_OR_SHELLED:
        return None
    for t in range(h - 1, -1, -1):
        if s.deps[t] not in ("dobj", "pobj") or s.pos[t] not in ("PROPN", "NOUN") or s.heads[t] == v:
            continue
        f = cast.filler(s, t)
        won = (
            s.deps[t] == "dobj"
            and s.pos[t] == "PROPN"
            and s.lemmas[s.heads[t]] in _TAKEN_OR_SHELLED | {"take"}
        )
        if f.nature == "place" or s.lemmas[t] in _TOWNS or (won and f.kind == "unknown"):
            entity = replace(f.entity, span=(s.starts[h], s.ends[h]), resolved_by="coreference: the place")
            return Filler(entity, "place", "place", h)
    return None


_ON_THE_WAY = frozenset(
    "flee leave escape travel drive return retreat withdraw pass move approach head run walk sail land "
    "arrive cross sleep pray protest march gather queue wait".split()
)
"""What those do who are hit meanwhile: "struck the convoy as it fled"."""


def _hit_as_it_fled(s: Sentence, h: int) -> int | None:
    """ "Warplanes struck the convoy as it fled": what was struck, not who struck."""
    clause = s.heads[h]
    above = s.heads[clause]
    here = s.deps[h] == "nsubj" and s.deps[clause] == "advcl" and h > above
    if not here or s.words[h].lower() not in IT | THEY | SINGULAR_HE or s.lemmas[clause] not in _ON_THE_WAY:
        return None
    if s.lemmas[above] not in HARMING or not any(
        s.lemmas[m] in ("as", "while", "when") for m in s.kids(clause, "mark", "advmod")
    ):
        return None
    struck = s.kids(above, "dobj", "nsubjpass")
    return struck[0] if struck else None


def _antecedent(
    cast: Cast, s: Sentence, h: int, position: int, kinds: tuple[str, ...], *, plural: bool
) -> Mention | None:
    before = cast.before(s, position)
    word = s.words[h].lower()
    subject = _own_subject_spans(s, h) + _demander_spans(s, h) + whose_plan_is_judged(s, h)
    himself = [m.entity for m in before if any(a <= m.start < b and m.field == s.field for a, b in subject)]
    himself += _whom_he_acts_on(cast, s, h)
    leaders = _whose_people_act(cast, s, h)
    own = subject + _told_before_the_tag(s, h) + _denier_spans(s, h) + others_in_front(s, h)
    theirs = _countries_of_they(cast, s, h) | _wronged_by_it(cast, s, h) if word in IT else frozenset()
    speaker = _speaker_of_quote(cast, s, h)
    fits = [
        m
        for m in before
        if m.kind in kinds
        and not m.adjective
        and (not plural or m.plural or m.kind in ("group", "org", "country"))
        and not (m.plural and word in IT and not _before_a_body(s, m))
        and not (word in IT | THEY and _is_one_of_people(m))
        and not (word in THEY and _are_not_they(cast, s, h, m))
        and not (leaders and m.kind == "person" and any(m.entity.name.split()[-1] in x for x in leaders))
        and not any((a <= m.start < b or m.start < a < m.end) and m.field == s.field for a, b in own)
        and m.entity.country not in theirs
        and not (kinds == ("person",) and any(same_person(e, m.entity) for e in himself))
        and not (word in SINGULAR_HE and (m.plural or _behind_a_place_word(cast, m)))
        and not (speaker is not None and _on_this_side(m, speaker) and not _named_here(s, word, m))
        and not (plural and s.deps[h] in ("nsubj", "nsubjpass") and _PLACES.search(m.entity.name))
        and not (s.lemmas[s.heads[h]] in _TAGS and _TOWN.match(m.entity.name))
        and not (word in _MALE | _FEMALE and (_other_gender(word, m) or _said_to_be_other(cast, word, m)))
    ]
    fits = [m for m in fits if not (_in_others_words(cast, s, h, m) or _mere_source(s, h, m))] or fits
    fits = _told_by_more_than_his(word, _those_judged(s, h, fits))
    fits = _not_the_harmed(cast, s, h, fits, speaker, plural=plural) if speaker is not None else fits
    told = _said_before(cast, s, h) or beside(s, h, fits)
    if told is None and speaker is not None:
        told = _in_the_quote(cast, s, h, fits, plural=plural)
    if told is not None:
        return told
    here = [m for m in fits if m.field == s.field and m.start >= s.start]
    found = told_by_grammar(cast, s, h, here, kinds) or _in_the_sentence(cast, s, h, fits, own, kinds)
    if found is not None:
        return found
    earlier = [m for m in fits if m not in here]
    if plural:
        groups = _taken_by_them(cast, s, h, earlier) or [
            m for i, m in enumerate(earlier) if m.plural and (i < 8 or _just_before(cast, s, m))
        ]
        near = [m for m in groups if cast.sentence_of(m) == cast.sentence_of(groups[0])]
        if groups:
            acting = [m for m in near if m.subject]
            says = s.deps[h] == "nsubj" and s.lemmas[s.heads[h]] in _TAGS
            goes_on = who_goes_on(s, h, acting, speaker)
            return goes_on or next(iter(acting if says else _foremost(acting)), groups[0])
    struck = _done_to_him_too(cast, s, h, earlier)
    if struck is not None:
        return struck
    subjects = [m for m in earlier[:6] if m.subject]
    if (own or s.deps[h] in ("dobj", "dative", "pobj", "nsubjpass")) and earlier:
        last = cast.sentence_of(earlier[0])  # whom the last sentence named goes on being spoken of
        subjects = [m for m in subjects if cast.sentence_of(m) == last]
    alike = subjects and (kinds == ("person",) or word in IT)
    if alike and (new := _just_brought_in(cast, earlier, subjects, one_person=word not in IT)) is not None:
        return new
    if subjects:
        last = cast.sentence_of(subjects[0])
        lately = [m for m in subjects if cast.sentence_of(m) == last]
        if kinds == ("person",) and speaker is None and _is_tag(s, h):
            lately.reverse()  # "Wale said the premier had lied. "…," he told AFP": who spoke, not of whom
        return who_goes_on(s, h, lately, speaker) or _foremost(lately)[0]
    if here:
        return here[-1]
    # "Mexico extradited Guzman on the eve of Trump's inauguration. He …"
    if kinds == ("person",) and earlier:
        last = cast.sentence_of(earlier[0])
        return [m for m in earlier if cast.sentence_of(m) == last][-1]
    return earlier[0] if earlier else None


def _besides(s: Sentence, h: int) -> bool:
    """ "condemned the front, accusing them of murder": those of the clause that it goes with."""
    v = s.heads[h]
    return s.deps[h] == "dobj" and s.deps[v] == "advcl" and s.tags[v] == "VBG" and s.heads[v] < v


_PLACES = re.compile(
    r"\b(?:towns|cities|villages|areas|regions|districts|provinces|islands|(?:refugee )?camps?)\b|"
    r"\b(?:Olympics|Games|Cup|[Ee]lections?|[Ff]estival|[Cc]elebrations|[Pp]rotests|[Tt]alks)$"
)
"""Where people are and what they attend, which do nothing themselves."""
_TOWN = re.compile(r"(?:town|city|village|region|district|province|port|island) of\b")
"""Places that say nothing: "he died in the village of Rema, it said"."""


def _before_a_body(s: Sentence, m: Mention) -> bool:
    """ "the Shining Path guerrilla movement said its men …": a name in the plural before one movement."""
    if m.kind != "org" or m.field != s.field or not s.start <= m.start < s.start + len(s.text):
        return False
    last = next((i for i in range(len(s)) if s.ends[i] == m.end), None)
    return last is not None and s.deps[last] in ("compound", "nmod") and s.tags[s.heads[last]] == "NN"


_MEETING = frozenset({"meet", "visit", "see"})


def _are_not_they(cast: Cast, s: Sentence, h: int, m: Mention) -> bool:
    """ "They met Mr Prabhakaran": no Tigers, whose leader he is, and no capital where somebody was."""
    verb = s.heads[h]
    if s.deps[h] != "nsubj" or s.lemmas[verb] not in _MEETING:
        return False
    if m.entity.resolved_by == "capital":
        return True
    if m.kind not in ("org", "group"):
        return False
    whom = [cast.filler(s, o) for o in s.kids(verb, "dobj")]
    own = [f.entity for f in whom if f.kind == "person" and not {"GOV", "ELI"} & set(f.entity.sectors)]
    return any(e.country == m.entity.country and e.sectors == m.entity.sectors for e in own)


def _named_here(s: Sentence, word: str, m: Mention) -> bool:
    """ "Israel can place its trust in him", a minister of Israel said: the subject of these words."""
    return word in IT and m.subject and m.field == s.field and m.start >= s.start


def _whose_people_act(cast: Cast, s: Sentence, h: int) -> list[str]:
    """ "Deby's rebels were snubbed. They had warned him": him is not Deby, whose people "they" are."""
    if s.tags[h] != "PRP" or s.deps[h] not in ("dobj", "dative", "pobj"):
        return []
    verb = g.verb_above(s, h)
    subjects = g.surface_subjects(s, verb) if verb is not None else []
    named = [cast.filler(s, x) for x in subjects if s.words[x].lower() == "they" and x < h]
    return [re.split(r"[’']s? ", f.entity.name)[0] for f in named if re.search(r"[’']s? ", f.entity.name)]


_ONE_OF_PEOPLE = frozenset(
    "man woman militant suspect attacker bomber officer soldier policeman rebel victim prisoner detainee "
    "hostage teenager resident witness guard insurgent assailant intruder".split()
)


def _is_one_of_people(m: Mention) -> bool:
    """ "The man", "the militant": neither "it" nor "they"."""
    e = m.entity
    if m.plural or e.actor_id or not e.name.islower() or m.kind not in ("org", "group"):
        return False
    word = e.name.split()[-1]
    return word in PERSON_NOUNS | _ONE_OF_PEOPLE or PEOPLE.search(word) is not None


_PASSING_JUDGEMENT = frozenset(
    "sentence convict jail imprison acquit strip bar ban fine remand free release order try clear".split()
)
_KEEPING = frozenset("hold detain arrest jail imprison torture".split())
_BENCH = frozenset("court judge tribunal jury panel bench magistrate".split())


def _told_by_more_than_his(word: str, fits: list[Mention]) -> list[Mention]:
    """ "Betrayed by his English teacher. He …": he whose teacher it was."""
    if word not in SINGULAR_HE:
        return fits
    return [m for m in fits if not m.entity.name.lower().startswith(("his ", "her "))] or fits


def _those_judged(s: Sentence, h: int, fits: list[Mention]) -> list[Mention]:
    """ "The court stripped him of his rights": the accused, and not the judge."""
    if s.deps[h] == "pobj" and s.lemmas[s.heads[h]] == "of" and s.heads[s.heads[h]] != h:
        h = s.heads[s.heads[h]]  # "sentenced nine of them", "barred all of them"
    v = s.heads[h]
    if s.lemmas[v] in _KEEPING and s.deps[h] == "nsubjpass":  # "where they were being held": no police
        return [m for m in fits if not {"JUD", "COP"} & {*m.entity.sectors}]
    if s.lemmas[v] not in _PASSING_JUDGEMENT or s.deps[h] not in ("dobj", "nsubjpass"):
        return fits
    if s.deps[h] == "dobj" and not any(s.lemmas[x] in _BENCH for x in g.subjects(s, v)):
        return fits
    return [m for m in fits if not {"JUD", "COP"} & {*m.entity.sectors}] or fits


def _things_go_on(cast: Cast, s: Sentence, h: int) -> bool:
    """ "The tariffs will hit mills in Japan and Brazil. They will spare Canada": the tariffs will."""
    if s.deps[h] not in ("nsubj", "nsubjpass") or s.words[h] not in ("They", "It"):
        return False
    if s.words[h] == "It":
        before = (s.field, bisect.bisect_right(cast.starts.get(s.field, []), s.start) - 1)
        return before in cast.accords and s.lemmas[s.heads[h]] in _LAYING_DOWN
    earlier = [m for m in cast.before(s, s.starts[h]) if m.field == s.field]
    if not earlier or earlier[0].start >= s.start:
        return False
    last = cast.sentence_of(earlier[0])
    if (s.field, last) not in cast.things or last < len(cast.starts[s.field]) - 1:
        return False
    return not any(m.subject or m.plural for m in earlier if cast.sentence_of(m) == last and m.kind != "pair")


_LAYING_DOWN = frozenset(
    "call provide require envisage stipulate oblige commit allow set bind end give".split()
)


def _done_to_him_too(cast: Cast, s: Sentence, h: int, earlier: list[Mention]) -> Mention | None:
    """ "The pope suspended the bishop. Prosecutors charged him": whom the last sentence was hard on."""
    if s.deps[h] not in ("dobj", "nsubjpass") or s.words[h].lower() not in HE_OR_SHE:
        return None
    if s.lemmas[s.heads[h]] not in LAW_ON_HIM or not earlier:
        return None
    if (s.field, cast.sentence_of(earlier[0])) not in cast.stern:
        return None
    last = [m for m in earlier if cast.sentence_of(m) == cast.sentence_of(earlier[0]) and m.kind == "person"]
    named = [m for m in last if not m.subject and m.entity.name[:1].isupper()]
    subjects = [m for m in last if m.subject]
    same = {m.entity.actor_id or m.entity.name for m in named}
    return (
        named[0]
        if len(same) == 1 and subjects and not same_person(named[0].entity, subjects[0].entity)
        else None
    )


_IN_CAPTIVITY = frozenset("seize kidnap abduct hold free release rescue snatch ransom".split())


def _taken_by_them(cast: Cast, s: Sentence, h: int, earlier: list[Mention]) -> list[Mention]:
    """ "Gunmen kidnapped four nurses. They were released on Friday": the nurses, not the gunmen."""
    if s.deps[h] != "nsubjpass" or s.lemmas[s.heads[h]] not in _IN_CAPTIVITY or not earlier:
        return []
    last = [m for m in earlier if cast.sentence_of(m) == cast.sentence_of(earlier[0])]
    captors = any(m.subject and OUTLAWS & set(m.entity.sectors) for m in last)
    held = [m for m in last if not m.subject and m.plural and not ARMED & set(m.entity.sectors)]
    return held[:1] if captors else []


def _is_tag(s: Sentence, h: int) -> bool:
    """True for the "he" of "…," he said."""
    return s.deps[h] == "nsubj" and s.lemmas[s.heads[h]] in _TAGS and ('"' in s.text or "”" in s.text)


def _just_brought_in(
    cast: Cast, earlier: list[Mention], subjects: list[Mention], *, one_person: bool
) -> Mention | None:
    """ "Washington sent Kurt Campbell. The White House said he had …": not who was spoken of before that."""
    last = [m for m in earlier if cast.sentence_of(m) == cast.sentence_of(earlier[0])]
    if not one_person:  # "…, according to the refugee agency. It appealed for help": a body, no place
        if any(m.subject for m in last):
            return None
        last = [m for m in last if m.kind == "org"]
    persons = {m.entity.actor_id or m.entity.name for m in last}
    if (
        len(persons) != 1
        or any(m.subject for m in last)
        or not (last[0].entity.name[:1].isupper() or last[0].entity.actor_id)
    ):
        return None
    return last[0] if cast.sentence_of(subjects[0]) < cast.sentence_of(last[0]) else None


def _stranger_who_says(cast: Cast, s: Sentence, h: int) -> Filler | None:
    """ "Adnan al-Qattan of the Front said he was ready": he whom nobody knows, and nobody named before."""
    clause = s.heads[h]
    if s.deps[h] != "nsubj" or s.deps[clause] != "ccomp" or s.lemmas[s.heads[clause]] not in _TAGS:
        return None
    for x in s.kids(s.heads[clause], "nsubj"):
        if x > h or s.pos[x] != "PROPN":
            continue
        f = cast.filler(s, x)
        first = s.words[min([c for c in s.kids(x, "compound") if c < x], default=x)]
        if (
            f.entity.actor_id
            or f.kind in ("person", "country", "outlet")
            or not f.entity.name.startswith(first)
        ):
            continue
        who = replace(f.entity, name=f.entity.name.split(" of ")[0])
        if who.name.count(" ") and is_a_man(who) is not None:
            return replace(f, entity=who)
    return None


def _role_of_the_clause(cast: Cast, s: Sentence, h: int) -> Filler | None:
    """ "A bomber killed nine people when he attacked a mosque": the subject that no name tells."""
    for above in list(s.ancestors(h))[1:]:
        for subject in s.kids(above, "nsubj", "nsubjpass"):
            f = cast.filler(s, subject) if subject < h and s.tags[subject] == "NN" else None
            if f is not None and f.acts and f.kind == "role" and not f.plural:
                return f
    return None


def _subject_to_come(cast: Cast, s: Sentence, h: int) -> Filler | None:
    """ "In his talks with the Pope, the premier asked for help": the premier's talks."""
    prep = s.heads[s.heads[h]]
    if s.deps[h] != "poss" or s.deps[prep] != "prep" or s.pos[s.heads[prep]] != "VERB":
        return None
    subjects = [t for t in s.kids(s.heads[prep], "nsubj", "nsubjpass") if t > h]
    f = cast.filler(s, subjects[0]) if len(subjects) == 1 else None
    return f if f is not None and f.acts and f.kind in ("role", "office", "person") and not f.plural else None


def _in_the_sentence(
    cast: Cast, s: Sentence, h: int, fits: list[Mention], own: list[Span], kinds: tuple[str, ...]
) -> Mention | None:
    """Among those whom the sentence has named so far."""
    plural = s.words[h].lower() in THEY
    here = [m for m in fits if m.field == s.field and m.start >= s.start]
    subjects = [m for m in here if m.subject]
    beside_it = [m for m in here if not m.subject] if plural and _besides(s, h) else []
    if beside_it:
        return next((m for m in reversed(beside_it) if m.plural), beside_it[-1])
    if plural and not any(m.plural for m in subjects):  # "summoned the envoys, and the minister accused them"
        people = next((m for m in here if m.plural and m.kind in ("group", "pair")), None)
        joined = s.deps[s.heads[h]] == "conj" and s.deps[h] == "nsubj"  # "brought them together, and they …"
        kinds_before = ("country", "org") if joined else ("country",)
        if people is not None and subjects and all(m.kind in kinds_before for m in subjects):
            return people
        if own and people is None and not any(m.plural or m.kind == "group" for m in here):
            before_it = [m for m in fits if m not in here]
            groups = [m for m in before_it if m.plural and m.kind in ("group", "pair")]
            near = [m for m in groups if cast.sentence_of(m) == cast.sentence_of(groups[0])]
            said = who_goes_on(s, h, near, None)  # "Officials said rebels fled. Two had died, they added"
            first = next(iter(_foremost([m for m in near if m.subject])), None)
            several = said or first or (groups[0] if groups else None)
            if several is not None and cast.sentence_of(before_it[0]) - cast.sentence_of(several) <= 1:
                return several  # "The couple were taken. The network, which Mali blames, threatened them"
    if subjects:
        chosen = [m for m in subjects if m.plural] if plural else []
        chosen = chosen or subjects
        named = named_beside_a_role(chosen[-1], here, own)
        return named or of_the_clause_above(s, h, chosen) or chosen[-1]
    bodies = [m for m in here if m.kind in ("org", "outlet") and not m.plural]
    if (
        own and bodies and s.words[h].lower() in IT
    ):  # "arrested members of a party, and the ministry banned it"
        return bodies[0]
    if here and (kinds == ("person",) or plural):
        several = next((m for m in here if m.plural), None)
        if plural and several is None and _are_others(cast, s, h, fits, here):
            return None  # "At a summit on Russia they demanded …": not Russia
        return (several or here[0]) if plural else here[-1]
    if here and s.words[h].lower() in IT and _done_by_a_person(cast, s, h):
        return here[-1]  # "He visited Turkey and asked its leaders"
    return None


def _just_before(cast: Cast, s: Sentence, m: Mention) -> bool:
    """True for the sentence before, however many it names."""
    return m.field == s.field and cast.sentences_between(m, s) <= 1


def _are_others(cast: Cast, s: Sentence, h: int, fits: list[Mention], here: list[Mention]) -> bool:
    """True where the last sentence spoke of several, and this one names only one state in passing."""
    bodies = [
        m for m in here if m.kind in ("group", "pair") or (m.kind == "org" and m.entity.name[:1].isupper())
    ]
    if s.deps[h] not in ("nsubj", "nsubjpass") or bodies:
        return False
    before = [m for m in fits if m not in here and m.field == s.field]
    told = [m for m in before if m.subject and (m.plural or m.kind in ("group", "pair"))]
    return bool(told) and cast.sentences_between(told[0], s) <= 1


def _said_before(cast: Cast, s: Sentence, h: int) -> Mention | None:
    """ "He met Sirisena and flew to Jaffna, where he spoke": the pronoun of the clause above again."""
    if s.tags[h] not in ("PRP", "PRP$") or s.deps[h] not in ("nsubj", "nsubjpass", "poss"):
        return None
    alike = next(
        group for group in (_MALE, _FEMALE, THEY, IT, {""}) if s.words[h].lower() in group or "" in group
    )
    for v in s.ancestors(h):
        if any(s.pos[i] == "PROPN" and i < h for i in s.kids(v, "nsubj")) and s.deps[s.heads[h]] == "ccomp":
            return None  # "The US said it hoped …, while Israel said it …": Israel
        for i in s.kids(v, "nsubj", "nsubjpass"):
            if i < h and s.tags[i] == "PRP" and s.words[i].lower() in alike:
                f = cast.filler(s, i)
                if f.acts and f.kind != "pronoun":
                    return Mention(s.starts[i], s.ends[i], s.field, f.entity, f.kind, f.plural, True)
    return None


def _denier_spans(s: Sentence, h: int) -> list[Span]:
    """ "A spokesman denied that officers had detained him": not the one who denies it."""
    verbs = [a for a in s.ancestors(h) if s.pos[a] in ("VERB", "AUX")]
    if not verbs or s.lemmas[verbs[0]] not in HARMING:
        return []
    deniers = [i for v in verbs[1:] if s.lemmas[v] == "deny" for i in s.kids(v, "nsubj")]
    return [(s.starts[first], s.ends[last]) for first, last in (g.phrase(s, i) for i in deniers)]


def _own_subject_spans(s: Sentence, h: int) -> list[Span]:
    """Characters of the subject of a verb whose object the pronoun is: "they detained him"."""
    objective = s.words[h].lower() in ("him", "her", "them") and s.tags[h] == "PRP"
    if (s.deps[h] not in ("dobj", "dative", "pobj") and not objective) or s.words[h].lower().endswith("self"):
        return []
    verb = g.verb_above(s, h)
    if verb is not None and s.deps[h] == "nsubj" and s.deps[verb] == "ccomp":
        verb = s.heads[verb]  # "reporters saw them detain forty people": not the reporters
    subjects = g.surface_subjects(s, verb) if verb is not None else []
    subjects = [x for x in subjects if x != h]
    subjects += [
        c for x in subjects for c in s.kids(x, "appos")
    ]  # nor Macri in "Carrio, an ally of Macri, told him"
    spans = [g.phrase(s, x) for x in subjects]  # not "Bazoum" in "the men who overthrew Bazoum hold him"
    if s.words[h].lower() in SINGULAR_HE:  # but he in "Bazoum's lawyers visited him"
        owners = [max(s.kids(x, "poss"), default=-1) for x in subjects]
        spans = [(max(a, o + 1), b) for (a, b), o in zip(spans, owners, strict=True)]
    return [(s.starts[first], s.ends[last]) for first, last in spans]


def _whom_he_acts_on(cast: Cast, s: Sentence, h: int) -> list[Entity]:
    """ "He describes Museveni as a dictator": he is not Museveni."""
    v = s.heads[h]
    if s.deps[h] != "nsubj" or s.words[h].lower() not in ("he", "she") or s.pos[v] != "VERB":
        return []
    named = [o for o in s.kids(v, "dobj") if s.pos[o] == "PROPN" and o > h]
    named += [x for c in s.kids(v, "ccomp") if s.tags[c] != "VBD" for x in s.kids(c, "nsubj")
              if s.pos[x] == "PROPN" and v < x]  # fmt: skip
    return [f.entity for f in (cast.filler(s, o) for o in named) if f.acts and f.kind == "person"]


_DEMANDING = frozenset("demand urge ask request insist recommend propose beg plead".split())


def _demander_spans(s: Sentence, h: int) -> list[Span]:
    """ "Hamon demanded that he apologise": of somebody else."""
    clause = s.heads[h]
    if s.deps[h] != "nsubj" or s.deps[clause] != "ccomp" or s.tags[clause] != "VB":
        return []
    if s.lemmas[s.heads[clause]] not in _DEMANDING:
        return []
    return [
        (s.starts[a], s.ends[b]) for a, b in (g.phrase(s, x) for x in g.surface_subjects(s, s.heads[clause]))
    ]


def _told_before_the_tag(s: Sentence, h: int) -> list[Span]:
    """ "Rabat will expel the Iranian envoy, he said": nobody of whom it is told says so."""
    v = s.heads[h]
    if s.deps[h] != "nsubj" or s.pos[v] != "VERB":
        return []
    if s.kids(v, "xcomp"):
        return []  # "they continue to press": they say nothing
    told = [c for c in s.kids(v, "ccomp", "parataxis") if c < h] if s.lemmas[v] in _TAGS else []
    if (
        s.deps[v] in ("parataxis", "ccomp")
        and s.lemmas[v] in _TAGS
        and s.heads[v] < h
        and s.words[v - 2] == ","
    ):
        told.append(s.heads[v])
    return [(s.starts[min(s.subtree(c))], s.starts[h]) for c in told]


def _countries_of_they(cast: Cast, s: Sentence, h: int) -> frozenset[str | None]:
    """ "They closed their airspace to its planes": "it" is none of those that "they" are."""
    verb = g.verb_above(s, h)
    subjects = g.surface_subjects(s, verb) if verb is not None else []
    spans = [(s.field, (s.starts[x], s.ends[x])) for x in subjects if x != h and s.words[x].lower() == "they"]
    for x in subjects:
        if s.words[x].lower() == "they":
            cast.filler(s, x)
    return frozenset(e.country for key in spans for e in cast.meant.get(key, ()) if e.country)


_COMPLAINING = frozenset(
    "complain protest lodge summon condemn accuse demand denounce criticise criticize blame".split()
)


def _wronged_by_it(cast: Cast, s: Sentence, h: int) -> frozenset[str | None]:
    """ "China complained to Japan after it detained five Chinese sailors": "it" is not China."""
    v = s.heads[h]
    because = any(s.lemmas[m] in ("after", "because", "when") for m in s.kids(v, "mark", "advmod"))
    if s.deps[h] != "nsubj" or s.deps[v] != "advcl" or not because:
        return frozenset()
    if not any(s.lemmas[a] in _COMPLAINING for a in s.ancestors(v)):
        return frozenset()
    whose = [c for o in s.kids(v, "dobj") for c in s.kids(o, "amod")]
    return frozenset(iso for c in whose for iso in cast.knowledge.nationality(s.words[c])[:1])


def _done_by_a_person(cast: Cast, s: Sentence, h: int) -> bool:
    """True where "he" or a named person does what an "its" stands in, or what tells of "it"."""
    verb = g.verb_above(s, h)
    if verb is not None and s.deps[h] == "nsubj" and s.deps[verb] == "advcl" and s.heads[verb] < verb:
        verb = s.heads[verb]  # "He ran the bank when it failed": what he ran
    subjects = [x for x in (g.surface_subjects(s, verb) if verb is not None else []) if x != h]
    return bool(subjects) and all(
        s.words[x].lower() in ("he", "she") or (s.pos[x] != "PRON" and cast.filler(s, x).kind == "person")
        for x in subjects
    )


_TAGS = frozenset("say add tell write continue explain note stress argue insist conclude warn".split())


def _speaker_of_quote(cast: Cast, s: Sentence, h: int) -> Entity | None:
    """Who speaks the words that a pronoun stands in: "he" is somebody else there."""
    if s.field != "text" or cast.quotes is None or cast.quotes.at(s.starts[h]) is None:
        return None
    return cast.speakers.get(s.start)


_WE_AND_OURS = frozenset({"we", "us", "our", "ours"})
_HEARERS = frozenset({"JRN", "MED"})


def _on_this_side(m: Mention, speaker: Entity) -> bool:
    """ "They started it", the minister told reporters: neither he nor his country nor who listens."""
    e = m.entity
    if m.kind == "pair" and speaker.name in e.name:
        return True
    if same_person(speaker, e) or (_HEARERS & set(e.sectors[:1]) and not e.actor_id):
        return True
    of_his_kind = e.country == speaker.country and bool({"OPP", "PTY", "REB", "LAB"} & set(e.sectors[:1]))
    if of_his_kind and e.sectors[:1] == speaker.sectors[:1] and m.kind in ("org", "group") and not e.actor_id:
        return True
    rules = bool(STATE_SIDE & set(speaker.sectors)) and bool(e.country) and e.country == speaker.country
    return (
        rules
        and m.kind in ("country", "org", "group", "pair")
        and e.sectors[:1] in (("GOV",), ("MIL",), ("COP",))
    )


def _in_others_words(cast: Cast, s: Sentence, h: int, m: Mention) -> bool:
    """True for what only a quotation names that the pronoun stands outside of."""
    if cast.quotes is None or m.field != "text" or s.field != "text":
        return False
    quote = cast.quotes.at(m.start)
    if quote is None or m.start >= s.start or quote[0] <= s.starts[h] < quote[1]:
        return False
    said_by, own = _speaker_at(cast, m.start), cast.speakers.get(s.start)
    inside = cast.quotes.at(s.starts[h]) is not None
    return not (inside and said_by is not None and own is not None and same_person(said_by, own))


def _speaker_at(cast: Cast, position: int) -> Entity | None:
    """Who speaks in the sentence around a character."""
    starts = cast.starts.get("text", [])
    i = bisect.bisect_right(starts, position) - 1
    return cast.speakers.get(starts[i]) if i >= 0 else None


def _in_the_quote(cast: Cast, s: Sentence, h: int, fits: list[Mention], *, plural: bool) -> Mention | None:
    """Whom the quotation itself has named before the pronoun, subjects first."""
    quote = cast.quotes.at(s.starts[h]) if cast.quotes is not None else None
    if quote is None or cast.quotes is None:
        return None
    speaker = cast.speakers.get(s.start)
    first = cast.quotes.paragraph_start(s.starts[h])
    here = [m for m in fits if m.field == "text" and first <= m.start < s.starts[h]]
    here = [m for m in here if cast.quotes.at(m.start) == quote or _goes_on(cast, m, speaker)]
    if plural:
        again = [m for m in cast.they if first <= m.start < s.start and _goes_on(cast, m, speaker)]
        here = sorted([*here, *again], key=lambda m: -m.start)
        here = [m for m in here if m.plural or m.kind in ("country", "group", "org")]
    if not here:
        return _spoken_of(cast, s, h, fits, quote)
    last = [m for m in here if cast.sentence_of(m) == cast.sentence_of(here[0])]
    return next(iter(_foremost([m for m in last if m.subject])), None) or next(iter(here), None)


def _goes_on(cast: Cast, m: Mention, speaker: Entity | None) -> bool:
    """True for what the same speaker has named in another part of his words."""
    said_by = _speaker_at(cast, m.start)
    quoted = cast.quotes is not None and cast.quotes.at(m.start) is not None
    return quoted and speaker is not None and said_by is not None and same_person(said_by, speaker)


def _spoken_of(cast: Cast, s: Sentence, h: int, fits: list[Mention], quote: Span) -> Mention | None:
    """ "He said the court was biased. "They convict only Serbs"": whom he spoke of right before."""
    earlier = [m for m in fits if m.field == "text" and m.start < quote[0]]
    last = [m for m in earlier if cast.sentence_of(m) == cast.sentence_of(earlier[0])]
    told = [m for m in last if m.subject and m.aside]
    if (
        not told and s.words[h].lower() in SINGULAR_HE
    ):  # "Rossi blamed the minister. "She lit the fuse"": the minister
        told = [m for m in last if not m.subject]
    return next(iter(told), None)


def _mere_people(cast: Cast, m: Mention) -> bool:
    meant = cast.meant.get((m.field, (m.start, m.end)), []) if m.kind == "pair" else [m.entity]
    return bool(meant) and all({"CVL", "REF"} & set(e.sectors[:1]) for e in meant)


def _mere_source(s: Sentence, h: int, m: Mention) -> bool:
    """ "Security sources saw the patrol. They opened fire": those who only tell do nothing."""
    if s.lemmas[s.heads[h]] in _TAGS:
        return False
    return m.entity.name.lower().endswith((" sources", " witnesses", "witnesses", " reports"))


def _does_harm(s: Sentence, h: int) -> bool:
    """True for "they" who kill, burn or lie: no victims."""
    verb = s.heads[h]
    return s.deps[h] == "nsubj" and s.lemmas[verb] in HARMING | _WRONGING


_WRONGING = frozenset(
    "kill murder torture rape beat steal rob lie cheat betray destroy start want try convict jail occupy "
    "expel slaughter massacre execute shut ban deceive".split()
)


_OF_OUR_LAND = frozenset(
    "people nation country land territory city village soil sovereignty citizen child".split()
)


def _not_the_harmed(
    cast: Cast, s: Sentence, h: int, fits: list[Mention], speaker: Entity, *, plural: bool
) -> list[Mention]:
    """Who can be "they" where they do harm: "They killed our sons": neither sons nor widows."""
    if plural and _does_harm(s, h):
        fits = [m for m in fits if not _mere_people(cast, m)] or fits
    if s.words[h].lower() in THEY | IT and _harmed_us(s, h, speaker):
        fits = [m for m in fits if m.entity.country != speaker.country] or fits
    return fits


def _harmed_us(s: Sentence, h: int, speaker: Entity) -> bool:
    """ "They are waging war on our people," a minister said: no others of his country."""
    if s.deps[h] != "nsubj" or not speaker.country or not STATE_SIDE & set(speaker.sectors):
        return False
    against = {"against", "on", "upon", "at"}
    hit = [o for p in s.subtree(s.heads[h]) if s.lemmas[p] in against and p > h for o in s.kids(p, "pobj")]
    return any(
        s.words[o].lower() == "us"
        or (s.lemmas[o] in _OF_OUR_LAND and any(s.words[c].lower() == "our" for c in s.kids(o, "poss")))
        for o in hit
    )


def _first_person(cast: Cast, s: Sentence, h: int, span: Span) -> Filler:
    speaker = cast.speakers.get(s.start) or _author(cast, s, h)
    if speaker is None:
        return Filler(Entity(s.words[h], span=span), "unknown", "pronoun", h)
    guessed = "from the report" in (speaker.resolved_by or "")
    ours = s.words[h].lower() in _WE_AND_OURS
    of_a_state = speaker.country and speaker.country not in INTERNATIONAL
    rules = "GOV" in speaker.sectors and not OUTLAWS & set(speaker.sectors)
    if ours and of_a_state and not guessed and rules:
        entity = replace(
            cast.country_entity(str(speaker.country), span), resolved_by="coreference: the speaker's side"
        )
        return Filler(entity, "actor", "country", h)
    return Filler(replace(speaker, span=span, resolved_by="coreference: the speaker"), "actor", "person", h)


_RELEASE = re.compile(
    r"\b(?:statement|press release|communiqu[eé]|declaration|press statement|open letter|appeal)\b",
    re.IGNORECASE,
)


def _author(cast: Cast, s: Sentence, h: int) -> Entity | None:
    """Who "we" are outside quotation marks: the body whose press release it is."""
    plural = s.words[h].lower() in _WE_AND_OURS
    if not plural or s.field != "text" or (cast.quotes is not None and cast.quotes.at(s.starts[h])):
        return None
    text = [m for m in cast.mentions if m.field == "text" and m.start < s.start]
    own = next(
        (m for m in text if m.entity.name.lower().startswith("our ") and m.kind in ("org", "group")), None
    )
    if own is not None:
        return own.entity
    if not _RELEASE.search(cast.text[:_HEAD]):
        return None
    text = [m for m in text if m.start < _HEAD and m.subject and m.kind == "org" and m.entity.actor_id]
    return min(text, key=lambda m: m.start).entity if text else None


_HEAD = 400
"""Characters in which a release says whose it is."""


def _foremost(found: list[Mention]) -> list[Mention]:
    """Subjects of main clauses before those of subordinate ones, nearest first."""
    return sorted(found, key=lambda m: m.aside)


def _note_gender(cast: Cast, s: Sentence, h: int, e: Entity) -> None:
    """Remember of a named person that a pronoun outside quotations was "he" or "she"."""
    quoted = s.field == "text" and cast.quotes is not None and cast.quotes.at(s.starts[h]) is not None
    if s.words[h].lower() in ("he", "she") and not quoted and e.name[:1].isupper():
        cast.gender.setdefault(e.actor_id or e.name, s.words[h].lower() in _MALE)


def _said_to_be_other(cast: Cast, word: str, m: Mention) -> bool:
    """True for somebody of whom the report has said "she" where "he" is asked."""
    told = cast.gender.get(m.entity.actor_id or m.entity.name)
    return told is not None and told != (word in _MALE)


def _other_gender(word: str, m: Mention) -> bool:
    """ "His wife … him": not the wife; "the spokesman … she": not he."""
    office = "" if m.entity.actor_id else m.entity.office or ""  # a list of offices has men as "First Lady"
    words = set(re.findall(r"[a-z]+", f"{m.entity.name} {office}".lower()))
    man = is_a_man(m.entity) if m.kind == "person" else None
    return man is (word not in _MALE) if man is not None else bool(words & (WOMEN if word in _MALE else MEN))
