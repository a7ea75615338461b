"""What the parser gets wrong inside a phrase: names, titles, sums, ages, places before a participle.

Like :mod:`dragoman.coding.repairs`, each function knows one construction by its shape and
changes the sentence in place.
"""

from __future__ import annotations

import re

from dragoman.coding.grammar import PLOTS, first_joined
from dragoman.coding.people import PERSON_NOUNS, TITLES, looks_personal
from dragoman.coding.trees import attach, rehang
from dragoman.language import Sentence

_RULING = frozenset("government authority regime junta administration cabinet leadership ruler".split())


def government_in(s: Sentence) -> None:
    """ "put the government in Juba on notice": the government there, whatever is done to it."""
    for p in s.labelled("prep"):
        noun = p - 1
        if s.words[p].lower() != "in" or noun < 1 or s.lemmas[noun] not in _RULING or s.heads[p] == noun:
            continue
        where = s.kids(p, "pobj")
        if s.pos[noun] == "NOUN" and len(where) == 1 and where[0] == p + 1 and s.pos[where[0]] == "PROPN":
            attach(s, p, noun, "prep")


_SUM = re.compile(
    r"^(?:(?:US|HK|NZ|NT|[ACRS])\$|RM|Rs\.?|K[Ss]h\.?|[UT]?Sh\.?|Tk\.?|PHP|EUR|USD|GBP)\d[\d.,]*$"
)
_DIGIT = re.compile(r"\d")


def is_sum(word: str) -> bool:
    """True for a sum of money in one word: "RM210", "Rs5,000", "US$3.9"."""
    return _SUM.match(word) is not None


_STATES = frozenset(
    "ally neighbour neighbor country nation state power rival partner foe republic patron".split()
)
_COUNTS_OF_TWO = frozenset({"two", "both", "three", "four"})


def several_by_name(s: Sentence) -> None:
    """ "urged the North's allies, China and Russia, to help": they are these two, and no third party."""
    if s.bag.isdisjoint(_STATES):
        return
    for name in [i for dep in ("conj", "appos") for i in s.labelled(dep, 3)]:
        noun = s.heads[name]
        if s.tags[noun] != "NNS" or s.lemmas[noun] not in _STATES or s.pos[name] != "PROPN" or noun > name:
            continue
        named = [name]
        while more := [c for c in s.kids(named[-1], "conj") if s.pos[c] == "PROPN"]:
            named.append(more[0])
        first, last = min(s.subtree(name)), named[-1]
        between = s.words[noun + 1 : last]
        closed = last + 1 < len(s) and s.words[last + 1] == ","
        counted = any(s.lemmas[c] in _COUNTS_OF_TWO for c in s.children[noun] if c < noun)
        joined = len(named) > 1 and "and" in between and s.words[first - 1] == "," and first == noun + 2
        if joined and (closed or counted) and all(s.pos[k] != "NOUN" for k in range(noun + 1, last)):
            attach(s, name, s.heads[noun], s.deps[noun])
            attach(s, noun, name, "dep")


def and_the_adviser(s: Sentence) -> None:
    """ "Riza and UN adviser General Joseph Baril met": two people, not one name."""
    for i in [i for dep in ("nmod", "compound") for i in s.labelled(dep)]:
        name = s.heads[i]
        role = [c for c in s.kids(i, "conj") if s.pos[c] == "NOUN" and s.words[c].islower() and i < c < name]
        joined = i + 1 < len(s) and s.words[i + 1].lower() == "and"
        named = s.pos[name] == "PROPN" and s.kids(name, "compound")
        if role and joined and named and s.words[i][:1].isupper() and not s.kids(i, "det", "poss"):
            attach(s, i, s.heads[name], s.deps[name])
            attach(s, name, i, "conj")
            attach(s, role[0], name, "compound")
            s.pos[i], s.tags[i] = "PROPN", "NNP"


_BESIDE_HIM = frozenset(
    "wife husband son daughter brother sister father mother driver bodyguard guard deputy aide family child "
    "companion spouse cousin nephew secretary interpreter".split()
)


