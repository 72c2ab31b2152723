"""Figures over periods: what a line of a chart or a trend shows, and where its source changes or restates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from rapportage.diagnostics.suggestion import suggest
from rapportage.document import Category
from rapportage.figures.observation import Cell, Observation, ObservationStatus
from rapportage.figures.period import TimePeriod
from rapportage.figures.words.comparing import column_name
from rapportage.figures.words.lists import enumeration
from rapportage.figures.words.numbers import number
from rapportage.figures.words.periods import HARD_SPACE, QUARTERS, period_name, short_month
from rapportage.input.loading.nodes import Scalar
from rapportage.text.language.faults import ExpressionFault
from rapportage.text.language.outcome import Waiting, is_nothing, ready
from rapportage.text.language.text import TextResolver
from rapportage.text.language.views import FigureView, SeriesView
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
    if isinstance(value, SeriesView) or (isinstance(value, FigureView) and SHARE not in value.steps):
        figures = moving(value, edition, is_chosen=is_chosen)
        return lambda period: figures(period).observation
    raise ExpressionFault(
        "T302", "hier hoort een reeks, of een onderdeel daarvan", "bijvoorbeeld \"{{ nareizigers['Eritrea'] }}\""
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
    view = text.scope.names.get(figures.text)
    if not isinstance(view, SeriesView):
        known = [key for key, value in text.scope.names.items() if isinstance(value, SeriesView)]
        text.findings.error(
            "T105", f"onbekende reeks '{figures.text[:60]}'", figures.span, suggest(figures.text, known)
        )
        return None
    return course_of(view, edition)


def period_category(period: TimePeriod) -> Category:
    full = period_name(period).replace(HARD_SPACE, " ")
    if period.kind == "maand":
        return Category(short_month(period.start.month), str(period.start.year), full, is_period=True)
    if period.kind == "kwartaal":
        return Category(QUARTERS[period.start.month // 3], str(period.start.year), full, is_period=True)
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
    cell = observation.provenance
    if not isinstance(cell, Cell):
        return f"{enumeration(_publishers(observation))}, opgeteld of berekend"
    return f"{cell.source.publisher}, afgerond op {number(cell.step)}" if cell.step else cell.source.publisher


def _publishers(observation: Observation) -> list[str]:
    return list(dict.fromkeys(cell.source.publisher for cell in observation.cells()))
