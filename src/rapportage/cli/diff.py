"""The command `diff`: which figures and sentences differ in a new period, a new build or a new revision."""

from __future__ import annotations

from contextlib import AbstractContextManager, ExitStack, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from rapportage.cli.complete import layout_and_periods
from rapportage.cli.dutch import Command
from rapportage.cli.forms import FORM, OUTPUT, SUFFIXES, form_of, give
from rapportage.cli.shared import cli, finish, may_run_code, request_options
from rapportage.cli.trace import DRAFT
from rapportage.diagnostics import INVALID_RESULTS, UNSOUND, Findings
from rapportage.document.normal import asked, short_name
from rapportage.figures.languages.spoken import speaking
from rapportage.input.files import HTML, PDF, FileFault, Reason, check_name, read, real_path

if TYPE_CHECKING:
    from rapportage.pipeline import BuildResult
    from rapportage.proof.comparing import Comparison
    from rapportage.proof.tracing import TraceReport

SAVED = (".json", HTML)
"""How the names of two files end that are compared as they are: saved traces, or editions for the web."""
MOST_BYTES = 50_000_000
"""Of a saved trace."""
NAME = "vergelijking"
WORK_TREE = "de bestanden van nu"


@cli.command(cls=Command)
@click.argument(
    "names",
    nargs=-1,
    required=True,
    type=asked,
    metavar="LAYOUT OUD NIEUW | LAYOUT PERIODE | OUD.json NIEUW.json | OUD.html NIEUW.html",
    shell_complete=layout_and_periods,
)
@request_options("--messages", arguments=())
@click.option("--since", metavar="REVISIE", help="LAYOUT PERIODE in die revisie van git, tegenover nu.")
@click.option("--until", metavar="REVISIE", help="Bij --since: tot die revisie, in plaats van nu.")
@FORM
@OUTPUT
@DRAFT
def diff(
    names: tuple[str, ...],
    project: Path,
    peildatum: str | None,
    messages: str,
    strict: bool,
    since: str | None,
    until: str | None,
    form: str | None,
    output: Path | None,
    draft: bool,
) -> None:
    """Vergelijkt twee perioden, revisies, bewaarde traces of html-bestanden: cijfers en zinnen die anders zijn."""
    is_saved = len(names) == 2 and any(all(name.endswith(end) for name in names) for end in SAVED)
    is_of_revisions = since is not None and len(names) == 2 and not is_saved
    if not (is_saved or is_of_revisions or len(names) == 3) or (since is None and until is not None):
        raise click.UsageError("names", click.get_current_context())
    if since is not None and not is_of_revisions:
        raise click.UsageError("names", click.get_current_context())
    from rapportage.proof.comparing import as_html, as_json, as_text, compare

    findings = Findings()
    wanted = form_of(form, output, (PDF,))
    made: str | bytes | None = None
    if output is not None and wanted == PDF:
        _check_marked(output, is_saved, findings)
    with ExitStack() as folders:
        if is_saved:
            sides = [_saved(Path(name), project, findings) for name in names]
        elif since is not None:
            sides = [_revision(names, each, project, peildatum, draft, folders, findings) for each in (since, until)]
        else:
            sides = [_period(names[0], each, project, peildatum, draft, findings) for each in names[1:]]
        old, new = sides
        if old.report is not None and new.report is not None:
            with _spoken(new):  # periods are found by their names
                comparison = compare(old.report, new.report, old.name, new.name)
            if wanted != PDF:
                made = {"json": as_json, "html": as_html}.get(wanted, as_text)(comparison)
            elif output is not None and new.built is not None:
                made = _marked(new.built, comparison, findings)
    read = [path for side in sides for path in side.read]
    forms = (*SUFFIXES, PDF)
    findings = give(made, output, project, read, findings, strict=strict, is_json=wanted == "json", forms=forms)
    finish(findings, messages, screen_is_taken=output is None)


class _Side:
    """One of the two that are compared."""

    def __init__(
        self,
        name: str,
        report: TraceReport | None,
        built: BuildResult | None = None,
        read: tuple[Path, ...] = (),
        language: str = "",
    ) -> None:
        self.name = name
        self.report = report
        self.built = built
        self.read = read
        self.language = language


def _spoken(side: _Side) -> AbstractContextManager[None]:
    if side.built is not None:
        return side.built.document.spoken()
    return speaking(side.language) if side.language else nullcontext()


