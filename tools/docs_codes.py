"""Tables of all PLOVER and CAMEO codes, from the data files of the ontology."""

from __future__ import annotations

import csv
from pathlib import Path

import dragoman.ontology as ontology

DATA = Path(ontology.__file__).parent / "data"
_QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}


def rows(name: str) -> list[dict[str, str]]:
    """The rows of one data file."""
    lines = [line for line in (DATA / name).read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def source(name: str) -> str:
    """What the data file says that it comes from."""
    first = (DATA / name).read_text(encoding="utf-8").partition("\n")[0]
    return first.removeprefix("# source:").strip()


def table(heads: list[str], cells: list[list[str]]) -> str:
    """A Markdown table."""
    lines = [heads, ["---"] * len(heads), *([c.replace("|", "\\|") for c in row] for row in cells)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def plover() -> str:
    """Types with their modes, contexts, statuses, sectors, codes without a state."""
    modes: dict[str, list[list[str]]] = {}
    for r in rows("modes.tsv"):
        modes.setdefault(r["type"], []).append([f"`{r['mode']}`", r["plover_score"], r["meaning"]])
    parts = [
        "# PLOVER's codes\n",
        "Made from `src/dragoman/ontology/data/`. Where the manual contradicts itself, "
        "[the decisions](../ontology.md) say what was done. Scores run from -10 (conflict) to "
        f"+10 (cooperation).\n\nSource: {source('types.tsv')}.\n",
        "## Event types\n",
        table(
            ["type", "quad class", "score", "needs a recipient", "meaning"],
            [
                [f"[{r['type']}](#{r['type'].lower()})" if r["type"] in modes else r["type"],
                 f"{r['quad_code']}, {r['quad']}", r["plover_score"], r["requires_recipient"], r["meaning"]]
                for r in rows("types.tsv")
            ],
        ),
        "## Modes\n\nA mode says how; a type without modes has none here.\n",
    ]  # fmt: skip
    for name, cells in modes.items():
        parts.append(f"### {name}\n\n{table(['mode', 'score', 'meaning'], cells)}")
    for title, file, key in (
        ("Contexts", "contexts.tsv", "context"),
        ("Statuses", "statuses.tsv", "status"),
        ("Sectors", "sectors.tsv", "sector"),
        ("Codes in the place of a country", "nonstate.tsv", "code"),
    ):
        listed = [
            [f"`{r[key]}`", r["meaning"], *([r["scheme"]] if "scheme" in r else [])] for r in rows(file)
        ]
        heads = [key, "meaning", *(["of"] if len(listed[0]) == 3 else [])]
        parts.append(f"## {title}\n\n{table(heads, listed)}")
    return "\n".join(parts)


def cameo() -> str:
    """All codes under their roots, with what each is in PLOVER."""
    crossing = ontology.crosswalk()
    codes = ontology.cameo()
    parts = [
        "# CAMEO's codes\n",
        "Made from `src/dragoman/ontology/data/`. Codes are text: `042` is not 42. A row says what the code "
        "is in PLOVER; the coder goes the other way, from what a sentence says to both, and gives the "
        f"closest code.\n\nSources: {source('cameo.tsv')}; {source('crosswalk.tsv')}.\n",
    ]
    for root in [c for c in codes if len(c) == 2]:
        members = [c for c in codes.values() if c.code.startswith(root)]
        parts.append(f"## {root} {codes[root].name.capitalize()}\n")
        parts.append(f"Quad class {codes[root].quad_code}, {_QUADS[codes[root].quad_code]}.\n")
        cells = []
        for code in members:
            to = crossing.get(code.code)
            plover_term = (
                " ".join(filter(None, (to.event_type, f"`{to.mode}`" if to.mode else ""))) if to else ""
            )
            contexts = ", ".join(to.contexts) if to else ""
            cells.append([f"`{code.code}`", code.name, f"{code.goldstein:g}", plover_term, contexts])
        parts.append(table(["code", "name", "Goldstein", "in PLOVER", "contexts"], cells))
    return "\n".join(parts)
