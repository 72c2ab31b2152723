"""The whole pipeline, from names on the command line to the bytes of a PDF: read this first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from rapportage.diagnostics import UNSOUND, Findings
from rapportage.diagnostics.suggestion import suggest
from rapportage.document import Document, figures
from rapportage.document.drawing import Drawing, to_svg
from rapportage.input.cube.build import build_cube
from rapportage.input.cube.cube import Cube
from rapportage.input.loading.glyphs import check_glyphs
from rapportage.input.project import KnownOn, LayoutFile, NewPeriod, Project
from rapportage.input.specs.period import PeriodFile
from rapportage.pages.house_style import HouseStyle, built_in, house_style
from rapportage.pages.layout import DoesNotFit
from rapportage.pages.pdf import write
from rapportage.pages.standalone import as_drawing, charts, lay_out_standalone, standalone
from rapportage.pages.typesetting import LaidOut, drawings, has_colours, on_pages, report
from rapportage.proof.checking.acknowledged import drop_acknowledged
from rapportage.proof.checking.data import CODES as DATA_CODES
from rapportage.proof.checking.data import check_data
from rapportage.proof.checking.text import check_text
from rapportage.proof.checking.usage import CODE as USAGE_CODE
from rapportage.proof.checking.usage import check_usage
from rapportage.proof.disclosure import anything_suppressed, suppress
from rapportage.proof.parallel import in_parallel
from rapportage.text import ComposedText, Ledger, resolve, without_table

if TYPE_CHECKING:
    from rapportage.pages.attachments import Attachment

FAMILIES = "'Source Sans Pro', 'Source Sans 3', sans-serif"


class BuildRequest(Struct, frozen=True):
    """What the user asks: layout and period by name or path, and the day as of which (None: that of the edition)."""

    layout: str
    period: str
    project: Path
    as_of: str | None = None
    draft: bool = False
    """Whether figures may still be empty."""
    attachments: bool = False
    """Whether the figures behind tables and charts go with the report."""


class ChartResult(Struct, frozen=True):
    """One chart by itself: as a PDF, and as SVG."""

    pdf: bytes
    svg: str
    read: tuple[Path, ...] = ()
    """The files of the user that it was made of."""


class BuildResult(Struct, frozen=True):
    pdf: bytes
    pages: int
    figures: int
    default_name: str
    document: Document
    drawings: Mapping[str, Drawing]
    """Of the charts in it, by id."""
    style: HouseStyle
    """In which it was set."""
    workbook: bytes | None = None
    """The figures behind tables and charts, where they were asked and there are any."""
    as_of: str | None = None
    """As of when figures were asked, as precise as that is known; None for the newest."""
    read: tuple[Path, ...] = ()
    """Every file that it was made of."""

    @property
    def logo(self) -> str | None:
        """The alternative text of the logo on the cover."""
        return self.style.theme.logo.alternative if self.style.theme.logo else None


def build(request: BuildRequest, findings: Findings) -> BuildResult | None:
    """The briefing as a PDF, or None when the user's files hold faults: all of them are then in `findings`."""
    project = Project(request.project, findings, request.draft)
    composed = _composed(request, findings, project)
    made = None
    if composed is not None:
        with in_parallel(partial(_doubts, composed, data=True)) as doubts:
            laid_out = on_pages(composed.document, composed.style, findings)
            made = _made(laid_out, request, composed, project, findings) if laid_out else None
            found = doubts()
        findings.extend(found.findings)
        made = made if found.is_safe else None
    return made if _drop_acknowledged(findings, project, [composed] if composed else []) else None


def check(requests: Sequence[BuildRequest], folder: Path, findings: Findings) -> None:
    """Reports all that is wrong or doubtful in these reports and their data; without any, in the whole project.

    The data of a report that could not be made because of a fault are checked for doubts once it is fixed.
    """
    project = Project(folder, findings)
    looked_at: list[Composed] = []
    for request in requests:
        composed = _composed(request, findings, project)
        if composed is not None:
            with in_parallel(partial(_doubts, composed)) as doubts:
                on_pages(composed.document, composed.style, findings)
                findings.extend(doubts().findings)
            looked_at.append(composed)
    read = {file.node.span.path: file for each in looked_at for file in each.files}
    files = list(read.values()) if requests else project.periods(built_in().family.missing)
    check_data(files, build_cube(files, findings), findings)
    if not requests:
        check_usage(files, project.layouts(), findings)
    _drop_acknowledged(findings, project, looked_at, () if requests else (*DATA_CODES, USAGE_CODE))


