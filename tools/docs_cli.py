"""The reference of commands, from the commands themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import typer


def page() -> str:
    """Every command with its arguments, options and exit codes, as Markdown."""
    root = command_tree()
    shared = _text(root.epilog)
    parts = [
        "# Commands\n",
        "Made from the commands' own help: `dragoman COMMAND --help` prints the same.\n",
        f"{_text(root.help)}\n\n{shared}\n",
    ]
    parts += [_command(path, command, shared) for path, command in commands(root)]
    return "\n".join(parts)


def command_tree() -> Any:
    """The command line as the parser's objects."""
    from dragoman.cli import commands as listed
    from dragoman.cli.app import app

    listed.register(app)
    return typer.main.get_command(app)


def commands(group: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every command under ``group`` with its words; a group comes before what it holds."""
    for name, command in getattr(group, "commands", {}).items():
        yield (*path, name), command
        yield from commands(command, (*path, name))


def _command(path: tuple[str, ...], command: Any, shared: str) -> str:
    name = "dragoman " + " ".join(path)
    level = "##" if len(path) == 1 else "###"
    parts = [f"{level} {name}\n", f"{_text(command.help)}\n"]
    if getattr(command, "commands", None):
        return "\n".join(parts)
    context = typer.Context(command, info_name=name)
    parts.append(f"```text\n{' '.join([name, *command.collect_usage_pieces(context)])}\n```\n")
    shown = [p for p in command.params if not p.hidden]
    if shown:
        parts.append("| name | takes | meaning |\n| --- | --- | --- |")
        parts += [f"| {' | '.join(_row(p, context))} |" for p in shown]
    notes = _text(command.epilog).replace(shared, "").strip()
    parts.append(f"\n{notes}\n" if notes else "")
    return "\n".join(parts)


def _row(parameter: Any, context: typer.Context) -> tuple[str, str, str]:
    """Names, what it takes, what it means with its default."""
    takes = parameter.metavar or re.sub(r"\[/?[a-z ]+\]", "", parameter.display_type_rich(ctx=context) or "")
    if parameter.param_type_name == "argument":
        return f"`{parameter.name.upper()}`", f"`{takes}`", _cell(_meaning(parameter))
    names = ", ".join(f"`{name}`" for name in sorted(parameter.opts, key=len, reverse=True))
    names += "".join(f", `{name}`" for name in parameter.secondary_opts)
    return names, "" if parameter.is_flag else f"`{takes}`", _cell(_meaning(parameter))


def _meaning(parameter: Any) -> str:
    notes = [_text(parameter.help)]
    if parameter.required:
        notes.append("Required.")
    if parameter.multiple:
        notes.append("May be given several times.")
    default = getattr(parameter.default, "value", parameter.default)
    if (
        not getattr(parameter, "is_flag", False)
        and default not in (None, "", (), [])
        and not callable(default)
    ):
        notes.append(f"Default: `{default}`.")
    if parameter.envvar:
        notes.append(f"Also from the environment: `{parameter.envvar}`.")
    return " ".join(n for n in notes if n)


def _text(text: str | None) -> str:
    """Help as Markdown: single line ends are spaces."""
    return re.sub(r"(?<!\n)\n(?!\n)", " ", (text or "").strip())


def _cell(text: str) -> str:
    """A cell of a table; a bar in code divides no cells."""
    outside = re.split(r"(`[^`]*`)", text.replace("\n", " "))
    return "".join(part if n % 2 else part.replace("|", "\\|") for n, part in enumerate(outside))
