"""The command `rapportage`. Imports nothing heavy: `--help` has to be there at once."""

from __future__ import annotations

import gc
import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from rapportage import __version__
from rapportage.cli.dutch import HELP_NAMES, Command, Group, usage_message
from rapportage.cli.writing import DEFAULT_FOLDER, check_output, write_whole
from rapportage.diagnostics import Findings, Severity, render
from rapportage.diagnostics.exit_codes import ExitCode

if TYPE_CHECKING:
    from rapportage.pipeline import BuildResult

Function = TypeVar("Function", bound=Callable[..., object])

SHAPES = ("long", "short", "json")


@click.group(cls=Group, context_settings={"help_option_names": HELP_NAMES})
@click.version_option(__version__, message="%(prog)s %(version)s", help="Toont de versie.")
def cli() -> None:
    """Maakt van cijfers en een lay-out in YAML een toegankelijke pdf."""


def _request_options(*names: str) -> Callable[[Function], Function]:
    """What `build` and `check` both ask; `names` are those of the option for the shape of the findings."""
    options = (
        click.argument("layout"),
        click.argument("periode"),
        click.option(
            "--project",
            type=click.Path(exists=True, file_okay=False, path_type=Path),
            default=Path(),
            metavar="MAP",
            help="De map met data/ en layouts/. [standaard: deze map]",
        ),
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


@cli.command(cls=Command)
@_request_options("--messages")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="BESTAND",
    help=f"Waar de pdf komt. [standaard: {DEFAULT_FOLDER}/LAYOUT-PERIODE.pdf in het project]",
)
def build(
    layout: str,
    periode: str,
    project: Path,
    peildatum: str | None,
    messages: str,
    strict: bool,
    output: Path | None,
) -> None:
    """Maakt de pdf van LAYOUT over PERIODE: namen (kerncijfers 2020-05) of paden."""
    findings = Findings()
    own_folder = project / DEFAULT_FOLDER
    if output is not None:
        check_output(output, own_folder, findings)
    pdf = None if findings.has_errors else _build(layout, periode, project, peildatum, findings)
    findings = findings.strict() if strict else findings
    if pdf is not None and not findings.has_errors:
        result, faults = pdf
        path = output or own_folder / f"{result.default_name}.pdf"
        for fault in faults:
            findings.error("P201", fault)
        if not findings.has_errors:
            write_whole(path, own_folder, result.pdf, findings)
        if faults:
            _finish(findings, messages, ExitCode.INVALID_RESULT)
        if not findings.has_errors:
            warnings = findings.count(Severity.WARNING)
            click.echo(
                f"{path}: {result.pages} pagina's, {result.figures} cijfers, {warnings} waarschuwingen", err=True
            )
    _finish(findings, messages, ExitCode.FAULTS if findings.has_errors else ExitCode.GOOD)


@cli.command(cls=Command)
@_request_options("--messages", "--format")
def check(layout: str, periode: str, project: Path, peildatum: str | None, messages: str, strict: bool) -> None:
    """Zoekt alle fouten in LAYOUT en PERIODE, en maakt niets."""
    findings = Findings()
    built = _build(layout, periode, project, peildatum, findings)
    for fault in built[1] if built else ():
        findings.error("P201", fault)
    findings = findings.strict() if strict else findings
    if messages != "json":
        click.echo(render.summary(findings), err=True)
    if built and built[1]:
        _finish(findings, messages, ExitCode.INVALID_RESULT)
    _finish(findings, messages, ExitCode.FAULTS if findings.has_errors else ExitCode.GOOD)


@cli.command(cls=Command)
@click.argument("bestand", type=click.Path(path_type=Path))
def inspect(bestand: Path) -> None:
    """Toont titel, pagina's, normen en de voorleesvolgorde van een pdf."""
    from rapportage.inspection import InspectionError
    from rapportage.inspection import inspect as inspected

    try:
        click.echo(inspected(bestand), nl=False)
    except InspectionError as error:
        findings = Findings()
        findings.error("U101", str(error))
        _finish(findings, "long", ExitCode.FAULTS)


def _build(
    layout: str, period: str, project: Path, as_of: str | None, findings: Findings
) -> tuple[BuildResult, list[str]] | None:
    """The result and the faults of its structure; None when the user's files hold faults."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")  # looking for plugins takes 30 ms, and there are none
    gc.disable()  # a build makes many objects that all live to its end
    from rapportage.inspection import structural_faults
    from rapportage.pipeline import BuildRequest
    from rapportage.pipeline import build as built

    result = built(BuildRequest(layout, period, project, as_of), findings)
    return None if result is None else (result, structural_faults(result.pdf))


def _finish(findings: Findings, shape: str, code: ExitCode) -> None:
    """Shows what was found and ends the command."""
    if shape == "json":
        click.echo(render.as_json(findings))
    elif len(findings):
        colour = shape == "long" and sys.stderr.isatty() and "NO_COLOR" not in os.environ
        click.echo(render.short(findings) if shape == "short" else render.long(findings, colour), err=True)
    raise SystemExit(code)


def main() -> None:
    """The entry point: every way in which a command can end has its exit code."""
    try:
        cli.main(prog_name="rapportage", standalone_mode=False)
    except click.UsageError as error:
        context = error.ctx
        if context is not None:
            click.echo(context.command.get_usage(context), err=True)
        click.echo(f"fout: {usage_message(error)}", err=True)
        raise SystemExit(ExitCode.WRONG_USE) from None
    except (click.Abort, KeyboardInterrupt):
        raise SystemExit(ExitCode.INTERRUPTED) from None
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else Python complains when it closes
        raise SystemExit(ExitCode.CLOSED_PIPE) from None
    except Exception:  # a fault of ours: the traceback is what we need to mend it
        traceback.print_exc()
        raise SystemExit(ExitCode.OUR_ERROR) from None
