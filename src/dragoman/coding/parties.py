"""The parties behind a slot: both of a pair, whoever owns a thing, people aboard."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding import grammar as g
from dragoman.coding import homes, many_lands, mere_places, pairs, tellers
from dragoman.coding.mentions import PAPERS, VEHICLES, Filler, entity_of, noun_natures
from dragoman.coding.people import FORCES, OUTLAWS, PEOPLE
from dragoman.coding.weapons import common_noun
from dragoman.knowledge.words import HALVES, INTERNATIONAL
from dragoman.language import Sentence
from dragoman.records import Entity

if TYPE_CHECKING:
    from dragoman.coding.actors import Cast
    from dragoman.coding.drafts import Draft

_PUT_FORWARD = frozenset(
    "hold control occupy run own operate man take commit carry launch make level bring raise issue voice "
    "table put draft propose sponsor submit write pass adopt enact offer present circulate publish float "
    "devise unveil prepare fire drop hurl lob throw plant lay detonate".split()
)
"""Participles that only tell whose a thing is: "claims made by Kyiv", "posts held by rebels"."""
_RULERS = frozenset(
    "minister premier president chancellor governor mayor commander chief general speaker".split()
)
"""Offices whose holder is a party himself; an envoy stands for his state."""
_CAPTIVES = frozenset("prisoner hostage captive detainee inmate internee".split())
DONE_TO = frozenset(
    "killing death murder assassination slaying massacre execution arrest detention kidnapping abduction "
    "abducting bombing shelling beating torture persecution imprisonment jailing release expulsion "
    "deportation poisoning shooting beheading rape abuse use invasion occupation annexation destruction "
    "seizure siege blockade capture trial treatment oppression sentencing conviction prosecution "
    "indictment flogging hanging harassment eviction disappearance incarceration caning stoning "
    "mistreatment ill-treatment intimidation fate plight retrial dismissal sacking ouster".split()
)
"""Nouns whose *of* names whom it was done to."""


_BRANCHES = frozenset("bureau office branch headquarters unit arm wing chapter studio newsroom".split())
"""What a body has in a town: "the Tunis bureau of Al Jazeera" is not Tunisia's."""


_MONEYS = frozenset("dollar euro rouble ruble yen yuan peso rupee dinar dirham shekel lira franc".split())


def doers(cast: Cast, s: Sentence, d: Draft) -> list[Entity]:
    """The parties who do what a draft tells, as far as its words name them."""
    return [e for t in d.actors for e in cast.parties(s, t)]


def done_to(cast: Cast, s: Sentence, d: Draft) -> list[Entity]:
    """The parties to whom it is done, as far as its words name them."""
    return [e for t in d.recipients for e in cast.parties(s, t, recipient=True)]


def behind(
    cast: Cast, s: Sentence, token: int, *, recipient: bool = False, violent: bool = False
) -> list[Entity]:
    """The entities that stand behind a slot's phrase: itself, both of a pair, or its owner."""
    f = cast.filler(s, token)
    apart = _told_apart(cast, s, f, token, recipient)
    if apart is not None:
        return apart
    within = _within(cast, s, f, token)
    if within:
        return within
    several = (
        _by_adjectives(cast, s, token)
        or _as_named_before(cast, s, f, token)
        or _by_bodies(cast, s, token)
        or _both_camps(cast, s, f)
        or _several_nations(cast, s, f)
        or _named_all(cast, s, f, token)
    )
    if several:
        return several
    if f.acts and not (recipient and violent and s.lemmas[f.head] in GATHERINGS):
        return _with_examples(cast, s, f, harmed=recipient and violent)
    if f.nature == "place":
        return [f.entity] if recipient else []
    region = _named_region(cast, s, f) if recipient else None
    if region is not None:
        return [region]
    asked_for = s.deps[f.head] == "pobj" and s.lemmas[s.heads[f.head]] == "for"
    if recipient and asked_for and s.lemmas[f.head] in DONE_TO:  # "a warrant for the arrest of X"
        done_to = [o for n, p, o in g.prepositional(s, f.head) if n == "of" and s.heads[p] == f.head]
        if done_to and f.head not in done_to:
            return [e for o in done_to for e in behind(cast, s, o, recipient=True)]
    aboard = _aboard(cast, s, f) if recipient else []
    if aboard:
        return aboard
    if s.lemmas[f.head] in _OTHERS:  # "its enemies, including Israel": those named, never whose they are
        listed = [cast.filler(s, x) for o in _listed(s, f.head) for x in g.conjuncts(s, o)]
        return [n.entity for n in listed if n.acts]
    return _owners_or_itself(cast, s, f, harmed=recipient and violent)


def _owners_or_itself(cast: Cast, s: Sentence, f: Filler, *, harmed: bool) -> list[Entity]:
    """Whose a thing is; of one that is hit it may be told by itself alone: "a bus", "a Nakuru rally"."""
    owners = responsible(cast, s, f.head)
    if harmed and s.lemmas[f.head] in GATHERINGS:
        return [_gathered(cast, s, f, owners)]
    hit = harmed and f.nature in ("thing", "instrument")
    if owners and not (hit and all(_only_called(e) for e in owners)):
        return mere_places.of_people(cast, s, f.head, owners) if harmed else owners
    return [f.entity] if hit else []


