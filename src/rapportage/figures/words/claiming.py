"""Words that say what is so of figures: by what they are where a figure rises, is the most, or is half of another."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from rapportage.figures.languages.claims import SLOT, Degree, Direction, without_slot
from rapportage.figures.languages.spoken_claims import claim_words
from rapportage.figures.period import TimePeriod
from rapportage.figures.words.changes import Course
from rapportage.figures.words.numbers import count_word, number, ordinal_word
from rapportage.figures.words.periods import period_in_sentence, period_name

_PARTS = ((1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 5), (2, 5), (3, 5), (4, 5), (1, 6), (1, 8), (1, 10), (9, 10),
          (1, 20), (1, 50), (1, 100))  # fmt: skip
_FRACTIONS = {Decimal(above) / below: (above, below) for above, below in _PARTS}
"""The fractions that words name; of two that are as near the simpler."""
_EQUAL_PART, _NEAR_PART = (Decimal("0.005"), Decimal("0.05")), (Decimal("0.03"), Decimal("0.1"))
"""How far a share may be from a fraction that is said as it is, and with 'bijna' or 'ruim': in ones, and in parts of
the fraction itself; the least of the two counts."""
_EQUAL_TIMES, _BELOW_TIMES, _ABOVE_TIMES = Decimal("0.02"), Decimal("0.08"), Decimal("0.15")
"""The same for so many times, in parts of that."""
_HALF, _ONE_AND_A_HALF = Decimal("0.5"), Decimal("1.5")
_TIMES = (_HALF, _ONE_AND_A_HALF, *map(Decimal, range(2, 11)))


# --- Directions ------------------------------------------------------------------------------------


def direction_forms() -> list[str]:
    """How one may ask for a direction: 'steeg', 'is gestegen', 'een stijging', 'hoger'."""
    return [each.name for each in claim_words().directions]


def direction_named(form: str) -> Direction | None:
    wanted = " ".join(form.casefold().split())
    return next((each for each in claim_words().directions if each.name == wanted), None)


def direction_parts(form: Direction, how: Course) -> tuple[str, str]:
    """The words before and after what comes in their slot."""
    words = {"up": form.up, "down": form.down, "same": form.same, "hardly": form.hardly}[how]
    before, slot, after = words.partition(SLOT)
    return (before, after) if slot else (words, "")


def without_amount(form: Direction, how: Course) -> str:
    return without_slot("".join(direction_parts(form, how)))


# --- Superlatives ----------------------------------------------------------------------------------


class Superlative(NamedTuple):
    """A phrase with a superlative in it: 'het hoogste aantal'."""

    before: str
    word: str
    after: str
    degree: Degree
    is_most: bool
    is_adverb: bool

    def said(self, word: str) -> str:
        return f"{self.before}{word}{self.after}"

    def opposite(self) -> str:
        """The phrase for the other end."""
        word = self.degree.least if self.is_most else self.degree.most
        return self.said(claim_words().adverb(word) if self.is_adverb else word)

    def at_place(self, place: int) -> str:
        """'het op een na hoogste aantal', and for an adverb 'op een na het hoogst'."""
        if place == 1:
            return self.said(self.word)
        words = count_word(place - 1), ordinal_word(place)
        if self.is_adverb:
            return claim_words().next_to_most(*words, self.said(self.word))
        return self.said(claim_words().next_to_most(*words, self.word))


def superlative_in(phrase: str) -> Superlative | None:
    """The one superlative of a phrase; None where it has none."""
    words = claim_words()
    known = {}
    for degree in words.degrees:
        for superlative, is_most in ((degree.most, True), (degree.least, False)):
            known[words.adverb(superlative)] = (degree, is_most, True)
            known[superlative] = (degree, is_most, False)
    for word in phrase.split():
        if word in known:
            before, _, after = phrase.partition(word)
            return Superlative(before, word, after, *known[word])
    return None


def superlative_forms() -> list[str]:
    return [word for each in claim_words().degrees for word in (each.most, each.least)]


def so_much(phrase: str) -> Degree | None:
    """The degree of 'zo hoog' or 'zo laag'."""
    words = claim_words()
    return next((each for each in words.degrees if phrase in (words.so(each.much), words.so(each.little))), None)


# --- Records and streaks ---------------------------------------------------------------------------


def since(period: TimePeriod) -> str:
    return claim_words().since(period_name(period))


def since_at_least(period: TimePeriod) -> str:
    return claim_words().since_at_least(period_name(period))


def since_begin(period: TimePeriod) -> str:
    return claim_words().since_begin(period_in_sentence(period))


def as_before(degree: Degree, period: TimePeriod, *, nearly: bool) -> str:
    return claim_words().as_before(degree.much, period_in_sentence(period), nearly)


def in_a_row(count: int, period: TimePeriod, *, is_sure: bool) -> str:
    """'voor de vierde maand op rij'; where it may be more 'voor ten minste de vierde maand op rij'."""
    words = claim_words()
    nth = words.nth[period.kind].replace(SLOT, ordinal_word(count))
    return words.in_a_row(nth) if is_sure else words.at_least_in_a_row(nth)


def has_streaks(period: TimePeriod) -> bool:
    return period.kind in claim_words().nth


# --- Parts and multiples ---------------------------------------------------------------------------


class Near(NamedTuple):
    """A number that has words, on which side of it another is (-1 is below, 0 as good as on it), and between what."""

    of: Decimal
    side: int
    low: Decimal
    high: Decimal

    def said(self, words: str) -> str:
        """'bijna een derde', 'een derde', 'ruim een derde'."""
        known = claim_words()
        return {-1: f"{known.nearly} {words}", 0: words, 1: f"{known.over} {words}"}[self.side]


def _near(value: Decimal, counts: Sequence[Decimal], edges: tuple[Decimal, Decimal, Decimal, Decimal]) -> Near | None:
    """`edges` are between what a number is said with 'bijna', without a word, and with 'ruim', around the first count.

    What is nearer to another is called by that.
    """
    count = counts[0]
    middles = [(count + each) / 2 for each in counts[1:]]
    least = max((each for each in middles if each < count), default=edges[0])
    most = min((each for each in middles if each > count), default=edges[-1])
    for side, (low, high) in zip((-1, 0, 1), pairwise(edges), strict=True):
        if low <= value <= high:
            return Near(count, side, max(low, least), min(high, most))
    return None


def part_near(share: Decimal) -> Near | None:
    """The fraction that a share can be called, the whole being 1; None where none is near enough."""
    counts = sorted(_FRACTIONS, key=lambda each: abs(share - each))
    part = counts[0]
    equal, near = (min(of_all, of_part * part) for of_all, of_part in (_EQUAL_PART, _NEAR_PART))
    return _near(share, counts, (part - near, part - equal, part + equal, part + near))


def fraction_words(near: Near, *, is_one_in: bool) -> str:
    words = claim_words()
    return (words.one_in if is_one_in else words.fraction)(*_FRACTIONS[near.of])


def fraction_forms() -> tuple[str, str]:
    """'een derde' and 'een op de drie': how one may ask for a fraction."""
    words = claim_words()
    return words.fraction(1, 3), words.one_in(1, 3)


def times_near(ratio: Decimal) -> Near | None:
    """What a ratio can be called: half, one and a half, or a whole number of times up to ten."""
    counts = sorted(_TIMES, key=lambda each: abs(ratio - each))
    count = counts[0]
    below, above = (_EQUAL_TIMES,) * 2 if count == _ONE_AND_A_HALF else (_BELOW_TIMES, _ABOVE_TIMES)
    above = _BELOW_TIMES if count == _HALF else above
    gaps = (-below, -_EQUAL_TIMES, _EQUAL_TIMES, above)
    first, second, third, fourth = (count * (1 + each) for each in gaps)
    return _near(ratio, counts, (first, second, third, fourth))


def times_words(near: Near, degree: Degree) -> str:
    """'ruim twee keer zo veel', 'bijna half zo hoog', 'anderhalf keer zo lang'."""
    words = claim_words()
    if near.of == _HALF:
        return near.said(words.half_as(words.so(degree.much)))
    told = words.one_and_a_half if near.of == _ONE_AND_A_HALF else count_word(int(near.of))
    return times_so(near.said(told), degree.much)


def times_so(count: str, degree: str) -> str:
    words = claim_words()
    return words.times(count, words.so(degree))


def multiplied(near: Near) -> str | None:
    """'verdubbeld', 'bijna verdrievoudigd', 'gehalveerd'; None where there is no such word."""
    words = claim_words()
    if near.of == _HALF:  # which is nearly so from above
        return {-1: words.more_than_halved, 0: words.halved, 1: f"{words.nearly} {words.halved}"}[near.side]
    told = words.multiplied.get(int(near.of)) if near.of == int(near.of) else None
    return None if told is None else near.said(told)


def multiplied_form() -> str:
    return claim_words().multiplied[2]


def per_unit(count: Decimal, unit: str) -> str:
    return claim_words().per(number(count), unit)
