"""Mending subjects that the parser takes for something else: hyphened titles, appositions, second objects."""

from __future__ import annotations

from dragoman.coding.trees import FINITE, TENSED, WEEKDAYS, attach, rehang
from dragoman.language import Sentence

_TITLE_BEGINS = frozenset(
    "vice secretary attorney solicitor major lieutenant brigadier deputy co ex sub director inspector "
    "commander governor".split()
)
_TITLE_ENDS = frozenset(
    "president premier chairman chairwoman minister general colonel governor chancellor leader founder "
    "chair director commander speaker mayor marshal admiral".split()
)
_LINKS = frozenset("after before until since as when while because although though".split())


def repair(s: Sentence) -> None:
    """Apply the repairs of this room to a sentence, in place."""
    _went_somewhere(s)
    if "-" in s.words:
        _hyphened_title(s)
    if "free" in s.words:
        _to_free(s)
    if s.words[0] == "Also":
        _also_held(s)
    _subject_of_the_auxiliary(s)
    _noun_as_command(s)
    _first_act(s)
    _what_they_did(s)
    _held_to_be(s)
    _behind_its_relative_clause(s)
    _participle_of_the_name(s)
    _participle_as_main(s)
    _doing_as_main(s)
    _participle_before_the_verb(s)
    _clad_as_others(s)
    _doing_meanwhile(s)
    _stationed_and_doing(s)
    _who_is_doing_meanwhile(s)
    _behind_a_place(s)
    _named_behind_a_link(s)
    _second_object_acts(s)
    _country_of_the_town(s)
    _surname_before_the_verb(s)
    _behind_a_there(s)


def _subject_of_the_auxiliary(s: Sentence) -> None:
    """ "Mensah and Owusu were on Monday charged": the day between hangs them under "were"."""
    for aux in (*s.labelled("auxpass", 1), *s.labelled("aux", 1)):
        verb, passive = s.heads[aux], s.deps[aux] == "auxpass"
        own = s.kids(aux, "nsubj", "nsubjpass")
        if not own or s.lemmas[aux] not in ("be", "have"):
            continue
        if passive and s.tags[verb] == "VBN" and not s.kids(verb, "nsubj", "nsubjpass"):
            rehang(s, s.kids(aux, "prep", "npadvmod", "advmod"), verb)
        else:
            own = [t for t in own if s.deps[t] == "nsubj" and t < aux < verb]
        for t in own:
            attach(s, t, verb, "nsubjpass" if passive else "nsubj")
    _passive_behind_a_day(s)


def _also_held(s: Sentence) -> None:
    """ "Also detained in Minsk was a monk": the monk was detained."""
    for aux in s.labelled("auxpass", 2):
        verb = s.heads[aux]
        if verb > aux or s.tags[verb] != "VBN" or s.kids(verb, "nsubjpass"):
            continue
        for t in [t for t in (*s.kids(aux, "attr", "nsubj"), *s.kids(verb, "attr", "dobj")) if t > aux][:1]:
            attach(s, t, verb, "nsubjpass")


_DAYS = WEEKDAYS | {"yesterday", "today"}


def _passive_behind_a_day(s: Sentence) -> None:
    """ "The monk was on Friday tried for treason": he was tried."""
    for v in s.labelled("advcl", 3) if not s.bag.isdisjoint(_DAYS) else ():
        aux = s.heads[v]
        day = s.words[v - 1].lower() in _DAYS and aux in (v - 2, v - 3)
        if not day or s.lemmas[aux] != "be" or s.tags[v] != "VBN" or s.kids(v, "nsubj", "mark"):
            continue
        own = s.kids(aux, "nsubj")
        if not own:
            continue
        attach(s, v, v if s.deps[aux] == "ROOT" else s.heads[aux], s.deps[aux])
        for c in [c for c in s.children[aux] if c != v]:
            attach(s, c, v, "nsubjpass" if c in own else s.deps[c])
        attach(s, aux, v, "auxpass")


_WHERE_THEY_ARE = frozenset(
    "deploy station post base position garrison hole camp assign stationed quarter entrench barricade".split()
)


