"""The command line: one file a command, each thin."""

from dragoman.cli.app import main

__all__ = ["main"]
