"""Bytes → Document: one reader a format, behind one :func:`read`.

``sources`` says how a long run reads so that it can go on where it was stopped;
``formats`` lists the formats; adding one is adding a module with a function ``drafts``.
"""

from dragoman.reading.documents import document_from_text
from dragoman.reading.drafts import Draft
from dragoman.reading.files import files_of, holds_one, read, read_bytes, read_stream
from dragoman.reading.formats import FORMATS
from dragoman.reading.languages import language_of
from dragoman.reading.options import FIELDS, ReadOptions, columns_from
from dragoman.reading.problems import ReadProblem
from dragoman.reading.sources import Source, drafts, iter_sources, read_source

__all__ = [
    "FIELDS",
    "FORMATS",
    "Draft",
    "ReadOptions",
    "ReadProblem",
    "Source",
    "columns_from",
    "document_from_text",
    "drafts",
    "files_of",
    "holds_one",
    "iter_sources",
    "language_of",
    "read",
    "read_bytes",
    "read_source",
    "read_stream",
]
