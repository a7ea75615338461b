"""What an export was made of, in a file beside it, and whether it can be made again."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman import ontology
from dragoman.exporting.columns import Counts
from dragoman.exporting.exports import EXPORTS, ExportError, export, manifest_path, taken
from dragoman.exporting.panels import PanelError, PanelSpec, write_panel
from dragoman.exporting.panels.make import PanelCounts
from dragoman.exporting.selection import target_of
from dragoman.ontology.codebook import Codebook, CodebookError, read_codebook
from dragoman.store import SCHEMA_VERSION, Store
from dragoman.store.filters import Filter, where
from dragoman.store.reviewed import about, as_reviewed
from dragoman.version import __version__

VERSION = 1
PANEL = "panel"
"""What stands as the format of a panel."""
LICENCE = (
    "not stated by the maker of this data set (--licence states one). Places: GeoNames, CC BY 4.0. Sentences "
    "and titles of reports belong to their publishers."
)


def write_manifest(
    name: str,
    store: Store,
    asked: Filter,
    path: Path,
    counts: Counts,
    *,
    events: bool = False,
    licence: str | None = None,
    codebook: Codebook | None = None,
) -> Path:
    """Write the manifest of the export at ``path`` and give the path of it."""
    unit = "events" if events else "mentions"
    numbers = {unit: counts.items, "rows": counts.rows, "left_out": counts.left_out}
    about_it: dict[str, Any] = {"format": name}
    if codebook is not None:
        about_it["codebook"] = _codebook_words(codebook)
    return _write(store, taken(name, asked), path, numbers, unit, about_it, licence)


def write_panel_manifest(
    store: Store, spec: PanelSpec, path: Path, counts: PanelCounts, *, licence: str | None = None
) -> Path:
    """Write the manifest of the panel at ``path`` and give the path of it."""
    numbers = {spec.weight: counts.items, **_panel_counts(counts)}
    asked = dataclasses.replace(spec.filter, since=spec.since, until=spec.until)
    about_it = {"format": PANEL, "panel": _panel_words(spec)}
    return _write(store, asked, path, numbers, spec.weight, about_it, licence)


def _codebook_words(book: Codebook) -> dict[str, str]:
    where = str(book.path or "")
    return {"name": book.name, "version": book.version, "digest": book.digest, "file": where}


def _codebook(content: dict[str, Any]) -> Codebook | None:
    """The codebook that a manifest names, if it is still the same."""
    said = content.get("codebook")
    if said is None:
        return None
    try:
        book = read_codebook(said["file"])
    except CodebookError as error:
        raise ExportError(str(error)) from error
    if book.digest != said["digest"]:
        raise ExportError(
            f"{said['file']}: the codebook was changed since; {said['digest']} then, {book.digest} now"
        )
    return book


def _panel_counts(counts: PanelCounts) -> dict[str, int]:
    return {"counted": counts.counted, "rows": counts.rows, "left_out": counts.left_out}


def _panel_words(spec: PanelSpec) -> dict[str, Any]:
    """The parts of a panel beside its filter, so that ``_panel_spec`` makes the same again."""
    words = {f.name: getattr(spec, f.name) for f in dataclasses.fields(spec) if f.name != "filter"}
    del words["since"], words["until"]  # they stand among the filters
    return words | {"measures": list(spec.measures)}


def _panel_spec(content: dict[str, Any]) -> PanelSpec:
    asked = Filter.of(content["filters"])
    parts = content["panel"] | {"measures": tuple(content["panel"]["measures"])}
    plain = dataclasses.replace(asked, since=None, until=None)
    return PanelSpec(**parts, since=asked.since, until=asked.until, filter=plain)


def _write(
    store: Store,
    asked: Filter,
    path: Path,
    numbers: dict[str, int],
    unit: str,
    about_it: dict[str, Any],
    licence: str | None,
) -> Path:
    with as_reviewed(store, asked.reviewed) as held_store:
        reports, first, last = _reports(held_store, asked, unit == "events")
        coders = _coders(held_store, asked, unit == "events")
    files = files_of(path)
    digest = hashlib.sha256("".join(f["sha256"] for f in files).encode()).hexdigest()
    held = store.counts()
    content = {
        "dragoman_manifest": VERSION,
        **about_it,
        "unit": unit,
        "filters": asked.words(),
        "path": path.name,
        "files": files,
        "counts": numbers | {"reports": reports},
        "reports_published": {"first": first, "last": last},
        "dragoman": __version__,
        "ontology": ontology.VERSION,
        "coders": coders,
        "reviews": about(store, asked.reviewed),
        "store": {
            "file": str(store.path),
            "schema_version": SCHEMA_VERSION,
            "documents": held.documents,
            "event_mentions": held.event_mentions,
        },
        "licence": licence or LICENCE,
        "citation": _citation(about_it["format"], unit, numbers, reports, (first, last), coders, digest),
        "made": dt.datetime.now(dt.UTC).replace(microsecond=0).isoformat(),
    }
    target = manifest_path(path)
    part = target.with_name(f".{target.name}.part")
    part.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    part.replace(target)
    return target


def beside(path: Path) -> Path:
    """The manifest that is meant: ``path``, or the one beside the data set that ``path`` is."""
    found = manifest_path(path)
    return found if not path.name.endswith(".manifest.json") and found.exists() else path


def store_of(manifest: Path, content: dict[str, Any]) -> Path:
    """The store that a manifest names: where it was, or beside the manifest.

    Raises:
        ExportError: it is in neither place.
    """
    named = Path(content["store"]["file"])
    for path in (named, manifest.parent / named.name):
        if path.exists():
            return path
    raise ExportError(f"{named}: the store that the manifest names is not there; name it with --store")


def read_manifest(path: Path) -> dict[str, Any]:
    """The manifest at ``path``.

    Raises:
        ExportError: it is none, or of a later version.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ExportError(f"{path}: cannot be read ({error.strerror}); check the path") from error
    except ValueError as error:
        raise ExportError(f"{path}: is no JSON ({error}); name the .manifest.json of an export") from error
    needed = {"dragoman_manifest", "format", "unit", "filters", "files", "counts", "coders", "store", "path"}
    if not isinstance(content, dict) or not needed <= set(content):
        raise ExportError(f"{path}: is no manifest; name the .manifest.json beside an export or a panel")
    if content["dragoman_manifest"] != VERSION or content["format"] not in (*EXPORTS, PANEL):
        raise ExportError(f"{path}: was written by another dragoman; use {content.get('dragoman')}")
    return content


