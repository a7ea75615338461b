"""Repairs of parses whose clauses or objects hang in the wrong place; called from :mod:`repairs`."""

from __future__ import annotations

from dragoman.coding.grammar import verb_above
from dragoman.coding.trees import FINITE, TENSED, attach, rehang
from dragoman.language import Sentence, stems

_SAYING = frozenset("say report announce add tell note claim state confirm find rule conclude show".split())
_FINDERS = frozenset(
    "investigation inquiry report study court panel commission group agency survey review audit".split()
)
TAKING = frozenset({"take", "hold", "seize", "keep"})
_EVENTS = frozenset(
    "attack explosion blast bombing raid strike airstrike ambush shooting shelling assault clash fire "
    "crash riot massacre bomb siege offensive fighting shootout attempt crackdown clampdown operation "
    "incursion gunfight gunbattle battle bombardment onslaught firing".split()
)
_HAZARDS = frozenset(
    "flood flooding landslide mudslide avalanche earthquake quake tsunami cyclone hurricane typhoon storm "
    "tornado eruption wildfire heatwave drought famine epidemic outbreak collapse accident stampede "
    "disaster".split()
)
_HARM = frozenset("kill wound injure maim hurt destroy damage leave claim".split())
_CALLING = frozenset("call term dub describe label style".split())
_PEOPLE = frozenset({"NOUN", "PROPN"})


def repair(s: Sentence) -> None:
    """Apply every repair of this module."""
    _two_statements(s)
    _thrown_and_hit(s)
    _finder_at_the_end(s)
    _deed_swallowed(s)
    _speakers_in_between(s)
    _said_in_a_video(s)
    _by_its_number(s)
    _finite_after_infinitive(s)
    _finite_after_gerund(s)
    _loose_verb(s)
    _next_of_their_deeds(s)
    _clause_after_apposition(s)
    _clause_after_company(s)
    _burst_after(s)
    _military_did(s)
    _people_held_hostage(s)
    _hostages_after_the_word(s)
    _set_free(s)
    _free_the_jailed(s)
    _counted_twice(s)
    _what_it_called(s)
    _hours_to_leave(s)
    _deadly_event(s)
    _said_behind_relative(s)
    _beyond_the_saying(s)
    _said_and_called(s)
    _second_deed_of_the_quote(s)
    _place_then_subject(s)
    _two_bodies(s)
    _taken_and_held(s)
    _deed_after_relative(s)
    _sent_and_jailed(s)
    _called_on_not_to(s)
    _fired_by_machine(s)
    _and_then(s)
    _verb_before_the_hit(s)
    _said_this_week(s)
    _object_that_acts(s)
    _accused_who_do(s)
    _harm_of_the_blow(s)


def _two_statements(s: Sentence) -> None:
    """ "The ministry said two men died; Kenya apologised": the second half is not what it said."""
    for i in s.labelled("ccomp"):
        w = s.heads[i]
        speech = s.heads[w]
        if s.deps[w] != "ccomp" or not speech < i < w or s.pos[w] != "VERB":
            continue
        own = s.kids(w, "nsubj", "nsubjpass")
        if own and own[0] > i and any(s.words[k] == ";" for k in range(i, own[0])):
            attach(s, i, speech, "ccomp")
            attach(s, w, speech, "conj")


def _finder_at_the_end(s: Sentence) -> None:
    """ "Soldiers killed 50 people, a UN inquiry found": who found it, nobody who was killed."""
    for v in s.labelled("acl", 3):
        n = v - 1
        if s.heads[v] != n or s.tags[v] not in ("VBN", "VBD") or s.kids(v, "agent"):
            continue
        if s.lemmas[v] not in _SAYING or s.lemmas[n] not in _FINDERS or s.heads[n] > n:
            continue
        first = min(s.subtree(n)[0], n)
        verb = s.heads[n]
        if first == 0 or s.words[first - 1] != "," or s.pos[verb] != "VERB":
            continue
        s.tags[v] = "VBD"
        attach(s, v, verb, "parataxis")
        attach(s, n, v, "nsubj")


def _deed_swallowed(s: Sentence) -> None:
    """ "The juntas kidnapped 9,000 people, relatives and rights groups say": the deed is what they say."""
    say = s.root
    if s.lemmas[say] not in _SAYING or s.tags[say] not in TENSED:
        return
    for who in s.kids(say, "nsubj"):
        for deed in s.kids(who, "acl"):
            done_to = [o for o in s.kids(deed, "dobj") if s.kids(o, "conj")]
            if s.tags[deed] != "VBD" or deed != who + 1 or not done_to or max(s.subtree(deed)) != say - 1:
                continue
            speaker = s.kids(done_to[0], "conj")[0]
            if not any(s.words[k] == "," for k in range(done_to[0], speaker)):
                continue
            attach(s, deed, say, "ccomp")
            attach(s, who, deed, "nsubj")
            attach(s, speaker, say, "nsubj")
            return


_MESSAGES = frozenset(
    "video statement letter interview speech broadcast message tape address recording".split()
)
_COMMITTING = frozenset("threaten promise vow pledge refuse offer agree swear".split())


_SINGULAR = frozenset({"was", "is", "has"})
_PLURAL = frozenset({"have", "are", "were"})