def _stationed_and_doing(s: Sentence) -> None:
    """ "Police deployed at the gates rounded up guards": who is deployed there rounded them up."""
    for v in range(4, len(s)) if not s.bag.isdisjoint(_WHERE_THEY_ARE) else ():
        if s.tags[v] != "VBD" or s.deps[v] not in ("conj", "advcl", "ccomp"):
            continue
        above = s.heads[v]
        near = [above, *(u for u in s.kids(above, "ccomp", "advcl") if u < v)]
        first = next((u for u in near if s.lemmas[u] in _WHERE_THEY_ARE and s.tags[u] in ("VBD", "VBN")), v)
        who = s.kids(first, "nsubj")
        if first == v or who != [first - 1]:
            continue
        between = s.words[first + 1 : v]
        if s.kids(v, "nsubj", "nsubjpass", "mark") or not s.kids(first, "prep") or {",", "and"} & {*between}:
            continue
        if s.heads[v] == first:
            attach(s, v, v if s.deps[first] == "ROOT" else s.heads[first], s.deps[first])
        for c in s.kids(first, "mark", "advcl", "ccomp", "conj", "punct", "aux"):
            if c != v:
                attach(s, c, v, s.deps[c])
        attach(s, who[0], v, "nsubj")
        attach(s, first, who[0], "acl")
        s.tags[first] = "VBN"


def _who_is_doing_meanwhile(s: Sentence) -> None:
    """ "Soldiers hunting rebels "burned two villages"": those who hunt them burned them."""
    for v in s.labelled("advcl", 2):
        h = s.heads[v]
        who = s.kids(v, "nsubj")
        if s.tags[v] != "VBG" or who != [v - 1] or not v < h or s.tags[h] not in ("VBD", "VBZ", "VBP"):
            continue
        if (
            s.kids(h, "nsubj", "nsubjpass", "expl")
            or s.kids(v, "mark", "aux", "advmod")
            or "," in s.words[v:h]
        ):
            continue
        for c in s.kids(v, "prep", "punct"):
            if c < who[0]:
                attach(s, c, h, s.deps[c])
        attach(s, who[0], h, "nsubj")
        attach(s, v, who[0], "acl")
    for v in s.labelled("amod", 1) if not s.bag.isdisjoint(_ARMED_PEOPLE) else ():
        first, h = v - 1, s.heads[v]
        own = s.heads[first] == h and s.deps[first] in ("nmod", "compound") and s.tags[first] == "NNS"
        if s.tags[v] != "VBG" or not own or s.lemmas[first] not in _ARMED_PEOPLE or s.deps[h] not in _WHO:
            continue
        rehang(s, [c for c in s.children[h] if c < first], first)
        attach(s, first, s.heads[h], s.deps[h])
        attach(s, v, first, "acl")
        attach(s, h, v, "dobj")


_ARMED_PEOPLE = frozenset(
    "troop soldier police policeman rebel fighter militant gunman guerrilla insurgent militiaman "
    "force".split()
)


def _country_of_the_town(s: Sentence) -> None:
    """ "Police in Dhaka, Bangladesh held 20", "in Assen, Netherlands, Minister X left": where it lies."""
    for name in (*s.labelled("nsubj", 3), *s.labelled("nsubjpass", 3)):
        town, verb = name - 2, s.heads[name]
        while s.deps[town] in ("conj", "appos") and s.heads[town] < town and s.pos[s.heads[town]] == "PROPN":
            town = s.heads[town]  # "in Sydney, New South Wales, Australia"
        if s.words[name - 1] != "," or s.pos[name] != "PROPN" or s.pos[town] != "PROPN":
            continue
        if s.deps[town] != "pobj" or s.kids(name, "det", "poss", "compound", "cc", "amod"):
            continue
        above = s.heads[s.heads[town]]
        behind = s.kids(name, "conj", "appos")
        if above < town and s.heads[above] == verb and s.deps[above] in _WHO and not behind:
            attach(s, name, town, "appos")
            s.deps[above] = "nsubjpass" if s.kids(verb, "auxpass") else "nsubj"
        elif len(behind) == 1 and s.words[name + 1] == "," and name < behind[0] < verb and above != verb:
            attach(s, behind[0], verb, s.deps[name])
            attach(s, name, town, "appos")


_WHO = frozenset({"nsubj", "nsubjpass", "npadvmod"})