def _drop_acknowledged(
    findings: Findings, project: Project, looked_at: Sequence[Composed], judged: Sequence[str] = ()
) -> bool:
    """Whether every acknowledgement is right. A text with choices in it was not looked at as a whole."""
    texts = (text.scalar for composed in looked_at for text in composed.texts)
    said = {scalar.span for scalar in texts if "{%" not in scalar.text}
    return drop_acknowledged(findings, project.roots.values(), judged, said)


def short_name(asked: str) -> str:
    """A layout or period by its name, also where it was asked by its path: a name may have dots in it."""
    is_path = asked.endswith((".yaml", ".yml")) or "/" in asked or "\\" in asked
    return Path(asked).stem if is_path else asked


def typeset(document: Document, style: HouseStyle, name: str, findings: Findings) -> BuildResult | None:
    """The document as a PDF, to be called `name`; None when it does not fit its pages, which was then reported."""
    laid_out = on_pages(document, style, findings)
    return _written(laid_out, style, name, findings) if laid_out is not None else None


def _made(
    laid_out: LaidOut, request: BuildRequest, composed: Composed, project: Project, findings: Findings
) -> BuildResult | None:
    name = f"{short_name(request.layout)}-{short_name(request.period)}{'-concept' if request.draft else ''}"
    files, workbook = _data(laid_out.document, exact=not composed.suppresses) if request.attachments else ((), None)
    made = _written(laid_out, composed.style, name, findings, files)
    return replace(made, workbook=workbook, as_of=composed.known_on.code, read=tuple(project.read)) if made else None


def _written(
    laid_out: LaidOut, style: HouseStyle, name: str, findings: Findings, files: tuple[Attachment, ...] = ()
) -> BuildResult | None:
    document, pages = laid_out.document, laid_out.pages
    pdf, count = write(pages, document, style.family, files), sum(1 for _ in figures(document))
    made = BuildResult(pdf, len(pages.pages), count, name, document, laid_out.drawings, style)
    return made if _is_sound(pdf, findings) else None


def _is_sound(pdf: bytes, findings: Findings) -> bool:
    """Whether our own check finds nothing wrong in its structure: no other PDF leaves this module."""
    from rapportage.proof.inspection import structural_faults  # only here: `check` makes no PDF

    faults = structural_faults(pdf)
    for fault in faults:
        findings.error(UNSOUND, fault)
    return not faults


def new_period(period: str, origin: str | None, project: Path, findings: Findings) -> NewPeriod | None:
    """The file of a new period, made of that of `origin`: by default the last of the same kind before it."""
    return Project(project, findings).next_period(period, origin)


def build_chart(request: BuildRequest, id: str, findings: Findings) -> ChartResult | None:
    """The chart with that id, alone; None when the user's files hold faults or have no such chart."""
    project = Project(request.project, findings, request.draft)
    composed = _checked(request, findings, project)
    if composed is None:
        return None
    document, style = composed.document, composed.style
    known = charts(document)
    if id not in known:
        findings.error("U104", f"de lay-out heeft geen grafiek met id '{id[:60]}'", hint=suggest(id, known))
        return None
    document = standalone(document, without_table(known[id]))
    made = drawings(document, style, findings)
    if made is None:
        return None
    try:
        pages = lay_out_standalone(document, style.theme, style.family, made)
    except DoesNotFit as fault:
        report(fault, findings)
        return None
    drawing = as_drawing(pages.pages[0])
    svg = to_svg(drawing, document.marked_title, document.subject, families=FAMILIES, language=document.language)
    pdf = write(pages, document, style.family)
    return ChartResult(pdf, svg, tuple(project.read)) if _is_sound(pdf, findings) else None


class Composed(Struct, frozen=True):
    """A document with what it was made of, so that it can be checked."""

    document: Document
    texts: Sequence[ComposedText]
    files: Sequence[PeriodFile]
    """That of the edition first."""
    given: Cube
    """The figures as the files have them."""
    cube: Cube
    """The figures as the document has them: small counts may be suppressed."""
    known_on: KnownOn
    least_width: int
    """Between how many values a reader must be left to choose, for a suppressed count."""
    style: HouseStyle

    @property
    def suppresses(self) -> bool:
        """Whether small counts are left out, so that what is given may be no more precise than what was checked."""
        return anything_suppressed(self.cube)


