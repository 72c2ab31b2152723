"""What another series has in the row of a table, or the category of a chart: `vergund[rij]`, `vergund[rij.naam]`.

In the row of a part that is the same part, in that of the rest the rest over the same parts, in that of the total the
total, and in that of a period the figure of that period. It is never another figure: what the series does not give is
unknown, and what may be meant in two ways is refused.
"""

from __future__ import annotations

from msgspec.structs import asdict, replace

from rapportage.figures.words.periods import period_in_message
from rapportage.text.language.faults import ExpressionFault
from rapportage.text.language.views.breakdowns import check_breakdown
from rapportage.text.language.views.names import Name, PeriodName
from rapportage.text.language.views.period_views import PeriodView, View
from rapportage.text.language.views.series import FigureView, RestView, SeriesView
from rapportage.text.language.views.total import TotalView
from rapportage.text.ratios import unknown


class WholeRow(SeriesView, frozen=True):
    """A series in a row by itself: there, and only there, its share is of itself."""

    def attribute(self, name: str) -> object:
        return self.figure().share() if name == "aandeel" else super().attribute(name)


class RestElsewhere(RestView, frozen=True):
    """The rest in another series than that of the row: of averages and the like, which do not add up, it is unknown."""

    def figure(self) -> FigureView:
        whole = self.whole.observation
        if whole.measure.adds_up:
            return super().figure()
        return FigureView(unknown(replace(whole, label=self.name), whole.unit))


def as_row(value: object) -> object:
    """What `rij` is in a row that was made of this value."""
    return WholeRow(**asdict(value)) if isinstance(value, SeriesView) else value


def item_of(view: View, key: object) -> object:
    """What `view[key]` gives."""
    of = PeriodView(key.period) if isinstance(key, PeriodName) else key.of if isinstance(key, Name) else key
    if isinstance(view, SeriesView) and isinstance(of, View):
        return _counterpart(view, of, by_name=isinstance(key, Name))
    return view.item(key)


def _counterpart(series: SeriesView, row: View, *, by_name: bool) -> object:
    """The same of `series` as `row` is of its own; a name says no period, so that of the series holds."""
    if isinstance(row, PeriodView):
        return _at(series, row)
    own = _own(row)
    if own is None:
        message = f"de rij is hier berekend, en heeft in '{series.series.id}' geen tegenhanger"
        raise ExpressionFault("T303", message, "geef deze rij een onderdeel of een reeks als cijfer, of eigen 'cellen'")
    if isinstance(row, FigureView) and row.name:  # a row of periods, of which that is the name
        there = _at(series, PeriodView(own.period))
        return _part(there, own, row) if row.part.names else there
    if own.period != series.period and not by_name:
        own_period, period = period_in_message(own.period), period_in_message(series.period)
        message = f"de rij is over {own_period}, en '{series.series.id}' over {period}"
        hint = f"een andere periode komt erna: {series.series.id}[rij].vorig_jaar"
        raise ExpressionFault("T303", message, hint)
    match row:
        case FigureView() if row.part != own.within:
            return _part(series, own, row)
        case RestView(parts=parts, label=label):
            seen = series.like(own)
            return RestElsewhere(seen.whole_of_parts(), tuple(_part(series, own, part) for part in parts), label)
        case TotalView():
            return TotalView(series.like(own))
        case _ if own.within.names:  # all of a part, as it is seen by another dimension: of 'Utrecht' by 'eigendom'
            _check_parts(series)
            check_breakdown(series.cube, series.series.id, own.within.dimensions)
            return as_row(replace(series, within=own.within, by=None))
        case _:
            return as_row(series)


def _own(row: View) -> SeriesView | None:
    """The series that the row is of; None for what was computed."""
    match row:
        case SeriesView():
            return row
        case TotalView(series=series):
            return series
        case RestView(whole=FigureView(series=series)) | FigureView(series=series):
            return series
        case _:
            return None


def _at(series: SeriesView, row: PeriodView) -> SeriesView:
    if series.period not in (series.edition, row.period):
        message = f"de rij is al een periode: {period_in_message(row.period)}"
        raise ExpressionFault("T303", message, f"een andere periode komt erna: {series.series.id}[rij].vorig_jaar")
    return series.at(row.period)


def _part(series: SeriesView, own: SeriesView, row: FigureView) -> FigureView:
    """The part; an unknown figure where the series does not give it. It must have parts at all."""
    _check_parts(series)
    return series.like(own).part(row.part)


def _check_parts(series: SeriesView) -> None:
    id = series.series.id
    if series.cube.observations_of(id) and not series.cube.breakdowns(id):
        raise ExpressionFault("T306", f"'{id}' heeft geen onderdelen", f"het totaal is {{{{ {id} }}}}")
