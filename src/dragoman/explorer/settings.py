"""What a server of the explorer may be told, and the limits that it keeps."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass

MAX_BODY = 64 * 1024
"""Bytes of a request's body."""
MAX_QUERY = 4096
"""Bytes of a request's query string."""
MAX_TEXT = 200
"""Characters of one value of a filter."""
MAX_VALUES = 6
"""Values of one filter; planning a query grows with each, and cannot be interrupted."""
MAX_ALL_VALUES = 20
"""Values of all filters together."""
MAX_ROWS = 1000
"""Rows of one answer of the API as JSON."""
MAX_EXPORT = 100_000
"""Rows of one export."""
PAGE_ROWS = 50
"""Rows of a page of a table."""
MAX_PAGE = 2000
"""The last page of a table that is shown; who wants more narrows the filter or takes the API."""
QUERY_SECONDS = 15.0
"""How long one question to the store may take."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How one explorer is served.

    ``token`` is what a browser or a program must show to write, and to read as well unless ``host``
    is a loopback address.
    """

    host: str = "127.0.0.1"
    port: int = 8765
    token: str = ""
    query_seconds: float = QUERY_SECONDS

    @property
    def loopback(self) -> bool:
        """True where only this machine can reach the server."""
        return is_loopback(self.host)


def is_loopback(host: str) -> bool:
    """True for ``localhost`` and the addresses of the loopback interface."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
