"""How large the drawing of a trend is where it stands."""

from __future__ import annotations

from rapportage.document import Block, KeyFigures
from rapportage.layout.cards import PAD, card_width
from rapportage.theme import Theme

IN_TABLE = 56.0
IN_CARD = 26.0


def trend_size(block: Block, theme: Theme) -> tuple[float, float]:
    """Width and height in points: as wide as its card, or a small line in a row of a table."""
    if isinstance(block, KeyFigures):
        return card_width(theme, len(block.cards)) - 2 * PAD, IN_CARD
    return IN_TABLE, theme.table.leading
