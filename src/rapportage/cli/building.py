"""The command `build`: a report in the forms that are asked, and what comes beside it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from rapportage.cli.dutch import Command, OtherForm, UnknownForm, UnknownForms
from rapportage.cli.forms import is_folder
from rapportage.cli.reproduce import manifest_of
from rapportage.cli.shared import cli, finish, may_run_code, request_options
from rapportage.cli.writing import deliver
from rapportage.diagnostics import Findings, Severity, render
from rapportage.input.files import (
    DEFAULT_FOLDER,
    DRAFT,
    HTML,
    MANIFEST,
    PDF,
    WORKBOOK,
    Destination,
    check_name,
    sibling,
)

if TYPE_CHECKING:
    from rapportage.pipeline import Editions, Form

SUFFIXES: dict[Form, str] = {"pdf": PDF, "html": HTML}
"""How the file of each form ends."""
LEFTOVERS = {WORKBOOK: "--bijlagen", MANIFEST: "--manifest"}
"""What an earlier build may have left beside the report, and the option that makes it again."""


@cli.command(cls=Command)
@request_options("--messages")
@click.option(
    "--vorm",
    "forms",
    callback=lambda context, parameter, value: _several(value, context),
    metavar="VORM",
    help="pdf, html, of beide: pdf,html. [standaard: naar de naam van BESTAND, anders pdf]",
)
@click.option("--concept", "draft", is_flag=True, help="Een concept, ook als er nog cijfers ontbreken.")
@click.option(
    "--bijlagen", "attachments", is_flag=True, help="De cijfers erbij: als csv in de pdf, en als .ods ernaast."
)
@click.option(
    "--manifest", is_flag=True, help="Een bestand ernaast dat zegt waarvan en waarmee het rapport is gemaakt."
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="BESTAND",
    help=f"Waar het rapport komt. [standaard: {DEFAULT_FOLDER}/LAYOUT-PERIODE.pdf in het project]",
)
def build(
    layout: str,
    periode: str,
    project: Path,
    peildatum: str | None,
    messages: str,
    strict: bool,
    forms: tuple[Form, ...] | None,
    draft: bool,
    attachments: bool,
    manifest: bool,
    output: Path | None,
) -> None:
    """Maakt het rapport van LAYOUT over PERIODE, als pdf of html: namen (kerncijfers 2020-05) of paden."""
    forms = _forms(forms, output)
    findings = Findings()
    own_folder = project / DEFAULT_FOLDER
    from rapportage.pipeline import BuildRequest, editions, name_of

    request = BuildRequest(layout, periode, project, peildatum, draft, attachments, may_run_code())
    result = editions(request, forms, findings)
    path = output or own_folder / f"{name_of(request) if result else DRAFT}{SUFFIXES[forms[0]]}"
    if draft:
        check_name(path, DRAFT, "P104", findings)
    made = _made(result, path, SUFFIXES[forms[0]]) if result else {}
    if result is not None and manifest:
        made = {sibling(path, MANIFEST): manifest_of(request, result, made, findings), **made}
    others = tuple(SUFFIXES[form] for form in forms if SUFFIXES[form] != path.suffix.lower())
    beside = others + ((WORKBOOK,) if attachments else ()) + ((MANIFEST,) if manifest else ())
    where = Destination(path, own_folder, (SUFFIXES[forms[0]],), beside, LEFTOVERS)
    findings = deliver(made, where, result.read if result else (), findings, strict=strict)
    if result is not None and not findings.has_errors:
        names = [str(each) for each in made if each.suffix.lower() in SUFFIXES.values()]
        click.echo(f"{' en '.join(names)}: {_outcome(result, findings)}", err=True)
    finish(findings, messages)


def _several(value: str | None, context: click.Context) -> tuple[Form, ...] | None:
    """The forms that an option names, with commas between them; each counts once.

    Raises:
        click.UsageError: one of them is no form of a report.
    """
    if value is None:
        return None
    asked = list(dict.fromkeys(each.strip() for each in value.split(",")))
    forms = tuple(form for each in asked for form in SUFFIXES if form == each)
    if len(forms) < len(asked):
        raise UnknownForms("--vorm", tuple(SUFFIXES), context)
    return forms


def _forms(asked: tuple[Form, ...] | None, output: Path | None) -> tuple[Form, ...]:
    """The forms that are asked, that of the file first: by its name where nothing else says it.

    Raises:
        click.UsageError: the file has a name of another form than the option says, or of none.
    """
    context = click.get_current_context()
    if output is None or is_folder(output):  # what is wrong with a folder is reported later
        return asked or ("pdf",)
    named = next((form for form, suffix in SUFFIXES.items() if suffix == output.suffix.lower()), None)
    if named is None:
        raise UnknownForm(str(output), tuple(SUFFIXES.values()), context)
    if asked is not None and named not in asked:
        raise OtherForm(str(output), "--vorm", ",".join(asked), context)
    return (named, *(form for form in asked or () if form != named))


def _made(result: Editions, path: Path, suffix: str) -> dict[Path, bytes]:
    """The files by their path: that of the form that ends so is at `path`, the others are beside it and come before."""
    made = {WORKBOOK: result.workbook, HTML: result.html, PDF: result.report.pdf if result.report else None}
    beside = {sibling(path, end): data for end, data in made.items() if data is not None and end != suffix}
    first = made[suffix]
    return {**beside, path: first} if first is not None else beside


def _outcome(result: Editions, findings: Findings) -> str:
    counts = [
        *([render.counted(result.report.pages, "pagina", "pagina's")] if result.report else []),
        render.counted(result.figures, "cijfer", "cijfers"),
        render.counted(findings.count(Severity.WARNING), "waarschuwing", "waarschuwingen"),
    ]
    if result.document.example:
        counts.append("gemerkt als voorbeeld")
    if missing := render.missing(findings):
        counts.append(f"{missing} nog in te vullen")
    return ", ".join(counts)
