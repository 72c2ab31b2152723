"""The specs of a layout: what a publication says, as the user wrote it, before any figure is filled in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from rapportage.diagnostics import Span
from rapportage.diagnostics.suggestion import suggest
from rapportage.loading.nodes import Mapping, Node, Scalar, Sequence
from rapportage.specs.chart import CardSpec, ChartSpec, TrendSpec
from rapportage.specs.faults import Fault
from rapportage.specs.image import ImageSpec
from rapportage.specs.leaves import Items, Named, Spec, Words, YesNo, one_of, scalar, whole_number

TextStyleName = Literal["gewoon", "inleiding", "klein"]


class HeadingSpec(Spec):
    text: Words = Field(alias="tekst")
    level: Annotated[int, whole_number(1, 6)] = Field(1, alias="niveau")
    id: Words | None = Field(None, alias="id")
    numbered: YesNo = Field(True, alias="genummerd")


class TextSpec(Spec):
    content: Words = Field(alias="inhoud")
    style: Annotated[TextStyleName, one_of(TextStyleName)] = Field("gewoon", alias="stijl")


class PassageSpec(Spec):
    """A place for one of the `teksten` of the period file."""

    name: Words = Field(alias="naam")
    required: YesNo = Field(False, alias="verplicht")


class ColumnSpec(Spec):
    head: Words = Field(alias="kop")
    group: Words | None = Field(None, alias="groep")
    value: Words | None = Field(None, alias="waarde")
    trend: TrendSpec | None = Field(None, alias="trend")
    """In place of a value."""


class RowSpec(Spec):
    """A row of a table that is written by hand."""

    head: Words = Field(alias="kop")
    cells: Items[Words] = Field(alias="cellen")


def _rows(node: Node) -> Scalar | tuple[RowSpec, ...]:
    if isinstance(node, Sequence):
        return tuple(RowSpec.model_validate(item) for item in node.items)
    if isinstance(node, Scalar):
        return node
    raise Fault("S104", "hier hoort een uitdrukking of een lijst met rijen", node.span)


class TableSpec(Spec):
    id: Words | None = Field(None, alias="id")
    title: Words = Field(alias="titel")
    row_head: Words = Field(alias="rijkop")
    rows: Annotated[object, BeforeValidator(_rows)] = Field(alias="rijen")
    """An expression (Scalar), or a tuple of RowSpec."""
    rest: Words | None = Field(None, alias="rest")
    total: Words | None = Field(None, alias="totaal")
    columns: Items[ColumnSpec] = Field(alias="kolommen")


class KeyFiguresSpec(Spec):
    cards: Items[CardSpec] = Field(alias="kaarten")


class CoverSpec(Spec):
    sender: Words = Field(alias="afzender")


class ContentsSpec(Spec):
    title: Words | None = Field(None, alias="titel")
    depth: Annotated[int, whole_number(1, 6)] = Field(3, alias="niveaus")


@dataclass(frozen=True, slots=True)
class SourcesSpec:
    """The line with the sources of what stands above."""

    span: Span


@dataclass(frozen=True, slots=True)
class ChartTablesSpec:
    """The place for the tables with the figures of all charts."""

    span: Span


@dataclass(frozen=True, slots=True)
class PageBreakSpec:
    span: Span


BlockSpec = (
    HeadingSpec
    | TextSpec
    | PassageSpec
    | TableSpec
    | ChartSpec
    | ImageSpec
    | KeyFiguresSpec
    | SourcesSpec
    | ChartTablesSpec
    | PageBreakSpec
)

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Z]{2}|\d{3}))?")
_BARE = {
    "bronvermelding": SourcesSpec,
    "cijfers-bij-figuren": ChartTablesSpec,
    "pagina-einde": PageBreakSpec,
}
_MODELS: dict[str, tuple[type[Spec], str | None]] = {
    "kop": (HeadingSpec, "tekst"),
    "tekst": (TextSpec, "inhoud"),
    "passage": (PassageSpec, "naam"),
    "tabel": (TableSpec, None),
    "grafiek": (ChartSpec, None),
    "afbeelding": (ImageSpec, None),
    "kerncijfers": (KeyFiguresSpec, None),
}
"""By kind of block: its model, and the key that a bare text stands for."""


def _language(node: Node) -> Scalar:
    """A language tag (BCP 47): PDF/UA wants one that exists (ISO 14289-1, 7.2)."""
    value = scalar(node)
    if not _LANGUAGE.fullmatch(value.text):
        raise Fault("S113", f"'{value.text[:40]}' is geen taalcode", value.span, "schrijf nl-NL, of een andere taal")
    return value


def _block(node: Node) -> object:
    kinds = (*_MODELS, *_BARE)
    if isinstance(node, Scalar) and node.text in _BARE:
        return _BARE[node.text](node.span)
    if isinstance(node, Scalar):
        raise Fault("T401", f"onbekend blok '{node.text[:60]}'", node.span, suggest(node.text, kinds))
    if not isinstance(node, Mapping) or len(node.entries) != 1:
        raise Fault("T401", "een blok is één sleutel: zijn soort", node.span, "bijvoorbeeld: - kop: Vertrek")
    key, value = node.entries[0]
    if key.text not in _MODELS:
        raise Fault("T401", f"onbekend blok '{key.text[:60]}'", key.span, suggest(key.text, kinds))
    model, short = _MODELS[key.text]
    if model is KeyFiguresSpec and isinstance(value, Sequence):
        value = Mapping(((Scalar("kaarten", key.kind, key.plain, key.span, key.raw), value),), value.span)
    if short is not None and isinstance(value, Scalar):
        name = Scalar(short, key.kind, key.plain, key.span, key.raw)
        value = Mapping(((name, value),), value.span)
    return model.model_validate(value)


def _contents(node: Node) -> object:
    """`inhoudsopgave: ja`, or more about it."""
    if isinstance(node, Scalar) and node.text in ("ja", "nee"):
        return ContentsSpec.model_validate(Mapping((), node.span)) if node.text == "ja" else None
    return ContentsSpec.model_validate(node)


BlockLeaf = Annotated[object, BeforeValidator(_block)]


class LayoutSpec(Spec):
    title: Words = Field(alias="titel")
    subtitle: Words | None = Field(None, alias="ondertitel")
    author: Words | None = Field(None, alias="auteur")
    subject: Words | None = Field(None, alias="onderwerp")
    keywords: Items[Words] = Field((), alias="trefwoorden")
    language: Annotated[Scalar, BeforeValidator(_language)] | None = Field(None, alias="taal")
    numbered: YesNo = Field(False, alias="nummering")
    cover: CoverSpec | None = Field(None, alias="omslag")
    contents: Annotated[object, BeforeValidator(_contents)] = Field(None, alias="inhoudsopgave")
    """A ContentsSpec, or None."""
    notes: Named[Words] = Field({}, alias="noten")
    blocks: Items[BlockLeaf] = Field(alias="blokken")
    """Each a BlockSpec."""