def _surname_before_the_verb(s: Sentence) -> None:
    """ "Tarumi countered that …": a name right before a verb without a subject is its subject."""
    v = s.root
    if v != 1 or s.tags[v] not in ("VBD", "VBZ") or s.kids(v, "nsubj", "nsubjpass", "expl", "csubj"):
        return
    if s.tags[0] == "NNP" and s.deps[0] in ("advmod", "npadvmod", "dep", "amod"):
        s.deps[0], s.pos[0] = "nsubj", "PROPN"


def _hyphened_title(s: Sentence) -> None:
    """ "The vice-president accused him": one title, whose last word is its head."""
    for i in range(len(s) - 2):
        dash, last = i + 1, i + 2
        joined = s.words[dash] == "-" and s.ends[i] == s.starts[dash] and s.ends[dash] == s.starts[last]
        if not joined or s.words[i].lower() not in _TITLE_BEGINS or s.words[last].lower() not in _TITLE_ENDS:
            continue
        part = (i, dash, last)
        top = next((k for k in part if s.heads[k] not in part), None)
        if top is None or s.heads[top] == top or top == last:
            continue
        attach(s, last, s.heads[top], s.deps[top])
        for k in (i, dash):
            for c in list(s.children[k]):
                if c not in part:
                    attach(s, c, last, s.deps[c])
        attach(s, i, last, "compound")
        attach(s, dash, last, "punct")
        s.pos[last] = "PROPN" if s.words[last][:1].isupper() else "NOUN"
        s.tags[last] = "NNP" if s.words[last][:1].isupper() else "NN"


def _behind_its_relative_clause(s: Sentence) -> None:
    """ "Libya, whose envoy brokered the deal, promised aid": Libya promised it, the envoy did not."""
    noun = s.root
    if s.field == "title" or s.pos[noun] not in ("NOUN", "PROPN"):
        return
    for r in s.kids(noun, "relcl"):
        told = [v for v in s.kids(r, "conj") if s.tags[v] in ("VBD", "VBZ", "VBP")]
        told += [v for v in s.kids(noun, "acl") if v > r and s.tags[v] in ("VBN", "VBD")]
        for v in told:
            closed = s.words[v - 1] == "," and s.words[min(s.subtree(r)) - 1] == ","
            if not closed or s.kids(v, "nsubj", "nsubjpass", "agent") or s.lemmas[v] == "be":
                continue
            attach(s, v, v, "ROOT")
            s.tags[v] = "VBD" if s.tags[v] == "VBN" else s.tags[v]
            attach(s, noun, v, "nsubj")
            for c in list(s.children[r]):
                if c > v:
                    attach(s, c, v, s.deps[c])
            for c in list(s.children[noun]):
                if c > v:
                    attach(s, c, v, s.deps[c])
            return


def _noun_as_command(s: Sentence) -> None:
    """ "Aid workers said": a noun before a noun at the head of a sentence, no command to aid."""
    verb = s.heads[0]
    if s.field == "title" or s.deps[0] not in ("csubj", "advcl", "ccomp") or s.tags[0] not in ("VB", "VBP"):
        return
    people = [o for o in s.kids(0, "dobj") if s.tags[o] == "NNS" and not s.kids(o, "det", "poss", "nummod")]
    finite = verb > 0 and s.tags[verb] in ("VBD", "VBZ", "VBP") and not s.kids(verb, "nsubj", "nsubjpass")
    if len(people) != 1 or people[0] > _NEAR_THE_HEAD or not finite:
        return
    noun = people[0]
    attach(s, noun, verb, "nsubjpass" if s.kids(verb, "auxpass") else "nsubj")
    rehang(s, list(s.children[0]), noun)
    attach(s, 0, noun, "compound")
    s.pos[0], s.tags[0], s.lemmas[0] = "NOUN", "NN", s.words[0].lower()


_NEAR_THE_HEAD = 2
"""Words in which a noun stands that a first word goes with."""
_ACTS = frozenset({"act", "move", "step", "decision", "action", "decree", "response"})


