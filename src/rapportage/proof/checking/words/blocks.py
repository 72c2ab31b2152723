"""The words around the figures of tables, charts and cards: captions, heads of columns and rows, names of series."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

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
from rapportage.figures.languages.names import part_name
from rapportage.figures.words.periods import HARD_SPACE
from rapportage.proof.checking.words.labels import Vocabulary
from rapportage.proof.checking.words.times import wrong_times
from rapportage.proof.claims.known_names import Names
from rapportage.proof.vocabulary.spoken import patterns
from rapportage.text.language.composed import Composed

_NOTE_MARK = re.compile(r"\[\^[^\]\n]*\]")


class Places:
    """Where words of the document are in the user's files."""

    def __init__(self, texts: Sequence[Composed]) -> None:
        self._spans: dict[str, list[Span]] = {}
        for composed in texts:
            words = _NOTE_MARK.sub("", composed.scalar.text)
            self._spans.setdefault(" ".join(words.split()), []).append(composed.scalar.span)

    def of(self, words: str, block: Span | None) -> Span | None:
        """The first place of the words in the block that begins at `block`, or else the block itself."""
        spans = self._spans.get(words, [])
        if block is None:
            return next(iter(spans), None)
        after = [span for span in spans if span.path == block.path and span.line >= block.line]
        return min(after, key=lambda span: span.line, default=block)


class BlockChecker:
    """Judges the words of blocks by the figures in them; `places` says where in the files the words are."""

    def __init__(self, places: Places, known: Vocabulary, findings: Findings) -> None:
        self._places = places
        self._known = known
        self._names = Names(known.series, fold=True)
        self._findings = findings

    def check(self, blocks: Sequence[Block]) -> None:
        """Reports a year, month, category or series in a head, name or caption of no figure below it."""
        every = list(walk(tuple(blocks)))
        charted = {block.origin for block in every if isinstance(block, Chart)}
        for block in every:
            match block:
                case Table():
                    inputs = self._check_table(block)
                    if block.origin not in charted:  # the table of a chart has its caption
                        self._check_caption(plain_text(block.caption), inputs, block.origin)
                case Chart():
                    self._check_chart(block)
                case KeyFigures():
                    for card in block.cards:
                        inputs = _inputs(card.value) or _inputs(card.detail)
                        self._check_name(plain_text(card.label), inputs, block.origin)

    def _check_table(self, table: Table) -> list[FigureInput]:
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
                self._check_name(plain_text(head.content), own, table.origin)
        for row in table.head:
            for cell in row.cells:
                self._check_times(plain_text(cell.content), _below(cell, table, columns), table.origin)
        return everything

    def _check_chart(self, chart: Chart) -> None:
        everything: list[FigureInput] = []
        for series in chart.series:
            inputs = [each for point in series.points if point and point.trace for each in point.trace.inputs]
            everything += inputs
            self._check_name(series.name, inputs, chart.origin)
        self._check_caption(plain_text(chart.caption), everything, chart.origin)

    def _check_caption(self, words: str, inputs: Sequence[FigureInput], origin: Span | None) -> None:
        """A caption over figures of one series may not begin with the name of another."""
        self._check_times(words, inputs, origin)
        own = {each.series for each in inputs}
        name = patterns().labels.subject.match(words.replace(HARD_SPACE, " "))
        called = self._known.series.get(name[0].casefold(), frozenset()) if name else frozenset()
        in_full = self._names.at(words.replace(HARD_SPACE, " "), 0)  # 'Saldo in procenten' is not called 'Saldo'
        right = called | self._known.percentages | (self._known.series[in_full.name] if in_full else frozenset())
        if name and called and len(own) == 1 and not right & own:
            self._report(f"'{name[0]}' staat boven cijfers van {', '.join(own)}", words, origin)

    def _check_name(self, words: str, inputs: Sequence[FigureInput], origin: Span | None) -> None:
        """The words as a whole may not be the name of a category or series of which no cell is."""
        self._check_times(words, inputs, origin)
        words = words.replace(HARD_SPACE, " ").strip()
        own = {each.series for each in inputs}
        called = self._known.series.get(words.casefold(), frozenset())
        if own and called and not called & own:
            self._report(f"'{words}' staat bij cijfers van {', '.join(sorted(own))[:80]}", words, origin)
        given = {part_name(name) for each in inputs for name in each.part.names}
        members = self._known.members.get(words, frozenset())
        is_group = all(not members.isdisjoint(each.part.names) for each in inputs)
        if words in self._known.categories and given and words not in given and not is_group:
            message = f"'{words}' staat bij cijfers over {', '.join(sorted(given))[:80]}"
            self._report(message, words, origin)

    def _check_times(self, words: str, inputs: Sequence[FigureInput], origin: Span | None) -> None:
        words = words.replace(HARD_SPACE, " ").strip()
        for wrong in wrong_times(words, inputs):
            periods = ", ".join(dict.fromkeys(each.period for each in inputs))
            self._report(f"'{wrong}' staat bij cijfers over {periods[:80]}", words, origin)

    def _report(self, message: str, words: str, origin: Span | None) -> None:
        hint = "verbeter het woord of de uitdrukking"
        self._findings.warning("T507", message, self._places.of(words, origin), hint)


def _below(cell: Cell, table: Table, columns: dict[str, list[FigureInput]]) -> list[FigureInput]:
    """The cells under a head, or under the heads that name it."""
    names = [cell.id, *(other.id for row in table.head for other in row.cells if cell.id in other.headers)]
    return [each for name in names if name for each in columns.get(name, ())]


def _inputs(content: Content) -> list[FigureInput]:
    return [each for item in content if isinstance(item, Value) and item.trace for each in item.trace.inputs]


def _trend_inputs(cell: Cell) -> Iterator[FigureInput]:
    for point in cell.trend.points if cell.trend else ():
        if point and point.trace:
            yield from point.trace.inputs
