"""Bytes → Document: one reader a format, behind one :func:`read`."""

from dragoman.reading.documents import ReadProblem, document_from_text, read

__all__ = ["ReadProblem", "document_from_text", "read"]
