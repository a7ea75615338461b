"""Feeds → what is new in them, again and again.

An item counts as done only when whoever asked says so (``News.done``), and a feed's ETag is
kept only when all its items are: whatever is killed, and whenever, no item is lost.
"""

from __future__ import annotations

import io
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from dragoman.reading import feeds, pages, texts
from dragoman.reading.drafts import Draft
from dragoman.reading.formats import recognised
from dragoman.reading.inputs import Input
from dragoman.reading.options import ReadOptions
from dragoman.reading.problems import ReadProblem
from dragoman.reading.web.fetch import Answer, Fetcher, FetchError
from dragoman.reading.web.state import FeedState, WatchState
from dragoman.records import Document, stable_id

_MOST_TRIES = 3
"""Tries of an item's page before its summary has to do."""
_LONGEST_PAUSE = 24 * 3600.0
_OPTIONS = ReadOptions()
_HTML = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class News:
    """Something new in a feed: a document, or why there is none."""

    feed: str
    item: Document | ReadProblem
    done: Callable[[], None]
    """To be called when the item has been dealt with; until then it comes again."""


class Watcher:
    """Polls feeds, each at its time; failures are told as problems and never raised."""

    def __init__(
        self, urls: list[str], fetcher: Fetcher, state: WatchState, *, interval: float = 900.0
    ) -> None:
        """Watch ``urls``, asking each every ``interval`` seconds, and less often while it fails."""
        self.urls = urls
        self.fetcher = fetcher
        self.state = state
        self.interval = interval
        self._now = time.time

    def due(self, *, eager: bool = False) -> list[str]:
        """The feeds whose time has come, the longest waiting first.

        Args:
            eager: ask those too whose last answer was good, whenever it came.
        """
        known = ((url, self.state.of(url)) for url in self.urls)
        now = self._now()
        waiting = [(s.due, url) for url, s in known if s.due <= now or (eager and not s.failures)]
        return [url for _, url in sorted(waiting) if not self.state.of(url).gone]

    def pause(self) -> float | None:
        """Seconds until the next feed is due; None where all are gone for good."""
        times = [self.state.of(url).due for url in self.urls if not self.state.of(url).gone]
        return max(0.0, min(times) - self._now()) if times else None

    def poll(self, url: str) -> Iterator[News]:
        """What is new in one feed, in the order of the feed from its end, which is oldest first."""
        known = self.state.of(url)
        try:
            answer = self.fetcher.get(url, etag=known.etag, modified=known.modified)
        except FetchError as error:
            yield self._failed(url, known, error)
            return
        if answer.status == 304:
            self._succeeded(known, answer)
            return
        feed = feeds.parse(answer.data, _headers(answer))
        if not feed.whole:
            yield self._failed(url, known, FetchError(url, _no_feed(answer, feed)))
            return
        if feed.damage:
            yield News(
                url, ReadProblem(url, f"the feed is damaged ({feed.damage})", "its items were read"), _nothing
            )
        feed = replace(feed, items=tuple(_addressed(item, answer.url) for item in feed.items))
        yield from self._news(url, known, feed)
        self._succeeded(known, answer, whole=not feed.damage and not self._left(known, feed))

    def postpone(self, url: str) -> None:
        """Come to a feed again later, after something went wrong with what it held."""
        self._failed(url, self.state.of(url), FetchError(url, "its news could not be taken in"))

    # --- one poll -------------------------------------------------------------------------------

    def _news(self, url: str, known: FeedState, feed: feeds.Feed) -> Iterator[News]:
        for item in reversed(feed.whole):
            key = _key(item)
            if key in known.seen:
                continue
            found = self._document(url, known, key, feed, item)
            if found is not None:
                yield News(url, found, lambda key=key: known.done(key))  # type: ignore[misc]

    def _left(self, known: FeedState, feed: feeds.Feed) -> bool:
        return any(_key(item) not in known.seen for item in feed.whole)

    def _document(
        self, url: str, known: FeedState, key: str, feed: feeds.Feed, item: feeds.Item
    ) -> Document | ReadProblem | None:
        """The report of an item, from its page where the feed holds a summary; None to try again later."""
        note = None
        if item.is_summary and item.url:
            found = self._page(item.url)
            if isinstance(found, Document):
                return _completed(found, item, feed, url)
            known.tries[key] = known.tries.get(key, 0) + 1
            if not found.lasting and known.tries[key] < _MOST_TRIES:
                return None
            note = f"its page could not be read ({found.reason})"
        own = Draft(url, feeds.document, (item, feed.title, feed.language, url, None, _OPTIONS)).make()
        if isinstance(own, ReadProblem):
            reason = f"{own.reason}, and {note}" if note else own.reason
            return ReadProblem(item.url or url, reason, "the item was left out")
        return replace(own, notes=(*own.notes, note)) if note else own

    def _page(self, url: str) -> Document | FetchError:
        try:
            answer = self.fetcher.get(url)
        except FetchError as error:
            return error
        if answer.type in _HTML or (not answer.type and recognised(_input(answer)) == "html"):
            origin = pages.Origin(answer.url, answer.url, answer.charset)
            found = Draft(answer.url, pages.document, (answer.data, origin, _OPTIONS)).make()
        elif answer.type == "text/plain":
            found = Draft(answer.url, texts.document, (answer.data, answer.url, _OPTIONS, answer.url)).make()
        else:
            return FetchError(url, f"it is of type {answer.type or 'unknown'}, no page", lasting=True)
        if isinstance(found, ReadProblem):
            return FetchError(url, found.reason, lasting=True)
        return found

    # --- when to come again ---------------------------------------------------------------------

    def _succeeded(self, known: FeedState, answer: Answer, *, whole: bool = True) -> None:
        known.failures = 0
        if whole and answer.status == 200:
            known.etag, known.modified = answer.etag, answer.modified
        known.due = self._now() + max(self.interval, answer.fresh_for)

    def _failed(self, url: str, known: FeedState, error: FetchError) -> News:
        known.failures += 1
        known.gone = error.status == 410
        pause = min(self.interval * 2.0 ** min(known.failures, 12), max(_LONGEST_PAUSE, self.interval))
        pause = max(pause * random.uniform(0.9, 1.1), error.wait or 0.0)
        known.due = self._now() + pause
        again = "the feed is no longer watched" if known.gone else f"asked again in {_duration(pause)}"
        return News(url, ReadProblem(error.url, error.reason, again), _nothing)


