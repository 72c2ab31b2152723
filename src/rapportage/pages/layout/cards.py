"""Key figures as cards side by side: label, figure, how it compares, and its course."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import ceil, floor, fsum

from msgspec import Struct
from msgspec.structs import replace

from rapportage.document import Content, KeyFigure, KeyFigures
from rapportage.document.drawing import Drawing
from rapportage.pages.layout.boxes import Box, Picture, Piece, Rectangle, moved
from rapportage.pages.layout.groups import Group, kept_below, unbroken
from rapportage.pages.layout.paragraphs.inline import InlineContext, runs
from rapportage.pages.layout.paragraphs.lines import Word
from rapportage.pages.layout.paragraphs.setting import Setting
from rapportage.pages.layout.room import NoRoom, TooHigh, TooWide
from rapportage.pages.layout.structure import Element
from rapportage.pages.theme import TextStyle

MOST = 4
"""Cards side by side."""
GUTTER = 10.0
PAD = 9.0
RULE = 2.0
TREND_GAP = 6.0
IN_CARD = 26.0
"""The height of a trend."""
LEAST_SCALE = 0.6
"""Figures are set so much smaller at most: from 20 points to 12, still larger than the text around."""


class CardPlan(Struct, frozen=True):
    """How the cards of a block are set: `width` is that of each, `value` the style of their figures."""

    columns: int
    width: float
    value: TextStyle

    @property
    def inner(self) -> float:
        return self.width - 2 * PAD


def card_plan(block: KeyFigures, setting: Setting) -> CardPlan:
    """As many cards side by side as have room for their figures, which are never broken.

    The figures of all cards are set in one size: that of the theme, or as much smaller as the widest needs; where that
    would be too small, and where a card would be taller than the page, there are fewer cards in a row.

    Raises:
        NoRoom: also one beneath another they have no room.
    """
    fault: NoRoom = TooHigh("een kaart", "kort de toelichting in")
    for columns in dict.fromkeys(_columns(len(block.cards), most) for most in range(MOST, 0, -1)):
        width = (setting.theme.page.body_width - GUTTER * (columns - 1)) / columns
        measure = _Measure(setting, width - 2 * PAD)
        try:
            plan = CardPlan(columns, width, measure.value_style(block.cards))
            if all(measure.height(card, plan) <= setting.theme.page.body_height for card in block.cards):
                return plan
        except TooWide as too_wide:
            fault = too_wide
    raise fault


def card_groups(
    block: KeyFigures, parent: Element, setting: Setting, inline: InlineContext, drawings: Mapping[str, Drawing]
) -> Iterator[Group]:
    """A group per row of cards. Read aloud they are a list: of each card first its label, then its figure."""
    element = parent.add("L", numbering="None")
    plan = card_plan(block, setting)
    composer = _CardComposer(setting, inline, drawings, plan)
    rows = [block.cards[start : start + plan.columns] for start in range(0, len(block.cards), plan.columns)]
    for number, row in enumerate(rows):
        cards = [composer.pieces(card, element.add("LI")) for card in row]
        height = max(bottom for _, bottom in cards)
        pieces: list[Piece] = []
        for column, (inner, _) in enumerate(cards):
            x = column * (plan.width + GUTTER)
            pieces.append(Rectangle(x, 0, plan.width, height, setting.theme.colours.card))
            pieces.append(Rectangle(x, 0, plan.width, RULE, setting.theme.colours.rule))
            pieces += [moved(piece, x, 0) for piece in inner]
        items = unbroken([Box(height, tuple(pieces))])
        is_last = number == len(rows) - 1
        if is_last:
            items = (*items, *kept_below(setting.small_print(block.notes, block.source, parent, inline)))
        yield Group(items, before=GUTTER, after=setting.theme.float_after if is_last else GUTTER)


def _columns(count: int, most: int) -> int:
    """As many as fit side by side, at most so many, spread evenly over the rows."""
    return ceil(count / ceil(count / most))


class _Measure(Struct, frozen=True):
    """What cards need within a width, found before anything is set."""

    setting: Setting
    width: float

    def value_style(self, cards: Sequence[KeyFigure]) -> TextStyle:
        """The style in which the widest word of all figures has room.

        Raises:
            TooWide: it would become too small.
        """
        style = self.setting.theme.card_value
        words = [word for card in cards for word in self._words(card.value, style)]
        widest = max(words, key=lambda word: word.width)
        scale = min(1.0, self.width / widest.width) if widest.width else 1.0
        if scale < LEAST_SCALE:
            raise TooWide(widest.text)
        return style if scale == 1.0 else replace(style, size=floor(style.size * scale * 10) / 10)

    def height(self, card: KeyFigure, plan: CardPlan) -> float:
        theme = self.setting.theme
        parts = ((card.label, theme.card_label), (card.value, plan.value), (card.detail, theme.small))
        lines = fsum(
            style.leading * len(self.setting.breaker.lines(self._words(content, style), self.width))
            for content, style in parts
        )
        trend = TREND_GAP + IN_CARD if card.trend else 0.0
        return RULE + 2 * PAD + lines + trend

    def _words(self, content: Content, style: TextStyle) -> list[Word]:
        aside = InlineContext("", {}, set(), set())  # nothing here is shown
        return self.setting.breaker.words(runs(content, style, Element("P"), aside))


class _CardComposer:
    def __init__(
        self, setting: Setting, inline: InlineContext, drawings: Mapping[str, Drawing], plan: CardPlan
    ) -> None:
        self._setting = setting
        self._inline = inline
        self._drawings = drawings
        self._plan = plan

    def pieces(self, card: KeyFigure, item: Element) -> tuple[list[Piece], float]:
        """What a card shows, from its own top left corner, and its height."""
        theme = self._setting.theme
        label, body = item.add("Lbl"), item.add("LBody")
        made: list[Piece] = []
        y = RULE + PAD
        y = self._add(made, card.label, theme.card_label, label, y)
        y = self._add(made, card.value, self._plan.value, body.add("P"), y)
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
        for box in self._setting.line_boxes(runs(content, style, element, self._inline), style, self._plan.inner):
            made += [moved(piece, PAD, y) for piece in box.pieces]
            y += box.height
        return y
