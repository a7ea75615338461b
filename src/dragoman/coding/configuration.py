"""The hash that stands in a record for everything, beside the program itself, that changes what is coded."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from dragoman import ontology
from dragoman.coding.disambiguate import MODEL_FILE

ROOM = Path(__file__).parent
_LEXICON = ROOM / "lexicon"
_ONTOLOGY = Path(ontology.__file__).parent / "data"


def configuration(
    lexicon: Path, settings: Sequence[object], *, extra: Iterable[Path] = (), own: str = ""
) -> str:
    """``sha256:`` and 16 digits of a hash over the data files, the trained model and the settings.

    Args:
        lexicon: the folder of the lexicon that is used.
        settings: what the coder was told, such as the parser's model and the least confidence.
        extra: a user's own files of actors.
        own: the digest of a user's own triggers.
    """
    digest = hashlib.sha256()
    for name, path in sorted(
        {**dict(_files(lexicon)), **{f"extra/{n}": p for n, p in enumerate(extra)}}.items()
    ):
        content = path.read_bytes() if path.exists() else b""
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    digest.update(json.dumps([*settings, own], default=str).encode())
    return "sha256:" + digest.hexdigest()[:16]


def _files(lexicon: Path) -> Iterator[tuple[str, Path]]:
    """Every file by a name that does not depend on where dragoman is installed."""
    for path in ROOM.rglob("*.tsv"):
        if _LEXICON not in path.parents:
            yield f"coding/{path.relative_to(ROOM).as_posix()}", path
    for path in lexicon.glob("*.tsv"):
        yield f"lexicon/{path.name}", path
    for path in _ONTOLOGY.glob("*.tsv"):
        yield f"ontology/{path.name}", path
    yield "model", MODEL_FILE
