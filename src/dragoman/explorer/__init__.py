"""Store → web pages and an HTTP API; works with no network.

``create_app`` gives a Starlette application over one store, ``dragoman serve`` runs it.
"""

from dragoman.explorer.app import create_app
from dragoman.explorer.settings import Settings

__all__ = ["Settings", "create_app"]
