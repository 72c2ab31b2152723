"""What all commands share: the group, the options of a request, and how a command ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from pathlib import Path
from typing import Any, NoReturn

import click
from click.core import ParameterSource

from rapportage import __version__
from rapportage.cli.complete import layouts, periods
from rapportage.cli.dutch import HELP_NAMES, Group, OtherProject
from rapportage.cli.streams import say
from rapportage.diagnostics import INVALID_RESULTS, Findings, render
from rapportage.diagnostics.exit_codes import ExitCode
from rapportage.document.normal import asked

SHAPES = ("long", "short", "json")
LAYOUTS = "layouts"

PROJECT = click.option(
    "--project",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    metavar="MAP",
    help="De map met data/ en layouts/. [standaard: deze map]",
)


CODE = click.option("--code", is_flag=True, help="Laat code in grafieken/ draaien, die eigen grafieken tekent.")
COMPLETED = {"layout": layouts, "periode": periods}


@click.group(cls=Group, context_settings={"help_option_names": HELP_NAMES})
@click.version_option(__version__, message="%(prog)s %(version)s", help="Toont de versie.")
def cli() -> None:
    """Maakt van cijfers en een lay-out in YAML een toegankelijke pdf."""


def request_options(
    *names: str, arguments: tuple[str, ...] = ("layout", "periode")
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """What commands about a report all ask; `names` are those of the option for the shape of the findings.

    Without a name it is a command that goes on: it has no such option, and nothing is counted at its end.
    """
    shape = click.option(
        *names,
        type=click.Choice(SHAPES),
        default="long",
        metavar="VORM",
        help="Hoe meldingen worden getoond: long (lang), short (kort) of json. [standaard: long]",
    )
    options = (
        *(click.argument(name, type=asked, shell_complete=COMPLETED.get(name)) for name in arguments),
        PROJECT,
        click.option("--peildatum", metavar="DATUM", help="Wat er op die dag bekend was; of 'nieuwste'."),
        *((shape,) if names else ()),
        CODE,
        *((click.option("--strict", is_flag=True, help="Een waarschuwing telt als fout."),) if names else ()),
    )

    def add(function: Callable[..., None]) -> Callable[..., None]:
        @wraps(function)
        def in_its_project(**given: Any) -> None:
            asked_for = [value for value in given.values() if isinstance(value, str | tuple)]
            given.pop("code")  # which `may_run_code` tells
            function(**{**given, "project": _project_of(given["project"], asked_for)})

        command: Callable[..., None] = in_its_project
        for option in reversed(options):
            command = option(command)
        return command

    return add


def may_run_code() -> bool:
    """Whether who gave this command lets code of the project run, that draws charts of its own."""
    context = click.get_current_context(silent=True)
    return context is not None and bool(context.params.get("code"))


def _project_of(project: Path, given: Iterable[str | tuple[str, ...]]) -> Path:
    """The project of a layout that is asked by its path, where the user names no project: that in which it lies."""
    if click.get_current_context().get_parameter_source("project") is not ParameterSource.DEFAULT:
        return project
    names = [name for each in given for name in ([each] if isinstance(each, str) else each)]
    layouts = [
        path for name in names if name.endswith((".yaml", ".yml")) and (path := Path(name)).parent.name == LAYOUTS
    ]
    folders = [path.parent.parent for path in layouts]
    for path, folder in zip(layouts[1:], folders[1:], strict=True):
        if folder.resolve() != folders[0].resolve():
            raise OtherProject(str(path), str(layouts[0]), click.get_current_context())
    return folders[0] if folders else project


def finish(
    findings: Findings,
    shape: str,
    besides: Mapping[str, object] | None = None,
    *,
    last: str = "",
    screen_is_taken: bool = False,
) -> NoReturn:
    """Shows what was found and ends the command; `last` is a line after it."""
    show(findings, shape, besides, screen_is_taken=screen_is_taken)
    if last:
        click.echo(last, err=True)
    if any(item.code in INVALID_RESULTS for item in findings):
        raise click.exceptions.Exit(ExitCode.INVALID_RESULT)
    raise click.exceptions.Exit(ExitCode.FAULTS if findings.has_errors else ExitCode.GOOD)


def show(
    findings: Findings, shape: str, besides: Mapping[str, object] | None = None, *, screen_is_taken: bool = False
) -> None:
    """Shows what was found; `besides` goes with it as JSON.

    Findings as JSON are the output of a command, unless the result itself is on the screen: then they are kept apart.
    """
    if shape == "json":
        say(render.as_json(findings, besides), err=screen_is_taken, is_json=True)
    elif len(findings):
        colour = shape == "long" and sys.stderr.isatty() and "NO_COLOR" not in os.environ
        click.echo(render.short(findings) if shape == "short" else render.long(findings, colour), err=True)
