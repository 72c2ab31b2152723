"""Drawings as PDF operators."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from math import cos, fsum, radians, sin

from msgspec.structs import replace

from rapportage.document.drawing import HATCH_WIDTH, Drawing, Path, TextRun, hatch_lines
from rapportage.pages.pdf.fonts import FontUse
from rapportage.pages.pdf.objects import number, numbers, shown_string

SHORTEST_DASHES = 0.1
"""Dashes and gaps that are less than this together are a whole line; PDF forbids that all are 0 (8.4.3.6)."""
_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}
_ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}


@cache
def colour_operands(colour: str) -> str:
    """'#154273' as the three numbers from 0 to 1 that PDF wants, to a thousandth."""
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return " ".join(f"{part:.3f}".rstrip("0").rstrip(".") for part in parts)


def drawing_operators(drawing: Drawing, x: float, y: float, fonts: FontUse) -> Iterator[str]:
    """The operators that paint `drawing` with its lower left corner at (x, y). The caller saves the graphics state."""
    yield f"1 0 0 1 {numbers(x, y)} cm"
    if drawing.is_clipped:
        yield f"0 0 {numbers(drawing.width, drawing.height)} re W n"
    for item in drawing.items:
        yield from _path(item) if isinstance(item, Path) else _text(item, fonts)


def _path(path: Path) -> Iterator[str]:
    if path.hatch:
        yield from _hatched(path)
        path = replace(path, fill=None)
    if path.fill is not None:
        yield f"{colour_operands(path.fill)} rg"
    if path.stroke is not None:
        has_dashes = fsum(path.dash) >= SHORTEST_DASHES
        dash = " ".join(number(length) for length in path.dash) if has_dashes else ""
        caps = 1 if path.round_caps else 0
        yield f"{colour_operands(path.stroke)} RG {number(path.width)} w [{dash}] 0 d {caps} J {caps} j"
    if path.fill is not None or path.stroke is not None:
        yield _outline(path)
        rule = "*" if path.even_odd else ""
        yield f"B{rule}" if path.fill and path.stroke else f"f{rule}" if path.fill else "S"


def _outline(path: Path) -> str:
    return " ".join(f"{numbers(*points)} {_OPERATORS[command]}".lstrip() for command, points in path.commands)


def _hatched(path: Path) -> Iterator[str]:
    """The fill with the hatching over it, clipped to the path."""
    fill = f"{colour_operands(path.fill)} rg " if path.fill else ""
    yield f"q {fill}{_outline(path)} W {'f' if path.fill else 'n'}"
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
    cosine, sine = cos(radians(run.angle)), sin(radians(run.angle))
    x, y = run.x - shift * cosine, run.y - shift * sine
    matrix = f"{numbers(cosine, sine, -sine, cosine, x, y)} Tm"
    yield f"BT /{name} {number(run.size)} Tf {colour_operands(run.colour)} rg {matrix} {shown_string(run.text)}Tj ET"
