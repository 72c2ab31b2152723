"""What a row of a table, or a category of a chart, is by one more dimension: of 'Utrecht' by eigendom 'koop'.

In the row of a part that is the crossed part, in that of the rest what is left of 'koop', in that of a total all of
'koop'. A share is always in the row: of Utrecht, of the rest, of the total.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from rapportage.diagnostics.own_names import PARTED
from rapportage.figures.observation import Observation
from rapportage.figures.parts import Dimensions, Part
from rapportage.figures.unit_text import PERCENT
from rapportage.text import ratios
from rapportage.text.language.faults import ExpressionFault
from rapportage.text.language.views.breakdowns import named_breakdown
from rapportage.text.language.views.period_views import PERIOD_STEPS, View
from rapportage.text.language.views.series import FigureView, RestView, SeriesView
from rapportage.text.language.views.total import TotalView
from rapportage.text.ratios import unknown


class CrossedRest(RestView, frozen=True):
    """What is left of 'koop' besides the parts in the rows."""

    row: RestView | None = None
    dimension: str = ""
    of: str = ""

    def attribute(self, name: str) -> object:
        if name in PERIOD_STEPS and self.row is not None:
            return crossed(self.row.attribute(name), self.dimension, self.of)
        return super().attribute(name)

    def _share(self) -> Observation:
        return _share(self.figure(), self.row)


class CrossedTotal(TotalView, frozen=True):
    """All of 'koop', in the row of the total."""

    row: TotalView | None = None
    dimension: str = ""
    of: str = ""

    def attribute(self, name: str) -> object:
        if name in PERIOD_STEPS and self.row is not None:
            return crossed(self.row.attribute(name), self.dimension, self.of)
        return super().attribute(name)

    def _share(self) -> FigureView:
        return FigureView(_share(self.figure(), self.row))


def crossed(row: object, dimension: str, name: str) -> View:
    """What the row is for the part `name` of a dimension; unknown where the data have no such figure.

    Raises:
        ExpressionFault: it has no parts by that dimension.
    """
    match row:
        case FigureView(series=SeriesView() as series, part=part) if part != series.within:
            seen = replace(series, within=part, by=_crossing(series, part.dimensions, dimension))
            return seen.part(_with(part, dimension, name, seen.by))
        case RestView(whole=FigureView(series=SeriesView() as series), parts=parts, label=label) if parts:
            there = _all_of(series, parts[0].part.dimensions, dimension, name)
            named = tuple(there.part(_with(each.part, dimension, name, there.by)) for each in parts)
            return CrossedRest(there.whole_of_parts(), named, label, row, dimension, name)
        case TotalView(series=series):
            dimensions = series.by or series.broken_down().by or ()
            return CrossedTotal(_all_of(series, dimensions, dimension, name), row, dimension, name)
        case SeriesView() as series:
            seen = replace(series, by=_crossing(series, series.within.dimensions, dimension))
            return seen.part(_with(series.within, dimension, name, seen.by))
        case FigureView(series=SeriesView() as series):
            return crossed(series, dimension, name)
    message = "wat berekend is of een periode is, heeft geen onderdelen"
    raise ExpressionFault("T303", message, f"geef bij 'van' een reeks: van: \"{{{{ {PARTED}[rij] }}}}\"")


def names_across(rows: Iterable[object], dimension: str) -> tuple[str, ...]:
    """The names of the parts of a dimension that the series of these rows have, in the order of the files.

    Last is what takes several things together. A row that has no such dimension adds none.
    """
    found: dict[str, bool] = {}
    for series in {(one.series.id, one.period): one for one in filter(None, map(_series, rows))}.values():
        outline = series.cube.outline(series.series.id, series.period) or series.cube.breakdowns(series.series.id)
        by_size = sorted((each for each in outline if dimension in each), key=len)
        for part in (part for each in by_size[:1] for part in outline[each]):
            name = part.get(dimension) or ""
            found.setdefault(name, series.is_rest(Part((dimension,), (name,))))
    return tuple(sorted(found, key=found.__getitem__))


def _series(row: object) -> SeriesView | None:
    match row:
        case SeriesView():
            return row
        case TotalView(series=series) | FigureView(series=series) | RestView(whole=FigureView(series=series)):
            return series
    return None


def _all_of(series: SeriesView, dimensions: Dimensions, dimension: str, name: str) -> SeriesView:
    """The series within 'koop', by what it is crossed with."""
    within = _with(series.within, dimension, name, (*series.within.dimensions, dimension))
    return replace(series, within=within, by=_crossing(series, dimensions, dimension))


def _crossing(series: SeriesView, dimensions: Dimensions, dimension: str) -> Dimensions:
    return named_breakdown(series.cube, series.series.id, Part(dimensions, dimensions), dimension)


def _with(part: Part, dimension: str, name: str, order: Dimensions | None) -> Part:
    by_dimension = {**dict(zip(*part, strict=True)), dimension: name}
    kept = tuple(each for each in order or () if each in by_dimension)
    return Part(kept, tuple(by_dimension[each] for each in kept))


def _share(figure: FigureView, row: RestView | TotalView | None) -> Observation:
    """The share in the row."""
    observation = figure.observation
    if row is None or not observation.known:
        return unknown(observation, PERCENT)
    return ratios.share(observation, row.figure().observation)
