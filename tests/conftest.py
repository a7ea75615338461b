"""What several tests need: one coder for all of them, and the reference files where they are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dragoman.coding import Coder

SHARED = Path(__file__).parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of reference files beside the checkout; the test is skipped where there is none."""
    if not SHARED.is_dir():
        pytest.skip(f"there is no {SHARED.name} folder beside this checkout")
    return SHARED


@pytest.fixture(scope="session")
def coder() -> Coder:
    """One coder for all tests: loading it takes longer than any of them."""
    from dragoman.coding import Coder

    return Coder()
