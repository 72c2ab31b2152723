"""Which figures of the cube add up to others: parts to their total, kinds to their sum, months to what they make up."""

from __future__ import annotations

from collections.abc import Iterator

from rapportage.figures.period import TimePeriod
from rapportage.input.cube.cube import Key
from rapportage.proof.disclosure.facts import Fact, adds_up, fits
from rapportage.proof.disclosure.register import Register

MOST_MONTHS = 60


def relations(register: Register) -> Iterator[Fact]:
    yield from _parts(register)
    yield from _kinds(register)
    yield from _periods(register)


def _parts(register: Register) -> Iterator[Fact]:
    """The parts of every breakdown and their total, as they were known in each edition that gives the total.

    Parts and total of one edition belong together. With a total of another edition they are only compared where they
    are the whole of it to the last one: a total that was restated is not that of the parts.
    """
    for series, outlines in register.cube.outlines.items():
        for period, breakdowns in outlines.items():
            totals = register.vintages.get(Key(series, period), [])
            for breakdown, categories in breakdowns.items():
                keys = [Key(series, period, breakdown, category) for category in categories]
                for total in totals:
                    day = register.cell(total).vintage
                    parts = [found for key in keys if (found := _as_of(register, key, day)) is not None]
                    fact = adds_up(register, parts, total)
                    is_own = any(register.cell(part).vintage == day for part in parts)
                    is_exact = all(register.exact(number) is not None for number in (*parts, total))
                    if fact is not None and (is_own or (is_exact and fact.constraint.lower is not None)):
                        yield fact


def _kinds(register: Register) -> Iterator[Fact]:
    """Series of which the data say that one is the sum of others (`som_van`), over every period that has them all."""
    for series in register.cube.ids():
        described = register.cube.series(series)
        if described is None or not described.sum_of:
            continue
        for key in [key for key in register.vintages if key.series == series and key.category is None]:
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
    groups: dict[tuple[str, str | None, str | None], list[Key]] = {}
    for key in list(register.vintages):
        groups.setdefault((key.series, key.breakdown, key.category), []).append(key)
    for (series, _, _), keys in groups.items():
        described = register.cube.series(series)
        if described is None or not described.additive or len(keys) < 2:
            continue
        for key in keys:
            units = _units(key.period)
            if 1 < len(units) <= MOST_MONTHS and _overlaps(key, keys):
                yield from _sums(register, key, units)


def _units(period: TimePeriod) -> tuple[TimePeriod, ...]:
    return period.months() or period.parts()


def _overlaps(key: Key, others: list[Key]) -> bool:
    """Whether another figure is about some of the same months: otherwise there is nothing to compare with."""
    one = key.period
    return any(
        other is not key
        and (other.period.unit == "week") == (one.unit == "week")
        and other.period.start <= one.end
        and one.start <= other.period.end
        for other in others
    )


def _sums(register: Register, key: Key, units: tuple[TimePeriod, ...]) -> Iterator[Fact]:
    """With the newest figures of the months, or where those were restated with those of the same time; else not."""
    months = [Key(key.series, unit, key.breakdown, key.category) for unit in units]
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
