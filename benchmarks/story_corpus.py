"""A made-up corpus with a known story: which reports are copies, which mentions tell of one event.

Nothing in it happened.  The parties are states and roles ("the Kenyan foreign minister"),
the places are real, and everything else is drawn by chance from a seed.  It is made hard on
purpose: most events have a sibling that differs in one thing only (the next day, another
town, another pair of parties), tellings leave out or blur who, where and when, sources
differ over numbers and over whether it happened, and reports of one agency share their
background paragraph without being copies.
"""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from dragoman import ontology
from dragoman.records import (
    Document,
    Entity,
    EventDate,
    EventMention,
    EventPlace,
    Evidence,
    Magnitude,
    Record,
    stable_id,
)

# country, adjective, then (town, region, latitude, longitude, GeoNames id)
COUNTRIES: dict[str, tuple[str, str, tuple[tuple[str, str, float, float, int], ...]]] = {
    "KEN": ("Kenya", "Kenyan", (("Nairobi", "Nairobi", -1.283, 36.817, 184745), ("Mombasa", "Mombasa", -4.055, 39.664, 186301), ("Garissa", "Garissa", -0.453, 39.646, 197745))),
    "UGA": ("Uganda", "Ugandan", (("Kampala", "Central", 0.316, 32.582, 232422), ("Gulu", "Northern", 2.775, 32.299, 233114))),
    "ETH": ("Ethiopia", "Ethiopian", (("Addis Ababa", "Addis Ababa", 9.025, 38.747, 344979), ("Mekelle", "Tigray", 13.497, 39.477, 331259), ("Jijiga", "Somali", 9.350, 42.796, 335035))),
    "SDN": ("Sudan", "Sudanese", (("Khartoum", "Khartoum", 15.552, 32.532, 379252), ("Nyala", "South Darfur", 12.049, 24.881, 367927), ("El Fasher", "North Darfur", 13.628, 25.349, 373303))),
    "EGY": ("Egypt", "Egyptian", (("Cairo", "Cairo", 30.063, 31.249, 360630), ("Alexandria", "Alexandria", 31.202, 29.916, 361058), ("Arish", "North Sinai", 31.132, 33.803, 362004))),
    "SYR": ("Syria", "Syrian", (("Damascus", "Damascus", 33.510, 36.291, 170654), ("Aleppo", "Aleppo", 36.201, 37.161, 170063), ("Idlib", "Idlib", 35.931, 36.634, 169389))),
    "IRN": ("Iran", "Iranian", (("Tehran", "Tehran", 35.694, 51.421, 112931), ("Mashhad", "Razavi Khorasan", 36.298, 59.606, 124665), ("Zahedan", "Sistan and Baluchestan", 29.496, 60.863, 1159301))),
    "IRQ": ("Iraq", "Iraqi", (("Baghdad", "Baghdad", 33.341, 44.401, 98182), ("Mosul", "Nineveh", 36.335, 43.119, 99072), ("Kirkuk", "Kirkuk", 35.468, 44.392, 94787))),
    "TUR": ("Turkey", "Turkish", (("Ankara", "Ankara", 39.920, 32.854, 323786), ("Istanbul", "Istanbul", 41.014, 28.950, 745044), ("Diyarbakir", "Diyarbakir", 37.914, 40.217, 316541))),
    "RUS": ("Russia", "Russian", (("Moscow", "Moscow", 55.752, 37.616, 524901), ("Sochi", "Krasnodar", 43.600, 39.730, 491422), ("Grozny", "Chechnya", 43.312, 45.688, 558418))),
    "UKR": ("Ukraine", "Ukrainian", (("Kyiv", "Kyiv", 50.455, 30.524, 703448), ("Kharkiv", "Kharkiv", 49.981, 36.253, 706483), ("Odesa", "Odesa", 46.486, 30.744, 698740))),
    "POL": ("Poland", "Polish", (("Warsaw", "Mazovia", 52.230, 21.012, 756135), ("Gdansk", "Pomerania", 54.352, 18.646, 3099434))),
    "FRA": ("France", "French", (("Paris", "Île-de-France", 48.853, 2.349, 2988507), ("Marseille", "Provence", 43.297, 5.381, 2995469))),
    "DEU": ("Germany", "German", (("Berlin", "Berlin", 52.524, 13.411, 2950159), ("Munich", "Bavaria", 48.137, 11.575, 2867714))),
    "IND": ("India", "Indian", (("New Delhi", "Delhi", 28.636, 77.224, 1261481), ("Srinagar", "Jammu and Kashmir", 34.086, 74.806, 1255634), ("Imphal", "Manipur", 24.808, 93.944, 1269771))),
    "PAK": ("Pakistan", "Pakistani", (("Islamabad", "Islamabad", 33.721, 73.043, 1176615), ("Peshawar", "Khyber Pakhtunkhwa", 34.008, 71.578, 1168197), ("Quetta", "Balochistan", 30.184, 67.001, 1167528))),
    "AFG": ("Afghanistan", "Afghan", (("Kabul", "Kabul", 34.528, 69.172, 1138958), ("Kandahar", "Kandahar", 31.613, 65.710, 1138336), ("Kunduz", "Kunduz", 36.728, 68.857, 1135690))),
    "CHN": ("China", "Chinese", (("Beijing", "Beijing", 39.908, 116.397, 1816670), ("Shanghai", "Shanghai", 31.222, 121.458, 1796236))),
    "JPN": ("Japan", "Japanese", (("Tokyo", "Tokyo", 35.690, 139.692, 1850147), ("Osaka", "Osaka", 34.694, 135.502, 1853909))),
    "NGA": ("Nigeria", "Nigerian", (("Abuja", "FCT", 9.058, 7.496, 2352778), ("Maiduguri", "Borno", 11.847, 13.157, 2331447), ("Kaduna", "Kaduna", 10.526, 7.438, 2335727))),
    "MLI": ("Mali", "Malian", (("Bamako", "Bamako", 12.650, -8.000, 2460596), ("Gao", "Gao", 16.272, -0.044, 2457161), ("Mopti", "Mopti", 14.493, -4.194, 2453348))),
    "COL": ("Colombia", "Colombian", (("Bogota", "Bogota", 4.609, -74.082, 3688689), ("Cali", "Valle del Cauca", 3.437, -76.522, 3687925), ("Cucuta", "Norte de Santander", 7.894, -72.508, 3685533))),
    "VEN": ("Venezuela", "Venezuelan", (("Caracas", "Capital District", 10.488, -66.879, 3646738), ("Maracaibo", "Zulia", 10.632, -71.641, 3633009))),
    "PHL": ("Philippines", "Philippine", (("Manila", "Metro Manila", 14.604, 120.982, 1701668), ("Davao", "Davao", 7.073, 125.613, 1715348))),
}  # fmt: skip
OUTLETS = [f"{a} {b}" for a in ("Morning", "Evening", "Daily", "National", "Coast", "Highland", "River", "Harbour") for b in ("Post", "Herald", "Courier", "Gazette", "Observer")]  # fmt: skip
AGENCIES = ("state news agency", "a local news agency", "a foreign news agency")
STATE = ("MIL", "COP", "GOV")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# type, mode, weight, symmetric, violent, phrases: {a} actor, {r} recipient, {p} " in Town", {d} " on Sunday", {n} number
KINDS: tuple[tuple[str, str | None, int, bool, bool, tuple[str, ...]], ...] = (
    ("CONSULT", None, 16, True, False, ("{a} held talks with {r}{p}{d}.", "{a} met {r}{p}{d}.", "{a} and {r} held a meeting{p}{d}.", "Talks between {a} and {r} took place{p}{d}.")),
    ("AGREE", None, 8, True, False, ("{a} and {r} agreed a {m} deal{p}{d}.", "{a} reached a {m} agreement with {r}{p}{d}.", "{a} and {r} announced a {m} pact{p}{d}.")),
    ("SUPPORT", None, 7, True, False, ("{a} and {r} signed a {m} agreement{p}{d}.", "{a} signed a {m} pact with {r}{p}{d}.", "A {m} treaty was signed by {a} and {r}{p}{d}.")),
    ("AID", None, 6, False, False, ("{a} delivered aid to {r}{d}.", "{a} sent {n} tonnes of food to {r}{d}.")),
    ("ACCUSE", "disapprove", 10, False, False, ("{a} condemned {r}{d}.", "{a} criticised {r} over {m} policy{d}.")),
    ("THREATEN", "restrict", 4, False, False, ("{a} threatened {r} with sanctions{d}.", "{a} threatened to impose sanctions on {r}{d}.")),
    ("SANCTION", "discontinue", 5, False, False, ("{a} imposed sanctions on {r}{d}.", "{a} halted trade with {r}{d}.")),
    ("MOBILIZE", "troops", 4, False, False, ("{a} deployed {n} troops{p}{d}.", "{a} sent troops to the border{p}{d}.")),
    ("PROTEST", "demo", 9, False, True, ("Thousands of protesters marched{p} against {r}{d}.", "Demonstrators rallied against {r}{p}{d}.")),
    ("COERCE", "arrest", 8, False, True, ("{a} arrested {n} {v}{p}{d}.", "{a} detained {n} {v}{p}{d}.")),
    ("ASSAULT", "firearms", 11, False, True, ("{a} shot dead {n} {v}{p}{d}.", "{a} killed {n} {v} in a gun attack{p}{d}.", "{a} opened fire on {v}{p}{d}, killing {n}.")),
    ("ASSAULT", "explosives", 7, False, True, ("{a} killed {n} {v} with a bomb{p}{d}.", "{a} bombed a convoy of {v}{p}{d}, killing {n}.")),
    ("ASSAULT", "aerial", 5, False, True, ("{a} carried out an air strike{p}{d} that killed {n} {v}.", "{a} jets bombed {v}{p}{d}, killing {n}.")),
)  # fmt: skip
# what may become of an agreement: step, days after the signing, chance, type, mode, phrases
COURSE: tuple[tuple[str, tuple[int, int], float, str, str | None, tuple[str, ...]], ...] = (
    ("announced", (-60, -10), 0.5, "AGREE", None, ("{a} and {r} agreed a {m} deal{p}{d}.", "{a} and {r} announced a {m} agreement{p}{d}.")),
    ("ratified", (30, 200), 0.4, "SUPPORT", None, ("{a} ratified the {m} agreement with {r}{d}.", "{a} ratified its {m} treaty with {r}{d}.")),
    ("in force", (210, 400), 0.25, "COOPERATE", None, ("The {m} agreement between {a} and {r} entered into force{d}.",)),
    ("withdrawn", (420, 600), 0.2, "SANCTION", "withdraw", ("{a} withdrew from the {m} agreement with {r}{d}.", "{a} pulled out of its {m} pact with {r}{d}.")),
)  # fmt: skip
_VERBS_OF_STEPS = re.compile(r"agreed|reached|announced|signed|ratified|entered|withdrew|pulled")
MATTERS = (
    "trade",
    "defence",
    "energy",
    "fisheries",
    "water",
    "border",
    "aviation",
    "security",
    "railway",
    "gas",
)
ARMED = (("rebels", ("REB",)), ("gunmen", ("UAF",)), ("militants", ("REB",)), ("army", ("MIL",)))
VICTIMS = (("civilians", ("CVL",)), ("soldiers", ("MIL",)), ("police officers", ("COP",)))
HELD = (("activists", ("CVL",)), ("journalists", ("JRN",)), ("opposition supporters", ("OPP",)))
_FIRST = dt.date(2019, 1, 1).toordinal()
DAYS = range(_FIRST, _FIRST + 730)
"""Two years from the first of January 2019, as ordinals."""
_NOUNS = "report ministry road market harvest bridge airport parliament budget village convoy school hospital river border crowd station council price winter election festival witness camera shop office square helicopter letter".split()  # fmt: skip
_VERBS = "described recalled noted showed visited repaired crossed opened closed rebuilt counted measured photographed watched heard mentioned listed surrounded painted reviewed".split()  # fmt: skip
_ADJECTIVES = "quiet crowded northern wooden narrow old recent heavy local empty official distant muddy cheap busy small foreign public early dry".split()  # fmt: skip


