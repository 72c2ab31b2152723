"""Boxes: between which figures a quarter and three quarters are, how far the others go, and which are far from them.

Quartiles are by the inclusive method (`figures/quantiles.py`), the ends of the lines by Tukey: the last figures within
one and a half times what the quartiles are apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from rapportage.document import Category
from rapportage.figures.counting import counted
from rapportage.figures.languages.spoken import spoken_language
from rapportage.figures.observation import Observation, Operation
from rapportage.figures.quantiles import quantile
from rapportage.text.charts.plots import GatheredFrom, Plot, PlotLine
from rapportage.text.language.faults import ExpressionFault

FEWEST = 5
"""Of fewer figures there is no box: each is a point."""
MOST = 24
"""Boxes, which are on one page."""
FAR = Decimal("1.5")
_At = tuple[int, int]


class _Box(Struct, frozen=True):
    category: Category
    figures: tuple[tuple[_At, Observation], ...]
    """In order, each with its line and place."""


def in_boxes(plot: Plot) -> Plot:
    """A box per period, per group of parts, or else per series.

    Raises:
        ExpressionFault: there are more than come on a page.
    """
    boxes = [box for box in (_ordered(plot, *each) for each in _asked(plot)) if box.figures]
    if len(boxes) > MOST:
        message = f"deze grafiek heeft {len(boxes)} dozen, en kan er {MOST} tonen"
        raise ExpressionFault("T416", message, "kies minder reeksen, groepen of perioden")
    words = spoken_language().charts
    made = [_numbers(box) for box in boxes]
    names = [words.count, words.minimum, words.from_whisker, words.first_quartile, words.median]
    names += [words.third_quartile, words.to_whisker, words.maximum]
    rows = list(zip(names, zip(*(figures for figures, _ in made), strict=True), strict=True))
    if not any(len(box.figures) >= FEWEST and apart for box, (_, apart) in zip(boxes, made, strict=True)):
        rows = [row for row in rows if row[0] not in (words.from_whisker, words.to_whisker)]
    lines = tuple(PlotLine(f"{name[:1].upper()}{name[1:]}", list(figures)) for name, figures in rows)
    members = tuple(apart for _, apart in made)
    return Plot(
        tuple(box.category for box in boxes), lines, plot.form, rests=plot.rests, gathered=GatheredFrom(plot, members)
    )


def _asked(plot: Plot) -> Iterator[tuple[Category, list[_At]]]:
    if plot.periods:
        for place, category in enumerate(plot.categories):
            yield category, [(line, place) for line in range(len(plot.lines))]
    elif plot.groups:
        for name, places in plot.groups:
            yield Category(name, full=name), [(0, place) for place in places]
    else:
        for line, each in enumerate(plot.lines):
            yield Category(each.name, full=each.name), [(line, place) for place in range(len(plot.categories))]


def _ordered(plot: Plot, category: Category, places: Sequence[_At]) -> _Box:
    """The known figures from low to high."""
    found = [(at, figure) for at in places if (figure := plot.lines[at[0]].figures[at[1]]) and figure.value is not None]
    return _Box(category, tuple(sorted(found, key=lambda each: (each[1].value or Decimal(0), each[0]))))


def _numbers(box: _Box) -> tuple[tuple[Observation | None, ...], tuple[_At, ...]]:
    """How many, lowest, end of a line, quartile, median, quartile, end, highest; and what is apart from them."""
    figures = [figure for _, figure in box.figures]
    many = Decimal(len(figures))
    count = counted(figures, (many, many, many), box.category.label, figures[-1].period)
    if len(figures) < FEWEST:
        places = tuple(at for at, _ in box.figures)
        return (count, figures[0], None, None, None, None, None, figures[-1]), places
    first, middle, third = (
        quantile(how, figures, box.category.label)
        for how in (Operation.FIRST_QUARTILE, Operation.MEDIAN, Operation.THIRD_QUARTILE)
    )
    near = _near(figures, first.value or Decimal(0), third.value or Decimal(0))
    is_near = {id(each) for each in near}
    apart = tuple(at for at, figure in box.figures if id(figure) not in is_near)
    return (count, figures[0], near[0], first, middle, third, near[-1], figures[-1]), apart


def _near(figures: Sequence[Observation], first: Decimal, third: Decimal) -> list[Observation]:
    """The figures that are not far outside the middle half."""
    far = FAR * (third - first)
    return [each for each in figures if each.value is not None and first - far <= each.value <= third + far]
