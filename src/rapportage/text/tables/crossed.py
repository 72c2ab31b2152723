"""Columns of a crossed table: one for each part of a dimension."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from rapportage.diagnostics.own_names import SERIES
from rapportage.document import Content, Value
from rapportage.input.specs.blocks.crossed import CrossedSpec
from rapportage.text.language.allowed import HEAD
from rapportage.text.language.faults import ExpressionFault
from rapportage.text.language.outcome import WAITING, Waiting, is_nothing
from rapportage.text.language.showing import show
from rapportage.text.language.text import TextResolver
from rapportage.text.series.crossed import cell_of, knowing, names_of
from rapportage.text.tables.column import Column, Made
from rapportage.text.tables.lines import Line


def crossed_columns(spec: CrossedSpec, text: TextResolver, lines: Sequence[Line]) -> Iterator[Column | Waiting | None]:
    """The columns under the names of the parts; None for a fault, which was then reported."""
    if any(line.cells for line in lines):
        message = "een rij met eigen 'cellen' kan niet bij kolommen 'naar' een verdeling"
        text.findings.error("T406", message, spec.node.span, f'geef die rij een cijfer: "{{{{ {SERIES} }}}}"')
        yield None
        return
    above = text.content(spec.group, HEAD) if spec.group else ()
    names = names_of(spec, text, [line.row for line in lines])
    if above is None:
        yield None
    if not isinstance(names, tuple):
        yield names
        return
    for name in names:
        head = (Value(name, origin=spec.by.span, is_name=True),)
        yield Column(head, above or (), partial(_cell, spec, text, name))


def _cell(spec: CrossedSpec, text: TextResolver, name: str, line: Line, number: int) -> Made | None:
    cell = cell_of(spec, text, line.row, name)
    if is_nothing(cell):
        return None if cell is None else Made()
    content = _shown(cell, spec, text, line)
    return None if content is None else Made(content, text.used.take_remarks())


def _shown(cell: object, spec: CrossedSpec, text: TextResolver, line: Line) -> Content | None:
    """The text of the layout about the figure, or else the figure itself."""
    if spec.value is not None:
        return knowing(text, line.row, cell).content(spec.value)
    try:
        return show(cell, spec.by.span, text.used.add_figure, text.how)
    except ExpressionFault as fault:
        return () if text.fault(fault, spec.by.span) is WAITING else None
