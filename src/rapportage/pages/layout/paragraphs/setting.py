"""The setting: theme, fonts and line breaker together, and the small pieces of text that every block needs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from rapportage.document import Chart, Content, FlowDiagram, Image, Note, NoteMark, Table, caption_words, note_anchor
from rapportage.memory import NO_MEMORY, Memory
from rapportage.pages.fonts import Family
from rapportage.pages.layout.boxes import Anchor, Box, Piece, moved
from rapportage.pages.layout.paragraphs.inline import InlineContext, Run, note_label, runs
from rapportage.pages.layout.paragraphs.lines import Line, LineBreaker
from rapportage.pages.layout.paragraphs.pieces import line_pieces
from rapportage.pages.layout.structure import Element
from rapportage.pages.theme import TextStyle, Theme

MARKER_GAP = 3.0
"""Between the number of a point or note and its words, at least."""
SMALL_PRINT_GAP = 4.0
"""Between a table or chart and what is below it."""


class Setting(Struct, frozen=True, dict=True):
    theme: Theme
    family: Family
    memory: Memory = NO_MEMORY

    @cached_property
    def breaker(self) -> LineBreaker:
        return LineBreaker(self.family, self.memory)

    @cached_property
    def turned(self) -> Setting:
        """The setting of a page on its side."""
        return replace(self, theme=replace(self.theme, page=self.theme.page.turned()))

    @cached_property
    def halved(self) -> Setting:
        """The setting of a column half as wide as the page."""
        page = self.theme.page
        narrow = replace(page, width=page.width - page.body_width + self.theme.half_width)
        return replace(self, theme=replace(self.theme, page=narrow))

    def baseline(self, style: TextStyle) -> float:
        """The distance from the top of a line to its baseline: the type is centred in the leading."""
        face = self.family.face(style.role)
        return (style.leading - (face.ascent + face.descent) * style.size) / 2 + face.ascent * style.size

    def heading_style(self, level: int, *, is_report: bool) -> TextStyle:
        """A chapter of a report is set large; in a short briefing the title is, and headings one size down."""
        return self.theme.heading(level if is_report else level + 1)

    def marker_column(self, markers: Sequence[str], style: TextStyle, least: float) -> float:
        """How wide the column of the numbers of a list or of notes is, so that none touches the words beside it."""
        face = self.family.face(style.role)
        widest = max((face.width(marker, style.size) for marker in markers), default=0.0)
        return max(least, widest + MARKER_GAP)

    def line_boxes(self, content: Sequence[Run], style: TextStyle, width: float, x: float = 0.0) -> list[Box]:
        """One box per line, set at `x`."""
        lines = self.breaker.broken(content, width)
        return [self._line_box(line, style, x) for line in lines]

    def _line_box(self, line: Line, style: TextStyle, x: float) -> Box:
        return Box(style.leading, tuple(line_pieces(line, x, self.baseline(style))), line.notes)

    def label_pieces(self, content: Sequence[Run], style: TextStyle) -> tuple[Piece, ...]:
        """The mark of a note at the left of its first line."""
        line = self.breaker.broken(content, float("inf"))[0]
        return tuple(line_pieces(line, 0, self.baseline(style)))

    def caption_boxes(
        self,
        block: Table | Chart | FlowDiagram | Image,
        element: Element,
        inline: InlineContext,
    ) -> list[Box]:
        """'Tabel 3  Eerste asielaanvragen …' as lines, the last with the white space below it."""
        style = self.theme.caption
        content = caption_words(block).content
        boxes = self.line_boxes(runs(content, style, element, inline), style, self.theme.page.body_width)
        boxes[0] = replace(boxes[0], pieces=(Anchor(0, 0, block.id), *boxes[0].pieces))
        boxes[-1] = replace(boxes[-1], height=boxes[-1].height + style.after)
        return boxes

    def small_print(
        self,
        notes: Sequence[Note],
        source: Content,
        parent: Element,
        inline: InlineContext,
        remark: Content = (),
    ) -> list[list[Box]]:
        """What is below a table or chart, as lines: its own notes (a, b, c), a remark, and then its sources.

        The notes that only these last two mark come after them, as every note comes after its mark.
        """
        style = self.theme.small
        width = self.theme.page.body_width
        own = {item.note for item in (*remark, *source) if isinstance(item, NoteMark)} - inline.marked
        indent = self.marker_column([note.mark for note in notes], style, self.theme.list_indent)
        blocks = [self._note_boxes(note, parent, inline, indent) for note in notes if note.id not in own]
        if remark:
            blocks.append(self.line_boxes(runs(remark, style, parent.add("P"), inline), style, width))
        if source:
            style = self.theme.source
            blocks.append(self.line_boxes(runs(source, style, parent.add("P"), inline), style, width))
        blocks += [self._note_boxes(note, parent, inline, indent) for note in notes if note.id in own]
        if blocks:
            blocks[0][0] = _lowered(blocks[0][0], SMALL_PRINT_GAP)
        return blocks

    def _note_boxes(self, note: Note, parent: Element, inline: InlineContext, indent: float) -> list[Box]:
        style = self.theme.small
        element = parent.add("Note", id=note_anchor(note.id))
        label = note_label(note, style, element.add("Lbl"), inline)
        body = runs(note.content, style, element.add("P"), inline)
        lines = self.line_boxes(body, style, self.theme.page.body_width - indent, indent)
        mark = self.label_pieces(label, style)
        lines[0] = replace(lines[0], pieces=(Anchor(0, 0, note_anchor(note.id)), *mark, *lines[0].pieces))
        return lines


def _lowered(box: Box, distance: float) -> Box:
    """The box with white space above what it holds."""
    return Box(
        box.height + distance,
        tuple(moved(piece, 0, distance) for piece in box.pieces),
        box.notes,
    )
