"""Reading a dump of Wikidata into tables in our own format: one streaming pass, then a join."""

from .harvest import Harvest, Progress, read_dump
from .stream import DumpError
from .write import Written, write_tables

__all__ = ["DumpError", "Harvest", "Progress", "Written", "read_dump", "write_tables"]
