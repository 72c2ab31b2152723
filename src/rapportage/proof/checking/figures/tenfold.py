"""A zero too many or too few, where the past is too short to judge by: held against what is beside it in time.

A part of a row that grows as its whole does is no slip of its own: then the total is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain, pairwise

from msgspec import Struct

from rapportage.diagnostics import Findings
from rapportage.figures.observation import Observation
from rapportage.figures.parts import WHOLE
from rapportage.figures.rounding import CONTEXT
from rapportage.figures.words.lists import enumeration
from rapportage.figures.words.numbers import number
from rapportage.figures.words.periods import HARD_SPACE, period_name
from rapportage.input.cube.cube import Cube
from rapportage.proof.checking.figures.intervals import named, place_of, typed
from rapportage.proof.checking.figures.rows import Course, courses

TIMES = Decimal(6)
"""What has a zero too many is about ten times what is beside it: growth leaves at least so much of that …"""
TIMES_ONE = Decimal("7.5")
"""… and more is asked where there is only one period to hold it against."""
SMALL = 20
"""Of smaller counts so many times as many happen by chance."""
LONGER = 4
"""A period may be so many times as long as another that it is held against."""
ENOUGH = 6
"""What has so many before it is judged by those (`course`)."""
FEW, RARE = 2, 20
"""Where more than a few are so, in as many periods, and more than one in twenty, the series jumps by itself."""


class Far(Struct, frozen=True):
    """A figure that is many times what is beside it in time, or a small part of it."""

    figure: Observation
    beside: Sequence[Observation]

    def tell(self, findings: Findings) -> None:
        figure, beside = self.figure, self.beside
        times = max(_times(figure, each) for each in beside)
        said = [f"{typed(each)} in {period_name(each.period).replace(HARD_SPACE, ' ')}" for each in beside]
        way = "meer" if _per_day(figure) > _per_day(beside[0]) else "minder"
        message = f"{named(figure)} is {typed(figure)}: zo'n {number(times, 0)} keer {way} dan {enumeration(said)}"
        hint = "staat er een nul te veel of te weinig? Klopt het: zet erachter waarom, # erkend C305: …"
        findings.warning("C305", message, place_of(figure), hint)


def check_tenfold(cube: Cube, findings: Findings) -> None:
    """Reports figures that are many times those beside them, or a small part of those; none of a series that jumps."""
    far: dict[str, list[Far]] = {}
    for key, by_length in courses(cube):
        far.setdefault(key.series, []).extend(_far(by_length, cube, key.series))
    for series, found in far.items():
        several = len(found) > FEW and len({each.figure.period for each in found}) > FEW
        if not (several and len(found) * RARE > len(cube.observations_of(series))):
            for each in found:
                each.tell(findings)


def _far(by_length: Course, cube: Cube, series: str) -> Iterator[Far]:
    """Those of one part of a series."""
    edition = cube.series(series)
    alone = []
    for figures in by_length.values():
        known = [figure for figure in figures if _size(figure) > 0]
        if len(known) > 1:
            yield from _in_course(known, cube)
        elif edition is not None and edition.additive:
            alone += known
    for figure in alone:
        others = [each for each in chain(*by_length.values()) if _is_about_as_long(each, figure)]
        nearest = min(others, key=lambda each: abs(each.period.end - figure.period.end), default=None)
        if nearest is not None and not (nearest in alone and nearest.period.end > figure.period.end):
            yield from _judged(figure, [nearest], cube)


def _is_about_as_long(other: Observation, figure: Observation) -> bool:
    """Whether it is known, of another time, and not so much shorter or longer that a season makes the difference."""
    short, long = sorted((_days(other), _days(figure)))
    is_apart = other.period.end < figure.period.start or figure.period.end < other.period.start
    return is_apart and _size(other) > 0 and short * LONGER >= long


def _in_course(known: Sequence[Observation], cube: Cube) -> Iterator[Far]:
    """Of the first and the last only one is beside them: it must itself be as what is on its other side."""
    apart = [_is_apart(one, other) for one, other in pairwise(known)]
    if len(known) == 2:
        yield from _judged(known[1], known[:1], cube)
        return
    for place, figure in enumerate(known[:ENOUGH]):
        if place == 0 and apart[0] and not apart[1]:
            yield from _judged(figure, known[1:2], cube)
        elif place == len(known) - 1 and apart[-1] and not apart[-2]:
            yield from _judged(figure, known[-2:-1], cube)
        elif 0 < place < len(known) - 1 and apart[place - 1] and apart[place]:
            yield from _judged(figure, [known[place - 1], known[place + 1]], cube)


def _judged(figure: Observation, beside: Sequence[Observation], cube: Cube) -> Iterator[Far]:
    """Whether it is many times each of those, or each of those many times it."""
    sides = {_per_day(figure) > _per_day(each) for each in beside}
    least = TIMES if len(beside) > 1 else TIMES_ONE
    are_apart = len(sides) == 1 and all(_is_apart(figure, each, least) for each in beside)
    if are_apart and not _is_of_the_row(figure, beside, cube):
        yield Far(figure, beside)


def _is_apart(one: Observation, other: Observation, least: Decimal = TIMES) -> bool:
    """Whether one is many times the other, and not of things of which there are few."""
    measure = one.measure
    if measure.negative or measure.most is not None or _times(one, other) < least:
        return False
    return not measure.is_exact or min(_size(one), _size(other)) >= SMALL


def _is_of_the_row(figure: Observation, beside: Sequence[Observation], cube: Cube) -> bool:
    """Whether the whole goes the same way, half as far: then it is the world that changed."""
    if figure.cells()[0].part == WHOLE:
        return False
    for each in beside:
        whole, other = cube.whole_of(figure), cube.whole_of(each)
        if whole is None or other is None or not _size(whole) or not _size(other):
            continue
        is_same_way = (_per_day(whole) > _per_day(other)) == (_per_day(figure) > _per_day(each))
        if is_same_way and _times(whole, other) * 2 >= _times(figure, each):
            return True
    return False


def _size(figure: Observation) -> Decimal:
    """In ones; nothing where it is not known."""
    return figure.value * figure.scale if figure.value is not None else Decimal(0)


def _per_day(figure: Observation) -> Decimal:
    """What periods of other lengths have to be compared by."""
    if not figure.measure.adds_over_periods:
        return _size(figure)
    return CONTEXT.divide(_size(figure), Decimal(_days(figure)))


def _days(figure: Observation) -> int:
    return (figure.period.end - figure.period.start).days + 1


def _times(one: Observation, other: Observation) -> Decimal:
    """How many times the smaller of them is in the larger."""
    small, large = sorted((_per_day(one), _per_day(other)))
    return CONTEXT.divide(large, small)
