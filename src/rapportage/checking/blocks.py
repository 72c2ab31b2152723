"""The words around the figures of tables, charts and cards: captions, heads of columns and rows, names of series."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapportage.checking.labels import Vocabulary
from rapportage.checking.times import wrong_times
from rapportage.diagnostics import Findings, Span
from rapportage.document import (
    Block,
    Cell,
    CellKind,
    Chart,
    Content,
    FigureInput,
    KeyFigures,
    Table,
    Value,
    plain_text,
    walk,
)
from rapportage.resolve.composed import Composed
from rapportage.words.periods import HARD_SPACE

_SUBJECT = re.compile(r".+?(?=,|\s(?:per|naar|in|sinds|vanaf)\s|$)")
"""What a caption is about, before how it is cut up."""


class Places:
    """Where words of the document stand in the user's files."""

    def __init__(self, texts: Sequence[Composed]) -> None:
        self._spans: dict[str, list[Span]] = {}
        for composed in texts:
            self._spans.setdefault(" ".join(composed.scalar.text.split()), []).append(composed.scalar.span)

    def of(self, words: str, block: Span | None) -> Span | None:
        """The first place of the words in the block that begins at `block`, or else the block itself."""
        spans = self._spans.get(words, [])
        if block is None:
            return next(iter(spans), None)
        after = [span for span in spans if span.path == block.path and span.line >= block.line]
        return min(after, key=lambda span: span.line, default=block)


def check_blocks(blocks: Sequence[Block], places: Places, known: Vocabulary | None, findings: Findings) -> None:
    """Reports a year, month or category in a head or caption in which no figure below it lies."""
    every = list(walk(tuple(blocks)))
    charted = {block.origin for block in every if isinstance(block, Chart)}
    for block in every:
        match block:
            case Table():
                inputs = _check_table(block, places, known, findings)
                if block.origin not in charted:  # the table of a chart has its caption
                    _check_caption(plain_text(block.caption), inputs, known, places, block.origin, findings)
            case Chart():
                _check_chart(block, places, known, findings)
            case KeyFigures():
                for card in block.cards:
                    inputs = _inputs(card.value) or _inputs(card.detail)
                    _check(plain_text(card.label), inputs, known, places, block.origin, findings)


def _check_table(table: Table, places: Places, known: Vocabulary | None, findings: Findings) -> Sequence[FigureInput]:
    """Looks at its heads; gives the cells of data behind all of it."""
    everything: list[FigureInput] = []
    columns: dict[str, list[FigureInput]] = {}
    for row in table.body:
        own: list[FigureInput] = []
        for cell in row.cells:
            inputs = [*_inputs(cell.content), *_trend_inputs(cell)]
            own += inputs
            for name in cell.headers:
                columns.setdefault(name, []).extend(inputs)
        everything += own
        head = row.cells[0]
        if head.kind is CellKind.ROW_HEAD and row.role != "group":
            _check(plain_text(head.content), own, known, places, table.origin, findings)
    for row in table.head:
        for cell in row.cells:
            _check(plain_text(cell.content), _below(cell, table, columns), None, places, table.origin, findings)
    return everything


def _below(cell: Cell, table: Table, columns: dict[str, list[FigureInput]]) -> list[FigureInput]:
    """The cells under a head, or under the heads that name it."""
    names = [cell.id, *(other.id for row in table.head for other in row.cells if cell.id in other.headers)]
    return [each for name in names if name for each in columns.get(name, ())]


def _check_chart(chart: Chart, places: Places, known: Vocabulary | None, findings: Findings) -> None:
    everything: list[FigureInput] = []
    for series in chart.series:
        inputs = [each for point in series.points if point and point.trace for each in point.trace.inputs]
        everything += inputs
        _check(series.name, inputs, known, places, chart.origin, findings)
    _check_caption(plain_text(chart.caption), everything, known, places, chart.origin, findings)


def _check_caption(
    words: str,
    inputs: Sequence[FigureInput],
    known: Vocabulary | None,
    places: Places,
    origin: Span | None,
    findings: Findings,
) -> None:
    """A caption over figures of one series may not begin with the name of another."""
    _check(words, inputs, None, places, origin, findings)
    own = {each.series for each in inputs}
    name = _SUBJECT.match(words.replace(HARD_SPACE, " "))
    if known is None or name is None:
        return
    called = known.series.get(name[0].casefold(), frozenset())
    if called and len(own) == 1 and not (called | known.percentages) & own:
        message = f"'{name[0]}' staat boven cijfers van {', '.join(own)}"
        findings.warning("T507", message, places.of(words, origin), "verbeter het woord of de uitdrukking")


def _check(
    words: str,
    inputs: Sequence[FigureInput],
    known: Vocabulary | None,
    places: Places,
    origin: Span | None,
    findings: Findings,
) -> None:
    """The words as a whole may not be the name of a category or series of which no cell is."""
    words = words.replace(HARD_SPACE, " ").strip()
    if not inputs or not words:
        return
    hint = "verbeter het woord of de uitdrukking"
    for wrong in wrong_times(words, inputs):
        message = f"'{wrong}' staat bij cijfers over {', '.join(dict.fromkeys(each.period for each in inputs))[:80]}"
        findings.warning("T507", message, places.of(words, origin), hint)
    if known is None:
        return
    called = known.series.get(words.casefold(), frozenset())
    if called and not called & {each.series for each in inputs}:
        message = f"'{words}' staat bij cijfers van {', '.join(sorted({each.series for each in inputs}))[:80]}"
        findings.warning("T507", message, places.of(words, origin), hint)
    given = {each.category for each in inputs}
    if words in known.categories and words not in given and any(given):
        message = f"'{words}' staat bij cijfers over {', '.join(sorted(name for name in given if name))[:80]}"
        findings.warning("T507", message, places.of(words, origin), hint)


def _inputs(content: Content) -> list[FigureInput]:
    return [each for item in content if isinstance(item, Value) and item.trace for each in item.trace.inputs]


def _trend_inputs(cell: Cell) -> Iterator[FigureInput]:
    for point in cell.trend.points if cell.trend else ():
        if point and point.trace:
            yield from point.trace.inputs
