"""Which figures of the cube add up to others: parts to their total, kinds to their sum, months to what they make up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rapportage.figures.parts import WHOLE, Dimensions, Part
from rapportage.figures.period import TimePeriod
from rapportage.input.cube.cube import Key
from rapportage.proof.disclosure.facts import Fact, adds_up, fits
from rapportage.proof.disclosure.register import Register

MOST_UNITS = 60


def relations(register: Register) -> Iterator[Fact]:
    yield from _parts(register)
    yield from _kinds(register)
    yield from _periods(register)


def _parts(register: Register) -> Iterator[Fact]:
    """The parts of every breakdown and all that they are parts of: the total, and the margins of a crossed one.

    A margin that no file gives, and that two breakdowns have in common, is an unknown that ties them together.
    """
    for series, outlines in register.cube.outlines.items():
        for period, breakdowns in outlines.items():
            gathered: dict[tuple[Part, Dimensions], list[Key]] = {}
            for dimensions, parts in breakdowns.items():
                for part in parts:
                    for whole in part.wholes():
                        gathered.setdefault((whole, dimensions), []).append(Key(series, period, part))
            breakdowns_of = Counter(whole for whole, _ in gathered)
            for (whole, _), keys in gathered.items():
                total = Key(series, period, whole)
                if total in register.cube.observations:
                    yield from _as_published(register, keys, total)
                elif whole != WHOLE and breakdowns_of[whole] > 1:
                    yield from _in_common(register, keys, total)


def _as_published(register: Register, keys: Sequence[Key], total: Key) -> Iterator[Fact]:
    """Parts and total as they were known in each edition that gives the total.

    Parts and total of one edition belong together. With a total of another edition they are only compared where they
    are the whole of it to the last one: a total that was restated is not that of the parts.
    """
    for number in register.vintages.get(total, []):
        day = register.cell(number).vintage
        parts = [found for key in keys if (found := _as_of(register, key, day)) is not None]
        fact = adds_up(register, parts, number)
        is_own = any(register.cell(part).vintage == day for part in parts)
        is_exact = all(register.exact(each) is not None for each in (*parts, number))
        if fact is not None and (is_own or (is_exact and fact.constraint.lower is not None)):
            yield fact


def _in_common(register: Register, keys: Sequence[Key], total: Key) -> Iterator[Fact]:
    """That the newest parts make a total that no file has."""
    parts = [register.vintages[key][-1] for key in keys if key in register.vintages]
    fact = adds_up(register, parts, register.absent(total)) if len(parts) == len(keys) else None
    if fact is not None:
        yield fact


def _kinds(register: Register) -> Iterator[Fact]:
    """Series of which the data say that one is the sum of others (`som_van`), over every period that has them all."""
    for series in register.cube.ids():
        described = register.cube.series(series)
        if described is None or not described.sum_of:
            continue
        for key in [key for key in register.vintages if key.series == series and key.part == WHOLE]:
            for total in register.vintages[key]:
                day = register.cell(total).vintage
                members = [Key(member, key.period) for member in described.sum_of]
                parts = [found for member in members if (found := _as_of(register, member, day)) is not None]
                fact = adds_up(register, parts, total) if len(parts) == len(members) else None
                if fact is not None and fact.constraint.lower is not None:
                    yield fact


def _as_of(register: Register, key: Key, day: str) -> int | None:
    """The newest figure of the editions up to that day; where there is none, the first after it."""
    numbers = register.vintages.get(key, [])
    known = [number for number in numbers if register.cell(number).vintage <= day]
    return known[-1] if known else next(iter(numbers), None)


def _periods(register: Register) -> Iterator[Fact]:
    """Every figure over months (or weeks) as the sum of them, also of months that no file has.

    So quarters, half-years, years and windows that overlap are all tied to one another.
    """
    groups: dict[tuple[str, Part], list[Key]] = {}
    for key in list(register.vintages):
        groups.setdefault((key.series, key.part), []).append(key)
    for (series, _), keys in groups.items():
        described = register.cube.series(series)
        if described is None or not described.additive or len(keys) < 2:
            continue
        has_days = any(key.period.unit == "dag" for key in keys)
        for key in keys:
            for units in _ways(key.period, has_days=has_days):
                if 1 < len(units) <= MOST_UNITS and _overlaps(key, keys):
                    yield from _sums(register, key, units)


def _ways(period: TimePeriod, *, has_days: bool) -> Iterator[tuple[TimePeriod, ...]]:
    """The months (or weeks) of a period; and its days, for a month or week of a series that is given by day.

    So a quarter is tied to its days by its months.
    """
    units = period.months() or period.parts()
    yield units
    if has_days and len(units) == 1 and (days := period.divided("dag")):
        yield days.parts()


def _overlaps(key: Key, others: list[Key]) -> bool:
    """Whether another figure is about some of the same months or days: otherwise there is nothing to compare with.

    Weeks are never made of months, nor months of weeks.
    """
    one = key.period
    return any(
        other is not key
        and _is_commensurable(one, other.period)
        and other.period.start <= one.end
        and one.start <= other.period.end
        for other in others
    )


def _is_commensurable(one: TimePeriod, other: TimePeriod) -> bool:
    return "dag" in (one.unit, other.unit) or (one.unit == "week") == (other.unit == "week")


def _sums(register: Register, key: Key, units: tuple[TimePeriod, ...]) -> Iterator[Fact]:
    """With the newest figures of the months, or where those were restated with those of the same time; else not."""
    months = [Key(key.series, unit, key.part) for unit in units]
    for total in register.vintages[key]:
        newest = [
            register.vintages[month][-1] if month in register.vintages else register.absent(month) for month in months
        ]
        day = register.cell(total).vintage
        then = [_then(register, month, day) for month in months]
        for parts in (newest, then):
            terms: dict[int, int] = {**dict.fromkeys(parts, 1), total: -1}
            if fits(register, terms) == "equal":
                fact = adds_up(register, parts, total)
                if fact is not None:
                    yield fact
                break


def _then(register: Register, key: Key, day: str) -> int:
    numbers = register.vintages[key]
    if register.true[numbers[0]] is None:
        return numbers[0]
    found = _as_of(register, key, day)
    return numbers[-1] if found is None else found
