"""From a document to its pages: charts are drawn, blocks laid out, and all that has no room is reported."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import Concatenate, ParamSpec, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from rapportage.diagnostics import Findings
from rapportage.document import Block, Boundaries, Chart, Document, FlowDiagram, Image, OwnCode, QrCode, trends, walk
from rapportage.document.chart_kinds import HORIZONTAL_BARS
from rapportage.document.drawing import Drawing
from rapportage.figures.languages.names import names_said
from rapportage.figures.languages.spoken import spoken_language
from rapportage.memory import NO_MEMORY, Memory, Same
from rapportage.pages.charts import FlowTooLarge, NamesTooWide, colours_needed, draw, draw_flow, draw_trend
from rapportage.pages.house_style import HouseStyle
from rapportage.pages.layout import DoesNotFit, Pages, lay_out, misfit, tallest_picture, trend_size
from rapportage.pages.layout.boxes import Glyphs
from rapportage.pages.layout.room import named
from rapportage.pages.qr import draw_qr
from rapportage.pages.standalone import lay_out_standalone

_Subject = TypeVar("_Subject")
_How = ParamSpec("_How")
_NOWHERE = Boundaries("", (), ())


class LaidOut(Struct, frozen=True):
    """A document as it comes on paper."""

    document: Document
    drawings: Mapping[str, Drawing]
    pages: Pages


def texts_of(pages: Pages) -> list[str]:
    """All that is set in letters on each page, piece by piece."""
    return [
        "".join(
            piece.text
            for placed in (*page.body, *page.notes)
            for piece in placed.box.pieces
            if isinstance(piece, Glyphs)
        )
        for page in pages.pages
    ]


def on_pages(document: Document, style: HouseStyle, findings: Findings, memory: Memory = NO_MEMORY) -> LaidOut | None:
    """None when something in the document has no room, all of which was then reported."""
    fits = _images_fit(document, style, findings)
    made = drawings(document, style, findings, memory)
    if made is None or not fits:
        return None
    try:
        pages = lay_out(document, style.theme, style.family, made, memory=memory)
    except DoesNotFit as fault:
        _report(fault, findings)
        return None
    if pages.shortened is not None and not document.draft:
        message = f"de titel is te lang voor de kopregel: boven elke pagina staat '{pages.shortened}'"
        findings.warning("D105", message, document.origin, "kort de titel in, of zet een deel in de ondertitel")
    return LaidOut(document, made, pages)


def on_one_page(document: Document, style: HouseStyle, findings: Findings) -> LaidOut | None:
    """A document of one chart, as large as that is; None when something in it has no room, which was then reported."""
    made = drawings(document, style, findings)
    if made is None:
        return None
    try:
        return LaidOut(document, made, lay_out_standalone(document, style.theme, style.family, made))
    except DoesNotFit as fault:
        _report(fault, findings)
        return None


def _report(fault: DoesNotFit, findings: Findings) -> None:
    for each in fault.misfits:
        findings.error(each.code, each.message, each.origin, each.hint)


def drawings(
    document: Document, style: HouseStyle, findings: Findings, memory: Memory = NO_MEMORY
) -> Mapping[str, Drawing] | None:
    """The drawing of each chart, as wide as the page allows, of each trend in a table or card, and of each QR code.

    None when one can't be drawn within its width, all of which was then reported.
    """
    own, artist = _own(document, style, findings), _Artist(memory)
    made: dict[str, Drawing] = {**(own or {})}
    fits = own is not None
    for block in walk(document.blocks):
        try:
            made |= _drawn(block, style, artist)
        except (FlowTooLarge, NamesTooWide) as fault:
            fits = False
            _report_drawing(fault, findings)
    if document.cover is not None and document.cover.qr is not None:
        made[document.cover.qr.id] = artist.drawn(draw_qr, document.cover.qr)
    return made if fits else None


class _Artist:
    """Draws what was not drawn before, in the language and with the names that are spoken."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._said = spoken_language().code, repr(names_said())

    def drawn(
        self,
        draw: Callable[Concatenate[_Subject, _How], Drawing],
        subject: _Subject,
        /,
        *how: _How.args,
        **named: _How.kwargs,
    ) -> Drawing:
        if self._memory is NO_MEMORY:
            return draw(subject, *how, **named)
        of = draw, _written(subject), *how, *self._said
        return self._memory.made("drawing", of, lambda: draw(subject, *how, **named))


