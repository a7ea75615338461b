"""``nlp.add_pipe("dragoman")``: the record of each text under ``doc._.dragoman``.

spaCy finds the component by itself where dragoman is installed.  The coder brings its own
parser, so the component may stand in any pipeline, a blank one too, and at any place of it.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.coding import Coder
from dragoman.records import Document, stable_id


class DragomanComponent:
    """Codes a ``Doc``; offsets of the record count in ``doc.text``.

    What is known of a text is read from ``doc.user_data``: ``published`` (a date or ISO text),
    ``title`` and ``outlet``.
    """

    def __init__(self, coder: Coder, published: str | None, outlet: str | None) -> None:
        self.coder = coder
        self.published = published
        self.outlet = outlet

    def __call__(self, doc: Doc) -> Doc:
        """Put the record under ``doc._.dragoman``."""
        known: dict[Any, Any] = doc.user_data
        day = known.get("published", self.published)
        doc._.dragoman = self.coder.code(
            Document(
                id=stable_id("spacy", doc.text, day),
                text=doc.text,
                title=known.get("title"),
                published=dt.date.fromisoformat(day) if isinstance(day, str) else day,
                outlet=known.get("outlet", self.outlet),
                language="en",
            )
        )
        return doc


@Language.factory(
    "dragoman",
    default_config={"published": None, "outlet": None},
    assigns=["doc._.dragoman"],
)
def make(nlp: Language, name: str, published: str | None, outlet: str | None) -> DragomanComponent:
    """The component; ``published`` and ``outlet`` hold for texts that say nothing else."""
    if not Doc.has_extension("dragoman"):
        Doc.set_extension("dragoman", default=None)
    return DragomanComponent(Coder(), published, outlet)
