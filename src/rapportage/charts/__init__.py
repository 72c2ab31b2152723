"""Charts: what a chart says becomes a drawing; a pure function, about a millisecond a chart."""

from __future__ import annotations

from collections.abc import Sequence

from rapportage.charts.bars import lying_bars, upright_bars
from rapportage.charts.lines import line_chart
from rapportage.document import Chart
from rapportage.drawing import Drawing
from rapportage.fonts import Family

_KINDS = {"lijn": line_chart, "staaf": upright_bars, "liggende staaf": lying_bars}


def draw(chart: Chart, width: float, family: Family, colours: Sequence[str]) -> Drawing:
    """The drawing of `chart`, `width` points wide and as high as it needs, in the faces of `family`.

    `colours` are those of the series, in order, each at least 3:1 on white (WCAG 2.2, 1.4.11); as text they name the
    lines, so they should have 4.5:1 (1.4.3).
    """
    return _KINDS[chart.kind](chart, width, family, colours)


__all__ = ["draw"]
