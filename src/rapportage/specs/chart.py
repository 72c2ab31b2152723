"""The specs of charts, trends and key figures."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from rapportage.loading.nodes import Node, Scalar, Sequence
from rapportage.specs.faults import Fault
from rapportage.specs.leaves import ByPeriod, OneOrMore, Period, Spec, Words, one_of

ChartKindName = Literal[
    "lijn",
    "staaf",
    "liggende staaf",
    "vlak",
    "combinatie",
    "kleine veelvouden",
    "verloop",
    "stroom",
    "aandeel",
    "piramide",
]
ChartFormName = Literal["naast elkaar", "gestapeld", "100%"]
MarkName = Literal["staaf", "lijn"]
WidthName = Literal["heel", "half"]


class LineSpec(Spec):
    """A series of a chart: over periods (`cijfers`), or per category (`waarde`, with `rij` for the category)."""

    name: Words = Field(alias="naam")
    figures: OneOrMore[Words] = Field((), alias="cijfers")
    """Ids of series or expressions: for each period the first that has a value."""
    value: Words | None = Field(None, alias="waarde")
    mark: Annotated[MarkName, one_of(MarkName)] = Field("staaf", alias="als")
    """In a combination."""


def _lines(node: Node) -> Scalar | tuple[LineSpec, ...]:
    if isinstance(node, Sequence):
        return tuple(LineSpec.model_validate(item) for item in node.items)
    if isinstance(node, Scalar):
        return node
    raise Fault("S104", "hier hoort een uitdrukking of een lijst met reeksen", node.span)


class ChartSpec(Spec):
    id: Words | None = Field(None, alias="id")
    title: Words = Field(alias="titel")
    headline: Words | None = Field(None, alias="boodschap")
    kind: Annotated[ChartKindName, one_of(ChartKindName)] = Field(alias="soort")
    form: Annotated[ChartFormName, one_of(ChartFormName)] | None = Field(None, alias="vorm")
    width: Annotated[WidthName, one_of(WidthName)] = Field("heel", alias="breedte")
    """Two of half width, one after the other, stand side by side."""
    figures: Words | None = Field(None, alias="cijfers")
    rest: Words | None = Field(None, alias="rest")
    since: Period | None = Field(None, alias="vanaf")
    periods: OneOrMore[Words] = Field((), alias="perioden")
    """As in a comparison: 'laatste 5', or periods."""
    lines: Annotated[object, BeforeValidator(_lines)] = Field((), alias="reeksen")
    """A tuple of LineSpec, or an expression (Scalar) of which every part is a series."""
    annotations: ByPeriod[Words] = Field({}, alias="bijschriften")
    table: Words | None = Field(None, alias="tabel")
    """The id of the table that holds the figures; without it one is made."""
    alternative: Words | None = Field(None, alias="alternatief")


class TrendSpec(Spec):
    since: Period = Field(alias="vanaf")
    figures: OneOrMore[Words] = Field((), alias="cijfers")
    """As of a line of a chart; in a table those of the row."""


class CardSpec(Spec):
    head: Words = Field(alias="kop")
    value: Words = Field(alias="waarde")
    detail: Words | None = Field(None, alias="toelichting")
    trend: TrendSpec | None = Field(None, alias="trend")
