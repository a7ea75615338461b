"""Those who are of no single country, or of none that a report could tell: "world powers", "aid agencies"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding import grammar as g
from dragoman.coding.mentions import Filler, entity_of
from dragoman.knowledge.words import INTERNATIONAL
from dragoman.language import Sentence
from dragoman.records import Span

if TYPE_CHECKING:
    from dragoman.coding.actors import Cast

_WORLDWIDE = frozenset("world global international multinational foreign external western regional".split())
"""Modifiers of people who are of no single country: "world powers"."""


MADE_AT_HOME = frozenset(
    "minister ministry secretary spokesman spokeswoman spokesperson governor parliament assembly "
    "administration premier president council government authority commissioner prosecutor court police "
    "commander office department affairs".split()
)
"""Who is at home in a country for all that is foreign or regional: "the foreign minister"."""


_REGIONS = frozenset(
    "african asian european arab arabic caribbean scandinavian nordic baltic balkan andean mercosur "
    "sahelian gulf eurasian oceanian maghreb levantine saharan".split()
)
"""Adjectives of parts of the world: "African leaders" are of several countries."""


_PARTS_OF_AMERICA = frozenset("latin central south north".split())


_ACROSS = frozenset("pan inter trans anti pro non all ibero luso afro".split())
"""Prefixes with which an adjective is of no single country, or of the other side."""


_CHARITIES = frozenset("agency charity organisation organization group".split())


_RELIEF = frozenset("aid relief humanitarian charity nongovernmental non-governmental".split())


_CYBER = frozenset("ransomware hacker hacking cyber cybercrime extortion".split())
"""What makes a gang one that may sit anywhere."""


_COMPUTERS = re.compile(r"\b(?:ransomware|hack(?:ers?|ed|ing)|cyber[- ]?attacks?|malware)\b", re.IGNORECASE)


_FOREIGN = frozenset("embassy consulate peacekeeper helmet coalition ambassador diplomat envoy".split())
"""Never of the country where they are found."""


_FROM_ANYWHERE = frozenset(
    "hacker hostage captive foreigner expatriate tourist holidaymaker evacuee mercenary migrant seeker "
    "stowaway".split()
)
"""People who are as likely as not from another country than the one that they are in."""


def of_no_single_state(s: Sentence, c: int, h: int) -> bool:
    """ "the Latin American summit", "the Pan-American Highway": an adjective that is no state's there."""
    return of_a_region(s, c) or of_a_longer_word(s, c, h)


def begins_a_region(s: Sentence, c: int) -> bool:
    """The "Ibero" of "the Ibero-American summit", which is no party's name."""
    return s.words[c].lower() in _ACROSS and s.words[c + 1 : c + 2] == ["-"]


def of_a_longer_word(s: Sentence, c: int, h: int) -> bool:
    """ "the Pan-American Highway", "an Iranian-American group", "the Indian Ocean tsunami": not whose."""
    across = c > 1 and s.words[c - 1] == "-" and s.words[c - 2].lower() in _ACROSS
    second = _in_america(s, c) and s.words[c] not in AMERICANS  # which is American
    return across or second or (c + 1 < h and s.words[c + 1] in _WATERS)


_WATERS = frozenset({"Ocean", "Sea", "Gulf"})


AMERICANS = frozenset({"American", "Americans"})


def _in_america(s: Sentence, c: int) -> bool:
    """True for the "Iranian" of "Iranian-American"."""
    return c + 2 < len(s) and s.words[c + 1] == "-" and s.words[c + 2] in AMERICANS


def of_a_region(s: Sentence, c: int) -> bool:
    """ "African", "Latin American", "the Korean peninsula": of no single country."""
    word = s.words[c].lower()
    if word == "korean" and s.words[c + 1 : c + 2] in (["Peninsula"], ["peninsula"], ["War"]):
        return True
    if word == "american":
        return c > 0 and s.words[c - 1].lower() in _PARTS_OF_AMERICA
    if word == "african" and c > 0 and s.words[c - 1] == "South":
        return False
    return word in _REGIONS


