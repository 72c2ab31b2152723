"""The specs of tables: rows of figures against columns of expressions, or against periods."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from rapportage.loading.nodes import Node, Scalar, Sequence
from rapportage.specs.chart import TrendSpec
from rapportage.specs.faults import Fault
from rapportage.specs.leaves import Items, OneOrMore, Spec, Words, YesNo, one_of

RowKind = Literal["gewoon", "groep", "subtotaal", "totaal"]
ChangeKind = Literal["verschil", "procent", "index"]


class ColumnSpec(Spec):
    head: Words = Field(alias="kop")
    group: Words | None = Field(None, alias="groep")
    value: Words | None = Field(None, alias="waarde")
    trend: TrendSpec | None = Field(None, alias="trend")
    """In place of a value."""


class RowSpec(Spec):
    """A row that is named: with its own cells, or with the figure that `rij` is in the columns."""

    head: Words = Field(alias="kop")
    cells: Items[Words] = Field((), alias="cellen")
    figure: Words | None = Field(None, alias="cijfer")
    parts: Words | None = Field(None, alias="delen")
    """With a group: a row of figures, each of which becomes a row of the table."""
    condition: Words | None = Field(None, alias="als")
    kind: Annotated[RowKind, one_of(RowKind)] = Field("gewoon", alias="soort")
    """A 'groep' is a heading over the rows below it."""


def _rows(node: Node) -> Scalar | tuple[RowSpec, ...]:
    if isinstance(node, Sequence):
        return tuple(RowSpec.model_validate(item) for item in node.items)
    if isinstance(node, Scalar):
        return node
    raise Fault("S104", "hier hoort een uitdrukking of een lijst met rijen", node.span)


class ComparisonSpec(Spec):
    """Columns that the tool makes and names itself: one per period, and the changes towards the last of them."""

    periods: OneOrMore[Words] = Field(alias="perioden")
    """'laatste 5', 'maanden', 'dezelfde periode 3 jaar', or periods."""
    changes: Items[Annotated[ChangeKind, one_of(ChangeKind)]] = Field((), alias="verandering")
    base: Words | None = Field(None, alias="tegenover")
    """The period to compare with; by default the same period a year before, or else the first column."""


class TableSpec(Spec):
    id: Words | None = Field(None, alias="id")
    title: Words = Field(alias="titel")
    row_head: Words = Field(alias="rijkop")
    rows: Annotated[object, BeforeValidator(_rows)] = Field(alias="rijen")
    """An expression (Scalar), or a tuple of RowSpec."""
    rest: Words | None = Field(None, alias="rest")
    total: Words | None = Field(None, alias="totaal")
    columns: Items[ColumnSpec] = Field((), alias="kolommen")
    comparison: ComparisonSpec | None = Field(None, alias="vergelijking")
    """Before the columns."""
    remark: Words | None = Field(None, alias="toelichting")
    landscape: YesNo = Field(False, alias="liggend")
