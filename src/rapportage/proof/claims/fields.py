"""What something is the most, the least or the third of: the values of all parts, or of all times."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal

from msgspec import Struct

from rapportage.figures.observation import Operation
from rapportage.figures.parts import WHOLE, Part
from rapportage.figures.period import TimePeriod
from rapportage.figures.words.numbers import number
from rapportage.figures.words.periods import period_name
from rapportage.proof.claims.facts import Facts, Meaning, Point, Subject

_DECIMALS = 1


class Field(Struct, frozen=True):
    """Values by name, among them that of `own`."""

    values: Mapping[str, Decimal]
    own: str

    def place(self, sign: int) -> int:
        """1 for the most, or with -1 for the least; equal values share a place."""
        mine = self.values[self.own]
        return 1 + sum(1 for value in self.values.values() if (value - mine) * sign > 0)

    def holds(self, sign: int, place: int) -> bool:
        """Whether it is in that place; with 0 from either end."""
        return any(self.place(each) == place for each in ((sign,) if sign else (1, -1)))

    def top(self, sign: int, count: int) -> list[str]:
        return sorted(self.values, key=lambda name: -sign * self.values[name])[:count]

    def without(self, names: Collection[str]) -> Field | None:
        """The field without some; None where `own` is one of them."""
        left = {name: value for name, value in self.values.items() if name not in names}
        return Field(left, self.own) if self.own in left else None

    def only(self, names: Collection[str]) -> Field | None:
        return self.without(self.values.keys() - set(names))

    def told(self, sign: int, place: int = 1) -> str:
        """What is so: who is in that place, and where it itself is."""
        sign = sign or 1
        ordered = self.top(sign, len(self.values))
        there = ordered[min(place, len(ordered)) - 1]
        end = "" if sign > 0 else " van onder"
        own = f"{self.shown(self.own)} is nummer {self.place(sign)}{end}"
        return own if there == self.own else f"{own}; nummer {place}{end} is {self.shown(there)}"

    def shown(self, name: str) -> str:
        value = self.values[name]
        is_whole = value == value.to_integral_value()
        return f"{name} ({number(value) if is_whole else number(value, _DECIMALS)})"


def part_fields(facts: Facts, point: Point, meaning: Meaning | None = None) -> Iterator[Field]:
    """A part among the others of its breakdown; of a crossed one also among those that differ in one dimension only.

    With a meaning that of what it shows: a share in something else than the whole, or a change.
    """
    own = point.subject.part
    for fixed in _fixed(own):
        parts = facts.parts(point.subject.series, point.time, own.dimensions, fixed)
        named = [each for each in parts if each == own or not facts.takes_rest(point.subject.series, each)]
        values = {each: _value(facts, point, each, meaning) for each in named}
        known = {each.beyond(fixed).label: value for each, value in values.items() if value is not None}
        if len(known) == len(values) > 1 and own in values:
            yield Field(known, own.beyond(fixed).label)


def _fixed(part: Part) -> Iterator[Part]:
    """What all of a field have in common, first nothing; of two dimensions each."""
    yield WHOLE
    if len(part.dimensions) > 1:
        for dimension in part.dimensions:
            yield part.over((dimension,))


def _value(facts: Facts, point: Point, part: Part, meaning: Meaning | None) -> Decimal | None:
    if meaning and meaning.is_change:
        return _change(facts, meaning, part)
    value = facts.value(Subject(point.subject.series, part), point.time)
    whole = meaning.whole if meaning and meaning.operation is Operation.SHARE else None
    if value is None or whole is None or not whole.periods or whole.subject.part != point.subject.part:
        return value
    among = facts.value(Subject(whole.subject.series, part), whole.time)
    return 100 * value / among if among else None


def _change(facts: Facts, meaning: Meaning, part: Part) -> Decimal | None:
    """How much a part changed between the times of a change that is shown."""
    subject, times = meaning.subject, sorted({point.time for point in meaning.points})
    if subject is None or len(times) != 2:
        return None
    earlier, later = (facts.value(Subject(subject.series, part), time) for time in times)
    if earlier is None or later is None:
        return None
    if meaning.operation is Operation.CHANGE:
        return 100 * (later - earlier) / earlier if earlier else None
    return later - earlier


def time_field(facts: Facts, subject: Subject, time: TimePeriod, known: Collection[TimePeriod]) -> Field | None:
    """A time among others of its kind; None where it has no figure, or there are too few."""
    values = {period_name(each): value for each in known if (value := facts.value(subject, each)) is not None}
    own = period_name(time)
    return Field(values, own) if own in values and len(values) > 1 else None
