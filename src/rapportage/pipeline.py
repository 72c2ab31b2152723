"""The whole pipeline, from names on the command line to the bytes of a PDF: read this first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rapportage.charts import draw, draw_trend
from rapportage.cube.build import build_cube
from rapportage.diagnostics import Findings, Severity
from rapportage.diagnostics.suggestion import suggest
from rapportage.document import Chart, Content, Document, Image, KeyFigures, Paragraph, Table, Value, trends, walk
from rapportage.drawing import Drawing, to_svg
from rapportage.fonts import source_sans
from rapportage.layout import TableTooWide, lay_out, misfit, trend_size
from rapportage.pdf import write
from rapportage.project import Project
from rapportage.resolve import resolve
from rapportage.single import alone, as_drawing, charts, lay_out_alone
from rapportage.theme import Theme, default_theme

FAMILIES = "'Source Sans Pro', 'Source Sans 3', sans-serif"


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """What the user asks: layout and period by name or path, and the day as of which (None: that of the edition)."""

    layout: str
    period: str
    project: Path
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class ChartResult:
    """One chart by itself: as a PDF, and as SVG."""

    pdf: bytes
    svg: str


@dataclass(frozen=True, slots=True)
class BuildResult:
    pdf: bytes
    pages: int
    figures: int
    default_name: str


def build(request: BuildRequest, findings: Findings) -> BuildResult | None:
    """The briefing as a PDF, or None when the user's files hold faults: all of them are then in `findings`."""
    theme, family = default_theme(), source_sans()
    document = compose(request, findings)
    if document is None or not _images_fit(document, theme, findings):
        return None
    drawings = _drawings(document, theme)
    try:
        pages = lay_out(document, theme, family, drawings)
    except TableTooWide as fault:
        message = f"{fault.table.label.lower()} is breder dan de pagina, ook met afgebroken woorden"
        findings.error("D101", message, fault.table.origin, "laat kolommen weg, of kort de koppen en woorden in")
        return None
    pdf = write(pages, document, family)
    name = f"{Path(request.layout).stem}-{Path(request.period).stem}"
    return BuildResult(pdf, len(pages.pages), count_figures(document), name)


def build_chart(request: BuildRequest, id: str, findings: Findings) -> ChartResult | None:
    """The chart with that id, alone; None when the user's files hold faults or have no such chart."""
    theme, family = default_theme(), source_sans()
    document = compose(request, findings)
    if document is None:
        return None
    known = charts(document)
    if id not in known:
        findings.error("U104", f"de lay-out heeft geen grafiek met id '{id[:60]}'", hint=suggest(id, known))
        return None
    document = alone(document, known[id])
    pages = lay_out_alone(document, theme, family, _drawings(document, theme))
    drawing = as_drawing(pages.pages[0])
    svg = to_svg(drawing, document.title, document.subject, families=FAMILIES, language=document.language)
    return ChartResult(write(pages, document, family), svg)


def compose(request: BuildRequest, findings: Findings) -> Document | None:
    """The document: load, specs, cube and resolve. None when one of them found a fault."""
    project = Project(request.project, findings)
    layout = project.layout(request.layout)
    edition = project.period(request.period)
    as_of = project.as_of(request.as_of, edition)
    if layout is None or edition is None or findings.has_errors:
        return None
    files = project.files(layout, edition, as_of)
    cube = build_cube(files, findings)
    document = resolve(layout, edition, cube, as_of, findings, project.pictures(layout))
    return document if findings.count(Severity.ERROR) == 0 else None


def _images_fit(document: Document, theme: Theme, findings: Findings) -> bool:
    """Whether every picture has room; reports those that do not."""
    wrong = []
    for block in walk(document.blocks):
        found = misfit(block, theme.page.body_width, theme.page) if isinstance(block, Image) else None
        if isinstance(block, Image) and found:
            wrong.append(block)
            findings.error("T447", found[0], block.width.origin if block.width else block.origin, found[1])
    return not wrong


def _drawings(document: Document, theme: Theme) -> Mapping[str, Drawing]:
    """The drawing of each chart, as wide as the page allows, and of each trend in a table or card."""
    family, colours = source_sans(), theme.chart_colours
    made = {}
    for block in walk(document.blocks):
        if isinstance(block, Chart):
            made[block.id] = draw(block, theme.page.body_width, family, colours)
        for trend in trends(block):
            width, height = trend_size(block, theme)
            made[trend.id] = draw_trend(trend, width, height, family, colours[0])
    return made


def count_figures(document: Document) -> int:
    """How many figures a reader sees: in text, tables and charts."""
    count = 0
    for block in walk(document.blocks):
        match block:
            case Chart():
                count += sum(point is not None for series in block.series for point in series.points)
            case Paragraph():
                count += _figures_in(block.content)
            case Table():
                count += sum(_figures_in(cell.content) for row in block.body for cell in row.cells)
            case KeyFigures():
                count += sum(_figures_in((*card.value, *card.detail)) for card in block.cards)
        count += sum(point is not None for trend in trends(block) for point in trend.points)
    return count


def _figures_in(content: Content) -> int:
    return sum(isinstance(item, Value) and item.trace is not None for item in content)
