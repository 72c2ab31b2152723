"""How large drawings may be: that of a trend in its place, that of a diagram on a page."""

from __future__ import annotations

from rapportage.document import Block, KeyFigures
from rapportage.pages.fonts import Family
from rapportage.pages.layout.cards import IN_CARD, card_plan
from rapportage.pages.layout.paragraphs.setting import Setting
from rapportage.pages.layout.room import NoRoom
from rapportage.pages.theme import Theme

IN_TABLE = 56.0
"""The width of a trend in a row of a table."""
CAPTION_LINES = 3
"""So many lines of caption are kept free above a picture on a page of its own."""


def tallest_picture(theme: Theme) -> float:
    """The room for a picture on a page of its own, below its caption."""
    caption = theme.caption
    return theme.page.body_height - CAPTION_LINES * caption.leading - caption.after


def trend_size(block: Block, theme: Theme, family: Family) -> tuple[float, float]:
    """Width and height in points: as wide as its card, or a small line in a row of a table."""
    if isinstance(block, KeyFigures):
        try:
            return card_plan(block, Setting(theme, family)).inner, IN_CARD
        except NoRoom:
            pass  # which is reported when the cards are set
    return IN_TABLE, theme.table.leading
