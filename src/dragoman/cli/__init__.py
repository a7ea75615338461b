"""The command line: one file a command, each thin."""

from dragoman.cli.app import app, main

__all__ = ["app", "main"]
