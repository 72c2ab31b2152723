"""Figures in classes: how many there are from each bound up to the next, with bounds that are round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import count, pairwise

from rapportage.document import Category
from rapportage.figures.counting import counted
from rapportage.figures.languages.spoken import in_dutch, spoken_language
from rapportage.figures.observation import Observation, Operation
from rapportage.figures.quantiles import quantile
from rapportage.figures.words.numbers import number
from rapportage.input.specs.blocks.classes import ClassesSpec
from rapportage.text.charts.plots import GatheredFrom, Plot, PlotLine
from rapportage.text.language.faults import ExpressionFault

_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5))


def in_classes(plot: Plot, asked: ClassesSpec | None) -> Plot:
    """How many of the known figures of the one line are in each class, those in order, and their median.

    Raises:
        ExpressionFault: some are in none of the classes that were asked.
    """
    figures = plot.lines[0].figures
    known = [
        (figure.value, place, figure) for place, figure in enumerate(figures) if figure and figure.value is not None
    ]
    known.sort(key=lambda each: each[:2])
    found = [figure for _, _, figure in known]
    bounds = bounds_of([value for value, _, _ in known], asked)
    members = [[each for each in known if low <= each[0] < high] for low, high in pairwise(bounds)]
    labels = [spoken_language().charts.class_of(number(low), number(high)) for low, high in pairwise(bounds)]
    counts = [_count([each[2] for each in inside], found, label) for inside, label in zip(members, labels, strict=True)]
    return Plot(
        tuple(Category(label, full=label) for label in labels),
        (PlotLine(spoken_language().charts.count, list(counts)),),
        plot.form,
        rests=plot.rests,
        gathered=GatheredFrom(
            plot,
            tuple(tuple((0, place) for _, place, _ in inside) for inside in members),
            bounds,
            quantile(Operation.MEDIAN, found, spoken_language().charts.median),
        ),
    )


def _count(inside: Sequence[Observation], among: Sequence[Observation], label: str) -> Observation:
    """How many there are; of none it is a count among all."""
    many = Decimal(len(inside))
    return counted(inside or among, (many, many, many), label, among[-1].period)


def bounds_of(values: Sequence[Decimal], asked: ClassesSpec | None = None) -> tuple[Decimal, ...]:
    """The bounds of classes of equal width that hold all `values`: at most as many as asked, or as fit how many
    values there are (4 for 5, 12 for 200).

    A figure on a bound is in the class above it. Whole figures have whole bounds.

    Raises:
        ExpressionFault: a value is outside the bounds that were asked.
    """
    low, high = min(values), max(values)
    if asked and asked.bounds:
        outside = low if low < asked.bounds[0] else high if high >= asked.bounds[-1] else None
        if outside is not None:
            first, last, other = (in_dutch(number, each) for each in (low, high, outside))
            hint = f"de cijfers gaan van {first} tot en met {last}; de laatste grens hoort niet bij een klasse"
            raise ExpressionFault("T407", f"{other} ligt in geen enkele klasse", hint)
        return asked.bounds
    doublings = len(values).bit_length()
    most = asked.most if asked and asked.most else doublings + doublings // 2
    found = ((step, _below(low, step), _below(high, step)) for step in _steps(values))
    step, first_class, last_class = next(each for each in found if each[2] - each[1] < most)
    return tuple(place * step for place in range(first_class, last_class + 2))


def _below(value: Decimal, step: Decimal) -> int:
    """How many steps from zero the bound is that the value is on or above; a division of decimals goes to zero."""
    whole = int(value // step)
    return whole - 1 if whole * step > value else whole


def _steps(values: Sequence[Decimal]) -> Iterator[Decimal]:
    """Ever wider: 1, 2, 2,5, 5, 10 …, beginning far below what the values are apart."""
    span = max(values) - min(values)
    is_whole = all(value == value.to_integral_value() for value in values)
    digits = (value.as_tuple().exponent for value in values)
    least = span.adjusted() - 2 if span else min(each for each in digits if isinstance(each, int))
    for exponent in count(max(least, 0) if is_whole else least):
        for step in _STEPS:
            made = step.scaleb(exponent)
            if not is_whole or made == made.to_integral_value():
                yield made
