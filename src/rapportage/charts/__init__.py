"""Charts: what a chart says becomes a drawing; a pure function, about a millisecond a chart."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rapportage.charts.areas import area_chart
from rapportage.charts.axes import NamesTooWide
from rapportage.charts.columns import column_chart
from rapportage.charts.flow import FlowTooLarge, draw_flow
from rapportage.charts.lines import line_chart
from rapportage.charts.lying import lying_bars
from rapportage.charts.multiples import small_multiples
from rapportage.charts.pyramid import pyramid
from rapportage.charts.share import share_bar
from rapportage.charts.slope import slope_chart
from rapportage.charts.style import colours_needed
from rapportage.charts.trend import draw_trend
from rapportage.document import Chart, ChartKind
from rapportage.drawing import Drawing
from rapportage.fonts import Family

_KINDS: dict[ChartKind, Callable[[Chart, float, Family, Sequence[str]], Drawing]] = {
    "lijn": line_chart,
    "stroom": line_chart,
    "staaf": column_chart,
    "combinatie": column_chart,
    "liggende staaf": lying_bars,
    "vlak": area_chart,
    "kleine veelvouden": small_multiples,
    "verloop": slope_chart,
    "aandeel": share_bar,
    "piramide": pyramid,
}


def draw(chart: Chart, width: float, family: Family, colours: Sequence[str]) -> Drawing:
    """The drawing of `chart`, `width` points wide and as high as it needs, in the faces of `family`.

    `colours` are those of the series, in order, each at least 3:1 on white (WCAG 2.2, 1.4.11); where they colour a name
    they are darkened until it has 4.5:1 (1.4.3).

    Raises:
        NamesTooWide: the names of the categories can't all be set.
    """
    return _KINDS[chart.kind](chart, width, family, colours)


__all__ = ["FlowTooLarge", "NamesTooWide", "colours_needed", "draw", "draw_flow", "draw_trend"]