def from_many(s: Sentence, h: int) -> bool:
    """ "ministers from 78 countries", "envoys of more than twenty states"."""
    if "lead" in s.bag:
        return False  # "envoys of 14 nations, led by the US ambassador"
    of = [o for c in (h, *s.kids(h, "conj")) for p in s.kids(c, "prep") for o in s.kids(p, "pobj")]
    return any(
        s.tags[o] == "NNS" and s.lemmas[o] in ("country", "nation", "state") and s.kids(o, "nummod")
        for o in of
    )


_PARTS = frozenset("east eastern west western north northern south southern southeast latin".split())


_HOLDERS = frozenset(
    "leader president minister state country nation government diplomat official envoy".split()
)


_RULERS = frozenset("leader president minister ruler premier monarch king head".split())


def acting_together(s: Sentence, h: int) -> str | None:
    """IGO for rulers of a region, who act as an organisation of its states does: "Gulf rulers"."""
    return "IGO" if s.lemmas[h].lower() in _RULERS else None


_LANDS_TOGETHER = frozenset(
    "caucasus|south caucasus|southern caucasus|balkans|western balkans|horn of africa|middle east|gulf|"
    "persian gulf|baltics|sahel|maghreb|levant|caribbean|central asia|great lakes|scandinavia|indochina|"
    "andes|himalayas|mediterranean|eastern mediterranean|central africa|west africa|east africa|"
    "southern africa|north africa|central america|latin america|south america|southeast asia|"
    "eastern europe|central europe|western europe".split("|")
)
"""Parts of the world that are of no one country: "a visit to the Caucasus"."""


def of_a_part_of_the_world(s: Sentence, f: Filler) -> Filler:
    """ "East African leaders", "Central American presidents", "Gulf states": of several countries."""
    h = f.head
    if f.kind == "place" and f.entity.name.lower().removeprefix("the ") in _LANDS_TOGETHER:
        return replace(f, entity=replace(f.entity, country=None, resolved_by="place of several countries"))
    if not f.entity.country or s.lemmas[h].lower() not in _HOLDERS or s.tags[h] not in ("NNS", "NNPS"):
        return f
    for c in s.kids(h, "amod", "compound", "nmod"):
        before = s.words[c - 1].lower() if c else ""
        part = s.words[c] in ("African", "Asian") and before in _PARTS - {"south"}
        part = part or (s.words[c] == "Asian" and before == "south") or s.words[c] == "Gulf"
        if part or (s.words[c] == "American" and before in _PARTS_OF_AMERICA):
            sectors = f.entity.sectors or ("GOV",)
            several = replace(
                f.entity,
                country=acting_together(s, h),
                actor_id=None,
                sectors=sectors,
                resolved_by="of several countries",
            )
            return replace(f, entity=several, nature="actor", kind="role")
    return f


_POLITICAL = frozenset(
    "political opposition ruling governing leftist left-wing right-wing rightist islamist nationalist "
    "socialist communist liberal conservative green secular religious minor smaller small main major "
    "mainstream rival coalition fringe populist far-right far-left pro-democracy".split()
)


def of_politics(s: Sentence, h: int) -> bool:
    """ "leftist parties", "talks with all parties": those of the country that the report is about."""
    if s.lemmas[h] != "party":
        return False
    everybody = any(s.lemmas[c] == "all" for c in s.kids(h, "det", "amod", "predet"))
    if everybody and s.tags[h] == "NNS" and not s.kids(h, "prep", "acl", "relcl"):
        return True  # and not "all parties to the conflict"
    return any(s.words[c].lower() in _POLITICAL for c in s.kids(h, "amod", "compound", "nmod"))


_OF_UNIONS = frozenset(
    "regional trade trading economic military security defence defense continental sub-regional".split()
)
"""What a bloc or an alliance of states is for."""


_MADE_OF = frozenset({"nation", "member", "state", "country"})


def of_states(s: Sentence, h: int) -> bool:
    """ "the 15-nation bloc", "the 10-member group": states may have made it."""
    return any(
        s.lemmas[c].rpartition("-")[2] in _MADE_OF and s.kids(c, "nummod")
        for c in s.kids(h, "compound", "nmod")
    )


