"""What each kind of gold row asks, and how the coder's answer is scored.

The kind is read off the fields of the rows: events end to end, the type of one given
pair, sources of reported content, places, police actions sentence by sentence, or the
country and role of an actor phrase.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from dragoman.coding import Coder
from dragoman.evaluation.gold import Gold, GoldEvent, Side, quad_of
from dragoman.evaluation.measures import Counts, accuracy, confusion, macro_f1
from dragoman.evaluation.rows import COUNTED, RowScores, can_be_scored
from dragoman.records import Document, Entity, EventMention, Record

_KILLING = frozenset("kill killed kills killing shot gunned murder murdered dead died slain".split())


@dataclass(slots=True)
class Report:
    """The scores of one gold set: name → value between 0 and 1, with what went wrong."""

    task: str
    rows: int
    scores: dict[str, float] = field(default_factory=dict)
    details: dict[str, str] = field(default_factory=dict)
    confusion: list[tuple[str, str, int]] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def task_of(gold: list[Gold]) -> str:
    """Which question the rows ask."""
    first = gold[0].raw
    if first.get("given_pair"):
        return "pair"
    for key, task in (("attributions", "attribution"), ("toponyms", "places"), ("actor", "actor")):
        if key in first:
            return task
    if not any("events" in g.raw for g in gold[:500]) and any(
        label in ("KILL", "ARREST", "FORCE", "ANY_ACTION")
        for g in gold[:500]
        for label in g.raw.get("labels") or []
    ):
        return "police"
    return "events"


def evaluate(coder: Coder, gold: list[Gold], *, errors: int = 20) -> Report:
    """Score the coder on gold rows.

    Raises:
        ValueError: ``gold`` is empty.
    """
    if not gold:
        raise ValueError("no gold rows: is the split right?")
    task = task_of(gold)
    report = _TASKS[task](coder, gold)
    report.errors = report.errors[:errors]
    return report


def code_row(coder: Coder, gold: Gold) -> Record:
    """Code the text of a gold row as it stands."""
    return coder.code(Document(gold.id, gold.text, title=gold.title, published=gold.date))


def judged_rows(coder: Coder, gold: Gold) -> list[tuple[EventMention, bool]]:
    """The rows that the coder makes of one report of the project's own gold, and whether each is right."""
    return RowScores().add(gold, code_row(coder, gold))


def predicted_events(record: Record) -> list[GoldEvent]:
    """The record's events in the form that is compared; negated and hypothetical ones are left out."""
    return [_as_gold(record, m) for m in record.event_mentions if m.status in COUNTED]


def _as_gold(record: Record, m: EventMention) -> GoldEvent:
    sources = tuple(_side(record, e, m) for e in m.actors)
    targets = tuple(_side(record, e, m) for e in m.recipients)
    return GoldEvent(m.event_type, quad_of(m.event_type), sources, targets, not targets and len(sources) > 1)


def _side(record: Record, e: Entity, m: EventMention) -> Side:
    text = (record.document.title or "") if m.evidence.field == "title" else record.document.text
    return Side(e.country or "", (text[e.span[0] : e.span[1]] if e.span else e.name).lower())


def _fold(root: str, gold_roots: set[str]) -> str:
    return (
        "YIELD"
        if root in ("CONCEDE", "RETREAT") and "YIELD" in gold_roots and root not in gold_roots
        else root
    )


# --- events end to end ------------------------------------------------------------------------


def _events(coder: Coder, gold: list[Gold]) -> Report:
    kinds = {"detection": Counts(), "root": Counts(), "quad": Counts(), "triple": Counts()}
    sides = {"source country": [0, 0], "target country": [0, 0]}
    report = Report("events", len(gold))
    pairs: list[tuple[str, str]] = []
    rows = RowScores() if can_be_scored(gold) else None
    for row in gold:
        record = code_row(coder, row)
        found = predicted_events(record)
        if rows is not None:
            rows.add(row, record)
        roots = {e.root for e in row.events if e.root}
        found = [replace(e, root=_fold(e.root, roots)) for e in found]
        have = {e.root for e in found}
        kinds["detection"].add({1} if row.events else set(), {1} if found else set())
        kinds["root"].add(set(roots), set(have))
        kinds["quad"].add({e.quad for e in row.events}, {e.quad for e in found})
        want, got = _triples(row.events), _triples(found)
        if any(x or y for x, _, y in want) or not row.events:
            kinds["triple"].add(set(want), set(got))
        _count_sides(row, found, sides)
        missing, extra = sorted(roots - have), sorted(have - roots)
        pairs += [(g, extra[0] if extra else "none") for g in missing]
        if want != got:
            report.errors.append(
                f"{row.id}: missed {sorted(want - got)}, wrong {sorted(got - want)}: {row.text[:160]}"
            )
    for name, counts in kinds.items():
        report.scores[f"{name} F1"] = counts.f1
        report.details[f"{name} F1"] = (
            f"P {counts.precision:.3f} R {counts.recall:.3f} tp {counts.tp} fp {counts.fp} fn {counts.fn}"
        )
    for name, (hit, total) in sides.items():
        report.scores[f"{name} given the root"] = hit / total if total else 0.0
        report.details[f"{name} given the root"] = f"n {total}"
    report.confusion = confusion(pairs)
    if rows is not None:
        _add_rows(report, rows)
    return report


