"""What the data say that a sentence may claim: values over time, ranks, and what a figure is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property

from msgspec import Struct

from rapportage.document import Delivered, FigureInput, Formula, Operand, Trace
from rapportage.figures.measure_kinds import CHANGE
from rapportage.figures.observation import Operation
from rapportage.figures.parts import WHOLE, Dimensions, Part
from rapportage.figures.period import BeforeTheCalendar, TimePeriod
from rapportage.figures.unit_text import scale_of
from rapportage.figures.words.numbers import number
from rapportage.input.cube.cube import Cube, Series
from rapportage.proof.claims.stretches import FigureInText

_NUMBER = re.compile(r"-?\d{1,18}(?:\.\d{1,9})?", re.ASCII)
_LEAST_TELLING = 1000
INDEX_BASE = re.compile(r"(\d{4})\s*=\s*100\b")


class Subject(Struct, frozen=True):
    """What is counted: a series, or a part of it."""

    series: str
    part: Part = WHOLE


class Point(Struct, frozen=True):
    """One operand of a figure: what it counts, over what time."""

    subject: Subject
    periods: tuple[TimePeriod, ...]

    @property
    def time(self) -> TimePeriod:
        """Its time as a whole, or its last part where that is more than one. Only of what has periods."""
        return TimePeriod.joined(self.periods) or max(self.periods, key=lambda each: each.end)


class Meaning(Struct, frozen=True):
    """What a shown figure is: one level, or a change or difference from one to another, or a share in another."""

    figure: FigureInText
    operation: Operation | None
    points: tuple[Point, ...]
    """Of a change or difference the two that it is between, in the order of the calculation."""
    whole: Point | None = None
    """Of a share."""
    is_size: bool = False
    """Of a change or difference below nothing that it is shown without its sign: 'daalde met 12'."""

    @property
    def value(self) -> Decimal | None:
        """In ones, whatever the figure is shown in: 12,5 miljoen is 12.500.000."""
        exact = self.figure.trace.exact
        return None if exact is None else exact * scale_of(self.unit)

    @property
    def unit(self) -> str:
        return self.figure.trace.unit

    @property
    def is_level(self) -> bool:
        return self.operation in (None, Operation.SUM, Operation.MEAN, Operation.REST)

    @property
    def is_change(self) -> bool:
        return self.operation in (Operation.CHANGE, Operation.DIFFERENCE)

    @property
    def subject(self) -> Subject | None:
        """What it counts, when that is one thing."""
        subjects = {point.subject for point in self.points}
        return next(iter(subjects)) if len(subjects) == 1 else None

    @property
    def point(self) -> Point | None:
        """Of a level of one thing what and when it is."""
        return self.points[0] if len(self.points) == 1 and self.points[0].periods else None

    @property
    def difference(self) -> Decimal | None:
        """The value with its sign, also where that is not shown."""
        return -self.value if self.is_size and self.value is not None else self.value

    @property
    def rise(self) -> Decimal | None:
        """Of a change over time how much it went up; None of a difference between two things."""
        if self.difference is None or len(self.points) != 2 or self.subject is None or not self.has_times:
            return None
        one, other = self.points
        if one.time == other.time:
            return None
        return self.difference if one.time.end > other.time.end else -self.difference

    @property
    def has_times(self) -> bool:
        return bool(self.points) and all(point.periods for point in self.points)

    @property
    def later(self) -> Point | None:
        return max(self.points, key=lambda point: point.time.end) if self.has_times else None


def meaning_of(figure: FigureInText) -> Meaning:
    """What the trace of a figure says that it is."""
    trace = figure.trace
    match _unwrapped(trace.calculation):
        case Formula(operation=operation, operands=operands) if operation in _BETWEEN:
            between = tuple(_point(each, trace.inputs) for each in operands)
            return Meaning(figure, operation, between, is_size=_is_size(trace, operands))
        case Formula(operation=Operation.SHARE as operation, operands=operands):
            part, whole = (_point(each, trace.inputs) for each in operands)
            return Meaning(figure, operation, (part,), whole)
        case Formula(operation=operation, operands=operands):
            points = [_point(each, trace.inputs) for each in operands]
            return Meaning(figure, operation, _merged([point for point in points if point.periods]))
        case Delivered() as given:
            return Meaning(figure, None, (_point(given, trace.inputs),))
    return Meaning(figure, None, ())


_BETWEEN = (Operation.DIFFERENCE, Operation.CHANGE, Operation.INDEX)
"""What is of two figures, in their order."""


def _is_size(trace: Trace, operands: Sequence[Operand]) -> bool:
    """Whether what is shown is above nothing, and what it is of the two figures is below it."""
    one, other = (_valued(each, trace.inputs) for each in operands)
    return trace.exact is not None and one is not None and other is not None and one < other and trace.exact > 0


def _valued(operand: Operand, inputs: Sequence[FigureInput]) -> Decimal | None:
    """What a figure or a sum of figures is by what was typed in the data; None where that does not tell."""
    match operand:
        case Delivered(place=place):
            return _typed(inputs[place].text)
        case Formula(operation=Operation.SUM, operands=operands):
            values = [_valued(each, inputs) for each in operands]
            return sum((each for each in values if each is not None), Decimal(0)) if None not in values else None
    return None


def _typed(text: str) -> Decimal | None:
    """A number as data have it: '73600', '-1.5'."""
    return Decimal(text) if _NUMBER.fullmatch(text) else None


def _merged(points: Sequence[Point]) -> tuple[Point, ...]:
    """Points of one thing over several periods are one point."""
    periods: dict[Subject, dict[TimePeriod, None]] = {}
    for point in points:
        periods.setdefault(point.subject, {}).update(dict.fromkeys(point.periods))
    return tuple(Point(subject, tuple(each)) for subject, each in periods.items())


def _unwrapped(operand: Operand) -> Operand:
    """What is shown in another size, or in words: of 'the size of a change' the change, of 'derde' what is third."""
    match operand:
        case Formula(operation=Operation.PRODUCT | Operation.QUOTIENT, operands=(inner, Decimal())):
            return _unwrapped(inner)
        case Formula(operation=Operation.WORDS, operands=(about, *_)):
            return _unwrapped(about)
    return operand


def _point(operand: Operand, inputs: Sequence[FigureInput]) -> Point:
    cells = list(_cells(operand, inputs))
    subjects = {Subject(cell.series, cell.part) for cell in cells}
    subject = next(iter(subjects)) if len(subjects) == 1 else Subject("")
    periods = tuple(dict.fromkeys(period for cell in cells if (period := TimePeriod.parse(cell.period))))
    return Point(subject, periods)


def _cells(operand: Operand, inputs: Sequence[FigureInput]) -> Iterator[FigureInput]:
    match operand:
        case Delivered(place=place):
            yield inputs[place]
        case Formula(operands=operands):
            for each in operands:
                yield from _cells(each, inputs)


class Facts(Struct, frozen=True, dict=True):
    """The cube as known on a day."""

    cube: Cube
    as_of: str | None

    def value(self, subject: Subject, period: TimePeriod) -> Decimal | None:
        key = (subject, period)
        if key not in self._values:
            found = self.cube.total_over(subject.series, period, subject.part, self.as_of)
            self._values[key] = None if found is None or found.value is None else found.value * found.scale
        return self._values[key]

    @cached_property
    def _values(self) -> dict[tuple[Subject, TimePeriod], Decimal | None]:
        return {}

    def wholes_at(self, period: TimePeriod) -> Sequence[tuple[str, Decimal]]:
        """Every series that has a figure then, with that."""
        if period not in self._wholes:
            found = ((id, self.value(Subject(id), period)) for id in self.cube.ids())
            self._wholes[period] = [(id, value) for id, value in found if value is not None]
        return self._wholes[period]

    @cached_property
    def _wholes(self) -> dict[TimePeriod, list[tuple[str, Decimal]]]:
        return {}

    @cached_property
    def telling_values(self) -> frozenset[Decimal]:
        """The values as the files have them, of four digits or more: fewer digits are the same by chance."""
        found = (vintages[-1].value for vintages in self.cube.observations.values())
        return frozenset(each for each in found if each is not None and abs(each) >= _LEAST_TELLING)

    def known(self, subject: Subject, unit: str, until: TimePeriod) -> list[tuple[TimePeriod, Decimal]]:
        """The values over single periods of that kind, up to `until`, in order of time."""
        found = []
        for period in self.cube.periods(subject.series):
            if period.kind == unit and period.end <= until.end:
                value = self.value(subject, period)
                if value is not None:
                    found.append((period, value))
        return found

    def title(self, series: str) -> str:
        found = self.cube.series(series, self.as_of)
        return found.title if found else series

    def described(self, series: str) -> str:
        """Unit and title."""
        found = self.cube.series(series, self.as_of)
        return f"{found.unit} {found.title}" if found else ""

    def unit(self, series: str) -> str:
        found = self.cube.series(series, self.as_of)
        return found.unit if found else ""

    def as_shown(self, series: str, value: Decimal) -> str:
        """A value in the unit of its series: '10.400 mln km'."""
        found = self.cube.series(series, self.as_of)
        scale = scale_of(found.unit) if found else 1
        return number(value) if scale == 1 or found is None else f"{number(value / scale)} {found.unit}"

    def base_year(self, series: str) -> str | None:
        """Of an index the year in which it is 100, where its unit or title says so."""
        found = INDEX_BASE.search(self.described(series))
        return found[1] if found else None

    def ending_with(self, series: str, time: TimePeriod) -> Iterator[TimePeriod]:
        """The periods of a series that end with a time: of 'eind 2022' the fourth quarter."""
        return (each for each in self.cube.periods(series) if each.end == time.end)

    def is_stock(self, series: str) -> bool:
        found = self.cube.series(series, self.as_of)
        return found is not None and found.kind == "stand"

    def is_counted_over_time(self, series: str) -> bool:
        """Whether its figures count what happens in a time, so that a longer one has more."""
        found = self.cube.series(series, self.as_of)
        return found is not None and found.kind != "stand" and found.measure.adds_over_periods

    def is_change(self, series: str) -> bool:
        """Whether its figures say themselves how much something changed: growth, inflation."""
        found = self.cube.series(series, self.as_of)
        return found is not None and found.measure == CHANGE

    def family(self, series: str) -> set[str]:
        """A series with those that it is the sum of, and that which it is a part of."""
        found = self.cube.series(series, self.as_of)
        return {series, *found.sum_of, *filter(None, [found.part_of])} if found else {series}

    def sum_of(self, series: str) -> frozenset[str]:
        """The series that one is the sum of, as the data say."""
        found = self.cube.series(series, self.as_of)
        return frozenset(found.sum_of) if found else frozenset()

    def is_part_of(self, series: str, whole: str) -> bool:
        """Whether all that a series counts is counted by another as well, as the data say."""
        seen, left = set[str](), [series]
        while left and whole not in seen:
            seen.add(one := left.pop())
            found = self.cube.series(one, self.as_of)
            wider = [found.part_of] if found and found.part_of else []
            known = ((id, self.cube.series(id, self.as_of)) for id in self.cube.ids())
            left += [*wider, *(id for id, each in known if each and id not in seen and one in each.sum_of)]
        return whole in seen

    def parts(self, series: str, period: TimePeriod, dimensions: Dimensions, within: Part = WHOLE) -> tuple[Part, ...]:
        """The parts of a breakdown that have a figure."""
        return self.cube.parts(series, period, dimensions, self.as_of, within)

    def takes_rest(self, series: str, part: Part) -> bool:
        """Whether a part is what is left, and no one thing to name among others."""
        found = self.cube.series(series, self.as_of)
        return found is not None and _takes_rest(found, part)

    def whole(self, subject: Subject, period: TimePeriod) -> Decimal | None:
        """That of which a part is a part."""
        if subject.part != WHOLE:
            return self.value(Subject(subject.series), period)
        series = self.cube.series(subject.series, self.as_of)
        return self.value(Subject(series.part_of), period) if series and series.part_of else None


def before(period: TimePeriod) -> TimePeriod | None:
    try:
        return period.previous()
    except BeforeTheCalendar:
        return None


def _takes_rest(series: Series, part: Part) -> bool:
    """Whether a part is what is left, also where the data do not say so: 'overige landen'."""
    return series.is_rest(part) or any(name.casefold().startswith("overig") for name in part.names)