def _saved(path: Path, project: Path, findings: Findings) -> _Side:
    if path.name.endswith(HTML):
        return _edition(path, project, findings)
    report = _read(path, project, findings)
    _report_faults(report, path.name, findings)
    return _Side(path.name, report, read=(path,))


def _edition(path: Path, project: Path, findings: Findings) -> _Side:
    """What an edition for the web says, by that file alone."""
    from rapportage.proof.inspection import InspectionError
    from rapportage.proof.inspection.web import read_tree
    from rapportage.proof.tracing import language_of_edition, read_back

    try:
        real_path(path, project)
        root = read_tree(path)
        return _Side(path.name, read_back(root), read=(path,), language=language_of_edition(root))
    except InspectionError as error:
        findings.error("U101", str(error))
    except FileFault as fault:
        findings.error("U101", f"{path} {fault.reason.value}")
    return _Side(path.name, None, read=(path,))


def _report_faults(report: TraceReport | None, name: str, findings: Findings) -> None:
    """What is wrong in one of the two reports; `name` says in which."""
    for fault in report.faults if report else ():
        code = fault.code if fault.code in INVALID_RESULTS else UNSOUND  # a saved trace may say anything
        findings.error(code, f"{name}: {fault.message}", fault.origin, fault.hint)


def _read(path: Path, project: Path, findings: Findings) -> TraceReport | None:
    from rapportage.proof.tracing import NotATrace, from_json

    try:
        return from_json(read(path, MOST_BYTES, project).decode())
    except FileFault as fault:
        hint = "kijk of het bestand er is" if fault.reason is Reason.MISSING else None
        findings.error("U112", f"{path} {fault.reason.value}", hint=hint)
    except (UnicodeDecodeError, NotATrace):
        hint = "maak het met: rapportage trace LAYOUT PERIODE --format json --output BESTAND"
        findings.error("U112", f"{path} is geen bewaarde trace", hint=hint)
    return None


def _period(
    layout: str, period: str, project: Path, as_of: str | None, draft: bool, findings: Findings, name: str = ""
) -> _Side:
    from rapportage.pipeline import BuildRequest, build, trace

    layout_name, period_name = short_name(layout), short_name(period)
    name = name or f"{layout_name} {period_name}"
    built = build(BuildRequest(layout, period, project, as_of, draft, code=may_run_code()), findings)
    if built is None:
        return _Side(name, None)
    report = trace(built, period)
    _report_faults(report, f"{layout_name} {period_name}", findings)
    return _Side(name, report, built, built.read)


def _revision(
    names: tuple[str, ...],
    revision: str | None,
    project: Path,
    as_of: str | None,
    draft: bool,
    folders: ExitStack,
    findings: Findings,
) -> _Side:
    """The report with the files of that revision, or with those of now."""
    from rapportage.proof.comparing import NoRevision, files_of

    layout, period = names
    name = f"{layout} {period} ({revision or WORK_TREE})"
    if any("/" in each or "\\" in each for each in names):
        message = "met --since zijn LAYOUT en PERIODE namen, geen paden"
        findings.error("U111", message, hint="bijvoorbeeld: rapportage diff kerncijfers 2020-05 --since HEAD~1")
        return _Side(name, None)
    if revision is None:
        return _period(layout, period, project, as_of, draft, findings, name)
    try:
        folder = folders.enter_context(files_of(revision, project))
    except NoRevision as fault:
        findings.error("U111", str(fault), hint=fault.hint)
        return _Side(name, None)
    own = Findings()
    side = _period(layout, period, folder, as_of, draft, own, name)
    for item in own:
        findings.add(replace(item, message=f"in revisie {revision}: {item.message}"))
    return side


def _check_marked(output: Path, is_saved: bool, findings: Findings) -> None:
    check_name(output, NAME, "P106", findings)
    if is_saved:
        message = "van twee bewaarde traces of html-bestanden is geen pdf te maken: daar is het rapport zelf voor nodig"
        findings.error("U112", message, hint="kies --format html, of vergelijk perioden of revisies")


def _marked(built: BuildResult, comparison: Comparison, findings: Findings) -> bytes | None:
    """The new report as a PDF with its marks."""
    from rapportage.pipeline import typeset
    from rapportage.proof.comparing import marked

    result = typeset(marked(built.document, comparison, built.style.family.missing), built.style, findings)
    return result.pdf if result is not None else None
