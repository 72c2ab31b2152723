"""The whole pipeline, from names on the command line to the bytes of a PDF: read this first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from rapportage.composing import BuildRequest, Composition, compose_report, doubts_of
from rapportage.diagnostics import UNSOUND, Findings, Span
from rapportage.diagnostics.suggestion import suggest
from rapportage.document import Document, figures
from rapportage.document.drawing import Drawing
from rapportage.document.normal import short_name
from rapportage.input.cube.build import build_cube
from rapportage.input.files import PROVENANCE
from rapportage.input.project import NewPeriod, Project
from rapportage.memory import NO_MEMORY, Memory
from rapportage.pages.house_style import HouseStyle, built_in
from rapportage.pages.pdf.write import write
from rapportage.pages.standalone import as_svg, charts, standalone
from rapportage.pages.typesetting import LaidOut, drawings, on_one_page, on_pages, own_charts, texts_of
from rapportage.proof.checking.acknowledged import drop_acknowledged
from rapportage.proof.checking.usage import CODE as USAGE_CODE
from rapportage.proof.checking.usage import check_usage, once_a_file
from rapportage.proof.claims.account import Account, Report, page_finder, report_open
from rapportage.proof.parallel import in_parallel
from rapportage.results import BuildResult, ChartResult, Editions, Form, logo_of
from rapportage.text import without_table

if TYPE_CHECKING:
    from rapportage.pages.attachments import Attachment
    from rapportage.proof.inspection import Besides, Said
    from rapportage.proof.inspection.web import WebBesides
    from rapportage.proof.tracing import TraceReport

__all__ = [
    "BuildRequest",
    "BuildResult",
    "ChartResult",
    "Editions",
    "Form",
    "as_page",
    "build",
    "build_chart",
    "check",
    "compose",
    "drop_acknowledged_in",
    "editions",
    "lay_out",
    "name_of",
    "new_period",
    "trace",
    "trace_web",
    "typeset",
]


def build(request: BuildRequest, findings: Findings) -> BuildResult | None:
    """The briefing as a PDF, or None when the user's files hold faults: all of them are then in `findings`."""
    made = editions(request, ("pdf",), findings)
    return made.report if made else None


def editions(
    request: BuildRequest,
    forms: Sequence[Form],
    findings: Findings,
    address: str = "",
    memory: Memory = NO_MEMORY,
) -> Editions | None:
    """The briefing in every form that is asked, all of one document; None when there is a fault, as of `build`.

    `address` is where a folder with pages will be on the web, if that is known. With the `memory` of earlier builds it
    is made sooner, and the same.
    """
    project = Project(request.folder, findings, request.draft, memory)
    composed = compose_report(request, project)
    made = None
    if composed is not None:
        speaks = composed.document.spoken()
        with speaks, in_parallel(partial(doubts_of, composed, data=True)) as doubts:
            located = _located(project) if request.origins else None
            made = _editions(composed, forms, request, findings, address, located)
            found = doubts()
        findings.extend(found.findings)
        made = made.of(tuple(project.read)) if made and found.is_safe else None
    return made if drop_acknowledged_in(project, [composed] if composed else []) else None


def _editions(
    composed: Composition,
    forms: Sequence[Form],
    request: BuildRequest,
    findings: Findings,
    address: str,
    located: Mapping[str, str] | None,
) -> Editions | None:
    """None when one of them can't be made, which was then reported."""
    document, as_of = composed.document, composed.known_on.code
    if "pdf" in forms:
        laid_out = lay_out(composed, findings)
        report = _with_data(laid_out, request, composed, findings) if laid_out else None
        if laid_out is None or report is None:
            return None
        report = replace(report, origins=located)
        made = Editions(
            document, report.figures, report.drawings, composed.style, report, workbook=report.workbook, as_of=as_of
        )
        return _for_web(made, forms, composed, address, located)
    drawn = _drawn(composed, findings)
    workbook = _data(document, exact=not composed.suppresses)[1] if request.attachments else None
    if drawn is None:
        return None
    count = sum(1 for _ in figures(document))
    made = Editions(document, count, drawn, composed.style, workbook=workbook, as_of=as_of)
    return _for_web(made, forms, composed, address, located)


