"""Was the figure of the period before left? What is precisely the same as it was, and by chance hardly can be.

Of what is counted, that many things happen again as often has a chance that follows from how many they are. Among the
forty parts of a row one or two repeat themselves; of a total of some hundreds none does.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rapportage.diagnostics import Findings
from rapportage.figures.observation import Observation
from rapportage.figures.parts import WHOLE
from rapportage.figures.period import TimePeriod
from rapportage.figures.words.lists import listed
from rapportage.input.cube.cube import Cube
from rapportage.proof.checking.figures.intervals import agree, cell_of, interval, named, place_of, total, typed
from rapportage.proof.checking.figures.rows import Row, Rows

CHANCE = 0.03
"""A total that is the same in two files is told when its chance of that is smaller: from 100 things on …"""
IN_ONE_FILE = 0.003
"""… and in two periods that were typed side by side."""
OF_ROW = 0.005
"""So many parts of a row that are the same are told when the chance of as many is smaller."""
FEW = 3
_LISTED = 4
"""So many parts that are the same are named."""


def check_copies(cube: Cube, rows: Rows, findings: Findings) -> None:
    """Reports what is the same as in the period before, and hardly by chance."""
    steps = _Steps(cube)
    made = {(row.series, row.period) for several in rows.values() for row in several if _makes_total(row, cube)}
    for key, vintages in cube.observations.items():
        if key.part == WHOLE and (key.series, key.period) not in made:
            for period in _befores(key.period):
                before = cube.first_published(key.series, period)
                if before is not None:
                    _check_total(before, vintages[0], steps, findings)
    for several in rows.values():
        at = {row.period: row for row in reversed(several)}
        for row in at.values():
            for period in _befores(row.period):
                if period in at and period != row.period:
                    _check_row(at[period], row, steps, findings)


def _makes_total(row: Row, cube: Cube) -> bool:
    """Whether its parts are the total: then it is no figure that was left, or they all were, which is told of them."""
    whole, parts = cube.whole_of(row.parts[0]), total(row.parts)
    if whole is None or parts is None or len(row.dimensions) > 1 or len(row.parts) < 2:
        return False
    return agree(interval(whole), parts)


def _befores(period: TimePeriod) -> Iterator[TimePeriod]:
    """The period before; of a window also that which began as it does, or is as long, and ended one unit earlier."""
    if period.kind != "venster":
        yield period.previous()
        return
    first, last = (TimePeriod.at(period.unit, day, period.begins) for day in (period.start, period.end))
    for start in (first, first.previous()):
        window = start.through(last.previous())
        if window is not None:
            yield window


def _check_total(before: Observation, figure: Observation, steps: _Steps, findings: Findings) -> None:
    if not _is_same(before, figure):
        return
    most = CHANCE if place_of(figure).path != place_of(before).path else IN_ONE_FILE
    if steps.chance(figure) < most:
        message = f"{named(figure)} is precies als de periode ervoor: {typed(before)}"
        findings.warning("C306", message, place_of(figure), "is het oude cijfer blijven staan?")


def _check_row(before: Row, row: Row, steps: _Steps, findings: Findings) -> None:
    known = before.by_name()
    pairs = [(known[name], part) for name, part in row.by_name().items() if name in known]
    same = [(old, new) for old, new in pairs if _is_same(old, new)]
    expected = sum(steps.chance(new) for _, new in pairs if new.value is not None)
    if same and _of_as_many(len(same), expected) < OF_ROW:
        said = listed([f"{new.label} {typed(old)}" for old, new in same], _LISTED)
        first = same[0][1]
        message = f"{named(first)} is precies als de periode ervoor: {typed(same[0][0])}"
        if len(same) > 1:
            message = f"{named(first)}: {len(same)} delen zijn precies als in de periode ervoor: {said}"
        findings.warning("C306", message, place_of(first), "is de oude rij blijven staan?")


def _is_same(before: Observation, figure: Observation) -> bool:
    value = figure.value
    return value is not None and value > 0 and value == before.value and figure.unit == before.unit


def _of_as_many(count: int, expected: float) -> float:
    """The chance of so many or more of what happens `expected` times on average."""
    fewer = sum(expected**number / math.factorial(number) for number in range(min(count, 100)))
    return max(0.0, 1 - math.exp(-expected) * fewer)


class _Steps:
    """Between which neighbouring figures a series chooses: also one that does not say that it was rounded."""

    def __init__(self, cube: Cube) -> None:
        self._steps: Mapping[str, int] = {id: _step(cube.observations_of(id).values()) for id in cube.ids()}

    def chance(self, figure: Observation) -> float:
        """That of a figure that it is the same again; 1 for what is not counted in things."""
        value, measure = figure.value, figure.measure
        if value is None or value <= 0 or not (measure.adds_over_periods and measure.is_exact):
            return 1.0
        ones = float(value * figure.scale)
        width = float(((figure.high or value) - (figure.low or value)) * figure.scale)
        step = max(width, float(self._steps.get(cell_of(figure).series, 1)) * float(figure.scale), 1.0)
        return min(1.0, step / math.sqrt(4 * math.pi * ones))


def _step(many: Iterable[Sequence[Observation]]) -> int:
    """The largest number of which all figures are a multiple; of a few figures only a power of ten is no chance."""
    values = {each.value for vintages in many for each in vintages if each.value}
    if not values or any(value != int(value) for value in values):
        return 1
    step = math.gcd(*map(int, values))
    return step if len(values) > FEW else max(10**power for power in range(9) if step % 10**power == 0)