def _completed(page: Document, item: feeds.Item, feed: feeds.Feed, url: str) -> Document:
    """A page's report with what the feed knows better: the item's id, and what the page does not say."""
    notes = page.notes
    if page.published is None and item.published is not None:
        notes = tuple(note for note in notes if not note.startswith("no date found"))
    return replace(
        page,
        title=page.title or item.title,
        published=page.published or item.published,
        outlet=page.outlet or feed.title,
        authors=page.authors or item.authors,
        source_id=item.id,
        source_file=url,
        notes=notes,
    )


def _addressed(item: feeds.Item, base: str) -> feeds.Item:
    """The item with its address made whole, for some feeds give only a path."""
    try:
        return replace(item, url=urljoin(base, item.url)) if item.url else item
    except ValueError:
        return replace(item, url=None)


def _key(item: feeds.Item) -> str:
    return stable_id(item.id or item.url or f"{item.title}\n{item.text}")


def _headers(answer: Answer) -> dict[str, str]:
    charset = f"; charset={answer.charset}" if answer.charset else ""
    return {"content-type": (answer.type or "application/xml") + charset}


def _no_feed(answer: Answer, feed: feeds.Feed) -> str:
    kind = recognised(_input(answer))
    if kind == "html":
        return "it is a page and no feed; look there for the address of its feed"
    return f"it is no feed that can be read ({feed.damage or answer.type or 'nothing in it'})"


def _input(answer: Answer) -> Input:
    return Input.of("", io.BytesIO(answer.data))


def _duration(seconds: float) -> str:
    for unit, size in (("h", 3600), ("min", 60)):
        if seconds >= size:
            return f"{seconds / size:.0f} {unit}"
    return f"{seconds:.0f} s"


def _nothing() -> None:
    """Nothing is to be remembered."""
