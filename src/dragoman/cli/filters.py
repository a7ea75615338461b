"""The options that say which mentions or events are meant: one set for every command that asks a store.

    @filtered()
    def query(store: StoreOption, asked: Asked, ...) -> None: ...

gives the command all of them in the place of its parameter ``asked``, which it gets as a ``Filter``.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias, TypeVar

import typer

if TYPE_CHECKING:
    from dragoman.store.filters import Filter

    Asked: TypeAlias = Filter
else:
    Asked = Any  # the store is loaded when a command runs, not when its options are read

Command = TypeVar("Command", bound=Callable[..., None])

HELP = (
    "Several values of one option are alternatives; --party is the exception, all of them take part. Who "
    "takes part is given as a country or a sector (IRN, MIL), both on one (IRN+MIL), an id "
    "(person:bashar-al-assad) or a part of a name. Dates are 2018, 2018-08 or 2018-08-27."
)
"""What every command that takes these options says of them."""

StoreOption = Annotated[
    Path,
    typer.Option(
        "--store", "-s", metavar="FILE", envvar="DRAGOMAN_STORE", help="The store, made by ingest or code."
    ),
]


class ReviewedName(StrEnum):
    """Whose record is asked for: the coder's, or the reviewers'."""

    all = "all"
    confirmed = "confirmed"
    unrejected = "unrejected"


_OPTIONS: dict[str, tuple[tuple[str, ...], str, str]] = {
    "actor": (("--actor",), "WHO", "Who acts."),
    "recipient": (("--recipient",), "WHO", "To whom it is done."),
    "party": (("--party",), "WHO", "On either side."),
    "type": (("--type",), "TYPE", "PLOVER type, such as AGREE."),
    "mode": (("--mode",), "MODE", "PLOVER mode, such as visit."),
    "context": (("--context",), "CONTEXT", "PLOVER context."),
    "cameo": (("--cameo",), "CODE", "A CAMEO code or its start."),
    "quad": (("--quad",), "1-4", "PLOVER's quad code."),
    "status": (("--status",), "STATUS", "asserted, denied …"),
    "since": (("--since",), "DATE", "First day."),
    "until": (("--until",), "DATE", "Last day, included."),
    "place": (("--place",), "PLACE", "Country code or name."),
    "box": (("--box",), "W,S,E,N", "A rectangle on the map, in degrees."),
    "according_to": (("--according-to",), "WHO", "A speaker, an agency or an outlet, or its country."),
    "outlet": (("--outlet",), "NAME", "Where the report stands."),
    "text": (("--text", "-t"), "WORDS", 'Words in any form; "in quotes" they stand together.'),
    "min_confidence": (("--min-confidence",), "0-1", "How sure at least."),
    "event": (("--event",), "ID", "This event."),
    "document": (("--document",), "ID", "What this report tells."),
}
"""Name of a filter → its options, what stands for its value, and what it is."""
_ONE = frozenset({"since", "until", "box", "text", "min_confidence"})
"""Filters that take one value; the others take several."""
_CODES = frozenset({"type", "mode", "context", "cameo", "quad", "status"})
"""Filters whose values may also stand together, with commas between them."""


def filtered(**helps: str) -> Callable[[Command], Command]:
    """Give a command the options of a filter in the place of its parameter ``asked``.

    Args:
        helps: another help text for some of them, by the name of the filter.
    """

    def decorate(command: Command) -> Command:
        signature = inspect.signature(command, eval_str=True)

        @functools.wraps(command)
        def with_filter(**values: Any) -> None:
            names = {name: f"filter_{name}" for name in (*_OPTIONS, "report", "reviewed")}
            given = {name: values.pop(key) for name, key in names.items()}
            command(asked=filter_of(given), **values)

        parameters = []
        for parameter in signature.parameters.values():
            parameters += _parameters(helps) if parameter.name == "asked" else [parameter]
        # typer binds options by keyword; so the order of defaults does not matter to Python
        keyword = [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in parameters]
        with_filter.__signature__ = signature.replace(parameters=keyword)  # type: ignore[attr-defined]
        with_filter.__annotations__ = {p.name: p.annotation for p in keyword}
        return with_filter  # type: ignore[return-value]

    return decorate


def _parameters(helps: Mapping[str, str]) -> list[inspect.Parameter]:
    made = []
    for name, (options, metavar, text) in _OPTIONS.items():
        option = _option(*options, metavar=metavar, help=helps.get(name, text))
        made.append(_parameter(name, str | None if name in _ONE else list[str] | None, option, None))
        if name == "text":
            option = _option("--report", help="Look for --text in the whole report, not in the sentence.")
            made.append(_parameter("report", bool, option, False))
    option = _option(
        "--reviewed",
        help="The coder's record (all), or the reviewers', with what they corrected and added: only what "
        "they confirmed, or all that they did not reject.",
    )
    made.append(_parameter("reviewed", ReviewedName, option, ReviewedName.all))
    return made


def _parameter(name: str, kind: Any, option: Any, default: Any) -> inspect.Parameter:
    annotation = Annotated[kind, option]
    return inspect.Parameter(
        f"filter_{name}", inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation
    )


def _option(*names: str, help: str, metavar: str | None = None) -> Any:
    return typer.Option(*names, metavar=metavar, help=help, rich_help_panel="What is asked for")


def filter_of(given: Mapping[str, Any]) -> Filter:
    """The values of the options as a filter; one that cannot be ends the command with exit code 2."""
    from dragoman.store.filters import Filter, FilterError

    words: dict[str, Any] = {}
    for name, value in given.items():
        if name == "report":
            words["text_in"] = "report" if value else ""
        elif name == "reviewed":
            words[name] = value.value
        elif name in _CODES:
            words[name] = [part for word in value or () for part in word.split(",")]
        elif value:
            words[name] = value
    try:
        return Filter.of(words)
    except FilterError as error:
        raise typer.BadParameter(str(error)) from None


def names_given(asked: Filter) -> str:
    """The options that a filter was made of, for a message."""
    words = asked.words()
    if words.pop("text_in", None):
        words["report"] = []
    return ", ".join(f"--{name.replace('_', '-')}" for name in words)
