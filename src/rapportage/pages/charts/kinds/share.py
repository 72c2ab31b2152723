"""One bar that is the whole, in parts that are named above it; what is left of it is grey."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum

from rapportage.document import Chart, Point
from rapportage.document.drawing import Drawing
from rapportage.figures.words.signs import unknown
from rapportage.pages.charts.canvas import Canvas
from rapportage.pages.charts.flags import flags
from rapportage.pages.charts.heading import heading
from rapportage.pages.charts.kinds.bars import LEAST
from rapportage.pages.charts.style import GAP, block, grey_part, part_colours, revision_mark
from rapportage.pages.fonts import Family

BAR = 26.0
WHOLE = 100.0
INSET = 4.0
"""Between the start of a part and the line to its name."""


def share_bar(chart: Chart, width: float, family: Family, colours: Sequence[str]) -> Drawing:
    """The parts from left to right, each with its share; with names in a legend where they do not fit above the bar."""
    canvas = Canvas(width, 1.0, family)
    points = chart.series[0].points
    texts = [
        f"{category.label} {point.text if point else unknown()}"
        for category, point in zip(chart.categories, points, strict=True)
    ]
    sizes = _sizes(points, width)
    starts = [fsum(sizes[:place]) for place in range(len(sizes))]
    marks = [
        (start + min(INSET, size / 2), BAR + 1, text) for start, size, text in zip(starts, sizes, texts, strict=True)
    ]
    named = flags(canvas, marks, len(marks))
    above = heading(canvas, chart, GAP + 2, flags=named, names=() if named else texts)
    canvas.height = BAR + above.height
    of_parts, grey = part_colours(chart, colours), grey_part(chart, colours)
    above.draw(canvas, BAR, of_parts, plain=grey)
    for place, (start, size, point) in enumerate(zip(starts, sizes, points, strict=True)):
        if point:
            shape = (start + 0.4, 0.0, max(size - 0.8, 0.4), BAR)
            block(canvas, shape, place, of_parts, provisional=point.provisional, is_hatched=place != grey)
            revision_mark(canvas, start + size / 2, BAR - 2, point.mark)
    return canvas.drawing()


def _sizes(points: Sequence[Point | None], width: float) -> list[float]:
    """How wide each part is, so that all together are at most `width`; none is too small to be seen."""
    values = [max(float(point.value), 0.0) if point else 0.0 for point in points]
    whole = max(fsum(values), WHOLE)
    wanted = [max(value / whole * width, LEAST if value else 0.0) for value in values]
    shrink = min(width / fsum(wanted), 1.0) if any(wanted) else 1.0
    return [size * shrink for size in wanted]