def _with_examples(cast: Cast, s: Sentence, f: Filler, *, harmed: bool) -> list[Entity]:
    """ "Militias, including the Mahdi Army": both; of "Syrian homes" those who live there."""
    if harmed and f.kind == "country":
        return mere_places.of_people(cast, s, f.head, [f.entity])
    named = _examples(cast, s, f)
    return named if len(named) > 1 and not f.entity.country else [f.entity, *named]


_OTHERS = frozenset("enemy foe rival adversary opponent detractor nemesis neighbour neighbor".split())
"""Nouns whose owner is somebody else than they."""


def _told_apart(cast: Cast, s: Sentence, f: Filler, token: int, recipient: bool) -> list[Entity] | None:
    """Both of a pair, nobody of "10 million U.S. dollars", who made an arrest that is complained of."""
    if s.lemmas[token] in _MONEYS:
        return []
    if recipient and s.lemmas[token] in _TAKEN and s.kids(token, "poss"):
        by = [o for name, p, o in g.prepositional(s, token) if name == "by" and s.heads[p] == token]
        return [e for o in by for e in behind(cast, s, o, recipient=True)]
    return _of_both(cast, s, f, token)


_TAKEN = frozenset("arrest detention jailing imprisonment incarceration conviction sentencing".split())
"""What is done to its owner: "protests against her arrest" are not against her."""


def _within(cast: Cast, s: Sentence, f: Filler, token: int) -> list[Entity]:
    """ "groups of Chad and Niger", "Chad and Niger's pact": of both, where a phrase is its first's."""
    whose = [x for c in s.kids(token, "poss") for x in g.conjuncts(s, c) if x < token]
    if f.kind == "country" and len(whose) > 1:
        owners = [cast.filler(s, x) for x in whose]
        return [x.entity for x in owners] if all(x.kind == "country" for x in owners) else []
    if f.kind != "country" or f.head == token or not s.kids(f.head, "conj"):
        return []
    states = [f, *(cast.filler(s, c) for c in g.conjuncts(s, f.head) if c != f.head)]
    return [x.entity for x in states] if all(x.kind == "country" for x in states) else []


def _of_both(cast: Cast, s: Sentence, f: Filler, token: int) -> list[Entity] | None:
    """Two sides told as one, or nobody for "each other's"; None where a phrase is neither."""
    if _each_others(s, token) or _each_other(s, token):
        return []
    if s.lemmas[f.head] in _PAPERS and any(s.lemmas[c] == "joint" for c in s.kids(f.head, "amod")):
        return responsible(cast, s, f.head) or pairs.both_sides(cast, s, f.head)
    if f.kind != "pair":
        return None
    meant = cast.meant.get((s.field, f.entity.span)) if f.entity.span else None
    # "the two parties, the KDP and the PUK"
    return _named_all(cast, s, f, token) or meant or pairs.both_sides(cast, s, f.head)


_PAPERS = frozenset("statement communique declaration".split())


def _each_other(s: Sentence, token: int) -> bool:
    """ "recognised each other", "accused one another": no third party."""
    before = s.words[token - 1].lower() if token else ""
    if s.lemmas[token] == "one" and token + 1 < len(s) and s.words[token + 1].lower() == "another":
        return True
    return (s.lemmas[token] == "other" and before == "each") or (
        s.lemmas[token] == "another" and before == "one"
    )


def _each_others(s: Sentence, token: int) -> bool:
    """ "envoys to each other's capital": whose it is, both are."""
    return "other" in s.bag and any(
        s.lemmas[p] == "other" and s.words[p - 1].lower() == "each" for p in s.kids(token, "poss")
    )


_REGIONS = frozenset("region area province district county valley peninsula oblast suburb".split())


def _named_region(cast: Cast, s: Sentence, f: Filler) -> Entity | None:
    """ "Missiles hit the Mykolaiv region": the place that a region is called after."""
    if s.lemmas[f.head] not in _REGIONS:
        return None
    places = [cast.filler(s, c) for c in s.kids(f.head, "compound", "nmod") if s.pos[c] == "PROPN"]
    return next((p.entity for p in places if p.nature == "place" and p.entity.country), None)


GATHERINGS = frozenset(
    "rally march demonstration protest vigil procession wedding funeral sit-in jirga jirgas baraza".split()
)


def _gathered(cast: Cast, s: Sentence, f: Filler, owners: list[Entity]) -> Entity:
    """Who is hit in "fired on a Guinea rally": people of Guinea, not its government."""
    country = next((e.country for e in owners if e.country), f.entity.country) or cast.focus(s)
    name = s.slice(*g.phrase(s, f.head))
    return Entity(name, None, country, ("CVL",), None, f.entity.span, "those who gathered")


def _aboard(cast: Cast, s: Sentence, f: Filler) -> list[Entity]:
    """ "a dinghy with 40 Afghans", "a bus carrying pilgrims": the people in it."""
    if s.lemmas[f.head] not in VEHICLES:
        return []
    held = [o for p in s.kids(f.head, "prep") if s.lemmas[p] in ("with", "of") for o in s.kids(p, "pobj")]
    held += [
        o
        for c in s.kids(f.head, "acl", "relcl")
        if s.lemmas[c] in ("carry", "take", "transport", "ferry")
        for o in g.objects(s, c)
    ]
    people = [cast.filler(s, o) for o in held]
    return [p.entity for p in people if p.acts and p.kind not in ("org", "outlet", "pair")]


def _examples(cast: Cast, s: Sentence, f: Filler) -> list[Entity]:
    """ "militias, including Hizballah": the ones that are named."""
    if f.kind not in ("role", "office"):
        return []
    named = [cast.filler(s, x) for o in _listed(s, f.head) for x in g.conjuncts(s, o)]
    return [n.entity for n in named if n.acts and (n.entity.actor_id or n.kind == "person")]


