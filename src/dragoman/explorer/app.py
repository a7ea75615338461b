"""The application: its addresses, and what is answered when something is wrong."""

from __future__ import annotations

import contextlib
import threading
from pathlib import Path

import duckdb
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from dragoman.explorer import events as table_events
from dragoman.explorer.api import routes as api
from dragoman.explorer.api.problems import problem
from dragoman.explorer.database import Database
from dragoman.explorer.errors import ExplorerError, NotFound
from dragoman.explorer.pages import actors, agreements, charts, event, overview, reports, review, table
from dragoman.explorer.security import Guard
from dragoman.explorer.settings import Settings
from dragoman.explorer.state import ASSETS, STATIC, Explorer, explorer_of
from dragoman.store import Store, StoreUnwritable
from dragoman.store.filters import Filter


def create_app(store: Path | Store | Database, settings: Settings | None = None) -> Starlette:
    """The explorer over a store.

    Args:
        store: an open store, a database made by ``shared.Shared``, or the path of a store; that is opened
            for writing where possible, so that reviews can be kept, and held until the end.
        settings: where it will listen, its token and its limits.

    Raises:
        StoreError: the store cannot be opened.
    """
    settings = settings or Settings()
    if not isinstance(store, Database):
        opened = store if isinstance(store, Store) else open_store(store)
        store = Database(opened, seconds=settings.query_seconds)
    explorer = Explorer(store, settings)
    app = Starlette(
        routes=_routes(),
        middleware=[
            Middleware(Guard, settings=settings, refuse=_refuse(explorer)),
            Middleware(GZipMiddleware, minimum_size=1000),
        ],
        exception_handlers={ExplorerError: _failed, HTTPException: _not_there, Exception: _broken},
    )
    app.state.explorer = explorer
    threading.Thread(target=warm, args=(explorer,), daemon=True).start()
    return app


def warm(explorer: Explorer) -> None:
    """Load the names and count what the first views show, so that nobody waits for it later."""
    with contextlib.suppress(ExplorerError, duckdb.Error):
        overview.context(explorer)
        table_events.facets(explorer.db, Filter())
    _ = explorer.names.knowledge


def open_store(path: Path) -> Store:
    """Open a store to write reviews to, or to read only where it cannot be written."""
    try:
        return Store.open(path, create=False)
    except StoreUnwritable:
        return Store.open(path, create=False, read_only=True)


def _routes() -> list[BaseRoute]:
    pages = [
        Route("/", overview.overview, name="overview"),
        Route("/events", table.events),
        Route("/events/{event_id}", event.event),
        Route("/mentions/{mention_id}", event.mention),
        Route("/mentions/{mention_id}/why", event.why),
        Route("/map", charts.map_page),
        Route("/timeline", charts.timeline_page),
        Route("/network", charts.network_page),
        Route("/pair", charts.pair_page),
        Route("/actors", actors.actors),
        Route("/actors/{actor_id:path}", actors.actor),
        Route("/agreements", agreements.agreements),
        Route("/agreements/{agreement_id}", agreements.agreement),
        Route("/reports", reports.reports),
        Route("/reports/{document_id}", reports.report),
        Route("/review", review.queue),
        Route("/review/decide", review.decide, methods=["POST"]),
        Route("/review/undo", review.undo, methods=["POST"]),
        Route("/review/name", review.name, methods=["POST"]),
        Route("/review/agreement", review.agreement),
        Route("/review/gold.jsonl", review.gold),
        Route("/review/reports/{document_id}", review.whole_report),
        Route("/help", overview.help_page),
        Route("/healthz", _healthy),
    ]
    files: list[BaseRoute] = [Mount("/static", StaticFiles(directory=STATIC))]
    if ASSETS.is_dir():
        files.append(Mount("/assets", StaticFiles(directory=ASSETS)))
    return [*files, *api.ROUTES, *pages]


def _healthy(request: Request) -> Response:
    return Response("ok\n", media_type="text/plain")


# --- what is wrong --------------------------------------------------------------------------------


def _wants_problem(request: Request) -> bool:
    return request.url.path.startswith("/api/")


def _answer(request: Request, error: ExplorerError) -> Response:
    if _wants_problem(request):
        return problem(error, request.url.path)
    page = explorer_of(request).render("error.html", error=error, request=request)
    return HTMLResponse(page, status_code=error.status)


async def _failed(request: Request, error: Exception) -> Response:
    assert isinstance(error, ExplorerError)
    return _answer(request, error)


async def _not_there(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    found: ExplorerError = NotFound(f"There is no page {request.url.path}.")
    if error.status_code != 404:
        found = ExplorerError(error.detail)
        found.status, found.title = error.status_code, "The request cannot be answered"
    answer = _answer(request, found)
    for name, value in (error.headers or {}).items():
        answer.headers[name] = value
    return answer


async def _broken(request: Request, error: Exception) -> Response:
    return _answer(request, ExplorerError("The server failed on this request; the record is not harmed."))


def _refuse(explorer: Explorer) -> ASGIApp:
    """The answer to a request that the guard turns away."""

    async def refuse(scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        error: ExplorerError = scope["state"]["error"]
        if _wants_problem(request):
            answer: Response = problem(error, request.url.path)
        else:
            answer = HTMLResponse(explorer.render("error.html", error=error, request=None), error.status)
        if error.status == 401:
            answer.headers["www-authenticate"] = "Bearer"
        await answer(scope, receive, send)

    return refuse