def _first_act(s: Sentence) -> None:
    """ "The junta's first act was to dissolve parliament": it dissolved it."""
    for be in range(2, len(s) - 2):
        if s.lemmas[be] != "be" or s.tags[be] != "VBD":
            continue
        act = next((a for a in s.kids(be, "nsubj") if s.lemmas[a] in _ACTS), None)
        did = next((v for v in s.kids(be, "xcomp", "ccomp") if s.tags[v] == "VB" and v > be), None)
        owners = s.kids(act, "poss") if act is not None else []
        if act is None or did is None or not owners or s.kids(did, "nsubj"):
            continue
        attach(s, did, did if s.heads[be] == be else s.heads[be], s.deps[be])
        s.tags[did] = "VBD"
        for c in list(s.children[be]):
            attach(s, c, did, s.deps[c] if c != act else "dep")
        attach(s, owners[0], did, "nsubj")
        attach(s, be, did, "dep")
        for to in s.kids(did, "aux"):
            s.deps[to] = "dep"


_DOING = frozenset("do manage achieve accomplish take undertake".split())


def _what_they_did(s: Sentence) -> None:
    """ "The first thing the junta did was to arrest him", "all they achieved was to sign it": so they did."""
    for be in range(3, len(s) - 1) if not s.bag.isdisjoint(_DOING) else ():
        if s.lemmas[be] != "be" or s.tags[be] not in ("VBD", "VBZ"):
            continue
        found = s.kids(be, "xcomp", "ccomp") if s.deps[be] != "auxpass" else [s.heads[be]]
        did = next((v for v in found if s.tags[v] == "VB" and v > be), None)
        if did is None or s.kids(be, "neg"):
            continue
        above = be if s.deps[be] != "auxpass" else did
        who, said = _who_did_it(s, [c for c in s.kids(above, "nsubj", "nsubjpass", "csubj") if c < be])
        if who is None or s.kids(did, "nsubj"):
            continue
        if above == be:
            attach(s, did, did if s.heads[be] == be else s.heads[be], s.deps[be])
        s.tags[did] = "VBD" if s.tags[be] == "VBD" else "VBP"
        for c in list(s.children[be]):
            attach(s, c, did, "dep" if c == said else s.deps[c])
        s.deps[said] = "dep"
        for dependent in [c for c in s.kids(did, "aux", "auxpass") if c != be]:
            s.deps[dependent] = "dep"
        attach(s, be, did, "dep")
        attach(s, who, did, "nsubj")


def _who_did_it(s: Sentence, leads: list[int]) -> tuple[int | None, int]:
    """Who acts in "the only thing she did", "what they did", "all they did"; its first word."""
    for lead in leads:
        verb = lead if s.deps[lead] == "csubj" else next(iter(s.kids(lead, "relcl")), None)
        if verb is None or s.lemmas[verb] not in _DOING or s.kids(verb, "neg"):
            continue
        if verb != lead and s.lemmas[lead] not in ("thing", "all", "step", "move", "what"):
            continue
        who = [c for c in s.kids(verb, "nsubj") if s.tags[c] not in ("WDT", "WP")]
        if who:
            return who[0], lead
    return None, 0


_OF_OTHERS = frozenset(
    "spokesman spokeswoman spokesperson lawyer supporter backer follower wife widow son daughter brother "
    "aide ally adviser advisor opponent critic deputy successor".split()
)


def _participle_of_the_name(s: Sentence) -> None:
    """ "Supporters of Imran Khan, jailed on Saturday, marched": he was jailed, not they."""
    for v in s.labelled("acl", 3):
        noun = s.heads[v]
        if s.tags[v] != "VBN" or s.lemmas[noun] not in _OF_OTHERS or s.words[v - 1] != ",":
            continue
        names = [
            o for p in s.kids(noun, "prep") if s.lemmas[p] in ("of", "for", "to") for o in s.kids(p, "pobj")
        ]
        for name in names:
            if s.pos[name] == "PROPN" and max(s.subtree(name)) == v - 2:
                attach(s, v, name, "acl")


def _participle_as_main(s: Sentence) -> None:
    """ "Sharif, ousted in a coup in 1999, accused the army": he accused, and had been ousted."""
    p = s.root
    subject = s.kids(p, "nsubj")
    if s.tags[p] not in ("VBD", "VBN") or s.words[p - 1] != "," or s.kids(p, "dobj", "aux", "auxpass"):
        return
    if len(subject) != 1 or max(i for i in s.subtree(subject[0]) if s.words[i] != ",") != p - 2:
        return
    for v in s.kids(p, "conj"):
        if s.words[v - 1] != "," or s.tags[v] not in ("VBD", "VBZ") or s.kids(v, "nsubj", "nsubjpass"):
            continue
        _leads_instead(s, v, p, subject[0])
        s.tags[p] = "VBN"
        return


