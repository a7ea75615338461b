"""The accuracy page shows the reliability of the models that are shipped."""

from __future__ import annotations

import json

from tools import reliability

ROWS, TYPES = (json.loads(p.read_text(encoding="utf-8")) for p in (reliability.ROWS, reliability.TYPES))


def test_page_and_plot_are_of_the_last_training() -> None:
    text = reliability.PAGE.read_text(encoding="utf-8")
    assert reliability.page(text, ROWS, TYPES) == text, "run: python tools/reliability.py --write"
    assert reliability.PLOT.read_text(encoding="utf-8") == reliability.plot(ROWS)


def test_stated_confidence_of_a_type_is_what_happens() -> None:
    off = [abs(low + 0.05 - share) for low, n, share in TYPES["bands"] if n >= 100]
    assert max(off) < 0.06


def test_surer_rows_are_right_more_often() -> None:
    for half in ("dev", "test"):
        shares = [right for _, _, n, right in ROWS[half]["bands"] if n >= 20]
        assert shares == sorted(shares)
        assert ROWS[half]["auc"] > 0.65
