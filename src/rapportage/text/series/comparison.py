"""Columns of a table that compare periods: one per period, and the change from one of them to the last."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from msgspec import Struct

from rapportage.document import Content, Value
from rapportage.figures import arithmetic
from rapportage.figures.arithmetic import FigureError
from rapportage.figures.observation import Observation, ObservationStatus
from rapportage.figures.period import TimePeriod
from rapportage.figures.rounding import round_to, supported
from rapportage.figures.words.comparing import MOST, column_name, row_of_periods
from rapportage.figures.words.numbers import PERCENTAGE_POINT, number, signed
from rapportage.figures.words.periods import HARD_SPACE, period_name, short_month
from rapportage.figures.words.signs import GAP, GAP_SIGN, PROVISIONAL, PROVISIONAL_MARK, UNKNOWN_SIGN, sign
from rapportage.input.loading.nodes import Scalar
from rapportage.input.specs.blocks.table import ChangeKind, ComparisonSpec
from rapportage.input.specs.places import at_key, key_at
from rapportage.text import ratios
from rapportage.text.language.faults import ExpressionFault
from rapportage.text.language.outcome import WAITING, Waiting, is_nothing
from rapportage.text.language.showing import show
from rapportage.text.language.text import TextResolver
from rapportage.text.language.trace import trace
from rapportage.text.language.views import PeriodView
from rapportage.text.series.moving import Moving

_STEPS = tuple(map(Decimal, (1, 5, 10, 50, 100, 500, 1000, 5000, 10_000)))
_HALF = Decimal("0.5")
_HEADS = {"verschil": "verschil", "procent": "%", "index": "index"}


class ComparedColumn(Struct, frozen=True):
    """A column with the head that the tool gives it; `content` makes the cell of a row, or None for a faulty one."""

    head: str
    group: str
    name: str
    """What it is called in a sentence."""
    content: Callable[[Moving], Content | None]


def periods_of(
    written: Sequence[Scalar], text: TextResolver, edition: TimePeriod
) -> tuple[TimePeriod, ...] | Waiting | None:
    """The periods that the words mean, from early to late; None when one is at fault, which was then reported."""
    found: list[TimePeriod] = []
    for each in written:
        named = row_of_periods(each.text, edition)
        if named is None:
            one = _period(each, text)
            if not isinstance(one, TimePeriod):
                return one
            named = (one,)
        for period in named:
            fault = _out_of_line(period, found)
            if fault is not None:
                hint = "zet elke periode er één keer, van vroeg naar laat"
                text.findings.error("T409", fault, each.span, hint)
                return None
            found.append(period)
        if len(found) > MOST:
            text.findings.error("T409", f"dit zijn meer dan {MOST} perioden", each.span, "geef er minder")
            return None
    return tuple(found) or None


def _out_of_line(period: TimePeriod, before: Sequence[TimePeriod]) -> str | None:
    """Why a period can't follow those before it. A half-year may follow the months that it consists of."""
    if period in before:
        return f"{period_name(period)} staat er twee keer"
    if before and period.end < before[-1].end:
        return f"{period_name(period)} staat na {period_name(before[-1])}"
    return None


def _period(written: Scalar, text: TextResolver) -> TimePeriod | Waiting | None:
    if "{" not in written.text:
        found = TimePeriod.parse(written.text)
        if found is None:
            hint = "schrijf 2020-05, 'laatste 5', 'maanden', 'dezelfde periode 3 jaar', of \"{{ periode.vorige }}\""
            text.findings.error("S110", f"'{written.text[:40]}' is geen periode", written.span, hint)
        return found
    value = text.value(written)
    if is_nothing(value):
        return value
    if isinstance(value, PeriodView):
        return value.period
    text.findings.error("T302", "hier hoort een periode", written.span, "{{ periode.vorige }}")
    return None


def compared(
    spec: ComparisonSpec, text: TextResolver, edition: TimePeriod
) -> tuple[ComparedColumn, ...] | Waiting | None:
    """The columns; None when the spec is at fault, which was then reported."""
    periods = periods_of(spec.periods, text, edition)
    if not isinstance(periods, tuple):
        return periods
    base = _base(spec, text, periods)
    if base is WAITING:
        return WAITING
    if not _can_change(spec, text, periods[-1], base):
        return None
    months = [period for period in periods if period.kind == "maand"]
    columns = []
    for period in periods:
        under_year = len(months) > 1 and period.kind == "maand"
        head = short_month(period.start.month) if under_year else column_name(period)
        group = str(period.start.year) if under_year else ""
        columns.append(ComparedColumn(head, group, period_name(period), _at(period, spec, text)))
    group = f"t.o.v. {column_name(base)}" if base else ""
    for change in spec.changes if base else ():
        head = _HEADS[change]
        columns.append(ComparedColumn(head, group, f"{head} {group}", _change(change, base, periods[-1], spec, text)))
    return tuple(columns)


