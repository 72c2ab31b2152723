"""One chart by itself, for a letter or a message: the same chart as in the report, with its caption and sources."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from rapportage.document import Chart, Content, CrossReference, Document, PageReference, Text, marked, plain_text, walk
from rapportage.document.drawing import Drawing, FontRole, Item, Path, TextRun, moved, to_svg
from rapportage.pages.fonts import Family
from rapportage.pages.layout import DoesNotFit, Glyphs, Page, Pages, Picture, Rectangle, lay_out
from rapportage.pages.layout.room import too_high
from rapportage.pages.theme import Theme

MARGIN = 14.0
FAMILIES = "'Source Sans Pro', 'Source Sans 3', sans-serif"
"""Of the letters in a chart that is a picture by itself."""
TALLEST = 14_000.0
"""The tallest page that a PDF may have (ISO 19005-2, 6.1.13) is a little taller."""


def charts(document: Document) -> Mapping[str, Chart]:
    """The charts of a document by id."""
    return {block.id: block for block in walk(document.blocks) if isinstance(block, Chart)}


def standalone(document: Document, chart: Chart) -> Document:
    """A document of only that chart; the table with its figures is not in it, so nothing refers to that.

    What the report is (VOORBEELD) stands before its caption: there is no cover or footer to say it.
    """
    title = plain_text(chart.caption).replace("\u00a0", " ")
    marks = (Text(marked(document.marks, "")),) if document.marks else ()
    notes = tuple(replace(note, content=_unlinked(note.content)) for note in chart.notes)
    chart = replace(
        chart,
        label="",
        table_link=(),
        caption=(*marks, *_unlinked(chart.caption)),
        headline=_unlinked(chart.headline),
        notes=notes,
    )
    return replace(document, title=title, subtitle=(), subject=chart.alternative, blocks=(chart,), notes=(), cover=None)


def _unlinked(content: Content) -> Content:
    """The words of references to other places without the link."""
    return tuple(
        Text(item.text) if isinstance(item, CrossReference) else Text("…") if isinstance(item, PageReference) else item
        for item in content
    )


def lay_out_standalone(document: Document, theme: Theme, family: Family, drawings: Mapping[str, Drawing]) -> Pages:
    """One page, as high as the chart needs, without header and footer."""
    page = theme.page
    tall = replace(
        page, width=page.body_width + 2 * MARGIN, height=TALLEST, left=MARGIN, right=MARGIN, top=MARGIN, bottom=MARGIN
    )
    pages = lay_out(document, replace(theme, page=tall), family, drawings, bare=True)
    if len(pages.pages) > 1:
        raise DoesNotFit([too_high(chart).of(chart.origin) for chart in charts(document).values()])
    first = pages.pages[0]
    height = max(placed.y + placed.box.height for placed in first.body) + MARGIN
    return replace(pages, pages=(replace(first, height=height),))


def as_svg(pages: Pages, document: Document) -> str:
    """The page as a picture with its title and what it shows, for who does not see it."""
    drawing = as_drawing(pages.pages[0])
    return to_svg(drawing, document.marked_title, document.subject, families=FAMILIES, language=document.language)


def as_drawing(page: Page) -> Drawing:
    """All that a page shows, as one drawing."""
    items: list[Item] = []
    for placed in (*page.body, *page.notes):
        for piece in placed.box.pieces:
            x, y = placed.x + piece.x, page.height - placed.y - piece.y
            match piece:
                case Glyphs():
                    role: FontRole = piece.role  # type: ignore[assignment]  # styles hold no other name than a FontRole
                    items.append(TextRun(x, y, piece.text, piece.size, role, piece.colour))
                case Rectangle(width=width, height=height):
                    corners = ((x, y), (x + width, y), (x + width, y - height), (x, y - height))
                    first, *rest = corners
                    items.append(Path((("M", first), *(("L", corner) for corner in rest), ("Z", ())), piece.colour))
                case Picture(drawing=drawing):
                    items += [moved(item, x, y - drawing.height) for item in drawing.items]
                case _:
                    pass
    return Drawing(page.width, page.height, tuple(items))
