"""Gold → scores: how well the coder does, and the floors that CI holds."""

from dragoman.evaluation.gold import Gold, read_gold
from dragoman.evaluation.tasks import Report, evaluate, judged_rows

__all__ = ["Gold", "Report", "evaluate", "judged_rows", "read_gold"]
