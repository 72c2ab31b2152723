"""Numbers as files hold them: exact ones of binary fractions, and those that stand in text."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from rapportage.deliveries.grid import Cell, CellKind
from rapportage.deliveries.reading.raised import RAISED

DecimalSign = Literal[",", "."]
DECIMAL_SIGNS: dict[str, DecimalSign] = {"komma": ",", "punt": "."}
"""What they are called."""
DIGITS = 15
"""So many digits a workbook keeps; what a binary fraction has beyond them was never typed."""
SPACES = "\u00a0\u202f\u2009 "
"""Between thousands: what is wide, narrow, or hard."""
_WIDE = Context(prec=400)
"""As many digits as the largest number of a workbook has."""
MINUS = "-\u2212\u2013"
_FLAGS = "bcdefinprsuvz"
"""Letters that statistical offices put behind a figure: Eurostat's flags, and the p and r of others."""
MARK = rf"\*{{1,3}}|[{_FLAGS}]{{1,3}}|[{RAISED}]+|[†‡]|\(\d\)|\([a-z]\)|\d\)"
_NUMBER = re.compile(
    rf"(?P<sign>[{MINUS}+]?)\s?(?P<digits>\d[\d.,{SPACES}]*?|[.,]\d+)\s?(?P<percent>%?)\s?(?P<mark>{MARK}|)", re.ASCII
)
_GROUPED = {sign: re.compile(rf"\d{{1,3}}(?:{re.escape(sign)}\d{{3}})+") for sign in (".", ",", *SPACES)}
_PLAIN = re.compile(r"\d+", re.ASCII)


class Number(Struct, frozen=True, gc=False):
    value: Decimal
    mark: str = ""
    percent: bool = False


class Written(Struct, frozen=True, gc=False):
    """Text that can be a number: its digits with what stands between them, and what stands around these."""

    negative: bool
    digits: str
    percent: bool
    mark: str

    def read(self, decimal: DecimalSign) -> Number | None:
        """The number where that is the decimal sign; None where it can't be."""
        whole, _, fraction = self.digits.partition(decimal)
        thousands = "," if decimal == "." else "."
        if not whole:
            whole = "0"
        elif not _PLAIN.fullmatch(whole):
            separator = next((each for each in (thousands, *SPACES) if _GROUPED[each].fullmatch(whole)), None)
            if separator is None:
                return None
            whole = whole.replace(separator, "")
        if self.digits.endswith(decimal) or (fraction and not _PLAIN.fullmatch(fraction)):
            return None
        if len(whole) > 1 and whole.startswith("0"):  # a code, such as that of a municipality
            return None
        value = Decimal(f"{whole}.{fraction}" if fraction else whole)
        return Number(-value if self.negative and value else value, self.mark, self.percent)

    @property
    def signs(self) -> frozenset[DecimalSign]:
        """The decimal signs with which it is a number."""
        return frozenset(sign for sign in _SIGNS if self.read(sign) is not None)


_SIGNS: tuple[DecimalSign, ...] = (",", ".")


def written(text: str) -> Written | None:
    """The number that may stand in a text; None for what is no number whatever its decimal sign."""
    found = _NUMBER.fullmatch(text)
    if found is None:
        return None
    return Written(found["sign"] in MINUS and bool(found["sign"]), found["digits"].rstrip(SPACES),
                   bool(found["percent"]), found["mark"])  # fmt: skip


def unambiguous(text: str) -> Number | None:
    """The number in a text that can be read in one way only: '653', '12,5' but not '1.234'."""
    found = written(text)
    if found is None:
        return None
    read = {number.value: number for sign in _SIGNS if (number := found.read(sign)) is not None}
    return next(iter(read.values())) if len(read) == 1 else None


def exact(number: float) -> Decimal:
    """The number that was typed or worked out: 0.3 for 0.30000000000000004."""
    if number.is_integer() and abs(number) < 1e15:
        return Decimal(int(number))
    digits = repr(number)
    if len(digits) > DIGITS or "e" in digits:
        digits = f"{number:.{DIGITS}g}"
    return plain(Decimal(digits)) if "e" in digits else Decimal(digits)


def in_digits(number: Decimal) -> Decimal:
    """The same of a number that was written out: no more digits than a workbook keeps."""
    if len(number.as_tuple().digits) <= DIGITS:
        return plain(number)
    return plain(Decimal(f"{number:.{DIGITS}g}"))


def plain(number: Decimal) -> Decimal:
    """Without an exponent: 120000, not 1.2E+5."""
    return Decimal(f"{number:f}") if "E" in str(number) else number


def without_zeros(number: Decimal) -> Decimal:
    """Without the zeros at the end of its decimals: 12.5, not 12.500."""
    return plain(number.normalize(_WIDE))


def rounded(number: Decimal, decimals: int) -> Decimal:
    """Half away from zero, as programs show a number."""
    return number.quantize(_place(decimals), ROUND_HALF_UP, _WIDE)


@lru_cache(maxsize=512)
def _place(decimals: int) -> Decimal:
    return Decimal(1).scaleb(-decimals)


def dutch(number: Decimal, *, grouped: bool = False) -> str:
    """As a Dutch program shows it: '1.234,5' or '1234,5'."""
    shown = f"{number:,f}" if grouped else str(number)
    return (f"{number:f}" if "E" in shown else shown).translate(_DUTCH)


_DUTCH = str.maketrans(",.", ".,")


def from_text(row: int, column: int, text: str, hidden: bool = False) -> Cell:
    """The cell of a workbook that holds text; with a value where that can be read as a number in one way only."""
    stripped = text.strip() if text.isprintable() else " ".join(text.split())
    if not stripped:
        return Cell(row, column, hidden=hidden)
    number = unambiguous(stripped) if stripped[0] in _NUMERIC or stripped[0] in MINUS else None
    if number is None:
        return Cell(row, column, stripped, CellKind.TEXT, hidden=hidden)
    return Cell(row, column, stripped, CellKind.TEXT, number.value, None, number.mark, number.percent, 0, hidden)


_NUMERIC = frozenset("0123456789+.,")
