"""Mentions → one story: near-duplicate reports, events, agreements.

``catch_up`` works in whatever has come since the last time (``update`` the reports that are
named); ``rebuild`` tells all of it again and comes to the same.
"""

from dragoman.story.shelf import Memory
from dragoman.story.update import StoryChange, catch_up, missing, rebuild, update

__all__ = ["Memory", "StoryChange", "catch_up", "missing", "rebuild", "update"]