def _by_its_number(s: Sentence) -> None:
    """ "as rebels said the vote was a fraud and have staged attacks": those who *have* are several."""
    for v in s.labelled("conj", 4):
        head = s.heads[v]
        own = {s.words[a].lower() for a in s.kids(v, "aux", "auxpass")}
        if s.pos[v] != "VERB" or not own & _PLURAL or s.kids(v, "nsubj", "nsubjpass", "expl"):
            continue
        forms = {s.words[a].lower() for a in (head, *s.kids(head, "aux", "auxpass"))}
        subjects = s.kids(head, "nsubj", "nsubjpass")
        if not forms & _SINGULAR or [s.tags[t] for t in subjects] not in (["NN"], ["NNP"]):
            continue
        if s.kids(subjects[0], "conj"):
            continue
        for up in s.ancestors(head):
            above = s.kids(up, "nsubj", "nsubjpass")
            if s.pos[up] == "VERB" and above and s.tags[above[0]] in ("NNS", "NNPS") and up < v:
                attach(s, v, up, "conj")
                break


def _said_in_a_video(s: Sentence) -> None:
    """ "threatened in a video to sell the girls": what is threatened, no use of the video."""
    for v in range(4, len(s)):
        medium = s.heads[v]
        if s.deps[v] not in ("acl", "relcl") or s.tags[v] != "VB" or s.lemmas[medium] not in _MESSAGES:
            continue
        verb = s.heads[s.heads[medium]]
        if s.deps[medium] == "pobj" and s.lemmas[verb] in _COMMITTING and not s.kids(verb, "xcomp", "ccomp"):
            attach(s, v, verb, "xcomp")


def _speakers_in_between(s: Sentence) -> None:
    """ "killing several people, witnesses and the police said, in the worst …": whose saying it is."""
    for v in range(3, len(s)) if not s.bag.isdisjoint(_SAYING) else ():
        if (
            s.lemmas[v] not in _SAYING
            or s.tags[v] not in TENSED
            or s.deps[v] not in ("parataxis", "conj", "dep")
        ):
            continue
        if s.kids(v, "nsubj", "nsubjpass", "dobj", "ccomp") or s.words[v + 1 : v + 2] not in (
            [","],
            ["."],
            ["on"],
        ):
            continue
        subject_from_before(s, v)


_THROWN = frozenset(
    "fire throw launch plant hide hurl lob drop send drive shoot carry leave place strap bury toss".split()
)


def _thrown_and_hit(s: Sentence) -> None:
    """ "after a shell fired from Syria killed five": the shell killed, and had been fired."""
    for hit in s.labelled("conj"):
        main = s.heads[hit]
        if s.tags[hit] != "VBD" or s.kids(hit, "nsubj", "nsubjpass", "aux") or s.kids(main, "cc"):
            continue
        thrown = [
            v
            for v in s.kids(main, "advcl", "ccomp")
            if v < hit
            and s.lemmas[v] in _THROWN
            and s.tags[v] in ("VBD", "VBN")
            and not s.kids(v, "dobj", "auxpass")
        ]
        for v in thrown:
            if max(s.subtree(v)) != hit - 1 or not s.kids(v, "nsubj"):
                continue
            what = s.kids(v, "nsubj")[-1]
            dep, marks = s.deps[v], s.kids(v, "mark", "advmod")
            attach(s, hit, main, dep)
            attach(s, what, hit, "nsubj")
            for m in marks:
                if m < what:
                    attach(s, m, hit, s.deps[m])
            attach(s, v, what, "acl")
            s.tags[v] = "VBN"


def subject_from_before(s: Sentence, v: int) -> None:
    """Hang under a verb of saying whom the parser counted among what is said, behind the last comma."""
    breaks = [k for k in range(v - 1, 0, -1) if s.words[k] in (",", '"', "”")]
    if breaks and breaks[0] == v - 1 and len(breaks) > 2 and s.words[v - 1] == ",":
        breaks = breaks[2:]  # "…, the governor, Vitaliy Kim, says"
    comma = next(iter(breaks), None)
    if comma is None or v - comma > 14:
        return
    for k in range(comma + 1, v):
        if s.heads[k] < comma and s.pos[k] in _PEOPLE and s.deps[k] in ("conj", "appos", "dobj", "pobj"):
            attach(s, k, v, "nsubj")
            return


def _finite_after_infinitive(s: Sentence) -> None:
    """ "let the women go and shot the men": a past tense does not go on with an infinitive."""
    for w in s.labelled("conj"):
        first = s.heads[w]
        if s.tags[w] != "VBD" or s.kids(w, "nsubj", "nsubjpass", "aux", "auxpass"):
            continue
        while s.deps[first] == "conj" and s.tags[first] == "VB":
            first = s.heads[first]
        if s.tags[first] != "VB" or s.deps[first] not in ("xcomp", "ccomp", "advcl"):
            continue
        if any(s.tags[a] in ("MD", *TENSED) for a in s.kids(first, "aux")):
            continue
        above = verb_above(s, first)
        if above is not None and s.tags[above] == "VBD" and above < w:
            attach(s, w, above, "conj")


