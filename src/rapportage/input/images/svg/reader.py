"""The elements of an SVG as one drawing; what does not belong to the subset is reported by name and line."""

from __future__ import annotations

from itertools import chain
from math import isfinite, sqrt
from xml.parsers import expat

from rapportage.document.drawing import Command, Drawing, Path
from rapportage.input.images.faults import PictureFault, Problem, fault
from rapportage.input.images.svg.numbers import (
    IDENTITY,
    LARGEST,
    MOST_STEPS,
    Matrix,
    TooMuch,
    Unreadable,
    applied,
    keeps_shape,
    product,
    transformation,
)
from rapportage.input.images.svg.paths import MOST_COMMANDS
from rapportage.input.images.svg.shapes import GEOMETRY, shape_commands
from rapportage.input.images.svg.styles import Style, declarations, styled
from rapportage.input.images.svg.viewport import Unsized, viewport

NAMESPACE = "http://www.w3.org/2000/svg "
MOST_BYTES = 5_000_000
MOST_ELEMENTS = 20_000
DEEPEST = 100
MOST_PROBLEMS = 10
_DESCRIPTIVE = ("title", "desc", "metadata", "defs")
"""They show nothing themselves; what shapes use of `defs` is refused where they name it."""
_ATTRIBUTES = ("id", "class", "lang", "role", "tabindex", "focusable", "transform", "style")
_ROOT = ("x", "y", "width", "height", "viewBox", "preserveAspectRatio", "version", "baseProfile", "contentScriptType",
         "contentStyleType", "zoomAndPan")  # fmt: skip
_EVEN = "kies een effen kleur, of sla de afbeelding op als PNG"
_OUTLINES = "zet tekst om in vormen (Inkscape: Pad > Object naar pad)"
_ALONE = "haal het weg: een afbeelding in een rapport haalt niets op en doet niets"
_PICTURE = "sla de afbeelding op als PNG"
_HINTS = {
    "text": _OUTLINES,
    "tspan": _OUTLINES,
    "image": _PICTURE,
    "script": _ALONE,
    "href": _ALONE,
    "a": _ALONE,
    "style": "sla de SVG op met de opmaak bij de vormen zelf ('presentation attributes'), niet als stijlblad",
    "use": "maak van klonen en symbolen gewone vormen",
    "fill": _EVEN,
    "stroke": _EVEN,
    "opacity": _EVEN,
}


def read_svg(data: bytes, name: str) -> Drawing:
    """The drawing in `data`, at its own size: one pixel of SVG is 1/96 inch.

    Raises:
        PictureFault: it is no SVG, too large, or holds what is not supported; up to ten such things are reported.
    """
    if len(data) > MOST_BYTES:
        raise _too_large(name)
    reader = _Reader(name)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.StartDoctypeDeclHandler = reader.doctype
    parser.EntityDeclHandler = reader.entity
    parser.SkippedEntityHandler = reader.entity
    parser.ProcessingInstructionHandler = reader.instruction
    reader.parser = parser
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError):  # the last two: an encoding that the parser does not know
        message = f"'{name}', regel {parser.CurrentLineNumber}: dit is geen leesbare XML"
        raise fault("T441", message, "open de afbeelding in een tekenprogramma, en sla haar opnieuw op") from None
    return reader.drawing()


def _too_large(name: str) -> PictureFault:
    return fault("T442", f"'{name}' is te groot of te ingewikkeld voor een SVG", _PICTURE)


