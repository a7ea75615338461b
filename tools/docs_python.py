"""The Python reference, from signatures and docstrings of what docs/python.md and its kin call public."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SECTIONS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("dragoman", "Code a text, open a store, draw a record.", ("code", "open", "display")),
    ("dragoman.coding", "For many texts: one coder, made once.", ("Coder",)),
    (
        "dragoman.records",
        "What a coded report is made of. All are immutable.",
        (
            "Record",
            "Document",
            "EventMention",
            "Entity",
            "EventDate",
            "EventPlace",
            "Magnitude",
            "Evidence",
            "Statement",
            "Actor",
            "Relation",
            "CoderVersion",
        ),
    ),
    (
        "dragoman.analysis",
        "A store's tables, read when they are needed.",
        ("OpenedStore", "TableView", "PackageMissing"),
    ),
    ("dragoman.analysis.plots", "Figures that are fit to print.", ("dyad_history", "actor_network")),
    (
        "dragoman.exporting.panels",
        "Panels; see [panels](../panels.md).",
        ("PanelSpec", "PanelCounts", "PanelError", "write_panel"),
    ),
    (
        "dragoman.ontology",
        "PLOVER and CAMEO.",
        (
            "types",
            "modes",
            "contexts",
            "sectors",
            "cameo",
            "crosswalk",
            "plover_score",
            "goldstein",
            "EventType",
            "CameoCode",
            "Crossing",
            "UnknownTerm",
        ),
    ),
    (
        "dragoman.ontology.codebook",
        "An ontology of your own.",
        ("read_codebook", "Codebook", "CodebookError"),
    ),
    (
        "dragoman.reading",
        "Files to reports; see [reading](../reading.md).",
        ("ReadOptions", "ReadProblem", "Source", "iter_sources", "read_source", "document_from_text"),
    ),
    (
        "dragoman.store",
        "The file that keeps the records; see [the store](../store.md).",
        ("Store", "AddResult", "StoreCounts", "StoreError"),
    ),
    ("dragoman.store.filters", "What is asked of a store.", ("Filter", "FilterError")),
    ("dragoman.store.queries", "Asking.", ("mentions", "events", "select", "Rows", "QueryError")),
    ("dragoman.store.reviews", "What reviewers decided.", ("Review", "all_reviews", "reviewed", "gold")),
    (
        "dragoman.story",
        "Events out of mentions; see [the story](../story.md).",
        ("update", "catch_up", "rebuild", "missing", "StoryChange"),
    ),
    (
        "dragoman.knowledge",
        "Who is who, on the day; see [who is who](../knowledge.md).",
        ("Knowledge", "Candidate"),
    ),
    ("dragoman.integrations.spacy_component", "The spaCy component `dragoman`.", ("make",)),
)
"""Module, what it is for, and its public names in reading order."""


_WIDTH = 80
"""Characters of a signature that stand in one line."""


def page() -> str:
    """Every public name with its signature and what its docstring says, as Markdown."""
    parts = [
        "# Python\n",
        "Made from the signatures and docstrings of the code. What is listed here stays as it is within a "
        "minor version; anything else may change. [Python for analysts](../python.md) shows it at work.\n",
    ]
    for module_name, purpose, names in SECTIONS:
        parts.append(f"## {module_name}\n\n{purpose}\n")
        module = importlib.import_module(module_name)
        for name in names:
            parts += _entry(name, getattr(module, name), module_name)
    return "\n".join(parts)


def _entry(name: str, thing: Any, module: str) -> Iterator[str]:
    yield f"### {name} {{ #{module}.{name} }}\n"
    if not inspect.isclass(thing):
        yield f"```python\n{name}{_signature(thing)}\n```\n\n{_docstring(thing)}\n"
        return
    if not issubclass(thing, Exception) and not dataclasses.is_dataclass(thing):
        yield f"```python\n{name}{_signature(thing)}\n```\n"
    yield f"{_docstring(thing)}\n"
    if dataclasses.is_dataclass(thing):
        yield _fields(thing)
    for member, value in vars(thing).items():
        function = value.__func__ if isinstance(value, classmethod | staticmethod) else value
        if member.startswith("_") or not inspect.getdoc(function):
            continue
        if isinstance(function, property):
            yield f"**`.{member}`** : {_docstring(function)}\n"
        elif inspect.isfunction(function):
            yield f"```python\n.{member}{_signature(function)}\n```\n\n{_docstring(function)}\n"


def _signature(thing: Any) -> str:
    """Parameters with types and defaults as they stand in the source; a path of this machine is left out."""
    target = thing.__init__ if inspect.isclass(thing) else inspect.unwrap(thing)
    signature = inspect.signature(target)
    parts, starred = [], False
    for name, p in signature.parameters.items():
        if name in ("self", "cls"):
            continue
        star = {p.VAR_POSITIONAL: "*", p.VAR_KEYWORD: "**"}.get(p.kind, "")
        if p.kind == p.KEYWORD_ONLY and not starred:
            parts.append("*")
        starred = starred or p.kind in (p.KEYWORD_ONLY, p.VAR_POSITIONAL)
        kind = "" if p.annotation is p.empty else f": {p.annotation}"
        default = "" if p.default is p.empty else f" = {_default(p.default)}"
        parts.append(f"{star}{name}{kind}{default}")
    gives = signature.return_annotation
    back = "" if inspect.isclass(thing) or gives is signature.empty else f" -> {gives}"
    if sum(map(len, parts)) + len(back) > _WIDTH:
        return "(\n" + "".join(f"    {part},\n" for part in parts) + f"){back}"
    return f"({', '.join(parts)}){back}"


def _default(value: Any) -> str:
    return "…" if isinstance(value, Path) else repr(value)


def _fields(thing: Any) -> str:
    """The fields of a dataclass, with the string that stands under a field in the source as its meaning."""
    meant = dict(
        re.findall(r'^    (\w+): [^\n]*\n    """(.*?)"""', inspect.getsource(thing), re.MULTILINE | re.DOTALL)
    )
    lines = ["| field | type | meaning |", "| --- | --- | --- |"]
    for field in dataclasses.fields(thing):
        if field.name.startswith("_"):
            continue
        lines.append(
            f"| `{field.name}` | `{field.type}` | {_roles(' '.join(meant.get(field.name, '').split()))} |"
        )
    return "\n".join(lines) + "\n"


def _docstring(thing: Any) -> str:
    """A docstring as Markdown: its Args and Raises become lists."""
    lines = (inspect.getdoc(thing) or "").splitlines()
    out: list[str] = []
    listing = False
    for line in lines:
        head = re.fullmatch(r"(Args|Raises|Returns|Yields|Gives):", line)
        item = re.match(r"    ([*\w.]+): (.*)", line)
        if head:
            listing = True
            out += ["", f"{head[1]}:", ""]
        elif listing and item:
            out.append(f"* `{item[1]}`: {item[2]}")
        elif listing and line.startswith("    "):
            out.append(f"  {line.strip()}")
        else:
            listing = listing and not line
            out.append(line)
    return _roles("\n".join(out))


def _roles(text: str) -> str:
    """reStructuredText's roles and double backticks as plain code."""
    text = re.sub(r":\w+:`~?([^`]+)`", r"`\1`", text)
    return text.replace("``", "`")
