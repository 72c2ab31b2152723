"""Figures over periods: what a line of a chart or a trend shows, and where its source changes or restates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from rapportage.diagnostics.own_names import PART, PARTED
from rapportage.diagnostics.suggestion import suggest
from rapportage.document import Category
from rapportage.figures.languages.names import publisher_name
from rapportage.figures.languages.spoken import spoken_language
from rapportage.figures.observation import Cell, Observation, ObservationStatus
from rapportage.figures.period import TimePeriod
from rapportage.figures.words.comparing import column_name
from rapportage.figures.words.lists import enumeration
from rapportage.figures.words.numbers import number
from rapportage.figures.words.periods import HARD_SPACE, month_of_year, period_name, short_month, short_quarter
from rapportage.input.loading.nodes import Scalar
from rapportage.text.language.faults import ExpressionFault, RestsOnFault, Unsound
from rapportage.text.language.outcome import Waiting, is_nothing, ready
from rapportage.text.language.text import TextResolver
from rapportage.text.language.views.series import FigureView, SeriesView
from rapportage.text.language.views.total import TotalView
from rapportage.text.series.moving import SHARE, moving

Course = Callable[[TimePeriod], Observation]
"""The figure over a period; an unknown one where there is none."""
Observations = list[Observation | None]


def courses(figures: Sequence[Scalar], text: TextResolver, edition: TimePeriod) -> tuple[Course, ...] | Waiting | None:
    """What these ids of series and expressions mean; None when one is faulty, which was then reported."""
    return ready(_course(each, text, edition) for each in figures)


def course_of(value: object, edition: TimePeriod, *, is_chosen: bool = False) -> Course:
    """The course of a series, or of a figure of one (`moving.moving`).

    Raises:
        ExpressionFault: it has none, such as what was computed.
    """
    if isinstance(value, TotalView):
        return course_of(value.series, edition)
    if isinstance(value, SeriesView) or (isinstance(value, FigureView) and SHARE not in value.steps):
        figures = moving(value, edition, is_chosen=is_chosen)
        return lambda period: figures(period).observation
    raise ExpressionFault(
        "T302", "hier hoort een reeks, of een onderdeel daarvan", f"bijvoorbeeld \"{{{{ {PARTED}['{PART}'] }}}}\""
    )


def spliced(parts: Sequence[Course], periods: Sequence[TimePeriod]) -> Observations:
    """Per period the figure of the first that has one; or else what the first says that says anything."""
    found = ([course(period) for course in parts] for period in periods)
    return [
        next((figure for figure in figures if figure.known), None)
        or next((figure for figure in figures if figure.cells()), None)
        or next((figure for figure in figures if figure.status is ObservationStatus.LATER), None)
        for figures in found
    ]


def _course(figures: Scalar, text: TextResolver, edition: TimePeriod) -> Course | Waiting | None:
    if "{" in figures.text:
        value = text.value(figures)
        if is_nothing(value):
            return value
        try:
            return course_of(value, edition)
        except ExpressionFault as fault:
            return text.fault(fault, figures.span)
    view = series_named(figures, text)
    return None if view is None else course_of(view, edition)


def series_named(name: Scalar, text: TextResolver) -> SeriesView | None:
    """The series with that id; None where there is none, which was then reported."""
    view = text.scope.names.get(name.text)
    if isinstance(view, SeriesView):
        return view
    if isinstance(view, Unsound):
        text.fault(RestsOnFault(view.cause), name.span)
        return None
    known = [key for key, value in text.scope.names.items() if isinstance(value, SeriesView)]
    text.findings.error("T105", f"onbekende reeks '{name.text[:60]}'", name.span, suggest(name.text, known))
    return None


def period_category(period: TimePeriod) -> Category:
    full = period_name(period).replace(HARD_SPACE, " ")
    if period.kind == "dag":
        return Category(str(period.start.day), month_of_year(period), full, is_period=True)
    if period.kind == "maand":
        return Category(short_month(period.start.month), str(period.start.year), full, is_period=True)
    if period.kind == "kwartaal":
        return Category(short_quarter(period.start.month // 3 + 1), str(period.start.year), full, is_period=True)
    return Category(column_name(period).replace(HARD_SPACE, " "), "", full, is_period=True)


# --- Breaks ---------------------------------------------------------------------------------------


def breaks(points: Observations) -> list[int]:
    """Before which points another publisher begins, or one that rounds in another way."""
    known = [(place, point) for place, point in enumerate(points) if point is not None]
    return [place for (_, before), (place, after) in pairwise(known) if _comparability(before) != _comparability(after)]


def is_same_publisher(before: Observation, after: Observation) -> bool:
    """Whether what sets two figures apart is only how their source rounds."""
    return _comparability(before)[0] == _comparability(after)[0]


def _comparability(observation: Observation) -> tuple[str, object]:
    cell = observation.provenance
    if not isinstance(cell, Cell):  # what was added up says nothing of how its source rounds
        return (enumeration(sorted(_publishers(observation))), None)
    return (cell.source.publisher, cell.step)


def described(observation: Observation) -> str:
    """'CBS, afgerond op 5' or 'IND'; of what was added up its bounds are no rounding."""
    words = spoken_language().charts
    cell = observation.provenance
    if not isinstance(cell, Cell):
        return words.added_up(enumeration([*map(publisher_name, _publishers(observation))]))
    publisher = publisher_name(cell.source.publisher)
    return words.rounded_to(publisher, number(cell.step)) if cell.step else publisher


def _publishers(observation: Observation) -> list[str]:
    return list(dict.fromkeys(cell.source.publisher for cell in observation.cells()))
