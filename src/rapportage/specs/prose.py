"""The specs of blocks of words: headings, texts, lists, boxes, quotations, and lists that the tool makes itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from rapportage.diagnostics import Span
from rapportage.loading.nodes import Mapping, Node, Scalar
from rapportage.specs.leaves import Items, Named, Spec, Words, YesNo, one_of, whole_number

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


class HeadingSpec(Spec):
    text: Words = Field(alias="tekst")
    level: Annotated[int, whole_number(1, 6)] = Field(1, alias="niveau")
    id: Words | None = Field(None, alias="id")
    numbered: YesNo = Field(True, alias="genummerd")
    appendix: YesNo = Field(False, alias="bijlage")
    """A chapter numbered with letters; the headings below it follow."""


class TextSpec(Spec):
    content: Words = Field(alias="inhoud")
    style: Annotated[TextStyleName, one_of(TextStyleName)] = Field("gewoon", alias="stijl")


class PassageSpec(Spec):
    """A place for one of the `teksten` of the period file."""

    name: Words = Field(alias="naam")
    required: YesNo = Field(False, alias="verplicht")


class BoxSpec(Spec):
    """Words apart from the running text, on a ground of their own."""

    title: Words | None = Field(None, alias="titel")
    content: Words = Field(alias="inhoud")


class QuoteSpec(Spec):
    content: Words = Field(alias="inhoud")
    source: Words | None = Field(None, alias="bron")


class PointSpec(Spec):
    """A point of a list, perhaps with points of its own."""

    content: Words = Field(alias="tekst")
    points: Items[PointLeaf] = Field((), alias="punten")
    numbered: YesNo = Field(False, alias="genummerd")


def _point(node: Node) -> PointSpec:
    if isinstance(node, Scalar):
        name = Scalar("tekst", node.kind, node.plain, node.span, node.raw)
        node = Mapping(((name, node),), node.span)
    return PointSpec.model_validate(node)


PointLeaf = Annotated[PointSpec, BeforeValidator(_point)]


class ListSpec(Spec):
    points: Items[PointLeaf] = Field(alias="punten")
    numbered: YesNo = Field(False, alias="genummerd")


class ColophonSpec(Spec):
    """Who made the publication, and when: a name and words on every line."""

    lines: Named[Words] = Field(alias="regels")


@dataclass(frozen=True, slots=True)
class ListingSpec:
    """The place of a list that the tool makes itself."""

    kind: ListingKind
    span: Span
