"""What an edition for the web is meant to say: as a PDF, but for what reads otherwise where there are no pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from rapportage.document import (
    Block,
    Chart,
    CrossReference,
    Document,
    FlowDiagram,
    Image,
    KeyFigures,
    NumberedWords,
    Table,
    caption_words,
    flow_words,
    marks_words,
    notes_of,
    paired,
    plain_text,
    step_words,
    walk,
)
from rapportage.document.drawing import Drawing
from rapportage.figures.languages.spoken import spoken_language
from rapportage.proof.tracing.inline import numbered_parts, parts_of, plain_part, without_notes
from rapportage.proof.tracing.meant import Speaker
from rapportage.proof.tracing.passages import Part, PartKind, Passage, Place
from rapportage.proof.tracing.pictures import chart_passages, flow_passages, image_passages, steps
from rapportage.proof.tracing.tables import table_passages

_CELLS = ("kop van kolom", "kop van rij", "cel")
Path = tuple[str, ...]


def meant_on_web(document: Document, drawings: Mapping[str, Drawing], logo: str | None = None) -> list[Passage]:
    """The passages of the document as its edition for the web says them, in its order.

    What it says twice (the title of a drawing, the figures of a chart that can be opened beside it) is marked so.
    """
    speaker = _WebSpeaker(document, drawings)
    foot = marks_words(document.marks)
    below = [Passage(Place((), "voet"), (plain_part(foot, PartKind.MADE),), is_repeated=True)] if foot else []
    return [_without_pages(passage) for passage in (*speaker.passages(logo), *below)]


class _WebSpeaker(Speaker):
    def __init__(self, document: Document, drawings: Mapping[str, Drawing]) -> None:
        super().__init__(document, drawings)
        self._tables = {block.id: block for block in walk(document.blocks) if isinstance(block, Table)}

    def blocks(self, blocks: tuple[Block, ...], path: Path, kind: str = "zin") -> Iterator[Passage]:
        """Notes come after two charts beside each other, and within the item of a list."""
        for each in paired(blocks):
            together = each if isinstance(each, tuple) else (each,)
            for block in together:
                yield from self.block(block, path, kind)
            for block in together:
                yield from self.page_notes(block, path)

    def block(self, block: Block, path: Path, kind: str) -> Iterator[Passage]:
        match block:
            case Table():
                summary, caption, *rest = table_passages(block, path)
                yield from (caption, replace(summary, form="text"), *rest)
            case Chart():
                yield from self._chart(block, path)
            case FlowDiagram():
                yield from self._flow(block, path)
            case Image() if block.alternative is not None:
                yield from self._image(block, path)
            case _:
                yield from super().block(block, path, kind)

    def label(self, label: str, path: Path) -> Iterator[Passage]:
        """A list numbers itself."""
        yield from ()

    def page_of(self, target: str) -> tuple[Part, ...]:
        """A line of the contents is a link."""
        return ()

    def below_cards(self, block: KeyFigures, path: Path) -> Iterator[Passage]:
        _, late = notes_of(block)
        yield from _late(super().below_cards(block, path), len(late))

    def _chart(self, chart: Chart, path: Path) -> Iterator[Passage]:
        """The words of the drawing itself are between its caption and what it shows, which everyone reads."""
        by_kind: dict[str, list[Passage]] = {}
        for passage in chart_passages(chart, self.drawings[chart.id], path):
            by_kind.setdefault(passage.place.kind, []).append(passage)
        (told,), (caption,) = by_kind.pop("alternatieve tekst"), by_kind.pop("bijschrift")
        yield from by_kind.pop("kopregel", ())
        yield from (caption, *_named(chart, caption.place), *by_kind.pop("in de grafiek", ()))
        yield replace(told, parts=parts_of(chart.told) if chart.told else told.parts, form="text")
        yield from self._opened(chart, path)
        below = [passage for group in by_kind.values() for passage in group]
        yield from _late(below, len(notes_of(chart)[1]))

    def _opened(self, chart: Chart, path: Path) -> Iterator[Passage]:
        """The figures of a chart, closed until they are wanted: once more those of the table made for it."""
        links = [item for item in chart.table_link if isinstance(item, CrossReference)]
        made = [table for link in links if (table := self._tables.get(link.target)) is not None and table.is_made]
        for table in made:
            place = Place(path, "cijfers bij de grafiek", chart.id, chart.label)
            name = _about(table) if len(made) == 1 else plain_text(table.caption)
            yield Passage(place, (plain_part(name),), is_repeated=True)
            yield Passage(place, _unmarked(parts_of(table.caption)), is_repeated=True)
            for passage in table_passages(table, path):
                if passage.place.kind in _CELLS:
                    yield replace(passage, parts=_unmarked(passage.parts), is_repeated=True)

    def _flow(self, diagram: FlowDiagram, path: Path) -> Iterator[Passage]:
        told, caption, drawn = flow_passages(diagram, self.drawings[diagram.id], path)
        yield from (caption, *_named(diagram, caption.place), drawn)
        if diagram.told != flow_words(diagram.steps, diagram.arrows, diagram.lanes):
            yield replace(told, parts=tuple(_steps(parts_of(diagram.told))), form="text")
        for number in range(len(diagram.steps)):
            words = step_words(number, diagram.steps, diagram.arrows, diagram.lanes)
            yield replace(told, parts=tuple(_steps(parts_of(words))), form="text")

    def _image(self, image: Image, path: Path) -> Iterator[Passage]:
        told, caption, *rest = image_passages(image, path)
        drawn = [each for each in rest if each.form == "picture"]
        below = [each for each in rest if each.form != "picture"]
        yield caption
        if isinstance(image.picture, Drawing):
            title = caption_words(image).text or image.alternative or ""
            yield Passage(caption.place, (plain_part(title),), "heard", is_repeated=True)
        yield from (told, *drawn, *below)


def _steps(parts: tuple[Part, ...]) -> Iterator[Part]:
    """The numbers of steps apart; they are words of the line, as marks of notes are not."""
    for each in (inner for part in parts for inner in steps(part)):
        yield replace(each, kind=PartKind.REFERENCE) if each.kind is PartKind.NUMBERING else each


def _about(table: Table) -> str:
    """What the figures are called that can be opened: after their chart, of which the title stands above them."""
    named = next((item.text for item in table.caption if isinstance(item, CrossReference)), None)
    return f"{spoken_language().charts.figures_of[0]}{named}" if named else plain_text(table.caption)


def _named(block: Chart | FlowDiagram, place: Place) -> Iterator[Passage]:
    """What a drawing is called: after its caption; what it shows is told below it."""
    name = NumberedWords(block.label, block.caption)
    told = spoken_language().web.told_below
    yield Passage(place, _unspoken(numbered_parts(without_notes(name))), "heard", is_repeated=True)
    yield Passage(place, (plain_part(told),), "heard", is_repeated=True)


def _late(passages: Iterator[Passage] | list[Passage], count: int) -> list[Passage]:
    """The same with the last notes, of which there are so many, after the source in which they are marked."""
    found = list(passages)
    source = next((place for place, each in enumerate(found) if each.place.kind == "bron"), None)
    if source is None or not count:
        return found
    first = source - 2 * count  # a note has two passages: its mark, and its words
    return [*found[:first], found[source], *found[first:source], *found[source + 1 :]]


def _unmarked(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    return tuple(part for part in parts if part.kind is not PartKind.NUMBERING)


def _unspoken(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    return tuple(replace(part, spoken=None) for part in parts)


def _without_pages(passage: Passage) -> Passage:
    """After the word 'pagina' comes what is on it."""
    if not any(part.kind is PartKind.PAGE for part in passage.parts):
        return passage
    of = spoken_language().places.of
    parts = (
        replace(part, text=f"{of} {part.name}" if part.name else "", kind=PartKind.REFERENCE)
        if part.kind is PartKind.PAGE
        else part
        for part in passage.parts
    )
    return replace(passage, parts=tuple(parts))
