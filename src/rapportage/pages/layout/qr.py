"""QR codes on a page: the code, and below it the address as a link."""

from __future__ import annotations

from msgspec.structs import replace

from rapportage.document import QrCode
from rapportage.document.drawing import Drawing
from rapportage.pages.layout.boxes import Box, Picture
from rapportage.pages.layout.groups import Group, stacked
from rapportage.pages.layout.paragraphs.inline import InlineContext, runs
from rapportage.pages.layout.paragraphs.setting import Setting
from rapportage.pages.layout.structure import Element
from rapportage.pages.theme import TextStyle


def qr_group(code: QrCode, drawing: Drawing, parent: Element, setting: Setting, inline: InlineContext) -> Group:
    """The code with its words, on one page."""
    theme = setting.theme
    boxes = qr_boxes(code, drawing, parent, theme.small, setting, inline)
    return Group((stacked(boxes),), before=theme.caption.before, after=theme.float_after)


def qr_boxes(
    code: QrCode, drawing: Drawing, parent: Element, style: TextStyle, setting: Setting, inline: InlineContext
) -> list[Box]:
    """The code, which brings its own white, and the lines below it; no page is too narrow for the largest code."""
    figure = parent.add("Figure", alternative=code.alternative)
    picture = Box(drawing.height, (Picture(0, 0, drawing, figure.leaf()),))
    style = replace(style, hyphenate=False)
    content = runs(code.content, style, parent.add("P"), inline)
    return [picture, *setting.line_boxes(content, style, setting.theme.page.body_width)]
