"""Names and figures within areas: both where all have room for them, or else the figures, if most have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from rapportage.document import Chart, ChartMap
from rapportage.document.boundaries import Place, box_of
from rapportage.pages.charts.canvas import Canvas
from rapportage.pages.charts.maps.outline import middle_of, surface_of
from rapportage.pages.charts.maps.tints import BLACK, Tint, ink_on
from rapportage.pages.charts.style import LEADING, REVISED, SIZE

MOST = 40
"""Areas: of more the figures would be all that is seen."""
STEPS = 16
"""Bands of an area, from below, in which room is looked for."""
AROUND = 1.0
Rings = Sequence[Sequence[Place]]


class _Label(Struct, frozen=True):
    """The lines in one area, centred at a place."""

    lines: tuple[str, ...]
    at: Place
    ink: str
    mark: str
    is_clear: bool
    """Whether what is behind it is wiped out: nothing is read on hatching."""


def set_labels(canvas: Canvas, chart: Chart, shown: ChartMap, areas: Sequence[Rings], fills: Sequence[Tint]) -> None:
    """Sets them; of many areas only the marks of revisions."""
    places = [place for place, area in enumerate(shown.areas) if area is not None]
    lines: dict[int, tuple[str, ...]] = {place: () for place in places if _mark(chart, place)}
    found = []
    if len(places) <= MOST:
        lines = {place: (chart.categories[place].label, _figure(chart, place)) for place in places}
        found = list(_labels(canvas, chart, shown, areas, fills, lines))
        if len(found) < len(places):
            lines = {place: words[1:] for place, words in lines.items()}
            found = list(_labels(canvas, chart, shown, areas, fills, lines))
        if 2 * len(found) < len(places):  # a few figures would look as if they were all
            lines = {place: () for place in places if _mark(chart, place)}
            found = []
    for label in found or _labels(canvas, chart, shown, areas, fills, lines):
        _set(canvas, label)


def _figure(chart: Chart, place: int) -> str:
    point = chart.series[0].points[place]
    return point.text if point else chart.series[0].absent(place).words


def _mark(chart: Chart, place: int) -> str:
    point = chart.series[0].points[place]
    return point.mark if point else ""


def _labels(
    canvas: Canvas,
    chart: Chart,
    shown: ChartMap,
    areas: Sequence[Rings],
    fills: Sequence[Tint],
    lines: dict[int, tuple[str, ...]],
) -> Iterator[_Label]:
    """A label for each place that has room for it."""
    for place, words in lines.items():
        area = shown.areas[place]
        if area is None:
            continue
        mark = _mark(chart, place)
        widths = [canvas.text_width(line, SIZE) for line in words]
        size = max([*widths, 0.0]) + (2 * canvas.text_width(mark, REVISED) if mark else 0.0)
        height = len(words) * LEADING if words else REVISED
        at = _room(areas[area], size + 2 * AROUND, height)
        if at is not None:
            is_hatched = bool(fills[area].hatch)
            yield _Label(words, at, BLACK if is_hatched else ink_on(fills[area].fill), mark, is_hatched)


def _set(canvas: Canvas, label: _Label) -> None:
    x, y = label.at
    base = y
    for number, line in enumerate(label.lines):
        base = y + (len(label.lines) / 2 - number - 1) * LEADING + LEADING * 0.25
        canvas.text(x, base, line, SIZE, label.ink, anchor="middle", clear=label.is_clear)
    if label.mark:
        beside = canvas.text_width(label.lines[-1], SIZE) / 2 + 1 if label.lines else 0.0
        canvas.text(x + beside, base + (SIZE * 0.35 if label.lines else 0.0), label.mark, REVISED, label.ink)


def _room(rings: Rings, width: float, height: float) -> Place | None:
    """The place within an area nearest to its middle around which so much has room; None where there is none."""
    if not rings:
        return None
    largest = max(rings, key=surface_of)
    left, bottom, right, top = box_of(largest)
    if right - left < width or top - bottom < height:
        return None
    x, y = middle_of(largest)
    bands = [y, *(bottom + (top - bottom) * (step + 0.5) / STEPS for step in range(STEPS))]
    places = [(across, up) for up in bands for across in _free(rings, up, height, width, x)]
    within = [place for place in places if _is_within(rings, place)]
    return min(within, key=lambda place: (place[0] - x) ** 2 + (place[1] - y) ** 2, default=None)


def _free(rings: Rings, up: float, height: float, width: float, wanted: float) -> Iterator[float]:
    """Middles of what is `width` wide between the borders in a band, each as near to `wanted` as it can be."""
    end = None
    for begin, its_end in sorted(_stretches(rings, up - height / 2, up + height / 2)):
        if end is not None and begin - end >= width:
            yield min(max(wanted, end + width / 2), begin - width / 2)
        end = its_end if end is None else max(end, its_end)


def _stretches(rings: Rings, bottom: float, top: float) -> Iterator[tuple[float, float]]:
    """From where to where each line of the borders is in a band."""
    for ring in rings:
        before = ring[-1]
        for place in ring:
            (x, y), (to_x, to_y) = (before, place) if before[1] <= place[1] else (place, before)
            if y <= top and to_y >= bottom:
                slope = (to_x - x) / (to_y - y) if to_y > y else 0.0
                low = x + slope * (max(y, bottom) - y)
                high = x + slope * (min(to_y, top) - y) if to_y > y else to_x
                yield min(low, high), max(low, high)
            before = place


def _is_within(rings: Rings, at: Place) -> bool:
    inside = False
    for ring in rings:
        before = ring[-1]
        for place in ring:
            if (place[1] > at[1]) != (before[1] > at[1]):
                crossed = before[0] + (at[1] - before[1]) / (place[1] - before[1]) * (place[0] - before[0])
                inside ^= at[0] < crossed
            before = place
    return inside