def _listed(s: Sentence, people: int) -> list[int]:
    """The first of those whom "including", "such as" or "among them" names."""
    out = []
    for p in s.kids(people, "prep"):
        such = s.lemmas[p] == "as" and s.words[p - 1].lower() == "such"
        if such or s.lemmas[p] in ("including", "include", "like") or s.words[p].lower() == "including":
            out += s.kids(p, "pobj")
    end = max(s.subtree(people))
    after = [p for p in range(end + 1, min(end + 4, len(s))) if s.lemmas[p] in ("among", "amongst")]
    if (
        after
        and s.tags[people] == "NNS"
        and any(s.words[o].lower() == "them" for o in s.kids(after[0], "pobj"))
    ):
        out += (
            [s.heads[after[0]]]
            if s.pos[s.heads[after[0]]] == "PROPN"
            else s.kids(s.kids(after[0], "pobj")[0], "appos")
        )
    return out


def _named_all(cast: Cast, s: Sentence, f: Filler, token: int) -> list[Entity]:
    """ "two ministers, Ada Nkosi of Chad and Omar Haddad of Niger": both of them."""
    if s.pos[f.head] != "NOUN" or not f.plural:
        return []
    for other in [*s.kids(f.head, "appos"), *(s.kids(token, "appos") if token != f.head else ())]:
        names = [x for x in g.conjuncts(s, other) if s.pos[x] == "PROPN" and s.tags[x] != "NNPS"]
        names = [x for x in names if not cast.knowledge.nationality(s.words[x])]
        if s.pos[other] == "PROPN" and len(names) > 1:
            found = [cast.filler(s, x) for x in names]
            return [_as_called(x.entity, f.entity) for x in found if x.acts]
    return []


def _as_called(named: Entity, role: Entity) -> Entity:
    """ "Two lawmakers, Ada Nkosi and Omar Haddad": what the report calls both of an unknown name."""
    if named.actor_id and named.sectors:
        return named
    sectors = named.sectors or (role.sectors if role.sectors != ("UNK",) else ())
    return replace(named, country=named.country or role.country, sectors=sectors)


def _hyphen_pair(s: Sentence, token: int) -> list[str]:
    """ "Turkish-Russian talks": both words, where the parser keeps three tokens."""
    joined = token > 1 and s.words[token - 1] in ("-", "–") and s.heads[token - 2] == token
    people = s.tags[token] in ("NNS", "NNPS") or s.words[token] == "American"  # "Iranian-Americans"
    return [s.words[token - 2], s.words[token]] if joined and not people else []


_TWINS = {"Koreas": ("PRK", "KOR"), "Sudans": ("SDN", "SSD")}
"""Two states of one name: "talks between the two Koreas"."""


_REGIONAL = {
    "Baltic": ("EST", "LVA", "LTU"),
    "Benelux": ("BEL", "NLD", "LUX"),
    "Nordic": ("DNK", "FIN", "ISL", "NOR", "SWE"),
}
"""States that a region's name calls together."""


def _states_of_a_region(cast: Cast, s: Sentence, token: int) -> list[Entity]:
    """ "the three Baltic states": each of them, where no other number of them is told."""
    if s.lemmas[token] not in ("state", "country", "nation", "republic") or s.tags[token] != "NNS":
        return []
    names = [s.words[c] for c in s.kids(token, "amod", "compound", "nmod") if s.words[c] in _REGIONAL]
    states = _REGIONAL[names[0]] if names else ()
    told = [s.words[c].lower() for c in s.kids(token, "nummod")] + [s.lemmas[c] for c in s.kids(token, "det")]
    if any(w not in ("the", "three", "five", "all", "these") for w in told):
        return []
    span = (s.starts[token], s.ends[token])
    return [cast.country_entity(iso, span) for iso in states]


