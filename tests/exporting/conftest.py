from __future__ import annotations

from collections.abc import Iterator

import pytest

from dragoman import story
from dragoman.store import Store
from tests.explorer.small import records


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Six mentions: a visit, talks of two states, a shelling told three times and denied once."""
    with Store.open(tmp_path_factory.mktemp("exports") / "e.duckdb") as made:
        made.add_many(records())
        story.catch_up(made)
    with Store.open(made.path, read_only=True) as held:
        yield held
