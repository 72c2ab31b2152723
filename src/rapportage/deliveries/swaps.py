"""Whether columns changed places under heads that are right: their figures are then those of each other's series.

A column is held against what its own series had before, and against what those of other columns had. One that is near
to another's, where that one is near to its own in turn, is most likely under the wrong head. And a series that its file
calls the sum of others, or a part of another, has to be that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from rapportage.deliveries.grid import column_name, place
from rapportage.deliveries.imported import ImportedFigure
from rapportage.deliveries.rounding import room
from rapportage.figures.parts import WHOLE
from rapportage.figures.period import TimePeriod
from rapportage.input.specs.faults import SpecFault
from rapportage.input.specs.period import SeriesSpec
from rapportage.input.specs.provenance import FiguresByKey, OriginKey, number_of

CODE = "I415"


class _Bar(Struct, frozen=True):
    """How far from its own before a column has to be, and how near to another's; the distance to its own counts too."""

    far: Decimal
    near: Decimal
    times: Decimal = Decimal(3)


_BARS = (
    (8, _Bar(Decimal("0.1"), Decimal("0.12"), Decimal("2.5"))),
    (3, _Bar(Decimal("0.15"), Decimal("0.12"))),
    (2, _Bar(Decimal("0.25"), Decimal("0.08"))),
    (1, _Bar(Decimal(1) / 3, Decimal("0.05"))),
)
"""By how many figures a column has at least: of many columns with few figures, some are near to others by chance."""
_OTHER_SIZE = _Bar(Decimal("0.6"), Decimal("0.25"), Decimal(4))
"""Of columns of which one is four times as large as the other, whatever they have."""
_HINT = "kijk of de koppen boven de goede kolommen staan; klopt het zo, dan hoeft u niets te doen"
_ROWS = "kijk of de koppen bij de goede cijfers staan; klopt het zo, dan hoeft u niets te doen"

Column = dict[int, ImportedFigure]
"""The figures of a column by their rows."""
Values = Mapping[int, Decimal]


class Before(Struct, frozen=True):
    """An earlier period, and the figures that its file has."""

    period: TimePeriod
    figures: FiguresByKey

    def of(self, column: Column) -> Values:
        """What the series and parts of a column were then, as far as they had a number."""
        keys = {row: OriginKey(each.series, self.period, each.part) for row, each in column.items()}
        found = {row: self.figures.at(key) for row, key in keys.items()}
        numbers = {row: number_of(each.text) for row, each in found.items() if each is not None}
        return {row: number for row, number in numbers.items() if number is not None}


def swapped(figures: Sequence[ImportedFigure], before: Sequence[Before], path: str) -> Iterator[SpecFault]:
    """The columns of each sheet that are as each other's series were in every period before that is known."""
    for sheet, columns in _columns(figures).items():
        found = {each.period: _cycles(columns, each) for each in before}
        known = {period: cycles for period, cycles in found.items() if cycles is not None}
        for one in sorted(set.intersection(*known.values())) if known else ():
            first, then = columns[one[0]][min(columns[one[0]])], next(iter(known)).code
            names = ((_name(columns[at]), _name(columns[to])) for at, to in zip(one, (*one[1:], one[0]), strict=True))
            as_others = " en ".join(f"die van {own} zijn als {other} in {then}" for own, other in names)
            letters = " en ".join(map(column_name, one))
            where = place(path, sheet, first.cell)
            message = f"{where}: de cijfers van kolom {letters} lijken verwisseld: {as_others}"
            yield SpecFault(CODE, message, first.asked, _HINT)


def _columns(figures: Sequence[ImportedFigure]) -> dict[str, dict[int, Column]]:
    """By sheet and number of the column."""
    found: dict[str, dict[int, Column]] = {}
    for each in figures:
        column = found.setdefault(each.sheet, {}).setdefault(each.cell.column, {})
        column.setdefault(each.cell.row, each)
    return found


