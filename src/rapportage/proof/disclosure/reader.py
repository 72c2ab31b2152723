"""What the document tells its reader: the figures that are in it, and what was computed from others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from rapportage.document import Delivered, Document, Formula, Operand, Trace, calculation_words
from rapportage.figures.counting import COMPARISONS
from rapportage.figures.observation import ObservationStatus, Operation
from rapportage.proof.disclosure.facts import Fact
from rapportage.proof.disclosure.problem import IntegerCell, Limit, constraint
from rapportage.proof.disclosure.ratios import CONSTANT, Ratio, Untraceable, ratio_of
from rapportage.proof.disclosure.register import Register
from rapportage.proof.disclosure.shown import figures, interval

_CLOSE = Fraction(1, 10**20)
"""Computed figures are cut after 60 digits."""
_COMPARED = (Operation.COUNT, Operation.WORDS)
"""What rests on comparisons."""


class Reader:
    """Goes through the document once: `published` are the counts that it gives, `facts` what else it says."""

    def __init__(self, document: Document, register: Register) -> None:
        self._register = register
        self.published: dict[int, IntegerCell] = {}
        self.facts: list[Fact] = []
        computed: dict[tuple[str, Trace], None] = {}
        for text, trace in figures(document):
            if trace.exact is None:
                continue
            if isinstance(trace.calculation, Delivered):
                self._publish_shown(text, trace.exact, trace)
            else:
                computed[text, trace] = None
        for text, trace in computed:
            self.facts.extend(self._computed(text, trace))

    def is_given(self, number: int) -> bool:
        """Whether the reader is told exactly what it is."""
        cell = self.published.get(number)
        return cell is not None and cell.is_fixed

    def _publish_shown(self, text: str, exact: Decimal, trace: Trace) -> None:
        number = self._register.number(trace.inputs[0])
        if number is None:
            return
        low, high = self._register.truth(number)
        if low == high:
            first, last = interval(text, exact)
            low, high = max(Fraction(0), _least(first)), _most(last)
        self._publish(number, ceil(low), None if high is None else floor(high))

    def _publish(self, number: int, low: int, high: int | None) -> None:
        before = self.published.get(number, IntegerCell())
        highs = [each for each in (before.upper, high) if each is not None]
        self.published[number] = IntegerCell(max(before.lower, low), min(highs) if highs else None)

    def _computed(self, text: str, trace: Trace) -> Iterator[Fact]:
        """What a computed figure says; where we can't follow the calculation we take its inputs as given exactly."""
        numbers = [self._register.number(each) for each in trace.inputs]
        counts = [number for number in numbers if number is not None and self._register.is_known(number)]
        if all(self.is_given(number) for number in counts) or trace.exact is None:
            return
        if isinstance(trace.calculation, Formula) and trace.calculation.operation in _COMPARED:
            for each in trace.calculation.operands:
                yield from self._side(each, numbers)
            return
        try:
            yield from self._facts(text, trace, trace.exact, numbers)
        except Untraceable:
            for number in counts:
                low, high = self._register.truth(number)
                self._publish(number, ceil(low), None if high is None else floor(high))

    def _side(self, comparison: Operand, numbers: list[int | None]) -> Iterator[Fact]:
        """On which side of a limit a figure is: a count of those above it tells no more than all of that.

        Of a figure that is not known, the bounds decided, which the reader knows.
        """
        if not isinstance(comparison, Formula) or comparison.operation not in COMPARISONS:
            return
        figure, limit = comparison.operands
        try:
            if isinstance(limit, Decimal):
                gap, edge = ratio_of(figure, self._cells(numbers)), Fraction(limit)
            else:
                gap, edge = ratio_of(Formula(Operation.DIFFERENCE, (figure, limit)), self._cells(numbers)), Fraction(0)
            gap = self._folded(gap)
            value = gap.value(self._exact)
        except Untraceable:
            return
        if value is None:
            return
        is_more = comparison.operation in (Operation.ABOVE, Operation.AT_MOST)  # which both part at 'more than'
        above = value > edge if is_more else value >= edge
        end = Limit(edge, above == is_more)
        words = calculation_words(comparison).replace("\u00a0", " ")
        rests_on = [number for number in numbers if number is not None]
        yield from self._bounded(gap, end if above else None, None if above else end, words, rests_on)

    def _cells(self, numbers: list[int | None]) -> Callable[[int], int | None]:
        """The cell of each input; None for one that is impossible."""

        def cell(place: int) -> int | None:
            number = numbers[place]
            if number is None:
                raise Untraceable
            one = self._register.true[number]
            if one is not None and one.status is ObservationStatus.IMPOSSIBLE:
                return None
            if self._register.exact(number) is None:
                raise Untraceable
            return number

        return cell

    def _facts(self, text: str, trace: Trace, exact: Decimal, numbers: list[int | None]) -> Iterator[Fact]:
        ratio = self._folded(ratio_of(trace.calculation, self._cells(numbers)))
        value = ratio.value(self._exact)
        if value is None:
            raise Untraceable
        low, high = interval(text, exact)
        if abs(value - Fraction(exact)) > _CLOSE:
            if abs(value + Fraction(exact)) > _CLOSE:
                raise Untraceable
            low, high = Limit(-high.value, high.is_open), Limit(-low.value, low.is_open)  # '12% minder' is −12%
        rests_on = [number for number in numbers if number is not None]
        words = f"{calculation_words(trace.calculation)} = {text}".replace("\u00a0", " ")
        yield from self._bounded(ratio, low, high, words, rests_on)

    def _bounded(
        self, ratio: Ratio, low: Limit | None, high: Limit | None, words: str, rests_on: Sequence[int]
    ) -> Iterator[Fact]:
        """That the ratio is between these."""
        for end, sign in ((low, 1), (high, -1)):
            if end is None:
                continue
            terms: dict[int, Fraction] = {}
            for place, factor in ratio.top.items():
                terms[place] = terms.get(place, Fraction(0)) + sign * factor
            for place, factor in ratio.bottom.items():
                terms[place] = terms.get(place, Fraction(0)) - sign * end.value * factor
            constant = terms.pop(CONSTANT, Fraction(0))
            if any(terms.values()):
                yield Fact(constraint(terms, Limit(-constant, end.is_open), None, rests_on), words)

    def _folded(self, ratio: Ratio) -> Ratio:
        """With a bottom that is above 0, whatever the reader does not know of it."""
        if any(factor < 0 for factor in ratio.bottom.values()):
            if not all(place == CONSTANT or self.is_given(place) for place in ratio.bottom):
                raise Untraceable
            below = Ratio(ratio.bottom).value(self._exact)
            if not below:
                raise Untraceable
            return Ratio({place: factor / below for place, factor in ratio.top.items()})
        return ratio

    def _exact(self, number: int) -> Fraction:
        value = self._register.exact(number)
        if value is None:
            raise Untraceable
        return Fraction(value)


def _least(limit: Limit) -> Fraction:
    return Fraction(floor(limit.value) + 1) if limit.is_open else limit.value


def _most(limit: Limit) -> Fraction:
    return Fraction(ceil(limit.value) - 1) if limit.is_open else limit.value