@dataclass(frozen=True, slots=True)
class Happening:
    """One event as it truly was."""

    id: str
    type: str
    mode: str | None
    symmetric: bool
    violent: bool
    phrases: tuple[str, ...]
    day: dt.date
    country: str
    town: tuple[str, str, float, float, int]
    actor: Entity
    recipient: Entity | None
    matter: str
    number: int
    disputed: bool = False
    agreement: str | None = None
    """The agreement that it is a step of."""
    step: str | None = None


@dataclass(slots=True)
class Corpus:
    """Records with the truth about them."""

    records: list[Record] = field(default_factory=list)
    events: dict[tuple[str, int], str] = field(default_factory=dict)
    """Mention (document id, position) → the true event."""
    groups: dict[str, str] = field(default_factory=dict)
    """Document id → the true group of copies."""
    agreements: dict[tuple[str, int], str] = field(default_factory=dict)
    """Mention of a step → the true agreement."""
    happenings: dict[str, Happening] = field(default_factory=dict)


def corpus(reports: int, seed: int = 1, most: int = 150, days: range = DAYS) -> Corpus:
    """A corpus of about ``reports`` reports (copies included), the same for the same seed.

    No happening is told in more than ``most`` reports, their copies left out.  They happen on
    ``days`` (ordinals); what becomes of an agreement may come later.
    """
    rng = random.Random(seed)
    out = Corpus()
    pool: list[Happening] = []
    numbers = iter(range(10**9))
    while len(out.records) < reports:
        made = _family(rng, numbers, days)
        pool += made
        for h in made:
            out.happenings[h.id] = h
            for _ in range(_tellings(rng, most)):
                _report(rng, out, h, pool, numbers)
    rng.shuffle(out.records)
    return out


