"""Columns of a table that compare periods: one per period, and the change from one of them to the last."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from msgspec import Struct

from rapportage.document import Content, Value
from rapportage.figures import arithmetic
from rapportage.figures.languages.spoken import spoken_language
from rapportage.figures.measure_kinds import CHANGE, TEMPERATURE
from rapportage.figures.observation import Observation, ObservationStatus
from rapportage.figures.period import TimePeriod
from rapportage.figures.results import FigureError
from rapportage.figures.rounding import round_to, supported
from rapportage.figures.unit_text import is_percent, unit_of
from rapportage.figures.words.comparing import MOST, column_name, row_of_periods
from rapportage.figures.words.numbers import number, percentage_points, signed
from rapportage.figures.words.periods import month_of_year, period_in_message, period_name, short_month
from rapportage.figures.words.signs import GAP_SIGN, PROVISIONAL_MARK, UNKNOWN_SIGN, provisional, sign
from rapportage.input.loading.nodes import Scalar
from rapportage.input.specs.blocks.table import ChangeKind, ComparisonSpec
from rapportage.input.specs.places import at_key, key_at
from rapportage.text import ratios
from rapportage.text.language.faults import ExpressionFault
from rapportage.text.language.outcome import WAITING, Waiting, is_nothing
from rapportage.text.language.precision import own_decimals
from rapportage.text.language.showing import show
from rapportage.text.language.text import TextResolver
from rapportage.text.language.trace import trace
from rapportage.text.language.views.period_views import PeriodView
from rapportage.text.series.moving import Moving

_STEPS = tuple(map(Decimal, (1, 5, 10, 50, 100, 500, 1000, 5000, 10_000)))
_HALF = Decimal("0.5")


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
        return f"{period_in_message(period)} staat er twee keer"
    if before and period.end < before[-1].end:
        return f"{period_in_message(period)} staat na {period_in_message(before[-1])}"
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
    kinds = [period.kind for period in periods]
    columns = []
    for period in periods:
        is_one = kinds.count(period.kind) == 1
        head, group = (column_name(period), "") if is_one else _under_group(period)
        columns.append(ComparedColumn(head, group, period_name(period), _at(period, spec, text)))
    group = f"{spoken_language().tables.compared_with} {column_name(base)}" if base else ""
    for change in spec.changes if base else ():
        head = _head(change)
        columns.append(ComparedColumn(head, group, f"{head} {group}", _change(change, base, periods[-1], spec, text)))
    return tuple(columns)


def _head(change: ChangeKind) -> str:
    words = spoken_language().tables
    match change:
        case "verschil":
            return words.change
        case "procent":
            return "%"
        case "index":
            return words.index


def _under_group(period: TimePeriod) -> tuple[str, str]:
    """The head of one of several columns of a kind, and what they have above them: months a year, days a month."""
    match period.kind:
        case "maand":
            return short_month(period.start.month), str(period.start.year)
        case "dag":
            return str(period.start.day), month_of_year(period)
        case _:
            return column_name(period), ""


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
            findings.error(
                "T409", f"{period_in_message(last)} is er een jaar eerder niet", at_key(spec.node, "perioden")
            )
    elif spec.changes and base is not None and (base >= last or base.length != last.length):
        message = f"een verandering van {period_in_message(base)} tot {period_in_message(last)} is niet te geven"
        hint = "geef bij 'tegenover' een eerdere periode die even lang is als de laatste kolom"
        findings.error("T409", message, at_key(spec.node, "tegenover", "perioden"), hint)
    else:
        return True
    return False


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
            return (Value(UNKNOWN_SIGN, spoken=spoken_language().signs.unknown),)
        except ExpressionFault as fault:
            return () if text.fault(fault, spec.node.span) is WAITING else None

    return content


_CHANGES: dict[ChangeKind, Callable[[Observation, Observation], Observation]] = {
    "verschil": arithmetic.subtract,
    "procent": ratios.change_percent,
    "index": ratios.index,
}


def _changed(change: ChangeKind, before: Observation, after: Observation) -> Value:
    """The change as far as the precision of both figures allows, or the sign that stands where there is none."""
    words = spoken_language().signs
    if before.missing or after.missing:
        return Value(GAP_SIGN, spoken=words.gap)
    if change != "verschil" and is_percent(after.unit):
        return Value("", spoken=words.in_points)
    if change != "verschil" and after.measure in (CHANGE, TEMPERATURE):
        return Value("", spoken=words.impossible)
    made = _CHANGES[change](after, before)
    instead = sign(made)
    if instead is not None:
        return Value(instead.shown, spoken=instead.spoken)
    if change != "verschil" and not _can_be_rounded(made):
        return Value(UNKNOWN_SIGN, spoken=words.too_rough)
    text = _written(change, made, max(_spread(before), _spread(after)))
    if made.status is ObservationStatus.PROVISIONAL:
        return Value(text + PROVISIONAL_MARK, trace(made), spoken=provisional(text))
    return Value(text, trace(made))


def _written(change: ChangeKind, made: Observation, spread: Decimal) -> str:
    match change:
        case "verschil":
            text = signed(_rounded(made, spread, own_decimals(made)), own_decimals(made))
            return percentage_points(text) if unit_of(made.unit).is_points else text
        case "index":
            return number(_rounded(made), 0)
        case _:
            return signed(_rounded(made))


def _can_be_rounded(made: Observation) -> bool:
    """Whether its rounding can be true: 150 and 100, to tens, differ by 28 to 39%, and steps of 50 would say 50%."""
    if made.low is None or made.high is None:
        return True  # which `_rounded` reports
    return made.low - _HALF <= _rounded(made) <= made.high + _HALF


def _rounded(made: Observation, spread: Decimal | None = None, decimals: int = 0) -> Decimal:
    """Rounded to the step that the precision of its inputs allows, and at least to so many decimals.

    A difference is as precise as the coarsest of its two figures: of 1.680 and 1.360, to tens, it is 320.
    """
    if made.value is None or made.low is None or made.high is None:
        raise FigureError("van een onbekend cijfer is geen verschil te geven")
    spread = _spread(made) if spread is None else spread
    fine = [Decimal(digit).scaleb(-place) for place in range(decimals, 0, -1) for digit in (1, 5)]
    steps = (*fine, *_STEPS)
    step = next((step for step in steps if step >= spread or supported(made, step)), steps[-1])
    return round_to(made.value, step)


def _spread(figure: Observation) -> Decimal:
    """Between how many values the true one may be: 10 for a figure that was rounded to tens."""
    return figure.high - figure.low if figure.high is not None and figure.low is not None else Decimal(0)