def _leads_instead(s: Sentence, v: int, p: int, subject: int) -> None:
    """Make a verb the root in place of a participle, which only says more of their subject."""
    attach(s, v, v, "ROOT")
    attach(s, subject, v, "nsubj")
    rehang(s, [c for c in s.children[p] if c > v], v)
    attach(s, p, subject, "acl")


def _doing_as_main(s: Sentence) -> None:
    """ "Students waving flags clashed with police": they clashed, who waved; no flags did."""
    p = s.root
    subject = s.kids(p, "nsubj")
    if s.tags[p] != "VBG" or s.field == "title" or s.kids(p, "aux") or len(subject) != 1 or subject[0] > p:
        return
    for v in s.labelled("acl", p + 1):
        ends = s.tags[v] in ("VBD", "VBN") and v + 1 < len(s) and s.heads[v] == v - 1 and p in s.ancestors(v)
        if not ends or s.kids(v, "agent", "dobj", "aux") or s.words[v + 1] not in _LEADING:
            continue
        _leads_instead(s, v, p, subject[0])
        s.tags[v] = "VBD"
        return


_LEADING = frozenset({"with", "in", "on", "outside", "through", "at", "into"})
"""What can follow a verb that needs no object."""


_HELD = frozenset(
    "believed thought said reported known understood presumed alleged suspected estimated considered deemed "
    "rumoured rumored assumed".split()
)
"""What others hold of somebody: before "to be" it is always the passive."""


def _held_to_be(s: Sentence) -> None:
    """ "Two men believed to be spies were arrested": they were arrested, and believed nothing."""
    for b in range(1, len(s) - 3) if not s.bag.isdisjoint(_HELD) else ():
        if s.words[b] not in _HELD or s.words[b + 1] != "to" or s.words[b + 2] not in ("be", "have"):
            continue
        who = [n for n in s.kids(b, "nsubj") if n < b]
        if not who or s.kids(b, "aux", "auxpass") or b - max(s.subtree(who[-1])) > 2:
            continue
        deed = _deed_of_those(s, b)
        if deed is None:
            continue
        for t in s.kids(deed, "nsubj", "nsubjpass"):  # "to be spies were arrested": what they are held to be
            held = s.heads[b + 1]
            link = t - 1 if s.deps[t - 1] == "prep" else held
            attach(s, t, link, "pobj" if link != held else "attr" if s.lemmas[held] == "be" else "dobj")
        attach(s, deed, deed if s.heads[b] == b else s.heads[b], s.deps[b])
        first = min([deed, *s.kids(deed, "aux", "auxpass")])
        rehang(s, [c for c in s.children[b] if c < min(s.subtree(who[0])) or c > first], deed)
        for n in who:
            attach(s, n, deed, "nsubjpass" if s.kids(deed, "auxpass") else "nsubj")
        attach(s, b, who[-1], "acl")
        s.tags[b] = "VBN"


def _deed_of_those(s: Sentence, b: int) -> int | None:
    """The finite verb behind what people are held to be or to have done, if the parser hung it there."""
    for v in range(b + 3, len(s)):
        tensed = s.tags[v] in TENSED or any(s.tags[a] in FINITE for a in s.kids(v, "aux", "auxpass"))
        if not tensed or s.pos[v] not in ("VERB", "AUX") or s.deps[v] in ("aux", "auxpass"):
            continue
        if s.kids(v, "mark") or s.deps[v] in ("relcl", "advcl", "acl", "parataxis"):
            return None
        if s.heads[b] == v or (s.deps[v] in ("ccomp", "conj") and b in s.ancestors(v)):
            return v
        return None
    return None


_CLAD = frozenset("disguise dress clothe attire masquerade pose".split())


