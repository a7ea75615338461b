"""Mentions → one story: near-duplicate reports, events, agreements.

``update`` works new reports in as they come; ``rebuild`` tells all of it again and comes to
the same.
"""

from dragoman.story.update import StoryChange, missing, rebuild, update

__all__ = ["StoryChange", "missing", "rebuild", "update"]