def and_his_wife(s: Sentence) -> None:
    """ "the governor of Kano and his wife": she stands beside the governor, and not beside Kano."""
    for c in s.labelled("conj", 4) if not s.bag.isdisjoint(_BESIDE_HIM) else ():
        place = s.heads[c]
        prep = s.heads[place]
        own = any(s.words[p].lower() in ("his", "her", "their") for p in s.kids(c, "poss"))
        if not own or s.lemmas[c] not in _BESIDE_HIM or s.pos[place] != "PROPN" or s.deps[place] != "pobj":
            continue
        person = s.heads[prep]
        if s.lemmas[prep] in ("of", "in", "for", "from") and s.lemmas[person] in PERSON_NOUNS | TITLES:
            attach(s, c, person, "conj")


_SHORT_SUM = re.compile(r"\d[\d.,]*(bn|mn|m|tn)")
_LONG = {"bn": "billion", "tn": "trillion"}
_CURRENCIES = frozenset("$£€¥₹₦₽")


def sums(s: Sentence) -> None:
    """ "$3.8bn": billions, as any lexicon of money has them."""
    for i in range(1, len(s)):
        short = _SHORT_SUM.fullmatch(s.words[i]) if s.words[i - 1][-1:] in _CURRENCIES else None
        if short is not None:
            s.lemmas[i] = _LONG.get(short[1], "million")
            s.bag |= {s.lemmas[i]}
        elif s.words[i] == "m" and s.ends[i - 1] == s.starts[i] and s.words[i - 1][:1].isdigit():
            if s.heads[i - 1] != i:  # "€ 4.7 m"
                attach(s, i, s.heads[i - 1], s.deps[i - 1])
                attach(s, i - 1, i, "compound")
            s.lemmas[i], s.pos[i], s.tags[i] = "million", "NUM", "CD"
            s.bag |= {"million"}


_A_YEAR = re.compile(r"(?:1[89]|20)\d\d")


def between_two_numbers(s: Sentence) -> None:
    """ "Between 500 and 1,000 villagers were killed": so many were, and nothing stood between them."""
    for b in range(len(s) - 4) if "between" in s.bag else ():
        low, high, noun = b + 1, b + 3, b + 4
        if s.words[b].lower() != "between" or s.words[b + 2] != "and":
            continue
        if s.tags[low] != "CD" or s.tags[high] != "CD" or _A_YEAR.fullmatch(s.words[low]):
            continue
        while noun < len(s) - 1 and (s.pos[noun] in ("ADJ", "NUM") or s.deps[noun] == "compound"):
            noun += 1
        if s.pos[noun] != "NOUN" or s.tags[noun] != "NNS":
            continue
        if s.deps[noun] == "pobj" and s.heads[noun] == b:
            _in_the_place_of(s, b, noun)
        attach(s, low, noun, "nummod")
        attach(s, high, low, "conj")
        attach(s, b + 2, low, "cc")
        attach(s, b, low, "quantmod")


def _in_the_place_of(s: Sentence, between: int, noun: int) -> None:
    """Make the counted noun a subject or an object, where it was read as that of "between"."""
    above = s.heads[between]
    after = next((i for i in range(noun + 1, min(noun + 4, len(s))) if s.pos[i] in ("VERB", "AUX")), None)
    verb = s.heads[after] if after is not None and s.deps[after] in ("aux", "auxpass") else after
    if verb is not None and s.pos[verb] in ("VERB", "AUX") and not s.kids(verb, "nsubj", "nsubjpass"):
        attach(s, noun, verb, "nsubjpass" if s.kids(verb, "auxpass") else "nsubj")
    elif s.pos[above] == "VERB" and not s.kids(above, "dobj") and above < between:
        attach(s, noun, above, "dobj")


def in_three_provinces(s: Sentence) -> None:
    """ "fought his forces in Kassala, Red Sea and North Darfur": three places, no three foes."""
    for p in s.labelled("prep", 1):
        noun = s.heads[p]
        if s.lemmas[p] not in ("in", "across", "around") or s.pos[noun] != "NOUN" or noun > p:
            continue
        first = [o for o in s.kids(p, "pobj") if s.pos[o] == "PROPN"]
        after = first[0] + 1 if first else len(s)
        if after >= len(s) or s.words[after] != ",":
            continue
        for c in [c for c in s.kids(noun, "conj") if c > after and s.pos[c] == "PROPN"]:
            listed = all(s.pos[i] == "PROPN" or i == c for i in range(after + 1, c + 1))
            if listed and s.kids(c, "conj", "cc"):
                attach(s, c, first[0], "conj")


