"""What all pages share: the store, the names, the coder, the templates."""

from __future__ import annotations

import datetime as dt
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

import jinja2

from dragoman import ontology
from dragoman.explorer import naming
from dragoman.explorer.database import Database
from dragoman.explorer.security import safe_href, visible
from dragoman.explorer.settings import Settings
from dragoman.version import __version__

if TYPE_CHECKING:
    from starlette.requests import Request

    from dragoman.coding import Coder

ROOM = Path(__file__).parent
STATIC = ROOM / "static"
ASSETS = ROOM / "assets"
"""What ``make assets`` builds from npm packages; the pages do without where it is missing."""


class Explorer:
    """One served store."""

    def __init__(self, db: Database, settings: Settings) -> None:
        self.db = db
        self.settings = settings
        self.names = naming.Names()
        self.templates = self._environment()
        self._coder: Coder | None = None
        self._coding = threading.Lock()

    def show(self, db: Database) -> None:
        """Show another store from now on, such as the same one after it was changed."""
        self.templates.globals["has_story"] = db.has_story
        self.db = db

    def _environment(self) -> jinja2.Environment:
        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(ROOM / "templates"),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=_shown,
        )
        environment.filters |= {
            "day": _day,
            "country": self.names.country,
            "safe_href": safe_href,
            "part": lambda value: quote(str(value), safe=""),
            "path": lambda value: quote(str(value), safe=":"),
            "count": lambda value: f"{value:,}",
            "signed": lambda value: f"{value:+.1f}".replace("-", "\N{MINUS SIGN}"),
        }
        environment.globals |= {
            "days": naming.days,
            "numbers": naming.span_of_numbers,
            "quads": naming.QUADS,
            "ontology": ontology,
            "version": __version__,
            "assets": frozenset(p.name for p in ASSETS.iterdir()) if ASSETS.is_dir() else frozenset(),
            "urlencode": urlencode,
            "store_name": self.db.store.path.name,
            "has_story": self.db.has_story,
        }
        return environment

    def render(self, template: str, /, **context: Any) -> str:
        """A template as text."""
        return self.templates.get_template(template).render(**context)

    def coder(self) -> Coder:
        """The coder, which is loaded when a coding is first explained."""
        with self._coding:
            if self._coder is None:
                from dragoman.coding import Coder

                self._coder = Coder()
            return self._coder


def _day(value: dt.date | None) -> str:
    return naming.day(value) if value else ""


def _shown(value: Any) -> Any:
    """What a template prints: nothing for None, and text without unseen characters."""
    if value is None:
        return ""
    return visible(value) if type(value) is str else value


def explorer_of(request: Request) -> Explorer:
    """The explorer that serves a request."""
    found: Explorer = request.app.state.explorer
    return found
