"""The specs of charts, trends and key figures."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import field

from rapportage.document.chart_kinds import BAR_MARK, BY_WORD, ChartKind, MarkName
from rapportage.input.loading.nodes import Node, Scalar, Sequence
from rapportage.input.specs.faults import SpecFault
from rapportage.input.specs.forms import AnyOf
from rapportage.input.specs.leaves import ByPeriod, Items, Name, OneOrMore, Period, Words, one_named, one_of, scalar
from rapportage.input.specs.spec import Leaf, Spec, read_each, read_spec

ChartFormName = Literal["naast elkaar", "gestapeld", "100%"]
WidthName = Literal["heel", "half"]


class LineSpec(Spec, frozen=True):
    """A series of a chart: over periods (`cijfers`), or per category (`waarde`, with `rij` for the category)."""

    name: Words = field(name="naam")
    figures: OneOrMore[Words] = field(default=(), name="cijfers")
    """Ids of series or expressions: for each period the first that has a value."""
    value: Words | None = field(default=None, name="waarde")
    mark: Annotated[MarkName, one_of(MarkName)] = field(default=BAR_MARK, name="als")
    """In a combination."""


def _lines(node: Node) -> Scalar | tuple[LineSpec, ...]:
    if isinstance(node, Sequence):
        return read_each(node.items, lambda item: read_spec(item, LineSpec))
    if isinstance(node, Scalar):
        return scalar(node)
    raise SpecFault("S104", "hier hoort een uitdrukking of een lijst met reeksen", node.span)


class ChartSpec(Spec, frozen=True, kw_only=True):
    id: Name | None = field(default=None, name="id")
    title: Words = field(name="titel")
    headline: Words | None = field(default=None, name="boodschap")
    kind: Annotated[ChartKind, one_named(BY_WORD)] = field(name="soort")
    form: Annotated[ChartFormName, one_of(ChartFormName)] | None = field(default=None, name="vorm")
    width: Annotated[WidthName, one_of(WidthName)] = field(default="heel", name="breedte")
    """Two of half width, one after the other, are side by side."""
    figures: Words | None = field(default=None, name="cijfers")
    rest: Words | None = field(default=None, name="rest")
    since: Period | None = field(default=None, name="vanaf")
    periods: OneOrMore[Name] = field(default=(), name="perioden")
    """As in a comparison: 'laatste 5', or periods."""
    lines: Annotated[object, Leaf(_lines, AnyOf((Words, Items[LineSpec])))] = field(default=(), name="reeksen")
    """A tuple of LineSpec, or an expression (Scalar) of which every part is a series."""
    annotations: ByPeriod[Words] = field(default_factory=dict, name="bijschriften")
    table: Name | None = field(default=None, name="tabel")
    """The id of the table that holds the figures; without it one is made."""
    alternative: Words | None = field(default=None, name="alternatief")


class TrendSpec(Spec, frozen=True):
    since: Period = field(name="vanaf")
    figures: OneOrMore[Words] = field(default=(), name="cijfers")
    """As of a line of a chart; in a table those of the row."""


class CardSpec(Spec, frozen=True):
    head: Words = field(name="kop")
    value: Words = field(name="waarde")
    detail: Words | None = field(default=None, name="toelichting")
    trend: TrendSpec | None = field(default=None, name="trend")