def adjective_as_object(s: Sentence) -> None:
    """ "gave the Iranian envoys two days": one object, and no Iranian beside the envoys."""
    for o in s.labelled("dobj", 2):
        i = o - 1
        same = s.heads[i] == s.heads[o] and s.deps[i] in ("dobj", "dative")
        if same and s.tags[i] == "JJ" and s.tags[o] in ("NN", "NNS") and not s.kids(o, "det"):
            rehang(s, list(s.children[i]), o)
            attach(s, i, o, "amod")


def noun_after_article(s: Sentence) -> None:
    """ "the bloc": no name, whatever the tagger says."""
    for i in range(1, len(s)):
        if (
            s.tags[i] == "NNP"
            and s.words[i].islower()
            and any(s.lemmas[d] == "the" for d in s.kids(i, "det"))
        ):
            s.pos[i], s.tags[i] = "NOUN", "NN"
        elif (
            s.tags[i] in ("VBZ", "VBP")
            and s.deps[i] in ("nsubj", "nsubjpass", "dobj", "pobj")
            and s.kids(i, "det", "compound", "poss")
        ):  # "the bank accounts were frozen"
            s.pos[i], s.tags[i] = "NOUN", "NNS" if s.tags[i] == "VBZ" else "NN"


def sum_in_a_name(s: Sentence) -> None:
    """ "fined the MP RM210 million": the sum is no part of the name before it."""
    for i in range(1, len(s)) if _DIGIT.search(s.text) else ():
        if not is_sum(s.words[i]):
            continue
        head = s.heads[i] if s.words[s.heads[i]] in ("million", "billion") else i
        people = [c for c in s.kids(head, "compound", "nmod") if c < i and s.pos[c] in ("NOUN", "PROPN")]
        if not people or s.deps[head] not in ("dobj", "pobj"):
            continue
        noun = people[-1]
        attach(s, noun, s.heads[head], s.deps[head])
        rehang(s, [c for c in s.children[head] if c < i and c != noun], noun)
        attach(s, head, s.heads[noun], "npadvmod")


_NOT_WELCOME = ("persona", "personae", "personas"), ("grata", "gratae", "gratas")


def persona_non_grata(s: Sentence) -> None:
    """ "declared three diplomats personae non gratae": Latin that tells what they are, and no verb."""
    for n in range(1, len(s) - 1) if "non" in s.bag else ():
        words = s.words[n - 1].lower(), s.words[n + 1].lower()
        if s.words[n].lower() != "non" or any(
            w not in fit for w, fit in zip(words, _NOT_WELCOME, strict=True)
        ):
            continue
        verb = next((v for v in range(n - 2, -1, -1) if s.lemmas[v] == "declare" and s.pos[v] == "VERB"), -1)
        if verb < 0:
            continue
        for x in (n - 1, n, n + 1):
            s.pos[x], s.tags[x] = "NOUN", "NN"
        s.lemmas[n - 1], s.lemmas[n], s.lemmas[n + 1] = "persona", "non", "grata"
        for c in [c for x in (n - 1, n, n + 1) for c in s.children[x] if c not in (n - 1, n, n + 1)]:
            whom = c < n and s.pos[c] in ("NOUN", "PROPN") and not s.kids(verb, "dobj", "nsubjpass")
            attach(s, c, verb, "dobj" if whom else s.deps[c])
        attach(s, n + 1, verb, "oprd")
        attach(s, n, n + 1, "compound")
        attach(s, n - 1, n + 1, "compound")


def modal_for_a_name(s: Sentence) -> None:
    """ "Prime Minister May announces": a name, as what follows is finite."""
    for i in range(1, len(s) - 1) if s.bag & {"may", "will", "can"} else ():
        if s.tags[i] != "MD" or not s.words[i].istitle() or s.lemmas[i - 1].lower() not in TITLES:
            continue
        verb = s.heads[i]
        before = [n for n in s.kids(verb, "nsubj") if n == i - 1]
        if not before or s.tags[verb] not in ("VBZ", "VBD"):
            continue
        s.pos[i], s.tags[i] = "PROPN", "NNP"
        attach(s, i, verb, "nsubj")
        attach(s, i - 1, i, "compound")


