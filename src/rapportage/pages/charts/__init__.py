"""Charts: what a chart says becomes a drawing; a pure function, about a millisecond a chart."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rapportage.document import Chart, chart_kinds
from rapportage.document.drawing import Drawing
from rapportage.pages.charts.axes import NamesTooWide
from rapportage.pages.charts.kinds.areas import area_chart
from rapportage.pages.charts.kinds.bars import column_chart
from rapportage.pages.charts.kinds.boxes import box_chart
from rapportage.pages.charts.kinds.dumbbell import dumbbell_chart
from rapportage.pages.charts.kinds.flow_chart import FlowTooLarge, draw_flow
from rapportage.pages.charts.kinds.heat import heat_map
from rapportage.pages.charts.kinds.histogram import histogram
from rapportage.pages.charts.kinds.horizontal_bars import horizontal_bars
from rapportage.pages.charts.kinds.lines import line_chart
from rapportage.pages.charts.kinds.map import map_chart
from rapportage.pages.charts.kinds.pyramid import pyramid
from rapportage.pages.charts.kinds.scatter import scatter_chart
from rapportage.pages.charts.kinds.share import share_bar
from rapportage.pages.charts.kinds.slope import slope_chart
from rapportage.pages.charts.kinds.small_multiples import small_multiples
from rapportage.pages.charts.style import colours_needed
from rapportage.pages.charts.trend import draw_trend
from rapportage.pages.fonts import Family

_DRAWN: dict[chart_kinds.ChartKind, Callable[[Chart, float, Family, Sequence[str]], Drawing]] = {
    chart_kinds.LINES: line_chart,
    chart_kinds.YEAR_ON_YEAR: line_chart,
    chart_kinds.BARS: column_chart,
    chart_kinds.BARS_AND_LINES: column_chart,
    chart_kinds.HORIZONTAL_BARS: horizontal_bars,
    chart_kinds.AREAS: area_chart,
    chart_kinds.SMALL_MULTIPLES: small_multiples,
    chart_kinds.SLOPE: slope_chart,
    chart_kinds.SHARE: share_bar,
    chart_kinds.PYRAMID: pyramid,
    chart_kinds.SCATTER: scatter_chart,
    chart_kinds.DUMBBELL: dumbbell_chart,
    chart_kinds.HEAT: heat_map,
    chart_kinds.HISTOGRAM: histogram,
    chart_kinds.MAP: map_chart,
    chart_kinds.BOXES: box_chart,
}


def draw(chart: Chart, width: float, family: Family, colours: Sequence[str]) -> Drawing:
    """The drawing of `chart`, `width` points wide and as high as it needs, in the faces of `family`.

    `colours` are those of the series, in order, each at least 3:1 on white (WCAG 2.2, 1.4.11); where they colour a name
    they are darkened until it has 4.5:1 (1.4.3).

    Raises:
        NamesTooWide: the names of the categories can't all be set.
    """
    return _DRAWN[chart.kind](chart, width, family, colours)


__all__ = ["FlowTooLarge", "NamesTooWide", "colours_needed", "draw", "draw_flow", "draw_trend"]