def _add_rows(report: Report, rows: RowScores) -> None:
    """Who did what to whom, row by row, and what else the gold tells of the rows that met."""
    report.scores |= {"row precision": rows.precision, "row recall": rows.recall}
    report.details["row precision"] = f"{rows.right} right of {rows.coded} coded"
    report.details["row recall"] = f"{rows.right} right of {rows.marked} marked; {rows.met} met"
    for name, (hit, total) in rows.facets.items():
        if total:
            report.scores[f"{name} of rows met"] = hit / total
            report.details[f"{name} of rows met"] = f"n {total}"
    report.errors = rows.wrong


def _codes(sides: tuple[Side, ...]) -> set[str]:
    return {s.country for s in sides if s.country}


def _triples(events: tuple[GoldEvent, ...] | list[GoldEvent]) -> set[tuple[str, str, str]]:
    out: set[tuple[str, str, str]] = set()
    for e in events:
        a, b = sorted(_codes(e.sources)) or [""], sorted(_codes(e.targets)) or [""]
        if e.symmetric:
            out |= {(x, e.root, y) for x in a for y in a if x != y} or {(a[0], e.root, "")}
        else:
            out |= {(x, e.root, y) for x in a for y in b}
    return out


def _count_sides(row: Gold, found: list[GoldEvent], sides: dict[str, list[int]]) -> None:
    for root in {e.root for e in row.events} & {e.root for e in found}:
        want = [e for e in row.events if e.root == root]
        got = [e for e in found if e.root == root]
        both = any(e.symmetric for e in want)
        for name in sides:
            pick = _both if both else (_first if name.startswith("source") else _second)
            g = set().union(*(pick(e) for e in want))
            p = set().union(*(pick(e) for e in got))
            if g:
                sides[name][1] += 1
                sides[name][0] += bool(g & p)


def _first(e: GoldEvent) -> set[str]:
    return _codes(e.sources)


def _second(e: GoldEvent) -> set[str]:
    return _codes(e.targets)


def _both(e: GoldEvent) -> set[str]:
    return _codes(e.sources) | _codes(e.targets)


# --- the type of one given pair -----------------------------------------------------------------


def _pair(coder: Coder, gold: list[Gold]) -> Report:
    roots: list[tuple[str, str]] = []
    quads: list[tuple[str, str]] = []
    binary: list[tuple[str, str]] = []
    report = Report("type of a given pair", len(gold))
    for row in gold:
        want = row.events[0]
        found = sorted(_dyads(predicted_events(code_row(coder, row))), key=lambda e: -_overlap(e, want))
        root = _fold(found[0].root, {want.root}) if found else "NONE"
        quad = ("MCOOP" if root == "YIELD" else found[0].quad) if found else "NONE"
        roots.append((want.root, root))
        quads.append((want.quad, quad))
        binary.append((_binary(want.quad), _binary(quad)))
        if root != want.root:
            report.errors.append(
                f"{row.id}: {want.root} coded as {root}: {row.raw.get('marked', row.text)[:220]}"
            )
    for name, pairs in (("root", roots), ("quad", quads), ("binary", binary)):
        report.scores[f"{name} macro-F1"] = macro_f1(pairs)
        report.details[f"{name} macro-F1"] = f"accuracy {accuracy(pairs):.3f}"
    report.confusion = confusion(roots)
    return report


def _dyads(events: list[GoldEvent]) -> Iterator[GoldEvent]:
    for e in events:
        if not e.symmetric:
            yield e
            continue
        for i, a in enumerate(e.sources):
            for b in e.sources[i + 1 :]:
                yield replace(e, sources=(a,), targets=(b,))


def _overlap(e: GoldEvent, want: GoldEvent) -> float:
    return _share(e.sources, want.sources) + _share(e.targets, want.targets)


def _share(a: tuple[Side, ...], b: tuple[Side, ...]) -> float:
    have = {w for s in a for w in s.text.split()}
    want = {w for s in b for w in s.text.split()}
    return len(have & want) / len(want) if want else 0.0


def _binary(quad: str) -> str:
    return "COOP" if quad.endswith("COOP") else "CONF" if quad.endswith("CONF") else "NONE"


# --- sources, places, police, actors ------------------------------------------------------------