def _finite_after_gerund(s: Sentence) -> None:
    """ "convicted 12 leaders of promoting secession and sentenced nine": the court sentenced them."""
    for v in s.labelled("conj", 4):
        gerund = s.heads[v]
        if s.tags[v] != "VBD" or s.tags[gerund] != "VBG" or s.deps[gerund] != "pcomp" or gerund > v:
            continue
        above = next((a for a in s.ancestors(gerund) if s.tags[a] == "VBD" and s.pos[a] == "VERB"), None)
        if above is not None and not s.kids(v, "nsubj", "nsubjpass", "mark"):
            attach(s, v, above, "conj")


def _loose_verb(s: Sentence) -> None:
    """ "first denied it, then admitted it": a second verb of the same subject."""
    for w in s.labelled("dep"):
        v = s.heads[w]
        if not s.tags[w] == s.tags[v] == "VBD" or w < v:
            continue
        if not s.kids(w, "nsubj", "nsubjpass", "mark") and s.kids(v, "nsubj", "nsubjpass"):
            s.deps[w] = "conj"


def _next_of_their_deeds(s: Sentence) -> None:
    """ "It said they crossed the river, attacked guards but fled": they attacked them, not the teller."""
    for v in s.labelled("ccomp", 4):
        first = next((u for u in s.kids(s.heads[v], "ccomp") if s.heads[v] < u < v), None)
        if (
            first is None
            or not s.tags[v] == s.tags[first] == "VBD"
            or s.kids(v, "nsubj", "nsubjpass", "mark")
        ):
            continue
        if s.words[v - 1] in (",", "and", "but") and s.kids(first, "nsubj"):
            attach(s, v, first, "conj")


_LINKS = frozenset({"after", "before", "since", "until", "as"})


def _make_clause(s: Sentence, verb: int, above: int, subject: int, link: int) -> None:
    """Make "after the mayors … resigned" a clause: the link's noun is the subject of the verb."""
    attach(s, verb, above, "advcl")
    attach(s, subject, verb, "nsubj")
    attach(s, link, verb, "mark")


def _clause_after_apposition(s: Sentence) -> None:
    """ "after its leader, Colonel Sow, pardoned them", "a month after rebels loyal to him overran it"."""
    for w in range(3, len(s)):
        if s.deps[w] not in ("conj", "advcl") or s.tags[w] not in ("VBD", "VBZ"):
            continue
        if s.kids(w, "nsubj", "nsubjpass", "mark") or (s.deps[w] == "conj" and s.words[w - 1] != ","):
            continue
        for p in range(w - 2, 0, -1):
            who = s.kids(p, "pobj") if s.deps[p] == "prep" and s.lemmas[p] in _LINKS else []
            if not who or s.heads[p] == w or max(s.subtree(who[0])) != w - 1:
                continue
            named = any(s.pos[a] == "PROPN" for a in s.kids(who[0], "appos"))
            if named or s.words[w - 1] != ",":
                _make_clause(s, w, s.heads[p] if s.deps[w] == "conj" else s.heads[w], who[0], p)
                break


_BURSTING = frozenset({"detonate", "explode", "erupt"})


_GIVEN = frozenset(
    "give name call grant deny award offer show send hand tell ask teach pay owe leave".split()
)


def _burst_after(s: Sentence) -> None:
    """ "After explosives detonated", "after rebels seized power": they did, and nothing was done to them."""
    for w in s.labelled("acl", 3):
        noun = s.heads[w]
        link = s.heads[noun]
        if s.deps[noun] != "pobj" or s.lemmas[link] not in ("after", "before") or w != noun + 1:
            continue
        active = s.lemmas[w] in _BURSTING or (s.kids(w, "dobj") and s.lemmas[w] not in _GIVEN)
        if active and s.tags[w] in ("VBN", "VBD") and not s.kids(w, "agent"):
            s.tags[w] = "VBD"
            _make_clause(s, w, s.heads[link], noun, link)


def _military_did(s: Sentence) -> None:
    """ "After the military seized power": it did; no military and seized power."""
    for v in s.labelled("amod", 2):
        thing, who = s.heads[v], v - 1
        link = s.heads[thing]
        if s.tags[v] != "VBD" or thing != v + 1 or s.deps[thing] != "pobj" or s.heads[who] != thing:
            continue
        if s.lemmas[link] not in ("after", "before", "since") or s.lemmas[who] not in (
            "military",
            "paramilitary",
        ):
            continue
        s.pos[who], s.tags[who], s.pos[v] = "NOUN", "NN", "VERB"
        _make_clause(s, v, s.heads[link], who, link)
        attach(s, thing, v, "dobj")
        rehang(s, [c for c in s.children[thing] if c < who], who)


def _clause_after_company(s: Sentence) -> None:
    """ "after the mayors, along with the judges, resigned": the mayors are the subject of the verb."""
    for w in s.labelled("conj", 5):
        governor = s.heads[w]
        if s.tags[w] != "VBD" or s.words[w - 1] != "," or s.kids(w, "nsubj", "mark"):
            continue
        for p in s.kids(governor, "prep"):
            who = s.kids(p, "pobj") if s.lemmas[p] in _LINKS and p < w else []
            beside = [
                q for q in s.kids(governor, "prep") if p < q < w and s.lemmas[q] in ("along", "together")
            ]
            if who and beside and max(s.subtree(beside[0])) == w - 2:
                _make_clause(s, w, governor, who[0], p)
                break


