"""The sentences that a reader sees, each with its figures in place and a way back to the user's file."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import permutations

from msgspec import Struct

from rapportage.diagnostics import Span
from rapportage.document import Delivered, FigureInput, Formula, Operand, Trace, Value
from rapportage.figures.observation import Operation
from rapportage.figures.parts import Part
from rapportage.figures.period import TimePeriod
from rapportage.proof.vocabulary.spoken import patterns
from rapportage.text.language.composed import SLOT, Composed

_APART = re.compile(r"\n\s*\n")
COMPARED = 24
"""So many figures of a sentence are compared with each other; no sentence that can be read has more."""
LOOK_BACK = 200
"""So many characters before a word are looked at for what it belongs to."""
PLAIN_I = str.maketrans("İı", "Ii")
"""What a pattern takes for an i when capitals do not matter, and no table of words does."""
MARKUP = re.compile(r"(?<=\S)[*_`]+|[*_`]+(?=\S)|\[(?=\S)")
"""What only says how the words look: the reader sees nothing between those on either side of it."""
_ADDRESS = re.compile(r"\]\([^)]*\)|\[\^[^\]]*\]|https?://\S+")
"""Where a link leads and which note is meant: the reader sees neither."""


class FigureInText(Struct, frozen=True, dict=True):
    """A figure with a trace, at `place` in the text."""

    place: int
    value: Value
    trace: Trace

    @property
    def operation(self) -> Operation | None:
        """None for a figure from the data."""
        return self.trace.calculation.operation if isinstance(self.trace.calculation, Formula) else None

    @cached_property
    def numbers(self) -> frozenset[Decimal]:
        """The numbers that the user wrote in its calculation: the 100 of 'meer_dan(100)'."""
        return frozenset(_numbers(self.trace.calculation))

    @property
    def is_delivered(self) -> bool:
        """Whether it is one cell of the data, and no calculation."""
        return isinstance(self.trace.calculation, Delivered)

    @cached_property
    def subject(self) -> tuple[str, Part, tuple[str, int]] | None:
        """What it counts, and over how many months, weeks or days: two of them compare. None for other calculations."""
        inputs = self.trace.inputs
        if not (self.is_delivered or self._is_sum) or len({(each.series, each.part) for each in inputs}) != 1:
            return None
        lengths = [each.length for each in periods(inputs)]
        if len({unit for unit, _ in lengths}) != 1:
            return None
        return inputs[0].series, inputs[0].part, (lengths[0][0], sum(count for _, count in lengths))

    @property
    def _is_sum(self) -> bool:
        """Whether it is a sum of figures, without numbers of the user's own."""
        match self.trace.calculation:
            case Formula(operation=Operation.SUM, operands=operands):
                return not any(isinstance(each, Decimal) for each in operands)
        return False

    @cached_property
    def first_day(self) -> date:
        return min(period.start for period in periods(self.trace.inputs))


def _numbers(operand: Operand) -> Iterator[Decimal]:
    match operand:
        case Decimal():
            yield operand
        case Formula(operands=operands):
            for each in operands:
                yield from _numbers(each)


class Stretch(Struct, frozen=True, dict=True):
    """A sentence, or a clause of one: from `start` to `end` in the composed text."""

    composed: Composed
    start: int
    end: int

    @cached_property
    def text(self) -> str:
        """The words, with one character for each figure; what the reader does not see is blank."""
        whole = self.composed.text[self.start : self.end].translate(PLAIN_I)
        for start, end in self._unseen():
            first, last = max(start - self.start, 0), min(end, self.end) - self.start
            if first < last:
                whole = whole[:first] + " " * (last - first) + whole[last:]
        return _ADDRESS.sub(lambda found: " " * len(found[0]), whole)

    def _unseen(self) -> Iterator[tuple[int, int]]:
        """What the reader does not see of it: the stretches of the text are in order, and none is in another."""
        unseen = self.composed.unseen
        for place in range(bisect_right(unseen, self.start, key=lambda stretch: stretch[1]), len(unseen)):
            if unseen[place][0] >= self.end:
                break
            yield unseen[place]

    @cached_property
    def figures(self) -> tuple[FigureInText, ...]:
        return tuple(
            FigureInText(slot.start(), item, item.trace)
            for slot in SLOT.finditer(self.text)
            for item in self.composed.slots[slot[0]]
            if isinstance(item, Value) and item.trace is not None
        )

    @property
    def has_words(self) -> bool:
        """Whether it says more than a figure, as a cell of a table does."""
        return bool(re.search(r"\w", SLOT.sub("", self.text)))

    def goes_on_from(self, other: Stretch) -> bool:
        """Whether it comes after `other` in the same paragraph."""
        return self.composed is other.composed and not _APART.search(self.composed.text, other.end, self.start)

    def span(self, place: int, length: int) -> Span:
        """Where the characters from `place` in `text` are in the user's file."""
        return self.composed.span_at(self.start + place, length)

    def clauses(self) -> list[Stretch]:
        """What is between commas and the like."""
        ends = [found.span() for found in patterns().sentences.clause.finditer(self.text)]
        starts = [0, *(end for _, end in ends)]
        stops = [*(start for start, _ in ends), len(self.text)]
        return [Stretch(self.composed, self.start + a, self.start + b) for a, b in zip(starts, stops, strict=True)]


def sentences(texts: Sequence[Composed]) -> Iterator[Stretch]:
    """Every sentence of the texts, in the order of the document."""
    for composed in texts:
        start = 0
        for end in patterns().sentences.end.finditer(composed.text):
            if composed.text[start : end.start()].strip():
                yield Stretch(composed, start, end.start())
            start = end.end()


def next_sentence(sentence: Stretch) -> Stretch | None:
    """The one after it, in the same paragraph."""
    ends, text = patterns().sentences.end, sentence.composed.text
    start = ends.match(text, sentence.end)
    if start is None or "\n" in start[0].rstrip(" ") or start.end() >= len(text):
        return None
    end = ends.search(text, start.end())
    found = Stretch(sentence.composed, start.end(), end.start()) if end else None
    return found if found is not None and found.goes_on_from(sentence) else None


def before(pattern: re.Pattern[str], text: str, place: int) -> re.Match[str] | None:
    """What is right before `place`: of a long text only as much is looked at as can matter."""
    return pattern.search(text, max(0, place - LOOK_BACK), place)


def compared(figures: Sequence[FigureInText]) -> Iterator[tuple[FigureInText, FigureInText]]:
    """Earlier and later of every two figures that count the same over periods of the same length."""
    different: dict[object, FigureInText] = {}
    for figure in figures:
        if figure.subject is not None:
            different.setdefault((figure.subject, figure.first_day, figure.trace.exact), figure)
    for one, other in permutations(different.values(), 2):
        if one.subject == other.subject and one.first_day < other.first_day:
            yield one, other


def nearest(figures: Sequence[FigureInText], place: int) -> Sequence[FigureInText]:
    """The figures that words at `place` can be about: of a sentence that is a long list those around it."""
    if len(figures) <= COMPARED:
        return figures
    following = bisect_left(figures, place, key=lambda figure: figure.place)
    first = min(max(0, following - COMPARED // 2), len(figures) - COMPARED)
    return figures[first : first + COMPARED]


def periods(inputs: Sequence[FigureInput]) -> list[TimePeriod]:
    """The periods of the cells."""
    return [period for each in inputs if (period := TimePeriod.parse(each.period))]


def inputs_of(figures: Sequence[FigureInText]) -> list[FigureInput]:
    return [each for figure in figures for each in figure.trace.inputs]