def _several_nations(cast: Cast, s: Sentence, f: Filler) -> list[Entity]:
    """ "Turkish and Greek sides", "U.S.-Soviet": one phrase, two countries."""
    token = f.head
    if s.words[token] in _TWINS:
        return [cast.country_entity(iso, f.entity.span) for iso in _TWINS[s.words[token]]]
    if region := _states_of_a_region(cast, s, token):
        return region
    parts = (f.entity.name if " " in f.entity.name else s.words[token]).split("-")  # "US-South Korea"
    parts = _hyphen_pair(s, token) or parts
    parts = [HALVES.get(parts[0], parts[0]), *parts[1:]]  # "Franco-German"
    if len(parts) == 2 and all(cast.knowledge.nationality(p) for p in parts):
        return [cast.country_entity(cast.knowledge.nationality(p)[0], f.entity.span) for p in parts]
    if s.pos[token] not in ("NOUN", "PROPN"):
        return []
    common = f.kind == "org" and s.tags[token] == "NNS"  # "the navies of India and Japan"
    teams = f.kind == "noun" and s.lemmas[token] in _TEAMS
    embassies = f.kind == "role" and any(s.lemmas[o] in _MISSIONS for _, _, o in g.prepositional(s, token))
    if (f.plural or embassies) and (f.kind in ("role", "office", "country") or common or teams):
        states = [
            cast.filler(s, o)
            for n, p, o in g.prepositional(s, token)
            if n in ("of", "from") and s.heads[p] == token
        ]
        if not states:  # "Chad's and Niger's envoys"
            whose = [x for c in s.kids(token, "poss") for x in g.conjuncts(s, c) if s.kids(x, "case")]
            states = [cast.filler(s, x) for x in whose] if len(whose) > 1 else []
        if len(states) > 1 and _of_different_states(states):  # "the leaders of Chad and Niger"
            return [
                replace(f.entity, name=f"{s.words[token]} of {h.entity.name}", actor_id=None, office=None,
                        country=h.entity.country, span=h.entity.span, resolved_by="coordinated countries")
                for h in states
            ]  # fmt: skip
        two = _by_adjectives(cast, s, states[0].head) if len(states) == 1 else []
        owned = [states[0].head] if len(states) == 1 else s.kids(token, "poss")
        two = two or [e for o in owned for e in _states_of_a_region(cast, s, o)]
        if len({e.country for e in two} - {None}) > 1:  # "commanders of the Thai and Lao armies"
            return [
                replace(f.entity, name=f"{s.words[token]} of {e.name}", actor_id=None, office=None,
                        country=e.country, span=e.span, resolved_by="coordinated countries")
                for e in two
            ]  # fmt: skip
        of_parties = len(states) == 1 and s.lemmas[states[0].head] == "party" and "LEG" in f.entity.sectors
        pair = cast.filler(s, states[0].head) if len(states) == 1 and not of_parties else None
        owners = [cast.filler(s, p) for p in s.kids(token, "poss") if s.tags[p] != "PRP$"]
        if pair is None and len(owners) == 1:  # "the two countries' negotiators"
            pair = owners[0]
        if pair is not None and pair.kind == "pair":  # "the air forces of the two countries"
            of_both = [e for e in behind(cast, s, pair.head) if e.country]
            if len(of_both) > 1:
                return [
                    replace(f.entity, name=f"{s.words[token]} of {e.name}", actor_id=None, office=None,
                            country=e.country, resolved_by="description: of both",
                            sectors=e.sectors if OUTLAWS & set(e.sectors) else f.entity.sectors)
                    for e in of_both
                ]  # fmt: skip
    for c in s.kids(token, "poss"):  # "Rabin met Arafat. Their aides signed": of both
        two = behind(cast, s, c) if s.tags[c] == "PRP$" and cast.filler(s, c).kind == "pair" else []
        if f.kind == "role" and len(two) == 2:
            return [
                replace(f.entity, name=f"{s.words[token]} of {e.name}", actor_id=None, country=e.country,
                        resolved_by="coreference: of both")
                for e in two
            ]  # fmt: skip
    return []


_MISSIONS = frozenset({"embassy", "consulate", "mission"})
_TEAMS = frozenset("group team side panel committee delegation subgroup".split())


def _of_different_states(owners: list[Filler]) -> bool:
    """States, or places in different ones: "Tajikistan's Sughd province and Kyrgyzstan's Batken region"."""
    if all(o.kind == "country" for o in owners):
        return True
    lands = [
        o.entity.country
        for o in owners
        if o.kind == "country" or o.nature == "place" or o.entity.name.split()[-1].lower() in _REGIONS
    ]
    return len(lands) == len(owners) == len(set(lands) - {None})


def _as_named_before(cast: Cast, s: Sentence, f: Filler, token: int) -> list[Entity]:
    """ "in touch with Greek and Turkish envoys, urging them to talk": both nations, as "them" was named."""
    words = f.entity.name.split()
    if s.tags[token] != "PRP" or f.kind == "pair" or "and" not in words[:-1]:
        return []
    lands = {land: w for w in words[:-1] for land in cast.knowledge.nationality(w)[:1]}
    if len(lands) < 2:
        return []
    how = "coreference: coordinated adjectives"
    return [
        replace(f.entity, name=f"{w} {words[-1]}", actor_id=None, country=land, resolved_by=how)
        for land, w in lands.items()
    ]


def _by_adjectives(cast: Cast, s: Sentence, token: int) -> list[Entity]:
    """ "French and Malian troops": one noun, the troops of both."""
    if s.pos[token] not in ("NOUN", "PROPN"):
        return []
    for c in s.kids(token, "amod", "compound", "nmod"):
        led = [x for x in s.kids(c, "conj") if s.words[x].lower() in _FLAGGED]  # "Thai and US-led troops"
        joined = [
            k
            for x in (*g.conjuncts(s, c), *led)
            for k in ((x,) if x == c or _nation(cast, s, x) else s.kids(x, "amod", "npadvmod", "compound"))
        ]
        also = [k for k in joined if abs(k - c) > 1 and _nation(cast, s, k)]  # "North Korean": one adjective
        if also and _nation(cast, s, c):
            return [_of_nation(cast, s, k, token) for k in sorted([c, *also])]
    return []


def _by_bodies(cast: Cast, s: Sentence, token: int) -> list[Entity]:
    """ "NATO and European Union envoys": one noun, the envoys of both bodies."""
    if s.tags[token] != "NNS" or s.pos[token] != "NOUN":
        return []
    for c in s.children[token]:
        named = [k for k in g.conjuncts(s, c) if k < token]
        before = c < token and s.deps[c] in ("compound", "nmod", "nsubj") and len(named) > 1
        if not before or any(s.pos[k] != "PROPN" for k in named):
            continue
        bodies = [cast.filler(s, k) for k in named]
        if all(b.entity.actor_id and b.entity.country in INTERNATIONAL for b in bodies):
            return [b.entity for b in bodies]
    return []


