"""A number that its series can't have: what is wrong with it, and what the series has to say where it is right."""

from __future__ import annotations

import re
from decimal import Decimal

from rapportage.figures.measure_kinds import BALANCE, CHANGE, MEAN, QUANTITY, RATE, MeasureKind
from rapportage.figures.words.lists import enumeration
from rapportage.figures.words.numbers import number
from rapportage.input.loading.nodes import Scalar
from rapportage.input.specs.faults import SpecFault
from rapportage.input.specs.typed.measure import Measure

_DOTTED = re.compile(r"[1-9]\d{0,2}\.\d{3}", re.ASCII)


def unfit(minus: str, digits: str, typed: Scalar, measure: Measure) -> SpecFault | None:
    """Why a figure of that series can't be minus or plus these digits; None where it can.

    A point between thousands is found in every kind: 7.350 is taken for seven and a bit only where the series says
    `decimalen: 3`, or where it could be nothing else.
    """
    return _sign(minus, typed, measure) or _decimals(digits, typed, measure) or _size(digits, typed, measure)


def _sign(minus: str, typed: Scalar, measure: Measure) -> SpecFault | None:
    if not minus or measure.unit is None or measure.kind.negative:
        return None
    message = f"{typed.text} is negatief; {measure.kind.one} kan dat niet zijn"
    if measure.said is not None:
        return SpecFault("C111", message, typed.span, f"verbeter het cijfer, of de maat: {_maat(BALANCE, CHANGE)}")
    return SpecFault("C111", message, typed.span, f"is het {_either(*_signed(measure))}")


def _signed(measure: Measure) -> tuple[MeasureKind, ...]:
    """What a negative figure of that unit may be."""
    return (BALANCE, CHANGE) if measure.kind.adds_over_periods else (CHANGE,)


def _decimals(digits: str, typed: Scalar, measure: Measure) -> SpecFault | None:
    whole, point, decimals = digits.partition(".")
    if not point or measure.unit is None:
        return None
    if _DOTTED.fullmatch(digits) and measure.decimals != len(decimals) and not _is_surely_small(measure, digits):
        hint = f"bedoelt u {whole}{decimals}? Schrijf duizendtallen zonder punt."
        if measure.has_decimals:
            hint += f" Is het {number(Decimal(digits))}? Schrijf dan bij de reeks: decimalen: {len(decimals)}"
        return SpecFault("C103", f"{digits} is hier {number(Decimal(digits))} {_reason(measure)}", typed.span, hint)
    if not measure.has_decimals:
        message = f"{typed.text} is geen geheel getal {_reason(measure)}"
        hint = f"is het {_either(MEAN, RATE, QUANTITY)}"
        if measure.said is BALANCE:
            hint = f"geeft de bron decimalen? Schrijf dan bij de reeks: decimalen: {len(decimals)}"
        elif measure.said is not None:
            hint = f"verbeter het cijfer, of de maat: {_maat(MEAN, RATE, QUANTITY)}"
        return SpecFault("C112", message, typed.span, hint)
    if measure.decimals is not None and len(decimals) > measure.decimals:
        message = f"{digits} heeft meer decimalen dan de reeks (decimalen: {measure.decimals})"
        return SpecFault("C114", message, typed.span, "verbeter het cijfer, of decimalen bij de reeks")
    return None


def _is_surely_small(measure: Measure, digits: str) -> bool:
    """Whether the figure can't have been meant as so many thousands."""
    return measure.kind.most is not None and Decimal(digits) <= measure.kind.most


def _size(digits: str, typed: Scalar, measure: Measure) -> SpecFault | None:
    most = measure.kind.most
    if measure.unit is None or most is None or Decimal(digits) <= most:
        return None
    message = f"{typed.text} ligt niet tussen 0 en {most} {_reason(measure)}"
    if measure.said is not None:
        return SpecFault("C113", message, typed.span, f"verbeter het cijfer, of de maat: {_maat(CHANGE, RATE)}")
    return SpecFault("C113", message, typed.span, f"is het {_either(CHANGE, RATE)}")


def _reason(measure: Measure) -> str:
    """What of the series says so."""
    said = f"maat: {measure.said.word}" if measure.said else f"eenheid: {measure.unit}"
    return f"({said} heeft geen decimalen)" if not measure.has_decimals else f"({said})"


def _either(*kinds: MeasureKind) -> str:
    """'een verandering? Schrijf dan bij de reeks maat: verandering'."""
    return f"{_or([kind.one for kind in kinds])}? Schrijf dan bij de reeks {_maat(*kinds)}"


def _maat(*kinds: MeasureKind) -> str:
    return _or([f"maat: {kind.word}" for kind in kinds])


def _or(words: list[str]) -> str:
    return enumeration(words).replace(" en ", " of ")
