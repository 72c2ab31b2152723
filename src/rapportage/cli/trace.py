"""The command `trace`: every figure of a report back to the data, and the PDF read back beside what was meant."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from rapportage.cli.dutch import Command
from rapportage.cli.shared import cli, finish, prepare, request_options
from rapportage.cli.writing import check_output, write_whole
from rapportage.diagnostics import Findings, render

if TYPE_CHECKING:
    from rapportage.tracing import TraceReport

FORMS = ("text", "json", "html")
FORM = click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    default="text",
    metavar="VORM",
    help="De vorm van de uitvoer: text, json of html. [standaard: text]",
)
OUTPUT = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="BESTAND",
    help="Waar de uitvoer komt. [standaard: scherm]",
)
DRAFT = click.option("--concept", "draft", is_flag=True, help="Van een concept, waarin nog cijfers ontbreken.")


@cli.command(cls=Command)
@click.argument("names", nargs=-1, required=True, metavar="[BESTAND.pdf] LAYOUT PERIODE")
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
    form: str,
    output: Path | None,
    draft: bool,
) -> None:
    """Herleidt elk cijfer van LAYOUT over PERIODE tot de gegevens, en leest de pdf terug."""
    if len(names) not in (2, 3):
        raise click.UsageError("names", click.get_current_context())
    findings = Findings()
    *files, layout, period = names
    report = traced(layout, period, project, peildatum, findings, draft=draft, file=Path(files[0]) if files else None)
    if output is not None:
        check_output(output, output.parent, findings)
    if report is not None:
        deliver(written(report, form), output, findings)
        for fault in report.faults:
            findings.error(fault.code, fault.message, fault.origin, fault.hint)
    if not len(findings) and report is not None and output is not None:
        click.echo(f"{output}: {render.counted(len(report.figures), 'cijfer', 'cijfers')} herleid", err=True)
    finish(findings.strict() if strict else findings, messages)


def traced(
    layout: str,
    period: str,
    project: Path,
    as_of: str | None,
    findings: Findings,
    *,
    draft: bool = False,
    file: Path | None = None,
) -> TraceReport | None:
    """The ledger of the report, and of the PDF at `file` instead of one that is made now; None where there is none."""
    prepare()
    from msgspec.structs import replace

    from rapportage.inspection import InspectionError, read_besides, read_said
    from rapportage.pipeline import BuildRequest, build
    from rapportage.tracing import besides_faults, trace_report

    try:
        found = (read_said(file), read_besides(file)) if file is not None else None
    except InspectionError as error:
        findings.error("U101", str(error))
        return None
    has_files = found is not None and bool(found[1].files)
    built = build(BuildRequest(layout, period, project, as_of, draft, attachments=has_files), findings)
    if built is None:
        return None
    made = read_besides(built.pdf)
    said, besides = found or (read_said(built.pdf), made)
    report = trace_report(built.document, built.drawings, said, Path(period).stem, built.logo)
    return replace(report, faults=(*report.faults, *besides_faults(built.document, besides, made)))


def written(report: TraceReport, form: str) -> str:
    """The ledger in that form."""
    from rapportage.tracing import as_html, as_json, as_text

    return {"json": as_json, "html": as_html}.get(form, as_text)(report)


def deliver(text: str, output: Path | None, findings: Findings) -> None:
    """To the screen, or whole into the file unless something is in the way of that."""
    if output is None:
        click.echo(text, nl=False)
    elif not findings.has_errors:
        write_whole(output, output.parent, text.encode(), findings)
