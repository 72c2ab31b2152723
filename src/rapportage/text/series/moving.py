"""What is shown over one period after another: a series, a part of one or its share, never what was computed."""

from __future__ import annotations

from collections.abc import Callable

from rapportage.diagnostics.own_names import PART, PARTED
from rapportage.figures.parts import Part
from rapportage.figures.period import TimePeriod
from rapportage.figures.words.periods import period_in_message
from rapportage.text.language.faults import ExpressionFault
from rapportage.text.language.views.series import FigureView, RestView, SeriesView
from rapportage.text.language.views.total import TotalView

Moving = Callable[[TimePeriod], FigureView]
"""The figure over a period; an unknown one where there is none. Raises Fault."""
SHARE = "aandeel"
HINT = f"geef de reeks of het onderdeel zelf, bijvoorbeeld {{{{ {PARTED}['{PART}'] }}}}"


def moving(value: object, edition: TimePeriod, *, is_chosen: bool = False) -> Moving:
    """How to give what `value` is over other periods.

    It has to be of the period of the edition: what is asked of another ('.vorige', '.jaar_tot_nu') or of another
    vintage ('.eerst') would be lost. Only what was chosen from another period, as the five largest of a year before,
    stands for itself.

    Raises:
        ExpressionFault: it is not to be given over other periods.
    """
    match value:
        case SeriesView():
            return _of(value, value.within, (), edition)
        case FigureView(series=SeriesView() as series, part=part, steps=steps):
            return _of(series.at(edition) if is_chosen and part.names else series, part, steps, edition)
        case TotalView(series=series):
            return lambda period: TotalView(series.at(period)).figure()
        case RestView(whole=FigureView(series=SeriesView() as series)) if not any(part.steps for part in value.parts):
            return lambda period: _rest(value, series.at(period))
    raise ExpressionFault("T302", "wat berekend is, is niet over andere perioden te geven", HINT)


def _of(series: SeriesView, part: Part, steps: tuple[str, ...], edition: TimePeriod) -> Moving:
    if series.period != edition:
        message = f"dit is over {period_in_message(series.period)}, en de perioden staan al vast"
        raise ExpressionFault("T302", message, HINT)
    if steps not in ((), (SHARE,)):
        raise ExpressionFault("T302", "de eerste publicatie ('eerst') is niet over andere perioden te geven", HINT)
    if not steps:
        return lambda period: series.at(period).part(part)
    return lambda period: series.at(period).part(part).share()


def _rest(value: RestView, there: SeriesView) -> FigureView:
    parts = tuple(there.part(part.part) for part in value.parts)
    return RestView(there.whole_of_parts(), parts, value.label).figure()
