"""Gradients in the file: patterns that shade along a line or between circles (ISO 32000-1, 8.7.4.5)."""

from __future__ import annotations

from itertools import pairwise

from rapportage.document.drawing import Gradient, Matrix, Stop
from rapportage.pages.pdf.objects import PdfFile, colour_operands

AXIAL, RADIAL = 2, 3


class ShadingUse:
    """Gives each gradient its name in content streams. A pattern has its place on the page, or in the form."""

    def __init__(self) -> None:
        self._names: dict[tuple[Gradient, Matrix], str] = {}

    def name(self, gradient: Gradient, matrix: Matrix) -> str:
        return self._names.setdefault((gradient, matrix), f"P{len(self._names) + 1}")

    def write(self, file: PdfFile) -> dict[str, int]:
        """Adds the patterns to `file`; by name, their objects."""
        return {
            name: file.add(f"<</Type/Pattern/PatternType 2/Matrix[{_precise(matrix)}]/Shading{_shading(gradient)}>>")
            for (gradient, matrix), name in self._names.items()
        }


def _shading(gradient: Gradient) -> str:
    kind = AXIAL if len(gradient.between) == 4 else RADIAL
    return (
        f"<</ShadingType {kind}/ColorSpace/DeviceRGB/Coords[{_precise(gradient.between)}]/Extend[true true]"
        f"/Function{_function(gradient.stops)}>>"
    )


def _function(stops: tuple[Stop, ...]) -> str:
    """From 0 to 1 the colour at each place: straight from stop to stop (7.10.3 and 7.10.4)."""
    stops = _whole(stops)
    parts = [
        f"<</FunctionType 2/Domain[0 1]/C0[{colour_operands(one.colour)}]/C1[{colour_operands(other.colour)}]/N 1>>"
        for one, other in pairwise(stops)
    ]
    if len(parts) == 1:
        return parts[0]
    bounds = _precise(tuple(stop.offset for stop in stops[1:-1]))
    return (
        f"<</FunctionType 3/Domain[0 1]/Functions[{''.join(parts)}]/Bounds[{bounds}]"
        f"/Encode[{' '.join(['0 1'] * len(parts))}]>>"
    )


def _whole(stops: tuple[Stop, ...]) -> tuple[Stop, ...]:
    """With a stop at 0 and at 1."""
    first, last = stops[0], stops[-1]
    before = (Stop(0.0, first.colour),) if first.offset > 0 else ()
    after = (Stop(1.0, last.colour),) if last.offset < 1 else ()
    return (*before, *stops, *after)


def _precise(values: tuple[float, ...]) -> str:
    """Numbers to a millionth: what is small in a matrix is much on the page."""
    return " ".join(f"{value:.6f}".rstrip("0").rstrip(".") for value in values).replace("-0 ", "0 ")
