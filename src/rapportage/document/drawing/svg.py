"""Drawings as SVG: real text, a title and a description, and nothing that a browser has to fetch."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from html import escape

from rapportage.document.drawing.display_list import (
    HATCH_STEP,
    HATCH_WIDTH,
    UPRIGHT,
    Clipped,
    Command,
    Drawing,
    Gradient,
    Item,
    Layer,
    Matrix,
    Paint,
    Path,
    Pixels,
    Raster,
    TextRun,
)
from rapportage.document.drawing.gathering import gathered
from rapportage.document.drawing.marks import Mark, line_of, together
from rapportage.document.drawing.matrices import inverse, placed, product, text_matrix
from rapportage.document.drawing.path_data import compact_data, grid_data, number, path_data
from rapportage.document.drawing.png import to_png
from rapportage.document.drawing.usual import Usual

USUAL_MITER = 10.0
"""What is not written: corners in charts are never that sharp, and SVG has another one of its own."""

_NAMES, _SHORT_NAMES = ("titel", "omschrijving"), ("t", "o")
"""Of the title and the description."""
_STYLES = {
    "semibold": ' font-weight="600"',
    "italic": ' font-style="italic"',
    "semibold-italic": ' font-weight="600" font-style="italic"',
}


def to_svg(
    drawing: Drawing,
    title: str,
    description: str,
    *,
    families: str,
    language: str = "nl",
    prefix: str = "",
    is_compact: bool = False,
) -> str:
    """The drawing as a document of SVG 1.1; `families` are the fonts to set it in, the wanted one first.

    Title and description name it for those who do not see it (WCAG 2.2, 1.1.1; SVG-AAM 1.0, 5.2); the description is
    left out where it is empty. `prefix` comes before every id, so that many may be on one page. A compact one is as
    short as can be, and a part of HTML: everything is to a tenth of a point, what looks alike says so once, and
    language, letters and ground are those of what it is in.
    """
    width, height = number(drawing.width), number(drawing.height)
    usual = Usual.of(drawing)
    made = _Made(drawing.height, prefix, usual, is_compact=is_compact)
    shown = made.all(gathered(drawing.items) if is_compact else drawing.items)
    name, told = (f"{prefix}{each}" for each in (_SHORT_NAMES if is_compact else _NAMES))
    named = f"{name} {told}" if description else name
    own = (
        f'xmlns="http://www.w3.org/2000/svg" xml:lang={_quoted(language)} xml:space="preserve"'
        f" font-family={_quoted(families)} "
    )
    lines = [
        f'<svg {"" if is_compact else own}viewBox="0 0 {width} {height}" width="{width}pt" height="{height}pt"'
        f' role="img" aria-labelledby={_quoted(named)}{_usually(usual)}>',
        f"<title id={_quoted(name)}>{_escaped(title)}</title>",
    ]
    if description:
        lines.append(f"<desc id={_quoted(told)}>{_escaped(description)}</desc>")
    if made.definitions:
        lines += ["<defs>", *made.definitions, "</defs>"]
    if not is_compact:
        lines.append(f'<rect width="{width}" height="{height}" fill="#ffffff"/>')
    lines += shown
    return "\n".join([*lines, "</svg>"]) + "\n"


class _Made:
    """Shows items, and gathers what they refer to. In SVG y runs down."""

    def __init__(self, height: float, prefix: str, usual: Usual, *, is_compact: bool) -> None:
        self._height = height
        self._prefix = prefix
        self._usual = usual
        self._is_compact = is_compact
        self._downwards: Matrix = (1.0, 0.0, 0.0, -1.0, 0.0, height)
        self._names: dict[object, str] = {}
        self.definitions: list[str] = []

    def all(self, items: Sequence[Item]) -> list[str]:
        marks = (mark for item in items for mark in self._item(item))
        return list(together(marks) if self._is_compact else map(line_of, marks))

    def _item(self, item: Item) -> Iterator[Mark]:
        match item:
            case Path():
                yield from self._path(item)
            case TextRun():
                yield self._text(item)
            case Pixels():
                yield Mark(self._pixels(item))
            case Clipped():
                yield Mark(f'<g clip-path="url(#{self._clip(item)})">')
                yield from self._items(item.items)
                yield Mark("</g>")
            case Layer():
                mask = f' mask="url(#{self._mask(item.mask, by_opacity=item.by_opacity)})"' if item.mask else ""
                yield Mark(f"<g{_opacity(item.opacity)}{mask}>")
                yield from self._items(item.items)
                yield Mark("</g>")

    def _items(self, items: tuple[Item, ...]) -> Iterator[Mark]:
        for each in items:
            yield from self._item(each)

    def _path(self, path: Path) -> Iterator[Mark]:
        outline = self._outline(path)
        fill = self._paint(path.fill)
        rule = ' fill-rule="evenodd"' if path.even_odd else ""
        seen = _opacity(path.opacity)
        if path.hatch:
            yield Mark(outline, f' fill="{fill}"{rule}', seen, "/>")
            fill = f"url(#{self._hatching(path.hatch, path.hatch_colour)})"
        if path.stroke is not None and path.pen != UPRIGHT:
            yield Mark(outline, f' fill="{fill}"{rule}', seen, "/>")
            yield Mark(self._stretched(path))
            return
        yield Mark(outline, f' fill="{fill}"{rule}{self._stroke(path)}', seen, "/>")

    def _outline(self, path: Path) -> str:
        on_grid = grid_data(path.commands, self._height) if self._is_compact and _is_flat(path) else None
        if on_grid is not None:
            return f'<path transform="{on_grid[0]}" d="{on_grid[1]}"'
        return f'<path d="{self._data(path.commands)}"'

    def _stretched(self, path: Path) -> str:
        """The line alone, by a pen that is not round."""
        pen = (*path.pen, 0.0, 0.0)
        commands = placed(path.commands, inverse(pen))
        data = "".join(letter + " ".join(map(number, ends)) for letter, ends in commands)
        stroke = self._paint(path.stroke, inverse(pen))
        where = _transform(product(self._downwards, pen))
        line = f'stroke="{stroke}"{_line(path, self._usual)}{_opacity(path.opacity)}'
        return f'<path transform="{where}" d="{data}" fill="none" {line}/>'

    def _paint(self, paint: Paint | None, around: Matrix | None = None) -> str:
        if not isinstance(paint, Gradient):
            return paint or "none"
        return f"url(#{self._gradient(paint, self._downwards if around is None else around)})"

    def _stroke(self, path: Path) -> str:
        return "" if path.stroke is None else f' stroke="{self._paint(path.stroke)}"{_line(path, self._usual)}'

    def _text(self, run: TextRun) -> Mark:
        digits = 1 if self._is_compact else 2
        x, y = number(run.x, digits), number(self._height - run.y, digits)
        turned = f' transform="rotate({number(-run.angle)} {x} {y})"' if run.angle else ""
        if run.stretch != 1 or run.slant:
            a, b, c, d, _, _ = text_matrix(run)
            turned = f' transform="{_transform((a, -b, -c, d, run.x, self._height - run.y))}"'
            x = y = "0"
        anchor = f' text-anchor="{run.anchor}"' if run.anchor != self._usual.anchor else ""
        size = f' font-size="{number(run.size)}"' if run.size != self._usual.size else ""
        colour = f' fill="{run.colour}"' if run.colour != self._usual.colour else ""
        look = f"{size}{_STYLES.get(run.role, '')}{anchor}{turned}{colour}"
        return Mark(f'<text x="{x}" y="{y}"', look, _opacity(run.opacity), f">{_escaped(run.text)}</text>")

    def _pixels(self, pixels: Pixels) -> str:
        """The unit square that runs up becomes one that runs down."""
        a, b, c, d, e, f = pixels.matrix
        matrix = _transform((a, -b, -c, d, e + c, self._height - f - d))
        address = f"data:image/{'jpeg' if pixels.raster.is_jpeg else 'png'};base64,{_encoded(pixels.raster)}"
        return f'<image width="1" height="1" preserveAspectRatio="none" transform="{matrix}" href="{address}"/>'

    def _clip(self, clipped: Clipped) -> str:
        key = (clipped.outline, clipped.even_odd)
        if key not in self._names:
            self._name(key, "uitsnede")
            rule = ' clip-rule="evenodd"' if clipped.even_odd else ""
            path = f'<path d="{self._data(clipped.outline)}"{rule}/>'
            self.definitions.append(f'<clipPath id="{self._names[key]}">{path}</clipPath>')
        return self._names[key]

    def _mask(self, items: tuple[Item, ...], *, by_opacity: bool) -> str:
        key = (items, by_opacity)
        if key not in self._names:
            shown = self.all(items)
            self._name(key, "masker")
            kind = ' style="mask-type:alpha"' if by_opacity else ""
            room = 'x="-100%" y="-100%" width="300%" height="300%"'
            self.definitions += [f'<mask id="{self._names[key]}" {room}{kind}>', *shown, "</mask>"]
        return self._names[key]

    def _gradient(self, gradient: Gradient, around: Matrix) -> str:
        key = (gradient, around)
        if key not in self._names:
            self._name(key, "kleuren")
            self.definitions += _shading(self._names[key], gradient, product(around, gradient.matrix))
        return self._names[key]

    def _hatching(self, angles: tuple[int, ...], colour: str) -> str:
        key = (angles, colour)
        if key not in self._names:
            self._name(key, "arcering")
            self.definitions += _pattern(self._names[key], angles, colour)
        return self._names[key]

    def _name(self, key: object, kind: str) -> None:
        begin = f"{self._prefix}{kind}-"
        named = [name for name in self._names.values() if name.startswith(begin)]
        self._names[key] = f"{begin}{len(named) + 1}"

    def _data(self, commands: tuple[Command, ...]) -> str:
        """The points of a line: in a page with many drawings as short as can be, and to a tenth of a point."""
        return compact_data(commands, self._height, 1) if self._is_compact else path_data(commands, self._height, 2)


def _is_flat(path: Path) -> bool:
    """Whether it has nothing that another scale would change."""
    return path.stroke is None and not path.hatch and not isinstance(path.fill, Gradient)


def _pattern(name: str, angles: tuple[int, ...], colour: str) -> Iterator[str]:
    """A tile with a line along each side that is asked for, turned to the first angle."""
    step = number(HATCH_STEP)
    yield (
        f'<pattern id="{name}" width="{step}" height="{step}" patternUnits="userSpaceOnUse"'
        f' patternTransform="rotate({-angles[0]})">'
    )
    lines = f"M0 0H{step}" + (f"M0 0V{step}" if len(angles) > 1 else "")
    # Half of a line on the edge of its tile is cut off.
    yield f'<path d="{lines}" stroke="{colour}" stroke-width="{number(2 * HATCH_WIDTH)}"/>'
    yield "</pattern>"


def _shading(name: str, gradient: Gradient, matrix: Matrix) -> Iterator[str]:
    ends = gradient.between
    names = ("x1", "y1", "x2", "y2") if len(ends) == 4 else ("fx", "fy", "fr", "cx", "cy", "r")
    kind = "linearGradient" if len(ends) == 4 else "radialGradient"
    places = " ".join(f'{each}="{_precise(value)}"' for each, value in zip(names, ends, strict=True))
    yield f'<{kind} id="{name}" gradientUnits="userSpaceOnUse" {places} gradientTransform="{_transform(matrix)}">'
    for stop in gradient.stops:
        yield f'<stop offset="{_precise(stop.offset)}" stop-color="{stop.colour}"/>'
    yield f"</{kind}>"


def _usually(usual: Usual) -> str:
    size = f' font-size="{number(usual.size)}" fill="{usual.colour}"'
    anchor = f' text-anchor="{usual.anchor}"' if usual.anchor != "start" else ""
    caps = f' stroke-linecap="{usual.caps}"' if usual.caps != "butt" else ""
    width = f' stroke-width="{number(usual.width)}"' if usual.width != 1 else ""
    return size + anchor + width + caps + (f' stroke-linejoin="{usual.joins}"' if usual.joins != "miter" else "")


def _line(path: Path, usual: Usual) -> str:
    stroke = f' stroke-width="{number(path.width)}"' if path.width != usual.width else ""
    if path.dash:
        stroke += f' stroke-dasharray="{" ".join(map(number, path.dash))}"'
        stroke += f' stroke-dashoffset="{number(path.dash_start)}"' if path.dash_start else ""
    stroke += f' stroke-linecap="{path.caps}"' if path.caps != usual.caps else ""
    stroke += f' stroke-miterlimit="{number(path.miter)}"' if path.miter != USUAL_MITER else ""
    return stroke + (f' stroke-linejoin="{path.joins}"' if path.joins != usual.joins else "")


def _transform(matrix: Matrix) -> str:
    return f"matrix({' '.join(map(_precise, matrix))})"


def _opacity(opacity: float) -> str:
    return f' opacity="{number(opacity)}"' if opacity != 1 else ""


def _encoded(raster: Raster) -> str:
    """The picture as a file, in the characters of an address."""
    return b64encode(raster.data if raster.is_jpeg else to_png(raster)).decode("ascii")


def _escaped(text: str) -> str:
    return escape(text, quote=False)


def _quoted(value: str) -> str:
    return '"' + _escaped(value).replace('"', "&quot;") + '"'


def _precise(value: float) -> str:
    return f"{value:.5f}".rstrip("0").rstrip(".") or "0"