_COUNCIL = frozenset({"council", "body", "panel"})


def the_fifteen(cast: Cast, s: Sentence, h: int, span: Span) -> Filler | None:
    """ "The 15-member council urged Kabul", "the 15-nation body": the UN Security Council."""
    if s.lemmas[h] not in _COUNCIL or not of_states(s, h) or not cast.countries["UNO"]:
        return None
    counted = {s.words[n].lower() for c in s.kids(h, "compound", "nmod") for n in s.kids(c, "nummod")}
    if not counted & {"15", "fifteen"}:
        return None
    found = cast.knowledge.lookup("UN Security Council", cast.date)[:1]
    if not found:
        return None
    council = entity_of(found[0], "UN Security Council", span)
    return Filler(replace(council, resolved_by="description: its members"), "actor", "org", h)


def _of_one_land(cast: Cast) -> bool:
    """True for a report that names one state only, and not once: its hostages are of that state."""
    states = {c: n for c, n in cast.countries.items() if n and len(c) == 3 and c not in INTERNATIONAL}
    return len(states) == 1 and max(states.values()) > 1


def of_no_country(cast: Cast, s: Sentence, h: int) -> tuple[str | None, str] | None:
    """A code or none, and why, for those who belong to no country that a report could tell."""
    if s.lemmas[h] in ("peacekeeper", "helmet") and cast.countries["UNO"]:
        return "UNO", "of the United Nations"
    about = [s.lemmas[c] for c in s.kids(h, "compound", "amod")]
    ours = any(s.words[c].lower() == "our" for c in s.kids(h, "poss"))
    if ours and s.lemmas[h] in _CHARITIES:  # "our organisation said": whoever writes the release
        return "NGO", "the body that writes"
    if s.tags[h] == "NNS" and s.lemmas[h] in _CHARITIES and not _RELIEF.isdisjoint(about):
        return "NGO", "of no country"
    if s.tags[h] == "NNS" and s.lemmas[h] in _CHARITIES | {"watchdog"} and "international" in about:
        return "NGO", "of no country"
    if s.lemmas[h] == "gang" and len(_COMPUTERS.findall(cast.text)) > 1:
        return None, "perhaps of another country"
    if s.lemmas[h] in ("bloc", "alliance") and (of_states(s, h) or not _OF_UNIONS.isdisjoint(about)):
        return "IGO", "of several countries"
    if s.lemmas[h] == "bloc" and not about:
        return None, "perhaps of several countries"
    held = s.lemmas[h] in ("hostage", "captive")
    anywhere = s.lemmas[h] in _FROM_ANYWHERE and not (held and _of_one_land(cast))
    if anywhere or (s.lemmas[h] in ("gang", "group") and not _CYBER.isdisjoint(about)):
        return None, "perhaps of several countries"
    if s.lemmas[h] == "ambassador" and cast.home and not s.kids(h, "amod", "compound", "poss"):
        to = [cast.filler(s, o).entity.country for n, _, o in g.prepositional(s, h) if n == "to"]
        if to and to[0] and to[0] != cast.home:
            return cast.home, "of the report's country"
    if _of_many(s, h) or s.lemmas[h] in _FOREIGN or s.lemmas[h] == "power":
        return None, "of several countries"
    if s.lemmas[h] in MADE_AT_HOME and not (s.tags[h] in ("NNS", "NNPS") and "foreign" in about):
        about = [w for w in about if w not in ("foreign", "regional")]
    return None if _WORLDWIDE.isdisjoint(about) else (None, "of several countries")


def _of_many(s: Sentence, h: int) -> bool:
    """ "envoys from 14 Western nations", "leaders of several countries"."""
    return any(
        s.lemmas[o] in ("nation", "country", "state", "government", "capital") and s.tags[o] == "NNS"
        for p in s.kids(h, "prep")
        if s.lemmas[p] in ("from", "of", "for")
        for o in s.kids(p, "pobj")
    )