def _tellings(rng: random.Random, most: int) -> int:
    """Most happenings are told a few times, some by everybody."""
    return min(most, int(rng.paretovariate(1.1)))


def _family(rng: random.Random, numbers: Iterator[int], days: range) -> list[Happening]:
    """A happening and, often, siblings that differ from it in one thing."""
    first = _happening(rng, f"e{next(numbers)}", days)
    out = _course(rng, first, numbers) if first.type in ("AGREE", "SUPPORT") else [first]
    first = out[0]
    if rng.random() < 0.6:
        key = f"e{next(numbers)}"
        turn = rng.randrange(4)
        if turn == 0:
            later = replace(first, id=key, day=first.day + dt.timedelta(rng.choice((1, 2, 3, 7))))
            out.append(_another(rng, later, numbers))
        elif turn == 1 and first.violent:
            towns = [t for t in COUNTRIES[first.country][2] if t != first.town]
            out.append(replace(first, id=key, town=rng.choice(towns), number=first.number + 2))
        elif turn == 2 and first.recipient is not None and not first.violent:
            other = rng.choice(
                [c for c in COUNTRIES if c not in (first.actor.country, first.recipient.country)]
            )
            out.append(_another(rng, replace(first, id=key, recipient=_state(rng, other)), numbers))
        else:
            other = replace(_happening(rng, key, days), day=first.day, country=first.country, town=first.town)
            out.append(_another(rng, other, numbers))
    return out


