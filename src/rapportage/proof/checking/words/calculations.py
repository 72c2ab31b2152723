"""Figures that were computed or chosen wrongly: a share of another whole, an old figure where there is a newer one."""

from __future__ import annotations

from rapportage.diagnostics import Findings, Span
from rapportage.document import Delivered, FigureInput, Formula, Operand, Trace
from rapportage.figures.observation import Operation
from rapportage.figures.period import TimePeriod
from rapportage.input.cube.cube import Cube
from rapportage.proof.claims.stretches import FigureInText, Stretch


def check_calculations(sentence: Stretch, cube: Cube, as_of: str | None, findings: Findings) -> None:
    """Reports shares of what is not their whole, and restated figures without the newer one beside them."""
    for figure in sentence.figures:
        if figure.operation is Operation.SHARE:
            _check_share(figure, cube, findings)
    given = [figure for figure in sentence.figures if figure.is_delivered]
    for figure in given if sentence.has_words else ():
        _check_vintage(figure, given, cube, as_of, findings)


def _check_share(figure: FigureInText, cube: Cube, findings: Findings) -> None:
    span = figure.value.origin
    formula = figure.trace.calculation
    if isinstance(formula, Delivered) or len(formula.operands) != 2 or span is None:
        return
    if any(isinstance(each, Formula) and each.operation is Operation.COUNT for each in formula.operands):
        return  # of so many parts, and not of a figure
    parts, wholes = (_inputs_of(operand, figure.trace) for operand in formula.operands)
    if not (parts and wholes):  # of a period of which the data have nothing
        return
    whole, *others = wholes
    if {whole.series} != {other.series for other in (whole, *others)}:
        _report(f"dit is een aandeel in een som van {whole.series} en andere reeksen", span, findings)
        return
    if any(part.category != whole.category and not part.part.within(whole.part) for part in parts):
        _report(f"dit is een aandeel in {whole.category}, en dat is zelf een deel", span, findings)
    elif not all(_is_part(part, whole, cube) for part in parts):
        names = ", ".join(dict.fromkeys(part.series for part in parts))
        _report(f"dit is een aandeel van {names} in {whole.series}, en dat is niet het geheel daarvan", span, findings)
    elif not all(any(_is_within(part, each) for each in (whole, *others)) for part in parts):
        _report(f"dit is een aandeel van {parts[0].period} in een geheel van {whole.period}", span, findings)


def _inputs_of(operand: Operand, trace: Trace) -> list[FigureInput]:
    """The cells that a part of the calculation rests on."""
    match operand:
        case Delivered(place=place):
            return [trace.inputs[place]]
        case Formula(operands=operands):
            return [each for part in operands for each in _inputs_of(part, trace)]
    return []


def _report(message: str, span: Span, findings: Findings) -> None:
    hint = "gebruik .aandeel, of zeg in de gegevens wat bij elkaar hoort (som_van, onderdeel_van)"
    findings.warning("T508", message, span, hint)


def _is_part(part: FigureInput, whole: FigureInput, cube: Cube) -> bool:
    if part.series == whole.series:
        return True
    inner, outer = cube.series(part.series), cube.series(whole.series)
    return bool((outer and part.series in outer.sum_of) or (inner and inner.part_of == whole.series))


def _is_within(part: FigureInput, whole: FigureInput) -> bool:
    one, other = TimePeriod.parse(part.period), TimePeriod.parse(whole.period)
    return one is None or other is None or one == other or other.contains(one)


def _check_vintage(
    figure: FigureInText, given: list[FigureInText], cube: Cube, as_of: str | None, findings: Findings
) -> None:
    """An old figure may be beside the newer one, as what it was."""
    shown = figure.trace.inputs[0]
    period = TimePeriod.parse(shown.period)
    newest = cube.observe(shown.series, period, shown.part, as_of) if period else None
    if newest is None or newest.value is None or figure.value.origin is None:
        return
    if figure.trace.exact in (newest.value, abs(newest.value)):
        return  # also without its sign: 'een verlies van 0,4'
    cell = newest.cells()[0]
    if not any(other.trace.exact == newest.value for other in given):
        message = f"{figure.value.text} is bijgesteld tot {cell.text} ({cell.span.path}:{cell.span.line})"
        hint = "noem het nieuwe cijfer, of beide"
        findings.warning("T509", message, figure.value.origin, hint)
