"""Words that say which way a figure went, against the figures of the same sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from rapportage.diagnostics import Findings
from rapportage.figures.languages.spoken import in_dutch
from rapportage.figures.observation import Operation
from rapportage.figures.words.numbers import number
from rapportage.proof.claims.stretches import COMPARED, FigureInText, Stretch, before, compared, nearest
from rapportage.proof.vocabulary.spoken import patterns
from rapportage.text.language.composed import SLOT

HARDLY = Decimal(3)
"""A change of at most so many per cent may be called 'vrijwel gelijk' …"""
FEW = 2
"""… and one of at most so many."""


class Change(Struct, frozen=True):
    """How much a figure went up or down: in numbers, and in per cent where that is known."""

    amount: Decimal
    percent: Decimal | None

    def fits(self, direction: int) -> bool:
        if direction == 0:
            return abs(self.amount) <= FEW or (self.percent is not None and abs(self.percent) <= HARDLY)
        return self.amount * direction > 0

    def __str__(self) -> str:
        if self.percent is None:
            return f"{'+' if self.amount > 0 else ''}{in_dutch(number, self.amount)}"
        return f"{'+' if self.percent > 0 else ''}{in_dutch(number, self.percent, 1)}%"


def check_directions(sentence: Stretch, earlier: tuple[FigureInText, ...], findings: Findings) -> None:
    """Reports a word that no change matches: in its clause, or else in its sentence.

    A sentence that compares one figure (a rise, compared with 441) does so with those of the sentence `earlier`. A word
    in a clause without changes of its own is left alone where another word of the sentence describes them correctly.
    """
    said = [(direction, found) for direction, words in _words().items() for found in words.finditer(sentence.text)]
    said = [
        (direction, found)
        for direction, found in said
        if not before(patterns().directions.no, sentence.text, found.start())
    ]
    if not said:
        return
    known = _Told(sentence, earlier)
    told = any(change.fits(direction) for direction, found in said for change in known.around(found.start()))
    clauses = sentence.clauses() if len(said) > 1 else [sentence]
    ends = [clause.end for clause in clauses]
    for direction, found in said:
        last = sentence.start + found.end() - 1
        index = bisect_right(ends, last)
        clause = clauses[index] if index < len(clauses) and clauses[index].start <= last else sentence
        own = known.within(clause, found.start())
        changes = own or (() if told and len(said) > 1 else known.around(found.start()))
        if changes and not any(change.fits(direction) for change in changes):
            _report(sentence, found, changes[0], findings)


def _words() -> dict[int, re.Pattern[str]]:
    said = patterns().directions
    return {1: said.up, -1: said.down, 0: said.level}


class _Told:
    """The changes that the figures of a sentence describe, each worked out once."""

    def __init__(self, sentence: Stretch, earlier: tuple[FigureInText, ...]) -> None:
        self._sentence = sentence
        self._earlier = earlier[-COMPARED:]
        self._known: dict[tuple[int, int], tuple[Change, ...]] = {}

    def around(self, place: int) -> tuple[Change, ...]:
        """Those of the figures around a word, or of these with the sentence before."""
        return self._of(nearest(self._sentence.figures, place), -1, self._earlier)

    def within(self, clause: Stretch, place: int) -> tuple[Change, ...]:
        """Those of the clause by itself, around a word at `place` in the sentence."""
        return self._of(nearest(clause.figures, place - clause.start + self._sentence.start), clause.start)

    def _of(self, near: Sequence[FigureInText], start: int, earlier: Sequence[FigureInText] = ()) -> tuple[Change, ...]:
        key = start, near[0].place if near else -1
        if key not in self._known:
            self._known[key] = tuple(_changes(near)) or tuple(_changes((*earlier, *near)) if earlier else ())
        return self._known[key]


def _report(sentence: Stretch, found: re.Match[str], change: Change, findings: Findings) -> None:
    words = SLOT.sub("…", " ".join(found[0].split()))
    message = f"'{words}' klopt niet met de cijfers: {change}"
    hint = "verbeter het woord, of gebruik | verandering"
    findings.warning("T503", message, sentence.span(*_word(found)), hint)


def _word(found: re.Match[str]) -> tuple[int, int]:
    """Place and length of the word that says it: the last one after a figure ('71 minder'), or else the first."""
    words = list(re.finditer(rf"[^\s{SLOT.pattern[1:-1]}]+", found[0]))
    word = words[-1] if SLOT.match(found[0]) else words[0]
    return found.start() + word.start(), len(word[0])


def _changes(figures: Sequence[FigureInText]) -> Iterator[Change]:
    """The changes that the figures describe."""
    for figure in figures:
        exact = figure.trace.exact
        if exact is not None and figure.operation is Operation.CHANGE:
            yield Change(exact, exact)
        elif exact is not None and figure.operation is Operation.DIFFERENCE:
            yield Change(exact, None)
    for one, other in compared(figures):
        before, after = one.trace.exact, other.trace.exact
        if before is not None and after is not None:
            yield Change(after - before, 100 * (after - before) / before if before else None)
