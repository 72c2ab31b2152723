"""What a layout asks of rows or categories by one more dimension: `naar: eigendom`, in a table and in a chart."""

from __future__ import annotations

from collections.abc import Iterable

from rapportage.diagnostics.own_names import PARTED
from rapportage.input.specs.blocks.crossed import CrossedSpec
from rapportage.text.language.faults import ExpressionFault
from rapportage.text.language.outcome import WAITING, Waiting, is_nothing
from rapportage.text.language.text import TextResolver
from rapportage.text.language.views.crossings import crossed, names_across

CELL = "cel"
"""What a crossed figure is called in an expression."""


def names_of(spec: CrossedSpec, text: TextResolver, rows: Iterable[object]) -> tuple[str, ...] | Waiting | None:
    """The parts of the dimension, as the rows have them; None where they have none, which was then reported."""
    there = tuple(rows)
    asked = [_asked(spec, text, row) for row in there if row is not None]
    if None in asked:
        return None
    if WAITING in asked or not there:  # why there are no rows was reported
        return WAITING
    found = names_across(asked, spec.by.text)
    if not found:
        message = f"geen van de rijen heeft een verdeling naar '{spec.by.text[:60]}'"
        hint = f"geef bij 'van' de reeks die haar heeft: van: \"{{{{ {PARTED}[rij] }}}}\""
        text.findings.error("T308", message, spec.by.span, hint)
        return None
    return found


def value_of(spec: CrossedSpec, text: TextResolver, row: object, name: str) -> object:
    """The figure of a row for a part, or the one that the layout makes of it; None for a fault, which was reported."""
    cell = cell_of(spec, text, row, name)
    return cell if spec.value is None or is_nothing(cell) else knowing(text, row, cell).value(spec.value)


def knowing(text: TextResolver, row: object, cell: object) -> TextResolver:
    return text.naming(rij=row, **{CELL: cell})


def cell_of(spec: CrossedSpec, text: TextResolver, row: object, name: str) -> object:
    """The figure of a row for a part; None for a fault, which was then reported."""
    asked = _asked(spec, text, row)
    if is_nothing(asked):
        return asked
    try:
        return crossed(asked, spec.by.text, name)
    except ExpressionFault as fault:
        return text.fault(fault, (spec.of or spec.by).span)


def _asked(spec: CrossedSpec, text: TextResolver, row: object) -> object:
    """What is crossed: the row, or what `van` gives of it."""
    return row if spec.of is None else text.naming(rij=row).value(spec.of)
