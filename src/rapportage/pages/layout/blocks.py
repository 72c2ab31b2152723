"""From blocks of the document to groups of boxes, and to the elements of the structure tree at the same time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from math import fsum

from msgspec import Struct, field
from msgspec.structs import replace

from rapportage.diagnostics import Span
from rapportage.document import (
    BULLET,
    CONTENTS_ID,
    Aside,
    Block,
    Chart,
    Content,
    Contents,
    Document,
    FlowDiagram,
    Heading,
    Image,
    KeyFigures,
    List,
    Note,
    PageBreak,
    Paragraph,
    QrCode,
    Section,
    Table,
    Terms,
    heading_words,
    note_anchor,
    paired,
    plain_text,
    source_line,
)
from rapportage.document.characters import seen
from rapportage.document.drawing import Drawing
from rapportage.pages.layout.asides import Frame, aside_group, aside_padding
from rapportage.pages.layout.boxes import Anchor, Box, Glyphs, OutlineEntry, Picture, Piece, moved
from rapportage.pages.layout.cards import card_groups
from rapportage.pages.layout.contents import contents_groups
from rapportage.pages.layout.continued import continued
from rapportage.pages.layout.groups import SHORT_SMALL_PRINT, Group, join, kept_below, stacked, unbroken, without_widows
from rapportage.pages.layout.images import image_group
from rapportage.pages.layout.long_charts import long_chart
from rapportage.pages.layout.paragraphs.inline import InlineContext, note_label, repeated, runs
from rapportage.pages.layout.paragraphs.setting import Setting
from rapportage.pages.layout.qr import qr_group
from rapportage.pages.layout.room import Misfit, NoRoom, TooNarrow, origin_of, too_high
from rapportage.pages.layout.structure import Element
from rapportage.pages.layout.tables import TableTooWide, table_group
from rapportage.pages.layout.terms import term_groups
from rapportage.pages.theme import TextStyle

NOTE_INDENT = 12.0
ITEM_GAP = 3.0
LEAST_MEASURE = 4
"""The least width of a line, in times the size of the type: a list in a list in a list gets no less."""


class BlockComposer(Struct):
    """Composes the blocks of one document, in order. Holds what is gathered on the way: notes and the outline."""

    setting: Setting
    document: Document
    drawings: Mapping[str, Drawing]
    inline: InlineContext
    note_boxes: dict[str, tuple[Box, ...]] = field(default_factory=dict)
    outline: list[OutlineEntry] = field(default_factory=list)
    misfits: list[Misfit] = field(default_factory=list)
    """What has no room, in the order of the document; it is left out, and all that follows is still looked at."""
    _notes: dict[str, Note] = field(default_factory=dict)
    _page_break: bool = False
    _origin: Span | None = None
    """The nearest place that is known, for a block that does not know its own."""

    def __post_init__(self) -> None:
        self._notes = {note.id: note for note in self.document.notes}

    def groups(self, blocks: Sequence[Block], parent: Element, frame: Frame | None = None) -> Iterator[Group]:
        """The groups of `blocks`, running text within `frame`; their elements become children of `parent`."""
        frame = frame or Frame(0.0, self.setting.theme.text_width)
        for block in paired(blocks):
            if isinstance(block, PageBreak):
                self._page_break = True
                continue
            if isinstance(block, Section):
                section = parent.add("Sect")
                groups: Iterable[Group] = chain(
                    self._fitting(block.heading, self._heading(block.heading, section), section),
                    self.groups(block.blocks, section),
                )
            elif isinstance(block, tuple):
                taller = max(block, key=lambda chart: self.drawings[chart.id].height)
                groups = self._fitting(taller, self._side_by_side(block, parent), parent)
            else:
                groups = self._fitting(block, self._block(block, parent, frame), parent)
            for group in groups:
                yield replace(group, new_page=True) if self._page_break else group
                self._page_break = False

    def _fitting(self, block: Block | Heading, groups: Iterable[Group], parent: Element) -> list[Group]:
        """The groups of a block, made only here; none when it has no room, which is then among `misfits`.

        The notes of the page that it marks first come after it, below `parent`.
        Here and nowhere else it is checked whether what can't be broken has room: a box is all that must stay together.
        """
        origin = origin_of(block)
        self._origin = origin or self._origin
        earlier = len(parent.kids)
        try:
            made = list(groups)
            self._add_notes(parent)
            for group in made:
                page = (self.setting.turned if group.landscape else self.setting).theme.page
                if any(isinstance(item, Box) and item.height > page.body_height for item in group.items):
                    raise too_high(block)
        except NoRoom as fault:
            self.misfits.append(fault.of(origin_of(block) or self._origin))
            return []
        for element in parent.kids[earlier:]:
            if isinstance(element, Element) and element.origin is None:
                element.origin = origin
        return made

    def _block(self, block: Block, parent: Element, frame: Frame) -> Iterator[Group]:
        match block:
            case Paragraph():
                yield self._paragraph(block, parent, frame)
            case List():
                yield from self._list(block, parent, frame)
            case Aside():
                yield self._aside(block, parent, frame)
            case Terms():
                yield from term_groups(block, parent, self.setting, self.inline)
            case Table():
                yield self._table(block, parent)
            case Chart():
                yield self._chart(block, parent, self.setting.halved if block.is_half else self.setting)
            case FlowDiagram():
                yield self._flow(block, parent)
            case Image():
                yield image_group(block, parent, self.setting, self.inline)
            case QrCode():
                yield qr_group(block, self.drawings[block.id], parent, self.setting, self.inline)
            case KeyFigures():
                yield from card_groups(block, parent, self.setting, self.inline, self.drawings)
            case Contents():
                if block.kind == "headings":
                    self.outline.append(OutlineEntry(1, block.title, CONTENTS_ID))
                yield from contents_groups(block, self.document, parent, self.setting, self.inline, self._starts_pages)

    @property
    def _starts_pages(self) -> bool:
        """Whether chapters begin on a new page: in a report with a cover."""
        return self.document.cover is not None

    def _heading(self, heading: Heading, section: Element) -> Iterator[Group]:
        style = self.setting.heading_style(heading.level, is_report=self._starts_pages)
        element = section.add(f"H{min(heading.level, 6)}")
        boxes = self._lines(heading_words(heading).content, element, style, self.setting.theme.page.body_width)
        first = replace(boxes[0], pieces=(Anchor(0, 0, heading.id), *boxes[0].pieces))
        title = seen(plain_text(repeated(heading_words(heading).content, self.inline)))
        self.outline.append(OutlineEntry(heading.level, title, heading.id))
        yield Group(
            unbroken([first, *boxes[1:]]),
            style.before,
            style.after,
            keep_with_next=True,
            new_page=self._starts_pages and heading.level == 1,
        )

    def _paragraph(self, paragraph: Paragraph, parent: Element, frame: Frame) -> Group:
        theme = self.setting.theme
        styles = {
            "text": theme.text,
            "lead": theme.lead,
            "small": theme.small,
            "source": theme.source,
        }
        style = styles[paragraph.role]
        boxes = self._lines(paragraph.content, parent.add("P"), style, frame.end, frame.start)
        anchors = tuple(Anchor(0, 0, id) for id in paragraph.stands_for)
        boxes[0] = replace(boxes[0], pieces=(*anchors, *boxes[0].pieces)) if anchors else boxes[0]
        is_whole = paragraph.role == "source" and len(boxes) <= SHORT_SMALL_PRINT
        return Group(
            unbroken(boxes) if is_whole else without_widows(boxes),
            style.before,
            style.after,
            keep_with_next=plain_text(paragraph.content).rstrip().endswith(":"),
            keep_with_previous=paragraph.role == "source",
        )

    def _lines(
        self,
        content: Content,
        element: Element,
        style: TextStyle,
        end: float,
        start: float = 0.0,
    ) -> list[Box]:
        """Lines from `start` to `end`, in points from the left margin."""
        if end - start < LEAST_MEASURE * style.size:
            raise TooNarrow
        return self.setting.line_boxes(runs(content, style, element, self.inline), style, end - start, start)

    def _aside(self, block: Aside, parent: Element, frame: Frame) -> Group:
        """A box with its title, or a quotation: its blocks one below another on a ground, or beside a rule."""
        theme = self.setting.theme
        element = parent.add("BlockQuote" if block.kind == "quote" else "Div")
        inner = frame.narrowed(aside_padding(block.kind))
        groups = []
        if block.title:
            boxes = self._lines(block.title, element.add("P"), theme.aside_title, inner.end, inner.start)
            self._add_notes(element)
            groups.append(Group(unbroken(boxes), after=theme.aside_title.after, keep_with_next=True))
        groups += self.groups(block.blocks, element, inner)
        return aside_group(join(groups), block.kind, frame, self.setting)

    def _list(self, block: List, parent: Element, frame: Frame) -> Iterator[Group]:
        theme = self.setting.theme
        element = parent.add("L", numbering="Decimal" if block.ordered else "Disc")
        labels = block.labels(BULLET)
        indent = self.setting.marker_column(labels, theme.text, theme.list_indent)
        inner = replace(frame, start=frame.start + indent)
        for index, (label, item) in enumerate(zip(labels, block.items, strict=True)):
            item_element = element.add("LI")
            label_element = item_element.add("Lbl")
            groups = list(self.groups(item.blocks, item_element.add("LBody"), inner))
            if not groups:  # it has no room
                continue
            groups[0] = self._labelled(groups[0], label, label_element, frame.start, theme.text)
            is_last = index == len(block.items) - 1
            after = max(groups[-1].after, ITEM_GAP) if is_last else ITEM_GAP
            is_outer = len(block.items) > 2 and (index == 0 or index == len(block.items) - 2)
            groups[-1] = replace(groups[-1], after=after, keep_with_next=is_outer or groups[-1].keep_with_next)
            yield from groups

    def _labelled(self, group: Group, label: str, element: Element, x: float, style: TextStyle) -> Group:
        """The group with `label` before its first line."""
        first, *rest = group.items
        if not isinstance(first, Box):
            raise TypeError("a list item begins with a line")
        width = self.setting.family.face(style.role).width(label, style.size)
        baseline = self.setting.baseline(style)
        glyphs = Glyphs(
            x,
            baseline,
            label,
            style.role,
            style.size,
            style.colour,
            width,
            element.leaf(),
        )
        return replace(group, items=(replace(first, pieces=(glyphs, *first.pieces)), *rest))

    def _table(self, table: Table, parent: Element) -> Group:
        """The table as it is to be set; one that we made of a chart on a turned page where it is too wide."""
        if table.is_made and not table.landscape:
            kids, marked = len(parent.kids), set(self.inline.marked)
            try:
                return table_group(table, parent, self.setting, self.inline, self.drawings)
            except TableTooWide:
                del parent.kids[kids:]
                self.inline.marked.intersection_update(marked)
        is_turned = table.landscape or table.is_made
        setting = self.setting.turned if is_turned else self.setting
        group = table_group(table, parent, setting, self.inline, self.drawings)
        return replace(group, landscape=is_turned)

    def _chart(self, chart: Chart, parent: Element, setting: Setting) -> Group:
        theme = setting.theme
        drawing = self.drawings[chart.id]
        headline: list[Box] = []
        if chart.headline:
            headline = self._lines(chart.headline, parent.add("P"), theme.headline, theme.page.body_width)
            headline[-1] = replace(headline[-1], height=headline[-1].height + theme.headline.after)
        figure = parent.add("Figure", alternative=chart.alternative, block=chart.id)
        caption = setting.caption_boxes(chart, figure.add("Caption"), self.inline)
        leaf = figure.leaf()
        below = setting.small_print(chart.notes, source_line(chart), parent, self.inline)
        figure_box = stacked([*caption, Box(drawing.height, (Picture(0, 0, drawing, leaf),))])
        if fsum(box.height for box in (*headline, figure_box)) > theme.page.body_height:
            if chart.is_half or not drawing.rows:
                raise too_high(chart)
            parts = long_chart([*headline, *caption], drawing, leaf, continued(chart.label, setting))
            return Group((*parts, *kept_below(below)), before=theme.caption.before, after=theme.float_after)
        items = (*unbroken([*headline, figure_box]), *kept_below(below))
        return Group(items, before=theme.caption.before, after=theme.float_after)

    def _side_by_side(self, charts: tuple[Chart, Chart], parent: Element) -> Iterator[Group]:
        """Two charts as one box, so that they stay together; read one after the other."""
        setting = self.setting.halved
        columns = [self._chart(chart, parent, setting) for chart in charts]
        pieces: list[Piece] = []
        height = 0.0
        for place, column in enumerate(columns):
            x, y = place * (setting.theme.page.body_width + setting.theme.column_gap), 0.0
            for box in (item for item in column.items if isinstance(item, Box)):
                pieces += [moved(piece, x, y) for piece in box.pieces]
                y += box.height
            height = max(height, y)
        yield replace(columns[0], items=(Box(height, tuple(pieces)),))

    def _flow(self, diagram: FlowDiagram, parent: Element) -> Group:
        drawing = self.drawings[diagram.id]
        figure = parent.add("Figure", alternative=diagram.alternative)
        element = figure.add("Caption")
        caption = self.setting.caption_boxes(diagram, element, self.inline)
        picture = Box(drawing.height, (Picture(0, 0, drawing, figure.leaf()),))
        theme = self.setting.theme
        return Group((stacked([*caption, picture]),), before=theme.caption.before, after=theme.float_after)

    def _add_notes(self, parent: Element) -> None:
        """The notes first marked in what was just set: their elements follow it, their boxes wait for the page."""
        for note in (self._notes[id] for id in self.inline.waiting if id in self._notes):
            self.note_boxes[note.id] = tuple(self._note(note, parent))
        self.inline.waiting.clear()

    def _note(self, note: Note, parent: Element) -> list[Box]:
        style = self.setting.theme.note
        element = parent.add("Note", id=note_anchor(note.id))
        element.origin = note.origin
        mark = note_label(note, style, element.add("Lbl"), self.inline)
        indent = self.setting.marker_column([each.mark for each in self.document.notes], style, NOTE_INDENT)
        boxes = self._lines(note.content, element.add("P"), style, self.setting.theme.text_width, indent)
        pieces = (
            Anchor(0, 0, note_anchor(note.id)),
            *self.setting.label_pieces(mark, style),
        )
        last = boxes[-1]
        boxes[-1] = replace(last, height=last.height + style.after)
        boxes[0] = replace(boxes[0], pieces=(*pieces, *boxes[0].pieces))
        return boxes
