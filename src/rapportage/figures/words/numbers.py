"""Numbers as prose and tables write them: '10.590', '2,5', '31%', '−14'."""

from __future__ import annotations

import re
from decimal import Decimal

from rapportage.figures.languages.spoken import spoken_language
from rapportage.figures.rounding import CONTEXT, round_half_away

MINUS = "\N{MINUS SIGN}"
PERCENTAGE_POINT = "procentpunt"
"""The unit, as the data have it."""


def number(value: Decimal, decimals: int | None = None) -> str:
    """`value` rounded to so many decimals; with None it is not rounded, and has the decimals that it needs."""
    shown = CONTEXT.plus(CONTEXT.normalize(value)) if decimals is None else round_half_away(value, decimals)
    words = spoken_language().numbers
    return f"{shown:,f}".translate({ord(","): words.thousands, ord("."): words.decimal, ord("-"): MINUS})


def number_pattern() -> str:
    """What a number looks like, as `number` writes it."""
    words = spoken_language().numbers
    return rf"[-{MINUS}]?(?:\d{{1,3}}(?:{re.escape(words.thousands)}\d{{3}})+|\d+)(?:{re.escape(words.decimal)}\d+)?"


def read_number(text: str) -> Decimal:
    """The number that `number` wrote."""
    words = spoken_language().numbers
    plain = text.replace(words.thousands, "").replace(words.decimal, ".").replace(MINUS, "-")
    return Decimal(plain)


def decimals_of(number: Decimal) -> int:
    """How many decimals it was written with."""
    exponent = number.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def percentage(value: Decimal, decimals: int | None = 0) -> str:
    """'31%'."""
    return f"{number(value, decimals)}%"


def signed(value: Decimal, decimals: int | None = 0) -> str:
    """'+12' or '−12'; what rounds to 0 has no sign."""
    text = number(value, decimals)
    return f"+{text}" if text.strip("0.,") and not text.startswith(MINUS) else text


def about(text: str) -> str:
    """For a figure that is less precise than it looks: 'ongeveer 7.350'."""
    return f"{spoken_language().numbers.about} {text}"


def percentage_points(text: str) -> str:
    """'2 procentpunt'."""
    return spoken_language().numbers.in_points(text)


def count_word(count: int) -> str:
    """A small count in letters, a larger one in figures: 'drie', '13'."""
    words = spoken_language().numbers.counts
    return words[count] if 0 <= count < len(words) else number(Decimal(count))


def ordinal_word(place: int) -> str:
    """'derde' for 3; '11e' where the words end."""
    words = spoken_language().numbers
    return words.ordinals[place - 1] if place <= len(words.ordinals) else words.ordinal(place)