_CAMPS = frozenset(
    "government rebel opposition guerrilla insurgent separatist military army militant".split()
)


def _both_camps(cast: Cast, s: Sentence, f: Filler) -> list[Entity]:
    """ "government and rebel negotiators": one noun, the men of both camps."""
    if s.pos[f.head] != "NOUN" or not f.plural:
        return []
    for c in s.kids(f.head, "amod", "compound", "nmod"):
        camps = [k for k in g.conjuncts(s, c) if s.lemmas[k].lower() in _CAMPS and k < f.head]
        if len(camps) == 2 and c in camps and len({s.lemmas[k] for k in camps}) == 2:
            here = cast.filler(s, f.head).entity.country
            sides = [cast.filler(s, k).entity for k in camps]
            return [e if e.country or not here else replace(e, country=here) for e in sides]
    return []


def _nation(cast: Cast, s: Sentence, k: int) -> str | None:
    """The country of an adjective, or the code of a union that stands as one ("EU and Turkish officials")."""
    half = s.words[k - 1] in ("North", "South") and s.heads[k - 1] == k  # "North Korean"
    found = cast.knowledge.nationality(s.slice(k - 1, k) if half else s.words[k])
    if found or not s.words[k].isupper():
        return next(iter(found), None)
    return cast.filler(s, k).entity.country if s.pos[k] == "PROPN" else None


_BEFORE = frozenset({"compound", "amod"})


def _of_nation(cast: Cast, s: Sentence, adjective: int, noun: int) -> Entity:
    """Those of one nation that a noun behind several adjectives means."""
    country = _nation(cast, s, adjective)
    joined = adjective > 0 and s.heads[adjective - 1] == adjective and s.deps[adjective - 1] in _BEFORE
    before = s.words[adjective - 1] + " " if joined else ""  # "United States", "South Korean"
    behind = [c for c in s.kids(noun, "compound") if c > adjective and s.pos[c] == "NOUN"]  # "border guards"
    after = s.slice(behind[0], noun) if behind and behind[-1] == noun - 1 else s.words[noun]
    name = f"{before}{s.words[adjective]} {after}"  # "United States forces"
    alone = next((c for c in cast.knowledge.resolve(name, cast.date) if c.country == country), None)
    if (
        alone is not None and alone.kind == "org" and alone.actor_id
    ):  # "Kenyan and Ugandan forces": two armies
        return entity_of(alone, name, (s.starts[adjective], s.ends[adjective]))
    sectors = alone.sectors if alone is not None else cast.filler(s, noun).entity.sectors
    return Entity(
        name, None, country, sectors, None, (s.starts[adjective], s.ends[adjective]), "coordinated adjectives"
    )


def lent_agents(cast: Cast, s: Sentence, nouns: list[int], moved: list[int]) -> list[Entity]:
    """The agent that a fixed noun names ("clashes with PKK militants", "a NATO airstrike"), or the
    forces themselves where nobody moves them ("troops were deployed")."""
    out: list[Entity] = []
    for n in nouns:
        if s.pos[n] not in ("NOUN", "PROPN") and s.deps[n] not in ("pobj", "pcomp"):
            continue  # "killed in police firing": the parser takes the noun for a gerund
        blow = noun_natures().get(s.lemmas[n]) == "instrument"  # "killed from Israeli attacks"
        if s.deps[n] == "pobj" and s.lemmas[s.heads[n]] in ("to", "into", "from", "off") and not blow:
            continue  # "were handed to the Red Cross": who takes them
        if s.deps[n] == "pobj" and any(s.tags[c] == "PRP$" for c in s.kids(n, "poss")):
            continue  # "was relieved of his duties": whose they were
        partners = [
            o for name, p, o in g.prepositional(s, n) if name in ("with", "by", "between") and s.heads[p] == n
        ]
        f = cast.filler(s, n)
        if f.acts and f.entity.country and f.entity.sectors[:1] == ("JUD",) and " " in f.entity.name:
            out.append(f.entity)  # "appeared in the Harare Magistrates Court": the court, no Zimbabwe
            continue
        out += [e for o in partners for e in behind(cast, s, o)] or responsible(cast, s, n)
        out = out or _launchers(cast, s, n)
    return out or [cast.filler(s, t).entity for t in moved if cast.filler(s, t).acts]


_LAUNCHING = frozenset("launch stage stag mount carry conduct unleash perpetrate".split())


def _launchers(cast: Cast, s: Sentence, n: int) -> list[Entity]:
    """ "Rebels staged an attack that killed nine": whoever staged it."""
    top = n
    if s.deps[n] == "pobj" and s.lemmas[s.heads[n]] == "of":  # "a string of attacks"
        top = s.heads[s.heads[n]]
    v = s.heads[top]
    if s.deps[top] != "dobj" or s.lemmas[v] not in _LAUNCHING or g.is_passive(s, v):
        return []
    return [e for t in g.subjects(s, v) for e in behind(cast, s, t)]


_HELD_SOMEWHERE = frozenset("demonstration protest rally march riot vigil sit-in strike gathering".split())


def _where_it_was_held(cast: Cast, s: Sentence, c: int, noun: int) -> bool:
    """ "broke up a Prague demonstration": it was there, and no government's."""
    if s.pos[c] != "PROPN" or s.lemmas[noun] not in _HELD_SOMEWHERE:
        return False
    return "capital" in (cast.filler(s, c).entity.resolved_by or "")