def _another(rng: random.Random, h: Happening, numbers: Iterator[int]) -> Happening:
    """A sibling that is an agreement is another one, on another matter."""
    if h.type not in ("AGREE", "SUPPORT"):
        return h
    matter = rng.choice([m for m in MATTERS if m != h.matter])
    step = "signed" if h.type == "SUPPORT" else "announced"
    return replace(h, matter=matter, agreement=f"a{next(numbers)}", step=step)


def _course(rng: random.Random, signing: Happening, numbers: Iterator[int]) -> list[Happening]:
    """An agreement, with what led to it and what became of it where it was signed."""
    agreement = f"a{next(numbers)}"
    if signing.type == "AGREE":
        return [replace(signing, agreement=agreement, step="announced")]
    out = [replace(signing, agreement=agreement, step="signed")]
    for step, (least, most), chance, name, mode, phrases in COURSE:
        if rng.random() < chance:
            day = signing.day + dt.timedelta(rng.randint(least, most))
            out.append(
                replace(out[0], id=f"e{next(numbers)}", type=name, mode=mode, phrases=phrases, day=day, step=step,
                        symmetric=name not in ("SANCTION",), disputed=False)
            )  # fmt: skip
    return out


def _happening(rng: random.Random, key: str, days: range) -> Happening:
    kind = rng.choices(KINDS, [k[2] for k in KINDS])[0]
    name, mode, _, symmetric, violent, phrases = kind
    home, abroad = rng.sample(sorted(COUNTRIES), 2)
    actor: Entity = _state(rng, home)
    recipient: Entity | None = _state(rng, abroad)
    where = rng.choice((home, abroad)) if symmetric else home
    if name == "ASSAULT":
        who, sectors = ("army", ("MIL",)) if mode == "aerial" else rng.choice(ARMED)
        actor = _role(home, who, sectors)
        victims = [v for v in VICTIMS if not (who == "army" and v[0] != "civilians")]
        recipient = _role(home, *rng.choice(victims))
    elif name == "COERCE":
        actor, recipient = _role(home, "police", ("COP",)), _role(home, *rng.choice(HELD))
    elif name == "PROTEST":
        actor, recipient = _role(home, "protesters", ("CVL",)), _state(rng, home)
    elif name == "MOBILIZE":
        recipient = None
    day = dt.date.fromordinal(days[rng.randrange(len(days))])
    number = max(1, int(rng.lognormvariate(2, 0.9)))
    town = rng.choice(COUNTRIES[where][2])
    return Happening(
        key, name, mode, symmetric, violent, phrases, day, where, town, actor, recipient,
        rng.choice(MATTERS), number, disputed=rng.random() < 0.1,
    )  # fmt: skip


