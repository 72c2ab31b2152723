"""What a result is measured in, of figures that are measured in something: its unit and kind, or why there is none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rapportage.figures.measure_kinds import (
    AMOUNT,
    BALANCE,
    CHANGE,
    COUNT,
    MEAN,
    NUMBER,
    QUANTITY,
    SHARE,
    TEMPERATURE,
    MeasureKind,
)
from rapportage.figures.observation import Cell, Observation
from rapportage.figures.unit_text import PERCENTAGE_POINT, is_percent, unit_of
from rapportage.figures.words.periods import period_in_message

_SIGNED = (COUNT, AMOUNT, QUANTITY, BALANCE)
"""What may be less by subtraction, and still adds up."""


class FigureError(Exception):
    """There is no such figure; the message says why, in Dutch."""


class MeasureError(FigureError):
    """Figures of this kind can't be taken together so, whatever their values are."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint


class Made(NamedTuple):
    """What a figure that is computed is measured in."""

    unit: str
    kind: MeasureKind


def of_sum(figures: Sequence[Observation]) -> Made:
    """Of a sum, or of what is left of one. Raises MeasureError for what does not add up."""
    comparable(figures, "bij elkaar op te tellen")
    if len(figures) > 1:
        for each in figures:
            refuse_unless(each, each.measure.adds_up, "telt niet op")
        _of_one_period([each for each in figures if each.measure == SHARE], "aandelen tellen")
        per_period = [each for each in figures if unit_of(each.unit).is_per_period]
        _of_one_period(per_period, f"cijfers {per_period[0].unit} tellen" if per_period else "")
    is_balance = any(each.measure == BALANCE for each in figures)
    return Made(figures[0].unit, BALANCE if is_balance else figures[0].measure)


def of_difference(figures: Sequence[Observation]) -> Made:
    """Of two percentages it is in percentage points; of counts a count: what is left without the others."""
    unit, kinds = figures[0].unit, [each.measure for each in figures]
    if is_percent(unit):
        return Made(PERCENTAGE_POINT, CHANGE)
    if not all(kind in (*_SIGNED, NUMBER) for kind in kinds):
        return Made(unit, CHANGE)
    return Made(unit, BALANCE if BALANCE in kinds else kinds[0])


def of_mean(figures: Sequence[Observation]) -> Made:
    comparable(figures, "samen te nemen in een gemiddelde")
    kind = figures[0].measure
    return Made(figures[0].unit, MEAN if kind in _SIGNED else kind)


def refuse_no_share(part: Observation, whole: Observation) -> None:
    """Raises MeasureError for what is no part of a whole."""
    comparable((part, whole), "een deel en een geheel")
    for each in (part, whole):
        refuse_unless(each, each.measure.adds_up, "telt niet op tot een geheel")
    if whole.measure == BALANCE:
        raise MeasureError(f"{_named(whole)}: delen daarvan heffen elkaar op, en zijn er geen aandeel van")


def refuse_no_ratio(after: Observation, before: Observation) -> None:
    """Raises MeasureError for figures of which the one is not so many times the other."""
    comparable((after, before), "met elkaar te vergelijken")
    if before.measure in (TEMPERATURE, CHANGE):
        raise MeasureError(f"{_named(before)}: hoe die verandert, is niet in procenten te geven", "gebruik verschil")


def comparable(figures: Sequence[Observation], what: str) -> None:
    """Raises MeasureError for figures of things of which one can't be more than the other."""
    other = next((each for each in figures[1:] if not _same(figures[0], each)), None)
    if other is not None:
        one, two = (_in(each) for each in (figures[0], other))
        raise MeasureError(f"{one} en {two} zijn niet {what}")


def _same(one: Observation, other: Observation) -> bool:
    """Whether both are of the same thing. All that is counted may be counted together: applications and persons."""
    units, kinds = (unit_of(one.unit), unit_of(other.unit)), (one.measure, other.measure)
    if CHANGE in kinds and SHARE in kinds:
        return False
    if any(unit.has_unread_scale for unit in units) and units[0].text != units[1].text:
        return False
    if any(unit.is_per_period for unit in units) and units[0].same != units[1].same:
        return False
    if all(unit.kind == COUNT for unit in units):
        return True
    if not all(unit.text for unit in units):
        return not any(unit.is_percent for unit in units)
    return units[0].same == units[1].same


def refuse_unless(figure: Observation, is_right: bool, why: str) -> None:
    """Raises MeasureError for a figure of which its kind does not allow what is asked."""
    if not is_right:
        is_guess = isinstance(figure.provenance, Cell) and figure.measure == MEAN
        hint = "is het geen gemiddelde? Schrijf dan bij de reeks maat: aantal, bedrag of hoeveelheid"
        raise MeasureError(f"{_named(figure)}, en dat {why}", hint if is_guess else None)


def _of_one_period(figures: Sequence[Observation], what: str) -> None:
    """Shares add up within one whole, and that of another period is another; what is per day does within one time."""
    other = next((each for each in figures if each.period != figures[0].period), None)
    if other is not None:
        one, two = (period_in_message(each.period) for each in (figures[0], other))
        raise MeasureError(f"{what} niet op over perioden: dit zijn die van {one} en {two}")


def _named(figure: Observation) -> str:
    """''Prijs' is een gemiddelde (eenheid: euro)'."""
    unit = f" (eenheid: {figure.unit})" if figure.unit else ""
    return f"'{figure.label}' is {figure.measure.one}{unit}"


def _in(figure: Observation) -> str:
    return figure.unit or "een getal zonder eenheid"