def title_before_name(s: Sentence) -> None:
    """ "and acting Justice Minister Ada Nkosi": a title and its name, not two people."""
    for h in range(1, len(s)):
        if s.pos[h] != "PROPN" or s.deps[h] not in ("dobj", "nsubj", "pobj", "conj"):
            continue
        first = min([c for c in s.kids(h, "compound") if c < h], default=h)
        title = first - 1
        if title < 1 or s.lemmas[title].lower() not in TITLES or s.pos[title] not in ("PROPN", "NOUN"):
            continue
        same = s.deps[title] == "conj" or s.heads[title] == s.heads[h]
        if not same or s.heads[title] == h or s.heads[title] > h or h in s.ancestors(s.heads[title]):
            continue
        attach(s, h, s.heads[title], s.deps[title])
        attach(s, title, h, "compound")


def accused_of_it(s: Sentence) -> None:
    """ "a deputy and ally of President Mutai accused of fraud": who is accused, and no charge of Mutai's."""
    for name in s.labelled("nsubj", 3):
        v = s.heads[name]
        if v != name + 1 or s.tags[v] != "VBD" or s.deps[v] not in ("relcl", "ccomp", "acl", "advcl"):
            continue
        before = min(s.subtree(name)) - 1
        if before < 1 or s.deps[before] != "prep" or s.children[before] or s.kids(v, "dobj", "mark"):
            continue
        person = s.heads[before]
        attach(s, name, before, "pobj")
        attach(s, v, person, "acl")
        s.tags[v] = "VBN"


def tear_gas(s: Sentence) -> None:
    """ "resorted to tear gas to disperse them": the gas, and nobody tears anything."""
    for tear in range(2, len(s) - 1):
        if s.lemmas[tear] != "tear" or s.lemmas[tear + 1] != "gas" or s.pos[tear] != "VERB":
            continue
        to, verb = tear - 1, s.heads[tear]
        things = s.kids(tear, "dobj")
        if s.words[to] != "to" or s.heads[to] != tear or verb == tear or not things:
            continue
        rehang(s, [c for c in s.children[tear] if c not in (to, things[0])], verb)
        attach(s, to, verb, "prep")
        attach(s, things[0], to, "pobj")
        attach(s, tear, tear + 1, "compound")
        s.pos[tear], s.tags[tear], s.pos[to], s.tags[to] = "NOUN", "NN", "ADP", "IN"


_DESCRIBING = PERSON_NOUNS | TITLES
"""Nouns that say who or what a person is."""


def two_titles(s: Sentence) -> None:
    """ "Union leader and former miner Arthur Banda met …": one person, whom two bare titles describe."""
    for title in range(len(s) - 4):
        bare = s.tags[title] in ("NN", "NNP") and s.lemmas[title] in _DESCRIBING
        if not bare or s.words[title + 1] != "and" or s.kids(title, "det", "poss", "appos"):
            continue
        names = [c for c in s.kids(title, "conj") if s.pos[c] == "PROPN"]
        names += [c for c in s.kids(s.heads[title], s.deps[title]) if c > title and s.pos[c] == "PROPN"]
        inner = [c for n in names[:1] for c in s.kids(n, "compound") if c > title and s.tags[c] == "NN"]
        told = (title, *names[:1], *inner)
        once = any(s.lemmas[c] in ("former", "ex", "current") for k in told for c in s.kids(k, "amod"))
        if not inner or not (once or s.lemmas[inner[0]] in _DESCRIBING):
            continue
        name = names[0]
        attach(s, name, s.heads[title], s.deps[title])
        rehang(s, [c for c in s.children[title] if c > title], name)
        attach(s, title, name, "nmod")


_ASKED_OR_DONE = frozenset(
    "appeal plea request claim call bid offer proposal demand complaint visit trip".split()
)