def _state(rng: random.Random, country: str) -> Entity:
    """A state, or one of its offices."""
    name, adjective, _ = COUNTRIES[country]
    office = rng.choice((None, None, "foreign minister", "president", "defence minister"))
    if office is None:
        return Entity(name, f"country:{country}", country, ("GOV",), resolved_by="name")
    return Entity(f"the {adjective} {office}", None, country, ("GOV",), office, resolved_by="role")


def _role(country: str, who: str, sectors: tuple[str, ...]) -> Entity:
    return Entity(f"{COUNTRIES[country][1]} {who}", None, country, sectors, resolved_by="role")


# --- one report ---------------------------------------------------------------------------------


def _report(
    rng: random.Random, out: Corpus, main: Happening, pool: list[Happening], numbers: Iterator[int]
) -> None:
    """A report on ``main``, at times on others too, and its copies."""
    lag = rng.choices((0, 1, 2), (60, 34, 6))[0]
    published = main.day + dt.timedelta(lag)
    told = [main, main] if rng.random() < 0.35 else [main]
    if rng.random() < 0.4:
        near = [h for h in pool[-40:] if 0 <= (published - h.day).days <= 2 and h.id != main.id]
        told += rng.sample(near, min(1, len(near)))
    lines: list[str] = []
    mentions: list[tuple[EventMention, Happening]] = []
    for h in told:
        sentence, mention = _tell(rng, h, published)
        mentions.append((mention, h))
        lines += [sentence, *_filler(rng, rng.randrange(2, 6))]
    lines += _background(main)
    group = f"g{next(numbers)}"
    _add(rng, out, group, published, lines, mentions)
    if rng.random() < 0.25:
        for _ in range(min(12, int(rng.paretovariate(1.2)))):
            _add(rng, out, group, *_copied(rng, published, lines, mentions))