def _people_held_hostage(s: Sentence) -> None:
    """ "held dozens of students hostage": what became of them, no verb of its own."""
    for i in range(2, len(s)) if not s.bag.isdisjoint(("hostage", "captive")) else ():
        v = s.heads[i]
        if (
            s.words[i].lower() not in ("hostage", "captive")
            or s.pos[i] != "VERB"
            or s.lemmas[v] not in TAKING
        ):
            continue
        whom = [o for o in s.kids(i, "nsubj") if v < o < i] if s.deps[i] == "ccomp" else []
        if (any(o < i for o in s.kids(v, "dobj")) or whom) and not s.kids(i, "dobj", "aux"):
            s.pos[i], s.tags[i], s.lemmas[i] = "NOUN", "NN", s.words[i].lower()
            rehang(s, list(s.children[i]), v)
            attach(s, i, v, "oprd")
            for o in whom:  # "took as many as forty passengers hostage"
                attach(s, o, v, "dobj")


def _hostages_after_the_word(s: Sentence) -> None:
    """ "Rebels holding hostage two nuns have called": whom they hold, no clause of the nuns."""
    for i in range(1, len(s) - 1) if not s.bag.isdisjoint(("hostage", "captive")) else ():
        v = i - 1
        if s.words[i].lower() not in ("hostage", "captive") or s.lemmas[v] not in TAKING:
            continue
        held = _noun_behind(s, i)
        if s.pos[v] != "VERB" or held is None or (s.heads[held] == v and s.deps[held] == "dobj"):
            continue
        holder = s.heads[v]
        if s.deps[v] == "acl" and s.heads[holder] == held:
            above = s.heads[held]
            attach(s, holder, holder if above == held else above, s.deps[held])
        attach(s, held, v, "dobj")
        attach(s, i, v, "oprd")


def _noun_behind(s: Sentence, i: int) -> int | None:
    """The noun whose phrase begins right behind a token: "|three foreign workers in Goma"."""
    k = i + 1
    while k < len(s) and s.pos[k] in ("DET", "NUM", "ADJ"):
        k += 1
    last = None
    while k < len(s) and s.pos[k] in ("NOUN", "PROPN"):
        last, k = k, k + 1
    return last


_LOCKED_UP = frozenset("imprison jail detain arrest kidnap abduct intern".split())


def _free_the_jailed(s: Sentence) -> None:
    """ "urged them to drop the charges and release imprisoned activists": nobody imprisons them now."""
    for v in range(2, len(s)) if not s.bag.isdisjoint(_LOCKED_UP) else ():
        free = v - 1
        if s.lemmas[v] not in _LOCKED_UP or s.lemmas[free] not in ("release", "free"):
            continue
        objects = s.kids(v, "dobj")
        if s.tags[v] not in ("VBD", "VBN") or s.deps[v] not in ("conj", "ccomp", "advcl") or not objects:
            continue
        attach(s, free, s.heads[v], "conj")
        s.pos[free], s.tags[free] = "VERB", "VB"
        attach(s, objects[0], free, "dobj")
        attach(s, v, objects[0], "amod")
        s.tags[v] = "VBN"


def _set_free(s: Sentence) -> None:
    """ "set free 39 women": what became of them, not free women."""
    for i in s.labelled("amod", 1):
        if s.words[i].lower() == "free" and s.lemmas[i - 1] == "set" and s.heads[i] > i:
            above = (s.heads[i], s.heads[s.heads[i]])  # "free" may hang on the people or on their number
            if any(s.heads[x] == i - 1 and s.deps[x] == "dobj" for x in above):
                attach(s, i, i - 1, "oprd")


def _counted_twice(s: Sentence) -> None:
    """ "six of whose soldiers were held": the number and the soldiers are one subject."""
    for i in range(len(s) - 2):
        v = s.heads[i]
        if s.deps[i] not in ("nsubj", "nsubjpass") or s.lemmas[i + 1] != "of" or s.kids(i + 1, "pobj"):
            continue
        for j in s.kids(v, "nsubj", "nsubjpass"):
            if i + 1 < j <= i + 4 and s.heads[i + 1] == i:
                attach(s, j, i + 1, "pobj")


def _what_it_called(s: Sentence) -> None:
    """ "launched what it called an operation": the operation is launched, nobody is called anything."""
    for w in range(1, len(s) - 2) if "what" in s.bag else ():
        if s.words[w].lower() != "what" or s.tags[w] != "WP":
            continue
        v = s.heads[w]
        if s.lemmas[v] not in _CALLING or s.deps[w] != "dobj" or not s.kids(v, "nsubj"):
            continue
        outer, dep = s.heads[v], s.deps[v]
        said = [c for c in s.kids(v, "oprd", "attr", "ccomp") if c > v]
        said += [o for p in s.kids(v, "prep") if s.lemmas[p] == "as" for o in s.kids(p, "pobj")]
        if (
            not said
            or s.pos[said[0]] not in _PEOPLE
            or dep not in ("ccomp", "pcomp", "dobj", "pobj", "xcomp")
        ):
            continue
        thing = said[0]
        attach(s, thing, outer, "pobj" if dep in ("pcomp", "pobj") else "dobj")
        for c in [c for c in s.children[v] if c > thing and s.deps[c] in ("advcl", "xcomp", "prep")]:
            attach(
                s,
                c,
                outer if s.pos[outer] == "VERB" else thing,
                "advcl" if s.deps[c] == "xcomp" else s.deps[c],
            )
        attach(s, v, thing, "parataxis")


