"""Who is who, on the day: a name and a date in, an actor out."""

from .base import Knowledge
from .model import Candidate, NameMatch, Place, Role
from .tables import Problem

__all__ = ["Candidate", "Knowledge", "NameMatch", "Place", "Problem", "Role"]
