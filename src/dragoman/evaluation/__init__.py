"""Gold → scores: how well the coder does, and the floors that CI holds."""

from dragoman.evaluation.gold import Gold, read_gold
from dragoman.evaluation.tasks import Report, evaluate

__all__ = ["Gold", "Report", "evaluate", "read_gold"]
