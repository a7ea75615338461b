"""What a watch remembers from one start to the next, in a JSON file beside the store."""

from __future__ import annotations

import dataclasses
import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_MOST_SEEN = 5000
"""Items remembered for each feed; feeds hold some dozens at a time."""


@dataclass(slots=True)
class FeedState:
    """What is known of one feed."""

    etag: str | None = None
    modified: str | None = None
    due: float = 0.0
    """When it may be asked again, in seconds since 1970."""
    failures: int = 0
    """Failures in a row."""
    gone: bool = False
    """True where the server said that it is gone for good."""
    seen: dict[str, None] = field(default_factory=dict)
    """Keys of items that are done, oldest first."""
    tries: dict[str, int] = field(default_factory=dict)
    """How often the page of an item that is not done was tried."""

    def done(self, key: str) -> None:
        """Remember an item as done."""
        self.tries.pop(key, None)
        self.seen[key] = None
        while len(self.seen) > _MOST_SEEN:
            del self.seen[next(iter(self.seen))]


class WatchState:
    """The feeds that are known, kept in a file if there is one."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self.feeds: dict[str, FeedState] = {}
        self.trouble: str | None = None
        """What was wrong with the file, which was put aside."""
        if path is not None and path.exists():
            self._load(path)

    def of(self, url: str) -> FeedState:
        """What is known of a feed."""
        return self.feeds.setdefault(url, FeedState())

    def save(self) -> None:
        """Write the file anew, whole or not at all.

        Raises:
            OSError: it cannot be written.
        """
        if self.path is None:
            return
        data = {"version": 1, "feeds": {url: _plain(feed) for url, feed in self.feeds.items()}}
        fresh = self.path.with_name(self.path.name + ".new")
        with fresh.open("w", encoding="utf-8") as stream:
            json.dump(data, stream, ensure_ascii=False, indent=1)
            stream.flush()
            os.fsync(stream.fileno())
        fresh.replace(self.path)

    def _load(self, path: Path) -> None:
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
            self.feeds = {url: _feed(values) for url, values in data["feeds"].items()}
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            aside = path.with_name(path.name + ".broken")
            path.replace(aside)
            self.trouble = (
                f"{path}: no record of a watch ({error}); put aside as {aside.name}, feeds are read anew"
            )


def _plain(feed: FeedState) -> dict[str, Any]:
    return {**dataclasses.asdict(feed), "seen": list(feed.seen)}


def _feed(values: dict[str, Any]) -> FeedState:
    return FeedState(
        etag=values.get("etag"),
        modified=values.get("modified"),
        due=float(values.get("due", 0.0)),
        failures=int(values.get("failures", 0)),
        gone=bool(values.get("gone")),
        seen=dict.fromkeys(map(str, values.get("seen", []))),
        tries={str(key): int(n) for key, n in values.get("tries", {}).items()},
    )
