"""Are the figures of months those of their quarter and year? What is counted in a part of a period is in the whole too.

Of each longer period one thing is said: that a shorter one in it is larger already, else that the shorter ones that it
consists of do not make it, else that some of those in it are together more.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

from rapportage.diagnostics import Findings
from rapportage.figures.observation import Observation, ObservationStatus
from rapportage.figures.parts import Part
from rapportage.figures.period import TimePeriod
from rapportage.figures.units import Unit
from rapportage.figures.words.lists import enumeration
from rapportage.figures.words.periods import HARD_SPACE, period_name
from rapportage.input.cube.cube import Cube, Key
from rapportage.proof.checking.figures.intervals import (
    FAR,
    agree,
    are_far_apart,
    cell_of,
    interval,
    named,
    place_of,
    shown,
    total,
    typed,
)

Vintages = Sequence[Observation]
"""What was ever said of one figure, the oldest first."""
_LISTED = 4
"""So many figures that are too much together are named."""


def check_longer_periods(series: str, twins: Sequence[str], cube: Cube, findings: Findings) -> None:
    """Reports the figures of `series` over longer periods that those over shorter ones contradict.

    What a period consists of may be of `twins`, series of the same name: months and quarters often come from two
    publications. But those count a little differently, so that some of its parts are only held against its own
    series; against others where they are far more.
    """
    edition = cube.series(series)
    if edition is None or not edition.additive:
        return
    groups = {twin: _by_part(twin, cube) for twin in twins}
    for part, group in groups[series].items():
        others = [[vintages for _, vintages in groups[twin].get(part, ())] for twin in twins if twin != series]
        if len(group) == 1 and not any(others):
            continue  # nothing contradicts the only figure of a part
        told: set[TimePeriod] = set()
        shorter = [vintages for _, vintages in group]
        for key, whole in sorted(group, key=lambda each: _days(each[0].period)):
            if edition.measure.negative:  # one quarter may undo another
                _check_made(key, whole, twins, cube, findings)
                continue
            inside = _inside(key.period, shorter)
            is_told = _check_larger(whole, inside, told, findings)
            if not (is_told or _check_made(key, whole, twins, cube, findings)):
                _check_together(whole, inside, [_inside(key.period, each) for each in others], findings)


def _by_part(series: str, cube: Cube) -> Mapping[Part, list[tuple[Key, Vintages]]]:
    """All figures of each part, in the order of their first day."""
    groups: dict[Part, list[tuple[Key, Vintages]]] = {}
    for key, vintages in cube.observations_of(series).items():
        groups.setdefault(key.part, []).append((key, vintages))
    for group in groups.values():
        group.sort(key=lambda each: each[0].period.start)
    return groups


# --- One that is larger ---------------------------------------------------------------------------


def _check_larger(whole: Vintages, inside: Sequence[Vintages], told: set[TimePeriod], findings: Findings) -> bool:
    """Reports the largest figure that is more than the whole, and whether there is one.

    One in `told` was reported as more than a shorter period that contains it: it is probably that one that is wrong.
    """
    larger = [part for part in inside if _is_larger(part, whole)]
    new = [part for part in larger if part[0].period not in told]
    if new:
        part = max(new, key=lambda vintages: _bounds(vintages)[0])[-1]
        period = period_name(whole[-1].period).replace(HARD_SPACE, " ")
        message = f"{named(part)} is {typed(part)}: meer dan heel {period}, en dat is {typed(whole[-1])}"
        hint = "een deel van een tijd is nooit meer dan het geheel: verbeter een van de twee"
        findings.warning("C314", message, place_of(whole[-1]), hint)
    told.update(part[0].period for part in larger)
    return bool(larger)


def _is_larger(part: Vintages, whole: Vintages) -> bool:
    """Whether no combination of what was ever said of both is possible."""
    return not _may_change(part, whole) and not any(_at_most(one, other) for one in part for other in whole)


def _at_most(part: Observation, whole: Observation) -> bool:
    small, large = interval(part), interval(whole)
    return small is None or large is None or small[0] <= large[1]


def _may_change(part: Vintages, whole: Vintages) -> bool:
    """Whether one of them is provisional and the other of another day: the first was not restated yet."""
    newest = part[-1], whole[-1]
    is_provisional = any(each.status is ObservationStatus.PROVISIONAL for each in newest)
    return is_provisional and len({cell_of(each).vintage for each in newest}) > 1


def _inside(period: TimePeriod, ordered: Sequence[Vintages]) -> list[Vintages]:
    """The figures of shorter periods in it; all are in the order of their first day."""
    first = bisect_left(ordered, period.start, key=lambda vintages: vintages[0].period.start)
    last = bisect_right(ordered, period.end, key=lambda vintages: vintages[0].period.start)
    return [part for part in ordered[first:last] if part[0].period != period and period.contains(part[0].period)]


def _days(period: TimePeriod) -> int:
    return (period.end - period.start).days


# --- All that it consists of ----------------------------------------------------------------------


def _check_made(key: Key, whole: Vintages, twins: Sequence[str], cube: Cube, findings: Findings) -> bool:
    """Reports each way in which the period is made up of shorter ones that do not make it; whether there is one."""
    is_wrong = False
    for parts in (parts for twin in twins for parts in _divisions(key._replace(series=twin), cube)):
        newest = [each[-1] for each in parts]
        makes = total(newest)
        if makes is None or any(_makes(each, parts) for each in whole):
            continue
        is_wrong = True
        message = (
            f"{named(whole[-1])} is {typed(whole[-1])}, en de {len(newest)} perioden daarin zijn samen {shown(makes)}"
        )
        code = FAR if are_far_apart(interval(whole[-1]), makes) else "C302"
        findings.warning(code, message, place_of(whole[-1]), f"vergelijk met {typed(newest[0])} en verder")
    return is_wrong


def _divisions(key: Key, cube: Cube) -> Iterator[list[Vintages]]:
    """Every way in which the period is made up of shorter ones of which all figures are given, with their vintages."""
    for way in _ways(key.period, cube.units_of(key.series)):
        found = [cube.observations.get(key._replace(period=period)) for period in way]
        if all(found):
            yield [each for each in found if each]


@lru_cache(maxsize=256)
def _ways(period: TimePeriod, units: tuple[Unit, ...]) -> tuple[tuple[TimePeriod, ...], ...]:
    """The months, quarters, halves, weeks or days that the period is made up of."""
    ways = (window.parts() for unit in units if (window := period.divided(unit)))
    return tuple(way for way in ways if len(way) > 1)


def _makes(whole: Observation, parts: Sequence[Vintages]) -> bool:
    """Whether the parts, as known when the whole came out or as known now, make it."""
    vintage = cell_of(whole).vintage
    then = [([each for each in one if cell_of(each).vintage <= vintage] or one)[-1] for one in parts]
    now = [one[-1] for one in parts]
    first = [one[0] for one in parts]
    return any(agree(interval(whole), total(figures)) for figures in (then, now, first))


# --- Some that are together more ------------------------------------------------------------------


def _check_together(
    whole: Vintages, inside: Sequence[Vintages], others: Sequence[Sequence[Vintages]], findings: Findings
) -> None:
    """Reports figures of periods that do not overlap and are at least more, together, than the whole can be.

    Of series of the same name (`others`) they have to be far more.
    """
    low, limit = _bounds(whole)
    if limit is None:
        return
    least, parts = _most(_settled(inside, whole))
    if least > limit:
        _tell_together("C314", whole, least, parts, findings)
        return
    for other in others:
        least, parts = _most(_settled(other, whole))
        if least > limit and are_far_apart((low, limit), (least, least)):
            _tell_together(FAR, whole, least, parts, findings)
            return


def _settled(inside: Sequence[Vintages], whole: Vintages) -> Sequence[Vintages]:
    return sorted((part for part in inside if not _may_change(part, whole)), key=_last_day)


def _tell_together(
    code: str, whole: Vintages, least: Decimal, parts: Sequence[Observation], findings: Findings
) -> None:
    names = [f"{period_name(part.period)}: {typed(part)}".replace(HARD_SPACE, " ") for part in parts[:_LISTED]]
    names += [f"nog {len(parts) - _LISTED} perioden"] if len(parts) > _LISTED else []
    together = f"{enumeration(names)} zijn samen al minstens {shown((least, least))}"
    message = f"{named(whole[-1])} is {typed(whole[-1])}, en {together}"
    hint = "delen van een tijd zijn samen nooit meer dan het geheel: verbeter een van de cijfers"
    findings.warning(code, message, place_of(whole[-1]), hint)


def _last_day(vintages: Vintages) -> date:
    return vintages[0].period.end


def _most(ordered: Sequence[Vintages]) -> tuple[Decimal, list[Observation]]:
    """The largest sum, at the least, of figures whose periods do not overlap; `ordered` are they by their last day."""
    ends = [part[0].period.end for part in ordered]
    best: list[tuple[Decimal, int]] = [(Decimal(0), 0)]
    for part in ordered:
        before = bisect_left(ends, part[0].period.start)
        with_it = best[before][0] + _bounds(part)[0]
        best.append((with_it, before) if with_it > best[-1][0] else (best[-1][0], -1))
    chosen, place = [], len(ordered)
    while place > 0:
        before = best[place][1]
        if before >= 0:
            chosen.append(ordered[place - 1][-1])
        place = before if before >= 0 else place - 1
    return best[-1][0], chosen[::-1]


def _bounds(vintages: Vintages) -> tuple[Decimal, Decimal | None]:
    """The least and the most that a count was ever said to be: at least 0, and without end where it is unknown."""
    known = [interval(each) for each in vintages]
    least = min((each[0] if each else Decimal(0)) for each in known)
    most = [each[1] for each in known if each]
    return least, max(most) if len(most) == len(known) else None