def _cycles(columns: Mapping[int, Column], before: Before) -> set[tuple[int, ...]] | None:
    """The columns that are each as the next was before, and the last as the first; None where nothing is known."""
    then = {at: before.of(column) for at, column in columns.items()}
    now = {at: _numbers(column) for at, column in columns.items()}
    own = {at: _distance(now[at], then[at]) for at in columns}
    far = {at: found for at, found in own.items() if found is not None and found >= _bar(now[at], found).far}
    if all(found is None for found in own.values()):
        return None
    near = {at: _as_others(now[at], most, {to: then[to] for to in far if to != at}) for at, most in far.items()}
    cycles: set[tuple[int, ...]] = {(at, to) for at in near for to in near[at] if at < to and at in near[to]}
    left = {at: found[0] for at, found in near.items() if found and not any(at in each for each in cycles)}
    for start in left:
        way = [start]
        while (to := left.get(way[-1])) is not None and to not in way:
            way.append(to)
        if to == start and start == min(way):
            cycles.add(tuple(way))
    return cycles


def _as_others(now: Values, own: Decimal, then: Mapping[int, Values]) -> list[int]:
    """The other columns that these figures are as, and much more so than as their own; the nearest first."""
    bar = _bar(now, own)
    found = ((_distance(now, each), at) for at, each in then.items())
    near = min(own / bar.times, bar.near)
    return [
        at for _, at in sorted((distance, at) for distance, at in found if distance is not None and distance <= near)
    ]


def _bar(now: Values, own: Decimal) -> _Bar:
    """What is asked of a column that is so far from its own before."""
    if own >= _OTHER_SIZE.far:
        return _OTHER_SIZE
    return next((bar for count, bar in _BARS if len(now) >= count), _OTHER_SIZE)


def _numbers(column: Column) -> Values:
    found = {row: number_of(each.text) for row, each in column.items()}
    return {row: number for row, number in found.items() if number is not None}


def _distance(one: Values, other: Values) -> Decimal | None:
    """How far two columns are apart in the rows that both have: 0 where they are the same, 1 where one has nothing."""
    rows = sorted(one.keys() & other.keys())
    together = sum((abs(one[row]) + abs(other[row]) for row in rows), Decimal(0))
    if not together or 2 * len(rows) < max(len(one), len(other)):
        return None
    return sum((abs(one[row] - other[row]) for row in rows), Decimal(0)) / together


def _name(column: Column) -> str:
    """What a column is of: its series, and the names of the parts that all its rows share."""
    figures = [column[row] for row in sorted(column)]
    series = list(dict.fromkeys(each.series for each in figures))
    parts = [dict(zip(each.part.dimensions, each.part.names, strict=True)) for each in figures]
    shared = [name for dimension, name in parts[0].items() if all(each.get(dimension) == name for each in parts)]
    return ", ".join([*(series if len(series) == 1 else ()), *shared]) or " en ".join(series)


# --- Series and each other ------------------------------------------------------------------------


def broken_relations(
    figures: Sequence[ImportedFigure], known: Mapping[str, SeriesSpec], path: str
) -> Iterator[SpecFault]:
    """Totals that are not the sum of others as their file says, or more than what they are a part of."""
    totals = {each.series: each for each in figures if each.part == WHOLE}
    numbers = {name: number for name, each in totals.items() if (number := number_of(each.text)) is not None}
    for name, number in numbers.items():
        spec = known.get(name)
        if spec is None:
            continue
        where = place(path, totals[name].sheet, totals[name].cell)
        members = [each.text for each in spec.sum_of if each.text in numbers]
        if members and len(members) == len(spec.sum_of) and spec.measure.kind.adds_up:
            made = sum((numbers[each] for each in members), Decimal(0))
            if abs(made - number) > room(spec.measure, [*(numbers[each] for each in members), number]):
                message = f"{where}: {name} is {number:f}, en {' + '.join(members)} is {made:f}"
                yield SpecFault(CODE, message, totals[name].asked, _ROWS)
        of = spec.part_of.text if spec.part_of else ""
        if of in numbers and numbers[of] < number and numbers[of] >= 0 and spec.measure.adds_over_periods:
            message = f"{where}: {name} is {number:f}, meer dan {of}, waarvan het een deel is: {numbers[of]:f}"
            yield SpecFault(CODE, message, totals[name].asked, _ROWS)
