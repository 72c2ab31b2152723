"""The columns of a table: those that compare periods, and those of the layout; each makes the cell of a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from msgspec import Struct

from rapportage.document import Content, Text, Trend
from rapportage.figures.period import TimePeriod
from rapportage.input.specs.blocks.crossed import CrossedSpec
from rapportage.input.specs.blocks.table import ColumnSpec, TableSpec
from rapportage.input.specs.places import at_key
from rapportage.text.language.allowed import HEAD
from rapportage.text.language.outcome import Waiting
from rapportage.text.language.text import TextResolver
from rapportage.text.series.comparison import ComparedColumn, compared
from rapportage.text.series.trends import trend
from rapportage.text.tables.column import Column, Made
from rapportage.text.tables.crossed import crossed_columns
from rapportage.text.tables.lines import Line

_VALUE = 'schrijf erbij: waarde: "{{ rij }}"'


class ColumnReader(Struct, frozen=True):
    spec: TableSpec
    id: str
    text: TextResolver
    edition: TimePeriod

    def columns(self, lines: Sequence[Line]) -> Iterator[Column | Waiting | None]:
        """First those that compare periods, then those of the layout; and None for each fault, which was reported."""
        if not (self.spec.columns or self.spec.comparison):
            self.text.findings.error("T414", "een tabel heeft minstens één kolom", self.spec.node.span)
            yield None
        if self.spec.comparison is not None:
            found = compared(self.spec.comparison, self.text, self.edition)
            for column in found if isinstance(found, tuple) else ():
                group = (Text(column.group),) if column.group else ()
                yield Column((Text(column.head),), group, partial(self._compared, column), column.name)
            if not isinstance(found, tuple):
                yield found
        for place, spec in enumerate(self.spec.columns):
            if isinstance(spec, CrossedSpec):
                yield from crossed_columns(spec, self.text, lines)
                continue
            if not isinstance(spec, ColumnSpec):
                raise TypeError("a column is a ColumnSpec or a CrossedSpec")
            if spec.value is not None and spec.trend is not None:
                span = at_key(spec.node, "trend")
                self.text.findings.error("S102", "een kolom heeft 'waarde' of 'trend', niet allebei", span)
                yield None
            above = self.text.content(spec.group, HEAD) if spec.group else ()
            head = self.text.required(spec.head)
            if above is None or head is None:
                yield None
            yield Column(head or (), above or (), partial(self._cell, spec, place))

    def _compared(self, column: ComparedColumn, line: Line, number: int) -> Made | None:
        content = column.content(line.moving) if line.moving else ()
        return self._made(content)

    def _cell(self, column: ColumnSpec, place: int, line: Line, number: int) -> Made | None:
        if line.cells:
            return self._made(self.text.content(line.cells[place]))
        if column.trend is not None:
            id = f"{self.id}-r{number}-trend{place}"
            text = self.text.naming(rij=line.row)
            made = trend(column.trend, id, "", text, self.edition, line.row, is_chosen=line.is_chosen)
            return None if made is None else Made(trend=made if isinstance(made, Trend) else None)
        if column.value is None:
            self.text.findings.error("S102", "de sleutel 'waarde' ontbreekt", column.node.span, _VALUE)
            return None
        return self._made(self.text.naming(rij=line.row).content(column.value))

    def _made(self, content: Content | None) -> Made | None:
        remarks = self.text.used.take_remarks()
        return None if content is None else Made(content, remarks)
