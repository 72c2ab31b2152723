"""Reads one figure as the user typed it; nothing is guessed."""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from rapportage.diagnostics import Span
from rapportage.figures.observation import ObservationStatus
from rapportage.figures.rounding import CONTEXT
from rapportage.figures.words.numbers import number
from rapportage.input.loading.nodes import Kind, Node, Scalar
from rapportage.input.specs.faults import EmptyFigure, SpecFault
from rapportage.input.specs.leaves import scalar
from rapportage.input.specs.typed.measure import Measure
from rapportage.input.specs.typed.traps import SIGNS, trap
from rapportage.input.specs.typed.unfit import unfit

MOST_DIGITS = 15

_NUMBER = re.compile(r"(?P<minus>[-−]?)(?P<digits>(?:0|[1-9]\d*)(?:\.\d+)?)(?P<mark>\*{0,2})", re.ASCII)
_SUPPRESSED = re.compile(r"<([1-9]\d{0,5})", re.ASCII)
WRITTEN = r"(?:[-−]?(?:0|[1-9]\d*)(?:\.\d+)?\*{1,2}|−(?:0|[1-9]\d*)(?:\.\d+)?|<[1-9]\d{0,5}|~0|\.|n\.v\.t\.)"
"""How a figure may be written that is no number to YAML."""


class TypedFigure(Struct, frozen=True):
    """A figure with the bounds of what it can be; see Observation for their meaning."""

    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    status: ObservationStatus
    text: str
    span: Span
    is_sound: bool = True
    """False where it can't be read, which was reported: nothing can be said of what rests on it."""


def sound_figure(node: Node, measure: Measure) -> TypedFigure:
    """As `read_figure`; with a fault goes a figure that is not sound, in its place."""
    try:
        return read_figure(node, measure)
    except SpecFault as fault:
        fault.instead = unread_figure(node)
        raise


def unread_figure(node: Node) -> TypedFigure:
    """What is gone on with in place of a figure that can't be read."""
    return TypedFigure(None, None, None, ObservationStatus.UNKNOWN, "", node.span, is_sound=False)


def read_figure(node: Node, measure: Measure) -> TypedFigure:
    """The figure of a node in a series with that measure. Raises Fault."""
    if isinstance(node, Scalar) and node.kind is Kind.EMPTY and measure.draft:
        return TypedFigure(None, None, None, ObservationStatus.MISSING, "", node.span)
    if isinstance(node, Scalar) and node.kind is Kind.EMPTY:
        raise EmptyFigure(node.span, SIGNS)
    typed = scalar(node)
    if not typed.plain:
        raise SpecFault("C110", "een cijfer tussen aanhalingstekens is tekst", typed.span, _unquoted(typed, measure))
    return _sign(typed, measure) or _number(typed, measure)


def _unquoted(typed: Scalar, measure: Measure) -> str:
    """What to write in place of a figure in quotes: where that is none either, what is to be done about that too."""
    try:
        read_figure(replace(typed, plain=True), measure)
    except SpecFault as fault:
        return f"haal de aanhalingstekens weg; {fault.hint}" if fault.hint else "haal de aanhalingstekens weg"
    return f"schrijf {typed.text.strip()[:40]} zonder aanhalingstekens"


def measured(figure: TypedFigure, measure: Measure) -> TypedFigure:
    """The figure as precise as `measure` says, which knows how others of its series were typed."""
    if measure.places is None or figure.value is None:
        return figure
    value = figure.value.quantize(Decimal(1).scaleb(-measure.places))
    if figure.status is ObservationStatus.NEAR_ZERO:
        return replace(figure, value=value, high=measure.step(value) / 2)
    low, high = measure.bounds(value)
    return replace(figure, value=value, low=low, high=high)


def _sign(typed: Scalar, measure: Measure) -> TypedFigure | None:
    """The figure that is given as a sign, if it is one."""
    match typed.text:
        case ".":
            return TypedFigure(None, None, None, ObservationStatus.UNKNOWN, typed.text, typed.span)
        case "n.v.t.":
            return TypedFigure(None, None, None, ObservationStatus.IMPOSSIBLE, typed.text, typed.span)
        case "~0":
            half = measure.step(Decimal(0)) / 2
            if not half:
                raise SpecFault("C118", "~0 kan niet bij cijfers die niet zijn afgerond", typed.span, "schrijf 0")
            return TypedFigure(Decimal(0), Decimal(0), half, ObservationStatus.NEAR_ZERO, typed.text, typed.span)
    suppressed = _SUPPRESSED.fullmatch(typed.text)
    if suppressed is None:
        return None
    limit = Decimal(suppressed[1])
    if limit < 2 or not measure.is_count:
        why = "onder 1 is geen aantal te verbergen" if measure.is_count else "dat kan alleen bij aantallen"
        raise SpecFault("C116", f"'{typed.text}': {why}", typed.span, "schrijf . als het cijfer onbekend of geheim is")
    return TypedFigure(None, Decimal(1), limit - 1, ObservationStatus.SUPPRESSED, typed.text, typed.span)


def _number(typed: Scalar, measure: Measure) -> TypedFigure:
    found = _NUMBER.fullmatch(typed.text)
    if found is None:
        raise trap(typed, is_count=measure.is_count)
    digits = found["digits"]
    if len(digits) > MOST_DIGITS:
        raise SpecFault("C115", f"een cijfer van meer dan {MOST_DIGITS} tekens", typed.span)
    if wrong := unfit(found["minus"], digits, typed, measure):
        raise wrong
    value = Decimal(digits)
    if measure.base and CONTEXT.remainder(value, measure.base):
        base = number(measure.base)
        hint = "verbeter het cijfer, of afgerond_op als het preciezer is geleverd"
        raise SpecFault("C119", f"{typed.text} is geen veelvoud van {base} (afgerond_op: {base})", typed.span, hint)
    value = -value if found["minus"] else value
    status = ObservationStatus.PROVISIONAL if found["mark"] else ObservationStatus.FINAL
    return TypedFigure(value, *measure.bounds(value), status, typed.text, typed.span)
