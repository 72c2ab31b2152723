"""Trends: the course of a figure at the size of a line of text, beside the figure itself."""

from __future__ import annotations

from rapportage.document import Trend
from rapportage.document.drawing import Drawing
from rapportage.pages.charts.canvas import Canvas
from rapportage.pages.charts.stretches import by_status, stretches
from rapportage.pages.charts.style import AXIS, PROVISIONAL
from rapportage.pages.fonts import Family

LINE = 1.0
DOT = 1.6
EDGE = 2.0
"""Between the line and the edge of the drawing."""


def draw_trend(trend: Trend, width: float, height: float, family: Family, colour: str) -> Drawing:
    """A line from zero up over all periods, a dot at its last point; gaps and dashes as in any chart."""
    canvas = Canvas(width, height, family)
    values = [float(point.value) for point in trend.points if point]
    low, high = min([0.0, *values]), max([0.0, *values])
    scale = (height - 2 * EDGE) / (high - low or 1.0)
    step = (width - 2 * EDGE) / max(len(trend.points) - 1, 1)

    def at(index: int, value: float) -> tuple[float, float]:
        return EDGE + index * step, EDGE + (value - low) * scale

    canvas.line([(0, EDGE - low * scale), (width, EDGE - low * scale)], AXIS, 0.4)
    parts = list(stretches(trend.points, ()))
    for stretch in parts:
        for provisional, part in by_status(stretch):
            path = [at(index, float(point.value)) for index, point in part]
            canvas.line(path, colour, LINE, PROVISIONAL if provisional else ())
        if len(stretch) == 1:
            _dot(canvas, at(stretch[0][0], float(stretch[0][1].value)), colour)
    if parts:
        index, point = parts[-1][-1]
        _dot(canvas, at(index, float(point.value)), colour)
    return canvas.drawing()


def _dot(canvas: Canvas, centre: tuple[float, float], colour: str) -> None:
    x, y = centre
    corners = [(x + dx * DOT, y + dy * DOT) for dx, dy in ((1, 0), (0.7, 0.7), (0, 1), (-0.7, 0.7), (-1, 0),
               (-0.7, -0.7), (0, -1), (0.7, -0.7))]  # fmt: skip
    canvas.polygon(corners, colour)
