"""Compiles the knowledge base while a wheel is built, so that an installed dragoman opens it at once.

The explorer's map and brush are taken along where ``make assets`` has built them; its pages do without.

Only the standard library and the knowledge room's own build modules are used: the package itself is
not imported, for its dependencies need not be installed where a wheel is built.
"""

from __future__ import annotations

import importlib
import sys
import types
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKAGE = Path(__file__).parent / "src" / "dragoman"
ROOM = PACKAGE / "knowledge"
ASSETS = PACKAGE / "explorer" / "assets"


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds the compiled knowledge base, and the explorer's assets where they are built, to a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and have the git-ignored result included."""
        if self.target_name != "wheel" or version == "editable":
            return
        compiled = compile_knowledge()
        build_data["force_include"][str(compiled)] = "dragoman/knowledge/compiled/knowledge.sqlite"
        if ASSETS.is_dir():
            build_data["force_include"][str(ASSETS)] = "dragoman/explorer/assets"


def compile_knowledge() -> Path:
    """Compile the tables; the path of the compiled file."""
    package = types.ModuleType("dragoman_knowledge_build")
    package.__path__ = [str(ROOM)]
    sys.modules[package.__name__] = package
    build = importlib.import_module(f"{package.__name__}.build")
    for problem in build.compile_data(build.COMPILED).problems:
        print(problem, file=sys.stderr)
    return Path(build.COMPILED)
