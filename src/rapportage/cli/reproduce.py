"""The command `reproduce`, and the manifest that `build` writes for it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rapportage.cli.dutch import Command
from rapportage.cli.shared import CODE, PROJECT, SHAPES, cli, finish, may_run_code
from rapportage.diagnostics import Findings, Severity
from rapportage.document.normal import is_path
from rapportage.input.files import HTML, WORKBOOK, FileFault, Reason, read_inside

if TYPE_CHECKING:
    from rapportage.pipeline import BuildRequest, Editions, Form
    from rapportage.proof.manifest import Manifest


MOST_BYTES = 500_000_000
"""Of a file that a build made."""


def manifest_of(
    request: BuildRequest, result: Editions, outputs: Mapping[str, bytes], findings: Findings, address: str = ""
) -> bytes:
    """The manifest of what was built, by name; what of it can't be made again elsewhere goes to `findings`."""
    from rapportage.document import deliveries, figures
    from rapportage.proof.manifest import Manifest, digest, digests, located, versions, write_manifest

    return write_manifest(
        Manifest(
            layout=located(request.layout, request.folder),
            period=located(request.period, request.folder),
            as_of=result.as_of,
            draft=request.draft,
            example=result.document.example,
            attachments=request.attachments,
            address=address,
            origins=request.origins,
            versions=versions(),
            inputs=digests(result.read, request.folder, findings),
            outputs={name: digest(data) for name, data in outputs.items()},
            deliveries=deliveries(figures(result.document)),
        )
    )


@cli.command(cls=Command)
@click.argument("manifest", type=click.Path(path_type=Path))
@PROJECT
@CODE
@click.option(
    "--messages",
    type=click.Choice(SHAPES),
    default="long",
    metavar="VORM",
    help="Hoe meldingen worden getoond: long (lang), short (kort) of json. [standaard: long]",
)
def reproduce(manifest: Path, project: Path, code: bool, messages: str) -> None:
    """Maakt het rapport van MANIFEST opnieuw en zegt of het gelijk is; schrijft niets."""
    from rapportage.proof.manifest import read_manifest

    findings = Findings()
    known = read_manifest(manifest, findings, project)
    if known is not None:
        for line in _compared(known, manifest, project, findings):
            click.echo(line, err=True)
    finish(findings, messages)


def _compared(known: Manifest, path: Path, project: Path, findings: Findings) -> list[str]:
    """Rebuilds in memory; says what is the same, and adds to `findings` what is not."""
    from rapportage.pipeline import BuildRequest, editions
    from rapportage.proof.inspection import first_difference
    from rapportage.proof.manifest import (
        compare_files,
        compare_inputs,
        compare_outputs,
        compare_versions,
        digest,
        digests,
        versions,
    )

    own = Findings()
    layout, period = (_asked(name, project) for name in (known.layout, known.period))
    as_of = known.as_of or "nieuwste"
    request = BuildRequest(
        layout, period, project, as_of, known.draft, known.attachments, may_run_code(), known.origins
    )
    names = _names(known)
    result = editions(request, tuple(names), own, known.address)
    read = result.read if result else tuple(project / name for name in known.inputs if (project / name).is_file())
    told = [
        compare_inputs(known.inputs, digests(read, project, findings), findings),
        compare_versions(known.versions, versions(), findings),
    ]
    for item in own:
        if item.severity is Severity.ERROR:
            findings.error(item.code, item.message, item.span, item.hint)
    beside = _beside(known, path, findings)
    told += compare_files(known.outputs, beside, findings)
    if result is None:
        return told
    made, where = {_workbook(known): result.workbook} if result.workbook is not None else {}, {}
    made |= {f"{names['html-map']}/{name}": data for name, data in result.site.items()}
    if result.html is not None:
        made[names["html"]] = result.html
    if result.report is not None:
        pdf, data = names["pdf"], result.report.pdf
        made[pdf] = data
        if pdf in beside and digest(beside[pdf]) == known.outputs[pdf]:
            where[pdf] = first_difference(beside[pdf], data)
    return [*told, *compare_outputs(known.outputs, made, where, findings)]


def _workbook(known: Manifest) -> str:
    """Its name; `build` never gives another file the same ending."""
    return next((name for name in known.outputs if known.attachments and name.endswith(WORKBOOK)), WORKBOOK)


def _names(known: Manifest) -> dict[Form, str]:
    """The names of the report by its forms: that of the PDF may have any ending, and pages are in a folder."""
    folder = next((name.partition("/")[0] for name in known.outputs if "/" in name), None)
    others = [name for name in known.outputs if name != _workbook(known) and "/" not in name]
    page = next((name for name in others if name.lower().endswith(HTML)), None)
    pdf = next((name for name in others if name != page), None)
    names: dict[Form, str | None] = {"pdf": pdf, "html": page, "html-map": folder}
    return {form: name for form, name in names.items() if name is not None} or {"pdf": ".pdf"}


def _asked(name: str, project: Path) -> str:
    """A name as it is; a path from the project as one from where we are."""
    return str(project / name) if is_path(name) else name


def _beside(known: Manifest, manifest: Path, findings: Findings) -> dict[str, bytes]:
    """The outputs that are beside the manifest; one that is there and can't be read goes to `findings`."""
    found = {}
    for name in known.outputs:
        try:
            found[name] = read_inside(manifest.parent / name, MOST_BYTES, manifest.parent)
        except FileFault as fault:
            if fault.reason is not Reason.MISSING:
                findings.error("L103", f"{Path(name).name}, naast het manifest, {fault.reason.value}")
    return found