def held_there(cast: Cast, s: Sentence, noun: int) -> bool:
    """True for a protest with the name of its capital before it: "the London protests"."""
    return any(_where_it_was_held(cast, s, c, noun) for c in s.kids(noun, "compound", "nmod"))


_REVOLTS = frozenset("insurgency rebellion revolt uprising insurrection jihad campaign war struggle".split())
_RAISING = frozenset("wage mount lead launch begin start stage".split())


def owners(cast: Cast, s: Sentence, token: int, *, harmed: bool) -> list[Entity]:
    """Whom a fixed object concerns: its owner, or in "an invasion of X" whom it is done to."""
    if harmed and s.lemmas[token] in _REVOLTS and s.lemmas[s.heads[token]] in _RAISING:
        return []  # "waged a separatist insurgency": not against the separatists
    if harmed and s.lemmas[token] in DONE_TO:
        done_to = [o for name, p, o in g.prepositional(s, token) if name == "of" and s.heads[p] == token]
        return [e for o in done_to for e in behind(cast, s, o, recipient=True)]
    whose = s.kids(token, "poss")  # "recalled his country's diplomat in Bogota"
    own = any(s.tags[c] == "PRP$" for o in whose for c in (o, *s.kids(o, "poss")))
    if own and s.lemmas[token] in _ENVOYS | _SIGNATURES:
        return _whose_envoy(cast, s, token)  # "recalled its ambassador, Nathan Meron": not from himself
    if _people(cast, s, token):  # "released 13 Israeli hostages and four Thais"
        return [x for c in g.conjuncts(s, token) for x in behind(cast, s, c, recipient=True)]
    f = cast.filler(s, token)
    if harmed and noun_natures().get(s.lemmas[token]) == "instrument":
        named = [c for c in s.kids(token, "compound") if s.pos[c] == "PROPN"]
        if named and not s.kids(token, "poss") and all(not cast.filler(s, c).entity.actor_id for c in named):
            return []  # "fired Tomahawk missiles": a make of missile is no party
    if own and f.acts and {"PTY", "OPP", "JRN", "NGO", "LAB"} & set(f.entity.sectors[:1]) and harmed:
        return [f.entity]  # "after their party was banned", "closed his newspaper": not they themselves
    owners = responsible(cast, s, token)
    if harmed:
        owners = mere_places.of_people(cast, s, token, owners)
    if s.lemmas[token].lower() in PAPERS and not s.kids(
        token, "poss"
    ):  # "the Settlement Law": a word of its name owns nothing
        owners = [e for e in owners if e.country or e.actor_id or e.sectors]
    if owners and f.acts and f.entity.country and f.entity.sectors[:1] in (("LEG",), ("JUD",)):
        return [f.entity]  # "stormed the parliament of Kenya"
    if owners and f.acts and f.kind == "role" and all(_only_called(e) for e in owners):
        return [f.entity]  # "the Shifa hospital"
    body = bool(_BODIES & set(f.entity.sectors)) or s.lemmas[token] in _SENT_AWAY
    if not owners and harmed and f.acts and f.kind in ("role", "org", "outlet") and body:
        return [f.entity]  # "the closure of four broadcasters", "expelled 13 aid agencies"
    return owners


def _whose_envoy(cast: Cast, s: Sentence, token: int) -> list[Entity]:
    """ "Its ambassador was summoned by the foreign ministry": that of whose ambassador he is."""
    verb = s.heads[token]
    called_in = s.lemmas[verb] == "call" and any(s.lemmas[c] == "in" for c in s.kids(verb, "prt", "prep"))
    if s.lemmas[token] not in _ENVOYS or not (called_in or s.lemmas[verb] in ("summon", "convoke", "haul")):
        return []
    countries = [cast.filler(s, c).entity.country for c in s.kids(token, "poss")]
    return [cast.country_entity(c, None) for c in countries if c and len(c) == 3]


_LAID = frozenset("impose place lay put slap introduce levy announce".split())
_ENVOYS = frozenset("ambassador envoy consul diplomat commissioner attache attaché".split())
_SIGNATURES = frozenset("name signature initial seal".split())
_SENT_AWAY = frozenset(
    "agency charity organisation organization ngo group observer monitor inspector".split()
)
_BODIES = frozenset({"JRN", "SOC", "NGO", "EDU", "REL", "LAB", "PTY", "OPP"})
"""Sectors whose bodies are a party themselves, where nobody owns them."""


def _people(cast: Cast, s: Sentence, token: int) -> bool:
    """True for people who are a party themselves, not forces that somebody moves."""
    f = cast.filler(s, token)
    ruler = f.kind == "office" and s.lemmas[f.head] in _RULERS
    if f.acts and (f.kind == "person" or ruler):
        return True
    if not f.acts or f.kind != "role" or s.pos[f.head] != "NOUN" or f.entity.sectors == ("UNK",):
        return False
    if s.lemmas[f.head] == "figure" and not s.kids(f.head, "compound", "amod", "nmod"):
        return False  # a number, no "opposition figure"
    if s.lemmas[f.head] in _CAPTIVES:
        return True
    role = cast.knowledge.role([s.words[f.head].lower()])
    ending = PEOPLE.search(s.lemmas[f.head])
    person = role.kind == "person" if role is not None else bool(ending)
    return person and not FORCES & set(f.entity.sectors)


_RANKS = frozenset(
    "state Deputy High Vice Acting Chief Assistant Senior First Special Joint Additional".split()
)
"""Words before an office that own nothing: "Indian Deputy High Commissioner"."""