class _Reader:
    """Goes through the file once. Per open element: how it paints and where; None for what shows nothing."""

    def __init__(self, name: str) -> None:
        self.parser = expat.ParserCreate()
        self._name = name
        self._problems: dict[str, Problem] = {}
        self._open: list[tuple[Style, Matrix] | None] = []
        self._items: list[Path] = []
        self._size = (0.0, 0.0)
        self._elements = 0
        self._commands = 0

    def drawing(self) -> Drawing:
        if self._problems:
            raise PictureFault(*self._problems.values())
        if not self._items:
            raise fault("T441", f"in '{self._name}' staat niets om te tonen", "teken er iets in")
        return Drawing(*self._size, tuple(self._items), is_clipped=True)

    # --- What the parser meets ------------------------------------------------------------------------

    def doctype(self, _name: str, _system: str | None, _public: str | None, has_subset: int) -> None:
        """The declaration that many programs write is harmless, since it is never fetched; what it declares is not."""
        if has_subset:
            self.entity()

    def entity(self, *_: object) -> None:
        hint = "sla de SVG op als gewone SVG, zonder DOCTYPE"
        message = f"'{self._name}', regel {self._line}: een SVG kan hier geen entiteiten hebben"
        raise fault("T448", message, hint)

    def instruction(self, target: str, _data: str) -> None:
        if target == "xml-stylesheet":
            self._refuse("style", target)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        if self._elements > MOST_ELEMENTS or len(self._open) >= DEEPEST:
            raise _too_large(self._name)
        name = tag.removeprefix(NAMESPACE)
        if not self._open:
            self._open.append(self._root(tag, attributes))
            return
        around = self._open[-1]
        if name in ("script", "style"):
            self._refuse(name, name)
        if around is None or " " in name or name in _DESCRIPTIVE or name in ("script", "style"):
            self._open.append(None)  # also what drawing programs note for themselves, in names of their own
        elif name == "g" or name in GEOMETRY:
            style, matrix = self._state(*around, attributes, GEOMETRY.get(name, ()))
            self._open.append(None if style.is_hidden else (style, matrix))
            if name in GEOMETRY and not style.is_hidden:
                self._shape(name, attributes, style, matrix)
        else:
            self._refuse(name, name)
            self._open.append(None)

    def end(self, _tag: str) -> None:
        self._open.pop()

    # --- What they mean -------------------------------------------------------------------------------

    @property
    def _line(self) -> int:
        return self.parser.CurrentLineNumber

    def _refuse(self, kind: str, what: str) -> None:
        if what not in self._problems and len(self._problems) < MOST_PROBLEMS:
            message = f"'{self._name}', regel {self._line}: '{what[:60]}' kan niet in een SVG"
            self._problems[what] = Problem("T448", message, _HINTS.get(kind, _PICTURE))

    def _root(self, tag: str, attributes: dict[str, str]) -> tuple[Style, Matrix] | None:
        if tag != NAMESPACE + "svg":
            hint = 'het begint met <svg xmlns="http://www.w3.org/2000/svg">'
            raise fault("T441", f"'{self._name}' is geen SVG", hint)
        matrix = IDENTITY
        try:
            place = viewport(attributes)
            self._size, matrix = (place.width, place.height), place.matrix
        except Unsized as unsized:
            self._problems["the size"] = Problem("T441", f"'{self._name}' {unsized.message}", unsized.hint)
        return self._state(Style(), matrix, attributes, _ROOT)

    def _state(
        self, style: Style, matrix: Matrix, attributes: dict[str, str], own: tuple[str, ...]
    ) -> tuple[Style, Matrix]:
        """How and where an element paints; `own` are the attributes that are for it alone."""
        properties = {}
        for name, value in attributes.items():
            if name.endswith("href") or (name.startswith("on") and " " not in name):
                self._refuse("href", name.rpartition(" ")[2])
            elif " " not in name and name not in (*_ATTRIBUTES, *own) and not name.startswith(("data-", "aria-")):
                properties[name] = value
        try:
            properties.update(declarations(attributes.get("style", "")))
        except Unreadable:
            self._refuse("style", f"style: {attributes['style'][:40]}")
        style = styled(style, properties, lambda what: self._refuse(_kind(what), what))
        try:
            return style, product(matrix, transformation(attributes.get("transform", "")))
        except Unreadable:
            self._refuse("transform", f"transform: {attributes['transform'][:40]}")
        except TooMuch:
            self._refuse("transform", f"transform met meer dan {MOST_STEPS} stappen")
        return style, IDENTITY

    def _shape(self, name: str, attributes: dict[str, str], style: Style, matrix: Matrix) -> None:
        try:
            commands = shape_commands(name, attributes)
        except Unreadable:
            self._refuse(name, f"{name} met maten die niet te lezen zijn")
            return
        except TooMuch:
            raise _too_large(self._name) from None
        self._commands += len(commands)
        if self._commands > MOST_COMMANDS:
            raise _too_large(self._name)
        fill = style.fill if style.shows_fill and name != "line" else None
        stroke = style.stroke if style.shows_stroke and style.width else None
        if not commands or not (fill or stroke):
            return
        if stroke and not keeps_shape(matrix):
            self._refuse("transform", "een lijn die ongelijk is uitgerekt")
        scale = sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
        placed = tuple(_placed(command, matrix) for command in commands)
        width, dash = style.width * scale, tuple(part * scale for part in style.dash) if any(style.dash) else ()
        measures = chain((width, *dash) if stroke else (), *(operands for _, operands in placed))
        if not all(isfinite(each) and abs(each) <= LARGEST for each in measures):
            self._refuse(name, f"{name} met maten die te groot zijn")
            return
        is_round = "round" in (style.cap, style.join)
        self._items.append(Path(placed, fill, stroke, width, dash, round_caps=is_round, even_odd=style.even_odd))


def _placed(command: Command, matrix: Matrix) -> Command:
    letter, operands = command
    points = zip(operands[::2], operands[1::2], strict=True)
    return letter, tuple(each for x, y in points for each in applied(matrix, x, y))


def _kind(what: str) -> str:
    """Which hint belongs to a property."""
    name = what.partition(":")[0]
    return "opacity" if name.endswith("opacity") else name