def _hours_to_leave(s: Sentence) -> None:
    """ "gave the envoys 48 hours to leave": what was given, and what for."""
    for n in s.labelled("npadvmod", 2):
        v = s.heads[n]
        if s.lemmas[n] not in ("hour", "day", "week") or s.lemmas[v] != "give":
            continue
        aims = [c for c in (*s.kids(v, "advcl", "xcomp"), *s.kids(n, "relcl")) if n < c <= n + 3]
        aims = [c for c in aims if s.tags[c] == "VB"]
        if aims and s.kids(v, "dobj", "dative"):
            attach(s, n, v, "dobj")
            attach(s, aims[0], n, "acl")


def _deadly_event(s: Sentence) -> None:
    """ "a blast near the station that killed ten": the blast killed them, not the station."""
    for v in s.labelled("relcl"):
        place = s.heads[v]
        if s.lemmas[v] not in _HARM or s.pos[place] not in _PEOPLE:
            continue
        if not any(s.lemmas[c] in ("that", "which") for c in s.kids(v, "nsubj")):
            continue
        if s.deps[place] != "pobj" or s.lemmas[place] in _EVENTS:
            continue
        for event in range(place - 2, max(-1, place - 10), -1):
            if s.pos[event] in ("VERB", "AUX"):
                break
            if s.lemmas[event] in _EVENTS | _HAZARDS and s.pos[event] == "NOUN":
                attach(s, v, event, "relcl")
                break


_OF_A_SPEAKER = frozenset(
    "add say cite call describe accuse quote refer note stress warn urge insist blame name deny confirm "
    "express promise vow tell argue claim declare demand ask praise criticise criticize condemn speak use "
    "give".split()
)
"""What a speaker goes on to do: "…, the minister said, adding that"."""


def _said_behind_relative(s: Sentence) -> None:
    """ "Oman will expel two envoys whom it calls spies, the premier said": he is no envoy."""
    for v in s.labelled("relcl", 4) if not s.bag.isdisjoint(_SAYING) else ():
        subjects = [k for k in s.kids(v, "nsubj") if k < v]
        if (
            s.lemmas[v] not in _SAYING
            or s.tags[v] not in TENSED
            or not subjects
            or s.kids(v, "dobj", "ccomp")
        ):
            continue
        first = s.subtree(subjects[-1])[0]
        if first == 0 or s.words[first - 1] != "," or any(s.tags[k] in _RELATIVE for k in range(first, v)):
            continue
        told = next((a for a in s.ancestors(v) if s.pos[a] == "VERB" and s.deps[a] != "relcl"), None)
        if told is not None and told < first:
            attach(s, v, told, "parataxis")


_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})


def _second_deed_of_the_quote(s: Sentence) -> None:
    """ "They did not obey, beat up workers and burned cars," he said: they did, not he."""
    for v in s.labelled("conj", 4) if not s.bag.isdisjoint(_SAYING) else ():
        said = s.heads[v]
        if s.lemmas[said] not in _SAYING or v > said or s.kids(v, "nsubj", "nsubjpass", "mark"):
            continue
        told = [c for c in s.kids(said, "ccomp") if c < v]
        if told and s.pos[v] == "VERB":
            attach(s, v, told[-1], "conj")


_DISPUTING = frozenset({"deny", "dispute"})
_URGING = frozenset(
    "call urge demand ask appeal vow promise pledge warn condemn denounce accuse reject".split()
)


def _said_and_called(s: Sentence) -> None:
    """ "Rice has said the arrests show its nature and called for their release": Rice called for it."""
    telling = _SAYING | _DISPUTING
    for v in s.labelled("conj", 4) if not s.bag.isdisjoint(telling) else ():
        inner = s.heads[v]
        said = s.heads[inner]
        if s.deps[inner] != "ccomp" or s.lemmas[said] not in telling or s.lemmas[v] not in _URGING:
            continue
        past = said < inner and s.tags[v] in ("VBD", "VBN") and s.tags[said] in ("VBD", "VBN")
        if past and s.tags[inner] in ("VBP", "VBZ") and not s.kids(v, "nsubj", "nsubjpass", "mark"):
            attach(s, v, said, "conj")


def _beyond_the_saying(s: Sentence) -> None:
    """ "Jets bombed the port, Oman said, killing two": the jets killed them."""
    for v in range(2, len(s)) if not s.bag.isdisjoint(_SAYING) else ():
        said = s.heads[v]
        if (
            s.lemmas[said] not in _SAYING
            or said > v
            or s.words[v - 1] not in (",", "and")
            or s.deps[v]
            not in (
                "advcl",
                "conj",
            )
        ):
            continue
        going_on = (
            s.tags[v] == "VBG" if s.deps[v] == "advcl" else s.tags[v] == "VBD" and s.words[v - 2] == ","
        )
        if not going_on or s.lemmas[v] in _OF_A_SPEAKER | _SAYING or s.kids(v, "nsubj", "nsubjpass", "mark"):
            continue
        before = [c for c in s.kids(said, "ccomp") if c < said]
        told = s.heads[said] if s.deps[said] == "parataxis" and s.heads[said] < said else None
        told = before[-1] if before else told
        if told is not None and s.pos[told] in ("VERB", "AUX"):
            attach(s, v, told, s.deps[v])


