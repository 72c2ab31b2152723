"""The house style as settings of matplotlib, and numbers at its axes as the report writes them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from math import floor, isfinite, log10
from typing import Any

from matplotlib.axes import Axes
from matplotlib.ticker import Formatter, LogFormatter, ScalarFormatter

from rapportage.figures.words.numbers import number
from rapportage.pages.fonts import font_files

SIZE = 8.5
TEXT, MUTED, GRID, AXIS = "#1a1a1a", "#535353", "#cccccc", "#767676"
"""As in `pages.charts.style`: 4.5:1 on white for what is read, 3:1 for an axis."""
MOST_DECIMALS = 6
"""Of a number on an axis that is 1 long; beyond those is what computing with floats leaves."""


def settings(colours: Sequence[str]) -> dict[str, Any]:
    """Settings (`matplotlib.rcParams`) with which a figure looks like the charts of the report."""
    return {
        "axes.axisbelow": True,
        "axes.edgecolor": AXIS,
        "axes.grid": True,
        "axes.grid.axis": "y",
        "axes.labelcolor": TEXT,
        "axes.labelsize": SIZE,
        "axes.linewidth": 0.8,
        "axes.prop_cycle": _cycle(colours),
        "axes.spines.left": False,
        "axes.spines.right": False,
        "axes.spines.top": False,
        "axes.titlelocation": "left",
        "axes.titlesize": SIZE,
        "axes.titleweight": 600,
        "axes.unicode_minus": True,
        "figure.dpi": 72,
        "figure.facecolor": "#ffffff",
        "font.family": ["Source Sans Pro", "Source Sans 3", "sans-serif"],
        "font.size": SIZE,
        "grid.color": GRID,
        "grid.linewidth": 0.5,
        "hatch.linewidth": 0.5,
        "legend.fontsize": SIZE,
        "legend.frameon": False,
        "lines.linewidth": 1.8,
        "lines.markersize": 5,
        "patch.linewidth": 0.5,
        "savefig.facecolor": "#ffffff",
        "text.color": TEXT,
        "xtick.color": AXIS,
        "xtick.labelcolor": TEXT,
        "xtick.labelsize": SIZE,
        "ytick.color": AXIS,
        "ytick.labelcolor": TEXT,
        "ytick.labelsize": SIZE,
        "ytick.major.size": 0,
    }


def with_letters() -> None:
    """Lets matplotlib's own backends find Source Sans Pro, which comes with the package."""
    from matplotlib.font_manager import fontManager

    known = {font.fname for font in fontManager.ttflist}
    for path in font_files():
        if str(path) not in known:
            fontManager.addfont(path)


def _cycle(colours: Sequence[str]) -> Any:
    from cycler import cycler

    return cycler(color=list(colours))


def written(value: float, length: float = 1.0) -> str:
    """A number at an axis so long, with as many decimals as it needs: '1.500', '0,25', '−3'."""
    if not isfinite(value):
        return ""
    more = -floor(log10(length)) if isfinite(length) and 0 < length < 1 else 0
    return number(Decimal(repr(round(float(value), MOST_DECIMALS + more))))


class _Numbers(Formatter):
    """Numbers with as many decimals as the length of their axis asks."""

    def __call__(self, x: float, pos: int | None = None) -> str:
        low, high = self.axis.get_view_interval()  # type: ignore[union-attr]  # which has been set
        return written(x, abs(float(high - low)))


class _Powers(Formatter):
    """A number wherever `inner`, matplotlib's own way, writes one of an axis of powers: '1.000', and not 10³."""

    def __init__(self, inner: LogFormatter) -> None:
        self._inner = inner

    def set_axis(self, axis: Any) -> None:
        super().set_axis(axis)
        self._inner.set_axis(axis)

    def set_locs(self, locs: Any) -> None:
        super().set_locs(locs)
        self._inner.set_locs(locs)

    def __call__(self, x: float, pos: int | None = None) -> str:
        return written(x, abs(x)) if self._inner(x, pos) else ""


def in_words_of_the_report(axes: Axes) -> None:
    """Numbers at the axes as the report writes them, where the user chose no other way."""
    for axis in (axes.xaxis, axes.yaxis):
        major, minor = axis.get_major_formatter(), axis.get_minor_formatter()
        if type(major) is ScalarFormatter:
            axis.set_major_formatter(_Numbers())
        if isinstance(major, LogFormatter):
            axis.set_major_formatter(_Powers(major))
        if isinstance(minor, LogFormatter):
            axis.set_minor_formatter(_Powers(minor))
