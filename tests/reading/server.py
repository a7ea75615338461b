"""A server on loopback that misbehaves as it is told."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Handler = BaseHTTPRequestHandler
Behaviour = Callable[[Handler], None]


@dataclass
class Site:
    """The addresses of a server and what it does at each; ``asked`` lists the requests."""

    root: str
    behaviours: dict[str, Behaviour] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def at(self, path: str, behaviour: Behaviour) -> str:
        """Let the server do something at an address, which is given back."""
        self.behaviours[path] = behaviour
        return self.root + path

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


def answer(
    data: bytes, type: str = "text/html; charset=utf-8", status: int = 200, **headers: str
) -> Behaviour:
    def behave(handler: Handler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", type)
        handler.send_header("Content-Length", str(len(data)))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(data)

    return behave


def redirect(target: str, status: int = 302) -> Behaviour:
    return answer(b"", status=status, Location=target)


@contextlib.contextmanager
def serving() -> Iterator[Site]:
    class Handling(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            site.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
            missing = answer(b"nothing here", status=404)
            with contextlib.suppress(ConnectionError):
                site.behaviours.get(self.path, missing)(self)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handling)
    server.daemon_threads = True
    site = Site(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