def _place_then_subject(s: Sentence) -> None:
    """ "In Kyiv, a missile that hit a school killed ten": the place is no subject with an apposition."""
    if len(s) < 6 or s.words[0].lower() not in ("in", "at", "near", "outside") or s.kids(0, "pobj"):
        return
    for place in range(1, 4):
        verb = s.heads[place]
        others = [a for a in s.kids(place, "appos") if s.words[place + 1] == "," and s.pos[a] == "NOUN"]
        if (
            s.deps[place] in ("nsubj", "nsubjpass")
            and s.pos[place] == "PROPN"
            and others
            and s.heads[0] == verb
        ):
            attach(s, others[0], verb, s.deps[place])
            attach(s, place, 0, "pobj")
            return


def _two_bodies(s: Sentence) -> None:
    """ "the government of Chad and the rebels of the FACT signed": two sides, not two homes of one."""
    for c in s.labelled("conj", 4):
        home = s.heads[c]
        body = s.heads[s.heads[home]]
        if s.pos[c] != "NOUN" or s.pos[home] != "PROPN" or s.deps[home] != "pobj":
            continue
        if s.lemmas[s.heads[home]] == "of" and s.pos[body] == "NOUN" and s.kids(c, "det") and body < home:
            attach(s, c, body, "conj")


_DONE_TO_CAPTIVES = frozenset(
    "hold detain beat kill torture question interrogate jail shoot charge release free execute deport expel "
    "sentence wound injure strip blindfold handcuff lock haul drag bundle whisk cart remand arraign indict "
    "fine sack suspend".split()
)


def _taken_and_held(s: Sentence) -> None:
    """ "was taken from his flat and held": the second verb is a passive as well."""
    for v in range(2, len(s)) if "incommunicado" in s.bag else ():
        alone = s.deps[v] == "dobj" and len(s.kids(s.heads[v], "dobj")) == 1
        if s.words[v].lower() == "incommunicado" and alone and s.deps[s.heads[v]] == "conj":
            s.deps[v], s.pos[v] = "advmod", "ADV"
    for v in s.labelled("conj", 2):
        first = s.heads[v]
        if s.tags[v] != "VBD" or s.lemmas[v] not in _DONE_TO_CAPTIVES:
            continue
        alone = not s.kids(v, "nsubj", "nsubjpass", "dobj", "aux", "ccomp")
        if alone and s.tags[first] == "VBN" and s.kids(first, "auxpass"):
            s.tags[v] = "VBN"
    _put_aboard(s)


def _put_aboard(s: Sentence) -> None:
    """ "was picked up by agents acting on a tip and put on a plane": he was put there, the agents acted."""
    for v in s.labelled("conj", 4):
        if s.words[v] != "put" or s.tags[v] not in ("VBD", "VBN") or s.kids(v, "nsubj", "nsubjpass", "aux"):
            continue
        first = s.heads[v]
        while s.tags[first] == "VBG" and s.deps[first] == "acl":  # "agents acting on a tip and put …"
            first = next((a for a in s.ancestors(first) if s.pos[a] == "VERB"), first)
        if s.tags[first] != "VBN" or not s.kids(first, "auxpass"):
            continue
        for on in s.kids(v, "prt"):
            things = [o for o in s.kids(v, "dobj") if o > on]
            if things and s.lemmas[on] in ("on", "in", "under"):
                s.pos[on], s.tags[on] = "ADP", "IN"
                attach(s, on, v, "prep")
                attach(s, things[0], on, "pobj")
        if not s.kids(v, "dobj"):
            s.tags[v] = "VBN"
            attach(s, v, first, "conj")


_REPRESSING = frozenset(
    "jail arrest detain ban expel kill execute torture sack dismiss close burn seize bomb shell attack raid "
    "accuse blame threaten".split()
)


def _sent_and_jailed(s: Sentence) -> None:
    """ "sent in tanks and jailed journalists": a second deed, no journalists who had been jailed."""
    for v in s.labelled("amod", 2):
        if s.tags[v] not in ("VBN", "VBD", "JJ"):
            continue
        thing = s.heads[v]
        first = s.heads[thing]
        verb = s.heads[first] if s.deps[first] == "dobj" else s.heads[s.heads[first]]
        deed = next((x for x in (s.lemmas[v], *stems(s.words[v].lower())) if x in _REPRESSING), None)
        if deed is None:
            continue
        if s.words[v - 1] != "and" or thing < v or s.deps[thing] != "conj" or s.tags[verb] != "VBD":
            continue
        if s.deps[first] not in ("dobj", "pobj") or min(s.subtree(thing)) != v:
            continue
        s.pos[v], s.tags[v], s.lemmas[v] = "VERB", "VBD", deed
        attach(s, v, verb, "conj")
        attach(s, thing, v, "dobj")
        return