def deed_of_a_person(s: Sentence) -> None:
    """ "rejects Kosovo Serb party leader appeal": a leader of that nation, whose the appeal is."""
    for person in s.labelled("compound", 1):
        deed = s.heads[person]
        if deed != person + 1 or s.lemmas[deed] not in _ASKED_OR_DONE or s.lemmas[person] not in PERSON_NOUNS:
            continue
        for c in s.kids(deed, "amod", "nmod", "compound"):
            if c < person and s.words[c][:1].isupper():
                attach(s, c, person, s.deps[c])


def name_behind_its_office(s: Sentence) -> None:
    """ "Danish ambassador to Moscow Ida Holm": one person, no two of a list."""
    for name in s.labelled("conj", 3):
        office, first = s.heads[name], min(s.subtree(name))
        if s.pos[name] != "PROPN" or s.lemmas[office].lower() not in TITLES or name < office:
            continue
        if s.words[first - 1] in (",", ";", "&", "and", "or") or s.kids(office, "appos"):
            continue
        if any(office < c < first for c in s.kids(office, "prep")):
            rehang(
                s, [*s.kids(name, "conj", "cc"), *(x for x in s.kids(name, "appos") if x > name + 1)], office
            )
            attach(s, name, office, "appos")


def name_of_the_person(s: Sentence) -> None:
    """ "the commander of the guard, Idris Deby": the name is the person's, not the body's."""
    for name in s.labelled("appos", 2):
        body = s.heads[name]
        if s.deps[body] != "pobj" or name < body or s.pos[name] != "PROPN":
            continue
        prep = s.heads[body]
        person = s.heads[prep]
        if s.lemmas[prep] not in ("of", "for", "in") or s.lemmas[person] not in PERSON_NOUNS:
            continue
        abroad = any(s.lemmas[p] == "to" for p in s.kids(person, "prep"))
        if s.pos[person] != "NOUN" or s.tags[person] == "NNS" or s.kids(person, "appos") or abroad:
            continue
        first = min(s.subtree(name))
        if s.words[first - 1] == "," and looks_personal(s, name, s.slice(first, name)):
            attach(s, name, person, "appos")
    _name_of_the_nearer(s)
    _name_at_the_end(s)


def _name_of_the_nearer(s: Sentence) -> None:
    """ "The general, who is an aide of the party leader, Ada Nkosi, promised": she is the leader."""
    for name in s.labelled("appos", 4):
        far, first = s.heads[name], min(s.subtree(name))
        near = first - 2
        if near <= far or s.words[first - 1] != "," or s.pos[name] != "PROPN" or s.pos[far] != "NOUN":
            continue
        inside = any(near in s.subtree(r) for r in s.kids(far, "relcl", "acl"))
        role = s.pos[near] == "NOUN" and s.tags[near] == "NN" and s.lemmas[near] in PERSON_NOUNS
        if inside and role and not s.kids(near, "appos") and looks_personal(s, name, s.slice(first, name)):
            attach(s, name, near, "appos")


def _name_at_the_end(s: Sentence) -> None:
    """ "arrested the head of the guard, Ada Nkosi.": the name is that of the one arrested."""
    for name in range(3, len(s)):
        if s.deps[name] not in ("npadvmod", "oprd", "dep", "attr") or s.pos[name] != "PROPN":
            continue
        first = min(s.subtree(name))
        people = [o for o in s.kids(s.heads[name], "dobj") if o < first and s.lemmas[o] in PERSON_NOUNS]
        if not people or s.words[first - 1] != "," or s.kids(people[-1], "appos"):
            continue
        beside = max(s.subtree(people[-1])) in (first - 1, first - 2)
        if beside and s.tags[people[-1]] == "NN" and looks_personal(s, name, s.slice(first, name)):
            attach(s, name, people[-1], "appos")


_CALLING = frozenset("call term dub brand label consider deem".split())
_SEEING_AS = frozenset("describe see regard characterise characterize portray denounce".split())


def named_thing(s: Sentence, c: int) -> int | None:
    """What "what he called …" calls it."""
    if s.lemmas[c] in _CALLING:
        found = [o for o in s.kids(c, "oprd", "dobj", "attr") if o > c]
    elif s.lemmas[c] in _SEEING_AS:
        found = [o for p in s.kids(c, "prep") if s.lemmas[p] == "as" for o in s.kids(p, "pobj")]
    elif s.lemmas[c] == "say":
        found = [o for b in s.kids(c, "ccomp") if s.lemmas[b] == "be" for o in s.kids(b, "attr")]
    else:
        found = []
    nouns = [o for o in found if s.pos[o] in ("NOUN", "PROPN")]
    return nouns[0] if nouns else None


