"""Terms and what they mean, in two columns: glossaries, abbreviations, signs, the colophon."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from math import fsum

from msgspec.structs import replace

from rapportage.document import Term, Terms, Text, Value
from rapportage.pages.layout.boxes import Anchor, Box
from rapportage.pages.layout.groups import Group, without_widows
from rapportage.pages.layout.paragraphs.inline import InlineContext, runs
from rapportage.pages.layout.paragraphs.setting import Setting
from rapportage.pages.layout.structure import Element

GAP = 12.0
WIDEST = 0.34
"""The column of terms takes at most this part of the measure."""
ROW_GAP = 4.0


def term_groups(block: Terms, parent: Element, setting: Setting, inline: InlineContext) -> Iterator[Group]:
    """A group per term. Read aloud they are a list: of each item first the term, then what it means."""
    if not block.items:
        return
    element = parent.add("L", numbering="None")
    column = _column(block, setting)
    for number, term in enumerate(block.items):
        is_last = number == len(block.items) - 1
        boxes = _lines(term, element.add("LI"), column, setting, inline)
        yield Group(without_widows(boxes), after=setting.theme.text.after if is_last else ROW_GAP)


def _column(block: Terms, setting: Setting) -> float:
    """How wide the column of terms is, with the gap after it."""
    face = setting.family.face("semibold")
    size = setting.theme.text.size
    widest = max(
        fsum(face.width(item.text, size) for item in term.name if isinstance(item, Text | Value))
        for term in block.items
    )
    return min(widest + 1, setting.theme.text_width * WIDEST) + GAP


def _lines(term: Term, item: Element, column: float, setting: Setting, inline: InlineContext) -> list[Box]:
    theme = setting.theme
    name_style = replace(theme.text, role="semibold", hyphenate=False)
    names = setting.line_boxes(runs(term.name, name_style, item.add("Lbl"), inline), name_style, column - GAP)
    body = runs(term.meaning, theme.text, item.add("LBody").add("P"), inline)
    meanings = setting.line_boxes(body, theme.text, theme.text_width - column, column)
    made = []
    for name, meaning in zip_longest(names, meanings, fillvalue=Box(theme.text.leading)):
        made.append(Box(theme.text.leading, (*name.pieces, *meaning.pieces), (*name.notes, *meaning.notes)))
    if term.id:
        made[0] = replace(made[0], pieces=(Anchor(0, 0, term.id), *made[0].pieces))
    return made
