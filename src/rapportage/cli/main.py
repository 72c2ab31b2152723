"""The command `rapportage`. Imports nothing heavy: `--help` has to be there at once."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from rapportage.cli import accounting, building, diff, importing, init, preview, schema, trace  # noqa: F401  # importing them adds their commands to cli
from rapportage.cli.complete import complete_if_asked, is_project, pairs, periods
from rapportage.cli.dutch import Command, LoneDay, LoneForm, LoneLayout, UnknownForm, usage_message
from rapportage.cli.interrupts import end_if_interrupted, ignore_interrupts, raise_on_interrupt, was_interrupted
from rapportage.cli.shared import PROJECT, cli, finish, may_run_code, request_options
from rapportage.cli.streams import mend, say_no_more
from rapportage.cli.writing import deliver
from rapportage.diagnostics import Findings, render
from rapportage.diagnostics.exit_codes import ExitCode
from rapportage.diagnostics.machine import OF_THE_MACHINE
from rapportage.diagnostics.suggestion import NO_PROJECT
from rapportage.document.normal import asked
from rapportage.input.files import DEFAULT_FOLDER, Destination

if TYPE_CHECKING:
    from rapportage.pipeline import Form

PICTURES = (".svg", ".png", ".pdf")


@cli.command(cls=Command)
@request_options("--messages", "--format", arguments=())
@click.argument("rapporten", nargs=-1, type=asked, metavar="[LAYOUT PERIODE]...", shell_complete=pairs)
@click.option(
    "--vorm",
    "forms",
    callback=lambda context, parameter, value: building.several(value, context, ("pdf", "html")),
    metavar="VORM",
    help="Maakt het rapport ook zo, en leest het terug: pdf, html, of pdf,html.",
)
@click.option("--verantwoording", is_flag=True, help="Noemt ook elke uitspraak die niet is na te gaan.")
def check(
    rapporten: tuple[str, ...],
    project: Path,
    peildatum: str | None,
    messages: str,
    strict: bool,
    forms: tuple[Form, ...] | None,
    verantwoording: bool,
) -> None:
    """Zoekt alles wat fout of twijfelachtig is, en maakt niets: in rapporten, of zonder die in alle gegevens."""
    if len(rapporten) % 2:
        raise LoneLayout(rapporten[-1], click.get_current_context())
    if peildatum is not None and not rapporten:
        raise LoneDay(peildatum, click.get_current_context())
    if forms and not rapporten:
        raise LoneForm(",".join(forms), click.get_current_context())
    from rapportage.pipeline import BuildRequest
    from rapportage.pipeline import check as checked

    findings = Findings()
    pairs = zip(rapporten[::2], rapporten[1::2], strict=True)
    requests = [BuildRequest(layout, period, project, peildatum, code=may_run_code()) for layout, period in pairs]
    account = checked(requests, project, findings, all_claims=verantwoording, forms=forms or ())
    today = date.today()
    if messages == "json":
        told = (
            {"verantwoording": accounting.as_json(account, all_claims=verantwoording, today=today)} if requests else {}
        )
        finish(findings.strict() if strict else findings, messages, told)
    if verantwoording:
        for line in accounting.to_sign(account, today):
            click.echo(line)
    if not len(findings):
        click.echo(render.summary(findings), err=True)
    last = accounting.counts(account) if account.claims or account.figures else ""
    finish(findings.strict() if strict else findings, messages, last=last)


@cli.command(cls=Command)
@request_options("--messages", arguments=("layout", "periode", "id"))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="BESTAND",
    required=True,
    help="Waar de grafiek komt: een bestand dat eindigt op .svg, .png of .pdf.",
)
def chart(
    layout: str,
    periode: str,
    id: str,
    project: Path,
    peildatum: str | None,
    messages: str,
    strict: bool,
    output: Path,
) -> None:
    """Maakt één grafiek van LAYOUT over PERIODE: die met dat ID."""
    form = output.suffix.lower()
    if form not in PICTURES:
        raise UnknownForm(str(output), PICTURES, click.get_current_context())
    findings = Findings()
    data, read = _chart(layout, periode, project, peildatum, id, form, findings)
    where = Destination(output, project / DEFAULT_FOLDER, PICTURES)
    made = {output: data} if data is not None else {}
    finish(deliver(made, where, read, findings, strict=strict), messages)


@cli.command(cls=Command)
@click.argument("periode", type=asked)
@click.option(
    "--van",
    "origin",
    type=asked,
    metavar="PERIODE",
    help="Uitgaan van die periode. [standaard: de laatste]",
    shell_complete=periods,
)
@PROJECT
def new(periode: str, origin: str | None, project: Path) -> None:
    """Maakt het bestand van PERIODE, met de reeksen van de vorige; de cijfers vult u in."""
    from rapportage.figures.words.lists import enumeration
    from rapportage.pipeline import new_period

    findings = Findings()
    made = new_period(periode, origin, project, findings)
    if made is not None:
        where = Destination(made.path, made.path.parent, (made.path.suffix,), is_new=True)
        findings = deliver({made.path: made.made.text.encode()}, where, (), findings, strict=False)
        if not findings.has_errors:
            counts = [
                render.counted(made.made.figures, "cijfer", "cijfers"),
                render.counted(made.made.sources, "gegeven van bronnen", "gegevens van bronnen"),
                render.counted(made.made.others, "datum of ander gegeven", "datums en andere gegevens"),
            ]
            click.echo(f"{made.path} is gemaakt van {made.origin}; vul in: {enumeration(counts)}", err=True)
    finish(findings, "long")


@cli.command(cls=Command)
@click.argument("bestand", type=click.Path(path_type=Path))
def inspect(bestand: Path) -> None:
    """Toont titel, pagina's, normen en de voorleesvolgorde van een pdf."""
    from rapportage.proof.inspection import InspectionError
    from rapportage.proof.inspection import inspect as inspected

    try:
        click.echo(inspected(bestand), nl=False)
    except InspectionError as error:
        findings = Findings()
        findings.error("U101", str(error))
        finish(findings, "long")