def _called_after_apposition(s: Sentence, who: int) -> None:
    """ "The president, one of the mediators, called on Sudan not to let …": a verb, no participle."""
    for call in s.kids(who, "acl"):
        on = any(s.lemmas[p] in ("on", "upon") for p in s.kids(call, "prep"))
        if s.lemmas[call] != "call" or not on or s.words[call - 1] != ",":
            continue
        s.tags[call] = "VBD"
        attach(s, call, call, "ROOT")
        attach(s, who, call, "nsubj")
        for c in [c for c in s.children[who] if c > call]:
            attach(s, c, call, "xcomp" if s.tags[c] == "VB" else s.deps[c])
        return


def _called_on_not_to(s: Sentence) -> None:
    """ "Kenyatta, a mediator, called on Ethiopians not to let …": whoever calls, calls."""
    root = s.root
    if s.pos[root] in _PEOPLE:
        _called_after_apposition(s, root)
        return
    for who in s.kids(root, "nsubj"):
        for call in [*s.kids(who, "acl"), *(v for a in s.kids(who, "appos") for v in s.kids(a, "acl"))]:
            on = [p for p in s.kids(call, "prep") if s.lemmas[p] in ("on", "upon")]
            if s.lemmas[call] not in ("call", "appeal") or not on or call > root or s.tags[root] != "VB":
                continue
            s.tags[call] = "VBD"
            attach(s, call, call, "ROOT")
            attach(s, root, call, "xcomp")
            attach(s, who, call, "nsubj")
            return


_MACHINES = frozenset("drone jet plane warplane aircraft helicopter gunship tank warship submarine".split())
_AMMUNITION = frozenset("missile rocket shell bomb shot bullet torpedo".split())


def _fired_by_machine(s: Sentence) -> None:
    """ "…, an American drone fired missiles at a camp, killing five": a verb that is read as an adjective."""
    for v in range(2, len(s) - 1) if not s.bag.isdisjoint(_AMMUNITION) else ():
        thing = s.heads[v]
        machine = s.heads[v - 1] if s.heads[v - 1] == v else None
        if (
            s.deps[v] != "amod"
            or s.lemmas[v] not in ("fire", "launch", "drop")
            or s.lemmas[thing] not in _AMMUNITION
        ):
            continue
        if machine is None or s.lemmas[v - 1] not in _MACHINES or s.deps[v - 1] != "nsubj" or thing != v + 1:
            continue
        old = s.root
        s.pos[v], s.tags[v] = "VERB", "VBD"
        attach(s, v, v, "ROOT")
        attach(s, thing, v, "dobj")
        for c in [c for c in s.kids(thing, "prep") if c > thing]:
            attach(s, c, v, "prep")
        if old not in (v, thing) and s.heads[old] == old:
            attach(s, old, v, "advcl" if s.tags[old] == "VBG" else "parataxis")
            for p in s.kids(old, "prep", "npadvmod", "advmod"):
                if p < v:
                    attach(s, p, v, s.deps[p])
        return


def _deed_after_relative(s: Sentence) -> None:
    """ "suspended aid that it had promised, called off talks and barred …": one deed after the other."""
    for v in s.labelled("acl", 4):
        if s.tags[v] != "VBD" or s.words[v - 1] != "," or s.kids(v, "nsubj", "agent"):
            continue
        main = next((a for a in s.ancestors(v) if s.pos[a] == "VERB" and s.tags[a] == "VBD"), None)
        if main is not None and main == s.root and s.kids(main, "nsubj") and s.kids(v, "dobj"):
            attach(s, v, main, "conj")


def _and_then(s: Sentence) -> None:
    """ "Police arrested then freed the editor": two deeds of the police, one after the other."""
    for v in s.labelled("dep", 2):
        first = s.heads[v]
        if s.lemmas[v - 1] != "then" or s.tags[v] not in ("VBD", "VBN") or s.kids(v, "nsubj", "nsubjpass"):
            continue
        if first == v - 2 and s.tags[first] in ("VBD", "VBN") and s.kids(first, "nsubj"):
            attach(s, v, first, "conj")
            s.tags[v] = s.tags[first] = "VBD"


def _verb_before_the_hit(s: Sentence) -> None:
    """ "after an air raid hit trucks": the raid hit them; no "hit trucks"."""
    for v in s.labelled("amod", 2):
        thing = s.heads[v]
        subjects = s.kids(v, "nsubj")
        lead = s.heads[thing]
        if not subjects or s.tags[v] not in ("VBN", "VBD") or s.deps[thing] != "pobj" or thing < v:
            continue
        if s.lemmas[lead] not in ("after", "before", "until", "since") or not lead < subjects[0] < v:
            continue
        attach(s, v, s.heads[lead], "advcl")
        attach(s, thing, v, "dobj")
        attach(s, lead, v, "mark")
        s.tags[v] = "VBD"


_CHARGING = frozenset({"accuse", "charge", "blame", "suspect"})
_JUDGING = frozenset(
    "condemn denounce deplore decry criticise criticize slam blast protest mourn lament investigate confirm "
    "describe reject blame regret detail recount".split()
)
"""Verbs of words about a deed: what it leads to is no outcome of the words."""