def compose(request: BuildRequest, findings: Findings, project: Project | None = None) -> Document | None:
    """The document: load, specs, cube and resolve; and what is doubtful in it. None when there is a fault."""
    composed = _checked(request, findings, project or Project(request.project, findings, request.draft))
    return composed.document if composed is not None else None


def _checked(request: BuildRequest, findings: Findings, project: Project) -> Composed | None:
    composed = _composed(request, findings, project)
    if composed is None:
        return None
    doubts = _doubts(composed)
    findings.extend(doubts.findings)
    is_right = _drop_acknowledged(findings, project, [composed])
    return composed if doubts.is_safe and is_right else None


class Doubts(Struct, frozen=True):
    """What is doubtful in a document."""

    findings: Findings
    is_safe: bool
    """False when a reader could compute what it leaves out."""


def _doubts(composed: Composed, *, data: bool = False) -> Doubts:
    """What is doubtful in what the document says, and what its reader could compute of what it leaves out.

    With `data` also what is doubtful in the files that it was made of.
    """
    findings = Findings()
    if data:
        check_data(composed.files, composed.given, findings)
    document, as_of = composed.document, composed.known_on.day
    check_text(document, composed.texts, composed.files[0], composed.cube, as_of, findings)
    if not composed.suppresses:
        return Doubts(findings, is_safe=True)
    from rapportage.proof.disclosure.check import check as check_disclosure

    is_safe = check_disclosure(document, composed.given, composed.cube, as_of, composed.least_width, findings)
    return Doubts(findings, is_safe)


def _composed(request: BuildRequest, findings: Findings, project: Project) -> Composed | None:
    """The document with what it was made of; None when the user's files hold a fault, all of which were reported.

    After a fault reading goes on where it can, so that all are reported.
    """
    file = project.layout(request.layout)
    style = _style(file, project, findings)
    layout = file.spec if file and file.node.is_whole and style.is_whole else None
    edition = project.period(request.period, style.family.missing)
    known_on = project.as_of(request.as_of, edition)
    if edition is not None and edition.edition.status == "concept" and not request.draft:
        hint = "bouw met --concept, of zet 'status: definitief' in het periodebestand"
        status = edition.edition.node.get("status")
        place = status.span if status else edition.edition.node.span
        findings.error("U107", f"de uitgave over {edition.period.code} is nog een concept", place, hint)
        return None
    if layout is None or edition is None or known_on is None:
        return None
    found = project.files(layout, edition, known_on.day, style.family.missing)
    files = [file for file in found if file is not None]
    given = build_cube(files, findings)
    secrecy = layout.confidentiality
    cube = suppress(given, secrecy, edition.period, findings) if secrecy else given
    ledger, pictures = Ledger(), project.pictures(layout)
    known = {name: picture for name, picture in pictures.items() if picture is not None}
    document = resolve(layout, edition, cube, known_on.day, findings, known, draft=request.draft, ledger=ledger)
    if document is None or len(files) < len(found) or not cube.is_sound or len(known) < len(pictures):
        return None
    if not has_colours(document, style, findings):
        return None
    width = secrecy.width if secrecy else 0
    return Composed(document, ledger.texts, files, given, cube, known_on, width, style)


def _style(layout: LayoutFile | None, project: Project, findings: Findings) -> HouseStyle:
    """The house style that a layout asks, in which all its characters must be; not whole where there is a fault."""
    if layout is None:
        return replace(built_in(), is_whole=False)
    style, asked = built_in(), layout.spec.style if layout.spec else None
    if layout.spec is not None and asked is not None:
        theme = project.theme(asked)
        style = house_style(theme, project.folder, findings) if theme else replace(style, is_whole=False)
        if style.theme.logo is not None and layout.spec.cover is None:
            message = f"huisstijl '{asked.text}' heeft een logo, en deze lay-out heeft geen omslag daarvoor"
            findings.warning("H109", message, asked.span, "geef de lay-out een 'omslag'")
    has_glyphs = check_glyphs(layout.node, style.family.missing, findings)
    return replace(style, is_whole=style.is_whole and has_glyphs)


def _data(document: Document, *, exact: bool) -> tuple[tuple[Attachment, ...], bytes | None]:
    """The files to embed and the workbook; neither for a document without tables and charts."""
    from rapportage.pages.attachments import (  # only here: a report without starts sooner
        attachments,
        publication,
        workbook,
    )

    data = publication(document, exact=exact)
    return attachments(data), workbook(data) if data.tables else None
