"""Errors as problem documents (RFC 9457)."""

from __future__ import annotations

from starlette.responses import JSONResponse, Response

from dragoman.explorer.errors import ExplorerError

MEDIA_TYPE = "application/problem+json"


def problem(error: ExplorerError, instance: str) -> Response:
    """The answer that tells a program what was wrong."""
    body = {
        "type": "about:blank",
        "title": error.title,
        "status": error.status,
        "detail": error.detail,
        "instance": instance,
    }
    return JSONResponse(body, status_code=error.status, media_type=MEDIA_TYPE)
