"""Shapes as items of a drawing: their surface, their line, and the markers on it (SVG 1.1, chapter 11)."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum, sqrt

from msgspec import Struct
from msgspec.structs import replace

from rapportage.document.drawing import UPRIGHT, Clipped, Command, Gradient, Item, Layer, Paint, Path, Pen
from rapportage.document.drawing.matrices import determinant, placed
from rapportage.input.images.svg.bounds import Box, path_box
from rapportage.input.images.svg.colours import Colour, Reference
from rapportage.input.images.svg.effects import faded, read_commands
from rapportage.input.images.svg.gradients import KINDS, Shade, shade
from rapportage.input.images.svg.markers import marked
from rapportage.input.images.svg.numbers import keeps_shape
from rapportage.input.images.svg.scene import Scene, State, is_sound
from rapportage.input.images.svg.styles import Style
from rapportage.input.images.svg.tiles import tiles
from rapportage.input.images.svg.tree import Element
from rapportage.input.images.svg.viewport import PIXEL

THINNEST = 1e-6
"""Of a surface on which nothing can be seen any more, for the size of what it was."""


class _Brush(Struct, frozen=True):
    """What paints a surface or a line."""

    paint: Paint
    opacity: float = 1.0
    mask: Gradient | None = None
    tiles: tuple[Item, ...] = ()
    """In place of the paint."""

    @property
    def is_plain(self) -> bool:
        return self.opacity == 1 and self.mask is None and not self.tiles


def shape(scene: Scene, element: Element, state: State) -> list[Item]:
    """What a shape shows, in the order in which it is painted."""
    commands = read_commands(scene, element, state.room)
    if not commands:
        return []
    items: list[Item] = []
    if state.style.is_visible:
        outline = placed(commands, state.matrix)
        if not is_sound(tuple(each for _, ends in outline for each in ends)):
            scene.refuse(element, element.name, f"{element.name} met maten die te groot zijn")
            return []
        items = list(_painted(scene, element, state, commands, outline))
    return [*items, *marked(scene, element, state, commands)]


def _painted(
    scene: Scene, element: Element, state: State, commands: Sequence[Command], outline: tuple[Command, ...]
) -> list[Item]:
    style, box = state.style, path_box(commands)
    if box is None:
        return []
    fill = _brush(scene, element, state, style.fill, style.fill_opacity, box) if element.name != "line" else None
    width, pen = _line(scene, element, state)
    stroke = _brush(scene, element, state, style.stroke, style.stroke_opacity, box) if width else None
    surface = Path(outline, even_odd=style.even_odd)
    line = _dashed(
        style, Path(outline, width=width, pen=pen, caps=style.cap, joins=style.join, miter=style.miter), width
    )
    is_one = fill and stroke and fill.is_plain and stroke.is_plain and isinstance(stroke.paint, str)
    if fill and stroke and is_one and not style.line_first and pen == UPRIGHT:
        return [replace(line, fill=fill.paint, stroke=stroke.paint, even_odd=style.even_odd)]
    made = [
        _with_brush(scene, surface, fill) if fill else [],
        _stroked(scene, element, line, stroke) if stroke else [],
    ]
    return [item for part in (reversed(made) if style.line_first else made) for item in part]


def _line(scene: Scene, element: Element, state: State) -> tuple[float, Pen]:
    """The width of its line in the drawing, and the pen; 0 where it has none."""
    style, (a, b, c, d, _, _) = state.style, state.matrix
    if style.stroke is None or not style.width:
        return 0.0, UPRIGHT
    if scene.properties(element).get("vector-effect") == "non-scaling-stroke":
        return style.width * PIXEL, UPRIGHT
    scale = sqrt(abs(determinant(state.matrix)))
    if not scale or scale * scale < THINNEST * (a * a + b * b + c * c + d * d):
        return 0.0, UPRIGHT
    pen = UPRIGHT if keeps_shape(state.matrix) else (a / scale, b / scale, c / scale, d / scale)
    if not is_sound((style.width * scale, *(each * scale for each in style.dash))):
        scene.refuse(element, element.name, f"{element.name} met maten die te groot zijn")
        return 0.0, UPRIGHT
    return style.width * scale, pen


def _dashed(style: Style, line: Path, width: float) -> Path:
    if not any(style.dash) or not width:
        return line
    scale = width / style.width
    dash = style.dash * 2 if len(style.dash) % 2 else style.dash
    length = fsum(dash)
    start = style.dash_start % length if length else 0.0
    return replace(line, dash=tuple(each * scale for each in dash), dash_start=start * scale)


def _brush(
    scene: Scene, element: Element, state: State, paint: Colour | Reference | None, opacity: float, box: Box
) -> _Brush | None:
    """None where it paints nothing."""
    if isinstance(paint, Reference):
        found = scene.find(paint.id, *KINDS, "pattern")
        if found is None:
            paint = paint.instead
        elif found.name == "pattern":
            laid = tiles(scene, found, state, box)
            return _Brush("#000000", opacity, tiles=tuple(laid)) if laid and opacity else None
        else:
            made = shade(scene, found, state, box)
            if isinstance(made, Shade):
                seen = made.opacity * opacity
                return _Brush(made.colours, seen, made.mask) if seen else None
            paint = made
    if paint is None or not paint.opacity * opacity:
        return None
    return _Brush(paint.rgb, paint.opacity * opacity)


def _with_brush(scene: Scene, surface: Path, brush: _Brush) -> list[Item]:
    if brush.tiles:
        return faded(scene, [Clipped(surface.commands, brush.tiles, surface.even_odd)], brush.opacity)
    painted = replace(surface, fill=brush.paint, opacity=brush.opacity if brush.mask is None else 1.0)
    if brush.mask is None:
        return [painted]
    return [Layer((painted,), brush.opacity, mask=(replace(surface, fill=brush.mask),))]


def _stroked(scene: Scene, element: Element, line: Path, brush: _Brush) -> list[Item]:
    if brush.tiles:
        scene.refuse(element, "stroke", "een lijn met een patroon")
        return []
    painted = replace(line, stroke=brush.paint, opacity=brush.opacity if brush.mask is None else 1.0)
    if brush.mask is None:
        return [painted]
    return [Layer((painted,), brush.opacity, mask=(replace(line, stroke=brush.mask),))]