def _can_change(spec: ComparisonSpec, text: TextResolver, last: TimePeriod, base: TimePeriod | None) -> bool:
    """Whether the changes that are asked are between two different periods of one length; else that is reported."""
    findings = text.findings
    if spec.base is not None and not spec.changes:
        message = "'tegenover' doet niets zonder 'verandering'"
        findings.error("S102", message, key_at(spec.node, "tegenover").span, "bijvoorbeeld: verandering: [verschil]")
    elif len(set(spec.changes)) < len(spec.changes):
        message = "een verandering staat er twee keer"
        findings.error("S114", message, key_at(spec.node, "verandering").span, "laat elke verandering één keer staan")
    elif spec.changes and base is None:
        if spec.base is None:  # else it was faulty, and reported
            findings.error("T409", f"{period_name(last)} is er een jaar eerder niet", at_key(spec.node, "perioden"))
    elif spec.changes and base is not None and (base >= last or length_of(base) != length_of(last)):
        message = f"een verandering van {period_name(base)} tot {period_name(last)} is niet te geven"
        hint = "geef bij 'tegenover' een eerdere periode die even lang is als de laatste kolom"
        findings.error("T409", message, at_key(spec.node, "tegenover", "perioden"), hint)
    else:
        return True
    return False


def length_of(period: TimePeriod) -> tuple[str, int]:
    """What periods have in common whose figures can be compared: so many months, or weeks."""
    months = period.months()
    return ("maand", len(months)) if months else ("week", len(period.parts()))


def _base(spec: ComparisonSpec, text: TextResolver, periods: tuple[TimePeriod, ...]) -> TimePeriod | Waiting | None:
    if spec.base is not None:
        return _period(spec.base, text)
    before = periods[-1].year_before()
    return before if before in periods or len(periods) == 1 else periods[0]


def _at(period: TimePeriod, spec: ComparisonSpec, text: TextResolver) -> Callable[[Moving], Content | None]:
    def content(row: Moving) -> Content | None:
        try:
            figure = row(period)
            return show(figure, spec.node.span, text.used.add_figure, text.how)
        except ExpressionFault as fault:
            return () if text.fault(fault, spec.node.span) is WAITING else None

    return content


def _change(
    change: ChangeKind, base: TimePeriod | None, last: TimePeriod, spec: ComparisonSpec, text: TextResolver
) -> Callable[[Moving], Content | None]:
    def content(row: Moving) -> Content | None:
        if base is None:
            return ()
        try:
            before, after = row(base).observation, row(last).observation
            for figure in (before, after):
                text.used.add(figure)
            return (_changed(change, before, after),)
        except FigureError:
            return (_UNKNOWN,)
        except ExpressionFault as fault:
            return () if text.fault(fault, spec.node.span) is WAITING else None

    return content


_UNKNOWN = Value(UNKNOWN_SIGN, spoken="onbekend")
_TOO_ROUGH = Value(UNKNOWN_SIGN, spoken="te grof afgerond voor een percentage")
_CHANGES: dict[ChangeKind, Callable[[Observation, Observation], Observation]] = {
    "verschil": arithmetic.subtract,
    "procent": ratios.change_percent,
    "index": ratios.index,
}


def _changed(change: ChangeKind, before: Observation, after: Observation) -> Value:
    """The change as far as the precision of both figures allows, or the sign that stands where there is none."""
    if before.missing or after.missing:
        return Value(GAP_SIGN, spoken=GAP)
    if change != "verschil" and after.unit == arithmetic.PERCENT:
        return Value("", spoken="een percentage verandert in procentpunten")
    made = _CHANGES[change](after, before)
    instead = sign(made)
    if instead is not None:
        return Value(instead.shown, spoken=instead.spoken)
    if change != "verschil" and not _can_be_rounded(made):
        return _TOO_ROUGH
    text = _written(change, made, max(_spread(before), _spread(after)))
    if made.status is ObservationStatus.PROVISIONAL:
        return Value(text + PROVISIONAL_MARK, trace(made), spoken=f"{text}, {PROVISIONAL}")
    return Value(text, trace(made))


def _written(change: ChangeKind, made: Observation, spread: Decimal) -> str:
    match change:
        case "verschil":
            unit = f"{HARD_SPACE}{PERCENTAGE_POINT}" if made.unit == PERCENTAGE_POINT else ""
            return signed(_rounded(made, spread)) + unit
        case "index":
            return number(_rounded(made), 0)
        case _:
            return signed(_rounded(made))


def _can_be_rounded(made: Observation) -> bool:
    """Whether its rounding can be true: 150 and 100, to tens, differ by 28 to 39%, and steps of 50 would say 50%."""
    if made.low is None or made.high is None:
        return True  # which `_rounded` reports
    return made.low - _HALF <= _rounded(made) <= made.high + _HALF


def _rounded(made: Observation, spread: Decimal | None = None) -> Decimal:
    """Rounded to the step that the precision of its inputs allows, and at least to whole numbers.

    A difference is as precise as the coarsest of its two figures: of 1.680 and 1.360, to tens, it is 320.
    """
    if made.value is None or made.low is None or made.high is None:
        raise FigureError("van een onbekend cijfer is geen verschil te geven")
    spread = _spread(made) if spread is None else spread
    step = next((step for step in _STEPS if step >= spread or supported(made, step)), _STEPS[-1])
    return round_to(made.value, step)


def _spread(figure: Observation) -> Decimal:
    """Between how many values the true one may be: 10 for a figure that was rounded to tens."""
    return figure.high - figure.low if figure.high is not None and figure.low is not None else Decimal(0)
