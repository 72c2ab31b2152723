"""A number of which a file holds both what is stored and the text that is shown (ods).

How the text is to be read follows from the two together: '1.234' is 1234 where about that is stored, and 1.234 where
that is.
"""

from __future__ import annotations

import re
from decimal import Decimal

from rapportage.deliveries.grid import Cell, CellKind
from rapportage.deliveries.reading.formats import without_signs
from rapportage.deliveries.reading.numbers import SPACES, DecimalSign, Number, Written, dutch, in_digits, rounded

_DIGITS = re.compile(rf"\d(?:[\d.,{SPACES}]*\d)?", re.ASCII)
_SCALES = (0, 3, 6, 9)
_SIGNS: tuple[DecimalSign, ...] = (",", ".")


def displayed(row: int, column: int, text: str | None, stored: Decimal, *, percent: bool) -> Cell:
    """The cell; a number of which the file does not say how it is shown (`None`) is shown as it is."""
    kept = in_digits(stored.scaleb(2) if percent else stored)
    if text is None:
        shown = f"{dutch(kept)}%" if percent else dutch(kept)
        return Cell(row, column, shown, CellKind.NUMBER, kept, percent=percent)
    found = _DIGITS.search(text)
    read = _read(found[0], kept) if found else None
    if found is None or read is None:
        return Cell(row, column, text, CellKind.NUMBER, None, kept, percent=percent)
    value, scale = read
    around = f"{text[: found.start()]} {text[found.end() :]}"
    inner = in_digits(kept.scaleb(-scale))
    return Cell(row, column, text, CellKind.NUMBER, value, inner if inner != value else None,
                without_signs(around), percent or "%" in around, scale)  # fmt: skip


def _read(digits: str, stored: Decimal) -> tuple[Decimal, int] | None:
    """The number that the digits are, and the power of ten that is not shown; None where they are another number."""
    for scale in _SCALES:
        size = in_digits(abs(stored).scaleb(-scale))
        for sign in _SIGNS:
            number = _number(digits, sign)
            if number is not None and rounded(size, -int(number.as_tuple().exponent)) == number:
                return (-number if stored < 0 and number else number), scale
    return None


def _number(digits: str, sign: DecimalSign) -> Decimal | None:
    """A number with that decimal sign; zeros before it are no part of it: '00363'."""
    written = Written(False, digits.lstrip("0") or "0", False, "")
    if digits[:1] == "0" and digits[1:2] in (".", ","):
        written = Written(False, digits, False, "")
    number: Number | None = written.read(sign)
    return None if number is None else number.value
