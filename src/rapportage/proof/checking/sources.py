"""Can the sources hold the figures that rest on them?"""

from __future__ import annotations

from collections.abc import Sequence

from rapportage.diagnostics import Findings, Span
from rapportage.figures.observation import DataSource
from rapportage.figures.period import TimePeriod
from rapportage.figures.words.periods import HARD_SPACE, period_name
from rapportage.input.cube.cube import Cube
from rapportage.input.specs.period import PeriodFile, SourceSpec
from rapportage.proof.checking.figures.intervals import named, typed
from rapportage.proof.checking.words.sentences import before
from rapportage.proof.checking.words.times import DATE_OR_LAW, NamedTime, named_times


def check_sources(files: Sequence[PeriodFile], cube: Cube, findings: Findings) -> None:
    """Reports figures of after their source, and sources of after their edition or with the title of last time."""
    places = {spec.node.span: spec.date.span for file in files for spec in file.sources.values() if spec.date}
    told: set[DataSource] = set()
    for vintages in cube.observations.values():
        for figure in vintages:
            cell = figure.cells()[0]
            published = cell.source.date
            until = cell.reference_day.first if cell.reference_day else figure.period.end
            if published is None or published.last >= until or cell.source in told:
                continue
            told.add(cell.source)
            message = f"{named(figure)}, {typed(figure)}, is van na deze bron ({published.code})"
            hint = "noem de bron die dit cijfer geeft, of haar juiste datum"
            place = places.get(cell.source.span, cell.span) if cell.source.span else cell.span
            findings.warning("C307", message, place, hint)
    _check_titles(files, cube, findings)
    for file in files:
        for source in file.sources.values():
            if source.date and source.date.known.first > file.edition.date.latest:
                message = f"'{source.title.text}' verscheen na deze uitgave ({file.edition.date.text})"
                findings.warning("C308", message, source.date.span, "verbeter een van de twee datums")


def _check_titles(files: Sequence[PeriodFile], cube: Cube, findings: Findings) -> None:
    """Reports sources whose title names another month, quarter or week than the last that they cover: last time's."""
    latest: dict[Span | None, TimePeriod] = {}
    for vintages in cube.observations.values():
        for figure in vintages:
            source = figure.cells()[0].source.span
            latest[source] = max(figure.period, latest.get(source, figure.period), key=lambda period: period.end)
    for file in files:
        for spec in file.sources.values():
            last = latest.get(spec.node.span)
            title = spec.title.text
            times = [each for each in named_times(title) if each.rest and not before(DATE_OR_LAW, title, each.place)]
            if last is None or not times or any(_tells_of(named, last, spec) for named in times):
                continue
            over = period_name(last).replace(HARD_SPACE, " ")
            message = f"de titel noemt {times[0].word}, en het laatste cijfer van deze bron is over {over}"
            findings.warning("C307", message, spec.title.span, "noem de bron die deze cijfers geeft")


def _tells_of(named: NamedTime, last: TimePeriod, source: SourceSpec) -> bool:
    """Whether it is the time of the last figure, or when the source came out."""
    published = source.date.known if source.date else None
    return named.overlaps(last.start, last.end) or (
        published is not None and named.overlaps(published.first, published.last)
    )