_TOWNS = frozenset("capital city town village district suburb province region port".split())


def place_before_participle(s: Sentence) -> None:
    """ "a protest in the capital Lima calling for a vote": the protest calls for it, Lima does not."""
    for v in s.labelled("acl", 3):
        name = v - 1
        if s.tags[v] != "VBG" or s.heads[name] != v or s.deps[name] != "nsubj":
            continue
        if s.pos[name] == "PROPN" and s.lemmas[name - 1] in _TOWNS and s.deps[name - 1] == "pobj":
            attach(s, name, name - 1, "appos")
            doers = [o for p in s.kids(s.heads[v], "prep", "agent") for o in s.kids(p, "pobj")]
            people = [o for o in doers if s.tags[o] == "NNS" and s.lemmas[s.heads[o]] in ("by", "of")]
            attach(s, v, people[0] if people else s.heads[v], "acl")
    for v in s.labelled("advcl", 4):  # "derailed in Tabas, Iran injuring 30": it injured them, not Iran
        name, town = v - 1, v - 3
        if s.tags[v] != "VBG" or s.heads[name] != v or s.deps[name] != "nsubj" or s.words[v - 2] != ",":
            continue
        if s.pos[name] == s.pos[town] == "PROPN" and s.deps[town] == "pobj" and not s.children[name]:
            attach(s, name, town, "appos")


def aged(s: Sentence) -> None:
    """ "A 14-year-old student was held": how old he is, no time of the deed."""
    for year in s.labelled("npadvmod", 2) if not s.bag.isdisjoint(("old", "olds")) else ():
        old = year + 2
        if s.lemmas[year] != "year" or old >= len(s) or s.words[old].lower() not in ("old", "olds"):
            continue
        who = s.heads[old]
        if (
            s.words[year + 1] == "-"
            and s.deps[old] == "amod"
            and s.words[who].islower()
            and s.heads[year] != old
        ):
            attach(s, year, old, "npadvmod")
        elif s.words[year + 1] == "-" and s.deps[old] in _PARTIES and not s.kids(old, "prep"):
            s.pos[old], s.tags[old] = "NOUN", "NNS" if s.words[old].endswith("s") else "NN"
            if s.heads[year] != old:  # "A 19-year-old was shot"
                rehang(s, s.kids(year, "det"), old)
                attach(s, year, old, "compound")


_PARTIES = ("nsubj", "nsubjpass", "dobj", "pobj", "appos", "conj")


def share_of_the_owner(s: Sentence) -> None:
    """ "Trump's 25% tariffs": his tariffs, and no per cent of his."""
    for p in s.labelled("poss") if "%" in s.bag or "percent" in s.bag else ():
        cent = s.heads[p]
        if (
            s.words[cent] in ("%", "percent")
            and s.deps[cent] in ("compound", "nmod")
            and s.heads[cent] > cent
        ):
            attach(s, p, s.heads[cent], "poss")


def neighbouring_states(s: Sentence) -> None:
    """ "concern about neighbouring Chad's raids": an adjective of the state, and nothing that borders."""
    for v in s.labelled("pcomp", 1) if not s.bag.isdisjoint({"neighbouring", "neighboring"}) else ():
        nouns = s.kids(v, "dobj")
        if s.words[v].lower() not in ("neighbouring", "neighboring") or len(nouns) != 1 or nouns[0] < v:
            continue
        attach(s, nouns[0], s.heads[v], "pobj")
        rehang(s, [c for c in s.children[v] if c != nouns[0]], nouns[0])
        attach(s, v, next(iter(s.kids(nouns[0], "poss")), nouns[0]), "amod")
        s.tags[v], s.pos[v] = "JJ", "ADJ"


