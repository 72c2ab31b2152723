"""How a document opens: a title above the text of a briefing, or the cover of a report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import fsum

from msgspec.structs import replace

from rapportage.document import Document, Opening, Text, opening
from rapportage.document.drawing import Drawing
from rapportage.pages.layout.boxes import Box, Placed, Rectangle
from rapportage.pages.layout.groups import Group, unbroken
from rapportage.pages.layout.images import own_size, picture_piece
from rapportage.pages.layout.paragraphs.inline import InlineContext, runs
from rapportage.pages.layout.paragraphs.setting import Setting
from rapportage.pages.layout.qr import qr_boxes
from rapportage.pages.layout.room import NoRoom, TooHigh, TooWide
from rapportage.pages.layout.structure import Element
from rapportage.pages.theme import TextStyle

COVER_TITLE_TOP = 0.2
"""Where the title is on a cover, as part of the height of the page; above it is room for a logo."""
COVER_GROUND = 0.5
"""The part of the cover that the coloured grounds take, from below."""
COVER_BANDS = (1.0, 0.382, 0.146)
"""How high each ground rises, as parts of the highest: in the golden section."""
LOGO_TOP, LOGO_BELOW = 30.0, 24.0
"""The white above and below a logo, at least."""
LEAST_GROUND = 0.12
"""The part of the cover that the grounds take at least, however much there is to say above them."""
COVER_SCALES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)
"""How much smaller the words on a cover may be set than the theme has them, so that all have room."""
PAPERS_RISE, PAPERS_PAD = 14.0, 6.0
"""How far above the foot of the page the lines on papers of parliament end, and the ground above them."""


def _block(
    text: str,
    role: str,
    style: TextStyle,
    root: Element,
    setting: Setting,
    inline: InlineContext,
) -> list[Box]:
    content = runs((Text(text),), replace(style, hyphenate=False), root.add(role), inline)
    return setting.line_boxes(content, style, setting.theme.page.body_width)


def title_groups(document: Document, root: Element, setting: Setting, inline: InlineContext) -> list[Group]:
    """Title, notice and subtitle at the head of the first page."""
    theme, said = setting.theme, opening(document)
    parts = [(said.title, "Title", theme.title), *_notice(said, theme.lead, setting)]
    parts += [(text, "P", theme.subtitle) for text in said.lines]
    return [
        Group(
            unbroken(_block(text, role, style, root, setting, inline)),
            after=style.after,
            keep_with_next=True,
        )
        for text, role, style in parts
    ]


def _notice(said: Opening, style: TextStyle, setting: Setting) -> list[tuple[str, str, TextStyle]]:
    """What must be known before anything else is read, in the colour of what is marked on every page."""
    draft = setting.theme.draft
    return [(said.notice, "P", replace(style, role=draft.role, colour=draft.colour))] if said.notice else []


def cover_page(
    document: Document,
    root: Element,
    setting: Setting,
    inline: InlineContext,
    drawings: Mapping[str, Drawing],
) -> tuple[Placed, ...]:
    """The boxes of a cover: title, period and month on white above; below, grounds that darken towards the foot.

    A QR code is on the white, below the words: of a ground in any colour it might not be read.
    Where the words would reach too far down, all of them are set smaller.

    Raises:
        NoRoom: they would become too small.
    """
    page, said = setting.theme.page, opening(document)
    logo = _logo(root, setting)
    papers = _papers(said, Element("Document"), setting, inline)
    foot = fsum(place.box.height for place in papers) + PAPERS_RISE + PAPERS_PAD if papers else 0.0
    code = fsum(box.height for box in _code(document, Element("Document"), setting, inline, drawings))
    lowest = page.height - max(foot, page.height * LEAST_GROUND) - LOGO_BELOW - code
    fault: NoRoom = TooHigh("de omslag met titel, ondertitel en afzender", "kort de titel of de ondertitel in")
    for scale in COVER_SCALES:
        try:
            _, below = _words(said, Element("Document"), setting, inline, scale)
        except TooWide as too_wide:
            fault = too_wide
            continue
        if below <= lowest:
            words, _ = _words(said, root, setting, inline, scale)
            words += _below(_code(document, root, setting, inline, drawings), below, setting)
            papers = _papers(said, root, setting, inline)
            return (_grounds(below + code, foot, setting), *logo, *words, *papers)
    raise fault


def _words(
    said: Opening, root: Element, setting: Setting, inline: InlineContext, scale: float
) -> tuple[list[Placed], float]:
    """Title, notice, subtitle, period, month and sender, in type so much smaller; and how far down they reach."""
    theme, page = setting.theme, setting.theme.page
    y = page.height * COVER_TITLE_TOP
    parts = [(said.title, "Title", theme.cover_title), *_notice(said, theme.cover_text, setting)]
    parts += [(text, "P", theme.cover_text) for text in said.lines]
    placed = []
    for text, role, style in parts:
        scaled = style if scale == 1 else replace(style, size=style.size * scale, leading=style.leading * scale)
        for box in _block(text, role, scaled, root, setting, inline):
            placed.append(Placed(page.left, y, box))
            y += box.height
        y += style.after
    return placed, y


def _code(
    document: Document, root: Element, setting: Setting, inline: InlineContext, drawings: Mapping[str, Drawing]
) -> list[Box]:
    """The QR code with its words, where there is one."""
    code = document.cover.qr if document.cover else None
    return qr_boxes(code, drawings[code.id], root, setting.theme.small, setting, inline) if code else []


def _below(boxes: Sequence[Box], y: float, setting: Setting) -> list[Placed]:
    """The boxes one below the other, from that height down."""
    placed = []
    for box in boxes:
        placed.append(Placed(setting.theme.page.left, y, box))
        y += box.height
    return placed


def _grounds(below: float, foot: float, setting: Setting) -> Placed:
    """The coloured grounds: half of the page, or less where the words reach further; each at least `foot` high."""
    page = setting.theme.page
    highest = min(page.height * COVER_GROUND, page.height - below - LOGO_BELOW)
    heights = [max(highest * part, foot) for part in COVER_BANDS]
    grounds = tuple(
        Rectangle(0, page.height - height, page.width, height, colour)
        for height, colour in zip(heights, setting.theme.colours.cover, strict=True)
    )
    return Placed(0, 0, Box(page.height, grounds))


def _logo(root: Element, setting: Setting) -> list[Placed]:
    """The logo of the house style, in the middle of the top."""
    page, logo = setting.theme.page, setting.theme.logo
    if logo is None:
        return []
    own_width, own_height = own_size(logo.picture)
    tallest = page.height * COVER_TITLE_TOP - LOGO_TOP - LOGO_BELOW
    width = min(logo.width, page.body_width, tallest * own_width / own_height)
    height = width * own_height / own_width
    leaf = root.add("Figure", alternative=logo.alternative).leaf()
    return [Placed((page.width - width) / 2, LOGO_TOP, Box(height, (picture_piece(logo.picture, 0, 0, width, leaf),)))]


def _papers(said: Opening, root: Element, setting: Setting, inline: InlineContext) -> list[Placed]:
    """The lines on papers of parliament, at the foot of the darkest ground."""
    page, style = setting.theme.page, setting.theme.cover_papers
    boxes = [box for line in said.papers for box in _block(line, "P", style, root, setting, inline)]
    return _below(boxes, page.height - PAPERS_RISE - fsum(box.height for box in boxes), setting)
