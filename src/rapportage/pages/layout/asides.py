"""Words apart from the running text: on a ground of their own, or beside a rule."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum

from msgspec import Struct
from msgspec.structs import replace

from rapportage.document import AsideKind
from rapportage.pages.layout.boxes import FORBIDDEN, KEEP, Box, Glue, Penalty, Rectangle, VerticalItem
from rapportage.pages.layout.groups import Group
from rapportage.pages.layout.paragraphs.setting import Setting

BOX_PAD, QUOTE_PAD = 12.0, 14.0
RULE = 2.0
SHORT = 1 / 2
"""An aside of at most this part of the page stays on one page."""


class Frame(Struct, frozen=True):
    """Where running text is: from `start` to `end`, in points from the left margin."""

    start: float
    end: float

    def narrowed(self, padding: float) -> Frame:
        return Frame(self.start + padding, self.end - padding)


def aside_padding(kind: AsideKind) -> float:
    return QUOTE_PAD if kind == "quote" else BOX_PAD


def aside_group(items: Sequence[VerticalItem], kind: AsideKind, frame: Frame, setting: Setting) -> Group:
    """The items with the ground or rule of the aside behind each of them; white space among them is filled as well."""
    theme = setting.theme
    painter = _Painter(kind, frame, setting)
    filled: list[VerticalItem] = []
    if kind == "box":
        filled += [painter.blank(BOX_PAD, is_first=True), KEEP]
    height = fsum(item.height for item in items if isinstance(item, Box | Glue))
    is_short = height <= theme.page.body_height * SHORT
    for place, item in enumerate(items):
        match item:
            case Box():
                filled.append(painter.painted(item))
            case Glue(height=space) if space:
                may_break = not is_short and isinstance(items[place - 1], Box)
                filled += [KEEP, painter.blank(space), Penalty() if may_break else KEEP]
            case Penalty(cost=cost):
                filled.append(KEEP if is_short or cost >= FORBIDDEN else item)
    if kind == "box":
        filled += [KEEP, painter.blank(BOX_PAD)]
    return Group(tuple(filled), before=theme.float_after, after=theme.float_after)


class _Painter(Struct, frozen=True):
    kind: AsideKind
    frame: Frame
    setting: Setting

    def painted(self, box: Box) -> Box:
        return replace(box, pieces=(self._ground(box.height), *box.pieces))

    def blank(self, height: float, *, is_first: bool = False) -> Box:
        colours = self.setting.theme.colours
        pieces = [self._ground(height)]
        if is_first:
            pieces.append(Rectangle(self.frame.start, 0, self._width, RULE, colours.rule))
        return Box(height, tuple(pieces))

    def _ground(self, height: float) -> Rectangle:
        """As tall as its box, so that those of successive boxes meet."""
        colours = self.setting.theme.colours
        if self.kind == "quote":
            return Rectangle(self.frame.start, 0, RULE, height, colours.rule)
        return Rectangle(self.frame.start, 0, self._width, height, colours.card)

    @property
    def _width(self) -> float:
        return self.frame.end - self.frame.start
