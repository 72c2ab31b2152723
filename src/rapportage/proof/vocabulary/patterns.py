"""What a language has to give for the checks of texts, and the helpers with which its patterns are made.

None has a default, so that mypy finds the language that lacks a pattern. The groups of a pattern have the names that
the checks ask.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

from msgspec import Struct

from rapportage.text.language.composed import SLOT

FIGURE = SLOT.pattern
"""One figure, in a text as the checks see it."""
_YEAR, _QUARTER, _MONTH, _WEEK = 365.25, 91.31, 30.44, 7.0


class SentencePatterns(Struct, frozen=True, kw_only=True):
    end: re.Pattern[str]
    clause: re.Pattern[str]
    abbreviated: tuple[str, ...]
    """Words with a point after which a sentence goes on."""


class TimePatterns(Struct, frozen=True, kw_only=True):
    time: re.Pattern[str]
    """`month`, `quarter`, `half`, `week` or `year`, and `…_of`: its year; `school`: in which a school year begins."""
    months: tuple[str, ...]
    """In small letters."""
    ordinals: tuple[str, ...]
    date_or_law: re.Pattern[str]
    """What comes before a month that is part of a day, or a year that is part of the name of a law."""
    until: re.Pattern[str]
    since: re.Pattern[str]


class DatePatterns(Struct, frozen=True, kw_only=True):
    day: re.Pattern[str]
    """`day`, `month` and perhaps `year`; or `iso`, or `numbers`."""
    months: Mapping[str, int]
    """The names of months in small letters, also short ones without a point."""
    of_a_publication: re.Pattern[str]
    on: re.Pattern[str]


class LiteralPatterns(Struct, frozen=True, kw_only=True):
    number: re.Pattern[str]
    ordinal: re.Pattern[str]
    named: re.Pattern[str]
    """A label before a number, with `more` numbers between."""
    largest_label: Mapping[str, int]
    addressed: re.Pattern[str]
    day: re.Pattern[str]
    days: re.Pattern[str]
    term: re.Pattern[str]
    counted: re.Pattern[str]
    """What follows a number that looks like a year and is none."""
    scales: frozenset[str]
    """After a number: that there are so many times as many."""


class DirectionPatterns(Struct, frozen=True, kw_only=True):
    up: re.Pattern[str]
    down: re.Pattern[str]
    level: re.Pattern[str]
    no: re.Pattern[str]
    """What comes before a word that is denied."""
    also: re.Pattern[str]
    """A word that says that `figure` is the same as another."""
    also_word: str


class NumberPatterns(Struct, frozen=True, kw_only=True):
    parts: Mapping[str, tuple[int, int]]
    """Which percentages a part stands for when nothing is said beside it."""
    part: re.Pattern[str]
    """`part`, and `about` before it."""
    less: tuple[str, ...]
    more: tuple[str, ...]
    below: tuple[str, ...]
    """What `about` may be: below, above, and just below; anything else is just above."""
    of_period: re.Pattern[str]
    doubled: re.Pattern[str]
    times: Mapping[str, tuple[Decimal, Decimal]]
    """By how such a word begins, how many times as much it means."""
    no_question: re.Pattern[str]
    vague: re.Pattern[str]
    small: Mapping[str, int]
    """From one to ten, and the tens."""
    large: Mapping[str, int]
    """Hundred and thousand."""
    count: re.Pattern[str]
    """`tens`; or `unit`, with `times` before it."""
    limit: re.Pattern[str]
    limit_more: str
    of_every: re.Pattern[str]
    """`some` of `all`; or `part` of `every`."""
    as_many: re.Pattern[str]
    as_many_numbers: Mapping[str, Decimal]


class LabelPatterns(Struct, frozen=True, kw_only=True):
    elsewhere: re.Pattern[str]
    """What comes before a time or category that is not the figure's own: what it is compared with, a date, a law."""
    aside: re.Pattern[str]
    """With which a clause begins that says what else happened."""
    from_to: re.Pattern[str]
    beside: re.Pattern[str]
    """The word before 'and' at the end of what is before a clause."""
    of_all: re.Pattern[str]
    percent: tuple[str, ...]
    points: str
    """How the unit of a difference of percentages begins."""
    subject: re.Pattern[str]
    """What a caption is about, before how it is cut up."""


class EarlierPatterns(Struct, frozen=True, kw_only=True):
    earlier: re.Pattern[str]
    """`number` and `unit`."""
    numbers: Mapping[str, int]
    days: Mapping[str, float]


class ExplainedPatterns(Struct, frozen=True, kw_only=True):
    """What numbers in the finished report are that are no figures."""

    law: tuple[str, ...]
    date: tuple[str, ...]
    place_name: re.Pattern[str]
    """What a reference is called when the layout gives it no words of its own."""
    o_clock: str


class Patterns(Struct, frozen=True, kw_only=True):
    sentences: SentencePatterns
    times: TimePatterns
    dates: DatePatterns
    literals: LiteralPatterns
    directions: DirectionPatterns
    numbers: NumberPatterns
    labels: LabelPatterns
    earlier: EarlierPatterns
    explained: ExplainedPatterns


def either(words: Iterable[str]) -> str:
    return "|".join(words)


def numbered(words: Iterable[str], step: int = 1) -> dict[str, int]:
    """The words with their numbers from 1, or from 10 in tens."""
    return {word: value * step for value, word in enumerate(words, 1)}


def months_of(months: Iterable[str], short: Iterable[str]) -> dict[str, int]:
    """Every name of a month in small letters, with its number."""
    return {**numbered(name.casefold().rstrip(".") for name in short), **numbered(name.casefold() for name in months)}


def days_of(
    years: Iterable[str], quarters: Iterable[str], months: Iterable[str], weeks: Iterable[str]
) -> dict[str, float]:
    """How many days each word for a length of time is."""
    lengths = ((years, _YEAR), (quarters, _QUARTER), (months, _MONTH), (weeks, _WEEK))
    return {word: days for words, days in lengths for word in words}


def spans_of_days(joins: str, weekdays: str, ordinal: str, months: str) -> re.Pattern[str]:
    """What comes after the first of more days of a month: ' tot en met zondag 10 mei', '–10 mei', ', 5 en 6 mei'."""
    day = rf"\s*(?:(?:{weekdays})\.?\s+)?\d{{1,2}}(?:{ordinal})?"
    return re.compile(rf"(?:\s*,{day})*\s*(?:[-–—]|(?:{joins})\b){day}\s*(?:{months})\b", re.IGNORECASE)


DOUBLE, TRIPLE, HALF = (
    (Decimal("1.8"), Decimal("2.2")),
    (Decimal("2.7"), Decimal("3.3")),
    (Decimal("0.45"), Decimal("0.55")),
)
"""How many times as much 'verdubbeld', 'verdrievoudigd' and 'gehalveerd' may mean."""
