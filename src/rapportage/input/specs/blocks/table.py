"""The specs of tables: rows of figures against columns of expressions, or against periods."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import field

from rapportage.input.loading.nodes import Mapping, Node, Scalar, Sequence
from rapportage.input.specs.blocks.chart import TrendSpec
from rapportage.input.specs.blocks.crossed import CrossedSpec, is_crossed
from rapportage.input.specs.faults import SpecFault
from rapportage.input.specs.forms import AnyOf, InShort
from rapportage.input.specs.leaves import Items, Name, OneOrMore, Words, YesNo, one_of, scalar
from rapportage.input.specs.spec import Leaf, Spec, read_each, read_spec

RowKind = Literal["gewoon", "groep", "subtotaal", "totaal"]
ChangeKind = Literal["verschil", "procent", "index"]
SortOrder = Literal["aflopend", "oplopend"]


class ColumnSpec(Spec, frozen=True):
    head: Words = field(name="kop")
    group: Words | None = field(default=None, name="groep")
    value: Words | None = field(default=None, name="waarde")
    trend: TrendSpec | None = field(default=None, name="trend")
    """In place of a value."""


def _column(node: Node) -> ColumnSpec | CrossedSpec:
    return read_spec(node, CrossedSpec) if is_crossed(node) else read_spec(node, ColumnSpec)


ColumnLeaf = Annotated[object, Leaf(_column, AnyOf((ColumnSpec, CrossedSpec)))]
"""A ColumnSpec or a CrossedSpec."""


class RowSpec(Spec, frozen=True):
    """A row that is named: with its own cells, or with the figure that `rij` is in the columns."""

    head: Words = field(name="kop")
    cells: Items[Words] = field(default=(), name="cellen")
    figure: Words | None = field(default=None, name="cijfer")
    parts: Words | None = field(default=None, name="delen")
    """With a group: a row of figures, each of which becomes a row of the table."""
    condition: Words | None = field(default=None, name="als")
    kind: Annotated[RowKind, one_of(RowKind)] = field(default="gewoon", name="soort")
    """A 'groep' is a heading over the rows below it."""


class PeriodRowsSpec(Spec, frozen=True):
    """A row for each of these periods, which is `rij` in the columns."""

    periods: OneOrMore[Name] = field(name="perioden")


def _row(node: Node) -> Scalar | RowSpec:
    return scalar(node) if isinstance(node, Scalar) else read_spec(node, RowSpec)


def _rows(node: Node) -> Scalar | tuple[Scalar | RowSpec, ...] | PeriodRowsSpec:
    if isinstance(node, Sequence):
        return read_each(node.items, _row)
    if isinstance(node, Mapping) and any(key.text == "perioden" for key, _ in node.entries):
        return read_spec(node, PeriodRowsSpec)
    if isinstance(node, Scalar):
        return scalar(node)
    raise SpecFault("S104", "hier hoort een uitdrukking, een lijst met rijen, of 'perioden: laatste 5'", node.span)


ROWS = AnyOf((Words, Items[Annotated[object, Leaf(_row, AnyOf((Words, RowSpec)))]], PeriodRowsSpec))


class SortSpec(Spec, frozen=True):
    """The rows by what they have in a column; the rest and totals stay where they are."""

    column: Words = field(name="kolom")
    order: Annotated[SortOrder, one_of(SortOrder)] | None = field(default=None, name="volgorde")
    """By default figures are sorted from the largest to the least, and names by the alphabet."""


def _sorting(node: Node) -> SortSpec:
    if isinstance(node, Scalar):
        name = Scalar("kolom", node.kind, node.plain, node.span, node.raw)
        node = Mapping(((name, node),), node.span)
    return read_spec(node, SortSpec)


class ComparisonSpec(Spec, frozen=True):
    """Columns that the tool makes and names itself: one per period, and the changes towards the last of them."""

    periods: OneOrMore[Name] = field(name="perioden")
    """'laatste 5', 'maanden', 'dezelfde periode 3 jaar', or periods."""
    changes: Items[Annotated[ChangeKind, one_of(ChangeKind)]] = field(default=(), name="verandering")
    base: Name | None = field(default=None, name="tegenover")
    """The period to compare with; by default the same period a year before, or else the first column."""


class TableSpec(Spec, frozen=True, kw_only=True):
    id: Name | None = field(default=None, name="id")
    title: Words = field(name="titel")
    row_head: Words = field(name="rijkop")
    rows: Annotated[object, Leaf(_rows, ROWS)] = field(name="rijen")
    """An expression (Scalar), a tuple of RowSpec and of names of series or expressions (Scalar), or PeriodRowsSpec."""
    rest: Words | None = field(default=None, name="rest")
    total: Words | None = field(default=None, name="totaal")
    columns: Items[ColumnLeaf] = field(default=(), name="kolommen")
    comparison: ComparisonSpec | None = field(default=None, name="vergelijking")
    """Before the columns."""
    remark: Words | None = field(default=None, name="toelichting")
    sorting: Annotated[SortSpec, Leaf(_sorting, InShort(SortSpec, "kolom"))] | None = field(
        default=None, name="sorteer"
    )
    landscape: YesNo = field(default=False, name="liggend")
