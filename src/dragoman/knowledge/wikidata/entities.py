"""One line of a dump as what it tells about actors: a person with offices, a position, a body, a country."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, field
from typing import Any

HUMAN = 5
POSITIONS = frozenset(
    [4164871, 294414, 48352, 2285706, 83307, 486839, 30461, 14212, 7330070, 121998, 132050, 30185, 16533]
)
"""Classes of positions: position, public office, head of state, head of government, minister, member of
parliament, president, prime minister, foreign minister, ambassador, governor, mayor, judge."""
BODIES: dict[int, tuple[str, str]] = {
    7278: ("party", "PTY"),
    245065: ("igo", "GOV"),
    484652: ("igo", "GOV"),
    79913: ("ngo", "SOC"),
    17149090: ("armed-group", "REB"),
    17127659: ("armed-group", "REB"),
    1260006: ("armed-group", "CRM"),
    772547: ("service", "MIL"),
    192350: ("ministry", "GOV"),
    327333: ("service", "GOV"),
    47913: ("service", "SPY"),
    11204: ("parliament", "LEG"),
    192283: ("agency", "JRN|MED"),
    11032: ("newspaper", "JRN|MED"),
    1110794: ("newspaper", "JRN|MED"),
    1616075: ("broadcaster", "JRN|MED"),
    14350: ("broadcaster", "JRN|MED"),
    15265344: ("broadcaster", "JRN|MED"),
    1153191: ("online", "JRN|MED"),
}
"""Classes of bodies that act, with our kind and sectors."""
OUTLETS = frozenset(["agency", "newspaper", "broadcaster", "online"])
_LANGUAGES = ("en", "mul", "en-gb", "en-ca")
_LATIN = ("fr", "de", "es", "pt", "it", "nl", "pl", "sv", "tr", "id")
_CLASS = re.compile(rb'"numeric-id":\s*(\d+)|"id":\s*"Q(\d+)"')
_TIME = re.compile(r"\+(\d{4})-(\d\d)-(\d\d)T")
_DAY, _MONTH, _YEAR = 11, 10, 9


@dataclass(slots=True)
class Held:
    """One statement that a person held a position."""

    position: int
    start: str
    end: str
    """As in our tables: ``?`` unknown, empty only where the dump says that it has not ended."""
    countries: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Found:
    """What one entity tells. ``kind``: person, position, country, or the kind of a body."""

    number: int
    kind: str
    name: str
    aliases: list[str] = field(default_factory=list)
    countries: list[int] = field(default_factory=list)
    iso3: str = ""
    sectors: str = ""
    start: str = ""
    end: str = ""
    held: list[Held] = field(default_factory=list)

    def as_json(self) -> str:
        """All of it as JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> Found:
        """The inverse of :meth:`as_json`."""
        cells = json.loads(text)
        return cls(**{**cells, "held": [Held(**h) for h in cells["held"]]})


def may_tell(line: bytes) -> bool:
    """Whether a line is worth being parsed: a look at its bytes, right for all lines that tell something."""
    if b'"P39"' in line or b'"P298"' in line or b'"P1308"' in line or b'"P2389"' in line:
        return True
    wanted = BODIES.keys() | POSITIONS
    for claim in (b'"P31":', b'"P279":'):
        at = line.find(claim)
        if at >= 0:
            # the values of the claim, and often some of the next one; a false alarm only costs a parse
            for one, other in _CLASS.findall(line, at, at + 6000):
                if int(one or other) in wanted:
                    return True
    return False


def parse(line: bytes) -> Found | None:
    """What the entity on a line tells, if anything.

    Raises:
        ValueError: the line is not the JSON of an entity.
    """
    entity = json.loads(line)
    if not isinstance(entity, dict):
        raise ValueError("no entity")  # noqa: TRY004 - for the reader, a value of a file
    identity = entity.get("id", "")
    if not isinstance(identity, str) or not identity[1:].isdigit() or identity[0] not in "QPL":
        raise ValueError("an entity without an id")
    claims = entity.get("claims")
    if identity[0] != "Q" or not isinstance(claims, dict):
        return None
    name = _label(entity.get("labels"))
    if not name:
        return None
    found = _told(int(identity[1:]), name, claims)
    if found:
        found.aliases = [a for a in _aliases(entity.get("aliases")) if a != name]
    return found


def _told(number: int, name: str, claims: dict[str, Any]) -> Found | None:
    """What the claims of an entity tell."""
    classes = _items(claims, "P31")
    if HUMAN in classes:
        held = _held(claims)
        return Found(number, "person", name, countries=_items(claims, "P27"), held=held) if held else None
    iso3 = next((v for v in _values(claims, "P298") if isinstance(v, str)), "")
    if iso3:
        return Found(number, "country", name, iso3=iso3)
    countries = [*_items(claims, "P17"), *_items(claims, "P1001")]
    body = next((BODIES[c] for c in classes if c in BODIES), None)
    if body:
        start, end = _first_time(claims, "P571"), _first_time(claims, "P576")
        return Found(number, body[0], name, [], countries, "", body[1], start, end)
    above = POSITIONS.intersection([*classes, *_items(claims, "P279")])
    if above or "P1308" in claims or "P2389" in claims:
        return Found(number, "position", name, countries=countries)
    return None