def _chart(
    layout: str, period: str, project: Path, as_of: str | None, id: str, suffix: str, findings: Findings
) -> tuple[bytes | None, tuple[Path, ...]]:
    """The chart in the form that `suffix` names, or None when the user's files hold faults; and the files read."""
    from rapportage.pipeline import BuildRequest, build_chart
    from rapportage.proof.inspection import as_png

    made = build_chart(BuildRequest(layout, period, project, as_of, code=may_run_code()), id, findings)
    if made is None:
        return None, ()
    match suffix:
        case ".svg":
            return made.svg.encode(), made.read
        case ".png":
            return as_png(made.pdf), made.read
        case _:
            return made.pdf, made.read


def _run(arguments: list[str]) -> int:
    """Runs one command and gives its exit code. (Click's own `main` would turn a closed pipe into exit code 1.)"""
    if (code := complete_if_asked(cli)) is not None:
        return code
    try:
        with cli.make_context("rapportage", arguments) as context:
            cli.invoke(context)
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.UsageError as error:
        if error.ctx is not None:
            click.echo(error.ctx.command.get_usage(error.ctx), err=True)
        click.echo(f"fout: {usage_message(error)}", err=True)
        if isinstance(error, click.MissingParameter) and not is_project(Path()):
            click.echo(f"   tip: {NO_PROJECT}", err=True)
        return ExitCode.WRONG_USE
    return ExitCode.GOOD


def main() -> NoReturn:
    """The entry point: every way in which a command can end has its exit code."""
    try:
        raise_on_interrupt()
        mend()
        code = _ended(sys.argv[1:] or ["--help"])
        end_if_interrupted()
    except KeyboardInterrupt:
        code = ExitCode.INTERRUPTED
    ignore_interrupts()
    raise SystemExit(code)


def _ended(arguments: list[str]) -> int:
    """All that was said is out at its end, or it is reported that this failed: nobody flushes after it."""
    try:
        code = _run(arguments)
        sys.stdout.flush()
        sys.stderr.flush()
        return code
    except BrokenPipeError:
        say_no_more(sys.stdout, sys.stderr)
        return ExitCode.CLOSED_PIPE
    except Exception as fault:
        return ExitCode.INTERRUPTED if was_interrupted() else _told(fault)


def _told(fault: Exception) -> ExitCode:
    """Says what stopped a command, where there is still a way to say it."""
    reason = OF_THE_MACHINE.get(fault.errno or 0) if isinstance(fault, OSError) else None
    try:
        if reason is not None:
            say_no_more(sys.stdout)  # what it still holds can't be written either
            click.echo(f"fout: het resultaat kan niet worden gelezen of geschreven: {reason}", err=True)
            return ExitCode.FAULTS
        import traceback  # a fault of ours: the traceback is what we need to fix it

        traceback.print_exception(fault)
        click.echo("fout: dit is een fout in rapportage zelf; meld hem met de regels hierboven", err=True)
    except OSError:
        say_no_more(sys.stdout, sys.stderr)
    return ExitCode.OUR_ERROR if reason is None else ExitCode.FAULTS