def aim_of_a_plot(s: Sentence) -> None:
    """ "Police foiled a plot to kill him": whoever plotted was to kill him, not the police."""
    for v in (*s.labelled("advcl", 3), *s.labelled("xcomp", 3)) if not s.bag.isdisjoint(PLOTS) else ():
        plots = [o for o in s.kids(s.heads[v], "dobj") if s.lemmas[o] in PLOTS and o < v]
        if plots and s.tags[v] == "VB" and any(s.lemmas[a] == "to" for a in s.kids(v, "aux")):
            attach(s, v, plots[-1], "acl")


def two_of_two_countries(s: Sentence) -> None:
    """ "Theresa May of Britain and Bernard Cazeneuve of France": two people."""
    for other in s.labelled("conj", 3):
        home = s.heads[other]
        if s.deps[home] != "pobj" or s.pos[other] != "PROPN":
            continue
        prep = s.heads[home]
        person = s.heads[prep]
        if s.lemmas[prep] != "of" or s.pos[person] != "PROPN" or not s.kids(person, "compound"):
            continue
        if s.kids(other, "compound") and any(s.lemmas[p] == "of" for p in s.kids(other, "prep")):
            attach(s, other, person, "conj")


_EXPELLING = frozenset("expel eject oust evict banish arrest detain kidnap abduct".split())


def whence_they_are(s: Sentence) -> None:
    """ "expelled diplomats from Chad, Niger and Mali": theirs, as nobody is sent from three countries."""
    for p in s.labelled("prep", 2):
        verb = s.heads[p]
        if s.lemmas[p] != "from" or s.lemmas[verb] not in _EXPELLING:
            continue
        whence = s.kids(p, "pobj")
        people = [o for o in s.kids(verb, "dobj") if o == p - 1 and s.tags[o] == "NNS"]
        named = bool(whence) and s.pos[whence[0]] == "PROPN"
        if people and named and any(s.pos[c] == "PROPN" for c in s.kids(whence[0], "conj")):
            attach(s, p, people[0], "prep")


_NAMING_VERBS = frozenset("know call dub name style nickname".split())
_ONCE_CALLED = frozenset("formerly previously once originally initially".split())


def called_so(s: Sentence) -> None:
    """ "a militia known as the Mai-Mai", "the movement called Ansar": the name of those who act."""
    for v in s.labelled("acl", 1):
        group = s.heads[v]
        if s.lemmas[v] not in _NAMING_VERBS or s.tags[v] != "VBN" or s.tags[group] != "NN" or group > v:
            continue
        if s.lemmas[group] not in _GROUPS_AND_MEN or any(s.lemmas[c] in _ONCE_CALLED for c in s.children[v]):
            continue
        led = s.kids(v, "prep") if s.lemmas[v] == "know" else []
        names = [o for p in led if s.lemmas[p] == "as" for o in s.kids(p, "pobj")]
        names = names if led else s.kids(v, "oprd", "dobj", "attr")
        if len(names) == 1 and names[0] > v and s.pos[names[0]] == "PROPN":
            attach(s, names[0], group, "appos")


_GROUPS_AND_MEN = frozenset(
    "group movement organisation organization militia force faction party alliance coalition army outfit "
    "guerrilla bloc union gang cartel front sect cult network commander leader warlord militant chief".split()
)
_REGIONS = frozenset(
    "states provinces districts regions counties departments prefectures governorates municipalities "
    "territories villages towns cities areas".split()
)


def last_of_the_places(s: Sentence) -> None:
    """ "in Katsina and Sokoto states": two places, whatever the parser joins the second one to."""
    for last in range(3, len(s)) if not s.bag.isdisjoint(_REGIONS) else ():
        if s.words[last].lower() not in _REGIONS or s.tags[last] not in ("NNS", "NNPS"):
            continue
        first = last - 1
        while first > 1 and s.pos[first] in ("PROPN", "HYPH"):
            first -= 1
        other = first - 1
        if s.words[first] != "and" or first > last - 2 or s.pos[other] != "PROPN":
            continue
        other = first_joined(s, other, "PROPN")
        placed = s.deps[other] == "pobj" and s.lemmas[s.heads[other]] in _AT_PLACES
        if placed and s.deps[last] == "conj" and s.heads[last] < s.heads[other]:
            attach(s, last, other, "conj")


_AT_PLACES = frozenset("in across throughout around near from between outside".split())
