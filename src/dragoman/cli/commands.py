"""The list of commands.  Each module loads what it needs only when its command runs."""

from __future__ import annotations

import typer

from dragoman.cli.app import EXIT_CODES


def register(app: typer.Typer) -> None:
    """Put every command under ``app``; a second time does nothing."""
    from dragoman.cli import (
        code,
        demo,
        evaluate,
        explain,
        export,
        ingest,
        lexicon,
        panel,
        query,
        serve,
        show,
        watch,
    )
    from dragoman.cli import story as story_command
    from dragoman.cli.knowledge import app as knowledge

    if app.registered_commands:
        return
    app.command(epilog=code.EPILOG)(code.code)
    app.command(epilog=ingest.EPILOG)(ingest.ingest)
    app.command(epilog=query.EPILOG)(query.query)
    app.command(epilog=export.EPILOG)(export.export)
    app.command(epilog=EXIT_CODES)(export.reproduce)
    app.command(epilog=panel.EPILOG)(panel.panel)
    app.command(epilog=EXIT_CODES)(show.show)
    app.command(epilog=EXIT_CODES)(explain.explain)
    app.command(epilog=EXIT_CODES)(demo.demo)
    app.command("eval", epilog=EXIT_CODES)(evaluate.evaluate_command)
    app.command(epilog=EXIT_CODES)(watch.watch)
    app.command(epilog=serve.EPILOG)(serve.serve)
    app.add_typer(knowledge, name="knowledge")
    app.add_typer(lexicon.app, name="lexicon")
    app.add_typer(story_command.app, name="story")
