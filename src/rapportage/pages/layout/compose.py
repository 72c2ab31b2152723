"""The layout stage: a document and a theme become pages and a structure tree."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from msgspec.structs import replace

from rapportage.document import Document
from rapportage.document.drawing import Drawing
from rapportage.memory import NO_MEMORY, Memory
from rapportage.pages.fonts import Family
from rapportage.pages.layout.blocks import BlockComposer
from rapportage.pages.layout.boxes import (
    Anchor,
    Box,
    Glyphs,
    OutlineEntry,
    Page,
    PageNumber,
    Pages,
    Piece,
    Placed,
    Rectangle,
)
from rapportage.pages.layout.groups import join, with_their_next
from rapportage.pages.layout.opening import cover_page, title_groups
from rapportage.pages.layout.pages import FilledPage, PageBuilder, Stack
from rapportage.pages.layout.paragraphs.inline import InlineContext
from rapportage.pages.layout.paragraphs.setting import Setting
from rapportage.pages.layout.room import DoesNotFit, Misfit, NoRoom
from rapportage.pages.layout.running import header_title, margin_mark, running_lines
from rapportage.pages.layout.structure import Element
from rapportage.pages.theme import Theme

NOTE_GAP = 14.0
NOTE_RULE_WIDTH = 90.0
NOTE_RULE_RISE = 5.0
MAX_PASSES = 4


def lay_out(
    document: Document,
    theme: Theme,
    family: Family,
    drawings: Mapping[str, Drawing],
    *,
    bare: bool = False,
    memory: Memory = NO_MEMORY,
) -> Pages:
    """The pages of `document`, with every chart as the drawing that `drawings` holds for its id.

    `bare` leaves out what makes it a publication: the title above the text, header and footer.

    Laid out again only when running text names a page number that turned out otherwise; that converges in two passes
    but for the rare number that moves its own page, for which the last pass decides.

    Raises:
        DoesNotFit: something has no room; it says all that has none.
    """
    setting = Setting(theme, family, memory)
    known: dict[str, int] = {}
    for _ in range(MAX_PASSES):
        inline = InlineContext(theme.colours.link, known, set(), set())
        pages, found = _lay_out_once(document, setting, drawings, inline, bare=bare)
        if all(known.get(target) == found[target] for target in inline.asked):
            break
        known = found
    return pages


def _lay_out_once(
    document: Document,
    setting: Setting,
    drawings: Mapping[str, Drawing],
    inline: InlineContext,
    *,
    bare: bool,
) -> tuple[Pages, dict[str, int]]:
    theme = setting.theme
    root = Element("Document")
    composer = BlockComposer(setting, document, drawings, inline)
    opening = []
    covers: list[Page] = []
    misfits: list[Misfit] = []
    try:
        if bare:
            pass
        elif document.cover is None:
            opening = title_groups(document, root, setting, inline)
        else:
            boxes = cover_page(document, root, setting, inline, drawings)
            covers = [Page(1, theme.page.width, theme.page.height, boxes, (), (), _cover_margins(theme))]
    except NoRoom as fault:
        misfits.append(fault.of(document.origin))
    groups = with_their_next([*opening, *composer.groups(document.blocks, root)])
    if misfits or composer.misfits:
        raise DoesNotFit([*misfits, *composer.misfits])
    builder = PageBuilder(composer.note_boxes, NOTE_GAP)
    pages = covers
    for is_turned, together in groupby(groups, key=lambda group: group.landscape):
        turned = setting.turned if is_turned else setting
        filled = builder.build(join(together), turned.theme.page.body_height)
        pages += [_page(page, number, turned) for number, page in enumerate(filled, len(pages) + 1)]
    found = {anchor: page.number for page in pages for anchor in _anchors(page)}
    count, outline = len(pages), composer.outline
    title, is_whole = header_title(setting, document.title)
    finished = tuple(_finish(page, count, found, outline, document, setting, title, bare=bare) for page in pages)
    shortened = None if bare or count == 1 or is_whole else title
    return Pages(finished, root, tuple(composer.outline), shortened), found


def _page(filled: FilledPage, number: int, setting: Setting) -> Page:
    page = setting.theme.page
    notes_top = page.height - page.bottom - filled.notes.height
    notes = _placed(filled.notes, page.left, notes_top)
    if notes:
        rule = Rectangle(0, 0, NOTE_RULE_WIDTH, 0.5, setting.theme.colours.rule)
        notes = (Placed(page.left, notes_top - NOTE_RULE_RISE, Box(0, (rule,))), *notes)
    return Page(
        number,
        page.width,
        page.height,
        _placed(filled.body, page.left, page.top),
        notes,
        (),
        (page.left, page.bottom, page.right, page.top),
    )


def _cover_margins(theme: Theme) -> tuple[float, float, float, float]:
    """Words on a cover may be at its foot."""
    return (theme.page.left, 0.0, theme.page.right, 0.0)


def _placed(stack: Stack, x: float, top: float) -> tuple[Placed, ...]:
    return tuple(Placed(x, top + y, box) for y, box in stack.boxes)


def _anchors(page: Page) -> list[str]:
    return [
        piece.id for placed in (*page.body, *page.notes) for piece in placed.box.pieces if isinstance(piece, Anchor)
    ]


def _finish(
    page: Page,
    count: int,
    found: Mapping[str, int],
    outline: list[OutlineEntry],
    document: Document,
    setting: Setting,
    title: str,
    *,
    bare: bool,
) -> Page:
    """The page with its header and footer, and the numbers of other pages filled in."""
    is_cover = document.cover is not None and page.number == 1
    chapter = None if page.number == 1 else _chapter(page.number, found, outline)
    turned = setting.turned if page.width > page.height else setting
    running = (
        () if is_cover or bare else running_lines(turned, page.number, count, title, chapter, marks=document.marks)
    )
    if document.marks and not bare:
        running = (*running, margin_mark(turned.theme.page, turned, document.marks))
    return replace(
        page,
        body=tuple(_with_numbers(placed, found, setting) for placed in page.body),
        running=running,
    )


def _chapter(number: int, found: Mapping[str, int], outline: list[OutlineEntry]) -> str:
    """The chapter that the page belongs to: the first that begins on it, or else the last that began before."""
    chapters = [entry for entry in outline if entry.level == 1]
    beginning = [entry.title for entry in chapters if found[entry.target] == number]
    begun = [entry.title for entry in chapters if found[entry.target] < number]
    return (beginning[:1] or begun[-1:] or [""])[0]


def _with_numbers(placed: Placed, found: Mapping[str, int], setting: Setting) -> Placed:
    if not any(isinstance(piece, PageNumber) for piece in placed.box.pieces):
        return placed
    pieces = tuple(_number(piece, found, setting) for piece in placed.box.pieces)
    return replace(placed, box=replace(placed.box, pieces=pieces))


def _number(piece: Piece, found: Mapping[str, int], setting: Setting) -> Piece:
    if not isinstance(piece, PageNumber):
        return piece
    text = f" {found[piece.target]}"  # read aloud, the space keeps it apart from the words before the leader
    width = setting.family.face(piece.role).width(text, piece.size)
    return Glyphs(
        piece.x - width,
        piece.y,
        text,
        piece.role,
        piece.size,
        piece.colour,
        width,
        piece.leaf,
    )