def _clad_as_others(s: Sentence) -> None:
    """ "Gunmen dressed as soldiers killed ten men": the gunmen did."""
    if s.bag.isdisjoint(_CLAD):
        return
    for p in (i for i in range(1, len(s) - 3) if s.lemmas[i] in _CLAD and s.words[i + 1] == "as"):
        who = s.heads[p] if s.deps[p] == "acl" else next(iter(s.kids(p, "nsubj", "nsubjpass")), p)
        if who >= p or s.root not in (who, p):
            continue
        for v in s.kids(p, "advcl"):
            others = s.kids(v, "nsubj")
            if s.kids(v, "mark") != [p + 1] or len(others) != 1 or not p < others[0] < v:
                continue
            attach(s, v, v, "ROOT")
            attach(s, who, v, "nsubj")
            rehang(s, [c for x in (p, who) for c in s.children[x] if c > v], v)
            attach(s, p, who, "acl")
            attach(s, p + 1, p, "prep")
            attach(s, others[0], p + 1, "pobj")
            return


_CALLED = frozenset({"call", "name", "dub", "know"})


def _participle_before_the_verb(s: Sentence) -> None:
    """ "A strike attributed to the army killed ten men": the strike did, and no men were attributed."""
    p = s.root
    subject = s.kids(p, "nsubj", "nsubjpass")
    if s.tags[p] != "VBN" or s.kids(p, "dobj", "aux", "auxpass") or len(subject) != 1:
        return
    if subject[0] > p or max(s.subtree(subject[0])) != p - 1:
        return
    for v in s.labelled("acl", p + 2):
        link = s.heads[s.heads[v]]
        if s.heads[v] != v - 1 or s.heads[link] != p or s.tags[v] not in ("VBN", "VBD") or s.kids(v, "agent"):
            continue
        if s.lemmas[v] in _CALLED or not any(o > v for o in s.kids(v, "dobj")):
            continue
        attach(s, v, v, "ROOT")
        attach(s, subject[0], v, "nsubj")
        rehang(s, [c for c in s.children[p] if c > v], v)
        attach(s, p, subject[0], "acl")
        s.tags[v] = "VBD"
        return


def _doing_meanwhile(s: Sentence) -> None:
    """ "Mali and the rebels, building on months of talks, agreed": they agreed, no building did."""
    for p in (*s.labelled("nsubj", 3), *s.labelled("csubj", 3)):
        v = s.heads[p]
        if s.tags[p] != "VBG" or v < p or s.words[p - 1] != "," or s.words[v - 1] not in (",", "-"):
            continue
        who = [n for n in s.kids(p, "nsubj") if n < p - 1]
        if not who or s.kids(p, "aux"):
            continue
        attach(s, who[-1], v, "nsubj")
        attach(s, p, v, "advcl")


def _behind_a_place(s: Sentence) -> None:
    """ "In Jordan police arrested 20": the police did, without a comma behind the place."""
    if len(s) < 5 or s.words[0] != "In" or s.deps[0] != "prep":
        return
    verb = s.heads[0]
    for place in s.kids(0, "pobj"):
        who = verb - 1
        while who > place and s.pos[who] in ("AUX", "ADV"):
            who -= 1
        plain = s.pos[place] == "PROPN" and s.words[who].islower() and s.heads[who] == place
        if (
            plain
            and who > place
            and s.deps[who] in ("compound", "nmod", "appos")
            and not s.kids(verb, "nsubj")
        ):
            attach(s, who, verb, "nsubjpass" if s.kids(verb, "auxpass") else "nsubj")
            s.pos[who] = "NOUN"
            s.tags[who] = "NNS" if s.words[who].endswith("s") or s.words[who] == "police" else "NN"


def _to_free(s: Sentence) -> None:
    """ "demanded that Israel free women prisoners": a verb, no free prisoners of Israel."""
    for f in range(2, len(s) - 1):
        n = s.heads[f]
        if s.words[f] != "free" or s.tags[f] != "JJ" or s.deps[f] != "amod" or n < f:
            continue
        who = f - 1
        marks = [m for m in s.kids(n, "mark") if m < who and s.lemmas[m] == "that"]
        if not marks or s.heads[who] != n or s.pos[who] not in ("PROPN", "NOUN") or s.heads[n] >= n:
            continue
        governor = s.heads[n]
        attach(s, f, governor, "ccomp")
        s.pos[f], s.tags[f], s.lemmas[f] = "VERB", "VB", "free"
        for c in list(s.children[n]):
            if c < who:
                attach(s, c, f if c in marks else who, s.deps[c])
        attach(s, who, f, "nsubj")
        attach(s, n, f, "dobj")


