"""``dragoman watch``: feeds in, again and again; what is new comes out coded."""

from __future__ import annotations

import re
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.app import Exit, debugging, errors_reported, say
from dragoman.cli.ingest import WAIT

if TYPE_CHECKING:
    from dragoman.coding import Coder
    from dragoman.reading import ReadProblem
    from dragoman.reading.web import News, Watcher, WatchState
    from dragoman.records import Document, Record

_UNITS = {"s": 1, "m": 60, "min": 60, "h": 3600, "d": 86_400, "": 60}
_SHORTEST = 10.0
"""Seconds between two polls of one feed."""


class Printed(StrEnum):
    """How what was coded is printed."""

    table = "table"
    jsonl = "jsonl"


def seconds(text: str) -> float:
    """An interval option: 90s, 15m, 2h; a bare number counts minutes."""
    match = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([a-z]*)", text.strip().lower())
    if not match or match[2] not in _UNITS:
        raise typer.BadParameter(f"{text!r} is no interval; write 90s, 15m or 2h")
    found = float(match[1]) * _UNITS[match[2]]
    if found < _SHORTEST:
        raise typer.BadParameter(f"feeds are not asked more often than every {_SHORTEST:g} seconds")
    return found


def watch(
    feeds: Annotated[
        list[str],
        typer.Argument(
            metavar="FEEDS...", help="Addresses of feeds, OPML files, or files with an address a line."
        ),
    ],
    store: Annotated[
        Path | None,
        typer.Option(
            "--store",
            "-s",
            metavar="FILE",
            help="Keep the records in this DuckDB file; what was seen is kept in FILE.watch.json.",
        ),
    ] = None,
    once: Annotated[
        bool,
        typer.Option("--once", help="Ask every feed once, but for those that failed of late, then leave."),
    ] = False,
    interval: Annotated[
        float, typer.Option(parser=seconds, metavar="TIME", help="Time between two polls: 90s, 15m, 2h.")
    ] = "15m",  # type: ignore[assignment]  # parsed like an option
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from private and loopback addresses too.")
    ] = False,
    format: Annotated[Printed, typer.Option("--format", "-f", help="How to print.")] = Printed.table,
    evidence: Annotated[
        bool, typer.Option("--evidence", "-e", help="In the table, print the sentence under each row.")
    ] = False,
) -> None:
    """Watch feeds and code what is new in them, until Ctrl-C."""
    from dragoman.reading.web import FeedListError, Fetcher, Watcher, WatchState, addresses_in

    try:
        urls = addresses_in(feeds)
    except FeedListError as error:
        raise typer.BadParameter(str(error)) from None
    with errors_reported(), _ended_like_ctrl_c(), Fetcher(allow_private=allow_private) as fetcher:
        state = WatchState(store.with_name(store.name + ".watch.json") if store else None)
        if state.trouble:
            say(state.trouble)
        run = Watch(
            Watcher(urls, fetcher, state, interval=interval), state, store, _printer(format, evidence)
        )
        run.check_store()
        run.go(once=once)
    raise typer.Exit(Exit.INPUT if once and run.failed else Exit.OK)


class Watch:
    """One call of the command: what is new goes through the coder, into the store, onto the screen."""

    def __init__(
        self, watcher: Watcher, state: WatchState, store: Path | None, show: Callable[[Record], None]
    ) -> None:
        self.watcher = watcher
        self.state = state
        self.store = store
        self.show = show
        self.coded = 0
        self.failed = 0
        self._coder: Coder | None = None

    def check_store(self) -> None:
        """Fail before the first poll where the store cannot be written at all."""
        from dragoman.store import Store

        if self.store:
            Store.open(self.store, wait=WAIT).close()

    def go(self, *, once: bool) -> None:
        """Poll feeds as they fall due; with ``once`` each at most once."""
        say(f"watching {len(self.watcher.urls)} feed{'s' if len(self.watcher.urls) != 1 else ''}")
        while True:
            for url in self.watcher.due(eager=once):
                self._poll(url)
            pause = self.watcher.pause()
            if once:
                say(f"{self.coded} coded, {self.failed} not")
                return
            if pause is None:
                say("all feeds are gone for good; nothing is left to watch")
                return
            time.sleep(max(1.0, pause))

    def _poll(self, url: str) -> None:
        """One feed; whatever fails, the others and the next time are not harmed."""
        before = self.coded, self.failed
        had_failed = self.state.of(url).failures > 0
        try:
            for news in self.watcher.poll(url):
                self._take(news)
            if had_failed and not self.state.of(url).failures:
                self._answers_again(url)
        except Exception as error:
            if debugging():
                raise
            self._problem(f"{url}: the poll failed ({type(error).__name__}: {error}); asked again later")
            self.watcher.postpone(url)
        finally:
            self.state.save()  # also after Ctrl-C; what a kill loses is coded again and doubles nothing
        if self.coded > before[0]:
            say(f"{url}: {self.coded - before[0]} coded, {self.failed - before[1]} not")

    def _take(self, news: News) -> None:
        from dragoman.reading import ReadProblem

        if isinstance(news.item, ReadProblem):
            self._reject(news.item)
            news.done()
            return
        record = self._record(news.item)
        if isinstance(record, ReadProblem):
            self._reject(record)
        else:
            if not self._kept(record):
                return
            self.coded += 1
            self.show(record)
        news.done()

    def _record(self, document: Document) -> Record | ReadProblem:
        from dragoman.cli.code import code_one
        from dragoman.reading import ReadProblem

        if self._coder is None:
            from dragoman.coding import Coder

            self._coder = Coder()
        try:
            return code_one(self._coder, document)
        except Exception as error:
            if debugging():
                raise
            name = document.url or document.source_file or document.id
            reason = f"the coder failed ({type(error).__name__}: {error})"
            return ReadProblem(name, reason, "please report it")

    def _kept(self, record: Record) -> bool:
        """True once a record is on disk; a store that is in use now is tried again at the next poll."""
        from dragoman import story
        from dragoman.store import Store, StoreError
        from dragoman.store.sources import not_rejected

        if self.store is None:
            return True
        try:
            with Store.open(self.store, wait=WAIT) as store:
                store.add_many([record])
                story.catch_up(store)
                not_rejected(store, record.document.url)
        except StoreError as error:
            self._problem(f"{error} (the report comes again at the next poll)")
            return False
        return True

    def _answers_again(self, url: str) -> None:
        from dragoman.store import Store, StoreError
        from dragoman.store.sources import not_rejected

        try:
            if self.store:
                with Store.open(self.store) as store:
                    not_rejected(store, url)
        except StoreError as error:
            say(f"{error} (the feed still stands among what was rejected)")

    def _reject(self, problem: ReadProblem) -> None:
        """Tell what could not be read, and keep it with its reason in the store."""
        from dragoman.store import Store, StoreError
        from dragoman.store.sources import reject

        self._problem(str(problem))
        if self.store is None:
            return
        try:
            with Store.open(self.store) as store:
                reject(store, problem, store.run(self._coder.version) if self._coder else None)
        except StoreError as error:
            say(f"{error} (this is not in the table of what was rejected)")

    def _problem(self, message: str) -> None:
        self.failed += 1
        say(message)


@contextmanager
def _ended_like_ctrl_c() -> Iterator[None]:
    """Let the signal that ends services (SIGTERM) do what Ctrl-C does."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _printer(format: Printed, evidence: bool) -> Callable[[Record], None]:
    if format is Printed.jsonl:
        return lambda record: print(record.to_json(), flush=True)
    from dragoman.cli.tables import console, show_record

    target = console()
    return lambda record: show_record(target, record, evidence=evidence)
