"""Numbers as Dutch prose and tables write them: '10.590', '2,5', '31%', '−14'."""

from __future__ import annotations

from decimal import Decimal

from rapportage.figures.rounding import CONTEXT, round_half_away

MINUS = "\N{MINUS SIGN}"
PERCENTAGE_POINT = "procentpunt"

_DUTCH = str.maketrans({",": ".", ".": ",", "-": MINUS})
_WORDS = ("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")


def number(value: Decimal, decimals: int | None = None) -> str:
    """`value` rounded to so many decimals; with None it is not rounded, and has the decimals that it needs."""
    shown = CONTEXT.plus(CONTEXT.normalize(value)) if decimals is None else round_half_away(value, decimals)
    return f"{shown:,f}".translate(_DUTCH)


def percentage(value: Decimal, decimals: int | None = 0) -> str:
    """'31%'."""
    return f"{number(value, decimals)}%"


def signed(value: Decimal, decimals: int | None = 0) -> str:
    """'+12' or '−12'; what rounds to 0 has no sign."""
    text = number(value, decimals)
    return f"+{text}" if text.strip("0,") and not text.startswith(MINUS) else text


def about(text: str) -> str:
    """For a figure that is less precise than it looks: 'ongeveer 7.350'."""
    return f"ongeveer {text}"


def count_word(count: int) -> str:
    """A small count in letters, a larger one in figures: 'drie', '13'."""
    return _WORDS[count] if 0 <= count < len(_WORDS) else number(Decimal(count))
