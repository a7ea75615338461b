"""Stub while events are built."""

from dragoman.story.shelf import StoryStore


def update(store: StoryStore, events: list[str]) -> None: ...
def rebuild(store: StoryStore) -> None: ...