def _written(subject: object) -> tuple[Hashable, ...]:
    """All that it says: of what is equal, 1 and 1.0 are written otherwise. Boundaries are known as themselves."""
    if isinstance(subject, Chart) and subject.map is not None:
        shown = replace(subject.map, boundaries=_NOWHERE)
        return repr(replace(subject, map=shown)), Same(subject.map.boundaries)
    return (repr(subject),)


def own_charts(document: Document) -> list[tuple[Chart, OwnCode]]:
    """The charts that code of the user draws."""
    charts = [block for block in walk(document.blocks) if isinstance(block, Chart)]
    return [(chart, chart.code) for chart in charts if chart.code is not None]


def _own(document: Document, style: HouseStyle, findings: Findings) -> Mapping[str, Drawing] | None:
    asked = own_charts(document)
    if not asked or style.own_charts is None:
        return {}
    from rapportage.pages.plots.studio import Ask, draw_own

    asks = [Ask(chart, code, _chart_width(chart, style)) for chart, code in asked]
    return draw_own(asks, style.own_charts, style.family, style.theme.chart_colours, findings)


def _chart_width(chart: Chart, style: HouseStyle) -> float:
    return style.theme.half_width if chart.is_half else style.theme.page.body_width


def _drawn(block: Block, style: HouseStyle, artist: _Artist) -> Mapping[str, Drawing]:
    theme, family, colours = style.theme, style.family, style.theme.chart_colours
    made = {}
    if isinstance(block, Chart) and block.code is None:
        made[block.id] = artist.drawn(draw, block, _chart_width(block, style), family, colours)
    if isinstance(block, FlowDiagram):
        made[block.id] = artist.drawn(draw_flow, block, theme.page.body_width, tallest_picture(theme), family, colours)
    if isinstance(block, QrCode):
        made[block.id] = artist.drawn(draw_qr, block)
    courses = list(trends(block))
    if courses:
        width, height = trend_size(block, theme, family)
        for trend in courses:
            made[trend.id] = artist.drawn(draw_trend, trend, width, height, family, colours[0])
    return made


def _report_drawing(fault: FlowTooLarge | NamesTooWide, findings: Findings) -> None:
    if isinstance(fault, FlowTooLarge):
        message = f"{fault.diagram.label.lower()} past niet op de pagina: te veel stappen naast of onder elkaar"
        findings.error("D102", message, fault.diagram.origin, "verdeel het schema, of kort de woorden in")
    else:
        message = f"in {named(fault.chart)} passen de namen van de onderdelen niet naast elkaar"
        hint = f"kies de soort '{HORIZONTAL_BARS.word}', minder onderdelen, of de hele breedte"
        findings.error("D102", message, fault.chart.origin, hint)


def _images_fit(document: Document, style: HouseStyle, findings: Findings) -> bool:
    """Whether every picture has room; reports those that do not."""
    page, fits = style.theme.page, True
    for block in walk(document.blocks):
        if isinstance(block, Image) and (found := misfit(block, page.body_width, page)):
            fits = False
            findings.error("T447", found[0], block.width.origin if block.width else block.origin, found[1])
    return fits


def has_colours(document: Document, style: HouseStyle, findings: Findings) -> bool:
    """Whether the house style has a colour for every series of a chart: two would look the same. Reports where not."""
    colours, has_all = style.theme.chart_colours, True
    have = len(colours)
    for block in walk(document.blocks):
        if isinstance(block, Chart) and (needed := colours_needed(block, colours)) > have:
            has_all = False
            message = f"{block.label.lower()} heeft {needed} kleuren nodig, en de huisstijl heeft er {have}"
            hint = f"geef de huisstijl minstens {needed} grafiekkleuren, of laat ze daar weg; of toon minder reeksen"
            findings.error("H104", message, block.origin, hint)
    return has_all


def may_be_drawn(document: Document, style: HouseStyle, findings: Findings) -> bool:
    """Whether no chart asks code of the project to run that may not; reports where one does."""
    refused = own_charts(document) if style.own_charts is None else []
    for chart, code in refused:
        message = f"{chart.label.lower()} wordt getekend door code in grafieken/, en die mag niet vanzelf draaien"
        hint = "weet u wie haar schreef, geef dan --code, of zet in instellingen.yaml: code: ja"
        findings.error("T472", message, code.origin, hint)
    return not refused
