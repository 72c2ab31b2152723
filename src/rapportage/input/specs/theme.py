"""The spec of a house style: fonts, colours, sizes and page; whatever it leaves out is as in the built-in one."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Literal

from msgspec import field

from rapportage.input.loading.nodes import Kind, Node, Scalar
from rapportage.input.specs.faults import SpecFault
from rapportage.input.specs.forms import Text
from rapportage.input.specs.leaves import Items, Name, Words, YesNo, one_of, scalar
from rapportage.input.specs.spec import Leaf, Spec

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_MEASURE = re.compile(r"\d{1,3}(\.\d{1,2})?", re.ASCII)
PageSizeName = Literal["A4", "A5"]


def _colour(node: Node) -> Scalar:
    if isinstance(node, Scalar) and node.kind is Kind.EMPTY:
        rest = node.span.file.line(node.span.line)[node.span.column - 1 :]
        if found := re.match(rf"\s*({_COLOUR.pattern})\b", rest):
            hint = f"zet de kleur tussen aanhalingstekens: '{found[1]}'"
            raise SpecFault("H101", "na # begint een opmerking: hier staat nu geen kleur", node.span, hint)
    value = scalar(node)
    if not _COLOUR.fullmatch(value.text):
        hint = "schrijf '#' en zes tekens tussen aanhalingstekens, zoals '#154273'"
        raise SpecFault("H101", f"'{value.text[:40]}' is geen kleur", value.span, hint)
    return value


def _measure(least: int, most: int, unit: str) -> Leaf:
    """A measure from `least` to `most`."""

    def read(node: Node) -> Decimal:
        value = scalar(node)
        if not _MEASURE.fullmatch(value.text):
            raise SpecFault("H102", f"'{value.text[:40]}' is geen maat", value.span, "schrijf een getal, zoals 22.5")
        if not least <= Decimal(value.text) <= most:
            message = f"{value.text} is niet van {least} tot en met {most} {unit}"
            raise SpecFault("H102", message, value.span, f"kies een maat van {least} tot en met {most}")
        return Decimal(value.text)

    return Leaf(read, Text(_MEASURE.pattern, (least, most), f"{least} tot en met {most} {unit}"))


Colour = Annotated[Scalar, Leaf(_colour, Text(_COLOUR.pattern, name="kleur"))]
Size = Annotated[Decimal, _measure(5, 60, "punten")]
Leading = Annotated[Decimal, _measure(5, 90, "punten")]
Space = Annotated[Decimal, _measure(0, 100, "punten")]
SideMargin = Annotated[Decimal, _measure(10, 100, "mm")]
OuterMargin = Annotated[Decimal, _measure(15, 100, "mm")]
"""Above and below the text are header and footer."""
Width = Annotated[Decimal, _measure(10, 300, "mm")]


class FontsSpec(Spec, frozen=True):
    """Paths of TrueType files, from the project folder."""

    regular: Name = field(name="gewoon")
    semibold: Name = field(name="vet")
    italic: Name = field(name="schuin")
    semibold_italic: Name = field(name="vet-schuin")


class ColoursSpec(Spec, frozen=True):
    text: Colour | None = field(default=None, name="tekst")
    heading: Colour | None = field(default=None, name="koppen")
    link: Colour | None = field(default=None, name="links")
    muted: Colour | None = field(default=None, name="gedempt")
    hairline: Colour | None = field(default=None, name="haarlijn")
    card: Colour | None = field(default=None, name="vlak")
    cover: Items[Colour] = field(default=(), name="omslag")
    """Three, each darker than the one before; the last holds white text."""
    draft: Colour | None = field(default=None, name="concept")


class MarginsSpec(Spec, frozen=True):
    """In millimetres."""

    left: SideMargin = field(name="links")
    right: SideMargin = field(name="rechts")
    top: OuterMargin = field(name="boven")
    bottom: OuterMargin = field(name="onder")


class PageSpec(Spec, frozen=True):
    size: Annotated[PageSizeName, one_of(PageSizeName)] = field(default="A4", name="formaat")
    margins: MarginsSpec | None = field(default=None, name="marges")
    text_width: Width | None = field(default=None, name="tekstbreedte")
    """In millimetres."""


class StyleSpec(Spec, frozen=True):
    """Changes to how one kind of text is set, in points."""

    size: Size | None = field(default=None, name="corps")
    leading: Leading | None = field(default=None, name="interlinie")
    before: Space | None = field(default=None, name="voor")
    after: Space | None = field(default=None, name="na")
    bold: YesNo | None = field(default=None, name="vet")


class SizesSpec(Spec, frozen=True):
    text: StyleSpec | None = field(default=None, name="tekst")
    lead: StyleSpec | None = field(default=None, name="inleiding")
    small: StyleSpec | None = field(default=None, name="klein")
    source: StyleSpec | None = field(default=None, name="bron")
    note: StyleSpec | None = field(default=None, name="noot")
    headline: StyleSpec | None = field(default=None, name="boodschap")
    card_label: StyleSpec | None = field(default=None, name="kaartkop")
    card_value: StyleSpec | None = field(default=None, name="kaartcijfer")
    caption: StyleSpec | None = field(default=None, name="bijschrift")
    table: StyleSpec | None = field(default=None, name="tabel")
    table_head: StyleSpec | None = field(default=None, name="tabelkop")
    title: StyleSpec | None = field(default=None, name="titel")
    subtitle: StyleSpec | None = field(default=None, name="ondertitel")
    running: StyleSpec | None = field(default=None, name="kopregel")
    cover_title: StyleSpec | None = field(default=None, name="omslagtitel")
    cover_text: StyleSpec | None = field(default=None, name="omslagtekst")
    heading_1: StyleSpec | None = field(default=None, name="kop1")
    heading_2: StyleSpec | None = field(default=None, name="kop2")
    heading_3: StyleSpec | None = field(default=None, name="kop3")


class LogoSpec(Spec, frozen=True):
    """A picture at the top of the cover."""

    file: Name = field(name="bestand")
    alternative: Words = field(name="alternatief")
    width: Width | None = field(default=None, name="breedte")
    """In millimetres."""


class ThemeSpec(Spec, frozen=True):
    fonts: FontsSpec | None = field(default=None, name="lettertypen")
    colours: ColoursSpec | None = field(default=None, name="kleuren")
    chart_colours: Items[Colour] = field(default=(), name="grafiekkleuren")
    page: PageSpec | None = field(default=None, name="pagina")
    sizes: SizesSpec | None = field(default=None, name="maten")
    logo: LogoSpec | None = field(default=None, name="logo")

    def files(self) -> tuple[Scalar, ...]:
        """The files that the house style names, as they are written: paths from the project."""
        fonts = self.fonts
        faces = (fonts.regular, fonts.semibold, fonts.italic, fonts.semibold_italic) if fonts else ()
        return (*faces, *((self.logo.file,) if self.logo else ()))
