"""``dragoman serve``: the explorer over a store, in a browser, on this machine."""

from __future__ import annotations

import contextlib
import secrets
import signal
import socket
import threading
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.app import EXIT_CODES, Exit, errors_reported, say

if TYPE_CHECKING:
    from dragoman.explorer import Settings
    from dragoman.explorer.database import Database
    from dragoman.explorer.shared import Shared
    from dragoman.store import Store

EPILOG = (
    "A copy of the store is shown, so that `ingest` and `watch` can write it meanwhile; it is taken anew "
    "when they are done, and about once a minute while they are at work.\n\n"
    "Reading needs no token on this machine; writing (review) does: the address that is printed holds it. "
    "Any other --host asks for the token for everything.\n\n" + EXIT_CODES
)
DEFAULT_STORE = Path("dragoman-demo.duckdb")
_LEAST_TOKEN = 16


def serve(
    store: Annotated[
        Path, typer.Option("--store", "-s", metavar="FILE", help="The store to show.")
    ] = DEFAULT_STORE,
    host: Annotated[
        str, typer.Option(help="Address to listen on; by default this machine only.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 takes a free one.")] = 8765,
    token: Annotated[
        str | None,
        typer.Option(
            envvar="DRAGOMAN_TOKEN", help="What clients must show to write, and to read from other machines."
        ),
    ] = None,
    read_only: Annotated[
        bool, typer.Option("--read-only", help="Take no reviews; several servers can share a store.")
    ] = False,
    in_place: Annotated[
        bool,
        typer.Option(
            "--in-place",
            help="Show the file itself, not a copy: needs no room, but nobody else can write it meanwhile.",
        ),
    ] = False,
) -> None:
    """Show a store as web pages and an HTTP API; Ctrl-C stops it."""
    from dragoman.explorer import Settings
    from dragoman.explorer.settings import is_loopback

    if token is not None and len(token) < _LEAST_TOKEN:
        raise typer.BadParameter(f"a token has at least {_LEAST_TOKEN} characters", param_hint="--token")
    if not is_loopback(host) and token is None:
        raise typer.BadParameter(
            f"{host} can be reached from other machines: give a --token (or DRAGOMAN_TOKEN) of at least "
            f"{_LEAST_TOKEN} characters, or leave --host out",
            param_hint="--host",
        )
    with errors_reported():
        settings = Settings(host=host, port=port, token=token or secrets.token_urlsafe(18))
        _serve(store, settings, read_only=read_only, in_place=in_place)


def _serve(path: Path, settings: Settings, *, read_only: bool, in_place: bool) -> None:
    import uvicorn

    from dragoman.explorer import create_app
    from dragoman.explorer.database import Database
    from dragoman.explorer.shared import close
    from dragoman.store import Store

    host, token = settings.host, settings.token
    with contextlib.ExitStack() as stack:
        found, shared = _opened(path, settings, read_only=read_only, in_place=in_place)
        stack.callback(close if isinstance(found, Database) else Store.close, found)  # type: ignore[arg-type]
        listening = _listen(host, settings.port)
        port = int(listening.getsockname()[1])
        app = create_app(found, replace(settings, port=port))
        explorer = app.state.explorer
        if shared is not None:
            stopped = threading.Event()
            stack.callback(lambda: close(explorer.db))
            stack.callback(stopped.set)
            threading.Thread(target=shared.watch, args=(explorer, stopped), daemon=True).start()
        else:
            stack.callback(explorer.db.close)
        shown = f"[{host}]" if ":" in host else host
        say(f"{path} is at http://{shown}:{port}/?token={token}")
        say("the part behind ? lets this browser keep reviews; Ctrl-C stops the server")
        config = uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            server_header=False,
            date_header=True,
            limit_concurrency=128,
            timeout_keep_alive=10,
            h11_max_incomplete_event_size=32 * 1024,
        )
        signal.signal(signal.SIGTERM, _leave)  # the server hands it on when it has ended
        uvicorn.Server(config).run(sockets=[listening])


def _leave(number: int, frame: FrameType | None) -> None:
    """Leave in order, so that no copy is left behind."""
    raise typer.Exit(Exit.OK)


def _opened(
    path: Path, settings: Settings, *, read_only: bool, in_place: bool
) -> tuple[Database | Store, Shared | None]:
    """What is shown: a copy that follows the store, or the store itself."""
    from dragoman.explorer.app import open_store
    from dragoman.explorer.shared import Shared
    from dragoman.store import Store, turns

    if in_place:
        return (Store.open(path, create=False, read_only=True) if read_only else open_store(path)), None
    shared = Shared(path, seconds=settings.query_seconds)
    shared.writable = shared.writable and not read_only
    try:
        with turns.open_in_turn(path):  # says what is wrong with the file, if anything
            return shared.database(), shared
    except OSError as error:
        say(f"{path}: no room for a copy ({error.strerror}); the file itself is shown, nobody can write it")
        return _opened(path, settings, read_only=read_only, in_place=True)


def _listen(host: str, port: int) -> socket.socket:
    """A listening socket, or a line that says why there is none."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind, protocol)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(128)
    except OSError as error:
        say(f"{host}:{port}: cannot listen there ({error.strerror or error}); try another --port")
        raise typer.Exit(Exit.USAGE) from None
    return listening
