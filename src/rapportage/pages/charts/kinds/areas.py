"""Areas under a line, or layers on one another, each named at its right end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapportage.document import Chart, Point
from rapportage.document.drawing import Drawing
from rapportage.pages.charts.canvas import WHITE, Canvas
from rapportage.pages.charts.frame import PLOT, Frame, frame, places
from rapportage.pages.charts.labels import LEADER, end_labels, label_width, needed_height, set_labels
from rapportage.pages.charts.stacks import Layer, ends, highest_parts, levels, stacked
from rapportage.pages.charts.stretches import by_status, stretches
from rapportage.pages.charts.style import HATCHES, LINE, PROVISIONAL, colour_of, revision_mark, tint
from rapportage.pages.fonts import Family

CLOSE = 4.0
"""Points between places: nearer than that, a white line between layers hides them."""
BETWEEN = 0.8
ALONE = 6.0
"""The width of a point that stands alone."""


def area_chart(chart: Chart, width: float, family: Family, colours: Sequence[str]) -> Drawing:
    """Layers from the zero line up; where a figure of one of them is missing, all of them stop."""
    canvas = Canvas(width, 1.0, family)
    layers = stacked([series.points for series in chart.series])
    values = levels(layers, chart.form)
    labels = end_labels(canvas, chart, colours, [ends(layer) for layer in layers], layers)
    right = width - LEADER - label_width(canvas, labels)
    at = places(canvas, chart, values, right, are_bands=False)
    tops = highest_parts(layers, len(chart.categories))
    plot = frame(canvas, chart, colours, values, at, tops=tops, height=max(PLOT, needed_height(labels)))
    stops = {each.before for each in chart.breaks}
    for place, layer in enumerate(layers):
        for provisional, indices in _parts([part.point if part else None for part in layer], stops):
            _area(plot, layer, indices, place, colours, provisional=provisional)
    _between(plot, layers, stops)
    plot.zero_line()
    set_labels(canvas, labels, plot.upward, at.right)
    for layer in layers:
        for x, part in zip(at.across, layer, strict=True):
            if part:
                revision_mark(canvas, x, plot.upward.at(float(part.high)), part.point.mark, on_fill=True)
    return canvas.drawing()


def _parts(points: Sequence[Point | None], stops: set[int]) -> Iterator[tuple[bool, list[int]]]:
    """The places of each part that is drawn in one, with whether it is provisional."""
    for stretch in stretches(points, stops):
        if len(stretch) == 1:
            yield stretch[0][1].provisional, [stretch[0][0]]
        for provisional, part in by_status(stretch):
            yield provisional, [index for index, _ in part]


def _area(
    plot: Frame, layer: Layer, indices: Sequence[int], place: int, colours: Sequence[str], *, provisional: bool
) -> None:
    parts = [part for index in indices if (part := layer[index])]
    across = [plot.places.across[index] for index in indices]
    if len(indices) == 1:
        across, parts = [across[0] - ALONE / 2, across[0] + ALONE / 2], [parts[0], parts[0]]
    top = [(x, plot.upward.at(float(part.high))) for x, part in zip(across, parts, strict=True)]
    bottom = [(x, plot.upward.at(float(part.low))) for x, part in zip(across, parts, strict=True)]
    colour = colour_of(colours, place)
    hatch = () if provisional else HATCHES[place % len(HATCHES)]
    plot.canvas.polygon([*top, *reversed(bottom)], tint(colour) if provisional else colour, hatch=hatch)
    if provisional:
        plot.canvas.line(top, colour, LINE, PROVISIONAL)


def _between(plot: Frame, layers: Sequence[Layer], stops: set[int]) -> None:
    """A white line between layers that touch; none where it would take a good part of what it parts."""
    if plot.places.step < CLOSE:
        return
    for layer in layers[:-1]:
        for stretch in stretches([part.point if part else None for part in layer], stops):
            parts = [(index, part) for index, _ in stretch if (part := layer[index])]
            edge = [(plot.places.across[index], plot.upward.at(float(part.high))) for index, part in parts]
            if len(edge) > 1 and any(part.point.value for _, part in parts):
                plot.canvas.line(edge, WHITE, BETWEEN)
