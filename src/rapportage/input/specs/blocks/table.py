"""The specs of tables: rows of figures against columns of expressions, or against periods."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import field

from rapportage.input.loading.nodes import Node, Scalar, Sequence
from rapportage.input.specs.blocks.chart import TrendSpec
from rapportage.input.specs.faults import SpecFault
from rapportage.input.specs.forms import AnyOf
from rapportage.input.specs.leaves import Items, Name, OneOrMore, Words, YesNo, one_of, scalar
from rapportage.input.specs.spec import Leaf, Spec, read_each, read_spec

RowKind = Literal["gewoon", "groep", "subtotaal", "totaal"]
ChangeKind = Literal["verschil", "procent", "index"]


class ColumnSpec(Spec, frozen=True):
    head: Words = field(name="kop")
    group: Words | None = field(default=None, name="groep")
    value: Words | None = field(default=None, name="waarde")
    trend: TrendSpec | None = field(default=None, name="trend")
    """In place of a value."""


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


def _rows(node: Node) -> Scalar | tuple[RowSpec, ...]:
    if isinstance(node, Sequence):
        return read_each(node.items, lambda item: read_spec(item, RowSpec))
    if isinstance(node, Scalar):
        return scalar(node)
    raise SpecFault("S104", "hier hoort een uitdrukking of een lijst met rijen", node.span)


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
    rows: Annotated[object, Leaf(_rows, AnyOf((Words, Items[RowSpec])))] = field(name="rijen")
    """An expression (Scalar), or a tuple of RowSpec."""
    rest: Words | None = field(default=None, name="rest")
    total: Words | None = field(default=None, name="totaal")
    columns: Items[ColumnSpec] = field(default=(), name="kolommen")
    comparison: ComparisonSpec | None = field(default=None, name="vergelijking")
    """Before the columns."""
    remark: Words | None = field(default=None, name="toelichting")
    landscape: YesNo = field(default=False, name="liggend")