def _named_behind_a_link(s: Sentence) -> None:
    """ "He resigned after the army chief, General X, urged him to": the chief is who urged."""
    for v in range(4, len(s)):
        if (
            s.tags[v] not in ("VBD", "VBZ")
            or s.deps[v] not in ("conj", "ROOT", "dep")
            or s.words[v - 1] != ","
        ):
            continue
        if s.kids(v, "nsubj", "nsubjpass"):
            continue
        comma = next((k for k in range(v - 2, 0, -1) if s.words[k] == ","), 0)
        name = v - 2
        if comma < 3 or s.pos[name] != "PROPN" or any(s.pos[k] == "VERB" for k in range(comma, v - 1)):
            continue
        noun = comma - 1
        while s.heads[noun] < comma and s.deps[noun] not in ("pobj", "nsubj") and s.heads[noun] != noun:
            noun = s.heads[noun]
        link = s.heads[noun]
        if s.deps[noun] != "pobj" or s.lemmas[link] not in _LINKS or s.deps[link] != "prep":
            continue
        governor = s.heads[link]
        if governor in (v, link) or s.pos[governor] not in ("VERB", "AUX") or s.deps[v] == "ROOT":
            continue
        attach(s, v, governor, "advcl")
        attach(s, noun, v, "nsubj")
        attach(s, name, noun, "appos")
        attach(s, link, v, "mark")


def _second_object_acts(s: Sentence) -> None:
    """ "Police arrested lawyers and the court rejected the order": the court did, the police did not."""
    for n in s.labelled("conj"):
        first = s.heads[n]
        if s.pos[n] not in ("NOUN", "PROPN") or s.deps[first] not in ("dobj", "pobj") or n < first:
            continue
        v = max(s.subtree(n)) + 1
        if v >= len(s) or s.tags[v] not in ("VBD", "VBZ") or s.deps[v] not in ("conj", "ccomp", "dep"):
            continue
        begins = min(s.subtree(n))
        joined = s.words[begins - 1].lower() in ("and", "but") and not s.kids(v, "nsubj", "nsubjpass")
        if not joined or s.heads[v] >= first or not s.kids(n, "det", "poss", "compound"):
            continue
        attach(s, n, v, "nsubjpass" if s.kids(v, "auxpass") else "nsubj")


_WENT = frozenset({"left", "headed", "departed", "arrived", "returned", "flew", "travelled"})


def _went_somewhere(s: Sentence) -> None:
    """ "A Swiss delegation left for Malta": the verb of the sentence, no participle of the noun."""
    n = s.root
    if s.field == "title" or s.pos[n] not in ("NOUN", "PROPN") or s.bag.isdisjoint(_WENT):
        return
    went = [v for v in s.kids(n, "acl") if s.words[v] in _WENT and v > n and s.kids(v, "prep", "dobj")]
    if len(went) != 1 or any(s.tags[i] in ("VBD", "VBZ", "VBP", "MD") for i in range(len(s)) if i != went[0]):
        return
    v = went[0]
    attach(s, v, v, "ROOT")
    attach(s, n, v, "nsubj")
    s.pos[v], s.tags[v] = "VERB", "VBD"
    rehang(s, [c for c in s.children[n] if c > v], v)


def _behind_a_there(s: Sentence) -> None:
    """ "There were clashes and dozens of monks were held": the monks are no clashes, they were held."""
    for v in s.labelled("conj", 4):
        be = s.heads[v]
        if s.lemmas[be] != "be" or not s.kids(be, "expl") or s.kids(v, "nsubj", "nsubjpass", "expl"):
            continue
        first = min([v, *s.kids(v, "aux", "auxpass", "neg")])
        found = [
            c
            for a in s.kids(be, "attr", "nsubj")
            for c in s.kids(a, "conj")
            if max(s.subtree(c)) == first - 1
        ]
        if found and s.kids(v, "auxpass"):
            attach(s, found[0], v, "nsubjpass")