def as_page(result: BuildResult) -> bytes:
    """The report of a PDF as one file for the web."""
    from rapportage.html import edition

    with result.document.spoken():
        return edition(result.document, result.drawings, result.style, exact=result.exact, origins=result.origins)


def _for_web(
    made: Editions, forms: Sequence[Form], composed: Composition, address: str, origins: Mapping[str, str] | None
) -> Editions:
    """The same with the editions for the web that are asked, of which nothing is loaded where none is."""
    if not {"html", "html-map"} & {*forms}:
        return made
    from rapportage.html import edition, site

    drawn, style, exact = made.drawings, made.style, not composed.suppresses
    if "html" in forms:
        made = replace(made, html=edition(made.document, drawn, style, exact=exact, origins=origins))
    if "html-map" in forms:
        made = replace(made, site=site(made.document, drawn, style, exact=exact, address=address, origins=origins))
    return made


def _located(project: Project) -> Mapping[str, str]:
    """Of each file that was read, by its path in messages, that from the project: on every machine the same."""
    root = project.folder.resolve()
    files = {project.shown(path): path.resolve() for path in project.read}
    return {shown: file.relative_to(root).as_posix() for shown, file in files.items() if file.is_relative_to(root)}


def _drawn(composed: Composition, findings: Findings) -> Mapping[str, Drawing] | None:
    """All that is drawn, for an edition without pages."""
    made = drawings(composed.document, composed.style, findings, composed.memory)
    if made is not None:
        _tell_strays(composed.document, made, findings)
    return made


def lay_out(composed: Composition, findings: Findings) -> LaidOut | None:
    """On pages; None when it does not fit, which was then reported."""
    laid_out = on_pages(composed.document, composed.style, findings, composed.memory)
    if laid_out is not None:
        _tell_strays(laid_out.document, laid_out.drawings, findings)
    return laid_out


def _tell_strays(document: Document, drawn: Mapping[str, Drawing], findings: Findings) -> None:
    """Reports numbers that code of the user drew and that are none of the figures it got."""
    if own_charts(document):
        from rapportage.proof.tracing import report_strays  # only here: a report without starts sooner

        report_strays(document, drawn, findings)


def typeset(document: Document, style: HouseStyle, findings: Findings) -> BuildResult | None:
    """The document as a PDF; None when it does not fit its pages, which was then reported."""
    with document.spoken():
        laid_out = on_pages(document, style, findings)
        return _written(laid_out, style, findings) if laid_out is not None else None


def build_chart(request: BuildRequest, id: str, findings: Findings) -> ChartResult | None:
    """The chart with that id, alone; None when the user's files hold faults or have no such chart."""
    project = Project(request.folder, findings, request.draft)
    composed = _checked(request, project)
    if composed is None:
        return None
    known = charts(composed.document)
    if id not in known:
        findings.error("U104", f"de lay-out heeft geen grafiek met id '{id[:60]}'", hint=suggest(id, known))
        return None
    with composed.document.spoken():
        laid_out = on_one_page(standalone(composed.document, without_table(known[id])), composed.style, findings)
        made = _written(laid_out, composed.style, findings) if laid_out is not None else None
        if laid_out is None or made is None:
            return None
        _tell_strays(laid_out.document, laid_out.drawings, findings)
        return ChartResult(made.pdf, as_svg(laid_out.pages, laid_out.document), tuple(project.read))


