"""The specs of charts, trends and key figures."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from msgspec import Struct, field

from rapportage.diagnostics import Span
from rapportage.document.chart_kinds import BAR_MARK, BY_WORD, ChartKind, FormName, MarkName
from rapportage.input.loading.nodes import Node, Scalar, Sequence
from rapportage.input.specs.blocks.classes import ClassesLeaf
from rapportage.input.specs.blocks.crossed import CrossedSpec, is_crossed
from rapportage.input.specs.blocks.map import BoundariesLeaf, InsetSpec
from rapportage.input.specs.faults import SpecFault
from rapportage.input.specs.forms import AnyOf, Text
from rapportage.input.specs.leaves import ByPeriod, Items, Name, OneOrMore, Period, Words, one_named, one_of, scalar
from rapportage.input.specs.spec import Leaf, Spec, read_each, read_spec

FUNCTION = re.compile(r"(?:grafieken\.)?([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*):([A-Za-z_]\w*)", re.ASCII)
_HEIGHT = re.compile(r"(\d{1,3}(?:\.\d{1,2})?)\s*(?:mm)?", re.ASCII)
LOWEST, HIGHEST = 20, 220
"""What a chart of one's own may be high, in millimetres."""
WidthName = Literal["heel", "half"]


class FunctionSpec(Struct, frozen=True):
    """A function of the user: module and name, 'mijn:teken'."""

    module: str
    name: str
    span: Span


def _function(node: Node) -> FunctionSpec:
    value = scalar(node)
    found = FUNCTION.fullmatch(value.text.strip())
    if not found:
        hint = "schrijf het bestand in grafieken/ en de functie daarin: mijn:teken is 'def teken' in grafieken/mijn.py"
        raise SpecFault("T471", f"'{value.text[:60]}' is geen functie", value.span, hint)
    return FunctionSpec(found[1], found[2], value.span)


def _height(node: Node) -> float:
    value = scalar(node)
    found = _HEIGHT.fullmatch(value.text.strip())
    if not found or not LOWEST <= float(found[1]) <= HIGHEST:
        hint = f"schrijf een aantal millimeters van {LOWEST} tot en met {HIGHEST}: 70 mm"
        raise SpecFault("T471", f"'{value.text[:40]}' is geen hoogte voor een grafiek", value.span, hint)
    return float(found[1])


class LineSpec(Spec, frozen=True):
    """A series of a chart: over periods (`cijfers`), or per category (`waarde`, with `rij` for the category)."""

    name: Words = field(name="naam")
    figures: OneOrMore[Words] = field(default=(), name="cijfers")
    """Ids of series or expressions: for each period the first that has a value."""
    value: Words | None = field(default=None, name="waarde")
    mark: Annotated[MarkName, one_of(MarkName)] = field(default=BAR_MARK, name="als")
    """In a combination."""


def _lines(node: Node) -> Scalar | tuple[LineSpec, ...] | CrossedSpec:
    if is_crossed(node):
        return read_spec(node, CrossedSpec)
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
    form: Annotated[FormName, one_of(FormName)] | None = field(default=None, name="vorm")
    width: Annotated[WidthName, one_of(WidthName)] = field(default="heel", name="breedte")
    """Two of half width, one after the other, are side by side."""
    figures: Words | None = field(default=None, name="cijfers")
    rest: Words | None = field(default=None, name="rest")
    since: Period | None = field(default=None, name="vanaf")
    periods: OneOrMore[Name] = field(default=(), name="perioden")
    """As in a comparison: 'laatste 5', or periods."""
    lines: Annotated[object, Leaf(_lines, AnyOf((Words, Items[LineSpec], CrossedSpec)))] = field(
        default=(), name="reeksen"
    )
    """A tuple of LineSpec, an expression (Scalar) of which every part is a series, or a CrossedSpec."""
    annotations: ByPeriod[Words] = field(default_factory=dict, name="bijschriften")
    table: Name | None = field(default=None, name="tabel")
    """The id of the table that holds the figures; without it one is made."""
    alternative: Words | None = field(default=None, name="alternatief")
    classes: ClassesLeaf | None = field(default=None, name="klassen")
    """Of a histogram or a map."""
    groups: Name | None = field(default=None, name="per")
    """Of boxes: the groups of the list of parts."""
    function: Annotated[FunctionSpec, Leaf(_function, Text(rf"\s*{FUNCTION.pattern}\s*"))] | None = field(
        default=None, name="functie"
    )
    """Of a chart of one's own."""
    height: Annotated[float, Leaf(_height, Text(rf"\s*{_HEIGHT.pattern}\s*", (LOWEST, HIGHEST)))] | None = field(
        default=None, name="hoogte"
    )
    """In millimetres."""
    boundaries: BoundariesLeaf | None = field(default=None, name="grenzen")
    """Of a map."""
    inset: InsetSpec | None = field(default=None, name="uitsnede")
    """Of a map."""


class TrendSpec(Spec, frozen=True):
    since: Period = field(name="vanaf")
    figures: OneOrMore[Words] = field(default=(), name="cijfers")
    """As of a line of a chart; in a table those of the row."""


class CardSpec(Spec, frozen=True):
    head: Words = field(name="kop")
    value: Words = field(name="waarde")
    detail: Words | None = field(default=None, name="toelichting")
    trend: TrendSpec | None = field(default=None, name="trend")