def _accused_who_do(s: Sentence) -> None:
    """ "accused the states arming Chad of meddling": of meddling they are accused, who arm it."""
    for v in range(len(s) - 4) if not s.bag.isdisjoint(_CHARGED_OF) else ():
        if s.lemmas[v] not in _CHARGED_OF or s.pos[v] != "VERB":
            continue
        accused = s.kids(v, "dobj")
        if len(accused) != 1 or any(s.lemmas[p] == "of" for p in s.kids(v, "prep")):
            continue
        doing = accused[0] + 1
        if s.tags[doing : doing + 1] != ["VBG"] or s.heads[doing] not in (v, accused[0]):
            continue
        inner = [p for p in s.subtree(doing) if s.deps[p] == "prep" and s.lemmas[p] == "of" and p > doing]
        charge = [p for p in inner if any(s.tags[c] == "VBG" for c in s.kids(p, "pcomp"))]
        if len(charge) == 1 and not any(s.words[k] == "," for k in range(doing, charge[0])):
            attach(s, doing, accused[0], "acl")
            attach(s, charge[0], v, "prep")


_CHARGED_OF = frozenset({"accuse", "suspect"})


def _harm_of_the_blow(s: Sentence) -> None:
    """ "The UN halted convoys after a raid hit trucks, killing two": the raid killed them, no UN."""
    for v in s.labelled("advcl", 3):
        above = s.heads[v]
        if s.tags[v] != "VBG" or s.lemmas[v] not in _HARM or s.kids(v, "nsubj", "mark"):
            continue
        blows = [
            w
            for w in s.kids(above, "advcl")
            if above < w < v
            and s.tags[w] == "VBD"
            and any(s.lemmas[t] in _EVENTS for t in s.kids(w, "nsubj"))
        ]
        if blows:
            attach(s, v, blows[-1], "advcl")
        elif s.lemmas[above] in _CHARGING:  # "accused them of firing, wounding two"
            leads = [p for p in s.kids(above, "prep") if s.lemmas[p] in ("of", "for", "with") and p < v]
            deeds = [c for p in leads for c in s.kids(p, "pcomp") if c < v]
            if deeds:
                attach(s, v, deeds[-1], "advcl")
        elif s.lemmas[above] in _JUDGING and above < v:  # "condemned the raid, leaving six dead"
            over = [p for p in s.kids(above, "prep") if s.lemmas[p] in ("against", "over", "at") and p < v]
            told = [*s.kids(above, "dobj"), *(o for p in over for o in s.kids(p, "pobj"))]
            judged = [o for o in told if s.lemmas[o] in _EVENTS or s.kids(o, "relcl")]
            verbs = [r for o in judged for r in s.kids(o, "relcl") if r < v]
            if verbs or judged:
                attach(s, v, (verbs or judged)[-1], "advcl" if verbs else "acl")


def _object_that_acts(s: Sentence) -> None:
    """ "The agency says attacks in Darfur left 89 dead": the attacks did, and are no object."""
    for v in (
        (*s.labelled("advcl", 3), *s.labelled("ccomp", 3), *s.labelled("conj", 3))
        if not s.bag.isdisjoint(_TELLING)
        else ()
    ):
        speech = s.heads[v]
        modal = [a for a in s.kids(v, "aux") if s.tags[a] == "MD"]  # "insisted Hanoi must first free them"
        finite = bool(modal) or s.tags[v] in ("VBD", "VBZ", "VBP")
        if s.lemmas[speech] not in _TELLING or speech > v or not finite:
            continue
        adverbs = [a for a in s.kids(v, "advmod") if not modal or a < modal[0]]
        if adverbs or s.kids(v, "nsubj", "nsubjpass", "mark", "expl") or not s.kids(speech, "nsubj"):
            continue
        told = [o for o in s.kids(speech, "dobj") if speech < o < v and s.pos[o] in ("NOUN", "PROPN")]
        if len(told) != 1 or any(s.words[k] in ('"', ";", ":") for k in range(speech, v)):
            continue
        if s.deps[v] == "conj" and (s.kids(speech, "cc") or s.words[v - 1] != ","):
            continue  # "reported the theft and left"
        between = [
            c for c in s.children[speech] if told[0] < c < v and s.deps[c] in ("advcl", "prep", "punct")
        ]
        attach(s, told[0], v, "nsubjpass" if s.kids(v, "auxpass") else "nsubj")
        attach(s, v, speech, "ccomp")
        rehang(s, between, v)


_TELLING = _SAYING | {"report", "announce", "confirm", "allege", "insist", "stress", "argue"}


def _said_this_week(s: Sentence) -> None:
    """ "Sharif said this week he would resign": what he said, and no circumstance of his saying it."""
    for v in s.labelled("advcl", 3):
        speech = s.heads[v]
        subjects = s.kids(v, "nsubj", "nsubjpass")
        if s.lemmas[speech] not in _SAYING or not subjects or s.kids(speech, "ccomp"):
            continue
        marked = s.kids(v, "mark") or any(s.tags[a].startswith("W") for a in s.kids(v, "advmod"))
        finite = s.tags[v] in TENSED or any(s.tags[a] in FINITE for a in s.kids(v, "aux", "auxpass"))
        days = [c for c in s.kids(v, "npadvmod") if speech < c < subjects[0]]
        if marked or not finite or not days or min(s.subtree(days[0])) != speech + 1:
            continue
        attach(s, v, speech, "ccomp")
        for day in days:
            attach(s, day, speech, "npadvmod")
