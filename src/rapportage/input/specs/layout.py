"""The specs of a layout: what a publication says, as the user wrote it, before any figure is filled in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Annotated, get_args

from msgspec import Struct, field

from rapportage.diagnostics import Span
from rapportage.diagnostics.own_names import PARTED
from rapportage.figures.languages.spoken import LANGUAGES
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
from rapportage.input.specs.blocks.qr import QrLeaf, QrSpec
from rapportage.input.specs.blocks.table import TableSpec
from rapportage.input.specs.confidentiality import ConfidentialitySpec
from rapportage.input.specs.faults import Faults, SpecFault, UnknownKey, refuse_empty
from rapportage.input.specs.forms import AnyOf, InShort, Kinds, Pair, Text
from rapportage.input.specs.leaves import Items, Name, Named, Words, YesNo, named, scalar, whole_number, yes_or_no
from rapportage.input.specs.spec import Leaf, Spec, read_spec
from rapportage.input.specs.translation import TranslationSpec


class KeyFiguresSpec(Spec, frozen=True):
    cards: Items[CardSpec] = field(name="kaarten")


class CoverSpec(Spec, frozen=True):
    sender: Words = field(name="afzender")
    qr: QrLeaf | None = field(default=None, name="qr")


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


class FaultySpec(Struct, frozen=True):
    """A block that holds a fault, which was reported: its texts are still read, for the faults in them."""

    kind: str
    """Empty where that is not known."""
    id: Scalar | None
    node: Node
    span: Span
    """Where the first fault is."""


class ConditionalSpec(Struct, frozen=True):
    """A block that is there only when a condition holds."""

    condition: Scalar
    block: object


class PerSpec(Struct, frozen=True):
    """What blocks are repeated for: the name by which their texts know a figure, and the row of figures."""

    name: Scalar
    row: Scalar


class RepeatedSpec(Spec, frozen=True, kw_only=True):
    """Blocks that are there once for each figure of a row."""

    per: Annotated[PerSpec, Leaf(_per, Pair(Words))] = field(name="per")
    blocks: Items[InnerLeaf] = field(name="blokken")
    """Each a BlockSpec, a ConditionalSpec or another RepeatedSpec."""
    otherwise: Items[InnerLeaf] | None = field(default=None, name="anders")
    """What is there where the row has no figures."""
    condition: Words | None = field(default=None, name="als")


CONDITION, PER = "als", "per"

BlockSpec = (
    HeadingSpec
    | TextSpec
    | PassageSpec
    | TableSpec
    | ChartSpec
    | FlowSpec
    | ImageSpec
    | QrSpec
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
    | FaultySpec
)

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Z]{2}|\d{3}))?")
LANGUAGE = rf"(?:{'|'.join(LANGUAGES)})(?:-[A-Za-z]{{4}})?(?:-(?:[A-Z]{{2}}|\d{{3}}))?"
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
    "qr": (QrSpec, "adres"),
    "kerncijfers": (KeyFiguresSpec, None),
    "kader": (BoxSpec, "inhoud"),
    "citaat": (QuoteSpec, "inhoud"),
    "opsomming": (ListSpec, None),
    "colofon": (ColophonSpec, None),
}
"""By kind of block: its model, and the key that a bare text stands for."""
BLOCKS = {kind: model for kind, (model, _) in _MODELS.items()}
_LISTED = {"kerncijfers": "kaarten", "opsomming": "punten"}
"""The key that a bare list stands for."""


def _language(node: Node) -> Scalar:
    """A language tag (BCP 47): PDF/UA asks for one that exists (ISO 14289-1, 7.2).

    All words that we put in a document are of it: one that calls itself French would be read out in the wrong voice.
    """
    value = named(node)
    if not _LANGUAGE.fullmatch(value.text):
        raise SpecFault("S113", f"'{value.text[:40]}' is geen taalcode", value.span, "schrijf nl-NL")
    if value.text.partition("-")[0] not in LANGUAGES:
        known = " of ".join(f"{code} ({name})" for code, name in LANGUAGES.items())
        message = f"een rapport kan niet in de taal '{value.text}' zijn: rapportage kent er de woorden niet van"
        raise SpecFault("S115", message, value.span, f"schrijf {known}, of laat 'taal' weg voor Nederlands")
    return value


def _block(node: Node) -> object:
    """A block; with what is wrong with one goes that it is there."""
    try:
        return _sound_block(node)
    except (SpecFault, Faults) as fault:
        first = fault.faults[0] if isinstance(fault, Faults) else fault
        if not (isinstance(fault.instead, RepeatedSpec) and fault.instead.blocks):  # which goes on with what is sound
            fault.instead = _faulty_block(node, first.span)
        raise


def _faulty_block(node: Node, place: Span) -> FaultySpec:
    entries = node.entries if isinstance(node, Mapping) else ()
    kind, inner = next(((key.text, value) for key, value in entries if key.text in _MODELS), ("", None))
    id = inner.get("id") if isinstance(inner, Mapping) else None
    return FaultySpec(kind, id.named() if isinstance(id, Scalar) else None, node, place)


def _sound_block(node: Node) -> object:
    kinds = (*_MODELS, *_BARE)
    node = node.named() if isinstance(node, Scalar) else node
    if isinstance(node, Scalar) and node.text in _BARE:
        return _BARE[node.text](node.span)
    if isinstance(node, Scalar):
        raise UnknownKey("T401", f"onbekend blok '{node.text[:60]}'", node, kinds)
    if isinstance(node, Mapping) and node.get(PER) is not None:
        return read_spec(node, RepeatedSpec)
    condition = node.get(CONDITION) if isinstance(node, Mapping) else None
    if isinstance(node, Mapping) and condition is not None:
        rest = tuple(entry for entry in node.entries if entry[0].text != CONDITION)
        return ConditionalSpec(scalar(condition), _sound_block(Mapping(rest, node.span)))
    if not isinstance(node, Mapping) or len(node.entries) != 1:
        raise _no_block(node)
    key, value = node.entries[0]
    if key.text in _BARE and isinstance(value, Scalar) and value.text == "ja":
        return _BARE[key.text](key.span)
    if key.text in _BARE:
        raise SpecFault("T401", f"bij '{key.text}' hoort niets", value.span, f"schrijf alleen: - {key.text}")
    if key.text not in _MODELS:
        raise UnknownKey("T401", f"onbekend blok '{key.text[:60]}'", key, kinds)
    model, short = _MODELS[key.text]
    match value:
        case Sequence() if key.text in _LISTED:
            value = _wrapped(_LISTED[key.text], key, value)
        case Scalar() if short is not None:
            value = _wrapped(short, key, value)
        case Mapping() if model is ColophonSpec and value.get("regels") is None:
            value = _wrapped("regels", key, value)
    return read_spec(value, model)


def _no_block(node: Node) -> SpecFault:
    """What is wrong with what has more keys than one, or none."""
    entries = node.entries if isinstance(node, Mapping) else ()
    kinds = [key for key, _ in entries if key.text in (*_MODELS, *_BARE)]
    others = [key for key, _ in entries if key.text not in (*_MODELS, *_BARE)]
    if len(kinds) > 1:
        message = f"hier staan twee blokken in één: '{kinds[0].text}' en '{kinds[1].text}'"
        return SpecFault("T401", message, kinds[1].span, "begin elk blok met een streepje op een eigen regel")
    if kinds and kinds[0].text in _MODELS:
        kind, value = next((key, value) for key, value in entries if key is kinds[0])
        names = ", ".join(f"'{each.text[:40]}'" for each in others[:4]) + (" …" if len(others) > 4 else "")
        if isinstance(value, Scalar) and not value.text:
            message = f"wat bij '{kind.text}' hoort, is niet ingesprongen: {names}"
            return SpecFault("T401", message, others[0].span, f"zet het twee spaties verder dan '{kind.text}:'")
        short = _SHORT.get(kind.text)
        if isinstance(value, Scalar) and short is not None:
            message = f"naast '{kind.text}' kan {names} niet staan"
            more = ", ".join(f"{each.text[:40]}: …" for each in others[:4])
            hint = f"zet alles onder '{kind.text}': {kind.text}: {{{short}: …, {more}}}"
            return SpecFault("T401", message, others[0].span, hint)
        message = f"naast '{kind.text}' kan {names} niet staan"
        hint = f"spring het in onder '{kind.text}', of begin een nieuw blok met een streepje"
        return SpecFault("T401", message, others[0].span, hint)
    return SpecFault("T401", "een blok is één sleutel: zijn soort", node.span, "bijvoorbeeld: - kop: Inleiding")


def _inner_block(node: Node) -> object:
    """A block that may be there more than once."""
    made = _block(node)
    block = made.block if isinstance(made, ConditionalSpec) else made
    if isinstance(block, ListingSpec | ContentsPlaceSpec | ChartTablesSpec):
        hint = "zet het voor of na het blok met 'per'"
        raise SpecFault("T425", "dit blok staat één keer in een rapport, en wordt hier herhaald", block.span, hint)
    return made


def _per(node: Node) -> PerSpec:
    """`gemeente: woningen`."""
    if isinstance(node, Mapping) and len(node.entries) == 1:
        name, row = node.entries[0]
        return PerSpec(name, scalar(row))
    refuse_empty(node)
    hint = f'bijvoorbeeld: per: {{rij: "{{{{ {PARTED} | top(5) }}}}"}}'
    raise SpecFault("S104", "hier hoort een naam met een rij cijfers", node.span, hint)


def flattened(blocks: Iterable[object]) -> Iterator[BlockSpec]:
    """Every block, also those with a condition and those that are repeated."""
    for block in blocks:
        match block:
            case ConditionalSpec(block=inner):
                yield from flattened((inner,))
            case RepeatedSpec():
                yield from flattened((*block.blocks, *(block.otherwise or ())))
            case _:
                yield block  # type: ignore[misc]  # the spec of a layout makes nothing else


def _wrapped(name: str, key: Scalar, value: Node) -> Mapping:
    """The short form of a block written in full: `value` under the key that it stands for."""
    return Mapping(((Scalar(name, key.kind, key.plain, key.span, key.raw), value),), value.span)


def _contents(node: Node) -> object:
    """`inhoudsopgave: ja`, or more about it."""
    if isinstance(node, Scalar) and node.text in ("ja", "nee"):
        return read_spec(Mapping((), node.span), ContentsSpec) if node.text == "ja" else None
    if isinstance(node, Scalar):
        yes_or_no(node)
    return read_spec(node, ContentsSpec)


_SHORT = {**{kind: short for kind, (_, short) in _MODELS.items() if short}, **_LISTED, "colofon": "regels"}
_KINDS = {kind: InShort(model, _SHORT[kind]) if kind in _SHORT else model for kind, (model, _) in _MODELS.items()}
_ONCE = ("cijfers-bij-figuren", "inhoudsopgave", *get_args(ListingKind))
_MANY = tuple(word for word in _BARE if word not in _ONCE)
BlockLeaf = Annotated[object, Leaf(_block, Kinds(tuple(_BARE), _KINDS, CONDITION, RepeatedSpec))]
InnerLeaf = Annotated[object, Leaf(_inner_block, Kinds(_MANY, _KINDS, CONDITION, RepeatedSpec))]


class LayoutSpec(Spec, frozen=True, kw_only=True):
    title: Words = field(name="titel")
    subtitle: Words | None = field(default=None, name="ondertitel")
    author: Words | None = field(default=None, name="auteur")
    subject: Words | None = field(default=None, name="onderwerp")
    keywords: Items[Words] = field(default=(), name="trefwoorden")
    language: Annotated[Scalar, Leaf(_language, Text(LANGUAGE, name="taalcode"))] | None = field(
        default=None, name="taal"
    )
    translation: TranslationSpec | None = field(default=None, name="vertaling")
    """What the report calls the names of the data."""
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
    """Each a BlockSpec, a ConditionalSpec with one, or a RepeatedSpec with several."""
