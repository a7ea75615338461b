from __future__ import annotations

from pathlib import Path

import pytest
from small_knowledge import compiled, write_tables

from dragoman.knowledge import Knowledge


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder with a handful of rows in every table."""
    return write_tables(tmp_path / "data")


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    """The knowledge base of that handful of rows."""
    return compiled(write_tables(tmp_path_factory.mktemp("knowledge")))


@pytest.fixture(scope="session")
def base() -> Knowledge:
    """The knowledge base that ships with the package."""
    return Knowledge.load(own=False)