def reproduce(manifest: Path, store: Store) -> list[str]:
    """Make the data set of a manifest again and say, line by line, what differs; nothing: it is the same."""
    content = read_manifest(manifest)
    found = list(_beside(manifest.parent / content["path"], content))
    with tempfile.TemporaryDirectory(prefix="dragoman-") as folder:
        path = Path(folder) / content["path"]
        try:
            numbers = _again(content, store, path)
        except (ExportError, PanelError) as error:
            return [*found, str(error)]
        for what, now in numbers.items():
            if (then := content["counts"].get(what)) != now:
                found.append(f"{what}: {then} then, {now} now")
        found += _changed(content["files"], files_of(path), manifest.parent / content["path"], path)
    found += _other_versions(content, store)
    if found and content["dragoman"] != __version__:
        found.append(f"dragoman: {content['dragoman']} then, {__version__} now")
    return found


def _again(content: dict[str, Any], store: Store, path: Path) -> dict[str, int]:
    """Make it at ``path``; the numbers that a manifest would give."""
    unit = content["unit"]
    if content["format"] == PANEL:
        made = write_panel(store, _panel_spec(content), path)
        return {unit: made.items, **_panel_counts(made)}
    asked = Filter.of(content["filters"])
    own = _codebook(content)
    counts = export(content["format"], store, asked, path, events=unit == "events", codebook=own)
    return {unit: counts.items, "rows": counts.rows, "left_out": counts.left_out}


def _other_versions(content: dict[str, Any], store: Store) -> Iterator[str]:
    """What the data set rests on now, where that is something else than then."""
    asked = Filter.of(content["filters"])
    with as_reviewed(store, asked.reviewed) as held:
        coders = _coders(held, asked, content["unit"] == "events")
    reviews = about(store, asked.reviewed)
    if content.get("reviews") != reviews:
        yield f"reviews: {_judged(content.get('reviews'))} then, {_judged(reviews)} now"
    if content["coders"] != coders:
        yield f"coders: {_short(content['coders'])} then, {_short(coders)} now"


