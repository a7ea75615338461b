"""Bytes → Document: one reader a format, behind one :func:`read`."""

from dragoman.reading.documents import document_from_text
from dragoman.reading.files import files_of, read, read_bytes, read_stream
from dragoman.reading.languages import language_of
from dragoman.reading.problems import ReadProblem

__all__ = [
    "ReadProblem",
    "document_from_text",
    "files_of",
    "language_of",
    "read",
    "read_bytes",
    "read_stream",
]
