"""What the rows of a table say by their place: a total row is the sum of the rows above it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from rapportage.document import Cell, Document, Table, Value, walk
from rapportage.proof.disclosure.facts import ZERO, Fact, fits
from rapportage.proof.disclosure.problem import constraint
from rapportage.proof.disclosure.ratios import CONSTANT, Ratio, Untraceable, ratio_of
from rapportage.proof.disclosure.register import Register


def table_totals(document: Document, register: Register) -> Iterator[Fact]:
    """The sums of every column, where the figures can be so: a total row may also be under rows that overlap."""
    for block in walk(document.blocks):
        if isinstance(block, Table):
            yield from _of_table(block, register)


def _of_table(table: Table, register: Register) -> Iterator[Fact]:
    since: list[tuple[Cell, ...]] = []
    whole: list[tuple[Cell, ...]] = []
    for row in table.body:
        if row.role in ("total", "subtotal"):
            above = since if row.role == "subtotal" else whole
            yield from _sums(above, row.cells, register)
            since = []
            whole = whole if row.role == "subtotal" else []
        elif row.role == "group":
            since = []
        else:
            since.append(row.cells)
            whole.append(row.cells)


def _sums(above: list[tuple[Cell, ...]], total: tuple[Cell, ...], register: Register) -> Iterator[Fact]:
    if len(above) < 2 or any(len(cells) != len(total) for cells in above):
        return
    for place in range(1, len(total)):
        parts = [_sum(cells[place], register) for cells in above]
        whole = _sum(total[place], register)
        known = [part for part in parts if part is not None]
        if whole is None or len(known) < len(parts):
            continue
        terms = {number: -factor for number, factor in whole.items()}
        for part in known:
            for number, factor in part.items():
                terms[number] = terms.get(number, Fraction(0)) + factor
        terms = {number: factor for number, factor in terms.items() if factor}
        if terms and fits(register, terms) == "equal":
            yield Fact(constraint(terms, ZERO, ZERO))


def _sum(cell: Cell, register: Register) -> dict[int, Fraction] | None:
    """The figure of a cell as a sum of counts; None for anything else."""
    values = [item for item in cell.content if isinstance(item, Value) and item.trace is not None]
    trace = values[0].trace if len(values) == 1 else None
    if trace is None or not trace.inputs:
        return None
    numbers = [register.number(each) for each in trace.inputs]

    def number(place: int) -> int:
        found = numbers[place]
        if found is None:
            raise Untraceable
        return found

    try:
        ratio = ratio_of(trace.calculation, number)
    except Untraceable:
        return None
    is_sum = ratio.bottom == Ratio({}).bottom and CONSTANT not in ratio.top
    return dict(ratio.top) if is_sum else None
