"""Do two tellings tell of the same event?  A pure, symmetric function of the two.

Some things exclude it (another type, days that cannot meet, places that exclude each
other, a party that the other report contradicts); the rest is weighed.  What a report
leaves out counts for neither side.
"""

from __future__ import annotations

import math

from dragoman.records import EventPlace
from dragoman.story.parties import same_side
from dragoman.story.settings import TypeSettings, related_modes, types
from dragoman.story.tellings import Telling

THRESHOLD = 0.62
_WEIGHTS = {"parties": 0.36, "place": 0.22, "date": 0.22, "mode": 0.12, "words": 0.08}
_UNKNOWN = {"parties": 0.5, "place": 0.5}
_KM_SAME, _KM_NEAR = 5.0, 20.0
_TOLL = 8
"""Numbers of dead that differ more than so many times over count against one event."""
_HAPPENED = frozenset({"asserted", "historical", "denied", "negated"})
_DEFAULT = TypeSettings(one_sided=False, strict_place=True, days=0, back=2)


def likeness(a: Telling, b: Telling) -> float | None:
    """From ``THRESHOLD`` to 1 where both can tell of one event, None where they cannot."""
    if a.event_type != b.event_type or not _status_fits(a, b):
        return None
    if a.group == b.group or a.sentence == b.sentence:
        settled = _same_report(a, b)
        if settled is not None:
            return settled or None
    settings = types().get(a.event_type, _DEFAULT)
    date = _date(a, b, settings)
    if date is None:
        return None
    place = _place(a.place, b.place)
    if place == 0 and settings.strict_place:
        return None
    parties = _parties(a, b, settings, place, date)
    if parties == 0:
        return None
    score = _weigh(a, b, parties, place, date)
    return round(score, 4) if score >= THRESHOLD else None


def _same_report(a: Telling, b: Telling) -> float | None:
    """Copies of one sentence tell the same; two whole events of one sentence are two.

    "bombed the town, killing 20": where one of the two names only a part, it is left open.
    """
    if a.sentence != b.sentence or (a.key[0] != b.key[0] and a.group != b.group):
        return None
    if a.key[0] == b.key[0] and a.where[:2] != b.where[:2]:
        return None
    if a.key[0] != b.key[0] and a.where[2] == b.where[2] and a.where[0] == b.where[0]:
        return 1.0
    return 0.0 if _is_whole(a) and _is_whole(b) else None


def _is_whole(t: Telling) -> bool:
    return bool(t.actors and t.recipients) or len(t.actors) > 1


def _status_fits(a: Telling, b: Telling) -> bool:
    if a.status == b.status or (a.status in _HAPPENED and b.status in _HAPPENED):
        return True
    if "future" in (a.status, b.status) and (a.status in _HAPPENED or b.status in _HAPPENED):
        ahead, other = (a, b) if a.status == "future" else (b, a)
        return ahead.basis == "day" and other.basis == "day"
    return False


def _date(a: Telling, b: Telling, settings: TypeSettings) -> float | None:
    """1 on the same day, less the looser the dates are; None where they exclude each other."""
    if a.start is None or b.start is None or a.end is None or b.end is None:
        return 0.6 if a.group == b.group else None
    if "vague" in (a.basis, b.basis):
        return _vague(a, b)
    gap = max((b.start - a.end).days, (a.start - b.end).days, 0)
    if a.basis == b.basis == "published":
        apart = abs((a.end - b.end).days if a.status != "future" else (a.start - b.start).days)
        return None if apart > 1 else 0.85 if not apart else 0.6
    if "published" in (a.basis, b.basis):
        return _by_publication(a, b, gap)
    if gap:
        return 0.35 if gap <= settings.days else None
    if a.basis == b.basis == "day":
        return 1.0 if a.start == b.start or a.end == b.end else 0.8
    longest = max((a.end - a.start).days, (b.end - b.start).days)
    return 0.75 if (a.start, a.end) == (b.start, b.end) else 0.6 if longest <= 8 else 0.45


def _by_publication(a: Telling, b: Telling, gap: int) -> float | None:
    """One report names the day, the other only has a date of publication."""
    if gap:
        return None
    named, printed = (b, a) if a.basis == "published" else (a, b)
    if named.basis != "day" or named.end is None or printed.end is None:
        return 0.5
    days = (printed.end - named.end).days
    return {0: 0.85, 1: 0.75}.get(days, 0.55)


