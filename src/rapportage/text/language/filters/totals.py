"""A row of figures taken together: its sum and its mean, where those say something."""

from __future__ import annotations

from collections.abc import Sequence

from rapportage.diagnostics.own_names import SERIES
from rapportage.figures import arithmetic
from rapportage.figures.results import MeasureError
from rapportage.text.language.faults import ExpressionFault
from rapportage.text.language.filters.choosing import row_of
from rapportage.text.language.operations import figure_of
from rapportage.text.language.views.rows import Ranking
from rapportage.text.language.views.series import FigureView

_EXAMPLE = f"bijvoorbeeld: {{{{ {SERIES} | reeks('2020-01') | gemiddelde }}}}"


def total_of(value: object, *others: object) -> FigureView:
    """The sum of a row, or of the figures given."""
    figures = _figures(value, others)
    _refuse_stocks(figures)
    return FigureView(arithmetic.sum_of([figure.observation for figure in figures]))


def mean_of(value: object, *others: object) -> FigureView:
    """The mean of a row, or of the figures given. Of parts it is the mean of the whole only where they add up."""
    if not isinstance(value, Ranking) and not others:  # of a series that would be its total
        raise ExpressionFault("T302", "een gemiddelde is van meer dan één cijfer", _EXAMPLE)
    figures = _figures(value, others)
    of_parts = isinstance(value, Ranking) and value.series is not None
    if of_parts and not figures[0].observation.measure.adds_over_periods:
        many = figures[0].observation.measure.many
        message = f"het gemiddelde van {many} van delen is niet dat van het geheel: de delen zijn niet even groot"
        raise MeasureError(message, "geef het cijfer van het geheel, zoals de bron het geeft")
    return FigureView(arithmetic.mean([figure.observation for figure in figures]))


def _figures(value: object, others: Sequence[object]) -> tuple[FigureView, ...]:
    return row_of(value).items if isinstance(value, Ranking) else tuple(figure_of(each) for each in (value, *others))


def _refuse_stocks(figures: Sequence[FigureView]) -> None:
    """Who is counted on one day is counted again on the next."""
    stocks = [each for each in figures if each.series is not None and each.series.series.kind == "stand"]
    other = next((each for each in stocks if each.observation.period != stocks[0].observation.period), None)
    if other is not None:
        message = f"'{other.observation.label}' is een stand, en standen tellen niet op over perioden"
        raise MeasureError(message, "gebruik gemiddelde, of het cijfer van de laatste periode")
