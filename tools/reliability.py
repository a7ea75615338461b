"""The reliability of stated confidence, of rows and of types: tables and a plot for docs/accuracy.md.

usage: python tools/reliability.py [--write]

Without ``--write`` it only says whether page and plot are in step (exit code 1 where not).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
ROWS = ROOT / "training" / "rows.json"
"""Written by training/row_confidence.py."""
TYPES = ROOT / "training" / "report.json"
"""Written by training/train.py."""
PAGE = ROOT / "docs" / "accuracy.md"
PLOT = ROOT / "docs" / "assets" / "reliability.svg"
ROWS_AT = ("<!-- reliability of rows -->", "<!-- end of reliability of rows -->")
TYPES_AT = ("<!-- reliability -->", "<!-- end of reliability -->")
_SIDE, _MARGIN = 300, 46


def types_table(report: dict[str, Any]) -> str:
    """The bands of the type as a Markdown table, with a line on all drafts under it."""
    rows = [f"| {low:.1f} to {low + 0.1:.1f} | {n:,} | {share:.2f} |" for low, n, share in report["bands"]]
    return "\n".join([
        "| stated confidence of the type | drafts | right |",
        "| --- | --- | --- |",
        *rows,
        "",
        f"{report['sentences']:,} sentences, {report['drafts']:,} drafts; {report['accuracy']:.3f} of them "
        f"judged rightly where the commoner answer alone would be right in {report['majority']:.3f}.",
    ])  # fmt: skip


def rows_table(report: dict[str, Any]) -> str:
    """The bands of rows as a table: of reports left out of the fit, and of reports never looked at."""
    dev, test = (
        {low: (high, n, right) for low, high, n, right in report[k]["bands"]} for k in ("dev", "test")
    )
    rows = [
        f"| {low:.2f} to {high:.2f} | {n} | {right:.2f} | {test[low][1]} | {test[low][2]:.2f} |"
        for low, (high, n, right) in dev.items()
        if low in test
    ]
    return "\n".join([
        "| stated confidence of the row | rows, dev halves | right | rows, test halves | right |",
        "| --- | --- | --- | --- | --- |",
        *rows,
        "",
        f"All rows: {report['dev']['share']:.2f} of {report['dev']['rows']} right on the dev halves, "
        f"{report['test']['share']:.2f} of {report['test']['rows']} on the test halves. A right row is surer "
        f"than a wrong one in {report['dev']['auc']:.2f} and {report['test']['auc']:.2f} of all pairs.",
    ])  # fmt: skip


def plot(report: dict[str, Any]) -> str:
    """An SVG of stated confidence of rows against the share right; on the diagonal both are the same."""

    def x(value: float) -> float:
        return round(_MARGIN + value * _SIDE, 1)

    def y(value: float) -> float:
        return round(12 + (1 - value) * _SIDE, 1)

    lines = "".join(
        _line(
            [(x((low + high) / 2), y(right), n) for low, high, n, right in report[half]["bands"]],
            half,
            colour,
        )
        for half, colour in (("dev", "#999"), ("test", "#0072b2"))
    )
    ticks = "".join(
        f'<text x="{x(v)}" y="{y(0) + 18}" text-anchor="middle">{v:.1f}</text>'
        f'<text x="{x(0) - 8}" y="{y(v) + 4}" text-anchor="end">{v:.1f}</text>'
        f'<path d="M{x(v)} {y(0)}V{y(1)}M{x(0)} {y(v)}H{x(1)}" stroke="#999" stroke-opacity=".3"/>'
        for v in (0, 0.2, 0.4, 0.6, 0.8, 1)
    )
    width, height = _SIDE + _MARGIN + 16, _SIDE + 60
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" role="img" font-family="sans-serif" font-size="12" fill="#666">'
        "<title>Stated confidence of rows against the share that was right</title>"
        f'{ticks}<path d="M{x(0)} {y(0)}L{x(1)} {y(1)}" stroke="#999" stroke-dasharray="4 4"/>'
        f"{lines}"
        f'<text x="{x(0.5)}" y="{y(0) + 38}" text-anchor="middle">stated confidence</text>'
        f'<text transform="translate(12 {y(0.5)}) rotate(-90)" text-anchor="middle">share right</text>'
        "</svg>\n"
    )


def _line(points: list[tuple[float, float, int]], half: str, colour: str) -> str:
    """A line through bands (x, y, rows), its dots as large as the bands."""
    most = max(n for *_, n in points)
    dots = "".join(
        f'<circle cx="{a}" cy="{b}" r="{3 + 6 * (n / most) ** 0.5:.1f}" fill="{colour}">'
        f"<title>{half} halves: {n} rows</title></circle>"
        for a, b, n in points
    )
    path = " ".join(f"{a},{b}" for a, b, _ in points)
    x, y = points[-1][:2]
    name = f'<text x="{x + 10}" y="{y + (16 if half == "dev" else -8)}" fill="{colour}">{half}</text>'
    return f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>{dots}{name}'


def page(text: str, rows: dict[str, Any], types: dict[str, Any]) -> str:
    """The accuracy page with its tables renewed."""
    for (start, end), table in ((ROWS_AT, rows_table(rows)), (TYPES_AT, types_table(types))):
        before, rest = text.split(start)
        text = f"{before}{start}\n{table}\n{end}{rest.split(end)[1]}"
    return text


def main() -> int:
    """Write the page and the plot, or say whether they are in step."""
    rows, types = (json.loads(p.read_text(encoding="utf-8")) for p in (ROWS, TYPES))
    text = PAGE.read_text(encoding="utf-8")
    if "--write" in sys.argv[1:]:
        PAGE.write_text(page(text, rows, types), encoding="utf-8")
        PLOT.write_text(plot(rows), encoding="utf-8")
        return 0
    same = page(text, rows, types) == text and PLOT.read_text(encoding="utf-8") == plot(rows)
    print("in step" if same else "behind training/*.json: run python tools/reliability.py --write")
    return 0 if same else 1


if __name__ == "__main__":
    raise SystemExit(main())
