"""Why a chart has nothing to show: its periods are months, and its series is given by quarter."""

from __future__ import annotations

from rapportage.figures.period import TimePeriod
from rapportage.text.language.text import TextResolver
from rapportage.text.language.views.series import SeriesView


def hint_of_unit(periods: tuple[TimePeriod, ...], text: TextResolver) -> str | None:
    """How to write the periods in the unit in which the series is given; None where they are in it already."""
    for asked in text.used.ledger.in_vain if periods else ():
        view = text.scope.names.get(asked.series)
        known = view.cube.periods(asked.series) if isinstance(view, SeriesView) else ()
        given = [each for each in known if each.kind != "venster"]
        if given and all(each.unit != periods[0].unit for each in given):
            own = TimePeriod.at(given[-1].unit, periods[0].start, given[-1].begins)
            return f"'{asked.series}' is er per {own.unit}, en niet per {periods[0].unit}: schrijf {own.code}"
    return None
