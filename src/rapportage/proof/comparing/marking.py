"""The new report with what changed marked in it, for those who check it: in words, so that all can read it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from rapportage.document import (
    Aside,
    Block,
    Cell,
    Chart,
    Content,
    Document,
    FlowDiagram,
    Heading,
    Image,
    Inline,
    KeyFigures,
    LineBreak,
    List,
    ListItem,
    Note,
    PageBreak,
    Paragraph,
    Row,
    Section,
    Table,
    Terms,
    Text,
    Value,
    as_words,
    values,
)
from rapportage.proof.comparing.as_text import shown, summary
from rapportage.proof.comparing.behind import SentenceMark, behind_sentences
from rapportage.proof.comparing.comparison import Change, Comparison, FigureChange, StatementChange

TITLE = "Vergelijking"
NOTICE = "Concept: een vergelijking van twee rapporten, niet voor publicatie."
LONGEST = 300


Missing = Callable[[str], str]
"""The characters of a text that the fonts of the new report have no glyph for."""


def marked(document: Document, comparison: Comparison, missing: Missing) -> Document:
    """The document of the new report with a mark at every figure and sentence that is another, and a list of the rest.

    `comparison` is of ledgers whose new one was made of this very document. It is a draft: every page says so. What the
    old report said may have characters that the fonts of the new one lack: those are named by their code.
    """
    spelled = _speller(missing)
    marker = _Marker(_by_value(comparison, spelled), _by_content(comparison, spelled), _by_chart(comparison), spelled)
    opening = _opening(comparison, spelled)
    return replace(
        document,
        title=f"{TITLE}: {document.title}",
        subtitle=marker.content(document.subtitle),
        blocks=(opening, *(marker.block(block) for block in document.blocks)),
        notes=tuple(marker.note(note) for note in document.notes),
        draft=True,
        notice=f"{NOTICE} {document.notice}" if document.example else NOTICE,
    )


def _speller(missing: Missing) -> Callable[[str], str]:
    def spelled(text: str) -> str:
        lacking = missing(text)
        return "".join(f"[U+{ord(char):04X}]" if char in lacking else char for char in text) if lacking else text

    return spelled


def _by_value(comparison: Comparison, spelled: Callable[[str], str]) -> dict[int, str]:
    """By identity of what shows it in the document: the mark of a figure."""
    return {
        id(each.now.value): spelled(f"[was {shown(each.was)}]") if each.was else "[nieuw]"
        for each in comparison.figures
        if each.now is not None and each.now.value is not None
    }


def _by_content(comparison: Comparison, spelled: Callable[[str], str]) -> dict[int, list[SentenceMark]]:
    """By identity of the words in the document: the marks of sentences in them."""
    found: dict[int, list[SentenceMark]] = {}
    for each in comparison.statements:
        if each.now is not None and each.now.told.content:
            mark = SentenceMark(each.now.told.text, each.now.text, spelled(_statement_mark(each)))
            found.setdefault(id(each.now.told.content), []).append(mark)
    return found


def _statement_mark(each: StatementChange) -> str:
    now = each.now.text if each.now else ""
    if each.was is None:
        return f"[nieuwe zin: ‘{_cut(now, 40)}’]"
    return f"[zin gewijzigd, was: ‘{_cut(each.was.text, LONGEST)}’]"


def _by_chart(comparison: Comparison) -> dict[str, list[FigureChange]]:
    found: dict[str, list[FigureChange]] = {}
    for each in comparison.figures:
        if each.here.place.kind == "punt":
            found.setdefault(each.here.place.block, []).append(each)
    return found


def _opening(comparison: Comparison, spelled: Callable[[str], str]) -> Section:
    """What this is, and what is no longer there to be marked."""
    head = f"Van {comparison.old} naar {comparison.new}. Niet voor publicatie."
    blocks: list[Block] = [
        Paragraph((Text(head, bold=True),), "lead"),
        Paragraph((Text(f"{summary(comparison)}."),)),
        Paragraph((Text("Wat anders is, staat in de tekst tussen rechte haken achter het cijfer of de zin."),)),
    ]
    gone = [_gone(each) for each in comparison.figures if each.change is Change.DROPPED]
    dropped = (each.here for each in comparison.statements if each.change is Change.DROPPED)
    gone += [f"{each.told.place}: {each.text}" for each in dropped]
    if gone:
        blocks.append(Paragraph((Text("Vervallen, en dus nergens gemarkeerd:"),)))
        blocks.append(List(False, tuple(ListItem((Paragraph((Text(spelled(each)),)),)) for each in gone)))
    return Section(Heading("vergelijking", 1, (Text(TITLE),)), (*blocks, PageBreak()))


def _gone(each: FigureChange) -> str:
    """A figure that is no longer there; of one in words also those words, cut short."""
    figure = each.here
    words = "" if figure.place.kind in ("cel", "punt") else f", in: ‘{_cut(figure.context, 90)}’"
    return f"{figure.place}: {shown(figure)}{words}"


class _Marker(Struct, frozen=True):
    values: Mapping[int, str]
    contents: Mapping[int, list[SentenceMark]]
    charts: Mapping[str, list[FigureChange]]
    spelled: Callable[[str], str]

    def block(self, block: Block) -> Block:
        """The block with its marks."""
        match block:
            case Section():
                return replace(block, heading=self._heading(block.heading), blocks=self._blocks(block.blocks))
            case Paragraph():
                return replace(block, content=self.content(block.content))
            case List():
                return replace(block, items=tuple(ListItem(self._blocks(item.blocks)) for item in block.items))
            case Aside():
                return replace(block, title=self.content(block.title), blocks=self._blocks(block.blocks))
            case Terms():
                items = (
                    replace(term, name=self.content(term.name), meaning=self.content(term.meaning))
                    for term in block.items
                )
                return replace(block, items=tuple(items))
            case Table():
                return self._table(block)
            case Chart():
                return self._chart(block)
            case FlowDiagram():
                return self._diagram(block)
            case Image():
                told = self.content(block.told)
                return replace(
                    block,
                    caption=self.content(block.caption),
                    told=told,
                    alternative=as_words(told) if told else block.alternative,
                    notes=self._notes(block.notes),
                    source=self.content(block.source),
                )
            case KeyFigures():
                cards = (
                    replace(
                        card,
                        label=self.content(card.label),
                        value=self.content(card.value, in_cell=True),
                        detail=self.content(card.detail),
                    )
                    for card in block.cards
                )
                return replace(block, cards=tuple(cards), notes=self._notes(block.notes))
        return block

    def note(self, note: Note) -> Note:
        return replace(note, content=self.content(note.content))

    def content(self, content: Content, *, in_cell: bool = False) -> Content:
        """The words, with each changed figure bold and its mark behind it, and each changed sentence with its mark.

        In a cell a mark is on a line of its own: then the column is hardly wider.
        """
        made: list[Inline] = []
        for item in behind_sentences(content, self.contents.get(id(content), ()) if content else ()):
            marks = [self.values[id(value)] for value in values((item,)) if id(value) in self.values]
            made.append(replace(item, bold=True) if marks and isinstance(item, Value) else item)
            for mark in marks:
                made += [LineBreak() if in_cell else Text(" "), Text(mark, italic=True)]
        return tuple(made)

    def _heading(self, heading: Heading) -> Heading:
        return replace(heading, content=self.content(heading.content))

    def _blocks(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        return tuple(self.block(block) for block in blocks)

    def _notes(self, notes: Iterable[Note]) -> tuple[Note, ...]:
        return tuple(self.note(note) for note in notes)

    def _table(self, table: Table) -> Table:
        return replace(
            table,
            caption=self.content(table.caption),
            head=self._rows(table.head),
            body=self._rows(table.body),
            notes=self._notes(table.notes),
            remark=self.content(table.remark),
        )

    def _rows(self, rows: Iterable[Row]) -> tuple[Row, ...]:
        return tuple(Row(tuple(self._cell(cell) for cell in row.cells), row.role) for row in rows)

    def _cell(self, cell: Cell) -> Cell:
        return replace(cell, content=self.content(cell.content, in_cell=True))

    def _chart(self, chart: Chart) -> Chart:
        """The changed points come before the sources: the picture has no room for marks."""
        points = self.charts.get(chart.id, ())
        source = chart.source
        if points:
            told = self.spelled("; ".join(_point(each) for each in points))
            source = (Text(f"[Gewijzigd in {chart.label.lower()}: {told}.]", italic=True), LineBreak(), *source)
        caption = self.content(chart.caption)
        headline, heard = self.content(chart.headline), self.content(chart.told)
        return replace(
            chart,
            caption=caption,
            headline=headline,
            told=heard,
            alternative=as_words(heard) if heard else chart.alternative,
            notes=self._notes(chart.notes),
            source=source,
        )

    def _diagram(self, diagram: FlowDiagram) -> FlowDiagram:
        """Its steps are words, so that a mark can be in them."""
        told = self.content(diagram.told)
        return replace(
            diagram,
            caption=self.content(diagram.caption),
            steps=tuple(replace(step, content=self.content(step.content)) for step in diagram.steps),
            arrows=tuple(replace(arrow, content=self.content(arrow.content)) for arrow in diagram.arrows),
            told=told,
            alternative=as_words(told) if told else diagram.alternative,
        )


def _point(each: FigureChange) -> str:
    place = each.here.place
    name = ", ".join(part for part in (place.row, place.column) if part)
    match each.change:
        case Change.CHANGED:
            return f"{name} {shown(each.now)} (was {shown(each.was)})"
        case Change.ADDED:
            return f"{name} {shown(each.now)} (nieuw)"
        case Change.DROPPED:
            return f"{name} vervallen (was {shown(each.was)})"


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rsplit(" ", 1)[0] + "…"