def check(
    requests: Sequence[BuildRequest],
    folder: Path,
    findings: Findings,
    *,
    draft: bool = False,
    all_claims: bool = False,
    forms: Sequence[Form] = (),
) -> Account:
    """Reports all that is wrong or doubtful in these reports and their data; without any, in the whole project.

    The data of a report that could not be made because of a fault are checked for doubts once it is fixed. With
    `all_claims` also what could not be verified is reported; in each of the `forms` a report is made and read back.
    What it gives is what became of every claim.
    """
    from rapportage.proof.checking.data import CODES as DATA_CODES
    from rapportage.proof.checking.data import check_data
    from rapportage.proof.claims.signatures import report_idle, signatures, signers

    project = Project(folder, findings, draft)
    looked_at: list[Composition] = []
    account = Account()
    places, editions = dict[Report, Span](), dict[Report, str]()
    for request in requests:
        composed = compose_report(request, project)
        if composed is not None:
            report = Report(short_name(request.layout), composed.files[0].period.code)
            account += _account_of(composed, project, forms, with_pages=all_claims).of(report)
            places[report] = composed.place
            editions[report] = composed.files[0].node.span.path
            looked_at.append(composed)
    read = {file.node.span.path: file for each in looked_at for file in each.files}
    if not requests and project.is_empty():
        return account
    files = list(read.values()) if requests else project.periods(built_in().family.missing)
    check_data(files, build_cube(files, findings), findings)
    is_imported = any(path.name.endswith(PROVENANCE) for path in project.read)
    if is_imported:
        from rapportage.proof.checking.deliveries import check_deliveries  # only here: it reads workbooks

        check_deliveries(files, project, findings)
    if not requests:
        check_usage(files, project.layouts(), findings)
    signed = signatures(project.roots.values(), findings)
    account = account.signed_for(signers(signed))
    if looked_at:
        texts = (text.scalar for each in looked_at for text in each.texts)
        periods = {path: file.period.code for path, file in read.items()}
        report_idle(account, signed, texts, editions, periods, findings)
    judged = () if requests else (*DATA_CODES, USAGE_CODE)
    drop_acknowledged_in(project, looked_at, judged)
    once_a_file(findings)
    account = account.acknowledged(findings)
    if all_claims:
        report_open(account, places, findings)
    return account


def _account_of(composed: Composition, project: Project, forms: Sequence[Form], *, with_pages: bool) -> Account:
    """Reports what is doubtful in a report, and gives what became of its claims, perhaps each with its page."""
    known = project.known(composed.known_on.day, composed.style.family.missing)
    facts = build_cube(known, Findings(), project.lists, project.words)
    with composed.document.spoken(), in_parallel(partial(doubts_of, composed, facts=facts)) as doubts:
        laid_out = lay_out(composed, project.findings)
        if laid_out is not None and forms:
            _read_back(laid_out, composed, forms, project.findings)
        found = doubts()
    project.findings.extend(found.findings)
    if laid_out is None or not with_pages:
        return found.account
    return found.account.on_pages(page_finder(texts_of(laid_out.pages)))


def _read_back(laid_out: LaidOut, composed: Composition, forms: Sequence[Form], findings: Findings) -> None:
    """Reports where the report in one of these forms says something else than its document means."""
    made = _with_data(laid_out, BuildRequest("", ""), composed, findings)
    if made is None:
        return
    editions = Editions(made.document, made.figures, made.drawings, made.style, made)
    editions = _for_web(editions, forms, composed, "", None)
    ledgers = [trace(made, "")] if "pdf" in forms else []
    ledgers += [trace_web(editions, "")] if "html" in forms else []
    for fault in (fault for ledger in ledgers for fault in ledger.faults):
        findings.error(fault.code, fault.message, fault.origin, fault.hint)


def trace(result: BuildResult, period: str, other: tuple[Said, Besides] | None = None) -> TraceReport:
    """Every figure of a report back to the data, and what its PDF says next to what was meant; or an `other` PDF."""
    from rapportage.proof.inspection import read_all, read_besides
    from rapportage.proof.tracing import besides_faults, trace_report

    said, besides = other or read_all(result.pdf)
    made = read_besides(result.pdf) if other else besides
    with result.document.spoken():
        ledger = trace_report(result.document, result.drawings, said, short_name(period), result.logo)
        return replace(ledger, faults=(*ledger.faults, *besides_faults(result.document, besides, made)))


