"""Can the sources hold the figures that rest on them?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from rapportage.diagnostics import Findings, Span
from rapportage.figures.observation import Cell, DataSource
from rapportage.figures.period import TimePeriod
from rapportage.figures.words.periods import HARD_SPACE, period_name
from rapportage.input.cube.cube import Cube, Series
from rapportage.input.specs.period import PeriodFile, SourceSpec
from rapportage.proof.checking.addresses import CODE as ADDRESSES
from rapportage.proof.checking.addresses import day_in
from rapportage.proof.checking.figures.intervals import named, typed
from rapportage.proof.checking.words.times import NamedTime, named_times
from rapportage.proof.claims.stretches import before
from rapportage.proof.vocabulary.spoken import patterns

_TO = r"\s?(?:-|–|t/m|tot en met)\s?"
_FROM_HERE = re.compile(rf"{_TO}(?=[^\W\d])")
_UNTIL_HERE = re.compile(rf"{_TO}$")
"""What is between the months of 'januari-juni 2019'."""


def check_sources(files: Sequence[PeriodFile], cube: Cube, findings: Findings) -> None:
    """Reports figures of after their source, and sources of after their edition or with the title of last time."""
    specs = {spec.node.span: spec for file in files for spec in file.sources.values()}
    days = {span: day_in(spec.url.text) for span, spec in specs.items() if spec.url}
    told: set[DataSource] = set()
    for key, vintages in cube.observations.items():
        for figure in vintages:
            cell = figure.cells()[0]
            published = cell.source.date
            until = _first_known(cell, figure.period, cube.series(key.series))
            if published is None or cell.source in told:
                continue
            spec, day = (specs.get(cell.source.span), days.get(cell.source.span)) if cell.source.span else (None, None)
            if published.last < until:
                message = f"{named(figure)}, {typed(figure)}, is van na deze bron ({published.code})"
                hint = "noem de bron die dit cijfer geeft, of haar juiste datum"
                findings.warning("C307", message, spec.date.span if spec and spec.date else cell.span, hint)
            elif spec and spec.url and day is not None and day.last < until:
                message = f"{named(figure)}, {typed(figure)}, is van na de dag in dit adres ({day.code})"
                hint = "is het adres van de vorige keer blijven staan? Klopt het: # erkend C320: …"
                findings.warning(ADDRESSES, message, spec.url.span, hint)
            else:
                continue
            told.add(cell.source)
    _check_titles(files, cube, findings)
    for file in files:
        for source in file.sources.values():
            if source.date and source.date.known.first > file.edition.date.latest:
                message = f"'{source.title.text}' verscheen na deze uitgave ({file.edition.date.text})"
                findings.warning("C308", message, source.date.span, "verbeter een van de twee datums")


def _first_known(cell: Cell, period: TimePeriod, series: Series | None) -> date:
    """The first day on which it can be known: of a stock of a school year that may be any day of it."""
    if cell.reference_day:
        return cell.reference_day.first
    is_any_day = series is not None and series.kind == "stand" and period.unit == "schooljaar"
    return period.start if is_any_day else period.end


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
            times = [
                each
                for each in named_times(title)
                if each.rest
                and not before(patterns().times.date_or_law, title, each.place)
                and not _FROM_HERE.match(title, each.place + len(each.word))
            ]
            if last is None or not times or any(_tells_of(named, title, last, spec) for named in times):
                continue
            over = period_name(last).replace(HARD_SPACE, " ")
            message = f"de titel noemt {times[0].word}, en het laatste cijfer van deze bron is over {over}"
            findings.warning("C307", message, spec.title.span, "noem de bron die deze cijfers geeft")


def _tells_of(named: NamedTime, title: str, last: TimePeriod, source: SourceSpec) -> bool:
    """Whether it is the time of the last figure, or when the source came out; until when, of 'januari-juni 2019'."""
    published = source.date.known if source.date else None
    is_until = last.kind == "venster" or _UNTIL_HERE.search(title[: named.place]) is not None
    return named.overlaps(last.end if is_until else last.start, last.end) or (
        published is not None and named.overlaps(published.first, published.last)
    )
