"""Drawings as PDF operators."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from math import fsum

from msgspec.structs import replace

from rapportage.document.drawing import (
    HATCH_WIDTH,
    UPRIGHT,
    Clipped,
    Command,
    Drawing,
    Item,
    Layer,
    Path,
    Pixels,
    TextRun,
    hatch_lines,
)
from rapportage.document.drawing.matrices import inverse, placed, text_matrix
from rapportage.pages.pdf.fonts import FontUse
from rapportage.pages.pdf.means import Means, colour
from rapportage.pages.pdf.objects import colour_operands, number, numbers, shown_string
from rapportage.pages.pdf.states import Mask

SHORTEST_DASHES = 0.1
"""Dashes and gaps that are less than this together are a whole line; PDF forbids that all are 0 (8.4.3.6)."""
_OF_RECTANGLE = 3, 5
"""Commands: its sides are one, or one each."""
USUAL_MITER = 10.0
"""What PDF begins with (8.4.1)."""
_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}
_ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}
_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}


def drawing_operators(drawing: Drawing, x: float, y: float, means: Means) -> Iterator[str]:
    """The operators that paint `drawing` with its lower left corner at (x, y). The caller saves the graphics state."""
    yield f"1 0 0 1 {numbers(x, y)} cm"
    if drawing.is_clipped:
        yield f"0 0 {numbers(drawing.width, drawing.height)} re W n"
    means.origin, means.size = (x, y), (drawing.width, drawing.height)
    for item in drawing.items:
        yield from _item(item, means)


def _item(item: Item, means: Means) -> Iterator[str]:
    match item:
        case Path(opacity=1.0):
            yield from _path(item, means)
        case Path():
            yield from means.through(item.opacity, _path(item, means))
        case TextRun():
            yield from means.through(item.opacity, _text(item, means.fonts))
        case Pixels():
            yield f"q {means.picture(numbers(*item.matrix), item.raster)} Q"
        case Clipped():
            yield f"q {_outline(item.outline)} W{'*' if item.even_odd else ''} n"
            for each in item.items:
                yield from _item(each, means)
            yield "Q"
        case Layer():
            mask = Mask(_form(item.mask, means), item.by_opacity) if item.mask is not None else None
            yield from means.through(item.opacity, [means.show(_form(item.items, means))], mask)


def _form(items: tuple[Item, ...], means: Means) -> str:
    within = means.within()
    return means.form(within, (operator for item in items for operator in _item(item, within)))


def _path(path: Path, means: Means) -> Iterator[str]:
    if path.hatch:
        yield from _hatched(path, means)
        path = replace(path, fill=None)
    if path.stroke is not None and path.pen != UPRIGHT:
        yield from _path(replace(path, stroke=None, hatch=()), means)
        yield from _stretched(path, means)
        return
    has_miter = path.stroke is not None and path.miter != USUAL_MITER
    if has_miter:
        yield f"q {number(path.miter)} M"
    if path.fill is not None:
        yield colour(means, path.fill)
    if path.stroke is not None:
        yield f"{colour(means, path.stroke, is_line=True)} {_line(path)}"
    if path.fill is not None or path.stroke is not None:
        yield _outline(path.commands)
        rule = "*" if path.even_odd else ""
        yield f"B{rule}" if path.fill and path.stroke else f"f{rule}" if path.fill else "S"
    if has_miter:
        yield "Q"


def _stretched(path: Path, means: Means) -> Iterator[str]:
    """The line alone, by a pen that is not round."""
    pen = (*path.pen, 0.0, 0.0)
    if path.stroke is not None:
        stretch = " ".join(f"{each:.5f}" for each in path.pen)
        yield f"q {number(path.miter)} M {colour(means, path.stroke, is_line=True)} {_line(path)} {stretch} 0 0 cm"
        yield f"{_outline(placed(path.commands, inverse(pen)))} S Q"


def _line(path: Path) -> str:
    has_dashes = fsum(path.dash) >= SHORTEST_DASHES
    dash = " ".join(number(length) for length in path.dash) if has_dashes else ""
    start = number(path.dash_start if has_dashes else 0.0)
    return f"{number(path.width)} w [{dash}] {start} d {_CAPS[path.caps]} J {_JOINS[path.joins]} j"


def _outline(commands: tuple[Command, ...]) -> str:
    upright = _rectangle(commands) if len(commands) in _OF_RECTANGLE else ""
    return upright or " ".join([_operator(*each) for each in commands])


@lru_cache(maxsize=1 << 12)  # the cells of a table of figures are the same in each of its heat maps
def _rectangle(commands: tuple[Command, ...]) -> str:
    """Of an upright rectangle, drawn from a corner around, the one operator that says its four sides (8.5.2.1)."""
    match commands:
        case (("M", (x, y)), ("L", (right, low)), ("L", (far, top)), ("L", (left, high)), ("Z", ())) | (
            ("M", (x, y)),
            ("L", (right, low, far, top, left, high)),
            ("Z", ()),
        ) if (x, y, right, top) == (left, low, far, high):
            x, y = round(x, 2), round(y, 2)  # as they are written: neighbours share their sides
            return f"{numbers(x, y, round(right, 2) - x, round(top, 2) - y)} re"
    return ""


@lru_cache(maxsize=1 << 14)  # every map of the same areas has the same borders
def _operator(command: str, points: tuple[float, ...]) -> str:
    if command == "L" and len(points) > 2:
        return " ".join([f"{numbers(*pair)} l" for pair in zip(points[::2], points[1::2], strict=True)])
    return f"{numbers(*points)} {_OPERATORS[command]}".lstrip()


def _hatched(path: Path, means: Means) -> Iterator[str]:
    """The fill with the hatching over it, clipped to the path."""
    fill = f"{colour(means, path.fill)} " if path.fill else ""
    yield f"q {fill}{_outline(path.commands)} W {'f' if path.fill else 'n'}"
    lines = [
        f"{numbers(round(x, 1), round(y, 1))} m {numbers(round(to_x, 1), round(to_y, 1))} l"
        for x, y, to_x, to_y in hatch_lines(path)
    ]
    if lines:  # a small shape may be between two
        yield f"{colour_operands(path.hatch_colour)} RG {number(HATCH_WIDTH)} w []0 d 0 J {' '.join(lines)} S"
    yield "Q"


def _text(run: TextRun, fonts: FontUse) -> Iterator[str]:
    name = fonts.name(run.role, run.text)
    shift = fonts.family.face(run.role).width(run.text, run.size) * _ANCHORS[run.anchor]
    matrix = f"{numbers(*text_matrix(run, shift=shift))} Tm"
    yield f"BT /{name} {number(run.size)} Tf {colour_operands(run.colour)} rg {matrix} {shown_string(run.text)}Tj ET"