_WHOSE = {"belong": "to", "attribute": "to", "ascribe": "to", "blame": "on", "pin": "on"}
"""Participles that tell whose a thing or a deed is, with the preposition before whoever it is."""


def _by_its_clauses(s: Sentence, token: int) -> list[int]:
    """Whose a thing or a deed is, where a participle or a relative clause behind it says so."""
    by = [o for v in s.kids(token, "acl") if s.lemmas[v] in _PUT_FORWARD for o in g.agents(s, v)]
    by += _drafters(s, token)
    by += [  # "the curbs that Japan placed on chemicals"
        t
        for v in s.kids(token, "relcl", "acl")
        if s.lemmas[v] in _PUT_FORWARD | _LAID
        for t in s.kids(v, "nsubj")
        if s.pos[t] in ("NOUN", "PROPN")
    ]
    for v in s.kids(token, "acl"):  # "assets belonging to Mubarak", "a raid blamed on the rebels"
        by += [o for name, _, o in g.prepositional(s, v) if name == _WHOSE.get(s.lemmas[v])]
        by += g.agents(s, v) if s.lemmas[v] == "claim" else []
    return by


def _under_its_flag(s: Sentence, token: int) -> list[int]:
    """ "A Greek-owned tanker", "a Turkish-led flotilla": the word that tells whose ship it is."""
    joined = (c for c in s.kids(token, "amod", "compound") if s.words[c].lower() in _FLAGGED)
    return [c - 2 for c in joined if c > 1 and s.words[c - 1] == "-" and s.words[c - 2][:1].isupper()]


_FLAGGED = frozenset({"flagged", "owned", "registered", "operated", "led"})


def responsible(cast: Cast, s: Sentence, token: int, depth: int = 0) -> list[Entity]:
    """Whose thing it is: "Israel's strike", "a Russian-made law", "the killing of X by Y" → its agent."""
    if s.pos[token] == "PRON" or depth > 2 or homes.once_ruled(s, token):
        return []
    if s.lemmas[token] in homes.OTHERS and s.kids(token, "poss"):
        return []  # "Indonesia's southern neighbour" is not Indonesia
    by = [o for name, p, o in g.prepositional(s, token) if name == "by" and s.heads[p] == token]
    verb = s.heads[token]
    if not by and s.deps[token] == "dobj" and not g.is_passive(s, verb):  # "broke up a rally by the MDC"
        late = [
            x
            for p in s.kids(verb, "prep")
            if s.lemmas[p] == "by" and p > token
            for o in s.kids(p, "pobj")
            for x in g.conjuncts(s, o)
        ]
        by = [o for o in late if cast.filler(s, o).acts and s.words[o] != "force"]  # "took power by force"
    by += _by_its_clauses(s, token)
    of = [o for n, p, o in g.prepositional(s, token) if n == "of" and s.heads[p] == token]
    seat = s.lemmas[token] in _BRANCHES and any(s.pos[o] == "PROPN" for o in of)
    owners = (
        by
        or [x for c in s.kids(token, "poss") for x in g.conjuncts(s, c) if x < token]
        or (of if seat else [])
        or [
            nation if (nation := g.before_a_land(s, c)) is not None and cast.is_actor(s, nation) else c
            for c in s.kids(token, "amod", "compound", "nmod")
            if cast.is_actor(s, c)
            and not (s.deps[c] == "amod" and many_lands.of_no_single_state(s, c, token))
            and not (s.pos[token] == s.pos[c] == "PROPN" and s.lemmas[token].lower() in _STATUTES)
            and (c < token or s.deps[c] != "compound")  # "Organization of American States": one name
            and s.words[c] not in _RANKS
            and not _where_it_was_held(cast, s, c, token)
            and not (s.lemmas[c] == "bank" and s.lemmas[token] == "account")
            and not _quoted(s, c)
            and not _called_after(cast, s, c)
            and not (s.lemmas[token] in _LAWS and s.pos[c] == "ADJ" and s.words[c].islower())
            and not common_noun(s.words[c])  # "a Russian Sukhoi fighter jet": no firm's
            and not g.is_hit(s, c)
            and not _make(cast, s, c)
        ]
        or [t for t in _under_its_flag(s, token) if cast.is_actor(s, t)]
    )
    if s.lemmas[token] in DONE_TO and not by:
        owners = [t for t in owners if not _befell(cast, s, t)]
    for lead in ("of", "from"):
        if s.lemmas[token] in (DONE_TO if lead == "of" else _CARRIERS):
            continue  # "the killing of aid workers" is theirs who did it; "a flight from Lima" began there
        if not owners:
            owners = [o for name, p, o in g.prepositional(s, token) if name == lead and s.heads[p] == token]
    body = _national_body(cast, s, owners)
    if body is not None:
        return [body]
    out = [] if owners else tellers.of_the_paper(cast, s, token)
    for o in owners:
        named = s.pos[o] == "ADJ" or s.deps[o] == "amod"
        iso = cast.knowledge.nationality(s.words[o]) if named else ()
        f = cast.filler(s, o)
        if iso:  # "the Danish and Norwegian embassies": of both
            joined = [x for x in g.conjuncts(s, o) if x == o or (x < token and s.pos[x] == "ADJ")]
            nations = [(x, cast.knowledge.nationality(s.words[x])) for x in joined]
            if pair := _hyphen_pair(s, o):  # "Indian-Pakistani clashes"
                nations.insert(0, (o - 2, cast.knowledge.nationality(pair[0])))
            out += [cast.country_entity(n[0], (s.starts[x], s.ends[x])) for x, n in nations if n]
        elif f.acts:
            out.extend(behind(cast, s, o))
        elif f.nature == "place" and f.entity.country:
            out.append(f.entity)
        else:
            out.extend(responsible(cast, s, o, depth + 1))
    return out


