"""The specs of blocks of words: headings, texts, lists, boxes, quotations, and lists that the tool makes itself."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Struct, field

from rapportage.diagnostics import Span
from rapportage.input.loading.nodes import Mapping, Node, Scalar
from rapportage.input.specs.forms import InShort
from rapportage.input.specs.leaves import Items, Name, Named, Words, YesNo, one_of, whole_number
from rapportage.input.specs.spec import Leaf, Spec, read_spec

TextStyleName = Literal["gewoon", "inleiding", "klein"]
ListingKind = Literal[
    "begrippenlijst",
    "afkortingenlijst",
    "lijst-van-tabellen",
    "lijst-van-figuren",
    "verklaring-van-tekens",
    "bronnenlijst",
    "wijzigingen",
]


class HeadingSpec(Spec, frozen=True):
    text: Words = field(name="tekst")
    level: Annotated[int, whole_number(1, 6)] = field(default=1, name="niveau")
    id: Name | None = field(default=None, name="id")
    numbered: YesNo = field(default=True, name="genummerd")
    appendix: YesNo = field(default=False, name="bijlage")
    """A chapter numbered with letters; the headings below it follow."""


class TextSpec(Spec, frozen=True):
    content: Words = field(name="inhoud")
    style: Annotated[TextStyleName, one_of(TextStyleName)] = field(default="gewoon", name="stijl")


class PassageSpec(Spec, frozen=True):
    """A place for one of the `teksten` of the period file."""

    name: Name = field(name="naam")
    required: YesNo = field(default=False, name="verplicht")


class BoxSpec(Spec, frozen=True, kw_only=True):
    """Words apart from the running text, on a ground of their own."""

    title: Words | None = field(default=None, name="titel")
    content: Words = field(name="inhoud")


class QuoteSpec(Spec, frozen=True):
    content: Words = field(name="inhoud")
    source: Words | None = field(default=None, name="bron")


class PointSpec(Spec, frozen=True):
    """A point of a list, perhaps with points of its own."""

    content: Words = field(name="tekst")
    points: Items[PointLeaf] = field(default=(), name="punten")
    numbered: YesNo = field(default=False, name="genummerd")


def _point(node: Node) -> PointSpec:
    if isinstance(node, Scalar):
        name = Scalar("tekst", node.kind, node.plain, node.span, node.raw)
        node = Mapping(((name, node),), node.span)
    return read_spec(node, PointSpec)


PointLeaf = Annotated[PointSpec, Leaf(_point, InShort(PointSpec, "tekst"))]


class ListSpec(Spec, frozen=True):
    points: Items[PointLeaf] = field(name="punten")
    numbered: YesNo = field(default=False, name="genummerd")


class ColophonSpec(Spec, frozen=True):
    """Who made the publication, and when: a name and words on every line."""

    lines: Named[Words] = field(name="regels")


class ListingSpec(Struct, frozen=True):
    """The place of a list that the tool makes itself."""

    kind: ListingKind
    span: Span
