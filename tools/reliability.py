"""The reliability of stated confidence, from training/report.json: a table and a plot for docs/accuracy.md.

usage: python tools/reliability.py [--write]

Without ``--write`` it only says whether page and plot are in step (exit code 1 where not).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
REPORT = ROOT / "training" / "report.json"
PAGE = ROOT / "docs" / "accuracy.md"
PLOT = ROOT / "docs" / "assets" / "reliability.svg"
START, END = "<!-- reliability -->", "<!-- end of reliability -->"
_SIDE, _MARGIN = 300, 46


def table(report: dict[str, Any]) -> str:
    """The bands as a Markdown table, with a line on all drafts under it."""
    rows = [f"| {low:.1f} to {low + 0.1:.1f} | {n:,} | {share:.2f} |" for low, n, share in report["bands"]]
    return "\n".join([
        "| stated confidence | drafts | right |",
        "| --- | --- | --- |",
        *rows,
        "",
        f"{report['sentences']:,} sentences, {report['drafts']:,} drafts; {report['accuracy']:.3f} of them "
        f"judged rightly where the commoner answer alone would be right in {report['majority']:.3f}.",
    ])  # fmt: skip


def plot(report: dict[str, Any]) -> str:
    """An SVG of stated confidence against the share that was right; on the diagonal both are the same."""

    def x(value: float) -> float:
        return round(_MARGIN + value * _SIDE, 1)

    def y(value: float) -> float:
        return round(12 + (1 - value) * _SIDE, 1)

    points = [(low + 0.05, share, n) for low, n, share in report["bands"]]
    line = " ".join(f"{x(a)},{y(b)}" for a, b, _ in points)
    most = max(n for _, _, n in points)
    dots = "".join(
        f'<circle cx="{x(a)}" cy="{y(b)}" r="{3 + 7 * (n / most) ** 0.5:.1f}" fill="#0072b2">'
        f"<title>{n:,} drafts at {a - 0.05:.1f} to {a + 0.05:.1f}: {b:.2f} right</title></circle>"
        for a, b, n in points
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
        "<title>Stated confidence against the share of drafts that were right</title>"
        f'{ticks}<path d="M{x(0)} {y(0)}L{x(1)} {y(1)}" stroke="#999" stroke-dasharray="4 4"/>'
        f'<polyline points="{line}" fill="none" stroke="#0072b2" stroke-width="2"/>{dots}'
        f'<text x="{x(0.5)}" y="{y(0) + 38}" text-anchor="middle">stated confidence</text>'
        f'<text transform="translate(12 {y(0.5)}) rotate(-90)" text-anchor="middle">share right</text>'
        "</svg>\n"
    )


def page(text: str, report: dict[str, Any]) -> str:
    """The accuracy page with its table renewed."""
    before, rest = text.split(START)
    return f"{before}{START}\n{table(report)}\n{END}{rest.split(END)[1]}"


def main() -> int:
    """Write the page and the plot, or say whether they are in step."""
    report = json.loads(REPORT.read_text(encoding="utf-8"))
    text = PAGE.read_text(encoding="utf-8")
    if "--write" in sys.argv[1:]:
        PAGE.write_text(page(text, report), encoding="utf-8")
        PLOT.write_text(plot(report), encoding="utf-8")
        return 0
    same = page(text, report) == text and PLOT.read_text(encoding="utf-8") == plot(report)
    print("in step" if same else "behind training/report.json: run python tools/reliability.py --write")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