def _copied(
    rng: random.Random, published: dt.date, lines: list[str], mentions: list[tuple[EventMention, Happening]]
) -> tuple[dt.date, list[str], list[tuple[EventMention, Happening]]]:
    """The same text elsewhere: as it was, cut, updated or lightly edited, at times a day later."""
    published += dt.timedelta(rng.choices((0, 1), (80, 20))[0])
    how = rng.randrange(4)
    if how == 1:
        keep = max(2, int(len(lines) * rng.uniform(0.6, 0.9)))
        lines = lines[:keep]
    elif how == 2:
        lines = [lines[0], *_filler(rng, 1), *lines[1:], *_filler(rng, 1)]
    elif how == 3:
        lines = [
            " ".join(rng.choice(_NOUNS) if w.islower() and rng.random() < 0.03 else w for w in line.split())
            if not any(line == m.evidence.text for m, _ in mentions)
            else line
            for line in lines
        ]
    kept = [(m, h) for m, h in mentions if m.evidence.text in lines]
    return published, lines, kept


def _add(
    rng: random.Random,
    out: Corpus,
    group: str,
    published: dt.date,
    lines: list[str],
    mentions: list[tuple[EventMention, Happening]],
) -> None:
    outlet = rng.choice(OUTLETS)
    head = f"{outlet} staff" if rng.random() < 0.3 else ""
    text = "\n".join([*([head] if head else []), *lines])
    key = stable_id(text, outlet, published, len(out.records))
    document = Document(key, text, title=None, published=published, outlet=outlet, language="en")
    placed = []
    for n, (m, h) in enumerate(mentions):
        start = text.index(m.evidence.text)
        trigger = m.evidence.trigger
        evidence = replace(
            m.evidence,
            start=start,
            end=start + len(m.evidence.text),
            trigger=(start + trigger[0], start + trigger[1]),
        )
        date = EventDate(published, published, None, "published") if m.date.basis == "published" else m.date
        placed.append(replace(m, id=stable_id(key, n), evidence=evidence, date=date))
        out.events[key, n] = h.id
        if h.agreement:
            out.agreements[key, n] = h.agreement
    out.groups[key] = group
    out.records.append(Record(document, tuple(placed)))


def _tell(rng: random.Random, h: Happening, published: dt.date) -> tuple[str, EventMention]:
    """One sentence on a happening, and what a coder would make of it on a fair day."""
    place = _place(rng, h)
    date, when = _date(rng, h, published)
    actor, recipient = _party(rng, h.actor), _party(rng, h.recipient) if h.recipient else None
    dropped = rng.random()
    number = max(1, round(h.number * rng.uniform(0.75, 1.35)))
    phrase = rng.choice(h.phrases)
    sentence = phrase.format(
        a=actor.name if dropped > 0.06 else "officials",
        r=recipient.name if recipient else "others",
        v=(recipient.name if recipient else "people"),
        p=f" in {place.name}" if place else "",
        d=when,
        n=number,
        m=h.matter,
    )
    sentence = sentence[0].upper() + sentence[1:]
    sentence, status, sources = _claim(rng, h, sentence)
    mode = h.mode if rng.random() < 0.8 else None
    kind = ontology.types()[h.type]
    cameo = ontology.default_cameo(h.type)
    actors: tuple[Entity, ...] = (actor,) if dropped > 0.06 else ()
    recipients: tuple[Entity, ...] = (recipient,) if recipient and dropped < 0.93 else ()
    if h.symmetric:
        actors, recipients = actors + recipients, ()
    dead = number if h.type == "ASSAULT" and rng.random() < 0.8 else None
    mention = EventMention(
        "", h.type, mode, (), cameo, kind.quad_code, kind.quad, kind.plover_score, ontology.goldstein(cameo),
        actors, recipients, status, sources, date, place, Magnitude(killed=dead),  # type: ignore[arg-type]
        Evidence("text", sentence, 0, len(sentence), _trigger(sentence)), round(rng.uniform(0.5, 1.0), 2),
    )  # fmt: skip
    return sentence, mention


