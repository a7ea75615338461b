"""``dragoman serve``: the explorer over a store, in a browser, on this machine."""

from __future__ import annotations

import contextlib
import secrets
import socket
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.app import EXIT_CODES, Exit, errors_reported, say

EPILOG = (
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
) -> None:
    """Show a store as web pages and an HTTP API; Ctrl-C stops it."""
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
        _serve(store, host, port, token or secrets.token_urlsafe(18), read_only=read_only)


def _serve(path: Path, host: str, port: int, token: str, *, read_only: bool) -> None:
    import uvicorn

    from dragoman.explorer import Settings, create_app
    from dragoman.explorer.app import open_store
    from dragoman.store import Store

    opened = Store.open(path, create=False, read_only=True) if read_only else open_store(path)
    with contextlib.ExitStack() as stack:
        stack.callback(opened.close)
        listening = _listen(host, port)
        port = int(listening.getsockname()[1])
        settings = Settings(host=host, port=port, token=token)
        app = create_app(opened, settings)
        stack.callback(app.state.explorer.db.close)
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
        uvicorn.Server(config).run(sockets=[listening])


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
