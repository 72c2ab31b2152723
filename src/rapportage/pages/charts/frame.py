"""The frame of an upright chart: scale and grid, the places of its categories, and what is named above them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from rapportage.document import Chart
from rapportage.pages.charts.axes import category_axis, grid, tick_width
from rapportage.pages.charts.canvas import Canvas
from rapportage.pages.charts.flags import Flag
from rapportage.pages.charts.heading import Mark, heading
from rapportage.pages.charts.scale import Scale, exact_scale, scale
from rapportage.pages.charts.style import AXIS, CLEARANCE, GAP, SIZE

PLOT = 152.0
WIDEST_BAND, WIDEST_STEP = 66.0, 132.0
"""How far apart categories are at most, as bands or as points: a few bars over the whole page can't be compared."""
INSET = 4.0
"""Between the edges of a plot of lines and its first and last point."""
ABOVE = 5.0
"""Between the line of an annotation and the highest mark below it."""


class Places(Struct, frozen=True):
    """Where the categories are: `step` points apart, as bands for bars or as points for lines."""

    left: float
    right: float
    across: tuple[float, ...]
    step: float
    are_bands: bool


class Frame(Struct, frozen=True):
    canvas: Canvas
    places: Places
    upward: Scale

    def zero_line(self) -> None:
        y = self.upward.at(0)
        self.canvas.line([(self.places.left, y), (self.places.right, y)], AXIS, 0.6)


def places(
    canvas: Canvas,
    chart: Chart,
    values: Sequence[Decimal],
    right: float,
    *,
    are_bands: bool,
    abreast: int = 1,
    has_axis: bool = True,
) -> Places:
    """The places between the values of the axis, where it has those, and `right`, or as far as few categories need.

    So many bars are `abreast` in a band.
    """
    left = tick_width(canvas, scale(values, 0, PLOT)) + GAP if has_axis else 0.0
    count = max(len(chart.categories), 1)
    name = max((canvas.text_width(each.label, SIZE) for each in chart.categories), default=0.0) + GAP
    right = min(right, left + (count * max(WIDEST_BAND * abreast, name) if are_bands else _points_need(count, name)))
    if are_bands:
        step = (right - left) / count
        first = left + step / 2
    else:
        step = (right - left - 2 * INSET) / max(count - 1, 1)
        first = left + INSET if count > 1 else (left + right) / 2
    return Places(left, right, tuple(first + place * step for place in range(count)), step, are_bands)


def _points_need(count: int, name: float) -> float:
    """How wide a plot of so many points is at most; one alone is beside its name."""
    return 2 * INSET + max(count - 1, 0.5) * max(WIDEST_STEP, name)


def frame(
    canvas: Canvas,
    chart: Chart,
    colours: Sequence[str],
    values: Sequence[Decimal],
    at: Places,
    *,
    tops: Sequence[Decimal],
    height: float = PLOT,
    below: float = 0.0,
    above: float = 0.0,
    flags: Sequence[Flag] = (),
    names: Sequence[str] = (),
    has_axis: bool = True,
) -> Frame:
    """Draws all but the marks themselves; no axis where every mark has its value, which would say it twice.

    `tops` are the highest values at each place, where lines of annotations end; `below` and `above` is room for figures
    beyond the lowest and highest marks. The ends of `flags` are values on the scale.
    """
    axis = category_axis(canvas, chart, at.step)
    bottom = axis.height + below
    upward = (scale if has_axis else exact_scale)(values, bottom, bottom + height)
    first = at.across[0] if at.across else at.left
    marks = [Mark(first + (each.before - 0.5) * at.step, each.label, bottom, True) for each in chart.breaks]
    marks += [
        Mark(at.across[each.place], each.text, upward.at(float(tops[each.place])) + above + ABOVE, False)
        for each in chart.annotations
    ]
    flags = [Flag(flag.place, flag.x, upward.at(flag.end) + above + 2, flag.text, flag.row) for flag in flags]
    top = heading(canvas, chart, CLEARANCE + above / 2, marks=marks, flags=flags, names=names)
    canvas.height = upward.end + top.height
    if has_axis:
        grid(canvas, upward, at.left, at.right)
    top.draw(canvas, upward.end, colours)
    top.draw_marks(canvas, upward.end)
    axis.draw(canvas, list(at.across), axis.height, -at.step / 2 if at.are_bands else 0.0)
    return Frame(canvas, at, upward)


def highest(chart: Chart) -> list[Decimal]:
    """The highest value at each place, or 0 where there is none above it."""
    zero = Decimal(0)
    return [
        max((point.value for series in chart.series if (point := series.points[place])), default=zero)
        for place in range(len(chart.categories))
    ]


def all_values(chart: Chart) -> list[Decimal]:
    return [point.value for series in chart.series for point in series.points if point is not None]
