"""The names that every expression of a report knows."""

from __future__ import annotations

from collections.abc import Iterable

from rapportage.figures.measure_kinds import NUMBER
from rapportage.input.cube.cube import Cube, Series
from rapportage.input.loading.nodes import Scalar
from rapportage.input.specs.period import PeriodFile
from rapportage.text.language.evaluate import Scope
from rapportage.text.language.filters.filters import FILTERS, FUNCTIONS
from rapportage.text.language.views.guarded import unsound_names
from rapportage.text.language.views.period_views import DateView, PeriodView
from rapportage.text.language.views.series import SeriesView


def scope_of(edition: PeriodFile, cube: Cube, as_of: str | None, optional: Iterable[Scalar] = ()) -> Scope:
    """The period, the date of the edition, and all series."""
    names: dict[str, object] = {"periode": PeriodView(edition.period), "uitgave": DateView(edition.published)}
    for id in cube.ids():
        series = cube.series(id, as_of)
        if series is not None:
            names[id] = SeriesView(cube, series, edition.period, as_of, edition.period)
    for id, unsound in unsound_names(cube).items():
        names.setdefault(id, unsound)
    for name in optional:
        names.setdefault(name.text, SeriesView(cube, _without_figures(name), edition.period, as_of, edition.period))
    return Scope(names, FILTERS, FUNCTIONS)


def _without_figures(name: Scalar) -> Series:
    """A series of which nothing is known: all that can be asked of it is whether it is."""
    return Series(
        id=name.text,
        title=name.text,
        unit="",
        kind="stroom",
        measure=NUMBER,
        additive=False,
        sources=(),
        definition=None,
        remark=None,
        vintage="",
        span=name.span,
    )
