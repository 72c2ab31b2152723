"""From blocks of the document to groups of boxes, and to the elements of the structure tree at the same time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from rapportage.document import (
    Block,
    Chart,
    Content,
    Contents,
    Document,
    Heading,
    Image,
    KeyFigures,
    List,
    Note,
    NoteMark,
    PageBreak,
    Paragraph,
    Section,
    Table,
    Text,
    plain_text,
)
from rapportage.drawing import Drawing
from rapportage.layout.boxes import Anchor, Box, Glyphs, OutlineEntry, Picture
from rapportage.layout.cards import card_groups
from rapportage.layout.contents import contents_groups
from rapportage.layout.flow import Group, kept_below, unbroken, without_widows
from rapportage.layout.images import image_group
from rapportage.layout.inline import (
    WIDE_SPACE,
    Hyperlink,
    InlineContext,
    Run,
    mark_anchor,
    note_anchor,
    runs,
)
from rapportage.layout.setting import Setting
from rapportage.layout.structure import Element
from rapportage.layout.tables import table_group
from rapportage.theme import TextStyle

BULLET = "•"
NOTE_INDENT = 12.0
ITEM_GAP = 3.0


@dataclass(slots=True)
class BlockComposer:
    """Composes the blocks of one document, in order. Holds what is gathered on the way: notes and the outline."""

    setting: Setting
    document: Document
    drawings: Mapping[str, Drawing]
    inline: InlineContext
    note_boxes: dict[str, tuple[Box, ...]] = field(default_factory=dict)
    outline: list[OutlineEntry] = field(default_factory=list)
    _notes: dict[str, Note] = field(init=False)
    _page_break: bool = False

    def __post_init__(self) -> None:
        self._notes = {note.id: note for note in self.document.notes}

    def groups(self, blocks: Sequence[Block], parent: Element, indent: float = 0.0) -> Iterator[Group]:
        """The groups of `blocks`, set `indent` from the left; their elements become children of `parent`."""
        for block in blocks:
            if isinstance(block, PageBreak):
                self._page_break = True
                continue
            for group in self._block(block, parent, indent):
                yield replace(group, new_page=True) if self._page_break else group
                self._page_break = False

    def _block(self, block: Block, parent: Element, indent: float) -> Iterator[Group]:
        match block:
            case Section():
                section = parent.add("Sect")
                yield self._heading(block.heading, section)
                yield from self.groups(block.blocks, section)
            case Paragraph():
                yield self._paragraph(block, parent, indent)
            case List():
                yield from self._list(block, parent, indent)
            case Table():
                yield table_group(block, parent, self.setting, self.inline, self.drawings)
            case Chart():
                yield self._chart(block, parent)
            case Image():
                yield image_group(block, parent, self.setting, self.inline)
            case KeyFigures():
                yield from card_groups(block, parent, self.setting, self.inline, self.drawings)
            case Contents():
                self.outline.append(OutlineEntry(1, block.title, "inhoudsopgave"))
                yield from contents_groups(block, self.document, parent, self.setting, self._starts_pages)

    @property
    def _starts_pages(self) -> bool:
        """Whether chapters begin on a new page: in a report with a cover."""
        return self.document.cover is not None

    def _heading(self, heading: Heading, section: Element) -> Group:
        style = self.setting.heading_style(heading.level, is_report=self._starts_pages)
        element = section.add(f"H{min(heading.level, 6)}")
        boxes = self._lines(numbered(heading), element, style, self.setting.theme.page.body_width)
        first = replace(boxes[0], pieces=(Anchor(0, 0, heading.id), *boxes[0].pieces))
        self.outline.append(OutlineEntry(heading.level, plain_text(numbered(heading)), heading.id))
        self._add_notes(heading.content, section)
        return Group(
            unbroken([first, *boxes[1:]]),
            style.before,
            style.after,
            keep_with_next=True,
            new_page=self._starts_pages and heading.level == 1,
        )

    def _paragraph(self, paragraph: Paragraph, parent: Element, indent: float) -> Group:
        theme = self.setting.theme
        styles = {
            "text": theme.text,
            "lead": theme.lead,
            "small": theme.small,
            "source": theme.source,
        }
        style = styles[paragraph.role]
        boxes = self._lines(paragraph.content, parent.add("P"), style, theme.text_width, indent)
        self._add_notes(paragraph.content, parent)
        return Group(
            without_widows(boxes),
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
        width: float,
        indent: float = 0.0,
    ) -> list[Box]:
        return self.setting.line_boxes(runs(content, style, element, self.inline), style, width - indent, indent)

    def _list(self, block: List, parent: Element, indent: float) -> Iterator[Group]:
        theme = self.setting.theme
        element = parent.add("L", numbering="Decimal" if block.ordered else "Disc")
        inner = indent + theme.list_indent
        for index, item in enumerate(block.items):
            item_element = element.add("LI")
            label = f"{index + 1}." if block.ordered else BULLET
            label_element = item_element.add("Lbl")
            groups = list(self.groups(item.blocks, item_element.add("LBody"), inner))
            groups[0] = self._labelled(groups[0], label, label_element, indent, theme.text)
            is_last = index == len(block.items) - 1
            after = max(groups[-1].after, ITEM_GAP) if is_last else ITEM_GAP
            groups[-1] = replace(groups[-1], after=after)
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

    def _chart(self, chart: Chart, parent: Element) -> Group:
        theme = self.setting.theme
        drawing = self.drawings[chart.id]
        headline: list[Box] = []
        if chart.headline:
            headline = self._lines(chart.headline, parent.add("P"), theme.headline, theme.page.body_width)
            headline[-1] = replace(headline[-1], height=headline[-1].height + theme.headline.after)
        figure = parent.add("Figure", alternative=chart.alternative)
        caption = self.setting.caption_boxes(chart.label, chart.caption, chart.id, figure.add("Caption"), self.inline)
        picture = Box(drawing.height, (Picture(0, 0, drawing, figure.leaf()),))
        gap = (Text(" "),) if chart.source and chart.figures else ()
        closing = (*chart.source, *gap, *chart.figures)
        below = self.setting.small_print(chart.notes, closing, parent, self.inline)
        items = (*unbroken([*headline, *caption, picture]), *kept_below(below))
        return Group(items, before=theme.caption.before, after=theme.float_after)

    def _add_notes(self, content: Content, parent: Element) -> None:
        """The notes first marked in `content`: their elements follow the block, their boxes wait for the page."""
        for item in content:
            if isinstance(item, NoteMark) and item.note in self._notes and item.note not in self.note_boxes:
                self.note_boxes[item.note] = tuple(self._note(self._notes[item.note], parent))

    def _note(self, note: Note, parent: Element) -> list[Box]:
        style = self.setting.theme.note
        element = parent.add("Note", id=note_anchor(note.id))
        label = element.add("Lbl").add("Link")
        body = element.add("P")
        boxes = self._lines(note.content, body, style, self.setting.theme.text_width, NOTE_INDENT)
        link = Hyperlink(
            label,
            f"Terug naar noot {note.mark} in de tekst",
            target=mark_anchor(note.id),
            underlined=False,
        )
        mark = Run(
            note.mark,
            style.role,
            style.size,
            self.inline.link_colour,
            label.leaf(),
            link=link,
        )
        pieces = (
            Anchor(0, 0, note_anchor(note.id)),
            *self.setting.label_pieces([mark], style),
        )
        last = boxes[-1]
        boxes[-1] = replace(last, height=last.height + style.after)
        boxes[0] = replace(boxes[0], pieces=(*pieces, *boxes[0].pieces))
        return boxes


def numbered(heading: Heading) -> Content:
    """The words of a heading with its number before them."""
    return heading.content if heading.number is None else (Text(f"{heading.number}{WIDE_SPACE}"), *heading.content)
