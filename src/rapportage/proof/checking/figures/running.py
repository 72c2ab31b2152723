"""Do running totals run on? What 'tot en met week 29' is more than 'tot en met week 28' was counted in week 29."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from rapportage.diagnostics import Findings
from rapportage.figures.observation import Observation, ObservationStatus
from rapportage.figures.parts import Part
from rapportage.figures.period import TimePeriod
from rapportage.figures.words.periods import HARD_SPACE, period_name
from rapportage.input.cube.cube import Cube, Key, Series
from rapportage.proof.checking.figures.course import is_far_above
from rapportage.proof.checking.figures.intervals import named, place_of, shown, typed
from rapportage.proof.checking.figures.namesakes import Vintages, bounds_of

ENOUGH = 8
"""So many figures of the time around it say what is usual between two windows."""
MEND = "vergelijk met de vorige levering: het verschil is wat er in de tussentijd bijkwam"
_DAY = timedelta(days=1)


def check_running_totals(cube: Cube, findings: Findings) -> None:
    """Reports windows from one day that differ otherwise than what was counted between their ends.

    That may be given by the series itself, or by one whose title theirs begins with: 'Instroom in het jaar tot nu'
    adds up 'Instroom'.
    """
    editions = {id: edition for id in cube.ids() if (edition := cube.series(id))}
    for series, edition in editions.items():
        if not edition.additive or edition.measure.negative:
            continue
        of = [id for id, other in editions.items() if _adds_up(edition, other)]
        for (part, _), windows in _windows(cube.observations_of(series)).items():
            for before, after in pairwise(windows):
                if not _is_provisional(before) and not _is_provisional(after):
                    _check_step(before, after, [Key(id, after[0].period, part) for id in of], cube, findings)


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


def _check_step(before: Vintages, after: Vintages, keys: Sequence[Key], cube: Cube, findings: Findings) -> None:
    gap = _between(before[0].period, after[0].period)
    first, last = bounds_of(before), bounds_of(after)
    if gap is None or first is None or last is None:
        return
    step = last[0] - first[1], last[1] - first[0]
    given = [vintages for key in keys if (vintages := cube.observations.get(key._replace(period=gap)))]
    for each in given:
        own = bounds_of(each)
        if own and (own[0] > step[1] or own[1] < step[0]):
            message = _message(before, after, f"en {named(each[-1])} is {typed(each[-1])}")
            findings.warning("C302", message, place_of(after[-1]), MEND)
            return
    if not given and any(is_far_above(step[0], usual) for usual in _usual(gap, keys, cube)):
        period = period_name(gap).replace(HARD_SPACE, " ")
        message = _message(before, after, f"zodat {period} {shown(step)} zou zijn: veel meer dan in de tijd eromheen")
        findings.warning("C305", message, place_of(after[-1]), MEND)


def _between(before: TimePeriod, after: TimePeriod) -> TimePeriod | None:
    """The one unit of time in which the second window goes on after the first; None where it is no one unit."""
    if before.unit != after.unit or before.end >= after.end:
        return None
    gap = TimePeriod.at(after.unit, before.end + _DAY, after.begins)
    return gap if gap.end == after.end else None


def _usual(gap: TimePeriod, keys: Sequence[Key], cube: Cube) -> Iterator[Sequence[Decimal]]:
    """What each of the series gives at most of the periods nearest to the gap, and as long."""
    for key in keys:
        figures = cube.observations_of(key.series).items()
        known = [
            (abs(at.period.start - gap.start), bounds[1])
            for at, vintages in figures
            if at.part == key.part and at.period.kind == gap.kind and (bounds := bounds_of(vintages))
        ]
        if len(known) >= ENOUGH:
            yield [most for _, most in sorted(known)[:ENOUGH]]


def _message(before: Vintages, after: Vintages, why: str) -> str:
    earlier: Observation = before[-1]
    over = period_name(earlier.period).replace(HARD_SPACE, " ")
    return f"{named(after[-1])} is {typed(after[-1])}; {over} was {typed(earlier)}, {why}"
