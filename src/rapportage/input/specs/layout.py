"""The specs of a layout: what a publication says, as the user wrote it, before any figure is filled in."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Annotated, get_args

from msgspec import Struct, field

from rapportage.diagnostics import Span
from rapportage.diagnostics.suggestion import suggest
from rapportage.input.loading.nodes import Mapping, Node, Scalar, Sequence
from rapportage.input.specs.blocks.chart import CardSpec, ChartSpec
from rapportage.input.specs.blocks.flow_chart import FlowSpec
from rapportage.input.specs.blocks.image import ImageSpec
from rapportage.input.specs.blocks.prose import (
    BoxSpec,
    ColophonSpec,
    HeadingSpec,
    ListingKind,
    ListingSpec,
    ListSpec,
    PassageSpec,
    QuoteSpec,
    TextSpec,
)
from rapportage.input.specs.blocks.table import TableSpec
from rapportage.input.specs.confidentiality import ConfidentialitySpec
from rapportage.input.specs.faults import SpecFault
from rapportage.input.specs.forms import AnyOf, InShort, Kinds, Text
from rapportage.input.specs.leaves import Items, Name, Named, Words, YesNo, named, scalar, whole_number
from rapportage.input.specs.spec import Leaf, Spec, read_spec


class KeyFiguresSpec(Spec, frozen=True):
    cards: Items[CardSpec] = field(name="kaarten")


class CoverSpec(Spec, frozen=True):
    sender: Words = field(name="afzender")


class ContentsSpec(Spec, frozen=True):
    title: Words | None = field(default=None, name="titel")
    depth: Annotated[int, whole_number(1, 6)] = field(default=3, name="niveaus")


class SourcesSpec(Struct, frozen=True):
    """The line with the sources of what is above."""

    span: Span


class ChartTablesSpec(Struct, frozen=True):
    """The place for the tables with the figures of all charts."""

    span: Span


class ContentsPlaceSpec(Struct, frozen=True):
    """The place for the table of contents, where it does not come first."""

    span: Span


class PageBreakSpec(Struct, frozen=True):
    span: Span


class ConditionalSpec(Struct, frozen=True):
    """A block that is there only when a condition holds."""

    condition: Scalar
    block: object


CONDITION = "als"

BlockSpec = (
    HeadingSpec
    | TextSpec
    | PassageSpec
    | TableSpec
    | ChartSpec
    | FlowSpec
    | ImageSpec
    | KeyFiguresSpec
    | BoxSpec
    | QuoteSpec
    | ListSpec
    | ColophonSpec
    | ListingSpec
    | SourcesSpec
    | ChartTablesSpec
    | ContentsPlaceSpec
    | PageBreakSpec
)

DUTCH = "nl"
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Z]{2}|\d{3}))?")
LANGUAGE = rf"{DUTCH}(?:-[A-Za-z]{{4}})?(?:-(?:[A-Z]{{2}}|\d{{3}}))?"
_BARE: dict[str, Callable[[Span], object]] = {
    "bronvermelding": SourcesSpec,
    "cijfers-bij-figuren": ChartTablesSpec,
    "inhoudsopgave": ContentsPlaceSpec,
    "pagina-einde": PageBreakSpec,
    **{kind: partial(ListingSpec, kind) for kind in get_args(ListingKind)},
}
_MODELS: dict[str, tuple[type[Spec], str | None]] = {
    "kop": (HeadingSpec, "tekst"),
    "tekst": (TextSpec, "inhoud"),
    "passage": (PassageSpec, "naam"),
    "tabel": (TableSpec, None),
    "grafiek": (ChartSpec, None),
    "stroomschema": (FlowSpec, None),
    "afbeelding": (ImageSpec, None),
    "kerncijfers": (KeyFiguresSpec, None),
    "kader": (BoxSpec, "inhoud"),
    "citaat": (QuoteSpec, "inhoud"),
    "opsomming": (ListSpec, None),
    "colofon": (ColophonSpec, None),
}
"""By kind of block: its model, and the key that a bare text stands for."""
_LISTED = {"kerncijfers": "kaarten", "opsomming": "punten"}
"""The key that a bare list stands for."""


def _language(node: Node) -> Scalar:
    """A language tag (BCP 47): PDF/UA asks for one that exists (ISO 14289-1, 7.2).

    All words that we put in a document are Dutch: one that calls itself English would be read out in the wrong voice.
    """
    value = named(node)
    if not _LANGUAGE.fullmatch(value.text):
        raise SpecFault("S113", f"'{value.text[:40]}' is geen taalcode", value.span, "schrijf nl-NL")
    if value.text.partition("-")[0] != DUTCH:
        message = f"een rapport in de taal '{value.text}' kan nog niet: koppen, getallen en perioden zijn Nederlands"
        raise SpecFault("S115", message, value.span, "laat 'taal' weg, of schrijf nl-NL")
    return value


def _block(node: Node) -> object:
    kinds = (*_MODELS, *_BARE)
    node = node.named() if isinstance(node, Scalar) else node
    if isinstance(node, Scalar) and node.text in _BARE:
        return _BARE[node.text](node.span)
    if isinstance(node, Scalar):
        raise SpecFault("T401", f"onbekend blok '{node.text[:60]}'", node.span, suggest(node.text, kinds))
    condition = node.get(CONDITION) if isinstance(node, Mapping) else None
    if isinstance(node, Mapping) and condition is not None:
        rest = tuple(entry for entry in node.entries if entry[0].text != CONDITION)
        return ConditionalSpec(scalar(condition), _block(Mapping(rest, node.span)))
    if not isinstance(node, Mapping) or len(node.entries) != 1:
        raise SpecFault("T401", "een blok is één sleutel: zijn soort", node.span, "bijvoorbeeld: - kop: Vertrek")
    key, value = node.entries[0]
    if key.text in _BARE and isinstance(value, Scalar) and value.text == "ja":
        return _BARE[key.text](key.span)
    if key.text not in _MODELS:
        raise SpecFault("T401", f"onbekend blok '{key.text[:60]}'", key.span, suggest(key.text, kinds))
    model, short = _MODELS[key.text]
    match value:
        case Sequence() if key.text in _LISTED:
            value = _wrapped(_LISTED[key.text], key, value)
        case Scalar() if short is not None:
            value = _wrapped(short, key, value)
        case Mapping() if model is ColophonSpec and value.get("regels") is None:
            value = _wrapped("regels", key, value)
    return read_spec(value, model)


def _wrapped(name: str, key: Scalar, value: Node) -> Mapping:
    """The short form of a block written in full: `value` under the key that it stands for."""
    return Mapping(((Scalar(name, key.kind, key.plain, key.span, key.raw), value),), value.span)


def _contents(node: Node) -> object:
    """`inhoudsopgave: ja`, or more about it."""
    if isinstance(node, Scalar) and node.text in ("ja", "nee"):
        return read_spec(Mapping((), node.span), ContentsSpec) if node.text == "ja" else None
    return read_spec(node, ContentsSpec)


_SHORT = {**{kind: short for kind, (_, short) in _MODELS.items() if short}, **_LISTED, "colofon": "regels"}
_KINDS = {kind: InShort(model, _SHORT[kind]) if kind in _SHORT else model for kind, (model, _) in _MODELS.items()}
BlockLeaf = Annotated[object, Leaf(_block, Kinds(tuple(_BARE), _KINDS, CONDITION))]


class LayoutSpec(Spec, frozen=True, kw_only=True):
    title: Words = field(name="titel")
    subtitle: Words | None = field(default=None, name="ondertitel")
    author: Words | None = field(default=None, name="auteur")
    subject: Words | None = field(default=None, name="onderwerp")
    keywords: Items[Words] = field(default=(), name="trefwoorden")
    language: Annotated[Scalar, Leaf(_language, Text(LANGUAGE))] | None = field(default=None, name="taal")
    style: Name | None = field(default=None, name="huisstijl")
    """The name of a file in huisstijlen/; without it the built-in house style."""
    numbered: YesNo = field(default=False, name="nummering")
    approximate: YesNo = field(default=True, name="ongeveer")
    """Whether a figure that was delivered rounded is 'ongeveer' in running text."""
    optional: Items[Name] = field(default=(), name="mag_ontbreken")
    """Series that need not be in the data: where none is known yet they are as any figure that is not known."""
    example: YesNo = field(default=False, name="voorbeeld")
    """Whether it is made to show how such a report looks, and is no publication of whom it names."""
    confidentiality: ConfidentialitySpec | None = field(default=None, name="geheimhouding")
    cover: CoverSpec | None = field(default=None, name="omslag")
    contents: Annotated[object, Leaf(_contents, AnyOf((YesNo, ContentsSpec)))] = field(
        default=None, name="inhoudsopgave"
    )
    """A ContentsSpec, or None."""
    notes: Named[Words] = field(default_factory=dict, name="noten")
    terms: Named[Words] = field(default_factory=dict, name="begrippen")
    abbreviations: Named[Words] = field(default_factory=dict, name="afkortingen")
    blocks: Items[BlockLeaf] = field(name="blokken")
    """Each a BlockSpec, or a ConditionalSpec with one."""
