"""How a document opens: a title above the text of a briefing, or the cover of a report."""

from __future__ import annotations

from math import fsum

from msgspec.structs import replace

from rapportage.document import Cover, Document, Text
from rapportage.layout.boxes import Box, Placed, Rectangle
from rapportage.layout.flow import Group, unbroken
from rapportage.layout.images import own_size, picture_piece
from rapportage.layout.inline import InlineContext, runs
from rapportage.layout.setting import Setting
from rapportage.layout.structure import Element
from rapportage.theme import TextStyle

COVER_TITLE_TOP = 0.2
"""Where the title stands on a cover, as part of the height of the page; above it is room for a logo."""
COVER_GROUND = 0.5
"""The part of the cover that the coloured grounds take, from below."""
COVER_BANDS = (1.0, 0.382, 0.146)
"""How high each ground rises, as parts of the highest: in the golden section."""
LOGO_TOP, LOGO_BELOW = 30.0, 24.0
"""The white above and below a logo, at least."""
PAPERS_RISE = 14.0
"""How far above the foot of the page the lines on papers of parliament end."""


def _distinct(texts: tuple[str, ...]) -> list[str]:
    """Each text once: a subtitle often is the period."""
    return list({text.replace("\u00a0", " ").casefold(): text for text in reversed(texts) if text}.values())[::-1]


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
    """Title and subtitle at the head of the first page."""
    theme = setting.theme
    parts = [(document.title, "Title", theme.title)]
    if document.subtitle:
        parts.append((document.subtitle_words, "P", theme.subtitle))
    return [
        Group(
            unbroken(_block(text, role, style, root, setting, inline)),
            after=style.after,
            keep_with_next=True,
        )
        for text, role, style in parts
    ]


def cover_page(
    document: Document,
    cover: Cover,
    root: Element,
    setting: Setting,
    inline: InlineContext,
) -> tuple[Placed, ...]:
    """The boxes of a cover: title, period and month on white above; below, grounds that darken towards the foot."""
    theme, page = setting.theme, setting.theme.page
    logo = _logo(root, setting)
    y = page.height * COVER_TITLE_TOP
    parts = [(document.title, "Title", theme.cover_title)]
    texts = (document.subtitle_words, cover.period, cover.published, cover.sender)
    parts += [(text, "P", theme.cover_text) for text in _distinct(texts)]
    placed = []
    for text, role, style in parts:
        for box in _block(text, role, style, root, setting, inline):
            placed.append(Placed(page.left, y, box))
            y += box.height
        y += style.after
    return (_grounds(y, setting), *logo, *placed, *_papers(cover, root, setting, inline))


def _grounds(below: float, setting: Setting) -> Placed:
    """The coloured grounds at the foot: half of the page, or less when the words above reach further down."""
    page = setting.theme.page
    highest = min(page.height * COVER_GROUND, page.height - below - LOGO_BELOW)
    grounds = tuple(
        Rectangle(0, page.height - highest * part, page.width, highest * part, colour)
        for part, colour in zip(COVER_BANDS, setting.theme.colours.cover, strict=True)
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


def _papers(cover: Cover, root: Element, setting: Setting, inline: InlineContext) -> list[Placed]:
    """The lines on papers of parliament, at the foot of the darkest ground."""
    page, style = setting.theme.page, setting.theme.cover_papers
    boxes = [box for line in cover.papers for box in _block(line, "P", style, root, setting, inline)]
    y = page.height - PAPERS_RISE - fsum(box.height for box in boxes)
    placed = []
    for box in boxes:
        placed.append(Placed(page.left, y, box))
        y += box.height
    return placed
