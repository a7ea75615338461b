"""The accuracy page shows the reliability of the model that is shipped."""

from __future__ import annotations

import json

from tools import reliability

REPORT = json.loads(reliability.REPORT.read_text(encoding="utf-8"))


def test_page_and_plot_are_of_the_last_training() -> None:
    text = reliability.PAGE.read_text(encoding="utf-8")
    assert reliability.page(text, REPORT) == text, "run: python tools/reliability.py --write"
    assert reliability.PLOT.read_text(encoding="utf-8") == reliability.plot(REPORT)


def test_stated_confidence_is_what_happens() -> None:
    off = [abs(low + 0.05 - share) for low, n, share in REPORT["bands"] if n >= 100]
    assert max(off) < 0.06