def _held(claims: dict[str, Any]) -> list[Held]:
    """The positions that a person held; an end that nobody wrote down is at the latest the day of death."""
    died = _first_time(claims, "P570")
    found = []
    for statement in _statements(claims, "P39"):
        position = _item(statement.get("mainsnak"))
        if position is None:
            continue
        qualifiers = statement.get("qualifiers")
        qualifiers = qualifiers if isinstance(qualifiers, dict) else {}
        at = _qualified_time(qualifiers, "P585")
        start = _qualified_time(qualifiers, "P580") or at or "?"
        end = _qualified_time(qualifiers, "P582") or at
        if not end:
            open_end = any(_kind(s) == "novalue" for s in qualifiers.get("P582", ()))
            end = died or ("" if open_end else "?")
        if start != "?" and end not in ("", "?") and end[:4] < start[:4]:
            continue
        where = [q for p in ("P17", "P1001", "P642") for s in qualifiers.get(p, ()) if (q := _item(s))]
        found.append(Held(position, start, end, where))
    return found


def _statements(claims: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """The statements of a property that nobody has withdrawn, the preferred ones first."""
    listed = claims.get(name)
    listed = listed if isinstance(listed, list) else []
    kept = [s for s in listed if isinstance(s, dict) and s.get("rank") != "deprecated"]
    return sorted(kept, key=lambda s: s.get("rank") != "preferred")


def _kind(snak: Any) -> str:
    """``value``, ``somevalue`` or ``novalue``."""
    return str(snak.get("snaktype", "")) if isinstance(snak, dict) else ""


def _value(snak: Any) -> Any:
    """The value of a snak, or ``None``."""
    if not isinstance(snak, dict) or _kind(snak) != "value":
        return None
    data = snak.get("datavalue")
    return data.get("value") if isinstance(data, dict) else None


def _values(claims: dict[str, Any], name: str) -> list[Any]:
    """The values of a property."""
    return [v for s in _statements(claims, name) if (v := _value(s.get("mainsnak"))) is not None]


def _item(snak: Any) -> int | None:
    """The number of the item that a snak points to; dumps before 2016 have no ``id``, only the number."""
    value = _value(snak)
    if not isinstance(value, dict):
        return None
    number = value.get("numeric-id")
    identity = value.get("id", "")
    if isinstance(number, int):
        return number
    return int(identity[1:]) if isinstance(identity, str) and identity[1:].isdigit() else None


def _items(claims: dict[str, Any], name: str) -> list[int]:
    """The items that a property points to."""
    found = (_item(s.get("mainsnak")) for s in _statements(claims, name))
    return list(dict.fromkeys(q for q in found if q is not None))


def _time(value: Any) -> str:
    """A time as ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; empty where it is less sure than a year."""
    if not isinstance(value, dict) or not isinstance(value.get("time"), str):
        return ""
    found = _TIME.match(value["time"])
    precision = value.get("precision", _DAY)
    if not found or not isinstance(precision, int) or precision < _YEAR:
        return ""
    year, month, day = found.groups()
    if precision == _YEAR or month == "00":
        return str(year)
    return f"{year}-{month}" if precision == _MONTH or day == "00" else f"{year}-{month}-{day}"


def _first_time(claims: dict[str, Any], name: str) -> str:
    """The first known time of a property."""
    return next((t for v in _values(claims, name) if (t := _time(v))), "")


def _qualified_time(qualifiers: dict[str, Any], name: str) -> str:
    """The first known time of a qualifier."""
    listed = qualifiers.get(name)
    return next((t for s in listed if (t := _time(_value(s)))), "") if isinstance(listed, list) else ""


def _label(labels: Any) -> str:
    """The English name, else the name for all languages, else one in another Latin script."""
    if not isinstance(labels, dict):
        return ""
    for language in (*_LANGUAGES, *_LATIN):
        label = labels.get(language)
        if isinstance(label, dict) and isinstance(label.get("value"), str):
            return _clean(label["value"])
    return ""


def _aliases(aliases: Any) -> list[str]:
    """Other English names."""
    if not isinstance(aliases, dict):
        return []
    listed = [a for language in _LANGUAGES[:2] for a in aliases.get(language, ())]
    names = [_clean(a["value"]) for a in listed if isinstance(a, dict) and isinstance(a.get("value"), str)]
    return list(dict.fromkeys(n for n in names if n))[:12]


def _clean(text: str) -> str:
    """A text that fits a cell."""
    return " ".join(text.replace("|", " ").split())
