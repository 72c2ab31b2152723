"""Where all that a report shows was written: places with a number, the same on its pages and in its web edition."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, repeat

from msgspec import Struct
from msgspec.structs import replace

from rapportage.diagnostics import Span
from rapportage.document import (
    Chart,
    Content,
    Document,
    FigureInput,
    FlowDiagram,
    Paragraph,
    Text,
    Trace,
    Value,
    calculation_words,
    figures_of,
    walk,
)
from rapportage.pages.areas import Area, areas
from rapportage.pages.layout import Pages
from rapportage.preview.written import written_at

MOST_INPUTS = 60
"""So many cells of data are told of one place."""
LONGEST_MARK = 2
"""What is no longer than this is the mark of a note or a sign: what follows tells more of the place."""
NEAR = 1.0
"""What begins so close to where the last ended, in points, is the same stretch of a line."""


class Input(Struct, frozen=True):
    """A cell of data that a figure rests on; without a file (and line 0) where it is in none of the user's."""

    name: str
    """'eerste_aanvragen 2020-05 Syrië'"""
    value: str
    source: str
    file: str
    line: int
    column: int


class Place(Struct, frozen=True):
    """Where something was written (lines and columns from 1), as messages call the file, and what is shown of it."""

    file: str
    line: int
    column: int
    text: str
    calculation: str = ""
    origin: tuple[Input, ...] = ()


Rectangle = tuple[int, float, float, float, float, int]
"""The page from 1; x, y, width and height in points from the top left of the sheet; and the number of its place."""


class Places:
    """The places of one document, numbered from 0 as they are asked."""

    def __init__(self, document: Document) -> None:
        self.found: list[Place] = []
        self._numbers: dict[tuple[str, int, int, str, int], int] = {}
        self._pictures: Mapping[tuple[str, int, int], Chart | FlowDiagram] = {
            _key(block.origin): block
            for block in walk(document.blocks)
            if isinstance(block, Chart | FlowDiagram) and block.origin is not None
        }
        paragraphs = [block.origin for block in walk(document.blocks) if isinstance(block, Paragraph)]
        origins = (*paragraphs, *(note.origin for note in document.notes))
        self._paragraphs = {_key(origin) for origin in origins if origin is not None}

    def of_value(self, value: Value) -> int | None:
        """Of what an expression gave: where that is in the layout, or else the first figure that it rests on."""
        trace = value.trace or value.rests_on
        first = next((cell.span for cell in trace.inputs if cell.span is not None), None) if trace else None
        origin = value.origin or first
        return None if origin is None else self._number(origin, value.text, [trace] if trace else [])

    def of_block(self, origin: Span | None, text: str = "") -> int | None:
        """Of a block; a chart or diagram has the figures in it."""
        if origin is None:
            return None
        picture = self._pictures.get(_key(origin))
        if picture is None:
            return self._number(origin, text, [])
        traces = [each.trace for each in figures_of(picture) if each.trace is not None]
        return self._number(origin, picture.label, traces)

    def of_words(self, content: Content, origin: Span | None) -> Mapping[int, Sequence[tuple[str, int | None]]]:
        """Of each run of plain words in a paragraph, by its index, its parts, each with the place of its line."""
        if origin is None:
            return {}
        texts = {index: item.text for index, item in enumerate(content) if isinstance(item, Text)}
        places = iter(written_at([word for text in texts.values() for word in text.split()], origin))
        return {
            index: [(words, self.of_block(place, words.strip())) for words, place in _with_places(text, places)]
            for index, text in texts.items()
        }

    def on_pages(self, pages: Pages) -> list[Rectangle]:
        """What is where on each page; what follows one another on a line and has one place is one."""
        made: list[Rectangle] = []
        for _, together in groupby(areas(pages), key=lambda area: (area.page, _key(area.origin))):
            for area, number in self._numbered(list(together)):
                made.append((area.page, area.x, area.y, area.width, area.height, number))
        return list(_joined(made))

    def _numbered(self, found: Sequence[Area]) -> Iterator[tuple[Area, int]]:
        place = found[0].origin
        words = [word for area in found if area.value is None for word in area.text.split()]
        is_paragraph = _key(place) in self._paragraphs
        places = iter(written_at(words, place) if is_paragraph else repeat(place, len(words)))
        for area in found:
            number = self.of_value(area.value) if area.value is not None else None
            if area.value is None and area.text:
                own = [next(places) for _ in area.text.split()]
                place = own[0] if own else place
                said = area.text.strip()
                number = self.of_block(place, said if len(said) > LONGEST_MARK else "")
            yield area, self._number(place, area.text, []) if number is None else number

    def _number(self, origin: Span, text: str, traces: Iterable[Trace]) -> int:
        traces = list(traces)
        is_figure = len(traces) == 1
        key = (*_key(origin), text if is_figure else "", id(traces[0]) if is_figure else 0)
        known = self._numbers.get(key)
        if known is None:
            known = self._numbers[key] = len(self.found)
            calculation = calculation_words(traces[0].calculation) if is_figure else ""
            cells = dict.fromkeys(cell for trace in traces for cell in trace.inputs)
            inputs = tuple(_input(cell) for cell in list(cells)[:MOST_INPUTS])
            self.found.append(Place(origin.path, origin.line, origin.column, text, calculation, inputs))
        elif text and not self.found[known].text:
            self.found[known] = replace(self.found[known], text=text)
        return known


def _key(origin: Span) -> tuple[str, int, int]:
    return origin.path, origin.line, origin.column


def _input(cell: FigureInput) -> Input:
    name = " ".join(part for part in (cell.series, cell.period, cell.category) if part)
    file, line, column = _key(cell.span) if cell.span else ("", 0, 0)
    return Input(name, cell.text, cell.source, file, line, column)


def _with_places(text: str, places: Iterator[Span]) -> Iterator[tuple[str, Span | None]]:
    """The text in parts that were each typed on one line; `places` gives the place of each next word.

    White space before the first word has no place.
    """
    parts = [(part, next(places) if part.strip() else None) for part in re.findall(r"\s+|\S+", text)]
    place: Span | None = None
    words = ""
    for part, own in parts:
        if own is not None and (place is None or own.line != place.line):
            if words:
                yield words, place
            words, place = "", own
        words += part
    if words:
        yield words, place


def _joined(found: Iterable[Rectangle]) -> Iterator[Rectangle]:
    """Of neighbours on a line with one place only one, as wide as both."""
    last: Rectangle | None = None
    for each in found:
        if last is not None and _continues(last, each):
            page, x, y, width, height, number = last
            last = (page, x, min(y, each[2]), max(width, each[1] + each[3] - x), max(height, each[4]), number)
            continue
        if last is not None:
            yield last
        last = each
    if last is not None:
        yield last


def _continues(last: Rectangle, following: Rectangle) -> bool:
    on_a_line = last[0] == following[0] and abs(last[2] - following[2]) < last[4] / 2
    return on_a_line and last[5] == following[5] and abs(last[1] + last[3] - following[1]) < NEAR
