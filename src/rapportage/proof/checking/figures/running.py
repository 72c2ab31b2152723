"""Do running totals run on? What 'tot en met week 29' is more than 'tot en met week 28' was counted in week 29."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct

from rapportage.diagnostics import Findings
from rapportage.figures.observation import Observation, ObservationStatus
from rapportage.figures.parts import Part
from rapportage.figures.period import TimePeriod
from rapportage.figures.rounding import CONTEXT
from rapportage.figures.words.periods import HARD_SPACE, period_name
from rapportage.input.cube.cube import Cube, Key, Series
from rapportage.proof.checking.figures.course import is_far_above, is_far_below
from rapportage.proof.checking.figures.intervals import Interval, cell_of, named, place_of, shown, typed
from rapportage.proof.checking.figures.namesakes import Vintages, bounds_of

ENOUGH = 8
"""So many figures of the time around it say what is usual between two windows."""
MEND = "vergelijk met de vorige levering: het verschil is wat er in de tussentijd bijkwam"
_DAY = timedelta(days=1)


def check_running_totals(cube: Cube, findings: Findings) -> None:
    """Reports windows from one day that differ otherwise than what was counted between their ends.

    That may be given by the series itself, or by one whose title theirs begins with: 'Instroom in het jaar tot nu'
    adds up 'Instroom'. Where it is not given, what is counted around that time tells what it can be.
    """
    editions = {id: edition for id in cube.ids() if (edition := cube.series(id))}
    for series, edition in editions.items():
        if not edition.additive or edition.measure.negative:
            continue
        windows = _windows(cube.observations_of(series))
        of = [id for id, other in editions.items() if _adds_up(edition, other)] if windows else []
        usual = _Usual(of, cube)
        for (part, _), several in windows.items():
            for before, after in pairwise(several):
                if not _is_provisional(before) and not _is_provisional(after):
                    _check_step(before, after, [Key(id, after[0].period, part) for id in of], usual, cube, findings)


def _adds_up(windows: Series, steps: Series) -> bool:
    is_flow = steps.additive and (steps.unit, steps.kind) == (windows.unit, windows.kind)
    return is_flow and f"{windows.title} ".casefold().startswith(f"{steps.title} ".casefold())


def _windows(figures: Mapping[Key, Vintages]) -> Mapping[tuple[Part, date], Sequence[Vintages]]:
    """What is given from one day on, by its last day."""
    found: dict[tuple[Part, date], list[Vintages]] = {}
    for key, vintages in figures.items():
        found.setdefault((key.part, key.period.start), []).append(vintages)
    return {place: sorted(each, key=lambda vintages: vintages[0].period.end) for place, each in found.items()}


def _is_provisional(vintages: Vintages) -> bool:
    return vintages[-1].status is ObservationStatus.PROVISIONAL


def _check_step(
    before: Vintages, after: Vintages, keys: Sequence[Key], usual: _Usual, cube: Cube, findings: Findings
) -> None:
    gap = _between(before[0].period, after[0].period)
    first, last = bounds_of(before), bounds_of(after)
    if gap is None or first is None or last is None:
        return
    step = last[0] - first[1], last[1] - first[0]
    for key in keys:
        counted = _counted(key._replace(period=gap), cell_of(after[-1]).series, cube)
        if counted and (counted.least > step[1] or (counted.most is not None and counted.most < step[0])):
            message = _message(before, after, f"en {counted.said}")
            findings.warning("C302", message, place_of(after[-1]), MEND)
            return
        if counted and counted.most is not None:
            return
    way = usual.is_left(gap, step, keys)
    if way:
        period = period_name(gap).replace(HARD_SPACE, " ")
        message = _message(before, after, f"zodat {period} {shown(step)} zou zijn: veel {way} dan in de tijd eromheen")
        findings.warning("C305", message, place_of(after[-1]), MEND)


class _Counted(Struct, frozen=True):
    """What is given of a time: all of it, or without an end what is counted in some of its units."""

    least: Decimal
    most: Decimal | None
    said: str


def _counted(key: Key, windows: str, cube: Cube) -> _Counted | None:
    """What a series gives of a time, as one figure or by its units.

    Those of the series of the windows are added up by `longer_periods`.
    """
    whole = cube.observations.get(key)
    units = key.period.parts() if whole is None and key.series != windows else ()
    given = [cube.observations.get(key._replace(period=each)) for each in units]
    several = [whole] if whole else [each for each in given if each]
    bounds = [bounds_of(each) for each in several]
    known = [each for each in bounds if each]
    if not known:
        return None
    least, most = sum((low for low, _ in known), Decimal(0)), sum((high for _, high in known), Decimal(0))
    is_all = len(known) == max(1, len(units))
    said = f"{named(several[0][-1])} is {typed(several[0][-1])}"
    if len(several) > 1:
        said = f"de {len(several)} perioden in die tijd, vanaf {said}, zijn samen {shown((least, most))}"
    return _Counted(least, most if is_all else None, said)


def _between(before: TimePeriod, after: TimePeriod) -> TimePeriod | None:
    """The time in which the second window goes on after the first; None where they are not of the same units."""
    if before.unit != after.unit or before.end >= after.end:
        return None
    first, last = (TimePeriod.at(after.unit, day, after.begins) for day in (before.end + _DAY, after.end))
    return first.through(last) if last.end == after.end else None


class _Usual:
    """What is counted in one unit of time by the series that windows add up."""

    def __init__(self, of: Sequence[str], cube: Cube) -> None:
        self._known: dict[tuple[str, Part, str], list[tuple[date, Interval]]] = {}
        for key, vintages in ((key, each) for id in of for key, each in cube.observations_of(id).items()):
            bounds = bounds_of(vintages)
            if bounds and key.period.kind != "venster":
                place = key.series, key.part, key.period.kind
                self._known.setdefault(place, []).append((key.period.start, bounds))
        for several in self._known.values():
            several.sort()

    def is_left(self, gap: TimePeriod, step: Interval, keys: Sequence[Key]) -> str:
        """'meer' or 'minder' where a step over that time is far more or less than is usual around it, by the unit."""
        units = Decimal(len(gap.parts()))
        for key in keys:
            near = self._near(gap, key)
            if near and is_far_above(CONTEXT.divide(step[0], units), [most for _, most in near]):
                return "meer"
            if near and units > 1 and is_far_below(CONTEXT.divide(step[1], units), [least for least, _ in near]):
                return "minder"
        return ""

    def _near(self, gap: TimePeriod, key: Key) -> Sequence[Interval]:
        """The periods of one unit nearest to that time; none where they are too few to tell."""
        known = self._known.get((key.series, key.part, gap.unit), [])
        place = bisect_left(known, gap.start, key=lambda each: each[0])
        beside = known[max(0, place - ENOUGH) : place + ENOUGH]
        beside.sort(key=lambda each: abs(each[0] - gap.start))
        return [bounds for _, bounds in beside[:ENOUGH]] if len(beside) >= ENOUGH else []


def _message(before: Vintages, after: Vintages, why: str) -> str:
    earlier: Observation = before[-1]
    over = period_name(earlier.period).replace(HARD_SPACE, " ")
    return f"{named(after[-1])} is {typed(after[-1])}; {over} was {typed(earlier)}, {why}"
