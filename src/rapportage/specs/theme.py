"""The spec of a house style: fonts, colours, sizes and page; whatever it leaves out is as in the built-in one."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from rapportage.loading.nodes import Node, Scalar
from rapportage.specs.faults import Fault
from rapportage.specs.leaves import Items, Spec, Words, YesNo, one_of, scalar

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_MEASURE = re.compile(r"\d{1,3}(\.\d{1,2})?", re.ASCII)
PageSizeName = Literal["A4", "A5"]


def _colour(node: Node) -> Scalar:
    value = scalar(node)
    if not _COLOUR.fullmatch(value.text):
        hint = "schrijf '#' en zes tekens tussen aanhalingstekens, zoals '#154273'"
        raise Fault("H101", f"'{value.text[:40]}' is geen kleur", value.span, hint)
    return value


def _measure(node: Node) -> Decimal:
    value = scalar(node)
    if not _MEASURE.fullmatch(value.text):
        raise Fault("H102", f"'{value.text[:40]}' is geen maat", value.span, "schrijf een getal, zoals 22.5")
    return Decimal(value.text)


Colour = Annotated[Scalar, BeforeValidator(_colour)]
Measure = Annotated[Decimal, BeforeValidator(_measure)]


class FontsSpec(Spec):
    """Paths of TrueType files, from the project folder."""

    regular: Words = Field(alias="gewoon")
    semibold: Words = Field(alias="vet")
    italic: Words = Field(alias="schuin")
    semibold_italic: Words = Field(alias="vet-schuin")


class ColoursSpec(Spec):
    text: Colour | None = Field(None, alias="tekst")
    heading: Colour | None = Field(None, alias="koppen")
    link: Colour | None = Field(None, alias="links")
    muted: Colour | None = Field(None, alias="gedempt")
    hairline: Colour | None = Field(None, alias="haarlijn")
    card: Colour | None = Field(None, alias="vlak")
    cover: Items[Colour] = Field((), alias="omslag")
    """Three, each darker than the one before; the last holds white text."""
    draft: Colour | None = Field(None, alias="concept")


class MarginsSpec(Spec):
    """In millimetres."""

    left: Measure = Field(alias="links")
    right: Measure = Field(alias="rechts")
    top: Measure = Field(alias="boven")
    bottom: Measure = Field(alias="onder")


class PageSpec(Spec):
    size: Annotated[PageSizeName, one_of(PageSizeName)] = Field("A4", alias="formaat")
    margins: MarginsSpec | None = Field(None, alias="marges")
    text_width: Measure | None = Field(None, alias="tekstbreedte")
    """In millimetres."""


class StyleSpec(Spec):
    """Changes to how one kind of text is set, in points."""

    size: Measure | None = Field(None, alias="corps")
    leading: Measure | None = Field(None, alias="interlinie")
    before: Measure | None = Field(None, alias="voor")
    after: Measure | None = Field(None, alias="na")
    bold: YesNo | None = Field(None, alias="vet")


class SizesSpec(Spec):
    text: StyleSpec | None = Field(None, alias="tekst")
    lead: StyleSpec | None = Field(None, alias="inleiding")
    small: StyleSpec | None = Field(None, alias="klein")
    source: StyleSpec | None = Field(None, alias="bron")
    note: StyleSpec | None = Field(None, alias="noot")
    headline: StyleSpec | None = Field(None, alias="boodschap")
    card_label: StyleSpec | None = Field(None, alias="kaartkop")
    card_value: StyleSpec | None = Field(None, alias="kaartcijfer")
    caption: StyleSpec | None = Field(None, alias="bijschrift")
    table: StyleSpec | None = Field(None, alias="tabel")
    table_head: StyleSpec | None = Field(None, alias="tabelkop")
    title: StyleSpec | None = Field(None, alias="titel")
    subtitle: StyleSpec | None = Field(None, alias="ondertitel")
    running: StyleSpec | None = Field(None, alias="kopregel")
    cover_title: StyleSpec | None = Field(None, alias="omslagtitel")
    cover_text: StyleSpec | None = Field(None, alias="omslagtekst")
    heading_1: StyleSpec | None = Field(None, alias="kop1")
    heading_2: StyleSpec | None = Field(None, alias="kop2")
    heading_3: StyleSpec | None = Field(None, alias="kop3")


class LogoSpec(Spec):
    """A picture at the top of the cover."""

    file: Words = Field(alias="bestand")
    alternative: Words = Field(alias="alternatief")
    width: Measure | None = Field(None, alias="breedte")
    """In millimetres."""


class ThemeSpec(Spec):
    fonts: FontsSpec | None = Field(None, alias="lettertypen")
    colours: ColoursSpec | None = Field(None, alias="kleuren")
    chart_colours: Items[Colour] = Field((), alias="grafiekkleuren")
    page: PageSpec | None = Field(None, alias="pagina")
    sizes: SizesSpec | None = Field(None, alias="maten")
    logo: LogoSpec | None = Field(None, alias="logo")