_NEWS = frozenset("report news fact indication sign evidence suggestion revelation".split())


def told_of(s: Sentence, token: int) -> list[int]:
    """ "concern over reports that Oman had shelled a port": of whom the reports tell."""
    if s.lemmas[token] not in _NEWS:
        return _makers(s, token)
    return [
        x for c in s.kids(token, "acl", "ccomp", "relcl") for x in s.kids(c, "nsubj") if s.tags[x][0] == "N"
    ]


_MAKING = frozenset(
    "pass adopt have maintain keep make take announce sign issue enact introduce impose pursue approve hold "
    "publish unveil apply run use conduct stage build".split()
)


def _makers(s: Sentence, token: int) -> list[int]:
    """ "Peru passed a law that Chile has criticised": Peru is criticised for it."""
    verb = s.heads[token]
    if s.deps[token] != "dobj" or s.lemmas[verb] not in _MAKING or not s.kids(token, "relcl"):
        return []
    return [t for t in g.subjects(s, verb) if s.tags[t][0] == "N"]


def _drafters(s: Sentence, token: int) -> list[int]:
    """ "a Kenyan-drafted resolution", "the US-backed text": of those who put it forward."""
    if s.lemmas[token] not in _TEXTS or "-" not in s.bag:
        return []
    put = [v for v in s.kids(token, "amod", "compound") if s.words[v].lower() in _DRAFTED]
    return [
        v - 2 for v in put if v > 1 and s.words[v - 1] == "-" and s.pos[v - 2] in ("ADJ", "PROPN", "NOUN")
    ]


_TEXTS = frozenset(
    "resolution text draft motion statement proposal amendment measure bid push plan initiative bill".split()
)
_DRAFTED = frozenset(
    "drafted sponsored proposed backed authored tabled led supported penned submitted initiated".split()
)


def _befell(cast: Cast, s: Sentence, t: int) -> bool:
    """ "condemned the editor's arrest", "the lawyers' trial": whoever owns such a deed has suffered it."""
    if s.deps[t] != "poss" or s.pos[t] == "PRON":
        return False
    f = cast.filler(s, t)
    return f.kind in ("person", "office", "role") and not {"MIL", "COP", "REB", "GOV"} & set(f.entity.sectors)


def _national_body(cast: Cast, s: Sentence, owners: list[int]) -> Entity | None:
    """ "Ukrainian navy vessels" are the Ukrainian navy's, not of Ukraine and some navy."""
    if len(owners) != len(("adjective", "body")) or owners[1] != owners[0] + 1 or s.pos[owners[0]] != "ADJ":
        return None
    adjective, body = owners
    country = cast.knowledge.nationality(s.words[adjective])
    if not country or s.pos[body] != "NOUN" or not cast.filler(s, body).acts:
        return None
    words, span = s.slice(adjective, body), (s.starts[adjective], s.ends[body])
    found = cast.knowledge.resolve(words, cast.date)
    if found:
        return entity_of(found[0], words, span)
    return replace(cast.filler(s, body).entity, name=words, country=country[0], span=span)


_AGREED_THERE = frozenset(
    "rule regulation convention accord agreement process protocol declaration treaty summit conference "
    "communique format principle round".split()
)


_STATUTES = frozenset("act acts law amendment bill".split())


def _called_after(cast: Cast, s: Sentence, c: int) -> bool:
    """ "the Dublin rules", "the Geneva convention": of the town where they were made, not of its state.

    "the Torricelli Act" is called after a man, and is nobody's of that name.
    """
    law = s.lemmas[s.heads[c]] in _STATUTES and s.pos[c] == "PROPN" and s.deps[c] in ("compound", "nmod")
    if law and _only_called(cast.filler(s, c).entity):
        return True
    named = (
        s.pos[c] == "PROPN" and s.lemmas[s.heads[c]] in _AGREED_THERE and s.deps[c] in ("compound", "nmod")
    )
    return named and cast.filler(s, c).entity.resolved_by in ("capital", "metonym")


def _make(cast: Cast, s: Sentence, c: int) -> bool:
    """ "Hwasong-12 missiles": of what make they are, and nobody's of that name."""
    thing = s.lemmas[s.heads[c]]
    made = thing != "war" and noun_natures().get(thing) == "instrument"
    return made and s.deps[c] == "compound" and s.pos[c] == "PROPN" and _only_called(cast.filler(s, c).entity)


_CARRIERS = VEHICLES | {"flight"}
_LAWS = frozenset("law legislation bill act agenda policy measure agreement".split())
"""What "separatist" or "rebel" before it tells the aim of, and not whose it is."""


def _quoted(s: Sentence, c: int) -> bool:
    """ "the "foreign agent" law": words that are only called so."""
    first = min(s.subtree(c))
    return first > 0 and s.words[first - 1] in _QUOTES and any(w in _QUOTES for w in s.words[c + 1 : c + 3])


_QUOTES = frozenset({'"', "“", "”", "``", "''", "‘", "’", "'"})


def _only_called(e: Entity) -> bool:
    """True for an unknown name before a thing: "the Chashma barrage" is not Chashma's."""
    return e.resolved_by == "not in the knowledge base" and not e.country