def _vague(a: Telling, b: Telling) -> float | None:
    """Two stretches of months or years: the same one, or not comparable."""
    if a.basis != b.basis or a.start is None or b.start is None or a.end is None or b.end is None:
        return None
    shared = (min(a.end, b.end) - max(a.start, b.start)).days
    whole = (max(a.end, b.end) - min(a.start, b.start)).days
    return 0.55 if whole and shared / whole >= 0.8 else None


def _place(a: EventPlace | None, b: EventPlace | None) -> float | None:
    """1 the same place, less where one lies in the other, 0 where they exclude each other."""
    if a is None or b is None:
        return None
    if a.geonames_id is not None and a.geonames_id == b.geonames_id:
        return 1.0
    if a.name.casefold() == b.name.casefold() and a.country == b.country:
        return 0.7 if a.precision == "country" else 0.95
    if a.country and b.country and a.country != b.country:
        return 0.3 if _km(a, b) <= _KM_SAME else 0.0
    if "country" in (a.precision, b.precision):
        return 0.6
    if "region" in (a.precision, b.precision):
        return _in_region(a, b)
    distance = _km(a, b)
    return 0.9 if distance <= _KM_SAME else 0.6 if distance <= _KM_NEAR else 0.0


def _in_region(a: EventPlace, b: EventPlace) -> float:
    if a.precision == b.precision:
        return 0.0
    return 0.7 if a.admin1 and a.admin1 == b.admin1 else 0.0


def _km(a: EventPlace, b: EventPlace) -> float:
    """Kilometres between two places on the sphere; without coordinates they are far apart."""
    if a.latitude is None or b.latitude is None or a.longitude is None or b.longitude is None:
        return math.inf
    x, y = math.radians(a.latitude), math.radians(b.latitude)
    z = math.radians(b.longitude - a.longitude)
    h = math.sin((y - x) / 2) ** 2 + math.cos(x) * math.cos(y) * math.sin(z / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(h)))


def _parties(
    a: Telling, b: Telling, settings: TypeSettings, place: float | None, date: float
) -> float | None:
    """How well the parties agree: None where they cannot be held together, 0 where they differ."""
    if settings.one_sided:
        return same_side(a.parties, b.parties)
    actors, recipients = same_side(a.actors, b.actors), same_side(a.recipients, b.recipients)
    if recipients == 0:
        return 0.0
    if actors == 0:
        return recipients and 0.6 * recipients if _disputed(a, b, place, date, recipients) else 0.0
    known = [s for s in (actors, recipients) if s is not None]
    return sum(known) / len(known) if known else None


def _disputed(a: Telling, b: Telling, place: float | None, date: float, recipients: float | None) -> bool:
    """Two sources name different culprits for what must be one deed: same day, place and victims."""
    exact = place is not None and place >= 0.9 and date >= 0.75 and (recipients or 0) >= 0.6
    return exact and bool(a.sources) and bool(b.sources) and a.key[0] != b.key[0]


def _weigh(a: Telling, b: Telling, parties: float | None, place: float | None, date: float) -> float:
    words = len(a.words & b.words) / max(1, min(len(a.words), len(b.words)))
    anchored = (parties or 0) >= 0.6 or (place or 0) >= 0.9
    if not anchored and not (a.key[0] == b.key[0] and words >= 0.4):
        return 0.0
    parts = {
        "parties": _UNKNOWN["parties"] if parties is None else parties,
        "place": _UNKNOWN["place"] if place is None else place,
        "date": date,
        "mode": _mode(a, b),
        "words": min(1.0, 1.5 * words),
    }
    return sum(_WEIGHTS[name] * value for name, value in parts.items()) * _toll(a, b)


def _mode(a: Telling, b: Telling) -> float:
    if a.mode == b.mode:
        return 1.0 if a.mode else 0.8
    if a.mode is None or b.mode is None:
        return 0.75
    return 0.65 if (a.event_type, a.mode, b.mode) in related_modes() else 0.0


def _toll(a: Telling, b: Telling) -> float:
    """Sources differ over numbers, but not without limit; the nearer, the likelier."""
    factor = 1.0
    for x, y in ((a.killed, b.killed), (a.injured, b.injured), (a.size, b.size)):
        if x is not None and y is not None:
            low, high = sorted((max(x, 1), max(y, 1)))
            if high > _TOLL * low:
                return 0.85
            factor -= 0.03 * math.log(high / low)
    return factor