def _trigger(sentence: str) -> tuple[int, int]:
    """Where the verb stands that a step of an agreement is told by."""
    found = _VERBS_OF_STEPS.search(sentence)
    return found.span() if found else (0, 5)


def _claim(rng: random.Random, h: Happening, sentence: str) -> tuple[str, str, tuple[Entity, ...]]:
    """Who says so, and whether they deny it."""
    if h.disputed and rng.random() < 0.25:
        country = h.actor.country or h.country
        source = Entity(f"the {COUNTRIES[country][1]} government", None, country, ("GOV",), kind="speaker")
        return f"{source.name[0].upper()}{source.name[1:]} denied that {sentence}", "denied", (source,)
    if rng.random() < 0.4:
        agency = rng.choice(AGENCIES)
        return f"{sentence[:-1]}, {agency} reported.", "asserted", (Entity(agency, kind="agency"),)
    return sentence, "asserted", ()


def _party(rng: random.Random, e: Entity) -> Entity:
    """A party as one report calls it: exactly, by its state, or as something vaguer."""
    country = e.country or ""
    name, adjective, _ = COUNTRIES[country]
    chance = rng.random()
    if "GOV" in e.sectors:
        if chance < 0.25:
            return Entity(name, f"country:{country}", country, ("GOV",), resolved_by="name")
        if chance < 0.35:
            return Entity(f"the {adjective} government", None, country, ("GOV",), resolved_by="role")
        return e
    bare = e.name.removeprefix(adjective).strip()
    if chance < 0.3:
        return Entity(bare, None, country if chance < 0.2 else None, e.sectors, resolved_by="role")
    if chance < 0.36 and "REB" in e.sectors:
        return Entity("gunmen", None, country, ("UAF",), resolved_by="role")
    return e


def _place(rng: random.Random, h: Happening) -> EventPlace | None:
    town, region, latitude, longitude, number = h.town
    chance = rng.random()
    if chance < (0.72 if h.violent else 0.5):
        return EventPlace(town, h.country, region, latitude, longitude, number, precision="city")
    if chance < 0.8:
        return EventPlace(region, h.country, region, latitude, longitude, number + 10**7, precision="region")
    if chance < 0.9:
        return EventPlace(COUNTRIES[h.country][0], h.country, precision="country")
    return None


def _date(rng: random.Random, h: Happening, published: dt.date) -> tuple[EventDate, str]:
    chance = rng.random()
    if chance < 0.55:
        return EventDate(h.day, h.day, "on", "text"), f" on {WEEKDAYS[h.day.weekday()]}"
    if chance < 0.58:
        wrong = h.day + dt.timedelta(rng.choice((-1, 1)))
        return EventDate(wrong, wrong, "on", "text"), f" on {WEEKDAYS[wrong.weekday()]}"
    if chance < 0.62:
        return EventDate(published - dt.timedelta(6), published, "this week", "text"), " this week"
    return EventDate(published, published, None, "published"), ""


def _filler(rng: random.Random, sentences: int) -> list[str]:
    """Sentences about nothing, so that no two reports have the same words by chance."""
    out = []
    for _ in range(sentences):
        a, b, c = rng.choice(_ADJECTIVES), rng.choice(_NOUNS), rng.choice(_VERBS)
        d, e, f = rng.choice(_ADJECTIVES), rng.choice(_NOUNS), rng.choice(_NOUNS)
        out.append(f"The {a} {b} {c} the {d} {e} near the {f} {rng.randrange(2, 900)} times.")
    return out


def _background(h: Happening) -> list[str]:
    """The paragraph that every report on a country ends with; no sign of a copy."""
    name, _, towns = COUNTRIES[h.country]
    return [
        f"{name}, whose largest towns include {towns[0][0]} and {towns[1][0]}, has been much in the news."
    ]
