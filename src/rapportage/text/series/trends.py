"""Trends beside figures: the course over a window, with words for those who do not see it."""

from __future__ import annotations

from collections.abc import Sequence

from rapportage.document import ChartSeries, Point, Trend
from rapportage.figures.languages.spoken import spoken_language
from rapportage.figures.observation import ObservationStatus
from rapportage.figures.period import TimePeriod
from rapportage.figures.words.periods import capitalised, period_in_message
from rapportage.input.specs.blocks.chart import TrendSpec
from rapportage.text.language.faults import ExpressionFault
from rapportage.text.language.outcome import WAITING, Waiting
from rapportage.text.language.showing import plain
from rapportage.text.language.text import TextResolver
from rapportage.text.language.trace import trace
from rapportage.text.language.views.series import RestView
from rapportage.text.language.views.total import TotalView
from rapportage.text.series.absences import absences
from rapportage.text.series.axis import unit_on_axis
from rapportage.text.series.course_words import course_words
from rapportage.text.series.courses import Course, course_of, courses, period_category, spliced

MOST_POINTS = 120


def trend(
    spec: TrendSpec,
    id: str,
    name: str,
    text: TextResolver,
    edition: TimePeriod,
    row: object = None,
    *,
    is_chosen: bool = False,
) -> Trend | Waiting | None:
    """The trend that `spec` asks, in a table of the figure in its `row`; None when it is faulty, which was reported.

    WAITING where there is none to show: the row of the rest has no figures of its own.
    """
    window = spec.since.until(edition.end)
    if window is None or spec.since.kind == "venster" or len(window.parts()) > MOST_POINTS:
        message = f"'vanaf' moet hoogstens {MOST_POINTS} perioden vóór {period_in_message(edition)} liggen"
        text.findings.error("T409", message, spec.node.span)
        return None
    parts = _courses(spec, text, edition, row, is_chosen=is_chosen)
    if not isinstance(parts, tuple):
        return parts
    try:
        return _trend(parts, window.parts(), id, name, text)
    except ExpressionFault as fault:
        return text.fault(fault, spec.node.span)


def _courses(
    spec: TrendSpec, text: TextResolver, edition: TimePeriod, row: object, *, is_chosen: bool
) -> tuple[Course, ...] | Waiting | None:
    if spec.figures:
        named = [text.value(each) for each in spec.figures if "{" in each.text] if isinstance(row, RestView) else []
        if any(isinstance(value, RestView) for value in named):
            return WAITING
        return courses(spec.figures, text, edition)
    if isinstance(row, RestView):
        return WAITING
    try:
        return (course_of(row.series.at(edition) if isinstance(row, TotalView) else row, edition, is_chosen=is_chosen),)
    except ExpressionFault as fault:
        message = "deze trend heeft geen cijfers" if row is None else f"deze trend heeft geen cijfers: {fault.message}"
        hint = "geef onder 'trend' ook 'cijfers': de naam van een reeks"
        text.findings.error("T421", message, spec.node.span, hint)
        return None


def _trend(parts: Sequence[Course], periods: Sequence[TimePeriod], id: str, name: str, text: TextResolver) -> Trend:
    """Raises ExpressionFault where its figures are not in one unit."""
    points: list[Point | None] = []
    figures = spliced(parts, periods)
    unit_on_axis([figure for figure in figures if figure is not None and figure.known])
    for figure in figures:
        if figure is None or figure.value is None:
            points.append(None)
            continue
        text.used.add(figure)
        provisional = figure.status is ObservationStatus.PROVISIONAL
        points.append(Point(figure.value, plain(figure, in_table=True), provisional, trace(figure)))
    categories = tuple(map(period_category, periods))
    series = ChartSeries(name, tuple(points), absences=absences(figures))
    words = capitalised(course_words(series, categories))
    told = f"{spoken_language().courses.course(categories[0].full, categories[-1].full)} {words}"
    return Trend(id, series.points, told, series.absences)