def _judged(reviews: dict[str, Any] | None) -> str:
    return f"{reviews['decisions']:,} decisions, the last {reviews['last']}" if reviews else "none asked for"


def files_of(path: Path) -> list[dict[str, Any]]:
    """Every file of an export with its size in bytes and its SHA-256, in order of name."""
    out = []
    for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
        if file.is_file():
            with file.open("rb") as stream:
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
            name = file.relative_to(path.parent).as_posix()
            out.append({"name": name, "bytes": file.stat().st_size, "sha256": digest})
    return out


def _beside(path: Path, content: dict[str, Any]) -> Iterator[str]:
    """Whether the files beside the manifest are still those that it tells of."""
    if path.exists() and files_of(path) != content["files"]:
        yield f"{path}: was changed after it was made"


def _changed(then: list[dict[str, Any]], now: list[dict[str, Any]], old: Path, new: Path) -> Iterator[str]:
    before, after = ({f["name"]: f["sha256"] for f in files} for files in (then, now))
    for name in sorted(before | after):
        if name not in after:
            yield f"{name}: there then, not now"
        elif name not in before:
            yield f"{name}: not there then"
        elif before[name] != after[name]:
            yield f"{name}: other content{_first_line(old.parent / name, new.parent / name)}"


def _first_line(old: Path, new: Path) -> str:
    """Where two text files first differ."""
    if not old.is_file() or old.suffix in (".parquet", ".dta", ".feather", ".arrow"):
        return ""
    with old.open("rb") as a, new.open("rb") as b:
        for n, (one, other) in enumerate(zip(a, b, strict=False), 1):
            if one != other:
                return f", first in line {n:,}"
    return ", one is longer than the other"


def _short(coders: list[dict[str, Any]]) -> str:
    return ", ".join(f"{c['dragoman']} ({c['configuration'][:16]})" for c in coders) or "none"


def _of_reports(asked: Filter, events: bool) -> tuple[str, dict[str, Any]]:
    """SQL for the ids of the reports that the export draws on."""
    target = target_of(events)
    clause = where(asked, target)
    if not events:
        return f"SELECT m.document_id FROM {target.source} WHERE {clause.sql}", clause.parameters
    chosen = f"SELECT e.id FROM {target.source} WHERE {clause.sql}"
    return f"SELECT document_id FROM event_members WHERE event_id IN ({chosen})", clause.parameters


def _reports(store: Store, asked: Filter, events: bool) -> tuple[int, str | None, str | None]:
    ids, parameters = _of_reports(asked, events)
    row = store.connection.execute(
        "SELECT count(*), min(published)::VARCHAR, max(published)::VARCHAR FROM documents "
        f"WHERE id IN ({ids})",
        parameters,
    ).fetchone()
    return row or (0, None, None)


def _coders(store: Store, asked: Filter, events: bool) -> list[dict[str, Any]]:
    """The versions that coded those reports, with how many each."""
    ids, parameters = _of_reports(asked, events)
    found = store.connection.execute(
        "SELECT r.dragoman, r.knowledge, r.ontology, r.configuration, count(*) AS reports "
        f"FROM documents o JOIN runs r ON r.id = o.run WHERE o.id IN ({ids}) GROUP BY ALL ORDER BY ALL",
        parameters,
    ).fetchall()
    return [
        dict(zip(("dragoman", "knowledge", "ontology", "configuration", "reports"), r, strict=True))
        for r in found
    ]


def _citation(
    name: str,
    unit: str,
    numbers: dict[str, int],
    reports: int,
    published: tuple[str | None, str | None],
    coders: list[dict[str, Any]],
    digest: str,
) -> str:
    between = f" published {published[0]} to {published[1]}" if published[0] else ""
    versions = "; ".join(
        f"dragoman {c['dragoman']}, knowledge {c['knowledge']}, ontology {c['ontology']}, "
        f"configuration {c['configuration'][:16]}"
        for c in coders
    )
    told = "events" if unit == "events" else "event mentions"
    return (
        f"{numbers[unit]:,} political {told} coded from {reports:,} news reports{between} [data set, "
        f"format {name}, {numbers['rows']:,} rows]. Coded by: {versions}. SHA-256 {digest[:16]}."
    )
