"""Key figures as cards side by side: label, figure, how it compares, and its course."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import ceil

from rapportage.document import Content, KeyFigure, KeyFigures
from rapportage.drawing import Drawing
from rapportage.layout.boxes import Box, Picture, Piece, Rectangle, moved
from rapportage.layout.flow import Group, kept_below, unbroken
from rapportage.layout.inline import InlineContext, runs
from rapportage.layout.setting import Setting
from rapportage.layout.structure import Element
from rapportage.theme import TextStyle, Theme

MOST = 4
"""Cards beside one another."""
GUTTER = 10.0
PAD = 9.0
RULE = 2.0
TREND_GAP = 6.0


def card_width(theme: Theme, count: int) -> float:
    """How wide each of `count` cards is."""
    columns = _columns(count)
    return (theme.page.body_width - GUTTER * (columns - 1)) / columns


def card_groups(
    block: KeyFigures, parent: Element, setting: Setting, inline: InlineContext, drawings: Mapping[str, Drawing]
) -> Iterator[Group]:
    """A group per row of cards. Read aloud they are a list: of each card first its label, then its figure."""
    element = parent.add("L", numbering="None")
    width = card_width(setting.theme, len(block.cards))
    composer = _CardComposer(setting, inline, drawings, width)
    rows = list(_rows(block.cards))
    for number, row in enumerate(rows):
        cards = [composer.pieces(card, element.add("LI")) for card in row]
        height = max(bottom for _, bottom in cards)
        pieces: list[Piece] = []
        for column, (inner, _) in enumerate(cards):
            x = column * (width + GUTTER)
            pieces.append(Rectangle(x, 0, width, height, setting.theme.colours.card))
            pieces.append(Rectangle(x, 0, width, RULE, setting.theme.colours.rule))
            pieces += [moved(piece, x, 0) for piece in inner]
        items = unbroken([Box(height, tuple(pieces))])
        is_last = number == len(rows) - 1
        if is_last:
            items = (*items, *kept_below(setting.small_print((), block.source, parent, inline)))
        yield Group(items, before=GUTTER, after=setting.theme.float_after if is_last else GUTTER)


def _columns(count: int) -> int:
    """As many as fit beside one another, spread evenly over the rows."""
    return ceil(count / ceil(count / MOST))


def _rows(cards: Sequence[KeyFigure]) -> Iterator[Sequence[KeyFigure]]:
    columns = _columns(len(cards))
    for start in range(0, len(cards), columns):
        yield cards[start : start + columns]


class _CardComposer:
    def __init__(self, setting: Setting, inline: InlineContext, drawings: Mapping[str, Drawing], width: float) -> None:
        self._setting = setting
        self._inline = inline
        self._drawings = drawings
        self._width = width - 2 * PAD

    def pieces(self, card: KeyFigure, item: Element) -> tuple[list[Piece], float]:
        """What a card shows, from its own top left corner, and its height."""
        theme = self._setting.theme
        label, body = item.add("Lbl"), item.add("LBody")
        made: list[Piece] = []
        y = RULE + PAD
        y = self._add(made, card.label, theme.card_label, label, y)
        y = self._add(made, card.value, theme.card_value, body.add("P"), y)
        if card.detail:
            y = self._add(made, card.detail, theme.small, body.add("P"), y)
        if card.trend is not None:
            drawing = self._drawings[card.trend.id]
            figure = body.add("Figure", alternative=card.trend.alternative)
            made.append(Picture(PAD, y + TREND_GAP, drawing, figure.leaf()))
            y += TREND_GAP + drawing.height
        return made, y + PAD

    def _add(self, made: list[Piece], content: Content, style: TextStyle, element: Element, y: float) -> float:
        """Adds the lines of `content` from height `y` down; gives the height below them."""
        for box in self._setting.line_boxes(runs(content, style, element, self._inline), style, self._width):
            made += [moved(piece, PAD, y) for piece in box.pieces]
            y += box.height
        return y
