"""What can be wrong with a request; each becomes a page or a problem document (RFC 9457)."""

from __future__ import annotations


class ExplorerError(Exception):
    """The root; ``status`` is the HTTP status, ``title`` says what it is in general."""

    status = 500
    title = "Something went wrong"

    def __init__(self, detail: str) -> None:
        self.detail = detail
        super().__init__(detail)


class BadRequest(ExplorerError):
    """A parameter that does not exist or has a value that it cannot have."""

    status = 400
    title = "The request cannot be understood"


class NotFound(ExplorerError):
    """The store holds nothing by that id."""

    status = 404
    title = "There is nothing here"


class Forbidden(ExplorerError):
    """A write without the token, or from another site."""

    status = 403
    title = "That is not allowed"


class NeedsToken(ExplorerError):
    """The server is open to other machines and the request has no token."""

    status = 401
    title = "A token is needed"


class NotAcceptable(ExplorerError):
    """The client takes none of the forms that there are."""

    status = 406
    title = "There is no such form"


class TooLarge(ExplorerError):
    """A body or a query string over the limit."""

    status = 413
    title = "The request is too large"


class TooSlow(ExplorerError):
    """A question that the store did not answer in time."""

    status = 503
    title = "The question took too long"


class ReadOnly(ExplorerError):
    """The store was opened for reading only."""

    status = 409
    title = "The store cannot be written"


class Busy(ExplorerError):
    """Another program is writing the store."""

    status = 503
    title = "The store is being written"
