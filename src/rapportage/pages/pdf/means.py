"""What pages and forms paint with, and what their resources then say (ISO 32000-1, 7.8.3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct, field

from rapportage.document.drawing import Gradient, Raster
from rapportage.document.drawing.matrices import product
from rapportage.pages.pdf.fonts import FontUse
from rapportage.pages.pdf.images import ImageUse
from rapportage.pages.pdf.objects import PdfFile, colour_operands, numbers, ref
from rapportage.pages.pdf.shadings import ShadingUse
from rapportage.pages.pdf.states import Mask, StateUse

BLENDED = "/Group<</S/Transparency/CS/DeviceRGB>>"
"""Of what has something that shines through: where its colours are mixed (ISO 19005-2, 6.2.10)."""
Place = tuple[float, float]


class Stock(Struct):
    """All that the pages of one file paint with."""

    fonts: FontUse
    images: ImageUse = field(default_factory=ImageUse)
    states: StateUse = field(default_factory=StateUse)
    shadings: ShadingUse = field(default_factory=ShadingUse)
    forms: list[Form] = field(default_factory=list)

    def write(self, file: PdfFile) -> Written:
        """Adds all of it to `file`. A form comes after those that it shows."""
        fonts = self.fonts.write(file)
        written = Written(fonts, self.images.write(file), self.shadings.write(file))
        for form in self.forms:
            known = self.states.entries(lambda name: written.objects.get(name, 0))
            entries = (
                f"/Type/XObject/Subtype/Form/BBox[{numbers(*form.box)}]{BLENDED[:-2]}/I true>>"
                f"{written.resources(form.means, known)}"
            )
            written.objects[form.name] = file.add_stream(entries, form.content)
        written.states = self.states.entries(lambda name: written.objects.get(name, 0))
        return written


class Form(Struct):
    """What is painted by itself, and then shown as one (ISO 32000-1, 8.10 and 11.6.6)."""

    name: str
    box: tuple[float, float, float, float]
    content: bytes
    means: Means


class Written(Struct):
    """What is in the file, for the resources of whatever paints with it."""

    fonts: str
    objects: dict[str, int]
    """Of pictures and forms, by name."""
    patterns: dict[str, int]
    states: dict[str, str] = field(default_factory=dict)

    def resources(self, means: Means, states: dict[str, str] | None = None) -> str:
        known = self.states if states is None else states
        shown = list(means.shown)
        parts = (
            ("XObject", (f"/{name} {ref(self.objects[name])}" for name in shown if name in self.objects)),
            ("ExtGState", (known[name] for name in shown if name in known)),
            ("Pattern", (f"/{name} {ref(self.patterns[name])}" for name in shown if name in self.patterns)),
        )
        named = ((kind, "".join(entries)) for kind, entries in parts)
        others = "".join(f"/{kind}<<{entries}>>" for kind, entries in named if entries)
        return f"/Resources<</Font<<{self.fonts}>>{others}>>"


class Means(Struct):
    """What one page, or one form, paints with; `shown` are the names of its own pictures, states, patterns and forms.

    `origin` is where the drawing that is being painted has its lower left corner, and `size` how large that is.
    """

    stock: Stock
    shown: dict[str, None] = field(default_factory=dict)
    is_transparent: bool = False
    origin: Place = (0.0, 0.0)
    size: Place = (0.0, 0.0)

    @property
    def fonts(self) -> FontUse:
        return self.stock.fonts

    def picture(self, matrix: str, pixels: Raster) -> str:
        name = self._shown(self.stock.images.name(pixels))
        self.is_transparent |= bool(pixels.opacity)
        return f"{matrix} cm /{name} Do"

    def through(self, opacity: float, operators: Iterable[str], mask: Mask | None = None) -> Iterator[str]:
        """What `operators` paint, with so much of what is behind it shining through."""
        if opacity == 1 and mask is None:
            yield from operators
            return
        self.is_transparent = True
        yield f"q /{self._shown(self.stock.states.name(opacity, mask))} gs"
        yield from operators
        yield "Q"

    def colours(self, gradient: Gradient, *, is_line: bool = False) -> str:
        """Sets the colour of surfaces, or of lines, to a gradient."""
        matrix = product((1.0, 0.0, 0.0, 1.0, *self.origin), gradient.matrix)
        name = self._shown(self.stock.shadings.name(gradient, matrix))
        return f"/Pattern CS /{name} SCN" if is_line else f"/Pattern cs /{name} scn"

    def within(self) -> Means:
        """The means of a form in the drawing."""
        return Means(self.stock, size=self.size)

    def form(self, means: Means, operators: Iterable[str]) -> str:
        """The name of a form with what `operators` paint, which have `means`."""
        content = "\n".join(operators).encode("latin-1")
        name = f"X{len(self.stock.forms) + 1}"
        self.stock.forms.append(Form(name, (0.0, 0.0, *self.size), content, means))
        return name

    def show(self, form: str) -> str:
        return f"/{self._shown(form)} Do"

    def _shown(self, name: str) -> str:
        self.shown[name] = None
        return name


def colour(means: Means, paint: str | Gradient, *, is_line: bool = False) -> str:
    """The operators that set the colour of surfaces, or of lines."""
    if isinstance(paint, Gradient):
        return means.colours(paint, is_line=is_line)
    return f"{colour_operands(paint)} {'RG' if is_line else 'rg'}"
