"""The command `trace`: every figure of a report back to the data, and the PDF read back next to what was meant."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from rapportage.cli.complete import layout_and_periods
from rapportage.cli.dutch import Command
from rapportage.cli.forms import FORM, OUTPUT, form_of, give
from rapportage.cli.shared import cli, finish, may_run_code, request_options
from rapportage.diagnostics import Findings, render
from rapportage.document.normal import asked
from rapportage.input.files import FileFault, real_path

if TYPE_CHECKING:
    from rapportage.pipeline import BuildRequest
    from rapportage.proof.tracing import TraceReport

DRAFT = click.option("--concept", "draft", is_flag=True, help="Van een concept, waarin nog cijfers ontbreken.")


@cli.command(cls=Command)
@click.argument(
    "names",
    nargs=-1,
    required=True,
    type=asked,
    metavar="[BESTAND] LAYOUT PERIODE",
    shell_complete=layout_and_periods,
)
@request_options("--messages", arguments=())
@FORM
@OUTPUT
@DRAFT
def trace(
    names: tuple[str, ...],
    project: Path,
    peildatum: str | None,
    messages: str,
    strict: bool,
    form: str | None,
    output: Path | None,
    draft: bool,
) -> None:
    """Herleidt elk cijfer van LAYOUT over PERIODE tot de gegevens, en leest de pdf of html terug: BESTAND."""
    if len(names) not in (2, 3):
        raise click.UsageError("names", click.get_current_context())
    wanted = form_of(form, output)
    findings = Findings()
    *files, layout, period = names
    file = Path(files[0]) if files else None
    report, read = traced(layout, period, project, peildatum, findings, draft=draft, file=file)
    text = written(report, wanted) if report is not None else None
    findings = give(text, output, project, read, findings, strict=strict, is_json=wanted == "json")
    for fault in report.faults if report is not None else ():
        findings.error(fault.code, fault.message, fault.origin, fault.hint)
    if not len(findings) and report is not None and output is not None:
        click.echo(f"{output}: {render.counted(len(report.figures), 'cijfer', 'cijfers')} herleid", err=True)
    finish(findings, messages, screen_is_taken=output is None)


def traced(
    layout: str,
    period: str,
    project: Path,
    as_of: str | None,
    findings: Findings,
    *,
    draft: bool = False,
    file: Path | None = None,
) -> tuple[TraceReport | None, tuple[Path, ...]]:
    """The ledger of the report, and of the PDF or HTML at `file` instead of a PDF that is made now; None without one.

    With it comes what was read.
    """
    from rapportage.pipeline import BuildRequest
    from rapportage.proof.inspection import InspectionError
    from rapportage.proof.inspection.web import is_web

    request = BuildRequest(layout, period, project, as_of, draft, code=may_run_code())
    made = _of_web if file is not None and is_web(file) else _of_pdf
    try:
        if file is not None:
            real_path(file, project)
        report, read = made(request, file, findings)
    except InspectionError as error:
        findings.error("U101", str(error))
        report, read = None, ()
    except FileFault as fault:
        findings.error("U101", f"{file} {fault.reason.value}")
        report, read = None, ()
    return report, (*read, file) if file is not None else read


def _of_pdf(
    request: BuildRequest, file: Path | None, findings: Findings
) -> tuple[TraceReport | None, tuple[Path, ...]]:
    from rapportage.pipeline import build
    from rapportage.pipeline import trace as ledger
    from rapportage.proof.inspection import read_all

    found = read_all(file) if file is not None else None
    built = build(replace(request, attachments=found is not None and bool(found[1].files)), findings)
    return (ledger(built, request.period, found), built.read) if built is not None else (None, ())


def _of_web(
    request: BuildRequest, file: Path | None, findings: Findings
) -> tuple[TraceReport | None, tuple[Path, ...]]:
    from rapportage.pipeline import editions, trace_web
    from rapportage.proof.inspection.web import read_web

    found = read_web(file) if file is not None else None
    built = editions(replace(request, origins=found is not None and bool(found[1].origins)), ("html",), findings)
    return (trace_web(built, request.period, found), built.read) if built is not None else (None, ())


def written(report: TraceReport, form: str) -> str:
    """The ledger in that form."""
    from rapportage.proof.tracing import as_html, as_json, as_text

    return {"json": as_json, "html": as_html}.get(form, as_text)(report)
