"""Figures that a report asks in vain because the file of their period is missing: that is told once, for all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from collections.abc import Mapping as ReadOnly
from itertools import pairwise
from pathlib import PurePath

from msgspec import Struct
from msgspec.structs import replace

from rapportage.diagnostics import Finding, Findings, Span
from rapportage.figures.period import TimePeriod
from rapportage.input.cube.cube import Asked, Cube

MOST_UNITS = 120
"""A period of more units is asked as a whole, and not to be made of files."""
FOLLOWS = "T412"
"""Where figures are missing there are no sources either."""
Exists = Callable[[TimePeriod], bool]
"""Whether the project has a file of a period, finished or not."""


class Vain(Struct, frozen=True):
    """A finding, by its code and place, and what was asked in vain for it."""

    code: str
    span: Span
    asked: tuple[Asked, ...]


def tell_missing_files(
    findings: Findings, vain: Sequence[Vain], cube: Cube, edition: TimePeriod, exists: Exists
) -> None:
    """In place of what follows from missing period files: which there are to make, and how much rests on them.

    Those within the edition are told apart from earlier ones, which a layout may do without. Where only one place
    asks for them it tells that itself.
    """
    causes = {(each.code, each.span): missing_files(each.asked, cube, exists) for each in vain}
    rests = {each: files for each in findings if each.span and (files := causes.get((each.code, each.span)))}
    if not rests:
        return
    first, *others = rests
    if not others:
        findings.replace({first: (_with_files(first, rests[first]),)})
        return
    every = sorted({file for files in rests.values() for file in files})
    own = [file for file in every if edition.contains(file)]
    earlier = [file for file in every if not edition.contains(file)]
    told = tuple(_told(rests, files) for files in (own, earlier) if files)
    follows = (each for each in findings if each.code == FOLLOWS)
    findings.replace({first: told, **dict.fromkeys((*others, *follows), ())})


def missing_files(asked: Collection[Asked], cube: Cube, exists: Exists) -> tuple[TimePeriod, ...]:
    """The periods that were asked in vain and have no file, or of which what they consist of has none."""
    found: dict[TimePeriod, None] = {}
    for each in dict.fromkeys(asked):
        for unit in _units(each, cube):
            found.update({period: None for period in _without(unit, each.series, cube) if not exists(period)})
    return tuple(sorted(found))


def _units(asked: Asked, cube: Cube) -> Iterator[TimePeriod]:
    """The period, counted in the first unit in which its series is given by files of their own."""
    given = {file.unit for edition in cube.editions.get(asked.series, ()) if (file := _period_of(edition.span))}
    for unit in cube.units_of(asked.series):
        window = asked.period.divided(unit) if unit in given else None
        if window is not None and window.length[1] <= MOST_UNITS:
            yield window
            return


def _without(window: TimePeriod, series: str, cube: Cube) -> list[TimePeriod]:
    return [period for period in window.parts() if cube.observe(series, period) is None]


def _period_of(span: Span) -> TimePeriod | None:
    return TimePeriod.parse(PurePath(span.path).stem.replace("_", "/"))


def _with_files(finding: Finding, files: Sequence[TimePeriod]) -> Finding:
    make = f"maak {_names(files)} (rapportage new {files[0].code})"
    return replace(finding, hint=f"{make}, of {finding.hint}" if finding.hint else make)


def _told(rests: ReadOnly[Finding, Sequence[TimePeriod]], files: Sequence[TimePeriod]) -> Finding:
    places = [finding for finding, needed in rests.items() if not set(files).isdisjoint(needed)]
    where = "op deze plaats" if len(places) == 1 else f"op {len(places)} plaatsen; dit is de eerste"
    message = f"ontbreekt: {_names(files)}; cijfers daaruit worden in dit rapport gevraagd {where}"
    make = "maak het" if len(files) == 1 else "maak ze"
    hint = f"{make} met: rapportage new {files[0].code}{' enzovoort' if len(files) > 1 else ''}"
    hint += "; of vraag daar eerst of het cijfer bekend is: {% if bekend(…) %}"
    return Finding("C217", places[0].severity, message, places[0].span, hint)


def _names(files: Sequence[TimePeriod]) -> str:
    """'data/2020-07.yaml tot en met data/2020-12.yaml (6 bestanden)'."""
    runs = [[files[0]]]
    for before, after in pairwise(files):
        if TimePeriod.joined((before, after)):
            runs[-1].append(after)
        else:
            runs.append([after])
    return ", ".join(map(_run, runs))


def _run(run: Sequence[TimePeriod]) -> str:
    first, last = (f"data/{each.code.replace('/', '_')}.yaml" for each in (run[0], run[-1]))
    match len(run):
        case 1:
            return first
        case 2:
            return f"{first} en {last}"
        case count:
            return f"{first} tot en met {last} ({count} bestanden)"