def _attribution(coder: Coder, gold: list[Gold]) -> Report:
    report, found, right, total = Report("sources of reported content", len(gold)), 0, 0, 0
    for row in gold:
        statements = code_row(coder, row).statements
        for item in row.raw["attributions"]:
            if not item.get("source") or not item.get("content"):
                continue
            total += 1
            content = [tuple(x) for part in item["content"] for x in part["spans"]]
            sources = [tuple(x) for part in item["source"] for x in part["spans"]]
            over = [
                s
                for s in statements
                if s.field == "text" and any(s.span[0] < b and a < s.span[1] for a, b in content)
            ]
            found += bool(over)
            hit = any(
                s.speaker.span and any(s.speaker.span[0] < b and a < s.speaker.span[1] for a, b in sources)
                for s in over
            )
            right += hit
            if not hit:
                report.errors.append(
                    f"{row.id}: {item['source'][0]['text']!r} said {item['content'][0]['text'][:90]!r}"
                )
    report.scores = {
        "source found": right / total if total else 0.0,
        "content found": found / total if total else 0.0,
    }
    report.details = dict.fromkeys(report.scores, f"n {total}")
    return report


def _places(coder: Coder, gold: list[Gold]) -> Report:
    report, exact, country, total = Report("places of events", len(gold)), 0, 0, 0
    names = coder.knowledge.country_name
    for row in gold:
        for m in code_row(coder, row).event_mentions:
            if m.place is None or m.place.span is None or m.evidence.field != "text":
                continue
            a, b = m.place.span
            hits = [t for t in row.raw["toponyms"] if t["start"] < b and a < t["end"]]
            if not hits:
                continue
            total += 1
            same = any(str(t["geonameid"]) == str(m.place.geonames_id) for t in hits)
            at_home = same or any(t.get("country") == names(m.place.country or "") for t in hits)
            exact, country = exact + same, country + at_home
            if not same:
                ours = f"{m.place.name} ({m.place.country}, {m.place.geonames_id})"
                theirs = f"{hits[0]['text']} ({hits[0].get('country')}, {hits[0]['geonameid']})"
                report.errors.append(f"{row.id}: {ours} for {theirs}")
    report.scores = {
        "exact entry": exact / total if total else 0.0,
        "country": country / total if total else 0.0,
    }
    report.details = dict.fromkeys(report.scores, f"n {total}")
    return report


def _police(coder: Coder, gold: list[Gold]) -> Report:
    counts = {"KILL": Counts(), "ARREST": Counts(), "FORCE": Counts()}
    report = Report("police actions", len(gold))
    for row in gold:
        want = {label for label in row.raw.get("labels") or [] if label in counts}
        got = _police_actions(code_row(coder, row))
        for label, c in counts.items():
            c.add({label} & want, {label} & got)
        if want != got:
            report.errors.append(
                f"{row.id}: gold {sorted(want)}, coded {sorted(got)}: {row.text[:160].strip()}"
            )
    for label, c in counts.items():
        report.scores[f"{label} F1"] = c.f1
        report.details[f"{label} F1"] = f"P {c.precision:.3f} R {c.recall:.3f} n {c.tp + c.fn}"
    report.scores["macro-F1"] = sum(c.f1 for c in counts.values()) / len(counts)
    return report


def _police_actions(record: Record) -> set[str]:
    out: set[str] = set()
    for m in record.event_mentions:
        if m.status not in COUNTED:
            continue
        police = any({"COP", "MIL"} & set(e.sectors) for e in m.actors)
        if m.event_type == "COERCE" and m.event_mode == "arrest" and (police or not m.actors):
            out.add("ARREST")
        if m.event_type == "ASSAULT" and police:
            trigger = m.evidence.text[
                m.evidence.trigger[0] - m.evidence.start : m.evidence.trigger[1] - m.evidence.start
            ]
            out.add("FORCE")
            if trigger.lower() in _KILLING or m.magnitude.killed or m.event_mode == "targeted":
                out.add("KILL")
    return out


def _actor(coder: Coder, gold: list[Gold]) -> Report:
    report, country, role, roles = Report("who an actor phrase is", len(gold)), 0, 0, 0
    both = 0
    for row in gold:
        want = row.raw["actor"]
        found = coder.knowledge.resolve(row.text, row.date)
        best = found[0] if found else None
        same = "country" not in want or (want["country"] or "") == ((best.country or "") if best else "")
        code = want.get("code_1")
        fits = (
            not code
            or code == "JNK"
            or (best is not None and code in best.sectors)
            or (code == "UNK" and (best is None or not best.sectors))
        )
        country += same
        both += same and fits
        if code:
            roles += 1
            role += fits
        if not (same and fits):
            answer = (best.country, best.sectors, best.name) if best else None
            report.errors.append(f"{row.id}: {row.text!r} is {want}, resolved to {answer}")
    report.scores = {
        "country": country / len(gold),
        "role": role / roles if roles else 0.0,
        "country and role": both / len(gold),
    }
    return report


_TASKS: dict[str, Callable[[Coder, list[Gold]], Report]] = {
    "events": _events,
    "pair": _pair,
    "attribution": _attribution,
    "places": _places,
    "police": _police,
    "actor": _actor,
}
