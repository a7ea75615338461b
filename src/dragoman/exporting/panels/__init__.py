"""Panels: counts and scores for each unit in each period, with zeros where nothing happened."""

from dragoman.exporting.panels.make import PanelCounts, panel, write_panel
from dragoman.exporting.panels.spec import MEASURES, UNITS, PanelError, PanelSpec

__all__ = ["MEASURES", "UNITS", "PanelCounts", "PanelError", "PanelSpec", "panel", "write_panel"]
