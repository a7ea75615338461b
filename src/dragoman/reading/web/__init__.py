"""Feeds and pages fetched over the network, politely and within limits.

``network`` decides what may be connected to, ``fetch`` gets one address, ``robots`` asks
leave, ``state`` remembers, ``watching`` turns feeds into documents.  Only ``dragoman watch``
uses this; nothing else in dragoman needs a network.
"""

from dragoman.reading.web.feedlist import FeedListError, addresses_in
from dragoman.reading.web.fetch import Answer, Fetcher, FetchError
from dragoman.reading.web.state import FeedState, WatchState
from dragoman.reading.web.watching import News, Watcher

__all__ = [
    "Answer",
    "FeedListError",
    "FeedState",
    "FetchError",
    "Fetcher",
    "News",
    "WatchState",
    "Watcher",
    "addresses_in",
]