def trace_web(result: Editions, period: str, other: tuple[Said, WebBesides] | None = None) -> TraceReport:
    """The same of its edition for the web, with the anchor of each figure instead of a page; or of an `other` one."""
    from rapportage.proof.tracing import web_trace_report

    if result.html is None:
        raise ValueError("there is no edition for the web")
    made, drawings, period = result.html, result.drawings, short_name(period)
    with result.document.spoken():
        return web_trace_report(result.document, drawings, made, period, logo_of(result.style), other)


def compose(request: BuildRequest, findings: Findings, project: Project | None = None) -> Document | None:
    """The document, and what is doubtful in it; None when there is a fault. A `project` reads each file once."""
    composed = _checked(request, project or Project(request.folder, findings, request.draft))
    return composed.document if composed is not None else None


def new_period(period: str, origin: str | None, project: Path, findings: Findings) -> NewPeriod | None:
    """The file of a new period, made of that of `origin`: by default the last of the same kind before it."""
    return Project(project, findings).next_period(period, origin)


def name_of(request: BuildRequest) -> str:
    """Of the file of a report: 'kerncijfers-2020-05'."""
    return f"{short_name(request.layout)}-{short_name(request.period)}{'-concept' if request.draft else ''}"


def _checked(request: BuildRequest, project: Project) -> Composition | None:
    """What is doubtful in it is reported; None where it may not be shown."""
    composed = compose_report(request, project)
    if composed is None:
        return None
    doubts = doubts_of(composed)
    project.findings.extend(doubts.findings)
    is_right = drop_acknowledged_in(project, [composed])
    return composed if doubts.is_safe and is_right else None


def _with_data(
    laid_out: LaidOut, request: BuildRequest, composed: Composition, findings: Findings
) -> BuildResult | None:
    """The PDF, and the figures behind its tables and charts where they are asked."""
    files, workbook = _data(laid_out.document, exact=not composed.suppresses) if request.attachments else ((), None)
    made = _written(laid_out, composed.style, findings, files)
    exact = not composed.suppresses
    return replace(made, workbook=workbook, as_of=composed.known_on.code, exact=exact) if made else None


def _data(document: Document, *, exact: bool) -> tuple[tuple[Attachment, ...], bytes | None]:
    """The files to embed and the workbook; neither for a document without tables and charts."""
    from rapportage.pages.attachments import (  # only here: a report without starts sooner
        attachments,
        publication,
        workbook,
    )

    data = publication(document, exact=exact)
    return attachments(data), workbook(data) if data.tables else None


def _written(
    laid_out: LaidOut, style: HouseStyle, findings: Findings, files: tuple[Attachment, ...] = ()
) -> BuildResult | None:
    """The bytes, or None when our own check finds fault with their structure: no other PDF leaves this module."""
    from rapportage.proof.inspection import structural_faults  # only here: `check` makes no PDF

    document, pages = laid_out.document, laid_out.pages
    pdf, count = write(pages, document, style.family, files), sum(1 for _ in figures(document))
    faults = structural_faults(pdf)
    for fault in faults:
        findings.error(UNSOUND, fault)
    return None if faults else BuildResult(pdf, len(pages.pages), count, document, laid_out.drawings, style)


def drop_acknowledged_in(project: Project, looked_at: Sequence[Composition], judged: Sequence[str] = ()) -> bool:
    """Whether every acknowledgement is right. A text with choices in it was not looked at as a whole."""
    texts = (text.scalar for composed in looked_at for text in composed.texts)
    said = {scalar.span for scalar in texts if "{%" not in scalar.text}
    return drop_acknowledged(project.findings, project.roots.values(), judged, said)
