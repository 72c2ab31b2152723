"""What stands on every page around the text: header, footer and the rule above notes. All of it artifacts."""

from __future__ import annotations

from rapportage.layout.boxes import Box, Glyphs, Piece, Placed, Rectangle
from rapportage.layout.setting import Setting
from rapportage.theme import PageFormat

DRAFT = "CONCEPT – niet voor publicatie"
GAP = 18.0
HEADER_RISE, FOOTER_DROP = 34.0, 24.0
"""How far above and below the body the running lines stand."""


def running_lines(
    setting: Setting, number: int, count: int, title: str, chapter: str | None, *, draft: bool = False
) -> tuple[Placed, ...]:
    """The footer 'Pagina 3 van 9', and unless `chapter` is None the header with title and chapter."""
    page = setting.theme.page
    footer = f"Pagina {number} van {count}"
    placed = [
        Placed(
            page.left,
            page.height - page.bottom + FOOTER_DROP,
            _line(setting, DRAFT if draft else "", footer),
        )
    ]
    if chapter is not None:
        header = _line(setting, title, chapter)
        rule = Rectangle(0, header.height + 2, page.body_width, 0.4, setting.theme.colours.hairline)
        placed.insert(
            0,
            Placed(
                page.left,
                page.top - HEADER_RISE,
                Box(header.height, (*header.pieces, rule)),
            ),
        )
    return tuple(placed)


def draft_mark(page: PageFormat, setting: Setting) -> Placed:
    """The word CONCEPT in the right margin, upright beside the text, so that no page can pass for a definitive one."""
    style = setting.theme.draft
    x = page.width - page.right + (page.right - style.leading) / 2
    letters: list[Piece] = []
    face = setting.family.face(style.role)
    for place, letter in enumerate("CONCEPT"):
        width = face.width(letter, style.size)
        y = (place + 1) * style.leading
        left = (style.leading - width) / 2
        letters.append(Glyphs(left, y, letter, style.role, style.size, style.colour, width, None))
    return Placed(x, page.top, Box(8 * style.leading, tuple(letters)))


def _line(setting: Setting, left: str, right: str) -> Box:
    """A line with words at the left and at the right; those at the right give way when both do not fit."""
    style, width = setting.theme.running, setting.theme.page.body_width
    baseline = setting.baseline(style)
    face = setting.family.face(style.role)
    left_width, right_width = (
        face.width(left, style.size),
        face.width(right, style.size),
    )
    pieces: list[Piece] = []
    if left:
        pieces.append(
            Glyphs(
                0,
                baseline,
                left,
                style.role,
                style.size,
                style.colour,
                left_width,
                None,
            )
        )
    if right and left_width + GAP + right_width <= width:
        x = width - right_width
        pieces.append(
            Glyphs(
                x,
                baseline,
                right,
                style.role,
                style.size,
                style.colour,
                right_width,
                None,
            )
        )
    return Box(style.leading, tuple(pieces))
