"""The names that every expression of a report knows."""

from __future__ import annotations

from rapportage.cube.cube import Cube
from rapportage.resolve.evaluate import Scope
from rapportage.resolve.filters import FILTERS, FUNCTIONS
from rapportage.resolve.views import DateView, PeriodView, SeriesView
from rapportage.specs.period import PeriodFile


def scope_of(edition: PeriodFile, cube: Cube, as_of: str | None) -> Scope:
    """The period, the date of the edition, and all series."""
    names: dict[str, object] = {"periode": PeriodView(edition.period), "uitgave": DateView(edition.published)}
    for id in cube.ids():
        series = cube.series(id, as_of)
        if series is not None:
            names[id] = SeriesView(cube, series, edition.period, as_of)
    return Scope(names, FILTERS, FUNCTIONS)
