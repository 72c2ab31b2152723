"""What all commands share: the group, the options of a request, and how a command ends."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn, TypeVar

import click

from rapportage import __version__
from rapportage.cli.complete import layouts, periods
from rapportage.cli.dutch import HELP_NAMES, Group
from rapportage.cli.streams import say
from rapportage.diagnostics import INVALID_RESULTS, Findings, render
from rapportage.diagnostics.exit_codes import ExitCode
from rapportage.document.normal import asked

Function = TypeVar("Function", bound=Callable[..., object])

SHAPES = ("long", "short", "json")

PROJECT = click.option(
    "--project",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    metavar="MAP",
    help="De map met data/ en layouts/. [standaard: deze map]",
)


COMPLETED = {"layout": layouts, "periode": periods}


@click.group(cls=Group, context_settings={"help_option_names": HELP_NAMES})
@click.version_option(__version__, message="%(prog)s %(version)s", help="Toont de versie.")
def cli() -> None:
    """Maakt van cijfers en een lay-out in YAML een toegankelijke pdf."""


def request_options(*names: str, arguments: tuple[str, ...] = ("layout", "periode")) -> Callable[[Function], Function]:
    """What `build` and `check` both ask; `names` are those of the option for the shape of the findings."""
    options = (
        *(click.argument(name, type=asked, shell_complete=COMPLETED.get(name)) for name in arguments),
        PROJECT,
        click.option("--peildatum", metavar="DATUM", help="Wat er op die dag bekend was; of 'nieuwste'."),
        click.option(
            *names,
            type=click.Choice(SHAPES),
            default="long",
            metavar="VORM",
            help="Hoe meldingen worden getoond: long (lang), short (kort) of json. [standaard: long]",
        ),
        click.option("--strict", is_flag=True, help="Een waarschuwing telt als fout."),
    )

    def add(function: Function) -> Function:
        for option in reversed(options):
            function = option(function)
        return function

    return add


def prepare() -> None:
    """Before the heavy libraries are loaded."""
    gc.disable()  # a build makes many objects that all live to its end


def finish(findings: Findings, shape: str, *, screen_is_taken: bool = False) -> NoReturn:
    """Shows what was found and ends the command.

    Findings as JSON are the output of a command, unless the result itself is on the screen: then they are kept apart.
    """
    if shape == "json":
        say(render.as_json(findings), err=screen_is_taken, is_json=True)
    elif len(findings):
        colour = shape == "long" and sys.stderr.isatty() and "NO_COLOR" not in os.environ
        click.echo(render.short(findings) if shape == "short" else render.long(findings, colour), err=True)
    if any(item.code in INVALID_RESULTS for item in findings):
        raise click.exceptions.Exit(ExitCode.INVALID_RESULT)
    raise click.exceptions.Exit(ExitCode.FAULTS if findings.has_errors else ExitCode.GOOD)
